#define LANES 8
CAST_SCALAR(bf16, uint16_t, f32, float)
CAST_SCALAR(i32, int32_t, u32, uint32_t)

/* ---- norm_lm_head_argmax ---- */

const char ts_norm_lm_head_argmax_needs[] = "x:32:1536,gamma:16:1536,w:16:151936*1536,logits:32:151936,val:32:9496,idx:32:9496";
const char ts_norm_lm_head_argmax_modes[] = "iiioww";
const int ts_norm_lm_head_argmax_sizes = 1;
const long ts_norm_lm_head_argmax_cost = 983041;

long ts_norm_lm_head_argmax_grid(const int32_t *const *size UNUSED)
{
    const long g0 UNUSED = ts_programs(151936, 16);
    return g0;
}

FN void norm_lm_head_argmax_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const long g0 UNUSED = ts_programs(151936, 16);
    const int32_t v11 UNUSED = (int32_t)(pid_0) * 16;
    const int32_t v1 UNUSED = *size[0]; /* valid */
    const void *const b5 UNUSED = buf[0]; /* x */
    const void *const b6 UNUSED = buf[1]; /* gamma */
    const void *const b7 UNUSED = buf[2]; /* w */
    void *const b8 UNUSED = buf[3]; /* logits */
    void *const b9 UNUSED = buf[4]; /* val */
    void *const b10 UNUSED = buf[5]; /* idx */
    const int32_t v14 UNUSED = (v11 + 16);
    const int32_t v15 UNUSED = s_min_i(151936, v14);
    vf v16[8] UNUSED;
    v16[0] = sp_f(0.0f);
    v16[1] = sp_f(0.0f);
    v16[2] = sp_f(0.0f);
    v16[3] = sp_f(0.0f);
    v16[4] = sp_f(0.0f);
    v16[5] = sp_f(0.0f);
    v16[6] = sp_f(0.0f);
    v16[7] = sp_f(0.0f);
    int64_t i18 = 0;
    for (; i18 < 1536; i18 += 64) {
        const int32_t v18 UNUSED = (int32_t)i18;
        vf v19[8] UNUSED;
        v19[0] = ld_f(b5, (int64_t)v18);
        v19[1] = ld_f(b5, (int64_t)v18 + 1 * LANES);
        v19[2] = ld_f(b5, (int64_t)v18 + 2 * LANES);
        v19[3] = ld_f(b5, (int64_t)v18 + 3 * LANES);
        v19[4] = ld_f(b5, (int64_t)v18 + 4 * LANES);
        v19[5] = ld_f(b5, (int64_t)v18 + 5 * LANES);
        v19[6] = ld_f(b5, (int64_t)v18 + 6 * LANES);
        v19[7] = ld_f(b5, (int64_t)v18 + 7 * LANES);
        v16[0] = v_fma_f(v19[0], v19[0], v16[0]);
        v16[1] = v_fma_f(v19[1], v19[1], v16[1]);
        v16[2] = v_fma_f(v19[2], v19[2], v16[2]);
        v16[3] = v_fma_f(v19[3], v19[3], v16[3]);
        v16[4] = v_fma_f(v19[4], v19[4], v16[4]);
        v16[5] = v_fma_f(v19[5], v19[5], v16[5]);
        v16[6] = v_fma_f(v19[6], v19[6], v16[6]);
        v16[7] = v_fma_f(v19[7], v19[7], v16[7]);
    }
    float v26 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v16[0];
        t = t + v16[1];
        t = t + v16[2];
        t = t + v16[3];
        t = t + v16[4];
        t = t + v16[5];
        t = t + v16[6];
        t = t + v16[7];
        v26 = h_sum_f(t);
    }
    const float v28 UNUSED = (v26 / 1536.0f);
    const float v30 UNUSED = (v28 + 9.99999997e-07f);
    const float v31 UNUSED = s_rsqrt_f(v30);
    float v32 UNUSED = (-INFINITY);
    int32_t v34 UNUSED = 2147483647;
    int64_t i35 = v11;
    for (; i35 + 2 <= v15; i35 += 2) {
        const int32_t v35 UNUSED = (int32_t)i35;
        const int64_t o36 UNUSED = (int64_t)v35 * 1536;
        const int32_t v38 UNUSED = (v35 + 1);
        const int64_t o39 UNUSED = (int64_t)v38 * 1536;
        vf v40[8] UNUSED;
        v40[0] = sp_f(0.0f);
        v40[1] = sp_f(0.0f);
        v40[2] = sp_f(0.0f);
        v40[3] = sp_f(0.0f);
        v40[4] = sp_f(0.0f);
        v40[5] = sp_f(0.0f);
        v40[6] = sp_f(0.0f);
        v40[7] = sp_f(0.0f);
        vf v41[8] UNUSED;
        v41[0] = sp_f(0.0f);
        v41[1] = sp_f(0.0f);
        v41[2] = sp_f(0.0f);
        v41[3] = sp_f(0.0f);
        v41[4] = sp_f(0.0f);
        v41[5] = sp_f(0.0f);
        v41[6] = sp_f(0.0f);
        v41[7] = sp_f(0.0f);
        int64_t i42 = 0;
        for (; i42 < 1536; i42 += 64) {
            const int32_t v42 UNUSED = (int32_t)i42;
            __builtin_prefetch((const char *)b7 + (o36 + (int64_t)v42) * 16 / 8 + 2048);
            __builtin_prefetch((const char *)b7 + (o36 + (int64_t)v42) * 16 / 8 + 2112);
            __builtin_prefetch((const char *)b5 + ((int64_t)v42) * 32 / 8 + 2048);
            __builtin_prefetch((const char *)b5 + ((int64_t)v42) * 32 / 8 + 2112);
            __builtin_prefetch((const char *)b5 + ((int64_t)v42) * 32 / 8 + 2176);
            __builtin_prefetch((const char *)b5 + ((int64_t)v42) * 32 / 8 + 2240);
            __builtin_prefetch((const char *)b6 + ((int64_t)v42) * 16 / 8 + 2048);
            __builtin_prefetch((const char *)b6 + ((int64_t)v42) * 16 / 8 + 2112);
            __builtin_prefetch((const char *)b7 + (o39 + (int64_t)v42) * 16 / 8 + 2048);
            __builtin_prefetch((const char *)b7 + (o39 + (int64_t)v42) * 16 / 8 + 2112);
            vf v48[8] UNUSED;
            v48[0] = (ld_f(b5, (int64_t)v42) * cv_bf16_f32(ld_h(b6, (int64_t)v42)));
            v48[1] = (ld_f(b5, (int64_t)v42 + 1 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v42 + 1 * LANES)));
            v48[2] = (ld_f(b5, (int64_t)v42 + 2 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v42 + 2 * LANES)));
            v48[3] = (ld_f(b5, (int64_t)v42 + 3 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v42 + 3 * LANES)));
            v48[4] = (ld_f(b5, (int64_t)v42 + 4 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v42 + 4 * LANES)));
            v48[5] = (ld_f(b5, (int64_t)v42 + 5 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v42 + 5 * LANES)));
            v48[6] = (ld_f(b5, (int64_t)v42 + 6 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v42 + 6 * LANES)));
            v48[7] = (ld_f(b5, (int64_t)v42 + 7 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v42 + 7 * LANES)));
            v40[0] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42)), v48[0], v40[0]);
            v40[1] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42 + 1 * LANES)), v48[1], v40[1]);
            v40[2] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42 + 2 * LANES)), v48[2], v40[2]);
            v40[3] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42 + 3 * LANES)), v48[3], v40[3]);
            v40[4] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42 + 4 * LANES)), v48[4], v40[4]);
            v40[5] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42 + 5 * LANES)), v48[5], v40[5]);
            v40[6] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42 + 6 * LANES)), v48[6], v40[6]);
            v40[7] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42 + 7 * LANES)), v48[7], v40[7]);
            v41[0] = v_fma_f(cv_bf16_f32(ld_h(b7, o39 + (int64_t)v42)), v48[0], v41[0]);
            v41[1] = v_fma_f(cv_bf16_f32(ld_h(b7, o39 + (int64_t)v42 + 1 * LANES)), v48[1], v41[1]);
            v41[2] = v_fma_f(cv_bf16_f32(ld_h(b7, o39 + (int64_t)v42 + 2 * LANES)), v48[2], v41[2]);
            v41[3] = v_fma_f(cv_bf16_f32(ld_h(b7, o39 + (int64_t)v42 + 3 * LANES)), v48[3], v41[3]);
            v41[4] = v_fma_f(cv_bf16_f32(ld_h(b7, o39 + (int64_t)v42 + 4 * LANES)), v48[4], v41[4]);
            v41[5] = v_fma_f(cv_bf16_f32(ld_h(b7, o39 + (int64_t)v42 + 5 * LANES)), v48[5], v41[5]);
            v41[6] = v_fma_f(cv_bf16_f32(ld_h(b7, o39 + (int64_t)v42 + 6 * LANES)), v48[6], v41[6]);
            v41[7] = v_fma_f(cv_bf16_f32(ld_h(b7, o39 + (int64_t)v42 + 7 * LANES)), v48[7], v41[7]);
        }
        float v59 UNUSED;
        {
            vf t = sp_f(0.0f);
            t = t + v40[0];
            t = t + v40[1];
            t = t + v40[2];
            t = t + v40[3];
            t = t + v40[4];
            t = t + v40[5];
            t = t + v40[6];
            t = t + v40[7];
            v59 = h_sum_f(t);
        }
        const float v60 UNUSED = (v59 * v31);
        float v62 UNUSED;
        {
            vf t = sp_f(0.0f);
            t = t + v41[0];
            t = t + v41[1];
            t = t + v41[2];
            t = t + v41[3];
            t = t + v41[4];
            t = t + v41[5];
            t = t + v41[6];
            t = t + v41[7];
            v62 = h_sum_f(t);
        }
        st1_f(b8, v35, v60);
        const int v64 UNUSED = (v1 <= v35);
        const int32_t v65 UNUSED = s_as_f_i(v60);
        const int32_t v66 UNUSED = (v65 & 2147483647);
        const int v68 UNUSED = (v66 <= 2139095040);
        const float v69 UNUSED = v32;
        const int v70 UNUSED = (v60 <= v69);
        const int v71 UNUSED = (v68 & v70);
        const int32_t v72 UNUSED = s_as_f_i(v69);
        const int32_t v73 UNUSED = (v72 & 2147483647);
        const int v74 UNUSED = (2139095040 < v73);
        const int v75 UNUSED = (v71 | v74);
        const int v76 UNUSED = (v64 | v75);
        const float v77 UNUSED = (v76 ? v69 : v60);
        v32 = v77;
        const int32_t v79 UNUSED = v34;
        const int32_t v80 UNUSED = (v76 ? v79 : v35);
        v34 = v80;
        const float v82 UNUSED = (v62 * v31);
        st1_f(b8, v38, v82);
        const int v84 UNUSED = (v1 <= v38);
        const int32_t v85 UNUSED = s_as_f_i(v82);
        const int32_t v86 UNUSED = (v85 & 2147483647);
        const int v87 UNUSED = (v86 <= 2139095040);
        const float v88 UNUSED = v32;
        const int v89 UNUSED = (v82 <= v88);
        const int v90 UNUSED = (v87 & v89);
        const int32_t v91 UNUSED = s_as_f_i(v88);
        const int32_t v92 UNUSED = (v91 & 2147483647);
        const int v93 UNUSED = (2139095040 < v92);
        const int v94 UNUSED = (v90 | v93);
        const int v95 UNUSED = (v84 | v94);
        const float v96 UNUSED = (v95 ? v88 : v82);
        v32 = v96;
        const int32_t v98 UNUSED = v34;
        const int32_t v99 UNUSED = (v95 ? v98 : v38);
        v34 = v99;
    }
    for (; i35 < v15; i35 += 2) {
        const int32_t v35 UNUSED = (int32_t)i35;
        const int64_t o36 UNUSED = (int64_t)v35 * 1536;
        const int32_t v38 UNUSED = (v35 + 1);
        const int64_t o39 UNUSED = (int64_t)v38 * 1536;
        const int64_t h39 UNUSED = v38 >= 0 && v38 < 151936 ? 1536 : 0;
        vf v40[8] UNUSED;
        v40[0] = sp_f(0.0f);
        v40[1] = sp_f(0.0f);
        v40[2] = sp_f(0.0f);
        v40[3] = sp_f(0.0f);
        v40[4] = sp_f(0.0f);
        v40[5] = sp_f(0.0f);
        v40[6] = sp_f(0.0f);
        v40[7] = sp_f(0.0f);
        vf v41[8] UNUSED;
        v41[0] = sp_f(0.0f);
        v41[1] = sp_f(0.0f);
        v41[2] = sp_f(0.0f);
        v41[3] = sp_f(0.0f);
        v41[4] = sp_f(0.0f);
        v41[5] = sp_f(0.0f);
        v41[6] = sp_f(0.0f);
        v41[7] = sp_f(0.0f);
        int64_t i42 = 0;
        for (; i42 < 1536; i42 += 64) {
            const int32_t v42 UNUSED = (int32_t)i42;
            __builtin_prefetch((const char *)b7 + (o36 + (int64_t)v42) * 16 / 8 + 2048);
            __builtin_prefetch((const char *)b7 + (o36 + (int64_t)v42) * 16 / 8 + 2112);
            __builtin_prefetch((const char *)b5 + ((int64_t)v42) * 32 / 8 + 2048);
            __builtin_prefetch((const char *)b5 + ((int64_t)v42) * 32 / 8 + 2112);
            __builtin_prefetch((const char *)b5 + ((int64_t)v42) * 32 / 8 + 2176);
            __builtin_prefetch((const char *)b5 + ((int64_t)v42) * 32 / 8 + 2240);
            __builtin_prefetch((const char *)b6 + ((int64_t)v42) * 16 / 8 + 2048);
            __builtin_prefetch((const char *)b6 + ((int64_t)v42) * 16 / 8 + 2112);
            __builtin_prefetch((const char *)b7 + (o39 + (int64_t)v42) * 16 / 8 + 2048);
            __builtin_prefetch((const char *)b7 + (o39 + (int64_t)v42) * 16 / 8 + 2112);
            vf v48[8] UNUSED;
            v48[0] = (ld_f(b5, (int64_t)v42) * cv_bf16_f32(ld_h(b6, (int64_t)v42)));
            v48[1] = (ld_f(b5, (int64_t)v42 + 1 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v42 + 1 * LANES)));
            v48[2] = (ld_f(b5, (int64_t)v42 + 2 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v42 + 2 * LANES)));
            v48[3] = (ld_f(b5, (int64_t)v42 + 3 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v42 + 3 * LANES)));
            v48[4] = (ld_f(b5, (int64_t)v42 + 4 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v42 + 4 * LANES)));
            v48[5] = (ld_f(b5, (int64_t)v42 + 5 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v42 + 5 * LANES)));
            v48[6] = (ld_f(b5, (int64_t)v42 + 6 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v42 + 6 * LANES)));
            v48[7] = (ld_f(b5, (int64_t)v42 + 7 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v42 + 7 * LANES)));
            v40[0] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42)), v48[0], v40[0]);
            v40[1] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42 + 1 * LANES)), v48[1], v40[1]);
            v40[2] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42 + 2 * LANES)), v48[2], v40[2]);
            v40[3] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42 + 3 * LANES)), v48[3], v40[3]);
            v40[4] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42 + 4 * LANES)), v48[4], v40[4]);
            v40[5] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42 + 5 * LANES)), v48[5], v40[5]);
            v40[6] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42 + 6 * LANES)), v48[6], v40[6]);
            v40[7] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42 + 7 * LANES)), v48[7], v40[7]);
            v41[0] = v_fma_f(cv_bf16_f32(ldm_h(b7, o39 + (int64_t)v42, 1, -((int64_t)v42), ts_least(h39 - ((int64_t)v42), LANES))), v48[0], v41[0]);
            v41[1] = v_fma_f(cv_bf16_f32(ldm_h(b7, o39 + (int64_t)v42 + 1 * LANES, 1, -((int64_t)v42 + 1 * LANES), ts_least(h39 - ((int64_t)v42 + 1 * LANES), LANES))), v48[1], v41[1]);
            v41[2] = v_fma_f(cv_bf16_f32(ldm_h(b7, o39 + (int64_t)v42 + 2 * LANES, 1, -((int64_t)v42 + 2 * LANES), ts_least(h39 - ((int64_t)v42 + 2 * LANES), LANES))), v48[2], v41[2]);
            v41[3] = v_fma_f(cv_bf16_f32(ldm_h(b7, o39 + (int64_t)v42 + 3 * LANES, 1, -((int64_t)v42 + 3 * LANES), ts_least(h39 - ((int64_t)v42 + 3 * LANES), LANES))), v48[3], v41[3]);
            v41[4] = v_fma_f(cv_bf16_f32(ldm_h(b7, o39 + (int64_t)v42 + 4 * LANES, 1, -((int64_t)v42 + 4 * LANES), ts_least(h39 - ((int64_t)v42 + 4 * LANES), LANES))), v48[4], v41[4]);
            v41[5] = v_fma_f(cv_bf16_f32(ldm_h(b7, o39 + (int64_t)v42 + 5 * LANES, 1, -((int64_t)v42 + 5 * LANES), ts_least(h39 - ((int64_t)v42 + 5 * LANES), LANES))), v48[5], v41[5]);
            v41[6] = v_fma_f(cv_bf16_f32(ldm_h(b7, o39 + (int64_t)v42 + 6 * LANES, 1, -((int64_t)v42 + 6 * LANES), ts_least(h39 - ((int64_t)v42 + 6 * LANES), LANES))), v48[6], v41[6]);
            v41[7] = v_fma_f(cv_bf16_f32(ldm_h(b7, o39 + (int64_t)v42 + 7 * LANES, 1, -((int64_t)v42 + 7 * LANES), ts_least(h39 - ((int64_t)v42 + 7 * LANES), LANES))), v48[7], v41[7]);
        }
        float v59 UNUSED;
        {
            vf t = sp_f(0.0f);
            t = t + v40[0];
            t = t + v40[1];
            t = t + v40[2];
            t = t + v40[3];
            t = t + v40[4];
            t = t + v40[5];
            t = t + v40[6];
            t = t + v40[7];
            v59 = h_sum_f(t);
        }
        const float v60 UNUSED = (v59 * v31);
        float v62 UNUSED;
        {
            vf t = sp_f(0.0f);
            t = t + v41[0];
            t = t + v41[1];
            t = t + v41[2];
            t = t + v41[3];
            t = t + v41[4];
            t = t + v41[5];
            t = t + v41[6];
            t = t + v41[7];
            v62 = h_sum_f(t);
        }
        st1_f(b8, v35, v60);
        const int v64 UNUSED = (v1 <= v35);
        const int32_t v65 UNUSED = s_as_f_i(v60);
        const int32_t v66 UNUSED = (v65 & 2147483647);
        const int v68 UNUSED = (v66 <= 2139095040);
        const float v69 UNUSED = v32;
        const int v70 UNUSED = (v60 <= v69);
        const int v71 UNUSED = (v68 & v70);
        const int32_t v72 UNUSED = s_as_f_i(v69);
        const int32_t v73 UNUSED = (v72 & 2147483647);
        const int v74 UNUSED = (2139095040 < v73);
        const int v75 UNUSED = (v71 | v74);
        const int v76 UNUSED = (v64 | v75);
        const float v77 UNUSED = (v76 ? v69 : v60);
        v32 = v77;
        const int32_t v79 UNUSED = v34;
        const int32_t v80 UNUSED = (v76 ? v79 : v35);
        v34 = v80;
        const float v82 UNUSED = (v62 * v31);
        if (v38 >= 0 && v38 < 151936) st1_f(b8, v38, v82);
        const int v84 UNUSED = (v1 <= v38);
        const int32_t v85 UNUSED = s_as_f_i(v82);
        const int32_t v86 UNUSED = (v85 & 2147483647);
        const int v87 UNUSED = (v86 <= 2139095040);
        const float v88 UNUSED = v32;
        const int v89 UNUSED = (v82 <= v88);
        const int v90 UNUSED = (v87 & v89);
        const int32_t v91 UNUSED = s_as_f_i(v88);
        const int32_t v92 UNUSED = (v91 & 2147483647);
        const int v93 UNUSED = (2139095040 < v92);
        const int v94 UNUSED = (v90 | v93);
        const int v95 UNUSED = (v84 | v94);
        const float v96 UNUSED = (v95 ? v88 : v82);
        v32 = v96;
        const int32_t v98 UNUSED = v34;
        const int32_t v99 UNUSED = (v95 ? v98 : v38);
        v34 = v99;
    }
    const int32_t v102 UNUSED = s_div_i(v11, 16);
    const float v103 UNUSED = v32;
    st1_f(b9, v102, v103);
    const int32_t v105 UNUSED = v34;
    st1_i(b10, v102, v105);
}

void ts_norm_lm_head_argmax(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) norm_lm_head_argmax_run1(buf, size, i);
}

/* ---- norm_lm_head_argmax__final ---- */

const char ts_norm_lm_head_argmax__final_needs[] = "val:32:9496,idx:32:9496,token:32:1,top:32:1";
const char ts_norm_lm_head_argmax__final_modes[] = "iioo";
const int ts_norm_lm_head_argmax__final_sizes = 1;
const long ts_norm_lm_head_argmax__final_cost = 1;

long ts_norm_lm_head_argmax__final_grid(const int32_t *const *size UNUSED)
{
    return 1;
}

FN void norm_lm_head_argmax__final_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const int32_t v1 UNUSED = *size[0]; /* valid */
    const void *const b4 UNUSED = buf[0]; /* val */
    const void *const b5 UNUSED = buf[1]; /* idx */
    void *const b6 UNUSED = buf[2]; /* token */
    void *const b7 UNUSED = buf[3]; /* top */
    const int32_t v10 UNUSED = s_div_i(v1, 16);
    const int32_t v11 UNUSED = s_rem_i(v1, 16);
    const int32_t v12 UNUSED = s_min_i(v11, 1);
    const int32_t v13 UNUSED = (v10 + v12);
    vf v14[8] UNUSED;
    v14[0] = sp_f((-INFINITY));
    v14[1] = sp_f((-INFINITY));
    v14[2] = sp_f((-INFINITY));
    v14[3] = sp_f((-INFINITY));
    v14[4] = sp_f((-INFINITY));
    v14[5] = sp_f((-INFINITY));
    v14[6] = sp_f((-INFINITY));
    v14[7] = sp_f((-INFINITY));
    vi v16[8] UNUSED;
    v16[0] = sp_i(2147483647);
    v16[1] = sp_i(2147483647);
    v16[2] = sp_i(2147483647);
    v16[3] = sp_i(2147483647);
    v16[4] = sp_i(2147483647);
    v16[5] = sp_i(2147483647);
    v16[6] = sp_i(2147483647);
    v16[7] = sp_i(2147483647);
    int64_t i18 = 0;
    for (; i18 < v13; i18 += 64) {
        const int32_t v18 UNUSED = (int32_t)i18;
        vf v22[8] UNUSED;
        v22[0] = ldm_f(b4, (int64_t)v18, 1, -((int64_t)v18), ts_least(9496 - ((int64_t)v18), LANES));
        v22[1] = ldm_f(b4, (int64_t)v18 + 1 * LANES, 1, -((int64_t)v18 + 1 * LANES), ts_least(9496 - ((int64_t)v18 + 1 * LANES), LANES));
        v22[2] = ldm_f(b4, (int64_t)v18 + 2 * LANES, 1, -((int64_t)v18 + 2 * LANES), ts_least(9496 - ((int64_t)v18 + 2 * LANES), LANES));
        v22[3] = ldm_f(b4, (int64_t)v18 + 3 * LANES, 1, -((int64_t)v18 + 3 * LANES), ts_least(9496 - ((int64_t)v18 + 3 * LANES), LANES));
        v22[4] = ldm_f(b4, (int64_t)v18 + 4 * LANES, 1, -((int64_t)v18 + 4 * LANES), ts_least(9496 - ((int64_t)v18 + 4 * LANES), LANES));
        v22[5] = ldm_f(b4, (int64_t)v18 + 5 * LANES, 1, -((int64_t)v18 + 5 * LANES), ts_least(9496 - ((int64_t)v18 + 5 * LANES), LANES));
        v22[6] = ldm_f(b4, (int64_t)v18 + 6 * LANES, 1, -((int64_t)v18 + 6 * LANES), ts_least(9496 - ((int64_t)v18 + 6 * LANES), LANES));
        v22[7] = ldm_f(b4, (int64_t)v18 + 7 * LANES, 1, -((int64_t)v18 + 7 * LANES), ts_least(9496 - ((int64_t)v18 + 7 * LANES), LANES));
        vf v27[8] UNUSED;
        v27[0] = v14[0];
        v27[1] = v14[1];
        v27[2] = v14[2];
        v27[3] = v14[3];
        v27[4] = v14[4];
        v27[5] = v14[5];
        v27[6] = v14[6];
        v27[7] = v14[7];
        vm v34[8] UNUSED;
        v34[0] = (vm)((vm)(sp_i(v13) <= (sp_i(v18) + iota(0 * LANES))) | (vm)((vm)((vm)((as_f_i(v22[0]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v22[0] <= v27[0])) | (vm)(sp_i(2139095040) < (as_f_i(v27[0]) & sp_i(2147483647)))));
        v34[1] = (vm)((vm)(sp_i(v13) <= (sp_i(v18) + iota(1 * LANES))) | (vm)((vm)((vm)((as_f_i(v22[1]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v22[1] <= v27[1])) | (vm)(sp_i(2139095040) < (as_f_i(v27[1]) & sp_i(2147483647)))));
        v34[2] = (vm)((vm)(sp_i(v13) <= (sp_i(v18) + iota(2 * LANES))) | (vm)((vm)((vm)((as_f_i(v22[2]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v22[2] <= v27[2])) | (vm)(sp_i(2139095040) < (as_f_i(v27[2]) & sp_i(2147483647)))));
        v34[3] = (vm)((vm)(sp_i(v13) <= (sp_i(v18) + iota(3 * LANES))) | (vm)((vm)((vm)((as_f_i(v22[3]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v22[3] <= v27[3])) | (vm)(sp_i(2139095040) < (as_f_i(v27[3]) & sp_i(2147483647)))));
        v34[4] = (vm)((vm)(sp_i(v13) <= (sp_i(v18) + iota(4 * LANES))) | (vm)((vm)((vm)((as_f_i(v22[4]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v22[4] <= v27[4])) | (vm)(sp_i(2139095040) < (as_f_i(v27[4]) & sp_i(2147483647)))));
        v34[5] = (vm)((vm)(sp_i(v13) <= (sp_i(v18) + iota(5 * LANES))) | (vm)((vm)((vm)((as_f_i(v22[5]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v22[5] <= v27[5])) | (vm)(sp_i(2139095040) < (as_f_i(v27[5]) & sp_i(2147483647)))));
        v34[6] = (vm)((vm)(sp_i(v13) <= (sp_i(v18) + iota(6 * LANES))) | (vm)((vm)((vm)((as_f_i(v22[6]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v22[6] <= v27[6])) | (vm)(sp_i(2139095040) < (as_f_i(v27[6]) & sp_i(2147483647)))));
        v34[7] = (vm)((vm)(sp_i(v13) <= (sp_i(v18) + iota(7 * LANES))) | (vm)((vm)((vm)((as_f_i(v22[7]) & sp_i(2147483647)) <= sp_i(2139095040)) & (vm)(v22[7] <= v27[7])) | (vm)(sp_i(2139095040) < (as_f_i(v27[7]) & sp_i(2147483647)))));
        v14[0] = v_select_f(v34[0], v27[0], v22[0]);
        v14[1] = v_select_f(v34[1], v27[1], v22[1]);
        v14[2] = v_select_f(v34[2], v27[2], v22[2]);
        v14[3] = v_select_f(v34[3], v27[3], v22[3]);
        v14[4] = v_select_f(v34[4], v27[4], v22[4]);
        v14[5] = v_select_f(v34[5], v27[5], v22[5]);
        v14[6] = v_select_f(v34[6], v27[6], v22[6]);
        v14[7] = v_select_f(v34[7], v27[7], v22[7]);
        v16[0] = v_select_i(v34[0], v16[0], ldm_i(b5, (int64_t)v18, 1, -((int64_t)v18), ts_least(9496 - ((int64_t)v18), LANES)));
        v16[1] = v_select_i(v34[1], v16[1], ldm_i(b5, (int64_t)v18 + 1 * LANES, 1, -((int64_t)v18 + 1 * LANES), ts_least(9496 - ((int64_t)v18 + 1 * LANES), LANES)));
        v16[2] = v_select_i(v34[2], v16[2], ldm_i(b5, (int64_t)v18 + 2 * LANES, 1, -((int64_t)v18 + 2 * LANES), ts_least(9496 - ((int64_t)v18 + 2 * LANES), LANES)));
        v16[3] = v_select_i(v34[3], v16[3], ldm_i(b5, (int64_t)v18 + 3 * LANES, 1, -((int64_t)v18 + 3 * LANES), ts_least(9496 - ((int64_t)v18 + 3 * LANES), LANES)));
        v16[4] = v_select_i(v34[4], v16[4], ldm_i(b5, (int64_t)v18 + 4 * LANES, 1, -((int64_t)v18 + 4 * LANES), ts_least(9496 - ((int64_t)v18 + 4 * LANES), LANES)));
        v16[5] = v_select_i(v34[5], v16[5], ldm_i(b5, (int64_t)v18 + 5 * LANES, 1, -((int64_t)v18 + 5 * LANES), ts_least(9496 - ((int64_t)v18 + 5 * LANES), LANES)));
        v16[6] = v_select_i(v34[6], v16[6], ldm_i(b5, (int64_t)v18 + 6 * LANES, 1, -((int64_t)v18 + 6 * LANES), ts_least(9496 - ((int64_t)v18 + 6 * LANES), LANES)));
        v16[7] = v_select_i(v34[7], v16[7], ldm_i(b5, (int64_t)v18 + 7 * LANES, 1, -((int64_t)v18 + 7 * LANES), ts_least(9496 - ((int64_t)v18 + 7 * LANES), LANES)));
    }
    vf v43[8] UNUSED;
    v43[0] = v14[0];
    v43[1] = v14[1];
    v43[2] = v14[2];
    v43[3] = v14[3];
    v43[4] = v14[4];
    v43[5] = v14[5];
    v43[6] = v14[6];
    v43[7] = v14[7];
    vi v47[8] UNUSED;
    v47[0] = v16[0];
    v47[1] = v16[1];
    v47[2] = v16[2];
    v47[3] = v16[3];
    v47[4] = v16[4];
    v47[5] = v16[5];
    v47[6] = v16[6];
    v47[7] = v16[7];
    int32_t v49 UNUSED;
    {
        vi t = sp_i(INT32_MAX);
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v43[0]) & sp_i(2147483647))), v47[0], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v43[1]) & sp_i(2147483647))), v47[1], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v43[2]) & sp_i(2147483647))), v47[2], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v43[3]) & sp_i(2147483647))), v47[3], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v43[4]) & sp_i(2147483647))), v47[4], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v43[5]) & sp_i(2147483647))), v47[5], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v43[6]) & sp_i(2147483647))), v47[6], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(sp_i(2139095040) < (as_f_i(v43[7]) & sp_i(2147483647))), v47[7], sp_i(2147483647)));
        v49 = h_min_i(t);
    }
    const int v50 UNUSED = (v49 != 2147483647);
    float v51 UNUSED;
    {
        vf t = sp_f(-INFINITY);
        t = v_max_f(t, v43[0]);
        t = v_max_f(t, v43[1]);
        t = v_max_f(t, v43[2]);
        t = v_max_f(t, v43[3]);
        t = v_max_f(t, v43[4]);
        t = v_max_f(t, v43[5]);
        t = v_max_f(t, v43[6]);
        t = v_max_f(t, v43[7]);
        v51 = h_max_f(t);
    }
    int32_t v54 UNUSED;
    {
        vi t = sp_i(INT32_MAX);
        t = v_min_i(t, v_select_i((vm)(v43[0] == sp_f(v51)), v47[0], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v43[1] == sp_f(v51)), v47[1], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v43[2] == sp_f(v51)), v47[2], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v43[3] == sp_f(v51)), v47[3], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v43[4] == sp_f(v51)), v47[4], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v43[5] == sp_f(v51)), v47[5], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v43[6] == sp_f(v51)), v47[6], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v43[7] == sp_f(v51)), v47[7], sp_i(2147483647)));
        v54 = h_min_i(t);
    }
    const int32_t v55 UNUSED = (v50 ? v49 : v54);
    const int v56 UNUSED = (v55 == 2147483647);
    const int32_t v57 UNUSED = (v56 ? 0 : v55);
    const uint32_t v58 UNUSED = s_cv_i32_u32(v57);
    const float v60 UNUSED = (v50 ? NAN : v51);
    st1_u(b6, 0, v58);
    st1_f(b7, 0, v60);
}

void ts_norm_lm_head_argmax__final(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) norm_lm_head_argmax__final_run1(buf, size, i);
}


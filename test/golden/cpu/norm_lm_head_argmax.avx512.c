#define LANES 16
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
    vf v16[4] UNUSED;
    v16[0] = sp_f(0.0f);
    v16[1] = sp_f(0.0f);
    v16[2] = sp_f(0.0f);
    v16[3] = sp_f(0.0f);
    int64_t i18 = 0;
    for (; i18 < 1536; i18 += 64) {
        const int32_t v18 UNUSED = (int32_t)i18;
        vf v19[4] UNUSED;
        v19[0] = ld_f(b5, (int64_t)v18);
        v19[1] = ld_f(b5, (int64_t)v18 + 1 * LANES);
        v19[2] = ld_f(b5, (int64_t)v18 + 2 * LANES);
        v19[3] = ld_f(b5, (int64_t)v18 + 3 * LANES);
        v16[0] = v_fma_f(v19[0], v19[0], v16[0]);
        v16[1] = v_fma_f(v19[1], v19[1], v16[1]);
        v16[2] = v_fma_f(v19[2], v19[2], v16[2]);
        v16[3] = v_fma_f(v19[3], v19[3], v16[3]);
    }
    float v26 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v16[0];
        t = t + v16[1];
        t = t + v16[2];
        t = t + v16[3];
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
        vf v40[4] UNUSED;
        v40[0] = sp_f(0.0f);
        v40[1] = sp_f(0.0f);
        v40[2] = sp_f(0.0f);
        v40[3] = sp_f(0.0f);
        vf v41[4] UNUSED;
        v41[0] = sp_f(0.0f);
        v41[1] = sp_f(0.0f);
        v41[2] = sp_f(0.0f);
        v41[3] = sp_f(0.0f);
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
            vf v48[4] UNUSED;
            v48[0] = (ld_f(b5, (int64_t)v42) * cv_bf16_f32(ld_h(b6, (int64_t)v42)));
            v48[1] = (ld_f(b5, (int64_t)v42 + 1 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v42 + 1 * LANES)));
            v48[2] = (ld_f(b5, (int64_t)v42 + 2 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v42 + 2 * LANES)));
            v48[3] = (ld_f(b5, (int64_t)v42 + 3 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v42 + 3 * LANES)));
            v40[0] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42)), v48[0], v40[0]);
            v40[1] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42 + 1 * LANES)), v48[1], v40[1]);
            v40[2] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42 + 2 * LANES)), v48[2], v40[2]);
            v40[3] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42 + 3 * LANES)), v48[3], v40[3]);
            v41[0] = v_fma_f(cv_bf16_f32(ld_h(b7, o39 + (int64_t)v42)), v48[0], v41[0]);
            v41[1] = v_fma_f(cv_bf16_f32(ld_h(b7, o39 + (int64_t)v42 + 1 * LANES)), v48[1], v41[1]);
            v41[2] = v_fma_f(cv_bf16_f32(ld_h(b7, o39 + (int64_t)v42 + 2 * LANES)), v48[2], v41[2]);
            v41[3] = v_fma_f(cv_bf16_f32(ld_h(b7, o39 + (int64_t)v42 + 3 * LANES)), v48[3], v41[3]);
        }
        float v59 UNUSED;
        {
            vf t = sp_f(0.0f);
            t = t + v40[0];
            t = t + v40[1];
            t = t + v40[2];
            t = t + v40[3];
            v59 = h_sum_f(t);
        }
        const float v60 UNUSED = (v59 * v31);
        const int v61 UNUSED = (v35 < v1);
        const float v62 UNUSED = v32;
        const int v63 UNUSED = (v62 < v60);
        const int v64 UNUSED = (v60 == v62);
        const int32_t v65 UNUSED = v34;
        const int v66 UNUSED = (v35 < v65);
        const int v67 UNUSED = (v64 & v66);
        const int v68 UNUSED = (v63 | v67);
        const int v69 UNUSED = (v61 & v68);
        float v71 UNUSED;
        {
            vf t = sp_f(0.0f);
            t = t + v41[0];
            t = t + v41[1];
            t = t + v41[2];
            t = t + v41[3];
            v71 = h_sum_f(t);
        }
        st1_f(b8, v35, v60);
        const float v73 UNUSED = (v69 ? v60 : v62);
        v32 = v73;
        const int32_t v75 UNUSED = (v69 ? v35 : v65);
        v34 = v75;
        const float v77 UNUSED = (v71 * v31);
        const int v78 UNUSED = (v38 < v1);
        const float v79 UNUSED = v32;
        const int v80 UNUSED = (v79 < v77);
        const int v81 UNUSED = (v77 == v79);
        const int32_t v82 UNUSED = v34;
        const int v83 UNUSED = (v38 < v82);
        const int v84 UNUSED = (v81 & v83);
        const int v85 UNUSED = (v80 | v84);
        const int v86 UNUSED = (v78 & v85);
        st1_f(b8, v38, v77);
        const float v88 UNUSED = (v86 ? v77 : v79);
        v32 = v88;
        const int32_t v90 UNUSED = (v86 ? v38 : v82);
        v34 = v90;
    }
    for (; i35 < v15; i35 += 2) {
        const int32_t v35 UNUSED = (int32_t)i35;
        const int64_t o36 UNUSED = (int64_t)v35 * 1536;
        const int32_t v38 UNUSED = (v35 + 1);
        const int64_t o39 UNUSED = (int64_t)v38 * 1536;
        const int64_t h39 UNUSED = v38 >= 0 && v38 < 151936 ? 1536 : 0;
        vf v40[4] UNUSED;
        v40[0] = sp_f(0.0f);
        v40[1] = sp_f(0.0f);
        v40[2] = sp_f(0.0f);
        v40[3] = sp_f(0.0f);
        vf v41[4] UNUSED;
        v41[0] = sp_f(0.0f);
        v41[1] = sp_f(0.0f);
        v41[2] = sp_f(0.0f);
        v41[3] = sp_f(0.0f);
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
            vf v48[4] UNUSED;
            v48[0] = (ld_f(b5, (int64_t)v42) * cv_bf16_f32(ld_h(b6, (int64_t)v42)));
            v48[1] = (ld_f(b5, (int64_t)v42 + 1 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v42 + 1 * LANES)));
            v48[2] = (ld_f(b5, (int64_t)v42 + 2 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v42 + 2 * LANES)));
            v48[3] = (ld_f(b5, (int64_t)v42 + 3 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v42 + 3 * LANES)));
            v40[0] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42)), v48[0], v40[0]);
            v40[1] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42 + 1 * LANES)), v48[1], v40[1]);
            v40[2] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42 + 2 * LANES)), v48[2], v40[2]);
            v40[3] = v_fma_f(cv_bf16_f32(ld_h(b7, o36 + (int64_t)v42 + 3 * LANES)), v48[3], v40[3]);
            v41[0] = v_fma_f(cv_bf16_f32(ldm_h(b7, o39 + (int64_t)v42, 1, -((int64_t)v42), ts_least(h39 - ((int64_t)v42), LANES))), v48[0], v41[0]);
            v41[1] = v_fma_f(cv_bf16_f32(ldm_h(b7, o39 + (int64_t)v42 + 1 * LANES, 1, -((int64_t)v42 + 1 * LANES), ts_least(h39 - ((int64_t)v42 + 1 * LANES), LANES))), v48[1], v41[1]);
            v41[2] = v_fma_f(cv_bf16_f32(ldm_h(b7, o39 + (int64_t)v42 + 2 * LANES, 1, -((int64_t)v42 + 2 * LANES), ts_least(h39 - ((int64_t)v42 + 2 * LANES), LANES))), v48[2], v41[2]);
            v41[3] = v_fma_f(cv_bf16_f32(ldm_h(b7, o39 + (int64_t)v42 + 3 * LANES, 1, -((int64_t)v42 + 3 * LANES), ts_least(h39 - ((int64_t)v42 + 3 * LANES), LANES))), v48[3], v41[3]);
        }
        float v59 UNUSED;
        {
            vf t = sp_f(0.0f);
            t = t + v40[0];
            t = t + v40[1];
            t = t + v40[2];
            t = t + v40[3];
            v59 = h_sum_f(t);
        }
        const float v60 UNUSED = (v59 * v31);
        const int v61 UNUSED = (v35 < v1);
        const float v62 UNUSED = v32;
        const int v63 UNUSED = (v62 < v60);
        const int v64 UNUSED = (v60 == v62);
        const int32_t v65 UNUSED = v34;
        const int v66 UNUSED = (v35 < v65);
        const int v67 UNUSED = (v64 & v66);
        const int v68 UNUSED = (v63 | v67);
        const int v69 UNUSED = (v61 & v68);
        float v71 UNUSED;
        {
            vf t = sp_f(0.0f);
            t = t + v41[0];
            t = t + v41[1];
            t = t + v41[2];
            t = t + v41[3];
            v71 = h_sum_f(t);
        }
        st1_f(b8, v35, v60);
        const float v73 UNUSED = (v69 ? v60 : v62);
        v32 = v73;
        const int32_t v75 UNUSED = (v69 ? v35 : v65);
        v34 = v75;
        const float v77 UNUSED = (v71 * v31);
        const int v78 UNUSED = (v38 < v1);
        const float v79 UNUSED = v32;
        const int v80 UNUSED = (v79 < v77);
        const int v81 UNUSED = (v77 == v79);
        const int32_t v82 UNUSED = v34;
        const int v83 UNUSED = (v38 < v82);
        const int v84 UNUSED = (v81 & v83);
        const int v85 UNUSED = (v80 | v84);
        const int v86 UNUSED = (v78 & v85);
        if (v38 >= 0 && v38 < 151936) st1_f(b8, v38, v77);
        const float v88 UNUSED = (v86 ? v77 : v79);
        v32 = v88;
        const int32_t v90 UNUSED = (v86 ? v38 : v82);
        v34 = v90;
    }
    const int32_t v93 UNUSED = s_div_i(v11, 16);
    const float v94 UNUSED = v32;
    st1_f(b9, v93, v94);
    const int32_t v96 UNUSED = v34;
    st1_i(b10, v93, v96);
}

void ts_norm_lm_head_argmax(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) norm_lm_head_argmax_run1(buf, size, i);
}

/* ---- norm_lm_head_argmax__final ---- */

const char ts_norm_lm_head_argmax__final_needs[] = "val:32:9496,idx:32:9496,token:32:1";
const char ts_norm_lm_head_argmax__final_modes[] = "iio";
const int ts_norm_lm_head_argmax__final_sizes = 1;
const long ts_norm_lm_head_argmax__final_cost = 1;

long ts_norm_lm_head_argmax__final_grid(const int32_t *const *size UNUSED)
{
    return 1;
}

FN void norm_lm_head_argmax__final_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const int32_t v1 UNUSED = *size[0]; /* valid */
    const void *const b3 UNUSED = buf[0]; /* val */
    const void *const b4 UNUSED = buf[1]; /* idx */
    void *const b6 UNUSED = buf[2]; /* token */
    const int32_t v9 UNUSED = s_div_i(v1, 16);
    const int32_t v10 UNUSED = s_rem_i(v1, 16);
    const int32_t v11 UNUSED = s_min_i(v10, 1);
    const int32_t v12 UNUSED = (v9 + v11);
    vf v13[4] UNUSED;
    v13[0] = sp_f((-INFINITY));
    v13[1] = sp_f((-INFINITY));
    v13[2] = sp_f((-INFINITY));
    v13[3] = sp_f((-INFINITY));
    vi v15[4] UNUSED;
    v15[0] = sp_i(2147483647);
    v15[1] = sp_i(2147483647);
    v15[2] = sp_i(2147483647);
    v15[3] = sp_i(2147483647);
    int64_t i17 = 0;
    for (; i17 < v12; i17 += 64) {
        const int32_t v17 UNUSED = (int32_t)i17;
        vf v21[4] UNUSED;
        v21[0] = v13[0];
        v21[1] = v13[1];
        v21[2] = v13[2];
        v21[3] = v13[3];
        vf v22[4] UNUSED;
        v22[0] = ldm_f(b3, (int64_t)v17, 1, -((int64_t)v17), ts_least(9496 - ((int64_t)v17), LANES));
        v22[1] = ldm_f(b3, (int64_t)v17 + 1 * LANES, 1, -((int64_t)v17 + 1 * LANES), ts_least(9496 - ((int64_t)v17 + 1 * LANES), LANES));
        v22[2] = ldm_f(b3, (int64_t)v17 + 2 * LANES, 1, -((int64_t)v17 + 2 * LANES), ts_least(9496 - ((int64_t)v17 + 2 * LANES), LANES));
        v22[3] = ldm_f(b3, (int64_t)v17 + 3 * LANES, 1, -((int64_t)v17 + 3 * LANES), ts_least(9496 - ((int64_t)v17 + 3 * LANES), LANES));
        vi v25[4] UNUSED;
        v25[0] = ldm_i(b4, (int64_t)v17, 1, -((int64_t)v17), ts_least(9496 - ((int64_t)v17), LANES));
        v25[1] = ldm_i(b4, (int64_t)v17 + 1 * LANES, 1, -((int64_t)v17 + 1 * LANES), ts_least(9496 - ((int64_t)v17 + 1 * LANES), LANES));
        v25[2] = ldm_i(b4, (int64_t)v17 + 2 * LANES, 1, -((int64_t)v17 + 2 * LANES), ts_least(9496 - ((int64_t)v17 + 2 * LANES), LANES));
        v25[3] = ldm_i(b4, (int64_t)v17 + 3 * LANES, 1, -((int64_t)v17 + 3 * LANES), ts_least(9496 - ((int64_t)v17 + 3 * LANES), LANES));
        vi v26[4] UNUSED;
        v26[0] = v15[0];
        v26[1] = v15[1];
        v26[2] = v15[2];
        v26[3] = v15[3];
        vm v30[4] UNUSED;
        v30[0] = (vm)((vm)((sp_i(v17) + iota(0 * LANES)) < sp_i(v12)) & (vm)((vm)(v21[0] < v22[0]) | (vm)((vm)(v22[0] == v21[0]) & (vm)(v25[0] < v26[0]))));
        v30[1] = (vm)((vm)((sp_i(v17) + iota(1 * LANES)) < sp_i(v12)) & (vm)((vm)(v21[1] < v22[1]) | (vm)((vm)(v22[1] == v21[1]) & (vm)(v25[1] < v26[1]))));
        v30[2] = (vm)((vm)((sp_i(v17) + iota(2 * LANES)) < sp_i(v12)) & (vm)((vm)(v21[2] < v22[2]) | (vm)((vm)(v22[2] == v21[2]) & (vm)(v25[2] < v26[2]))));
        v30[3] = (vm)((vm)((sp_i(v17) + iota(3 * LANES)) < sp_i(v12)) & (vm)((vm)(v21[3] < v22[3]) | (vm)((vm)(v22[3] == v21[3]) & (vm)(v25[3] < v26[3]))));
        v13[0] = v_select_f(v30[0], v22[0], v21[0]);
        v13[1] = v_select_f(v30[1], v22[1], v21[1]);
        v13[2] = v_select_f(v30[2], v22[2], v21[2]);
        v13[3] = v_select_f(v30[3], v22[3], v21[3]);
        v15[0] = v_select_i(v30[0], v25[0], v26[0]);
        v15[1] = v_select_i(v30[1], v25[1], v26[1]);
        v15[2] = v_select_i(v30[2], v25[2], v26[2]);
        v15[3] = v_select_i(v30[3], v25[3], v26[3]);
    }
    vf v36[4] UNUSED;
    v36[0] = v13[0];
    v36[1] = v13[1];
    v36[2] = v13[2];
    v36[3] = v13[3];
    float v37 UNUSED;
    {
        vf t = sp_f(-INFINITY);
        t = v_max_f(t, v36[0]);
        t = v_max_f(t, v36[1]);
        t = v_max_f(t, v36[2]);
        t = v_max_f(t, v36[3]);
        v37 = h_max_f(t);
    }
    int32_t v41 UNUSED;
    {
        vi t = sp_i(INT32_MAX);
        t = v_min_i(t, v_select_i((vm)(v36[0] == sp_f(v37)), v15[0], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v36[1] == sp_f(v37)), v15[1], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v36[2] == sp_f(v37)), v15[2], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v36[3] == sp_f(v37)), v15[3], sp_i(2147483647)));
        v41 = h_min_i(t);
    }
    const int v42 UNUSED = (v41 == 2147483647);
    const int32_t v43 UNUSED = (v42 ? 0 : v41);
    const uint32_t v44 UNUSED = s_cv_i32_u32(v43);
    st1_u(b6, 0, v44);
}

void ts_norm_lm_head_argmax__final(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) norm_lm_head_argmax__final_run1(buf, size, i);
}


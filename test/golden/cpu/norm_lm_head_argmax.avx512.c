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
        float v62 UNUSED;
        {
            vf t = sp_f(0.0f);
            t = t + v41[0];
            t = t + v41[1];
            t = t + v41[2];
            t = t + v41[3];
            v62 = h_sum_f(t);
        }
        st1_f(b8, v35, v60);
        const int v64 UNUSED = (v1 <= v35);
        const float v65 UNUSED = v32;
        const int v66 UNUSED = (v60 <= v65);
        const int v67 UNUSED = (v65 != v65);
        const int v68 UNUSED = (v66 | v67);
        const int v69 UNUSED = (v64 | v68);
        const float v70 UNUSED = (v69 ? v65 : v60);
        v32 = v70;
        const int32_t v72 UNUSED = v34;
        const int32_t v73 UNUSED = (v69 ? v72 : v35);
        v34 = v73;
        const float v75 UNUSED = (v62 * v31);
        st1_f(b8, v38, v75);
        const int v77 UNUSED = (v1 <= v38);
        const float v78 UNUSED = v32;
        const int v79 UNUSED = (v75 <= v78);
        const int v80 UNUSED = (v78 != v78);
        const int v81 UNUSED = (v79 | v80);
        const int v82 UNUSED = (v77 | v81);
        const float v83 UNUSED = (v82 ? v78 : v75);
        v32 = v83;
        const int32_t v85 UNUSED = v34;
        const int32_t v86 UNUSED = (v82 ? v85 : v38);
        v34 = v86;
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
        float v62 UNUSED;
        {
            vf t = sp_f(0.0f);
            t = t + v41[0];
            t = t + v41[1];
            t = t + v41[2];
            t = t + v41[3];
            v62 = h_sum_f(t);
        }
        st1_f(b8, v35, v60);
        const int v64 UNUSED = (v1 <= v35);
        const float v65 UNUSED = v32;
        const int v66 UNUSED = (v60 <= v65);
        const int v67 UNUSED = (v65 != v65);
        const int v68 UNUSED = (v66 | v67);
        const int v69 UNUSED = (v64 | v68);
        const float v70 UNUSED = (v69 ? v65 : v60);
        v32 = v70;
        const int32_t v72 UNUSED = v34;
        const int32_t v73 UNUSED = (v69 ? v72 : v35);
        v34 = v73;
        const float v75 UNUSED = (v62 * v31);
        if (v38 >= 0 && v38 < 151936) st1_f(b8, v38, v75);
        const int v77 UNUSED = (v1 <= v38);
        const float v78 UNUSED = v32;
        const int v79 UNUSED = (v75 <= v78);
        const int v80 UNUSED = (v78 != v78);
        const int v81 UNUSED = (v79 | v80);
        const int v82 UNUSED = (v77 | v81);
        const float v83 UNUSED = (v82 ? v78 : v75);
        v32 = v83;
        const int32_t v85 UNUSED = v34;
        const int32_t v86 UNUSED = (v82 ? v85 : v38);
        v34 = v86;
    }
    const int32_t v89 UNUSED = s_div_i(v11, 16);
    const float v90 UNUSED = v32;
    st1_f(b9, v89, v90);
    const int32_t v92 UNUSED = v34;
    st1_i(b10, v89, v92);
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
    vf v14[4] UNUSED;
    v14[0] = sp_f((-INFINITY));
    v14[1] = sp_f((-INFINITY));
    v14[2] = sp_f((-INFINITY));
    v14[3] = sp_f((-INFINITY));
    vi v16[4] UNUSED;
    v16[0] = sp_i(2147483647);
    v16[1] = sp_i(2147483647);
    v16[2] = sp_i(2147483647);
    v16[3] = sp_i(2147483647);
    int64_t i18 = 0;
    for (; i18 < v13; i18 += 64) {
        const int32_t v18 UNUSED = (int32_t)i18;
        vf v22[4] UNUSED;
        v22[0] = ldm_f(b4, (int64_t)v18, 1, -((int64_t)v18), ts_least(9496 - ((int64_t)v18), LANES));
        v22[1] = ldm_f(b4, (int64_t)v18 + 1 * LANES, 1, -((int64_t)v18 + 1 * LANES), ts_least(9496 - ((int64_t)v18 + 1 * LANES), LANES));
        v22[2] = ldm_f(b4, (int64_t)v18 + 2 * LANES, 1, -((int64_t)v18 + 2 * LANES), ts_least(9496 - ((int64_t)v18 + 2 * LANES), LANES));
        v22[3] = ldm_f(b4, (int64_t)v18 + 3 * LANES, 1, -((int64_t)v18 + 3 * LANES), ts_least(9496 - ((int64_t)v18 + 3 * LANES), LANES));
        vf v23[4] UNUSED;
        v23[0] = v14[0];
        v23[1] = v14[1];
        v23[2] = v14[2];
        v23[3] = v14[3];
        vm v27[4] UNUSED;
        v27[0] = (vm)((vm)(sp_i(v13) <= (sp_i(v18) + iota(0 * LANES))) | (vm)((vm)(v22[0] <= v23[0]) | (vm)(v23[0] != v23[0])));
        v27[1] = (vm)((vm)(sp_i(v13) <= (sp_i(v18) + iota(1 * LANES))) | (vm)((vm)(v22[1] <= v23[1]) | (vm)(v23[1] != v23[1])));
        v27[2] = (vm)((vm)(sp_i(v13) <= (sp_i(v18) + iota(2 * LANES))) | (vm)((vm)(v22[2] <= v23[2]) | (vm)(v23[2] != v23[2])));
        v27[3] = (vm)((vm)(sp_i(v13) <= (sp_i(v18) + iota(3 * LANES))) | (vm)((vm)(v22[3] <= v23[3]) | (vm)(v23[3] != v23[3])));
        v14[0] = v_select_f(v27[0], v23[0], v22[0]);
        v14[1] = v_select_f(v27[1], v23[1], v22[1]);
        v14[2] = v_select_f(v27[2], v23[2], v22[2]);
        v14[3] = v_select_f(v27[3], v23[3], v22[3]);
        v16[0] = v_select_i(v27[0], v16[0], ldm_i(b5, (int64_t)v18, 1, -((int64_t)v18), ts_least(9496 - ((int64_t)v18), LANES)));
        v16[1] = v_select_i(v27[1], v16[1], ldm_i(b5, (int64_t)v18 + 1 * LANES, 1, -((int64_t)v18 + 1 * LANES), ts_least(9496 - ((int64_t)v18 + 1 * LANES), LANES)));
        v16[2] = v_select_i(v27[2], v16[2], ldm_i(b5, (int64_t)v18 + 2 * LANES, 1, -((int64_t)v18 + 2 * LANES), ts_least(9496 - ((int64_t)v18 + 2 * LANES), LANES)));
        v16[3] = v_select_i(v27[3], v16[3], ldm_i(b5, (int64_t)v18 + 3 * LANES, 1, -((int64_t)v18 + 3 * LANES), ts_least(9496 - ((int64_t)v18 + 3 * LANES), LANES)));
    }
    vf v35[4] UNUSED;
    v35[0] = v14[0];
    v35[1] = v14[1];
    v35[2] = v14[2];
    v35[3] = v14[3];
    vi v37[4] UNUSED;
    v37[0] = v16[0];
    v37[1] = v16[1];
    v37[2] = v16[2];
    v37[3] = v16[3];
    int32_t v39 UNUSED;
    {
        vi t = sp_i(INT32_MAX);
        t = v_min_i(t, v_select_i((vm)(v35[0] != v35[0]), v37[0], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v35[1] != v35[1]), v37[1], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v35[2] != v35[2]), v37[2], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v35[3] != v35[3]), v37[3], sp_i(2147483647)));
        v39 = h_min_i(t);
    }
    const int v40 UNUSED = (v39 != 2147483647);
    float v41 UNUSED;
    {
        vf t = sp_f(-INFINITY);
        t = v_max_f(t, v35[0]);
        t = v_max_f(t, v35[1]);
        t = v_max_f(t, v35[2]);
        t = v_max_f(t, v35[3]);
        v41 = h_max_f(t);
    }
    int32_t v44 UNUSED;
    {
        vi t = sp_i(INT32_MAX);
        t = v_min_i(t, v_select_i((vm)(v35[0] == sp_f(v41)), v37[0], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v35[1] == sp_f(v41)), v37[1], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v35[2] == sp_f(v41)), v37[2], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v35[3] == sp_f(v41)), v37[3], sp_i(2147483647)));
        v44 = h_min_i(t);
    }
    const int32_t v45 UNUSED = (v40 ? v39 : v44);
    const int v46 UNUSED = (v45 == 2147483647);
    const int32_t v47 UNUSED = (v46 ? 0 : v45);
    const uint32_t v48 UNUSED = s_cv_i32_u32(v47);
    const float v50 UNUSED = (v40 ? NAN : v41);
    st1_u(b6, 0, v48);
    st1_f(b7, 0, v50);
}

void ts_norm_lm_head_argmax__final(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) norm_lm_head_argmax__final_run1(buf, size, i);
}


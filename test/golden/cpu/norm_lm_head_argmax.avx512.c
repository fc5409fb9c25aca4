#define LANES 16
CAST_SCALAR(bf16, uint16_t, f32, float)
CAST_SCALAR(i32, int32_t, u32, uint32_t)

/* ---- norm_lm_head_argmax ---- */

const char ts_norm_lm_head_argmax_modes[] = "iiioww";
const int ts_norm_lm_head_argmax_sizes = 1;
const long ts_norm_lm_head_argmax_cost = 786433;

long ts_norm_lm_head_argmax_grid(const int32_t *const *size UNUSED)
{
    const long g0 UNUSED = ts_programs(151936, 16);
    return 1 * g0;
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
    for (; i35 < v15; i35 += 1) {
        const int32_t v35 UNUSED = (int32_t)i35;
        const int64_t o36 UNUSED = (int64_t)v35 * 1536;
        const int64_t h36 UNUSED = v35 >= 0 && v35 < 151936 ? 1536 : 0;
        vf v37[4] UNUSED;
        v37[0] = sp_f(0.0f);
        v37[1] = sp_f(0.0f);
        v37[2] = sp_f(0.0f);
        v37[3] = sp_f(0.0f);
        int64_t i38 = 0;
        for (; i38 < 1536; i38 += 64) {
            const int32_t v38 UNUSED = (int32_t)i38;
            __builtin_prefetch((const char *)b7 + (o36 + (int64_t)v38) * 16 / 8 + 2048);
            __builtin_prefetch((const char *)b7 + (o36 + (int64_t)v38) * 16 / 8 + 2112);
            __builtin_prefetch((const char *)b5 + ((int64_t)v38) * 32 / 8 + 2048);
            __builtin_prefetch((const char *)b5 + ((int64_t)v38) * 32 / 8 + 2112);
            __builtin_prefetch((const char *)b5 + ((int64_t)v38) * 32 / 8 + 2176);
            __builtin_prefetch((const char *)b5 + ((int64_t)v38) * 32 / 8 + 2240);
            __builtin_prefetch((const char *)b6 + ((int64_t)v38) * 16 / 8 + 2048);
            __builtin_prefetch((const char *)b6 + ((int64_t)v38) * 16 / 8 + 2112);
            v37[0] = v_fma_f(cv_bf16_f32(ldm_h(b7, o36 + (int64_t)v38, 1, -((int64_t)v38), ts_least(h36 - ((int64_t)v38), LANES))), (ld_f(b5, (int64_t)v38) * cv_bf16_f32(ld_h(b6, (int64_t)v38))), v37[0]);
            v37[1] = v_fma_f(cv_bf16_f32(ldm_h(b7, o36 + (int64_t)v38 + 1 * LANES, 1, -((int64_t)v38 + 1 * LANES), ts_least(h36 - ((int64_t)v38 + 1 * LANES), LANES))), (ld_f(b5, (int64_t)v38 + 1 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v38 + 1 * LANES))), v37[1]);
            v37[2] = v_fma_f(cv_bf16_f32(ldm_h(b7, o36 + (int64_t)v38 + 2 * LANES, 1, -((int64_t)v38 + 2 * LANES), ts_least(h36 - ((int64_t)v38 + 2 * LANES), LANES))), (ld_f(b5, (int64_t)v38 + 2 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v38 + 2 * LANES))), v37[2]);
            v37[3] = v_fma_f(cv_bf16_f32(ldm_h(b7, o36 + (int64_t)v38 + 3 * LANES, 1, -((int64_t)v38 + 3 * LANES), ts_least(h36 - ((int64_t)v38 + 3 * LANES), LANES))), (ld_f(b5, (int64_t)v38 + 3 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v38 + 3 * LANES))), v37[3]);
        }
        float v50 UNUSED;
        {
            vf t = sp_f(0.0f);
            t = t + v37[0];
            t = t + v37[1];
            t = t + v37[2];
            t = t + v37[3];
            v50 = h_sum_f(t);
        }
        const float v51 UNUSED = (v50 * v31);
        const int v52 UNUSED = (v35 < v1);
        const float v53 UNUSED = v32;
        const int v54 UNUSED = (v53 < v51);
        const int v55 UNUSED = (v51 == v53);
        const int32_t v56 UNUSED = v34;
        const int v57 UNUSED = (v35 < v56);
        const int v58 UNUSED = (v55 & v57);
        const int v59 UNUSED = (v54 | v58);
        const int v60 UNUSED = (v52 & v59);
        if (v35 >= 0 && v35 < 151936) st1_f(b8, v35, v51);
        const float v62 UNUSED = (v60 ? v51 : v53);
        v32 = v62;
        const int32_t v64 UNUSED = (v60 ? v35 : v56);
        v34 = v64;
    }
    const int32_t v67 UNUSED = s_div_i(v11, 16);
    const float v68 UNUSED = v32;
    st1_f(b9, v67, v68);
    const int32_t v70 UNUSED = v34;
    st1_i(b10, v67, v70);
}

void ts_norm_lm_head_argmax(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) norm_lm_head_argmax_run1(buf, size, i);
}

/* ---- norm_lm_head_argmax__final ---- */

const char ts_norm_lm_head_argmax__final_modes[] = "iio";
const int ts_norm_lm_head_argmax__final_sizes = 1;
const long ts_norm_lm_head_argmax__final_cost = 1;

long ts_norm_lm_head_argmax__final_grid(const int32_t *const *size UNUSED)
{
    const long g0 UNUSED = ts_programs(1, 1);
    return 1 * g0;
}

FN void norm_lm_head_argmax__final_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const long g0 UNUSED = ts_programs(1, 1);
    const int32_t v7 UNUSED = (int32_t)(pid_0) * 1;
    const int32_t v2 UNUSED = *size[0]; /* valid */
    const void *const b3 UNUSED = buf[0]; /* val */
    const void *const b4 UNUSED = buf[1]; /* idx */
    void *const b6 UNUSED = buf[2]; /* token */
    vf v9[4] UNUSED;
    v9[0] = sp_f((-INFINITY));
    v9[1] = sp_f((-INFINITY));
    v9[2] = sp_f((-INFINITY));
    v9[3] = sp_f((-INFINITY));
    vi v11[4] UNUSED;
    v11[0] = sp_i(2147483647);
    v11[1] = sp_i(2147483647);
    v11[2] = sp_i(2147483647);
    v11[3] = sp_i(2147483647);
    int64_t i13 = 0;
    for (; i13 + 64 <= 9496; i13 += 64) {
        const int32_t v13 UNUSED = (int32_t)i13;
        vf v17[4] UNUSED;
        v17[0] = v9[0];
        v17[1] = v9[1];
        v17[2] = v9[2];
        v17[3] = v9[3];
        vf v18[4] UNUSED;
        v18[0] = ld_f(b3, (int64_t)v13);
        v18[1] = ld_f(b3, (int64_t)v13 + 1 * LANES);
        v18[2] = ld_f(b3, (int64_t)v13 + 2 * LANES);
        v18[3] = ld_f(b3, (int64_t)v13 + 3 * LANES);
        vi v21[4] UNUSED;
        v21[0] = ld_i(b4, (int64_t)v13);
        v21[1] = ld_i(b4, (int64_t)v13 + 1 * LANES);
        v21[2] = ld_i(b4, (int64_t)v13 + 2 * LANES);
        v21[3] = ld_i(b4, (int64_t)v13 + 3 * LANES);
        vi v22[4] UNUSED;
        v22[0] = v11[0];
        v22[1] = v11[1];
        v22[2] = v11[2];
        v22[3] = v11[3];
        vm v26[4] UNUSED;
        v26[0] = (vm)((vm)((sp_i(v13) + iota(0 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[0] < v18[0]) | (vm)((vm)(v18[0] == v17[0]) & (vm)(v21[0] < v22[0]))));
        v26[1] = (vm)((vm)((sp_i(v13) + iota(1 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[1] < v18[1]) | (vm)((vm)(v18[1] == v17[1]) & (vm)(v21[1] < v22[1]))));
        v26[2] = (vm)((vm)((sp_i(v13) + iota(2 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[2] < v18[2]) | (vm)((vm)(v18[2] == v17[2]) & (vm)(v21[2] < v22[2]))));
        v26[3] = (vm)((vm)((sp_i(v13) + iota(3 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[3] < v18[3]) | (vm)((vm)(v18[3] == v17[3]) & (vm)(v21[3] < v22[3]))));
        v9[0] = v_select_f(v26[0], v18[0], v17[0]);
        v9[1] = v_select_f(v26[1], v18[1], v17[1]);
        v9[2] = v_select_f(v26[2], v18[2], v17[2]);
        v9[3] = v_select_f(v26[3], v18[3], v17[3]);
        v11[0] = v_select_i(v26[0], v21[0], v22[0]);
        v11[1] = v_select_i(v26[1], v21[1], v22[1]);
        v11[2] = v_select_i(v26[2], v21[2], v22[2]);
        v11[3] = v_select_i(v26[3], v21[3], v22[3]);
    }
    for (; i13 < 9496; i13 += 64) {
        const int32_t v13 UNUSED = (int32_t)i13;
        vf v17[4] UNUSED;
        v17[0] = v9[0];
        v17[1] = v9[1];
        v17[2] = v9[2];
        v17[3] = v9[3];
        vf v18[4] UNUSED;
        v18[0] = ldm_f(b3, (int64_t)v13, 1, -((int64_t)v13), ts_least(9496 - ((int64_t)v13), LANES));
        v18[1] = ldm_f(b3, (int64_t)v13 + 1 * LANES, 1, -((int64_t)v13 + 1 * LANES), ts_least(9496 - ((int64_t)v13 + 1 * LANES), LANES));
        v18[2] = ldm_f(b3, (int64_t)v13 + 2 * LANES, 1, -((int64_t)v13 + 2 * LANES), ts_least(9496 - ((int64_t)v13 + 2 * LANES), LANES));
        v18[3] = ldm_f(b3, (int64_t)v13 + 3 * LANES, 1, -((int64_t)v13 + 3 * LANES), ts_least(9496 - ((int64_t)v13 + 3 * LANES), LANES));
        vi v21[4] UNUSED;
        v21[0] = ldm_i(b4, (int64_t)v13, 1, -((int64_t)v13), ts_least(9496 - ((int64_t)v13), LANES));
        v21[1] = ldm_i(b4, (int64_t)v13 + 1 * LANES, 1, -((int64_t)v13 + 1 * LANES), ts_least(9496 - ((int64_t)v13 + 1 * LANES), LANES));
        v21[2] = ldm_i(b4, (int64_t)v13 + 2 * LANES, 1, -((int64_t)v13 + 2 * LANES), ts_least(9496 - ((int64_t)v13 + 2 * LANES), LANES));
        v21[3] = ldm_i(b4, (int64_t)v13 + 3 * LANES, 1, -((int64_t)v13 + 3 * LANES), ts_least(9496 - ((int64_t)v13 + 3 * LANES), LANES));
        vi v22[4] UNUSED;
        v22[0] = v11[0];
        v22[1] = v11[1];
        v22[2] = v11[2];
        v22[3] = v11[3];
        vm v26[4] UNUSED;
        v26[0] = (vm)((vm)((sp_i(v13) + iota(0 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[0] < v18[0]) | (vm)((vm)(v18[0] == v17[0]) & (vm)(v21[0] < v22[0]))));
        v26[1] = (vm)((vm)((sp_i(v13) + iota(1 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[1] < v18[1]) | (vm)((vm)(v18[1] == v17[1]) & (vm)(v21[1] < v22[1]))));
        v26[2] = (vm)((vm)((sp_i(v13) + iota(2 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[2] < v18[2]) | (vm)((vm)(v18[2] == v17[2]) & (vm)(v21[2] < v22[2]))));
        v26[3] = (vm)((vm)((sp_i(v13) + iota(3 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[3] < v18[3]) | (vm)((vm)(v18[3] == v17[3]) & (vm)(v21[3] < v22[3]))));
        v9[0] = v_select_f(v26[0], v18[0], v17[0]);
        v9[1] = v_select_f(v26[1], v18[1], v17[1]);
        v9[2] = v_select_f(v26[2], v18[2], v17[2]);
        v9[3] = v_select_f(v26[3], v18[3], v17[3]);
        v11[0] = v_select_i(v26[0], v21[0], v22[0]);
        v11[1] = v_select_i(v26[1], v21[1], v22[1]);
        v11[2] = v_select_i(v26[2], v21[2], v22[2]);
        v11[3] = v_select_i(v26[3], v21[3], v22[3]);
    }
    vf v32[4] UNUSED;
    v32[0] = v9[0];
    v32[1] = v9[1];
    v32[2] = v9[2];
    v32[3] = v9[3];
    float v33 UNUSED;
    {
        vf t = sp_f(-INFINITY);
        t = v_max_f(t, v32[0]);
        t = v_max_f(t, v32[1]);
        t = v_max_f(t, v32[2]);
        t = v_max_f(t, v32[3]);
        v33 = h_max_f(t);
    }
    int32_t v37 UNUSED;
    {
        vi t = sp_i(INT32_MAX);
        t = v_min_i(t, v_select_i((vm)(v32[0] == sp_f(v33)), v11[0], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v32[1] == sp_f(v33)), v11[1], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v32[2] == sp_f(v33)), v11[2], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v32[3] == sp_f(v33)), v11[3], sp_i(2147483647)));
        v37 = h_min_i(t);
    }
    const int v38 UNUSED = (v37 == 2147483647);
    const int32_t v39 UNUSED = (v38 ? 0 : v37);
    const uint32_t v40 UNUSED = s_cv_i32_u32(v39);
    st1_u(b6, 0, v40);
}

void ts_norm_lm_head_argmax__final(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) norm_lm_head_argmax__final_run1(buf, size, i);
}


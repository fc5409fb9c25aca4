#define LANES 4
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
    vf v16[16] UNUSED;
    v16[0] = sp_f(0.0f);
    v16[1] = sp_f(0.0f);
    v16[2] = sp_f(0.0f);
    v16[3] = sp_f(0.0f);
    v16[4] = sp_f(0.0f);
    v16[5] = sp_f(0.0f);
    v16[6] = sp_f(0.0f);
    v16[7] = sp_f(0.0f);
    v16[8] = sp_f(0.0f);
    v16[9] = sp_f(0.0f);
    v16[10] = sp_f(0.0f);
    v16[11] = sp_f(0.0f);
    v16[12] = sp_f(0.0f);
    v16[13] = sp_f(0.0f);
    v16[14] = sp_f(0.0f);
    v16[15] = sp_f(0.0f);
    int64_t i18 = 0;
    for (; i18 < 1536; i18 += 64) {
        const int32_t v18 UNUSED = (int32_t)i18;
        vf v19[16] UNUSED;
        v19[0] = ld_f(b5, (int64_t)v18);
        v19[1] = ld_f(b5, (int64_t)v18 + 1 * LANES);
        v19[2] = ld_f(b5, (int64_t)v18 + 2 * LANES);
        v19[3] = ld_f(b5, (int64_t)v18 + 3 * LANES);
        v19[4] = ld_f(b5, (int64_t)v18 + 4 * LANES);
        v19[5] = ld_f(b5, (int64_t)v18 + 5 * LANES);
        v19[6] = ld_f(b5, (int64_t)v18 + 6 * LANES);
        v19[7] = ld_f(b5, (int64_t)v18 + 7 * LANES);
        v19[8] = ld_f(b5, (int64_t)v18 + 8 * LANES);
        v19[9] = ld_f(b5, (int64_t)v18 + 9 * LANES);
        v19[10] = ld_f(b5, (int64_t)v18 + 10 * LANES);
        v19[11] = ld_f(b5, (int64_t)v18 + 11 * LANES);
        v19[12] = ld_f(b5, (int64_t)v18 + 12 * LANES);
        v19[13] = ld_f(b5, (int64_t)v18 + 13 * LANES);
        v19[14] = ld_f(b5, (int64_t)v18 + 14 * LANES);
        v19[15] = ld_f(b5, (int64_t)v18 + 15 * LANES);
        v16[0] = v_fma_f(v19[0], v19[0], v16[0]);
        v16[1] = v_fma_f(v19[1], v19[1], v16[1]);
        v16[2] = v_fma_f(v19[2], v19[2], v16[2]);
        v16[3] = v_fma_f(v19[3], v19[3], v16[3]);
        v16[4] = v_fma_f(v19[4], v19[4], v16[4]);
        v16[5] = v_fma_f(v19[5], v19[5], v16[5]);
        v16[6] = v_fma_f(v19[6], v19[6], v16[6]);
        v16[7] = v_fma_f(v19[7], v19[7], v16[7]);
        v16[8] = v_fma_f(v19[8], v19[8], v16[8]);
        v16[9] = v_fma_f(v19[9], v19[9], v16[9]);
        v16[10] = v_fma_f(v19[10], v19[10], v16[10]);
        v16[11] = v_fma_f(v19[11], v19[11], v16[11]);
        v16[12] = v_fma_f(v19[12], v19[12], v16[12]);
        v16[13] = v_fma_f(v19[13], v19[13], v16[13]);
        v16[14] = v_fma_f(v19[14], v19[14], v16[14]);
        v16[15] = v_fma_f(v19[15], v19[15], v16[15]);
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
        t = t + v16[8];
        t = t + v16[9];
        t = t + v16[10];
        t = t + v16[11];
        t = t + v16[12];
        t = t + v16[13];
        t = t + v16[14];
        t = t + v16[15];
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
        vf v37[16] UNUSED;
        v37[0] = sp_f(0.0f);
        v37[1] = sp_f(0.0f);
        v37[2] = sp_f(0.0f);
        v37[3] = sp_f(0.0f);
        v37[4] = sp_f(0.0f);
        v37[5] = sp_f(0.0f);
        v37[6] = sp_f(0.0f);
        v37[7] = sp_f(0.0f);
        v37[8] = sp_f(0.0f);
        v37[9] = sp_f(0.0f);
        v37[10] = sp_f(0.0f);
        v37[11] = sp_f(0.0f);
        v37[12] = sp_f(0.0f);
        v37[13] = sp_f(0.0f);
        v37[14] = sp_f(0.0f);
        v37[15] = sp_f(0.0f);
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
            v37[4] = v_fma_f(cv_bf16_f32(ldm_h(b7, o36 + (int64_t)v38 + 4 * LANES, 1, -((int64_t)v38 + 4 * LANES), ts_least(h36 - ((int64_t)v38 + 4 * LANES), LANES))), (ld_f(b5, (int64_t)v38 + 4 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v38 + 4 * LANES))), v37[4]);
            v37[5] = v_fma_f(cv_bf16_f32(ldm_h(b7, o36 + (int64_t)v38 + 5 * LANES, 1, -((int64_t)v38 + 5 * LANES), ts_least(h36 - ((int64_t)v38 + 5 * LANES), LANES))), (ld_f(b5, (int64_t)v38 + 5 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v38 + 5 * LANES))), v37[5]);
            v37[6] = v_fma_f(cv_bf16_f32(ldm_h(b7, o36 + (int64_t)v38 + 6 * LANES, 1, -((int64_t)v38 + 6 * LANES), ts_least(h36 - ((int64_t)v38 + 6 * LANES), LANES))), (ld_f(b5, (int64_t)v38 + 6 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v38 + 6 * LANES))), v37[6]);
            v37[7] = v_fma_f(cv_bf16_f32(ldm_h(b7, o36 + (int64_t)v38 + 7 * LANES, 1, -((int64_t)v38 + 7 * LANES), ts_least(h36 - ((int64_t)v38 + 7 * LANES), LANES))), (ld_f(b5, (int64_t)v38 + 7 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v38 + 7 * LANES))), v37[7]);
            v37[8] = v_fma_f(cv_bf16_f32(ldm_h(b7, o36 + (int64_t)v38 + 8 * LANES, 1, -((int64_t)v38 + 8 * LANES), ts_least(h36 - ((int64_t)v38 + 8 * LANES), LANES))), (ld_f(b5, (int64_t)v38 + 8 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v38 + 8 * LANES))), v37[8]);
            v37[9] = v_fma_f(cv_bf16_f32(ldm_h(b7, o36 + (int64_t)v38 + 9 * LANES, 1, -((int64_t)v38 + 9 * LANES), ts_least(h36 - ((int64_t)v38 + 9 * LANES), LANES))), (ld_f(b5, (int64_t)v38 + 9 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v38 + 9 * LANES))), v37[9]);
            v37[10] = v_fma_f(cv_bf16_f32(ldm_h(b7, o36 + (int64_t)v38 + 10 * LANES, 1, -((int64_t)v38 + 10 * LANES), ts_least(h36 - ((int64_t)v38 + 10 * LANES), LANES))), (ld_f(b5, (int64_t)v38 + 10 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v38 + 10 * LANES))), v37[10]);
            v37[11] = v_fma_f(cv_bf16_f32(ldm_h(b7, o36 + (int64_t)v38 + 11 * LANES, 1, -((int64_t)v38 + 11 * LANES), ts_least(h36 - ((int64_t)v38 + 11 * LANES), LANES))), (ld_f(b5, (int64_t)v38 + 11 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v38 + 11 * LANES))), v37[11]);
            v37[12] = v_fma_f(cv_bf16_f32(ldm_h(b7, o36 + (int64_t)v38 + 12 * LANES, 1, -((int64_t)v38 + 12 * LANES), ts_least(h36 - ((int64_t)v38 + 12 * LANES), LANES))), (ld_f(b5, (int64_t)v38 + 12 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v38 + 12 * LANES))), v37[12]);
            v37[13] = v_fma_f(cv_bf16_f32(ldm_h(b7, o36 + (int64_t)v38 + 13 * LANES, 1, -((int64_t)v38 + 13 * LANES), ts_least(h36 - ((int64_t)v38 + 13 * LANES), LANES))), (ld_f(b5, (int64_t)v38 + 13 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v38 + 13 * LANES))), v37[13]);
            v37[14] = v_fma_f(cv_bf16_f32(ldm_h(b7, o36 + (int64_t)v38 + 14 * LANES, 1, -((int64_t)v38 + 14 * LANES), ts_least(h36 - ((int64_t)v38 + 14 * LANES), LANES))), (ld_f(b5, (int64_t)v38 + 14 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v38 + 14 * LANES))), v37[14]);
            v37[15] = v_fma_f(cv_bf16_f32(ldm_h(b7, o36 + (int64_t)v38 + 15 * LANES, 1, -((int64_t)v38 + 15 * LANES), ts_least(h36 - ((int64_t)v38 + 15 * LANES), LANES))), (ld_f(b5, (int64_t)v38 + 15 * LANES) * cv_bf16_f32(ld_h(b6, (int64_t)v38 + 15 * LANES))), v37[15]);
        }
        float v50 UNUSED;
        {
            vf t = sp_f(0.0f);
            t = t + v37[0];
            t = t + v37[1];
            t = t + v37[2];
            t = t + v37[3];
            t = t + v37[4];
            t = t + v37[5];
            t = t + v37[6];
            t = t + v37[7];
            t = t + v37[8];
            t = t + v37[9];
            t = t + v37[10];
            t = t + v37[11];
            t = t + v37[12];
            t = t + v37[13];
            t = t + v37[14];
            t = t + v37[15];
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
    vf v9[16] UNUSED;
    v9[0] = sp_f((-INFINITY));
    v9[1] = sp_f((-INFINITY));
    v9[2] = sp_f((-INFINITY));
    v9[3] = sp_f((-INFINITY));
    v9[4] = sp_f((-INFINITY));
    v9[5] = sp_f((-INFINITY));
    v9[6] = sp_f((-INFINITY));
    v9[7] = sp_f((-INFINITY));
    v9[8] = sp_f((-INFINITY));
    v9[9] = sp_f((-INFINITY));
    v9[10] = sp_f((-INFINITY));
    v9[11] = sp_f((-INFINITY));
    v9[12] = sp_f((-INFINITY));
    v9[13] = sp_f((-INFINITY));
    v9[14] = sp_f((-INFINITY));
    v9[15] = sp_f((-INFINITY));
    vi v11[16] UNUSED;
    v11[0] = sp_i(2147483647);
    v11[1] = sp_i(2147483647);
    v11[2] = sp_i(2147483647);
    v11[3] = sp_i(2147483647);
    v11[4] = sp_i(2147483647);
    v11[5] = sp_i(2147483647);
    v11[6] = sp_i(2147483647);
    v11[7] = sp_i(2147483647);
    v11[8] = sp_i(2147483647);
    v11[9] = sp_i(2147483647);
    v11[10] = sp_i(2147483647);
    v11[11] = sp_i(2147483647);
    v11[12] = sp_i(2147483647);
    v11[13] = sp_i(2147483647);
    v11[14] = sp_i(2147483647);
    v11[15] = sp_i(2147483647);
    int64_t i13 = 0;
    for (; i13 + 64 <= 9496; i13 += 64) {
        const int32_t v13 UNUSED = (int32_t)i13;
        vf v17[16] UNUSED;
        v17[0] = v9[0];
        v17[1] = v9[1];
        v17[2] = v9[2];
        v17[3] = v9[3];
        v17[4] = v9[4];
        v17[5] = v9[5];
        v17[6] = v9[6];
        v17[7] = v9[7];
        v17[8] = v9[8];
        v17[9] = v9[9];
        v17[10] = v9[10];
        v17[11] = v9[11];
        v17[12] = v9[12];
        v17[13] = v9[13];
        v17[14] = v9[14];
        v17[15] = v9[15];
        vf v18[16] UNUSED;
        v18[0] = ld_f(b3, (int64_t)v13);
        v18[1] = ld_f(b3, (int64_t)v13 + 1 * LANES);
        v18[2] = ld_f(b3, (int64_t)v13 + 2 * LANES);
        v18[3] = ld_f(b3, (int64_t)v13 + 3 * LANES);
        v18[4] = ld_f(b3, (int64_t)v13 + 4 * LANES);
        v18[5] = ld_f(b3, (int64_t)v13 + 5 * LANES);
        v18[6] = ld_f(b3, (int64_t)v13 + 6 * LANES);
        v18[7] = ld_f(b3, (int64_t)v13 + 7 * LANES);
        v18[8] = ld_f(b3, (int64_t)v13 + 8 * LANES);
        v18[9] = ld_f(b3, (int64_t)v13 + 9 * LANES);
        v18[10] = ld_f(b3, (int64_t)v13 + 10 * LANES);
        v18[11] = ld_f(b3, (int64_t)v13 + 11 * LANES);
        v18[12] = ld_f(b3, (int64_t)v13 + 12 * LANES);
        v18[13] = ld_f(b3, (int64_t)v13 + 13 * LANES);
        v18[14] = ld_f(b3, (int64_t)v13 + 14 * LANES);
        v18[15] = ld_f(b3, (int64_t)v13 + 15 * LANES);
        vi v21[16] UNUSED;
        v21[0] = ld_i(b4, (int64_t)v13);
        v21[1] = ld_i(b4, (int64_t)v13 + 1 * LANES);
        v21[2] = ld_i(b4, (int64_t)v13 + 2 * LANES);
        v21[3] = ld_i(b4, (int64_t)v13 + 3 * LANES);
        v21[4] = ld_i(b4, (int64_t)v13 + 4 * LANES);
        v21[5] = ld_i(b4, (int64_t)v13 + 5 * LANES);
        v21[6] = ld_i(b4, (int64_t)v13 + 6 * LANES);
        v21[7] = ld_i(b4, (int64_t)v13 + 7 * LANES);
        v21[8] = ld_i(b4, (int64_t)v13 + 8 * LANES);
        v21[9] = ld_i(b4, (int64_t)v13 + 9 * LANES);
        v21[10] = ld_i(b4, (int64_t)v13 + 10 * LANES);
        v21[11] = ld_i(b4, (int64_t)v13 + 11 * LANES);
        v21[12] = ld_i(b4, (int64_t)v13 + 12 * LANES);
        v21[13] = ld_i(b4, (int64_t)v13 + 13 * LANES);
        v21[14] = ld_i(b4, (int64_t)v13 + 14 * LANES);
        v21[15] = ld_i(b4, (int64_t)v13 + 15 * LANES);
        vi v22[16] UNUSED;
        v22[0] = v11[0];
        v22[1] = v11[1];
        v22[2] = v11[2];
        v22[3] = v11[3];
        v22[4] = v11[4];
        v22[5] = v11[5];
        v22[6] = v11[6];
        v22[7] = v11[7];
        v22[8] = v11[8];
        v22[9] = v11[9];
        v22[10] = v11[10];
        v22[11] = v11[11];
        v22[12] = v11[12];
        v22[13] = v11[13];
        v22[14] = v11[14];
        v22[15] = v11[15];
        vm v26[16] UNUSED;
        v26[0] = (vm)((vm)((sp_i(v13) + iota(0 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[0] < v18[0]) | (vm)((vm)(v18[0] == v17[0]) & (vm)(v21[0] < v22[0]))));
        v26[1] = (vm)((vm)((sp_i(v13) + iota(1 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[1] < v18[1]) | (vm)((vm)(v18[1] == v17[1]) & (vm)(v21[1] < v22[1]))));
        v26[2] = (vm)((vm)((sp_i(v13) + iota(2 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[2] < v18[2]) | (vm)((vm)(v18[2] == v17[2]) & (vm)(v21[2] < v22[2]))));
        v26[3] = (vm)((vm)((sp_i(v13) + iota(3 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[3] < v18[3]) | (vm)((vm)(v18[3] == v17[3]) & (vm)(v21[3] < v22[3]))));
        v26[4] = (vm)((vm)((sp_i(v13) + iota(4 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[4] < v18[4]) | (vm)((vm)(v18[4] == v17[4]) & (vm)(v21[4] < v22[4]))));
        v26[5] = (vm)((vm)((sp_i(v13) + iota(5 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[5] < v18[5]) | (vm)((vm)(v18[5] == v17[5]) & (vm)(v21[5] < v22[5]))));
        v26[6] = (vm)((vm)((sp_i(v13) + iota(6 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[6] < v18[6]) | (vm)((vm)(v18[6] == v17[6]) & (vm)(v21[6] < v22[6]))));
        v26[7] = (vm)((vm)((sp_i(v13) + iota(7 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[7] < v18[7]) | (vm)((vm)(v18[7] == v17[7]) & (vm)(v21[7] < v22[7]))));
        v26[8] = (vm)((vm)((sp_i(v13) + iota(8 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[8] < v18[8]) | (vm)((vm)(v18[8] == v17[8]) & (vm)(v21[8] < v22[8]))));
        v26[9] = (vm)((vm)((sp_i(v13) + iota(9 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[9] < v18[9]) | (vm)((vm)(v18[9] == v17[9]) & (vm)(v21[9] < v22[9]))));
        v26[10] = (vm)((vm)((sp_i(v13) + iota(10 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[10] < v18[10]) | (vm)((vm)(v18[10] == v17[10]) & (vm)(v21[10] < v22[10]))));
        v26[11] = (vm)((vm)((sp_i(v13) + iota(11 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[11] < v18[11]) | (vm)((vm)(v18[11] == v17[11]) & (vm)(v21[11] < v22[11]))));
        v26[12] = (vm)((vm)((sp_i(v13) + iota(12 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[12] < v18[12]) | (vm)((vm)(v18[12] == v17[12]) & (vm)(v21[12] < v22[12]))));
        v26[13] = (vm)((vm)((sp_i(v13) + iota(13 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[13] < v18[13]) | (vm)((vm)(v18[13] == v17[13]) & (vm)(v21[13] < v22[13]))));
        v26[14] = (vm)((vm)((sp_i(v13) + iota(14 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[14] < v18[14]) | (vm)((vm)(v18[14] == v17[14]) & (vm)(v21[14] < v22[14]))));
        v26[15] = (vm)((vm)((sp_i(v13) + iota(15 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[15] < v18[15]) | (vm)((vm)(v18[15] == v17[15]) & (vm)(v21[15] < v22[15]))));
        v9[0] = v_select_f(v26[0], v18[0], v17[0]);
        v9[1] = v_select_f(v26[1], v18[1], v17[1]);
        v9[2] = v_select_f(v26[2], v18[2], v17[2]);
        v9[3] = v_select_f(v26[3], v18[3], v17[3]);
        v9[4] = v_select_f(v26[4], v18[4], v17[4]);
        v9[5] = v_select_f(v26[5], v18[5], v17[5]);
        v9[6] = v_select_f(v26[6], v18[6], v17[6]);
        v9[7] = v_select_f(v26[7], v18[7], v17[7]);
        v9[8] = v_select_f(v26[8], v18[8], v17[8]);
        v9[9] = v_select_f(v26[9], v18[9], v17[9]);
        v9[10] = v_select_f(v26[10], v18[10], v17[10]);
        v9[11] = v_select_f(v26[11], v18[11], v17[11]);
        v9[12] = v_select_f(v26[12], v18[12], v17[12]);
        v9[13] = v_select_f(v26[13], v18[13], v17[13]);
        v9[14] = v_select_f(v26[14], v18[14], v17[14]);
        v9[15] = v_select_f(v26[15], v18[15], v17[15]);
        v11[0] = v_select_i(v26[0], v21[0], v22[0]);
        v11[1] = v_select_i(v26[1], v21[1], v22[1]);
        v11[2] = v_select_i(v26[2], v21[2], v22[2]);
        v11[3] = v_select_i(v26[3], v21[3], v22[3]);
        v11[4] = v_select_i(v26[4], v21[4], v22[4]);
        v11[5] = v_select_i(v26[5], v21[5], v22[5]);
        v11[6] = v_select_i(v26[6], v21[6], v22[6]);
        v11[7] = v_select_i(v26[7], v21[7], v22[7]);
        v11[8] = v_select_i(v26[8], v21[8], v22[8]);
        v11[9] = v_select_i(v26[9], v21[9], v22[9]);
        v11[10] = v_select_i(v26[10], v21[10], v22[10]);
        v11[11] = v_select_i(v26[11], v21[11], v22[11]);
        v11[12] = v_select_i(v26[12], v21[12], v22[12]);
        v11[13] = v_select_i(v26[13], v21[13], v22[13]);
        v11[14] = v_select_i(v26[14], v21[14], v22[14]);
        v11[15] = v_select_i(v26[15], v21[15], v22[15]);
    }
    for (; i13 < 9496; i13 += 64) {
        const int32_t v13 UNUSED = (int32_t)i13;
        vf v17[16] UNUSED;
        v17[0] = v9[0];
        v17[1] = v9[1];
        v17[2] = v9[2];
        v17[3] = v9[3];
        v17[4] = v9[4];
        v17[5] = v9[5];
        v17[6] = v9[6];
        v17[7] = v9[7];
        v17[8] = v9[8];
        v17[9] = v9[9];
        v17[10] = v9[10];
        v17[11] = v9[11];
        v17[12] = v9[12];
        v17[13] = v9[13];
        v17[14] = v9[14];
        v17[15] = v9[15];
        vf v18[16] UNUSED;
        v18[0] = ldm_f(b3, (int64_t)v13, 1, -((int64_t)v13), ts_least(9496 - ((int64_t)v13), LANES));
        v18[1] = ldm_f(b3, (int64_t)v13 + 1 * LANES, 1, -((int64_t)v13 + 1 * LANES), ts_least(9496 - ((int64_t)v13 + 1 * LANES), LANES));
        v18[2] = ldm_f(b3, (int64_t)v13 + 2 * LANES, 1, -((int64_t)v13 + 2 * LANES), ts_least(9496 - ((int64_t)v13 + 2 * LANES), LANES));
        v18[3] = ldm_f(b3, (int64_t)v13 + 3 * LANES, 1, -((int64_t)v13 + 3 * LANES), ts_least(9496 - ((int64_t)v13 + 3 * LANES), LANES));
        v18[4] = ldm_f(b3, (int64_t)v13 + 4 * LANES, 1, -((int64_t)v13 + 4 * LANES), ts_least(9496 - ((int64_t)v13 + 4 * LANES), LANES));
        v18[5] = ldm_f(b3, (int64_t)v13 + 5 * LANES, 1, -((int64_t)v13 + 5 * LANES), ts_least(9496 - ((int64_t)v13 + 5 * LANES), LANES));
        v18[6] = ldm_f(b3, (int64_t)v13 + 6 * LANES, 1, -((int64_t)v13 + 6 * LANES), ts_least(9496 - ((int64_t)v13 + 6 * LANES), LANES));
        v18[7] = ldm_f(b3, (int64_t)v13 + 7 * LANES, 1, -((int64_t)v13 + 7 * LANES), ts_least(9496 - ((int64_t)v13 + 7 * LANES), LANES));
        v18[8] = ldm_f(b3, (int64_t)v13 + 8 * LANES, 1, -((int64_t)v13 + 8 * LANES), ts_least(9496 - ((int64_t)v13 + 8 * LANES), LANES));
        v18[9] = ldm_f(b3, (int64_t)v13 + 9 * LANES, 1, -((int64_t)v13 + 9 * LANES), ts_least(9496 - ((int64_t)v13 + 9 * LANES), LANES));
        v18[10] = ldm_f(b3, (int64_t)v13 + 10 * LANES, 1, -((int64_t)v13 + 10 * LANES), ts_least(9496 - ((int64_t)v13 + 10 * LANES), LANES));
        v18[11] = ldm_f(b3, (int64_t)v13 + 11 * LANES, 1, -((int64_t)v13 + 11 * LANES), ts_least(9496 - ((int64_t)v13 + 11 * LANES), LANES));
        v18[12] = ldm_f(b3, (int64_t)v13 + 12 * LANES, 1, -((int64_t)v13 + 12 * LANES), ts_least(9496 - ((int64_t)v13 + 12 * LANES), LANES));
        v18[13] = ldm_f(b3, (int64_t)v13 + 13 * LANES, 1, -((int64_t)v13 + 13 * LANES), ts_least(9496 - ((int64_t)v13 + 13 * LANES), LANES));
        v18[14] = ldm_f(b3, (int64_t)v13 + 14 * LANES, 1, -((int64_t)v13 + 14 * LANES), ts_least(9496 - ((int64_t)v13 + 14 * LANES), LANES));
        v18[15] = ldm_f(b3, (int64_t)v13 + 15 * LANES, 1, -((int64_t)v13 + 15 * LANES), ts_least(9496 - ((int64_t)v13 + 15 * LANES), LANES));
        vi v21[16] UNUSED;
        v21[0] = ldm_i(b4, (int64_t)v13, 1, -((int64_t)v13), ts_least(9496 - ((int64_t)v13), LANES));
        v21[1] = ldm_i(b4, (int64_t)v13 + 1 * LANES, 1, -((int64_t)v13 + 1 * LANES), ts_least(9496 - ((int64_t)v13 + 1 * LANES), LANES));
        v21[2] = ldm_i(b4, (int64_t)v13 + 2 * LANES, 1, -((int64_t)v13 + 2 * LANES), ts_least(9496 - ((int64_t)v13 + 2 * LANES), LANES));
        v21[3] = ldm_i(b4, (int64_t)v13 + 3 * LANES, 1, -((int64_t)v13 + 3 * LANES), ts_least(9496 - ((int64_t)v13 + 3 * LANES), LANES));
        v21[4] = ldm_i(b4, (int64_t)v13 + 4 * LANES, 1, -((int64_t)v13 + 4 * LANES), ts_least(9496 - ((int64_t)v13 + 4 * LANES), LANES));
        v21[5] = ldm_i(b4, (int64_t)v13 + 5 * LANES, 1, -((int64_t)v13 + 5 * LANES), ts_least(9496 - ((int64_t)v13 + 5 * LANES), LANES));
        v21[6] = ldm_i(b4, (int64_t)v13 + 6 * LANES, 1, -((int64_t)v13 + 6 * LANES), ts_least(9496 - ((int64_t)v13 + 6 * LANES), LANES));
        v21[7] = ldm_i(b4, (int64_t)v13 + 7 * LANES, 1, -((int64_t)v13 + 7 * LANES), ts_least(9496 - ((int64_t)v13 + 7 * LANES), LANES));
        v21[8] = ldm_i(b4, (int64_t)v13 + 8 * LANES, 1, -((int64_t)v13 + 8 * LANES), ts_least(9496 - ((int64_t)v13 + 8 * LANES), LANES));
        v21[9] = ldm_i(b4, (int64_t)v13 + 9 * LANES, 1, -((int64_t)v13 + 9 * LANES), ts_least(9496 - ((int64_t)v13 + 9 * LANES), LANES));
        v21[10] = ldm_i(b4, (int64_t)v13 + 10 * LANES, 1, -((int64_t)v13 + 10 * LANES), ts_least(9496 - ((int64_t)v13 + 10 * LANES), LANES));
        v21[11] = ldm_i(b4, (int64_t)v13 + 11 * LANES, 1, -((int64_t)v13 + 11 * LANES), ts_least(9496 - ((int64_t)v13 + 11 * LANES), LANES));
        v21[12] = ldm_i(b4, (int64_t)v13 + 12 * LANES, 1, -((int64_t)v13 + 12 * LANES), ts_least(9496 - ((int64_t)v13 + 12 * LANES), LANES));
        v21[13] = ldm_i(b4, (int64_t)v13 + 13 * LANES, 1, -((int64_t)v13 + 13 * LANES), ts_least(9496 - ((int64_t)v13 + 13 * LANES), LANES));
        v21[14] = ldm_i(b4, (int64_t)v13 + 14 * LANES, 1, -((int64_t)v13 + 14 * LANES), ts_least(9496 - ((int64_t)v13 + 14 * LANES), LANES));
        v21[15] = ldm_i(b4, (int64_t)v13 + 15 * LANES, 1, -((int64_t)v13 + 15 * LANES), ts_least(9496 - ((int64_t)v13 + 15 * LANES), LANES));
        vi v22[16] UNUSED;
        v22[0] = v11[0];
        v22[1] = v11[1];
        v22[2] = v11[2];
        v22[3] = v11[3];
        v22[4] = v11[4];
        v22[5] = v11[5];
        v22[6] = v11[6];
        v22[7] = v11[7];
        v22[8] = v11[8];
        v22[9] = v11[9];
        v22[10] = v11[10];
        v22[11] = v11[11];
        v22[12] = v11[12];
        v22[13] = v11[13];
        v22[14] = v11[14];
        v22[15] = v11[15];
        vm v26[16] UNUSED;
        v26[0] = (vm)((vm)((sp_i(v13) + iota(0 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[0] < v18[0]) | (vm)((vm)(v18[0] == v17[0]) & (vm)(v21[0] < v22[0]))));
        v26[1] = (vm)((vm)((sp_i(v13) + iota(1 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[1] < v18[1]) | (vm)((vm)(v18[1] == v17[1]) & (vm)(v21[1] < v22[1]))));
        v26[2] = (vm)((vm)((sp_i(v13) + iota(2 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[2] < v18[2]) | (vm)((vm)(v18[2] == v17[2]) & (vm)(v21[2] < v22[2]))));
        v26[3] = (vm)((vm)((sp_i(v13) + iota(3 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[3] < v18[3]) | (vm)((vm)(v18[3] == v17[3]) & (vm)(v21[3] < v22[3]))));
        v26[4] = (vm)((vm)((sp_i(v13) + iota(4 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[4] < v18[4]) | (vm)((vm)(v18[4] == v17[4]) & (vm)(v21[4] < v22[4]))));
        v26[5] = (vm)((vm)((sp_i(v13) + iota(5 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[5] < v18[5]) | (vm)((vm)(v18[5] == v17[5]) & (vm)(v21[5] < v22[5]))));
        v26[6] = (vm)((vm)((sp_i(v13) + iota(6 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[6] < v18[6]) | (vm)((vm)(v18[6] == v17[6]) & (vm)(v21[6] < v22[6]))));
        v26[7] = (vm)((vm)((sp_i(v13) + iota(7 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[7] < v18[7]) | (vm)((vm)(v18[7] == v17[7]) & (vm)(v21[7] < v22[7]))));
        v26[8] = (vm)((vm)((sp_i(v13) + iota(8 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[8] < v18[8]) | (vm)((vm)(v18[8] == v17[8]) & (vm)(v21[8] < v22[8]))));
        v26[9] = (vm)((vm)((sp_i(v13) + iota(9 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[9] < v18[9]) | (vm)((vm)(v18[9] == v17[9]) & (vm)(v21[9] < v22[9]))));
        v26[10] = (vm)((vm)((sp_i(v13) + iota(10 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[10] < v18[10]) | (vm)((vm)(v18[10] == v17[10]) & (vm)(v21[10] < v22[10]))));
        v26[11] = (vm)((vm)((sp_i(v13) + iota(11 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[11] < v18[11]) | (vm)((vm)(v18[11] == v17[11]) & (vm)(v21[11] < v22[11]))));
        v26[12] = (vm)((vm)((sp_i(v13) + iota(12 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[12] < v18[12]) | (vm)((vm)(v18[12] == v17[12]) & (vm)(v21[12] < v22[12]))));
        v26[13] = (vm)((vm)((sp_i(v13) + iota(13 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[13] < v18[13]) | (vm)((vm)(v18[13] == v17[13]) & (vm)(v21[13] < v22[13]))));
        v26[14] = (vm)((vm)((sp_i(v13) + iota(14 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[14] < v18[14]) | (vm)((vm)(v18[14] == v17[14]) & (vm)(v21[14] < v22[14]))));
        v26[15] = (vm)((vm)((sp_i(v13) + iota(15 * LANES)) < sp_i(9496)) & (vm)((vm)(v17[15] < v18[15]) | (vm)((vm)(v18[15] == v17[15]) & (vm)(v21[15] < v22[15]))));
        v9[0] = v_select_f(v26[0], v18[0], v17[0]);
        v9[1] = v_select_f(v26[1], v18[1], v17[1]);
        v9[2] = v_select_f(v26[2], v18[2], v17[2]);
        v9[3] = v_select_f(v26[3], v18[3], v17[3]);
        v9[4] = v_select_f(v26[4], v18[4], v17[4]);
        v9[5] = v_select_f(v26[5], v18[5], v17[5]);
        v9[6] = v_select_f(v26[6], v18[6], v17[6]);
        v9[7] = v_select_f(v26[7], v18[7], v17[7]);
        v9[8] = v_select_f(v26[8], v18[8], v17[8]);
        v9[9] = v_select_f(v26[9], v18[9], v17[9]);
        v9[10] = v_select_f(v26[10], v18[10], v17[10]);
        v9[11] = v_select_f(v26[11], v18[11], v17[11]);
        v9[12] = v_select_f(v26[12], v18[12], v17[12]);
        v9[13] = v_select_f(v26[13], v18[13], v17[13]);
        v9[14] = v_select_f(v26[14], v18[14], v17[14]);
        v9[15] = v_select_f(v26[15], v18[15], v17[15]);
        v11[0] = v_select_i(v26[0], v21[0], v22[0]);
        v11[1] = v_select_i(v26[1], v21[1], v22[1]);
        v11[2] = v_select_i(v26[2], v21[2], v22[2]);
        v11[3] = v_select_i(v26[3], v21[3], v22[3]);
        v11[4] = v_select_i(v26[4], v21[4], v22[4]);
        v11[5] = v_select_i(v26[5], v21[5], v22[5]);
        v11[6] = v_select_i(v26[6], v21[6], v22[6]);
        v11[7] = v_select_i(v26[7], v21[7], v22[7]);
        v11[8] = v_select_i(v26[8], v21[8], v22[8]);
        v11[9] = v_select_i(v26[9], v21[9], v22[9]);
        v11[10] = v_select_i(v26[10], v21[10], v22[10]);
        v11[11] = v_select_i(v26[11], v21[11], v22[11]);
        v11[12] = v_select_i(v26[12], v21[12], v22[12]);
        v11[13] = v_select_i(v26[13], v21[13], v22[13]);
        v11[14] = v_select_i(v26[14], v21[14], v22[14]);
        v11[15] = v_select_i(v26[15], v21[15], v22[15]);
    }
    vf v32[16] UNUSED;
    v32[0] = v9[0];
    v32[1] = v9[1];
    v32[2] = v9[2];
    v32[3] = v9[3];
    v32[4] = v9[4];
    v32[5] = v9[5];
    v32[6] = v9[6];
    v32[7] = v9[7];
    v32[8] = v9[8];
    v32[9] = v9[9];
    v32[10] = v9[10];
    v32[11] = v9[11];
    v32[12] = v9[12];
    v32[13] = v9[13];
    v32[14] = v9[14];
    v32[15] = v9[15];
    float v33 UNUSED;
    {
        vf t = sp_f(-INFINITY);
        t = v_max_f(t, v32[0]);
        t = v_max_f(t, v32[1]);
        t = v_max_f(t, v32[2]);
        t = v_max_f(t, v32[3]);
        t = v_max_f(t, v32[4]);
        t = v_max_f(t, v32[5]);
        t = v_max_f(t, v32[6]);
        t = v_max_f(t, v32[7]);
        t = v_max_f(t, v32[8]);
        t = v_max_f(t, v32[9]);
        t = v_max_f(t, v32[10]);
        t = v_max_f(t, v32[11]);
        t = v_max_f(t, v32[12]);
        t = v_max_f(t, v32[13]);
        t = v_max_f(t, v32[14]);
        t = v_max_f(t, v32[15]);
        v33 = h_max_f(t);
    }
    int32_t v37 UNUSED;
    {
        vi t = sp_i(INT32_MAX);
        t = v_min_i(t, v_select_i((vm)(v32[0] == sp_f(v33)), v11[0], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v32[1] == sp_f(v33)), v11[1], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v32[2] == sp_f(v33)), v11[2], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v32[3] == sp_f(v33)), v11[3], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v32[4] == sp_f(v33)), v11[4], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v32[5] == sp_f(v33)), v11[5], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v32[6] == sp_f(v33)), v11[6], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v32[7] == sp_f(v33)), v11[7], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v32[8] == sp_f(v33)), v11[8], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v32[9] == sp_f(v33)), v11[9], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v32[10] == sp_f(v33)), v11[10], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v32[11] == sp_f(v33)), v11[11], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v32[12] == sp_f(v33)), v11[12], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v32[13] == sp_f(v33)), v11[13], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v32[14] == sp_f(v33)), v11[14], sp_i(2147483647)));
        t = v_min_i(t, v_select_i((vm)(v32[15] == sp_f(v33)), v11[15], sp_i(2147483647)));
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


#define LANES 8
CAST_SCALAR(bf16, uint16_t, f32, float)

/* ---- kv_proj_matvec ---- */

const char ts_kv_proj_matvec_needs[] = "wk:16:256*1536,wv:16:256*1536,bk:16:256,bv:16:256,x:32:1536,k:32:256,v:32:256";
const char ts_kv_proj_matvec_modes[] = "iiiiioo";
const int ts_kv_proj_matvec_sizes = 0;
const long ts_kv_proj_matvec_cost = 6149;

long ts_kv_proj_matvec_grid(const int32_t *const *size UNUSED)
{
    const long g0 UNUSED = ts_programs(256, 1);
    return g0;
}

FN void kv_proj_matvec_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const long g0 UNUSED = ts_programs(256, 1);
    const int32_t v10 UNUSED = (int32_t)(pid_0);
    const void *const b3 UNUSED = buf[0]; /* wk */
    const void *const b4 UNUSED = buf[1]; /* wv */
    const void *const b5 UNUSED = buf[2]; /* bk */
    const void *const b6 UNUSED = buf[3]; /* bv */
    const void *const b7 UNUSED = buf[4]; /* x */
    void *const b8 UNUSED = buf[5]; /* k */
    void *const b9 UNUSED = buf[6]; /* v */
    const int64_t o12 UNUSED = (int64_t)v10 * 1536;
    const int64_t o13 UNUSED = (int64_t)v10 * 1536;
    vf v14[8] UNUSED;
    v14[0] = sp_f(0.0f);
    v14[1] = sp_f(0.0f);
    v14[2] = sp_f(0.0f);
    v14[3] = sp_f(0.0f);
    v14[4] = sp_f(0.0f);
    v14[5] = sp_f(0.0f);
    v14[6] = sp_f(0.0f);
    v14[7] = sp_f(0.0f);
    vf v15[8] UNUSED;
    v15[0] = sp_f(0.0f);
    v15[1] = sp_f(0.0f);
    v15[2] = sp_f(0.0f);
    v15[3] = sp_f(0.0f);
    v15[4] = sp_f(0.0f);
    v15[5] = sp_f(0.0f);
    v15[6] = sp_f(0.0f);
    v15[7] = sp_f(0.0f);
    int64_t i17 = 0;
    for (; i17 < 1536; i17 += 64) {
        const int32_t v17 UNUSED = (int32_t)i17;
        __builtin_prefetch((const char *)b3 + (o12 + (int64_t)v17) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b3 + (o12 + (int64_t)v17) * 16 / 8 + 2112);
        __builtin_prefetch((const char *)b4 + (o13 + (int64_t)v17) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b4 + (o13 + (int64_t)v17) * 16 / 8 + 2112);
        vf v20[8] UNUSED;
        v20[0] = ld_f(b7, (int64_t)v17);
        v20[1] = ld_f(b7, (int64_t)v17 + 1 * LANES);
        v20[2] = ld_f(b7, (int64_t)v17 + 2 * LANES);
        v20[3] = ld_f(b7, (int64_t)v17 + 3 * LANES);
        v20[4] = ld_f(b7, (int64_t)v17 + 4 * LANES);
        v20[5] = ld_f(b7, (int64_t)v17 + 5 * LANES);
        v20[6] = ld_f(b7, (int64_t)v17 + 6 * LANES);
        v20[7] = ld_f(b7, (int64_t)v17 + 7 * LANES);
        v14[0] = v_fma_f(cv_bf16_f32(ld_h(b3, o12 + (int64_t)v17)), v20[0], v14[0]);
        v14[1] = v_fma_f(cv_bf16_f32(ld_h(b3, o12 + (int64_t)v17 + 1 * LANES)), v20[1], v14[1]);
        v14[2] = v_fma_f(cv_bf16_f32(ld_h(b3, o12 + (int64_t)v17 + 2 * LANES)), v20[2], v14[2]);
        v14[3] = v_fma_f(cv_bf16_f32(ld_h(b3, o12 + (int64_t)v17 + 3 * LANES)), v20[3], v14[3]);
        v14[4] = v_fma_f(cv_bf16_f32(ld_h(b3, o12 + (int64_t)v17 + 4 * LANES)), v20[4], v14[4]);
        v14[5] = v_fma_f(cv_bf16_f32(ld_h(b3, o12 + (int64_t)v17 + 5 * LANES)), v20[5], v14[5]);
        v14[6] = v_fma_f(cv_bf16_f32(ld_h(b3, o12 + (int64_t)v17 + 6 * LANES)), v20[6], v14[6]);
        v14[7] = v_fma_f(cv_bf16_f32(ld_h(b3, o12 + (int64_t)v17 + 7 * LANES)), v20[7], v14[7]);
        v15[0] = v_fma_f(cv_bf16_f32(ld_h(b4, o13 + (int64_t)v17)), v20[0], v15[0]);
        v15[1] = v_fma_f(cv_bf16_f32(ld_h(b4, o13 + (int64_t)v17 + 1 * LANES)), v20[1], v15[1]);
        v15[2] = v_fma_f(cv_bf16_f32(ld_h(b4, o13 + (int64_t)v17 + 2 * LANES)), v20[2], v15[2]);
        v15[3] = v_fma_f(cv_bf16_f32(ld_h(b4, o13 + (int64_t)v17 + 3 * LANES)), v20[3], v15[3]);
        v15[4] = v_fma_f(cv_bf16_f32(ld_h(b4, o13 + (int64_t)v17 + 4 * LANES)), v20[4], v15[4]);
        v15[5] = v_fma_f(cv_bf16_f32(ld_h(b4, o13 + (int64_t)v17 + 5 * LANES)), v20[5], v15[5]);
        v15[6] = v_fma_f(cv_bf16_f32(ld_h(b4, o13 + (int64_t)v17 + 6 * LANES)), v20[6], v15[6]);
        v15[7] = v_fma_f(cv_bf16_f32(ld_h(b4, o13 + (int64_t)v17 + 7 * LANES)), v20[7], v15[7]);
    }
    float v31 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v14[0];
        t = t + v14[1];
        t = t + v14[2];
        t = t + v14[3];
        t = t + v14[4];
        t = t + v14[5];
        t = t + v14[6];
        t = t + v14[7];
        v31 = h_sum_f(t);
    }
    const uint16_t v32 UNUSED = ld1_h(b5, v10);
    const float v33 UNUSED = s_cv_bf16_f32(v32);
    const float v34 UNUSED = (v31 + v33);
    float v36 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v15[0];
        t = t + v15[1];
        t = t + v15[2];
        t = t + v15[3];
        t = t + v15[4];
        t = t + v15[5];
        t = t + v15[6];
        t = t + v15[7];
        v36 = h_sum_f(t);
    }
    st1_f(b8, v10, v34);
    const uint16_t v38 UNUSED = ld1_h(b6, v10);
    const float v39 UNUSED = s_cv_bf16_f32(v38);
    const float v40 UNUSED = (v36 + v39);
    st1_f(b9, v10, v40);
}

void ts_kv_proj_matvec(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) kv_proj_matvec_run1(buf, size, i);
}


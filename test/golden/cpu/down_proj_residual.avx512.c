#define LANES 16
CAST_SCALAR(bf16, uint16_t, f32, float)

/* ---- down_proj_residual ---- */

const char ts_down_proj_residual_needs[] = "w:16:1536*8960,x:32:8960,res:32:1536,y:32:1536";
const char ts_down_proj_residual_modes[] = "iiio";
const int ts_down_proj_residual_sizes = 0;
const long ts_down_proj_residual_cost = 17925;

long ts_down_proj_residual_grid(const int32_t *const *size UNUSED)
{
    const long g0 UNUSED = ts_programs(1536, 1);
    return g0;
}

FN void down_proj_residual_run2(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED, long pid_1 UNUSED)
{
    const long g0 UNUSED = ts_programs(1536, 1);
    const int32_t v7_0 UNUSED = (int32_t)(pid_0);
    const int32_t v7_1 UNUSED = (int32_t)(pid_1);
    const void *const b3 UNUSED = buf[0]; /* w */
    const void *const b4 UNUSED = buf[1]; /* x */
    const void *const b5 UNUSED = buf[2]; /* res */
    void *const b6 UNUSED = buf[3]; /* y */
    const int64_t o9_0 UNUSED = (int64_t)v7_0 * 8960;
    const int64_t o9_1 UNUSED = (int64_t)v7_1 * 8960;
    vf v10_0[4] UNUSED;
    v10_0[0] = sp_f(0.0f);
    v10_0[1] = sp_f(0.0f);
    v10_0[2] = sp_f(0.0f);
    v10_0[3] = sp_f(0.0f);
    vf v10_1[4] UNUSED;
    v10_1[0] = sp_f(0.0f);
    v10_1[1] = sp_f(0.0f);
    v10_1[2] = sp_f(0.0f);
    v10_1[3] = sp_f(0.0f);
    int64_t i12 = 0;
    for (; i12 < 8960; i12 += 64) {
        const int32_t v12 UNUSED = (int32_t)i12;
        __builtin_prefetch((const char *)b3 + (o9_0 + (int64_t)v12) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b3 + (o9_0 + (int64_t)v12) * 16 / 8 + 2112);
        __builtin_prefetch((const char *)b3 + (o9_1 + (int64_t)v12) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b3 + (o9_1 + (int64_t)v12) * 16 / 8 + 2112);
        v10_0[0] = v_fma_f(cv_bf16_f32(ld_h(b3, o9_0 + (int64_t)v12)), ld_f(b4, (int64_t)v12), v10_0[0]);
        v10_0[1] = v_fma_f(cv_bf16_f32(ld_h(b3, o9_0 + (int64_t)v12 + 1 * LANES)), ld_f(b4, (int64_t)v12 + 1 * LANES), v10_0[1]);
        v10_0[2] = v_fma_f(cv_bf16_f32(ld_h(b3, o9_0 + (int64_t)v12 + 2 * LANES)), ld_f(b4, (int64_t)v12 + 2 * LANES), v10_0[2]);
        v10_0[3] = v_fma_f(cv_bf16_f32(ld_h(b3, o9_0 + (int64_t)v12 + 3 * LANES)), ld_f(b4, (int64_t)v12 + 3 * LANES), v10_0[3]);
        v10_1[0] = v_fma_f(cv_bf16_f32(ld_h(b3, o9_1 + (int64_t)v12)), ld_f(b4, (int64_t)v12), v10_1[0]);
        v10_1[1] = v_fma_f(cv_bf16_f32(ld_h(b3, o9_1 + (int64_t)v12 + 1 * LANES)), ld_f(b4, (int64_t)v12 + 1 * LANES), v10_1[1]);
        v10_1[2] = v_fma_f(cv_bf16_f32(ld_h(b3, o9_1 + (int64_t)v12 + 2 * LANES)), ld_f(b4, (int64_t)v12 + 2 * LANES), v10_1[2]);
        v10_1[3] = v_fma_f(cv_bf16_f32(ld_h(b3, o9_1 + (int64_t)v12 + 3 * LANES)), ld_f(b4, (int64_t)v12 + 3 * LANES), v10_1[3]);
    }
    float v21_0 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v10_0[0];
        t = t + v10_0[1];
        t = t + v10_0[2];
        t = t + v10_0[3];
        v21_0 = h_sum_f(t);
    }
    float v21_1 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v10_1[0];
        t = t + v10_1[1];
        t = t + v10_1[2];
        t = t + v10_1[3];
        v21_1 = h_sum_f(t);
    }
    const float v22_0 UNUSED = ld1_f(b5, v7_0);
    const float v22_1 UNUSED = ld1_f(b5, v7_1);
    const float v23_0 UNUSED = (v21_0 + v22_0);
    const float v23_1 UNUSED = (v21_1 + v22_1);
    st1_f(b6, v7_0, v23_0);
    st1_f(b6, v7_1, v23_1);
}

FN void down_proj_residual_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const long g0 UNUSED = ts_programs(1536, 1);
    const int32_t v7 UNUSED = (int32_t)(pid_0);
    const void *const b3 UNUSED = buf[0]; /* w */
    const void *const b4 UNUSED = buf[1]; /* x */
    const void *const b5 UNUSED = buf[2]; /* res */
    void *const b6 UNUSED = buf[3]; /* y */
    const int64_t o9 UNUSED = (int64_t)v7 * 8960;
    vf v10[4] UNUSED;
    v10[0] = sp_f(0.0f);
    v10[1] = sp_f(0.0f);
    v10[2] = sp_f(0.0f);
    v10[3] = sp_f(0.0f);
    int64_t i12 = 0;
    for (; i12 < 8960; i12 += 64) {
        const int32_t v12 UNUSED = (int32_t)i12;
        __builtin_prefetch((const char *)b3 + (o9 + (int64_t)v12) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b3 + (o9 + (int64_t)v12) * 16 / 8 + 2112);
        v10[0] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v12)), ld_f(b4, (int64_t)v12), v10[0]);
        v10[1] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v12 + 1 * LANES)), ld_f(b4, (int64_t)v12 + 1 * LANES), v10[1]);
        v10[2] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v12 + 2 * LANES)), ld_f(b4, (int64_t)v12 + 2 * LANES), v10[2]);
        v10[3] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v12 + 3 * LANES)), ld_f(b4, (int64_t)v12 + 3 * LANES), v10[3]);
    }
    float v21 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v10[0];
        t = t + v10[1];
        t = t + v10[2];
        t = t + v10[3];
        v21 = h_sum_f(t);
    }
    const float v22 UNUSED = ld1_f(b5, v7);
    const float v23 UNUSED = (v21 + v22);
    st1_f(b6, v7, v23);
}

void ts_down_proj_residual(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    const long part = (hi - lo) / 2;
    for (long i = 0; i < part; i++) down_proj_residual_run2(buf, size, lo + 0 * part + i, lo + 1 * part + i);
    lo += 2 * part;
    for (long i = lo; i < hi; i++) down_proj_residual_run1(buf, size, i);
}


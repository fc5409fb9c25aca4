#define LANES 4
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

FN void down_proj_residual_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const long g0 UNUSED = ts_programs(1536, 1);
    const int32_t v7 UNUSED = (int32_t)(pid_0);
    const void *const b3 UNUSED = buf[0]; /* w */
    const void *const b4 UNUSED = buf[1]; /* x */
    const void *const b5 UNUSED = buf[2]; /* res */
    void *const b6 UNUSED = buf[3]; /* y */
    const int64_t o9 UNUSED = (int64_t)v7 * 8960;
    vf v10[16] UNUSED;
    v10[0] = sp_f(0.0f);
    v10[1] = sp_f(0.0f);
    v10[2] = sp_f(0.0f);
    v10[3] = sp_f(0.0f);
    v10[4] = sp_f(0.0f);
    v10[5] = sp_f(0.0f);
    v10[6] = sp_f(0.0f);
    v10[7] = sp_f(0.0f);
    v10[8] = sp_f(0.0f);
    v10[9] = sp_f(0.0f);
    v10[10] = sp_f(0.0f);
    v10[11] = sp_f(0.0f);
    v10[12] = sp_f(0.0f);
    v10[13] = sp_f(0.0f);
    v10[14] = sp_f(0.0f);
    v10[15] = sp_f(0.0f);
    int64_t i12 = 0;
    for (; i12 < 8960; i12 += 64) {
        const int32_t v12 UNUSED = (int32_t)i12;
        __builtin_prefetch((const char *)b3 + (o9 + (int64_t)v12) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b3 + (o9 + (int64_t)v12) * 16 / 8 + 2112);
        v10[0] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v12)), ld_f(b4, (int64_t)v12), v10[0]);
        v10[1] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v12 + 1 * LANES)), ld_f(b4, (int64_t)v12 + 1 * LANES), v10[1]);
        v10[2] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v12 + 2 * LANES)), ld_f(b4, (int64_t)v12 + 2 * LANES), v10[2]);
        v10[3] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v12 + 3 * LANES)), ld_f(b4, (int64_t)v12 + 3 * LANES), v10[3]);
        v10[4] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v12 + 4 * LANES)), ld_f(b4, (int64_t)v12 + 4 * LANES), v10[4]);
        v10[5] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v12 + 5 * LANES)), ld_f(b4, (int64_t)v12 + 5 * LANES), v10[5]);
        v10[6] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v12 + 6 * LANES)), ld_f(b4, (int64_t)v12 + 6 * LANES), v10[6]);
        v10[7] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v12 + 7 * LANES)), ld_f(b4, (int64_t)v12 + 7 * LANES), v10[7]);
        v10[8] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v12 + 8 * LANES)), ld_f(b4, (int64_t)v12 + 8 * LANES), v10[8]);
        v10[9] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v12 + 9 * LANES)), ld_f(b4, (int64_t)v12 + 9 * LANES), v10[9]);
        v10[10] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v12 + 10 * LANES)), ld_f(b4, (int64_t)v12 + 10 * LANES), v10[10]);
        v10[11] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v12 + 11 * LANES)), ld_f(b4, (int64_t)v12 + 11 * LANES), v10[11]);
        v10[12] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v12 + 12 * LANES)), ld_f(b4, (int64_t)v12 + 12 * LANES), v10[12]);
        v10[13] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v12 + 13 * LANES)), ld_f(b4, (int64_t)v12 + 13 * LANES), v10[13]);
        v10[14] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v12 + 14 * LANES)), ld_f(b4, (int64_t)v12 + 14 * LANES), v10[14]);
        v10[15] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v12 + 15 * LANES)), ld_f(b4, (int64_t)v12 + 15 * LANES), v10[15]);
    }
    float v21 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v10[0];
        t = t + v10[1];
        t = t + v10[2];
        t = t + v10[3];
        t = t + v10[4];
        t = t + v10[5];
        t = t + v10[6];
        t = t + v10[7];
        t = t + v10[8];
        t = t + v10[9];
        t = t + v10[10];
        t = t + v10[11];
        t = t + v10[12];
        t = t + v10[13];
        t = t + v10[14];
        t = t + v10[15];
        v21 = h_sum_f(t);
    }
    const float v22 UNUSED = ld1_f(b5, v7);
    const float v23 UNUSED = (v21 + v22);
    st1_f(b6, v7, v23);
}

void ts_down_proj_residual(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) down_proj_residual_run1(buf, size, i);
}


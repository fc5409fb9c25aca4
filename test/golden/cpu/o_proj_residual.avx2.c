#define LANES 8
CAST_SCALAR(bf16, uint16_t, f32, float)

/* ---- o_proj_residual ---- */

const char ts_o_proj_residual_needs[] = "w:16:1536*1536,x:32:1536,res:32:1536,y:32:1536";
const char ts_o_proj_residual_modes[] = "iiio";
const int ts_o_proj_residual_sizes = 0;
const long ts_o_proj_residual_cost = 3077;

long ts_o_proj_residual_grid(const int32_t *const *size UNUSED)
{
    const long g0 UNUSED = ts_programs(1536, 1);
    return g0;
}

FN void o_proj_residual_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const long g0 UNUSED = ts_programs(1536, 1);
    const int32_t v6 UNUSED = (int32_t)(pid_0);
    const void *const b2 UNUSED = buf[0]; /* w */
    const void *const b3 UNUSED = buf[1]; /* x */
    const void *const b4 UNUSED = buf[2]; /* res */
    void *const b5 UNUSED = buf[3]; /* y */
    const int64_t o8 UNUSED = (int64_t)v6 * 1536;
    vf v9[8] UNUSED;
    v9[0] = sp_f(0.0f);
    v9[1] = sp_f(0.0f);
    v9[2] = sp_f(0.0f);
    v9[3] = sp_f(0.0f);
    v9[4] = sp_f(0.0f);
    v9[5] = sp_f(0.0f);
    v9[6] = sp_f(0.0f);
    v9[7] = sp_f(0.0f);
    int64_t i11 = 0;
    for (; i11 < 1536; i11 += 64) {
        const int32_t v11 UNUSED = (int32_t)i11;
        __builtin_prefetch((const char *)b2 + (o8 + (int64_t)v11) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b2 + (o8 + (int64_t)v11) * 16 / 8 + 2112);
        v9[0] = v_fma_f(cv_bf16_f32(ld_h(b2, o8 + (int64_t)v11)), ld_f(b3, (int64_t)v11), v9[0]);
        v9[1] = v_fma_f(cv_bf16_f32(ld_h(b2, o8 + (int64_t)v11 + 1 * LANES)), ld_f(b3, (int64_t)v11 + 1 * LANES), v9[1]);
        v9[2] = v_fma_f(cv_bf16_f32(ld_h(b2, o8 + (int64_t)v11 + 2 * LANES)), ld_f(b3, (int64_t)v11 + 2 * LANES), v9[2]);
        v9[3] = v_fma_f(cv_bf16_f32(ld_h(b2, o8 + (int64_t)v11 + 3 * LANES)), ld_f(b3, (int64_t)v11 + 3 * LANES), v9[3]);
        v9[4] = v_fma_f(cv_bf16_f32(ld_h(b2, o8 + (int64_t)v11 + 4 * LANES)), ld_f(b3, (int64_t)v11 + 4 * LANES), v9[4]);
        v9[5] = v_fma_f(cv_bf16_f32(ld_h(b2, o8 + (int64_t)v11 + 5 * LANES)), ld_f(b3, (int64_t)v11 + 5 * LANES), v9[5]);
        v9[6] = v_fma_f(cv_bf16_f32(ld_h(b2, o8 + (int64_t)v11 + 6 * LANES)), ld_f(b3, (int64_t)v11 + 6 * LANES), v9[6]);
        v9[7] = v_fma_f(cv_bf16_f32(ld_h(b2, o8 + (int64_t)v11 + 7 * LANES)), ld_f(b3, (int64_t)v11 + 7 * LANES), v9[7]);
    }
    float v20 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v9[0];
        t = t + v9[1];
        t = t + v9[2];
        t = t + v9[3];
        t = t + v9[4];
        t = t + v9[5];
        t = t + v9[6];
        t = t + v9[7];
        v20 = h_sum_f(t);
    }
    const float v21 UNUSED = ld1_f(b4, v6);
    const float v22 UNUSED = (v20 + v21);
    st1_f(b5, v6, v22);
}

void ts_o_proj_residual(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) o_proj_residual_run1(buf, size, i);
}


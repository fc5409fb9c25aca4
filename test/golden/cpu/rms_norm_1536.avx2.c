#define LANES 8
CAST_SCALAR(bf16, uint16_t, f32, float)

/* ---- rms_norm_1536 ---- */

const char ts_rms_norm_1536_modes[] = "iio";
const int ts_rms_norm_1536_sizes = 0;
const long ts_rms_norm_1536_cost = 1;

long ts_rms_norm_1536_grid(const int32_t *const *size UNUSED)
{
    return 1;
}

FN void rms_norm_1536_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const void *const b2 UNUSED = buf[0]; /* x */
    const void *const b3 UNUSED = buf[1]; /* gamma */
    void *const b4 UNUSED = buf[2]; /* y */
    vf v7[8] UNUSED;
    v7[0] = sp_f(0.0f);
    v7[1] = sp_f(0.0f);
    v7[2] = sp_f(0.0f);
    v7[3] = sp_f(0.0f);
    v7[4] = sp_f(0.0f);
    v7[5] = sp_f(0.0f);
    v7[6] = sp_f(0.0f);
    v7[7] = sp_f(0.0f);
    int64_t i9 = 0;
    for (; i9 < 1536; i9 += 64) {
        const int32_t v9 UNUSED = (int32_t)i9;
        vf v10[8] UNUSED;
        v10[0] = ld_f(b2, (int64_t)v9);
        v10[1] = ld_f(b2, (int64_t)v9 + 1 * LANES);
        v10[2] = ld_f(b2, (int64_t)v9 + 2 * LANES);
        v10[3] = ld_f(b2, (int64_t)v9 + 3 * LANES);
        v10[4] = ld_f(b2, (int64_t)v9 + 4 * LANES);
        v10[5] = ld_f(b2, (int64_t)v9 + 5 * LANES);
        v10[6] = ld_f(b2, (int64_t)v9 + 6 * LANES);
        v10[7] = ld_f(b2, (int64_t)v9 + 7 * LANES);
        v7[0] = v_fma_f(v10[0], v10[0], v7[0]);
        v7[1] = v_fma_f(v10[1], v10[1], v7[1]);
        v7[2] = v_fma_f(v10[2], v10[2], v7[2]);
        v7[3] = v_fma_f(v10[3], v10[3], v7[3]);
        v7[4] = v_fma_f(v10[4], v10[4], v7[4]);
        v7[5] = v_fma_f(v10[5], v10[5], v7[5]);
        v7[6] = v_fma_f(v10[6], v10[6], v7[6]);
        v7[7] = v_fma_f(v10[7], v10[7], v7[7]);
    }
    float v16 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v7[0];
        t = t + v7[1];
        t = t + v7[2];
        t = t + v7[3];
        t = t + v7[4];
        t = t + v7[5];
        t = t + v7[6];
        t = t + v7[7];
        v16 = h_sum_f(t);
    }
    const float v17 UNUSED = (v16 / 1536.0f);
    const float v19 UNUSED = (v17 + 9.99999997e-07f);
    const float v20 UNUSED = s_rsqrt_f(v19);
    int64_t i21 = 0;
    for (; i21 < 1536; i21 += 64) {
        const int32_t v21 UNUSED = (int32_t)i21;
        st_f(b4, (int64_t)v21, ((ld_f(b2, (int64_t)v21) * sp_f(v20)) * cv_bf16_f32(ld_h(b3, (int64_t)v21))));
        st_f(b4, (int64_t)v21 + 1 * LANES, ((ld_f(b2, (int64_t)v21 + 1 * LANES) * sp_f(v20)) * cv_bf16_f32(ld_h(b3, (int64_t)v21 + 1 * LANES))));
        st_f(b4, (int64_t)v21 + 2 * LANES, ((ld_f(b2, (int64_t)v21 + 2 * LANES) * sp_f(v20)) * cv_bf16_f32(ld_h(b3, (int64_t)v21 + 2 * LANES))));
        st_f(b4, (int64_t)v21 + 3 * LANES, ((ld_f(b2, (int64_t)v21 + 3 * LANES) * sp_f(v20)) * cv_bf16_f32(ld_h(b3, (int64_t)v21 + 3 * LANES))));
        st_f(b4, (int64_t)v21 + 4 * LANES, ((ld_f(b2, (int64_t)v21 + 4 * LANES) * sp_f(v20)) * cv_bf16_f32(ld_h(b3, (int64_t)v21 + 4 * LANES))));
        st_f(b4, (int64_t)v21 + 5 * LANES, ((ld_f(b2, (int64_t)v21 + 5 * LANES) * sp_f(v20)) * cv_bf16_f32(ld_h(b3, (int64_t)v21 + 5 * LANES))));
        st_f(b4, (int64_t)v21 + 6 * LANES, ((ld_f(b2, (int64_t)v21 + 6 * LANES) * sp_f(v20)) * cv_bf16_f32(ld_h(b3, (int64_t)v21 + 6 * LANES))));
        st_f(b4, (int64_t)v21 + 7 * LANES, ((ld_f(b2, (int64_t)v21 + 7 * LANES) * sp_f(v20)) * cv_bf16_f32(ld_h(b3, (int64_t)v21 + 7 * LANES))));
    }
}

void ts_rms_norm_1536(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) rms_norm_1536_run1(buf, size, i);
}


#define LANES 16
CAST_SCALAR(bf16, uint16_t, f32, float)

/* ---- residual_add_rms_norm ---- */

const char ts_residual_add_rms_norm_needs[] = "x:32:1536,r:32:1536,gamma:16:1536,h:32:1536,y:32:1536";
const char ts_residual_add_rms_norm_modes[] = "iiioo";
const int ts_residual_add_rms_norm_sizes = 0;
const long ts_residual_add_rms_norm_cost = 1;

long ts_residual_add_rms_norm_grid(const int32_t *const *size UNUSED)
{
    return 1;
}

FN void residual_add_rms_norm_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const void *const b2 UNUSED = buf[0]; /* x */
    const void *const b3 UNUSED = buf[1]; /* r */
    const void *const b4 UNUSED = buf[2]; /* gamma */
    void *const b5 UNUSED = buf[3]; /* h */
    void *const b6 UNUSED = buf[4]; /* y */
    vf v8[4] UNUSED;
    v8[0] = sp_f(0.0f);
    v8[1] = sp_f(0.0f);
    v8[2] = sp_f(0.0f);
    v8[3] = sp_f(0.0f);
    int64_t i10 = 0;
    for (; i10 < 1536; i10 += 64) {
        const int32_t v10 UNUSED = (int32_t)i10;
        vf v13[4] UNUSED;
        v13[0] = (ld_f(b2, (int64_t)v10) + ld_f(b3, (int64_t)v10));
        v13[1] = (ld_f(b2, (int64_t)v10 + 1 * LANES) + ld_f(b3, (int64_t)v10 + 1 * LANES));
        v13[2] = (ld_f(b2, (int64_t)v10 + 2 * LANES) + ld_f(b3, (int64_t)v10 + 2 * LANES));
        v13[3] = (ld_f(b2, (int64_t)v10 + 3 * LANES) + ld_f(b3, (int64_t)v10 + 3 * LANES));
        v8[0] = v_fma_f(v13[0], v13[0], v8[0]);
        v8[1] = v_fma_f(v13[1], v13[1], v8[1]);
        v8[2] = v_fma_f(v13[2], v13[2], v8[2]);
        v8[3] = v_fma_f(v13[3], v13[3], v8[3]);
    }
    float v19 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v8[0];
        t = t + v8[1];
        t = t + v8[2];
        t = t + v8[3];
        v19 = h_sum_f(t);
    }
    const float v21 UNUSED = (v19 / 1536.0f);
    const float v23 UNUSED = (v21 + 9.99999997e-07f);
    const float v24 UNUSED = s_rsqrt_f(v23);
    int64_t i25 = 0;
    for (; i25 < 1536; i25 += 64) {
        const int32_t v25 UNUSED = (int32_t)i25;
        vf v28[4] UNUSED;
        v28[0] = (ld_f(b2, (int64_t)v25) + ld_f(b3, (int64_t)v25));
        v28[1] = (ld_f(b2, (int64_t)v25 + 1 * LANES) + ld_f(b3, (int64_t)v25 + 1 * LANES));
        v28[2] = (ld_f(b2, (int64_t)v25 + 2 * LANES) + ld_f(b3, (int64_t)v25 + 2 * LANES));
        v28[3] = (ld_f(b2, (int64_t)v25 + 3 * LANES) + ld_f(b3, (int64_t)v25 + 3 * LANES));
        vf v30[4] UNUSED;
        v30[0] = cv_bf16_f32(ld_h(b4, (int64_t)v25));
        v30[1] = cv_bf16_f32(ld_h(b4, (int64_t)v25 + 1 * LANES));
        v30[2] = cv_bf16_f32(ld_h(b4, (int64_t)v25 + 2 * LANES));
        v30[3] = cv_bf16_f32(ld_h(b4, (int64_t)v25 + 3 * LANES));
        st_f(b5, (int64_t)v25, v28[0]);
        st_f(b5, (int64_t)v25 + 1 * LANES, v28[1]);
        st_f(b5, (int64_t)v25 + 2 * LANES, v28[2]);
        st_f(b5, (int64_t)v25 + 3 * LANES, v28[3]);
        st_f(b6, (int64_t)v25, ((v28[0] * sp_f(v24)) * v30[0]));
        st_f(b6, (int64_t)v25 + 1 * LANES, ((v28[1] * sp_f(v24)) * v30[1]));
        st_f(b6, (int64_t)v25 + 2 * LANES, ((v28[2] * sp_f(v24)) * v30[2]));
        st_f(b6, (int64_t)v25 + 3 * LANES, ((v28[3] * sp_f(v24)) * v30[3]));
    }
}

void ts_residual_add_rms_norm(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) residual_add_rms_norm_run1(buf, size, i);
}


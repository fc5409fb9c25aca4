#define LANES 8
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
    vf v8[8] UNUSED;
    v8[0] = sp_f(0.0f);
    v8[1] = sp_f(0.0f);
    v8[2] = sp_f(0.0f);
    v8[3] = sp_f(0.0f);
    v8[4] = sp_f(0.0f);
    v8[5] = sp_f(0.0f);
    v8[6] = sp_f(0.0f);
    v8[7] = sp_f(0.0f);
    int64_t i10 = 0;
    for (; i10 < 1536; i10 += 64) {
        const int32_t v10 UNUSED = (int32_t)i10;
        vf v13[8] UNUSED;
        v13[0] = (ld_f(b2, (int64_t)v10) + ld_f(b3, (int64_t)v10));
        v13[1] = (ld_f(b2, (int64_t)v10 + 1 * LANES) + ld_f(b3, (int64_t)v10 + 1 * LANES));
        v13[2] = (ld_f(b2, (int64_t)v10 + 2 * LANES) + ld_f(b3, (int64_t)v10 + 2 * LANES));
        v13[3] = (ld_f(b2, (int64_t)v10 + 3 * LANES) + ld_f(b3, (int64_t)v10 + 3 * LANES));
        v13[4] = (ld_f(b2, (int64_t)v10 + 4 * LANES) + ld_f(b3, (int64_t)v10 + 4 * LANES));
        v13[5] = (ld_f(b2, (int64_t)v10 + 5 * LANES) + ld_f(b3, (int64_t)v10 + 5 * LANES));
        v13[6] = (ld_f(b2, (int64_t)v10 + 6 * LANES) + ld_f(b3, (int64_t)v10 + 6 * LANES));
        v13[7] = (ld_f(b2, (int64_t)v10 + 7 * LANES) + ld_f(b3, (int64_t)v10 + 7 * LANES));
        v8[0] = v_fma_f(v13[0], v13[0], v8[0]);
        v8[1] = v_fma_f(v13[1], v13[1], v8[1]);
        v8[2] = v_fma_f(v13[2], v13[2], v8[2]);
        v8[3] = v_fma_f(v13[3], v13[3], v8[3]);
        v8[4] = v_fma_f(v13[4], v13[4], v8[4]);
        v8[5] = v_fma_f(v13[5], v13[5], v8[5]);
        v8[6] = v_fma_f(v13[6], v13[6], v8[6]);
        v8[7] = v_fma_f(v13[7], v13[7], v8[7]);
    }
    float v19 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v8[0];
        t = t + v8[1];
        t = t + v8[2];
        t = t + v8[3];
        t = t + v8[4];
        t = t + v8[5];
        t = t + v8[6];
        t = t + v8[7];
        v19 = h_sum_f(t);
    }
    const float v21 UNUSED = (v19 / 1536.0f);
    const float v23 UNUSED = (v21 + 9.99999997e-07f);
    const float v24 UNUSED = s_rsqrt_f(v23);
    int64_t i25 = 0;
    for (; i25 < 1536; i25 += 64) {
        const int32_t v25 UNUSED = (int32_t)i25;
        vf v28[8] UNUSED;
        v28[0] = (ld_f(b2, (int64_t)v25) + ld_f(b3, (int64_t)v25));
        v28[1] = (ld_f(b2, (int64_t)v25 + 1 * LANES) + ld_f(b3, (int64_t)v25 + 1 * LANES));
        v28[2] = (ld_f(b2, (int64_t)v25 + 2 * LANES) + ld_f(b3, (int64_t)v25 + 2 * LANES));
        v28[3] = (ld_f(b2, (int64_t)v25 + 3 * LANES) + ld_f(b3, (int64_t)v25 + 3 * LANES));
        v28[4] = (ld_f(b2, (int64_t)v25 + 4 * LANES) + ld_f(b3, (int64_t)v25 + 4 * LANES));
        v28[5] = (ld_f(b2, (int64_t)v25 + 5 * LANES) + ld_f(b3, (int64_t)v25 + 5 * LANES));
        v28[6] = (ld_f(b2, (int64_t)v25 + 6 * LANES) + ld_f(b3, (int64_t)v25 + 6 * LANES));
        v28[7] = (ld_f(b2, (int64_t)v25 + 7 * LANES) + ld_f(b3, (int64_t)v25 + 7 * LANES));
        vf v30[8] UNUSED;
        v30[0] = cv_bf16_f32(ld_h(b4, (int64_t)v25));
        v30[1] = cv_bf16_f32(ld_h(b4, (int64_t)v25 + 1 * LANES));
        v30[2] = cv_bf16_f32(ld_h(b4, (int64_t)v25 + 2 * LANES));
        v30[3] = cv_bf16_f32(ld_h(b4, (int64_t)v25 + 3 * LANES));
        v30[4] = cv_bf16_f32(ld_h(b4, (int64_t)v25 + 4 * LANES));
        v30[5] = cv_bf16_f32(ld_h(b4, (int64_t)v25 + 5 * LANES));
        v30[6] = cv_bf16_f32(ld_h(b4, (int64_t)v25 + 6 * LANES));
        v30[7] = cv_bf16_f32(ld_h(b4, (int64_t)v25 + 7 * LANES));
        st_f(b5, (int64_t)v25, v28[0]);
        st_f(b5, (int64_t)v25 + 1 * LANES, v28[1]);
        st_f(b5, (int64_t)v25 + 2 * LANES, v28[2]);
        st_f(b5, (int64_t)v25 + 3 * LANES, v28[3]);
        st_f(b5, (int64_t)v25 + 4 * LANES, v28[4]);
        st_f(b5, (int64_t)v25 + 5 * LANES, v28[5]);
        st_f(b5, (int64_t)v25 + 6 * LANES, v28[6]);
        st_f(b5, (int64_t)v25 + 7 * LANES, v28[7]);
        st_f(b6, (int64_t)v25, ((v28[0] * sp_f(v24)) * v30[0]));
        st_f(b6, (int64_t)v25 + 1 * LANES, ((v28[1] * sp_f(v24)) * v30[1]));
        st_f(b6, (int64_t)v25 + 2 * LANES, ((v28[2] * sp_f(v24)) * v30[2]));
        st_f(b6, (int64_t)v25 + 3 * LANES, ((v28[3] * sp_f(v24)) * v30[3]));
        st_f(b6, (int64_t)v25 + 4 * LANES, ((v28[4] * sp_f(v24)) * v30[4]));
        st_f(b6, (int64_t)v25 + 5 * LANES, ((v28[5] * sp_f(v24)) * v30[5]));
        st_f(b6, (int64_t)v25 + 6 * LANES, ((v28[6] * sp_f(v24)) * v30[6]));
        st_f(b6, (int64_t)v25 + 7 * LANES, ((v28[7] * sp_f(v24)) * v30[7]));
    }
}

void ts_residual_add_rms_norm(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) residual_add_rms_norm_run1(buf, size, i);
}


#define LANES 16

/* ---- rms_norm_1536 ---- */

/* tessera kernel=rms_norm_1536 entry=ts_rms_norm_1536 params=i32:x:1536,i16:gamma:1536,o32:y:1536 sizes=0 cost=1 */

long ts_rms_norm_1536_grid(const int32_t *const *size UNUSED)
{
    return 1;
}

FN void rms_norm_1536_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const void *const b2 UNUSED = buf[0]; /* x */
    const void *const b3 UNUSED = buf[1]; /* gamma */
    void *const b4 UNUSED = buf[2]; /* y */
    vf v6[1] UNUSED;
    v6[0] = sp_f(0.0f);
    int64_t i8 = 0;
    for (; i8 < 1536; i8 += 32) {
        const int32_t v8 UNUSED = (int32_t)i8;
        vf v9[1] UNUSED;
        v9[0] = ld_f(b2, (int64_t)v8);
        v6[0] = v_fma_f(v9[0], v9[0], v6[0]);
        const int32_t v14 UNUSED = (v8 + 16);
        vf v15[1] UNUSED;
        v15[0] = ld_f(b2, (int64_t)v14);
        v6[0] = v_fma_f(v15[0], v15[0], v6[0]);
    }
    float v21 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v6[0];
        v21 = h_sum_f(t);
    }
    const float v23 UNUSED = (v21 / 1536.0f);
    const float v25 UNUSED = (v23 + 9.99999997e-07f);
    const float v26 UNUSED = s_rsqrt_f(v25);
    int64_t i27 = 0;
    for (; i27 < 1536; i27 += 64) {
        const int32_t v27 UNUSED = (int32_t)i27;
        st_f(b4, (int64_t)v27, ((ld_f(b2, (int64_t)v27) * sp_f(v26)) * cv_bf16_f32(ld_h(b3, (int64_t)v27))));
        st_f(b4, (int64_t)v27 + 1 * LANES, ((ld_f(b2, (int64_t)v27 + 1 * LANES) * sp_f(v26)) * cv_bf16_f32(ld_h(b3, (int64_t)v27 + 1 * LANES))));
        st_f(b4, (int64_t)v27 + 2 * LANES, ((ld_f(b2, (int64_t)v27 + 2 * LANES) * sp_f(v26)) * cv_bf16_f32(ld_h(b3, (int64_t)v27 + 2 * LANES))));
        st_f(b4, (int64_t)v27 + 3 * LANES, ((ld_f(b2, (int64_t)v27 + 3 * LANES) * sp_f(v26)) * cv_bf16_f32(ld_h(b3, (int64_t)v27 + 3 * LANES))));
    }
}

void ts_rms_norm_1536(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) rms_norm_1536_run1(buf, size, i);
}


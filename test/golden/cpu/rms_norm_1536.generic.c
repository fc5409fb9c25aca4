#define LANES 4

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
    vf v6[8] UNUSED;
    v6[0] = sp_f(0.0f);
    v6[1] = sp_f(0.0f);
    v6[2] = sp_f(0.0f);
    v6[3] = sp_f(0.0f);
    v6[4] = sp_f(0.0f);
    v6[5] = sp_f(0.0f);
    v6[6] = sp_f(0.0f);
    v6[7] = sp_f(0.0f);
    int64_t i8 = 0;
    for (; i8 < 1536; i8 += 32) {
        const int32_t v8 UNUSED = (int32_t)i8;
        vf v9[8] UNUSED;
        v9[0] = ld_f(b2, (int64_t)v8);
        v9[1] = ld_f(b2, (int64_t)v8 + 1 * LANES);
        v9[2] = ld_f(b2, (int64_t)v8 + 2 * LANES);
        v9[3] = ld_f(b2, (int64_t)v8 + 3 * LANES);
        v9[4] = ld_f(b2, (int64_t)v8 + 4 * LANES);
        v9[5] = ld_f(b2, (int64_t)v8 + 5 * LANES);
        v9[6] = ld_f(b2, (int64_t)v8 + 6 * LANES);
        v9[7] = ld_f(b2, (int64_t)v8 + 7 * LANES);
        v6[0] = v_fma_f(v9[0], v9[0], v6[0]);
        v6[1] = v_fma_f(v9[1], v9[1], v6[1]);
        v6[2] = v_fma_f(v9[2], v9[2], v6[2]);
        v6[3] = v_fma_f(v9[3], v9[3], v6[3]);
        v6[4] = v_fma_f(v9[4], v9[4], v6[4]);
        v6[5] = v_fma_f(v9[5], v9[5], v6[5]);
        v6[6] = v_fma_f(v9[6], v9[6], v6[6]);
        v6[7] = v_fma_f(v9[7], v9[7], v6[7]);
    }
    float v15 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v6[0];
        t = t + v6[1];
        t = t + v6[2];
        t = t + v6[3];
        t = t + v6[4];
        t = t + v6[5];
        t = t + v6[6];
        t = t + v6[7];
        v15 = h_sum_f(t);
    }
    const float v17 UNUSED = (v15 / 1536.0f);
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
        st_f(b4, (int64_t)v21 + 8 * LANES, ((ld_f(b2, (int64_t)v21 + 8 * LANES) * sp_f(v20)) * cv_bf16_f32(ld_h(b3, (int64_t)v21 + 8 * LANES))));
        st_f(b4, (int64_t)v21 + 9 * LANES, ((ld_f(b2, (int64_t)v21 + 9 * LANES) * sp_f(v20)) * cv_bf16_f32(ld_h(b3, (int64_t)v21 + 9 * LANES))));
        st_f(b4, (int64_t)v21 + 10 * LANES, ((ld_f(b2, (int64_t)v21 + 10 * LANES) * sp_f(v20)) * cv_bf16_f32(ld_h(b3, (int64_t)v21 + 10 * LANES))));
        st_f(b4, (int64_t)v21 + 11 * LANES, ((ld_f(b2, (int64_t)v21 + 11 * LANES) * sp_f(v20)) * cv_bf16_f32(ld_h(b3, (int64_t)v21 + 11 * LANES))));
        st_f(b4, (int64_t)v21 + 12 * LANES, ((ld_f(b2, (int64_t)v21 + 12 * LANES) * sp_f(v20)) * cv_bf16_f32(ld_h(b3, (int64_t)v21 + 12 * LANES))));
        st_f(b4, (int64_t)v21 + 13 * LANES, ((ld_f(b2, (int64_t)v21 + 13 * LANES) * sp_f(v20)) * cv_bf16_f32(ld_h(b3, (int64_t)v21 + 13 * LANES))));
        st_f(b4, (int64_t)v21 + 14 * LANES, ((ld_f(b2, (int64_t)v21 + 14 * LANES) * sp_f(v20)) * cv_bf16_f32(ld_h(b3, (int64_t)v21 + 14 * LANES))));
        st_f(b4, (int64_t)v21 + 15 * LANES, ((ld_f(b2, (int64_t)v21 + 15 * LANES) * sp_f(v20)) * cv_bf16_f32(ld_h(b3, (int64_t)v21 + 15 * LANES))));
    }
}

void ts_rms_norm_1536(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) rms_norm_1536_run1(buf, size, i);
}


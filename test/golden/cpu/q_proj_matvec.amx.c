#define LANES 16

/* ---- q_proj_matvec ---- */

/* tessera kernel=q_proj_matvec entry=ts_q_proj_matvec params=i16:w:1536*1536,i16:bias:1536,i32:x:1536,o32:y:1536 sizes=0 cost=3075 */

long ts_q_proj_matvec_grid(const int32_t *const *size UNUSED)
{
    const long g0 UNUSED = ts_programs(1536, 1);
    return g0;
}

FN void q_proj_matvec_run2(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED, long pid_1 UNUSED)
{
    const long g0 UNUSED = ts_programs(1536, 1);
    const int32_t v6_0 UNUSED = (int32_t)(pid_0);
    const int32_t v6_1 UNUSED = (int32_t)(pid_1);
    const void *const b2 UNUSED = buf[0]; /* w */
    const void *const b3 UNUSED = buf[1]; /* bias */
    const void *const b4 UNUSED = buf[2]; /* x */
    void *const b5 UNUSED = buf[3]; /* y */
    const int64_t o8_0 UNUSED = (int64_t)v6_0 * 1536;
    const int64_t o8_1 UNUSED = (int64_t)v6_1 * 1536;
    vf v9_0[1] UNUSED;
    v9_0[0] = sp_f(0.0f);
    vf v9_1[1] UNUSED;
    v9_1[0] = sp_f(0.0f);
    int64_t i11 = 0;
    for (; i11 < 1536; i11 += 32) {
        const int32_t v11 UNUSED = (int32_t)i11;
        __builtin_prefetch((const char *)b2 + (o8_0 + (int64_t)v11) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b2 + (o8_1 + (int64_t)v11) * 16 / 8 + 2048);
        v9_0[0] = v_fma_f(cv_bf16_f32(ld_h(b2, o8_0 + (int64_t)v11)), ld_f(b4, (int64_t)v11), v9_0[0]);
        v9_1[0] = v_fma_f(cv_bf16_f32(ld_h(b2, o8_1 + (int64_t)v11)), ld_f(b4, (int64_t)v11), v9_1[0]);
        const int32_t v19 UNUSED = (v11 + 16);
        v9_0[0] = v_fma_f(cv_bf16_f32(ld_h(b2, o8_0 + (int64_t)v19)), ld_f(b4, (int64_t)v19), v9_0[0]);
        v9_1[0] = v_fma_f(cv_bf16_f32(ld_h(b2, o8_1 + (int64_t)v19)), ld_f(b4, (int64_t)v19), v9_1[0]);
    }
    float v28_0 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v9_0[0];
        v28_0 = h_sum_f(t);
    }
    float v28_1 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v9_1[0];
        v28_1 = h_sum_f(t);
    }
    const uint16_t v29_0 UNUSED = ld1_h(b3, v6_0);
    const uint16_t v29_1 UNUSED = ld1_h(b3, v6_1);
    const float v30_0 UNUSED = s_cv_bf16_f32(v29_0);
    const float v30_1 UNUSED = s_cv_bf16_f32(v29_1);
    const float v31_0 UNUSED = (v28_0 + v30_0);
    const float v31_1 UNUSED = (v28_1 + v30_1);
    st1_f(b5, v6_0, v31_0);
    st1_f(b5, v6_1, v31_1);
}

FN void q_proj_matvec_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const long g0 UNUSED = ts_programs(1536, 1);
    const int32_t v6 UNUSED = (int32_t)(pid_0);
    const void *const b2 UNUSED = buf[0]; /* w */
    const void *const b3 UNUSED = buf[1]; /* bias */
    const void *const b4 UNUSED = buf[2]; /* x */
    void *const b5 UNUSED = buf[3]; /* y */
    const int64_t o8 UNUSED = (int64_t)v6 * 1536;
    vf v9[1] UNUSED;
    v9[0] = sp_f(0.0f);
    int64_t i11 = 0;
    for (; i11 < 1536; i11 += 32) {
        const int32_t v11 UNUSED = (int32_t)i11;
        __builtin_prefetch((const char *)b2 + (o8 + (int64_t)v11) * 16 / 8 + 2048);
        v9[0] = v_fma_f(cv_bf16_f32(ld_h(b2, o8 + (int64_t)v11)), ld_f(b4, (int64_t)v11), v9[0]);
        const int32_t v19 UNUSED = (v11 + 16);
        v9[0] = v_fma_f(cv_bf16_f32(ld_h(b2, o8 + (int64_t)v19)), ld_f(b4, (int64_t)v19), v9[0]);
    }
    float v28 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v9[0];
        v28 = h_sum_f(t);
    }
    const uint16_t v29 UNUSED = ld1_h(b3, v6);
    const float v30 UNUSED = s_cv_bf16_f32(v29);
    const float v31 UNUSED = (v28 + v30);
    st1_f(b5, v6, v31);
}

void ts_q_proj_matvec(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    const long part = (hi - lo) / 2;
    for (long i = 0; i < part; i++) q_proj_matvec_run2(buf, size, lo + 0 * part + i, lo + 1 * part + i);
    lo += 2 * part;
    for (long i = lo; i < hi; i++) q_proj_matvec_run1(buf, size, i);
}


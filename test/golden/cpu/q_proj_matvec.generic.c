#define LANES 4

/* ---- q_proj_matvec ---- */

/* tessera kernel=q_proj_matvec entry=ts_q_proj_matvec params=i16:w:1536*1536,i16:bias:1536,i32:x:1536,o32:y:1536 sizes=0 cost=3075 */

long ts_q_proj_matvec_grid(const int32_t *const *size UNUSED)
{
    const long g0 UNUSED = ts_programs(1536, 1);
    return g0;
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
    for (; i11 < 1536; i11 += 32) {
        const int32_t v11 UNUSED = (int32_t)i11;
        __builtin_prefetch((const char *)b2 + (o8 + (int64_t)v11) * 16 / 8 + 2048);
        v9[0] = v_fma_f(cv_bf16_f32(ld_h(b2, o8 + (int64_t)v11)), ld_f(b4, (int64_t)v11), v9[0]);
        v9[1] = v_fma_f(cv_bf16_f32(ld_h(b2, o8 + (int64_t)v11 + 1 * LANES)), ld_f(b4, (int64_t)v11 + 1 * LANES), v9[1]);
        v9[2] = v_fma_f(cv_bf16_f32(ld_h(b2, o8 + (int64_t)v11 + 2 * LANES)), ld_f(b4, (int64_t)v11 + 2 * LANES), v9[2]);
        v9[3] = v_fma_f(cv_bf16_f32(ld_h(b2, o8 + (int64_t)v11 + 3 * LANES)), ld_f(b4, (int64_t)v11 + 3 * LANES), v9[3]);
        v9[4] = v_fma_f(cv_bf16_f32(ld_h(b2, o8 + (int64_t)v11 + 4 * LANES)), ld_f(b4, (int64_t)v11 + 4 * LANES), v9[4]);
        v9[5] = v_fma_f(cv_bf16_f32(ld_h(b2, o8 + (int64_t)v11 + 5 * LANES)), ld_f(b4, (int64_t)v11 + 5 * LANES), v9[5]);
        v9[6] = v_fma_f(cv_bf16_f32(ld_h(b2, o8 + (int64_t)v11 + 6 * LANES)), ld_f(b4, (int64_t)v11 + 6 * LANES), v9[6]);
        v9[7] = v_fma_f(cv_bf16_f32(ld_h(b2, o8 + (int64_t)v11 + 7 * LANES)), ld_f(b4, (int64_t)v11 + 7 * LANES), v9[7]);
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
    const uint16_t v21 UNUSED = ld1_h(b3, v6);
    const float v22 UNUSED = s_cv_bf16_f32(v21);
    const float v23 UNUSED = (v20 + v22);
    st1_f(b5, v6, v23);
}

void ts_q_proj_matvec(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) q_proj_matvec_run1(buf, size, i);
}


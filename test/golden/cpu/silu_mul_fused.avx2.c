#define LANES 8

/* ---- silu_mul_fused ---- */

const char ts_silu_mul_fused_needs[] = "g:32:8960,u:32:8960,y:32:8960";
const char ts_silu_mul_fused_modes[] = "iio";
const int ts_silu_mul_fused_sizes = 0;
const long ts_silu_mul_fused_cost = 513;

long ts_silu_mul_fused_grid(const int32_t *const *size UNUSED)
{
    const long g0 UNUSED = ts_programs(8960, 64);
    return g0;
}

FN void silu_mul_fused_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const long g0 UNUSED = ts_programs(8960, 64);
    const int32_t v5 UNUSED = (int32_t)(pid_0) * 64;
    const void *const b2 UNUSED = buf[0]; /* g */
    const void *const b3 UNUSED = buf[1]; /* u */
    void *const b4 UNUSED = buf[2]; /* y */
    vf v6[8] UNUSED;
    v6[0] = ld_f(b2, (int64_t)v5);
    v6[1] = ld_f(b2, (int64_t)v5 + 1 * LANES);
    v6[2] = ld_f(b2, (int64_t)v5 + 2 * LANES);
    v6[3] = ld_f(b2, (int64_t)v5 + 3 * LANES);
    v6[4] = ld_f(b2, (int64_t)v5 + 4 * LANES);
    v6[5] = ld_f(b2, (int64_t)v5 + 5 * LANES);
    v6[6] = ld_f(b2, (int64_t)v5 + 6 * LANES);
    v6[7] = ld_f(b2, (int64_t)v5 + 7 * LANES);
    vf v11[8] UNUSED;
    v11[0] = v_exp_f((-v_abs_f(v6[0])));
    v11[1] = v_exp_f((-v_abs_f(v6[1])));
    v11[2] = v_exp_f((-v_abs_f(v6[2])));
    v11[3] = v_exp_f((-v_abs_f(v6[3])));
    v11[4] = v_exp_f((-v_abs_f(v6[4])));
    v11[5] = v_exp_f((-v_abs_f(v6[5])));
    v11[6] = v_exp_f((-v_abs_f(v6[6])));
    v11[7] = v_exp_f((-v_abs_f(v6[7])));
    st_f(b4, (int64_t)v5, ((v6[0] * (v_select_f((vm)(v6[0] < sp_f(0.0f)), v11[0], sp_f(1.0f)) / (sp_f(1.0f) + v11[0]))) * ld_f(b3, (int64_t)v5)));
    st_f(b4, (int64_t)v5 + 1 * LANES, ((v6[1] * (v_select_f((vm)(v6[1] < sp_f(0.0f)), v11[1], sp_f(1.0f)) / (sp_f(1.0f) + v11[1]))) * ld_f(b3, (int64_t)v5 + 1 * LANES)));
    st_f(b4, (int64_t)v5 + 2 * LANES, ((v6[2] * (v_select_f((vm)(v6[2] < sp_f(0.0f)), v11[2], sp_f(1.0f)) / (sp_f(1.0f) + v11[2]))) * ld_f(b3, (int64_t)v5 + 2 * LANES)));
    st_f(b4, (int64_t)v5 + 3 * LANES, ((v6[3] * (v_select_f((vm)(v6[3] < sp_f(0.0f)), v11[3], sp_f(1.0f)) / (sp_f(1.0f) + v11[3]))) * ld_f(b3, (int64_t)v5 + 3 * LANES)));
    st_f(b4, (int64_t)v5 + 4 * LANES, ((v6[4] * (v_select_f((vm)(v6[4] < sp_f(0.0f)), v11[4], sp_f(1.0f)) / (sp_f(1.0f) + v11[4]))) * ld_f(b3, (int64_t)v5 + 4 * LANES)));
    st_f(b4, (int64_t)v5 + 5 * LANES, ((v6[5] * (v_select_f((vm)(v6[5] < sp_f(0.0f)), v11[5], sp_f(1.0f)) / (sp_f(1.0f) + v11[5]))) * ld_f(b3, (int64_t)v5 + 5 * LANES)));
    st_f(b4, (int64_t)v5 + 6 * LANES, ((v6[6] * (v_select_f((vm)(v6[6] < sp_f(0.0f)), v11[6], sp_f(1.0f)) / (sp_f(1.0f) + v11[6]))) * ld_f(b3, (int64_t)v5 + 6 * LANES)));
    st_f(b4, (int64_t)v5 + 7 * LANES, ((v6[7] * (v_select_f((vm)(v6[7] < sp_f(0.0f)), v11[7], sp_f(1.0f)) / (sp_f(1.0f) + v11[7]))) * ld_f(b3, (int64_t)v5 + 7 * LANES)));
}

void ts_silu_mul_fused(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) silu_mul_fused_run1(buf, size, i);
}


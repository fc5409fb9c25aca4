#define LANES 16
CAST_SCALAR(bf16, uint16_t, f32, float)

/* ---- norm_gate_up_silu ---- */

const char ts_norm_gate_up_silu_needs[] = "x:32:1536,gamma:16:1536,wg:16:8960*1536,wu:16:8960*1536,y:32:8960";
const char ts_norm_gate_up_silu_modes[] = "iiiio";
const int ts_norm_gate_up_silu_sizes = 0;
const long ts_norm_gate_up_silu_cost = 6145;

long ts_norm_gate_up_silu_grid(const int32_t *const *size UNUSED)
{
    const long g0 UNUSED = ts_programs(8960, 1);
    return g0;
}

FN void norm_gate_up_silu_run2(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED, long pid_1 UNUSED)
{
    const long g0 UNUSED = ts_programs(8960, 1);
    const int32_t v8_0 UNUSED = (int32_t)(pid_0);
    const int32_t v8_1 UNUSED = (int32_t)(pid_1);
    const void *const b3 UNUSED = buf[0]; /* x */
    const void *const b4 UNUSED = buf[1]; /* gamma */
    const void *const b5 UNUSED = buf[2]; /* wg */
    const void *const b6 UNUSED = buf[3]; /* wu */
    void *const b7 UNUSED = buf[4]; /* y */
    vf v10_0[4] UNUSED;
    v10_0[0] = sp_f(0.0f);
    v10_0[1] = sp_f(0.0f);
    v10_0[2] = sp_f(0.0f);
    v10_0[3] = sp_f(0.0f);
    vf v10_1[4] UNUSED;
    v10_1[0] = sp_f(0.0f);
    v10_1[1] = sp_f(0.0f);
    v10_1[2] = sp_f(0.0f);
    v10_1[3] = sp_f(0.0f);
    vf v11_0[4] UNUSED;
    v11_0[0] = sp_f(0.0f);
    v11_0[1] = sp_f(0.0f);
    v11_0[2] = sp_f(0.0f);
    v11_0[3] = sp_f(0.0f);
    vf v11_1[4] UNUSED;
    v11_1[0] = sp_f(0.0f);
    v11_1[1] = sp_f(0.0f);
    v11_1[2] = sp_f(0.0f);
    v11_1[3] = sp_f(0.0f);
    vf v12[4] UNUSED;
    v12[0] = sp_f(0.0f);
    v12[1] = sp_f(0.0f);
    v12[2] = sp_f(0.0f);
    v12[3] = sp_f(0.0f);
    int64_t i14 = 0;
    for (; i14 < 1536; i14 += 64) {
        const int32_t v14 UNUSED = (int32_t)i14;
        const int64_t o15_0 UNUSED = (int64_t)v8_0 * 1536;
        const int64_t o15_1 UNUSED = (int64_t)v8_1 * 1536;
        vf v18[4] UNUSED;
        v18[0] = ld_f(b3, (int64_t)v14);
        v18[1] = ld_f(b3, (int64_t)v14 + 1 * LANES);
        v18[2] = ld_f(b3, (int64_t)v14 + 2 * LANES);
        v18[3] = ld_f(b3, (int64_t)v14 + 3 * LANES);
        vf v21[4] UNUSED;
        v21[0] = (v18[0] * cv_bf16_f32(ld_h(b4, (int64_t)v14)));
        v21[1] = (v18[1] * cv_bf16_f32(ld_h(b4, (int64_t)v14 + 1 * LANES)));
        v21[2] = (v18[2] * cv_bf16_f32(ld_h(b4, (int64_t)v14 + 2 * LANES)));
        v21[3] = (v18[3] * cv_bf16_f32(ld_h(b4, (int64_t)v14 + 3 * LANES)));
        v10_0[0] = v_fma_f(cv_bf16_f32(ld_h(b5, o15_0 + (int64_t)v14)), v21[0], v10_0[0]);
        v10_0[1] = v_fma_f(cv_bf16_f32(ld_h(b5, o15_0 + (int64_t)v14 + 1 * LANES)), v21[1], v10_0[1]);
        v10_0[2] = v_fma_f(cv_bf16_f32(ld_h(b5, o15_0 + (int64_t)v14 + 2 * LANES)), v21[2], v10_0[2]);
        v10_0[3] = v_fma_f(cv_bf16_f32(ld_h(b5, o15_0 + (int64_t)v14 + 3 * LANES)), v21[3], v10_0[3]);
        v10_1[0] = v_fma_f(cv_bf16_f32(ld_h(b5, o15_1 + (int64_t)v14)), v21[0], v10_1[0]);
        v10_1[1] = v_fma_f(cv_bf16_f32(ld_h(b5, o15_1 + (int64_t)v14 + 1 * LANES)), v21[1], v10_1[1]);
        v10_1[2] = v_fma_f(cv_bf16_f32(ld_h(b5, o15_1 + (int64_t)v14 + 2 * LANES)), v21[2], v10_1[2]);
        v10_1[3] = v_fma_f(cv_bf16_f32(ld_h(b5, o15_1 + (int64_t)v14 + 3 * LANES)), v21[3], v10_1[3]);
        const int64_t o25_0 UNUSED = (int64_t)v8_0 * 1536;
        const int64_t o25_1 UNUSED = (int64_t)v8_1 * 1536;
        v11_0[0] = v_fma_f(cv_bf16_f32(ld_h(b6, o25_0 + (int64_t)v14)), v21[0], v11_0[0]);
        v11_0[1] = v_fma_f(cv_bf16_f32(ld_h(b6, o25_0 + (int64_t)v14 + 1 * LANES)), v21[1], v11_0[1]);
        v11_0[2] = v_fma_f(cv_bf16_f32(ld_h(b6, o25_0 + (int64_t)v14 + 2 * LANES)), v21[2], v11_0[2]);
        v11_0[3] = v_fma_f(cv_bf16_f32(ld_h(b6, o25_0 + (int64_t)v14 + 3 * LANES)), v21[3], v11_0[3]);
        v11_1[0] = v_fma_f(cv_bf16_f32(ld_h(b6, o25_1 + (int64_t)v14)), v21[0], v11_1[0]);
        v11_1[1] = v_fma_f(cv_bf16_f32(ld_h(b6, o25_1 + (int64_t)v14 + 1 * LANES)), v21[1], v11_1[1]);
        v11_1[2] = v_fma_f(cv_bf16_f32(ld_h(b6, o25_1 + (int64_t)v14 + 2 * LANES)), v21[2], v11_1[2]);
        v11_1[3] = v_fma_f(cv_bf16_f32(ld_h(b6, o25_1 + (int64_t)v14 + 3 * LANES)), v21[3], v11_1[3]);
        v12[0] = v_fma_f(v18[0], v18[0], v12[0]);
        v12[1] = v_fma_f(v18[1], v18[1], v12[1]);
        v12[2] = v_fma_f(v18[2], v18[2], v12[2]);
        v12[3] = v_fma_f(v18[3], v18[3], v12[3]);
    }
    float v36_0 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v10_0[0];
        t = t + v10_0[1];
        t = t + v10_0[2];
        t = t + v10_0[3];
        v36_0 = h_sum_f(t);
    }
    float v36_1 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v10_1[0];
        t = t + v10_1[1];
        t = t + v10_1[2];
        t = t + v10_1[3];
        v36_1 = h_sum_f(t);
    }
    float v38 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v12[0];
        t = t + v12[1];
        t = t + v12[2];
        t = t + v12[3];
        v38 = h_sum_f(t);
    }
    const float v40 UNUSED = (v38 / 1536.0f);
    const float v42 UNUSED = (v40 + 9.99999997e-07f);
    const float v43 UNUSED = s_rsqrt_f(v42);
    const float v44_0 UNUSED = (v36_0 * v43);
    const float v44_1 UNUSED = (v36_1 * v43);
    const int v45_0 UNUSED = (v44_0 < 0.0f);
    const int v45_1 UNUSED = (v44_1 < 0.0f);
    const float v46_0 UNUSED = s_abs_f(v44_0);
    const float v46_1 UNUSED = s_abs_f(v44_1);
    const float v47_0 UNUSED = (-v46_0);
    const float v47_1 UNUSED = (-v46_1);
    const float v48_0 UNUSED = s_exp_f(v47_0);
    const float v48_1 UNUSED = s_exp_f(v47_1);
    const float v50_0 UNUSED = (v45_0 ? v48_0 : 1.0f);
    const float v50_1 UNUSED = (v45_1 ? v48_1 : 1.0f);
    const float v51_0 UNUSED = (1.0f + v48_0);
    const float v51_1 UNUSED = (1.0f + v48_1);
    const float v52_0 UNUSED = (v50_0 / v51_0);
    const float v52_1 UNUSED = (v50_1 / v51_1);
    const float v53_0 UNUSED = (v44_0 * v52_0);
    const float v53_1 UNUSED = (v44_1 * v52_1);
    float v55_0 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v11_0[0];
        t = t + v11_0[1];
        t = t + v11_0[2];
        t = t + v11_0[3];
        v55_0 = h_sum_f(t);
    }
    float v55_1 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v11_1[0];
        t = t + v11_1[1];
        t = t + v11_1[2];
        t = t + v11_1[3];
        v55_1 = h_sum_f(t);
    }
    const float v56_0 UNUSED = (v55_0 * v43);
    const float v56_1 UNUSED = (v55_1 * v43);
    const float v57_0 UNUSED = (v53_0 * v56_0);
    const float v57_1 UNUSED = (v53_1 * v56_1);
    st1_f(b7, v8_0, v57_0);
    st1_f(b7, v8_1, v57_1);
}

FN void norm_gate_up_silu_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const long g0 UNUSED = ts_programs(8960, 1);
    const int32_t v8 UNUSED = (int32_t)(pid_0);
    const void *const b3 UNUSED = buf[0]; /* x */
    const void *const b4 UNUSED = buf[1]; /* gamma */
    const void *const b5 UNUSED = buf[2]; /* wg */
    const void *const b6 UNUSED = buf[3]; /* wu */
    void *const b7 UNUSED = buf[4]; /* y */
    vf v10[4] UNUSED;
    v10[0] = sp_f(0.0f);
    v10[1] = sp_f(0.0f);
    v10[2] = sp_f(0.0f);
    v10[3] = sp_f(0.0f);
    vf v11[4] UNUSED;
    v11[0] = sp_f(0.0f);
    v11[1] = sp_f(0.0f);
    v11[2] = sp_f(0.0f);
    v11[3] = sp_f(0.0f);
    vf v12[4] UNUSED;
    v12[0] = sp_f(0.0f);
    v12[1] = sp_f(0.0f);
    v12[2] = sp_f(0.0f);
    v12[3] = sp_f(0.0f);
    int64_t i14 = 0;
    for (; i14 < 1536; i14 += 64) {
        const int32_t v14 UNUSED = (int32_t)i14;
        const int64_t o15 UNUSED = (int64_t)v8 * 1536;
        vf v18[4] UNUSED;
        v18[0] = ld_f(b3, (int64_t)v14);
        v18[1] = ld_f(b3, (int64_t)v14 + 1 * LANES);
        v18[2] = ld_f(b3, (int64_t)v14 + 2 * LANES);
        v18[3] = ld_f(b3, (int64_t)v14 + 3 * LANES);
        vf v21[4] UNUSED;
        v21[0] = (v18[0] * cv_bf16_f32(ld_h(b4, (int64_t)v14)));
        v21[1] = (v18[1] * cv_bf16_f32(ld_h(b4, (int64_t)v14 + 1 * LANES)));
        v21[2] = (v18[2] * cv_bf16_f32(ld_h(b4, (int64_t)v14 + 2 * LANES)));
        v21[3] = (v18[3] * cv_bf16_f32(ld_h(b4, (int64_t)v14 + 3 * LANES)));
        v10[0] = v_fma_f(cv_bf16_f32(ld_h(b5, o15 + (int64_t)v14)), v21[0], v10[0]);
        v10[1] = v_fma_f(cv_bf16_f32(ld_h(b5, o15 + (int64_t)v14 + 1 * LANES)), v21[1], v10[1]);
        v10[2] = v_fma_f(cv_bf16_f32(ld_h(b5, o15 + (int64_t)v14 + 2 * LANES)), v21[2], v10[2]);
        v10[3] = v_fma_f(cv_bf16_f32(ld_h(b5, o15 + (int64_t)v14 + 3 * LANES)), v21[3], v10[3]);
        const int64_t o25 UNUSED = (int64_t)v8 * 1536;
        v11[0] = v_fma_f(cv_bf16_f32(ld_h(b6, o25 + (int64_t)v14)), v21[0], v11[0]);
        v11[1] = v_fma_f(cv_bf16_f32(ld_h(b6, o25 + (int64_t)v14 + 1 * LANES)), v21[1], v11[1]);
        v11[2] = v_fma_f(cv_bf16_f32(ld_h(b6, o25 + (int64_t)v14 + 2 * LANES)), v21[2], v11[2]);
        v11[3] = v_fma_f(cv_bf16_f32(ld_h(b6, o25 + (int64_t)v14 + 3 * LANES)), v21[3], v11[3]);
        v12[0] = v_fma_f(v18[0], v18[0], v12[0]);
        v12[1] = v_fma_f(v18[1], v18[1], v12[1]);
        v12[2] = v_fma_f(v18[2], v18[2], v12[2]);
        v12[3] = v_fma_f(v18[3], v18[3], v12[3]);
    }
    float v36 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v10[0];
        t = t + v10[1];
        t = t + v10[2];
        t = t + v10[3];
        v36 = h_sum_f(t);
    }
    float v38 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v12[0];
        t = t + v12[1];
        t = t + v12[2];
        t = t + v12[3];
        v38 = h_sum_f(t);
    }
    const float v40 UNUSED = (v38 / 1536.0f);
    const float v42 UNUSED = (v40 + 9.99999997e-07f);
    const float v43 UNUSED = s_rsqrt_f(v42);
    const float v44 UNUSED = (v36 * v43);
    const int v45 UNUSED = (v44 < 0.0f);
    const float v46 UNUSED = s_abs_f(v44);
    const float v47 UNUSED = (-v46);
    const float v48 UNUSED = s_exp_f(v47);
    const float v50 UNUSED = (v45 ? v48 : 1.0f);
    const float v51 UNUSED = (1.0f + v48);
    const float v52 UNUSED = (v50 / v51);
    const float v53 UNUSED = (v44 * v52);
    float v55 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v11[0];
        t = t + v11[1];
        t = t + v11[2];
        t = t + v11[3];
        v55 = h_sum_f(t);
    }
    const float v56 UNUSED = (v55 * v43);
    const float v57 UNUSED = (v53 * v56);
    st1_f(b7, v8, v57);
}

void ts_norm_gate_up_silu(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    const long part = (hi - lo) / 2;
    for (long i = 0; i < part; i++) norm_gate_up_silu_run2(buf, size, lo + 0 * part + i, lo + 1 * part + i);
    lo += 2 * part;
    for (long i = lo; i < hi; i++) norm_gate_up_silu_run1(buf, size, i);
}


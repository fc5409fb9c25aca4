#define LANES 16
CAST_SCALAR(bf16, uint16_t, f32, float)

/* ---- mlp_gate_up_silu ---- */

const char ts_mlp_gate_up_silu_needs[] = "wg:16:8960*1536,wu:16:8960*1536,x:32:1536,y:32:8960";
const char ts_mlp_gate_up_silu_modes[] = "iiio";
const int ts_mlp_gate_up_silu_sizes = 0;
const long ts_mlp_gate_up_silu_cost = 6145;

long ts_mlp_gate_up_silu_grid(const int32_t *const *size UNUSED)
{
    const long g0 UNUSED = ts_programs(8960, 1);
    return g0;
}

FN void mlp_gate_up_silu_run2(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED, long pid_1 UNUSED)
{
    const long g0 UNUSED = ts_programs(8960, 1);
    const int32_t v7_0 UNUSED = (int32_t)(pid_0);
    const int32_t v7_1 UNUSED = (int32_t)(pid_1);
    const void *const b3 UNUSED = buf[0]; /* wg */
    const void *const b4 UNUSED = buf[1]; /* wu */
    const void *const b5 UNUSED = buf[2]; /* x */
    void *const b6 UNUSED = buf[3]; /* y */
    const int64_t o9_0 UNUSED = (int64_t)v7_0 * 1536;
    const int64_t o9_1 UNUSED = (int64_t)v7_1 * 1536;
    const int64_t o10_0 UNUSED = (int64_t)v7_0 * 1536;
    const int64_t o10_1 UNUSED = (int64_t)v7_1 * 1536;
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
    vf v12_0[4] UNUSED;
    v12_0[0] = sp_f(0.0f);
    v12_0[1] = sp_f(0.0f);
    v12_0[2] = sp_f(0.0f);
    v12_0[3] = sp_f(0.0f);
    vf v12_1[4] UNUSED;
    v12_1[0] = sp_f(0.0f);
    v12_1[1] = sp_f(0.0f);
    v12_1[2] = sp_f(0.0f);
    v12_1[3] = sp_f(0.0f);
    int64_t i14 = 0;
    for (; i14 < 1536; i14 += 64) {
        const int32_t v14 UNUSED = (int32_t)i14;
        __builtin_prefetch((const char *)b3 + (o9_0 + (int64_t)v14) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b3 + (o9_0 + (int64_t)v14) * 16 / 8 + 2112);
        __builtin_prefetch((const char *)b3 + (o9_1 + (int64_t)v14) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b3 + (o9_1 + (int64_t)v14) * 16 / 8 + 2112);
        __builtin_prefetch((const char *)b4 + (o10_0 + (int64_t)v14) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b4 + (o10_0 + (int64_t)v14) * 16 / 8 + 2112);
        __builtin_prefetch((const char *)b4 + (o10_1 + (int64_t)v14) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b4 + (o10_1 + (int64_t)v14) * 16 / 8 + 2112);
        vf v17[4] UNUSED;
        v17[0] = ld_f(b5, (int64_t)v14);
        v17[1] = ld_f(b5, (int64_t)v14 + 1 * LANES);
        v17[2] = ld_f(b5, (int64_t)v14 + 2 * LANES);
        v17[3] = ld_f(b5, (int64_t)v14 + 3 * LANES);
        v11_0[0] = v_fma_f(cv_bf16_f32(ld_h(b3, o9_0 + (int64_t)v14)), v17[0], v11_0[0]);
        v11_0[1] = v_fma_f(cv_bf16_f32(ld_h(b3, o9_0 + (int64_t)v14 + 1 * LANES)), v17[1], v11_0[1]);
        v11_0[2] = v_fma_f(cv_bf16_f32(ld_h(b3, o9_0 + (int64_t)v14 + 2 * LANES)), v17[2], v11_0[2]);
        v11_0[3] = v_fma_f(cv_bf16_f32(ld_h(b3, o9_0 + (int64_t)v14 + 3 * LANES)), v17[3], v11_0[3]);
        v11_1[0] = v_fma_f(cv_bf16_f32(ld_h(b3, o9_1 + (int64_t)v14)), v17[0], v11_1[0]);
        v11_1[1] = v_fma_f(cv_bf16_f32(ld_h(b3, o9_1 + (int64_t)v14 + 1 * LANES)), v17[1], v11_1[1]);
        v11_1[2] = v_fma_f(cv_bf16_f32(ld_h(b3, o9_1 + (int64_t)v14 + 2 * LANES)), v17[2], v11_1[2]);
        v11_1[3] = v_fma_f(cv_bf16_f32(ld_h(b3, o9_1 + (int64_t)v14 + 3 * LANES)), v17[3], v11_1[3]);
        v12_0[0] = v_fma_f(cv_bf16_f32(ld_h(b4, o10_0 + (int64_t)v14)), v17[0], v12_0[0]);
        v12_0[1] = v_fma_f(cv_bf16_f32(ld_h(b4, o10_0 + (int64_t)v14 + 1 * LANES)), v17[1], v12_0[1]);
        v12_0[2] = v_fma_f(cv_bf16_f32(ld_h(b4, o10_0 + (int64_t)v14 + 2 * LANES)), v17[2], v12_0[2]);
        v12_0[3] = v_fma_f(cv_bf16_f32(ld_h(b4, o10_0 + (int64_t)v14 + 3 * LANES)), v17[3], v12_0[3]);
        v12_1[0] = v_fma_f(cv_bf16_f32(ld_h(b4, o10_1 + (int64_t)v14)), v17[0], v12_1[0]);
        v12_1[1] = v_fma_f(cv_bf16_f32(ld_h(b4, o10_1 + (int64_t)v14 + 1 * LANES)), v17[1], v12_1[1]);
        v12_1[2] = v_fma_f(cv_bf16_f32(ld_h(b4, o10_1 + (int64_t)v14 + 2 * LANES)), v17[2], v12_1[2]);
        v12_1[3] = v_fma_f(cv_bf16_f32(ld_h(b4, o10_1 + (int64_t)v14 + 3 * LANES)), v17[3], v12_1[3]);
    }
    float v28_0 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v11_0[0];
        t = t + v11_0[1];
        t = t + v11_0[2];
        t = t + v11_0[3];
        v28_0 = h_sum_f(t);
    }
    float v28_1 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v11_1[0];
        t = t + v11_1[1];
        t = t + v11_1[2];
        t = t + v11_1[3];
        v28_1 = h_sum_f(t);
    }
    const int v29_0 UNUSED = (v28_0 < 0.0f);
    const int v29_1 UNUSED = (v28_1 < 0.0f);
    const float v30_0 UNUSED = s_abs_f(v28_0);
    const float v30_1 UNUSED = s_abs_f(v28_1);
    const float v31_0 UNUSED = (-v30_0);
    const float v31_1 UNUSED = (-v30_1);
    const float v32_0 UNUSED = s_exp_f(v31_0);
    const float v32_1 UNUSED = s_exp_f(v31_1);
    const float v34_0 UNUSED = (v29_0 ? v32_0 : 1.0f);
    const float v34_1 UNUSED = (v29_1 ? v32_1 : 1.0f);
    const float v35_0 UNUSED = (1.0f + v32_0);
    const float v35_1 UNUSED = (1.0f + v32_1);
    const float v36_0 UNUSED = (v34_0 / v35_0);
    const float v36_1 UNUSED = (v34_1 / v35_1);
    const float v37_0 UNUSED = (v28_0 * v36_0);
    const float v37_1 UNUSED = (v28_1 * v36_1);
    float v39_0 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v12_0[0];
        t = t + v12_0[1];
        t = t + v12_0[2];
        t = t + v12_0[3];
        v39_0 = h_sum_f(t);
    }
    float v39_1 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v12_1[0];
        t = t + v12_1[1];
        t = t + v12_1[2];
        t = t + v12_1[3];
        v39_1 = h_sum_f(t);
    }
    const float v40_0 UNUSED = (v37_0 * v39_0);
    const float v40_1 UNUSED = (v37_1 * v39_1);
    st1_f(b6, v7_0, v40_0);
    st1_f(b6, v7_1, v40_1);
}

FN void mlp_gate_up_silu_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const long g0 UNUSED = ts_programs(8960, 1);
    const int32_t v7 UNUSED = (int32_t)(pid_0);
    const void *const b3 UNUSED = buf[0]; /* wg */
    const void *const b4 UNUSED = buf[1]; /* wu */
    const void *const b5 UNUSED = buf[2]; /* x */
    void *const b6 UNUSED = buf[3]; /* y */
    const int64_t o9 UNUSED = (int64_t)v7 * 1536;
    const int64_t o10 UNUSED = (int64_t)v7 * 1536;
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
        __builtin_prefetch((const char *)b3 + (o9 + (int64_t)v14) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b3 + (o9 + (int64_t)v14) * 16 / 8 + 2112);
        __builtin_prefetch((const char *)b4 + (o10 + (int64_t)v14) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b4 + (o10 + (int64_t)v14) * 16 / 8 + 2112);
        vf v17[4] UNUSED;
        v17[0] = ld_f(b5, (int64_t)v14);
        v17[1] = ld_f(b5, (int64_t)v14 + 1 * LANES);
        v17[2] = ld_f(b5, (int64_t)v14 + 2 * LANES);
        v17[3] = ld_f(b5, (int64_t)v14 + 3 * LANES);
        v11[0] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v14)), v17[0], v11[0]);
        v11[1] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v14 + 1 * LANES)), v17[1], v11[1]);
        v11[2] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v14 + 2 * LANES)), v17[2], v11[2]);
        v11[3] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v14 + 3 * LANES)), v17[3], v11[3]);
        v12[0] = v_fma_f(cv_bf16_f32(ld_h(b4, o10 + (int64_t)v14)), v17[0], v12[0]);
        v12[1] = v_fma_f(cv_bf16_f32(ld_h(b4, o10 + (int64_t)v14 + 1 * LANES)), v17[1], v12[1]);
        v12[2] = v_fma_f(cv_bf16_f32(ld_h(b4, o10 + (int64_t)v14 + 2 * LANES)), v17[2], v12[2]);
        v12[3] = v_fma_f(cv_bf16_f32(ld_h(b4, o10 + (int64_t)v14 + 3 * LANES)), v17[3], v12[3]);
    }
    float v28 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v11[0];
        t = t + v11[1];
        t = t + v11[2];
        t = t + v11[3];
        v28 = h_sum_f(t);
    }
    const int v29 UNUSED = (v28 < 0.0f);
    const float v30 UNUSED = s_abs_f(v28);
    const float v31 UNUSED = (-v30);
    const float v32 UNUSED = s_exp_f(v31);
    const float v34 UNUSED = (v29 ? v32 : 1.0f);
    const float v35 UNUSED = (1.0f + v32);
    const float v36 UNUSED = (v34 / v35);
    const float v37 UNUSED = (v28 * v36);
    float v39 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v12[0];
        t = t + v12[1];
        t = t + v12[2];
        t = t + v12[3];
        v39 = h_sum_f(t);
    }
    const float v40 UNUSED = (v37 * v39);
    st1_f(b6, v7, v40);
}

void ts_mlp_gate_up_silu(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    const long part = (hi - lo) / 2;
    for (long i = 0; i < part; i++) mlp_gate_up_silu_run2(buf, size, lo + 0 * part + i, lo + 1 * part + i);
    lo += 2 * part;
    for (long i = lo; i < hi; i++) mlp_gate_up_silu_run1(buf, size, i);
}


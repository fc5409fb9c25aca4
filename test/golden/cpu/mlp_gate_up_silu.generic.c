#define LANES 4
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
    vf v11[16] UNUSED;
    v11[0] = sp_f(0.0f);
    v11[1] = sp_f(0.0f);
    v11[2] = sp_f(0.0f);
    v11[3] = sp_f(0.0f);
    v11[4] = sp_f(0.0f);
    v11[5] = sp_f(0.0f);
    v11[6] = sp_f(0.0f);
    v11[7] = sp_f(0.0f);
    v11[8] = sp_f(0.0f);
    v11[9] = sp_f(0.0f);
    v11[10] = sp_f(0.0f);
    v11[11] = sp_f(0.0f);
    v11[12] = sp_f(0.0f);
    v11[13] = sp_f(0.0f);
    v11[14] = sp_f(0.0f);
    v11[15] = sp_f(0.0f);
    vf v12[16] UNUSED;
    v12[0] = sp_f(0.0f);
    v12[1] = sp_f(0.0f);
    v12[2] = sp_f(0.0f);
    v12[3] = sp_f(0.0f);
    v12[4] = sp_f(0.0f);
    v12[5] = sp_f(0.0f);
    v12[6] = sp_f(0.0f);
    v12[7] = sp_f(0.0f);
    v12[8] = sp_f(0.0f);
    v12[9] = sp_f(0.0f);
    v12[10] = sp_f(0.0f);
    v12[11] = sp_f(0.0f);
    v12[12] = sp_f(0.0f);
    v12[13] = sp_f(0.0f);
    v12[14] = sp_f(0.0f);
    v12[15] = sp_f(0.0f);
    int64_t i14 = 0;
    for (; i14 < 1536; i14 += 64) {
        const int32_t v14 UNUSED = (int32_t)i14;
        __builtin_prefetch((const char *)b3 + (o9 + (int64_t)v14) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b3 + (o9 + (int64_t)v14) * 16 / 8 + 2112);
        __builtin_prefetch((const char *)b4 + (o10 + (int64_t)v14) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b4 + (o10 + (int64_t)v14) * 16 / 8 + 2112);
        vf v17[16] UNUSED;
        v17[0] = ld_f(b5, (int64_t)v14);
        v17[1] = ld_f(b5, (int64_t)v14 + 1 * LANES);
        v17[2] = ld_f(b5, (int64_t)v14 + 2 * LANES);
        v17[3] = ld_f(b5, (int64_t)v14 + 3 * LANES);
        v17[4] = ld_f(b5, (int64_t)v14 + 4 * LANES);
        v17[5] = ld_f(b5, (int64_t)v14 + 5 * LANES);
        v17[6] = ld_f(b5, (int64_t)v14 + 6 * LANES);
        v17[7] = ld_f(b5, (int64_t)v14 + 7 * LANES);
        v17[8] = ld_f(b5, (int64_t)v14 + 8 * LANES);
        v17[9] = ld_f(b5, (int64_t)v14 + 9 * LANES);
        v17[10] = ld_f(b5, (int64_t)v14 + 10 * LANES);
        v17[11] = ld_f(b5, (int64_t)v14 + 11 * LANES);
        v17[12] = ld_f(b5, (int64_t)v14 + 12 * LANES);
        v17[13] = ld_f(b5, (int64_t)v14 + 13 * LANES);
        v17[14] = ld_f(b5, (int64_t)v14 + 14 * LANES);
        v17[15] = ld_f(b5, (int64_t)v14 + 15 * LANES);
        v11[0] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v14)), v17[0], v11[0]);
        v11[1] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v14 + 1 * LANES)), v17[1], v11[1]);
        v11[2] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v14 + 2 * LANES)), v17[2], v11[2]);
        v11[3] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v14 + 3 * LANES)), v17[3], v11[3]);
        v11[4] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v14 + 4 * LANES)), v17[4], v11[4]);
        v11[5] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v14 + 5 * LANES)), v17[5], v11[5]);
        v11[6] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v14 + 6 * LANES)), v17[6], v11[6]);
        v11[7] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v14 + 7 * LANES)), v17[7], v11[7]);
        v11[8] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v14 + 8 * LANES)), v17[8], v11[8]);
        v11[9] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v14 + 9 * LANES)), v17[9], v11[9]);
        v11[10] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v14 + 10 * LANES)), v17[10], v11[10]);
        v11[11] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v14 + 11 * LANES)), v17[11], v11[11]);
        v11[12] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v14 + 12 * LANES)), v17[12], v11[12]);
        v11[13] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v14 + 13 * LANES)), v17[13], v11[13]);
        v11[14] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v14 + 14 * LANES)), v17[14], v11[14]);
        v11[15] = v_fma_f(cv_bf16_f32(ld_h(b3, o9 + (int64_t)v14 + 15 * LANES)), v17[15], v11[15]);
        v12[0] = v_fma_f(cv_bf16_f32(ld_h(b4, o10 + (int64_t)v14)), v17[0], v12[0]);
        v12[1] = v_fma_f(cv_bf16_f32(ld_h(b4, o10 + (int64_t)v14 + 1 * LANES)), v17[1], v12[1]);
        v12[2] = v_fma_f(cv_bf16_f32(ld_h(b4, o10 + (int64_t)v14 + 2 * LANES)), v17[2], v12[2]);
        v12[3] = v_fma_f(cv_bf16_f32(ld_h(b4, o10 + (int64_t)v14 + 3 * LANES)), v17[3], v12[3]);
        v12[4] = v_fma_f(cv_bf16_f32(ld_h(b4, o10 + (int64_t)v14 + 4 * LANES)), v17[4], v12[4]);
        v12[5] = v_fma_f(cv_bf16_f32(ld_h(b4, o10 + (int64_t)v14 + 5 * LANES)), v17[5], v12[5]);
        v12[6] = v_fma_f(cv_bf16_f32(ld_h(b4, o10 + (int64_t)v14 + 6 * LANES)), v17[6], v12[6]);
        v12[7] = v_fma_f(cv_bf16_f32(ld_h(b4, o10 + (int64_t)v14 + 7 * LANES)), v17[7], v12[7]);
        v12[8] = v_fma_f(cv_bf16_f32(ld_h(b4, o10 + (int64_t)v14 + 8 * LANES)), v17[8], v12[8]);
        v12[9] = v_fma_f(cv_bf16_f32(ld_h(b4, o10 + (int64_t)v14 + 9 * LANES)), v17[9], v12[9]);
        v12[10] = v_fma_f(cv_bf16_f32(ld_h(b4, o10 + (int64_t)v14 + 10 * LANES)), v17[10], v12[10]);
        v12[11] = v_fma_f(cv_bf16_f32(ld_h(b4, o10 + (int64_t)v14 + 11 * LANES)), v17[11], v12[11]);
        v12[12] = v_fma_f(cv_bf16_f32(ld_h(b4, o10 + (int64_t)v14 + 12 * LANES)), v17[12], v12[12]);
        v12[13] = v_fma_f(cv_bf16_f32(ld_h(b4, o10 + (int64_t)v14 + 13 * LANES)), v17[13], v12[13]);
        v12[14] = v_fma_f(cv_bf16_f32(ld_h(b4, o10 + (int64_t)v14 + 14 * LANES)), v17[14], v12[14]);
        v12[15] = v_fma_f(cv_bf16_f32(ld_h(b4, o10 + (int64_t)v14 + 15 * LANES)), v17[15], v12[15]);
    }
    float v28 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v11[0];
        t = t + v11[1];
        t = t + v11[2];
        t = t + v11[3];
        t = t + v11[4];
        t = t + v11[5];
        t = t + v11[6];
        t = t + v11[7];
        t = t + v11[8];
        t = t + v11[9];
        t = t + v11[10];
        t = t + v11[11];
        t = t + v11[12];
        t = t + v11[13];
        t = t + v11[14];
        t = t + v11[15];
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
        t = t + v12[4];
        t = t + v12[5];
        t = t + v12[6];
        t = t + v12[7];
        t = t + v12[8];
        t = t + v12[9];
        t = t + v12[10];
        t = t + v12[11];
        t = t + v12[12];
        t = t + v12[13];
        t = t + v12[14];
        t = t + v12[15];
        v39 = h_sum_f(t);
    }
    const float v40 UNUSED = (v37 * v39);
    st1_f(b6, v7, v40);
}

void ts_mlp_gate_up_silu(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) mlp_gate_up_silu_run1(buf, size, i);
}


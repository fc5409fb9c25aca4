#define LANES 4
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

FN void norm_gate_up_silu_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const long g0 UNUSED = ts_programs(8960, 1);
    const int32_t v8 UNUSED = (int32_t)(pid_0);
    const void *const b3 UNUSED = buf[0]; /* x */
    const void *const b4 UNUSED = buf[1]; /* gamma */
    const void *const b5 UNUSED = buf[2]; /* wg */
    const void *const b6 UNUSED = buf[3]; /* wu */
    void *const b7 UNUSED = buf[4]; /* y */
    vf v10[16] UNUSED;
    v10[0] = sp_f(0.0f);
    v10[1] = sp_f(0.0f);
    v10[2] = sp_f(0.0f);
    v10[3] = sp_f(0.0f);
    v10[4] = sp_f(0.0f);
    v10[5] = sp_f(0.0f);
    v10[6] = sp_f(0.0f);
    v10[7] = sp_f(0.0f);
    v10[8] = sp_f(0.0f);
    v10[9] = sp_f(0.0f);
    v10[10] = sp_f(0.0f);
    v10[11] = sp_f(0.0f);
    v10[12] = sp_f(0.0f);
    v10[13] = sp_f(0.0f);
    v10[14] = sp_f(0.0f);
    v10[15] = sp_f(0.0f);
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
        const int64_t o15 UNUSED = (int64_t)v8 * 1536;
        vf v18[16] UNUSED;
        v18[0] = ld_f(b3, (int64_t)v14);
        v18[1] = ld_f(b3, (int64_t)v14 + 1 * LANES);
        v18[2] = ld_f(b3, (int64_t)v14 + 2 * LANES);
        v18[3] = ld_f(b3, (int64_t)v14 + 3 * LANES);
        v18[4] = ld_f(b3, (int64_t)v14 + 4 * LANES);
        v18[5] = ld_f(b3, (int64_t)v14 + 5 * LANES);
        v18[6] = ld_f(b3, (int64_t)v14 + 6 * LANES);
        v18[7] = ld_f(b3, (int64_t)v14 + 7 * LANES);
        v18[8] = ld_f(b3, (int64_t)v14 + 8 * LANES);
        v18[9] = ld_f(b3, (int64_t)v14 + 9 * LANES);
        v18[10] = ld_f(b3, (int64_t)v14 + 10 * LANES);
        v18[11] = ld_f(b3, (int64_t)v14 + 11 * LANES);
        v18[12] = ld_f(b3, (int64_t)v14 + 12 * LANES);
        v18[13] = ld_f(b3, (int64_t)v14 + 13 * LANES);
        v18[14] = ld_f(b3, (int64_t)v14 + 14 * LANES);
        v18[15] = ld_f(b3, (int64_t)v14 + 15 * LANES);
        vf v21[16] UNUSED;
        v21[0] = (v18[0] * cv_bf16_f32(ld_h(b4, (int64_t)v14)));
        v21[1] = (v18[1] * cv_bf16_f32(ld_h(b4, (int64_t)v14 + 1 * LANES)));
        v21[2] = (v18[2] * cv_bf16_f32(ld_h(b4, (int64_t)v14 + 2 * LANES)));
        v21[3] = (v18[3] * cv_bf16_f32(ld_h(b4, (int64_t)v14 + 3 * LANES)));
        v21[4] = (v18[4] * cv_bf16_f32(ld_h(b4, (int64_t)v14 + 4 * LANES)));
        v21[5] = (v18[5] * cv_bf16_f32(ld_h(b4, (int64_t)v14 + 5 * LANES)));
        v21[6] = (v18[6] * cv_bf16_f32(ld_h(b4, (int64_t)v14 + 6 * LANES)));
        v21[7] = (v18[7] * cv_bf16_f32(ld_h(b4, (int64_t)v14 + 7 * LANES)));
        v21[8] = (v18[8] * cv_bf16_f32(ld_h(b4, (int64_t)v14 + 8 * LANES)));
        v21[9] = (v18[9] * cv_bf16_f32(ld_h(b4, (int64_t)v14 + 9 * LANES)));
        v21[10] = (v18[10] * cv_bf16_f32(ld_h(b4, (int64_t)v14 + 10 * LANES)));
        v21[11] = (v18[11] * cv_bf16_f32(ld_h(b4, (int64_t)v14 + 11 * LANES)));
        v21[12] = (v18[12] * cv_bf16_f32(ld_h(b4, (int64_t)v14 + 12 * LANES)));
        v21[13] = (v18[13] * cv_bf16_f32(ld_h(b4, (int64_t)v14 + 13 * LANES)));
        v21[14] = (v18[14] * cv_bf16_f32(ld_h(b4, (int64_t)v14 + 14 * LANES)));
        v21[15] = (v18[15] * cv_bf16_f32(ld_h(b4, (int64_t)v14 + 15 * LANES)));
        v10[0] = v_fma_f(cv_bf16_f32(ld_h(b5, o15 + (int64_t)v14)), v21[0], v10[0]);
        v10[1] = v_fma_f(cv_bf16_f32(ld_h(b5, o15 + (int64_t)v14 + 1 * LANES)), v21[1], v10[1]);
        v10[2] = v_fma_f(cv_bf16_f32(ld_h(b5, o15 + (int64_t)v14 + 2 * LANES)), v21[2], v10[2]);
        v10[3] = v_fma_f(cv_bf16_f32(ld_h(b5, o15 + (int64_t)v14 + 3 * LANES)), v21[3], v10[3]);
        v10[4] = v_fma_f(cv_bf16_f32(ld_h(b5, o15 + (int64_t)v14 + 4 * LANES)), v21[4], v10[4]);
        v10[5] = v_fma_f(cv_bf16_f32(ld_h(b5, o15 + (int64_t)v14 + 5 * LANES)), v21[5], v10[5]);
        v10[6] = v_fma_f(cv_bf16_f32(ld_h(b5, o15 + (int64_t)v14 + 6 * LANES)), v21[6], v10[6]);
        v10[7] = v_fma_f(cv_bf16_f32(ld_h(b5, o15 + (int64_t)v14 + 7 * LANES)), v21[7], v10[7]);
        v10[8] = v_fma_f(cv_bf16_f32(ld_h(b5, o15 + (int64_t)v14 + 8 * LANES)), v21[8], v10[8]);
        v10[9] = v_fma_f(cv_bf16_f32(ld_h(b5, o15 + (int64_t)v14 + 9 * LANES)), v21[9], v10[9]);
        v10[10] = v_fma_f(cv_bf16_f32(ld_h(b5, o15 + (int64_t)v14 + 10 * LANES)), v21[10], v10[10]);
        v10[11] = v_fma_f(cv_bf16_f32(ld_h(b5, o15 + (int64_t)v14 + 11 * LANES)), v21[11], v10[11]);
        v10[12] = v_fma_f(cv_bf16_f32(ld_h(b5, o15 + (int64_t)v14 + 12 * LANES)), v21[12], v10[12]);
        v10[13] = v_fma_f(cv_bf16_f32(ld_h(b5, o15 + (int64_t)v14 + 13 * LANES)), v21[13], v10[13]);
        v10[14] = v_fma_f(cv_bf16_f32(ld_h(b5, o15 + (int64_t)v14 + 14 * LANES)), v21[14], v10[14]);
        v10[15] = v_fma_f(cv_bf16_f32(ld_h(b5, o15 + (int64_t)v14 + 15 * LANES)), v21[15], v10[15]);
        const int64_t o25 UNUSED = (int64_t)v8 * 1536;
        v11[0] = v_fma_f(cv_bf16_f32(ld_h(b6, o25 + (int64_t)v14)), v21[0], v11[0]);
        v11[1] = v_fma_f(cv_bf16_f32(ld_h(b6, o25 + (int64_t)v14 + 1 * LANES)), v21[1], v11[1]);
        v11[2] = v_fma_f(cv_bf16_f32(ld_h(b6, o25 + (int64_t)v14 + 2 * LANES)), v21[2], v11[2]);
        v11[3] = v_fma_f(cv_bf16_f32(ld_h(b6, o25 + (int64_t)v14 + 3 * LANES)), v21[3], v11[3]);
        v11[4] = v_fma_f(cv_bf16_f32(ld_h(b6, o25 + (int64_t)v14 + 4 * LANES)), v21[4], v11[4]);
        v11[5] = v_fma_f(cv_bf16_f32(ld_h(b6, o25 + (int64_t)v14 + 5 * LANES)), v21[5], v11[5]);
        v11[6] = v_fma_f(cv_bf16_f32(ld_h(b6, o25 + (int64_t)v14 + 6 * LANES)), v21[6], v11[6]);
        v11[7] = v_fma_f(cv_bf16_f32(ld_h(b6, o25 + (int64_t)v14 + 7 * LANES)), v21[7], v11[7]);
        v11[8] = v_fma_f(cv_bf16_f32(ld_h(b6, o25 + (int64_t)v14 + 8 * LANES)), v21[8], v11[8]);
        v11[9] = v_fma_f(cv_bf16_f32(ld_h(b6, o25 + (int64_t)v14 + 9 * LANES)), v21[9], v11[9]);
        v11[10] = v_fma_f(cv_bf16_f32(ld_h(b6, o25 + (int64_t)v14 + 10 * LANES)), v21[10], v11[10]);
        v11[11] = v_fma_f(cv_bf16_f32(ld_h(b6, o25 + (int64_t)v14 + 11 * LANES)), v21[11], v11[11]);
        v11[12] = v_fma_f(cv_bf16_f32(ld_h(b6, o25 + (int64_t)v14 + 12 * LANES)), v21[12], v11[12]);
        v11[13] = v_fma_f(cv_bf16_f32(ld_h(b6, o25 + (int64_t)v14 + 13 * LANES)), v21[13], v11[13]);
        v11[14] = v_fma_f(cv_bf16_f32(ld_h(b6, o25 + (int64_t)v14 + 14 * LANES)), v21[14], v11[14]);
        v11[15] = v_fma_f(cv_bf16_f32(ld_h(b6, o25 + (int64_t)v14 + 15 * LANES)), v21[15], v11[15]);
        v12[0] = v_fma_f(v18[0], v18[0], v12[0]);
        v12[1] = v_fma_f(v18[1], v18[1], v12[1]);
        v12[2] = v_fma_f(v18[2], v18[2], v12[2]);
        v12[3] = v_fma_f(v18[3], v18[3], v12[3]);
        v12[4] = v_fma_f(v18[4], v18[4], v12[4]);
        v12[5] = v_fma_f(v18[5], v18[5], v12[5]);
        v12[6] = v_fma_f(v18[6], v18[6], v12[6]);
        v12[7] = v_fma_f(v18[7], v18[7], v12[7]);
        v12[8] = v_fma_f(v18[8], v18[8], v12[8]);
        v12[9] = v_fma_f(v18[9], v18[9], v12[9]);
        v12[10] = v_fma_f(v18[10], v18[10], v12[10]);
        v12[11] = v_fma_f(v18[11], v18[11], v12[11]);
        v12[12] = v_fma_f(v18[12], v18[12], v12[12]);
        v12[13] = v_fma_f(v18[13], v18[13], v12[13]);
        v12[14] = v_fma_f(v18[14], v18[14], v12[14]);
        v12[15] = v_fma_f(v18[15], v18[15], v12[15]);
    }
    float v36 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v10[0];
        t = t + v10[1];
        t = t + v10[2];
        t = t + v10[3];
        t = t + v10[4];
        t = t + v10[5];
        t = t + v10[6];
        t = t + v10[7];
        t = t + v10[8];
        t = t + v10[9];
        t = t + v10[10];
        t = t + v10[11];
        t = t + v10[12];
        t = t + v10[13];
        t = t + v10[14];
        t = t + v10[15];
        v36 = h_sum_f(t);
    }
    float v38 UNUSED;
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
        v55 = h_sum_f(t);
    }
    const float v56 UNUSED = (v55 * v43);
    const float v57 UNUSED = (v53 * v56);
    st1_f(b7, v8, v57);
}

void ts_norm_gate_up_silu(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) norm_gate_up_silu_run1(buf, size, i);
}


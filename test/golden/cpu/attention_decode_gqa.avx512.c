#define LANES 16
CAST_SCALAR(bf16, uint16_t, f32, float)

/* ---- attention_decode_gqa ---- */

const char ts_attention_decode_gqa_needs[] = "q:32:12*128,kcache:16:2*4096*128,vcache:16:2*4096*128,partial:32:32*6*128,stats:32:32*2*6";
const char ts_attention_decode_gqa_modes[] = "iiiww";
const int ts_attention_decode_gqa_sizes = 1;
const long ts_attention_decode_gqa_cost = 1051649;

long ts_attention_decode_gqa_grid(const int32_t *const *size UNUSED)
{
    const int32_t v1 UNUSED = *size[0]; /* len */
    const long g0 UNUSED = ts_programs(2, 1);
    const long g1 UNUSED = ts_programs(v1, 256);
    return g0 * g1;
}

FN void attention_decode_gqa_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const int32_t v1 UNUSED = *size[0]; /* len */
    const long g0 UNUSED = ts_programs(2, 1);
    const long g1 UNUSED = ts_programs(v1, 256);
    const int32_t v13 UNUSED = (int32_t)(pid_0 / g1);
    const int32_t v14 UNUSED = (int32_t)(pid_0 % g1) * 256;
    const void *const b7 UNUSED = buf[0]; /* q */
    const void *const b8 UNUSED = buf[1]; /* kcache */
    const void *const b9 UNUSED = buf[2]; /* vcache */
    void *const b11 UNUSED = buf[3]; /* partial */
    void *const b12 UNUSED = buf[4]; /* stats */
    const int32_t v16 UNUSED = (v13 * 6);
    vf v20[48] UNUSED;
    for (int r = 0; r < 6; r++)
        for (int s = 0; s < 8; s++)
            v20[r * 8 + s] = (ld_f(b7, ((int64_t)v16 + r) * 128 + s * LANES) * sp_f(0.0883883461f));
    const int64_t o21 UNUSED = (int64_t)v13 * 524288;
    const int64_t o22 UNUSED = o21;
    const int64_t l22 UNUSED = ts_window(0, 0, 1, 0);
    const int64_t h22 UNUSED = ts_least(v1, ts_window(4096, 0, 1, INT64_MIN));
    const int64_t o23 UNUSED = (int64_t)v13 * 524288;
    const int64_t o24 UNUSED = o23;
    const int64_t l24 UNUSED = ts_window(0, 0, 1, 0);
    const int64_t h24 UNUSED = ts_least(v1, ts_window(4096, 0, 1, INT64_MIN));
    vf v25[1] UNUSED;
    v25[0] = sp_f((-3.40282347e+38f));
    vf v27[1] UNUSED;
    v27[0] = sp_f(0.0f);
    vf v28[48] UNUSED;
    for (int r = 0; r < 6; r++)
        for (int s = 0; s < 8; s++)
            v28[r * 8 + s] = sp_f(0.0f);
    const int32_t v30 UNUSED = (v14 + 256);
    const int32_t v31 UNUSED = s_min_i(v1, v30);
    int64_t i32 = v14;
    for (; i32 < v31; i32 += 32) {
        const int32_t v32 UNUSED = (int32_t)i32;
        vm v38[2] UNUSED;
        v38[0] = (vm)((sp_i(v32) + iota(0 * LANES)) < sp_i(v1));
        v38[1] = (vm)((sp_i(v32) + iota(1 * LANES)) < sp_i(v1));
        vf v41[12] UNUSED = {{0}};
        for (int n = 0; n < 32; n++) {
            __builtin_prefetch((const char *)b8 + (o22 + ((int64_t)v32 + n + 32) * 128) * 16 / 8 + 0);
            __builtin_prefetch((const char *)b8 + (o22 + ((int64_t)v32 + n + 32) * 128) * 16 / 8 + 64);
            __builtin_prefetch((const char *)b8 + (o22 + ((int64_t)v32 + n + 32) * 128) * 16 / 8 + 128);
            __builtin_prefetch((const char *)b8 + (o22 + ((int64_t)v32 + n + 32) * 128) * 16 / 8 + 192);
            vf w[8];
            w[0] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128)));
            w[1] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 1 * LANES)));
            w[2] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 2 * LANES)));
            w[3] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 3 * LANES)));
            w[4] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 4 * LANES)));
            w[5] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 5 * LANES)));
            w[6] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 6 * LANES)));
            w[7] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 7 * LANES)));
            {
                vf t0 = {0};
                vf t1 = {0};
                vf t2 = {0};
                vf t3 = {0};
                vf t4 = {0};
                vf t5 = {0};
                const vf a0_0 = (v20[0 * 8 + 0]);
                t0 = v_fma_f(a0_0, w[0], t0);
                const vf a1_0 = (v20[1 * 8 + 0]);
                t1 = v_fma_f(a1_0, w[0], t1);
                const vf a2_0 = (v20[2 * 8 + 0]);
                t2 = v_fma_f(a2_0, w[0], t2);
                const vf a3_0 = (v20[3 * 8 + 0]);
                t3 = v_fma_f(a3_0, w[0], t3);
                const vf a4_0 = (v20[4 * 8 + 0]);
                t4 = v_fma_f(a4_0, w[0], t4);
                const vf a5_0 = (v20[5 * 8 + 0]);
                t5 = v_fma_f(a5_0, w[0], t5);
                const vf a0_1 = (v20[0 * 8 + 1]);
                t0 = v_fma_f(a0_1, w[1], t0);
                const vf a1_1 = (v20[1 * 8 + 1]);
                t1 = v_fma_f(a1_1, w[1], t1);
                const vf a2_1 = (v20[2 * 8 + 1]);
                t2 = v_fma_f(a2_1, w[1], t2);
                const vf a3_1 = (v20[3 * 8 + 1]);
                t3 = v_fma_f(a3_1, w[1], t3);
                const vf a4_1 = (v20[4 * 8 + 1]);
                t4 = v_fma_f(a4_1, w[1], t4);
                const vf a5_1 = (v20[5 * 8 + 1]);
                t5 = v_fma_f(a5_1, w[1], t5);
                const vf a0_2 = (v20[0 * 8 + 2]);
                t0 = v_fma_f(a0_2, w[2], t0);
                const vf a1_2 = (v20[1 * 8 + 2]);
                t1 = v_fma_f(a1_2, w[2], t1);
                const vf a2_2 = (v20[2 * 8 + 2]);
                t2 = v_fma_f(a2_2, w[2], t2);
                const vf a3_2 = (v20[3 * 8 + 2]);
                t3 = v_fma_f(a3_2, w[2], t3);
                const vf a4_2 = (v20[4 * 8 + 2]);
                t4 = v_fma_f(a4_2, w[2], t4);
                const vf a5_2 = (v20[5 * 8 + 2]);
                t5 = v_fma_f(a5_2, w[2], t5);
                const vf a0_3 = (v20[0 * 8 + 3]);
                t0 = v_fma_f(a0_3, w[3], t0);
                const vf a1_3 = (v20[1 * 8 + 3]);
                t1 = v_fma_f(a1_3, w[3], t1);
                const vf a2_3 = (v20[2 * 8 + 3]);
                t2 = v_fma_f(a2_3, w[3], t2);
                const vf a3_3 = (v20[3 * 8 + 3]);
                t3 = v_fma_f(a3_3, w[3], t3);
                const vf a4_3 = (v20[4 * 8 + 3]);
                t4 = v_fma_f(a4_3, w[3], t4);
                const vf a5_3 = (v20[5 * 8 + 3]);
                t5 = v_fma_f(a5_3, w[3], t5);
                const vf a0_4 = (v20[0 * 8 + 4]);
                t0 = v_fma_f(a0_4, w[4], t0);
                const vf a1_4 = (v20[1 * 8 + 4]);
                t1 = v_fma_f(a1_4, w[4], t1);
                const vf a2_4 = (v20[2 * 8 + 4]);
                t2 = v_fma_f(a2_4, w[4], t2);
                const vf a3_4 = (v20[3 * 8 + 4]);
                t3 = v_fma_f(a3_4, w[4], t3);
                const vf a4_4 = (v20[4 * 8 + 4]);
                t4 = v_fma_f(a4_4, w[4], t4);
                const vf a5_4 = (v20[5 * 8 + 4]);
                t5 = v_fma_f(a5_4, w[4], t5);
                const vf a0_5 = (v20[0 * 8 + 5]);
                t0 = v_fma_f(a0_5, w[5], t0);
                const vf a1_5 = (v20[1 * 8 + 5]);
                t1 = v_fma_f(a1_5, w[5], t1);
                const vf a2_5 = (v20[2 * 8 + 5]);
                t2 = v_fma_f(a2_5, w[5], t2);
                const vf a3_5 = (v20[3 * 8 + 5]);
                t3 = v_fma_f(a3_5, w[5], t3);
                const vf a4_5 = (v20[4 * 8 + 5]);
                t4 = v_fma_f(a4_5, w[5], t4);
                const vf a5_5 = (v20[5 * 8 + 5]);
                t5 = v_fma_f(a5_5, w[5], t5);
                const vf a0_6 = (v20[0 * 8 + 6]);
                t0 = v_fma_f(a0_6, w[6], t0);
                const vf a1_6 = (v20[1 * 8 + 6]);
                t1 = v_fma_f(a1_6, w[6], t1);
                const vf a2_6 = (v20[2 * 8 + 6]);
                t2 = v_fma_f(a2_6, w[6], t2);
                const vf a3_6 = (v20[3 * 8 + 6]);
                t3 = v_fma_f(a3_6, w[6], t3);
                const vf a4_6 = (v20[4 * 8 + 6]);
                t4 = v_fma_f(a4_6, w[6], t4);
                const vf a5_6 = (v20[5 * 8 + 6]);
                t5 = v_fma_f(a5_6, w[6], t5);
                const vf a0_7 = (v20[0 * 8 + 7]);
                t0 = v_fma_f(a0_7, w[7], t0);
                const vf a1_7 = (v20[1 * 8 + 7]);
                t1 = v_fma_f(a1_7, w[7], t1);
                const vf a2_7 = (v20[2 * 8 + 7]);
                t2 = v_fma_f(a2_7, w[7], t2);
                const vf a3_7 = (v20[3 * 8 + 7]);
                t3 = v_fma_f(a3_7, w[7], t3);
                const vf a4_7 = (v20[4 * 8 + 7]);
                t4 = v_fma_f(a4_7, w[7], t4);
                const vf a5_7 = (v20[5 * 8 + 7]);
                t5 = v_fma_f(a5_7, w[7], t5);
                ((float *)v41)[(0) * 2 * LANES + n] = h_sum_f(t0);
                ((float *)v41)[(1) * 2 * LANES + n] = h_sum_f(t1);
                ((float *)v41)[(2) * 2 * LANES + n] = h_sum_f(t2);
                ((float *)v41)[(3) * 2 * LANES + n] = h_sum_f(t3);
                ((float *)v41)[(4) * 2 * LANES + n] = h_sum_f(t4);
                ((float *)v41)[(5) * 2 * LANES + n] = h_sum_f(t5);
            }
        }
        vf v43[12] UNUSED;
        v43[0 * 2 + 0] = v_select_f(v38[0], v41[0 * 2 + 0], sp_f((-INFINITY)));
        v43[0 * 2 + 1] = v_select_f(v38[1], v41[0 * 2 + 1], sp_f((-INFINITY)));
        v43[1 * 2 + 0] = v_select_f(v38[0], v41[1 * 2 + 0], sp_f((-INFINITY)));
        v43[1 * 2 + 1] = v_select_f(v38[1], v41[1 * 2 + 1], sp_f((-INFINITY)));
        v43[2 * 2 + 0] = v_select_f(v38[0], v41[2 * 2 + 0], sp_f((-INFINITY)));
        v43[2 * 2 + 1] = v_select_f(v38[1], v41[2 * 2 + 1], sp_f((-INFINITY)));
        v43[3 * 2 + 0] = v_select_f(v38[0], v41[3 * 2 + 0], sp_f((-INFINITY)));
        v43[3 * 2 + 1] = v_select_f(v38[1], v41[3 * 2 + 1], sp_f((-INFINITY)));
        v43[4 * 2 + 0] = v_select_f(v38[0], v41[4 * 2 + 0], sp_f((-INFINITY)));
        v43[4 * 2 + 1] = v_select_f(v38[1], v41[4 * 2 + 1], sp_f((-INFINITY)));
        v43[5 * 2 + 0] = v_select_f(v38[0], v41[5 * 2 + 0], sp_f((-INFINITY)));
        v43[5 * 2 + 1] = v_select_f(v38[1], v41[5 * 2 + 1], sp_f((-INFINITY)));
        vf v44[1] UNUSED = {{0}};
        for (int r = 0; r < 6; r++) {
            vf t = sp_f(-INFINITY);
            t = v_max_f(t, v43[r * 2 + 0]);
            t = v_max_f(t, v43[r * 2 + 1]);
            ((float *)v44)[r] = h_max_f(t);
        }
        vf v45[1] UNUSED;
        v45[0] = v_max_f(v25[0], v44[0]);
        vf v47[1] UNUSED;
        v47[0] = v_exp_f((v25[0] - v45[0]));
        vf v48[1] UNUSED = {{0}};
        for (int r = 0; r < 6; r++)
            for (int c = 0; c < 1; c++)
                ((float *)v48)[r] = ((float *)v45)[r];
        vf v50[12] UNUSED;
        v50[0 * 2 + 0] = v_exp_f((v43[0 * 2 + 0] - sp_f(v48[(0) / LANES][(0) % LANES])));
        v50[0 * 2 + 1] = v_exp_f((v43[0 * 2 + 1] - sp_f(v48[(0) / LANES][(0) % LANES])));
        v50[1 * 2 + 0] = v_exp_f((v43[1 * 2 + 0] - sp_f(v48[(1) / LANES][(1) % LANES])));
        v50[1 * 2 + 1] = v_exp_f((v43[1 * 2 + 1] - sp_f(v48[(1) / LANES][(1) % LANES])));
        v50[2 * 2 + 0] = v_exp_f((v43[2 * 2 + 0] - sp_f(v48[(2) / LANES][(2) % LANES])));
        v50[2 * 2 + 1] = v_exp_f((v43[2 * 2 + 1] - sp_f(v48[(2) / LANES][(2) % LANES])));
        v50[3 * 2 + 0] = v_exp_f((v43[3 * 2 + 0] - sp_f(v48[(3) / LANES][(3) % LANES])));
        v50[3 * 2 + 1] = v_exp_f((v43[3 * 2 + 1] - sp_f(v48[(3) / LANES][(3) % LANES])));
        v50[4 * 2 + 0] = v_exp_f((v43[4 * 2 + 0] - sp_f(v48[(4) / LANES][(4) % LANES])));
        v50[4 * 2 + 1] = v_exp_f((v43[4 * 2 + 1] - sp_f(v48[(4) / LANES][(4) % LANES])));
        v50[5 * 2 + 0] = v_exp_f((v43[5 * 2 + 0] - sp_f(v48[(5) / LANES][(5) % LANES])));
        v50[5 * 2 + 1] = v_exp_f((v43[5 * 2 + 1] - sp_f(v48[(5) / LANES][(5) % LANES])));
        vf v51[1] UNUSED = {{0}};
        for (int r = 0; r < 6; r++) {
            vf t = sp_f(0.0f);
            t = t + v50[r * 2 + 0];
            t = t + v50[r * 2 + 1];
            ((float *)v51)[r] = h_sum_f(t);
        }
        v27[0] = v_fma_f(v27[0], v47[0], v51[0]);
        vf v57[1] UNUSED = {{0}};
        for (int r = 0; r < 6; r++)
            for (int c = 0; c < 1; c++)
                ((float *)v57)[r] = ((float *)v47)[r];
        vf v58[48] UNUSED;
        for (int r = 0; r < 6; r++)
            for (int s = 0; s < 8; s++)
                v58[r * 8 + s] = (v28[r * 8 + s] * sp_f(v57[(r) / LANES][(r) % LANES]));
        vf v59[48] UNUSED = {{0}};
        {
            vf t0_0 = v58[0 * 8 + 0];
            vf t0_1 = v58[0 * 8 + 1];
            vf t0_2 = v58[0 * 8 + 2];
            vf t0_3 = v58[0 * 8 + 3];
            vf t1_0 = v58[1 * 8 + 0];
            vf t1_1 = v58[1 * 8 + 1];
            vf t1_2 = v58[1 * 8 + 2];
            vf t1_3 = v58[1 * 8 + 3];
            vf t2_0 = v58[2 * 8 + 0];
            vf t2_1 = v58[2 * 8 + 1];
            vf t2_2 = v58[2 * 8 + 2];
            vf t2_3 = v58[2 * 8 + 3];
            vf t3_0 = v58[3 * 8 + 0];
            vf t3_1 = v58[3 * 8 + 1];
            vf t3_2 = v58[3 * 8 + 2];
            vf t3_3 = v58[3 * 8 + 3];
            vf t4_0 = v58[4 * 8 + 0];
            vf t4_1 = v58[4 * 8 + 1];
            vf t4_2 = v58[4 * 8 + 2];
            vf t4_3 = v58[4 * 8 + 3];
            vf t5_0 = v58[5 * 8 + 0];
            vf t5_1 = v58[5 * 8 + 1];
            vf t5_2 = v58[5 * 8 + 2];
            vf t5_3 = v58[5 * 8 + 3];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128) * 16 / 8 + 0);
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128) * 16 / 8 + 64);
                const vf w0 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128)));
                const vf w1 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 1 * LANES)));
                const vf w2 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 2 * LANES)));
                const vf w3 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 3 * LANES)));
                const vf a0 = sp_f((((float *)v50)[(0) * 2 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                t0_2 = v_fma_f(a0, w2, t0_2);
                t0_3 = v_fma_f(a0, w3, t0_3);
                const vf a1 = sp_f((((float *)v50)[(1) * 2 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                t1_2 = v_fma_f(a1, w2, t1_2);
                t1_3 = v_fma_f(a1, w3, t1_3);
                const vf a2 = sp_f((((float *)v50)[(2) * 2 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                t2_2 = v_fma_f(a2, w2, t2_2);
                t2_3 = v_fma_f(a2, w3, t2_3);
                const vf a3 = sp_f((((float *)v50)[(3) * 2 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                t3_2 = v_fma_f(a3, w2, t3_2);
                t3_3 = v_fma_f(a3, w3, t3_3);
                const vf a4 = sp_f((((float *)v50)[(4) * 2 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                t4_2 = v_fma_f(a4, w2, t4_2);
                t4_3 = v_fma_f(a4, w3, t4_3);
                const vf a5 = sp_f((((float *)v50)[(5) * 2 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
                t5_2 = v_fma_f(a5, w2, t5_2);
                t5_3 = v_fma_f(a5, w3, t5_3);
            }
            v59[0] = t0_0;
            v59[1] = t0_1;
            v59[2] = t0_2;
            v59[3] = t0_3;
            v59[8] = t1_0;
            v59[9] = t1_1;
            v59[10] = t1_2;
            v59[11] = t1_3;
            v59[16] = t2_0;
            v59[17] = t2_1;
            v59[18] = t2_2;
            v59[19] = t2_3;
            v59[24] = t3_0;
            v59[25] = t3_1;
            v59[26] = t3_2;
            v59[27] = t3_3;
            v59[32] = t4_0;
            v59[33] = t4_1;
            v59[34] = t4_2;
            v59[35] = t4_3;
            v59[40] = t5_0;
            v59[41] = t5_1;
            v59[42] = t5_2;
            v59[43] = t5_3;
        }
        {
            vf t0_0 = v58[0 * 8 + 4];
            vf t0_1 = v58[0 * 8 + 5];
            vf t0_2 = v58[0 * 8 + 6];
            vf t0_3 = v58[0 * 8 + 7];
            vf t1_0 = v58[1 * 8 + 4];
            vf t1_1 = v58[1 * 8 + 5];
            vf t1_2 = v58[1 * 8 + 6];
            vf t1_3 = v58[1 * 8 + 7];
            vf t2_0 = v58[2 * 8 + 4];
            vf t2_1 = v58[2 * 8 + 5];
            vf t2_2 = v58[2 * 8 + 6];
            vf t2_3 = v58[2 * 8 + 7];
            vf t3_0 = v58[3 * 8 + 4];
            vf t3_1 = v58[3 * 8 + 5];
            vf t3_2 = v58[3 * 8 + 6];
            vf t3_3 = v58[3 * 8 + 7];
            vf t4_0 = v58[4 * 8 + 4];
            vf t4_1 = v58[4 * 8 + 5];
            vf t4_2 = v58[4 * 8 + 6];
            vf t4_3 = v58[4 * 8 + 7];
            vf t5_0 = v58[5 * 8 + 4];
            vf t5_1 = v58[5 * 8 + 5];
            vf t5_2 = v58[5 * 8 + 6];
            vf t5_3 = v58[5 * 8 + 7];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 4 * LANES) * 16 / 8 + 0);
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 4 * LANES) * 16 / 8 + 64);
                const vf w0 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 4 * LANES)));
                const vf w1 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 5 * LANES)));
                const vf w2 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 6 * LANES)));
                const vf w3 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 7 * LANES)));
                const vf a0 = sp_f((((float *)v50)[(0) * 2 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                t0_2 = v_fma_f(a0, w2, t0_2);
                t0_3 = v_fma_f(a0, w3, t0_3);
                const vf a1 = sp_f((((float *)v50)[(1) * 2 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                t1_2 = v_fma_f(a1, w2, t1_2);
                t1_3 = v_fma_f(a1, w3, t1_3);
                const vf a2 = sp_f((((float *)v50)[(2) * 2 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                t2_2 = v_fma_f(a2, w2, t2_2);
                t2_3 = v_fma_f(a2, w3, t2_3);
                const vf a3 = sp_f((((float *)v50)[(3) * 2 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                t3_2 = v_fma_f(a3, w2, t3_2);
                t3_3 = v_fma_f(a3, w3, t3_3);
                const vf a4 = sp_f((((float *)v50)[(4) * 2 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                t4_2 = v_fma_f(a4, w2, t4_2);
                t4_3 = v_fma_f(a4, w3, t4_3);
                const vf a5 = sp_f((((float *)v50)[(5) * 2 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
                t5_2 = v_fma_f(a5, w2, t5_2);
                t5_3 = v_fma_f(a5, w3, t5_3);
            }
            v59[4] = t0_0;
            v59[5] = t0_1;
            v59[6] = t0_2;
            v59[7] = t0_3;
            v59[12] = t1_0;
            v59[13] = t1_1;
            v59[14] = t1_2;
            v59[15] = t1_3;
            v59[20] = t2_0;
            v59[21] = t2_1;
            v59[22] = t2_2;
            v59[23] = t2_3;
            v59[28] = t3_0;
            v59[29] = t3_1;
            v59[30] = t3_2;
            v59[31] = t3_3;
            v59[36] = t4_0;
            v59[37] = t4_1;
            v59[38] = t4_2;
            v59[39] = t4_3;
            v59[44] = t5_0;
            v59[45] = t5_1;
            v59[46] = t5_2;
            v59[47] = t5_3;
        }
        for (int r = 0; r < 6; r++)
            for (int s = 0; s < 8; s++)
                v28[r * 8 + s] = v59[r * 8 + s];
        v25[0] = v45[0];
    }
    const int32_t v64 UNUSED = (v13 * 16);
    const int32_t v65 UNUSED = s_div_i(v14, 256);
    const int32_t v66 UNUSED = (v64 + v65);
    const int64_t o67 UNUSED = (int64_t)v66 * 768;
    const int64_t h67 UNUSED = v66 >= 0 && v66 < 32 ? 6 : 0;
    const int64_t o69 UNUSED = (int64_t)v66 * 12;
    const int64_t h69 UNUSED = v66 >= 0 && v66 < 32 ? 2 : 0;
    const int64_t o70 UNUSED = o69;
    const int64_t h70 UNUSED = 0 >= 0 && 0 < h69 ? 6 : 0;
    const int64_t o72 UNUSED = o69 + (int64_t)1 * 6;
    const int64_t h72 UNUSED = 1 >= 0 && 1 < h69 ? 6 : 0;
    for (int r = 0; r < 6; r++)
        for (int s = 0; s < 8; s++)
            if (r >= 0 && r < h67) st_f(b11, o67 + (r) * 128 + s * LANES, v28[r * 8 + s]);
    stm_f(b12, o70, 1, -(0), ts_least(h70 - (0), 6), v25[0]);
    stm_f(b12, o72, 1, -(0), ts_least(h72 - (0), 6), v27[0]);
}

void ts_attention_decode_gqa(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) attention_decode_gqa_run1(buf, size, i);
}

/* ---- attention_decode_gqa__final ---- */

const char ts_attention_decode_gqa__final_needs[] = "partial:32:32*6*128,stats:32:32*2*6,o:32:12*128";
const char ts_attention_decode_gqa__final_modes[] = "iio";
const int ts_attention_decode_gqa__final_sizes = 1;
const long ts_attention_decode_gqa__final_cost = 33281;

long ts_attention_decode_gqa__final_grid(const int32_t *const *size UNUSED)
{
    const long g0 UNUSED = ts_programs(12, 1);
    return g0;
}

FN void attention_decode_gqa__final_run2(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED, long pid_1 UNUSED)
{
    const long g0 UNUSED = ts_programs(12, 1);
    const int32_t v10_0 UNUSED = (int32_t)(pid_0);
    const int32_t v10_1 UNUSED = (int32_t)(pid_1);
    const int32_t v1 UNUSED = *size[0]; /* len */
    const void *const b6 UNUSED = buf[0]; /* partial */
    const void *const b8 UNUSED = buf[1]; /* stats */
    void *const b9 UNUSED = buf[2]; /* o */
    const int32_t v12_0 UNUSED = s_div_i(v10_0, 6);
    const int32_t v12_1 UNUSED = s_div_i(v10_1, 6);
    const int32_t v13_0 UNUSED = s_rem_i(v10_0, 6);
    const int32_t v13_1 UNUSED = s_rem_i(v10_1, 6);
    float v14_0 UNUSED = (-3.40282347e+38f);
    float v14_1 UNUSED = (-3.40282347e+38f);
    float v16_0 UNUSED = 0.0f;
    float v16_1 UNUSED = 0.0f;
    vf v17_0[8] UNUSED;
    v17_0[0] = sp_f(0.0f);
    v17_0[1] = sp_f(0.0f);
    v17_0[2] = sp_f(0.0f);
    v17_0[3] = sp_f(0.0f);
    v17_0[4] = sp_f(0.0f);
    v17_0[5] = sp_f(0.0f);
    v17_0[6] = sp_f(0.0f);
    v17_0[7] = sp_f(0.0f);
    vf v17_1[8] UNUSED;
    v17_1[0] = sp_f(0.0f);
    v17_1[1] = sp_f(0.0f);
    v17_1[2] = sp_f(0.0f);
    v17_1[3] = sp_f(0.0f);
    v17_1[4] = sp_f(0.0f);
    v17_1[5] = sp_f(0.0f);
    v17_1[6] = sp_f(0.0f);
    v17_1[7] = sp_f(0.0f);
    const int32_t v20 UNUSED = s_div_i(v1, 256);
    const int32_t v21 UNUSED = s_rem_i(v1, 256);
    const int32_t v23 UNUSED = s_min_i(v21, 1);
    const int32_t v24 UNUSED = (v20 + v23);
    int64_t i25 = 0;
    for (; i25 < v24; i25 += 1) {
        const int32_t v25 UNUSED = (int32_t)i25;
        const float v26_0 UNUSED = v16_0;
        const float v26_1 UNUSED = v16_1;
        const float v27_0 UNUSED = v14_0;
        const float v27_1 UNUSED = v14_1;
        const float v28_0 UNUSED = v14_0;
        const float v28_1 UNUSED = v14_1;
        const int32_t v30_0 UNUSED = (v12_0 * 16);
        const int32_t v30_1 UNUSED = (v12_1 * 16);
        const int32_t v31_0 UNUSED = (v30_0 + v25);
        const int32_t v31_1 UNUSED = (v30_1 + v25);
        const int64_t o32_0 UNUSED = (int64_t)v31_0 * 12;
        const int64_t h32_0 UNUSED = v31_0 >= 0 && v31_0 < 32 ? 2 : 0;
        const int64_t o32_1 UNUSED = (int64_t)v31_1 * 12;
        const int64_t h32_1 UNUSED = v31_1 >= 0 && v31_1 < 32 ? 2 : 0;
        const int64_t o33_0 UNUSED = o32_0;
        const int64_t h33_0 UNUSED = 0 >= 0 && 0 < h32_0 ? 6 : 0;
        const int64_t o33_1 UNUSED = o32_1;
        const int64_t h33_1 UNUSED = 0 >= 0 && 0 < h32_1 ? 6 : 0;
        const float v34_0 UNUSED = v13_0 >= 0 && v13_0 < h33_0 ? ld1_f(b8, o33_0 + v13_0) : 0;
        const float v34_1 UNUSED = v13_1 >= 0 && v13_1 < h33_1 ? ld1_f(b8, o33_1 + v13_1) : 0;
        const float v35_0 UNUSED = s_max_f(v28_0, v34_0);
        const float v35_1 UNUSED = s_max_f(v28_1, v34_1);
        const float v36_0 UNUSED = (v27_0 - v35_0);
        const float v36_1 UNUSED = (v27_1 - v35_1);
        const float v37_0 UNUSED = s_exp_f(v36_0);
        const float v37_1 UNUSED = s_exp_f(v36_1);
        const int64_t o38_0 UNUSED = o32_0 + (int64_t)1 * 6;
        const int64_t h38_0 UNUSED = 1 >= 0 && 1 < h32_0 ? 6 : 0;
        const int64_t o38_1 UNUSED = o32_1 + (int64_t)1 * 6;
        const int64_t h38_1 UNUSED = 1 >= 0 && 1 < h32_1 ? 6 : 0;
        const float v39_0 UNUSED = v13_0 >= 0 && v13_0 < h38_0 ? ld1_f(b8, o38_0 + v13_0) : 0;
        const float v39_1 UNUSED = v13_1 >= 0 && v13_1 < h38_1 ? ld1_f(b8, o38_1 + v13_1) : 0;
        const float v40_0 UNUSED = (v34_0 - v35_0);
        const float v40_1 UNUSED = (v34_1 - v35_1);
        const float v41_0 UNUSED = s_exp_f(v40_0);
        const float v41_1 UNUSED = s_exp_f(v40_1);
        const float v42_0 UNUSED = (v39_0 * v41_0);
        const float v42_1 UNUSED = (v39_1 * v41_1);
        const float v43_0 UNUSED = s_fma_f(v26_0, v37_0, v42_0);
        const float v43_1 UNUSED = s_fma_f(v26_1, v37_1, v42_1);
        const int64_t o44_0 UNUSED = (int64_t)v31_0 * 768;
        const int64_t h44_0 UNUSED = v31_0 >= 0 && v31_0 < 32 ? 6 : 0;
        const int64_t o44_1 UNUSED = (int64_t)v31_1 * 768;
        const int64_t h44_1 UNUSED = v31_1 >= 0 && v31_1 < 32 ? 6 : 0;
        const int64_t o45_0 UNUSED = o44_0 + (int64_t)v13_0 * 128;
        const int64_t h45_0 UNUSED = v13_0 >= 0 && v13_0 < h44_0 ? 128 : 0;
        const int64_t o45_1 UNUSED = o44_1 + (int64_t)v13_1 * 128;
        const int64_t h45_1 UNUSED = v13_1 >= 0 && v13_1 < h44_1 ? 128 : 0;
        v16_0 = v43_0;
        v16_1 = v43_1;
        v17_0[0] = v_fma_f(v17_0[0], sp_f(v37_0), (ldm_f(b6, o45_0, 1, -(0), ts_least(h45_0 - (0), LANES)) * sp_f(v41_0)));
        v17_0[1] = v_fma_f(v17_0[1], sp_f(v37_0), (ldm_f(b6, o45_0 + 1 * LANES, 1, -(1 * LANES), ts_least(h45_0 - (1 * LANES), LANES)) * sp_f(v41_0)));
        v17_0[2] = v_fma_f(v17_0[2], sp_f(v37_0), (ldm_f(b6, o45_0 + 2 * LANES, 1, -(2 * LANES), ts_least(h45_0 - (2 * LANES), LANES)) * sp_f(v41_0)));
        v17_0[3] = v_fma_f(v17_0[3], sp_f(v37_0), (ldm_f(b6, o45_0 + 3 * LANES, 1, -(3 * LANES), ts_least(h45_0 - (3 * LANES), LANES)) * sp_f(v41_0)));
        v17_0[4] = v_fma_f(v17_0[4], sp_f(v37_0), (ldm_f(b6, o45_0 + 4 * LANES, 1, -(4 * LANES), ts_least(h45_0 - (4 * LANES), LANES)) * sp_f(v41_0)));
        v17_0[5] = v_fma_f(v17_0[5], sp_f(v37_0), (ldm_f(b6, o45_0 + 5 * LANES, 1, -(5 * LANES), ts_least(h45_0 - (5 * LANES), LANES)) * sp_f(v41_0)));
        v17_0[6] = v_fma_f(v17_0[6], sp_f(v37_0), (ldm_f(b6, o45_0 + 6 * LANES, 1, -(6 * LANES), ts_least(h45_0 - (6 * LANES), LANES)) * sp_f(v41_0)));
        v17_0[7] = v_fma_f(v17_0[7], sp_f(v37_0), (ldm_f(b6, o45_0 + 7 * LANES, 1, -(7 * LANES), ts_least(h45_0 - (7 * LANES), LANES)) * sp_f(v41_0)));
        v17_1[0] = v_fma_f(v17_1[0], sp_f(v37_1), (ldm_f(b6, o45_1, 1, -(0), ts_least(h45_1 - (0), LANES)) * sp_f(v41_1)));
        v17_1[1] = v_fma_f(v17_1[1], sp_f(v37_1), (ldm_f(b6, o45_1 + 1 * LANES, 1, -(1 * LANES), ts_least(h45_1 - (1 * LANES), LANES)) * sp_f(v41_1)));
        v17_1[2] = v_fma_f(v17_1[2], sp_f(v37_1), (ldm_f(b6, o45_1 + 2 * LANES, 1, -(2 * LANES), ts_least(h45_1 - (2 * LANES), LANES)) * sp_f(v41_1)));
        v17_1[3] = v_fma_f(v17_1[3], sp_f(v37_1), (ldm_f(b6, o45_1 + 3 * LANES, 1, -(3 * LANES), ts_least(h45_1 - (3 * LANES), LANES)) * sp_f(v41_1)));
        v17_1[4] = v_fma_f(v17_1[4], sp_f(v37_1), (ldm_f(b6, o45_1 + 4 * LANES, 1, -(4 * LANES), ts_least(h45_1 - (4 * LANES), LANES)) * sp_f(v41_1)));
        v17_1[5] = v_fma_f(v17_1[5], sp_f(v37_1), (ldm_f(b6, o45_1 + 5 * LANES, 1, -(5 * LANES), ts_least(h45_1 - (5 * LANES), LANES)) * sp_f(v41_1)));
        v17_1[6] = v_fma_f(v17_1[6], sp_f(v37_1), (ldm_f(b6, o45_1 + 6 * LANES, 1, -(6 * LANES), ts_least(h45_1 - (6 * LANES), LANES)) * sp_f(v41_1)));
        v17_1[7] = v_fma_f(v17_1[7], sp_f(v37_1), (ldm_f(b6, o45_1 + 7 * LANES, 1, -(7 * LANES), ts_least(h45_1 - (7 * LANES), LANES)) * sp_f(v41_1)));
        v14_0 = v35_0;
        v14_1 = v35_1;
    }
    const int64_t o54_0 UNUSED = (int64_t)v10_0 * 128;
    const int64_t o54_1 UNUSED = (int64_t)v10_1 * 128;
    const float v56_0 UNUSED = v16_0;
    const float v56_1 UNUSED = v16_1;
    st_f(b9, o54_0, (v17_0[0] / sp_f(v56_0)));
    st_f(b9, o54_0 + 1 * LANES, (v17_0[1] / sp_f(v56_0)));
    st_f(b9, o54_0 + 2 * LANES, (v17_0[2] / sp_f(v56_0)));
    st_f(b9, o54_0 + 3 * LANES, (v17_0[3] / sp_f(v56_0)));
    st_f(b9, o54_0 + 4 * LANES, (v17_0[4] / sp_f(v56_0)));
    st_f(b9, o54_0 + 5 * LANES, (v17_0[5] / sp_f(v56_0)));
    st_f(b9, o54_0 + 6 * LANES, (v17_0[6] / sp_f(v56_0)));
    st_f(b9, o54_0 + 7 * LANES, (v17_0[7] / sp_f(v56_0)));
    st_f(b9, o54_1, (v17_1[0] / sp_f(v56_1)));
    st_f(b9, o54_1 + 1 * LANES, (v17_1[1] / sp_f(v56_1)));
    st_f(b9, o54_1 + 2 * LANES, (v17_1[2] / sp_f(v56_1)));
    st_f(b9, o54_1 + 3 * LANES, (v17_1[3] / sp_f(v56_1)));
    st_f(b9, o54_1 + 4 * LANES, (v17_1[4] / sp_f(v56_1)));
    st_f(b9, o54_1 + 5 * LANES, (v17_1[5] / sp_f(v56_1)));
    st_f(b9, o54_1 + 6 * LANES, (v17_1[6] / sp_f(v56_1)));
    st_f(b9, o54_1 + 7 * LANES, (v17_1[7] / sp_f(v56_1)));
}

FN void attention_decode_gqa__final_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const long g0 UNUSED = ts_programs(12, 1);
    const int32_t v10 UNUSED = (int32_t)(pid_0);
    const int32_t v1 UNUSED = *size[0]; /* len */
    const void *const b6 UNUSED = buf[0]; /* partial */
    const void *const b8 UNUSED = buf[1]; /* stats */
    void *const b9 UNUSED = buf[2]; /* o */
    const int32_t v12 UNUSED = s_div_i(v10, 6);
    const int32_t v13 UNUSED = s_rem_i(v10, 6);
    float v14 UNUSED = (-3.40282347e+38f);
    float v16 UNUSED = 0.0f;
    vf v17[8] UNUSED;
    v17[0] = sp_f(0.0f);
    v17[1] = sp_f(0.0f);
    v17[2] = sp_f(0.0f);
    v17[3] = sp_f(0.0f);
    v17[4] = sp_f(0.0f);
    v17[5] = sp_f(0.0f);
    v17[6] = sp_f(0.0f);
    v17[7] = sp_f(0.0f);
    const int32_t v20 UNUSED = s_div_i(v1, 256);
    const int32_t v21 UNUSED = s_rem_i(v1, 256);
    const int32_t v23 UNUSED = s_min_i(v21, 1);
    const int32_t v24 UNUSED = (v20 + v23);
    int64_t i25 = 0;
    for (; i25 < v24; i25 += 1) {
        const int32_t v25 UNUSED = (int32_t)i25;
        const float v26 UNUSED = v16;
        const float v27 UNUSED = v14;
        const float v28 UNUSED = v14;
        const int32_t v30 UNUSED = (v12 * 16);
        const int32_t v31 UNUSED = (v30 + v25);
        const int64_t o32 UNUSED = (int64_t)v31 * 12;
        const int64_t h32 UNUSED = v31 >= 0 && v31 < 32 ? 2 : 0;
        const int64_t o33 UNUSED = o32;
        const int64_t h33 UNUSED = 0 >= 0 && 0 < h32 ? 6 : 0;
        const float v34 UNUSED = v13 >= 0 && v13 < h33 ? ld1_f(b8, o33 + v13) : 0;
        const float v35 UNUSED = s_max_f(v28, v34);
        const float v36 UNUSED = (v27 - v35);
        const float v37 UNUSED = s_exp_f(v36);
        const int64_t o38 UNUSED = o32 + (int64_t)1 * 6;
        const int64_t h38 UNUSED = 1 >= 0 && 1 < h32 ? 6 : 0;
        const float v39 UNUSED = v13 >= 0 && v13 < h38 ? ld1_f(b8, o38 + v13) : 0;
        const float v40 UNUSED = (v34 - v35);
        const float v41 UNUSED = s_exp_f(v40);
        const float v42 UNUSED = (v39 * v41);
        const float v43 UNUSED = s_fma_f(v26, v37, v42);
        const int64_t o44 UNUSED = (int64_t)v31 * 768;
        const int64_t h44 UNUSED = v31 >= 0 && v31 < 32 ? 6 : 0;
        const int64_t o45 UNUSED = o44 + (int64_t)v13 * 128;
        const int64_t h45 UNUSED = v13 >= 0 && v13 < h44 ? 128 : 0;
        v16 = v43;
        v17[0] = v_fma_f(v17[0], sp_f(v37), (ldm_f(b6, o45, 1, -(0), ts_least(h45 - (0), LANES)) * sp_f(v41)));
        v17[1] = v_fma_f(v17[1], sp_f(v37), (ldm_f(b6, o45 + 1 * LANES, 1, -(1 * LANES), ts_least(h45 - (1 * LANES), LANES)) * sp_f(v41)));
        v17[2] = v_fma_f(v17[2], sp_f(v37), (ldm_f(b6, o45 + 2 * LANES, 1, -(2 * LANES), ts_least(h45 - (2 * LANES), LANES)) * sp_f(v41)));
        v17[3] = v_fma_f(v17[3], sp_f(v37), (ldm_f(b6, o45 + 3 * LANES, 1, -(3 * LANES), ts_least(h45 - (3 * LANES), LANES)) * sp_f(v41)));
        v17[4] = v_fma_f(v17[4], sp_f(v37), (ldm_f(b6, o45 + 4 * LANES, 1, -(4 * LANES), ts_least(h45 - (4 * LANES), LANES)) * sp_f(v41)));
        v17[5] = v_fma_f(v17[5], sp_f(v37), (ldm_f(b6, o45 + 5 * LANES, 1, -(5 * LANES), ts_least(h45 - (5 * LANES), LANES)) * sp_f(v41)));
        v17[6] = v_fma_f(v17[6], sp_f(v37), (ldm_f(b6, o45 + 6 * LANES, 1, -(6 * LANES), ts_least(h45 - (6 * LANES), LANES)) * sp_f(v41)));
        v17[7] = v_fma_f(v17[7], sp_f(v37), (ldm_f(b6, o45 + 7 * LANES, 1, -(7 * LANES), ts_least(h45 - (7 * LANES), LANES)) * sp_f(v41)));
        v14 = v35;
    }
    const int64_t o54 UNUSED = (int64_t)v10 * 128;
    const float v56 UNUSED = v16;
    st_f(b9, o54, (v17[0] / sp_f(v56)));
    st_f(b9, o54 + 1 * LANES, (v17[1] / sp_f(v56)));
    st_f(b9, o54 + 2 * LANES, (v17[2] / sp_f(v56)));
    st_f(b9, o54 + 3 * LANES, (v17[3] / sp_f(v56)));
    st_f(b9, o54 + 4 * LANES, (v17[4] / sp_f(v56)));
    st_f(b9, o54 + 5 * LANES, (v17[5] / sp_f(v56)));
    st_f(b9, o54 + 6 * LANES, (v17[6] / sp_f(v56)));
    st_f(b9, o54 + 7 * LANES, (v17[7] / sp_f(v56)));
}

void ts_attention_decode_gqa__final(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    const long part = (hi - lo) / 2;
    for (long i = 0; i < part; i++) attention_decode_gqa__final_run2(buf, size, lo + 0 * part + i, lo + 1 * part + i);
    lo += 2 * part;
    for (long i = lo; i < hi; i++) attention_decode_gqa__final_run1(buf, size, i);
}


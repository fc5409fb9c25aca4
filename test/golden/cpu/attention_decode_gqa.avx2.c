#define LANES 8
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
    vf v20[96] UNUSED;
    for (int r = 0; r < 6; r++)
        for (int s = 0; s < 16; s++)
            v20[r * 16 + s] = (ld_f(b7, ((int64_t)v16 + r) * 128 + s * LANES) * sp_f(0.0883883461f));
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
    vf v28[96] UNUSED;
    for (int r = 0; r < 6; r++)
        for (int s = 0; s < 16; s++)
            v28[r * 16 + s] = sp_f(0.0f);
    const int32_t v30 UNUSED = (v14 + 256);
    const int32_t v31 UNUSED = s_min_i(v1, v30);
    int64_t i32 = v14;
    for (; i32 < v31; i32 += 32) {
        const int32_t v32 UNUSED = (int32_t)i32;
        vm v38[4] UNUSED;
        v38[0] = (vm)((sp_i(v32) + iota(0 * LANES)) < sp_i(v1));
        v38[1] = (vm)((sp_i(v32) + iota(1 * LANES)) < sp_i(v1));
        v38[2] = (vm)((sp_i(v32) + iota(2 * LANES)) < sp_i(v1));
        v38[3] = (vm)((sp_i(v32) + iota(3 * LANES)) < sp_i(v1));
        vf v41[24] UNUSED = {{0}};
        for (int n = 0; n < 32; n++) {
            __builtin_prefetch((const char *)b8 + (o22 + ((int64_t)v32 + n + 32) * 128) * 16 / 8 + 0);
            __builtin_prefetch((const char *)b8 + (o22 + ((int64_t)v32 + n + 32) * 128) * 16 / 8 + 64);
            __builtin_prefetch((const char *)b8 + (o22 + ((int64_t)v32 + n + 32) * 128) * 16 / 8 + 128);
            __builtin_prefetch((const char *)b8 + (o22 + ((int64_t)v32 + n + 32) * 128) * 16 / 8 + 192);
            vf w[16];
            w[0] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128)));
            w[1] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 1 * LANES)));
            w[2] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 2 * LANES)));
            w[3] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 3 * LANES)));
            w[4] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 4 * LANES)));
            w[5] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 5 * LANES)));
            w[6] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 6 * LANES)));
            w[7] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 7 * LANES)));
            w[8] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 8 * LANES)));
            w[9] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 9 * LANES)));
            w[10] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 10 * LANES)));
            w[11] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 11 * LANES)));
            w[12] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 12 * LANES)));
            w[13] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 13 * LANES)));
            w[14] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 14 * LANES)));
            w[15] = (cv_bf16_f32(ldr_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22, b8, o22 + ((int64_t)v32 + n) * 128 + 15 * LANES)));
            {
                vf t0 = {0};
                vf t1 = {0};
                vf t2 = {0};
                vf t3 = {0};
                vf t4 = {0};
                vf t5 = {0};
                const vf a0_0 = (v20[0 * 16 + 0]);
                t0 = v_fma_f(a0_0, w[0], t0);
                const vf a1_0 = (v20[1 * 16 + 0]);
                t1 = v_fma_f(a1_0, w[0], t1);
                const vf a2_0 = (v20[2 * 16 + 0]);
                t2 = v_fma_f(a2_0, w[0], t2);
                const vf a3_0 = (v20[3 * 16 + 0]);
                t3 = v_fma_f(a3_0, w[0], t3);
                const vf a4_0 = (v20[4 * 16 + 0]);
                t4 = v_fma_f(a4_0, w[0], t4);
                const vf a5_0 = (v20[5 * 16 + 0]);
                t5 = v_fma_f(a5_0, w[0], t5);
                const vf a0_1 = (v20[0 * 16 + 1]);
                t0 = v_fma_f(a0_1, w[1], t0);
                const vf a1_1 = (v20[1 * 16 + 1]);
                t1 = v_fma_f(a1_1, w[1], t1);
                const vf a2_1 = (v20[2 * 16 + 1]);
                t2 = v_fma_f(a2_1, w[1], t2);
                const vf a3_1 = (v20[3 * 16 + 1]);
                t3 = v_fma_f(a3_1, w[1], t3);
                const vf a4_1 = (v20[4 * 16 + 1]);
                t4 = v_fma_f(a4_1, w[1], t4);
                const vf a5_1 = (v20[5 * 16 + 1]);
                t5 = v_fma_f(a5_1, w[1], t5);
                const vf a0_2 = (v20[0 * 16 + 2]);
                t0 = v_fma_f(a0_2, w[2], t0);
                const vf a1_2 = (v20[1 * 16 + 2]);
                t1 = v_fma_f(a1_2, w[2], t1);
                const vf a2_2 = (v20[2 * 16 + 2]);
                t2 = v_fma_f(a2_2, w[2], t2);
                const vf a3_2 = (v20[3 * 16 + 2]);
                t3 = v_fma_f(a3_2, w[2], t3);
                const vf a4_2 = (v20[4 * 16 + 2]);
                t4 = v_fma_f(a4_2, w[2], t4);
                const vf a5_2 = (v20[5 * 16 + 2]);
                t5 = v_fma_f(a5_2, w[2], t5);
                const vf a0_3 = (v20[0 * 16 + 3]);
                t0 = v_fma_f(a0_3, w[3], t0);
                const vf a1_3 = (v20[1 * 16 + 3]);
                t1 = v_fma_f(a1_3, w[3], t1);
                const vf a2_3 = (v20[2 * 16 + 3]);
                t2 = v_fma_f(a2_3, w[3], t2);
                const vf a3_3 = (v20[3 * 16 + 3]);
                t3 = v_fma_f(a3_3, w[3], t3);
                const vf a4_3 = (v20[4 * 16 + 3]);
                t4 = v_fma_f(a4_3, w[3], t4);
                const vf a5_3 = (v20[5 * 16 + 3]);
                t5 = v_fma_f(a5_3, w[3], t5);
                const vf a0_4 = (v20[0 * 16 + 4]);
                t0 = v_fma_f(a0_4, w[4], t0);
                const vf a1_4 = (v20[1 * 16 + 4]);
                t1 = v_fma_f(a1_4, w[4], t1);
                const vf a2_4 = (v20[2 * 16 + 4]);
                t2 = v_fma_f(a2_4, w[4], t2);
                const vf a3_4 = (v20[3 * 16 + 4]);
                t3 = v_fma_f(a3_4, w[4], t3);
                const vf a4_4 = (v20[4 * 16 + 4]);
                t4 = v_fma_f(a4_4, w[4], t4);
                const vf a5_4 = (v20[5 * 16 + 4]);
                t5 = v_fma_f(a5_4, w[4], t5);
                const vf a0_5 = (v20[0 * 16 + 5]);
                t0 = v_fma_f(a0_5, w[5], t0);
                const vf a1_5 = (v20[1 * 16 + 5]);
                t1 = v_fma_f(a1_5, w[5], t1);
                const vf a2_5 = (v20[2 * 16 + 5]);
                t2 = v_fma_f(a2_5, w[5], t2);
                const vf a3_5 = (v20[3 * 16 + 5]);
                t3 = v_fma_f(a3_5, w[5], t3);
                const vf a4_5 = (v20[4 * 16 + 5]);
                t4 = v_fma_f(a4_5, w[5], t4);
                const vf a5_5 = (v20[5 * 16 + 5]);
                t5 = v_fma_f(a5_5, w[5], t5);
                const vf a0_6 = (v20[0 * 16 + 6]);
                t0 = v_fma_f(a0_6, w[6], t0);
                const vf a1_6 = (v20[1 * 16 + 6]);
                t1 = v_fma_f(a1_6, w[6], t1);
                const vf a2_6 = (v20[2 * 16 + 6]);
                t2 = v_fma_f(a2_6, w[6], t2);
                const vf a3_6 = (v20[3 * 16 + 6]);
                t3 = v_fma_f(a3_6, w[6], t3);
                const vf a4_6 = (v20[4 * 16 + 6]);
                t4 = v_fma_f(a4_6, w[6], t4);
                const vf a5_6 = (v20[5 * 16 + 6]);
                t5 = v_fma_f(a5_6, w[6], t5);
                const vf a0_7 = (v20[0 * 16 + 7]);
                t0 = v_fma_f(a0_7, w[7], t0);
                const vf a1_7 = (v20[1 * 16 + 7]);
                t1 = v_fma_f(a1_7, w[7], t1);
                const vf a2_7 = (v20[2 * 16 + 7]);
                t2 = v_fma_f(a2_7, w[7], t2);
                const vf a3_7 = (v20[3 * 16 + 7]);
                t3 = v_fma_f(a3_7, w[7], t3);
                const vf a4_7 = (v20[4 * 16 + 7]);
                t4 = v_fma_f(a4_7, w[7], t4);
                const vf a5_7 = (v20[5 * 16 + 7]);
                t5 = v_fma_f(a5_7, w[7], t5);
                const vf a0_8 = (v20[0 * 16 + 8]);
                t0 = v_fma_f(a0_8, w[8], t0);
                const vf a1_8 = (v20[1 * 16 + 8]);
                t1 = v_fma_f(a1_8, w[8], t1);
                const vf a2_8 = (v20[2 * 16 + 8]);
                t2 = v_fma_f(a2_8, w[8], t2);
                const vf a3_8 = (v20[3 * 16 + 8]);
                t3 = v_fma_f(a3_8, w[8], t3);
                const vf a4_8 = (v20[4 * 16 + 8]);
                t4 = v_fma_f(a4_8, w[8], t4);
                const vf a5_8 = (v20[5 * 16 + 8]);
                t5 = v_fma_f(a5_8, w[8], t5);
                const vf a0_9 = (v20[0 * 16 + 9]);
                t0 = v_fma_f(a0_9, w[9], t0);
                const vf a1_9 = (v20[1 * 16 + 9]);
                t1 = v_fma_f(a1_9, w[9], t1);
                const vf a2_9 = (v20[2 * 16 + 9]);
                t2 = v_fma_f(a2_9, w[9], t2);
                const vf a3_9 = (v20[3 * 16 + 9]);
                t3 = v_fma_f(a3_9, w[9], t3);
                const vf a4_9 = (v20[4 * 16 + 9]);
                t4 = v_fma_f(a4_9, w[9], t4);
                const vf a5_9 = (v20[5 * 16 + 9]);
                t5 = v_fma_f(a5_9, w[9], t5);
                const vf a0_10 = (v20[0 * 16 + 10]);
                t0 = v_fma_f(a0_10, w[10], t0);
                const vf a1_10 = (v20[1 * 16 + 10]);
                t1 = v_fma_f(a1_10, w[10], t1);
                const vf a2_10 = (v20[2 * 16 + 10]);
                t2 = v_fma_f(a2_10, w[10], t2);
                const vf a3_10 = (v20[3 * 16 + 10]);
                t3 = v_fma_f(a3_10, w[10], t3);
                const vf a4_10 = (v20[4 * 16 + 10]);
                t4 = v_fma_f(a4_10, w[10], t4);
                const vf a5_10 = (v20[5 * 16 + 10]);
                t5 = v_fma_f(a5_10, w[10], t5);
                const vf a0_11 = (v20[0 * 16 + 11]);
                t0 = v_fma_f(a0_11, w[11], t0);
                const vf a1_11 = (v20[1 * 16 + 11]);
                t1 = v_fma_f(a1_11, w[11], t1);
                const vf a2_11 = (v20[2 * 16 + 11]);
                t2 = v_fma_f(a2_11, w[11], t2);
                const vf a3_11 = (v20[3 * 16 + 11]);
                t3 = v_fma_f(a3_11, w[11], t3);
                const vf a4_11 = (v20[4 * 16 + 11]);
                t4 = v_fma_f(a4_11, w[11], t4);
                const vf a5_11 = (v20[5 * 16 + 11]);
                t5 = v_fma_f(a5_11, w[11], t5);
                const vf a0_12 = (v20[0 * 16 + 12]);
                t0 = v_fma_f(a0_12, w[12], t0);
                const vf a1_12 = (v20[1 * 16 + 12]);
                t1 = v_fma_f(a1_12, w[12], t1);
                const vf a2_12 = (v20[2 * 16 + 12]);
                t2 = v_fma_f(a2_12, w[12], t2);
                const vf a3_12 = (v20[3 * 16 + 12]);
                t3 = v_fma_f(a3_12, w[12], t3);
                const vf a4_12 = (v20[4 * 16 + 12]);
                t4 = v_fma_f(a4_12, w[12], t4);
                const vf a5_12 = (v20[5 * 16 + 12]);
                t5 = v_fma_f(a5_12, w[12], t5);
                const vf a0_13 = (v20[0 * 16 + 13]);
                t0 = v_fma_f(a0_13, w[13], t0);
                const vf a1_13 = (v20[1 * 16 + 13]);
                t1 = v_fma_f(a1_13, w[13], t1);
                const vf a2_13 = (v20[2 * 16 + 13]);
                t2 = v_fma_f(a2_13, w[13], t2);
                const vf a3_13 = (v20[3 * 16 + 13]);
                t3 = v_fma_f(a3_13, w[13], t3);
                const vf a4_13 = (v20[4 * 16 + 13]);
                t4 = v_fma_f(a4_13, w[13], t4);
                const vf a5_13 = (v20[5 * 16 + 13]);
                t5 = v_fma_f(a5_13, w[13], t5);
                const vf a0_14 = (v20[0 * 16 + 14]);
                t0 = v_fma_f(a0_14, w[14], t0);
                const vf a1_14 = (v20[1 * 16 + 14]);
                t1 = v_fma_f(a1_14, w[14], t1);
                const vf a2_14 = (v20[2 * 16 + 14]);
                t2 = v_fma_f(a2_14, w[14], t2);
                const vf a3_14 = (v20[3 * 16 + 14]);
                t3 = v_fma_f(a3_14, w[14], t3);
                const vf a4_14 = (v20[4 * 16 + 14]);
                t4 = v_fma_f(a4_14, w[14], t4);
                const vf a5_14 = (v20[5 * 16 + 14]);
                t5 = v_fma_f(a5_14, w[14], t5);
                const vf a0_15 = (v20[0 * 16 + 15]);
                t0 = v_fma_f(a0_15, w[15], t0);
                const vf a1_15 = (v20[1 * 16 + 15]);
                t1 = v_fma_f(a1_15, w[15], t1);
                const vf a2_15 = (v20[2 * 16 + 15]);
                t2 = v_fma_f(a2_15, w[15], t2);
                const vf a3_15 = (v20[3 * 16 + 15]);
                t3 = v_fma_f(a3_15, w[15], t3);
                const vf a4_15 = (v20[4 * 16 + 15]);
                t4 = v_fma_f(a4_15, w[15], t4);
                const vf a5_15 = (v20[5 * 16 + 15]);
                t5 = v_fma_f(a5_15, w[15], t5);
                ((float *)v41)[(0) * 4 * LANES + n] = h_sum_f(t0);
                ((float *)v41)[(1) * 4 * LANES + n] = h_sum_f(t1);
                ((float *)v41)[(2) * 4 * LANES + n] = h_sum_f(t2);
                ((float *)v41)[(3) * 4 * LANES + n] = h_sum_f(t3);
                ((float *)v41)[(4) * 4 * LANES + n] = h_sum_f(t4);
                ((float *)v41)[(5) * 4 * LANES + n] = h_sum_f(t5);
            }
        }
        vf v43[24] UNUSED;
        for (int r = 0; r < 6; r++)
            for (int s = 0; s < 4; s++)
                v43[r * 4 + s] = v_select_f(v38[s], v41[r * 4 + s], sp_f((-INFINITY)));
        vf v44[1] UNUSED = {{0}};
        for (int r = 0; r < 6; r++) {
            vf t = sp_f(-INFINITY);
            t = v_max_f(t, v43[r * 4 + 0]);
            t = v_max_f(t, v43[r * 4 + 1]);
            t = v_max_f(t, v43[r * 4 + 2]);
            t = v_max_f(t, v43[r * 4 + 3]);
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
        vf v50[24] UNUSED;
        for (int r = 0; r < 6; r++)
            for (int s = 0; s < 4; s++)
                v50[r * 4 + s] = v_exp_f((v43[r * 4 + s] - sp_f(v48[(r) / LANES][(r) % LANES])));
        vf v51[1] UNUSED = {{0}};
        for (int r = 0; r < 6; r++) {
            vf t = sp_f(0.0f);
            t = t + v50[r * 4 + 0];
            t = t + v50[r * 4 + 1];
            t = t + v50[r * 4 + 2];
            t = t + v50[r * 4 + 3];
            ((float *)v51)[r] = h_sum_f(t);
        }
        v27[0] = v_fma_f(v27[0], v47[0], v51[0]);
        vf v57[1] UNUSED = {{0}};
        for (int r = 0; r < 6; r++)
            for (int c = 0; c < 1; c++)
                ((float *)v57)[r] = ((float *)v47)[r];
        vf v58[96] UNUSED;
        for (int r = 0; r < 6; r++)
            for (int s = 0; s < 16; s++)
                v58[r * 16 + s] = (v28[r * 16 + s] * sp_f(v57[(r) / LANES][(r) % LANES]));
        vf v59[96] UNUSED = {{0}};
        {
            vf t0_0 = v58[0 * 16 + 0];
            vf t0_1 = v58[0 * 16 + 1];
            vf t1_0 = v58[1 * 16 + 0];
            vf t1_1 = v58[1 * 16 + 1];
            vf t2_0 = v58[2 * 16 + 0];
            vf t2_1 = v58[2 * 16 + 1];
            vf t3_0 = v58[3 * 16 + 0];
            vf t3_1 = v58[3 * 16 + 1];
            vf t4_0 = v58[4 * 16 + 0];
            vf t4_1 = v58[4 * 16 + 1];
            vf t5_0 = v58[5 * 16 + 0];
            vf t5_1 = v58[5 * 16 + 1];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128)));
                const vf w1 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 1 * LANES)));
                const vf a0 = sp_f((((float *)v50)[(0) * 4 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v50)[(1) * 4 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v50)[(2) * 4 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v50)[(3) * 4 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v50)[(4) * 4 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v50)[(5) * 4 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v59[0] = t0_0;
            v59[1] = t0_1;
            v59[16] = t1_0;
            v59[17] = t1_1;
            v59[32] = t2_0;
            v59[33] = t2_1;
            v59[48] = t3_0;
            v59[49] = t3_1;
            v59[64] = t4_0;
            v59[65] = t4_1;
            v59[80] = t5_0;
            v59[81] = t5_1;
        }
        {
            vf t0_0 = v58[0 * 16 + 2];
            vf t0_1 = v58[0 * 16 + 3];
            vf t1_0 = v58[1 * 16 + 2];
            vf t1_1 = v58[1 * 16 + 3];
            vf t2_0 = v58[2 * 16 + 2];
            vf t2_1 = v58[2 * 16 + 3];
            vf t3_0 = v58[3 * 16 + 2];
            vf t3_1 = v58[3 * 16 + 3];
            vf t4_0 = v58[4 * 16 + 2];
            vf t4_1 = v58[4 * 16 + 3];
            vf t5_0 = v58[5 * 16 + 2];
            vf t5_1 = v58[5 * 16 + 3];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 2 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 2 * LANES)));
                const vf w1 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 3 * LANES)));
                const vf a0 = sp_f((((float *)v50)[(0) * 4 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v50)[(1) * 4 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v50)[(2) * 4 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v50)[(3) * 4 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v50)[(4) * 4 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v50)[(5) * 4 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v59[2] = t0_0;
            v59[3] = t0_1;
            v59[18] = t1_0;
            v59[19] = t1_1;
            v59[34] = t2_0;
            v59[35] = t2_1;
            v59[50] = t3_0;
            v59[51] = t3_1;
            v59[66] = t4_0;
            v59[67] = t4_1;
            v59[82] = t5_0;
            v59[83] = t5_1;
        }
        {
            vf t0_0 = v58[0 * 16 + 4];
            vf t0_1 = v58[0 * 16 + 5];
            vf t1_0 = v58[1 * 16 + 4];
            vf t1_1 = v58[1 * 16 + 5];
            vf t2_0 = v58[2 * 16 + 4];
            vf t2_1 = v58[2 * 16 + 5];
            vf t3_0 = v58[3 * 16 + 4];
            vf t3_1 = v58[3 * 16 + 5];
            vf t4_0 = v58[4 * 16 + 4];
            vf t4_1 = v58[4 * 16 + 5];
            vf t5_0 = v58[5 * 16 + 4];
            vf t5_1 = v58[5 * 16 + 5];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 4 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 4 * LANES)));
                const vf w1 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 5 * LANES)));
                const vf a0 = sp_f((((float *)v50)[(0) * 4 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v50)[(1) * 4 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v50)[(2) * 4 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v50)[(3) * 4 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v50)[(4) * 4 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v50)[(5) * 4 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v59[4] = t0_0;
            v59[5] = t0_1;
            v59[20] = t1_0;
            v59[21] = t1_1;
            v59[36] = t2_0;
            v59[37] = t2_1;
            v59[52] = t3_0;
            v59[53] = t3_1;
            v59[68] = t4_0;
            v59[69] = t4_1;
            v59[84] = t5_0;
            v59[85] = t5_1;
        }
        {
            vf t0_0 = v58[0 * 16 + 6];
            vf t0_1 = v58[0 * 16 + 7];
            vf t1_0 = v58[1 * 16 + 6];
            vf t1_1 = v58[1 * 16 + 7];
            vf t2_0 = v58[2 * 16 + 6];
            vf t2_1 = v58[2 * 16 + 7];
            vf t3_0 = v58[3 * 16 + 6];
            vf t3_1 = v58[3 * 16 + 7];
            vf t4_0 = v58[4 * 16 + 6];
            vf t4_1 = v58[4 * 16 + 7];
            vf t5_0 = v58[5 * 16 + 6];
            vf t5_1 = v58[5 * 16 + 7];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 6 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 6 * LANES)));
                const vf w1 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 7 * LANES)));
                const vf a0 = sp_f((((float *)v50)[(0) * 4 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v50)[(1) * 4 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v50)[(2) * 4 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v50)[(3) * 4 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v50)[(4) * 4 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v50)[(5) * 4 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v59[6] = t0_0;
            v59[7] = t0_1;
            v59[22] = t1_0;
            v59[23] = t1_1;
            v59[38] = t2_0;
            v59[39] = t2_1;
            v59[54] = t3_0;
            v59[55] = t3_1;
            v59[70] = t4_0;
            v59[71] = t4_1;
            v59[86] = t5_0;
            v59[87] = t5_1;
        }
        {
            vf t0_0 = v58[0 * 16 + 8];
            vf t0_1 = v58[0 * 16 + 9];
            vf t1_0 = v58[1 * 16 + 8];
            vf t1_1 = v58[1 * 16 + 9];
            vf t2_0 = v58[2 * 16 + 8];
            vf t2_1 = v58[2 * 16 + 9];
            vf t3_0 = v58[3 * 16 + 8];
            vf t3_1 = v58[3 * 16 + 9];
            vf t4_0 = v58[4 * 16 + 8];
            vf t4_1 = v58[4 * 16 + 9];
            vf t5_0 = v58[5 * 16 + 8];
            vf t5_1 = v58[5 * 16 + 9];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 8 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 8 * LANES)));
                const vf w1 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 9 * LANES)));
                const vf a0 = sp_f((((float *)v50)[(0) * 4 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v50)[(1) * 4 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v50)[(2) * 4 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v50)[(3) * 4 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v50)[(4) * 4 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v50)[(5) * 4 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v59[8] = t0_0;
            v59[9] = t0_1;
            v59[24] = t1_0;
            v59[25] = t1_1;
            v59[40] = t2_0;
            v59[41] = t2_1;
            v59[56] = t3_0;
            v59[57] = t3_1;
            v59[72] = t4_0;
            v59[73] = t4_1;
            v59[88] = t5_0;
            v59[89] = t5_1;
        }
        {
            vf t0_0 = v58[0 * 16 + 10];
            vf t0_1 = v58[0 * 16 + 11];
            vf t1_0 = v58[1 * 16 + 10];
            vf t1_1 = v58[1 * 16 + 11];
            vf t2_0 = v58[2 * 16 + 10];
            vf t2_1 = v58[2 * 16 + 11];
            vf t3_0 = v58[3 * 16 + 10];
            vf t3_1 = v58[3 * 16 + 11];
            vf t4_0 = v58[4 * 16 + 10];
            vf t4_1 = v58[4 * 16 + 11];
            vf t5_0 = v58[5 * 16 + 10];
            vf t5_1 = v58[5 * 16 + 11];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 10 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 10 * LANES)));
                const vf w1 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 11 * LANES)));
                const vf a0 = sp_f((((float *)v50)[(0) * 4 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v50)[(1) * 4 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v50)[(2) * 4 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v50)[(3) * 4 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v50)[(4) * 4 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v50)[(5) * 4 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v59[10] = t0_0;
            v59[11] = t0_1;
            v59[26] = t1_0;
            v59[27] = t1_1;
            v59[42] = t2_0;
            v59[43] = t2_1;
            v59[58] = t3_0;
            v59[59] = t3_1;
            v59[74] = t4_0;
            v59[75] = t4_1;
            v59[90] = t5_0;
            v59[91] = t5_1;
        }
        {
            vf t0_0 = v58[0 * 16 + 12];
            vf t0_1 = v58[0 * 16 + 13];
            vf t1_0 = v58[1 * 16 + 12];
            vf t1_1 = v58[1 * 16 + 13];
            vf t2_0 = v58[2 * 16 + 12];
            vf t2_1 = v58[2 * 16 + 13];
            vf t3_0 = v58[3 * 16 + 12];
            vf t3_1 = v58[3 * 16 + 13];
            vf t4_0 = v58[4 * 16 + 12];
            vf t4_1 = v58[4 * 16 + 13];
            vf t5_0 = v58[5 * 16 + 12];
            vf t5_1 = v58[5 * 16 + 13];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 12 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 12 * LANES)));
                const vf w1 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 13 * LANES)));
                const vf a0 = sp_f((((float *)v50)[(0) * 4 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v50)[(1) * 4 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v50)[(2) * 4 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v50)[(3) * 4 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v50)[(4) * 4 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v50)[(5) * 4 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v59[12] = t0_0;
            v59[13] = t0_1;
            v59[28] = t1_0;
            v59[29] = t1_1;
            v59[44] = t2_0;
            v59[45] = t2_1;
            v59[60] = t3_0;
            v59[61] = t3_1;
            v59[76] = t4_0;
            v59[77] = t4_1;
            v59[92] = t5_0;
            v59[93] = t5_1;
        }
        {
            vf t0_0 = v58[0 * 16 + 14];
            vf t0_1 = v58[0 * 16 + 15];
            vf t1_0 = v58[1 * 16 + 14];
            vf t1_1 = v58[1 * 16 + 15];
            vf t2_0 = v58[2 * 16 + 14];
            vf t2_1 = v58[2 * 16 + 15];
            vf t3_0 = v58[3 * 16 + 14];
            vf t3_1 = v58[3 * 16 + 15];
            vf t4_0 = v58[4 * 16 + 14];
            vf t4_1 = v58[4 * 16 + 15];
            vf t5_0 = v58[5 * 16 + 14];
            vf t5_1 = v58[5 * 16 + 15];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 14 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 14 * LANES)));
                const vf w1 = (cv_bf16_f32(ldr_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24, b9, o24 + ((int64_t)v32 + k) * 128 + 15 * LANES)));
                const vf a0 = sp_f((((float *)v50)[(0) * 4 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v50)[(1) * 4 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v50)[(2) * 4 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v50)[(3) * 4 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v50)[(4) * 4 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v50)[(5) * 4 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v59[14] = t0_0;
            v59[15] = t0_1;
            v59[30] = t1_0;
            v59[31] = t1_1;
            v59[46] = t2_0;
            v59[47] = t2_1;
            v59[62] = t3_0;
            v59[63] = t3_1;
            v59[78] = t4_0;
            v59[79] = t4_1;
            v59[94] = t5_0;
            v59[95] = t5_1;
        }
        for (int r = 0; r < 6; r++)
            for (int s = 0; s < 16; s++)
                v28[r * 16 + s] = v59[r * 16 + s];
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
        for (int s = 0; s < 16; s++)
            if (r >= 0 && r < h67) st_f(b11, o67 + (r) * 128 + s * LANES, v28[r * 16 + s]);
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
    vf v17[16] UNUSED;
    v17[0] = sp_f(0.0f);
    v17[1] = sp_f(0.0f);
    v17[2] = sp_f(0.0f);
    v17[3] = sp_f(0.0f);
    v17[4] = sp_f(0.0f);
    v17[5] = sp_f(0.0f);
    v17[6] = sp_f(0.0f);
    v17[7] = sp_f(0.0f);
    v17[8] = sp_f(0.0f);
    v17[9] = sp_f(0.0f);
    v17[10] = sp_f(0.0f);
    v17[11] = sp_f(0.0f);
    v17[12] = sp_f(0.0f);
    v17[13] = sp_f(0.0f);
    v17[14] = sp_f(0.0f);
    v17[15] = sp_f(0.0f);
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
        v17[8] = v_fma_f(v17[8], sp_f(v37), (ldm_f(b6, o45 + 8 * LANES, 1, -(8 * LANES), ts_least(h45 - (8 * LANES), LANES)) * sp_f(v41)));
        v17[9] = v_fma_f(v17[9], sp_f(v37), (ldm_f(b6, o45 + 9 * LANES, 1, -(9 * LANES), ts_least(h45 - (9 * LANES), LANES)) * sp_f(v41)));
        v17[10] = v_fma_f(v17[10], sp_f(v37), (ldm_f(b6, o45 + 10 * LANES, 1, -(10 * LANES), ts_least(h45 - (10 * LANES), LANES)) * sp_f(v41)));
        v17[11] = v_fma_f(v17[11], sp_f(v37), (ldm_f(b6, o45 + 11 * LANES, 1, -(11 * LANES), ts_least(h45 - (11 * LANES), LANES)) * sp_f(v41)));
        v17[12] = v_fma_f(v17[12], sp_f(v37), (ldm_f(b6, o45 + 12 * LANES, 1, -(12 * LANES), ts_least(h45 - (12 * LANES), LANES)) * sp_f(v41)));
        v17[13] = v_fma_f(v17[13], sp_f(v37), (ldm_f(b6, o45 + 13 * LANES, 1, -(13 * LANES), ts_least(h45 - (13 * LANES), LANES)) * sp_f(v41)));
        v17[14] = v_fma_f(v17[14], sp_f(v37), (ldm_f(b6, o45 + 14 * LANES, 1, -(14 * LANES), ts_least(h45 - (14 * LANES), LANES)) * sp_f(v41)));
        v17[15] = v_fma_f(v17[15], sp_f(v37), (ldm_f(b6, o45 + 15 * LANES, 1, -(15 * LANES), ts_least(h45 - (15 * LANES), LANES)) * sp_f(v41)));
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
    st_f(b9, o54 + 8 * LANES, (v17[8] / sp_f(v56)));
    st_f(b9, o54 + 9 * LANES, (v17[9] / sp_f(v56)));
    st_f(b9, o54 + 10 * LANES, (v17[10] / sp_f(v56)));
    st_f(b9, o54 + 11 * LANES, (v17[11] / sp_f(v56)));
    st_f(b9, o54 + 12 * LANES, (v17[12] / sp_f(v56)));
    st_f(b9, o54 + 13 * LANES, (v17[13] / sp_f(v56)));
    st_f(b9, o54 + 14 * LANES, (v17[14] / sp_f(v56)));
    st_f(b9, o54 + 15 * LANES, (v17[15] / sp_f(v56)));
}

void ts_attention_decode_gqa__final(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) attention_decode_gqa__final_run1(buf, size, i);
}


#define LANES 4
CAST_SCALAR(bf16, uint16_t, f32, float)

/* ---- attention_decode_gqa ---- */

const char ts_attention_decode_gqa_modes[] = "iiiww";
const int ts_attention_decode_gqa_sizes = 1;
const long ts_attention_decode_gqa_cost = 1051649;

long ts_attention_decode_gqa_grid(const int32_t *const *size UNUSED)
{
    const int32_t v1 UNUSED = *size[0]; /* len */
    const long g0 UNUSED = ts_programs(2, 1);
    const long g1 UNUSED = ts_programs(v1, 256);
    return 1 * g0 * g1;
}

FN void attention_decode_gqa_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const int32_t v1 UNUSED = *size[0]; /* len */
    const long g0 UNUSED = ts_programs(2, 1);
    const long g1 UNUSED = ts_programs(v1, 256);
    const int32_t v13 UNUSED = (int32_t)(pid_0 / g1) * 1;
    const int32_t v14 UNUSED = (int32_t)(pid_0 % g1) * 256;
    /* attention_decode_gqa.c:72 */
    /* attention_decode_gqa.c:70 */
    /* attention_decode_gqa.c:71 */
    /* attention_decode_gqa.c:72 */
    const void *const b7 UNUSED = buf[0]; /* q */
    /* attention_decode_gqa.c:73 */
    const void *const b8 UNUSED = buf[1]; /* kcache */
    /* attention_decode_gqa.c:74 */
    const void *const b9 UNUSED = buf[2]; /* vcache */
    /* attention_decode_gqa.c:75 */
    void *const b11 UNUSED = buf[3]; /* partial */
    /* attention_decode_gqa.c:76 */
    void *const b12 UNUSED = buf[4]; /* stats */
    /* attention_decode_gqa.c:78 */
    /* attention_decode_gqa.c:84 */
    /* attention_decode_gqa.c:81 */
    const int32_t v16 UNUSED = (v13 * 6);
    /* attention_decode_gqa.c:27 */
    /* attention_decode_gqa.c:82 */
    vf v20[192] UNUSED;
    for (int r = 0; r < 6; r++)
        for (int s = 0; s < 32; s++)
            v20[r * 32 + s] = (ld_f(b7, ((int64_t)v16 + r) * 128 + s * LANES) * sp_f(0.0883883461f));
    /* attention_decode_gqa.c:79 */
    const int64_t o21 UNUSED = (int64_t)v13 * 524288;
    const int64_t o22 UNUSED = o21;
    const int64_t l22 UNUSED = ts_window(0, 0, 1, 0);
    const int64_t h22 UNUSED = ts_least(v1, ts_window(4096, 0, 1, INT64_MIN));
    /* attention_decode_gqa.c:80 */
    const int64_t o23 UNUSED = (int64_t)v13 * 524288;
    const int64_t o24 UNUSED = o23;
    const int64_t l24 UNUSED = ts_window(0, 0, 1, 0);
    const int64_t h24 UNUSED = ts_least(v1, ts_window(4096, 0, 1, INT64_MIN));
    /* attention_decode_gqa.c:84 */
    vf v25[2] UNUSED;
    v25[0] = sp_f((-1.00000002e+30f));
    v25[1] = sp_f((-1.00000002e+30f));
    vf v27[2] UNUSED;
    v27[0] = sp_f(0.0f);
    v27[1] = sp_f(0.0f);
    /* attention_decode_gqa.c:85 */
    vf v28[192] UNUSED;
    for (int r = 0; r < 6; r++)
        for (int s = 0; s < 32; s++)
            v28[r * 32 + s] = sp_f(0.0f);
    /* attention_decode_gqa.c:86 */
    const int32_t v30 UNUSED = (v14 + 256);
    const int32_t v31 UNUSED = s_min_i(v1, v30);
    int64_t i32 = v14;
    for (; i32 < v31; i32 += 32) {
        const int32_t v32 UNUSED = (int32_t)i32;
        /* attention_decode_gqa.c:89 */
        vm v38[8] UNUSED;
        v38[0] = (vm)((sp_i(v32) + iota(0 * LANES)) < sp_i(v1));
        v38[1] = (vm)((sp_i(v32) + iota(1 * LANES)) < sp_i(v1));
        v38[2] = (vm)((sp_i(v32) + iota(2 * LANES)) < sp_i(v1));
        v38[3] = (vm)((sp_i(v32) + iota(3 * LANES)) < sp_i(v1));
        v38[4] = (vm)((sp_i(v32) + iota(4 * LANES)) < sp_i(v1));
        v38[5] = (vm)((sp_i(v32) + iota(5 * LANES)) < sp_i(v1));
        v38[6] = (vm)((sp_i(v32) + iota(6 * LANES)) < sp_i(v1));
        v38[7] = (vm)((sp_i(v32) + iota(7 * LANES)) < sp_i(v1));
        /* attention_decode_gqa.c:27 */
        vf v41[48] UNUSED = {{0}};
        for (int n = 0; n < 32; n++) {
            __builtin_prefetch((const char *)b8 + (o22 + ((int64_t)v32 + n + 32) * 128) * 16 / 8 + 0);
            __builtin_prefetch((const char *)b8 + (o22 + ((int64_t)v32 + n + 32) * 128) * 16 / 8 + 64);
            __builtin_prefetch((const char *)b8 + (o22 + ((int64_t)v32 + n + 32) * 128) * 16 / 8 + 128);
            __builtin_prefetch((const char *)b8 + (o22 + ((int64_t)v32 + n + 32) * 128) * 16 / 8 + 192);
            vf w[32];
            w[0] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 : 0)));
            w[1] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 1 * LANES : 0)));
            w[2] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 2 * LANES : 0)));
            w[3] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 3 * LANES : 0)));
            w[4] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 4 * LANES : 0)));
            w[5] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 5 * LANES : 0)));
            w[6] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 6 * LANES : 0)));
            w[7] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 7 * LANES : 0)));
            w[8] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 8 * LANES : 0)));
            w[9] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 9 * LANES : 0)));
            w[10] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 10 * LANES : 0)));
            w[11] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 11 * LANES : 0)));
            w[12] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 12 * LANES : 0)));
            w[13] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 13 * LANES : 0)));
            w[14] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 14 * LANES : 0)));
            w[15] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 15 * LANES : 0)));
            w[16] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 16 * LANES : 0)));
            w[17] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 17 * LANES : 0)));
            w[18] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 18 * LANES : 0)));
            w[19] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 19 * LANES : 0)));
            w[20] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 20 * LANES : 0)));
            w[21] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 21 * LANES : 0)));
            w[22] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 22 * LANES : 0)));
            w[23] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 23 * LANES : 0)));
            w[24] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 24 * LANES : 0)));
            w[25] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 25 * LANES : 0)));
            w[26] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 26 * LANES : 0)));
            w[27] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 27 * LANES : 0)));
            w[28] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 28 * LANES : 0)));
            w[29] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 29 * LANES : 0)));
            w[30] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 30 * LANES : 0)));
            w[31] = (cv_bf16_f32(ld_h((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? b8 : none, (int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? o22 + ((int64_t)v32 + n) * 128 + 31 * LANES : 0)));
            {
                vf t0 = {0};
                vf t1 = {0};
                vf t2 = {0};
                vf t3 = {0};
                vf t4 = {0};
                vf t5 = {0};
                const vf a0_0 = (v20[0 * 32 + 0]);
                t0 = v_fma_f(a0_0, w[0], t0);
                const vf a1_0 = (v20[1 * 32 + 0]);
                t1 = v_fma_f(a1_0, w[0], t1);
                const vf a2_0 = (v20[2 * 32 + 0]);
                t2 = v_fma_f(a2_0, w[0], t2);
                const vf a3_0 = (v20[3 * 32 + 0]);
                t3 = v_fma_f(a3_0, w[0], t3);
                const vf a4_0 = (v20[4 * 32 + 0]);
                t4 = v_fma_f(a4_0, w[0], t4);
                const vf a5_0 = (v20[5 * 32 + 0]);
                t5 = v_fma_f(a5_0, w[0], t5);
                const vf a0_1 = (v20[0 * 32 + 1]);
                t0 = v_fma_f(a0_1, w[1], t0);
                const vf a1_1 = (v20[1 * 32 + 1]);
                t1 = v_fma_f(a1_1, w[1], t1);
                const vf a2_1 = (v20[2 * 32 + 1]);
                t2 = v_fma_f(a2_1, w[1], t2);
                const vf a3_1 = (v20[3 * 32 + 1]);
                t3 = v_fma_f(a3_1, w[1], t3);
                const vf a4_1 = (v20[4 * 32 + 1]);
                t4 = v_fma_f(a4_1, w[1], t4);
                const vf a5_1 = (v20[5 * 32 + 1]);
                t5 = v_fma_f(a5_1, w[1], t5);
                const vf a0_2 = (v20[0 * 32 + 2]);
                t0 = v_fma_f(a0_2, w[2], t0);
                const vf a1_2 = (v20[1 * 32 + 2]);
                t1 = v_fma_f(a1_2, w[2], t1);
                const vf a2_2 = (v20[2 * 32 + 2]);
                t2 = v_fma_f(a2_2, w[2], t2);
                const vf a3_2 = (v20[3 * 32 + 2]);
                t3 = v_fma_f(a3_2, w[2], t3);
                const vf a4_2 = (v20[4 * 32 + 2]);
                t4 = v_fma_f(a4_2, w[2], t4);
                const vf a5_2 = (v20[5 * 32 + 2]);
                t5 = v_fma_f(a5_2, w[2], t5);
                const vf a0_3 = (v20[0 * 32 + 3]);
                t0 = v_fma_f(a0_3, w[3], t0);
                const vf a1_3 = (v20[1 * 32 + 3]);
                t1 = v_fma_f(a1_3, w[3], t1);
                const vf a2_3 = (v20[2 * 32 + 3]);
                t2 = v_fma_f(a2_3, w[3], t2);
                const vf a3_3 = (v20[3 * 32 + 3]);
                t3 = v_fma_f(a3_3, w[3], t3);
                const vf a4_3 = (v20[4 * 32 + 3]);
                t4 = v_fma_f(a4_3, w[3], t4);
                const vf a5_3 = (v20[5 * 32 + 3]);
                t5 = v_fma_f(a5_3, w[3], t5);
                const vf a0_4 = (v20[0 * 32 + 4]);
                t0 = v_fma_f(a0_4, w[4], t0);
                const vf a1_4 = (v20[1 * 32 + 4]);
                t1 = v_fma_f(a1_4, w[4], t1);
                const vf a2_4 = (v20[2 * 32 + 4]);
                t2 = v_fma_f(a2_4, w[4], t2);
                const vf a3_4 = (v20[3 * 32 + 4]);
                t3 = v_fma_f(a3_4, w[4], t3);
                const vf a4_4 = (v20[4 * 32 + 4]);
                t4 = v_fma_f(a4_4, w[4], t4);
                const vf a5_4 = (v20[5 * 32 + 4]);
                t5 = v_fma_f(a5_4, w[4], t5);
                const vf a0_5 = (v20[0 * 32 + 5]);
                t0 = v_fma_f(a0_5, w[5], t0);
                const vf a1_5 = (v20[1 * 32 + 5]);
                t1 = v_fma_f(a1_5, w[5], t1);
                const vf a2_5 = (v20[2 * 32 + 5]);
                t2 = v_fma_f(a2_5, w[5], t2);
                const vf a3_5 = (v20[3 * 32 + 5]);
                t3 = v_fma_f(a3_5, w[5], t3);
                const vf a4_5 = (v20[4 * 32 + 5]);
                t4 = v_fma_f(a4_5, w[5], t4);
                const vf a5_5 = (v20[5 * 32 + 5]);
                t5 = v_fma_f(a5_5, w[5], t5);
                const vf a0_6 = (v20[0 * 32 + 6]);
                t0 = v_fma_f(a0_6, w[6], t0);
                const vf a1_6 = (v20[1 * 32 + 6]);
                t1 = v_fma_f(a1_6, w[6], t1);
                const vf a2_6 = (v20[2 * 32 + 6]);
                t2 = v_fma_f(a2_6, w[6], t2);
                const vf a3_6 = (v20[3 * 32 + 6]);
                t3 = v_fma_f(a3_6, w[6], t3);
                const vf a4_6 = (v20[4 * 32 + 6]);
                t4 = v_fma_f(a4_6, w[6], t4);
                const vf a5_6 = (v20[5 * 32 + 6]);
                t5 = v_fma_f(a5_6, w[6], t5);
                const vf a0_7 = (v20[0 * 32 + 7]);
                t0 = v_fma_f(a0_7, w[7], t0);
                const vf a1_7 = (v20[1 * 32 + 7]);
                t1 = v_fma_f(a1_7, w[7], t1);
                const vf a2_7 = (v20[2 * 32 + 7]);
                t2 = v_fma_f(a2_7, w[7], t2);
                const vf a3_7 = (v20[3 * 32 + 7]);
                t3 = v_fma_f(a3_7, w[7], t3);
                const vf a4_7 = (v20[4 * 32 + 7]);
                t4 = v_fma_f(a4_7, w[7], t4);
                const vf a5_7 = (v20[5 * 32 + 7]);
                t5 = v_fma_f(a5_7, w[7], t5);
                const vf a0_8 = (v20[0 * 32 + 8]);
                t0 = v_fma_f(a0_8, w[8], t0);
                const vf a1_8 = (v20[1 * 32 + 8]);
                t1 = v_fma_f(a1_8, w[8], t1);
                const vf a2_8 = (v20[2 * 32 + 8]);
                t2 = v_fma_f(a2_8, w[8], t2);
                const vf a3_8 = (v20[3 * 32 + 8]);
                t3 = v_fma_f(a3_8, w[8], t3);
                const vf a4_8 = (v20[4 * 32 + 8]);
                t4 = v_fma_f(a4_8, w[8], t4);
                const vf a5_8 = (v20[5 * 32 + 8]);
                t5 = v_fma_f(a5_8, w[8], t5);
                const vf a0_9 = (v20[0 * 32 + 9]);
                t0 = v_fma_f(a0_9, w[9], t0);
                const vf a1_9 = (v20[1 * 32 + 9]);
                t1 = v_fma_f(a1_9, w[9], t1);
                const vf a2_9 = (v20[2 * 32 + 9]);
                t2 = v_fma_f(a2_9, w[9], t2);
                const vf a3_9 = (v20[3 * 32 + 9]);
                t3 = v_fma_f(a3_9, w[9], t3);
                const vf a4_9 = (v20[4 * 32 + 9]);
                t4 = v_fma_f(a4_9, w[9], t4);
                const vf a5_9 = (v20[5 * 32 + 9]);
                t5 = v_fma_f(a5_9, w[9], t5);
                const vf a0_10 = (v20[0 * 32 + 10]);
                t0 = v_fma_f(a0_10, w[10], t0);
                const vf a1_10 = (v20[1 * 32 + 10]);
                t1 = v_fma_f(a1_10, w[10], t1);
                const vf a2_10 = (v20[2 * 32 + 10]);
                t2 = v_fma_f(a2_10, w[10], t2);
                const vf a3_10 = (v20[3 * 32 + 10]);
                t3 = v_fma_f(a3_10, w[10], t3);
                const vf a4_10 = (v20[4 * 32 + 10]);
                t4 = v_fma_f(a4_10, w[10], t4);
                const vf a5_10 = (v20[5 * 32 + 10]);
                t5 = v_fma_f(a5_10, w[10], t5);
                const vf a0_11 = (v20[0 * 32 + 11]);
                t0 = v_fma_f(a0_11, w[11], t0);
                const vf a1_11 = (v20[1 * 32 + 11]);
                t1 = v_fma_f(a1_11, w[11], t1);
                const vf a2_11 = (v20[2 * 32 + 11]);
                t2 = v_fma_f(a2_11, w[11], t2);
                const vf a3_11 = (v20[3 * 32 + 11]);
                t3 = v_fma_f(a3_11, w[11], t3);
                const vf a4_11 = (v20[4 * 32 + 11]);
                t4 = v_fma_f(a4_11, w[11], t4);
                const vf a5_11 = (v20[5 * 32 + 11]);
                t5 = v_fma_f(a5_11, w[11], t5);
                const vf a0_12 = (v20[0 * 32 + 12]);
                t0 = v_fma_f(a0_12, w[12], t0);
                const vf a1_12 = (v20[1 * 32 + 12]);
                t1 = v_fma_f(a1_12, w[12], t1);
                const vf a2_12 = (v20[2 * 32 + 12]);
                t2 = v_fma_f(a2_12, w[12], t2);
                const vf a3_12 = (v20[3 * 32 + 12]);
                t3 = v_fma_f(a3_12, w[12], t3);
                const vf a4_12 = (v20[4 * 32 + 12]);
                t4 = v_fma_f(a4_12, w[12], t4);
                const vf a5_12 = (v20[5 * 32 + 12]);
                t5 = v_fma_f(a5_12, w[12], t5);
                const vf a0_13 = (v20[0 * 32 + 13]);
                t0 = v_fma_f(a0_13, w[13], t0);
                const vf a1_13 = (v20[1 * 32 + 13]);
                t1 = v_fma_f(a1_13, w[13], t1);
                const vf a2_13 = (v20[2 * 32 + 13]);
                t2 = v_fma_f(a2_13, w[13], t2);
                const vf a3_13 = (v20[3 * 32 + 13]);
                t3 = v_fma_f(a3_13, w[13], t3);
                const vf a4_13 = (v20[4 * 32 + 13]);
                t4 = v_fma_f(a4_13, w[13], t4);
                const vf a5_13 = (v20[5 * 32 + 13]);
                t5 = v_fma_f(a5_13, w[13], t5);
                const vf a0_14 = (v20[0 * 32 + 14]);
                t0 = v_fma_f(a0_14, w[14], t0);
                const vf a1_14 = (v20[1 * 32 + 14]);
                t1 = v_fma_f(a1_14, w[14], t1);
                const vf a2_14 = (v20[2 * 32 + 14]);
                t2 = v_fma_f(a2_14, w[14], t2);
                const vf a3_14 = (v20[3 * 32 + 14]);
                t3 = v_fma_f(a3_14, w[14], t3);
                const vf a4_14 = (v20[4 * 32 + 14]);
                t4 = v_fma_f(a4_14, w[14], t4);
                const vf a5_14 = (v20[5 * 32 + 14]);
                t5 = v_fma_f(a5_14, w[14], t5);
                const vf a0_15 = (v20[0 * 32 + 15]);
                t0 = v_fma_f(a0_15, w[15], t0);
                const vf a1_15 = (v20[1 * 32 + 15]);
                t1 = v_fma_f(a1_15, w[15], t1);
                const vf a2_15 = (v20[2 * 32 + 15]);
                t2 = v_fma_f(a2_15, w[15], t2);
                const vf a3_15 = (v20[3 * 32 + 15]);
                t3 = v_fma_f(a3_15, w[15], t3);
                const vf a4_15 = (v20[4 * 32 + 15]);
                t4 = v_fma_f(a4_15, w[15], t4);
                const vf a5_15 = (v20[5 * 32 + 15]);
                t5 = v_fma_f(a5_15, w[15], t5);
                const vf a0_16 = (v20[0 * 32 + 16]);
                t0 = v_fma_f(a0_16, w[16], t0);
                const vf a1_16 = (v20[1 * 32 + 16]);
                t1 = v_fma_f(a1_16, w[16], t1);
                const vf a2_16 = (v20[2 * 32 + 16]);
                t2 = v_fma_f(a2_16, w[16], t2);
                const vf a3_16 = (v20[3 * 32 + 16]);
                t3 = v_fma_f(a3_16, w[16], t3);
                const vf a4_16 = (v20[4 * 32 + 16]);
                t4 = v_fma_f(a4_16, w[16], t4);
                const vf a5_16 = (v20[5 * 32 + 16]);
                t5 = v_fma_f(a5_16, w[16], t5);
                const vf a0_17 = (v20[0 * 32 + 17]);
                t0 = v_fma_f(a0_17, w[17], t0);
                const vf a1_17 = (v20[1 * 32 + 17]);
                t1 = v_fma_f(a1_17, w[17], t1);
                const vf a2_17 = (v20[2 * 32 + 17]);
                t2 = v_fma_f(a2_17, w[17], t2);
                const vf a3_17 = (v20[3 * 32 + 17]);
                t3 = v_fma_f(a3_17, w[17], t3);
                const vf a4_17 = (v20[4 * 32 + 17]);
                t4 = v_fma_f(a4_17, w[17], t4);
                const vf a5_17 = (v20[5 * 32 + 17]);
                t5 = v_fma_f(a5_17, w[17], t5);
                const vf a0_18 = (v20[0 * 32 + 18]);
                t0 = v_fma_f(a0_18, w[18], t0);
                const vf a1_18 = (v20[1 * 32 + 18]);
                t1 = v_fma_f(a1_18, w[18], t1);
                const vf a2_18 = (v20[2 * 32 + 18]);
                t2 = v_fma_f(a2_18, w[18], t2);
                const vf a3_18 = (v20[3 * 32 + 18]);
                t3 = v_fma_f(a3_18, w[18], t3);
                const vf a4_18 = (v20[4 * 32 + 18]);
                t4 = v_fma_f(a4_18, w[18], t4);
                const vf a5_18 = (v20[5 * 32 + 18]);
                t5 = v_fma_f(a5_18, w[18], t5);
                const vf a0_19 = (v20[0 * 32 + 19]);
                t0 = v_fma_f(a0_19, w[19], t0);
                const vf a1_19 = (v20[1 * 32 + 19]);
                t1 = v_fma_f(a1_19, w[19], t1);
                const vf a2_19 = (v20[2 * 32 + 19]);
                t2 = v_fma_f(a2_19, w[19], t2);
                const vf a3_19 = (v20[3 * 32 + 19]);
                t3 = v_fma_f(a3_19, w[19], t3);
                const vf a4_19 = (v20[4 * 32 + 19]);
                t4 = v_fma_f(a4_19, w[19], t4);
                const vf a5_19 = (v20[5 * 32 + 19]);
                t5 = v_fma_f(a5_19, w[19], t5);
                const vf a0_20 = (v20[0 * 32 + 20]);
                t0 = v_fma_f(a0_20, w[20], t0);
                const vf a1_20 = (v20[1 * 32 + 20]);
                t1 = v_fma_f(a1_20, w[20], t1);
                const vf a2_20 = (v20[2 * 32 + 20]);
                t2 = v_fma_f(a2_20, w[20], t2);
                const vf a3_20 = (v20[3 * 32 + 20]);
                t3 = v_fma_f(a3_20, w[20], t3);
                const vf a4_20 = (v20[4 * 32 + 20]);
                t4 = v_fma_f(a4_20, w[20], t4);
                const vf a5_20 = (v20[5 * 32 + 20]);
                t5 = v_fma_f(a5_20, w[20], t5);
                const vf a0_21 = (v20[0 * 32 + 21]);
                t0 = v_fma_f(a0_21, w[21], t0);
                const vf a1_21 = (v20[1 * 32 + 21]);
                t1 = v_fma_f(a1_21, w[21], t1);
                const vf a2_21 = (v20[2 * 32 + 21]);
                t2 = v_fma_f(a2_21, w[21], t2);
                const vf a3_21 = (v20[3 * 32 + 21]);
                t3 = v_fma_f(a3_21, w[21], t3);
                const vf a4_21 = (v20[4 * 32 + 21]);
                t4 = v_fma_f(a4_21, w[21], t4);
                const vf a5_21 = (v20[5 * 32 + 21]);
                t5 = v_fma_f(a5_21, w[21], t5);
                const vf a0_22 = (v20[0 * 32 + 22]);
                t0 = v_fma_f(a0_22, w[22], t0);
                const vf a1_22 = (v20[1 * 32 + 22]);
                t1 = v_fma_f(a1_22, w[22], t1);
                const vf a2_22 = (v20[2 * 32 + 22]);
                t2 = v_fma_f(a2_22, w[22], t2);
                const vf a3_22 = (v20[3 * 32 + 22]);
                t3 = v_fma_f(a3_22, w[22], t3);
                const vf a4_22 = (v20[4 * 32 + 22]);
                t4 = v_fma_f(a4_22, w[22], t4);
                const vf a5_22 = (v20[5 * 32 + 22]);
                t5 = v_fma_f(a5_22, w[22], t5);
                const vf a0_23 = (v20[0 * 32 + 23]);
                t0 = v_fma_f(a0_23, w[23], t0);
                const vf a1_23 = (v20[1 * 32 + 23]);
                t1 = v_fma_f(a1_23, w[23], t1);
                const vf a2_23 = (v20[2 * 32 + 23]);
                t2 = v_fma_f(a2_23, w[23], t2);
                const vf a3_23 = (v20[3 * 32 + 23]);
                t3 = v_fma_f(a3_23, w[23], t3);
                const vf a4_23 = (v20[4 * 32 + 23]);
                t4 = v_fma_f(a4_23, w[23], t4);
                const vf a5_23 = (v20[5 * 32 + 23]);
                t5 = v_fma_f(a5_23, w[23], t5);
                const vf a0_24 = (v20[0 * 32 + 24]);
                t0 = v_fma_f(a0_24, w[24], t0);
                const vf a1_24 = (v20[1 * 32 + 24]);
                t1 = v_fma_f(a1_24, w[24], t1);
                const vf a2_24 = (v20[2 * 32 + 24]);
                t2 = v_fma_f(a2_24, w[24], t2);
                const vf a3_24 = (v20[3 * 32 + 24]);
                t3 = v_fma_f(a3_24, w[24], t3);
                const vf a4_24 = (v20[4 * 32 + 24]);
                t4 = v_fma_f(a4_24, w[24], t4);
                const vf a5_24 = (v20[5 * 32 + 24]);
                t5 = v_fma_f(a5_24, w[24], t5);
                const vf a0_25 = (v20[0 * 32 + 25]);
                t0 = v_fma_f(a0_25, w[25], t0);
                const vf a1_25 = (v20[1 * 32 + 25]);
                t1 = v_fma_f(a1_25, w[25], t1);
                const vf a2_25 = (v20[2 * 32 + 25]);
                t2 = v_fma_f(a2_25, w[25], t2);
                const vf a3_25 = (v20[3 * 32 + 25]);
                t3 = v_fma_f(a3_25, w[25], t3);
                const vf a4_25 = (v20[4 * 32 + 25]);
                t4 = v_fma_f(a4_25, w[25], t4);
                const vf a5_25 = (v20[5 * 32 + 25]);
                t5 = v_fma_f(a5_25, w[25], t5);
                const vf a0_26 = (v20[0 * 32 + 26]);
                t0 = v_fma_f(a0_26, w[26], t0);
                const vf a1_26 = (v20[1 * 32 + 26]);
                t1 = v_fma_f(a1_26, w[26], t1);
                const vf a2_26 = (v20[2 * 32 + 26]);
                t2 = v_fma_f(a2_26, w[26], t2);
                const vf a3_26 = (v20[3 * 32 + 26]);
                t3 = v_fma_f(a3_26, w[26], t3);
                const vf a4_26 = (v20[4 * 32 + 26]);
                t4 = v_fma_f(a4_26, w[26], t4);
                const vf a5_26 = (v20[5 * 32 + 26]);
                t5 = v_fma_f(a5_26, w[26], t5);
                const vf a0_27 = (v20[0 * 32 + 27]);
                t0 = v_fma_f(a0_27, w[27], t0);
                const vf a1_27 = (v20[1 * 32 + 27]);
                t1 = v_fma_f(a1_27, w[27], t1);
                const vf a2_27 = (v20[2 * 32 + 27]);
                t2 = v_fma_f(a2_27, w[27], t2);
                const vf a3_27 = (v20[3 * 32 + 27]);
                t3 = v_fma_f(a3_27, w[27], t3);
                const vf a4_27 = (v20[4 * 32 + 27]);
                t4 = v_fma_f(a4_27, w[27], t4);
                const vf a5_27 = (v20[5 * 32 + 27]);
                t5 = v_fma_f(a5_27, w[27], t5);
                const vf a0_28 = (v20[0 * 32 + 28]);
                t0 = v_fma_f(a0_28, w[28], t0);
                const vf a1_28 = (v20[1 * 32 + 28]);
                t1 = v_fma_f(a1_28, w[28], t1);
                const vf a2_28 = (v20[2 * 32 + 28]);
                t2 = v_fma_f(a2_28, w[28], t2);
                const vf a3_28 = (v20[3 * 32 + 28]);
                t3 = v_fma_f(a3_28, w[28], t3);
                const vf a4_28 = (v20[4 * 32 + 28]);
                t4 = v_fma_f(a4_28, w[28], t4);
                const vf a5_28 = (v20[5 * 32 + 28]);
                t5 = v_fma_f(a5_28, w[28], t5);
                const vf a0_29 = (v20[0 * 32 + 29]);
                t0 = v_fma_f(a0_29, w[29], t0);
                const vf a1_29 = (v20[1 * 32 + 29]);
                t1 = v_fma_f(a1_29, w[29], t1);
                const vf a2_29 = (v20[2 * 32 + 29]);
                t2 = v_fma_f(a2_29, w[29], t2);
                const vf a3_29 = (v20[3 * 32 + 29]);
                t3 = v_fma_f(a3_29, w[29], t3);
                const vf a4_29 = (v20[4 * 32 + 29]);
                t4 = v_fma_f(a4_29, w[29], t4);
                const vf a5_29 = (v20[5 * 32 + 29]);
                t5 = v_fma_f(a5_29, w[29], t5);
                const vf a0_30 = (v20[0 * 32 + 30]);
                t0 = v_fma_f(a0_30, w[30], t0);
                const vf a1_30 = (v20[1 * 32 + 30]);
                t1 = v_fma_f(a1_30, w[30], t1);
                const vf a2_30 = (v20[2 * 32 + 30]);
                t2 = v_fma_f(a2_30, w[30], t2);
                const vf a3_30 = (v20[3 * 32 + 30]);
                t3 = v_fma_f(a3_30, w[30], t3);
                const vf a4_30 = (v20[4 * 32 + 30]);
                t4 = v_fma_f(a4_30, w[30], t4);
                const vf a5_30 = (v20[5 * 32 + 30]);
                t5 = v_fma_f(a5_30, w[30], t5);
                const vf a0_31 = (v20[0 * 32 + 31]);
                t0 = v_fma_f(a0_31, w[31], t0);
                const vf a1_31 = (v20[1 * 32 + 31]);
                t1 = v_fma_f(a1_31, w[31], t1);
                const vf a2_31 = (v20[2 * 32 + 31]);
                t2 = v_fma_f(a2_31, w[31], t2);
                const vf a3_31 = (v20[3 * 32 + 31]);
                t3 = v_fma_f(a3_31, w[31], t3);
                const vf a4_31 = (v20[4 * 32 + 31]);
                t4 = v_fma_f(a4_31, w[31], t4);
                const vf a5_31 = (v20[5 * 32 + 31]);
                t5 = v_fma_f(a5_31, w[31], t5);
                ((float *)v41)[(0) * 8 * LANES + n] = h_sum_f(t0);
                ((float *)v41)[(1) * 8 * LANES + n] = h_sum_f(t1);
                ((float *)v41)[(2) * 8 * LANES + n] = h_sum_f(t2);
                ((float *)v41)[(3) * 8 * LANES + n] = h_sum_f(t3);
                ((float *)v41)[(4) * 8 * LANES + n] = h_sum_f(t4);
                ((float *)v41)[(5) * 8 * LANES + n] = h_sum_f(t5);
            }
        }
        /* attention_decode_gqa.c:90 */
        vf v42[48] UNUSED;
        for (int r = 0; r < 6; r++)
            for (int s = 0; s < 8; s++)
                v42[r * 8 + s] = v_select_f(v38[s], v41[r * 8 + s], sp_f((-1.00000002e+30f)));
        /* attention_decode_gqa.c:91 */
        vf v43[2] UNUSED = {{0}};
        for (int r = 0; r < 6; r++) {
            vf t = sp_f(-INFINITY);
            t = v_max_f(t, v42[r * 8 + 0]);
            t = v_max_f(t, v42[r * 8 + 1]);
            t = v_max_f(t, v42[r * 8 + 2]);
            t = v_max_f(t, v42[r * 8 + 3]);
            t = v_max_f(t, v42[r * 8 + 4]);
            t = v_max_f(t, v42[r * 8 + 5]);
            t = v_max_f(t, v42[r * 8 + 6]);
            t = v_max_f(t, v42[r * 8 + 7]);
            ((float *)v43)[r] = h_max_f(t);
        }
        vf v44[2] UNUSED;
        v44[0] = v_max_f(v25[0], v43[0]);
        v44[1] = v_max_f(v25[1], v43[1]);
        /* attention_decode_gqa.c:92 */
        vf v46[2] UNUSED;
        v46[0] = v_exp_f((v25[0] - v44[0]));
        v46[1] = v_exp_f((v25[1] - v44[1]));
        vf v47[2] UNUSED = {{0}};
        for (int r = 0; r < 6; r++)
            for (int c = 0; c < 1; c++)
                ((float *)v47)[r] = ((float *)v44)[(r * 1 + c) % 6];
        vf v49[48] UNUSED;
        for (int r = 0; r < 6; r++)
            for (int s = 0; s < 8; s++)
                v49[r * 8 + s] = v_exp_f((v42[r * 8 + s] - sp_f(v47[(r) / LANES][(r) % LANES])));
        /* attention_decode_gqa.c:94 */
        vf v50[2] UNUSED = {{0}};
        for (int r = 0; r < 6; r++) {
            vf t = sp_f(0.0f);
            t = t + v49[r * 8 + 0];
            t = t + v49[r * 8 + 1];
            t = t + v49[r * 8 + 2];
            t = t + v49[r * 8 + 3];
            t = t + v49[r * 8 + 4];
            t = t + v49[r * 8 + 5];
            t = t + v49[r * 8 + 6];
            t = t + v49[r * 8 + 7];
            ((float *)v50)[r] = h_sum_f(t);
        }
        v27[0] = v_fma_f(v27[0], v46[0], v50[0]);
        v27[1] = v_fma_f(v27[1], v46[1], v50[1]);
        /* attention_decode_gqa.c:95 */
        vf v56[2] UNUSED = {{0}};
        for (int r = 0; r < 6; r++)
            for (int c = 0; c < 1; c++)
                ((float *)v56)[r] = ((float *)v46)[(r * 1 + c) % 6];
        vf v57[192] UNUSED;
        for (int r = 0; r < 6; r++)
            for (int s = 0; s < 32; s++)
                v57[r * 32 + s] = (v28[r * 32 + s] * sp_f(v56[(r) / LANES][(r) % LANES]));
        vf v58[192] UNUSED = {{0}};
        {
            vf t0_0 = v57[0 * 32 + 0];
            vf t0_1 = v57[0 * 32 + 1];
            vf t1_0 = v57[1 * 32 + 0];
            vf t1_1 = v57[1 * 32 + 1];
            vf t2_0 = v57[2 * 32 + 0];
            vf t2_1 = v57[2 * 32 + 1];
            vf t3_0 = v57[3 * 32 + 0];
            vf t3_1 = v57[3 * 32 + 1];
            vf t4_0 = v57[4 * 32 + 0];
            vf t4_1 = v57[4 * 32 + 1];
            vf t5_0 = v57[5 * 32 + 0];
            vf t5_1 = v57[5 * 32 + 1];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 : 0)));
                const vf w1 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 1 * LANES : 0)));
                const vf a0 = sp_f((((float *)v49)[(0) * 8 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v49)[(1) * 8 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v49)[(2) * 8 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v49)[(3) * 8 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v49)[(4) * 8 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v49)[(5) * 8 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v58[0] = t0_0;
            v58[1] = t0_1;
            v58[32] = t1_0;
            v58[33] = t1_1;
            v58[64] = t2_0;
            v58[65] = t2_1;
            v58[96] = t3_0;
            v58[97] = t3_1;
            v58[128] = t4_0;
            v58[129] = t4_1;
            v58[160] = t5_0;
            v58[161] = t5_1;
        }
        {
            vf t0_0 = v57[0 * 32 + 2];
            vf t0_1 = v57[0 * 32 + 3];
            vf t1_0 = v57[1 * 32 + 2];
            vf t1_1 = v57[1 * 32 + 3];
            vf t2_0 = v57[2 * 32 + 2];
            vf t2_1 = v57[2 * 32 + 3];
            vf t3_0 = v57[3 * 32 + 2];
            vf t3_1 = v57[3 * 32 + 3];
            vf t4_0 = v57[4 * 32 + 2];
            vf t4_1 = v57[4 * 32 + 3];
            vf t5_0 = v57[5 * 32 + 2];
            vf t5_1 = v57[5 * 32 + 3];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 2 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 2 * LANES : 0)));
                const vf w1 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 3 * LANES : 0)));
                const vf a0 = sp_f((((float *)v49)[(0) * 8 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v49)[(1) * 8 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v49)[(2) * 8 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v49)[(3) * 8 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v49)[(4) * 8 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v49)[(5) * 8 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v58[2] = t0_0;
            v58[3] = t0_1;
            v58[34] = t1_0;
            v58[35] = t1_1;
            v58[66] = t2_0;
            v58[67] = t2_1;
            v58[98] = t3_0;
            v58[99] = t3_1;
            v58[130] = t4_0;
            v58[131] = t4_1;
            v58[162] = t5_0;
            v58[163] = t5_1;
        }
        {
            vf t0_0 = v57[0 * 32 + 4];
            vf t0_1 = v57[0 * 32 + 5];
            vf t1_0 = v57[1 * 32 + 4];
            vf t1_1 = v57[1 * 32 + 5];
            vf t2_0 = v57[2 * 32 + 4];
            vf t2_1 = v57[2 * 32 + 5];
            vf t3_0 = v57[3 * 32 + 4];
            vf t3_1 = v57[3 * 32 + 5];
            vf t4_0 = v57[4 * 32 + 4];
            vf t4_1 = v57[4 * 32 + 5];
            vf t5_0 = v57[5 * 32 + 4];
            vf t5_1 = v57[5 * 32 + 5];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 4 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 4 * LANES : 0)));
                const vf w1 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 5 * LANES : 0)));
                const vf a0 = sp_f((((float *)v49)[(0) * 8 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v49)[(1) * 8 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v49)[(2) * 8 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v49)[(3) * 8 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v49)[(4) * 8 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v49)[(5) * 8 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v58[4] = t0_0;
            v58[5] = t0_1;
            v58[36] = t1_0;
            v58[37] = t1_1;
            v58[68] = t2_0;
            v58[69] = t2_1;
            v58[100] = t3_0;
            v58[101] = t3_1;
            v58[132] = t4_0;
            v58[133] = t4_1;
            v58[164] = t5_0;
            v58[165] = t5_1;
        }
        {
            vf t0_0 = v57[0 * 32 + 6];
            vf t0_1 = v57[0 * 32 + 7];
            vf t1_0 = v57[1 * 32 + 6];
            vf t1_1 = v57[1 * 32 + 7];
            vf t2_0 = v57[2 * 32 + 6];
            vf t2_1 = v57[2 * 32 + 7];
            vf t3_0 = v57[3 * 32 + 6];
            vf t3_1 = v57[3 * 32 + 7];
            vf t4_0 = v57[4 * 32 + 6];
            vf t4_1 = v57[4 * 32 + 7];
            vf t5_0 = v57[5 * 32 + 6];
            vf t5_1 = v57[5 * 32 + 7];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 6 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 6 * LANES : 0)));
                const vf w1 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 7 * LANES : 0)));
                const vf a0 = sp_f((((float *)v49)[(0) * 8 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v49)[(1) * 8 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v49)[(2) * 8 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v49)[(3) * 8 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v49)[(4) * 8 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v49)[(5) * 8 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v58[6] = t0_0;
            v58[7] = t0_1;
            v58[38] = t1_0;
            v58[39] = t1_1;
            v58[70] = t2_0;
            v58[71] = t2_1;
            v58[102] = t3_0;
            v58[103] = t3_1;
            v58[134] = t4_0;
            v58[135] = t4_1;
            v58[166] = t5_0;
            v58[167] = t5_1;
        }
        {
            vf t0_0 = v57[0 * 32 + 8];
            vf t0_1 = v57[0 * 32 + 9];
            vf t1_0 = v57[1 * 32 + 8];
            vf t1_1 = v57[1 * 32 + 9];
            vf t2_0 = v57[2 * 32 + 8];
            vf t2_1 = v57[2 * 32 + 9];
            vf t3_0 = v57[3 * 32 + 8];
            vf t3_1 = v57[3 * 32 + 9];
            vf t4_0 = v57[4 * 32 + 8];
            vf t4_1 = v57[4 * 32 + 9];
            vf t5_0 = v57[5 * 32 + 8];
            vf t5_1 = v57[5 * 32 + 9];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 8 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 8 * LANES : 0)));
                const vf w1 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 9 * LANES : 0)));
                const vf a0 = sp_f((((float *)v49)[(0) * 8 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v49)[(1) * 8 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v49)[(2) * 8 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v49)[(3) * 8 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v49)[(4) * 8 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v49)[(5) * 8 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v58[8] = t0_0;
            v58[9] = t0_1;
            v58[40] = t1_0;
            v58[41] = t1_1;
            v58[72] = t2_0;
            v58[73] = t2_1;
            v58[104] = t3_0;
            v58[105] = t3_1;
            v58[136] = t4_0;
            v58[137] = t4_1;
            v58[168] = t5_0;
            v58[169] = t5_1;
        }
        {
            vf t0_0 = v57[0 * 32 + 10];
            vf t0_1 = v57[0 * 32 + 11];
            vf t1_0 = v57[1 * 32 + 10];
            vf t1_1 = v57[1 * 32 + 11];
            vf t2_0 = v57[2 * 32 + 10];
            vf t2_1 = v57[2 * 32 + 11];
            vf t3_0 = v57[3 * 32 + 10];
            vf t3_1 = v57[3 * 32 + 11];
            vf t4_0 = v57[4 * 32 + 10];
            vf t4_1 = v57[4 * 32 + 11];
            vf t5_0 = v57[5 * 32 + 10];
            vf t5_1 = v57[5 * 32 + 11];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 10 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 10 * LANES : 0)));
                const vf w1 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 11 * LANES : 0)));
                const vf a0 = sp_f((((float *)v49)[(0) * 8 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v49)[(1) * 8 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v49)[(2) * 8 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v49)[(3) * 8 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v49)[(4) * 8 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v49)[(5) * 8 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v58[10] = t0_0;
            v58[11] = t0_1;
            v58[42] = t1_0;
            v58[43] = t1_1;
            v58[74] = t2_0;
            v58[75] = t2_1;
            v58[106] = t3_0;
            v58[107] = t3_1;
            v58[138] = t4_0;
            v58[139] = t4_1;
            v58[170] = t5_0;
            v58[171] = t5_1;
        }
        {
            vf t0_0 = v57[0 * 32 + 12];
            vf t0_1 = v57[0 * 32 + 13];
            vf t1_0 = v57[1 * 32 + 12];
            vf t1_1 = v57[1 * 32 + 13];
            vf t2_0 = v57[2 * 32 + 12];
            vf t2_1 = v57[2 * 32 + 13];
            vf t3_0 = v57[3 * 32 + 12];
            vf t3_1 = v57[3 * 32 + 13];
            vf t4_0 = v57[4 * 32 + 12];
            vf t4_1 = v57[4 * 32 + 13];
            vf t5_0 = v57[5 * 32 + 12];
            vf t5_1 = v57[5 * 32 + 13];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 12 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 12 * LANES : 0)));
                const vf w1 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 13 * LANES : 0)));
                const vf a0 = sp_f((((float *)v49)[(0) * 8 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v49)[(1) * 8 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v49)[(2) * 8 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v49)[(3) * 8 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v49)[(4) * 8 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v49)[(5) * 8 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v58[12] = t0_0;
            v58[13] = t0_1;
            v58[44] = t1_0;
            v58[45] = t1_1;
            v58[76] = t2_0;
            v58[77] = t2_1;
            v58[108] = t3_0;
            v58[109] = t3_1;
            v58[140] = t4_0;
            v58[141] = t4_1;
            v58[172] = t5_0;
            v58[173] = t5_1;
        }
        {
            vf t0_0 = v57[0 * 32 + 14];
            vf t0_1 = v57[0 * 32 + 15];
            vf t1_0 = v57[1 * 32 + 14];
            vf t1_1 = v57[1 * 32 + 15];
            vf t2_0 = v57[2 * 32 + 14];
            vf t2_1 = v57[2 * 32 + 15];
            vf t3_0 = v57[3 * 32 + 14];
            vf t3_1 = v57[3 * 32 + 15];
            vf t4_0 = v57[4 * 32 + 14];
            vf t4_1 = v57[4 * 32 + 15];
            vf t5_0 = v57[5 * 32 + 14];
            vf t5_1 = v57[5 * 32 + 15];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 14 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 14 * LANES : 0)));
                const vf w1 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 15 * LANES : 0)));
                const vf a0 = sp_f((((float *)v49)[(0) * 8 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v49)[(1) * 8 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v49)[(2) * 8 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v49)[(3) * 8 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v49)[(4) * 8 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v49)[(5) * 8 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v58[14] = t0_0;
            v58[15] = t0_1;
            v58[46] = t1_0;
            v58[47] = t1_1;
            v58[78] = t2_0;
            v58[79] = t2_1;
            v58[110] = t3_0;
            v58[111] = t3_1;
            v58[142] = t4_0;
            v58[143] = t4_1;
            v58[174] = t5_0;
            v58[175] = t5_1;
        }
        {
            vf t0_0 = v57[0 * 32 + 16];
            vf t0_1 = v57[0 * 32 + 17];
            vf t1_0 = v57[1 * 32 + 16];
            vf t1_1 = v57[1 * 32 + 17];
            vf t2_0 = v57[2 * 32 + 16];
            vf t2_1 = v57[2 * 32 + 17];
            vf t3_0 = v57[3 * 32 + 16];
            vf t3_1 = v57[3 * 32 + 17];
            vf t4_0 = v57[4 * 32 + 16];
            vf t4_1 = v57[4 * 32 + 17];
            vf t5_0 = v57[5 * 32 + 16];
            vf t5_1 = v57[5 * 32 + 17];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 16 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 16 * LANES : 0)));
                const vf w1 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 17 * LANES : 0)));
                const vf a0 = sp_f((((float *)v49)[(0) * 8 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v49)[(1) * 8 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v49)[(2) * 8 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v49)[(3) * 8 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v49)[(4) * 8 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v49)[(5) * 8 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v58[16] = t0_0;
            v58[17] = t0_1;
            v58[48] = t1_0;
            v58[49] = t1_1;
            v58[80] = t2_0;
            v58[81] = t2_1;
            v58[112] = t3_0;
            v58[113] = t3_1;
            v58[144] = t4_0;
            v58[145] = t4_1;
            v58[176] = t5_0;
            v58[177] = t5_1;
        }
        {
            vf t0_0 = v57[0 * 32 + 18];
            vf t0_1 = v57[0 * 32 + 19];
            vf t1_0 = v57[1 * 32 + 18];
            vf t1_1 = v57[1 * 32 + 19];
            vf t2_0 = v57[2 * 32 + 18];
            vf t2_1 = v57[2 * 32 + 19];
            vf t3_0 = v57[3 * 32 + 18];
            vf t3_1 = v57[3 * 32 + 19];
            vf t4_0 = v57[4 * 32 + 18];
            vf t4_1 = v57[4 * 32 + 19];
            vf t5_0 = v57[5 * 32 + 18];
            vf t5_1 = v57[5 * 32 + 19];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 18 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 18 * LANES : 0)));
                const vf w1 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 19 * LANES : 0)));
                const vf a0 = sp_f((((float *)v49)[(0) * 8 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v49)[(1) * 8 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v49)[(2) * 8 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v49)[(3) * 8 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v49)[(4) * 8 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v49)[(5) * 8 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v58[18] = t0_0;
            v58[19] = t0_1;
            v58[50] = t1_0;
            v58[51] = t1_1;
            v58[82] = t2_0;
            v58[83] = t2_1;
            v58[114] = t3_0;
            v58[115] = t3_1;
            v58[146] = t4_0;
            v58[147] = t4_1;
            v58[178] = t5_0;
            v58[179] = t5_1;
        }
        {
            vf t0_0 = v57[0 * 32 + 20];
            vf t0_1 = v57[0 * 32 + 21];
            vf t1_0 = v57[1 * 32 + 20];
            vf t1_1 = v57[1 * 32 + 21];
            vf t2_0 = v57[2 * 32 + 20];
            vf t2_1 = v57[2 * 32 + 21];
            vf t3_0 = v57[3 * 32 + 20];
            vf t3_1 = v57[3 * 32 + 21];
            vf t4_0 = v57[4 * 32 + 20];
            vf t4_1 = v57[4 * 32 + 21];
            vf t5_0 = v57[5 * 32 + 20];
            vf t5_1 = v57[5 * 32 + 21];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 20 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 20 * LANES : 0)));
                const vf w1 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 21 * LANES : 0)));
                const vf a0 = sp_f((((float *)v49)[(0) * 8 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v49)[(1) * 8 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v49)[(2) * 8 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v49)[(3) * 8 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v49)[(4) * 8 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v49)[(5) * 8 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v58[20] = t0_0;
            v58[21] = t0_1;
            v58[52] = t1_0;
            v58[53] = t1_1;
            v58[84] = t2_0;
            v58[85] = t2_1;
            v58[116] = t3_0;
            v58[117] = t3_1;
            v58[148] = t4_0;
            v58[149] = t4_1;
            v58[180] = t5_0;
            v58[181] = t5_1;
        }
        {
            vf t0_0 = v57[0 * 32 + 22];
            vf t0_1 = v57[0 * 32 + 23];
            vf t1_0 = v57[1 * 32 + 22];
            vf t1_1 = v57[1 * 32 + 23];
            vf t2_0 = v57[2 * 32 + 22];
            vf t2_1 = v57[2 * 32 + 23];
            vf t3_0 = v57[3 * 32 + 22];
            vf t3_1 = v57[3 * 32 + 23];
            vf t4_0 = v57[4 * 32 + 22];
            vf t4_1 = v57[4 * 32 + 23];
            vf t5_0 = v57[5 * 32 + 22];
            vf t5_1 = v57[5 * 32 + 23];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 22 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 22 * LANES : 0)));
                const vf w1 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 23 * LANES : 0)));
                const vf a0 = sp_f((((float *)v49)[(0) * 8 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v49)[(1) * 8 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v49)[(2) * 8 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v49)[(3) * 8 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v49)[(4) * 8 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v49)[(5) * 8 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v58[22] = t0_0;
            v58[23] = t0_1;
            v58[54] = t1_0;
            v58[55] = t1_1;
            v58[86] = t2_0;
            v58[87] = t2_1;
            v58[118] = t3_0;
            v58[119] = t3_1;
            v58[150] = t4_0;
            v58[151] = t4_1;
            v58[182] = t5_0;
            v58[183] = t5_1;
        }
        {
            vf t0_0 = v57[0 * 32 + 24];
            vf t0_1 = v57[0 * 32 + 25];
            vf t1_0 = v57[1 * 32 + 24];
            vf t1_1 = v57[1 * 32 + 25];
            vf t2_0 = v57[2 * 32 + 24];
            vf t2_1 = v57[2 * 32 + 25];
            vf t3_0 = v57[3 * 32 + 24];
            vf t3_1 = v57[3 * 32 + 25];
            vf t4_0 = v57[4 * 32 + 24];
            vf t4_1 = v57[4 * 32 + 25];
            vf t5_0 = v57[5 * 32 + 24];
            vf t5_1 = v57[5 * 32 + 25];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 24 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 24 * LANES : 0)));
                const vf w1 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 25 * LANES : 0)));
                const vf a0 = sp_f((((float *)v49)[(0) * 8 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v49)[(1) * 8 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v49)[(2) * 8 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v49)[(3) * 8 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v49)[(4) * 8 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v49)[(5) * 8 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v58[24] = t0_0;
            v58[25] = t0_1;
            v58[56] = t1_0;
            v58[57] = t1_1;
            v58[88] = t2_0;
            v58[89] = t2_1;
            v58[120] = t3_0;
            v58[121] = t3_1;
            v58[152] = t4_0;
            v58[153] = t4_1;
            v58[184] = t5_0;
            v58[185] = t5_1;
        }
        {
            vf t0_0 = v57[0 * 32 + 26];
            vf t0_1 = v57[0 * 32 + 27];
            vf t1_0 = v57[1 * 32 + 26];
            vf t1_1 = v57[1 * 32 + 27];
            vf t2_0 = v57[2 * 32 + 26];
            vf t2_1 = v57[2 * 32 + 27];
            vf t3_0 = v57[3 * 32 + 26];
            vf t3_1 = v57[3 * 32 + 27];
            vf t4_0 = v57[4 * 32 + 26];
            vf t4_1 = v57[4 * 32 + 27];
            vf t5_0 = v57[5 * 32 + 26];
            vf t5_1 = v57[5 * 32 + 27];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 26 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 26 * LANES : 0)));
                const vf w1 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 27 * LANES : 0)));
                const vf a0 = sp_f((((float *)v49)[(0) * 8 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v49)[(1) * 8 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v49)[(2) * 8 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v49)[(3) * 8 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v49)[(4) * 8 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v49)[(5) * 8 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v58[26] = t0_0;
            v58[27] = t0_1;
            v58[58] = t1_0;
            v58[59] = t1_1;
            v58[90] = t2_0;
            v58[91] = t2_1;
            v58[122] = t3_0;
            v58[123] = t3_1;
            v58[154] = t4_0;
            v58[155] = t4_1;
            v58[186] = t5_0;
            v58[187] = t5_1;
        }
        {
            vf t0_0 = v57[0 * 32 + 28];
            vf t0_1 = v57[0 * 32 + 29];
            vf t1_0 = v57[1 * 32 + 28];
            vf t1_1 = v57[1 * 32 + 29];
            vf t2_0 = v57[2 * 32 + 28];
            vf t2_1 = v57[2 * 32 + 29];
            vf t3_0 = v57[3 * 32 + 28];
            vf t3_1 = v57[3 * 32 + 29];
            vf t4_0 = v57[4 * 32 + 28];
            vf t4_1 = v57[4 * 32 + 29];
            vf t5_0 = v57[5 * 32 + 28];
            vf t5_1 = v57[5 * 32 + 29];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 28 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 28 * LANES : 0)));
                const vf w1 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 29 * LANES : 0)));
                const vf a0 = sp_f((((float *)v49)[(0) * 8 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v49)[(1) * 8 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v49)[(2) * 8 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v49)[(3) * 8 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v49)[(4) * 8 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v49)[(5) * 8 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v58[28] = t0_0;
            v58[29] = t0_1;
            v58[60] = t1_0;
            v58[61] = t1_1;
            v58[92] = t2_0;
            v58[93] = t2_1;
            v58[124] = t3_0;
            v58[125] = t3_1;
            v58[156] = t4_0;
            v58[157] = t4_1;
            v58[188] = t5_0;
            v58[189] = t5_1;
        }
        {
            vf t0_0 = v57[0 * 32 + 30];
            vf t0_1 = v57[0 * 32 + 31];
            vf t1_0 = v57[1 * 32 + 30];
            vf t1_1 = v57[1 * 32 + 31];
            vf t2_0 = v57[2 * 32 + 30];
            vf t2_1 = v57[2 * 32 + 31];
            vf t3_0 = v57[3 * 32 + 30];
            vf t3_1 = v57[3 * 32 + 31];
            vf t4_0 = v57[4 * 32 + 30];
            vf t4_1 = v57[4 * 32 + 31];
            vf t5_0 = v57[5 * 32 + 30];
            vf t5_1 = v57[5 * 32 + 31];
            for (int k = 0; k < 32; k++) {
                __builtin_prefetch((const char *)b9 + (o24 + ((int64_t)v32 + k + 32) * 128 + 30 * LANES) * 16 / 8 + 0);
                const vf w0 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 30 * LANES : 0)));
                const vf w1 = (cv_bf16_f32(ld_h((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? b9 : none, (int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? o24 + ((int64_t)v32 + k) * 128 + 31 * LANES : 0)));
                const vf a0 = sp_f((((float *)v49)[(0) * 8 * LANES + k]));
                t0_0 = v_fma_f(a0, w0, t0_0);
                t0_1 = v_fma_f(a0, w1, t0_1);
                const vf a1 = sp_f((((float *)v49)[(1) * 8 * LANES + k]));
                t1_0 = v_fma_f(a1, w0, t1_0);
                t1_1 = v_fma_f(a1, w1, t1_1);
                const vf a2 = sp_f((((float *)v49)[(2) * 8 * LANES + k]));
                t2_0 = v_fma_f(a2, w0, t2_0);
                t2_1 = v_fma_f(a2, w1, t2_1);
                const vf a3 = sp_f((((float *)v49)[(3) * 8 * LANES + k]));
                t3_0 = v_fma_f(a3, w0, t3_0);
                t3_1 = v_fma_f(a3, w1, t3_1);
                const vf a4 = sp_f((((float *)v49)[(4) * 8 * LANES + k]));
                t4_0 = v_fma_f(a4, w0, t4_0);
                t4_1 = v_fma_f(a4, w1, t4_1);
                const vf a5 = sp_f((((float *)v49)[(5) * 8 * LANES + k]));
                t5_0 = v_fma_f(a5, w0, t5_0);
                t5_1 = v_fma_f(a5, w1, t5_1);
            }
            v58[30] = t0_0;
            v58[31] = t0_1;
            v58[62] = t1_0;
            v58[63] = t1_1;
            v58[94] = t2_0;
            v58[95] = t2_1;
            v58[126] = t3_0;
            v58[127] = t3_1;
            v58[158] = t4_0;
            v58[159] = t4_1;
            v58[190] = t5_0;
            v58[191] = t5_1;
        }
        for (int r = 0; r < 6; r++)
            for (int s = 0; s < 32; s++)
                v28[r * 32 + s] = v58[r * 32 + s];
        /* attention_decode_gqa.c:96 */
        v25[0] = v44[0];
        v25[1] = v44[1];
    }
    /* attention_decode_gqa.c:62 */
    const int32_t v63 UNUSED = (v13 * 16);
    /* attention_decode_gqa.c:98 */
    const int32_t v64 UNUSED = s_div_i(v14, 256);
    /* attention_decode_gqa.c:62 */
    const int32_t v65 UNUSED = (v63 + v64);
    /* attention_decode_gqa.c:64 */
    const int64_t o66 UNUSED = (int64_t)v65 * 768;
    const int64_t h66 UNUSED = v65 >= 0 && v65 < 32 ? 6 : 0;
    /* attention_decode_gqa.c:63 */
    const int64_t o68 UNUSED = (int64_t)v65 * 12;
    const int64_t h68 UNUSED = v65 >= 0 && v65 < 32 ? 2 : 0;
    /* attention_decode_gqa.c:27 */
    const int64_t o69 UNUSED = o68;
    const int64_t h69 UNUSED = 0 >= 0 && 0 < h68 ? 6 : 0;
    /* attention_decode_gqa.c:64 */
    const int64_t o71 UNUSED = o68 + (int64_t)1 * 6;
    const int64_t h71 UNUSED = 1 >= 0 && 1 < h68 ? 6 : 0;
    /* attention_decode_gqa.c:27 */
    for (int r = 0; r < 6; r++)
        for (int s = 0; s < 32; s++)
            if (r >= 0 && r < h66) st_f(b11, o66 + (r) * 128 + s * LANES, v28[r * 32 + s]);
    stm_f(b12, o69, 1, -(0), ts_least(h69 - (0), LANES), v25[0]);
    stm_f(b12, o69 + 1 * LANES, 1, -(1 * LANES), ts_least(h69 - (1 * LANES), 2), v25[1]);
    stm_f(b12, o71, 1, -(0), ts_least(h71 - (0), LANES), v27[0]);
    stm_f(b12, o71 + 1 * LANES, 1, -(1 * LANES), ts_least(h71 - (1 * LANES), 2), v27[1]);
}

void ts_attention_decode_gqa(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) attention_decode_gqa_run1(buf, size, i);
}

/* ---- attention_decode_gqa__final ---- */

const char ts_attention_decode_gqa__final_modes[] = "iio";
const int ts_attention_decode_gqa__final_sizes = 1;
const long ts_attention_decode_gqa__final_cost = 33281;

long ts_attention_decode_gqa__final_grid(const int32_t *const *size UNUSED)
{
    const long g0 UNUSED = ts_programs(12, 1);
    return 1 * g0;
}

FN void attention_decode_gqa__final_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const long g0 UNUSED = ts_programs(12, 1);
    const int32_t v10 UNUSED = (int32_t)(pid_0) * 1;
    /* attention_decode_gqa.c:107 */
    const int32_t v1 UNUSED = *size[0]; /* len */
    /* attention_decode_gqa.c:108 */
    /* attention_decode_gqa.c:109 */
    const void *const b6 UNUSED = buf[0]; /* partial */
    /* attention_decode_gqa.c:110 */
    const void *const b8 UNUSED = buf[1]; /* stats */
    /* attention_decode_gqa.c:111 */
    void *const b9 UNUSED = buf[2]; /* o */
    /* attention_decode_gqa.c:113 */
    /* attention_decode_gqa.c:114 */
    /* attention_decode_gqa.c:113 */
    const int32_t v12 UNUSED = s_div_i(v10, 6);
    const int32_t v13 UNUSED = s_rem_i(v10, 6);
    /* attention_decode_gqa.c:114 */
    float v14 UNUSED = (-1.00000002e+30f);
    float v16 UNUSED = 0.0f;
    /* attention_decode_gqa.c:115 */
    vf v17[32] UNUSED;
    for (int s = 0; s < 32; s++)
        v17[s] = sp_f(0.0f);
    /* attention_decode_gqa.c:116 */
    const int32_t v20 UNUSED = s_div_i(v1, 256);
    const int32_t v21 UNUSED = s_rem_i(v1, 256);
    const int32_t v23 UNUSED = s_min_i(v21, 1);
    const int32_t v24 UNUSED = (v20 + v23);
    int64_t i25 = 0;
    for (; i25 < v24; i25 += 1) {
        const int32_t v25 UNUSED = (int32_t)i25;
        /* attention_decode_gqa.c:121 */
        const float v26 UNUSED = v16;
        /* attention_decode_gqa.c:119 */
        const float v27 UNUSED = v14;
        /* attention_decode_gqa.c:118 */
        const float v28 UNUSED = v14;
        /* attention_decode_gqa.c:62 */
        const int32_t v30 UNUSED = (v12 * 16);
        const int32_t v31 UNUSED = (v30 + v25);
        /* attention_decode_gqa.c:63 */
        const int64_t o32 UNUSED = (int64_t)v31 * 12;
        const int64_t h32 UNUSED = v31 >= 0 && v31 < 32 ? 2 : 0;
        /* attention_decode_gqa.c:27 */
        const int64_t o33 UNUSED = o32;
        const int64_t h33 UNUSED = 0 >= 0 && 0 < h32 ? 6 : 0;
        /* attention_decode_gqa.c:118 */
        const float v34 UNUSED = v13 >= 0 && v13 < h33 ? ld1_f(b8, o33 + v13) : 0;
        const float v35 UNUSED = s_max_f(v28, v34);
        /* attention_decode_gqa.c:119 */
        const float v36 UNUSED = (v27 - v35);
        const float v37 UNUSED = s_exp_f(v36);
        /* attention_decode_gqa.c:64 */
        const int64_t o38 UNUSED = o32 + (int64_t)1 * 6;
        const int64_t h38 UNUSED = 1 >= 0 && 1 < h32 ? 6 : 0;
        /* attention_decode_gqa.c:121 */
        const float v39 UNUSED = v13 >= 0 && v13 < h38 ? ld1_f(b8, o38 + v13) : 0;
        /* attention_decode_gqa.c:119 */
        const float v40 UNUSED = (v34 - v35);
        const float v41 UNUSED = s_exp_f(v40);
        /* attention_decode_gqa.c:121 */
        const float v42 UNUSED = (v39 * v41);
        const float v43 UNUSED = s_fma_f(v26, v37, v42);
        /* attention_decode_gqa.c:64 */
        const int64_t o44 UNUSED = (int64_t)v31 * 768;
        const int64_t h44 UNUSED = v31 >= 0 && v31 < 32 ? 6 : 0;
        /* attention_decode_gqa.c:120 */
        const int64_t o45 UNUSED = o44 + (int64_t)v13 * 128;
        const int64_t h45 UNUSED = v13 >= 0 && v13 < h44 ? 128 : 0;
        /* attention_decode_gqa.c:121 */
        v16 = v43;
        /* attention_decode_gqa.c:122 */
        for (int s = 0; s < 32; s++)
            v17[s] = v_fma_f(v17[s], sp_f(v37), (ldm_f(b6, o45 + s * LANES, 1, -(s * LANES), ts_least(h45 - (s * LANES), LANES)) * sp_f(v41)));
        /* attention_decode_gqa.c:123 */
        v14 = v35;
    }
    /* attention_decode_gqa.c:125 */
    const int64_t o54 UNUSED = (int64_t)v10 * 128;
    const float v56 UNUSED = v16;
    for (int s = 0; s < 32; s++)
        st_f(b9, o54 + s * LANES, (v17[s] / sp_f(v56)));
}

void ts_attention_decode_gqa__final(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) attention_decode_gqa__final_run1(buf, size, i);
}


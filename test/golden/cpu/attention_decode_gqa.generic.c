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
            vf w[32];
            w[0] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128) : (vh){0})));
            w[1] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 1 * LANES) : (vh){0})));
            w[2] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 2 * LANES) : (vh){0})));
            w[3] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 3 * LANES) : (vh){0})));
            w[4] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 4 * LANES) : (vh){0})));
            w[5] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 5 * LANES) : (vh){0})));
            w[6] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 6 * LANES) : (vh){0})));
            w[7] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 7 * LANES) : (vh){0})));
            w[8] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 8 * LANES) : (vh){0})));
            w[9] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 9 * LANES) : (vh){0})));
            w[10] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 10 * LANES) : (vh){0})));
            w[11] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 11 * LANES) : (vh){0})));
            w[12] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 12 * LANES) : (vh){0})));
            w[13] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 13 * LANES) : (vh){0})));
            w[14] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 14 * LANES) : (vh){0})));
            w[15] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 15 * LANES) : (vh){0})));
            w[16] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 16 * LANES) : (vh){0})));
            w[17] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 17 * LANES) : (vh){0})));
            w[18] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 18 * LANES) : (vh){0})));
            w[19] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 19 * LANES) : (vh){0})));
            w[20] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 20 * LANES) : (vh){0})));
            w[21] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 21 * LANES) : (vh){0})));
            w[22] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 22 * LANES) : (vh){0})));
            w[23] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 23 * LANES) : (vh){0})));
            w[24] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 24 * LANES) : (vh){0})));
            w[25] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 25 * LANES) : (vh){0})));
            w[26] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 26 * LANES) : (vh){0})));
            w[27] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 27 * LANES) : (vh){0})));
            w[28] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 28 * LANES) : (vh){0})));
            w[29] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 29 * LANES) : (vh){0})));
            w[30] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 30 * LANES) : (vh){0})));
            w[31] = (cv_bf16_f32(((int64_t)v32 + n >= l22 && (int64_t)v32 + n < h22 ? ld_h(b8, o22 + ((int64_t)v32 + n) * 128 + 31 * LANES) : (vh){0})));
            for (int m = 0; m < 6; m++) {
                vf t = {0};
                const vf a0 = (v20[m * 32 + 0]);
                t = v_fma_f(a0, w[0], t);
                const vf a1 = (v20[m * 32 + 1]);
                t = v_fma_f(a1, w[1], t);
                const vf a2 = (v20[m * 32 + 2]);
                t = v_fma_f(a2, w[2], t);
                const vf a3 = (v20[m * 32 + 3]);
                t = v_fma_f(a3, w[3], t);
                const vf a4 = (v20[m * 32 + 4]);
                t = v_fma_f(a4, w[4], t);
                const vf a5 = (v20[m * 32 + 5]);
                t = v_fma_f(a5, w[5], t);
                const vf a6 = (v20[m * 32 + 6]);
                t = v_fma_f(a6, w[6], t);
                const vf a7 = (v20[m * 32 + 7]);
                t = v_fma_f(a7, w[7], t);
                const vf a8 = (v20[m * 32 + 8]);
                t = v_fma_f(a8, w[8], t);
                const vf a9 = (v20[m * 32 + 9]);
                t = v_fma_f(a9, w[9], t);
                const vf a10 = (v20[m * 32 + 10]);
                t = v_fma_f(a10, w[10], t);
                const vf a11 = (v20[m * 32 + 11]);
                t = v_fma_f(a11, w[11], t);
                const vf a12 = (v20[m * 32 + 12]);
                t = v_fma_f(a12, w[12], t);
                const vf a13 = (v20[m * 32 + 13]);
                t = v_fma_f(a13, w[13], t);
                const vf a14 = (v20[m * 32 + 14]);
                t = v_fma_f(a14, w[14], t);
                const vf a15 = (v20[m * 32 + 15]);
                t = v_fma_f(a15, w[15], t);
                const vf a16 = (v20[m * 32 + 16]);
                t = v_fma_f(a16, w[16], t);
                const vf a17 = (v20[m * 32 + 17]);
                t = v_fma_f(a17, w[17], t);
                const vf a18 = (v20[m * 32 + 18]);
                t = v_fma_f(a18, w[18], t);
                const vf a19 = (v20[m * 32 + 19]);
                t = v_fma_f(a19, w[19], t);
                const vf a20 = (v20[m * 32 + 20]);
                t = v_fma_f(a20, w[20], t);
                const vf a21 = (v20[m * 32 + 21]);
                t = v_fma_f(a21, w[21], t);
                const vf a22 = (v20[m * 32 + 22]);
                t = v_fma_f(a22, w[22], t);
                const vf a23 = (v20[m * 32 + 23]);
                t = v_fma_f(a23, w[23], t);
                const vf a24 = (v20[m * 32 + 24]);
                t = v_fma_f(a24, w[24], t);
                const vf a25 = (v20[m * 32 + 25]);
                t = v_fma_f(a25, w[25], t);
                const vf a26 = (v20[m * 32 + 26]);
                t = v_fma_f(a26, w[26], t);
                const vf a27 = (v20[m * 32 + 27]);
                t = v_fma_f(a27, w[27], t);
                const vf a28 = (v20[m * 32 + 28]);
                t = v_fma_f(a28, w[28], t);
                const vf a29 = (v20[m * 32 + 29]);
                t = v_fma_f(a29, w[29], t);
                const vf a30 = (v20[m * 32 + 30]);
                t = v_fma_f(a30, w[30], t);
                const vf a31 = (v20[m * 32 + 31]);
                t = v_fma_f(a31, w[31], t);
                ((float *)v41)[(m) * 8 * LANES + n] = h_sum_f(t) + 0;
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
        for (int s = 0; s < 32; s++) {
            {
                vf t0 = v57[0 * 32 + s];
                vf t1 = v57[1 * 32 + s];
                vf t2 = v57[2 * 32 + s];
                vf t3 = v57[3 * 32 + s];
                vf t4 = v57[4 * 32 + s];
                vf t5 = v57[5 * 32 + s];
                for (int k = 0; k < 32; k++) {
                    const vf w = (cv_bf16_f32(((int64_t)v32 + k >= l24 && (int64_t)v32 + k < h24 ? ld_h(b9, o24 + ((int64_t)v32 + k) * 128 + s * LANES) : (vh){0})));
                    const vf a0 = sp_f((((float *)v49)[(0) * 8 * LANES + k]));
                    t0 = v_fma_f(a0, w, t0);
                    const vf a1 = sp_f((((float *)v49)[(1) * 8 * LANES + k]));
                    t1 = v_fma_f(a1, w, t1);
                    const vf a2 = sp_f((((float *)v49)[(2) * 8 * LANES + k]));
                    t2 = v_fma_f(a2, w, t2);
                    const vf a3 = sp_f((((float *)v49)[(3) * 8 * LANES + k]));
                    t3 = v_fma_f(a3, w, t3);
                    const vf a4 = sp_f((((float *)v49)[(4) * 8 * LANES + k]));
                    t4 = v_fma_f(a4, w, t4);
                    const vf a5 = sp_f((((float *)v49)[(5) * 8 * LANES + k]));
                    t5 = v_fma_f(a5, w, t5);
                }
                v58[0 * 32 + s] = t0;
                v58[1 * 32 + s] = t1;
                v58[2 * 32 + s] = t2;
                v58[3 * 32 + s] = t3;
                v58[4 * 32 + s] = t4;
                v58[5 * 32 + s] = t5;
            }
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


#define LANES 16
CAST_SCALAR(bf16, uint16_t, f32, float)
CAST_SCALAR(f32, float, bf16, uint16_t)

/* ---- norm_qkv_rope_append ---- */

const char ts_norm_qkv_rope_append_needs[] = "x:32:1536,gamma:16:1536,w:16:16*128*1536,bias:16:16*128,cos:32:4096*64,sin:32:4096*64,q:32:12*128,kcache:16:2*4096*128,vcache:16:2*4096*128";
const char ts_norm_qkv_rope_append_modes[] = "iiiiiiobb";
const int ts_norm_qkv_rope_append_sizes = 1;
const long ts_norm_qkv_rope_append_cost = 6157;

long ts_norm_qkv_rope_append_grid(const int32_t *const *size UNUSED)
{
    const long g0 UNUSED = ts_programs(16, 1);
    const long g1 UNUSED = ts_programs(64, 1);
    return g0 * g1;
}

FN void norm_qkv_rope_append_run2(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED, long pid_1 UNUSED)
{
    const long g0 UNUSED = ts_programs(16, 1);
    const long g1 UNUSED = ts_programs(64, 1);
    const int32_t v18_0 UNUSED = (int32_t)(pid_0 / g1);
    const int32_t v18_1 UNUSED = (int32_t)(pid_1 / g1);
    const int32_t v19_0 UNUSED = (int32_t)(pid_0 % g1);
    const int32_t v19_1 UNUSED = (int32_t)(pid_1 % g1);
    const int32_t v1 UNUSED = *size[0]; /* pos */
    const void *const b9 UNUSED = buf[0]; /* x */
    const void *const b10 UNUSED = buf[1]; /* gamma */
    const void *const b11 UNUSED = buf[2]; /* w */
    const void *const b12 UNUSED = buf[3]; /* bias */
    const void *const b13 UNUSED = buf[4]; /* cos */
    const void *const b14 UNUSED = buf[5]; /* sin */
    void *const b15 UNUSED = buf[6]; /* q */
    void *const b16 UNUSED = buf[7]; /* kcache */
    void *const b17 UNUSED = buf[8]; /* vcache */
    const int64_t o21_0 UNUSED = (int64_t)v18_0 * 196608;
    const int64_t o21_1 UNUSED = (int64_t)v18_1 * 196608;
    const int64_t o22_0 UNUSED = o21_0 + (int64_t)v19_0 * 1536;
    const int64_t o22_1 UNUSED = o21_1 + (int64_t)v19_1 * 1536;
    const int32_t v23_0 UNUSED = (v19_0 + 64);
    const int32_t v23_1 UNUSED = (v19_1 + 64);
    const int64_t o24_0 UNUSED = o21_0 + (int64_t)v23_0 * 1536;
    const int64_t o24_1 UNUSED = o21_1 + (int64_t)v23_1 * 1536;
    vf v25_0[4] UNUSED;
    v25_0[0] = sp_f(0.0f);
    v25_0[1] = sp_f(0.0f);
    v25_0[2] = sp_f(0.0f);
    v25_0[3] = sp_f(0.0f);
    vf v25_1[4] UNUSED;
    v25_1[0] = sp_f(0.0f);
    v25_1[1] = sp_f(0.0f);
    v25_1[2] = sp_f(0.0f);
    v25_1[3] = sp_f(0.0f);
    vf v26_0[4] UNUSED;
    v26_0[0] = sp_f(0.0f);
    v26_0[1] = sp_f(0.0f);
    v26_0[2] = sp_f(0.0f);
    v26_0[3] = sp_f(0.0f);
    vf v26_1[4] UNUSED;
    v26_1[0] = sp_f(0.0f);
    v26_1[1] = sp_f(0.0f);
    v26_1[2] = sp_f(0.0f);
    v26_1[3] = sp_f(0.0f);
    vf v27[4] UNUSED;
    v27[0] = sp_f(0.0f);
    v27[1] = sp_f(0.0f);
    v27[2] = sp_f(0.0f);
    v27[3] = sp_f(0.0f);
    int64_t i29 = 0;
    for (; i29 < 1536; i29 += 64) {
        const int32_t v29 UNUSED = (int32_t)i29;
        __builtin_prefetch((const char *)b11 + (o22_0 + (int64_t)v29) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b11 + (o22_0 + (int64_t)v29) * 16 / 8 + 2112);
        __builtin_prefetch((const char *)b11 + (o22_1 + (int64_t)v29) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b11 + (o22_1 + (int64_t)v29) * 16 / 8 + 2112);
        __builtin_prefetch((const char *)b11 + (o24_0 + (int64_t)v29) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b11 + (o24_0 + (int64_t)v29) * 16 / 8 + 2112);
        __builtin_prefetch((const char *)b11 + (o24_1 + (int64_t)v29) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b11 + (o24_1 + (int64_t)v29) * 16 / 8 + 2112);
        vf v32[4] UNUSED;
        v32[0] = ld_f(b9, (int64_t)v29);
        v32[1] = ld_f(b9, (int64_t)v29 + 1 * LANES);
        v32[2] = ld_f(b9, (int64_t)v29 + 2 * LANES);
        v32[3] = ld_f(b9, (int64_t)v29 + 3 * LANES);
        vf v35[4] UNUSED;
        v35[0] = (v32[0] * cv_bf16_f32(ld_h(b10, (int64_t)v29)));
        v35[1] = (v32[1] * cv_bf16_f32(ld_h(b10, (int64_t)v29 + 1 * LANES)));
        v35[2] = (v32[2] * cv_bf16_f32(ld_h(b10, (int64_t)v29 + 2 * LANES)));
        v35[3] = (v32[3] * cv_bf16_f32(ld_h(b10, (int64_t)v29 + 3 * LANES)));
        v25_0[0] = v_fma_f(cv_bf16_f32(ld_h(b11, o22_0 + (int64_t)v29)), v35[0], v25_0[0]);
        v25_0[1] = v_fma_f(cv_bf16_f32(ld_h(b11, o22_0 + (int64_t)v29 + 1 * LANES)), v35[1], v25_0[1]);
        v25_0[2] = v_fma_f(cv_bf16_f32(ld_h(b11, o22_0 + (int64_t)v29 + 2 * LANES)), v35[2], v25_0[2]);
        v25_0[3] = v_fma_f(cv_bf16_f32(ld_h(b11, o22_0 + (int64_t)v29 + 3 * LANES)), v35[3], v25_0[3]);
        v25_1[0] = v_fma_f(cv_bf16_f32(ld_h(b11, o22_1 + (int64_t)v29)), v35[0], v25_1[0]);
        v25_1[1] = v_fma_f(cv_bf16_f32(ld_h(b11, o22_1 + (int64_t)v29 + 1 * LANES)), v35[1], v25_1[1]);
        v25_1[2] = v_fma_f(cv_bf16_f32(ld_h(b11, o22_1 + (int64_t)v29 + 2 * LANES)), v35[2], v25_1[2]);
        v25_1[3] = v_fma_f(cv_bf16_f32(ld_h(b11, o22_1 + (int64_t)v29 + 3 * LANES)), v35[3], v25_1[3]);
        v26_0[0] = v_fma_f(cv_bf16_f32(ld_h(b11, o24_0 + (int64_t)v29)), v35[0], v26_0[0]);
        v26_0[1] = v_fma_f(cv_bf16_f32(ld_h(b11, o24_0 + (int64_t)v29 + 1 * LANES)), v35[1], v26_0[1]);
        v26_0[2] = v_fma_f(cv_bf16_f32(ld_h(b11, o24_0 + (int64_t)v29 + 2 * LANES)), v35[2], v26_0[2]);
        v26_0[3] = v_fma_f(cv_bf16_f32(ld_h(b11, o24_0 + (int64_t)v29 + 3 * LANES)), v35[3], v26_0[3]);
        v26_1[0] = v_fma_f(cv_bf16_f32(ld_h(b11, o24_1 + (int64_t)v29)), v35[0], v26_1[0]);
        v26_1[1] = v_fma_f(cv_bf16_f32(ld_h(b11, o24_1 + (int64_t)v29 + 1 * LANES)), v35[1], v26_1[1]);
        v26_1[2] = v_fma_f(cv_bf16_f32(ld_h(b11, o24_1 + (int64_t)v29 + 2 * LANES)), v35[2], v26_1[2]);
        v26_1[3] = v_fma_f(cv_bf16_f32(ld_h(b11, o24_1 + (int64_t)v29 + 3 * LANES)), v35[3], v26_1[3]);
        v27[0] = v_fma_f(v32[0], v32[0], v27[0]);
        v27[1] = v_fma_f(v32[1], v32[1], v27[1]);
        v27[2] = v_fma_f(v32[2], v32[2], v27[2]);
        v27[3] = v_fma_f(v32[3], v32[3], v27[3]);
    }
    const int64_t o48_0 UNUSED = (int64_t)v18_0 * 128;
    const int64_t h48_0 UNUSED = v18_0 >= 0 && v18_0 < 12 ? 128 : 0;
    const int64_t o48_1 UNUSED = (int64_t)v18_1 * 128;
    const int64_t h48_1 UNUSED = v18_1 >= 0 && v18_1 < 12 ? 128 : 0;
    float v50_0 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v25_0[0];
        t = t + v25_0[1];
        t = t + v25_0[2];
        t = t + v25_0[3];
        v50_0 = h_sum_f(t);
    }
    float v50_1 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v25_1[0];
        t = t + v25_1[1];
        t = t + v25_1[2];
        t = t + v25_1[3];
        v50_1 = h_sum_f(t);
    }
    float v52 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v27[0];
        t = t + v27[1];
        t = t + v27[2];
        t = t + v27[3];
        v52 = h_sum_f(t);
    }
    const float v54 UNUSED = (v52 / 1536.0f);
    const float v56 UNUSED = (v54 + 9.99999997e-07f);
    const float v57 UNUSED = s_rsqrt_f(v56);
    const float v58_0 UNUSED = (v50_0 * v57);
    const float v58_1 UNUSED = (v50_1 * v57);
    const int64_t o59_0 UNUSED = (int64_t)v18_0 * 128;
    const int64_t o59_1 UNUSED = (int64_t)v18_1 * 128;
    const uint16_t v60_0 UNUSED = ld1_h(b12, o59_0 + v19_0);
    const uint16_t v60_1 UNUSED = ld1_h(b12, o59_1 + v19_1);
    const float v61_0 UNUSED = s_cv_bf16_f32(v60_0);
    const float v61_1 UNUSED = s_cv_bf16_f32(v60_1);
    const float v62_0 UNUSED = (v58_0 + v61_0);
    const float v62_1 UNUSED = (v58_1 + v61_1);
    const int64_t o63 UNUSED = (int64_t)v1 * 64;
    const int64_t h63 UNUSED = v1 >= 0 && v1 < 4096 ? 64 : 0;
    const float v64_0 UNUSED = v19_0 >= 0 && v19_0 < h63 ? ld1_f(b13, o63 + v19_0) : 0;
    const float v64_1 UNUSED = v19_1 >= 0 && v19_1 < h63 ? ld1_f(b13, o63 + v19_1) : 0;
    const float v65_0 UNUSED = (v62_0 * v64_0);
    const float v65_1 UNUSED = (v62_1 * v64_1);
    float v67_0 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v26_0[0];
        t = t + v26_0[1];
        t = t + v26_0[2];
        t = t + v26_0[3];
        v67_0 = h_sum_f(t);
    }
    float v67_1 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v26_1[0];
        t = t + v26_1[1];
        t = t + v26_1[2];
        t = t + v26_1[3];
        v67_1 = h_sum_f(t);
    }
    const float v68_0 UNUSED = (v67_0 * v57);
    const float v68_1 UNUSED = (v67_1 * v57);
    const uint16_t v69_0 UNUSED = ld1_h(b12, o59_0 + v23_0);
    const uint16_t v69_1 UNUSED = ld1_h(b12, o59_1 + v23_1);
    const float v70_0 UNUSED = s_cv_bf16_f32(v69_0);
    const float v70_1 UNUSED = s_cv_bf16_f32(v69_1);
    const float v71_0 UNUSED = (v68_0 + v70_0);
    const float v71_1 UNUSED = (v68_1 + v70_1);
    const int64_t o72 UNUSED = (int64_t)v1 * 64;
    const int64_t h72 UNUSED = v1 >= 0 && v1 < 4096 ? 64 : 0;
    const float v73_0 UNUSED = v19_0 >= 0 && v19_0 < h72 ? ld1_f(b14, o72 + v19_0) : 0;
    const float v73_1 UNUSED = v19_1 >= 0 && v19_1 < h72 ? ld1_f(b14, o72 + v19_1) : 0;
    const float v74_0 UNUSED = (v71_0 * v73_0);
    const float v74_1 UNUSED = (v71_1 * v73_1);
    const float v75_0 UNUSED = (v65_0 - v74_0);
    const float v75_1 UNUSED = (v65_1 - v74_1);
    const float v76_0 UNUSED = (v71_0 * v64_0);
    const float v76_1 UNUSED = (v71_1 * v64_1);
    const float v77_0 UNUSED = (v62_0 * v73_0);
    const float v77_1 UNUSED = (v62_1 * v73_1);
    const float v78_0 UNUSED = (v76_0 + v77_0);
    const float v78_1 UNUSED = (v76_1 + v77_1);
    const int32_t v79_0 UNUSED = (v18_0 - 12);
    const int32_t v79_1 UNUSED = (v18_1 - 12);
    const int32_t v80_0 UNUSED = (v79_0 - 2);
    const int32_t v80_1 UNUSED = (v79_1 - 2);
    if (v19_0 >= 0 && v19_0 < h48_0) st1_f(b15, o48_0 + v19_0, v75_0);
    if (v19_1 >= 0 && v19_1 < h48_1) st1_f(b15, o48_1 + v19_1, v75_1);
    if (v23_0 >= 0 && v23_0 < h48_0) st1_f(b15, o48_0 + v23_0, v78_0);
    if (v23_1 >= 0 && v23_1 < h48_1) st1_f(b15, o48_1 + v23_1, v78_1);
    const int64_t o83_0 UNUSED = (int64_t)v79_0 * 524288;
    const int64_t h83_0 UNUSED = v79_0 >= 0 && v79_0 < 2 ? 4096 : 0;
    const int64_t o83_1 UNUSED = (int64_t)v79_1 * 524288;
    const int64_t h83_1 UNUSED = v79_1 >= 0 && v79_1 < 2 ? 4096 : 0;
    const int64_t o84_0 UNUSED = o83_0 + (int64_t)v1 * 128;
    const int64_t h84_0 UNUSED = v1 >= 0 && v1 < h83_0 ? 128 : 0;
    const int64_t o84_1 UNUSED = o83_1 + (int64_t)v1 * 128;
    const int64_t h84_1 UNUSED = v1 >= 0 && v1 < h83_1 ? 128 : 0;
    const uint16_t v85_0 UNUSED = s_cv_f32_bf16(v75_0);
    const uint16_t v85_1 UNUSED = s_cv_f32_bf16(v75_1);
    const float v86_0 UNUSED = s_cv_bf16_f32(v85_0);
    const float v86_1 UNUSED = s_cv_bf16_f32(v85_1);
    const int32_t v87_0 UNUSED = s_as_f_i(v86_0);
    const int32_t v87_1 UNUSED = s_as_f_i(v86_1);
    const int32_t v89_0 UNUSED = (v87_0 & 2147483647);
    const int32_t v89_1 UNUSED = (v87_1 & 2147483647);
    const int v91_0 UNUSED = (v89_0 < 2139095040);
    const int v91_1 UNUSED = (v89_1 < 2139095040);
    const float v93_0 UNUSED = (v91_0 ? v75_0 : NAN);
    const float v93_1 UNUSED = (v91_1 ? v75_1 : NAN);
    const uint16_t v94_0 UNUSED = s_cv_f32_bf16(v93_0);
    const uint16_t v94_1 UNUSED = s_cv_f32_bf16(v93_1);
    const uint16_t v95_0 UNUSED = s_cv_f32_bf16(v78_0);
    const uint16_t v95_1 UNUSED = s_cv_f32_bf16(v78_1);
    const float v96_0 UNUSED = s_cv_bf16_f32(v95_0);
    const float v96_1 UNUSED = s_cv_bf16_f32(v95_1);
    const int32_t v97_0 UNUSED = s_as_f_i(v96_0);
    const int32_t v97_1 UNUSED = s_as_f_i(v96_1);
    const int32_t v98_0 UNUSED = (v97_0 & 2147483647);
    const int32_t v98_1 UNUSED = (v97_1 & 2147483647);
    const int v99_0 UNUSED = (v98_0 < 2139095040);
    const int v99_1 UNUSED = (v98_1 < 2139095040);
    const float v100_0 UNUSED = (v99_0 ? v78_0 : NAN);
    const float v100_1 UNUSED = (v99_1 ? v78_1 : NAN);
    const uint16_t v101_0 UNUSED = s_cv_f32_bf16(v100_0);
    const uint16_t v101_1 UNUSED = s_cv_f32_bf16(v100_1);
    if (v19_0 >= 0 && v19_0 < h84_0) st1_h(b16, o84_0 + v19_0, v94_0);
    if (v19_1 >= 0 && v19_1 < h84_1) st1_h(b16, o84_1 + v19_1, v94_1);
    if (v23_0 >= 0 && v23_0 < h84_0) st1_h(b16, o84_0 + v23_0, v101_0);
    if (v23_1 >= 0 && v23_1 < h84_1) st1_h(b16, o84_1 + v23_1, v101_1);
    const int64_t o104_0 UNUSED = (int64_t)v80_0 * 524288;
    const int64_t h104_0 UNUSED = v80_0 >= 0 && v80_0 < 2 ? 4096 : 0;
    const int64_t o104_1 UNUSED = (int64_t)v80_1 * 524288;
    const int64_t h104_1 UNUSED = v80_1 >= 0 && v80_1 < 2 ? 4096 : 0;
    const int64_t o105_0 UNUSED = o104_0 + (int64_t)v1 * 128;
    const int64_t h105_0 UNUSED = v1 >= 0 && v1 < h104_0 ? 128 : 0;
    const int64_t o105_1 UNUSED = o104_1 + (int64_t)v1 * 128;
    const int64_t h105_1 UNUSED = v1 >= 0 && v1 < h104_1 ? 128 : 0;
    const uint16_t v106_0 UNUSED = s_cv_f32_bf16(v62_0);
    const uint16_t v106_1 UNUSED = s_cv_f32_bf16(v62_1);
    const float v107_0 UNUSED = s_cv_bf16_f32(v106_0);
    const float v107_1 UNUSED = s_cv_bf16_f32(v106_1);
    const int32_t v108_0 UNUSED = s_as_f_i(v107_0);
    const int32_t v108_1 UNUSED = s_as_f_i(v107_1);
    const int32_t v109_0 UNUSED = (v108_0 & 2147483647);
    const int32_t v109_1 UNUSED = (v108_1 & 2147483647);
    const int v110_0 UNUSED = (v109_0 < 2139095040);
    const int v110_1 UNUSED = (v109_1 < 2139095040);
    const float v111_0 UNUSED = (v110_0 ? v62_0 : NAN);
    const float v111_1 UNUSED = (v110_1 ? v62_1 : NAN);
    const uint16_t v112_0 UNUSED = s_cv_f32_bf16(v111_0);
    const uint16_t v112_1 UNUSED = s_cv_f32_bf16(v111_1);
    const uint16_t v113_0 UNUSED = s_cv_f32_bf16(v71_0);
    const uint16_t v113_1 UNUSED = s_cv_f32_bf16(v71_1);
    const float v114_0 UNUSED = s_cv_bf16_f32(v113_0);
    const float v114_1 UNUSED = s_cv_bf16_f32(v113_1);
    const int32_t v115_0 UNUSED = s_as_f_i(v114_0);
    const int32_t v115_1 UNUSED = s_as_f_i(v114_1);
    const int32_t v116_0 UNUSED = (v115_0 & 2147483647);
    const int32_t v116_1 UNUSED = (v115_1 & 2147483647);
    const int v117_0 UNUSED = (v116_0 < 2139095040);
    const int v117_1 UNUSED = (v116_1 < 2139095040);
    const float v118_0 UNUSED = (v117_0 ? v71_0 : NAN);
    const float v118_1 UNUSED = (v117_1 ? v71_1 : NAN);
    const uint16_t v119_0 UNUSED = s_cv_f32_bf16(v118_0);
    const uint16_t v119_1 UNUSED = s_cv_f32_bf16(v118_1);
    if (v19_0 >= 0 && v19_0 < h105_0) st1_h(b17, o105_0 + v19_0, v112_0);
    if (v19_1 >= 0 && v19_1 < h105_1) st1_h(b17, o105_1 + v19_1, v112_1);
    if (v23_0 >= 0 && v23_0 < h105_0) st1_h(b17, o105_0 + v23_0, v119_0);
    if (v23_1 >= 0 && v23_1 < h105_1) st1_h(b17, o105_1 + v23_1, v119_1);
}

FN void norm_qkv_rope_append_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const long g0 UNUSED = ts_programs(16, 1);
    const long g1 UNUSED = ts_programs(64, 1);
    const int32_t v18 UNUSED = (int32_t)(pid_0 / g1);
    const int32_t v19 UNUSED = (int32_t)(pid_0 % g1);
    const int32_t v1 UNUSED = *size[0]; /* pos */
    const void *const b9 UNUSED = buf[0]; /* x */
    const void *const b10 UNUSED = buf[1]; /* gamma */
    const void *const b11 UNUSED = buf[2]; /* w */
    const void *const b12 UNUSED = buf[3]; /* bias */
    const void *const b13 UNUSED = buf[4]; /* cos */
    const void *const b14 UNUSED = buf[5]; /* sin */
    void *const b15 UNUSED = buf[6]; /* q */
    void *const b16 UNUSED = buf[7]; /* kcache */
    void *const b17 UNUSED = buf[8]; /* vcache */
    const int64_t o21 UNUSED = (int64_t)v18 * 196608;
    const int64_t o22 UNUSED = o21 + (int64_t)v19 * 1536;
    const int32_t v23 UNUSED = (v19 + 64);
    const int64_t o24 UNUSED = o21 + (int64_t)v23 * 1536;
    vf v25[4] UNUSED;
    v25[0] = sp_f(0.0f);
    v25[1] = sp_f(0.0f);
    v25[2] = sp_f(0.0f);
    v25[3] = sp_f(0.0f);
    vf v26[4] UNUSED;
    v26[0] = sp_f(0.0f);
    v26[1] = sp_f(0.0f);
    v26[2] = sp_f(0.0f);
    v26[3] = sp_f(0.0f);
    vf v27[4] UNUSED;
    v27[0] = sp_f(0.0f);
    v27[1] = sp_f(0.0f);
    v27[2] = sp_f(0.0f);
    v27[3] = sp_f(0.0f);
    int64_t i29 = 0;
    for (; i29 < 1536; i29 += 64) {
        const int32_t v29 UNUSED = (int32_t)i29;
        __builtin_prefetch((const char *)b11 + (o22 + (int64_t)v29) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b11 + (o22 + (int64_t)v29) * 16 / 8 + 2112);
        __builtin_prefetch((const char *)b11 + (o24 + (int64_t)v29) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b11 + (o24 + (int64_t)v29) * 16 / 8 + 2112);
        vf v32[4] UNUSED;
        v32[0] = ld_f(b9, (int64_t)v29);
        v32[1] = ld_f(b9, (int64_t)v29 + 1 * LANES);
        v32[2] = ld_f(b9, (int64_t)v29 + 2 * LANES);
        v32[3] = ld_f(b9, (int64_t)v29 + 3 * LANES);
        vf v35[4] UNUSED;
        v35[0] = (v32[0] * cv_bf16_f32(ld_h(b10, (int64_t)v29)));
        v35[1] = (v32[1] * cv_bf16_f32(ld_h(b10, (int64_t)v29 + 1 * LANES)));
        v35[2] = (v32[2] * cv_bf16_f32(ld_h(b10, (int64_t)v29 + 2 * LANES)));
        v35[3] = (v32[3] * cv_bf16_f32(ld_h(b10, (int64_t)v29 + 3 * LANES)));
        v25[0] = v_fma_f(cv_bf16_f32(ld_h(b11, o22 + (int64_t)v29)), v35[0], v25[0]);
        v25[1] = v_fma_f(cv_bf16_f32(ld_h(b11, o22 + (int64_t)v29 + 1 * LANES)), v35[1], v25[1]);
        v25[2] = v_fma_f(cv_bf16_f32(ld_h(b11, o22 + (int64_t)v29 + 2 * LANES)), v35[2], v25[2]);
        v25[3] = v_fma_f(cv_bf16_f32(ld_h(b11, o22 + (int64_t)v29 + 3 * LANES)), v35[3], v25[3]);
        v26[0] = v_fma_f(cv_bf16_f32(ld_h(b11, o24 + (int64_t)v29)), v35[0], v26[0]);
        v26[1] = v_fma_f(cv_bf16_f32(ld_h(b11, o24 + (int64_t)v29 + 1 * LANES)), v35[1], v26[1]);
        v26[2] = v_fma_f(cv_bf16_f32(ld_h(b11, o24 + (int64_t)v29 + 2 * LANES)), v35[2], v26[2]);
        v26[3] = v_fma_f(cv_bf16_f32(ld_h(b11, o24 + (int64_t)v29 + 3 * LANES)), v35[3], v26[3]);
        v27[0] = v_fma_f(v32[0], v32[0], v27[0]);
        v27[1] = v_fma_f(v32[1], v32[1], v27[1]);
        v27[2] = v_fma_f(v32[2], v32[2], v27[2]);
        v27[3] = v_fma_f(v32[3], v32[3], v27[3]);
    }
    const int64_t o48 UNUSED = (int64_t)v18 * 128;
    const int64_t h48 UNUSED = v18 >= 0 && v18 < 12 ? 128 : 0;
    float v50 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v25[0];
        t = t + v25[1];
        t = t + v25[2];
        t = t + v25[3];
        v50 = h_sum_f(t);
    }
    float v52 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v27[0];
        t = t + v27[1];
        t = t + v27[2];
        t = t + v27[3];
        v52 = h_sum_f(t);
    }
    const float v54 UNUSED = (v52 / 1536.0f);
    const float v56 UNUSED = (v54 + 9.99999997e-07f);
    const float v57 UNUSED = s_rsqrt_f(v56);
    const float v58 UNUSED = (v50 * v57);
    const int64_t o59 UNUSED = (int64_t)v18 * 128;
    const uint16_t v60 UNUSED = ld1_h(b12, o59 + v19);
    const float v61 UNUSED = s_cv_bf16_f32(v60);
    const float v62 UNUSED = (v58 + v61);
    const int64_t o63 UNUSED = (int64_t)v1 * 64;
    const int64_t h63 UNUSED = v1 >= 0 && v1 < 4096 ? 64 : 0;
    const float v64 UNUSED = v19 >= 0 && v19 < h63 ? ld1_f(b13, o63 + v19) : 0;
    const float v65 UNUSED = (v62 * v64);
    float v67 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v26[0];
        t = t + v26[1];
        t = t + v26[2];
        t = t + v26[3];
        v67 = h_sum_f(t);
    }
    const float v68 UNUSED = (v67 * v57);
    const uint16_t v69 UNUSED = ld1_h(b12, o59 + v23);
    const float v70 UNUSED = s_cv_bf16_f32(v69);
    const float v71 UNUSED = (v68 + v70);
    const int64_t o72 UNUSED = (int64_t)v1 * 64;
    const int64_t h72 UNUSED = v1 >= 0 && v1 < 4096 ? 64 : 0;
    const float v73 UNUSED = v19 >= 0 && v19 < h72 ? ld1_f(b14, o72 + v19) : 0;
    const float v74 UNUSED = (v71 * v73);
    const float v75 UNUSED = (v65 - v74);
    const float v76 UNUSED = (v71 * v64);
    const float v77 UNUSED = (v62 * v73);
    const float v78 UNUSED = (v76 + v77);
    const int32_t v79 UNUSED = (v18 - 12);
    const int32_t v80 UNUSED = (v79 - 2);
    if (v19 >= 0 && v19 < h48) st1_f(b15, o48 + v19, v75);
    if (v23 >= 0 && v23 < h48) st1_f(b15, o48 + v23, v78);
    const int64_t o83 UNUSED = (int64_t)v79 * 524288;
    const int64_t h83 UNUSED = v79 >= 0 && v79 < 2 ? 4096 : 0;
    const int64_t o84 UNUSED = o83 + (int64_t)v1 * 128;
    const int64_t h84 UNUSED = v1 >= 0 && v1 < h83 ? 128 : 0;
    const uint16_t v85 UNUSED = s_cv_f32_bf16(v75);
    const float v86 UNUSED = s_cv_bf16_f32(v85);
    const int32_t v87 UNUSED = s_as_f_i(v86);
    const int32_t v89 UNUSED = (v87 & 2147483647);
    const int v91 UNUSED = (v89 < 2139095040);
    const float v93 UNUSED = (v91 ? v75 : NAN);
    const uint16_t v94 UNUSED = s_cv_f32_bf16(v93);
    const uint16_t v95 UNUSED = s_cv_f32_bf16(v78);
    const float v96 UNUSED = s_cv_bf16_f32(v95);
    const int32_t v97 UNUSED = s_as_f_i(v96);
    const int32_t v98 UNUSED = (v97 & 2147483647);
    const int v99 UNUSED = (v98 < 2139095040);
    const float v100 UNUSED = (v99 ? v78 : NAN);
    const uint16_t v101 UNUSED = s_cv_f32_bf16(v100);
    if (v19 >= 0 && v19 < h84) st1_h(b16, o84 + v19, v94);
    if (v23 >= 0 && v23 < h84) st1_h(b16, o84 + v23, v101);
    const int64_t o104 UNUSED = (int64_t)v80 * 524288;
    const int64_t h104 UNUSED = v80 >= 0 && v80 < 2 ? 4096 : 0;
    const int64_t o105 UNUSED = o104 + (int64_t)v1 * 128;
    const int64_t h105 UNUSED = v1 >= 0 && v1 < h104 ? 128 : 0;
    const uint16_t v106 UNUSED = s_cv_f32_bf16(v62);
    const float v107 UNUSED = s_cv_bf16_f32(v106);
    const int32_t v108 UNUSED = s_as_f_i(v107);
    const int32_t v109 UNUSED = (v108 & 2147483647);
    const int v110 UNUSED = (v109 < 2139095040);
    const float v111 UNUSED = (v110 ? v62 : NAN);
    const uint16_t v112 UNUSED = s_cv_f32_bf16(v111);
    const uint16_t v113 UNUSED = s_cv_f32_bf16(v71);
    const float v114 UNUSED = s_cv_bf16_f32(v113);
    const int32_t v115 UNUSED = s_as_f_i(v114);
    const int32_t v116 UNUSED = (v115 & 2147483647);
    const int v117 UNUSED = (v116 < 2139095040);
    const float v118 UNUSED = (v117 ? v71 : NAN);
    const uint16_t v119 UNUSED = s_cv_f32_bf16(v118);
    if (v19 >= 0 && v19 < h105) st1_h(b17, o105 + v19, v112);
    if (v23 >= 0 && v23 < h105) st1_h(b17, o105 + v23, v119);
}

void ts_norm_qkv_rope_append(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    const long part = (hi - lo) / 2;
    for (long i = 0; i < part; i++) norm_qkv_rope_append_run2(buf, size, lo + 0 * part + i, lo + 1 * part + i);
    lo += 2 * part;
    for (long i = lo; i < hi; i++) norm_qkv_rope_append_run1(buf, size, i);
}


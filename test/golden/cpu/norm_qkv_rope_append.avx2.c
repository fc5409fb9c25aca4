#define LANES 8
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
    vf v25[8] UNUSED;
    v25[0] = sp_f(0.0f);
    v25[1] = sp_f(0.0f);
    v25[2] = sp_f(0.0f);
    v25[3] = sp_f(0.0f);
    v25[4] = sp_f(0.0f);
    v25[5] = sp_f(0.0f);
    v25[6] = sp_f(0.0f);
    v25[7] = sp_f(0.0f);
    vf v26[8] UNUSED;
    v26[0] = sp_f(0.0f);
    v26[1] = sp_f(0.0f);
    v26[2] = sp_f(0.0f);
    v26[3] = sp_f(0.0f);
    v26[4] = sp_f(0.0f);
    v26[5] = sp_f(0.0f);
    v26[6] = sp_f(0.0f);
    v26[7] = sp_f(0.0f);
    vf v27[8] UNUSED;
    v27[0] = sp_f(0.0f);
    v27[1] = sp_f(0.0f);
    v27[2] = sp_f(0.0f);
    v27[3] = sp_f(0.0f);
    v27[4] = sp_f(0.0f);
    v27[5] = sp_f(0.0f);
    v27[6] = sp_f(0.0f);
    v27[7] = sp_f(0.0f);
    int64_t i29 = 0;
    for (; i29 < 1536; i29 += 64) {
        const int32_t v29 UNUSED = (int32_t)i29;
        __builtin_prefetch((const char *)b11 + (o22 + (int64_t)v29) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b11 + (o22 + (int64_t)v29) * 16 / 8 + 2112);
        __builtin_prefetch((const char *)b11 + (o24 + (int64_t)v29) * 16 / 8 + 2048);
        __builtin_prefetch((const char *)b11 + (o24 + (int64_t)v29) * 16 / 8 + 2112);
        vf v32[8] UNUSED;
        v32[0] = ld_f(b9, (int64_t)v29);
        v32[1] = ld_f(b9, (int64_t)v29 + 1 * LANES);
        v32[2] = ld_f(b9, (int64_t)v29 + 2 * LANES);
        v32[3] = ld_f(b9, (int64_t)v29 + 3 * LANES);
        v32[4] = ld_f(b9, (int64_t)v29 + 4 * LANES);
        v32[5] = ld_f(b9, (int64_t)v29 + 5 * LANES);
        v32[6] = ld_f(b9, (int64_t)v29 + 6 * LANES);
        v32[7] = ld_f(b9, (int64_t)v29 + 7 * LANES);
        vf v35[8] UNUSED;
        v35[0] = (v32[0] * cv_bf16_f32(ld_h(b10, (int64_t)v29)));
        v35[1] = (v32[1] * cv_bf16_f32(ld_h(b10, (int64_t)v29 + 1 * LANES)));
        v35[2] = (v32[2] * cv_bf16_f32(ld_h(b10, (int64_t)v29 + 2 * LANES)));
        v35[3] = (v32[3] * cv_bf16_f32(ld_h(b10, (int64_t)v29 + 3 * LANES)));
        v35[4] = (v32[4] * cv_bf16_f32(ld_h(b10, (int64_t)v29 + 4 * LANES)));
        v35[5] = (v32[5] * cv_bf16_f32(ld_h(b10, (int64_t)v29 + 5 * LANES)));
        v35[6] = (v32[6] * cv_bf16_f32(ld_h(b10, (int64_t)v29 + 6 * LANES)));
        v35[7] = (v32[7] * cv_bf16_f32(ld_h(b10, (int64_t)v29 + 7 * LANES)));
        v25[0] = v_fma_f(cv_bf16_f32(ld_h(b11, o22 + (int64_t)v29)), v35[0], v25[0]);
        v25[1] = v_fma_f(cv_bf16_f32(ld_h(b11, o22 + (int64_t)v29 + 1 * LANES)), v35[1], v25[1]);
        v25[2] = v_fma_f(cv_bf16_f32(ld_h(b11, o22 + (int64_t)v29 + 2 * LANES)), v35[2], v25[2]);
        v25[3] = v_fma_f(cv_bf16_f32(ld_h(b11, o22 + (int64_t)v29 + 3 * LANES)), v35[3], v25[3]);
        v25[4] = v_fma_f(cv_bf16_f32(ld_h(b11, o22 + (int64_t)v29 + 4 * LANES)), v35[4], v25[4]);
        v25[5] = v_fma_f(cv_bf16_f32(ld_h(b11, o22 + (int64_t)v29 + 5 * LANES)), v35[5], v25[5]);
        v25[6] = v_fma_f(cv_bf16_f32(ld_h(b11, o22 + (int64_t)v29 + 6 * LANES)), v35[6], v25[6]);
        v25[7] = v_fma_f(cv_bf16_f32(ld_h(b11, o22 + (int64_t)v29 + 7 * LANES)), v35[7], v25[7]);
        v26[0] = v_fma_f(cv_bf16_f32(ld_h(b11, o24 + (int64_t)v29)), v35[0], v26[0]);
        v26[1] = v_fma_f(cv_bf16_f32(ld_h(b11, o24 + (int64_t)v29 + 1 * LANES)), v35[1], v26[1]);
        v26[2] = v_fma_f(cv_bf16_f32(ld_h(b11, o24 + (int64_t)v29 + 2 * LANES)), v35[2], v26[2]);
        v26[3] = v_fma_f(cv_bf16_f32(ld_h(b11, o24 + (int64_t)v29 + 3 * LANES)), v35[3], v26[3]);
        v26[4] = v_fma_f(cv_bf16_f32(ld_h(b11, o24 + (int64_t)v29 + 4 * LANES)), v35[4], v26[4]);
        v26[5] = v_fma_f(cv_bf16_f32(ld_h(b11, o24 + (int64_t)v29 + 5 * LANES)), v35[5], v26[5]);
        v26[6] = v_fma_f(cv_bf16_f32(ld_h(b11, o24 + (int64_t)v29 + 6 * LANES)), v35[6], v26[6]);
        v26[7] = v_fma_f(cv_bf16_f32(ld_h(b11, o24 + (int64_t)v29 + 7 * LANES)), v35[7], v26[7]);
        v27[0] = v_fma_f(v32[0], v32[0], v27[0]);
        v27[1] = v_fma_f(v32[1], v32[1], v27[1]);
        v27[2] = v_fma_f(v32[2], v32[2], v27[2]);
        v27[3] = v_fma_f(v32[3], v32[3], v27[3]);
        v27[4] = v_fma_f(v32[4], v32[4], v27[4]);
        v27[5] = v_fma_f(v32[5], v32[5], v27[5]);
        v27[6] = v_fma_f(v32[6], v32[6], v27[6]);
        v27[7] = v_fma_f(v32[7], v32[7], v27[7]);
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
        t = t + v25[4];
        t = t + v25[5];
        t = t + v25[6];
        t = t + v25[7];
        v50 = h_sum_f(t);
    }
    float v52 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v27[0];
        t = t + v27[1];
        t = t + v27[2];
        t = t + v27[3];
        t = t + v27[4];
        t = t + v27[5];
        t = t + v27[6];
        t = t + v27[7];
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
        t = t + v26[4];
        t = t + v26[5];
        t = t + v26[6];
        t = t + v26[7];
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
    for (long i = lo; i < hi; i++) norm_qkv_rope_append_run1(buf, size, i);
}


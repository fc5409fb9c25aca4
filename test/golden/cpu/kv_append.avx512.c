#define LANES 16
CAST_SCALAR(f32, float, bf16, uint16_t)
CAST_SCALAR(bf16, uint16_t, f32, float)

/* ---- kv_append ---- */

const char ts_kv_append_needs[] = "k:32:2*128,v:32:2*128,kcache:16:2*4096*128,vcache:16:2*4096*128";
const char ts_kv_append_modes[] = "iibb";
const int ts_kv_append_sizes = 1;
const long ts_kv_append_cost = 1025;

long ts_kv_append_grid(const int32_t *const *size UNUSED)
{
    const long g0 UNUSED = ts_programs(2, 1);
    return g0;
}

FN void kv_append_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const long g0 UNUSED = ts_programs(2, 1);
    const int32_t v9 UNUSED = (int32_t)(pid_0);
    const int32_t v1 UNUSED = *size[0]; /* pos */
    const void *const b5 UNUSED = buf[0]; /* k */
    const void *const b6 UNUSED = buf[1]; /* v */
    void *const b7 UNUSED = buf[2]; /* kcache */
    void *const b8 UNUSED = buf[3]; /* vcache */
    const int64_t o10 UNUSED = (int64_t)v9 * 524288;
    const int64_t o11 UNUSED = o10 + (int64_t)v1 * 128;
    const int64_t h11 UNUSED = v1 >= 0 && v1 < 4096 ? 128 : 0;
    const int64_t o13 UNUSED = (int64_t)v9 * 128;
    vf v14[8] UNUSED;
    v14[0] = ld_f(b5, o13);
    v14[1] = ld_f(b5, o13 + 1 * LANES);
    v14[2] = ld_f(b5, o13 + 2 * LANES);
    v14[3] = ld_f(b5, o13 + 3 * LANES);
    v14[4] = ld_f(b5, o13 + 4 * LANES);
    v14[5] = ld_f(b5, o13 + 5 * LANES);
    v14[6] = ld_f(b5, o13 + 6 * LANES);
    v14[7] = ld_f(b5, o13 + 7 * LANES);
    stm_h(b7, o11, 1, -(0), ts_least(h11 - (0), LANES), cv_f32_bf16(v_select_f((vm)((as_f_i(cv_bf16_f32(cv_f32_bf16(v14[0]))) & sp_i(2147483647)) < sp_i(2139095040)), v14[0], sp_f(NAN))));
    stm_h(b7, o11 + 1 * LANES, 1, -(1 * LANES), ts_least(h11 - (1 * LANES), LANES), cv_f32_bf16(v_select_f((vm)((as_f_i(cv_bf16_f32(cv_f32_bf16(v14[1]))) & sp_i(2147483647)) < sp_i(2139095040)), v14[1], sp_f(NAN))));
    stm_h(b7, o11 + 2 * LANES, 1, -(2 * LANES), ts_least(h11 - (2 * LANES), LANES), cv_f32_bf16(v_select_f((vm)((as_f_i(cv_bf16_f32(cv_f32_bf16(v14[2]))) & sp_i(2147483647)) < sp_i(2139095040)), v14[2], sp_f(NAN))));
    stm_h(b7, o11 + 3 * LANES, 1, -(3 * LANES), ts_least(h11 - (3 * LANES), LANES), cv_f32_bf16(v_select_f((vm)((as_f_i(cv_bf16_f32(cv_f32_bf16(v14[3]))) & sp_i(2147483647)) < sp_i(2139095040)), v14[3], sp_f(NAN))));
    stm_h(b7, o11 + 4 * LANES, 1, -(4 * LANES), ts_least(h11 - (4 * LANES), LANES), cv_f32_bf16(v_select_f((vm)((as_f_i(cv_bf16_f32(cv_f32_bf16(v14[4]))) & sp_i(2147483647)) < sp_i(2139095040)), v14[4], sp_f(NAN))));
    stm_h(b7, o11 + 5 * LANES, 1, -(5 * LANES), ts_least(h11 - (5 * LANES), LANES), cv_f32_bf16(v_select_f((vm)((as_f_i(cv_bf16_f32(cv_f32_bf16(v14[5]))) & sp_i(2147483647)) < sp_i(2139095040)), v14[5], sp_f(NAN))));
    stm_h(b7, o11 + 6 * LANES, 1, -(6 * LANES), ts_least(h11 - (6 * LANES), LANES), cv_f32_bf16(v_select_f((vm)((as_f_i(cv_bf16_f32(cv_f32_bf16(v14[6]))) & sp_i(2147483647)) < sp_i(2139095040)), v14[6], sp_f(NAN))));
    stm_h(b7, o11 + 7 * LANES, 1, -(7 * LANES), ts_least(h11 - (7 * LANES), LANES), cv_f32_bf16(v_select_f((vm)((as_f_i(cv_bf16_f32(cv_f32_bf16(v14[7]))) & sp_i(2147483647)) < sp_i(2139095040)), v14[7], sp_f(NAN))));
    const int64_t o26 UNUSED = (int64_t)v9 * 524288;
    const int64_t o27 UNUSED = o26 + (int64_t)v1 * 128;
    const int64_t h27 UNUSED = v1 >= 0 && v1 < 4096 ? 128 : 0;
    const int64_t o28 UNUSED = (int64_t)v9 * 128;
    vf v29[8] UNUSED;
    v29[0] = ld_f(b6, o28);
    v29[1] = ld_f(b6, o28 + 1 * LANES);
    v29[2] = ld_f(b6, o28 + 2 * LANES);
    v29[3] = ld_f(b6, o28 + 3 * LANES);
    v29[4] = ld_f(b6, o28 + 4 * LANES);
    v29[5] = ld_f(b6, o28 + 5 * LANES);
    v29[6] = ld_f(b6, o28 + 6 * LANES);
    v29[7] = ld_f(b6, o28 + 7 * LANES);
    stm_h(b8, o27, 1, -(0), ts_least(h27 - (0), LANES), cv_f32_bf16(v_select_f((vm)((as_f_i(cv_bf16_f32(cv_f32_bf16(v29[0]))) & sp_i(2147483647)) < sp_i(2139095040)), v29[0], sp_f(NAN))));
    stm_h(b8, o27 + 1 * LANES, 1, -(1 * LANES), ts_least(h27 - (1 * LANES), LANES), cv_f32_bf16(v_select_f((vm)((as_f_i(cv_bf16_f32(cv_f32_bf16(v29[1]))) & sp_i(2147483647)) < sp_i(2139095040)), v29[1], sp_f(NAN))));
    stm_h(b8, o27 + 2 * LANES, 1, -(2 * LANES), ts_least(h27 - (2 * LANES), LANES), cv_f32_bf16(v_select_f((vm)((as_f_i(cv_bf16_f32(cv_f32_bf16(v29[2]))) & sp_i(2147483647)) < sp_i(2139095040)), v29[2], sp_f(NAN))));
    stm_h(b8, o27 + 3 * LANES, 1, -(3 * LANES), ts_least(h27 - (3 * LANES), LANES), cv_f32_bf16(v_select_f((vm)((as_f_i(cv_bf16_f32(cv_f32_bf16(v29[3]))) & sp_i(2147483647)) < sp_i(2139095040)), v29[3], sp_f(NAN))));
    stm_h(b8, o27 + 4 * LANES, 1, -(4 * LANES), ts_least(h27 - (4 * LANES), LANES), cv_f32_bf16(v_select_f((vm)((as_f_i(cv_bf16_f32(cv_f32_bf16(v29[4]))) & sp_i(2147483647)) < sp_i(2139095040)), v29[4], sp_f(NAN))));
    stm_h(b8, o27 + 5 * LANES, 1, -(5 * LANES), ts_least(h27 - (5 * LANES), LANES), cv_f32_bf16(v_select_f((vm)((as_f_i(cv_bf16_f32(cv_f32_bf16(v29[5]))) & sp_i(2147483647)) < sp_i(2139095040)), v29[5], sp_f(NAN))));
    stm_h(b8, o27 + 6 * LANES, 1, -(6 * LANES), ts_least(h27 - (6 * LANES), LANES), cv_f32_bf16(v_select_f((vm)((as_f_i(cv_bf16_f32(cv_f32_bf16(v29[6]))) & sp_i(2147483647)) < sp_i(2139095040)), v29[6], sp_f(NAN))));
    stm_h(b8, o27 + 7 * LANES, 1, -(7 * LANES), ts_least(h27 - (7 * LANES), LANES), cv_f32_bf16(v_select_f((vm)((as_f_i(cv_bf16_f32(cv_f32_bf16(v29[7]))) & sp_i(2147483647)) < sp_i(2139095040)), v29[7], sp_f(NAN))));
}

void ts_kv_append(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) kv_append_run1(buf, size, i);
}


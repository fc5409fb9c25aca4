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
    stm_h(b7, o11, 1, -(0), ts_least(h11 - (0), LANES), cv_f32_bf16(v_select_f((vm)(v_abs_f(cv_bf16_f32(cv_f32_bf16(v14[0]))) <= sp_f(3.40282347e+38f)), v14[0], sp_f(NAN))));
    stm_h(b7, o11 + 1 * LANES, 1, -(1 * LANES), ts_least(h11 - (1 * LANES), LANES), cv_f32_bf16(v_select_f((vm)(v_abs_f(cv_bf16_f32(cv_f32_bf16(v14[1]))) <= sp_f(3.40282347e+38f)), v14[1], sp_f(NAN))));
    stm_h(b7, o11 + 2 * LANES, 1, -(2 * LANES), ts_least(h11 - (2 * LANES), LANES), cv_f32_bf16(v_select_f((vm)(v_abs_f(cv_bf16_f32(cv_f32_bf16(v14[2]))) <= sp_f(3.40282347e+38f)), v14[2], sp_f(NAN))));
    stm_h(b7, o11 + 3 * LANES, 1, -(3 * LANES), ts_least(h11 - (3 * LANES), LANES), cv_f32_bf16(v_select_f((vm)(v_abs_f(cv_bf16_f32(cv_f32_bf16(v14[3]))) <= sp_f(3.40282347e+38f)), v14[3], sp_f(NAN))));
    stm_h(b7, o11 + 4 * LANES, 1, -(4 * LANES), ts_least(h11 - (4 * LANES), LANES), cv_f32_bf16(v_select_f((vm)(v_abs_f(cv_bf16_f32(cv_f32_bf16(v14[4]))) <= sp_f(3.40282347e+38f)), v14[4], sp_f(NAN))));
    stm_h(b7, o11 + 5 * LANES, 1, -(5 * LANES), ts_least(h11 - (5 * LANES), LANES), cv_f32_bf16(v_select_f((vm)(v_abs_f(cv_bf16_f32(cv_f32_bf16(v14[5]))) <= sp_f(3.40282347e+38f)), v14[5], sp_f(NAN))));
    stm_h(b7, o11 + 6 * LANES, 1, -(6 * LANES), ts_least(h11 - (6 * LANES), LANES), cv_f32_bf16(v_select_f((vm)(v_abs_f(cv_bf16_f32(cv_f32_bf16(v14[6]))) <= sp_f(3.40282347e+38f)), v14[6], sp_f(NAN))));
    stm_h(b7, o11 + 7 * LANES, 1, -(7 * LANES), ts_least(h11 - (7 * LANES), LANES), cv_f32_bf16(v_select_f((vm)(v_abs_f(cv_bf16_f32(cv_f32_bf16(v14[7]))) <= sp_f(3.40282347e+38f)), v14[7], sp_f(NAN))));
    const int64_t o24 UNUSED = (int64_t)v9 * 524288;
    const int64_t o25 UNUSED = o24 + (int64_t)v1 * 128;
    const int64_t h25 UNUSED = v1 >= 0 && v1 < 4096 ? 128 : 0;
    const int64_t o26 UNUSED = (int64_t)v9 * 128;
    vf v27[8] UNUSED;
    v27[0] = ld_f(b6, o26);
    v27[1] = ld_f(b6, o26 + 1 * LANES);
    v27[2] = ld_f(b6, o26 + 2 * LANES);
    v27[3] = ld_f(b6, o26 + 3 * LANES);
    v27[4] = ld_f(b6, o26 + 4 * LANES);
    v27[5] = ld_f(b6, o26 + 5 * LANES);
    v27[6] = ld_f(b6, o26 + 6 * LANES);
    v27[7] = ld_f(b6, o26 + 7 * LANES);
    stm_h(b8, o25, 1, -(0), ts_least(h25 - (0), LANES), cv_f32_bf16(v_select_f((vm)(v_abs_f(cv_bf16_f32(cv_f32_bf16(v27[0]))) <= sp_f(3.40282347e+38f)), v27[0], sp_f(NAN))));
    stm_h(b8, o25 + 1 * LANES, 1, -(1 * LANES), ts_least(h25 - (1 * LANES), LANES), cv_f32_bf16(v_select_f((vm)(v_abs_f(cv_bf16_f32(cv_f32_bf16(v27[1]))) <= sp_f(3.40282347e+38f)), v27[1], sp_f(NAN))));
    stm_h(b8, o25 + 2 * LANES, 1, -(2 * LANES), ts_least(h25 - (2 * LANES), LANES), cv_f32_bf16(v_select_f((vm)(v_abs_f(cv_bf16_f32(cv_f32_bf16(v27[2]))) <= sp_f(3.40282347e+38f)), v27[2], sp_f(NAN))));
    stm_h(b8, o25 + 3 * LANES, 1, -(3 * LANES), ts_least(h25 - (3 * LANES), LANES), cv_f32_bf16(v_select_f((vm)(v_abs_f(cv_bf16_f32(cv_f32_bf16(v27[3]))) <= sp_f(3.40282347e+38f)), v27[3], sp_f(NAN))));
    stm_h(b8, o25 + 4 * LANES, 1, -(4 * LANES), ts_least(h25 - (4 * LANES), LANES), cv_f32_bf16(v_select_f((vm)(v_abs_f(cv_bf16_f32(cv_f32_bf16(v27[4]))) <= sp_f(3.40282347e+38f)), v27[4], sp_f(NAN))));
    stm_h(b8, o25 + 5 * LANES, 1, -(5 * LANES), ts_least(h25 - (5 * LANES), LANES), cv_f32_bf16(v_select_f((vm)(v_abs_f(cv_bf16_f32(cv_f32_bf16(v27[5]))) <= sp_f(3.40282347e+38f)), v27[5], sp_f(NAN))));
    stm_h(b8, o25 + 6 * LANES, 1, -(6 * LANES), ts_least(h25 - (6 * LANES), LANES), cv_f32_bf16(v_select_f((vm)(v_abs_f(cv_bf16_f32(cv_f32_bf16(v27[6]))) <= sp_f(3.40282347e+38f)), v27[6], sp_f(NAN))));
    stm_h(b8, o25 + 7 * LANES, 1, -(7 * LANES), ts_least(h25 - (7 * LANES), LANES), cv_f32_bf16(v_select_f((vm)(v_abs_f(cv_bf16_f32(cv_f32_bf16(v27[7]))) <= sp_f(3.40282347e+38f)), v27[7], sp_f(NAN))));
}

void ts_kv_append(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) kv_append_run1(buf, size, i);
}


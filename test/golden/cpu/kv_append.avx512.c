#define LANES 16
CAST_SCALAR(f32, float, bf16, uint16_t)

/* ---- kv_append ---- */

const char ts_kv_append_needs[] = "k:32:2*128,v:32:2*128,kcache:16:2*4096*128,vcache:16:2*4096*128";
const char ts_kv_append_modes[] = "iibb";
const int ts_kv_append_sizes = 1;
const long ts_kv_append_cost = 1025;

long ts_kv_append_grid(const int32_t *const *size UNUSED)
{
    const long g0 UNUSED = ts_programs(2, 1);
    return 1 * g0;
}

FN void kv_append_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const long g0 UNUSED = ts_programs(2, 1);
    const int32_t v9 UNUSED = (int32_t)(pid_0) * 1;
    const int32_t v1 UNUSED = *size[0]; /* pos */
    const void *const b5 UNUSED = buf[0]; /* k */
    const void *const b6 UNUSED = buf[1]; /* v */
    void *const b7 UNUSED = buf[2]; /* kcache */
    void *const b8 UNUSED = buf[3]; /* vcache */
    const int64_t o10 UNUSED = (int64_t)v9 * 524288;
    const int64_t o11 UNUSED = o10 + (int64_t)v1 * 128;
    const int64_t h11 UNUSED = v1 >= 0 && v1 < 4096 ? 128 : 0;
    const int64_t o13 UNUSED = (int64_t)v9 * 128;
    stm_h(b7, o11, 1, -(0), ts_least(h11 - (0), LANES), cv_f32_bf16(ld_f(b5, o13)));
    stm_h(b7, o11 + 1 * LANES, 1, -(1 * LANES), ts_least(h11 - (1 * LANES), LANES), cv_f32_bf16(ld_f(b5, o13 + 1 * LANES)));
    stm_h(b7, o11 + 2 * LANES, 1, -(2 * LANES), ts_least(h11 - (2 * LANES), LANES), cv_f32_bf16(ld_f(b5, o13 + 2 * LANES)));
    stm_h(b7, o11 + 3 * LANES, 1, -(3 * LANES), ts_least(h11 - (3 * LANES), LANES), cv_f32_bf16(ld_f(b5, o13 + 3 * LANES)));
    stm_h(b7, o11 + 4 * LANES, 1, -(4 * LANES), ts_least(h11 - (4 * LANES), LANES), cv_f32_bf16(ld_f(b5, o13 + 4 * LANES)));
    stm_h(b7, o11 + 5 * LANES, 1, -(5 * LANES), ts_least(h11 - (5 * LANES), LANES), cv_f32_bf16(ld_f(b5, o13 + 5 * LANES)));
    stm_h(b7, o11 + 6 * LANES, 1, -(6 * LANES), ts_least(h11 - (6 * LANES), LANES), cv_f32_bf16(ld_f(b5, o13 + 6 * LANES)));
    stm_h(b7, o11 + 7 * LANES, 1, -(7 * LANES), ts_least(h11 - (7 * LANES), LANES), cv_f32_bf16(ld_f(b5, o13 + 7 * LANES)));
    const int64_t o17 UNUSED = (int64_t)v9 * 524288;
    const int64_t o18 UNUSED = o17 + (int64_t)v1 * 128;
    const int64_t h18 UNUSED = v1 >= 0 && v1 < 4096 ? 128 : 0;
    const int64_t o19 UNUSED = (int64_t)v9 * 128;
    stm_h(b8, o18, 1, -(0), ts_least(h18 - (0), LANES), cv_f32_bf16(ld_f(b6, o19)));
    stm_h(b8, o18 + 1 * LANES, 1, -(1 * LANES), ts_least(h18 - (1 * LANES), LANES), cv_f32_bf16(ld_f(b6, o19 + 1 * LANES)));
    stm_h(b8, o18 + 2 * LANES, 1, -(2 * LANES), ts_least(h18 - (2 * LANES), LANES), cv_f32_bf16(ld_f(b6, o19 + 2 * LANES)));
    stm_h(b8, o18 + 3 * LANES, 1, -(3 * LANES), ts_least(h18 - (3 * LANES), LANES), cv_f32_bf16(ld_f(b6, o19 + 3 * LANES)));
    stm_h(b8, o18 + 4 * LANES, 1, -(4 * LANES), ts_least(h18 - (4 * LANES), LANES), cv_f32_bf16(ld_f(b6, o19 + 4 * LANES)));
    stm_h(b8, o18 + 5 * LANES, 1, -(5 * LANES), ts_least(h18 - (5 * LANES), LANES), cv_f32_bf16(ld_f(b6, o19 + 5 * LANES)));
    stm_h(b8, o18 + 6 * LANES, 1, -(6 * LANES), ts_least(h18 - (6 * LANES), LANES), cv_f32_bf16(ld_f(b6, o19 + 6 * LANES)));
    stm_h(b8, o18 + 7 * LANES, 1, -(7 * LANES), ts_least(h18 - (7 * LANES), LANES), cv_f32_bf16(ld_f(b6, o19 + 7 * LANES)));
}

void ts_kv_append(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) kv_append_run1(buf, size, i);
}


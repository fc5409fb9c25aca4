#define LANES 4
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
    vf v14[32] UNUSED;
    for (int s = 0; s < 32; s++)
        v14[s] = ld_f(b5, o13 + s * LANES);
    for (int s = 0; s < 32; s++)
        stm_h(b7, o11 + s * LANES, 1, -(s * LANES), ts_least(h11 - (s * LANES), LANES), cv_f32_bf16(v_select_f((vm)((as_f_i(cv_bf16_f32(cv_f32_bf16(v14[s]))) & sp_i(2147483647)) < sp_i(2139095040)), v14[s], sp_f(NAN))));
    const int64_t o26 UNUSED = (int64_t)v9 * 524288;
    const int64_t o27 UNUSED = o26 + (int64_t)v1 * 128;
    const int64_t h27 UNUSED = v1 >= 0 && v1 < 4096 ? 128 : 0;
    const int64_t o28 UNUSED = (int64_t)v9 * 128;
    vf v29[32] UNUSED;
    for (int s = 0; s < 32; s++)
        v29[s] = ld_f(b6, o28 + s * LANES);
    for (int s = 0; s < 32; s++)
        stm_h(b8, o27 + s * LANES, 1, -(s * LANES), ts_least(h27 - (s * LANES), LANES), cv_f32_bf16(v_select_f((vm)((as_f_i(cv_bf16_f32(cv_f32_bf16(v29[s]))) & sp_i(2147483647)) < sp_i(2139095040)), v29[s], sp_f(NAN))));
}

void ts_kv_append(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) kv_append_run1(buf, size, i);
}


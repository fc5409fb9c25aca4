#define LANES 16

/* ---- embedding_lookup ---- */

/* tessera kernel=embedding_lookup entry=ts_embedding_lookup params=i16:table:151936*1536,i32:token:1,o32:y:1536 sizes=0 cost=129 */

long ts_embedding_lookup_grid(const int32_t *const *size UNUSED)
{
    const long g0 UNUSED = ts_programs(1536, 64);
    return g0;
}

FN void embedding_lookup_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const long g0 UNUSED = ts_programs(1536, 64);
    const int32_t v7 UNUSED = (int32_t)(pid_0) * 64;
    const void *const b3 UNUSED = buf[0]; /* table */
    const void *const b5 UNUSED = buf[1]; /* token */
    void *const b6 UNUSED = buf[2]; /* y */
    const uint32_t v9 UNUSED = ld1_u(b5, 0);
    const int32_t v10 UNUSED = s_cv_u32_i32(v9);
    const int64_t o11 UNUSED = (int64_t)v10 * 1536;
    const int64_t h11 UNUSED = v10 >= 0 && v10 < 151936 ? 1536 : 0;
    st_f(b6, (int64_t)v7, cv_bf16_f32(ldm_h(b3, o11 + (int64_t)v7, 1, -((int64_t)v7), ts_least(h11 - ((int64_t)v7), LANES))));
    st_f(b6, (int64_t)v7 + 1 * LANES, cv_bf16_f32(ldm_h(b3, o11 + (int64_t)v7 + 1 * LANES, 1, -((int64_t)v7 + 1 * LANES), ts_least(h11 - ((int64_t)v7 + 1 * LANES), LANES))));
    st_f(b6, (int64_t)v7 + 2 * LANES, cv_bf16_f32(ldm_h(b3, o11 + (int64_t)v7 + 2 * LANES, 1, -((int64_t)v7 + 2 * LANES), ts_least(h11 - ((int64_t)v7 + 2 * LANES), LANES))));
    st_f(b6, (int64_t)v7 + 3 * LANES, cv_bf16_f32(ldm_h(b3, o11 + (int64_t)v7 + 3 * LANES, 1, -((int64_t)v7 + 3 * LANES), ts_least(h11 - ((int64_t)v7 + 3 * LANES), LANES))));
}

void ts_embedding_lookup(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) embedding_lookup_run1(buf, size, i);
}


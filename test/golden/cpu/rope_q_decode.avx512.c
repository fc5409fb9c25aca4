#define LANES 16

/* ---- rope_q_decode ---- */

const char ts_rope_q_decode_needs[] = "q:32:12*128,cos:32:4096*64,sin:32:4096*64";
const char ts_rope_q_decode_modes[] = "bii";
const int ts_rope_q_decode_sizes = 1;
const long ts_rope_q_decode_cost = 513;

long ts_rope_q_decode_grid(const int32_t *const *size UNUSED)
{
    const long g0 UNUSED = ts_programs(12, 1);
    return g0;
}

FN void rope_q_decode_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const long g0 UNUSED = ts_programs(12, 1);
    const int32_t v9 UNUSED = (int32_t)(pid_0);
    const int32_t v1 UNUSED = *size[0]; /* pos */
    void *const b6 UNUSED = buf[0]; /* q */
    const void *const b7 UNUSED = buf[1]; /* cos */
    const void *const b8 UNUSED = buf[2]; /* sin */
    const int64_t o10 UNUSED = (int64_t)v9 * 128;
    vf v12[4] UNUSED;
    v12[0] = ld_f(b6, o10);
    v12[1] = ld_f(b6, o10 + 1 * LANES);
    v12[2] = ld_f(b6, o10 + 2 * LANES);
    v12[3] = ld_f(b6, o10 + 3 * LANES);
    const int64_t o13 UNUSED = (int64_t)v1 * 64;
    const int64_t h13 UNUSED = v1 >= 0 && v1 < 4096 ? 64 : 0;
    vf v14[4] UNUSED;
    v14[0] = ldm_f(b7, o13, 1, -(0), ts_least(h13 - (0), LANES));
    v14[1] = ldm_f(b7, o13 + 1 * LANES, 1, -(1 * LANES), ts_least(h13 - (1 * LANES), LANES));
    v14[2] = ldm_f(b7, o13 + 2 * LANES, 1, -(2 * LANES), ts_least(h13 - (2 * LANES), LANES));
    v14[3] = ldm_f(b7, o13 + 3 * LANES, 1, -(3 * LANES), ts_least(h13 - (3 * LANES), LANES));
    vf v16[4] UNUSED;
    v16[0] = ld_f(b6, o10 + (int64_t)64);
    v16[1] = ld_f(b6, o10 + (int64_t)64 + 1 * LANES);
    v16[2] = ld_f(b6, o10 + (int64_t)64 + 2 * LANES);
    v16[3] = ld_f(b6, o10 + (int64_t)64 + 3 * LANES);
    const int64_t o17 UNUSED = (int64_t)v1 * 64;
    const int64_t h17 UNUSED = v1 >= 0 && v1 < 4096 ? 64 : 0;
    vf v18[4] UNUSED;
    v18[0] = ldm_f(b8, o17, 1, -(0), ts_least(h17 - (0), LANES));
    v18[1] = ldm_f(b8, o17 + 1 * LANES, 1, -(1 * LANES), ts_least(h17 - (1 * LANES), LANES));
    v18[2] = ldm_f(b8, o17 + 2 * LANES, 1, -(2 * LANES), ts_least(h17 - (2 * LANES), LANES));
    v18[3] = ldm_f(b8, o17 + 3 * LANES, 1, -(3 * LANES), ts_least(h17 - (3 * LANES), LANES));
    st_f(b6, o10, ((v12[0] * v14[0]) - (v16[0] * v18[0])));
    st_f(b6, o10 + 1 * LANES, ((v12[1] * v14[1]) - (v16[1] * v18[1])));
    st_f(b6, o10 + 2 * LANES, ((v12[2] * v14[2]) - (v16[2] * v18[2])));
    st_f(b6, o10 + 3 * LANES, ((v12[3] * v14[3]) - (v16[3] * v18[3])));
    st_f(b6, o10 + (int64_t)64, ((v16[0] * v14[0]) + (v12[0] * v18[0])));
    st_f(b6, o10 + (int64_t)64 + 1 * LANES, ((v16[1] * v14[1]) + (v12[1] * v18[1])));
    st_f(b6, o10 + (int64_t)64 + 2 * LANES, ((v16[2] * v14[2]) + (v12[2] * v18[2])));
    st_f(b6, o10 + (int64_t)64 + 3 * LANES, ((v16[3] * v14[3]) + (v12[3] * v18[3])));
}

void ts_rope_q_decode(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) rope_q_decode_run1(buf, size, i);
}


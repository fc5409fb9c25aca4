#define LANES 4

/* ---- residual_add ---- */

const char ts_residual_add_needs[] = "a:32:1536,b:32:1536,y:32:1536";
const char ts_residual_add_modes[] = "iio";
const int ts_residual_add_sizes = 0;
const long ts_residual_add_cost = 513;

long ts_residual_add_grid(const int32_t *const *size UNUSED)
{
    const long g0 UNUSED = ts_programs(1536, 64);
    return g0;
}

FN void residual_add_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const long g0 UNUSED = ts_programs(1536, 64);
    const int32_t v5 UNUSED = (int32_t)(pid_0) * 64;
    const void *const b2 UNUSED = buf[0]; /* a */
    const void *const b3 UNUSED = buf[1]; /* b */
    void *const b4 UNUSED = buf[2]; /* y */
    st_f(b4, (int64_t)v5, (ld_f(b2, (int64_t)v5) + ld_f(b3, (int64_t)v5)));
    st_f(b4, (int64_t)v5 + 1 * LANES, (ld_f(b2, (int64_t)v5 + 1 * LANES) + ld_f(b3, (int64_t)v5 + 1 * LANES)));
    st_f(b4, (int64_t)v5 + 2 * LANES, (ld_f(b2, (int64_t)v5 + 2 * LANES) + ld_f(b3, (int64_t)v5 + 2 * LANES)));
    st_f(b4, (int64_t)v5 + 3 * LANES, (ld_f(b2, (int64_t)v5 + 3 * LANES) + ld_f(b3, (int64_t)v5 + 3 * LANES)));
    st_f(b4, (int64_t)v5 + 4 * LANES, (ld_f(b2, (int64_t)v5 + 4 * LANES) + ld_f(b3, (int64_t)v5 + 4 * LANES)));
    st_f(b4, (int64_t)v5 + 5 * LANES, (ld_f(b2, (int64_t)v5 + 5 * LANES) + ld_f(b3, (int64_t)v5 + 5 * LANES)));
    st_f(b4, (int64_t)v5 + 6 * LANES, (ld_f(b2, (int64_t)v5 + 6 * LANES) + ld_f(b3, (int64_t)v5 + 6 * LANES)));
    st_f(b4, (int64_t)v5 + 7 * LANES, (ld_f(b2, (int64_t)v5 + 7 * LANES) + ld_f(b3, (int64_t)v5 + 7 * LANES)));
    st_f(b4, (int64_t)v5 + 8 * LANES, (ld_f(b2, (int64_t)v5 + 8 * LANES) + ld_f(b3, (int64_t)v5 + 8 * LANES)));
    st_f(b4, (int64_t)v5 + 9 * LANES, (ld_f(b2, (int64_t)v5 + 9 * LANES) + ld_f(b3, (int64_t)v5 + 9 * LANES)));
    st_f(b4, (int64_t)v5 + 10 * LANES, (ld_f(b2, (int64_t)v5 + 10 * LANES) + ld_f(b3, (int64_t)v5 + 10 * LANES)));
    st_f(b4, (int64_t)v5 + 11 * LANES, (ld_f(b2, (int64_t)v5 + 11 * LANES) + ld_f(b3, (int64_t)v5 + 11 * LANES)));
    st_f(b4, (int64_t)v5 + 12 * LANES, (ld_f(b2, (int64_t)v5 + 12 * LANES) + ld_f(b3, (int64_t)v5 + 12 * LANES)));
    st_f(b4, (int64_t)v5 + 13 * LANES, (ld_f(b2, (int64_t)v5 + 13 * LANES) + ld_f(b3, (int64_t)v5 + 13 * LANES)));
    st_f(b4, (int64_t)v5 + 14 * LANES, (ld_f(b2, (int64_t)v5 + 14 * LANES) + ld_f(b3, (int64_t)v5 + 14 * LANES)));
    st_f(b4, (int64_t)v5 + 15 * LANES, (ld_f(b2, (int64_t)v5 + 15 * LANES) + ld_f(b3, (int64_t)v5 + 15 * LANES)));
}

void ts_residual_add(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) residual_add_run1(buf, size, i);
}


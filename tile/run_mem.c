/* run_mem.c - views and memory of the interpreter.
 *
 * A view is the lens of run.h. Whatever indices a kernel computes, only elements within the param
 * are touched: each line of a transfer is cut to the part that exists, the rest reads as code 0. */
#include "tile/run.h"

#include <string.h>

/* ---- views ---- */

static const int64_t nowhere = 0;

lens ts_lens_row(const lens *v, int64_t i)
{
    lens r = *v;
    bool dead = i < v->dim[0].lo || i >= v->dim[0].hi;
    r.rank--;
    r.first += (uint64_t)i * v->dim[0].stride;
    for (int d = 0; d < r.rank; d++) {
        r.dim[d] = v->dim[d + 1];
        if (dead) r.dim[d].lo = r.dim[d].hi = nowhere;
    }
    return r;
}

/* Least i with start + i * step >= x. */
static int64_t first_at(int64_t x, int64_t start, int64_t step)
{
    int64_t d = x - start;
    return d > 0 ? (d + step - 1) / step : -(-d / step);
}

lens ts_lens_part(const lens *v, int axis, int64_t start, int64_t count, int64_t step)
{
    lens r = *v;
    int64_t lo = first_at(v->dim[axis].lo, start, step),
            hi = first_at(v->dim[axis].hi, start, step);
    r.first += (uint64_t)start * v->dim[axis].stride;
    r.dim[axis].stride *= (uint64_t)step;
    r.dim[axis].lo = lo < 0 ? 0 : lo;
    r.dim[axis].hi = hi < count ? hi : count;
    if (r.dim[axis].lo >= r.dim[axis].hi) r.dim[axis].lo = r.dim[axis].hi = nowhere;
    return r;
}

lens ts_lens_swap(const lens *v)
{
    lens r = *v;
    r.dim[v->rank - 2] = v->dim[v->rank - 1];
    r.dim[v->rank - 1] = v->dim[v->rank - 2];
    return r;
}

/* ---- lines of elements ---- */

static void put(ts_dtype t, slot *s, double x)
{
    if (is_float(t))
        s->f = x;
    else
        s->i = (int64_t)x;
}

/* The three dtypes that large kernels read most have loops of their own; the rest go by table. */
static void read_line(const lens *v, uint64_t e, uint64_t stride, size_t n, slot *out)
{
    const uint8_t *p = v->memory;
    for (size_t i = 0; v->watch && i < n; i++) ts_watch_touch(v->watch, v, e + i * stride, false);
    for (size_t i = 0; i < n; i++, e += stride) {
        if (v->type == TS_f32) {
            float x;
            memcpy(&x, p + 4 * e, 4);
            out[i].f = x;
        } else if (v->type == TS_bf16) {
            uint16_t h;
            float x;
            memcpy(&h, p + 2 * e, 2);
            uint32_t u = (uint32_t)h << 16;
            memcpy(&x, &u, 4);
            out[i].f = x;
        } else if (v->type == TS_i8) {
            out[i].i = (int8_t)p[e];
        } else {
            put(v->type, &out[i], ts_decode(v->type, ts_fetch(v->type, p, e)));
        }
    }
}

static void write_line(const lens *v, uint64_t e, uint64_t stride, size_t n, const slot *in)
{
    bool real = is_float(v->type);
    for (size_t i = 0; v->watch && i < n; i++) ts_watch_touch(v->watch, v, e + i * stride, true);
    for (size_t i = 0; i < n; i++, e += stride) {
        uint32_t code = real ? ts_encode(v->type, in[i].f) : (uint32_t)in[i].i;
        ts_place(v->type, v->memory, e, code);
    }
}

static void clear(ts_dtype t, slot *out, size_t n)
{
    double zero = ts_decode(t, 0); /* not 0 for every dtype */
    for (size_t i = 0; i < n; i++) put(t, &out[i], zero);
}

/* The existing part of elements at .. at + n - 1 in dimension d. */
typedef struct cut {
    size_t skip, n;
} cut;

static cut clip(const lens *v, int d, int64_t at, int n)
{
    int64_t lo = v->dim[d].lo - at, hi = v->dim[d].hi - at;
    if (lo < 0) lo = 0;
    if (hi > n) hi = n;
    return lo < hi ? (cut){(size_t)lo, (size_t)(hi - lo)} : (cut){0, 0};
}

/* Element `at` of the last dimension; base is where its line begins. */
static uint64_t place(const lens *v, uint64_t base, int64_t at, size_t skip)
{
    return base + ((uint64_t)at + skip) * v->dim[v->rank - 1].stride;
}

static void load_line(const lens *v, uint64_t base, int64_t at, int n, slot *out)
{
    cut c = clip(v, v->rank - 1, at, n);
    clear(v->type, out, c.skip);
    read_line(v, place(v, base, at, c.skip), v->dim[v->rank - 1].stride, c.n, out + c.skip);
    clear(v->type, out + c.skip + c.n, (size_t)n - c.skip - c.n);
}

static void store_line(const lens *v, uint64_t base, int64_t at, int n, const slot *in)
{
    cut c = clip(v, v->rank - 1, at, n);
    write_line(v, place(v, base, at, c.skip), v->dim[v->rank - 1].stride, c.n, in + c.skip);
}

static bool has_row(const lens *v, int64_t i)
{
    return i >= v->dim[0].lo && i < v->dim[0].hi;
}

void ts_run_load(const lens *v, const int64_t *at, int rows, int cols, slot *out)
{
    if (v->rank == 1) {
        load_line(v, v->first, at[0], cols, out);
        return;
    }
    for (int64_t r = at[0]; r < at[0] + rows; r++, out += cols)
        if (has_row(v, r))
            load_line(v, v->first + (uint64_t)r * v->dim[0].stride, at[1], cols, out);
        else
            clear(v->type, out, (size_t)cols);
}

void ts_run_store(const lens *v, const int64_t *at, int rows, int cols, const slot *in)
{
    if (v->rank == 1) {
        store_line(v, v->first, at[0], cols, in);
        return;
    }
    for (int64_t r = at[0]; r < at[0] + rows; r++, in += cols)
        if (has_row(v, r))
            store_line(v, v->first + (uint64_t)r * v->dim[0].stride, at[1], cols, in);
}

void ts_run_gather(const lens *v, const slot *index, int n, int64_t col, int cols, slot *out)
{
    for (int i = 0; i < n; i++) {
        int64_t at[2] = {index[i].i, col};
        ts_run_load(v, at, 1, cols, out + (size_t)i * (size_t)cols);
    }
}

void ts_run_scatter(const lens *v, const slot *index, int n, int64_t col, int cols, const slot *in)
{
    for (int i = 0; i < n; i++) {
        int64_t at[2] = {index[i].i, col};
        ts_run_store(v, at, 1, cols, in + (size_t)i * (size_t)cols);
    }
}

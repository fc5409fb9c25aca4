/* peak_tiles.c - see peak_tiles.h.
 *
 * Shapes: narrow tiles give a thread one element a chain, wide ones up to eight, which compilers for
 * CPUs need to fill their vectors; many steps a turn hide what a turn costs; six chains leave room in
 * the sixteen registers of AVX2. Dot products go through shared memory and lost on every device so
 * far; they are tried because a compiler may learn to do better.
 *
 * Chains grow by a ten-thousandth a step, so their digits never come to rest, and stay finite. */
#include "bench/peak_tiles.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/noise.h"
#include "bench/peak_rig.h"
#include "tessera/compile.h"

enum {
    MOST_CHAINS = 16,
    ROWS = 8,             /* of a dot product's first operand; also the length of its sums */
    LANES = 16,           /* operands repeat after so many elements */
    MOST_STEPS = 1 << 19, /* 1.0001 to this power is 6e22 */
    MOST_OUT = 1 << 23,   /* elements that the programs write together */
    FIRST = 64,           /* turns and programs */
    FEW = 3,
    SAMPLES = 9,
};
static const double enough = 0.02; /* seconds a sample */

static const ts_tile_way ways[] = {{256, 6, 32}, {256, 4, 32}, {512, 8, 4},
                                   {1024, 8, 1}, {2048, 8, 1}, {ROWS * 256, 1, 0}};

const ts_tile_way *ts_tile_ways(size_t i)
{
    return i < sizeof ways / sizeof *ways ? &ways[i] : NULL;
}

/* Multiply-adds of a program in one turn. */
static double adds_of(const ts_tile_way *w)
{
    return (double)w->width * (w->steps ? w->chains * w->steps : ROWS);
}

/* ---- kernels ---- */

static void trace_chains(ts_kern *k, const ts_tile_way *w, ts_val turns, ts_val programs)
{
    ts_var a[MOST_CHAINS] = {{0}};
    ts_val zero = ts_i32(k, 0), n = ts_i32(k, w->width), n2 = ts_i32(k, 2 * w->width);
    ts_view in = ts_arg1(k, TS_IN, "in", TS_f32, ts_i32(k, 3 * w->width));
    ts_view out = ts_arg2(k, TS_OUT, "out", TS_f32, programs, n);
    ts_val p = ts_program(programs, 1), m = ts_load(in, zero, w->width);
    ts_val x = ts_load(in, n, w->width), start = ts_load(in, n2, w->width);
    for (int c = 0; c < w->chains; c++) {
        ts_val from = ts_addk(start, c);
        a[c] = ts_var1(ts_f32(k, 0), w->width);
        ts_set(a[c], from);
    }
    for (ts_loop i = ts_upto(turns, 1); ts_next(&i);)
        for (int s = 0; s < w->steps; s++)
            for (int c = 0; c < w->chains; c++) ts_set(a[c], ts_fma(ts_get(a[c]), m, x));
    ts_val sum = ts_get(a[0]);
    for (int c = 1; c < w->chains; c++) sum = ts_add(sum, ts_get(a[c]));
    ts_store(ts_row(out, p), zero, sum);
}

static void trace_dot(ts_kern *k, const ts_tile_way *w, ts_val turns, ts_val programs)
{
    int columns = w->width / ROWS;
    ts_val zero = ts_i32(k, 0), rows = ts_i32(k, ROWS), n = ts_i32(k, columns);
    ts_view in = ts_arg2(k, TS_IN, "in", TS_f32, ts_i32(k, 2 * ROWS), n);
    ts_view out = ts_arg3(k, TS_OUT, "out", TS_f32, programs, rows, n);
    ts_val p = ts_program(programs, 1);
    ts_val a = ts_load2(in, zero, zero, ROWS, ROWS), b = ts_load2(in, rows, zero, ROWS, columns);
    ts_var sums = ts_var2(ts_f32(k, 0), ROWS, columns);
    for (ts_loop i = ts_upto(turns, 1); ts_next(&i);) ts_set(sums, ts_dot(a, b, ts_get(sums)));
    ts_store2(ts_row(out, p), zero, zero, ts_get(sums));
}

ts_kern *ts_tile_trace(const ts_tile_way *w, ts_error *err)
{
    ts_kern *k = ts_begin("peak");
    ts_val turns = ts_size(k, "turns"), programs = ts_size(k, "programs");
    if (w->steps)
        trace_chains(k, w, turns, programs);
    else
        trace_dot(k, w, turns, programs);
    if (!ts_finish(k, err)) return k;
    ts_free(k);
    return NULL;
}

/* ---- operands and results ---- */

/* Of element i: factor, addend, start. */
static float factor(int i)
{
    return 1.00005f + 0.000003f * (float)(i % LANES);
}

static float addend(int i)
{
    return 0.75f + 0.03f * (float)(i % LANES);
}

static float start(int i)
{
    return 1.5f - 0.1f * (float)(i % LANES);
}

/* Of a dot product: small whole numbers, so that any order of adding gives the same. */
static float whole(int row, int column)
{
    return (float)((row * 5 + column * 3) % 7 - 2);
}

void *ts_tile_operands(const ts_tile_way *w, size_t *bytes)
{
    int columns = w->width / ROWS, n = w->steps ? 3 * w->width : 2 * ROWS * columns;
    float *in = malloc((size_t)n * sizeof *in);
    *bytes = (size_t)n * sizeof *in;
    for (int i = 0; in && i < n; i++) {
        int element = i % w->width;
        in[i] = !w->steps          ? whole(i / columns, i % columns)
                : i < w->width     ? factor(element)
                : i < 2 * w->width ? addend(element)
                                   : start(element);
    }
    return in;
}

static float chain(const ts_tile_way *w, int i, int turns, bool fused)
{
    float m = factor(i), x = addend(i), sum = 0;
    for (int c = 0; c < w->chains; c++) {
        float a = start(i) + (float)c;
        for (int k = 0; k < turns * w->steps; k++) {
            volatile float product = a * m; /* no contraction, whatever the flags */
            a = fused ? fmaf(a, m, x) : product + x;
        }
        sum = c ? sum + a : a;
    }
    return sum;
}

static float dot(const ts_tile_way *w, int i, int turns)
{
    int columns = w->width / ROWS;
    float sum = 0;
    for (int k = 0; k < ROWS; k++) sum += whole(i / columns, k) * whole(ROWS + k, i % columns);
    return (float)turns * sum;
}

static bool agree(const ts_tile_way *w, const float *got, int programs, int turns, bool fused)
{
    int period = w->steps ? LANES : w->width;
    float *want = calloc((size_t)period, sizeof *want);
    bool same = want != NULL;
    for (int i = 0; i < period && want; i++)
        want[i] = w->steps ? chain(w, i, turns, fused) : dot(w, i, turns);
    for (size_t i = 0; same && i < (size_t)programs * (size_t)w->width; i++)
        same = got[i] == want[i % (size_t)period];
    free(want);
    return same;
}

int ts_tile_check(const ts_tile_way *w, const float *got, int programs, int turns, ts_error *err)
{
    if (agree(w, got, programs, turns, true) || agree(w, got, programs, turns, false)) return 0;
    return ts_fail(err, "multiply-adds of tiles gave another result than plain C (%d chains of %d)",
                   w->chains, w->width);
}

/* ---- measuring ---- */

static int open_way(const ts_tile_way *w, ts_peak_rig *r, ts_device *dev, ts_error *err)
{
    const ts_target *target = ts_target_find(ts_device_target(dev), err);
    ts_kern *k = target ? ts_tile_trace(w, err) : NULL;
    size_t bytes = 0, in_bytes = 0;
    char *text = k ? ts_emit(&k, 1, target, &bytes, err) : NULL;
    void *in = text ? ts_tile_operands(w, &in_bytes) : NULL;
    int rc =
        in ? ts_peak_rig_open(r, dev, text, bytes, in, in_bytes, 4 * (size_t)MOST_OUT, err) : -1;
    if (text && !in) ts_fail(err, "no memory for operands");
    if (!rc && (ts_peak_rig_record(r, "peak", 1, err) || ts_peak_rig_set(r, FIRST, FIRST, err))) {
        ts_peak_rig_close(r);
        rc = -1;
    }
    free(in);
    free(text);
    ts_free(k);
    return rc;
}

/* One more run, over memory that was spoiled before. */
static int check(const ts_tile_way *w, ts_peak_rig *r, ts_error *err)
{
    size_t bytes = (size_t)r->programs * (size_t)w->width * sizeof(float);
    float *got = malloc(bytes);
    if (!got) return ts_fail(err, "no memory for %zu bytes of results", bytes);
    memset(got, 0xa5, bytes);
    int rc = ts_buffer_put(r->out, 0, got, bytes, err);
    if (!rc && ts_peak_rig_run(r, err) < 0) rc = -1;
    if (!rc) rc = ts_buffer_get(r->out, 0, got, bytes, err);
    if (!rc) rc = ts_tile_check(w, got, r->programs, r->turns, err);
    free(got);
    return rc;
}

/* Programs until the device is full, then turns, until a sample is long enough. */
static int lengthen(const ts_tile_way *w, ts_peak_rig *r, ts_error *err)
{
    int steps = w->steps ? w->steps : ROWS;
    for (;;) {
        double took = ts_peak_rig_run(r, err);
        bool more = 2 * r->programs <= MOST_OUT / w->width,
             longer = 2 * r->turns * steps <= MOST_STEPS;
        if (took < 0) return -1;
        if (took >= enough || (!more && !longer)) return 0;
        if (ts_peak_rig_set(r, more ? r->turns : 2 * r->turns, more ? 2 * r->programs : r->programs,
                            err))
            return -1;
    }
}

static int measure(const ts_tile_way *w, ts_device *dev, int samples, ts_peak *p, ts_error *err)
{
    ts_peak_rig r;
    *p = (ts_peak){.unit = "op/s"};
    if (open_way(w, &r, dev, err)) return -1;
    ts_noise_mark mark;
    int rc = lengthen(w, &r, err);
    ts_noise_begin(&mark);
    while (!rc && p->n < samples) {
        double took = ts_peak_rig_run(&r, err);
        if (took < 0) rc = -1;
        p->sample[p->n++] = 2 * adds_of(w) * r.turns * r.programs / took;
    }
    ts_noise noise = ts_noise_end(&mark);
    p->noisy = noise.known && !ts_noise_quiet(&noise, TS_NOISE_LIMIT);
    if (!rc) rc = check(w, &r, err);
    snprintf(p->how, sizeof p->how, "%s %d tile%s of %d, %d programs%s",
             w->steps ? "ts_fma on" : "ts_dot into", w->chains, w->chains == 1 ? "" : "s", w->width,
             r.programs, p->noisy ? ", noisy" : "");
    ts_peak_rig_close(&r);
    ts_peak_settle(p, false);
    return rc;
}

int ts_tile_peak(ts_device *dev, ts_peak *out, ts_error *err)
{
    const ts_tile_way *w, *best = ways;
    double most = 0;
    for (size_t i = 0; (w = ts_tile_ways(i)); i++) {
        ts_peak p;
        if (measure(w, dev, FEW, &p, err)) return -1;
        if (p.best > most) most = p.best, best = w;
    }
    return measure(best, dev, SAMPLES, out, err);
}

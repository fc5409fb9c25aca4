/* peak_tiles.c - ways to a peak that are tile code, for devices that take emitted text only; and launches
 * that do nothing (peak_way.h).
 *
 * Chains of ts_fma over tiles in registers. Narrow tiles give a thread one element a chain, wide ones up to eight,
 * which compilers for CPUs need to fill their vectors; many steps a turn hide what a turn costs; six chains leave
 * room in the sixteen registers of AVX2. Dot products of tiles go through shared memory and lost on every device. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bench/peak_way.h"
#include "tessera/compile.h"

enum {
    MOST_CHAINS = 16,
    LANES = 16, /* operands repeat after so many elements */
};

/* The kernel of `trace`, by the compiler. */
static char *emit(ts_kern *k, const ts_device *dev, size_t *bytes, ts_error *err)
{
    const ts_target *target = ts_target_find(ts_device_target(dev), err);
    char *text = target && !ts_finish(k, err) ? ts_emit(&k, 1, target, bytes, err) : NULL;
    ts_free(k);
    return text;
}

/* ---- chains ---- */

static char *chains(const ts_way *w, const ts_device *dev, size_t *bytes, ts_error *err)
{
    ts_kern *k = ts_begin("peak");
    ts_var a[MOST_CHAINS] = {{0}};
    ts_val turns = ts_size(k, "turns"), programs = ts_size(k, "programs");
    ts_val zero = ts_i32(k, 0), n = ts_i32(k, w->words), n2 = ts_i32(k, 2 * w->words);
    ts_view in = ts_arg1(k, TS_IN, "in", TS_f32, ts_i32(k, 3 * w->words));
    ts_view out = ts_arg2(k, TS_OUT, "out", TS_f32, programs, n);
    ts_val p = ts_program(programs, 1), m = ts_load(in, zero, w->words);
    ts_val x = ts_load(in, n, w->words), start = ts_load(in, n2, w->words);
    for (int c = 0; c < w->chains; c++) {
        ts_val from = ts_addk(start, c);
        a[c] = ts_var1(ts_f32(k, 0), w->words);
        ts_set(a[c], from);
    }
    for (ts_loop i = ts_upto(turns, 1); ts_next(&i);)
        for (int s = 0; s < w->steps; s++)
            for (int c = 0; c < w->chains; c++) ts_set(a[c], ts_fma(ts_get(a[c]), m, x));
    ts_val sum = ts_get(a[0]);
    for (int c = 1; c < w->chains; c++) sum = ts_add(sum, ts_get(a[c]));
    ts_store(ts_row(out, p), zero, sum);
    return emit(k, dev, bytes, err);
}

/* They grow by a ten-thousandth a step: their digits never come to rest, and stay finite. */
void ts_way_fill_floats(const ts_way *w, void *in)
{
    float *f = in;
    for (int i = 0; i < w->apart; i++) {
        float lane = (float)(i % w->period);
        f[i] = 1.00005f + 0.000003f * lane;
        f[w->apart + i] = 0.75f + 0.03f * lane;
        f[2 * w->apart + i] = 1.5f - 0.1f * lane;
    }
}

static float step(ts_way_form form, float a, float m, float x)
{
    volatile float product = a * m; /* no contraction, whatever the flags */
    return form == TS_APART ? product + x : form == TS_SUM ? fmaf(m, x, a) : fmaf(a, m, x);
}

uint32_t ts_way_chains(const ts_way *w, const void *in, int i, int32_t turns, ts_way_form form)
{
    const float *f = in;
    float sum = 0;
    uint32_t bits;
    for (int c = 0; c < w->chains; c++) {
        float a = f[2 * w->apart + i] + (float)c;
        for (int32_t k = 0; k < turns * w->steps; k++) a = step(form, a, f[i], f[w->apart + i]);
        sum = c ? sum + a : a;
    }
    memcpy(&bits, &sum, sizeof bits);
    return bits;
}

/* How a multiply-add rounds, once or twice, is left to the device. */
#define CHAINS(width, side, length)                                                                \
    {                                                                                              \
        .what = "ts_fma on", .words = width, .period = LANES, .apart = width, .chains = side,      \
        .steps = length, .adds = (double)(width) * (side) * (length), .text = chains,              \
        .forms = TS_FUSED | TS_APART, .fill = ts_way_fill_floats, .word = ts_way_chains            \
    }

const ts_way ts_ways_tiles[] = {
    CHAINS(256, 6, 32), CHAINS(256, 4, 32), CHAINS(512, 8, 4),
    CHAINS(1024, 8, 1), CHAINS(2048, 8, 1), {0},
};

/* ---- launches that do nothing ----
 *
 * Every launch writes one element of the same buffer, so each waits for the one before. On the CPU a chain
 * of tiny launches stays on one thread; others hand each over to the device. */

static const char cpu_store[] =
    "#include <stdint.h>\n"
    "// tessera kernel=peak entry=ts_peak params=o32 sizes=0 cost=1\n"
    "long ts_peak_grid(const int32_t *const *size) { return 1; }\n"
    "void ts_peak(void *const *buf, const int32_t *const *size, long lo, long hi)\n"
    "{\n    *(int32_t *)buf[0] = 1;\n}\n";

static char *store(const ts_way *w, const ts_device *dev, size_t *bytes, ts_error *err)
{
    (void)w;
    if (ts_device_is_host(dev)) {
        char *text = strdup(cpu_store);
        *bytes = sizeof cpu_store - 1;
        if (!text) ts_fail(err, "no memory for an empty kernel");
        return text;
    }
    ts_kern *k = ts_begin("peak");
    ts_view out = ts_arg1(k, TS_OUT, "out", TS_i32, ts_i32(k, 1));
    ts_val one = ts_i32(k, 1);
    ts_val p = ts_program(one, 1);
    ts_store(out, p, one);
    return emit(k, dev, bytes, err);
}

static void fill_none(const ts_way *w, void *in)
{
    (void)w, (void)in;
}

static uint32_t stored(const ts_way *w, const void *in, int i, int32_t turns, ts_way_form form)
{
    (void)w, (void)in, (void)i, (void)turns, (void)form;
    return 1;
}

#define LAUNCH(name, ...)                                                                          \
    {                                                                                              \
        .what = name, .words = 1, .period = 1, .forms = TS_EXACT, .text = store,                   \
        .fill = fill_none, .word = stored, __VA_ARGS__                                             \
    }

const ts_way ts_ways_none[] = {{0}};
const ts_way ts_ways_launches[] = {
    LAUNCH("launches of one store, each after the one before", .waits = false), {0}};
const ts_way ts_ways_launch[] = {
    LAUNCH("launch of one store, started and waited for", .waits = true), {0}};

/* peak_fma.c - the ways of a CPU to multiply and add floats.
 *
 * Two units of four to five cycles' latency need ten chains, four units of four need sixteen; sets of
 * 32 registers take 24. A set without fused multiply-add does both operations apart and still counts
 * two, as the emitted text does there (-ffp-contract=off). */
#include <math.h>
#include <string.h>

#include "bench/peak_rig.h"
#include "bench/peak_tiles.h"
#include "bench/peak_way.h"

/* Chains grow by a ten-thousandth a turn: their digits never come to rest, and stay finite. */
static void fill(unsigned char *in)
{
    const float value[3] = {1.0001f, 0.8125f, 1.5f};
    for (int v = 0; v < 3; v++)
        for (int i = 0; i < TS_WAY_VECTOR / 4; i++) memcpy(in + 64 * v + 4 * i, &value[v], 4);
}

/* What a step does: a * m + x rounded once or after each operation; fmla of NEON adds to its
 * destination, so there it is a + m * x. */
enum { FUSED, APART, SUM };

static float turn(int form, float a, float m, float x)
{
    volatile float product = a * m; /* no contraction, whatever the flags */
    return form == APART ? product + x : form == SUM ? fmaf(m, x, a) : fmaf(a, m, x);
}

static void expect(const ts_way *w, const unsigned char *in, int32_t turns, void *out)
{
    float m, x, start, sum = 0;
    memcpy(&m, in, 4);
    memcpy(&x, in + 64, 4);
    memcpy(&start, in + 128, 4);
    for (int c = 0; c < w->chains; c++) {
        float a = start + (float)c;
        for (int32_t k = 0; k < turns; k++) a = turn(w->form, a, m, x);
        sum = c ? sum + a : a;
    }
    for (int i = 0; i < w->bytes; i += 4) memcpy((unsigned char *)out + i, &sum, 4);
}

/* a = a * m + x of n bytes: written out, since immintrin.h takes half a second to read. */
#define VECTOR(n) "typedef float vector __attribute__((vector_size(" n ")));\n"
#define FMADD     "__asm__(\"vfmadd213ps %2, %1, %0\" : \"+v\"(a) : \"v\"(m), \"v\"(x))"

#define WAY(name, set, includes, vector, text, size, side, rounds)                                 \
    {                                                                                              \
        .what = name, .isa = set, .head = includes, .type = vector, .step = text, .elem = "float", \
        .bytes = size, .chains = side, .adds = (size) / 4, .form = rounds, .expect = expect,       \
        .fill = fill                                                                               \
    }

static const ts_way ways[] = {
#if defined __x86_64__
    WAY("vfmadd of 16 floats (AVX-512)", "cpu:avx512", VECTOR("64"), "vector", FMADD, 64, 24,
        FUSED),
    WAY("vfmadd of 8 floats (FMA3)", "cpu:avx2", VECTOR("32"), "vector", FMADD, 32, 12, FUSED),
    WAY("mulps, addps (SSE2)", "cpu:generic", NULL, "lane", "a = a * m + x", 16, 14, APART),
#elif defined __aarch64__
    WAY("fmla of 4 floats (NEON)", "cpu:generic", "#include <arm_neon.h>\n", "float32x4_t",
        "a = vfmaq_f32(a, m, x)", 16, 24, SUM),
#else
    WAY("multiply and add of GNU vectors", "cpu:generic", NULL, "lane", "a = a * m + x", 16, 12,
        APART),
#endif
};
enum { WAYS = sizeof ways / sizeof *ways };

const ts_way *ts_way_fma(size_t i)
{
    return i < WAYS ? &ways[i] : NULL;
}

int ts_peak_fma(ts_device *dev, ts_peak *out, ts_error *err)
{
    const char *why = ts_peak_refuses(dev);
    *out = (ts_peak){.unit = "op/s"};
    if (why) return ts_peak_none(out, why);
    if (!ts_device_is_host(dev)) return ts_tile_peak(dev, out, err);
    return ts_way_best(ways, WAYS, dev, out, err);
}

/* quant_row.c - numbers to codes (quant.h).
 *
 * A scale is rounded to its dtype first and codes are made for what it is then. Of a few scales that is
 * taken which leaves the least squared error: of 8 bits steps a little longer than need be, since how the
 * roundings fall is chance and the best of eight leaves a sixth less; of 4 bits a smaller one may pay, which
 * cuts the largest number off, or one of the other sign, since i4 reaches to -8 and not to 8. */
#include "engine/quant.h"

#include <math.h>
#include <string.h>

#include "tessera/suite.h"

typedef struct share { /* a try */
    float scale, error;
    uint32_t stored;
    int8_t code[TS_SHARE];
} share;

/* To the nearest integer, ties to even, for |x| < 2^22. */
static inline float nearest(float x)
{
    return x + 12582912.0f - 12582912.0f;
}

static inline float within(float x, float low, float high)
{
    return x < low ? low : x > high ? high : x;
}

/* Steps of e2m1 are 1/2 below 2, 1 below 4, 2 above. */
static inline float nearest_e2m1(float x)
{
    float a = within(fabsf(x), 0, 6), y = a < 2   ? nearest(2 * a) / 2
                                          : a < 4 ? nearest(a)
                                                  : 2 * nearest(a / 2);
    return x < 0 ? -y : y;
}

static void try_scale(const ts_quant *q, const float *x, size_t n, float scale, share *s)
{
    /* Below the normal numbers devices differ: such a share is zeros. */
    s->stored = ts_encode(q->scale, fabsf(scale) < 0x1p-126f ? 0 : (double)scale);
    s->scale = scale == 0 ? 0 : (float)ts_decode(q->scale, s->stored);
    s->error = 0;
    for (size_t i = 0; i < n; i++) {
        float y = s->scale == 0 ? 0 : within(x[i] / s->scale, q->least, q->most);
        y = q->code == TS_f4e2m1 ? nearest_e2m1(y) : nearest(y);
        float off = x[i] - y * s->scale;
        s->code[i] = (int8_t)(q->code == TS_f4e2m1 ? 2 * y : y); /* of e2m1 in halves */
        s->error += off * off;
    }
}

static float furthest(const float *x, size_t n)
{
    float most = 0;
    for (size_t i = 0; i < n; i++)
        if (fabsf(x[i]) > fabsf(most)) most = x[i];
    return most;
}

/* Which code the largest number becomes, by format; those beyond the last code are cut off. */
static const float reaches_i8[] = {127, 126, 125, 124, 123, 122, 121, 120},
                   reaches_i4[] = {-8, -7.5f, -8.7f, -7, 7, 7.6f}, reaches_e2m1[] = {6, 4, 8};

static void best_share(const ts_quant *q, const float *x, size_t n, share *best)
{
    const float *reach = q->code == TS_i8   ? reaches_i8
                         : q->code == TS_i4 ? reaches_i4
                                            : reaches_e2m1;
    int tries = q->code == TS_i8 ? 8 : q->code == TS_i4 ? 6 : 3;
    float most = furthest(x, n);
    if (q->code != TS_i4) most = fabsf(most);
    for (int i = 0; i < tries; i++) {
        share s;
        try_scale(q, x, n, most / reach[i], &s);
        if (!i || s.error < best->error) *best = s;
    }
}

/* Two to a byte, the even one low; e2m1 has a sign, and 0 1/2 1 3/2 2 3 4 6 as 0 .. 7. */
static unsigned nibble(const ts_quant *q, int code)
{
    static const unsigned char of_halves[] = {0, 1, 2, 3, 4, 4, 5, 5, 6, 6, 6, 6, 7};
    if (q->code == TS_i4) return (unsigned)code & 15;
    return code < 0 ? 8 | of_halves[-code] : of_halves[code];
}

static void put_codes(const ts_quant *q, const share *s, size_t n, char *to)
{
    if (q->code == TS_i8) {
        memcpy(to, s->code, n);
        return;
    }
    for (size_t i = 0; i < n; i += 2) {
        unsigned high = i + 1 < n ? nibble(q, s->code[i + 1]) : 0;
        to[i / 2] = (char)(nibble(q, s->code[i]) | high << 4);
    }
}

void ts_quant_row(const ts_quant *q, const float *x, size_t n, void *code, void *scale)
{
    size_t each = ts_storage(q->scale, 1);
    for (size_t i = 0; i < n; i += TS_SHARE) {
        size_t here = n - i < TS_SHARE ? n - i : TS_SHARE;
        share best;
        best_share(q, x + i, here, &best);
        put_codes(q, &best, here, (char *)code + ts_storage(q->code, i));
        memcpy((char *)scale + i / TS_SHARE * each, &best.stored, each);
    }
}

/* quant_row.c - numbers to codes (quant.h).
 *
 * A scale is rounded to its dtype first and codes are made for what it is then, so rounding it costs
 * a step that is up to 1/512 longer and no error of its own. */
#include "engine/quant.h"

#include <math.h>
#include <string.h>

static float largest(const float *x, size_t n)
{
    float most = 0;
    for (size_t i = 0; i < n; i++) most = fmaxf(most, fabsf(x[i]));
    return most;
}

/* Below the normal numbers devices differ: such shares are zeros. */
static float stored_scale(const ts_quant *q, float scale, void *to)
{
    uint32_t code = ts_encode(q->scale, scale < 0x1p-126f ? 0 : (double)scale);
    memcpy(to, &code, 2);
    return (float)ts_decode(q->scale, code);
}

static int8_t code_of(float x, float scale, float most)
{
    float y = scale > 0 ? rintf(x / scale) : 0;
    return (int8_t)fminf(fmaxf(y, -most), most);
}

static void put_share(const ts_quant *q, const float *x, size_t n, int8_t *code, void *scale)
{
    float most = (float)q->most, step = stored_scale(q, largest(x, n) / most, scale);
    for (size_t i = 0; i < n; i++) code[i] = code_of(x[i], step, most);
}

void ts_quant_row(const ts_quant *q, const float *x, size_t n, void *code, void *scale)
{
    for (size_t i = 0; i < n; i += TS_SHARE) {
        size_t here = n - i < TS_SHARE ? n - i : TS_SHARE;
        put_share(q, x + i, here, (int8_t *)code + i, (char *)scale + i / TS_SHARE * 2);
    }
}

/* judge.c - see judge.h. */
#include "check/judge.h"

#include <float.h>
#include <math.h>

#include "tile/ir.h"

/* Floats whose codes are a sign and the place of a magnitude among all. */
static bool narrow(ts_dtype t)
{
    return t == TS_f16 || t == TS_bf16 || t == TS_f8e4m3 || t == TS_f4e2m1;
}

static uint32_t sign_bit(ts_dtype t)
{
    return t == TS_f4e2m1 ? 0x8 : t == TS_f8e4m3 ? 0x80 : 0x8000;
}

/* What a code stands for; infinity as the number that would be next. */
static double place(ts_dtype t, uint32_t sign, uint32_t size)
{
    double here = ts_decode(t, sign | size);
    if (!isinf(here)) return here;
    return 2 * ts_decode(t, sign | (size - 1)) - ts_decode(t, sign | (size - 2));
}

/* The values that are rounded to a code reach half way to the next one. `outside` is none of them; codes of
 * a sign are in the order of their magnitudes. */
static double nearest_edge(ts_dtype t, uint32_t code, double outside)
{
    uint32_t bit = sign_bit(t), sign = code & bit, size = code & (bit - 1);
    double here = place(t, sign, size);
    bool outward = sign ? outside < here : outside > here;
    if (!outward && !size) sign ^= bit, outward = true;
    return (here + place(t, sign, outward ? size + 1 : size - 1)) / 2;
}

double ts_judge_error(ts_dtype t, uint32_t code, double want)
{
    double got = ts_decode(t, code);
    if (isnan(want) || isnan(got)) return isnan(want) && isnan(got) ? 0 : INFINITY;
    if (got == want || (narrow(t) && code == ts_encode(t, want))) return 0;
    if (!isfinite(want) || (!isfinite(got) && !narrow(t))) return INFINITY;
    if (t == TS_i8) return fmax(fabs(want - got) - 0.5, 0);
    return fabs(want - (narrow(t) ? nearest_edge(t, code, want) : got));
}

double ts_judge_share(ts_dtype t, uint32_t code, double want, double mag, double limit)
{
    if (limit == 0) {
        bool nans = isnan(want) && isnan(ts_decode(t, code));
        return nans || code == ts_encode(t, want) ? 0 : INFINITY;
    }
    double error = ts_judge_error(t, code, want);
    if (error == 0) return 0;
    if (!isfinite(mag) || !(limit > 0)) return INFINITY;
    return error / (limit * fabs(mag) + FLT_MIN);
}

double ts_judge_worse(double worst, double error)
{
    if (isnan(worst) || isnan(error)) return INFINITY;
    return error > worst ? error : worst;
}

double ts_judge_rows(const float *got, const float *want, size_t n)
{
    double worst = 0, most = 0;
    for (size_t i = 0; i < n; i++) {
        if (!isfinite(got[i]) || !isfinite(want[i])) return INFINITY;
        worst = ts_judge_worse(worst, fabs((double)got[i] - (double)want[i]));
        most = fmax(most, fabs((double)want[i]));
    }
    return most > 0 ? worst / most : INFINITY;
}

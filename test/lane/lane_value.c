/* lane_value.c - what operations of the lane form compute (test/lane/lane_run.h): as tile/ops.def says,
 * floats rounded to f32 once. */
#include "test/lane/lane_run.h"

#include <math.h>
#include <string.h>

static double real(uint32_t bits)
{
    float x;
    memcpy(&x, &bits, 4);
    return (double)x;
}

static uint32_t bits(double x)
{
    float f = (float)x;
    uint32_t u;
    memcpy(&u, &f, 4);
    return u;
}

static uint32_t of_reals(ts_opcode elem, double a, double b, double c)
{
    if (elem == TS_fma_) return bits((double)fmaf((float)a, (float)b, (float)c));
    double r = ts_elem_float(elem, a, b, c);
    return ts_opinfos[elem].result == PRED ? r != 0 : bits(r);
}

static int64_t integer(ts_dtype type, uint32_t x)
{
    return type == TS_i32 ? (int64_t)(int32_t)x : (int64_t)x;
}

uint32_t ts_lane_elem(ts_opcode elem, ts_dtype type, const uint32_t *x)
{
    if (type == TS_f32) return of_reals(elem, real(x[0]), real(x[1]), real(x[2]));
    uint32_t r = (uint32_t)ts_elem_integer(elem, integer(type, x[0]), integer(type, x[1]));
    return type == TS_b1 ? r & 1 : r;
}

uint32_t ts_lane_cast(ts_dtype from, ts_dtype to, uint32_t x)
{
    if (from == to) return x;
    return ts_encode(to, ts_decode(from, x));
}

uint32_t ts_lane_identity(ts_opcode elem, ts_dtype type)
{
    bool most = elem == TS_amin_;
    if (elem == TS_sum_) return 0;
    if (type == TS_f32) return bits(most ? (double)INFINITY : -(double)INFINITY);
    if (type == TS_u32) return most ? UINT32_MAX : 0;
    return (uint32_t)(most ? INT32_MAX : INT32_MIN);
}

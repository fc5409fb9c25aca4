/* simt_range.c - which i32 sums and products cannot overflow, so that C may print them plainly.
 *
 * One interval per value, in one walk: operands come first, and a variable may hold anything. */
#include "pass/simt.h"

#include <stdlib.h>

typedef struct range {
    int64_t lo, hi;
} range;

static const range any = {INT32_MIN, INT32_MAX};

static int64_t least(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static int64_t most(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

static range product(range a, range b)
{
    int64_t p[] = {a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi};
    return (range){least(least(p[0], p[1]), least(p[2], p[3])),
                   most(most(p[0], p[1]), most(p[2], p[3]))};
}

static bool in_i32(range r)
{
    return r.lo >= INT32_MIN && r.hi <= INT32_MAX;
}

/* By a positive constant, the only divisor that is common in index arithmetic. */
static range quotient(range a, range b, bool remainder)
{
    if (b.lo != b.hi || b.lo <= 0) return any;
    if (!remainder) return (range){a.lo / b.lo, a.hi / b.lo};
    if (a.lo >= 0) return (range){0, least(a.hi, b.lo - 1)};
    return (range){1 - b.lo, b.lo - 1};
}

static range shifted(range a, range b)
{
    bool known = b.lo == b.hi && b.lo >= 0 && b.lo < 32;
    return known ? (range){a.lo >> b.lo, a.hi >> b.lo} : any;
}

static range masked(range a, range b)
{
    if (a.lo >= 0 && b.lo >= 0) return (range){0, least(a.hi, b.hi)};
    return any;
}

static range elementwise(ts_sinst *i, range a, range b)
{
    range r = any;
    switch (i->elem) {
    case TS_add_: r = (range){a.lo + b.lo, a.hi + b.hi}; break;
    case TS_sub_: r = (range){a.lo - b.hi, a.hi - b.lo}; break;
    case TS_mul_: r = product(a, b); break;
    case TS_div_: return quotient(a, b, false);
    case TS_rem_: return quotient(a, b, true);
    case TS_min_: return (range){least(a.lo, b.lo), least(a.hi, b.hi)};
    case TS_max_: return (range){most(a.lo, b.lo), most(a.hi, b.hi)};
    case TS_shr_: return shifted(a, b);
    case TS_and_: return masked(a, b);
    default: return any;
    }
    i->fits = in_i32(r);
    return i->fits ? r : any;
}

static range of(const ts_simt *s, ts_sinst *i, const range *r)
{
    range a = r[i->a], b = r[i->b], c = r[i->c];
    switch (i->op) {
    case TS_S_CONST: return (range){(int64_t)i->value, (int64_t)i->value};
    case TS_S_THREAD: return (range){0, s->threads - 1};
    case TS_S_GROUP: return (range){0, TS_MAX_GROUPS - 1};
    case TS_S_GROUPS: return (range){1, TS_MAX_GROUPS};
    case TS_S_ELEM: return elementwise(i, a, b);
    case TS_S_SELECT: return (range){least(b.lo, c.lo), most(b.hi, c.hi)};
    case TS_S_TO: return s->i[i->a].type == TS_b1 ? (range){0, 1} : any;
    case TS_S_FOR: return (range){a.lo, most(a.lo, b.hi - 1)};
    default: return any;
    }
}

void ts_simt_ranges(ts_simt *s)
{
    range *r = calloc(s->n, sizeof *r);
    if (!r) return; /* everything is printed with care then */
    for (uint32_t v = 0; v < s->n; v++) r[v] = s->i[v].type == TS_i32 ? of(s, &s->i[v], r) : any;
    free(r);
}

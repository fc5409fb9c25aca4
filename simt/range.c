/* range.c - which i32 sums and products cannot overflow, so that C may print them plainly.
 *
 * One interval per value, in one walk: operands come first, and a variable may hold anything. */
#include "simt/form.h"

#include <stdlib.h>

typedef struct ts_range {
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
    case TS_S_SUBGROUP: return (range){0, s->threads - 1};
    case TS_S_GROUP: return (range){0, TS_MAX_GROUPS - 1};
    case TS_S_GROUPS: return (range){1, TS_MAX_GROUPS};
    case TS_S_ELEM: return elementwise(i, a, b);
    case TS_S_SELECT: return (range){least(b.lo, c.lo), most(b.hi, c.hi)};
    case TS_S_TO: return s->i[i->a].type == TS_b1 ? (range){0, 1} : any;
    case TS_S_FOR: /* and a step more does not wrap, as simt.h says */
        return (range){a.lo, most(a.lo, least(b.hi - 1, INT32_MAX - most(c.lo, 1)))};
    default: return any;
    }
}

/* Of all values so far. */
static bool extend(ts_simt *s)
{
    if (s->n > s->range_cap) {
        range *r = realloc(s->range, s->cap * sizeof *r);
        if (!r) return false;
        s->range = r;
        s->range_cap = s->cap;
    }
    for (; s->ranges < s->n; s->ranges++) {
        ts_sinst *i = &s->i[s->ranges];
        s->range[s->ranges] = i->type == TS_i32 ? of(s, i, s->range) : any;
    }
    return true;
}

int64_t ts_simt_most(ts_simt *s, uint32_t v)
{
    return extend(s) && v < s->n ? s->range[v].hi : INT32_MAX;
}

/* Values may have moved meanwhile. Without memory everything is printed with care. */
void ts_simt_ranges(ts_simt *s)
{
    s->ranges = 0;
    extend(s);
    free(s->range);
    s->range = NULL;
    s->ranges = s->range_cap = 0;
}

/* demand.c - reads and evaluates what kernels demand (demand.h). */
#include "rt/demand.h"

#include <stdlib.h>
#include <string.h>

__extension__ typedef __int128 wide;

enum { NUMBER, SIZE };

/* The operations that extents may hold: NAME, operands, meaning over a, b, c. As the op table of the
 * language has them: computed without limits, then wrapped into the type of the result. */
#define OPS(X)                                                                                     \
    X(add, 2, a + b)                                                                               \
    X(sub, 2, a - b)                                                                               \
    X(mul, 2, a *b)                                                                                \
    X(div, 2, b ? a / b : 0)                                                                       \
    X(rem, 2, b ? a % b : 0)                                                                       \
    X(min, 2, a < b ? a : b)                                                                       \
    X(max, 2, a > b ? a : b)                                                                       \
    X(neg, 1, -a)                                                                                  \
    X(abs, 1, a < 0 ? -a : a)                                                                      \
    X(and, 2, a &b)                                                                                \
    X(or, 2, a | b)                                                                                \
    X(xor, 2, a ^ b)                                                                               \
    X(shl, 2, b >= 0 && b < 32 ? a * ((wide)1 << b) : 0)                                           \
    X(shr, 2, b >= 0 && b < 32 ? a >> b : a < 0 ? -1 : 0)                                          \
    X(lt, 2, a < b)                                                                                \
    X(le, 2, a <= b)                                                                               \
    X(eq, 2, a == b)                                                                               \
    X(ne, 2, a != b)                                                                               \
    X(select, 3, a ? b : c)                                                                        \
    X(cast, 1, a)                                                                                  \
    X(bits, 1, a)

enum {
    OP_SIZE = SIZE,
#define X(name, n, meaning) OP_##name,
    OPS(X)
#undef X
        OPS_END
};

static const struct {
    const char *name;
    int operands;
} ops[OPS_END] = {
#define X(name, n, meaning) [OP_##name] = {#name, n},
    OPS(X)
#undef X
};

/* ---- words ---- */

/* Up to one of the marks, or the end. */
static const char *until(const char *at, const char *end, const char *marks)
{
    while (at < end && *at && !strchr(marks, *at)) at++;
    return at;
}

static bool read_number(const char *at, const char *end, int64_t least, int64_t most, int64_t *to)
{
    bool minus = at < end && *at == '-';
    int64_t x = 0;
    at += minus;
    if (at == end || end - at > 18) return false;
    for (; at < end; at++) {
        if (*at < '0' || *at > '9') return false;
        x = 10 * x + (*at - '0');
    }
    *to = minus ? -x : x;
    return *to >= least && *to <= most;
}

static bool read_op(const char *at, const char *end, ts_term *t)
{
    size_t n = (size_t)(end - at) - 1;
    if (at == end || !memchr("iub", end[-1], 3)) return false;
    for (t->op = SIZE + 1; t->op < OPS_END; t->op++)
        if (strlen(ops[t->op].name) == n && !memcmp(ops[t->op].name, at, n)) break;
    t->type = end[-1];
    return t->op < OPS_END;
}

static bool read_term(const char *at, const char *end, int sizes, ts_term *t)
{
    *t = (ts_term){.op = NUMBER, .type = 'i'};
    if (at < end && *at == 's' && read_number(at + 1, end, 0, sizes - 1, &t->value)) {
        t->op = SIZE;
        return true;
    }
    return read_number(at, end, INT32_MIN, UINT32_MAX, &t->value) || read_op(at, end, t);
}

static bool room(ts_demand *d)
{
    if (d->terms == TS_DEMAND_TERMS) return false;
    if (d->terms & (d->terms - 1)) return true;
    ts_term *more = realloc(d->term, (d->terms ? 2 * (size_t)d->terms : 1) * sizeof *more);
    if (more) d->term = more;
    return more != NULL;
}

/* Terms between points; in the end exactly one value lies on the stack. */
static bool read_formula(ts_demand *d, const char *at, const char *end, int sizes, ts_formula *f)
{
    int high = 0;
    *f = (ts_formula){.from = d->terms, .fixed = true};
    for (bool more = true; more;) {
        const char *stop = until(at, end, ".");
        ts_term t;
        if (!read_term(at, stop, sizes, &t) || !room(d)) return false;
        int takes = t.op > SIZE ? ops[t.op].operands : 0;
        if (high < takes) return false;
        high += 1 - takes;
        f->fixed = f->fixed && t.op != SIZE;
        f->n++;
        d->term[d->terms++] = t;
        more = stop < end;
        at = stop + more;
    }
    return high == 1;
}

static int read_extents(ts_demand *d, ts_extents *x, const char *at, const char *end, int sizes)
{
    x->fixed = true;
    for (bool more = true; more;) {
        const char *stop = until(at, end, "*");
        ts_formula *f = &x->extent[x->rank];
        if (x->rank == TS_DEMAND_RANK || !read_formula(d, at, stop, sizes, f)) return -1;
        x->fixed = x->fixed && f->fixed;
        x->rank++;
        more = stop < end;
        at = stop + more;
    }
    return 0;
}

int ts_demand_param(ts_demand *d, int param, int bits, const char *at, const char *end, int sizes)
{
    ts_extents *x = &d->param[param];
    const char *colon = until(at, end, ":");
    size_t n = (size_t)(colon - at);
    *x = (ts_extents){.bits = bits};
    if (!n || n >= sizeof x->name || colon == end) return -1;
    for (size_t i = 0; i < n; i++)
        if (at[i] <= ' ' || at[i] > '~') return -1;
    memcpy(x->name, at, n);
    return read_extents(d, x, colon + 1, end, sizes);
}

int ts_demand_axes(ts_demand *d, const char *at, const char *end, int sizes)
{
    for (bool more = true; more;) {
        const char *stop = until(at, end, ","), *slash = until(at, stop, "/");
        int64_t step;
        if (d->axes == TS_DEMAND_AXES || slash == stop ||
            !read_number(slash + 1, stop, 1, INT32_MAX, &step) ||
            !read_formula(d, at, slash, sizes, &d->axis[d->axes].count))
            return -1;
        d->axis[d->axes++].step = (int)step;
        more = stop < end;
        at = stop + more;
    }
    return 0;
}

void ts_demand_free(ts_demand *d)
{
    free(d->term);
    d->term = NULL;
}

/* ---- values ---- */

/* Conversions between integers saturate; all else wraps. */
static int64_t into(const ts_term *t, wide x)
{
    wide least = t->type == 'i' ? INT32_MIN : 0, most = t->type == 'i' ? INT32_MAX : UINT32_MAX;
    if (t->op == OP_cast && t->type != 'b')
        return (int64_t)(x < least ? least : x > most ? most : x);
    if (t->op == OP_cast) return x != 0;
    uint32_t low = (uint32_t)(uint64_t)x;
    return t->type == 'i'   ? (int64_t)(int32_t)low
           : t->type == 'u' ? (int64_t)low
                            : (int64_t)(low & 1);
}

static wide apply(int op, wide a, wide b, wide c)
{
    switch (op) {
#define X(name, n, meaning)                                                                        \
    case OP_##name: return meaning;
        OPS(X)
#undef X
    default: return (void)b, (void)c, 0;
    }
}

/* The value of a formula, by the rules of the tile language. */
static int64_t value_of(const ts_demand *d, const ts_formula *f, const int32_t *size)
{
    int64_t stack[TS_DEMAND_TERMS + 1], *top = stack;
    *top = 0;
    for (const ts_term *t = d->term + f->from, *end = t + f->n; t < end; t++) {
        if (t->op <= SIZE) {
            *++top = t->op == SIZE ? size[t->value] : t->value;
            continue;
        }
        int n = ops[t->op].operands;
        top -= n - 1;
        *top = into(t, apply(t->op, top[0], n > 1 ? top[1] : 0, n > 2 ? top[2] : 0));
    }
    return *top;
}

int64_t ts_demand_elements(const ts_demand *d, const ts_extents *x, const int32_t *size)
{
    wide n = 1;
    bool negative = false, none = false;
    for (int i = 0; i < x->rank; i++) {
        int64_t extent = value_of(d, &x->extent[i], size);
        negative = negative || extent < 0;
        none = none || !extent;
        n *= extent; /* at most 2^93 */
    }
    if (negative) return -1;
    return none ? 0 : n > INT64_MAX ? INT64_MAX : (int64_t)n;
}

bool ts_demand_is_far(const ts_demand *d, const ts_extents *x)
{
    wide n = 1;
    for (int i = 0; i < x->rank; i++)
        if (x->extent[i].fixed) n *= value_of(d, &x->extent[i], NULL);
    return n > INT32_MAX;
}

uint64_t ts_demand_bytes(const ts_extents *x, int64_t elements)
{
    wide bytes = ((wide)elements * x->bits + 7) / 8;
    return bytes > UINT64_MAX ? UINT64_MAX : (uint64_t)bytes;
}

int64_t ts_demand_programs(const ts_demand *d, const int32_t *size)
{
    wide n = 1;
    for (int i = 0; i < d->axes; i++) {
        int64_t count = value_of(d, &d->axis[i].count, size), step = d->axis[i].step;
        n *= count > 0 ? (count + step - 1) / step : 0;
    }
    return n > INT64_MAX ? INT64_MAX : (int64_t)n;
}

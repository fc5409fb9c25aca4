/* gen_data.c - what random kernels are launched on, and the comparison of results (test/tile/gen.h).
 *
 * The contents of a param follow from its name and dtype, and gen.c counts on them: floats are
 * multiples of 1/4 of at most 4 (those named x... also NaN), f8e8m0 lies in 1/8 .. 8, f4e2m1 and
 * 8-bit integers take all codes, 32-bit ones are small with some extremes, but those named i... are
 * indices, -3 .. 44. Sizes named t... are -2 .. 9, others 0 .. 44. */
#include "test/tile/gen.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static uint64_t draw(uint64_t *s)
{
    uint64_t z = *s += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

static int below(uint64_t *s, int n)
{
    return (int)(draw(s) % (uint64_t)n);
}

static uint32_t wild(uint64_t *s)
{
    static const uint32_t row[] = {0x80000000u, 0x7fffffffu, 0xffffffffu, 0x80000001u, 0x10000u};
    int i = below(s, 8);
    return i < 5 ? row[i] : (uint32_t)draw(s);
}

static uint32_t code(uint64_t *s, ts_dtype t, char name)
{
    switch (ts_dtypes[t].class) {
    case 'I':
    case 'U':
        if (name == 'i') return (uint32_t)(below(s, 48) - 3);
        return below(s, 8) ? (uint32_t)below(s, 41) - (t == TS_i32 ? 20 : 0) : wild(s);
    case 'N': return (uint32_t)draw(s) & (t == TS_i4 ? 0xf : 0xff);
    default: break;
    }
    if (t == TS_f8e8m0) return (uint32_t)(124 + below(s, 7));
    if (t == TS_f4e2m1) return (uint32_t)draw(s) & 0xf;
    if (name == 'x' && below(s, 6) == 0) return ts_encode(t, NAN);
    return ts_encode(t, (below(s, 31) - 15) / 4.0);
}

static bool extent(const ts_kern *k, const struct ts_gen_data *d, uint32_t id, size_t *n)
{
    const ts_op *o = &k->op[id];
    int ordinal = 0;
    for (uint32_t i = 1; i < id; i++) ordinal += k->op[i].op == TS_size_;
    if (o->op != TS_const_ && o->op != TS_size_) return false;
    *n *= (size_t)(o->op == TS_const_ ? (int32_t)o->value : d->size[ordinal]);
    return true;
}

static bool one_param(struct ts_gen_data *d, const ts_kern *k, const ts_op *o, uint64_t *seed)
{
    int p = d->params;
    size_t n = 1;
    for (int i = 0; i < o->argc; i++)
        if (!extent(k, d, o->arg[i], &n)) return false;
    d->params++;
    d->type[p] = o->dtype;
    d->name[p] = o->name;
    d->elements[p] = n;
    d->bytes[p] = ts_storage(o->dtype, n);
    d->buffer[p] = calloc(d->bytes[p] + 1, 1);
    if (!d->buffer[p]) abort();
    for (size_t i = 0; i < n; i++)
        ts_place(o->dtype, d->buffer[p], i, code(seed, o->dtype, o->name[0]));
    return true;
}

bool ts_gen_fill(struct ts_gen_data *d, const ts_kern *k, uint64_t seed)
{
    memset(d, 0, sizeof *d);
    for (uint32_t i = 1; i < k->n; i++) {
        const ts_op *o = &k->op[i];
        if (o->op == TS_size_)
            d->size[d->sizes++] = o->name[0] == 't' ? below(&seed, 12) - 2 : below(&seed, 45);
        else if (o->op == TS_param_ && !one_param(d, k, o, &seed))
            return false;
    }
    return true;
}

void ts_gen_drop(struct ts_gen_data *d)
{
    for (int p = 0; p < d->params; p++) free(d->buffer[p]);
    memset(d, 0, sizeof *d);
}

/* One unit of the last kept bit of x, for a value that was rounded to t on each side. */
static double tolerance(ts_dtype t, double x)
{
    int bits = t == TS_f32 ? 18 : t == TS_f16 ? 9 : 6;
    return ldexp(1, -9) + ldexp(fabs(x), -bits);
}

static bool close_to(double want, double got, ts_dtype t, bool exact)
{
    if (want == got || (isnan(want) && isnan(got))) return true;
    return !exact && fabs(want - got) <= tolerance(t, want);
}

bool ts_gen_refused(const ts_error *err)
{
    return !strncmp(err->text, "kernel ", 7) && strstr(err->text, ": its tiles need ") &&
           strstr(err->text, " bytes of shared memory, ");
}

static int compare_param(const struct ts_gen_data *want, const struct ts_gen_data *got, int p,
                         bool exact, ts_error *err)
{
    ts_dtype t = want->type[p];
    for (size_t i = 0; i < want->elements[p]; i++) {
        double a = ts_decode(t, ts_fetch(t, want->buffer[p], i));
        double b = ts_decode(t, ts_fetch(t, got->buffer[p], i));
        if (!close_to(a, b, t, exact))
            return ts_fail(err, "param %s (%s), element %zu of %zu: expected %.9g, got %.9g",
                           want->name[p], ts_dtypes[t].name, i, want->elements[p], a, b);
    }
    return 0;
}

int ts_gen_compare(const struct ts_gen_data *want, const struct ts_gen_data *got, bool exact,
                   ts_error *err)
{
    for (int p = 0; p < want->params; p++)
        if (compare_param(want, got, p, exact || want->name[p][0] != 'a', err)) return -1;
    return 0;
}

int ts_gen_compare_sure(const ts_kern *k, const struct ts_gen_data *want,
                        const struct ts_gen_data *got, ts_error *err)
{
    bool sure[TS_MAX_BUFFERS];
    ts_gen_sure(k, sure);
    for (int p = 0; p < want->params; p++)
        if (sure[p] && compare_param(want, got, p, true, err)) return -1;
    return 0;
}

/* arrays.c - drawing inputs, guarding memory, comparing outputs; see arrays.h. */
#include "check/arrays.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "check/judge.h"
#include "tile/ir.h"

/* ---- memory ---- */

/* `bytes` of memory that repeat after `period` (a multiple of the page size). */
static void *map_repeated(size_t bytes, size_t period)
{
    int fd = memfd_create("tessera-check", MFD_CLOEXEC);
    unsigned char *all = NULL;
    if (fd < 0) return NULL;
    if (!ftruncate(fd, (off_t)period)) {
        all = mmap(NULL, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (all == MAP_FAILED) all = NULL;
    }
    for (size_t at = 0; all && at < bytes; at += period) {
        size_t part = bytes - at < period ? bytes - at : period;
        void *here = mmap(all + at, part, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, fd, 0);
        if (here == MAP_FAILED) {
            munmap(all, bytes);
            all = NULL;
        }
    }
    close(fd);
    return all;
}

static bool make_mapped(ts_array *a)
{
    a->drawn = TS_PERIOD;
    a->total = a->bytes;
    a->value = map_repeated(a->p.n * sizeof(double), TS_PERIOD * sizeof(double));
    a->raw = a->copy = map_repeated(a->bytes, ts_storage(a->p.type, TS_PERIOD));
    return a->value && a->raw;
}

static bool make_plain(ts_array *a, int shift)
{
    a->drawn = a->p.n;
    a->at = TS_GUARD + shift * ts_storage(a->p.type, 1);
    a->total = a->at + a->bytes + TS_GUARD;
    a->value = calloc(a->p.n + TS_SLACK, sizeof(double));
    a->mag = calloc(a->p.n + TS_SLACK, sizeof(double));
    a->raw = malloc(a->total);
    a->copy = malloc(a->total);
    return a->value && a->mag && a->raw && a->copy;
}

static bool is_mapped(const ts_param *p)
{
    return p->mode == TS_IN && p->n > 4 * (size_t)TS_PERIOD;
}

uint64_t ts_array_memory(const ts_param *p)
{
    uint64_t stored = ts_storage(p->type, p->n), values = 2 * sizeof(double) * (uint64_t)p->n;
    return is_mapped(p) ? 0 : 2 * stored + values;
}

static int make_array(ts_array *a, const ts_traced *of, int i, int shift, ts_error *err)
{
    const ts_param *p = &of->param[i];
    *a = (ts_array){.p = *p, .limit = of->limit[i], .home = i, .bytes = ts_storage(p->type, p->n)};
    a->mapped = is_mapped(p);
    if (a->mapped ? make_mapped(a) : make_plain(a, shift)) return 0;
    return ts_fail(err, "out of memory for %s %s (%zu elements)", of->def->name, p->name, p->n);
}

int ts_arrays_make(ts_arrays *all, const ts_traced *of, const ts_shape *s, int shift, ts_error *err)
{
    size_t n = (size_t)of->params;
    *all = (ts_arrays){.of = of,
                       .shape = s,
                       .a = calloc(n, sizeof *all->a),
                       .value = calloc(n, sizeof(double *)),
                       .mag = calloc(n, sizeof(double *))};
    if (!all->a || !all->value || !all->mag) return ts_fail(err, "out of memory for %zu arrays", n);
    for (int i = 0; i < of->params; i++) {
        all->n++;
        if (make_array(&all->a[i], of, i, shift, err)) return -1;
        all->value[i] = all->a[i].value;
        all->mag[i] = all->a[i].mag;
    }
    return 0;
}

void ts_arrays_free(ts_arrays *all)
{
    for (int i = 0; i < all->n; i++) {
        ts_array *a = &all->a[i];
        if (a->mapped) {
            if (a->value) munmap(a->value, a->p.n * sizeof(double));
            if (a->raw) munmap(a->raw, a->bytes);
            continue;
        }
        free(a->value);
        free(a->mag);
        free(a->raw);
        free(a->copy);
    }
    free(all->a);
    free(all->value);
    free(all->mag);
    *all = (ts_arrays){.n = 0};
}

/* ---- numbers ---- */

const char *ts_data_name(ts_data d)
{
    static const char *const names[] = {"normal", "cancel", "large", "tiny"};
    return names[d];
}

/* splitmix64, Steele et al. 2014. */
static uint64_t draw(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
}

static double uniform(uint64_t *state) /* (0, 1) */
{
    return ((double)(draw(state) >> 12) + 0.5) * 0x1p-52;
}

/* Box and Muller 1958, one of the pair. */
static double normal(uint64_t *state)
{
    double r = sqrt(-2 * log(uniform(state)));
    return r * cos(6.283185307179586 * uniform(state));
}

static double signed_between(uint64_t *state, double lo, double hi)
{
    double size = lo * exp(uniform(state) * log(hi / lo));
    return draw(state) & 1 ? size : -size;
}

/* Each data set is drawn for one array; of several arrays that are multiplied, the longest one
 * alternates in sign, so that sums over products cancel too. */
static void draw_floats(double *v, size_t n, ts_data data, bool longest, uint64_t *state)
{
    for (size_t i = 0; i < n; i++) switch (data) {
        case TS_DATA_NORMAL: v[i] = normal(state); break;
        case TS_DATA_LARGE: v[i] = signed_between(state, 100, 65000); break;
        case TS_DATA_TINY: v[i] = i % 8 == 3 ? -0.0 : signed_between(state, 1e-7, 1e-3); break;
        default:
            v[i] = i % 2 ? v[i - 1] * (longest ? -1 : 1) * (1 + 0x1p-9 * normal(state))
                         : signed_between(state, 1, 1000);
        }
}

/* Scales have no sign; products with those near the least number are not what devices agree on. */
static void make_scales(double *v, size_t n)
{
    for (size_t i = 0; i < n; i++) v[i] = fmax(fabs(v[i]), 0x1p-40);
}

/* Integers are words of anything. */
static void draw_words(double *v, size_t n, uint64_t *state)
{
    for (size_t i = 0; i < n; i++) v[i] = (int32_t)(uint32_t)draw(state);
}

static bool is_input(const ts_array *a)
{
    return a->p.mode == TS_IN || a->p.mode == TS_INOUT;
}

static bool is_output(const ts_array *a)
{
    return a->p.mode == TS_OUT || a->p.mode == TS_INOUT;
}

static size_t longest_input(const ts_arrays *all)
{
    size_t n = 0;
    for (int i = 0; i < all->n; i++)
        if (is_input(&all->a[i]) && all->a[i].p.n > n) n = all->a[i].p.n;
    return n;
}

/* Values to storage, and back, so that the reference sees what the kernel sees. */
static void round_values(ts_array *a)
{
    for (size_t i = 0; i < a->drawn; i++) {
        uint32_t code = ts_encode(a->p.type, a->value[i]);
        ts_place(a->p.type, a->raw + a->at, i, code);
        a->value[i] = ts_decode(a->p.type, code);
    }
}

/* A NaN that no reference writes, to tell what it has left alone. */
static double untouched(void)
{
    const uint64_t bits = 0x7ff8000000c0ffee;
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static bool is_untouched(double x)
{
    double nan = untouched();
    return !memcmp(&x, &nan, sizeof x);
}

/* What is behind the end of an array, another number for each, since references copy. */
static double behind(const ts_array *a)
{
    return (double)(uintptr_t)a;
}

/* 0xff is NaN in each float dtype, -1 and the largest number in integers. Guards differ from it and
 * from their neighbours. */
static void poison(ts_array *a)
{
    if (a->mapped) return;
    for (size_t i = 0; i < a->total; i++) a->raw[i] = (unsigned char)(i * 37 + 11);
    memset(a->raw + a->at, 0xff, a->bytes);
    for (size_t i = 0; i < a->p.n; i++) a->value[i] = a->mag[i] = untouched();
    for (size_t i = a->p.n; i < a->p.n + TS_SLACK; i++) a->value[i] = a->mag[i] = behind(a);
}

void ts_arrays_poison(ts_arrays *all)
{
    for (int i = 0; i < all->n; i++) poison(&all->a[i]);
}

/* What an output begins with that stands in the place of an input: the input. */
static void begin_as_home(ts_arrays *all)
{
    for (int i = 0; i < all->n; i++) {
        ts_array *a = &all->a[i], *home = &all->a[a->home];
        if (home != a && is_input(a)) memcpy(a->value, home->value, a->p.n * sizeof *a->value);
    }
}

void ts_arrays_draw(ts_arrays *all, const ts_case *c, ts_data data, uint64_t seed)
{
    const ts_kernel_def *def = all->of->def;
    size_t longest = longest_input(all);
    for (int i = 0; i < all->n; i++) {
        ts_array *a = &all->a[i];
        uint64_t state = seed + 0x632be59bd9b4e019 * (uint64_t)(i + 1);
        poison(a);
        if (is_input(a)) draw_floats(a->value, a->drawn, data, a->p.n == longest, &state);
        if (is_input(a) && a->p.type == TS_i32) draw_words(a->value, a->drawn, &state);
        if (is_input(a) && a->p.type == TS_f8e8m0) make_scales(a->value, a->drawn);
    }
    if (def->fill) def->fill(all->shape, c, all->value);
    for (int i = 0; i < all->n; i++)
        if (is_input(&all->a[i])) round_values(&all->a[i]);
    begin_as_home(all);
}

static int referred(const ts_array *a, ts_error *err)
{
    for (size_t i = 0; is_output(a) && i < a->p.n; i++)
        if (is_untouched(a->value[i]))
            return ts_fail(err, "its reference does not say what %s[%zu] of %zu is", a->p.name, i,
                           a->p.n);
    for (size_t i = a->p.n; i < a->p.n + TS_SLACK; i++)
        if (a->value[i] != behind(a) || a->mag[i] != behind(a))
            return ts_fail(err, "its reference writes %s[%zu], which has %zu elements", a->p.name,
                           i, a->p.n);
    return 0;
}

int ts_arrays_refer(ts_arrays *all, const ts_case *c, ts_error *err)
{
    all->of->def->reference(all->shape, c->size, all->value, all->mag);
    for (int i = 0; i < all->n; i++)
        if (!all->a[i].mapped && referred(&all->a[i], err)) return -1;
    return 0;
}

void ts_arrays_alias(ts_arrays *all, bool on)
{
    for (const ts_alias *pair = all->of->def->alias; pair && pair->out; pair++) {
        int out = ts_traced_param(all->of, pair->out), in = ts_traced_param(all->of, pair->in);
        all->a[out].home = on ? in : out;
        all->a[in].lost = on;
    }
}

void ts_arrays_reset(ts_arrays *all)
{
    for (int i = 0; i < all->n; i++)
        if (!all->a[i].mapped) memcpy(all->a[i].copy, all->a[i].raw, all->a[i].total);
}

void ts_arrays_bind(const ts_arrays *all, int stage, const ts_case *c, void **buffer, size_t *bytes,
                    int32_t *size)
{
    const ts_takes *takes = &all->of->takes[stage];
    for (int i = 0; i < takes->params; i++) {
        const ts_array *a = &all->a[all->a[takes->param[i]].home];
        buffer[i] = a->copy + a->at;
        bytes[i] = a->bytes;
    }
    for (int i = 0; i < takes->sizes; i++) size[i] = c->size[takes->size[i]];
}

/* ---- verdict ---- */

static bool outputs_match(const ts_array *a, const ts_array *home, ts_tally *t, bool *raised,
                          ts_error *why)
{
    if (t->worst == 0 && a->limit > t->limit) t->limit = a->limit;
    for (size_t i = 0; i < a->p.n; i++) {
        uint32_t code = ts_fetch(a->p.type, home->copy + home->at, i);
        double share = ts_judge_share(a->p.type, code, a->value[i], a->mag[i], a->limit);
        if (share > t->worst) {
            *raised = true;
            t->worst = share;
            t->limit = a->limit;
            t->error = share * a->limit;
        }
        if (!(share <= 1)) {
            ts_fail(why, "%s[%zu] is %.9g, reference %.9g (error %.3g of %.3g allowed)", a->p.name,
                    i, ts_decode(a->p.type, code), a->value[i],
                    ts_judge_error(a->p.type, code, a->value[i]), a->limit * a->mag[i]);
            return false;
        }
    }
    return true;
}

static bool unchanged(const ts_array *a, size_t from, size_t to, const char *what, ts_error *why)
{
    for (size_t i = from; i < to; i++)
        if (a->raw[i] != a->copy[i]) {
            ts_fail(why, "%s: byte %td of %s was overwritten", a->p.name,
                    (ptrdiff_t)i - (ptrdiff_t)a->at, what);
            return false;
        }
    return true;
}

static bool array_intact(const ts_arrays *all, int i, ts_error *why)
{
    const ts_array *a = &all->a[i];
    size_t end = a->at + a->bytes;
    bool keeps = (a->p.mode == TS_IN && !a->lost) || a->home != i;
    return a->mapped || (unchanged(a, 0, a->at, "the guard before it", why) &&
                         unchanged(a, end, a->total, "the guard behind it", why) &&
                         (!keeps || unchanged(a, a->at, end, "its own memory", why)));
}

bool ts_arrays_intact(const ts_arrays *all, ts_error *why)
{
    for (int i = 0; i < all->n; i++)
        if (!array_intact(all, i, why)) return false;
    return true;
}

bool ts_arrays_compare(const ts_arrays *all, ts_tally *t, bool *raised, ts_error *why)
{
    size_t compared = 0;
    *raised = false;
    for (int i = 0; i < all->n; i++) {
        const ts_array *a = &all->a[i];
        if (!array_intact(all, i, why)) return false;
        if (a->mapped || !is_output(a)) continue;
        if (!outputs_match(a, &all->a[a->home], t, raised, why)) return false;
        compared += a->p.n;
    }
    if (!compared) ts_fail(why, "it has no output to compare");
    return compared > 0;
}

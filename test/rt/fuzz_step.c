/* fuzz_step.c - random launches against what their kernels declare.
 *
 *     fuzz_step [COUNT [SEED [DEVICE]]]       seed from the clock
 *
 * Kernels have an input and an output with random extents: numbers, sizes, formulas of both. Each is
 * launched with random sizes, buffers and offsets, good ones and ones that are off by little or a lot.
 * A launch must be refused exactly if a predicate computed here says so: recorded if its fixed extents
 * fit and all starts are whole elements, run if its others fit. What runs must write nothing outside
 * of what it declares, and on the cpu must read nothing there: the input then ends at a page that cannot
 * be read. Exit status 77: there is no such device. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

#include "tessera/compile.h"
#include "tessera/device.h"
#include "tessera/tile.h"

enum { KERNELS = 16, NODES = 24, SIZES = 3, MOST = 1 << 15, CANARY = 0x5a, PAGE = 4096 };

static uint64_t state;
static unsigned runs; /* launches that were right */

static uint32_t draw(uint32_t n)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(state >> 33) % n;
}

/* ---- formulas: built as ops of the language, and computed here ---- */

typedef enum { NUMBER, SIZE, ADD, SUB, MUL, DIV, REM, MIN, MAX, SHL, SHR, NEG, PICK, OPS } kind;

typedef struct node {
    kind op;
    int a, b, value;
} node;

typedef struct formula {
    node at[NODES];
    int n;
} formula;

static int grow(formula *f, int depth)
{
    node x = {.op = depth ? (kind)draw(OPS) : (kind)draw(2)};
    if (x.op == NUMBER) x.value = 1 + (int)draw(draw(4) ? 9 : 2000);
    if (x.op == SIZE) x.value = (int)draw(SIZES);
    if (x.op > SIZE) x.a = grow(f, depth - 1);
    if (x.op > SIZE && x.op != NEG) x.b = grow(f, depth - 1);
    f->at[f->n] = x;
    return f->n++;
}

static ts_val build(ts_kern *k, const formula *f, int i, const ts_val *size)
{
    const node *x = &f->at[i];
    if (x->op == NUMBER) return ts_i32(k, x->value);
    if (x->op == SIZE) return size[x->value];
    ts_val a = build(k, f, x->a, size), b = x->op == NEG ? a : build(k, f, x->b, size);
    switch (x->op) {
    case ADD: return ts_add(a, b);
    case SUB: return ts_sub(a, b);
    case MUL: return ts_mul(a, b);
    case DIV: return ts_div(a, b);
    case REM: return ts_rem(a, b);
    case MIN: return ts_min(a, b);
    case MAX: return ts_max(a, b);
    case SHL: return ts_shl(a, b);
    case SHR: return ts_shr(a, b);
    case NEG: return ts_neg(a);
    default: return ts_select(ts_lt(a, b), a, ts_cast(ts_cast(b, TS_u32), TS_i32));
    }
}

static int64_t value(const formula *f, int i, const int32_t *size)
{
    const node *x = &f->at[i];
    if (x->op == NUMBER) return x->value;
    if (x->op == SIZE) return size[x->value];
    int64_t a = value(f, x->a, size), b = x->op == NEG ? a : value(f, x->b, size), y;
    switch (x->op) {
    case ADD: y = a + b; break;
    case SUB: y = a - b; break;
    case MUL: y = a * b; break;
    case DIV: y = b ? a / b : 0; break;
    case REM: y = b ? a % b : 0; break;
    case MIN: y = a < b ? a : b; break;
    case MAX: y = a > b ? a : b; break;
    case SHL: y = (uint64_t)b < 32 ? (int64_t)((uint64_t)a << b) : 0; break;
    case SHR: y = (uint64_t)b < 32 ? a >> b : a < 0 ? -1 : 0; break;
    case NEG: y = -a; break;
    default: return a < b ? a : b < 0 ? 0 : b; /* a conversion to u32 saturates */
    }
    return (int32_t)(uint32_t)(uint64_t)y;
}

static bool has_size(const formula *f)
{
    bool has = false;
    for (int i = 0; i < f->n; i++) has = has || f->at[i].op == SIZE;
    return has;
}

/* ---- kernels: they touch the corners of what they declare, and try to step beyond ---- */

typedef struct shape {
    ts_dtype type;
    int rank;
    formula extent[3];
} shape;

typedef struct kernel {
    char name[24];
    shape x, y;
} kernel;

static const ts_dtype types[] = {TS_f32, TS_bf16, TS_u8, TS_f4e2m1};

static void draw_shape(shape *s, ts_dtype t)
{
    s->type = t;
    s->rank = 1 + (int)draw(3);
    for (int d = 0; d < s->rank; d++) {
        s->extent[d].n = 0;
        do {
            s->extent[d].n = 0;
            grow(&s->extent[d], draw(3) ? 0 : 1 + (int)draw(2));
        } while (!has_size(&s->extent[d]) && s->extent[d].at[s->extent[d].n - 1].op != NUMBER);
    }
}

static ts_view declare(ts_kern *k, const char *name, ts_mode mode, const shape *s,
                       const ts_val *size, ts_val *extent)
{
    for (int d = 0; d < s->rank; d++) extent[d] = build(k, &s->extent[d], s->extent[d].n - 1, size);
    if (s->rank == 1) return ts_arg1(k, mode, name, s->type, extent[0]);
    if (s->rank == 2) return ts_arg2(k, mode, name, s->type, extent[0], extent[1]);
    return ts_arg3(k, mode, name, s->type, extent[0], extent[1], extent[2]);
}

/* The first or the last row of all but the last dimension. */
static ts_view corner(ts_view v, int rank, const ts_val *extent, bool last)
{
    for (int d = 0; d + 1 < rank; d++)
        v = ts_row(v, last ? ts_addk(extent[d], -1) : ts_i32(v.k, 0));
    return v;
}

static ts_kern *make(const kernel *from)
{
    ts_kern *k = ts_begin(from->name);
    ts_val size[SIZES], ex[3], ey[3];
    size[0] = ts_size(k, "a");
    size[1] = ts_size(k, "b");
    size[2] = ts_size(k, "c");
    ts_view x = declare(k, "x", TS_IN, &from->x, size, ex);
    ts_view y = declare(k, "y", TS_OUT, &from->y, size, ey);
    for (int last = 0; last < 2; last++) {
        ts_view rx = corner(x, from->x.rank, ex, last), ry = corner(y, from->y.rank, ey, last);
        ts_val end = ts_addk(ex[from->x.rank - 1], -4), to = ts_addk(ey[from->y.rank - 1], -4);
        ts_store(ry, ts_i32(k, 0), ts_load(rx, ts_i32(k, 0), 8));
        ts_store(ry, to, ts_load(rx, end, 8));
    }
    return k;
}

static ts_module *compile(ts_device *dev, kernel *kernels, ts_error *err)
{
    ts_kern *k[KERNELS];
    const ts_target *target = ts_target_find(ts_device_target(dev), err);
    size_t bytes = 0;
    for (int i = 0; i < KERNELS; i++) {
        snprintf(kernels[i].name, sizeof kernels[i].name, "k%d", i);
        ts_dtype t = types[draw(4)];
        draw_shape(&kernels[i].x, t);
        draw_shape(&kernels[i].y, t);
        k[i] = make(&kernels[i]);
        ts_finish(k[i], err);
    }
    char *text = target && !ts_failed(err) ? ts_emit(k, KERNELS, target, &bytes, err) : NULL;
    ts_module *m = text ? ts_module_load(dev, text, bytes, err) : NULL;
    free(text);
    for (int i = 0; i < KERNELS; i++) ts_free(k[i]);
    return m;
}

/* ---- what is right ---- */

static int bits_of(ts_dtype t)
{
    return t == TS_f32 ? 32 : t == TS_bf16 ? 16 : t == TS_u8 ? 8 : 4;
}

/* Bytes that a param reaches, MOST + 1 for more than any buffer here; -1: it has no such extents. */
static long reach(const shape *s, const int32_t *size)
{
    long double n = 1;
    bool negative = false;
    for (int d = 0; d < s->rank; d++) {
        int64_t e = value(&s->extent[d], s->extent[d].n - 1, size);
        negative = negative || e < 0;
        n *= (long double)e;
    }
    if (negative) return -1;
    n = (n * bits_of(s->type) + 7) / 8;
    return n > MOST ? MOST + 1 : (long)n;
}

static bool is_fixed(const shape *s)
{
    for (int d = 0; d < s->rank; d++)
        if (has_size(&s->extent[d])) return false;
    return true;
}

/* ---- launches ---- */

typedef struct given { /* for a param */
    size_t bytes, at;
    long need;
    bool fixed, whole;
} given;

static given draw_given(const shape *s, const int32_t *size)
{
    given g = {.need = reach(s, size), .fixed = is_fixed(s)};
    size_t unit = bits_of(s->type) < 8 ? 1 : (size_t)bits_of(s->type) / 8;
    long need = g.need < 0 ? 16 : g.need > MOST ? 64 : g.need;
    static const long off[] = {0, 0, 0, 1, 16, 100, -1, -1, -4};
    long room = need + off[draw(9)];
    g.at = draw(3) ? unit * draw(20) : draw(40);
    g.bytes = g.at + (room < 0 ? 0 : (size_t)room);
    g.whole = g.at % unit == 0;
    return g;
}

static bool fits(const given *g)
{
    return g->need >= 0 && (size_t)g->need <= g->bytes - g->at;
}

/* A mapping whose last bytes are the input, before a page that nobody may touch. */
static unsigned char *cliff(size_t bytes, unsigned char **map, size_t *mapped)
{
    *mapped = ((bytes + PAGE - 1) / PAGE + 1) * PAGE;
    *map = mmap(NULL, *mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (*map == MAP_FAILED || mprotect(*map + *mapped - PAGE, PAGE, PROT_NONE)) abort();
    return *map + *mapped - PAGE - bytes;
}

static int untouched(const ts_buffer *b, const given *g, ts_error *err)
{
    unsigned char seen[MOST + 256];
    if (ts_buffer_get(b, 0, seen, g->bytes, err)) return -1;
    for (size_t i = 0; i < g->bytes; i++)
        if ((i < g->at || i >= g->at + (size_t)g->need) && seen[i] != CANARY)
            return ts_fail(err, "byte %zu is written, but y is %ld bytes from %zu on", i, g->need,
                           g->at);
    return 0;
}

static int judge(ts_device *dev, const ts_launch *l, const given *x, const given *y, ts_error *err)
{
    ts_error why = {0};
    bool starts = x->whole && y->whole;
    bool may_record = starts && (!x->fixed || fits(x)) && (!y->fixed || fits(y));
    bool good = starts && fits(x) &&
                fits(y); /* a formula may be folded to a number: then it counts early */
    ts_step *s = ts_step_record(dev, l, 1, &why);
    int rc = 0;
    if (s ? !may_record : good)
        rc = ts_fail(err, "record says \"%.300s\"", why.text);
    else if (s) {
        int ran = ts_step_run(s, &why);
        runs += !ran;
        if (!ran != good)
            rc = ts_fail(err, "run says \"%.300s\"", why.text);
        else if (!ran)
            rc = untouched(l->arg[1].buffer, y, err);
    }
    ts_step_free(s);
    return rc;
}

static int try(ts_device *dev, ts_module *m, const kernel *k, ts_error *err)
{
    static const int32_t hostile[] = {0, 0, -1, INT32_MIN, INT32_MAX, 65536, 1 << 30, -7};
    int32_t size[SIZES];
    for (int i = 0; i < SIZES; i++)
        size[i] = draw(4) ? (int32_t)draw(draw(2) ? 12 : 200) : hostile[draw(8)];
    given x = draw_given(&k->x, size), y = draw_given(&k->y, size);
    unsigned char *map, fill[MOST + 256];
    size_t mapped;
    size_t end = (x.bytes + 15) / 16 * 16; /* wrapped memory starts like elements do */
    unsigned char *in = cliff(end, &map, &mapped);
    memset(fill, CANARY, sizeof fill);
    ts_buffer *cells = ts_buffer_new(dev, sizeof size, err), *to = ts_buffer_new(dev, y.bytes, err);
    ts_buffer *from = ts_buffer_wrap(dev, in, x.bytes, err);
    int rc = -1;
    if (cells && to && from && !ts_buffer_put(cells, 0, size, sizeof size, err) &&
        !ts_buffer_put(to, 0, fill, y.bytes, err)) {
        ts_launch l = {.module = m, .kernel = k->name, .arg = {{from, x.at}, {to, y.at}}};
        for (int i = 0; i < SIZES; i++) l.size[i] = (ts_ref){cells, 4 * (size_t)i};
        x.whole =
            x.whole && (x.at < x.bytes || !x.bytes || !strncmp(ts_device_target(dev), "cpu", 3));
        rc = judge(dev, &l, &x, &y, err);
    }
    if (rc)
        printf("kernel %s, sizes %d %d %d: x needs %ld of %zu from %zu, y needs %ld of %zu from "
               "%zu: %s\n",
               k->name, size[0], size[1], size[2], x.need, x.bytes, x.at, y.need, y.bytes, y.at,
               err->text);
    ts_buffer_free(cells);
    ts_buffer_free(to);
    ts_buffer_free(from);
    munmap(map, mapped);
    return rc;
}

int main(int argc, char **argv)
{
    unsigned count = argc > 1 ? (unsigned)atoi(argv[1]) : 400;
    uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : (uint64_t)time(NULL);
    const char *spec = argc > 3 ? argv[3] : "cpu";
    ts_error err = {0};
    state = seed;
    ts_device *dev = ts_device_open(spec, 1, &err);
    if (!dev) {
        printf("skipped: %s\n", err.text);
        return 77;
    }
    kernel *kernels = calloc(KERNELS, sizeof *kernels);
    if (!kernels) abort();
    int rc = 0;
    ts_module *m = compile(dev, kernels, &err);
    for (unsigned i = 0; m && i < count && !rc; i++)
        rc = try(dev, m, &kernels[draw(KERNELS)], &err);
    if (!rc && count >= 400 && (runs < count / 10 || runs > count / 10 * 9))
        rc = ts_fail(&err, "%u of %u launches ran, which tests little", runs, count);
    printf("%s: %u launches of %d kernels, %u ran, seed %llu: %s\n", spec, count, KERNELS, runs,
           (unsigned long long)seed, ts_failed(&err) ? err.text : "all as they should be");
    ts_module_free(m);
    ts_device_close(dev);
    free(kernels);
    return rc || ts_failed(&err);
}

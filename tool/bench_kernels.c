/* bench_kernels.c - `tessera bench kernels`: each kernel of a suite beside the speed of light. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/kernels.h"
#include "check/check.h"
#include "engine/memory.h"
#include "tool/bench.h"
#include "tool/tool.h"

typedef struct bench_kernels {
    ts_bench *b;
    ts_device *device;
    ts_ceilings ceilings;
    const ts_suite *only, *suite; /* --suite, or NULL; the one at hand */
    ts_shape *shape;
    char shape_name[200]; /* with what was set of it: "1.5b heads=3" */
    ts_dtype weights, kv; /* TS_NDTYPE: its shapes have none */
    ts_bench_place place;
    int chosen, failed;
} bench_kernels;

/* ---- what is measured ---- */

/* What a preset is called for short: "1.5b" of "r1-distill-1.5b". */
static const char *first_shape(const ts_suite *suite)
{
    const char *dash = strrchr(suite->preset->name, '-');
    return dash ? dash + 1 : suite->preset->name;
}

static int choose_shape(bench_kernels *k, ts_error *err)
{
    const ts_bench_options *o = k->b->o;
    const char *name = o->shape ? o->shape : first_shape(k->suite);
    k->shape = ts_kernel_bench_shape(k->suite, name, o->dtype, o->kv, o->set, k->device, err);
    if (!k->shape) return -1;
    snprintf(k->shape_name, sizeof k->shape_name, "%s%s%s", name, o->set ? " " : "",
             o->set ? o->set : "");
    k->weights = ts_shape_dtype_of(k->suite, k->shape, NULL);
    k->kv = ts_shape_dtype_of(k->suite, k->shape, "kv");
    return 0;
}

/* list: NULL for all, or parts of names with commas between; a part with a slash is one of SUITE/KERNEL. */
bool ts_bench_lists(const char *list, const ts_kernel_def *def)
{
    char whole[160];
    if (!list) return true;
    snprintf(whole, sizeof whole, "%s/%s", def->suite->name, def->name);
    while (*list) {
        char part[80];
        size_t n = strcspn(list, ",");
        snprintf(part, sizeof part, "%.*s", (int)(n < 79 ? n : 79), list);
        if (n && strstr(strchr(part, '/') ? whole : def->name, part)) return true;
        list += n + (list[n] == ',');
    }
    return false;
}

static bool has_shape(const ts_suite *suite, const char *name)
{
    ts_shape *s = name ? ts_shape_new(suite, name, NULL) : NULL;
    free(s);
    return !name || s;
}

/* That of --suite, else the first, and those that parts of the list name with a slash. */
static bool of_suite(const bench_kernels *k, const ts_suite *suite)
{
    const char *list = k->b->o->kernel;
    if (k->only) return suite == k->only;
    return suite == ts_suite_at(0) || (list && strchr(list, '/'));
}

/* Where a shape is asked for, suites that have none of that name are left out. */
static bool chosen(const bench_kernels *k, const ts_kernel_def *def)
{
    return of_suite(k, def->suite) && ts_bench_lists(k->b->o->kernel, def) &&
           has_shape(def->suite, k->b->o->shape);
}

static int count_chosen(bench_kernels *k, ts_error *err)
{
    const char *suite = k->b->o->suite;
    if (suite && !(k->only = ts_suite_find(suite, err))) return -1;
    for (size_t i = 0; ts_kernel_at(i); i++) k->chosen += chosen(k, ts_kernel_at(i));
    if (k->chosen) return 0;
    if (!has_shape(k->only ? k->only : ts_suite_at(0), k->b->o->shape))
        return ts_shape_new(k->only ? k->only : ts_suite_at(0), k->b->o->shape, err) ? 0 : -1;
    return ts_fail(err, "no kernel%s%s has '%s' in its name; `tessera check` lists all",
                   suite ? " of suite " : "", suite ? suite : "", k->b->o->kernel);
}

/* Weights that launches are cut from: the most that a launch of a chosen kernel needs, or a gigabyte, or a
 * quarter of what is there. */
static int make_block(bench_kernels *k, const ts_kernel_def *const *kernel, ts_error *err)
{
    bool fits = ts_reader_fits(k->device);
    size_t enough = fits ? ts_reader_bytes(0, ts_memory_available("")) : 0;
    k->place = (ts_bench_place){.device = k->device, .shape = k->shape};
    return ts_kernel_bench_furnish(&k->place, kernel, enough, err);
}

/* ---- one line ---- */

typedef struct line { /* of a kernel in each mode */
    const ts_kernel_def *def;
    ts_rounds rounds[TS_BENCH_MODES];
    ts_result r[TS_BENCH_MODES];
    char repro[512]; /* the command that repeats it, which r points to */
    bool measured[TS_BENCH_MODES];
    ts_error wrong; /* the verdict, "" for pass */
} line;

/* Right before the first timing and after the last, and the same bits from the first launches as from the
 * last of each. */
static int time_mode(bench_kernels *k, line *l, ts_bench_mode mode, bool final, ts_error *err)
{
    bool same = true;
    int least = k->b->o->rounds;
    const ts_effort effort = {
        .least = least, .most = 3 * least, .within = 0.02, .seconds = k->b->o->seconds};
    ts_kernel_bench *b = ts_kernel_bench_new(l->def, &k->place, mode, err);
    int rc = b ? 0 : -1;
    if (!rc && !mode) rc = ts_kernel_bench_check(b, 1, &l->wrong);
    if (!rc)
        rc = ts_kernel_bench_time(b, &effort, k->ceilings.reader, &l->rounds[mode], &same, err);
    if (!rc && final) rc = ts_kernel_bench_check(b, 2, &l->wrong);
    if (!rc && !same)
        rc = ts_fail(&l->wrong, "wrong result: the timed launches gave other bits than the first");
    l->measured[mode] = !rc;
    ts_kernel_bench_free(b);
    return rc ? -1 : 0;
}

static void print_repro(const bench_kernels *k, line *l)
{
    const ts_bench_options *o = k->b->o;
    const char *dtype = ts_tool_dtype_name(k->weights);
    snprintf(l->repro, sizeof l->repro,
             "tessera bench kernels --kernel %s --shape %.*s%s%s%s%s --device %s", l->def->name,
             (int)strcspn(k->shape_name, " "), k->shape_name, o->set ? " --set " : "",
             o->set ? o->set : "", dtype ? " --dtype " : "", dtype ? dtype : "",
             o->device ? o->device : "cpu");
}

/* failure: what ended it, or "". */
static int add(const bench_kernels *k, line *l, ts_bench_mode mode, const char *failure,
               ts_error *err)
{
    const char *wrong = l->wrong.text;
    ts_result *r = &l->r[mode];
    *r = ts_result_blank();
    r->bench = "kernel";
    r->suite = l->def->suite->name;
    r->name = l->def->name;
    r->mode = ts_bench_mode_name(mode);
    r->dtype = ts_tool_dtype_name(k->weights);
    r->kv = ts_tool_dtype_name(k->kv);
    r->shape = k->shape_name;
    r->batch = 1;
    r->unit = "us";
    r->floor_us = k->ceilings.floor > 0 ? 1e6 * k->ceilings.floor : NAN;
    r->peak_gflops = k->ceilings.fma > 0 ? 1e-9 * k->ceilings.fma : NAN;
    r->verdict = *wrong ? "fail" : *failure ? "none" : "pass";
    r->why = *wrong ? wrong : *failure ? failure : NULL;
    r->repro = l->repro;
    if (!l->measured[mode]) return ts_session_add(k->b->session, r, NULL, 0, err);
    return ts_session_rounds(k->b->session, r, &l->rounds[mode], k->ceilings.floor,
                             mode == TS_BENCH_HOT, err);
}

/* ---- the table ---- */

static int print_head(const bench_kernels *k, int kernels, ts_error *err)
{
    char types[80];
    ts_shape_text(k->suite, k->shape, TS_TYPE, types, sizeof types);
    ts_sheet_text("\n%d kernel%s of %s at %s, %s\ncold: inputs in memory; hot: in caches as far as "
                  "they fit",
                  kernels, ts_s((size_t)kernels), k->suite->name, k->shape_name, types);
    ts_sheet_text("%-23s %8s %9s %9s %9s %3s %7s %6s %-8s %9s", "", "", "cold us", "", "", "", "",
                  "of", "", "hot us");
    return ts_sheet_head(k->b->session, "kernels", err);
}

/* A kernel that is wrong or cannot be timed says so in its line and does not end the others. */
static int bench_kernel(bench_kernels *k, const ts_kernel_def *def, ts_error *err)
{
    line l = {.def = def};
    int modes = k->b->o->overlap ? TS_BENCH_MODES : TS_BENCH_OVERLAP, rc = 0;
    ts_error failure = {0};
    print_repro(k, &l);
    for (int m = 0; m < modes && !rc; m++)
        rc = time_mode(k, &l, (ts_bench_mode)m, m == modes - 1, &failure);
    for (int m = 0; m < modes; m++)
        if (add(k, &l, (ts_bench_mode)m, failure.text, err)) return -1;
    if (!rc) return ts_sheet_put(k->b->session, "kernels", NAN, err);
    k->failed++;
    ts_sheet_text("%-23s %s", def->name, l.wrong.text[0] ? l.wrong.text : failure.text);
    return 0;
}

/* These of the suite at hand. */
static int bench_these(bench_kernels *k, const ts_kernel_def *const *kernel, int n, ts_error *err)
{
    int rc = choose_shape(k, err) || make_block(k, kernel, err) ? -1 : 0;
    if (!rc) rc = print_head(k, n, err);
    for (int i = 0; !rc && i < n; i++) rc = bench_kernel(k, kernel[i], err);
    return rc;
}

/* The chosen ones of the suite at hand, if there are any. */
static int bench_suite(bench_kernels *k, ts_error *err)
{
    int n = 0, rc = 0;
    const ts_kernel_def *def, **kernel = calloc((size_t)k->chosen + 1, sizeof *kernel);
    if (!kernel) return ts_fail(err, "no memory for a list of kernels");
    for (size_t i = 0; (def = k->suite->kernel[i]); i++)
        if (chosen(k, def)) kernel[n++] = def;
    if (n) rc = bench_these(k, kernel, n, err);
    free(kernel);
    return rc;
}

static int bench_all(bench_kernels *k, ts_error *err)
{
    int rc = 0;
    for (size_t i = 0; !rc && (k->suite = ts_suite_at(i)); i++) {
        rc = bench_suite(k, err);
        free(k->place.block);
        free(k->shape);
        k->place.block = NULL, k->shape = NULL;
    }
    if (rc) return -1;
    if (k->ceilings.floor > 0)
        ts_sheet_text("an empty launch takes %.2f us; of light: max(bytes / reading, operations / "
                      "arithmetic) / time, cold",
                      1e6 * k->ceilings.floor);
    return k->failed ? ts_fail(err, "%d of %d kernels are wrong or could not be timed", k->failed,
                               k->chosen)
                     : 0;
}

static bool any_chosen(const bench_kernels *k)
{
    for (size_t i = 0; k->suite->kernel[i]; i++)
        if (chosen(k, k->suite->kernel[i])) return true;
    return false;
}

/* A shape that cannot be is refused before ceilings are measured for seconds. */
static int try_shapes(bench_kernels *k, ts_error *err)
{
    int rc = 0;
    for (size_t i = 0; !rc && (k->suite = ts_suite_at(i)); i++) {
        if (any_chosen(k)) rc = choose_shape(k, err);
        free(k->shape);
        k->shape = NULL;
    }
    return rc;
}

int ts_bench_kernels(ts_bench *b, ts_error *err)
{
    if (ts_bench_is_profile(b->o)) return ts_bench_profile(b, err);
    bench_kernels k = {.b = b, .device = ts_device_open(b->o->device, b->o->threads, err)};
    int rc = k.device && !count_chosen(&k, err) ? try_shapes(&k, err) : -1;
    if (!rc) rc = ts_bench_ceilings(b, k.device, NULL, 0, false, &k.ceilings, err);
    if (!rc) rc = bench_all(&k, err);
    ts_ceilings_free(&k.ceilings);
    ts_device_close(k.device);
    return rc;
}

/* bench_kernels.c - `tessera bench kernels`: each kernel of a suite beside the speed of light. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/kernels.h"
#include "check/check.h"
#include "engine/plan.h"
#include "tool/bench.h"
#include "tool/progress.h"
#include "tool/tool.h"

typedef struct bench_kernels {
    ts_bench *b;
    ts_device *device;
    ts_ceilings ceilings;
    const ts_suite *only, *suite; /* --suite, or NULL; the one at hand */
    ts_shape *shape;
    const char *shape_name;
    ts_dtype weights, kv; /* TS_NDTYPE: its shapes have none */
    ts_bench_place place;
    void *block;
    ts_progress progress;
    int chosen, done, failed;
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
    const ts_target *target = ts_target_find(ts_device_target(k->device), err);
    ts_dtype weights = ts_tool_dtype(o->dtype, TS_bf16);
    ts_dtype kv = ts_tool_dtype(o->kv, weights == TS_f32 ? TS_f32 : TS_f16);
    k->shape_name = o->shape ? o->shape : first_shape(k->suite);
    if (target) k->shape = ts_kernel_bench_shape(k->suite, k->shape_name, weights, kv, target, err);
    if (!k->shape) return -1;
    k->weights = ts_shape_dtype_of(k->suite, k->shape, NULL);
    k->kv = ts_shape_dtype_of(k->suite, k->shape, "kv");
    return 0;
}

/* list: NULL for all, or parts of names with commas between; a part with a slash is one of SUITE/KERNEL. */
static bool listed(const char *list, const ts_kernel_def *def)
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

/* Where a shape is asked for, suites that have none of that name are left out. */
static bool chosen(const bench_kernels *k, const ts_kernel_def *def)
{
    return listed(k->b->o->kernel, def) && (!k->only || def->suite == k->only) &&
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
static int make_block(bench_kernels *k, ts_error *err)
{
    size_t most = 0, need = 0;
    const ts_kernel_def *def;
    for (size_t i = 0; (def = k->suite->kernel[i]); i++) {
        if (chosen(k, def) && ts_kernel_bench_weights(def, k->shape, &need, err)) return -1;
        if (need > most) most = need;
    }
    size_t bytes = (most + 4096) / 4096 * 4096;
    size_t enough = ts_reader_bytes(0, ts_memory_available("")) / 4096 * 4096;
    if (bytes < enough && ts_reader_fits(k->device)) bytes = enough;
    k->block = ts_kernel_bench_block(k->weights, bytes, err);
    k->place = (ts_bench_place){k->device, k->shape, k->block, bytes};
    return k->block ? 0 : -1;
}

/* ---- one line ---- */

typedef struct line {
    const ts_kernel_def *def;
    ts_rounds rounds[TS_BENCH_MODES];
    ts_roofline roof[TS_BENCH_MODES];
    ts_error wrong; /* the verdict, "" for pass */
    bool measured[TS_BENCH_MODES];
} line;

static ts_effort effort_of(const bench_kernels *k)
{
    int least = k->b->o->rounds;
    return (ts_effort){
        .least = least, .most = 3 * least, .within = 0.02, .seconds = k->b->o->seconds};
}

/* Right before the first timing and after the last, and the same bits from the first launches as from the
 * last of each. */
static int time_mode(bench_kernels *k, line *l, ts_bench_mode mode, bool final, ts_error *err)
{
    uint64_t first = 0, last = 0;
    ts_done warm = {0};
    ts_effort effort = effort_of(k);
    ts_rounds *r = &l->rounds[mode];
    ts_kernel_bench *b = ts_kernel_bench_new(l->def, &k->place, mode, err);
    int rc = b ? 0 : -1;
    if (!rc && !mode) rc = ts_kernel_bench_check(b, 1, &l->wrong);
    if (!rc) rc = ts_kernel_bench_work(b, &warm, err) || ts_kernel_bench_print(b, &first, err);
    if (!rc) rc = ts_rounds_run(r, &effort, k->ceilings.reader, ts_kernel_bench_work, b, err);
    if (!rc) rc = ts_kernel_bench_print(b, &last, err);
    if (!rc && final) rc = ts_kernel_bench_check(b, 2, &l->wrong);
    if (!rc && first != last)
        rc = ts_fail(&l->wrong, "wrong result: the timed launches gave other bits than the first");
    if (!rc)
        ts_roofline_of(r, k->ceilings.fma, k->ceilings.floor, mode == TS_BENCH_HOT, &l->roof[mode]);
    l->measured[mode] = !rc;
    ts_kernel_bench_free(b);
    return rc ? -1 : 0;
}

static int add_line(bench_kernels *k, const line *l, ts_bench_mode mode, const ts_error *failure,
                    ts_error *err)
{
    char repro[512], dtype[32] = "";
    const ts_bench_options *o = k->b->o;
    ts_result r = ts_result_blank();
    if (k->weights < TS_NDTYPE)
        snprintf(dtype, sizeof dtype, " --dtype %s", ts_tool_dtype_name(k->weights));
    snprintf(repro, sizeof repro, "tessera bench kernels --kernel %s --shape %s%s --device %s",
             l->def->name, k->shape_name, dtype, o->device ? o->device : "cpu");
    r.bench = "kernel";
    r.suite = l->def->suite->name;
    r.name = l->def->name;
    r.mode = ts_bench_mode_name(mode);
    r.dtype = ts_tool_dtype_name(k->weights);
    r.kv = ts_tool_dtype_name(k->kv);
    r.shape = k->shape_name;
    r.batch = 1;
    r.unit = "us";
    r.floor_us = k->ceilings.floor > 0 ? 1e6 * k->ceilings.floor : NAN;
    r.peak_gflops = k->ceilings.fma > 0 ? 1e-9 * k->ceilings.fma : NAN;
    r.repro = repro;
    r.verdict = l->wrong.text[0] ? "fail" : failure ? "none" : "pass";
    r.why = l->wrong.text[0] ? l->wrong.text : failure ? failure->text : NULL;
    if (!l->measured[mode]) return ts_session_add(k->b->session, &r, NULL, 0, err);
    return ts_session_rounds(k->b->session, &r, &l->rounds[mode], &l->roof[mode], err);
}

/* ---- the table ---- */

static void print_head(const bench_kernels *k, int kernels)
{
    char types[80];
    if (k->b->o->json) return;
    ts_shape_text(k->suite, k->shape, TS_TYPE, types, sizeof types);
    printf("\n%d kernel%s of %s at %s, %s\ncold: inputs in memory; hot: in caches as far as they "
           "fit\n",
           kernels, ts_s((size_t)kernels), k->suite->name, k->shape_name, types);
    printf("%-23s %8s %9s %9s %9s %3s %7s %6s %-8s %9s  %s\n", "", "", "cold us", "", "", "", "",
           "of", "", "hot us", "");
    printf("%-23s %8s %9s %9s %9s %3s %7s %6s %-8s %9s  %s\n", "kernel", "MB", "p10", "median",
           "p90", "n", "GB/s", "light", "bound", "median", "verdict");
}

static void print_line(const bench_kernels *k, const line *l)
{
    const ts_rounds *c = &l->rounds[TS_BENCH_COLD], *h = &l->rounds[TS_BENCH_HOT];
    const ts_roofline *roof = &l->roof[TS_BENCH_COLD];
    double bytes = (double)ts_kernel_bench_bytes(l->def, k->shape);
    if (k->b->o->json) return;
    if (roof->impossible) {
        printf("%-23s refused: %s\n", l->def->name, roof->why);
        return;
    }
    printf("%-23s %8.3f %9.2f %9.2f %9.2f %3d %7.2f ", l->def->name, bytes / 1e6, 1e6 * c->p10,
           1e6 * c->each.mid, 1e6 * c->p90, c->counted, 1e-9 * bytes / c->each.mid);
    if (isfinite(roof->share.mid))
        printf("%5.1f%% ", 100 * roof->share.mid);
    else
        printf("%6s ", "-");
    printf("%-8s %9.2f  %s%s\n", roof->bound ? roof->bound : "-", 1e6 * h->each.mid, "pass",
           c->noisy || h->noisy ? ", noisy" : "");
}

/* A kernel that is wrong or cannot be timed says so in its line and does not end the others. */
static int bench_kernel(bench_kernels *k, const ts_kernel_def *def, ts_error *err)
{
    line l = {.def = def};
    int modes = k->b->o->overlap ? TS_BENCH_MODES : TS_BENCH_OVERLAP, rc = 0;
    ts_error failure = {0};
    for (int m = 0; m < modes && !rc; m++)
        rc = time_mode(k, &l, (ts_bench_mode)m, m == modes - 1, &failure);
    if (rc) k->failed++;
    if (rc && !k->b->o->json)
        printf("%-23s %s\n", def->name, l.wrong.text[0] ? l.wrong.text : failure.text);
    if (!rc) print_line(k, &l);
    fflush(stdout);
    for (int m = 0; m < modes; m++)
        if (l.measured[m] || rc)
            if (add_line(k, &l, (ts_bench_mode)m, failure.text[0] ? &failure : NULL, err))
                return -1;
    return 0;
}

/* The chosen kernels of the suite at hand, if there are any. */
static int bench_suite(bench_kernels *k, ts_error *err)
{
    const ts_kernel_def *def;
    int kernels = 0, rc = 0;
    for (size_t i = 0; (def = k->suite->kernel[i]); i++) kernels += chosen(k, def);
    if (!kernels) return 0;
    if (choose_shape(k, err) || make_block(k, err)) return -1;
    print_head(k, kernels);
    for (size_t i = 0; !rc && (def = k->suite->kernel[i]); i++)
        if (chosen(k, def)) rc = bench_kernel(k, def, err);
    return rc;
}

static int bench_all(bench_kernels *k, ts_error *err)
{
    int rc = 0;
    for (size_t i = 0; !rc && (k->suite = ts_suite_at(i)); i++) {
        rc = bench_suite(k, err);
        free(k->block);
        free(k->shape);
        k->block = NULL, k->shape = NULL;
    }
    if (rc) return -1;
    if (!k->b->o->json && k->ceilings.floor > 0)
        printf("an empty launch takes %.2f us; of light: max(bytes / reading, operations / "
               "arithmetic) / "
               "time, cold\n",
               1e6 * k->ceilings.floor);
    return k->failed ? ts_fail(err, "%d of %d kernels are wrong or could not be timed", k->failed,
                               k->chosen)
                     : 0;
}

int ts_bench_kernels(ts_bench *b, ts_error *err)
{
    bench_kernels k = {.b = b, .device = ts_device_open(b->o->device, b->o->threads, err)};
    int rc = k.device ? count_chosen(&k, err) : -1;
    if (!rc) rc = ts_bench_ceilings(b, k.device, NULL, 0, false, &k.ceilings, err);
    if (!rc) rc = bench_all(&k, err);
    ts_ceilings_free(&k.ceilings);
    ts_device_close(k.device);
    return rc;
}

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
    ts_shape shape;
    const char *shape_name;
    ts_bench_place place;
    void *block;
    ts_progress progress;
    int chosen, done, failed;
} bench_kernels;

/* ---- what is measured ---- */

/* A name of a preset, whole or its last part ("1.5b"), or of a shape that kernels are checked at. */
static int find_shape(const char *name, ts_shape *s, ts_error *err)
{
    char full[80];
    ts_error unknown = {0};
    snprintf(full, sizeof full, "%s%.60s", strchr(name, '-') ? "" : "r1-distill-", name);
    if (!ts_shape_preset(full, s, &unknown)) return 0;
    for (size_t i = 0; ts_check_shape_at(i); i++)
        if (!strcmp(ts_check_shape_at(i)->name, name)) {
            *s = ts_check_shape_at(i)->shape;
            return 0;
        }
    return ts_fail(err, "%s", unknown.text);
}

static int choose_shape(bench_kernels *k, ts_error *err)
{
    const ts_bench_options *o = k->b->o;
    const ts_target *target = ts_target_find(ts_device_target(k->device), err);
    k->shape_name = o->shape ? o->shape : "1.5b";
    if (!target || find_shape(k->shape_name, &k->shape, err)) return -1;
    k->shape.weight = k->shape.norm = ts_tool_dtype(o->dtype, TS_bf16);
    k->shape.kv = ts_tool_dtype(o->kv, k->shape.weight == TS_f32 ? TS_f32 : TS_f16);
    ts_shape_tune(&k->shape, target);
    return ts_shape_check(&k->shape, err);
}

/* list: NULL for all, or parts of names with commas between. */
static bool listed(const char *list, const char *name)
{
    if (!list) return true;
    while (*list) {
        char part[80];
        size_t n = strcspn(list, ",");
        snprintf(part, sizeof part, "%.*s", (int)(n < 79 ? n : 79), list);
        if (n && strstr(name, part)) return true;
        list += n + (list[n] == ',');
    }
    return false;
}

static bool chosen(const bench_kernels *k, const ts_kernel_def *def)
{
    const ts_bench_options *o = k->b->o;
    return listed(o->kernel, def->name) && listed(o->suite, def->suite);
}

static int count_chosen(bench_kernels *k, ts_error *err)
{
    for (size_t i = 0; ts_kernel_at(i); i++) k->chosen += chosen(k, ts_kernel_at(i));
    if (k->chosen) return 0;
    const char *suite = k->b->o->suite, *name = k->b->o->kernel;
    if (!name) return ts_fail(err, "no kernel is of suite '%s'; there is r1_distill", suite);
    return ts_fail(err, "no kernel%s%s has '%s' in its name; `tessera check` lists all",
                   suite ? " of suite " : "", suite ? suite : "", name);
}

/* Weights that launches are cut from: the largest single piece that a chosen kernel needs, or a gigabyte,
 * or a quarter of what is there. */
static int make_block(bench_kernels *k, ts_error *err)
{
    size_t bytes = 0, each = ts_storage(k->shape.weight, 1);
    size_t widest =
        (size_t)(k->shape.vocab > 2 * k->shape.inter ? k->shape.vocab : 2 * k->shape.inter);
    bytes = (widest * (size_t)k->shape.d * each + 4096) / 4096 * 4096;
    size_t enough = ts_reader_bytes(0, ts_memory_available("")) / 4096 * 4096;
    if (bytes < enough && ts_reader_fits(k->device)) bytes = enough;
    k->block = ts_kernel_bench_block(k->shape.weight, bytes, err);
    k->place = (ts_bench_place){k->device, &k->shape, k->block, bytes};
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
    char repro[512];
    const ts_bench_options *o = k->b->o;
    ts_result r = ts_result_blank();
    snprintf(repro, sizeof repro,
             "tessera bench kernels --kernel %s --shape %s --dtype %s --device %s", l->def->name,
             k->shape_name, ts_tool_dtype_name(k->shape.weight), o->device ? o->device : "cpu");
    r.bench = "kernel";
    r.suite = l->def->suite;
    r.name = l->def->name;
    r.mode = ts_bench_mode_name(mode);
    r.dtype = ts_tool_dtype_name(k->shape.weight);
    r.kv = ts_tool_dtype_name(k->shape.kv);
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

static void print_head(const bench_kernels *k)
{
    if (k->b->o->json) return;
    printf("\n%d kernels at %s, %s weights, %s cache. cold: inputs in memory; hot: in caches as "
           "far as "
           "they fit\n",
           k->chosen, k->shape_name, ts_tool_dtype_name(k->shape.weight),
           ts_tool_dtype_name(k->shape.kv));
    printf("%-23s %8s %9s %9s %9s %3s %7s %6s %-8s %9s  %s\n", "", "", "cold us", "", "", "", "",
           "of", "", "hot us", "");
    printf("%-23s %8s %9s %9s %9s %3s %7s %6s %-8s %9s  %s\n", "kernel", "MB", "p10", "median",
           "p90", "n", "GB/s", "light", "bound", "median", "verdict");
}

static void print_line(const bench_kernels *k, const line *l)
{
    const ts_rounds *c = &l->rounds[TS_BENCH_COLD], *h = &l->rounds[TS_BENCH_HOT];
    const ts_roofline *roof = &l->roof[TS_BENCH_COLD];
    double bytes = (double)ts_kernel_bench_bytes(l->def, &k->shape);
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

static int bench_all(bench_kernels *k, ts_error *err)
{
    print_head(k);
    for (size_t i = 0; ts_kernel_at(i); i++)
        if (chosen(k, ts_kernel_at(i)) && bench_kernel(k, ts_kernel_at(i), err)) return -1;
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
    if (!rc) rc = choose_shape(&k, err);
    if (!rc) rc = ts_bench_ceilings(b, k.device, NULL, 0, false, &k.ceilings, err);
    if (!rc) rc = make_block(&k, err);
    if (!rc) rc = bench_all(&k, err);
    ts_ceilings_free(&k.ceilings);
    ts_device_close(k.device);
    free(k.block);
    return rc;
}

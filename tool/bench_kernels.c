/* bench_kernels.c - `tessera bench kernels`: each kernel of a suite beside the speed of light. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/kernels.h"
#include "check/check.h"
#include "engine/plan.h"
#include "tool/bench.h"
#include "tool/sheet.h"
#include "tool/tool.h"

typedef struct bench_kernels {
    ts_bench *b;
    ts_device *device;
    ts_ceilings ceilings;
    ts_shape shape;
    const char *shape_name;
    ts_bench_place place;
    void *block;
    int chosen, failed;
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

static const ts_sheet sheet[] = {
    {"kernel", 'l', -23, 0, 0}, {"MB", 'M', 8, 3, 0},       {"p10", '1', 9, 2, 0},
    {"median", 'v', 9, 2, 0},   {"p90", '9', 9, 2, 0},      {"n", 'n', 3, 0, 0},
    {"GB/s", 'g', 7, 2, 0},     {"light", 'x', 6, 0, 0},    {"bound", 'b', -8, 0, 0},
    {"median", 'X', 9, 2, 0},   {" verdict", 'y', 0, 0, 0}, {0}};

typedef struct mode_line {
    ts_rounds rounds;
    ts_roofline roof;
    ts_result line; /* `why` of a refused one is in its roof */
    bool measured;
} mode_line;

typedef struct line {
    const ts_kernel_def *def;
    mode_line mode[TS_BENCH_MODES];
    ts_error wrong; /* the verdict, "" for pass */
} line;

/* Right before the first timing and after the last, and the same bits from the first launches as from the
 * last of each. */
static int time_mode(bench_kernels *k, line *l, ts_bench_mode mode, bool final, ts_error *err)
{
    uint64_t first = 0, last = 0;
    ts_done warm = {0};
    int least = k->b->o->rounds;
    const ts_effort effort = {
        .least = least, .most = 3 * least, .within = 0.02, .seconds = k->b->o->seconds};
    ts_kernel_bench *b = ts_kernel_bench_new(l->def, &k->place, mode, err);
    int rc = b ? 0 : -1;
    if (!rc && !mode) rc = ts_kernel_bench_check(b, 1, &l->wrong);
    if (!rc) rc = ts_kernel_bench_work(b, &warm, err) || ts_kernel_bench_print(b, &first, err);
    if (!rc)
        rc = ts_rounds_run(&l->mode[mode].rounds, &effort, k->ceilings.reader, ts_kernel_bench_work,
                           b, err);
    if (!rc) rc = ts_kernel_bench_print(b, &last, err);
    if (!rc && final) rc = ts_kernel_bench_check(b, 2, &l->wrong);
    if (!rc && first != last)
        rc = ts_fail(&l->wrong, "wrong result: the timed launches gave other bits than the first");
    l->mode[mode].measured = !rc;
    ts_kernel_bench_free(b);
    return rc ? -1 : 0;
}

/* failure: what ended it, or "". */
static void fill(const bench_kernels *k, line *l, ts_bench_mode mode, const char *failure)
{
    mode_line *m = &l->mode[mode];
    ts_result r = ts_result_blank();
    const char *wrong = l->wrong.text[0] ? l->wrong.text : NULL;
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
    r.verdict = wrong ? "fail" : *failure ? "none" : "pass";
    r.why = wrong ? wrong : *failure ? failure : NULL;
    m->line = r;
    if (!m->measured) return;
    ts_roofline_of(&m->rounds, k->ceilings.fma, k->ceilings.floor, mode == TS_BENCH_HOT, &m->roof);
    ts_session_fill(&m->line, &m->rounds, &m->roof);
}

static int add_line(bench_kernels *k, const mode_line *m, ts_error *err)
{
    char repro[512];
    const char *device = k->b->o->device;
    snprintf(repro, sizeof repro,
             "tessera bench kernels --kernel %s --shape %s --dtype %s --device %s", m->line.name,
             k->shape_name, m->line.dtype, device ? device : "cpu");
    ts_result r = m->line;
    r.repro = repro;
    return m->measured ? ts_session_rounds(k->b->session, &r, &m->rounds, err)
                       : ts_session_add(k->b->session, &r, NULL, 0, err);
}

/* ---- the table ---- */

static void print_head(const bench_kernels *k)
{
    ts_sheet_text(
        "\n%d kernels at %s, %s weights, %s cache. cold: inputs in memory; hot: in caches "
        "as far as they fit",
        k->chosen, k->shape_name, ts_tool_dtype_name(k->shape.weight),
        ts_tool_dtype_name(k->shape.kv));
    ts_sheet_text("%-23s %8s %9s %9s %9s %3s %7s %6s %-8s %9s", "", "", "cold us", "", "", "", "",
                  "of", "", "hot us");
    ts_sheet_head(sheet);
}

static void print_line(const line *l)
{
    const ts_result *cold = &l->mode[TS_BENCH_COLD].line, *hot = &l->mode[TS_BENCH_HOT].line;
    char light[64];
    if (isfinite(cold->sol))
        snprintf(light, sizeof light, "%.1f%%", 100 * cold->sol);
    else
        strcpy(light, "-");
    ts_sheet_put(sheet,
                 &(ts_sheet_row){.label = l->def->name,
                                 .line = cold,
                                 .x = light,
                                 .y = cold->noisy > 0 || hot->noisy > 0 ? " pass, noisy" : " pass",
                                 .X = 1e6 * l->mode[TS_BENCH_HOT].rounds.each.mid});
}

/* A kernel that is wrong or cannot be timed says so in its line and does not end the others. */
static int bench_kernel(bench_kernels *k, const ts_kernel_def *def, ts_error *err)
{
    line l = {.def = def};
    int modes = k->b->o->overlap ? TS_BENCH_MODES : TS_BENCH_OVERLAP, rc = 0;
    ts_error failure = {0};
    for (int m = 0; m < modes && !rc; m++)
        rc = time_mode(k, &l, (ts_bench_mode)m, m == modes - 1, &failure);
    for (int m = 0; m < modes; m++) fill(k, &l, (ts_bench_mode)m, failure.text);
    if (rc) k->failed++;
    if (rc)
        ts_sheet_text("%-23s %s", def->name, l.wrong.text[0] ? l.wrong.text : failure.text);
    else
        print_line(&l);
    for (int m = 0; m < modes; m++)
        if (add_line(k, &l.mode[m], err)) return -1;
    return 0;
}

static int bench_all(bench_kernels *k, ts_error *err)
{
    print_head(k);
    for (size_t i = 0; ts_kernel_at(i); i++)
        if (chosen(k, ts_kernel_at(i)) && bench_kernel(k, ts_kernel_at(i), err)) return -1;
    if (k->ceilings.floor > 0)
        ts_sheet_text("an empty launch takes %.2f us; of light: max(bytes / reading, operations / "
                      "arithmetic) / time, cold",
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

/* bench_profile.c - `tessera bench kernels --phase ..`: kernels as parts of a model's step, a row for each size.
 *
 * Every kernel of the profile meets every point of its phases, and each such pair is one row: measured, refused with the
 * reason, or skipped with the reason. A row is measured cold, as `tessera bench kernels` does it, at a shape whose sizes
 * are the point's, and checked against the reference before it is timed. Where the reference would take minutes, the
 * kernel is checked at the largest smaller point at which it does not, and the row says so. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/kernels.h"
#include "engine/memory.h"
#include "tool/bench.h"
#include "tool/profile_table.h"
#include "tool/progress.h"
#include "tool/tool.h"

static const char usual_batches[] = "1,2,4,8,16,32,64,128",
                  usual_lengths[] = "128,256,512,1024,2048";

/* Operations of a kernel whose reference takes a few seconds. */
static const uint64_t check_limit = 4000000000;

typedef struct profile {
    ts_bench *b;
    ts_device *device;
    const ts_suite *suite;
    ts_ceilings ceilings;
    ts_numbers batches, lengths;
    ts_profile_table *table;
    ts_progress progress;
    int rows, done;
} profile;

bool ts_bench_is_profile(const ts_bench_options *o)
{
    return o->phase || o->batches || o->lengths || o->output || o->list;
}

/* ---- what is asked ---- */

static const ts_suite *suite_of(const ts_bench_options *o, ts_error *err)
{
    const ts_suite *suite = o->suite ? ts_suite_find(o->suite, err) : NULL;
    for (size_t i = 0; !o->suite && (suite = ts_suite_at(i)) && !suite->profile; i++) continue;
    if (suite && !suite->profile) ts_fail(err, "suite %s has no profile", suite->name);
    return suite && suite->profile ? suite : NULL;
}

int ts_bench_profile_list(const ts_bench_options *o, ts_error *err)
{
    const ts_suite *suite = suite_of(o, err);
    if (!suite) return -1;
    for (const ts_profile_op *op = suite->profile->op; op->name; op++) {
        bool first = true;
        for (const ts_profile_op *before = suite->profile->op; before < op; before++)
            first &= strcmp(before->row, op->row) != 0;
        if (first) puts(op->row);
    }
    return 0;
}

static bool in_phase(const ts_bench_options *o, const ts_profile_op *op, ts_step_phase phase)
{
    const char *names[] = {"decode", "prefill"};
    bool asked = !o->phase || !strcmp(o->phase, "both") || !strcmp(o->phase, names[phase]);
    return asked && op->phases >> phase & 1;
}

/* ---- one row ---- */

typedef struct row {
    ts_profile_row out;
    ts_shape *shape, *small; /* what it is timed at; what it is checked at where that is another */
    const ts_kernel_def *def;
    ts_rounds rounds;
    bool timed;
    char name[128], repro[512];
} row;

static int make_shape(const profile *p, const ts_point *at, ts_shape **shape, ts_error *err)
{
    const ts_bench_options *o = p->b->o;
    const char *name = o->shape ? o->shape : p->suite->preset->name;
    *shape = ts_kernel_bench_shape(p->suite, name, o->dtype, o->kv, o->set, p->device, err);
    return *shape ? ts_kernel_bench_fit(p->suite, *shape, at, p->device, err) : -1;
}

/* Most of the memory that is there may be taken, not all: others run, too. */
static int check_memory(row *r, ts_error *err)
{
    uint64_t takes = 0, there = ts_memory_available("");
    if (ts_kernel_bench_memory(r->def, r->shape, &takes, err)) return -1;
    if (takes < there / 4 * 3) return 0;
    r->out.status = "skip_memory";
    return ts_fail(err, "takes %.1f GB of memory, and %.1f are there", 1e-9 * (double)takes,
                   1e-9 * (double)there);
}

static uint64_t work_of(const ts_kernel_def *def, const ts_shape *s, ts_case *timed)
{
    ts_case c[TS_MAX_CASES] = {0};
    def->cases(s, c);
    *timed = c[0];
    return def->flops(s, c[0].size);
}

/* Halves requests, then lengths, until the reference takes seconds at most. */
static int check_smaller(const profile *p, row *r, ts_error *err)
{
    ts_point at = r->out.point;
    ts_check_report report = {0};
    ts_case timed;
    do {
        if (at.requests > 1)
            at.requests /= 2;
        else if (at.length > 1)
            at.length /= 2;
        else
            return ts_fail(err, "its reference takes minutes at any size");
        free(r->small);
        if (make_shape(p, &at, &r->small, err)) return -1;
    } while (work_of(r->def, r->small, &timed) > check_limit);
    ts_check_run run = {.shape_name = "smaller",
                        .shape = r->small,
                        .device = p->device,
                        .no_interpreter = true,
                        .only = &timed,
                        .seed = 1};
    int bad = ts_check_kernel(r->def, &run, &report);
    r->out.tally = report.device;
    snprintf(r->out.checked, sizeof r->out.checked, "at B=%d S=%d", at.requests, at.length);
    return bad ? ts_fail(err, "wrong result: %.600s", report.failure) : 0;
}

static int check(const profile *p, row *r, const ts_kernel_bench *b, ts_error *err)
{
    ts_case timed;
    r->out.status = "fail_numeric";
    if (work_of(r->def, r->shape, &timed) > check_limit) return check_smaller(p, r, err);
    snprintf(r->out.checked, sizeof r->out.checked, "pre");
    return ts_kernel_bench_check_timed(b, 1, &r->out.tally, err);
}

/* Cold, and the same bits from the last launches as from the first. */
static int time_row(const profile *p, row *r, ts_kernel_bench *b, ts_error *err)
{
    int least = p->b->o->rounds;
    const ts_effort effort = {
        .least = least, .most = 3 * least, .within = 0.02, .seconds = p->b->o->seconds};
    r->out.status = "fail_runtime";
    if (ts_kernel_bench_time(b, &effort, p->ceilings.reader, &r->rounds, &r->timed, err)) return -1;
    return r->timed ? 0 : ts_fail(err, "the timed launches gave other bits than the first");
}

static int measure(const profile *p, row *r, ts_error *err)
{
    const ts_kernel_def *only[] = {r->def, NULL};
    ts_bench_place place = {.device = p->device, .shape = r->shape};
    r->out.status = "fail_runtime";
    int rc = ts_kernel_bench_furnish(&place, only, 0, err);
    ts_kernel_bench *b = rc ? NULL : ts_kernel_bench_new(r->def, &place, TS_BENCH_COLD, err);
    if (!b) rc = -1;
    if (!rc) rc = check(p, r, b, err) || time_row(p, r, b, err) ? -1 : 0;
    ts_kernel_bench_free(b);
    free(place.block);
    return rc;
}

static void describe(const profile *p, row *r)
{
    const ts_bench_options *o = p->b->o;
    const ts_point *at = &r->out.point;
    const char *phase = at->phase == TS_DECODE ? "decode" : "prefill";
    const char *shape = o->shape ? o->shape : p->suite->preset->name;
    snprintf(r->name, sizeof r->name, "%s %s B=%d S=%d", shape, phase, at->requests, at->length);
    snprintf(r->repro, sizeof r->repro,
             "tessera bench kernels --suite %s --phase %s --kernel %s --batch-sizes %d --seq-lens "
             "%d --shape %s%s%s --device %s",
             p->suite->name, phase, r->def->name, at->requests, at->length, shape,
             o->set ? " --set " : "", o->set ? o->set : "", o->device ? o->device : "cpu");
}

/* A line of the store: figures where it was timed, else the reason. */
static int keep(const profile *p, row *r, const char *why, ts_error *err)
{
    ts_result *line = &r->out.line;
    *line = ts_result_blank();
    line->bench = "kernel";
    line->suite = p->suite->name;
    line->name = r->def->name;
    line->mode = ts_bench_mode_name(TS_BENCH_COLD);
    line->shape = r->name;
    line->batch = r->out.point.requests;
    line->unit = "us";
    line->floor_us = p->ceilings.floor > 0 ? 1e6 * p->ceilings.floor : NAN;
    line->peak_gflops = p->ceilings.fma > 0 ? 1e-9 * p->ceilings.fma : NAN;
    line->verdict = r->timed ? "pass" : !strcmp(r->out.status, "fail_numeric") ? "fail" : "none";
    line->why = r->timed ? NULL : why;
    line->repro = r->repro;
    if (!r->timed) return ts_session_add(p->b->session, line, NULL, 0, err);
    return ts_session_rounds(p->b->session, line, &r->rounds, p->ceilings.floor, false, err);
}

/* What went wrong ends the row, not the others. */
static int one_row(profile *p, const ts_profile_op *op, const ts_point *at, ts_error *err)
{
    ts_error why = {0};
    row r = {.out = {.op = op, .point = *at, .device = p->device, .status = "fail_shape"},
             .def = ts_kernel_find(op->kernel, p->suite, err)};
    if (!r.def) return -1;
    describe(p, &r);
    if (!make_shape(p, at, &r.shape, &why) && !check_memory(&r, &why)) measure(p, &r, &why);
    int rc = keep(p, &r, why.text, err);
    bool refused = r.timed && r.out.line.verdict && strcmp(r.out.line.verdict, "pass") != 0;
    if (r.timed) r.out.status = refused ? "refused" : "pass";
    r.out.reason = refused ? r.out.line.why : why.text;
    if (!rc) rc = ts_profile_table_add(p->table, &r.out, r.def, r.shape, err);
    ts_progress_step(&p->progress, ++p->done);
    free(r.small);
    free(r.shape);
    return rc;
}

/* ---- all of them ---- */

typedef int each(profile *p, const ts_profile_op *op, const ts_point *at, ts_error *err);

static int count(profile *p, const ts_profile_op *op, const ts_point *at, ts_error *err)
{
    (void)op;
    (void)at;
    (void)err;
    p->rows++;
    return 0;
}

/* Attention meets every length in decode; what else a step has does not know how long its requests are. */
static bool knows_length(const profile *p, const ts_profile_op *op, const ts_point *at)
{
    ts_point other = *at;
    int64_t here[3], there[3];
    ts_shape *s = ts_shape_new(p->suite, NULL, NULL);
    if (!s) return true;
    other.length = at->length + 1;
    p->suite->profile->fit(s, at);
    op->dims(s, at, here);
    op->dims(s, &other, there);
    free(s);
    return memcmp(here, there, sizeof here) != 0;
}

static int each_point(profile *p, const ts_profile_op *op, ts_step_phase phase, each *work,
                      ts_error *err)
{
    int rc = 0;
    for (int i = 0; i < p->batches.n && !rc; i++)
        for (int j = 0; j < p->lengths.n && !rc; j++) {
            ts_point at = {phase, p->batches.at[i], p->lengths.at[j]};
            if (!j || knows_length(p, op, &at)) rc = work(p, op, &at, err);
        }
    return rc;
}

static int each_row(profile *p, each *work, ts_error *err)
{
    const ts_bench_options *o = p->b->o;
    for (const ts_profile_op *op = p->suite->profile->op; op->name; op++) {
        const ts_kernel_def *def = ts_kernel_find(op->kernel, p->suite, err);
        if (!def) return -1;
        for (ts_step_phase phase = TS_DECODE; phase < TS_PHASES; phase++)
            if (ts_bench_lists(o->kernel, def) && in_phase(o, op, phase) &&
                each_point(p, op, phase, work, err))
                return -1;
    }
    return 0;
}

static int read_lists(profile *p, ts_error *err)
{
    enum { MOST = 1 << 20 };
    const ts_bench_options *o = p->b->o;
    p->batches.n = ts_number_list(o->batches ? o->batches : usual_batches, "--batch-sizes", 1, MOST,
                                  p->batches.at, TS_LIST, err);
    if (p->batches.n < 0) return -1;
    p->lengths.n = ts_number_list(o->lengths ? o->lengths : usual_lengths, "--seq-lens", 1, MOST,
                                  p->lengths.at, TS_LIST, err);
    if (p->lengths.n < 0 || each_row(p, count, err)) return -1;
    if (p->rows) return 0;
    return ts_fail(err, "no kernel of the profile has '%s' in its name; --list shows them",
                   o->kernel ? o->kernel : "");
}

int ts_bench_profile(ts_bench *b, ts_error *err)
{
    profile p = {.b = b, .suite = suite_of(b->o, err)};
    if (!p.suite || read_lists(&p, err)) return -1;
    p.table = ts_profile_table_new(b->o->output, p.suite, err);
    p.device = p.table ? ts_device_open(b->o->device, b->o->threads, err) : NULL;
    int rc = p.device ? ts_bench_ceilings(b, p.device, NULL, 0, false, &p.ceilings, err) : -1;
    ts_progress_begin(&p.progress, "measuring", " rows", p.rows);
    if (!rc) rc = each_row(&p, one_row, err);
    ts_progress_end(&p.progress);
    if (!rc) rc = ts_profile_table_end(p.table, p.device, err);
    ts_profile_table_free(p.table);
    ts_ceilings_free(&p.ceilings);
    ts_device_close(p.device);
    return rc;
}

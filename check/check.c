/* check.c - one kernel at one shape: all cases × data sets × executors; see check.h. */
#include "check/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/arrays.h"
#include "check/execute.h"
#include "engine/tuned.h"
#include "tessera/compile.h"

/* Beyond this many operations the interpreter takes more than a few seconds. */
static const uint64_t interpreter_limit = 12000000;

typedef struct bench { /* everything about a kernel at a shape */
    const ts_kernel_def *def;
    const ts_check_run *run;
    ts_check_report *report;
    ts_traced *kernel;
    ts_module *module;
    bool tight; /* of the device's runs */
} bench;

/* ---- runs ---- */

static void describe(char *to, size_t n, const bench *b, const ts_case *c, ts_data data)
{
    char types[80];
    ts_shape_text(b->def->suite, b->run->shape, TS_TYPE, types, sizeof types);
    int at = snprintf(to, n, "%s %s, %s", b->run->shape_name, types, c->name);
    for (int i = 0; i < b->kernel->sizes && at > 0 && (size_t)at < n; i++)
        at += snprintf(to + at, n - (size_t)at, " (%s %d)", b->kernel->size[i], c->size[i]);
    if (at > 0 && (size_t)at < n) snprintf(to + at, n - (size_t)at, ", %s", ts_data_name(data));
}

static void note_failure(const bench *b, const char *who, const char *where, const ts_error *why)
{
    if (b->report->failure[0]) return;
    snprintf(b->report->failure, sizeof b->report->failure, "%s, %s: %.400s", who, where,
             why->text);
}

static void judge(const bench *b, ts_executor *exec, ts_arrays *all, const ts_case *c, ts_tally *t,
                  const char *who, const char *where)
{
    ts_error why = {0};
    bool raised = false;
    ts_arrays_reset(all);
    const ts_execution how = {b->kernel, b->module, b->run->device, b->tight};
    t->runs++;
    if (exec(&how, all, c, &why) || !ts_arrays_compare(all, t, &raised, &why)) {
        t->failed++;
        note_failure(b, who, where, &why);
    }
    if (raised) snprintf(t->where, sizeof t->where, "%s", where);
}

static void check_case(const bench *b, ts_arrays *all, const ts_case *c, ts_data data,
                       uint64_t seed)
{
    char where[160];
    ts_error wrong = {0};
    uint64_t cost = b->def->flops(b->run->shape, c->size);
    describe(where, sizeof where, b, c, data);
    ts_arrays_draw(all, c, data, seed);
    if (ts_arrays_refer(all, c, &wrong)) {
        b->report->device.failed++;
        note_failure(b, "reference", where, &wrong);
        return;
    }
    if (b->run->no_interpreter || cost > interpreter_limit)
        b->report->skipped++;
    else
        judge(b, ts_interpret_arrays, all, c, &b->report->interpreter, "interpreter", where);
    if (b->run->device) judge(b, ts_execute_arrays, all, c, &b->report->device, "device", where);
}

static uint64_t mix(uint64_t seed, const char *text)
{
    for (; *text; text++) seed = (seed ^ (unsigned char)*text) * 0x100000001b3;
    return seed;
}

/* One run at the alignment that memory has. */
static void check_only(bench *b, const ts_case *c)
{
    ts_arrays all;
    ts_error err = {0};
    if (!ts_arrays_make(&all, b->kernel, b->run->shape, 0, &err))
        check_case(b, &all, c, TS_DATA_NORMAL, mix(b->run->seed, b->def->name));
    else {
        b->report->device.failed++;
        note_failure(b, "memory", b->run->shape_name, &err);
    }
    ts_arrays_free(&all);
}

/* Half of the runs have their memory one element off alignment, since a launch promises a multiple
 * of the element and no more; half of each have outputs in the place of inputs, where that is
 * allowed, and the other half of each have no guard behind arrays that the device sees. */
static void check_cases(bench *b)
{
    const ts_shape *s = b->run->shape;
    ts_case c[TS_MAX_CASES] = {0};
    int n = b->def->cases(s, c);
    if (n < 1) {
        ts_error err = {.text = "it has no case to run"};
        b->report->device.failed++;
        note_failure(b, "cases", b->run->shape_name, &err);
    }
    uint64_t seed = mix(mix(b->run->seed, b->def->name), b->run->shape_name);
    seed += ts_shape_dtype_of(b->def->suite, s, NULL);
    for (int shift = 0; shift < 2; shift++) {
        ts_error err = {0};
        ts_arrays all;
        if (ts_arrays_make(&all, b->kernel, s, shift, &err)) {
            b->report->device.failed++;
            note_failure(b, "memory", b->run->shape_name, &err);
        } else {
            for (int i = 0; i < n * TS_NDATA; i++)
                if ((i + i / TS_NDATA) % 2 == shift && !(b->run->brief && b->report->failure[0])) {
                    b->tight = i / 2 % 2 == 0;
                    ts_arrays_alias(&all, !b->tight);
                    check_case(b, &all, &c[i / TS_NDATA], i % TS_NDATA, mix(seed + i, "case"));
                }
        }
        ts_arrays_free(&all);
    }
}

int ts_check_kernel(const ts_kernel_def *def, const ts_check_run *run, ts_check_report *report)
{
    ts_module *shared = run->module[def->unoptimised];
    bench b = {.def = def, .run = run, .report = report, .module = shared};
    unsigned before = report->interpreter.failed + report->device.failed;
    ts_error err = {0};
    b.kernel = ts_kernel_traced(def, run->shape, &err);
    if (b.kernel && run->device && !b.module)
        b.module = ts_check_load(def, run->shape, run->device, &err);
    if (!b.kernel || ts_failed(&err)) {
        report->device.failed++;
        note_failure(&b, "build", run->shape_name, &err);
    } else {
        if (run->only)
            check_only(&b, run->only);
        else
            check_cases(&b);
    }
    if (b.module != shared) ts_module_free(b.module);
    ts_traced_free(b.kernel);
    return report->interpreter.failed + report->device.failed == before ? 0 : -1;
}

static ts_module *load(const ts_kernel_def *const *defs, size_t n, const ts_shape *s,
                       ts_device *device, bool optimised, ts_error *err)
{
    size_t bytes = 0;
    ts_target *target = ts_tuned_target(device, err);
    char *text = target ? ts_kernel_emit(defs, n, s, target, &bytes, err) : NULL;
    ts_module *module =
        text ? (optimised ? ts_module_load_checked : ts_module_load)(device, text, bytes, err)
             : NULL;
    free(text);
    free(target);
    return module;
}

ts_module *ts_check_load(const ts_kernel_def *def, const ts_shape *s, ts_device *device,
                         ts_error *err)
{
    return load(&def, 1, s, device, !def->unoptimised, err);
}

/* Those of n kernels that are of a kind, in `of`. */
static size_t of_kind(const ts_kernel_def *const *defs, size_t n, bool unoptimised,
                      const ts_kernel_def **of)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (defs[i]->unoptimised == unoptimised) of[kept++] = defs[i];
    return kept;
}

int ts_check_load_all(const ts_kernel_def *const *defs, size_t n, const ts_shape *s,
                      ts_device *device, ts_module *module[2], ts_error *err)
{
    const ts_kernel_def **of = calloc(n + 1, sizeof *of);
    if (!of) return ts_fail(err, "no memory for a list of %zu kernels", n);
    for (int i = 0; i < 2; i++) {
        size_t kept = of_kind(defs, n, i, of);
        module[i] = kept && !ts_failed(err) ? load(of, kept, s, device, !i, err) : NULL;
    }
    free(of);
    return ts_failed(err) ? -1 : 0;
}

void ts_check_free(ts_module *module[2])
{
    for (int i = 0; i < 2; i++)
        if (module[i]) ts_module_free(module[i]);
}

/* check.c - one kernel at one shape: all cases × data sets × executors; see check.h.
 *
 * The declared parameters (ts_param) are compared with the traced interface as well, since engines
 * size their buffers by the declaration.
 */
#include "check/check.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/arrays.h"
#include "tessera/compile.h"
#include "tile/ir.h"

/* Beyond this many operations the interpreter takes more than a few seconds. */
static const uint64_t interpreter_limit = 12000000;

typedef struct bench { /* everything about a kernel at a shape */
    const ts_kernel_def *def;
    const ts_check_run *run;
    ts_check_report *report;
    ts_kern *kernel[2];
    int stages;
    ts_module *module;
    bool tight; /* buffers of the device end with the array, so that a device may watch the end */
} bench;

static int params_of(const ts_kernel_def *def, int stage)
{
    return stage ? def->final_params : def->build_params;
}

/* Which of the kernel's parameters is the i-th of a stage. */
static int param_of(const ts_kernel_def *def, int stage, int i)
{
    return stage ? def->final_param[i] : i;
}

static int sizes_of(const ts_kernel_def *def)
{
    int n = 0;
    while (n < TS_MAX_CASE_SIZES && def->sizes[n]) n++;
    return n;
}

/* ---- the declaration against the traced kernel ---- */

static uint64_t elements(const ts_kern *k, const ts_op *param)
{
    uint64_t n = 1;
    for (int i = 0; i < param->argc; i++) n *= (uint64_t)k->op[param->arg[i]].value;
    return n;
}

static int same_interface(const bench *b, int stage, ts_error *err)
{
    const ts_kern *k = b->kernel[stage];
    ts_param p[TS_MAX_PARAMS];
    int n = 0, sizes = 0;
    b->def->params(b->run->shape, p);
    for (uint32_t i = 1; i < k->n; i++) {
        const ts_op *o = &k->op[i];
        if (o->op == TS_size_) {
            if (sizes >= sizes_of(b->def) || strcmp(o->name, b->def->sizes[sizes++]))
                return ts_fail(err, "size %s is not declared", o->name);
        } else if (o->op == TS_param_) {
            const ts_param *want = &p[param_of(b->def, stage, n)];
            bool mode =
                stage ? (o->mode == TS_OUT) == (want->mode == TS_OUT) : o->mode == want->mode;
            if (n++ >= params_of(b->def, stage) || strcmp(o->name, want->name) || !mode ||
                o->dtype != want->type || elements(k, o) != want->n)
                return ts_fail(err,
                               "parameter %d is %s %s with %" PRIu64
                               " elements, declared as %s %s with %zu",
                               n - 1, ts_dtypes[o->dtype].name, o->name, elements(k, o),
                               ts_dtypes[want->type].name, want->name, want->n);
        }
    }
    if (n == params_of(b->def, stage) && sizes == sizes_of(b->def)) return 0;
    return ts_fail(err, "it has %d parameters and %d sizes, declared %d and %d", n, sizes,
                   params_of(b->def, stage), sizes_of(b->def));
}

/* ---- executors ---- */

/* An output that must be exact jumps where f32 rounding decides, so each op is rounded, as devices do.
 * Stages of a kernel are launches of their own, and programs of one must not conflict. */
static unsigned modes_of(const ts_arrays *all)
{
    unsigned modes = TS_RUN_CONFLICTS;
    for (int i = 0; i < all->n; i++) {
        const ts_param *p = &all->a[i].p;
        if ((p->mode == TS_OUT || p->mode == TS_INOUT) && p->limit == 0) modes |= TS_RUN_F32;
    }
    return modes;
}

static int interpret(const bench *b, const ts_arrays *all, const ts_case *c, ts_error *err)
{
    unsigned modes = modes_of(all);
    for (int stage = 0; stage < b->stages; stage++) {
        void *buffer[TS_MAX_PARAMS];
        size_t bytes[TS_MAX_PARAMS];
        for (int i = 0; i < params_of(b->def, stage); i++) {
            const ts_array *a = &all->a[all->a[param_of(b->def, stage, i)].home];
            buffer[i] = a->copy + a->at;
            bytes[i] = a->bytes;
        }
        if (ts_interpret(b->kernel[stage], buffer, bytes, c->size, modes, 0, err)) return -1;
    }
    return 0;
}

typedef struct loaned { /* memory of a device for one run */
    ts_buffer *param[TS_MAX_PARAMS], *cells;
    ts_step *step;
} loaned;

/* Bytes of an array that the device gets: with the guard behind it, or not. */
static size_t lent(const bench *b, const ts_array *a)
{
    return b->tight ? a->at + a->bytes : a->total;
}

static int lend(loaned *l, const bench *b, const ts_arrays *all, const ts_case *c, ts_error *err)
{
    ts_device *dev = b->run->device;
    l->cells = ts_buffer_new(dev, sizeof c->size, err);
    if (!l->cells || ts_buffer_put(l->cells, 0, c->size, sizeof c->size, err)) return -1;
    for (int i = 0; i < all->n; i++) {
        const ts_array *a = &all->a[i];
        l->param[i] = a->mapped ? ts_buffer_wrap(dev, a->raw, a->total, err)
                                : ts_buffer_new(dev, lent(b, a), err);
        if (!l->param[i]) return -1;
        if (!a->mapped && ts_buffer_put(l->param[i], 0, a->raw, lent(b, a), err)) return -1;
    }
    return 0;
}

static int launch(loaned *l, const bench *b, const ts_arrays *all, ts_error *err)
{
    ts_launch launches[2] = {0};
    for (int stage = 0; stage < b->stages; stage++) {
        ts_launch *to = &launches[stage];
        to->module = b->module;
        to->kernel = ts_kernel_name(b->kernel[stage]);
        for (int i = 0; i < params_of(b->def, stage); i++) {
            int p = all->a[param_of(b->def, stage, i)].home;
            to->arg[i] = (ts_ref){l->param[p], all->a[p].at};
        }
        for (int i = 0; i < sizes_of(b->def); i++)
            to->size[i] = (ts_ref){l->cells, i * sizeof(int32_t)};
    }
    l->step = ts_step_record(b->run->device, launches, b->stages, err);
    return l->step ? ts_step_run(l->step, err) : -1;
}

static int execute(const bench *b, const ts_arrays *all, const ts_case *c, ts_error *err)
{
    loaned l = {0};
    int bad = lend(&l, b, all, c, err);
    if (!bad) bad = launch(&l, b, all, err);
    for (int i = 0; i < all->n && !bad; i++)
        if (!all->a[i].mapped)
            bad = ts_buffer_get(l.param[i], 0, all->a[i].copy, lent(b, &all->a[i]), err);
    if (l.step) ts_step_free(l.step);
    for (int i = 0; i < all->n; i++)
        if (l.param[i]) ts_buffer_free(l.param[i]);
    if (l.cells) ts_buffer_free(l.cells);
    return bad;
}

/* ---- runs ---- */

static void describe(char *to, size_t n, const bench *b, const ts_case *c, ts_data data)
{
    const ts_shape *s = b->run->shape;
    int at = snprintf(to, n, "%s %s/%s/%s, %s", b->run->shape_name, ts_dtypes[s->weight].name,
                      ts_dtypes[s->norm].name, ts_dtypes[s->kv].name, c->name);
    for (int i = 0; i < sizes_of(b->def) && at > 0 && (size_t)at < n; i++)
        at += snprintf(to + at, n - at, " (%s %d)", b->def->sizes[i], c->size[i]);
    if (at > 0 && (size_t)at < n) snprintf(to + at, n - at, ", %s", ts_data_name(data));
}

static void note_failure(const bench *b, const char *who, const char *where, const ts_error *why)
{
    if (b->report->failure[0]) return;
    snprintf(b->report->failure, sizeof b->report->failure, "%s, %s: %.400s", who, where,
             why->text);
}

typedef int executor(const bench *b, const ts_arrays *all, const ts_case *c, ts_error *err);

static void judge(const bench *b, executor *exec, ts_arrays *all, const ts_case *c, ts_tally *t,
                  const char *who, const char *where)
{
    ts_error why = {0};
    bool raised = false;
    ts_arrays_reset(all);
    t->runs++;
    if (exec(b, all, c, &why) || !ts_arrays_compare(all, t, &raised, &why)) {
        t->failed++;
        note_failure(b, who, where, &why);
    }
    if (raised) snprintf(t->where, sizeof t->where, "%s", where);
}

static void check_case(const bench *b, ts_arrays *all, const ts_case *c, ts_data data,
                       uint64_t seed)
{
    char where[160];
    uint64_t cost = b->def->flops(b->run->shape, c->size);
    describe(where, sizeof where, b, c, data);
    ts_arrays_draw(all, b->def, b->run->shape, c, data, seed);
    ts_arrays_refer(all, b->def, b->run->shape, c);
    if (b->run->no_interpreter || cost > interpreter_limit)
        b->report->skipped++;
    else
        judge(b, interpret, all, c, &b->report->interpreter, "interpreter", where);
    if (b->run->device) judge(b, execute, all, c, &b->report->device, "device", where);
}

static uint64_t mix(uint64_t seed, const char *text)
{
    for (; *text; text++) seed = (seed ^ (unsigned char)*text) * 0x100000001b3;
    return seed;
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
    uint64_t seed = mix(mix(b->run->seed, b->def->name), b->run->shape_name) + s->weight;
    for (int shift = 0; shift < 2; shift++) {
        ts_error err = {0};
        ts_arrays all;
        if (ts_arrays_make(&all, b->def, s, shift, &err)) {
            b->report->device.failed++;
            note_failure(b, "memory", b->run->shape_name, &err);
        } else {
            for (int i = 0; i < n * TS_NDATA; i++)
                if ((i + i / TS_NDATA) % 2 == shift && !(b->run->brief && b->report->failure[0])) {
                    b->tight = i / 2 % 2 == 0;
                    ts_arrays_alias(&all, b->def, !b->tight);
                    check_case(b, &all, &c[i / TS_NDATA], i % TS_NDATA, mix(seed + i, "case"));
                }
        }
        ts_arrays_free(&all);
    }
}

static int trace(bench *b, ts_error *err)
{
    for (b->stages = 0; b->stages < (b->def->final ? 2 : 1); b->stages++) {
        ts_kern *k = ts_kernel_trace(b->def, b->stages, b->run->shape, err);
        b->kernel[b->stages] = k;
        if (!k || same_interface(b, b->stages, err)) return -1;
    }
    return 0;
}

int ts_check_kernel(const ts_kernel_def *def, const ts_check_run *run, ts_check_report *report)
{
    bench b = {.def = def, .run = run, .report = report, .module = run->module};
    unsigned before = report->interpreter.failed + report->device.failed;
    ts_error err = {0};
    int bad = trace(&b, &err);
    if (!bad && run->device && !run->module) {
        b.module = ts_check_load(&def, 1, run->shape, run->device, &err);
        bad = !b.module;
    }
    if (bad) {
        report->device.failed++;
        note_failure(&b, "build", run->shape_name, &err);
    } else {
        check_cases(&b);
    }
    if (b.module && !run->module) ts_module_free(b.module);
    ts_free(b.kernel[0]);
    ts_free(b.kernel[1]);
    return report->interpreter.failed + report->device.failed == before ? 0 : -1;
}

ts_module *ts_check_load(const ts_kernel_def *const *defs, size_t n, const ts_shape *s,
                         ts_device *device, ts_error *err)
{
    const ts_target *target = ts_target_find(ts_device_target(device), err);
    ts_kern **kernels = calloc(2 * n + 1, sizeof *kernels);
    ts_module *module = NULL;
    char *text = NULL;
    size_t count = 0, bytes = 0;
    if (!kernels) ts_fail(err, "out of memory for %zu kernels", n);
    for (size_t i = 0; kernels && i < n && !ts_failed(err); i++)
        for (int stage = 0; stage < (defs[i]->final ? 2 : 1) && !ts_failed(err); stage++)
            kernels[count++] = ts_kernel_trace(defs[i], stage, s, err);
    if (!ts_failed(err) && target) text = ts_emit(kernels, count, target, &bytes, err);
    if (text) module = ts_module_load_checked(device, text, bytes, err);
    free(text);
    for (size_t i = 0; i < count; i++) ts_free(kernels[i]);
    free(kernels);
    return module;
}

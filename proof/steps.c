/* steps.c - what is done on each rung (ladder.h).
 *
 * Texts that nobody executes have the shape of the 1.5B model, in every dtype asked for. Compilers and
 * devices get all kernels at once, which takes a fraction of the time; each alone only where that
 * fails, so that the failure is put down to the kernel that has it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "proof/proof.h"

enum { TRACED = 2 * TS_LADDER_KERNELS };

static int shape_for(const ts_target *target, int dtype, ts_shape *s, ts_error *err)
{
    static const ts_dtype dtypes[TS_DTYPES_CHECKED] = {TS_f32, TS_f16, TS_bf16};
    if (ts_shape_preset("r1-distill-1.5b", s, err)) return -1;
    s->weight = s->norm = s->kv = dtypes[dtype];
    ts_shape_tune(s, target);
    return 0;
}

/* The text of n kernels with both stages, to be freed; NULL with *err filled. */
static char *text_of(const ts_target *target, int dtype, const ts_kernel_def *const *kernel,
                     size_t n, size_t *bytes, ts_error *err)
{
    ts_kern *k[TRACED];
    ts_shape s;
    size_t count = 0;
    char *text = NULL;
    int rc = shape_for(target, dtype, &s, err);
    for (size_t i = 0; !rc && i < n; i++)
        for (int stage = 0; !rc && stage < (kernel[i]->final ? 2 : 1); stage++) {
            k[count] = ts_kernel_trace(kernel[i], stage, &s, err);
            rc = k[count] ? 0 : -1;
            count += !rc;
        }
    if (!rc) text = ts_emit(k, count, target, bytes, err);
    while (count) ts_free(k[--count]);
    return text;
}

void ts_rung_print(const ts_climber *v, ts_plan_to_climb *plan, const ts_kernel_def *const *kernel,
                   size_t n, ts_climbed *got)
{
    size_t bytes;
    for (size_t i = 0; i < n; i++)
        for (int t = 0; t < TS_DTYPES_CHECKED; t++) {
            if (!plan->dtype[t]) continue;
            char *text = text_of(v->target, t, &kernel[i], 1, &bytes, &got[i].err);
            got[i].done += text && bytes;
            free(text);
        }
}

void ts_rung_sign(const ts_climber *v, ts_plan_to_climb *plan, const ts_kernel_def *const *kernel,
                  size_t n, ts_climbed *got)
{
    size_t bytes;
    for (size_t i = 0; i < n; i++)
        for (int t = 0; t < TS_DTYPES_CHECKED; t++) {
            if (!plan->dtype[t]) continue;
            char *text = text_of(v->target, t, &kernel[i], 1, &bytes, &got[i].err);
            got[i].done += text && !ts_ladder_sign(v->proof->names, text, &got[i].err);
            free(text);
        }
}

static int compile(const ts_climber *v, int dtype, const ts_kernel_def *const *kernel, size_t n,
                   ts_error *err)
{
    size_t bytes = 0;
    char *text = text_of(v->target, dtype, kernel, n, &bytes, err);
    char *said = text ? ts_ladder_compile(v, ts_ladder_chip(v, 0), text, bytes, err) : NULL;
    int rc = said ? 0 : -1;
    free(said);
    free(text);
    return rc;
}

void ts_rung_compile(const ts_climber *v, ts_plan_to_climb *plan,
                     const ts_kernel_def *const *kernel, size_t n, ts_climbed *got)
{
    for (int t = 0; t < TS_DTYPES_CHECKED; t++) {
        ts_error together = {0};
        bool blamed = false;
        if (!plan->dtype[t]) continue;
        bool all = !compile(v, t, kernel, n, &together);
        for (size_t i = 0; i < n; i++)
            if (all || !compile(v, t, &kernel[i], 1, &got[i].err))
                got[i].done++;
            else
                blamed = true;
        for (size_t i = 0; i < n && !all && !blamed; i++) ts_fail(&got[i].err, "%s", together.text);
    }
}

/* ---- execution ---- */

/* Quick: the mini shape in all dtypes; rows of full length in one. All: every small shape, and of
 * those with full length what a simulator computes in reasonable time. */
static bool wanted(const ts_climber *v, const ts_plan_to_climb *plan, const char *shape, int dtype)
{
    bool full = !strcmp(shape, "rows") || !strcmp(shape, "columns");
    bool last = dtype == 2 || !plan->dtype[2];
    if (!plan->dtype[dtype]) return false;
    if (plan->shape && strcmp(plan->shape, "all")) return !strcmp(shape, plan->shape);
    if (!plan->shape) return !strcmp(shape, "mini");
    if (full && v->slow) return last && !strcmp(shape, "rows");
    return strcmp(shape, "1.5b") != 0;
}

unsigned ts_rung_configs(const ts_climber *v, const ts_plan_to_climb *plan)
{
    const ts_check_shape *s;
    unsigned n = 0;
    for (size_t i = 0; (s = ts_check_shape_at(i)); i++)
        for (int t = 0; t < TS_DTYPES_CHECKED; t++) n += wanted(v, plan, s->name, t);
    return v->step[3] ? n : 0;
}

static void execute(const ts_climber *v, ts_device *device, const ts_check_shape *s, int dtype,
                    ts_plan_to_climb *plan, const ts_kernel_def *const *kernel, size_t n,
                    ts_climbed *got)
{
    ts_error together = {0}; /* each kernel is then loaded alone, and says what is wrong */
    ts_shape shape = ts_check_dtypes(s, dtype, v->target);
    ts_check_run run = {.shape_name = s->name,
                        .shape = &shape,
                        .device = device,
                        .no_interpreter = true,
                        .seed = 1};
    run.module = ts_check_load(kernel, n, &shape, device, &together);
    for (size_t i = 0; i < n; i++) {
        ts_check_report report = {0};
        if (!ts_failed(&got[i].err) && ts_check_kernel(kernel[i], &run, &report))
            ts_fail(&got[i].err, "%s", *report.failure ? report.failure : "a run failed");
        got[i].done += report.device.runs - report.device.failed;
        if (plan->ran) plan->ran(plan->to, ++plan->done);
    }
    if (run.module) ts_module_free(run.module);
}

/* A device that runs the texts of another target proves nothing of this one. */
static ts_device *open_device(const ts_climber *v, ts_error *err)
{
    ts_device *device = ts_device_open(v->spec, 0, err);
    if (!device || !strcmp(ts_device_target(device), v->target->name)) return device;
    ts_fail(err, "%.100s runs %s", v->spec, ts_device_target(device));
    ts_device_close(device);
    return NULL;
}

void ts_rung_execute(const ts_climber *v, ts_plan_to_climb *plan,
                     const ts_kernel_def *const *kernel, size_t n, ts_climbed *got)
{
    ts_error closed = {0};
    const ts_check_shape *s;
    ts_device *device = open_device(v, &closed);
    if (!device) {
        for (size_t i = 0; i < n; i++) ts_fail(&got[i].err, "%s", closed.text);
        return;
    }
    for (size_t i = 0; (s = ts_check_shape_at(i)); i++)
        for (int t = 0; t < TS_DTYPES_CHECKED; t++)
            if (wanted(v, plan, s->name, t)) execute(v, device, s, t, plan, kernel, n, got);
    ts_device_close(device);
}

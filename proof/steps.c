/* steps.c - what is done on each rung (ladder.h).
 *
 * Texts that nobody executes have the suite's first preset, in every dtype asked for. Compilers and
 * devices get all kernels at once, which takes a fraction of the time; each alone only where that
 * fails, so that the failure is put down to the kernel that has it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "proof/proof.h"

/* The text of n kernels of one suite, to be freed; NULL with *err filled. */
static char *text_of(const ts_target *target, int dtype, const ts_kernel_def *const *kernel,
                     size_t n, size_t *bytes, ts_error *err)
{
    static const ts_dtype dtypes[TS_DTYPES_CHECKED] = {TS_f32, TS_f16, TS_bf16};
    const ts_suite *suite = kernel[0]->suite;
    ts_shape *s = ts_shape_new(suite, NULL, err);
    if (!s) return NULL;
    ts_shape_dtype(suite, s, dtypes[dtype], true);
    ts_shape_schedule(suite, s, target);
    char *text = ts_kernel_emit(kernel, n, s, target, bytes, err);
    free(s);
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

static bool first_of_size(const ts_suite *suite, size_t row)
{
    for (size_t i = 0; i < row; i++)
        if (suite->check[i].size == suite->check[row].size) return false;
    return true;
}

/* Quick: the suite's first shape in all dtypes. All: every small shape, and of those with full length what a
 * simulator computes in reasonable time, which is the first, in one dtype. */
static bool wanted(const ts_climber *v, const ts_plan_to_climb *plan, const ts_suite *suite,
                   size_t row, int dtype)
{
    const ts_preset *p = &suite->check[row];
    bool last = dtype == 2 || !plan->dtype[2];
    if (!plan->dtype[dtype]) return false;
    if (plan->shape && strcmp(plan->shape, "all")) return !strcmp(p->name, plan->shape);
    if (!plan->shape) return row == 0;
    if (p->size == TS_LONG && v->slow) return last && first_of_size(suite, row);
    return p->size != TS_FULL;
}

unsigned ts_rung_configs(const ts_climber *v, const ts_plan_to_climb *plan, const ts_suite *suite)
{
    unsigned n = 0;
    for (size_t row = 0; suite->check[row].name; row++)
        for (int t = 0; t < TS_DTYPES_CHECKED; t++) n += wanted(v, plan, suite, row, t);
    return v->step[3] ? n : 0;
}

static void execute(const ts_climber *v, ts_device *device, size_t row, int dtype,
                    ts_plan_to_climb *plan, const ts_kernel_def *const *kernel, size_t n,
                    ts_climbed *got)
{
    ts_error together = {0}; /* each kernel is then loaded alone, and says what is wrong */
    const ts_suite *suite = kernel[0]->suite;
    ts_shape *shape = ts_shape_variant(suite, row, dtype, v->target);
    ts_check_run run = {.shape_name = suite->check[row].name,
                        .shape = shape,
                        .device = device,
                        .no_interpreter = true,
                        .seed = 1};
    ts_check_load_all(kernel, n, shape, device, run.module, &together);
    for (size_t i = 0; i < n; i++) {
        ts_check_report report = {0};
        if (!ts_failed(&got[i].err) && ts_check_kernel(kernel[i], &run, &report))
            ts_fail(&got[i].err, "%s", *report.failure ? report.failure : "a run failed");
        got[i].done += report.device.runs - report.device.failed;
        if (plan->ran) plan->ran(plan->to, ++plan->done);
    }
    ts_check_free(run.module);
    free(shape);
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
    const ts_suite *suite = kernel[0]->suite;
    ts_device *device = open_device(v, &closed);
    if (!device) {
        for (size_t i = 0; i < n; i++) ts_fail(&got[i].err, "%s", closed.text);
        return;
    }
    for (size_t row = 0; suite->check[row].name; row++)
        for (int t = 0; t < TS_DTYPES_CHECKED; t++)
            if (wanted(v, plan, suite, row, t)) execute(v, device, row, t, plan, kernel, n, got);
    ts_device_close(device);
}

/* main.c - kernels on another CPU: the compiler, the runtime and the checks, without the libraries that the
 * rest of the program needs.
 *
 *     main kernels SHAPE DTYPE   every kernel on the device against its reference; DTYPE 0 f32, 1 f16, 2 bf16
 *     main peaks                 the ways to reach this CPU's peaks, each result compared with plain C
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/peak.h"
#include "check/check.h"
#include "tessera/compile.h"

/* ---- kernels ---- */

static int check_one(const ts_kernel_def *def, const ts_check_run *run)
{
    ts_check_report report = {0};
    int bad = ts_check_kernel(def, run, &report) || !report.device.runs;
    if (bad) printf("%s: %s\n", def->name, *report.failure ? report.failure : "did not run");
    return bad != 0;
}

static int kernels(ts_device *dev, const char *name, int dtype, ts_error *err)
{
    const ts_suite *suite = ts_suite_at(0);
    size_t n = 0, row = 0;
    int bad = 0;
    while (suite->check[row].name && strcmp(suite->check[row].name, name)) row++;
    if (!suite->check[row].name) return ts_fail(err, "no shape is called %s", name);
    while (suite->kernel[n]) n++;
    ts_shape *shape =
        ts_shape_variant(suite, row, dtype, ts_target_find(ts_device_target(dev), err));
    ts_check_run run = {
        .shape_name = name, .shape = shape, .device = dev, .no_interpreter = true, .seed = 1};
    int rc = ts_check_load_all(suite->kernel, n, shape, dev, run.module, err);
    for (size_t i = 0; !rc && i < n; i++) bad += check_one(suite->kernel[i], &run);
    if (!rc) printf("%zu of %zu kernels right at %s\n", n - (size_t)bad, n, name);
    ts_check_free(run.module);
    free(shape);
    return rc || bad ? -1 : 0;
}

/* ---- peaks ---- */

static int peak(ts_device *dev, int kind, ts_error *err)
{
    ts_peak p;
    if (ts_peak_measure(kind, dev, &p, err)) return -1;
    printf("%s: %s\n", p.n ? "right" : "not measured", p.how);
    return p.n ? 0 : -1;
}

int main(int argc, char **argv)
{
    ts_error err = {0};
    int bad = -1;
    ts_device *dev = ts_device_open("cpu", 2, &err);
    if (dev && argc == 4 && !strcmp(argv[1], "kernels"))
        bad = kernels(dev, argv[2], atoi(argv[3]), &err);
    else if (dev && argc == 2 && !strcmp(argv[1], "peaks"))
        bad = peak(dev, TS_PEAK_FMA, &err) || peak(dev, TS_PEAK_INT8, &err);
    if (ts_failed(&err)) printf("%s\n", err.text);
    if (dev) ts_device_close(dev);
    return bad ? 1 : 0;
}

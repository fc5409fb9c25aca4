/* check.h - every kernel three ways: reference × interpreter × device.
 *
 * For a kernel, a shape, a case and a data set: inputs from a seed; outputs and workspaces filled
 * with NaN; every buffer between guard bytes. Then the reference (float64, over inputs as rounded
 * to their dtype), the interpreter of the tile IR and a device each compute the outputs. A run
 * fails if an output is further from the reference than the kernel's limit and what rounding to its
 * dtype moves (judge.h), or if an input or a guard changed.
 *
 * Nothing is printed here, and nothing is shared between calls but the device.
 */
#ifndef TESSERA_CHECK_H
#define TESSERA_CHECK_H

#include "tessera/device.h"
#include "tessera/suite.h"

/* How inputs are drawn; every case is run with each. */
typedef enum {
    TS_DATA_NORMAL, /* standard normal */
    TS_DATA_CANCEL, /* neighbours that cancel: sums far smaller than their terms */
    TS_DATA_LARGE,  /* up to the largest f16 */
    TS_DATA_TINY,   /* down to 1e-7 (subnormal as f16), with -0 among them */
    TS_NDATA
} ts_data;

const char *ts_data_name(ts_data d);

/* One way to execute, over all runs of a kernel. */
typedef struct ts_tally {
    unsigned runs, failed;
    double worst;    /* largest error as a share of its limit */
    double error;    /* that error in units of its magnitude */
    double limit;    /* and its limit; 0: every output must have the reference's bits */
    char where[160]; /* the run it was in */
} ts_tally;

typedef struct ts_check_report {
    ts_tally interpreter, device;
    unsigned skipped;  /* runs that the interpreter was too slow for */
    char failure[600]; /* the first, "" if none */
} ts_check_report;

typedef struct ts_check_run {
    const char *shape_name;
    const ts_shape *shape;
    ts_device *device;    /* NULL: reference × interpreter only */
    ts_module *module[2]; /* ts_check_load_all; NULL: a kernel is emitted and loaded here */
    bool no_interpreter;
    bool brief;          /* no more runs after one that failed */
    const ts_case *only; /* this case alone, with normal data; NULL: all */
    uint64_t seed;
} ts_check_run;

/* All cases and data sets of one kernel at one shape; adds to *report (zero at first). 0, or -1 if
 * any run failed or there was nothing to run. */
int ts_check_kernel(const ts_kernel_def *def, const ts_check_run *run, ts_check_report *report);

/* A module with all stages of a kernel. NULL with *err filled. */
ts_module *ts_check_load(const ts_kernel_def *def, const ts_shape *s, ts_device *device,
                         ts_error *err);

/* One of n kernels of one suite, and one of those among them that are `unoptimised`; NULL where there are
 * none. -1 with *err filled; to be freed all the same. */
int ts_check_load_all(const ts_kernel_def *const *defs, size_t n, const ts_shape *s,
                      ts_device *device, ts_module *module[2], ts_error *err);
void ts_check_free(ts_module *module[2]);

#endif

/* profile_table.h - rows of a profile as a table on the terminal and, where a folder is given, as files:
 *
 *     KERNEL.csv              the rows of one kernel of the profile
 *     all_kernels.csv         all rows
 *     benchmark_summary.md    how many of each kernel's rows pass, and the best share of light
 *
 * The first fourteen columns are those of the profile's source, so that what draws its files draws these. */
#ifndef TESSERA_TOOL_PROFILE_TABLE_H
#define TESSERA_TOOL_PROFILE_TABLE_H

#include "check/check.h"
#include "store/store.h"
#include "tessera/suite.h"

typedef struct ts_profile_row {
    const ts_profile_op *op;
    ts_point point;
    const ts_device *device;
    const char *status; /* pass, fail_numeric, fail_shape, fail_runtime, skip_memory, refused */
    const char *reason; /* "" where it passes */
    ts_result line;     /* figures; NAN where there are none */
    ts_tally tally;     /* of the check */
    char checked[64];   /* "pre"; "at B=1 S=64": at other sizes; "": not */
} ts_profile_row;

typedef struct ts_profile_table ts_profile_table;

/* folder: is made where it is missing; NULL: no files. NULL with *err filled. */
ts_profile_table *ts_profile_table_new(const char *folder, const ts_suite *suite, ts_error *err);
int ts_profile_table_add(ts_profile_table *t, const ts_profile_row *r, const ts_kernel_def *def,
                         const ts_shape *s, ts_error *err);
/* Writes the summary. */
int ts_profile_table_end(ts_profile_table *t, const ts_device *device, ts_error *err);
void ts_profile_table_free(ts_profile_table *t); /* NULL is fine */

#endif

/* vectors.h - kernels against what other programs computed: the cases of a file of tensors (tessera/suite.h).
 *
 * Each case is run with every row that it meets, on the interpreter and a device, between guards as in check.h, and
 * compared with the recorded outputs by the tolerance of the row. Files are not trusted. */
#ifndef TESSERA_CHECK_VECTORS_H
#define TESSERA_CHECK_VECTORS_H

#include "tessera/device.h"

typedef struct ts_vector_report {
    char kernel[80];              /* what the file calls it; "" if it could not be read */
    unsigned cases, run;          /* how many there are, and were run */
    unsigned interpreter, device; /* runs */
    double worst;                 /* share of the tolerance */
    bool failed;
    char why[1200]; /* it failed, or, if it did not, a case was left out; "": all were run */
} ts_vector_report;

/* device: NULL for none. Without a run, and without failure, no kernel of any suite is meant. */
void ts_check_vectors(const char *path, ts_device *device, ts_vector_report *report);

#endif

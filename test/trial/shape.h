/* shape.h - the shape of the trial suite: a matrix, nothing like a decoder. */
#ifndef TESSERA_TEST_TRIAL_SHAPE_H
#define TESSERA_TEST_TRIAL_SHAPE_H

#include "tessera/suite.h"

struct ts_shape {
    int rows, cols;
    double scale; /* of the matrix's transpose in its sum */
    ts_dtype matrix;
    struct {
        int tile; /* rows and columns that a program of transpose_sum takes */
        int span; /* elements that a program of softmax_spans takes */
    } plan;
};

extern const ts_suite ts_suite_trial;

#endif

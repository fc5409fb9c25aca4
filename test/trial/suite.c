/* suite.c - a suite that only tests register: what another suite costs is this folder and one row. */
#include "test/trial/shape.h"

extern const ts_kernel_def ts_trial_transpose_sum, ts_trial_softmax_spans;

static const ts_kernel_def *const kernels[] = {
    &ts_trial_transpose_sum,
    &ts_trial_softmax_spans,
    NULL,
};

static const ts_field fields[] = {
    {"rows", "of the matrix", TS_DIMENSION, TS_INT, offsetof(ts_shape, rows), 1, 1 << 14, 0, false},
    {"cols", "of the matrix", TS_DIMENSION, TS_INT, offsetof(ts_shape, cols), 1, 1 << 14, 0, false},
    {"scale", "of the transpose", TS_DIMENSION, TS_REAL, offsetof(ts_shape, scale), -8, 8, 0,
     false},
    {"matrix", "dtype of the matrix", TS_TYPE, TS_DTYPE, offsetof(ts_shape, matrix), 0, 0,
     1 << TS_f32 | 1 << TS_bf16, true},
    {"tile", "transpose_sum", TS_SCHEDULE, TS_INT, offsetof(ts_shape, plan.tile), 1, 32, 0, false},
    {"span", "softmax_spans", TS_SCHEDULE, TS_INT, offsetof(ts_shape, plan.span), 1, 256, 0, false},
    {0},
};

static const ts_preset presets[] = {
    {"trial-page", "a page", &(const ts_shape){64, 96, 0.5, TS_bf16, {8, 64}}, TS_FULL},
    {0},
};

static const ts_preset check[] = {
    {"odd", "no multiple of anything", &(const ts_shape){13, 21, -1.5, TS_f32, {4, 32}}, TS_SMALL},
    {"page", "whole tiles", &(const ts_shape){64, 32, 0.25, TS_f32, {8, 64}}, TS_LONG},
    {0},
};

const ts_suite ts_suite_trial = {
    .name = "trial",
    .source = "this folder",
    .kernel = kernels,
    .shape_bytes = sizeof(ts_shape),
    .field = fields,
    .preset = presets,
    .check = check,
};

/* execute.h - runs a kernel over arrays: all its stages, on the copies, by the interpreter or a device. */
#ifndef TESSERA_CHECK_EXECUTE_H
#define TESSERA_CHECK_EXECUTE_H

#include "check/arrays.h"

typedef struct ts_execution {
    const ts_traced *kernel;
    ts_module *module; /* of the device, with all stages */
    ts_device *device;
    bool tight; /* buffers of the device end with the array, so that a device may watch the end */
} ts_execution;

typedef int ts_executor(const ts_execution *e, const ts_arrays *all, const ts_case *c,
                        ts_error *err);

/* 0, or -1 with *err filled. The first needs neither module nor device. */
ts_executor ts_interpret_arrays, ts_execute_arrays;

#endif

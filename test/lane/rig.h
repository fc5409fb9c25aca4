/* rig.h - kernels of a test, compiled in one module for one device and run on data of the host.
 *
 * Compiling dominates what such a test takes, so a test builds all of its kernels first. */
#ifndef TEST_RIG_H
#define TEST_RIG_H

#include "tessera/device.h"
#include "test/tile/gen.h"

struct ts_rig {
    ts_device *dev;
    ts_module *module;
};

/* `nth` cpu device of ts_device_list; false past their end, or with *err filled. */
bool ts_rig_open(struct ts_rig *rig, size_t nth, int threads, ts_kern *const *k, size_t n,
                 ts_error *err);
void ts_rig_close(struct ts_rig *rig);

/* Runs k on d as ts_run would; the device sees copies that start at an odd multiple of the element
 * size and end at the end of their buffer. 0, or -1 with *err filled. */
int ts_rig_run(struct ts_rig *rig, const ts_kern *k, struct ts_gen_data *d, ts_error *err);

#endif

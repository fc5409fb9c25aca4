/* cpu.h - what the parts of the cpu device share: its device, buffers, modules.
 *
 * Buffers and modules are counted: a recorded step holds its own, so freeing them early is harmless.
 */
#ifndef TESSERA_RT_CPU_H
#define TESSERA_RT_CPU_H

#include "rt/isa.h"
#include "rt/pool.h"
#include "tessera/device.h"

struct ts_device {
    const ts_isa *isa;
    ts_pool *pool;
    char name[192];
};

struct ts_buffer {
    ts_device *device;
    unsigned char *data;
    size_t bytes;
    size_t mapped; /* bytes to unmap; 0: data comes from aligned_alloc or is the caller's */
    bool wrapped;
    unsigned holders;
};

struct ts_module {
    ts_device *device;
    void *handle; /* of dlopen */
    unsigned holders;
};

typedef long ts_cpu_grid(const int32_t *const *size);
typedef void ts_cpu_run(void *const *buf, const int32_t *const *size, long lo, long hi);

/* One kernel of a module: the symbols ts_NAME_grid, ts_NAME, _modes, _sizes, _cost. */
typedef struct ts_cpu_kernel {
    ts_cpu_grid *grid;
    ts_cpu_run *run;
    const char *modes; /* a letter per buffer: i in, o out, b both, w workspace */
    int buffers, sizes;
    long cost; /* bytes per program, at least 1 */
} ts_cpu_kernel;

/* A module from somebody else may be anything: all that a launch relies on is checked. */
int ts_module_kernel(const ts_module *m, const char *name, ts_cpu_kernel *k, ts_error *err);

void ts_buffer_hold(ts_buffer *b);
void ts_module_hold(ts_module *m);

#endif

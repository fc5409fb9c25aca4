/* cpu.h - what the parts of the cpu driver share: its device, buffers, modules. */
#ifndef TESSERA_RT_CPU_H
#define TESSERA_RT_CPU_H

#include "rt/driver.h"
#include "rt/isa.h"
#include "rt/pool.h"
#include "rt/split.h"
#include "rt/warm.h"

typedef struct ts_cpu_device {
    ts_device head;
    const ts_isa *isa;
    ts_pool *pool;
    ts_warm *warm; /* its buffers, and what they wrap */
} ts_cpu_device;

typedef struct ts_cpu_buffer {
    ts_buffer head;
    unsigned char *data;
    size_t mapped; /* bytes to unmap; 0: data comes from aligned_alloc or is the caller's */
} ts_cpu_buffer;

typedef struct ts_cpu_module {
    ts_module head;
    void *handle[TS_SPLIT]; /* of dlopen, for each part of the text */
    int handles;
} ts_cpu_module;

typedef struct ts_cpu_step {
    ts_step head;
    ts_pool *pool;
    struct ts_cpu_launch *launch; /* step.c */
    ts_span *span;
    ts_cut plan;
    bool planned;
} ts_cpu_step;

typedef long ts_cpu_grid(const int32_t *const *size);
typedef void ts_cpu_run(void *const *buf, const int32_t *const *size, long lo, long hi);

/* One kernel of a module: what its manifest says, the function ENTRY and ENTRY_grid. */
typedef struct ts_cpu_kernel {
    const ts_entry *entry; /* the module's */
    ts_cpu_grid *grid;
    ts_cpu_run *run;
} ts_cpu_kernel;

int ts_cpu_module_kernel(const ts_module *m, const char *name, ts_cpu_kernel *k, ts_error *err);

/* The driver's functions (rt/driver.h). */
int ts_cpu_buffer_new(ts_buffer *b, ts_error *err);
int ts_cpu_buffer_wrap(ts_buffer *b, const void *data, ts_error *err);
void ts_cpu_buffer_free(ts_buffer *b);
int ts_cpu_put(ts_buffer *b, size_t offset, const void *data, size_t bytes, ts_error *err);
int ts_cpu_get(const ts_buffer *b, size_t offset, void *data, size_t bytes, ts_error *err);
const void *ts_cpu_look(const ts_buffer *b, size_t offset);
int ts_cpu_load(ts_module *m, const char *text, size_t bytes, ts_error *err);
void ts_cpu_unload(ts_module *m);
int ts_cpu_record(ts_step *s, const ts_launch *launch, ts_bound *bound, ts_error *err);
int ts_cpu_step_run(ts_step *s, ts_error *err);
int ts_cpu_step_time(ts_step *s, double *seconds, ts_error *err);
void ts_cpu_step_free(ts_step *s);

#endif

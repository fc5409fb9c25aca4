/* cuda.h - the cuda device in parts: libraries, memory, modules, steps ("cuda:N").
 *
 * Every call into the driver goes through ts_cuda_try, which makes one line of a failure. Errors that
 * spoil the context (a bad address, a lost device) are kept: later calls repeat them at once instead
 * of asking a driver that may no longer answer.
 */
#ifndef TESSERA_RT_CUDA_H
#define TESSERA_RT_CUDA_H

#include "rt/cache.h"
#include "rt/cuda_api.h"
#include "rt/driver.h"

/* ---- cuda_load.c: the libraries ---- */

/* The driver's functions; NULL with *err saying what is missing. Loaded once for a process. */
const ts_cuda_api *ts_cuda_load(ts_error *err);
/* The compiler's, preferably of the driver's major version; NULL: there is none. */
const ts_nvrtc_api *ts_nvrtc_load(int major);
/* The first number with points of what the kernel module says of itself ("NVRM version: NVIDIA UNIX
 * x86_64 Kernel Module  580.65.06  ..."), in `version`; false: there is none. */
bool ts_cuda_read_version(const char *said, char *version, size_t cap);
/* For tests: these files instead of the system's, from the next load on; "" for none at all, NULL for
 * the system's again. The strings must stay. */
void ts_cuda_libraries(const char *driver, const char *nvrtc);

/* ---- the device ---- */

enum { TS_CUDA_SIDES = 3, TS_CUDA_HALF = 16 << 20 };

/* Pinned memory in two halves: one is filled by the host while the other travels. */
typedef struct ts_cuda_staging {
    unsigned char *half[2];
    ts_cu_event done[2]; /* recorded behind the last copy out of a half that was left */
    bool left[2];        /* done[i] must be waited for before half[i] is filled again */
    int now;
    size_t used; /* of half[now] */
} ts_cuda_staging;

typedef struct ts_cuda_device {
    ts_device head;
    const ts_cuda_api *api;
    ts_cu_device ordinal;
    ts_cu_context context;
    ts_cu_stream stream, side[TS_CUDA_SIDES];
    ts_cu_event fork, join[TS_CUDA_SIDES];
    ts_cuda_staging staging;
    int sm;      /* 90 */
    int version; /* of the driver: 13000 */
    char lost[512];
} ts_cuda_device;

typedef struct ts_cuda_buffer {
    ts_buffer head;
    ts_cu_ptr at;
} ts_cuda_buffer;

typedef struct ts_cuda_module {
    ts_module head;
    ts_cu_module module;
    ts_cu_function *function; /* one an entry of the manifest */
    bool waits;               /* its kernels wait for the launch before them themselves */
} ts_cuda_module;

/* 0, or -1 after saying in *err that `what` failed, why, and what to do. */
int ts_cuda_try(ts_cuda_device *d, ts_cu_result r, const char *what, ts_error *err);
/* Makes the context current for this thread; -1 with the old reason if the device is lost. */
int ts_cuda_enter(ts_cuda_device *d, ts_error *err);

/* ---- cuda_copy.c ---- */
int ts_cuda_staging_new(ts_cuda_device *d, ts_error *err);
void ts_cuda_staging_free(ts_cuda_device *d);
int ts_cuda_buffer_new(ts_buffer *b, ts_error *err);
void ts_cuda_buffer_free(ts_buffer *b);
int ts_cuda_put(ts_buffer *b, size_t offset, const void *data, size_t bytes, ts_error *err);
int ts_cuda_get(const ts_buffer *b, size_t offset, void *data, size_t bytes, ts_error *err);

/* ---- cuda_compile.c, cuda_module.c ---- */

/* Bytes of shared memory that a launch of the kernel asks for: all, where they are more than a text can declare. */
unsigned ts_cuda_asked(const ts_entry *e);
/* A cubin (or, for a GPU newer than the compiler, PTX) of text, from the cache or made now; to be
 * freed by the caller. */
int ts_cuda_compile(int sm, int driver, const char *text, size_t bytes, char **image, size_t *size,
                    ts_error *err);
/* Which compiler that would be: "NVRTC 13.0", "nvcc 12.4.131", "no compiler". */
void ts_cuda_compiler(int driver, char *line, size_t cap);
int ts_cuda_module_load(ts_module *m, const char *text, size_t bytes, ts_error *err);
void ts_cuda_module_unload(ts_module *m);

/* ---- cuda_step.c ---- */

typedef struct ts_cuda_launch {
    ts_cu_function function;
    ts_cu_ptr param[TS_MAX_BUFFERS + TS_MAX_SIZES];
    int params;
    unsigned groups, threads, shared; /* bytes that it asks for: what its text has not declared */
    bool after;                       /* begins a phase: waits for all launches before it */
    bool early; /* may be scheduled while the one before it drains; it waits itself */
} ts_cuda_launch;

typedef struct ts_cuda_step {
    ts_step head;
    ts_cuda_launch *launch;
    ts_cu_exec
        exec;   /* NULL for a step without launches, and on a device that does without graphs */
    bool early; /* at least one launch may be early */
} ts_cuda_step;

int ts_cuda_record(ts_step *s, const ts_launch *launch, ts_bound *bound, ts_error *err);
int ts_cuda_run(ts_step *s, ts_error *err);
int ts_cuda_time(ts_step *s, double *seconds, ts_error *err);
int ts_cuda_elapsed(ts_step *s, double *seconds, bool *by_device, ts_error *err);
void ts_cuda_step_free(ts_step *s);

#endif

/* device.h - open a device, put buffers on it, load emitted text, record launches, replay them.
 *
 * A step is a list of launches over fixed buffers, recorded once and replayed many times: what
 * changes between replays (position, token, lengths) lives in buffers. Launches happen in order, as
 * far as one can tell from their buffers; launches that share none may overlap, unless one of them
 * asks to come after all before it.
 *
 * Sizes of a kernel (ts_size) are bound to 4-byte cells in buffers. A cell is read when a step
 * starts; a launch inside the step must not change it, which is refused. Earlier steps may have
 * written it: then each run waits for them and reads it back, where the host writes it nothing waits.
 *
 * No launch leaves its buffers. What a kernel declares of a param (its extents and element) is what the
 * launch must give from the offset on; 4-bit elements take half a byte each, an odd one at the end a
 * whole one. Refused, with kernel, param and bytes in one line, and with nothing launched:
 *     by ts_step_record  an offset beyond the buffer or inside an element, an extent made of constants
 *                        that needs more bytes than there are, a wrapped buffer that would be written
 *     before each run    an extent made of sizes that needs more, or is negative, whatever its product
 *                        wraps to; more than 2^31-1 programs, or elements where indices have 32 bits
 * An extent of 0 needs nothing. So ts_emit's texts are checked; one written by hand says what it needs
 * in the same words (compile/demand.c), or is taken on trust. A parameter may share bytes with another one
 * of its launch; if the launch writes one of the two, its results are those that the kernel's comment
 * promises, or any (but only there: other bytes keep what they hold).
 *
 * Threads: one host thread uses a device at a time. Results have the same bits for any number of
 * worker threads, and on devices of threads for any number of groups.
 */
#ifndef TESSERA_DEVICE_H
#define TESSERA_DEVICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tessera/error.h"

#pragma GCC visibility push(default)

typedef struct ts_device ts_device;
typedef struct ts_buffer ts_buffer;
typedef struct ts_module ts_module;
typedef struct ts_step ts_step;

enum { TS_MAX_BUFFERS = 16, TS_MAX_SIZES = 8 };

/* spec: a first word of ts_device_list, or pipe:COMMAND. NULL and "": cpu.
 *
 *     cpu, cpu:amx, cpu:avx512, cpu:avx2,          this processor; cpu: its widest instruction set
 *     cpu:generic
 *     opencl:N, vulkan:N, cuda:N                   the N-th of that library; without :N the first
 *     shim:cuda, shim:hip:wave64, shim:msl, ...    texts of a vendor's language on the processor
 *     pipe:COMMAND                                 what that program offers (rt/pipe.h)
 *
 * threads: workers of the cpu device, 0 for the right default (performance cores this process may use,
 * capped by the cgroup quota); others ignore it. NULL with *err filled. */
ts_device *ts_device_open(const char *spec, int threads, ts_error *err);
/* What still lives on the device keeps it, until that is freed too. */
void ts_device_close(ts_device *dev);
const char *ts_device_name(const ts_device *dev);   /* "CPU (Intel Xeon ..., 2 threads, AVX-512)" */
const char *ts_device_target(const ts_device *dev); /* name for ts_target_find: "cpu:avx512" */
/* How kernels for it are to walk memory, as ts_target_tuned takes it: "streams=4,prefetch=2048", or "". *measured
 * (or NULL): it is what `tessera tune` found on this machine, not what CPUs of its maker like. */
const char *ts_device_tuning(const ts_device *dev, bool *measured);
/* That from now on: for kernels that are made later. -1 with *err filled where it is too long. */
int ts_device_tune(ts_device *dev, const char *tuning, ts_error *err);
/* What compiles and runs the texts, with versions, in one line for records: "gcc 12.2.0" for cpu,
 * "Portable Computing Language 3.1", "NVIDIA 580.65.06, NVRTC 13.0", ...; "" where nobody says. The
 * first call may start the compiler to ask it. */
const char *ts_device_driver(const ts_device *dev);
int ts_device_threads(const ts_device *dev);
/* Its texts are C and its threads this process's own: hand-written kernels may stand beside emitted ones, and
 * its time is shared with what else the machine does. */
bool ts_device_is_host(const ts_device *dev);

/* What a device can do without, to measure what it brings. Results stay the same. */
enum {
    TS_NO_VECTORS =
        1 << 0, /* cpu: the next narrower instruction set, which ts_device_target names */
    TS_NO_CHUNKS = 1 << 1, /* cpu: one equal chunk of a phase for each thread, not shrinking ones */
    TS_NO_SPIN = 1 << 2,   /* cpu: threads without work sleep at once */
    TS_NO_HUGE_PAGES = 1 << 3, /* cpu: buffers in small pages */
    TS_NO_GRAPH = 1 << 4,      /* cuda: a step is a call per launch */
    TS_NO_EARLY = 1 << 5,      /* cuda: no launch begins while the one before it drains */
    TS_NO_OVERLAP = 1 << 6,    /* every launch of a step waits for the one before it */
};
/* To be called right after opening, while nothing lives on the device, and once. Fails, changing nothing,
 * for what this kind of device does not have. */
int ts_device_without(ts_device *dev, unsigned bits, ts_error *err);
/* Those that mean something on this kind of device. */
unsigned ts_device_can_lack(const ts_device *dev);

/* One line per device this machine offers, for `tessera devices`; NULL past the end. */
const char *ts_device_list(size_t i);

/* Zero-filled memory. Its start is aligned for every kernel; an offset that is a multiple of 16 keeps
 * the 16-byte loads of devices that have them. */
ts_buffer *ts_buffer_new(ts_device *dev, size_t bytes, ts_error *err);
/* Memory of the caller, readable and unchanged as long as the buffer lives. Used in place by cpu, and by
 * opencl where the device works in the host's memory and data is a multiple of 16; copied by others.
 * Only for TS_IN parameters, and never written by ts_buffer_put. */
ts_buffer *ts_buffer_wrap(ts_device *dev, const void *data, size_t bytes, ts_error *err);
void ts_buffer_free(ts_buffer *b);
size_t ts_buffer_bytes(const ts_buffer *b);
int ts_buffer_put(ts_buffer *b, size_t offset, const void *data, size_t bytes, ts_error *err);
/* Waits for steps that run. */
int ts_buffer_get(const ts_buffer *b, size_t offset, void *data, size_t bytes, ts_error *err);

/* Compiles emitted text (ts_emit for ts_device_target; binary for "spirv") or finds it in a cache. */
ts_module *ts_module_load(ts_device *dev, const char *text, size_t bytes, ts_error *err);
/* The same for kernels whose results on this kind of device somebody has compared with a reference, as
 * those of the suite are (tessera check): where a driver's optimiser is known to compute some kernels
 * wrongly, which holds for OpenCL by PoCL, it is used for these and for no others. */
ts_module *ts_module_load_checked(ts_device *dev, const char *text, size_t bytes, ts_error *err);
void ts_module_free(ts_module *m);

typedef struct ts_ref { /* a place in a buffer */
    ts_buffer *buffer;
    size_t offset; /* bytes; a multiple of the element's size (4-bit elements: of a byte) */
} ts_ref;

typedef struct ts_launch {
    ts_module *module;
    const char *kernel;
    ts_ref arg[TS_MAX_BUFFERS]; /* the kernel's parameters in their order */
    ts_ref size[TS_MAX_SIZES];  /* cells of the kernel's sizes in their order */
    bool after;                 /* waits for every launch before it, whatever their buffers */
} ts_launch;

ts_step *ts_step_record(ts_device *dev, const ts_launch *launch, size_t n, ts_error *err);
/* May return while the device still works. Sizes that do not fit fail before the first launch. */
int ts_step_run(ts_step *s, ts_error *err);
/* ts_step_run, waited for, and how long it took. *by_device: by the device's own clock, from the moment
 * it began to the end of the last launch; on a device that was idle this holds what it takes to start
 * the step, but nothing of waiting for its end. Else by the host's monotonic clock around running and
 * waiting. What the device had to do before does not count. */
int ts_step_elapsed(ts_step *s, double *seconds, bool *by_device, ts_error *err);
/* Seconds that each launch of the next run took, each launch alone between two barriers (slower than
 * ts_step_run as a whole); seconds has one slot per launch. */
int ts_step_time(ts_step *s, double *seconds, ts_error *err);
void ts_step_free(ts_step *s);

#pragma GCC visibility pop

#endif

/* driver.h - what a kind of device is to the rest: one table of functions.
 *
 * rt/device.c checks arguments, counts holders and calls these; a driver may rely on everything that
 * device.c promises below. Objects of a driver begin with the common head.
 *
 * A driver that needs a library or a tool loads it when a device is opened (dlopen, fork), so one
 * binary runs with or without it; what is missing is said in one line with the remedy.
 */
#ifndef TESSERA_RT_DRIVER_H
#define TESSERA_RT_DRIVER_H

#include "rt/guard.h"
#include "rt/manifest.h"
#include "tessera/device.h"

typedef struct ts_driver ts_driver;

struct ts_device {
    const ts_driver *driver;
    char name[192];     /* "OpenCL (pthread-..., 2 units, PoCL 3.1)" */
    char target[32];    /* "opencl" */
    char tuning[64];    /* "streams=4,prefetch=2048", of this target; ts_device_tuning */
    bool tuned;         /* measured here */
    bool has_tuning;    /* `tuning` of the driver was called */
    char versions[192]; /* "PoCL 3.1"; ts_device_driver */
    bool asked;         /* `describe` was called */
    int threads;        /* workers of the host; 1 where that means nothing */
    int groups;       /* SIMT devices: how many groups to launch for kernels whose count is open */
    unsigned holders; /* the host, and each buffer, module and step: close comes after the last */
    unsigned without; /* TS_NO_... */
};

struct ts_buffer {
    ts_device *device;
    size_t bytes;
    bool wrapped;
    unsigned holders;
    ts_seen *seen; /* cells of it that steps read sizes from (guard.h) */
    size_t seens;
};

struct ts_module {
    ts_device *device;
    unsigned holders;
    ts_manifest manifest; /* filled by device.c before `load` is called */
    bool checked;         /* ts_module_load_checked */
};

struct ts_step {
    ts_device *device;
    size_t n;
    ts_buffer **buffer; /* held by the step */
    ts_module **module;
    size_t buffers, modules;
    struct ts_bound *bound; /* SIMT devices: n of them */
    ts_guard guard;
};

/* A launch on a SIMT device, checked against the manifest: buffers exist, lie on this device, are large
 * enough for their offset, are not wrapped where written; offsets are multiples of the unit; size
 * cells are whole and aligned to 4. */
typedef struct ts_bound {
    const ts_entry *entry;
    ts_module *module;
    ts_buffer *arg[TS_MAX_BUFFERS], *size[TS_MAX_SIZES];
    size_t arg_at[TS_MAX_BUFFERS], size_at[TS_MAX_SIZES]; /* bytes */
    int groups;                                           /* to launch, at least 1 */
    bool after; /* must wait for an earlier launch since the last `after` (asked for, or bytes in
                   common) */
} ts_bound;

/* A function that fails leaves nothing behind: after a failed open, buffer_new, load or record its
 * counterpart is not called. */
struct ts_driver {
    const char *name;  /* "opencl": what a spec begins with */
    const char *specs; /* for messages: "opencl:N" */
    size_t device_bytes, buffer_bytes, module_bytes, step_bytes; /* of its objects, zero-filled by
                                                                    device.c before each call */

    /* rest: behind "opencl:" or "". Fills dev, name and target included. -1 with *err filled. */
    int (*open)(ts_device *dev, const char *rest, int threads, ts_error *err);
    void (*close)(ts_device *dev);
    /* A line per device there is, "opencl:0    name, memory, limits" ; NULL past the end. Quiet and
     * without side effects when the library is missing. Static storage. */
    const char *(*list)(size_t i);
    /* Fills dev->versions; called once, when somebody asks, since it may take a while. NULL: open has
     * filled it, or there is nothing to say. */
    void (*describe)(ts_device *dev);

    /* Fills dev->tuning and dev->tuned; called once, when somebody asks. NULL: there is nothing to tune. */
    void (*tuning)(ts_device *dev);

    unsigned can_lack; /* TS_NO_... that mean something here */
    /* Called when dev->without is to become `bits`; NULL: there is nothing to do at once. */
    int (*lack)(ts_device *dev, unsigned bits, ts_error *err);

    /* bytes is set. Zero-filled memory of at least bytes + 16 (kernels may read a whole block). */
    int (*buffer_new)(ts_buffer *b, ts_error *err);
    /* A buffer with the caller's bytes, used in place or copied. NULL: buffer_new and put. */
    int (*buffer_wrap)(ts_buffer *b, const void *data, ts_error *err);
    void (*buffer_free)(ts_buffer *b);
    /* Range checked. After put returns, data may change; get waits for steps that are running. */
    int (*put)(ts_buffer *b, size_t offset, const void *data, size_t bytes, ts_error *err);
    int (*get)(const ts_buffer *b, size_t offset, void *data, size_t bytes, ts_error *err);

    /* Where byte `offset` of a buffer lies, if the host sees the device's memory as launches leave it;
     * NULL: it does not. */
    const void *(*look)(const ts_buffer *b, size_t offset);

    int (*load)(ts_module *m, const char *text, size_t bytes, ts_error *err);
    void (*unload)(ts_module *m);

    /* SIMT devices: bound has n elements that live as long as the step. Others (bound is NULL) read
     * `launch`, hold what they use by ts_step_hold, and call ts_guard_make. */
    int (*record)(ts_step *s, const ts_launch *launch, ts_bound *bound, ts_error *err);
    int (*run)(ts_step *s, ts_error *err);
    int (*time)(ts_step *s, double *seconds, ts_error *err);
    /* run, and how long it took (ts_step_elapsed); *by_device is false at first. NULL: device.c runs,
     * asks for a byte of the step's memory, and looks at the host's clock. */
    int (*elapsed)(ts_step *s, double *seconds, bool *by_device, ts_error *err);
    void (*step_free)(ts_step *s);

    bool teams; /* threads compute a program together: manifests tell how many, record gets bound
                 * launches, indices take 32 bits */
};

/* Takes a reference on both that the step gives back when it is freed; either may be NULL. */
int ts_step_hold(ts_step *s, ts_buffer *b, ts_module *m, ts_error *err);

/* ts_device_open of one driver, for tests that bring their own. */
ts_device *ts_driver_open(const ts_driver *driver, const char *rest, int threads, ts_error *err);

/* One more driver for ts_device_open and ts_device_list, which must outlive them; again: nothing. To be
 * called before any device is opened. */
void ts_driver_add(const ts_driver *driver);

/* What rt/device.c starts with. */
extern const ts_driver ts_driver_cpu, ts_driver_opencl, ts_driver_vulkan, ts_driver_cuda,
    ts_driver_pipe;

#endif

/* fake_driver.h - a device without a processor, whose clock the test sets: for tests of code that measures.
 *
 * Buffers are plain memory, any text loads, and a launch does nothing but what the test's callback does.
 * Running a step turns a clock of the device; ts_step_elapsed and ts_step_time read it. A launch takes
 *
 *     (floor + seconds of its kernel + bytes of its kernel / bandwidth) * jitter of the run
 *
 * and launches of a step follow one another. All starts at 0: a step takes no time until told.
 */
#ifndef TEST_FAKE_DRIVER_H
#define TEST_FAKE_DRIVER_H

#include "rt/driver.h"

#define TS_FAKE_ALL                                                                                \
    SIZE_MAX /* bytes: all arguments, from their offsets to the ends of their buffers */

typedef struct ts_fake_kernel {
    const char *name; /* NULL: every kernel that no earlier row names */
    double seconds;
    size_t bytes;
} ts_fake_kernel;

/* A launch that is about to happen. */
typedef struct ts_fake_call {
    const char *kernel;
    size_t launch; /* of its step, from 0 */
    size_t run;    /* of the device, from 0; runs, measured runs and timed runs count alike */
    int args, sizes;
    unsigned char *arg[TS_MAX_BUFFERS]; /* wrapped memory must not be written */
    size_t bytes[TS_MAX_BUFFERS];       /* from arg to the end of its buffer */
    const int32_t *size[TS_MAX_SIZES];
    bool after;     /* as the launch asked */
    double seconds; /* what it will take; may be changed */
} ts_fake_call;

/* -1 with *err filled: the run fails there. */
typedef int ts_fake_launch(void *arg, ts_fake_call *call, ts_error *err);

/* Of one device; a test may change all of it between runs. */
typedef struct ts_fake_clock {
    double now;       /* seconds */
    double floor;     /* seconds of every launch, whatever it does */
    double bandwidth; /* bytes per second; 0: bytes take no time */
    const ts_fake_kernel *kernel;
    size_t kernels;
    const double *jitter; /* factors of the runs in turn, the last run's then the first again */
    size_t jitters;       /* 0: none */
    bool by_host;         /* ts_step_elapsed says that its time is the host's; it is the same */
    ts_fake_launch *launch;
    void *arg;
    size_t runs, launches, modules; /* counted; modules: those loaded so far */
} ts_fake_clock;

/* For ts_driver_open; rest: the target's name ("cpu:generic"), "" for "fake". */
extern const ts_driver ts_fake_driver;

/* ts_driver_open of it; NULL with *err filled. */
ts_device *ts_fake_open(const char *target, ts_error *err);
ts_fake_clock *ts_fake_clock_of(ts_device *dev);

#endif

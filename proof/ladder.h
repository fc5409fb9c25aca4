/* ladder.h - how far each kernel has come in each language, found out by doing it.
 *
 *   L0 printed       the language's text was emitted
 *   L1 signatures    every call in it is of a function the language has, with as many arguments
 *   L2 compiled      the real compiler (or validator) of the language took it
 *   L3 executed      it ran (driver, simulator, strict shim) and agreed with the reference
 *   L4 on hardware   the same, on the real device
 *
 * A rung that nothing on this machine can climb is absent, and passed over: no compiler for Metal
 * exists outside Apple's, yet its texts run on the shim. A compiler alone shows that a text is well formed, not what
 * it means: where nothing executes it, L1 is the most, and that it does not compile is a failure all the same. A level is claimed only for what was done:
 * each step counts the texts, compilations or runs it saw through, and without one nothing is passed.
 */
#ifndef TESSERA_PROOF_LADDER_H
#define TESSERA_PROOF_LADDER_H

#include "check/check.h"
#include "tessera/compile.h"

enum { TS_RUNGS = 5, TS_DTYPES_CHECKED = 3, TS_LADDER_KERNELS = 256, TS_LADDER_PATH = 512 };

/* ---- ladder.c: levels ---- */

typedef enum { TS_RUNG_ABSENT, TS_RUNG_PASSED, TS_RUNG_FAILED } ts_rung;

/* A kernel in a language, over all variants of the language. */
typedef struct ts_cell {
    ts_rung rung[TS_RUNGS];
    char failure[600]; /* the first */
} ts_cell;

/* The highest rung passed below the first failed one, at most 1 where nothing was executed; -1: not even
 * printed. */
int ts_cell_level(const ts_cell *c);

typedef struct ts_plan_to_climb {
    bool dtype[TS_DTYPES_CHECKED]; /* f32, f16, bf16 */
    const char *shape; /* NULL: a quick choice; "all"; or a name of a shape to check at */
    void (*ran)(void *to,
                double done); /* after each kernel checked, with how many; NULL: no need */
    void *to;
    double done;
} ts_plan_to_climb;

/* What a step did with one kernel. */
typedef struct ts_climbed {
    unsigned done; /* texts, compilations or runs that came out right */
    ts_error err;  /* the first that did not */
} ts_climbed;

typedef struct ts_climber ts_climber;
typedef struct ts_proof ts_proof;
/* Climbs one rung with n kernels of one suite; `got` has n elements, zero at first. */
typedef void ts_rung_step(const ts_climber *v, ts_plan_to_climb *plan,
                          const ts_kernel_def *const *kernel, size_t n, ts_climbed *got);

/* A target and what this machine has for it. */
struct ts_climber {
    const ts_target *target;
    const ts_proof *proof;              /* of its language; NULL: there is none */
    char tool[128];                     /* "nvcc 13.0.88", or what to do about its absence */
    char tool_path[TS_LADDER_PATH];     /* "": there is none */
    char library[TS_LADDER_PATH];       /* what the tool needs beside itself */
    char device[160];                   /* "PoCL 3.1 (opencl:0)", or what to do about its absence */
    char spec[2 * TS_LADDER_PATH + 16]; /* for ts_device_open; "": there is none */
    bool hardware;                      /* the device is the real thing */
    bool slow;                          /* it simulates */
    ts_rung_step *step[TS_RUNGS - 1];   /* NULL: absent here */
};

/* Climbs all rungs that v has; failed kernels stay where they are. Adds to cells (one a kernel). */
void ts_ladder_climb(const ts_climber *v, ts_plan_to_climb *plan,
                     const ts_kernel_def *const *kernel, size_t n, ts_cell *cell);
/* The highest level that v can reach: at most 1 without a device. */
int ts_ladder_attainable(const ts_climber *v);

/* ---- climbers.c: what this machine has ---- */

/* Fills *v for a target; runs the tool once for its version. A target whose language has no proof gets
 * the first rung, and no other. */
void ts_ladder_look(ts_climber *v, const ts_target *target);
/* "cuda" of "cuda", "hip" of "hip:wave64" */
void ts_ladder_language(const ts_target *target, char *to, size_t size);
/* What the compiler can be told to compile for, by number; "" is the first where it need not be told.
 * NULL past the end. */
const char *ts_ladder_chip(const ts_climber *v, size_t i);

/* ---- steps.c ---- */

ts_rung_step ts_rung_print, ts_rung_sign, ts_rung_compile, ts_rung_execute;
/* How many kernel checks ts_rung_execute makes for one kernel of a suite. */
unsigned ts_rung_configs(const ts_climber *v, const ts_plan_to_climb *plan, const ts_suite *suite);

/* ---- compile.c ---- */

/* What the compiler said of the text, to be freed; NULL with its first error in *err. */
char *ts_ladder_compile(const ts_climber *v, const char *chip, const char *text, size_t bytes,
                        ts_error *err);

/* ---- names.c ---- */

/* Every call in the text is of one of these (ts_proof), with its number of arguments. */
int ts_ladder_sign(const char *names, const char *text, ts_error *err);

/* ---- run.c ---- */

/* Runs argv[0] (a path) without a shell, file or /dev/null as its input; puts what it says on both
 * outputs into said. -1 with *err filled when it cannot be started, fails or takes longer than
 * `seconds`. */
int ts_ladder_run(const char *const *argv, const char *input, double seconds, char *said,
                  size_t size, ts_error *err);

#endif

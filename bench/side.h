/* side.h - the two sides of a comparison: an engine in this process, another build, a peer's command.
 *
 * A side is written as "device=cpu:avx2,threads=1": what it does not say comes from the common settings.
 *
 *     device kv threads model context   as the options of `tessera bench` of these names
 *     dtype                             of synthetic weights; a folder keeps that of its files
 *     without                           optimisations switched off, "prefetch+streams" (model.h)
 *     tuning                            how kernels walk memory, "streams=4+prefetch=0" (tessera tune)
 *     kernel                            this kernel of the suite is timed instead of a token
 *     build                             PATH of another tessera program, asked as a child process
 *
 * Sides of this build are engines in this process, both open at once; only one works at a time, the
 * other's threads sleep. Beside another build both sides are child processes that do the same, a new one
 * for each sample. A peer says itself how fast it was; its process is new for each sample, too.
 */
#ifndef TESSERA_BENCH_SIDE_H
#define TESSERA_BENCH_SIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "bench/rounds.h"

enum { TS_SIDE_TEXT = 2048, TS_SIDE_WHAT = 512 };

typedef struct ts_side_spec {
    const char *model, *device, *dtype, *kv, *without, *tuning, *kernel,
        *build; /* NULL: not said */
    int threads, context;
    const char *peer,
        *pattern; /* a peer's command, and where its rate stands (ts_peer_parse) or NULL */
    char text[TS_SIDE_TEXT]; /* what those point into */
} ts_side_spec;

/* "key=value,key=value"; what it does not say is common's. The spec must not be moved afterwards. */
int ts_side_parse(const char *text, const ts_side_spec *common, ts_side_spec *s, ts_error *err);

typedef struct ts_side_work {
    int tokens;   /* generated in one go */
    double limit; /* seconds that a child process may take; 0: any time */
    void (*progress)(void *arg, const char *what, uint64_t done, uint64_t total); /* or NULL */
    void (*begins)(void *arg, const char *what); /* as ts_model_options has it; or NULL */
    void *arg;
} ts_side_work;

typedef struct ts_side {
    const ts_side_spec *spec;
    ts_side_work work;
    char what[TS_SIDE_WHAT]; /* "this build on CPU (...)"; of a peer known after its first sample */
    const char *unit;        /* what its samples count: "tok/s" or "launches/s" */
    const ts_device *device; /* what it runs on; NULL for processes */
    const struct ts_side_kind *kind;
    void *state; /* of its kind */
} ts_side;

/* spec must live as long as the side. child: as a process of its own, with this program when it names no
 * build. A peer always is one. NULL with *err filled. */
ts_side *ts_side_open(const ts_side_spec *spec, bool child, const ts_side_work *work,
                      ts_error *err);
void ts_side_close(ts_side *s);
/* A ts_work: one sample; a unit is a token (or a launch). */
int ts_side_sample(void *side, ts_done *done, ts_error *err);

/* ---- kinds: side_here.c, side_child.c ---- */

typedef struct ts_side_kind {
    int (*open)(ts_side *s, ts_error *err);
    int (*sample)(ts_side *s, ts_done *done, ts_error *err);
    void (*close)(ts_side *s); /* state may be NULL */
} ts_side_kind;

extern const ts_side_kind ts_side_engine, ts_side_kernel, ts_side_child;

/* The model's name as ts_model_options takes it, synthetic:PRESET:DTYPE. */
int ts_side_model(const ts_side_spec *s, char *name, size_t cap, ts_error *err);

#endif

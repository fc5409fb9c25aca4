/* shim.h - the shim device: vendors' texts on the CPU, one fiber per thread, and as strict as can be.
 *
 *   text ── text.c ──▶ C++ ── clang++ ──▶ shared object ── run.c ──▶ blocks of fibers
 *           attributes, shared arrays,           (cache)          fault.c: what a text must not do
 *           forbidden words, entry table
 *
 * What it shows is whether a text means what it should on a machine of threads, barriers and separate
 * memories. It says nothing about the speed of the machine it stands for. Vendors' headers are replaced by
 * NAME.h, which know only the names that emitted texts may use.
 */
#ifndef TESSERA_PROOF_SHIM_H
#define TESSERA_PROOF_SHIM_H

#include "rt/cc.h"
#include "rt/driver.h"
#include "proof/shim/abi.h"

typedef struct ts_shim_dialect {
    const char *target;     /* "cuda" */
    const char *what;       /* "CUDA C++" */
    const char *define;     /* lines in front of fiber.h */
    const char *header;     /* text of NAME.h */
    const char *include[4]; /* the vendor's headers that a text may name; NULL behind the last */
    int subgroup;
    bool metal;
} ts_shim_dialect;

/* Those of all proofs (proof/proof.h); NULL past the end. */
const ts_shim_dialect *ts_shim_dialect_at(size_t i);

extern const ts_driver ts_driver_shim;

typedef struct ts_shim_device {
    ts_device base;
    const ts_shim_dialect *dialect;
    ts_cc cc;
    unsigned long launches; /* so far; the seed of the next one's order */
    unsigned long buffers;  /* so far */
    char *stacks, *shared;  /* TS_SHIM_THREADS stacks, TS_SHIM_ARRAYS arrays */
    char *signal_stack;
    double limit; /* seconds of computing after which a launch counts as endless */
} ts_shim_device;

/*   guard | canary | data | canary up to 15 bytes | guard      data starts at a multiple of 16 */
typedef struct ts_shim_buffer {
    ts_buffer base;
    unsigned char *map, *open, *data; /* open: first byte that is no guard */
    size_t mapped, opened;
    unsigned char tag; /* of its canary */
} ts_shim_buffer;

typedef int ts_shim_block(struct ts_shim_job *job);

typedef struct ts_shim_module {
    ts_module base;
    void *handle;
    ts_shim_block **block; /* one per entry of the manifest */
} ts_shim_module;

/* ---- text.c ---- */

/* The text as C++ for the compiler, to be freed; NULL with *err filled. */
char *ts_shim_translate(const ts_shim_dialect *d, const ts_manifest *m, const char *text,
                        size_t bytes, size_t *length, ts_error *err);

/* ---- load.c ---- */

int ts_shim_find(ts_cc *cc, ts_error *err);
int ts_shim_load(ts_module *m, const char *text, size_t bytes, ts_error *err);
void ts_shim_unload(ts_module *m);

/* ---- memory.c ---- */

int ts_shim_memory(ts_shim_device *dev, ts_error *err); /* stacks and shared arrays */
void ts_shim_memory_free(ts_shim_device *dev);
int ts_shim_buffer_new(ts_buffer *b, ts_error *err);
void ts_shim_buffer_free(ts_buffer *b);
int ts_shim_put(ts_buffer *b, size_t offset, const void *data, size_t bytes, ts_error *err);
int ts_shim_get(const ts_buffer *b, size_t offset, void *data, size_t bytes, ts_error *err);
void ts_shim_protect(const ts_shim_buffer *b, bool read_only);
/* 0; else the distance of a changed canary: negative before the data, positive behind it (1: the first
 * byte). */
long ts_shim_canary(const ts_shim_buffer *b);

/* ---- fault.c ---- */

/* Runs a block with signals turned into *err. `at` says what runs, "kernel NAME, block 3 of 4". */
typedef struct ts_shim_watch ts_shim_watch;
ts_shim_watch *ts_shim_watch_on(ts_shim_device *dev, ts_error *err);
void ts_shim_watch_off(ts_shim_watch *w);
int ts_shim_watched(ts_shim_watch *w, ts_shim_block *block, struct ts_shim_job *job,
                    const ts_bound *bound, ts_error *err);

/* ---- run.c ---- */

int ts_shim_record(ts_step *s, const ts_launch *launch, ts_bound *bound, ts_error *err);
int ts_shim_run(ts_step *s, ts_error *err);
int ts_shim_time(ts_step *s, double *seconds, ts_error *err);

/* Generated from the headers beside it and from abi.h. */
extern const char ts_shim_abi_text[], ts_shim_fiber_text[], ts_shim_cuda_text[],
    ts_shim_metal_text[];

#endif

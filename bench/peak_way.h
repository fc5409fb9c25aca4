/* peak_way.h - one way to reach a peak: a kernel's text, what it reads, and what it must leave.
 *
 *     programs x: chains side by side, each: turns times { steps }     then all chains are added into out
 *
 * Independent chains hide the latency of a step. Turns and programs are cells, so that a sample is made
 * longer without compiling again. All is in words of 4 bytes, and every program leaves the same, so one
 * reference checks all of them. */
#ifndef TESSERA_BENCH_PEAK_WAY_H
#define TESSERA_BENCH_PEAK_WAY_H

#include "bench/peak.h"
#include "compile/text.h"
#include "tessera/tile.h"

/* Words: of all operands, of what a program leaves, and after which that begins again. */
enum { TS_WAY_IN = 3 * 2048, TS_WAY_OUT = 2048, TS_WAY_CPU = 16 };

/* How a step may round: a * m + x once or after each operation; fmla of NEON adds to its destination, so
 * there it is a + m * x. Whole numbers: EXACT. */
typedef enum ts_way_form {
    TS_FUSED = 1 << 0,
    TS_APART = 1 << 1,
    TS_SUM = 1 << 2,
    TS_EXACT = 1 << 3
} ts_way_form;

typedef struct ts_way ts_way;
struct ts_way {
    const char
        *what; /* "vpdpbusd (AVX-512 VNNI)"; without chains a format that takes the launches */
    const char *isa;   /* of the cpu devices that may use it: "cpu:avx512"; NULL: tile code */
    bool (*has)(void); /* does this processor offer it? NULL: all of that isa do */
    int words;         /* that a program leaves */
    int period;        /* of these, after which they repeat */
    int apart;         /* words between an element's factor, its addend and its start */
    int chains,
        steps; /* side by side; multiply-adds of each in a turn. 0 chains: of a launch's time */
    unsigned forms; /* any of these, but one of them everywhere */
    double adds;    /* multiply-adds of a program's turn */
    bool waits;     /* timed until the host has seen the end; one launch, else many in a row */
    /* The module's text, of kernel "peak", to be freed by the caller; NULL with *err filled. */
    char *(*text)(const ts_way *w, const ts_device *dev, size_t *bytes, ts_error *err);
    void (*fill)(const ts_way *w, void *in); /* TS_WAY_IN words of operands */
    uint32_t (*word)(const ts_way *w, const void *in, int i, int32_t turns, ts_way_form form);
    /* ---- of a cpu's text (peak_cpu.c) ---- */
    const char *head; /* before all else */
    const char *only; /* the function's target attribute, or NULL */
    const char *type; /* of a chain: "bits" */
    const char *load; /* an operand at p, or NULL: as it lies there */
    const char *one;  /* a third operand that the step names so, or NULL */
    const char *step; /* of chain a with operands m and x: "a = a * m + x" */
    const char *body; /* of a program, in the place of all that chains, type and step say */
};

/* All there are, in peak_cpu.c and peak_tiles.c; each table ends with a row without a name. */
extern const ts_way ts_ways_fma[], ts_ways_int8[]; /* of cpus */
extern const ts_way ts_ways_tiles[];               /* floats on other devices */
extern const ts_way ts_ways_none[], ts_ways_launches[],
    ts_ways_launch[]; /* many in a row; one, waited for */

/* Chains of floats, by the operands that lie `apart`. */
void ts_way_fill_floats(const ts_way *w, void *in);
uint32_t ts_way_chains(const ts_way *w, const void *in, int i, int32_t turns, ts_way_form form);

/* What all programs must leave after so many turns. */
typedef struct ts_way_want {
    int32_t turns; /* 0: nothing is known yet */
    uint32_t word[TS_WAY_OUT];
} ts_way_want;

/* Compares what every program left with plain C, which is kept in *want; -1 with *err filled. */
int ts_way_check(const ts_way *w, const void *in, int32_t turns, const uint32_t *got, int programs,
                 ts_way_want *want, ts_error *err);
/* May this device use it? */
bool ts_way_fits(const ts_way *w, const ts_device *dev);
/* So many samples that count. */
int ts_way_measure(const ts_way *w, ts_device *dev, int samples, ts_peak *out, ts_error *err);

/* ---- samples ---- */

/* Who else used the processors is too coarsely counted for samples this short (noise.h), but the processor
 * time that this process was given is exact. */
typedef struct ts_peak_watch {
    double wall, own; /* seconds */
} ts_peak_watch;
void ts_peak_watch_begin(ts_peak_watch *w);
/* The share of their processors that so many threads of this process had since, at most 1; 0 workers: not
 * watched, 1. */
double ts_peak_watch_end(const ts_peak_watch *w, int workers);

/* One sample and the share of its processors that it had; negative on failure. */
typedef double ts_peak_take(void *arg, double *share, ts_error *err);
/* Samples into *p until `wanted` were undisturbed; after three times as many, what there is. fewer: a sample
 * is a time, not a rate. */
int ts_peak_collect(ts_peak *p, int wanted, bool fewer, ts_peak_take *take, void *arg,
                    ts_error *err);

#endif

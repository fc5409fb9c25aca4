/* peak_way.h - one way of a CPU to multiply and add: an instruction, as text to compile and to check.
 *
 *     chains of `type`, each: turns times { step }     then all chains are added into out[program]
 *
 * Independent chains hide the latency of the step; a step names its chain `a`, and the operands m and
 * x, which come from memory. Every program computes the same, so one reference checks all of them. */
#ifndef TESSERA_BENCH_PEAK_WAY_H
#define TESSERA_BENCH_PEAK_WAY_H

#include "bench/peak.h"
#include "lane/family.h"

enum { TS_WAY_VECTOR = 64, TS_WAY_IN = 2048, TS_WAY_OUT = 4096 }; /* bytes at most */

typedef struct ts_way ts_way;
struct ts_way {
    const char *what;  /* "vpdpbusd (AVX-512 VNNI)" */
    const char *isa;   /* of the devices that may use it: "cpu:avx512" */
    bool (*has)(void); /* does this processor offer it? NULL: all of that isa do */
    const char *head;  /* includes */
    const char *only;  /* the function's target attribute, or NULL */
    const char *type;  /* "__m512i" */
    const char *elem;  /* of a chain: "float" or "int32_t" */
    const char *one;   /* a third operand that the step names so, or NULL */
    const char *step;  /* "a = _mm512_dpbusd_epi32(a, m, x)" */
    int bytes, chains; /* of a vector; side by side */
    int form;          /* for expect: which arithmetic the step does */
    long adds;         /* multiply-adds of a chain's step */
    /* `bytes` bytes that each program must leave in out, from in: m at 0, x at 64, start at 128. */
    void (*expect)(const ts_way *w, const unsigned char *in, int32_t turns, void *out);
    void (*fill)(unsigned char *in); /* TS_WAY_IN bytes of operands */
    const char *body; /* of a program, in the place of all that chains, type and step say */
};

/* The module's text: kernel "peak", appended to t. */
void ts_way_text(const ts_way *w, ts_text *t);
/* Compares what every program left with what it should have; -1 with *err filled. */
int ts_way_check(const ts_way *w, const void *got, int programs, const void *want, ts_error *err);
/* Runs it on a cpu device. */
int ts_way_measure(const ts_way *w, ts_device *dev, ts_peak *out, ts_error *err);
/* Of those that the device may use and the processor has: the one with the greatest median. */
int ts_way_best(const ts_way *w, size_t n, ts_device *dev, ts_peak *out, ts_error *err);

/* peak_fma.c, peak_int8.c: all there are; NULL past the end. Open for tests. */
const ts_way *ts_way_fma(size_t i);
const ts_way *ts_way_int8(size_t i);

#endif

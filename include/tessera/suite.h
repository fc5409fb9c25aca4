/* suite.h - the kernels of Tessera as a table: what each computes, how to build and prove it.
 *
 * One ts_kernel_def a kernel. `build` traces it for a shape; the order of its parameters is a
 * public contract, stated by `params` (and in words by `doc`). A kernel of two stages has a second
 * entry, NAME__final, launched after the first over the same workspace; both take the same sizes.
 *
 * A reference is mandatory: plain C on arrays of double, written from the formula and not from the
 * tile code. Weights are [N,K] row-major; activations are f32.
 */
#ifndef TESSERA_SUITE_H
#define TESSERA_SUITE_H

#include "tessera/compile.h"
#include "tessera/tile.h"

#pragma GCC visibility push(default)

/* Sizes of a decoder and tunables of its kernels; start from ts_shape_preset or ts_shape_base. */
typedef struct ts_shape {
    int d;                     /* width of the residual stream */
    int heads;                 /* query heads */
    int kv_heads;              /* key and value heads; divides heads */
    int head_dim;              /* even */
    int inter;                 /* width of the MLP */
    int vocab;                 /* rows of the embedding, padding included */
    int ctx;                   /* positions in the KV cache and the rope tables */
    double eps;                /* of the norms */
    ts_dtype weight, norm, kv; /* matrices; gamma and biases; KV cache: f32, f16 or bf16 each */
    int block;                 /* elements a program reads of a row at a time */
    int key_block;             /* cached positions that attention takes at a time */
    int split;       /* cached positions of one attention program; multiple of key_block */
    int vocab_block; /* logits of one argmax program; multiple of block */
} ts_shape;

/* Tunables and constants that all shapes share; dims are 0. */
extern const ts_shape ts_shape_base;

/* "r1-distill-1.5b", "r1-distill-7b", "r1-distill-14b", "r1-distill-32b": bf16 throughout, ctx
 * 4096. 0, or -1 with *err filled. */
int ts_shape_preset(const char *name, ts_shape *s, ts_error *err);
/* Sets the tunables to what suits a target, such that ts_shape_check still holds. */
void ts_shape_tune(ts_shape *s, const ts_target *target);
/* 0 if every kernel can be built for it, else -1 with *err naming the field. */
int ts_shape_check(const ts_shape *s, ts_error *err);

enum { TS_MAX_PARAMS = 12, TS_MAX_CASES = 16, TS_MAX_CASE_SIZES = 2 };

typedef struct ts_param {
    const char *name;
    ts_mode mode;
    ts_dtype type;
    size_t n; /* elements */
    /* Outputs: largest |error| / magnitude, beside what rounding to a narrower type moves. 0: the bits of
     * the rounded reference, as of codes, whose reference then rounds to f32 where the kernel does (and
     * the interpreter after each op). */
    double limit;
} ts_param;

typedef struct ts_case {
    const char *name;
    int32_t size[TS_MAX_CASE_SIZES]; /* values of the kernel's sizes */
    int variant;                     /* of the inputs, for `fill` */
} ts_case;

typedef struct ts_alias { /* parameter `out` may have the memory of parameter `in` */
    int out, in;
} ts_alias;

typedef struct ts_kernel_def {
    const char *name;
    const char *suite;
    const char *formula;
    const char *source; /* where the formula is from */
    const char *doc;    /* parameters in words, and which may alias */

    /* ---- the kernel ---- */
    void (*build)(ts_kern *k, const ts_shape *s);
    void (*final)(ts_kern *k, const ts_shape *s); /* NULL: one stage */
    /* All parameters, those of `build` first; returns how many. */
    int (*params)(const ts_shape *s, ts_param *p);
    int build_params;                     /* the first of them, which `build` takes */
    int final_param[TS_MAX_PARAMS];       /* which of them `final` takes */
    int final_params;                     /* how many that are */
    const char *sizes[TS_MAX_CASE_SIZES]; /* names, NULL when fewer */
    ts_alias alias[2];                    /* allowed, also all at once; checked as such */
    int aliases;

    /* ---- the proof ---- */
    /* a: one array a parameter, inputs as rounded to their dtype. Fills the outputs, and for each
     * of their elements the magnitude that its error is measured against (mag[i] as long as a[i]).
     * Leaves workspaces alone. */
    void (*reference)(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag);
    int (*cases)(const ts_shape *s, ts_case *c); /* how many; at most TS_MAX_CASES */
    /* May be NULL: changes inputs after the generator filled them. */
    void (*fill)(const ts_shape *s, const ts_case *c, double *const *a);

    /* ---- the price: least traffic with memory and arithmetic of one launch ---- */
    uint64_t (*bytes)(const ts_shape *s, const int32_t *size);
    uint64_t (*flops)(const ts_shape *s, const int32_t *size);
} ts_kernel_def;

/* In suite order; NULL past the end. */
const ts_kernel_def *ts_kernel_at(size_t i);
/* NULL with *err naming the one that was meant, or all; "rms_norm" finds rms_norm_1536. */
const ts_kernel_def *ts_kernel_find(const char *name, ts_error *err);
/* Traces stage 0 (NAME) or 1 (NAME__final); NULL with *err filled. To be freed with ts_free. */
ts_kern *ts_kernel_trace(const ts_kernel_def *def, int stage, const ts_shape *s, ts_error *err);
/* Bytes that n elements take in memory. */
size_t ts_storage(ts_dtype t, size_t n);

#pragma GCC visibility pop

#endif

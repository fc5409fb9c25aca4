/* suite.h - kernels as data: what each computes, how to build and prove it, and at which shapes.
 *
 *     ts_suite        a folder of kernels that belong together: "r1_distill", kernels/r1_distill/
 *     ts_shape        all that its kernels are built for: dimensions, dtypes, schedule
 *     ts_kernel_def   one kernel
 *
 * A suite says itself what a shape is: `struct ts_shape` is defined in its folder, by no one else, and its
 * fields are described, so that what is here reads options, prints and checks shapes without knowing one.
 * A file that includes two suites' definitions does not compile, and none has to.
 *
 * What a kernel takes is stated once, by the calls of its build function; ts_traced tells. A reference is
 * mandatory: plain C on arrays of double, written from the formula and not from the tile code.
 */
#ifndef TESSERA_SUITE_H
#define TESSERA_SUITE_H

#include "tessera/compile.h"
#include "tessera/device.h"
#include "tessera/tile.h"

#pragma GCC visibility push(default)

typedef struct ts_suite ts_suite;
typedef struct ts_shape ts_shape;

/* ---- what a shape is ---- */

typedef enum {
    TS_DIMENSION,
    TS_TYPE,
    TS_SCHEDULE
} ts_section;                                       /* of the problem; dtypes; tunables */
typedef enum { TS_INT, TS_REAL, TS_DTYPE } ts_kind; /* int, double, ts_dtype */

typedef struct ts_field {
    const char *name; /* "heads", as in --set heads=12; NULL ends a list */
    const char *what; /* one line for people */
    ts_section part;
    ts_kind kind;
    size_t at;          /* where in the shape: offsetof */
    double least, most; /* of numbers */
    unsigned dtypes;    /* of dtypes: 1 << TS_f32 | ... */
    bool leads;         /* of dtypes: that of the weights, or goes with it; --dtype sets these */
} ts_field;

typedef enum {
    TS_SMALL, /* takes a moment anywhere; its schedule stands, as odd as its sizes */
    TS_LONG, /* full length in one direction; has the schedule of the target at hand, as TS_FULL has */
    TS_FULL, /* a whole model's: seconds a run, where something simulates */
} ts_size_class;

typedef struct ts_preset { /* a shape with a name */
    const char *name;      /* "mini"; NULL ends a list */
    const char *what;      /* one line for people */
    const ts_shape *shape;
    ts_size_class size;
} ts_preset;

/* ---- kernels ---- */

enum { TS_MAX_CASES = 16 };

typedef struct ts_case {
    const char *name;
    int32_t size[TS_MAX_SIZES]; /* values of the kernel's sizes, in the order of ts_traced */
    int variant;                /* of the inputs, for `fill` */
} ts_case;

typedef struct ts_limit { /* of an output, by its name; outputs that have none must be exact */
    const char *name;
    /* Largest |error| / magnitude, beside what rounding to a narrower type moves. Exact means the bits of
     * the rounded reference, as of codes, whose reference then rounds to f32 where the kernel does (and
     * the interpreter after each op). */
    double limit;
} ts_limit;

typedef struct
    ts_limit_of { /* of an output that need not be there, and only where it has that dtype */
    const char *name;
    ts_dtype dtype;
    double limit;
} ts_limit_of;

typedef struct ts_alias { /* parameter `out` may have the memory of parameter `in` */
    const char *out, *in;
} ts_alias;

typedef struct ts_stage { /* is launched behind the stage before, over the same memory */
    const char *name;     /* "final": the entry is NAME__final */
    void (*build)(ts_kern *k, const ts_shape *s);
    bool (*wanted)(const ts_shape *s); /* NULL: by all shapes */
} ts_stage;

/* Lists of a definition. */
#define TS_STAGES(...)                                                                             \
    (const ts_stage[])                                                                             \
    {                                                                                              \
        __VA_ARGS__,                                                                               \
        {                                                                                          \
            0                                                                                      \
        }                                                                                          \
    }
#define TS_LIMITS(...)                                                                             \
    (const ts_limit[])                                                                             \
    {                                                                                              \
        __VA_ARGS__,                                                                               \
        {                                                                                          \
            0                                                                                      \
        }                                                                                          \
    }
#define TS_LIMITS_OF(...)                                                                          \
    (const ts_limit_of[])                                                                          \
    {                                                                                              \
        __VA_ARGS__,                                                                               \
        {                                                                                          \
            0                                                                                      \
        }                                                                                          \
    }
#define TS_ALIASES(...)                                                                            \
    (const ts_alias[])                                                                             \
    {                                                                                              \
        __VA_ARGS__,                                                                               \
        {                                                                                          \
            0                                                                                      \
        }                                                                                          \
    }

typedef struct ts_kernel_def {
    const char *name;
    const ts_suite *suite;
    const char *formula;
    const char *doc; /* parameters in words, and which may alias */

    /* ---- the kernel: traces it for a shape. Stages share parameters and sizes by name ---- */
    void (*build)(ts_kern *k, const ts_shape *s);
    const ts_stage *then; /* stages behind it, in order; NULL: one stage */
    /* Rules beyond those of the suite, for shapes that this kernel can be built for; NULL: none. 0, or -1 with *err
     * filled. */
    int (*sound)(const ts_shape *s, ts_error *err);
    /* Sets the fields of the schedule that are this kernel's own; NULL: it has none. */
    void (*schedule)(ts_shape *s, const ts_target *target);
    /* A driver's optimiser is known to compute it wrongly (doc/targets.md): ts_module_load, never
     * ts_module_load_checked. */
    bool unoptimised;

    /* ---- the proof ---- */
    const ts_limit *limit;       /* NULL: all outputs are exact, but for */
    const ts_limit_of *limit_of; /* these; NULL: none */
    const ts_alias *alias;       /* allowed, also all at once; checked as such; NULL: none */
    /* a: one array a parameter of ts_traced, inputs as rounded to their dtype. Fills the outputs, and for
     * each of their elements the magnitude that its error is measured against (mag[i] as long as a[i]).
     * Leaves workspaces alone. */
    void (*reference)(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag);
    int (*cases)(const ts_shape *s, ts_case *c); /* how many; at most TS_MAX_CASES */
    /* May be NULL: changes inputs after the generator filled them. */
    void (*fill)(const ts_shape *s, const ts_case *c, double *const *a);

    /* ---- the price: least traffic with memory and arithmetic of one launch ---- */
    uint64_t (*bytes)(const ts_shape *s, const int32_t *size);
    uint64_t (*flops)(const ts_shape *s, const int32_t *size);
} ts_kernel_def;

/* ---- recorded vectors: what other programs computed, in files of tensors (doc/porting.md) ----
 *
 * A file has cases of tensors in.X and out.Y. A row says how one kernel computes them, in lists with commas between.
 * Numbers in them: 3, $page (a parameter of the case), q[2] (an extent), max(lens), and + - * / of these from the left. */

typedef struct ts_vector_output { /* accepted: relative |y| + absolute + sums * terms * |Y_abs| */
    const char *name;             /* of the tensor */
    double relative, absolute, sums;
    int steps;        /* or codes so far apart, */
    double differing; /* and no more than this share of them at all */
    bool pads;        /* where `pad` is recorded, an element may also be left as it was */
    double pad;
} ts_vector_output;

typedef struct ts_vector {
    const char *file;   /* what the file calls its kernel; NULL ends a list */
    const char *kernel; /* ours */
    const char *
        when; /* "bias,!residual,x[1]=w[0]": tensors there, not there, equal numbers; NULL: all cases */
    const char *
        shape; /* "heads=q[2],kv=~cache": fields of the suite's first shape to check at; ~x: a dtype */
    const char *sizes; /* "tokens=x[0]"; NULL: none */
    /* "s:s_linear": the tensor of a param, where it has another name; "x:x/y": what goes in, and what comes out;
     * "pe:q@512": of its columns those from 512 on; "k:k_nope>0,k:k_rope>128": a param of two, from its column 0 on
     * and 128; "scale=1": a number. */
    const char *from;
    const char *terms;              /* of a sum, a number; NULL: 1 */
    const ts_vector_output *output; /* those not listed must be exact */
} ts_vector;

#define TS_VECTOR_OUTPUTS(...)                                                                     \
    (const ts_vector_output[])                                                                     \
    {                                                                                              \
        __VA_ARGS__,                                                                               \
        {                                                                                          \
            0                                                                                      \
        }                                                                                          \
    }

/* ---- a profile: the suite's kernels as the parts of a model's step, over many sizes ---- */

typedef enum { TS_DECODE, TS_PREFILL, TS_PHASES } ts_step_phase;

typedef struct ts_point {
    ts_step_phase phase;
    int requests;
    int length; /* decode: positions of each in the cache, the new one included; prefill: tokens of each */
} ts_point;

typedef struct ts_profile_op {
    const char *name;   /* what a layer calls it: "q_a_layernorm"; NULL ends a list */
    const char *kernel; /* of the suite: "rmsnorm_q_a" */
    const char *row;    /* under which name the profile has it: "rmsnorm" */
    unsigned phases;    /* 1 << TS_DECODE, 1 << TS_PREFILL */
    /* M, N, K of a product, or what the profile's source has in their place. */
    void (*dims)(const ts_shape *s, const ts_point *p, int64_t mnk[3]);
} ts_profile_op;

typedef struct ts_profile {
    const ts_profile_op *op;
    /* Makes the sizes of a shape those of a point: the first case of each kernel is what is timed. */
    void (*fit)(ts_shape *s, const ts_point *p);
} ts_profile;

struct ts_suite {
    const char *name;
    const char *source;                 /* where the formulas are from */
    const ts_kernel_def *const *kernel; /* in the order of a step and of every report, then NULL */
    size_t shape_bytes;                 /* sizeof(ts_shape), as this suite defines it */
    const ts_field *field;
    const ts_preset *preset;   /* of models; the first is what `emit` and `bench` take */
    const ts_preset *check;    /* to check kernels at */
    const ts_vector *vector;   /* recorded ones that its kernels compute; NULL: none */
    const ts_profile *profile; /* NULL: none */
    /* Rules beyond those of the fields; NULL: none. 0, or -1 with *err filled. */
    int (*sound)(const ts_shape *s, ts_error *err);
    /* Sets the fields of the schedule that kernels share; NULL: there are none. */
    void (*schedule)(ts_shape *s, const ts_target *target);
};

/* ---- which there are ---- */

/* Those of Tessera, then the host's own; NULL past the end. */
const ts_suite *ts_suite_at(size_t i);
/* Adds a suite of the host, which must live as long as the process; before other threads use suites. The
 * same twice is once. 0, or -1 with *err filled: the name is taken, or there are too many. */
int ts_suite_add(const ts_suite *suite, ts_error *err);
/* NULL with *err naming the one that was meant, or all. */
const ts_suite *ts_suite_find(const char *name, ts_error *err);
/* The kernels of all suites, suite by suite; NULL past the end. */
const ts_kernel_def *ts_kernel_at(size_t i);
/* By "KERNEL" or "SUITE/KERNEL", the beginning of a name where it is unique; in `suite` only, if that is
 * not NULL. NULL with *err naming the one that was meant, or all. */
const ts_kernel_def *ts_kernel_find(const char *name, const ts_suite *suite, ts_error *err);

/* ---- shapes ---- */

/* A copy of a preset, whole name or what stands behind its last "-" ("1.5b"), or of a shape to check at;
 * NULL: the first preset. To be freed by free(); NULL with *err naming all there are. */
ts_shape *ts_shape_new(const ts_suite *suite, const char *name, ts_error *err);
/* To be freed by free(). Never NULL: without memory the process ends, as it does in tracing. */
ts_shape *ts_shape_copy(const ts_suite *suite, const ts_shape *s);
/* "heads=12,kv=f16": 0, or -1 with *err naming the field, or all there are. Does not ts_shape_check. */
int ts_shape_set(const ts_suite *suite, ts_shape *s, const char *settings, ts_error *err);
/* Gives dtype t to the leading fields, or to all, that may have it. */
void ts_shape_dtype(const ts_suite *suite, ts_shape *s, ts_dtype t, bool all);
/* The dtype of the field of that name, NULL: of the weights; TS_NDTYPE where there is no such field. */
ts_dtype ts_shape_dtype_of(const ts_suite *suite, const ts_shape *s, const char *name);
/* Sets these fields (NULL: none), the schedule to what suits the target, and what they say of the schedule; checks it.
 * 0, or -1 with *err filled. */
int ts_shape_fit(const ts_suite *suite, ts_shape *s, const char *settings, const ts_target *target,
                 ts_error *err);
/* Sets the schedule to what suits a target, such that ts_shape_check still holds. */
void ts_shape_schedule(const ts_suite *suite, ts_shape *s, const ts_target *target);
/* 0 if every kernel can be built for it, else -1 with *err naming the field. */
int ts_shape_check(const ts_suite *suite, const ts_shape *s, ts_error *err);
/* 0 if this kernel can be. */
int ts_kernel_shape_check(const ts_kernel_def *def, const ts_shape *s, ts_error *err);
/* "d=1536 heads=12 ...": the fields of a part. */
void ts_shape_text(const ts_suite *suite, const ts_shape *s, ts_section part, char *to,
                   size_t size);

/* Dtypes of the weights that kernels are checked with; 1 where a suite has no choice of them. */
int ts_shape_variants(const ts_suite *suite);
/* Shape number `row` of suite->check in variant `which`: other dtypes differ from that of the weights in
 * most rows, so that a mix-up shows. target: of the device, or NULL. To be freed by free(). */
ts_shape *ts_shape_variant(const ts_suite *suite, size_t row, int which, const ts_target *target);

/* ---- traced for a shape ---- */

typedef struct ts_takes { /* what a stage takes, in its order: numbers of ts_traced's */
    int params, sizes;
    int param[TS_MAX_BUFFERS], size[TS_MAX_SIZES];
} ts_takes;

typedef struct ts_traced {
    const ts_kernel_def *def;
    int stages, params, sizes;
    ts_kern **kernel;  /* the stages */
    ts_takes *takes;   /* and what each takes */
    ts_param *param;   /* those of the first stage, then what each stage adds */
    double *limit;     /* of each; 0: exact */
    const char **size; /* names of sizes, likewise */
} ts_traced;

/* All stages; to be freed with ts_traced_free. NULL with *err filled: also where stages disagree on a
 * parameter, an extent is known at launch only, or the definition names what no stage takes. */
ts_traced *ts_kernel_traced(const ts_kernel_def *def, const ts_shape *s, ts_error *err);
void ts_traced_free(ts_traced *t);
/* The number of the parameter of that name; -1: there is none. */
int ts_traced_param(const ts_traced *t, const char *name);

/* Those that the shape wants. */
int ts_kernel_stages(const ts_kernel_def *def, const ts_shape *s);
/* One stage, 0 the first, after ts_shape_check; NULL with *err filled. To be freed with ts_free. */
ts_kern *ts_kernel_trace(const ts_kernel_def *def, int stage, const ts_shape *s, ts_error *err);
/* All stages of n kernels of one suite as one text (see ts_emit). */
char *ts_kernel_emit(const ts_kernel_def *const *defs, size_t n, const ts_shape *s,
                     const ts_target *target, size_t *bytes, ts_error *err);
#pragma GCC visibility pop

#endif

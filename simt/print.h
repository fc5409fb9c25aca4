/* print.h - what the printers of the SIMT family share, and the table that makes a C-like dialect.
 *
 * A target of the family is a ts_target (what the lowering must know) and, for languages that look
 * like C, spellings in its ts_dialect, and a function where a string is not enough. simt/cuda.c is the
 * model. Names in emitted text: v12 value 12 of the form; b0.. params; s0.. cells of sizes; o0.. offsets
 * of params, p0.. of sizes (only where the dialect takes offsets).
 *
 * The manifest of a kernel (compile/text.h) has these keys besides:
 *
 *     wide=0 threads=256 teams=8 count=1536 shared=0
 *
 * Two entries may be of one kernel: the wide form comes second. count: programs, -1 if it depends on
 * sizes. shared: bytes. */
#ifndef TESSERA_EMIT_SIMT_H
#define TESSERA_EMIT_SIMT_H

#include "compile/text.h"
#include "simt/form.h"

typedef int ts_simt_printer(ts_text *out, const ts_simt *const *forms, size_t n,
                            const void *dialect, ts_error *err);
/* family.c: the manifest of a form, whose function is called `entry`. */
void ts_simt_manifest(ts_text *t, const ts_simt *s, const char *entry);

/* ---- clike.c, clike_expr.c: the printer of all C-like dialects ---- */

/* Where a text is a template, $a, $b, $c stand for operands, $A for operand a ready for a cast or an
 * index behind it, $n for the number of the instruction, $t for its type; $r: whether a fragment is RIGHT. Others
 * are formats of printf. */
typedef struct ts_dialect {
    ts_simt_printer *print;      /* of all forms of a module; what follows is for ts_print_clike */
    const char *prelude;         /* printed once at the head: how to compile it, pragmas */
    const char *type[4];         /* f32, i32, u32, b1: "float", "int", "unsigned", "bool" */
    const char *unit[2];         /* of 8 and 16 bits: "unsigned char", "unsigned short" */
    const char *quad;            /* "uint4", with members x, y, z, w */
    const char *oct, *oct_zeros; /* eight words, with subscripts: of matrix units; NULL: none */
    const char *opaque[5], *no_sums; /* types of opaque matrix units from TS_LEFT_F16 on; zeros */
    const char *wide, *wide_suffix;  /* "ulong" of 64 bits; behind its literals: "ul" */
    const char *infinity, *nan;      /* of f32 */

    const char *function;     /* before the parameters; %1$d threads of a group, %2$s name */
    const char *in, *out;     /* pointer parameter; %1$s type, %2$d number, %3$d position */
    const char *cell;         /* of a size; %1$d number, %2$d position */
    const char *offset;       /* of a param; %d number; NULL: no offsets */
    const char *cell_offset;  /* of a size; %d number */
    const char *builtin;      /* more parameters, or NULL */
    const char *shared;       /* declares u32 `shared` of %d words */
    const char *shared_quads; /* declares %d quads, and `shared` as a pointer to their words */
    const char *shared_asked; /* the same of quads that a launch asks for, as many as there are */
    const char *begin;        /* the first statement of every function, or NULL */
    const char *thread, *group, *groups; /* as i32 */
    const char *subgroup; /* likewise; of opaque matrix units, as unload, a template */

    const char *barrier[4];         /* by LOCAL | GLOBAL; [0] is unused */
    const char *unroll;             /* template of the line before a loop, or NULL */
    const char *rolled;             /* the line before one that is not to be unrolled, or NULL */
    const char *unroll_all, *hold;  /* of loops in blocks: the line before the turns of a block; a
                                      statement that compilers move no load across */
    const char *shuffle;            /* template; f32, i32 or u32 */
    const char *bits[3];            /* templates to f32, i32, u32 where one side is f32 */
    const char *half, *to_half;     /* templates */
    const char *scaled;             /* template: an oct; NULL: no kind needs it */
    const char *fragment;           /* template; $n is the pitch */
    const char *multiply[TS_KINDS]; /* templates; $n says which rows of what */
    const char *unload;             /* template of a statement */
    /* Quartets: the type and zeros of their sums; templates of a WORD of them, of SQUARES and of statements; functions that are printed
     * at the head if needed, for all of it and for each kind. */
    const char *block, *no_block, *block_word, *squares, *fence[2], *product[TS_KINDS], *close,
        *join;
    const char *quartet_functions, *product_functions[TS_KINDS];
    /* Printed at the head if needed; what computes several kinds is there once. */
    const char *fragment_function, *scaled_function, *multiply_functions[TS_KINDS];
    const char *half_function, *to_half_function; /* printed at the head if needed, or NULL */
    const char *copy, *commit,
        *wait; /* templates of COPY (b$n is the param), COMMIT, WAIT; NULL: has none */
    const char *copy_functions; /* printed at the head if needed, or NULL */
    const char *load_quad;      /* template; b$n is the param */
    const char *shared_quad;    /* template: the quad at word $a of shared */
    const char *zeros;          /* a quad of them */
    const char *prefix,
        *suffix; /* of exp, exp2, log, log2, sqrt, rsqrt, fmin, fmax: "precise::", "f" */
} ts_dialect;

int ts_print_clike(ts_text *out, const ts_simt *const *forms, size_t n, const void *dialect,
                   ts_error *err);

/* One form being printed. */
typedef struct ts_clike {
    ts_text *out;
    const ts_simt *s;
    const ts_dialect *d;
    int depth;         /* indentation */
    int line, file;    /* source line of the last statement, and its file */
    ts_opcode unknown; /* an op that has no spelling, which is an error */
} ts_clike;

/* clike_expr.c: value v as an operand; parentheses around what binds weaker than `need`. */
enum {
    TS_ANY,
    TS_COND,
    TS_OR,
    TS_AND,
    TS_BITOR,
    TS_BITXOR,
    TS_BITAND,
    TS_EQUAL,
    TS_LESS,
    TS_SHIFT,
    TS_SUM,
    TS_PRODUCT,
    TS_UNARY,
    TS_PRIMARY
};
void ts_clike_operand(ts_clike *p, uint32_t v, int need);
/* The expression that computes v, where v is declared. */
void ts_clike_compute(ts_clike *p, uint32_t v);
/* A template filled in for instruction i. */
void ts_clike_fill(ts_clike *p, const char *text, const ts_sinst *i);
const char *ts_clike_type(const ts_clike *p, int type);

/* ---- wgsl.c ---- */

int ts_print_wgsl(ts_text *out, const ts_simt *const *forms, size_t n, const void *dialect,
                  ts_error *err);

#endif

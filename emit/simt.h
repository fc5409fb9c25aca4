/* simt.h - what the printers of the SIMT family share, and the table that makes a C-like dialect.
 *
 * A target of the family is a ts_target (what the lowering must know) and, for languages that look
 * like C, a ts_dialect: spellings, and a function where a string is not enough. emit/cuda.c is the
 * model. Names in emitted text: v12 value 12 of the form; b0.. params; s0.. cells of sizes; o0.. offsets
 * of params, then of sizes (only where the dialect takes offsets).
 *
 * Every text of the family begins each kernel with one line that the runtimes read (rt/manifest.h),
 * as a comment; spirv holds it in an OpString:
 *
 *     tessera kernel NAME entry ENTRY wide 0 params i16,i32,o32 sizes 1 threads 256 teams 8
 *         count 1536 shared 0 cost 3072                                    (on one line)
 *
 * NAME is the tile kernel's, ENTRY the function's (two entries may have one NAME: the wide form comes
 * second). params: a letter per param (i in, o out, b inout, w work) with its unit in bits; "-" for
 * none. count: programs, -1 if it depends on sizes. shared: bytes. */
#ifndef TESSERA_EMIT_SIMT_H
#define TESSERA_EMIT_SIMT_H

#include "emit/emit.h"
#include "pass/simt.h"

/* ---- simt.c: lowers each kernel (and its wide form where that is of use) and prints it ---- */

typedef int ts_simt_printer(ts_text *out, const ts_simt *const *forms, size_t n,
                            const void *dialect, ts_error *err);
/* Lowers all, then calls print once for the module. */
int ts_emit_simt(ts_text *out, ts_kern *const *kernels, size_t n, const ts_target *target,
                 ts_simt_printer *print, const void *dialect, ts_error *err);
/* manifest.c: the line of the head comment, without comment marks and newline. */
void ts_simt_manifest(ts_text *t, const ts_simt *s);

/* ---- clike.c: the printer of all C-like dialects ---- */

typedef struct ts_dialect {
    const char *prelude; /* printed once at the head: includes, pragmas */
    const char *type[4]; /* float, int, unsigned, bool: "float", "int", "uint", "bool" */
    const char *unit[2]; /* of 8 and 16 bits: "uchar", "ushort" */
    const char *quad;    /* "uint4" */
    const char *word[4]; /* of a quad: ".x", ... */
    const char *literal_inf, *literal_nan; /* f32 */
    const char *function;                  /* before the name of a kernel; %d: threads of a group */
    const char *in, *out;                  /* pointer parameter: "const %s *b%d"; type, number */
    const char *cell;                      /* of a size: "const int *s%d" */
    const char *offset;                    /* NULL: none; else "uint o%d" */
    const char *builtin;                   /* more parameters, "" for none */
    const char *thread, *group, *groups;
    const char *shared;     /* declaration of shared memory, %d words; named `shared` */
    const char *barrier[4]; /* by LOCAL | GLOBAL; [0] is unused */
    const char *shuffle;    /* %s value, %d mask; values are f32, i32 or u32 */
    const char *bits[3];    /* to f32, i32, u32 of another of them: "as_float(%s)" */
    const char *half, *to_half;
    const char *load_quad; /* of param %d, index %s */
    const char *unroll;    /* line before a loop, %d times; NULL: none */
    /* Functions of the language for elementwise ops that C has no operator for. */
    const char *fma, *min_f, *max_f, *min_i, *max_i, *abs_f, *abs_i, *exp, *exp2, *log, *log2,
        *sqrt, *rsqrt, *floor, *trunc, *rint;
} ts_dialect;

int ts_print_clike(ts_text *out, const ts_simt *const *forms, size_t n, const void *dialect,
                   ts_error *err);

#endif

/* compile.h - from a finished kernel to the text of an accelerator language.
 *
 * A target name is LANGUAGE or LANGUAGE:VARIANT; a language alone means its first variant. Targets of
 * one family are lowered in the same way:
 *
 *     family lane   cpu:avx512, cpu:amx, cpu:avx2, cpu:generic             programs as vector code
 *     family simt   cuda, hip:wave64, hip:wave32, musa, msl, opencl,       programs as teams of
 *                   spirv, spirv:matrix, wgsl                              threads
 *
 * The text is a function of the kernels, the target and the version only: the same input gives the
 * same bytes on every machine.
 */
#ifndef TESSERA_COMPILE_H
#define TESSERA_COMPILE_H

#include "tessera/tile.h"

#pragma GCC visibility push(default)

/* A way to lower kernels, shared by many targets. What is in it is the compiler's (compile/family.h). */
typedef struct ts_family ts_family;

/* One constant per variant (FAMILY/LANGUAGE.c). A changed copy of one is a target, too. */
typedef struct ts_target {
    const char *name;      /* "cpu:avx512" */
    const char *language;  /* "C17 with GNU vectors" */
    const char *extension; /* "c" */
    const char *what;      /* one line for `tessera targets` */
    const ts_family *family;
    const void *traits;  /* what the family's lowering must know (FAMILY/family.h) */
    const void *dialect; /* how its printer spells it; NULL where the family has one language */
} ts_target;

/* What whoever chooses kernels and cuts their work may ask of any target. */
typedef struct ts_target_facts {
    int vector_bytes; /* what one thread loads and computes at once */
    int team;         /* threads that read a row side by side; 1: a thread reads it alone */
    bool unit;   /* a thread has a matrix unit: tiles of multiples of 16 x 16, 32 deep, suit it */
    bool matrix; /* a team has one for elements of 16 bits, whose sums stay in registers */
    bool dear_launches; /* a launch costs more than computing a norm or a rope once more in each
                         * program: few fused kernels are faster than many small ones */
} ts_target_facts;

/* All targets, in the order of `tessera targets`; NULL past the end. */
const ts_target *ts_target_at(size_t i);
/* By name or by language; NULL with *err naming all there are. */
const ts_target *ts_target_find(const char *name, ts_error *err);

/* "lane" */
const char *ts_family_name(const ts_family *family);
ts_target_facts ts_target_facts_of(const ts_target *target);

/* What can be switched off in the texts of a family, so that its worth can be measured. */
typedef struct ts_knob {
    const char *name;                          /* "prefetch" */
    const char *what;                          /* how a text is without it, in a few words */
    bool (*applies)(const ts_target *target);  /* of any family: there is something to switch off */
    void (*set)(void *traits, const void *as); /* to what those traits have; NULL: off */
} ts_knob;

/* Those of all families, one after the other; NULL past the end. */
const ts_knob *ts_knob_at(size_t i);
/* A copy of target that has each knob as `as` has it, or off: those named in `off`, with commas between; NULL:
 * none. Both are of one family. To be freed by the caller with free(); NULL without memory. */
ts_target *ts_target_without(const ts_target *target, const ts_target *as, const char *off);
/* A copy of target in which what machines of one target want different has these numbers,
 * "streams=4,prefetch=2048"; what is not named stays, NULL and "" name nothing. What a kernel computes does
 * not depend on them, to the bit. To be freed by free(); NULL with *err filled, for what its family does not
 * tune, and numbers that it cannot have. */
ts_target *ts_target_tuned(const ts_target *target, const char *tuning, ts_error *err);
/* Is a name in a list of names with commas between (NULL: of none)? */
bool ts_listed(const char *list, const char *name);

/* target: one of ts_target_at, or a changed copy of one.
 * One text (or binary: "spirv") with all n kernels, to be freed by the caller; NULL with *err filled.
 * *bytes, if asked for, is its length without the 0 behind it. The kernels stay unchanged. Names of
 * kernels must differ. */
char *ts_emit(ts_kern *const *kernels, size_t n, const ts_target *target, size_t *bytes,
              ts_error *err);

/* The textual IR of a kernel, to be freed by the caller; folded: after the target-free passes. */
char *ts_ir_text(const ts_kern *kernel, bool folded);

#pragma GCC visibility pop

#endif

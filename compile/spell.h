/* spell.h - how each language spells each elementwise op of ops.def: one table, a row an op.
 *
 * A spelling is one of
 *
 *     an operator      "+": between two operands; "-": before one
 *     a function       "exp" of all operands in their order; in C-like languages a function of floats
 *                      gets the dialect's suffix, and its prefix where '@' stands in front
 *     a template       "(1.0 / $a)": $a, $b, $c are operands, ready to stand anywhere
 *     TS_BY_HAND       a function of the printer knows it
 *
 * NULL (0 for SPIR-V): there is none, and a printer that meets the op fails.
 * test/compile/test_spell.c prints every op for every language. */
#ifndef TESSERA_SPELL_H
#define TESSERA_SPELL_H

#include <string.h>

#include "tile/ir.h"

typedef enum { TS_LIKE_C, TS_IN_WGSL, TS_IN_LANE, TS_LANGUAGES } ts_spell_language;

#define TS_BY_HAND "!"
enum { TS_SPIRV_BY_HAND = 1 }; /* OpUndef, which spells no op */

/* type: of the operands, f32, i32, u32 or b1. NULL or 0 also where ops.def has no such op. */
const char *ts_spell(ts_opcode op, ts_spell_language language, int type);
/* The instruction, or if below 0 the negative number of a function of GLSL.std.450. */
int ts_spell_spirv(ts_opcode op, int type);

/* A sign, not a name and no template. */
static inline bool ts_is_operator(const char *spelling)
{
    return !ts_is_word(*spelling, false) && *spelling != '@' && !strchr(spelling, '$');
}

/* -1 with *err filled, for an op that a target's printer cannot spell. */
int ts_no_spelling(ts_error *err, const char *kernel, const char *target, ts_opcode op);

#endif

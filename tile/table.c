/* table.c - ops.def and dtypes.def as C tables, and the small facts that follow from them.
 *
 * Row 0 of ts_opinfos belongs to TS_NONE and is empty. Nothing here knows what an op means. */
#include "tile/ir.h"

#include <string.h>

const ts_opinfo ts_opinfos[TS_NOP] = {
#define E(name, args, types, result, f, i, what)                                                   \
    [TS_##name##_] = {#name, args, ELEM, types, result, what},
#define O(name, args, flags, what) [TS_##name##_] = {#name, args, flags, "", SAME, what},
#include "tile/ops.def"
#undef E
#undef O
};

const ts_dtypeinfo ts_dtypes[TS_NDTYPE] = {
#define D(name, bits, class, max, what) {#name, bits, #class[0], max, what},
#include "tessera/dtypes.def"
#undef D
};

bool ts_is_elem(ts_opcode op)
{
    return (unsigned)op < TS_NOP && (ts_opinfos[op].flags & ELEM);
}

int ts_attributes(ts_opcode op)
{
    switch (op) {
    case TS_program_:
    case TS_loop_: return TS_STEP;
    case TS_part_: return TS_AXIS | TS_STEP;
    case TS_slice_: return TS_AXIS | TS_FROM;
    case TS_repeat_: return TS_TIMES;
    case TS_concat_:
    case TS_sum_:
    case TS_amax_:
    case TS_amin_:
    case TS_argmax_:
    case TS_argmin_:
    case TS_scan_: return TS_AXIS;
    default: return 0;
    }
}

int ts_rows(const ts_op *o)
{
    return o->rank == 2 ? o->dim[0] : 1;
}

int ts_cols(const ts_op *o)
{
    return o->rank == 2 ? o->dim[1] : o->rank == 1 ? o->dim[0] : 1;
}

size_t ts_count(const ts_op *o)
{
    return (size_t)ts_rows(o) * (size_t)ts_cols(o);
}

bool ts_is_word(char c, bool number)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           (number && (c == '+' || c == '-' || c == '.'));
}

bool ts_is_name(const char *text)
{
    size_t n = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789");
    return n && !text[n] && n <= TS_MAXNAME && !(*text >= '0' && *text <= '9');
}

/* run_elem.c - the meaning of elementwise ops, compiled from the E rows of ops.def, and of select,
 * cast, bits and splat, which share their shape.
 *
 * Invariant: integers are computed in 128 bits, where no meaning in the table can overflow, and are
 * then wrapped into their dtype. Floats are computed in double and never rounded here but by cast,
 * bits and ts_run_fmaf. */
#include "tile/run.h"

#include <math.h>

__extension__ typedef __int128 wide;

/* One operand as seen from the result: steps of 0 repeat a row or a column. */
typedef struct operand {
    const slot *at;
    size_t row, col;
} operand;

static operand seen(const ts_op *type, const slot *at)
{
    int rows = ts_rows(type), cols = ts_cols(type);
    return (operand){at, rows > 1 ? (size_t)cols : 0, cols > 1};
}

static int64_t wrap(ts_dtype t, wide x)
{
    uint32_t low = (uint32_t)(uint64_t)x;
    return t == TS_i32 ? (int32_t)low : t == TS_u32 ? low : (int64_t)(low & 1);
}

static int64_t dot_of_bytes(wide a, wide b)
{
    int64_t sum = 0;
    for (int at = 0; at < 32; at += 8) sum += (int8_t)(a >> at) * (int8_t)(b >> at);
    return sum;
}

/* Of the codes in the lowest 4 bits of each. */
static int64_t e2m1_of_bytes(wide codes)
{
    static const signed char size[] = {0, 1, 2, 3, 4, 6, 8, 12};
    int64_t all = 0;
    for (int at = 0; at < 32; at += 8) {
        unsigned code = (unsigned)(codes >> at) & 15;
        all += (int64_t)(12 + (code & 8 ? -size[code & 7] : size[code & 7])) << at;
    }
    return all;
}

#define PUT_FLOAT_SAME(x)   out->f = (x)
#define PUT_FLOAT_PRED(x)   out->i = (x)
#define PUT_INTEGER_SAME(x) out->i = wrap(t, x)
#define PUT_INTEGER_PRED(x) out->i = (x)

#define EACH(kind, field, put)                                                                     \
    for (size_t r = 0; r < rows; r++)                                                              \
        for (size_t l = 0; l < cols; l++, out++) {                                                 \
            const kind a = x[0].at[r * x[0].row + l * x[0].col].field;                             \
            const kind b = x[1].at[r * x[1].row + l * x[1].col].field;                             \
            const kind c = x[2].at[r * x[2].row + l * x[2].col].field;                             \
            (void)a, (void)b, (void)c;                                                             \
            put;                                                                                   \
        }

#define E(name, args, types, result, meaning, integer, what)                                       \
    static void float_##name(ts_dtype t, const operand *x, size_t rows, size_t cols, slot *out)    \
    {                                                                                              \
        (void)t;                                                                                   \
        EACH(double, f, PUT_FLOAT_##result(meaning))                                               \
    }                                                                                              \
    static void integer_##name(ts_dtype t, const operand *x, size_t rows, size_t cols, slot *out)  \
    {                                                                                              \
        (void)t;                                                                                   \
        EACH(wide, i, PUT_INTEGER_##result(integer))                                               \
    }
#define O(name, args, flags, what)
#include "tile/ops.def"
#undef E
#undef O

typedef void loop_fn(ts_dtype t, const operand *x, size_t rows, size_t cols, slot *out);

static loop_fn *const meanings[TS_NOP][2] = {
#define E(name, args, types, result, f, i, what) [TS_##name##_] = {integer_##name, float_##name},
#define O(name, args, flags, what)
#include "tile/ops.def"
#undef E
#undef O
};

double ts_elem_float(ts_opcode op, double a, double b, double c)
{
    switch (op) {
#define E(name, args, types, result, meaning, integer, what)                                       \
    case TS_##name##_:                                                                             \
        return (double)(meaning);
#define O(name, args, flags, what)
#include "tile/ops.def"
#undef E
#undef O
    default: return NAN;
    }
}

int64_t ts_elem_integer(ts_opcode op, int64_t a, int64_t b)
{
    const int64_t c = 0;
    switch (op) {
#define E(name, args, types, result, meaning, integer, what)                                       \
    case TS_##name##_:                                                                             \
        return (int64_t)(integer);
#define O(name, args, flags, what)
#include "tile/ops.def"
#undef E
#undef O
    default: return c;
    }
}

void ts_run_elem(const ts_op *o, slot *out, const ts_op *const type[3], const slot *const in[3])
{
    operand x[3];
    for (int i = 0; i < 3; i++) x[i] = i < o->argc ? seen(type[i], in[i]) : x[0];
    meanings[o->op][is_float(type[0]->dtype)](o->dtype, x, (size_t)ts_rows(o), (size_t)ts_cols(o),
                                              out);
}

void ts_run_fmaf(const ts_op *o, slot *out, const ts_op *const type[3], const slot *const in[3])
{
    operand x[3];
    size_t rows = (size_t)ts_rows(o), cols = (size_t)ts_cols(o);
    for (int i = 0; i < 3; i++) x[i] = seen(type[i], in[i]);
    EACH(double, f, out->f = fmaf((float)a, (float)b, (float)c))
}

void ts_run_select(const ts_op *o, slot *out, const ts_op *const type[3], const slot *const in[3])
{
    operand x[3];
    size_t rows = (size_t)ts_rows(o), cols = (size_t)ts_cols(o);
    for (int i = 0; i < 3; i++) x[i] = seen(type[i], in[i]);
    for (size_t r = 0; r < rows; r++)
        for (size_t l = 0; l < cols; l++) {
            const operand *y = &x[x[0].at[r * x[0].row + l * x[0].col].i ? 1 : 2];
            *out++ = y->at[r * y->row + l * y->col];
        }
}

void ts_run_splat(const ts_op *o, slot *out, const ts_op *from, const slot *in)
{
    operand x = seen(from, in);
    size_t rows = (size_t)ts_rows(o), cols = (size_t)ts_cols(o);
    for (size_t r = 0; r < rows; r++)
        for (size_t l = 0; l < cols; l++) *out++ = x.at[r * x.row + l * x.col];
}

static bool widens(ts_dtype from, ts_dtype to)
{
    return from == to || (to == TS_f32 && ts_dtypes[from].class == 'S');
}

/* A cast to the dtype that a value has already changes nothing, also where the slot holds an f32
 * that no store has rounded yet: so it may be left out. */
void ts_run_cast(const ts_op *o, slot *out, const ts_op *from, const slot *in)
{
    size_t n = ts_count(o);
    bool wide_in = is_float(from->dtype), wide_out = is_float(o->dtype);
    if (widens(from->dtype, o->dtype)) {
        for (size_t i = 0; i < n; i++) out[i] = in[i];
        return;
    }
    for (size_t i = 0; i < n; i++) {
        double x = wide_in ? in[i].f : (double)in[i].i;
        double y = ts_decode(o->dtype, ts_encode(o->dtype, x));
        if (wide_out)
            out[i].f = y;
        else
            out[i].i = (int64_t)y;
    }
}

void ts_run_bits(const ts_op *o, slot *out, const ts_op *from, const slot *in)
{
    size_t n = ts_count(o);
    for (size_t i = 0; i < n; i++) {
        uint32_t code = from->dtype == TS_f32 ? ts_encode(TS_f32, in[i].f) : (uint32_t)in[i].i;
        double y = ts_decode(o->dtype, code);
        if (o->dtype == TS_f32)
            out[i].f = y;
        else
            out[i].i = (int64_t)y;
    }
}

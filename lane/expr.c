/* expr.c - one slot of a value, or a scalar, as a C expression.
 *
 * Inlined values are printed where they are used, the others by name. Operands of fewer elements than
 * the expression they stand in are broadcast here: scalars and columns as splats, rows by slot. */
#include "lane/lane.h"
#include "tessera/c_locale.h"

#include <math.h>
#include <string.h>

/* Ops that C spells infix, on scalars and vectors alike; all others are functions of the prelude. */
static const char *infix(const ts_op *o, ts_dtype operand)
{
    switch (o->op) {
    case TS_add_: return "+";
    case TS_sub_: return "-";
    case TS_mul_: return "*";
    case TS_div_: return operand == TS_f32 ? "/" : NULL;
    case TS_and_: return "&";
    case TS_or_: return "|";
    case TS_xor_: return "^";
    case TS_lt_: return "<";
    case TS_le_: return "<=";
    case TS_eq_: return "==";
    case TS_ne_: return "!=";
    default: return NULL;
    }
}

void ts_lane_literal(ts_text *t, ts_dtype type, double x)
{
    TS_C_LOCALE;
    if (type == TS_f32) {
        float f = (float)x;
        char digits[40];
        snprintf(digits, sizeof digits, "%.9g", (double)f);
        const char *point = strpbrk(digits, ".e") ? "" : ".0";
        if (isnan(f))
            ts_put(t, "NAN");
        else if (isinf(f))
            ts_put(t, f < 0 ? "(-INFINITY)" : "INFINITY");
        else
            ts_put(t, signbit(f) ? "(%s%sf)" : "%s%sf", digits, point);
    } else if (type == TS_u32) {
        ts_put(t, "%.0fu", x);
    } else if (x == -2147483648.0) {
        ts_put(t, "INT32_MIN");
    } else {
        ts_put(t, x < 0 ? "(%.0f)" : "%.0f", x);
    }
}

void ts_lane_scalar(ts_lane *l, ts_text *t, uint32_t id)
{
    char name[TS_NAME];
    const ts_op *o = &l->k->op[id];
    if (o->op == TS_const_)
        ts_lane_literal(t, o->dtype, o->value);
    else
        ts_put(t, "%s", ts_lane_name(l, id, name));
}

/* ---- conversions ---- */

static bool written_out(ts_dtype from, ts_dtype to)
{
    static const ts_dtype pair[][2] = {
        {TS_bf16, TS_f32}, {TS_f16, TS_f32}, {TS_f32, TS_bf16}, {TS_f32, TS_f16},
        {TS_i32, TS_f32},  {TS_u32, TS_f32}, {TS_u8, TS_i32},   {TS_i8, TS_i32},
        {TS_u8, TS_f32},   {TS_i8, TS_f32},  {TS_i4, TS_f32},
    };
    for (size_t i = 0; i < sizeof pair / sizeof *pair; i++)
        if (pair[i][0] == from && pair[i][1] == to) return true;
    return false;
}

static void instantiate(ts_lane *l, ts_dtype from, ts_dtype to, bool vector)
{
    char line[160];
    const char *f = ts_dtypes[from].name, *g = ts_dtypes[to].name;
    snprintf(line, sizeof line, "CAST_SCALAR(%s, %s, %s, %s)\n", f, ts_lane_ctype(from), g,
             ts_lane_ctype(to));
    if (!l->casts->s || !strstr(l->casts->s, line)) ts_put(l->casts, "%s", line);
    if (!vector || written_out(from, to)) return;
    if (to == TS_b1)
        snprintf(line, sizeof line, "CAST_TO_MASK(%s, %c)\n", f, ts_lane_letter(from));
    else
        snprintf(line, sizeof line, "CAST_VECTOR(%s, %c, %s, %c)\n", f, ts_lane_letter(from), g,
                 ts_lane_letter(to));
    if (!strstr(l->casts->s, line)) ts_put(l->casts, "%s", line);
}

void ts_lane_cast_name(ts_lane *l, ts_text *t, ts_dtype from, ts_dtype to, bool vector)
{
    if (from == to) return;
    instantiate(l, from, to, vector);
    ts_put(t, "%scv_%s_%s", vector ? "" : "s_", ts_dtypes[from].name, ts_dtypes[to].name);
}

/* ---- operands of an elementwise op, as slots or as scalars ---- */

typedef struct spot { /* where the expression stands */
    bool vector;
    ts_layout of;
    ts_slot at;
} spot;

static void operand(ts_lane *l, ts_text *t, uint32_t id, const spot *where)
{
    if (where->vector)
        ts_lane_expr(l, t, id, where->of, where->at);
    else
        ts_lane_scalar(l, t, id);
}

static void call(ts_lane *l, ts_text *t, const ts_op *o, const char *function, const spot *where)
{
    ts_put(t, "%s(", function);
    for (int i = 0; i < o->argc; i++) {
        if (i) ts_put(t, ", ");
        operand(l, t, o->arg[i], where);
    }
    ts_put(t, ")");
}

static void elementwise(ts_lane *l, ts_text *t, const ts_op *o, const spot *where)
{
    ts_dtype type = l->k->op[o->arg[0]].dtype;
    const char *sign = infix(o, type);
    bool predicate = o->dtype == TS_b1 && where->vector;
    char function[TS_NAME];
    if (sign) {
        ts_put(t, predicate ? "(vm)(" : "(");
        operand(l, t, o->arg[0], where);
        ts_put(t, " %s ", sign);
        operand(l, t, o->arg[1], where);
        ts_put(t, ")");
    } else if (o->op == TS_neg_) {
        ts_put(t, "(-");
        operand(l, t, o->arg[0], where);
        ts_put(t, ")");
    } else {
        snprintf(function, sizeof function, "%c_%s_%c", where->vector ? 'v' : 's',
                 ts_opinfos[o->op].name, ts_lane_letter(type));
        call(l, t, o, function, where);
    }
}

static void select_one(ts_lane *l, ts_text *t, const ts_op *o, const spot *where)
{
    char function[TS_NAME];
    if (where->vector) {
        snprintf(function, sizeof function, "v_select_%c", ts_lane_letter(o->dtype));
        call(l, t, o, function, where);
        return;
    }
    ts_put(t, "(");
    ts_lane_scalar(l, t, o->arg[0]);
    ts_put(t, " ? ");
    ts_lane_scalar(l, t, o->arg[1]);
    ts_put(t, " : ");
    ts_lane_scalar(l, t, o->arg[2]);
    ts_put(t, ")");
}

static void convert(ts_lane *l, ts_text *t, const ts_op *o, const spot *where)
{
    ts_dtype from = l->k->op[o->arg[0]].dtype;
    if (o->op == TS_cast_)
        ts_lane_cast_name(l, t, from, o->dtype, where->vector);
    else if (from != o->dtype)
        ts_put(t, "%sas_%c_%c", where->vector ? "" : "s_", ts_lane_letter(from),
               ts_lane_letter(o->dtype));
    ts_put(t, "(");
    operand(l, t, o->arg[0], where);
    ts_put(t, ")");
}

/* The computation of op id itself, as a slot or as a scalar. */
static void compute(ts_lane *l, ts_text *t, uint32_t id, const spot *where)
{
    const ts_op *o = &l->k->op[id];
    switch (o->op) {
    case TS_select_: select_one(l, t, o, where); break;
    case TS_cast_:
    case TS_bits_: convert(l, t, o, where); break;
    case TS_splat_: operand(l, t, o->arg[0], where); break;
    case TS_iota_:
        if (where->of.cols != l->plan->note[id].layout.cols)
            ts_put(t, "sp_i(0)");
        else
            ts_put(t, "iota(%s * LANES)", where->at.slot);
        break;
    case TS_load_:
        if (where->vector)
            ts_lane_load(l, t, id, where->at);
        else
            ts_lane_load_scalar(l, t, id);
        break;
    case TS_get_:
        if (where->vector)
            ts_lane_expr(l, t, o->arg[0], where->of, where->at);
        else
            ts_lane_scalar(l, t, o->arg[0]);
        break;
    default: elementwise(l, t, o, where); break;
    }
}

/* ---- a named tile, broadcast into the layout `of` ---- */

static void named(ts_lane *l, ts_text *t, uint32_t id, ts_layout of, ts_slot at)
{
    char name[TS_NAME];
    const ts_layout *y = &l->plan->note[id].layout;
    char letter = ts_lane_letter(l->k->op[id].dtype);
    ts_lane_name(l, id, name);
    bool one = y->rows == 1 && y->cols == 1 && (of.rows != 1 || of.cols != 1);
    if (one)
        ts_put(t, "sp_%c(%s[0][0])", letter, name);
    else if (y->column && !of.column)
        ts_put(t, "sp_%c(%s[(%s) / LANES][(%s) %% LANES])", letter, name, at.row, at.row);
    else if (y->rows == 1)
        ts_put(t, "%s[%s]", name, at.slot);
    else if (y->slots == 1)
        ts_put(t, "%s[%s]", name, at.row);
    else
        ts_put(t, "%s[%s * %d + %s]", name, at.row, y->slots, at.slot);
}

void ts_lane_expr(ts_lane *l, ts_text *t, uint32_t id, ts_layout of, ts_slot at)
{
    const ts_op *o = &l->k->op[id];
    if (o->rank == 0) {
        ts_put(t, "sp_%c(", ts_lane_letter(o->dtype));
        ts_lane_scalar(l, t, id);
        ts_put(t, ")");
    } else if (o->sort == TS_VARIABLE || !l->plan->note[id].inlined) {
        named(l, t, id, of, at);
    } else {
        compute(l, t, id, &(spot){true, of, at});
    }
}

/* What op id computes, for the statement that gives it a name. */
void ts_lane_compute(ts_lane *l, ts_text *t, uint32_t id, ts_slot at)
{
    bool vector = l->k->op[id].rank > 0;
    compute(l, t, id, &(spot){vector, l->plan->note[id].layout, at});
}

/* Element (row, col) of a value that has a name or is cheap. */
void ts_lane_elem(ts_lane *l, ts_text *t, uint32_t id, const char *row, const char *col)
{
    const ts_op *o = &l->k->op[id];
    const ts_layout *y = &l->plan->note[id].layout;
    char name[TS_NAME];
    bool cheap = l->plan->note[id].inlined;
    if (o->rank == 0)
        ts_lane_scalar(l, t, id);
    else if (cheap && o->op == TS_iota_)
        ts_put(t, "(int32_t)(%s)", col);
    else if (cheap) { /* splat */
        const ts_op *a = &l->k->op[o->arg[0]];
        ts_lane_elem(l, t, o->arg[0], ts_rows(a) == 1 ? "0" : row, ts_cols(a) == 1 ? "0" : col);
    } else if (o->rank == 2 && !y->column) {
        ts_put(t, "((%s *)%s)[(%s) * ", ts_lane_ctype(o->dtype), ts_lane_name(l, id, name), row);
        ts_put(t, y->slots > 1 ? "%d * LANES + " : "LANES + ", y->slots);
        ts_put(t, "%s]", col);
    } else {
        ts_put(t, "((%s *)%s)[%s]", ts_lane_ctype(o->dtype), ts_lane_name(l, id, name),
               y->column ? row : col);
    }
}

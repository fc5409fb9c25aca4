/* expr.c - names and expressions of the lane form as C. */
#include "compile/spell.h"
#include "lane/print.h"
#include "tessera/c_locale.h"

#include <math.h>
#include <string.h>

char ts_lane_letter(ts_dtype t)
{
    switch (t) {
    case TS_f32: return 'f';
    case TS_i32: return 'i';
    case TS_u32: return 'u';
    case TS_b1: return 'm';
    default: return ts_dtypes[t].bits == 16 ? 'h' : 'b';
    }
}

char ts_lane_memory(ts_dtype t)
{
    return ts_dtypes[t].bits == 4 ? 'n' : ts_lane_letter(t);
}

const char *ts_lane_ctype(ts_dtype t)
{
    switch (ts_lane_letter(t)) {
    case 'f': return "float";
    case 'i': return "int32_t";
    case 'u': return "uint32_t";
    case 'm': return "int";
    case 'h': return "uint16_t";
    default: return "uint8_t";
    }
}

/* ---- names ---- */

static char initial(ts_lop op)
{
    switch (op) {
    case TS_L_PARAM:
    case TS_L_STRIDE: return 'b';
    case TS_L_OFFSET: return 'o';
    case TS_L_FROM: return 'l';
    case TS_L_ROW_END:
    case TS_L_BELOW: return 'h';
    case TS_L_STEP: return 's';
    case TS_L_START: return 'i';
    default: return 'v';
    }
}

static void put_name(ts_lane_text *t, uint32_t v)
{
    const ts_linst *i = &t->f->i[v];
    if (i->op == TS_L_LOCAL) {
        ts_put(t->out, "%s", i->name);
        if (i->id != (uint32_t)TS_UNNUMBERED) ts_put(t->out, "%u", i->id);
        if (i->at != (uint32_t)TS_UNNUMBERED) ts_put(t->out, "_%u", i->at);
        return;
    }
    if (i->op == TS_L_TILE && i->name)
        ts_put(t->out, "%s%u", i->name, i->id);
    else
        ts_put(t->out, "%c%u", initial(i->op), i->id);
    if (i->op == TS_L_STRIDE) ts_put(t->out, "_%d", (int)i->n);
    if (i->stream >= 0) ts_put(t->out, "_%d", i->stream);
}

/* ---- constants ---- */

static void put_f32(ts_text *t, double x)
{
    TS_C_LOCALE;
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
}

static void put_literal(ts_text *t, ts_dtype type, double x)
{
    if (type == TS_f32)
        put_f32(t, x);
    else if (type == TS_u32)
        ts_put(t, "%.0fu", x);
    else if (x == -2147483648.0)
        ts_put(t, "INT32_MIN");
    else
        ts_put(t, x < 0 ? "(%.0f)" : "%.0f", x);
}

static void put_identity(ts_text *t, ts_opcode op, ts_dtype type)
{
    bool most = op == TS_amin_;
    if (op == TS_sum_)
        ts_put(t, type == TS_f32 ? "0.0f" : "0");
    else if (type == TS_f32)
        ts_put(t, most ? "INFINITY" : "-INFINITY");
    else if (type == TS_u32)
        ts_put(t, most ? "UINT32_MAX" : "0u");
    else
        ts_put(t, most ? "INT32_MAX" : "INT32_MIN");
}

/* ---- conversions ---- */

/* Conversions that are no line of the prelude go by way of a third dtype: from storage to what holds
 * it, to floats from f32. Otherwise it is `from` itself. */
static ts_dtype by_way_of(ts_dtype from, ts_dtype to)
{
    char source = ts_dtypes[from].class, end = ts_dtypes[to].class;
    if (source == 'S') return to == TS_f32 ? from : TS_f32;
    if (source == 'N') return to == TS_i32 ? from : TS_i32;
    if (source == 'B' && end == 'N') return TS_i32;
    if (source == 'B' && end == 'S') return TS_f32;
    bool sticky = to == TS_bf16 || to == TS_f8e8m0; /* would be rounded twice */
    return strchr("IU", source) && end == 'S' && !sticky ? TS_f32 : from;
}

static void put_once(ts_text *casts, const char *line)
{
    if (!casts->s || !strstr(casts->s, line)) ts_put(casts, "%s", line);
}

/* The lines that make cv_FROM_TO, once each. */
static void instantiate(ts_text *casts, ts_dtype from, ts_dtype to)
{
    char line[160];
    const char *name = ts_dtypes[from].name, *type = ts_lane_ctype(from);
    char x = ts_lane_letter(from);
    ts_dtype via = by_way_of(from, to);
    if (via == from || via == to) return;
    if (to == TS_bf16 && ts_dtypes[from].bits <= 8) {
        snprintf(line, sizeof line, "CAST_TOP(%s, %s, %c, %s)\n", name, type, x,
                 ts_dtypes[via].name);
    } else {
        instantiate(casts, from, via);
        instantiate(casts, via, to);
        snprintf(line, sizeof line, "CAST(%s, %s, %c, %s, %s, %s, %c)\n", name, type, x,
                 ts_dtypes[via].name, ts_dtypes[to].name, ts_lane_ctype(to), ts_lane_letter(to));
    }
    put_once(casts, line);
}

/* Codes of 4 bits that come from memory, two to a byte: an integer for all lanes. */
static bool is_packed(const ts_linst *i)
{
    return i->op == TS_L_LOAD && ts_lane_memory((ts_dtype)i->type) == 'n';
}

/* Packed codes become 32 bits without being bytes first, whatever is made of these then. */
static void put_unpacking(ts_lane_text *t, const ts_linst *load, ts_dtype to)
{
    ts_dtype from = (ts_dtype)load->type, via = to == TS_f32 ? from : by_way_of(from, to);
    const char *close = ")";
    if (via == from) {
        via = to;
    } else if (to == TS_bf16) {
        ts_put(t->out, "top_h(cv_%s_f32(", ts_dtypes[via].name), close = ")))";
    } else {
        instantiate(t->casts, via, to);
        ts_put(t->out, "cv_%s_%s(", ts_dtypes[via].name, ts_dtypes[to].name), close = "))";
    }
    ts_put(t->out, "cvn_%s_%s(", ts_dtypes[from].name, ts_dtypes[via].name);
    ts_lane_put_load(t, load);
    ts_put(t->out, "%s", close);
}

static void put_conversion(ts_lane_text *t, const ts_linst *i)
{
    ts_dtype from = (ts_dtype)t->f->i[i->arg[0]].type, to = (ts_dtype)i->type;
    const ts_linst *load = &t->f->i[i->arg[0]];
    if (from != to && i->op == TS_L_CAST && is_packed(load)) {
        put_unpacking(t, load, to);
        return;
    }
    if (from != to && i->op == TS_L_CAST) {
        instantiate(t->casts, from, to);
        ts_put(t->out, "%scv_%s_%s", i->vector ? "" : "s_", ts_dtypes[from].name,
               ts_dtypes[to].name);
    } else if (from != to) {
        ts_put(t->out, "%sas_%c_%c", i->vector ? "" : "s_", ts_lane_letter(from),
               ts_lane_letter(to));
    }
    ts_lane_put(t, "(@)", i->arg[0]);
}

static void put_load(ts_lane_text *t, const ts_linst *i)
{
    if (is_packed(i)) ts_put(t->out, "nibbles(");
    ts_lane_put_load(t, i);
    if (is_packed(i)) ts_put(t->out, ")");
}

/* ---- elementwise ---- */

static void put_joined(ts_lane_text *t, const ts_linst *i, const char *between)
{
    for (int a = 0; a < 3 && i->arg[a]; a++) {
        if (a) ts_put(t->out, "%s", between);
        ts_lane_put_expr(t, i->arg[a]);
    }
    ts_put(t->out, ")");
}

/* By compile/spell.c: operators take scalars and vectors alike, functions are the prelude's. */
static void put_elem(ts_lane_text *t, const ts_linst *i)
{
    ts_dtype type = (ts_dtype)t->f->i[i->arg[0]].type;
    const char *text = ts_spell((ts_opcode)i->elem, TS_IN_LANE, type);
    char between[16];
    if (!text) {
        t->unknown = (ts_opcode)i->elem;
    } else if (ts_is_operator(text)) {
        snprintf(between, sizeof between, " %s ", text);
        ts_put(t->out, i->type == TS_b1 && i->vector ? "(vm)(" : "(");
        if (!i->arg[1]) ts_put(t->out, "%s", text);
        put_joined(t, i, between);
    } else {
        ts_put(t->out, "%c_%s_%c(", i->vector ? 'v' : 's', text, ts_lane_letter(type));
        put_joined(t, i, ", ");
    }
}

static void put_select(ts_lane_text *t, const ts_linst *i)
{
    const uint32_t *x = i->arg;
    if (i->vector)
        ts_lane_put(t, "v_select_!(@, @, @)", ts_lane_letter((ts_dtype)i->type), x[0], x[1], x[2]);
    else
        ts_lane_put(t, "(@ ? @ : @)", x[0], x[1], x[2]);
}

/* Lanes below n - col * lanes of a vector; others are b, or without one zero. */
static void put_keep(ts_lane_text *t, const ts_linst *i)
{
    char x = ts_lane_letter((ts_dtype)i->type);
    int n = (int)i->n;
    if (i->arg[1])
        ts_lane_put(t, "keep_!(@, # - ~ * LANES, @)", x, i->arg[0], n, i->col, i->arg[1]);
    else
        ts_lane_put(t, "keep_!(@, #, (v!){0})", x, i->arg[0], n - i->col.add * t->f->lanes, x);
}

/* ---- parts of a tile ---- */

bool ts_spot_is_zero(ts_spot p)
{
    return !p.var && !p.add;
}

void ts_lane_put_spot(ts_text *t, ts_spot p)
{
    if (p.by) {
        int by = p.by;
        p.by = 0;
        if (p.sum) ts_put(t, "(");
        ts_lane_put_spot(t, p);
        ts_put(t, p.sum ? ") / %d" : " / %d", by);
        return;
    }
    if (!p.var) {
        ts_put(t, "%d", p.add);
        return;
    }
    if (p.mul > 1 && !p.of && (!p.plus || p.add || p.times)) {
        ts_put(t, "(%c * %d", p.var, p.mul);
        if (p.plus) ts_put(t, p.times ? " + %c * %d" : " + %c", p.plus, p.times);
        ts_put(t, p.add ? " + %d)" : ")", p.add);
        return;
    }
    if (p.plus)
        ts_put(t, "(%c * %d + %c)", p.var, p.mul, p.plus);
    else
        ts_put(t, "%c", p.var);
    if (p.of)
        ts_put(t, " %c %d", p.of, p.add);
    else if (p.sum)
        ts_put(t, " + %d", p.add);
}

static void put_slot(ts_lane_text *t, const ts_linst *i)
{
    const ts_linst *tile = &t->f->i[i->arg[0]];
    static const ts_layout row = {.rows = 1};
    const ts_layout *y = tile->op == TS_L_TILE ? &t->f->layout[tile->at] : &row;
    if (y->rows == 1 || i->flag)
        ts_lane_put(t, "@[~]", i->arg[0], i->col);
    else if (y->slots == 1)
        ts_lane_put(t, "@[~]", i->arg[0], i->row);
    else
        ts_lane_put(t, i->row.sum ? "@[(~) * # + ~]" : "@[~ * # + ~]", i->arg[0], i->row, y->slots,
                    i->col);
}

static void put_element(ts_lane_text *t, const ts_linst *i)
{
    const ts_linst *tile = &t->f->i[i->arg[0]];
    const ts_layout *y = &t->f->layout[tile->at];
    ts_lane_put(t, "(($ *)@)[", ts_lane_ctype((ts_dtype)i->type), i->arg[0]);
    if (tile->n < 2 || y->column)
        ts_lane_put(t, "~]", y->column ? i->row : i->col);
    else if (y->slots > 1)
        ts_lane_put(t, "(~) * # * LANES + ~]", i->row, y->slots, i->col);
    else
        ts_lane_put(t, "(~) * LANES + ~]", i->row, i->col);
}

static void put_fold(ts_lane_text *t, const ts_linst *i)
{
    const char *word = i->elem == TS_add_ ? "sum" : i->elem == TS_max_ ? "max" : "min";
    ts_lane_put(t, "h_$_!(@)", word, ts_lane_letter((ts_dtype)i->type), i->arg[0]);
}

static void put_folds(ts_lane_text *t, const ts_linst *i)
{
    ts_lane_put(t, "hs_sum_!(@ + ~)", ts_lane_letter((ts_dtype)i->type), i->arg[0], i->col);
}

static void put_pair_sum(ts_lane_text *t, const ts_linst *i)
{
    const char *way = i->elem == TS_dot4_ ? "v_dot4add(@, @, @)" : "v_pairadd(@, @, @)";
    ts_lane_put(t, way, i->arg[0], i->arg[1], i->arg[2]);
}

void ts_lane_put_expr(ts_lane_text *t, uint32_t v)
{
    const ts_linst *i = &t->f->i[v];
    const uint32_t *x = i->arg;
    ts_dtype type = (ts_dtype)i->type;
    switch ((ts_lop)i->op) {
    case TS_L_CONST: put_literal(t->out, type, i->value); break;
    case TS_L_LONG: ts_put(t->out, "%lld", (long long)i->n); break;
    case TS_L_IDENTITY: put_identity(t->out, (ts_opcode)i->elem, type); break;
    case TS_L_INDEX: ts_lane_put(t, "(int32_t)(~)", i->col); break;
    case TS_L_SLOT: put_slot(t, i); break;
    case TS_L_ELEMENT: put_element(t, i); break;
    case TS_L_FIRST: ts_lane_put(t, "@[0][0]", x[0]); break;
    case TS_L_LANE: ts_lane_put(t, "@[(~) / LANES][(~) % LANES]", x[0], i->row, i->row); break;
    case TS_L_SPLAT: ts_lane_put(t, "sp_!(@)", ts_lane_letter(type), x[0]); break;
    case TS_L_IOTA: ts_lane_put(t, "iota(~ * LANES)", i->col); break;
    case TS_L_ELEM: put_elem(t, i); break;
    case TS_L_SELECT: put_select(t, i); break;
    case TS_L_CAST:
    case TS_L_BITS: put_conversion(t, i); break;
    case TS_L_LOAD: put_load(t, i); break;
    case TS_L_LOAD1: ts_lane_put_load1(t, i); break;
    case TS_L_PICK: ts_lane_put_pick(t, i); break;
    case TS_L_ADDRESS: ts_lane_put_address(t, i); break;
    case TS_L_PAIR: ts_lane_put(t, "v_pair(@, @)", x[0], x[1]); break;
    case TS_L_PAIRSUM: put_pair_sum(t, i); break;
    case TS_L_WORDS:
        ts_lane_put(t, "v_words_!(@, @)", ts_lane_letter((ts_dtype)t->f->i[x[0]].type), x[0], x[1]);
        break;
    case TS_L_JOIN:
        ts_lane_put(t, "v_join_!(@, @)", ts_lane_letter((ts_dtype)t->f->i[x[0]].type), x[0], x[1]);
        break;
    case TS_L_REST: ts_lane_put(t, "v_rest_f(@)", x[0]); break;
    case TS_L_SPREAD:
        ts_lane_put(t, "v_spread_!(@, #, ~)", ts_lane_letter(type), x[0], (int)i->n, i->col);
        break;
    case TS_L_KEEP: put_keep(t, i); break;
    case TS_L_FOLD: put_fold(t, i); break;
    case TS_L_FOLDS: put_folds(t, i); break;
    default: put_name(t, v); break;
    }
}

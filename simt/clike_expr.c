/* clike_expr.c - values of the SIMT form as C expressions, with no more parentheses than a reader wants.
 *
 * i32 wraps in the form, and overflow is undefined in C: where it may happen, sums and products are
 * computed as unsigned. Chains of them are cast once, as a whole. */
#include "compile/spell.h"
#include "simt/print.h"
#include "tessera/c_locale.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *ts_clike_type(const ts_clike *p, int type)
{
    const ts_dialect *d = p->d;
    if (ts_s_is_opaque(type)) return d->opaque[type - TS_LEFT_F16];
    switch (type) {
    case TS_f32: return d->type[0];
    case TS_i32: return d->type[1];
    case TS_u32: return d->type[2];
    case TS_b1: return d->type[3];
    case TS_U64: return d->wide;
    case TS_OCT: return d->oct;
    case TS_SQUARES: return d->wide;
    case TS_BLOCK: return d->block;
    default: return d->quad;
    }
}

static void put_float(ts_clike *p, double x)
{
    TS_C_LOCALE;
    char number[32];
    if (isnan(x) || isinf(x)) {
        ts_put(p->out, "%s%s", signbit(x) ? "-" : "", isnan(x) ? p->d->nan : p->d->infinity);
        return;
    }
    for (int digits = 6; digits < 10; digits++) { /* the fewest that give the same f32 */
        snprintf(number, sizeof number, "%.*g", digits, x);
        if (strtof(number, NULL) == (float)x) break;
    }
    ts_put(p->out, "%s%sf", number, strpbrk(number, ".e") ? "" : ".0");
}

/* Returns how tightly the text binds, as all below. */
static int literal(ts_clike *p, const ts_sinst *i)
{
    if (i->type == TS_QUAD || i->type == TS_OCT)
        ts_put(p->out, "%s", i->type == TS_QUAD ? p->d->zeros : p->d->oct_zeros);
    else if (i->type == TS_SUMS)
        ts_put(p->out, "%s", p->d->no_sums);
    else if (i->type == TS_BLOCK)
        ts_put(p->out, "%s", p->d->no_block);
    else if (i->type == TS_U64)
        ts_put(p->out, "%.0f%s", i->value, p->d->wide_suffix);
    else if (i->type == TS_f32)
        put_float(p, i->value);
    else if (i->type == TS_b1)
        ts_put(p->out, i->value ? "true" : "false");
    else if (i->type == TS_u32)
        ts_put(p->out, i->value < 255 ? "%uu" : "0x%xu", (unsigned)i->value);
    else if (i->value == INT32_MIN)
        ts_put(p->out, "(-2147483647 - 1)");
    else
        ts_put(p->out, "%.0f", i->value);
    return signbit(i->value) ? TS_UNARY : TS_PRIMARY;
}

static int value(ts_clike *p, uint32_t v);
static int compute(ts_clike *p, const ts_sinst *i);
static int as_unsigned(ts_clike *p, uint32_t v);

/* Parentheses around what was put since `from` if it binds weaker than need. */
static void enclose(ts_text *t, size_t from, int level, int need)
{
    if (level >= need) return;
    ts_put(t, "()");
    if (t->failed) return;
    memmove(t->s + from + 1, t->s + from, t->n - from - 2);
    t->s[from] = '(';
}

void ts_clike_operand(ts_clike *p, uint32_t v, int need)
{
    size_t from = p->out->n;
    enclose(p->out, from, value(p, v), need);
}

static void unsigned_operand(ts_clike *p, uint32_t v, int need)
{
    size_t from = p->out->n;
    enclose(p->out, from, as_unsigned(p, v), need);
}

void ts_clike_compute(ts_clike *p, uint32_t v)
{
    compute(p, &p->s->i[v]);
}

static int value(ts_clike *p, uint32_t v)
{
    const ts_sinst *i = &p->s->i[v];
    if (i->op == TS_S_CONST) return literal(p, i);
    if (i->inlined) return compute(p, i);
    ts_put(p->out, "v%u", v);
    return TS_PRIMARY;
}

static int cast(ts_clike *p, int type, uint32_t v)
{
    ts_put(p->out, "(%s)", ts_clike_type(p, type));
    ts_clike_operand(p, v, TS_UNARY);
    return TS_UNARY;
}

/* Operands of an elementwise op may stand anywhere in its template (spell.h), those of others alone. */
void ts_clike_fill(ts_clike *p, const char *text, const ts_sinst *i)
{
    int need = i->op == TS_S_ELEM ? TS_UNARY : TS_ANY;
    for (; *text; text++) {
        char what = *text == '$' ? *++text : 0;
        switch (what) {
        case 'a': ts_clike_operand(p, i->a, need); break;
        case 'b': ts_clike_operand(p, i->b, need); break;
        case 'c': ts_clike_operand(p, i->c, need); break;
        case 'A': ts_clike_operand(p, i->a, TS_UNARY); break;
        case 'n': ts_put(p->out, "%d", i->n); break;
        case 't': ts_put(p->out, "%s", ts_clike_type(p, i->type)); break;
        case 'r': ts_put(p->out, i->type >= TS_RIGHT_F16 ? "true" : "false"); break;
        case 'p': ts_put(p->out, "%s", p->d->prefix); break;
        case 's': ts_put(p->out, "%s", p->d->suffix); break;
        default: ts_put(p->out, "%c", *text);
        }
    }
}

static int fill(ts_clike *p, const char *text, const ts_sinst *i)
{
    ts_clike_fill(p, text, i);
    return TS_PRIMARY;
}

/* ---- elementwise ---- */

/* Operators of C, from those that bind weakest. need: of both operands. On the left, sums and products
 * may LEAN on any of their level, and a & b & c needs no parentheses (CHAIN); a < b < c means something
 * else. */
typedef struct operator_row {
    const char *text;
    int level, need;
    enum { ALIKE, LEAN, CHAIN } left;
} operator_row;

static const operator_row operators[] = {
    {"||", TS_OR, TS_EQUAL, CHAIN},    {"&&", TS_AND, TS_EQUAL, CHAIN},
    {"|", TS_BITOR, TS_UNARY, CHAIN},  {"^", TS_BITXOR, TS_UNARY, CHAIN},
    {"&", TS_BITAND, TS_UNARY, CHAIN}, {"==", TS_EQUAL, TS_SUM, ALIKE},
    {"!=", TS_EQUAL, TS_SUM, ALIKE},   {"<", TS_LESS, TS_SUM, ALIKE},
    {"<=", TS_LESS, TS_SUM, ALIKE},    {"<<", TS_SHIFT, TS_UNARY, ALIKE},
    {">>", TS_SHIFT, TS_UNARY, ALIKE}, {"+", TS_SUM, TS_PRODUCT, LEAN},
    {"-", TS_SUM, TS_PRODUCT, LEAN},   {"*", TS_PRODUCT, TS_UNARY, LEAN},
    {"/", TS_PRODUCT, TS_UNARY, LEAN}, {"%", TS_PRODUCT, TS_UNARY, LEAN},
};

static const char *spelling(const ts_clike *p, const ts_sinst *i)
{
    int type = p->s->i[i->a].type;
    return ts_spell(i->elem, TS_LIKE_C, type == TS_U64 ? TS_u32 : type);
}

static const operator_row *row_of(const ts_clike *p, const ts_sinst *i)
{
    const char *text = i->op == TS_S_ELEM ? spelling(p, i) : NULL;
    for (size_t r = 0; text && r < sizeof operators / sizeof *operators; r++)
        if (!strcmp(operators[r].text, text)) return &operators[r];
    return NULL;
}

static int need_left(const ts_clike *p, const ts_sinst *i, const operator_row *row)
{
    bool chain = row->left == CHAIN && row_of(p, &p->s->i[i->a]) == row;
    return row->left == LEAN || chain ? row->level : row->need;
}

/* The right side of a shift reads best as a plain number. */
static void put_right(ts_clike *p, const ts_sinst *i, const operator_row *row, bool as_bits)
{
    double x;
    bool shift = row->level == TS_SHIFT;
    if (shift && ts_s_is(p->s, i->b, &x))
        ts_put(p->out, "%.0f", x);
    else if (as_bits && !shift)
        unsigned_operand(p, i->b, row->need);
    else
        ts_clike_operand(p, i->b, row->need);
}

static int binary(ts_clike *p, const ts_sinst *i, const operator_row *row, bool as_bits)
{
    int left = need_left(p, i, row);
    if (as_bits)
        unsigned_operand(p, i->a, left);
    else
        ts_clike_operand(p, i->a, left);
    ts_put(p->out, " %s ", row->text);
    put_right(p, i, row, as_bits);
    return row->level;
}

static bool wraps(const ts_sinst *i)
{
    if (i->op != TS_S_ELEM || i->type != TS_i32 || i->fits) return false;
    return i->elem == TS_add_ || i->elem == TS_sub_ || i->elem == TS_mul_ || i->elem == TS_shl_ ||
           i->elem == TS_neg_ || i->elem == TS_abs_;
}

/* An i32 that may wrap, as unsigned. */
static int wrapped(ts_clike *p, const ts_sinst *i)
{
    if (i->elem == TS_neg_) {
        ts_put(p->out, "0u - ");
        unsigned_operand(p, i->a, TS_PRODUCT);
        return TS_SUM;
    }
    if (i->elem != TS_abs_) return binary(p, i, row_of(p, i), true);
    ts_clike_operand(p, i->a, TS_SUM);
    ts_put(p->out, " < 0 ? 0u - ");
    unsigned_operand(p, i->a, TS_PRODUCT);
    ts_put(p->out, " : ");
    unsigned_operand(p, i->a, TS_SUM);
    return TS_COND;
}

/* The bits of an i32 as unsigned; casts there and back are left out. */
static int as_unsigned(ts_clike *p, uint32_t v)
{
    const ts_sinst *i = &p->s->i[v];
    bool back = (i->op == TS_S_TO || i->op == TS_S_BITS) && p->s->i[i->a].type == TS_u32;
    if (i->type == TS_u32) return value(p, v);
    if (i->op == TS_S_CONST) {
        ts_put(p->out, "%uu", (unsigned)(int32_t)i->value);
        return TS_PRIMARY;
    }
    if (i->inlined && wraps(i)) return wrapped(p, i);
    if (i->inlined && back) return value(p, i->a);
    return cast(p, TS_u32, v);
}

static int call(ts_clike *p, const ts_sinst *i, const char *name)
{
    const uint32_t arg[] = {i->a, i->b, i->c};
    bool prefixed = *name == '@';
    ts_put(p->out, "%s%s%s(", prefixed ? p->d->prefix : "", name + prefixed,
           i->type == TS_f32 ? p->d->suffix : "");
    for (int k = 0; k < 3 && k < ts_opinfos[i->elem].args; k++) {
        ts_put(p->out, k ? ", " : "");
        ts_clike_operand(p, arg[k], TS_ANY);
    }
    ts_put(p->out, ")");
    return TS_PRIMARY;
}

static int prefix(ts_clike *p, const ts_sinst *i, const char *sign)
{
    ts_put(p->out, "%s", sign);
    ts_clike_operand(p, i->a, TS_PRIMARY);
    return TS_UNARY;
}

static int element(ts_clike *p, const ts_sinst *i)
{
    const char *text = spelling(p, i);
    const operator_row *row = row_of(p, i);
    if (wraps(i)) {
        ts_put(p->out, "(%s)(", ts_clike_type(p, TS_i32));
        wrapped(p, i);
        ts_put(p->out, ")");
        return TS_UNARY;
    }
    if (!text || !strcmp(text, TS_BY_HAND)) {
        p->unknown = i->elem;
        return TS_PRIMARY;
    }
    if (ts_opinfos[i->elem].args == 1 && ts_is_operator(text)) return prefix(p, i, text);
    if (row) return binary(p, i, row, false);
    return strchr(text, '$') ? fill(p, text, i) : call(p, i, text);
}

/* ---- the others ---- */

static int choose(ts_clike *p, const ts_sinst *i)
{
    ts_clike_operand(p, i->a, TS_OR);
    ts_put(p->out, " ? ");
    ts_clike_operand(p, i->b, TS_OR);
    ts_put(p->out, " : ");
    ts_clike_operand(p, i->c, TS_OR);
    return TS_COND;
}

/* TO and BITS */
static int convert(ts_clike *p, const ts_sinst *i)
{
    int from = p->s->i[i->a].type;
    bool real = i->type == TS_f32 || from == TS_f32;
    if (i->op == TS_S_BITS && real)
        return fill(p, p->d->bits[i->type == TS_f32 ? 0 : i->type == TS_i32 ? 1 : 2], i);
    if (i->type == TS_u32 && from == TS_i32) return as_unsigned(p, i->a);
    return cast(p, i->type, i->a);
}

static int load(ts_clike *p, const ts_sinst *i)
{
    bool small = p->s->param[i->n].unit < 32;
    if (small) ts_put(p->out, "(%s)", ts_clike_type(p, TS_u32));
    ts_put(p->out, "b%d[", i->n);
    ts_clike_operand(p, i->a, TS_ANY);
    ts_put(p->out, "]");
    return small ? TS_UNARY : TS_PRIMARY;
}

static int word(ts_clike *p, const ts_sinst *i)
{
    if (p->s->i[i->a].type == TS_BLOCK) return fill(p, p->d->block_word, i);
    ts_clike_operand(p, i->a, TS_PRIMARY);
    if (p->s->i[i->a].type == TS_OCT)
        ts_put(p->out, "[%d]", i->n);
    else
        ts_put(p->out, ".%c", "xyzw"[i->n]);
    return TS_PRIMARY;
}

static int put_word(ts_clike *p, const char *text)
{
    ts_put(p->out, "%s", text);
    return TS_UNARY;
}

static int compute(ts_clike *p, const ts_sinst *i)
{
    switch (i->op) {
    case TS_S_THREAD: return put_word(p, p->d->thread);
    case TS_S_SUBGROUP: return put_word(p, p->d->subgroup);
    case TS_S_GROUP: return put_word(p, p->d->group);
    case TS_S_GROUPS: return put_word(p, p->d->groups);
    case TS_S_SIZE: return fill(p, "s$n[0]", i);
    case TS_S_ELEM: return element(p, i);
    case TS_S_SELECT: return choose(p, i);
    case TS_S_TO:
    case TS_S_BITS: return convert(p, i);
    case TS_S_HALF: return fill(p, p->d->half, i);
    case TS_S_TO_HALF: return fill(p, p->d->to_half, i);
    case TS_S_LOAD: return load(p, i);
    case TS_S_LOAD4: return fill(p, p->d->load_quad, i);
    case TS_S_WORD: return word(p, i);
    case TS_S_SHARED: return fill(p, "shared[$a]", i);
    case TS_S_SHARED4: return fill(p, p->d->shared_quad, i);
    case TS_S_SCALED: return fill(p, p->d->scaled, i);
    case TS_S_FRAGMENT: return fill(p, p->d->fragment, i);
    case TS_S_SQUARES: return fill(p, p->d->squares, i);
    case TS_S_MULTIPLY: return fill(p, p->d->multiply[ts_s_kind(i)], i);
    case TS_S_SHUFFLE: return fill(p, p->d->shuffle, i);
    default: return fill(p, "$a", i); /* CONST is a literal; GET, VAR */
    }
}

/* simt_check.c - the rules of simt/form.h that a form keeps or breaks before it runs: operands, their
 * types and blocks, and what the target must have. */
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "test/simt/simt_run.h"

enum { ANY = -1 };

typedef struct checker {
    const ts_simt *s;
    uint32_t v, *block, open; /* block[v]: the FOR or IF around v, 0: none */
    uint32_t copy;            /* the last COPY, if no COMMIT is behind it, else 0 */
    uint32_t product;         /* likewise the last PRODUCT and CLOSE */
    ts_error *err;
} checker;

static int wrong(const checker *c, const char *format, ...) __attribute__((format(printf, 2, 3)));

static int wrong(const checker *c, const char *format, ...)
{
    char text[256];
    va_list ap;
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    return ts_fail(c->err, "form %s, instruction %u (%s): %s", c->s->name, c->v,
                   ts_sops[c->s->i[c->v].op].name, text);
}

/* ---- operands ---- */

/* Value `id` may be used here: the block it is in is still open. A FOR is the index inside of it. */
static bool visible(const checker *c, uint32_t id)
{
    uint32_t home = c->s->i[id].op == TS_S_FOR ? id : c->block[id];
    for (uint32_t b = c->open; b && home; b = c->block[b])
        if (b == home) return true;
    return !home;
}

static int operand(const checker *c, uint32_t id, int type)
{
    if (!id || id >= c->v) return wrong(c, "operand %%%u does not exist", id);
    const ts_sinst *x = &c->s->i[id];
    ts_sop op = c->s->i[c->v].op;
    bool var = op == TS_S_GET || (op == TS_S_SET && type == ANY) || op == TS_S_JOIN ||
               (op == TS_S_PRODUCT && type == TS_BLOCK);
    if (!(ts_sops[x->op].is & TS_MAKES)) return wrong(c, "operand %%%u is no value", id);
    if ((x->op == TS_S_VAR) != var)
        return wrong(c, "operand %%%u is %s variable", id, var ? "no" : "a");
    if (!visible(c, id)) return wrong(c, "operand %%%u is of a block that has ended", id);
    if (type == ANY || x->type == type) return 0;
    return wrong(c, "operand %%%u is of type %d, not %d", id, x->type, type);
}

static int type_of(const checker *c, uint32_t id)
{
    return c->s->i[id].type;
}

static bool among(int type, const char *classes)
{
    return type >= 0 && type < TS_NDTYPE && strchr(classes, ts_dtypes[type].class) != NULL;
}

static int elementwise(const checker *c, const ts_sinst *i)
{
    if (!ts_is_elem(i->elem)) return wrong(c, "not elementwise");
    const ts_opinfo *info = &ts_opinfos[i->elem];
    const uint32_t arg[] = {i->a, i->b, i->c};
    if (operand(c, i->a, ANY)) return -1;
    int type = type_of(c, i->a), result = info->result == PRED ? TS_b1 : type;
    for (int k = 1; k < info->args && k < 3; k++)
        if (operand(c, arg[k], type)) return -1;
    bool of_long = i->elem == TS_add_ || i->elem == TS_mul_ || i->elem == TS_shr_;
    if (type == TS_U64 ? !of_long : !among(type, info->types))
        return wrong(c, "%s is not for type %d", info->name, type);
    return i->type == result ? 0
                             : wrong(c, "%s gives type %d, not %d", info->name, result, i->type);
}

static int conversion(const checker *c, const ts_sinst *i)
{
    if (operand(c, i->a, ANY)) return -1;
    int from = type_of(c, i->a);
    if (i->op == TS_S_TO && i->type == TS_U64 && from == TS_i32) return 0;
    if (i->op == TS_S_TO && i->type == TS_u32 && from == TS_U64) return 0;
    bool ok = i->op == TS_S_BITS ? among(from, "FIU") && among(i->type, "FIU")
                                 : among(from, "FIUB") && among(i->type, "FIU") &&
                                       !(from == TS_b1 && i->type == TS_f32);
    return ok ? 0 : wrong(c, "not from type %d to type %d", from, i->type);
}

static int constant(const checker *c, const ts_sinst *i)
{
    double x = i->value, low = i->type == TS_i32 ? -0x1p31 : 0;
    if (i->type == TS_QUAD || i->type == TS_OCT) return x == 0 ? 0 : wrong(c, "a quad of %.17g", x);
    if (i->type == TS_SUMS || i->type == TS_BLOCK) return x == 0 ? 0 : wrong(c, "sums of %.17g", x);
    if (i->type == TS_U64) return x >= 0 && x < 0x1p53 && x == floor(x) ? 0 : wrong(c, "%.17g", x);
    bool ok = i->type == TS_f32 ? isnan(x) || (double)(float)x == x
                                : among(i->type, "IUB") && x >= low &&
                                      x <= ts_dtypes[i->type].max && x == floor(x);
    return ok ? 0 : wrong(c, "%.17g is not of type %d", x, i->type);
}

static int word(const checker *c, const ts_sinst *i)
{
    int type = i->a < c->v ? type_of(c, i->a) : TS_QUAD;
    int words = type == TS_BLOCK ? TS_QUARTET_WORDS : type == TS_OCT ? 8 : 4;
    if (i->n < 0 || i->n >= words) return wrong(c, "no word %d", i->n);
    return operand(c, i->a, words == 4 ? TS_QUAD : type);
}

static int selection(const checker *c, const ts_sinst *i)
{
    if (ts_s_is_opaque(i->type) || i->type == TS_BLOCK || i->type == TS_SQUARES)
        return wrong(c, "chooses between matrices");
    return operand(c, i->a, TS_b1) || operand(c, i->b, i->type) || operand(c, i->c, i->type);
}

/* ---- memory ---- */

static int memory(const checker *c, const ts_sinst *i)
{
    if (i->n < 0 || i->n >= c->s->params) return wrong(c, "there is no param %d", i->n);
    const ts_sparam *p = &c->s->param[i->n];
    ts_dtype want = p->unit == 32 ? p->type : TS_u32;
    if (operand(c, i->a, p->far ? TS_U64 : TS_i32)) return -1;
    if (i->op == TS_S_LOAD) return i->type == (int)want ? 0 : wrong(c, "gives type %d", want);
    if (i->op == TS_S_LOAD4)
        return c->s->wide && i->type == TS_QUAD ? 0 : wrong(c, "only in wide forms, gives a quad");
    if (p->mode == TS_IN) return wrong(c, "param %s is only read", p->name);
    return operand(c, i->b, (int)want);
}

/* ---- copies ---- */

static int copy(checker *c, const ts_sinst *i)
{
    if (!c->s->traits->copies || !c->s->wide) return wrong(c, "the target or form has no copies");
    if (i->n < 0 || i->n >= c->s->params) return wrong(c, "there is no param %d", i->n);
    const ts_sparam *p = &c->s->param[i->n];
    if (p->mode != TS_IN) return wrong(c, "param %s is written, too", p->name);
    c->copy = c->v;
    return operand(c, i->a, TS_i32) || operand(c, i->b, p->far ? TS_U64 : TS_i32) ||
           operand(c, i->c, TS_b1);
}

static bool in_if(const checker *c)
{
    for (uint32_t b = c->open; b; b = c->block[b])
        if (c->s->i[b].op == TS_S_IF) return true;
    return false;
}

static int group_of_copies(checker *c, const ts_sinst *i)
{
    if (!c->s->traits->copies) return wrong(c, "the target has no copies");
    if (in_if(c)) return wrong(c, "stands in an IF");
    if (i->op == TS_S_COMMIT) c->copy = 0;
    return i->n >= 0 && i->n < 8 ? 0 : wrong(c, "%d groups", i->n);
}

/* What a COPY must not be left open before. */
static bool asks_for_commit(ts_sop op)
{
    return op == TS_S_BARRIER || op == TS_S_WAIT;
}

static int committed(const checker *c, const ts_sinst *i)
{
    if (c->copy && asks_for_commit(i->op)) return wrong(c, "COPY %u is in no group yet", c->copy);
    if (c->product && (i->op == TS_S_JOIN || i->op == TS_S_BARRIER))
        return wrong(c, "PRODUCT %u is in no group yet", c->product);
    return 0;
}

/* ---- matrix units ---- */

/* An opaque unit of the target that makes whole subgroups of the form's threads. */
static int has_opaque(const checker *c)
{
    const ts_matrix *u = c->s->traits->matrix;
    bool there = u && u->opaque && c->s->threads % u->lanes == 0;
    return there ? 0 : wrong(c, "the target has no such matrix units");
}

static bool of_bf16(int type)
{
    return type == TS_LEFT_BF16 || type == TS_RIGHT_BF16;
}

static int opaque_fragment(const checker *c, const ts_sinst *i)
{
    const ts_matrix *u = c->s->traits->matrix;
    bool known = ts_s_is_opaque(i->type) && i->type != TS_SUMS;
    if (has_opaque(c)) return -1;
    if (i->n < u->deep || i->n % 4) return wrong(c, "rows of %d words", i->n);
    if (!known || (of_bf16(i->type) && !u->chain[TS_KIND_BF16]))
        return wrong(c, "gives type %d", i->type);
    return operand(c, i->a, TS_i32);
}

static int opaque_multiply(const checker *c, const ts_sinst *i)
{
    ts_dtype of = i->n & TS_OF_BF16 ? TS_bf16 : TS_f16;
    if (has_opaque(c)) return -1;
    if (i->n & ~TS_OF_BF16) return wrong(c, "no such rows or elements (%d)", i->n);
    if (i->type != TS_SUMS) return wrong(c, "gives type %d", i->type);
    return operand(c, i->a, ts_s_opaque(of, false)) || operand(c, i->b, ts_s_opaque(of, true)) ||
           operand(c, i->c, TS_SUMS);
}

static int unload(const checker *c, const ts_sinst *i)
{
    if (has_opaque(c)) return -1;
    if (i->n < c->s->traits->matrix->across || i->n % 4) return wrong(c, "rows of %d words", i->n);
    return operand(c, i->a, TS_i32) || operand(c, i->b, TS_SUMS);
}

static int fragment(const checker *c, const ts_sinst *i)
{
    const ts_matrix *u = c->s->traits->matrix;
    if (!u) return wrong(c, "the target has no matrix units");
    if (i->n < u->deep || (u->quads && i->n % 4)) return wrong(c, "rows of %d words", i->n);
    int type = ts_s_held_as(&u->fragment);
    return i->type == type ? operand(c, i->a, TS_i32) : wrong(c, "gives type %d", type);
}

static int multiply(const checker *c, const ts_sinst *i)
{
    const ts_simt_traits *t = c->s->traits;
    const ts_matrix *u = t->matrix;
    if (!u || t->subgroup != u->lanes || c->s->threads % u->lanes)
        return wrong(c, "the target has no matrix units");
    int sums = ts_s_held_as(&u->sums);
    bool takes = i->n >= 0 && i->n / 2 < TS_KINDS && u->chain[ts_s_kind(i)];
    if (!takes || (i->n & TS_UPPER && u->across == 16))
        return wrong(c, "no such rows or elements (%d)", i->n);
    if (i->type != sums) return wrong(c, "gives type %d", sums);
    int of = ts_kind_share(ts_s_kind(i)) ? TS_OCT : ts_s_held_as(&u->fragment);
    return operand(c, i->a, of) || operand(c, i->b, of) || operand(c, i->c, sums);
}

/* ---- quartets ---- */

static int has_quartet(const checker *c)
{
    const ts_simt_traits *t = c->s->traits;
    bool there = t->quartet && t->matrix && !t->matrix->opaque && t->subgroup == t->matrix->lanes &&
                 c->s->threads % (TS_FOUR * t->matrix->lanes) == 0;
    return there ? 0 : wrong(c, "the target has no quartets, or the form no whole ones");
}

static int squares(const checker *c, const ts_sinst *i)
{
    if (has_quartet(c)) return -1;
    if (i->n < 4 * TS_TOGETHER || i->n % 4) return wrong(c, "columns of %d words", i->n);
    return i->type == TS_SQUARES ? operand(c, i->a, TS_i32) : wrong(c, "gives squares");
}

static int product(checker *c, const ts_sinst *i)
{
    bool takes = i->n >= 0 && i->n / 2 < TS_KINDS && c->s->traits->quartet->chain[ts_s_kind(i)];
    if (!takes) return wrong(c, "no such elements (%d)", i->n);
    c->product = c->v;
    return operand(c, i->a, TS_SQUARES) || operand(c, i->b, TS_SQUARES) ||
           operand(c, i->c, TS_BLOCK);
}

static int of_quartet(checker *c, const ts_sinst *i)
{
    if (has_quartet(c)) return -1;
    if (in_if(c)) return wrong(c, "stands in an IF");
    if (i->op == TS_S_PRODUCT) return product(c, i);
    if (i->op == TS_S_CLOSE) c->product = 0;
    if (i->op == TS_S_FENCE && i->n != TS_OF_SHARED && i->n != TS_OF_SUMS)
        return wrong(c, "no such kind (%d)", i->n);
    if (i->op != TS_S_JOIN) return 0;
    return i->n >= 0 && i->n < 8 ? operand(c, i->a, TS_BLOCK) : wrong(c, "%d groups", i->n);
}

static int exchange(const checker *c, const ts_sinst *i)
{
    bool multiplies = i->op == TS_S_MULTIPLY;
    const ts_simt_traits *t = c->s->traits;
    if (in_if(c)) return wrong(c, "stands in an IF");
    if (i->op == TS_S_BARRIER)
        return i->n >= 1 && i->n <= 3 ? 0 : wrong(c, "no such kind (%d)", i->n);
    if (i->op == TS_S_FRAGMENT) return opaque_fragment(c, i);
    if (i->op == TS_S_UNLOAD) return unload(c, i);
    if (multiplies) return t->matrix && t->matrix->opaque ? opaque_multiply(c, i) : multiply(c, i);
    if (i->n <= 0 || i->n >= t->subgroup || i->n >= c->s->threads)
        return wrong(c, "mask %d in a subgroup of %d", i->n, t->subgroup);
    if (operand(c, i->a, i->type)) return -1;
    return among(i->type, "FIU") ? 0 : wrong(c, "not of type %d", i->type);
}

/* ---- all of it ---- */

static int open_block(checker *c, const ts_sinst *i)
{
    int bad = i->op == TS_S_IF ? operand(c, i->a, TS_b1)
                               : operand(c, i->a, TS_i32) || operand(c, i->b, TS_i32) ||
                                     operand(c, i->c, TS_i32);
    c->open = c->v;
    return bad;
}

static int close_block(checker *c)
{
    if (!c->open) return wrong(c, "no block is open");
    c->open = c->block[c->open];
    c->block[c->v] = c->open;
    return 0;
}

static int half(const checker *c, const ts_sinst *i)
{
    bool has = i->op == TS_S_HALF ? c->s->traits->half : c->s->traits->to_half;
    if (!has) return wrong(c, "the target has no such instruction");
    return operand(c, i->a, i->op == TS_S_HALF ? TS_u32 : TS_f32);
}

static int instruction(checker *c, const ts_sinst *i)
{
    switch (i->op) {
    case TS_S_CONST: return constant(c, i);
    case TS_S_SIZE:
        return i->n >= 0 && i->n < c->s->sizes ? 0 : wrong(c, "there is no size %d", i->n);
    case TS_S_ELEM: return elementwise(c, i);
    case TS_S_SELECT: return selection(c, i);
    case TS_S_TO:
    case TS_S_BITS: return conversion(c, i);
    case TS_S_HALF:
    case TS_S_TO_HALF: return half(c, i);
    case TS_S_LOAD:
    case TS_S_LOAD4:
    case TS_S_STORE: return memory(c, i);
    case TS_S_WORD: return word(c, i);
    case TS_S_VAR: return operand(c, i->a, i->type);
    case TS_S_GET: return operand(c, i->a, i->type);
    case TS_S_SET: return operand(c, i->a, ANY) || operand(c, i->b, type_of(c, i->a));
    case TS_S_SHARED: return operand(c, i->a, TS_i32);
    case TS_S_SHARE: return operand(c, i->a, TS_i32) || operand(c, i->b, TS_u32);
    case TS_S_SHARED4:
        return operand(c, i->a, TS_i32) || (i->type != TS_QUAD && wrong(c, "gives a quad"));
    case TS_S_SHARE4: return operand(c, i->a, TS_i32) || operand(c, i->b, TS_QUAD);
    case TS_S_COPY: return copy(c, i);
    case TS_S_COMMIT:
    case TS_S_WAIT: return group_of_copies(c, i);
    case TS_S_SQUARES: return squares(c, i);
    case TS_S_FENCE:
    case TS_S_PRODUCT:
    case TS_S_CLOSE:
    case TS_S_JOIN: return of_quartet(c, i);
    case TS_S_FRAGMENT:
        return c->s->traits->matrix && c->s->traits->matrix->opaque ? exchange(c, i)
                                                                    : fragment(c, i);
    case TS_S_SUBGROUP: return has_opaque(c);
    case TS_S_SCALED:
        return operand(c, i->a, TS_QUAD) || operand(c, i->b, TS_u32) ||
               (i->type != TS_OCT && wrong(c, "gives an oct"));
    case TS_S_UNLOAD:
    case TS_S_MULTIPLY:
    case TS_S_SHUFFLE:
    case TS_S_BARRIER: return exchange(c, i);
    case TS_S_FOR:
    case TS_S_IF: return open_block(c, i);
    case TS_S_END: return close_block(c);
    default: return 0;
    }
}

static int head(const ts_simt *s, ts_error *err)
{
    const ts_simt_traits *t = s->traits;
    if (s->failed) return ts_fail(err, "form %s: out of memory", s->name);
    if (s->threads < 1 || s->teams < 1 || s->threads % s->teams)
        return ts_fail(err, "form %s: %d threads in %d teams", s->name, s->threads, s->teams);
    if (s->threads > t->threads && s->threads > t->max_threads)
        return ts_fail(err, "form %s: %d threads, of %d", s->name, s->threads, t->max_threads);
    if (s->shared * 4 > t->shared_bytes)
        return ts_fail(err, "form %s: %d bytes of shared memory, of %d", s->name, 4 * s->shared,
                       t->shared_bytes);
    return 0;
}

/* ---- what is printed inside its user ---- */

/* The instruction before which v is computed where it is inlined: its last user that is not. */
static uint32_t place_of(const checker *c, uint32_t v)
{
    for (uint32_t u = v + 1; c->s->i[v].inlined && u < c->s->n; u++) {
        const ts_sinst *i = &c->s->i[u];
        if (i->a != v && i->b != v && i->c != v) continue;
        v = u;
    }
    return v;
}

static bool changes(const ts_sinst *i, uint32_t var)
{
    bool sets = i->op == TS_S_SET || i->op == TS_S_JOIN;
    return (sets && i->a == var) || (i->op == TS_S_PRODUCT && i->c == var);
}

/* An inlined value has one user, in its block, and what a GET reads is not SET before. A CONST or a
 * WORD is no more than a name. */
static int inlining(const checker *c)
{
    const ts_sinst *i = &c->s->i[c->v];
    if (!i->inlined || i->op == TS_S_CONST || i->op == TS_S_WORD) return 0;
    uint32_t place = place_of(c, c->v);
    if (i->uses != 1) return wrong(c, "inlined in %d users", i->uses);
    if (c->block[place] != c->block[c->v]) return wrong(c, "inlined in another block");
    for (uint32_t w = c->v + 1; i->op == TS_S_GET && w < place; w++)
        if (changes(&c->s->i[w], i->a))
            return wrong(c, "moves over %s %u, to %u", ts_sops[c->s->i[w].op].name, w, place);
    return 0;
}

/* ---- what the passes say of a finished form, by rules that need no search ---- */

static bool is_block(ts_sop op)
{
    return op == TS_S_FOR || op == TS_S_IF;
}

/* Some FOR or IF around v has operands that vary, and no BARRIER that would make them alike. */
static bool apart(const checker *c, uint32_t v)
{
    for (uint32_t b = c->block[v]; b; b = c->block[b]) {
        const ts_sinst *i = &c->s->i[b];
        bool varies = c->s->i[i->a].varies || c->s->i[i->b].varies || c->s->i[i->c].varies;
        if (varies && !i->meets) return true;
    }
    return false;
}

/* What varies at least does so by its mark. */
static int uniformity(const checker *c)
{
    const ts_sinst *s = c->s->i, *i = &s[c->v];
    bool own = i->op == TS_S_THREAD || i->op == TS_S_SUBGROUP || i->op == TS_S_SHARED ||
               i->op == TS_S_SHARED4 || i->op == TS_S_FRAGMENT || i->op == TS_S_SHUFFLE;
    bool load = i->op == TS_S_LOAD || i->op == TS_S_LOAD4;
    bool from = s[i->a].varies || s[i->b].varies || s[i->c].varies;
    if (load && c->s->param[i->n].mode != TS_IN) own = true;
    if (i->op == TS_S_VAR && apart(c, c->v)) own = true;
    if (i->op == TS_S_SET && (s[i->b].varies || apart(c, c->v)) && !s[i->a].varies)
        return wrong(c, "variable %%%u does not vary", i->a);
    if (i->op == TS_S_PRODUCT && !s[i->c].varies)
        return wrong(c, "variable %%%u does not vary", i->c);
    for (uint32_t b = c->block[c->v]; i->op == TS_S_BARRIER && b; b = c->block[b])
        if (!s[b].meets) return wrong(c, "block %u does not know that threads meet", b);
    bool must = ts_sops[i->op].is & TS_MAKES && (own || from) && !(is_block(i->op) && i->meets);
    return must && !i->varies ? wrong(c, "may differ between threads") : 0;
}

/* ---- loops in blocks ---- */

enum { IN_FIRST = 1, IN_REST = 2 };

/* The halves in which v is computed, and those in which its name has a value. */
static int computed(const ts_sinst *i)
{
    if (i->part & TS_AHEAD) return IN_FIRST;
    return (i->part & TS_FIRST ? IN_FIRST : 0) | (i->part & TS_REST ? IN_REST : 0);
}

static int named(const ts_sinst *i)
{
    if (i->op == TS_S_FOR) return IN_FIRST | (i->part & TS_REST ? IN_REST : 0);
    return i->part & TS_AHEAD ? IN_REST : computed(i);
}

static int in_halves(const checker *c, uint32_t loop)
{
    const ts_sinst *i = &c->s->i[c->v];
    const uint32_t arg[] = {i->a, i->b, i->c};
    bool load = i->op == TS_S_LOAD || i->op == TS_S_LOAD4;
    if (i->part & TS_AHEAD && !load) return wrong(c, "is no load, and goes ahead");
    if (i->part & TS_FIRST && !(ts_sops[i->op].is & TS_PURE))
        return wrong(c, "is not pure, and comes first");
    if (ts_sops[i->op].is & TS_STAYS && (i->op != TS_S_SET || computed(i) != IN_REST))
        return wrong(c, "stands in no half");
    for (int k = 0; k < 3; k++) {
        const ts_sinst *x = &c->s->i[arg[k]];
        if (arg[k] < loop || x->op == TS_S_CONST) continue;
        if (computed(i) & ~named(x)) return wrong(c, "%%%u is not there in that half", arg[k]);
    }
    return 0;
}

static int halves(checker *c, uint32_t loop)
{
    const ts_sinst *i = &c->s->i[loop];
    double from, below, step;
    c->v = loop;
    if (!ts_s_is(c->s, i->a, &from) || !ts_s_is(c->s, i->b, &below) ||
        !ts_s_is(c->s, i->c, &step) || !(below > from) || i->n < 2)
        return wrong(c, "cannot run in blocks of %d turns", i->n);
    if (i->part & TS_EVEN && (long)((below - from + step - 1) / step) % i->n)
        return wrong(c, "is no whole number of blocks of %d turns", i->n);
    for (c->v = loop + 1; c->s->i[c->v].op != TS_S_END; c->v++)
        if (in_halves(c, loop)) return -1;
    return 0;
}

static int decisions(checker *c)
{
    int bad = 0;
    for (c->v = 1; c->v < c->s->n && !bad; c->v++)
        bad = inlining(c) || (!c->s->scratch && uniformity(c));
    for (uint32_t v = 1; v < c->s->n && !bad; v++)
        if (c->s->i[v].part & TS_BLOCKS) bad = halves(c, v);
    return bad;
}

int ts_simt_check(const ts_simt *s, ts_error *err)
{
    checker c = {.s = s, .err = err, .block = calloc(s->n + 1, sizeof *c.block)};
    if (!c.block) return ts_fail(err, "out of memory");
    int bad = head(s, err);
    for (c.v = 1; c.v < s->n && !bad; c.v++) {
        c.block[c.v] = c.open;
        bad = committed(&c, &s->i[c.v]) || instruction(&c, &s->i[c.v]);
    }
    if (!bad && c.copy) bad = ts_fail(err, "form %s: COPY %u is in no group", s->name, c.copy);
    if (!bad && c.product)
        bad = ts_fail(err, "form %s: PRODUCT %u is in no group", s->name, c.product);
    if (!bad && c.open) bad = ts_fail(err, "form %s: block %u has no END", s->name, c.open);
    if (!bad) bad = decisions(&c);
    free(c.block);
    return bad ? -1 : 0;
}

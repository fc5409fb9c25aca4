/* lane_check.c - the rules of lane/form.h that a form keeps or breaks before it runs: operands, their
 * types and blocks, places within their tiles, and masks for what reaches beyond one. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "test/lane/lane_run.h"

typedef struct checker {
    const ts_lane *f;
    uint32_t v;      /* the name or statement that is being checked */
    uint32_t *block; /* block[v]: the LOOP, FOR or BLOCK around v, 0: none */
    uint32_t open;
    int64_t turns[128]; /* of the open FOR of a variable, 0: none */
    ts_error *err;
} checker;

typedef struct range {
    int64_t lo, hi;
} range;

static int wrong(const checker *c, const char *format, ...) __attribute__((format(printf, 2, 3)));

static int wrong(const checker *c, const char *format, ...)
{
    char text[256];
    va_list ap;
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    return ts_fail(c->err, "form %s, instruction %u (%s): %s", c->f->k->name, c->v,
                   ts_l_op_name((ts_lop)c->f->i[c->v].op), text);
}

static const ts_linst *at(const checker *c, uint32_t v)
{
    return &c->f->i[v];
}

/* ---- places ---- */

static int place(const checker *c, ts_spot p, range *r)
{
    int64_t n = c->turns[p.var & 127], m = c->turns[p.plus & 127];
    if (p.var && !n) return wrong(c, "no FOR of '%c' is open", p.var);
    if (p.plus && !m) return wrong(c, "no FOR of '%c' is open", p.plus);
    *r = (range){0, p.var ? n - 1 : 0};
    if (p.mul) r->hi *= p.mul;
    if (p.plus) r->hi += (m - 1) * (p.times ? p.times : 1);
    if (p.of && p.add < 1) return wrong(c, "divides by %d", p.add);
    if (p.of == '/') r->hi /= p.add;
    if (p.of == '%' && r->hi >= p.add) r->hi = p.add - 1;
    if (!p.of) r->lo += p.add, r->hi += p.add;
    if (p.by < 0 || (p.by && !p.var)) return wrong(c, "a place divided by %d", p.by);
    if (p.by) r->lo /= p.by, r->hi /= p.by;
    return 0;
}

static int within(const checker *c, ts_spot p, int64_t extent, const char *what)
{
    range r;
    if (place(c, p, &r)) return -1;
    if (r.lo >= 0 && r.hi < extent) return 0;
    return wrong(c, "%s %lld to %lld of %lld", what, (long long)r.lo, (long long)r.hi,
                 (long long)extent);
}

static int tile_of(const checker *c, const ts_linst *i, ts_layout *y)
{
    const ts_linst *tile = at(c, i->arg[0]);
    if (tile->op == TS_L_TILE) {
        *y = c->f->layout[tile->at];
        return 0;
    }
    if (tile->op != TS_L_LOCAL || tile->n < 1) return wrong(c, "%%%u is no tile", i->arg[0]);
    *y = (ts_layout){1, (int)tile->n * c->f->lanes, (int)tile->n, false};
    return 0;
}

static int slot(const checker *c, const ts_linst *i)
{
    ts_layout y;
    if (tile_of(c, i, &y)) return -1;
    if (i->flag) return within(c, i->col, (int64_t)y.rows * y.slots, "slot");
    return within(c, i->row, y.rows, "row") || within(c, i->col, y.slots, "slot");
}

static int element(const checker *c, const ts_linst *i)
{
    ts_layout y;
    if (tile_of(c, i, &y)) return -1;
    if (y.column || i->op == TS_L_LANE) return within(c, i->row, y.cols, "row");
    if (i->op == TS_L_FIRST) return y.rows * y.cols == 1 ? 0 : wrong(c, "has more elements");
    bool matrix = at(c, i->arg[0])->n == 2;
    return (matrix && within(c, i->row, y.rows, "row")) || within(c, i->col, y.cols, "column");
}

/* ---- accesses ---- */

static int slot_in_memory(const checker *c, const ts_linst *i)
{
    const ts_laccess *a = &c->f->access[i->at];
    range row, col;
    if (place(c, i->row, &row) || place(c, i->col, &col)) return -1;
    if (i->op == TS_L_PREFETCH) return 0;
    if (col.hi * c->f->lanes >= a->width)
        return wrong(c, "slot %lld of %d elements", (long long)col.hi, a->width);
    bool beyond = (col.hi + 1) * c->f->lanes > a->width;
    if (beyond && !(i->mask & TS_MASK_TAIL)) return wrong(c, "lanes beyond the tile have no mask");
    bool strided = !ts_l_is(c->f, a->col.stride, 1);
    if (strided != !!(i->mask & TS_MASK_STRIDED)) return wrong(c, "strided or not?");
    return i->mask & TS_MASK_ROW && a->lie == TS_LINE ? wrong(c, "a line has no rows") : 0;
}

/* Its tile lies inside of the view: all elements may be picked. */
static int element_in_memory(const checker *c, const ts_linst *i)
{
    const ts_laccess *a = &c->f->access[i->at];
    if (a->lie != TS_MATRIX || i->mask & ~TS_MASK_STRIDED)
        return wrong(c, "no element of a matrix");
    range row;
    return place(c, i->row, &row) || within(c, i->col, a->width, "column");
}

static int access(const checker *c, const ts_linst *i)
{
    if (i->at >= c->f->accesses) return wrong(c, "there is no access %u", i->at);
    const ts_linst *p = at(c, c->f->access[i->at].param);
    bool stores = i->op == TS_L_STORE || i->op == TS_L_STORE1 || i->op == TS_L_SCATTER;
    if (p->op != TS_L_PARAM || p->type != i->type) return wrong(c, "not of a param of its type");
    if (stores && !p->flag) return wrong(c, "param %s is only read", p->name);
    if (i->op == TS_L_PICK) return element_in_memory(c, i);
    bool slots = i->op == TS_L_LOAD || i->op == TS_L_STORE || i->op == TS_L_PREFETCH;
    return slots ? slot_in_memory(c, i) : 0;
}

/* ---- expressions ---- */

/* A name may be used while the block it is in is open. A LOOP is the index inside of it. */
static bool visible(const checker *c, uint32_t id)
{
    uint32_t home = at(c, id)->op == TS_L_LOOP ? id : c->block[id];
    for (uint32_t b = c->open; b && home; b = c->block[b])
        if (b == home) return true;
    return !home;
}

static int expression(const checker *c, uint32_t v);

static int type_is(const checker *c, uint32_t v, int type, bool vector)
{
    const ts_linst *i = at(c, v);
    if (i->op == TS_L_LONG && !vector) return 0;
    if (i->type == type && i->vector == vector) return 0;
    return wrong(c, "%%%u is of type %s%s, not %s%s", v, ts_dtypes[i->type].name,
                 i->vector ? "s" : "", ts_dtypes[type].name, vector ? "s" : "");
}

static int elementwise(const checker *c, const ts_linst *i)
{
    const ts_opinfo *info = &ts_opinfos[i->elem];
    if (!ts_is_elem((ts_opcode)i->elem)) return wrong(c, "not elementwise");
    int type = at(c, i->arg[0])->type, result = info->result == PRED ? TS_b1 : type;
    if (!strchr(info->types, ts_dtypes[type].class)) return wrong(c, "not for that type");
    for (int a = 0; a < info->args; a++)
        if (!i->arg[a] || type_is(c, i->arg[a], type, i->vector)) return wrong(c, "operand %d", a);
    return i->type == result ? 0 : wrong(c, "gives another type");
}

/* As many vectors of a row as there are lanes. */
static int folds(const checker *c, const ts_linst *i)
{
    const ts_linst *x = at(c, i->arg[0]);
    if (x->op != TS_L_LOCAL || x->n < 1 || x->type != i->type || !i->vector)
        return wrong(c, "%%%u is no row of vectors of its type", i->arg[0]);
    return within(c, i->col, x->n - c->f->lanes + 1, "the first vector");
}

static int typed(const checker *c, const ts_linst *i)
{
    switch ((ts_lop)i->op) {
    case TS_L_ELEM: return elementwise(c, i);
    case TS_L_SELECT:
        return type_is(c, i->arg[0], TS_b1, i->vector) ||
               type_is(c, i->arg[1], i->type, i->vector) ||
               type_is(c, i->arg[2], i->type, i->vector);
    case TS_L_CAST:
    case TS_L_BITS: return type_is(c, i->arg[0], at(c, i->arg[0])->type, i->vector);
    case TS_L_SPLAT: return type_is(c, i->arg[0], i->type, false);
    case TS_L_KEEP:
        return type_is(c, i->arg[0], i->type, true) ||
               (i->arg[1] && type_is(c, i->arg[1], i->type, true));
    case TS_L_PAIR:
        return type_is(c, i->arg[0], TS_i32, true) || type_is(c, i->arg[1], TS_i32, true) ||
               (i->type != TS_i32 && wrong(c, "pairs are words"));
    case TS_L_PAIRSUM:
        for (int a = 0; a < 3; a++)
            if (type_is(c, i->arg[a], TS_i32, true)) return -1;
        if (i->elem != TS_dot2_ && i->elem != TS_dot4_) return wrong(c, "no sum of products");
        return i->type == TS_i32 ? 0 : wrong(c, "pairs are words");
    case TS_L_WORDS:
    case TS_L_JOIN:
        return type_is(c, i->arg[0], at(c, i->arg[1])->type, true) ||
               type_is(c, i->arg[1], at(c, i->arg[0])->type, true) ||
               (i->type != TS_i32 && wrong(c, "no words")) ||
               (at(c, i->arg[0])->type != TS_f32 && ts_dtypes[at(c, i->arg[0])->type].bits != 16 &&
                wrong(c, "not of floats or numbers of 16 bits"));
    case TS_L_SPREAD:
        return type_is(c, i->arg[0], i->type, true) ||
               ((i->n < 1 || c->f->lanes % i->n) && wrong(c, "no parts of a vector"));
    case TS_L_REST: return type_is(c, i->arg[0], TS_f32, true);
    case TS_L_FOLD: return type_is(c, i->arg[0], i->type, true);
    case TS_L_FOLDS: return folds(c, i);
    case TS_L_SLOT: return slot(c, i);
    case TS_L_ELEMENT:
    case TS_L_FIRST:
    case TS_L_LANE: return element(c, i);
    case TS_L_LOAD:
    case TS_L_LOAD1:
    case TS_L_ADDRESS:
    case TS_L_PICK: return access(c, i);
    default: return 0;
    }
}

static int operands(const checker *c, uint32_t v)
{
    for (int a = 0; a < 5; a++) {
        uint32_t x = at(c, v)->arg[a];
        if (!x) continue;
        if (x >= v) return wrong(c, "operand %%%u comes later", x);
        if (ts_l_is_expression((ts_lop)at(c, x)->op) ? expression(c, x)
                                                     : !ts_l_is_name((ts_lop)at(c, x)->op))
            return ts_failed(c->err) ? -1 : wrong(c, "operand %%%u is no value", x);
        if (ts_l_is_name((ts_lop)at(c, x)->op) && !visible(c, x))
            return wrong(c, "operand %%%u is of a block that has ended", x);
    }
    return 0;
}

static int axis(const checker *c, const ts_axis *x)
{
    const uint32_t all[] = {x->base, x->stride, x->lo, x->hi};
    for (int a = 0; a < 4; a++)
        if (all[a] && !ts_l_is_expression((ts_lop)at(c, all[a])->op) && !visible(c, all[a]))
            return wrong(c, "%%%u of its view is of a block that has ended", all[a]);
    return 0;
}

static int expression(const checker *c, uint32_t v)
{
    const ts_linst *i = at(c, v);
    range r;
    if (operands(c, v) || place(c, i->row, &r) || place(c, i->col, &r) || typed(c, i)) return -1;
    if (!ts_l_is_access((ts_lop)i->op)) return 0;
    return axis(c, &c->f->access[i->at].row) || axis(c, &c->f->access[i->at].col);
}

/* ---- names and statements ---- */

static bool same(const ts_linst *a, const ts_linst *b)
{
    if (a->op != b->op || a->id != b->id || a->stream != b->stream) return false;
    if (a->op == TS_L_LOCAL) return a->at == b->at && !strcmp(a->name, b->name);
    return a->op == TS_L_GRID ? a->at == b->at : a->op != TS_L_STRIDE || a->n == b->n;
}

/* Texts know instructions by what they name: so no other of that name may be visible. */
static int own_name(const checker *c, const ts_linst *i)
{
    for (uint32_t u = c->v - 1; u > 0 && ts_l_is_name((ts_lop)i->op); u--)
        if (same(at(c, u), i) && visible(c, u)) return wrong(c, "%%%u has the same name", u);
    return 0;
}

static int assignment(const checker *c, const ts_linst *i)
{
    const ts_linst *to = at(c, i->arg[0]);
    bool can = to->op == TS_L_VAR || to->op == TS_L_CELL || to->op == TS_L_SLOT ||
               to->op == TS_L_ELEMENT || (to->op == TS_L_LOCAL && !to->flag && !to->n);
    if (!can) return wrong(c, "%%%u cannot be set", i->arg[0]);
    return type_is(c, i->arg[1], to->type, to->vector) ||
           (i->arg[2] && type_is(c, i->arg[2], to->type, to->vector));
}

/* A square of vectors, each of which has been set. */
static int turn(const checker *c, const ts_linst *i)
{
    const ts_linst *x = at(c, i->arg[0]);
    bool square = x->op == TS_L_LOCAL && x->n == c->f->lanes;
    return square ? 0 : wrong(c, "%%%u is no square of vectors", i->arg[0]);
}

/* Squares of both operands are as deep, and as many as the result has rows and slots of them. */
static int unit(const checker *c, const ts_linst *i)
{
    const ts_layout *y[3];
    for (int a = 0; a < 3; a++) {
        const ts_linst *x = at(c, i->arg[a]);
        if (x->op != TS_L_TILE || x->type != (a ? TS_i32 : TS_f32))
            return wrong(c, "operand %d", a);
        y[a] = &c->f->layout[x->at];
    }
    int lanes = c->f->lanes, cut[] = {(int)i->n * lanes, (int)i->at * lanes};
    if (lanes != 16 || i->n < 1 || i->n > 3 || i->at < 1 || i->at > 3)
        return wrong(c, "no unit is so");
    bool deep = y[1]->slots % cut[0] == 0 && y[2]->slots % cut[1] == 0 &&
                y[1]->slots / cut[0] == y[2]->slots / cut[1];
    if (!deep || y[0]->rows != y[1]->rows * lanes || y[0]->slots != y[2]->rows)
        return wrong(c, "squares that do not fit");
    return 0;
}

/* As deep as many numbers lie in a row of the third operand; -1: none is so. */
static int depth_of(const checker *c, const ts_linst *i, int rows)
{
    const ts_linst *x = at(c, i->arg[2]);
    int lanes = c->f->lanes, pieces = (int)i->at;
    if (x->op == TS_L_ADDRESS) {
        const ts_laccess *a = &c->f->access[x->at];
        bool right = a->lie == TS_MATRIX && ts_l_is(c->f, a->col.stride, 1) && pieces == 1 &&
                     x->type == TS_bf16 && a->width % (2 * lanes) == 0;
        return right ? a->width / (2 * lanes) : -1;
    }
    if (x->op != TS_L_TILE || x->type != TS_i32 || c->f->layout[x->at].rows != rows) return -1;
    int slots = c->f->layout[x->at].slots;
    return slots % (pieces * lanes) ? -1 : slots / (pieces * lanes);
}

/* Few rows, all pieces of which lie beside each other in squares as deep as those of the others. */
static int few(const checker *c, const ts_linst *i)
{
    const ts_linst *y = at(c, i->arg[0]), *x = at(c, i->arg[1]);
    int lanes = c->f->lanes;
    if (lanes != 16 || i->n < 1 || i->n > 3 || i->at < 1 || i->at > 3)
        return wrong(c, "no unit is so");
    if (y->op != TS_L_TILE || y->type != TS_f32 || x->op != TS_L_TILE || x->type != TS_i32)
        return wrong(c, "no tile, or no squares");
    const ts_layout *to = &c->f->layout[y->at], *from = &c->f->layout[x->at];
    int beside = (to->rows * (int)i->n + lanes - 1) / lanes;
    bool right = to->rows <= lanes && from->rows == 1 &&
                 from->slots == depth_of(c, i, to->slots) * beside * lanes;
    return right ? 0 : wrong(c, "squares that do not fit");
}

/* Squares so many rows high, `pieces` of each; as deep as they are, -1: they are none. */
static int depth_of_squares(const checker *c, uint32_t v, int rows, int pieces)
{
    const ts_linst *x = at(c, v);
    if (x->op != TS_L_TILE || x->type != TS_i32 || c->f->layout[x->at].rows != rows) return -1;
    int slots = c->f->layout[x->at].slots;
    return slots % (pieces * c->f->lanes) ? -1 : slots / (pieces * c->f->lanes);
}

/* Squares of x, and what it is added to, are as many as the result has rows of them, the others as many as slots. */
static int pass(const checker *c, const ts_linst *i)
{
    const ts_linst *y = at(c, i->arg[0]);
    int lanes = c->f->lanes;
    if (lanes != 16 || i->n < 1 || i->n > 3 || i->at < 1 || i->at > 3)
        return wrong(c, "no unit is so");
    if (y->op != TS_L_TILE || y->type != TS_f32 || !i->arg[4]) return wrong(c, "no tile, or rows");
    const ts_layout *to = &c->f->layout[y->at];
    int rows = to->rows / lanes, deep = depth_of_squares(c, i->arg[1], rows, (int)i->n);
    bool right = to->rows % lanes == 0 && deep > 0 && deep == depth_of(c, i, to->slots) &&
                 (!i->arg[3] || deep == depth_of_squares(c, i->arg[3], rows, 1));
    return right ? 0 : wrong(c, "squares that do not fit");
}

static int open_block(checker *c, const ts_linst *i)
{
    c->open = c->v;
    if (i->op == TS_L_LOOP)
        return at(c, i->arg[0])->op == TS_L_START && i->n > 0 ? 0 : wrong(c, "no START or step");
    if (i->op == TS_L_BLOCK) return 0;
    int64_t *turns = &c->turns[i->row.var & 127];
    if (*turns) return wrong(c, "a FOR of '%c' is open", i->row.var);
    *turns = i->n;
    return i->n > 0 ? 0 : wrong(c, "no turn");
}

static int close_block(checker *c, const ts_linst *i)
{
    if (!c->open || i->arg[0] != c->open) return wrong(c, "ends %u, not %u", i->arg[0], c->open);
    const ts_linst *opened = at(c, c->open);
    if (opened->op == TS_L_FOR) c->turns[opened->row.var & 127] = 0;
    c->open = c->block[c->open];
    c->block[c->v] = c->open;
    return 0;
}

static int statement(checker *c, const ts_linst *i)
{
    switch ((ts_lop)i->op) {
    case TS_L_END: return close_block(c, i);
    case TS_L_LOOP:
    case TS_L_FOR:
    case TS_L_BLOCK: return operands(c, c->v) || open_block(c, i);
    case TS_L_LET:
    case TS_L_VAR: return operands(c, c->v) || type_is(c, i->arg[0], i->type, false);
    case TS_L_LOCAL:
        return operands(c, c->v) || (i->arg[0] && type_is(c, i->arg[0], i->type, i->vector));
    case TS_L_SET:
    case TS_L_ADD:
    case TS_L_PAIRADD:
    case TS_L_MULADD: return expression(c, c->v) || assignment(c, i);
    case TS_L_TURN: return operands(c, c->v) || turn(c, i);
    case TS_L_UNIT: return operands(c, c->v) || unit(c, i);
    case TS_L_FEW: return operands(c, c->v) || few(c, i);
    case TS_L_PASS: return operands(c, c->v) || pass(c, i);
    case TS_L_STORE:
    case TS_L_STORE1:
        return expression(c, c->v) || access(c, i) ||
               type_is(c, i->arg[0], i->type, i->op == TS_L_STORE);
    case TS_L_GATHER:
    case TS_L_SCATTER:
    case TS_L_PREFETCH: return expression(c, c->v) || access(c, i);
    default: return operands(c, c->v);
    }
}

static bool counts(ts_lop op)
{
    return op == TS_L_SIZE || op == TS_L_LET || op == TS_L_GRID || ts_l_is_expression(op);
}

int ts_lane_check(const ts_lane *f, ts_error *err)
{
    checker c = {.f = f, .err = err, .block = calloc(f->n + 1, sizeof *c.block)};
    if (!c.block) return ts_fail(err, "out of memory");
    int bad = 0;
    for (c.v = 1; c.v < f->n && !bad; c.v++) {
        ts_lop op = (ts_lop)f->i[c.v].op;
        c.block[c.v] = c.open;
        if (c.v < f->head && !counts(op)) bad = wrong(&c, "stands among the counts of programs");
        if (!bad) bad = own_name(&c, &f->i[c.v]);
        if (!bad && !ts_l_is_expression(op)) bad = statement(&c, &f->i[c.v]);
    }
    c.v = f->n - 1;
    if (!bad && c.open) bad = wrong(&c, "block %u has no END", c.open);
    free(c.block);
    return bad ? -1 : 0;
}

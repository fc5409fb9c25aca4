/* unit.c - contractions a[m,k] b[n,k]^T and a[m,k] b[k,n] by a CPU's matrix unit, which multiplies squares: 16
 * rows of 32 numbers in bf16, adding in f32.
 *
 * An f32 has three times the significant bits of a bf16. It is cut into pieces: its upper half, the upper half
 * of what that leaves, and the rest. Each is exact, so products of pieces add up to the product; those below
 * 2^-24 of it are left out. What an infinity leaves is a NaN, and so is every sum with one. Weights have few bits
 * and need few pieces:
 *
 *      element          pieces    products with an f32
 *      bf16, MXFP4      1         3
 *      f16, q8, q4      2         5
 *      f32              3         6
 *
 * Operands are held as squares of 16 vectors of words, a word two neighbours along k; those of b are turned, so
 * that row i of one has the words i of 16 rows of b, or joined from two rows where k runs down the rows:
 *
 *      rows 0..15:     k 0..31: piece 0 | 1 | 2    k 32..63: piece 0 | 1 | 2    ...
 *      rows 16..31:    k 0..31: piece 0 | 1 | 2    ...
 *
 * A product of the unit takes its time however few rows of a there are. So at most 16 that meet rows of b in passing
 * change places with them: rows of b, which need no turning then, meet squares of a, in which the pieces of all rows lie
 * side by side (`few`): those of 5 rows fill one. What is bf16 in memory is not even copied. */
#include "lane/lower.h"

#include <string.h>

enum {
    SQUARE = 16, /* rows; words in a row */
    DEPTH = 32,  /* numbers in a row */
    PIECE = 8,   /* significant bits of a bf16 */
    WHOLE = 24,  /* of an f32 */
    MOST_PIECES = 3
};

/* ---- which contractions, and how many pieces ---- */

bool ts_lane_fits_unit(const ts_plan *p, const ts_op *dot)
{
    const ts_op *a = &p->k->op[dot->arg[0]];
    bool deep = dot->op == TS_dot_t_ ? a->dim[1] >= DEPTH : a->dim[1] % DEPTH == 0;
    return ts_lane_traits_of(p->target)->unit && dot->dtype == TS_f32 && deep &&
           dot->dim[0] % SQUARE == 0 && dot->dim[1] % SQUARE == 0;
}

bool ts_lane_fits_few(const ts_plan *p, uint32_t id)
{
    enum { LONG = 256 }; /* shorter rows are not worth the cutting */
    const ts_op *dot = &p->k->op[id], *a = &p->k->op[dot->arg[0]];
    return ts_lane_traits_of(p->target)->unit && dot->op == TS_dot_t_ && dot->dtype == TS_f32 &&
           dot->dim[0] <= SQUARE && dot->dim[1] % SQUARE == 0 && a->dim[1] >= LONG &&
           a->dim[1] % DEPTH == 0 && p->note[id].loop == p->note[dot->arg[1]].loop;
}

static int bits_of_dtype(ts_dtype t)
{
    switch (t) {
    case TS_f16: return 11;
    case TS_bf16:
    case TS_i8:
    case TS_u8: return 8;
    case TS_f8e4m3:
    case TS_i4: return 4;
    case TS_f4e2m1: return 2;
    case TS_f8e8m0: return 1;
    default: return WHOLE;
    }
}

static bool keeps_bits(ts_opcode op)
{
    return op == TS_cast_ || op == TS_repeat_ || op == TS_abs_ || op == TS_neg_;
}

/* Significant bits that elements of a value have at most. */
static int bits_of(const ts_plan *p, uint32_t id)
{
    const ts_op *o = &p->k->op[id];
    int most = bits_of_dtype(o->dtype), bits = most;
    if (ts_lane_whole_of(p, id) != id) bits = PIECE;
    if (keeps_bits(o->op)) bits = bits_of(p, o->arg[0]);
    if (o->op == TS_mul_) bits = bits_of(p, o->arg[0]) + bits_of(p, o->arg[1]);
    return bits < most ? bits : most;
}

static bool from_bf16(const ts_plan *p, uint32_t id)
{
    const ts_op *o = &p->k->op[id];
    return o->op == TS_cast_ && p->k->op[o->arg[0]].dtype == TS_bf16;
}

/* A sum of two numbers in bf16 is two pieces as it stands, however far apart they are. */
static bool is_sum(const ts_plan *p, uint32_t id)
{
    const ts_op *o = &p->k->op[id];
    return o->op == TS_add_ && o->dtype == TS_f32 && !p->note[id].down && ts_cols(o) % DEPTH == 0 &&
           from_bf16(p, o->arg[0]) && from_bf16(p, o->arg[1]);
}

int ts_lane_pieces(const ts_plan *p, uint32_t id)
{
    if (is_sum(p, id)) return 2;
    return (bits_of(p, id) + PIECE - 1) / PIECE;
}

/* Squares beside each other, of 32 numbers along k. */
static int beside(const ts_note *n, int pieces)
{
    return n->few ? (n->layout.rows * pieces + SQUARE - 1) / SQUARE : pieces;
}

ts_layout ts_lane_squares(const ts_note *n, int pieces)
{
    int across = n->down ? n->layout.cols : n->layout.rows;
    int along = n->down ? n->layout.rows : n->layout.cols;
    int rows = (across + SQUARE - 1) / SQUARE, deep = (along + DEPTH - 1) / DEPTH;
    int slots = deep * beside(n, pieces) * SQUARE;
    return (ts_layout){.rows = rows, .cols = slots * SQUARE, .slots = slots};
}

/* ---- a row of an operand, 32 elements of it ---- */

typedef struct cut {
    uint32_t id;   /* the value */
    uint32_t tile; /* of its squares */
    int pieces;
    bool held;     /* it has a tile of its own, too */
    bool raw;      /* bf16 as it lies in memory */
    bool passes;   /* in a loop, of which the next turn wants the rows behind these */
    uint32_t from; /* what is cut: the value, or what it is converted from */
    ts_spot deep;  /* which 32 along k */
    bool whole;    /* none of them beyond k */
    uint32_t to
        [MOST_PIECES]; /* LOCALs of 16 vectors: turned from there; 0: rows go to the tile at once */
} cut;

/* A slot of the value, or of what it is converted from. */
static uint32_t slot_of(ts_weave *w, const cut *c, ts_slot at)
{
    ts_layout y = w->plan->note[c->id].layout;
    if (c->raw && c->from != c->id) return ts_weave_value(w, c->from, y, at);
    uint32_t x = c->held ? ts_weave_value(w, c->id, y, at) : ts_weave_compute(w, c->id, at);
    return c->raw ? x : ts_weave_cast(w, x, TS_f32);
}

/* Half h of 32 elements; zeros behind the tile's end. */
static uint32_t half(ts_weave *w, const cut *c, ts_spot row, int h)
{
    ts_layout y = w->plan->note[c->id].layout;
    ts_spot s = c->deep.var ? ts_spot_times(c->deep.var, 2, h) : ts_spot_at(2 * c->deep.add + h);
    if (!c->whole && s.add >= y.slots)
        return ts_weave_splat(w, ts_weave_put(w, (ts_linst){.op = TS_L_CONST, .type = TS_f32}));
    uint32_t x = slot_of(w, c, (ts_slot){row, s});
    if (c->raw || c->whole || (s.add + 1) * w->f->lanes <= y.cols) return x;
    return ts_weave_put(
        w, (ts_linst){
               .op = TS_L_KEEP, .type = TS_f32, .vector = true, .col = s, .n = y.cols, .arg = {x}});
}

static uint32_t local(ts_weave *w, const char *name, int i, ts_linst l)
{
    l.op = TS_L_LOCAL;
    l.vector = true;
    l.name = name;
    l.id = (uint32_t)i;
    l.at = (uint32_t)TS_UNNUMBERED;
    return ts_weave_put(w, l);
}

static uint32_t fixed(ts_weave *w, const char *name, int i, uint32_t x)
{
    return local(w, name, i, (ts_linst){.type = w->f->i[x].type, .flag = true, .arg = {x}});
}

/* Where vector `i` of a piece goes. */
static uint32_t place(ts_weave *w, const cut *c, ts_spot rows, ts_spot i, int piece)
{
    const ts_note *n = &w->plan->note[c->id];
    int each = beside(n, c->pieces) * SQUARE, v = piece * n->layout.rows + i.add;
    ts_spot col = i;
    if (n->few && c->to[0])
        return ts_weave_slot(w, c->to[v / SQUARE],
                             (ts_slot){ts_spot_at(0), ts_spot_at(v % SQUARE)});
    if (c->to[piece]) return ts_weave_slot(w, c->to[piece], (ts_slot){ts_spot_at(0), i});
    if (c->deep.var)
        col = (ts_spot){.var = c->deep.var, .mul = each, .plus = i.var, .add = i.add};
    else if (i.var)
        col = ts_spot_beyond(i.var, c->deep.add * each);
    else
        col.add += c->deep.add * each;
    col.add += piece * SQUARE;
    return ts_weave_slot(w, c->tile, (ts_slot){rows, col});
}

/* Two vectors, which together are vector `i` of each piece. */
static void cut_both(ts_weave *w, const cut *c, ts_spot rows, ts_spot i, uint32_t low,
                     uint32_t high)
{
    ts_lop op = w->plan->note[c->id].down ? TS_L_JOIN : TS_L_WORDS;
    for (int p = 0; p < c->pieces; p++) {
        ts_linst words = {.op = (uint8_t)op, .type = TS_i32, .vector = true, .arg = {low, high}};
        ts_weave_set(w, place(w, c, rows, i, p), ts_weave_put(w, words));
        if (p + 1 == c->pieces) break;
        ts_linst rest = {.op = TS_L_REST, .type = TS_f32, .vector = true, .arg = {low}};
        low = fixed(w, "x", p + 1, ts_weave_put(w, rest));
        rest.arg[0] = high;
        high = fixed(w, "y", p + 1, ts_weave_put(w, rest));
    }
}

/* Of a sum, which is not formed: each of its terms is a piece. */
static void cut_terms(ts_weave *w, const cut *c, ts_spot rows, ts_spot row, ts_spot i)
{
    for (int p = 0; p < c->pieces; p++) {
        cut term = *c;
        term.raw = true;
        term.from = w->k->op[w->k->op[c->id].arg[p]].arg[0];
        uint32_t in = ts_weave_put(w, (ts_linst){.op = TS_L_BLOCK});
        uint32_t low = fixed(w, "x", 0, half(w, &term, row, 0)),
                 high = fixed(w, "y", 0, half(w, &term, row, 1));
        ts_linst words = {.op = TS_L_WORDS, .type = TS_i32, .vector = true, .arg = {low, high}};
        ts_weave_set(w, place(w, c, rows, i, p), ts_weave_put(w, words));
        ts_weave_end(w, in);
    }
}

/* Row `row` of the value, which is vector `i` of its squares. */
static void cut_row(ts_weave *w, const cut *c, ts_spot rows, ts_spot row, ts_spot i)
{
    if (!c->held && is_sum(w->plan, c->id)) {
        cut_terms(w, c, rows, row, i);
        return;
    }
    uint32_t in = ts_weave_put(w, (ts_linst){.op = TS_L_BLOCK});
    uint32_t low = fixed(w, "x", 0, half(w, c, row, 0)),
             high = fixed(w, "y", 0, half(w, c, row, 1));
    cut_both(w, c, rows, i, low, high);
    ts_weave_end(w, in);
}

/* ---- squares ---- */

/* Row `at` of those in question, which is vector i. */
static void one_row(ts_weave *w, const cut *c, ts_spot rows, ts_spot row, ts_spot i)
{
    ts_spot s = c->deep.var ? ts_spot_times(c->deep.var, 2, 0) : ts_spot_at(2 * c->deep.add);
    uint32_t load = ts_weave_load_within(w, c->id);
    int ahead = c->to[0] ? SQUARE : w->k->op[c->id].dim[0];
    if (c->to[0] || c->passes) ts_weave_prefetch_rows(w, load, (ts_slot){row, s}, 2, ahead);
    cut_row(w, c, rows, row, i);
}

/* 16 rows. What is turned goes from memory to registers at once, one by one, but for masks, which are a lot of
 * text. */
static void cut_rows(ts_weave *w, const cut *c, ts_spot rows)
{
    uint32_t load = ts_weave_load_within(w, c->id);
    ts_spot row = rows.var ? ts_spot_times(rows.var, SQUARE, 0) : ts_spot_at(0);
    if ((c->to[0] || c->passes) && load && ts_weave_is_whole(w, load)) {
        for (int i = 0; i < SQUARE; i++) one_row(w, c, rows, ts_spot_plus(row, i), ts_spot_at(i));
        return;
    }
    uint32_t each = ts_weave_for(w, 'e', SQUARE, true);
    if (rows.var)
        row.plus = 'e';
    else
        row = ts_spot_by('e');
    one_row(w, c, rows, row, ts_spot_by('e'));
    ts_weave_end(w, each);
}

/* All of few rows, and zeros in what they leave over. */
static void few_rows(ts_weave *w, const cut *c)
{
    const ts_note *n = &w->plan->note[c->id];
    int all = n->layout.rows * c->pieces, room = beside(n, c->pieces) * SQUARE;
    for (int i = 0; i < n->layout.rows; i++)
        cut_row(w, c, ts_spot_at(0), ts_spot_at(i), ts_spot_at(i));
    if (all == room) return;
    ts_linst none = {.op = TS_L_CONST, .type = TS_i32};
    uint32_t zeros = ts_weave_splat(w, ts_weave_put(w, none));
    for (int v = all; v < room; v++) {
        ts_slot at = {ts_spot_at(0), ts_spot_at(v % SQUARE)};
        ts_weave_set(w, ts_weave_slot(w, c->to[v / SQUARE], at), zeros);
    }
}

static void turn(ts_weave *w, cut *c, ts_spot rows)
{
    const ts_note *n = &w->plan->note[c->id];
    int squares = beside(n, c->pieces);
    for (int p = 0; p < squares; p++)
        c->to[p] = local(w, "q", p, (ts_linst){.type = TS_i32, .n = SQUARE});
    if (n->few)
        few_rows(w, c);
    else
        cut_rows(w, c, rows);
    uint32_t from[MOST_PIECES];
    memcpy(from, c->to, sizeof from);
    memset(c->to, 0, sizeof c->to);
    for (int p = 0; p < squares; p++) {
        uint32_t q = from[p];
        ts_weave_put(w, (ts_linst){.op = TS_L_TURN, .arg = {q}});
        for (int i = 0; i < SQUARE; i++)
            ts_weave_set(w, place(w, c, rows, ts_spot_at(i), p),
                         ts_weave_slot(w, q, (ts_slot){ts_spot_at(0), ts_spot_at(i)}));
    }
}

static void square(ts_weave *w, cut *c, ts_spot rows)
{
    uint32_t in = ts_weave_put(w, (ts_linst){.op = TS_L_BLOCK});
    if (w->plan->note[c->id].panel || w->plan->note[c->id].few)
        turn(w, c, rows);
    else
        cut_rows(w, c, rows);
    ts_weave_end(w, in);
}

static void along(ts_weave *w, cut *c, ts_spot rows)
{
    int cols = w->plan->note[c->id].layout.cols, whole = cols / DEPTH;
    c->whole = true;
    if (whole) {
        uint32_t each = ts_weave_far(w, 's', whole);
        c->deep = ts_spot_by('s');
        square(w, c, rows);
        ts_weave_end(w, each);
    }
    c->whole = false;
    c->deep = ts_spot_at(whole);
    if (cols % DEPTH) square(w, c, rows);
}

/* Two rows become a row of each square beside another. */
static void join_rows(ts_weave *w, const cut *c, ts_spot cols)
{
    ts_spot row = ts_spot_times('e', 2, 0);
    if (c->deep.var) row = (ts_spot){.var = c->deep.var, .mul = DEPTH, .plus = 'e', .times = 2};
    uint32_t low = fixed(w, "x", 0, slot_of(w, c, (ts_slot){row, cols})),
             high = fixed(w, "y", 0, slot_of(w, c, (ts_slot){ts_spot_plus(row, 1), cols}));
    cut_both(w, c, cols, ts_spot_by('e'), low, high);
}

static void down(ts_weave *w, cut *c)
{
    ts_layout y = w->plan->note[c->id].layout;
    int deep = y.rows / DEPTH, across = y.cols / SQUARE;
    uint32_t turns = deep > 1 ? ts_weave_far(w, 's', deep) : 0;
    c->deep = deep > 1 ? ts_spot_by('s') : ts_spot_at(0);
    uint32_t rows = ts_weave_far(w, 'e', SQUARE);
    uint32_t in = ts_weave_far(w, 'r', across);
    join_rows(w, c, ts_spot_by('r'));
    ts_weave_end(w, in);
    ts_weave_end(w, rows);
    if (turns) ts_weave_end(w, turns);
}

/* bf16 that fills its squares is cut by not being touched. */
bool ts_lane_is_raw(const ts_plan *p, uint32_t id)
{
    const ts_op *o = &p->k->op[id];
    const ts_note *n = &p->note[id];
    bool converts = o->op == TS_cast_ && p->k->op[o->arg[0]].dtype == TS_bf16 && n->pieces;
    return (converts || o->dtype == TS_bf16) && (n->down || ts_cols(o) % DEPTH == 0);
}

static cut cut_of(const ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    const ts_note *n = &w->plan->note[id];
    bool converts = o->op == TS_cast_ && w->k->op[o->arg[0]].dtype == TS_bf16 && n->pieces;
    return (cut){.id = id,
                 .raw = ts_lane_is_raw(w->plan, id),
                 .from = converts ? o->arg[0] : id,
                 .held = !n->pieces,
                 .passes = n->with != 0,
                 .pieces = n->pieces ? n->pieces : ts_lane_pieces(w->plan, id)};
}

static void into_squares(ts_weave *w, cut *c)
{
    int turns = w->plan->note[c->id].layout.rows / SQUARE;
    if (w->plan->note[c->id].down) {
        down(w, c);
        return;
    }
    uint32_t each = turns > 1 ? ts_weave_far(w, 'r', turns) : 0;
    along(w, c, turns > 1 ? ts_spot_by('r') : ts_spot_at(0));
    if (each) ts_weave_end(w, each);
}

void ts_weave_squares(ts_weave *w, uint32_t id)
{
    cut c = cut_of(w, id);
    c.tile = ts_weave_tile(w, id, false);
    into_squares(w, &c);
}

/* Of a value that has a tile of its own. */
static cut second_tile(ts_weave *w, uint32_t id)
{
    cut c = cut_of(w, id);
    ts_linst tile = {.op = TS_L_TILE, .type = TS_i32, .name = "c", .id = id, .stream = -1, .n = 2};
    tile.at = ts_l_layout(w->f, ts_lane_squares(&w->plan->note[id], c.pieces));
    c.tile = ts_weave_put(w, tile);
    into_squares(w, &c);
    return c;
}

/* ---- the product ---- */

static void begin_slot(ts_weave *w, uint32_t dot, ts_slot at)
{
    uint32_t from = w->k->op[dot].arg[2];
    ts_weave_set(w, ts_weave_slot(w, w->sum, at),
                 ts_weave_value(w, from, w->plan->note[dot].layout, at));
}

static void few(ts_weave *w, uint32_t dot, uint32_t to)
{
    const ts_op *o = &w->k->op[dot];
    const ts_note *n = w->plan->note;
    uint32_t in = ts_weave_put(w, (ts_linst){.op = TS_L_BLOCK});
    bool copied = ts_weave_copies(w, o->arg[1], true), there = n[o->arg[1]].inlined && !copied;
    uint32_t b = there ? ts_weave_address(w, ts_weave_load_below(w, o->arg[1]))
                       : w->def[ts_weave_at(w, o->arg[1])];
    ts_weave_put(w, (ts_linst){.op = TS_L_FEW,
                               .flag = o->arg[2] != 0,
                               .n = n[o->arg[0]].pieces,
                               .at = (uint32_t)n[o->arg[1]].pieces,
                               .arg = {to, w->def[ts_weave_at(w, o->arg[0])], b}});
    if (copied) ts_weave_drop(w, o->arg[1]);
    ts_weave_end(w, in);
}

void ts_weave_begin_sums(ts_weave *w, uint32_t dot, uint32_t to)
{
    uint32_t from = w->k->op[dot].arg[2];
    const ts_op *c = &w->k->op[from];
    if (c->op == TS_get_ && w->plan->note[from].inlined && w->def[ts_weave_at(w, c->arg[0])] == to)
        return;
    w->sum = to;
    ts_weave_each(w, dot, w->plan->note[dot].layout, begin_slot);
}

void ts_weave_unit(ts_weave *w, uint32_t dot, uint32_t to)
{
    const ts_op *o = &w->k->op[dot];
    const ts_note *n = w->plan->note;
    w->f->unit = true;
    if (ts_lane_fits_passing(w->plan, dot)) {
        ts_weave_pass(w, dot, to);
        return;
    }
    if (n[o->arg[0]].few) {
        if (o->arg[2]) ts_weave_begin_sums(w, dot, to);
        few(w, dot, to);
        return;
    }
    cut a = {.pieces = n[o->arg[0]].pieces, .tile = w->def[ts_weave_at(w, o->arg[0])]};
    uint32_t in = a.pieces ? 0 : ts_weave_put(w, (ts_linst){.op = TS_L_BLOCK});
    if (in) a = second_tile(w, o->arg[0]);
    if (o->arg[2]) ts_weave_begin_sums(w, dot, to);
    ts_weave_put(w, (ts_linst){.op = TS_L_UNIT,
                               .flag = o->arg[2] != 0,
                               .n = a.pieces,
                               .at = (uint32_t)n[o->arg[1]].pieces,
                               .arg = {to, a.tile, w->def[ts_weave_at(w, o->arg[1])]}});
    if (in) ts_weave_end(w, in);
}

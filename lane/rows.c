/* rows.c - a[m,k] b[n,k]^T along k: a few rows of b at once against a few of a. A slot of either is read once
 * for all of the other's, so multiply-adds and not loads set the pace.
 *
 * Long rows are walked in a loop and each sum is folded by itself. Of short ones, whose slots are statements,
 * the sums of as many rows of b as a vector has lanes wait in memory and are folded side by side: folded one by
 * one, sums of 128 products each would take as long as half of these. */
#include "lane/lower.h"

enum {
    TURN = 4,        /* slots in one turn: of 16-bit elements of AVX2, a cache line */
    MOST = 16,       /* sums */
    LINE_BITS = 512, /* of a cache line */
};

typedef struct rows {
    uint32_t dot;
    ts_spot m, n; /* first row of a and of b */
    int of_a, of_b;
    uint32_t sum[MOST];
} rows;

static uint32_t vector(ts_weave *w, const char *name, int i, int j, ts_dtype type, uint32_t value)
{
    return ts_weave_put(w, (ts_linst){.op = TS_L_LOCAL,
                                      .type = type,
                                      .vector = true,
                                      .flag = value != 0,
                                      .name = name,
                                      .id = (uint32_t)i,
                                      .at = (uint32_t)j,
                                      .arg = {value}});
}

/* Slot s of rows of b against that of the rows of a; names are numbered by row and u. */
static void meet_slot(ts_weave *w, const rows *r, const uint32_t *b, ts_spot s, int u)
{
    const ts_op *o = &w->k->op[r->dot];
    for (int m = 0; m < r->of_a; m++) {
        uint32_t x = ts_weave_row_slot(w, o->arg[0], o->dtype, ts_spot_plus(r->m, m), s);
        uint32_t a = vector(w, "a", m, u, o->dtype, x);
        for (int n = 0; n < r->of_b; n++)
            ts_weave_put(w,
                         (ts_linst){.op = TS_L_MULADD, .arg = {r->sum[m * r->of_b + n], a, b[n]}});
    }
}

static void add_slot(ts_weave *w, const rows *r, ts_spot s, int u)
{
    const ts_op *o = &w->k->op[r->dot];
    uint32_t b[MOST];
    for (int n = 0; n < r->of_b; n++) {
        uint32_t x = ts_weave_row_slot(w, o->arg[1], o->dtype, ts_spot_plus(r->n, n), s);
        b[n] = vector(w, "w", n, u, o->dtype, x);
    }
    meet_slot(w, r, b, s, u);
}

/* The last slots stand alone, the very last with what is beyond k cut off. */
static void along(ts_weave *w, const rows *r)
{
    uint32_t b = w->k->op[r->dot].arg[1];
    int slots = w->plan->note[b].layout.slots, turns = (slots - 1) / TURN;
    uint32_t each = ts_weave_far(w, 's', turns);
    ts_spot first = ts_spot_times('s', TURN, 0);
    for (int n = 0; n < r->of_b; n++)
        ts_weave_prefetch_row(w, b, (ts_slot){ts_spot_plus(r->n, n), first}, TURN);
    for (int u = 0; u < TURN; u++) add_slot(w, r, ts_spot_plus(first, u), u);
    ts_weave_end(w, each);
    for (int s = turns * TURN; s < slots; s++) add_slot(w, r, ts_spot_at(s), s);
}

static void end(ts_weave *w, const rows *r)
{
    const ts_op *o = &w->k->op[r->dot];
    for (int i = 0; i < r->of_a * r->of_b; i++) {
        ts_spot m = ts_spot_plus(r->m, i / r->of_b), n = ts_spot_plus(r->n, i % r->of_b);
        uint32_t to = ts_weave_element(w, r->dot, m, n);
        ts_linst fold = {.op = TS_L_FOLD, .elem = TS_add_, .type = o->dtype, .arg = {r->sum[i]}};
        ts_linst set = {.op = TS_L_SET, .arg = {to, ts_weave_put(w, fold)}};
        if (o->arg[2]) set.arg[2] = ts_weave_element(w, o->arg[2], m, n);
        ts_weave_put(w, set);
    }
}

static void meet(ts_weave *w, rows *r)
{
    uint32_t in = ts_weave_put(w, (ts_linst){.op = TS_L_BLOCK});
    for (int i = 0; i < r->of_a * r->of_b; i++)
        r->sum[i] = vector(w, "t", i / r->of_b, i % r->of_b, w->k->op[r->dot].dtype, 0);
    along(w, r);
    end(w, r);
    ts_weave_end(w, in);
}

/* All rows of a, `step` of them at a time. */
static void down(ts_weave *w, rows *r, int step)
{
    int m = w->k->op[r->dot].dim[0], turns = m / step;
    uint32_t each = turns > 1 ? ts_weave_far(w, 'i', turns) : 0;
    r->of_a = step;
    r->m = turns > 1 ? ts_spot_times('i', step, 0) : ts_spot_at(0);
    meet(w, r);
    if (each) ts_weave_end(w, each);
    r->of_a = m % step;
    r->m = ts_spot_at(turns * step);
    if (r->of_a) meet(w, r);
}

/* Eight sums are as many as multiply-adds are under way: of one row of a, eight of b and so on. */
void ts_weave_long_rows(ts_weave *w, uint32_t dot)
{
    int m = w->k->op[dot].dim[0], n = w->k->op[dot].dim[1];
    int halves = m > 4 && m <= 8 ? (m + 1) / 2 : 4, step = m < 4 ? m : halves;
    int beside = m == 1 ? 4 : 2, turns = n / beside;
    rows r = {.dot = dot, .of_b = beside};
    uint32_t each = turns ? ts_weave_far(w, 'n', turns) : 0;
    r.n = ts_spot_times('n', beside, 0);
    if (each) down(w, &r, step);
    if (each) ts_weave_end(w, each);
    r.of_b = 1;
    for (int i = turns * beside; i < n; i++) {
        r.n = ts_spot_at(i);
        down(w, &r, step);
    }
}

/* ---- short rows ---- */

/* Row of b: number j of those that are read at once in turn n of a group. */
static ts_spot beside(const ts_weave *w, const rows *r, int groups, int j)
{
    int by = r->of_b > 1 ? r->of_b : 0;
    if (groups == 1) return by ? ts_spot_times('n', by, j) : ts_spot_by('n');
    return (ts_spot){.var = 'g', .mul = w->f->lanes, .plus = 'n', .times = by, .add = j};
}

/* The next tile's lines one by one, between the slots: a CPU has room for some sixteen misses, and loads from its
 * second cache wait behind many that were asked for at once. */
static void read_ahead(ts_weave *w, const rows *r, int groups, int s)
{
    uint32_t b = w->k->op[r->dot].arg[1], load = ts_weave_load_below(w, b);
    if (!load) return;
    int bits = w->f->lanes * ts_dtypes[w->k->op[load].dtype].bits;
    int line = bits < LINE_BITS ? LINE_BITS / bits : 1;
    int slots = w->plan->note[b].layout.slots, first = s / line * line, last = slots - 1;
    for (int j = 0; j < r->of_b; j++) {
        int at = first + j % line < last ? first + j % line : last;
        ts_slot ahead = {beside(w, r, groups, j), ts_spot_at(first)};
        if (s == at) ts_weave_prefetch_row(w, b, ahead, line);
    }
}

static void add_slots(ts_weave *w, rows *r, int groups, int s)
{
    const ts_op *o = &w->k->op[r->dot];
    uint32_t b[MOST];
    for (int j = 0; j < r->of_b; j++) {
        ts_spot row = beside(w, r, groups, j);
        uint32_t x = ts_weave_row_slot(w, o->arg[1], o->dtype, row, ts_spot_at(s));
        b[j] = vector(w, "w", j, s, o->dtype, x);
    }
    read_ahead(w, r, groups, s);
    meet_slot(w, r, b, ts_spot_at(s), s);
}

/* Sums of a turn of n, kept for folding. */
static void keep(ts_weave *w, const rows *r, uint32_t kept)
{
    int lanes = w->f->lanes;
    for (int i = 0; i < r->of_a * r->of_b; i++) {
        int first = i / r->of_b * lanes + i % r->of_b;
        bool one = r->of_b == 1;
        ts_spot at = one ? ts_spot_beyond('n', first) : ts_spot_times('n', r->of_b, first);
        ts_slot to = {ts_spot_at(0), at};
        ts_weave_set(w, ts_weave_slot(w, kept, to), r->sum[i]);
    }
}

static void fold_group(ts_weave *w, const rows *r, int groups, uint32_t kept)
{
    const ts_op *o = &w->k->op[r->dot];
    for (int m = 0; m < r->of_a; m++) {
        ts_slot at = {ts_spot_plus(r->m, m), groups == 1 ? ts_spot_at(0) : ts_spot_by('g')};
        ts_linst sums = {.op = TS_L_FOLDS, .elem = TS_add_, .type = o->dtype, .vector = true};
        sums.arg[0] = kept;
        sums.col = ts_spot_at(m * w->f->lanes);
        uint32_t to = ts_weave_slot(w, w->def[ts_weave_at(w, r->dot)], at);
        ts_linst set = {.op = TS_L_SET, .arg = {to, ts_weave_put(w, sums)}};
        if (o->arg[2]) set.arg[2] = ts_weave_value(w, o->arg[2], w->plan->note[r->dot].layout, at);
        ts_weave_put(w, set);
    }
}

static void walk_group(ts_weave *w, rows *r, int groups, uint32_t kept)
{
    const ts_op *o = &w->k->op[r->dot];
    int slots = w->plan->note[o->arg[1]].layout.slots;
    uint32_t each = ts_weave_far(w, 'n', w->f->lanes / r->of_b);
    for (int i = 0; i < r->of_a * r->of_b; i++)
        r->sum[i] = vector(w, "t", i / r->of_b, i % r->of_b, o->dtype, 0);
    for (int s = 0; s < slots; s++) add_slots(w, r, groups, s);
    keep(w, r, kept);
    ts_weave_end(w, each);
}

/* Rows of a from r->m on against all whole groups of rows of b. */
static void groups_of(ts_weave *w, rows *r, int groups)
{
    int registers = ts_lane_traits_of(w->plan->target)->registers;
    r->of_b = (r->of_a + 1) * 2 < registers ? 2 : 1;
    uint32_t in =
        groups > 1 ? ts_weave_far(w, 'g', groups) : ts_weave_put(w, (ts_linst){.op = TS_L_BLOCK});
    uint32_t kept = ts_weave_put(w, (ts_linst){.op = TS_L_LOCAL,
                                               .type = w->k->op[r->dot].dtype,
                                               .vector = true,
                                               .n = r->of_a * w->f->lanes,
                                               .name = "q",
                                               .id = (uint32_t)TS_UNNUMBERED,
                                               .at = (uint32_t)TS_UNNUMBERED});
    walk_group(w, r, groups, kept);
    fold_group(w, r, groups, kept);
    ts_weave_end(w, in);
}

int ts_weave_row_groups(ts_weave *w, uint32_t dot)
{
    const ts_op *o = &w->k->op[dot];
    int groups = o->dim[1] / w->f->lanes, m = o->dim[0], turns = m / TS_BLOCK;
    rows r = {.dot = dot, .of_a = TS_BLOCK};
    if (!groups) return 0;
    if (turns) {
        uint32_t each = turns > 1 ? ts_weave_far(w, 'i', turns) : 0;
        r.m = turns > 1 ? ts_spot_times('i', TS_BLOCK, 0) : ts_spot_at(0);
        groups_of(w, &r, groups);
        if (each) ts_weave_end(w, each);
    }
    r.of_a = m % TS_BLOCK;
    r.m = ts_spot_at(turns * TS_BLOCK);
    if (r.of_a) groups_of(w, &r, groups);
    return groups * w->f->lanes;
}

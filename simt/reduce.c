/* reduce.c - reductions and running sums of the SIMT form.
 *
 * Three ways to reduce, by where the elements are:
 *
 *   down      along physical rows: each thread reduces its own columns in registers
 *   across    along columns: own elements first, then between the threads of the team, by shuffles
 *             within a subgroup and through shared memory beyond it; every thread gets the result
 *   serially  otherwise: one result element after the other, each by one thread
 *
 * The order of additions depends on the form only, so the same device gives the same bits. Threads
 * combine in pairs symmetrically, so all threads of a team hold the same bits, too. */
#include "simt/lower.h"

#include <stdlib.h>

/* A partial result: the value, and for argmax, argmin its index (-1: only NaN so far). */
typedef struct part {
    uint32_t x, i;
} part;

static bool indexed(const ts_op *o)
{
    return o->op == TS_argmax_ || o->op == TS_argmin_;
}

static bool most(const ts_op *o)
{
    return o->op == TS_amax_ || o->op == TS_argmax_;
}

static uint32_t identity(ts_lower *l, const ts_op *o, ts_dtype t)
{
    if (o->op == TS_sum_) return ts_s_const(l->s, t, 0);
    if (t == TS_f32) return ts_s_f32(l->s, most(o) ? -__builtin_inf() : __builtin_inf());
    if (t == TS_u32) return ts_s_u32(l->s, most(o) ? 0 : UINT32_MAX);
    return ts_s_i32(l->s, most(o) ? INT32_MIN : INT32_MAX);
}

static part nothing(ts_lower *l, const ts_op *o, ts_dtype t)
{
    return (part){identity(l, o, t), indexed(o) ? ts_s_i32(l->s, -1) : 0};
}

/* b is better than a: there is one at all, and none in a, or larger, or as large and earlier. */
static uint32_t better(ts_lower *l, const ts_op *o, part a, part b)
{
    ts_simt *s = l->s;
    uint32_t zero = ts_s_i32(s, 0);
    uint32_t none = ts_s_op(s, TS_lt_, a.i, zero, 0), some = ts_s_op(s, TS_le_, zero, b.i, 0);
    uint32_t wins = most(o) ? ts_s_op(s, TS_lt_, a.x, b.x, 0) : ts_s_op(s, TS_lt_, b.x, a.x, 0);
    uint32_t tie =
        ts_s_op(s, TS_and_, ts_s_op(s, TS_eq_, a.x, b.x, 0), ts_s_op(s, TS_lt_, b.i, a.i, 0), 0);
    uint32_t over = ts_s_op(s, TS_or_, none, ts_s_op(s, TS_or_, wins, tie, 0), 0);
    return ts_s_op(s, TS_and_, some, over, 0);
}

static part combine(ts_lower *l, const ts_op *o, part a, part b)
{
    ts_simt *s = l->s;
    if (o->op == TS_sum_) return (part){ts_s_op(s, TS_add_, a.x, b.x, 0), 0};
    if (!indexed(o)) return (part){ts_s_safe(s, most(o) ? TS_max_ : TS_min_, a.x, b.x, 0), 0};
    uint32_t p = better(l, o, a, b);
    return (part){ts_s_select(s, p, b.x, a.x), ts_s_select(s, p, b.i, a.i)};
}

/* One element at index i; NaN counts as none. */
static part element(ts_lower *l, const ts_op *o, uint32_t x, uint32_t i)
{
    if (!indexed(o)) return (part){x, 0};
    if (ts_s_type(l->s, x) == TS_f32)
        i = ts_s_select(l->s, ts_s_op(l->s, TS_eq_, x, x, 0), i, ts_s_i32(l->s, -1));
    return (part){x, i};
}

static uint32_t result(ts_lower *l, const ts_op *o, part p)
{
    if (!indexed(o)) return p.x;
    return ts_s_op(l->s, TS_max_, p.i, ts_s_i32(l->s, 0), 0);
}

/* ---- serially ---- */

/* Element `at` of the result; FOR over the reduced axis. */
static uint32_t serially(ts_lower *l, uint32_t id, ts_element at)
{
    ts_simt *s = l->s;
    const ts_op *o = &l->k->op[id], *a = &l->k->op[o->arg[0]];
    bool down = a->rank == 2 && o->axis == 0;
    int n = down ? ts_rows(a) : ts_cols(a);
    part first = nothing(l, o, a->dtype);
    uint32_t x =
        ts_s_put(s, (ts_sinst){.op = TS_S_VAR, .type = ts_s_type(s, first.x), .a = first.x});
    uint32_t index =
        first.i ? ts_s_put(s, (ts_sinst){.op = TS_S_VAR, .type = TS_i32, .a = first.i}) : 0;
    uint32_t line = a->rank == 1 ? ts_s_i32(s, 0) : at.col; /* the result is rank 1 or a scalar */
    uint32_t i = ts_low_for(l, ts_s_i32(s, 0), ts_s_i32(s, n), ts_s_i32(s, 1), 0);
    ts_element e = down ? ts_low_any(i, line) : ts_low_any(line, i);
    part old = {ts_s_put(s, (ts_sinst){.op = TS_S_GET, .type = ts_s_type(s, x), .a = x}), 0};
    if (index) old.i = ts_s_put(s, (ts_sinst){.op = TS_S_GET, .type = TS_i32, .a = index});
    part new = combine(l, o, old, element(l, o, ts_low_element(l, o->arg[0], e), i));
    ts_s_put(s, (ts_sinst){.op = TS_S_SET, .a = x, .b = new.x});
    if (index) ts_s_put(s, (ts_sinst){.op = TS_S_SET, .a = index, .b = new.i});
    ts_low_end(l);
    part last = {ts_s_put(s, (ts_sinst){.op = TS_S_GET, .type = ts_s_type(s, x), .a = x}), 0};
    if (index) last.i = ts_s_put(s, (ts_sinst){.op = TS_S_GET, .type = TS_i32, .a = index});
    return result(l, o, last);
}

/* ---- down ---- */

static void down(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id], *a = &l->k->op[o->arg[0]];
    const ts_spread *p = &l->at[o->arg[0]];
    for (int j = 0; j < p->each; j++) {
        part all = nothing(l, o, a->dtype);
        for (int r = 0; r < p->rows; r++) {
            ts_element e = ts_low_own(l, a, p, r, j);
            all = combine(l, o, all,
                          element(l, o, ts_low_element(l, o->arg[0], e), ts_s_i32(l->s, r)));
        }
        l->at[id].reg[j] = result(l, o, all);
    }
}

/* ---- across ---- */

static uint32_t shuffle(ts_lower *l, uint32_t x, int mask)
{
    return ts_s_put(l->s,
                    (ts_sinst){.op = TS_S_SHUFFLE, .type = ts_s_type(l->s, x), .a = x, .n = mask});
}

/* Word k (value or index) of partial result `row` of thread or subgroup i. */
static uint32_t slot(ts_lower *l, int row, int k, int width, uint32_t i)
{
    return ts_s_op(l->s, TS_add_, i, ts_s_i32(l->s, (row * 2 + k) * width), 0);
}

static void leave(ts_lower *l, part p, int row, int width, uint32_t i)
{
    ts_s_put(l->s, (ts_sinst){
                       .op = TS_S_SHARE, .a = slot(l, row, 0, width, i), .b = ts_low_word(l, p.x)});
    if (p.i)
        ts_s_put(
            l->s,
            (ts_sinst){.op = TS_S_SHARE, .a = slot(l, row, 1, width, i), .b = ts_low_word(l, p.i)});
}

static part take(ts_lower *l, ts_dtype t, bool index, int row, int width, uint32_t i)
{
    part p = {0};
    uint32_t at = slot(l, row, 0, width, i);
    p.x =
        ts_low_unword(l, t, ts_s_put(l->s, (ts_sinst){.op = TS_S_SHARED, .type = TS_u32, .a = at}));
    if (!index) return p;
    at = slot(l, row, 1, width, i);
    p.i = ts_low_unword(l, TS_i32,
                        ts_s_put(l->s, (ts_sinst){.op = TS_S_SHARED, .type = TS_u32, .a = at}));
    return p;
}

static void need_words(ts_lower *l, int words)
{
    if (words <= l->reduce_words) return;
    l->reduce_words = words;
    l->again = true;
}

/* Halves of the threads add to the other half until one is left. */
static void tree(ts_lower *l, const ts_op *o, ts_dtype t, part *p, int rows)
{
    ts_simt *s = l->s;
    int n = l->team;
    need_words(l, 2 * rows * n);
    ts_low_writes(l);
    for (int r = 0; r < rows; r++) leave(l, p[r], r, n, l->thread);
    for (int half = n / 2; half > 0; half /= 2) {
        ts_low_barrier(l);
        ts_low_if(l, ts_s_op(s, TS_lt_, l->thread, ts_s_i32(s, half), 0));
        uint32_t other = ts_s_op(s, TS_add_, l->thread, ts_s_i32(s, half), 0);
        for (int r = 0; r < rows; r++) {
            part mine = take(l, t, indexed(o), r, n, l->thread);
            leave(l, combine(l, o, mine, take(l, t, indexed(o), r, n, other)), r, n, l->thread);
        }
        ts_low_end(l);
    }
    ts_low_barrier(l);
    for (int r = 0; r < rows; r++) p[r] = take(l, t, indexed(o), r, n, ts_s_i32(s, 0));
    l->shared_read = true;
}

/* After shuffles all threads of a subgroup agree; one of each leaves the result for all. */
static void subgroups(ts_lower *l, const ts_op *o, ts_dtype t, part *p, int rows)
{
    ts_simt *s = l->s;
    int size = s->traits->subgroup, n = l->team / size;
    uint32_t width = ts_s_i32(s, size);
    need_words(l, 2 * rows * n);
    ts_low_writes(l);
    uint32_t lane = ts_s_op(s, TS_rem_, l->thread, width, 0);
    ts_low_if(l, ts_s_op(s, TS_eq_, lane, ts_s_i32(s, 0), 0));
    uint32_t mine = ts_s_op(s, TS_div_, l->thread, width, 0);
    for (int r = 0; r < rows; r++) leave(l, p[r], r, n, mine);
    ts_low_end(l);
    ts_low_barrier(l);
    for (int r = 0; r < rows; r++) {
        p[r] = take(l, t, indexed(o), r, n, ts_s_i32(s, 0));
        for (int i = 1; i < n; i++)
            p[r] = combine(l, o, p[r], take(l, t, indexed(o), r, n, ts_s_i32(s, i)));
    }
    l->shared_read = true;
}

static void across_team(ts_lower *l, const ts_op *o, ts_dtype t, part *p, int rows)
{
    int size = l->s->traits->subgroup;
    int most_lanes = size < l->team ? size : l->team;
    for (int mask = most_lanes / 2; mask > 0; mask /= 2)
        for (int r = 0; r < rows; r++) {
            part other = {shuffle(l, p[r].x, mask), p[r].i ? shuffle(l, p[r].i, mask) : 0};
            p[r] = combine(l, o, p[r], other);
        }
    if (l->team <= most_lanes) return;
    if (!l->grouped) l->grouped = l->again = true;
    if (size)
        subgroups(l, o, t, p, rows);
    else
        tree(l, o, t, p, rows);
}

/* The thread's own columns of row r, what lies beyond the tile left out. */
static part own_part(ts_lower *l, const ts_op *o, const ts_spread *p, int r)
{
    ts_simt *s = l->s;
    const ts_op *a = &l->k->op[o->arg[0]];
    part all = nothing(l, o, a->dtype), none = all;
    for (int j = 0; j < p->each; j++) {
        ts_element e = ts_low_own(l, a, p, r, j);
        uint32_t exists = ts_low_exists(l, p, j);
        part x = element(l, o, ts_low_element(l, o->arg[0], e), p->column ? e.row : e.col);
        if (exists) {
            x.x = ts_s_select(s, exists, x.x, none.x);
            if (x.i) x.i = ts_s_select(s, exists, x.i, none.i);
        }
        bool as_it_is = j == 0 && o->op == TS_sum_;
        all = as_it_is ? x : combine(l, o, all, x);
    }
    return all;
}

/* Rows that are combined at once. */
static int rows_in_turn(const ts_lower *l, int rows)
{
    int most = l->s->traits->shared_bytes / 4 / 16 / (2 * l->team);
    return !l->tight || rows <= most ? rows : most > 1 ? most : 1;
}

static void across(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id], *a = &l->k->op[o->arg[0]];
    const ts_spread *p = &l->at[o->arg[0]];
    part all[TS_COPIES_MOST] = {0};
    for (int r = 0; r < p->rows; r++) all[r] = own_part(l, o, p, r);
    int turn = rows_in_turn(l, p->rows);
    for (int r = 0; r < p->rows; r += turn)
        across_team(l, o, a->dtype, all + r, r + turn < p->rows ? turn : p->rows - r);
    if (o->rank == 0) l->at[id].value = result(l, o, all[0]);
    for (int r = 0; o->rank && r < p->rows; r++) l->at[id].reg[r] = result(l, o, all[r]);
}

/* All rows of a thread's columns; of blocks of a matrix unit it has few rows. */
static bool in_registers(const ts_spread *p)
{
    return p->rows * p->cols > TS_COPIES_MOST && p->down == 1 && !p->matrix &&
           (long)p->rows * p->each <= TS_REGISTERS;
}

/* A column [h,1] along axis 1, and tiles of few elements: each result on its own. */
static void few(ts_lower *l, uint32_t id)
{
    ts_simt *s = l->s;
    const ts_op *o = &l->k->op[id], *a = &l->k->op[o->arg[0]];
    bool falls = a->rank == 2 && o->axis == 0;
    int n = falls ? ts_rows(a) : ts_cols(a), results = (int)(ts_count(a) / (size_t)n);
    for (int k = 0; k < results; k++) {
        part all = nothing(l, o, a->dtype);
        for (int i = 0; i < n; i++) {
            uint32_t at = ts_s_i32(s, i), line = ts_s_i32(s, k);
            ts_element e = falls ? ts_low_any(at, line) : ts_low_any(line, at);
            all = combine(l, o, all, element(l, o, ts_low_element(l, o->arg[0], e), at));
        }
        if (o->rank)
            l->at[id].reg[k] = result(l, o, all);
        else
            l->at[id].value = result(l, o, all);
    }
}

void ts_low_reduce(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id], *a = &l->k->op[o->arg[0]];
    const ts_spread *p = &l->at[o->arg[0]], *to = &l->at[id];
    bool falls = a->rank == 2 && o->axis == 0;
    bool along_threads = p->column ? falls : !falls;
    if (p->rows * p->cols <= TS_COPIES_MOST)
        few(l, id);
    else if (in_registers(p) && !along_threads && !p->column && to->home == TS_SPREAD)
        down(l, id);
    else if (in_registers(p) && along_threads && p->rows <= TS_COPIES_MOST)
        across(l, id);
    else if (o->rank == 0)
        l->at[id].value = serially(l, id, ts_low_any(0, 0));
    else
        ts_low_fill(l, id, serially);
}

/* ---- running sums ---- */

/* One thread a line; the result is shared, see home_of. */
void ts_low_scan(ts_lower *l, uint32_t id)
{
    ts_simt *s = l->s;
    const ts_op *o = &l->k->op[id];
    const ts_spread *p = &l->at[id];
    bool falls = o->rank == 2 && o->axis == 0;
    int n = falls ? ts_rows(o) : ts_cols(o), lines = (int)(ts_count(o) / (size_t)n);
    ts_low_writes(l);
    uint32_t line = ts_low_for(l, l->thread, ts_s_i32(s, lines), ts_s_i32(s, l->team), 0);
    uint32_t zero = ts_s_const(s, o->dtype, 0), one = ts_s_i32(s, 1);
    uint32_t sum = ts_s_put(s, (ts_sinst){.op = TS_S_VAR, .type = o->dtype, .a = zero});
    uint32_t i = ts_low_for(l, ts_s_i32(s, 0), ts_s_i32(s, n), one, 0);
    ts_element e = falls ? ts_low_any(i, line) : ts_low_any(line, i);
    if (o->rank == 1) e.row = ts_s_i32(s, 0);
    uint32_t old = ts_s_put(s, (ts_sinst){.op = TS_S_GET, .type = o->dtype, .a = sum});
    uint32_t new = ts_s_op(s, TS_add_, old, ts_low_element(l, o->arg[0], e), 0);
    ts_s_put(s, (ts_sinst){.op = TS_S_SET, .a = sum, .b = new});
    uint32_t at = ts_low_index(l, p, e);
    ts_low_share(l, p, at, new);
    ts_low_end(l);
    ts_low_end(l);
    l->shared_written = true;
}

/* rows.c - a[m,k] b[n,k]^T along k, for rows too long for registers: a few rows of b at once against a few
 * of a. A slot of either is read once for all of the other's, so multiply-adds and not loads set the pace. */
#include "lane/lower.h"

enum {
    TURN = 4,  /* slots in one turn: of 16-bit elements of AVX2, a cache line */
    MOST = 16, /* sums */
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

/* Names are numbered by row and u. */
static void add_slot(ts_weave *w, const rows *r, ts_spot s, int u)
{
    const ts_op *o = &w->k->op[r->dot];
    uint32_t b[MOST];
    for (int n = 0; n < r->of_b; n++) {
        uint32_t x = ts_weave_row_slot(w, o->arg[1], o->dtype, ts_spot_plus(r->n, n), s);
        b[n] = vector(w, "w", n, u, o->dtype, ts_weave_pinned(w, x));
    }
    for (int m = 0; m < r->of_a; m++) {
        uint32_t x = ts_weave_row_slot(w, o->arg[0], o->dtype, ts_spot_plus(r->m, m), s);
        uint32_t a = vector(w, "a", m, u, o->dtype, ts_weave_pinned(w, x));
        for (int n = 0; n < r->of_b; n++)
            ts_weave_put(w,
                         (ts_linst){.op = TS_L_MULADD, .arg = {r->sum[m * r->of_b + n], a, b[n]}});
    }
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

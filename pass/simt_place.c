/* simt_place.c - where each tile is kept, how it lies over the threads, and who shares which words of
 * shared memory (pass/simt_lower.h). */
#include "pass/simt_lower.h"

#include <stdlib.h>
#include <string.h>

/* ---- homes ---- */

static bool tile(const ts_op *o)
{
    return o->rank > 0 && (o->sort == TS_VALUE || o->sort == TS_VARIABLE);
}

/* As many neighbours as still give every thread the same number of columns. */
static int neighbours(int cols, int team)
{
    for (int vec = 8; vec > 1; vec /= 2)
        if (cols % (team * vec) == 0) return vec;
    return 1;
}

/* Running sums go from thread to thread and keep to shared memory; so do wide results of dots. */
static ts_home home_of(const ts_lower *l, uint32_t id, const ts_spread *p)
{
    const ts_op *o = &l->k->op[id];
    if (l->plan->note[id].inlined) return TS_INLINE;
    if (o->op == TS_scan_) return TS_SHARED;
    if (p->rows * p->cols <= TS_COPIES_MOST) return TS_COPIES;
    return (long)p->rows * p->each <= TS_REGISTERS ? TS_SPREAD : TS_SHARED;
}

static void lay_out(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    ts_spread *p = &l->at[id];
    p->column = o->rank == 2 && o->dim[1] == 1 && o->dim[0] > TS_COPIES_MOST;
    p->rows = p->column ? 1 : ts_rows(o);
    p->cols = p->column ? o->dim[0] : ts_cols(o);
    p->vec = neighbours(p->cols, l->team);
    p->each = (p->cols + l->team - 1) / l->team;
    p->home = home_of(l, id, p);
    free(p->reg);
    p->reg = NULL;
    if (p->home == TS_SPREAD || p->home == TS_COPIES)
        p->reg = calloc((size_t)p->rows * (size_t)(p->home == TS_SPREAD ? p->each : p->cols),
                        sizeof *p->reg);
    if ((p->home == TS_SPREAD || p->home == TS_COPIES) && !p->reg)
        ts_fail(l->err, "kernel %s: no memory to lower it", l->k->name);
}

void ts_low_places(ts_lower *l)
{
    for (uint32_t i = 1; i < l->k->n; i++)
        if (tile(&l->k->op[i])) lay_out(l, i);
}

bool ts_low_keeps(const ts_spread *p)
{
    return p->home == TS_SHARED || (p->home == TS_SPREAD && p->copied);
}

/* ---- the columns of a thread ---- */

static uint32_t raw_column(ts_lower *l, const ts_spread *p, int j)
{
    ts_simt *s = l->s;
    uint32_t from = ts_s_op(s, TS_mul_, l->thread, ts_s_i32(s, p->vec), 0);
    return ts_s_op(s, TS_add_, from, ts_s_i32(s, j / p->vec * l->team * p->vec + j % p->vec), 0);
}

static bool always(const ts_lower *l, const ts_spread *p, int j)
{
    return (j / p->vec + 1) * l->team * p->vec <= p->cols;
}

uint32_t ts_low_column(ts_lower *l, const ts_spread *p, int j)
{
    uint32_t c = raw_column(l, p, j);
    if (always(l, p, j)) return c;
    return ts_s_op(l->s, TS_min_, c, ts_s_i32(l->s, p->cols - 1), 0);
}

uint32_t ts_low_exists(ts_lower *l, const ts_spread *p, int j)
{
    if (always(l, p, j)) return 0;
    return ts_s_op(l->s, TS_lt_, raw_column(l, p, j), ts_s_i32(l->s, p->cols), 0);
}

ts_element ts_low_own(ts_lower *l, const ts_op *o, const ts_spread *p, int r, int j)
{
    uint32_t c = ts_low_column(l, p, j), zero = ts_s_i32(l->s, 0);
    (void)o;
    if (p->column) return (ts_element){c, zero, p, 0, j};
    return (ts_element){ts_s_i32(l->s, r), c, p, r, j};
}

/* ---- shared memory: first fit by life time ---- */

/* Outermost loop around `inner` that is not around `outer`; 0: none. */
static uint32_t loop_between(const ts_lower *l, uint32_t outer, uint32_t inner)
{
    uint32_t found = 0;
    for (uint32_t x = l->plan->note[inner].loop; x && x != l->plan->note[outer].loop;
         x = l->plan->note[x].loop) {
        bool around = false;
        for (uint32_t y = l->plan->note[outer].loop; y; y = l->plan->note[y].loop) around |= y == x;
        if (around) break;
        found = x;
    }
    return found;
}

static uint32_t last_use(const ts_lower *l, uint32_t id);

static uint32_t use_at(const ts_lower *l, uint32_t id, uint32_t user)
{
    uint32_t at = l->plan->note[user].inlined ? last_use(l, user) : user;
    uint32_t loop = loop_between(l, id, at);
    return loop ? l->plan->note[loop].end : at;
}

static uint32_t last_use(const ts_lower *l, uint32_t id)
{
    uint32_t last = id;
    for (uint32_t u = id + 1; u < l->k->n; u++)
        for (int a = 0; a < l->k->op[u].argc; a++)
            if (l->k->op[u].arg[a] == id) {
                uint32_t at = use_at(l, id, u);
                if (at > last) last = at;
            }
    return last;
}

typedef struct stay {
    uint32_t from, to; /* ops */
    int at, words;
} stay;

/* The lowest place that no stay of an overlapping time takes. */
static int first_fit(const stay *s, size_t n, const stay *x, int lowest)
{
    int at = lowest;
    for (bool moved = true; moved;) {
        moved = false;
        for (size_t i = 0; i < n; i++) {
            bool meets = s[i].from <= x->to && x->from <= s[i].to;
            if (meets && s[i].at < at + x->words && at < s[i].at + s[i].words) {
                at = s[i].at + s[i].words;
                moved = true;
            }
        }
    }
    return at;
}

int ts_low_shared(ts_lower *l)
{
    stay *s = calloc(l->k->n, sizeof *s);
    size_t n = 0;
    int words = l->reduce_words;
    for (uint32_t i = 1; s && i < l->k->n; i++) {
        ts_spread *p = &l->at[i];
        if (!tile(&l->k->op[i]) || !ts_low_keeps(p)) continue;
        stay x = {i, last_use(l, i), 0, p->rows * p->cols};
        x.at = first_fit(s, n, &x, l->reduce_words);
        if (p->at != x.at) l->again = true;
        p->at = x.at;
        s[n++] = x;
        if (x.at + x.words > words) words = x.at + x.words;
    }
    if (!s) ts_fail(l->err, "kernel %s: no memory to lower it", l->k->name);
    free(s);
    return words;
}

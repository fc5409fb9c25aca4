/* place.c - where each tile is kept, how it lies over the threads, and who shares which words of
 * shared memory (simt/lower.h). */
#include "simt/lower.h"

#include <stdlib.h>
#include <string.h>

/* ---- what is computed inside its user ---- */

/* Threads compute element by element. */
bool ts_low_reads_once(const ts_plan *p, uint32_t id, const ts_op *user)
{
    switch (user->op) {
    case TS_store_:
    case TS_set_:
    case TS_sum_:
    case TS_amax_:
    case TS_amin_:
    case TS_slice_:
    case TS_concat_:
    case TS_reshape_:
    case TS_transpose_: return true;
    case TS_gather_: return user->arg[1] == id && user->rank == 1;
    case TS_dot_:
    case TS_dot_t_: return user->arg[0] != id && user->arg[2] != id;
    default: break;
    }
    if (!ts_is_elem(user->op) && user->op != TS_select_ && user->op != TS_cast_ &&
        user->op != TS_bits_)
        return false;
    const ts_op *o = &p->k->op[id];
    return ts_rows(o) == ts_rows(user) && ts_cols(o) == ts_cols(user);
}

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

static bool is_kept(const ts_spread *p)
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

/* Where each value is needed last; users come behind, so those of an inlined one are known already. */
static void find_last_uses(const ts_lower *l, uint32_t *last)
{
    for (uint32_t i = 1; i < l->k->n; i++) last[i] = i;
    for (uint32_t u = l->k->n - 1; u > 0; u--) {
        const ts_op *o = &l->k->op[u];
        uint32_t at = l->plan->note[u].inlined ? last[u] : u;
        for (int a = 0; a < o->argc; a++) {
            uint32_t loop = o->arg[a] ? loop_between(l, o->arg[a], at) : 0;
            uint32_t until = loop ? l->plan->note[loop].end : at;
            if (until > last[o->arg[a]]) last[o->arg[a]] = until;
        }
    }
}

typedef struct stay {
    uint32_t to; /* op; it began at an op before */
    int at, words;
} stay;

/* Those who are there at the same time, by place; so they do not overlap. */
typedef struct guests {
    stay *s;
    size_t n;
} guests;

static void leave(guests *g, uint32_t now)
{
    size_t n = 0;
    for (size_t i = 0; i < g->n; i++)
        if (g->s[i].to >= now) g->s[n++] = g->s[i];
    g->n = n;
}

/* The lowest place that is free. */
static int first_fit(guests *g, stay x, int lowest)
{
    size_t i = 0;
    x.at = lowest;
    for (; i < g->n && g->s[i].at < x.at + x.words; i++)
        if (x.at < g->s[i].at + g->s[i].words) x.at = g->s[i].at + g->s[i].words;
    memmove(g->s + i + 1, g->s + i, (g->n++ - i) * sizeof x);
    g->s[i] = x;
    return x.at;
}

/* Far beyond what there is no place is looked for any more: it takes time, and all is refused. */
static bool hopeless(const ts_lower *l, int words)
{
    enum { TIMES = 16 };
    return words > (long)l->s->traits->shared_bytes / 4 * TIMES;
}

int ts_low_shared(ts_lower *l)
{
    uint32_t *last = calloc(l->k->n, sizeof *last);
    guests g = {calloc(l->k->n, sizeof(stay)), 0};
    int words = l->reduce_words;
    if (last && g.s) find_last_uses(l, last);
    for (uint32_t i = 1; last && g.s && i < l->k->n && !hopeless(l, words); i++) {
        ts_spread *p = &l->at[i];
        if (!tile(&l->k->op[i]) || !is_kept(p)) continue;
        leave(&g, i);
        int at = first_fit(&g, (stay){last[i], 0, p->rows * p->cols}, l->reduce_words);
        if (p->at != at) l->again = true;
        p->at = at;
        if (at + p->rows * p->cols > words) words = at + p->rows * p->cols;
    }
    if (!last || !g.s) ts_fail(l->err, "kernel %s: no memory to lower it", l->k->name);
    free(last);
    free(g.s);
    return words;
}

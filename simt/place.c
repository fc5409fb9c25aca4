/* place.c - where each tile is kept, how it lies over the threads, and who shares which words of
 * shared memory (simt/lower.h). */
#include "simt/lower.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* ---- what is computed inside its user ---- */

/* Reading it again is as good as keeping it: a load, perhaps converted. */
static bool is_plain(const ts_plan *p, uint32_t id)
{
    const ts_op *o = &p->k->op[id];
    if (o->op == TS_cast_ && p->note[o->arg[0]].inlined) o = &p->k->op[o->arg[0]];
    return o->op == TS_load_;
}

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
    case TS_repeat_: return is_plain(p, id);
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
    if (p->staged) return TS_SHARED;
    return (long)p->tall * p->each <= TS_REGISTERS ? TS_SPREAD : TS_SHARED;
}

/* How many threads of a product lie above each other: so that a thread computes few elements for which
 * it reads few. In four steps of k it reads four neighbours at once, of each row of a, and of b each
 * row or each step; columns without neighbours it reads one by one. */
static int threads_down(const ts_lower *l, const ts_product *x)
{
    int best = 1;
    long least = LONG_MAX;
    for (int down = 1; down <= l->team && x->rows % down == 0; down *= 2) {
        int across = l->team / down, each = (x->cols + across - 1) / across;
        long tall = x->rows / down, fours = x->along || x->cols % (4 * across) == 0;
        long cost = 4 * tall * each + 4 * (tall + (fours ? each : 4 * each));
        if (tall * each > TS_REGISTERS) cost += LONG_MAX / 2;
        if (cost >= least) continue;
        least = cost;
        best = down;
    }
    return best;
}

/* Rows of an operand begin 16 bytes behind a multiple of 32: threads that read one below the other then
 * find them in different banks of shared memory. So do threads that write squares, of which a row's lie apart. */
static int pitch_of(const ts_lower *l, const ts_spread *p)
{
    if (p->squares) return 4 * p->rows + (l->tight ? 0 : 4);
    int words = (p->cols + p->pack - 1) / p->pack;
    return p->operand && !l->tight && p->rows > 1 && words % 8 == 0 ? words + 4 : words;
}

/* The subgroups that lie above each other in a product by matrix units: where each reads the fewest
 * fragments. 0: its blocks do not come out even, or are too many. */
static int subgroups_down(const ts_lower *l, const ts_product *x)
{
    const ts_matrix *u = l->s->traits->matrix;
    int side = ts_matrix_side(u), sums = side * side / u->lanes, all = l->team / u->lanes;
    int rows = x->rows / side, cols = x->cols / side, best = 0, least = INT_MAX;
    for (int down = 1; down <= all; down *= 2) {
        int across = all / down;
        if (rows % down || cols % across || rows * cols / all * sums > TS_REGISTERS) continue;
        int reads = rows / down + cols / across;
        if (reads >= least) continue;
        least = reads;
        best = down;
    }
    return best;
}

static void choose_product(ts_lower *l, ts_product *x)
{
    const ts_matrix *u = l->s->traits->matrix;
    x->down = ts_low_by_matrix(l, x) ? subgroups_down(l, x) : 0;
    x->units = u && u->opaque ? x->down : 0;
    x->matrix = x->down > 0 && !x->units;
    if (!x->matrix) x->down = threads_down(l, x);
}

static void lay_out_product(const ts_lower *l, const ts_product *x, bool of_dot, ts_spread *p)
{
    int across = l->team / x->down;
    p->down = x->down;
    p->tall = p->rows / p->down;
    p->matrix = x->matrix;
    p->units = of_dot ? x->units : 0;
    p->vec = 1;
    if (p->matrix) {
        const ts_matrix *u = l->s->traits->matrix;
        p->tall = p->rows / p->down / 16 * u->rows;
        p->each = p->cols / (across / u->lanes) / 16 * ts_low_block_cols(u);
        return;
    }
    p->vec = !x->along && p->cols % (4 * across) == 0 ? 4 : 1;
    p->each = (p->cols + across - 1) / across;
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
    p->down = 1;
    p->tall = p->rows;
    p->matrix = false;
    p->units = 0;
    const ts_product *x = ts_low_product(l, o);
    if (x) lay_out_product(l, x, o->op == TS_dot_t_, p);
    bool whole = p->staged && p->cols % (32 / ts_dtypes[o->dtype].bits) == 0;
    p->pack = whole ? 32 / ts_dtypes[o->dtype].bits : 1;
    p->pitch = pitch_of(l, p);
    p->home = home_of(l, id, p);
    if (l->lone || p->home != TS_SHARED) p->ahead = 0;
    p->flies = false;
    p->stage = 0;
    free(p->reg);
    p->reg = NULL;
    if (p->home == TS_SPREAD || p->home == TS_COPIES)
        p->reg = calloc((size_t)p->tall * (size_t)(p->home == TS_SPREAD ? p->each : p->cols),
                        sizeof *p->reg);
    if ((p->home == TS_SPREAD || p->home == TS_COPIES) && !p->reg)
        ts_fail(l->err, "kernel %s: no memory to lower it", l->k->name);
}

void ts_low_places(ts_lower *l)
{
    for (int i = 0; i < l->products; i++) choose_product(l, &l->product[i]);
    ts_low_choose_quartets(l);
    for (uint32_t i = 1; i < l->k->n; i++)
        if (ts_is_tile(&l->k->op[i])) lay_out(l, i);
}

int ts_low_across(const ts_lower *l, const ts_spread *p)
{
    return l->team / p->down;
}

int ts_low_words(const ts_spread *p)
{
    if (p->squares) return p->cols / p->pack / 4 * p->pitch;
    return p->rows * p->pitch;
}

bool ts_low_is_kept(const ts_spread *p)
{
    return p->home == TS_SHARED || (p->home == TS_SPREAD && (p->copied || p->units));
}

/* ---- the columns of a thread ---- */

/* Part n of a thread's number from bit `from` on. */
static uint32_t bits_of_thread(ts_lower *l, int from, int n)
{
    uint32_t x = ts_s_op(l->s, TS_shr_, l->thread, ts_s_i32(l->s, from), 0);
    return ts_s_op(l->s, TS_and_, x, ts_s_i32(l->s, n - 1), 0);
}

/* Rows or columns by 16 from `first`, which is the subgroup's place, on. */
static uint32_t by_sixteen(ts_lower *l, uint32_t first, int more, uint32_t within)
{
    ts_simt *s = l->s;
    uint32_t block = ts_s_op(s, TS_mul_, first, ts_s_i32(s, 16), 0);
    return ts_s_op(s, TS_add_, ts_s_op(s, TS_add_, block, within, 0), ts_s_i32(s, more), 0);
}

/* What the lane's number says of a row or column. */
static uint32_t of_lane(ts_lower *l, int bit, int n, int by)
{
    return ts_s_op(l->s, TS_mul_, bits_of_thread(l, bit, n), ts_s_i32(l->s, by), 0);
}

static int log2_of(int n)
{
    int bits = 0;
    while (n >> bits > 1) bits++;
    return bits;
}

static uint32_t column_of_lane(ts_lower *l, const ts_spread *p, int j)
{
    const ts_matrix *u = l->s->traits->matrix;
    int side = ts_low_across(l, p) / u->lanes; /* subgroups */
    int all = ts_low_block_cols(u), each = ts_low_unit_cols(u);
    int more = j / all * side * 16 + j % all / each * u->across + u->sums.at[j % each].col;
    return by_sixteen(l, bits_of_thread(l, log2_of(u->lanes), side), more,
                      of_lane(l, u->sums.col.bit, u->sums.col.n, u->sums.col.by));
}

static uint32_t row_of_lane(ts_lower *l, const ts_spread *p, int r)
{
    const ts_matrix *u = l->s->traits->matrix;
    int side = ts_low_across(l, p) / u->lanes;
    int more = r / u->rows * p->down * 16 + u->sums.at[r % u->rows * ts_low_unit_cols(u)].row;
    uint32_t below = ts_s_op(l->s, TS_div_, l->thread, ts_s_i32(l->s, u->lanes * side), 0);
    return by_sixteen(l, below, more, of_lane(l, u->sums.row.bit, u->sums.row.n, u->sums.row.by));
}

uint32_t ts_low_scale_row(ts_lower *l)
{
    const ts_matrix *u = l->s->traits->matrix;
    uint32_t row = of_lane(l, u->scale[0].bit, u->scale[0].n, u->scale[0].by);
    uint32_t more = of_lane(l, u->scale[1].bit, u->scale[1].n, u->scale[1].by);
    return ts_s_op(l->s, TS_add_, row, more, 0);
}

static uint32_t raw_column(ts_lower *l, const ts_spread *p, int j)
{
    ts_simt *s = l->s;
    if (p->matrix) return column_of_lane(l, p, j);
    int across = ts_low_across(l, p);
    uint32_t side = l->thread;
    if (p->down > 1) side = ts_s_op(s, TS_and_, side, ts_s_i32(s, across - 1), 0);
    uint32_t from = ts_s_op(s, TS_mul_, side, ts_s_i32(s, p->vec), 0);
    return ts_s_op(s, TS_add_, from, ts_s_i32(s, j / p->vec * across * p->vec + j % p->vec), 0);
}

static bool always(const ts_lower *l, const ts_spread *p, int j)
{
    return p->matrix || (j / p->vec + 1) * ts_low_across(l, p) * p->vec <= p->cols;
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
    ts_simt *s = l->s;
    uint32_t c = ts_low_column(l, p, j), zero = ts_s_i32(s, 0), row = ts_s_i32(s, r * p->down);
    (void)o;
    if (p->column) return (ts_element){c, zero, p, 0, j};
    if (p->matrix) return (ts_element){row_of_lane(l, p, r), c, p, r, j};
    if (p->down > 1) {
        uint32_t first = ts_s_op(s, TS_div_, l->thread, ts_s_i32(s, ts_low_across(l, p)), 0);
        row = ts_s_op(s, TS_add_, first, row, 0);
    }
    return (ts_element){row, c, p, r, j};
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
void ts_low_last_uses(const ts_lower *l, uint32_t *last)
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

/* Finds room for tile i from op `now` to op `to`; the words that then are taken, beside `words`. */
static int lodge(ts_lower *l, guests *g, uint32_t i, uint32_t now, uint32_t to, int words)
{
    ts_spread *p = &l->at[i];
    int quad = l->products ? 4 : 1, lowest = (l->reduce_words + quad - 1) / quad * quad;
    int all = (ts_low_words(p) * (p->ahead ? 2 : 1) + quad - 1) / quad * quad;
    leave(g, now);
    int at = first_fit(g, (stay){to, 0, all}, lowest);
    if (p->at != at) l->again = true;
    p->at = at;
    return at + all > words ? at + all : words;
}

/* What is copied ahead in a loop stays from the head of the loop to its end. */
static int lodge_ahead(ts_lower *l, guests *g, uint32_t loop, int words)
{
    uint32_t end = l->plan->note[loop].end;
    for (int n = 0; n < l->aheads; n++)
        if (l->at[l->ahead[n]].ahead == loop) words = lodge(l, g, l->ahead[n], loop, end, words);
    return words;
}

int ts_low_shared(ts_lower *l)
{
    uint32_t *last = calloc(l->k->n, sizeof *last);
    guests g = {calloc(l->k->n, sizeof(stay)), 0};
    int words = l->reduce_words;
    if (last && g.s) ts_low_last_uses(l, last);
    for (uint32_t i = 1; last && g.s && i < l->k->n && !hopeless(l, words); i++) {
        const ts_spread *p = &l->at[i];
        bool kept = ts_is_tile(&l->k->op[i]) && ts_low_is_kept(p) && !p->ahead;
        if (l->k->op[i].op == TS_loop_) words = lodge_ahead(l, &g, i, words);
        if (kept) words = lodge(l, &g, i, i, last[i], words);
    }
    if (!last || !g.s) ts_fail(l->err, "kernel %s: no memory to lower it", l->k->name);
    free(last);
    free(g.s);
    return words;
}

/* ---- what was decided ---- */

static void tell_kernel(FILE *f, const ts_simt *s)
{
    fprintf(f, ", %s, groups of %d threads in %d team%s, %d words of shared memory",
            s->wide ? "wide" : "plain", s->threads, s->teams, s->teams > 1 ? "s" : "", s->shared);
}

static void tell_shared(FILE *f, const ts_spread *p)
{
    fprintf(f, "  shared at word %d, %d a %s", p->at, p->pitch, p->squares ? "column" : "row");
    if (p->pack > 1) fprintf(f, ", %d elements in each", p->pack);
    if (p->squares) fputs(", in squares for four subgroups", f);
    if (p->staged) fputs(", straight from memory", f);
    if (p->ahead) fprintf(f, ", two stages, a turn of %%%u ahead", p->ahead);
}

void ts_low_tell(FILE *f, const void *lower, uint32_t id)
{
    const ts_lower *l = lower;
    const ts_spread *p = &l->at[id];
    if (!id) tell_kernel(f, l->s);
    if (!id || !ts_is_tile(&l->k->op[id])) return;
    if (p->home == TS_COPIES) fputs("  a copy in each thread", f);
    if (p->home == TS_SPREAD)
        fprintf(f, "  spread, %d x %d a thread, %d down%s", p->tall, p->each, p->down,
                p->matrix || p->units ? ", by matrix units" : "");
    if (ts_low_is_kept(p)) tell_shared(f, p);
}

/* simt.c - lowers a kernel of tiles to the SIMT form (pass/simt.h, pass/simt_lower.h): the statements
 * of a program, its loops, barriers, and the loop over programs around it all. */
#include "pass/simt_lower.h"

#include <stdlib.h>
#include <string.h>

/* ---- blocks ---- */

uint32_t ts_low_for(ts_lower *l, uint32_t from, uint32_t below, uint32_t step, int unroll)
{
    return ts_s_put(
        l->s,
        (ts_sinst){.op = TS_S_FOR, .type = TS_i32, .a = from, .b = below, .c = step, .n = unroll});
}

void ts_low_if(ts_lower *l, uint32_t condition)
{
    ts_s_put(l->s, (ts_sinst){.op = TS_S_IF, .a = condition});
}

void ts_low_end(ts_lower *l)
{
    ts_s_put(l->s, (ts_sinst){.op = TS_S_END});
}

/* ---- who may see what when ---- */

void ts_low_barrier(ts_lower *l)
{
    if (!l->grouped) l->grouped = l->again = true;
    l->touches = true;
    ts_s_put(l->s, (ts_sinst){.op = TS_S_BARRIER, .n = TS_LOCAL | TS_GLOBAL});
    l->shared_read = l->shared_written = false;
    l->accesses -= l->begun; /* those of the statement that is being lowered are still to come */
    if (l->accesses) memmove(l->access, l->access + l->begun, l->accesses * sizeof *l->access);
    l->begun = 0;
}

void ts_low_writes(ts_lower *l)
{
    if (!l->grouped) l->grouped = l->again = true;
    if (!l->touches) l->touches = l->again = true;
    if (l->shared_read) ts_low_barrier(l);
}

void ts_low_reads(ts_lower *l)
{
    if (l->shared_written) ts_low_barrier(l);
}

static const ts_op *tile_of(const ts_kern *k, const ts_op *o)
{
    bool stores = o->op == TS_store_ || o->op == TS_scatter_;
    return stores ? &k->op[o->arg[o->argc - 1]] : o;
}

/* The same tile at the same place of the same view. */
static bool same_place(const ts_kern *k, const ts_op *x, const ts_op *y)
{
    bool plain =
        (x->op == TS_load_ || x->op == TS_store_) && (y->op == TS_load_ || y->op == TS_store_);
    const ts_op *a = tile_of(k, x), *b = tile_of(k, y);
    if (!plain || !a->rank || a->rank != b->rank || a->dim[0] != b->dim[0] ||
        a->dim[1] != b->dim[1] || ts_dtypes[a->dtype].bits == 4)
        return false;
    int rank = k->op[x->arg[0]].rank;
    for (int i = 0; i <= rank; i++)
        if (x->arg[i] != y->arg[i]) return false;
    return true;
}

/* x - y as far as constants tell. */
static bool distance(const ts_kern *k, uint32_t x, uint32_t y, double *d)
{
    const ts_op *a = &k->op[x], *b = &k->op[y];
    double base_a = 0, base_b = 0;
    if (a->op == TS_add_ && k->op[a->arg[1]].op == TS_const_)
        base_a = k->op[a->arg[1]].value, x = a->arg[0];
    if (b->op == TS_add_ && k->op[b->arg[1]].op == TS_const_)
        base_b = k->op[b->arg[1]].value, y = b->arg[0];
    *d = base_a - base_b;
    if (x == y) return true;
    *d += k->op[x].value - k->op[y].value;
    return k->op[x].op == TS_const_ && k->op[y].op == TS_const_;
}

/* Side by side in one view: some index puts one tile behind the end of the other. */
static bool apart(const ts_kern *k, const ts_op *x, const ts_op *y)
{
    bool plain =
        (x->op == TS_load_ || x->op == TS_store_) && (y->op == TS_load_ || y->op == TS_store_);
    const ts_op *a = tile_of(k, x), *b = tile_of(k, y);
    if (!plain || x->arg[0] != y->arg[0] || ts_dtypes[a->dtype].bits == 4) return false;
    for (int i = 0; i < k->op[x->arg[0]].rank; i++) {
        double d;
        if (!distance(k, x->arg[1 + i], y->arg[1 + i], &d)) continue;
        int wa = a->rank ? a->dim[i] : 1, wb = b->rank ? b->dim[i] : 1;
        if (d >= wb || -d >= wa) return true;
    }
    return false;
}

/* Scalars are stored by the first thread, which keeps the order of its own stores. */
static bool by_one_thread(const ts_kern *k, const ts_op *x, const ts_op *y)
{
    return x->op == TS_store_ && y->op == TS_store_ && !tile_of(k, x)->rank && !tile_of(k, y)->rank;
}

/* How a load or store deals its elements out to threads: as simt_view.c stores, or fill_... fills.
 * TS_COPIES: all to all threads; TS_INLINE: as the user needs them. */
static ts_home dealt(const ts_lower *l, const ts_op *o)
{
    bool store = o->op == TS_store_;
    const ts_spread *p = store ? &l->at[o->arg[o->argc - 1]] : &l->at[o - l->k->op];
    bool few = p->rows * p->cols <= TS_COPIES_MOST;
    /* threads without a column load the last one */
    if (!store && p->home == TS_SPREAD && p->cols % l->team) return TS_INLINE;
    if (!store || (p->home != TS_INLINE && !few)) return p->home;
    return !few && (long)p->rows * p->each <= TS_REGISTERS ? TS_SPREAD : TS_SHARED;
}

/* Each thread touches the same elements in both. */
static bool alike(const ts_lower *l, const ts_op *x, const ts_op *y)
{
    if (!same_place(l->k, x, y)) return false;
    ts_home a = dealt(l, x), b = dealt(l, y);
    return a == b && (a == TS_SPREAD || a == TS_SHARED);
}

static bool clash(const ts_lower *l, const ts_op *x, const ts_op *y)
{
    return !alike(l, x, y) && !apart(l->k, x, y) && !by_one_thread(l->k, x, y);
}

static void remember(ts_lower *l, uint32_t id, bool store)
{
    if (l->accesses == l->access_cap) {
        uint32_t cap = l->access_cap ? 2 * l->access_cap : 64;
        ts_access *more = realloc(l->access, cap * sizeof *more);
        if (!more) {
            ts_fail(l->err, "kernel %s: no memory to lower it", l->k->name);
            return;
        }
        l->access = more;
        l->access_cap = cap;
    }
    l->access[l->accesses++] = (ts_access){id, store};
}

void ts_low_order(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    bool store = o->op == TS_store_ || o->op == TS_scatter_;
    uint32_t param = ts_low_param(l->k, o->arg[0]);
    if (l->k->op[param].mode == TS_IN) return;
    for (uint32_t i = 0; i < l->begun; i++) { /* within a statement see keep_apart */
        const ts_access *a = &l->access[i];
        const ts_op *x = &l->k->op[a->op];
        if ((store || a->store) && ts_low_param(l->k, x->arg[0]) == param && clash(l, o, x)) {
            ts_low_barrier(l);
            break;
        }
    }
    remember(l, id, store);
}

/* All accesses that a statement makes, those of inlined operands first. */
static void order_all(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    for (int a = 0; a < o->argc; a++) {
        uint32_t x = o->arg[a];
        if (x && l->k->op[x].rank && l->k->op[x].sort == TS_VALUE && l->plan->note[x].inlined)
            order_all(l, x);
    }
    bool memory =
        o->op == TS_load_ || o->op == TS_gather_ || o->op == TS_store_ || o->op == TS_scatter_;
    if (memory) ts_low_order(l, id);
}

/* The value is the same in every iteration. */
static bool invariant(const ts_lower *l, uint32_t id, uint32_t loop)
{
    const ts_op *o = &l->k->op[id];
    bool pure = ts_is_elem(o->op) || o->op == TS_const_ || o->op == TS_select_ ||
                o->op == TS_cast_ || o->sort == TS_VIEW;
    if (id < loop) return true;
    for (int a = 0; a < o->argc && pure; a++) pure = invariant(l, o->arg[a], loop);
    return pure;
}

/* The value is the index of the loop, or that and something invariant. */
static bool advances(const ts_lower *l, uint32_t id, uint32_t loop)
{
    const ts_op *o = &l->k->op[id];
    if (id == loop) return true;
    return o->op == TS_add_ && ((advances(l, o->arg[0], loop) && invariant(l, o->arg[1], loop)) ||
                                (advances(l, o->arg[1], loop) && invariant(l, o->arg[0], loop)));
}

/* A store of other iterations is to other elements, or by the same thread. */
static bool keeps_off(const ts_lower *l, const ts_op *o, uint32_t loop)
{
    const ts_op *x = tile_of(l->k, o);
    int rank = l->k->op[o->arg[0]].rank;
    bool same = invariant(l, o->arg[0], loop), stays = same;
    if (o->op != TS_store_) return false;
    if (!x->rank || ts_dtypes[x->dtype].bits == 4) return true;
    for (int d = 0; d < rank; d++) {
        int width = x->dim[rank == 2 ? d : 0];
        if (same && advances(l, o->arg[1 + d], loop) && width <= l->k->op[loop].step) return true;
        stays &= invariant(l, o->arg[1 + d], loop);
    }
    for (const ts_op *v = &l->k->op[o->arg[0]]; v->op != TS_param_; v = &l->k->op[v->arg[0]])
        if (v->op == TS_row_ && advances(l, v->arg[1], loop) && invariant(l, v->arg[0], loop))
            return true;
    return stays;
}

/* Accesses of earlier iterations count, too: what a loop does to a param that it also reads or writes
 * elsewhere is ordered by a barrier at the head of each iteration. */
static bool clashes(const ts_lower *l, uint32_t loop, uint32_t to)
{
    for (uint32_t i = loop + 1; i < to; i++) {
        const ts_op *o = &l->k->op[i];
        if (o->op != TS_store_ && o->op != TS_scatter_) continue;
        uint32_t param = ts_low_param(l->k, o->arg[0]);
        if (!keeps_off(l, o, loop)) return true;
        for (uint32_t j = loop + 1; j < to; j++) {
            const ts_op *x = &l->k->op[j];
            bool memory = x->op == TS_load_ || x->op == TS_gather_ || x->op == TS_store_ ||
                          x->op == TS_scatter_;
            if (memory && j != i && ts_low_param(l->k, x->arg[0]) == param) return true;
        }
    }
    return false;
}

/* ---- filling a tile ---- */

static void fill_copies(ts_lower *l, uint32_t id, ts_low_fn *fn)
{
    ts_spread *p = &l->at[id];
    for (int i = 0; i < p->rows * p->cols; i++)
        p->reg[i] = fn(l, id, ts_low_any(ts_s_i32(l->s, i / p->cols), ts_s_i32(l->s, i % p->cols)));
}

static void fill_spread(ts_lower *l, uint32_t id, ts_low_fn *fn)
{
    ts_spread *p = &l->at[id];
    for (int r = 0; r < p->rows; r++)
        for (int j = 0; j < p->each; j++)
            p->reg[r * p->each + j] = fn(l, id, ts_low_own(l, &l->k->op[id], p, r, j));
}

static void fill_shared(ts_lower *l, uint32_t id, const ts_spread *p, ts_low_fn *fn)
{
    ts_simt *s = l->s;
    int n = p->rows * p->cols;
    ts_low_writes(l);
    uint32_t i = ts_low_for(l, l->thread, ts_s_i32(s, n), ts_s_i32(s, l->team), 0);
    uint32_t cols = ts_s_i32(s, p->cols), zero = ts_s_i32(s, 0);
    ts_element e = ts_low_any(zero, i);
    if (p->column)
        e = ts_low_any(i, zero);
    else if (p->rows > 1)
        e = ts_low_any(ts_s_op(s, TS_div_, i, cols, 0), ts_s_op(s, TS_rem_, i, cols, 0));
    ts_low_share(l, p, i, fn(l, id, e));
    ts_low_end(l);
    l->shared_written = true;
}

/* A second home for what other threads read. */
static void copy(ts_lower *l, uint32_t id)
{
    ts_simt *s = l->s;
    const ts_spread *p = &l->at[id];
    if (p->home != TS_SPREAD || !p->copied || l->k->op[id].sort == TS_VARIABLE) return;
    ts_low_writes(l);
    for (int r = 0; r < p->rows; r++)
        for (int j = 0; j < p->each; j++) {
            uint32_t exists = ts_low_exists(l, p, j), c = ts_low_column(l, p, j);
            uint32_t index = ts_s_op(s, TS_add_, c, ts_s_i32(s, r * p->cols), 0);
            if (exists) ts_low_if(l, exists);
            ts_low_share(l, p, index, p->reg[r * p->each + j]);
            if (exists) ts_low_end(l);
        }
    l->shared_written = true;
}

void ts_low_fill(ts_lower *l, uint32_t id, ts_low_fn *fn)
{
    ts_spread *p = &l->at[id];
    if (p->home == TS_COPIES)
        fill_copies(l, id, fn);
    else if (p->home == TS_SPREAD)
        fill_spread(l, id, fn);
    else
        fill_shared(l, id, p, fn);
}

/* ---- statements ---- */

static uint32_t initial(ts_lower *l, uint32_t id, ts_element e)
{
    (void)e;
    return ts_low_scalar(l, l->k->op[id].arg[0]);
}

static uint32_t make_register(ts_lower *l, uint32_t value)
{
    return ts_s_put(l->s, (ts_sinst){.op = TS_S_VAR, .type = ts_s_type(l->s, value), .a = value});
}

static void variable(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    ts_spread *p = &l->at[id];
    if (o->rank == 0) {
        p->value = make_register(l, ts_low_scalar(l, o->arg[0]));
        return;
    }
    ts_low_fill(l, id, initial);
    if (p->home == TS_SHARED) return;
    int n = p->rows * (p->home == TS_SPREAD ? p->each : p->cols);
    for (int i = 0; i < n; i++) p->reg[i] = make_register(l, p->reg[i]);
}

static void set_register(ts_lower *l, uint32_t var, uint32_t x)
{
    ts_s_put(l->s, (ts_sinst){.op = TS_S_SET, .a = var, .b = x});
}

static uint32_t set_value(ts_lower *l, uint32_t id, ts_element e)
{
    return ts_low_operand(l, l->k->op[id].arg[1], e);
}

/* keep_apart has seen to it that no value depends on another element of the variable. */
static void set_registers(ts_lower *l, uint32_t id, const ts_spread *p)
{
    bool spread = p->home == TS_SPREAD;
    int each = spread ? p->each : p->cols;
    for (int r = 0; r < p->rows; r++)
        for (int j = 0; j < each; j++) {
            ts_element e = spread ? ts_low_own(l, NULL, p, r, j)
                                  : ts_low_any(ts_s_i32(l->s, r), ts_s_i32(l->s, j));
            set_register(l, p->reg[r * each + j], set_value(l, id, e));
        }
}

static void set(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    const ts_spread *p = &l->at[o->arg[0]];
    if (l->k->op[o->arg[0]].rank == 0)
        set_register(l, p->value, ts_low_scalar(l, o->arg[1]));
    else if (p->home == TS_SHARED)
        fill_shared(l, id, p, set_value);
    else
        set_registers(l, id, p);
}

static void assign(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    if (o->rank == 0)
        l->at[id].value = ts_low_compute(l, id, (ts_element){0});
    else
        ts_low_fill(l, id, ts_low_compute);
}

static void statement(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    l->here = id;
    l->s->line = o->line;
    memset(l->quads, 0, sizeof l->quads);
    l->begun = l->accesses;
    order_all(l, id);
    if (l->at[id].reads) ts_low_reads(l);
    switch (o->op) {
    case TS_const_:
    case TS_program_:
    case TS_end_: break;
    case TS_size_:
        l->at[id].value =
            ts_s_put(l->s, (ts_sinst){.op = TS_S_SIZE, .type = TS_i32, .n = l->number[id]});
        break;
    case TS_param_:
    case TS_row_:
    case TS_part_:
    case TS_swap_: ts_low_view(l, id); break;
    case TS_store_: ts_low_store(l, id); break;
    case TS_scatter_: ts_low_scatter(l, id); break;
    case TS_var_: variable(l, id); break;
    case TS_set_: set(l, id); break;
    case TS_sum_:
    case TS_amax_:
    case TS_amin_:
    case TS_argmax_:
    case TS_argmin_: ts_low_reduce(l, id); break;
    case TS_scan_: ts_low_scan(l, id); break;
    case TS_dot_:
    case TS_dot_t_: ts_low_dot(l, id); break;
    default: assign(l, id); break;
    }
    l->begun = l->accesses;
    if (o->sort == TS_VALUE && o->rank) copy(l, id);
}

/* ---- loops ---- */

static void block(ts_lower *l, uint32_t from, uint32_t to);

/* What earlier iterations read and wrote counts at the head, and behind the loop what the last did. */
static void forget_order(ts_lower *l, uint32_t id)
{
    if (l->touches) l->shared_read = l->shared_written = true;
    if (clashes(l, id, l->plan->note[id].end)) ts_low_barrier(l);
}

/* A loop may run no iteration: its barriers do not settle what came before it. */
static void body(ts_lower *l, uint32_t id, uint32_t from, uint32_t below)
{
    const ts_op *o = &l->k->op[id];
    uint32_t before = l->accesses;
    ts_access *kept = malloc((before + 1) * sizeof *kept);
    bool loads = false;
    if (kept && before) memcpy(kept, l->access, before * sizeof *kept);
    if (!kept) ts_fail(l->err, "kernel %s: no memory to lower it", l->k->name);
    for (uint32_t i = id + 1; i < l->plan->note[id].end; i++)
        loads |= l->plan->note[i].stream && l->plan->note[i].loop == id;
    /* copies of a barrier gain nothing, and some compilers refuse them */
    int unroll = loads && !l->touches ? l->s->target->unroll : 0;
    uint32_t i = ts_low_for(l, from, below, ts_s_i32(l->s, o->step), unroll);
    l->at[id].value = i;
    forget_order(l, id);
    block(l, id + 1, l->plan->note[id].end);
    ts_low_end(l);
    if (l->touches) l->shared_read = l->shared_written = true;
    for (uint32_t a = 0; kept && a < before; a++) remember(l, kept[a].op, kept[a].store);
    l->begun = l->accesses;
    free(kept);
}

/* Where the last full iteration ends: lo + (hi - lo) / step * step, in unsigned arithmetic. */
static uint32_t full_end(ts_lower *l, uint32_t lo, uint32_t hi, int step)
{
    ts_simt *s = l->s;
    uint32_t from = ts_s_bits(s, TS_u32, lo);
    uint32_t n = ts_s_op(s, TS_sub_, ts_s_bits(s, TS_u32, hi), from, 0);
    n = ts_s_op(s, TS_mul_, ts_s_op(s, TS_div_, n, ts_s_u32(s, (uint32_t)step), 0),
                ts_s_u32(s, (uint32_t)step), 0);
    uint32_t end = ts_s_bits(s, TS_i32, ts_s_op(s, TS_add_, from, n, 0));
    return ts_s_select(s, ts_s_op(s, TS_lt_, lo, hi, 0), end, lo);
}

/* The index must pass the bound without wrapping. A bound that may be nearer to 2^31 than a step gives
 * up the last iteration: no element of a param has such an index. */
static uint32_t last_bound(ts_lower *l, const ts_op *o)
{
    uint32_t hi = ts_low_scalar(l, o->arg[1]);
    ts_bound b = ts_bound_of(l->plan, o->arg[1]);
    int64_t most = INT32_MAX - (int64_t)o->step;
    if (b.has_hi && !b.sym && b.hi <= most) return hi;
    return ts_s_op(l->s, TS_min_, hi, ts_s_i32(l->s, most), 0);
}

static void loop(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    uint32_t lo = ts_low_scalar(l, o->arg[0]), hi = last_bound(l, o);
    if (l->plan->note[id].split) {
        uint32_t end = full_end(l, lo, hi, o->step);
        l->plan->full[id] = true;
        body(l, id, lo, end);
        l->plan->full[id] = false;
        lo = end;
    }
    if (lo != hi) body(l, id, lo, hi);
}

static void block(ts_lower *l, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to && !ts_failed(l->err); i++) {
        const ts_op *o = &l->k->op[i];
        if (o->op == TS_loop_) {
            l->here = i;
            loop(l, i);
            i = l->plan->note[i].end;
        } else if (!(o->rank && o->sort == TS_VALUE && l->plan->note[i].inlined) &&
                   !l->at[i].head) {
            statement(l, i);
        }
    }
}

/* ---- programs ---- */

static void need(const ts_kern *k, bool *needed, uint32_t id)
{
    if (needed[id]) return;
    needed[id] = true;
    for (int a = 0; a < k->op[id].argc; a++)
        if (k->op[id].arg[a]) need(k, needed, k->op[id].arg[a]);
}

/* ceil(n / step), 0 for n <= 0 */
static uint32_t programs_of(ts_lower *l, const ts_op *o)
{
    ts_simt *s = l->s;
    uint32_t n = ts_low_scalar(l, o->arg[0]), one = ts_s_i32(s, 1), zero = ts_s_i32(s, 0);
    uint32_t last = ts_s_op(s, TS_sub_, n, one, 0), step = ts_s_i32(s, o->step);
    uint32_t g = ts_s_op(s, TS_div_, last, step, 0);
    uint32_t some = ts_s_op(s, TS_lt_, zero, n, 0), more = ts_s_op(s, TS_add_, g, one, 0);
    return ts_s_select(s, some, more, zero);
}

/* The index of each axis from the program's number, the last axis running fastest. */
static void decode(ts_lower *l, uint32_t program, const uint32_t *axis, const uint32_t *count,
                   int n)
{
    ts_simt *s = l->s;
    for (int a = n - 1; a >= 0; a--) {
        const ts_op *o = &l->k->op[axis[a]];
        uint32_t i = a ? ts_s_op(s, TS_rem_, program, count[a], 0) : program;
        if (a) program = ts_s_op(s, TS_div_, program, count[a], 0);
        l->at[axis[a]].value = ts_s_op(s, TS_mul_, i, ts_s_i32(s, o->step), 0);
    }
}

static void whole(ts_lower *l, bool *needed)
{
    ts_simt *s = l->s;
    uint32_t axis[3] = {0}, count[3], total = ts_s_i32(s, 1), n = 0;
    for (uint32_t i = 1; i < l->k->n; i++)
        if (l->k->op[i].op == TS_program_) {
            need(l->k, needed, l->k->op[i].arg[0]);
            axis[n++] = i;
        }
    for (uint32_t i = 1; i < l->k->n; i++) {
        l->at[i].head = needed[i];
        if (needed[i]) statement(l, i);
    }
    for (uint32_t a = 0; a < n; a++) {
        count[a] = programs_of(l, &l->k->op[axis[a]]);
        total = ts_s_op(s, TS_mul_, total, count[a], 0);
    }
    double known;
    s->count = ts_s_is(s, total, &known) ? (long)known : -1;
    uint32_t thread = ts_s_put(s, (ts_sinst){.op = TS_S_THREAD, .type = TS_i32});
    uint32_t group = ts_s_put(s, (ts_sinst){.op = TS_S_GROUP, .type = TS_i32});
    uint32_t groups = ts_s_put(s, (ts_sinst){.op = TS_S_GROUPS, .type = TS_i32});
    uint32_t teams = ts_s_i32(s, s->teams), team = ts_s_i32(s, l->team);
    uint32_t first = ts_s_op(s, TS_mul_, group, teams, 0);
    l->thread = thread;
    if (s->teams > 1) {
        l->thread = ts_s_op(s, TS_and_, thread, ts_s_i32(s, l->team - 1), 0);
        first = ts_s_op(s, TS_add_, first, ts_s_op(s, TS_div_, thread, team, 0), 0);
    }
    uint32_t p = ts_low_for(l, first, total, ts_s_op(s, TS_mul_, groups, teams, 0), 0);
    if (l->touches) l->shared_read = l->shared_written = true;
    decode(l, p, axis, count, (int)n);
    block(l, 1, l->k->n);
    ts_low_end(l);
}

/* ---- how many threads ---- */

static int power_at_least(int x)
{
    int p = 1;
    while (p < x) p *= 2;
    return p;
}

static int clamp(int x, int lo, int hi)
{
    return x < lo ? lo : x > hi ? hi : x;
}

/* Programs, as far as they are known: the product of the constant counts. */
static double programs(const ts_kern *k)
{
    double n = 1;
    for (uint32_t i = 1; i < k->n; i++) {
        const ts_op *o = &k->op[i];
        if (o->op != TS_program_) continue;
        const ts_op *count = &k->op[o->arg[0]];
        n *= count->op == TS_const_ ? (count->value + o->step - 1) / o->step : 16;
    }
    return n;
}

enum { FEW_PROGRAMS = 64, NARROWEST = 32 };

/* Rows of a matrix go to a subgroup each, eight elements a thread; a kernel of few programs gets all
 * the threads that its widest tile keeps busy; one of matrix tiles a thread per column. */
static void choose_team(ts_lower *l)
{
    const ts_target *t = l->s->target;
    int widest = 1;
    bool matrix = false;
    for (uint32_t i = 1; i < l->k->n; i++) {
        const ts_op *o = &l->k->op[i];
        if (!o->rank || (o->sort != TS_VALUE && o->sort != TS_VARIABLE)) continue;
        int cols = o->rank == 2 && o->dim[1] == 1 ? o->dim[0] : ts_cols(o);
        if (cols > widest) widest = cols;
        matrix |= o->rank == 2 && ts_rows(o) > 1 && ts_cols(o) > 1;
    }
    bool few = programs(l->k) <= FEW_PROGRAMS;
    int lanes = t->subgroup ? t->subgroup : NARROWEST;
    if (!l->grouped && !few && t->subgroup) {
        l->team = t->subgroup;
        l->s->teams = t->threads / t->subgroup;
    } else {
        int want = matrix || few ? widest : (widest + 7) / 8;
        l->grouped = true;
        l->team = clamp(power_at_least(want), lanes, few ? t->max_threads : t->threads);
        l->s->teams = 1;
    }
    l->s->threads = l->team * l->s->teams;
}

/* ---- one run, and all ---- */

static void describe(ts_lower *l)
{
    const ts_kern *k = l->k;
    ts_simt *s = l->s;
    int params = 0, sizes = 0;
    for (uint32_t i = 1; i < k->n; i++)
        params += k->op[i].op == TS_param_, sizes += k->op[i].op == TS_size_;
    s->param = calloc((size_t)params + 1, sizeof *s->param);
    s->size_name = calloc((size_t)sizes + 1, sizeof *s->size_name);
    s->failed |= !s->param || !s->size_name;
    for (uint32_t i = 1; i < k->n && !s->failed; i++) {
        const ts_op *o = &k->op[i];
        if (o->op == TS_size_) {
            l->number[i] = s->sizes;
            s->size_name[s->sizes++] = ts_keep(o->name);
        } else if (o->op == TS_param_) {
            int bits = ts_dtypes[o->dtype].bits;
            l->number[i] = s->params;
            s->param[s->params++] = (ts_sparam){.name = ts_keep(o->name),
                                                .unit = bits < 8 ? 8 : bits,
                                                .type = ts_s_held(o->dtype),
                                                .mode = o->mode};
        }
    }
    s->kernel = ts_keep(k->name);
    if (k->file) s->file = ts_keep(k->file);
    s->cost = l->plan->cost;
}

static bool moves(ts_opcode op)
{
    return op == TS_slice_ || op == TS_concat_ || op == TS_reshape_ || op == TS_transpose_ ||
           op == TS_gather_;
}

/* A store whose inlined value reads the same param elsewhere needs the value first, all of it. */
static bool reads_param(const ts_lower *l, uint32_t id, uint32_t param, const ts_op *store)
{
    const ts_op *o = &l->k->op[id];
    if (!o->rank || !l->plan->note[id].inlined) return false;
    bool reads = o->op == TS_load_ || o->op == TS_gather_;
    bool here = store && same_place(l->k, o, store);
    if (reads && ts_low_param(l->k, o->arg[0]) == param && !here) return true;
    for (int a = 0; a < o->argc; a++)
        if (o->arg[a] && l->k->op[o->arg[a]].sort == TS_VALUE &&
            reads_param(l, o->arg[a], param, moves(o->op) ? NULL : store))
            return true;
    return false;
}

/* Likewise a set whose value reads other elements of a variable in shared memory. */
static bool reads_variable(const ts_lower *l, uint32_t id, uint32_t var)
{
    const ts_op *o = &l->k->op[id];
    if (!o->rank || !l->plan->note[id].inlined) return false;
    if (o->op == TS_get_) return o->arg[0] == var;
    for (int a = 0; a < o->argc; a++)
        if (o->arg[a] && l->k->op[o->arg[a]].sort == TS_VALUE && reads_variable(l, o->arg[a], var))
            return true;
    return false;
}

/* An inlined get of the variable stays inlined in a set if it is read at the element that is set. */
static bool reads_elsewhere(const ts_lower *l, uint32_t id, uint32_t var)
{
    const ts_op *o = &l->k->op[id];
    if (!o->rank || !l->plan->note[id].inlined) return false;
    if (moves(o->op)) return reads_variable(l, id, var);
    for (int a = 0; a < o->argc; a++)
        if (o->arg[a] && l->k->op[o->arg[a]].sort == TS_VALUE && reads_elsewhere(l, o->arg[a], var))
            return true;
    return false;
}

static void keep_apart(ts_lower *l)
{
    for (uint32_t i = 1; i < l->k->n; i++) {
        const ts_op *o = &l->k->op[i];
        uint32_t value = o->argc ? o->arg[o->argc - 1] : 0;
        if (o->op == TS_store_ && reads_param(l, value, ts_low_param(l->k, o->arg[0]), o))
            l->plan->note[value].inlined = false;
        if (o->op == TS_scatter_ && reads_param(l, value, ts_low_param(l->k, o->arg[0]), o))
            l->plan->note[value].inlined = false;
        if (o->op == TS_set_ && reads_elsewhere(l, value, o->arg[0]))
            l->plan->note[value].inlined = false;
    }
}

static ts_simt *run(ts_lower *l, const ts_target *target, bool wide, bool *needed)
{
    char name[2 * TS_MAXNAME + 16];
    snprintf(name, sizeof name, "ts_%s%s", l->k->name, wide ? "__wide" : "");
    l->s = ts_simt_new(name, target);
    if (!l->s) return NULL;
    l->s->target = target;
    l->s->wide = wide;
    l->again = l->shared_read = l->shared_written = l->useful = false;
    l->accesses = l->begun = 0;
    memset(needed, 0, l->k->n * sizeof *needed);
    choose_team(l);
    describe(l);
    ts_low_places(l);
    l->s->shared = ts_low_shared(l);
    if (!l->s->failed && !ts_failed(l->err)) whole(l, needed);
    return l->s;
}

static int check_extents(const ts_kern *k, ts_error *err)
{
    for (uint32_t i = 1; i < k->n; i++) {
        const ts_op *o = &k->op[i];
        double n = 1;
        for (int d = 0; o->op == TS_param_ && d < o->rank; d++)
            if (k->op[o->arg[d]].op == TS_const_) n *= k->op[o->arg[d]].value;
        if (o->op == TS_param_ && n > INT32_MAX)
            return ts_fail(err,
                           "kernel %s: %s has %.0f elements; indices on this target take 32 bits",
                           k->name, o->name, n);
    }
    return 0;
}

enum { RUNS = 64 };

static ts_simt *settle(ts_lower *l, const ts_target *target, bool wide, bool *needed)
{
    for (int i = 0; i < RUNS; i++) {
        ts_simt *s = run(l, target, wide, needed);
        if (!s || s->failed || ts_failed(l->err)) {
            ts_simt_free(s);
            ts_fail(l->err, "kernel %s: no memory to lower it", l->k->name);
            return NULL;
        }
        if (!l->again) return s;
        ts_simt_free(s);
    }
    ts_fail(l->err, "kernel %s: the lowering does not settle; please report it", l->k->name);
    return NULL;
}

static void drop(ts_lower *l)
{
    for (uint32_t i = 0; l->at && i < l->k->n; i++) free(l->at[i].reg);
    free(l->at);
    free(l->view);
    free(l->number);
    free(l->access);
    ts_plan_free(l->plan);
}

ts_simt *ts_simt_lower(const ts_kern *k, const ts_target *target, bool wide, bool *useful,
                       ts_error *err)
{
    ts_lower l = {.k = k, .err = err};
    ts_simt *s = NULL;
    if (check_extents(k, err)) return NULL;
    bool *needed = calloc(k->n + 1, sizeof *needed);
    l.plan = ts_plan_make(k, target, err);
    l.at = calloc(k->n + 1, sizeof *l.at);
    l.view = calloc(k->n + 1, sizeof *l.view);
    l.number = calloc(k->n + 1, sizeof *l.number);
    if (needed && l.plan && l.at && l.view && l.number) {
        keep_apart(&l);
        if (ts_debug("plan")) ts_plan_print(stderr, l.plan);
        s = settle(&l, target, wide, needed);
    } else {
        ts_fail(err, "kernel %s: no memory to lower it", k->name);
    }
    if (useful) *useful = l.useful;
    drop(&l);
    free(needed);
    if (s && 4L * s->shared > target->shared_bytes) {
        ts_fail(
            err,
            "kernel %s: its tiles need %ld bytes of shared memory, %s has %d; use smaller blocks",
            k->name, 4L * s->shared, target->name, target->shared_bytes);
        ts_simt_free(s);
        return NULL;
    }
    if (s) ts_simt_finish(s);
    if (s && ts_debug("simt")) ts_simt_print(stderr, s);
    return s;
}

/* sync.c - who may see what when: barriers, and which accesses to memory need one in between.
 *
 * Threads of a team run apart from each other. Two accesses to one param keep their order by themselves
 * only where each thread touches the same elements in both, or the two certainly lie side by side. */
#include "simt/lower.h"

#include <stdlib.h>
#include <string.h>

#include "tessera/device.h"

/* ---- shared memory ---- */

void ts_low_barrier(ts_lower *l)
{
    if (!l->grouped) l->grouped = l->again = true;
    l->touches = true;
    ts_low_wait(l);
    if (l->hidden) ts_s_put(l->s, (ts_sinst){.op = TS_S_FENCE, .n = TS_OF_SHARED});
    l->hidden = false;
    ts_s_put(l->s, (ts_sinst){.op = TS_S_BARRIER, .n = TS_LOCAL | TS_GLOBAL});
    l->shared_read = l->shared_written = false;
    l->barriers++;
    l->accesses -= l->begun; /* those of the statement that is being lowered are still to come */
    if (l->accesses) memmove(l->access, l->access + l->begun, l->accesses * sizeof *l->access);
    l->begun = l->stores = 0;
    for (uint32_t i = 0; i < l->accesses; i++) l->stores += l->access[i].store;
}

void ts_low_commit(ts_lower *l)
{
    if (l->open) ts_s_put(l->s, (ts_sinst){.op = TS_S_COMMIT});
    l->open = false;
}

void ts_low_wait(ts_lower *l)
{
    ts_low_commit(l);
    if (l->copying) ts_s_put(l->s, (ts_sinst){.op = TS_S_WAIT});
    l->copying = false;
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
    const ts_op *a = ts_tile_of_access(k, x), *b = ts_tile_of_access(k, y);
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
static bool stores_scalar(const ts_kern *k, const ts_op *x)
{
    return x->op == TS_store_ && !ts_tile_of_access(k, x)->rank;
}

static bool by_one_thread(const ts_kern *k, const ts_op *x, const ts_op *y)
{
    return stores_scalar(k, x) && stores_scalar(k, y);
}

static bool accesses(ts_opcode op)
{
    return op == TS_load_ || op == TS_gather_ || op == TS_store_ || op == TS_scatter_;
}

/* How a load or store deals its elements out to threads: as view.c stores, or fill_... fills.
 * TS_COPIES: all to all threads; TS_INLINE: as the user needs them. */
static ts_home dealt(const ts_lower *l, const ts_op *o)
{
    bool store = o->op == TS_store_;
    const ts_spread *p = store ? &l->at[o->arg[o->argc - 1]] : &l->at[o - l->k->op];
    bool few = p->rows * p->cols <= TS_COPIES_MOST;
    /* threads without a column load the last one */
    if (!store && p->home == TS_SPREAD && !p->matrix && p->cols % ts_low_across(l, p))
        return TS_INLINE;
    if (!store || (p->home != TS_INLINE && !few)) return p->home;
    return !few && (long)p->tall * p->each <= TS_REGISTERS ? TS_SPREAD : TS_SHARED;
}

/* Each thread touches the same elements in both. */
static bool alike(const ts_lower *l, const ts_op *x, const ts_op *y)
{
    if (!ts_same_place(l->k, x, y)) return false;
    ts_home a = dealt(l, x), b = dealt(l, y);
    return a == b && (a == TS_SPREAD || a == TS_SHARED);
}

static bool clash(const ts_lower *l, const ts_op *x, const ts_op *y)
{
    return !alike(l, x, y) && !apart(l->k, x, y) && !by_one_thread(l->k, x, y);
}

void ts_low_remember(ts_lower *l, ts_access a)
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
    l->access[l->accesses++] = a;
    l->stores += a.store;
}

/* As many accesses are compared with each new one; then a barrier spares the comparing. */
enum { MOST_ACCESSES = 512 };

static bool clashes_before(const ts_lower *l, const ts_op *o, ts_access new)
{
    if (!new.store && !l->stores) return false;
    for (uint32_t i = 0; i < l->begun; i++) { /* within a statement see ts_low_keep_apart */
        const ts_access *a = &l->access[i];
        if (a->param == new.param && (new.store || a->store) && clash(l, o, &l->k->op[a->op]))
            return true;
    }
    return l->begun > MOST_ACCESSES;
}

static void put_in_order(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    ts_access a = {id, ts_param_of_view(l->k, o->arg[0]),
                   o->op == TS_store_ || o->op == TS_scatter_};
    if (l->k->op[a.param].mode == TS_IN) return;
    if (clashes_before(l, o, a)) ts_low_barrier(l);
    ts_low_remember(l, a);
}

/* All accesses that a statement makes, those of inlined operands first. */
void ts_low_order_all(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    for (int a = 0; a < o->argc; a++) {
        uint32_t x = o->arg[a];
        if (x && l->k->op[x].rank && l->k->op[x].sort == TS_VALUE && l->plan->note[x].inlined)
            ts_low_order_all(l, x);
    }
    if (accesses(o->op)) put_in_order(l, id);
}

/* What becomes of a value of a loop's body from one iteration to the next. */
enum { STAYS = 1, ADVANCES = 2 };

/* The value is the same in every iteration. */
static bool invariant(const ts_lower *l, uint32_t id, uint32_t loop)
{
    return id < loop || l->moves[id] & STAYS;
}

/* The value is the index of the loop, or that and something invariant. */
static bool advances(const ts_lower *l, uint32_t id, uint32_t loop)
{
    return id >= loop && l->moves[id] & ADVANCES;
}

static void find_moves(const ts_lower *l, uint32_t loop, uint32_t to)
{
    for (uint32_t i = loop; i < to; i++) {
        const ts_op *o = &l->k->op[i];
        uint32_t a = o->arg[0], b = o->arg[1];
        bool pure = ts_is_elem(o->op) || o->op == TS_const_ || o->op == TS_select_ ||
                    o->op == TS_cast_ || o->sort == TS_VIEW;
        for (int x = 0; x < o->argc && pure; x++) pure = invariant(l, o->arg[x], loop);
        bool sum = o->op == TS_add_ && ((advances(l, a, loop) && invariant(l, b, loop)) ||
                                        (advances(l, b, loop) && invariant(l, a, loop)));
        l->moves[i] = (unsigned char)((pure ? STAYS : 0) | (sum || i == loop ? ADVANCES : 0));
    }
}

/* A store of other iterations is to other elements, or by the same thread. */
static bool keeps_off(const ts_lower *l, const ts_op *o, uint32_t loop)
{
    const ts_op *x = ts_tile_of_access(l->k, o);
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

/* Accesses to a param in a loop; how many of them store a scalar. */
typedef struct traffic {
    uint32_t all, scalars;
} traffic;

static void count_traffic(const ts_lower *l, traffic *of, uint32_t loop, uint32_t to)
{
    for (uint32_t i = loop + 1; i < to; i++) {
        if (!accesses(l->k->op[i].op)) continue;
        traffic *t = &of[l->number[ts_param_of_view(l->k, l->k->op[i].arg[0])]];
        t->all++;
        t->scalars += stores_scalar(l->k, &l->k->op[i]);
    }
}

/* Accesses of earlier iterations count, too: what a loop does to a param that it also reads or writes
 * elsewhere is ordered by a barrier at the head of each iteration. */
bool ts_low_clashes(const ts_lower *l, uint32_t loop, uint32_t to)
{
    traffic of[TS_MAX_BUFFERS] = {{0}};
    find_moves(l, loop, to);
    count_traffic(l, of, loop, to);
    for (uint32_t i = loop + 1; i < to; i++) {
        const ts_op *o = &l->k->op[i];
        if (o->op != TS_store_ && o->op != TS_scatter_) continue;
        const traffic *t = &of[l->number[ts_param_of_view(l->k, o->arg[0])]];
        uint32_t alone = stores_scalar(l->k, o) ? t->scalars : 1;
        if (!keeps_off(l, o, loop) || t->all > alone) return true;
    }
    return false;
}

/* ---- values that must not be computed late ---- */

/* A set whose inlined value reads other elements of a variable in shared memory needs the value first. */
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
    if (ts_moves(o->op)) return reads_variable(l, id, var);
    for (int a = 0; a < o->argc; a++)
        if (o->arg[a] && l->k->op[o->arg[a]].sort == TS_VALUE && reads_elsewhere(l, o->arg[a], var))
            return true;
    return false;
}

void ts_low_keep_apart(ts_lower *l)
{
    for (uint32_t i = 1; i < l->k->n; i++) {
        const ts_op *o = &l->k->op[i];
        uint32_t value = o->argc ? o->arg[o->argc - 1] : 0;
        if (o->op == TS_set_ && reads_elsewhere(l, value, o->arg[0]))
            l->plan->note[value].inlined = false;
    }
}

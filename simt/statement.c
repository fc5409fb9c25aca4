/* statement.c - the ops of a program in their order: variables, values, loops. */
#include "simt/lower.h"

#include <stdlib.h>
#include <string.h>

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
    int n = p->tall * (p->home == TS_SPREAD ? p->each : p->cols);
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

/* ts_low_keep_apart has seen to it that no value depends on another element of the variable. */
static void set_registers(ts_lower *l, uint32_t id, const ts_spread *p)
{
    bool spread = p->home == TS_SPREAD;
    int each = spread ? p->each : p->cols;
    for (int r = 0; r < p->tall; r++)
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
        ts_low_fill_shared(l, id, p, set_value);
    else
        set_registers(l, id, p);
}

static void assign(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    if (o->rank == 0)
        l->at[id].value = ts_low_compute(l, id, (ts_element){0});
    else if (l->at[id].staged && l->at[id].home == TS_SHARED)
        ts_low_stage(l, id);
    else
        ts_low_fill(l, id, ts_low_compute);
}

void ts_low_statement(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    l->here = id;
    l->s->line = o->line;
    l->s->in = o->file;
    memset(l->quads, 0, sizeof l->quads);
    l->begun = l->accesses;
    ts_low_order_all(l, id);
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
    if (o->sort == TS_VALUE && o->rank) ts_low_copy(l, id);
}

/* ---- loops ---- */

/* What earlier iterations read and wrote counts at the head, and behind the loop what the last did. */
static void forget_order(ts_lower *l, uint32_t id)
{
    if (l->touches) l->shared_read = l->shared_written = true;
    if (ts_low_clashes(l, id, l->plan->note[id].end)) ts_low_barrier(l);
}

/* A FOR: index from `from` by `step` while below `below`, never past 2^31 - 1. If `base` is not 0,
 * the index of the op is base + index * o->step. */
typedef struct turns {
    uint32_t from, below, step, base;
    bool once; /* at most one */
} turns;

static uint32_t begin_turns(ts_lower *l, uint32_t id, turns t, int unroll)
{
    ts_simt *s = l->s;
    uint32_t i = ts_low_for(l, t.from, t.below, t.step, unroll);
    if (!t.base) return i;
    i = ts_s_op(s, TS_mul_, i, ts_s_i32(s, l->k->op[id].step), 0);
    return ts_s_op(s, TS_add_, t.base, i, 0);
}

/* A loop may run no iteration: its barriers do not settle what came before it. */
static void body(ts_lower *l, uint32_t id, turns t)
{
    uint32_t before = l->accesses, barriers = l->barriers;
    bool hidden = l->hidden;
    ts_access *kept = malloc((before + 1) * sizeof *kept);
    bool loads = false;
    if (kept && before) memcpy(kept, l->access, before * sizeof *kept);
    if (!kept) ts_fail(l->err, "kernel %s: no memory to lower it", l->k->name);
    for (uint32_t i = id + 1; i < l->plan->note[id].end; i++)
        loads |= l->plan->note[i].stream && l->plan->note[i].loop == id;
    /* copies of a barrier gain nothing, and some compilers refuse them */
    int unroll = loads && !l->touches ? l->s->traits->unroll : 0;
    const ts_ahead a = {id, t.from, t.below, t.step};
    bool ahead = !t.base && !t.once && ts_low_begin_ahead(l, &a), copying = l->copying;
    ts_low_commit(l); /* the loop may run no turn */
    l->at[id].value = begin_turns(l, id, t, unroll);
    if (ahead)
        ts_low_turn_ahead(l, &a);
    else if (!ts_low_passes(l, id))
        forget_order(l, id);
    ts_low_block(l, id + 1, l->plan->note[id].end);
    ts_low_wait(l);
    ts_low_end(l);
    l->copying = copying;
    if (ahead) ts_low_end_ahead(l, id);
    l->hidden |= hidden;
    if (l->touches) l->shared_read = l->shared_written = true;
    bool settled = l->barriers != barriers; /* else they are all still there */
    for (uint32_t a = 0; kept && settled && a < before; a++) ts_low_remember(l, kept[a]);
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

/* id is lo and a constant number of whole steps: the index that ends the loop is at most that. Where
 * that wraps, it is below lo and there are no turns. */
static bool is_whole_steps(const ts_kern *k, uint32_t id, uint32_t lo, int step)
{
    const ts_op *o = &k->op[id], *n = &k->op[o->arg[1]];
    return o->op == TS_add_ && o->arg[0] == lo && n->op == TS_const_ && n->value > 0 &&
           (int64_t)n->value % step == 0;
}

/* The last index is at most hi - 1, and the one that ends the loop a step more. */
static bool ends_below_2_31(ts_lower *l, const ts_op *o, uint32_t hi)
{
    int64_t most = INT32_MAX - (int64_t)o->step + 1;
    ts_bound b = ts_bound_of(l->plan, o->arg[1]);
    const ts_op *end = &l->k->op[o->arg[1]];
    if ((b.has_hi && !b.sym && b.hi <= most) || ts_simt_most(l->s, hi) <= most) return true;
    for (int a = 0; end->op == TS_min_ && a < 2; a++)
        if (is_whole_steps(l->k, end->arg[a], o->arg[0], o->step)) return true;
    return is_whole_steps(l->k, o->arg[1], o->arg[0], o->step);
}

/* Turns are counted where an index might wrap before it passes the bound. There may be 2^31 of them,
 * so they are counted from -1: up to (hi - 1 - lo) / step, in unsigned arithmetic. */
static turns counted(ts_lower *l, uint32_t lo, uint32_t hi, int step)
{
    ts_simt *s = l->s;
    uint32_t none = ts_s_i32(s, -1), by = ts_s_u32(s, (uint32_t)step);
    uint32_t n = ts_s_op(s, TS_sub_, ts_s_bits(s, TS_u32, hi), ts_s_bits(s, TS_u32, lo), 0);
    n = ts_s_op(s, TS_div_, ts_s_op(s, TS_sub_, n, ts_s_u32(s, 1), 0), by, 0);
    uint32_t some = ts_s_op(s, TS_lt_, lo, hi, 0);
    uint32_t below = ts_s_select(s, some, ts_s_bits(s, TS_i32, n), none);
    uint32_t base = ts_s_op(s, TS_add_, lo, ts_s_i32(s, step), 0);
    return (turns){.from = none, .below = below, .step = ts_s_i32(s, 1), .base = base};
}

/* At most one turn is left: index lo, if that is below hi. */
static turns rest(ts_lower *l, uint32_t lo, uint32_t hi)
{
    uint32_t one = ts_s_i32(l->s, 1), next = ts_s_op(l->s, TS_add_, lo, one, 0);
    return (turns){
        .from = lo, .below = ts_s_op(l->s, TS_min_, hi, next, 0), .step = one, .once = true};
}

static void loop(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    uint32_t lo = ts_low_scalar(l, o->arg[0]), hi = ts_low_scalar(l, o->arg[1]);
    uint32_t step = ts_s_i32(l->s, o->step);
    bool split = l->plan->note[id].split, plain = ends_below_2_31(l, o, hi);
    if (split) {
        uint32_t end = full_end(l, lo, hi, o->step);
        ts_note_full(l->plan, id, true);
        body(l, id, (turns){.from = lo, .below = end, .step = step});
        ts_note_full(l->plan, id, false);
        lo = end;
    }
    if (lo == hi) return;
    if (plain)
        body(l, id, (turns){.from = lo, .below = hi, .step = step});
    else
        body(l, id, split ? rest(l, lo, hi) : counted(l, lo, hi, o->step));
}

void ts_low_block(ts_lower *l, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to && !ts_failed(l->err); i++) {
        const ts_op *o = &l->k->op[i];
        if (o->op == TS_loop_) {
            l->here = i;
            loop(l, i);
            i = l->plan->note[i].end;
        } else if (!(o->rank && o->sort == TS_VALUE && l->plan->note[i].inlined) &&
                   !l->at[i].head) {
            ts_low_statement(l, i);
        }
    }
}

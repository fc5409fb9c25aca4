/* lower.c - a kernel of tiles as the lane form (lane/form.h): names, statements and loops.
 *
 * The form begins with its head: sizes and what the counts of programs are computed from. Then come
 * the indices of the programs, and the ops in order. What differs between programs side by side is
 * lowered once for each, what is uniform once. */
#include "lane/lower.h"

#include <stdlib.h>

uint32_t ts_weave_put(ts_weave *w, ts_linst i)
{
    return ts_l_put(w->f, i);
}

/* A param is the same pointer for all programs, whoever writes through it. */
static bool shared(const ts_weave *w, uint32_t id)
{
    return w->f->streams == 1 || w->plan->note[id].uniform || w->k->op[id].op == TS_param_;
}

size_t ts_weave_at(const ts_weave *w, uint32_t id)
{
    return (size_t)id * (size_t)w->f->streams + (size_t)(shared(w, id) ? 0 : w->stream);
}

uint32_t ts_weave_name(ts_weave *w, uint32_t id, ts_linst i)
{
    i.id = id;
    i.stream = (int8_t)(shared(w, id) ? -1 : w->stream);
    return w->def[ts_weave_at(w, id)] = ts_weave_put(w, i);
}

ts_dtype ts_weave_held(const ts_weave *w, uint32_t id)
{
    ts_dtype t = w->k->op[id].dtype;
    if (w->plan->note[id].pieces) return TS_i32;
    if (!w->plan->note[id].wide) return t;
    return ts_dtypes[t].class == 'N' ? TS_i32 : TS_f32;
}

ts_layout ts_weave_layout(const ts_weave *w, uint32_t id)
{
    const ts_note *n = &w->plan->note[id];
    ts_layout y = n->layout;
    int lanes = w->f->lanes;
    if (n->pieces) return ts_lane_squares(n, n->pieces);
    if (n->paired) y.cols = (y.slots = (y.slots + 1) / 2) * lanes;
    if (!n->panel) return y;
    return (ts_layout){.rows = y.cols, .cols = y.rows, .slots = (y.rows + lanes - 1) / lanes};
}

uint32_t ts_weave_tile(ts_weave *w, uint32_t id, bool zero)
{
    return ts_weave_name(w, id,
                         (ts_linst){.op = TS_L_TILE,
                                    .type = ts_weave_held(w, id),
                                    .flag = zero,
                                    .n = w->k->op[id].rank,
                                    .at = ts_l_layout(w->f, ts_weave_layout(w, id))});
}

void ts_weave_set(ts_weave *w, uint32_t to, uint32_t value)
{
    ts_weave_put(w, (ts_linst){.op = TS_L_SET, .arg = {to, value}});
}

uint32_t ts_weave_for(ts_weave *w, char var, int n, bool several)
{
    return ts_weave_put(
        w, (ts_linst){.op = TS_L_FOR, .row = ts_spot_by(var), .n = n, .flag = several});
}

uint32_t ts_weave_far(ts_weave *w, char var, int n)
{
    uint32_t each = ts_weave_for(w, var, n, true);
    w->f->i[each].vector = true;
    return each;
}

void ts_weave_end(ts_weave *w, uint32_t opened)
{
    ts_weave_put(w, (ts_linst){.op = TS_L_END, .arg = {opened}});
}

static void assign(ts_weave *w, uint32_t id);

static void each(ts_weave *w, uint32_t id, ts_layout y, ts_slot_fn *fn)
{
    if ((long)y.rows * y.slots <= (w->rolled ? 1 : TS_UNROLLED)) {
        for (int r = 0; r < y.rows; r++)
            for (int s = 0; s < y.slots; s++) fn(w, id, (ts_slot){ts_spot_at(r), ts_spot_at(s)});
        return;
    }
    bool rows = y.rows > 1, slots = y.slots > 1;
    uint32_t down = rows ? ts_weave_for(w, 'r', y.rows, false) : 0;
    uint32_t along = slots ? ts_weave_for(w, 's', y.slots, false) : 0;
    fn(w, id,
       (ts_slot){rows ? ts_spot_by('r') : ts_spot_at(0), slots ? ts_spot_by('s') : ts_spot_at(0)});
    if (slots) ts_weave_end(w, along);
    if (rows) ts_weave_end(w, down);
}

void ts_weave_hold(ts_weave *w, uint32_t id)
{
    if (ts_is_dot(w->k->op[id].op))
        ts_weave_dot(w, id);
    else
        assign(w, id);
}

void ts_weave_drop(ts_weave *w, uint32_t id)
{
    w->def[ts_weave_at(w, id)] = 0;
}

/* Memory that the contraction reads in place may be what op id writes; and masks are a lot of text, so
 * where there are some, slots are stored in a loop. */
static bool waits(ts_weave *w, uint32_t id)
{
    const ts_op *dot = &w->k->op[w->plan->note[id].dot];
    const ts_note *n = w->plan->note;
    bool in_place = n[dot->arg[0]].inlined || n[dot->arg[1]].inlined;
    if (w->k->op[id].op != TS_store_) return false;
    return (in_place && !ts_weave_one_block(w, n[id].dot)) || !ts_weave_is_whole(w, id);
}

static void each_sum(ts_weave *w, uint32_t id, ts_layout y, ts_slot_fn *fn)
{
    uint32_t dot = w->plan->note[id].dot;
    if (ts_lane_dot_way(w->plan, &w->k->op[dot]) == TS_DOT_UNIT) {
        ts_weave_unit(w, dot, w->def[ts_weave_at(w, w->k->op[id].arg[0])]);
        return;
    }
    if (!waits(w, id)) {
        ts_weave_blocks(w, dot, id, fn);
        return;
    }
    uint32_t in = ts_weave_put(w, (ts_linst){.op = TS_L_BLOCK});
    ts_weave_hold(w, dot);
    w->rolled = true;
    each(w, id, y, fn);
    w->rolled = false;
    ts_weave_drop(w, dot);
    ts_weave_end(w, in);
}

void ts_weave_each(ts_weave *w, uint32_t id, ts_layout y, ts_slot_fn *fn)
{
    if (w->plan->note[id].dot)
        each_sum(w, id, y, fn);
    else
        each(w, id, y, fn);
}

/* ---- statements ---- */

static void assign_slot(ts_weave *w, uint32_t id, ts_slot at)
{
    uint32_t to = ts_weave_slot(w, w->def[ts_weave_at(w, id)], at), x = ts_weave_compute(w, id, at);
    ts_weave_set(w, to, w->plan->note[id].wide ? ts_weave_cast(w, x, ts_weave_held(w, id)) : x);
}

static void assign(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    if (w->plan->note[id].pieces) {
        ts_weave_squares(w, id);
        return;
    }
    if (w->plan->note[id].panel || w->plan->note[id].paired) {
        if (w->plan->note[id].panel)
            ts_weave_panel(w, id);
        else
            ts_weave_pairs(w, id);
        return;
    }
    if (o->rank) {
        ts_weave_tile(w, id, false);
        ts_weave_each(w, id, w->plan->note[id].layout, assign_slot);
        return;
    }
    uint32_t value = ts_weave_compute(w, id, (ts_slot){ts_spot_at(0), ts_spot_at(0)});
    ts_weave_name(w, id, (ts_linst){.op = TS_L_LET, .type = o->dtype, .arg = {value}});
}

static void init_slot(ts_weave *w, uint32_t id, ts_slot at)
{
    uint32_t to = ts_weave_slot(w, w->def[ts_weave_at(w, id)], at);
    ts_weave_set(w, to, ts_weave_value(w, w->k->op[id].arg[0], w->plan->note[id].layout, at));
}

static void variable(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    if (o->rank) {
        ts_weave_tile(w, id, false);
        ts_weave_each(w, id, w->plan->note[id].layout, init_slot);
        return;
    }
    uint32_t value = ts_weave_scalar(w, o->arg[0]);
    ts_weave_name(w, id, (ts_linst){.op = TS_L_VAR, .type = o->dtype, .arg = {value}});
}

static void set_slot(ts_weave *w, uint32_t id, ts_slot at)
{
    const ts_op *o = &w->k->op[id];
    uint32_t to = ts_weave_slot(w, w->def[ts_weave_at(w, o->arg[0])], at);
    ts_weave_set(w, to, ts_weave_value(w, o->arg[1], w->plan->note[o->arg[0]].layout, at));
}

static void set(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    if (w->k->op[o->arg[0]].rank)
        ts_weave_each(w, id, w->plan->note[o->arg[0]].layout, set_slot);
    else
        ts_weave_set(w, ts_weave_scalar(w, o->arg[0]), ts_weave_scalar(w, o->arg[1]));
}

static int ordinal(const ts_kern *k, uint32_t id)
{
    int n = 0;
    for (uint32_t i = 1; i < id; i++) n += k->op[i].op == k->op[id].op;
    return n;
}

static void size(ts_weave *w, uint32_t id)
{
    ts_weave_name(
        w, id,
        (ts_linst){
            .op = TS_L_SIZE, .type = TS_i32, .n = ordinal(w->k, id), .name = w->k->op[id].name});
}

static void param(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    ts_weave_name(w, id,
                  (ts_linst){.op = TS_L_PARAM,
                             .type = o->dtype,
                             .flag = o->mode != TS_IN,
                             .n = ordinal(w->k, id),
                             .name = o->name});
    ts_weave_param(w, id);
}

/* It stands where it is used, or in the head. */
static bool is_silent(ts_opcode op)
{
    return op == TS_const_ || op == TS_program_ || op == TS_swap_ || op == TS_end_;
}

static void note_line(ts_weave *w, const ts_op *o)
{
    if (is_silent(o->op)) return;
    const char *file = ts_files_base(&w->k->files, o->file);
    if (!o->line || !file || (o->line == w->line && o->file == w->file)) return;
    ts_weave_put(w, (ts_linst){.op = TS_L_NOTE, .n = o->line, .at = o->file});
    w->line = o->line;
    w->file = o->file;
}

static void statement(ts_weave *w, uint32_t id)
{
    switch (w->k->op[id].op) {
    case TS_const_:
    case TS_program_:
    case TS_end_: break;
    case TS_size_: size(w, id); break;
    case TS_param_: param(w, id); break;
    case TS_row_:
    case TS_swap_:
    case TS_part_: ts_weave_view(w, id); break;
    case TS_store_: ts_weave_store(w, id); break;
    case TS_scatter_: ts_weave_scatter(w, id); break;
    case TS_gather_: ts_weave_gather(w, id); break;
    case TS_var_: variable(w, id); break;
    case TS_set_: set(w, id); break;
    case TS_sum_:
    case TS_amax_:
    case TS_amin_:
    case TS_argmax_:
    case TS_argmin_: ts_weave_reduce(w, id); break;
    case TS_scan_: ts_weave_scan(w, id); break;
    case TS_dot_:
    case TS_dot_t_: ts_weave_dot(w, id); break;
    case TS_reshape_:
    case TS_slice_:
    case TS_concat_:
    case TS_transpose_: ts_weave_move(w, id); break;
    case TS_repeat_:
        (ts_lane_repeats_vectors(w->plan, &w->k->op[id]) ? assign : ts_weave_move)(w, id);
        break;
    default: assign(w, id); break;
    }
}

/* ---- loops ---- */

static void block(ts_weave *w, uint32_t from, uint32_t to);

/* full: whole steps only, in which more is proven and less masked (compile/bounds.c). */
static void turns(ts_weave *w, uint32_t id, uint32_t start, uint32_t below, bool full)
{
    const ts_op *o = &w->k->op[id];
    if (full) ts_note_full(w->plan, id, true);
    uint32_t l = ts_weave_name(
        w, id,
        (ts_linst){
            .op = TS_L_LOOP, .type = TS_i32, .flag = full, .n = o->step, .arg = {start, below}});
    ts_weave_prefetch(w, id);
    block(w, id + 1, w->plan->note[id].end);
    ts_weave_end(w, l);
    if (full) ts_note_full(w->plan, id, false);
}

static void loop(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    uint32_t from = ts_weave_scalar(w, o->arg[0]), below = ts_weave_scalar(w, o->arg[1]);
    uint32_t start = ts_weave_put(
        w, (ts_linst){.op = TS_L_START, .stream = -1, .id = id, .type = TS_i32, .arg = {from}});
    if (w->plan->note[id].split) turns(w, id, start, below, true);
    turns(w, id, start, below, false);
}

/* Once for all programs, or for each? */
static int times(const ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    if (o->op == TS_store_ || o->op == TS_scatter_) return w->f->streams;
    return shared(w, o->op == TS_set_ ? o->arg[0] : id) ? 1 : w->f->streams;
}

/* Blocks around the ops that a large tile lives for; they nest. */
typedef struct scopes {
    int n;
    uint32_t block[8], end[8]; /* an instruction; an op */
} scopes;

static void open_scope(ts_weave *w, scopes *s, uint32_t id)
{
    uint32_t end = s->n < 8 ? ts_weave_scope(w, id) : 0;
    if (!end) return;
    s->end[s->n] = end;
    s->block[s->n++] = ts_weave_put(w, (ts_linst){.op = TS_L_BLOCK});
}

static void close_scopes(ts_weave *w, scopes *s, uint32_t id)
{
    while (s->n && s->end[s->n - 1] == id) ts_weave_end(w, s->block[--s->n]);
}

static void op(ts_weave *w, uint32_t i)
{
    note_line(w, &w->k->op[i]);
    if (w->k->op[i].op == TS_loop_) {
        loop(w, i);
        return;
    }
    for (w->stream = 0; w->stream < times(w, i); w->stream++) statement(w, i);
    w->stream = 0;
}

static void block(ts_weave *w, uint32_t from, uint32_t to)
{
    scopes s = {0};
    for (uint32_t i = from; i < to; i++) {
        const ts_note *n = &w->plan->note[i];
        if (!n->inlined && !n->with && !w->head[i]) {
            open_scope(w, &s, i);
            op(w, i);
            if (w->k->op[i].op == TS_loop_) i = n->end;
        }
        close_scopes(w, &s, i);
    }
}

/* ---- the head, and which program this is ---- */

static void count_programs(ts_weave *w)
{
    ts_mark_counts(w->k, w->head);
    for (uint32_t i = 1; i < w->k->n; i++)
        if (w->head[i] && w->k->op[i].op != TS_const_) statement(w, i);
    for (uint32_t i = 1; i < w->k->n; i++) {
        const ts_op *o = &w->k->op[i];
        if (o->op != TS_program_) continue;
        uint32_t count = ts_weave_scalar(w, o->arg[0]);
        ts_weave_put(w, (ts_linst){.op = TS_L_GRID,
                                   .stream = -1,
                                   .at = (uint32_t)o->axis,
                                   .n = o->step,
                                   .arg = {count}});
        w->f->axes++;
    }
    w->f->head = w->f->n;
}

static void index_programs(ts_weave *w)
{
    for (uint32_t i = 1; i < w->k->n; i++) {
        const ts_op *o = &w->k->op[i];
        if (o->op != TS_program_) continue;
        for (w->stream = 0; w->stream < w->f->streams; w->stream++)
            ts_weave_name(
                w, i,
                (ts_linst){
                    .op = TS_L_PROGRAM, .type = TS_i32, .at = (uint32_t)o->axis, .n = o->step});
        w->stream = 0;
    }
}

ts_lane *ts_lane_lower(ts_plan *plan, int streams, ts_error *err)
{
    const ts_kern *k = plan->k;
    size_t n = (k->n + 1) * (size_t)streams;
    ts_weave w = {.f = ts_lane_new(k, plan->target, streams),
                  .plan = plan,
                  .k = k,
                  .last = ts_weave_last_uses(plan),
                  .head = calloc(k->n + 1, sizeof *w.head),
                  .def = calloc(n, sizeof *w.def),
                  .reach = calloc(n, sizeof *w.reach)};
    if (w.f && !w.f->failed && w.last && w.head && w.def && w.reach) {
        w.f->cost = plan->cost;
        count_programs(&w);
        index_programs(&w);
        block(&w, 1, k->n);
    }
    free(w.last);
    free(w.head);
    free(w.def);
    free(w.reach);
    if (w.f && w.f->n && !w.f->failed) return w.f;
    ts_lane_free(w.f);
    ts_fail(err, "kernel %s: no memory to lower %u ops", k->name, k->n);
    return NULL;
}

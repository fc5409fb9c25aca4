/* run.c - the interpreter: the meaning of a kernel, against which every target is checked.
 *
 * It rounds where the IR says so and nowhere else: at casts, at ts_bits, and at stores, since memory
 * has the param's dtype; with TS_RUN_F32 after each op. Constants are taken as the IR holds them. Programs run in order, one after
 * the other; a loop ends when its next index would not be below the bound, in whole numbers, so an
 * index never wraps.
 *
 * All memory of a run is one arena sized before the start: a slot per element of every value and
 * variable. What does not depend on the program (sizes, constants, params and all that is computed
 * from them alone) is computed once. Expects a kernel that ts_verify accepts; then no sizes, indices
 * or bounds given at run time make it read or write outside of the buffers. */
#include "tile/run.h"

#include <stdlib.h>
#include <string.h>

enum { AXES = 3 };
static const uint64_t max_slots = (uint64_t)1 << 27; /* 1 GiB */
static const uint64_t max_grid = (uint64_t)1 << 31;

typedef struct machine {
    const ts_kern *k;
    slot *arena;
    slot **at;       /* per op: its elements, of values and variables */
    lens *view;      /* per op: where it looks, of views */
    uint64_t *cost;  /* per op: element operations */
    uint32_t *match; /* per loop its end */
    uint32_t *once,
        *each;      /* op numbers run at launch and per program, in order, 0 behind the last */
    uint32_t *home; /* per op its place in each[] */
    uint64_t left;  /* element operations until the limit */
    int64_t grid[AXES], index[AXES];
    bool empty; /* no programs at all */
    int sizes, params;
    void *const *buffer;
    const size_t *bytes;
    const int32_t *size;
    bool f32;     /* TS_RUN_F32 */
    watch *watch; /* TS_RUN_CONFLICTS, or NULL */
    ts_error *err;
} machine;

static int fail(machine *m, const ts_op *o, const char *what)
{
    return ts_fail(m->err, "kernel %s: %s%s%s: %s", m->k->name, ts_opinfos[o->op].name,
                   o->name ? " " : "", o->name ? o->name : "", what);
}

/* ---- before the run ---- */

static uint64_t cost_of(const ts_kern *k, const ts_op *o)
{
    uint64_t n = ts_count(o);
    switch (o->op) {
    case TS_dot_:
    case TS_dot_t_: return n * (uint64_t)ts_cols(&k->op[o->arg[0]]);
    case TS_store_:
    case TS_scatter_:
    case TS_set_: return ts_count(&k->op[o->arg[o->argc - 1]]);
    default: return ts_opinfos[o->op].flags & REDUCE ? ts_count(&k->op[o->arg[0]]) : n;
    }
}

/* Same for all programs of a launch, and without effect: true of the op if of all its operands. */
static bool uniform(const ts_op *o, const bool *same)
{
    if (o->op == TS_program_ || o->op == TS_get_) return false;
    if (ts_opinfos[o->op].flags & (MEM | EFFECT | CTRL)) return false;
    for (int i = 0; i < o->argc; i++)
        if (o->arg[i] && !same[o->arg[i]]) return false;
    return true;
}

static void order(machine *m, bool *same)
{
    const ts_kern *k = m->k;
    uint32_t once = 0, each = 0;
    for (uint32_t i = 1; i < k->n; i++) {
        const ts_op *o = &k->op[i];
        same[i] = uniform(o, same);
        m->cost[i] = cost_of(k, o);
        m->home[i] = each;
        if (o->op == TS_end_) m->match[o->arg[0]] = i;
        if (same[i])
            m->once[once++] = i;
        else
            m->each[each++] = i;
    }
}

static int lay_out(machine *m)
{
    const ts_kern *k = m->k;
    uint64_t n = 0;
    for (uint32_t i = 1; i < k->n; i++) n += ts_count(&k->op[i]);
    if (n > max_slots)
        return ts_fail(m->err,
                       "kernel %s: its tiles hold %llu elements together; the interpreter takes at "
                       "most %llu (use smaller tiles)",
                       k->name, (unsigned long long)n, (unsigned long long)max_slots);
    m->arena = malloc((n + 1) * sizeof *m->arena);
    if (!m->arena) return ts_fail(m->err, "kernel %s: out of memory for its tiles", k->name);
    n = 0;
    for (uint32_t i = 1; i < k->n; n += ts_count(&k->op[i++])) m->at[i] = m->arena + n;
    return 0;
}

static int prepare(machine *m)
{
    size_t n = m->k->n;
    bool *same = calloc(n, sizeof *same);
    m->at = calloc(n, sizeof *m->at);
    m->view = calloc(n, sizeof *m->view);
    m->cost = calloc(n, sizeof *m->cost);
    m->match = calloc(n, sizeof *m->match);
    m->once = calloc(n, sizeof *m->once);
    m->each = calloc(n, sizeof *m->each);
    m->home = calloc(n, sizeof *m->home);
    int bad = 0;
    if (!same || !m->at || !m->view || !m->cost || !m->match || !m->once || !m->each || !m->home)
        bad = ts_fail(m->err, "kernel %s: out of memory for %zu ops", m->k->name, n);
    else
        order(m, same);
    free(same);
    return bad ? bad : lay_out(m);
}

static void release(machine *m)
{
    free(m->arena);
    free(m->at);
    free(m->view);
    free(m->cost);
    free(m->match);
    free(m->once);
    free(m->each);
    free(m->home);
}

/* ---- one op ---- */

static int64_t scalar(const machine *m, uint32_t id)
{
    return m->at[id]->i;
}

/* Elements of o's array, if there is a buffer that holds them. */
static int bind(machine *m, const ts_op *o, lens *v)
{
    uint64_t n = 1;
    int64_t extent[3];
    *v = (lens){.rank = o->rank, .type = o->dtype, .memory = m->buffer[m->params]};
    v->param = (uint32_t)(o - m->k->op);
    v->watch = m->watch;
    bool over = false;
    for (int d = o->rank - 1; d >= 0; d--) {
        extent[d] = scalar(m, o->arg[d]);
        if (extent[d] < 0) return fail(m, o, "an extent is negative");
        v->dim[d].stride = n;
        v->dim[d].hi = extent[d];
        over |= __builtin_mul_overflow(n, (uint64_t)extent[d], &n);
    }
    for (int d = 0; d < o->rank; d++)
        if (!extent[d]) n = 0, over = false;
    size_t have = m->bytes[m->params++];
    if (over || n > SIZE_MAX / 8 || ts_storage(o->dtype, n) > have || (n && !v->memory))
        return fail(m, o, "the buffer is smaller than its extents");
    return 0;
}

static void constant(const ts_op *o, slot *out)
{
    if (is_float(o->dtype))
        out->f = o->value;
    else
        out->i = (int64_t)o->value;
}

static void move(slot *to, const slot *from, size_t n)
{
    memcpy(to, from, n * sizeof *to);
}

static void view_op(machine *m, uint32_t id)
{
    const ts_op *o = &m->k->op[id];
    const lens *v = &m->view[o->arg[0]];
    if (o->op == TS_row_)
        m->view[id] = ts_lens_row(v, scalar(m, o->arg[1]));
    else if (o->op == TS_part_)
        m->view[id] = ts_lens_part(v, o->axis, scalar(m, o->arg[1]), scalar(m, o->arg[2]), o->step);
    else
        m->view[id] = ts_lens_swap(v);
}

static void memory_op(machine *m, uint32_t id)
{
    const ts_op *o = &m->k->op[id];
    const lens *v = &m->view[o->arg[0]];
    uint32_t last = o->arg[o->argc - 1];
    const ts_op *x = o->op == TS_store_ || o->op == TS_scatter_ ? &m->k->op[last] : o;
    int64_t at[2] = {scalar(m, o->arg[1]), v->rank == 2 ? scalar(m, o->arg[2]) : 0};
    int n = x->dim[0], cols = v->rank == 2 ? x->dim[1] : 1;
    switch (o->op) {
    case TS_load_: ts_run_load(v, at, ts_rows(x), ts_cols(x), m->at[id]); break;
    case TS_store_: ts_run_store(v, at, ts_rows(x), ts_cols(x), m->at[last]); break;
    case TS_gather_: ts_run_gather(v, m->at[o->arg[1]], n, at[1], cols, m->at[id]); break;
    default: ts_run_scatter(v, m->at[o->arg[1]], n, at[1], cols, m->at[last]);
    }
}

static void value_op(machine *m, uint32_t id)
{
    const ts_op *o = &m->k->op[id], *type[3] = {0};
    const slot *in[3] = {0};
    for (int i = 0; i < 3 && i < o->argc; i++)
        if (o->arg[i]) type[i] = &m->k->op[o->arg[i]], in[i] = m->at[o->arg[i]];
    slot *out = m->at[id];
    if (ts_is_elem(o->op)) {
        (m->f32 && o->op == TS_fma_ ? ts_run_fmaf : ts_run_elem)(o, out, type, in);
        return;
    }
    switch (o->op) {
    case TS_select_: ts_run_select(o, out, type, in); break;
    case TS_cast_: ts_run_cast(o, out, type[0], in[0]); break;
    case TS_bits_: ts_run_bits(o, out, type[0], in[0]); break;
    case TS_const_: constant(o, out); break;
    case TS_iota_:
        for (int i = 0; i < o->dim[0]; i++) out[i].i = i;
        break;
    case TS_splat_:
    case TS_var_: ts_run_splat(o, out, type[0], in[0]); break;
    case TS_get_:
    case TS_reshape_:
        if (in[0]) move(out, in[0], ts_count(o));
        break;
    case TS_slice_: ts_run_slice(o, out, type[0], in[0]); break;
    case TS_concat_: ts_run_concat(o, out, type, in); break;
    case TS_transpose_: ts_run_transpose(o, out, in[0]); break;
    case TS_repeat_: ts_run_repeat(o, out, in[0]); break;
    case TS_scan_: ts_run_scan(o, out, in[0]); break;
    case TS_dot_:
    case TS_dot_t_: ts_run_dot(o, out, type[0], type[1], in); break;
    default: ts_run_reduce(o, out, type[0], in[0]);
    }
}

/* What is computed is rounded once; casts have done it, and what only moves was rounded before. */
static void round_f32(const machine *m, uint32_t id)
{
    const ts_op *o = &m->k->op[id];
    slot *x = m->at[id];
    bool computes = ts_opinfos[o->op].flags & (ELEM | REDUCE) || o->op == TS_scan_;
    if (!computes || o->dtype != TS_f32) return;
    for (size_t i = 0, n = ts_count(o); i < n; i++) x[i].f = (float)x[i].f;
}

static void one(machine *m, uint32_t id)
{
    const ts_op *o = &m->k->op[id];
    switch (o->op) {
    case TS_program_: m->at[id]->i = m->index[o->axis] * o->step; break;
    case TS_row_:
    case TS_part_:
    case TS_swap_: view_op(m, id); break;
    case TS_load_:
    case TS_store_:
    case TS_gather_:
    case TS_scatter_: memory_op(m, id); break;
    case TS_set_: move(m->at[o->arg[0]], m->at[o->arg[1]], ts_count(&m->k->op[o->arg[0]])); break;
    default: value_op(m, id);
    }
    if (m->f32) round_f32(m, id);
}

/* ---- programs that conflict ---- */

static void say_program(const machine *m, char *to, size_t n, uint32_t program)
{
    uint64_t p = program - 1, x[AXES];
    int axes = 0, at;
    for (int a = AXES - 1; a >= 0; p /= (uint64_t)m->grid[a--]) x[a] = p % (uint64_t)m->grid[a];
    for (uint32_t i = 1; i < m->k->n; i++) axes += m->k->op[i].op == TS_program_;
    at = snprintf(to, n, "program");
    for (int a = 0; a < axes && at > 0 && (size_t)at < n; a++)
        at += snprintf(to + at, n - (size_t)at, "%s%llu", a ? "," : " ", (unsigned long long)x[a]);
}

static int report(machine *m)
{
    const conflict *c = &m->watch->what;
    const ts_op *here = &m->k->op[c->here.op], *there = &m->k->op[c->there.op];
    const ts_op *param = &m->k->op[c->param];
    const char *file = ts_files_base(&m->k->files, there->file);
    char text[400], p[80], q[80], shared[64] = "", place[120] = "";
    say_program(m, p, sizeof p, c->here.program);
    say_program(m, q, sizeof q, c->there.program);
    if (ts_dtypes[param->dtype].bits == 4)
        snprintf(shared, sizeof shared, " (a byte holds two elements)");
    if (file && there->line) snprintf(place, sizeof place, ", %.80s:%d", file, there->line);
    snprintf(text, sizeof text, "%s %s %s[%llu]%s, which %s %s (%s%s)", p,
             c->writes ? "writes" : "reads", param->name, (unsigned long long)c->element, shared, q,
             !c->wrote   ? "reads"
             : c->writes ? "writes, too"
                         : "writes",
             ts_opinfos[there->op].name, place);
    ts_complain(m->err, m->k, here, text);
    return -1;
}

/* ---- the run ---- */

static int spend(machine *m, uint32_t id)
{
    if (m->cost[id] <= m->left) {
        m->left -= m->cost[id];
        return 0;
    }
    return ts_fail(m->err, "kernel %s: stopped at its step limit (raise it, or shrink the sizes)",
                   m->k->name);
}

/* Place in each[] of what runs after a loop or an end that stands at p. */
static size_t jump(machine *m, size_t p)
{
    uint32_t id = m->each[p];
    const ts_op *o = &m->k->op[id];
    if (o->op == TS_loop_) {
        m->at[id]->i = scalar(m, o->arg[0]);
        return scalar(m, id) < scalar(m, o->arg[1]) ? p + 1 : m->home[m->match[id]] + 1;
    }
    uint32_t loop = o->arg[0];
    int64_t next = scalar(m, loop) + m->k->op[loop].step;
    if (next >= scalar(m, m->k->op[loop].arg[1])) return p + 1;
    m->at[loop]->i = next;
    return m->home[loop] + 1;
}

static int program(machine *m)
{
    for (size_t p = 0; m->each[p];) {
        uint32_t id = m->each[p];
        if (spend(m, id)) return -1;
        if (m->watch) m->watch->op = id;
        if (ts_opinfos[m->k->op[id].op].flags & CTRL)
            p = jump(m, p);
        else
            one(m, id), p++;
        if (m->watch && m->watch->found) return report(m);
    }
    return 0;
}

static int launch(machine *m)
{
    for (size_t p = 0; m->once[p]; p++) {
        uint32_t id = m->once[p];
        const ts_op *o = &m->k->op[id];
        if (spend(m, id)) return -1;
        if (o->op == TS_param_) {
            if (bind(m, o, &m->view[id])) return -1;
        } else if (o->op == TS_size_) {
            m->at[id]->i = m->size[m->sizes++];
        } else {
            one(m, id);
        }
    }
    return 0;
}

static int measure_grid(machine *m)
{
    uint64_t total = 1;
    for (int a = 0; a < AXES; a++) m->grid[a] = 1;
    for (uint32_t i = 1; i < m->k->n; i++) {
        const ts_op *o = &m->k->op[i];
        if (o->op != TS_program_) continue;
        int64_t n = scalar(m, o->arg[0]);
        m->grid[o->axis] = n > 0 ? (n + o->step - 1) / o->step : 0;
    }
    bool over = false;
    for (int a = 0; a < AXES; a++)
        over |= __builtin_mul_overflow(total, (uint64_t)m->grid[a], &total);
    for (int a = 0; a < AXES; a++)
        if (!m->grid[a]) total = 0, over = false;
    m->empty = !total;
    if (over || total > max_grid)
        return ts_fail(m->err, "kernel %s: more than 2^31 programs (%lld x %lld x %lld)",
                       m->k->name, (long long)m->grid[0], (long long)m->grid[1],
                       (long long)m->grid[2]);
    return 0;
}

static int all_programs(machine *m)
{
    int64_t *x = m->index;
    if (m->empty) return 0;
    for (x[0] = 0; x[0] < m->grid[0]; x[0]++)
        for (x[1] = 0; x[1] < m->grid[1]; x[1]++)
            for (x[2] = 0; x[2] < m->grid[2]; x[2]++) {
                if (m->watch) m->watch->program++;
                if (program(m)) return -1;
            }
    return 0;
}

int ts_interpret(const ts_kern *k, void *const *buffer, const size_t *bytes, const int32_t *size,
                 unsigned modes, uint64_t max_steps, ts_error *err)
{
    if (ts_failed(&k->err)) return ts_fail(err, "%s", k->err.text);
    watch stamps = {.regions = 0};
    machine m = {.k = k, .buffer = buffer, .bytes = bytes, .size = size, .err = err};
    m.left = max_steps ? max_steps : UINT64_MAX;
    m.f32 = modes & TS_RUN_F32;
    m.watch = modes & TS_RUN_CONFLICTS ? &stamps : NULL;
    int bad = prepare(&m) || launch(&m) || measure_grid(&m) ||
              (m.watch && ts_watch_begin(m.watch, k, m.view, err)) || all_programs(&m);
    ts_watch_end(&stamps);
    release(&m);
    return bad ? -1 : 0;
}

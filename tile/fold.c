/* fold.c - constants, identities, common subexpressions and dead code, until nothing changes.
 *
 * Each round rebuilds the kernel through ts_append: first every op is replaced by something simpler
 * (fold_rules.c) or by an equal op that dominates it, then what nothing needs is left out. The
 * interface (sizes, params, programs) stays whole and in order, and ops keep their lines.
 *
 * Invariant: the result computes the same bits on every target and in the interpreter. A load
 * equals another only if no store can have happened in between, to any param at all, since params
 * may alias. Reads of variables are never merged; the one of a variable that nothing sets is its
 * initial value. */
#include "tile/fold.h"

#include <stdlib.h>
#include <string.h>

/* Loops that are dead only once the one before is gone, and variables that are needed only for one
 * another, could take a round each. That many rounds are enough for every kernel of a sane mind; what
 * could be left out after them stays. */
enum { ROUNDS = 16 };

static ts_kern *empty_like(const ts_kern *k)
{
    ts_kern *out = ts_begin(k->name);
    ts_files_copy(&out->files, &k->files);
    return out;
}

static void *zeros(size_t n, size_t size)
{
    void *p = calloc(n ? n : 1, size);
    if (!p) abort();
    return p;
}

/* ---- equal ops ---- */

static uint32_t mix(uint32_t h, uint32_t x)
{
    return (h ^ x) * 0x9e3779b1u ^ h >> 15;
}

static uint32_t hash(const ts_op *o)
{
    uint32_t half[2], h = mix(0, (uint32_t)o->op);
    memcpy(half, &o->value, sizeof half);
    for (int i = 0; i < o->argc; i++) h = mix(h, o->arg[i]);
    h = mix(mix(h, (uint32_t)o->axis), (uint32_t)o->step);
    if (o->op == TS_const_) h = mix(mix(h, half[0]), half[1]);
    h = (h ^ h >> 16) * 0x85ebca6bu; /* small numbers differ in the highest bits only */
    return h ^ h >> 13;
}

/* The fields that the constructor reads of ops that may be merged. */
static bool equal(const ts_op *a, const ts_op *b)
{
    if (a->op != b->op || a->argc != b->argc) return false;
    if (memcmp(a->arg, b->arg, (size_t)a->argc * sizeof *a->arg)) return false;
    if (a->axis != b->axis || a->step != b->step) return false;
    switch (a->op) {
    case TS_const_: return a->dtype == b->dtype && !memcmp(&a->value, &b->value, sizeof a->value);
    case TS_cast_:
    case TS_bits_: return a->dtype == b->dtype;
    case TS_load_:
    case TS_gather_:
    case TS_iota_:
    case TS_splat_:
    case TS_reshape_:
    case TS_slice_: return a->rank == b->rank && !memcmp(a->dim, b->dim, sizeof a->dim);
    default: return true;
    }
}

static bool mergeable(const ts_op *o)
{
    if (o->op == TS_get_ || o->op == TS_program_ || o->op == TS_size_ || o->op == TS_param_)
        return false;
    return !(ts_opinfos[o->op].flags & (EFFECT | CTRL));
}

static bool in_scope(const ts_kern *k, uint32_t id)
{
    for (uint32_t l = k->open; l; l = k->op[l].loop)
        if (l == k->op[id].loop) return true;
    return !k->op[id].loop;
}

/* The table is twice the size of the kernel, so a free slot is always found; a dominated or stale
 * twin is overwritten by the newer op, which serves whatever follows. */
uint32_t ts_fold_put(folder *f, const ts_op *o)
{
    if (!mergeable(o)) return ts_append(f->out, o);
    bool memory = ts_opinfos[o->op].flags & MEM;
    uint32_t h = hash(o) & f->mask;
    for (; f->slot[h]; h = (h + 1) & f->mask) {
        uint32_t id = f->slot[h];
        if (!equal(&f->out->op[id], o)) continue;
        if (in_scope(f->out, id) && (!memory || f->epoch[id] == f->now)) return id;
        break;
    }
    uint32_t id = ts_append(f->out, o);
    f->slot[h] = id;
    f->epoch[id] = f->now;
    return id;
}

/* ---- one round of rewriting ---- */

static void survey(folder *f)
{
    const ts_kern *k = f->in;
    for (uint32_t i = 1; i < k->n; i++) {
        const ts_op *o = &k->op[i];
        if (o->op == TS_set_) f->assigned[o->arg[0]] = true;
        if (o->op != TS_store_ && o->op != TS_scatter_) continue;
        for (uint32_t l = o->loop; l; l = k->op[l].loop) f->writes[l] = true;
    }
}

/* A loop that surely has no trips. */
static bool is_void(const folder *f, const ts_op *o)
{
    const ts_op *lo = &f->out->op[o->arg[0]], *hi = &f->out->op[o->arg[1]];
    if (o->op != TS_loop_) return false;
    if (o->arg[0] == o->arg[1]) return true;
    return lo->op == TS_const_ && hi->op == TS_const_ && lo->value >= hi->value;
}

static uint32_t past_end(const ts_kern *k, uint32_t loop)
{
    uint32_t i = loop;
    while (k->op[i].op != TS_end_ || k->op[i].arg[0] != loop) i++;
    return i + 1;
}

/* What a variable that nothing sets holds. */
static uint32_t initial(folder *f, const ts_op *o, uint32_t var_in)
{
    if (o->op != TS_get_ || f->assigned[var_in]) return 0;
    ts_op s = {.op = TS_splat_, .argc = 1, .line = o->line, .file = o->file, .rank = o->rank};
    memcpy(s.dim, o->dim, sizeof s.dim);
    s.arg[0] = f->out->op[o->arg[0]].arg[0];
    return o->rank ? ts_fold_put(f, &s) : s.arg[0];
}

static void rewrite_op(folder *f, uint32_t i)
{
    ts_op o = f->in->op[i];
    uint32_t var_in = o.arg[0], before = f->out->n;
    for (int a = 0; a < o.argc; a++) o.arg[a] = f->map[o.arg[a]];
    uint32_t id = initial(f, &o, var_in);
    if (!id) id = ts_fold_simpler(f, &o);
    bool simpler = id != 0;
    if (!id) id = ts_fold_put(f, &o);
    f->map[i] = id;
    f->changed |= simpler || f->out->n == before;
    if (ts_opinfos[o.op].flags & MEM && ts_opinfos[o.op].flags & EFFECT) f->now++;
    if (o.op == TS_loop_ && f->writes[i]) f->now++;
    if (o.op == TS_end_ && f->writes[f->in->op[i].arg[0]]) f->now++;
}

/* A folded op may leave a constant and a splat behind, so `out` may hold up to twice the ops. */
static void reserve(folder *f)
{
    size_t n = f->in->n, slots = 4;
    while (slots < 4 * n) slots *= 2;
    f->mask = (uint32_t)slots - 1;
    f->map = zeros(n, sizeof *f->map);
    f->assigned = zeros(n, sizeof *f->assigned);
    f->writes = zeros(n, sizeof *f->writes);
    f->epoch = zeros(2 * n + 2, sizeof *f->epoch);
    f->slot = zeros(slots, sizeof *f->slot);
}

static ts_kern *rewrite(const ts_kern *k, bool *changed)
{
    folder f = {.in = k, .out = empty_like(k)};
    reserve(&f);
    survey(&f);
    for (uint32_t i = 1; i < k->n && !ts_failed(&f.out->err);) {
        ts_op o = k->op[i];
        for (int a = 0; a < o.argc; a++) o.arg[a] = f.map[o.arg[a]];
        if (is_void(&f, &o)) {
            i = past_end(k, i);
            f.changed = true;
        } else {
            rewrite_op(&f, i++);
        }
    }
    free(f.map);
    free(f.assigned);
    free(f.writes);
    free(f.epoch);
    free(f.slot);
    *changed |= f.changed;
    return f.out;
}

/* ---- what nothing needs ---- */

static bool is_root(const ts_op *o)
{
    return o->op == TS_size_ || o->op == TS_param_ || o->op == TS_program_ || o->op == TS_store_ ||
           o->op == TS_scatter_;
}

/* One walk from the end; a set is needed if a needed get reads its variable, before or behind it,
 * so walks are repeated until one finds nothing more. True if it found something. */
static bool mark(const ts_kern *k, bool *live, bool *read)
{
    bool more = false;
    for (uint32_t i = k->n - 1; i > 0; i--) {
        const ts_op *o = &k->op[i];
        bool need = live[i] || is_root(o);
        if (o->op == TS_set_) need = read[o->arg[0]];
        if (o->op == TS_end_) need = live[o->arg[0]];
        if (!need) continue;
        more |= !live[i];
        live[i] = true;
        if (o->op == TS_get_) read[o->arg[0]] = true;
        for (int a = 0; a < o->argc; a++) live[o->arg[a]] = true;
        if (o->loop) live[o->loop] = true;
    }
    return more;
}

static ts_kern *sweep(const ts_kern *k, bool *changed)
{
    ts_kern *out = empty_like(k);
    bool *live = zeros(k->n, sizeof *live), *read = zeros(k->n, sizeof *read);
    uint32_t *map = zeros(k->n, sizeof *map);
    int walks = 0;
    while (mark(k, live, read))
        if (++walks == ROUNDS) memset(read, true, k->n * sizeof *read);
    for (uint32_t i = 1; i < k->n; i++) {
        ts_op o = k->op[i];
        *changed |= !live[i];
        if (!live[i]) continue;
        for (int a = 0; a < o.argc; a++) o.arg[a] = map[o.arg[a]];
        map[i] = ts_append(out, &o);
    }
    free(live);
    free(read);
    free(map);
    return out;
}

/* Ends: each change drops an op, makes an op a constant or a splat, or shortens an operand chain. */
ts_kern *ts_fold(const ts_kern *k)
{
    bool changed = !ts_failed(&k->err);
    ts_kern *now = NULL;
    for (int round = 0; changed && round < ROUNDS; round++) {
        changed = false;
        ts_kern *simpler = rewrite(now ? now : k, &changed);
        ts_free(now);
        now = simpler;
        if (ts_failed(&now->err)) break;
        now = sweep(simpler, &changed);
        ts_free(simpler);
    }
    if (now) return now;
    now = empty_like(k);
    ts_fail(&now->err, "%s", k->err.text);
    return now;
}

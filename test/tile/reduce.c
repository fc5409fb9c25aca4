/* reduce.c - delta debugging of kernels (test/tile/reduce.h), from the last op to the first.
 *
 * Each trial is a new kernel, rebuilt through the constructor; params and sizes always stay, so that
 * launches fit. A trial that the constructor refuses is none. */
#include "test/tile/reduce.h"

#include <stdlib.h>
#include <string.h>

enum { DROP = 1, REPLACE = 2 };

static bool is_fixed(const ts_op *o)
{
    return o->op == TS_size_ || o->op == TS_param_ || o->op == TS_program_;
}

/* Marks what cannot be without something that is dropped already. */
static void follow(const ts_kern *k, char *fate)
{
    for (uint32_t i = 1; i < k->n; i++) {
        const ts_op *o = &k->op[i];
        for (int a = 0; a < o->argc; a++)
            if (o->arg[a] && fate[o->arg[a]] == DROP) fate[i] = DROP;
        if (o->loop && fate[o->loop] == DROP) fate[i] = DROP;
    }
}

/* Marks values, views and variables that nothing uses. */
static void unused(const ts_kern *k, char *fate)
{
    bool *used = calloc(k->n, sizeof *used);
    if (!used) abort();
    for (uint32_t i = k->n - 1; i > 0; i--) {
        const ts_op *o = &k->op[i];
        if (!fate[i] && o->sort != TS_NOTHING && !used[i] && o->op != TS_loop_ && !is_fixed(o))
            fate[i] = DROP;
        for (int a = 0; a < o->argc && fate[i] != DROP && fate[i] != REPLACE; a++)
            used[o->arg[a]] = true;
    }
    free(used);
}

static uint32_t substitute(ts_kern *out, const ts_op *o)
{
    ts_op c = {.op = TS_const_, .dtype = o->dtype, .value = 1, .line = o->line, .file = o->file};
    uint32_t id = ts_append(out, &c);
    if (!o->rank || !id) return id;
    ts_op s = {
        .op = TS_splat_, .argc = 1, .arg = {id}, .line = o->line, .file = o->file, .rank = o->rank};
    memcpy(s.dim, o->dim, sizeof s.dim);
    return ts_append(out, &s);
}

static ts_kern *rebuild(const ts_kern *k, const char *fate)
{
    ts_kern *out = ts_begin(k->name);
    uint32_t *map = calloc(k->n, sizeof *map);
    if (!map) abort();
    ts_files_copy(&out->files, &k->files);
    for (uint32_t i = 1; i < k->n && !ts_failed(&out->err); i++) {
        ts_op o = k->op[i];
        for (int a = 0; a < o.argc; a++) o.arg[a] = map[o.arg[a]];
        if (fate[i] != DROP) map[i] = fate[i] ? substitute(out, &o) : ts_append(out, &o);
    }
    free(map);
    if (!ts_failed(&out->err) && !ts_verify(out, &out->err)) return out;
    ts_free(out);
    return NULL;
}

/* k without op i, or with a constant in its place; NULL where that is no kernel. */
static ts_kern *without(const ts_kern *k, uint32_t i, char how)
{
    const ts_op *o = &k->op[i];
    char *fate = calloc(k->n, 1);
    if (!fate) abort();
    bool index = o->dtype == TS_i32 && o->rank == 0; /* may keep programs out of each other's way */
    bool value = o->sort == TS_VALUE && !index && !strchr("SN", ts_dtypes[o->dtype].class);
    ts_kern *out = NULL;
    if (!is_fixed(o) && o->op != TS_end_ &&
        (how == DROP || (value && o->op != TS_const_ && o->op != TS_splat_ && o->op != TS_loop_))) {
        fate[i] = how;
        follow(k, fate);
        unused(k, fate);
        out = rebuild(k, fate);
    }
    free(fate);
    return out;
}

ts_kern *ts_reduce(const ts_kern *k, bool (*wrong)(const ts_kern *k, void *ctx), void *ctx,
                   int trials)
{
    char *none = calloc(k->n, 1);
    if (!none) abort();
    ts_kern *best = rebuild(k, none);
    free(none);
    for (bool smaller = best; smaller;) {
        smaller = false;
        for (int how = DROP; how <= REPLACE; how++)
            for (uint32_t i = best->n - 1; i > 0 && trials > 0; i--) {
                ts_kern *next = i < best->n ? without(best, i, (char)how) : NULL;
                if (next && trials-- > 0 && wrong(next, ctx)) {
                    smaller |= next->n < best->n;
                    ts_free(best);
                    best = next;
                } else {
                    ts_free(next);
                }
            }
    }
    return best;
}

/* trace.c - kernels traced for a shape, and what they take, read from that. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tessera/suite.h"

static bool is_wanted(const ts_stage *stage, const ts_shape *s)
{
    return !stage->wanted || stage->wanted(s);
}

int ts_kernel_stages(const ts_kernel_def *def, const ts_shape *s)
{
    int n = 1;
    for (const ts_stage *t = def->then; t && t->build; t++) n += is_wanted(t, s);
    return n;
}

/* The n-th of those behind the first. */
static const ts_stage *stage_at(const ts_kernel_def *def, int n, const ts_shape *s)
{
    const ts_stage *t = def->then;
    while (!is_wanted(t, s) || --n) t++;
    return t;
}

/* Without a look at the shape. */
static ts_kern *trace(const ts_kernel_def *def, int stage, const ts_shape *s, ts_error *err)
{
    char name[128];
    const ts_stage *then = stage ? stage_at(def, stage, s) : NULL;
    if (then)
        snprintf(name, sizeof name, "%.60s__%.60s", def->name, then->name);
    else
        snprintf(name, sizeof name, "%s", def->name);
    ts_kern *k = ts_begin(name);
    (then ? then->build : def->build)(k, s);
    if (!ts_finish(k, err)) return k;
    ts_free(k);
    return NULL;
}

ts_kern *ts_kernel_trace(const ts_kernel_def *def, int stage, const ts_shape *s, ts_error *err)
{
    if (ts_kernel_shape_check(def, s, err)) return NULL;
    int stages = ts_kernel_stages(def, s);
    if (stage < stages) return trace(def, stage, s, err);
    ts_fail(err, "kernel %s has %d stage%s", def->name, stages, stages == 1 ? "" : "s");
    return NULL;
}

/* ---- the signature ---- */

int ts_traced_param(const ts_traced *t, const char *name)
{
    for (int i = 0; i < t->params; i++)
        if (!strcmp(t->param[i].name, name)) return i;
    return -1;
}

/* What a parameter is to a kernel whose stages take it as `a` and later as `b`: what one stage leaves for
 * the next comes from no caller. */
static ts_mode joined(ts_mode a, ts_mode b)
{
    return a == TS_IN && b != TS_IN ? TS_INOUT : a;
}

static int join_param(ts_traced *t, ts_takes *takes, const ts_param *p, ts_error *err)
{
    int at = ts_traced_param(t, p->name);
    const char *name = t->def->name;
    if (!p->n)
        return ts_fail(err,
                       "kernel %s: parameter %s must have extents that are constants above 0, and "
                       "elements that can be counted",
                       name, p->name);
    if (at < 0) {
        at = t->params++;
        t->param[at] = *p;
    } else if (t->param[at].type != p->type || t->param[at].n != p->n) {
        return ts_fail(
            err, "kernel %s: its stages disagree on parameter %s: %zu elements and %zu%s", name,
            p->name, t->param[at].n, p->n, t->param[at].type == p->type ? "" : " of another dtype");
    }
    t->param[at].mode = joined(t->param[at].mode, p->mode);
    takes->param[takes->params++] = at;
    return 0;
}

static void join_size(ts_traced *t, ts_takes *takes, const char *name)
{
    int at = 0;
    while (at < t->sizes && strcmp(t->size[at], name) != 0) at++;
    if (at == t->sizes) t->size[t->sizes++] = name;
    takes->size[takes->sizes++] = at;
}

static int join_stage(ts_traced *t, int stage, ts_error *err)
{
    ts_param p;
    const char *name;
    for (int i = 0; ts_kernel_param(t->kernel[stage], i, &p); i++)
        if (join_param(t, &t->takes[stage], &p, err)) return -1;
    for (int i = 0; (name = ts_kernel_size(t->kernel[stage], i)); i++)
        join_size(t, &t->takes[stage], name);
    if (t->sizes <= TS_MAX_SIZES) return 0;
    return ts_fail(err, "kernel %s: its stages have more than %d sizes", t->def->name,
                   TS_MAX_SIZES);
}

static bool is_output(const ts_traced *t, const char *name)
{
    int at = ts_traced_param(t, name);
    return at >= 0 && (t->param[at].mode == TS_OUT || t->param[at].mode == TS_INOUT);
}

/* What the definition says by name must be there. */
static int join_definition(ts_traced *t, ts_error *err)
{
    for (const ts_limit *l = t->def->limit; l && l->name; l++) {
        if (!is_output(t, l->name))
            return ts_fail(err, "kernel %s: it has a limit for %s, which is no output of it",
                           t->def->name, l->name);
        t->limit[ts_traced_param(t, l->name)] = l->limit;
    }
    for (const ts_limit_of *l = t->def->limit_of; l && l->name; l++) {
        int at = ts_traced_param(t, l->name);
        if (is_output(t, l->name) && t->param[at].type == l->dtype) t->limit[at] = l->limit;
    }
    for (const ts_alias *a = t->def->alias; a && a->out; a++)
        if (!is_output(t, a->out) || ts_traced_param(t, a->in) < 0)
            return ts_fail(err, "kernel %s: %s cannot alias %s", t->def->name, a->out, a->in);
    return 0;
}

static bool make_room(ts_traced *t, int stages)
{
    size_t params = (size_t)stages * TS_MAX_BUFFERS, sizes = (size_t)stages * TS_MAX_SIZES;
    t->kernel = calloc((size_t)stages, sizeof(ts_kern *));
    t->takes = calloc((size_t)stages, sizeof *t->takes);
    t->param = calloc(params, sizeof *t->param);
    t->limit = calloc(params, sizeof *t->limit);
    t->size = calloc(sizes, sizeof(const char *));
    return t->kernel && t->takes && t->param && t->limit && t->size;
}

ts_traced *ts_kernel_traced(const ts_kernel_def *def, const ts_shape *s, ts_error *err)
{
    int rc = ts_kernel_shape_check(def, s, err), stages = rc ? 0 : ts_kernel_stages(def, s);
    ts_traced *t = calloc(1, sizeof *t);
    if (t) t->def = def;
    if (!rc && (!t || !make_room(t, stages))) rc = ts_fail(err, "no memory to trace %s", def->name);
    for (int i = 0; !rc && i < stages; i++) {
        t->kernel[t->stages++] = trace(def, i, s, err);
        rc = t->kernel[i] ? join_stage(t, i, err) : -1;
    }
    if (!rc) rc = join_definition(t, err);
    if (!rc) return t;
    ts_traced_free(t);
    return NULL;
}

void ts_traced_free(ts_traced *t)
{
    if (!t) return;
    while (t->stages) ts_free(t->kernel[--t->stages]);
    free(t->kernel);
    free(t->takes);
    free(t->param);
    free(t->limit);
    free(t->size);
    free(t);
}

/* ---- several as one text ---- */

char *ts_kernel_emit(const ts_kernel_def *const *defs, size_t n, const ts_shape *s,
                     const ts_target *target, size_t *bytes, ts_error *err)
{
    size_t count = 0, most = 0;
    char *text = NULL;
    for (size_t i = 0; i < n; i++) most += (size_t)ts_kernel_stages(defs[i], s);
    ts_kern **k = calloc(most + 1, sizeof(ts_kern *));
    int rc = k ? 0 : ts_fail(err, "no memory for %zu kernels", n);
    for (size_t i = 0; !rc && i < n; i++)
        for (int stage = 0; !rc && stage < ts_kernel_stages(defs[i], s); stage++) {
            k[count] = ts_kernel_trace(defs[i], stage, s, err);
            rc = k[count++] ? 0 : -1;
        }
    if (!rc) text = ts_emit(k, count, target, bytes, err);
    while (count) ts_free(k[--count]);
    free(k);
    return text;
}

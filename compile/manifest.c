/* manifest.c - the line by which a text tells a runtime of a kernel in it (compile/text.h). What it says
 * of buffers and of the grid lets the runtime refuse a launch whose buffers are smaller than what the
 * kernel may touch.
 *
 *     params=i16:w:1536*8960,o32:x:s0     mode and bits of an element, name, extents; "-" for none
 *     grid=s0/64,s1.16.addi/1             an axis of programs each: count, step
 *
 * An extent or a count is a number, a size (s0, s1, ...), or a formula of them behind its operands, as
 * a stack machine reads it: s0.16.addi is s0 + 16. The last letter of an operation is the type of its
 * result: i, u or b. */
#include "compile/text.h"

#include <stdlib.h>

enum { TERMS = 200 }; /* in a kernel; more are no extents but a program */

typedef struct writer {
    ts_text *out;
    const ts_kern *k;
    int left; /* terms that may still be put */
} writer;

static int size_number(const ts_kern *k, uint32_t id)
{
    int n = 0;
    for (uint32_t i = 1; i < id; i++) n += k->op[i].op == TS_size_;
    return n;
}

/* The verifier lets only sizes, constants and operations on integers stand here. */
static void put_formula(writer *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    if (--w->left < 0) return;
    if (o->op == TS_const_) {
        ts_put(w->out, "%.0f", o->value);
    } else if (o->op == TS_size_) {
        ts_put(w->out, "s%d", size_number(w->k, id));
    } else {
        for (int i = 0; i < o->argc; i++) {
            put_formula(w, o->arg[i]);
            ts_put(w->out, ".");
        }
        ts_put(w->out, "%s%c", ts_opinfos[o->op].name,
               o->dtype == TS_i32   ? 'i'
               : o->dtype == TS_u32 ? 'u'
                                    : 'b');
    }
}

static int done(const writer *w, ts_error *err)
{
    if (w->out->failed) return ts_fail(err, "no memory to emit");
    if (w->left >= 0) return 0;
    return ts_fail(
        err,
        "kernel %s: its extents and program counts take more than %d operations; compute "
        "them on the host and give them as sizes",
        w->k->name, TERMS);
}

static int put_params(ts_text *t, const ts_kern *k, ts_error *err)
{
    writer w = {.out = t, .k = k, .left = TERMS};
    const char *between = "";
    ts_put(t, "params=");
    for (uint32_t i = 1; i < k->n; i++) {
        const ts_op *o = &k->op[i];
        if (o->op != TS_param_) continue;
        ts_put(t, "%s%c%d:%s:", between, "iobw"[o->mode], ts_dtypes[o->dtype].bits, o->name);
        for (int d = 0; d < o->rank; d++) {
            if (d) ts_put(t, "*");
            put_formula(&w, o->arg[d]);
        }
        between = ",";
    }
    if (!*between) ts_put(t, "-");
    return done(&w, err);
}

/* As many programs as an axis can have. */
static double most(const ts_kern *k, const ts_op *axis)
{
    const ts_op *n = &k->op[axis->arg[0]];
    double count = n->op == TS_const_ ? n->value : INT32_MAX;
    return count > 0 ? (count + axis->step - 1) / axis->step : 0;
}

/* Where sizes may make more programs than a launch takes; fails where constants do. */
static int put_grid(ts_text *t, const ts_kern *k, ts_error *err)
{
    writer w = {.out = t, .k = k, .left = TERMS};
    double all = 1;
    bool known = true;
    for (uint32_t i = 1; i < k->n; i++) {
        if (k->op[i].op != TS_program_) continue;
        all *= most(k, &k->op[i]);
        known = known && k->op[k->op[i].arg[0]].op == TS_const_;
    }
    if (all <= INT32_MAX) return 0;
    if (known)
        return ts_fail(err, "kernel %s has %.0f programs; a launch takes at most %d", k->name, all,
                       INT32_MAX);
    const char *between = " grid=";
    for (uint32_t i = 1; i < k->n; i++) {
        if (k->op[i].op != TS_program_) continue;
        ts_put(t, "%s", between);
        put_formula(&w, k->op[i].arg[0]);
        ts_put(t, "/%d", k->op[i].step);
        between = ",";
    }
    return done(&w, err);
}

static int count_sizes(const ts_kern *k)
{
    int n = 0;
    for (uint32_t i = 1; i < k->n; i++) n += k->op[i].op == TS_size_;
    return n;
}

char *ts_manifest_of(const ts_kern *k, long cost, ts_error *err)
{
    ts_text t = {0};
    int rc = put_params(&t, k, err);
    ts_put(&t, " sizes=%d cost=%ld", count_sizes(k), cost > 0 ? cost : 1);
    if (!rc) rc = put_grid(&t, k, err);
    if (!rc) return t.s;
    free(t.s);
    return NULL;
}

void ts_put_manifest(ts_text *t, const char *kernel, const char *entry, const char *takes)
{
    ts_put(t, "tessera kernel=%s entry=%s %s", kernel, entry, takes);
}

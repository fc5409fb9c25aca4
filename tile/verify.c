/* verify.c - checks a whole kernel again, after the passes and after reading.
 *
 * Every op is inferred anew from the ops before it (which have been verified by then), and must be
 * in every field what was stored: an array that was changed behind the constructor's back is found
 * out, whatever is in it. Nothing is trusted but that op[] holds n ops and names are strings. */
#include "tile/ir.h"

#include <string.h>

static bool same_value(double a, double b)
{
    return !memcmp(&a, &b, sizeof a) || (a != a && b != b);
}

/* The name of the first field that differs, or NULL. */
static const char *difference(const ts_op *a, const ts_op *b)
{
    if (a->sort != b->sort) return "sort";
    if (a->dtype != b->dtype) return "dtype";
    if (a->rank != b->rank) return "rank";
    if (a->dim[0] != b->dim[0] || a->dim[1] != b->dim[1]) return "shape";
    if (a->argc != b->argc || memcmp(a->arg, b->arg, sizeof a->arg) != 0) return "operands";
    if (a->axis != b->axis) return "axis";
    if (a->step != b->step) return "step";
    if (a->mode != b->mode) return "mode";
    if (a->loop != b->loop) return "loop";
    if (a->fixed != b->fixed) return "fixed";
    if (!same_value(a->value, b->value)) return "value";
    return a->name == b->name ? NULL : "name";
}

static int verify_op(const ts_kern *k, uint32_t i, uint32_t *open, ts_error *err)
{
    const ts_op *o = &k->op[i];
    ts_op again;
    char text[200];
    if (!ts_infer(k, i, *open, o, &again, err)) return -1;
    const char *what = difference(o, &again);
    if (what) {
        snprintf(text, sizeof text, "%%%u has a wrong %s (%s, by the rules %s)", i, what,
                 ts_type(o).s, ts_type(&again).s);
        ts_complain(err, k, o, text);
        return -1;
    }
    if (o->op == TS_loop_) *open = i;
    if (o->op == TS_end_) *open = o->loop;
    return 0;
}

int ts_verify(const ts_kern *k, ts_error *err)
{
    uint32_t open = 0;
    bool stores = false;
    if (ts_failed(&k->err)) return ts_fail(err, "%s", k->err.text);
    if (!k->name || !ts_is_name(k->name)) return ts_fail(err, "kernel without a proper name");
    if (!k->n || k->n > k->cap + (k->n == 1) || k->n - 1 > TS_MAXOPS)
        return ts_fail(err, "kernel %s: wrong number of ops (%u)", k->name, k->n);
    for (uint32_t i = 1; i < k->n; i++) {
        if (verify_op(k, i, &open, err)) return -1;
        stores |= k->op[i].op == TS_store_ || k->op[i].op == TS_scatter_;
    }
    if (!open && !k->open && !stores)
        return ts_fail(err, "kernel %s: has no effect, since it stores nothing", k->name);
    if (open)
        ts_complain(err, k, &k->op[open], "never ended (in C: a break or return inside its body)");
    else if (k->open)
        return ts_fail(err, "kernel %s: loop %%%u is not open", k->name, k->open);
    return open ? -1 : 0;
}

/* interface.c - what a kernel takes, read from its trace. */
#include "tile/ir.h"

static const ts_op *nth(const ts_kern *k, ts_opcode op, int i)
{
    for (uint32_t at = 1; k && at < k->n; at++)
        if (k->op[at].op == op && i-- == 0) return &k->op[at];
    return NULL;
}

bool ts_kernel_param(const ts_kern *k, int i, ts_param *p)
{
    const ts_op *o = nth(k, TS_param_, i);
    if (!o) return false;
    *p = (ts_param){.name = o->name, .mode = o->mode, .type = o->dtype, .rank = o->rank, .n = 1};
    for (int d = 0; d < o->rank; d++) {
        const ts_op *extent = &k->op[o->arg[d]];
        p->dim[d] = extent->op == TS_const_ ? (size_t)extent->value : 0;
        if (__builtin_mul_overflow(p->n, p->dim[d], &p->n)) p->n = 0;
    }
    return true;
}

const char *ts_kernel_size(const ts_kern *k, int i)
{
    const ts_op *o = nth(k, TS_size_, i);
    return o ? o->name : NULL;
}

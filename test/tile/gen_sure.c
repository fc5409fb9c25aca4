/* gen_sure.c - which params of a kernel hold what every device computes to the bit; see gen.h.
 *
 * Doubt spreads from ops that devices may round as they like, through operands, variables and memory,
 * until nothing changes. Params may alias only themselves here, as the generator makes them. */
#include "test/tile/gen.h"

#include <stdlib.h>

bool ts_gen_alike(ts_opcode op)
{
    static const ts_opcode exact[] = {TS_add_, TS_sub_, TS_mul_,  TS_fma_,   TS_min_,  TS_max_,
                                      TS_neg_, TS_abs_, TS_rint_, TS_floor_, TS_trunc_};
    for (size_t i = 0; i < sizeof exact / sizeof *exact; i++)
        if (exact[i] == op) return true;
    return ts_opinfos[op].result == PRED;
}

/* Quotients, roots and the like are not exact in every language; f32 sums have no order. */
static bool is_free(const ts_kern *k, const ts_op *o)
{
    bool real = o->argc && k->op[o->arg[0]].dtype == TS_f32;
    if (ts_is_elem(o->op)) return real && !ts_gen_alike(o->op);
    if (o->op == TS_dot_ || o->op == TS_dot_t_) return o->dtype == TS_f32;
    return real && (o->op == TS_sum_ || o->op == TS_scan_);
}

static uint32_t root(const ts_kern *k, uint32_t v)
{
    while (k->op[v].op != TS_param_) v = k->op[v].arg[0];
    return v;
}

/* One pass over all ops; true if doubt has spread. What lies in a loop depends on its bounds. */
static bool spread(const ts_kern *k, bool *doubt)
{
    bool more = false;
    for (uint32_t i = 1; i < k->n; i++) {
        const ts_op *o = &k->op[i];
        bool is = doubt[i] || is_free(k, o);
        for (int a = 0; a < o->argc; a++) is |= o->arg[a] && doubt[o->arg[a]];
        for (uint32_t l = o->loop; l; l = k->op[l].loop) is |= doubt[l];
        if (o->op == TS_load_ || o->op == TS_gather_) is |= doubt[root(k, o->arg[0])];
        uint32_t to = o->op == TS_set_                             ? o->arg[0]
                      : o->op == TS_store_ || o->op == TS_scatter_ ? root(k, o->arg[0])
                                                                   : i;
        more |= is && !doubt[to];
        doubt[to] |= is;
    }
    return more;
}

void ts_gen_sure(const ts_kern *k, bool *sure)
{
    int p = 0;
    bool *doubt = calloc(k->n, sizeof *doubt);
    if (!doubt) abort();
    while (spread(k, doubt)) {
    }
    for (uint32_t i = 1; i < k->n; i++)
        if (k->op[i].op == TS_param_) sure[p++] = !doubt[i];
    free(doubt);
}

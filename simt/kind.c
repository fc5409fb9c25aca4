/* kind.c - which products matrix units take, and how long their sums stay in one.
 *
 * Elements of all kinds lie alike, word by word, so a kind is its dtype, and for each unit whether it takes
 * such and how many bits it keeps (ts_matrix, `chain`). */
#include "simt/lower.h"

static const ts_dtype dtypes[TS_KINDS] = {
    [TS_KIND_F16] = TS_f16,
    [TS_KIND_BF16] = TS_bf16,
    [TS_KIND_E4M3] = TS_f8e4m3,
    [TS_KIND_I8] = TS_i8,
};

ts_dtype ts_kind_dtype(ts_kind kind)
{
    return dtypes[kind];
}

ts_kind ts_kind_of(ts_dtype t)
{
    int kind = 0;
    while (kind < TS_KINDS && dtypes[kind] != t) kind++;
    return (ts_kind)kind;
}

/* A cast to f32 only widens; any other may round. */
uint32_t ts_low_narrowest(const ts_kern *k, uint32_t operand)
{
    const ts_op *o = &k->op[operand];
    bool exact = o->op == TS_cast_ && o->dtype == TS_f32 && k->op[o->arg[0]].dtype < TS_i32;
    return exact ? o->arg[0] : operand;
}

ts_kind ts_low_kind(const ts_kern *k, const ts_op *o, const ts_matrix *u)
{
    if (!u || o->op != TS_dot_t_) return TS_KINDS;
    const ts_op *a = &k->op[ts_low_narrowest(k, o->arg[0])];
    const ts_op *b = &k->op[ts_low_narrowest(k, o->arg[1])];
    ts_kind kind = ts_kind_of(a->dtype);
    if (kind == TS_KINDS || a->dtype != b->dtype || !u->chain[kind]) return TS_KINDS;
    int deep = u->deep * 32 / ts_dtypes[a->dtype].bits;
    bool whole = ts_cols(a) % deep == 0 && ts_rows(o) % 16 == 0 && ts_cols(o) % 16 == 0;
    return whole ? kind : TS_KINDS;
}

int ts_low_chain(const ts_matrix *u, ts_kind kind, int steps)
{
    int chain = u->chain[kind] < steps ? u->chain[kind] : steps;
    while (steps % chain) chain--;
    return chain;
}

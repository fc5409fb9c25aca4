/* kind.c - which products matrix units take, and how long their sums stay in one.
 *
 * Elements of all kinds lie alike, word by word, so a kind is its dtype, and for each unit whether it takes
 * such and how many bits it keeps (ts_matrix, `chain`). */
#include "simt/lower.h"

static const ts_dtype dtypes[TS_KINDS] = {
    [TS_KIND_F16] = TS_f16, [TS_KIND_BF16] = TS_bf16,   [TS_KIND_E4M3] = TS_f8e4m3,
    [TS_KIND_I8] = TS_i8,   [TS_KIND_E2M1] = TS_f4e2m1,
};

ts_dtype ts_kind_dtype(ts_matrix_kind kind)
{
    return dtypes[kind];
}

ts_matrix_kind ts_kind_of(ts_dtype t)
{
    int kind = 0;
    while (kind < TS_KINDS && dtypes[kind] != t) kind++;
    return (ts_matrix_kind)kind;
}

/* A cast to f32 only widens; any other may round. */
uint32_t ts_low_narrowest(const ts_kern *k, uint32_t operand)
{
    const ts_op *o = &k->op[operand];
    ts_scaled s = ts_low_scaled(k, operand);
    if (s.codes) return s.codes;
    bool exact = o->op == TS_cast_ && o->dtype == TS_f32 && k->op[o->arg[0]].dtype < TS_i32;
    return exact ? o->arg[0] : operand;
}

/* The tile of t that a cast makes f32, if that is what it is; 0: none. */
static uint32_t widened(const ts_kern *k, uint32_t id, ts_dtype t)
{
    const ts_op *o = &k->op[id];
    bool is = o->op == TS_cast_ && o->dtype == TS_f32 && k->op[o->arg[0]].dtype == t;
    return is ? o->arg[0] : 0;
}

static uint32_t repeated(const ts_kern *k, uint32_t id)
{
    const ts_op *o = &k->op[id];
    return o->op == TS_repeat_ && o->step == TS_SCALED ? widened(k, o->arg[0], TS_f8e8m0) : 0;
}

ts_scaled ts_low_scaled(const ts_kern *k, uint32_t operand)
{
    const ts_op *o = &k->op[operand];
    for (int i = 0; i < 2 && o->op == TS_mul_ && o->rank == 2; i++) {
        ts_scaled s = {widened(k, o->arg[i], TS_f4e2m1), repeated(k, o->arg[!i])};
        bool alike = ts_cols(&k->op[s.codes]) == ts_cols(o) &&
                     ts_rows(&k->op[s.codes]) == ts_rows(o) &&
                     ts_rows(&k->op[s.scales]) == ts_rows(o);
        if (s.codes && s.scales && alike) return s;
    }
    return (ts_scaled){0, 0};
}

ts_matrix_kind ts_low_kind(const ts_kern *k, const ts_op *o, const ts_matrix *u)
{
    if (!u || o->op != TS_dot_t_) return TS_KINDS;
    const ts_op *a = &k->op[ts_low_narrowest(k, o->arg[0])];
    const ts_op *b = &k->op[ts_low_narrowest(k, o->arg[1])];
    ts_matrix_kind kind = ts_kind_of(a->dtype);
    if (kind == TS_KINDS || a->dtype != b->dtype || !u->chain[kind]) return TS_KINDS;
    bool scaled = kind == TS_KIND_E2M1;
    for (int i = 0; i < 2; i++)
        if (scaled != (ts_low_scaled(k, o->arg[i]).codes != 0)) return TS_KINDS;
    int deep = u->deep * 32 / ts_dtypes[a->dtype].bits;
    int side = ts_matrix_side(u);
    bool whole = ts_cols(a) % deep == 0 && ts_rows(o) % side == 0 && ts_cols(o) % side == 0;
    return whole ? kind : TS_KINDS;
}

int ts_low_chain(const ts_matrix *u, ts_matrix_kind kind, int steps)
{
    int chain = u->chain[kind] < steps ? u->chain[kind] : steps;
    while (steps % chain) chain--;
    return chain;
}

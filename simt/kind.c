/* kind.c - which products matrix units take, and how long their sums stay in one.
 *
 * Elements of all kinds lie alike, word by word, so a kind is its dtype, and for each unit whether it takes
 * such and how many bits it keeps (ts_matrix, `chain`). */
#include "simt/lower.h"

static const struct kind {
    ts_dtype of, scale;
    int share;
} kinds[TS_KINDS] = {
    [TS_KIND_F16] = {.of = TS_f16},
    [TS_KIND_BF16] = {.of = TS_bf16},
    [TS_KIND_E4M3] = {.of = TS_f8e4m3},
    [TS_KIND_I8] = {.of = TS_i8},
    [TS_KIND_MXFP4] = {TS_f4e2m1, TS_f8e8m0, TS_MXFP4_SHARE},
    [TS_KIND_NVFP4] = {TS_f4e2m1, TS_f8e4m3, TS_NVFP4_SHARE},
};

ts_dtype ts_kind_dtype(ts_matrix_kind kind)
{
    return kinds[kind].of;
}

int ts_kind_share(ts_matrix_kind kind)
{
    return kinds[kind].share;
}

ts_dtype ts_kind_scale(ts_matrix_kind kind)
{
    return kinds[kind].scale;
}

ts_matrix_kind ts_kind_of(ts_dtype t)
{
    int kind = 0;
    while (kind < TS_KINDS && (kinds[kind].of != t || kinds[kind].share)) kind++;
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

/* The operand of op, if that is what id is; else 0, which is no op. */
static uint32_t within(const ts_kern *k, uint32_t id, ts_opcode op)
{
    return k->op[id].op == op ? k->op[id].arg[0] : 0;
}

/* The scales of that kind that id repeats. Units ignore the sign of f8e4m3, so an ts_abs must say that there is none;
 * it may stand before or behind the repeating. */
static uint32_t repeated(const ts_kern *k, uint32_t id, ts_matrix_kind kind)
{
    bool sizes = kinds[kind].scale == TS_f8e4m3;
    uint32_t behind = within(k, id, TS_abs_), times = sizes && behind ? behind : id;
    if (k->op[times].op != TS_repeat_ || k->op[times].step != kinds[kind].share) return 0;
    uint32_t scales = k->op[times].arg[0];
    if (sizes && !behind) scales = within(k, scales, TS_abs_);
    return widened(k, scales, kinds[kind].scale);
}

/* The product of codes and of scales of that kind, if o is one. */
static ts_scaled scaled(const ts_kern *k, const ts_op *o, int codes, ts_matrix_kind kind)
{
    ts_scaled s = {widened(k, o->arg[codes], kinds[kind].of), repeated(k, o->arg[!codes], kind),
                   kind};
    bool alike = ts_cols(&k->op[s.codes]) == ts_cols(o) && ts_rows(&k->op[s.codes]) == ts_rows(o) &&
                 ts_rows(&k->op[s.scales]) == ts_rows(o);
    return s.codes && s.scales && alike ? s : (ts_scaled){0, 0, TS_KINDS};
}

ts_scaled ts_low_scaled(const ts_kern *k, uint32_t operand)
{
    const ts_op *o = &k->op[operand];
    for (int kind = 0; kind < TS_KINDS && o->op == TS_mul_ && o->rank == 2; kind++)
        for (int i = 0; i < 2 && kinds[kind].share; i++) {
            ts_scaled s = scaled(k, o, i, (ts_matrix_kind)kind);
            if (s.codes) return s;
        }
    return (ts_scaled){0, 0, TS_KINDS};
}

/* What a unit would take an operand for. */
static ts_matrix_kind kind_of(const ts_kern *k, uint32_t operand)
{
    ts_scaled s = ts_low_scaled(k, operand);
    return s.codes ? s.kind : ts_kind_of(k->op[ts_low_narrowest(k, operand)].dtype);
}

ts_matrix_kind ts_low_kind(const ts_kern *k, const ts_op *o, const ts_matrix *u)
{
    if (!u || o->op != TS_dot_t_) return TS_KINDS;
    ts_matrix_kind kind = kind_of(k, o->arg[0]);
    if (kind == TS_KINDS || kind != kind_of(k, o->arg[1]) || !u->chain[kind]) return TS_KINDS;
    const ts_op *a = &k->op[ts_low_narrowest(k, o->arg[0])];
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

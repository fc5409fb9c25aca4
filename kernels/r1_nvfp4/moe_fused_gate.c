/* moe_fused_gate.c - the topk largest of c = sigmoid(x) + bias in the best groups, w = scaling sigmoid(x) / their sum
 *
 * DeepSeek-V3's router: a group's score is the sum of its two largest c, `kept` groups stay (ties: the lower group), c of
 * the others is -inf, not 0, since c may be negative; slots in falling order of c (ties: the lower expert). The sum is that
 * of the chosen; `scaled` 0 leaves the factor to who adds experts up.
 *
 * With shared experts, ids experts, experts + 1, .. follow, each of a weight that is the scaling's inverse before it and
 * 1 behind it. The profile's kernel has such an id in the last of topk slots; here they are slots more. A program a token.
 */
#include "kernels/r1_nvfp4/choice.h"

static double factor(const ts_shape *s)
{
    return s->scaled ? s->scaling : 1;
}

static double shared_weight(const ts_shape *s)
{
    return s->scaled ? 1 : 1 / s->scaling;
}

/* ---- reference ---- */

static double score_ref(const double *c, int n)
{
    double first = -INFINITY, second = -INFINITY;
    for (int i = 0; i < n; i++)
        if (c[i] > first)
            second = first, first = c[i];
        else
            second = fmax(second, c[i]);
    return n > 1 ? (float)(first + second) : first;
}

/* Marks experts of groups that are not kept. */
static void refuse_ref(const ts_shape *s, const double *c, bool *taken)
{
    int each = s->experts / s->groups;
    double *score = malloc((size_t)s->groups * sizeof *score);
    bool *kept = calloc((size_t)s->groups, sizeof *kept);
    if (!score || !kept || !each) abort();
    for (int g = 0; g < s->groups; g++) score[g] = score_ref(c + (size_t)g * each, each);
    for (int i = 0; i < s->kept; i++) kept[largest_ref(score, kept, s->groups)] = true;
    for (int e = 0; e < s->experts; e++) taken[e] = !kept[e / each];
    free(score);
    free(kept);
}

static void choose_ref(const ts_shape *s, const double *x, const double *bias, double *ids,
                       double *w, double *mag)
{
    size_t n = (size_t)s->experts;
    double *c = calloc(2 * n, sizeof *c), *chosen = c + n;
    bool *taken = malloc(n * sizeof *taken);
    if (!c || !taken) abort();
    for (size_t e = 0; e < n; e++) c[e] = (float)(sigmoid_ref(ordered_ref(x[e])) + bias[e]);
    refuse_ref(s, c, taken);
    for (int j = 0; j < s->topk; j++) {
        int e = largest_ref(c, taken, s->experts);
        taken[e] = true;
        ids[j] = e;
        chosen[j] = ordered_ref(x[e]);
    }
    shares_ref(chosen, s->topk, w, mag);
    for (int j = 0; j < s->topk; j++) w[j] *= factor(s), mag[j] *= factor(s);
    free(c);
    free(taken);
}

static void gate_ref(const ts_shape *s, int rows, double *const *a, double *const *mag, int shared)
{
    size_t n = (size_t)s->experts, slots = (size_t)s->topk + shared;
    for (size_t t = 0; t < (size_t)rows; t++) {
        double *ids = a[2] + t * slots, *w = a[3] + t * slots, *moved = mag[3] + t * slots;
        choose_ref(s, a[0] + t * n, a[1], ids, w, moved);
        for (int j = 0; j < shared; j++) {
            ids[s->topk + j] = s->experts + j;
            w[s->topk + j] = moved[s->topk + j] = shared_weight(s);
        }
    }
}

/* ---- kernel ---- */

/* What decides between n experts from `at` on. */
static ts_val keys_at(routing r, ts_val at, int n)
{
    ts_val s = ts_sigmoid(ordered(ts_loadf(r.x, at, n)));
    return rounded(ts_add(s, ts_load(r.bias, at, n)));
}

/* The sum of the two largest of a group of n. */
static ts_val score_of(ts_kern *k, ts_val c, int n)
{
    ts_val first = ts_amax(c, 0);
    if (n == 1) return first;
    ts_val taken = ts_eq(ts_iota(k, n), ts_argmax(c, 0));
    return rounded(ts_add(first, ts_amax(ts_select(taken, ts_f32(k, -INFINITY), c), 0)));
}

/* c with -inf where a group is not kept. One group after the other has its score, since reductions of all together would
 * take more memory than some devices share. */
static ts_val in_best_groups(ts_kern *k, const ts_shape *s, routing r, ts_val c)
{
    int each = s->experts / s->groups;
    ts_val none = ts_f32(k, -INFINITY), one = ts_i32(k, 1), index;
    ts_var score = ts_var1(none, s->groups);
    for (ts_loop g = ts_upto(ts_i32(k, s->groups), 1); ts_next(&g);) {
        ts_val keys = keys_at(r, ts_mul(g.at, ts_i32(k, each)), each);
        ts_val here = ts_eq(ts_iota(k, s->groups), g.at);
        ts_set(score, ts_select(here, score_of(k, keys, each), ts_get(score)));
    }
    ts_top(ts_get(score), s->kept, &index);
    ts_val hits = ts_eq(ts_col(ts_iota(k, s->groups)), index);
    ts_val kept = ts_sum(ts_select(hits, one, zero(k)), 1);
    return ts_select(ts_eq(ts_repeat(kept, each), one), c, none);
}

static void make(ts_kern *k, const ts_shape *s, int shared)
{
    routing r = routing_args(k, s, true, s->topk + shared);
    ts_val c = keys_at(r, zero(k), s->experts), index;
    if (s->kept < s->groups) c = in_best_groups(k, s, r, c);
    ts_top(c, s->topk, &index);
    ts_store(r.ids, zero(k), index);
    ts_store(r.w, zero(k), ts_mulk(shares_of_sigmoid(their_logits(r, index)), factor(s)));
    if (!shared) return;
    ts_store(r.ids, ts_i32(k, s->topk), ts_addk(ts_iota(k, shared), s->experts));
    ts_store(r.w, ts_i32(k, s->topk), ts_splat1(ts_f32(k, shared_weight(s)), shared));
}

/* ---- the two ---- */

static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    fill_apart(s, a[0], a[1]);
    fill_logits(s, c, a[0]);
}

#define GATE(of, shared)                                                                           \
    REFERENCE(of, gate_ref(s, size[0], a, mag, shared))                                            \
    BUILD(of, make(k, s, shared))                                                                  \
    BYTES(of, routing_bytes(s, size, true, s->topk + (shared)))

GATE(routed, 0)
GATE(with_shared, s->shared)

#define KERNEL(of)                                                                                 \
    R1_NVFP4, .build = of##_build, .limit = TS_LIMITS({"w", REAL_LIMIT}),                          \
              .reference = of##_reference, .cases = routing_cases, .fill = fill,                   \
              .bytes = of##_bytes, .flops = routing_flops

const ts_kernel_def ts_nv_moe_fused_gate = {
    KERNEL(routed),
    .name = "moe_fused_gate",
    .formula = "ids = the K largest of sigmoid(x) + bias in the best groups; "
               "w = scaling sigmoid(x[ids]) / sum",
    .doc = "in x logits[tokens,E], in bias f32[E], inout ids i32[tokens,K], inout w f32[tokens,K]; "
           "size tokens",
};

const ts_kernel_def ts_nv_moe_fused_gate_shared = {
    KERNEL(with_shared),
    .name = "moe_fused_gate_shared",
    .formula = "the same, then ids E, E + 1, .. of the shared experts with weight 1",
    .doc = "in x logits[tokens,E], in bias f32[E], inout ids i32[tokens,K+shared], inout w "
           "f32[tokens,K+shared]; size tokens",
};

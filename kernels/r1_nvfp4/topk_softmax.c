/* topk_softmax.c - the topk largest of p = softmax(v), v = cap tanh(x / cap) + bias, in falling order; ties: the lower expert
 *
 * Weights are their p, or with `normed` p over the sum of the chosen. No cap where it is 0. Without a bias x itself
 * decides, which v has the order of but for what rounding makes one. Far below the largest p are all 0 in f32, v are not. A
 * program a token.
 */
#include "kernels/r1_nvfp4/choice.h"

/* ---- reference ---- */

static double capped_ref(const ts_shape *s, double x)
{
    return s->cap > 0 ? s->cap * tanh(x / s->cap) : x;
}

/* key: what decides; v: of which the weights are made. */
static void choose_ref(const ts_shape *s, const double *key, const double *v, double *ids,
                       double *w, double *mag)
{
    bool *taken = calloc((size_t)s->experts, sizeof *taken);
    double most = -INFINITY, all = 0, chosen = 0;
    if (!taken) abort();
    for (int e = 0; e < s->experts; e++) most = fmax(most, v[e]);
    for (int e = 0; e < s->experts; e++) all += exp(v[e] - most);
    for (int j = 0; j < s->topk; j++) {
        int e = largest_ref(key, taken, s->experts);
        taken[e] = true;
        ids[j] = e;
        chosen += w[j] = exp(v[e] - most);
        mag[j] = w[j] > 0 ? w[j] * (1 + (most - v[e]) + s->cap) : 0;
    }
    for (int j = 0; j < s->topk; j++) {
        w[j] /= s->normed ? chosen : all;
        mag[j] /= s->normed ? chosen : all;
    }
    free(taken);
}

static void softmax_ref(const ts_shape *s, int rows, double *const *a, double *const *mag,
                        bool biased)
{
    size_t n = (size_t)s->experts, k = (size_t)s->topk;
    double *x = malloc(2 * n * sizeof *x), *v = x + n;
    int ids = biased ? 2 : 1, w = ids + 1;
    if (!x) abort();
    for (size_t t = 0; t < (size_t)rows; t++) {
        for (size_t e = 0; e < n; e++) {
            x[e] = ordered_ref(a[0][t * n + e]);
            v[e] = capped_ref(s, x[e]) + (biased ? a[1][e] : 0);
        }
        choose_ref(s, biased ? v : x, v, a[ids] + t * k, a[w] + t * k, mag[w] + t * k);
    }
    free(x);
}

/* ---- kernel ---- */

static ts_val capped(ts_kern *k, const ts_shape *s, ts_val x)
{
    if (!(s->cap > 0)) return x;
    ts_val one = ts_f32(k, 1), none = ts_f32(k, 0);
    ts_val e = ts_exp(ts_mulk(ts_abs(x), -2 / s->cap));
    ts_val size = ts_mulk(ts_div(ts_sub(one, e), ts_add(one, e)), s->cap);
    return ts_select(ts_lt(x, none), ts_neg(size), size);
}

static void make(ts_kern *k, const ts_shape *s, bool biased)
{
    routing r = routing_args(k, s, biased, s->topk);
    ts_val x = all_logits(k, s, r), v = capped(k, s, x), index;
    if (biased) v = rounded(ts_add(v, ts_load(r.bias, zero(k), s->experts)));
    ts_val most = ts_amax(v, 0), top = ts_top(biased ? v : x, s->topk, &index);
    ts_val w = ts_exp(ts_sub(biased ? top : capped(k, s, top), most));
    ts_val all = s->normed ? w : ts_exp(ts_sub(v, most));
    ts_store(r.ids, zero(k), index);
    ts_store(r.w, zero(k), ts_div(w, ts_sum(all, 0)));
}

/* ---- the two ---- */

static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    fill_logits(s, c, a[0]);
}

static void fill_biased(const ts_shape *s, const ts_case *c, double *const *a)
{
    fill_apart(s, a[0], a[1]);
    fill_logits(s, c, a[0]);
}

#define TOPK(of, biased)                                                                           \
    REFERENCE(of, softmax_ref(s, size[0], a, mag, biased))                                         \
    BUILD(of, make(k, s, biased))                                                                  \
    BYTES(of, routing_bytes(s, size, biased, s->topk))

TOPK(plain, false)
TOPK(biased, true)

#define KERNEL(of)                                                                                 \
    R1_NVFP4, .build = of##_build, .limit = TS_LIMITS({"w", REAL_LIMIT}),                          \
              .reference = of##_reference, .cases = routing_cases, .bytes = of##_bytes,            \
              .flops = routing_flops

const ts_kernel_def ts_nv_topk_softmax = {
    KERNEL(plain),
    .name = "topk_softmax",
    .formula = "w, ids = the K largest of softmax(cap tanh(x / cap))",
    .doc = "in x logits[tokens,E], inout ids i32[tokens,K], inout w f32[tokens,K]; size tokens",
    .fill = fill,
};

const ts_kernel_def ts_nv_topk_softmax_bias = {
    KERNEL(biased),
    .name = "topk_softmax_bias",
    .formula = "w, ids = the K largest of softmax(cap tanh(x / cap) + bias)",
    .doc = "in x logits[tokens,E], in bias f32[E], inout ids i32[tokens,K], inout w f32[tokens,K]; "
           "size tokens",
    .fill = fill_biased,
};

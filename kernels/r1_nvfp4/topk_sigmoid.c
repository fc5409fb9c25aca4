/* topk_sigmoid.c - the topk largest of sigmoid(x) + bias, in falling order; ties: the lower expert
 *
 * Weights are sigmoid(x) without the bias, or with `normed` that over the sum of the chosen. A program a token.
 */
#include "kernels/r1_nvfp4/choice.h"

/* ---- reference ---- */

static void weights_ref(const ts_shape *s, const double *x, double *w, double *mag)
{
    if (s->normed) {
        shares_ref(x, s->topk, w, mag);
        return;
    }
    for (int j = 0; j < s->topk; j++) {
        w[j] = sigmoid_ref(x[j]);
        mag[j] = w[j] * (1 - fmin(x[j], 0) * (w[j] > 0));
    }
}

static void choose_ref(const ts_shape *s, const double *x, const double *bias, double *ids,
                       double *w, double *mag)
{
    size_t n = (size_t)s->experts;
    double *c = malloc(2 * n * sizeof *c), *chosen = c + n;
    bool *taken = calloc(n, sizeof *taken);
    if (!c || !taken) abort();
    for (size_t e = 0; e < n; e++)
        c[e] = (float)(sigmoid_ref(ordered_ref(x[e])) + (bias ? bias[e] : 0));
    for (int j = 0; j < s->topk; j++) {
        int e = largest_ref(c, taken, s->experts);
        taken[e] = true;
        ids[j] = e;
        chosen[j] = ordered_ref(x[e]);
    }
    weights_ref(s, chosen, w, mag);
    free(c);
    free(taken);
}

static void sigmoid_rows_ref(const ts_shape *s, int rows, double *const *a, double *const *mag,
                             bool biased)
{
    size_t n = (size_t)s->experts, k = (size_t)s->topk;
    int ids = biased ? 2 : 1, w = ids + 1;
    for (size_t t = 0; t < (size_t)rows; t++)
        choose_ref(s, a[0] + t * n, biased ? a[1] : NULL, a[ids] + t * k, a[w] + t * k,
                   mag[w] + t * k);
}

/* ---- kernel ---- */

static void make(ts_kern *k, const ts_shape *s, bool biased)
{
    routing r = routing_args(k, s, biased, s->topk);
    ts_val c = ts_sigmoid(all_logits(k, s, r)), index;
    if (biased) c = ts_add(c, ts_load(r.bias, zero(k), s->experts));
    ts_top(rounded(c), s->topk, &index);
    ts_val x = their_logits(r, index);
    ts_store(r.ids, zero(k), index);
    ts_store(r.w, zero(k), s->normed ? shares_of_sigmoid(x) : ts_sigmoid(x));
}

/* ---- the two ---- */

static void fill_biased(const ts_shape *s, const ts_case *c, double *const *a)
{
    fill_apart(s, a[0], a[1]);
    fill_logits(s, c, a[0]);
}

/* There is no bias to draw. */
static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    double *bias = malloc((size_t)s->experts * sizeof *bias);
    if (!bias) abort();
    fill_apart(s, a[0], bias);
    fill_logits(s, c, a[0]);
    free(bias);
}

#define TOPK(of, biased)                                                                           \
    REFERENCE(of, sigmoid_rows_ref(s, size[0], a, mag, biased))                                    \
    BUILD(of, make(k, s, biased))                                                                  \
    BYTES(of, routing_bytes(s, size, biased, s->topk))

TOPK(biased, true)
TOPK(plain, false)

#define KERNEL(of)                                                                                 \
    R1_NVFP4, .build = of##_build, .limit = TS_LIMITS({"w", REAL_LIMIT}),                          \
              .reference = of##_reference, .cases = routing_cases, .bytes = of##_bytes,            \
              .flops = routing_flops

const ts_kernel_def ts_nv_topk_sigmoid = {
    KERNEL(biased),
    .name = "topk_sigmoid",
    .formula = "ids = the K largest of sigmoid(x) + bias; w = sigmoid(x[ids])",
    .doc = "in x logits[tokens,E], in bias f32[E], inout ids i32[tokens,K], inout w f32[tokens,K]; "
           "size tokens",
    .fill = fill_biased,
};

const ts_kernel_def ts_nv_topk_sigmoid_plain = {
    KERNEL(plain),
    .name = "topk_sigmoid_plain",
    .formula = "w, ids = the K largest of sigmoid(x)",
    .doc = "in x logits[tokens,E], inout ids i32[tokens,K], inout w f32[tokens,K]; size tokens",
    .fill = fill,
};

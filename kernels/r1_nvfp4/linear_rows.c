/* linear_rows.c - y[t] = W x[t]: the projections that checkpoints have in bf16, a row a token
 *
 *     dsv3_fused_a_gemm   d -> q_lora | kv_lora | rope    down to all latents at once
 *     dsv3_router_gemm    d -> experts                    logits in f32, which the choice of experts needs
 *     bf16_gemm_q_b       q_lora -> heads (nope | rope)
 *     bf16_gemm_kv_b      kv_lora -> heads (nope | value)
 *     bf16_bmm_w_kc       nope -> kv_lora, of each head   kv_b's keys and values, folded into queries and what
 *     bf16_bmm_w_vc       kv_lora -> value, likewise      attention gives
 *
 * The profile's first two take 1 to 16 tokens of one model; these any number of any. Its rows of q_b and kv_b are in FP4,
 * which the published checkpoint has them not in.
 */
#include "kernels/r1_nvfp4/linear.h"

static linear fused_a(const ts_shape *s)
{
    return (linear){.n = s->q_lora + s->kv_lora + s->rope, .k = s->d, .y = TS_bf16};
}

static linear router(const ts_shape *s)
{
    return (linear){.n = s->experts, .k = s->d, .y = TS_f32};
}

static linear q_b(const ts_shape *s)
{
    return (linear){.n = s->heads * (s->nope + s->rope), .k = s->q_lora, .y = TS_bf16};
}

static linear kv_b(const ts_shape *s)
{
    return (linear){.n = s->heads * (s->nope + s->value), .k = s->kv_lora, .y = TS_bf16};
}

static linear w_kc(const ts_shape *s)
{
    return (linear){s->kv_lora, s->nope, TS_bf16, s->heads, s->nope + s->rope};
}

static linear w_vc(const ts_shape *s)
{
    return (linear){s->value, s->kv_lora, TS_bf16, s->heads, s->kv_lora};
}

static int products(linear l)
{
    return l.heads ? l.heads : 1;
}

static int x_row(linear l)
{
    return l.heads ? l.heads * l.wide : l.k;
}

static int y_row(linear l)
{
    return products(l) * l.n;
}

/* ---- reference ---- */

static void rows_ref(linear l, int rows, double *const *a, double *const *mag)
{
    size_t n = (size_t)l.n, k = (size_t)l.k;
    for (size_t t = 0; t < (size_t)rows; t++)
        for (size_t h = 0; h < (size_t)products(l); h++)
            for (size_t o = 0; o < n; o++) {
                const double *x = a[0] + t * x_row(l) + h * l.wide, *w = a[1] + (h * n + o) * k;
                size_t at = t * y_row(l) + h * n + o;
                a[2][at] = product_ref(w, x, k, &mag[2][at]);
            }
}

/* ---- kernel ---- */

typedef struct operands {
    ts_view x, w, y, sums; /* of a head, where there are some; sums: of panels */
    ts_val live;
} operands;

static void of_head(ts_kern *k, linear l, operands *o)
{
    ts_val h = ts_program(ts_i32(k, l.heads), 1), n = ts_i32(k, l.n);
    ts_val at = ts_mul(h, n);
    o->x = ts_part(o->x, 1, ts_mulk(h, l.wide), ts_i32(k, l.k), 1);
    o->w = ts_row(o->w, h);
    o->y = ts_part(o->y, 1, at, n, 1);
    if (o->sums.k) o->sums = ts_part(o->sums, 1, at, n, 1);
}

static operands operands_of(ts_kern *k, const ts_shape *s, linear l)
{
    operands o = {.live = live_rows(k, "tokens", s->tokens)};
    ts_val rows = ts_i32(k, s->tokens), n = ts_i32(k, l.n), depth = ts_i32(k, l.k);
    ts_val all = ts_i32(k, y_row(l));
    o.x = ts_arg2(k, TS_IN, "x", TS_bf16, rows, ts_i32(k, x_row(l)));
    o.w = l.heads ? ts_arg3(k, TS_IN, "w", TS_bf16, ts_i32(k, l.heads), n, depth)
                  : ts_arg2(k, TS_IN, "w", TS_bf16, n, depth);
    o.y = ts_arg2(k, TS_INOUT, "y", l.y, rows, all);
    if (!has_few(s) && l.y != TS_f32 && sums_wait(s, l))
        o.sums = ts_arg2(k, TS_WORK, "sums", TS_f32, rows, all);
    if (l.heads) of_head(k, l, &o);
    return o;
}

/* The n tokens from number `from` on, of which some may not be live: their sums are dropped. */
static void group_by_rows(ts_kern *k, linear l, operands of, const passing *p, ts_val o, int from,
                          int n)
{
    ts_view x[GROUP], y = ts_part(of.y, 0, zero(k), of.live, 1);
    for (int j = 0; j < n; j++) x[j] = ts_row(of.x, ts_i32(k, from + j));
    pass_by(p, x, n);
    for (int j = 0; j < n; j++) ts_store(ts_row(y, ts_i32(k, from + j)), o, passed(p, j, l.y));
}

/* Rows of x have numbers that are known when a kernel is made, so none is tested for being there. A 0 or a 1 as the turns of a
 * loop is an if. */
static void by_rows(ts_kern *k, const ts_shape *s, linear l, operands of)
{
    ts_val o = ts_program(ts_i32(k, l.n), 1), one = ts_i32(k, 1);
    int most = s->tokens < GROUP ? s->tokens : GROUP;
    passing p = passing_of(k, s, ts_row(of.w, o), l.k, most);
    for (int from = 0; from < s->tokens; from += most) {
        int n = s->tokens - from < most ? s->tokens - from : most;
        ts_val some = ts_select(ts_lt(ts_i32(k, from), of.live), one, zero(k));
        if (!from)
            group_by_rows(k, l, of, &p, o, from, n);
        else
            for (ts_loop once = ts_upto(some, 1); ts_next(&once);)
                group_by_rows(k, l, of, &p, o, from, n);
    }
}

static void by_panels(ts_kern *k, const ts_shape *s, linear l, operands of)
{
    ts_view sums = of.sums.k ? of.sums : of.y;
    ts_val o = ts_program(ts_i32(k, l.n), panel_cols(s, l.n));
    ts_val from = ts_program(of.live, s->plan.span);
    ts_val rows = ts_min(ts_sub(of.live, from), ts_i32(k, s->plan.span));
    result to = {ts_part(of.y, 0, from, rows, 1), l.y};
    ts_product p = panel_of(s, l, ts_part(of.x, 0, from, rows, 1), of.w,
                            ts_part(sums, 0, from, rows, 1), rows);
    ts_product_panel(&p, o, end_of_panel, &to);
}

static void make(ts_kern *k, const ts_shape *s, linear l)
{
    operands of = operands_of(k, s, l);
    (has_few(s) ? by_rows : by_panels)(k, s, l, of);
}

/* ---- all of them ---- */

static uint64_t linear_bytes(linear l, const int32_t *size)
{
    size_t rows = (size_t)size[0], k = (size_t)products(l) * l.k;
    return ts_storage(TS_bf16, (l.n + rows) * k) + ts_storage(l.y, rows * y_row(l));
}

/* Neither rows that are not live nor what of a row is not taken may matter. */
static void spoil(linear l, int rows, int live, double *x)
{
    size_t all = (size_t)x_row(l), wide = l.heads ? (size_t)l.wide : all;
    for (size_t i = 0; i < (size_t)rows * all; i++)
        if (i >= (size_t)live * all || i % wide >= (size_t)l.k) x[i] = NAN;
}

#define LINEAR(of)                                                                                 \
    REFERENCE(of, rows_ref(of(s), size[0], a, mag))                                                \
    BUILD(of, make(k, s, of(s)))                                                                   \
    BYTES(of, linear_bytes(of(s), size))                                                           \
    FLOPS(of, 2 * (uint64_t)size[0] * (uint64_t)y_row(of(s)) * (uint64_t)of(s).k)                  \
    FILL(of, spoil(of(s), s->tokens, c->size[0], a[0]))

LINEAR(fused_a)
LINEAR(router)
LINEAR(q_b)
LINEAR(kv_b)
LINEAR(w_kc)
LINEAR(w_vc)

#define KERNEL(of)                                                                                 \
    R1_NVFP4, .formula = "y[t] = W x[t]", .build = of##_build,                                     \
              .limit = TS_LIMITS({"y", SUM_LIMIT}), .reference = of##_reference,                   \
              .cases = token_cases, .fill = of##_fill, .bytes = of##_bytes, .flops = of##_flops

const ts_kernel_def ts_nv_dsv3_fused_a_gemm = {
    KERNEL(fused_a),
    .name = "dsv3_fused_a_gemm",
    .doc = "in x bf16[tokens,D], in w bf16[Q+L+R,D], inout y bf16[tokens,Q+L+R]; size tokens",
};

const ts_kernel_def ts_nv_dsv3_router_gemm = {
    KERNEL(router),
    .name = "dsv3_router_gemm",
    .doc = "in x bf16[tokens,D], in w bf16[E,D], inout y f32[tokens,E]; size tokens",
};

const ts_kernel_def ts_nv_bf16_gemm_q_b = {
    KERNEL(q_b),
    .name = "bf16_gemm_q_b",
    .doc = "in x bf16[tokens,Q], in w bf16[NH*(N+R),Q], inout y bf16[tokens,NH*(N+R)]; "
           "size tokens",
};

const ts_kernel_def ts_nv_bf16_gemm_kv_b = {
    KERNEL(kv_b),
    .name = "bf16_gemm_kv_b",
    .doc = "in x bf16[tokens,L], in w bf16[NH*(N+V),L], inout y bf16[tokens,NH*(N+V)]; "
           "size tokens",
};

const ts_kernel_def ts_nv_bf16_bmm_w_kc = {
    KERNEL(w_kc),
    .name = "bf16_bmm_w_kc",
    .doc = "in x bf16[tokens,NH,N+R], whose first N are taken, in w bf16[NH,L,N], inout y "
           "bf16[tokens,NH,L]; size tokens",
};

const ts_kernel_def ts_nv_bf16_bmm_w_vc = {
    KERNEL(w_vc),
    .name = "bf16_bmm_w_vc",
    .doc = "in x bf16[tokens,NH,L], in w bf16[NH,V,L], inout y bf16[tokens,NH,V]; size tokens",
};

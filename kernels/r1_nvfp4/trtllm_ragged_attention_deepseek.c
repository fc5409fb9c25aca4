/* trtllm_ragged_attention_deepseek.c - o[i,h] = bmm2 softmax(bmm1 q[i,h] K[h]^T) V[h] over the keys of i's request
 *
 * Attention of prompts, whose keys and values are made from the latent before: nope | rope and `value` elements a head.
 * Request r has rows cu_q[r] .. cu_q[r+1] of q and cu_kv[r] .. of the keys. With `causal` its last query sees all keys,
 * each before it one fewer; else all see all, as of the part of a prompt that came earlier. Those that see none: 0, and
 * lse -inf (softmax.h).
 *
 * Two of them: values [.., NH, V], and as they lie behind the keys' parts in what kv_b makes, [.., NH, nope + V].
 * A program has `tile` queries of a head, and goes through the keys `keys` at a time. Blocks begin at a request's first
 * key, so the bits of a row do not depend on who else is in the step.
 */
#include <limits.h>

#include "kernels/r1_nvfp4/softmax.h"

typedef struct values { /* where a head's are in their param */
    const char *name;
    int stride, from;
} values;

static values alone(const ts_shape *s)
{
    return (values){"v", s->value, 0};
}

static values of_kv_b(const ts_shape *s)
{
    return (values){"kv_b", s->nope + s->value, s->nope};
}

static int key_width(const ts_shape *s)
{
    return s->nope + s->rope;
}

/* ---- reference ---- */

enum { Q, KEYS, VALUES, CU_Q, CU_KV, BMM1, BMM2, OUT, LSE }; /* params */

/* Query i of request r, whose keys are to be seen in `row`. */
static void see(const ts_shape *s, values of, double *const *a, int r, int i, int h, scored *row)
{
    int first = (int)a[CU_KV][r], n = (int)a[CU_KV][r + 1] - first, w = key_width(s);
    int queries = (int)(a[CU_Q][r + 1] - a[CU_Q][r]);
    const double *q = a[Q] + ((size_t)(a[CU_Q][r] + i) * s->heads + h) * w;
    row->n = s->causal ? n - (queries - 1 - i) : n;
    for (int t = 0; t < row->n; t++) {
        size_t at = (size_t)(first + t) * s->heads + h;
        row->score[t] = a[BMM1][0] * dot_ref(q, a[KEYS] + at * w, w);
        row->value[t] = a[VALUES] + at * of.stride + of.from;
    }
}

static void ragged_ref(const ts_shape *s, values of, int requests, double *const *a,
                       double *const *mag)
{
    scored row = scored_new(s->kv_tokens, s->value);
    for (int r = 0; r < requests; r++)
        for (int i = 0; i < a[CU_Q][r + 1] - a[CU_Q][r]; i++)
            for (int h = 0; h < s->heads; h++) {
                size_t at = (size_t)(a[CU_Q][r] + i) * s->heads + h, o = at * s->value;
                see(s, of, a, r, i, h, &row);
                attend_ref(&row, a[BMM2][0],
                           (row_ref){a[OUT] + o, a[LSE] + at, mag[OUT] + o, mag[LSE] + at});
            }
    scored_free(row);
}

/* ---- kernel ---- */

typedef struct ragged { /* of a program: a head's columns of the rows of its request */
    ts_view q, keys, values, o, lse;
    ts_val queries, n; /* how many there are of each */
} ragged;

static ts_view head_rows(ts_kern *k, ts_view of, ts_val h, int stride, int from, int width)
{
    ts_val at = ts_add(ts_mul(h, ts_i32(k, stride)), ts_i32(k, from));
    return ts_part(of, 1, at, ts_i32(k, width), 1);
}

/* Rows cu[r] .. cu[r+1] - 1; *n: how many. */
static ts_view rows_of(ts_kern *k, ts_view of, ts_view cu, ts_val r, ts_val *n)
{
    ts_val first = ts_at(cu, r);
    *n = ts_sub(ts_at(cu, ts_add(r, ts_i32(k, 1))), first);
    return ts_part(of, 0, first, *n, 1);
}

/* Queries i .. see keys below `below`; those of the last of them are the most. */
static ts_val seen(ts_kern *k, const ts_shape *s, const ragged *a, ts_val i, ts_val *most)
{
    *most = a->n;
    if (!s->causal) return a->n;
    ts_val beyond = ts_add(ts_sub(a->n, a->queries), ts_i32(k, 1)); /* of query 0 */
    ts_val last = ts_sub(ts_min(a->queries, ts_add(i, ts_i32(k, s->plan.ragged))), ts_i32(k, 1));
    *most = ts_min(a->n, ts_add(beyond, last));
    return ts_col(ts_min(a->n, ts_add(ts_add(i, ts_iota(k, s->plan.ragged)), beyond)));
}

static void attend(ts_kern *k, const ts_shape *s, const ragged *a, ts_val i, ts_val scale,
                   running to)
{
    ts_val most, below = seen(k, s, a, i, &most);
    ts_val q = ts_loadf2(a->q, i, zero(k), s->plan.ragged, key_width(s));
    for (ts_loop t = ts_upto(most, s->plan.keys); ts_next(&t);) {
        ts_val key = ts_loadf2(a->keys, t.at, zero(k), s->plan.keys, key_width(s));
        ts_val score = ts_mul(ts_dot_t(q, key, (ts_val){0}), scale);
        ts_val live = ts_lt(ts_add(t.at, ts_iota(k, s->plan.keys)), below);
        score = ts_select(live, score, ts_f32(k, -INFINITY));
        running_take(to, score, ts_loadf2(a->values, t.at, zero(k), s->plan.keys, s->value));
    }
}

static void put_rows(ts_kern *k, const ragged *a, ts_val i, ts_val h, ts_val by, running from)
{
    ts_val o = ts_mul(ts_get(from.acc), ts_col(running_scale(from, by)));
    ts_store2(a->o, i, zero(k), ts_cast(o, TS_bf16));
    ts_view column = ts_part(a->lse, 1, h, ts_i32(k, 1), 1);
    ts_store2(column, i, zero(k), ts_col(running_lse(from)));
}

static void ragged_rows(ts_kern *k, const ts_shape *s, values of)
{
    int w = key_width(s), nh = s->heads;
    ts_val requests = ts_size(k, "requests"), longest = ts_size(k, "longest");
    ts_val tokens = ts_i32(k, s->tokens), most = ts_i32(k, s->kv_tokens), heads = ts_i32(k, nh);
    ts_val one = ts_i32(k, 1), ends = ts_i32(k, s->requests + 1);
    ts_view q = ts_arg2(k, TS_IN, "q", TS_bf16, tokens, ts_i32(k, nh * w));
    ts_view keys = ts_arg2(k, TS_IN, "k", TS_bf16, most, ts_i32(k, nh * w));
    ts_view v = ts_arg2(k, TS_IN, of.name, TS_bf16, most, ts_i32(k, nh * of.stride));
    ts_view cu_q = ts_arg1(k, TS_IN, "cu_q", TS_i32, ends);
    ts_view cu_kv = ts_arg1(k, TS_IN, "cu_kv", TS_i32, ends);
    ts_view bmm1 = ts_arg1(k, TS_IN, "bmm1_scale", TS_f32, one);
    ts_view bmm2 = ts_arg1(k, TS_IN, "bmm2_scale", TS_f32, one);
    ts_view o = ts_arg2(k, TS_INOUT, "o", TS_bf16, tokens, ts_i32(k, nh * s->value));
    ts_view lse = ts_arg2(k, TS_INOUT, "lse", TS_f32, tokens, heads);

    ts_val r = ts_program(requests, 1), h = ts_program(heads, 1);
    ts_val i = ts_program(longest, s->plan.ragged);
    ragged a = {.lse = rows_of(k, lse, cu_q, r, &a.queries)};
    a.q = head_rows(k, rows_of(k, q, cu_q, r, &a.queries), h, w, 0, w);
    a.o = head_rows(k, rows_of(k, o, cu_q, r, &a.queries), h, s->value, 0, s->value);
    a.keys = head_rows(k, rows_of(k, keys, cu_kv, r, &a.n), h, w, 0, w);
    a.values = head_rows(k, rows_of(k, v, cu_kv, r, &a.n), h, of.stride, of.from, s->value);
    running to = running_rows(k, s->plan.ragged, s->value);
    attend(k, s, &a, i, ts_at(bmm1, zero(k)), to);
    put_rows(k, &a, i, h, ts_at(bmm2, zero(k)), to);
}

/* ---- cases ---- */

enum { EVEN, ONE_EACH, EMPTY, FEW_KEYS, PEAK, NOTHING, BROKEN };

static int cases(const ts_shape *s, ts_case *c)
{
    int n = 0, all = s->requests;
    c[n++] = (ts_case){"tokens and keys shared out", {all, s->tokens}, EVEN};
    c[n++] = (ts_case){"one request with all", {1, s->tokens}, EVEN};
    c[n++] = (ts_case){"all but one request, a query each", {all - 1, 1}, ONE_EACH};
    c[n++] = (ts_case){"one without queries, one without keys", {all, s->tokens}, EMPTY};
    c[n++] = (ts_case){"fewer keys than queries", {all, s->tokens}, FEW_KEYS};
    c[n++] = (ts_case){"each query's last key outweighs all", {all, s->tokens}, PEAK};
    c[n++] = (ts_case){"all scores -inf", {1, s->tokens}, NOTHING};
    c[n++] = (ts_case){"one key NaN", {1, s->tokens}, BROKEN};
    c[n++] = (ts_case){"no request", {0, 1}, EVEN};
    return n;
}

/* Where requests begin: of n rows, as many each as go; the rest is nobody's. */
static void share_out(double *cu, int requests, int of, int n, int most)
{
    int each = requests ? n / requests : 0;
    if (each > most) each = most;
    for (int r = 0; r <= of; r++) cu[r] = r <= requests ? r * each : -1;
}

static void fill_ends(const ts_shape *s, const ts_case *c, double *const *a)
{
    int requests = c->size[0], all = INT_MAX;
    share_out(a[CU_Q], requests, s->requests, s->tokens, c->variant == ONE_EACH ? 1 : all);
    share_out(a[CU_KV], requests, s->requests, s->kv_tokens, c->variant == FEW_KEYS ? 1 : all);
    if (c->variant != EMPTY || requests < 2) return;
    a[CU_Q][1] = 0;                              /* of the first */
    a[CU_KV][requests - 1] = a[CU_KV][requests]; /* and of the last */
}

/* Rows of several heads: those below n keep to +-most, the others are NaN. */
static void fill_rows(double *x, int n, int rows, int width, double most)
{
    for (size_t i = 0; i < (size_t)rows * width; i++)
        x[i] = i < (size_t)n * width ? remainder(x[i], 2 * most) : NAN;
}

/* The key that a query sees last points along it and scores 8 with it. */
static void fill_peak(const ts_shape *s, double *const *a, int r, int h)
{
    int w = key_width(s), queries = (int)(a[CU_Q][r + 1] - a[CU_Q][r]);
    int n = (int)(a[CU_KV][r + 1] - a[CU_KV][r]);
    for (int i = 0; i < queries; i++) {
        int last = s->causal ? n - (queries - i) : n - 1;
        const double *q = a[Q] + ((size_t)(a[CU_Q][r] + i) * s->heads + h) * w;
        if (last < 0) continue;
        double *key = a[KEYS] + ((size_t)(a[CU_KV][r] + last) * s->heads + h) * w;
        double square = dot_ref(q, q, w);
        for (int e = 0; e < w; e++) key[e] = q[e] * fmin(8 / a[BMM1][0] / square, 8);
    }
}

static void fill_odd(const ts_shape *s, const ts_case *c, double *const *a, int n, int h)
{
    int w = key_width(s);
    for (int t = 0; t < n && c->variant >= NOTHING; t++) {
        double *key = a[KEYS] + ((size_t)t * s->heads + h) * w;
        if (c->variant == NOTHING) key[0] = -INFINITY;
        if (c->variant == BROKEN && t == n / 2) key[0] = NAN;
    }
    for (int i = 0; i < s->tokens && c->variant == NOTHING; i++)
        a[Q][((size_t)i * s->heads + h) * w] = 0.5;
}

static void fill_ragged(const ts_shape *s, values of, const ts_case *c, double *const *a)
{
    fill_ends(s, c, a);
    int w = key_width(s), tokens = (int)a[CU_Q][c->size[0]], n = (int)a[CU_KV][c->size[0]];
    fill_rows(a[Q], tokens, s->tokens, s->heads * w, 1);
    fill_rows(a[KEYS], n, s->kv_tokens, s->heads * w, 2);
    fill_rows(a[VALUES], n, s->kv_tokens, s->heads * of.stride, 8);
    a[BMM1][0] = s->scale, a[BMM2][0] = 0.75;
    for (int h = 0; h < s->heads; h++) {
        for (int r = 0; r < c->size[0] && c->variant == PEAK; r++) fill_peak(s, a, r, h);
        fill_odd(s, c, a, n, h);
    }
}

/* ---- schedule and price ---- */

/* A CPU widens and turns the keys that it meets, or cuts them for its matrix unit: many rows should meet them. A device
 * of threads holds its sums in registers. */
static void schedule(ts_shape *s, const ts_target *target)
{
    ts_target_facts facts = ts_target_facts_of(target);
    s->plan.ragged = facts.team > 1 ? 16 : facts.unit ? 128 : 64;
}

/* All tokens and keys, shared out evenly. */
static uint64_t ragged_bytes(const ts_shape *s, const int32_t *size)
{
    if (!size[0]) return 0;
    size_t q = (size_t)s->tokens * s->heads, n = (size_t)s->kv_tokens * s->heads;
    return ts_storage(TS_bf16, (q + n) * (key_width(s) + s->value)) + ts_storage(TS_f32, q);
}

static uint64_t ragged_flops(const ts_shape *s, const int32_t *size)
{
    if (!size[0]) return 0;
    uint64_t q = (uint64_t)s->tokens / size[0], n = (uint64_t)s->kv_tokens / size[0];
    uint64_t pairs = !s->causal ? q * n : n < q ? n * (n + 1) / 2 : q * (2 * n - q + 1) / 2;
    return size[0] * pairs * s->heads * (2 * (uint64_t)(key_width(s) + s->value) + 4);
}

/* ---- the two ---- */

#define RAGGED(of)                                                                                 \
    REFERENCE(of, ragged_ref(s, of(s), size[0], a, mag))                                           \
    BUILD(of, ragged_rows(k, s, of(s)))                                                            \
    FILL(of, fill_ragged(s, of(s), c, a))

RAGGED(alone)
RAGGED(of_kv_b)

#define KERNEL(of)                                                                                 \
    R1_NVFP4,                                                                                      \
        .formula = "o[i,h] = bmm2 softmax(bmm1 q[i,h] K[h]^T) V[h], keys of i's request, with "    \
                   "`causal` up to i's own",                                                       \
        .build = of##_build, .limit = TS_LIMITS({"o", REAL_LIMIT}, {"lse", REAL_LIMIT}),           \
        .schedule = schedule, .reference = of##_reference, .cases = cases, .fill = of##_fill,      \
        .bytes = ragged_bytes, .flops = ragged_flops

const ts_kernel_def ts_nv_trtllm_ragged_attention_deepseek = {
    KERNEL(alone),
    .name = "trtllm_ragged_attention_deepseek",
    .doc = "in q bf16[tokens,NH*(N+R)], in k bf16[kv_tokens,NH*(N+R)], in v bf16[kv_tokens,NH*V], "
           "in cu_q i32[requests+1], in cu_kv i32[requests+1], in bmm1_scale f32[1], in "
           "bmm2_scale f32[1], inout o bf16[tokens,NH*V], inout lse f32[tokens,NH]; sizes "
           "requests, longest: of their queries, at least",
};

const ts_kernel_def ts_nv_trtllm_ragged_attention_deepseek_kv_b = {
    KERNEL(of_kv_b),
    .name = "trtllm_ragged_attention_deepseek_kv_b",
    .doc = "as trtllm_ragged_attention_deepseek, with in kv_b bf16[kv_tokens,NH*(N+V)], whose last "
           "V of a head are its values, for v",
};

/* test_suite.c - the suite's table, and the harness of `check` itself: each deliberately wrong
 * kernel below must be caught by it, for the reason that it is wrong.
 *
 * Wrong kernels run on the interpreter; that the device's memory is guarded is shown by a kernel
 * description that lies about a length.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "check/arrays.h"
#include "check/check.h"
#include "kernels/r1_distill/parts.h"

static size_t row_of(const char *name)
{
    const ts_preset *check = ts_suite_r1_distill.check;
    for (size_t i = 0; check[i].name; i++)
        if (!strcmp(check[i].name, name)) return i;
    fail_msg("no shape %s", name);
    return 0;
}

static ts_shape shape_at(const char *name, int dtype)
{
    ts_shape *s = ts_shape_variant(&ts_suite_r1_distill, row_of(name), dtype, NULL), copy = *s;
    free(s);
    return copy;
}

static ts_shape preset(const char *name)
{
    ts_error err = {0};
    ts_shape *s = ts_shape_new(&ts_suite_r1_distill, name, &err);
    if (!s) fail_msg("%s", err.text);
    ts_shape copy = *s;
    free(s);
    return copy;
}

static ts_check_report check_at(const ts_kernel_def *def, const char *shape, int dtype)
{
    ts_shape dims = shape_at(shape, dtype);
    ts_check_run run = {.shape_name = shape, .shape = &dims, .seed = 3};
    ts_check_report r = {0};
    int bad = ts_check_kernel(def, &run, &r);
    assert_int_equal(bad != 0, r.interpreter.failed + r.device.failed > 0);
    return r;
}

static ts_kernel_def def_of(const char *name)
{
    ts_error err = {0};
    const ts_kernel_def *d = ts_kernel_find(name, NULL, &err);
    if (!d) fail_msg("%s", err.text);
    return *d;
}

/* The mutant must fail, and its original must not. */
static void must_catch(const char *name, void (*build)(ts_kern *, const ts_shape *), const char *at)
{
    ts_kernel_def right = def_of(name), wrong = right;
    ts_check_report r = check_at(&right, at, 0);
    if (r.failure[0]) fail_msg("%s: %s", name, r.failure);
    wrong.build = build;
    r = check_at(&wrong, at, 0);
    if (!r.interpreter.failed) fail_msg("a wrong %s passed at %s", name, at);
}

/* ---- wrong kernels ---- */

static void norm_with(ts_kern *k, const ts_shape *s, double eps, bool eps_outside, bool divide)
{
    ts_val d = ts_i32(k, s->d);
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, d),
            gamma = ts_arg1(k, TS_IN, "gamma", s->type.norm, d);
    ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, d);
    ts_val mean = row_product(k, s, x, x, s->d);
    if (divide) mean = ts_div(mean, ts_f32(k, s->d));
    ts_val scale = eps_outside ? ts_div(ts_f32(k, 1), ts_addk(ts_sqrt(mean), eps))
                               : ts_rsqrt(ts_addk(mean, eps));
    if (!divide) scale = ts_mul(scale, ts_f32(k, sqrt(s->d)));
    for (ts_loop i = ts_upto(d, s->plan.block); ts_next(&i);) {
        ts_val v = ts_mul(ts_load(x, i.at, s->plan.block), scale);
        ts_store(y, i.at, ts_mul(v, ts_loadf(gamma, i.at, s->plan.block)));
    }
}

static void eps_outside_the_root(ts_kern *k, const ts_shape *s)
{
    norm_with(k, s, s->eps, true, true);
}

static void eps_before_the_mean(ts_kern *k, const ts_shape *s)
{
    norm_with(k, s, s->eps, false, false);
}

static void norm_right(ts_kern *k, const ts_shape *s)
{
    norm_with(k, s, s->eps, false, true);
}

static void eps_left_out(ts_kern *k, const ts_shape *s)
{
    norm_with(k, s, 0, false, true);
}

static void eps_twice(ts_kern *k, const ts_shape *s)
{
    norm_with(k, s, 2 * s->eps, false, true);
}

static void eps_of_another_model(ts_kern *k, const ts_shape *s)
{
    norm_with(k, s, 1e-5, false, true);
}

enum {
    ROW_BEHIND = 1,
    LAST_ROW_LEFT_OUT = 2,
    NO_TAIL = 4,
    F16_SUMS = 8,
    F16_PRODUCTS = 16,
    NO_BIAS = 32
};

static void matvec_with(ts_kern *k, const ts_shape *s, int fault)
{
    int rows = s->heads * s->head_dim, to = fault & NO_TAIL ? s->d - s->d % s->plan.block : s->d;
    ts_val n = ts_i32(k, rows), d = ts_i32(k, s->d);
    ts_view w = ts_arg2(k, TS_IN, "w", s->type.weight, n, d);
    ts_view bias = ts_arg1(k, TS_IN, "bias", s->type.norm, n);
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, d), y = ts_arg1(k, TS_OUT, "y", TS_f32, n);
    ts_val o = ts_program(ts_i32(k, rows - (fault & LAST_ROW_LEFT_OUT ? 1 : 0)), 1);
    ts_view row = ts_row(w, fault & ROW_BEHIND ? ts_addk(o, 1) : o);
    ts_var acc = ts_var1(ts_f32(k, 0), s->plan.block);
    for (ts_loop i = ts_upto(ts_i32(k, to), s->plan.block); ts_next(&i);) {
        ts_val p = ts_mul(ts_loadf(row, i.at, s->plan.block), ts_load(x, i.at, s->plan.block));
        if (fault & F16_PRODUCTS) p = ts_cast(ts_cast(p, TS_f16), TS_f32);
        p = ts_add(p, ts_get(acc));
        if (fault & F16_SUMS) p = ts_cast(ts_cast(p, TS_f16), TS_f32);
        ts_set(acc, p);
    }
    ts_val sum = ts_sum(ts_get(acc), 0);
    ts_store(y, o, fault & NO_BIAS ? sum : ts_add(sum, at_f32(bias, o)));
}

static void row_behind(ts_kern *k, const ts_shape *s)
{
    matvec_with(k, s, ROW_BEHIND);
}

static void last_row_left_out(ts_kern *k, const ts_shape *s)
{
    matvec_with(k, s, LAST_ROW_LEFT_OUT);
}

static void no_tail(ts_kern *k, const ts_shape *s)
{
    matvec_with(k, s, NO_TAIL);
}

static void f16_sums(ts_kern *k, const ts_shape *s)
{
    matvec_with(k, s, F16_SUMS);
}

static void f16_products(ts_kern *k, const ts_shape *s)
{
    matvec_with(k, s, F16_PRODUCTS);
}

static void no_bias(ts_kern *k, const ts_shape *s)
{
    matvec_with(k, s, NO_BIAS);
}

static void rope_with(ts_kern *k, const ts_shape *s, bool interleaved, int shift)
{
    int half = s->head_dim / 2;
    ts_val pos = ts_size(k, "pos");
    ts_val heads = ts_i32(k, s->heads), dh = ts_i32(k, s->head_dim), count = ts_i32(k, half);
    ts_view q = ts_arg2(k, TS_INOUT, "q", TS_f32, heads, dh);
    ts_view cosine = ts_arg2(k, TS_IN, "cos", TS_f32, ts_i32(k, s->ctx), count);
    ts_view sine = ts_arg2(k, TS_IN, "sin", TS_f32, ts_i32(k, s->ctx), count);
    ts_view head = ts_row(q, ts_program(heads, 1));
    ts_view lo = ts_part(head, 0, zero(k), count, interleaved ? 2 : 1);
    ts_view hi = ts_part(head, 0, interleaved ? ts_i32(k, 1) : count, count, interleaved ? 2 : 1);
    ts_val a = ts_load(lo, zero(k), half), b = ts_load(hi, zero(k), half);
    ts_val c = ts_load(ts_row(cosine, ts_addk(pos, shift)), zero(k), half);
    ts_val n = ts_load(ts_row(sine, ts_addk(pos, shift)), zero(k), half);
    ts_store(lo, zero(k), ts_sub(ts_mul(a, c), ts_mul(b, n)));
    ts_store(hi, zero(k), ts_add(ts_mul(b, c), ts_mul(a, n)));
}

static void rope_right(ts_kern *k, const ts_shape *s)
{
    rope_with(k, s, false, 0);
}

static void rope_interleaved(ts_kern *k, const ts_shape *s)
{
    rope_with(k, s, true, 0);
}

static void rope_next_position(ts_kern *k, const ts_shape *s)
{
    rope_with(k, s, false, 1);
}

static void rope_written_too_early(ts_kern *k, const ts_shape *s)
{
    int half = s->head_dim / 2;
    ts_val pos = ts_size(k, "pos");
    ts_val heads = ts_i32(k, s->heads), dh = ts_i32(k, s->head_dim), count = ts_i32(k, half);
    ts_view q = ts_arg2(k, TS_INOUT, "q", TS_f32, heads, dh);
    ts_view cosine = ts_arg2(k, TS_IN, "cos", TS_f32, ts_i32(k, s->ctx), count);
    ts_view sine = ts_arg2(k, TS_IN, "sin", TS_f32, ts_i32(k, s->ctx), count);
    ts_view head = ts_row(q, ts_program(heads, 1));
    ts_val c = ts_load(ts_row(cosine, pos), zero(k), half);
    ts_val n = ts_load(ts_row(sine, pos), zero(k), half);
    ts_val a = ts_load(head, zero(k), half), b = ts_load(head, count, half);
    ts_store(head, zero(k), ts_sub(ts_mul(a, c), ts_mul(b, n)));
    ts_val again = ts_load(head, zero(k), half);
    ts_store(head, count, ts_add(ts_mul(b, c), ts_mul(again, n)));
}

static void truncated_append(ts_kern *k, const ts_shape *s)
{
    ts_val pos = ts_size(k, "pos"), heads = ts_i32(k, s->kv_heads);
    ts_val dh = ts_i32(k, s->head_dim), ctx = ts_i32(k, s->ctx);
    ts_view from[2] = {ts_arg2(k, TS_IN, "k", TS_f32, heads, dh),
                       ts_arg2(k, TS_IN, "v", TS_f32, heads, dh)};
    ts_view to[2] = {ts_arg3(k, TS_INOUT, "kcache", s->type.kv, heads, ctx, dh),
                     ts_arg3(k, TS_INOUT, "vcache", s->type.kv, heads, ctx, dh)};
    ts_val h = ts_program(heads, 1);
    for (int i = 0; i < 2; i++) {
        ts_val bits = ts_bits(ts_load(ts_row(from[i], h), zero(k), s->head_dim), TS_u32);
        bits = ts_and(bits, ts_const(k, TS_u32, 0xffff0000));
        ts_store(ts_row(ts_row(to[i], h), pos), zero(k),
                 ts_cast(ts_bits(bits, TS_f32), s->type.kv));
    }
}

static void infinite_append(ts_kern *k, const ts_shape *s)
{
    ts_val pos = ts_size(k, "pos"), heads = ts_i32(k, s->kv_heads);
    ts_val dh = ts_i32(k, s->head_dim), ctx = ts_i32(k, s->ctx);
    ts_view from[2] = {ts_arg2(k, TS_IN, "k", TS_f32, heads, dh),
                       ts_arg2(k, TS_IN, "v", TS_f32, heads, dh)};
    ts_view to[2] = {ts_arg3(k, TS_INOUT, "kcache", s->type.kv, heads, ctx, dh),
                     ts_arg3(k, TS_INOUT, "vcache", s->type.kv, heads, ctx, dh)};
    ts_val h = ts_program(heads, 1);
    for (int i = 0; i < 2; i++) {
        ts_val x = ts_load(ts_row(from[i], h), zero(k), s->head_dim);
        ts_store(ts_row(ts_row(to[i], h), pos), zero(k), ts_cast(x, s->type.kv));
    }
}

static void silu_of_the_other(ts_kern *k, const ts_shape *s)
{
    ts_val n = ts_i32(k, s->inter), i;
    ts_view g = ts_arg1(k, TS_IN, "g", TS_f32, n), u = ts_arg1(k, TS_IN, "u", TS_f32, n);
    ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, n);
    i = ts_program(n, s->plan.block);
    ts_val x = ts_load(g, i, s->plan.block);
    ts_store(y, i, ts_mul(x, ts_silu(ts_load(u, i, s->plan.block))));
}

/* One stage in disguise: the partial result of span 0 covers the whole vocabulary. */
enum { TIES_HIGH = 1, PADDING_TOO = 2, NAN_FORGOTTEN = 4 };

static void argmax_with(ts_kern *k, const ts_shape *s, int fault)
{
    int spans = (s->vocab - 1) / s->plan.vocab_block + 1;
    ts_val valid = ts_size(k, "valid"), v = ts_i32(k, s->vocab), none = ts_i32(k, INT32_MAX);
    ts_view logits = ts_arg1(k, TS_IN, "logits", TS_f32, v);
    ts_view val = ts_arg1(k, TS_WORK, "val", TS_f32, ts_i32(k, spans));
    ts_view idx = ts_arg1(k, TS_WORK, "idx", TS_i32, ts_i32(k, spans));
    ts_val from = ts_program(valid, s->plan.vocab_block), id;
    id = ts_add(from, ts_iota(k, s->plan.vocab_block));
    ts_val x = ts_load(logits, from, s->plan.vocab_block);
    ts_val live = ts_lt(id, fault & PADDING_TOO ? v : valid);
    x = ts_select(live, x, ts_f32(k, -INFINITY));
    ts_val best = ts_amax(x, 0), hit = ts_and(live, ts_eq(x, best));
    ts_val at = fault & TIES_HIGH ? ts_amax(ts_select(hit, id, ts_i32(k, -1)), 0)
                                  : ts_amin(ts_select(hit, id, none), 0);
    ts_val broken = ts_amin(ts_select(ts_ne(x, x), id, none), 0);
    if (!(fault & NAN_FORGOTTEN)) {
        at = ts_select(ts_lt(broken, none), broken, at);
        best = ts_select(ts_lt(broken, none), ts_f32(k, NAN), best);
    }
    ts_store(val, ts_div(from, ts_i32(k, s->plan.vocab_block)), best);
    ts_store(idx, ts_div(from, ts_i32(k, s->plan.vocab_block)), at);
}

static void argmax_right(ts_kern *k, const ts_shape *s)
{
    argmax_with(k, s, 0);
}

static void argmax_ties_high(ts_kern *k, const ts_shape *s)
{
    argmax_with(k, s, TIES_HIGH);
}

static void argmax_of_padding(ts_kern *k, const ts_shape *s)
{
    argmax_with(k, s, PADDING_TOO);
}

static void argmax_without_nan(ts_kern *k, const ts_shape *s)
{
    argmax_with(k, s, NAN_FORGOTTEN);
}

/* Attention over whole blocks only, or past len, or with the wrong head. */
enum { PAST_LEN = 1, WRONG_GROUP = 2, UNSCALED = 4, NO_RESCALE = 8, SENTINEL = 16 };

static void attention_with(ts_kern *k, const ts_shape *s, int fault)
{
    int group = s->heads / s->kv_heads, dh = s->head_dim, spans = (s->ctx - 1) / s->plan.split + 1;
    ts_val len = ts_size(k, "len"), width = ts_i32(k, dh), ctx = ts_i32(k, s->ctx);
    ts_val heads = ts_i32(k, s->kv_heads), n = ts_i32(k, s->kv_heads * spans);
    ts_view q = ts_arg2(k, TS_IN, "q", TS_f32, ts_i32(k, s->heads), width);
    ts_view kcache = ts_arg3(k, TS_IN, "kcache", s->type.kv, heads, ctx, width);
    ts_view vcache = ts_arg3(k, TS_IN, "vcache", s->type.kv, heads, ctx, width);
    ts_view partial = ts_arg3(k, TS_WORK, "partial", TS_f32, n, ts_i32(k, group), width);
    ts_view stats = ts_arg3(k, TS_WORK, "stats", TS_f32, n, ts_i32(k, 2), ts_i32(k, group));
    ts_val kv = ts_program(heads, 1), from = ts_program(len, s->plan.split);
    ts_val end = fault & PAST_LEN ? ctx : len;
    ts_view keys = ts_part(ts_row(kcache, kv), 0, zero(k), end, 1);
    ts_view values = ts_part(ts_row(vcache, kv), 0, zero(k), end, 1);
    if (fault & WRONG_GROUP) q = ts_part(q, 0, kv, ts_i32(k, group), s->kv_heads);
    ts_val first = fault & WRONG_GROUP ? zero(k) : ts_mul(kv, ts_i32(k, group));
    ts_val qs = ts_load2(q, first, zero(k), group, dh);
    if (!(fault & UNSCALED)) qs = ts_mulk(qs, 1 / sqrt(dh));
    double least = fault & SENTINEL ? -1e30 : -FLT_MAX;
    ts_var m = ts_var1(ts_f32(k, least), group), l = ts_var1(ts_f32(k, 0), group);
    ts_var acc = ts_var2(ts_f32(k, 0), group, dh);
    ts_val to = ts_min(len, ts_add(from, ts_i32(k, s->plan.split)));
    for (ts_loop t = ts_range(from, to, s->plan.key_block); ts_next(&t);) {
        ts_val kt = ts_loadf2(keys, t.at, zero(k), s->plan.key_block, dh);
        ts_val live = ts_lt(ts_add(t.at, ts_iota(k, s->plan.key_block)), end);
        ts_val score = ts_select(live, ts_dot_t(qs, kt, (ts_val){0}), ts_f32(k, -INFINITY));
        ts_val top = ts_max(ts_get(m), ts_amax(score, 1));
        ts_val p = ts_exp(ts_sub(score, ts_col(top))), fix = ts_exp(ts_sub(ts_get(m), top));
        ts_val v = ts_loadf2(values, t.at, zero(k), s->plan.key_block, dh);
        ts_val kept = fault & NO_RESCALE ? ts_get(acc) : ts_mul(ts_get(acc), ts_col(fix));
        ts_set(l, ts_fma(ts_get(l), fix, ts_sum(p, 1)));
        ts_set(acc, ts_dot(p, v, kept));
        ts_set(m, top);
    }
    ts_val span = ts_add(ts_mul(kv, ts_i32(k, spans)), ts_div(from, ts_i32(k, s->plan.split)));
    ts_store2(ts_row(partial, span), zero(k), zero(k), ts_get(acc));
    ts_store(ts_row(ts_row(stats, span), zero(k)), zero(k), ts_get(m));
    ts_store(ts_row(ts_row(stats, span), ts_i32(k, 1)), zero(k), ts_get(l));
}

static void attention_right(ts_kern *k, const ts_shape *s)
{
    attention_with(k, s, 0);
}

static void attention_past_len(ts_kern *k, const ts_shape *s)
{
    attention_with(k, s, PAST_LEN);
}

static void attention_wrong_group(ts_kern *k, const ts_shape *s)
{
    attention_with(k, s, WRONG_GROUP);
}

static void attention_unscaled(ts_kern *k, const ts_shape *s)
{
    attention_with(k, s, UNSCALED);
}

static void attention_no_rescale(ts_kern *k, const ts_shape *s)
{
    attention_with(k, s, NO_RESCALE);
}

static void attention_sentinel(ts_kern *k, const ts_shape *s)
{
    attention_with(k, s, SENTINEL);
}

/* A mutant's frame with no fault in it must pass, or its faults would prove nothing. */
static void must_pass(const char *name, void (*build)(ts_kern *, const ts_shape *), const char *at)
{
    ts_kernel_def def = def_of(name);
    def.build = build;
    ts_check_report r = check_at(&def, at, 0);
    if (r.failure[0]) fail_msg("%s: %s", name, r.failure);
    assert_true(r.interpreter.runs > 0);
}

/* Fine, unless h stands in the place of x: the second loop then adds r twice. */
static void norm_over_itself(ts_kern *k, const ts_shape *s)
{
    ts_val d = ts_i32(k, s->d);
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, d), r = ts_arg1(k, TS_IN, "r", TS_f32, d);
    ts_view gamma = ts_arg1(k, TS_IN, "gamma", s->type.norm, d);
    ts_view h = ts_arg1(k, TS_OUT, "h", TS_f32, d), y = ts_arg1(k, TS_OUT, "y", TS_f32, d);
    ts_var acc = ts_var1(ts_f32(k, 0), s->plan.block);
    for (ts_loop i = ts_upto(d, s->plan.block); ts_next(&i);) {
        ts_val v = ts_add(ts_load(x, i.at, s->plan.block), ts_load(r, i.at, s->plan.block));
        ts_set(acc, ts_fma(v, v, ts_get(acc)));
        ts_store(h, i.at, v);
    }
    ts_val mean = ts_div(ts_sum(ts_get(acc), 0), ts_f32(k, s->d));
    ts_val scale = ts_rsqrt(ts_addk(mean, s->eps));
    for (ts_loop i = ts_upto(d, s->plan.block); ts_next(&i);) {
        ts_val v = ts_add(ts_load(x, i.at, s->plan.block), ts_load(r, i.at, s->plan.block));
        ts_store(y, i.at, ts_mul(ts_mul(v, scale), ts_loadf(gamma, i.at, s->plan.block)));
    }
}

static void test_norm_mutants(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) { /* an eps of 1e-6, and of 0.01 */
        const char *at = i ? "columns" : "mini";
        must_pass("rms_norm_1536", norm_right, at);
        must_catch("rms_norm_1536", eps_left_out, at);
        must_catch("rms_norm_1536", eps_twice, at);
        must_catch("rms_norm_1536", eps_of_another_model, at);
        must_catch("rms_norm_1536", eps_outside_the_root, at);
        must_catch("rms_norm_1536", eps_before_the_mean, at);
    }
    must_catch("residual_add_rms_norm", norm_over_itself, "mini");
    ts_kernel_def apart = def_of("residual_add_rms_norm");
    apart.build = norm_over_itself;
    apart.alias = NULL;
    assert_int_equal(0, check_at(&apart, "mini", 0).interpreter.failed);
}

static void test_matvec_mutants(void **state)
{
    (void)state;
    must_catch("q_proj_matvec", row_behind, "mini");
    must_catch("q_proj_matvec", last_row_left_out, "mini");
    must_catch("q_proj_matvec", no_tail, "mini");
    must_catch("q_proj_matvec", no_tail, "tails");
    must_catch("q_proj_matvec", f16_sums, "even");
    must_catch("q_proj_matvec", f16_products, "even");
    must_catch("q_proj_matvec", no_bias, "even");
}

static void test_rope_mutants(void **state)
{
    (void)state;
    must_pass("rope_q_decode", rope_right, "mini");
    must_catch("rope_q_decode", rope_interleaved, "mini");
    must_catch("rope_q_decode", rope_next_position, "mini");
    must_catch("rope_q_decode", rope_written_too_early, "mini");
}

static void test_cast_mutant(void **state)
{
    (void)state;
    must_catch("kv_append", truncated_append, "mini");
    must_catch("kv_append", infinite_append, "mini");
}

static void test_silu_mutant(void **state)
{
    (void)state;
    must_catch("silu_mul_fused", silu_of_the_other, "mini");
}

static void test_argmax_mutants(void **state)
{
    (void)state;
    must_pass("argmax_greedy", argmax_right, "mini");
    must_catch("argmax_greedy", argmax_ties_high, "mini");
    must_catch("argmax_greedy", argmax_of_padding, "mini");
    must_catch("argmax_greedy", argmax_without_nan, "mini");
}

static void test_attention_mutants(void **state)
{
    (void)state;
    must_pass("attention_decode_gqa", attention_right, "even");
    must_catch("attention_decode_gqa", attention_past_len, "mini");
    must_catch("attention_decode_gqa", attention_wrong_group, "even");
    must_catch("attention_decode_gqa", attention_unscaled, "mini");
    must_catch("attention_decode_gqa", attention_no_rescale, "mini");
    must_catch("attention_decode_gqa", attention_sentinel, "mini");
}

/* ---- the harness ---- */

/* What the definition says by name, stages included, has to be there. */
static void no_output_has_that_name(ts_kern *k, const ts_shape *s)
{
    ts_val n = ts_i32(k, s->d);
    ts_view a = ts_arg1(k, TS_IN, "a", TS_f32, n), z = ts_arg1(k, TS_OUT, "z", TS_f32, n);
    ts_val i = ts_program(n, 64);
    ts_store(z, i, ts_load(a, i, 64));
}

static void another_length(ts_kern *k, const ts_shape *s)
{
    ts_val n = ts_i32(k, s->d - 1);
    ts_view y = ts_arg1(k, TS_IN, "y", TS_f32, n), z = ts_arg1(k, TS_OUT, "z", TS_f32, n);
    ts_val i = ts_program(n, 64);
    ts_store(z, i, ts_load(y, i, 64));
}

static void add_of_length(ts_kern *k, int length)
{
    ts_val n = ts_i32(k, length);
    ts_view a = ts_arg1(k, TS_IN, "a", TS_f32, n), b = ts_arg1(k, TS_IN, "b", TS_f32, n);
    ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, n);
    ts_val i = ts_program(n, 64);
    ts_store(y, i, ts_add(ts_load(a, i, 64), ts_load(b, i, 64)));
}

static void one_short(ts_kern *k, const ts_shape *s)
{
    add_of_length(k, s->d - 1);
}

static void one_more(ts_kern *k, const ts_shape *s)
{
    add_of_length(k, s->d + 1);
}

static void launched_extent(ts_kern *k, const ts_shape *s)
{
    (void)s;
    ts_val n = ts_size(k, "n"), i;
    ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, n);
    i = ts_program(n, 1);
    ts_store(y, i, ts_f32(k, 1));
}

static void refused(const ts_kernel_def *def, const char *says)
{
    ts_check_report r = check_at(def, "mini", 0);
    if (!strstr(r.failure, says)) fail_msg("\"%s\" does not say \"%s\"", r.failure, says);
}

static void test_definition_must_match(void **state)
{
    (void)state;
    ts_kernel_def def = def_of("rms_norm_1536");
    def.build = no_output_has_that_name;
    refused(&def, "has a limit for y, which is no output of it");
    def.limit = NULL;
    refused(&def, "y cannot alias x");
    def = def_of("residual_add");
    def.then = TS_STAGES({"more", another_length, NULL});
    refused(&def, "stages disagree on parameter y: 83 elements and 82");
    def = def_of("residual_add");
    def.build = one_short;
    refused(&def, "its reference writes y[82], which has 82 elements");
    def.build = one_more;
    refused(&def, "its reference does not say what y[83] of 84 is");
    def.build = launched_extent;
    def.alias = NULL;
    refused(&def, "parameter y must have extents that are constants");
}

/* The order of a signature: what the first stage takes, then what later stages add. */
static void test_signature(void **state)
{
    static const char *const names[] = {"q", "kcache", "vcache", "partial", "stats", "o"};
    static const ts_mode modes[] = {TS_IN, TS_IN, TS_IN, TS_WORK, TS_WORK, TS_OUT};
    ts_error err = {0};
    ts_shape s = shape_at("mini", 0);
    ts_kernel_def def = def_of("attention_decode_gqa");
    ts_traced *t = ts_kernel_traced(&def, &s, &err);
    (void)state;
    assert_non_null(t);
    assert_int_equal(t->params, 6);
    for (int i = 0; i < 6; i++) {
        assert_string_equal(t->param[i].name, names[i]);
        assert_int_equal(t->param[i].mode, modes[i]);
        assert_int_equal(ts_traced_param(t, names[i]), i);
        assert_true((t->limit[i] > 0) == (i == 5));
    }
    assert_int_equal(t->param[3].n, 4 * 7 * 10); /* spans of 24 in 77, heads, elements */
    assert_int_equal(t->takes[1].params, 3);
    assert_int_equal(t->takes[1].param[0], 3);
    assert_int_equal(t->sizes, 1);
    assert_string_equal(t->size[0], "len");
    assert_int_equal(ts_traced_param(t, "score"), -1);
    ts_traced_free(t);
}

static ts_arrays drawn(const ts_traced *t, const ts_shape *s, ts_data data, int shift)
{
    ts_arrays all;
    ts_error err = {0};
    ts_case c[TS_MAX_CASES] = {0};
    t->def->cases(s, c);
    assert_int_equal(0, ts_arrays_make(&all, t, s, shift, &err));
    ts_arrays_draw(&all, c, data, 5);
    if (ts_arrays_refer(&all, c, &err)) fail_msg("%s", err.text);
    ts_arrays_reset(&all);
    return all;
}

static ts_traced *traced(const char *name, const ts_shape *s)
{
    ts_error err = {0};
    const ts_kernel_def *def = ts_kernel_find(name, NULL, &err);
    ts_traced *t = def ? ts_kernel_traced(def, s, &err) : NULL;
    if (!t) fail_msg("%s", err.text);
    return t;
}

/* Puts the reference into the copies, as a perfect kernel would. */
static void perfect(ts_arrays *all, int p)
{
    float *to = (float *)(all->a[p].copy + all->a[p].at);
    for (size_t i = 0; i < all->a[p].p.n; i++) to[i] = (float)all->a[p].value[i];
}

static bool verdict(const ts_arrays *all, ts_error *why)
{
    ts_tally t = {0};
    bool raised;
    return ts_arrays_compare(all, &t, &raised, why);
}

static void test_every_byte_is_watched(void **state)
{
    (void)state;
    ts_shape s = shape_at("mini", 0);
    ts_traced *t = traced("residual_add", &s);
    for (int shift = 0; shift < 2; shift++) {
        ts_arrays all = drawn(t, &s, TS_DATA_NORMAL, shift);
        ts_error why = {0};
        assert_false(verdict(&all, &why)); /* poison is no result */
        perfect(&all, 2);
        assert_true(verdict(&all, &why) || !ts_failed(&why));
        for (int p = 0; p < all.n; p++)
            for (size_t i = 0; i < all.a[p].total; i++) {
                ts_error e = {0};
                all.a[p].copy[i] ^= 1;
                if (verdict(&all, &e)) fail_msg("byte %zu of %s", i, all.a[p].p.name);
                all.a[p].copy[i] ^= 1;
            }
        why.text[0] = 0;
        assert_true(verdict(&all, &why));
        ts_arrays_free(&all);
    }
    ts_traced_free(t);
}

static void test_limits_are_limits(void **state)
{
    (void)state;
    ts_shape s = shape_at("mini", 0);
    ts_traced *t = traced("rms_norm_1536", &s);
    ts_arrays all = drawn(t, &s, TS_DATA_NORMAL, 0);
    float *y = (float *)(all.a[2].copy + all.a[2].at);
    const double factor[] = {1 + 1.7e-6, 1 - 1.7e-6, 1 + 2.3e-6, 1 - 2.3e-6};
    for (int i = 0; i < 4; i++) {
        ts_error why = {0};
        perfect(&all, 2);
        y[17] = (float)(all.a[2].value[17] * factor[i]);
        assert_int_equal(i < 2, verdict(&all, &why));
    }
    const float wild[] = {NAN, INFINITY, -INFINITY};
    for (int i = 0; i < 3; i++) {
        ts_error why = {0};
        perfect(&all, 2);
        y[17] = wild[i];
        assert_false(verdict(&all, &why));
    }
    ts_arrays_free(&all);
    ts_traced_free(t);
}

static double mean_magnitude(const ts_array *a)
{
    double sum = 0;
    for (size_t i = 0; i < a->drawn; i++) sum += fabs(a->value[i]);
    return sum / (double)a->drawn;
}

/* Data sets are what they are called, and differ between parameters and seeds. */
static void test_data_sets(void **state)
{
    (void)state;
    ts_shape s = shape_at("even", 1);
    ts_traced *t = traced("q_proj_matvec", &s);
    ts_arrays all[TS_NDATA];
    double cancelled = 0, terms = 0;
    for (int d = 0; d < TS_NDATA; d++) all[d] = drawn(t, &s, (ts_data)d, 0);
    assert_true(fabs(mean_magnitude(&all[TS_DATA_NORMAL].a[0]) - 0.798) < 0.01);
    assert_true(mean_magnitude(&all[TS_DATA_LARGE].a[0]) > 5000);
    assert_true(mean_magnitude(&all[TS_DATA_TINY].a[0]) < 2e-4);
    assert_true(all[TS_DATA_NORMAL].a[0].value[0] != all[TS_DATA_NORMAL].a[2].value[0]);
    for (size_t i = 0; i < all[TS_DATA_CANCEL].a[3].p.n; i++) {
        cancelled += fabs(all[TS_DATA_CANCEL].a[3].value[i]);
        terms += all[TS_DATA_CANCEL].a[3].mag[i];
    }
    assert_true(cancelled < 0.05 * terms);
    for (int d = 0; d < TS_NDATA; d++) ts_arrays_free(&all[d]);
    ts_traced_free(t);
}

/* A matrix beyond a few million elements repeats itself; its ends are what they would be. */
static void test_large_inputs_repeat(void **state)
{
    (void)state;
    ts_shape s = shape_at("1.5b", 2);
    ts_traced *t = traced("lm_head_matvec", &s);
    ts_arrays all;
    ts_error err = {0};
    assert_int_equal(0, ts_arrays_make(&all, t, &s, 0, &err));
    assert_true(all.a[0].mapped);
    all.a[0].value[5] = 42;
    size_t last = (all.a[0].p.n - 1) / TS_PERIOD * TS_PERIOD;
    assert_true(all.a[0].value[last + 5] == 42);
    ts_arrays_free(&all);
    ts_traced_free(t);
}

/* ---- the table ---- */

static void look_at(const ts_kernel_def *d, const ts_suite *suite, const ts_shape *s)
{
    ts_error err = {0};
    ts_case c[TS_MAX_CASES];
    assert_ptr_equal(d->suite, suite);
    assert_non_null(d->reference);
    assert_non_null(d->formula);
    assert_non_null(d->doc);
    assert_true(d->cases(s, c) > 0 && d->cases(s, c) <= TS_MAX_CASES);
    assert_true(d->bytes(s, c[0].size) > 0);
    ts_traced *t = ts_kernel_traced(d, s, &err);
    if (!t) fail_msg("%s: %s", d->name, err.text);
    ts_traced_free(t);
}

/* Every preset and every shape to check at is sound, and kernels can be traced for the first. */
static void look_through(const ts_suite *suite)
{
    ts_error err = {0};
    ts_shape *s = ts_shape_new(suite, NULL, &err);
    assert_non_null(s);
    for (size_t i = 0; suite->kernel[i]; i++) look_at(suite->kernel[i], suite, s);
    free(s);
    for (const ts_preset *p = suite->preset; p->name; p++)
        if (ts_shape_check(suite, p->shape, &err)) fail_msg("%s: %s", p->name, err.text);
    for (const ts_preset *p = suite->check; p->name; p++)
        if (ts_shape_check(suite, p->shape, &err)) fail_msg("%s: %s", p->name, err.text);
}

static void test_table(void **state)
{
    (void)state;
    static const char *const suite[] = {
        "rms_norm_1536",    "embedding_lookup",   "q_proj_matvec",        "kv_proj_matvec",
        "rope_q_decode",    "rope_k_decode",      "attention_decode_gqa", "o_proj_residual",
        "mlp_gate_up_silu", "down_proj_residual", "silu_mul_fused",       "residual_add",
        "argmax_greedy"};
    for (size_t i = 0; i < sizeof suite / sizeof *suite; i++) {
        ts_kernel_def d = def_of(suite[i]);
        assert_string_equal(d.name, suite[i]);
    }
    const ts_suite *one;
    for (size_t u = 0; (one = ts_suite_at(u)); u++) look_through(one);
}

/* What one token reads in bf16: targets of speed are stated against these numbers. */
static void test_prices(void **state)
{
    (void)state;
    ts_shape s = preset("r1-distill-1.5b");
    const int32_t none[TS_MAX_SIZES] = {1};
    static const char *const layer[] = {"q_proj_matvec", "kv_proj_matvec", "o_proj_residual",
                                        "mlp_gate_up_silu", "down_proj_residual"};
    uint64_t bytes = def_of("lm_head_matvec").bytes(&s, none);
    for (int i = 0; i < 5; i++) bytes += 28 * def_of(layer[i]).bytes(&s, none);
    assert_true(bytes > 3087000000u && bytes < 3095000000u);
    assert_int_equal(def_of("lm_head_matvec").flops(&s, none), 2ull * 151936 * 1536);
}

static void test_find(void **state)
{
    (void)state;
    ts_error err = {0};
    assert_string_equal(ts_kernel_find("rms_norm", NULL, &err)->name, "rms_norm_1536");
    assert_null(ts_kernel_find("rope", NULL, &err));
    assert_non_null(strstr(err.text, "not unique"));
    err.text[0] = 0;
    assert_null(ts_kernel_find("argmax_gready", NULL, &err));
    assert_non_null(strstr(err.text, "did you mean argmax_greedy?"));
    err.text[0] = 0;
    assert_null(ts_kernel_find("zebra", NULL, &err)); /* like none: all are named */
    assert_null(strstr(err.text, "mean"));
    assert_non_null(strstr(err.text, "there are embedding_lookup, "));
    assert_non_null(strstr(err.text, "norm_lm_head_argmax"));
    err.text[0] = 0;
    assert_null(ts_kernel_find("qkv", NULL,
                               &err)); /* one letter in common with the nearest begins no name */
    assert_null(strstr(err.text, "mean"));
    err.text[0] = 0;
    assert_null(ts_kernel_find("", NULL, &err));
    assert_true(ts_failed(&err));
}

static void test_bad_shapes(void **state)
{
    (void)state;
    ts_shape good = preset("r1-distill-1.5b");
    assert_null(ts_shape_new(&ts_suite_r1_distill, "r1-distill-9b", NULL));
    for (int i = 0; i < 12; i++) {
        ts_shape s = good;
        ts_error err = {0};
        switch (i) {
        case 0: s.d = 0; break;
        case 1: s.kv_heads = 5; break;
        case 2: s.head_dim = 127; break;
        case 3: s.plan.split = 100; break;
        case 4: s.plan.vocab_block = 100; break;
        case 5: s.eps = NAN; break;
        case 6: s.type.weight = TS_f8e4m3; break;
        case 7: s.vocab = INT32_MAX; break;
        case 8: s.heads = 1 << 20, s.head_dim = 1 << 20; break;
        case 9: s.ctx = INT32_MAX; break;
        case 10: s.inter = -1; break;
        default: s.type.kv = TS_i32; break;
        }
        assert_null(ts_kernel_trace(ts_kernel_at(0), 0, &s, &err));
        assert_non_null(strstr(err.text, "shape:"));
    }
    ts_error err = {0};
    assert_null(ts_kernel_trace(ts_kernel_at(0), 1, &good, &err));
    assert_non_null(strstr(err.text, "has 1 stage"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_prices),
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_bad_shapes),
        cmocka_unit_test(test_norm_mutants),
        cmocka_unit_test(test_matvec_mutants),
        cmocka_unit_test(test_rope_mutants),
        cmocka_unit_test(test_cast_mutant),
        cmocka_unit_test(test_silu_mutant),
        cmocka_unit_test(test_argmax_mutants),
        cmocka_unit_test(test_attention_mutants),
        cmocka_unit_test(test_definition_must_match),
        cmocka_unit_test(test_signature),
        cmocka_unit_test(test_every_byte_is_watched),
        cmocka_unit_test(test_limits_are_limits),
        cmocka_unit_test(test_data_sets),
        cmocka_unit_test(test_large_inputs_repeat),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

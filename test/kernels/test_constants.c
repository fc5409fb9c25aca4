/* test_constants.c - does `check` notice each number in each kernel? Every constant of every kernel of the
 * suite is changed, one at a time, as is eps in its shape, and the interpreter runs what that makes.
 *
 * What may be changed unseen is in a table with the reason: a bound that views enforce anyway, a number
 * that is only very large.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <float.h>
#include <math.h>

#include "kernels/r1_distill/shape.h"
#include "check/check.h"
#include "tile/ir.h"

/* ---- a kernel with one constant changed ---- */

static struct {
    const ts_kernel_def *right;
    int stage, nth; /* constant of that stage's trace */
    int how;        /* of changed() */
    bool applied;
    double from, to;
    ts_dtype type;
    int line;
} mutation;

enum { DROPPED, ONE_PERCENT, WAYS };

static double changed(ts_dtype t, double x, int how)
{
    if (t != TS_f32) return how == DROPPED ? (x != 0 ? 0 : 1) : x + 1;
    return how == DROPPED ? (x != 0 ? 0 : 1) : x * 1.01;
}

static void spoil(ts_kern *k, int stage)
{
    int nth = 0;
    if (stage != mutation.stage) return;
    for (uint32_t i = 1; i < k->n; i++) {
        ts_op *o = &k->op[i];
        if (o->op != TS_const_ || o->dtype == TS_b1 || nth++ != mutation.nth) continue;
        mutation.from = o->value;
        mutation.to = (double)(float)changed(o->dtype, o->value, mutation.how);
        mutation.type = o->dtype;
        mutation.line = o->line;
        mutation.applied = true;
        o->value = mutation.to;
    }
}

static void build(ts_kern *k, const ts_shape *s)
{
    mutation.right->build(k, s);
    spoil(k, 0);
}

static void final(ts_kern *k, const ts_shape *s)
{
    mutation.right->then[0].build(k, s);
    spoil(k, 1);
}

static ts_stage joined[] = {{"final", final, NULL}, {0}};

/* ---- who notices ---- */

/* Hundreds of kernels are run here, so it is smaller than the shapes of `check`, and as uneven. */
static const ts_shape small = {.d = 21,
                               .heads = 6,
                               .kv_heads = 2,
                               .head_dim = 6,
                               .inter = 19,
                               .vocab = 37,
                               .ctx = 33,
                               .eps = 1e-6,
                               .type = {TS_f32, TS_f16, TS_f16},
                               .chunk = 11,
                               .batch = 3,
                               .plan = {8, 4, 8, 16, 4, 5, 16, 8, 2, 8, 1, 4, 8, 2, 3, 1, 0}};

static bool caught_at(const ts_kernel_def *def, const ts_shape *s)
{
    ts_check_run run = {.shape_name = "small", .shape = s, .seed = 3, .brief = true};
    ts_check_report report = {0};
    return ts_check_kernel(def, &run, &report) != 0;
}

/* ---- those that may be changed unseen ---- */

static const struct excuse {
    const char *kernel; /* NULL: any; what ends in _: all that begin so */
    ts_dtype type;
    double from, to;
    const char *why;
} excuses[] = {
    {NULL, TS_i32, 21, 22, "a row's end: what a view gives behind it is 0"},
    {NULL, TS_i32, 36, 37, "likewise"},
    {NULL, TS_i32, 19, 20, "likewise"},
    {NULL, TS_i32, 11, 12, "rows of a chunk: those behind the last one are not live"},
    {"prefill_kv_gemm", TS_i32, 12, 13,
     "a row behind the last of the weights is 0, a column has none"},
    {"prefill_attention_gqa", TS_i32, 10, 11, "rows behind those of the chunk, which are dropped"},
    {"prefill_attention_gqa", TS_i32, 110, 111, "likewise"},
    {"prefill_attention_gqa", TS_i32, 66, 67, "likewise"},
    {"prefill_attention_gqa", TS_i32, 2, 3,
     "keys behind the last query's: the mask is there for them"},
    {"prefill_attention_gqa", TS_f32, 0, 1, "a first sum, which the first rescaling removes"},
    {"prefill_attention_gqa", TS_f32, -FLT_MAX, -INFINITY, "no block is without a finite score"},
    {"prefill_rope_append", TS_i32, 33, 34, "rows of the tables and caches: no position is there"},
    {"batch_", TS_f32, 0, 1, "what a sum begins with, before each group begins anew"},
    {"batch_", TS_i32, 3, 4, "rows of a batch: those behind the last one are not live"},
    {"batch_", TS_i32, 0, 1, "a group that nobody asked for stores what is right, or nothing"},
    {"batch_", TS_i32, 1, 0, "likewise"},
    {"batch_", TS_i32, 2, 0, "likewise"},
    {"batch_", TS_i32, 1, 2, "likewise: one that is taken twice"},
    {"kv_append", TS_i32, 2, 3,
     "heads: one more stores where no cache is, and one more cache is nobody's"},
    {"prefill_rope_append", TS_i32, 2, 3, "likewise"},
    {"norm_qkv_rope_append", TS_i32, 2, 3, "likewise"},
    {"norm_qkv_rope_append", TS_i32, 33, 34, "rows of the tables and caches: no position is there"},
    {"embedding_lookup", TS_i32, 1, 2, "how many tokens there are: one is read"},
    {"rope_q_decode", TS_i32, 33, 34, "rows of the tables: those up to the position are read"},
    {"rope_k_decode", TS_i32, 33, 34, "likewise"},
    {"attention_decode_gqa", TS_i32, 2, 3, "heads of longer inputs, which nobody reads"},
    {"attention_decode_gqa", TS_i32, 6, 7, "likewise"},
    {"argmax_greedy", TS_i32, 37, 38, "likewise: logits behind the last"},
    {"logit_shares", TS_i32, 37, 38, "likewise; and one program more stores where no span is"},
    {"logit_shares", TS_i32, 1, 2, "how many temperatures there are: one is read"},
    {"norm_qkv_rope_append", TS_i32, 10, 11, "likewise: their results have no row"},
    {"argmax_greedy", TS_i32, 16, 17, "a program looks at the first of the next one's"},
    {"norm_lm_head_argmax", TS_i32, 16, 17, "likewise, and stores what that one stores"},
    {"norm_lm_head_argmax", TS_i32, 2147483647, 0, "nobody's id: some logit is above -inf"},
    {"argmax_greedy", TS_i32, 2147483647, 0, "likewise, or all are -inf and 0 is the answer"},
    {"norm_lm_head_argmax", TS_i32, 0, 1, "the answer if nobody were best"},
    {"attention_decode_gqa", TS_f32, 0, 1, "a first sum, which the first rescaling removes"},
    {"attention_decode_gqa", TS_f32, -FLT_MAX, -INFINITY, "no block is without a finite score"},
};

static bool is_named(const ts_kernel_def *def, const char *name)
{
    size_t n = name ? strlen(name) : 0;
    if (!n) return true;
    return name[n - 1] == '_' ? !strncmp(name, def->name, n) : !strcmp(name, def->name);
}

static bool excused(const ts_kernel_def *def)
{
    for (size_t i = 0; i < sizeof excuses / sizeof *excuses; i++) {
        const struct excuse *e = &excuses[i];
        if (is_named(def, e->kernel) && e->type == mutation.type &&
            (float)e->from == (float)mutation.from && (float)e->to == (float)mutation.to)
            return true;
    }
    return false;
}

/* ---- all of them ---- */

static unsigned tried, excusable, survived;

static void note(const ts_kernel_def *def)
{
    if (excused(def)) {
        excusable++;
        return;
    }
    survived++;
    print_message("%s, line %d: %s %.9g may be %.9g\n", def->name, mutation.line,
                  ts_dtypes[mutation.type].name, mutation.from, mutation.to);
}

/* Each constant of one stage in one way. */
static void try_stage(const ts_kernel_def *wrong)
{
    for (mutation.nth = 0;; mutation.nth++) {
        mutation.applied = false;
        bool caught = caught_at(wrong, &small);
        if (!mutation.applied) break;
        if (mutation.from == mutation.to || (isnan(mutation.from) && isnan(mutation.to))) continue;
        tried++;
        if (!caught) note(wrong);
    }
}

static void every_constant_counts(void **state)
{
    (void)state;
    const ts_kernel_def *def;
    for (size_t i = 0; (def = ts_suite_r1_distill.kernel[i]); i++) {
        ts_kernel_def wrong = *def;
        wrong.build = build;
        if (def->then) wrong.then = joined, joined[0].wanted = def->then->wanted;
        mutation.right = def;
        for (mutation.how = 0; mutation.how < WAYS; mutation.how++)
            for (mutation.stage = 0; mutation.stage < ts_kernel_stages(def, &small);
                 mutation.stage++)
                try_stage(&wrong);
    }
    print_message("%u constants changed, %u of them excused\n", tried, excusable);
    assert_true(tried > 300);
    assert_int_equal(survived, 0);
}

/* ---- eps ---- */

static double given_eps;

static void build_with_eps(ts_kern *k, const ts_shape *s)
{
    ts_shape other = *s;
    other.eps = given_eps;
    mutation.right->build(k, &other);
}

static bool has_eps(const ts_kernel_def *def, const ts_shape *s)
{
    ts_error err = {0};
    ts_kern *k = ts_kernel_trace(def, 0, s, &err);
    bool has = false;
    assert_non_null(k);
    for (uint32_t i = 1; i < k->n; i++)
        has |= k->op[i].op == TS_const_ && k->op[i].dtype == TS_f32 &&
               (float)k->op[i].value == (float)s->eps;
    ts_free(k);
    return has;
}

/* Whatever eps a model has, none and that of another model are noticed, with every dtype. */
static void another_eps_is_noticed(void **state)
{
    static const double eps[] = {1e-6, 1e-5, 0.01, 0};
    static const ts_dtype dtype[] = {TS_f32, TS_f16, TS_bf16};
    const ts_kernel_def *def;
    unsigned with_eps = 0;
    (void)state;
    for (size_t i = 0; (def = ts_suite_r1_distill.kernel[i]); i++)
        for (int right = 0; right < 3; right++) {
            ts_shape shape = small;
            shape.eps = eps[right];
            ts_shape_dtype(def->suite, &shape, dtype[(i + (size_t)right) % 3], true);
            if (!has_eps(def, &shape)) continue;
            with_eps++;
            for (int given = 0; given < 4; given++) {
                ts_kernel_def wrong = *def;
                mutation.right = def;
                given_eps = eps[given];
                wrong.build = build_with_eps;
                if (caught_at(&wrong, &shape) != (given != right))
                    fail_msg("%s: eps %g for %g", def->name, given_eps, shape.eps);
            }
        }
    assert_int_equal(with_eps, 18); /* six kernels */
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_constant_counts),
                                       cmocka_unit_test(another_eps_is_noticed)};
    return cmocka_run_group_tests_name("constants", tests, NULL, NULL);
}

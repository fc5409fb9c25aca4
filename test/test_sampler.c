/* test_sampler.c - drawing tokens: each filter against what its definition says, and the frequencies of
 * many draws against the probabilities. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "engine/sampler.h"

enum { N = 6, PADDED = 8 };

/* Probabilities 0.4 0.3 0.15 0.1 0.04 0.01 for ids 3 0 5 1 4 2; ids 6 and 7 are padding. */
static const double p_of[N] = {0.3, 0.1, 0.01, 0.4, 0.04, 0.15};

static void logits_of(float *x)
{
    for (int i = 0; i < N; i++) x[i] = (float)log(p_of[i]) + 3;
    x[6] = x[7] = 1000;
}

static ts_sampler *new_sampler(ts_sampling how)
{
    ts_error err = {0};
    ts_sampler *s = ts_sampler_new(&how, N, &err);
    assert_non_null(s);
    return s;
}

static void count_draws(ts_sampling how, int draws, int *count)
{
    ts_sampler *s = new_sampler(how);
    memset(count, 0, PADDED * sizeof *count);
    for (int i = 0; i < draws; i++) {
        float x[PADDED];
        logits_of(x);
        count[ts_sampler_draw(s, x)]++;
    }
    ts_sampler_free(s);
}

static const ts_sampling plain = {
    .temperature = 1, .top_p = 1, .repetition_penalty = 1, .seed = 42};

/* Within five standard deviations of a binomial. */
static void assert_share(int count, int draws, double p)
{
    double sd = sqrt(draws * p * (1 - p));
    assert_true(fabs(count - draws * p) <= 5 * sd + 1e-9);
}

static void greedy(void **state)
{
    (void)state;
    float x[PADDED];
    ts_sampler *s = new_sampler((ts_sampling){.top_p = 1, .repetition_penalty = 1});
    assert_true(ts_sampler_is_greedy(s));
    logits_of(x);
    assert_int_equal(ts_sampler_draw(s, x), 3);
    for (int i = 0; i < N; i++) x[i] = 2;
    assert_int_equal(ts_sampler_draw(s, x), 0); /* lowest of equals */
    for (int i = 0; i < N; i++) x[i] = i == 4 ? -5 : NAN;
    assert_int_equal(ts_sampler_draw(s, x), 4);
    for (int i = 0; i < N; i++) x[i] = NAN;
    assert_int_equal(ts_sampler_draw(s, x), 0);
    ts_sampler_free(s);
}

static void frequencies(void **state)
{
    (void)state;
    int count[PADDED], draws = 40000;
    count_draws(plain, draws, count);
    for (int i = 0; i < N; i++) assert_share(count[i], draws, p_of[i]);
    assert_int_equal(count[6] + count[7], 0);

    ts_sampling cold = plain;
    double sum = 0;
    cold.temperature = 0.5; /* squares the probabilities */
    for (int i = 0; i < N; i++) sum += p_of[i] * p_of[i];
    count_draws(cold, draws, count);
    for (int i = 0; i < N; i++) assert_share(count[i], draws, p_of[i] * p_of[i] / sum);
}

static void filters(void **state)
{
    (void)state;
    int count[PADDED], draws = 20000;
    ts_sampling how = plain;
    how.top_k = 2;
    count_draws(how, draws, count);
    assert_share(count[3], draws, 0.4 / 0.7);
    assert_share(count[0], draws, 0.3 / 0.7);
    assert_int_equal(count[3] + count[0], draws);

    how = plain;
    how.top_p = 0.71; /* 0.4 + 0.3 do not reach it, with 0.15 they do */
    count_draws(how, draws, count);
    assert_int_equal(count[3] + count[0] + count[5], draws);
    assert_share(count[5], draws, 0.15 / 0.85);

    how = plain;
    how.min_p = 0.2; /* of 0.4: all from 0.08 up */
    count_draws(how, draws, count);
    assert_int_equal(count[3] + count[0] + count[5] + count[1], draws);
    assert_true(count[1] > 0);

    how = plain;
    how.top_p = 1e-9;
    count_draws(how, 100, count);
    assert_int_equal(count[3], 100);
}

/* Positive logits are divided, negative ones multiplied, for every token that was there. */
static void penalty(void **state)
{
    (void)state;
    float x[PADDED] = {2, 1.5f, -1, 3, -2, 0, 9, 9};
    ts_sampler *s = new_sampler((ts_sampling){.top_p = 1, .repetition_penalty = 2});
    assert_false(ts_sampler_is_greedy(s));
    ts_sampler_saw(s, 3);
    ts_sampler_saw(s, 2);
    ts_sampler_saw(s, -1); /* no token */
    ts_sampler_saw(s, 6);  /* padding */
    assert_int_equal(ts_sampler_draw(s, x), 0);
    const float want[N] = {2, 1.5f, -2, 1.5f, -2, 0};
    assert_memory_equal(x, want, sizeof want);
    ts_sampler_free(s);
}

static void same_seed(void **state)
{
    (void)state;
    ts_sampling other = plain;
    other.seed = 43;
    ts_sampler *a = new_sampler(plain), *b = new_sampler(plain), *c = new_sampler(other);
    int differ = 0;
    for (int i = 0; i < 200; i++) {
        float x[PADDED], y[PADDED], z[PADDED];
        logits_of(x);
        logits_of(y);
        logits_of(z);
        int32_t got = ts_sampler_draw(a, x);
        assert_int_equal(got, ts_sampler_draw(b, y));
        differ += got != ts_sampler_draw(c, z);
    }
    assert_true(differ > 50);
    ts_sampler_free(a);
    ts_sampler_free(b);
    ts_sampler_free(c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(greedy),  cmocka_unit_test(frequencies), cmocka_unit_test(filters),
        cmocka_unit_test(penalty), cmocka_unit_test(same_seed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

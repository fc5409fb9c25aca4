/* test_sampler.c - drawing tokens: each filter against what its definition says, the frequencies of many
 * draws against the probabilities of a plain sampler that sorts, and what a draw costs. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

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

    for (int i = 0; i < 4; i++) { /* the fewest are never none */
        how = plain;
        how.top_p = i % 2 ? 0 : 1e-9;
        how.top_k = i / 2 * 4;
        count_draws(how, 100, count);
        assert_int_equal(count[3], 100);
    }
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

/* ---- against the definition, sorted and in double ---- */

typedef struct ranked {
    double logit, p;
    int32_t id;
} ranked;

static int by_rank(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (x->logit != y->logit) return x->logit > y->logit ? -1 : 1;
    return x->id - y->id;
}

static void normalise(ranked *r, int n)
{
    double sum = 0;
    for (int i = 0; i < n; i++) sum += r[i].p;
    for (int i = 0; i < n; i++) r[i].p /= sum;
}

/* p[id] of each token; seen[id]: the penalty counts it. */
static void plain_sampler(const ts_sampling *h, const float *x, const bool *seen, int n, double *p)
{
    ranked *r = calloc((size_t)n, sizeof *r);
    for (int i = 0; i < n; i++) {
        double z = (double)x[i], by = h->repetition_penalty;
        r[i] = (ranked){!seen[i] ? z : z > 0 ? z / by : z * by, 0, i};
    }
    qsort(r, (size_t)n, sizeof *r, by_rank);
    int kept = h->top_k && h->top_k < n ? h->top_k : n, end = 0;
    for (int i = 0; i < kept; i++) r[i].p = exp((r[i].logit - r[0].logit) / h->temperature);
    normalise(r, kept);
    if (h->top_p < 1) {
        for (double sum = 0; end < kept && sum < h->top_p; end++) sum += r[end].p;
        kept = end;
    }
    while (kept > 1 && r[kept - 1].p < h->min_p * r[0].p) kept--;
    normalise(r, kept);
    for (int i = 0; i < n; i++) p[r[i].id] = i < kept ? r[i].p : 0;
    free(r);
}

/* Numbers that do not depend on what is tested. */
static uint32_t noise(void)
{
    static uint64_t state = 7;
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(state >> 33);
}

/* Of many draws: no token that the definition leaves out, and a chi-square (bins of 8 expected draws or
 * more, the rest as one) within 5 standard deviations of what it should be, df +- sqrt(2 df). */
static void assert_drawn(const ts_sampling *h, const float *x, const bool *seen, int n, int draws)
{
    ts_error err = {0};
    int *count = calloc((size_t)n, sizeof *count), bins = 0, rare = 0;
    double *p = calloc((size_t)n, sizeof *p), chi = 0, rest = 0;
    ts_sampler *s = ts_sampler_new(h, (uint32_t)n, &err);
    plain_sampler(h, x, seen, n, p);
    for (int i = 0; i < n; i++)
        if (seen[i]) ts_sampler_saw(s, i);
    for (int i = 0; i < draws; i++) {
        int32_t id = ts_sampler_draw(s, x);
        assert_in_range(id, 0, n - 1);
        count[id]++;
    }
    for (int i = 0; i < n; i++) {
        double want = p[i] * draws;
        if (p[i] == 0 && count[i]) fail_msg("token %d was drawn, and is filtered out", i);
        if (want < 8) rest += want, rare += count[i];
        if (want >= 8) chi += (count[i] - want) * (count[i] - want) / want, bins++;
    }
    if (rest >= 8) chi += (rare - rest) * (rare - rest) / rest, bins++;
    double df = bins - 1;
    if (!(chi <= df + 5 * sqrt(2 * df) + 5)) fail_msg("chi-square %g for %g", chi, df);
    ts_sampler_free(s);
    free(count);
    free(p);
}

/* Logits in steps of a quarter, so that there are ties everywhere; vocabularies from one token to more
 * than are sorted and more than one block of the sampler. */
static void distribution(void **state)
{
    static const int sizes[] = {1, 2, 5, 63, 64, 65, 200, 1000};
    static const double temps[] = {0.3, 1, 3, 1e6}, ps[] = {1, 0.95, 0.5, 1, 1 - 1e-9, 0.1},
                        ms[] = {0, 0, 0.05, 0.9, 0}, rs[] = {1, 1.3, 0.7};
    static const int ks[] = {0, 1, 7, 0, 40, 999};
    static float x[1000];
    static bool seen[1000];
    (void)state;
    for (int c = 0; c < 120; c++) {
        int n = sizes[c % 8];
        ts_sampling h = {temps[c % 4],    ks[noise() % 6], ps[noise() % 6],
                         ms[noise() % 5], rs[noise() % 3], (uint64_t)c};
        for (int i = 0; i < n; i++) {
            x[i] = (float)(noise() % 40) / 4 - 3;
            seen[i] = noise() % 3 == 0;
        }
        assert_drawn(&h, x, seen, n, n > 100 ? 1000 : 3000);
    }
}

/* Where all weigh nearly the same, each of the set is drawn and no other: the sets, exactly. */
static void sets(void **state)
{
    enum { M = 300 };
    float x[M];
    (void)state;
    for (int c = 0; c < 12; c++) {
        int hits = 0, wanted = 0;
        double p[M];
        bool drawn[M] = {0}, none[M] = {0};
        ts_error err = {0};
        ts_sampling h = {1e7,
                         c % 3 ? 0 : 1 + 7 * c,
                         c % 3 == 1 ? 0.01 + 0.02 * c : 1,
                         c % 3 == 2 ? 1 - 5e-8 * c : 0,
                         1,
                         5};
        for (int i = 0; i < M; i++) x[i] = (float)(noise() % 5);
        ts_sampler *s = ts_sampler_new(&h, M, &err);
        plain_sampler(&h, x, none, M, p);
        for (int i = 0; i < M; i++) wanted += p[i] > 0;
        for (int i = 0; i < 30 * wanted; i++) {
            int32_t id = ts_sampler_draw(s, x);
            hits += !drawn[id];
            drawn[id] = true;
            assert_true(p[id] > 0);
        }
        assert_int_equal(hits, wanted);
        ts_sampler_free(s);
    }
}

/* ---- at the ends of the numbers ---- */

static int32_t draw_of(double temp, int k, double penalty, const float *x, int n)
{
    ts_error err = {0};
    ts_sampling h = {temp, k, 1, 0, penalty, 3};
    ts_sampler *s = ts_sampler_new(&h, (uint32_t)n, &err);
    assert_non_null(s);
    for (int i = 0; i < n; i++) ts_sampler_saw(s, i);
    int32_t id = ts_sampler_draw(s, x);
    ts_sampler_free(s);
    return id;
}

/* Any temperature above 0 that is cold enough draws the likeliest. */
static void coldest(void **state)
{
    static const double temps[] = {1e-3, 1e-30, 1e-37, 1e-38, 1e-45, 1e-300, 5e-324};
    const float x[] = {1, 2, 5, 4.5f, -3, 0}, far[] = {-3e38f, 3e38f, -INFINITY, 2e38f};
    (void)state;
    for (size_t i = 0; i < sizeof temps / sizeof *temps; i++)
        for (int k = 0; k < 3; k++) {
            assert_int_equal(draw_of(temps[i], k, 1, x, 6), 2);
            assert_int_equal(draw_of(temps[i], k, 1, far, 4), 1);
        }
    assert_int_equal(draw_of(1, 0, 1e-6, far, 4), 1); /* 3e44 is no infinity */
    assert_int_equal(draw_of(1, 0, 1e6, far, 4), 1);
}

/* Infinity below the others is never drawn, however hot; what is no number is told. */
static void no_numbers(void **state)
{
    float x[] = {-INFINITY, 1, -INFINITY, 2, -INFINITY};
    (void)state;
    for (int i = 0; i < 50; i++) assert_true(draw_of(1e308, i % 6, 1, x, 5) % 2 == 1);
    assert_int_equal(draw_of(1, 0, 1, x, 1), -1);
    for (int i = 0; i < 3; i++) {
        x[4] = i == 0 ? NAN : i == 1 ? -NAN : INFINITY;
        for (int k = 0; k < 2; k++)
            for (int t = 0; t < 2; t++) assert_int_equal(draw_of(t, k, 1, x, 5), -1);
    }
}

static void refusals(void **state)
{
    const ts_sampling bad[] = {
        {-1, 0, 1, 0, 1, 0},  {NAN, 0, 1, 0, 1, 0},  {INFINITY, 0, 1, 0, 1, 0},
        {1, -1, 1, 0, 1, 0},  {1, 0, -0.1, 0, 1, 0}, {1, 0, NAN, 0, 1, 0},
        {1, 0, 1.5, 0, 1, 0}, {1, 0, 1, -1, 1, 0},   {1, 0, 1, NAN, 1, 0},
        {1, 0, 1, 0, 0, 0},   {1, 0, 1, 0, NAN, 0},  {1, 0, 1, 0, 1e7, 0}};
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ts_error err = {0};
        assert_null(ts_sampler_new(&bad[i], 5, &err));
        assert_true(err.text[0] && !strchr(err.text, '\n'));
    }
}

/* ---- cost ---- */

static int by_float(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return (x < y) - (x > y);
}

/* In processor time: draws of a vocabulary of 151,665 against one sort of it, which is the C library's and
 * not slowed down by instruments or for want of optimising. */
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__)
enum { DRAWS_A_SORT = 8 };
#else
enum { DRAWS_A_SORT = 1 };
#endif

static void cost(void **state)
{
    enum { VOCAB = 151665, DRAWS = 5 };
    static float x[VOCAB], copy[VOCAB];
    static const ts_sampling hows[] = {{1, 0, 1, 0, 1, 1},      {0.6, 0, 0.95, 0, 1, 1},
                                       {0.6, 50, 1, 0, 1, 1},   {1, 0, 1, 0.05, 1.1, 1},
                                       {1e6, 0, 0.95, 0, 1, 1}, /* nearly flat */
                                       {1e6, 0, 0.1, 0, 1, 1}};
    (void)state;
    for (int i = 0; i < VOCAB; i++) /* sums of 12: nearly normal, wider than they are flat */
        for (int j = 0; j < 12; j++) x[i] += 3 * ((float)noise() / 2147483648.0f - 0.5f);
    memcpy(copy, x, sizeof x);
    clock_t start = clock();
    qsort(copy, VOCAB, sizeof *copy, by_float);
    double sort = (double)(clock() - start) / CLOCKS_PER_SEC;
    for (size_t h = 0; h < sizeof hows / sizeof *hows; h++) {
        ts_error err = {0};
        ts_sampler *s = ts_sampler_new(&hows[h], VOCAB, &err);
        start = clock();
        for (int i = 0; i < DRAWS; i++) ts_sampler_draw(s, x);
        double draw = (double)(clock() - start) / CLOCKS_PER_SEC / DRAWS;
        print_message("a draw takes %.2f ms of a core, one sort %.1f ms\n", 1e3 * draw, 1e3 * sort);
        assert_true(draw < sort / DRAWS_A_SORT);
        ts_sampler_free(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(greedy),   cmocka_unit_test(frequencies), cmocka_unit_test(filters),
        cmocka_unit_test(penalty),  cmocka_unit_test(same_seed),   cmocka_unit_test(distribution),
        cmocka_unit_test(sets),     cmocka_unit_test(coldest),     cmocka_unit_test(no_numbers),
        cmocka_unit_test(refusals), cmocka_unit_test(cost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

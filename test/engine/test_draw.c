/* test_draw.c - drawing from logits on a device: the same tokens as from logits that are all here, and few of
 * them fetched. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "engine/model.h"
#include "engine/sampler.h"
#include "test/rt/quick_cc.h"

enum { VOCAB = 3000, VALID = 2950, SPAN = 128, SPANS = (VALID + SPAN - 1) / SPAN };

typedef struct fake { /* a device */
    float logit[VOCAB], largest[SPANS], share[SPANS], room[VALID];
    size_t fetched;
    bool broken;
} fake;

static int get(void *arg, size_t from, size_t n, float *to, ts_error *err)
{
    fake *f = arg;
    assert_true(from + n <= VALID);
    if (f->broken) return ts_fail(err, "the device is lost");
    memcpy(to, f->logit + from, n * sizeof *to);
    f->fetched += n;
    return 0;
}

/* What logit_shares leaves, in f32 as there. */
static void weigh(fake *f, float cold)
{
    for (size_t b = 0; b < SPANS; b++) {
        size_t end = (b + 1) * SPAN < VALID ? (b + 1) * SPAN : VALID;
        f->largest[b] = -3.4e38f;
        f->share[b] = 0;
        for (size_t i = b * SPAN; i < end; i++) f->largest[b] = fmaxf(f->largest[b], f->logit[i]);
        for (size_t i = b * SPAN; i < end; i++)
            f->share[b] += expf((f->logit[i] - f->largest[b]) * cold);
    }
}

static int32_t draw_far(fake *f, ts_sampler *s, ts_error *err)
{
    int32_t best = 0;
    for (int32_t i = 1; i < VALID; i++)
        if (f->logit[i] > f->logit[best]) best = i;
    weigh(f, ts_sampler_coldness(s));
    memset(f->room, 0xff, sizeof f->room); /* NaN: what is not fetched must not be looked at */
    f->fetched = 0;
    const ts_far_logits far = {SPAN, f->largest, f->share, best, f->room, get, f};
    return ts_sampler_draw_far(s, &far, err);
}

static double uniform(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return ((double)(*seed >> 33) + 0.5) / 2147483648.0;
}

static double normal(uint64_t *seed)
{
    double r = sqrt(-2 * log(uniform(seed)));
    return r * cos(6.283185307179586 * uniform(seed));
}

enum { NORMAL, PEAKED, FLAT, TIES, HOLES, KINDS };

static void fill(fake *f, int kind, uint64_t seed)
{
    for (int i = 0; i < VOCAB; i++) {
        double x = normal(&seed);
        f->logit[i] = (float)(kind == FLAT ? 0.1 * x : kind == TIES ? rint(x) : 3 * x);
        if (kind == HOLES && (i < 700 || i % 3)) f->logit[i] = -INFINITY;
        if (i >= VALID) f->logit[i] = 1000; /* padding */
    }
    if (kind == PEAKED) f->logit[1234] = 16, f->logit[2949] = 15, f->logit[3] = 14.5f;
}

static const ts_sampling hows[] = {
    {.temperature = 1, .top_p = 1},
    {.temperature = 0.6, .top_p = 0.95},
    {.temperature = 0.8, .top_p = 0.3},
    {.temperature = 0.8, .top_p = 0},
    {.temperature = 1, .top_p = 1, .min_p = 0.05},
    {.temperature = 0.7, .top_p = 0.8, .min_p = 0.2},
    {.temperature = 1e-30, .top_p = 1},
    {.temperature = 1e30, .top_p = 0.5},
};

static ts_sampler *sampler(const ts_sampling *how, uint64_t seed)
{
    ts_error err = {0};
    ts_sampling h = *how;
    h.repetition_penalty = 1;
    h.seed = seed;
    ts_sampler *s = ts_sampler_new(&h, VALID, &err);
    assert_non_null(s);
    return s;
}

static void the_same_tokens(void **state)
{
    (void)state;
    static fake f;
    ts_error err = {0};
    for (int kind = 0; kind < KINDS; kind++)
        for (size_t h = 0; h < sizeof hows / sizeof *hows; h++) {
            ts_sampler *here = sampler(&hows[h], h + 1), *far = sampler(&hows[h], h + 1);
            assert_true(ts_sampler_draws_far(far, SPAN));
            for (uint64_t i = 0; i < 60; i++) {
                fill(&f, kind, i);
                assert_int_equal(draw_far(&f, far, &err), ts_sampler_draw(here, f.logit));
                assert_true(f.fetched <= VALID + 4 * SPAN);
            }
            ts_sampler_free(here);
            ts_sampler_free(far);
        }
    assert_false(ts_failed(&err));
}

/* Where few tokens have nearly all weight, few spans are fetched; none where the likeliest is drawn. */
static void few_are_fetched(void **state)
{
    (void)state;
    static fake f;
    ts_error err = {0};
    int none = 0;
    ts_sampler *s = sampler(&hows[1], 7);
    for (uint64_t i = 0; i < 100; i++) {
        fill(&f, PEAKED, i);
        draw_far(&f, s, &err);
        assert_true(f.fetched <= 4 * SPAN);
        none += f.fetched == 0;
    }
    assert_int_equal(none, 0); /* the span of the drawn one is */
    ts_sampler_free(s);
}

static void a_lost_device_is_told(void **state)
{
    (void)state;
    static fake f;
    for (size_t h = 0; h < sizeof hows / sizeof *hows; h++) {
        ts_error err = {0};
        ts_sampler *s = sampler(&hows[h], 1);
        fill(&f, NORMAL, h);
        f.broken = true;
        assert_int_equal(draw_far(&f, s, &err), -1);
        assert_string_equal(err.text, "the device is lost");
        ts_sampler_free(s);
        f.broken = false;
    }
}

static void who_draws_far(void **state)
{
    (void)state;
    ts_error err = {0};
    static const struct {
        double temperature, penalty;
        int top_k;
        size_t span;
        bool far;
    } each[] = {{1, 1, 0, 64, true},    {0, 1, 0, 64, false}, {1, 1.1, 0, 64, false},
                {0, 1.1, 0, 64, false}, {1, 1, 0, 0, false},  {1, 1, 0, 100, false},
                {1, 1, 50, 64, false}};
    for (size_t i = 0; i < sizeof each / sizeof *each; i++) {
        ts_sampler *s = ts_sampler_new(&(ts_sampling){.temperature = each[i].temperature,
                                                      .top_p = 1,
                                                      .top_k = each[i].top_k,
                                                      .repetition_penalty = each[i].penalty},
                                       VALID, &err);
        assert_int_equal(ts_sampler_draws_far(s, each[i].span), each[i].far);
        ts_sampler_free(s);
    }
}

/* ---- a model ---- */

static int get_some(void *arg, size_t from, size_t n, float *to, ts_error *err)
{
    return ts_sequence_some_logits(arg, from, n, to, err);
}

/* By shares, and from all logits: the same token. */
static int32_t draw_both(ts_sequence *q, ts_sampler *far, ts_sampler *here)
{
    ts_error err = {0};
    size_t vocab = ts_sequence_describe(q)->vocab, spans = ts_sequence_spans(q);
    float *logit = malloc(vocab * sizeof *logit), *room = malloc(vocab * sizeof *room);
    float *share = malloc(2 * spans * sizeof *share);
    ts_far_logits f = {.span = ts_sequence_span(q),
                       .largest = share,
                       .share = share + spans,
                       .room = room,
                       .get = get_some,
                       .arg = q};
    assert_false(ts_sequence_shares(q, ts_sampler_coldness(far), share, &f.best, &err));
    assert_false(ts_sequence_logits(q, logit, &err));
    int32_t id = ts_sampler_draw_far(far, &f, &err);
    assert_int_equal(id, ts_sampler_draw(here, logit));
    free(logit);
    free(room);
    free(share);
    return id;
}

enum { TALKS = 3 };

/* Alone, in a batch, in another one, alone again: the logits lie elsewhere each time. */
static void wherever_they_lie(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_model *m = ts_model_open(
        &(ts_model_options){
            .model = "synthetic:mini", .device = "cpu:generic", .ctx = 64, .kv = TS_NDTYPE},
        &err);
    assert_non_null(m);
    ts_sequence *q[TALKS];
    ts_sampler *far[TALKS], *here[TALKS];
    int32_t id[TALKS];
    uint32_t vocab = ts_model_describe(m)->vocab;
    const ts_sampling how = {.temperature = 1, .top_p = 0.9, .repetition_penalty = 1, .seed = 5};
    for (int i = 0; i < TALKS; i++) {
        q[i] = ts_sequence_new(m, &err);
        far[i] = ts_sampler_new(&how, vocab, &err);
        here[i] = ts_sampler_new(&how, vocab, &err);
        assert_false(ts_sequence_feed(q[i], &(int32_t){i + 1}, 1, &err));
        id[i] = draw_both(q[i], far[i], here[i]);
    }
    ts_batch *b = ts_batch_new(m, &err);
    for (size_t n = TALKS; n > 0; n--) {
        assert_false(ts_batch_feed(b, q, id, n, &err));
        for (size_t i = 0; i < n; i++) id[i] = draw_both(q[i], far[i], here[i]);
    }
    ts_batch_close(b);
    for (int i = 0; i < TALKS; i++) {
        draw_both(q[i], far[i], here[i]);
        assert_false(ts_sequence_feed(q[i], &id[i], 1, &err));
        draw_both(q[i], far[i], here[i]);
        ts_sequence_close(q[i]);
        ts_sampler_free(far[i]);
        ts_sampler_free(here[i]);
    }
    ts_model_close(m);
}

int main(void)
{
    quick_cc(0);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_tokens),       cmocka_unit_test(few_are_fetched),
        cmocka_unit_test(a_lost_device_is_told), cmocka_unit_test(who_draws_far),
        cmocka_unit_test(wherever_they_lie),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_tuned.c - a model says the same, to the bit, however its kernels walk memory. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/model.h"
#include "engine/tuned.h"
#include "lane/family.h"
#include "test/rt/quick_cc.h"

#define SHIPPED TESSERA_SOURCE_DIR "/models/tessera-tiny"

enum { READS = 9, TOKENS = 12 };

static ts_sequence *open_tuned(const char *model, const char *device, const char *tuning)
{
    ts_error err = {{0}};
    ts_model_options o = {.model = model,
                          .device = device,
                          .threads = 2,
                          .ctx = 64,
                          .chunk = 1,
                          .kv = TS_f32,
                          .tuning = tuning};
    ts_sequence *s = ts_sequence_open(&o, &err);
    if (!s) fail_msg("%s", err.text);
    return s;
}

/* The logits after each token; how many floats. */
static size_t logits_of(ts_sequence *s, float *to)
{
    static const int32_t prompt[READS] = {5, 900, 17, 17, 603, 4, 1, 2, 33};
    size_t n = ts_sequence_describe(s)->vocab;
    ts_error err = {{0}};
    int rc = ts_sequence_feed(s, prompt, READS, &err);
    for (int i = 0; i < TOKENS && !rc; i++) {
        rc = ts_sequence_logits(s, to + (size_t)i * n, &err);
        if (!rc) rc = ts_sequence_advance(s, &err);
    }
    if (rc) fail_msg("%s", err.text);
    return TOKENS * n;
}

static bool whole; /* --long */

static const char *const ways[] = {"streams=1,prefetch=0",    "streams=2,prefetch=2048",
                                   "streams=4,prefetch=2048", "streams=6,prefetch=1024",
                                   "streams=5,prefetch=4096", "streams=8,prefetch=64"};
enum { WAYS = sizeof ways / sizeof *ways };

/* Every other way is the first model's, and each further model takes one, by turns; with --long all take all. */
static bool has_turn(size_t way, size_t nth)
{
    return whole || (nth ? way == (2 * nth) % WAYS : way % 2);
}

/* Against the first way. */
static void compare(const char *model, const char *device, size_t nth)
{
    ts_sequence *s = open_tuned(model, device, ways[0]);
    size_t most = (size_t)TOKENS * ts_sequence_describe(s)->vocab;
    float *want = malloc(most * sizeof *want), *got = malloc(most * sizeof *got);
    size_t n = logits_of(s, want);
    ts_sequence_close(s);
    for (size_t i = 1; i < WAYS; i++) {
        if (!has_turn(i, nth)) continue;
        s = open_tuned(model, device, ways[i]);
        assert_int_equal(logits_of(s, got), n);
        if (memcmp(got, want, n * sizeof *got) != 0)
            fail_msg("%s on %s: %s gives other logits than %s", model, device, ways[i], ways[0]);
        ts_sequence_close(s);
    }
    free(want);
    free(got);
}

static void bits_stay(void **state)
{
    (void)state;
    compare(SHIPPED, "cpu", 0);
    compare("synthetic:mini:f16", "cpu", 1);
    compare("synthetic:mini:q8", "cpu", 2);
    compare(SHIPPED, "cpu:generic", 3);
}

/* What the device says goes into the kernels, and what the options say, before it. */
static void models_follow(void **state)
{
    (void)state;
    ts_sequence *s = open_tuned(SHIPPED, "cpu", NULL);
    ts_error err = {{0}};
    ts_target *t = ts_tuned_target(ts_model_device(s->model), &err);
    const ts_lane_traits *want = t->traits, *has = s->model->target->traits;
    assert_int_equal(has->streams, want->streams);
    assert_int_equal(has->prefetch_bytes, want->prefetch_bytes);
    free(t);
    ts_sequence_close(s);
    const char *last = ways[WAYS - 1]; /* whose kernels are there already */
    s = open_tuned(SHIPPED, "cpu", last);
    has = s->model->target->traits;
    assert_int_equal(has->streams, 8);
    assert_int_equal(has->prefetch_bytes, 64);
    assert_string_equal(ts_device_tuning(ts_model_device(s->model), NULL), last);
    ts_sequence_close(s);
    ts_model_options o = {.model = SHIPPED, .ctx = 64, .tuning = "streams=77"};
    assert_null(ts_sequence_open(&o, &err));
    assert_non_null(strstr(err.text, "from 1 to 8"));
}

int main(int argc, char **argv)
{
    whole = argc > 1 && !strcmp(argv[1], "--long");
    quick_cc(1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bits_stay),
        cmocka_unit_test(models_follow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_cmd_run.c - what `tessera run` says its text cost, and texts that JSON can hold. */
#include "tool/run.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/mend.h"

/* A model of a gigabyte that lies in memory. */
static const ts_model_info token = {.token_bytes = 1000000000, .output_bytes = 250000000};

static ts_run_cost cost(size_t read, size_t made, double prefill, double decode, double ceiling,
                        bool cached)
{
    ts_run_cost c;
    ts_run_state r = {
        .at = token, .n_read = read, .n_made = made, .prefill = prefill, .decode = decode};
    ts_run_cost_of(&r, ceiling, cached, &c);
    return c;
}

static void rates_are_steps_over_their_time(void **state)
{
    (void)state;
    ts_run_cost c = cost(6, 2, 0.5, 0.1, 12e9, false);
    assert_float_equal(c.rate, 10, 1e-9); /* one step, though two tokens */
    assert_float_equal(c.prefill_rate, 12, 1e-9);
    assert_float_equal(c.bytes, 10e9, 1);
    assert_float_equal(c.share, 10.0 / 12, 1e-9);
    assert_false(c.refused);
    assert_float_equal(cost(6, 129, 0.5, 1.4, NAN, false).rate, 128 / 1.4, 1e-9);
    assert_float_equal(ts_token_rate(128, 1.4), 128 / 1.4, 1e-9);
}

static void what_was_not_measured_is_none(void **state)
{
    (void)state;
    for (size_t made = 0; made < 2; made++) {
        ts_run_cost c = cost(6, made, 0.5, made ? 1e-7 : 0, 12e9, false);
        assert_true(isnan(c.rate) && isnan(c.decode) && isnan(c.bytes) && isnan(c.share));
        assert_float_equal(c.prefill_rate, 12, 1e-9);
        assert_false(c.refused);
    }
    ts_run_cost c =
        cost(0, 0, 0.5, 0, NAN, false); /* interrupted before the first token was read */
    assert_true(isnan(c.prefill_rate) && isnan(c.prefill) && isnan(c.ceiling));
    assert_true(isnan(ts_token_rate(3, 0)) && isnan(ts_token_rate(0, 3)));
    assert_true(isnan(cost(6, 2, 0.5, 0.1, NAN, false).share));
}

static void above_the_ceiling_is_refused(void **state)
{
    (void)state;
    ts_run_cost c = cost(6, 2, 0.5, 0.1, 9.7e9, false);
    assert_true(c.refused);
    assert_true(isnan(c.rate) && isnan(c.bytes) && isnan(c.share));
    assert_float_equal(c.ceiling, 9.7e9, 1);
    assert_non_null(strstr(c.why, "103.1 %"));
    assert_non_null(strstr(c.why, "measure again"));
    assert_float_equal(c.prefill_rate, 12, 1e-9);
    c = cost(16, 2, 1, 0.2, 11e9, false); /* 16 times the layers and once the output: 12.25 GB */
    assert_true(c.refused && isnan(c.prefill_rate) && !strncmp(c.why, "prompt: 111.4 %", 15));
    assert_float_equal(c.rate, 5, 1e-9);
    c = cost(6, 2, 0.5, 0.1, 9.85e9, false); /* within two percent */
    assert_false(c.refused);
    assert_float_equal(c.rate, 10, 1e-9);
    c = cost(6, 2, 0.5, 0.1, 5e9, true); /* caches are faster than memory */
    assert_false(c.refused);
    assert_true(isnan(c.share) && c.rate > 0);
}

/* Answers of 3 and 5 tokens behind prompts of 10 and 20, each 1 MB a position: 4 steps, 6 tokens of them. */
static ts_run_state batch(uint32_t together)
{
    ts_run_state r = {.at = token,
                      .n_read = 30,
                      .n_made = 8,
                      .prefill = 10,
                      .decode = 0.5,
                      .answers = 2,
                      .answer = {{.read = 10, .made = 3}, {.read = 20, .made = 5}}};
    r.at.batch = together;
    r.at.position_bytes = 1000000;
    return r;
}

static void a_batch_reads_weights_once_a_step(void **state)
{
    ts_run_cost c;
    ts_run_state r = batch(16), alone = batch(1);
    const double caches = (10 + 11 + 20 + 21 + 22 + 23) * 1e6;
    (void)state;
    ts_run_cost_of(&r, 10e9, false, &c);
    assert_true(c.steps == 4 && c.tokens == 6 && !c.refused);
    assert_float_equal(c.rate, 12, 1e-9);
    assert_float_equal(c.prefill_rate, 3, 1e-9);
    assert_float_equal(c.bytes, (4e9 + caches) / 0.5, 1);
    assert_float_equal(c.share, c.bytes / 10e9, 1e-9);
    ts_run_cost_of(&alone, NAN, false, &c);
    assert_float_equal(c.bytes, (6e9 + caches) / 0.5, 1);
    ts_run_cost_of(&r, 7.9e9, false, &c); /* 8.2 GB/s */
    assert_true(c.refused && isnan(c.rate) && isnan(c.bytes) && !strncmp(c.why, "text: ", 6));
    r.answer[0].made = r.answer[1].made = 1;
    r.n_made = 2;
    ts_run_cost_of(&r, 10e9, false, &c);
    assert_true(c.steps == 0 && isnan(c.rate) && isnan(c.decode) && isnan(c.bytes));
}

/* Making a cache anew takes seconds, none of which is a step. */
static void a_cache_made_anew_has_no_rate(void **state)
{
    ts_run_cost c;
    ts_run_state r = {.at = token, .n_read = 6, .n_made = 3, .prefill = 4, .decode = 0.2};
    (void)state;
    r.prefill_anew = true;
    ts_run_cost_of(&r, 12e9, false, &c);
    assert_true(isnan(c.prefill_rate) && c.prefill == 4 && c.rate == 10 && !c.refused);
    r.prefill_anew = false;
    r.decode_anew = true;
    ts_run_cost_of(&r, 12e9, false, &c);
    assert_true(isnan(c.rate) && isnan(c.bytes) && isnan(c.share) && c.decode == 0.2 && !c.refused);
    assert_float_equal(c.prefill_rate, 1.5, 1e-9);
}

typedef struct readings {
    double gbps[6];
    int taken;
} readings;

static int next_reading(void *arg, double *bytes_s, ts_error *err)
{
    readings *r = arg;
    double now = r->gbps[r->taken++];
    if (now < 0) return ts_fail(err, "no reading");
    *bytes_s = now * 1e9;
    return 0;
}

/* A text of 10 GB/s. */
static int cost_beside(readings *readings, ts_run_cost *c)
{
    static const ts_model_info large = {.token_bytes = 100000000000, .output_bytes = 25000000000};
    ts_error err = {0};
    ts_run_state r = {.at = large, .n_read = 1, .n_made = 2, .prefill = 20, .decode = 10};
    return ts_run_cost_beside(&r, next_reading, readings, c, &err);
}

/* A neighbour of the reading only makes a text look too fast; one that beats every reading is. */
static void the_best_reading_counts(void **state)
{
    (void)state;
    ts_run_cost c;
    readings quiet = {{12, 50}, 0}, disturbed = {{8, 7, 11, 50}, 0}, all = {{8, 7, 9, 8, 7, 50}, 0},
             broken = {{8, -1}, 0}, unknown = {{0, 50}, 0};
    assert_int_equal(cost_beside(&quiet, &c), 0);
    assert_true(quiet.taken == 1 && !c.refused);
    assert_float_equal(c.share, 10.0 / 12, 1e-9);
    assert_int_equal(cost_beside(&disturbed, &c), 0);
    assert_true(disturbed.taken == 3 && !c.refused);
    assert_float_equal(c.share, 10.0 / 11, 1e-9);
    assert_int_equal(cost_beside(&all, &c), 0);
    assert_true(all.taken == 5 && c.refused && isnan(c.rate));
    assert_float_equal(c.ceiling, 9e9, 1);
    assert_int_equal(cost_beside(&broken, &c), -1);
    assert_int_equal(cost_beside(&unknown, &c), 0);
    assert_true(unknown.taken == 1 && isnan(c.share) && c.rate > 0);
}

static void any_bytes_are_a_json_text(void **state)
{
    static const struct {
        const char *bytes;
        size_t n;
        const char *json;
    } each[] = {
        {"plain", 5, "\"plain\""},
        {"", 0, "\"\""},
        {"a\0b", 3, "\"a\\u0000b\""},
        {"\xff", 1, "\"\xef\xbf\xbd\""},
        {"\xe2\x82", 2, "\"\xef\xbf\xbd\xef\xbf\xbd\""},
        {"\xe2\x82\xac\"\\\n", 6, "\"\xe2\x82\xac\\\"\\\\\\n\""},
        {"\xed\xa0\x80z", 4, "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdz\""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof each / sizeof *each; i++) {
        json_t *text = ts_json_of_text(each[i].bytes, each[i].n);
        char *line = json_dumps(text, JSON_ENCODE_ANY);
        assert_string_equal(line, each[i].json);
        free(line);
        json_decref(text);
    }
    json_t *none = ts_json_of_real(NAN), *one = ts_json_of_real(1.5);
    assert_true(json_is_null(none) && json_real_value(one) == 1.5);
    json_decref(none);
    json_decref(one);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rates_are_steps_over_their_time),
        cmocka_unit_test(what_was_not_measured_is_none),
        cmocka_unit_test(above_the_ceiling_is_refused),
        cmocka_unit_test(a_batch_reads_weights_once_a_step),
        cmocka_unit_test(a_cache_made_anew_has_no_rate),
        cmocka_unit_test(the_best_reading_counts),
        cmocka_unit_test(any_bytes_are_a_json_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

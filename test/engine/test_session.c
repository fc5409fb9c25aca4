/* test_session.c - talks with a model: prompts to ids, who decides how tokens are chosen, text as it comes,
 * and why it stops. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tessera/session.h"
#include "test/rt/quick_cc.h"

#define SHIPPED TESSERA_SOURCE_DIR "/models/tessera-tiny"

static char noted[512];

static void note(void *arg, const char *text)
{
    (void)arg;
    snprintf(noted, sizeof noted, "%s", text);
}

static const ts_sampling folder_decides = {NAN, -1, NAN, NAN, NAN, 1};

static ts_talk_options options(bool greedy)
{
    return (ts_talk_options){
        .folder = SHIPPED, .vocab = 2048, .greedy = greedy, .asked = folder_decides, .note = note};
}

static ts_talk *open_talk(const ts_talk_options *o)
{
    ts_error err = {0};
    noted[0] = 0;
    ts_talk *t = ts_talk_open(o, &err);
    if (!t) fail_msg("%s", err.text);
    return t;
}

static ts_model *open_model(uint32_t ctx)
{
    ts_error err = {0};
    ts_model_options o = {.model = SHIPPED, .threads = 2, .ctx = ctx, .kv = TS_f32};
    ts_model *m = ts_model_open(&o, &err);
    if (!m) fail_msg("%s", err.text);
    return m;
}

/* A talk that has read its prompt on a sequence of its own. */
typedef struct running {
    ts_talk *t;
    ts_sequence *s;
} running;

static running start(ts_model *m, const ts_talk_options *o, const char *prompt)
{
    ts_error err = {0};
    running r = {open_talk(o), ts_sequence_new(m, &err)};
    if (!r.s || ts_talk_text(r.t, prompt, strlen(prompt), true, &err) ||
        ts_talk_begin(r.t, r.s, &err) || ts_talk_read(r.t, 1000, &err))
        fail_msg("%s", err.text);
    size_t n;
    ts_talk_prompt(r.t, &n);
    assert_int_equal(ts_talk_was_read(r.t), n);
    return r;
}

static void end(running r)
{
    ts_talk_close(r.t);
    ts_sequence_close(r.s);
}

static int next(running r)
{
    ts_error err = {0};
    int more = ts_talk_next(r.t, &err);
    if (more < 0) fail_msg("%s", err.text);
    return more;
}

/* ---- prompts ---- */

static void prompts_become_ids(void **state)
{
    (void)state;
    ts_error err = {0}, far = {0}, none = {0};
    ts_talk_options o = options(true);
    ts_talk *t = open_talk(&o);
    size_t plain, bos, spelt;
    assert_int_equal(ts_talk_text(t, "Once", 4, false, &err), 0);
    int32_t first = ts_talk_prompt(t, &plain)[0];
    assert_int_equal(ts_talk_text(t, "Once", 4, true, &err), 0);
    int32_t begin = ts_talk_prompt(t, &bos)[0];
    assert_int_equal(bos, plain + 1);
    assert_int_equal(ts_talk_prompt(t, &bos)[1], first);
    assert_string_equal(noted, "");
    const int32_t ids[] = {begin, 7, 2048};
    assert_int_equal(ts_talk_ids(t, ids, 2, &err), 0);
    assert_memory_equal(ts_talk_prompt(t, &spelt), ids, 8);
    assert_int_equal(ts_talk_ids(t, ids, 3, &far), -1);
    assert_string_equal(far.text, "token 2048 is no row of a vocabulary of 2048");
    assert_int_equal(ts_talk_ids(t, ids, 0, &none), -1);
    ts_talk_close(t);
}

static void prompts_must_fit(void **state)
{
    (void)state;
    ts_error small = {0}, large = {0};
    ts_talk_options o = options(true);
    ts_talk *t = open_talk(&o);
    const int32_t ids[9] = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    assert_int_equal(ts_talk_ids(t, ids, 9, &small), 0);
    assert_int_equal(ts_talk_fits(t, &(ts_model_info){.ctx = 9}, &small), 0);
    assert_int_equal(ts_talk_fits(t, &(ts_model_info){.name = "m", .ctx = 8, .max_ctx = 9}, &small),
                     -1);
    assert_non_null(strstr(small.text, "use --ctx 9 or more (m takes up to 9)"));
    assert_int_equal(ts_talk_fits(t, &(ts_model_info){.name = "m", .ctx = 8, .max_ctx = 8}, &large),
                     -1);
    assert_non_null(strstr(large.text, "m takes at most 8 positions"));
    ts_talk_close(t);
}

static void random_weights_have_no_text(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_talk_options o = {.folder = "", .vocab = 10, .asked = folder_decides};
    ts_talk *t = open_talk(&o);
    assert_false(ts_talk_has_text(t));
    assert_int_equal(ts_talk_text(t, "x", 1, true, &err), -1);
    assert_non_null(strstr(err.text, "no tokenizer"));
    assert_string_equal(ts_talk_sampling_from(t), "default");
    assert_true(ts_talk_sampling(t)->temperature == 0);
    ts_talk_close(t);
}

/* ---- who decides how tokens are chosen ---- */

static void options_come_first(void **state)
{
    (void)state;
    ts_talk_options o = options(false);
    ts_talk *t = open_talk(&o);
    const ts_sampling folder = *ts_talk_sampling(t);
    assert_true(folder.temperature > 0); /* the shipped model's own file draws */
    assert_string_equal(ts_talk_sampling_from(t), "generation_config.json");
    ts_talk_close(t);
    o.asked.temperature = 0.5;
    t = open_talk(&o);
    assert_true(ts_talk_sampling(t)->temperature == 0.5);
    assert_true(ts_talk_sampling(t)->top_p == folder.top_p);
    assert_string_equal(ts_talk_sampling_from(t), "generation_config.json and options");
    ts_talk_close(t);
    o.greedy = true;
    o.asked.temperature = NAN;
    t = open_talk(&o);
    assert_true(ts_talk_sampling(t)->temperature == 0 && ts_talk_sampling(t)->top_p == 1);
    assert_string_equal(ts_talk_sampling_from(t), "asked for");
    ts_talk_close(t);
}

/* ---- writing ---- */

static void text_comes_in_pieces(void **state)
{
    (void)state;
    char all[4096] = "";
    size_t n, ids, piece;
    ts_error err = {0};
    ts_talk_options o = options(true);
    o.ignore_eos = true;
    ts_model *m = open_model(64);
    running r = start(m, &o, "Once upon a time");
    for (int i = 0; i < 30; i++) {
        assert_int_equal(next(r), 1);
        const char *text = ts_talk_piece(r.t, &piece);
        strncat(all, text, piece);
    }
    assert_int_equal(ts_talk_finish(r.t, &err), 0);
    const char *text = ts_talk_piece(r.t, &piece);
    strncat(all, text, piece);
    const char *said = ts_talk_said(r.t, &n);
    assert_int_equal(strlen(all), n);
    assert_memory_equal(said, all, n);
    assert_true(n > 30);
    ts_talk_made(r.t, &ids);
    assert_int_equal(ids, 30);
    end(r);
    ts_model_close(m);
}

static void full_context_stops(void **state)
{
    (void)state;
    ts_talk_options o = options(true);
    o.ignore_eos = true;
    ts_model *m = open_model(16);
    running r = start(m, &o, "Once upon a time");
    size_t prompt, made;
    ts_talk_prompt(r.t, &prompt);
    while (next(r)) assert_int_equal(ts_talk_stop(r.t), TS_GOING);
    assert_int_equal(ts_talk_stop(r.t), TS_STOP_CONTEXT);
    ts_talk_made(r.t, &made);
    assert_int_equal(made, 16 - prompt + 1); /* the last was chosen, and never read */
    assert_int_equal(next(r), 0);
    end(r);
    ts_model_close(m);
}

/* The shipped model answers a message, and ends. */
static void end_of_text_stops(void **state)
{
    (void)state;
    size_t made, said, before;
    ts_error err = {0};
    ts_talk_options o = options(false);
    o.asked.seed = 3;
    ts_model *m = open_model(256);
    running r = {open_talk(&o), ts_sequence_new(m, &err)};
    if (ts_talk_ask(r.t, NULL, "hello", 5, &err) || ts_talk_begin(r.t, r.s, &err) ||
        ts_talk_read(r.t, 1000, &err))
        fail_msg("%s", err.text);
    size_t was_read = ts_talk_was_read(r.t);
    do ts_talk_said(r.t, &before);
    while (next(r));
    assert_int_equal(ts_talk_stop(r.t), TS_STOP_EOS);
    ts_talk_said(r.t, &said);
    assert_int_equal(said, before); /* the token that ends it is no text */
    ts_talk_made(r.t, &made);
    assert_int_equal(ts_sequence_position(r.s), was_read + made - 1); /* nor is it read */
    assert_int_equal(next(r), 0);
    end(r);
    ts_model_close(m);
}

/* Two at once on one model, one that draws and one greedy, say what each says alone. */
static void talks_take_turns(void **state)
{
    (void)state;
    enum { N = 20 };
    int32_t want[2][N];
    size_t n;
    ts_model *m = open_model(64);
    static const char *const prompts[] = {"Once upon a time", "The capital"};
    running r[2];
    ts_talk_options o[2] = {options(true), options(false)};
    for (int k = 0; k < 2; k++) {
        o[k].ignore_eos = true;
        r[k] = start(m, &o[k], prompts[k]);
        for (int i = 0; i < N; i++) next(r[k]);
        memcpy(want[k], ts_talk_made(r[k].t, &n), sizeof want[k]);
        end(r[k]);
    }
    for (int k = 0; k < 2; k++) r[k] = start(m, &o[k], prompts[k]);
    for (int i = 0; i < N; i++)
        for (int k = 0; k < 2; k++) next(r[k]);
    for (int k = 0; k < 2; k++) {
        assert_memory_equal(ts_talk_made(r[k].t, &n), want[k], sizeof want[k]);
        end(r[k]);
    }
    ts_model_close(m);
}

int main(void)
{
    quick_cc(1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prompts_become_ids),          cmocka_unit_test(prompts_must_fit),
        cmocka_unit_test(random_weights_have_no_text), cmocka_unit_test(options_come_first),
        cmocka_unit_test(text_comes_in_pieces),        cmocka_unit_test(full_context_stops),
        cmocka_unit_test(end_of_text_stops),           cmocka_unit_test(talks_take_turns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_generation.c - generation_config.json: what it means, what is refused, and which file says
 * how tokens are chosen and where text ends. */
#include "engine/generation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static int parse(const char *text, ts_generation *g, ts_error *err)
{
    *err = (ts_error){0};
    return ts_generation_parse(text, strlen(text), "g", g, err);
}

static ts_generation must(const char *text)
{
    ts_generation g;
    ts_error err;
    if (parse(text, &g, &err)) fail_msg("%s", err.text);
    return g;
}

static void says_nothing(void **state)
{
    (void)state;
    ts_generation g =
        must("{\"eos_token_id\":null,\"temperature\":null,\"transformers_version\":1}");
    assert_true(!g.from && !g.said && !g.do_sample && g.temperature == 1 && g.top_k == 0);
    assert_true(g.top_p == 1 && g.min_p == 0 && g.repetition_penalty == 1 && !*g.unsupported);
    assert_true(g.n_eos == 0 && g.bos == -1);
}

static void resolves_as_the_reference(void **state)
{
    (void)state;
    ts_generation g = must("{\"eos_token_id\":[1002,0],\"bos_token_id\":9,\"top_k\":20,"
                           "\"temperature\":0.6,\"top_p\":0.95,\"do_sample\":true,\"min_p\":0.1,"
                           "\"repetition_penalty\":1.05,\"pad_token_id\":null}");
    assert_true(g.n_eos == 2 && g.eos[0] == 1002 && g.eos[1] == 0 && g.bos == 9 && g.top_k == 20);
    assert_true(g.temperature == 0.6 && g.top_p == 0.95 && g.do_sample && g.min_p == 0.1);
    assert_true(g.repetition_penalty == 1.05 && g.said == 63);
    assert_string_equal(g.from, "generation_config.json");
    /* the reference samples among 50 where the file does not say; 0 switches that off */
    g = must("{\"do_sample\":true,\"temperature\":0.6,\"top_p\":0.95}");
    assert_true(g.top_k == 50 &&
                g.said == (TS_SAID_DO_SAMPLE | TS_SAID_TEMPERATURE | TS_SAID_TOP_P));
    assert_int_equal(must("{\"do_sample\":true,\"top_k\":0}").top_k, 0);
    assert_int_equal(must("{\"do_sample\":true,\"top_k\":null}").top_k, 50);
    /* without do_sample a temperature of 0 has no effect */
    g = must("{\"temperature\":0,\"do_sample\":false}");
    assert_true(!g.do_sample && g.top_k == 0);
}

/* Each of these makes the reference choose other tokens. */
static void names_what_is_not_done(void **state)
{
    (void)state;
    static const struct {
        const char *text, *says;
    } cases[] = {
        {"{\"num_beams\":4}", "num_beams 4"},
        {"{\"num_beams\":1,\"num_beam_groups\":1,\"diversity_penalty\":0.0}", ""},
        {"{\"typical_p\":0.9,\"do_sample\":true}", "typical_p 0.9"},
        {"{\"typical_p\":0.9}", ""},
        {"{\"typical_p\":1.0,\"epsilon_cutoff\":0.0,\"eta_cutoff\":0,\"do_sample\":true}", ""},
        {"{\"epsilon_cutoff\":1e-4,\"do_sample\":true}", "epsilon_cutoff 0.0001"},
        {"{\"no_repeat_ngram_size\":3}", "no_repeat_ngram_size 3"},
        {"{\"no_repeat_ngram_size\":0,\"encoder_no_repeat_ngram_size\":0}", ""},
        {"{\"bad_words_ids\":[[1,2]]}", "bad_words_ids [[1,2]]"},
        {"{\"bad_words_ids\":null,\"suppress_tokens\":[],\"sequence_bias\":{}}", ""},
        {"{\"suppress_tokens\":[0]}", "suppress_tokens [0]"},
        {"{\"begin_suppress_tokens\":[5]}", "begin_suppress_tokens [5]"},
        {"{\"forced_eos_token_id\":0}", "forced_eos_token_id 0"},
        {"{\"forced_bos_token_id\":[1]}", "forced_bos_token_id [1]"},
        {"{\"min_new_tokens\":8}", "min_new_tokens 8"},
        {"{\"guidance_scale\":1.0,\"token_healing\":false,\"min_length\":0}", ""},
        {"{\"guidance_scale\":1.5}", "guidance_scale 1.5"},
        {"{\"stop_strings\":\"end\"}", "stop_strings \"end\""},
        {"{\"penalty_alpha\":0.6}", "penalty_alpha 0.6"},
        {"{\"encoder_repetition_penalty\":1.2}", "encoder_repetition_penalty 1.2"},
        {"{\"max_length\":20,\"use_cache\":false,\"early_stopping\":true,\"anything\":1}", ""},
        {"{\"num_beams\":2,\"min_length\":3}", "num_beams 2, min_length 3"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ts_generation g = must(cases[i].text);
        char wanted[512] = "";
        if (*cases[i].says)
            snprintf(wanted, sizeof wanted,
                     "g: not supported, and other tokens would come without it: %s", cases[i].says);
        assert_string_equal(g.unsupported, wanted);
    }
    /* a list of any length stays one line */
    char *text = malloc(1 << 17), *at = text + sprintf(text, "{\"bad_words_ids\":[[0]");
    for (int i = 1; i < 9999; i++) at += sprintf(at, ",[%d]", i);
    strcpy(at, "],\"num_beams\":2}");
    ts_generation g = must(text);
    assert_true(strlen(g.unsupported) < sizeof g.unsupported - 1 && !strchr(g.unsupported, '\n'));
    free(text);
}

static void refuses_bad_values(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } bad[] = {
        {"{\"eos_token_id\":16777216}", "g: eos_token_id is 16777216; 0 to 16777215 is supported"},
        {"{\"eos_token_id\":-1}", "g: eos_token_id is -1; 0 to 16777215 is supported"},
        {"{\"eos_token_id\":[3,-9223372036854775808]}",
         "g: eos_token_id is -9223372036854775808; 0 to 16777215 is supported"},
        {"{\"eos_token_id\":\"7\"}", "g: eos_token_id is not a token id"},
        {"{\"eos_token_id\":true}", "g: eos_token_id is not a token id"},
        {"{\"eos_token_id\":7.0}", "g: eos_token_id is not a token id"},
        {"{\"eos_token_id\":{\"a\":7}}", "g: eos_token_id is not a token id"},
        {"{\"eos_token_id\":[[7]]}", "g: eos_token_id is not a token id"},
        {"{\"eos_token_id\":[7,null]}", "g: eos_token_id is not a token id"},
        {"{\"bos_token_id\":16777216}", "g: bos_token_id is 16777216; 0 to 16777215 is supported"},
        {"{\"temperature\":-0.1}", "g: temperature is -0.1; 0 to 100 is supported"},
        {"{\"temperature\":0,\"do_sample\":true}",
         "g: temperature is 0; with do_sample it must be above 0"},
        {"{\"temperature\":\"0.6\"}", "g: temperature is not a number"},
        {"{\"top_p\":1.5}", "g: top_p is 1.5; 0 to 1 is supported"},
        {"{\"top_p\":1.0000001}", "g: top_p is 1.0000001; 0 to 1 is supported"},
        {"{\"min_p\":-1}", "g: min_p is -1; 0 to 1 is supported"},
        {"{\"top_k\":-1}", "g: top_k is -1; 0 to 16777216 is supported"},
        {"{\"top_k\":50.0}", "g: top_k is not a whole number"},
        {"{\"repetition_penalty\":0}", "g: repetition_penalty is 0; 0.01 to 100 is supported"},
        {"{\"do_sample\":\"yes\"}", "g: do_sample is neither true nor false"},
        {"{\"temperature\":NaN}", "g: not JSON: invalid token near 'NaN'"},
        {"[]", "g: not a JSON object"},
        {"", "g: not JSON: '[' or '{' expected near end of file"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ts_generation g;
        ts_error err;
        assert_int_equal(parse(bad[i].text, &g, &err), -1);
        assert_string_equal(err.text, bad[i].message);
    }
    char many[1024] = "{\"eos_token_id\":[0";
    ts_generation g;
    ts_error err;
    for (int i = 0; i < TS_MAX_EOS; i++) strcat(many, ",1");
    assert_int_equal(parse(strcat(many, "]}"), &g, &err), -1);
    assert_string_equal(err.text, "g: eos_token_id lists more than 64 ids");
}

/* ---- folders ---- */

static char folder[] = "/tmp/tessera-generation-XXXXXX";

static void put(const char *name, const char *text)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    if (!text) {
        unlink(path);
        return;
    }
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

/* A folder of these two files, NULL for none. */
static int load(const char *generation, const char *config, ts_generation *g, ts_error *err)
{
    put("generation_config.json", generation);
    put("config.json", config);
    *err = (ts_error){0};
    return ts_generation_load(folder, g, err);
}

static void the_file_that_says_it(void **state)
{
    (void)state;
    static const char config[] =
        "{\"bos_token_id\":5,\"eos_token_id\":7,\"do_sample\":true,\"num_beams\":3}";
    ts_generation g;
    ts_error err;
    assert_non_null(mkdtemp(folder));
    assert_int_equal(load(NULL, NULL, &g, &err), 0);
    assert_true(!g.from && g.n_eos == 0 && g.bos == -1);
    /* config.json alone: its end, never its begin; the choice of tokens, too */
    assert_int_equal(load(NULL, config, &g, &err), 0);
    assert_true(g.n_eos == 1 && g.eos[0] == 7 && g.bos == -1 && g.do_sample && g.top_k == 50);
    assert_string_equal(g.from, "config.json");
    assert_string_equal(g.eos_from, "config.json");
    assert_non_null(strstr(g.unsupported, "/config.json: not supported"));
    assert_non_null(strstr(g.unsupported, "num_beams 3"));
    /* a generation_config.json wins as a whole, but for ends that it does not name */
    assert_int_equal(load("{\"bos_token_id\":4,\"eos_token_id\":[1,2]}", config, &g, &err), 0);
    assert_true(g.n_eos == 2 && g.eos[0] == 1 && g.bos == 4 && !g.do_sample && !*g.unsupported);
    assert_string_equal(g.eos_from, "generation_config.json");
    assert_int_equal(load("{\"temperature\":0.5,\"eos_token_id\":[]}", config, &g, &err), 0);
    assert_true(g.n_eos == 1 && g.eos[0] == 7 && g.temperature == 0.5 && !g.do_sample);
    assert_string_equal(g.from, "generation_config.json");
    assert_string_equal(g.eos_from, "config.json");
    assert_int_equal(load(NULL, "{\"eos_token_id\":[3,4]}", &g, &err), 0);
    assert_true(!g.from && g.n_eos == 2 && g.eos[1] == 4);
    /* one line with the file's name */
    assert_int_equal(load("{", config, &g, &err), -1);
    assert_non_null(strstr(err.text, "/generation_config.json: not JSON"));
    assert_int_equal(load(NULL, "{\"eos_token_id\":-3}", &g, &err), -1);
    assert_non_null(strstr(err.text, "/config.json: eos_token_id is -3"));
    put("config.json", NULL);
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_nothing),           cmocka_unit_test(resolves_as_the_reference),
        cmocka_unit_test(names_what_is_not_done), cmocka_unit_test(refuses_bad_values),
        cmocka_unit_test(the_file_that_says_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

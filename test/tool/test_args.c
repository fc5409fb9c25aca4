/* test_args.c - the option parser and its messages (tool/args.h). */
#include "tool/args.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

typedef struct values {
    bool chat, json;
    const char *prompt, *dtype;
    int tokens, free;
    size_t ctx;
    double temp;
    ts_arg_seed seed;
} values;

static values v;
static char said[8192]; /* what the last parse wrote to both streams */

static const ts_arg options[] = {
    {"prompt", 'p', "S", "Text to continue.", TS_ARG_TEXT, &v.prompt, 0, 0},
    {"chat", 0, NULL, "Apply the template.", TS_ARG_FLAG, &v.chat, 0, 0},
    {"json", 0, NULL, "Print one JSON object.", TS_ARG_FLAG, &v.json, 0, 0},
    {"dtype", 0, "f32|f16|bf16", "Storage.", TS_ARG_WORD, &v.dtype, 0, 0},
    {"max-tokens", 'n', "N", "How many tokens.", TS_ARG_INT, &v.tokens, 1, 4096},
    {"offset", 0, "N", "Any whole number.", TS_ARG_INT, &v.free, 0, 0},
    {"ctx", 0, "N", "Context length.", TS_ARG_SIZE, &v.ctx, 1, 1048576},
    {"temp", 't', "X", "Temperature.", TS_ARG_REAL, &v.temp, 0, 10},
    {"seed", 0, "N", "Any 64 bits.", TS_ARG_SEED, &v.seed, 0, 0},
    {0},
};

static const ts_args spec = {
    .command = "demo",
    .words = "KERNEL...",
    .about =
        "A command that exists so that its table can be read, long enough to need a second line "
        "on an eighty column page.",
    .examples = "  tessera demo --chat",
    .options = options,
    .min_words = 0,
    .max_words = 2,
};

/* Runs the parser on words separated by '|' with both streams caught in `said`. */
static int parse(const char *line)
{
    static char copy[1024];
    char *argv[64] = {"demo"}, *rest = copy;
    int argc = 1, result, out = dup(1), err = dup(2);
    FILE *file = tmpfile();
    snprintf(copy, sizeof copy, "%s", line);
    if (*copy)
        for (char *word; (word = strsep(&rest, "|"));) argv[argc++] = word;
    fflush(NULL);
    dup2(fileno(file), 1);
    dup2(fileno(file), 2);
    result = ts_args_parse(&spec, argc, argv);
    fflush(NULL);
    dup2(out, 1);
    dup2(err, 2);
    close(out);
    close(err);
    rewind(file);
    said[fread(said, 1, sizeof said - 1, file)] = 0;
    fclose(file);
    return result;
}

static void expect_wrong(const char *line, const char *message)
{
    memset(&v, 0, sizeof v);
    assert_int_equal(parse(line), TS_ARGS_WRONG);
    assert_string_equal(said, message);
}

static void reads_every_spelling(void **state)
{
    (void)state;
    static const char *const same[] = {"--max-tokens|17", "--max-tokens=17", "-n|17", "-n17"};
    for (int i = 0; i < 4; i++) {
        v.tokens = 0;
        assert_int_equal(parse(same[i]), 0);
        assert_int_equal(v.tokens, 17);
    }
    assert_int_equal(parse("--chat|--temp=0.7|--ctx|4k|--dtype|bf16|--prompt="), 0);
    assert_true(v.chat && v.temp == 0.7 && v.ctx == 4096);
    assert_string_equal(v.dtype, "bf16");
    assert_string_equal(v.prompt, "");
    assert_int_equal(parse("--prompt|-x|--offset|-5"), 0);
    assert_string_equal(v.prompt, "-x");
    assert_int_equal(v.free, -5);
}

static void seeds_are_any_64_bits(void **state)
{
    (void)state;
    memset(&v, 0, sizeof v);
    assert_int_equal(parse("--chat"), 0);
    assert_false(v.seed.given);
    assert_int_equal(parse("--seed|18446744073709551615"), 0);
    assert_true(v.seed.given && v.seed.value == UINT64_MAX);
    static const char *const bad[] = {"18446744073709551616", "-1", "1x", "", "+1"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char line[64], want[128];
        snprintf(line, sizeof line, "--seed|%s", bad[i]);
        snprintf(want, sizeof want,
                 "tessera demo: --seed takes a whole number from 0 to 18446744073709551615, not "
                 "\"%s\"\n",
                 bad[i]);
        expect_wrong(line, want);
    }
}

static void moves_positional_words(void **state)
{
    (void)state;
    char copy[] = "b", *argv[] = {"demo", "a", "--chat", copy, NULL};
    char *dashes[] = {"demo", "--", "--chat", "-", NULL};
    assert_int_equal(ts_args_parse(&spec, 4, argv), 2);
    assert_string_equal(argv[1], "a");
    assert_string_equal(argv[2], "b");
    v.chat = false;
    assert_int_equal(ts_args_parse(&spec, 4, dashes), 2);
    assert_string_equal(dashes[1], "--chat");
    assert_false(v.chat);
    expect_wrong("a|b|c", "tessera demo: unexpected argument \"c\"; see tessera demo --help\n");
}

static void refuses_with_one_line(void **state)
{
    (void)state;
    expect_wrong("--promt|x", "tessera demo: unknown option --promt; did you mean --prompt?\n");
    expect_wrong("--jsno=1", "tessera demo: unknown option --jsno; did you mean --json?\n");
    expect_wrong("--zzzzzzzz",
                 "tessera demo: unknown option --zzzzzzzz; see tessera demo --help\n");
    expect_wrong("-x", "tessera demo: unknown option -x; see tessera demo --help\n");
    expect_wrong("--chat=1", "tessera demo: --chat takes no value\n");
    expect_wrong("--prompt", "tessera demo: --prompt needs a value: --prompt S\n");
    expect_wrong("--prompt|--chat", "tessera demo: --prompt needs a value: --prompt S\n");
    expect_wrong("--dtype|f61", "tessera demo: --dtype takes one of f32|f16|bf16, not \"f61\"\n");
    expect_wrong("--dtype=", "tessera demo: --dtype takes one of f32|f16|bf16, not \"\"\n");
    expect_wrong("--dtype=f32|--dtype=f16|--dtype|16",
                 "tessera demo: --dtype takes one of f32|f16|bf16, not \"16\"\n");
}

static void refuses_numbers_out_of_range(void **state)
{
    (void)state;
    static const char *const ints[] = {"0", "4097", "1.5", "x", "", "9999999999999999999", "3k"};
    static const char *const sizes[] = {"0", "-1", "2G", "1KK", "K", "99999999999999999999", "1x"};
    static const char *const reals[] = {"-0.1", "10.5", "nan", "inf", "1e", "", "0.5x"};
    char line[64], message[128];
    for (int i = 0; i < 7; i++) {
        snprintf(line, sizeof line, "--max-tokens=%s", ints[i]);
        snprintf(message, sizeof message,
                 "tessera demo: --max-tokens takes a whole number from 1 to 4096, not \"%s\"\n",
                 ints[i]);
        expect_wrong(line, message);
        snprintf(line, sizeof line, "--ctx=%s", sizes[i]);
        snprintf(
            message, sizeof message,
            "tessera demo: --ctx takes a count (K, M, G allowed) from 1 to 1048576, not \"%s\"\n",
            sizes[i]);
        expect_wrong(line, message);
        snprintf(line, sizeof line, "--temp=%s", reals[i]);
        snprintf(message, sizeof message,
                 "tessera demo: --temp takes a number from 0 to 10, not \"%s\"\n", reals[i]);
        expect_wrong(line, message);
        assert_true(!v.tokens && !v.ctx && v.temp == 0);
    }
    expect_wrong("--offset=2147483648",
                 "tessera demo: --offset takes a whole number, not \"2147483648\"\n");
    assert_int_equal(parse("--max-tokens=4096|--ctx=1M|--temp=10"), 0);
    assert_int_equal(v.ctx, 1048576);
}

static void help_fits_the_page(void **state)
{
    (void)state;
    assert_int_equal(parse("--chat|--help|--nonsense"), TS_ARGS_HELP);
    assert_int_equal(ts_args_exit(TS_ARGS_HELP), 0);
    assert_int_equal(ts_args_exit(TS_ARGS_WRONG), 2);
    assert_non_null(strstr(said, "usage: tessera demo [options] KERNEL...\n"));
    for (const ts_arg *o = options; o->name; o++) assert_non_null(strstr(said, o->name));
    for (char *at = said; *at; at += strcspn(at, "\n") + 1) assert_true(strcspn(at, "\n") <= 80);
}

static void nearest_is_near(void **state)
{
    (void)state;
    static const char *const names[] = {"run", "check", "emit", "tokenize", NULL};
    assert_string_equal(ts_nearest("rnu", names), "run");
    assert_string_equal(ts_nearest("chekc", names), "check");
    assert_string_equal(ts_nearest("tokenise", names), "tokenize");
    assert_null(ts_nearest("zebra", names));
    assert_null(ts_nearest("", names));
    char huge[4096];
    memset(huge, 'a', sizeof huge - 1);
    huge[sizeof huge - 1] = 0;
    assert_null(ts_nearest(huge, names));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_spelling),  cmocka_unit_test(moves_positional_words),
        cmocka_unit_test(refuses_with_one_line), cmocka_unit_test(refuses_numbers_out_of_range),
        cmocka_unit_test(help_fits_the_page),    cmocka_unit_test(seeds_are_any_64_bits),
        cmocka_unit_test(nearest_is_near),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

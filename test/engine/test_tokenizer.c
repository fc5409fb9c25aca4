/* test_tokenizer.c - the tokenizer on small vocabularies, on bad files and on real vectors.
 *
 * What the reference does is known here in three ways: rules checked by hand, a naive BPE
 * beside the fast one, and recorded ids (TESSERA_TEST_DATA). test/py/tokenizer_parity.py
 * compares with the reference itself.
 */
#include "engine/tokenizer.h"
#include "engine/tokenizer_int.h"
#include "engine/unicode_classes.h"
#include "test/engine/tokenizer_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* ---- opening and comparing ---- */

static ts_tokenizer *open_fixture(const struct fixture *f, const char *config, ts_error *err)
{
    size_t n;
    char *text = make_fixture(f, &n);
    ts_tokenizer *t = ts_tokenizer_parse(text, n, config, err);
    free(text);
    return t;
}

static ts_tokenizer *must_open(const struct fixture *f, const char *config)
{
    ts_error err = {""};
    ts_tokenizer *t = open_fixture(f, config, &err);
    if (!t) fail_msg("%s", err.text);
    return t;
}

/* The ids of a text as one string, "97 256 98". */
static const char *ids_of(const ts_tokenizer *t, const char *text, size_t n, unsigned flags)
{
    static char line[1 << 16];
    ts_error err = {""};
    int32_t *ids;
    size_t n_ids, at = 0;
    if (ts_tokenizer_encode(t, text, n, flags, &ids, &n_ids, &err)) fail_msg("%s", err.text);
    line[0] = 0;
    for (size_t i = 0; i < n_ids && at + 16 < sizeof line; i++)
        at += (size_t)snprintf(line + at, sizeof line - at, "%s%d", i ? " " : "", (int)ids[i]);
    free(ids);
    return line;
}

static void check_ids(const ts_tokenizer *t, const char *text, unsigned flags, const char *want)
{
    assert_string_equal(ids_of(t, text, strlen(text), flags), want);
}

/* ---- merging ---- */

static const char *const letters[] = {"a",  "a", "b", "c",  "a",  "bc", "ab", "c",  "aa",
                                      "aa", "b", "b", "bb", "c",  "c",  "a",  "ca", "bb",
                                      "a",  "b", "c", "c",  "cc", "cc", "aa", "bc", NULL};

static void test_rank_and_place(void **state)
{
    static const char *const merges[] = {"a", "a", "a", "b", "b", "c", NULL};
    ts_tokenizer *t = must_open(&(struct fixture){.merges = merges}, NULL);
    (void)state;
    check_ids(t, "aaa", 0, "256 97"); /* leftmost first */
    check_ids(t, "abc", 0, "257 99"); /* lowest rank first */
    check_ids(t, "aab", 0, "256 98");
    check_ids(t, "bcab", 0, "258 257");
    check_ids(t, "", 0, "");
    assert_int_equal(ts_tokenizer_size(t), 259);
    ts_tokenizer_close(t);
}

struct span {
    const char *s;
    size_t n;
};

static bool spells(struct span part, const char *text)
{
    return part.n == strlen(text) && !memcmp(part.s, text, part.n);
}

/* Joins as the definition says, looking at every pair for every merge. */
static size_t join_naively(const char *text, size_t n, const char *const *merges, struct span *part)
{
    for (size_t i = 0; i < n; i++) part[i] = (struct span){text + i, 1};
    for (;;) {
        size_t best = n, rank = SIZE_MAX;
        for (size_t i = 0; i + 1 < n; i++)
            for (size_t m = 0; merges[m] && m < rank; m += 2)
                if (spells(part[i], merges[m]) && spells(part[i + 1], merges[m + 1])) {
                    rank = m;
                    best = i;
                }
        if (best == n) return n;
        part[best].n += part[best + 1].n;
        memmove(part + best + 1, part + best + 2, (n - best - 2) * sizeof *part);
        n--;
    }
}

static void check_naively(const ts_tokenizer *t, const char *text, size_t n)
{
    struct span part[256];
    ts_error err = {""};
    int32_t *ids;
    size_t got, len, want = join_naively(text, n, letters, part);
    assert_int_equal(ts_tokenizer_encode(t, text, n, 0, &ids, &got, &err), 0);
    assert_int_equal(got, want);
    for (size_t i = 0; i < got; i++) {
        const char *piece = ts_tokenizer_piece(t, ids[i], &len);
        assert_int_equal(len, part[i].n);
        assert_memory_equal(piece, part[i].s, len);
    }
    free(ids);
}

/* Pieces of all lengths around the change from the array to the heap, from one seed. */
static void test_short_and_long_agree(void **state)
{
    ts_tokenizer *t = must_open(&(struct fixture){.merges = letters}, NULL);
    ts_tokenizer *p = must_open(&(struct fixture){.merges = letters, .pairs = true}, NULL);
    char text[256];
    uint32_t x = 12345;
    (void)state;
    for (size_t round = 0; round < 1200; round++) {
        size_t n = 1 + round % 120;
        for (size_t i = 0; i < n; i++) {
            x = x * 1664525 + 1013904223;
            text[i] = "aaabbcc"[(x >> 24) % 7];
        }
        check_naively(t, text, n);
        check_naively(p, text, n);
    }
    ts_tokenizer_close(t);
    ts_tokenizer_close(p);
}

/* ---- pieces ---- */

/* `want` marks the cuts with '|', which the texts do not contain. */
static void check_split(enum ts_split_rule rule, const char *want)
{
    char text[256], got[512];
    size_t n = 0, made = 0;
    for (const char *p = want; *p; p++)
        if (*p != '|') text[n++] = *p;
    for (size_t at = 0, end; at < n; at = end) {
        end = ts_split_next(rule, text, n, at);
        assert_true(end > at && end <= n);
        if (at) got[made++] = '|';
        memcpy(got + made, text + at, end - at);
        made += end - at;
    }
    got[made] = 0;
    assert_string_equal(got, want);
}

static void test_split_qwen2(void **state)
{
    static const char *const cases[] = {
        "Hello| world",
        "Hello|,| world|!",
        "1|2|3|a",
        "it|'s| I|'LL| don|'t",
        "x|'\u017f|y",
        "'ve|t",
        "''|s",
        "a|  | b",
        "a|\n\n|b",
        "a| \n \n|  | b",
        "a|  ",
        "(foo|)\n|bar",
        "a|!!\r\n\n|b",
        "\tfoo",
        "\t|\tfoo",
        "\n|foo",
        " |1",
        "  | |1",
        "\u00a0foo",
        "\u3000|\u3000x",
        " ?!|x",
        "--|x",
        "\u00bd|\u2167|x",
        "\u4e2d\u6587|,| ok",
        "e|\u0301",
        "1|\u0301|1",
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) check_split(TS_SPLIT_QWEN2, cases[i]);
}

static void test_split_gpt2(void **state)
{
    static const char *const cases[] = {
        "Hello| world", "123|a",     " 123| !?", "it|'s|'|S",
        "a|  | b",      "a|\n|\n|b", "\t|foo",   "!|\n|b",
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) check_split(TS_SPLIT_GPT2, cases[i]);
}

static void test_known_expressions(void **state)
{
    (void)state;
    assert_int_equal(ts_split_find("\\p{L}+"), -1);
    assert_int_equal(ts_split_find("'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| "
                                   "?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+"),
                     TS_SPLIT_GPT2);
}

/* ---- NFC ---- */

static void check_nfc(const char *text, const char *want)
{
    char *out;
    size_t n = strlen(text);
    assert_int_equal(ts_nfc(text, n, &out, &n), 0);
    assert_int_equal(n, strlen(want));
    assert_memory_equal(out ? out : text, want, n);
    free(out);
}

static void test_nfc(void **state)
{
    (void)state;
    check_nfc("plain", "plain");
    check_nfc("xe\u0301y", "x\u00e9y");
    check_nfc("e\u0301e\u0301", "\u00e9\u00e9");
    check_nfc("\u0301e", "\u0301e");
    check_nfc("a\u0301\u0323", "\u1ea1\u0301");
    check_nfc("\u212b\u2126", "\u00c5\u03a9");
    check_nfc("\u0958", "\u0915\u093c"); /* excluded from composition */
    check_nfc("\u0344", "\u0308\u0301");
    check_nfc("\u1100\u1161\u11a8", "\uac01");
    check_nfc("\uac00\u11a8", "\uac01");
    check_nfc("\u1100\u1161\u11a7", "\uac00\u11a7"); /* U+11A7 is no final */
    check_nfc("\U0001d15e", "\U0001d157\U0001d165");
    /* marks and compositions that came after the reference's Unicode stay as they are */
    check_nfc("a\u0898\u0334", "a\u0898\u0334");
    check_nfc("a\U0001e2ec\u0323", "a\U0001e2ec\u0323");
    check_nfc("\U00011935\U00011930", "\U00011935\U00011930");
}

/* Sorting marks by exchanging neighbours would take hours here. */
static void test_nfc_many_marks(void **state)
{
    enum { HALF = 200000 };
    char *text = malloc(4 * HALF), *out;
    size_t n;
    (void)state;
    assert_non_null(text);
    for (size_t i = 0; i < HALF; i++) memcpy(text + 2 * i, "\u0301", 2);
    for (size_t i = HALF; i < 2 * HALF; i++) memcpy(text + 2 * i, "\u0323", 2);
    assert_int_equal(ts_nfc(text, 4 * HALF, &out, &n), 0);
    assert_int_equal(n, 4 * HALF);
    assert_memory_equal(out, text + 2 * HALF, 2 * HALF);
    assert_memory_equal(out + 2 * HALF, text, 2 * HALF);
    free(out);
    free(text);
}

/* ---- added tokens ---- */

#define ADDED(id, text, normalized, special)                                                       \
    "{\"id\":" #id ",\"content\":\"" text "\",\"single_word\":false,\"lstrip\":false,"             \
    "\"rstrip\":false,\"normalized\":" #normalized ",\"special\":" #special "}"

static void test_added_tokens(void **state)
{
    ts_tokenizer *t = must_open(
        &(struct fixture){.added = ADDED(256, "<s>", false, true) "," ADDED(
                              257, "<s><s>", false, false) "," ADDED(258, "e\\u0301", true, false)},
        NULL);
    (void)state;
    check_ids(t, "<s>", TS_TOK_SPECIAL, "256");
    check_ids(t, "<s>", 0, "60 115 62");
    check_ids(t, "<s><s><s>", TS_TOK_SPECIAL, "257 256"); /* the longest */
    check_ids(t, "<s<s>", TS_TOK_SPECIAL, "60 115 256");
    check_ids(t, "\u00e9x", TS_TOK_SPECIAL, "258 120"); /* searched in NFC form */
    check_ids(t, "e\u0301x", TS_TOK_SPECIAL, "258 120");
    check_ids(t, "\u00e9", 0, "195 169");
    check_ids(t, "e<s>\u0301", TS_TOK_SPECIAL, "101 256 204 129"); /* NFC piece by piece */
    assert_true(ts_tokenizer_is_special(t, 256));
    assert_false(ts_tokenizer_is_special(t, 257));
    assert_false(ts_tokenizer_is_special(t, 9999));
    assert_false(ts_tokenizer_is_special(t, -1));
    ts_tokenizer_close(t);
}

/* ---- BOS and EOS ---- */

#define TEMPLATE                                                                                   \
    "{\"type\":\"TemplateProcessing\",\"single\":[{\"SpecialToken\":{\"id\":\"<s>\",\"type_id\":"  \
    "0}"                                                                                           \
    "},{\"Sequence\":{\"id\":\"A\",\"type_id\":0}}],\"pair\":[],\"special_tokens\":{\"<s>\":{"     \
    "\"id\":\"<s>\",\"ids\":[256],\"tokens\":[\"<s>\"]}}}"

static void check_bos(const char *post, const char *config, int32_t bos, const char *want)
{
    struct fixture f = {.added = ADDED(256, "<s>", false, true), .post = post};
    ts_tokenizer *t = must_open(&f, config);
    assert_int_equal(ts_tokenizer_bos(t), bos);
    check_ids(t, "a", TS_TOK_BOS, want);
    check_ids(t, "a", 0, "97");
    ts_tokenizer_close(t);
}

static void test_bos(void **state)
{
    static const char *sequence =
        "{\"type\":\"Sequence\",\"processors\":[{\"type\":\"ByteLevel\"}," TEMPLATE "]}";
    (void)state;
    check_bos(NULL, NULL, -1, "97");
    check_bos(NULL, "{\"add_bos_token\":true,\"bos_token\":\"<s>\"}", 256, "256 97");
    check_bos(NULL, "{\"add_bos_token\":true,\"bos_token\":{\"content\":\"<s>\"}}", 256, "256 97");
    check_bos(NULL, "{\"add_bos_token\":false,\"bos_token\":\"<s>\"}", 256, "97");
    check_bos(NULL, "{\"bos_token\":\"<s>\"}", 256, "97");
    check_bos(TEMPLATE, NULL, 256, "256 97");
    check_bos(sequence, NULL, 256, "256 97");
    check_bos(TEMPLATE, "{\"add_bos_token\":true,\"bos_token\":\"<s>\"}", 256, "256 97");
    check_bos(TEMPLATE, "{\"add_bos_token\":false,\"bos_token\":\"<s>\"}", 256, "97");
}

static void write_file(const char *dir, const char *name, const char *text, size_t n)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", dir, name);
    FILE *to = text ? fopen(path, "w") : NULL;
    if (!text) {
        unlink(path);
        return;
    }
    assert_non_null(to);
    assert_int_equal(fwrite(text, 1, n, to), n);
    fclose(to);
}

/* Opens the fixture as a folder with these files beside it, NULL for none. */
static ts_tokenizer *open_folder(const char *generation, const char *config, const char *model,
                                 ts_error *err)
{
    char dir[] = "/tmp/tessera-tok-XXXXXX";
    size_t n;
    char *text = make_fixture(&(struct fixture){.added = ADDED(256, "<s>", false, true)}, &n);
    assert_non_null(mkdtemp(dir));
    write_file(dir, "tokenizer.json", text, n);
    if (generation) write_file(dir, "generation_config.json", generation, strlen(generation));
    if (config) write_file(dir, "tokenizer_config.json", config, strlen(config));
    if (model) write_file(dir, "config.json", model, strlen(model));
    ts_tokenizer *t = ts_tokenizer_open(dir, err);
    write_file(dir, "tokenizer.json", NULL, 0);
    write_file(dir, "config.json", NULL, 0);
    write_file(dir, "generation_config.json", NULL, 0);
    write_file(dir, "tokenizer_config.json", NULL, 0);
    rmdir(dir);
    free(text);
    return t;
}

/* The ids that end a text, "256 7"; `files` as open_folder wants them. */
static void check_eos(const char *generation, const char *config, const char *model,
                      const char *want)
{
    ts_error err = {""};
    char got[256] = "";
    size_t n, used = 0;
    ts_tokenizer *t = open_folder(generation, config, model, &err);
    if (!t) fail_msg("%s", err.text);
    const int32_t *eos = ts_tokenizer_eos(t, &n);
    for (size_t i = 0; i < n; i++) {
        used += (size_t)snprintf(got + used, sizeof got - used, "%s%d", i ? " " : "", eos[i]);
        assert_true(ts_tokenizer_is_eos(t, eos[i]));
    }
    assert_string_equal(got, want);
    assert_false(ts_tokenizer_is_eos(t, 5));
    ts_tokenizer_close(t);
}

/* The order: generation_config.json, config.json, tokenizer_config.json. */
static void test_eos(void **state)
{
    (void)state;
    check_eos(NULL, NULL, NULL, "");
    check_eos("{\"eos_token_id\":256,\"bos_token_id\":1}", NULL, NULL, "256");
    check_eos("{\"eos_token_id\":[256,7]}", "{\"eos_token\":\"a\"}", NULL, "256 7");
    check_eos("{\"eos_token_id\":[256,7]}", NULL, "{\"eos_token_id\":9}", "256 7");
    check_eos(NULL, "{\"eos_token\":{\"content\":\"<s>\"}}", NULL, "256");
    check_eos(NULL, NULL, "{\"eos_token_id\":256}", "256");
    check_eos(NULL, "{\"eos_token\":\"a\"}", "{\"eos_token_id\":[7,256]}", "7 256");
    check_eos("{}", "{\"eos_token\":\"a\"}", "{\"eos_token_id\":7}", "7");
    check_eos("{\"eos_token_id\":null}", "{\"eos_token\":\"a\"}", "{\"eos_token_id\":null}", "97");
    check_eos(NULL, "{\"eos_token\":null}", "{}", "");
}

static void test_bad_eos(void **state)
{
    static const struct {
        const char *generation, *config, *model, *says;
    } bad[] = {
        {"{\"eos_token_id\":257}", NULL, NULL,
         "generation_config.json: eos_token_id 257 is no token of tokenizer.json"},
        {NULL, NULL, "{\"eos_token_id\":[256,257]}",
         "config.json: eos_token_id 257 is no token of tokenizer.json"},
        {NULL, NULL, "{\"eos_token_id\":-1}", "config.json: eos_token_id is -1"},
        {NULL, NULL, "{\"eos_token_id\":true}", "config.json: eos_token_id is not a token id"},
        {NULL, "{\"eos_token\":\"no such\"}", NULL,
         "tokenizer_config.json: eos_token no such is not in tokenizer.json"},
        {NULL, "{\"eos_token\":5}", NULL, "tokenizer_config.json: eos_token is not a token"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ts_error err = {""};
        assert_null(open_folder(bad[i].generation, bad[i].config, bad[i].model, &err));
        if (!strstr(err.text, bad[i].says))
            fail_msg("\"%s\" does not say \"%s\"", err.text, bad[i].says);
    }
    ts_error err = {""};
    assert_null(ts_tokenizer_open("/nonexistent", &err));
    assert_string_equal(err.text,
                        "/nonexistent/tokenizer.json: cannot open: No such file or directory");
}

/* ---- text that is no text, text that is long ---- */

static void test_bad_text(void **state)
{
    static const char *const bad[] = {
        "ab\xff", "ab\xc3", "ab\xed\xa0\x80", "ab\xc0\x80", "ab\xf4\x90\x80\x80", "ab\x80"};
    ts_tokenizer *t = must_open(&(struct fixture){0}, NULL);
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ts_error err = {""};
        int32_t *ids;
        size_t n;
        assert_int_equal(ts_tokenizer_encode(t, bad[i], strlen(bad[i]), 0, &ids, &n, &err), -1);
        assert_non_null(strstr(err.text, "byte 2"));
        assert_null(ids);
    }
    assert_string_equal(ids_of(t, "a\0b", 3, 0), "97 0 98");
    ts_tokenizer_close(t);
}

static void test_long_text(void **state)
{
    enum { N = 1000000 };
    static const char *const merges[] = {"a", "a", "aa", "aa", "aaaa", "aaaa", NULL};
    ts_tokenizer *t = must_open(&(struct fixture){.merges = merges}, NULL);
    char *text = malloc(N);
    ts_error err = {""};
    int32_t *ids;
    size_t n;
    (void)state;
    assert_non_null(text);
    memset(text, 'a', N);
    assert_int_equal(ts_tokenizer_encode(t, text, N, 0, &ids, &n, &err), 0);
    assert_int_equal(n, N / 8);
    assert_int_equal(ids[n - 1], 258);
    free(ids);
    free(text);
    ts_tokenizer_close(t);
}

/* ---- back to text ---- */

static void check_detok(const ts_tokenizer *t, bool skip, const int32_t *ids, size_t n,
                        const char *want)
{
    char out[256];
    size_t made = 0;
    ts_detok d;
    ts_detok_init(&d, t, skip);
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(ts_detok_push(&d, 120, out, 2), -1); /* too little room: nothing happens */
        ptrdiff_t got = ts_detok_push(&d, ids[i], out + made, sizeof out - made);
        assert_true(got >= 0 && (size_t)got <= sizeof out);
        assert_int_equal(ts_utf8_check(out + made, (size_t)got), got);
        made += (size_t)got;
    }
    made += (size_t)ts_detok_flush(&d, out + made, sizeof out - made);
    out[made] = 0;
    assert_string_equal(out, want);
}

#define DETOK(t, skip, want, ...)                                                                  \
    check_detok(t, skip, (const int32_t[]){__VA_ARGS__},                                           \
                sizeof((const int32_t[]){__VA_ARGS__}) / sizeof(int32_t), want)

static void test_detok(void **state)
{
    ts_tokenizer *t =
        must_open(&(struct fixture){.added = ADDED(256, "<\\uff5c>", false, true)}, NULL);
    ts_detok d;
    char out[16];
    (void)state;
    DETOK(t, false, "ab", 97, 98);
    DETOK(t, false, "\u20ac!", 0xe2, 0x82, 0xac, 33);
    DETOK(t, false, "\U0001f642", 0xf0, 0x9f, 0x99, 0x82);
    DETOK(t, false, "\ufffda", 0xe2, 0x82, 97);                   /* a beginning is one U+FFFD */
    DETOK(t, false, "\ufffd\ufffd\ufffda", 0xed, 0xa0, 0x80, 97); /* a surrogate is three */
    DETOK(t, false, "\ufffd\ufffda", 0xc0, 0x80, 97);
    DETOK(t, false, "a\ufffd", 97, 0xf0, 0x9f, 0x99); /* cut off at the end */
    DETOK(t, false, "a<\uff5c>b", 97, 256, 98);
    DETOK(t, true, "ab", 97, 256, 98);
    DETOK(t, true, "\u20ac", 0xe2, 256, 0x82, 0xac); /* a skipped token is not there at all */
    ts_detok_init(&d, t, false);
    assert_int_equal(ts_detok_push(&d, 257, out, sizeof out), -1);
    assert_int_equal(ts_detok_push(&d, -1, out, sizeof out), -1);
    ts_tokenizer_close(t);
}

/* ---- bad files ---- */

static const struct bad {
    struct fixture f;
    const char *says;
} bad_parts[] = {
    {{.normalizer = "{\"type\":\"NFKC\"}"}, "normalizer NFKC"},
    {{.normalizer =
          "{\"type\":\"Sequence\",\"normalizers\":[{\"type\":\"NFC\"},{\"type\":\"NFC\"}]}"},
     "normalizer Sequence"},
    {{.pre = "null"}, "pre-tokenizer"},
    {{.pre = "{\"type\":\"Whitespace\"}"}, "pre-tokenizer Whitespace"},
    {{.pre = "{\"type\":\"ByteLevel\",\"add_prefix_space\":true}"}, "pre-tokenizer ByteLevel"},
    {{.post = "{\"type\":\"BertProcessing\"}"}, "post-processor BertProcessing"},
    {{.post = "{\"type\":\"TemplateProcessing\",\"single\":[]}"}, "template"},
    {{.post = TEMPLATE}, "template token <s> has no id"},
    {{.decoder = "null"}, "decoder"},
    {{.model = "\"dropout\":0.1,"}, "model.dropout"},
    {{.model = "\"ignore_merges\":true,"}, "model.ignore_merges"},
    {{.model = "\"end_of_word_suffix\":\"</w>\","}, "model.end_of_word_suffix"},
    {{.model = "\"vocab\":{},"}, "twice"},
    {{.model = "\"dropout\":null,\"dropout\":null,"}, "duplicate"},
    {{.vocab = ",\"xx\":5"}, "two tokens have the id 5"},
    {{.vocab = ",\"a\":300"}, "the same spelling"},
    {{.vocab = ",\"xx\":-1"}, "whole number"},
    {{.vocab = ",\"xx\":01"}, "whole number"},
    {{.vocab = ",\"xx\":300.5"}, "expected"},
    {{.vocab = ",\"xx\":300e2"}, "expected"},
    {{.vocab = ",\"xx\":99999999999999999999"}, "number too large"},
    {{.vocab = ",\"xx\":4194304"}, "out of range"},
    {{.vocab = ",\"xx\":\"7\""}, "whole number"},
    {{.vocab = ",\"\\ud800\":300"}, "lone surrogate"},
    {{.vocab = ",\"\\udc00\":300"}, "lone surrogate"},
    {{.vocab = ",\"\\ud800\\u0041\":300"}, "lone surrogate"},
    {{.vocab = ",\"\\u12g4\":300"}, "hexadecimal"},
    {{.vocab = ",\"\\x\":300"}, "unknown escape"},
    {{.vocab = ",\"a\x01\":300"}, "control character"},
    {{.vocab = ",\"a\xff\":300"}, "UTF-8"},
    {{.vocab = ","}, "expected"},
    {{.vocab = ",\"xx\":300}, \"merges\":[], \"x\":{\"y\":1"}, "twice"},
    {{.added = "7"}, "added token"},
    /* ids that the reference, which only counts, would not give */
    {{.added = ADDED(300, "<s>", false, true)},
     "<s> says it has the id 300; by its place it has 256"},
    {{.added = ADDED(257, "<s>", false, true) "," ADDED(256, "</s>", false, true)},
     "<s> says it has the id 257; by its place it has 256"},
    {{.added = ADDED(400, "A", false, true)}, "A says it has the id 400; by its place it has 65"},
    {{.vocab = ",\"zz\":300", .added = ADDED(256, "<s>", false, true)},
     "<s> says it has the id 256; by its place it has 257"},
    {{.vocab = ",\"zz\":257", .added = ADDED(257, "<s>", false, true)}, "the id 257 of another"},
    {{.added = ADDED(256, "<s>", false, true) "," ADDED(257, "<s>", false, true)},
     "added token <s> stands there twice"},
    {{.added = "{\"id\":256,\"content\":\"<s>\",\"special\":1}"},
     "special of added token <s> is neither true nor false"},
    {{.added = "{\"id\":256,\"content\":\"<s>\",\"lstrip\":\"no\"}"},
     "lstrip of added token <s> is neither true nor false"},
    {{.pre = "{\"type\":\"ByteLevel\",\"add_prefix_space\":\"no\"}"}, "unknown pre-tokenizer"},
    {{.pre = "{\"type\":\"ByteLevel\",\"add_prefix_space\":false,\"use_regex\":null}"},
     "unknown pre-tokenizer"},
    {{.post = "null,\"more\":1"}, "more is not a part that the reference knows"},
    {{.post = "null,\"version\":\"1.0\""}, "not valid JSON"},
    {{.added = ADDED(-1, "<s>", false, true)}, "added token"},
    {{.added = ADDED(4194304, "<s>", false, true)}, "added token"},
    {{.added = ADDED(97, "<s>", false, true)},
     "<s> says it has the id 97; by its place it has 256"},
    {{.added = "{\"id\":300,\"content\":\"x\",\"lstrip\":true}"}, "lstrip"},
    {{.added = "{\"id\":300,\"content\":\"x\",\"single_word\":true}"}, "single_word"},
};

static void test_bad_parts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad_parts / sizeof *bad_parts; i++) {
        ts_error err = {""};
        assert_null(open_fixture(&bad_parts[i].f, NULL, &err));
        if (!strstr(err.text, bad_parts[i].says))
            fail_msg("\"%s\" does not say \"%s\"", err.text, bad_parts[i].says);
    }
}

/* Whole documents; NULL stands for 200,000 opening brackets. */
static void test_bad_documents(void **state)
{
    static const char *const documents[] = {
        "",
        "x",
        "{",
        "[]",
        "{}",
        "nul",
        "\"model\"",
        "{\"model\":",
        "{\"model\":{\"vocab\"",
        "{\"model\":{\"vocab\":{",
        "{\"model\":{\"vocab\":[\"",
        "{\"model\":{\"vocab\":5}}",
        "{\"model\":{\"vocab\":{},\"merges\":[]}}",
        "{\"model\":[\"vocab\",{}]}",
        "{\"model\":{\"vocab\":{}}}",
        "}{",
        "{\"model\":{\"vocab\":{}]}",
        NULL,
    };
    char *deep = malloc(200001);
    (void)state;
    assert_non_null(deep);
    memset(deep, '[', 200000);
    deep[200000] = 0;
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++) {
        ts_error err = {""};
        const char *text = documents[i] ? documents[i] : deep;
        assert_null(ts_tokenizer_parse(text, strlen(text), NULL, &err));
        assert_true(ts_failed(&err));
    }
    free(deep);
}

/* A frame of blanks, one byte too large. */
static void test_large_frame(void **state)
{
    size_t n;
    ts_error err = {""};
    char *text = make_fixture(&(struct fixture){0}, &n), *large = malloc(n + TS_MAX_FRAME);
    (void)state;
    assert_non_null(large);
    memcpy(large, text, n);
    memset(large + n, ' ', TS_MAX_FRAME);
    assert_null(ts_tokenizer_parse(large, n + TS_MAX_FRAME, NULL, &err));
    assert_non_null(strstr(err.text, "besides model.vocab"));
    free(large);
    free(text);
}

/* Spellings written with escapes are the same spellings. A token outside the byte alphabet has a
 * row and a piece, but no text leads to it. */
static void test_escapes(void **state)
{
    static const char *const pieces[] = {"yz", "\U0001f642", "\n\t\b\f\r\"\\/", "\u20ac", "\xe9"};
    struct fixture f = {.vocab = ",\"\\u0079z\":256,\"\\ud83d\\uDE42\":257,"
                                 "\"\\n\\t\\b\\f\\r\\\"\\\\\\/\":258,\"\xe2\x82\xac\":259"};
    ts_tokenizer *t = must_open(&f, NULL);
    size_t n;
    (void)state;
    for (int32_t id = 256; id < 260; id++) {
        const char *piece = ts_tokenizer_piece(t, id, &n);
        assert_int_equal(n, strlen(pieces[id - 256]));
        assert_memory_equal(piece, pieces[id - 256], n);
    }
    assert_memory_equal(ts_tokenizer_piece(t, 0xe9, &n), pieces[4], 1);
    assert_null(ts_tokenizer_piece(t, 260, &n));
    check_ids(t, "yz\u20ac", TS_TOK_SPECIAL, "121 122 226 130 172");
    ts_tokenizer_close(t);
}

static void test_bad_merges(void **state)
{
    static const char *const merges[] = {"a", "b", NULL};
    static const struct {
        const char *from, *to, *says;
    } cases[] = {
        {"\"a b\"", "\"a\xc4\xa0z\"", "not two tokens"},
        {"\"a b\"", "\"a b c\"", "not two tokens"},
        {"\"a b\"", "\"a z\"", "not in the vocabulary"},
        {"\"a b\"", "[\"a\"]", "',' expected"},
        {"\"a b\"", "[\"a\",\"b\",\"c\"]", "']' expected"},
        {"\"a b\"", "5", "'\"' expected"},
        {"\"a b\"", "\"a b\",", "'\"' expected"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t n;
        ts_error err = {""};
        char *text = make_fixture(&(struct fixture){.merges = merges}, &n), *changed = NULL;
        char *at = strstr(text, cases[i].from);
        assert_non_null(at);
        assert_true(asprintf(&changed, "%.*s%s%s", (int)(at - text), text, cases[i].to,
                             at + strlen(cases[i].from)) > 0);
        assert_null(ts_tokenizer_parse(changed, strlen(changed), NULL, &err));
        if (!strstr(err.text, cases[i].says))
            fail_msg("\"%s\" does not say \"%s\"", err.text, cases[i].says);
        free(changed);
        free(text);
    }
}

/* The fixture's text with one part of it in the place of another, to be freed. */
static char *change(const struct fixture *f, const char *from, const char *to)
{
    size_t n;
    char *text = make_fixture(f, &n), *changed = NULL, *at = strstr(text, from);
    assert_non_null(at);
    assert_true(asprintf(&changed, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from)) > 0);
    free(text);
    return changed;
}

/* However a merge is spelled it is the same merge; one outside the byte alphabet never happens. */
static void test_escaped_merges(void **state)
{
    static const char *const merges[] = {"a", "b", NULL};
    static const struct {
        const char *spelled, *ids;
    } cases[] = {{"\"a b\"", "256"},
                 {"\"\\u0061 b\"", "256"},
                 {"\"a\\u0020b\"", "256"},
                 {"[\"a\", \"\\u0062\"]", "256"},
                 {"\"\xe2\x82\xac b\"", "97 98"},
                 {"[\"a\", \"\xe2\x82\xac\"],\"a b\"", "256"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ts_error err = {""};
        char *text = change(&(struct fixture){.merges = merges}, "\"a b\"", cases[i].spelled);
        ts_tokenizer *t = ts_tokenizer_parse(text, strlen(text), NULL, &err);
        if (!t) fail_msg("%s: %s", cases[i].spelled, err.text);
        check_ids(t, "ab", 0, cases[i].ids);
        ts_tokenizer_close(t);
        free(text);
    }
}

/* Members of an object have no order. */
static void test_merges_before_vocab(void **state)
{
    size_t n;
    ts_error err = {""};
    char *text = make_fixture(&(struct fixture){.merges = letters}, &n), *turned = NULL;
    char *vocab = strstr(text, "\"vocab\":"), *merges = strstr(text, ",\"merges\":");
    char *end = strstr(merges, "]}");
    (void)state;
    assert_true(asprintf(&turned, "%.*s%.*s],%.*s%s", (int)(vocab - text), text,
                         (int)(end - merges - 1), merges + 1, (int)(merges - vocab), vocab,
                         end + 1) > 0);
    ts_tokenizer *t = ts_tokenizer_parse(text, n, NULL, &err);
    ts_tokenizer *u = ts_tokenizer_parse(turned, strlen(turned), NULL, &err);
    if (!t || !u) fail_msg("%s", err.text);
    char want[64];
    snprintf(want, sizeof want, "%s", ids_of(t, "aabcabccabb", 11, 0));
    check_ids(u, "aabcabccabb", 0, want);
    ts_tokenizer_close(t);
    ts_tokenizer_close(u);
    free(text);
    free(turned);
}

/* A vocabulary that cannot be read is no news where the model is of another kind. */
static void test_other_kind(void **state)
{
    ts_error err = {""};
    char *text = change(&(struct fixture){0}, "\"BPE\",\"vocab\":{", "\"Unigram\",\"vocab\":{x,");
    (void)state;
    assert_null(ts_tokenizer_parse(text, strlen(text), NULL, &err));
    if (!strstr(err.text, "model type Unigram")) fail_msg("%s", err.text);
    free(text);
}

/* ---- recorded vectors ---- */

static ts_tokenizer *real;
static char real_dir[4096];

/* Opens the real vocabulary once; false, after saying so, when there is none. */
static bool have_data(void)
{
    const char *data = getenv("TESSERA_TEST_DATA");
    ts_error err = {""};
    if (!data) {
        print_message("skipped: TESSERA_TEST_DATA is not set\n");
        return false;
    }
    snprintf(real_dir, sizeof real_dir, "%s/tokenizers/deepseek-r1-distill-qwen", data);
    if (!real) real = ts_tokenizer_open(real_dir, &err);
    if (!real) print_message("skipped: %s\n", err.text);
    return real;
}

/* What all ids decode to, joined from the parts. */
static char *decode_all(const int32_t *ids, size_t n, bool skip)
{
    char *text = NULL, part[4096];
    size_t size;
    ts_detok d;
    FILE *to = open_memstream(&text, &size);
    ts_detok_init(&d, real, skip);
    for (size_t i = 0; i < n; i++) {
        ptrdiff_t got = ts_detok_push(&d, ids[i], part, sizeof part);
        assert_true(got >= 0);
        fwrite(part, 1, (size_t)got, to);
    }
    fwrite(part, 1, (size_t)ts_detok_flush(&d, part, sizeof part), to);
    fclose(to);
    return text;
}

static void check_decoded(json_t *record, const char *key, const int32_t *ids, size_t n, bool skip)
{
    const char *want = json_string_value(json_object_get(record, key));
    char *got = decode_all(ids, n, skip);
    if (want) assert_string_equal(got, want);
    free(got);
}

static void check_record(json_t *record)
{
    json_t *text = json_object_get(record, "text"), *want = json_object_get(record, "ids");
    ts_error err = {""};
    int32_t *ids;
    size_t n;
    assert_int_equal(ts_tokenizer_encode(real, json_string_value(text), json_string_length(text),
                                         TS_TOK_SPECIAL, &ids, &n, &err),
                     0);
    assert_int_equal(n, json_array_size(want));
    for (size_t i = 0; i < n; i++)
        assert_int_equal(ids[i], json_integer_value(json_array_get(want, i)));
    check_decoded(record, json_object_get(record, "decoded") ? "decoded" : "text", ids, n, false);
    check_decoded(record, "decoded_skip_special", ids, n, true);
    free(ids);
}

/* Records that hold U+2028 and its like were torn apart when the file was made: 166 lines are no
 * JSON. All others must agree. */
static void test_golden(void **state)
{
    char path[4200], *line = NULL;
    size_t cap = 0, checked = 0;
    json_error_t wrong;
    (void)state;
    if (!have_data()) skip();
    snprintf(path, sizeof path, "%s/golden.jsonl", real_dir);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    for (ssize_t n; (n = getline(&line, &cap, file)) >= 0;) {
        json_t *record = json_loadb(line, (size_t)n, JSON_ALLOW_NUL, &wrong);
        if (json_is_string(json_object_get(record, "text")) && json_object_get(record, "ids")) {
            check_record(record);
            checked++;
        }
        json_decref(record);
    }
    print_message("%zu recorded texts agree\n", checked);
    assert_true(checked > 600);
    free(line);
    fclose(file);
}

/* llama.cpp's vectors: texts between marker lines, one line of ids for each. */
static void test_llamacpp(void **state)
{
    static const char mark[] = "\n__ggml_vocab_test__\n";
    const char *data = getenv("TESSERA_TEST_DATA");
    char dir[4096], want[4096];
    ts_error err = {""};
    size_t n = 0, checked = 0;
    (void)state;
    if (!have_data()) skip();
    snprintf(dir, sizeof dir, "%s/llamacpp-vocab", data);
    char *texts = ts_folder_read(dir, "ggml-vocab-qwen2.gguf.inp", 1 << 20, false, &n, &err);
    char *lines = ts_folder_read(dir, "ggml-vocab-qwen2.gguf.out", 1 << 20, false, &n, &err);
    assert_true(texts && lines);
    char *line = lines;
    for (char *text = texts, *end; text; text = end ? end + strlen(mark) : NULL, checked++) {
        end = strstr(text, mark);
        size_t size = strcspn(line, "\n");
        snprintf(want, sizeof want, "%.*s", (int)size, line);
        line += size + (line[size] == '\n');
        assert_string_equal(ids_of(real, text, end ? (size_t)(end - text) : strlen(text), 0),
                            want + strspn(want, " "));
    }
    assert_int_equal(checked, 47);
    free(texts);
    free(lines);
}

static void test_real_files(void **state)
{
    (void)state;
    if (!have_data()) skip();
    assert_int_equal(ts_tokenizer_size(real), 151665);
    assert_int_equal(ts_tokenizer_bos(real), 151646);
    assert_true(ts_tokenizer_is_eos(real, 151643));
    check_ids(real, "The capital of France is", TS_TOK_BOS, "151646 785 6722 315 9625 374");
    assert_true(ts_tokenizer_is_special(real, 151646));
    assert_false(ts_tokenizer_is_special(real, 151648)); /* <think> stays visible */
}

static int close_real(void **state)
{
    (void)state;
    ts_tokenizer_close(real);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rank_and_place),
        cmocka_unit_test(test_short_and_long_agree),
        cmocka_unit_test(test_split_qwen2),
        cmocka_unit_test(test_split_gpt2),
        cmocka_unit_test(test_known_expressions),
        cmocka_unit_test(test_nfc),
        cmocka_unit_test(test_nfc_many_marks),
        cmocka_unit_test(test_added_tokens),
        cmocka_unit_test(test_bos),
        cmocka_unit_test(test_eos),
        cmocka_unit_test(test_bad_eos),
        cmocka_unit_test(test_bad_text),
        cmocka_unit_test(test_long_text),
        cmocka_unit_test(test_detok),
        cmocka_unit_test(test_bad_parts),
        cmocka_unit_test(test_bad_documents),
        cmocka_unit_test(test_large_frame),
        cmocka_unit_test(test_escapes),
        cmocka_unit_test(test_bad_merges),
        cmocka_unit_test(test_escaped_merges),
        cmocka_unit_test(test_merges_before_vocab),
        cmocka_unit_test(test_other_kind),
        cmocka_unit_test(test_golden),
        cmocka_unit_test(test_llamacpp),
        cmocka_unit_test(test_real_files),
    };
    return cmocka_run_group_tests(tests, NULL, close_real);
}

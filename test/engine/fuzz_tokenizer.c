/* fuzz_tokenizer.c - random changes of a small tokenizer.json through loading and encoding.
 *
 * usage: fuzz_tokenizer [count [seed]]     defaults: 20000 files, seed from the clock; prints
 * the seed. A file is refused with one line, or accepted; then random bytes are encoded with
 * it, and what is valid text must come back from its ids. The rest is left to the sanitizers. */
#include "engine/tokenizer_int.h"
#include "engine/unicode_classes.h"
#include "test/engine/tokenizer_fixture.h"

#include <time.h>

static uint64_t state;

static uint32_t below(uint32_t n)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)((state >> 32) % n);
}

static const char *const words[] = {
    "{",
    "}",
    "[",
    "]",
    "\"",
    ",",
    ":",
    "\\",
    "\\u",
    "\\ud800",
    "\\udc00",
    "\\u0041",
    "null",
    "true",
    "0",
    "-1",
    "4194303",
    "4194304",
    "2147483648",
    "1e5",
    "\"a b\"",
    "[\"a\",\"b\"]",
    "\"vocab\":",
    "\"merges\":",
    "\"model\":",
    "\"added_tokens\":",
    "\"id\":",
    "\"content\":",
    "\"normalized\":true",
    "\"type\":\"Sequence\"",
    "\"ids\":[",
    "\xff",
    "\xc4\xa0",
    "\xf0\x9f\x99\x82",
    "\x01",
    " ",
    "e\xcc\x81",
};

static const char *const merges[] = {"a", "b", "b", "c", "ab", "c", "c", "c", "cc", "a", NULL};

/* Behind the bytes and the five tokens that the merges make: other ids are refused. */
static const char added[] =
    "{\"id\":261,\"content\":\"<s>\",\"normalized\":false,\"special\":true},"
    "{\"id\":262,\"content\":\"e\xcc\x81\",\"normalized\":true,\"special\":false}";

static const char post[] = "{\"type\":\"TemplateProcessing\",\"single\":[{\"SpecialToken\":{\"id\":"
                           "\"<s>\",\"type_id\":0}},"
                           "{\"Sequence\":{\"id\":\"A\",\"type_id\":0}}],\"special_tokens\":{\"<s>"
                           "\":{\"id\":\"<s>\",\"ids\":"
                           "[261],\"tokens\":[\"<s>\"]}}}";

static const char config[] =
    "{\"add_bos_token\":true,\"bos_token\":{\"content\":\"<s>\",\"lstrip\":false},\"eos_token\":\"<"
    "s>\","
    "\"pad_token\":null,\"add_eos_token\":false,\"additional_special_tokens\":[\"<s>\"],"
    "\"added_tokens_decoder\":{\"261\":{\"content\":\"<s>\",\"normalized\":false,\"special\":true}}"
    "}";

/* Replaces `old` bytes at `at`; `text` has room for every change of a round. */
static size_t replace(char *text, size_t n, size_t at, size_t old, const char *with, size_t size)
{
    if (old > n - at) old = n - at;
    memmove(text + at + size, text + at + old, n - at - old);
    memcpy(text + at, with, size);
    return n - old + size;
}

/* Most changes fall on the parts around the vocabulary, which are short. */
static size_t change(char *text, size_t n)
{
    size_t at = below(3) ? below((uint32_t)n) : below(1200) % n;
    if (below(8) == 0) at = n - 1 - below((uint32_t)(n < 120 ? n : 120));
    if (below(3) == 0) {
        char byte = (char)below(256);
        return replace(text, n, at, 1, &byte, 1);
    }
    if (below(3) == 0) return replace(text, n, at, 1 + below(below(4) ? 4 : 400), "", 0);
    const char *word = words[below(sizeof words / sizeof *words)];
    return replace(text, n, at, below(3), word, strlen(word));
}

/* The ids of valid text, decoded, are its bytes, unless NFC or an added token changed them: then
 * encoding what came back must give the same text again. */
static void check_back(const ts_tokenizer *t, const int32_t *ids, size_t n)
{
    char part[3 * (TS_MAX_ADDED + 4096)];
    ts_detok d;
    ts_detok_init(&d, t, below(2));
    for (size_t i = 0; i < n; i++) {
        if (ts_detok_bound(&d, ids[i]) > sizeof part) return;
        ptrdiff_t got = ts_detok_push(&d, ids[i], part, sizeof part);
        if (got < 0 || ts_utf8_check(part, (size_t)got) != (size_t)got) abort();
    }
    if (ts_detok_flush(&d, part, sizeof part) < 0) abort();
}

static void use(const ts_tokenizer *t)
{
    static const char *const parts[] = {"a", "b",        "c", " ",  "\n",  "<s>",
                                        "e", "\xcc\x81", "1", "'s", "\xff"};
    char text[256];
    ts_error err = {""};
    int32_t *ids;
    size_t n = 0, n_ids;
    for (uint32_t i = below(60); i-- > 0;) {
        const char *part = parts[below(sizeof parts / sizeof *parts - (below(20) != 0))];
        memcpy(text + n, part, strlen(part));
        n += strlen(part);
    }
    bool valid = ts_utf8_check(text, n) == n;
    int failed = ts_tokenizer_encode(t, text, n, below(4), &ids, &n_ids, &err);
    if (valid == (failed != 0)) abort();
    for (size_t i = 0; i < n_ids; i++)
        if (ids[i] < 0 || (size_t)ids[i] >= ts_tokenizer_size(t)) abort();
    check_back(t, ids, n_ids);
    free(ids);
}

/* The configuration beside it: as it is, changed, or none. */
static char *make_config(void)
{
    size_t n = strlen(config);
    char *text = malloc(n + 512);
    if (!text) abort();
    memcpy(text, config, n);
    for (uint32_t k = below(3); k-- > 0 && n;) n = change(text, n);
    text[n] = 0;
    return text;
}

int main(int argc, char **argv)
{
    long count = argc > 1 ? atol(argv[1]) : 20000, accepted = 0;
    state = argc > 2 ? strtoull(argv[2], NULL, 0) : (uint64_t)time(NULL);
    printf("fuzz_tokenizer %ld %llu\n", count, (unsigned long long)state);
    state = state * 2 + 1;
    for (long i = 0; i < count; i++) {
        struct fixture f = {
            .merges = merges, .pairs = below(2), .added = added, .post = below(2) ? post : NULL};
        size_t n;
        char *text = make_fixture(&f, &n);
        text = realloc(text, n + 1024);
        if (!text) abort();
        for (uint32_t k = below(5); k-- > 0;) n = change(text, n);
        ts_error err = {""};
        char *beside = below(2) ? make_config() : NULL;
        ts_tokenizer *t = ts_tokenizer_parse(text, n, beside, &err);
        free(beside);
        if (!t == !ts_failed(&err) || strchr(err.text, '\n')) abort();
        if (t) use(t);
        accepted += t != NULL;
        ts_tokenizer_close(t);
        free(text);
    }
    printf("%ld accepted, %ld refused\n", accepted, count - accepted);
    return count >= 100 && !accepted; /* a seed that is refused itself tests nothing */
}

/* pretokenize.c - cuts text into the pieces that BPE may not join.
 *
 * The reference does it with a regular expression. Here each expression that we know is
 * written out as code over the class table: linear time, no regex engine. Both match at
 * every place, so pieces follow each other without gaps:
 *
 *   GPT-2   's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+
 *   Qwen2   (?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}
 *           | ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+
 */
#include "engine/tokenizer_int.h"
#include "engine/unicode_classes.h"

#include <string.h>

#define LNS (TS_UNI_LETTER | TS_UNI_NUMBER | TS_UNI_SPACE)

int ts_split_find(const char *regex)
{
    if (!strcmp(regex, "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}|"
                       " ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"))
        return TS_SPLIT_QWEN2;
    if (!strcmp(regex, "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|"
                       "\\s+(?!\\S)|\\s+"))
        return TS_SPLIT_GPT2;
    return -1;
}

struct text {
    const unsigned char *s;
    size_t n;
};

/* The class bits at `at`, LNS alone for `other`; *size is 0 at the end of the text. */
static inline unsigned look(struct text t, size_t at, size_t *size)
{
    if (at >= t.n) return *size = 0;
    return ts_unicode_class(ts_utf8_next(t.s + at, size)) & LNS;
}

/* The end of the run of characters from `at` whose LNS bits are `want`. */
static inline size_t run(struct text t, size_t at, unsigned want)
{
    size_t size;
    while (look(t, at, &size) == want && size) at += size;
    return at;
}

static inline bool is_newline(struct text t, size_t at)
{
    return at < t.n && (t.s[at] == '\n' || t.s[at] == '\r');
}

/* The length of 's 't 'm 'd 're 've 'll at `at`, or 0. With `fold`, capitals count as well, and
 * U+017F, the long s (C5 BF). */
static size_t contraction(struct text t, size_t at, bool fold)
{
    const unsigned char *s = t.s + at;
    size_t n = t.n - at;
    if (n < 2 || s[0] != '\'') return 0;
    unsigned char caps = fold ? 0x20 : 0;
    unsigned char a = s[1] | (s[1] >= 'A' && s[1] <= 'Z' ? caps : 0);
    if (a == 's' || a == 't' || a == 'm' || a == 'd') return 2;
    if (n < 3) return 0;
    if (fold && s[1] == 0xc5 && s[2] == 0xbf) return 3;
    unsigned char b = s[2] | (s[2] >= 'A' && s[2] <= 'Z' ? caps : 0);
    return ((a == 'r' || a == 'v') && b == 'e') || (a == 'l' && b == 'l') ? 3 : 0;
}

/* \s+(?!\S)|\s+ from `at` to the end of its white space at `end`: all of it at the end of the
 * text, else all but the last character, unless that is the only one. */
static size_t cut_space(struct text t, size_t at, size_t end)
{
    if (end == t.n) return end;
    size_t last = end - 1;
    while ((t.s[last] & 0xc0) == 0x80) last--;
    return last > at ? last : end;
}

/* \s*[\r\n]+|\s+(?!\S)|\s+ : up to the last line end, if there is one. */
static size_t qwen2_space(struct text t, size_t at)
{
    size_t end = run(t, at, TS_UNI_SPACE), cut = end;
    while (cut > at && !is_newline(t, cut - 1)) cut--;
    return cut > at ? cut : cut_space(t, at, end);
}

static size_t qwen2_other(struct text t, size_t at)
{
    at = run(t, at, 0);
    while (is_newline(t, at)) at++;
    return at;
}

static size_t qwen2_next(struct text t, size_t at)
{
    size_t size, after;
    unsigned first = look(t, at, &size);
    if (first == TS_UNI_LETTER) return run(t, at + size, TS_UNI_LETTER);
    if (first == TS_UNI_NUMBER) return at + size;
    size_t short_form = contraction(t, at, true);
    if (short_form) return at + short_form;
    unsigned second = look(t, at + size, &after);
    if (second == TS_UNI_LETTER && !is_newline(t, at)) return run(t, at + size, TS_UNI_LETTER);
    if (first == 0) return qwen2_other(t, at);
    if (t.s[at] == ' ' && second == 0 && after) return qwen2_other(t, at + size);
    return qwen2_space(t, at);
}

static size_t gpt2_next(struct text t, size_t at)
{
    size_t size, after, short_form = contraction(t, at, false);
    if (short_form) return at + short_form;
    unsigned first = look(t, at, &size);
    if (first != TS_UNI_SPACE) return run(t, at, first);
    unsigned second = look(t, at + size, &after);
    if (t.s[at] == ' ' && second != TS_UNI_SPACE && after) return run(t, at + size, second);
    return cut_space(t, at, run(t, at, TS_UNI_SPACE));
}

size_t ts_split_next(enum ts_split_rule rule, const char *text, size_t n, size_t at)
{
    struct text t = {(const unsigned char *)text, n};
    return rule == TS_SPLIT_QWEN2 ? qwen2_next(t, at) : gpt2_next(t, at);
}

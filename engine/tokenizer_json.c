/* tokenizer_json.c - reads tokenizer.json: jansson for its frame, a strict reader for the rest.
 *
 * The vocabulary and the merges are 99 % of the file; as a tree they would take a second
 * and a hundred megabytes. So their spans are cut out first, and the remaining kilobytes
 * go to jansson, which checks everything there. The spans are checked as they are read.
 */
#include "engine/tokenizer_int.h"
#include "engine/unicode_classes.h"

#include <stdlib.h>
#include <string.h>

/* ---- cutting ---- */

struct knife {
    const char *at, *end;
    char *rest;
    size_t rest_n;
    int depth;
    bool in_model; /* the last key of the outermost object is "model" */
    struct ts_tokenizer_json *cut;
};

static const char *skip_space(const char *p, const char *end)
{
    while (p < end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t')) p++;
    return p;
}

/* p is at a quote: returns the place after the closing one, or `end`. */
static const char *skip_string(const char *p, const char *end)
{
    for (p++; p < end && *p != '"'; p++)
        if (*p == '\\' && p + 1 < end) p++;
    return p < end ? p + 1 : end;
}

/* p is at a bracket: returns the place after its partner, or `end`. */
static const char *skip_brackets(const char *p, const char *end)
{
    size_t depth = 0;
    while (p < end) {
        char c = *p;
        if (c == '"') {
            p = skip_string(p, end);
            continue;
        }
        p++;
        if (c == '{' || c == '[') depth++;
        if ((c == '}' || c == ']') && !--depth) break;
    }
    return p;
}

static void copy(struct knife *k, const char *from, const char *to)
{
    memcpy(k->rest + k->rest_n, from, (size_t)(to - from));
    k->rest_n += (size_t)(to - from);
}

static bool is_key(const char *from, const char *to, const char *name)
{
    return (size_t)(to - from) == strlen(name) + 2 && !memcmp(from + 1, name, strlen(name));
}

/* Cuts the value at k->at, leaving a 0. */
static int cut_value(struct knife *k, bool merges, const char **from, const char **to,
                     ts_error *err)
{
    const struct ts_tokenizer_json *c = k->cut;
    if (*from) return ts_fail(err, "model.vocab or model.merges stands there twice");
    if (k->at == k->end || (*k->at != '{' && *k->at != '['))
        return ts_fail(err, "model.vocab must be an object and model.merges an array");
    *from = k->at;
    *to = c->read ? c->read(c->arg, merges, k->at, k->end) : NULL;
    if (!*to) *to = skip_brackets(k->at, k->end);
    k->at = *to;
    k->rest[k->rest_n++] = '0';
    return 0;
}

/* k->at is at a string; when it is a key, what follows may have to be cut. */
static int pass_string(struct knife *k, ts_error *err)
{
    struct ts_tokenizer_json *cut = k->cut;
    const char *from = k->at, *to = skip_string(from, k->end), *colon = skip_space(to, k->end);
    bool key = colon < k->end && *colon == ':';
    k->at = key ? skip_space(colon + 1, k->end) : to;
    copy(k, from, k->at);
    if (key && k->depth == 1) k->in_model = is_key(from, to, "model");
    if (!key || k->depth != 2 || !k->in_model) return 0;
    if (is_key(from, to, "vocab")) return cut_value(k, false, &cut->vocab, &cut->vocab_end, err);
    if (is_key(from, to, "merges")) return cut_value(k, true, &cut->merges, &cut->merges_end, err);
    return 0;
}

static int cut_all(struct knife *k, ts_error *err)
{
    while (k->at < k->end) {
        char c = *k->at;
        if (c == '"') {
            if (pass_string(k, err)) return -1;
            continue;
        }
        k->depth += (c == '{' || c == '[') - (c == '}' || c == ']');
        k->rest[k->rest_n++] = c;
        k->at++;
    }
    return 0;
}

int ts_tokenizer_json_cut(const char *text, size_t n, struct ts_tokenizer_json *cut, ts_error *err)
{
    struct knife k = {.at = text, .end = text + n, .rest = malloc(n + 2), .cut = cut};
    json_error_t wrong = {0};
    *cut = (struct ts_tokenizer_json){.read = cut->read, .arg = cut->arg};
    if (!k.rest) return ts_fail(err, "not enough memory");
    int failed = cut_all(&k, err);
    if (!failed && k.rest_n > TS_MAX_FRAME)
        failed = ts_fail(err, "more than %d MiB besides model.vocab and model.merges",
                         TS_MAX_FRAME >> 20);
    if (!failed) cut->rest = json_loadb(k.rest, k.rest_n, JSON_REJECT_DUPLICATES, &wrong);
    free(k.rest);
    if (failed) return -1;
    if (!cut->rest) return ts_fail(err, "not valid JSON: %s", wrong.text);
    return 0;
}

/* ---- reading ---- */

static int wrong(struct ts_json_reader *r, const char *what)
{
    return ts_fail(r->err, "%s at byte %zu", what, (size_t)((const char *)r->at - r->begin));
}

bool ts_json_take(struct ts_json_reader *r, char c)
{
    r->at = (const unsigned char *)skip_space((const char *)r->at, (const char *)r->end);
    if (r->at == r->end || *r->at != (unsigned char)c) return false;
    r->at++;
    return true;
}

int ts_json_expect(struct ts_json_reader *r, char c)
{
    char what[] = "' ' expected";
    if (ts_json_take(r, c)) return 0;
    what[1] = c;
    return wrong(r, what);
}

/* Four hexadecimal digits at r->at, or -1. */
static int32_t read_hex(struct ts_json_reader *r)
{
    int32_t value = 0;
    if (r->end - r->at < 4) return -1;
    for (int i = 0; i < 4; i++) {
        unsigned c = r->at[i], low = c | 0x20;
        if (c >= '0' && c <= '9')
            value = value * 16 + (int32_t)(c - '0');
        else if (low >= 'a' && low <= 'f')
            value = value * 16 + (int32_t)(low - 'a' + 10);
        else
            return -1;
    }
    r->at += 4;
    return value;
}

static void put(struct ts_json_reader *r, uint32_t cp)
{
    unsigned char *s = r->text + r->n;
    int size = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
    static const unsigned char lead[5] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (int i = size - 1; i > 0; i--, cp >>= 6) s[i] = (unsigned char)(0x80 | (cp & 0x3f));
    s[0] = (unsigned char)(lead[size] | cp);
    r->n += (size_t)size;
}

/* r->at is after \u. A high surrogate must be followed by the escape of a low one. */
static int read_unicode(struct ts_json_reader *r)
{
    int32_t cp = read_hex(r);
    if (cp < 0) return wrong(r, "\\u without four hexadecimal digits");
    if (cp >= 0xd800 && cp < 0xdc00 && r->end - r->at >= 6 && r->at[0] == '\\' && r->at[1] == 'u') {
        r->at += 2;
        int32_t low = read_hex(r);
        if (low < 0xdc00 || low > 0xdfff) return wrong(r, "lone surrogate");
        cp = 0x10000 + ((cp - 0xd800) << 10) + (low - 0xdc00);
    }
    if (cp >= 0xd800 && cp < 0xe000) return wrong(r, "lone surrogate");
    put(r, (uint32_t)cp);
    return 0;
}

/* r->at is after a backslash. */
static int read_escape(struct ts_json_reader *r)
{
    static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    unsigned char c = r->at < r->end ? *r->at++ : 0;
    if (c == 'u') return read_unicode(r);
    const char *name = c ? strchr(names, c) : NULL;
    if (!name) return wrong(r, "unknown escape");
    r->text[r->n++] = (unsigned char)values[name - names];
    return 0;
}

static int read_wide(struct ts_json_reader *r)
{
    int size = ts_utf8_look(r->at, (size_t)(r->end - r->at));
    if (size <= 0) return wrong(r, "not valid UTF-8");
    for (int i = 0; i < size; i++) r->text[r->n++] = *r->at++;
    return 0;
}

/* Copies what needs no care: ASCII and characters of two bytes, which are nearly all there is. In
 * locals, because a store to `text` might otherwise change the reader. */
static void copy_plain(struct ts_json_reader *r)
{
    const unsigned char *p = r->at, *end = r->end;
    unsigned char *to = r->text + r->n;
    for (; p < end; p++) {
        if (*p < 0x80) {
            if (*p < 0x20 || *p == '"' || *p == '\\') break;
        } else {
            if (*p < 0xc2 || *p > 0xdf || end - p < 2 || (p[1] & 0xc0) != 0x80) break;
            *to++ = *p++;
        }
        *to++ = *p;
    }
    r->n = (size_t)(to - r->text);
    r->at = p;
}

int ts_json_string(struct ts_json_reader *r)
{
    if (ts_json_expect(r, '"')) return -1;
    for (r->n = 0; copy_plain(r), r->at < r->end;) {
        unsigned char c = *r->at;
        if (c < 0x20) return wrong(r, "control character in a string");
        if (c >= 0x80) {
            if (read_wide(r)) return -1;
            continue;
        }
        r->at++;
        if (c == '"') return 0;
        if (read_escape(r)) return -1;
    }
    return wrong(r, "string without end");
}

ptrdiff_t ts_json_spelling(struct ts_json_reader *r, const int16_t *byte, unsigned char stop,
                           unsigned char *to)
{
    const unsigned char *p = r->at, *end = r->end;
    unsigned char *at = to;
    for (; p < end && *p != stop; p++) {
        unsigned c = *p;
        if (c >= 0x80) {
            if (c < 0xc2 || c > 0xc5 || end - p < 2 || (p[1] & 0xc0) != 0x80) return -1;
            c = (c & 31) << 6 | (*++p & 63u);
        }
        int b = byte[c];
        if (b < 0) return -1;
        *at++ = (unsigned char)b;
    }
    if (p == end) return -1;
    r->at = p + 1;
    return at - to;
}

int ts_json_count(struct ts_json_reader *r, uint32_t *value)
{
    uint64_t v = 0;
    r->at = (const unsigned char *)skip_space((const char *)r->at, (const char *)r->end);
    const unsigned char *first = r->at;
    while (r->at < r->end && *r->at >= '0' && *r->at <= '9' && v <= INT32_MAX)
        v = v * 10 + (*r->at++ - '0');
    if (r->at == first || (*first == '0' && r->at > first + 1))
        return wrong(r, "whole number expected");
    if (v > INT32_MAX) return wrong(r, "number too large");
    *value = (uint32_t)v;
    return 0;
}

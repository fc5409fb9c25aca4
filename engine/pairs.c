/* pairs.c - members of a large JSON object (pairs.h). */
#include "engine/pairs.h"

#include <stdio.h>
#include <string.h>

#include "engine/folder.h"

ts_pairs ts_pairs_of(const char *text, size_t bytes, const char *where)
{
    return (ts_pairs){.text = text, .bytes = bytes, .where = where};
}

static void skip_space(ts_pairs *w)
{
    while (w->at < w->bytes && w->text[w->at] && strchr(" \t\r\n", w->text[w->at])) w->at++;
}

static int fail_end(const ts_pairs *w, ts_error *err)
{
    return ts_fail(err, "%s: the JSON ends too early, after %zu bytes", w->where, w->bytes);
}

/* Skips a string whose opening quote is at w->at. */
static int skip_string(ts_pairs *w, ts_error *err)
{
    for (w->at++; w->at < w->bytes; w->at++) {
        if (w->text[w->at] == '\\')
            w->at++;
        else if (w->text[w->at] == '"') {
            w->at++;
            return 0;
        }
    }
    return fail_end(w, err);
}

static int expect(ts_pairs *w, char c, ts_error *err)
{
    skip_space(w);
    if (w->at >= w->bytes) return fail_end(w, err);
    if (w->text[w->at] == c) {
        w->at++;
        return 0;
    }
    return ts_fail(err, "%s: not JSON: expected '%c' and found \"%s\" at byte %zu", w->where, c,
                   ts_show(w->text + w->at, 1).text, w->at);
}

int ts_json_fail(const json_error_t *e, const char *where, ts_error *err)
{
    if (json_error_code(e) == json_error_numeric_overflow)
        return ts_fail(err, "%s: a number is beyond %s", where,
                       strstr(e->text, "real") ? "1.8e308" : "2^63 - 1");
    if (json_error_code(e) == json_error_invalid_utf8)
        return ts_fail(err, "%s: not valid UTF-8", where);
    if (json_error_code(e) == json_error_duplicate_key)
        return ts_fail(err, "%s: a name appears twice in one object: %s", where,
                       ts_show(e->text, strlen(e->text)).text);
    if (json_error_code(e) == json_error_null_character ||
        json_error_code(e) == json_error_null_byte_in_key)
        return ts_fail(err, "%s: a NUL character in a string", where);
    return ts_fail(err, "%s: not JSON: %s", where, ts_show(e->text, strlen(e->text)).text);
}

/* jansson checks escapes and UTF-8 and decodes the name. */
static int read_name(ts_pairs *w, ts_pair *out, ts_error *err)
{
    size_t start = w->at;
    json_error_t e;
    if (w->at >= w->bytes) return fail_end(w, err);
    if (w->text[w->at] != '"') return expect(w, '"', err);
    if (skip_string(w, err)) return -1;
    /* A byte of a name takes at most six bytes of text (\u0001). */
    if (w->at - start > 6 * TS_PAIRS_NAME + 2)
        return ts_fail(err, "%s: a name is longer than %d bytes", w->where, TS_PAIRS_NAME);
    json_t *name = json_loadb(w->text + start, w->at - start, JSON_DECODE_ANY, &e);
    if (!name) return ts_json_fail(&e, w->where, err);
    out->name_bytes = json_string_length(name);
    if (out->name_bytes <= TS_PAIRS_NAME)
        memcpy(out->name, json_string_value(name), out->name_bytes + 1);
    json_decref(name);
    if (out->name_bytes > TS_PAIRS_NAME)
        return ts_fail(err, "%s: a name is longer than %d bytes", w->where, TS_PAIRS_NAME);
    return 0;
}

/* Finds where the value ends: at the ',' or '}' outside of any bracket. */
static int span_value(ts_pairs *w, ts_pair *out, ts_error *err)
{
    int depth = 0;
    skip_space(w);
    out->value = w->text + w->at;
    out->minus = false;
    while (w->at < w->bytes) {
        char c = w->text[w->at];
        if (!depth && (c == ',' || c == '}' || c == ']')) break;
        if (c == '"') {
            if (skip_string(w, err)) return -1;
            continue;
        }
        if ((c == '{' || c == '[') && ++depth > TS_PAIRS_DEPTH)
            return ts_fail(err, "%s: nested deeper than %d levels", w->where, TS_PAIRS_DEPTH);
        depth -= c == '}' || c == ']';
        out->minus |= c == '-';
        w->at++;
    }
    if (w->at >= w->bytes) return fail_end(w, err);
    out->bytes = (size_t)(w->text + w->at - out->value);
    return 0;
}

int ts_pairs_next(ts_pairs *w, ts_pair *out, ts_error *err)
{
    if (!w->begun && expect(w, '{', err)) return -1;
    skip_space(w);
    if (w->at < w->bytes && w->text[w->at] == '}') {
        w->at++;
        return 0;
    }
    if (w->begun && expect(w, ',', err)) return -1;
    skip_space(w);
    w->begun = true;
    if (read_name(w, out, err) || expect(w, ':', err) || span_value(w, out, err)) return -1;
    return 1;
}

json_t *ts_pair_load(const ts_pairs *w, const ts_pair *p, size_t limit, ts_error *err)
{
    json_error_t e;
    json_t *value;
    if (p->bytes > limit) {
        ts_fail(err, "%s: the value of \"%s\" is %zu bytes long; at most %zu are read", w->where,
                ts_show(p->name, p->name_bytes).text, p->bytes, limit);
        return NULL;
    }
    value = json_loadb(p->value, p->bytes, JSON_DECODE_ANY | JSON_REJECT_DUPLICATES, &e);
    if (!value) {
        char where[400];
        snprintf(where, sizeof where, "%s: \"%s\"", w->where, ts_show(p->name, p->name_bytes).text);
        ts_json_fail(&e, where, err);
    }
    return value;
}

/* manifest.c - reads manifest lines from text and from SPIR-V (manifest.h).
 *
 * Every line of the text that begins, behind blanks and comment marks, with "tessera kernel=" must be
 * a whole and right manifest line. A binary of SPIR-V is told by its first word; its instructions are
 * walked, and strings that begin with these words are read in the same way.
 */
#include "rt/manifest.h"

#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ENTRIES = 4096, THREADS_MOST = 65536, SHARED_MOST = 1 << 30 };
enum { SPIRV_MAGIC = 0x07230203, SPIRV_HEAD = 5, OP_STRING = 7 };

static const char mark[] = "tessera kernel=";

/* ---- words of a line ---- */

typedef struct span {
    const char *at, *end;
} span;

static span next_word(span *line)
{
    while (line->at < line->end && (*line->at == ' ' || *line->at == '\t')) line->at++;
    span word = {line->at, line->at};
    while (word.end < line->end && *word.end != ' ' && *word.end != '\t') word.end++;
    line->at = word.end;
    return word;
}

static bool is(span word, const char *text)
{
    size_t n = strlen(text);
    return (size_t)(word.end - word.at) == n && !memcmp(word.at, text, n);
}

/* Words of the line go into messages cut and without control characters. */
static int wrong(span word, const char *what, ts_error *err)
{
    char show[41];
    size_t n = 0;
    for (const char *p = word.at; p < word.end && n < sizeof show - 1; p++)
        show[n++] = *p >= ' ' && *p < 127 ? *p : '?';
    show[n] = 0;
    return ts_fail(err, "the module's manifest is wrong: %s where \"%s\" stands", what, show);
}

static int number(span word, long least, long most, const char *what, long *to, ts_error *err)
{
    const char *p = word.at;
    bool minus = p < word.end && *p == '-';
    p += minus;
    long x = 0;
    bool good = p < word.end;
    for (; p < word.end && good; p++) {
        good = *p >= '0' && *p <= '9' && x <= (LONG_MAX - 9) / 10;
        if (good) x = 10 * x + (*p - '0');
    }
    if (minus) x = -x;
    if (!good || x < least || x > most) return wrong(word, what, err);
    *to = x;
    return 0;
}

static bool starts_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* A C identifier: it becomes part of calls, messages and files elsewhere. */
static int name(span word, char *to, size_t cap, ts_error *err)
{
    size_t n = (size_t)(word.end - word.at);
    bool good = n > 0 && n < cap && starts_name(*word.at);
    for (size_t i = 1; i < n && good; i++)
        good = starts_name(word.at[i]) || (word.at[i] >= '0' && word.at[i] <= '9');
    if (!good) return wrong(word, "an identifier of at most 127 letters is missing", err);
    memcpy(to, word.at, n);
    to[n] = 0;
    return 0;
}

/* What stands before a mark, which is passed over. */
static span cut(span *rest, char mark)
{
    span one = {rest->at, rest->at};
    while (one.end < rest->end && *one.end != mark) one.end++;
    rest->at = one.end + (one.end < rest->end);
    return one;
}

/* "i16,i32:x:1536,o4:y:s0*8", or "-" for none. */
static int params(span word, ts_entry *e, ts_error *err)
{
    if (is(word, "-")) return 0;
    span rest = word;
    for (bool more = true; more;) {
        span item = cut(&rest, ','), all = item, one = cut(&item, ':');
        long bits = 0;
        more = rest.at < rest.end || rest.end[-1] == ',';
        if (one.at == one.end || !memchr("iobw", *one.at, 4) || e->params == TS_MAX_BUFFERS)
            return wrong(word, "params: at most 16 of i, o, b, w with their bits", err);
        if (number((span){one.at + 1, one.end}, 4, 32, "params: bits", &bits, err)) return -1;
        if (bits & (bits - 1)) return wrong(word, "params: bits other than 4, 8, 16, 32", err);
        if (one.end < all.end &&
            ts_demand_param(&e->need, e->params, (int)bits, item.at, item.end, e->sizes))
            return wrong(word, "params: no extents", err);
        e->mode[e->params] = *one.at;
        e->unit[e->params++] = bits < 8 ? 8 : (int)bits;
    }
    return 0;
}

/* ---- one entry ---- */

/* The keys, in the order in which their values are read: threads before teams, sizes before formulas. */
enum {
    KERNEL,
    ENTRY,
    SIZES,
    COST,
    PARAMS,
    GRID,
    ALL,
    WIDE = ALL,
    THREADS,
    TEAMS,
    COUNT,
    SHARED,
    KEYS
};
static const char *const keys[KEYS] = {
    [KERNEL] = "kernel", [ENTRY] = "entry", [SIZES] = "sizes",  [COST] = "cost",
    [PARAMS] = "params", [GRID] = "grid",   [WIDE] = "wide",    [THREADS] = "threads",
    [TEAMS] = "teams",   [COUNT] = "count", [SHARED] = "shared"};

static int read_value(int key, span v, ts_entry *e, ts_error *err)
{
    long x = 0;
    int rc = 0;
    switch (key) {
    case KERNEL: return name(v, e->kernel, sizeof e->kernel, err);
    case ENTRY: return name(v, e->entry, sizeof e->entry, err);
    case PARAMS: return params(v, e, err);
    case GRID:
        rc = ts_demand_axes(&e->need, v.at, v.end, e->sizes);
        return rc ? wrong(v, "grid: no program counts", err) : 0;
    case COST: return number(v, 1, LONG_MAX, "cost", &e->cost, err);
    case COUNT: return number(v, -1, INT32_MAX, "count", &e->count, err);
    case SHARED: return number(v, 0, SHARED_MOST, "shared", &e->shared, err);
    case SIZES: rc = number(v, 0, TS_MAX_SIZES, "sizes", &x, err), e->sizes = (int)x; return rc;
    case THREADS:
        rc = number(v, 1, THREADS_MOST, "threads", &x, err), e->threads = (int)x;
        return rc;
    case TEAMS: rc = number(v, 1, e->threads, "teams", &x, err), e->teams = (int)x; return rc;
    default: rc = number(v, 0, 1, "wide", &x, err), e->wide = x; return rc;
    }
}

/* The values of the keys that we know; others are for other readers. */
static int split(span line, span value[KEYS], ts_error *err)
{
    for (span word = next_word(&line); word.at < word.end; word = next_word(&line)) {
        span v = word, key = cut(&v, '=');
        if (is(word, "*/") && line.at == line.end) return 0;
        if (key.end == word.end) return wrong(word, "a word without =", err);
        for (int k = 0; k < KEYS; k++) {
            if (!is(key, keys[k])) continue;
            if (value[k].at) return wrong(word, "a key for the second time", err);
            value[k] = v;
        }
    }
    return 0;
}

/* line: from "kernel=" on */
static int read_entry(span line, bool threads, ts_entry *e, ts_error *err)
{
    span value[KEYS] = {{0}}, whole = line;
    if (split(line, value, err)) return -1;
    for (int k = 0; k < (threads ? (int)KEYS : (int)ALL); k++) {
        if (!value[k].at && k != GRID) {
            char what[64];
            snprintf(what, sizeof what, "no %s=%s", keys[k],
                     k < ALL ? "" : ", as for another kind of device,");
            return wrong(whole, what, err);
        }
        if (value[k].at && read_value(k, value[k], e, err)) return -1;
    }
    return 0;
}

/* Two entries of one kernel are its plain and its wide form: launched with the same arguments. */
static int fits(const ts_manifest *m, const ts_entry *e, ts_error *err)
{
    for (size_t i = 0; i < m->n; i++) {
        const ts_entry *o = &m->entry[i];
        bool same = !strcmp(o->kernel, e->kernel);
        if (!strcmp(o->entry, e->entry) || (same && o->wide == e->wide))
            return ts_fail(err, "the module's manifest names kernel %s (entry %s) twice", e->kernel,
                           e->entry);
        if (same && (o->params != e->params || o->sizes != e->sizes ||
                     memcmp(o->mode, e->mode, sizeof o->mode)))
            return ts_fail(err, "the module's manifest: both forms of kernel %s must take the same",
                           e->kernel);
    }
    return 0;
}

static int add(ts_manifest *m, span line, bool threads, ts_error *err)
{
    if (m->n == ENTRIES) return ts_fail(err, "the module has more than %d kernels", ENTRIES);
    if (!(m->n & (m->n - 1))) {
        ts_entry *more = realloc(m->entry, (m->n ? 2 * m->n : 1) * sizeof *more);
        if (!more) return ts_fail(err, "no memory for a manifest");
        m->entry = more;
    }
    ts_entry *e = &m->entry[m->n];
    *e = (ts_entry){.threads = 1, .teams = 1, .count = -1};
    if (!read_entry(line, threads, e, err) && !fits(m, e, err)) {
        m->n++;
        return 0;
    }
    ts_demand_free(&e->need);
    return -1;
}

/* ---- text ---- */

static bool is_comment_mark(char c)
{
    return c && strchr(" \t/*#;!%-", c);
}

static int read_line(ts_manifest *m, span line, bool threads, ts_error *err)
{
    while (line.at < line.end && is_comment_mark(*line.at)) line.at++;
    while (line.at < line.end && (line.end[-1] == '\r' || line.end[-1] == ' ')) line.end--;
    size_t n = sizeof mark - 1;
    if ((size_t)(line.end - line.at) < n || memcmp(line.at, mark, n)) return 0;
    line.at = memchr(line.at, 'k', n);
    return add(m, line, threads, err);
}

static int read_text(ts_manifest *m, const char *text, size_t bytes, bool threads, ts_error *err)
{
    for (const char *p = text, *end = text + bytes; p < end;) {
        const char *stop = memchr(p, '\n', (size_t)(end - p));
        if (!stop) stop = end;
        if (read_line(m, (span){p, stop}, threads, err)) return -1;
        p = stop < end ? stop + 1 : end;
    }
    return 0;
}

/* ---- SPIR-V ---- */

static uint32_t word_at(const char *text, size_t i)
{
    uint32_t w;
    memcpy(&w, text + 4 * i, sizeof w);
    return w;
}

/* The string of an OpString lies behind its result id and ends with a zero. */
static int read_string(ts_manifest *m, const char *at, size_t bytes, bool threads, ts_error *err)
{
    const char *zero = memchr(at, 0, bytes);
    if (!zero) return ts_fail(err, "the SPIR-V module has a string without an end");
    return read_line(m, (span){at, zero}, threads, err);
}

static int read_spirv(ts_manifest *m, const char *text, size_t bytes, bool threads, ts_error *err)
{
    size_t words = bytes / 4;
    if (bytes % 4 || words < SPIRV_HEAD)
        return ts_fail(err, "the SPIR-V module is cut off at %zu bytes", bytes);
    for (size_t i = SPIRV_HEAD; i < words;) {
        uint32_t head = word_at(text, i), n = head >> 16, op = head & 0xffff;
        if (!n || n > words - i)
            return ts_fail(err, "the SPIR-V module is broken at word %zu of %zu", i, words);
        if (op == OP_STRING && n > 2 &&
            read_string(m, text + 4 * (i + 2), 4 * (size_t)(n - 2), threads, err))
            return -1;
        i += n;
    }
    return 0;
}

/* ---- all ---- */

int ts_manifest_read(ts_manifest *m, const char *text, size_t bytes, bool threads, ts_error *err)
{
    *m = (ts_manifest){0};
    bool binary = bytes >= 4 && word_at(text, 0) == SPIRV_MAGIC;
    int rc =
        binary ? read_spirv(m, text, bytes, threads, err) : read_text(m, text, bytes, threads, err);
    if (!rc && !m->n)
        rc = ts_fail(err,
                     "the module has no \"%s\" line: it is not emitted by us or "
                     "for a device of another kind",
                     mark);
    if (rc) ts_manifest_free(m);
    return rc;
}

void ts_manifest_free(ts_manifest *m)
{
    for (size_t i = 0; i < m->n; i++) ts_demand_free(&m->entry[i].need);
    free(m->entry);
    *m = (ts_manifest){0};
}

const ts_entry *ts_manifest_find(const ts_manifest *m, const char *kernel, bool wide)
{
    const ts_entry *plain = NULL, *best = NULL;
    for (size_t i = 0; i < m->n; i++) {
        if (strcmp(m->entry[i].kernel, kernel)) continue;
        if (m->entry[i].wide)
            best = &m->entry[i];
        else
            plain = &m->entry[i];
    }
    return wide && best ? best : plain;
}

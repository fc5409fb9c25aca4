/* manifest.c - reads manifest lines from text and from SPIR-V (manifest.h).
 *
 * Every line of the text that begins, behind blanks and comment marks, with "tessera kernel " must be
 * a whole and right manifest line. A binary of SPIR-V is told by its first word; its instructions are
 * walked, and strings that begin with these words are read in the same way.
 */
#include "rt/manifest.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { ENTRIES = 4096, THREADS = 65536, SHARED = 1 << 30 };
enum { SPIRV_MAGIC = 0x07230203, SPIRV_HEAD = 5, OP_STRING = 7 };

static const char mark[] = "tessera kernel ";

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

/* "KEY NUMBER" */
static int keyed(span *line, const char *key, long least, long most, long *to, ts_error *err)
{
    span word = next_word(line);
    if (!is(word, key)) return wrong(word, key, err);
    return number(next_word(line), least, most, key, to, err);
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

/* "i16,i32:x:32:1536,o32", or "-" for none; what stands behind a colon is read by demands(). */
static int params(span word, ts_entry *e, ts_error *err)
{
    if (is(word, "-")) return 0;
    span rest = word;
    for (bool more = true; more;) {
        span item = cut(&rest, ','), one = cut(&item, ':');
        more = rest.at < rest.end || rest.end[-1] == ',';
        if (one.at == one.end || !memchr("iobw", *one.at, 4) || e->params == TS_MAX_BUFFERS)
            return wrong(word, "params: at most 12 of i, o, b, w with 8, 16 or 32", err);
        span bits = {one.at + 1, one.end};
        int unit = is(bits, "8") ? 8 : is(bits, "16") ? 16 : is(bits, "32") ? 32 : 0;
        if (!unit) return wrong(word, "params: a unit other than 8, 16, 32", err);
        e->mode[e->params] = *one.at;
        e->unit[e->params++] = unit;
    }
    return 0;
}

/* ---- one entry ---- */

static int numbers(span *line, ts_entry *e, ts_error *err)
{
    long sizes = 0, threads = 1, teams = 1;
    if (keyed(line, "sizes", 0, TS_MAX_SIZES, &sizes, err) ||
        keyed(line, "threads", 1, THREADS, &threads, err) ||
        keyed(line, "teams", 1, threads, &teams, err) ||
        keyed(line, "count", -1, INT32_MAX, &e->count, err) ||
        keyed(line, "shared", 0, SHARED, &e->shared, err) ||
        keyed(line, "cost", 1, LONG_MAX, &e->cost, err))
        return -1;
    e->sizes = (int)sizes;
    e->threads = (int)threads;
    e->teams = (int)teams;
    return 0;
}

/* What the params demand, once it is known how many sizes there are. */
static int demands(span word, ts_entry *e, ts_error *err)
{
    span rest = word;
    for (int i = 0; i < e->params; i++) {
        span item = cut(&rest, ',');
        cut(&item, ':');
        if (item.at < item.end && ts_demand_param(&e->need, i, item.at, item.end, e->sizes))
            return wrong(word, "params: no extents", err);
    }
    return 0;
}

/* What may stand behind the numbers: "grid s0/64,s1/1". */
static int grid(span *line, ts_entry *e, span *next, ts_error *err)
{
    *next = next_word(line);
    if (!is(*next, "grid")) return 0;
    span axes = next_word(line);
    *next = next_word(line);
    return ts_demand_axes(&e->need, axes.at, axes.end, e->sizes)
               ? wrong(axes, "grid: no program counts", err)
               : 0;
}

/* line: behind "tessera kernel " */
static int read_entry(span line, ts_entry *e, ts_error *err)
{
    long wide;
    if (name(next_word(&line), e->kernel, sizeof e->kernel, err)) return -1;
    span word = next_word(&line);
    if (!is(word, "entry")) return wrong(word, "entry", err);
    if (name(next_word(&line), e->entry, sizeof e->entry, err)) return -1;
    if (keyed(&line, "wide", 0, 1, &wide, err)) return -1;
    e->wide = wide;
    word = next_word(&line);
    if (!is(word, "params")) return wrong(word, "params", err);
    span list = next_word(&line);
    if (params(list, e, err) || numbers(&line, e, err) || demands(list, e, err) ||
        grid(&line, e, &word, err))
        return -1;
    if (word.at < word.end && !is(word, "*/")) return wrong(word, "the end of the line", err);
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

static int add(ts_manifest *m, span line, ts_error *err)
{
    if (m->n == ENTRIES) return ts_fail(err, "the module has more than %d kernels", ENTRIES);
    if (!(m->n & (m->n - 1))) {
        ts_entry *more = realloc(m->entry, (m->n ? 2 * m->n : 1) * sizeof *more);
        if (!more) return ts_fail(err, "no memory for a manifest");
        m->entry = more;
    }
    ts_entry *e = &m->entry[m->n];
    *e = (ts_entry){0};
    if (!read_entry(line, e, err) && !fits(m, e, err)) {
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

static int read_line(ts_manifest *m, span line, ts_error *err)
{
    while (line.at < line.end && is_comment_mark(*line.at)) line.at++;
    while (line.at < line.end && (line.end[-1] == '\r' || line.end[-1] == ' ')) line.end--;
    size_t n = sizeof mark - 1;
    if ((size_t)(line.end - line.at) < n || memcmp(line.at, mark, n)) return 0;
    line.at += n;
    return add(m, line, err);
}

static int read_text(ts_manifest *m, const char *text, size_t bytes, ts_error *err)
{
    for (const char *p = text, *end = text + bytes; p < end;) {
        const char *stop = memchr(p, '\n', (size_t)(end - p));
        if (!stop) stop = end;
        if (read_line(m, (span){p, stop}, err)) return -1;
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
static int read_string(ts_manifest *m, const char *at, size_t bytes, ts_error *err)
{
    const char *zero = memchr(at, 0, bytes);
    if (!zero) return ts_fail(err, "the SPIR-V module has a string without an end");
    return read_line(m, (span){at, zero}, err);
}

static int read_spirv(ts_manifest *m, const char *text, size_t bytes, ts_error *err)
{
    size_t words = bytes / 4;
    if (bytes % 4 || words < SPIRV_HEAD)
        return ts_fail(err, "the SPIR-V module is cut off at %zu bytes", bytes);
    for (size_t i = SPIRV_HEAD; i < words;) {
        uint32_t head = word_at(text, i), n = head >> 16, op = head & 0xffff;
        if (!n || n > words - i)
            return ts_fail(err, "the SPIR-V module is broken at word %zu of %zu", i, words);
        if (op == OP_STRING && n > 2 &&
            read_string(m, text + 4 * (i + 2), 4 * (size_t)(n - 2), err))
            return -1;
        i += n;
    }
    return 0;
}

/* ---- all ---- */

int ts_manifest_read(ts_manifest *m, const char *text, size_t bytes, ts_error *err)
{
    *m = (ts_manifest){0};
    bool binary = bytes >= 4 && word_at(text, 0) == SPIRV_MAGIC;
    int rc = binary ? read_spirv(m, text, bytes, err) : read_text(m, text, bytes, err);
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

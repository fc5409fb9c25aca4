/* read.c - the textual form of a kernel (see print.c) back into a kernel.
 *
 * Reading is hostile-safe: every op goes through ts_append, so a text that is accepted is a kernel
 * that verifies. Written types must be what the rules infer. Numbers of ops may have gaps but must
 * increase. Errors are FILE:LINE: what. An op is where its text says ("@ FILE:LINE"), else where that
 * text is. */
#include "tile/ir.h"
#include "tessera/c_locale.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { MAXTEXT = 1 << 28, MAXWORD = TS_MAXWORD };

typedef struct number { /* as written, and the op it means */
    uint32_t written, id;
} number;

typedef struct reader {
    const char *p, *end, *file;
    int line;
    ts_kern *k;
    number *numbers; /* increasing */
    size_t count, room;
    ts_error *err;
} reader;

static bool fail(reader *r, const char *format, ...) __attribute__((format(printf, 2, 3)));

static bool fail(reader *r, const char *format, ...)
{
    TS_C_LOCALE;
    char text[512];
    va_list ap;
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    ts_fail(r->err, "%.200s:%d: %s", r->file, r->line, text);
    return false;
}

/* ---- characters and words ---- */

static int peek(reader *r)
{
    while (r->p < r->end && (*r->p == ' ' || *r->p == '\t' || *r->p == '\r')) r->p++;
    return r->p < r->end ? (unsigned char)*r->p : '\n';
}

static bool at_end(reader *r)
{
    int c = peek(r);
    return c == '\n' || c == '#';
}

static bool unexpected(reader *r, const char *wanted)
{
    int c = peek(r);
    if (at_end(r)) return fail(r, "%s expected before the end of the line", wanted);
    if (c > ' ' && c < 127) return fail(r, "%s expected, not '%c'", wanted, c);
    return fail(r, "%s expected, not byte 0x%02x", wanted, c);
}

static bool take(reader *r, char c)
{
    if (peek(r) != c) return false;
    r->p++;
    return true;
}

static bool expect(reader *r, char c)
{
    char wanted[] = {'\'', c, '\'', 0};
    return take(r, c) || unexpected(r, wanted);
}

/* A name, or with `number` a literal too, into word[MAXWORD]. */
static bool read_word(reader *r, char *word, bool number, const char *wanted)
{
    size_t n = 0;
    peek(r);
    while (r->p < r->end && ts_is_word(*r->p, number)) {
        if (n == MAXWORD - 1) return fail(r, "word longer than %d characters", MAXWORD - 1);
        word[n++] = *r->p++;
    }
    word[n] = 0;
    return n || unexpected(r, wanted);
}

static bool read_integer(reader *r, int64_t *x)
{
    bool negative = take(r, '-');
    const char *start = (peek(r), r->p);
    int64_t v = 0;
    for (; r->p < r->end && *r->p >= '0' && *r->p <= '9'; r->p++) {
        v = 10 * v + (*r->p - '0');
        if (v > UINT32_MAX) return fail(r, "number too large");
    }
    *x = negative ? -v : v;
    return r->p > start || unexpected(r, "a number");
}

static bool read_int(reader *r, int *x)
{
    int64_t v;
    if (!read_integer(r, &v)) return false;
    if (v < INT32_MIN || v > INT32_MAX) return fail(r, "number too large");
    *x = (int)v;
    return true;
}

/* ---- operands ---- */

/* Every number that is read once is remembered, so a text of n lines takes n log n steps. */
static bool define(reader *r, uint32_t written, uint32_t id)
{
    if (r->count == r->room) {
        r->room = r->room ? 2 * r->room : 64;
        r->numbers = realloc(r->numbers, r->room * sizeof *r->numbers);
        if (!r->numbers) abort();
    }
    r->numbers[r->count++] = (number){written, id};
    return true;
}

static uint32_t find(const reader *r, uint32_t written)
{
    size_t lo = 0, hi = r->count;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (r->numbers[mid].written == written) return r->numbers[mid].id;
        if (r->numbers[mid].written < written)
            lo = mid + 1;
        else
            hi = mid;
    }
    return 0;
}

static bool read_operands(reader *r, ts_op *o)
{
    int64_t written;
    do {
        if (o->argc == TS_MAXARG) return fail(r, "more than %d operands", TS_MAXARG);
        if (!expect(r, '%') || !read_integer(r, &written)) return false;
        uint32_t id = written > 0 ? find(r, (uint32_t)written) : 0;
        if (!id) return fail(r, "%%%lld is not defined", (long long)written);
        o->arg[o->argc++] = id;
    } while (take(r, ','));
    return true;
}

/* ---- types and attributes ---- */

static bool read_dtype(reader *r, ts_op *o)
{
    char word[MAXWORD];
    if (!read_word(r, word, false, "a dtype")) return false;
    int t = ts_dtype_find(word);
    if (t < 0) return fail(r, "unknown dtype '%s'", word);
    o->dtype = (ts_dtype)t;
    return true;
}

/* dtype, dtype<w>, dtype<h,w>, dtype[], dtype[,], dtype[,,] */
static bool read_type(reader *r, ts_op *o)
{
    if (!read_dtype(r, o)) return false;
    o->sort = TS_VALUE;
    o->dim[0] = o->dim[1] = 1;
    if (take(r, '[')) {
        o->sort = TS_VIEW;
        for (o->rank = 1; take(r, ','); o->rank++)
            if (o->rank == 3) return fail(r, "a view has at most rank 3");
        return expect(r, ']');
    }
    if (!take(r, '<')) return true;
    do {
        if (o->rank == 2) return fail(r, "a tile has at most rank 2");
        if (!read_int(r, &o->dim[o->rank++])) return false;
    } while (take(r, ','));
    return expect(r, '>');
}

static bool read_attribute(reader *r, const char *name, int *x)
{
    char word[MAXWORD];
    if (!read_word(r, word, false, name)) return false;
    if (strcmp(word, name) != 0) return fail(r, "%s expected, not '%s'", name, word);
    return read_int(r, x);
}

static bool read_attributes(reader *r, ts_op *o)
{
    int has = ts_attributes(o->op);
    return (!(has & TS_AXIS) || read_attribute(r, "axis", &o->axis)) &&
           (!(has & TS_STEP) || read_attribute(r, "step", &o->step)) &&
           (!(has & TS_FROM) || read_attribute(r, "from", &o->step)) &&
           (!(has & TS_TIMES) || read_attribute(r, "times", &o->step));
}

/* param: dtype[extents] name mode */
static bool read_param(reader *r, ts_op *o, char *name)
{
    static const char *const modes[] = {"in", "out", "inout", "work"};
    char mode[MAXWORD];
    if (!read_dtype(r, o) || !expect(r, '[') || !read_operands(r, o) || !expect(r, ']') ||
        !read_word(r, name, false, "a name") || !read_word(r, mode, false, "a mode"))
        return false;
    o->name = name;
    for (int m = TS_IN; m <= TS_WORK; m++)
        if (!strcmp(mode, modes[m])) {
            o->mode = (ts_mode)m;
            return true;
        }
    return fail(r, "mode must be in, out, inout or work, not '%s'", mode);
}

static bool read_constant(reader *r, ts_op *o)
{
    TS_C_LOCALE;
    char word[MAXWORD], *end;
    if (!read_word(r, word, true, "a number")) return false;
    o->value = strtod(word, &end);
    return !*end || fail(r, "'%s' is not a number", word);
}

/* ---- ops ---- */

static bool read_opcode(reader *r, ts_op *o)
{
    char word[MAXWORD];
    if (!read_word(r, word, false, "an op")) return false;
    for (int op = TS_NONE + 1; op < TS_NOP; op++)
        if (!strcmp(word, ts_opinfos[op].name)) {
            o->op = (ts_opcode)op;
            return true;
        }
    return fail(r, "unknown op '%s'", word);
}

static bool read_rest(reader *r, ts_op *o, bool result, char *name)
{
    if (o->op == TS_param_) return read_param(r, o, name);
    if (result && !read_type(r, o)) return false;
    if (peek(r) == '%' && !read_operands(r, o)) return false;
    if (o->op == TS_const_ && !read_constant(r, o)) return false;
    if (o->op == TS_size_) {
        if (!read_word(r, name, false, "a name")) return false;
        o->name = name;
    }
    return read_attributes(r, o);
}

/* @ FILE:LINE; *file is empty where there is none. */
static bool read_place(reader *r, char *file, int *line)
{
    *file = 0;
    if (!take(r, '@')) return true;
    if (!read_word(r, file, true, "a file") || !expect(r, ':') || !read_int(r, line)) return false;
    return *line > 0 || fail(r, "a line is at least 1");
}

static bool append(reader *r, const ts_op *o, int64_t written)
{
    uint32_t id = ts_append(r->k, o);
    if (!id) {
        ts_fail(r->err, "%s", r->k->err.text);
        return false;
    }
    const ts_op *made = &r->k->op[id];
    if (made->sort == TS_NOTHING) return true;
    if (o->op != TS_param_ && strcmp(ts_type(made).s, ts_type(o).s) != 0)
        return fail(r, "%s gives %s, not %s", ts_opinfos[o->op].name, ts_type(made).s,
                    ts_type(o).s);
    return define(r, (uint32_t)written, id);
}

static bool has_result(ts_opcode op)
{
    return op != TS_store_ && op != TS_scatter_ && op != TS_set_ && op != TS_end_;
}

static bool read_op(reader *r)
{
    ts_op o = {.line = r->line, .file = 1};
    char name[MAXWORD], file[MAXWORD];
    int line = 0;
    int64_t written = 0, last = r->count ? r->numbers[r->count - 1].written : 0;
    bool result = take(r, '%');
    if (result && (!read_integer(r, &written) || !expect(r, '='))) return false;
    if (result && written <= last)
        return fail(r, "%%%lld does not follow %%%lld", (long long)written, (long long)last);
    if (!read_opcode(r, &o)) return false;
    const char *op = ts_opinfos[o.op].name;
    if (result != has_result(o.op))
        return fail(r, result ? "%s has no result" : "%s needs '%%N ='", op);
    if (!read_rest(r, &o, result, name) || !read_place(r, file, &line) ||
        !(at_end(r) || unexpected(r, "the end of the line")) || !append(r, &o, written))
        return false;
    ts_op *made = &r->k->op[r->k->n - 1];
    if (*file) made->line = line, made->file = ts_files_add(&r->k->files, file);
    return true;
}

/* The first line with something on it. */
static bool read_head(reader *r)
{
    char word[MAXWORD];
    if (!read_word(r, word, false, "'kernel'")) return false;
    if (strcmp(word, "kernel") != 0) return fail(r, "'kernel' expected, not '%s'", word);
    if (!read_word(r, word, false, "a name")) return false;
    r->k = ts_begin(word);
    ts_files_add(&r->k->files, r->file);
    if (ts_failed(&r->k->err)) return fail(r, "%s", r->k->err.text);
    return at_end(r) || unexpected(r, "the end of the line");
}

static bool read_lines(reader *r)
{
    for (; r->p < r->end; r->line++) {
        if (!at_end(r) && !(r->k ? read_op(r) : read_head(r))) return false;
        const char *next = memchr(r->p, '\n', (size_t)(r->end - r->p));
        r->p = next ? next + 1 : r->end;
    }
    return r->k || fail(r, "no kernel");
}

ts_kern *ts_read(const char *text, size_t len, const char *file, ts_error *err)
{
    ts_error error = {0};
    reader r = {.p = text, .end = text + len, .file = file, .line = 1, .err = &error};
    if (len > MAXTEXT)
        fail(&r, "text longer than %d bytes", MAXTEXT);
    else if (read_lines(&r))
        ts_verify(r.k, &error);
    free(r.numbers);
    if (!ts_failed(&error)) return r.k;
    ts_fail(err, "%s", error.text);
    ts_free(r.k);
    return NULL;
}

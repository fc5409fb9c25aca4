/* import.c - reading a file of others, finding out what it is, and putting all of it in at once. */
#include "store/transfer.h"
#include "tessera/c_locale.h"

#include <errno.h>
#include <math.h>
#include <nettle/sha2.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "store/store_int.h"
#include "store/transfer_int.h"

int(ts_import_fail)(ts_import *in, size_t line, const char *format, ...)
{
    TS_C_LOCALE;
    char text[600];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    for (char *c = text; *c; c++) /* quoted from the file; the message stays one line */
        if ((unsigned char)*c < ' ' || *c == 127) *c = '?';
    if (line) return ts_fail(in->err, "%s:%zu: %s", in->path, line, text);
    return ts_fail(in->err, "%s: %s", in->path, text);
}

/* ---- rows ---- */

/* The file's name without folder and ending. */
static void stem_of(const char *path, char *to, size_t cap)
{
    const char *slash = strrchr(path, '/');
    snprintf(to, cap, "%s", slash ? slash + 1 : path);
    char *dot = strrchr(to, '.');
    if (dot && dot != to) *dot = 0;
}

/* Of what it holds, once for all its rows. */
static void find_digest(ts_import *in)
{
    struct sha256_ctx sha;
    uint8_t raw[SHA256_DIGEST_SIZE];
    if (in->digest[0]) return;
    sha256_init(&sha);
    sha256_update(&sha, in->bytes, (const uint8_t *)in->text);
    sha256_digest(&sha, sizeof raw, raw);
    for (size_t i = 0; i < sizeof raw; i++) snprintf(in->digest + 2 * i, 3, "%02x", raw[i]);
}

/* What the store says is about the file. */
static int told(ts_import *in, size_t line, int bad, const ts_error *why)
{
    return bad ? ts_import_fail(in, line, "%s", why->text) : 0;
}

/* x: what is wrong with it, the run, the result; or NULL. */
static int take_row(ts_import *in, size_t line, const ts_value *x)
{
    ts_error why = {0};
    if (x[0].text) return ts_import_fail(in, line, "%s", x[0].text);
    return told(in, line, ts_incoming_row(in->store, x[1].text, x[2].text, &why), &why);
}

/* What the SELECT makes of the row's text. */
static int take_text(ts_import *in, size_t line, const char *format, const char *text)
{
    static const char *const names[] = {"row", "source", "url", "stem", "file"};
    char stem[256];
    ts_selection out = {0};
    stem_of(in->path, stem, sizeof stem);
    find_digest(in);
    const ts_value value[] = {{text, NAN, false},
                              {in->source, NAN, false},
                              {in->url, NAN, false},
                              {stem, NAN, false},
                              {in->digest, NAN, false}};
    int bad = ts_store_select(in->store, ts_format_sql(format),
                              &(ts_selection){.name = names, .columns = 5}, value, &out, in->err);
    for (size_t i = 0; i < out.n && !bad; i++) bad = take_row(in, line, out.row[i]);
    ts_selection_free(&out);
    return bad;
}

int ts_import_object(ts_import *in, size_t line, const char *format, const json_t *row)
{
    char *text = json_dumps(row, JSON_COMPACT);
    int bad = text ? take_text(in, line, format, text) : ts_store_no_memory(in->err);
    free(text);
    return bad;
}

/* ---- the file ---- */

/* Of so many bytes at most, to be freed by the caller. */
static char *read_text(ts_import *in, FILE *f, size_t bytes)
{
    char *text = malloc(bytes + 1);
    if (!text) {
        ts_store_no_memory(in->err);
        return NULL;
    }
    rewind(f);
    in->bytes = fread(text, 1, bytes, f);
    text[in->bytes] = 0;
    if (ferror(f))
        ts_import_fail(in, 0, "cannot be read: %s", strerror(errno));
    else if (memchr(text, 0, in->bytes))
        ts_import_fail(in, 0,
                       "is no text: it holds zero bytes; give CSV, JSON, JSON lines or "
                       "a results store");
    else
        return text;
    free(text);
    return NULL;
}

/* The file as text to be freed by the caller; NULL with *in->err filled, or for a store. */
static char *read_file(ts_import *in, bool *store)
{
    char head[] = "SQLite format 3", start[sizeof head] = "", *text = NULL;
    struct stat st;
    bool there = !stat(in->path, &st), plain = there && S_ISREG(st.st_mode);
    FILE *f = plain ? fopen(in->path, "re") : NULL;
    *store = f && fread(start, sizeof head, 1, f) && !memcmp(start, head, sizeof head);
    if (there && !plain)
        ts_import_fail(in, 0, "is no file; name one");
    else if (!f)
        ts_import_fail(in, 0, "cannot be opened: %s", strerror(errno));
    else if (!*store && st.st_size > TS_IMPORT_BYTES)
        ts_import_fail(in, 0, "has over %d MiB; split it, or import the store it came from",
                       TS_IMPORT_BYTES >> 20);
    else if (!*store)
        text = read_text(in, f, (size_t)st.st_size);
    if (f) fclose(f);
    return text;
}

static int parse(ts_import *in)
{
    if (!strncmp(in->text, "\xef\xbb\xbf", 3)) {
        in->text += 3;
        in->bytes -= 3;
    }
    size_t blank = strspn(in->text, " \t\r\n");
    if (!in->text[blank]) return ts_import_fail(in, 0, "is empty");
    if (in->text[blank] == '{' || in->text[blank] == '[') return ts_import_json(in);
    return ts_import_csv(in);
}

int ts_store_import(ts_ledger *s, const char *path, const char *source, const char *url,
                    ts_merged *sum, ts_error *err)
{
    ts_import in = {.store = s, .path = path, .source = source, .url = url, .err = err};
    ts_error why = {0};
    bool store = false;
    char *text = read_file(&in, &store);
    if (store) return ts_store_merge(s, path, sum, err);
    in.text = text;
    int bad = !text || ts_incoming_begin(s, err) || parse(&in);
    if (text && ts_incoming_end(s, bad, sum, &why) && !bad) bad = told(&in, 0, -1, &why);
    free(text);
    return bad ? -1 : 0;
}

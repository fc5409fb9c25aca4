/* row_text.c - rows as JSON and as cells for people, and digests: functions of SQL, so that whoever selects a row can
 * have its text. Strings of JSON are escaped by jansson; numbers are ours, as jansson prints all 17 digits of every one. */
#include <jansson.h>
#include <math.h>
#include <nettle/sha2.h>
#include <regex.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "store/mend.h"
#include "store/store_int.h"
#include "tessera/c_locale.h"

static const char *number_of(double x, char text[32])
{
    if (isnan(x)) return "null";
    return isinf(x) ? "1e999" /* which is valid, and refused with its name */
                    : ts_number_text(x, text);
}

static void put(FILE *f, ts_value x)
{
    char number[32];
    json_t *string = x.text ? ts_json_of_text(x.text, strlen(x.text)) : NULL;
    if (string)
        json_dumpf(string, f, JSON_ENCODE_ANY);
    else
        fputs(number_of(x.number, number), f); /* null, too, without memory */
    json_decref(string);
}

void ts_json_row(FILE *f, const ts_column *c, const void *row, bool first)
{
    for (; c->name; c++) {
        const ts_value x = ts_column_get(c, row);
        if (!x.text && isnan(x.number)) continue;
        fprintf(f, "%s\"%s\":", first ? "" : ",", c->name);
        put(f, x);
        first = false;
    }
}

char *ts_json_samples(const ts_sample *sample, size_t n)
{
    char *text = NULL;
    size_t bytes;
    FILE *f = open_memstream(&text, &bytes);
    if (!f) return NULL;
    for (size_t i = 0; i < n; i++)
        for (const ts_column *c = ts_sample_columns; c->name; c++) {
            fputs(c > ts_sample_columns ? "," : i ? "],[" : "[[", f);
            put(f, ts_column_get(c, &sample[i]));
        }
    fputs(n ? "]]" : "[]", f);
    fclose(f);
    return text;
}

/* ---- functions of SQL ---- */

typedef struct text {
    FILE *f; /* NULL: no memory */
    char *text;
    size_t bytes;
} text;

static void give(sqlite3_context *to, text *t)
{
    if (t->f && !fclose(t->f) && t->text)
        sqlite3_result_text64(to, t->text, t->bytes, free, SQLITE_UTF8);
    else
        sqlite3_result_error_nomem(to);
}

/* told(x): as JSON, NULL as null. A stream is dear for the many numbers there are. */
static void told(sqlite3_context *to, int n, sqlite3_value **arg)
{
    char number[32];
    text t = {.text = NULL};
    int type = sqlite3_value_type(arg[0]);
    bool known = type == SQLITE_FLOAT || type == SQLITE_INTEGER;
    (void)n;
    if (type != SQLITE_TEXT) {
        double x = known ? sqlite3_value_double(arg[0]) : NAN;
        sqlite3_result_text(to, number_of(x, number), -1, SQLITE_TRANSIENT);
        return;
    }
    t.f = open_memstream(&t.text, &t.bytes);
    if (t.f) put(t.f, (ts_value){(const char *)sqlite3_value_text(arg[0]), NAN, false});
    give(to, &t);
}

/* digest(text, n): so many hexadecimal digits of SHA-256; 16 are what a changed bit on the disk does not survive. */
static void digest(sqlite3_context *to, int n, sqlite3_value **arg)
{
    struct sha256_ctx sha;
    uint8_t raw[SHA256_DIGEST_SIZE];
    char hex[2 * sizeof raw + 1];
    const unsigned char *words = sqlite3_value_text(arg[0]);
    sha256_init(&sha);
    if (words) sha256_update(&sha, (size_t)sqlite3_value_bytes(arg[0]), words);
    sha256_digest(&sha, sizeof raw, raw);
    for (size_t i = 0; i < sizeof raw; i++) snprintf(hex + 2 * i, 3, "%02x", raw[i]);
    sqlite3_result_text(to, hex, sqlite3_value_int(arg[n - 1]), SQLITE_TRANSIENT);
}

/* Whole, or four digits that mean something, without an exponent. */
static void put_number(FILE *f, double x, bool as_it_is)
{
    TS_C_LOCALE;
    int whole = x ? (int)floor(log10(fabs(x))) + 1 : 1;
    fprintf(f, "%.*f", as_it_is || whole >= 4 ? 0 : whole < -8 ? 12 : 4 - whole, x);
}

/* What would end a cell is escaped or becomes a blank. */
static void put_cell(FILE *f, sqlite3_value *x, const char *escaped)
{
    int type = sqlite3_value_type(x);
    const char *words = type == SQLITE_TEXT ? (const char *)sqlite3_value_text(x) : "";
    if (type == SQLITE_FLOAT || type == SQLITE_INTEGER)
        put_number(f, sqlite3_value_double(x), type == SQLITE_INTEGER);
    else if (!*words)
        fputc('-', f);
    for (; *words; words++)
        if (strchr(escaped, *words))
            fprintf(f, "\\%c", *words);
        else
            fputc((unsigned char)*words < ' ' || *words == 127 ? ' ' : *words, f);
}

/* plain(x): as people read it; cells(x, ...): a row of a table of markdown. */
static void cells(sqlite3_context *to, int n, sqlite3_value **arg)
{
    const char *escaped = sqlite3_user_data(to);
    text t = {.text = NULL};
    t.f = open_memstream(&t.text, &t.bytes);
    for (int i = 0; t.f && i < n; i++) {
        fputs(*escaped ? "| " : "", t.f);
        put_cell(t.f, arg[i], escaped);
        fputs(!*escaped ? "" : i + 1 < n ? " " : " |", t.f);
    }
    give(to, &t);
}

/* matched(text, pattern, part): what a part of an extended regular expression takes, 0 all of it. The pattern that came
 * last stays compiled. */
typedef struct matcher {
    regex_t re;
    char *pattern; /* NULL: none yet */
} matcher;

static void forget(void *data)
{
    matcher *m = data;
    if (m->pattern) regfree(&m->re);
    free(m->pattern);
    free(m);
}

static bool learn(matcher *m, const char *pattern)
{
    if (m->pattern && !strcmp(m->pattern, pattern)) return true;
    if (m->pattern) regfree(&m->re);
    free(m->pattern);
    m->pattern = regcomp(&m->re, pattern, REG_EXTENDED) ? NULL : strdup(pattern);
    return m->pattern;
}

static void matched(sqlite3_context *to, int n, sqlite3_value **arg)
{
    enum { PARTS = 8 };
    regmatch_t m[PARTS];
    matcher *with = sqlite3_user_data(to);
    const char *text = (const char *)sqlite3_value_text(arg[0]);
    const char *pattern = (const char *)sqlite3_value_text(arg[1]);
    int part = sqlite3_value_int(arg[2]);
    (void)n;
    if (!text || !pattern || part < 0 || part >= PARTS || !learn(with, pattern)) return;
    if (regexec(&with->re, text, PARTS, m, 0) || m[part].rm_so < 0) return;
    sqlite3_result_text(to, text + m[part].rm_so, m[part].rm_eo - m[part].rm_so, SQLITE_TRANSIENT);
}

/* real(text of a number and nothing else): the double that it is, without a sign for 0, which SQLite's own reading may miss by a bit. */
static void real(sqlite3_context *to, int n, sqlite3_value **arg)
{
    TS_C_LOCALE;
    const char *text = (const char *)sqlite3_value_text(arg[0]);
    (void)n;
    if (!text || (*text != '-' && (*text < '0' || *text > '9'))) return;
    char *end;
    double x = strtod(text, &end);
    if (!*end) sqlite3_result_double(to, x == 0 ? 0 : x);
}

int ts_text_functions(ts_ledger *s, ts_error *err)
{
    const int how = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    const struct {
        const char *name;
        int args; /* -1: any number */
        const void *data;
        void (*of)(sqlite3_context *, int, sqlite3_value **);
    } all[] = {{"told", 1, NULL, told},
               {"digest", 2, NULL, digest},
               {"real", 1, NULL, real},
               {"plain", 1, "", cells},
               {"cells", -1, "|\\", cells}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (sqlite3_create_function_v2(s->db, all[i].name, all[i].args, how,
                                       (void *)(uintptr_t)all[i].data, all[i].of, NULL, NULL, NULL))
            return ts_store_fail(s, err);
    matcher *m = calloc(1, sizeof *m);
    if (!m) return ts_store_no_memory(err);
    return sqlite3_create_function_v2(s->db, "matched", 3, how, m, matched, NULL, NULL, forget)
               ? ts_store_fail(s, err)
               : 0;
}

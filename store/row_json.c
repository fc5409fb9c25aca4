/* row_json.c - rows as JSON text. Strings are escaped by jansson; numbers are ours, as jansson prints
 * all 17 digits of every one. */
#include <jansson.h>
#include <math.h>
#include <nettle/sha2.h>
#include <stdlib.h>
#include <string.h>

#include "store/mend.h"
#include "store/store_int.h"

static void put(FILE *f, ts_value x)
{
    char number[32];
    json_t *string = x.text ? ts_json_of_text(x.text, strlen(x.text)) : NULL;
    if (string)
        json_dumpf(string, f, JSON_ENCODE_ANY);
    else
        fputs(isfinite(x.number) ? ts_number_text(x.number, number) : "null", f); /* or no memory */
    json_decref(string);
}

void ts_json_row(FILE *f, const ts_column *c, const void *row, bool first)
{
    for (; c->name; c++) {
        const ts_value x = ts_column_get(c, row);
        if (!x.text && !isfinite(x.number)) continue;
        fprintf(f, "%s\"%s\":", first ? "" : ",", c->name);
        put(f, x);
        first = false;
    }
}

void ts_json_run(FILE *f, const ts_run_info *r)
{
    ts_json_row(f, ts_run_columns, r, true);
}

void ts_json_result(FILE *f, size_t seq, const ts_result *r)
{
    fprintf(f, "\"seq\":%zu", seq);
    ts_json_row(f, ts_result_columns, r, false);
}

void ts_json_samples(FILE *f, const ts_sample *sample, size_t n)
{
    fputc('[', f);
    for (size_t i = 0; i < n; i++) {
        fputs(i ? ",[" : "[", f);
        for (const ts_column *c = ts_sample_columns; c->name; c++) {
            if (c > ts_sample_columns) fputc(',', f);
            put(f, ts_column_get(c, &sample[i]));
        }
        fputc(']', f);
    }
    fputc(']', f);
}

/* ---- digests ---- */

typedef struct text {
    FILE *f; /* NULL: no memory */
    char *text;
    size_t bytes;
} text;

static FILE *begin(text *t)
{
    *t = (text){.text = NULL};
    return t->f = open_memstream(&t->text, &t->bytes);
}

static void finish(text *t, char digest[TS_STORE_DIGEST])
{
    struct sha256_ctx sha;
    uint8_t raw[8];
    *digest = 0;
    if (t->f && !fclose(t->f) && t->text) {
        sha256_init(&sha);
        sha256_update(&sha, t->bytes, (const uint8_t *)t->text);
        sha256_digest(&sha, sizeof raw, raw);
        for (size_t i = 0; i < sizeof raw; i++) snprintf(digest + 2 * i, 3, "%02x", raw[i]);
    }
    free(t->text);
}

void ts_run_digest(const ts_run_info *r, char digest[TS_STORE_DIGEST])
{
    text t;
    if (begin(&t)) ts_json_run(t.f, r);
    finish(&t, digest);
}

void ts_result_digest(const char *run, size_t seq, const ts_result *r, char digest[TS_STORE_DIGEST])
{
    text t;
    if (begin(&t)) fprintf(t.f, "%s ", run), ts_json_result(t.f, seq, r);
    finish(&t, digest);
}

void ts_samples_digest(const ts_sample *sample, size_t n, char digest[TS_STORE_DIGEST])
{
    text t;
    if (begin(&t)) ts_json_samples(t.f, sample, n);
    finish(&t, digest);
}

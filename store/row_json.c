/* row_json.c - rows as JSON text. Strings are escaped by jansson; numbers are ours, as jansson prints
 * all 17 digits of every one. */
#include "store/row_json.h"

#include <jansson.h>
#include <math.h>
#include <nettle/sha2.h>
#include <stdlib.h>
#include <string.h>

#include "store/mend.h"
#include "store/store_int.h"

void ts_json_text(FILE *f, const char *text)
{
    json_t *string = ts_json_of_text(text, strlen(text));
    if (string)
        json_dumpf(string, f, JSON_ENCODE_ANY);
    else
        fputs("null", f); /* no memory */
    json_decref(string);
}

static void number(FILE *f, double x)
{
    char text[32];
    fputs(isnan(x) ? "null" : ts_number_text(x, text), f);
}

static void members(FILE *f, const ts_column *c, const void *row, bool first)
{
    for (; c->name; c++) {
        const char *text = c->text ? ts_column_text(c, row) : NULL;
        double x = c->text ? NAN : ts_column_number(c, row);
        if (!text && isnan(x)) continue;
        fprintf(f, "%s\"%s\":", first ? "" : ",", c->name);
        first = false;
        if (text)
            ts_json_text(f, text);
        else
            number(f, x);
    }
}

void ts_json_run(FILE *f, const ts_run_info *r)
{
    members(f, ts_run_columns, r, true);
}

void ts_json_result(FILE *f, size_t seq, const ts_result *r)
{
    fprintf(f, "\"seq\":%zu", seq);
    members(f, ts_result_columns, r, false);
}

void ts_json_samples(FILE *f, const ts_sample *sample, size_t n)
{
    fputc('[', f);
    for (size_t i = 0; i < n; i++) {
        const double x[] = {sample[i].value, sample[i].read_gbps, sample[i].steal,
                            sample[i].foreign};
        fputs(i ? ",[" : "[", f);
        for (int k = 0; k < 4; k++) {
            number(f, x[k]);
            fputc(',', f);
        }
        fprintf(f, "%d]", sample[i].kept);
    }
    fputc(']', f);
}

/* ---- digests ---- */

static void finish(FILE *f, char **text, const size_t *bytes, char digest[TS_STORE_DIGEST])
{
    struct sha256_ctx sha;
    uint8_t raw[8];
    *digest = 0;
    if (!f) return;
    if (!fclose(f) && *text) {
        sha256_init(&sha);
        sha256_update(&sha, *bytes, (const uint8_t *)*text);
        sha256_digest(&sha, sizeof raw, raw);
        for (size_t i = 0; i < sizeof raw; i++) snprintf(digest + 2 * i, 3, "%02x", raw[i]);
    }
    free(*text);
}

void ts_run_digest(const ts_run_info *r, char digest[TS_STORE_DIGEST])
{
    char *text = NULL;
    size_t bytes = 0;
    FILE *f = open_memstream(&text, &bytes);
    if (f) ts_json_run(f, r);
    finish(f, &text, &bytes, digest);
}

void ts_result_digest(const char *run, size_t seq, const ts_result *r, char digest[TS_STORE_DIGEST])
{
    char *text = NULL;
    size_t bytes = 0;
    FILE *f = open_memstream(&text, &bytes);
    if (f) {
        fprintf(f, "%s ", run);
        ts_json_result(f, seq, r);
    }
    finish(f, &text, &bytes, digest);
}

void ts_samples_digest(const ts_sample *sample, size_t n, char digest[TS_STORE_DIGEST])
{
    char *text = NULL;
    size_t bytes = 0;
    FILE *f = open_memstream(&text, &bytes);
    if (f) ts_json_samples(f, sample, n);
    finish(f, &text, &bytes, digest);
}

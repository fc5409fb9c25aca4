/* import_json.c - documents and lines of JSON: our own forms, and which file is llama-bench's.
 *
 * An unknown member is refused: it would be lost on the way out again. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_int.h"
#include "store/transfer_int.h"

enum { FLAGS = JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL };

static bool is_word(const json_t *object, const char *key, const char *word)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text && !strcmp(text, word);
}

/* ---- rows ---- */

static int member(ts_import *in, size_t where, const ts_column *c, const json_t *value, void *row)
{
    if (c->text) {
        const char *text = json_string_value(value);
        if (!text || strlen(text) > TS_STORE_TEXT_MAX)
            return ts_import_fail(in, where, "\"%s\" is not a text of at most %d bytes", c->name,
                                  TS_STORE_TEXT_MAX);
        text = ts_text_keep(&in->memory, text);
        if (!text) return ts_store_no_memory(in->err);
        ts_column_set(c, row, (ts_value){.text = text});
        return 0;
    }
    if (!json_is_number(value)) return ts_import_fail(in, where, "\"%s\" is not a number", c->name);
    ts_column_set(c, row, (ts_value){.number = json_number_value(value)});
    return 0;
}

/* Every member is a column or one of the words in `besides`, which ends with NULL. */
static int members(ts_import *in, size_t where, const ts_column *columns, const json_t *object,
                   const char *const *besides, void *row)
{
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)object, key, value)
    {
        const char *const *word = besides;
        const ts_column *c = ts_column_find(columns, key);
        while (*word && strcmp(*word, key) != 0) word++;
        if (*word) continue;
        if (!c)
            return ts_import_fail(in, where,
                                  "an unknown member \"%.40s\"; if a later tessera wrote it, "
                                  "import it with that one",
                                  key);
        if (member(in, where, c, value, row)) return -1;
    }
    return 0;
}

static int one_sample(const json_t *row, ts_sample *to)
{
    size_t i = 0;
    for (const ts_column *c = ts_sample_columns; c->name; c++) {
        const json_t *value = json_array_get(row, i++); /* NULL past the end */
        if (!json_is_number(value) && !json_is_null(value)) return -1;
        ts_column_set(c, to,
                      (ts_value){.number = json_is_null(value) ? NAN : json_number_value(value)});
    }
    return json_array_size(row) == i && (to->kept == 0 || to->kept == 1) ? 0 : -1;
}

static int read_samples(ts_import *in, size_t where, const json_t *rows, ts_sample **out, size_t *n)
{
    *out = NULL;
    *n = json_array_size(rows);
    if (rows && !json_is_array(rows))
        return ts_import_fail(in, where, "\"samples\" is not an array");
    if (!*n) return 0;
    if (!(*out = calloc(*n, sizeof **out))) return ts_store_no_memory(in->err);
    for (size_t i = 0; i < *n; i++) {
        if (!one_sample(json_array_get(rows, i), &(*out)[i])) continue;
        free(*out);
        return ts_import_fail(in, where,
                              "sample %zu is not [value, read_gbps, steal, foreign, kept]", i);
    }
    return 0;
}

static int read_run(ts_import *in, size_t where, const json_t *object, const char *const *besides)
{
    ts_run_info r = ts_run_blank();
    if (members(in, where, ts_run_columns, object, besides, &r)) return -1;
    return ts_import_run(in, where, &r);
}

static int read_result(ts_import *in, size_t where, const char *run, const json_t *object)
{
    static const char *const besides[] = {"type", "run", "seq", "samples", NULL};
    ts_result r = ts_result_blank();
    ts_sample *sample;
    size_t n;
    if (members(in, where, ts_result_columns, object, besides, &r)) return -1;
    if (read_samples(in, where, json_object_get(object, "samples"), &sample, &n)) return -1;
    int bad = ts_import_result(in, where, run, &r, sample, n);
    free(sample);
    return bad;
}

/* Of the run read last. */
static int read_next(ts_import *in, size_t where, const json_t *object)
{
    const json_t *seq = json_object_get(object, "seq");
    if (!json_is_number(seq) || json_number_value(seq) != (double)in->results)
        return ts_import_fail(in, where, "\"seq\" is not %zu: a result is missing or out of order",
                              in->results);
    return read_result(in, where, in->run, object);
}

int ts_import_row(ts_import *in, size_t where, const char *run, const char *result)
{
    static const char *const besides[] = {NULL};
    json_t *head = json_loads(run, FLAGS, NULL), *line = json_loads(result, FLAGS, NULL);
    const char *id = json_string_value(json_object_get(head, "id"));
    long long before = -1;
    int bad = id && line ? ts_count_results(in->store, id, &before, in->err)
                         : ts_store_no_memory(in->err);
    if (!bad && before < 0) bad = read_run(in, where, head, besides);
    if (!bad) bad = read_result(in, where, id, line);
    json_decref(head);
    json_decref(line);
    return bad;
}

/* ---- our own forms ---- */

static int own_line(ts_import *in, size_t line, const json_t *object)
{
    static const char *const besides[] = {"type", NULL};
    if (is_word(object, "type", "run")) return read_run(in, line, object, besides);
    if (!is_word(object, "type", "result"))
        return ts_import_fail(in, line, "\"type\" is neither \"run\" nor \"result\"");
    if (!in->run || !is_word(object, "run", in->run))
        return ts_import_fail(in, line, "a result that does not stand behind the line of its run");
    return read_next(in, line, object);
}

static int own_document(ts_import *in, const json_t *document)
{
    static const char *const besides[] = {"results", NULL};
    const json_t *version = json_object_get(document, "version");
    const json_t *runs = json_object_get(document, "runs");
    if (!json_is_number(version) || json_number_value(version) != 1)
        return ts_import_fail(in, 0,
                              "\"version\" is not 1; import it with the tessera that wrote it");
    if (!json_is_array(runs)) return ts_import_fail(in, 0, "\"runs\" is not an array");
    for (size_t i = 0; i < json_array_size(runs); i++) {
        const json_t *run = json_array_get(runs, i);
        const json_t *results = json_object_get(run, "results");
        if (!json_is_object(run) || !json_is_array(results))
            return ts_import_fail(in, 0, "run %zu has no array \"results\"", i + 1);
        if (read_run(in, 0, run, besides)) return -1;
        for (size_t k = 0; k < json_array_size(results); k++)
            if (read_next(in, 0, json_array_get(results, k))) return -1;
    }
    return 0;
}

/* ---- what it is ---- */

static bool is_llama(const json_t *object)
{
    return json_object_get(object, "avg_ts") || json_object_get(object, "build_commit");
}

static int read_object(ts_import *in, size_t line, const json_t *object)
{
    if (!json_is_object(object)) return ts_import_fail(in, line, "is no JSON object");
    return is_llama(object) ? ts_import_llama(in, object, line) : own_line(in, line, object);
}

static int read_line(ts_import *in, const char *text, size_t bytes, size_t line)
{
    json_error_t why;
    json_t *object = json_loadb(text, bytes, FLAGS, &why);
    if (!object) return ts_import_fail(in, line, "is no JSON: %s", why.text);
    int bad = read_object(in, line, object);
    json_decref(object);
    return bad;
}

static int read_lines(ts_import *in)
{
    size_t line = 1;
    for (const char *at = in->text; *at; line++) {
        size_t n = strcspn(at, "\n");
        if (strspn(at, " \t\r") < n && read_line(in, at, n, line)) return -1;
        at += n + (at[n] == '\n');
    }
    return 0;
}

static int read_document(ts_import *in, const json_t *document)
{
    if (is_word(document, "tessera", "results")) return own_document(in, document);
    if (json_is_object(document)) return read_object(in, 1, document);
    for (size_t i = 0; i < json_array_size(document); i++) {
        const json_t *row = json_array_get(document, i);
        if (!json_is_object(row) || !is_llama(row))
            return ts_import_fail(in, 0, "element %zu is no result of llama-bench", i + 1);
        if (ts_import_llama(in, row, 0)) return -1;
    }
    return json_array_size(document) ? 0 : ts_import_fail(in, 0, "is an empty array");
}

/* One document, unless only its first line is one. */
int ts_import_json(ts_import *in)
{
    json_error_t why;
    const char *end = strchr(in->text, '\n');
    json_t *document = json_loadb(in->text, in->bytes, FLAGS, &why);
    if (document) {
        int bad = read_document(in, document);
        json_decref(document);
        return bad;
    }
    json_t *first = end ? json_loadb(in->text, (size_t)(end - in->text), FLAGS, NULL) : NULL;
    bool lines = json_is_object(first);
    json_decref(first);
    if (lines) return read_lines(in);
    return ts_import_fail(in, why.line > 0 ? (size_t)why.line : 0, "is no JSON: %s", why.text);
}

/* import_json.c - documents and lines of JSON: our own forms, and llama-bench's. What is read of each object, and
 * that there is nothing else in it, is for formats.sql. */
#include <stdlib.h>
#include <string.h>

#include "store/store_int.h"
#include "store/transfer_int.h"

enum { FLAGS = JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL };

static bool is_llama(const json_t *object)
{
    return json_object_get(object, "avg_ts") || json_object_get(object, "build_commit");
}

static int read_object(ts_import *in, size_t line, const json_t *object)
{
    if (!json_is_object(object)) return ts_import_fail(in, line, "is no JSON object");
    return ts_import_object(in, line, is_llama(object) ? "llama-bench" : "ours", object);
}

/* As the line that it would be. */
static int read_part(ts_import *in, json_t *object, const char *type, const char *run)
{
    json_object_set_new(object, "type", json_string(type));
    if (run) json_object_set_new(object, "run", json_string(run));
    return ts_import_object(in, 0, "ours", object);
}

static int own_run(ts_import *in, json_t *run, size_t nr)
{
    const char *id = json_string_value(json_object_get(run, "id"));
    json_t *results = json_incref(json_object_get(run, "results"));
    int bad =
        json_is_array(results) ? 0 : ts_import_fail(in, 0, "run %zu has no array \"results\"", nr);
    json_object_del(run, "results");
    if (!bad) bad = read_part(in, run, "run", NULL);
    for (size_t i = 0; !bad && i < json_array_size(results); i++)
        bad = read_part(in, json_array_get(results, i), "result", id);
    json_decref(results);
    return bad;
}

static int own_document(ts_import *in, const json_t *document)
{
    const json_t *version = json_object_get(document, "version");
    const json_t *runs = json_object_get(document, "runs");
    if (!json_is_number(version) || json_number_value(version) != 1)
        return ts_import_fail(in, 0,
                              "\"version\" is not 1; import it with the tessera that wrote it");
    if (!json_is_array(runs)) return ts_import_fail(in, 0, "\"runs\" is not an array");
    for (size_t i = 0; i < json_array_size(runs); i++)
        if (own_run(in, json_array_get(runs, i), i + 1)) return -1;
    return 0;
}

/* ---- what it is ---- */

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
    const char *ours = json_string_value(json_object_get(document, "tessera"));
    if (ours && !strcmp(ours, "results")) return own_document(in, document);
    if (json_is_object(document)) return read_object(in, 1, document);
    for (size_t i = 0; i < json_array_size(document); i++) {
        const json_t *row = json_array_get(document, i);
        if (!json_is_object(row) || !is_llama(row))
            return ts_import_fail(in, 0, "element %zu is no result of llama-bench", i + 1);
        if (read_object(in, 0, row)) return -1;
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

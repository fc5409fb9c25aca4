/* fields.c - the JSON files of a model folder, field by field (fields.h). */
#include "engine/fields.h"

#include <stdlib.h>
#include <string.h>

#include "engine/pairs.h"

enum { MAX_FILE = 4 << 20 }; /* bytes; real ones have thousands, with tables of tokens a million */

int ts_fields_parse(ts_fields *f, const char *text, size_t bytes, const char *where, ts_error *err)
{
    json_error_t e;
    ts_shown shown = ts_show_path(where);
    *f = (ts_fields){.err = err};
    memcpy(f->where, shown.text, sizeof f->where);
    if (bytes > MAX_FILE)
        return ts_fail(err, "%s: %zu bytes long; at most %d are read", f->where, bytes, MAX_FILE);
    f->object = json_loadb(text, bytes, JSON_REJECT_DUPLICATES, &e);
    if (!f->object) return ts_json_fail(&e, f->where, err);
    if (json_is_object(f->object)) return 0;
    ts_fields_free(f);
    return ts_fail(err, "%s: not a JSON object", f->where);
}

int ts_fields_load(ts_fields *f, const char *dir, const char *name, bool optional, ts_error *err)
{
    char path[TS_PATH_MAX];
    size_t bytes;
    *f = (ts_fields){.err = err};
    if (ts_folder_path(path, dir, name, err)) return -1;
    memcpy(f->where, ts_show_path(path).text, sizeof f->where);
    if (optional && !ts_folder_has(dir, name)) return 0;
    char *text = ts_file_read(path, MAX_FILE, &bytes, err);
    int result = text ? ts_fields_parse(f, text, bytes, path, err) : -1;
    free(text);
    return result;
}

void ts_fields_free(ts_fields *f)
{
    json_decref(f->object);
    f->object = NULL;
}

json_t *ts_field_value(const ts_fields *f, const char *key)
{
    json_t *value = json_object_get(f->object, key);
    return json_is_null(value) ? NULL : value;
}

int ts_field_whole(const ts_fields *f, const char *key, uint32_t min, uint32_t max, uint32_t *to)
{
    const json_t *value = ts_field_value(f, key);
    json_int_t n = json_integer_value(value);
    if (!value) return 0;
    if (!json_is_integer(value))
        return ts_fail(f->err, "%s: %s is not a whole number", f->where, key);
    if (n < (json_int_t)min || n > (json_int_t)max)
        return ts_fail(f->err, "%s: %s is %lld; %u to %u is supported", f->where, key, (long long)n,
                       min, max);
    *to = (uint32_t)n;
    return 0;
}

int ts_field_real(const ts_fields *f, const char *key, double min, double max, double *to)
{
    const json_t *value = ts_field_value(f, key);
    double x = json_number_value(value);
    if (!value) return 0;
    if (!json_is_number(value)) return ts_fail(f->err, "%s: %s is not a number", f->where, key);
    if (!(x >= min && x <= max))
        return ts_fail(f->err, "%s: %s is %.15g; %g to %g is supported", f->where, key, x, min,
                       max);
    *to = x;
    return 0;
}

int ts_field_flag(const ts_fields *f, const char *key, bool *to)
{
    const json_t *value = ts_field_value(f, key);
    if (!value) return 0;
    if (!json_is_boolean(value))
        return ts_fail(f->err, "%s: %s is neither true nor false", f->where, key);
    *to = json_is_true(value);
    return 0;
}

int ts_field_word(const ts_fields *f, const char *key, const char **to)
{
    const json_t *value = ts_field_value(f, key);
    if (!value) return 0;
    if (!json_is_string(value)) return ts_fail(f->err, "%s: %s is not a string", f->where, key);
    *to = json_string_value(value);
    return 0;
}

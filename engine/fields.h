/* fields.h - the JSON files of a model folder, field by field.
 *
 * JSON null counts as absent, as it does with the reference. A reader leaves *to alone where the
 * field is absent, and refuses what has another type or lies outside its limits by the file's and
 * the field's name.
 */
#ifndef TESSERA_ENGINE_FIELDS_H
#define TESSERA_ENGINE_FIELDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <jansson.h>

#include "engine/folder.h"

typedef struct ts_fields {
    json_t *object; /* NULL: there is no such file; then every field is absent */
    char where[sizeof(ts_shown)];
    ts_error *err; /* of every reader below */
} ts_fields;

/* DIR/NAME, a JSON object. A missing file is an error unless `optional`. 0, or -1 with *err. */
int ts_fields_load(ts_fields *f, const char *dir, const char *name, bool optional, ts_error *err);
/* The same from text; `where` is what messages call it. */
int ts_fields_parse(ts_fields *f, const char *text, size_t bytes, const char *where, ts_error *err);
void ts_fields_free(ts_fields *f);

/* NULL: absent. */
json_t *ts_field_value(const ts_fields *f, const char *key);

int ts_field_whole(const ts_fields *f, const char *key, uint32_t min, uint32_t max, uint32_t *to);
int ts_field_real(const ts_fields *f, const char *key, double min, double max, double *to);
int ts_field_flag(const ts_fields *f, const char *key, bool *to);
/* A string of the object, valid as long as it is. */
int ts_field_word(const ts_fields *f, const char *key, const char **to);

#endif

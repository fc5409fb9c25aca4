/* vector_text.h - reads the lists of ts_vector against a case of a file: numbers, conditions, names.
 *
 * Extents and parameters are a file's, so numbers may be anything; lists are ours. */
#ifndef TESSERA_CHECK_VECTOR_TEXT_H
#define TESSERA_CHECK_VECTOR_TEXT_H

#include <jansson.h>

#include "engine/safetensors.h"
#include "tessera/suite.h"

typedef struct ts_vector_case {
    const ts_safetensors *file;
    const char *name;
    const json_t *parameters; /* an object */
} ts_vector_case;

/* CASE.in.NAME or CASE.out.NAME; NULL: not there. */
const ts_tensor *ts_vector_tensor(const ts_vector_case *c, const char *way, const char *name);
/* Elements, of 4 bits where a tensor of bytes is codes. */
size_t ts_vector_count(const ts_tensor *t, ts_dtype as);
/* Element i, exactly; NAN of a type that no param is made from. */
double ts_vector_element(const ts_tensor *t, ts_dtype as, size_t i);

typedef struct ts_vector_item { /* of a list: NAME, NAME=VALUE or NAME:VALUE */
    char name[128], value[128]; /* value "": there is none */
    char sign;                  /* '=', ':' or 0 */
} ts_vector_item;

/* The next item of *list, which moves on; false behind the last. */
bool ts_vector_next(const char **list, ts_vector_item *to);
/* 0, or -1 with *err: it names what is not there. */
int ts_vector_number(const ts_vector_case *c, const char *text, double *to, ts_error *err);
/* 1 or 0: does the case meet all conditions? -1 with *err. */
int ts_vector_holds(const ts_vector_case *c, const char *when, ts_error *err);
/* "a=3,b=bf16" of the fields that `list` gives. 0, or -1 with *err. */
int ts_vector_settings(const ts_vector_case *c, const char *list, char *to, size_t size,
                       ts_error *err);

#endif

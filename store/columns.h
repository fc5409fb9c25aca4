/* columns.h - fields.def as tables to walk: where a column is in its struct and what it means. */
#ifndef TESSERA_STORE_COLUMNS_H
#define TESSERA_STORE_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "store/store.h"

typedef struct ts_column {
    const char *name, *meaning;
    size_t offset; /* in ts_run_info, ts_result or ts_sample */
    bool text;
} ts_column;

/* Each ends with a row whose name is NULL. */
extern const ts_column ts_run_columns[], ts_result_columns[], ts_sample_columns[];

/* row: of the columns' struct */
ts_value ts_column_get(const ts_column *c, const void *row);
void ts_column_set(const ts_column *c, void *row, ts_value x);

/* Members of a JSON object: what is known, numbers so that they read back as the same double, always printed in the
 * same way; first: no comma before them. */
void ts_json_row(FILE *f, const ts_column *columns, const void *row, bool first);

/* "[[value,read_gbps,steal,foreign,kept],...]", to be freed; NULL without memory. */
char *ts_json_samples(const ts_sample *sample, size_t n);

/* Shortest decimal text that reads back as the same double; "" for NAN. Needs 32 bytes. */
const char *ts_number_text(double x, char text[32]);

#endif

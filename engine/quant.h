/* quant.h - formats of quantised weights (doc/quantised.md).
 *
 * A matrix [N,K] is codes, row-major, and a scale for each TS_SHARE neighbours of a row:
 *
 *     NAME         [N,K]             codes
 *     NAME_scale   [N,ceil(K/32)]    weight [o,i] = code [o,i] * scale [o,i/32]
 *
 * Vectors (norms, biases) stay what they were, and so do matrices that a format cannot take. */
#ifndef TESSERA_ENGINE_QUANT_H
#define TESSERA_ENGINE_QUANT_H

#include "tessera/error.h"
#include "tessera/tile.h"

enum { TS_SHARE = 32 }; /* elements of a row that have one scale */

typedef struct ts_quant {
    const char *name;            /* "q8": of options and config.json */
    ts_dtype code, scale;        /* each code dtype is of one format */
    const char *stored, *beside; /* types in the file: of codes, of scales */
    int per;                     /* codes in one element of the file, along the rows */
    float least, most;           /* codes in use */
} ts_quant;

const ts_quant *ts_quant_find(const char *name, size_t length);
const ts_quant *ts_quant_of(ts_dtype code); /* NULL: no format has such codes */
/* Whether it can take rows of so many elements: a row begins with a whole element of the file. */
bool ts_quant_takes(const ts_quant *q, uint64_t cols);

/* n numbers of a row, all finite, as codes and scales; both begin where the row does. */
void ts_quant_row(const ts_quant *q, const float *x, size_t n, void *code, void *scale);

/* Of weights, as options and tables name them: "q8" of codes of i8, else the dtype's own. */
const char *ts_weights_name(ts_dtype t);
/* The dtype of that name; TS_NDTYPE: weights have none such. */
ts_dtype ts_weights_dtype(const char *name, size_t length);

#endif

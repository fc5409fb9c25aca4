/* pairs.h - walks the members of a JSON object that is too large to hold as a tree.
 *
 * A tree of jansson takes up to a hundred times the text. Here only the walking is ours: a value is
 * a span of the text, found by matching brackets, and jansson reads the spans the caller asks for.
 * Names are always read, so they are valid UTF-8 without NUL and at most TS_PAIRS_NAME bytes.
 * Duplicate names among the members are for the caller to find.
 */
#ifndef TESSERA_ENGINE_PAIRS_H
#define TESSERA_ENGINE_PAIRS_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

#include "tessera/error.h"

enum { TS_PAIRS_NAME = 1024, TS_PAIRS_DEPTH = 32 };

typedef struct ts_pairs {
    const char *text, *where;
    size_t bytes, at;
    bool begun;
} ts_pairs;

typedef struct ts_pair {
    char name[TS_PAIRS_NAME + 1];
    size_t name_bytes;
    const char *value;
    size_t bytes;
    bool minus; /* a '-' outside of strings: JSON allows it, counts do not */
} ts_pair;

ts_pairs ts_pairs_of(const char *text, size_t bytes, const char *where);

/* 1: *out is the next member; 0: the object is closed, walk->at stands after it; -1: *err. */
int ts_pairs_next(ts_pairs *walk, ts_pair *out, ts_error *err);

/* The value as a tree, duplicates refused; NULL with *err when it is wrong or over `limit` bytes. */
json_t *ts_pair_load(const ts_pairs *walk, const ts_pair *p, size_t limit, ts_error *err);

/* Says in our words what jansson found wrong with the text that `where` names; returns -1. */
int ts_json_fail(const json_error_t *e, const char *where, ts_error *err);

#endif

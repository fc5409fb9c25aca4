/* row_json.h - runs, results and samples as JSON text: the form of jsonl, json and of digests.
 *
 * Columns that are not known are left out. Numbers are printed so that they read back as the same
 * double, and always in the same way.
 */
#ifndef TESSERA_STORE_ROW_JSON_H
#define TESSERA_STORE_ROW_JSON_H

#include <stdio.h>

#include "store/store.h"

/* `"id":"...","kind":"..."`: the members alone, without braces. */
void ts_json_run(FILE *f, const ts_run_info *r);
/* Members of the result, seq first. */
void ts_json_result(FILE *f, size_t seq, const ts_result *r);
/* `[[value,read_gbps,steal,foreign,kept],...]`; unknown numbers are null, kept is 0 or 1. */
void ts_json_samples(FILE *f, const ts_sample *sample, size_t n);
/* A text as a JSON string, quotes included; bytes that are no text become U+FFFD. */
void ts_json_text(FILE *f, const char *text);

#endif

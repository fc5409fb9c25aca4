/* transfer.h - results out of a store and into one, as text.
 *
 *   jsonl      all there is, samples included: one run or result a line; importing it into an empty
 *              store and exporting again gives the same bytes
 *   json       the same as one document
 *   csv        one result a line, without samples; the twelve columns of the pu-rs.org submissions
 *              first, under their names, then ours
 *   markdown   tables for people: kernels by latency, rates and share of the peak, decoding as in
 *              llama-bench
 *
 * Files of others come in as runs of kind "published", with `source` as their label; their id is that of
 * their content, so that importing twice changes nothing:
 *
 *   pu-rs.org CSV (headers of 11, 12 and 12 columns with max_abs_err,sums_ok), ds4-bench CSV,
 *   llama-bench JSON and JSON lines
 */
#ifndef TESSERA_STORE_TRANSFER_H
#define TESSERA_STORE_TRANSFER_H

#include <stdio.h>

#include "store/store.h"

/* The SELECT of that name in a file of them, with all that is behind it. */
const char *ts_sql_named(const char *text, const char *name);
/* The same of formats.sql; :run is as in ts_store_select_run. */
const char *ts_format_sql(const char *name);
/* format: a word above. run: as ts_store_verify. */
int ts_store_export(ts_ledger *s, const char *format, const char *run, FILE *to, ts_error *err);
/* Finds out what the file is: a store, or text of a kind above. All of it is taken or nothing. */
int ts_store_import(ts_ledger *s, const char *path, const char *source, const char *url,
                    ts_merged *sum, ts_error *err);

#endif

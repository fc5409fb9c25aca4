/* report.h - a folder of static pages made from a store of results. It shows; it never measures.
 *
 *     store ──merge──▶ copy in memory ──lines.sql──▶ lines ──▶ pages ──▶ folder
 *
 * What the pages expect of results (store/fields.def says what the columns are):
 *
 *   ceiling    name read, fma, int8 or launch; published: "published ceiling", tok/s
 *   kernel     name, mode cold | hot | overlap; value in us; verdict
 *   decode     name = model; value in tok/s; bytes = those of a token; context; sol
 *   prefill    the same with prompt; load, first_token, memory: value with its unit
 *   breakdown  name = class of kernels; value = time of it in one token (us, ms, s); bytes, launches
 *              = those in one token; name "token": the time of the whole token, replayed; name
 *              "between launches": what is left
 *   ablation   name = what is switched off; value = tok/s without it, or in unit ratio its share of
 *              the speed of the plain model; name "plain": with everything. Of published runs: the
 *              steps of an optimisation, in their order
 *   compare    unit ratio: name = what is compared, above 1: the first is faster; else what a side
 *              reached
 *   ladder     name = kernel; target; value = level
 */
#ifndef TESSERA_REPORT_REPORT_H
#define TESSERA_REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "tessera/error.h"

typedef struct ts_report_options {
    const char *store;       /* file; NULL: only what `also` has */
    const char *const *also; /* files that ts_store_import takes */
    size_t alsos;
    const char *run;    /* the front of an id: the run that the pages are about; NULL: the newest */
    const char *folder; /* made where there is none */
    bool plots;         /* draw them */
} ts_report_options;

typedef struct ts_report_done {
    size_t pages, runs, results;
} ts_report_done;

/* Writes the pages. Everything is on the disk before the first file of the folder is replaced, and each file
 * is replaced at once. 0, or -1 with *err filled. */
int ts_report_write(const ts_report_options *o, ts_report_done *done, ts_error *err);

#endif

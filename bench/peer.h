/* peer.h - finds the rate of generation in what other programs print.
 *
 * A table of formats, tried in order; a rate of prompts (prefill) is never taken for one of generation,
 * nor a mean over both. A program that prints several generation rates in a report (llama-bench with
 * -n 32,128) leaves open which is meant, and that is an error. Of lines that come again while a program
 * runs, the last counts; of a server's log, the median of those that are not 0.
 */
#ifndef TESSERA_BENCH_PEER_H
#define TESSERA_BENCH_PEER_H

#include <stdbool.h>
#include <stddef.h>

#include "tessera/error.h"

typedef struct ts_peer_rate {
    double rate;     /* tokens a second */
    char format[40]; /* "llama-bench, table" */
    char remark[80]; /* what else it contains, or "": "prompts included" */
} ts_peer_rate;

/* out, err_out: what it wrote to stdout and to stderr. pattern: NULL, or the user's extended regular expression, whose
 * first group, or all of it, is the rate in the last line that matches. 0; -1 with *err filled when there is no rate in
 * it or more than one. */
int ts_peer_parse(const char *pattern, const char *out, const char *err_out, ts_peer_rate *rate,
                  ts_error *err);
/* Is it a pattern? -1 with *err filled if not. */
int ts_peer_check(const char *pattern, ts_error *err);

#endif

/* peer_data.h - generation rates in JSON and CSV that other programs print (peer.c). */
#ifndef TESSERA_BENCH_PEER_DATA_H
#define TESSERA_BENCH_PEER_DATA_H

#include <stdbool.h>
#include <stddef.h>

/* Up to cap rates (> 0) in the order of the text, and the name of the format they are in. *prompt: it
 * holds rates of prompts, or of prompts and generation together. */
size_t ts_peer_data(const char *text, double *rate, size_t cap, const char **format, bool *prompt);

#endif

/* input.h - what a person hands over as a file or on standard input. */
#ifndef TESSERA_TOOL_INPUT_H
#define TESSERA_TOOL_INPUT_H

#include <stddef.h>

#include "tessera/error.h"

/* All bytes of `file`, "-" for standard input, with a NUL behind them that *n does not count; to be
 * freed. `what` is what messages call it: "the prompt". NULL and *err. */
char *ts_input_read(const char *file, const char *what, size_t *n, ts_error *err);

/* Writes out what stdout holds. -1 and *err where it or anything before could not be written; stdout then
 * forgets it, so that one fault is told once. */
int ts_output_done(ts_error *err);

#endif

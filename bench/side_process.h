/* side_process.h - runs a command to its end, within a time, and keeps the end of what it prints.
 *
 * The command is a process group of its own, so that all of it can be ended: when the time is over,
 * when its leader is done but left others behind, and when this process is ended by a signal and takes back
 * what it began (rt/leftover.h). Its standard input is empty.
 */
#ifndef TESSERA_BENCH_SIDE_PROCESS_H
#define TESSERA_BENCH_SIDE_PROCESS_H

#include <stdbool.h>
#include <stddef.h>

#include "tessera/error.h"

enum { TS_PRINTED_MOST = 1 << 20 }; /* bytes kept of each stream: the last ones */

typedef struct ts_printed {
    char *text; /* ends with 0; bytes that are 0 in it are blanks */
    size_t n;
} ts_printed;

typedef struct ts_process {
    ts_printed out, err;
    int status;     /* exit status; 128 + number of the signal that ended it */
    double seconds; /* from start to end */
} ts_process;

/* argv[0] is a path, or a name looked for in PATH. what: its name in errors. limit: seconds, 0 for none.
 * 0 when it ran to an end, whatever its status; then free *p. -1 with *err filled when it could not be
 * started or ran out of time. */
int ts_process_run(char *const argv[], const char *what, double limit, ts_process *p,
                   ts_error *err);
void ts_process_free(ts_process *p);
/* Fails for a status that is not 0, with the last line that it wrote to stderr, else to stdout. */
int ts_process_succeeded(const ts_process *p, const char *what, ts_error *err);
/* The last line of text, or else of the other, with something in it, at most 200 bytes, without control characters. */
void ts_last_line(const char *text, const char *other, char out[201]);

#endif

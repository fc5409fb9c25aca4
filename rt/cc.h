/* cc.h - the system's C compiler, run on a text in memory.
 *
 * No shell, no temporary source file, no inherited environment but what a compiler needs. Warnings are
 * off: the text is ours, and its errors go into the ts_error.
 */
#ifndef TESSERA_RT_CC_H
#define TESSERA_RT_CC_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "rt/isa.h"
#include "tessera/error.h"

typedef struct ts_cc {
    char path[4096];
    char identity[4400]; /* changes when the compiler does: real path, size, time of change */
} ts_cc;

enum { TS_CC_FLAGS = 48, TS_CC_PATIENCE = 300 };

/* Seconds after which a compiler that uses no processor time is ended; tests shorten it. */
extern int ts_cc_patience;
/* That happened to this thread's last one: it is not tried again. */
extern _Thread_local bool ts_cc_hung;

/* In between, a file that grows beyond the limit of the process (ulimit -f) is an error of write, not the
 * end of the process by a signal. Of the calling thread; pairs may be nested. */
void ts_hush(sigset_t *before);
void ts_unhush(const sigset_t *before);

/* A program of this name in PATH; relative entries are passed over. */
bool ts_cc_look(ts_cc *cc, const char *name);
/* The first of cc, gcc, clang in PATH. */
int ts_cc_find(ts_cc *cc, ts_error *err);
/* All flags but the output, NULL-terminated; returns how many. */
size_t ts_cc_flags(const ts_isa *isa, const char *flag[TS_CC_FLAGS]);
/* Makes the shared object `out` of text. */
int ts_cc_run(const ts_cc *cc, const ts_isa *isa, const char *text, size_t bytes, const char *out,
              ts_error *err);
/* The same with any flags, NULL-terminated, with "-" among them for the text; `what` is for
 * TESSERA_DEBUG=cc. */
int ts_cc_compile(const ts_cc *cc, const char *const *flag, const char *what, const char *text,
                  size_t bytes, const char *out, ts_error *err);
/* Runs the program with these flags, NULL-terminated, and text as its input; said gets the beginning
 * of what it says. -1: it did not start, or failed. */
int ts_cc_ask(const ts_cc *cc, const char *const *flag, const char *text, char *said, size_t cap);
/* "gcc 12.2.0", "clang 14.0.6", asked of the compiler itself; its file's name where it does not say. */
void ts_cc_version(const ts_cc *cc, char *line, size_t cap);

#endif

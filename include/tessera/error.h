/* error.h - how every fallible call of Tessera reports: one line, cause and remedy.
 *
 * A function that can fail takes a ts_error last, and returns NULL, false or a
 * negative number after filling it. The first failure wins: a later ts_fail on a
 * filled ts_error changes nothing, so callers check once, at the end.
 */
#ifndef TESSERA_ERROR_H
#define TESSERA_ERROR_H

#pragma GCC visibility push(default)

typedef struct ts_error {
    char text[1024]; /* "" while nothing failed */
} ts_error;

/* Fills an empty *err (NULL is allowed) with one formatted line; always returns -1. */
int ts_fail(ts_error *err, const char *format, ...) __attribute__((format(printf, 2, 3)));
#ifdef __clang_analyzer__ /* so that make tidy knows that failing callers return */
#define ts_fail(...) ((ts_fail)(__VA_ARGS__), -1)
#endif

/* True once *err holds a failure. */
int ts_failed(const ts_error *err);

/* The name that `word` was probably meant to be, by edit distance; NULL when none is near enough to say
 * so. `names` ends with NULL. For the remedy of an error: "did you mean ...". */
const char *ts_nearest(const char *word, const char *const *names);

/* True when TESSERA_DEBUG (comma-separated words, or "all") contains `stage`. The words:
 * ir, fold, plan, lane, simt, text, cc, whole, load, start, vulkan, cuda (doc/debug.md). */
int ts_debug(const char *stage);

/* With TESSERA_DEBUG=start: one line on stderr that `what` is done, and when since the first such line. */
void ts_debug_stage(const char *what);

#pragma GCC visibility pop

#endif

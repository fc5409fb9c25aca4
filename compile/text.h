/* text.h - what all printers share: a growing text, and what each text says of its kernels. */
#ifndef TESSERA_TEXT_H
#define TESSERA_TEXT_H

#include <stdarg.h>

#include "tile/ir.h"

typedef struct ts_text {
    char *s;
    size_t n, cap;
    bool failed; /* out of memory: later puts do nothing */
} ts_text;

void ts_put(ts_text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));
void ts_put_v(ts_text *t, const char *format, va_list ap);
void ts_put_bytes(ts_text *t, const void *from, size_t bytes); /* as they are */

/* demand.c: the extents of all params, "w:16:1536*8960,x:32:s0", for the runtime */
int ts_put_needs(ts_text *t, const ts_kern *k, ts_error *err);
/* The program counts, "s0/64,s1/1", where sizes may make more of them than a launch takes; else nothing.
 * Fails where constants do. */
int ts_put_axes(ts_text *t, const ts_kern *k, ts_error *err);

#endif

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

/* ---- manifest.c ----
 *
 * Every text begins each kernel with one line that the runtimes read (rt/manifest.h), behind a comment
 * mark; spirv holds it in an OpString. Words are KEY=VALUE, in any order behind the first; a key that a
 * reader does not know is none of its business.
 *
 *     tessera kernel=NAME entry=ENTRY params=i16:w:1536*8960,o32:y:s0 sizes=1 cost=3072 grid=s0/64
 *
 * kernel: the tile kernel's name; entry: the function's. params: a letter per param (i in, o out, b inout,
 * w work) with the bits of an element, then what it demands of its buffer; "-" for none. cost: bytes that
 * a program reads and no other does. grid: only where sizes may make too many programs. Families add
 * keys of their own. */

/* What a kernel takes, from params to grid, to be freed by the caller; NULL with *err filled. */
char *ts_manifest_of(const ts_kern *k, long cost, ts_error *err);
/* The line without comment mark and newline; `takes` is of ts_manifest_of. */
void ts_put_manifest(ts_text *t, const char *kernel, const char *entry, const char *takes);

#endif

/* mend.h - any bytes as text that JSON and SQL can hold. */
#ifndef TESSERA_STORE_MEND_H
#define TESSERA_STORE_MEND_H

#include <jansson.h>
#include <stddef.h>

/* Writes n bytes of text to `to`, which has room for 3 n + 1: every byte that belongs to no character of
 * UTF-8 becomes U+FFFD. Returns the length; a NUL ends it. */
size_t ts_text_mend(const char *text, size_t n, char *to);

/* A JSON string of n bytes, mended; NUL bytes stay. NULL only without memory. */
json_t *ts_json_of_text(const char *text, size_t n);
/* A number, or null where nothing was measured (NAN) or the number is none. */
json_t *ts_json_of_real(double x);

#endif

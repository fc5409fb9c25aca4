/* mend.h - any bytes as text that JSON and SQL can hold. */
#ifndef TESSERA_STORE_MEND_H
#define TESSERA_STORE_MEND_H

#include <jansson.h>
#include <stddef.h>

/* A JSON string of n bytes, mended; NUL bytes stay. NULL only without memory. */
json_t *ts_json_of_text(const char *text, size_t n);
/* A number, or null where nothing was measured (NAN) or the number is none. */
json_t *ts_json_of_real(double x);

#endif

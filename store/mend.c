/* mend.c - see mend.h. */
#include "store/mend.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* Writes n bytes of text to `to`, which has room for 3 n: every byte that belongs to no character of UTF-8 becomes
 * U+FFFD. Returns the length. */
static size_t mend(const char *text, size_t n, char *to)
{
    char *at = to;
    while (n) {
        utf8proc_int32_t c;
        utf8proc_ssize_t k =
            utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)n, &c);
        if (k > 0)
            memcpy(at, text, (size_t)k);
        else
            memcpy(at, "\xef\xbf\xbd", 3);
        at += k > 0 ? k : 3;
        text += k > 0 ? k : 1;
        n -= k > 0 ? (size_t)k : 1;
    }
    return (size_t)(at - to);
}

json_t *ts_json_of_text(const char *text, size_t n)
{
    json_t *string = json_stringn(text, n);
    char *mended = string ? NULL : malloc(3 * n + 1);
    if (mended) string = json_stringn(mended, mend(text, n, mended));
    free(mended);
    return string;
}

json_t *ts_json_of_real(double x)
{
    return isfinite(x) ? json_real(x) : json_null();
}

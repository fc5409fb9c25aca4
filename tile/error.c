/* error.c - the error line and the debug switch (include/tessera/error.h). */
#include "tessera/error.h"
#include "tessera/c_locale.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int(ts_fail)(ts_error *err, const char *format, ...)
{
    TS_C_LOCALE;
    if (!err || err->text[0]) return -1;
    va_list ap;
    va_start(ap, format);
    vsnprintf(err->text, sizeof err->text, format, ap);
    va_end(ap);
    return -1;
}

int ts_failed(const ts_error *err)
{
    return err->text[0] != 0;
}

int ts_debug(const char *stage)
{
    const char *words = getenv("TESSERA_DEBUG");
    size_t len = strlen(stage);
    for (; words && *words; words += *words == ',') {
        size_t n = strcspn(words, ",");
        if ((n == len && !memcmp(words, stage, n)) || (n == 3 && !memcmp(words, "all", 3)))
            return 1;
        words += n;
    }
    return 0;
}

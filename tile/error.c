/* error.c - the error line and the debug switch (include/tessera/error.h). */
#include "tessera/error.h"
#include "tessera/c_locale.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

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

void ts_debug_stage(const char *what)
{
    static struct timespec first;
    struct timespec now;
    if (!ts_debug("start")) return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (!first.tv_sec) first = now;
    fprintf(stderr, "start: %9.3f ms  %s\n",
            1e3 * (double)(now.tv_sec - first.tv_sec) +
                1e-6 * (double)(now.tv_nsec - first.tv_nsec),
            what);
}

/* c_locale.c - see tessera/c_locale.h. The locale is made once and lives as long as the process. */
#include "tessera/c_locale.h"

#include <locale.h>
#include <pthread.h>
#include <stdlib.h>

static locale_t c_locale;
static pthread_once_t made = PTHREAD_ONCE_INIT;

static void make(void)
{
    c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (!c_locale) abort(); /* no memory: "C" itself is always there */
}

void *ts_c_locale_enter(void)
{
    pthread_once(&made, make);
    return uselocale(c_locale);
}

void ts_c_locale_leave(void **before)
{
    uselocale(*before);
}

/* c_locale.h - numbers in texts as C writes them, whatever locale the host program has set.
 *
 * A host that called setlocale may have a comma for its decimal point, in what printf writes and in
 * what strtod reads. Every function of Tessera that formats or reads a number with a fraction, or asks
 * what kind of character a byte is, begins with
 *
 *     TS_C_LOCALE;
 *
 * which gives the calling thread the locale "C" until the function returns, by whatever way. Other
 * threads, and the host's own choice, are left alone. */
#ifndef TESSERA_C_LOCALE_H
#define TESSERA_C_LOCALE_H

#pragma GCC visibility push(default)

#define TS_C_LOCALE                                                                                \
    __attribute__((cleanup(ts_c_locale_leave), unused)) void *locale_before = ts_c_locale_enter()

/* The thread's locale until now. */
void *ts_c_locale_enter(void);
void ts_c_locale_leave(void **before);

#pragma GCC visibility pop

#endif

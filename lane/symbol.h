/* symbol.h - the C name that a kernel has in a text of the lane family: ts_ and its own name.
 *
 * Its count of programs and its programs have names of their own behind that, ts_NAME_grid and NAME_run1
 * ..., and the prelude has some, too. A kernel called like that gets one more underscore, and so does one
 * that is called as such a kernel then would be: so different kernels have different symbols. */
#ifndef TESSERA_LANE_SYMBOL_H
#define TESSERA_LANE_SYMBOL_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { TS_SYMBOL = 256 }; /* room for the symbol of any kernel, with the longest end */

static inline bool ts_symbol_ends(const char *name, size_t n, const char *with)
{
    size_t m = strlen(with);
    return n >= m && !memcmp(name + n - m, with, m);
}

static inline bool ts_symbol_is_taken(const char *name)
{
    static const char *const ends[] = {"_grid"};
    static const char *const prelude[] = {"least", "window", "programs"};
    size_t n = strlen(name), digits = 0;
    while (n && name[n - 1] == '_') n--;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (ts_symbol_ends(name, n, ends[i])) return true;
    for (size_t i = 0; i < sizeof prelude / sizeof *prelude; i++)
        if (strlen(prelude[i]) == n && !memcmp(name, prelude[i], n)) return true;
    while (digits < n && name[n - 1 - digits] >= '0' && name[n - 1 - digits] <= '9') digits++;
    return digits && ts_symbol_ends(name, n - digits, "_run");
}

/* Into `to`, which has TS_SYMBOL bytes: the kernel's symbol, with `end` behind it. */
static inline const char *ts_symbol(const char *kernel, const char *end, char *to)
{
    snprintf(to, TS_SYMBOL, "ts_%.200s%s%s", kernel, ts_symbol_is_taken(kernel) ? "_" : "", end);
    return to;
}

#endif

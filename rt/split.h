/* split.h - an emitted text of C as several, so that as many compilers can work at once.
 *
 * Before its first kernel a text has a head (the prelude), which every part begins with; from one line
 * "tessera kernel=" to the next there is a kernel, which shares nothing with the others. */
#ifndef TESSERA_RT_SPLIT_H
#define TESSERA_RT_SPLIT_H

#include <stddef.h>

enum { TS_SPLIT = 8 }; /* parts at most */

typedef struct ts_split {
    char *text[TS_SPLIT];
    size_t bytes[TS_SPLIT];
    int n; /* 0: there is too little to split, or no memory for it */
} ts_split;

/* The same for the same text and number, so that a cache finds parts again. */
ts_split ts_split_make(const char *text, size_t bytes, int most);
void ts_split_free(ts_split *s);

#endif

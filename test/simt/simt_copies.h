/* simt_copies.h - copies to shared memory that are on their way, for the interpreter of the SIMT form: they land
 * as late as a WAIT lets them, the youngest of those first. */
#ifndef TEST_SIMT_COPIES_H
#define TEST_SIMT_COPIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ts_copy {
    int thread, at;   /* at: the first of four words of shared memory */
    uint32_t group;   /* COMMITs of the thread before it; ts_copies_begin counts them */
    const void *from; /* bytes that must not change meanwhile, if any */
    size_t n;
    uint32_t bytes[4]; /* what it brings */
} ts_copy;

/* Of one group of threads. */
typedef struct ts_copies {
    ts_copy *copy; /* oldest first */
    size_t n, cap;
    uint32_t *commits; /* by thread */
    bool *on_way;      /* by word of shared memory */
    int threads, words;
    ts_copy landed;
} ts_copies;

bool ts_copies_new(ts_copies *c, int threads, int words);
void ts_copies_free(ts_copies *c);
void ts_copies_clear(ts_copies *c); /* before the next group: counts anew */
/* Its words are there. False: no memory. */
bool ts_copies_begin(ts_copies *c, ts_copy x);
void ts_copies_commit(ts_copies *c, int thread);
/* Takes out the next copy that lands by a WAIT for all but the thread's `young` youngest groups; NULL: there is no
 * more. It lasts until the next call. */
const ts_copy *ts_copies_land(ts_copies *c, int thread, int young);

#endif

/* guard.h - no launch of a step leaves its buffers: what kernels demand against what launches give.
 *
 * Extents made of constants are checked once, when a step is recorded; those made of sizes whenever a
 * cell holds another value than at the last run. Where the host sees the device's memory it looks
 * there. Elsewhere it remembers what it wrote into a cell, and asks the device only for cells that a
 * kernel may have changed since, or that it never wrote.
 *
 *     record   ts_guard_make     alignment, fixed extents, cells that launches of the step write
 *     run      ts_guard_check    extents made of sizes
 *              ts_guard_ran      which remembered cells may have changed
 */
#ifndef TESSERA_RT_GUARD_H
#define TESSERA_RT_GUARD_H

#include "rt/demand.h"

/* What the text says of the kernel of a launch; the strings and need live as long as the step. */
typedef struct ts_facts {
    const char *kernel;
    const char *modes; /* a letter per param, as many as params */
    int params, sizes;
    const ts_demand *need;
} ts_facts;

typedef struct ts_guard {
    struct ts_open *open; /* launches whose needs depend on sizes */
    struct ts_held *cell; /* all cells that sizes are read from, sorted, each once */
    struct ts_touched *write;
    size_t opens, cells, writes;
    bool checked; /* cells[].value are values that were found good */
} ts_guard;

/* A size cell as the host last knew it (of a buffer whose memory the host does not see). */
typedef struct ts_seen {
    size_t at;
    int32_t value;
    bool known;
} ts_seen;

/* facts: one for each launch of s, which are s->n. 0, or -1 with *err filled. */
int ts_guard_make(ts_step *s, const ts_launch *launch, const ts_facts *facts, ts_error *err);
int ts_guard_check(ts_step *s, ts_error *err);
void ts_guard_ran(const ts_step *s);
void ts_guard_free(ts_guard *g);
/* The host has written these bytes of b. */
void ts_guard_put(ts_buffer *b, size_t offset, const void *data, size_t bytes);

#endif

/* warm.h - a thread that touches memory before kernels do, so that the first step does not wait for pages.
 *
 * Pages of a mapped file and of new memory are given out when they are first touched: for 3.5 GB of
 * weights in small pages that is 50,000 faults, which a first token waits for. Between opening a model and
 * its first step there is time for that, on another processor. Nobody waits for this thread: a step that
 * comes earlier faults as ever.
 *
 * It asks the system for pages (madvise), and so never reads: a file that was cut in between raises no
 * signal here. */
#ifndef TESSERA_RT_WARM_H
#define TESSERA_RT_WARM_H

#include <stdbool.h>
#include <stddef.h>

typedef struct ts_warm ts_warm;

/* NULL: no memory; all else takes that for a thread that does nothing. */
ts_warm *ts_warm_new(void);
/* Behind what was added before. write: memory of ours that is still zero, else it is only read. */
void ts_warm_add(ts_warm *w, const void *at, size_t bytes, bool write);
/* Nothing of it is touched from now on: it may be unmapped. */
void ts_warm_drop(ts_warm *w, const void *at, size_t bytes);
/* Until all that was added is there, or cannot be. */
void ts_warm_wait(ts_warm *w);
void ts_warm_free(ts_warm *w);

#endif

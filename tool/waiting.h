/* waiting.h - a progress line (progress.h) for work that does not always say how far it is: a thread keeps
 * the line going while a compiler runs or a driver copies. */
#ifndef TESSERA_TOOL_WAITING_H
#define TESSERA_TOOL_WAITING_H

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

#include "tool/progress.h"

typedef struct ts_waiting {
    ts_progress progress;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t wake;
    bool on, over;
} ts_waiting;

/* From now on `what` is being done, with no measure of it. */
void ts_waiting_begin(ts_waiting *w, const char *what);
/* What is being done now; `total` bytes of it, 0: no measure. Any thread; nothing before begin. */
void ts_waiting_step(ts_waiting *w, const char *what, uint64_t done, uint64_t total);
/* The same for the callbacks `progress` and `begins` of ts_model_options; arg is the ts_waiting. */
void ts_waiting_show(void *arg, const char *what, uint64_t done, uint64_t total);
void ts_waiting_begins(void *arg, const char *what);
void ts_waiting_end(ts_waiting *w); /* nothing if it was not begun */

#endif

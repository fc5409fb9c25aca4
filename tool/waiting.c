/* waiting.c - see waiting.h. The lock guards the line: threads that make weights and the one that keeps
 * the line going both write to it. */
#include "tool/waiting.h"

#include <signal.h>
#include <string.h>
#include <time.h>

enum { TICK_NS = 250 * 1000 * 1000 };

static void *tick(void *arg)
{
    ts_waiting *w = arg;
    pthread_mutex_lock(&w->lock);
    while (!w->over) {
        struct timespec at;
        clock_gettime(CLOCK_REALTIME, &at);
        at.tv_nsec += TICK_NS;
        if (at.tv_nsec >= 1000000000) at.tv_nsec -= 1000000000, at.tv_sec++;
        pthread_cond_timedwait(&w->wake, &w->lock, &at);
        if (!w->over) ts_progress_step(&w->progress, w->progress.done);
    }
    pthread_mutex_unlock(&w->lock);
    return NULL;
}

/* Signals are for the thread that works. */
static bool start(ts_waiting *w)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool on = !pthread_create(&w->thread, NULL, tick, w);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return on;
}

void ts_waiting_begin(ts_waiting *w, const char *what)
{
    w->over = false;
    pthread_mutex_init(&w->lock, NULL);
    pthread_cond_init(&w->wake, NULL);
    ts_progress_begin(&w->progress, what, "", 0);
    w->on = start(w);
}

void ts_waiting_step(ts_waiting *w, const char *what, uint64_t done, uint64_t total)
{
    if (!w->on) return;
    pthread_mutex_lock(&w->lock);
    if (strcmp(w->progress.what, what) != 0) {
        ts_progress_end(&w->progress);
        ts_progress_begin(&w->progress, what, total ? "B" : "", (double)total);
    }
    ts_progress_step(&w->progress, (double)done);
    pthread_mutex_unlock(&w->lock);
}

void ts_waiting_show(void *arg, const char *what, uint64_t done, uint64_t total)
{
    ts_waiting_step(arg, what, done, total);
}

void ts_waiting_begins(void *arg, const char *what)
{
    ts_waiting_step(arg, what, 0, 0);
}

void ts_waiting_end(ts_waiting *w)
{
    if (!w->on) return;
    pthread_mutex_lock(&w->lock);
    w->over = true;
    pthread_cond_signal(&w->wake);
    pthread_mutex_unlock(&w->lock);
    pthread_join(w->thread, NULL);
    ts_progress_end(&w->progress);
    pthread_cond_destroy(&w->wake);
    pthread_mutex_destroy(&w->lock);
    w->on = false;
}

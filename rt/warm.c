/* warm.c - see warm.h. */
#include "rt/warm.h"

#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#ifndef MADV_POPULATE_READ
#define MADV_POPULATE_READ                                                                         \
    22 /* Linux 5.14; before, and elsewhere, it fails and nothing is touched */
#define MADV_POPULATE_WRITE 23
#endif

/* Whoever maps memory meanwhile waits for the piece at hand: 50 us in small pages. */
enum { PIECE = 2 << 20 };

typedef struct span {
    uintptr_t at, end;
    bool write;
} span;

struct ts_warm {
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t wake, idle; /* there is more to do; a piece is done */
    span *queue;
    size_t n, cap, first;
    span now; /* empty: nothing is being touched */
    bool started, stop;
};

static void touch(const span *s)
{
    (void)madvise((void *)s->at, s->end - s->at,
                  s->write ? MADV_POPULATE_WRITE : MADV_POPULATE_READ);
}

/* The next piece; the lock is held. */
static span take(ts_warm *w)
{
    span *s = &w->queue[w->first], piece = *s;
    if (piece.end - piece.at > PIECE) piece.end = piece.at + PIECE;
    s->at = piece.end;
    if (s->at >= s->end) w->first++;
    return piece;
}

static void *work(void *arg)
{
    ts_warm *w = arg;
    pthread_mutex_lock(&w->lock);
    while (!w->stop) {
        if (w->first == w->n) {
            pthread_cond_wait(&w->wake, &w->lock);
            continue;
        }
        span piece = w->now = take(w);
        pthread_mutex_unlock(&w->lock);
        touch(&piece);
        pthread_mutex_lock(&w->lock);
        w->now = (span){0};
        pthread_cond_broadcast(&w->idle);
    }
    pthread_mutex_unlock(&w->lock);
    return NULL;
}

/* Signals are the host's threads' affair. */
static bool start(ts_warm *w)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool good = !pthread_create(&w->thread, NULL, work, w);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return good;
}

ts_warm *ts_warm_new(void)
{
    ts_warm *w = calloc(1, sizeof *w);
    if (!w) return NULL;
    pthread_mutex_init(&w->lock, NULL);
    pthread_cond_init(&w->wake, NULL);
    pthread_cond_init(&w->idle, NULL);
    return w;
}

static bool reserve(ts_warm *w)
{
    if (w->n < w->cap) return true;
    size_t cap = w->cap ? 2 * w->cap : 256;
    span *bigger = realloc(w->queue, cap * sizeof *bigger);
    if (!bigger) return false;
    w->queue = bigger;
    w->cap = cap;
    return true;
}

/* Whole pages around what is read, inside of what is written. */
static span pages(const void *at, size_t bytes, bool write)
{
    uintptr_t from = (uintptr_t)at, to = from + bytes, page = (uintptr_t)sysconf(_SC_PAGESIZE);
    from = write ? (from + page - 1) / page * page : from / page * page;
    to = write ? to / page * page : (to + page - 1) / page * page;
    return (span){from, to, write};
}

void ts_warm_add(ts_warm *w, const void *at, size_t bytes, bool write)
{
    if (!w) return;
    span s = pages(at, bytes, write);
    pthread_mutex_lock(&w->lock);
    if (w->first == w->n) w->first = w->n = 0;
    if (s.at < s.end && reserve(w)) w->queue[w->n++] = s;
    if (!w->started && w->n) w->started = start(w);
    pthread_cond_signal(&w->wake);
    pthread_mutex_unlock(&w->lock);
}

static bool meet(const span *a, const span *b)
{
    return a->at < b->end && b->at < a->end;
}

void ts_warm_drop(ts_warm *w, const void *at, size_t bytes)
{
    if (!w) return;
    span gone = pages(at, bytes, false);
    pthread_mutex_lock(&w->lock);
    for (size_t i = w->first; i < w->n; i++)
        if (meet(&w->queue[i], &gone)) w->queue[i].end = w->queue[i].at;
    while (meet(&w->now, &gone)) pthread_cond_wait(&w->idle, &w->lock);
    pthread_mutex_unlock(&w->lock);
}

void ts_warm_wait(ts_warm *w)
{
    if (!w) return;
    pthread_mutex_lock(&w->lock);
    while (w->started && (w->first < w->n || w->now.end)) pthread_cond_wait(&w->idle, &w->lock);
    pthread_mutex_unlock(&w->lock);
}

void ts_warm_free(ts_warm *w)
{
    if (!w) return;
    pthread_mutex_lock(&w->lock);
    w->stop = true;
    pthread_cond_signal(&w->wake);
    pthread_mutex_unlock(&w->lock);
    if (w->started) pthread_join(w->thread, NULL);
    pthread_mutex_destroy(&w->lock);
    pthread_cond_destroy(&w->wake);
    pthread_cond_destroy(&w->idle);
    free(w->queue);
    free(w);
}

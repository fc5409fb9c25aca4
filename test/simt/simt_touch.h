/* simt_touch.h - who has written and read a word of shared memory or a byte of a buffer, and in which epoch:
 * an epoch ends with a BARRIER. */
#ifndef TEST_SIMT_TOUCH_H
#define TEST_SIMT_TOUCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { NOBODY = -1, MANY = -2 };

/* thread: within its group, in that epoch only; team: of all teams of all groups. */
typedef struct touch {
    uint32_t epoch;
    int thread, team;
} touch;

typedef struct marks {
    touch written, read;
} marks;

/* Somebody else than the thread did, and nothing lies between. */
static inline bool by_another(const touch *t, uint32_t epoch, int thread)
{
    return t->thread != NOBODY && t->epoch == epoch && t->thread != thread;
}

static inline bool of_another(const touch *t, int team)
{
    return t->team != NOBODY && t->team != team;
}

static inline void note(touch *t, touch now)
{
    bool same = t->thread == NOBODY || t->epoch != now.epoch || t->thread == now.thread;
    t->team = t->team == NOBODY || t->team == now.team ? now.team : MANY;
    t->thread = same ? now.thread : MANY;
    t->epoch = now.epoch;
}

static inline void unmark(marks *k, size_t n)
{
    for (size_t i = 0; k && i < n; i++) k[i] = (marks){{0, NOBODY, NOBODY}, {0, NOBODY, NOBODY}};
}

/* NULL, or why that thread's access to a byte of a buffer is none. */
static inline const char *race(const marks *k, touch now, bool write)
{
    if (of_another(&k->written, now.team) || (write && of_another(&k->read, now.team)))
        return "belongs to another program";
    if (by_another(&k->written, now.epoch, now.thread) ||
        (write && by_another(&k->read, now.epoch, now.thread)))
        return "was touched by another thread, without a barrier";
    return NULL;
}

#endif

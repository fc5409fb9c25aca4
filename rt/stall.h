/* stall.h - notices threads that are parked by the system while they hold a chunk, and lets them rest
 * when they cost more than they give.
 *
 * A foreign process on one of our cores takes it for milliseconds at a time. If our thread there holds
 * a chunk just then, everybody waits for it. With long phases the others have enough to do meanwhile
 * and the half thread is a gain; with short ones it is a loss. So both are measured: the time others
 * lost waiting, and the processor time the thread had. If the loss prevails the thread rests, for
 * longer each time, and is tried again.
 *
 * A thread is known to be parked when its processor clock stands still. Only waits beyond
 * TS_POOL_SPIN_NS are looked at. The calling thread cannot rest and is not judged.
 */
#ifndef TESSERA_RT_STALL_H
#define TESSERA_RT_STALL_H

#include <stdalign.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <time.h>

enum {
    TS_REST_LEAST_NS = 20 * 1000 * 1000, /* doubled at each relapse */
    TS_REST_LEVELS = 5,                  /* 20 ms to 640 ms */
};

typedef struct ts_seat {            /* one per thread of a pool, 0 is the caller */
    alignas(128) _Atomic bool busy; /* holds a chunk, or runs a phase alone */
    _Atomic long rest_until;        /* ns of CLOCK_MONOTONIC; 0: at work */
    _Atomic clockid_t clock;        /* its processor time */
    /* the ledger, under the lock of ts_seats; ns */
    long had, lost, used;
    long rested; /* when its last rest ends */
    int level;
} ts_seat;

typedef struct ts_seats {
    ts_seat *seat;
    int n;
    _Atomic bool lock;
} ts_seats;

typedef struct ts_suspicion {
    int seat; /* -1: nobody */
    long at, used;
} ts_suspicion;

long ts_now_ns(void);

/* A worker that is busy while its processor clock stands still; looking takes some 10 us. */
ts_suspicion ts_stall_suspect(ts_seats *all, int self);
/* The wait is over: books what was lost, and sends the suspect to rest if it does not pay. */
void ts_stall_settle(ts_seats *all, const ts_suspicion *note);

#endif

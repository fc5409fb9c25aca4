/* pool.h - persistent worker threads that run a plan as one parallel region.
 *
 * The calling thread works too, so a pool of N has N - 1 workers. A phase ends when all its chunks are
 * done, never when all threads have arrived: a thread that holds no chunk delays nobody, wherever the
 * system has parked it. Between runs workers spin for a while, then sleep.
 *
 * During a run every thread computes as IEEE 754 says: to nearest even, with subnormals, without traps,
 * whatever the host has set for itself, which is as it was afterwards.
 *
 * One host thread at a time uses a pool. Work functions must not call back into it.
 */
#ifndef TESSERA_RT_POOL_H
#define TESSERA_RT_POOL_H

#include <stdbool.h>

#include "rt/plan.h"
#include "tessera/error.h"

enum {
    TS_POOL_SPIN_NS = 100 * 1000,
    TS_POOL_CROWDED_NS =
        1000, /* more threads than CPUs: spinning only keeps the others from working */
    TS_POOL_THREADS = 1024
};

typedef struct ts_pool ts_pool;

typedef void ts_pool_work(void *ctx, const ts_piece *piece);

/* Threads are left to the scheduler: one bound to a CPU waits there behind whatever else runs on it.
 * spin_ns: how long a thread without work looks before it sleeps; below TS_POOL_SPIN_NS nobody watches
 * for stalls either. */
ts_pool *ts_pool_new(int threads, long spin_ns, ts_error *err);
void ts_pool_free(ts_pool *pool);
int ts_pool_threads(const ts_pool *pool);

/* Runs all phases of the plan, in order; back when the last piece is done. */
void ts_pool_run(ts_pool *pool, const ts_cut *plan, ts_pool_work *work, void *ctx);

#endif

/* pool.c - handing out chunks through one atomic word (pool.h).
 *
 *   ticket:  | epoch (32) | counter (32) |
 *
 * Publishing a phase of n chunks stores (epoch, NONE - n). A thread takes a chunk by adding 1 to the
 * word: counter c < NONE in the old value makes it owner of chunk n - (NONE - c) of that epoch's
 * phase; otherwise there was nothing left. Because the counter runs up to a fixed NONE, a thread
 * knows whether it owns something before it reads anything else, and what an owner reads (job, plan)
 * cannot change before it reports its chunk done. A thread that was parked between looking and adding
 * therefore takes a chunk of whatever phase is current, which is right.
 *
 * The thread that reports a phase's last chunk publishes the next phase. Phases of one chunk it runs
 * itself, unpublished: a chain of small kernels costs no hand-over at all.
 *
 * Sleeping: a thread counts itself in `sleepers`, looks at the ticket again, and waits on the epoch
 * half. A publisher stores the ticket, then looks at `sleepers`. Both orders are sequentially
 * consistent, so either the sleeper sees the new epoch or the publisher sees the sleeper.
 */
#include "rt/pool.h"
#include "rt/stall.h"

#include <errno.h>
#include <limits.h>
#include <linux/futex.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define NONE 0x80000000u

struct ts_pool {
    alignas(128) _Atomic uint64_t ticket;
    alignas(128) _Atomic uint32_t done; /* chunks of the current phase */
    alignas(128) _Atomic uint32_t sleepers;
    _Atomic bool stop;
    /* What an owner of a chunk may read; written while nobody can own one. */
    alignas(128) const ts_cut *plan;
    ts_pool_work *work;
    void *ctx;
    uint32_t base; /* epoch of phase 0 */
    int threads;
    long spin_ns;
    ts_seats seats;
    struct worker *worker; /* [0] is never started: seat 0 is the caller's */
};

struct worker {
    ts_pool *pool;
    pthread_t thread;
    int self;
};

/* ---- processor ---- */

#if defined __x86_64__
#include <emmintrin.h>

static void relax(void)
{
    _mm_pause();
}

/* Arithmetic as IEEE 754 has it, whatever the host has set: to nearest, subnormals kept, no traps.
 * Returns what to restore. */
static uint64_t plain_arithmetic(void)
{
    unsigned old = _mm_getcsr();
    _mm_setcsr(0x1f80);
    return old;
}

static void restore_arithmetic(uint64_t old)
{
    _mm_setcsr((unsigned)old);
}
#elif defined __aarch64__
static void relax(void)
{
    __asm__ volatile("yield");
}

static uint64_t plain_arithmetic(void)
{
    uint64_t old;
    __asm__ volatile("mrs %0, fpcr" : "=r"(old));
    __asm__ volatile("msr fpcr, %0" : : "r"(UINT64_C(0)));
    return old;
}

static void restore_arithmetic(uint64_t old)
{
    __asm__ volatile("msr fpcr, %0" : : "r"(old));
}
#else
static void relax(void)
{
}

static uint64_t plain_arithmetic(void)
{
    return 0;
}

static void restore_arithmetic(uint64_t old)
{
    (void)old;
}
#endif

/* ---- sleeping ---- */

static uint32_t epoch_of(uint64_t ticket)
{
    return (uint32_t)(ticket >> 32);
}

static bool has_chunks(uint64_t ticket)
{
    return (uint32_t)ticket < NONE;
}

static uint32_t *epoch_word(ts_pool *pool)
{
    return (uint32_t *)&pool->ticket + (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__);
}

static void sleep_while(ts_pool *pool, uint32_t epoch)
{
    atomic_fetch_add(&pool->sleepers, 1);
    uint64_t t = atomic_load(&pool->ticket);
    if (epoch_of(t) == epoch && !atomic_load(&pool->stop))
        syscall(SYS_futex, epoch_word(pool), FUTEX_WAIT_PRIVATE, epoch, NULL, NULL, 0);
    atomic_fetch_sub(&pool->sleepers, 1);
}

static void wake_all(ts_pool *pool)
{
    if (atomic_load(&pool->sleepers))
        syscall(SYS_futex, epoch_word(pool), FUTEX_WAKE_PRIVATE, INT_MAX, NULL, NULL, 0);
}

static void publish(ts_pool *pool, uint32_t epoch, uint32_t chunks)
{
    atomic_store(&pool->ticket, (uint64_t)epoch << 32 | (NONE - chunks));
    wake_all(pool);
}

/* Waits until there are chunks or the epoch is `end`; the clock is read once in 32 looks. */
static uint64_t await(ts_pool *pool, int self, const uint32_t *end)
{
    long start = 0;
    uint32_t seen = 0;
    ts_suspicion note = {-1, 0, 0};
    for (unsigned looks = 0;; looks++) {
        uint64_t t = atomic_load_explicit(&pool->ticket, memory_order_acquire);
        if (has_chunks(t) || (end ? epoch_of(t) == *end : pool->stop)) {
            ts_stall_settle(&pool->seats, &note);
            return t;
        }
        if (!start || epoch_of(t) != seen) {
            start = ts_now_ns();
            seen = epoch_of(t);
        }
        if (looks % 32 == 31 && ts_now_ns() - start >= pool->spin_ns) {
            if (note.seat < 0 && pool->spin_ns >= TS_POOL_SPIN_NS)
                note = ts_stall_suspect(&pool->seats, self);
            sleep_while(pool, epoch_of(t));
            start = 0;
        }
        relax();
    }
}

/* ---- working ---- */

static void run_chunk(const ts_pool *pool, uint32_t index)
{
    const ts_chunk *c = &pool->plan->chunk[index];
    for (uint32_t i = 0; i < c->count; i++) pool->work(pool->ctx, &pool->plan->piece[c->first + i]);
}

/* Called when no chunk is out and phase `next` is due. */
static void advance(ts_pool *pool, size_t next)
{
    const ts_cut *plan = pool->plan;
    while (next < plan->phases && plan->phase[next].count == 1)
        run_chunk(pool, plan->phase[next++].first);
    atomic_store_explicit(&pool->done, 0, memory_order_relaxed);
    publish(pool, pool->base + (uint32_t)next, next < plan->phases ? plan->phase[next].count : 0);
}

/* Takes chunks until there are none. */
static void drain(ts_pool *pool, ts_seat *seat)
{
    while (has_chunks(atomic_load_explicit(&pool->ticket, memory_order_relaxed)) &&
           !atomic_load_explicit(&seat->rest_until, memory_order_relaxed)) {
        atomic_store_explicit(&seat->busy, true, memory_order_relaxed);
        uint64_t t = atomic_fetch_add_explicit(&pool->ticket, 1, memory_order_acq_rel);
        if (!has_chunks(t)) break;
        size_t at = (size_t)(epoch_of(t) - pool->base);
        ts_phase phase = pool->plan->phase[at];
        run_chunk(pool, phase.first + phase.count - (NONE - (uint32_t)t));
        if (atomic_fetch_add_explicit(&pool->done, 1, memory_order_acq_rel) + 1 == phase.count)
            advance(pool, at + 1);
    }
    atomic_store_explicit(&seat->busy, false, memory_order_relaxed);
}

/* In slices, so that closing the pool need not wait for the end of a long rest. */
static void rest(ts_pool *pool, ts_seat *seat)
{
    struct timespec slice = {0, 4000000};
    while (!pool->stop && ts_now_ns() < seat->rest_until) nanosleep(&slice, NULL);
    seat->rest_until = 0;
}

static void *work_forever(void *arg)
{
    struct worker *me = arg;
    ts_pool *pool = me->pool;
    ts_seat *seat = &pool->seats.seat[me->self];
    clockid_t clock;
    if (!pthread_getcpuclockid(pthread_self(), &clock)) seat->clock = clock;
    plain_arithmetic();
    for (;;) {
        await(pool, me->self, NULL);
        if (pool->stop) return NULL;
        drain(pool, seat);
        if (atomic_load_explicit(&seat->rest_until, memory_order_relaxed)) rest(pool, seat);
    }
}

void ts_pool_run(ts_pool *pool, const ts_cut *plan, ts_pool_work *work, void *ctx)
{
    if (!plan->phases) return;
    uint64_t old = plain_arithmetic();
    ts_seat *seat = &pool->seats.seat[0];
    pool->plan = plan;
    pool->work = work;
    pool->ctx = ctx;
    pool->base = epoch_of(atomic_load(&pool->ticket)) + 1;
    uint32_t end = pool->base + (uint32_t)plan->phases;
    wake_all(pool);
    advance(pool, 0);
    do drain(pool, seat);
    while (epoch_of(await(pool, 0, &end)) != end);
    restore_arithmetic(old);
}

/* ---- life ---- */

static void stop_workers(ts_pool *pool, int started)
{
    atomic_store(&pool->stop, true);
    publish(pool, epoch_of(atomic_load(&pool->ticket)) + 1, 0);
    for (int i = 1; i <= started; i++) pthread_join(pool->worker[i].thread, NULL);
}

static void release(ts_pool *pool)
{
    free(pool->seats.seat);
    free(pool->worker);
    free(pool);
}

/* Signals stay with the host's own threads. */
static int start_worker(ts_pool *pool, int i)
{
    struct worker *w = &pool->worker[i];
    sigset_t all, old;
    sigfillset(&all);
    sigdelset(&all, SIGBUS); /* a fault of its own: of a file that was cut while it is mapped */
    pthread_sigmask(SIG_SETMASK, &all, &old);
    int rc = pthread_create(&w->thread, NULL, work_forever, w);
    pthread_sigmask(SIG_SETMASK, &old, NULL);
    return rc;
}

static ts_pool *allocate(int threads)
{
    ts_pool *pool = aligned_alloc(128, sizeof *pool);
    if (!pool) return NULL;
    memset(pool, 0, sizeof *pool);
    size_t seats = (size_t)threads * sizeof *pool->seats.seat;
    pool->seats.seat = aligned_alloc(128, seats);
    pool->seats.n = pool->threads = threads;
    pool->worker = calloc((size_t)threads, sizeof *pool->worker);
    if (pool->seats.seat && pool->worker) {
        memset(pool->seats.seat, 0, seats);
        for (int i = 0; i < threads; i++)
            pool->worker[i] = (struct worker){.pool = pool, .self = i};
        return pool;
    }
    release(pool);
    return NULL;
}

ts_pool *ts_pool_new(int threads, long spin_ns, ts_error *err)
{
    if (threads < 1 || threads > TS_POOL_THREADS) {
        ts_fail(err, "%d threads; a pool has 1 to %d", threads, TS_POOL_THREADS);
        return NULL;
    }
    ts_pool *pool = allocate(threads);
    if (!pool) {
        ts_fail(err, "no memory for a pool of %d threads", threads);
        return NULL;
    }
    atomic_init(&pool->ticket, NONE);
    pool->spin_ns = spin_ns;
    for (int i = 1; i < threads; i++) {
        int rc = start_worker(pool, i);
        if (!rc) continue;
        stop_workers(pool, i - 1);
        release(pool);
        ts_fail(err, "cannot start thread %d of %d: %s; ask for fewer", i + 1, threads,
                strerror(rc));
        return NULL;
    }
    return pool;
}

void ts_pool_free(ts_pool *pool)
{
    if (!pool) return;
    stop_workers(pool, pool->threads - 1);
    release(pool);
}

int ts_pool_threads(const ts_pool *pool)
{
    return pool->threads;
}

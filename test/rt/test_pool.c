/* test_pool.c - cutting launches into chunks, and the pool that runs them; clean under TSan.
 *
 * Work functions write plain memory that later phases read: if a phase began before the last one was
 * complete, the values (and under TSan the accesses) would show it.
 */
#include <fenv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <limits.h>
#include <math.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "rt/pool.h"
#include "rt/topo.h"

static uint64_t seed = 1;

static uint32_t draw(uint32_t below)
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(seed >> 33) % below;
}

/* ---- cutting ---- */

/* Every program of every launch once, in order, phases apart, no empty chunk or phase. */
static void check_cut(const ts_cut *cut, const ts_span *span, size_t n)
{
    size_t piece = 0, chunk = 0;
    long *next = calloc(n + 1, sizeof *next);
    for (size_t p = 0; p < cut->phases; p++) {
        assert_int_equal(cut->phase[p].first, chunk);
        assert_true(cut->phase[p].count > 0);
        uint32_t phase = span[cut->piece[cut->chunk[chunk].first].launch].phase;
        for (uint32_t c = 0; c < cut->phase[p].count; c++, chunk++) {
            assert_int_equal(cut->chunk[chunk].first, piece);
            assert_true(cut->chunk[chunk].count > 0);
            for (uint32_t i = 0; i < cut->chunk[chunk].count; i++, piece++) {
                const ts_piece *x = &cut->piece[piece];
                assert_int_equal(span[x->launch].phase, phase);
                assert_int_equal(x->lo, next[x->launch]);
                assert_true(x->hi > x->lo);
                next[x->launch] = x->hi;
            }
        }
    }
    assert_int_equal(piece, cut->pieces);
    assert_int_equal(chunk, cut->chunks);
    for (size_t i = 0; i < n; i++) assert_int_equal(next[i], span[i].grid);
    free(next);
}

static void random_cuts(void **state)
{
    (void)state;
    ts_cut cut = {0};
    for (int round = 0; round < 300; round++) {
        ts_span span[40];
        size_t n = draw(40);
        for (size_t i = 0; i < n; i++) {
            span[i].grid = draw(3) ? (long)draw(3000) : (long)draw(3);
            span[i].cost = (double)(1 + draw(1u << draw(24)));
            span[i].phase = i ? span[i - 1].phase + (draw(2) == 0) : 0;
        }
        ts_error err = {{0}};
        int threads = 1 + (int)draw(9);
        cut.equal = draw(2);
        assert_int_equal(ts_cut_make(&cut, span, n, threads, &err), 0);
        check_cut(&cut, span, n);
        for (size_t i = 0; cut.equal && i < cut.phases; i++)
            assert_true(cut.phase[i].count <= (uint32_t)threads);
    }
    ts_cut_free(&cut);
}

static void shapes_of_cuts(void **state)
{
    (void)state;
    ts_cut cut = {0};
    ts_error err = {{0}};
    ts_span big = {17920, 3072, 0};
    assert_int_equal(ts_cut_make(&cut, &big, 1, 2, &err), 0);
    long last = LONG_MAX;
    for (size_t i = 0; i < cut.pieces; i++) { /* shrinking; the final rest may be anything */
        long size = cut.piece[i].hi - cut.piece[i].lo;
        assert_true(size * 3072 <= TS_CHUNK_CAP + 3072);
        if (i + 1 < cut.pieces) assert_true(size <= last);
        last = size;
    }
    assert_in_range(cut.chunks, 8, 60);
    assert_int_equal(ts_cut_make(&cut, &big, 1, 1, &err), 0);
    assert_int_equal(cut.chunks, 1);
    ts_span tiny[] = {{12, 1000, 0}, {2, 900, 0}, {0, 5, 0}, {1, 4000, 1}};
    assert_int_equal(ts_cut_make(&cut, tiny, 4, 8, &err), 0);
    assert_int_equal(cut.phases, 2);
    assert_int_equal(cut.chunks, 2);
    assert_int_equal(cut.pieces, 3);
    ts_span mad = {LONG_MAX, 1e30, 0};
    assert_int_equal(ts_cut_make(&cut, &(ts_span){100, 1e300, 0}, 1, 4, &err), 0);
    assert_int_equal(cut.chunks, 100);
    mad.cost = 1e-300;
    assert_int_equal(ts_cut_make(&cut, &mad, 1, 4, &err), 0);
    assert_int_equal(cut.chunks, 1);
    ts_cut_free(&cut);
}

/* As many chunks as threads, none larger than another by more than a program. */
static void equal_cuts(void **state)
{
    (void)state;
    ts_cut cut = {.equal = true};
    ts_error err = {{0}};
    for (int threads = 1; threads < 12; threads++) {
        ts_span span = {1000, 1000, 0};
        assert_int_equal(ts_cut_make(&cut, &span, 1, threads, &err), 0);
        assert_int_equal(cut.chunks, threads);
        for (size_t i = 0; i < cut.pieces; i++)
            assert_in_range(cut.piece[i].hi - cut.piece[i].lo, 1000 / threads,
                            (1000 + threads - 1) / threads);
    }
    ts_span pair[] = {{300, 1000, 0}, {100, 3000, 0}}; /* half of the work each */
    assert_int_equal(ts_cut_make(&cut, pair, 2, 2, &err), 0);
    assert_int_equal(cut.chunks, 2);
    assert_int_equal(cut.chunk[0].count, 1);
    ts_cut_free(&cut);
}

/* ---- running ---- */

/* cell[k]: written in phase p from the sum of the cells of phase p - 1 */
struct board {
    const ts_span *span;
    const size_t *base; /* first cell of each launch */
    uint64_t *cell;
    size_t n;
    _Atomic uint64_t ran;
};

static uint64_t sum_before(const struct board *b, uint32_t phase)
{
    uint64_t sum = phase;
    for (size_t i = 0; i < b->n; i++) {
        if (b->span[i].phase + 1 != phase) continue;
        for (long k = 0; k < b->span[i].grid; k++) sum += b->cell[b->base[i] + (size_t)k];
    }
    return sum;
}

static void play(void *ctx, const ts_piece *piece)
{
    struct board *b = ctx;
    uint64_t sum = sum_before(b, b->span[piece->launch].phase);
    for (long k = piece->lo; k < piece->hi; k++)
        b->cell[b->base[piece->launch] + (size_t)k] += sum * (uint64_t)(k + 1) + 1;
    atomic_fetch_add(&b->ran, (uint64_t)(piece->hi - piece->lo));
}

/* The same board by hand: launch after launch. */
static void play_alone(struct board *b)
{
    for (uint32_t i = 0; i < b->n; i++) {
        if (b->span[i].grid) play(b, &(ts_piece){i, 0, b->span[i].grid});
    }
}

static void play_board(ts_pool *pool, int runs)
{
    enum { MOST = 30 };
    ts_span span[MOST];
    size_t base[MOST], n = 1 + draw(MOST - 1), cells = 0;
    for (size_t i = 0; i < n; i++) {
        span[i].grid = draw(4) ? (long)draw(40) : 0;
        span[i].cost = draw(3) ? 200000 : 10;
        span[i].phase = i ? span[i - 1].phase + (draw(2) == 0) : 0;
        base[i] = cells;
        cells += (size_t)span[i].grid;
    }
    ts_cut cut = {0};
    ts_error err = {{0}};
    assert_int_equal(ts_cut_make(&cut, span, n, ts_pool_threads(pool), &err), 0);
    struct board ours = {span, base, calloc(cells + 1, 8), n, 0};
    struct board alone = {span, base, calloc(cells + 1, 8), n, 0};
    for (int run = 0; run < runs; run++) {
        ts_pool_run(pool, &cut, play, &ours);
        play_alone(&alone);
        if (memcmp(ours.cell, alone.cell, cells * 8)) fail_msg("run %d differs", run);
    }
    assert_int_equal(ours.ran, (uint64_t)cells * (unsigned)runs);
    ts_cut_free(&cut);
    free(ours.cell);
    free(alone.cell);
}

static ts_pool *open_pool(int threads)
{
    ts_error err = {{0}};
    ts_topo topo;
    ts_topo_read(&topo);
    ts_pool *pool =
        ts_pool_new(threads, threads > topo.cpus ? TS_POOL_CROWDED_NS : TS_POOL_SPIN_NS, &err);
    if (!pool) fail_msg("%s", err.text);
    return pool;
}

static void phases_in_order(void **state)
{
    (void)state;
    static const int threads[] = {1, 2, 3, 8};
    for (size_t t = 0; t < 4; t++) {
        ts_pool *pool = open_pool(threads[t]);
        for (int i = 0; i < 25; i++) play_board(pool, 8);
        ts_pool_free(pool);
    }
}

/* Runs far apart, so that workers fall asleep in between and are woken. */
static void sleepers_wake(void **state)
{
    (void)state;
    ts_pool *pool = open_pool(2);
    for (int i = 0; i < 40; i++) {
        play_board(pool, 1);
        usleep(draw(1000));
    }
    ts_pool_free(pool);
}

static double cpu_seconds(void)
{
    struct rusage r;
    getrusage(RUSAGE_SELF, &r);
    return (double)(r.ru_utime.tv_sec + r.ru_stime.tv_sec) +
           1e-6 * (double)(r.ru_utime.tv_usec + r.ru_stime.tv_usec);
}

static void idle_costs_nothing(void **state)
{
    (void)state;
    ts_pool *pool = open_pool(2);
    play_board(pool, 3);
    double used = 1;
    for (int tries = 0; tries < 20 && used > 0.05;
         tries++) { /* workers may have to fall asleep first */
        usleep(20000);
        used = cpu_seconds();
        usleep(300000);
        used = cpu_seconds() - used;
    }
    ts_pool_free(pool);
    if (used > 0.05) fail_msg("an idle pool used %.3f s of processor in 0.3 s", used);
}

static void born_and_gone(void **state)
{
    (void)state;
    for (int i = 0; i < 60; i++) {
        ts_pool *pool = open_pool(1 + (int)draw(6));
        if (draw(2)) play_board(pool, 1);
        ts_pool_free(pool);
    }
    ts_error err = {{0}};
    assert_null(ts_pool_new(0, TS_POOL_SPIN_NS, &err));
    assert_null(ts_pool_new(TS_POOL_THREADS + 1, TS_POOL_SPIN_NS, &err));
    assert_true(ts_failed(&err));
    ts_pool_free(NULL);
}

/* A chunk that is held up holds up the phase, but the other threads do all the rest meanwhile. */
struct stall {
    _Atomic int others;
    _Atomic bool held;
    int seen;
};

static void hold_first(void *ctx, const ts_piece *piece)
{
    struct stall *s = ctx;
    if (piece->lo == 0) {
        struct timespec ms = {0, 1000000};
        for (int i = 0; i < 300000 && atomic_load(&s->others) < 49; i++) nanosleep(&ms, NULL);
        s->seen = atomic_load(&s->others);
    } else {
        atomic_fetch_add(&s->others, (int)(piece->hi - piece->lo));
    }
}

static void a_stalled_thread_holds_one_chunk(void **state)
{
    (void)state;
    ts_pool *pool = open_pool(2);
    ts_span span = {50, 1e7, 0}; /* 50 chunks of one program */
    ts_cut cut = {0};
    ts_error err = {{0}};
    assert_int_equal(ts_cut_make(&cut, &span, 1, 2, &err), 0);
    assert_int_equal(cut.chunks, 50);
    struct stall s = {0, false, 0};
    ts_pool_run(pool, &cut, hold_first, &s);
    assert_int_equal(s.seen, 49);
    ts_cut_free(&cut);
    ts_pool_free(pool);
}

/* A worker whose every chunk stalls is sent to rest, and is tried again later. */
struct lazy {
    pthread_t caller;
    _Atomic int by_worker;
};

static void stall_in_workers(void *ctx, const ts_piece *piece)
{
    struct lazy *l = ctx;
    (void)piece;
    if (!pthread_equal(pthread_self(), l->caller)) {
        atomic_fetch_add(&l->by_worker, 1);
        usleep(3000);
    } else {
        for (double from = cpu_seconds(); cpu_seconds() < from + 50e-6;) {
        }
    }
}

/* Runs of 60 that waited for the worker. */
static int stalled_runs(ts_pool *pool, const ts_cut *cut, struct lazy *l)
{
    l->by_worker = 0;
    for (int i = 0; i < 60; i++) ts_pool_run(pool, cut, stall_in_workers, l);
    return l->by_worker;
}

/* A neighbour may take the caller's core away as well, which then seems to stall as the worker does: a
 * quiet moment is waited for. */
static void stalling_workers_rest(void **state)
{
    (void)state;
    ts_span span = {8, 1e7, 0};
    ts_cut cut = {0};
    ts_error err = {{0}};
    ts_pool *pool = open_pool(2);
    assert_int_equal(ts_cut_make(&cut, &span, 1, 2, &err), 0);
    struct lazy l = {pthread_self(), 0};
    int first = 60;
    for (int tries = 0; tries < 40 && first > 30; tries++) first = stalled_runs(pool, &cut, &l);
    for (int i = 0; i < 10000 && l.by_worker == first; i++) {
        usleep(2000);
        ts_pool_run(pool, &cut, stall_in_workers, &l);
    }
    ts_cut_free(&cut);
    ts_pool_free(pool);
    if (first > 30) fail_msg("%d of 60 runs waited for the stalling worker", first);
    if (l.by_worker == first) fail_msg("the worker was never tried again");
}

/* Every thread keeps subnormals and rounds to nearest during a run; what the caller has set counts only
 * outside. */
static void halve(void *ctx, const ts_piece *piece)
{
    volatile float tiny = 1.17549435e-38f, one = 1;
    tiny *= 0.5f;
    one += 0x1.8p-24f; /* nearest: up */
    ((float *)ctx)[piece->lo] = one > 1 ? tiny : 0;
    usleep(200);
}

static void arithmetic_is_plain(void **state)
{
    (void)state;
#if defined __x86_64__ || defined __aarch64__
    ts_pool *pool = open_pool(3);
    ts_span span = {64, 1e7, 0};
    ts_cut cut = {0};
    ts_error err = {{0}};
    assert_int_equal(ts_cut_make(&cut, &span, 1, 3, &err), 0);
    float got[64];
    for (int i = 0; i < 64; i++) got[i] = 1;
    int mode = fegetround();
    fesetround(FE_DOWNWARD);
    ts_pool_run(pool, &cut, halve, got);
    assert_int_equal(fegetround(), FE_DOWNWARD);
    fesetround(mode);
    for (int i = 0; i < 64; i++) assert_true(got[i] > 0 && got[i] < 1);
    ts_cut_free(&cut);
    ts_pool_free(pool);
#endif
}

/* Piece i waits until all pieces have begun, so that every thread takes one. */
struct masks {
    _Atomic int begun;
    int asks[4], faults[4];
};

static void look_at_mask(void *ctx, const ts_piece *piece)
{
    struct masks *m = ctx;
    struct timespec ms = {0, 1000000};
    sigset_t blocked;
    atomic_fetch_add(&m->begun, 1);
    for (int i = 0; i < 300000 && atomic_load(&m->begun) < 4; i++) nanosleep(&ms, NULL);
    pthread_sigmask(SIG_SETMASK, NULL, &blocked);
    m->asks[piece->lo] = sigismember(&blocked, SIGINT);
    m->faults[piece->lo] = sigismember(&blocked, SIGBUS);
}

/* Signals sent to the process are for the host's threads; a fault is for the thread that has it, or the
 * kernel ends the process whatever handler there is. */
static void workers_take_their_faults(void **state)
{
    (void)state;
    ts_pool *pool = open_pool(4);
    ts_span span = {4, 1e7, 0};
    ts_cut cut = {0};
    ts_error err = {{0}};
    struct masks m = {.begun = 0};
    int asks = 0;
    assert_int_equal(ts_cut_make(&cut, &span, 1, 4, &err), 0);
    assert_int_equal(cut.chunks, 4);
    ts_pool_run(pool, &cut, look_at_mask, &m);
    for (int i = 0; i < 4; i++) {
        asks += m.asks[i];
        assert_int_equal(m.faults[i], 0);
    }
    assert_int_equal(asks, 3); /* all but the caller */
    ts_cut_free(&cut);
    ts_pool_free(pool);
}

/* ---- topology ---- */

static void write_file(const char *folder, const char *name, const char *text)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static void quotas(void **state)
{
    (void)state;
    char folder[] = "/tmp/test-quota-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    assert_int_equal(ts_topo_quota(folder), 0);
    write_file(folder, "cpu.cfs_quota_us", "250000\n");
    assert_int_equal(ts_topo_quota(folder), 0);
    write_file(folder, "cpu.cfs_period_us", "100000\n");
    assert_int_equal(ts_topo_quota(folder), 2);
    write_file(folder, "cpu.cfs_quota_us", "-1\n");
    assert_int_equal(ts_topo_quota(folder), 0);
    static const struct {
        const char *text;
        int cpus;
    } v2[] = {{"max 100000\n", 0},
              {"150000 100000\n", 1},
              {"50000 100000\n", 1},
              {"400000 100000\n", 4},
              {"400000\n", 0},
              {"0 0\n", 0},
              {"", 0}};
    for (size_t i = 0; i < sizeof v2 / sizeof *v2; i++) {
        write_file(folder, "cpu.max", v2[i].text);
        if (!*v2[i].text) continue; /* an empty file falls through to version 1 */
        assert_int_equal(ts_topo_quota(folder), v2[i].cpus);
    }
    static const char *const names[] = {"cpu.max", "cpu.cfs_quota_us", "cpu.cfs_period_us"};
    for (size_t i = 0; i < 3; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        unlink(path);
    }
    rmdir(folder);
}

static void topology(void **state)
{
    (void)state;
    ts_topo t;
    ts_topo_read(&t);
    assert_in_range(t.cores, 1, t.cpus);
    assert_in_range(t.cpus, 1, sysconf(_SC_NPROCESSORS_CONF));
    assert_true(t.model[0]);
    ts_topo some = {.cpus = 8, .cores = 4, .quota = 0};
    assert_int_equal(ts_topo_threads(&some), 4);
    some.quota = 2;
    assert_int_equal(ts_topo_threads(&some), 2);
    some.quota = 9;
    assert_int_equal(ts_topo_threads(&some), 4);
    some.cores = 0;
    assert_int_equal(ts_topo_threads(&some), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_cuts),
        cmocka_unit_test(equal_cuts),
        cmocka_unit_test(shapes_of_cuts),
        cmocka_unit_test(phases_in_order),
        cmocka_unit_test(sleepers_wake),
        cmocka_unit_test(idle_costs_nothing),
        cmocka_unit_test(born_and_gone),
        cmocka_unit_test(a_stalled_thread_holds_one_chunk),
        cmocka_unit_test(stalling_workers_rest),
        cmocka_unit_test(arithmetic_is_plain),
        cmocka_unit_test(workers_take_their_faults),
        cmocka_unit_test(quotas),
        cmocka_unit_test(topology),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

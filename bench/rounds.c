/* rounds.c - see rounds.h. */
#include "bench/rounds.h"

#include <math.h>
#include <time.h>

#define LEVEL 0.95

double ts_sample_least = 0.25;
enum { SEED = 1 };

double ts_seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

typedef struct running {
    const ts_effort *effort;
    ts_reader *reader;
    ts_work *work;
    void *arg;
    double lasts; /* seconds of the work, the last time */
} running;

/* Reading, work, reading; what was around it goes into *s. Where memory is faster in one second than in the next, a
 * short reading says nothing of long work, so each lasts a quarter of it. */
static int sample(ts_round *s, running *k, ts_error *err)
{
    double before = k->reader ? ts_reader_sample(k->reader, k->lasts / 4, err) : 0;
    double start = ts_seconds();
    if (before < 0 || k->work(k->arg, &s->done, err)) return -1;
    k->lasts = ts_seconds() - start;
    double after = k->reader ? ts_reader_sample(k->reader, k->lasts / 4, err) : 0;
    s->read = 0.5 * (before + after);
    return after < 0 ? -1 : 0;
}

static int one_round(ts_round *s, int i, running *k, ts_error *err)
{
    const ts_effort *e = k->effort;
    ts_noise_mark mark;
    ts_noise noise = {0, 0, false};
    *s = (ts_round){.read = 0};
    if (e->watch)
        e->watch(e->arg, i, NULL);
    else
        ts_noise_begin(&mark);
    if (sample(s, k, err)) return -1;
    if (e->watch)
        e->watch(e->arg, i, &noise);
    else
        noise = ts_noise_end(&mark);
    s->steal = noise.known ? noise.steal : NAN;
    s->foreign = noise.known ? noise.foreign : NAN;
    /* What a device timed itself is not disturbed by a host that was watched too shortly to tell. */
    s->quiet = noise.known ? ts_noise_quiet(&noise, TS_NOISE_LIMIT) : s->done.by_device;
    if (s->done.seconds > 0 && s->done.units > 0) return 0;
    return ts_fail(err, "a sample took %g s for %g units: nothing was measured", s->done.seconds,
                   s->done.units);
}

bool ts_rounds_kept(const ts_rounds *r, int i)
{
    return r->noisy || r->round[i].quiet;
}

static void summarise(ts_rounds *r)
{
    double each[TS_MAX_ROUNDS], read[TS_MAX_ROUNDS];
    size_t kept = 0;
    for (int i = 0; i < r->n; i++) {
        const ts_round *s = &r->round[i];
        if (!ts_rounds_kept(r, i)) continue;
        each[kept] = s->done.seconds / s->done.units;
        read[kept++] = s->read;
    }
    r->counted = (int)kept;
    r->dropped = r->n - (int)kept;
    r->each = ts_median_interval(each, kept, LEVEL, SEED);
    r->read = ts_median(read, kept);
}

void ts_rounds_beside(ts_rounds *r, const ts_rounds *of)
{
    r->n = of->n;
    r->noisy = of->noisy;
    for (int i = 0; i < r->n; i++) {
        ts_done done = r->round[i].done;
        r->round[i] = of->round[i];
        r->round[i].done = done;
    }
    summarise(r);
}

static bool agree(const ts_rounds *r, double within)
{
    return within <= 0 || r->each.hi - r->each.lo <= within * r->each.mid;
}

static bool enough(ts_rounds *r, const ts_effort *e, double start)
{
    int most = e->most > 0 ? e->most : 3 * e->least;
    if (r->n >= TS_MAX_ROUNDS || r->n >= most) return true;
    if (r->n > 0 && e->seconds > 0 && ts_seconds() - start > e->seconds) return true;
    if (r->counted < e->least) return false;
    summarise(r);
    return agree(r, e->within);
}

int ts_rounds_run(ts_rounds *r, const ts_effort *effort, ts_reader *reader, ts_work *work,
                  void *arg, ts_error *err)
{
    running k = {effort, reader, work, arg, 0};
    double start = ts_seconds();
    *r = (ts_rounds){.n = 0};
    if (reader && ts_reader_refresh(reader, err)) return -1;
    while (!enough(r, effort, start)) {
        if (one_round(&r->round[r->n], r->n, &k, err)) return -1;
        r->counted += r->round[r->n++].quiet;
        if (effort->progress) effort->progress(effort->arg, r);
    }
    r->noisy = r->counted == 0;
    summarise(r);
    return 0;
}

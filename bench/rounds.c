/* rounds.c - see rounds.h. */
#include "bench/rounds.h"

#include <time.h>

#include "bench/noise.h"

double ts_seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

typedef struct sample {
    double work, read;
    bool quiet;
} sample;

static int one_round(sample *s, ts_reader *reader, ts_work *work, void *arg, ts_error *err)
{
    ts_noise_mark mark;
    double bytes = 0, seconds = 0;
    ts_noise_begin(&mark);
    double before = reader ? ts_reader_sample(reader, err) : 0;
    if (before < 0 || work(arg, &bytes, &seconds, err)) return -1;
    double after = reader ? ts_reader_sample(reader, err) : 0;
    if (after < 0) return -1;
    ts_noise noise = ts_noise_end(&mark);
    s->work = bytes / seconds;
    s->read = 0.5e9 * (before + after);
    s->quiet = ts_noise_quiet(&noise, TS_NOISE_LIMIT);
    return 0;
}

static void summarise(ts_rounds *r, const sample *s, int n)
{
    double work[TS_MAX_ROUNDS], read[TS_MAX_ROUNDS];
    size_t kept = 0;
    r->noisy = r->counted == 0;
    for (int i = 0; i < n; i++) {
        if (!s[i].quiet && !r->noisy) continue;
        work[kept] = s[i].work;
        read[kept++] = s[i].read;
    }
    r->counted = (int)kept;
    r->dropped = n - (int)kept;
    r->work = ts_median(work, kept);
    r->read = ts_median(read, kept);
    if (r->read > 0) r->share = ts_ratio(work, read, kept, 0.95, 1);
}

int ts_rounds_run(ts_rounds *r, int wanted, ts_reader *reader, ts_work *work, void *arg,
                  ts_error *err)
{
    sample s[TS_MAX_ROUNDS];
    int n = 0;
    *r = (ts_rounds){.wanted = wanted};
    while (r->counted < wanted && n < 3 * wanted && n < TS_MAX_ROUNDS) {
        if (one_round(&s[n], reader, work, arg, err)) return -1;
        r->counted += s[n++].quiet;
    }
    summarise(r, s, n);
    if (r->share.mid > 1.02 && !r->noisy)
        return ts_fail(
            err,
            "measured %.1f %% of what reading alone reaches: one of the two was disturbed; "
            "measure again on a quiet machine",
            100 * r->share.mid);
    return 0;
}

/* peak_rig.c - see peak_rig.h. */
#include "bench/peak_rig.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench/ceiling.h"
#include "bench/rounds.h"
#include "bench/stats.h"

static int fill_in(ts_peak_rig *r, const void *in, size_t bytes, ts_error *err)
{
    if (!in) return 0;
    r->in = ts_buffer_new(r->dev, bytes, err);
    return r->in ? ts_buffer_put(r->in, 0, in, bytes, err) : -1;
}

int ts_peak_rig_open(ts_peak_rig *r, ts_device *dev, const char *text, size_t bytes, const void *in,
                     size_t in_bytes, size_t out_bytes, ts_error *err)
{
    *r = (ts_peak_rig){.dev = dev};
    r->module = ts_module_load_checked(dev, text, bytes, err);
    r->out = r->module ? ts_buffer_new(dev, out_bytes, err) : NULL;
    r->cells = r->out ? ts_buffer_new(dev, 64, err) : NULL;
    if (r->cells && !fill_in(r, in, in_bytes, err)) return 0;
    ts_peak_rig_close(r);
    return -1;
}

void ts_peak_rig_close(ts_peak_rig *r)
{
    ts_step_free(r->step);
    ts_buffer_free(r->in);
    ts_buffer_free(r->out);
    ts_buffer_free(r->cells);
    ts_module_free(r->module);
    *r = (ts_peak_rig){0};
}

int ts_peak_rig_record(ts_peak_rig *r, const char *kernel, int launches, ts_error *err)
{
    ts_launch *l = calloc((size_t)launches, sizeof *l);
    if (!l) return ts_fail(err, "no memory for %d launches", launches);
    ts_step_free(r->step);
    for (int i = 0; i < launches; i++) {
        l[i] = (ts_launch){.module = r->module, .kernel = kernel, .arg = {{r->out, 0}}};
        if (!r->in) continue;
        l[i].arg[0] = (ts_ref){r->in, 0};
        l[i].arg[1] = (ts_ref){r->out, 0};
        l[i].size[0] = (ts_ref){r->cells, 0};
        l[i].size[1] = (ts_ref){r->cells, sizeof r->turns};
    }
    r->step = ts_step_record(r->dev, l, (size_t)launches, err);
    free(l);
    return r->step ? 0 : -1;
}

int ts_peak_rig_set(ts_peak_rig *r, int32_t turns, int32_t programs, ts_error *err)
{
    int32_t cells[2] = {turns, programs};
    r->turns = turns;
    r->programs = programs;
    return ts_buffer_put(r->cells, 0, cells, sizeof cells, err);
}

double ts_peak_rig_run(ts_peak_rig *r, ts_error *err)
{
    double seconds;
    bool by_device;
    if (ts_step_elapsed(r->step, &seconds, &by_device, err)) return -1;
    return seconds > 0 ? seconds : ts_fail(err, "the device's clock did not move during a step");
}

/* Reading a word waits for devices that only start a step when told to run it. */
double ts_peak_rig_wait(ts_peak_rig *r, ts_error *err)
{
    uint32_t word;
    double from = ts_seconds();
    if (ts_step_run(r->step, err) || ts_buffer_get(r->out, 0, &word, sizeof word, err)) return -1;
    return ts_seconds() - from;
}

/* ---- samples ---- */

static double own_time(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

void ts_peak_watch_begin(ts_peak_watch *w)
{
    w->own = own_time();
    w->wall = ts_seconds();
}

double ts_peak_watch_end(const ts_peak_watch *w, int workers)
{
    double wall = ts_seconds() - w->wall, own = own_time() - w->own;
    double share = workers && wall > 0 ? own / (wall * workers) : 1;
    return share < 1 ? share : 1;
}

/* 5 %: at the end of a step threads wait for the slowest, for one program of 32 at most. A sample too short
 * for the processor's clock to have moved says nothing of what it would have taken. */
int ts_peak_collect(ts_peak *p, int wanted, bool fewer, ts_peak_take *take, void *arg,
                    ts_error *err)
{
    const double undisturbed = 0.95;
    double scaled[TS_PEAK_SAMPLES] = {0};
    int estimates = 0;
    p->n = p->dropped = 0;
    for (int i = 0; i < 3 * wanted && p->n < wanted; i++) {
        double share = 1, x = take(arg, &share, err);
        if (x < 0) return -1;
        if (share >= undisturbed)
            p->sample[p->n++] = x;
        else if (p->dropped++, share > 0)
            scaled[estimates++ % wanted] = fewer ? x * share : x / share;
    }
    p->noisy = p->n == 0;
    if (p->noisy) {
        p->n = estimates < wanted ? estimates : wanted;
        p->dropped -= p->n;
        memcpy(p->sample, scaled, (size_t)p->n * sizeof *scaled);
    }
    ts_peak_settle(p, fewer);
    if (p->noisy) p->best = p->median; /* the extreme of estimates is no measurement */
    return 0;
}

void ts_peak_settle(ts_peak *p, bool fewer)
{
    p->median = ts_median(p->sample, (size_t)p->n);
    p->best = ts_quantile(p->sample, (size_t)p->n, fewer ? 0 : 1);
}

int ts_peak_none(ts_peak *p, const char *why)
{
    p->median = p->best = 0;
    p->n = 0;
    snprintf(p->how, sizeof p->how, "%s", why);
    return 0;
}

const char *ts_peak_refuses(const ts_device *dev)
{
    return ts_reader_fits(dev)
               ? NULL
               : "a stand-in, or a device of another process: its speed is not measured";
}

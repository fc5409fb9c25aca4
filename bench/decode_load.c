/* decode_load.c - see decode.h: opening an engine, and the memory it takes. */
#include "bench/decode.h"
#include "tessera/c_locale.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

/* ---- opening ---- */

/* The plan stands right before weights are made. */
static void see_plan(void *arg, const char *text)
{
    ts_loading *l = arg;
    if (l->options.plan) l->options.plan(l->options.arg, text);
    l->planned = ts_seconds();
}

static void see_progress(void *arg, const char *what, uint64_t done, uint64_t total)
{
    ts_loading *l = arg;
    if (done >= total) l->made = ts_seconds();
    if (l->options.progress) l->options.progress(l->options.arg, what, done, total);
}

int ts_loading_work(void *arg, ts_done *done, ts_error *err)
{
    ts_loading *l = arg;
    ts_model_options o = l->options;
    ts_done weights = {0};
    o.plan = see_plan;
    o.progress = see_progress;
    o.arg = l;
    for (int i = 0; i < l->opens; i++) {
        ts_sequence_close(l->engine);
        l->planned = l->made = 0;
        double start = ts_seconds();
        l->engine = ts_sequence_open(&o, err);
        if (!l->engine) return -1;
        done->seconds += ts_seconds() - start;
        done->units++;
        weights.seconds += l->made > 0 ? l->made - l->planned : 0;
        weights.units += l->made > 0;
    }
    if (weights.units > 0 && l->weights.n < TS_MAX_ROUNDS)
        l->weights.round[l->weights.n++].done = weights;
    return 0;
}

void ts_loading_close(ts_loading *l, const ts_rounds *open)
{
    if (l->weights.n == open->n) ts_rounds_beside(&l->weights, open);
}

/* ---- memory ---- */

bool ts_memory_mark(void)
{
    FILE *f = fopen("/proc/self/clear_refs", "we");
    if (!f) return false;
    bool said = fputs("5", f) >= 0;
    return fclose(f) == 0 && said;
}

double ts_memory_peak(void)
{
    TS_C_LOCALE;
    char line[256];
    double kb = 0;
    FILE *f = fopen("/proc/self/status", "re");
    while (f && kb <= 0 && fgets(line, sizeof line, f))
        if (!strncmp(line, "VmHWM:", 6)) kb = strtod(line + 6, NULL);
    if (f) fclose(f);
    struct rusage use;
    if (kb <= 0 && !getrusage(RUSAGE_SELF, &use)) kb = (double)use.ru_maxrss;
    return 1024 * kb;
}

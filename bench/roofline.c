/* roofline.c - see roofline.h. */
#include "bench/roofline.h"
#include "tessera/c_locale.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

typedef struct limits {
    double memory, compute; /* seconds that a round takes at the ceilings; 0: unknown */
} limits;

static limits limits_of(const ts_round *s, double peak, bool in_cache)
{
    limits l = {0, 0};
    if (!in_cache && s->read > 0) l.memory = s->done.bytes / (1e9 * s->read);
    if (peak > 0) l.compute = s->done.flops / peak;
    return l;
}

static double units(const ts_rounds *r)
{
    double sum = 0;
    for (int i = 0; i < r->n; i++) sum += r->round[i].done.units;
    return sum;
}

static const char *bound_of(const ts_rounds *r, double peak, double floor, bool in_cache)
{
    if (floor > 0.5 * r->each.mid) return "launch";
    limits sum = {0, 0};
    for (int i = 0; i < r->n; i++) {
        limits l = limits_of(&r->round[i], peak, in_cache);
        sum.memory += l.memory;
        sum.compute += l.compute;
    }
    if (in_cache) return sum.compute > 0.5 * r->each.mid * units(r) ? "compute" : "cache";
    if (sum.memory <= 0 && sum.compute <= 0) return NULL;
    return sum.memory >= sum.compute ? "memory" : "compute";
}

bool ts_beats_ceiling(double share)
{
    return share > TS_IMPOSSIBLE;
}

void ts_beats_ceiling_why(double share, const char *what, char *to, size_t cap)
{
    bool memory = !strcmp(what, "reading");
    snprintf(
        to, cap,
        "%.1f %% of what %s alone reaches in the same rounds: one of the two was disturbed, or "
        "%s are counted that were not %s; measure again on a quiet machine",
        100 * share, what, memory ? "bytes" : "operations", memory ? "read" : "done");
}

static void refuse(ts_roofline *out, const ts_rounds *r, double peak, bool in_cache)
{
    TS_C_LOCALE;
    limits l = limits_of(&r->round[0], peak, in_cache);
    out->impossible = true;
    ts_beats_ceiling_why(out->share.mid, l.memory >= l.compute ? "reading" : "arithmetic", out->why,
                         sizeof out->why);
}

void ts_roofline_of(const ts_rounds *r, double peak, double floor, bool in_cache, ts_roofline *out)
{
    double share[TS_MAX_ROUNDS];
    size_t n = 0;
    *out = (ts_roofline){.share = {NAN, NAN, NAN}, .bound = bound_of(r, peak, floor, in_cache)};
    for (int i = 0; i < r->n; i++) {
        limits l = limits_of(&r->round[i], peak, in_cache);
        if (!ts_rounds_kept(r, i)) continue;
        share[n++] = fmax(l.memory, l.compute) / r->round[i].done.seconds;
    }
    if (n == 0 || share[0] <= 0) return;
    out->share = ts_median_interval(share, n, 0.95, 1);
    if (ts_beats_ceiling(out->share.mid))
        refuse(out, r, peak, in_cache);
    else if (in_cache && strcmp(out->bound, "cache") == 0)
        out->share = (ts_interval){NAN, NAN, NAN};
}

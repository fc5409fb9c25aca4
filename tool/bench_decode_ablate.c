/* bench_decode_ablate.c - `tessera bench decode --ablate`: each optimisation switched off inside the whole
 * decode. Two engines are open at once, the plain one and one without. */
#include "tool/bench.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/compare.h"

enum { QUICK_TOKENS = 3, CHECKED = 3 };

/* Of a sample; what is measured must be the same all over, so it is decided here. */
static int tokens_of(const ts_decode_bench *m)
{
    int gen = m->gen.at[0];
    return m->b->o->quick && gen > QUICK_TOKENS ? QUICK_TOKENS : gen;
}

/* One optimisation switched off, and beside it the engine that has all. */
typedef struct ablated {
    const char *name;
    ts_error wrong;     /* other tokens than the plain engine; "": the same */
    ts_comparison pair; /* A: without it; B: plain */
    ts_rounds rounds[TS_SIDES];
    ts_result line[TS_SIDES]; /* in tok/s */
} ablated;

/* ---- the store ---- */

static int add_ratio(const ts_decode_bench *m, const ts_result *of, const ablated *a, ts_error *err)
{
    ts_sample sample[2 * TS_MAX_ROUNDS];
    ts_result r = *of;
    r.unit = "ratio";
    r.dropped = a->pair.rounds.dropped;
    r.noisy = a->pair.rounds.noisy;
    size_t n = ts_compare_samples(&a->pair, TS_SIDES, sample);
    return ts_session_add(m->b->session, &r, sample, n, err);
}

/* The plain engine's line is not added for each. */
static int fill(const ts_decode_bench *m, ablated *a, int side, const ts_result *of, ts_error *err)
{
    ts_result *r = &a->line[side];
    *r = *of;
    if (side == TS_B) r->name = "plain", r->verdict = r->why = NULL;
    ts_compare_side(&a->pair, side, &a->rounds[side]);
    return side == TS_B ? ts_session_fill(m->b->session, r, &a->rounds[side], 0, m->cached, err)
                        : ts_session_rounds(m->b->session, r, &a->rounds[side], 0, m->cached, err);
}

/* A rate that cannot be has no ratio either. */
static int tell(const ts_decode_bench *m, ablated *a, bool first, ts_error *err)
{
    char more[128];
    int gen = tokens_of(m);
    snprintf(more, sizeof more, " --ablate %.100s", a->name);
    ts_result r = ts_decode_result(m, "ablation", m->ctx.at[0], 0, gen, more);
    r.name = a->name;
    r.tokens = gen;
    r.verdict = a->wrong.text[0] ? "fail" : "pass";
    r.why = a->wrong.text[0] ? a->wrong.text : NULL;
    if (fill(m, a, TS_B, &r, err) || fill(m, a, TS_A, &r, err)) return -1;
    const ts_result *refused = NULL;
    for (int side = TS_B; side >= TS_A; side--)
        if (ts_same(a->line[side].verdict, "refused")) refused = &a->line[side];
    if (refused)
        ts_sheet_refused(a->name, refused->why);
    else if (add_ratio(m, &r, a, err) ||
             ts_sheet_put(m->b->session, "ablation", a->line[TS_B].value, err))
        return -1;
    return first ? ts_session_rounds(m->b->session, &a->line[TS_B], &a->rounds[TS_B], 0, m->cached,
                                     err)
                 : 0;
}

/* ---- a pair of engines ---- */

static int time_pair(const ts_decode_bench *m, ablated *a, ts_error *err)
{
    char what[128];
    snprintf(what, sizeof what, "without %.100s", a->name);
    return ts_decode_measure(m, what, TS_COMPARE_LEAST, ts_compare_work, &a->pair, &a->pair.rounds,
                             err);
}

/* Both engines are open. */
static int compare_engines(const ts_decode_bench *m, ts_sequence *other, ablated *a, bool first,
                           ts_error *err)
{
    ts_decoding plain, without = {.id = NULL};
    uint32_t ctx = (uint32_t)m->ctx.at[0];
    int tokens = tokens_of(m);
    a->pair.contender[TS_A] = (ts_contender){ts_ablate_work, &without};
    a->pair.contender[TS_B] = (ts_contender){ts_ablate_work, &plain};
    int rc = ts_decoding_begin(&plain, m->engine, TS_PASS_GENERATE, ctx, tokens, err);
    if (!rc) rc = ts_decoding_begin(&without, other, TS_PASS_GENERATE, ctx, tokens, err);
    if (!rc)
        (void)ts_ablate_same_tokens(&plain, &without, tokens < CHECKED ? tokens : CHECKED,
                                    &a->wrong); /* which tells */
    if (!rc) rc = time_pair(m, a, err);
    if (!rc) rc = tell(m, a, first, err);
    ts_decoding_end(&plain);
    ts_decoding_end(&without);
    return rc;
}

static int measure_ablation(const ts_decode_bench *m, const ts_ablation *off, bool first,
                            ts_error *err)
{
    ts_waiting line = {.on = false};
    ablated *a = calloc(1, sizeof *a); /* large */
    if (!a) return ts_fail(err, "no memory for an ablation");
    a->name = off->name;
    ts_model_options o = m->options;
    o.without = off->name;
    o.share = ts_sequence_model(m->engine);
    o.progress = ts_waiting_show;
    o.begins = ts_waiting_begins;
    o.arg = &line;
    ts_waiting_begin(&line, "opening the model");
    ts_sequence *other = ts_sequence_open(&o, err);
    ts_waiting_end(&line);
    int rc = other ? compare_engines(m, other, a, first, err) : -1;
    ts_sequence_close(other);
    free(a);
    return rc;
}

/* ---- which ---- */

/* Those that were named, or all that there are on the device. */
static bool chosen(const ts_decode_bench *m, const ts_ablation *a, const ts_device *dev)
{
    const char *names = m->b->o->ablate;
    return strcmp(names, "all") ? ts_listed(names, a->name) : ts_ablation_applies(a, dev);
}

int ts_decode_names(ts_decode_bench *m, ts_error *err)
{
    const char *names = m->b->o->ablate;
    if (!names || !strcmp(names, "all")) return 0;
    if (ts_ablation_names(names, err)) return -1;
    return *names ? 0 : ts_fail(err, "--ablate \"%s\" names nothing", names);
}

static int choose(const ts_decode_bench *m, const ts_device *dev, ts_error *err)
{
    const ts_ablation *a;
    for (size_t i = 0; (a = ts_ablation_at(i)); i++)
        if (chosen(m, a, dev) && !ts_ablation_applies(a, dev))
            return ts_fail(err, "%s has no %s to switch off; --ablate all takes what it has",
                           ts_device_target(dev), a->name);
    return 0;
}

int ts_decode_choose(ts_decode_bench *m, ts_error *err)
{
    if (!m->b->o->ablate) return 0;
    ts_device *dev = ts_device_open(m->b->o->device, 1, err);
    int rc = dev ? choose(m, dev, err) : -1;
    ts_device_close(dev);
    return rc;
}

int ts_decode_ablations(const ts_decode_bench *m, ts_error *err)
{
    bool first = true;
    ts_sheet_text("\neach switched off in turn inside tg%d @ %d; a round is without, plain, plain, "
                  "without",
                  tokens_of(m), m->ctx.at[0]);
    if (ts_sheet_head(m->b->session, "ablation", err)) return -1;
    const ts_ablation *a;
    const ts_device *dev = ts_model_device(ts_sequence_model(m->engine));
    for (size_t i = 0; (a = ts_ablation_at(i)); i++) {
        if (!chosen(m, a, dev)) continue;
        if (measure_ablation(m, a, first, err)) return -1;
        first = false;
    }
    for (size_t i = 0; (a = ts_ablation_at(i)); i++) /* what it means to be without each */
        if (chosen(m, a, dev)) ts_sheet_text("%-12s %s", a->name, a->what);
    return 0;
}

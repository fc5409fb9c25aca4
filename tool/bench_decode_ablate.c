/* bench_decode_ablate.c - `tessera bench decode --ablate`: each optimisation switched off inside the whole
 * decode. Two engines are open at once, the plain one and one without. */
#include "tool/bench_decode.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "bench/compare.h"

enum { QUICK_TOKENS = 3, CHECKED = 3 };

/* Of a sample; what is measured must be the same all over, so it is decided here. */
static int tokens_of(const ts_decode_bench *m)
{
    int gen = m->gen.at[0];
    return m->b->o->quick && gen > QUICK_TOKENS ? QUICK_TOKENS : gen;
}

/* ---- the store ---- */

static int add_ratio(const ts_decode_bench *m, const ts_result *of, const ts_ablated *a,
                     ts_error *err)
{
    ts_sample sample[TS_MAX_ROUNDS];
    const ts_rounds *k = &a->without.rounds;
    ts_result r = *of;
    r.unit = "ratio";
    r.value = a->ratio.mid;
    r.lo = a->ratio.lo;
    r.hi = a->ratio.hi;
    r.n = k->counted;
    r.dropped = k->dropped;
    r.noisy = k->noisy;
    if (!a->wrong.text[0]) r.why = a->verdict;
    for (int i = 0; i < k->n; i++)
        sample[i] = (ts_sample){.value = a->each[i],
                                .read_gbps = k->round[i].read > 0 ? k->round[i].read : NAN,
                                .steal = k->round[i].steal,
                                .foreign = k->round[i].foreign,
                                .kept = ts_rounds_kept(k, i)};
    return ts_session_add(m->b->session, &r, sample, (size_t)k->n, err);
}

/* A rate that cannot be has no ratio either. */
static int add_ablated(const ts_decode_bench *m, const ts_ablated *a, bool first, ts_error *err)
{
    char command[5000], more[128], mode[32];
    int ctx = m->ctx.at[0], gen = tokens_of(m);
    bool refused = a->without.roof.impossible || a->plain.roof.impossible;
    snprintf(mode, sizeof mode, "tg%d", gen);
    snprintf(more, sizeof more, " --ablate %.100s", a->name);
    ts_result r = ts_decode_result(m, "ablation", a->name, mode, "tok/s");
    r.context = ctx;
    r.tokens = gen;
    r.repro = ts_decode_repro(m, command, sizeof command, ctx, 0, gen, more);
    r.verdict = a->wrong.text[0] ? "fail" : "pass";
    r.why = a->wrong.text[0] ? a->wrong.text : NULL;
    if (ts_session_rounds(m->b->session, &r, &a->without.rounds, &a->without.roof, err) ||
        (!refused && add_ratio(m, &r, a, err)))
        return -1;
    if (!first) return 0;
    r.name = "plain";
    r.verdict = r.why = NULL;
    return ts_session_rounds(m->b->session, &r, &a->plain.rounds, &a->plain.roof, err);
}

/* ---- a pair of engines ---- */

static void sum_up(const ts_decode_bench *m, ts_side *s)
{
    ts_roofline_of(&s->rounds, m->ceilings.fma, 0, m->cached, &s->roof);
    s->figures = ts_decode_figures("tok/s", &s->rounds, &s->roof);
}

static int time_pair(const ts_decode_bench *m, ts_ablate *pair, ts_ablated *a, ts_error *err)
{
    char what[128];
    ts_effort effort = ts_decode_effort(m);
    effort.within = 0; /* it is the ratio that shall be narrow */
    if (effort.least < TS_COMPARE_LEAST) effort.least = TS_COMPARE_LEAST;
    effort.most = 3 * effort.least;
    snprintf(what, sizeof what, "without %.100s", a->name);
    if (ts_decode_measure(m, what, &effort, ts_ablate_work, pair, &a->without.rounds, err))
        return -1;
    a->ratio = ts_ablate_close(pair, &a->without.rounds, a->each);
    if (!a->wrong.text[0]) a->verdict = ts_ablate_verdict(a->ratio, &a->without.rounds);
    a->plain.rounds = pair->beside;
    sum_up(m, &a->without);
    sum_up(m, &a->plain);
    return 0;
}

/* Both engines are open. */
static int compare_engines(const ts_decode_bench *m, ts_sequence *other, ts_ablated *a, bool first,
                           ts_error *err)
{
    ts_decoding plain, without = {.id = NULL};
    ts_ablate pair = {.plain = &plain, .without = &without};
    uint32_t ctx = (uint32_t)m->ctx.at[0];
    int rc = ts_decoding_begin(&plain, m->engine, TS_PASS_GENERATE, ctx, tokens_of(m), err);
    if (!rc) rc = ts_decoding_begin(&without, other, TS_PASS_GENERATE, ctx, tokens_of(m), err);
    if (!rc &&
        ts_ablate_same_tokens(&pair, tokens_of(m) < CHECKED ? tokens_of(m) : CHECKED, &a->wrong))
        a->verdict = "wrong";
    if (!rc) rc = time_pair(m, &pair, a, err);
    if (!rc) {
        ts_print_ablated(m, a);
        rc = add_ablated(m, a, first, err);
    }
    ts_decoding_end(&plain);
    ts_decoding_end(&without);
    return rc;
}

static int measure_ablation(const ts_decode_bench *m, const ts_ablation *off, bool first,
                            ts_error *err)
{
    ts_waiting line = {.on = false};
    ts_ablated a = {.name = off->name};
    ts_model_options o = m->options;
    o.without = off->bit;
    o.share = ts_sequence_model(m->engine);
    o.progress = ts_waiting_show;
    o.begins = ts_waiting_begins;
    o.arg = &line;
    ts_waiting_begin(&line, "opening the model");
    ts_sequence *other = ts_sequence_open(&o, err);
    ts_waiting_end(&line);
    int rc = other ? compare_engines(m, other, &a, first, err) : -1;
    ts_sequence_close(other);
    return rc;
}

/* ---- which ---- */

static unsigned all_that_apply(const ts_device *dev)
{
    unsigned bits = 0;
    for (size_t i = 0; ts_ablation_at(i); i++)
        if (ts_ablation_applies(ts_ablation_at(i), dev)) bits |= ts_ablation_at(i)->bit;
    return bits;
}

int ts_decode_names(ts_decode_bench *m, ts_error *err)
{
    const char *names = m->b->o->ablate;
    if (!names || !strcmp(names, "all")) return 0;
    if (ts_ablation_find(names, &m->off, err)) return -1;
    return m->off ? 0 : ts_fail(err, "--ablate \"%s\" names nothing", names);
}

static int choose(ts_decode_bench *m, const ts_device *dev, ts_error *err)
{
    if (!m->off) m->off = all_that_apply(dev);
    for (size_t i = 0; ts_ablation_at(i); i++) {
        const ts_ablation *off = ts_ablation_at(i);
        if ((off->bit & m->off) && !ts_ablation_applies(off, dev))
            return ts_fail(err, "%s has no %s to switch off; --ablate all takes what it has",
                           ts_device_target(dev), off->name);
    }
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
    ts_print_ablated_head(m, m->ctx.at[0], tokens_of(m));
    for (size_t i = 0; ts_ablation_at(i); i++) {
        if (!(ts_ablation_at(i)->bit & m->off)) continue;
        if (measure_ablation(m, ts_ablation_at(i), first, err)) return -1;
        first = false;
    }
    ts_print_ablated_legend(m);
    return 0;
}

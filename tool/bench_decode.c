/* bench_decode.c - `tessera bench decode`: whole tokens of a model.
 *
 *     for each number of threads:  open, read memory, then
 *         pp and tg at each context, first tokens, breakdowns, ablations
 *
 * Every line is stored when it is measured. */
#include "kernels/r1_distill/shape.h"
#include "tool/bench_decode.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tool/progress.h"
#include "tool/waiting.h"
#include "tool/tool.h"

enum { ENOUGH = 1 << 30 }; /* bytes that reading is measured over at least */
#define LONG_LOAD 0.5      /* seconds; what opens faster is opened more than once */

/* ---- what is asked for ---- */

static int list(const char *text, const char *otherwise, const char *name, int least,
                ts_numbers *out, ts_error *err)
{
    out->n = ts_number_list(text ? text : otherwise, name, least, 1 << 20, out->at, TS_LIST, err);
    return out->n < 0 ? -1 : 0;
}

static int largest(const ts_numbers *l)
{
    int most = 0;
    for (int i = 0; i < l->n; i++)
        if (l->at[i] > most) most = l->at[i];
    return most;
}

/* A synthetic model is made in the dtype asked for; files have theirs. */
static int name_model(ts_decode_bench *m, ts_error *err)
{
    const char *model = m->b->o->model, *dtype = m->b->o->dtype;
    bool plain = !strncmp(model, "synthetic:", 10) && !strchr(model + 10, ':');
    if (dtype && !plain)
        return ts_fail(err, "the weights of %.200s have a dtype already; leave out --dtype %s",
                       model, dtype);
    int n =
        snprintf(m->model, sizeof m->model, "%s%s%s", model, dtype ? ":" : "", dtype ? dtype : "");
    return n < (int)sizeof m->model ? 0 : ts_fail(err, "the name of the model is too long");
}

static int read_options(ts_decode_bench *m, ts_error *err)
{
    const ts_bench_options *o = m->b->o;
    if (o->batch > 1)
        return ts_fail(err,
                       "an engine holds one sequence, so --batch %d cannot be measured; leave it "
                       "out or say --batch 1",
                       o->batch);
    if (list(o->ctx, "16", "ctx", 0, &m->ctx, err) ||
        list(o->prompt, "16", "prompt", 0, &m->prompt, err) ||
        list(o->gen, "16", "gen", 0, &m->gen, err) ||
        list(o->thread, "0", "threads", 0, &m->threads, err))
        return -1;
    if ((o->breakdown || o->ablate) && !m->gen.at[0])
        return ts_fail(err, "--breakdown and --ablate generate tokens; say --gen 16");
    return ts_decode_names(m, err) || name_model(m, err) ? -1 : 0;
}

int ts_bench_decode_options(const ts_bench_options *o, ts_error *err)
{
    ts_bench b = {.o = o};
    ts_decode_bench m = {.b = &b};
    return read_options(&m, err);
}

/* Positions: the deepest pass, and one token that is not timed. */
static uint32_t positions(const ts_decode_bench *m)
{
    int prompt = largest(&m->prompt), gen = largest(&m->gen);
    return (uint32_t)(largest(&m->ctx) + (prompt > gen ? prompt : gen) + 2);
}

/* ---- rounds with progress ---- */

typedef struct watched {
    ts_work *work;
    void *arg;
    ts_progress progress;
    int done;
    bool show;
} watched;

static int watch(void *arg, ts_done *done, ts_error *err)
{
    watched *w = arg;
    if (w->work(w->arg, done, err)) return -1;
    if (w->show) ts_progress_step(&w->progress, ++w->done);
    return 0;
}

ts_effort ts_decode_effort(const ts_decode_bench *m)
{
    const ts_bench_options *o = m->b->o;
    ts_effort e = {
        .least = o->rounds, .most = 3 * o->rounds, .within = 0.02, .seconds = o->seconds};
    if (o->quick) e.least = o->rounds < 3 ? o->rounds : 3, e.most = e.least + 2;
    return e;
}

int ts_decode_measure(const ts_decode_bench *m, const char *what, const ts_effort *effort,
                      ts_work *work, void *arg, ts_rounds *r, ts_error *err)
{
    watched w = {.work = work, .arg = arg, .show = isatty(STDERR_FILENO)};
    ts_reader *reader =
        m->cached ? NULL : m->ceilings.reader; /* none yet while a model is opened */
    if (w.show) ts_progress_begin(&w.progress, what, "rounds", effort->most);
    int rc = ts_rounds_run(r, effort, reader, watch, &w, err);
    if (w.show) ts_progress_end(&w.progress);
    return rc;
}

/* ---- lines of the store ---- */

/* "synthetic:r1-distill-1.5b:f16": the dtype has a column of its own, and the shape is called "1.5b" as
 * beside kernels. A seed stays in the name. */
static void name_lines(ts_decode_bench *m)
{
    static const char made[] = "synthetic:", family[] = "r1-distill-";
    snprintf(m->name, sizeof m->name, "%s", m->info->name);
    m->shape[0] = 0;
    if (strncmp(m->name, made, strlen(made)) != 0) return;
    char *preset = m->name + strlen(made), *dtype = strchr(preset, ':');
    if (dtype && !strchr(dtype + 1, ':')) *dtype = 0;
    if (!strncmp(preset, family, strlen(family))) preset += strlen(family);
    snprintf(m->shape, sizeof m->shape, "%.*s", (int)strcspn(preset, ":"), preset);
}

ts_result ts_decode_result(const ts_decode_bench *m, const char *bench, const char *name,
                           const char *mode, const char *unit)
{
    ts_result r = ts_result_blank();
    r.bench = bench;
    r.suite = "r1_distill";
    r.name = name ? name : m->name;
    r.mode = mode;
    r.dtype = ts_tool_dtype_name(m->info->dtype);
    r.kv = ts_tool_dtype_name(m->info->kv);
    r.shape = m->shape[0] ? m->shape : NULL;
    r.batch = 1;
    r.unit = unit;
    r.peak_gflops = m->ceilings.fma > 0 ? 1e-9 * m->ceilings.fma : NAN;
    r.floor_us = m->ceilings.floor > 0 ? 1e6 * m->ceilings.floor : NAN;
    return r;
}

ts_result ts_decode_figures(const char *unit, const ts_rounds *rounds, const ts_roofline *roof)
{
    ts_result r = ts_result_blank();
    r.unit = unit;
    ts_session_fill(&r, rounds, roof);
    return r;
}

const char *ts_decode_repro(const ts_decode_bench *m, char *to, size_t cap, int ctx, int prompt,
                            int gen, const char *more)
{
    const char *device = m->b->o->device ? m->b->o->device : "cpu",
               *kv = ts_tool_dtype_name(m->info->kv);
    if (strpbrk(m->model, " \t\n\"'\\$&|;<>()*?[]{}~#!`") || strchr(device, ' ')) return NULL;
    int n = snprintf(to, cap,
                     "tessera bench decode --model %s --device %s --threads %d --kv %s --ctx %d "
                     "--prompt %d --gen %d%s",
                     m->model, device, m->workers, kv, ctx, prompt, gen, more);
    return n > 0 && (size_t)n < cap ? to : NULL;
}

/* ---- opening ---- */

static int add_loading(const ts_decode_bench *m, const ts_rounds *open, const ts_loading *l,
                       double peak, ts_error *err)
{
    char command[5000];
    ts_session *s = m->b->session;
    ts_result r = ts_decode_result(m, "load", NULL, "open", "s");
    r.context = m->info->ctx;
    r.repro = ts_decode_repro(m, command, sizeof command, m->ctx.at[0], 0, 1, "");
    if (ts_session_rounds(s, &r, open, NULL, err)) return -1;
    r.mode = "weights";
    if (l->weights.n > 0 && ts_session_rounds(s, &r, &l->weights, NULL, err)) return -1;
    r.bench = "memory";
    r.unit = "B";
    r.mode = "peak";
    r.value = peak > 0 ? peak : NAN;
    if (ts_session_add(s, &r, NULL, 0, err)) return -1;
    r.mode = "plan";
    r.value = (double)m->info->total_bytes;
    return ts_session_add(s, &r, NULL, 0, err);
}

static const char opening[] = "opening the model";

static int open_once(ts_waiting *line, ts_loading *l, ts_rounds *open, ts_error *err)
{
    static const ts_effort once = {.least = 1, .most = 1};
    l->weights.n = 0;
    ts_waiting_begin(line, opening);
    int rc = ts_rounds_run(open, &once, NULL, ts_loading_work, l, err);
    ts_waiting_end(line);
    return rc;
}

/* The first opening may compile kernels, so it is none that counts; what opens in no time is then opened
 * in rounds. */
static int time_loading(ts_decode_bench *m, ts_waiting *line, ts_loading *l, ts_rounds *open,
                        ts_error *err)
{
    ts_effort effort = ts_decode_effort(m);
    if (!m->compiled && open_once(line, l, open, err)) return -1;
    m->compiled = true;
    if (open_once(line, l, open, err)) return -1;
    if (open->each.mid > LONG_LOAD) return 0;
    l->opens = 1 + (int)(0.3 / open->each.mid); /* a quarter of a second a sample */
    l->weights.n = 0;
    return ts_decode_measure(m, opening, &effort, ts_loading_work, l, open, err);
}

/* A token reads all weights, so afterwards the memory that a model takes has been taken. */
static int touch(ts_decode_bench *m, ts_error *err)
{
    int32_t id;
    return ts_sequence_pretend(m->engine, 0, err) || ts_sequence_advance(m->engine, err) ||
                   ts_sequence_greedy(m->engine, &id, err)
               ? -1
               : 0;
}

static int open_model(ts_decode_bench *m, ts_error *err)
{
    ts_waiting line = {.on = false};
    ts_rounds open;
    const ts_bench_options *o = m->b->o;
    m->options = (ts_model_options){.model = m->model,
                                    .device = o->device,
                                    .threads = m->workers,
                                    .ctx = positions(m),
                                    .kv = ts_tool_dtype(o->kv, TS_NDTYPE),
                                    .progress = ts_waiting_show,
                                    .begins = ts_waiting_begins,
                                    .arg = &line};
    ts_loading l = {.options = m->options, .opens = 1};
    bool marked = ts_memory_mark();
    int rc = time_loading(m, &line, &l, &open, err);
    m->options.progress = NULL;
    m->options.begins = NULL;
    m->options.arg = NULL;
    m->engine = l.engine;
    if (rc || touch(m, err)) return -1;
    double peak = ts_memory_peak();
    ts_loading_close(&l, &open);
    m->info = ts_sequence_describe(m->engine);
    name_lines(m);
    ts_token_cost_of(m->info, &m->cost);
    m->cached = ts_decoding_cached(&m->cost, ts_cache_bytes());
    ts_session_device(m->b->session, ts_model_device(ts_sequence_model(m->engine)), o->device);
    ts_print_model(m);
    ts_print_loading(m, &open, &l.weights, peak, !marked);
    return add_loading(m, &open, &l, peak, err);
}

/* The weights themselves are what reading is measured over, where there is enough of them. */
static int measure_ceilings(ts_decode_bench *m, ts_error *err)
{
    size_t bytes = 0;
    const void *block = ts_model_largest(ts_sequence_model(m->engine), &bytes);
    if (bytes < ENOUGH) block = NULL, bytes = 0;
    return ts_bench_ceilings(m->b, ts_model_device(ts_sequence_model(m->engine)), block, bytes,
                             false, &m->ceilings, err);
}

/* ---- prompts and generating ---- */

static const char *const pass_bench[] = {"decode", "prefill", "first_token"};

static int add_line(const ts_decode_bench *m, ts_decode_line *l, ts_error *err)
{
    char command[5000], mode[32];
    bool generates = l->pass == TS_PASS_GENERATE;
    snprintf(mode, sizeof mode, generates ? "tg%d" : "pp%d", l->tokens);
    ts_result r = ts_decode_result(m, pass_bench[l->pass], NULL, mode,
                                   l->pass == TS_PASS_FIRST ? "s" : "tok/s");
    r.context = l->ctx;
    r.prompt = generates ? NAN : l->tokens;
    r.tokens = generates ? l->tokens : l->pass == TS_PASS_FIRST ? 1 : 0;
    r.repro = ts_decode_repro(m, command, sizeof command, l->ctx, generates ? 0 : l->tokens,
                              generates ? l->tokens : 0, "");
    l->figures = ts_decode_figures(r.unit, &l->rounds, &l->roof);
    return ts_session_rounds(m->b->session, &r, &l->rounds, &l->roof, err);
}

static int measure_line(const ts_decode_bench *m, ts_decode_line *l, ts_error *err)
{
    ts_decoding d;
    ts_effort effort = ts_decode_effort(m);
    char what[64];
    double floor = l->pass == TS_PASS_GENERATE ? (double)m->info->launches * m->ceilings.floor : 0;
    snprintf(l->label, sizeof l->label, l->pass == TS_PASS_GENERATE ? "tg%d @ %d" : "pp%d @ %d",
             l->tokens, l->ctx);
    snprintf(what, sizeof what, "measuring %s", l->label);
    int rc = ts_decoding_begin(&d, m->engine, l->pass, (uint32_t)l->ctx, l->tokens, err);
    if (!rc) rc = ts_decode_measure(m, what, &effort, ts_decoding_work, &d, &l->rounds, err);
    ts_decoding_end(&d);
    if (rc) return -1;
    l->bytes = l->rounds.round[0].done.bytes / l->rounds.round[0].done.units;
    ts_roofline_of(&l->rounds, m->ceilings.fma, floor, m->cached, &l->roof);
    return add_line(m, l, err);
}

static void note_frontier(ts_frontier *f, const ts_decode_line *l)
{
    bool generates = l->pass == TS_PASS_GENERATE;
    *(generates ? &f->gen : &f->prompt) = l->tokens;
    *(generates ? &f->gen_tps : &f->prefill_tps) = l->figures.value;
    if (!generates) return;
    f->gbps = l->figures.gbps;
    f->share = l->figures.sol;
}

/* Every length at one context; the first of each goes into the table of frontiers. */
static int measure_context(const ts_decode_bench *m, int ctx, ts_frontier *f, ts_error *err)
{
    *f = (ts_frontier){ctx, 0, 0, NAN, NAN, NAN, NAN};
    for (int i = 0; i < m->prompt.n + m->gen.n; i++) {
        bool prompt = i < m->prompt.n;
        ts_decode_line l = {.pass = prompt ? TS_PASS_PROMPT : TS_PASS_GENERATE, .ctx = ctx};
        l.tokens = prompt ? m->prompt.at[i] : m->gen.at[i - m->prompt.n];
        if (!l.tokens) continue;
        if (measure_line(m, &l, err)) return -1;
        ts_print_line(m, &l);
        if (!i || i == m->prompt.n) note_frontier(f, &l);
    }
    return 0;
}

static int measure_contexts(const ts_decode_bench *m, ts_error *err)
{
    ts_frontier f[TS_LIST];
    if (!largest(&m->prompt) && !largest(&m->gen)) return 0;
    ts_print_lines_head(m);
    for (int i = 0; i < m->ctx.n; i++)
        if (measure_context(m, m->ctx.at[i], &f[i], err)) return -1;
    if (m->ctx.n > 1) ts_print_frontiers(m, f, m->ctx.n);
    return 0;
}

static int measure_first(const ts_decode_bench *m, ts_error *err)
{
    if (!largest(&m->prompt)) return 0;
    ts_print_first_head(m);
    for (int i = 0; i < m->prompt.n; i++) {
        ts_decode_line l = {.pass = TS_PASS_FIRST, .tokens = m->prompt.at[i]};
        if (!l.tokens) continue;
        if (measure_line(m, &l, err)) return -1;
        ts_print_first(m, &l);
    }
    return 0;
}

/* ---- breakdown ---- */

bool ts_parts_refused(const ts_breakdown *b, const ts_roofline *roof)
{
    for (int c = 0; c < b->classes; c++)
        if (b->each[c].calls && roof[c].impossible) return true;
    return roof[TS_MAX_CLASSES].impossible;
}

static int add_breakdown(const ts_decode_bench *m, const ts_breakdown *b, const ts_rounds *token,
                         const ts_roofline *roof, int ctx, ts_error *err)
{
    char command[5000], mode[32];
    int gen = m->gen.at[0];
    snprintf(mode, sizeof mode, "tg%d", gen);
    ts_result r = ts_decode_result(m, "breakdown", NULL, mode, "us");
    r.context = ctx;
    r.tokens = 1;
    r.repro = ts_decode_repro(m, command, sizeof command, ctx, 0, gen, " --breakdown");
    for (int c = 0; c < b->classes; c++) {
        r.name = b->class[c].name;
        r.launches = b->each[c].calls;
        if (b->each[c].calls &&
            ts_session_rounds(m->b->session, &r, &b->each[c].rounds, &roof[c], err))
            return -1;
    }
    r.name = "token";
    r.launches = (double)m->info->launches;
    if (ts_session_rounds(m->b->session, &r, token, &roof[TS_MAX_CLASSES], err)) return -1;
    r.name = "between launches";
    r.why = "derived: the token less the sum of the classes; below 0 where launches overlap";
    if (ts_parts_refused(b, roof))
        r.why = "not known: a class or the token itself was refused";
    else
        r.value = 1e6 * b->between;
    r.floor_us = r.launches = NAN;
    return ts_session_add(m->b->session, &r, NULL, 0, err);
}

static void breakdown_roofs(const ts_decode_bench *m, const ts_breakdown *b, const ts_rounds *token,
                            ts_roofline *roof)
{
    for (int c = 0; c < b->classes; c++)
        if (b->each[c].calls)
            ts_roofline_of(&b->each[c].rounds, 0, b->each[c].calls * m->ceilings.floor,
                           m->cached || !b->class[c].streams, &roof[c]);
    ts_roofline_of(token, m->ceilings.fma, (double)m->info->launches * m->ceilings.floor, m->cached,
                   &roof[TS_MAX_CLASSES]);
}

static int measure_breakdown(const ts_decode_bench *m, int ctx, ts_error *err)
{
    ts_decoding d;
    ts_rounds token;
    ts_roofline roof[TS_MAX_CLASSES + 1] = {{.bound = NULL}};
    ts_effort effort = ts_decode_effort(m);
    ts_breakdown *b = NULL;
    int rc = ts_decoding_begin(&d, m->engine, TS_PASS_GENERATE, (uint32_t)ctx, m->gen.at[0], err);
    if (!rc) b = ts_breakdown_new(&d, err);
    rc = b ? ts_decode_measure(m, "timing each launch", &effort, ts_breakdown_work, b, &token, err)
           : -1;
    if (!rc) {
        ts_breakdown_close(b, &token);
        breakdown_roofs(m, b, &token, roof);
        ts_print_breakdown(m, b, &token, roof, ctx);
        rc = add_breakdown(m, b, &token, roof, ctx, err);
    }
    ts_breakdown_free(b);
    ts_decoding_end(&d);
    return rc;
}

/* ---- all of it ---- */

static int measure_all(ts_decode_bench *m, ts_error *err)
{
    if (open_model(m, err) || measure_ceilings(m, err) || measure_contexts(m, err) ||
        measure_first(m, err))
        return -1;
    for (int i = 0; m->b->o->breakdown && i < m->ctx.n; i++)
        if (measure_breakdown(m, m->ctx.at[i], err)) return -1;
    return m->b->o->ablate ? ts_decode_ablations(m, err) : 0;
}

int ts_bench_decode(ts_bench *b, ts_error *err)
{
    ts_decode_bench m = {.b = b};
    int rc = read_options(&m, err) || ts_decode_choose(&m, err) ? -1 : 0;
    for (int i = 0; !rc && i < m.threads.n; i++) {
        m.workers = m.threads.at[i];
        rc = measure_all(&m, err);
        ts_ceilings_free(&m.ceilings);
        ts_sequence_close(m.engine);
        m.engine = NULL;
    }
    return rc;
}

/* bench_decode.c - `tessera bench decode`: whole tokens of a model.
 *
 *     for each number of threads:  open, read memory, then
 *         pp and tg at each context, first tokens, breakdowns, ablations
 *
 * Every line is stored when it is measured. */
#include "kernels/r1_distill/shape.h"
#include "tool/bench.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tool/progress.h"
#include "tool/tool.h"
#include "tool/words.h"

enum { ENOUGH = 1 << 30 }; /* bytes that reading is measured over at least */
#define LONG_LOAD 0.5      /* seconds; what opens faster is opened more than once */

/* ---- what is asked for ---- */

static int list(const char *text, const char *otherwise, const char *name, int least, int most,
                ts_numbers *out, ts_error *err)
{
    out->n = ts_number_list(text ? text : otherwise, name, least, most, out->at, TS_LIST, err);
    return out->n < 0 ? -1 : 0;
}

static int largest(const ts_numbers *l)
{
    int most = 0;
    for (int i = 0; i < l->n; i++)
        if (l->at[i] > most) most = l->at[i];
    return most;
}

static bool holds(const ts_numbers *l, int x)
{
    for (int i = 0; i < l->n; i++)
        if (l->at[i] == x) return true;
    return false;
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
    enum { MOST = 1 << 20 };
    const ts_bench_options *o = m->b->o;
    if (list(o->ctx, "16", "ctx", 0, MOST, &m->ctx, err) ||
        list(o->prompt, "128", "prompt", 0, MOST, &m->prompt, err) ||
        list(o->gen, "16", "gen", 0, MOST, &m->gen, err) ||
        list(o->thread, "0", "threads", 0, MOST, &m->threads, err) ||
        list(o->batch, "1", "batch", 1, TS_BATCH_MOST, &m->batch, err))
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

static ts_effort effort_of(const ts_decode_bench *m, int least)
{
    const ts_bench_options *o = m->b->o;
    ts_effort e = {
        .least = o->rounds, .most = 3 * o->rounds, .within = 0.02, .seconds = o->seconds};
    if (o->quick) e.least = o->rounds < 3 ? o->rounds : 3, e.most = e.least + 2;
    if (!least) return e;
    e.within = 0; /* it is the ratio that shall be narrow */
    if (e.least < least) e.least = least;
    e.most = 3 * e.least;
    return e;
}

static void show(void *progress, const ts_rounds *r)
{
    ts_progress_step(progress, r->n);
}

int ts_decode_measure(const ts_decode_bench *m, const char *what, int least, ts_work *work,
                      void *arg, ts_rounds *r, ts_error *err)
{
    ts_progress progress;
    ts_effort e = effort_of(m, least);
    bool shown = isatty(STDERR_FILENO);
    if (shown) ts_progress_begin(&progress, what, "rounds", e.most);
    if (shown) e.progress = show, e.arg = &progress;
    /* A reader is none yet while a model is opened. */
    int rc = ts_rounds_run(r, &e, m->cached ? NULL : m->ceilings.reader, work, arg, err);
    if (shown) ts_progress_end(&progress);
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

static const char *repro(const ts_decode_bench *m, int ctx, int prompt, int gen, const char *more)
{
    static char to[5000];
    const char *device = m->b->o->device ? m->b->o->device : "cpu",
               *kv = ts_tool_dtype_name(m->info->kv);
    if (strpbrk(m->model, " \t\n\"'\\$&|;<>()*?[]{}~#!`") || strchr(device, ' ')) return NULL;
    int n = snprintf(to, sizeof to,
                     "tessera bench decode --model %s --device %s --threads %d --kv %s --ctx %d "
                     "--prompt %d --gen %d --chunk %u%s",
                     m->model, device, m->workers, kv, ctx, prompt, gen, m->info->chunk, more);
    return n > 0 && (size_t)n < sizeof to ? to : NULL;
}

ts_result ts_decode_result(const ts_decode_bench *m, const char *bench, int ctx, int prompt,
                           int gen, const char *more)
{
    static char mode[32];
    ts_result r = ts_result_blank();
    snprintf(mode, sizeof mode, prompt ? "pp%d" : "tg%d", prompt ? prompt : gen);
    r.bench = bench;
    r.suite = "r1_distill";
    r.name = m->name;
    r.mode = mode;
    r.dtype = ts_tool_dtype_name(m->info->dtype);
    r.kv = ts_tool_dtype_name(m->info->kv);
    r.shape = m->shape[0] ? m->shape : NULL;
    r.batch = 1;
    r.context = ctx;
    r.unit = "tok/s";
    r.repro = repro(m, ctx, prompt, gen, more);
    r.peak_gflops = m->ceilings.fma > 0 ? 1e-9 * m->ceilings.fma : NAN;
    r.floor_us = m->ceilings.floor > 0 ? 1e6 * m->ceilings.floor : NAN;
    return r;
}

/* ---- opening ---- */

/* Of opening, or of making weights in it. */
static int add_time(const ts_decode_bench *m, ts_result *r, const char *mode, const ts_rounds *took,
                    ts_error *err)
{
    r->mode = mode;
    return ts_session_rounds(m->b->session, r, took, 0, false, err);
}

static int add_memory(const ts_decode_bench *m, ts_result r, const char *mode, double bytes,
                      ts_error *err)
{
    r.bench = "memory";
    r.unit = "B";
    r.mode = mode;
    r.value = bytes > 0 ? bytes : NAN;
    return ts_session_add(m->b->session, &r, NULL, 0, err);
}

static int add_loading(const ts_decode_bench *m, const ts_rounds *open, const ts_loading *l,
                       double peak, ts_error *err)
{
    ts_result r = ts_decode_result(m, "load", m->ctx.at[0], 0, 1, "");
    r.context = m->info->ctx;
    r.unit = "s";
    ts_result opened = r, weights = r;
    if (add_time(m, &opened, "open", open, err) ||
        (l->weights.n > 0 && add_time(m, &weights, "weights", &l->weights, err)))
        return -1;
    return add_memory(m, r, "peak", peak, err) ||
                   add_memory(m, r, "plan", (double)m->info->total_bytes, err)
               ? -1
               : 0;
}

static void print_model(const ts_decode_bench *m)
{
    const ts_model_info *i = m->info;
    ts_sheet_text("\n%s", i->name);
    ts_sheet_text("  %.3f billion parameters, %s, %.3f GB; cache %s, %u positions of %.1f kB; %zu "
                  "launches a token",
                  (double)i->params / 1e9, ts_tool_dtype_name(i->dtype),
                  (double)i->weight_bytes / 1e9, ts_tool_dtype_name(i->kv), i->ctx,
                  (double)i->position_bytes / 1e3, i->launches);
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
    if (!m->compiled && open_once(line, l, open, err)) return -1;
    m->compiled = true;
    if (open_once(line, l, open, err)) return -1;
    if (open->each.mid > LONG_LOAD) return 0;
    l->opens = 1 + (int)(0.3 / open->each.mid); /* a quarter of a second a sample */
    l->weights.n = 0;
    return ts_decode_measure(m, opening, 0, ts_loading_work, l, open, err);
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
                                    .chunk = (uint32_t)o->chunk,
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
    m->cached = ts_decoding_cached(m->info, ts_cache_bytes());
    ts_session_device(m->b->session, ts_model_device(ts_sequence_model(m->engine)), o->device);
    print_model(m);
    if (add_loading(m, &open, &l, peak, err) ||
        ts_sheet_put(m->b->session, "loading", !marked, err))
        return -1;
    if (m->cached) ts_sheet_text("  caches can hold it, so reading memory bounds nothing");
    return 0;
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

/* What a line is of: `n` sequences, each with as many tokens behind ctx positions. */
typedef struct test {
    ts_pass pass;
    int ctx, tokens, n;
} test;

static void name_test(const test *t, char to[48])
{
    if (t->pass == TS_PASS_FIRST)
        snprintf(to, 48, "%d token%s", t->tokens, ts_s((size_t)t->tokens));
    else if (t->n > 1)
        snprintf(to, 48, "%d x tg%d @ %d", t->n, t->tokens, t->ctx);
    else
        snprintf(to, 48, t->pass == TS_PASS_PROMPT ? "pp%d @ %d" : "tg%d @ %d", t->tokens, t->ctx);
}

static int time_test(const ts_decode_bench *m, const test *t, const char *label, ts_rounds *rounds,
                     ts_error *err)
{
    char what[64];
    ts_decoding d;
    uint32_t ctx = (uint32_t)t->ctx;
    snprintf(what, sizeof what, "measuring %s", label);
    int rc = t->n > 1
                 ? ts_decoding_begin_batch(&d, m->together, m->member, t->n, ctx, t->tokens, err)
                 : ts_decoding_begin(&d, m->engine, t->pass, ctx, t->tokens, err);
    if (!rc) rc = ts_decode_measure(m, what, 0, ts_decoding_work, &d, rounds, err);
    ts_decoding_end(&d);
    return rc;
}

/* A unit is a token of one sequence; a step is as many as there are sequences. */
static ts_result describe(const ts_decode_bench *m, const test *t)
{
    static const char *const bench[] = {"decode", "prefill", "first_token"};
    char more[32] = "";
    bool generates = t->pass == TS_PASS_GENERATE, first = t->pass == TS_PASS_FIRST;
    if (t->n > 1) snprintf(more, sizeof more, " --batch %d", t->n);
    ts_result r = ts_decode_result(m, bench[t->pass], t->ctx, generates ? 0 : t->tokens,
                                   generates ? t->tokens : 0, more);
    if (first) r.unit = "s";
    r.prompt = generates ? NAN : t->tokens;
    r.tokens = generates ? t->tokens : first;
    r.batch = t->n;
    return r;
}

static int measure_line(const ts_decode_bench *m, test t, ts_error *err)
{
    char label[48];
    ts_rounds rounds;
    ts_session *s = m->b->session;
    bool first = t.pass == TS_PASS_FIRST, generates = t.pass == TS_PASS_GENERATE;
    double floor = generates ? (double)m->info->launches * m->ceilings.floor / t.n : 0;
    name_test(&t, label);
    if (time_test(m, &t, label, &rounds, err)) return -1;
    ts_result line = describe(m, &t);
    return ts_session_rounds(s, &line, &rounds, floor, m->cached, err) ||
                   ts_sheet_put(s, first ? "first" : "tokens", NAN, err)
               ? -1
               : 0;
}

/* ---- several sequences at once ---- */

static int measure_batches(const ts_decode_bench *m, int ctx, ts_error *err)
{
    for (int b = 0; b < m->batch.n; b++)
        for (int i = 0; i < m->gen.n; i++) {
            test t = {TS_PASS_GENERATE, ctx, m->gen.at[i], m->batch.at[b]};
            if (t.n > 1 && t.tokens && measure_line(m, t, err)) return -1;
        }
    return 0;
}

/* The engine is the first of them. */
static int open_batch(ts_decode_bench *m, ts_error *err)
{
    int most = largest(&m->batch);
    ts_model *model = ts_sequence_model(m->engine);
    if (most < 2) return 0;
    m->together = ts_batch_new(model, err);
    m->member[0] = m->engine;
    for (int i = 1; m->together && i < most; i++) {
        m->member[i] = ts_sequence_new(model, err);
        if (!m->member[i]) return -1;
    }
    if (m->together && m->info->batch == 1)
        ts_sheet_text("  on this device sequences take their steps one after the other");
    return m->together ? 0 : -1;
}

static void close_batch(ts_decode_bench *m)
{
    ts_batch_close(m->together);
    for (int i = 1; i < TS_BATCH_MOST; i++) ts_sequence_close(m->member[i]);
    memset(m->member, 0, sizeof m->member);
    m->together = NULL;
}

/* Every length at one context. */
static int measure_context(const ts_decode_bench *m, int ctx, ts_error *err)
{
    for (int i = 0; i < m->prompt.n + m->gen.n; i++) {
        bool prompt = i < m->prompt.n;
        int tokens = prompt ? m->prompt.at[i] : m->gen.at[i - m->prompt.n];
        test t = {prompt ? TS_PASS_PROMPT : TS_PASS_GENERATE, ctx, tokens, 1};
        if (!tokens || (!prompt && !holds(&m->batch, 1))) continue;
        if (measure_line(m, t, err)) return -1;
    }
    return measure_batches(m, ctx, err);
}

static int print_frontiers(const ts_decode_bench *m, ts_error *err)
{
    ts_sheet_text(" ");
    if (ts_sheet_head(m->b->session, "frontiers", err) ||
        ts_sheet_put(m->b->session, "frontiers", (double)m->info->position_bytes, err))
        return -1;
    ts_sheet_text(
        "prefill_tokens are really fed, behind ctx_tokens positions of arbitrary keys and "
        "values");
    return 0;
}

static int measure_contexts(const ts_decode_bench *m, ts_error *err)
{
    if (!largest(&m->prompt) && !largest(&m->gen)) return 0;
    ts_sheet_text(
        "\nppN: N tokens of prompt, %u at once at most; tgN: N tokens generated greedily;",
        m->info->chunk);
    ts_sheet_text("@ D: behind D cached positions; +-: half of the median's interval (95 %% if n > "
                  "5); light: of the ceilings above");
    if (ts_sheet_head(m->b->session, "tokens", err)) return -1;
    for (int i = 0; i < m->ctx.n; i++)
        if (measure_context(m, m->ctx.at[i], err)) return -1;
    return m->ctx.n > 1 ? print_frontiers(m, err) : 0;
}

static int measure_first(const ts_decode_bench *m, ts_error *err)
{
    if (!largest(&m->prompt)) return 0;
    ts_sheet_text("\nfrom handing over a prompt's ids to knowing the token that follows it");
    if (ts_sheet_head(m->b->session, "first", err)) return -1;
    for (int i = 0; i < m->prompt.n; i++) {
        test t = {TS_PASS_FIRST, 0, m->prompt.at[i], 1};
        if (t.tokens && measure_line(m, t, err)) return -1;
    }
    return 0;
}

/* ---- all of it ---- */

static int measure_all(ts_decode_bench *m, ts_error *err)
{
    if (open_model(m, err) || open_batch(m, err) || measure_ceilings(m, err) ||
        measure_contexts(m, err) || measure_first(m, err))
        return -1;
    for (int i = 0; m->b->o->breakdown && i < m->ctx.n; i++)
        if (ts_decode_parts(m, m->ctx.at[i], err)) return -1;
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
        close_batch(&m);
        ts_sequence_close(m.engine);
        m.engine = NULL;
    }
    return rc;
}

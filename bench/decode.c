/* decode.c - see decode.h. */
#include "bench/decode.h"
#include "tessera/c_locale.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

enum { WARM = 16 }; /* tokens of a warm-up at most */

/* ---- cost ---- */

/* Every token attends to itself, too. */
ts_cost ts_cost_of(const ts_model_info *m, double depth, int n, int outputs)
{
    double before = n * depth + 0.5 * n * (n - 1.0); /* cached positions, over all tokens */
    return (ts_cost){
        n * (double)(m->token_bytes - m->output_bytes) + outputs * (double)m->output_bytes +
            before * (double)m->position_bytes,
        n * (double)(m->layer_flops + m->position_flops) + outputs * (double)m->output_flops +
            before * (double)m->position_flops,
    };
}

/* Of n steps of so many sequences, all at one depth: weights are read once a step, caches and rows of the embedding
 * for each; `more` is what each but the first adds. */
static ts_cost batch_cost(const ts_model_info *m, double depth, int n, int sequences)
{
    ts_cost one = ts_cost_of(m, depth, n, n);
    double before = n * depth + 0.5 * n * (n - 1.0);
    double more = before * (double)m->position_bytes + n * (double)m->row_bytes;
    return (ts_cost){one.bytes + (sequences - 1) * more, sequences * one.flops};
}

/* Of `rows` tokens, at once if they are not too few. */
static double rows_bytes(const ts_model_info *m, double depth, uint32_t rows)
{
    if (rows == 1 || rows < m->chunk_least) return ts_cost_of(m, depth, (int)rows, 0).bytes;
    return (depth + rows - 1) * (double)m->position_bytes + (double)m->chunk_bytes +
           rows * (double)m->row_bytes;
}

ts_cost ts_prompt_cost_of(const ts_model_info *m, double depth, int n, int outputs)
{
    ts_cost all = ts_cost_of(m, depth, n, outputs);
    if (m->chunk <= 1) return all;
    all.bytes = outputs * (double)m->output_bytes;
    for (uint32_t i = 0, rows; i < (uint32_t)n; i += rows) {
        rows = (uint32_t)n - i < m->chunk ? (uint32_t)n - i : m->chunk;
        all.bytes += rows_bytes(m, depth + i, rows);
    }
    return all;
}

double ts_token_rate(double steps, double seconds)
{
    return steps > 0 && seconds > 0 ? steps / seconds : NAN;
}

bool ts_decoding_cached(const ts_model_info *m, size_t cache_bytes)
{
    return (double)m->token_bytes < 2 * (double)cache_bytes;
}

/* ---- passes ---- */

/* Spread over the vocabulary, so that rows of the embedding come from memory. */
static int32_t arbitrary(int i, uint32_t vocab)
{
    return (int32_t)(((uint64_t)i * 2654435761u + 1) % vocab);
}

static int generate(const ts_decoding *d, int tokens, ts_error *err)
{
    for (int i = 0; i < tokens; i++)
        if (d->batch ? ts_batch_advance(d->batch, d->member, (size_t)d->members, err)
                     : ts_sequence_advance(d->engine, err))
            return -1;
    return 0;
}

/* Waits for the device. */
static int hold_last(const ts_decoding *d, ts_error *err)
{
    int32_t id;
    for (int i = 1; i < d->members; i++)
        if (ts_sequence_greedy(d->member[i], &id, err)) return -1;
    return ts_sequence_greedy(d->engine, &id, err);
}

static int one_pass(const ts_decoding *d, int tokens, double *seconds, ts_error *err)
{
    ts_sequence_rewind(d->engine, d->depth);
    for (int i = 1; i < d->members; i++) ts_sequence_rewind(d->member[i], d->depth);
    double start = ts_seconds();
    int rc = d->pass == TS_PASS_GENERATE ? generate(d, tokens, err)
                                         : ts_sequence_feed(d->engine, d->id, (size_t)tokens, err);
    if (rc || hold_last(d, err)) return -1;
    *seconds = ts_seconds() - start;
    return 0;
}

static int warm_up(ts_decoding *d, ts_error *err)
{
    int tokens = d->tokens < WARM ? d->tokens : WARM;
    double once = 0, all = 0;
    for (int i = 0; i < 2 || all < ts_sample_least; i++) {
        if (one_pass(d, tokens, &once, err)) return -1;
        all += once;
        if (once > ts_sample_least) break; /* long passes are warm after one */
    }
    d->seconds = once * d->tokens / tokens;
    d->passes = 1 + (int)(ts_sample_least / d->seconds);
    return 0;
}

static int set_up(ts_decoding *d, ts_error *err)
{
    d->info = ts_sequence_describe(d->engine);
    d->id = calloc((size_t)d->tokens + 1, sizeof *d->id);
    if (!d->id) return ts_fail(err, "no memory for a prompt of %d tokens", d->tokens);
    for (int i = 0; i < d->tokens; i++) d->id[i] = arbitrary(i, d->info->vocab);
    for (int i = 1; i < d->members; i++)
        if (ts_sequence_pretend(d->member[i], d->depth, err)) return -1;
    return ts_sequence_pretend(d->engine, d->depth, err) || warm_up(d, err) ? -1 : 0;
}

int ts_decoding_begin(ts_decoding *d, ts_sequence *e, ts_pass pass, uint32_t depth, int tokens,
                      ts_error *err)
{
    *d = (ts_decoding){.engine = e, .pass = pass, .depth = depth, .tokens = tokens};
    return set_up(d, err);
}

int ts_decoding_begin_batch(ts_decoding *d, ts_batch *b, ts_sequence *const *s, int n,
                            uint32_t depth, int tokens, ts_error *err)
{
    *d = (ts_decoding){.engine = s[0], .pass = TS_PASS_GENERATE, .depth = depth, .tokens = tokens};
    d->batch = b;
    d->member = s;
    d->members = n;
    return set_up(d, err);
}

void ts_decoding_end(ts_decoding *d)
{
    free(d->id);
    d->id = NULL;
}

int ts_decoding_work(void *arg, ts_done *done, ts_error *err)
{
    const ts_decoding *d = arg;
    int each = d->members ? d->members : 1;
    ts_cost pass = d->pass == TS_PASS_GENERATE ? batch_cost(d->info, d->depth, d->tokens, each)
                                               : ts_prompt_cost_of(d->info, d->depth, d->tokens, 1);
    for (int i = 0; i < d->passes; i++) {
        double seconds;
        if (one_pass(d, d->tokens, &seconds, err)) return -1;
        done->seconds += seconds;
        done->units += d->pass == TS_PASS_FIRST ? 1 : d->tokens * each;
        done->bytes += pass.bytes;
        done->flops += pass.flops;
    }
    return 0;
}

/* ---- with something switched off ---- */

/* A token that is not timed: workers of the other engine go to sleep, those of this one awake. */
int ts_ablate_work(void *arg, ts_done *done, ts_error *err)
{
    const ts_decoding *d = arg;
    int32_t id;
    ts_sequence_rewind(d->engine, d->depth);
    if (ts_sequence_advance(d->engine, err) || ts_sequence_greedy(d->engine, &id, err)) return -1;
    return ts_decoding_work(arg, done, err);
}

int ts_ablate_same_tokens(const ts_decoding *has, const ts_decoding *lacks, int n, ts_error *err)
{
    ts_sequence *plain = has->engine, *without = lacks->engine;
    if (ts_sequence_pretend(plain, has->depth, err) ||
        ts_sequence_pretend(without, lacks->depth, err))
        return -1;
    for (int i = 0; i < n; i++) {
        int32_t x, y;
        if (ts_sequence_advance(plain, err) || ts_sequence_advance(without, err) ||
            ts_sequence_greedy(plain, &x, err) || ts_sequence_greedy(without, &y, err))
            return -1;
        if (x != y)
            return ts_fail(err, "token %d is %d without it and %d with it", i + 1, (int)y, (int)x);
    }
    return 0;
}

/* ---- a token by classes ---- */

ts_breakdown *ts_breakdown_new(ts_decoding *decode, ts_error *err)
{
    ts_breakdown *b = calloc(1, sizeof *b);
    if (!b) {
        ts_fail(err, "no memory for a breakdown");
        return NULL;
    }
    b->decode = decode;
    if (!decode) return b;
    b->launches = decode->info->launches;
    b->class = decode->info->class;
    b->classes = decode->info->classes;
    b->profile = calloc(TS_PROFILES * b->launches + 1, sizeof *b->profile);
    if (b->profile) return b;
    ts_fail(err, "no memory for profiles of %zu launches", b->launches);
    ts_breakdown_free(b);
    return NULL;
}

void ts_breakdown_free(ts_breakdown *b)
{
    if (!b) return;
    free(b->profile);
    free(b);
}

/* Not the median: short launches would then leave out the stalls that a long pass of reading has in it,
 * and seem to beat it. */
static double mean_of(const ts_timed *profile, size_t launches, size_t i, int profiles)
{
    double sum = 0;
    for (int p = 0; p < profiles; p++) sum += profile[(size_t)p * launches + i].seconds;
    return sum / profiles;
}

int ts_breakdown_add(ts_breakdown *b, size_t n, const ts_timed *profile, int profiles,
                     ts_error *err)
{
    if (b->rounds == TS_MAX_ROUNDS || profiles > TS_PROFILES)
        return ts_fail(err, "a breakdown takes %d rounds of %d profiles", TS_MAX_ROUNDS,
                       TS_PROFILES);
    ts_done done[TS_MAX_CLASSES] = {{0}};
    for (int c = 0; c < b->classes; c++) b->each[c].calls = 0;
    for (size_t i = 0; i < n; i++) {
        int c = profile[i].class;
        if (c < 0 || c >= b->classes || c >= TS_MAX_CLASSES)
            return ts_fail(err, "kernel %s is in no class of the model", profile[i].kernel);
        b->each[c].calls++;
        done[c].seconds += mean_of(profile, n, i, profiles);
        done[c].bytes += (double)profile[i].bytes;
        done[c].units = 1;
    }
    for (int c = 0; c < b->classes; c++) {
        b->each[c].rounds.round[b->rounds].done = done[c];
        b->each[c].bytes = done[c].bytes;
    }
    b->rounds++;
    return 0;
}

int ts_breakdown_work(void *arg, ts_done *done, ts_error *err)
{
    ts_breakdown *b = arg;
    ts_decoding *d = b->decode;
    if (ts_decoding_work(d, done, err)) return -1;
    ts_sequence_rewind(d->engine, d->depth + (uint32_t)d->tokens / 2);
    for (int p = 0; p < TS_PROFILES; p++)
        if (ts_sequence_profile(d->engine, b->profile + (size_t)p * b->launches, err)) return -1;
    return ts_breakdown_add(b, b->launches, b->profile, TS_PROFILES, err);
}

void ts_breakdown_close(ts_breakdown *b, const ts_rounds *token)
{
    b->each[TS_MAX_CLASSES] = (ts_class_time){.calls = (int)b->launches, .rounds = *token};
    b->token = token->each.mid;
    b->sum = 0;
    for (int c = 0; c < b->classes; c++) {
        if (!b->each[c].calls) continue;
        ts_rounds_beside(&b->each[c].rounds, token);
        b->sum += b->each[c].rounds.each.mid;
    }
    b->between = b->token - b->sum;
}

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

/* ---- lists ---- */

/* One number up to a comma or the end; -1 if it is none or out of range. */
static long one_number(const char **at, int least, int most)
{
    const char *from = *at;
    char *end;
    if (*from < '0' || *from > '9') return -1;
    long x = strtol(from, &end, 10);
    if (x > most) return -1;
    if (*end == 'K' || *end == 'k') x *= 1024, end++;
    *at = *end == ',' ? end + 1 : end;
    return (*end && *end != ',') || (*end == ',' && !end[1]) || x < least || x > most ? -1 : x;
}

int ts_number_list(const char *text, const char *name, int least, int most, int *out, int cap,
                   ts_error *err)
{
    int n = 0;
    const char *at = text;
    do {
        if (n == cap)
            return ts_fail(err, "--%s takes at most %d number%s at once", name, cap,
                           cap == 1 ? "" : "s");
        long x = one_number(&at, least, most);
        if (x < 0)
            return ts_fail(err,
                           "--%s \"%.40s\" is no list of whole numbers from %d to %d, as \"16,1K\"",
                           name, text, least, most);
        out[n++] = (int)x;
    } while (*at);
    return n;
}

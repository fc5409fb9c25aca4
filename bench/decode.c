/* decode.c - see decode.h: what tokens cost, passes, lists. */
#include "bench/decode.h"

#include <math.h>
#include <stdlib.h>

#define LEAST_SECONDS 0.25 /* of a sample: then a tick of /proc/stat is 2 % of two processors */
enum { WARM = 16 };        /* tokens of a warm-up at most */

/* ---- cost ---- */

void ts_token_cost_of(const ts_model_info *info, ts_token_cost *c)
{
    c->chunk = (int)info->chunk;
    c->chunk_bytes = (double)info->chunk_bytes;
    c->row_bytes = (double)info->row_bytes;
    c->output = (ts_cost){(double)info->output_bytes, (double)info->output_flops};
    c->position = (ts_cost){(double)info->position_bytes, (double)info->position_flops};
    /* Every token attends to itself, too. */
    c->layers = (ts_cost){(double)(info->token_bytes - info->output_bytes),
                          (double)(info->layer_flops + info->position_flops)};
}

ts_cost ts_cost_of(const ts_token_cost *c, double depth, int n, int outputs)
{
    double before = n * depth + 0.5 * n * (n - 1.0); /* cached positions, over all tokens */
    return (ts_cost){
        n * c->layers.bytes + outputs * c->output.bytes + before * c->position.bytes,
        n * c->layers.flops + outputs * c->output.flops + before * c->position.flops,
    };
}

/* Of n steps of so many sequences, all at one depth: weights are read once a step, caches and rows of the embedding
 * for each. */
static ts_cost batch_cost(const ts_token_cost *c, double depth, int n, int sequences)
{
    ts_cost one = ts_cost_of(c, depth, n, n);
    double before = n * depth + 0.5 * n * (n - 1.0);
    double more = before * c->position.bytes + n * c->row_bytes; /* of each but the first */
    return (ts_cost){one.bytes + (sequences - 1) * more, sequences * one.flops};
}

ts_cost ts_prompt_cost_of(const ts_token_cost *c, double depth, int n, int outputs)
{
    ts_cost all = ts_cost_of(c, depth, n, outputs);
    if (c->chunk <= 1) return all;
    all.bytes = outputs * c->output.bytes;
    for (int i = 0, rows; i < n; i += rows) {
        rows = n - i < c->chunk ? n - i : c->chunk;
        all.bytes += (depth + i + rows - 1) * c->position.bytes;
        all.bytes += rows > 1 ? c->chunk_bytes + rows * c->row_bytes : c->layers.bytes;
    }
    return all;
}

double ts_token_rate(double steps, double seconds)
{
    return steps > 0 && seconds > 0 ? steps / seconds : NAN;
}

bool ts_decoding_cached(const ts_token_cost *c, size_t cache_bytes)
{
    return c->layers.bytes + c->output.bytes < 2 * (double)cache_bytes;
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
    for (int i = 0; i < 2 || all < LEAST_SECONDS; i++) {
        if (one_pass(d, tokens, &once, err)) return -1;
        all += once;
        if (once > LEAST_SECONDS) break; /* long passes are warm after one */
    }
    double pass = once * d->tokens / tokens;
    d->passes = pass > 0 && pass < LEAST_SECONDS ? 1 + (int)(LEAST_SECONDS / pass) : 1;
    return 0;
}

int ts_decoding_begin(ts_decoding *d, ts_sequence *e, ts_pass pass, uint32_t depth, int tokens,
                      ts_error *err)
{
    const ts_model_info *info = ts_sequence_describe(e);
    *d = (ts_decoding){.engine = e, .pass = pass, .depth = depth, .tokens = tokens};
    ts_token_cost_of(info, &d->cost);
    d->id = calloc((size_t)tokens + 1, sizeof *d->id);
    if (!d->id) return ts_fail(err, "no memory for a prompt of %d tokens", tokens);
    for (int i = 0; i < tokens; i++) d->id[i] = arbitrary(i, info->vocab);
    return ts_sequence_pretend(e, depth, err) || warm_up(d, err) ? -1 : 0;
}

int ts_decoding_begin_batch(ts_decoding *d, ts_batch *b, ts_sequence *const *s, int n,
                            uint32_t depth, int tokens, ts_error *err)
{
    *d = (ts_decoding){.engine = s[0],
                       .pass = TS_PASS_GENERATE,
                       .depth = depth,
                       .tokens = tokens,
                       .batch = b,
                       .member = s,
                       .members = n};
    ts_token_cost_of(ts_sequence_describe(s[0]), &d->cost);
    for (int i = 0; i < n; i++)
        if (ts_sequence_pretend(s[i], depth, err)) return -1;
    return warm_up(d, err);
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
    ts_cost pass = d->pass == TS_PASS_GENERATE
                       ? batch_cost(&d->cost, d->depth, d->tokens, each)
                       : ts_prompt_cost_of(&d->cost, d->depth, d->tokens, 1);
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
        if (n == cap) return ts_fail(err, "--%s takes at most %d numbers at once", name, cap);
        long x = one_number(&at, least, most);
        if (x < 0)
            return ts_fail(err,
                           "--%s \"%.40s\" is no list of whole numbers from %d to %d, as \"16,1K\"",
                           name, text, least, most);
        out[n++] = (int)x;
    } while (*at);
    return n;
}

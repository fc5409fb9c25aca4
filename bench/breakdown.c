/* breakdown.c - see breakdown.h. */
#include "bench/breakdown.h"

#include <stdlib.h>

/* ---- a round ---- */

ts_breakdown *ts_breakdown_new(ts_decoding *decode, ts_error *err)
{
    ts_breakdown *b = calloc(1, sizeof *b);
    if (!b) {
        ts_fail(err, "no memory for a breakdown");
        return NULL;
    }
    b->decode = decode;
    if (!decode) return b;
    const ts_model_info *info = ts_sequence_describe(decode->engine);
    b->launches = info->launches;
    b->class = info->class;
    b->classes = info->classes;
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

/* ---- the sum ---- */

void ts_breakdown_close(ts_breakdown *b, const ts_rounds *token)
{
    b->token = token->each.mid;
    b->sum = 0;
    for (int c = 0; c < b->classes; c++) {
        if (!b->each[c].calls) continue;
        ts_rounds_beside(&b->each[c].rounds, token);
        b->sum += b->each[c].rounds.each.mid;
    }
    b->between = b->token - b->sum;
}

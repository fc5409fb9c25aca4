/* sampler.c - see sampler.h.
 *
 * A candidate is its distance below the largest logit, d >= 0, and its weight exp(-d / temperature), so
 * the likeliest weighs 1. Each filter keeps the first candidates in the order (d, id), and none is sorted:
 *
 * - Without top-k a token is drawn from all, and the sum of the weights before it says whether the filters
 *   keep it. If they do not, they keep none behind it either, and the next one is drawn from those before
 *   it. What comes out is distributed as if the filters had cut first; top-p 0.95 draws 1.05 times.
 * - With top-k a bound that needs no order leaves a short list (gather), and in that the cut is found by
 *   counting, part by part of their range (keep_first). Lists are always in the order of ids.
 *
 * Of a block of logits its largest and the sum of its weights are known from the start. What is in it is only
 * looked at where a draw falls into it, or where the token drawn is not above all of it (need): logits on a
 * device are fetched then. */
#include "engine/sampler.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    BLOCK = 64,  /* logits of a block, where all are here */
    PIECES = 4,  /* blocks that are fetched one by one; then all are */
    BINS = 4096, /* parts of a range of distances that are told apart at once */
    FEW = 64,    /* candidates that are quicker sorted */
};

typedef struct candidate {
    double d, weight;
    int32_t id;
} candidate;

struct ts_sampler {
    ts_sampling how;
    uint32_t valid;
    uint64_t state;
    unsigned char *seen;
    double *logit, *weight;   /* of all; weight: only where all are weighed */
    double *largest, *share;  /* a block of them: largest logit, sum of weights */
    double top;               /* largest logit */
    size_t block;             /* logits of one */
    const ts_far_logits *far; /* NULL: all logits are here */
    bool *known;              /* of a block on a device: it was fetched */
    int pieces;
    ts_error *err; /* of fetching */
    candidate *list;
    int32_t *active; /* places in the list */
    double *bin;
};

static int check(const ts_sampling *h, ts_error *err)
{
    if (!(h->temperature >= 0 && h->temperature <= DBL_MAX))
        return ts_fail(err, "a temperature must be a number from 0 on (is %g)", h->temperature);
    if (h->top_k < 0) return ts_fail(err, "top-k must be from 0 on (is %d)", h->top_k);
    if (!(h->top_p >= 0 && h->top_p <= 1))
        return ts_fail(err, "top-p must be from 0 to 1 (is %g)", h->top_p);
    if (!(h->min_p >= 0 && h->min_p <= 1))
        return ts_fail(err, "min-p must be from 0 to 1 (is %g)", h->min_p);
    if (!(h->repetition_penalty >= 1e-6 && h->repetition_penalty <= 1e6))
        return ts_fail(err, "a repetition penalty must be from 1e-6 to 1e6 (is %g)",
                       h->repetition_penalty);
    return 0;
}

static size_t blocks(const ts_sampler *s)
{
    return ((size_t)s->valid + s->block - 1) / s->block;
}

/* Behind the last place of block b; what is not valid there is -infinity. */
static size_t end_of(const ts_sampler *s, size_t b)
{
    size_t all = ((size_t)s->valid + BLOCK - 1) / BLOCK * BLOCK, end = (b + 1) * s->block;
    return end < all ? end : all;
}

static bool make_room(ts_sampler *s)
{
    s->block = BLOCK;
    size_t n = blocks(s) * BLOCK;
    s->known = malloc(blocks(s) * sizeof *s->known);
    s->seen = calloc(n, 1);
    s->logit = malloc(n * sizeof *s->logit);
    s->weight = malloc(n * sizeof *s->weight);
    s->largest = malloc(blocks(s) * sizeof *s->largest);
    s->share = malloc(blocks(s) * sizeof *s->share);
    s->list = malloc((n + 1) * sizeof *s->list);
    s->active = malloc(n * sizeof *s->active);
    s->bin = malloc(BINS * sizeof *s->bin);
    return s->seen && s->logit && s->weight && s->largest && s->share && s->list && s->active &&
           s->bin && s->known;
}

ts_sampler *ts_sampler_new(const ts_sampling *how, uint32_t valid, ts_error *err)
{
    if (check(how, err)) return NULL;
    ts_sampler *s = calloc(1, sizeof *s);
    if (s) {
        s->how = *how;
        s->valid = valid;
        s->state = how->seed;
    }
    if (valid && s && make_room(s)) return s;
    ts_fail(err, valid ? "no memory to sample from %u tokens" : "%u tokens to sample from", valid);
    ts_sampler_free(s);
    return NULL;
}

void ts_sampler_free(ts_sampler *s)
{
    if (!s) return;
    free(s->seen);
    free(s->logit);
    free(s->weight);
    free(s->largest);
    free(s->share);
    free(s->list);
    free(s->active);
    free(s->bin);
    free(s->known);
    free(s);
}

bool ts_sampler_is_greedy(const ts_sampler *s)
{
    return s->how.temperature == 0 && s->how.repetition_penalty == 1;
}

void ts_sampler_saw(ts_sampler *s, int32_t id)
{
    if (id >= 0 && (uint32_t)id < s->valid) s->seen[id] = 1;
}

/* splitmix64 (Steele, Lea, Flood 2014): 53 bits in [0, 1) */
static double uniform(ts_sampler *s)
{
    uint64_t z = s->state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return (double)((z ^ z >> 31) >> 11) * 0x1p-53;
}

/* ---- logits ---- */

static double penalised(const ts_sampler *s, double x)
{
    return x > 0 ? x / s->how.repetition_penalty : x * s->how.repetition_penalty;
}

/* The logits of block b, the first of them given, as they are; the last block is filled up with -infinity.
 * False if one is NaN or +infinity. */
static bool take_block(ts_sampler *s, const float *logits, size_t b)
{
    size_t from = b * s->block, n = s->valid - from < s->block ? s->valid - from : s->block;
    double *x = s->logit + from;
    bool good = true;
    for (size_t i = 0; i < n; i++) {
        x[i] = (double)logits[i];
        good &= logits[i] < INFINITY;
    }
    for (size_t i = from + n; i < end_of(s, b); i++) s->logit[i] = -INFINITY;
    return good;
}

/* Penalised, and with the largest of them. */
static bool read_block(ts_sampler *s, const float *logits, size_t b)
{
    size_t from = b * BLOCK;
    double *x = s->logit + from, top[4] = {-INFINITY, -INFINITY, -INFINITY, -INFINITY};
    bool good = take_block(s, logits + from, b);
    if (s->how.repetition_penalty != 1)
        for (size_t i = 0; i < BLOCK; i++)
            if (s->seen[from + i]) x[i] = penalised(s, x[i]);
    for (size_t i = 0; i < BLOCK; i += 4)
        for (size_t j = 0; j < 4; j++) top[j] = x[i + j] > top[j] ? x[i + j] : top[j];
    s->largest[b] = fmax(fmax(top[0], top[1]), fmax(top[2], top[3]));
    return good;
}

/* The likeliest token, or -1. */
static int32_t read_logits(ts_sampler *s, const float *logits)
{
    size_t best = 0;
    bool good = true;
    for (size_t b = 0; b < blocks(s); b++) {
        good &= read_block(s, logits, b);
        if (s->largest[b] > s->largest[best]) best = b;
    }
    s->top = s->largest[best];
    if (!good || s->top == -INFINITY) return -1;
    size_t i = best * BLOCK;
    while (s->logit[i] < s->top) i++;
    return (int32_t)i;
}

/* ---- weights ---- */

/* e^x for x from -700 to 0, two at a time, within 1e-11 of it: 2^n e^r with n = rint(x / ln 2), and the
 * series of e^r for |r| <= ln 2 / 2. The library's takes a millisecond for 151,665 logits, and need not
 * have the same bits on two machines. */
typedef double pair __attribute__((vector_size(16)));
typedef int64_t pair_bits __attribute__((vector_size(16)));

static inline pair exp_pair(pair x)
{
    const double shifter = 0x1.8p52; /* adding it rounds, and leaves n in the low bits */
    pair n = x * 0x1.71547652b82fep0 + shifter;
    pair_bits power = (pair_bits)n << 52;
    pair r = x - (n - shifter) * 0x1.62e42fefa39efp-1, rr = r * r;
    pair low = (1 + r) + rr * (1 / 2.0 + r * (1 / 6.0));
    pair mid = (1 / 24.0 + r * (1 / 120.0)) + rr * (1 / 720.0 + r * (1 / 5040.0));
    pair top = 1 / 40320.0 + r * (1 / 362880.0);
    pair r4 = rr * rr;
    return (pair)((pair_bits)(low + r4 * (mid + r4 * top)) + power);
}

/* 1 / temperature, but no infinity, which times 0 were NaN. */
static double coldness(const ts_sampler *s)
{
    return fmin(1 / s->how.temperature, 1e300);
}

/* exp(x), and 0 below -700. */
static inline pair weights_of(pair x)
{
    pair_bits far = x < -700;
    return (pair)((pair_bits)exp_pair((pair)((pair_bits)x & ~far)) & ~far);
}

/* Of every token of a block; returns their sum. */
static double weigh_block(ts_sampler *s, size_t b)
{
    double by = coldness(s);
    pair sum = {0, 0};
    for (size_t i = b * s->block; i < end_of(s, b); i += 2) {
        pair x;
        memcpy(&x, s->logit + i, sizeof x);
        x = weights_of((x - s->top) * by);
        sum += x;
        memcpy(s->weight + i, &x, sizeof x);
    }
    return sum[0] + sum[1];
}

/* The device has weighed them beside the largest of the block. */
static double far_share(const ts_sampler *s, size_t b)
{
    pair x = {(s->largest[b] - s->top) * coldness(s), 0};
    return (double)s->far->share[b] * weights_of(x)[0];
}

/* The sum of all weights. */
static double weigh_all(ts_sampler *s)
{
    double total = 0;
    for (size_t b = 0; b < blocks(s); b++)
        total += s->share[b] = s->far ? far_share(s, b) : weigh_block(s, b);
    return total;
}

/* ---- logits that lie on a device ---- */

/* Block b, or all where that is one too many to be had by itself. */
static int fetch(ts_sampler *s, size_t b)
{
    const ts_far_logits *far = s->far;
    size_t from = b * s->block, n = s->valid - from < s->block ? s->valid - from : s->block;
    if (s->pieces > PIECES) return 0;
    if (s->pieces++ == PIECES) from = 0, n = s->valid;
    return far->get(far->arg, from, n, far->room + from, s->err);
}

/* Before the logits and weights in block b are looked at; those of a block that cannot be had are none. */
static void need(ts_sampler *s, size_t b)
{
    if (!s->far || s->known[b]) return;
    if (ts_failed(s->err) || fetch(s, b)) {
        for (size_t i = b * s->block; i < end_of(s, b); i++) s->logit[i] = -INFINITY;
    } else {
        take_block(s, s->far->room + b * s->block, b);
    }
    weigh_block(s, b);
    s->known[b] = true;
}

/* ---- the list ---- */

/* All tokens within `most` of the largest. */
static size_t gather(ts_sampler *s, double most)
{
    size_t n = 0;
    for (size_t b = 0; b < blocks(s); b++) {
        if (s->top - s->largest[b] > most) continue;
        for (size_t i = b * s->block; i < end_of(s, b); i++) {
            double d = s->top - s->logit[i];
            s->list[n] = (candidate){d, s->weight[i], (int32_t)i};
            n += d <= most;
        }
    }
    return n;
}

static double weigh_list(ts_sampler *s, size_t n)
{
    double by = coldness(s), total = 0;
    for (size_t i = 0; i < n; i++) {
        pair x = {-s->list[i].d * by, 0};
        total += s->list[i].weight = weights_of(x)[0];
    }
    return total;
}

/* ---- filters ---- */

/* Which of BINS equal parts from lo on; the same order as d. */
static size_t part_of(double d, double lo, double scale)
{
    return (size_t)((d - lo) * scale);
}

/* Of the active places only those stay in whose part of their range the sum of weights reaches `want`,
 * which becomes what is still missing there. The nearest and the farthest are in different parts. */
static size_t narrow(ts_sampler *s, size_t n, double lo, double hi, double *want)
{
    double scale = (BINS - 1) / (hi - lo);
    size_t at = 0, kept = 0;
    memset(s->bin, 0, BINS * sizeof *s->bin);
    for (size_t i = 0; i < n; i++) {
        const candidate *c = &s->list[s->active[i]];
        s->bin[part_of(c->d, lo, scale)] += c->weight;
    }
    while (at + 1 < BINS && s->bin[at] < *want) *want -= s->bin[at++];
    while (!(s->bin[at] > 0)) at--; /* rounded past the last one */
    for (size_t i = 0; i < n; i++) {
        int32_t place = s->active[i];
        s->active[kept] = place;
        kept += part_of(s->list[place].d, lo, scale) == at;
    }
    return kept;
}

static void range(const ts_sampler *s, size_t n, double *lo, double *hi)
{
    *lo = INFINITY, *hi = -INFINITY;
    for (size_t i = 0; i < n; i++) {
        double d = s->list[s->active[i]].d;
        *lo = d < *lo ? d : *lo;
        *hi = d > *hi ? d : *hi;
    }
}

/* By insertion: few of them, or all equal and so in order already. */
static void sort_active(ts_sampler *s, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        int32_t place = s->active[i];
        size_t to = i;
        for (; to > 0 && s->list[s->active[to - 1]].d > s->list[place].d; to--)
            s->active[to] = s->active[to - 1];
        s->active[to] = place;
    }
}

/* Keeps the fewest candidates, in the order (d, id), that weigh `want` together; never none. */
static size_t keep_first(ts_sampler *s, size_t n, double want)
{
    size_t active = n, kept = 0, k = 0;
    double lo, hi;
    for (size_t i = 0; i < n; i++) s->active[i] = (int32_t)i;
    for (range(s, active, &lo, &hi); active > FEW && lo < hi; range(s, active, &lo, &hi))
        active = narrow(s, active, lo, hi, &want);
    sort_active(s, active);
    while (k + 1 < active && (want -= s->list[s->active[k]].weight) > 0) k++;
    size_t edge = (size_t)s->active[k];
    double d = s->list[edge].d;
    for (size_t i = 0; i < n; i++) {
        candidate c = s->list[i];
        s->list[kept] = c;
        kept += c.d < d || (c.d == d && i <= edge);
    }
    return kept;
}

/* The k likeliest. As many blocks hold a logit no smaller than the k-th largest of their largest, so no
 * token below that is one of them. */
static size_t keep_top_k(ts_sampler *s, size_t k)
{
    double most = INFINITY;
    for (size_t b = 0; b < blocks(s); b++)
        s->list[b] = (candidate){s->top - s->largest[b], 1, (int32_t)b};
    if (k <= blocks(s)) {
        size_t n = keep_first(s, blocks(s), (double)k);
        most = 0;
        for (size_t i = 0; i < n; i++) most = fmax(most, s->list[i].d);
    }
    size_t n = gather(s, most);
    for (size_t i = 0; i < n; i++) s->list[i].weight = 1;
    return keep_first(s, n, (double)k);
}

static size_t keep_min_p(ts_sampler *s, size_t n, double min_p)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        candidate c = s->list[i];
        s->list[kept] = c;
        kept += c.weight >= min_p;
    }
    return kept;
}

/* ---- the draw ---- */

/* The first place at which the running sum passes `at`; `best` where rounding leaves none. What weighs
 * nothing is never picked. */
static int32_t pick_listed(const ts_sampler *s, size_t n, double at, int32_t best)
{
    for (size_t i = 0; i < n; at -= s->list[i++].weight)
        if (at < s->list[i].weight) return s->list[i].id;
    return best;
}

/* The same of all of `total`, of which each block's share is known. None but those before `limit` count:
 * likelier, or as likely and of a lower id. */
static int32_t pick_before(ts_sampler *s, size_t limit, double at, int32_t best)
{
    double x = limit < s->valid ? s->logit[limit] : -INFINITY;
    size_t b = 0;
    while (b < blocks(s) && at >= s->share[b]) at -= s->share[b++];
    if (b == blocks(s)) return best;
    need(s, b);
    for (size_t i = b * s->block; i < end_of(s, b); i++) {
        double w = s->logit[i] > x || (s->logit[i] == x && i < limit) ? s->weight[i] : 0;
        if (at < w) return (int32_t)i;
        at -= w;
    }
    return best;
}

/* The weights from place `from` on to `to` of those above x, or as high where `ties` count. */
static double sum_above(const ts_sampler *s, size_t from, size_t to, double x, bool ties)
{
    pair sum = {0, 0};
    for (size_t i = from; i < to; i += 2) {
        pair y, w;
        memcpy(&y, s->logit + i, sizeof y);
        memcpy(&w, s->weight + i, sizeof w);
        sum += (pair)((pair_bits)w & (ties ? y >= x : y > x));
    }
    return sum[0] + sum[1];
}

/* Leaves in every block's share what of it is before token t; returns their sum. */
static double share_before(ts_sampler *s, size_t t)
{
    size_t own = t / s->block;
    double x = s->logit[t], total = 0;
    for (size_t b = 0; b < blocks(s); b++) {
        s->share[b] = 0;
        if (s->largest[b] < x) continue;
        need(s, b);
        s->share[b] = sum_above(s, b * s->block, end_of(s, b), x, b < own);
        for (size_t i = own * s->block; b == own && i < t; i++)
            if (s->logit[i] == x) s->share[b] += s->weight[i];
        total += s->share[b];
    }
    return total;
}

static int32_t draw_from_all(ts_sampler *s, int32_t best)
{
    double total = weigh_all(s), most = s->how.top_p * total;
    size_t limit = s->valid;
    for (;;) {
        int32_t t = pick_before(s, limit, uniform(s) * total, best);
        if (t == best || (s->how.top_p == 1 && s->how.min_p == 0)) return t;
        limit = (size_t)t;
        total = share_before(s, limit);
        if (total < most && s->weight[t] >= s->how.min_p) return t;
    }
}

static int32_t draw_from_list(ts_sampler *s, int32_t best)
{
    const ts_sampling *how = &s->how;
    size_t n = keep_top_k(s, (size_t)how->top_k);
    double total = weigh_list(s, n);
    if (how->top_p < 1) n = keep_first(s, n, how->top_p * total);
    if (how->min_p > 0) n = keep_min_p(s, n, how->min_p);
    total = 0;
    for (size_t i = 0; i < n; i++) total += s->list[i].weight;
    return pick_listed(s, n, uniform(s) * total, best);
}

int32_t ts_sampler_draw(ts_sampler *s, const float *logits)
{
    s->far = NULL;
    s->block = BLOCK;
    int32_t best = read_logits(s, logits);
    if (best < 0 || s->how.temperature == 0) return best;
    bool some = s->how.top_k > 0 && (uint32_t)s->how.top_k < s->valid;
    return some ? draw_from_list(s, best) : draw_from_all(s, best);
}

bool ts_sampler_draws_far(const ts_sampler *s, size_t span)
{
    const ts_sampling *h = &s->how;
    bool plain = h->temperature > 0 && h->repetition_penalty == 1 && h->top_k == 0;
    return plain && span && span % BLOCK == 0;
}

float ts_sampler_coldness(const ts_sampler *s)
{
    return (float)fmax(FLT_MIN, fmin(FLT_MAX, coldness(s)));
}

int32_t ts_sampler_draw_far(ts_sampler *s, const ts_far_logits *far, ts_error *err)
{
    s->far = far;
    s->block = far->span;
    s->err = err;
    s->pieces = 0;
    for (size_t b = 0; b < blocks(s); b++) {
        s->largest[b] = (double)far->largest[b];
        s->known[b] = false;
        if (!b || s->largest[b] > s->top) s->top = s->largest[b];
    }
    int32_t id = draw_from_all(s, far->best);
    return ts_failed(err) ? -1 : id;
}

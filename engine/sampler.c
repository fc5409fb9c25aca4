/* sampler.c - see sampler.h. Candidates are sorted once, by logit and then by id, so that ties fall
 * the same way everywhere; each filter then only shortens the list. */
#include "engine/sampler.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct candidate {
    float logit;
    int32_t id;
    double p;
} candidate;

struct ts_sampler {
    ts_sampling how;
    uint32_t valid;
    uint64_t state;
    candidate *list;
    unsigned char *seen;
};

ts_sampler *ts_sampler_new(const ts_sampling *how, uint32_t valid, ts_error *err)
{
    ts_sampler *s = calloc(1, sizeof *s);
    if (s) s->list = calloc((size_t)valid + 1, sizeof *s->list);
    if (s) s->seen = calloc((size_t)valid + 1, 1);
    if (!s || !s->list || !s->seen) {
        ts_fail(err, "no memory to sample from %u tokens", valid);
        ts_sampler_free(s);
        return NULL;
    }
    s->how = *how;
    s->valid = valid;
    s->state = how->seed;
    return s;
}

void ts_sampler_free(ts_sampler *s)
{
    if (!s) return;
    free(s->list);
    free(s->seen);
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

static void penalise(const ts_sampler *s, float *logits)
{
    float r = (float)s->how.repetition_penalty;
    for (uint32_t i = 0; i < s->valid; i++) {
        if (isnan(logits[i])) logits[i] = -INFINITY;
        if (s->seen[i] && r != 1) logits[i] = logits[i] > 0 ? logits[i] / r : logits[i] * r;
    }
}

static int32_t best(const ts_sampler *s, const float *logits)
{
    uint32_t top = 0;
    for (uint32_t i = 1; i < s->valid; i++)
        if (logits[i] > logits[top]) top = i;
    return (int32_t)top;
}

static int by_logit(const void *a, const void *b)
{
    const candidate *x = a, *y = b;
    if (x->logit != y->logit) return x->logit > y->logit ? -1 : 1;
    return x->id < y->id ? -1 : x->id > y->id;
}

static size_t softmax(candidate *c, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += c[i].p = exp((double)c[i].logit - (double)c[0].logit);
    for (size_t i = 0; i < n; i++) c[i].p /= sum;
    return n;
}

/* The fewest candidates whose probabilities reach p; never none. */
static size_t nucleus(const candidate *c, size_t n, double p)
{
    double sum = 0;
    size_t i = 0;
    while (i < n && sum < p) sum += c[i++].p;
    return i ? i : 1;
}

static size_t likely(const candidate *c, size_t n, double min_p)
{
    size_t i = 1;
    while (i < n && c[i].p >= min_p * c[0].p) i++;
    return i;
}

int32_t ts_sampler_draw(ts_sampler *s, float *logits)
{
    penalise(s, logits);
    if (s->how.temperature == 0) return best(s, logits);
    size_t n = s->valid;
    for (size_t i = 0; i < n; i++)
        s->list[i] = (candidate){(float)(logits[i] / s->how.temperature), (int32_t)i, 0};
    qsort(s->list, n, sizeof *s->list, by_logit);
    if (s->list[0].logit == -INFINITY) return 0;
    if (s->how.top_k > 0 && (size_t)s->how.top_k < n) n = (size_t)s->how.top_k;
    softmax(s->list, n);
    if (s->how.top_p < 1) n = nucleus(s->list, n, s->how.top_p);
    if (s->how.min_p > 0) n = likely(s->list, n, s->how.min_p);
    softmax(s->list, n);
    double u = uniform(s);
    for (size_t i = 0; i + 1 < n; i++) {
        if (u < s->list[i].p) return s->list[i].id;
        u -= s->list[i].p;
    }
    return s->list[n - 1].id;
}

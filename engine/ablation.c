/* ablation.c - the table of optimisations that an engine can do without (ablation.h). */
#include "engine/ablation.h"

#include <stdio.h>
#include <string.h>

/* ---- which apply ---- */

static bool is_any(const ts_target *t)
{
    (void)t;
    return true;
}

static bool is_lane(const ts_target *t)
{
    return !strcmp(t->family, "lane");
}

static bool is_simt(const ts_target *t)
{
    return !strcmp(t->family, "simt");
}

static bool is_cuda(const ts_target *t)
{
    return !strcmp(t->name, "cuda");
}

/* Where the registers have no room for the sums of two rows, there is one stream anyway
 * (compile/place.c). */
static bool has_streams(const ts_target *t)
{
    if (!is_lane(t) || t->streams < 2) return false;
    return 2 * ts_shape_base.block / (t->vector_bytes / 4) <= t->registers * 3 / 4;
}

static bool has_prefetch(const ts_target *t)
{
    return is_lane(t) && t->prefetch_bytes > 0;
}

/* Every CPU has vectors of 16 bytes. */
static bool has_vectors(const ts_target *t)
{
    return is_lane(t) && t->vector_bytes > 16;
}

static bool has_wide(const ts_target *t)
{
    return is_simt(t) && t->wide;
}

static bool has_unroll(const ts_target *t)
{
    return is_simt(t) && t->unroll > 1;
}

static bool has_batch(const ts_target *t)
{
    return is_simt(t) && t->batch > 0;
}

static bool has_subgroup(const ts_target *t)
{
    return is_simt(t) && t->subgroup > 1;
}

static bool has_half(const ts_target *t)
{
    return is_simt(t) && (t->half || t->to_half);
}

/* The queue of OpenCL is in order. */
static bool overlaps(const ts_target *t)
{
    return strcmp(t->name, "opencl") != 0;
}

/* A step of OpenCL is a call per launch anyway; what CUDA records is its graph. */
static bool replays(const ts_target *t)
{
    return overlaps(t) && !is_cuda(t);
}

/* ---- the table ---- */

static const ts_ablation table[] = {
#define X(id, name, device, applies, what) {1u << TS_ABLATION_##id, name, what, applies},
    TS_ABLATIONS(X)
#undef X
};

static const unsigned device_bits[] = {
#define X(id, name, device, ...) device,
    TS_ABLATIONS(X)
#undef X
};

_Static_assert(TS_ABLATION_COUNT <= 32, "a bit for each");

const ts_ablation *ts_ablation_at(size_t i)
{
    return i < TS_ABLATION_COUNT ? &table[i] : NULL;
}

static int find(const char *name, size_t n, unsigned *bits, ts_error *err)
{
    const char *names[TS_ABLATION_COUNT + 1] = {NULL};
    char word[25], all[32 * TS_ABLATION_COUNT] = "";
    size_t at = 0;
    if (n >= sizeof word) return ts_fail(err, "no optimisation is called \"%.24s...\"", name);
    snprintf(word, sizeof word, "%.*s", (int)n, name);
    for (size_t i = 0; i < TS_ABLATION_COUNT; i++) {
        names[i] = table[i].name;
        at += (size_t)snprintf(all + at, sizeof all - at, "%s%s", i ? ", " : "", names[i]);
        if (strcmp(word, names[i])) continue;
        *bits |= table[i].bit;
        return 0;
    }
    const char *near = ts_nearest(word, names);
    if (near) return ts_fail(err, "no optimisation is called \"%s\"; did you mean %s?", word, near);
    return ts_fail(err, "no optimisation is called \"%s\"; there are %s", word, all);
}

int ts_ablation_find(const char *names, unsigned *bits, ts_error *err)
{
    *bits = 0;
    if (!*names) return 0;
    for (const char *at = names;; at++) {
        size_t n = strcspn(at, ",");
        if (find(at, n, bits, err)) return -1;
        at += n;
        if (!*at) return 0;
    }
}

int ts_ablation_check(unsigned without, const ts_target *target, ts_error *err)
{
    for (unsigned i = 0; i < 32; i++) {
        if (!(without >> i & 1)) continue;
        if (i >= TS_ABLATION_COUNT)
            return ts_fail(err, "bit %u names no optimisation; ts_ablation_at lists them", i);
        if (!table[i].applies(target))
            return ts_fail(err, "%s cannot do without \"%s\": it has no such optimisation",
                           target->name, table[i].name);
    }
    return 0;
}

/* ---- what they mean ---- */

unsigned ts_ablation_of_device(unsigned without)
{
    unsigned bits = 0;
    for (size_t i = 0; i < TS_ABLATION_COUNT; i++)
        if (without & table[i].bit) bits |= device_bits[i];
    return bits;
}

/* Narrower vectors keep the streams and the prefetch of the wide ones: one thing at a time. */
ts_target ts_ablation_target(unsigned without, const ts_target *device, const ts_target *whole)
{
    ts_target t = *device;
    t.streams = TS_LACKS(without, STREAMS) ? 1 : whole->streams;
    t.prefetch_bytes = TS_LACKS(without, PREFETCH) ? 0 : whole->prefetch_bytes;
    if (TS_LACKS(without, WIDE)) t.wide = false;
    if (TS_LACKS(without, UNROLL)) t.unroll = 0;
    if (TS_LACKS(without, BATCH)) t.batch = 0;
    if (TS_LACKS(without, SUBGROUP)) t.subgroup = 0;
    if (TS_LACKS(without, HALF)) t.half = t.to_half = false;
    return t;
}

bool ts_ablation_fused(unsigned without, const ts_target *target)
{
    return is_simt(target) ? !TS_LACKS(without, FUSION) : TS_LACKS(without, SEPARATE);
}

void ts_ablation_shape(unsigned without, const ts_target *target, ts_shape *s)
{
    if (!TS_LACKS(without, BLOCKS)) ts_shape_tune(s, target);
    if (TS_LACKS(without, SPANS))
        s->split = (s->ctx + s->key_block - 1) / s->key_block * s->key_block;
}

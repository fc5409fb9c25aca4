/* ablation.c - the table of optimisations that an engine can do without (ablation.h). */
#include "engine/ablation.h"
#include "kernels/r1_distill/shape.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

/* ---- which apply: to kernels for a target, on a device that can do without `can` ---- */

static bool is_any(const ts_target *t, unsigned can)
{
    (void)t, (void)can;
    return true;
}

static bool is_dear(const ts_target *t, unsigned can)
{
    (void)can;
    return ts_target_facts_of(t).dear_launches;
}

static bool is_cheap(const ts_target *t, unsigned can)
{
    return !is_dear(t, can);
}

static bool has_team(const ts_target *t, unsigned can)
{
    (void)can;
    return ts_target_facts_of(t).team > 1;
}

/* Every device has vectors of 16 bytes. */
static bool has_vectors(const ts_target *t, unsigned can)
{
    (void)can;
    return ts_target_facts_of(t).vector_bytes > 16;
}

/* What overlaps launches looks at them when a step is recorded, and replays what it found; a graph is a
 * recording with a switch of its own. */
static bool replays(const ts_target *t, unsigned can)
{
    (void)t;
    return can & TS_NO_OVERLAP && !(can & TS_NO_GRAPH);
}

/* ---- the table ---- */

static const struct own {
    const char *name, *what;
    unsigned device; /* what of the device it switches off, TS_NO_... */
    bool (*applies)(const ts_target *target, unsigned can);
} own[] = {
#define X(id, name, device, applies, what) {name, what, device, applies},
    TS_ABLATIONS(X)
#undef X
};

/* The knobs of the families come first, with the bits behind those of our own. */
enum { MOST = 32 };
static ts_ablation table[MOST];
static unsigned rows, knobs;
static pthread_once_t filled = PTHREAD_ONCE_INIT;

static void fill(void)
{
    const ts_knob *k;
    for (; (k = ts_knob_at(knobs)) && knobs < MOST - TS_ABLATION_COUNT; knobs++)
        table[knobs] = (ts_ablation){1u << (TS_ABLATION_COUNT + knobs), k->name, k->what};
    for (rows = knobs; rows < knobs + TS_ABLATION_COUNT; rows++)
        table[rows] =
            (ts_ablation){1u << (rows - knobs), own[rows - knobs].name, own[rows - knobs].what};
}

const ts_ablation *ts_ablation_at(size_t i)
{
    pthread_once(&filled, fill);
    return i < rows ? &table[i] : NULL;
}

static int find(const char *name, size_t n, unsigned *bits, ts_error *err)
{
    const char *names[MOST + 1] = {NULL};
    char word[25], all[32 * MOST] = "";
    size_t at = 0;
    if (n >= sizeof word) return ts_fail(err, "no optimisation is called \"%.24s...\"", name);
    snprintf(word, sizeof word, "%.*s", (int)n, name);
    for (size_t i = 0; ts_ablation_at(i); i++) {
        const ts_ablation *a = ts_ablation_at(i);
        names[i] = a->name;
        at += (size_t)snprintf(all + at, sizeof all - at, "%s%s", i ? ", " : "", a->name);
        if (strcmp(word, a->name)) continue;
        *bits |= a->bit;
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

bool ts_ablation_suits(const ts_ablation *a, const ts_target *target, unsigned can)
{
    size_t i = (size_t)(a - ts_ablation_at(0));
    if (i < knobs) return ts_knob_at(i)->applies(target);
    const struct own *o = &own[i - knobs];
    return !(o->device & ~can) && o->applies(target, can);
}

bool ts_ablation_applies(const ts_ablation *a, const ts_device *device)
{
    const ts_target *target = ts_target_find(ts_device_target(device), NULL);
    return target && ts_ablation_suits(a, target, ts_device_can_lack(device));
}

int ts_ablation_check(unsigned without, const ts_device *device, ts_error *err)
{
    for (size_t i = 0; ts_ablation_at(i); i++) {
        const ts_ablation *a = ts_ablation_at(i);
        if ((without & a->bit) && !ts_ablation_applies(a, device))
            return ts_fail(err, "%s cannot do without \"%s\": it has no such optimisation",
                           ts_device_target(device), a->name);
        without &= ~a->bit;
    }
    if (!without) return 0;
    return ts_fail(err, "bit %d names no optimisation; ts_ablation_at lists them",
                   __builtin_ctz(without));
}

/* ---- what they mean ---- */

unsigned ts_ablation_of_device(unsigned without)
{
    unsigned bits = 0;
    for (size_t i = 0; i < TS_ABLATION_COUNT; i++)
        if (without >> i & 1) bits |= own[i].device;
    return bits;
}

/* Narrower vectors keep the streams and the prefetch of the wide ones: one thing at a time. */
ts_target *ts_ablation_target(unsigned without, const ts_target *device, const ts_target *whole)
{
    return ts_target_without(device, whole, without >> TS_ABLATION_COUNT);
}

/* ablation.c - the table of optimisations that an engine can do without (ablation.h). */
#include "engine/ablation.h"
#include "kernels/r1_distill/shape.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
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

/* The knobs of the families come first. */
static ts_ablation *table;
static size_t knobs;
static pthread_once_t filled = PTHREAD_ONCE_INIT;

static void fill(void)
{
    while (ts_knob_at(knobs)) knobs++;
    table = calloc(knobs + TS_ABLATION_COUNT + 1, sizeof *table);
    for (size_t i = 0; table && i < knobs; i++)
        table[i] = (ts_ablation){ts_knob_at(i)->name, ts_knob_at(i)->what};
    for (size_t i = 0; table && i < TS_ABLATION_COUNT; i++)
        table[knobs + i] = (ts_ablation){own[i].name, own[i].what};
}

const ts_ablation *ts_ablation_at(size_t i)
{
    pthread_once(&filled, fill);
    return table && i < knobs + TS_ABLATION_COUNT ? &table[i] : NULL;
}

/* Says which one was meant, or all there are. */
static int unknown(const char *word, ts_error *err)
{
    char all[1024] = "";
    size_t n = 0, at = 0;
    while (ts_ablation_at(n)) n++;
    const char **names = calloc(n + 1, sizeof *names);
    for (size_t i = 0; i < n; i++) {
        if (names) names[i] = ts_ablation_at(i)->name;
        if (at < sizeof all)
            at += (size_t)snprintf(all + at, sizeof all - at, "%s%s", i ? ", " : "",
                                   ts_ablation_at(i)->name);
    }
    const char *near = names ? ts_nearest(word, names) : NULL;
    free(names);
    if (near) return ts_fail(err, "no optimisation is called \"%s\"; did you mean %s?", word, near);
    return ts_fail(err, "no optimisation is called \"%s\"; there are %s", word, all);
}

static int check_name(const char *name, size_t n, ts_error *err)
{
    char word[25];
    if (n >= sizeof word) return ts_fail(err, "no optimisation is called \"%.24s...\"", name);
    snprintf(word, sizeof word, "%.*s", (int)n, name);
    for (size_t i = 0; ts_ablation_at(i); i++)
        if (!strcmp(word, ts_ablation_at(i)->name)) return 0;
    return unknown(word, err);
}

int ts_ablation_names(const char *names, ts_error *err)
{
    for (const char *at = names; *names; at++) {
        size_t n = strcspn(at, ",");
        if (check_name(at, n, err)) return -1;
        at += n;
        if (!*at) return 0;
    }
    return 0;
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

int ts_ablation_check(const char *without, const ts_device *device, ts_error *err)
{
    if (without && ts_ablation_names(without, err)) return -1;
    for (size_t i = 0; ts_ablation_at(i); i++)
        if (ts_listed(without, ts_ablation_at(i)->name) &&
            !ts_ablation_applies(ts_ablation_at(i), device))
            return ts_fail(err, "%s cannot do without \"%s\": it has no such optimisation",
                           ts_device_target(device), ts_ablation_at(i)->name);
    return 0;
}

/* ---- what they mean ---- */

bool ts_ablation_lacks(const char *without, int which)
{
    return ts_listed(without, own[which].name);
}

unsigned ts_ablation_of_device(const char *without)
{
    unsigned bits = 0;
    for (int i = 0; i < TS_ABLATION_COUNT; i++)
        if (ts_ablation_lacks(without, i)) bits |= own[i].device;
    return bits;
}

/* registry.c - every family and every target there is: a new one is a row here. */
#include <stdlib.h>
#include <string.h>

#include "compile/family.h"

#define FAMILIES(X) X(ts_family_lane) X(ts_family_simt)

/* In the order of `tessera targets`; the first variant of a language is meant by its name alone. */
#define TARGETS(X)                                                                                 \
    X(ts_cpu_avx512)                                                                               \
    X(ts_cpu_amx)                                                                                  \
    X(ts_cpu_avx2)                                                                                 \
    X(ts_cpu_generic)                                                                              \
    X(ts_cuda_sm)                                                                                  \
    X(ts_cuda_hopper)                                                                              \
    X(ts_hip_wave64)                                                                               \
    X(ts_hip_wave32)                                                                               \
    X(ts_musa_mp) X(ts_msl_apple) X(ts_opencl_c) X(ts_spirv) X(ts_spirv_matrix) X(ts_wgsl)

#define DECLARE(name) extern const ts_family name;
FAMILIES(DECLARE)
#undef DECLARE
#define DECLARE(name) extern const ts_target name;
TARGETS(DECLARE)
#undef DECLARE

#define ROW(name) &name,
static const ts_family *const families[] = {FAMILIES(ROW)};
static const ts_target *const targets[] = {TARGETS(ROW)};

enum {
    N_FAMILIES = sizeof families / sizeof *families,
    N_TARGETS = sizeof targets / sizeof *targets
};

/* ---- targets ---- */

const ts_target *ts_target_at(size_t i)
{
    return i < N_TARGETS ? targets[i] : NULL;
}

const ts_target *ts_target_find(const char *name, ts_error *err)
{
    size_t n = strlen(name);
    for (size_t i = 0; i < N_TARGETS; i++) {
        const char *have = targets[i]->name;
        if (!strcmp(have, name) || (!strncmp(have, name, n) && have[n] == ':')) return targets[i];
    }
    char list[256] = "";
    for (size_t i = 0; i < N_TARGETS; i++) {
        size_t used = strlen(list);
        snprintf(list + used, sizeof list - used, "%s%s", i ? ", " : "", targets[i]->name);
    }
    ts_fail(err, "no target '%s'; there are: %s", name, list);
    return NULL;
}

/* ---- what a family says ---- */

const char *ts_family_name(const ts_family *family)
{
    return family->name;
}

ts_target_facts ts_target_facts_of(const ts_target *target)
{
    return target->family->facts(target->traits);
}

/* The i-th knob of a family, NULL past its last. */
static const ts_knob *knob_of(const ts_family *family, size_t i)
{
    const ts_knob *k = family->knobs;
    while (k && k->name && i) k++, i--;
    return k && k->name ? k : NULL;
}

const ts_knob *ts_knob_at(size_t i)
{
    for (size_t f = 0; f < N_FAMILIES; f++)
        for (size_t j = 0; knob_of(families[f], j); j++)
            if (i-- == 0) return knob_of(families[f], j);
    return NULL;
}

bool ts_listed(const char *list, const char *name)
{
    size_t n = strlen(name);
    for (const char *at = list; at && *at; at += strcspn(at, ","), at += *at == ',')
        if (strcspn(at, ",") == n && !memcmp(at, name, n)) return true;
    return false;
}

ts_target *ts_target_copy(const ts_target *target)
{
    size_t bytes = target->family->traits_bytes;
    ts_target *copy = malloc(sizeof *copy + bytes);
    if (!copy) return NULL;
    *copy = *target;
    if (bytes) copy->traits = memcpy(copy + 1, target->traits, bytes);
    return copy;
}

ts_target *ts_target_without(const ts_target *target, const ts_target *as, const char *off)
{
    ts_target *copy = ts_target_copy(target);
    const ts_knob *k;
    for (size_t j = 0; copy && (k = knob_of(target->family, j)); j++)
        k->set(copy + 1, ts_listed(off, k->name) ? NULL : as->traits);
    return copy;
}

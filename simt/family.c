/* family.c - the SIMT family: what can be switched off in its texts, and the way from a kernel to text:
 * each is lowered, then all are printed at once.
 *
 * A target with 16-byte loads gets a kernel twice where those are of use: plain, for buffers at any
 * address, and wide, for buffers that start at multiples of 16 bytes. */
#include "simt/family.h"

#include <stdlib.h>

#include "simt/lower.h"
#include "simt/print.h"

/* ---- facts and knobs ---- */

enum { TEAM = 32 }; /* where threads do not shuffle, it is of no hardware's */

static ts_target_facts facts(const void *traits)
{
    const ts_simt_traits *t = traits;
    return (ts_target_facts){.vector_bytes = t->wide ? 16 : 4,
                             .team = t->subgroup ? t->subgroup : TEAM,
                             .matrix = t->matrix && !t->matrix->opaque,
                             .dear_launches = true};
}

static const ts_simt_traits *of_ours(const ts_target *t)
{
    static const ts_simt_traits none;
    return t->family == &ts_family_simt ? t->traits : &none;
}

static bool has_wide(const ts_target *t)
{
    return of_ours(t)->wide;
}

static void set_wide(void *traits, const void *as)
{
    ((ts_simt_traits *)traits)->wide = as && ((const ts_simt_traits *)as)->wide;
}

static bool has_unroll(const ts_target *t)
{
    return of_ours(t)->unroll > 1;
}

static void set_unroll(void *traits, const void *as)
{
    ((ts_simt_traits *)traits)->unroll = as ? ((const ts_simt_traits *)as)->unroll : 0;
}

static bool has_batch(const ts_target *t)
{
    return of_ours(t)->batch > 0;
}

static void set_batch(void *traits, const void *as)
{
    ((ts_simt_traits *)traits)->batch = as ? ((const ts_simt_traits *)as)->batch : 0;
}

static bool has_subgroup(const ts_target *t)
{
    return of_ours(t)->subgroup > 1;
}

static void set_subgroup(void *traits, const void *as)
{
    ((ts_simt_traits *)traits)->subgroup = as ? ((const ts_simt_traits *)as)->subgroup : 0;
}

static bool has_copies(const ts_target *t)
{
    return of_ours(t)->copies;
}

static void set_copies(void *traits, const void *as)
{
    ((ts_simt_traits *)traits)->copies = as && ((const ts_simt_traits *)as)->copies;
}

static bool has_quartet(const ts_target *t)
{
    return of_ours(t)->quartet != NULL;
}

static void set_quartet(void *traits, const void *as)
{
    ((ts_simt_traits *)traits)->quartet = as ? ((const ts_simt_traits *)as)->quartet : NULL;
}

static bool has_half(const ts_target *t)
{
    return of_ours(t)->half || of_ours(t)->to_half;
}

static void set_half(void *traits, const void *as)
{
    ts_simt_traits *t = traits;
    t->half = as && ((const ts_simt_traits *)as)->half;
    t->to_half = as && ((const ts_simt_traits *)as)->to_half;
}

static const ts_knob knobs[] = {
    {"wide", "no 16-byte loads", has_wide, set_wide},
    {"unroll", "loops that load are not unrolled", has_unroll, set_unroll},
    {"batch", "loads of a row are not sent ahead of the arithmetic", has_batch, set_batch},
    {"subgroup", "no shuffles: threads combine in shared memory", has_subgroup, set_subgroup},
    {"copies", "shared memory is filled through registers, nothing ahead", has_copies, set_copies},
    {"quartet", "no products by four subgroups together", has_quartet, set_quartet},
    {"half", "f16 is converted by integer instructions", has_half, set_half},
    {0},
};

/* ---- the plan ---- */

static int lanes(const void *traits)
{
    (void)traits;
    return 1;
}

/* ---- lowering ---- */

static int keep(ts_forms *forms, ts_simt *s, const ts_kern *k, ts_error *err)
{
    if (!s) return -1;
    s->takes = ts_manifest_of(k, s->cost, err);
    if (s->takes && !ts_forms_add(forms, s, err)) return 0;
    ts_simt_free(s);
    return -1;
}

static int lower(ts_forms *forms, const ts_kern *k, const ts_target *target, ts_error *err)
{
    bool useful = false;
    if (keep(forms, ts_simt_lower(k, target, false, NULL, err), k, err)) return -1;
    if (!ts_simt_traits_of(target)->wide) return 0;
    ts_simt *wide = ts_simt_lower(k, target, true, &useful, err);
    if (!wide || useful) return keep(forms, wide, k, err);
    ts_simt_free(wide);
    return 0;
}

static void show(FILE *f, const void *form)
{
    ts_simt_print(f, form);
}

static void drop(void *form)
{
    ts_simt_free(form);
}

void ts_simt_manifest(ts_text *t, const ts_simt *s, const char *entry)
{
    ts_put_manifest(t, s->kernel ? s->kernel : s->name, entry, s->takes);
    ts_put(t, " wide=%d threads=%d teams=%d count=%ld shared=%d", s->wide, s->threads, s->teams,
           s->count, 4 * s->shared);
}

static int print(ts_text *out, const ts_forms *forms, const ts_target *target, ts_error *err)
{
    const ts_dialect *d = target->dialect;
    const ts_simt **form = calloc(forms->n + 1, sizeof *form);
    if (!form) return ts_fail(err, "no memory to emit");
    for (size_t i = 0; i < forms->n; i++) form[i] = forms->form[i];
    int rc = d->print(out, form, forms->n, d, err);
    free(form);
    return rc;
}

const ts_family ts_family_simt = {
    .name = "simt",
    .traits_bytes = sizeof(ts_simt_traits),
    .knobs = knobs,
    .facts = facts,
    .lanes = lanes,
    .reads_once = ts_low_reads_once,
    .follows_moves = true,
    .lower = lower,
    .show = show,
    .free = drop,
    .print = print,
};

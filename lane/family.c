/* family.c - the lane family: what can be switched off in its texts, and the way from a kernel to text. */
#include "lane/family.h"

#include "lane/lower.h"
#include "lane/print.h"

/* ---- facts and knobs ---- */

static ts_target_facts facts(const void *traits)
{
    const ts_lane_traits *t = traits;
    return (ts_target_facts){.vector_bytes = t->vector_bytes, .team = 1, .unit = t->unit};
}

static const ts_lane_traits *of_ours(const ts_target *t)
{
    static const ts_lane_traits none;
    return t->family == &ts_family_lane ? t->traits : &none;
}

/* Where the registers have no room for the sums of two rows, there is one stream anyway
 * (lane/place.c). A row's product keeps so many sums. */
static bool has_streams(const ts_target *target)
{
    enum { SUMS = 16 };
    const ts_lane_traits *t = of_ours(target);
    return t->streams > 1 && 2 * SUMS / (t->vector_bytes / 4) <= t->registers * 3 / 4;
}

static void set_streams(void *traits, const void *as)
{
    ((ts_lane_traits *)traits)->streams = as ? ((const ts_lane_traits *)as)->streams : 1;
}

static int *streams_of(void *traits)
{
    return &((ts_lane_traits *)traits)->streams;
}

static bool has_prefetch(const ts_target *target)
{
    return of_ours(target)->prefetch_bytes > 0;
}

static void set_prefetch(void *traits, const void *as)
{
    ((ts_lane_traits *)traits)->prefetch_bytes =
        as ? ((const ts_lane_traits *)as)->prefetch_bytes : 0;
}

static int *prefetch_of(void *traits)
{
    return &((ts_lane_traits *)traits)->prefetch_bytes;
}

static const ts_knob knobs[] = {
    {"streams", "a thread walks one row at a time, not far-apart ones", has_streams, set_streams},
    {"prefetch", "rows are not prefetched", has_prefetch, set_prefetch},
    {0},
};

static const ts_tunable tunable[] = {
    {"streams", streams_of, 1, 8, 1},
    {"prefetch", prefetch_of, 0, 16384, 64},
    {0},
};

/* ---- the plan ---- */

static int lanes(const void *traits)
{
    return ((const ts_lane_traits *)traits)->vector_bytes / 4;
}

/* ---- lowering ---- */

enum { SCRATCH_LIMIT = 1 << 20 }; /* bytes on the stack of a worker thread */

static int fits_stack(const ts_plan *p, const ts_lane *f, ts_error *err)
{
    long bytes = ts_lane_stack(f);
    if (bytes <= SCRATCH_LIMIT) return 0;
    return ts_fail(
        err, "kernel %s: its tiles need %ld bytes a program, %s allows %d; use smaller blocks",
        p->k->name, bytes, p->target->name, SCRATCH_LIMIT);
}

static int lower_for(ts_forms *forms, ts_plan *p, int streams, ts_error *err)
{
    ts_lane *f = ts_lane_lower(p, streams, err);
    if (f && !fits_stack(p, f, err) && !ts_forms_add(forms, f, err)) return 0;
    ts_lane_free(f);
    return -1;
}

static const char *const dot_ways[] = {[TS_DOT_ELEMENTS] = "element by element",
                                       [TS_DOT_ROWS] = "along rows",
                                       [TS_DOT_BLOCKS] = "in blocks",
                                       [TS_DOT_UNIT] = "by the matrix unit"};

/* How a tile lies in slots, and what else becomes of it. */
static void tell(FILE *f, const void *plan, uint32_t id)
{
    const ts_plan *p = plan;
    const ts_op *o = &p->k->op[id];
    const ts_note *n = &p->note[id];
    if (!id) fprintf(f, ", %d side by side, vectors of %d", ts_lane_side_by_side(p), p->lanes);
    if (!id || !ts_is_tile(o)) return;
    if (!n->inlined) fprintf(f, "  %d x %d slots", n->layout.rows, n->layout.slots);
    if (n->panel) fputs("  panel", f);
    if (n->paired) fputs("  pairs", f);
    if (n->pieces) fprintf(f, "  squares, %d bf16 an element", n->pieces);
    if (n->wide) fputs("  wide", f);
    if (n->with) fprintf(f, "  with %%%u", n->with);
    if (ts_is_dot(o->op)) fprintf(f, "  %s", dot_ways[ts_lane_dot_way(p, o)]);
}

/* A form for programs side by side, where that pays, and one for one program. */
static int lower_plan(ts_forms *forms, ts_plan *p, ts_error *err)
{
    int streams = ts_lane_side_by_side(p);
    if (ts_debug("plan")) ts_plan_print(stderr, p, tell, p);
    if (streams > 1 && lower_for(forms, p, streams, err)) return -1;
    return lower_for(forms, p, 1, err);
}

static int lower(ts_forms *forms, const ts_kern *k, const ts_target *target, ts_error *err)
{
    ts_plan *p = ts_plan_make(k, target, err);
    if (!p) return -1;
    int rc = lower_plan(forms, p, err);
    ts_plan_free(p);
    return rc;
}

static void show(FILE *f, const void *form)
{
    ts_lane_show(f, form);
}

static void drop(void *form)
{
    ts_lane_free(form);
}

const ts_family ts_family_lane = {
    .name = "lane",
    .traits_bytes = sizeof(ts_lane_traits),
    .knobs = knobs,
    .tunable = tunable,
    .facts = facts,
    .lanes = lanes,
    .reads_once = ts_lane_reads_once,
    .follows_dots = true,
    .arrange = ts_lane_arrange,
    .lower = lower,
    .show = show,
    .free = drop,
    .print = ts_lane_print,
};

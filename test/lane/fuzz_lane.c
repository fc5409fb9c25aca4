/* fuzz_lane.c - random kernels through the lowering to the lane form.
 *
 *     fuzz_lane COUNT SEED
 *
 * COUNT kernels, each lowered for one of a few made-up targets and run by the strict interpreter of
 * the form (test/lane/lane_run.h). What it leaves must agree with the interpreter as test/tile/gen.h
 * says, to the bit where f32 rounding is the same everywhere. A kernel that goes wrong is named by its
 * seed, reduced, and printed with its forms; then the exit status is 1. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "test/lane/lane_run.h"
#include "test/lane/lane_targets.h"
#include "test/tile/gen.h"
#include "test/tile/reduce.h"

enum { TRIALS = 300, REPORTS = 4 };
static const uint64_t step_limit = 4000000, statement_limit = 4000000;

typedef struct trial {
    uint64_t seed;
    const ts_target *target;
} trial;

typedef struct tally {
    unsigned run, side_by_side, slow;
} tally;

static bool is_slow(const ts_error *err)
{
    return strstr(err->text, "step limit") != NULL;
}

static int run_forms(const ts_lane_pair *p, const ts_kern *k, const trial *t, ts_error *err)
{
    struct ts_gen_data want = {0}, got = {0};
    if (!ts_gen_fill(&want, k, t->seed) || !ts_gen_fill(&got, k, t->seed))
        ts_fail(err, "its extents are not plain");
    struct ts_lane_launch l = {got.buffer, got.bytes, got.size, statement_limit};
    if (!ts_failed(err) && !ts_run(k, want.buffer, want.bytes, want.size, step_limit, err) &&
        !ts_lane_run(p, &l, err))
        ts_gen_compare(&want, &got, false, err);
    ts_gen_drop(&want);
    if (!ts_failed(err) && ts_gen_fill(&want, k, t->seed) &&
        !ts_interpret(k, want.buffer, want.bytes, want.size, TS_RUN_F32, step_limit, err))
        ts_gen_compare_sure(k, &want, &got, err);
    ts_gen_drop(&want);
    ts_gen_drop(&got);
    return ts_failed(err) ? -1 : 0;
}

static int check(const ts_kern *k, const trial *t, tally *n, ts_error *err)
{
    ts_kern *folded = ts_fold(k);
    ts_lane_pair p;
    if (!ts_lane_pair_make(&p, folded, t->target, true, err) && !run_forms(&p, folded, t, err)) {
        n->run++;
        n->side_by_side += p.many != NULL;
    }
    n->slow += is_slow(err);
    if (is_slow(err)) *err = (ts_error){0};
    ts_lane_pair_free(&p);
    ts_free(folded);
    return ts_failed(err) ? -1 : 0;
}

static bool wrong(const ts_kern *k, void *ctx)
{
    ts_error err = {0};
    tally none = {0};
    return check(k, ctx, &none, &err) != 0;
}

static void report(const ts_kern *k, trial *t, const ts_error *err)
{
    printf("seed %llu, target %s: %s\n", (unsigned long long)t->seed, t->target->name, err->text);
    ts_kern *small_one = ts_reduce(k, wrong, t, TRIALS), *folded = ts_fold(small_one);
    ts_error again = {0}, unused = {0};
    tally none = {0};
    ts_lane_pair p;
    check(small_one, t, &none, &again);
    printf("reduced from %u ops to %u: %s\n", k->n - 1, small_one->n - 1, again.text);
    ts_print(stdout, small_one);
    if (!ts_lane_pair_make(&p, folded, t->target, true, &unused)) {
        if (p.many) ts_lane_show(stdout, p.many);
        ts_lane_show(stdout, p.one);
    }
    struct ts_gen_data d;
    if (ts_gen_fill(&d, small_one, t->seed))
        for (int i = 0; i < d.sizes; i++) printf("# size %d = %d\n", i, (int)d.size[i]);
    ts_gen_drop(&d);
    ts_lane_pair_free(&p);
    ts_free(folded);
    ts_free(small_one);
}

int main(int argc, char **argv)
{
    uint64_t count = argc > 1 ? strtoull(argv[1], NULL, 10) : 1000;
    uint64_t first = argc > 2 ? strtoull(argv[2], NULL, 10) : (uint64_t)time(NULL);
    int bad = 0;
    tally n = {0};
    setvbuf(stdout, NULL, _IOLBF, 0);
    for (uint64_t i = 0; i < count && bad < REPORTS; i++) {
        trial t = {first * 1000000 + i, &lane_targets[i % LANE_TARGETS]};
        ts_error err = {0};
        ts_kern *k = ts_gen(t.seed, NULL);
        if (check(k, &t, &n, &err)) bad++, report(k, &t, &err);
        ts_free(k);
    }
    printf("%llu kernels, seed %llu: %u agree, %u of them side by side; %u are slow; %d wrong\n",
           (unsigned long long)count, (unsigned long long)first, n.run, n.side_by_side, n.slow,
           bad);
    return bad != 0;
}

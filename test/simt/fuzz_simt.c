/* fuzz_simt.c - random kernels through the lowering to the SIMT form.
 *
 *     fuzz_simt COUNT SEED
 *
 * COUNT kernels, every twelfth of them a product for a target that has matrix units, each lowered for one of a few made-up targets, with and without wide loads, and run
 * by the strict interpreter of the form (test/simt/simt_run.h) with some number of groups. What it leaves
 * must agree with the interpreter as test/tile/gen.h says, to the bit where f32 rounding is the same
 * everywhere. A kernel that goes wrong is named by its
 * seed, reduced, and printed with its form; then the exit status is 1. Kernels whose tiles do not fit
 * into a target's shared memory are counted. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "test/tile/gen.h"
#include "test/tile/reduce.h"
#include "test/simt/gen_dots.h"
#include "test/simt/simt_run.h"
#include "test/simt/simt_targets.h"

enum { TRIALS = 300, REPORTS = 4 };
static const uint64_t step_limit = 4000000, thread_limit = 30000000;

typedef struct tally {
    unsigned run, wide, refused, slow;
} tally;

typedef struct trial {
    uint64_t seed;
    const ts_target *target;
    bool wide;
} trial;

static bool is_slow(const ts_error *err)
{
    return strstr(err->text, "step limit") != NULL;
}

static int groups_of(uint64_t seed)
{
    static const int row[] = {1, 2, 3, 5, 50};
    return row[seed / 7 % 5];
}

static int run_form(const ts_simt *s, const ts_kern *k, const trial *t, ts_error *err)
{
    struct ts_gen_data want = {0}, got = {0};
    struct ts_simt_launch l = {
        .groups = groups_of(t->seed), .seed = t->seed, .max_steps = thread_limit};
    if (!ts_gen_fill(&want, k, t->seed) || !ts_gen_fill(&got, k, t->seed))
        ts_fail(err, "its extents are not plain");
    l.buffer = got.buffer;
    l.bytes = got.bytes;
    l.size = got.size;
    if (!ts_failed(err) && !ts_run(k, want.buffer, want.bytes, want.size, step_limit, err) &&
        !ts_simt_run(s, &l, err))
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
    bool useful = false;
    ts_simt *s = ts_simt_lower(folded, t->target, t->wide, &useful, err);
    if (s && (useful || !t->wide) && !run_form(s, folded, t, err)) {
        n->run++;
        n->wide += t->wide;
    }
    n->refused += ts_gen_refused(err);
    n->slow += is_slow(err);
    if (ts_gen_refused(err) || is_slow(err)) *err = (ts_error){0};
    ts_simt_free(s);
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
    printf("seed %llu, target %s%s, %d groups: %s\n", (unsigned long long)t->seed, t->target->name,
           t->wide ? ", wide" : "", groups_of(t->seed), err->text);
    ts_kern *small_one = ts_reduce(k, wrong, t, TRIALS);
    ts_error again = {0};
    tally none = {0};
    check(small_one, t, &none, &again);
    printf("reduced from %u ops to %u: %s\n", k->n - 1, small_one->n - 1, again.text);
    ts_print(stdout, small_one);
    ts_kern *folded = ts_fold(small_one);
    ts_error unused = {0};
    ts_simt *s = ts_simt_lower(folded, t->target, t->wide, NULL, &unused);
    if (s) ts_simt_print(stdout, s);
    struct ts_gen_data d;
    if (ts_gen_fill(&d, small_one, t->seed))
        for (int i = 0; i < d.sizes; i++) printf("# size %d = %d\n", i, (int)d.size[i]);
    ts_gen_drop(&d);
    ts_simt_free(s);
    ts_free(folded);
    ts_free(small_one);
}

static ts_kern *draw(uint64_t seed, uint64_t i, const ts_target **target)
{
    struct ts_gen_limits limits = ts_gen_threads(seed);
    if (i % 12 == 6) {
        *target = ts_unit_target((int)(i / 12 % TS_UNIT_TARGETS));
        return ts_gen_dots(seed);
    }
    *target = &simt_targets[i % SIMT_TARGETS];
    return ts_gen(seed, i % 12 ? &limits : NULL);
}

int main(int argc, char **argv)
{
    uint64_t count = argc > 1 ? strtoull(argv[1], NULL, 10) : 1000;
    uint64_t first = argc > 2 ? strtoull(argv[2], NULL, 10) : (uint64_t)time(NULL);
    int bad = 0;
    tally n = {0};
    setvbuf(stdout, NULL, _IOLBF, 0);
    for (uint64_t i = 0; i < count && bad < REPORTS; i++) {
        uint64_t seed = first * 1000000 + i;
        const ts_target *target;
        ts_kern *k = draw(seed, i, &target);
        for (int wide = 0; wide <= ts_simt_traits_of(target)->wide; wide++) {
            trial t = {seed, target, wide};
            ts_error err = {0};
            if (check(k, &t, &n, &err)) bad++, report(k, &t, &err);
        }
        ts_free(k);
    }
    printf(
        "%llu kernels, seed %llu: %u forms agree, %u of them wide; %u need too much shared memory, "
        "%u are slow; %d wrong\n",
        (unsigned long long)count, (unsigned long long)first, n.run, n.wide, n.refused, n.slow,
        bad);
    return bad != 0;
}

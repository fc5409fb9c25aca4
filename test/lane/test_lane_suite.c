/* test_lane_suite.c - every kernel of the suite, lowered to the lane form and run by its strict
 * interpreter: within the kernel's limits of the reference, and reading nothing that is outside of a
 * view or was not written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "test/check/each_kernel.h"
#include "test/lane/lane_run.h"
#include "test/lane/lane_targets.h"

typedef struct lowered {
    ts_traced *kernel;
    ts_kern **folded; /* by stage */
    ts_lane_pair *form;
} lowered;

static lowered lower(const ts_kernel_def *def, const ts_shape *s, const ts_target *t)
{
    ts_error err = {0};
    lowered l = {.kernel = ts_kernel_traced(def, s, &err)};
    if (!l.kernel) fail_msg("%s", err.text);
    l.folded = calloc((size_t)l.kernel->stages, sizeof(ts_kern *));
    l.form = calloc((size_t)l.kernel->stages, sizeof *l.form);
    assert_true(l.folded && l.form);
    for (int stage = 0; stage < l.kernel->stages; stage++) {
        l.folded[stage] = ts_fold(l.kernel->kernel[stage]);
        if (ts_lane_pair_make(&l.form[stage], l.folded[stage], t, true, &err))
            fail_msg("%s for %s: %s", def->name, t->name, err.text);
    }
    return l;
}

static void drop(lowered *l)
{
    for (int stage = 0; stage < l->kernel->stages; stage++) {
        ts_lane_pair_free(&l->form[stage]);
        ts_free(l->folded[stage]);
    }
    free(l->folded);
    free(l->form);
    ts_traced_free(l->kernel);
}

static int run_stage(const void *lowered_, int stage, const ts_arrays *all, const ts_case *c,
                     uint64_t seed, ts_error *err)
{
    const lowered *l = lowered_;
    void *buffer[TS_MAX_BUFFERS];
    size_t bytes[TS_MAX_BUFFERS];
    int32_t size[TS_MAX_SIZES];
    (void)seed;
    ts_arrays_bind(all, stage, c, buffer, bytes, size);
    return ts_lane_run(&l->form[stage], &(struct ts_lane_launch){buffer, bytes, size, 0}, err);
}

static void check_kernel(const ts_kernel_def *def, const ts_shape *s, const ts_target *t, int turn,
                         const char *where)
{
    lowered l = lower(def, s, t);
    ts_each_case(l.kernel, s, 1, turn, where, run_stage, &l);
    drop(&l);
}

static bool all_dtypes;

static void every_kernel(void **state)
{
    (void)state;
    ts_each_kernel(lane_targets, LANE_TARGETS, all_dtypes, check_kernel);
}

int main(int argc, char **argv)
{
    all_dtypes = argc > 1 && !strcmp(argv[1], "all");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kernel),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_lane_suite.c - every kernel of the suite, lowered to the lane form and run by its strict
 * interpreter: within the kernel's limits of the reference, and reading nothing that is outside of a
 * view or was not written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "check/arrays.h"
#include "test/lane/lane_run.h"
#include "test/lane/lane_targets.h"

typedef struct lowered {
    ts_kern *kern[2]; /* by stage */
    ts_lane_pair form[2];
} lowered;

static void lower(lowered *l, const ts_kernel_def *def, const ts_shape *s, const ts_target *t)
{
    for (int stage = 0; stage < (def->final ? 2 : 1); stage++) {
        ts_error err = {0};
        ts_kern *k = ts_kernel_trace(def, stage, s, &err);
        if (!k) fail_msg("%s", err.text);
        l->kern[stage] = ts_fold(k);
        if (ts_lane_pair_make(&l->form[stage], l->kern[stage], t, true, &err))
            fail_msg("%s for %s: %s", def->name, t->name, err.text);
        ts_free(k);
    }
}

static void drop(lowered *l)
{
    for (int stage = 0; stage < 2; stage++) {
        ts_lane_pair_free(&l->form[stage]);
        ts_free(l->kern[stage]);
    }
}

static int run_stage(const lowered *l, const ts_kernel_def *def, int stage, const ts_arrays *all,
                     const ts_case *c, ts_error *err)
{
    void *buffer[TS_MAX_PARAMS];
    size_t bytes[TS_MAX_PARAMS];
    for (int i = 0; i < (stage ? def->final_params : def->build_params); i++) {
        const ts_array *a = &all->a[all->a[stage ? def->final_param[i] : i].home];
        buffer[i] = a->copy + a->at;
        bytes[i] = a->bytes;
    }
    return ts_lane_run(&l->form[stage], &(struct ts_lane_launch){buffer, bytes, c->size, 0}, err);
}

static void check_case(const lowered *l, const ts_kernel_def *def, ts_arrays *all,
                       const ts_shape *s, const ts_case *c, ts_data data, uint64_t seed,
                       const char *where)
{
    ts_error err = {0};
    ts_tally tally = {0};
    bool raised;
    ts_arrays_draw(all, def, s, c, data, seed);
    ts_arrays_refer(all, def, s, c);
    ts_arrays_reset(all);
    int bad = run_stage(l, def, 0, all, c, &err);
    if (!bad && def->final) bad = run_stage(l, def, 1, all, c, &err);
    if (bad || !ts_arrays_compare(all, &tally, &raised, &err))
        fail_msg("%s, %s, %s, %s: %s", def->name, where, c->name, ts_data_name(data), err.text);
}

/* Every other case has outputs in the place of inputs; the kinds of data take turns. */
static void check_kernel(const ts_kernel_def *def, const ts_shape *s, const ts_target *t,
                         const char *where)
{
    lowered l = {0};
    ts_case c[TS_MAX_CASES] = {0};
    ts_error err = {0};
    ts_arrays all;
    int n = def->cases(s, c);
    lower(&l, def, s, t);
    if (ts_arrays_make(&all, def, s, 0, &err)) fail_msg("%s", err.text);
    for (int i = 0; i < n; i++) {
        ts_arrays_alias(&all, def, i % 2);
        check_case(&l, def, &all, s, &c[i], (ts_data)(i % TS_NDATA), (uint64_t)i, where);
    }
    ts_arrays_free(&all);
    drop(&l);
}

static bool all_dtypes;

/* For every target, with one shape and one dtype of the three: they take turns, so that each kernel
 * meets each. */
static bool is_turn(int target, int kernel, int shape, int dtype)
{
    return shape == (target + kernel) % 3 && dtype == (target + kernel / 3) % 3;
}

static void every_kernel(void **state)
{
    (void)state;
    for (size_t shape = 0; shape < 3; shape++)
        for (int dtype = 0; dtype < 3; dtype++) {
            const ts_check_shape *row = ts_check_shape_at(shape);
            ts_shape s = ts_check_dtypes(row, dtype, NULL);
            for (size_t k = 0; ts_kernel_at(k); k++)
                for (int t = 0; t < LANE_TARGETS; t++) {
                    char where[80];
                    if (!all_dtypes && !is_turn(t, (int)k, (int)shape, dtype)) continue;
                    snprintf(where, sizeof where, "%s %s for %s", row->name,
                             ts_dtypes[s.weight].name, lane_targets[t].name);
                    check_kernel(ts_kernel_at(k), &s, &lane_targets[t], where);
                }
        }
}

int main(int argc, char **argv)
{
    all_dtypes = argc > 1 && !strcmp(argv[1], "all");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kernel),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

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

static int run_stage(const lowered *l, int stage, const ts_arrays *all, const ts_case *c,
                     ts_error *err)
{
    void *buffer[TS_MAX_BUFFERS];
    size_t bytes[TS_MAX_BUFFERS];
    int32_t size[TS_MAX_SIZES];
    ts_arrays_bind(all, stage, c, buffer, bytes, size);
    return ts_lane_run(&l->form[stage], &(struct ts_lane_launch){buffer, bytes, size, 0}, err);
}

static void check_case(const lowered *l, ts_arrays *all, const ts_case *c, ts_data data,
                       uint64_t seed, const char *where)
{
    ts_error err = {0};
    ts_tally tally = {0};
    bool raised;
    ts_arrays_draw(all, c, data, seed);
    int bad = ts_arrays_refer(all, c, &err);
    ts_arrays_reset(all);
    for (int stage = 0; !bad && stage < l->kernel->stages; stage++)
        bad = run_stage(l, stage, all, c, &err);
    if (bad || !ts_arrays_compare(all, &tally, &raised, &err))
        fail_msg("%s, %s, %s, %s: %s", l->kernel->def->name, where, c->name, ts_data_name(data),
                 err.text);
}

/* Every other case has outputs in the place of inputs; the kinds of data take turns. */
static void check_kernel(const ts_kernel_def *def, const ts_shape *s, const ts_target *t,
                         const char *where)
{
    lowered l = lower(def, s, t);
    ts_case c[TS_MAX_CASES] = {0};
    ts_error err = {0};
    ts_arrays all;
    int n = def->cases(s, c);
    if (ts_arrays_make(&all, l.kernel, s, 0, &err)) fail_msg("%s", err.text);
    for (int i = 0; i < n; i++) {
        ts_arrays_alias(&all, i % 2);
        check_case(&l, &all, &c[i], (ts_data)(i % TS_NDATA), (uint64_t)i, where);
    }
    ts_arrays_free(&all);
    drop(&l);
}

static bool all_dtypes;

/* For every target, with one of the suite's small shapes in one variant: they take turns, so that each kernel meets
 * each. */
static void check_suite(const ts_suite *suite, int shape, int shapes, int which)
{
    int variants = ts_shape_variants(suite);
    ts_shape *s = ts_shape_variant(suite, (size_t)shape, which, NULL);
    for (int k = 0; suite->kernel[k]; k++)
        for (int t = 0; t < LANE_TARGETS; t++) {
            char where[160], types[80];
            bool turn = shape == (t + k) % shapes && which == (t + k / shapes) % variants;
            if (!all_dtypes && !turn) continue;
            ts_shape_text(suite, s, TS_TYPE, types, sizeof types);
            snprintf(where, sizeof where, "%s %s for %s", suite->check[shape].name, types,
                     lane_targets[t].name);
            check_kernel(suite->kernel[k], s, &lane_targets[t], where);
        }
    free(s);
}

static void every_kernel(void **state)
{
    const ts_suite *suite;
    (void)state;
    for (size_t u = 0; (suite = ts_suite_at(u)); u++) {
        int shapes = 0;
        while (suite->check[shapes].name && suite->check[shapes].size == TS_SMALL) shapes++;
        for (int shape = 0; shape < shapes; shape++)
            for (int which = 0; which < ts_shape_variants(suite); which++)
                check_suite(suite, shape, shapes, which);
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

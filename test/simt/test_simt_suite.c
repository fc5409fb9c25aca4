/* test_simt_suite.c - every kernel of the suite, lowered to the SIMT form and run by its strict
 * interpreter: within the kernel's limits of the reference, without a race, and reading nothing that
 * was not written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "check/arrays.h"
#include "test/simt/simt_run.h"
#include "test/simt/simt_targets.h"

typedef struct lowered {
    ts_traced *kernel;
    ts_simt *(*form)[2]; /* stage, wide */
} lowered;

static ts_simt *lower(const ts_kern *k, const ts_target *t, bool wide)
{
    ts_error err = {0};
    ts_kern *folded = ts_fold(k);
    bool useful = true;
    ts_simt *form = ts_simt_lower(folded, t, wide, &useful, &err);
    if (!form) fail_msg("%s for %s: %s", ts_kernel_name(k), t->name, err.text);
    if (wide && !useful) {
        ts_simt_free(form);
        form = NULL;
    }
    ts_free(folded);
    return form;
}

static int run_stage(const lowered *l, int stage, const ts_arrays *all, const ts_case *c,
                     uint64_t seed, ts_error *err)
{
    void *buffer[TS_MAX_BUFFERS];
    size_t bytes[TS_MAX_BUFFERS];
    int32_t size[TS_MAX_SIZES];
    bool aligned = true;
    static const int groups[] = {1, 3, 64};
    ts_arrays_bind(all, stage, c, buffer, bytes, size);
    for (int i = 0; i < l->kernel->takes[stage].params; i++)
        aligned &= (uintptr_t)buffer[i] % 16 == 0;
    const ts_simt *form = aligned && l->form[stage][1] ? l->form[stage][1] : l->form[stage][0];
    struct ts_simt_launch launch = {
        .buffer = buffer, .bytes = bytes, .size = size, .groups = groups[seed % 3], .seed = seed};
    return ts_simt_run(form, &launch, err);
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
        bad = run_stage(l, stage, all, c, seed, &err);
    if (bad || !ts_arrays_compare(all, &tally, &raised, &err))
        fail_msg("%s, %s, %s, %s: %s", l->kernel->def->name, where, c->name, ts_data_name(data),
                 err.text);
}

/* Half of the cases have their memory off alignment, and half of each outputs in the place of inputs;
 * the kinds of data take turns. */
static void check_cases(const lowered *l, const ts_shape *s, const char *where)
{
    ts_case c[TS_MAX_CASES] = {0};
    int n = l->kernel->def->cases(s, c);
    for (int shift = 0; shift < 2; shift++) {
        ts_error err = {0};
        ts_arrays all;
        if (ts_arrays_make(&all, l->kernel, s, shift, &err)) fail_msg("%s", err.text);
        for (int i = 0; i < n; i++) {
            ts_arrays_alias(&all, i % 2);
            check_case(l, &all, &c[i], (ts_data)((i + shift) % TS_NDATA), (uint64_t)(i + 2 * shift),
                       where);
        }
        ts_arrays_free(&all);
    }
}

static void check_kernel(const ts_kernel_def *def, const ts_shape *s, const ts_target *t,
                         const char *where)
{
    ts_error err = {0};
    lowered l = {.kernel = ts_kernel_traced(def, s, &err)};
    if (!l.kernel) fail_msg("%s", err.text);
    l.form = calloc((size_t)l.kernel->stages, sizeof *l.form);
    assert_non_null(l.form);
    for (int stage = 0; stage < l.kernel->stages; stage++)
        for (int wide = 0; wide <= ts_simt_traits_of(t)->wide; wide++)
            l.form[stage][wide] = lower(l.kernel->kernel[stage], t, wide);
    check_cases(&l, s, where);
    for (int i = 0; i < 2 * l.kernel->stages; i++) ts_simt_free(l.form[i / 2][i % 2]);
    free(l.form);
    ts_traced_free(l.kernel);
}

static bool all_dtypes;

/* On every target, with one of the suite's small shapes in one variant: they take turns, so that each kernel meets
 * each. */
static void check_suite(const ts_suite *suite, int shape, int shapes, int which)
{
    int variants = ts_shape_variants(suite);
    ts_shape *s = ts_shape_variant(suite, (size_t)shape, which, NULL);
    for (int k = 0; suite->kernel[k]; k++)
        for (int t = 0; t < SIMT_TARGETS; t++) {
            char where[160], types[80];
            bool turn = shape == (t + k) % shapes && which == (t + k / shapes) % variants;
            if (!all_dtypes && !turn) continue;
            ts_shape_text(suite, s, TS_TYPE, types, sizeof types);
            snprintf(where, sizeof where, "%s %s for %s", suite->check[shape].name, types,
                     simt_targets[t].name);
            check_kernel(suite->kernel[k], s, &simt_targets[t], where);
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

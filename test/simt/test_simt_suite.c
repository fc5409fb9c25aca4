/* test_simt_suite.c - every kernel of the suite, lowered to the SIMT form and run by its strict
 * interpreter: within the kernel's limits of the reference, without a race, and reading nothing that
 * was not written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "test/check/each_kernel.h"
#include "test/simt/simt_run.h"
#include "test/simt/simt_targets.h"

typedef struct lowered {
    ts_traced *kernel;
    ts_simt *(*form)[2]; /* stage, wide */
} lowered;

static bool all_dtypes;

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

static int run_stage(const void *lowered_, int stage, const ts_arrays *all, const ts_case *c,
                     uint64_t seed, ts_error *err)
{
    const lowered *l = lowered_;
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

static void check_kernel(const ts_kernel_def *def, const ts_shape *s, const ts_target *t, int turn,
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
    ts_each_case(l.kernel, s, 2, turn, where, run_stage, &l);
    for (int i = 0; i < 2 * l.kernel->stages; i++) ts_simt_free(l.form[i / 2][i % 2]);
    free(l.form);
    ts_traced_free(l.kernel);
}

static void every_kernel(void **state)
{
    (void)state;
    ts_each_kernel(simt_targets, SIMT_TARGETS, all_dtypes, check_kernel);
}

int main(int argc, char **argv)
{
    all_dtypes = argc > 1 && !strcmp(argv[1], "all");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kernel),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

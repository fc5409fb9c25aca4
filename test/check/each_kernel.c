/* each_kernel.c - see each_kernel.h. */
#include "test/check/each_kernel.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/* For every target, with one of the suite's small shapes in one variant. */
static void check_suite(const ts_suite *suite, int shape, int shapes, int which,
                        const ts_target *target, int targets, bool all, ts_each_check *check)
{
    int variants = ts_shape_variants(suite);
    ts_shape *s = ts_shape_variant(suite, (size_t)shape, which, NULL);
    for (int k = 0; suite->kernel[k]; k++)
        for (int t = 0; t < targets; t++) {
            char where[160], types[80];
            bool turn = shape == (t + k) % shapes && which == (t + k / shapes) % variants;
            if (!all && !turn) continue;
            ts_shape_text(suite, s, TS_TYPE, types, sizeof types);
            snprintf(where, sizeof where, "%s %s for %s", suite->check[shape].name, types,
                     target[t].name);
            check(suite->kernel[k], s, &target[t], all ? TS_ALL_TURNS : t + k, where);
        }
    free(s);
}

void ts_each_kernel(const ts_target *target, int targets, bool all, ts_each_check *check)
{
    const ts_suite *suite;
    for (size_t u = 0; (suite = ts_suite_at(u)); u++) {
        int shapes = 0;
        while (suite->check[shapes].name && suite->check[shapes].size == TS_SMALL) shapes++;
        for (int shape = 0; shape < shapes; shape++)
            for (int which = 0; which < ts_shape_variants(suite); which++)
                check_suite(suite, shape, shapes, which, target, targets, all, check);
    }
}

static void check_case(const ts_traced *kernel, ts_arrays *all, const ts_case *c, ts_data data,
                       uint64_t seed, const char *where, ts_each_stage *run, const void *lowered)
{
    ts_error err = {0};
    ts_tally tally = {0};
    bool raised;
    ts_arrays_draw(all, c, data, seed);
    int bad = ts_arrays_refer(all, c, &err);
    ts_arrays_reset(all);
    for (int stage = 0; !bad && stage < kernel->stages; stage++)
        bad = run(lowered, stage, all, c, seed, &err);
    if (bad || !ts_arrays_compare(all, &tally, &raised, &err))
        fail_msg("%s, %s, %s, %s: %s", kernel->def->name, where, c->name, ts_data_name(data),
                 err.text);
}

static bool has_turn(int i, int n, int shift, int shifts, int turn)
{
    if (turn == TS_ALL_TURNS) return true;
    return (n == 1 || (i + turn) % 2 == 0) && (i / 2 + turn / 2) % shifts == shift;
}

/* Those cases whose turn it is to begin there. */
static void cases_at(const ts_traced *kernel, const ts_shape *s, int shift, int shifts, int turn,
                     const char *where, ts_each_stage *run, const void *lowered)
{
    ts_case c[TS_MAX_CASES] = {0};
    ts_error err = {0};
    ts_arrays all;
    int n = kernel->def->cases(s, c);
    if (ts_arrays_make(&all, kernel, s, shift, &err)) fail_msg("%s", err.text);
    for (int i = 0; i < n; i++) {
        if (!has_turn(i, n, shift, shifts, turn)) continue;
        ts_arrays_alias(&all, i % 2);
        check_case(kernel, &all, &c[i], (ts_data)((i + shift) % TS_NDATA),
                   (uint64_t)(i + 2 * shift), where, run, lowered);
    }
    ts_arrays_free(&all);
}

void ts_each_case(const ts_traced *kernel, const ts_shape *s, int shifts, int turn,
                  const char *where, ts_each_stage *run, const void *lowered)
{
    for (int shift = 0; shift < shifts; shift++)
        cases_at(kernel, s, shift, shifts, turn, where, run, lowered);
}

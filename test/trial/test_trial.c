/* test_trial.c - the trial suite through everything that knows suites, none of which knows it: found by
 * name, shapes set and varied, traced, checked three ways on each kind of device, printed for every
 * target, timed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "bench/kernels.h"
#include "check/check.h"
#include "test/trial/shape.h"
#include "tool/tool.h"

static const ts_suite *const trial = &ts_suite_trial;

static const ts_kernel_def *kernel(const char *name)
{
    ts_error err = {0};
    const ts_kernel_def *def = ts_kernel_find(name, NULL, &err);
    if (!def) fail_msg("%s", err.text);
    return def;
}

static void refused(const ts_error *err, const char *says)
{
    if (!strstr(err->text, says)) fail_msg("\"%s\" does not say \"%s\"", err->text, says);
}

/* ---- by name ---- */

static void found_by_name(void **state)
{
    ts_error err = {0};
    (void)state;
    assert_ptr_equal(kernel("softmax_spans"), kernel("trial/softmax"));
    assert_ptr_equal(ts_suite_find("trial", &err), trial);
    assert_int_equal(ts_suite_add(trial, &err), 0); /* twice is once */
    assert_null(ts_kernel_find("r1_distill/softmax_spans", NULL, &err));
    refused(&err, "no kernel is called \"softmax_spans\"; there are embedding_lookup, ");
    err = (ts_error){0};
    assert_null(ts_kernel_find("r1_distill/rms_norm", trial, &err));
    refused(&err, "r1_distill/rms_norm is not of suite trial");
    err = (ts_error){0};
    assert_null(ts_kernel_find("rms_norm", trial, &err));
    refused(&err, "there are transpose_sum, softmax_spans");
    err = (ts_error){0};
    assert_null(ts_kernel_find("trail/softmax", NULL, &err));
    refused(&err, "no suite is called \"trail\"; did you mean trial?");
}

/* A second suite with a kernel of the same name. */
static ts_kernel_def twin_kernel;
static const ts_kernel_def *const twin_kernels[] = {&twin_kernel, NULL};
static ts_suite twin;

static void two_suites_may_have_one_name(void **state)
{
    ts_error err = {0};
    (void)state;
    twin = ts_suite_trial;
    twin.kernel = twin_kernels;
    twin_kernel = *kernel("softmax_spans");
    twin_kernel.suite = &twin;
    assert_int_equal(ts_suite_add(&twin, &err), -1);
    refused(&err, "there is a suite called trial already");
    err = (ts_error){0};
    twin.name = "twin";
    assert_int_equal(ts_suite_add(&twin, &err), 0);
    assert_null(ts_kernel_find("softmax_spans", NULL, &err));
    refused(&err, "more than one suite has a kernel softmax_spans; twin/softmax_spans is one of");
    assert_ptr_equal(kernel("twin/softmax_spans"), &twin_kernel);
    assert_ptr_equal(ts_kernel_find("softmax", trial, &err), trial->kernel[1]);
}

/* ---- shapes ---- */

static void set_and_printed(void **state)
{
    ts_error err = {0};
    char text[100];
    ts_shape *s = ts_shape_new(trial, "page", &err); /* a preset goes before a shape to check at */
    (void)state;
    assert_non_null(s);
    assert_int_equal(s->cols, 96);
    assert_int_equal(ts_shape_set(trial, s, "cols=7,matrix=f32,scale=-0.25,tile=3", &err), 0);
    ts_shape_text(trial, s, TS_DIMENSION, text, sizeof text);
    assert_string_equal(text, "rows=64 cols=7 scale=-0.25");
    ts_shape_text(trial, s, TS_TYPE, text, sizeof text);
    assert_string_equal(text, "matrix=f32");
    ts_shape_text(trial, s, TS_SCHEDULE, text, 12); /* cut, not overrun */
    assert_string_equal(text, "tile=3 span");
    assert_int_equal(ts_shape_check(trial, s, &err), 0);
    s->plan.tile = 33;
    assert_int_equal(ts_shape_check(trial, s, &err), -1);
    refused(&err, "shape: tile must be from 1 to 32 (is 33)");
    err = (ts_error){0};
    s->plan.tile = 8, s->matrix = TS_f16;
    assert_int_equal(ts_shape_check(trial, s, &err), -1);
    refused(&err, "shape: matrix must be one of f32, bf16");
    free(s);
}

static void bad_settings_are_one_line(void **state)
{
    static const struct {
        const char *set, *says;
    } bad[] = {
        {"heads=3", "shapes of suite trial have no field \"heads\"; there are rows, cols, scale"},
        {"rows", "\"rows\" is not FIELD=VALUE"},
        {"rows=", "rows=: must be a whole number from 1 to 16384 (of the matrix)"},
        {"rows=2.5", "rows=2.5: must be a whole"},
        {"rows=0", "rows=0: must"},
        {"rows=99999999999", "rows=99999999999: must"},
        {"cols=3,rows=3x", "rows=3x: must"},
        {"scale=nan", "scale=nan: must be a number from -8 to 8"},
        {"matrix=f16", "matrix=f16: no dtype that it may have"},
        {"matrix=", "matrix=: no dtype"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ts_error err = {0};
        ts_shape s = *trial->preset->shape;
        assert_int_equal(ts_shape_set(trial, &s, bad[i].set, &err), -1);
        refused(&err, bad[i].says);
    }
    ts_error err = {0};
    assert_null(ts_shape_new(trial, "mini", &err));
    refused(&err, "no shape is called \"mini\"; there are trial-page, odd, page");
}

static void variants_differ(void **state)
{
    const ts_target *cuda = ts_target_find("cuda", NULL), *cpu = ts_target_find("cpu", NULL);
    (void)state;
    assert_int_equal(ts_shape_variants(trial), 2);
    ts_shape *one = ts_shape_variant(trial, 0, 0, cuda), *two = ts_shape_variant(trial, 1, 1, cuda);
    assert_int_equal(one->matrix, TS_f32);
    assert_int_equal(two->matrix, TS_bf16);
    assert_int_equal(one->plan.tile, 4); /* a small shape keeps its schedule */
    assert_int_equal(two->plan.tile, 16);
    two->plan.tile = 8;
    ts_shape_schedule(trial, two, cpu);
    assert_int_equal(two->plan.tile, 8);
    free(one);
    free(two);
}

/* ---- traced ---- */

static void three_stages_share_by_name(void **state)
{
    static const char *const names[] = {"x", "parts", "total", "y"};
    static const ts_mode modes[] = {TS_IN, TS_WORK, TS_WORK, TS_OUT};
    static const int params[] = {2, 2, 3}, sizes[] = {1, 0, 1};
    ts_error err = {0};
    ts_traced *t = ts_kernel_traced(kernel("trial/softmax"), trial->check->shape, &err);
    (void)state;
    if (!t) fail_msg("%s", err.text);
    assert_int_equal(t->stages, 3);
    assert_int_equal(t->params, 4);
    for (int i = 0; i < 4; i++) {
        assert_string_equal(t->param[i].name, names[i]);
        assert_int_equal(t->param[i].mode, modes[i]);
    }
    for (int i = 0; i < 3; i++) {
        assert_int_equal(t->takes[i].params, params[i]);
        assert_int_equal(t->takes[i].sizes, sizes[i]);
    }
    assert_int_equal(t->takes[2].param[0], 2); /* the last takes total, x, y */
    assert_int_equal(t->takes[2].param[1], 0);
    assert_string_equal(ts_kernel_name(t->kernel[1]), "softmax_spans__join");
    ts_traced_free(t);
}

/* ---- checked ---- */

static void check_at(ts_device *dev, size_t row, int which)
{
    ts_error err = {0};
    const ts_target *target = dev ? ts_target_find(ts_device_target(dev), &err) : NULL;
    ts_shape *s = ts_shape_variant(trial, row, which, target);
    ts_check_run run = {.shape_name = trial->check[row].name, .shape = s, .device = dev, .seed = 1};
    if (dev && ts_check_load_all(trial->kernel, 2, s, dev, run.module, &err))
        fail_msg("%s", err.text);
    for (size_t k = 0; trial->kernel[k]; k++) {
        ts_check_report r = {0};
        ts_check_kernel(trial->kernel[k], &run, &r);
        if (r.failure[0]) fail_msg("%s: %s", trial->kernel[k]->name, r.failure);
        assert_true(r.interpreter.runs > 0 && (!dev || r.device.runs > 0));
    }
    ts_check_free(run.module);
    free(s);
}

/* At both shapes in both dtypes on the interpreter; a device has one of these. */
static void three_ways_everywhere(void **state)
{
    static const char *const devices[] = {"cpu", "shim:cuda", "opencl:0", "vulkan:0"};
    (void)state;
    for (int i = 0; i < 4; i++) check_at(NULL, (size_t)i / 2, i % 2);
    for (int i = 0; i < 4; i++) {
        ts_error err = {0};
        ts_device *dev = ts_device_open(devices[i], 1, &err);
        if (!dev) print_message("skipped: %s: %s\n", devices[i], err.text);
        if (dev) check_at(dev, (size_t)(i + 1) / 2 % 2, i % 2);
        ts_device_close(dev);
    }
}

/* A last stage that forgets what the second one found out. */
static void forgets_the_sum(ts_kern *k, const ts_shape *s)
{
    ts_val n = ts_i32(k, s->rows * s->cols);
    ts_view x = ts_arg1(k, TS_IN, "x", s->matrix, n), y = ts_arg1(k, TS_OUT, "y", TS_f32, n);
    ts_val i = ts_program(n, s->plan.span);
    ts_store(y, i, ts_exp(ts_loadf(x, i, s->plan.span)));
}

static void a_wrong_stage_is_caught(void **state)
{
    ts_kernel_def wrong = *kernel("trial/softmax");
    ts_check_run run = {.shape_name = "odd", .shape = trial->check->shape, .seed = 1};
    ts_check_report r = {0};
    (void)state;
    wrong.then = TS_STAGES(wrong.then[0], {"scale", forgets_the_sum, NULL});
    assert_int_equal(ts_check_kernel(&wrong, &run, &r), -1);
    assert_int_equal(r.interpreter.failed, r.interpreter.runs);
    assert_non_null(strstr(r.failure, "odd matrix=f32, all"));
}

/* ---- printed, timed, and by commands ---- */

static void printed_for_every_target(void **state)
{
    const ts_target *t;
    (void)state;
    for (size_t i = 0; (t = ts_target_at(i)); i++) {
        ts_error err = {0};
        size_t bytes = 0;
        ts_shape *s = ts_shape_new(trial, NULL, &err);
        ts_shape_schedule(trial, s, t);
        char *text = ts_kernel_emit(trial->kernel, 2, s, t, &bytes, &err);
        if (!text) fail_msg("%s: %s", t->name, err.text);
        assert_non_null(memmem(text, bytes, "softmax_spans__scale", 20));
        free(text);
        free(s);
    }
}

static void timed_like_any_other(void **state)
{
    ts_error err = {0};
    ts_done done = {0};
    ts_device *dev = ts_device_open("cpu", 1, &err);
    (void)state;
    if (!dev) fail_msg("%s", err.text);
    ts_shape *s = ts_kernel_bench_shape(trial, "page", "bf16", "f16", NULL, dev, &err);
    ts_bench_place place = {dev, s, ts_kernel_bench_block(TS_bf16, 4096, &err), 4096};
    for (size_t i = 0; s && place.block && trial->kernel[i]; i++) {
        ts_kernel_bench *b = ts_kernel_bench_new(trial->kernel[i], &place, TS_BENCH_HOT, &err);
        if (!b || ts_kernel_bench_check(b, 1, &err) || ts_kernel_bench_work(b, &done, &err))
            fail_msg("%s", err.text);
        assert_true(done.units >= 1 && done.bytes > 0);
        ts_kernel_bench_free(b);
    }
    free((void *)place.block);
    free(s);
    ts_device_close(dev);
}

static int run(int (*command)(int, char **), const char *line)
{
    char words[200], *argv[16];
    int argc = 0;
    snprintf(words, sizeof words, "%s", line);
    for (char *w = strtok(words, " "); w && argc < 15; w = strtok(NULL, " ")) argv[argc++] = w;
    argv[argc] = NULL;
    return command(argc, argv);
}

static void by_the_commands(void **state)
{
    (void)state;
    assert_int_equal(run(ts_cmd_check, "check --suite trial --shape odd @none"), 0);
    assert_int_equal(run(ts_cmd_check, "check trial/softmax@none residual_add@none --dtype f32"),
                     0);
    assert_int_equal(run(ts_cmd_check, "check --suite trial --shape mini @none"), 2);
    assert_int_equal(run(ts_cmd_check, "check --suite trial rms_norm@none"), 2);
    assert_int_equal(run(ts_cmd_emit, "emit all --suite trial --set tile=4 -o /dev/null"), 0);
    assert_int_equal(run(ts_cmd_emit, "emit all --suite trial --ctx 64 -o /dev/null"), 1);
    assert_int_equal(run(ts_cmd_ir, "ir trial/transpose --dtype f16"), 1);
    assert_int_equal(
        run(ts_cmd_targets, "targets --verify --suite trial --dtype f32 --target cpu:generic"), 0);
    assert_int_equal(run(ts_cmd_targets, "targets --verify --suite trail"), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(found_by_name),
        cmocka_unit_test(set_and_printed),
        cmocka_unit_test(bad_settings_are_one_line),
        cmocka_unit_test(variants_differ),
        cmocka_unit_test(three_stages_share_by_name),
        cmocka_unit_test(three_ways_everywhere),
        cmocka_unit_test(a_wrong_stage_is_caught),
        cmocka_unit_test(printed_for_every_target),
        cmocka_unit_test(timed_like_any_other),
        cmocka_unit_test(by_the_commands),
        cmocka_unit_test(two_suites_may_have_one_name), /* last: twin stays */
    };
    ts_error err = {0};
    if (ts_suite_add(trial, &err)) return 1;
    return cmocka_run_group_tests_name("trial", tests, NULL, NULL);
}

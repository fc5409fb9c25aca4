/* test_spirv.c - modules of SPIR-V that spirv-val accepts: of forms built by hand with every op, and
 * of the suite. Drivers do not check modules; what they compute is in test_spirv_run.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "check/check.h"
#include "simt/spirv.h"
#include "tessera/suite.h"
#include "test/simt/by_hand.h"
#include "test/simt/spirv_forms.h"

/* What the validator says of a module: 0 if it is valid. */
static int validate(const char *module, size_t bytes)
{
    char path[] = "/tmp/tessera-spirv-XXXXXX", command[128];
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, module, bytes), (ssize_t)bytes);
    close(fd);
    snprintf(command, sizeof command, "spirv-val --target-env vulkan1.1 %s 1>&2", path);
    int rc = system(command);
    unlink(path);
    return rc;
}

static void need_validator(void)
{
    if (!system("spirv-val --version >/dev/null 2>&1")) return;
    print_message("skipped: there is no spirv-val (package spirv-tools)\n");
    skip();
}

static void forms_of_every_op_are_valid(void **state)
{
    (void)state;
    need_validator();
    struct ts_spirv_forms f;
    ts_text text = {0};
    ts_error err = {0};
    ts_forms_build(&f);
    if (ts_print_spirv(&text, (const ts_simt *const *)f.form, f.n, NULL, &err))
        fail_msg("%s", err.text);
    assert_int_equal(validate(text.s, text.n), 0);
    for (size_t i = 0; i < f.n; i++) { /* each alone: what it needs is declared by itself */
        ts_text one = {0};
        assert_int_equal(ts_print_spirv(&one, (const ts_simt *const *)&f.form[i], 1, NULL, &err),
                         0);
        if (validate(one.s, one.n)) fail_msg("form %s", f.form[i]->name);
        free(one.s);
    }
    free(text.s);
    ts_forms_free(&f);
}

/* The same forms twice, built and printed anew. */
static void bytes_are_a_function_of_the_forms(void **state)
{
    (void)state;
    ts_text text[2] = {{0}, {0}};
    ts_error err = {0};
    for (int i = 0; i < 2; i++) {
        struct ts_spirv_forms f;
        ts_forms_build(&f);
        ts_print_spirv(&text[i], (const ts_simt *const *)f.form, f.n, NULL, &err);
        ts_forms_free(&f);
    }
    assert_int_equal(text[0].n, text[1].n);
    assert_memory_equal(text[0].s, text[1].s, text[0].n);
    free(text[0].s);
    free(text[1].s);
}

static void refuse(ts_simt *s, const char *why)
{
    ts_text text = {0};
    ts_error err = {0};
    ts_by_hand_says(s);
    assert_int_equal(ts_print_spirv(&text, (const ts_simt *const *)&s, 1, NULL, &err), -1);
    if (!strstr(err.text, why)) fail_msg("'%s' does not say '%s'", err.text, why);
    free(text.s);
    ts_simt_free(s);
}

static void what_spirv_has_not_is_refused(void **state)
{
    (void)state;
    ts_simt *s = ts_forms_new("shuffles", 0);
    uint32_t one = ts_s_f32(s, 1);
    ts_s_put(s, (ts_sinst){.op = TS_S_SHUFFLE, .type = TS_f32, .a = one, .n = 1});
    refuse(s, "SHUFFLE");
    s = ts_forms_new("writes_half", 0);
    one = ts_s_f32(s, 1);
    ts_s_put(s, (ts_sinst){.op = TS_S_TO_HALF, .type = TS_u32, .a = one});
    refuse(s, "TO_HALF");
    s = ts_forms_new("many", 3);
    for (int i = 0; i < 30; i++) ts_forms_param(s, "p", 32, TS_f32, TS_IN);
    refuse(s, "33 params and sizes");
}

static void check_suite(const ts_suite *suite, const ts_shape *shape, const char *what)
{
    ts_error err = {0};
    size_t n = 0, bytes = 0;
    while (suite->kernel[n]) n++;
    char *module =
        ts_kernel_emit(suite->kernel, n, shape, ts_target_find("spirv", NULL), &bytes, &err);
    if (!module) fail_msg("%s: %s", what, err.text);
    if (validate(module, bytes)) fail_msg("suite %s at %s", suite->name, what);
    free(module);
}

static bool whole; /* --long */

/* Each shape in some of the variants, and each variant at some of the shapes; in all if `whole`. */
static void validate_shapes(const ts_suite *suite)
{
    static const ts_dtype dtype[] = {TS_bf16, TS_f16, TS_f32};
    const ts_target *spirv = ts_target_find("spirv", NULL);
    for (size_t i = 0; i < 3; i++) {
        ts_shape *s = ts_shape_new(suite, NULL, NULL);
        ts_shape_schedule(suite, s, spirv);
        ts_shape_dtype(suite, s, dtype[i], true);
        check_suite(suite, s, ts_dtypes[dtype[i]].name);
        free(s);
    }
    for (size_t row = 0; suite->check[row].name; row++)
        for (int which = 0; which < ts_shape_variants(suite); which++) {
            if (!whole && ((size_t)which + row) % 3) continue;
            ts_shape *s = ts_shape_variant(suite, row, which, spirv);
            check_suite(suite, s, suite->check[row].name);
            free(s);
        }
}

static void suites_are_valid(void **state)
{
    const ts_suite *suite;
    (void)state;
    need_validator();
    for (size_t u = 0; (suite = ts_suite_at(u)); u++) validate_shapes(suite);
}

int main(int argc, char **argv)
{
    whole = argc > 1 && !strcmp(argv[1], "--long");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_of_every_op_are_valid),
        cmocka_unit_test(suites_are_valid),
        cmocka_unit_test(bytes_are_a_function_of_the_forms),
        cmocka_unit_test(what_spirv_has_not_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

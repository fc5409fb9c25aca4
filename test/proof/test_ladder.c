/* test_ladder.c - levels of the ladder with steps that fail on purpose, the signature oracle on
 * broken texts, and tools that fail, hang or do not exist. */
#include "proof/proof.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

/* ---- levels ---- */

/* A letter a rung: p passed, f failed, - absent. */
static void levels(void **state)
{
    (void)state;
    static const struct {
        const char *rungs;
        int level;
    } cases[] = {{"-----", -1}, {"fpppp", -1}, {"pfppp", 0}, {"ppfpp", 1},
                 {"p-fpp", 0},  {"pp-p-", 3},  {"pppf-", 2}, {"ppppp", 4},
                 {"ppppf", 3},  {"ppp--", 1},  {"p-p--", 0}, {"ppf--", 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ts_cell cell = {0};
        for (int r = 0; r < TS_RUNGS; r++) {
            char c = cases[i].rungs[r];
            cell.rung[r] = c == 'p' ? TS_RUNG_PASSED : c == 'f' ? TS_RUNG_FAILED : TS_RUNG_ABSENT;
        }
        assert_int_equal(ts_cell_level(&cell), cases[i].level);
    }
}

static int asked[TS_RUNGS]; /* kernels that each step was given */

static void count(int rung, size_t n, ts_climbed *got)
{
    asked[rung] += (int)n;
    for (size_t i = 0; i < n; i++) got[i].done++;
}

static void pass_print(const ts_climber *v, ts_plan_to_climb *plan,
                       const ts_kernel_def *const *kernel, size_t n, ts_climbed *got)
{
    (void)v, (void)plan, (void)kernel;
    count(0, n, got);
}

static void pass_execute(const ts_climber *v, ts_plan_to_climb *plan,
                         const ts_kernel_def *const *kernel, size_t n, ts_climbed *got)
{
    (void)v, (void)plan, (void)kernel;
    count(3, n, got);
}

static void fail_rope(const ts_climber *v, ts_plan_to_climb *plan,
                      const ts_kernel_def *const *kernel, size_t n, ts_climbed *got)
{
    (void)v, (void)plan;
    count(2, n, got);
    for (size_t i = 0; i < n; i++)
        if (strstr(kernel[i]->name, "rope_q")) ts_fail(&got[i].err, "a text that does not compile");
}

/* A step without work to do: no size, no dtype, no device. */
static void idle(const ts_climber *v, ts_plan_to_climb *plan, const ts_kernel_def *const *kernel,
                 size_t n, ts_climbed *got)
{
    (void)v, (void)plan, (void)kernel, (void)n, (void)got;
}

static void a_failure_stops_its_kernel_only(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_cell cell[2] = {0};
    ts_plan_to_climb plan = {0};
    const ts_kernel_def *kernel[] = {ts_kernel_find("rope_q", NULL, &err),
                                     ts_kernel_find("rms_norm", NULL, &err)};
    const ts_target *target = ts_target_find("opencl", &err);
    ts_climber v = {.target = target, .step = {pass_print, NULL, fail_rope, pass_execute}};
    memset(asked, 0, sizeof asked);
    assert_int_equal(ts_ladder_attainable(&v), 3);
    ts_ladder_climb(&v, &plan, kernel, 2, cell);
    assert_int_equal(ts_cell_level(&cell[0]), 0);
    assert_int_equal(ts_cell_level(&cell[1]), 3);
    assert_string_equal(cell[0].failure, "opencl: a text that does not compile");
    assert_string_equal(cell[1].failure, "");
    assert_int_equal(asked[2], 2);
    assert_int_equal(asked[3], 1);
}

static void variants_share_a_cell(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_cell cell = {0};
    ts_plan_to_climb plan = {0};
    const ts_kernel_def *kernel = ts_kernel_find("rope_q", NULL, &err);
    ts_climber bad = {.target = ts_target_find("cpu:avx2", &err),
                      .step = {pass_print, NULL, fail_rope, pass_execute}};
    ts_climber good = {.target = ts_target_find("cpu:generic", &err),
                       .hardware = true,
                       .step = {pass_print, NULL, NULL, pass_execute}};
    assert_int_equal(ts_ladder_attainable(&good), 4);
    ts_ladder_climb(&good, &plan, &kernel, 1, &cell);
    assert_int_equal(ts_cell_level(&cell), 4);
    ts_ladder_climb(&bad, &plan, &kernel, 1, &cell);
    assert_int_equal(ts_cell_level(&cell), 0);
    ts_ladder_climb(&good, &plan, &kernel, 1, &cell);
    assert_int_equal(ts_cell_level(&cell), 0);
}

static void hardware_without_execution_is_no_level(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_climber v = {.target = ts_target_find("cuda", &err),
                    .hardware = true,
                    .step = {pass_print, NULL, NULL, NULL}};
    assert_int_equal(ts_ladder_attainable(&v), 0);
}

/* A compiler shows that a text is well formed, not what it means. What it refuses is told all the same. */
static void what_never_ran_is_signed_at_most(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_cell cell[2] = {0};
    ts_plan_to_climb plan = {0};
    const ts_kernel_def *kernel[] = {ts_kernel_find("rope_q", NULL, &err),
                                     ts_kernel_find("rms_norm", NULL, &err)};
    ts_climber v = {.target = ts_target_find("cuda", &err),
                    .step = {pass_print, pass_print, fail_rope, NULL}};
    assert_int_equal(ts_ladder_attainable(&v), 1);
    ts_ladder_climb(&v, &plan, kernel, 2, cell);
    assert_int_equal(ts_cell_level(&cell[0]), 1);
    assert_string_equal(cell[0].failure, "cuda: a text that does not compile");
    assert_int_equal(ts_cell_level(&cell[1]), 1);
    assert_string_equal(cell[1].failure, "");
}

/* A rung is passed by what was done there, not by the absence of complaints. */
static void nothing_done_is_no_level(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_cell cell = {0};
    ts_plan_to_climb plan = {0};
    const ts_kernel_def *kernel = ts_kernel_find("rope_q", NULL, &err);
    ts_climber v = {.target = ts_target_find("opencl", &err),
                    .hardware = true,
                    .step = {pass_print, NULL, NULL, idle}};
    ts_ladder_climb(&v, &plan, &kernel, 1, &cell);
    assert_int_equal(ts_cell_level(&cell), 0);
    assert_string_equal(cell.failure, "opencl: nothing was executed");
}

/* A language that exists nowhere else has no proof: no compiler, nothing that runs it, whatever its target
 * is like. Its text can be printed, and that is all that is claimed. */
static void a_language_without_a_proof_is_printed_at_most(void **state)
{
    (void)state;
    static const char *const names[] = {"fortran", "cudax", "c", "shim", "hip-cpu:wave64", ""};
    ts_error err = {0};
    const ts_target *model;
    for (size_t i = 0; (model = ts_target_at(i)); i++)
        for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
            ts_target target = *model;
            ts_climber v;
            target.name = names[k];
            ts_ladder_look(&v, &target);
            assert_null(v.proof);
            assert_false(v.hardware);
            assert_string_equal(v.tool, "none is known");
            assert_string_equal(v.device, "nothing here runs it");
            assert_int_equal(ts_ladder_attainable(&v), 0);
        }
    ts_climber v;
    ts_cell cell = {0};
    ts_plan_to_climb plan = {.dtype = {true}};
    const ts_kernel_def *kernel = ts_kernel_find("residual_add", NULL, &err);
    ts_target target = *ts_target_find("cuda", &err);
    target.name = "fortran";
    ts_ladder_look(&v, &target);
    ts_ladder_climb(&v, &plan, &kernel, 1, &cell); /* its family prints a text: no more */
    assert_int_equal(ts_cell_level(&cell), 0);
    assert_string_equal(cell.failure, "");
}

/* A variant that nobody has said anything of takes no device from the others of its language. */
static void a_variant_without_a_device_is_executed_nowhere(void **state)
{
    (void)state;
    static const char *const names[] = {"hip:wave128", "cuda:sm_999", "musa:x", "msl:x", "cpu:sve"};
    ts_error err = {0};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ts_target target = *ts_target_find("cuda", &err);
        ts_climber v;
        target.name = names[i];
        ts_ladder_look(&v, &target);
        if (*v.spec || v.step[3]) fail_msg("%s would run on %s", names[i], v.spec);
        if (v.hardware) fail_msg("%s runs on hardware", names[i]);
        assert_true(*v.tool && *v.device);
        assert_true(ts_ladder_attainable(&v) < 3);
    }
}

/* What a constant says fits together, and leads to a language that there is. */
static void proofs_are_whole(void **state)
{
    (void)state;
    const ts_proof *p;
    for (size_t i = 0; (p = ts_proof_at(i)); i++) {
        ts_error err = {0};
        const ts_target *t = ts_target_find(p->language, &err);
        assert_non_null(t);
        assert_ptr_equal(ts_proof_find(p->language), p);
        assert_non_null(p->remedy);
        assert_non_null(p->device[0]);
        if (p->names) assert_true(p->names[0] == ' ' && p->names[strlen(p->names) - 1] == ' ');
        for (const ts_shim_dialect *d = p->shim; d && d->target; d++)
            assert_non_null(ts_target_find(d->target, &err));
        for (size_t k = 0; k < TS_PROOF_CHIPS && p->chip[k].variant; k++) {
            char name[64];
            const char *variant = p->chip[k].variant;
            snprintf(name, sizeof name, "%s%s%s", p->language, *variant ? ":" : "", variant);
            assert_non_null(ts_target_find(name, &err));
        }
    }
    for (size_t i = 0; ts_target_at(i); i++) {
        char language[32];
        ts_ladder_language(ts_target_at(i), language, sizeof language);
        if (!ts_proof_find(language)) fail_msg("nothing proves %s", language);
    }
}

/* The device behind a climber must run texts of its target. */
static void another_target_s_device_proves_nothing(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_cell cell = {0};
    ts_plan_to_climb plan = {.dtype = {true}};
    const ts_kernel_def *kernel = ts_kernel_find("residual_add", NULL, &err);
    ts_climber v = {.target = ts_target_find("cuda", &err),
                    .spec = "cpu:generic",
                    .step = {NULL, NULL, NULL, ts_rung_execute}};
    ts_ladder_climb(&v, &plan, &kernel, 1, &cell);
    assert_int_equal(ts_cell_level(&cell), -1);
    assert_string_equal(cell.failure, "cuda: cpu:generic runs cpu:generic");
}

/* ---- the signature oracle ---- */

static const char *names_of(const char *language)
{
    const ts_proof *p = ts_proof_find(language);
    return p ? p->names : NULL;
}

static void refuses(const char *language, const char *text, const char *why)
{
    ts_error err = {0};
    assert_int_equal(ts_ladder_sign(names_of(language), text, &err), -1);
    if (!strstr(err.text, why)) fail_msg("\"%s\" does not say \"%s\"", err.text, why);
}

static void accepts(const char *language, const char *text)
{
    ts_error err = {0};
    if (ts_ladder_sign(names_of(language), text, &err)) fail_msg("%s: %s", language, err.text);
}

static void signatures(void **state)
{
    (void)state;
    accepts("cuda", "__global__ void __launch_bounds__(64) k(\n    float *b0, // x(y, z)\n"
                    "    int n)\n{\n    b0[0] = fmaf(b0[1], fminf(b0[2], 0x1p3f), 1.0f);\n}\n");
    accepts("cuda",
            "static float own(float a, int b)\n{\n    asm(\"f(1, 2, 3);\" : \"=h\"(a));\n"
            "    return a;\n}\n// none(1)\n#pragma none(1)\nvoid k()\n{\n    own(1, 2);\n}\n");
    refuses("cuda", "void k()\n{\n    float a = exp_fast(1.0f);\n}\n", "exp_fast");
    refuses("cuda", "void k()\n{\n    float a = fmaf(1.0f, 2.0f);\n}\n", "with 2 arguments");
    refuses("cuda", "void k()\n{\n    __syncthreads(1);\n}\n", "instead of 0");
    refuses("opencl", "void k()\n{\n    float a = fmaf(1, 2, 3);\n}\n", "fmaf");
    refuses("hip", "void k()\n{\n    int a = __shfl_xor_sync(1, 2, 3);\n}\n", "__shfl_xor_sync");
    refuses("msl", "void k()\n{\n    float a = precise::fma(1, 2, 3);\n}\n", "precise::fma");
    accepts("msl", "void k()\n{\n    uint a = as_type<uint>(precise::exp(b0[f[1, 2]]));\n}\n");
    refuses("msl", "void k()\n{\n    uint a = as_type<long>(1.0f);\n}\n", "as_type<long>");
    refuses("cuda", "static float own(float a, int b)\n{\n}\nvoid k()\n{\n    own(1);\n}\n",
            "with 1 arguments instead of 2");
    refuses("cuda", "void k()\n{\n    none(", "none"); /* a cut text */
    accepts("cuda", "/* open");
    accepts("cuda", "\"open");
}

/* The last call of fma with one more argument, or by another name. */
static char *spoil(const char *text, const char *instead)
{
    const char *at = NULL;
    for (const char *s = text; (s = strstr(s, "fma")); s++)
        if (s[3] == '(' || !strncmp(s + 3, "f(", 2)) at = s;
    assert_non_null(at);
    char *copy = malloc(strlen(text) + strlen(instead) + 1);
    assert_non_null(copy);
    sprintf(copy, "%.*s%s%s", (int)(at - text), text, instead, strchr(at, '(') + 1);
    return copy;
}

static char *emitted(const ts_kernel_def *def, const ts_target *t)
{
    ts_error err = {0};
    size_t bytes;
    ts_shape *s = ts_shape_new(def->suite, NULL, &err);
    assert_non_null(s);
    ts_shape_schedule(def->suite, s, t);
    ts_kern *k = ts_kernel_trace(def, 0, s, &err);
    char *text = ts_emit(&k, 1, t, &bytes, &err);
    assert_non_null(text);
    ts_free(k);
    free(s);
    return text;
}

static void emitted_texts_sign(void **state)
{
    (void)state;
    const ts_target *t;
    const ts_kernel_def *def;
    for (size_t i = 0; (t = ts_target_at(i)); i++) {
        char language[32];
        ts_ladder_language(t, language, sizeof language);
        if (!names_of(language)) continue;
        for (size_t k = 0; (def = ts_kernel_at(k)); k++) {
            char *text = emitted(def, t);
            accepts(language, text);
            free(text);
        }
    }
}

static void spoilt_texts_do_not(void **state)
{
    (void)state;
    ts_error err = {0};
    const ts_target *t;
    for (size_t i = 0; (t = ts_target_at(i)); i++) {
        char language[32];
        ts_ladder_language(t, language, sizeof language);
        if (!names_of(language)) continue;
        char *text = emitted(ts_kernel_find("attention_decode_gqa", NULL, &err), t);
        char *other_name = spoil(text, "fmb("), *more = spoil(text, "max(1, ");
        refuses(language, other_name, "fmb");
        refuses(language, more, "with 4 arguments");
        free(other_name);
        free(more);
        free(text);
    }
}

/* ---- tools ---- */

static void tools(void **state)
{
    (void)state;
    ts_error err = {0};
    char said[64];
    const char *hello[] = {"/bin/echo", "hello", NULL};
    assert_int_equal(ts_ladder_run(hello, NULL, 10, said, sizeof said, &err), 0);
    assert_string_equal(said, "hello\n");
    const char *broken[] = {"/bin/sh", "-c", "echo one; echo an error here; echo two; exit 3",
                            NULL};
    assert_int_equal(ts_ladder_run(broken, NULL, 10, said, sizeof said, &err), -1);
    assert_string_equal(err.text, "sh: an error here");
    memset(&err, 0, sizeof err);
    const char *hangs[] = {"/bin/sh", "-c", "sleep 100 & sleep 100", NULL};
    assert_int_equal(ts_ladder_run(hangs, NULL, 0.2, said, sizeof said, &err), -1);
    assert_non_null(strstr(err.text, "took longer"));
    memset(&err, 0, sizeof err);
    const char *absent[] = {"/nowhere/tool", NULL};
    assert_int_equal(ts_ladder_run(absent, NULL, 1, said, sizeof said, &err), -1);
    assert_non_null(strstr(err.text, "cannot start /nowhere/tool"));
}

/* The host's compiler is there, since the tests were built with one. */
static void a_broken_text_does_not_compile(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_climber v;
    ts_ladder_look(&v, ts_target_find("cpu:generic", &err));
    assert_true(*v.tool_path);
    assert_int_equal(ts_ladder_attainable(&v), 4);
    char *said = ts_ladder_compile(&v, "", "int f(void) { return 1; }\n", 26, &err);
    assert_non_null(said);
    free(said);
    assert_null(ts_ladder_compile(&v, "", "int f(void) { return x; }\n", 26, &err));
    assert_non_null(strstr(err.text, "error"));
    assert_null(strchr(err.text, '\n'));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels),
        cmocka_unit_test(a_failure_stops_its_kernel_only),
        cmocka_unit_test(variants_share_a_cell),
        cmocka_unit_test(hardware_without_execution_is_no_level),
        cmocka_unit_test(what_never_ran_is_signed_at_most),
        cmocka_unit_test(nothing_done_is_no_level),
        cmocka_unit_test(a_language_without_a_proof_is_printed_at_most),
        cmocka_unit_test(a_variant_without_a_device_is_executed_nowhere),
        cmocka_unit_test(proofs_are_whole),
        cmocka_unit_test(another_target_s_device_proves_nothing),
        cmocka_unit_test(signatures),
        cmocka_unit_test(emitted_texts_sign),
        cmocka_unit_test(spoilt_texts_do_not),
        cmocka_unit_test(tools),
        cmocka_unit_test(a_broken_text_does_not_compile),
    };
    return cmocka_run_group_tests_name("ladder", tests, NULL, NULL);
}

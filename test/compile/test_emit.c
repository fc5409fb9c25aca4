/* test_emit.c - the emitted text as a text: that compilers take it, and what is refused.
 *
 * The whole suite, at a shape that is a multiple of nothing and at the 1.5B shape with each weight
 * dtype, must compile without a warning with every compiler there is, at each vector width; compilers
 * take turns unless the argument is --long (make long). That the
 * bits do not depend on how programs are shared out is shown by splitting the grid in every way.
 */
#include <dlfcn.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "kernels/r1_distill/shape.h"
#include "check/check.h"
#include "rt/manifest.h"
#include "tessera/compile.h"
#include "tessera/suite.h"
#include "test/lane/rig.h"

static bool whole; /* --long */

#define WIDE "-mavx512f -mavx512bw -mavx512dq -mavx512vl -mfma -mf16c"
static const char *const machine[] = {WIDE, WIDE " -mamx-tile -mamx-bf16", "-mavx2 -mfma -mf16c",
                                      ""};

static const ts_suite *const suite = &ts_suite_r1_distill;

static size_t kernels(void)
{
    size_t n = 0;
    while (suite->kernel[n]) n++;
    return n;
}

static char *emit_some(const ts_shape *s, const ts_target *t, size_t *bytes)
{
    ts_error err = {0};
    char *text = ts_kernel_emit(suite->kernel, kernels(), s, t, bytes, &err);
    if (!text) fail_msg("%s: %s", t->name, err.text);
    return text;
}

static char *emit_all(const ts_shape *s, const ts_target *t)
{
    return emit_some(s, t, NULL);
}

/* 0 if `compiler` says nothing about the text. */
static int compile(const char *compiler, const char *flags, const char *text, const char *what)
{
    char command[512];
    snprintf(command, sizeof command,
             "%s -std=gnu17 -O0 -fsyntax-only -Wall -Wextra -Werror -Wno-psabi %s -x c - >&2",
             compiler, flags);
    FILE *f = popen(command, "w");
    if (!f || fputs(text, f) < 0) fail_msg("cannot run %s", compiler);
    int status = pclose(f);
    if (status) print_error("%s: %s\n", command, what);
    return status != 0;
}

static bool there_is(const char *compiler)
{
    char command[64];
    snprintf(command, sizeof command, "command -v %s >/dev/null", compiler);
    return system(command) == 0;
}

static void compiles_without_a_word(void **state)
{
    (void)state;
    static const char *const compilers[] = {"gcc", "clang"};
#if defined __x86_64__
    size_t first = 0;
#else
    size_t first = 2; /* the others are x86 only */
#endif
    static const ts_dtype weight[] = {TS_f32, TS_f16, TS_bf16};
    const ts_target *t;
    int bad = 0;
    for (size_t j = first; (t = ts_target_at(j)) && !strcmp(ts_family_name(t->family), "lane"); j++)
        for (int shape = 0; shape < 4; shape++) {
            ts_shape *s =
                shape == 3 ? ts_shape_variant(suite, 0, 1, NULL) : ts_shape_new(suite, NULL, NULL);
            if (shape < 3) ts_shape_dtype(suite, s, weight[shape % 3], true);
            char *text = emit_all(s, t);
            for (size_t c = 0; c < 2; c++) {
                if (!whole && (j + (size_t)shape + c) % 2) continue;
                if (there_is(compilers[c]))
                    bad += compile(compilers[c], machine[j], text, t->name);
                else
                    print_message("skipped: %s is not installed\n", compilers[c]);
            }
            free(text);
            free(s);
        }
    assert_int_equal(bad, 0);
}

/* ---- what is refused ---- */

static ts_kern *small(const char *name, int side)
{
    ts_error err = {0};
    ts_kern *k = ts_begin(name);
    ts_val n = ts_i32(k, side), zero = ts_i32(k, 0);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f32, n, n), y = ts_arg2(k, TS_OUT, "y", TS_f32, n, n);
    ts_val a = ts_load2(x, zero, zero, side, side);
    ts_store2(y, zero, zero, ts_transpose(ts_add(a, ts_transpose(a))));
    if (ts_finish(k, &err)) fail_msg("%s", err.text);
    return k;
}

static void expect_refusal(ts_kern *a, ts_kern *b, const char *part)
{
    ts_error err = {0};
    ts_kern *both[] = {a, b};
    char *text = ts_emit(both, b ? 2 : 1, ts_target_at(0), NULL, &err);
    assert_null(text);
    if (!strstr(err.text, part)) fail_msg("\"%s\" does not say \"%s\"", err.text, part);
    assert_null(strchr(err.text, '\n'));
    ts_free(a);
    ts_free(b);
}

static void refusals(void **state)
{
    (void)state;
    ts_error err = {0};
    expect_refusal(small("twin", 4), small("twin", 8), "two kernels of one module are named twin");
    expect_refusal(small("wide", 1000), NULL, "kernel wide: its tiles need");
    assert_null(ts_target_find("cpu:avx1", &err));
    assert_non_null(strstr(err.text, "no target 'cpu:avx1'"));
    const ts_target *t;
    for (size_t i = 0; (t = ts_target_at(i)); i++) assert_non_null(strstr(err.text, t->name));
    assert_ptr_equal(ts_target_find("cpu", &err), ts_target_at(0));
}

/* ---- what a reader stumbles over ---- */

/* A line that is nothing but a place in a source: file.c:12 behind a comment mark. */
static bool is_place(const char *line)
{
    char file[80];
    int number, end = 0;
    line += strspn(line, " ");
    if (strncmp(line, "// ", 3) && strncmp(line, "/* ", 3)) return false;
    if (sscanf(line + 3, "%79[a-z0-9_.]:%d%n", file, &number, &end) < 2 || !end) return false;
    return !strcmp(line + 3 + end, "") || !strcmp(line + 3 + end, " */");
}

/* x * 1, but not x * 1.5 or x * 16 */
static bool multiplies_by_one(const char *line)
{
    for (const char *at = line; (at = strstr(at, " * 1")); at++)
        if (strchr(" ;)],", at[4])) return true;
    return false;
}

/* The same comparison of two names more than once. */
static bool tests_twice(const char *line)
{
    const char *at = strstr(line, " && "), *start = at;
    if (!at || !strstr(line, "ld_")) return false;
    while (start > line && start[-1] != '(') start--;
    char test[200];
    snprintf(test, sizeof test, "%.*s && ", (int)(at - start), start);
    return strstr(at, test) != NULL;
}

static void read_lines(char *text, const char *target)
{
    bool place = false;
    char *rest = NULL, *line = strstr(text, "end of the prelude");
    for (line = strtok_r(line ? line : text, "\n", &rest); line;
         line = strtok_r(NULL, "\n", &rest)) {
        bool again = is_place(line);
        if (place && again) fail_msg("%s: a place of nothing before %s", target, line);
        if (multiplies_by_one(line)) fail_msg("%s: times one: %s", target, line);
        if (tests_twice(line)) fail_msg("%s: one test twice: %s", target, line);
        place = again;
    }
}

static void texts_are_tidy(void **state)
{
    (void)state;
    const ts_target *t;
    for (size_t i = 0; (t = ts_target_at(i)); i++)
        for (int odd = 0; odd < 2 && strcmp(t->name, "spirv") != 0; odd++) {
            ts_shape *s = odd ? ts_shape_variant(suite, 0, 1, t) : ts_shape_new(suite, NULL, NULL);
            if (!odd) ts_shape_schedule(suite, s, t);
            char *text = emit_all(s, t);
            read_lines(text, t->name);
            free(text);
            free(s);
        }
}

/* ---- programs shared out in any way ---- */

typedef void run_fn(void *const *buf, const int32_t *const *size, long lo, long hi);

/* The text as a loaded library, made by hand so that the grid can be cut at will. */
static void *load(const char *text, const char *flags)
{
    char path[] = "/tmp/test_emit_XXXXXX", command[512];
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
    snprintf(command, sizeof command,
             "cc -std=gnu17 -O1 -w -fPIC -shared -ffp-contract=off -fwrapv -fno-strict-aliasing %s "
             "-x c - -o %s -lm",
             flags, path);
    FILE *f = popen(command, "w");
    assert_true(f && fputs(text, f) >= 0 && pclose(f) == 0);
    void *lib = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    unlink(path);
    if (!lib) fail_msg("%s", dlerror());
    return lib;
}

/* Every cut lo..c, c..hi, single programs, and from the back: one result. */
static void check_cuts(run_fn *run, void *const *buf, size_t bytes, long grid)
{
    uint8_t *want = malloc(bytes);
    run(buf, NULL, 0, grid);
    memcpy(want, buf[3], bytes);
    for (long cut = 0; cut <= grid + 1; cut++) {
        memset(buf[3], 0xff, bytes);
        for (long i = grid - 1; cut > grid && i >= 0; i--) run(buf, NULL, i, i + 1);
        if (cut <= grid) run(buf, NULL, cut, grid), run(buf, NULL, 0, cut);
        assert_memory_equal(buf[3], want, bytes);
    }
    free(want);
}

static void any_cut_gives_the_same_bits(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_shape *s = ts_shape_variant(suite, 0, 0, NULL);
    const ts_kernel_def *def = ts_kernel_find("q_proj_matvec", NULL, &err);
    const char *line;
    for (size_t d = 0; (line = ts_device_list(d)) && !strncmp(line, "cpu:", 4); d++) {
        char spec[32];
        struct ts_gen_data data;
        ts_kern *k = ts_kernel_trace(def, 0, s, &err);
        const ts_target *t = sscanf(line, "%31s", spec) == 1 ? ts_target_find(spec, &err) : NULL;
        char *text = k && t ? ts_emit(&k, 1, t, NULL, &err) : NULL;
        if (!text || !ts_gen_fill(&data, k, 5)) fail_msg("%s", err.text);
        for (int p = 0; p < 3; p++) /* what rounds: thirds */
            for (size_t i = 0; i < data.elements[p]; i++)
                ts_place(data.type[p], data.buffer[p], i,
                         ts_encode(data.type[p], (double)(i * 7919 % 601) / 3 - 100));
        int j = 0;
        while (ts_target_at((size_t)j) != t) j++;
        void *lib = load(text, machine[j]);
        run_fn *run;
        *(void **)&run = dlsym(lib, "ts_q_proj_matvec");
        assert_non_null(run);
        check_cuts(run, data.buffer, data.bytes[3], s->heads * s->head_dim);
        dlclose(lib);
        ts_gen_drop(&data);
        ts_free(k);
        free(text);
    }
    free(s);
}

/* Every text says how far each param reaches: without it a launch could not be checked. */
static void texts_say_their_extents(void **state)
{
    (void)state;
    ts_shape *s = ts_shape_new(suite, NULL, NULL);
    const ts_target *t;
    for (size_t i = 0; (t = ts_target_at(i)); i++) {
        size_t bytes = 0;
        char *text = emit_some(s, t, &bytes);
        ts_manifest m = {0};
        ts_error err = {0};
        bool threads = ts_target_facts_of(t).team > 1;
        if (ts_manifest_read(&m, text, bytes, threads, &err)) fail_msg("%s: %s", t->name, err.text);
        for (size_t e = 0; e < m.n; e++)
            for (int p = 0; p < m.entry[e].params; p++)
                assert_true(m.entry[e].need.param[p].rank > 0);
        ts_manifest_free(&m);
        free(text);
    }
    free(s);
}

/* More programs than a launch takes: by numbers, the emitter says so; by sizes, the runtime does. */
static void programs_have_a_limit(void **state)
{
    (void)state;
    for (int open = 0; open < 2; open++) {
        ts_kern *k = ts_begin("many");
        ts_error err = {0};
        ts_val n = open ? ts_size(k, "n") : ts_i32(k, 65536);
        ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, n);
        ts_val i = ts_program(n, 1), j = ts_program(n, 1);
        ts_store(y, ts_add(i, j), ts_f32(k, 1));
        assert_int_equal(ts_finish(k, &err), 0);
        const ts_target *t;
        for (size_t a = 0; (t = ts_target_at(a)); a++) {
            err = (ts_error){0};
            size_t bytes;
            char *text = ts_emit(&k, 1, t, &bytes, &err);
            assert_true(!text == !open);
            if (!open) assert_non_null(strstr(err.text, "4294967296 programs"));
            if (open) assert_non_null(memmem(text, bytes, "s0/1,s0/1", 9));
            free(text);
        }
        ts_free(k);
    }
}

/* A formula grows with its use as a tree: at some length it is refused, and fast. */
static void extents_have_a_limit(void **state)
{
    (void)state;
    for (int turns = 4; turns <= 64; turns *= 16) {
        ts_kern *k = ts_begin("folded");
        ts_error err = {0};
        ts_val n = ts_size(k, "n");
        for (int i = 0; i < turns; i++) n = ts_add(ts_mul(n, n), n);
        ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, n);
        ts_store(y, ts_i32(k, 0), ts_f32(k, 1));
        assert_int_equal(ts_finish(k, &err), 0);
        char *text = ts_emit(&k, 1, ts_target_find("cpu:generic", &err), NULL, &err);
        assert_true(!text == (turns > 4));
        if (!text) assert_non_null(strstr(err.text, "give them as sizes"));
        free(text);
        ts_free(k);
    }
}

int main(int argc, char **argv)
{
    whole = argc > 1 && !strcmp(argv[1], "--long");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_tidy),
        cmocka_unit_test(compiles_without_a_word),
        cmocka_unit_test(refusals),
        cmocka_unit_test(texts_say_their_extents),
        cmocka_unit_test(programs_have_a_limit),
        cmocka_unit_test(extents_have_a_limit),
        cmocka_unit_test(any_cut_gives_the_same_bits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

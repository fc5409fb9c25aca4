/* test_quartet_text.c - products by four warps together in CUDA text for sm_90a, run on the shim, which reads descriptors
 * by the PTX ISA and lets each product happen as late as it may: y = x w^T agrees with the formula, and without one of the
 * fences, waits, ends of groups or barriers, or with another descriptor, it does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "proof/proof.h"
#include "tessera/compile.h"
#include "tessera/device.h"
#include "test/simt/exact.h"
#include "test/simt/spoilt.h"
#include "tile/ir.h"

/* Three steps of k; the last tile of rows is cut. */
enum { ROWS = 80, COLS = 64, DEEP = 96, TILE = 64, STEP = 32 };

static ts_kern *product(ts_dtype t)
{
    ts_kern *k = ts_begin("multiply_all");
    ts_val rows = ts_size(k, "rows"), cols = ts_i32(k, COLS), deep = ts_i32(k, DEEP);
    ts_view x = ts_arg2(k, TS_IN, "x", t, rows, deep), w = ts_arg2(k, TS_IN, "w", t, cols, deep);
    ts_view y = ts_arg2(k, TS_OUT, "y", TS_f32, rows, cols);
    ts_val m = ts_program(rows, TILE), n = ts_program(ts_size(k, "ones"), 1);
    ts_var sum = ts_var2(ts_f32(k, 0), TILE, TILE);
    n = ts_mul(n, ts_i32(k, TILE));
    for (ts_loop j = ts_upto(deep, STEP); ts_next(&j);) {
        ts_val a = ts_loadf2(x, m, j.at, TILE, STEP), b = ts_loadf2(w, n, j.at, TILE, STEP);
        ts_set(sum, ts_dot_t(a, b, ts_get(sum)));
    }
    ts_store2(y, m, n, ts_get(sum));
    return k;
}

static char *text_of(ts_dtype t)
{
    ts_error err = {0};
    size_t bytes;
    ts_kern *k = product(t);
    assert_int_equal(ts_finish(k, &err), 0);
    char *text = ts_emit(&k, 1, ts_target_find("cuda:hopper", &err), &bytes, &err);
    if (!text) fail_msg("%s", err.text);
    ts_free(k);
    return text;
}

/* ---- data ---- */

static void encode(void *to, ts_dtype t, int rows, int of)
{
    size_t bytes = (size_t)ts_dtypes[t].bits / 8;
    for (int i = 0; i < rows * DEEP; i++) {
        uint32_t code = ts_encode(t, exact_element(i / DEEP, i % DEEP, of));
        memcpy((char *)to + (size_t)i * bytes, &code, bytes);
    }
}

static bool put_data(ts_buffer *const *b, ts_dtype t, ts_error *err)
{
    static uint16_t x[ROWS * DEEP], w[COLS * DEEP];
    const int32_t rows = ROWS, one = 1;
    size_t bytes = (size_t)ts_dtypes[t].bits / 8;
    encode(x, t, ROWS, 0);
    encode(w, t, COLS, 1);
    return b[0] && b[1] && b[2] && b[3] && b[4] &&
           !ts_buffer_put(b[0], 0, x, ROWS * DEEP * bytes, err) &&
           !ts_buffer_put(b[1], 0, w, COLS * DEEP * bytes, err) &&
           !ts_buffer_put(b[3], 0, &rows, sizeof rows, err) &&
           !ts_buffer_put(b[4], 0, &one, sizeof one, err);
}

/* Launches a kernel twice, since the shim has another number of groups in each, and compares; false with *err
 * filled where the device refuses or reports it. */
static bool run(ts_device *dev, ts_module *m, const char *kernel, ts_dtype t, ts_error *err)
{
    static float y[ROWS * COLS];
    const size_t unit = (size_t)ts_dtypes[t].bits / 8;
    const size_t bytes[] = {ROWS * DEEP * unit, COLS * DEEP * unit, sizeof y, 4, 4};
    ts_buffer *b[5];
    ts_launch l = {.module = m, .kernel = kernel};
    for (int i = 0; i < 5; i++) b[i] = ts_buffer_new(dev, bytes[i], err);
    for (int i = 0; i < 3; i++) l.arg[i].buffer = b[i];
    l.size[0].buffer = b[3];
    l.size[1].buffer = b[4];
    ts_step *s = put_data(b, t, err) ? ts_step_record(dev, &l, 1, err) : NULL;
    bool ok = s;
    for (int i = 0; i < 2 && ok; i++)
        ok = !ts_step_run(s, err) && !ts_buffer_get(b[2], 0, y, sizeof y, err) &&
             is_exact_product(y, ROWS, COLS, DEEP);
    ts_step_free(s);
    for (int i = 0; i < 5; i++) ts_buffer_free(b[i]);
    return ok;
}

/* ---- what is spoilt: places of the wide form, which comes behind the plain one, or of a function ---- */

static const struct kind {
    const char *from, *to;
    int places, tried;
    bool in_function;
} kinds[] = {
    {"wait_for_groups<0>();", "", 1, 1, false},
    {"end_group();", "", 2, 2, false},
    {"__syncthreads();", "", 2, 2, false},
    {"show_to_products();", "", 1, 1, false},
    {"begin_products();", "", 1, 1, false},
    {"close_products();", "", 1, 1, false},
    {"join_products<0>(", "join_products<1>(", 1, 1, false},
    {"product_bf16(", "(void)(", 2, 1, false},
    {", 2);", ", 3);", 1, 1, false},
    {"pitch / 4) << 16 | 8ull << 32", "pitch / 4) << 32 | 8ull << 16", 1, 1, true},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

/* All names that the text defines; each copy of it has them with its number behind. */
static const char *const names[] = {"take_turn",
                                    "multiply_all",
                                    "begin_copy",
                                    "end_group",
                                    "wait_for_groups",
                                    "show_to_products",
                                    "begin_products",
                                    "close_products",
                                    "join_products",
                                    "product_bf16",
                                    "squares",
                                    "sums",
                                    NULL};

/* Without the plain form: what is spoilt is compiled often. */
static char *wide_text(void)
{
    static const char head[] = "\n// tessera kernel=";
    char *text = text_of(TS_bf16), *plain = strstr(text, head);
    const char *wide = plain ? strstr(plain + 1, head) : NULL;
    assert_non_null(wide);
    if (wide) memmove(plain, wide, strlen(wide) + 1);
    return text;
}

/* The text as it is, then a mutant for each place of each kind; *n: how many texts. */
static char *all_texts(size_t *bytes, int *n)
{
    char *all = NULL, *text = wide_text();
    const char *form = strstr(text, "multiply_all__wide(");
    FILE *f = open_memstream(&all, bytes);
    assert_true(f && form);
    put_text(f, names, text, NULL, 0);
    *n = 1;
    for (int k = 0; k < KINDS; k++) {
        int places = 0;
        const char *at = kinds[k].in_function ? text : form;
        for (; (at = strstr(at, kinds[k].from)); at++)
            if (places++ < kinds[k].tried)
                put_spoilt(f, names, text, at, kinds[k].from, kinds[k].to, (*n)++);
        if (places != kinds[k].places) fail_msg("%d times %s", places, kinds[k].from);
    }
    fclose(f);
    free(text);
    return all;
}

static ts_device *shim(void)
{
    ts_error err = {0};
    ts_device *dev = ts_device_open("shim:cuda:hopper", 1, &err);
    if (dev) return dev;
    print_message("skipped: %s\n", err.text);
    skip();
    return NULL;
}

static void nothing_can_be_left_out(void **state)
{
    (void)state;
    ts_error err = {0};
    size_t bytes;
    int n;
    ts_device *dev = shim();
    char *text = all_texts(&bytes, &n), name[40];
    ts_module *m = ts_module_load(dev, text, bytes, &err);
    if (!m) fail_msg("%s", err.text);
    if (!run(dev, m, "multiply_all0", TS_bf16, &err)) fail_msg("as it is: %s", err.text);
    for (int i = 1; i < n; i++) {
        snprintf(name, sizeof name, "multiply_all%d", i);
        if (run(dev, m, name, TS_bf16, &err)) fail_msg("mutant %d is not noticed", i);
    }
    ts_module_free(m);
    ts_device_close(dev);
    free(text);
}

static void other_kinds_are_right(void **state)
{
    (void)state;
    static const ts_dtype kinds_of_elements[] = {TS_f16, TS_f8e4m3};
    ts_device *dev = shim();
    for (int i = 0; i < 2; i++) {
        ts_error err = {0};
        char *text = text_of(kinds_of_elements[i]);
        assert_non_null(strstr(text, i ? "product_f8(v" : "product_f16(v"));
        ts_module *m = ts_module_load(dev, text, strlen(text), &err);
        if (!m) fail_msg("%s", err.text);
        if (!run(dev, m, "multiply_all", kinds_of_elements[i], &err))
            fail_msg("%s: %s", ts_dtypes[kinds_of_elements[i]].name, err.text);
        ts_module_free(m);
        free(text);
    }
    ts_device_close(dev);
}

/* The first rung of the ladder: it calls what the language has. */
static void the_language_has_what_it_calls(void **state)
{
    (void)state;
    ts_error err = {0};
    char *text = text_of(TS_bf16);
    if (ts_ladder_sign(ts_proof_find("cuda")->names, text, &err)) fail_msg("%s", err.text);
    free(text);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_can_be_left_out),
        cmocka_unit_test(other_kinds_are_right),
        cmocka_unit_test(the_language_has_what_it_calls),
    };
    if (argc == 3 && !strcmp(argv[1], "--print"))
        return printf("%s", text_of((ts_dtype)ts_dtype_find(argv[2]))) < 0;
    ts_proof_devices();
    return cmocka_run_group_tests(tests, NULL, NULL);
}

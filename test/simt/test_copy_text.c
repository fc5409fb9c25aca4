/* test_copy_text.c - copies to shared memory in CUDA text, run on the shim, where each happens as late as it may:
 * y = x w^T agrees with the formula, and without one of the waits, ends of groups or barriers it does not. */
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

/* Five steps of k, so that a program begins with the stage with which the one before it ended; it has all rows of x and some of w. */
enum { ROWS = 20, COLS = 48, DEEP = 80, TILE_M = 32, TILE_N = 16, STEP = 16 };

static ts_kern *product(void)
{
    ts_kern *k = ts_begin("product");
    ts_val rows = ts_size(k, "rows"), cols = ts_i32(k, COLS), deep = ts_i32(k, DEEP);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f32, rows, deep);
    ts_view w = ts_arg2(k, TS_IN, "w", TS_bf16, cols, deep);
    ts_view y = ts_arg2(k, TS_OUT, "y", TS_f32, rows, cols);
    ts_val n = ts_program(cols, TILE_N), m = ts_i32(k, 0);
    ts_var sum = ts_var2(ts_f32(k, 0), TILE_M, TILE_N);
    for (ts_loop j = ts_upto(deep, STEP); ts_next(&j);) {
        ts_val a = ts_loadf2(x, m, j.at, TILE_M, STEP), b = ts_loadf2(w, n, j.at, TILE_N, STEP);
        ts_set(sum, ts_dot_t(a, b, ts_get(sum)));
    }
    ts_store2(y, m, n, ts_get(sum));
    return k;
}

static char *text_of(void)
{
    ts_error err = {0};
    size_t bytes;
    ts_kern *k = product();
    assert_int_equal(ts_finish(k, &err), 0);
    char *text = ts_emit(&k, 1, ts_target_find("cuda", &err), &bytes, &err);
    if (!text) fail_msg("%s", err.text);
    ts_free(k);
    return text;
}

/* ---- data ---- */

static bool put_data(ts_buffer *const *b, ts_error *err)
{
    static float x[ROWS * DEEP];
    static uint16_t w[COLS * DEEP];
    const int32_t rows = ROWS;
    for (int i = 0; i < ROWS * DEEP; i++) x[i] = (float)exact_element(i / DEEP, i % DEEP, 0);
    for (int i = 0; i < COLS * DEEP; i++)
        w[i] = (uint16_t)ts_encode(TS_bf16, exact_element(i / DEEP, i % DEEP, 1));
    return b[0] && b[1] && b[2] && b[3] && !ts_buffer_put(b[0], 0, x, sizeof x, err) &&
           !ts_buffer_put(b[1], 0, w, sizeof w, err) &&
           !ts_buffer_put(b[3], 0, &rows, sizeof rows, err);
}

/* Launches a kernel five times, since the shim has another number of groups in each, and compares; false with *err
 * filled where the device refuses or reports it. */
static bool run(ts_device *dev, ts_module *m, const char *kernel, ts_error *err)
{
    static float y[ROWS * COLS];
    static const size_t bytes[] = {ROWS * DEEP * 4, COLS * DEEP * 2, sizeof y, 4};
    ts_buffer *b[4];
    ts_launch l = {.module = m, .kernel = kernel};
    for (int i = 0; i < 4; i++) b[i] = ts_buffer_new(dev, bytes[i], err);
    for (int i = 0; i < 3; i++) l.arg[i].buffer = b[i];
    l.size[0].buffer = b[3];
    ts_step *s = put_data(b, err) ? ts_step_record(dev, &l, 1, err) : NULL;
    bool ok = s;
    for (int i = 0; i < 5 && ok; i++)
        ok = !ts_step_run(s, err) && !ts_buffer_get(b[2], 0, y, sizeof y, err) &&
             is_exact_product(y, ROWS, COLS, DEEP);
    ts_step_free(s);
    for (int i = 0; i < 4; i++) ts_buffer_free(b[i]);
    return ok;
}

/* ---- what is spoilt: each place of the form with copies, which comes behind the plain one ---- */

static const struct kind {
    const char *from, *to;
    int places;
} kinds[] = {
    {"wait_for_groups<0>();", "", 1},
    {"wait_for_groups<0>();", "wait_for_groups<1>();", 1},
    {"end_group();", "", 2},
    {"__syncthreads();", "", 2},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

/* All names that the text defines; each copy of it has them with its number behind. */
static const char *const names[] = {"take_turn", "product",         "begin_copy",
                                    "end_group", "wait_for_groups", NULL};

/* The text as it is, then a mutant for each place of each kind; *n: how many texts. */
static char *all_texts(size_t *bytes, int *n)
{
    char *all = NULL, *text = text_of();
    const char *form = strstr(text, "product__wide(");
    FILE *f = open_memstream(&all, bytes);
    assert_true(f && form);
    put_text(f, names, text, NULL, 0);
    *n = 1;
    for (int k = 0; k < KINDS; k++) {
        int places = 0;
        for (const char *at = form; (at = strstr(at, kinds[k].from)); at++, places++)
            put_spoilt(f, names, text, at, kinds[k].from, kinds[k].to, (*n)++);
        if (places != kinds[k].places) fail_msg("%d times %s", places, kinds[k].from);
    }
    fclose(f);
    free(text);
    return all;
}

static void no_wait_can_be_left_out(void **state)
{
    (void)state;
    ts_error err = {0};
    size_t bytes;
    int n;
    ts_device *dev = ts_device_open("shim:cuda", 1, &err);
    if (!dev) {
        print_message("skipped: %s\n", err.text);
        skip();
    }
    char *text = all_texts(&bytes, &n), name[40];
    ts_module *m = ts_module_load(dev, text, bytes, &err);
    if (!m) fail_msg("%s", err.text);
    if (!run(dev, m, "product0", &err)) fail_msg("product: %s", err.text);
    for (int i = 1; i < n; i++) {
        snprintf(name, sizeof name, "product%d", i);
        if (run(dev, m, name, &err)) fail_msg("mutant %d is not noticed", i);
    }
    ts_module_free(m);
    ts_device_close(dev);
    free(text);
}

/* The first rung of the ladder: it calls what the language has. */
static void the_language_has_what_it_calls(void **state)
{
    (void)state;
    ts_error err = {0};
    char *text = text_of();
    if (ts_ladder_sign(ts_proof_find("cuda")->names, text, &err)) fail_msg("%s", err.text);
    free(text);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_wait_can_be_left_out),
        cmocka_unit_test(the_language_has_what_it_calls),
    };
    if (argc == 2 && !strcmp(argv[1], "--print")) return printf("%s", text_of()) < 0;
    ts_proof_devices();
    return cmocka_run_group_tests(tests, NULL, NULL);
}

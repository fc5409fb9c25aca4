/* test_matrix_text.c - matrix units in CUDA text, run on the shim lane by lane: y = x w^T of 16-bit elements
 * agrees with the formula, and with one index of a lane map spoilt it does not.
 *
 * On a CPU the text takes the way of GPUs before sm_80: by shuffles over the layouts of mma.m16n8k16. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "proof/proof.h"
#include "tessera/compile.h"
#include "tessera/device.h"

enum { ROWS = 40, COLS = 64, DEEP = 64, TILE_M = 32, TILE_N = 64, TILE_K = 32 };

static ts_kern *product(ts_dtype t)
{
    ts_kern *k = ts_begin("product");
    ts_val rows = ts_i32(k, ROWS), cols = ts_i32(k, COLS), deep = ts_i32(k, DEEP);
    ts_view x = ts_arg2(k, TS_IN, "x", t, rows, deep), w = ts_arg2(k, TS_IN, "w", t, cols, deep);
    ts_view y = ts_arg2(k, TS_OUT, "y", TS_f32, rows, cols);
    ts_val m = ts_program(rows, TILE_M), n = ts_program(cols, TILE_N);
    ts_var sum = ts_var2(ts_f32(k, 0), TILE_M, TILE_N);
    for (ts_loop j = ts_upto(deep, TILE_K); ts_next(&j);) {
        ts_val a = ts_loadf2(x, m, j.at, TILE_M, TILE_K), b = ts_loadf2(w, n, j.at, TILE_N, TILE_K);
        ts_set(sum, ts_dot_t(a, b, ts_get(sum)));
    }
    ts_store2(y, m, n, ts_get(sum));
    return k;
}

static char *text_of(ts_dtype t, size_t *bytes)
{
    ts_error err = {0};
    ts_kern *k = product(t);
    assert_int_equal(ts_finish(k, &err), 0);
    char *text = ts_emit(&k, 1, ts_target_find("cuda", &err), bytes, &err);
    if (!text) fail_msg("%s", err.text);
    ts_free(k);
    return text;
}

/* ---- data: small multiples of 1/8, no two rows alike, so that every sum is exact ---- */

static double element(int row, int col, int of)
{
    return (double)((row * 5 + col * 3 + row * col * (of + 1)) % 17 - 8) / 8;
}

static void fill(uint16_t *to, ts_dtype t, int rows, int of)
{
    for (int i = 0; i < rows * DEEP; i++)
        to[i] = (uint16_t)ts_encode(t, element(i / DEEP, i % DEEP, of));
}

static bool is_right(const float *y)
{
    for (int i = 0; i < ROWS * COLS; i++) {
        double sum = 0;
        for (int k = 0; k < DEEP; k++) sum += element(i / COLS, k, 0) * element(i % COLS, k, 1);
        if ((double)y[i] != sum) return false;
    }
    return true;
}

/* Loads, runs and compares a text; false with *err filled where the device refuses or reports it. */
static bool run(ts_device *dev, const char *text, size_t bytes, ts_dtype t, ts_error *err)
{
    static uint16_t x[ROWS * DEEP], w[COLS * DEEP];
    static float y[ROWS * COLS];
    fill(x, t, ROWS, 0);
    fill(w, t, COLS, 1);
    memset(y, 0xff, sizeof y);
    ts_module *m = ts_module_load(dev, text, bytes, err);
    ts_buffer *b[] = {ts_buffer_new(dev, sizeof x, err), ts_buffer_new(dev, sizeof w, err),
                      ts_buffer_new(dev, sizeof y, err)};
    ts_launch l = {.module = m, .kernel = "product"};
    for (int i = 0; i < 3; i++) l.arg[i].buffer = b[i];
    bool ok = m && b[0] && b[1] && b[2] && !ts_buffer_put(b[0], 0, x, sizeof x, err) &&
              !ts_buffer_put(b[1], 0, w, sizeof w, err);
    ts_step *s = ok ? ts_step_record(dev, &l, 1, err) : NULL;
    ok = s && !ts_step_run(s, err) && !ts_buffer_get(b[2], 0, y, sizeof y, err) && is_right(y);
    ts_step_free(s);
    for (int i = 0; i < 3; i++) ts_buffer_free(b[i]);
    ts_module_free(m);
    return ok;
}

static ts_device *shim(void)
{
    ts_error err = {0};
    ts_device *dev = ts_device_open("shim:cuda", 1, &err);
    if (!dev) printf("skipped: %s\n", err.text);
    return dev;
}

static void both_types_are_right(void **state)
{
    (void)state;
    static const ts_dtype type[] = {TS_bf16, TS_f16};
    ts_device *dev = shim();
    for (int i = 0; dev && i < 2; i++) {
        ts_error err = {0};
        size_t bytes;
        char *text = text_of(type[i], &bytes);
        assert_non_null(strstr(text, "multiply(v"));
        assert_non_null(strstr(text, i ? ".f32.f16.f16.f32" : ".f32.bf16.bf16.f32"));
        if (!run(dev, text, bytes, type[i], &err)) fail_msg("type %d: %s", i, err.text);
        free(text);
    }
    ts_device_close(dev);
}

/* ---- spoilt ---- */

static const struct {
    const char *from, *to;
} mutants[] = {
    {"(lane >> 2) * pitch", "(lane & 7) * pitch"}, /* rows and columns of lanes */
    {"pitch + (lane & 3);", "pitch + (lane >> 3);"},
    {"at[8 * pitch], at[4]", "at[4], at[8 * pitch]"}, /* words of a fragment */
    {"at[8 * pitch + 4])", "at[4])"},
    {"how & 1 ? b.y : b.x", "how & 1 ? b.z : b.x"}, /* the upper rows of b */
    {"how & 1 ? b.w : b.z", "how & 1 ? b.z : b.w"},
    {"(lane & 28) + t", "(lane & 24) + t"}, /* from whom a's and b's words come */
    {"8 * (lane & 3) + t", "4 * (lane & 3) + t"},
    {"low, first + 4)", "low, first)"},
    {"x = add_pair(az, q,", "x = add_pair(az, s,"}, /* which row meets which */
    {"z = add_pair(aw, q,", "z = add_pair(az, q,"},
};

/* The first `from` in what the shim reads: behind #else, what is for GPUs alone being twice. */
static char *spoil(const char *text, const char *from, const char *to, size_t *bytes)
{
    const char *other = strstr(text, "#else"), *at = other ? strstr(other, from) : NULL;
    if (!at) at = strstr(text, from);
    if (!at) fail_msg("no \"%s\" in the text", from);
    char *all = NULL;
    FILE *f = open_memstream(&all, bytes);
    assert_non_null(f);
    fprintf(f, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
    fclose(f);
    return all;
}

static void every_lane_counts(void **state)
{
    (void)state;
    size_t bytes;
    ts_device *dev = shim();
    char *text = text_of(TS_bf16, &bytes);
    for (size_t i = 0; dev && i < sizeof mutants / sizeof *mutants; i++) {
        ts_error err = {0};
        char *spoilt = spoil(text, mutants[i].from, mutants[i].to, &bytes);
        if (run(dev, spoilt, bytes, TS_bf16, &err))
            fail_msg("\"%s\" for \"%s\" is not noticed", mutants[i].to, mutants[i].from);
        free(spoilt);
    }
    free(text);
    ts_device_close(dev);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_types_are_right),
        cmocka_unit_test(every_lane_counts),
    };
    ts_proof_devices();
    return cmocka_run_group_tests(tests, NULL, NULL);
}

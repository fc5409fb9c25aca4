/* test_spirv_matrix.c - products by cooperative matrices in SPIR-V: modules that a validator takes which knows the
 * extension, and that compute the formula when they are read and run word by word (spirv_run.h), as no driver here
 * does; a module with one operand spoilt does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "compile/spirv_words.h"
#include "tessera/compile.h"
#include "tessera/device.h"
#include "tessera/tile.h"
#include "test/simt/exact.h"
#include "test/simt/spirv_run.h"

enum { ROWS = 40, COLS = 64, DEEP = 64, TILE_M = 32, TILE_N = 32, TILE_K = 32 };

static ts_kern *product(ts_dtype t)
{
    ts_kern *k = ts_begin("product");
    ts_val rows = ts_size(k, "rows"), cols = ts_i32(k, COLS), deep = ts_i32(k, DEEP);
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

typedef struct module {
    uint32_t *word;
    size_t n;
} module;

static module module_of(const char *target, ts_dtype t)
{
    ts_error err = {0};
    size_t bytes;
    ts_kern *k = product(t);
    assert_int_equal(ts_finish(k, &err), 0);
    char *text = ts_emit(&k, 1, ts_target_find(target, &err), &bytes, &err);
    if (!text) fail_msg("%s", err.text);
    ts_free(k);
    module m = {malloc(bytes), bytes / 4};
    assert_non_null(m.word);
    if (text) memcpy(m.word, text, bytes);
    free(text);
    return m;
}

/* The first instruction with that opcode, from word `from` on; 0: there is none. */
static size_t find(const module *m, uint32_t op, size_t from)
{
    for (size_t i = from; i < m->n; i += m->word[i] >> 16)
        if ((m->word[i] & 0xffff) == op) return i;
    return 0;
}

/* ---- what is declared ---- */

/* 0: valid; 1: the validator does not know the extension, or there is none. */
static int validate(const module *m)
{
    char path[] = "/tmp/tessera-spirv-XXXXXX", command[160];
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, m->word, 4 * m->n), (ssize_t)(4 * m->n));
    close(fd);
    snprintf(command, sizeof command, "spirv-val --target-env vulkan1.1 %s 2>&1", path);
    FILE *f = popen(command, "r");
    assert_non_null(f);
    char says[400] = "";
    says[fread(says, 1, sizeof says - 1, f)] = 0;
    int rc = pclose(f);
    unlink(path);
    bool ignorant = strstr(says, "not found") || strstr(says, "Invalid opcode: 4456") ||
                    strstr(says, "nvalid capability operand: 6022");
    if (rc && !ignorant) fail_msg("%s", says);
    return rc != 0;
}

static void modules_are_valid(void **state)
{
    (void)state;
    module m = module_of("spirv:matrix", TS_f16);
    int unknown = validate(&m);
    free(m.word);
    if (!unknown) return;
    print_message(
        "skipped: no spirv-val that knows SPV_KHR_cooperative_matrix (2023.4 or later)\n");
    skip();
}

/* What has no such product is the same as without such matrices: of bf16, or anything of the target spirv. */
static void other_modules_do_not_know_of_it(void **state)
{
    (void)state;
    module with = module_of("spirv:matrix", TS_f16), without = module_of("spirv", TS_f16);
    module bf16 = module_of("spirv:matrix", TS_bf16);
    assert_true(find(&with, OpCooperativeMatrixMulAddKHR, 5) > 0);
    assert_int_equal(find(&without, OpTypeCooperativeMatrixKHR, 5), 0);
    assert_int_equal(find(&bf16, OpTypeCooperativeMatrixKHR, 5), 0);
    assert_int_equal(with.word[find(&with, OpMemoryModel, 5) + 2], 3);
    assert_int_equal(bf16.word[find(&bf16, OpMemoryModel, 5) + 2], 1);
    free(with.word);
    free(without.word);
    free(bf16.word);
}

/* ---- what is computed ---- */

static void fill(uint16_t *to, int rows, int of)
{
    for (int i = 0; i < rows * DEEP; i++)
        to[i] = (uint16_t)ts_encode(TS_f16, exact_element(i / DEEP, i % DEEP, of));
}

/* False with *err filled, or empty where it came out wrong. */
static bool runs(const module *m, ts_error *err)
{
    static uint16_t x[ROWS * DEEP], w[COLS * DEEP];
    static float y[ROWS * COLS];
    static int32_t rows = ROWS;
    void *const buffer[] = {x, w, y, &rows};
    const size_t bytes[] = {sizeof x, sizeof w, sizeof y, sizeof rows};
    const ts_spirv_launch l = {"ts_product", buffer, bytes, 3};
    fill(x, ROWS, 0);
    fill(w, COLS, 1);
    memset(y, 0xff, sizeof y);
    return !ts_spirv_run(m->word, m->n, &l, err) && is_exact_product(y, ROWS, COLS, DEEP);
}

static void modules_compute_the_formula(void **state)
{
    (void)state;
    ts_error err = {0};
    module m = module_of("spirv:matrix", TS_f16);
    if (!runs(&m, &err)) fail_msg("%s", err.text[0] ? err.text : "a wrong product");
    free(m.word);
}

/* An operand of the n-th instruction with that opcode made that of another one. */
static const struct mutant {
    const char *what;
    uint32_t op;
    int n, operand, as; /* as: the operand that it becomes, of the same; -1: a 0 */
    const char *reason; /* "": wrong numbers */
} mutants[] = {
    {"row by row for column by column", OpCooperativeMatrixLoadKHR, 1, 4, -2, ""},
    {"rows of b as those of a", OpCooperativeMatrixLoadKHR, 1, 3, -3, ""},
    {"a stride of one row less", OpCooperativeMatrixLoadKHR, 0, 5, 4, ""},
    {"a as b", OpCooperativeMatrixMulAddKHR, 0, 3, 4, "operands are not a, b and sums"},
    {"b as a", OpCooperativeMatrixMulAddKHR, 0, 4, 3, "operands are not a, b and sums"},
    {"a load that others do not see", OpCooperativeMatrixLoadKHR, 0, 6, -1, "not marked"},
    {"a store that others do not see", OpCooperativeMatrixStoreKHR, 0, 5, -1, "not marked"},
    {"the other block's sums", OpCooperativeMatrixStoreKHR, 0, 2, -3, ""},
    {"sums column by column", OpCooperativeMatrixStoreKHR, 0, 3, -4, ""},
    {"a barrier that makes nothing visible", OpControlBarrier, 0, 3, 1, "makes nothing visible"},
};

/* The value of an operand of the first load of b, of the second instruction of its kind, or another one. */
static uint32_t other(const module *m, const struct mutant *x, size_t at)
{
    size_t a = find(m, OpCooperativeMatrixLoadKHR, 5);
    size_t b = find(m, OpCooperativeMatrixLoadKHR, a + (m->word[a] >> 16));
    size_t next = find(m, x->op, at + (m->word[at] >> 16));
    switch (x->as) {
    case -1: return 0;
    case -2: return m->word[a + 4];
    case -3: return m->word[(x->op == OpCooperativeMatrixLoadKHR ? a : next) + (size_t)x->operand];
    case -4: return m->word[b + 4];
    default: return m->word[at + (size_t)x->as];
    }
}

static void spoilt_modules_do_not(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof mutants / sizeof *mutants; i++) {
        const struct mutant *x = &mutants[i];
        ts_error err = {0};
        module m = module_of("spirv:matrix", TS_f16);
        size_t at = find(&m, x->op, 5);
        for (int n = 0; n < x->n; n++) at = find(&m, x->op, at + (m.word[at] >> 16));
        m.word[at + (size_t)x->operand] = other(&m, x, at);
        bool good = runs(&m, &err);
        if (good || !strstr(err.text, x->reason))
            fail_msg("%s: %s", x->what, good ? "is not noticed" : err.text);
        free(m.word);
    }
}

/* Without the barrier between operands and fragments, or that between sums and threads. */
static void barriers_count(void **state)
{
    (void)state;
    for (int n = 1; n < 4; n += 2) {
        ts_error err = {0};
        module m = module_of("spirv:matrix", TS_f16);
        size_t at = find(&m, OpControlBarrier, 5);
        for (int k = 0; k < n; k++) at = find(&m, OpControlBarrier, at + 4);
        m.word[at] = 4u << 16 | OpLine;
        if (runs(&m, &err)) fail_msg("barrier %d is not missed", n);
        free(m.word);
    }
}

/* Which threads make a subgroup is open, so a thread's number says nothing of it. */
static void subgroups_are_named_by_their_own_number(void **state)
{
    enum { BUILT_IN = 11, SUBGROUP_ID = 40, LOCAL_INDEX = 29 };
    (void)state;
    ts_error err = {0};
    module m = module_of("spirv:matrix", TS_f16);
    for (size_t at = find(&m, OpDecorate, 5); at;
         at = find(&m, OpDecorate, at + (m.word[at] >> 16)))
        if (m.word[at + 2] == BUILT_IN && m.word[at + 3] == SUBGROUP_ID)
            m.word[at + 3] = LOCAL_INDEX;
    assert_false(runs(&m, &err));
    assert_non_null(strstr(err.text, "lanes name other places"));
    free(m.word);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(modules_are_valid),
        cmocka_unit_test(other_modules_do_not_know_of_it),
        cmocka_unit_test(modules_compute_the_formula),
        cmocka_unit_test(spoilt_modules_do_not),
        cmocka_unit_test(barriers_count),
        cmocka_unit_test(subgroups_are_named_by_their_own_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

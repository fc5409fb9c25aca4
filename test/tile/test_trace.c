/* test_trace.c - the tracer: what kernels written in C record, and what it says to wrong ones. */
#include "tile/ir.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "tessera/device.h"

static char *printed(const ts_kern *k)
{
    char *text = NULL;
    size_t len = 0;
    FILE *f = open_memstream(&text, &len);
    assert_non_null(f);
    ts_print(f, k);
    fclose(f);
    return text;
}

static void finish_ok(ts_kern *k)
{
    ts_error err = {0};
    if (ts_finish(k, &err)) fail_msg("%s", err.text);
}

/* Stores something, as each kernel must. */
static void have_effect(ts_kern *k)
{
    ts_val one = ts_i32(k, 1);
    ts_store(ts_arg1(k, TS_OUT, "effect", TS_i32, one), one, one);
}

/* Finishes and frees k, which must have failed with `text` after "kernel NAME, FILE:". */
static void finish_bad(ts_kern *k, int line, const char *text)
{
    ts_error err = {0};
    char want[1200];
    assert_int_equal(ts_finish(k, &err), -1);
    snprintf(want, sizeof want, "kernel %s, %s:%d: %s", ts_kernel_name(k), __FILE__, line, text);
    assert_string_equal(err.text, want);
    ts_free(k);
}

/* A kernel with one of everything that a wrong call below needs. */
typedef struct bench {
    ts_kern *k;
    ts_val n, i, f, tile, mat;
    ts_view in, out, io, in2, io2, in3;
    ts_var var;
} bench;

static bench open_bench(void)
{
    bench b = {.k = ts_begin("bench")};
    b.n = ts_size(b.k, "n");
    b.i = ts_i32(b.k, 3);
    b.f = ts_f32(b.k, 0.5);
    b.in = ts_arg1(b.k, TS_IN, "x", TS_f32, b.n);
    b.out = ts_arg1(b.k, TS_OUT, "y", TS_bf16, b.n);
    b.io = ts_arg1(b.k, TS_INOUT, "z", TS_f32, b.n);
    b.in2 = ts_arg2(b.k, TS_IN, "x2", TS_bf16, b.n, b.n);
    b.io2 = ts_arg2(b.k, TS_WORK, "z2", TS_f32, b.n, b.n);
    b.in3 = ts_arg3(b.k, TS_IN, "x3", TS_f16, b.n, b.n, b.n);
    b.tile = ts_load(b.in, b.i, 8);
    b.mat = ts_loadf2(b.in2, b.i, b.i, 4, 8);
    b.var = ts_var1(b.f, 8);
    return b;
}

/* ---- what is recorded ---- */

static void records_a_kernel(void **state)
{
    (void)state;
    ts_kern *k = ts_begin("matvec");
    ts_val n = ts_size(k, "n");
    ts_val d = ts_i32(k, 1000);
    ts_view w = ts_arg2(k, TS_IN, "w", TS_bf16, n, d);
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, d);
    ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, n);
    ts_val o = ts_program(n, 4);
    ts_var acc = ts_var2(ts_f32(k, 0), 4, 256);
    for (ts_loop i = ts_upto(d, 256); ts_next(&i);)
        ts_set(acc, ts_fma(ts_loadf2(w, o, i.at, 4, 256), ts_load(x, i.at, 256), ts_get(acc)));
    ts_store(y, o, ts_sum(ts_get(acc), 1));
    finish_ok(k);
    char *text = printed(k);
    assert_string_equal(text, "kernel matvec\n"
                              "  %1 = size i32 n\n"
                              "  %2 = const i32 1000\n"
                              "  %3 = param bf16[%1, %2] w in\n"
                              "  %4 = param f32[%2] x in\n"
                              "  %5 = param f32[%1] y out\n"
                              "  %6 = program i32 %1 step 4\n"
                              "  %7 = const f32 0\n"
                              "  %8 = var f32<4,256> %7\n"
                              "  %9 = const i32 0\n"
                              "  %10 = loop i32 %9, %2 step 256\n"
                              "    %11 = load bf16<4,256> %3, %6, %10\n"
                              "    %12 = cast f32<4,256> %11\n"
                              "    %13 = load f32<256> %4, %10\n"
                              "    %14 = get f32<4,256> %8\n"
                              "    %15 = fma f32<4,256> %12, %13, %14\n"
                              "    set %8, %15\n"
                              "  end\n"
                              "  %18 = get f32<4,256> %8\n"
                              "  %19 = sum f32<4> %18 axis 1\n"
                              "  store %5, %6, %19\n");
    free(text);
    ts_free(k);
}

static void every_op_keeps_its_line(void **state)
{
    (void)state;
    ts_kern *k = ts_begin("lines");
    ts_val a = ts_i32(k, 1);
    int first = __LINE__ - 1;
    ts_val b = ts_gt(a, a); /* a composite: its ops have the line of the caller */
    ts_here("elsewhere.c", 7);
    ts_val c = (ts_add)(a, a);
    assert_string_equal(ts_files_name(&k->files, k->op[a.id].file), __FILE__);
    assert_string_equal(ts_files_name(&k->files, k->op[c.id].file), "elsewhere.c");
    assert_int_equal(k->op[a.id].line, first);
    assert_int_equal(k->op[b.id].line, first + 2);
    assert_int_equal(k->op[c.id].line, 7);
    have_effect(k);
    finish_ok(k);
    ts_free(k);
}

/* A helper of another file; its ops lie there. */
static ts_val squared(ts_val a)
{
    ts_here("helpers.c", 40);
    return (ts_mul)(a, a);
}

static void is_at(const ts_kern *k, uint32_t id, const char *file, int line)
{
    assert_string_equal(ts_files_name(&k->files, k->op[id].file), file);
    assert_int_equal(k->op[id].line, line);
}

/* Whatever an argument is and wherever it was made, a call is where it stands. */
static void helpers_in_arguments_leave_lines_alone(void **state)
{
    (void)state;
    ts_kern *k = ts_begin("helped");
    ts_val x = ts_f32(k, 2);
    ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, ts_i32(k, 1));
    int line = __LINE__ + 1;
    ts_val left = ts_add(squared(x), x), right = ts_add(x, squared(x));
    ts_val both = ts_silu(ts_fma(squared(x), squared(left), squared(right)));
    ts_store(y, ts_i32(k, 0), squared(both));
    for (ts_loop i = ts_upto(ts_bits(squared(ts_f32(k, 1)), TS_i32), 1); ts_next(&i);)
        ts_store(y, i.at, squared(both));
    is_at(k, left.id, __FILE__, line);
    is_at(k, right.id, __FILE__, line);
    is_at(k, both.id, __FILE__, line + 1);
    int stores = 0;
    for (uint32_t i = 1; i < k->n; i++) {
        const ts_op *o = &k->op[i];
        if (o->op == TS_store_) is_at(k, i, __FILE__, stores++ ? line + 4 : line + 2);
        if (o->op == TS_mul_ && o->arg[0] == o->arg[1]) is_at(k, i, "helpers.c", 40);
        if (o->op == TS_loop_ || o->op == TS_end_) is_at(k, i, __FILE__, line + 3);
    }
    assert_int_equal(stores, 2);
    finish_ok(k);
    ts_free(k);
}

static void errors_name_the_call_and_not_its_argument(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_kern *k = ts_begin("wrong");
    int line = __LINE__ + 1;
    ts_and(squared(ts_f32(k, 2)), squared(ts_f32(k, 2)));
    char want[400];
    snprintf(want, sizeof want, "kernel wrong, %s:%d: and: ", __FILE__, line);
    assert_int_equal(ts_finish(k, &err), -1);
    assert_memory_equal(err.text, want, strlen(want));
    ts_free(k);
}

/* More files than a kernel can name: the rest are unknown, and never another's. */
static void files_beyond_the_table_are_unknown(void **state)
{
    (void)state;
    char name[16];
    ts_kern *k = ts_begin("many");
    for (int i = 0; i < TS_MAXFILES + 20; i++) {
        snprintf(name, sizeof name, "f%d\n.c", i);
        ts_here(name, 1 + i);
        ts_val at = (ts_i32)(k, i);
        snprintf(name, sizeof name, "f%d?.c", i);
        if (i < TS_MAXFILES)
            is_at(k, at.id, name, 1 + i);
        else
            assert_null(ts_files_name(&k->files, k->op[at.id].file));
    }
    ts_free(k);
}

/* The same pure values, made in two orders, as two C compilers would. */
static char *in_order(bool left_first)
{
    ts_kern *k = ts_begin("order");
    ts_val n = ts_size(k, "n"), a, b, c = ts_f32(k, 9);
    ts_view v = ts_arg1(k, TS_INOUT, "v", TS_f32, n);
    ts_var s = ts_var0(c);
    for (ts_loop i = ts_upto(n, 8); ts_next(&i);) {
        if (left_first) {
            a = ts_exp(ts_at(v, i.at));
            b = ts_log(ts_get(s));
        } else {
            b = ts_log(ts_get(s));
            a = ts_exp(ts_at(v, i.at));
        }
        ts_val old = ts_get(s);
        ts_set(s, ts_sub(a, b));
        ts_store(v, i.at, ts_add(old, ts_get(s)));
    }
    finish_ok(k);
    char *text = printed(k);
    ts_free(k);
    return text;
}

static void order_is_that_of_no_compiler(void **state)
{
    (void)state;
    char *left = in_order(true), *right = in_order(false);
    assert_string_equal(left, right);
    /* What reads the variable before the store into it stays before. */
    char *set = strstr(left, "\n    set %"), *get = strstr(left, "= get f32 %");
    assert_true(get && get < set && strstr(get + 1, "= get f32 %") < set);
    assert_non_null(strstr(set, "= get f32 %"));
    free(left);
    free(right);
}

static void composites_are_made_of_ops(void **state)
{
    (void)state;
    bench b = open_bench();
    uint32_t before = b.k->n;
    ts_silu(b.tile);
    ts_ge(b.tile, b.f);
    ts_addk(ts_mulk(b.i, 3), -1);
    ts_ceil_div(b.n, 64);
    assert_int_equal(b.k->op[ts_loadf(b.in, b.i, 4).id].op, TS_load_); /* already f32 */
    assert_int_equal(b.k->op[ts_loadf2(b.in2, b.i, b.i, 4, 4).id].op, TS_cast_);
    assert_true(b.k->n > before + 15);
    ts_store(b.io, b.i, ts_at(b.io, b.i));
    finish_ok(b.k);
    ts_free(b.k);
}

static void sizes_make_values_known_at_launch(void **state)
{
    (void)state;
    bench b = open_bench();
    ts_val half = ts_div(b.n, ts_i32(b.k, 2));
    ts_val most = ts_select(ts_lt(half, b.n), half, b.n);
    assert_true(b.k->op[most.id].fixed);
    assert_false(b.k->op[ts_cast(ts_at(b.in, b.i), TS_i32).id].fixed);
    assert_false(b.k->op[ts_cast(half, TS_f32).id].fixed);
    assert_false(b.k->op[ts_iota(b.k, 3).id].fixed);
    ts_store(b.io, b.i, ts_at(b.io, b.i));
    finish_ok(b.k);
    ts_free(b.k);
}

static double constant(ts_dtype t, double x)
{
    ts_kern *k = ts_begin("constant");
    double kept = k->op[ts_const(k, t, x).id].value;
    have_effect(k);
    finish_ok(k);
    ts_free(k);
    return kept;
}

static void constants_are_values_of_their_dtype(void **state)
{
    (void)state;
    assert_true(constant(TS_f32, 0.1) == (double)0.1f);
    double nan = constant(TS_f32, -NAN), one_nan = NAN;
    assert_memory_equal(&nan, &one_nan, sizeof nan);
    assert_true(constant(TS_f32, -INFINITY) == -INFINITY);
    assert_true(signbit(constant(TS_f32, -0.0)));
    assert_false(signbit(constant(TS_i32, -0.0)));
    assert_true(constant(TS_u32, 4294967295.0) == 4294967295.0);
    assert_true(constant(TS_i32, -2147483648.0) == -2147483648.0);
    assert_true(constant(TS_b1, 1) == 1);
}

/* Each call of tile.h beside the op it must record. */
#define MADE(opcode, call) expect_op(b.k, (call).id, TS_##opcode##_)
#define DID(opcode, call)  ((call), expect_op(b.k, b.k->n - 1, TS_##opcode##_))

static void expect_op(const ts_kern *k, uint32_t id, ts_opcode op)
{
    if (ts_failed(&k->err)) fail_msg("%s", k->err.text);
    assert_int_equal(k->op[id].op, op);
}

static void elementwise_builders(bench b)
{
    ts_val u = ts_const(b.k, TS_u32, 5), p = ts_const(b.k, TS_b1, 1), x, y;
#define FITS(types) x = y = types[0] == 'F' ? b.tile : types[0] == 'I' ? b.i : u
#define CALL1(name) MADE(name, ts_##name(x))
#define CALL2(name) MADE(name, ts_##name(x, y))
#define CALL3(name) MADE(name, ts_##name(x, y, x))
#define E(name, args, types, result, f, i, what)                                                   \
    FITS(types);                                                                                   \
    CALL##args(name);
#define O(name, args, flags, what)
#include "tile/ops.def"
#undef E
#undef O
    MADE(select, ts_select(p, b.f, b.tile));
    MADE(cast, ts_cast(p, TS_i32));
    MADE(bits, ts_bits(u, TS_f32));
    MADE(const, ts_const(b.k, TS_i32, 1));
    MADE(lt, ts_gt(b.f, b.f));
    MADE(div, ts_sigmoid(b.tile));
}

static void view_and_memory_builders(bench b)
{
    ts_val index = ts_iota(b.k, 4);
    MADE(iota, index);
    MADE(row, ts_row(b.in3, b.i));
    MADE(part, ts_part(b.in2, 1, b.i, b.n, 2));
    MADE(swap, ts_swap(b.in2));
    MADE(load, ts_at(b.in, b.i));
    MADE(load, ts_load(b.in, b.i, 4));
    MADE(load, ts_load2(b.in2, b.i, b.i, 4, 4));
    MADE(gather, ts_gather(b.in, index));
    MADE(gather, ts_gather2(b.in2, index, b.i, 4));
    DID(store, ts_store(b.io, b.i, b.tile));
    DID(store, ts_store2(b.io2, b.i, b.i, b.mat));
    DID(scatter, ts_scatter(b.io, index, ts_load(b.in, b.i, 4)));
    DID(scatter, ts_scatter2(b.io2, index, b.i, b.mat));
}

static void shape_builders(bench b)
{
    ts_val none = {0}, square = ts_splat2(b.f, 4, 4);
    MADE(splat, ts_splat1(b.f, 4));
    MADE(splat, square);
    MADE(reshape, ts_reshape1(b.mat, 32));
    MADE(reshape, ts_reshape2(b.mat, 8, 4));
    MADE(reshape, ts_col(b.tile));
    MADE(slice, ts_slice(b.mat, 1, 2, 4));
    MADE(concat, ts_concat(b.mat, b.mat, 0));
    MADE(transpose, ts_transpose(b.mat));
    MADE(repeat, ts_repeat(b.mat, 4));
    MADE(sum, ts_sum(b.mat, 0));
    MADE(amax, ts_amax(b.mat, 1));
    MADE(amin, ts_amin(b.tile, 0));
    MADE(argmax, ts_argmax(b.mat, 0));
    MADE(argmin, ts_argmin(b.mat, 1));
    MADE(scan, ts_scan(b.mat, 1));
    MADE(dot, ts_dot(square, b.mat, b.mat));
    MADE(dot_t, ts_dot_t(b.mat, b.mat, none));
    MADE(var, ts_var0(b.i));
    MADE(var, ts_var2(b.f, 2, 2));
    MADE(get, ts_get(b.var));
    DID(set, ts_set(b.var, b.tile));
}

static void builders_make_every_op(void **state)
{
    (void)state;
    bench b = open_bench();
    elementwise_builders(b);
    view_and_memory_builders(b);
    shape_builders(b);
    MADE(var, b.var);
    for (ts_loop l = ts_range(b.i, b.n, 3); ts_next(&l);) MADE(loop, l.at);
    DID(end, (void)0);
    finish_ok(b.k);

    bool seen[TS_NOP] = {0};
    for (uint32_t i = 1; i < b.k->n; i++) seen[b.k->op[i].op] = true;
    seen[TS_program_] = true; /* bench has none: records_a_kernel has */
    for (int op = TS_NONE + 1; op < TS_NOP; op++)
        if (!seen[op]) fail_msg("no builder was called for %s", ts_opinfos[op].name);

    char *text = printed(b.k);
    ts_error err = {0};
    ts_kern *again = ts_read(text, strlen(text), "t", &err);
    if (!again) fail_msg("%s", err.text);
    char *second = printed(again);
    assert_string_equal(text, second);
    free(text);
    free(second);
    ts_free(again);
    ts_free(b.k);
}

/* ts_col is a reshape that insists on a row of values. */
static void col_takes_rank_one(void **state)
{
    (void)state;
    bench b = open_bench();
    ts_col(b.mat);
    finish_bad(b.k, __LINE__ - 1, "reshape: ts_col takes a tile [h] (is f32<4,8>)");
}

/* ---- what is refused ---- */

static void handles_of_two_kernels(void **state)
{
    (void)state;
    ts_kern *k = ts_begin("one"), *l = ts_begin("two");
    ts_val a = ts_i32(k, 1), b = ts_i32(l, 1);
    ts_val c = ts_add(a, b);
    int line = __LINE__ - 1;
    assert_int_equal(c.id, 0);
    finish_bad(k, line, "add: operands come from different kernels");
    finish_bad(l, line, "add: operands come from different kernels");
    k = ts_begin("one"), l = ts_begin("two");
    ts_arg1(k, TS_IN, "x", TS_f32, ts_i32(l, 1));
    line = __LINE__ - 1;
    finish_bad(k, line, "param: operands come from different kernels");
    finish_bad(l, line, "param: operands come from different kernels");
}

static void poison_does_nothing(void **state)
{
    (void)state;
    ts_val v = {0};
    ts_view w = {0};
    ts_var s = {0};
    ts_loop l = ts_upto(v, 1);
    assert_false(ts_next(&l));
    assert_null(ts_add(ts_silu(v), ts_addk(v, 1)).k);
    assert_null(ts_loadf(ts_part(ts_swap(ts_row(w, v)), 0, v, v, 1), v, 4).k);
    assert_null(ts_ceil_div(v, 0).k);
    assert_null(ts_dot(v, v, v).k);
    assert_null(ts_size(NULL, "n").k);
    assert_null(ts_iota(NULL, 4).k);
    assert_null(ts_arg1(NULL, TS_IN, "x", TS_f32, v).k);
    assert_null(ts_get(s).k);
    ts_set(s, v);
    ts_store(w, v, v);
    ts_free(NULL);
    ts_error err = {0};
    assert_int_equal(ts_finish(NULL, &err), -1);
    assert_string_equal(err.text, "no kernel was begun");
}

static void a_zero_operand(void **state)
{
    (void)state;
    bench b = open_bench();
    ts_store(b.io, b.i, (ts_val){0});
    finish_bad(b.k, __LINE__ - 1, "store: operand 3 is undefined (a zero handle)");
}

static void the_first_error_stays(void **state)
{
    (void)state;
    bench b = open_bench();
    ts_val bad = ts_add(b.i, b.f);
    int line = __LINE__ - 1;
    uint32_t n = b.k->n;
    ts_mul(bad, ts_sub(b.f, b.i));
    ts_loop l = ts_upto(b.n, 1);
    assert_false(ts_next(&l));
    assert_int_equal(b.k->n, n);
    finish_bad(b.k, line, "add: operands 1 and 2 must have one dtype (are i32 and f32)");
}

static void kernel_names(void **state)
{
    (void)state;
    static const char *const names[] = {
        "", "1st", "a-b", "a b",
        "a123456789012345678901234567890123456789012345678901234567890123"};
    for (size_t i = 0; i <= sizeof names / sizeof *names; i++) {
        ts_error err = {0};
        ts_kern *k = ts_begin(i ? names[i - 1] : NULL);
        assert_int_equal(ts_size(k, "n").id, 0);
        assert_int_equal(ts_finish(k, &err), -1);
        assert_non_null(strstr(err.text, "name must be a C identifier of at most 63 characters"));
        ts_free(k);
    }
}

/* Any C identifier of up to 63 characters is a name, also one that a target's language reserves. */
static void names_that_are_legal(void **state)
{
    (void)state;
    static const char *const names[] = {
        "x",      "_",    "int", "kernel",
        "float4", "main", "__x", "a12345678901234567890123456789012345678901234567890123456789012"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ts_kern *k = ts_begin(names[i]);
        ts_val n = ts_size(k, names[i]), one = ts_i32(k, 1);
        ts_store(ts_arg1(k, TS_OUT, i ? "y" : names[1], TS_i32, n), one, one);
        finish_ok(k);
        ts_free(k);
    }
    ts_error err = {0};
    ts_kern *k = ts_begin("twice");
    ts_val n = ts_size(k, "n");
    ts_arg1(k, TS_OUT, "n", TS_i32, n);
    assert_int_equal(ts_finish(k, &err), -1);
    assert_non_null(strstr(err.text, "name 'n' is already taken"));
    ts_free(k);
}

static void loops_left_open(void **state)
{
    (void)state;
    bench b = open_bench();
    ts_loop l = ts_upto(b.n, 8);
    int line = __LINE__ - 1;
    while (ts_next(&l)) break;
    finish_bad(b.k, line, "loop: never ended (in C: a break or return inside its body)");
}

static void loops_out_of_turn(void **state)
{
    (void)state;
    bench b = open_bench();
    ts_loop outer = ts_upto(b.n, 8);
    assert_true(ts_next(&outer));
    ts_loop inner = ts_upto(b.n, 8);
    int opened = __LINE__ - 1;
    char text[200];
    snprintf(text, sizeof text,
             "end: loop %%%u is not the innermost open one, which is %%%u of line %d", outer.id,
             inner.id, opened);
    assert_true(ts_next(&inner));
    assert_false(ts_next(&outer));
    finish_bad(b.k, opened - 2, text); /* where the loop began that cannot end */
}

static void loops_ended_twice(void **state)
{
    (void)state;
    bench b = open_bench();
    ts_loop l = ts_upto(b.n, 8);
    int line = __LINE__ - 1;
    assert_true(ts_next(&l));
    assert_false(ts_next(&l));
    assert_false(ts_next(&l));
    finish_bad(b.k, line, "end: ts_next on a loop that has ended");
}

static void values_out_of_scope(void **state)
{
    (void)state;
    char text[200];
    bench b = open_bench();
    ts_val inside = {0}, index = {0};
    for (ts_loop l = ts_upto(b.n, 8); ts_next(&l);) inside = ts_neg(index = l.at);
    ts_neg(inside);
    snprintf(text, sizeof text,
             "neg: operand 1 is undefined here: %%%u was made inside a loop that has ended",
             inside.id);
    finish_bad(b.k, __LINE__ - 4, text);

    b = open_bench();
    for (ts_loop l = ts_upto(b.n, 8); ts_next(&l);) index = l.at;
    ts_neg(index);
    snprintf(text, sizeof text,
             "neg: operand 1 is undefined here: %%%u was made inside a loop that has ended",
             index.id);
    finish_bad(b.k, __LINE__ - 4, text);

    b = open_bench();
    ts_neg((ts_val){b.k, 12345});
    finish_bad(b.k, __LINE__ - 1, "neg: operand 1 is undefined (%12345)");
    b = open_bench();
    ts_neg((ts_val){b.k, b.in.id});
    snprintf(text, sizeof text, "neg: operand 1 must be a value (%%%u is a view)", b.in.id);
    finish_bad(b.k, __LINE__ - 2, text);
    b = open_bench();
    ts_load((ts_view){b.k, b.var.id}, b.i, 2);
    snprintf(text, sizeof text, "load: operand 1 must be a view (%%%u is a variable)", b.var.id);
    finish_bad(b.k, __LINE__ - 2, text);
    b = open_bench();
    ts_get((ts_var){b.k, b.i.id});
    snprintf(text, sizeof text, "get: operand 1 must be a variable (%%%u is a value)", b.i.id);
    finish_bad(b.k, __LINE__ - 2, text);
}

static void too_deep(void **state)
{
    (void)state;
    bench b = open_bench();
    for (int depth = 0; depth < TS_MAXDEPTH; depth++) {
        ts_loop l = ts_upto(b.n, 1);
        assert_true(ts_next(&l));
    }
    ts_upto(b.n, 1);
    finish_bad(b.k, __LINE__ - 1, "loop: loops nest at most 16 deep");

    b = open_bench();
    ts_view v = b.in;
    for (int depth = 0; depth < TS_MAXVIEWS; depth++) v = ts_part(v, 0, b.n, b.n, 1);
    assert_non_null(v.k);
    ts_part(v, 0, b.n, b.n, 1);
    finish_bad(b.k, __LINE__ - 1, "part: views of views nest at most 64 deep");
}

static void too_many(void **state)
{
    (void)state;
    char name[16];
    ts_kern *k = ts_begin("sizes");
    for (int i = 0; i < TS_MAX_SIZES; i++) {
        snprintf(name, sizeof name, "s%d", i);
        assert_non_null(ts_size(k, name).k);
    }
    ts_size(k, "more");
    finish_bad(k, __LINE__ - 1, "size: a kernel has at most 8 sizes");

    k = ts_begin("params");
    ts_val n = ts_i32(k, 1);
    for (int i = 0; i < TS_MAX_BUFFERS; i++) {
        snprintf(name, sizeof name, "p%d", i);
        assert_non_null(ts_arg1(k, TS_IN, name, TS_f32, n).k);
    }
    ts_arg1(k, TS_IN, "more", TS_f32, n);
    finish_bad(k, __LINE__ - 1, "param: a kernel has at most 16 params");

    k = ts_begin("programs");
    n = ts_i32(k, 1);
    for (int i = 0; i < 3; i++) assert_int_equal(k->op[ts_program(n, 1).id].axis, i);
    ts_program(n, 1);
    finish_bad(k, __LINE__ - 1, "program: a kernel has at most 3 program axes");

    k = ts_begin("ops");
    n = ts_i32(k, 1);
    k->n += TS_MAXOPS;
    ts_neg(n);
    k->n -= TS_MAXOPS;
    finish_bad(k, __LINE__ - 2, "neg: a kernel has at most 1048576 ops");
}

static void ops_that_are_none(void **state)
{
    (void)state;
    static const int wrong[] = {TS_NONE, TS_NOP, -1, 1 << 30};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ts_kern *k = ts_begin("wrong");
        assert_int_equal(ts_append(k, &(ts_op){.op = (ts_opcode)wrong[i]}), 0);
        assert_non_null(strstr(k->err.text, "kernel wrong: ?: no such op ("));
        ts_free(k);
    }
}

static void wrong_interface(void **state)
{
    (void)state;
    bench b = open_bench();
    ts_size(b.k, "late");
    finish_bad(b.k, __LINE__ - 1, "size: must come before the first variable, loop or store");
    ts_kern *k = ts_begin("names");
    ts_size(k, NULL);
    finish_bad(k, __LINE__ - 1,
               "size: name must be a C identifier of at most 63 characters (is '')");
    k = ts_begin("modes");
    ts_arg1(k, (ts_mode)9, "a", TS_f32, ts_i32(k, 1));
    finish_bad(k, __LINE__ - 1, "param: mode must be in, out, inout or work");
    k = ts_begin("dtypes");
    ts_arg1(k, TS_IN, "a", (ts_dtype)99, ts_i32(k, 1));
    finish_bad(k, __LINE__ - 1,
               "param: dtype must be any but b1, which memory does not hold (is ?)");
    b = open_bench();
    ts_ceil_div(b.n, 0);
    finish_bad(b.k, __LINE__ - 1, "const: ts_ceil_div by 0; the step must be positive");
    b = open_bench();
    ts_addk(ts_load2(b.in2, b.i, b.i, 2, 2), 1);
    finish_bad(b.k, __LINE__ - 1, "const: dtype must be f32, i32, u32 or b1 (is bf16)");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_a_kernel),
        cmocka_unit_test(every_op_keeps_its_line),
        cmocka_unit_test(helpers_in_arguments_leave_lines_alone),
        cmocka_unit_test(errors_name_the_call_and_not_its_argument),
        cmocka_unit_test(files_beyond_the_table_are_unknown),
        cmocka_unit_test(order_is_that_of_no_compiler),
        cmocka_unit_test(composites_are_made_of_ops),
        cmocka_unit_test(sizes_make_values_known_at_launch),
        cmocka_unit_test(constants_are_values_of_their_dtype),
        cmocka_unit_test(builders_make_every_op),
        cmocka_unit_test(col_takes_rank_one),
        cmocka_unit_test(handles_of_two_kernels),
        cmocka_unit_test(poison_does_nothing),
        cmocka_unit_test(a_zero_operand),
        cmocka_unit_test(the_first_error_stays),
        cmocka_unit_test(kernel_names),
        cmocka_unit_test(names_that_are_legal),
        cmocka_unit_test(loops_left_open),
        cmocka_unit_test(loops_out_of_turn),
        cmocka_unit_test(loops_ended_twice),
        cmocka_unit_test(values_out_of_scope),
        cmocka_unit_test(too_deep),
        cmocka_unit_test(too_many),
        cmocka_unit_test(ops_that_are_none),
        cmocka_unit_test(wrong_interface),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_spell.c - every elementwise op of ops.def, on every class of operands that it takes, is spelled
 * by every printer; and an op that a printer cannot spell is an error, never a text.
 *
 * That what the lane family spells is there in its prelude, test/lane/test_lane_ops.c shows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "compile/spell.h"
#include "simt/family.h"
#include "simt/print.h"

static const ts_dtype types[] = {TS_f32, TS_i32, TS_u32, TS_b1};
enum { TYPES = sizeof types / sizeof *types };

static bool takes(ts_opcode op, ts_dtype t)
{
    return ts_is_elem(op) && strchr(ts_opinfos[op].types, ts_dtypes[t].class);
}

/* ---- the table ---- */

static void every_op_has_a_row(void **state)
{
    (void)state;
    static const char *const languages[] = {"like C", "WGSL", "lane"};
    for (int op = 0; op < TS_NOP; op++)
        for (int t = 0; t < TYPES; t++) {
            bool want = takes((ts_opcode)op, types[t]);
            const char *name = ts_opinfos[op].name, *type = ts_dtypes[types[t]].name;
            for (ts_spell_language l = 0; l < TS_LANGUAGES; l++)
                if (want == !ts_spell((ts_opcode)op, l, types[t]))
                    fail_msg("%s of %s, %s", name, type, languages[l]);
            const char *lane = ts_spell((ts_opcode)op, TS_IN_LANE, types[t]);
            if (lane && strpbrk(lane, "$@")) fail_msg("%s: the lane family has functions", name);
            if (want == !ts_spell_spirv((ts_opcode)op, types[t]))
                fail_msg("%s of %s, SPIR-V", name, type);
        }
}

static void kinds_of_spelling(void **state)
{
    (void)state;
    static const char *const operators[] = {"+", "^", "<<", "&&", "-", "!="};
    static const char *const others[] = {"exp", "@exp", "(1.0 / $a)", "$a + $b"};
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        assert_true(ts_is_operator(operators[i]));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(ts_is_operator(others[i]));
}

/* ---- the printers ---- */

static uint32_t put(ts_simt *s, ts_sop op, int type, uint32_t a, uint32_t b, int n)
{
    return ts_s_put(s, (ts_sinst){.op = op, .type = type, .a = a, .b = b, .n = n});
}

static ts_simt *fresh(const ts_target *target, ts_dtype type)
{
    ts_simt *s = ts_simt_new("one_op", target);
    s->kernel = ts_keep("one_op");
    s->threads = 64;
    s->count = 1;
    s->params = 4;
    s->param = calloc(4, sizeof *s->param);
    for (int i = 0; i < 4; i++)
        s->param[i] = (ts_sparam){.name = ts_keep("p"),
                                  .unit = 32,
                                  .type = i == 3 || type == TS_b1 ? TS_u32 : type,
                                  .mode = i == 3 ? TS_OUT : TS_IN};
    return s;
}

/* One op of three loads, whose result is stored; raw, so that any op may stand there. */
static ts_simt *one_op(const ts_target *target, ts_opcode op, ts_dtype type)
{
    ts_simt *s = fresh(target, type);
    uint32_t at = put(s, TS_S_THREAD, TS_i32, 0, 0, 0), x[3] = {0};
    int result = ts_opinfos[op].result == PRED ? TS_b1 : (int)type;
    for (int i = 0; i < 3 && i < ts_opinfos[op].args; i++) {
        x[i] = put(s, TS_S_LOAD, (int)s->param[i].type, at, 0, i);
        if (type == TS_b1) x[i] = ts_s_op(s, TS_ne_, x[i], ts_s_u32(s, 0), 0);
    }
    uint32_t v = ts_s_put(
        s,
        (ts_sinst){.op = TS_S_ELEM, .elem = op, .type = result, .a = x[0], .b = x[1], .c = x[2]});
    v = result == TS_b1 ? ts_s_to(s, TS_u32, v) : ts_s_bits(s, TS_u32, v);
    put(s, TS_S_STORE, 0, at, v, 3);
    ts_simt_finish(s);
    return s;
}

/* 0, or -1 with *err filled. */
static int print(const ts_target *target, ts_opcode op, ts_dtype type, ts_error *err)
{
    ts_simt *s = one_op(target, op, type);
    const ts_simt *form = s;
    const ts_dialect *d = target->dialect;
    ts_text out = {0};
    int rc = d->print(&out, &form, 1, d, err);
    free(out.s);
    ts_simt_free(s);
    return rc;
}

static void every_printer_spells_every_op(void **state)
{
    (void)state;
    for (size_t i = 0; ts_target_at(i); i++) {
        const ts_target *target = ts_target_at(i);
        if (target->family != &ts_family_simt) continue;
        for (int op = 0; op < TS_NOP; op++)
            for (int t = 0; t < TYPES; t++) {
                ts_error err = {0};
                if (takes((ts_opcode)op, types[t]) && print(target, (ts_opcode)op, types[t], &err))
                    fail_msg("%s of %s: %s", ts_opinfos[op].name, ts_dtypes[types[t]].name,
                             err.text);
            }
    }
}

/* Ops that are no elementwise ones, and an op on what it does not take. */
static void what_has_no_spelling_is_an_error(void **state)
{
    (void)state;
    static const struct {
        ts_opcode op;
        ts_dtype type;
    } row[] = {{TS_select_, TS_f32}, {TS_transpose_, TS_f32}, {TS_exp_, TS_u32}};
    for (size_t i = 0; ts_target_at(i); i++) {
        const ts_target *target = ts_target_at(i);
        if (target->family != &ts_family_simt) continue;
        for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
            ts_error err = {0};
            char want[160];
            snprintf(want, sizeof want, "kernel one_op: target %s has no spelling of %s; its row",
                     target->name, ts_opinfos[row[k].op].name);
            if (!print(target, row[k].op, row[k].type, &err) || !strstr(err.text, want))
                fail_msg("expected '%s', got '%s'", want, err.text);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_op_has_a_row),
        cmocka_unit_test(kinds_of_spelling),
        cmocka_unit_test(every_printer_spells_every_op),
        cmocka_unit_test(what_has_no_spelling_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

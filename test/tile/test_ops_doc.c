/* test_ops_doc.c - doc/ops.md is what the tables say.
 *
 * The page is made here from ops.def and dtypes.def and compared with the file. With the argument
 * --update the file is rewritten instead (the CMake target ops-doc). */
#include "tile/ir.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static const char path[] = TESSERA_SOURCE_DIR "/doc/ops.md";

static const struct {
    const char *name, *real, *integer;
} meanings[] = {
#define E(name, args, types, result, f, i, what) {#name, #f, #i},
#define O(name, args, flags, what)
#include "tile/ops.def"
#undef E
#undef O
};

/* A table cell; '|' would end it. */
static void cell(FILE *f, const char *text, bool code)
{
    fprintf(f, code ? " `" : " ");
    for (; *text; text++) fprintf(f, *text == '|' ? "\\|" : "%c", *text);
    fprintf(f, code ? "` |" : " |");
}

static void meaning(FILE *f, const char *text)
{
    cell(f, strcmp(text, "0") ? text : "-", strcmp(text, "0") != 0);
}

static void classes(FILE *f, const char *letters)
{
    char text[64] = "";
    for (const char *c = letters; *c; c++)
        for (int t = 0; t < TS_NDTYPE; t++)
            if (ts_dtypes[t].class == *c) {
                strcat(text, *text ? " " : "");
                strcat(text, ts_dtypes[t].name);
            }
    cell(f, text, false);
}

static void elementwise(FILE *f)
{
    fprintf(f, "| op | operands | on | gives | floats | integers | what |\n"
               "|---|---|---|---|---|---|---|\n");
    for (size_t m = 0; m < sizeof meanings / sizeof *meanings; m++) {
        const ts_opinfo *o = &ts_opinfos[TS_NONE + 1];
        while (strcmp(o->name, meanings[m].name) != 0) o++;
        fprintf(f, "|");
        cell(f, o->name, true);
        fprintf(f, " %d |", o->args);
        classes(f, o->types);
        fprintf(f, o->result == PRED ? " b1 |" : " the same |");
        meaning(f, meanings[m].real);
        meaning(f, meanings[m].integer);
        cell(f, o->what, false);
        fprintf(f, "\n");
    }
}

static void structural(FILE *f, const char *title, bool (*belongs)(const ts_opinfo *))
{
    fprintf(f, "\n### %s\n\n| op | operands | attributes | what |\n|---|---|---|---|\n", title);
    for (int op = TS_NONE + 1; op < TS_NOP; op++) {
        const ts_opinfo *o = &ts_opinfos[op];
        int has = ts_attributes((ts_opcode)op);
        if ((o->flags & ELEM) || !belongs(o)) continue;
        fprintf(f, "|");
        cell(f, o->name, true);
        fprintf(f, o->args == V ? " varies |" : " %d |", o->args);
        fprintf(f, "%s%s%s%s |", has & TS_AXIS ? " axis" : "", has & TS_STEP ? " step" : "",
                has & TS_FROM ? " from" : "", has & TS_TIMES ? " times" : "");
        cell(f, o->what, false);
        fprintf(f, "\n");
    }
}

static bool is_head(const ts_opinfo *o)
{
    return o->flags & HEAD;
}

static bool is_memory(const ts_opinfo *o)
{
    return o->flags & MEM;
}

static bool is_reduction(const ts_opinfo *o)
{
    return o->flags & REDUCE;
}

static bool is_state(const ts_opinfo *o)
{
    return (o->flags & (EFFECT | CTRL)) && !is_memory(o);
}

static bool is_shape(const ts_opinfo *o)
{
    return !is_head(o) && !is_memory(o) && !is_reduction(o) && !is_state(o);
}

static void dtypes(FILE *f)
{
    fprintf(f, "\n## Element types\n\n| type | bits | class | largest finite | what |\n"
               "|---|---|---|---|---|\n");
    for (int t = 0; t < TS_NDTYPE; t++) {
        const ts_dtypeinfo *d = &ts_dtypes[t];
        fprintf(f, "|");
        cell(f, d->name, true);
        fprintf(f, " %d | %c | %.17g |", d->bits, d->class, d->max);
        cell(f, d->what, false);
        fprintf(f, "\n");
    }
    fprintf(f, "\nClasses: F computed on as a float; I signed and U unsigned integer; S float and "
               "N integer\nstorage, reached by `cast`; B predicate, never in memory.\n");
}

static void page(FILE *f)
{
    fprintf(f, "# Operations\n\n"
               "<!-- Made from tile/ops.def and include/tessera/dtypes.def by "
               "`ninja -C build ops-doc`. -->\n\n"
               "The builder of op `x` is `ts_x` in `include/tessera/tile.h`; the fields each op "
               "uses stand in\n`tile/ir.h`, the typing rules in `tile/infer.c`.\n\n"
               "## Elementwise\n\n"
               "Operands broadcast: shapes are aligned at the right, each extent equal or 1. "
               "The meaning is C over\na, b and c: doubles for floats, 64-bit integers wrapped "
               "back into the type for integers.\n\n");
    elementwise(f);
    fprintf(f, "\n## Structural\n");
    structural(f, "Interface", is_head);
    structural(f, "Memory", is_memory);
    structural(f, "Types, views and shapes", is_shape);
    structural(f, "Along an axis, contraction", is_reduction);
    structural(f, "State and loops", is_state);
    dtypes(f);
}

/* Inlined, gcc 12 takes the text for the address of a local. */
static __attribute__((noinline)) char *made(void)
{
    char *text = NULL;
    size_t len = 0;
    FILE *f = open_memstream(&text, &len);
    assert_non_null(f);
    page(f);
    fclose(f);
    return text;
}

static void page_is_current(void **state)
{
    (void)state;
    char *want = made(), *have = calloc(1, 1 << 20);
    FILE *f = fopen(path, "r");
    if (!f) fail_msg("doc/ops.md is missing; make it with: ninja -C build ops-doc");
    size_t n = fread(have, 1, (1 << 20) - 1, f);
    fclose(f);
    if (n != strlen(want) || memcmp(have, want, n) != 0)
        fail_msg("doc/ops.md is old; rewrite it with: ninja -C build ops-doc");
    free(want);
    free(have);
}

static void every_op_is_on_the_page(void **state)
{
    (void)state;
    char *text = made(), row[40];
    for (int op = TS_NONE + 1; op < TS_NOP; op++) {
        snprintf(row, sizeof row, "\n| `%s` |", ts_opinfos[op].name);
        const char *first = strstr(text, row);
        assert_true(first && !strstr(first + 1, row));
    }
    free(text);
}

static int update(void)
{
    FILE *f = fopen(path, "w");
    if (!f) return 1;
    page(f);
    return fclose(f) != 0;
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(page_is_current),
        cmocka_unit_test(every_op_is_on_the_page),
    };
    if (argc > 1 && !strcmp(argv[1], "--update")) return update();
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_results_doc.c - the tables of doc/results.md are what store/fields.def and the schema say.
 *
 * Between the two marks the page is made here and compared. With the argument --update the file is
 * rewritten instead (the CMake target results-doc). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_int.h"

static const char path[] = TESSERA_SOURCE_DIR "/doc/results.md";
static const char from[] = "<!-- made from store/fields.def by `ninja -C build results-doc` -->\n";
static const char to[] = "<!-- until here -->\n";

/* A table cell; '|' would end it. */
static void cell(FILE *f, const char *text)
{
    for (; *text; text++) fprintf(f, *text == '|' ? "\\|" : "%c", *text);
    fputs(" |", f);
}

static void table(FILE *f, const char *title, const ts_column *c)
{
    fprintf(f, "\n### %s\n\n| column | type | meaning |\n|---|---|---|\n", title);
    for (; c->name; c++) {
        fprintf(f, "| `%s` | %s | ", c->name, c->text ? "text" : "real");
        cell(f, c->meaning);
        fputc('\n', f);
    }
}

/* A statement, broken after commas. */
static void statement(FILE *f, char *sql)
{
    char *save = NULL;
    int column = 4;
    fputs("    ", f);
    for (char *part = strtok_r(sql, " ", &save); part; part = strtok_r(NULL, " ", &save)) {
        if (column + (int)strlen(part) > 100) column = fprintf(f, "\n        ") - 1;
        column += fprintf(f, "%s%s", column > 8 ? " " : "", part);
    }
    fputs("\n", f);
}

/* Inlined, gcc 12 takes the text for the address of a local. */
static __attribute__((noinline)) char *made(void)
{
    char *text = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&text, &n);
    assert_non_null(f);
    table(f, "run", ts_run_columns);
    table(f, "result", ts_result_columns);
    fputs("\n### The statements\n\n", f);
    char *all = ts_schema_sql("tables", ""), *rest = all;
    assert_non_null(all);
    while (rest) statement(f, strsep(&rest, ";"));
    free(all);
    fputc('\n', f);
    fclose(f);
    return text;
}

static char *read_page(void)
{
    char *page = calloc(1, 1 << 20);
    FILE *f = fopen(path, "r");
    if (!f || !page) fail_msg("doc/results.md is missing");
    assert_true(fread(page, 1, (1 << 20) - 1, f) > 0);
    fclose(f);
    return page;
}

static void page_is_current(void **state)
{
    (void)state;
    char *page = read_page(), *want = made();
    char *first = strstr(page, from), *last = strstr(page, to);
    if (!first || !last) fail_msg("doc/results.md has lost its marks");
    first += strlen(from);
    if ((size_t)(last - first) != strlen(want) || memcmp(first, want, strlen(want)) != 0)
        fail_msg("doc/results.md is old; rewrite it with: ninja -C build results-doc");
    free(page);
    free(want);
}

static int update(void)
{
    char *page = read_page(), *want = made();
    char *first = strstr(page, from), *last = strstr(page, to);
    FILE *f = first && last ? fopen(path, "w") : NULL;
    if (!f) return 1;
    fprintf(f, "%.*s%s%s", (int)(first - page + (ptrdiff_t)strlen(from)), page, want, last);
    return fclose(f) != 0;
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {cmocka_unit_test(page_is_current)};
    if (argc > 1 && !strcmp(argv[1], "--update")) return update();
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_report_template.c - the language of the pages' template, and that no page names what there is not, in
 * whatever branch. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/template.h"

typedef struct desk {
    ts_ledger *store;
    ts_view view;
    ts_error err;
    ts_scope scope;
} desk;

/* Three kernels of which the second is refused. */
static int setup(void **state)
{
    static const char *const name[] = {"a<b", "b", "c"};
    desk *d = *state = calloc(1, sizeof *d);
    ts_run_info run = ts_run_blank();
    run.id = "0123456789abcdef0123456789abcdef";
    run.kind = "measured";
    if (!d || !(d->store = ts_store_passing("the report", &d->err))) return -1;
    int bad = ts_store_begin(d->store, &run, &d->err);
    for (size_t i = 0; i < 3 && !bad; i++) {
        ts_result r = ts_result_blank();
        r.bench = "kernel";
        r.name = name[i];
        r.value = (double)(i + 1);
        if (i == 1) r.verdict = "refused";
        bad = ts_store_add(d->store, run.id, &r, NULL, 0, &d->err);
    }
    if (bad || ts_view_make(&d->view, d->store, NULL, &d->err)) fail_msg("%s", d->err.text);
    d->scope.v = &d->view;
    d->scope.rows = ts_rows_of(&d->scope, ts_span_of("line ORDER BY nr"));
    d->scope.row = d->scope.rows.row[0];
    return 0;
}

static int teardown(void **state)
{
    desk *d = *state;
    ts_view_free(&d->view);
    ts_store_close(d->store);
    free(d);
    return 0;
}

static void expect(desk *d, const char *text, const char *want)
{
    char *got = ts_rendered(&d->scope, ts_span_of(text));
    assert_string_equal(d->err.text, "");
    assert_string_equal(got, want);
    free(got);
}

static void expect_error(desk *d, const char *text, const char *want)
{
    free(ts_rendered(&d->scope, ts_span_of(text)));
    if (!strstr(d->err.text, want))
        fail_msg("%s: \"%s\" does not say \"%s\"", text, d->err.text, want);
    d->err = (ts_error){0};
}

static void values_and_blocks(void **state)
{
    desk *d = *state;
    expect(d, "{name} {value w} {value 3} {value *try}{dtype}{lo 3}{lo}{share}",
           "a&#60;b 1 1.00 1 try\xe2\x80\x93\xe2\x80\x93");
    expect(d, "{?name}x{/}{?lo}y{:?value}z{:}w{/}{?!lo value}v{/}", "xzv");
    expect(d, "{each}{name}{?second}!{/},{/}", "a&#60;b,b!,c,");
    expect(d, "{each 1 2}{name}{/}{each 2}{value w}{/}", "b3");
    expect(d, "{with line WHERE counts ORDER BY value DESC}{each}{name} {/}{/}", "c a&#60;b ");
    expect(d, "{?@external}e{/}", "e");
    expect(d, "{with line WHERE value > :value ORDER BY nr}{name}{lines}{:}none{/}{name}",
           "b2a&#60;b");
    expect(d, "{with line WHERE value > 9}{name}{:}none of {name}{/}", "none of a&#60;b");
}

/* The end of a line stays after a tag, is nothing after a block and a blank elsewhere. */
static void ends_of_lines(void **state)
{
    desk *d = *state;
    expect(d, "<p>\n   one\n   two</p>\n{?name}\n    <i>\n{/}\nend", "<p>\none two</p>\n<i>\nend");
    expect(d, "<a\nhref>{name}\nx", "<a href>a&#60;b x");
}

static void mistakes_are_one_line(void **state)
{
    desk *d = *state;
    expect_error(d, "{nmae}", "no such value: \"nmae\"");
    expect_error(d, "{?nmae}x{/}", "no such value: \"nmae\"");
    expect_error(d, "{?name}x", "no {/} for it");
    expect_error(d, "{value q}", "no such format");
    expect_error(d, "{use nothing}", "no such part");
    expect_error(d, "{with kernel}x{/}", "no such table: kernel");
    expect_error(d, "{with line WHERE value = :nmae}x{/}", "there is no :nmae");
    expect_error(d, "{table nothing | x}", "no such column");
    ts_page_write(&d->view, "nothing", NULL, stdout);
    assert_non_null(strstr(d->err.text, "there is no page"));
}

/* ---- all names of the template ---- */

/* What a part of the template may name: columns of the rows that are at hand where it stands. */
typedef struct names {
    desk *d;
    ts_scope at;
    int depth; /* of parts in parts */
} names;

static void walk(const names *n, ts_span text);

static void known_value(const names *n, ts_span name)
{
    (void)ts_value_of(&n->at, name);
    if (n->d->err.text[0]) fail_msg("%s", n->d->err.text);
}

static const ts_section *known_section(const names *n, const char *kind, ts_span name)
{
    const ts_section *x = ts_section_find(&n->d->view, kind, name);
    if (!x) fail_msg("no %s %.*s", kind, (int)(name.end - name.at), name.at);
    return x;
}

/* A part is walked at each place where it is used. */
static void known_part(const names *n, ts_span name)
{
    static const char *const fields[] = {"title", "short", "about", "file"};
    for (size_t i = 0; i < 4; i++)
        if (ts_span_is(name, fields[i])) return;
    names inner = *n;
    assert_true(inner.depth++ < 9);
    walk(&inner, known_section(n, "part", name)->body);
}

static void known_condition(const names *n, ts_span words)
{
    for (ts_span w; ts_next_word(&words, &w);) {
        w.at += *w.at == '!';
        if (*w.at == '@')
            known_part(n, (ts_span){w.at + 1, w.end});
        else
            known_value(n, w);
    }
}

static void known_column(const names *n, ts_span name)
{
    const ts_section *x = known_section(n, "column", name);
    ts_span spec = x->field[2], first = ts_trim(spec);
    if (first.at < first.end && *first.at != '{' && *first.at != '<')
        known_value(n, ts_take_word(&spec));
    else
        walk(n, first.at < first.end ? first : x->body);
}

/* One empty row of what a SELECT has. */
static ts_scope rows_of(const names *n, ts_span query)
{
    static const ts_value none[400];
    static const ts_value *row = none;
    ts_scope s = n->at;
    s.rows = ts_rows_of(&s, query);
    if (n->d->err.text[0]) fail_msg("%s", n->d->err.text);
    assert_true(s.rows.columns < sizeof none / sizeof *none);
    s.rows.row = &row;
    s.rows.n = 1;
    s.row = none;
    return s;
}

static void known_table(const names *n, ts_span args)
{
    ts_span columns = ts_take_field(&args);
    names foot = *n;
    walk(n, ts_take_field(&args));
    if (args.at < args.end) foot.at = rows_of(n, args);
    for (ts_span w; ts_next_word(&columns, &w);) {
        known_column(n, w);
        known_column(&foot, w);
    }
}

static void known_action(const names *n, ts_span word, ts_span args)
{
    ts_span first = ts_trim(args);
    if (ts_span_is(word, "use")) known_part(n, first);
    if (ts_span_is(word, "table")) known_table(n, args);
}

/* The brace at `at` and, of a block, what is in it; where to go on. */
static const char *known(const names *n, const char *at, const char *end)
{
    ts_span x = ts_span_inside(at, end), args = x;
    const char *next = x.end + 1, *close = next;
    if (*x.at == '/' || ts_span_is(x, ":")) return next;
    if (*x.at == '?' || *x.at == ':') {
        known_condition(n, (ts_span){x.at + 1 + (*x.at == ':'), x.end});
        return next;
    }
    ts_span word = ts_take_word(&args);
    const ts_directive *d = ts_directive_find(word);
    if (!d) known_value(n, word);
    known_action(n, word, args);
    if (!ts_span_is(word, "with")) return next;
    close = ts_span_close((ts_span){next, end}, false);
    const char *other = ts_span_close((ts_span){next, end}, true);
    names inner = *n;
    inner.at = rows_of(n, args);
    walk(&inner, (ts_span){next, other});
    walk(n, (ts_span){other, close});
    return close;
}

static void walk(const names *n, ts_span text)
{
    for (const char *at = text.at; at < text.end;)
        at = *at == '{' ? known(n, at, text.end) : at + 1;
}

/* In whatever branch, and whether or not there are such rows. */
static void every_name_is_known(void **state)
{
    desk *d = *state;
    const ts_template *t = d->view.template;
    names n = {.d = d, .at = {.v = &d->view}};
    assert_true(t->n > 50);
    for (size_t i = 0; i < t->n; i++) {
        const ts_section *x = &t->section[i];
        names at = n;
        if (!ts_span_is(x->kind, "page")) continue;
        if (ts_span_is(x->name, "run")) at.at = rows_of(&n, ts_span_of("every_run"));
        for (size_t k = 0; k < 3; k++) walk(&at, x->field[k]);
        walk(&at, x->body);
        known_part(&at, ts_span_of("head"));
        known_part(&at, ts_span_of("foot"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(values_and_blocks, setup, teardown),
        cmocka_unit_test_setup_teardown(ends_of_lines, setup, teardown),
        cmocka_unit_test_setup_teardown(mistakes_are_one_line, setup, teardown),
        cmocka_unit_test_setup_teardown(every_name_is_known, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

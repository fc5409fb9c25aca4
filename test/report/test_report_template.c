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

#include "report/page.h"

typedef struct desk {
    ts_run_info run;
    ts_record record[3];
    ts_line line[3];
    ts_records all;
    ts_view view;
    ts_error err;
    char pages[1][48];
    ts_scope scope;
} desk;

/* Three kernels of which the second is refused. */
static int setup(void **state)
{
    static const char *const name[] = {"a<b", "b", "c"};
    desk *d = *state = calloc(1, sizeof *d);
    if (!d) return -1;
    d->run = ts_run_blank();
    d->run.kind = "measured";
    d->all = (ts_records){&d->run, 1, d->record, 3, NULL};
    d->view = (ts_view){.from = {.all = &d->all}, .page = d->pages, .err = &d->err};
    for (size_t i = 0; i < 3; i++) {
        d->record[i] = (ts_record){&d->run, ts_result_blank(), i};
        d->record[i].result.name = name[i];
        d->record[i].result.value = (double)(i + 1);
        if (i == 1) d->record[i].result.verdict = "refused";
        d->line[i] = ts_line_of(&d->view, &d->record[i]);
    }
    d->scope = (ts_scope){.v = &d->view, .lines = {d->line, 3}, .line = d->line};
    return 0;
}

static int teardown(void **state)
{
    ts_view_free(&((desk *)*state)->view);
    free(*state);
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
    expect(d, "{name} {value w} {value 3} {value *try}{lo}", "a&#60;b 1 1.00 1 try\xe2\x80\x93");
    expect(d, "{?name}x{/}{?lo}y{:?value}z{:}w{/}{?!lo value}v{/}", "xzv");
    expect(d, "{each}{name}{?second}!{/},{/}", "a&#60;b,b!,c,");
    expect(d, "{each 1 2}{name}{/}{each 2}{before.value w}{/}", "b2");
    expect(d, "{keep counts}{sort value}{each}{name} {/}", "c a&#60;b ");
    expect(d, "{?@external}e{/}", "e");
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
    expect_error(d, "{with kernel}x{/}", "no such lines");
    expect_error(d, "{with kernel measured | nothing}x{/}", "no such action");
    expect_error(d, "{table nothing | x}", "no such column");
    expect_error(d, "{sort nmae}", "that there is not");
    expect_error(d, "{draw nothing}", "no such drawing");
    ts_page_write(&d->view, "nothing", NULL, stdout);
    assert_non_null(strstr(d->err.text, "there is no page"));
}

/* ---- all names of the template ---- */

static void known_value(desk *d, ts_span name)
{
    ts_value x;
    if (!ts_value_find(&d->scope, name.at, (size_t)(name.end - name.at), &x))
        fail_msg("no value %.*s", (int)(name.end - name.at), name.at);
}

static void known_section(desk *d, const char *kind, ts_span name)
{
    if (!ts_section_find(&d->view, kind, name))
        fail_msg("no %s %.*s", kind, (int)(name.end - name.at), name.at);
}

static void known_condition(desk *d, ts_span words)
{
    for (ts_span w; ts_next_word(&words, &w);) {
        w.at += *w.at == '!';
        if (*w.at == '@')
            known_section(d, "part", (ts_span){w.at + 1, w.end});
        else
            known_value(d, w);
    }
}

static void known_columns(desk *d, ts_span args)
{
    const char *list = ts_words_of(&d->view, ts_take_field(&args));
    ts_span words = ts_span_of(list);
    for (ts_span w; ts_next_word(&words, &w);) known_section(d, "column", w);
}

static void known_action(desk *d, ts_span word, ts_span args)
{
    args = ts_trim(args);
    bool field = ts_span_is(args, "title") || ts_span_is(args, "short") ||
                 ts_span_is(args, "about") || ts_span_is(args, "file");
    if (ts_span_is(word, "use") && !field) known_section(d, "part", args);
    if (ts_span_is(word, "table")) known_columns(d, args);
    if (ts_span_is(word, "sort") || ts_span_is(word, "keep"))
        known_value(d, (ts_span){args.at + (*args.at == '!'), args.end});
}

/* What stands in braces; blocks are walked from outside. */
static void known(desk *d, ts_span x)
{
    ts_span args = x, part;
    if (*x.at == '/' || ts_span_is(x, ":")) return;
    if (*x.at == '?' || *x.at == ':') {
        known_condition(d, (ts_span){x.at + 1 + (*x.at == ':'), x.end});
        return;
    }
    ts_span word = ts_take_word(&args);
    word.at += *word.at == '>';
    if (!ts_directive_find(word)) known_value(d, word);
    known_action(d, word, args);
    for (args = x; ts_span_is(word, "with") && args.at < args.end;) {
        part = ts_take_field(&args);
        ts_span action = ts_take_word(&part);
        known_action(d, action, part);
    }
}

static void walk(desk *d, ts_span text)
{
    for (const char *at = text.at; at < text.end; at++) {
        if (*at != '{') continue;
        const char *end = at + 1;
        for (int depth = 0; end < text.end && (depth || *end != '}'); end++)
            depth += (*end == '{') - (*end == '}');
        known(d, (ts_span){at + 1, end});
    }
}

static void every_name_is_known(void **state)
{
    desk *d = *state;
    const ts_template *t = ts_template_of(&d->view);
    assert_true(t && t->n > 50);
    for (size_t i = 0; i < t->n; i++) {
        const ts_section *x = &t->section[i];
        for (size_t k = 0; k < 3; k++) walk(d, x->field[k]);
        walk(d, x->body);
        ts_span spec = x->field[2];
        ts_span value = ts_take_word(&spec);
        bool number = value.at < value.end && *value.at != '{' && *value.at != '<';
        if (ts_span_is(x->kind, "column") && number) known_value(d, value);
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

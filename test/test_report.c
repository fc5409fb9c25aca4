/* test_report.c - what the report makes of results: text that stays text, the newest of each key, shares of
 * ceilings, impossible lines, plots without surprises, and folders that are whole or untouched. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "report/folder.h"
#include "report/html.h"
#include "report/plot.h"
#include "report/table.h"
#include "report/view.h"

#define REPLACED "\xef\xbf\xbd"

/* ---- text and numbers ---- */

static void expect_html(const char *text, const char *want)
{
    char *got = NULL;
    size_t n;
    FILE *to = open_memstream(&got, &n);
    ts_html(to, "[%s]", text);
    fclose(to);
    if (strlen(want) + 2 != n || strncmp(got + 1, want, n - 2) != 0)
        fail_msg("%s instead of [%s]", got, want);
    free(got);
}

static void text_stays_text(void **state)
{
    (void)state;
    expect_html("plain, \xc3\xa4\xe2\x82\xac\xf0\x9d\x84\x9e",
                "plain, \xc3\xa4\xe2\x82\xac\xf0\x9d\x84\x9e");
    expect_html("<script>", "&#60;script&#62;");
    expect_html("a\" onclick='x' &amp;", "a&#34; onclick=&#39;x&#39; &#38;amp;");
    expect_html("\x01 \x7f \xc2\x85", REPLACED " " REPLACED " " REPLACED); /* controls */
    expect_html("\xe2\x80\xae right to left", REPLACED " right to left");
    expect_html("\xff\xc3", REPLACED REPLACED); /* no UTF-8, and cut short */
    expect_html("\xc0\xaf", REPLACED REPLACED); /* a slash, spelled longer than needed */
    expect_html("\xed\xa0\x80", REPLACED REPLACED REPLACED); /* a surrogate */
    expect_html("%s %n", "%s %n");
    expect_html(NULL, "");
}

static void numbers_read_well(void **state)
{
    (void)state;
    assert_string_equal(ts_number(11.44, 3).text, "11.4");
    assert_string_equal(ts_number(9.996, 3).text, "10.0");
    assert_string_equal(ts_number(0.06683, 3).text, "0.0668");
    assert_string_equal(ts_number(1234567, 3).text, "1,234,567");
    assert_string_equal(ts_number(-2.5, 2).text, "\xe2\x88\x92"
                                                 "2.5");
    assert_string_equal(ts_number(NAN, 3).text, "\xe2\x80\x93");
    assert_string_equal(ts_number(1e300, 3).text, "1.00e+300");
    assert_string_equal(ts_whole(4096).text, "4,096");
    assert_string_equal(ts_stated(91.7).text, "91.7");
    assert_string_equal(ts_stated(1228).text, "1,228");
    assert_string_equal(ts_percent(0.9634).text, "96.3\xe2\x80\xaf%");
    assert_string_equal(ts_time(0.0881).text, "88.1\xe2\x80\xafms");
    assert_string_equal(ts_time(3.5e-7).text, "350\xe2\x80\xafns");
    assert_string_equal(ts_amount(3.087e9).text, "3.087\xe2\x80\xafGB");
    assert_string_equal(ts_plural(1, "run").text, "1 run");
    assert_string_equal(ts_plural(1204, "class").text, "1,204 classes");
    assert_string_equal(ts_date("2026-11-21T14:47:13Z").text, "21 Nov 2026, 14:47 UTC");
    assert_string_equal(ts_date("<script>").text, "undated");
    assert_string_equal(ts_date(NULL).text, "undated");
    assert_false(ts_is_web("javascript:alert(1)"));
    assert_true(ts_is_web("https://example.org/"));
}

/* ---- made-up results ---- */

enum { MOST = 40 };

typedef struct bench {
    ts_run_info run[4];
    ts_record record[MOST];
    ts_records all;
    ts_view view;
    ts_error err;
} bench;

static int no_samples(void *arg, const ts_record *r, ts_sample **out, size_t *n, ts_error *err)
{
    (void)arg, (void)r, (void)err;
    *out = NULL;
    *n = 0;
    return 0;
}

static int no_raw(void *arg, const ts_run_info *run, FILE *to, ts_error *err)
{
    (void)arg, (void)run, (void)to, (void)err;
    return 0;
}

static ts_run_info *add_run(bench *b, const char *id, const char *kind, const char *started)
{
    ts_run_info *run = &b->run[b->all.runs++];
    *run = ts_run_blank();
    run->id = id;
    run->kind = kind;
    run->started = started;
    run->machine = "00c0ffee00c0ffee";
    return run;
}

static ts_result *add(bench *b, const ts_run_info *run, const char *what, const char *name,
                      double value)
{
    ts_record *r = &b->record[b->all.n++];
    *r = (ts_record){run, ts_result_blank(), b->all.n};
    r->result.bench = what;
    r->result.name = name;
    r->result.value = value;
    r->result.unit = strcmp(what, "decode") != 0 ? "us" : "tok/s";
    return &r->result;
}

static ts_view *look(bench *b, const char *run)
{
    b->all.run = b->run;
    b->all.record = b->record;
    ts_source from = {&b->all, no_samples, no_raw, NULL};
    if (ts_view_make(&b->view, from, run, &b->err)) fail_msg("%s", b->err.text);
    return &b->view;
}

static int setup(void **state)
{
    *state = calloc(1, sizeof(bench));
    return *state ? 0 : -1;
}

static int teardown(void **state)
{
    ts_view_free(&((bench *)*state)->view);
    free(*state);
    return 0;
}

static void near(double got, double want, double within)
{
    if (!(fabs(got - want) <= within)) fail_msg("%.17g, not %.17g", got, want);
}

static char *page(ts_view *v, void write(ts_view *, FILE *))
{
    char *text = NULL;
    size_t n;
    FILE *to = open_memstream(&text, &n);
    write(v, to);
    fclose(to);
    return text;
}

static void appears(const char *text, const char *piece)
{
    if (!strstr(text, piece)) fail_msg("no \"%s\" in %s", piece, text);
}

/* ---- which results ---- */

static void the_newest_of_each_key(void **state)
{
    bench *b = *state;
    ts_run_info *old = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    ts_run_info *new = add_run(b, "bbbb5eed5eed5eed", "measured", "2026-11-19T09:00:00Z");
    add(b, old, "kernel", "rms_norm", 5)->mode = "cold";
    add(b, old, "kernel", "rope", 7)->mode = "cold";
    add(b, new, "kernel", "rms_norm", 4)->mode = "cold";
    add(b, new, "kernel", "rms_norm", 3)->mode = "hot";
    ts_view *v = look(b, NULL);
    ts_lines l = ts_lines_pick(v, "kernel", TS_MEASURED);
    assert_int_equal(l.n, 3); /* rope is of the old run, and still the newest */
    near(l.line[0].r->result.value, 7, 0);
    near(l.line[1].r->result.value, 4, 0);
    assert_int_equal(ts_lines_pick(v, "kernel", TS_MEASURED | TS_EVERY).n, 4);
    l = ts_kernel_lines(v); /* the hot line stands beside its cold one */
    assert_int_equal(l.n, 2);
    assert_null(l.line[0].hot);
    near(l.line[1].hot->result.value, 3, 0);
    assert_string_equal(l.line[1].href, "run-bbbb5eed5eed.html#r3");
}

static void one_run_when_asked(void **state)
{
    bench *b = *state;
    ts_run_info *old = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    ts_run_info *new = add_run(b, "bbbb5eed5eed5eed", "measured", "2026-11-19T09:00:00Z");
    ts_run_info *other = add_run(b, "../../etc/passwd", "published", NULL);
    add(b, old, "kernel", "rms_norm", 5);
    add(b, new, "kernel", "rms_norm", 4);
    add(b, other, "decode", "x", 1);
    add(b, other, "decode", "x", 2); /* two lines of others may look alike: both stand */
    ts_view *v = look(b, "aaaa");
    ts_lines l = ts_lines_pick(v, "kernel", TS_MEASURED);
    assert_int_equal(l.n, 1);
    near(l.line[0].r->result.value, 5, 0);
    assert_int_equal(ts_lines_pick(v, "decode", TS_PUBLISHED).n, 2);
    assert_string_equal(v->page[2], "run-number-3"); /* no path from an id of others */
    ts_view_free(v);
    ts_source from = {&b->all, no_samples, no_raw, NULL};
    assert_int_equal(ts_view_make(&b->view, from, "cccc", &b->err), -1);
    assert_non_null(strstr(b->err.text, "0 runs begin with \"cccc\""));
}

static void headline_is_the_true_shape(void **state)
{
    bench *b = *state;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    ts_line l;
    add(b, run, "decode", "tessera-tiny", 700)->dtype = "bf16";
    add(b, run, "decode", "synthetic:r1-distill-1.5b", 3)->dtype = "f32";
    ts_result *r = add(b, run, "decode", "synthetic:r1-distill-1.5b", 6);
    r->dtype = "bf16";
    r->context = 4096;
    r = add(b, run, "decode", "synthetic:r1-distill-1.5b", 5);
    r->dtype = "bf16";
    r = add(b, run, "decode", "synthetic:r1-distill-1.5b", 9);
    r->dtype = "bf16";
    r->mode = "other";
    r->verdict = "refused";
    assert_true(ts_headline(look(b, NULL), &l));
    near(l.r->result.value, 5, 0);
}

/* ---- what follows from them ---- */

static void shares_of_the_true_ceiling(void **state)
{
    bench *b = *state;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "published", NULL);
    ts_result *r = add(b, run, "decode", "DeepSeek-R1-Distill-Qwen-1.5B", 91.7);
    r->device_name = "Apple M2 Max";
    r->dtype = "bf16";
    r->read_gbps = 400;
    ts_view *v = look(b, NULL);
    ts_line l = ts_lines_pick(v, "decode", TS_PUBLISHED).line[0];
    near(l.sol, 0.71, 0.005); /* of 129.6 tok/s: 3.087 GB a token */
    near(l.ceiling * 1e9 / l.bytes, 129.6, 0.05);
    near(l.stated, 153.8, 0.05); /* with 2.6 GB, of which it was 60 % */
    near(91.7 / l.stated, 0.60, 0.005);
    assert_true(l.counts);
}

static void impossible_lines_are_flagged(void **state)
{
    bench *b = *state;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "published", NULL);
    ts_result *r = add(b, run, "decode", "DeepSeek-R1-Distill-Qwen-1.5B", 91.7);
    r->read_gbps = 400;
    add(b, run, "breakdown", "gate + up + silu", 3100);
    add(b, run, "breakdown", "down-projection", 2100);
    add(b, run, "breakdown", "attention", 800);
    ts_lines l = ts_lines_pick(look(b, NULL), "breakdown", TS_PUBLISHED);
    assert_int_equal(l.n, 3);
    near(l.line[0].gbps, 497, 0.5); /* of a memory of 400 */
    assert_true(l.line[0].impossible);
    assert_false(l.line[0].counts);
    near(l.line[1].gbps, 367, 0.5);
    assert_false(l.line[1].impossible);
    assert_true(isnan(l.line[2].sol)); /* its bytes are not known */
    assert_false(l.line[2].impossible);
}

static ts_result *class(bench *b, const ts_run_info *run, const char *name, double us, double sol)
{
    ts_result *r = add(b, run, "breakdown", name, us);
    r->context = 16;
    r->sol = sol;
    r->read_gbps = 20;
    return r;
}

static void room_decides_what_to_improve(void **state)
{
    bench *b = *state;
    double token;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    class(b, run, "gate, up, silu", 70e3, 0.99); /* 0.7 ms of room, though the largest */
    class(b, run, "down product", 40e3, 0.87);   /* 5.2 ms */
    class(b, run, "norms", 10e3, NAN);           /* from caches: not known */
    class(b, run, "token", 123e3, 0.95);
    class(b, run, "between launches", 3e3, NAN);
    for (int i = 0; i < 2; i++) { /* of a device or a context that the headline is not about */
        ts_result *r = class(b, run, "norms", 900e3, 0.5);
        r->device = i ? NULL : "opencl:0";
        r->context = i ? 4096 : 16;
    }
    add(b, run, "decode", "synthetic:r1-distill-1.5b", 8);
    ts_lines l = ts_breakdown(look(b, NULL), &token);
    assert_int_equal(l.n, 4);
    near(token, 0.123, 1e-12);
    ts_lines_sort(&l, ts_get_room);
    assert_string_equal(l.line[0].r->result.name, "down product");
    near(l.line[0].room, 5.2e-3, 1e-12);
    assert_string_equal(l.line[1].r->result.name, "between launches"); /* all of it could go */
    near(l.line[1].room, 3e-3, 1e-12);
    assert_string_equal(l.line[3].r->result.name, "norms");
}

static void refused_classes_give_no_advice(void **state)
{
    bench *b = *state;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    add(b, run, "decode", "synthetic:r1-distill-1.5b", 8);
    class(b, run, "attention", 2e3, 0.7);
    ts_result *r = class(b, run, "gate, up, silu", NAN, NAN);
    r->verdict = "refused";
    r->why = "129 % of reading";
    class(b, run, "token", 123e3, 0.95);
    ts_view *v = look(b, NULL);
    char *first = page(v, ts_page_index), *classes = page(v, ts_page_breakdown);
    appears(first, "Too disturbed to tell");
    assert_null(strstr(first, "Where the time goes"));
    appears(classes, "129 % of reading");
    assert_null(strstr(classes, "sum of the classes"));
    assert_null(strstr(classes, "nan"));
    free(first);
    free(classes);
    class(b, run, "gate, up, silu", 70e3, 0.99)->context =
        1024; /* whole, though with more in the cache */
    class(b, run, "token", 75e3, 0.95)->context = 1024;
    ts_view_free(v);
    first = page(look(b, NULL), ts_page_index);
    appears(first, "Where the time goes");
    free(first);
}

static void ranks_leave_out_what_does_not_count(void **state)
{
    bench *b = *state;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    add(b, run, "kernel", "a", 10)->sol = 0.5;
    ts_result *r = add(b, run, "kernel", "b", 10);
    r->sol = 0.9;
    r->verdict = "fail";
    add(b, run, "kernel", "c", 10)->sol = 1.3; /* over its ceiling, whatever its verdict says */
    add(b, run, "kernel", "d", 10)->sol = 0.7;
    ts_lines l = ts_lines_pick(look(b, NULL), "kernel", TS_MEASURED);
    ts_lines_rank(&l);
    assert_int_equal(l.line[0].rank, 1);
    assert_int_equal(l.line[1].rank, 0);
    assert_int_equal(l.line[2].rank, 0);
    assert_int_equal(l.line[3].rank, 2);
    near(l.line[3].room, 3e-6, 1e-15);
}

static void lines_group_and_sort(void **state)
{
    bench *b = *state;
    static const char *const device[] = {"x", "y", "x", "z", "y", "x"};
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    for (int i = 0; i < 6; i++) {
        static const char *const name[] = {"a", "b", "c", "d", "e", "f"};
        add(b, run, "kernel", name[i], i == 3 ? NAN : i)->device = device[i];
    }
    ts_lines l = ts_lines_pick(look(b, NULL), "kernel", TS_MEASURED);
    ts_lines_group(&l, ts_same_device);
    assert_int_equal(ts_lines_run(&l, 0, ts_same_device), 3);
    assert_int_equal(ts_lines_run(&l, 3, ts_same_device), 2);
    near(l.line[1].r->result.value, 2, 0); /* in the order they came in */
    ts_lines_sort(&l, ts_get_value);
    near(l.line[0].r->result.value, 5, 0);
    assert_true(isnan(l.line[5].r->result.value));
}

/* ---- pages ---- */

static void ratios_decide_what_helps(void **state)
{
    bench *b = *state;
    static const struct {
        const char *name;
        double rate, lo, hi;
    } rows[] = {
        {"prefetch", 5.6, 0.8, 0.85}, {"spin", 6.6, 0.98, 1.02}, {"overlap", 7, 1.02, 1.06}};
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    for (size_t i = 0; i < 3; i++) {
        add(b, run, "ablation", rows[i].name, rows[i].rate)->unit = "tok/s";
        ts_result *r = add(b, run, "ablation", rows[i].name, (rows[i].lo + rows[i].hi) / 2);
        r->unit = "ratio";
        r->lo = rows[i].lo;
        r->hi = rows[i].hi;
    }
    add(b, run, "ablation", "plain", 6.7)->unit = "tok/s";
    ts_result *few = add(b, run, "ablation", "streams", 0.5);
    few->unit = "ratio";
    few->lo = few->hi = 0.5;
    few->n = 1;
    char *text = page(look(b, NULL), ts_page_ablation);
    char *helps = strstr(text, "<td>helps</td>"), *none = strstr(text, "<td>no difference</td>");
    char *hurts = strstr(text, "<td>hurts</td>");
    assert_true(helps && none && hurts);
    assert_true(helps < none && none < hurts); /* by what they are worth */
    appears(text, "17.5\xe2\x80\xaf%");        /* by the ratio, not by rates of other minutes */
    appears(text, "<td>too few rounds</td>");  /* though its interval has no width */
    appears(text, ">6.70 tokens a second<");
    assert_null(strstr(helps + 1, "<td>helps</td>")); /* one row a switch */
    free(text);
}

static void nothing_measured_is_said(void **state)
{
    bench *b = *state;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "published", NULL);
    add(b, run, "kernel", "x", 1);
    ts_view *v = look(b, NULL);
    for (size_t i = 0; i < ts_pages_n; i++) {
        char *text = page(v, ts_pages[i].write);
        appears(text, "</html>");
        assert_null(strstr(text, "(null)"));
        assert_null(strstr(text, "nan"));
        free(text);
    }
    char *text = page(v, ts_page_kernels);
    appears(text, "<code>tessera bench kernels</code>");
    free(text);
}

/* ---- plots ---- */

static char *draw(ts_view *v, const ts_plot *p)
{
    char *text = NULL;
    size_t n;
    FILE *to = open_memstream(&text, &n);
    ts_plot_draw(v, to, p);
    fclose(to);
    return text;
}

static void plots_run_nothing(void **state)
{
    (void)state;
    static const double x[] = {1, 2, 3}, y[] = {1, NAN, 9};
    static const char *const label[] = {"1\"\nEOD\nsystem 'touch /tmp/tessera-report-was-here'",
                                        NULL, "3"};
    char evil[] =
        "a' ; system 'touch /tmp/tessera-report-was-here' #`touch /tmp/tessera-report-was-here`";
    ts_error err = {0};
    ts_view v = {.plots = true, .err = &err};
    ts_plot p = {
        .title = "<b>",
        .about = "&",
        .x = "x",
        .y = "y",
        .log_x = true,
        .tick = (const char *[]){evil},
        .ticks = 1,
        .n = 1,
        .series = {{.name = evil, .mark = TS_MARK_BOTH, .n = 3, .x = x, .y = y, .label = label}}};
    if (ts_plot_check(&err)) {
        printf("skipped: %s\n", err.text);
        skip();
    }
    static const double nowhere[] = {NAN, NAN, NAN};
    ts_plot empty = p;
    empty.series[0].y = nowhere;
    char *nothing = draw(&v, &empty);
    assert_string_equal(err.text, "");
    assert_string_equal(nothing, "");
    free(nothing);
    unlink("/tmp/tessera-report-was-here");
    char *one = draw(&v, &p), *two = draw(&v, &p);
    assert_string_equal(err.text, "");
    assert_int_not_equal(access("/tmp/tessera-report-was-here", F_OK), 0);
    assert_non_null(strstr(one, "role=\"img\""));
    assert_non_null(strstr(one, "<title id=\"p1-title\">&#60;b&#62;</title>"));
    assert_non_null(strstr(two, "id=\"p2-title\"")); /* unique on a page of two */
    assert_non_null(strstr(one, "var(--c0)"));
    assert_null(strstr(one, "rgb("));
    assert_null(strstr(one, "\"black\""));
    assert_null(strstr(one, "http"));
    assert_null(strstr(one, " id='gp"));
    free(one);
    free(two);
}

static void without_gnuplot_one_line(void **state)
{
    (void)state;
    ts_error err = {0};
    char *path = strdup(getenv("PATH"));
    setenv("PATH", "/nonexistent", 1);
    int result = ts_plot_check(&err);
    setenv("PATH", path, 1);
    free(path);
    assert_int_equal(result, -1);
    assert_non_null(strstr(err.text, "apt install gnuplot-nox"));
    assert_non_null(strstr(err.text, "--no-plots"));
}

/* ---- folders ---- */

static void put(ts_folder *f, const char *name, const char *text, size_t times)
{
    ts_error err = {0};
    FILE *to = ts_folder_open(f, name, &err);
    assert_non_null(to);
    for (size_t i = 0; i < times; i++) fputs(text, to);
    assert_int_equal(ts_folder_close(f, &err), 0);
}

static void holds(const char *folder, const char *name, const char *start)
{
    char path[256], text[64] = "";
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *in = fopen(path, "r");
    if (!start) {
        assert_null(in);
        return;
    }
    assert_non_null(in);
    assert_non_null(fgets(text, sizeof text, in));
    fclose(in);
    assert_string_equal(text, start);
}

static void forget(const char *folder)
{
    char path[256];
    static const char *const names[] = {"index.html", "a.html", ".new-index.html", ".new-a.html"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        unlink(path);
    }
    rmdir(folder);
}

static void a_full_disk_changes_nothing(void **state)
{
    (void)state;
    char base[] = "/tmp/test-report-XXXXXX", folder[64];
    ts_error err = {0};
    ts_folder good = {0}, large = {0};
    struct rlimit before, small;
    assert_non_null(mkdtemp(base));
    snprintf(folder, sizeof folder, "%s/new", base);
    put(&good, "a.html", "good", 1);
    put(&good, "index.html", "<meta name=\"generator\" content=\"tessera report\">", 1);
    assert_int_equal(ts_folder_publish(&good, folder, &err), 0); /* makes the folder */
    put(&large, "a.html", "bad", 10000);
    put(&large, "index.html", "bad", 1);
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before);
    small = (struct rlimit){4096, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    int result = ts_folder_publish(&large, folder, &err);
    setrlimit(RLIMIT_FSIZE, &before);
    assert_int_equal(result, -1);
    assert_non_null(strstr(err.text, "as it was"));
    holds(folder, "index.html", "<meta name=\"generator\" content=\"tessera report\">");
    holds(folder, "a.html", "good");
    holds(folder, ".new-index.html", NULL);
    holds(folder, ".new-a.html", NULL);
    ts_folder_free(&good);
    ts_folder_free(&large);
    forget(folder);
    rmdir(base);
}

static void stopped_halfway_is_no_obstacle(void **state)
{
    (void)state;
    char folder[] = "/tmp/test-report-XXXXXX", path[64];
    ts_error err = {0};
    ts_folder mine = {0}, half = {0};
    assert_non_null(mkdtemp(folder));
    put(&half, ".new-a.html", "half of a pa", 1); /* stopped while writing */
    assert_int_equal(ts_folder_publish(&half, folder, &err), 0);
    put(&mine, "a.html", "whole", 1);
    put(&mine, "index.html", "content=\"tessera report\"", 1);
    assert_int_equal(ts_folder_publish(&mine, folder, &err), 0);
    holds(folder, ".new-a.html", NULL);
    snprintf(path, sizeof path, "%s/index.html", folder);
    unlink(path);
    assert_int_equal(ts_folder_publish(&mine, folder, &err), -1); /* somebody's a.html alone */
    assert_non_null(strstr(err.text, "holds files that are no report"));
    ts_folder_free(&half);
    ts_folder_free(&mine);
    forget(folder);
}

static void pages_of_others_stay(void **state)
{
    (void)state;
    char folder[] = "/tmp/test-report-XXXXXX";
    ts_error err = {0};
    ts_folder mine = {0}, theirs = {0};
    assert_non_null(mkdtemp(folder));
    put(&theirs, "index.html", "my home page", 1);
    assert_int_equal(ts_folder_publish(&theirs, folder, &err), 0);
    put(&mine, "index.html", "content=\"tessera report\"", 1);
    assert_int_equal(ts_folder_publish(&mine, folder, &err), -1);
    assert_non_null(strstr(err.text, "choose another folder"));
    holds(folder, "index.html", "my home page");
    ts_folder_free(&mine);
    ts_folder_free(&theirs);
    forget(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_stays_text),
        cmocka_unit_test(numbers_read_well),
        cmocka_unit_test_setup_teardown(the_newest_of_each_key, setup, teardown),
        cmocka_unit_test_setup_teardown(one_run_when_asked, setup, teardown),
        cmocka_unit_test_setup_teardown(headline_is_the_true_shape, setup, teardown),
        cmocka_unit_test_setup_teardown(shares_of_the_true_ceiling, setup, teardown),
        cmocka_unit_test_setup_teardown(impossible_lines_are_flagged, setup, teardown),
        cmocka_unit_test_setup_teardown(room_decides_what_to_improve, setup, teardown),
        cmocka_unit_test_setup_teardown(refused_classes_give_no_advice, setup, teardown),
        cmocka_unit_test_setup_teardown(ranks_leave_out_what_does_not_count, setup, teardown),
        cmocka_unit_test_setup_teardown(lines_group_and_sort, setup, teardown),
        cmocka_unit_test_setup_teardown(ratios_decide_what_helps, setup, teardown),
        cmocka_unit_test_setup_teardown(nothing_measured_is_said, setup, teardown),
        cmocka_unit_test(plots_run_nothing),
        cmocka_unit_test(without_gnuplot_one_line),
        cmocka_unit_test(a_full_disk_changes_nothing),
        cmocka_unit_test(stopped_halfway_is_no_obstacle),
        cmocka_unit_test(pages_of_others_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_report.c - what the report is made with: text that stays text, plots of whatever points, and folders
 * that are whole or untouched. What it makes of results is in test_report_pages.c. */
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

/* ---- plots ---- */

/* Points of these, of which the last three may be NULL; good until the next. */
static ts_series series_of(const char *name, size_t n, const double *x, const double *y,
                           const double *lo, const double *hi, const char *const *label)
{
    static ts_value value[8][5];
    static const ts_value *row[8];
    const double *const column[] = {x, y, lo, hi};
    assert_true(n <= 8);
    for (size_t i = 0; i < n; i++) {
        row[i] = value[i];
        for (size_t c = 0; c < 4; c++)
            value[i][c] = (ts_value){NULL, column[c] ? column[c][i] : NAN, false};
        value[i][4] = (ts_value){label ? label[i] : NULL, NAN, false};
    }
    return (ts_series){name, TS_MARK_BOTH, 0,           {.row = row, .n = n}, 0,
                       1,    lo ? 2 : -1,  hi ? 3 : -1, label ? 4 : -1};
}

static char *draw(ts_view *v, const ts_plot *p)
{
    char *text = NULL;
    size_t n;
    FILE *to = open_memstream(&text, &n);
    ts_plot_draw(v, to, p);
    fclose(to);
    return text;
}

static void names_in_plots_stay_text(void **state)
{
    (void)state;
    static const double x[] = {1, 2, 3}, y[] = {1, NAN, 9}, nowhere[] = {NAN, NAN, NAN};
    static const char *const label[] = {"<script>", NULL, "3"};
    ts_error err = {0};
    ts_view v = {.plots = true, .err = &err};
    ts_plot p = {.title = "<b>",
                 .about = "&",
                 .x = "x",
                 .y = "y",
                 .log_x = true,
                 .n = 1,
                 .series = {series_of("", 3, x, nowhere, NULL, NULL, label)}};
    char *nothing = draw(&v, &p);
    assert_string_equal(nothing, "");
    free(nothing);
    p.series[0] = series_of("\"'<i>", 3, x, y, NULL, NULL, label);
    char *one = draw(&v, &p), *two = draw(&v, &p);
    assert_string_equal(err.text, "");
    assert_non_null(strstr(one, "role=\"img\""));
    assert_non_null(strstr(one, "<title id=\"p1-title\">&#60;b&#62;</title>"));
    assert_non_null(strstr(one, ">&#34;&#39;&#60;i&#62;</text>"));
    assert_non_null(strstr(one, ">&#60;script&#62;</text>"));
    assert_non_null(strstr(two, "id=\"p2-title\"")); /* unique on a page of two */
    assert_non_null(strstr(one, "var(--c0)"));
    assert_null(strstr(one, "nan"));
    assert_null(strstr(one, "inf"));
    free(one);
    free(two);
}

static void axes_hold_their_points(void **state)
{
    (void)state;
    static const double wide[] = {1e-9, 1e12}, flat[] = {0, 0}, below[] = {-3, -1};
    static const double *const some[] = {wide, flat, below};
    ts_error err = {0};
    ts_view v = {.plots = true, .err = &err};
    for (int i = 0; i < 3 * 3 * 4; i++) {
        ts_plot p = {.title = "t", .about = "a", .x = "x", .y = "y", .n = 1};
        p.log_x = i & 1;
        p.from_zero = i & 2;
        p.series[0] = series_of("s", 2, some[i / 4 % 3], some[i / 12], NULL, NULL, NULL);
        char *text = draw(&v, &p);
        assert_in_range(strlen(text), 100, 20000); /* whatever they are, ticks end */
        free(text);
    }
}

/* How many strokes a drawing has. */
static size_t strokes(const char *svg)
{
    size_t n = 0;
    for (; (svg = strstr(svg, "<path")); svg++) n++;
    return n;
}

static void plots_show_intervals(void **state)
{
    (void)state;
    static const double x[] = {1, 2}, y[] = {5, 6}, lo[] = {4, NAN}, hi[] = {20, NAN};
    ts_error err = {0};
    ts_view v = {.plots = true, .err = &err};
    ts_plot p = {.title = "t",
                 .about = "a",
                 .x = "x",
                 .y = "y",
                 .n = 1,
                 .series = {series_of("s", 2, x, y, NULL, NULL, NULL)}};
    char *plain = draw(&v, &p);
    p.series[0] = series_of("s", 2, x, y, lo, hi, NULL);
    char *with = draw(&v, &p);
    assert_string_equal(err.text, "");
    assert_null(strstr(with, "nan"));
    assert_true(strokes(with) > strokes(plain));
    assert_null(strstr(plain, ">20<"));
    assert_non_null(strstr(with, "20<")); /* the axis holds the end of the bar */
    free(plain);
    free(with);
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
        cmocka_unit_test(names_in_plots_stay_text),
        cmocka_unit_test(plots_show_intervals),
        cmocka_unit_test(axes_hold_their_points),
        cmocka_unit_test(a_full_disk_changes_nothing),
        cmocka_unit_test(stopped_halfway_is_no_obstacle),
        cmocka_unit_test(pages_of_others_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

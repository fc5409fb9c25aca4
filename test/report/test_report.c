/* test_report.c - what the report is made with: text that stays text, numbers, and folders that
 * are whole or untouched. What it makes of results is in test_report_pages.c. */
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

#define REPLACED "\xef\xbf\xbd"

/* ---- text and numbers ---- */

static void expect_html(const char *text, const char *want)
{
    char *got = NULL;
    size_t n;
    FILE *to = open_memstream(&got, &n);
    ts_html_text(to, text);
    fclose(to);
    if (strlen(want) != n || strcmp(got, want) != 0) fail_msg("%s instead of %s", got, want);
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

static const char *words(double x, const char *format)
{
    static ts_words w;
    assert_true(ts_words_of(x, format, &w));
    return w.text;
}

static void numbers_read_well(void **state)
{
    (void)state;
    assert_string_equal(words(11.44, "3"), "11.4");
    assert_string_equal(words(9.996, "3"), "10.0");
    assert_string_equal(words(0.06683, "3"), "0.0668");
    assert_string_equal(words(1234567, "3"), "1,234,567");
    assert_string_equal(words(-2.5, "2"), "\xe2\x88\x92"
                                          "2.5");
    assert_string_equal(words(NAN, "3"), "\xe2\x80\x93");
    assert_string_equal(words(1e300, "3"), "1.00e+300");
    assert_string_equal(words(4096, "w"), "4,096");
    assert_string_equal(words(91.7, "="), "91.7");
    assert_string_equal(words(1228, "="), "1,228");
    assert_string_equal(words(0.9634, "%"), "96.3\xe2\x80\xaf%");
    assert_string_equal(words(0.0881, "t"), "88.1\xe2\x80\xafms");
    assert_string_equal(words(3.5e-7, "t"), "350\xe2\x80\xafns");
    assert_string_equal(words(3.087e9, "s"), "3.087\xe2\x80\xafGB");
    assert_string_equal(words(1, "*run"), "1 run");
    assert_string_equal(words(1204, "*class"), "1,204 classes");
}

/* ---- folders ---- */

static int put(ts_folder *f, const char *name, const char *text, size_t times, ts_error *err)
{
    FILE *to = ts_folder_open(f, name, err);
    assert_non_null(to);
    for (size_t i = 0; i < times; i++) fputs(text, to);
    return ts_folder_close(f, err);
}

static const char ours[] = "<meta name=\"generator\" content=\"tessera report\">";

/* Two files at once; what happened. */
static int make(const char *folder, const char *a, size_t times, const char *index, ts_error *err)
{
    ts_folder f;
    int bad = ts_folder_begin(&f, folder, err) || (a && put(&f, "a.html", a, times, err)) ||
              (index && put(&f, "index.html", index, 1, err)) || ts_folder_publish(&f, err);
    ts_folder_end(&f);
    return bad ? -1 : 0;
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
    struct rlimit before, small;
    assert_non_null(mkdtemp(base));
    snprintf(folder, sizeof folder, "%s/new", base);
    assert_int_equal(make(folder, "good", 1, ours, &err), 0); /* makes the folder */
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before);
    small = (struct rlimit){4096, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    int result = make(folder, "bad", 10000, "bad", &err);
    setrlimit(RLIMIT_FSIZE, &before);
    assert_int_equal(result, -1);
    assert_non_null(strstr(err.text, "File too large; what is there stays as it was"));
    holds(folder, "index.html", ours);
    holds(folder, "a.html", "good");
    holds(folder, ".new-index.html", NULL);
    holds(folder, ".new-a.html", NULL);
    forget(folder);
    rmdir(base);
}

static void stopped_halfway_is_no_obstacle(void **state)
{
    (void)state;
    char folder[] = "/tmp/test-report-XXXXXX", path[64];
    ts_error err = {0};
    ts_folder half;
    assert_non_null(mkdtemp(folder));
    assert_int_equal(ts_folder_begin(&half, folder, &err), 0);
    assert_int_equal(put(&half, "a.html", "half of a pa", 1, &err), 0); /* stopped while writing */
    holds(folder, ".new-a.html", "half of a pa");
    assert_int_equal(make(folder, "whole", 1, ours, &err), 0);
    ts_folder_end(&half);
    holds(folder, ".new-a.html", NULL);
    snprintf(path, sizeof path, "%s/index.html", folder);
    unlink(path);
    assert_int_equal(make(folder, "whole", 1, ours, &err), -1); /* somebody's a.html alone */
    assert_non_null(strstr(err.text, "holds files that are no report"));
    forget(folder);
}

static void pages_of_others_stay(void **state)
{
    (void)state;
    char folder[] = "/tmp/test-report-XXXXXX";
    ts_error err = {0};
    assert_non_null(mkdtemp(folder));
    assert_int_equal(make(folder, NULL, 0, "my home page", &err), 0);
    assert_int_equal(make(folder, NULL, 0, ours, &err), -1);
    assert_non_null(strstr(err.text, "choose another folder"));
    holds(folder, "index.html", "my home page");
    forget(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_stays_text),
        cmocka_unit_test(numbers_read_well),
        cmocka_unit_test(a_full_disk_changes_nothing),
        cmocka_unit_test(stopped_halfway_is_no_obstacle),
        cmocka_unit_test(pages_of_others_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_progress.c - the progress line: silent when short, plain when not on a terminal. */
#include "tool/progress.h"
#include "tool/waiting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void says_rate_and_time_left(void **state)
{
    (void)state;
    char line[256];
    ts_progress p = {.what = "loading", .unit = "B", .total = 4e9, .done = 1e9};
    ts_progress_line(&p, 2, line, sizeof line);
    assert_string_equal(line, "loading [######..................] 1.00 GB, 500.00 MB/s, 6 s left");
    p = (ts_progress){.what = "checking", .unit = "cases", .done = 730};
    ts_progress_line(&p, 10, line, sizeof line);
    assert_string_equal(line, "checking 730 cases, 73 cases/s");
    p = (ts_progress){.what = "more than promised", .unit = "B", .total = 10, .done = 20};
    ts_progress_line(&p, 1, line, sizeof line);
    assert_string_equal(line,
                        "more than promised [########################] 20 B, 20 B/s, 0 s left");
}

static void without_a_measure_tells_time(void **state)
{
    (void)state;
    char line[256], *text = NULL;
    size_t size;
    ts_progress p;
    ts_progress_begin(&p, "compiling kernels", "", 0);
    ts_progress_line(&p, 3, line, sizeof line);
    assert_string_equal(line, "compiling kernels, 3 s");
    p.to = open_memstream(&text, &size);
    p.live = p.colour = false;
    p.started -= 100;
    ts_progress_step(&p, 0);
    ts_progress_step(&p, 0);
    ts_progress_end(&p);
    fclose(p.to);
    assert_string_equal(text, "compiling kernels...\ncompiling kernels: 100.0 s\n");
    free(text);
}

static void waiting_follows_the_work(void **state)
{
    (void)state;
    ts_waiting w = {0};
    ts_waiting_step(&w, "nobody began", 1, 2); /* a quiet command: nothing happens */
    ts_waiting_end(&w);
    for (int i = 0; i < 50; i++) {
        ts_waiting_begin(&w, "opening");
        assert_string_equal(w.progress.what, "opening");
        ts_waiting_step(&w, "making weights", 5, 10);
        ts_waiting_step(&w, "making weights", 10, 10);
        assert_string_equal(w.progress.unit, "B");
        ts_waiting_step(&w, "compiling kernels", 0, 0);
        assert_string_equal(w.progress.unit, "");
        ts_waiting_end(&w);
        assert_false(w.on);
    }
}

/* Plays three steps of work that began `age` seconds ago and returns what was printed. */
static char *play(double age, bool live)
{
    char *text = NULL;
    size_t size;
    ts_progress p;
    ts_progress_begin(&p, "work", "steps", 3);
    p.to = open_memstream(&text, &size);
    p.live = live;
    p.colour = false;
    p.started -= age;
    for (int i = 1; i <= 3; i++) ts_progress_step(&p, i);
    ts_progress_end(&p);
    fclose(p.to);
    return text;
}

static void short_work_is_silent(void **state)
{
    (void)state;
    char *text = play(0, true);
    assert_string_equal(text, "");
    free(text);
}

static void long_work_is_two_plain_lines(void **state)
{
    (void)state;
    char *text = play(100, false);
    assert_string_equal(text, "work...\nwork: 3 steps in 100.0 s\n");
    free(text);
}

static void a_terminal_is_redrawn(void **state)
{
    (void)state;
    char *text = play(100, true);
    assert_non_null(strstr(text, "\r\033[Kwork [########"));
    assert_non_null(strstr(text, "\r\033[Kwork: 3 steps in 100.0 s\n"));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_rate_and_time_left),      cmocka_unit_test(short_work_is_silent),
        cmocka_unit_test(without_a_measure_tells_time), cmocka_unit_test(waiting_follows_the_work),
        cmocka_unit_test(long_work_is_two_plain_lines), cmocka_unit_test(a_terminal_is_redrawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

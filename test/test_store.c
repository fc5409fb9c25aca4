/* test_store.c - the results store: what goes in comes out, errors are one line, nothing is damaged by
 * a killed writer, a full disk, flipped bits or a file that is no store. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "store/store_int.h"

static char folder[] = "/tmp/tessera-store-XXXXXX", at[64], other[64];

static int clear(void **state)
{
    (void)state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s && mkdir %s", folder, folder);
    return system(command);
}

static ts_ledger *must_open(const char *path, bool read)
{
    ts_error err = {0};
    ts_ledger *s = ts_store_open(path, read, &err);
    if (!s) fail_msg("%s", err.text);
    return s;
}

/* ---- rows with something in every column ---- */

static const char id[] = "0123456789abcdef0123456789abcdef",
                  id2[] = "fedcba98765432100123456789abcdef";
static char texts[2][80][24];

static void fill(const ts_column *c, void *row, char text[80][24], int salt)
{
    for (int i = 0; c[i].name; i++) {
        snprintf(text[i], 24, "%s %d", c[i].name, salt);
        if (c[i].text)
            ts_column_set_text(&c[i], row, text[i]);
        else
            ts_column_set_number(&c[i], row, 1.0 / (3 + i + salt));
    }
}

static ts_run full_run(const char *name)
{
    ts_run r;
    fill(ts_run_columns, &r, texts[0], 0);
    r.id = name;
    r.kind = "measured";
    r.started = "2026-11-21T14:47:13Z";
    r.finished = NULL;
    return r;
}

static ts_result full_result(int salt)
{
    ts_result r;
    fill(ts_result_columns, &r, texts[1], salt);
    r.bench = "kernel";
    return r;
}

static void same_row(const ts_column *c, const void *a, const void *b)
{
    for (; c->name; c++) {
        if (c->text) {
            const char *x = ts_column_text(c, a), *y = ts_column_text(c, b);
            if (!x || !y) {
                if (x != y) fail_msg("%s", c->name);
            } else if (strcmp(x, y) != 0) {
                fail_msg("%s: \"%s\", not \"%s\"", c->name, x, y);
            }
        } else {
            double x = ts_column_number(c, a), y = ts_column_number(c, b);
            if (memcmp(&x, &y, sizeof x) != 0 && !(isnan(x) && isnan(y)))
                fail_msg("%s: %.17g, not %.17g", c->name, x, y);
        }
    }
}

static const ts_sample some[] = {{1.5, 12.25, 0, 0.125, true}, {0.1, NAN, NAN, NAN, false}};

static void put(ts_ledger *s, const char *run, int results)
{
    ts_error err = {0};
    ts_run r = full_run(run);
    if (ts_store_begin(s, &r, &err)) fail_msg("%s", err.text);
    for (int i = 0; i < results; i++) {
        ts_result x = full_result(i);
        if (ts_store_add(s, run, &x, some, 2, &err)) fail_msg("%s", err.text);
    }
}

static void what_goes_in_comes_out(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_ledger *s = must_open(at, false);
    put(s, id, 2);
    ts_result empty = ts_result_blank();
    ts_run blank = ts_run_blank(), run = full_run(id);
    blank.id = id2;
    blank.kind = "measured";
    assert_int_equal(ts_store_begin(s, &blank, &err), 0);
    assert_int_equal(ts_store_add(s, id2, &empty, NULL, 0, &err), 0);
    assert_int_equal(ts_store_end(s, id, "2026-11-21T15:00:00Z", &err), 0);
    ts_store_close(s);
    s = must_open(at, true);
    ts_records all;
    if (ts_store_load(s, NULL, NULL, &all, &err)) fail_msg("%s", err.text);
    assert_int_equal(all.runs, 2);
    assert_int_equal(all.n, 3);
    run.finished = "2026-11-21T15:00:00Z";
    same_row(ts_run_columns, &all.run[0], &blank); /* no start: first */
    same_row(ts_run_columns, &all.run[1], &run);
    same_row(ts_result_columns, &all.record[0].result, &empty);
    for (int i = 0; i < 2; i++) {
        ts_result want = full_result(i);
        same_row(ts_result_columns, &all.record[1 + i].result, &want);
        assert_ptr_equal(all.record[1 + i].run, &all.run[1]);
        assert_int_equal(all.record[1 + i].seq, i);
    }
    ts_records_free(&all);
    ts_sample *sample;
    size_t n;
    assert_int_equal(ts_store_samples(s, id, 1, &sample, &n, &err), 0);
    assert_int_equal(n, 2);
    for (size_t i = 0; i < n; i++) {
        assert_true(sample[i].value == some[i].value && sample[i].kept == some[i].kept);
        assert_true(isnan(sample[i].steal) == isnan(some[i].steal));
    }
    free(sample);
    assert_int_equal(ts_store_samples(s, id2, 0, &sample, &n, &err), 0);
    assert_true(!n && !sample);
    ts_store_close(s);
}

static int begin(void **state)
{
    (void)state;
    if (!mkdtemp(folder)) return -1;
    snprintf(at, sizeof at, "%s/a/b/results.db", folder);
    snprintf(other, sizeof other, "%s/other.db", folder);
    return 0;
}

static int end(void **state)
{
    (void)state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(what_goes_in_comes_out, clear),
    };
    return cmocka_run_group_tests(tests, begin, end);
}

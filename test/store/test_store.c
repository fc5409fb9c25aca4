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

#include "test/store/records.h"

/* In memory where that is to be had: a sync to a shared disk may take a tenth of a second. */
static char folder[48], at[64], other[64];

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
            ts_column_set(&c[i], row, (ts_value){.text = text[i]});
        else
            ts_column_set(&c[i], row, (ts_value){.number = 1.0 / (3 + i + salt)});
    }
}

static ts_run_info full_run(const char *name)
{
    ts_run_info r;
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
            const char *x = ts_column_get(c, a).text, *y = ts_column_get(c, b).text;
            if (!x || !y) {
                if (x != y) fail_msg("%s", c->name);
            } else if (strcmp(x, y) != 0) {
                fail_msg("%s: \"%s\", not \"%s\"", c->name, x, y);
            }
        } else {
            double x = ts_column_get(c, a).number, y = ts_column_get(c, b).number;
            if (memcmp(&x, &y, sizeof x) != 0 && !(isnan(x) && isnan(y)))
                fail_msg("%s: %.17g, not %.17g", c->name, x, y);
        }
    }
}

static const ts_sample some[] = {{1.5, 12.25, 0, 0.125, true}, {0.1, NAN, NAN, NAN, false}};

static void put(ts_ledger *s, const char *run, int results)
{
    ts_error err = {0};
    ts_run_info r = full_run(run);
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
    ts_run_info blank = ts_run_blank(), run = full_run(id);
    blank.id = id2;
    blank.kind = "measured";
    empty.bench = "launch";
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

/* ---- whole stores ---- */

static size_t count(const char *path)
{
    ts_error err = {0};
    ts_records all;
    ts_ledger *s = must_open(path, true);
    if (ts_store_load(s, NULL, NULL, &all, &err)) fail_msg("%s", err.text);
    size_t n = all.n;
    for (size_t i = 0; i < n; i++) { /* each with all its samples */
        ts_sample *sample;
        size_t samples;
        if (ts_store_samples(s, all.record[i].run->id, all.record[i].seq, &sample, &samples, &err))
            fail_msg("%s", err.text);
        assert_int_equal(samples, 2);
        free(sample);
    }
    ts_records_free(&all);
    ts_store_close(s);
    return n;
}

static char *read_whole(const char *path, size_t *n)
{
    FILE *f = fopen(path, "rb");
    char *bytes = malloc(1 << 20);
    assert_true(f && bytes);
    *n = fread(bytes, 1, 1 << 20, f);
    fclose(f);
    return bytes;
}

static void write_whole(const char *path, const void *bytes, size_t n)
{
    FILE *f = fopen(path, "wb");
    assert_true(f && fwrite(bytes, 1, n, f) == n);
    assert_int_equal(fclose(f), 0);
}

static void copy(const char *from, const char *to)
{
    size_t n;
    char *bytes = read_whole(from, &n);
    write_whole(to, bytes, n);
    free(bytes);
}

/* Opening fails with one line that says this, and leaves the file as it was. */
static void refuses(const char *path, bool read, const char *says)
{
    ts_error err = {0};
    ts_ledger *s = ts_store_open(path, read, &err);
    if (s) fail_msg("%s was opened; wanted: %s", path, says);
    if (!strstr(err.text, says) || strchr(err.text, '\n'))
        fail_msg("\"%s\", not %s", err.text, says);
}

static void exec(const char *path, const char *sql)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) fail_msg("%s", sqlite3_errmsg(db));
    sqlite3_close(db);
}

/* ---- what is refused ---- */

static void wait_for(pid_t child)
{
    int status;
    assert_true(waitpid(child, &status, 0) == child);
    if (!WIFEXITED(status) || WEXITSTATUS(status)) fail_msg("a writer failed");
}

static void what_is_no_store_is_refused(void **state)
{
    (void)state;
    static const char text[] =
        "device,us\nthis is a table of figures, and more than 100 bytes of it, "
        "so that a header could be in it\n";
    refuses(other, true, "no results store");
    refuses(folder, true, "is a folder");
    refuses(folder, false, "is a folder");
    refuses("/dev/null", false, "is no regular file");
    write_whole(other, "", 0);
    refuses(other, true, "is empty");
    write_whole(other, text, sizeof text - 1);
    refuses(other, true, "is not a results store");
    refuses(other, false, "is not a results store");
    write_whole(other, text, 20);
    refuses(other, false, "is not a results store");
    unlink(other);
    exec(other, "CREATE TABLE t (x); INSERT INTO t VALUES (1)");
    size_t before, after;
    char *was = read_whole(other, &before), *is;
    refuses(other, false, "another program");
    refuses(other, true, "another program");
    is = read_whole(other, &after);
    assert_true(before == after && !memcmp(was, is, after));
    free(was);
    free(is);
}

/* SQLite would move the -wal that a killed program left into the file, whatever program that was. */
static void what_others_left_is_not_touched(void **state)
{
    (void)state;
    char side[96];
    struct stat st;
    sqlite3 *db;
    pid_t child = fork();
    if (!child) {
        int bad = sqlite3_open(other, &db) ||
                  sqlite3_exec(db, "PRAGMA journal_mode = WAL; CREATE TABLE t (x)", 0, 0, 0);
        _exit(bad); /* without closing */
    }
    wait_for(child);
    snprintf(side, sizeof side, "%s-wal", other);
    assert_true(!stat(side, &st) && st.st_size > 0);
    off_t was = st.st_size;
    refuses(other, true, "another program");
    refuses(other, false, "another program");
    assert_true(!stat(side, &st) && st.st_size == was);
}

static void other_versions_and_tables_are_refused(void **state)
{
    (void)state;
    ts_store_close(must_open(other, false));
    exec(other, "PRAGMA user_version = 2");
    refuses(other, false, "of version 2, later than");
    refuses(other, true, "of version 2, later than");
    exec(other, "PRAGMA user_version = 1; CREATE TRIGGER t AFTER INSERT ON run BEGIN DELETE FROM "
                "result; END");
    refuses(other, false, "its tables are not those");
    exec(other, "DROP TRIGGER t; ALTER TABLE result ADD COLUMN more TEXT");
    refuses(other, true, "its tables are not those");
}

static void an_empty_file_becomes_a_store(void **state)
{
    (void)state;
    write_whole(other, "", 0);
    ts_ledger *s = must_open(other, false);
    put(s, id, 1);
    ts_store_close(s);
    assert_int_equal(count(other), 1);
}

static void wrong_rows_are_refused(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_ledger *s = must_open(other, false);
    put(s, id, 1);
    ts_run_info run = full_run(id);
    ts_result r = full_result(0);
    assert_int_equal(ts_store_begin(s, &run, &err), -1);
    assert_non_null(strstr(err.text, "already"));
    err.text[0] = 0;
    run.id = "short";
    assert_int_equal(ts_store_begin(s, &run, &err), -1);
    assert_non_null(strstr(err.text, "32 hexadecimal digits"));
    err.text[0] = 0;
    assert_int_equal(ts_store_add(s, id2, &r, some, 2, &err), -1);
    assert_non_null(strstr(err.text, "no run"));
    err.text[0] = 0;
    r.bench = NULL;
    assert_int_equal(ts_store_add(s, id, &r, some, 2, &err), -1);
    assert_non_null(strstr(err.text, "without bench"));
    r.bench = "kernel";
    run.id = id2;
    run.kind = "guessed";
    err.text[0] = 0;
    assert_int_equal(ts_store_begin(s, &run, &err), -1);
    assert_non_null(strstr(err.text, "the kind of a run"));
    err.text[0] = 0;
    r.value = INFINITY;
    assert_int_equal(ts_store_add(s, id, &r, some, 2, &err), -1);
    assert_non_null(strstr(err.text, "value is infinite"));
    err.text[0] = 0;
    const ts_sample endless = {INFINITY, 0, 0, 0, true};
    r.value = 1;
    assert_int_equal(ts_store_add(s, id, &r, &endless, 1, &err), -1);
    ts_store_close(s);
    assert_int_equal(count(other), 1);
    s = must_open(other, true);
    err.text[0] = 0;
    assert_int_equal(ts_store_add(s, id, &r, some, 2, &err), -1);
    assert_non_null(strstr(err.text, "reading only"));
    ts_store_close(s);
}

static void bytes_that_are_no_text_are_replaced(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_records all;
    ts_ledger *s = must_open(other, false);
    ts_run_info run = full_run(id);
    run.note = "a\xff"
               "b\xc3";
    assert_int_equal(ts_store_begin(s, &run, &err), 0);
    assert_int_equal(ts_store_load(s, NULL, NULL, &all, &err), 0);
    assert_string_equal(all.run->note, "a\xef\xbf\xbd"
                                       "b\xef\xbf\xbd");
    ts_records_free(&all);
    ts_store_close(s);
}

static void runs_are_chosen_by_the_front_of_their_id(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_records all;
    ts_ledger *s = must_open(other, false);
    put(s, id, 2);
    put(s, id2, 1);
    assert_int_equal(ts_store_load(s, NULL, "0123", &all, &err), 0);
    assert_true(all.runs == 1 && all.n == 2);
    ts_records_free(&all);
    assert_int_equal(ts_store_load(s, "kernel", "fedc", &all, &err), 0);
    assert_true(all.runs == 1 && all.n == 1);
    ts_records_free(&all);
    assert_int_equal(ts_store_load(s, "decode", NULL, &all, &err), 0);
    assert_true(!all.runs && !all.n);
    ts_records_free(&all);
    static const char *const wrong[][2] = {{"012", "at least 4 digits"},
                                           {"0124", "no run that begins"},
                                           {"01g4", "at least 4 digits"}};
    for (int i = 0; i < 3; i++) {
        err.text[0] = 0;
        assert_int_equal(ts_store_load(s, NULL, wrong[i][0], &all, &err), -1);
        if (!strstr(err.text, wrong[i][1])) fail_msg("%s", err.text);
    }
    ts_store_close(s);
}

/* ---- rows of a SELECT ---- */

static const ts_value *value(const ts_selection *r, const char *name)
{
    const ts_value *x = ts_value_in(r, r->row[0], name, strlen(name));
    if (!x) fail_msg("no column %s", name);
    return x;
}

static void a_select_gives_rows(void **state)
{
    (void)state;
    static const char *const names[] = {"y"};
    const ts_selection from = {.name = names, .columns = 1};
    const ts_value y = {NULL, 0.25, false};
    ts_error err = {0};
    ts_selection r = {0};
    ts_ledger *s = ts_store_passing("the copy", &err);
    assert_non_null(s);
    put(s, id, 2);
    assert_int_equal(
        ts_store_select(s,
                        "SELECT run, seq, value, NULL AS none, :y AS y, @z AS z FROM result "
                        "ORDER BY seq DESC",
                        &from, &y, &r, &err),
        0);
    assert_true(r.n == 2 && r.columns == 6);
    assert_string_equal(value(&r, "run")->text, id);
    assert_true(value(&r, "seq")->whole && value(&r, "seq")->number == 1);
    assert_false(value(&r, "value")->whole);
    assert_true(!value(&r, "none")->text && isnan(value(&r, "none")->number));
    assert_true(value(&r, "y")->number == 0.25);
    assert_true(isnan(value(&r, "z")->number)); /* there may be none */
    assert_null(ts_value_in(&r, r.row[0], "values", 6));
    assert_null(ts_value_in(&r, r.row[0], "valu", 4));
    assert_int_equal(ts_store_select(s, "SELECT :z", &from, &y, &r, &err), -1);
    assert_non_null(strstr(err.text, "there is no :z"));
    err = (ts_error){0};
    assert_int_equal(ts_store_select_run(s, "SELECT 1 FROM run", "fedc", &r, &err), -1);
    assert_non_null(strstr(err.text, "the copy has no run that begins with fedc"));
    err = (ts_error){0};
    assert_int_equal(ts_store_exec(s, "UPDATE result SET value = 7 WHERE seq = 1", &err), 0);
    assert_int_equal(ts_store_select_run(s, "SELECT 1 FROM run", NULL, &r, &err), -1);
    assert_non_null(
        strstr(err.text, "is not what was written")); /* though nobody asked for that row */
    ts_selection_free(&r);
    ts_store_close(s);
}

/* ---- merging ---- */

static ts_merged merge(const char *into, const char *from)
{
    ts_error err = {0};
    ts_merged sum = {0};
    ts_ledger *s = must_open(into, false);
    if (ts_store_merge(s, from, &sum, &err)) fail_msg("%s", err.text);
    ts_store_close(s);
    return sum;
}

static void merging_completes_and_repeats_nothing(void **state)
{
    (void)state;
    ts_error err = {0};
    char third[64];
    snprintf(third, sizeof third, "%s/third.db", folder);
    ts_ledger *s = must_open(other, false);
    put(s, id, 3);
    ts_store_close(s);
    copy(other, third); /* cut short here, and goes on there */
    s = must_open(other, false);
    ts_result r = full_result(3);
    assert_int_equal(ts_store_add(s, id, &r, some, 2, &err), 0);
    assert_int_equal(ts_store_end(s, id, "2026-11-21T15:00:00Z", &err), 0);
    put(s, id2, 1);
    ts_store_close(s);
    ts_merged sum = merge(third, other);
    assert_true(sum.runs == 1 && sum.known == 1 && sum.results == 2);
    sum = merge(third, other);
    assert_true(sum.runs == 0 && sum.known == 2 && sum.results == 0);
    sum = merge(third, third);
    assert_true(sum.runs == 0 && sum.results == 0);
    sum = merge(other, third);
    assert_true(sum.runs == 0 && sum.results == 0);
    assert_int_equal(count(third), 5);
    ts_records all;
    s = must_open(third, true);
    assert_int_equal(ts_store_load(s, NULL, id, &all, &err), 0);
    assert_string_equal(all.run->finished, "2026-11-21T15:00:00Z");
    ts_records_free(&all);
    ts_store_close(s);
}

static void what_is_read_takes_nothing(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_ledger *s = must_open(other, false);
    put(s, id, 1);
    ts_store_close(s);
    s = must_open(other, true);
    assert_int_equal(ts_store_merge(s, other, NULL, &err), -1);
    assert_non_null(strstr(err.text, "was opened for reading only"));
    ts_store_close(s);
    assert_int_equal(count(other), 1);
}

/* From a store that holds this one line. */
static void take(ts_ledger *s, const ts_run_info *run, const ts_result *line, size_t samples,
                 const char *refusal)
{
    char path[64];
    ts_error err = {0};
    ts_merged sum = {0};
    snprintf(path, sizeof path, "%s/one.db", folder);
    unlink(path);
    ts_ledger *from = must_open(path, false);
    if (ts_store_begin(from, run, &err) || ts_store_add(from, id, line, some, samples, &err))
        fail_msg("%s", err.text);
    ts_store_close(from);
    assert_int_equal(ts_store_merge(s, path, &sum, &err), refusal ? -1 : 0);
    assert_true(refusal ? strstr(err.text, refusal) != NULL : sum.known == 1 && sum.results == 0);
}

static void a_changed_run_is_not_merged(void **state)
{
    (void)state;
    ts_ledger *s = must_open(other, false);
    ts_run_info run = full_run(id);
    ts_result line = full_result(0);
    put(s, id, 1);
    take(s, &run, &line, 2, NULL);
    line.value *= 2;
    take(s, &run, &line, 2, "with another result than");
    line = full_result(0);
    take(s, &run, &line, 1, "with another sample than");
    run.cpu = "another";
    take(s, &run, &line, 1, "with another head than");
    ts_store_close(s);
}

/* ---- damage ---- */

static bool load_same(ts_ledger *s, const ts_records *want)
{
    ts_error err = {0};
    ts_records all;
    ts_sample *sample;
    size_t n;
    if (ts_store_load(s, NULL, NULL, &all, &err)) return false;
    bool whole = true;
    for (size_t i = 0; i < all.n && whole; i++) {
        whole = !ts_store_samples(s, all.record[i].run->id, all.record[i].seq, &sample, &n, &err);
        if (whole) assert_int_equal(n, 2);
        if (whole) free(sample);
    }
    if (whole) {
        assert_true(all.runs == want->runs && all.n == want->n);
        same_row(ts_run_columns, all.run, want->run);
        for (size_t i = 0; i < all.n; i++)
            same_row(ts_result_columns, &all.record[i].result, &want->record[i].result);
    }
    ts_records_free(&all);
    return whole;
}

/* Error or right data; and a writer on it does not crash either. */
static bool survives(const char *bytes, size_t n, const ts_records *want)
{
    ts_error err = {0};
    write_whole(at, bytes, n);
    ts_ledger *s = ts_store_open(at, true, &err);
    bool right = s && load_same(s, want);
    ts_store_close(s);
    if (!s && (!err.text[0] || strchr(err.text, '\n'))) fail_msg("error \"%s\"", err.text);
    ts_error second = {0};
    if ((s = ts_store_open(at, false, &second))) {
        ts_result r = full_result(9);
        ts_store_add(s, id, &r, some, 2, &second);
    }
    ts_store_close(s);
    return right;
}

static void flipped_bits_and_cut_files_give_an_error_or_right_data(void **state)
{
    (void)state;
    size_t n, right = 0, cases = 0;
    ts_error err = {0};
    ts_records want;
    ts_ledger *s = must_open(other, false);
    put(s, id, 3);
    assert_int_equal(ts_store_load(s, NULL, NULL, &want, &err), 0);
    ts_store_close(s);
    snprintf(at, sizeof at, "%s/flipped.db", folder);
    char *bytes = read_whole(other, &n);
    for (size_t i = 0; i < n; i += i < 100 ? 3 : 37, cases++) {
        bytes[i] ^= (char)(1 << (i % 8));
        right += survives(bytes, n, &want);
        bytes[i] ^= (char)(1 << (i % 8));
    }
    for (size_t cut = 1; cut < n; cut += 1021, cases++) right += survives(bytes, cut, &want);
    printf("%zu damaged copies: %zu refused, %zu read right\n", cases, cases - right, right);
    assert_true(right < cases);
    assert_true(survives(bytes, n, &want));
    free(bytes);
    ts_records_free(&want);
    snprintf(at, sizeof at, "%s/a/b/results.db", folder);
}

/* A row that somebody changed by hand. */
static void a_changed_row_is_noticed(void **state)
{
    (void)state;
    static const char *const changes[] = {
        "UPDATE run SET cpu = 'faster'",
        "UPDATE result SET value = value / 2 WHERE seq = 1",
        "UPDATE sample SET value = 1.25 WHERE seq = 1 AND i = 0",
        "DELETE FROM sample WHERE seq = 1 AND i = 1",
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        clear(NULL);
        ts_error err = {0};
        ts_records all = {0};
        ts_sample *sample;
        size_t n;
        ts_ledger *s = must_open(other, false);
        put(s, id, 2);
        ts_store_close(s);
        exec(other, changes[i]);
        s = must_open(other, true);
        int bad = ts_store_load(s, NULL, NULL, &all, &err) ||
                  ts_store_samples(s, id, 1, &sample, &n, &err);
        if (!bad || !strstr(err.text, "is not what was written"))
            fail_msg("%s: not seen", changes[i]);
        ts_records_free(&all);
        ts_store_close(s);
    }
}

/* ---- several processes ---- */

/* Opens, begins and adds as fast as it can; a byte after each result that is safe. */
static int write_on(const char *path, const char *run, int results, int to)
{
    ts_error err = {0};
    ts_ledger *s = ts_store_open(path, false, &err);
    ts_run_info r = full_run(run);
    int bad = !s || ts_store_begin(s, &r, &err);
    for (int i = 0; i < results && !bad; i++) {
        ts_result x = full_result(i);
        bad = ts_store_add(s, run, &x, some, 2, &err) || (to >= 0 && write(to, "", 1) != 1);
    }
    if (bad) fprintf(stderr, "%s\n", err.text);
    ts_store_close(s);
    return bad;
}

static void two_writers_at_once_lose_nothing(void **state)
{
    (void)state;
    enum { EACH = 40, ROUNDS = 5 };
    for (int round = 0; round < ROUNDS; round++) {
        clear(NULL);
        pid_t child[2];
        for (int i = 0; i < 2; i++)
            if (!(child[i] = fork())) _exit(write_on(at, i ? id : id2, EACH, -1));
        wait_for(child[0]);
        wait_for(child[1]);
        assert_int_equal(count(at), 2 * EACH);
    }
}

/* So long after the writer has said that `first` results are safe. What it said must be there; one more may be. */
static size_t kill_one(size_t first, long after_us)
{
    int pipes[2];
    char byte[64];
    size_t said = 0;
    const struct timespec nap = {.tv_nsec = after_us * 1000};
    assert_int_equal(pipe(pipes), 0);
    pid_t child = fork();
    if (!child) _exit(write_on(at, id, 1000000, pipes[1]));
    close(pipes[1]);
    for (ssize_t n; said < first && (n = read(pipes[0], byte, 1)) > 0;) said += (size_t)n;
    nanosleep(&nap, NULL);
    kill(child, SIGKILL);
    for (ssize_t n; (n = read(pipes[0], byte, sizeof byte)) > 0;) said += (size_t)n;
    close(pipes[0]);
    waitpid(child, NULL, 0);
    ts_store_close(must_open(at, false)); /* whatever was left, the next writer goes on */
    size_t have = count(at);
    if (have != said && have != said + 1) fail_msg("%zu results of %zu", have, said);
    return said;
}

static void a_killed_writer_loses_nothing(void **state)
{
    (void)state;
    enum { TIMES = 120 };
    size_t safe = 0, none = 0;
    srand(1);
    for (int i = 0; i < TIMES; i++) {
        clear(NULL);
        size_t first = i % 3 ? 1 + (size_t)rand() % 5 : 0; /* a third while the file is made */
        size_t said = kill_one(first, rand() % (first ? 3000 : 5000));
        safe += said;
        none += !said;
    }
    printf("%d writers killed, %zu before their first result; %zu results safe\n", TIMES, none,
           safe);
    assert_true(safe > 0);
}

static void a_long_lock_is_an_error(void **state)
{
    (void)state;
    ts_error err = {0};
    sqlite3 *db;
    ts_ledger *s = must_open(other, false);
    ts_result r = full_result(0);
    put(s, id, 1);
    assert_int_equal(sqlite3_open(other, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_busy_timeout(s->db, 50);
    assert_int_equal(ts_store_add(s, id, &r, some, 2, &err), -1);
    assert_non_null(strstr(err.text, "locked by another process"));
    assert_int_equal(count(other), 1); /* reading goes on */
    sqlite3_close(db);
    err.text[0] = 0;
    assert_int_equal(ts_store_add(s, id, &r, some, 2, &err), 0);
    ts_store_close(s);
}

/* ---- folders that may not be written ---- */

static int as_anybody(void)
{
    char side[96];
    ts_error err = {0};
    struct stat st;
    if (!geteuid() && seteuid(65534)) return 2;
    ts_ledger *s = ts_store_open(other, true, &err);
    ts_records all;
    if (!s || ts_store_load(s, NULL, NULL, &all, &err) || all.n != 1) return 3;
    ts_records_free(&all);
    ts_store_close(s);
    snprintf(side, sizeof side, "%s-shm", other);
    if (!stat(side, &st)) return 4;
    if (ts_store_open(other, false, &err) || !strstr(err.text, "may not be written")) return 5;
    return 0;
}

static void a_folder_that_may_not_be_written_is_read(void **state)
{
    (void)state;
    ts_ledger *s = must_open(other, false);
    put(s, id, 1);
    ts_store_close(s);
    chmod(other, 0444);
    chmod(folder, 0555);
    fflush(NULL);
    pid_t child = fork();
    if (!child) {
        int bad = as_anybody();
        if (bad) fprintf(stderr, "step %d\n", bad);
        _exit(bad);
    }
    int status;
    waitpid(child, &status, 0);
    chmod(folder, 0755);
    assert_true(WIFEXITED(status) && !WEXITSTATUS(status));
}

static void reading_leaves_nothing_behind(void **state)
{
    (void)state;
    char side[96];
    struct stat st;
    ts_ledger *s = must_open(other, false);
    put(s, id, 1);
    ts_store_close(s);
    size_t before, after;
    char *was = read_whole(other, &before), *is;
    count(other);
    is = read_whole(other, &after);
    assert_true(before == after && !memcmp(was, is, after));
    free(was);
    free(is);
    snprintf(side, sizeof side, "%s-wal", other);
    assert_int_equal(stat(side, &st), -1);
}

static int begin(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "%s/tessera-store-XXXXXX",
             access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm");
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
        cmocka_unit_test_setup(what_is_no_store_is_refused, clear),
        cmocka_unit_test_setup(what_others_left_is_not_touched, clear),
        cmocka_unit_test_setup(other_versions_and_tables_are_refused, clear),
        cmocka_unit_test_setup(an_empty_file_becomes_a_store, clear),
        cmocka_unit_test_setup(wrong_rows_are_refused, clear),
        cmocka_unit_test_setup(bytes_that_are_no_text_are_replaced, clear),
        cmocka_unit_test_setup(runs_are_chosen_by_the_front_of_their_id, clear),
        cmocka_unit_test_setup(merging_completes_and_repeats_nothing, clear),
        cmocka_unit_test_setup(a_select_gives_rows, clear),
        cmocka_unit_test_setup(what_is_read_takes_nothing, clear),
        cmocka_unit_test_setup(a_changed_run_is_not_merged, clear),
        cmocka_unit_test_setup(flipped_bits_and_cut_files_give_an_error_or_right_data, clear),
        cmocka_unit_test_setup(a_changed_row_is_noticed, clear),
        cmocka_unit_test_setup(two_writers_at_once_lose_nothing, clear),
        cmocka_unit_test_setup(a_killed_writer_loses_nothing, clear),
        cmocka_unit_test_setup(a_long_lock_is_an_error, clear),
        cmocka_unit_test_setup(a_folder_that_may_not_be_written_is_read, clear),
        cmocka_unit_test_setup(reading_leaves_nothing_behind, clear),
    };
    return cmocka_run_group_tests(tests, begin, end);
}

/* test_store_words.c - what the store says, word by word: each message has its names and its numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/transfer.h"
#include "test/store/records.h"

static char folder[48], at[64], plain[64];
static const char id[] = "0123456789abcdef0123456789abcdef",
                  id2[] = "01234567fedcba98fedcba98fedcba98";

/* `text` is `want`, in which every @ stands for the path of the store and every & for the plain file. */
static void is(const char *text, const char *want)
{
    char whole[1024];
    size_t n = 0;
    for (; *want && n < sizeof whole - 1; want++)
        n += (size_t)snprintf(whole + n, sizeof whole - n,
                              *want == '@' || *want == '&' ? "%s" : "%.1s",
                              *want == '@'   ? at
                              : *want == '&' ? plain
                                             : want);
    if (strcmp(text, whole) != 0) fail_msg("\"%s\"\n  instead of \"%s\"", text, whole);
}

static void exec(const char *path, const char *sql)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) fail_msg("%s", sqlite3_errmsg(db));
    sqlite3_close(db);
}

static ts_ledger *must_open(bool read)
{
    ts_error err = {0};
    ts_ledger *s = ts_store_open(at, read, &err);
    if (!s) fail_msg("%s", err.text);
    return s;
}

static ts_run_info run_of(const char *name)
{
    ts_run_info r = ts_run_blank();
    r.id = name;
    r.kind = "measured";
    return r;
}

static ts_result line_of(const char *name)
{
    ts_result r = ts_result_blank();
    r.bench = "kernel";
    r.name = name;
    r.value = 2;
    return r;
}

/* A store with one run of two results. */
static int fresh(void **state)
{
    (void)state;
    char command[128];
    ts_error err = {0};
    snprintf(command, sizeof command, "rm -rf %s && mkdir %s", folder, folder);
    if (system(command)) return -1;
    ts_ledger *s = must_open(false);
    ts_run_info r = run_of(id);
    ts_result x = line_of("a"), y = line_of("b");
    static const ts_sample sample = {2, NAN, NAN, NAN, true};
    int bad = ts_store_begin(s, &r, &err) || ts_store_add(s, id, &x, &sample, 1, &err) ||
              ts_store_add(s, id, &y, NULL, 0, &err);
    ts_store_close(s);
    if (bad) fail_msg("%s", err.text);
    return bad;
}

/* ---- opening ---- */

static void refuses(const char *path, bool read, const char *want)
{
    ts_error err = {0};
    assert_null(ts_store_open(path, read, &err));
    is(err.text, want);
}

static void write_file(const char *path, const char *text)
{
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static void what_cannot_be_opened(void **state)
{
    (void)state;
    char inside[96];
    write_file(plain, "name,value\n");
    refuses(plain, true, "& is not a results store (no SQLite file); name another by --store");
    snprintf(inside, sizeof inside, "%s/x.db", plain);
    refuses(inside, false, "cannot open &/x.db: Not a directory; name another file by --store");
    write_file(plain, "");
    refuses(plain, true, "& is empty: no results yet; tessera bench writes some");
    unlink(plain);
    refuses(plain, true, "no results store &; tessera bench makes one, --store names another");
    exec(plain, "CREATE TABLE t (x)");
    refuses(plain, false, "& is a SQLite file of another program; name another by --store");
    mkdir(plain, 0700);
    refuses("/dev/null", true, "/dev/null is no regular file; name another by --store");
    refuses("", true, "the results store has no name; name one by --store");
    refuses("/tmp", true, "/tmp is a folder; name a file by --store");
    exec(at, "PRAGMA user_version = 7");
    refuses(at, true,
            "@ is a results store of version 7, later than the 1 this tessera knows; use a newer "
            "tessera, or name another file by --store");
    exec(at, "PRAGMA user_version = 0");
    refuses(at, true,
            "@ is a results store of version 0 and this tessera reads version 1; use the tessera "
            "that wrote it, or name another file by --store");
    exec(at, "PRAGMA user_version = 1; ALTER TABLE sample ADD COLUMN more");
    refuses(
        at, true,
        "@: its tables are not those of a results store of version 1; export it with the tessera "
        "that wrote it, or name another file by --store");
}

/* ---- reading ---- */

/* What is said of the store after that change. */
static void damaged(const char *change, const char *want)
{
    ts_error err = {0};
    ts_records all = {0};
    ts_sample *sample = NULL;
    size_t n;
    fresh(NULL);
    exec(at, change);
    ts_ledger *s = must_open(true);
    int bad = ts_store_load(s, NULL, NULL, &all, &err) ||
              ts_store_samples(s, id, 0, &sample, &n, &err) ||
              ts_store_samples(s, id, 1, &sample, &n, &err);
    assert_true(bad);
    is(err.text, want);
    free(sample);
    ts_records_free(&all);
    ts_store_close(s);
}

#define REMEDY " is not what was written; restore a copy, or export the runs that are whole"

static void what_was_changed(void **state)
{
    (void)state;
    damaged("UPDATE run SET cpu = 'faster'",
            "@ is damaged: the head of run 0123456789abcdef0123456789abcdef" REMEDY);
    damaged("UPDATE result SET value = 1 WHERE seq = 0",
            "@ is damaged: result 0 of run 0123456789abcdef0123456789abcdef" REMEDY);
    damaged("UPDATE result SET value = 1 WHERE seq = 1",
            "@ is damaged: result 1 of run 0123456789abcdef0123456789abcdef" REMEDY);
    damaged("DELETE FROM sample",
            "@ is damaged: result 0 of run 0123456789abcdef0123456789abcdef" REMEDY);
}

static void wants(ts_ledger *s, const char *run, const char *want)
{
    ts_error err = {0};
    ts_records all = {0};
    assert_int_equal(ts_store_load(s, NULL, run, &all, &err), -1);
    is(err.text, want);
}

static void which_run(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_ledger *s = must_open(false);
    ts_run_info r = run_of(id2);
    assert_int_equal(ts_store_begin(s, &r, &err), 0);
    wants(s, "012",
          "a run is named by at least 4 digits of the front of its id, in lower case, not \"012\"; "
          "tessera results list shows them");
    wants(s, "0123", "@ has 2 runs that begin with 0123; give more digits");
    wants(s, "ffff", "@ has no run that begins with ffff; tessera results list shows them");
    ts_store_close(s);
}

/* ---- writing ---- */

static void begins(ts_ledger *s, const char *name, const char *kind, const char *want)
{
    ts_error err = {0};
    ts_run_info r = run_of(name);
    r.kind = kind;
    assert_int_equal(ts_store_begin(s, &r, &err), -1);
    is(err.text, want);
}

static void adds(ts_ledger *s, const char *run, const char *bench, double value, const char *want)
{
    ts_error err = {0};
    ts_result r = line_of("c");
    ts_sample sample[2] = {{1, NAN, NAN, NAN, true}, {value, NAN, NAN, NAN, true}};
    r.bench = bench;
    assert_int_equal(ts_store_add(s, run, &r, sample, 2, &err), -1);
    is(err.text, want);
}

static void what_cannot_be_written(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_ledger *s = must_open(false);
    begins(s, "12", "measured", "the id of a run is 32 hexadecimal digits, not \"12\"");
    begins(s, id2, "guessed", "the kind of a run is measured or published, not \"guessed\"");
    begins(
        s, id, "measured",
        "@ has a run 0123456789abcdef0123456789abcdef already; give the new one an id of its own");
    adds(s, id2, "kernel", 1, "@ has no run 01234567fedcba98fedcba98fedcba98; begin it first");
    adds(s, id, NULL, 1, "a result without bench; say what was measured");
    adds(s, id, "kernel", INFINITY, "sample 1 is infinite; leave it out");
    char path[128];
    ts_run_info r = run_of(id);
    ts_result x = line_of("other");
    snprintf(path, sizeof path, "%s/one.db", folder);
    ts_ledger *from = ts_store_open(path, false, &err);
    assert_true(from && !ts_store_begin(from, &r, &err));
    assert_int_equal(ts_store_add(from, id, &x, NULL, 0, &err), 0);
    ts_store_close(from);
    assert_int_equal(ts_store_merge(s, path, NULL, &err), -1);
    is(err.text,
       "@ has a run 01234567 with another result than the one to be taken: one of the two "
       "was changed; leave that run out");
    ts_store_close(s);
    s = must_open(true);
    adds(s, id, "kernel", 1, "@ was opened for reading only; open it for writing");
    ts_store_close(s);
}

static void locked_by_another(void **state)
{
    (void)state;
    sqlite3 *db;
    ts_ledger *s = must_open(false);
    assert_int_equal(sqlite3_open(at, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_busy_timeout(s->db, 10);
    adds(s, id, "kernel", 1,
         "@ is locked by another process for too long; end that one and try again");
    sqlite3_close(db);
    ts_store_close(s);
}

/* ---- importing ---- */

static void imports(const char *text, const char *want)
{
    ts_error err = {0};
    ts_ledger *s = must_open(false);
    write_file(plain, text);
    assert_int_equal(ts_store_import(s, plain, NULL, NULL, NULL, &err), -1);
    is(err.text, want);
    ts_store_close(s);
}

static void what_cannot_be_imported(void **state)
{
    (void)state;
    ts_error err = {0};
    imports("", "&: is empty");
    imports("{\"type\":\"guess\"}\n", "&:1: \"type\" is neither \"run\" nor \"result\"");
    imports("{\"type\":\"run\",\"id\":\"1\",\"kind\":\"measured\"}\n",
            "&:1: the id of a run is 32 hexadecimal digits, not \"1\"");
    imports("{\"type\":\"run\",\"id\":\"ffffffffffffffffffffffffffffffff\",\"kind\":\"measured\"}\n"
            "{\"type\":\"result\",\"run\":\"ffffffffffffffffffffffffffffffff\",\"seq\":3,\"bench\":"
            "\"x\"}\n",
            "&:2: \"seq\" is not 0: a result is missing or out of order");
    unlink(plain);
    ts_ledger *s = must_open(false);
    assert_int_equal(ts_store_import(s, plain, NULL, NULL, NULL, &err), -1);
    is(err.text, "&: cannot be opened: No such file or directory");
    ts_store_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(what_cannot_be_opened, fresh),
        cmocka_unit_test_setup(what_was_changed, fresh),
        cmocka_unit_test_setup(which_run, fresh),
        cmocka_unit_test_setup(what_cannot_be_written, fresh),
        cmocka_unit_test_setup(locked_by_another, fresh),
        cmocka_unit_test_setup(what_cannot_be_imported, fresh),
    };
    char command[128];
    snprintf(folder, sizeof folder, "%s/tessera-words-XXXXXX",
             access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm");
    if (!mkdtemp(folder)) return 1;
    snprintf(at, sizeof at, "%s/results.db", folder);
    snprintf(plain, sizeof plain, "%s/plain", folder);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command) ? 1 : failed;
}

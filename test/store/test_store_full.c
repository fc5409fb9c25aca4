/* test_store_full.c - a disk that is full, or broken, from the n-th write on, for every n: the store says
 * so in one line and holds what it held before, or what it said it took.
 *
 * Between SQLite and the system stands a layer of files that fails on demand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "test/store/records.h"

/* ---- files that fail ---- */

enum kind { FULL, BROKEN_WRITE, BROKEN_SYNC, NO_MEMORY_TO_SHARE, KINDS };

static struct {
    bool armed;
    enum kind kind;
    int left; /* calls of that kind that still succeed */
    int failed;
} fault;

static sqlite3_vfs below, layer;

typedef struct file {
    sqlite3_file head;
    sqlite3_file *real; /* in the bytes behind this struct */
} file;

static sqlite3_file *real(sqlite3_file *f)
{
    return ((file *)f)->real;
}

static bool fails(enum kind kind)
{
    if (!fault.armed || fault.kind != kind) return false;
    if (fault.left-- > 0) return false;
    fault.failed++;
    return true;
}

static int file_close(sqlite3_file *f)
{
    return real(f)->pMethods->xClose(real(f));
}

static int file_read(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
    return real(f)->pMethods->xRead(real(f), to, n, at);
}

static int file_write(sqlite3_file *f, const void *from, int n, sqlite3_int64 at)
{
    if (fails(FULL)) { /* a full disk takes the front of it */
        real(f)->pMethods->xWrite(real(f), from, n / 2, at);
        return SQLITE_FULL;
    }
    if (fails(BROKEN_WRITE)) return SQLITE_IOERR_WRITE;
    return real(f)->pMethods->xWrite(real(f), from, n, at);
}

static int file_truncate(sqlite3_file *f, sqlite3_int64 n)
{
    return real(f)->pMethods->xTruncate(real(f), n);
}

static int file_sync(sqlite3_file *f, int flags)
{
    if (fails(BROKEN_SYNC)) return SQLITE_IOERR_FSYNC;
    return real(f)->pMethods->xSync(real(f), flags);
}

static int file_size(sqlite3_file *f, sqlite3_int64 *n)
{
    return real(f)->pMethods->xFileSize(real(f), n);
}

static int file_lock(sqlite3_file *f, int level)
{
    return real(f)->pMethods->xLock(real(f), level);
}

static int file_unlock(sqlite3_file *f, int level)
{
    return real(f)->pMethods->xUnlock(real(f), level);
}

static int file_reserved(sqlite3_file *f, int *out)
{
    return real(f)->pMethods->xCheckReservedLock(real(f), out);
}

static int file_control(sqlite3_file *f, int op, void *arg)
{
    return real(f)->pMethods->xFileControl(real(f), op, arg);
}

static int file_sector(sqlite3_file *f)
{
    return real(f)->pMethods->xSectorSize(real(f));
}

static int file_traits(sqlite3_file *f)
{
    return real(f)->pMethods->xDeviceCharacteristics(real(f));
}

static int file_map(sqlite3_file *f, int page, int size, int extend, void volatile **to)
{
    if (fails(NO_MEMORY_TO_SHARE)) return SQLITE_IOERR_SHMSIZE;
    return real(f)->pMethods->xShmMap(real(f), page, size, extend, to);
}

static int file_shared_lock(sqlite3_file *f, int at, int n, int flags)
{
    return real(f)->pMethods->xShmLock(real(f), at, n, flags);
}

static void file_barrier(sqlite3_file *f)
{
    real(f)->pMethods->xShmBarrier(real(f));
}

static int file_unmap(sqlite3_file *f, int erase)
{
    return real(f)->pMethods->xShmUnmap(real(f), erase);
}

static const sqlite3_io_methods methods = {
    2,           file_close, file_read,        file_write,    file_truncate, file_sync,
    file_size,   file_lock,  file_unlock,      file_reserved, file_control,  file_sector,
    file_traits, file_map,   file_shared_lock, file_barrier,  file_unmap,    NULL,
    NULL,
};

static int open_file(sqlite3_vfs *v, const char *name, sqlite3_file *f, int flags, int *out)
{
    (void)v;
    file *mine = (file *)f;
    mine->real = (sqlite3_file *)(mine + 1);
    int code = below.xOpen(&below, name, mine->real, flags, out);
    f->pMethods = mine->real->pMethods ? &methods : NULL;
    return code;
}

static int last_error(sqlite3_vfs *v, int n, char *text)
{
    (void)v;
    (void)n;
    (void)text;
    return 0; /* a layer has no number of the system's */
}

/* ---- the store on top ---- */

static char folder[48], at[64];

static int begin(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "%s/tessera-full-XXXXXX",
             access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm");
    if (!mkdtemp(folder)) return -1;
    snprintf(at, sizeof at, "%s/results.db", folder);
    below = *sqlite3_vfs_find(NULL);
    layer = below;
    layer.zName = "failing";
    layer.szOsFile = (int)sizeof(file) + below.szOsFile;
    layer.xOpen = open_file;
    layer.xGetLastError = last_error;
    layer.pNext = NULL;
    return sqlite3_vfs_register(&layer, 1);
}

static int wipe(void)
{
    char command[96];
    snprintf(command, sizeof command, "rm -f %s/*", folder);
    return system(command);
}

static int end(void **state)
{
    (void)state;
    sqlite3_vfs_unregister(&layer);
    return wipe() || rmdir(folder);
}

static void arm(enum kind kind, int after)
{
    fault.armed = true;
    fault.kind = kind;
    fault.left = after;
    fault.failed = 0;
}

static const char id[] = "0123456789abcdef0123456789abcdef",
                  id2[] = "fedcba98765432100123456789abcdef";

static int add(ts_ledger *s, ts_error *err)
{
    enum { SAMPLES = 300 }; /* several pages */
    static ts_sample sample[SAMPLES];
    ts_result r = ts_result_blank();
    for (int i = 0; i < SAMPLES; i++)
        sample[i] = (ts_sample){1.0 / (i + 3), 2.0 / (i + 3), 3.0 / (i + 3), 4.0 / (i + 3), true};
    r.bench = "kernel";
    return ts_store_add(s, id, &r, sample, SAMPLES, err);
}

static int start(ts_ledger *s, const char *name, ts_error *err)
{
    ts_run_info run = ts_run_blank();
    run.id = name;
    run.kind = "measured";
    return ts_store_begin(s, &run, err);
}

static size_t results_now(void)
{
    ts_error err = {0};
    ts_records all;
    ts_ledger *s = ts_store_open(at, false, &err);
    if (!s || ts_store_load(s, NULL, NULL, &all, &err)) fail_msg("%s", err.text);
    size_t n = all.n;
    for (size_t i = 0; i < n; i++) {
        ts_sample *sample;
        size_t samples;
        if (ts_store_samples(s, id, i, &sample, &samples, &err)) fail_msg("%s", err.text);
        assert_int_equal(samples, 300);
        free(sample);
    }
    ts_records_free(&all);
    ts_store_close(s);
    return n;
}

static void must_say(enum kind kind, const ts_error *err, const char *when, int n)
{
    const char *says = kind == FULL ? "the disk is full; nothing was written" : "results.db: ";
    if (!strstr(err->text, says) || strchr(err->text, '\n'))
        fail_msg("%s, call %d: \"%s\"", when, n, err->text);
}

/* A store with one result; true when call n of the kind failed while another was added. */
static bool add_failing(enum kind kind, int n, bool until_closed)
{
    ts_error err = {0}, why = {0};
    assert_int_equal(wipe(), 0);
    ts_ledger *s = ts_store_open(at, false, &err);
    if (!s || start(s, id, &err) || add(s, &err)) fail_msg("%s", err.text);
    arm(kind, n);
    int bad = add(s, &why);
    bool failed = fault.failed > 0;
    if (!until_closed) fault.armed = false;
    ts_store_close(s);
    fault.armed = false;
    if (bad) must_say(kind, &why, "adding", n);
    if (bad && !failed) fail_msg("adding failed by itself: %s", why.text);
    size_t have = results_now();
    if (have != (bad ? 1u : 2u)) fail_msg("call %d: %zu results, status %d", n, have, bad);
    return failed || fault.failed > 0;
}

static void adding(enum kind kind)
{
    int n = 0;
    while (add_failing(kind, n, n % 2)) n++;
    while (add_failing(kind, n, true)) n++;
    printf("adding fails right at each of %d calls\n", n);
    assert_true(n >= (kind == BROKEN_SYNC ? 1 : 3));
}

static bool make_failing(enum kind kind, int n)
{
    ts_error err = {0}, why = {0};
    assert_int_equal(wipe(), 0);
    arm(kind, n);
    ts_ledger *s = ts_store_open(at, false, &why);
    bool failed = fault.failed > 0;
    int bad = !s || start(s, id, &why);
    ts_store_close(s);
    fault.armed = false;
    if (bad) must_say(kind, &why, "making", n);
    s = ts_store_open(at, false, &err);
    if (!s) fail_msg("call %d: %s", n, err.text);
    if (start(s, bad ? id : id2, &err)) { /* what failed is not there; what did not is */
        ts_error again = {0};
        if (!bad || !strstr(err.text, "already") || start(s, id2, &again)) fail_msg("%s", err.text);
        fail_msg("call %d: a run that failed is there", n);
    }
    ts_store_close(s);
    return failed || fault.failed > 0;
}

static void making(enum kind kind)
{
    int n = 0;
    while (make_failing(kind, n)) n++;
    printf("making fails right at each of %d calls\n", n);
    assert_true(n >= 3);
}

static void a_full_disk_while_adding(void **state)
{
    (void)state;
    adding(FULL);
}

static void a_full_disk_while_making(void **state)
{
    (void)state;
    making(FULL);
}

static void a_broken_disk_while_adding(void **state)
{
    (void)state;
    adding(BROKEN_WRITE);
    adding(BROKEN_SYNC);
}

static void a_broken_disk_while_making(void **state)
{
    (void)state;
    making(BROKEN_WRITE);
}

/* Without memory shared between processes there is no WAL; that is said and not worked around. */
static void a_file_system_without_shared_memory(void **state)
{
    (void)state;
    ts_error err = {0};
    assert_int_equal(wipe(), 0);
    arm(NO_MEMORY_TO_SHARE, 0);
    ts_ledger *s = ts_store_open(at, false, &err);
    fault.armed = false;
    assert_null(s);
    assert_true(err.text[0] && !strchr(err.text, '\n'));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_full_disk_while_adding),
        cmocka_unit_test(a_full_disk_while_making),
        cmocka_unit_test(a_broken_disk_while_adding),
        cmocka_unit_test(a_broken_disk_while_making),
        cmocka_unit_test(a_file_system_without_shared_memory),
    };
    return cmocka_run_group_tests(tests, begin, end);
}

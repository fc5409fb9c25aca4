/* store.c - where the store is, opening and closing it, and what SQLite's errors mean. */
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "store/store_int.h"

/* ---- the place ---- */

int ts_store_path(char *path, size_t cap, ts_error *err)
{
    const char *mine = getenv("TESSERA_STORE"), *data = getenv("XDG_DATA_HOME");
    const char *home = getenv("HOME");
    int n;
    if (mine && *mine)
        n = snprintf(path, cap, "%s", mine);
    else if (data && *data == '/')
        n = snprintf(path, cap, "%s/tessera/results.db", data);
    else if (home && *home)
        n = snprintf(path, cap, "%s/.local/share/tessera/results.db", home);
    else
        return ts_fail(err, "neither TESSERA_STORE nor HOME is set, so there is no results store; "
                            "name a file by --store");
    if (n < 0 || (size_t)n >= cap)
        return ts_fail(err, "the path of the results store is too long; name a file by --store");
    return 0;
}

int ts_folders_make(const char *path, const char *remedy, ts_error *err)
{
    char part[4096];
    int n = snprintf(part, sizeof part, "%s", path);
    if (n < 0 || (size_t)n >= sizeof part)
        return ts_fail(err, "the path %.200s... is too long; %s", path, remedy);
    for (char *c = part + !!*part; *c; c++) {
        if (*c != '/') continue;
        *c = 0;
        if (mkdir(part, 0777) && errno != EEXIST)
            return ts_fail(err, "cannot make the folder %s: %s; %s", part, strerror(errno), remedy);
        *c = '/';
    }
    return 0;
}

/* ---- errors and statements ---- */

static bool is_full(int code, int system)
{
    return code == SQLITE_FULL ||
           (code == SQLITE_IOERR && (system == ENOSPC || system == EDQUOT || system == EFBIG));
}

/* A write that failed for a reason that SQLite has lost meanwhile, as it does while it commits. */
static bool is_cut_off(sqlite3 *db, int system)
{
    return sqlite3_extended_errcode(db) == SQLITE_IOERR_WRITE && !system;
}

/* Of SQLite's codes: what to say of the path, SQLite's own words, and the path again. */
static const struct fault {
    int code;
    const char *format;
} faults[] = {
    {SQLITE_BUSY, "%s is locked by another process for too long; end that one and try again"},
    {SQLITE_LOCKED, "%s is locked by another process for too long; end that one and try again"},
    {SQLITE_CORRUPT, TS_STORE_DAMAGED},
    {SQLITE_FORMAT, TS_STORE_DAMAGED},
    {SQLITE_NOTADB, "%s is not a results store (no SQLite file); name another by --store"},
    {SQLITE_READONLY, TS_STORE_CLOSED},
    {SQLITE_PERM, TS_STORE_CLOSED},
    {SQLITE_AUTH, TS_STORE_CLOSED},
    {SQLITE_CANTOPEN, "cannot open %s or a file beside it (-wal, -shm): %s; make its folder "
                      "writable, or name another file by --store"},
};

int ts_store_fail(ts_ledger *s, ts_error *err)
{
    int code = sqlite3_errcode(s->db) & 0xff, system = sqlite3_system_errno(s->db);
    const char *path = s->path, *why = sqlite3_errmsg(s->db);
    if (is_full(code, system))
        return ts_fail(err, "%s: the disk is full; nothing was written; free space and try again",
                       path);
    if (is_cut_off(s->db, system))
        return ts_fail(err,
                       "%s: writing failed; nothing was written; free space on the disk, or lift a "
                       "limit on the size of files (ulimit -f), and try again",
                       path);
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        if (faults[i].code == code)
            return ts_fail(err, faults[i].format, path,
                           code == SQLITE_CANTOPEN && system ? strerror(system) : why, path);
    return ts_fail(err, "%s: %s%s%s; if the disk is sound, try again", path, why,
                   system ? ": " : "", system ? strerror(system) : "");
}

int ts_store_exec(ts_ledger *s, const char *sql, ts_error *err)
{
    return sqlite3_exec(s->db, sql, NULL, NULL, NULL) == SQLITE_OK ? 0 : ts_store_fail(s, err);
}

int(ts_store_no_memory)(ts_error *err)
{
    return ts_fail(err, "out of memory; end other programs");
}

int ts_store_writable(ts_ledger *s, ts_error *err)
{
    if (!s->read) return 0;
    return ts_fail(err, "%s was opened for reading only; open it for writing", s->path);
}

int ts_store_transact(ts_ledger *s, ts_error *err)
{
    return ts_store_writable(s, err) || ts_store_exec(s, "BEGIN IMMEDIATE", err) ? -1 : 0;
}

int ts_store_finish(ts_ledger *s, int failed, ts_error *err)
{
    if (!failed && sqlite3_exec(s->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK) return 0;
    if (!failed) ts_store_fail(s, err);
    if (!sqlite3_get_autocommit(s->db)) sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
    return -1;
}

/* ---- opening ---- */

/* The file of that name with `suffix` behind it: its bytes, or -1 where there is none. */
static long long size_beside(const char *path, const char *suffix)
{
    char name[4096];
    struct stat st;
    int n = snprintf(name, sizeof name, "%s%s", path, suffix);
    if (n < 0 || (size_t)n >= sizeof name || stat(name, &st)) return -1;
    return st.st_size;
}

static uint32_t big_endian(const uint8_t *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* Refuses what is no store before SQLite, which may repair what it opens, has seen it. */
static int check_header(const char *path, bool read, ts_error *err)
{
    enum { HEADER = 100, VERSION_AT = 60, APPLICATION_AT = 68 };
    uint8_t head[HEADER] = {0};
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return ts_fail(err, "cannot open %s: %s; change its permissions or name another by --store",
                       path, strerror(errno));
    ssize_t n = pread(fd, head, sizeof head, 0);
    close(fd);
    if (size_beside(path, "-journal") >= 0) return 0; /* being made, or cut short in that */
    if (!n && read)
        return ts_fail(err, "%s is empty: no results yet; tessera bench writes some", path);
    if (!n) return 0;
    if (n < HEADER || memcmp(head, "SQLite format 3", 16) != 0)
        return ts_fail(err, "%s is not a results store (no SQLite file); name another by --store",
                       path);
    return ts_schema_stamp(path, big_endian(head + APPLICATION_AT), big_endian(head + VERSION_AT),
                           err);
}

static int look(const char *path, bool read, ts_error *err)
{
    struct stat st;
    if (!path || !*path) return ts_fail(err, "the results store has no name; name one by --store");
    if (stat(path, &st)) {
        if (errno != ENOENT)
            return ts_fail(err, "cannot open %s: %s; name another file by --store", path,
                           strerror(errno));
        if (read)
            return ts_fail(
                err, "no results store %s; tessera bench makes one, --store names another", path);
        return ts_folders_make(path, "name another file by --store", err);
    }
    if (S_ISDIR(st.st_mode)) return ts_fail(err, "%s is a folder; name a file by --store", path);
    if (!S_ISREG(st.st_mode))
        return ts_fail(err, "%s is no regular file; name another by --store", path);
    return check_header(path, read, err);
}

static void disconnect(ts_ledger *s)
{
    for (int i = 0; i < TS_STORE_ASKED; i++) sqlite3_finalize(s->asked[i]);
    memset(s->asked, 0, sizeof s->asked);
    sqlite3_close(s->db);
    s->db = NULL;
}

static int connect_to(ts_ledger *s, const char *name, int flags, ts_error *err)
{
    disconnect(s);
    int code = sqlite3_open_v2(
        name, &s->db, flags | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, NULL);
    if (!s->db) return ts_store_no_memory(err);
    if (code != SQLITE_OK) return ts_store_fail(s, err);
    sqlite3_busy_timeout(s->db, TS_STORE_PATIENCE_MS);
    sqlite3_limit(s->db, SQLITE_LIMIT_LENGTH, TS_STORE_ROW_MAX);
    sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(s->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    return ts_text_functions(s, err) ||
           ts_store_exec(s,
                         "PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON; "
                         "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY",
                         err) ||
           ts_schema_do(s, "views", err);
}

/* The path as a URI with `query` behind it; every byte but the plain ones is escaped. */
static char *uri(const char *path, const char *query)
{
    static const char plain[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._-";
    char *text = NULL;
    size_t bytes = 0;
    FILE *f = open_memstream(&text, &bytes);
    if (!f) return NULL;
    fputs("file:", f);
    for (const unsigned char *c = (const unsigned char *)path; *c; c++)
        if (strchr(plain, *c))
            fputc(*c, f);
        else
            fprintf(f, "%%%02X", *c);
    fputs(query, f);
    if (!fclose(f)) return text;
    free(text);
    return NULL;
}

static int connect_by(ts_ledger *s, const char *query, int flags, ts_error *err)
{
    free(s->uri);
    s->uri = uri(s->path, query);
    return s->uri ? connect_to(s, s->uri, flags, err) : ts_store_no_memory(err);
}

/* With write access where there is some, since only then the last reader takes the files beside the
 * store away again; nothing is written all the same. In a folder that may not be written SQLite cannot
 * make those files; if there is no -wal, the store itself is all there is. */
static int connect_reader(ts_ledger *s, ts_error *err)
{
    ts_error first = {0};
    long long any;
    if (!connect_by(s, "", SQLITE_OPEN_READWRITE, &first) &&
        !ts_store_integer(s, "PRAGMA application_id", NULL, &any, &first))
        return ts_store_exec(s, "PRAGMA query_only = ON", err);
    int code = s->db ? sqlite3_errcode(s->db) & 0xff : SQLITE_NOMEM;
    if ((code != SQLITE_CANTOPEN && code != SQLITE_READONLY && code != SQLITE_IOERR) ||
        size_beside(s->path, "-wal") > 0 || size_beside(s->path, "-journal") > 0)
        return ts_fail(err, "%s", first.text);
    return connect_by(s, "?immutable=1", SQLITE_OPEN_READONLY, err);
}

static long long now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Changing the mode needs the file alone; others that open it at the same moment are waited for. */
static int set_wal(ts_ledger *s, ts_error *err)
{
    const struct timespec nap = {.tv_nsec = 20000000};
    for (long long end = now_ms() + TS_STORE_PATIENCE_MS;; nanosleep(&nap, NULL)) {
        ts_error why = {0};
        ts_selection r = {0};
        int bad = ts_store_select(s, "PRAGMA journal_mode = WAL", NULL, NULL, &r, &why);
        bool wal = !bad && r.n && ts_same(r.row[0][0].text, "wal");
        ts_selection_free(&r);
        if (wal) return 0;
        if (!bad)
            return ts_fail(err,
                           "%s: the file system cannot share memory, so a store there is not safe; "
                           "name a file on a local disk by --store",
                           s->path);
        if ((sqlite3_errcode(s->db) & 0xff) != SQLITE_BUSY || now_ms() > end)
            return ts_fail(err, "%s", why.text);
    }
}

static int connect_writer(ts_ledger *s, ts_error *err)
{
    long long objects = 0, application = 0;
    if (connect_by(s, "", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, err)) return -1;
    if (sqlite3_db_readonly(s->db, "main") == 1) return ts_fail(err, TS_STORE_CLOSED, s->path);
    if (ts_store_integer(s, "PRAGMA application_id", NULL, &application, err)) return -1;
    if (!application) { /* new, unless another process makes it right now */
        int bad = ts_store_transact(s, err);
        if (bad) return bad;
        bad = ts_store_integer(s, "SELECT count(*) FROM sqlite_schema", NULL, &objects, err);
        if (!bad && !objects) bad = ts_schema_make(s, err);
        if (ts_store_finish(s, bad, err)) return -1;
    }
    return ts_schema_check(s, err) || set_wal(s, err) ||
                   ts_store_integer(s, "SELECT count(*) FROM run", NULL, &objects,
                                    err) /* WAL works */
               ? -1
               : 0;
}

/* Not connected yet; NULL with *err filled. */
static ts_ledger *ledger_of(const char *path, bool read, ts_error *err)
{
    ts_ledger *s = calloc(1, sizeof *s);
    if (s) *s = (ts_ledger){.path = strdup(path), .read = read};
    if (s && s->path) return s;
    ts_store_no_memory(err);
    ts_store_close(s);
    return NULL;
}

/* Closes what could not be made. */
static ts_ledger *unless(int bad, ts_ledger *s)
{
    if (!bad) return s;
    ts_store_close(s);
    return NULL;
}

ts_ledger *ts_store_open(const char *path, bool read, ts_error *err)
{
    ts_ledger *s = look(path, read, err) ? NULL : ledger_of(path, read, err);
    if (!s) return NULL;
    return unless(read ? connect_reader(s, err) || ts_schema_check(s, err) : connect_writer(s, err),
                  s);
}

ts_ledger *ts_store_passing(const char *name, ts_error *err)
{
    ts_ledger *s = ledger_of(name, false, err);
    if (!s) return NULL;
    return unless(connect_to(s, ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, err) ||
                      ts_schema_make(s, err),
                  s);
}

void ts_store_close(ts_ledger *s)
{
    if (!s) return;
    disconnect(s);
    free(s->path);
    free(s->uri);
    free(s);
}

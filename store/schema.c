/* schema.c - the tables of a store, generated from fields.def, and whether a file has them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_int.h"

#define T(name, meaning) ", \"" #name "\" TEXT"
#define R(name, meaning) ", \"" #name "\" REAL"
static const char of_run[] =
#define TS_RUN_FIELDS
#include "store/fields.def"
#undef TS_RUN_FIELDS
    "",
                  of_result[] =
#define TS_RESULT_FIELDS
#include "store/fields.def"
#undef TS_RESULT_FIELDS
                      "";
#undef T
#undef R

/* The id is declared by itself. */
char *ts_schema_sql(int table, const char *in)
{
    static const char *const form[TS_STORE_TABLES] = {
        "CREATE TABLE %srun (id TEXT PRIMARY KEY NOT NULL%s, digest TEXT NOT NULL)",
        "CREATE TABLE %sresult (run TEXT NOT NULL REFERENCES run (id), seq INTEGER NOT NULL%s, "
        "samples INTEGER NOT NULL, digest TEXT NOT NULL, samples_digest TEXT NOT NULL, "
        "PRIMARY KEY (run, seq))",
        "CREATE TABLE %ssample (run TEXT NOT NULL, seq INTEGER NOT NULL, i INTEGER NOT NULL, "
        "value REAL, read_gbps REAL, steal REAL, \"foreign\" REAL, kept INTEGER NOT NULL, "
        "PRIMARY KEY (run, seq, i), FOREIGN KEY (run, seq) REFERENCES result (run, seq)) "
        "WITHOUT ROWID%s"};
    const char *const columns[] = {of_run + strlen(", \"id\" TEXT"), of_result, ""};
    char *sql;
    return asprintf(&sql, form[table], in, columns[table]) < 0 ? NULL : sql;
}

static int exec(ts_ledger *s, char *sql, ts_error *err)
{
    int bad = sql ? ts_store_exec(s, sql, err) : ts_store_no_memory(err);
    free(sql);
    return bad;
}

int ts_schema_make(ts_ledger *s, ts_error *err)
{
    const char *in = s->incoming ? s->incoming : "";
    char stamp[128];
    for (int i = 0; i < TS_STORE_TABLES; i++)
        if (exec(s, ts_schema_sql(i, in), err)) return -1;
    snprintf(stamp, sizeof stamp, "PRAGMA %sapplication_id = %d; PRAGMA %suser_version = %d", in,
             TS_STORE_APPLICATION, in, TS_STORE_VERSION);
    return ts_store_exec(s, stamp, err);
}

/* ---- texts of rows ---- */

#define T(name, meaning) ", \"" #name "\""
#define R                T
const char ts_schema_run_text[] = "run_json(NULL"
#define TS_RUN_FIELDS
#include "store/fields.def"
#undef TS_RUN_FIELDS
                                  ")",
           ts_schema_result_text[] = "result_json(seq"
#define TS_RESULT_FIELDS
#include "store/fields.def"
#undef TS_RESULT_FIELDS
                                     ")";
#undef T
#undef R

int ts_schema_views(ts_ledger *s, ts_error *err)
{
    static const char form[] =
        "CREATE TEMP VIEW run_text AS SELECT id AS run, started, text, "
        "digest IS NOT digest(text, 16) AS changed FROM (SELECT *, %s AS text FROM main.run);"
        "CREATE TEMP VIEW result_text AS SELECT run, seq, text, digest IS NOT "
        "digest(run || ' ' || text, 16) AS changed FROM (SELECT *, %s AS text FROM main.result);"
        "CREATE TEMP VIEW samples_text AS SELECT run, seq, text, samples_digest IS NOT "
        "digest(text, 16) AS changed FROM (SELECT *, (SELECT samples_json(value, read_gbps, steal, "
        "\"foreign\", kept) FROM (SELECT * FROM main.sample s WHERE s.run = r.run AND s.seq = "
        "r.seq "
        "ORDER BY i)) AS text FROM main.result r)";
    char *sql;
    int n = asprintf(&sql, form, ts_schema_run_text, ts_schema_result_text);
    return exec(s, n < 0 ? NULL : sql, err);
}

/* ---- is it one? ---- */

/* Exactly these tables. Triggers would run when we write, and a view could stand in for a table. */
static int check_tables(ts_ledger *s, ts_error *err)
{
    void *memory = NULL;
    ts_selection r;
    char *want[TS_STORE_TABLES];
    for (int i = 0; i < TS_STORE_TABLES; i++) want[i] = ts_schema_sql(i, "");
    int bad = ts_store_ask(s, &r, &memory, err,
                           "SELECT sum(sql IN (?1, ?2, ?3)) - 9 * sum(type = 'trigger' OR (name IN "
                           "('run', 'result', 'sample') AND sql IN (?1, ?2, ?3) IS NOT TRUE)) FROM "
                           "sqlite_schema",
                           "ttt", want[0], want[1], want[2]);
    bool right = !bad && r.row[0][0].number == TS_STORE_TABLES;
    for (int i = 0; i < TS_STORE_TABLES; i++) free(want[i]);
    ts_memory_free(memory);
    if (bad || right) return bad;
    return ts_fail(err,
                   "%s: its tables are not those of a results store of version %d; export it "
                   "with the tessera that wrote it, or name another file by --store",
                   s->path, TS_STORE_VERSION);
}

static int check_pages(ts_ledger *s, ts_error *err)
{
    char what[200] = "";
    void *memory = NULL;
    ts_selection r;
    int bad = ts_store_ask(s, &r, &memory, err, "PRAGMA integrity_check(1)", "");
    if (!bad && r.n && r.row[0][0].text) snprintf(what, sizeof what, "%s", r.row[0][0].text);
    ts_memory_free(memory);
    for (char *c = what; *c; c++)
        if (*c == '\n') *c = ' ';
    if (bad || !strcmp(what, "ok")) return bad;
    return ts_fail(err, TS_STORE_DAMAGED, s->path, what, s->path);
}

int ts_schema_stamp(const char *path, long long application, long long version, ts_error *err)
{
    if (application != TS_STORE_APPLICATION)
        return ts_fail(err, "%s is a SQLite file of another program; name another by --store",
                       path);
    if (version == TS_STORE_VERSION) return 0;
    return ts_fail(err,
                   version > TS_STORE_VERSION
                       ? "%s is a results store of version %lld, later than the %d this tessera "
                         "knows; use a newer tessera, or name another file by --store"
                       : "%s is a results store of version %lld and this tessera reads version %d; "
                         "use the tessera that wrote it, or name another file by --store",
                   path, version, TS_STORE_VERSION);
}

int ts_schema_check(ts_ledger *s, ts_error *err)
{
    long long application = 0, version = 0;
    return ts_store_integer(s, "PRAGMA application_id", NULL, &application, err) ||
                   ts_store_integer(s, "PRAGMA user_version", NULL, &version, err) ||
                   ts_schema_stamp(s->path, application, version, err) || check_tables(s, err) ||
                   check_pages(s, err)
               ? -1
               : 0;
}

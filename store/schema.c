/* schema.c - the tables of a store, generated from fields.def, and whether a file has them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_int.h"

static void columns(FILE *f, const ts_column *c)
{
    for (; c->name; c++)
        if (strcmp(c->name, "id") != 0)
            fprintf(f, ", \"%s\" %s", c->name, c->text ? "TEXT" : "REAL");
}

char *ts_schema_sql(const char *table)
{
    char *sql = NULL;
    size_t bytes = 0;
    FILE *f = open_memstream(&sql, &bytes);
    if (!f) return NULL;
    if (!strcmp(table, "run")) {
        fputs("CREATE TABLE run (id TEXT PRIMARY KEY NOT NULL", f);
        columns(f, ts_run_columns);
        fputs(", digest TEXT NOT NULL)", f);
    } else if (!strcmp(table, "result")) {
        fputs("CREATE TABLE result (run TEXT NOT NULL REFERENCES run (id), seq INTEGER NOT NULL",
              f);
        columns(f, ts_result_columns);
        fputs(", samples INTEGER NOT NULL, digest TEXT NOT NULL, samples_digest TEXT NOT NULL, "
              "PRIMARY KEY (run, seq))",
              f);
    } else {
        fputs("CREATE TABLE sample (run TEXT NOT NULL, seq INTEGER NOT NULL, i INTEGER NOT NULL, "
              "value REAL, read_gbps REAL, steal REAL, \"foreign\" REAL, kept INTEGER NOT NULL, "
              "PRIMARY KEY (run, seq, i), FOREIGN KEY (run, seq) REFERENCES result (run, seq)) "
              "WITHOUT ROWID",
              f);
    }
    if (!fclose(f)) return sql;
    free(sql);
    return NULL;
}

static const char *const tables[] = {"run", "result", "sample"};
enum { TABLES = sizeof tables / sizeof *tables };

int ts_schema_make(ts_ledger *s, ts_error *err)
{
    char stamp[128];
    int bad = 0;
    for (int i = 0; i < TABLES && !bad; i++) {
        char *sql = ts_schema_sql(tables[i]);
        bad = sql ? ts_store_exec(s, sql, err) : ts_store_no_memory(err);
        free(sql);
    }
    snprintf(stamp, sizeof stamp, "PRAGMA application_id = %d; PRAGMA user_version = %d",
             TS_STORE_APPLICATION, TS_STORE_VERSION);
    return bad ? bad : ts_store_exec(s, stamp, err);
}

/* Triggers would run when we write, and a view could stand in for a table. */
static int see_object(void *arg, sqlite3_stmt *q, ts_error *err)
{
    int *found = arg; /* -1: what must not be there */
    const char *type = (const char *)sqlite3_column_text(q, 0);
    const char *name = (const char *)sqlite3_column_text(q, 1);
    const char *have = (const char *)sqlite3_column_text(q, 2);
    (void)err;
    if (*found < 0 || (type && !strcmp(type, "trigger"))) return *found = -1, 0;
    for (int i = 0; i < TABLES && name; i++) {
        if (strcmp(name, tables[i]) != 0) continue;
        char *want = ts_schema_sql(name);
        *found = want && have && !strcmp(have, want) ? *found + 1 : -1;
        free(want);
        break;
    }
    return 0;
}

static int check_tables(ts_ledger *s, ts_error *err)
{
    int found = 0;
    sqlite3_stmt *q = ts_store_query(s, err, "SELECT type, name, sql FROM sqlite_schema", "");
    if (ts_store_rows(s, q, see_object, &found, err)) return -1;
    if (found == TABLES) return 0;
    return ts_fail(err,
                   "%s: its tables are not those of a results store of version %d; export it "
                   "with the tessera that wrote it, or name another file by --store",
                   s->path, TS_STORE_VERSION);
}

static int see_report(void *what, sqlite3_stmt *q, ts_error *err)
{
    const char *text = (const char *)sqlite3_column_text(q, 0);
    (void)err;
    snprintf(what, 200, "%s", text ? text : "");
    return 0;
}

static int check_pages(ts_ledger *s, ts_error *err)
{
    char what[200] = "";
    sqlite3_stmt *q = ts_store_query(s, err, "PRAGMA integrity_check(1)", "");
    if (ts_store_rows(s, q, see_report, what, err)) return -1;
    for (char *c = what; *c; c++)
        if (*c == '\n') *c = ' ';
    if (!strcmp(what, "ok")) return 0;
    return ts_fail(err, TS_STORE_DAMAGED, s->path, what, s->path);
}

int ts_schema_check(ts_ledger *s, ts_error *err)
{
    long long application = 0, version = 0;
    if (ts_store_integer(s, "PRAGMA application_id", &application, err) ||
        ts_store_integer(s, "PRAGMA user_version", &version, err))
        return -1;
    if (application != TS_STORE_APPLICATION)
        return ts_fail(err, "%s is a SQLite file of another program; name another by --store",
                       s->path);
    if (version != TS_STORE_VERSION)
        return ts_fail(
            err,
            "%s is a results store of version %lld and this tessera reads version %d; use "
            "the tessera that wrote it, or name another file by --store",
            s->path, version, TS_STORE_VERSION);
    return check_tables(s, err) || check_pages(s, err) ? -1 : 0;
}

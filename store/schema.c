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
    static const char create[] = "CREATE TABLE ";
    char stamp[128];
    int bad = 0;
    for (int i = 0; i < TABLES && !bad; i++) {
        char *sql = ts_schema_sql(tables[i]), *whole = NULL;
        if (sql && asprintf(&whole, "%s%s%s", create, s->incoming ? s->incoming : "",
                            sql + strlen(create)) < 0)
            whole = NULL;
        bad = whole ? ts_store_exec(s, whole, err) : ts_store_no_memory(err);
        free(whole);
        free(sql);
    }
    snprintf(stamp, sizeof stamp, "PRAGMA %sapplication_id = %d; PRAGMA %suser_version = %d",
             s->incoming ? s->incoming : "", TS_STORE_APPLICATION, s->incoming ? s->incoming : "",
             TS_STORE_VERSION);
    return bad ? bad : ts_store_exec(s, stamp, err);
}

/* Exactly these tables. Triggers would run when we write, and a view could stand in for a table. */
static int check_tables(ts_ledger *s, ts_error *err)
{
    void *memory = NULL;
    ts_selection r;
    char *want[TABLES];
    for (int i = 0; i < TABLES; i++) want[i] = ts_schema_sql(tables[i]);
    int bad = ts_store_ask(s, &r, &memory, err,
                           "SELECT sum(sql IN (?1, ?2, ?3)) - 9 * sum(type = 'trigger' OR (name IN "
                           "('run', 'result', 'sample') AND sql IN (?1, ?2, ?3) IS NOT TRUE)) FROM "
                           "sqlite_schema",
                           "ttt", want[0], want[1], want[2]);
    bool right = !bad && r.row[0][0].number == TABLES;
    for (int i = 0; i < TABLES; i++) free(want[i]);
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

int ts_schema_check(ts_ledger *s, ts_error *err)
{
    long long application = 0, version = 0;
    if (ts_store_integer(s, "PRAGMA application_id", NULL, &application, err) ||
        ts_store_integer(s, "PRAGMA user_version", NULL, &version, err))
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

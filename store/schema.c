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

static const char *text_at(const ts_rows *r, size_t row, size_t column)
{
    const char *text = r->row[row][column].text;
    return text ? text : "";
}

/* Is it one of the tables, as they should be? -1: one of that name that is not, or a trigger, which would run when
 * we write. */
static int is_table(const ts_rows *r, size_t row)
{
    if (!strcmp(text_at(r, row, 0), "trigger")) return -1;
    for (int i = 0; i < TABLES; i++) {
        if (strcmp(text_at(r, row, 1), tables[i]) != 0) continue;
        char *want = ts_schema_sql(tables[i]);
        bool same = want && !strcmp(text_at(r, row, 2), want);
        free(want);
        return same ? 1 : -1;
    }
    return 0;
}

static int check_tables(ts_ledger *s, ts_error *err)
{
    void *memory = NULL;
    ts_rows r;
    int found = 0,
        bad = ts_store_ask(s, &r, &memory, err, "SELECT type, name, sql FROM sqlite_schema", "");
    for (size_t i = 0; i < r.n && !bad && found >= 0; i++) {
        int is = is_table(&r, i);
        found = is < 0 ? -1 : found + is;
    }
    ts_memory_free(memory);
    if (bad || found == TABLES) return bad;
    return ts_fail(err,
                   "%s: its tables are not those of a results store of version %d; export it "
                   "with the tessera that wrote it, or name another file by --store",
                   s->path, TS_STORE_VERSION);
}

static int check_pages(ts_ledger *s, ts_error *err)
{
    char what[200] = "";
    void *memory = NULL;
    ts_rows r;
    int bad = ts_store_ask(s, &r, &memory, err, "PRAGMA integrity_check(1)", "");
    if (!bad && r.n) snprintf(what, sizeof what, "%s", text_at(&r, 0, 0));
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

/* schema.c - the tables of a store, made of schema.sql and fields.def, and whether a file has them. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_int.h"
#include "store/transfer.h"

extern const char ts_store_schema[]; /* schema.sql */

/* What has another type than its column is not known. */
#define KNOWN(types) " || iif(typeof(\"%1$s\") IN (" types "), ',\"%1$s\":' || told(\"%1$s\"), '')"

/* The id of a run is declared by itself. */
static const struct list {
    const char *name;
    const ts_column *of;
    const char *text, *number;
} lists[] = {
    {"{run types}", ts_run_columns + 1, ", \"%s\" TEXT", ", \"%s\" REAL"},
    {"{result types}", ts_result_columns, ", \"%s\" TEXT", ", \"%s\" REAL"},
    {"{run members}", ts_run_columns, KNOWN("'text'"), KNOWN("'real', 'integer'")},
    {"{result members}", ts_result_columns, KNOWN("'text'"), KNOWN("'real', 'integer'")},
    {"{sample values}", ts_sample_columns, "", " || ',' || told(\"%s\")"},
    {"{run cells}", ts_run_columns + 1, ", row ->> '%1$s' AS \"%1$s\"",
     ", real(row -> '%1$s') AS \"%1$s\""},
    {"{result cells}", ts_result_columns, ", row ->> '%1$s' AS \"%1$s\"",
     ", real(row -> '%1$s') AS \"%1$s\""},
};

/* What stands in braces; where to go on. */
static const char *put_braces(FILE *f, const char *at, const char *in)
{
    size_t n = strcspn(at, "}") + 1;
    if (!strncmp(at, "{in}", n)) fputs(in, f);
    if (!strncmp(at, "{version}", n)) fprintf(f, "%d", TS_STORE_VERSION);
    for (const struct list *l = lists; l < lists + sizeof lists / sizeof *lists; l++)
        for (const ts_column *c = l->of; !strncmp(at, l->name, n) && c->name; c++)
            fprintf(f, c->text ? l->text : l->number, c->name);
    return at + n;
}

char *ts_schema_sql(const char *name, const char *in)
{
    char *sql = NULL;
    size_t bytes;
    const char *at = ts_sql_named(ts_store_schema, name);
    FILE *f = open_memstream(&sql, &bytes);
    while (f && *at && strncmp(at, "\n\n", 2) != 0 && strcmp(at, "\n") != 0)
        if (*at == '{') {
            at = put_braces(f, at, in);
        } else {
            fputc(*at == '\n' ? ' ' : *at, f);
            at += *at == '\n' ? 1 + strspn(at + 1, " ") : 1;
        }
    if (f) fclose(f);
    return sql;
}

int ts_schema_do(ts_ledger *s, const char *name, ts_error *err)
{
    char *sql = ts_schema_sql(name, s->incoming ? s->incoming : "");
    int bad = sql ? ts_store_exec(s, sql, err) : ts_store_no_memory(err);
    free(sql);
    return bad;
}

int ts_schema_try(ts_ledger *s, const char *name, const char *x, const char *y, ts_error *err)
{
    static const char *const names[] = {"x", "y", "path"};
    const ts_value given[] = {{x, NAN, false}, {y, NAN, false}, {s->path, NAN, false}};
    const ts_selection from = {.name = names, .columns = 3};
    ts_selection r = {0};
    char *sql = ts_schema_sql(name, s->incoming ? s->incoming : "");
    int bad = sql ? ts_store_select(s, sql, &from, given, &r, err) : ts_store_no_memory(err);
    if (!bad && r.n && r.row[0][0].text) bad = ts_fail(err, "%s", r.row[0][0].text);
    free(sql);
    ts_selection_free(&r);
    return bad;
}

int ts_schema_make(ts_ledger *s, ts_error *err)
{
    const char *in = s->incoming ? s->incoming : "";
    char stamp[128];
    snprintf(stamp, sizeof stamp, "PRAGMA %sapplication_id = %d; PRAGMA %suser_version = %d", in,
             TS_STORE_APPLICATION, in, TS_STORE_VERSION);
    return ts_schema_do(s, "tables", err) || ts_store_exec(s, stamp, err) ? -1 : 0;
}

/* ---- is it one? ---- */

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
    char *tables = ts_schema_sql("tables", "");
    int bad = ts_store_integer(s, "PRAGMA application_id", NULL, &application, err) ||
              ts_store_integer(s, "PRAGMA user_version", NULL, &version, err) ||
              ts_schema_stamp(s->path, application, version, err) ||
              ts_schema_try(s, "other tables", tables, NULL, err) ||
              ts_schema_try(s, "broken pages", NULL, NULL, err);
    free(tables);
    return bad ? -1 : 0;
}

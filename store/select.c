/* select.c - what a SELECT says, as rows in memory (store.h). */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_int.h"

const ts_value *ts_value_in(const ts_rows *r, const ts_value *row, const char *name, size_t n)
{
    for (size_t i = 0; row && i < r->columns; i++)
        if (!strncmp(r->name[i], name, n) && !r->name[i][n]) return &row[i];
    return NULL;
}

/* Its parameters are the cells of those names. */
static int bind(ts_ledger *s, sqlite3_stmt *q, const ts_rows *from, const ts_value *row,
                ts_error *err)
{
    for (int i = 1; i <= sqlite3_bind_parameter_count(q); i++) {
        const char *name = sqlite3_bind_parameter_name(q, i) + 1;
        const ts_value *c = from ? ts_value_in(from, row, name, strlen(name)) : NULL;
        int bad = 0;
        if (!c) return ts_fail(err, "%s: there is no :%s", sqlite3_sql(q), name);
        if (c->text)
            bad = sqlite3_bind_text(q, i, c->text, -1, SQLITE_STATIC);
        else if (c->whole)
            bad = sqlite3_bind_int64(q, i, (sqlite3_int64)c->number);
        else if (!isnan(c->number))
            bad = sqlite3_bind_double(q, i, c->number);
        if (bad) return ts_store_fail(s, err);
    }
    return 0;
}

typedef struct taking {
    ts_rows *to;
    void **memory;
} taking;

static int take_row(void *arg, sqlite3_stmt *q, ts_error *err)
{
    taking *t = arg;
    ts_rows *r = t->to;
    ts_value *cell = ts_memory_take(t->memory, r->columns, sizeof *cell);
    if (!cell || !ts_grow((void **)&r->row, r->n, sizeof *r->row)) return ts_store_no_memory(err);
    for (size_t i = 0; i < r->columns; i++) {
        int type = sqlite3_column_type(q, (int)i);
        const char *text =
            type == SQLITE_TEXT ? (const char *)sqlite3_column_text(q, (int)i) : NULL;
        bool number = type == SQLITE_INTEGER || type == SQLITE_FLOAT;
        cell[i] =
            (ts_value){ts_text_keep(t->memory, text),
                       number ? sqlite3_column_double(q, (int)i) : NAN, type == SQLITE_INTEGER};
    }
    r->row[r->n++] = cell;
    return 0;
}

/* The list of rows moves to where they are. */
static int settle(ts_rows *r, void **memory, ts_error *err)
{
    const ts_value **list = ts_memory_take(memory, r->n + 1, sizeof *list);
    if (list && r->n) memcpy(list, r->row, r->n * sizeof *list);
    free(r->row);
    r->row = list;
    return list ? 0 : ts_store_no_memory(err);
}

int ts_store_select(ts_ledger *s, const char *sql, const ts_rows *from, const ts_value *row,
                    ts_rows *out, void **memory, ts_error *err)
{
    sqlite3_stmt *q = ts_store_query(s, err, sql, "");
    *out = (ts_rows){.columns = q ? (size_t)sqlite3_column_count(q) : 0};
    const char **name = ts_memory_take(memory, out->columns + 1, sizeof *name);
    out->name = name;
    if (q && (!name || bind(s, q, from, row, err))) {
        sqlite3_finalize(q);
        return name ? -1 : ts_store_no_memory(err);
    }
    for (size_t i = 0; i < out->columns; i++)
        name[i] = ts_text_keep(memory, sqlite3_column_name(q, (int)i));
    taking t = {out, memory};
    int bad = ts_store_rows(s, q, take_row, &t, err);
    return settle(out, memory, err) || bad ? -1 : 0;
}

int ts_store_select_run(ts_ledger *s, const char *sql, const char *run, ts_rows *out, void **memory,
                        ts_error *err)
{
    static const char *const names[] = {"run"};
    const ts_value front = {run ? run : "", NAN, false};
    ts_records all;
    if (ts_store_load(s, NULL, run, &all, err)) return -1;
    ts_records_free(&all);
    return ts_store_select(s, sql, &(ts_rows){.name = names, .columns = 1}, &front, out, memory,
                           err);
}

/* select.c - what a SELECT says, as rows in memory (store.h). */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_int.h"
#include "tessera/c_locale.h"

const ts_value *ts_value_in(const ts_selection *r, const ts_value *row, const char *name, size_t n)
{
    for (size_t i = 0; row && i < r->columns; i++)
        if (!strncmp(r->name[i], name, n) && !r->name[i][n]) return &row[i];
    return NULL;
}

/* ---- parameters ---- */

static int bind_value(sqlite3_stmt *q, int at, const ts_value *x)
{
    if (x->text) return sqlite3_bind_text(q, at, x->text, -1, SQLITE_STATIC);
    if (x->whole) return sqlite3_bind_int64(q, at, (sqlite3_int64)x->number);
    return isnan(x->number) ? SQLITE_OK : sqlite3_bind_double(q, at, x->number);
}

static int bind_names(ts_ledger *s, sqlite3_stmt *q, const ts_selection *from, const ts_value *row,
                      ts_error *err)
{
    for (int i = 1; i <= sqlite3_bind_parameter_count(q); i++) {
        const char *name = sqlite3_bind_parameter_name(q, i);
        const ts_value *x = from ? ts_value_in(from, row, name + 1, strlen(name + 1)) : NULL;
        if (!x && *name == ':') return ts_fail(err, "%s: there is no %s", sqlite3_sql(q), name);
        if (x && bind_value(q, i, x)) return ts_store_fail(s, err);
    }
    return 0;
}

/* What was asked last stays prepared (keep), since preparing takes longer than most answers. */
static sqlite3_stmt *asked_before(ts_ledger *s, const char *sql)
{
    for (int i = 0; i < TS_STORE_ASKED; i++) {
        sqlite3_stmt *q = s->asked[i];
        const char *have = q ? sqlite3_sql(q) : "";
        size_t n = strlen(have); /* there may be more behind the end of a statement */
        if (!n || strncmp(have, sql, n) != 0 || (sql[n] && have[n - 1] != ';')) continue;
        s->asked[i] = NULL;
        return q;
    }
    return NULL;
}

static void keep(ts_ledger *s, sqlite3_stmt *q)
{
    sqlite3_stmt **at = &s->asked[s->next++ % TS_STORE_ASKED];
    if (q) sqlite3_clear_bindings(q);
    sqlite3_finalize(*at);
    *at = q;
}

static sqlite3_stmt *prepare(ts_ledger *s, const char *sql, ts_error *err)
{
    sqlite3_stmt *q = asked_before(s, sql);
    if (q) return q;
    if (sqlite3_prepare_v2(s->db, sql, -1, &q, NULL) != SQLITE_OK)
        ts_store_fail(s, err);
    else if (!q)
        ts_fail(err, "%s: a question that says nothing", s->path);
    return q;
}

/* ---- rows ---- */

static ts_value value_at(sqlite3_stmt *q, int at, void **memory)
{
    int type = sqlite3_column_type(q, at);
    bool whole = type == SQLITE_INTEGER, text = type == SQLITE_TEXT;
    return (ts_value){text ? ts_text_keep(memory, (const char *)sqlite3_column_text(q, at)) : NULL,
                      whole || type == SQLITE_FLOAT ? sqlite3_column_double(q, at) : NAN, whole};
}

/* Room for one more; what was too short stays behind, in the memory that goes at once. */
static bool make_room(ts_selection *r)
{
    if (r->n & (r->n - 1)) return true;
    const ts_value **list = ts_memory_take(&r->memory, r->n ? 2 * r->n : 1, sizeof *list);
    if (list && r->n) memcpy(list, r->row, r->n * sizeof *list);
    r->row = list;
    return list;
}

static int take_row(sqlite3_stmt *q, ts_selection *r, ts_error *err)
{
    ts_value *row = ts_memory_take(&r->memory, r->columns, sizeof *row);
    if (!row || !make_room(r)) return ts_store_no_memory(err);
    for (size_t i = 0; i < r->columns; i++) row[i] = value_at(q, (int)i, &r->memory);
    r->row[r->n++] = row;
    return 0;
}

static int take_names(sqlite3_stmt *q, ts_selection *r, ts_error *err)
{
    r->columns = (size_t)sqlite3_column_count(q);
    const char **name = ts_memory_take(&r->memory, r->columns + 1, sizeof *name);
    r->name = name;
    for (size_t i = 0; name && i < r->columns; i++)
        name[i] = ts_text_keep(&r->memory, sqlite3_column_name(q, (int)i));
    return name ? 0 : ts_store_no_memory(err);
}

/* The statement has its parameters, unless that was bad. */
static int run(ts_ledger *s, sqlite3_stmt *q, int bad, ts_selection *out, ts_error *err)
{
    TS_C_LOCALE; /* SQLite's own reading of JSON is by strtod */
    *out = (ts_selection){.memory = out->memory};
    if (!bad) bad = take_names(q, out, err);
    while (!bad && sqlite3_step(q) == SQLITE_ROW) bad = take_row(q, out, err);
    if (sqlite3_reset(q) != SQLITE_OK && !bad) bad = ts_store_fail(s, err);
    keep(s, q);
    return bad ? -1 : 0;
}

int ts_store_select(ts_ledger *s, const char *sql, const ts_selection *from, const ts_value *row,
                    ts_selection *out, ts_error *err)
{
    sqlite3_stmt *q = prepare(s, sql, err);
    return run(s, q, !q || bind_names(s, q, from, row, err), out, err);
}

void ts_selection_free(ts_selection *r)
{
    ts_memory_free(r->memory);
    *r = (ts_selection){0};
}

int ts_store_select_run(ts_ledger *s, const char *sql, const char *run, ts_selection *out,
                        ts_error *err)
{
    static const char *const names[] = {"run"};
    const ts_value front = {run ? run : "", NAN, false};
    if (ts_store_verify(s, run, false, err)) return -1;
    return ts_store_select(s, sql, &(ts_selection){.name = names, .columns = 1}, &front, out, err);
}

int ts_store_integer(ts_ledger *s, const char *sql, const char *text, long long *x, ts_error *err)
{
    static const char *const names[] = {"x"};
    const ts_value given = {text, NAN, false};
    ts_selection r = {0};
    int bad =
        ts_store_select(s, sql, &(ts_selection){.name = names, .columns = 1}, &given, &r, err);
    if (!bad && r.n && !isnan(r.row[0][0].number)) *x = (long long)r.row[0][0].number;
    ts_selection_free(&r);
    return bad;
}

/* Rows are compared with their digests, so that each is right or an error. */
int ts_store_verify(ts_ledger *s, const char *run, bool samples, ts_error *err)
{
    return (run && ts_schema_try(s, "one run", run, NULL, err)) ||
                   ts_schema_try(s, "changed", run ? run : "", samples ? "samples" : NULL, err)
               ? -1
               : 0;
}

/* ---- functions of groups ---- */

typedef struct group {
    double *x, how;
    size_t n;
} group;

static void take_number(sqlite3_context *c, int n, sqlite3_value **arg)
{
    group *g = sqlite3_aggregate_context(c, sizeof *g);
    (void)n;
    if (!g || sqlite3_value_type(arg[0]) == SQLITE_NULL) return;
    if (!ts_grow((void **)&g->x, g->n, sizeof *g->x)) {
        sqlite3_result_error_nomem(c);
        return;
    }
    g->x[g->n++] = sqlite3_value_double(arg[0]);
    g->how = sqlite3_value_double(arg[1]);
}

static void give_figure(sqlite3_context *c)
{
    const ts_aggregate *a = sqlite3_user_data(c);
    group *g = sqlite3_aggregate_context(c, 0);
    if (!g || !g->n) return;
    sqlite3_result_double(c, a->of(g->x, g->n, g->how));
    free(g->x);
}

int ts_store_aggregate(ts_ledger *s, const ts_aggregate *a, ts_error *err)
{
    int code = sqlite3_create_function_v2(s->db, a->name, 2, SQLITE_UTF8, (void *)(uintptr_t)a,
                                          NULL, take_number, give_figure, NULL);
    return code == SQLITE_OK ? 0 : ts_store_fail(s, err);
}

/* values.c - the tables behind pages, names of values, and rows that have the same ones (template.h). */
#include <math.h>
#include <stdlib.h>

#include "report/template.h"
#include "store/store.h"

extern const char ts_report_lines[], ts_report_goals[],
    ts_report_plots[]; /* the .sql of these names */

/* ---- the tables ---- */

/* What columns of a run mean. */
static int tell_meanings(ts_view *v)
{
    static const char *const names[] = {"name", "meaning"};
    const ts_selection from = {.name = names, .columns = 2};
    ts_selection none = {0};
    int bad = 0;
    for (const ts_column *c = ts_run_columns; c->name && !bad; c++)
        bad = ts_store_select(v->store, "INSERT INTO meaning VALUES (:name, :meaning)", &from,
                              (ts_value[]){{c->name, NAN, false}, {c->meaning, NAN, false}}, &none,
                              v->err);
    ts_selection_free(&none);
    return bad;
}

int ts_view_make(ts_view *v, ts_ledger *store, const char *run, ts_error *err)
{
    ts_selection r = {0};
    *v = (ts_view){.store = store, .err = err};
    int bad = ts_store_select_run(store, "SELECT 1 FROM result LIMIT 1", NULL, &r, err);
    if (!bad && !r.n)
        bad = ts_fail(err, "there are no results to report; tessera bench measures this machine");
    bad = bad || ts_store_exec(store, "CREATE TABLE asked (id TEXT)", err) ||
          (run && ts_store_select_run(store,
                                      "INSERT INTO asked SELECT id FROM run WHERE substr(id, "
                                      "1, length(:run)) = :run",
                                      run, &r, err)) ||
          ts_store_exec(store, ts_report_lines, err) ||
          ts_store_exec(store, ts_report_goals, err) ||
          ts_store_exec(store, ts_report_plots, err) || tell_meanings(v);
    ts_selection_free(&r);
    return bad ? -1 : ts_template_read(v);
}

void ts_view_free(ts_view *v)
{
    ts_memory_free(v->memory);
    free(v->template);
    *v = (ts_view){0};
}

void *ts_view_take(ts_view *v, size_t n, size_t size)
{
    void *taken = ts_memory_take(&v->memory, n, size);
    if (!taken) ts_fail(v->err, "no memory for the report; choose one run of the store with --run");
    return taken;
}

/* ---- one value ---- */

/* What follows from the place alone. */
static ts_value of_place(const ts_scope *s, ts_span name)
{
    const struct {
        const char *name;
        size_t x;
    } known[] = {{"colour", s->at % 6}, {"second", s->at == 1},
                 {"lines", s->rows.n},  {"many_lines", s->rows.n > 1},
                 {"inner", !s->front},  {"current", s->page == s->current}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (ts_span_is(name, known[i].name)) return (ts_value){NULL, (double)known[i].x, true};
    ts_template_fail(s, name, "no such value");
    return (ts_value){NULL, NAN, false};
}

ts_value ts_value_of(const ts_scope *s, ts_span name)
{
    const ts_value *x = ts_value_in(&s->rows, s->row, name.at, (size_t)(name.end - name.at));
    return x ? *x : of_place(s, name);
}

bool ts_value_holds(const ts_value *x)
{
    return x->text || (isfinite(x->number) && !(x->whole && x->number == 0));
}

/* ---- rows ---- */

void ts_stand_at(ts_scope *s, size_t i)
{
    s->at = i;
    s->row = i < s->rows.n ? s->rows.row[i] : NULL;
}

/* merge.c - what comes in, be it out of a file or another store: its runs are put into tables in memory, a database
 * `incoming` beside the store, and taken from there at once. */
#include "store/store_int.h"

int ts_incoming_begin(ts_ledger *s, ts_error *err)
{
    if (ts_store_writable(s, err) || ts_store_exec(s, "ATTACH ':memory:' AS incoming", err))
        return -1;
    s->incoming = "incoming.";
    s->come = (ts_merged){0};
    return ts_schema_make(s, err);
}

/* Adds how many rows it changed. */
static int change(ts_ledger *s, const char *name, size_t *n, ts_error *err)
{
    int before = sqlite3_total_changes(s->db), bad = ts_schema_do(s, name, err);
    *n += (size_t)(sqlite3_total_changes(s->db) - before);
    return bad;
}

/* All that there is into the store, in a transaction that stays open. */
static int merge(ts_ledger *s, ts_error *err)
{
    size_t runs = 0, known = 0, rest = 0;
    if (!s->merging && ts_store_transact(s, err)) return -1;
    s->merging = true;
    int bad = change(s, "merge ends", &rest, err) || ts_schema_try(s, "compare", NULL, NULL, err) ||
              change(s, "merge runs", &runs, err) || change(s, "merge samples", &rest, err) ||
              change(s, "merge results", &s->come.results, err) ||
              change(s, "merged samples", &rest, err) || change(s, "merged runs", &known, err);
    s->come.runs += runs;
    s->come.known += known - runs;
    return bad;
}

/* One that came before, alone, is in the store when it comes again. */
static int take_run(ts_ledger *s, const char *run, bool alone, ts_error *err)
{
    long long n = 0;
    if (ts_store_integer(s, "SELECT count(*) FROM incoming.run WHERE id = @x ->> 'id'", run, &n,
                         err) ||
        (n && alone && merge(s, err)))
        return -1;
    return n && !alone ? 0 : ts_put_run(s, run, err);
}

int ts_incoming_row(ts_ledger *s, const char *run, const char *result, ts_error *err)
{
    return (run && take_run(s, run, !result, err)) || (result && ts_put_result(s, result, err)) ? -1
                                                                                                : 0;
}

int ts_incoming_end(ts_ledger *s, int bad, ts_merged *sum, ts_error *err)
{
    if (!bad) bad = merge(s, err);
    if (s->merging) bad = ts_store_finish(s, bad, err);
    s->incoming = NULL;
    s->merging = false;
    sqlite3_exec(s->db, "DETACH incoming", NULL, NULL, NULL);
    if (!bad) ts_merged_add(sum, &s->come);
    return bad ? -1 : 0;
}

void ts_merged_add(ts_merged *sum, const ts_merged *more)
{
    if (!sum) return;
    sum->runs += more->runs;
    sum->results += more->results;
    sum->known += more->known;
}

/* ---- another store ---- */

static int take_all(ts_ledger *s, const ts_ledger *from, ts_error *err)
{
    char *attach = sqlite3_mprintf("ATTACH %Q AS other", from->uri);
    int bad = ts_incoming_begin(s, err) || (!attach && ts_store_no_memory(err)) ||
              ts_store_exec(s, attach, err) || ts_schema_do(s, "from other", err);
    sqlite3_exec(s->db, "DETACH other", NULL, NULL, NULL);
    sqlite3_free(attach);
    return bad;
}

int ts_store_merge(ts_ledger *s, const char *other, ts_merged *sum, ts_error *err)
{
    ts_ledger *from = ts_store_open(other, true, err);
    int bad = !from || ts_store_verify(from, NULL, true, err);
    if (!bad) bad = ts_incoming_end(s, take_all(s, from, err), sum, err);
    ts_store_close(from);
    return bad ? -1 : 0;
}

/* read.c - runs, results and samples out of the file. What is read is compared with its digest, so that
 * a row is right or an error. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_int.h"

/* seq: of the result, or -1 for the run itself. */
static int changed(ts_ledger *s, const char *run, long long seq, ts_error *err)
{
    char what[48] = "the head";
    if (seq >= 0) snprintf(what, sizeof what, "result %lld", seq);
    return ts_fail(
        err,
        "%s is damaged: %s of run %.32s is not what was written; restore a copy, or export "
        "the runs that are whole",
        s->path, what, *run ? run : "without an id");
}

static bool same(const ts_value *x, const char *digest)
{
    return x->text && *digest && !strcmp(x->text, digest);
}

/* ---- choosing ---- */

/* A run by the front of its id: exactly one must begin so. */
static int check_front(ts_ledger *s, const char *run, ts_error *err)
{
    size_t n = strspn(run, "0123456789abcdef");
    if (n < 4 || run[n] || n > TS_STORE_RUN_ID)
        return ts_fail(err,
                       "a run is named by at least 4 digits of the front of its id, in lower case, "
                       "not \"%.40s\"; tessera results list shows them",
                       run);
    long long found = 0;
    if (ts_store_integer(s, "SELECT count(*) FROM run WHERE substr(id, 1, length(?1)) = ?1", run,
                         &found, err))
        return -1;
    if (found == 1) return 0;
    if (found)
        return ts_fail(err, "%s has %lld runs that begin with %s; give more digits", s->path, found,
                       run);
    return ts_fail(err, "%s has no run that begins with %s; tessera results list shows them",
                   s->path, run);
}

static int read_runs(ts_ledger *s, const ts_selection *r, ts_records *out, ts_error *err)
{
    char digest[TS_STORE_DIGEST];
    out->run = calloc(r->n + 1, sizeof *out->run);
    if (!out->run) return ts_store_no_memory(err);
    for (; out->runs < r->n; out->runs++) {
        ts_run_info *run = &out->run[out->runs];
        const ts_value *behind = ts_row_set(ts_run_columns, run, r->row[out->runs]);
        ts_run_digest(run, digest);
        if (!run->id || !same(behind, digest)) return changed(s, run->id ? run->id : "", -1, err);
    }
    return 0;
}

/* Results come in the order of the runs: each is of the same one or of one behind it. */
static int read_results(ts_ledger *s, const ts_selection *r, ts_records *out, ts_error *err)
{
    char digest[TS_STORE_DIGEST];
    size_t run = 0;
    out->record = calloc(r->n + 1, sizeof *out->record);
    if (!out->record) return ts_store_no_memory(err);
    for (; out->n < r->n; out->n++) {
        const ts_value *x = r->row[out->n];
        ts_record *to = &out->record[out->n];
        const char *id = x[0].text ? x[0].text : "";
        while (run < out->runs && strcmp(out->run[run].id, id) != 0) run++;
        if (run == out->runs) return changed(s, id, -1, err);
        *to = (ts_record){.run = &out->run[run], .seq = (size_t)x[1].number};
        const ts_value *behind = ts_row_set(ts_result_columns, &to->result, x + 2);
        ts_result_digest(id, to->seq, &to->result, digest);
        if (!same(behind + 1, digest)) return changed(s, id, (long long)to->seq, err);
    }
    return 0;
}

static const char select_runs[] =
    "SELECT * FROM run WHERE (?1 IS NULL OR substr(id, 1, length(?1)) = ?1) AND (?2 IS NULL OR "
    "EXISTS (SELECT 1 FROM result WHERE run = id AND bench = ?2)) ORDER BY started, id";
static const char select_results[] =
    "SELECT result.* FROM result JOIN run ON run.id = result.run WHERE (?1 IS NULL OR "
    "substr(run.id, 1, length(?1)) = ?1) AND (?2 IS NULL OR bench = ?2) "
    "ORDER BY run.started, run.id, result.seq";

static int load(ts_ledger *s, const char *bench, const char *run, ts_records *out, ts_error *err)
{
    ts_selection r;
    if (ts_store_ask(s, &r, &out->memory, err, select_runs, "tt", run, bench) ||
        read_runs(s, &r, out, err))
        return -1;
    return ts_store_ask(s, &r, &out->memory, err, select_results, "tt", run, bench) ||
           read_results(s, &r, out, err);
}

int ts_store_load(ts_ledger *s, const char *bench, const char *run, ts_records *out, ts_error *err)
{
    *out = (ts_records){0};
    if (run && check_front(s, run, err)) return -1;
    bool nested = !sqlite3_get_autocommit(s->db); /* one moment for both tables */
    int bad = nested ? 0 : ts_store_exec(s, "BEGIN", err);
    if (bad) return bad;
    bad = load(s, bench, run, out, err);
    if (!nested) sqlite3_exec(s->db, "COMMIT", NULL, NULL, NULL);
    if (bad) ts_records_free(out);
    return bad ? -1 : 0;
}

void ts_records_free(ts_records *r)
{
    free(r->run);
    free(r->record);
    ts_memory_free(r->memory);
    *r = (ts_records){0};
}

/* ---- samples ---- */

static int read_samples(ts_ledger *s, const char *run, size_t seq, const ts_selection *r,
                        ts_sample **out, ts_error *err)
{
    char digest[TS_STORE_DIGEST];
    *out = r->n > 1 || r->row[0][1].whole ? calloc(r->n, sizeof **out) : NULL;
    size_t n = *out ? r->n : 0;
    if (!*out && r->row[0][1].whole) return ts_store_no_memory(err);
    for (size_t i = 0; i < n; i++) ts_row_set(ts_sample_columns, &(*out)[i], &r->row[i][2]);
    ts_samples_digest(*out, n, digest);
    return same(r->row[0], digest) ? 0 : changed(s, run, (long long)seq, err);
}

/* One row without a number where the result has none. */
static const char select_samples[] =
    "SELECT samples_digest, i, sample.value, sample.read_gbps, steal, \"foreign\", kept FROM "
    "result "
    "LEFT JOIN sample USING (run, seq) WHERE run = ?1 AND seq = ?2 ORDER BY i";

int ts_store_samples(ts_ledger *s, const char *run, size_t seq, ts_sample **out, size_t *n,
                     ts_error *err)
{
    void *memory = NULL;
    ts_selection r;
    *out = NULL;
    int bad = ts_store_ask(s, &r, &memory, err, select_samples, "ti", run, (long long)seq);
    if (!bad && !r.n)
        bad = ts_fail(err, "%s has no result %zu of run %.8s; tessera results list shows the runs",
                      s->path, seq, run);
    if (!bad) bad = read_samples(s, run, seq, &r, out, err);
    if (bad) free(*out), *out = NULL;
    *n = *out ? r.n : 0;
    ts_memory_free(memory);
    return bad;
}

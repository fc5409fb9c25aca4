/* merge.c - taking whole runs: from a file that was read, or from another store. */
#include <stdlib.h>
#include <string.h>

#include "store/store_int.h"

int ts_put_finished(ts_ledger *s, const char *run, const char *finished, ts_error *err)
{
    char digest[TS_STORE_DIGEST];
    ts_records have;
    ts_run_info clean;
    void *memory = NULL;
    if (ts_store_load(s, NULL, run, &have, err)) return -1;
    have.run->finished = finished;
    int bad = ts_row_clean(ts_run_columns, have.run, &clean, &memory, err);
    sqlite3_stmt *q =
        bad ? NULL
            : ts_store_prepare(s, "UPDATE run SET finished = ?1, digest = ?2 WHERE id = ?3", err);
    if (q) {
        ts_run_digest(&clean, digest);
        sqlite3_bind_text(q, 1, clean.finished, -1, SQLITE_STATIC);
        sqlite3_bind_text(q, 2, digest, -1, SQLITE_STATIC);
        sqlite3_bind_text(q, 3, run, -1, SQLITE_STATIC);
        sqlite3_step(q);
        bad = sqlite3_finalize(q) == SQLITE_OK ? 0 : ts_store_fail(s, err);
    }
    ts_text_free(memory);
    ts_records_free(&have);
    return bad || !q ? -1 : 0;
}

static int differs(ts_ledger *s, const char *run, const char *what, ts_error *err)
{
    return ts_fail(err,
                   "%s has a run %.8s with another %s than the one to be taken: one of the two was "
                   "changed; leave that run out",
                   s->path, run, what);
}

/* The head of a run must be the same but for its end, which one of the two may lack. */
static int compare_heads(ts_ledger *s, const ts_run_info *mine, const ts_run_info *theirs,
                         ts_error *err)
{
    char a[TS_STORE_DIGEST], b[TS_STORE_DIGEST];
    void *memory = NULL;
    ts_run_info left = *mine, right;
    if (ts_row_clean(ts_run_columns, theirs, &right, &memory, err)) return -1;
    bool ends = !left.finished || !right.finished || !strcmp(left.finished, right.finished);
    left.finished = right.finished = NULL;
    ts_run_digest(&left, a);
    ts_run_digest(&right, b);
    ts_text_free(memory);
    return ends && *a && !strcmp(a, b) ? 0 : differs(s, mine->id, "head", err);
}

static int compare_result(ts_ledger *s, const ts_record *mine, const ts_result *theirs,
                          const ts_sample *sample, size_t n, ts_error *err)
{
    char a[TS_STORE_DIGEST], b[TS_STORE_DIGEST];
    void *memory = NULL;
    ts_sample *have = NULL;
    size_t samples = 0;
    ts_result right;
    if (ts_row_clean(ts_result_columns, theirs, &right, &memory, err)) return -1;
    ts_result_digest(mine->run->id, mine->seq, &mine->result, a);
    ts_result_digest(mine->run->id, mine->seq, &right, b);
    ts_text_free(memory);
    if (!*a || strcmp(a, b)) return differs(s, mine->run->id, "result", err);
    if (ts_store_samples(s, mine->run->id, mine->seq, &have, &samples, err)) return -1;
    ts_samples_digest(have, samples, a);
    ts_samples_digest(sample, n, b);
    free(have);
    return *a && !strcmp(a, b) ? 0 : differs(s, mine->run->id, "sample", err);
}

static int complete(ts_ledger *s, const ts_run_info *r, const ts_result *result,
                    const ts_sample *const *sample, const size_t *samples, size_t n, ts_merged *sum,
                    ts_error *err)
{
    ts_records have;
    if (ts_store_load(s, NULL, r->id, &have, err)) return -1;
    int bad = compare_heads(s, have.run, r, err);
    for (size_t i = 0; i < n && i < have.n && !bad; i++)
        bad = compare_result(s, &have.record[i], &result[i], sample[i], samples[i], err);
    for (size_t i = have.n; i < n && !bad; i++, sum->results++)
        bad = ts_put_result(s, r->id, i, &result[i], sample[i], samples[i], err);
    if (!bad && !have.run->finished && r->finished)
        bad = ts_put_finished(s, r->id, r->finished, err);
    sum->known++;
    ts_records_free(&have);
    return bad;
}

int ts_take(ts_ledger *s, const ts_run_info *r, const ts_result *result,
            const ts_sample *const *sample, const size_t *samples, size_t n, ts_merged *sum,
            ts_error *err)
{
    long long have = -1;
    if (ts_count_results(s, r->id ? r->id : "", &have, err)) return -1;
    if (have >= 0) return complete(s, r, result, sample, samples, n, sum, err);
    int bad = ts_put_run(s, r, err);
    for (size_t i = 0; i < n && !bad; i++)
        bad = ts_put_result(s, r->id, i, &result[i], sample[i], samples[i], err);
    sum->runs++;
    sum->results += n;
    return bad;
}

int ts_store_take(ts_ledger *s, const ts_run_info *r, const ts_result *result,
                  const ts_sample *const *sample, const size_t *samples, size_t n, ts_merged *sum,
                  ts_error *err)
{
    ts_merged now = {0};
    if (ts_store_transact(s, err)) return -1;
    if (ts_store_finish(s, ts_take(s, r, result, sample, samples, n, &now, err), err)) return -1;
    if (sum)
        *sum =
            (ts_merged){sum->runs + now.runs, sum->results + now.results, sum->known + now.known};
    return 0;
}

/* ---- another store ---- */

/* Takes records[0..n), all of one run. */
static int take_records(ts_ledger *s, ts_ledger *other, const ts_run_info *r,
                        const ts_record *record, size_t n, ts_merged *sum, ts_error *err)
{
    ts_result *result = calloc(n + 1, sizeof *result);
    ts_sample **sample = calloc(n + 1, sizeof *sample);
    size_t *samples = calloc(n + 1, sizeof *samples);
    int bad = result && sample && samples ? 0 : ts_fail(err, "out of memory; end other programs");
    for (size_t i = 0; i < n && !bad; i++) {
        result[i] = record[i].result;
        bad = ts_store_samples(other, r->id, record[i].seq, &sample[i], &samples[i], err);
    }
    if (!bad) bad = ts_take(s, r, result, (const ts_sample *const *)sample, samples, n, sum, err);
    for (size_t i = 0; i < n && sample; i++) free(sample[i]);
    free(result);
    free(sample);
    free(samples);
    return bad;
}

static int take_all(ts_ledger *s, ts_ledger *other, const ts_records *all, ts_merged *sum,
                    ts_error *err)
{
    size_t at = 0;
    int bad = 0;
    for (size_t i = 0; i < all->runs && !bad; i++) {
        size_t end = at;
        while (end < all->n && all->record[end].run == &all->run[i]) end++;
        bad = take_records(s, other, &all->run[i], all->record + at, end - at, sum, err);
        at = end;
    }
    return bad;
}

int ts_store_merge(ts_ledger *s, const char *other, ts_merged *sum, ts_error *err)
{
    ts_merged now = {0};
    ts_records all = {0};
    ts_ledger *from = ts_store_open(other, true, err);
    if (!from) return -1;
    int bad = ts_store_load(from, NULL, NULL, &all, err);
    if (!bad) bad = ts_store_transact(s, err);
    if (!bad) bad = ts_store_finish(s, take_all(s, from, &all, &now, err), err);
    ts_records_free(&all);
    ts_store_close(from);
    if (bad) return -1;
    if (sum)
        *sum =
            (ts_merged){sum->runs + now.runs, sum->results + now.results, sum->known + now.known};
    return 0;
}

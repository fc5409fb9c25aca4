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
    if (!bad) {
        ts_run_digest(&clean, digest);
        bad = ts_store_rows(
            s,
            ts_store_query(s, err, "UPDATE run SET finished = ?1, digest = ?2 WHERE id = ?3", "ttt",
                           clean.finished, digest, run),
            NULL, NULL, err);
    }
    ts_memory_free(memory);
    ts_records_free(&have);
    return bad;
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
    ts_memory_free(memory);
    return ends && *a && !strcmp(a, b) ? 0 : differs(s, mine->id, "head", err);
}

static int compare_line(ts_ledger *s, const ts_record *mine, const ts_store_line *theirs,
                        ts_error *err)
{
    char a[TS_STORE_DIGEST], b[TS_STORE_DIGEST];
    void *memory = NULL;
    ts_sample *have = NULL;
    size_t samples = 0;
    ts_result right;
    if (ts_row_clean(ts_result_columns, &theirs->result, &right, &memory, err)) return -1;
    ts_result_digest(mine->run->id, mine->seq, &mine->result, a);
    ts_result_digest(mine->run->id, mine->seq, &right, b);
    ts_memory_free(memory);
    if (!*a || strcmp(a, b)) return differs(s, mine->run->id, "result", err);
    if (ts_store_samples(s, mine->run->id, mine->seq, &have, &samples, err)) return -1;
    ts_samples_digest(have, samples, a);
    ts_samples_digest(theirs->sample, theirs->n, b);
    free(have);
    return *a && !strcmp(a, b) ? 0 : differs(s, mine->run->id, "sample", err);
}

static int complete(ts_ledger *s, const ts_batch *b, ts_merged *sum, ts_error *err)
{
    ts_records have;
    const char *id = b->run.id;
    if (ts_store_load(s, NULL, id, &have, err)) return -1;
    int bad = compare_heads(s, have.run, &b->run, err);
    for (size_t i = 0; i < b->n && i < have.n && !bad; i++)
        bad = compare_line(s, &have.record[i], &b->line[i], err);
    for (size_t i = have.n; i < b->n && !bad; i++, sum->results++)
        bad = ts_put_line(s, id, i, &b->line[i], err);
    if (!bad && !have.run->finished && b->run.finished)
        bad = ts_put_finished(s, id, b->run.finished, err);
    sum->known++;
    ts_records_free(&have);
    return bad;
}

int ts_take(ts_ledger *s, const ts_batch *b, ts_merged *sum, ts_error *err)
{
    long long have = -1;
    if (ts_count_results(s, b->run.id ? b->run.id : "", &have, err)) return -1;
    if (have >= 0) return complete(s, b, sum, err);
    int bad = ts_put_run(s, &b->run, err);
    for (size_t i = 0; i < b->n && !bad; i++) bad = ts_put_line(s, b->run.id, i, &b->line[i], err);
    sum->runs++;
    sum->results += b->n;
    return bad;
}

void ts_merged_add(ts_merged *sum, const ts_merged *more)
{
    if (!sum) return;
    sum->runs += more->runs;
    sum->results += more->results;
    sum->known += more->known;
}

void ts_batch_free(ts_batch *b)
{
    for (size_t i = 0; i < b->n; i++) free(b->line[i].sample);
    free(b->line);
}

/* ---- another store ---- */

/* Takes record[0..n), all of one run. */
static int take_records(ts_ledger *s, ts_ledger *other, const ts_run_info *r,
                        const ts_record *record, size_t n, ts_merged *sum, ts_error *err)
{
    ts_batch b = {.run = *r, .line = calloc(n + 1, sizeof *b.line)};
    int bad = b.line ? 0 : ts_store_no_memory(err);
    for (; b.n < n && !bad; b.n++) {
        ts_store_line *l = &b.line[b.n];
        l->result = record[b.n].result;
        bad = ts_store_samples(other, r->id, record[b.n].seq, &l->sample, &l->n, err);
    }
    if (!bad) bad = ts_take(s, &b, sum, err);
    ts_batch_free(&b);
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
    if (!bad) ts_merged_add(sum, &now);
    return bad ? -1 : 0;
}

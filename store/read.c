/* read.c - which runs are meant, and whether rows are what was written: they are compared with their digests, so that
 * a row is right or an error. */
#include <stdio.h>
#include <string.h>

#include "store/store_int.h"

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

/* row: the id of a run, and seq of the result, or nothing for the run itself. */
static int changed(ts_ledger *s, const ts_value *row, ts_error *err)
{
    char what[48] = "the head";
    if (row[1].whole) snprintf(what, sizeof what, "result %.0f", row[1].number);
    return ts_fail(
        err,
        "%s is damaged: %s of run %.32s is not what was written; restore a copy, or export "
        "the runs that are whole",
        s->path, what, row[0].text && *row[0].text ? row[0].text : "without an id");
}

int ts_store_verify(ts_ledger *s, const char *run, bool samples, ts_error *err)
{
    void *memory = NULL;
    ts_selection r = {.n = 0};
    int bad =
        (run && check_front(s, run, err)) ||
        ts_schema_ask(s, "changed", run ? run : "", samples ? "samples" : NULL, &r, &memory, err);
    if (!bad && r.n) bad = changed(s, r.row[0], err);
    ts_memory_free(memory);
    return bad ? -1 : 0;
}

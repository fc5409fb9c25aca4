/* plan.c - guided chunk sizes (plan.h).
 *
 * A chunk takes ten elevenths of what each thread would get of the rest of its phase, within a floor and a
 * cap. Smaller shares balance better, but each chunk begins with cold streams, which costs about 1 us.
 * Sums are kept in double: a wrong cost may make a bad plan, never an overflow.
 */
#include "rt/plan.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_CHUNKS = 1 << 16 }; /* of one phase, whatever the costs claim */

static int grow(void **array, size_t *cap, size_t need, size_t size, ts_error *err)
{
    if (need <= *cap) return 0;
    size_t more = need + need / 2 + 64;
    void *bigger = realloc(*array, more * size);
    if (!bigger) return ts_fail(err, "no memory for a plan of %zu pieces", need);
    *array = bigger;
    *cap = more;
    return 0;
}

static int open_chunk(ts_cut *plan, ts_error *err)
{
    if (grow((void **)&plan->chunk, &plan->chunk_cap, plan->chunks + 1, sizeof *plan->chunk, err))
        return -1;
    plan->chunk[plan->chunks++] = (ts_chunk){(uint32_t)plan->pieces, 0};
    return 0;
}

static int add_piece(ts_cut *plan, ts_piece piece, ts_error *err)
{
    if (grow((void **)&plan->piece, &plan->piece_cap, plan->pieces + 1, sizeof *plan->piece, err))
        return -1;
    plan->piece[plan->pieces++] = piece;
    plan->chunk[plan->chunks - 1].count++;
    return 0;
}

/* Bytes the next chunk should have when `rest` of `total` are left. */
static double want(double rest, double total, int threads)
{
    if (threads <= 1 || total <= TS_PHASE_TINY) return total + 1;
    double size = rest / (1.1 * threads), floor = TS_CHUNK_FLOOR, cap = TS_CHUNK_CAP;
    if (floor < total / MOST_CHUNKS) floor = total / MOST_CHUNKS;
    if (cap < floor) cap = floor;
    return size < floor ? floor : size > cap ? cap : size;
}

/* The same for chunks that are to be equal: `made` of them are. */
static double want_equal(double rest, double total, int threads, size_t made)
{
    int left = made < (size_t)threads ? threads - (int)made : 1;
    return left == 1 || total <= TS_PHASE_TINY ? total + 1 : rest / left;
}

static double weight(const ts_span *s)
{
    return s->grid > 0 ? (double)s->grid * s->cost : 0;
}

/* Spans first..end-1 are one phase. */
static int cut_phase(ts_cut *plan, const ts_span *span, size_t first, size_t end, int threads,
                     ts_error *err)
{
    double total = 0, room = 0;
    size_t before = plan->chunks;
    for (size_t i = first; i < end; i++) total += weight(&span[i]);
    double rest = total;
    for (size_t i = first; i < end; i++) {
        for (long at = 0; at < span[i].grid;) {
            if (room < span[i].cost / 2) {
                if (open_chunk(plan, err)) return -1;
                room = plan->equal ? want_equal(rest, total, threads, plan->chunks - 1 - before)
                                   : want(rest, total, threads);
            }
            double fit = room / span[i].cost + 0.5;
            long left = span[i].grid - at;
            long take = fit >= (double)left ? left : fit < 1 ? 1 : (long)fit;
            if (add_piece(plan, (ts_piece){(uint32_t)i, at, at + take}, err)) return -1;
            at += take;
            room -= (double)take * span[i].cost;
            rest -= (double)take * span[i].cost;
        }
    }
    return 0;
}

int ts_cut_make(ts_cut *plan, const ts_span *span, size_t n, int threads, ts_error *err)
{
    plan->pieces = plan->chunks = plan->phases = 0;
    for (size_t first = 0, end; first < n; first = end) {
        for (end = first + 1; end < n && span[end].phase == span[first].phase;) end++;
        size_t before = plan->chunks;
        if (cut_phase(plan, span, first, end, threads, err)) return -1;
        if (plan->chunks == before) continue;
        if (grow((void **)&plan->phase, &plan->phase_cap, plan->phases + 1, sizeof *plan->phase,
                 err))
            return -1;
        plan->phase[plan->phases++] =
            (ts_phase){(uint32_t)before, (uint32_t)(plan->chunks - before)};
    }
    return 0;
}

void ts_cut_free(ts_cut *plan)
{
    free(plan->piece);
    free(plan->chunk);
    free(plan->phase);
    memset(plan, 0, sizeof *plan);
}

/* stall.c - suspicion, ledger, rest (stall.h).
 *
 * The ledger is of waiting threads, written by whoever gets the lock; who does not, drops his note.
 */
#include "rt/stall.h"

enum {
    WATCHED = 64,          /* workers at once */
    WATCH_NS = 10 * 1000,  /* how long a clock must stand still */
    BOOKED_NS = 200 * 1000 /* lesser losses are not worth a note */
};

static long read_clock(clockid_t clock)
{
    struct timespec t;
    return clock_gettime(clock, &t) ? -1 : t.tv_sec * 1000000000L + t.tv_nsec;
}

long ts_now_ns(void)
{
    return read_clock(CLOCK_MONOTONIC);
}

static long used_by(const ts_seat *s)
{
    return read_clock(atomic_load_explicit(&s->clock, memory_order_relaxed));
}

ts_suspicion ts_stall_suspect(ts_seats *all, int self)
{
    int seat[WATCHED], n = 0;
    long used[WATCHED], from = ts_now_ns();
    for (int i = 1; i < all->n && n < WATCHED; i++) {
        if (i == self || !atomic_load_explicit(&all->seat[i].busy, memory_order_relaxed)) continue;
        used[n] = used_by(&all->seat[i]);
        seat[n++] = i;
    }
    while (n && ts_now_ns() - from < WATCH_NS) {
    }
    for (int k = 0; k < n; k++) {
        if (used[k] >= 0 && used_by(&all->seat[seat[k]]) == used[k])
            return (ts_suspicion){seat[k], from, used[k]};
    }
    return (ts_suspicion){-1, 0, 0};
}

/* Half of the past is forgotten at each note, so that about the last three count. */
static bool does_not_pay(ts_seat *s, long lost, long used)
{
    s->lost = s->lost / 2 + lost;
    s->had = s->had / 2 + (used - s->used);
    s->used = used;
    return s->lost > s->had - s->had / 4;
}

/* Longer if the last rest is not long ago. */
static void send_to_rest(ts_seat *s, long now)
{
    long last = (long)TS_REST_LEAST_NS << s->level;
    s->level = now - s->rested > 2 * last ? 0 : s->level + (s->level + 1 < TS_REST_LEVELS);
    s->rested = now + ((long)TS_REST_LEAST_NS << s->level);
    s->lost = s->had = 0;
    atomic_store_explicit(&s->rest_until, s->rested, memory_order_relaxed);
}

void ts_stall_settle(ts_seats *all, const ts_suspicion *note)
{
    if (note->seat < 0) return;
    ts_seat *s = &all->seat[note->seat];
    long now = ts_now_ns();
    long used = used_by(s);
    long lost = now - note->at - (used - note->used);
    if (used < 0 || lost < BOOKED_NS || atomic_exchange(&all->lock, true)) return;
    if (does_not_pay(s, lost, used) && now > s->rested) send_to_rest(s, now);
    atomic_store(&all->lock, false);
}

/* clike_batch.c - loops that stream memory, cut so that many of their loads are on their way at once.
 *
 * A matrix-vector loop reads 16 bytes of a row, then what it is multiplied with, and adds. Compilers for
 * GPUs move each load down to its use, to spend fewer registers: ptxas leaves one or two of a row on
 * their way, whatever is unrolled (doc/measuring.md). So such a loop is printed as blocks of a few turns:
 * the loads of the stream first, then a statement that no load is moved across, then the arithmetic.
 *
 * Only loads whose index differs from program to program are a stream; what all programs read comes from
 * caches. Lanes must be together at that statement: they are if they shuffle or meet at a barrier right
 * before or behind the loop, and its bounds are constants.
 */
#include "simt/print.h"

#include <stdlib.h>

enum {
    NEEDED = 1, /* by a load of the batch */
    LATER = 2,  /* by the rest */
    VARIES = 4, /* from program to program */
    IMPURE = 8, /* cannot be computed twice */
    MEET = 16   /* FOR, END: all lanes that run the block meet in it before, behind */
};

static bool is_pure(ts_sop op)
{
    return op == TS_S_CONST || op == TS_S_THREAD || op == TS_S_GROUP || op == TS_S_GROUPS ||
           op == TS_S_SIZE || op == TS_S_ELEM || op == TS_S_SELECT || op == TS_S_TO ||
           op == TS_S_BITS;
}

static bool fits_in(ts_sop op)
{
    return is_pure(op) || op == TS_S_NONE || op == TS_S_HALF || op == TS_S_TO_HALF ||
           op == TS_S_LOAD || op == TS_S_LOAD4 || op == TS_S_WORD || op == TS_S_SHARED ||
           op == TS_S_GET || op == TS_S_SET;
}

/* The END of the loop if all in it may be cut in two, else 0. */
static uint32_t end_of(const ts_simt *s, uint32_t loop)
{
    uint32_t end = loop + 1;
    while (end < s->n && fits_in(s->i[end].op)) end++;
    return end < s->n && s->i[end].op == TS_S_END ? end : 0;
}

/* Before each FOR, and with the form walked from its end, behind each END: was there a shuffle or a
 * barrier in the same block? */
static void mark_meetings(const ts_simt *s, unsigned char *mark, bool forward)
{
    bool met[TS_MAXDEPTH * 4] = {false};
    int depth = 0;
    for (uint32_t k = 1; k < s->n; k++) {
        uint32_t v = forward ? k : s->n - k;
        ts_sop op = s->i[v].op;
        bool opens = op == TS_S_FOR || op == TS_S_IF, ends = op == TS_S_END;
        met[depth] |= op == TS_S_SHUFFLE || op == TS_S_BARRIER;
        if (forward ? opens : ends) {
            if (met[depth]) mark[v] |= MEET;
            if (depth + 1 < TS_MAXDEPTH * 4) met[++depth] = false;
        } else if ((opens || ends) && depth) {
            depth--;
        }
    }
}

static void mark_operands(const ts_sinst *i, unsigned char *mark, int bits)
{
    mark[i->a] |= (unsigned char)bits;
    if (i->op == TS_S_SET || i->op == TS_S_ELEM || i->op == TS_S_SELECT)
        mark[i->b] |= (unsigned char)bits;
    if (i->op == TS_S_ELEM || i->op == TS_S_SELECT) mark[i->c] |= (unsigned char)bits;
}

static bool takes_more(ts_sop op)
{
    return op == TS_S_ELEM || op == TS_S_SELECT;
}

/* What differs from program to program: by the group's number or a loop around. */
static void mark_varying(const ts_simt *s, unsigned char *mark)
{
    for (uint32_t v = 1; v < s->n; v++) {
        const ts_sinst *i = &s->i[v];
        int of = mark[i->a] | (takes_more(i->op) ? mark[i->b] | mark[i->c] : 0);
        bool varies = i->op == TS_S_GROUP || (i->op == TS_S_FOR && mark[i->a] & VARIES);
        if (varies || (is_pure(i->op) && of & VARIES)) mark[v] |= VARIES;
    }
}

/* Of what the loop computes. */
static void mark_impure(const ts_simt *s, const ts_batch *b)
{
    for (uint32_t v = b->loop + 1; v < b->end; v++) {
        const ts_sinst *i = &s->i[v];
        int of = b->mark[i->a] | (takes_more(i->op) ? b->mark[i->b] | b->mark[i->c] : 0);
        if (!is_pure(i->op) || of & IMPURE) b->mark[v] |= IMPURE;
    }
}

static void choose_loads(const ts_simt *s, ts_batch *b)
{
    mark_impure(s, b);
    for (uint32_t v = b->loop + 1; v < b->end && b->loads < TS_BATCH; v++) {
        const ts_sinst *i = &s->i[v];
        if ((i->op != TS_S_LOAD4 && i->op != TS_S_LOAD) || i->inlined ||
            !(b->mark[i->a] & VARIES) || b->mark[i->a] & IMPURE)
            continue;
        b->load[b->loads++] = v;
        b->words += i->op == TS_S_LOAD4 ? 4 : 1;
    }
}

bool ts_clike_batched(const ts_batch *b, uint32_t v)
{
    for (int i = 0; i < b->loads; i++) {
        if (b->load[i] == v) return true;
    }
    return false;
}

bool ts_clike_needed(const ts_batch *b, uint32_t v)
{
    return b->mark[v] & NEEDED;
}

bool ts_clike_later(const ts_batch *b, uint32_t v)
{
    return b->mark[v] & LATER;
}

static void mark_users(const ts_simt *s, ts_batch *b)
{
    for (uint32_t v = b->end; v-- > b->loop + 1;) {
        const ts_sinst *i = &s->i[v];
        if (ts_clike_batched(b, v)) {
            mark_operands(i, b->mark, NEEDED);
            continue;
        }
        if (i->op == TS_S_SET) b->mark[v] |= LATER;
        mark_operands(i, b->mark, b->mark[v] & (NEEDED | LATER));
    }
}

/* As many turns as `most` words allow; rather a few less if the loop is then cut evenly. */
static int choose_turns(const ts_batch *b, long trips, int most)
{
    enum { TEXT = 2048 }; /* instructions; more would not fit the cache of instructions */
    int turns = b->words ? most / b->words : 0, text = TEXT / (int)(b->end - b->loop);
    if (turns > text) turns = text;
    if (trips <= turns) return (int)trips;
    for (int t = turns; t > turns / 2; t--) {
        if (trips % t == 0) return t;
    }
    return turns;
}

unsigned char *ts_clike_study(const ts_simt *s)
{
    unsigned char *mark = s->traits && s->traits->batch ? calloc(s->n, 1) : NULL;
    if (!mark) return NULL;
    mark_varying(s, mark);
    mark_meetings(s, mark, true);
    mark_meetings(s, mark, false);
    return mark;
}

bool ts_clike_batch(const ts_simt *s, unsigned char *study, uint32_t loop, ts_batch *b)
{
    const ts_sinst *i = &s->i[loop];
    double from, below, step;
    *b = (ts_batch){.loop = loop, .mark = study};
    if (!ts_s_is(s, i->a, &from) || !ts_s_is(s, i->b, &below) || !ts_s_is(s, i->c, &step) ||
        !(below > from) || !(b->end = end_of(s, loop)) || !((study[loop] | study[b->end]) & MEET))
        return false;
    choose_loads(s, b);
    long trips = (long)((below - from + step - 1) / step);
    b->turns = choose_turns(b, trips, s->traits->batch);
    b->even = b->turns > 1 && trips % b->turns == 0;
    mark_users(s, b);
    return b->turns > 1;
}

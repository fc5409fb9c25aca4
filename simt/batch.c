/* batch.c - loops that stream memory, cut so that many of their loads are on their way at once.
 *
 * A matrix-vector loop reads 16 bytes of a row, then what it is multiplied with, and adds. Compilers for
 * GPUs move each load down to its use, to spend fewer registers: ptxas leaves one or two of a row on
 * their way, whatever is unrolled (doc/measuring.md). So on targets that ask for it such a loop runs in
 * blocks of a few turns (simt/form.h): the loads of the stream first, then a place that no load is moved
 * across, then the arithmetic.
 *
 * Only loads whose index differs from program to program are a stream; what all programs read comes from
 * caches. Lanes must be together at that place: they are if they shuffle or meet at a barrier right
 * before or behind the loop, and its bounds are constants. */
#include "simt/form.h"

#include <stdlib.h>

enum {
    VARIES = 32, /* from program to program; these marks stand beside TS_FIRST, TS_AHEAD, TS_REST */
    IMPURE = 64, /* cannot be computed twice */
    MEET = 128   /* FOR, END: all lanes that run the block meet in it before, behind */
};
enum { MOST_LOADS = 32 };

typedef struct cut { /* of the loop from FOR `loop` to its END `end` */
    ts_simt *s;
    uint8_t *mark; /* by value */
    uint32_t loop, end;
    int loads, words, turns; /* words: of the loads of a turn */
} cut;

static bool is_pure(ts_sop op)
{
    return ts_sops[op].is & TS_PURE && op != TS_S_WORD;
}

static bool fits_in(ts_sop op)
{
    return ts_sops[op].is & TS_PURE || op == TS_S_NONE || op == TS_S_LOAD || op == TS_S_LOAD4 ||
           op == TS_S_SHARED || op == TS_S_SHARED4 || op == TS_S_GET || op == TS_S_SET;
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
static void mark_meetings(const ts_simt *s, uint8_t *mark, bool forward)
{
    bool met[TS_MAXBLOCKS + 1] = {false};
    int depth = 0;
    for (uint32_t k = 1; k < s->n; k++) {
        uint32_t v = forward ? k : s->n - k;
        ts_sop op = s->i[v].op;
        bool opens = op == TS_S_FOR || op == TS_S_IF, ends = op == TS_S_END;
        met[depth] |= op == TS_S_SHUFFLE || op == TS_S_BARRIER;
        if (forward ? opens : ends) {
            if (met[depth]) mark[v] |= MEET;
            if (depth < TS_MAXBLOCKS) met[++depth] = false;
        } else if ((opens || ends) && depth) {
            depth--;
        }
    }
}

static int of_operands(const ts_sinst *i, const uint8_t *mark)
{
    return mark[i->a] | (ts_sops[i->op].is & TS_PURE ? mark[i->b] | mark[i->c] : 0);
}

/* What differs from program to program: by the group's number or a loop around. */
static void mark_varying(const ts_simt *s, uint8_t *mark)
{
    for (uint32_t v = 1; v < s->n; v++) {
        const ts_sinst *i = &s->i[v];
        bool comes = is_pure(i->op) || i->op == TS_S_FOR;
        if (i->op == TS_S_GROUP || (comes && of_operands(i, mark) & VARIES)) mark[v] |= VARIES;
    }
}

/* Loads that can be made ahead: of a stream, at an index that a turn can compute twice. */
static void choose_loads(cut *c)
{
    for (uint32_t v = c->loop + 1; v < c->end; v++) {
        const ts_sinst *i = &c->s->i[v];
        if (!is_pure(i->op) || of_operands(i, c->mark) & IMPURE) c->mark[v] |= IMPURE;
    }
    for (uint32_t v = c->loop + 1; v < c->end && c->loads < MOST_LOADS; v++) {
        const ts_sinst *i = &c->s->i[v];
        if ((i->op != TS_S_LOAD4 && i->op != TS_S_LOAD) || i->inlined ||
            !(c->mark[i->a] & VARIES) || c->mark[i->a] & IMPURE)
            continue;
        c->mark[v] |= TS_AHEAD;
        c->loads++;
        c->words += i->op == TS_S_LOAD4 ? 4 : 1;
    }
}

/* As many turns as `most` words allow; rather a few less if the loop is then cut evenly. */
static int choose_turns(const cut *c, long trips, int most)
{
    enum { TEXT = 2048 }; /* instructions; more would not fit the cache of instructions */
    int turns = c->words ? most / c->words : 0, text = TEXT / (int)(c->end - c->loop);
    if (turns > text) turns = text;
    if (trips <= turns) return (int)trips;
    for (int t = turns; t > turns / 2; t--) {
        if (trips % t == 0) return t;
    }
    return turns;
}

/* From users to operands: what the loads are made of comes first, what is SET is the rest. */
static void choose_halves(cut *c)
{
    for (uint32_t v = c->end; v-- > c->loop + 1;) {
        const ts_sinst *i = &c->s->i[v];
        int half = c->mark[v] & TS_AHEAD ? TS_FIRST : c->mark[v] & (TS_FIRST | TS_REST);
        if (i->op == TS_S_SET) c->mark[v] |= half = TS_REST;
        const uint32_t arg[] = {i->op == TS_S_SET ? 0 : i->a, i->b, i->c};
        for (int k = 0; k < 3; k++) c->mark[arg[k]] |= (uint8_t)half;
    }
}

static void cut_loop(cut *c)
{
    ts_sinst *loop = &c->s->i[c->loop];
    double from, below, step;
    if (!ts_s_is(c->s, loop->a, &from) || !ts_s_is(c->s, loop->b, &below) ||
        !ts_s_is(c->s, loop->c, &step) || !(below > from) || !(c->end = end_of(c->s, c->loop)) ||
        !((c->mark[c->loop] | c->mark[c->end]) & MEET))
        return;
    choose_loads(c);
    long trips = (long)((below - from + step - 1) / step);
    c->turns = choose_turns(c, trips, c->s->traits->batch);
    if (c->turns < 2) return;
    choose_halves(c);
    for (uint32_t v = c->loop; v < c->end; v++) {
        uint8_t m = c->mark[v];
        c->s->i[v].part = m & TS_AHEAD ? TS_AHEAD : m & (TS_FIRST | TS_REST);
    }
    loop->n = c->turns;
    loop->part |= TS_BLOCKS | (trips % c->turns ? 0 : TS_EVEN);
}

void ts_simt_batch(ts_simt *s)
{
    if (!s->traits || !s->traits->batch) return;
    uint8_t *mark = calloc(s->n, 1);
    s->failed |= !mark;
    if (!mark) return;
    mark_varying(s, mark);
    mark_meetings(s, mark, true);
    mark_meetings(s, mark, false);
    for (uint32_t v = 1; v < s->n; v++)
        if (s->i[v].op == TS_S_FOR) cut_loop(&(cut){.s = s, .mark = mark, .loop = v});
    free(mark);
}

/* simt_quartet.c - see simt_quartet.h. What was first is told by a clock, which goes on with every write and FENCE. */
#include "test/simt/simt_quartet.h"

#include <stdlib.h>
#include <string.h>

#include "test/simt/simt_matrix.h"

enum { DEEP = 8, MOST = 64, ROWS = 16, SUBGROUPS = MOST_THREADS / 32 };

typedef struct side { /* an operand */
    int at, pitch;
} side;

typedef struct on_way {
    int from;       /* the subgroup's first thread */
    uint32_t v;     /* the PRODUCT */
    uint32_t group; /* CLOSEs of the subgroup before it */
    side a, b;
} on_way;

struct ts_quartets {
    on_way list[SUBGROUPS * MOST]; /* oldest first */
    size_t n;
    uint32_t clock;
    uint32_t closed[SUBGROUPS], fenced[SUBGROUPS];
    uint32_t shown[MOST_THREADS],
        seen[MOST_THREADS]; /* the thread's last FENCE; that of them at the last BARRIER */
    uint32_t *written;      /* by word: when */
    int *writer, *reads;    /* by word: who; how many PRODUCTs will read it */
    uint32_t *touched;      /* by variable and subgroup: when */
    bool *busy;             /* likewise */
    size_t words, values;
};

static bool has_products(const ts_simt *s)
{
    bool any = false;
    for (uint32_t v = 1; v < s->n; v++) any |= s->i[v].op == TS_S_PRODUCT;
    return any;
}

bool ts_quartets_new(machine *m)
{
    if (!has_products(m->s)) return true;
    ts_quartets *q = m->quartets = calloc(1, sizeof *q);
    if (!q) return false;
    q->words = (size_t)m->s->shared;
    q->values = (size_t)m->s->n * SUBGROUPS;
    q->written = calloc(q->words + 1, sizeof *q->written);
    q->writer = calloc(q->words + 1, sizeof *q->writer);
    q->reads = calloc(q->words + 1, sizeof *q->reads);
    q->touched = calloc(q->values, sizeof *q->touched);
    q->busy = calloc(q->values, sizeof *q->busy);
    return q->written && q->writer && q->reads && q->touched && q->busy;
}

void ts_quartets_free(ts_quartets *q)
{
    if (!q) return;
    void *const all[] = {q->written, q->writer, q->reads, q->touched, q->busy, q};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) free(all[i]);
}

void ts_quartets_clear(ts_quartets *q)
{
    if (!q) return;
    q->n = 0;
    memset(q->reads, 0, q->words * sizeof *q->reads);
    memset(q->busy, 0, q->values * sizeof *q->busy);
    memset(q->closed, 0, sizeof q->closed);
}

const char *ts_quartets_write(ts_quartets *q, int word, int thread)
{
    if (!q) return NULL;
    q->written[word] = ++q->clock;
    q->writer[word] = thread;
    return q->reads[word] ? "is still to be read by a product" : NULL;
}

static size_t place(const machine *m, uint32_t var, int thread)
{
    return (size_t)var * SUBGROUPS + (size_t)(thread / m->s->traits->matrix->lanes);
}

bool ts_quartets_touch(machine *m, uint32_t var)
{
    size_t at = place(m, var, m->thread);
    m->quartets->touched[at] = ++m->quartets->clock;
    return !m->quartets->busy[at];
}

void ts_quartets_show(machine *m)
{
    if (m->quartets) m->quartets->shown[m->thread] = ++m->quartets->clock;
}

void ts_quartets_meet(ts_quartets *q)
{
    if (q) memcpy(q->seen, q->shown, sizeof q->seen);
}

bool ts_quartets_left(const ts_quartets *q)
{
    return q && q->n;
}

/* ---- what a PRODUCT reads ---- */

static const uint32_t *value(const machine *m, uint32_t v, int thread)
{
    return m->value + m->step[v].at + (size_t)thread * m->step[v].wide;
}

/* All lanes say the same. */
static const char *side_of(const machine *m, int from, uint32_t v, side *to)
{
    const uint32_t *x = value(m, v, from);
    for (int t = from; t < from + m->s->traits->matrix->lanes; t++)
        if (memcmp(value(m, v, t), x, 8)) return "lanes name other squares";
    *to = (side){(int)(int32_t)x[0], (int)x[1]};
    return to->at % 4 ? "squares that do not begin with a quad" : NULL;
}

/* The word of a row that is `k` words behind its first. */
static int word_of(side x, int row, int k)
{
    return x.at + k / 4 * x.pitch + row * 4 + k % 4;
}

static const char *may_read(const machine *m, int word)
{
    const ts_quartets *q = m->quartets;
    if (word < 0 || word >= m->s->shared) return "reads beyond shared memory";
    if (m->copies.on_way[word]) return "reads a word that is on its way";
    if (m->shared_marks[word].written.thread == NOBODY) return "reads a word that nobody wrote";
    bool seen = q->seen[q->writer[word]] > q->written[word];
    return seen ? NULL : "reads a word that no FENCE and BARRIER have shown";
}

/* Of the four the subgroup has rows 16 times its place of a, and all of b. */
static int first_row(const machine *m, int from)
{
    return from / m->s->traits->matrix->lanes % TS_FOUR * ROWS;
}

/* Counts the words that it reads by one more or less. */
static const char *read_all(machine *m, const on_way *p, int more)
{
    int first = first_row(m, p->from);
    for (int i = 0; i < (ROWS + TS_TOGETHER) * DEEP; i++) {
        bool left = i / DEEP < ROWS;
        int row = left ? first + i / DEEP : i / DEEP - ROWS;
        int word = word_of(left ? p->a : p->b, row, i % DEEP);
        const char *why = may_read(m, word);
        if (why) return why;
        m->quartets->reads[word] += more;
        if (more < 0) m->shared_marks[word].read = (touch){m->local, MANY, m->team};
    }
    return NULL;
}

static const char *begin(machine *m, int from, uint32_t v)
{
    ts_quartets *q = m->quartets;
    const ts_sinst *i = &m->s->i[v];
    int lanes = m->s->traits->matrix->lanes;
    on_way p = {.from = from, .v = v, .group = q->closed[from / lanes]};
    const char *why = side_of(m, from, i->a, &p.a);
    if (!why) why = side_of(m, from, i->b, &p.b);
    if (!why) why = read_all(m, &p, 1);
    if (why) return why;
    if (q->fenced[from / lanes] <= q->touched[place(m, i->c, from)])
        return "no FENCE since its sums were touched";
    if (q->n == sizeof q->list / sizeof *q->list) return "too many products on their way";
    q->busy[place(m, i->c, from)] = true;
    q->list[q->n++] = p;
    return NULL;
}

/* ---- when it happens ---- */

/* Rows of an operand as numbers. */
typedef struct numbers {
    double x[TS_TOGETHER][MOST];
} numbers;

static void decode(const machine *m, side from, int first, int rows, ts_dtype t, numbers *to)
{
    int bits = ts_dtypes[t].bits, in_word = 32 / bits;
    uint32_t mask = (1u << bits) - 1;
    for (int i = 0; i < rows * DEEP * in_word; i++) {
        int row = i / (DEEP * in_word), k = i % (DEEP * in_word);
        uint32_t word = m->shared[word_of(from, first + row, k / in_word)];
        to->x[row][k] = ts_decode(t, word >> k % in_word * bits & mask);
    }
}

/* Word n of a lane's sums. */
static void add(const machine *m, const on_way *p, const numbers *a, const numbers *b, int lane,
                int n)
{
    const ts_sinst *i = &m->s->i[p->v];
    const ts_matrix *u = m->s->traits->matrix;
    int words = u->sums.words, row = ts_lie_row(&u->sums, lane, n % words);
    int col = n / words * u->across + ts_lie_col(&u->sums, lane, n % words);
    int deep = DEEP * 32 / ts_dtypes[ts_kind_dtype(ts_s_kind(i))].bits;
    uint32_t *to = (uint32_t *)(uintptr_t)value(m, i->c, p->from + lane) + n;
    float sum;
    memcpy(&sum, to, 4);
    double all = i->n & TS_FRESH ? 0 : (double)sum;
    for (int k = 0; k < deep; k++) all += a->x[row][k] * b->x[col][k];
    sum = (float)all;
    memcpy(to, &sum, 4);
}

static const char *land(machine *m, const on_way *p)
{
    static _Thread_local numbers a, b;
    ts_dtype t = ts_kind_dtype(ts_s_kind(&m->s->i[p->v]));
    const char *why = read_all(m, p, -1);
    if (why) return why;
    decode(m, p->a, first_row(m, p->from), ROWS, t, &a);
    decode(m, p->b, 0, TS_TOGETHER, t, &b);
    for (int i = 0; i < m->s->traits->matrix->lanes * TS_QUARTET_WORDS; i++)
        add(m, p, &a, &b, i / TS_QUARTET_WORDS, i % TS_QUARTET_WORDS);
    return NULL;
}

static const char *join(machine *m, int from, const ts_sinst *i)
{
    ts_quartets *q = m->quartets;
    bool waits = false;
    size_t left = 0;
    for (size_t k = 0; k < q->n; k++) {
        on_way p = q->list[k];
        uint32_t closed = q->closed[from / m->s->traits->matrix->lanes];
        bool lands = p.from == from && p.group + (uint32_t)i->n < closed;
        const char *why = lands ? land(m, &p) : NULL;
        if (why) return why;
        waits |= !lands && p.from == from && m->s->i[p.v].c == i->a;
        if (!lands) q->list[left++] = p;
    }
    q->n = left;
    q->busy[place(m, i->a, from)] = waits;
    return NULL;
}

const char *ts_quartets_take(machine *m, int from, uint32_t v)
{
    ts_quartets *q = m->quartets;
    const ts_sinst *i = &m->s->i[v];
    int subgroup = from / m->s->traits->matrix->lanes;
    switch (i->op) {
    case TS_S_PRODUCT: return begin(m, from, v);
    case TS_S_JOIN: return join(m, from, i);
    case TS_S_FENCE: q->fenced[subgroup] = ++q->clock; return NULL;
    default: q->closed[subgroup]++; return NULL;
    }
}

/* simt_run.c - the interpreter of the SIMT form (test/simt/simt_run.h): threads, blocks and memory. What
 * one instruction computes from its operands is in simt_value.c.
 *
 * A thread is its next instruction and a word for each value (four for a quad, eight for an oct). Threads of
 * a subgroup that are at one instruction take it one after the other, in the order drawn, and those that are
 * furthest behind go first, so that an instruction is looked at once for all of them; the words of a value lie thread by thread. What is
 * asked at each step is written down before the first, a `step` for each instruction. Each word of shared
 * memory and each byte of a buffer that may be written has marks: who wrote it last and who has read
 * it (simt_touch.h). So a race is found in whatever order threads come. Copies land as late as can be
 * (simt_copies.h). */
#include "test/simt/simt_run.h"
#include "test/simt/simt_matrix.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "test/simt/simt_copies.h"
#include "test/simt/simt_machine.h"
#include "test/simt/simt_opaque.h"
#include "test/simt/simt_quartet.h"
#include "test/simt/simt_touch.h"
#include "test/simt/simt_value.h"

static int wrong(const machine *m, const char *format, ...) __attribute__((format(printf, 2, 3)));

static int wrong(const machine *m, const char *format, ...)
{
    char text[256];
    va_list ap;
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    uint32_t v = m->now;
    const char *op = v < m->s->n ? ts_sops[m->s->i[v].op].name : "behind the last";
    return ts_fail(m->err, "form %s, instruction %u (%s), thread %d of group %d: %s", m->s->name, v,
                   op, m->thread, m->group, text);
}

/* It is thread t's turn, at the instruction that others have taken or will. */
static void turn_of(machine *m, int t)
{
    m->thread = t;
    m->team = m->group * m->s->teams + m->team_of[t];
}

/* It is thread t's turn. */
static void be(machine *m, int t)
{
    turn_of(m, t);
    m->now = m->pc[t];
}

static uint32_t *word(const machine *m, uint32_t v)
{
    const step *s = &m->step[v];
    return m->value + s->at + (size_t)m->thread * s->wide;
}

/* Words of a value. */
static size_t width(int type)
{
    if (ts_s_is_opaque(type)) return ts_opaque_words(type);
    if (type == TS_BLOCK) return TS_QUARTET_WORDS;
    if (type == TS_SQUARES) return 2;
    return type == TS_QUAD ? 4 : type == TS_OCT ? 8 : type == TS_U64 ? 2 : 1;
}

static int32_t integer(const machine *m, uint32_t v)
{
    return (int32_t)*word(m, v);
}

/* ---- who touched what ---- */

/* The thread's touch of what barriers of that epoch order. */
static touch now_in(const machine *m, uint32_t epoch)
{
    return (touch){epoch, m->thread, m->team};
}

static int touch_word(const machine *m, int32_t i, bool write)
{
    if (i < 0 || i >= m->s->shared)
        return wrong(m, "word %d of %d words of shared memory", (int)i, m->s->shared);
    marks *k = &m->shared_marks[i];
    if (m->copies.on_way[i]) return wrong(m, "word %d is on its way", (int)i);
    if (!write && k->written.thread == NOBODY) return wrong(m, "word %d was never written", (int)i);
    if (by_another(&k->written, m->local, m->thread))
        return wrong(m, "word %d was written by thread %d, without a barrier", (int)i,
                     k->written.thread);
    if (write && by_another(&k->read, m->local, m->thread))
        return wrong(m, "word %d was read by thread %d, without a barrier", (int)i, k->read.thread);
    const char *why = write ? ts_quartets_write(m->quartets, i, m->thread) : NULL;
    if (why) return wrong(m, "word %d %s", (int)i, why);
    note(write ? &k->written : &k->read, now_in(m, m->local));
    return 0;
}

static int touch_bytes(const machine *m, int param, size_t from, size_t to, bool write)
{
    marks *k = m->buffer_marks[param];
    for (size_t i = from; k && i < to; i++) {
        const char *why = race(&k[i], now_in(m, m->global), write);
        if (why) return wrong(m, "byte %zu of %s %s", i, m->s->param[param].name, why);
        note(write ? &k[i].written : &k[i].read, now_in(m, m->global));
    }
    return 0;
}

/* ---- memory ---- */

static uint64_t whole(const machine *m, uint32_t v)
{
    uint64_t x;
    memcpy(&x, word(m, v), sizeof x);
    return x;
}

/* An index of a param; what does not fit an int64_t is far outside as well. */
static int64_t index_of(const machine *m, uint32_t v)
{
    return m->s->i[v].type == TS_U64 ? (int64_t)whole(m, v) : integer(m, v);
}

static int load(machine *m, const ts_sinst *i, uint32_t *out)
{
    size_t unit = (size_t)m->s->param[i->n].unit / 8, bytes = m->l->bytes[i->n];
    int64_t at = index_of(m, i->a);
    const marks *k = m->buffer_marks[i->n];
    *out = (1u << (8 * unit - 1)) - 1;
    if (at == 0 && (bytes < unit || (k && race(k, now_in(m, m->global), false)))) return 0;
    if (at < 0 || (size_t)at >= bytes / unit)
        return wrong(m, "element %lld of %zu of %s", (long long)at, bytes / unit,
                     m->s->param[i->n].name);
    *out = 0;
    memcpy(out, (char *)m->l->buffer[i->n] + (size_t)at * unit, unit);
    if (at == 0) return 0;
    return touch_bytes(m, i->n, (size_t)at * unit, ((size_t)at + 1) * unit, false);
}

static int load_quad(machine *m, const ts_sinst *i, uint32_t *out)
{
    size_t bytes = m->l->bytes[i->n];
    int64_t block = index_of(m, i->a);
    size_t at = (size_t)block * 16;
    if (block < 0 || at > bytes)
        return wrong(m, "block %lld of %zu bytes of %s", (long long)block, bytes,
                     m->s->param[i->n].name);
    if ((uintptr_t)m->l->buffer[i->n] % 16) return wrong(m, "the buffer is not aligned");
    size_t n = bytes - at < 16 ? bytes - at : 16;
    memset(out, 0xa5, 16);
    memcpy(out, (char *)m->l->buffer[i->n] + at, n);
    return touch_bytes(m, i->n, at, at + n, false);
}

static int store(machine *m, const ts_sinst *i)
{
    size_t unit = (size_t)m->s->param[i->n].unit / 8, bytes = m->l->bytes[i->n];
    int64_t at = index_of(m, i->a);
    uint32_t x = *word(m, i->b);
    if (at < 0 || (size_t)at >= bytes / unit)
        return wrong(m, "element %lld of %zu of %s", (long long)at, bytes / unit,
                     m->s->param[i->n].name);
    if (unit < 4 && x >> 8 * unit) return wrong(m, "%#x has bits beyond the unit", (unsigned)x);
    memcpy((char *)m->l->buffer[i->n] + (size_t)at * unit, &x, unit);
    return touch_bytes(m, i->n, (size_t)at * unit, ((size_t)at + 1) * unit, true);
}

static int shared_op(machine *m, const ts_sinst *i, uint32_t *out)
{
    int32_t at = integer(m, i->a);
    bool write = i->op == TS_S_SHARE;
    if (touch_word(m, at, write)) return -1;
    if (write)
        m->shared[at] = *word(m, i->b);
    else
        *out = m->shared[at];
    return 0;
}

static int shared_quad(machine *m, const ts_sinst *i, uint32_t *out)
{
    int32_t at = integer(m, i->a);
    bool write = i->op == TS_S_SHARE4;
    if (at % 4) return wrong(m, "word %d is not where a quad begins", (int)at);
    for (int k = 0; k < 4; k++)
        if (touch_word(m, at + k, write)) return -1;
    if (write)
        memcpy(m->shared + at, word(m, i->b), 16);
    else
        memcpy(out, m->shared + at, 16);
    return 0;
}

static int write_quad(const machine *m, int at)
{
    if (at % 4) return wrong(m, "word %d is not where a quad begins", at);
    for (int k = 0; k < 4; k++)
        if (touch_word(m, at + k, true)) return -1;
    return 0;
}

static int begin_copy(machine *m, const ts_sinst *i)
{
    ts_copy x = {.thread = m->thread, .at = integer(m, i->a)};
    const ts_sinst load = {.op = TS_S_LOAD4, .type = TS_QUAD, .a = i->b, .n = i->n};
    if (*word(m, i->c)) {
        if (load_quad(m, &load, x.bytes)) return -1;
        size_t from = (size_t)index_of(m, i->b) * 16, bytes = m->l->bytes[i->n];
        x.from = (char *)m->l->buffer[i->n] + from;
        x.n = bytes - from < 16 ? bytes - from : 16;
    }
    if (write_quad(m, x.at)) return -1;
    return ts_copies_begin(&m->copies, x) ? 0 : ts_fail(m->err, "out of memory");
}

static int wait_for_copies(machine *m, int young)
{
    for (const ts_copy *x; (x = ts_copies_land(&m->copies, m->thread, young));) {
        if (write_quad(m, x->at)) return -1;
        memcpy(m->shared + x->at, x->bytes, 16);
        if (x->n && memcmp(x->from, x->bytes, x->n))
            return wrong(m, "what goes to word %d changed on its way", x->at);
    }
    return 0;
}

/* The words that a lane has of 16 rows. */
static int fragment(machine *m, const ts_sinst *i, uint32_t *out)
{
    const ts_matrix *u = m->s->traits->matrix;
    const ts_lie *l = &u->fragment;
    int lane = m->thread % u->lanes, from = integer(m, i->a);
    if (u->quads && from % 4) return wrong(m, "word %d is not where a quad begins", (int)from);
    for (int k = 0; k < l->words; k++) {
        int at = from + ts_lie_row(l, lane, k) * i->n + ts_lie_col(l, lane, k);
        if (touch_word(m, at, false)) return -1;
        out[k] = m->shared[at];
    }
    return 0;
}

/* ---- one instruction ---- */

/* What has a long in it. */
static int calculate_long(machine *m, const ts_sinst *i, uint32_t *out)
{
    uint64_t a = i->type == TS_U64 && i->op == TS_S_TO ? (uint64_t)(int64_t)integer(m, i->a)
                                                       : whole(m, i->a);
    uint64_t b = i->op == TS_S_ELEM ? whole(m, i->b) : 0;
    if (i->op == TS_S_ELEM && i->elem == TS_shr_ && b > 63)
        return wrong(m, "a shift by 64 or more");
    if (i->op == TS_S_ELEM) a = i->elem == TS_add_ ? a + b : i->elem == TS_mul_ ? a * b : a >> b;
    memcpy(out, &a, 4 * width(i->type));
    return 0;
}

static int calculate(machine *m, const ts_sinst *i, uint32_t *out)
{
    if (i->type == TS_U64 || m->s->i[i->a].type == TS_U64) return calculate_long(m, i, out);
    const uint32_t x[3] = {*word(m, i->a), *word(m, i->b), *word(m, i->c)};
    const char *why = ts_simt_value(m->s, i, x, out);
    return why ? wrong(m, "%s", why) : 0;
}

/* VAR, GET and SET; of a quartet's sums nobody has one while PRODUCTs on it are on their way. */
static int move(machine *m, const ts_sinst *i, uint32_t *out)
{
    bool set = i->op == TS_S_SET;
    uint32_t var = i->op == TS_S_VAR ? m->now : i->a;
    int type = m->s->i[var].type;
    if (m->quartets && type == TS_BLOCK && !ts_quartets_touch(m, var))
        return wrong(m, "%%%u is on its way", var);
    memcpy(set ? word(m, i->a) : out, word(m, set ? i->b : i->a), 4 * width(type));
    return 0;
}

static int value_op(machine *m, const ts_sinst *i, uint32_t *out)
{
    switch (i->op) {
    case TS_S_THREAD: *out = (uint32_t)m->thread; return 0;
    case TS_S_SUBGROUP: *out = (uint32_t)(m->thread / m->s->traits->matrix->lanes); return 0;
    case TS_S_GROUP: *out = (uint32_t)m->group; return 0;
    case TS_S_GROUPS: *out = (uint32_t)m->l->groups; return 0;
    case TS_S_SIZE: *out = (uint32_t)m->l->size[i->n]; return 0;
    case TS_S_WORD: *out = word(m, i->a)[i->n]; return 0;
    case TS_S_VAR:
    case TS_S_GET:
    case TS_S_SET: return move(m, i, out);
    case TS_S_SQUARES:
        out[0] = *word(m, i->a);
        out[1] = (uint32_t)i->n;
        return 0;
    case TS_S_FENCE: ts_quartets_show(m); return 0;
    case TS_S_LOAD: return load(m, i, out);
    case TS_S_LOAD4: return load_quad(m, i, out);
    case TS_S_STORE: return store(m, i);
    case TS_S_SHARED:
    case TS_S_SHARE: return shared_op(m, i, out);
    case TS_S_SHARED4:
    case TS_S_SHARE4: return shared_quad(m, i, out);
    case TS_S_COPY: return begin_copy(m, i);
    case TS_S_COMMIT: ts_copies_commit(&m->copies, m->thread); return 0;
    case TS_S_WAIT: return wait_for_copies(m, i->n);
    case TS_S_FRAGMENT: return fragment(m, i, out);
    case TS_S_SCALED:
        memset(out, 0, 32);
        memcpy(out, word(m, i->a), 16);
        out[4] = *word(m, i->b);
        return 0;
    case TS_S_SELECT:
        memcpy(out, word(m, *word(m, i->a) ? i->b : i->c), 4 * width(i->type));
        return 0;
    default: return calculate(m, i, out);
    }
}

/* Where to go on after a FOR, IF or END. */
static int jump(machine *m, uint32_t v)
{
    const ts_sinst *i = &m->s->i[v];
    uint32_t *pc = &m->pc[m->thread], start = i->op == TS_S_END ? m->match[v] : v;
    const ts_sinst *loop = &m->s->i[start];
    int64_t index;
    if (loop->op == TS_S_IF) {
        *pc = i->op == TS_S_END || *word(m, i->a) ? v + 1 : m->match[v] + 1;
        return 0;
    }
    if (integer(m, loop->c) <= 0) return wrong(m, "a step of %d", (int)integer(m, loop->c));
    index =
        i->op == TS_S_END ? (int64_t)integer(m, start) + integer(m, loop->c) : integer(m, loop->a);
    if (index > INT32_MAX) return wrong(m, "the index of loop %u overflows", start);
    *word(m, start) = (uint32_t)(int32_t)index;
    *pc = index < integer(m, loop->b) ? start + 1 : m->match[start] + 1;
    return 0;
}

/* FOR and END of a loop in blocks. At the end of the first half the thread waits for its subgroup. */
static int jump_in_blocks(machine *m, uint32_t v)
{
    uint32_t *pc = &m->pc[m->thread], start = m->s->i[v].op == TS_S_END ? m->match[v] : v;
    const ts_sinst *loop = &m->s->i[start];
    half *h = &m->half[m->thread];
    int64_t step = integer(m, loop->c), below = integer(m, loop->b);
    if (v == start)
        *h = (half){.from = integer(m, loop->a)};
    else
        h->turn++;
    bool over = h->turn == loop->n || h->from + h->turn * step >= below;
    if (over && loop->part & TS_EVEN && h->turn < loop->n) return wrong(m, "a block is not whole");
    if (over && h->rest)
        *h = (half){.from = h->from + loop->n * step};
    else if (over)
        m->at[m->thread] = AT_HALF;
    *word(m, start) = (uint32_t)(int32_t)(h->from + h->turn * step);
    *pc = m->at[m->thread] == AT_HALF ? v : h->from < below ? start + 1 : m->match[start] + 1;
    return 0;
}

static void begin_rest(machine *m)
{
    uint32_t *pc = &m->pc[m->thread], start = m->match[*pc];
    half *h = &m->half[m->thread];
    h->rest = true;
    h->turn = 0;
    *word(m, start) = (uint32_t)(int32_t)h->from;
    *pc = start + 1;
    m->at[m->thread] = RUNNING;
}

/* An instruction of a loop in blocks, in the half and the turn in which the thread is. */
static int part_op(machine *m, const ts_sinst *i, uint32_t *out)
{
    const half *h = &m->half[m->thread];
    size_t n = width(i->type);
    uint32_t *kept = out + n * (size_t)m->s->threads * (1 + (size_t)h->turn);
    if (!(i->part & TS_AHEAD))
        return i->part & (h->rest ? TS_REST : TS_FIRST) ? value_op(m, i, out) : 0;
    if (!h->rest) return value_op(m, i, kept);
    memcpy(out, kept, n * sizeof *out);
    return 0;
}

/* ---- one instruction, for all whose turn it is ---- */

#define EACH_TURN(t) for (const int *t = m->turn; t < m->turn + m->turns; t++)

static int one_by_one(machine *m, uint32_t v)
{
    const ts_sinst *i = &m->s->i[v];
    bool part = m->step[v].way == PART;
    EACH_TURN(t)
    {
        turn_of(m, *t);
        uint32_t *out = word(m, v);
        if (part ? part_op(m, i, out) : value_op(m, i, out)) return -1;
    }
    return 0;
}

static int memory_op(machine *m, uint32_t v, bool shared)
{
    const ts_sinst *i = &m->s->i[v];
    uint32_t *out = m->value + m->step[v].at;
    EACH_TURN(t)
    {
        turn_of(m, *t);
        if (shared ? shared_op(m, i, out + *t) : load(m, i, out + *t)) return -1;
    }
    return 0;
}

/* Of all threads at once where that can be, else one by one. */
static int values(machine *m, uint32_t v)
{
    const step *s = &m->step[v];
    const ts_sinst *i = &m->s->i[v];
    const uint32_t *a = m->value + s->a, *b = m->value + s->b, *c = m->value + s->c;
    uint32_t *out = m->value + s->at;
    size_t f = (size_t)m->from;
    if (m->dense && ts_simt_values(m->s, i, m->turns, a + f, b + f, out + f)) return 0;
    EACH_TURN(t)
    {
        const uint32_t x[3] = {a[*t], b[*t], c[*t]};
        const char *why = ts_simt_value(m->s, i, x, out + *t);
        if (!why) continue;
        turn_of(m, *t);
        return wrong(m, "%s", why);
    }
    return 0;
}

/* A sum or product of i32; one that overflows is wrong or wraps. */
static int integers(machine *m, uint32_t v, bool sum)
{
    const step *s = &m->step[v];
    const uint32_t *a = m->value + s->a, *b = m->value + s->b;
    EACH_TURN(t)
    {
        int32_t x = (int32_t)a[*t], y = (int32_t)b[*t], r;
        bool over = sum ? __builtin_add_overflow(x, y, &r) : __builtin_mul_overflow(x, y, &r);
        m->value[s->at + (size_t)*t] = (uint32_t)r;
        if (!over) continue;
        turn_of(m, *t);
        if (value_op(m, &m->s->i[v], word(m, v))) return -1;
    }
    return 0;
}

/* What a compiler makes vectors of where all threads have their turn. */
#define EVERY(what)                                                                                \
    if (m->dense)                                                                                  \
        for (int t = m->from; t < m->from + m->turns; t++) what;                                   \
    else                                                                                           \
        for (int n = 0, t = m->turn[0]; n < m->turns; n++, t = m->turn[n]) what;                   \
    break

/* What nothing can be wrong with. */
static int simple(machine *m, const step *s, way how)
{
    uint32_t *out = m->value + s->at, *a = m->value + s->a;
    const uint32_t *b = m->value + s->b, *c = m->value + s->c;
    switch (how) {
    case FMA: EVERY(out[t] = bits(fmaf(real(a[t]), real(b[t]), real(c[t]))));
    case ADD_F: EVERY(out[t] = bits(real(a[t]) + real(b[t])));
    case MUL_F: EVERY(out[t] = bits(real(a[t]) * real(b[t])));
    case COPY: EVERY(out[t] = a[t]);
    case PUT: EVERY(a[t] = b[t]);
    default: EVERY(out[t] = a[t] ? b[t] : c[t]);
    }
    return 0;
}

static int take_so(machine *m, uint32_t v, way how)
{
    switch (how) {
    case SKIP: return 0;
    case PART:
    case PLAIN: return one_by_one(m, v);
    case VALUE: return values(m, v);
    case LOAD:
    case SHARED: return memory_op(m, v, how == SHARED);
    case ADD_I:
    case MUL_I: return integers(m, v, how == ADD_I);
    default: return simple(m, &m->step[v], how);
    }
}

/* All whose turn it is are in the same half. */
static bool in_half(const machine *m, bool rest)
{
    bool same = true;
    EACH_TURN(t) same &= m->half[*t].rest == rest;
    return same;
}

/* In a loop in blocks it depends on the half in which threads are. */
static int take(machine *m, uint32_t v)
{
    way how = (way)m->step[v].way;
    int part = m->s->i[v].part;
    bool rest = m->half[m->turn[0]].rest;
    m->now = v;
    if (how == PART && !(part & TS_AHEAD) && in_half(m, rest))
        how = part & (rest ? TS_REST : TS_FIRST) ? (way)m->step[v].plain : SKIP;
    return take_so(m, v, how);
}

/* ---- threads until they wait ---- */

/* Gives the turn to those of `order`, threads from .. from + n - 1, that run and are furthest behind, up to
 * `stop`, where others are. */
static bool behind(machine *m, const int *order, int from, int n, uint32_t *stop)
{
    uint32_t first = UINT32_MAX;
    for (int k = 0; k < n; k++)
        if (m->at[order[k]] == RUNNING && m->pc[order[k]] < first) first = m->pc[order[k]];
    m->turns = 0;
    *stop = m->s->n;
    for (int k = 0; k < n; k++) {
        int t = order[k];
        if (m->at[t] != RUNNING) continue;
        if (m->pc[t] == first)
            m->turn[m->turns++] = t;
        else if (m->pc[t] < *stop)
            *stop = m->pc[t];
    }
    m->from = from;
    m->dense = m->turns == n;
    return m->turns;
}

/* Those whose turn it is are all at v, which is no plain instruction, or the end. */
static int part_ways(machine *m, uint32_t v)
{
    way how = v < m->s->n ? (way)m->step[v].way : SKIP;
    EACH_TURN(t)
    {
        be(m, *t);
        if (how == BLOCK && (m->step[v].halves ? jump_in_blocks(m, v) : jump(m, v))) return -1;
        if (how != BLOCK)
            m->at[*t] = how == EXCHANGE ? AT_SHUFFLE : how == MEET ? AT_BARRIER : DONE;
    }
    return 0;
}

/* Those whose turn it is, until they come to a block, wait, are done, or meet others. */
static int run_turn(machine *m, uint32_t stop)
{
    uint32_t v = m->pc[m->turn[0]];
    bool plain = true;
    for (; plain && v < stop; v += plain) {
        if (m->left < (uint64_t)m->turns) return wrong(m, "stopped at its step limit");
        m->left -= (uint64_t)m->turns;
        plain = m->step[v].way == SKIP || m->step[v].way > MEET;
        if (plain && take(m, v)) return -1;
    }
    EACH_TURN(t) m->pc[*t] = v;
    return v == stop && v < m->s->n ? 0 : part_ways(m, v);
}

/* ---- threads together ---- */

static uint32_t draw(machine *m, uint32_t n)
{
    m->rng = m->rng * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(m->rng >> 33) % n;
}

/* Threads from .. from + n - 1 are at the same instruction in the same turns of the same loops. */
static int together(machine *m, int from, int n)
{
    for (int t = from + 1; t < from + n; t++) {
        be(m, m->at[t] == DONE ? from : t);
        if (m->pc[t] != m->pc[from] || m->at[t] != m->at[from])
            return wrong(m, "not all threads come here: %d is at %u, %d at %u", from, m->pc[from],
                         t, m->pc[t]);
        for (uint32_t b = m->block[m->pc[t]]; b; b = m->block[b]) {
            const uint32_t of[] = {b, m->s->i[b].b, m->s->i[b].c};
            for (int k = 0; k < 3 && m->s->i[b].op == TS_S_FOR; k++) {
                be(m, from);
                int32_t x = integer(m, of[k]);
                be(m, t);
                if (x != integer(m, of[k]))
                    return wrong(m, "loop %u differs between threads %d and %d", b, from, t);
            }
        }
    }
    return 0;
}

/* Block b is around instruction v. */
static bool is_around(const machine *m, uint32_t b, uint32_t v)
{
    while (v && v != b) v = m->block[v];
    return v == b;
}

/* Where all threads of the group are at one BARRIER, what bounds a block that was open there or lies
 * in one is the same for all, unless a finished form marks it as varying. */
static int alike(machine *m)
{
    uint32_t at = m->pc[0];
    for (uint32_t v = 1; v < m->s->n; v++) {
        const ts_sinst *i = &m->s->i[v];
        const uint32_t arg[] = {i->a, i->b, i->c};
        if ((i->op != TS_S_FOR && i->op != TS_S_IF) || !is_around(m, m->block[v], at)) continue;
        for (int k = 0; k < 3; k++) {
            be(m, 0);
            uint32_t x = *word(m, arg[k]);
            for (int t = 1; t < m->s->threads; t++) {
                be(m, t);
                if (!m->s->i[arg[k]].varies && *word(m, arg[k]) != x)
                    return wrong(m, "%%%u differs from thread 0", arg[k]);
            }
        }
    }
    return 0;
}

static int shuffle(machine *m, int from, int n)
{
    uint32_t v = m->pc[from], *copy = malloc((size_t)n * sizeof *copy);
    const ts_sinst *i = &m->s->i[v];
    if (!copy) return ts_fail(m->err, "out of memory");
    for (int t = 0; t < n; t++) be(m, from + t), copy[t] = *word(m, i->a);
    int bad = 0;
    for (int t = 0; t < n && !bad; t++) {
        be(m, from + t);
        bad = (t ^ i->n) < n ? 0 : wrong(m, "there is no thread %d", from + (t ^ i->n));
        if (!bad) *word(m, v) = copy[t ^ i->n];
    }
    for (int t = from; t < from + n; t++) m->at[t] = RUNNING, m->pc[t]++;
    free(copy);
    return bad;
}

/* ---- matrix units ---- */

static void held_by(machine *m, int from, uint32_t v, ts_held *held)
{
    for (int lane = 0; lane < m->s->traits->matrix->lanes; lane++) {
        be(m, from + lane);
        memcpy(held[lane].word, word(m, v), 4 * width(m->s->i[v].type));
    }
}

static int multiply(machine *m, int from)
{
    ts_held a[TS_MOST_LANES], b[TS_MOST_LANES], c[TS_MOST_LANES], to[TS_MOST_LANES];
    uint32_t v = m->pc[from];
    const ts_sinst *i = &m->s->i[v];
    ts_error why = {0};
    held_by(m, from, i->a, a);
    held_by(m, from, i->b, b);
    held_by(m, from, i->c, c);
    if (ts_simt_multiply(m->s->traits->matrix, i->n, a, b, c, to, &why))
        return wrong(m, "%s", why.text);
    for (int lane = 0; lane < m->s->traits->matrix->lanes; lane++) {
        be(m, from + lane);
        memcpy(word(m, v), to[lane].word, 4 * width(i->type));
        m->at[from + lane] = RUNNING;
        m->pc[from + lane]++;
    }
    return 0;
}

/* ---- opaque ones (simt_opaque.h) ---- */

static int first_lane(const machine *m)
{
    return m->thread / m->s->traits->matrix->lanes * m->s->traits->matrix->lanes;
}

static uint32_t *lane_words(void *of, int lane, uint32_t value)
{
    machine *m = of;
    be(m, first_lane(m) + lane);
    return word(m, value);
}

/* By whatever lane: what any of them has touched is another's. */
static uint32_t *any_lane(void *of, int32_t at, bool write)
{
    machine *m = of;
    int from = first_lane(m);
    bool inside = at >= 0 && at < m->s->shared;
    marks *k = &m->shared_marks[inside ? at : 0];
    bool mine = k->written.thread == from || (write && k->read.thread == from);
    be(m, mine ? from + 1 : from);
    if (touch_word(m, at, write)) return NULL;
    (write ? &k->written : &k->read)->thread = MANY;
    return &m->shared[at];
}

static int opaque(machine *m, int from)
{
    const ts_matrix *u = m->s->traits->matrix;
    uint32_t v = m->pc[from];
    const ts_sinst *i = &m->s->i[v];
    be(m, from);
    int32_t at = i->op == TS_S_MULTIPLY ? 0 : integer(m, i->a);
    if (at % 4) return wrong(m, "word %d is not where a quad begins", (int)at);
    for (int t = from; t < from + u->lanes && i->op != TS_S_MULTIPLY; t++) {
        be(m, t);
        if (integer(m, i->a) != at) return wrong(m, "lanes name other words than %d", (int)at);
    }
    const ts_opaque_group g = {u, m, lane_words, any_lane};
    if (ts_opaque_take(&g, i, v, at)) return -1;
    for (int t = from; t < from + u->lanes; t++) m->at[t] = RUNNING, m->pc[t]++;
    return 0;
}

static bool is_opaque(const ts_simt *s)
{
    return s->traits->matrix && s->traits->matrix->opaque;
}

static int of_quartet(machine *m, int from)
{
    be(m, from);
    const char *why = ts_quartets_take(m, from, m->now);
    if (why) return wrong(m, "%s", why);
    for (int t = from; t < from + m->s->traits->matrix->lanes; t++) m->at[t] = RUNNING, m->pc[t]++;
    return 0;
}

static int exchange(machine *m, int from, int n)
{
    ts_sop op = m->s->i[m->pc[from]].op;
    if (op == TS_S_SHUFFLE) return shuffle(m, from, n);
    if (op != TS_S_MULTIPLY && !is_opaque(m->s)) return of_quartet(m, from);
    return is_opaque(m->s) ? opaque(m, from) : multiply(m, from);
}

/* A subgroup until all its threads wait for a BARRIER or are done. */
static int run_subgroup(machine *m, int from, int n)
{
    int order[MOST_THREADS] = {0};
    for (;;) {
        bool exchanging = false;
        for (int i = 0; i < n; i++) {
            int j = (int)draw(m, (uint32_t)i + 1);
            if (j < i) order[i] = order[j];
            order[j] = from + i;
        }
        for (uint32_t stop; behind(m, order, from, n, &stop);)
            if (run_turn(m, stop)) return -1;
        for (int i = from; i < from + n; i++)
            exchanging |= m->at[i] == AT_SHUFFLE || m->at[i] == AT_HALF;
        if (!exchanging) return 0;
        if (together(m, from, n)) return -1;
        if (m->at[from] == AT_SHUFFLE && exchange(m, from, n)) return -1;
        for (int t = from; t < from + n; t++) {
            be(m, t);
            if (m->at[t] == AT_HALF) begin_rest(m);
        }
    }
}

static void pass_barrier(machine *m)
{
    int kind = m->s->i[m->pc[0]].n;
    if (kind & TS_LOCAL) m->local++;
    if (kind & TS_LOCAL) ts_quartets_meet(m->quartets);
    if (kind & TS_GLOBAL) m->global++;
    for (int t = 0; t < m->s->threads; t++) m->at[t] = RUNNING, m->pc[t]++;
}

static void constant(machine *m, uint32_t v)
{
    const ts_sinst *i = &m->s->i[v];
    uint64_t x = i->type == TS_U64 ? (uint64_t)i->value : ts_simt_constant(i);
    memcpy(word(m, v), &x, 4 * (i->type == TS_U64 ? 2 : 1));
}

/* Nobody changes them. */
static void constants(machine *m)
{
    for (int t = 0; t < m->s->threads; t++) {
        be(m, t);
        for (uint32_t v = 1; v < m->s->n; v++)
            if (m->s->i[v].op == TS_S_CONST) constant(m, v);
    }
}

static int run_group(machine *m)
{
    int n = m->s->threads;
    int sub = is_opaque(m->s) ? m->s->traits->matrix->lanes : m->s->traits->subgroup;
    if (sub < 1 || sub > n) sub = n;
    for (int t = 0; t < n; t++) m->pc[t] = 1, m->at[t] = RUNNING;
    unmark(m->shared_marks, (size_t)m->s->shared);
    ts_copies_clear(&m->copies);
    ts_quartets_clear(m->quartets);
    m->local++;
    m->global++;
    for (;;) {
        int subs = (n + sub - 1) / sub, first = (int)draw(m, (uint32_t)subs);
        for (int i = 0; i < subs; i++) {
            int from = (first + i) % subs * sub, count = n - from < sub ? n - from : sub;
            if (run_subgroup(m, from, count)) return -1;
        }
        if (together(m, 0, n)) return -1;
        if (m->at[0] == DONE && m->copies.n) return wrong(m, "ends, and a copy is on its way");
        if (m->at[0] == DONE && ts_quartets_left(m->quartets))
            return wrong(m, "ends, and a product is on its way");
        if (m->at[0] == DONE) return 0;
        if (!m->s->scratch && alike(m)) return -1;
        pass_barrier(m);
    }
}

/* ---- the whole ---- */

static way way_of_elem(const ts_simt *s, const ts_sinst *i)
{
    int type = s->i[i->a].type;
    if (type == TS_i32) return i->elem == TS_add_ ? ADD_I : i->elem == TS_mul_ ? MUL_I : VALUE;
    if (type != TS_f32) return VALUE;
    return i->elem == TS_fma_   ? FMA
           : i->elem == TS_add_ ? ADD_F
           : i->elem == TS_mul_ ? MUL_F
                                : VALUE;
}

/* Of what is neither a block nor where threads meet, outside of a loop in blocks. */
static way plain_way(const ts_simt *s, const ts_sinst *i)
{
    bool narrow = width(i->type) == 1, set = width(s->i[i->a].type) == 1;
    switch (i->op) {
    case TS_S_VAR:
    case TS_S_GET:
    case TS_S_SELECT: return !narrow ? PLAIN : i->op == TS_S_SELECT ? CHOOSE : COPY;
    case TS_S_SET: return set ? PUT : PLAIN;
    case TS_S_LOAD: return LOAD;
    case TS_S_SHARED:
    case TS_S_SHARE: return SHARED;
    case TS_S_ELEM: return narrow && set ? way_of_elem(s, i) : PLAIN;
    case TS_S_TO:
    case TS_S_HALF:
    case TS_S_TO_HALF:
    case TS_S_BITS: return narrow && set ? VALUE : PLAIN;
    default: return PLAIN;
    }
}

static way way_of(const ts_simt *s, const ts_sinst *i, bool halves)
{
    switch (i->op) {
    case TS_S_NONE:
    case TS_S_CONST: return SKIP;
    case TS_S_FOR:
    case TS_S_IF:
    case TS_S_END: return BLOCK;
    case TS_S_FRAGMENT: return is_opaque(s) ? EXCHANGE : halves ? PART : plain_way(s, i);
    case TS_S_FENCE: return i->n == TS_OF_SUMS ? EXCHANGE : PLAIN;
    case TS_S_PRODUCT:
    case TS_S_CLOSE:
    case TS_S_JOIN:
    case TS_S_UNLOAD:
    case TS_S_MULTIPLY:
    case TS_S_SHUFFLE: return EXCHANGE;
    case TS_S_BARRIER: return MEET;
    default: return halves ? PART : plain_way(s, i);
    }
}

/* What threads do at instruction v in block `open`, and their words, from place `at` on; the next place. */
static size_t lay(machine *m, uint32_t v, uint32_t open, size_t at)
{
    const ts_sinst *i = &m->s->i[v];
    step *s = &m->step[v];
    uint32_t block = i->op == TS_S_FOR || i->op == TS_S_IF ? v : open;
    size_t turns = i->part & TS_AHEAD ? (size_t)m->s->i[open].n : 0;
    s->at = at;
    s->wide = (uint8_t)width(i->type);
    s->halves = m->s->i[block].part & TS_BLOCKS;
    s->way = (uint8_t)way_of(m->s, i, s->halves);
    s->plain = (uint8_t)plain_way(m->s, i);
    s->a = m->step[i->a].at, s->b = m->step[i->b].at, s->c = m->step[i->c].at;
    return at + width(i->type) * (1 + turns) * (size_t)m->s->threads;
}

static void structure(machine *m)
{
    uint32_t open = 0;
    size_t at = 4 * (size_t)m->s->threads; /* value 0 is none, and has words that may be read */
    for (uint32_t v = 1; v < m->s->n; v++) {
        const ts_sinst *i = &m->s->i[v];
        at = lay(m, v, open, at);
        if (i->op == TS_S_END) {
            m->match[v] = open;
            m->match[open] = v;
            open = m->block[open];
        }
        m->block[v] = open;
        if (i->op == TS_S_FOR || i->op == TS_S_IF) open = v;
    }
    m->words = at;
}

static bool is_written(const machine *m, int p)
{
    for (int q = 0; q < m->s->params; q++)
        if (m->l->buffer[q] == m->l->buffer[p] && m->s->param[q].mode != TS_IN) return true;
    return false;
}

static bool mark_buffers(machine *m)
{
    for (int p = 0; p < m->s->params; p++) {
        size_t bytes = m->l->bytes[p];
        if (!is_written(m, p)) continue;
        for (int q = 0; q < p && !m->buffer_marks[p]; q++)
            if (m->l->buffer[q] == m->l->buffer[p]) m->buffer_marks[p] = m->buffer_marks[q];
        if (m->buffer_marks[p]) continue;
        m->buffer_marks[p] = calloc(bytes + 1, sizeof(marks));
        if (!m->buffer_marks[p]) return false;
        unmark(m->buffer_marks[p], bytes);
    }
    return true;
}

static bool prepare(machine *m)
{
    uint32_t n = m->s->n;
    size_t threads = (size_t)m->s->threads;
    m->step = calloc(n + 1, sizeof *m->step);
    m->match = calloc(n + 1, sizeof *m->match);
    m->block = calloc(n + 1, sizeof *m->block);
    m->pc = calloc(threads, sizeof *m->pc);
    m->at = calloc(threads, sizeof *m->at);
    m->half = calloc(threads, sizeof *m->half);
    m->shared = calloc((size_t)m->s->shared + 1, sizeof *m->shared);
    m->shared_marks = calloc((size_t)m->s->shared + 1, sizeof *m->shared_marks);
    if (!m->step || !m->match || !m->block || !m->pc || !m->at || !m->half || !m->shared ||
        !m->shared_marks || !ts_copies_new(&m->copies, m->s->threads, m->s->shared))
        return false;
    structure(m);
    if (!ts_quartets_new(m)) return false;
    for (int t = 0; t < m->s->threads; t++) m->team_of[t] = t / (m->s->threads / m->s->teams);
    m->value = calloc(m->words, sizeof *m->value);
    if (!m->value || !mark_buffers(m)) return false;
    constants(m);
    return true;
}

static void release(machine *m)
{
    for (int p = m->s->params - 1; p >= 0; p--) {
        bool own = true;
        for (int q = 0; q < p; q++) own &= m->buffer_marks[q] != m->buffer_marks[p];
        if (own) free(m->buffer_marks[p]);
    }
    void *const all[] = {m->step, m->match,  m->block,        m->pc,   m->at,
                         m->half, m->shared, m->shared_marks, m->value};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) free(all[i]);
    ts_copies_free(&m->copies);
    ts_quartets_free(m->quartets);
}

int ts_simt_run(const ts_simt *s, const struct ts_simt_launch *l, ts_error *err)
{
    machine m = {.s = s, .l = l, .err = err, .rng = l->seed};
    if (ts_simt_check(s, err)) return -1;
    if (s->threads > MOST_THREADS || s->params > TS_MAX_BUFFERS)
        return ts_fail(err, "form %s: too large for this interpreter", s->name);
    m.left = l->max_steps ? l->max_steps : UINT64_MAX;
    int bad = prepare(&m) ? 0 : ts_fail(err, "out of memory");
    for (m.group = 0; m.group < l->groups && !bad; m.group++) bad = run_group(&m);
    release(&m);
    return bad ? -1 : 0;
}

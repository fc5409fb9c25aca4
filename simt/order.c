/* order.c - one order of instructions, whatever compiler built the lowering.
 *
 * C leaves the order of arguments open, so `op(load a, load b)` may put either load first. Between two
 * effects the order means nothing; here it becomes that of a walk over the operands: all values get a
 * rank, operands before their users, the operands of the first effect first. Values keep their place
 * between effects, so each stays in its block. */
#include "simt/form.h"

#include <stdlib.h>
#include <string.h>

static bool is_effect(ts_sop op)
{
    return ts_sops[op].is & TS_STAYS || op == TS_S_VAR;
}

typedef struct order {
    ts_simt *s;
    uint32_t *rank, next; /* 0: none yet */
    uint32_t *map;        /* the stack of a walk, then the new number of an old value */
} order;

/* The first operand that has no rank yet, or 0. */
static uint32_t open_operand(const order *o, const ts_sinst *i)
{
    const uint32_t arg[] = {i->a, i->b, i->c};
    for (int k = 0; k < 3; k++)
        if (arg[k] && !o->rank[arg[k]]) return arg[k];
    return 0;
}

/* A stack of its own: a chain may be as long as the form. Operands lie before their users, so no value
 * is on it twice. */
static void visit(order *o, uint32_t root)
{
    uint32_t depth = 0, *stack = o->map;
    if (o->rank[root]) return;
    for (stack[depth++] = root; depth;) {
        uint32_t next = open_operand(o, &o->s->i[stack[depth - 1]]);
        if (next)
            stack[depth++] = next;
        else
            o->rank[stack[--depth]] = ++o->next;
    }
}

typedef struct ranked {
    uint32_t rank, value;
} ranked;

static int by_rank(const void *a, const void *b)
{
    uint32_t x = ((const ranked *)a)->rank, y = ((const ranked *)b)->rank;
    return x < y ? -1 : x > y;
}

/* Appends the values of list[0..n) in the order of their ranks. */
static uint32_t put(order *o, ts_sinst *to, uint32_t at, ranked *list, uint32_t n)
{
    qsort(list, n, sizeof *list, by_rank);
    for (uint32_t k = 0; k < n; k++) {
        to[at] = o->s->i[list[k].value];
        o->map[list[k].value] = at++;
    }
    return at;
}

static void rename_operands(order *o, ts_sinst *to, uint32_t n)
{
    for (uint32_t v = 1; v < n; v++) {
        to[v].a = o->map[to[v].a];
        to[v].b = o->map[to[v].b];
        to[v].c = o->map[to[v].c];
    }
}

static void arrange(order *o, ts_sinst *to, ranked *list)
{
    ts_simt *s = o->s;
    uint32_t at = 1, n = 0;
    for (uint32_t v = 1; v < s->n; v++)
        if (is_effect(s->i[v].op)) visit(o, v);
    memset(o->map, 0, s->n * sizeof *o->map);
    for (uint32_t v = 1; v < s->n; v++) {
        if (s->i[v].op == TS_S_NONE) continue;
        bool effect = is_effect(s->i[v].op);
        if (!effect) {
            if (o->rank[v]) list[n++] = (ranked){o->rank[v], v};
            continue;
        }
        at = put(o, to, at, list, n);
        n = 0;
        to[at] = s->i[v];
        o->map[v] = at++;
    }
    at = put(o, to, at, list, n);
    rename_operands(o, to, at);
    s->n = at;
}

void ts_simt_order(ts_simt *s)
{
    order o = {.s = s};
    o.rank = calloc(s->n, sizeof *o.rank);
    o.map = calloc(s->n, sizeof *o.map);
    ranked *list = calloc(s->n, sizeof *list);
    ts_sinst *to = calloc(s->n, sizeof *to);
    s->failed |= !o.rank || !o.map || !list || !to;
    if (!s->failed) {
        arrange(&o, to, list);
        memcpy(s->i, to, s->n * sizeof *to);
    }
    free(o.rank);
    free(o.map);
    free(list);
    free(to);
}

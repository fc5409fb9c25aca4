/* order.c - one order of ops for one kernel source, whatever compiler built it.
 *
 * C leaves open in which order the arguments of a call are evaluated (gcc goes from the right,
 * clang from the left), so ts_add(ts_load(..), ts_load(..)) records its loads in either order. Here the
 * ops between two fixed points are put in the order in which a walk over the operands, first
 * operand first, meets them. Fixed points are effects and the interface: they stay where they are, so
 * neither meaning nor the order of launch arguments changes. */
#include "tile/ir.h"

#include <stdlib.h>

typedef struct place {
    uint32_t segment; /* fixed points before the op */
    uint32_t rank;    /* when the walk left the op; 0: not yet */
    uint32_t id;
} place;

static bool is_point(const ts_op *o)
{
    return (ts_opinfos[o->op].flags & EFFECT) || o->op == TS_size_ || o->op == TS_param_ ||
           o->op == TS_program_;
}

/* Ranks op `root` and all it needs, operands before users; `stack` has room for k->n ops. */
static void walk(const ts_kern *k, uint32_t root, place *p, uint32_t *stack, uint32_t *rank)
{
    uint32_t depth = 0;
    for (stack[depth++] = root; depth;) {
        const ts_op *o = &k->op[stack[depth - 1]];
        int i = 0;
        while (i < o->argc && p[o->arg[i]].rank) i++;
        if (i < o->argc)
            stack[depth++] = o->arg[i];
        else
            p[stack[--depth]].rank = ++*rank;
    }
}

static int compare(const void *a, const void *b)
{
    const place *x = a, *y = b;
    if (x->segment != y->segment) return x->segment < y->segment ? -1 : 1;
    return x->rank < y->rank ? -1 : x->rank > y->rank;
}

/* Places in the new order. Effects come first as roots of the walk, then what nothing uses. */
static void rank_all(const ts_kern *k, place *p, uint32_t *stack)
{
    uint32_t rank = 1, segment = 0;
    p[0] = (place){.rank = 1}; /* op 0, the absent operand */
    for (uint32_t i = 1; i < k->n; i++) {
        p[i] = (place){.segment = segment, .id = i};
        segment += is_point(&k->op[i]);
    }
    for (int points = 1; points >= 0; points--)
        for (uint32_t i = 1; i < k->n; i++)
            if (!p[i].rank && (is_point(&k->op[i]) || !points)) walk(k, i, p, stack, &rank);
    /* A fixed point that another one uses was left early, but is the last of its segment. */
    for (uint32_t i = 1; i < k->n; i++)
        if (is_point(&k->op[i])) p[i].rank = ++rank;
}

void ts_order(ts_kern *k)
{
    if (k->n < 2) return;
    place *p = malloc(k->n * sizeof *p);
    uint32_t *moved = malloc(k->n * sizeof *moved); /* the walk's stack, then old number to new */
    ts_op *op = malloc(k->cap * sizeof *op);
    if (!p || !moved || !op) abort();
    rank_all(k, p, moved);
    qsort(p, k->n, sizeof *p, compare);
    for (uint32_t i = 0; i < k->n; i++) moved[p[i].id] = i;
    for (uint32_t i = 0; i < k->n; i++) {
        op[i] = k->op[p[i].id];
        for (int a = 0; a < op[i].argc; a++) op[i].arg[a] = moved[op[i].arg[a]];
        op[i].loop = moved[op[i].loop];
    }
    free(k->op);
    free(moved);
    free(p);
    k->op = op;
}

/* form.c - the lane form: building it, and showing it for TESSERA_DEBUG=lane (lane/form.h). */
#include "lane/form.h"
#include "tessera/c_locale.h"

#include <stdlib.h>
#include <string.h>

ts_lane *ts_lane_new(const ts_kern *k, const ts_target *target, int streams)
{
    ts_lane *f = calloc(1, sizeof *f);
    if (!f) return NULL;
    f->k = k;
    f->target = target;
    f->lanes = ts_lane_traits_of(target)->vector_bytes / 4;
    f->streams = streams;
    ts_l_put(f, (ts_linst){.op = TS_L_NONE});
    return f;
}

void ts_lane_free(ts_lane *f)
{
    if (!f) return;
    free(f->i);
    free(f->access);
    free(f->layout);
    free(f);
}

/* Room for one more of `size` bytes; NULL and f->failed where there is none. */
static void *room(ts_lane *f, void *row, uint32_t n, uint32_t *cap, size_t size)
{
    if (n < *cap) return row;
    uint32_t more = *cap ? 2 * *cap : 64;
    void *grown = more > *cap ? realloc(row, more * size) : NULL;
    if (grown)
        *cap = more;
    else
        f->failed = true;
    return grown ? grown : row;
}

uint32_t ts_l_put(ts_lane *f, ts_linst i)
{
    f->i = room(f, f->i, f->n, &f->cap, sizeof *f->i);
    if (f->failed) return 0;
    f->i[f->n] = i;
    return f->n++;
}

uint32_t ts_l_access(ts_lane *f, const ts_laccess *a)
{
    f->access = room(f, f->access, f->accesses, &f->access_cap, sizeof *a);
    if (f->failed) return 0;
    f->access[f->accesses] = *a;
    return f->accesses++;
}

uint32_t ts_l_layout(ts_lane *f, ts_layout y)
{
    f->layout = room(f, f->layout, f->layouts, &f->layout_cap, sizeof y);
    if (f->failed) return 0;
    f->layout[f->layouts] = y;
    return f->layouts++;
}

bool ts_l_is_expression(ts_lop op)
{
    return op > TS_L_NONE && op < TS_L_SIZE;
}

bool ts_l_is_access(ts_lop op)
{
    return op == TS_L_LOAD || op == TS_L_LOAD1 || op == TS_L_PICK || op == TS_L_ADDRESS ||
           (op >= TS_L_STORE && op <= TS_L_PREFETCH);
}

bool ts_l_is_name(ts_lop op)
{
    return (op >= TS_L_SIZE && op <= TS_L_START) || op == TS_L_LOOP;
}

bool ts_l_opens(ts_lop op)
{
    return op == TS_L_LOOP || op == TS_L_FOR || op == TS_L_BLOCK;
}

bool ts_l_is(const ts_lane *f, uint32_t v, int64_t x)
{
    const ts_linst *i = &f->i[v];
    return i->op == TS_L_LONG ? i->n == x : i->op == TS_L_CONST && i->value == (double)x;
}

/* ---- showing ---- */

const char *ts_l_op_name(ts_lop op)
{
    static const char *const names[] = {
#define X(name) #name,
        TS_L_OPS(X)
#undef X
    };
    return (unsigned)op < sizeof names / sizeof *names ? names[op] : "?";
}

static void show_place(FILE *to, ts_spot p)
{
    if (!p.var)
        fprintf(to, "%d", p.add);
    else if (p.plus)
        fprintf(to, p.times ? "(%c*%d+%c*%d)" : "(%c*%d+%c)", p.var, p.mul, p.plus, p.times);
    else if (p.mul > 1)
        fprintf(to, "%c*%d", p.var, p.mul);
    else
        fprintf(to, "%c", p.var);
    if (p.var && (p.of || p.add)) fprintf(to, "%c%d", p.of ? p.of : '+', p.add);
    if (p.by) fprintf(to, "//%d", p.by);
}

static void show_one(FILE *to, const ts_lane *f, const ts_linst *i);

static void show_operands(FILE *to, const ts_lane *f, const ts_linst *i)
{
    TS_C_LOCALE;
    for (int a = 0; a < 5; a++) {
        const ts_linst *x = &f->i[i->arg[a]];
        if (!i->arg[a]) continue;
        if (x->op == TS_L_CONST)
            fprintf(to, " %.9g", x->value);
        else if (x->op == TS_L_LONG)
            fprintf(to, " %lld", (long long)x->n);
        else if (!ts_l_is_expression((ts_lop)x->op))
            fprintf(to, " %%%u", i->arg[a]);
        else {
            fputs(" (", to);
            show_one(to, f, x);
            fputs(")", to);
        }
    }
}

static bool has_places(ts_lop op)
{
    return op == TS_L_INDEX || op == TS_L_SLOT || op == TS_L_ELEMENT || op == TS_L_LANE ||
           op == TS_L_IOTA || op == TS_L_LOAD || op == TS_L_PICK || op == TS_L_STORE ||
           op == TS_L_KEEP || op == TS_L_SPREAD || op == TS_L_FOLDS || op == TS_L_PREFETCH ||
           op == TS_L_FOR;
}

static void show_mask(FILE *to, const ts_linst *i)
{
    static const char *const word[] = {"row", "range", "tail", "strided"};
    for (int b = 0; b < 4; b++)
        if (i->mask & 1 << b) fprintf(to, " %s", word[b]);
}

static void show_access(FILE *to, const ts_lane *f, const ts_linst *i)
{
    const ts_laccess *a = &f->access[i->at];
    fprintf(to, " of %%%u at %%%u + (%%%u, %%%u)", a->param, a->offset, a->row.base, a->col.base);
    show_mask(to, i);
}

static void show_one(FILE *to, const ts_lane *f, const ts_linst *i)
{
    bool elem = i->op == TS_L_ELEM || i->op == TS_L_FOLD || i->op == TS_L_FOLDS;
    fputs(elem ? ts_opinfos[i->elem].name : ts_l_op_name((ts_lop)i->op), to);
    if (i->op == TS_L_LOCAL) {
        fprintf(to, " %s", i->name);
        if (i->id != (uint32_t)TS_UNNUMBERED) fprintf(to, "%u", i->id);
        if (i->at != (uint32_t)TS_UNNUMBERED) fprintf(to, "_%u", i->at);
    } else if (ts_l_is_name((ts_lop)i->op)) {
        fprintf(to, i->stream < 0 ? " v%u" : " v%u_%d", i->id, i->stream);
    }
    show_operands(to, f, i);
    if (has_places((ts_lop)i->op)) {
        fputs(" [", to);
        show_place(to, i->row);
        fputs(", ", to);
        show_place(to, i->col);
        fputs("]", to);
    }
    if (ts_l_is_access((ts_lop)i->op)) show_access(to, f, i);
    if (i->op == TS_L_TILE)
        fprintf(to, " %d x %d slots", f->layout[i->at].rows, f->layout[i->at].slots);
    if (i->n && i->op != TS_L_CONST && i->op != TS_L_LONG) fprintf(to, " #%lld", (long long)i->n);
}

/* One line a name or statement, with the expressions that it computes. */
void ts_lane_show(FILE *to, const ts_lane *f)
{
    int depth = 1;
    fprintf(to, "form %s for %s: %d lanes, %d side by side\n", f->k->name, f->target->name,
            f->lanes, f->streams);
    for (uint32_t v = 1; v < f->n; v++) {
        ts_lop op = (ts_lop)f->i[v].op;
        if (ts_l_is_expression(op) || op == TS_L_NOTE) continue;
        if (op == TS_L_END) depth--;
        fprintf(to, "%*s%%%-4u ", 2 * depth, "", v);
        show_one(to, f, &f->i[v]);
        if (ts_l_is_name(op)) fprintf(to, " -> %s", ts_dtypes[f->i[v].type].name);
        fputs("\n", to);
        if (ts_l_opens(op)) depth++;
    }
}

/* bench_decode_parts.c - `tessera bench decode --breakdown`: where the time of a token goes, by class of
 * kernels. */
#include "tool/bench.h"

#include <math.h>
#include <stdio.h>

static const ts_sheet sheet[] = {{"class", 'l', -20, 0, 0},
                                 {"calls", 'c', 6, 0, 0},
                                 {"MB", 'M', 10, 3, 0},
                                 {"ms", 'v', 9, 3, 1e-3},
                                 {"+-", 'h', 8, 3, 1e-3},
                                 {"%", 'X', 6, 1, 0},
                                 {"floor ms", 'f', 9, 3, 0},
                                 {"GB/s", 'g', 8, 2, 0},
                                 {" % of reading [95 %]", 's', -21, 0, 0},
                                 {"bound", 'x', 0, 0, 0},
                                 {0}};

/* Lines of a token at one context: its classes, then the token itself. */
typedef struct parts {
    const ts_breakdown *breakdown;
    ts_result line[TS_MAX_CLASSES + 1];
    bool refused; /* one of them was, so what lies between launches is not known */
} parts;

static int add_class(const ts_decode_bench *m, parts *p, int c, ts_error *err)
{
    bool token = c == TS_MAX_CLASSES;
    const ts_class *class = token ? NULL : &p->breakdown->class[c];
    const ts_class_time *t = &p->breakdown->each[c];
    ts_result *r = &p->line[c];
    r->name = token ? "token" : class->name;
    r->launches = t->calls;
    if (ts_session_fill(m->b->session, r, &t->rounds, t->calls * m->ceilings.floor,
                        m->cached || (!token && !class->streams), err))
        return -1;
    p->refused |= ts_sheet_is_refused(r);
    return ts_session_rounds(m->b->session, r, &t->rounds, err);
}

static int add(const ts_decode_bench *m, parts *p, int ctx, ts_error *err)
{
    ts_result r = ts_decode_result(m, "breakdown", ctx, 0, m->gen.at[0], " --breakdown");
    r.unit = "us";
    r.tokens = 1;
    for (int c = 0; c <= TS_MAX_CLASSES; c++) {
        p->line[c] = r;
        if (p->breakdown->each[c].calls && add_class(m, p, c, err)) return -1;
    }
    r.name = "between launches";
    r.why = "derived: the token less the sum of the classes; below 0 where launches overlap";
    if (p->refused)
        r.why = "not known: a class or the token itself was refused";
    else
        r.value = 1e6 * p->breakdown->between;
    r.floor_us = NAN;
    return ts_session_add(m->b->session, &r, NULL, 0, err);
}

static void print(const parts *p)
{
    const ts_breakdown *b = p->breakdown;
    const ts_rounds *all = &b->each[TS_MAX_CLASSES].rounds;
    const char *why = all->noisy ? "disturbed" : "overlapping, or disturbed";
    char more[32] = "";
    if (all->noisy || all->dropped)
        snprintf(more, sizeof more, all->noisy ? "noisy" : "%d dropped", all->dropped);
    ts_sheet_text(
        "\none token behind %.0f cached positions, each launch timed alone, %d rounds; floor: "
        "as many empty launches",
        p->line[0].context, all->counted);
    ts_sheet_head(sheet);
    for (int c = 0; c <= TS_MAX_CLASSES; c++) {
        const ts_result *r = &p->line[c];
        bool token = c == TS_MAX_CLASSES;
        ts_sheet_row row = {.label = token ? "token, replayed" : r->name,
                            .line = r,
                            .x = token      ? more
                                 : r->bound ? r->bound
                                            : "-",
                            .X = 1e-4 * r->value / b->token};
        if (token && p->refused)
            ts_sheet_text("%-20s %6s %10s %9s", "between launches", "", "", "-");
        else if (token)
            ts_sheet_text("%-20s %6s %10s %9.3f %8s %6.1f %9s %8s  %s", "between launches", "", "",
                          1e3 * b->between, "", 100 * b->between / b->token, "", "",
                          b->between < 0 ? why : "");
        if (b->each[c].calls) ts_sheet_figures(sheet, &row);
    }
    for (int c = 0; c <= TS_MAX_CLASSES; c++)
        if (ts_sheet_is_refused(&p->line[c])) ts_sheet_refused(p->line[c].name, p->line[c].why);
}

int ts_decode_parts(const ts_decode_bench *m, int ctx, ts_error *err)
{
    ts_decoding d;
    parts p = {.refused = false};
    ts_effort effort = ts_decode_effort(m);
    ts_rounds token;
    ts_breakdown *b = NULL;
    int rc = ts_decoding_begin(&d, m->engine, TS_PASS_GENERATE, (uint32_t)ctx, m->gen.at[0], err);
    if (!rc) b = ts_breakdown_new(&d, err);
    rc = b ? ts_decode_measure(m, "timing each launch", &effort, ts_breakdown_work, b, &token, err)
           : -1;
    if (!rc) {
        ts_breakdown_close(b, &token);
        p.breakdown = b;
        rc = add(m, &p, ctx, err);
    }
    if (!rc) print(&p);
    ts_breakdown_free(b);
    ts_decoding_end(&d);
    return rc;
}

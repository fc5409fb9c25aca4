/* bench_decode_parts.c - `tessera bench decode --breakdown`: where the time of a token goes, by class of
 * kernels. */
#include "tool/bench.h"

#include <math.h>
#include <stdio.h>

/* Of the token itself, or of a class of it; *refused is set where it was. */
static int add_class(const ts_decode_bench *m, const ts_breakdown *b, ts_result r, int c,
                     bool *refused, ts_error *err)
{
    bool token = c == TS_MAX_CLASSES;
    const ts_class *class = token ? NULL : &b->class[c];
    const ts_class_time *t = &b->each[c];
    if (!t->calls) return 0;
    r.name = token ? "token" : class->name;
    r.launches = t->calls;
    int bad = ts_session_rounds(m->b->session, &r, &t->rounds, t->calls * m->ceilings.floor,
                                m->cached || (!token && !class->streams), err);
    *refused |= ts_same(r.verdict, "refused");
    return bad;
}

static int add(const ts_decode_bench *m, const ts_breakdown *b, int ctx, ts_error *err)
{
    bool refused = false;
    ts_result r = ts_decode_result(m, "breakdown", ctx, 0, m->gen.at[0], " --breakdown");
    r.unit = "us";
    r.tokens = 1;
    for (int c = 0; c <= TS_MAX_CLASSES; c++)
        if (add_class(m, b, r, c, &refused, err)) return -1;
    r.name = "between launches";
    r.why = "derived: the token less the sum of the classes; below 0 where launches overlap";
    if (refused)
        r.why = "not known: a class or the token itself was refused";
    else
        r.value = 1e6 * b->between;
    r.floor_us = NAN;
    return ts_session_add(m->b->session, &r, NULL, 0, err);
}

static int print(const ts_decode_bench *m, int ctx, int rounds, ts_error *err)
{
    ts_sheet_text("\none token behind %d cached positions, each launch timed alone, %d rounds; "
                  "floor: as many empty launches",
                  ctx, rounds);
    return ts_sheet_head(m->b->session, "parts", err) ||
                   ts_sheet_put(m->b->session, "parts", NAN, err)
               ? -1
               : 0;
}

int ts_decode_parts(const ts_decode_bench *m, int ctx, ts_error *err)
{
    ts_decoding d;
    ts_rounds token;
    ts_breakdown *b = NULL;
    int rc = ts_decoding_begin(&d, m->engine, TS_PASS_GENERATE, (uint32_t)ctx, m->gen.at[0], err);
    if (!rc) b = ts_breakdown_new(&d, err);
    rc = b ? ts_decode_measure(m, "timing each launch", 0, ts_breakdown_work, b, &token, err) : -1;
    if (!rc) {
        ts_breakdown_close(b, &token);
        rc = add(m, b, ctx, err);
    }
    if (!rc) rc = print(m, ctx, token.counted, err);
    ts_breakdown_free(b);
    ts_decoding_end(&d);
    return rc;
}

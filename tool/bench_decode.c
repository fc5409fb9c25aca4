/* bench_decode.c - `tessera bench decode`: whole tokens. */
#include <stdio.h>
#include <stdlib.h>

#include "tessera/engine.h"
#include "tool/bench.h"

typedef struct decoding {
    ts_engine *engine;
    uint32_t context;
    int tokens;
} decoding;

static int decode_some(void *arg, ts_done *done, ts_error *err)
{
    decoding *d = arg;
    const ts_engine_info *info = ts_engine_describe(d->engine);
    ts_engine_rewind(d->engine, d->context);
    double start = ts_seconds();
    for (int i = 0; i < d->tokens; i++)
        if (ts_engine_advance(d->engine, err)) return -1;
    int32_t id; /* reading it waits for the device */
    if (ts_engine_greedy(d->engine, &id, err)) return -1;
    done->seconds = ts_seconds() - start;
    done->units = d->tokens;
    double middle = d->context + d->tokens / 2.0;
    done->bytes = d->tokens * ((double)info->token_bytes + middle * (double)info->position_bytes);
    return 0;
}

static int measure(ts_bench *b, decoding *d, ts_error *err)
{
    ts_rounds r;
    ts_ceilings c = {0};
    ts_roofline roof;
    ts_done warm;
    size_t bytes;
    const void *block = ts_engine_largest(d->engine, &bytes);
    ts_effort effort = {.least = b->o->rounds, .within = 0.02, .seconds = b->o->seconds};
    int rc = ts_bench_ceilings(b, ts_engine_device(d->engine), block, bytes, false, &c, err);
    if (!rc) rc = ts_engine_pretend(d->engine, d->context, err) || decode_some(d, &warm, err);
    if (!rc) rc = ts_rounds_run(&r, &effort, c.reader, decode_some, d, err);
    if (!rc) {
        ts_result line = ts_result_blank();
        ts_roofline_of(&r, c.fma, 0, false, &roof);
        line.bench = "decode";
        line.name = ts_engine_describe(d->engine)->name;
        line.unit = "tok/s";
        line.context = d->context;
        line.tokens = d->tokens;
        if (!b->o->json)
            printf("decode at context %u: %.2f tok/s, %.1f %% of reading\n", d->context,
                   1 / r.each.mid, 100 * r.share.mid);
        rc = ts_session_rounds(b->session, &line, &r, &roof, err);
    }
    ts_ceilings_free(&c);
    return rc;
}

int ts_bench_decode(ts_bench *b, ts_error *err)
{
    decoding d = {.context = b->o->ctx ? (uint32_t)atoi(b->o->ctx) : 16,
                  .tokens = b->o->gen ? atoi(b->o->gen) : 16};
    ts_engine_options o = {.model = b->o->model ? b->o->model : "synthetic:r1-distill-1.5b",
                           .device = b->o->device,
                           .threads = b->o->threads,
                           .kv = TS_NDTYPE};
    d.engine = ts_engine_open(&o, err);
    int rc = d.engine ? measure(b, &d, err) : -1;
    ts_engine_close(d.engine);
    return rc;
}

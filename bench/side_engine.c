/* side_engine.c - a side that decodes in this process (side.h): back to the context, `tokens` tokens, and again
 * as often as makes a sample long enough for the marks of noise.h to say something. */
#include "bench/side.h"

#include <stdio.h>
#include <stdlib.h>

#include "bench/decode.h"
#include "tool/tool.h"

static int open_engine(ts_side *s, ts_error *err)
{
    char name[4096], without[TS_SIDE_TEXT] = "";
    const ts_side_spec *o = s->spec;
    ts_decoding *d = s->state = calloc(1, sizeof *d);
    if (!d) return ts_fail(err, "no memory for a side");
    if (ts_side_model(o, name, sizeof name, err)) return -1;
    ts_model_options how = {.model = name,
                            .device = o->device,
                            .threads = o->threads,
                            .ctx = (uint32_t)(o->context + s->work.tokens + 2),
                            .kv = ts_tool_dtype(o->kv, TS_NDTYPE),
                            .progress = s->work.progress,
                            .begins = s->work.begins,
                            .arg = s->work.arg};
    /* Names have a comma between them there, which here ends a key. */
    if (o->without) snprintf(without, sizeof without, "%s", o->without);
    for (char *p = without; *p; p++)
        if (*p == '+') *p = ',';
    how.without = without;
    if (ts_ablation_names(without, err)) return -1;
    ts_sequence *e = d->engine = ts_sequence_open(&how, err);
    if (!e) return -1;
    s->device = ts_model_device(ts_sequence_model(e));
    snprintf(s->what, sizeof s->what, "%.100s on %.400s", ts_sequence_describe(e)->name,
             ts_device_name(s->device));
    if (ts_decoding_begin(d, e, TS_PASS_GENERATE, (uint32_t)o->context, s->work.tokens, err))
        return -1;
    d->passes = 1 + (int)(s->work.least / d->seconds);
    return 0;
}

static int sample_engine(ts_side *s, ts_done *done, ts_error *err)
{
    return ts_ablate_work(s->state, done, err);
}

static void close_engine(ts_side *s)
{
    ts_decoding *d = s->state;
    if (!d) return;
    ts_decoding_end(d);
    ts_sequence_close(d->engine);
    free(d);
}

const ts_side_kind ts_side_engine = {open_engine, sample_engine, close_engine};

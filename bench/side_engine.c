/* side_engine.c - a side that decodes in this process (side.h).
 *
 * One sample: back to the context, `tokens` tokens, and again until it has lasted long enough for the
 * marks of noise.h to say something; so a small model is fed at the same positions as a large one.
 */
#include "bench/side_int.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "tessera/sequence.h"
#include "tool/tool.h"

/* Threads of the other side spin for a tenth of a millisecond before they sleep (rt/pool.h). */
enum { SETTLE_NS = 2 * 1000 * 1000 };

void ts_side_settle(void)
{
    nanosleep(&(struct timespec){0, SETTLE_NS}, NULL);
}

void ts_side_list(const char *said, char list[TS_SIDE_TEXT])
{
    snprintf(list, TS_SIDE_TEXT, "%s", said ? said : "");
    for (char *p = list; *p; p++)
        if (*p == '+') *p = ',';
}

static int open_engine(ts_side *s, ts_error *err)
{
    char name[4096], without[TS_SIDE_TEXT], tuning[TS_SIDE_TEXT];
    const ts_side_spec *o = s->spec;
    if (ts_side_model(o, name, sizeof name, err)) return -1;
    ts_model_options how = {.model = name,
                            .device = o->device,
                            .threads = o->threads,
                            .ctx = (uint32_t)(o->context + s->work.tokens + 2),
                            .kv = ts_tool_dtype(o->kv, TS_NDTYPE),
                            .progress = s->work.progress,
                            .begins = s->work.begins,
                            .arg = s->work.arg};
    ts_side_list(o->without, without);
    ts_side_list(o->tuning, tuning);
    how.without = without;
    how.tuning = o->tuning ? tuning : NULL;
    if (ts_ablation_names(without, err)) return -1;
    ts_sequence *e = s->state = ts_sequence_open(&how, err);
    if (!e) return -1;
    snprintf(s->what, sizeof s->what, "%.100s on %.400s", ts_sequence_describe(e)->name,
             ts_device_name(ts_model_device(ts_sequence_model(e))));
    return ts_sequence_pretend(e, (uint32_t)o->context, err);
}

static int decode(ts_side *s, ts_error *err)
{
    int32_t id; /* reading it waits for the device */
    ts_sequence_rewind(s->state, (uint32_t)s->spec->context);
    for (int i = 0; i < s->work.tokens; i++)
        if (ts_sequence_advance(s->state, err)) return -1;
    return ts_sequence_greedy(s->state, &id, err);
}

static int sample_engine(ts_side *s, ts_done *done, ts_error *err)
{
    ts_side_settle();
    double start = ts_seconds();
    do {
        if (decode(s, err)) return -1;
        done->units += s->work.tokens;
        done->seconds = ts_seconds() - start;
    } while (done->seconds < s->work.least);
    return 0;
}

static void close_engine(ts_side *s)
{
    ts_sequence_close(s->state);
}

static const ts_device *device_of_engine(const ts_side *s)
{
    return s->state ? ts_model_device(ts_sequence_model(s->state)) : NULL;
}

const ts_side_kind ts_side_engine = {open_engine, sample_engine, close_engine, device_of_engine};

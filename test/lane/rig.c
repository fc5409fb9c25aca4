/* rig.c - see rig.h. Bytes before the data are canaries: a kernel that changes them is an error. */
#include "test/lane/rig.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tessera/compile.h"

enum { AHEAD = 64, CANARY = 0x5a };

bool ts_rig_open(struct ts_rig *rig, size_t nth, int threads, ts_kern *const *k, size_t n,
                 ts_error *err)
{
    char spec[32];
    const char *line = ts_device_list(nth);
    *rig = (struct ts_rig){0};
    if (!line || strncmp(line, "cpu:", 4) || sscanf(line, "%31s", spec) != 1) return false;
    rig->dev = ts_device_open(spec, threads, err);
    const ts_target *target = rig->dev ? ts_target_find(ts_device_target(rig->dev), err) : NULL;
    size_t bytes = 0;
    char *text = target ? ts_emit(k, n, target, &bytes, err) : NULL;
    if (text) rig->module = ts_module_load(rig->dev, text, bytes, err);
    free(text);
    if (rig->module) return true;
    ts_rig_close(rig);
    return false;
}

void ts_rig_close(struct ts_rig *rig)
{
    ts_module_free(rig->module);
    ts_device_close(rig->dev);
    *rig = (struct ts_rig){0};
}

static size_t shift(ts_dtype t)
{
    size_t bytes = (size_t)(ts_dtypes[t].bits + 7) / 8;
    return AHEAD - 3 * bytes;
}

static ts_buffer *upload(struct ts_rig *rig, const struct ts_gen_data *d, int p, ts_error *err)
{
    char ahead[AHEAD];
    size_t at = shift(d->type[p]);
    memset(ahead, CANARY, sizeof ahead);
    ts_buffer *b = ts_buffer_new(rig->dev, at + d->bytes[p], err);
    if (b) ts_buffer_put(b, 0, ahead, at, err);
    if (b) ts_buffer_put(b, at, d->buffer[p], d->bytes[p], err);
    return b;
}

static void download(ts_buffer *b, struct ts_gen_data *d, int p, ts_error *err)
{
    unsigned char ahead[AHEAD];
    size_t at = shift(d->type[p]);
    ts_buffer_get(b, 0, ahead, at, err);
    ts_buffer_get(b, at, d->buffer[p], d->bytes[p], err);
    for (size_t i = 0; i < at; i++)
        if (ahead[i] != CANARY) ts_fail(err, "param %s: written before its start", d->name[p]);
}

int ts_rig_run(struct ts_rig *rig, const ts_kern *k, struct ts_gen_data *d, ts_error *err)
{
    ts_launch launch = {.module = rig->module, .kernel = k->name};
    ts_buffer *buffer[TS_MAX_BUFFERS] = {0};
    ts_buffer *cells = ts_buffer_new(rig->dev, sizeof d->size, err);
    if (cells) ts_buffer_put(cells, 0, d->size, sizeof d->size, err);
    for (int i = 0; i < d->sizes; i++) launch.size[i] = (ts_ref){cells, 4 * (size_t)i};
    for (int p = 0; p < d->params; p++) {
        buffer[p] = upload(rig, d, p, err);
        launch.arg[p] = (ts_ref){buffer[p], shift(d->type[p])};
    }
    ts_step *step = ts_failed(err) ? NULL : ts_step_record(rig->dev, &launch, 1, err);
    if (step && !ts_step_run(step, err))
        for (int p = 0; p < d->params; p++) download(buffer[p], d, p, err);
    ts_step_free(step);
    for (int p = 0; p < d->params; p++) ts_buffer_free(buffer[p]);
    ts_buffer_free(cells);
    return ts_failed(err) ? -1 : 0;
}

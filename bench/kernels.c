/* kernels.c - see kernels.h. */
#include "bench/kernels.h"

#include <stdlib.h>
#include <string.h>

#include "tessera/compile.h"

enum {
    LARGE = 1 << 18,      /* elements from which an input counts as weights */
    SMALL_LAUNCHES = 200, /* of kernels that read no weights */
    SWEEP = 1 << 30,      /* bytes of weights that one timing reads, if the block has them */
};

struct ts_kernel_bench {
    ts_step *step;
    ts_module *module;
    ts_buffer *block, *cells, *buffer[TS_MAX_PARAMS];
    ts_buffer **out; /* of all launches, when they are not chained */
    size_t outs;
    int launches;
    bool streams, chained;
    double bytes; /* of all launches, by the suite's count */
};

static bool is_weights(const ts_param *p, const ts_shape *s)
{
    return p->mode == TS_IN && p->type == s->weight && p->n >= LARGE;
}

/* Values around 0 that differ from buffer to buffer. */
static int fill(ts_buffer *b, const ts_param *p, uint64_t seed, ts_error *err)
{
    size_t bytes = ts_storage(p->type, p->n), each = ts_storage(p->type, 1);
    unsigned char *data = calloc(1, bytes + 4);
    if (!data) return ts_fail(err, "no memory for %zu bytes of input", bytes);
    for (size_t i = 0; i < p->n; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        uint32_t code = ts_encode(p->type, (double)(int32_t)(seed >> 32) / 2147483648.0);
        if (p->type == TS_u32 || p->type == TS_i32) code = 0;
        memcpy(data + i * each, &code, each);
    }
    int rc = ts_buffer_put(b, 0, data, bytes, err);
    free(data);
    return rc;
}

static int make_buffers(ts_kernel_bench *b, ts_device *dev, const ts_shape *s, const ts_param *p,
                        int n, ts_error *err)
{
    for (int i = 0; i < n; i++) {
        if (is_weights(&p[i], s)) continue;
        b->buffer[i] = ts_buffer_new(dev, ts_storage(p[i].type, p[i].n), err);
        if (!b->buffer[i]) return -1;
        if (p[i].mode != TS_OUT && fill(b->buffer[i], &p[i], (uint64_t)i + 1, err)) return -1;
    }
    b->cells = ts_buffer_new(dev, 64, err);
    return b->cells ? 0 : -1;
}

static int load(ts_kernel_bench *b, ts_device *dev, const ts_kernel_def *def, const ts_shape *s,
                ts_error *err)
{
    const ts_target *target = ts_target_find(ts_device_target(dev), err);
    ts_kern *k = target ? ts_kernel_trace(def, 0, s, err) : NULL;
    size_t bytes = 0;
    char *text = k ? ts_emit(&k, 1, target, &bytes, err) : NULL;
    if (text) b->module = ts_module_load(dev, text, bytes, err);
    free(text);
    ts_free(k);
    return b->module ? 0 : -1;
}

/* The case that the suite lists last is the largest one: the full vocabulary, the full cache. */
static void sizes_of(const ts_kernel_def *def, const ts_shape *s, int32_t *size)
{
    ts_case c[TS_MAX_CASES];
    int n = def->cases(s, c);
    for (int i = 0; i < n; i++)
        for (int j = 0; j < TS_MAX_CASE_SIZES; j++)
            if (c[i].size[j] > size[j]) size[j] = c[i].size[j];
}

static size_t weights_bytes(const ts_param *p, int n, const ts_shape *s)
{
    size_t bytes = 0;
    for (int i = 0; i < n; i++)
        if (is_weights(&p[i], s)) bytes += ts_storage(p[i].type, p[i].n);
    return bytes;
}

/* The buffer of parameter i for a launch that must not wait for its neighbours. */
static ts_buffer *own_output(ts_kernel_bench *b, ts_device *dev, const ts_param *p, ts_error *err)
{
    ts_buffer *out = ts_buffer_new(dev, ts_storage(p->type, p->n), err);
    if (out) b->out[b->outs++] = out;
    return out;
}

static int record(ts_kernel_bench *b, ts_device *dev, const ts_kernel_def *def, const ts_shape *s,
                  const ts_param *p, ts_launch *launch, ts_error *err)
{
    size_t at = 0, n = (size_t)b->launches;
    for (size_t l = 0; l < n && !ts_failed(err); l++) {
        launch[l].module = b->module;
        launch[l].kernel = def->name;
        for (int i = 0; i < def->build_params; i++) {
            bool w = is_weights(&p[i], s), apart = !b->chained && b->streams && p[i].mode == TS_OUT;
            launch[l].arg[i] = (ts_ref){w ? b->block : b->buffer[i], w ? at : 0};
            if (apart) launch[l].arg[i].buffer = own_output(b, dev, &p[i], err);
            if (w) at += ts_storage(p[i].type, p[i].n);
        }
        for (int i = 0; i < TS_MAX_CASE_SIZES && def->sizes[i]; i++)
            launch[l].size[i] = (ts_ref){b->cells, 4 * (size_t)i};
    }
    if (!ts_failed(err)) b->step = ts_step_record(dev, launch, n, err);
    return b->step ? 0 : -1;
}

static int record_all(ts_kernel_bench *b, ts_device *dev, const ts_kernel_def *def,
                      const ts_shape *s, const ts_param *p, ts_error *err)
{
    size_t n = (size_t)b->launches;
    ts_launch *launch = calloc(n, sizeof *launch);
    b->out = calloc(n * TS_MAX_PARAMS, sizeof(*b->out));
    int rc = -1;
    if (launch && b->out)
        rc = record(b, dev, def, s, p, launch, err);
    else
        ts_fail(err, "no memory for %d launches", b->launches);
    free(launch);
    return rc;
}

static int make(ts_kernel_bench *b, ts_device *dev, const ts_kernel_def *def, const ts_shape *s,
                const void *block, size_t bytes, ts_error *err)
{
    ts_param p[TS_MAX_PARAMS];
    int n = def->params(s, p);
    int32_t size[TS_MAX_CASE_SIZES] = {0};
    size_t weights = weights_bytes(p, n, s);
    if (weights > bytes) return ts_fail(err, "%s reads more weights than there are", def->name);
    b->launches = SMALL_LAUNCHES;
    if (weights) b->launches = (int)((bytes < SWEEP ? bytes : SWEEP) / weights);
    if (weights && b->launches < 1) b->launches = 1;
    sizes_of(def, s, size);
    b->streams = weights && def->bytes(s, size) > weights / 2; /* a lookup touches one row */
    b->bytes = (double)b->launches * (double)def->bytes(s, size);
    b->block = ts_buffer_wrap(dev, block, bytes, err);
    if (!b->block || make_buffers(b, dev, s, p, n, err) || load(b, dev, def, s, err)) return -1;
    if (ts_buffer_put(b->cells, 0, size, sizeof size, err)) return -1;
    return record_all(b, dev, def, s, p, err);
}

ts_kernel_bench *ts_kernel_bench_new(ts_device *dev, const ts_kernel_def *def,
                                     const ts_shape *shape, const void *block, size_t bytes,
                                     bool chained, ts_error *err)
{
    ts_kernel_bench *b = calloc(1, sizeof *b);
    if (b) b->chained = chained;
    if (b && !make(b, dev, def, shape, block, bytes, err)) return b;
    if (!b) ts_fail(err, "no memory to time %s", def->name);
    ts_kernel_bench_free(b);
    return NULL;
}

void ts_kernel_bench_free(ts_kernel_bench *b)
{
    if (!b) return;
    ts_step_free(b->step);
    ts_module_free(b->module);
    for (int i = 0; i < TS_MAX_PARAMS; i++) ts_buffer_free(b->buffer[i]);
    while (b->outs) ts_buffer_free(b->out[--b->outs]);
    free(b->out);
    ts_buffer_free(b->block);
    ts_buffer_free(b->cells);
    free(b);
}

int ts_kernel_bench_work(void *arg, double *bytes, double *seconds, ts_error *err)
{
    ts_kernel_bench *b = arg;
    double start = ts_seconds();
    int32_t cell; /* reading it waits for the device */
    if (ts_step_run(b->step, err) || ts_buffer_get(b->cells, 0, &cell, sizeof cell, err)) return -1;
    *seconds = ts_seconds() - start;
    *bytes = b->bytes;
    return 0;
}

int ts_kernel_bench_launches(const ts_kernel_bench *b)
{
    return b->launches;
}

bool ts_kernel_bench_streams(const ts_kernel_bench *b)
{
    return b->streams;
}

/* kernels.c - see kernels.h. */
#include "bench/kernels.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "check/arrays.h"
#include "check/check.h"
#include "compile/plan.h"
#include "tile/ir.h"
#include "tool/tool.h"

enum {
    LARGE = 1 << 18,     /* elements from which an input counts as weights */
    MOST_LAUNCHES = 200, /* in a sample */
    PRIVATE = 256 << 20, /* bytes of buffers that belong to single launches, at most */
    ALIGNED = 64,        /* of the pieces of the block */
};

struct ts_kernel_bench {
    const ts_kernel_def *def;
    ts_bench_place place;
    ts_bench_mode mode;
    ts_case timed;
    ts_traced *kernel;
    int params;
    ts_arrays arrays;        /* what is in the buffers at first */
    ts_module *module, *own; /* in use; made here */
    ts_step *step;
    ts_buffer *block, *cells;
    ts_buffer *
        *buffer; /* of launch l and parameter i: [l * params + i]; NULL: cut from the block */
    int launches, owned;
    bool lookup; /* touches a row of its weights, not all of them */
    size_t rows; /* of the largest weights */
};

const char *ts_bench_mode_name(ts_bench_mode m)
{
    static const char *const names[] = {"cold", "hot", "overlap"};
    return names[m];
}

/* ---- what one launch is ---- */

static void largest_case(const ts_kernel_def *def, const ts_shape *s, ts_case *c)
{
    ts_case all[TS_MAX_CASES] = {0};
    int n = def->cases(s, all);
    *c = all[0];
    for (int i = 1; i < n; i++)
        if (all[i].size[0] > c->size[0]) *c = all[i];
}

/* Codes may be read as the words that they lie in. */
static bool is_weights(const ts_traced *t, const ts_shape *s, int i)
{
    const ts_param *p = &t->param[i];
    ts_dtype weights = ts_shape_dtype_of(t->def->suite, s, NULL);
    bool words = weights != TS_NDTYPE && p->type == TS_i32 && ts_storage(weights, 8) < 8;
    return p->mode == TS_IN && p->n >= LARGE && (p->type == weights || words);
}

static size_t piece(const ts_param *p)
{
    return (ts_storage(p->type, p->n) + ALIGNED - 1) / ALIGNED * ALIGNED;
}

/* Bytes that a launch takes from the block, and those it has to itself. */
static void price(const ts_traced *t, const ts_shape *s, size_t *cut, size_t *own)
{
    *cut = *own = 0;
    for (int i = 0; i < t->params; i++) *(is_weights(t, s, i) ? cut : own) += piece(&t->param[i]);
}

static size_t in_pages(size_t bytes)
{
    enum { PAGE = 4096 };
    return (bytes + PAGE) / PAGE * PAGE;
}

int ts_kernel_bench_weights(const ts_kernel_def *const *kernel, const ts_shape *s, size_t *bytes,
                            ts_error *err)
{
    *bytes = 0;
    do {
        size_t cut, own;
        ts_traced *t = ts_kernel_traced(*kernel, s, err);
        if (!t) return -1;
        price(t, s, &cut, &own);
        ts_traced_free(t);
        if (cut > *bytes) *bytes = cut;
    } while (*++kernel);
    *bytes = in_pages(*bytes);
    return 0;
}

int ts_kernel_bench_furnish(ts_bench_place *place, const ts_kernel_def *const *kernel,
                            size_t enough, ts_error *err)
{
    if (ts_kernel_bench_weights(kernel, place->shape, &place->bytes, err)) return -1;
    if (place->bytes < enough) place->bytes = in_pages(enough);
    ts_dtype weights = ts_shape_dtype_of((*kernel)->suite, place->shape, NULL);
    place->block = ts_kernel_bench_block(weights, place->bytes, err);
    return place->block ? 0 : -1;
}

/* ---- buffers ---- */

static int fill_one(const ts_kernel_bench *b, ts_buffer *to, int i, int launch, ts_error *err)
{
    const ts_array *a = &b->arrays.a[i];
    uint32_t row = (uint32_t)launch * 2654435761u % (uint32_t)(b->rows ? b->rows : 1);
    bool token = b->lookup && a->p.type == TS_u32 && a->p.mode == TS_IN;
    return ts_buffer_put(to, 0, token ? (const void *)&row : a->raw + a->at, a->bytes, err);
}

static int make_buffers(ts_kernel_bench *b, int launches, ts_error *err)
{
    int sets = b->mode == TS_BENCH_HOT ? 1 : launches;
    b->buffer = calloc((size_t)(sets * b->params), sizeof(*b->buffer));
    if (!b->buffer) return ts_fail(err, "no memory for the buffers of %d launches", sets);
    b->owned = sets * b->params;
    for (int l = 0; l < sets; l++)
        for (int i = 0; i < b->params; i++) {
            if (is_weights(b->kernel, b->place.shape, i)) continue;
            ts_buffer *made = ts_buffer_new(b->place.device, b->arrays.a[i].bytes, err);
            b->buffer[l * b->params + i] = made;
            if (!made || fill_one(b, made, i, l, err)) return -1;
        }
    return 0;
}

static void free_buffers(ts_kernel_bench *b)
{
    while (b->owned) ts_buffer_free(b->buffer[--b->owned]);
    free(b->buffer);
    b->buffer = NULL;
}

/* ---- recording ---- */

static void refs_of(const ts_kernel_bench *b, int launch, size_t *at, ts_ref *ref)
{
    bool hot = b->mode == TS_BENCH_HOT;
    if (hot || b->lookup) *at = 0;
    for (int i = 0; i < b->params; i++) {
        bool cut = is_weights(b->kernel, b->place.shape, i);
        ts_buffer *own = b->buffer[(hot ? 0 : launch) * b->params + i];
        ref[i] = (ts_ref){cut ? b->block : own, cut ? *at : 0};
        if (cut) *at += piece(&b->kernel->param[i]);
    }
}

static void put(const ts_kernel_bench *b, int stage, const ts_ref *ref, ts_launch *to)
{
    const ts_takes *takes = &b->kernel->takes[stage];
    *to = (ts_launch){.module = b->module, .kernel = ts_kernel_name(b->kernel->kernel[stage])};
    for (int i = 0; i < takes->params; i++) to->arg[i] = ref[takes->param[i]];
    for (int i = 0; i < takes->sizes; i++)
        to->size[i] = (ts_ref){b->cells, sizeof(int32_t) * (size_t)takes->size[i]};
    to->after = stage == 0 && b->mode != TS_BENCH_OVERLAP;
}

static int record(ts_kernel_bench *b, int launches, ts_error *err)
{
    int stages = b->kernel->stages;
    size_t n = (size_t)(launches * stages), at = 0;
    ts_launch *launch = calloc(n, sizeof *launch);
    ts_ref *ref = calloc((size_t)b->params, sizeof *ref);
    for (int l = 0; launch && ref && l < launches; l++) {
        refs_of(b, l, &at, ref);
        for (int stage = 0; stage < stages; stage++)
            put(b, stage, ref, &launch[l * stages + stage]);
    }
    if (launch && ref)
        b->step = ts_step_record(b->place.device, launch, n, err);
    else
        ts_fail(err, "no memory for %d launches", launches);
    b->launches = launches;
    free(launch);
    free(ref);
    return b->step ? 0 : -1;
}

static int prepare(ts_kernel_bench *b, int launches, ts_error *err)
{
    ts_step_free(b->step);
    b->step = NULL;
    free_buffers(b);
    return make_buffers(b, launches, err) || record(b, launches, err) ? -1 : 0;
}

/* ---- the whole ---- */

static int most_launches(const ts_kernel_bench *b)
{
    size_t cut, own, most = MOST_LAUNCHES;
    price(b->kernel, b->place.shape, &cut, &own);
    if (b->mode == TS_BENCH_HOT) return MOST_LAUNCHES;
    if (cut && !b->lookup && b->place.bytes / cut < most) most = b->place.bytes / cut;
    if (own && PRIVATE / own < most) most = PRIVATE / own;
    return most < 1 ? 1 : (int)most;
}

/* One launch first, to see how many fill a sample. */
static int settle(ts_kernel_bench *b, ts_error *err)
{
    ts_done one = {0};
    int most = most_launches(b);
    if (prepare(b, 1, err) || ts_kernel_bench_work(b, &one, err)) return -1;
    if (ts_kernel_bench_work(b, &one, err)) return -1;
    double fit = 0.4 * ts_sample_least / (one.seconds + 1e-9);
    int launches = fit < 1 ? 1 : fit < most ? (int)fit : most;
    return launches > 1 ? prepare(b, launches, err) : 0;
}

static size_t rows_of(const ts_kernel_bench *b)
{
    const ts_param *most = NULL;
    for (int i = 0; i < b->params; i++)
        if (is_weights(b->kernel, b->place.shape, i) && (!most || b->kernel->param[i].n > most->n))
            most = &b->kernel->param[i];
    return most ? most->dim[0] : 0;
}

static int set_up(ts_kernel_bench *b, ts_error *err)
{
    const ts_kernel_def *def = b->def;
    const ts_shape *s = b->place.shape;
    size_t cut, own;
    b->kernel = ts_kernel_traced(def, s, err);
    if (!b->kernel) return -1;
    b->params = b->kernel->params;
    largest_case(def, s, &b->timed);
    price(b->kernel, s, &cut, &own);
    if (cut > b->place.bytes)
        return ts_fail(err, "a launch of %s takes %zu bytes of weights, but only %zu are there",
                       def->name, cut, b->place.bytes);
    b->lookup = cut && def->bytes(s, b->timed.size) < cut / 2;
    b->rows = rows_of(b);
    if (ts_arrays_make(&b->arrays, b->kernel, s, 0, err)) return -1;
    ts_arrays_draw(&b->arrays, &b->timed, TS_DATA_NORMAL, 1);
    b->module = b->own = ts_check_load(def, s, b->place.device, err);
    if (!b->module) return -1;
    b->block = ts_buffer_wrap(b->place.device, b->place.block, b->place.bytes, err);
    b->cells = ts_buffer_new(b->place.device, sizeof b->timed.size, err);
    if (!b->block || !b->cells) return -1;
    if (ts_buffer_put(b->cells, 0, b->timed.size, sizeof b->timed.size, err)) return -1;
    return settle(b, err);
}

ts_kernel_bench *ts_kernel_bench_new(const ts_kernel_def *def, const ts_bench_place *place,
                                     ts_bench_mode mode, ts_error *err)
{
    ts_kernel_bench *b = calloc(1, sizeof *b);
    if (!b) {
        ts_fail(err, "no memory to time %s", def->name);
        return NULL;
    }
    b->def = def;
    b->place = *place;
    b->mode = mode;
    if (!set_up(b, err)) return b;
    ts_kernel_bench_free(b);
    return NULL;
}

void ts_kernel_bench_free(ts_kernel_bench *b)
{
    if (!b) return;
    ts_step_free(b->step);
    free_buffers(b);
    ts_buffer_free(b->block);
    ts_buffer_free(b->cells);
    ts_module_free(b->own);
    ts_arrays_free(&b->arrays);
    ts_traced_free(b->kernel);
    free(b);
}

int ts_kernel_bench_use(ts_kernel_bench *b, ts_module *module, ts_error *err)
{
    ts_step_free(b->step);
    b->step = NULL;
    b->module = module;
    return record(b, b->launches, err);
}

int ts_kernel_bench_work(void *arg, ts_done *done, ts_error *err)
{
    ts_kernel_bench *b = arg;
    const ts_shape *s = b->place.shape;
    if (ts_step_elapsed(b->step, &done->seconds, &done->by_device, err)) return -1;
    done->units = b->launches;
    done->bytes = done->units * (double)b->def->bytes(s, b->timed.size);
    done->flops = done->units * (double)b->def->flops(s, b->timed.size);
    return 0;
}

/* ---- proof ---- */

int ts_kernel_bench_check(const ts_kernel_bench *b, uint64_t seed, ts_error *err)
{
    ts_check_report report = {0};
    ts_check_run run = {.shape_name = "timed",
                        .shape = b->place.shape,
                        .device = b->place.device,
                        .module = {b->module, b->module},
                        .no_interpreter = true,
                        .seed = seed};
    if (!ts_check_kernel(b->def, &run, &report)) return 0;
    return ts_fail(err, "wrong result: %.600s", report.failure);
}

int ts_kernel_bench_check_timed(const ts_kernel_bench *b, uint64_t seed, ts_tally *tally,
                                ts_error *err)
{
    ts_check_report report = {0};
    ts_check_run run = {.shape_name = "timed",
                        .shape = b->place.shape,
                        .device = b->place.device,
                        .module = {b->module, b->module},
                        .no_interpreter = true,
                        .only = &b->timed,
                        .seed = seed};
    int bad = ts_check_kernel(b->def, &run, &report);
    *tally = report.device;
    return bad ? ts_fail(err, "wrong result: %.600s", report.failure) : 0;
}

static uint64_t mix(uint64_t hash, const unsigned char *data, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        hash = (hash ^ data[i]) * UINT64_C(0x100000001b3); /* FNV-1a */
    return hash;
}

/* Whether a stage reads the param of that name. */
static bool reads(const ts_kern *k, const char *name)
{
    for (size_t i = 0; i < k->n; i++) {
        const ts_op *o = &k->op[i];
        if (o->op != TS_load_ && o->op != TS_gather_) continue;
        if (!strcmp(k->op[ts_param_of_view(k, o->arg[0])].name, name)) return true;
    }
    return false;
}

/* An output of which a launch leaves the same bits each time: nothing of it is read. Of one that is changed in place only
 * the parts that no launch touches are. */
static bool is_made_anew(const ts_kernel_bench *b, int i)
{
    const ts_param *p = &b->arrays.a[i].p;
    for (int stage = 0; p->mode == TS_INOUT && stage < b->kernel->stages; stage++)
        if (reads(b->kernel->kernel[stage], p->name)) return false;
    return p->mode == TS_OUT || p->mode == TS_INOUT;
}

int ts_kernel_bench_print(const ts_kernel_bench *b, uint64_t *hash, ts_error *err)
{
    int last = b->mode == TS_BENCH_HOT ? 0 : b->launches - 1, rc = 0;
    *hash = UINT64_C(0xcbf29ce484222325);
    for (int i = 0; i < b->params && !rc; i++) {
        const ts_array *a = &b->arrays.a[i];
        if (!is_made_anew(b, i)) continue;
        unsigned char *data = malloc(a->bytes + 1);
        if (!data) return ts_fail(err, "no memory to read %zu bytes of output", a->bytes);
        rc = ts_buffer_get(b->buffer[last * b->params + i], 0, data, a->bytes, err);
        if (!rc) *hash = mix(*hash, data, a->bytes);
        free(data);
    }
    return rc;
}

int ts_kernel_bench_time(ts_kernel_bench *b, const ts_effort *effort, ts_reader *reader,
                         ts_rounds *rounds, bool *same, ts_error *err)
{
    uint64_t first = 0, last = 0;
    ts_done warm = {0};
    if (ts_kernel_bench_work(b, &warm, err) || ts_kernel_bench_print(b, &first, err)) return -1;
    if (ts_rounds_run(rounds, effort, reader, ts_kernel_bench_work, b, err)) return -1;
    if (ts_kernel_bench_print(b, &last, err)) return -1;
    *same = first == last;
    return 0;
}

/* ---- shapes and data ---- */

/* Of shapes that have one: as asked; else the default of models, where it may be that. */
static int choose_cache(const ts_suite *suite, ts_shape *s, const char *kv, ts_dtype weights,
                        ts_error *err)
{
    char cache[32];
    ts_error ignored = {0};
    snprintf(cache, sizeof cache, "kv=%s", kv ? kv : weights == TS_f32 ? "f32" : "f16");
    if (ts_shape_dtype_of(suite, s, "kv") == TS_NDTYPE) return 0;
    return ts_shape_set(suite, s, cache, kv ? err : &ignored) && kv ? -1 : 0;
}

ts_shape *ts_kernel_bench_shape(const ts_suite *suite, const char *name, const char *dtype,
                                const char *kv, const char *set, const ts_device *dev,
                                ts_error *err)
{
    const ts_target *target = ts_target_find(ts_device_target(dev), err);
    ts_shape *s = target ? ts_shape_new(suite, name, err) : NULL;
    ts_dtype weights = ts_tool_dtype(dtype, TS_bf16);
    if (!s) return NULL;
    ts_shape_dtype(suite, s, weights, false);
    if (!choose_cache(suite, s, kv, weights, err) && !ts_shape_fit(suite, s, set, target, err))
        return s;
    free(s);
    return NULL;
}

int ts_kernel_bench_fit(const ts_suite *suite, ts_shape *s, const ts_point *point,
                        const ts_device *dev, ts_error *err)
{
    const ts_target *target = ts_target_find(ts_device_target(dev), err);
    if (!target) return -1;
    suite->profile->fit(s, point);
    ts_shape_schedule(suite, s, target);
    return ts_shape_check(suite, s, err);
}

/* Once on the device, and what a check of it takes. */
int ts_kernel_bench_memory(const ts_kernel_def *def, const ts_shape *s, uint64_t *bytes,
                           ts_error *err)
{
    ts_traced *t = ts_kernel_traced(def, s, err);
    *bytes = 0;
    if (!t) return -1;
    for (int i = 0; i < t->params; i++)
        *bytes += ts_storage(t->param[i].type, t->param[i].n) + ts_array_memory(&t->param[i]);
    ts_traced_free(t);
    return 0;
}

/* As weights and what the reader reads lie in. */
static void *huge_pages(size_t bytes)
{
    enum { HUGE = 2 << 20 };
    if (bytes > SIZE_MAX - HUGE) return NULL;
    size_t whole = (bytes + HUGE - 1) / HUGE * HUGE;
    void *block = aligned_alloc(HUGE, whole);
    if (block) (void)madvise(block, whole, MADV_HUGEPAGE); /* only speed depends on it */
    return block;
}

/* A table of random codes is dealt out in random order: 1 GB in half a second. */
void *ts_kernel_bench_block(ts_dtype t, size_t bytes, ts_error *err)
{
    enum { CODES = 1 << 16 };
    if ((unsigned)t >= TS_NDTYPE) t = TS_f32; /* no shape has weights then, and nothing is cut */
    size_t each = ts_storage(t, 1), n = bytes / each;
    unsigned char *block = huge_pages(bytes), *code = malloc(CODES * each);
    uint64_t x = UINT64_C(0x2545f4914f6cdd1d);
    for (size_t i = 0; code && i < CODES; i++) {
        x = x * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        double most = t == TS_i8 ? 127 : 1;
        uint32_t value = ts_encode(t, most * (double)(int32_t)(x >> 32) / 2147483648.0);
        if (ts_dtypes[t].bits < 8) value = (uint32_t)(x >> 32) & 0xff; /* two codes */
        memcpy(code + i * each, &value, each);
    }
    for (size_t i = 0; block && code && i < n; i++) {
        x ^= x << 13, x ^= x >> 7, x ^= x << 17;
        memcpy(block + i * each, code + x % CODES * each, each);
    }
    free(code);
    if (!block || !code) ts_fail(err, "no memory for %zu bytes of weights", bytes);
    if (block && !code) free(block);
    return block && code ? block : NULL;
}

/* synthetic.c - random weights of true shapes (synthetic.h).
 *
 * A value is table[16 bits of mix(seed, tensor, place)]: every four elements stand for themselves,
 * so threads can take chunks in any order. The table holds 65,536 draws from a sum of twelve
 * uniform numbers, made with exact arithmetic: no libm, hence the same bytes everywhere.
 */
#include "engine/synthetic.h"

#include <errno.h>
#include <math.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "engine/folder.h"

enum {
    TABLE = 1 << 16,
    CHUNK = 1 << 20, /* elements a thread takes at once; a multiple of 4 */
    MAX_THREADS = 64,
    ALIGN = 64, /* bytes: a cache line, the widest vector register */
};

static const double deviation = 0.02; /* initializer_range of the real configs */

typedef enum { NORMAL, GAIN, CODES, SCALES } kind; /* around 0, around 1, bytes, positive */

typedef struct piece { /* one tensor */
    ts_weight *at;
    uint64_t offset, count, first_chunk; /* count: of elements; of codes: of bytes */
    kind kind;
} piece;

typedef struct job {
    piece *piece;
    size_t pieces;
    uint64_t chunks, bytes, content; /* content: bytes without what aligns */
    ts_dtype dtype;                  /* of what is no code and no scale */
    const ts_quant *quant;           /* NULL: there are no codes */
    uint64_t seed;
    char *block;
    void *table;          /* TABLE values of dtype around 0 */
    float *gamma, *scale; /* likewise; scale: only beside codes */
    atomic_uint_least64_t next;
    uint64_t done; /* bytes, under lock */
    pthread_mutex_t lock;
    const ts_synthetic *spec;
    bool overflow;
} job;

static size_t width(ts_dtype dtype)
{
    return ts_storage(dtype, 1);
}

static size_t unit(const job *j, kind k)
{
    if (k == CODES) return 1;
    return width(k == SCALES && j->quant ? j->quant->scale : j->dtype);
}

/* ---- numbers ---- */

/* The finaliser of splitmix64: every input bit reaches every output bit. */
static uint64_t mix(uint64_t x)
{
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
    x = (x ^ x >> 27) * 0x94d049bb133111ebu;
    return x ^ x >> 31;
}

static uint64_t stream(uint64_t seed, uint64_t piece)
{
    return mix(mix(seed + 0x9e3779b97f4a7c15u) + piece);
}

/* Deviation 1, mean 0, within +-6. */
static double draw(uint64_t *state)
{
    int64_t sum = 0;
    for (int i = 0; i < 3; i++) {
        uint64_t x = mix(*state += 0x9e3779b97f4a7c15u);
        for (int k = 0; k < 4; k++) sum += (int64_t)(x >> 16 * k & 0xffff);
    }
    return (double)(2 * sum - 12 * 65535) / 131072;
}

static uint16_t to_bf16(float x)
{
    uint32_t u;
    memcpy(&u, &x, 4);
    return (uint16_t)((u + 0x7fff + (u >> 16 & 1)) >> 16);
}

/* Nearest even, for |x| < 65504. Below 2^-14 the code is the value in units of 2^-24. */
static uint16_t to_f16(float x)
{
    float a = fabsf(x);
    uint32_t u;
    uint16_t sign = signbit(x) ? 0x8000 : 0;
    memcpy(&u, &a, 4);
    if (a < 0x1p-14f) return (uint16_t)(sign | (uint16_t)lrintf(a * 0x1p24f));
    u += 0xfff + (u >> 13 & 1);
    return (uint16_t)(sign | (uint16_t)((u >> 13) - ((127 - 15) << 10)));
}

static void store(void *to, uint64_t i, ts_dtype dtype, float x)
{
    if (dtype == TS_f32)
        ((float *)to)[i] = x;
    else if (dtype == TS_f8e8m0)
        ((uint8_t *)to)[i] = (uint8_t)ts_encode(dtype, (double)x);
    else
        ((uint16_t *)to)[i] = dtype == TS_bf16 ? to_bf16(x) : to_f16(x);
}

static int make_tables(job *j, ts_error *err)
{
    uint64_t state = j->seed;
    j->table = malloc(TABLE * width(j->dtype));
    j->gamma = malloc(TABLE * sizeof(float));
    j->scale = j->quant ? malloc(TABLE * sizeof(float)) : NULL;
    if (!j->table || !j->gamma || (j->quant && !j->scale))
        return ts_fail(err, "out of memory for synthetic weights");
    for (int i = 0; i < TABLE; i++) {
        double x = deviation * draw(&state);
        store(j->table, (uint64_t)i, j->dtype, (float)x);
        j->gamma[i] = (float)(1 + x);
        /* Uniform codes have a deviation of most / sqrt(3): weights get the deviation of others. */
        if (j->scale)
            j->scale[i] = (float)((1 + 4 * x) * deviation * sqrt(3) / (double)j->quant->most);
    }
    return 0;
}

/* ---- filling ---- */

static void fill16(uint16_t *to, uint64_t n, const uint16_t *table, uint64_t key)
{
    for (uint64_t i = 0; i < n; i += 4) {
        uint64_t x = mix(key + i / 4);
        uint64_t rest = n - i < 4 ? n - i : 4;
        if (rest == 4) {
            to[i] = table[x & 0xffff];
            to[i + 1] = table[x >> 16 & 0xffff];
            to[i + 2] = table[x >> 32 & 0xffff];
            to[i + 3] = table[x >> 48];
        } else
            for (uint64_t k = 0; k < rest; k++) to[i + k] = table[x >> 16 * k & 0xffff];
    }
}

static void fill32(float *to, uint64_t n, const float *table, uint64_t key)
{
    for (uint64_t i = 0; i < n; i += 4) {
        uint64_t x = mix(key + i / 4);
        for (uint64_t k = 0; k < 4 && i + k < n; k++) to[i + k] = table[x >> 16 * k & 0xffff];
    }
}

static void fill_from(const float *table, ts_dtype t, char *to, uint64_t n, uint64_t key)
{
    for (uint64_t i = 0; i < n; i++)
        store(to, i, t, table[mix(key + i / 4) >> 16 * (i % 4) & 0xffff]);
}

/* -128 is no code: it has no negative. Any byte is two codes of 4 bits. */
static void fill_codes(char *to, uint64_t n, bool bytes, uint64_t key)
{
    for (uint64_t i = 0; i < n; i += 4) {
        uint64_t x = mix(key + i / 4);
        for (uint64_t k = 0; k < 4 && i + k < n; k++) {
            signed char code = (signed char)(x >> 16 * k & 0xff);
            to[i + k] = bytes && code < -127 ? -127 : code;
        }
    }
}

static uint64_t fill_chunk(const job *j, uint64_t chunk)
{
    size_t lo = 0, hi = j->pieces - 1;
    while (lo < hi) { /* the last piece that starts at or before the chunk */
        size_t mid = lo + (hi - lo + 1) / 2;
        if (j->piece[mid].first_chunk <= chunk)
            lo = mid;
        else
            hi = mid - 1;
    }
    const piece *p = &j->piece[lo];
    uint64_t from = (chunk - p->first_chunk) * CHUNK;
    uint64_t n = p->count - from < CHUNK ? p->count - from : CHUNK;
    char *to = j->block + p->offset + from * unit(j, p->kind);
    uint64_t key = stream(j->seed, lo) + from / 4;
    if (p->kind == CODES)
        fill_codes(to, n, j->quant->code == TS_i8, key);
    else if (p->kind == SCALES)
        fill_from(j->scale, j->quant->scale, to, n, key);
    else if (p->kind == GAIN)
        fill_from(j->gamma, j->dtype, to, n, key);
    else if (j->dtype == TS_f32)
        fill32((float *)to, n, j->table, key);
    else
        fill16((uint16_t *)to, n, j->table, key);
    return n * unit(j, p->kind);
}

static void *work(void *arg)
{
    job *j = arg;
    uint64_t chunk;
    while ((chunk = atomic_fetch_add(&j->next, 1)) < j->chunks) {
        uint64_t bytes = fill_chunk(j, chunk);
        if (!j->spec->progress) continue;
        pthread_mutex_lock(&j->lock);
        j->done += bytes;
        j->spec->progress(j->spec->progress_arg, j->done, j->content);
        pthread_mutex_unlock(&j->lock);
    }
    return NULL;
}

static int default_threads(void)
{
    cpu_set_t set;
    return sched_getaffinity(0, sizeof set, &set) ? 1 : CPU_COUNT(&set);
}

/* A thread that cannot be started is not needed: the others take its chunks. */
static void fill(job *j)
{
    pthread_t thread[MAX_THREADS];
    int wanted = j->spec->threads > 0 ? j->spec->threads : default_threads(), n = 0;
    if (wanted > MAX_THREADS) wanted = MAX_THREADS;
    for (int i = 1; i < wanted; i++) n += !pthread_create(&thread[n], NULL, work, j);
    work(j);
    while (n) pthread_join(thread[--n], NULL);
}

/* ---- layout: every tensor at a multiple of ALIGN in one block ---- */

static int place(job *j, const ts_slot *s, ts_weight *at)
{
    piece *p = &j->piece[j->pieces++];
    *p = (piece){.at = at, .offset = j->bytes, .first_chunk = j->chunks};
    p->count = (uint64_t)at->rows * at->cols;
    p->kind = s->def->share ? SCALES : s->def->gain ? GAIN : NORMAL;
    if (j->quant && at->dtype == j->quant->code) p->kind = CODES, p->count = at->bytes;
    j->content += p->count * unit(j, p->kind);
    j->chunks += (p->count + CHUNK - 1) / CHUNK;
    j->bytes += (p->count * unit(j, p->kind) + ALIGN - 1) / ALIGN * ALIGN;
    j->overflow |= j->bytes > PTRDIFF_MAX;
    return j->overflow;
}

static int place_all(job *j, const ts_graph *g, ts_views *v)
{
    for (size_t i = 0; i < g->slots; i++)
        if (ts_slot_is_stored(g, &g->slot[i]) && v->view[i].rows &&
            (g->slot[i].def->stored || place(j, &g->slot[i], &v->view[i])))
            return -1; /* none are made of packed formats */
    return 0;
}

static int allocate(job *j, ts_views *v, ts_error *err)
{
    void *block = MAP_FAILED;
    if (!j->overflow)
        block = mmap(NULL, j->bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (block == MAP_FAILED)
        return ts_fail(err, "no memory for %.1f GB of synthetic weights: %s",
                       (double)j->bytes / 1e9, strerror(j->overflow ? EOVERFLOW : errno));
    int advice = j->spec->small_pages ? MADV_NOHUGEPAGE : MADV_HUGEPAGE;
    (void)madvise(block, j->bytes, advice); /* only speed depends on it */
    v->block = j->block = block;
    v->block_bytes = j->bytes;
    for (size_t i = 0; i < j->pieces; i++) j->piece[i].at->data = j->block + j->piece[i].offset;
    return 0;
}

static int build(job *j, const ts_graph *g, ts_views *v, ts_error *err)
{
    if (place_all(j, g, v) || allocate(j, v, err) || make_tables(j, err))
        return ts_fail(err, "the synthetic weights do not fit this machine's addresses");
    fill(j);
    for (size_t i = 0; i < g->slots; i++)
        if (ts_graph_tied(g, g->slot[i].def))
            v->view[i] = *ts_views_find(v, g, g->slot[i].def->tied, g->slot[i].layer);
    /* From here on a stray write is a crash, as with a mapped file. */
    (void)mprotect(v->block, v->block_bytes, PROT_READ);
    return 0;
}

int ts_synthetic_fill(ts_views *v, const ts_graph *g, const ts_synthetic *s, ts_error *err)
{
    const ts_quant *quant = ts_quant_of(s->dtype);
    job j = {.dtype = quant ? TS_bf16 : s->dtype,
             .quant = quant,
             .seed = s->seed,
             .spec = s,
             .lock = PTHREAD_MUTEX_INITIALIZER};
    j.piece = calloc(g->slots + 1, sizeof *j.piece);
    int rc = -1;
    if (!j.piece)
        ts_fail(err, "out of memory for synthetic weights");
    else if (!ts_weights_name(s->dtype))
        ts_fail(err, "no weights are of that dtype");
    else
        rc = build(&j, g, v, err);
    free(j.piece);
    free(j.table);
    free(j.gamma);
    free(j.scale);
    return rc;
}

/* ---- synthetic:PRESET[:DTYPE[:SEED]] ---- */

static const char prefix[] = "synthetic:";

bool ts_synthetic_is(const char *model)
{
    return !strncmp(model, prefix, sizeof prefix - 1);
}

static int parse_seed(const char *text, uint64_t *seed, ts_error *err)
{
    const char *at = text;
    uint64_t n = 0;
    for (; *at >= '0' && *at <= '9'; at++)
        if (__builtin_mul_overflow(n, 10, &n) ||
            __builtin_add_overflow(n, (uint64_t)(*at - '0'), &n))
            return ts_fail(err, "the seed \"%s\" is beyond 2^64", ts_show(text, strlen(text)).text);
    if (*at || at == text)
        return ts_fail(err, "the seed \"%s\" is not a whole number",
                       ts_show(text, strlen(text)).text);
    *seed = n;
    return 0;
}

static int parse_dtype(const char *text, size_t n, ts_dtype *dtype, ts_error *err)
{
    *dtype = ts_weights_dtype(text, n);
    if (*dtype != TS_NDTYPE) return 0;
    return ts_fail(err, "synthetic weights are bf16, f16, f32, q8, q4 or mxfp4, not \"%s\"",
                   ts_show(text, n).text);
}

int ts_synthetic_parse(const char *model, ts_synthetic *s, ts_error *err)
{
    ts_config c;
    *s = (ts_synthetic){.dtype = TS_bf16};
    if (!ts_synthetic_is(model))
        return ts_fail(err, "\"%s\" does not start with %s", ts_show(model, strlen(model)).text,
                       prefix);
    model += sizeof prefix - 1;
    size_t n = strcspn(model, ":"), dtype;
    if (n < sizeof s->preset) memcpy(s->preset, model, n);
    if (ts_config_preset(n < sizeof s->preset ? s->preset : model, &c, err)) return -1;
    if (!model[n]) return 0;
    model += n + 1;
    dtype = strcspn(model, ":");
    if (parse_dtype(model, dtype, &s->dtype, err)) return -1;
    return model[dtype] ? parse_seed(model + dtype + 1, &s->seed, err) : 0;
}

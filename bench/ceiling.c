/* ceiling.c - measured ceilings (ceiling.h).
 *
 * The read kernel's programs are blocks of 64 KiB; a call for blocks lo..hi-1 walks its range as S
 * streams of equal length side by side, as the emitted matrix-vector kernels do:
 *
 *   |--- stream 0 ---|--- stream 1 ---| ... |     256 bytes of each in turn
 *
 * Each call leaves the exclusive-or of its range in its first block's slot and zero in the others, so
 * the exclusive-or of all slots must equal that of the data.
 *
 * Devices that take emitted text only read with tile code instead, and add. Where
 * one pass takes no time to speak of, a sample is many passes, so that starting and waiting vanish.
 */
#include "bench/ceiling.h"
#include "bench/rounds.h"
#include "bench/stats.h"
#include "compile/text.h"
#include "engine/memory.h"
#include "rt/driver.h"
#include "tessera/compile.h"
#include "tessera/tile.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 64 * 1024, STRIDE = 256 };
static const int streams[] = {1, 2, 4, 8}, ahead[] = {0, 1024, 2048};
static const int rows[] = {2048, 4096, 8192, 16384}, tiles[] = {256, 512, 1024}; /* words */

struct ts_reader {
    ts_device *dev;
    ts_module *module;
    ts_buffer *data, *slots, *count;
    ts_step *step[TS_CEILING_STRATEGIES];
    int chosen, passes;
    double rate[TS_CEILING_STRATEGIES]; /* GB/s when last tried; 0: never */
    bool tiles;
    const int *first,
        *second; /* of strategy i: streams a thread and bytes of prefetch, [i / 3] and [i % 3]; or
                                  words of a row and of a tile */
    size_t blocks;
    uint64_t sum;
    double seconds; /* of tuning; 0: as long as it takes */
    ts_reader_progress *show;
    void *arg;
};

/* ---- text ---- */

static void put_reader(ts_text *t, int s, int p, int width)
{
    ts_put(t,
           "// tessera kernel=read_%d_%d entry=ts_read_%d_%d params=i32,o32 sizes=1 cost=%d\n"
           "long ts_read_%d_%d_grid(const int32_t *const *size) { return size[0][0]; }\n"
           "void ts_read_%d_%d(void *const *buf, const int32_t *const *size, long lo, long hi)\n"
           "{\n    const unsigned char *p = (const unsigned char *)buf[0] + lo * %dL;\n"
           "    uint64_t *out = buf[1];\n    long part = (hi - lo) * %dL / %d;\n",
           s, p, s, p, BLOCK, s, p, s, p, BLOCK, BLOCK, s);
    for (int i = 0; i < s; i++) ts_put(t, "    vec a%d = {0};\n", i);
    ts_put(t, "    for (long i = 0; i < part; i += %d) {\n", STRIDE);
    for (int i = 0; i < s; i++) {
        ts_put(t, "        const unsigned char *q%d = p + %d * part + i;\n", i, i);
        for (int b = 0; p && b < STRIDE; b += 64)
            ts_put(t, "        __builtin_prefetch(q%d + %d);\n", i, p + b);
        ts_put(t, "        a%d ^= ", i);
        for (int b = 0; b < STRIDE; b += width)
            ts_put(t, "%s*(const vec *)(q%d + %d)", b ? " ^ " : "", i, b);
        ts_put(t, ";\n");
    }
    ts_put(t, "    }\n");
    for (int i = 1; i < s; i++) ts_put(t, "    a0 ^= a%d;\n", i);
    ts_put(t, "    for (long b = lo; b < hi; b++) out[b] = 0;\n");
    for (int i = 0; i < width / 8; i++) ts_put(t, "    out[lo] ^= a0[%d];\n", i);
    ts_put(t, "}\n");
}

/* The same as tile code: one program a row, which is walked in tiles whose words are summed, modulo 2^32, so
 * that the total is the same for any cut of the data. Which lengths are best is for the device to say. */
static ts_kern *trace(int strategy, size_t words, ts_error *err)
{
    int row = rows[strategy / 3], tile = tiles[strategy % 3];
    char name[32];
    snprintf(name, sizeof name, "read_%d_%d", row, tile);
    ts_kern *k = ts_begin(name);
    ts_val n = ts_i32(k, (int)(words / (size_t)row)), zero = ts_const(k, TS_u32, 0);
    ts_view data = ts_arg2(k, TS_IN, "data", TS_u32, n, ts_i32(k, row));
    ts_view sums = ts_arg1(k, TS_OUT, "sums", TS_u32, n);
    ts_val r = ts_program(n, 1);
    ts_view line = ts_row(data, r);
    ts_var acc = ts_var1(zero, tile);
    for (ts_loop i = ts_upto(ts_i32(k, row), tile); ts_next(&i);)
        ts_set(acc, ts_add(ts_get(acc), ts_load(line, i.at, tile)));
    ts_store(sums, r, ts_sum(ts_get(acc), 0));
    if (!ts_finish(k, err)) return k;
    ts_free(k);
    return NULL;
}

static char *write_tiles(const ts_target *target, size_t words, size_t *bytes, ts_error *err)
{
    ts_kern *k[TS_CEILING_STRATEGIES] = {0};
    bool good = target != NULL;
    for (int i = 0; i < TS_CEILING_STRATEGIES && good; i++) good = (k[i] = trace(i, words, err));
    char *text = good ? ts_emit(k, TS_CEILING_STRATEGIES, target, bytes, err) : NULL;
    for (int i = 0; i < TS_CEILING_STRATEGIES; i++) ts_free(k[i]);
    return text;
}

/* To be freed by the caller; NULL with *err filled. */
static char *write_text(const ts_reader *r, size_t *bytes, ts_error *err)
{
    const ts_target *target = ts_target_find(ts_device_target(r->dev), err);
    if (r->tiles || !target) return write_tiles(target, r->blocks * BLOCK / 4, bytes, err);
    ts_text t = {0};
    int width = ts_target_facts_of(target).vector_bytes;
    ts_put(&t,
           "#include <stdint.h>\n"
           "typedef uint64_t vec __attribute__((vector_size(%d), aligned(1), may_alias));\n",
           width);
    for (int i = 0; i < TS_CEILING_STRATEGIES; i++)
        put_reader(&t, streams[i / 3], ahead[i % 3], width);
    *bytes = t.n;
    if (!t.failed) return t.s;
    free(t.s);
    ts_fail(err, "no memory for the text of the read kernels");
    return NULL;
}

/* ---- data ---- */

static void fill(uint64_t *word, size_t n)
{
    uint64_t x = UINT64_C(0x2545f4914f6cdd1d);
    for (size_t i = 0; i < n; i++) {
        x ^= x << 13, x ^= x >> 7, x ^= x << 17;
        word[i] = x;
    }
}

static uint64_t join(const ts_reader *r, uint64_t a, uint64_t b)
{
    return r->tiles ? (uint32_t)(a + b) : a ^ b;
}

static uint64_t sum_of(const ts_reader *r, const unsigned char *data, size_t bytes)
{
    uint64_t sum = 0, word;
    for (size_t i = 0; i < bytes; i += sizeof word) {
        memcpy(&word, data + i, sizeof word);
        sum = r->tiles ? sum + (uint32_t)word + (word >> 32) : sum ^ word;
    }
    return r->tiles ? (uint32_t)sum : sum;
}

/* In pieces, so that no second copy of the whole is needed. */
static int own_data(ts_reader *r, size_t bytes, ts_error *err)
{
    enum { PIECE = 1 << 20 };
    r->data = ts_buffer_new(r->dev, bytes, err);
    uint64_t *piece = malloc(PIECE);
    int rc = r->data && piece ? 0 : ts_fail(err, "no memory for %zu bytes to read", bytes);
    if (!rc) fill(piece, PIECE / 8);
    for (size_t at = 0; !rc && at < bytes; at += PIECE) {
        size_t n = bytes - at < PIECE ? bytes - at : PIECE;
        for (size_t i = 0; i < n / 8; i++) piece[i] = piece[i] * UINT64_C(6364136223846793005) + at;
        r->sum = join(r, r->sum, sum_of(r, (unsigned char *)piece, n));
        rc = ts_buffer_put(r->data, at, piece, n, err);
    }
    free(piece);
    return rc;
}

static int take_data(ts_reader *r, const void *data, size_t bytes, ts_error *err)
{
    if (!bytes && !data)
        bytes =
            r->tiles ? (size_t)1 << 30 : ts_reader_bytes(ts_cache_bytes(), ts_memory_available(""));
    r->blocks = bytes / BLOCK;
    if (r->blocks < 64 || r->blocks > INT32_MAX)
        return ts_fail(
            err, "%zu bytes are too few or too many to measure reading; take 1 GB or more", bytes);
    if (!data) return own_data(r, r->blocks * BLOCK, err);
    r->data = ts_buffer_wrap(r->dev, data, bytes, err);
    r->sum = r->data ? sum_of(r, data, r->blocks * BLOCK) : 0;
    return r->data ? 0 : -1;
}

/* ---- reader ---- */

static int record(ts_reader *r, int i, ts_error *err)
{
    enum { MOST = 64 };
    char name[32];
    ts_launch launch[MOST];
    snprintf(name, sizeof name, "read_%d_%d", r->first[i / 3], r->second[i % 3]);
    for (int k = 0; k < r->passes && k < MOST; k++)
        launch[k] = (ts_launch){.module = r->module,
                                .kernel = name,
                                .arg = {{r->data, 0}, {r->slots, 0}},
                                .size = {{r->tiles ? NULL : r->count, 0}}};
    r->step[i] = ts_step_record(r->dev, launch, (size_t)r->passes, err);
    return r->step[i] ? 0 : -1;
}

/* Steps are recorded when they are first run: a device may compile a kernel for seconds. */
static void forget_steps(ts_reader *r, int passes)
{
    for (int i = 0; i < TS_CEILING_STRATEGIES; i++) {
        ts_step_free(r->step[i]);
        r->step[i] = NULL;
    }
    r->passes = passes;
}

static int prepare(ts_reader *r, const void *data, size_t bytes, ts_error *err)
{
    if (take_data(r, data, bytes, err)) return -1;
    size_t length = 0;
    char *text = write_text(r, &length, err);
    if (text) r->module = ts_module_load_checked(r->dev, text, length, err);
    free(text);
    if (!r->module) return -1;
    size_t slot = r->tiles ? (size_t)BLOCK / (size_t)rows[0] : 8; /* row 0 is shortest */
    r->slots = ts_buffer_new(r->dev, r->blocks * slot, err);
    r->count = ts_buffer_new(r->dev, sizeof(int32_t), err);
    if (!r->slots || !r->count) return -1;
    int32_t blocks = (int32_t)r->blocks;
    r->passes = 1;
    return ts_buffer_put(r->count, 0, &blocks, sizeof blocks, err);
}

/* Executors that stand in for hardware would take minutes for a gigabyte. */
bool ts_reader_fits(const ts_device *dev)
{
    return strcmp(dev->driver->name, "shim") != 0 && strcmp(dev->driver->name, "pipe") != 0;
}

ts_reader *ts_reader_new(ts_device *dev, const void *data, size_t bytes, ts_error *err)
{
    ts_reader *r = calloc(1, sizeof *r);
    if (!r) {
        ts_fail(err, "no memory for a reader");
        return NULL;
    }
    r->dev = dev;
    r->tiles = !ts_device_is_host(dev);
    r->first = r->tiles ? rows : streams;
    r->second = r->tiles ? tiles : ahead;
    r->chosen = 4; /* 2 streams, 1 KB */
    if (!ts_reader_fits(dev))
        ts_fail(err, "reading a gigabyte on %s would take minutes; its ceiling is not measured",
                ts_device_name(dev));
    else if (!prepare(r, data, bytes, err))
        return r;
    ts_reader_free(r);
    return NULL;
}

void ts_reader_free(ts_reader *r)
{
    if (!r) return;
    forget_steps(r, 0);
    ts_buffer_free(r->data);
    ts_buffer_free(r->slots);
    ts_buffer_free(r->count);
    ts_module_free(r->module);
    free(r);
}

static int verify(ts_reader *r, int strategy, ts_error *err)
{
    enum { PIECE = 1 << 14 };
    unsigned char part[PIECE];
    size_t left = r->blocks * 8;
    uint64_t sum = 0;
    if (r->tiles) left = r->blocks * BLOCK / (size_t)rows[strategy / 3];
    for (size_t at = 0; at < left; at += PIECE) {
        size_t n = left - at < PIECE ? left - at : PIECE;
        if (ts_buffer_get(r->slots, at, part, n, err)) return -1;
        sum = join(r, sum, sum_of(r, part, n));
    }
    if (sum == r->sum) return 0;
    return ts_fail(err,
                   "the read kernel did not read all data (its checksum is wrong); was the memory "
                   "changed meanwhile?");
}

static double sample(ts_reader *r, int strategy, ts_error *err)
{
    double took;
    bool by_device;
    if (!r->step[strategy] && record(r, strategy, err)) return -1;
    if (ts_step_elapsed(r->step[strategy], &took, &by_device, err)) return -1;
    if (took <= 0) return ts_fail(err, "the device's clock did not move while it read");
    if (verify(r, strategy, err)) return -1;
    return 1e-9 * (double)(r->blocks * BLOCK) * r->passes / took;
}

/* So many passes that a sample takes some 20 ms. */
static int warm_up(ts_reader *r, ts_error *err)
{
    double g = sample(r, r->chosen, err);
    if (g > 0 && r->tiles && r->passes == 1) g = sample(r, r->chosen, err);
    if (g < 0) return -1;
    double each = 1e-9 * (double)(r->blocks * BLOCK) / g;
    int passes = each > 0.01 ? 1 : each < 0.02 / 64 ? 64 : (int)(0.02 / each);
    if (r->tiles && r->passes == 1 && passes > 1) forget_steps(r, passes);
    return 0;
}

void ts_reader_within(ts_reader *r, double seconds, ts_reader_progress *show, void *arg)
{
    r->seconds = seconds;
    r->show = show;
    r->arg = arg;
}

double ts_reader_sample(ts_reader *r, ts_error *err)
{
    return sample(r, r->chosen, err);
}

enum { N = TS_CEILING_STRATEGIES };

/* All strategies in turn, as far as there is time: n[i] samples of each. */
static int measure(ts_reader *r, int rounds, double gbps[N][TS_CEILING_ROUNDS], int n[N],
                   ts_error *err)
{
    double start = ts_seconds();
    if (warm_up(r, err)) return -1; /* touches the pages and is not counted */
    for (int k = 0; k < rounds * N; k++) {
        int i = (k + r->chosen) % N; /* the likeliest first, should there be no time for all */
        if (k && r->seconds > 0 && ts_seconds() - start > r->seconds) break;
        double g = gbps[i][n[i]++] = sample(r, i, err);
        if (g < 0) return -1;
        if (r->show) r->show(r->arg, k + 1, rounds * N);
    }
    return 0;
}

int ts_reader_tune(ts_reader *r, int rounds, ts_ceiling *out, ts_error *err)
{
    double gbps[N][TS_CEILING_ROUNDS];
    int n[N] = {0}, c = 0;
    if (rounds < 1 || rounds > TS_CEILING_ROUNDS)
        return ts_fail(err, "%d rounds; take 1 to %d", rounds, TS_CEILING_ROUNDS);
    if (measure(r, rounds, gbps, n, err)) return -1;
    *out = (ts_ceiling){.rounds = rounds, .bytes = r->blocks * BLOCK, .tiles = r->tiles};
    for (int i = 0; i < N; i++) {
        double median = n[i] ? ts_median(gbps[i], (size_t)n[i]) : 0;
        double best = n[i] ? ts_quantile(gbps[i], (size_t)n[i], 1) : 0;
        out->each[i].streams = r->first[i / 3];
        out->each[i].prefetch = r->second[i % 3];
        out->each[i].median = r->rate[i] = median;
        out->each[i].best = best;
        out->best = fmax(out->best, best);
        if (median > out->each[c].median) c = i;
    }
    r->chosen = c;
    out->gbps = out->each[c].median;
    out->streams = out->each[c].streams;
    out->prefetch = out->each[c].prefetch;
    out->n = n[c];
    memcpy(out->sample, gbps[c], (size_t)out->n * sizeof *out->sample);
    return 0;
}

/* The best strategy by its last rate of those not in `tried`; -1: none that ever was. */
static int best_untried(const ts_reader *r, unsigned tried)
{
    int best = -1;
    for (int i = 0; i < TS_CEILING_STRATEGIES; i++)
        if (!(tried >> i & 1) && r->rate[i] > 0 && (best < 0 || r->rate[i] > r->rate[best]))
            best = i;
    return best;
}

int ts_reader_refresh(ts_reader *r, ts_error *err)
{
    enum { FEW = 4 };
    double best = 0, start = ts_seconds();
    unsigned tried = 0;
    for (int k = 0, i; k < FEW && (i = best_untried(r, tried)) >= 0; k++) {
        if (k && r->seconds > 0 && ts_seconds() - start > r->seconds / 4) break;
        double a = sample(r, i, err), b = a < 0 ? a : sample(r, i, err);
        if (b < 0) return -1;
        tried |= 1u << i;
        r->rate[i] = a > b ? a : b;
        if (r->rate[i] <= best) continue;
        best = r->rate[i];
        r->chosen = i;
    }
    return 0;
}

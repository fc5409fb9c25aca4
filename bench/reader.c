/* reader.c - a device that reads memory (reader.h). Each sample is checked. Where one pass takes no time to
 * speak of, a sample is many passes, so that starting and waiting vanish. */
#include "bench/reader.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "rt/driver.h"

enum { BLOCK = TS_READER_BLOCK, PIECE = 16 * BLOCK, MOST_PASSES = 64 };

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

/* Parts begin and end where a piece does, or at the end of all. */
static void add_sum(ts_reader *r, const unsigned char *data, size_t at, size_t bytes)
{
    uint64_t sum = sum_of(r, data, bytes);
    for (ts_read_part *p = r->part; p < r->part + TS_REACHES; p++)
        if (at / BLOCK >= p->from && at / BLOCK < p->from + p->blocks)
            p->sum = join(r, p->sum, sum);
}

/* In pieces, so that no second copy of the whole is needed; a try ends where one does. */
static int own_data(ts_reader *r, ts_error *err)
{
    size_t bytes = r->part[TS_READ_ALL].blocks * BLOCK;
    uint64_t *piece = malloc(PIECE);
    r->data = ts_buffer_new(r->dev, bytes, err);
    int rc = r->data && piece ? 0 : ts_fail(err, "no memory for %zu bytes to read", bytes);
    if (!rc) fill(piece, PIECE / 8);
    for (size_t at = 0; !rc && at < bytes; at += PIECE) {
        size_t n = bytes - at < PIECE ? bytes - at : PIECE;
        for (size_t i = 0; i < n / 8; i++) piece[i] = piece[i] * UINT64_C(6364136223846793005) + at;
        add_sum(r, (unsigned char *)piece, at, n);
        rc = ts_buffer_put(r->data, at, piece, n, err);
    }
    free(piece);
    return rc;
}

static int wrap_data(ts_reader *r, const unsigned char *data, size_t bytes, ts_error *err)
{
    size_t all = r->part[TS_READ_ALL].blocks * BLOCK;
    r->data = ts_buffer_wrap(r->dev, data, bytes, err);
    for (size_t at = 0; r->data && at < all; at += PIECE)
        add_sum(r, data + at, at, all - at < PIECE ? all - at : PIECE);
    return r->data ? 0 : -1;
}

/* Tile code is made for one length, so there every part is all. */
static void cut(ts_reader *r, size_t blocks, size_t enough)
{
    size_t whole = PIECE / BLOCK, half = blocks / 2 / whole * whole;
    size_t some = enough / PIECE * whole;
    for (int i = 0; i < TS_REACHES; i++) r->part[i].blocks = blocks;
    if (r->tiles) return;
    if (some < blocks) r->part[TS_READ_TRY].blocks = some;
    r->part[TS_READ_FRONT].blocks = r->part[TS_READ_BACK].from = half;
    r->part[TS_READ_BACK].blocks = blocks - half;
}

static int take_data(ts_reader *r, const void *data, size_t bytes, size_t enough, ts_error *err)
{
    if (!bytes && !data)
        bytes =
            r->tiles ? (size_t)1 << 30 : ts_reader_bytes(ts_cache_bytes(), ts_memory_available(""));
    if (bytes / BLOCK < 64 || bytes / BLOCK > INT32_MAX)
        return ts_fail(
            err, "%zu bytes are too few or too many to measure reading; take 1 GB or more", bytes);
    cut(r, bytes / BLOCK, enough);
    return data ? wrap_data(r, data, bytes, err) : own_data(r, err);
}

/* ---- reader ---- */

/* As many blocks as a model's matrices have, one launch after the other as its layers are: where a neighbour takes a
 * thread's time, that thread has less of the next launch, while one launch over all would wait for it. */
enum { AT_ONCE = 512 };

static ts_launch launch_of(const ts_reader *r, const char *name, ts_reach reach, size_t at)
{
    const ts_read_part *p = &r->part[reach];
    ts_launch l = {.module = r->module, .kernel = name};
    bool full = p->blocks - at >= AT_ONCE;
    l.arg[0] = (ts_ref){r->data, (p->from + at) * BLOCK};
    l.arg[1] = (ts_ref){r->slots, at * sizeof(uint64_t)};
    l.size[0] = (ts_ref){r->count, (full ? 0 : 1 + (size_t)reach) * sizeof(int32_t)};
    return l;
}

/* Tile code is for all of the data at once. */
static size_t list_launches(const ts_reader *r, const char *name, ts_reach reach, ts_launch *l)
{
    size_t n = 0;
    for (int k = 0; r->tiles && k < r->passes; k++)
        l[n++] =
            (ts_launch){.module = r->module, .kernel = name, .arg = {{r->data, 0}, {r->slots, 0}}};
    for (size_t at = 0; !r->tiles && at < r->part[reach].blocks; at += AT_ONCE)
        l[n++] = launch_of(r, name, reach, at);
    return n;
}

static int record(ts_reader *r, int way, ts_reach reach, ts_error *err)
{
    char name[32];
    size_t most = MOST_PASSES + r->part[reach].blocks / AT_ONCE + 1;
    ts_launch *l = calloc(most, sizeof *l);
    if (!l) return ts_fail(err, "no memory for a reader");
    ts_reader_name(r->way[way], name, sizeof name);
    r->step[way][reach] = ts_step_record(r->dev, l, list_launches(r, name, reach, l), err);
    free(l);
    return r->step[way][reach] ? 0 : -1;
}

/* Steps are recorded when they are first run: a device may compile a kernel for seconds. */
static void forget_steps(ts_reader *r, int passes)
{
    for (int i = 0; i < TS_CEILING_STRATEGIES; i++)
        for (int reach = 0; reach < TS_REACHES; reach++) {
            ts_step_free(r->step[i][reach]);
            r->step[i][reach] = NULL;
        }
    r->passes = passes;
}

static int shortest(const ts_reader *r)
{
    int least = r->way[0].first;
    for (int i = 1; i < r->ways; i++)
        if (r->way[i].first < least) least = r->way[i].first;
    return least;
}

static int prepare(ts_reader *r, const void *data, size_t bytes, size_t enough, ts_error *err)
{
    if (take_data(r, data, bytes, enough, err)) return -1;
    size_t length = 0;
    char *text = ts_reader_text(r, &length, err);
    if (text) r->module = ts_module_load_checked(r->dev, text, length, err);
    free(text);
    if (!r->module) return -1;
    size_t slot = r->tiles ? (size_t)BLOCK / (size_t)shortest(r) : 8;
    r->slots = ts_buffer_new(r->dev, r->part[TS_READ_ALL].blocks * slot, err);
    r->count = ts_buffer_new(r->dev, (1 + TS_REACHES) * sizeof(int32_t), err);
    if (!r->slots || !r->count) return -1;
    int32_t blocks[1 + TS_REACHES] = {AT_ONCE};
    for (int i = 0; i < TS_REACHES; i++) blocks[1 + i] = (int32_t)(r->part[i].blocks % AT_ONCE);
    r->passes = 1;
    return ts_buffer_put(r->count, 0, blocks, sizeof blocks, err);
}

/* Executors that stand in for hardware would take minutes for a gigabyte. */
bool ts_reader_fits(const ts_device *dev)
{
    return strcmp(dev->driver->name, "shim") != 0 && strcmp(dev->driver->name, "pipe") != 0;
}

ts_reader *ts_reader_new(ts_device *dev, const void *data, size_t bytes, ts_error *err)
{
    size_t enough = ts_reader_bytes(ts_cache_bytes(), UINT64_MAX);
    return ts_reader_trying(dev, data, bytes, enough, err);
}

ts_reader *ts_reader_trying(ts_device *dev, const void *data, size_t bytes, size_t enough,
                            ts_error *err)
{
    ts_reader *r = calloc(1, sizeof *r);
    if (!r) {
        ts_fail(err, "no memory for a reader");
        return NULL;
    }
    r->dev = dev;
    r->tiles = !ts_device_is_host(dev);
    ts_reader_list_ways(r);
    r->chosen = r->next = r->ways / 2; /* 4 streams, 2 KB */
    if (!ts_reader_fits(dev))
        ts_fail(err, "reading a gigabyte on %s would take minutes; its ceiling is not measured",
                ts_device_name(dev));
    else if (!prepare(r, data, bytes, enough, err))
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

static int verify(ts_reader *r, int way, ts_reach reach, ts_error *err)
{
    enum { PART = 1 << 14 };
    unsigned char part[PART];
    size_t left = r->part[reach].blocks * 8;
    uint64_t sum = 0;
    if (r->tiles) left = r->part[reach].blocks * BLOCK / (size_t)r->way[way].first;
    for (size_t at = 0; at < left; at += PART) {
        size_t n = left - at < PART ? left - at : PART;
        if (ts_buffer_get(r->slots, at, part, n, err)) return -1;
        sum = join(r, sum, sum_of(r, part, n));
    }
    if (sum == r->part[reach].sum) return 0;
    return ts_fail(err,
                   "the read kernel did not read all data (its checksum is wrong); was the memory "
                   "changed meanwhile?");
}

double ts_reader_pass(ts_reader *r, int way, ts_reach reach, ts_error *err)
{
    double took;
    bool by_device;
    if (!r->step[way][reach] && record(r, way, reach, err)) return -1;
    if (ts_step_elapsed(r->step[way][reach], &took, &by_device, err)) return -1;
    if (took <= 0) return ts_fail(err, "the device's clock did not move while it read");
    if (verify(r, way, reach, err)) return -1;
    return 1e-9 * (double)(r->part[reach].blocks * BLOCK) * r->passes / took;
}

/* So many passes that a sample takes some 20 ms. */
int ts_reader_warm_up(ts_reader *r, ts_error *err)
{
    double g = ts_reader_pass(r, r->chosen, TS_READ_ALL, err);
    if (g > 0 && r->tiles && r->passes == 1) g = ts_reader_pass(r, r->chosen, TS_READ_ALL, err);
    if (g < 0) return -1;
    double each = 1e-9 * (double)(r->part[TS_READ_ALL].blocks * BLOCK) / g;
    int passes = each > 0.01 ? 1 : each < 0.02 / MOST_PASSES ? MOST_PASSES : (int)(0.02 / each);
    if (r->tiles && r->passes == 1 && passes > 1) forget_steps(r, passes);
    return 0;
}

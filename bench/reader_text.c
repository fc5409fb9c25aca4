/* reader_text.c - ways to read memory, and their text (reader.h).
 *
 * A CPU's programs are blocks of 64 KiB; a call for blocks lo..hi-1 walks its range as S streams of equal
 * length side by side, as the emitted matrix-vector kernels walk rows:
 *
 *   |--- stream 0 ---|--- stream 1 ---| ... |   rest      256 bytes of each stream in turn, then the rest
 *
 * Each call leaves the exclusive-or of its range in its first block's slot and zero in the others, so
 * the exclusive-or of all slots must equal that of the data.
 *
 * Devices that take emitted text only read with tile code instead, and add: one program a row, which is
 * walked in tiles whose words are summed, modulo 2^32, so that the total is the same for any cut of the
 * data. Which lengths are best is for the device to say. */
#include <stdio.h>
#include <stdlib.h>

#include "bench/reader.h"
#include "compile/text.h"
#include "tessera/compile.h"
#include "tessera/tile.h"

enum { STRIDE = 256 };
static const int streams[] = {1, 2, 4, 6, 8}, ahead[] = {0, 1024, 2048, 4096};
static const int rows[] = {2048, 4096, 8192, 16384}, tiles[] = {256, 512, 1024}; /* words */
#define COUNT(x) ((int)(sizeof(x) / sizeof *(x)))
_Static_assert(COUNT(streams) * COUNT(ahead) == TS_CEILING_STRATEGIES, "a way is one of each");

void ts_reader_list_ways(ts_reader *r)
{
    const int *first = r->tiles ? rows : streams, *second = r->tiles ? tiles : ahead;
    int n = r->tiles ? COUNT(rows) : COUNT(streams), m = r->tiles ? COUNT(tiles) : COUNT(ahead);
    for (r->ways = 0; r->ways < n * m; r->ways++)
        r->way[r->ways] = (ts_read_way){first[r->ways / m], second[r->ways % m]};
}

void ts_reader_name(ts_read_way way, char *name, size_t cap)
{
    snprintf(name, cap, "read_%d_%d", way.first, way.second);
}

/* ---- as C ---- */

static void put_head(ts_text *t, ts_read_way w)
{
    char name[32];
    ts_reader_name(w, name, sizeof name);
    ts_put(
        t,
        "// tessera kernel=%s entry=ts_%s params=i32,o32 sizes=1 cost=%d\n"
        "long ts_%s_grid(const int32_t *const *size) { return size[0][0]; }\n"
        "void ts_%s(void *const *buf, const int32_t *const *size, long lo, long hi)\n"
        "{\n    const unsigned char *p = (const unsigned char *)buf[0] + lo * %dL;\n"
        "    uint64_t *out = buf[1];\n    long all = (hi - lo) * %dL, part = all / %d / %d * %d;\n",
        name, name, TS_READER_BLOCK, name, name, TS_READER_BLOCK, TS_READER_BLOCK, w.first, STRIDE,
        STRIDE);
}

/* 256 bytes of stream i. */
static void put_stream(ts_text *t, int i, int prefetch, int width)
{
    ts_put(t, "        const unsigned char *q%d = p + %d * part + i;\n", i, i);
    for (int b = 0; prefetch && b < STRIDE; b += 64)
        ts_put(t, "        __builtin_prefetch(q%d + %d);\n", i, prefetch + b);
    ts_put(t, "        a%d ^= ", i);
    for (int b = 0; b < STRIDE; b += width)
        ts_put(t, "%s*(const vec *)(q%d + %d)", b ? " ^ " : "", i, b);
    ts_put(t, ";\n");
}

static void put_reader(ts_text *t, ts_read_way w, int width)
{
    put_head(t, w);
    for (int i = 0; i < w.first; i++) ts_put(t, "    vec a%d = {0};\n", i);
    ts_put(t, "    for (long i = 0; i < part; i += %d) {\n", STRIDE);
    for (int i = 0; i < w.first; i++) put_stream(t, i, w.second, width);
    ts_put(t, "    }\n");
    ts_put(t, "    for (long i = %d * part; i < all; i += %d) a0 ^= *(const vec *)(p + i);\n",
           w.first, width);
    for (int i = 1; i < w.first; i++) ts_put(t, "    a0 ^= a%d;\n", i);
    ts_put(t, "    for (long b = lo; b < hi; b++) out[b] = 0;\n");
    for (int i = 0; i < width / 8; i++) ts_put(t, "    out[lo] ^= a0[%d];\n", i);
    ts_put(t, "}\n");
}

static char *write_c(const ts_reader *r, int width, size_t *bytes, ts_error *err)
{
    ts_text t = {0};
    ts_put(&t,
           "#include <stdint.h>\n"
           "typedef uint64_t vec __attribute__((vector_size(%d), aligned(1), may_alias));\n",
           width);
    for (int i = 0; i < r->ways; i++) put_reader(&t, r->way[i], width);
    *bytes = t.n;
    if (!t.failed) return t.s;
    free(t.s);
    ts_fail(err, "no memory for the text of the read kernels");
    return NULL;
}

/* ---- as tile code ---- */

static ts_kern *trace(ts_read_way w, size_t words, ts_error *err)
{
    char name[32];
    ts_reader_name(w, name, sizeof name);
    ts_kern *k = ts_begin(name);
    ts_val n = ts_i32(k, (int)(words / (size_t)w.first)), zero = ts_const(k, TS_u32, 0);
    ts_view data = ts_arg2(k, TS_IN, "data", TS_u32, n, ts_i32(k, w.first));
    ts_view sums = ts_arg1(k, TS_OUT, "sums", TS_u32, n);
    ts_val r = ts_program(n, 1);
    ts_view line = ts_row(data, r);
    ts_var acc = ts_var1(zero, w.second);
    for (ts_loop i = ts_upto(ts_i32(k, w.first), w.second); ts_next(&i);)
        ts_set(acc, ts_add(ts_get(acc), ts_load(line, i.at, w.second)));
    ts_store(sums, r, ts_sum(ts_get(acc), 0));
    if (!ts_finish(k, err)) return k;
    ts_free(k);
    return NULL;
}

static char *write_tiles(const ts_reader *r, const ts_target *target, size_t *bytes, ts_error *err)
{
    ts_kern *k[TS_CEILING_STRATEGIES] = {0};
    size_t words = r->part[TS_READ_ALL].blocks * TS_READER_BLOCK / 4;
    bool good = true;
    for (int i = 0; i < r->ways && good; i++) good = (k[i] = trace(r->way[i], words, err));
    char *text = good ? ts_emit(k, (size_t)r->ways, target, bytes, err) : NULL;
    for (int i = 0; i < r->ways; i++) ts_free(k[i]);
    return text;
}

char *ts_reader_text(const ts_reader *r, size_t *bytes, ts_error *err)
{
    const ts_target *target = ts_target_find(ts_device_target(r->dev), err);
    if (!target) return NULL;
    if (r->tiles) return write_tiles(r, target, bytes, err);
    return write_c(r, ts_target_facts_of(target).vector_bytes, bytes, err);
}

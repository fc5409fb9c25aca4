/* ablation.h - inside an engine: what switching optimisations off means (public part: tessera/model.h).
 *
 * Some change the text: they are fields of a copy of the target. Some change the runtime: they are bits
 * of ts_device_without. The rest change the shape or the list of launches, which is up to the model. */
#ifndef TESSERA_ENGINE_ABLATION_H
#define TESSERA_ENGINE_ABLATION_H

#include "tessera/model.h"
#include "tessera/suite.h"

/* X(enumerator, name, bits of ts_device_without, applies, what), in the order of ts_ablation_at. */
#define TS_ABLATIONS(X)                                                                            \
    X(STREAMS, "streams", 0, has_streams, "a thread walks one row at a time, not far-apart ones")  \
    X(PREFETCH, "prefetch", 0, has_prefetch, "rows are not prefetched")                            \
    X(VECTORS, "vectors", TS_NO_VECTORS, has_vectors, "the next narrower instruction set")         \
    X(SEPARATE, "separate", 0, is_lane,                                                            \
      "norms inside the products behind them, 6 launches a layer")                                 \
    X(FUSION, "fusion", 0, is_simt, "norms, rope and products apart, 12 launches a layer")         \
    X(SPANS, "spans", 0, is_any, "attention of a head in one program, however long the context")   \
    X(BLOCKS, "blocks", 0, is_simt, "tiles of the size that suits a CPU")                          \
    X(WIDE, "wide", 0, has_wide, "no 16-byte loads")                                               \
    X(UNROLL, "unroll", 0, has_unroll, "loops that load are not unrolled")                         \
    X(BATCH, "batch", 0, has_batch, "loads of a row are not sent ahead of the arithmetic")         \
    X(SUBGROUP, "subgroup", 0, has_subgroup, "no shuffles: threads combine in shared memory")      \
    X(HALF, "half", 0, has_half, "f16 is converted by integer instructions")                       \
    X(OVERLAP, "overlap", 0, overlaps, "every launch waits for the one before")                    \
    X(CHUNKS, "chunks", TS_NO_CHUNKS, is_lane, "one equal chunk a thread, not shrinking ones")     \
    X(TUNING, "tuning", TS_NO_TUNING, is_lane, "costs of launches are never corrected")            \
    X(SPIN, "spin", TS_NO_SPIN, is_lane, "idle threads sleep at once")                             \
    X(PINNING, "pinning", TS_NO_PINNING, is_lane, "threads are left to the scheduler")             \
    X(HUGEPAGES, "hugepages", TS_NO_HUGE_PAGES, is_lane, "memory in small pages")                  \
    X(REPLAY, "replay", 0, replays, "launches are started one by one, not as a recorded step")     \
    X(GRAPH, "graph", TS_NO_GRAPH, is_cuda, "launches go to streams one by one, not as a graph")   \
    X(PDL, "pdl", TS_NO_EARLY, is_cuda, "no launch begins before the one before it has ended")

enum {
#define X(name, ...) TS_ABLATION_##name,
    TS_ABLATIONS(X)
#undef X
        TS_ABLATION_COUNT
};

/* "without" has the bit of that optimisation: TS_LACKS(e->without, PREFETCH). */
#define TS_LACKS(without, name) ((without) >> TS_ABLATION_##name & 1u)

/* 0, or -1 with *err naming what does not apply to this target. */
int ts_ablation_check(unsigned without, const ts_target *target, ts_error *err);
/* Bits of ts_device_without. */
unsigned ts_ablation_of_device(unsigned without);
/* What the text is made for: a copy of the device's target with what it does without, beside the target
 * as it would be with all. */
ts_target ts_ablation_target(unsigned without, const ts_target *device, const ts_target *whole);
/* Few large launches: for devices where one costs more than reading x again. */
bool ts_ablation_fused(unsigned without, const ts_target *target);
/* Tunables of the kernels. */
void ts_ablation_shape(unsigned without, const ts_target *target, ts_shape *s);

#endif

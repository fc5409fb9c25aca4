/* ablation.h - inside an engine: what switching optimisations off means (public part: tessera/model.h). What
 * an engine does without is a list of names, as its host wrote it.
 *
 * Some change the text: these are the knobs of the families of targets (tessera/compile.h), and come
 * first. Some change the runtime: they are bits of ts_device_without. The rest change the shape or the
 * list of launches, which is up to the model. */
#ifndef TESSERA_ENGINE_ABLATION_H
#define TESSERA_ENGINE_ABLATION_H

#include "tessera/model.h"
#include "tessera/suite.h"

/* X(enumerator, name, bits of ts_device_without, applies, what), behind the knobs in ts_ablation_at. */
#define TS_ABLATIONS(X)                                                                            \
    X(VECTORS, "vectors", TS_NO_VECTORS, has_vectors, "the next narrower instruction set")         \
    X(SEPARATE, "separate", 0, is_cheap,                                                           \
      "norms inside the products behind them, 6 launches a layer")                                 \
    X(FUSION, "fusion", 0, is_dear, "norms, rope and products apart, 12 launches a layer")         \
    X(SPANS, "spans", 0, is_any, "attention of a head in one program, however long the context")   \
    X(BLOCKS, "blocks", 0, has_team, "tiles of the size that suits a CPU")                         \
    X(OVERLAP, "overlap", TS_NO_OVERLAP, is_any, "every launch waits for the one before")          \
    X(CHUNKS, "chunks", TS_NO_CHUNKS, is_any, "one equal chunk a thread, not shrinking ones")      \
    X(SPIN, "spin", TS_NO_SPIN, is_any, "idle threads sleep at once")                              \
    X(HUGEPAGES, "hugepages", TS_NO_HUGE_PAGES, is_any, "memory in small pages")                   \
    X(REPLAY, "replay", 0, replays, "launches are started one by one, not as a recorded step")     \
    X(GRAPH, "graph", TS_NO_GRAPH, is_any, "launches go to streams one by one, not as a graph")    \
    X(PDL, "pdl", TS_NO_EARLY, is_any, "no launch begins before the one before it has ended")

enum {
#define X(name, ...) TS_ABLATION_##name,
    TS_ABLATIONS(X)
#undef X
        TS_ABLATION_COUNT
};

/* Is that one of ours in the list? TS_LACKS(m->without, SPANS). */
#define TS_LACKS(without, name) ts_ablation_lacks(without, TS_ABLATION_##name)
bool ts_ablation_lacks(const char *without, int which);

/* Whether there is something to switch off in kernels for a target, on a device of which `can` are the
 * TS_NO_... that it can do without. */
bool ts_ablation_suits(const ts_ablation *a, const ts_target *target, unsigned can);
/* 0, or -1 with *err naming what there is not, or what does not apply to this device. */
int ts_ablation_check(const char *without, const ts_device *device, ts_error *err);
/* Bits of ts_device_without. */
unsigned ts_ablation_of_device(const char *without);
#endif

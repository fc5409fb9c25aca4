/* synthetic.h - weights of true shapes and random values, so that speed needs no download.
 *
 * The same spec gives the same bytes on every machine, for any number of threads. Values are
 * roughly normal with deviation 0.02 (norm gammas about 1), so activations stay finite.
 */
#ifndef TESSERA_ENGINE_SYNTHETIC_H
#define TESSERA_ENGINE_SYNTHETIC_H

#include "engine/weights.h"

typedef struct ts_synthetic {
    char preset[32];
    ts_dtype dtype; /* TS_bf16, TS_f16, TS_f32, or that of the codes of a format (quant.h) */
    uint64_t seed;
    int threads;      /* 0: as many as this process may use */
    bool small_pages; /* huge pages are not asked for */
    /* Called now and then from one thread at a time; may be NULL. */
    void (*progress)(void *arg, uint64_t done_bytes, uint64_t total_bytes);
    void *progress_arg;
} ts_synthetic;

/* True for "synthetic:...". */
bool ts_synthetic_is(const char *model);
/* "synthetic:PRESET[:DTYPE[:SEED]]"; bf16 and seed 0 where not said. Leaves the rest zero. */
int ts_synthetic_parse(const char *model, ts_synthetic *s, ts_error *err);
/* Gives data to blank views in that dtype (ts_views_blank), which ts_views_free frees. */
int ts_synthetic_fill(ts_views *v, const ts_graph *g, const ts_synthetic *s, ts_error *err);

#endif

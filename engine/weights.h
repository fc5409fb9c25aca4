/* weights.h - the tensors of a model folder, and the views of them that a graph needs.
 *
 * ts_weights is a store: model.safetensors, or the shards that model.safetensors.index.json lists.
 * ts_views has a view for each weight of a graph, with every shape and dtype checked;
 * it looks the same whether the bytes are a mapped file or synthetic (synthetic.h).
 * Weights keep the dtype of the file. A view's data is aligned to its element size, nothing more.
 */
#ifndef TESSERA_ENGINE_WEIGHTS_H
#define TESSERA_ENGINE_WEIGHTS_H

#include "engine/graph.h"
#include "engine/safetensors.h"

typedef struct ts_weights ts_weights;

ts_weights *ts_weights_open(const char *dir, ts_error *err);
void ts_weights_close(ts_weights *w);
size_t ts_weights_count(const ts_weights *w);
const ts_tensor *ts_weights_at(const ts_weights *w, size_t i); /* sorted by name */
const ts_tensor *ts_weights_find(const ts_weights *w, const char *name);
const char *ts_weights_file(const ts_weights *w, size_t i); /* path of shard i; NULL past the end */
/* "" or one line about something odd but harmless (index total_size that does not add up). */
const char *ts_weights_warning(const ts_weights *w);
/* -1 when something of them was missing when it was read, where zeros were read instead. */
int ts_weights_whole(const ts_weights *w, ts_error *err);

/* How many values of a tensor in f32, f16, bf16 or f8e8m0 are NaN or infinite (0 for other types), with a line that
 * says so where there are any. Reads all of it. */
size_t ts_tensor_nonfinite(const ts_tensor *t, char *text, size_t cap);

typedef struct ts_weight { /* row major */
    const void *data;      /* NULL: not there yet (a plan) */
    ts_dtype dtype;        /* of its elements */
    uint32_t rows, cols;   /* elements; a vector has one row, all dims but the last are rows */
    uint64_t bytes;        /* packed formats hold several elements in one of the file */
    const struct ts_weight *scale; /* one value for each block of it; NULL: it has none */
} ts_weight;

typedef struct ts_views {
    ts_weight *view; /* [slots of the graph]; those that are no weights stay zero */
    size_t views;
    ts_dtype dtype;   /* of most elements */
    ts_dtype norm;    /* of all small ones, or f32, to which they are widened, where they differ */
    char remark[256]; /* "", or a line about something that is there and not used */
    uint64_t bytes;   /* of all views, shared ones counted once */
    size_t extra;     /* tensors in the files that nothing here uses */
    /* What the views point into; for ts_views_free only. */
    ts_weights *store;
    void *block, *copies;
    size_t block_bytes;
} ts_views;

/* Opens and binds DIR. NULL with *err filled. */
ts_views *ts_views_open(const char *dir, const ts_graph *g, ts_error *err);
/* Binds an open store and owns it from now on (also when it fails). */
ts_views *ts_views_bind(ts_weights *store, const ts_graph *g, ts_error *err);
/* Views without data, all in one dtype but for those that say another: for a plan, or to be filled. */
ts_views *ts_views_blank(const ts_graph *g, ts_dtype dtype, ts_error *err);
void ts_views_free(ts_views *v);
/* By the name of its tensor; NULL: none. */
const ts_weight *ts_views_find(const ts_views *v, const ts_graph *g, const char *tensor,
                               uint32_t layer);
/* Whether a slot is a weight that lies in the files: none that is tied to another. */
bool ts_slot_is_stored(const ts_graph *g, const ts_slot *s);
/* Dims of a tensor as the file has them; how many. */
uint32_t ts_slot_dims(const ts_graph *g, const ts_tensor_def *t, uint64_t dim[TS_GRAPH_RANK]);

#endif

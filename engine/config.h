/* config.h - the shape of a model, read from config.json.
 *
 * Every number in a ts_config that a load returned lies within the limits below and the
 * numbers agree with each other, so products of two of them fit 64 bits. What this engine
 * cannot compute (other architectures, scaled rope, sliding windows) is refused by name.
 */
#ifndef TESSERA_ENGINE_CONFIG_H
#define TESSERA_ENGINE_CONFIG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/quant.h"
#include "tessera/error.h"
#include "tessera/tile.h"

enum {
    TS_MAX_LAYERS = 1024,
    TS_MAX_HIDDEN = 1 << 17, /* and heads * head_dim, and kv_heads * head_dim */
    TS_MAX_INTER = 1 << 20,
    TS_MAX_VOCAB = 1 << 24,
    TS_MAX_HEAD_DIM = 1024,
    TS_MAX_POSITION = 1 << 24,
};

struct ts_arch;

typedef struct ts_config {
    uint32_t hidden, inter, layers, heads, kv_heads, head_dim, vocab, max_position;
    double rope_theta, rms_eps;
    bool tied;             /* the output matrix is the embedding */
    ts_dtype dtype;        /* as declared; the weights file decides. TS_f32, TS_f16 or TS_bf16 */
    const ts_quant *quant; /* of matrices in the files that are codes; NULL: none are */
    const struct ts_arch *arch; /* engine/graph.h; NULL: the first there is */
} ts_config;

/* DIR/config.json. 0, or -1 with *err filled. */
int ts_config_load(const char *dir, ts_config *c, ts_error *err);

/* The same from text; `where` is what messages call it. */
int ts_config_parse(const char *text, size_t bytes, const char *where, ts_config *c, ts_error *err);

/* True for a name at the top of config.json that is read, or known not to change what the model
 * writes. What is neither may be of another version of the architecture. */
bool ts_config_expects(const char *field);

/* "r1-distill-1.5b", "-7b", "-14b", "-32b", "mini". */
int ts_config_preset(const char *name, ts_config *c, ts_error *err);

#endif

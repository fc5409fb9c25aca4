/* model.h - inside an engine: buffers, module and recorded steps of one Qwen2 model.
 *
 * Ownership: the engine owns all; buffers of weights wrap memory of `weights`, so steps and buffers
 * go before weights, and the device last. */
#ifndef TESSERA_ENGINE_MODEL_H
#define TESSERA_ENGINE_MODEL_H

#include "engine/ablation.h"
#include "engine/weights.h"
#include "tessera/compile.h"
#include "tessera/engine.h"
#include "kernels/r1_distill/shape.h"

/* Cells: one i32, u32 or (TOP, the logit of the greedy choice) f32 each, in one buffer. Position and
 * length, token and top lie side by side: what is written or read together costs a device one call. */
enum { CELL_POSITION, CELL_LENGTH, CELL_VALID, CELL_TOKEN, CELL_TOP, CELLS = 16 };

typedef struct ts_layer_buffers {
    ts_buffer *input_norm, *q, *q_bias, *k, *k_bias, *v, *v_bias, *o, *post_norm, *gate, *up, *down;
    ts_buffer *qkv, *qkv_bias; /* fused: the heads of q, k and v one after the other */
    ts_buffer *kcache, *vcache;
} ts_layer_buffers;

typedef struct ts_launch_note { /* for profiles */
    const char *kernel;
    uint64_t bytes; /* read at an empty context */
} ts_launch_note;

/* What a token costs: one recorded step, or one for each launch where they are started one by one. */
typedef struct ts_steps {
    ts_step **step;
    size_t n;
} ts_steps;

struct ts_engine {
    ts_engine_info info;
    ts_config config;
    ts_shape shape;
    unsigned without;  /* TS_ABLATION_..., for TS_LACKS */
    ts_target *target; /* that kernels are made for: a copy */
    ts_device *device;
    ts_qwen2_weights *weights;
    bool shared; /* they belong to another engine */
    ts_module *module;
    bool fused; /* few large launches: for devices where a launch costs more than reading x again */
    ts_buffer **owned; /* every buffer, for closing */
    size_t n_owned, cap_owned;
    ts_layer_buffers *layer;
    ts_buffer *embed, *norm, *lm_head, *cosines, *sines, *cells;
    ts_buffer *x, *normed, *q, *k, *v, *attended, *inner, *logits, *partial, *stats, *val, *idx;
    ts_steps quiet; /* layers only: a prompt token whose logits nobody reads */
    ts_steps full;  /* layers, output matrix, greedy choice */
    ts_launch_note *note;
    size_t n_note;
    uint32_t position, valid;
    int32_t *token; /* [ctx] the sequence; -1: chosen on the device and never asked for */
    int32_t chosen; /* the greedy choice after it, likewise */
    bool may_widen; /* nobody asked for the cache in f16; another may take its place */
    void (*say)(void *arg, const char *text); /* of ts_engine_options; may be NULL */
    void *arg;
};

/* qwen2.c: shape, kernels, buffers, steps; device and weights are there. */
int ts_qwen2_build(ts_engine *e, ts_error *err);
/* Frees all that ts_qwen2_build made, so that it may be called again. */
void ts_qwen2_clear(ts_engine *e);
/* Each launch of a token as a step of its own; e->note tells which kernel. */
int ts_qwen2_singles(ts_engine *e, ts_steps *to, ts_error *err);
void ts_steps_free(ts_steps *s);

/* sequence.c: -1 if weights were missing when they were read. */
int ts_engine_whole(const ts_engine *e, ts_error *err);

/* explain.c: whether a key or value of the sequence is no number. */
bool ts_engine_cache_is_bad(ts_engine *e, ts_error *err);
/* -1, with *err naming the first place of the last steps that was no number. */
int ts_engine_explain(ts_engine *e, ts_error *err);

/* rope.c: [ctx][half] each */
void ts_rope_tables(uint32_t ctx, uint32_t half, double theta, float *cosines, float *sines);

#endif

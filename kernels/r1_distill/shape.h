/* shape.h - the shape of a decoder of the Qwen2 kind, as this suite's kernels are built for it. */
#ifndef TESSERA_KERNELS_R1_DISTILL_SHAPE_H
#define TESSERA_KERNELS_R1_DISTILL_SHAPE_H

#include "tessera/suite.h"

typedef struct r1_types {
    ts_dtype weight; /* matrices; i8, i4, f4e2m1: codes, with scales (matrix.h) */
    ts_dtype norm;   /* gamma and biases */
    ts_dtype kv;     /* KV cache; i8: codes, with scales (cache.h) */
} r1_types;

typedef struct r1_schedule {
    int block;       /* elements a program reads of a row at a time */
    int key_block;   /* attention: cached positions taken at a time */
    int split;       /* attention: cached positions of one program; multiple of key_block */
    int vocab_block; /* argmax, shares of a draw: logits of one program; multiple of block */
    /* Products of a chunk take tiles of rows x cols of the result, depth elements of a sum at a time. */
    int tile_rows;  /* tokens of a tile */
    int tile_cols;  /* rows of weights of a tile, and of a program */
    int tile_depth; /* elements of both */
    int tile_span;  /* tokens of a program */
    int queries;    /* attention of a chunk: tokens of a program, all heads of a group each */
    int lanes;      /* codes with scales: multiplied at once; divides 32, or above: a block */
    int tile_whole; /* of products: as many elements, or fewer, are not cut to tile_depth */
    int keys;       /* attention of a chunk: cached positions taken at a time */
    int width;      /* running sums of a row's product; divides block */
    int group;      /* products of a batch: sequences that meet a row of weights at once */
    int pair_group; /* the same of two matrices, walked one after the other */
    int batch_rows; /* likewise, by a matrix unit: rows of weights of a program, at most; 1: by vectors */
    int halves; /* products of a chunk: 1: x is the sum of two numbers in bf16 (halves.h) */
} r1_schedule;

struct ts_shape {
    int d;        /* width of the residual stream */
    int heads;    /* query heads */
    int kv_heads; /* key and value heads; divides heads */
    int head_dim; /* even */
    int inter;    /* width of the MLP */
    int vocab;    /* rows of the embedding, padding included */
    int ctx;      /* positions in the KV cache and the rope tables */
    double eps;   /* of the norms */
    int chunk;    /* tokens of a prompt that are taken at once, at most */
    int batch;    /* sequences of a step, at most */
    r1_types type;
    r1_schedule plan;
};

/* What models share, bf16 throughout, with the schedule that suits a CPU; the other dimensions are 0. */
extern const ts_shape ts_r1_base;
extern const ts_suite ts_suite_r1_distill;

#endif

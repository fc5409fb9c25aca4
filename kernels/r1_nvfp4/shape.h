/* shape.h - the shape of a decoder layer of the DeepSeek-V3/R1 kind in NVFP4, as this suite's kernels are built for it.
 *
 *     x [tokens,d] --- fused_a ---> q_lora | kv_lora | rope          latents of queries, of the cache, and its key's rope
 *     q_lora --------- q_b -------> heads x (nope | rope)
 *     kv_lora -------- kv_b ------> heads x (nope | value)           prefill; decode has it folded into w_kc and w_vc
 *     cache                         pages of `page` rows of kv_lora | rope, one row a position
 *     experts          `experts` of width inter, of which a token goes to topk, from `kept` of `groups`
 *
 * `tokens` is what buffers have room for; how many are live is a size of the launch.
 */
#ifndef TESSERA_KERNELS_R1_NVFP4_SHAPE_H
#define TESSERA_KERNELS_R1_NVFP4_SHAPE_H

#include "tessera/suite.h"

typedef struct nv_types {
    ts_dtype weight; /* norms, and matrices without scales: bf16, or f32 */
    ts_dtype
        act; /* activations between kernels: bf16, or f32, where nothing is rounded between them */
    ts_dtype kv;     /* cache, and queries that meet it: bf16, f32, or f8e4m3 */
    ts_dtype logits; /* of the router: f32, or bf16 */
} nv_types;

typedef struct nv_schedule {
    int block;  /* elements a program takes of a row at a time */
    int sums;   /* products of bf16 with few rows of x: running sums of each */
    int span;   /* products of bf16 with many: tokens of a program */
    int high;   /* these: tokens of a tile; span, or of which it has several */
    int cols;   /* rows of weights of a program, at most */
    int deep;   /* elements of both at a time */
    int rows;   /* decoding: rows of queries of a program */
    int split;  /* positions of a span, which a program goes through alone */
    int apart;  /* 1: positions are read once as keys and once as values */
    int ragged; /* ragged attention: queries of a program */
    int keys;   /* attention: positions that these meet at a time */
    int words;  /* of 8 codes of a row that are taken at once; 0: codes are tiles */
    int tile;   /* rows and columns of a tile of a product of codes */
} nv_schedule;

struct ts_shape {
    int d;       /* width of the residual stream */
    int q_lora;  /* latent of the queries */
    int kv_lora; /* latent of keys and values */
    int heads;
    int nope;       /* elements of a head's query and key that have no position */
    int rope;       /* those that have; even */
    int value;      /* elements of a head's value */
    int head;       /* of a head in apply_rope, whose first `rope` are turned */
    int neox;       /* 1: pairs that rope turns are half of it apart, 0: neighbours */
    int experts;    /* routed ones */
    int topk;       /* of these, how many a token goes to */
    int groups;     /* of experts; divides them */
    int kept;       /* of these, how many a token chooses from */
    int shared;     /* experts that every token goes to, beside (moe_fused_gate_shared) */
    int scaled;     /* 1: moe_fused_gate multiplies by `scaling`, 0: who adds experts up */
    int normed;     /* 1: weights of topk_softmax and topk_sigmoid sum to 1 */
    int inter;      /* width of an expert, and of the shared one */
    int dense;      /* width of the MLP in layers without experts */
    int tokens;     /* of a step, at most */
    int requests;   /* of a step, at most */
    int queries;    /* tokens that a request has in a step of decoding */
    int context;    /* positions of a request, at most */
    int page;       /* positions of a page of the cache */
    int pages;      /* of the cache, which requests may share */
    int kv_tokens;  /* keys of all requests in a step of ragged attention, at most */
    int causal;     /* 1: there a query sees no later key, 0: all of its request's */
    int align;      /* rows that an expert's share is filled up to (moe_align_block_size) */
    int tiled;      /* 1: scales lie in tiles of 128 x 4 (scales.h), 0: row by row */
    double eps;     /* of the norms */
    double scaling; /* of the routed experts' weights */
    double cap;     /* of the logits of topk_softmax; 0: none */
    double scale;   /* of scores, before softmax */
    nv_types type;
    nv_schedule plan;
};

extern const ts_suite ts_suite_r1_nvfp4;

#endif

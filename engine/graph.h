/* graph.h - a model as data: which tensors it has, and which kernels make a token of them.
 *
 * An architecture is a table (ts_arch; qwen2.c is one): symbols, tensors, nodes. Nothing here knows any
 * of them by name. What reads the tables is the same for all models:
 *
 *     graph.c   the tables at the sizes of one model: a slot for each tensor of each layer
 *     bind.c    weights: names, shapes and dtypes of a folder, checked
 *     calls.c   launches: nodes with their stages, parameters bound by name
 *     plan.c    memory, and bytes of a token
 *     tensors.c buffers          sequence.c  steps          explain.c  what is no number
 *
 * Symbols are numbers that dims are made of. An architecture lists its own behind those that all have;
 * TOKENS (of a step) and SEQUENCES are among them, though both are 1 today. CHUNK is how many tokens of a
 * prompt are taken at once, by launches of their own, and BATCH how many sequences a step takes at most, by
 * launches that read the weights once for them; where one is 1 there are none of those.
 */
#ifndef TESSERA_ENGINE_GRAPH_H
#define TESSERA_ENGINE_GRAPH_H

#include "engine/config.h"
#include "tessera/model.h"
#include "tessera/suite.h"

enum { TS_GRAPH_RANK = 4, TS_MAX_SYMBOLS = 48, TS_SLOT_NAME = 128 };

/* Symbol 0 ends a list of dims. */
enum {
    TS_NO_SYMBOL,
    TS_LAYERS,
    TS_CTX,
    TS_TOKENS,
    TS_CHUNK,
    TS_SEQUENCES,
    TS_BATCH,
    TS_OWN_SYMBOLS
};

typedef enum {
    TS_WEIGHT,     /* lies in the files */
    TS_JOINED,     /* weights one after the other in one buffer; f32 where their dtypes differ */
    TS_TABLE,      /* f32, computed from the configuration when a model is opened */
    TS_STATE,      /* of a sequence, kept from token to token: a cache */
    TS_ACTIVATION, /* of a sequence, made and read within a step */
} ts_role;

typedef struct ts_tensor_def {
    const char *name; /* as nodes bind it */
    ts_role role;
    /* The field of its kernels' shapes that its dtype decides ("weight"); NULL: none. A weight's is its own,
     * the same in all layers; a state's is that of the cache, or its own where it decides nothing. */
    const char *decides;
    unsigned in;                      /* kinds of layers that have one each; 0: the model has one */
    unsigned char dim[TS_GRAPH_RANK]; /* symbols; none: as many elements as its kernels ask for */
    ts_dtype dtype; /* TS_f32 unless said; of a weight that is packed: of its elements */

    /* TS_WEIGHT */
    const char *file; /* its name there; # stands for the layer, * for one of `each` */
    const char
        *like; /* the tensor whose dtype it must have; NULL: its own, that of the first layer */
    const char *tied; /* the tensor that stands for it where the configuration ties the two */
    bool widens;      /* small: where such ones differ in dtype, all are widened to f32 */
    const char *
        scale; /* the weight that holds a scale for each block of it; of joined ones: joined; of states: a state */
    const char *stored; /* type in the file ("U8"), where not F32, F16 or BF16 */
    unsigned char per;  /* elements of dtype in one element of the file, along the last dim; 0: 1 */
    /* It scales codes (quant.h), one for so many elements of the last dim, and is there only where what
     * it scales is codes. 0: it is no such scale. */
    unsigned char share;
    unsigned char each; /* symbol: so many of them, alike (experts); 0: one */
    unsigned char rows; /* symbol: a token reads only so many rows of it (a lookup); 0: all */
    bool gain;          /* random ones are near 1, not near 0 */

    const char *parts; /* TS_JOINED: names, in order */
    /* TS_TABLE: all of it, row by row. */
    void (*fill)(const ts_config *c, const uint64_t *size, float *to);
} ts_tensor_def;

/* Nodes outside of the layers; kinds of layers are the bits from TS_KIND on. */
enum { TS_BEFORE = 1, TS_AFTER = 2, TS_KIND = 4 };
/* Ways to make a token: plain kernels, or few large ones for devices where a launch costs more. */
enum { TS_PLAIN = 1, TS_FUSED = 2, TS_WAYS = TS_PLAIN | TS_FUSED };
/* Of the launches of a chunk, not of a token; those in TS_AFTER stand before the token's own, which end a
 * chunk, too. */
enum { TS_OF_CHUNK = 4 };
/* Of a step of several sequences (batch.c). Those of a token belong to it, too, each sequence having one of its
 * own, but where a launch for all stands in the place of one that is a lone token's. To a launch for all
 * an activation has BATCH rows, of which each sequence's own launches see one. */
enum { TS_OF_BATCH = 8, TS_LONE = 16 };
/* Of neither, in TS_AFTER: what a token that is drawn needs to know of all logits. */
enum { TS_OF_DRAW = 32 };

typedef struct ts_node_def {
    const char *kernel;
    /* "w=q_weight x=normed y=q pos=position": tensors for the params and cells for the sizes of all its
     * stages, in any order; a word alone is both names. */
    const char *bind;
    int class;
    unsigned in; /* TS_BEFORE, TS_AFTER (only where logits are wanted), or kinds of layers */
    unsigned
        way; /* TS_PLAIN, TS_FUSED; neither: in both. And TS_OF_CHUNK, TS_OF_BATCH, TS_LONE or TS_OF_DRAW */
} ts_node_def;

typedef struct ts_arch {
    const char *name; /* model_type of config.json */
    const ts_tensor_def *tensor;
    size_t tensors;
    const ts_node_def *node;
    size_t nodes;
    const ts_class *class; /* that nodes name by number */
    int classes;
    const char *logits; /* the activation that holds them */
    const char
        *tokens; /* and that which a chunk's tokens are written to; NULL: there are no chunks */
    /* What TS_OF_DRAW leaves: f32[2,spans], each span's largest logit and what its logits weigh beside it
     * (sampler.h); NULL: nothing. */
    const char *shares;
    /* Fills the symbols from TS_OWN_SYMBOLS on. */
    void (*sizes)(const ts_config *c, uint64_t *size);
    /* One bit of a layer's kind, TS_KIND or above. NULL: all are TS_KIND. */
    unsigned (*kind)(const ts_config *c, uint32_t layer);
    const ts_suite *suite; /* of its kernels */
    const ts_shape *base;  /* with the schedule that suits a CPU */
    /* The dimensions of a shape; size: the symbols. */
    void (*shape)(const ts_config *c, const uint64_t *size, ts_shape *s);
    /* Logits of a span of `shares`. */
    int (*span)(const ts_shape *s);
    /* Changes its schedule: attention of a head in one program. */
    void (*one_span)(ts_shape *s);
    /* Operations of a token for each cached position, all layers; a multiply-add counts two. */
    uint64_t (*position_flops)(const ts_config *c);

    /* ---- what config.json says otherwise than for others (config.c) ---- */
    const char *model_class; /* in "architectures": "Qwen2ForCausalLM" */
    /* Flags that must have one value where they are present; ends with a NULL key. */
    const struct ts_wanted_flag {
        const char *key;
        bool wanted;
        const char *why;
    } * flag;
    uint32_t max_position; /* where none is given */
    bool windows;          /* the reference reads fields about sliding windows */
} ts_arch;

/* ---- arch.c ---- */

extern const ts_arch ts_arch_qwen2;
/* NULL past the end. */
const ts_arch *ts_arch_at(size_t i);
/* Of what config.json describes; the first there is where it was made otherwise. */
const ts_arch *ts_arch_of(const ts_config *c);

/* ---- the tables at the sizes of one model ---- */

typedef struct ts_slot { /* a tensor of the model, of one of its layers, or one of `each` there */
    const ts_tensor_def *def;
    uint32_t layer, member;
} ts_slot;

typedef struct ts_graph {
    const ts_arch *arch;
    ts_config config;
    uint64_t size[TS_MAX_SYMBOLS];
    ts_slot *slot; /* tensors before the first of a layer; layer by layer; the rest */
    size_t slots;
    uint32_t *first; /* slot of [tensor][layer]; UINT32_MAX: it has none */
} ts_graph;

/* NULL with *err filled. size[TS_CHUNK] and size[TS_BATCH] are 1, and may be set before anything is made of
 * the graph. */
ts_graph *ts_graph_new(const ts_arch *arch, const ts_config *c, uint32_t ctx, ts_error *err);
void ts_graph_free(ts_graph *g);
/* The number of a tensor by name; -1: none. */
int ts_graph_tensor(const ts_arch *arch, const char *name, size_t length);
/* Slot of a tensor in a layer (any for one that the model has once), and how many are alike from there on;
 * -1: it has none. */
ptrdiff_t ts_graph_slot(const ts_graph *g, int tensor, uint32_t layer);
uint64_t ts_graph_each(const ts_graph *g, const ts_tensor_def *t);
/* Elements; UINT64_MAX where the product wraps. 0: no dims are given. */
uint64_t ts_graph_elements(const ts_graph *g, const ts_tensor_def *t);
uint32_t ts_graph_rank(const ts_tensor_def *t);
/* Extent of dim i; of a scale, in shares. */
uint64_t ts_graph_dim(const ts_graph *g, const ts_tensor_def *t, uint32_t i);
/* The kind of a layer, one bit. */
unsigned ts_graph_kind(const ts_graph *g, uint32_t layer);
/* Whether the configuration puts another tensor in the place of this one. */
bool ts_graph_tied(const ts_graph *g, const ts_tensor_def *t);
/* Its name in the files. */
void ts_slot_name(const ts_slot *s, char name[TS_SLOT_NAME]);
/* The next name of a list with blanks between; NULL at its end. */
const char *ts_next_name(const char **list, size_t *length);

#endif

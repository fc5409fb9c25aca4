/* calls.h - the launches of a token: an architecture's nodes for one model on one target.
 *
 *     node ── its kernel, traced for the model's sizes and dtypes ── a use of it for each stage
 *          ── every param and size of a stage bound by name to a tensor or a cell
 *     call     a use in a layer
 *
 * A chunk of a prompt has launches of its own, from the same nodes' list, and a step of several sequences
 * (a batch) some.
 *
 * Everything that a description can have wrong is found here, before memory is taken: unknown names,
 * params that nothing is bound to, other numbers of elements or other dtypes than the kernel declares.
 */
#ifndef TESSERA_ENGINE_CALLS_H
#define TESSERA_ENGINE_CALLS_H

#include "engine/ablation.h"
#include "engine/weights.h"

/* What changes from token to token: one i32, u32 or f32 each (f32: top, the logit of the greedy choice; cold, 1 / temperature), in one
 * buffer of a sequence. Nodes bind them by these names. Position, length and rows (of a chunk), token and
 * top lie side by side: what is written or read together costs a device one call. */
enum {
    TS_POSITION,
    TS_LENGTH,
    TS_ROWS,
    TS_VALID,
    TS_TOKEN,
    TS_TOP,
    TS_COLD,
    TS_NAMED_CELLS,
    TS_CELLS = 16
};

typedef struct ts_arg_of { /* a param: a tensor of the architecture, or a cell */
    int tensor, cell;      /* the other one is -1 */
    ts_mode mode;
} ts_arg_of;

typedef struct ts_use {
    const ts_node_def *node;
    char kernel[128]; /* its name in the module */
    int args, sizes;
    ts_arg_of arg[TS_MAX_BUFFERS];
    int size[TS_MAX_SIZES]; /* cells */
    const ts_traced *traced;
    int stage;
    uint64_t bytes; /* that it reads at an empty context, by the suite's own count */
} ts_use;

typedef struct ts_call {
    const ts_use *use;
    uint32_t layer;
} ts_call;

typedef struct ts_call_list {
    ts_call *call;
    size_t calls, before_output; /* the first so many do without the output */
} ts_call_list;

typedef struct ts_calls {
    const ts_graph *graph;
    const ts_views *views;
    const ts_target *target;
    ts_shape *shape; /* of its kernels, but that each has the dtypes of its own tensors */
    ts_dtype kv;
    unsigned way;
    ts_traced **kernel; /* all, in the order of their first call */
    size_t kernels;
    ts_use *use;
    size_t uses;
    ts_call_list token, chunk; /* of a chunk: none where a chunk is one token */
    ts_call_list
        batch; /* those of a token are there for each sequence; none where a batch is one */
    ts_call_list draw;
    uint64_t *elements; /* [tensors] of the architecture; 0: nothing calls it */
} ts_calls;

typedef struct ts_calls_how {
    const ts_target *target; /* must outlive the calls */
    const char *without;     /* names, for TS_LACKS; NULL: none */
    ts_dtype kv;
} ts_calls_how;

/* NULL with *err filled. The graph and the views must outlive it; data need not be there yet. */
ts_calls *ts_calls_new(const ts_graph *g, const ts_views *v, const ts_calls_how *how,
                       ts_error *err);
void ts_calls_free(ts_calls *c);
/* The schedule of a shape for a target, without what it has to do without. */
void ts_calls_schedule(const ts_arch *arch, const ts_target *target, const char *without,
                       ts_shape *s);
/* Whose launches there are: a token's; what a chunk, a batch and a draw have beside those. */
typedef enum {
    TS_LAUNCH_TOKEN,
    TS_LAUNCH_CHUNK,
    TS_LAUNCH_BATCH,
    TS_LAUNCH_DRAW,
    TS_LAUNCHES
} ts_launches;
ts_launches ts_use_of(const ts_use *e);
/* The kernels of these as one text; see ts_emit. */
char *ts_calls_emit(const ts_calls *c, ts_launches of, size_t *bytes, ts_error *err);
/* Of a tensor's buffer on a device. */
ts_dtype ts_calls_dtype(const ts_calls *c, int tensor, uint32_t layer);
uint64_t ts_calls_bytes(const ts_calls *c, int tensor, uint32_t layer);
/* Does a call read a state, all of its positions? */
bool ts_use_reads_state(const ts_calls *c, const ts_use *e);

#endif

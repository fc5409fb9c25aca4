/* bind.c - views of the weights that a graph names (weights.h). */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "engine/folder.h"
#include "engine/weights.h"

bool ts_slot_is_stored(const ts_graph *g, const ts_slot *s)
{
    return s->def->role == TS_WEIGHT && !ts_graph_tied(g, s->def) &&
           (!s->def->share || g->config.quant);
}

uint32_t ts_slot_dims(const ts_graph *g, const ts_tensor_def *t, uint64_t dim[TS_GRAPH_RANK])
{
    uint32_t rank = ts_graph_rank(t);
    for (uint32_t i = 0; i < rank; i++) dim[i] = ts_graph_dim(g, t, i);
    if (t->per) dim[rank - 1] = (dim[rank - 1] + t->per - 1) / t->per;
    return rank;
}

/* ---- a view ---- */

/* Numbers come from a configuration, which bounds them. */
static void shape_view(const ts_graph *g, const ts_tensor_def *t, ts_weight *w)
{
    uint32_t rank = ts_graph_rank(t);
    w->rows = 1;
    for (uint32_t i = 0; i + 1 < rank; i++) w->rows *= (uint32_t)g->size[t->dim[i]];
    w->cols = (uint32_t)ts_graph_dim(g, t, rank - 1);
}

/* The slot of the scales that a matrix has where it is codes; -1: it is never. */
static ptrdiff_t scale_slot(const ts_graph *g, const ts_slot *s)
{
    const char *name = s->def->scale;
    int tensor = ts_graph_tensor(g->arch, name, name ? strlen(name) : 0);
    if (tensor < 0 || !g->arch->tensor[tensor].share) return -1;
    return ts_graph_slot(g, tensor, s->layer);
}

static const ts_weight *other(const ts_views *v, const ts_graph *g, const char *name,
                              const ts_slot *s)
{
    int tensor = ts_graph_tensor(g->arch, name, name ? strlen(name) : 0);
    ptrdiff_t at = tensor < 0 ? -1 : ts_graph_slot(g, tensor, s->layer);
    return at < 0 ? NULL : &v->view[(size_t)at + (g->arch->tensor[tensor].each ? s->member : 0)];
}

const ts_weight *ts_views_find(const ts_views *v, const ts_graph *g, const char *tensor,
                               uint32_t layer)
{
    return other(v, g, tensor, &(ts_slot){.layer = layer});
}

/* ---- what all have in common ---- */

static ts_dtype common_norm(const ts_views *v, const ts_graph *g, ts_dtype otherwise)
{
    ts_dtype t = TS_NDTYPE;
    for (size_t i = 0; i < g->slots; i++) {
        const ts_tensor_def *d = g->slot[i].def;
        if (d->role != TS_WEIGHT || !d->widens) continue;
        if (t != TS_NDTYPE && t != v->view[i].dtype) return TS_f32;
        t = v->view[i].dtype;
    }
    return t == TS_NDTYPE ? otherwise : t;
}

static ts_dtype most(const ts_views *v, const ts_graph *g)
{
    uint64_t n[TS_NDTYPE] = {0};
    int best = 0;
    for (size_t i = 0; i < g->slots; i++)
        if (ts_slot_is_stored(g, &g->slot[i]))
            n[v->view[i].dtype] += (uint64_t)v->view[i].rows * v->view[i].cols;
    for (int t = 1; t < TS_NDTYPE; t++)
        if (n[t] > n[best]) best = t;
    return (ts_dtype)best;
}

/* Once all that is stored has its view: what is tied, scales, sums. */
static void finish(ts_views *v, const ts_graph *g)
{
    for (size_t i = 0; i < g->slots; i++) {
        const ts_tensor_def *t = g->slot[i].def;
        if (t->role != TS_WEIGHT) continue;
        if (ts_graph_tied(g, t)) v->view[i] = *other(v, g, t->tied, &g->slot[i]);
    }
    for (size_t i = 0; i < g->slots; i++) {
        const ts_weight *scale = other(v, g, g->slot[i].def->scale, &g->slot[i]);
        if (scale && scale->rows) v->view[i].scale = scale;
    }
    v->dtype = most(v, g);
    v->norm = common_norm(v, g, v->dtype);
}

static ts_views *views_new(const ts_graph *g, ts_error *err)
{
    ts_views *v = calloc(1, sizeof *v);
    if (v && (v->view = calloc(g->slots + 1, sizeof *v->view))) {
        v->views = g->slots;
        return v;
    }
    free(v);
    ts_fail(err, "out of memory for %zu tensors", g->slots);
    return NULL;
}

static ts_weight *blank_as(ts_views *v, const ts_graph *g, size_t slot, ts_dtype dtype)
{
    const ts_tensor_def *t = g->slot[slot].def;
    ts_weight *w = &v->view[slot];
    shape_view(g, t, w);
    w->dtype = dtype;
    w->bytes = ts_storage(dtype, ts_graph_elements(g, t));
    v->bytes += w->bytes;
    return w;
}

/* Codes with their scales, where dtype is of codes and the tensor is a matrix that they can take. */
static void blank(ts_views *v, const ts_graph *g, size_t slot, ts_dtype dtype)
{
    const ts_tensor_def *t = g->slot[slot].def;
    const ts_quant *q = ts_quant_of(dtype);
    bool codes = q && scale_slot(g, &g->slot[slot]) >= 0 &&
                 ts_quant_takes(q, ts_graph_dim(g, t, ts_graph_rank(t) - 1));
    if (codes)
        blank_as(v, g, (size_t)scale_slot(g, &g->slot[slot]), q->scale);
    else if (q)
        dtype = TS_bf16;
    blank_as(v, g, slot, t->stored ? t->dtype : dtype);
}

ts_views *ts_views_blank(const ts_graph *g, ts_dtype dtype, ts_error *err)
{
    ts_views *v = views_new(g, err);
    for (size_t i = 0; v && i < g->slots; i++) {
        if (ts_slot_is_stored(g, &g->slot[i]) && !g->slot[i].def->share) blank(v, g, i, dtype);
    }
    if (v) finish(v, g);
    return v;
}

/* ---- from files ---- */

typedef struct copy { /* of a tensor that does not lie at a multiple of its element size */
    struct copy *next;
    _Alignas(64) char data[];
} copy;

typedef struct binding {
    const ts_graph *g;
    ts_views *to;
    const ts_tensor **first; /* of each tensor that decides a dtype: the first one in the files */
    size_t used;
    ts_error *err;
} binding;

static const char *path_of(const binding *b, const ts_tensor *t, ts_shown *path)
{
    *path = ts_show_path(ts_weights_file(b->to->store, t ? t->file : 0));
    return path->text;
}

static void write_shape(char *out, size_t cap, uint32_t rank, const uint64_t *dim)
{
    size_t used = (size_t)snprintf(out, cap, "[");
    for (uint32_t i = 0; i < rank; i++)
        used += (size_t)snprintf(out + used, cap - used, "%s%" PRIu64, i ? ", " : "", dim[i]);
    snprintf(out + used, cap - used, "]");
}

/* Is it a matrix that is stored as codes? */
static bool are_codes(const binding *b, const ts_tensor *t, const ts_tensor_def *d)
{
    const ts_quant *q = b->g->config.quant;
    if (!q || !d->scale || d->stored || strcmp(t->type->name, q->stored) != 0) return false;
    return ts_quant_takes(q, ts_graph_dim(b->g, d, ts_graph_rank(d) - 1));
}

static int check_shape(const binding *b, const ts_tensor *t, const ts_tensor_def *d)
{
    uint64_t dim[TS_GRAPH_RANK] = {0};
    uint32_t rank = ts_slot_dims(b->g, d, dim);
    if (are_codes(b, t, d)) dim[rank - 1] /= (uint64_t)b->g->config.quant->per;
    char is[256], wanted[128];
    ts_shown path;
    if (t->rank == rank && !memcmp(t->dim, dim, rank * sizeof *dim)) return 0;
    write_shape(is, sizeof is, t->rank, t->dim);
    write_shape(wanted, sizeof wanted, rank, dim);
    return ts_fail(b->err, "%s: tensor \"%s\" has the shape %s; config.json asks for %s",
                   path_of(b, t, &path), t->name, is, wanted);
}

/* Kernels are made for one dtype of their matrices, and are the same for all layers. */
static int check_alike(binding *b, const ts_tensor *t, const ts_tensor_def *d)
{
    const char *like = d->like ? d->like : d->name;
    const ts_tensor **first = &b->first[ts_graph_tensor(b->g->arch, like, strlen(like))];
    ts_shown path;
    if (!*first) *first = t;
    if ((*first)->type == t->type) return 0;
    return ts_fail(b->err,
                   "%s: matrix \"%s\" is stored as %s, \"%s\" as %s; that these two differ is not "
                   "supported",
                   path_of(b, t, &path), t->name, t->type->name, (*first)->name,
                   (*first)->type->name);
}

static int check_type(binding *b, const ts_tensor *t, const ts_tensor_def *d)
{
    int dtype = t->type->dtype;
    bool real = dtype == TS_f32 || dtype == TS_f16 || dtype == TS_bf16;
    ts_shown path;
    const char *wanted = d->share ? b->g->config.quant->beside : d->stored;
    if (wanted ? strcmp(t->type->name, wanted) != 0 : !real && !are_codes(b, t, d))
        return ts_fail(b->err, "%s: tensor \"%s\" is stored as %s; only %s read",
                       path_of(b, t, &path), t->name, t->type->name,
                       wanted ? wanted : "F32, F16 and BF16 are");
    return d->decides && !d->widens ? check_alike(b, t, d) : 0;
}

/* The file format promises no alignment; kernels read whole elements. */
static const void *align(binding *b, const ts_tensor *t)
{
    copy *c;
    unsigned each = t->type->bits < 8 ? 1 : (unsigned)t->type->bits / 8;
    if ((uintptr_t)t->data % each == 0) return t->data;
    c = aligned_alloc(64, (sizeof *c + t->bytes + 63) & ~(size_t)63);
    if (!c) {
        ts_fail(b->err, "out of memory for tensor \"%s\" (%zu bytes)", t->name, t->bytes);
        return NULL;
    }
    c->next = b->to->copies;
    b->to->copies = c;
    return memcpy(c->data, t->data, t->bytes);
}

static int bind_one(binding *b, const ts_slot *s, ts_weight *w)
{
    char name[TS_SLOT_NAME];
    ts_shown path;
    ts_slot_name(s, name);
    const ts_tensor *t = ts_weights_find(b->to->store, name);
    if (!t)
        return ts_fail(b->err, "%s: tensor \"%s\" is missing%s", path_of(b, NULL, &path), name,
                       s->def->tied ? ", and config.json does not set tie_word_embeddings" : "");
    if (check_shape(b, t, s->def) || check_type(b, t, s->def)) return -1;
    shape_view(b->g, s->def, w);
    w->data = align(b, t);
    w->dtype = s->def->stored ? s->def->dtype : (ts_dtype)t->type->dtype;
    bool codes = are_codes(b, t, s->def);
    if (codes) w->dtype = b->g->config.quant->code;
    w->bytes = t->bytes;
    b->to->bytes += t->bytes;
    b->used++;
    if (!w->data) return -1;
    ptrdiff_t scale = scale_slot(b->g, s);
    return codes ? bind_one(b, &b->g->slot[scale], &b->to->view[scale]) : 0;
}

/* What is stored though it is tied is not used, as transformers 4 does it (5 uses it). */
static void remark_tied(binding *b, const ts_slot *s)
{
    char name[TS_SLOT_NAME];
    ts_slot_name(s, name);
    const ts_tensor *t = ts_weights_find(b->to->store, name);
    const ts_weight *w = other(b->to, b->g, s->def->tied, s);
    if (!t || !w->data) return;
    if (t->bytes != w->bytes || memcmp(t->data, w->data, t->bytes) != 0)
        snprintf(b->to->remark, sizeof b->to->remark,
                 "%s is stored and not used: config.json ties the output to the embedding "
                 "(tie_word_embeddings), from which it differs",
                 name);
}

static int bind_all(binding *b)
{
    const ts_graph *g = b->g;
    for (size_t i = 0; i < g->slots; i++)
        if (ts_slot_is_stored(g, &g->slot[i]) && !g->slot[i].def->share &&
            bind_one(b, &g->slot[i], &b->to->view[i]))
            return -1;
    for (size_t i = 0; i < g->slots; i++)
        if (ts_graph_tied(g, g->slot[i].def)) remark_tied(b, &g->slot[i]);
    finish(b->to, g);
    b->to->extra = ts_weights_count(b->to->store) - b->used;
    return 0;
}

ts_views *ts_views_bind(ts_weights *store, const ts_graph *g, ts_error *err)
{
    ts_views *v = views_new(g, err);
    if (!v) {
        ts_weights_close(store);
        return NULL;
    }
    v->store = store;
    binding b = {.g = g, .to = v, .err = err};
    b.first = calloc(g->arch->tensors, sizeof *b.first);
    int rc = b.first ? bind_all(&b) : ts_fail(err, "out of memory");
    free(b.first);
    if (!rc) return v;
    ts_views_free(v);
    return NULL;
}

ts_views *ts_views_open(const char *dir, const ts_graph *g, ts_error *err)
{
    ts_weights *store = ts_weights_open(dir, err);
    return store ? ts_views_bind(store, g, err) : NULL;
}

void ts_views_free(ts_views *v)
{
    if (!v) return;
    for (copy *c = v->copies, *next; c; c = next) {
        next = c->next;
        free(c);
    }
    if (v->block) munmap(v->block, v->block_bytes);
    ts_weights_close(v->store);
    free(v->view);
    free(v);
}

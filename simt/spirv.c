/* spirv.c - the target spirv: a binary module of SPIR-V 1.3 with one entry point per kernel.
 *
 * Values of the form become ids: a form uses a value only in its own or a nested block, which is what
 * SPIR-V demands of ids (a definition dominates its uses). What the host must know stands in
 * spirv_interface.c. No capability beyond small storage types is asked for: 8 and 16 bits are
 * widened when read, f16 is read by UnpackHalf2x16. */
#include "compile/spell.h"
#include "simt/spirv.h"

#include <stdlib.h>

static const ts_simt_traits traits = {
    .threads = 64,
    .max_threads = 128,
    .shared_bytes = 16384,
    .wide = true,
    .half = true,
    .nan_minmax = true,
};

const ts_target ts_spirv = {
    .name = "spirv",
    .language = "SPIR-V 1.3 binary",
    .extension = "spv",
    .what = "Vulkan 1.1 compute",
    .family = &ts_family_simt,
    .traits = &traits,
    .dialect = &(const ts_dialect){.print = ts_print_spirv},
};

/* ---- memory ---- */

/* The place of an element of a buffer, counted from where the descriptor begins. */
static uint32_t place(ts_spv_kernel *k, uint32_t buffer, uint32_t type, uint32_t index)
{
    uint32_t pointer = ts_spv_pointer(k->m, StorageClassStorageBuffer, type);
    uint32_t member = ts_spv_i32(k->m, 0);
    return ts_spv_value(k, OpAccessChain, pointer, buffer, member, index);
}

/* What others may write, or read: of a buffer or of shared memory. */
static uint32_t read_at(ts_spv_kernel *k, uint32_t type, uint32_t from)
{
    return k->m->vulkan ? ts_spv_value(k, OpLoad, type, from, TS_SPV_NON_PRIVATE)
                        : ts_spv_value(k, OpLoad, type, from);
}

static void write_at(ts_spv_kernel *k, uint32_t to, uint32_t value)
{
    if (k->m->vulkan)
        ts_spv_inst(k->m, TS_SPV_BODY, OpStore, to, value, TS_SPV_NON_PRIVATE);
    else
        ts_spv_inst(k->m, TS_SPV_BODY, OpStore, to, value);
}

/* The operand as an index that is counted from the start of a buffer. */
static uint32_t index_from(ts_spv_kernel *k, const ts_sinst *i, uint32_t start)
{
    int type = k->s->i[i->a].type;
    uint32_t id = ts_spv_type(k->m, type);
    if (type == TS_U64) start = ts_spv_value(k, OpUConvert, id, start);
    return ts_spv_value(k, OpIAdd, id, k->id[i->a], start);
}

static uint32_t element(ts_spv_kernel *k, const ts_sinst *i, uint32_t type)
{
    uint32_t index = index_from(k, i, k->at[i->n]);
    return place(k, k->param[i->n], type, index);
}

static uint32_t size(ts_spv_kernel *k, const ts_sinst *i)
{
    uint32_t from = place(k, k->size[i->n], k->m->i32, k->at[k->s->params + i->n]);
    return read_at(k, k->m->i32, from);
}

static uint32_t load(ts_spv_kernel *k, const ts_sinst *i)
{
    const ts_sparam *p = &k->s->param[i->n];
    uint32_t type = ts_spv_unit(k->m, p), from = element(k, i, type);
    uint32_t value = read_at(k, type, from);
    return p->unit == 32 ? value : ts_spv_value(k, OpUConvert, k->m->u32, value);
}

static uint32_t load_quad(ts_spv_kernel *k, const ts_sinst *i)
{
    uint32_t type = ts_spv_type(k->m, TS_QUAD);
    uint32_t index = index_from(k, i, k->quads_at[i->n]);
    uint32_t from = place(k, k->quads[i->n], type, index);
    return read_at(k, type, from);
}

static void store(ts_spv_kernel *k, const ts_sinst *i)
{
    const ts_sparam *p = &k->s->param[i->n];
    uint32_t type = ts_spv_unit(k->m, p), value = k->id[i->b], to = element(k, i, type);
    if (p->unit < 32) value = ts_spv_value(k, OpUConvert, type, value);
    write_at(k, to, value);
}

uint32_t ts_spv_shared_at(ts_spv_kernel *k, uint32_t index)
{
    uint32_t type = ts_spv_pointer(k->m, StorageClassWorkgroup, k->m->u32);
    return ts_spv_value(k, OpAccessChain, type, k->shared, index);
}

static uint32_t shared_word(ts_spv_kernel *k, const ts_sinst *i)
{
    return ts_spv_shared_at(k, k->id[i->a]);
}

/* Word n of the four that begin at an index: without an extension shared memory has one type. */
static uint32_t shared_part(ts_spv_kernel *k, const ts_sinst *i, int n)
{
    uint32_t by = ts_spv_i32(k->m, n);
    uint32_t index = ts_spv_value(k, OpIAdd, k->m->i32, k->id[i->a], by);
    return ts_spv_shared_at(k, index);
}

static uint32_t shared_quad(ts_spv_kernel *k, const ts_sinst *i)
{
    uint32_t word[4];
    for (int n = 0; n < 4; n++) word[n] = read_at(k, k->m->u32, shared_part(k, i, n));
    uint32_t type = ts_spv_type(k->m, TS_QUAD);
    return ts_spv_value(k, OpCompositeConstruct, type, word[0], word[1], word[2], word[3]);
}

static void share_quad(ts_spv_kernel *k, const ts_sinst *i)
{
    for (uint32_t n = 0; n < 4; n++) {
        uint32_t word = ts_spv_value(k, OpCompositeExtract, k->m->u32, k->id[i->b], n);
        uint32_t to = shared_part(k, i, (int)n);
        write_at(k, to, word);
    }
}

static void share(ts_spv_kernel *k, const ts_sinst *i)
{
    uint32_t to = shared_word(k, i);
    write_at(k, to, k->id[i->b]);
}

static uint32_t get(ts_spv_kernel *k, int type, uint32_t from)
{
    uint32_t id = ts_spv_type(k->m, type);
    return ts_spv_value(k, OpLoad, id, from);
}

/* ---- values of the thread ---- */

/* A scalar built-in, or the first component of a vector, as i32. */
static uint32_t builtin(ts_spv_kernel *k, uint32_t variable, bool vector)
{
    ts_spv *m = k->m;
    uint32_t type = vector ? ts_spv_vector(m, m->u32, 3) : m->u32;
    uint32_t value = ts_spv_value(k, OpLoad, type, variable);
    if (vector) value = ts_spv_value(k, OpCompositeExtract, m->u32, value, 0);
    return ts_spv_value(k, OpBitcast, m->i32, value);
}

static uint32_t variable(ts_spv_kernel *k, const ts_sinst *i)
{
    uint32_t type = ts_spv_type(k->m, i->type);
    uint32_t id = ts_spv_variable(k->m, StorageClassFunction, type);
    ts_spv_inst(k->m, TS_SPV_BODY, OpStore, id, k->id[i->a]);
    return id;
}

/* ---- control ---- */

static void label(ts_spv_kernel *k, uint32_t id)
{
    ts_spv_inst(k->m, TS_SPV_BODY, OpLabel, id);
    k->block = id;
    k->line = 0;
}

static void branch(ts_spv_kernel *k, uint32_t to)
{
    ts_spv_inst(k->m, TS_SPV_BODY, OpBranch, to);
}

static struct ts_spv_open *enter(ts_spv_kernel *k, uint32_t inst)
{
    struct ts_spv_open *o = &k->open[k->depth++];
    o->inst = inst;
    o->next = ts_spv_id(k->m);
    o->merge = ts_spv_id(k->m);
    return o;
}

/* The index is a phi of where the loop begins and of its last round. */
static void open_for(ts_spv_kernel *k, uint32_t inst)
{
    const ts_sinst *i = &k->s->i[inst];
    struct ts_spv_open *o = enter(k, inst);
    uint32_t from = k->block, body = ts_spv_id(k->m);
    o->header = ts_spv_id(k->m);
    o->index = ts_spv_id(k->m);
    branch(k, o->header);
    label(k, o->header);
    k->id[inst] = ts_spv_value(k, OpPhi, k->m->i32, k->id[i->a], from, o->index, o->next);
    uint32_t go = ts_spv_value(k, OpSLessThan, k->m->b1, k->id[inst], k->id[i->b]);
    ts_spv_inst(k->m, TS_SPV_BODY, OpLoopMerge, o->merge, o->next, 0);
    ts_spv_inst(k->m, TS_SPV_BODY, OpBranchConditional, go, body, o->merge);
    label(k, body);
}

static void open_if(ts_spv_kernel *k, uint32_t inst)
{
    const struct ts_spv_open *o = enter(k, inst);
    ts_spv_inst(k->m, TS_SPV_BODY, OpSelectionMerge, o->merge, 0);
    ts_spv_inst(k->m, TS_SPV_BODY, OpBranchConditional, k->id[k->s->i[inst].a], o->next, o->merge);
    label(k, o->next);
}

static void end(ts_spv_kernel *k)
{
    const struct ts_spv_open *o = &k->open[--k->depth];
    const ts_sinst *i = &k->s->i[o->inst];
    if (i->op == TS_S_FOR) {
        branch(k, o->next);
        label(k, o->next);
        ts_spv_inst(k->m, TS_SPV_BODY, OpIAdd, k->m->i32, o->index, k->id[o->inst], k->id[i->c]);
        branch(k, o->header);
    } else {
        branch(k, o->merge);
    }
    label(k, o->merge);
}

/* The memory is that of the group too: no other group may read what this one writes. */
static void barrier(ts_spv_kernel *k, const ts_sinst *i)
{
    enum { Workgroup = 2, AcquireRelease = 0x8, UniformMemory = 0x40, WorkgroupMemory = 0x100 };
    enum { MakeAvailable = 0x2000, MakeVisible = 0x4000 };
    uint32_t semantics = AcquireRelease | (i->n & TS_LOCAL ? WorkgroupMemory : 0) |
                         (i->n & TS_GLOBAL ? UniformMemory : 0) |
                         (k->m->vulkan ? MakeAvailable | MakeVisible : 0);
    uint32_t scope = ts_spv_u32(k->m, Workgroup), order = ts_spv_u32(k->m, semantics);
    ts_spv_inst(k->m, TS_SPV_BODY, OpControlBarrier, scope, scope, order);
}

/* ---- one kernel ---- */

static void print(ts_spv_kernel *k, uint32_t at)
{
    const ts_sinst *i = &k->s->i[at];
    ts_spv *m = k->m;
    switch (i->op) {
    case TS_S_CONST: k->id[at] = ts_spv_const(m, i->type, i->value); break;
    case TS_S_THREAD: k->id[at] = builtin(k, k->thread, false); break;
    case TS_S_SUBGROUP: k->id[at] = builtin(k, k->subgroup, false); break;
    case TS_S_GROUP: k->id[at] = builtin(k, k->group, true); break;
    case TS_S_GROUPS: k->id[at] = builtin(k, k->groups, true); break;
    case TS_S_SIZE: k->id[at] = size(k, i); break;
    case TS_S_LOAD: k->id[at] = load(k, i); break;
    case TS_S_LOAD4: k->id[at] = load_quad(k, i); break;
    case TS_S_STORE: store(k, i); break;
    case TS_S_VAR: k->id[at] = variable(k, i); break;
    case TS_S_GET: k->id[at] = get(k, i->type, k->id[i->a]); break;
    case TS_S_SET: ts_spv_inst(m, TS_SPV_BODY, OpStore, k->id[i->a], k->id[i->b]); break;
    case TS_S_SHARED: k->id[at] = read_at(k, m->u32, shared_word(k, i)); break;
    case TS_S_SHARE: share(k, i); break;
    case TS_S_SHARED4: k->id[at] = shared_quad(k, i); break;
    case TS_S_SHARE4: share_quad(k, i); break;
    case TS_S_FRAGMENT: k->id[at] = m->vulkan ? ts_spv_fragment(k, i) : 0; break;
    case TS_S_MULTIPLY: k->id[at] = m->vulkan ? ts_spv_multiply(k, i) : 0; break;
    case TS_S_UNLOAD: ts_spv_unload(k, i); break;
    case TS_S_BARRIER: barrier(k, i); break;
    case TS_S_FOR: open_for(k, at); break;
    case TS_S_IF: open_if(k, at); break;
    case TS_S_END: end(k); break;
    default: k->id[at] = ts_spv_compute(k, i); break;
    }
}

/* Source lines are for the messages of drivers and for debuggers. */
static void source_line(ts_spv_kernel *k, const ts_sinst *i)
{
    if (!k->file[i->file] || i->line < 1 || (i->line == k->line && i->file == k->in)) return;
    k->line = i->line;
    k->in = i->file;
    ts_spv_inst(k->m, TS_SPV_BODY, OpLine, k->file[i->file], (uint32_t)i->line, 0);
}

static int print_all(ts_spv_kernel *k, ts_error *err)
{
    for (uint32_t at = 1; at < k->s->n; at++) {
        const ts_sinst *i = &k->s->i[at];
        if (i->op == TS_S_NONE) continue;
        if (i->op != TS_S_CONST) source_line(k, i);
        print(k, at);
        if (!(ts_sops[i->op].is & TS_MAKES) || k->id[at]) continue;
        return i->op == TS_S_ELEM ? ts_no_spelling(err, k->s->name, k->s->target->name, i->elem)
                                  : ts_fail(err, "kernel %s: the target spirv has no %s",
                                            k->s->name, ts_sops[i->op].name);
    }
    return 0;
}

static int body(ts_spv_kernel *k, ts_error *err)
{
    ts_spv *m = k->m;
    bool fresh;
    uint32_t nothing = ts_spv_find(m, OpTypeVoid, 0, NULL, 0, &fresh);
    uint32_t type = ts_spv_find(m, OpTypeFunction, 0, &nothing, 1, &fresh);
    ts_spv_inst(m, TS_SPV_VARIABLES, OpFunction, nothing, k->function, 0, type);
    k->block = ts_spv_id(m);
    ts_spv_inst(m, TS_SPV_VARIABLES, OpLabel, k->block);
    ts_spv_offsets(k);
    int rc = print_all(k, err);
    ts_spv_put(m, TS_SPV_BODY, OpReturn, NULL, 0);
    ts_spv_put(m, TS_SPV_BODY, OpFunctionEnd, NULL, 0);
    ts_spv_end_function(m);
    return rc;
}

static int kernel(ts_spv *m, const ts_simt *s, ts_error *err)
{
    ts_spv_kernel k = {.m = m, .s = s};
    k.id = calloc(s->n + 1, sizeof(*k.id));
    k.open = calloc(s->n + 1, sizeof(*k.open));
    int rc = k.id && k.open ? 0 : ts_fail(err, "no memory to print kernel %s", s->name);
    if (!rc) rc = ts_spv_interface(&k, err);
    if (!rc) rc = body(&k, err);
    free(k.id);
    free(k.open);
    return rc;
}

int ts_print_spirv(ts_text *out, const ts_simt *const *forms, size_t n, const void *dialect,
                   ts_error *err)
{
    (void)dialect;
    ts_spv m = {.vulkan = ts_spv_has_products(forms, n)};
    int rc = 0;
    ts_spv_begin(&m);
    for (size_t i = 0; !rc && i < n; i++) rc = kernel(&m, forms[i], err);
    if (!rc) rc = ts_spv_write(&m, out, err);
    ts_spv_free(&m);
    return rc;
}

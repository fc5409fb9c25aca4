/* spirv_interface.c - what a kernel of SPIR-V reaches from outside: buffers, offsets, built-ins.
 *
 * The host (rt/vulkan.c) relies on this layout. All in descriptor set 0: binding i is param i, a
 * struct around a runtime array of its units; a param that is also read in blocks of 16 bytes has a
 * second variable on the same binding. Bindings params + j are the cells of sizes, arrays of i32. Push
 * constants are one u32 per param and then per size: where it begins, in units or cells, so a
 * descriptor may cover a whole buffer. Any two bindings may be the same memory: all are Aliased. */
#include "simt/spirv.h"

#include <stdlib.h>
#include <string.h>

static void decorate(ts_spv *m, uint32_t id, uint32_t what)
{
    ts_spv_inst(m, TS_SPV_DECORATIONS, OpDecorate, id, what);
}

static uint32_t buffer(ts_spv *m, uint32_t block, uint32_t binding, bool readonly)
{
    uint32_t id = ts_spv_variable(m, StorageClassStorageBuffer, block);
    ts_spv_inst(m, TS_SPV_DECORATIONS, OpDecorate, id, DecorationDescriptorSet, 0);
    ts_spv_inst(m, TS_SPV_DECORATIONS, OpDecorate, id, DecorationBinding, binding);
    decorate(m, id, DecorationAliased);
    if (readonly) decorate(m, id, DecorationNonWritable);
    return id;
}

uint32_t ts_spv_unit(ts_spv *m, const ts_sparam *p)
{
    if (p->unit == 32) return ts_spv_type(m, (int)p->type);
    if (p->unit == 16) {
        ts_spv_capability(m, CapabilityStorageBuffer16BitAccess);
    } else if (ts_spv_capability(m, CapabilityStorageBuffer8BitAccess)) {
        ts_spv_put_text(m, TS_SPV_EXTENSIONS, OpExtension, NULL, 0, "SPV_KHR_8bit_storage", NULL,
                        0);
    }
    bool fresh;
    return ts_spv_find(m, OpTypeInt, 0, TS_SPV_WORDS((uint32_t)p->unit, 0), &fresh);
}

static void params(ts_spv_kernel *k)
{
    ts_spv *m = k->m;
    for (int i = 0; i < k->s->params; i++) {
        const ts_sparam *p = &k->s->param[i];
        uint32_t block = ts_spv_array_block(m, ts_spv_unit(m, p), (uint32_t)p->unit / 8);
        k->param[i] = buffer(m, block, (uint32_t)i, p->mode == TS_IN);
        ts_spv_name(m, k->param[i], p->name);
        if (!p->quads) continue;
        block = ts_spv_array_block(m, ts_spv_type(m, TS_QUAD), 16);
        k->quads[i] = buffer(m, block, (uint32_t)i, p->mode == TS_IN);
        ts_spv_name(m, k->quads[i], p->name);
    }
}

static void sizes(ts_spv_kernel *k)
{
    ts_spv *m = k->m;
    for (int i = 0; i < k->s->sizes; i++) {
        uint32_t block = ts_spv_array_block(m, m->i32, 4);
        k->size[i] = buffer(m, block, (uint32_t)(k->s->params + i), true);
        ts_spv_name(m, k->size[i], k->s->size_name[i]);
    }
}

/* One struct of u32 for all kernels with as many offsets. */
static void push_constants(ts_spv_kernel *k)
{
    ts_spv *m = k->m;
    uint32_t member[TS_SPV_MAX_BINDINGS], n = (uint32_t)(k->s->params + k->s->sizes);
    bool fresh;
    if (!n) return;
    for (uint32_t i = 0; i < n; i++) member[i] = m->u32;
    uint32_t block = ts_spv_find(m, OpTypeStruct, 0, member, n, &fresh);
    if (fresh) decorate(m, block, DecorationBlock);
    for (uint32_t i = 0; fresh && i < n; i++)
        ts_spv_inst(m, TS_SPV_DECORATIONS, OpMemberDecorate, block, i, DecorationOffset, 4 * i);
    k->offsets = ts_spv_variable(m, StorageClassPushConstant, block);
    ts_spv_name(m, k->offsets, "offsets");
}

static uint32_t builtin(ts_spv *m, uint32_t type, uint32_t which)
{
    uint32_t id = ts_spv_variable(m, StorageClassInput, type);
    ts_spv_inst(m, TS_SPV_DECORATIONS, OpDecorate, id, DecorationBuiltIn, which);
    return id;
}

/* Built-in variables, only those that the form asks for. */
static void builtins(ts_spv_kernel *k)
{
    ts_spv *m = k->m;
    for (uint32_t i = 1; i < k->s->n; i++) {
        ts_sop op = k->s->i[i].op;
        if (op == TS_S_THREAD && !k->thread)
            k->thread = builtin(m, m->u32, BuiltInLocalInvocationIndex);
        if (op == TS_S_SUBGROUP && !k->subgroup)
            k->subgroup = builtin(m, m->u32, BuiltInSubgroupId);
        if (op == TS_S_GROUP && !k->group)
            k->group = builtin(m, ts_spv_vector(m, m->u32, 3), BuiltInWorkgroupId);
        if (op == TS_S_GROUPS && !k->groups)
            k->groups = builtin(m, ts_spv_vector(m, m->u32, 3), BuiltInNumWorkgroups);
    }
}

static void shared(ts_spv_kernel *k)
{
    if (k->s->shared < 1) return;
    ts_spv *m = k->m;
    uint32_t words = ts_spv_u32(m, (uint32_t)k->s->shared);
    bool fresh;
    uint32_t array = ts_spv_find(m, OpTypeArray, 0, TS_SPV_WORDS(m->u32, words), &fresh);
    k->shared = ts_spv_variable(m, StorageClassWorkgroup, array);
    ts_spv_name(m, k->shared, "shared");
}

static void entry_point(ts_spv_kernel *k)
{
    enum { GLCompute = 5, LocalSize = 17 };
    ts_spv *m = k->m;
    uint32_t input[4], n = 0;
    if (k->thread) input[n++] = k->thread;
    if (k->subgroup) input[n++] = k->subgroup;
    if (k->group) input[n++] = k->group;
    if (k->groups) input[n++] = k->groups;
    ts_spv_put_text(m, TS_SPV_ENTRY_POINTS, OpEntryPoint, TS_SPV_WORDS(GLCompute, k->function),
                    k->s->name, input, n);
    ts_spv_inst(m, TS_SPV_MODES, OpExecutionMode, k->function, LocalSize, (uint32_t)k->s->threads,
                1, 1);
    ts_spv_name(m, k->function, k->s->name);
}

static void put_string(ts_spv *m, uint32_t id, const char *text)
{
    ts_spv_put_text(m, TS_SPV_STRINGS, OpString, &id, 1, text, NULL, 0);
}

static void manifest(ts_spv_kernel *k)
{
    ts_text line = {0};
    ts_simt_manifest(&line, k->s, k->s->name);
    if (!line.failed) put_string(k->m, ts_spv_id(k->m), line.s);
    k->m->failed |= line.failed;
    free(line.s);
    for (uint32_t i = 1; i <= k->s->files.n; i++) {
        k->file[i] = ts_spv_id(k->m);
        put_string(k->m, k->file[i], ts_files_base(&k->s->files, i));
    }
}

int ts_spv_interface(ts_spv_kernel *k, ts_error *err)
{
    const ts_simt *s = k->s;
    if (s->params + s->sizes > TS_SPV_MAX_BINDINGS)
        return ts_fail(err, "spirv: kernel %s has %d params and sizes; at most %d fit", s->name,
                       s->params + s->sizes, TS_SPV_MAX_BINDINGS);
    k->function = ts_spv_id(k->m);
    params(k);
    sizes(k);
    push_constants(k);
    builtins(k);
    shared(k);
    entry_point(k);
    manifest(k);
    return 0;
}

/* The i-th offset as i32. */
static uint32_t offset(ts_spv_kernel *k, int i)
{
    ts_spv *m = k->m;
    uint32_t pointer = ts_spv_pointer(m, StorageClassPushConstant, m->u32);
    uint32_t member = ts_spv_i32(m, i);
    uint32_t at = ts_spv_value(k, OpAccessChain, pointer, k->offsets, member);
    uint32_t word = ts_spv_value(k, OpLoad, m->u32, at);
    return ts_spv_value(k, OpBitcast, m->i32, word);
}

void ts_spv_offsets(ts_spv_kernel *k)
{
    const ts_simt *s = k->s;
    for (int i = 0; i < s->params + s->sizes; i++) {
        k->at[i] = offset(k, i);
        if (i >= s->params || !s->param[i].quads) continue;
        int shift = s->param[i].unit == 8 ? 4 : s->param[i].unit == 16 ? 3 : 2;
        uint32_t by = ts_spv_u32(k->m, (uint32_t)shift);
        k->quads_at[i] = ts_spv_value(k, OpShiftRightLogical, k->m->i32, k->at[i], by);
    }
}

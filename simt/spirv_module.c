/* spirv_module.c - sections, ids, types and constants of a SPIR-V module (simt/spirv.h). */
#include "simt/spirv.h"

#include <stdlib.h>
#include <string.h>

#include "tessera/spirv.h"

/* Room for n more words at the end of a section; NULL: out of memory. */
static uint32_t *room(ts_spv *m, ts_spv_section to, size_t n)
{
    if (m->failed) return NULL;
    size_t need = m->section[to].n + n, cap = m->section[to].cap ? m->section[to].cap : 256;
    while (cap < need) cap *= 2;
    if (cap > m->section[to].cap) {
        uint32_t *w = realloc(m->section[to].w, cap * sizeof(*w));
        m->failed = !w;
        if (!w) return NULL;
        m->section[to].w = w;
        m->section[to].cap = cap;
    }
    m->section[to].n = need;
    return m->section[to].w + need - n;
}

void ts_spv_free(ts_spv *m)
{
    for (int i = 0; i < TS_SPV_BUFFERS; i++) free(m->section[i].w);
    free(m->slot);
    *m = (ts_spv){0};
}

static void write_words(ts_text *out, const uint32_t *w, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char byte[4] = {(char)w[i], (char)(w[i] >> 8), (char)(w[i] >> 16),
                              (char)(w[i] >> 24)};
        ts_put_bytes(out, byte, sizeof byte);
    }
}

int ts_spv_write(const ts_spv *m, ts_text *out, ts_error *err)
{
    if (m->ids > TS_SPIRV_IDS)
        return ts_fail(err,
                       "spirv: a module has at most %d ids, this one %u; emit fewer kernels at "
                       "once, or use loops for what is unrolled",
                       TS_SPIRV_IDS, m->ids);
    const uint32_t head[] = {TS_SPIRV_MAGIC, 0x00010300, 0, m->ids + 1, 0};
    write_words(out, head, sizeof head / sizeof *head);
    for (int i = 0; i < TS_SPV_SECTIONS; i++) write_words(out, m->section[i].w, m->section[i].n);
    return m->failed || out->failed ? ts_fail(err, "no memory for a SPIR-V module") : 0;
}

uint32_t ts_spv_id(ts_spv *m)
{
    return ++m->ids;
}

void ts_spv_put(ts_spv *m, ts_spv_section to, uint32_t op, const uint32_t *arg, size_t n)
{
    uint32_t *w = room(m, to, n + 1);
    if (!w) return;
    w[0] = (uint32_t)(n + 1) << 16 | op;
    if (n) memcpy(w + 1, arg, n * sizeof(*arg));
}

void ts_spv_put_text(ts_spv *m, ts_spv_section to, uint32_t op, const uint32_t *arg, size_t n,
                     const char *text, const uint32_t *more, size_t n_more)
{
    size_t length = strlen(text), words = length / 4 + 1, all = 1 + n + words + n_more;
    uint32_t *w = all < 65536 ? room(m, to, all) : NULL;
    m->failed |= !w;
    if (!w) return;
    memset(w, 0, all * sizeof(*w));
    w[0] = (uint32_t)all << 16 | op;
    if (n) memcpy(w + 1, arg, n * sizeof(*arg));
    for (size_t i = 0; i < length; i++)
        w[1 + n + i / 4] |= (uint32_t)(unsigned char)text[i] << i % 4 * 8;
    if (n_more) memcpy(w + 1 + n + words, more, n_more * sizeof(*more));
}

void ts_spv_end_function(ts_spv *m)
{
    for (ts_spv_section from = TS_SPV_VARIABLES; from <= TS_SPV_BODY; from++) {
        size_t n = m->section[from].n;
        uint32_t *w = n ? room(m, TS_SPV_FUNCTIONS, n) : NULL;
        if (w) memcpy(w, m->section[from].w, n * sizeof(*w));
        m->section[from].n = 0;
    }
}

/* ---- types and constants, each once ---- */

/* An instruction: what it is, its type if it has one, its result's id, the rest. */
static size_t id_at(uint32_t type)
{
    return type ? 2 : 1;
}

static size_t hash(const ts_spv *m, uint32_t first, uint32_t type, const uint32_t *arg, size_t n)
{
    uint64_t h = (first * 0x9e3779b97f4a7c15u ^ type) * 0x9e3779b97f4a7c15u;
    for (size_t i = 0; i < n; i++) h = (h ^ h >> 29 ^ arg[i]) * 0x9e3779b97f4a7c15u;
    return (size_t)(h >> 32) & (m->slots - 1);
}

/* The slot of what is asked for, or the free one where it belongs. */
static uint32_t *slot_of(const ts_spv *m, uint32_t first, uint32_t type, const uint32_t *arg,
                         size_t n)
{
    size_t h = hash(m, first, type, arg, n);
    for (; m->slot[h]; h = (h + 1) & (m->slots - 1)) {
        const uint32_t *w = m->section[TS_SPV_GLOBALS].w + m->slot[h] - 1;
        if (*w == first && (!type || w[1] == type) &&
            (!n || !memcmp(w + id_at(type) + 1, arg, n * sizeof(*arg))))
            break;
    }
    return &m->slot[h];
}

/* Of opcodes of types only those of constants have a type in front. */
static void enter(ts_spv *m, uint32_t at)
{
    const uint32_t *w = m->section[TS_SPV_GLOBALS].w + at;
    uint32_t op = *w & 0xffff, type = op >= OpConstantTrue && op <= OpConstant ? w[1] : 0;
    *slot_of(m, *w, type, w + id_at(type) + 1, (*w >> 16) - id_at(type) - 1) = at + 1;
}

static bool more_slots(ts_spv *m)
{
    if (m->found * 2 < m->slots) return true;
    uint32_t *old = m->slot;
    size_t n = m->slots;
    m->slots = n ? 4 * n : 256;
    m->slot = calloc(m->slots, sizeof(*m->slot));
    m->failed |= !m->slot;
    for (size_t i = 0; m->slot && i < n; i++)
        if (old[i]) enter(m, old[i] - 1);
    free(old);
    return m->slot;
}

uint32_t ts_spv_find(ts_spv *m, uint32_t op, uint32_t type, const uint32_t *arg, size_t n,
                     bool *fresh)
{
    size_t head = id_at(type) + 1;
    uint32_t first = (uint32_t)(head + n) << 16 | op;
    *fresh = true;
    if (m->failed || !more_slots(m)) return ts_spv_id(m);
    uint32_t *slot = slot_of(m, first, type, arg, n);
    *fresh = !*slot;
    if (*slot) return m->section[TS_SPV_GLOBALS].w[*slot - 1 + id_at(type)];
    uint32_t id = ts_spv_id(m), *to = room(m, TS_SPV_GLOBALS, head + n);
    if (!to) return id;
    to[0] = first;
    to[1] = type;
    to[head - 1] = id;
    if (n) memcpy(to + head, arg, n * sizeof(*arg));
    *slot = (uint32_t)(to - m->section[TS_SPV_GLOBALS].w) + 1;
    m->found++;
    return id;
}

static uint32_t find(ts_spv *m, uint32_t op, uint32_t type, const uint32_t *arg, size_t n)
{
    bool fresh;
    return ts_spv_find(m, op, type, arg, n, &fresh);
}

bool ts_spv_capability(ts_spv *m, uint32_t capability)
{
    for (size_t i = 1; i < m->section[TS_SPV_CAPABILITIES].n; i += 2)
        if (m->section[TS_SPV_CAPABILITIES].w[i] == capability) return false;
    ts_spv_inst(m, TS_SPV_CAPABILITIES, OpCapability, capability);
    return true;
}

void ts_spv_name(ts_spv *m, uint32_t id, const char *name)
{
    ts_spv_put_text(m, TS_SPV_NAMES, OpName, &id, 1, name, NULL, 0);
}

/* ---- types ---- */

uint32_t ts_spv_vector(ts_spv *m, uint32_t element, uint32_t n)
{
    return find(m, OpTypeVector, 0, TS_SPV_WORDS(element, n));
}

uint32_t ts_spv_type(ts_spv *m, int type)
{
    if (ts_s_is_opaque(type)) return ts_spv_matrix_type(m, type);
    switch (type) {
    case TS_f32: return m->f32;
    case TS_i32: return m->i32;
    case TS_b1: return m->b1;
    case TS_QUAD: return ts_spv_vector(m, m->u32, 4);
    case TS_U64:
        ts_spv_capability(m, CapabilityInt64);
        return find(m, OpTypeInt, 0, TS_SPV_WORDS(64, 0));
    default: return m->u32;
    }
}

uint32_t ts_spv_pointer(ts_spv *m, uint32_t class, uint32_t to)
{
    return find(m, OpTypePointer, 0, TS_SPV_WORDS(class, to));
}

uint32_t ts_spv_array_block(ts_spv *m, uint32_t element, uint32_t bytes)
{
    bool fresh;
    uint32_t array = ts_spv_find(m, OpTypeRuntimeArray, 0, &element, 1, &fresh);
    if (fresh) ts_spv_inst(m, TS_SPV_DECORATIONS, OpDecorate, array, DecorationArrayStride, bytes);
    uint32_t block = ts_spv_find(m, OpTypeStruct, 0, &array, 1, &fresh);
    if (!fresh) return block;
    ts_spv_inst(m, TS_SPV_DECORATIONS, OpDecorate, block, DecorationBlock);
    ts_spv_inst(m, TS_SPV_DECORATIONS, OpMemberDecorate, block, 0, DecorationOffset, 0);
    return block;
}

uint32_t ts_spv_variable(ts_spv *m, uint32_t class, uint32_t type)
{
    uint32_t pointer = ts_spv_pointer(m, class, type), id = ts_spv_id(m);
    ts_spv_section to = class == StorageClassFunction ? TS_SPV_VARIABLES : TS_SPV_GLOBALS;
    ts_spv_inst(m, to, OpVariable, pointer, id, class);
    return id;
}

/* The scalar types stand first, so that naming one later never gives out an id. */
void ts_spv_begin(ts_spv *m)
{
    enum { Logical = 0, GLSL450 = 1, Vulkan = 3 };
    ts_spv_capability(m, CapabilityShader);
    m->glsl = ts_spv_id(m);
    ts_spv_put_text(m, TS_SPV_IMPORTS, OpExtInstImport, &m->glsl, 1, "GLSL.std.450", NULL, 0);
    if (m->vulkan) ts_spv_declare_matrices(m);
    ts_spv_inst(m, TS_SPV_MEMORY_MODEL, OpMemoryModel, Logical, m->vulkan ? Vulkan : GLSL450);
    m->b1 = find(m, OpTypeBool, 0, NULL, 0);
    m->u32 = find(m, OpTypeInt, 0, TS_SPV_WORDS(32, 0));
    m->i32 = find(m, OpTypeInt, 0, TS_SPV_WORDS(32, 1));
    m->f32 = find(m, OpTypeFloat, 0, TS_SPV_WORDS(32));
}

/* ---- constants ---- */

uint32_t ts_spv_u32(ts_spv *m, uint32_t value)
{
    return find(m, OpConstant, m->u32, &value, 1);
}

uint32_t ts_spv_i32(ts_spv *m, int32_t value)
{
    return find(m, OpConstant, m->i32, TS_SPV_WORDS((uint32_t)value));
}

uint32_t ts_spv_const(ts_spv *m, int type, double value)
{
    if (type == TS_SUMS) return ts_spv_no_sums(m);
    uint32_t id = ts_spv_type(m, type), bits;
    if (type == TS_QUAD) {
        uint32_t zero = ts_spv_const(m, TS_u32, 0);
        return find(m, OpConstantComposite, id, TS_SPV_WORDS(zero, zero, zero, zero));
    }
    if (type == TS_U64) {
        uint64_t x = (uint64_t)value;
        return find(m, OpConstant, id, TS_SPV_WORDS((uint32_t)x, (uint32_t)(x >> 32)));
    }
    if (type == TS_b1) return find(m, value ? OpConstantTrue : OpConstantFalse, id, NULL, 0);
    if (type != TS_f32) return find(m, OpConstant, id, TS_SPV_WORDS((uint32_t)(int64_t)value));
    float x = value == value ? (float)value : 0;
    memcpy(&bits, &x, sizeof bits);
    if (value != value) bits = TS_SPV_NAN;
    return find(m, OpConstant, id, &bits, 1);
}

/* spirv_matrix.c - the target spirv:matrix: opaque matrix units as cooperative matrices of a subgroup, 16 x 16 of f16
 * with sums of f32, and otherwise spirv.
 *
 * What a module with a product by them declares, what its instructions take and in which units, is from Khronos'
 * registry: SPV_KHR_cooperative_matrix, revision 10, which wants the Vulkan memory model of shaders
 * (SPV_KHR_vulkan_memory_model). There a barrier orders only what is marked as seen by others, so loads and stores of
 * buffers and shared memory say so (NonPrivatePointer), and barriers make it available and visible. A stride counts
 * what the pointer points to: words of shared memory.
 *
 * Without such a product a module is the same as that of the target spirv. */
#include "simt/spirv.h"

enum {
    CapabilityFloat16 = 9,
    CapabilityGroupNonUniform = 61,
    CapabilityVulkanMemoryModel = 5345,
    CapabilityCooperativeMatrixKHR = 6022,
};

static const ts_matrix unit = {
    .lanes = 32,
    .deep = 8,
    .across = 16,
    .opaque = true,
    .quads = true,
    .chain = {[TS_KIND_F16] = TS_ENDLESS},
};

static const ts_simt_traits traits = {
    .threads = 64,
    .max_threads = 128,
    .shared_bytes = 32768, /* NVIDIA's and AMD's have more, and sums of 64 x 64 take half of it */
    .wide = true,
    .half = true,
    .nan_minmax = true,
    .matrix = &unit,
};

const ts_target ts_spirv_matrix = {
    .name = "spirv:matrix",
    .language = "SPIR-V 1.3 binary",
    .extension = "spv",
    .what = "Vulkan 1.1 compute with cooperative matrices of f16, 16 x 16 x 16",
    .family = &ts_family_simt,
    .traits = &traits,
    .dialect = &(const ts_dialect){.print = ts_print_spirv},
};

bool ts_spv_has_products(const ts_simt *const *forms, size_t n)
{
    for (size_t f = 0; f < n; f++)
        for (uint32_t v = 1; v < forms[f]->n; v++)
            if (forms[f]->i[v].type == TS_SUMS) return true;
    return false;
}

static void extension(ts_spv *m, const char *name)
{
    ts_spv_put_text(m, TS_SPV_EXTENSIONS, OpExtension, NULL, 0, name, NULL, 0);
}

void ts_spv_declare_matrices(ts_spv *m)
{
    ts_spv_capability(m, CapabilityFloat16);
    ts_spv_capability(m, CapabilityGroupNonUniform); /* SubgroupId */
    ts_spv_capability(m, CapabilityVulkanMemoryModel);
    ts_spv_capability(m, CapabilityCooperativeMatrixKHR);
    extension(m, "SPV_KHR_vulkan_memory_model");
    extension(m, "SPV_KHR_cooperative_matrix");
}

/* ---- types and constants ---- */

enum { MatrixA, MatrixB, Accumulator };

uint32_t ts_spv_matrix_type(ts_spv *m, int type)
{
    enum { ScopeSubgroup = 3 };
    bool fresh;
    uint32_t use = type == TS_SUMS ? Accumulator : type == TS_RIGHT_F16 ? MatrixB : MatrixA;
    uint32_t element = m->f32, bits = 16;
    if (type != TS_SUMS) element = ts_spv_find(m, OpTypeFloat, 0, &bits, 1, &fresh);
    uint32_t scope = ts_spv_u32(m, ScopeSubgroup), side = ts_spv_u32(m, (uint32_t)unit.across);
    use = ts_spv_u32(m, use);
    return ts_spv_find(m, OpTypeCooperativeMatrixKHR, 0,
                       TS_SPV_WORDS(element, scope, side, side, use), &fresh);
}

uint32_t ts_spv_no_sums(ts_spv *m)
{
    bool fresh;
    uint32_t type = ts_spv_matrix_type(m, TS_SUMS), zero = ts_spv_const(m, TS_f32, 0);
    return ts_spv_find(m, OpConstantComposite, type, &zero, 1, &fresh);
}

/* ---- instructions ---- */

enum { RowMajor, ColumnMajor };

/* Rows in memory are rows of a, and columns of b. */
uint32_t ts_spv_fragment(ts_spv_kernel *k, const ts_sinst *i)
{
    uint32_t type = ts_spv_matrix_type(k->m, i->type), from = ts_spv_shared_at(k, k->id[i->a]);
    uint32_t layout = ts_spv_u32(k->m, i->type == TS_RIGHT_F16 ? ColumnMajor : RowMajor);
    uint32_t stride = ts_spv_u32(k->m, (uint32_t)i->n);
    return ts_spv_value(k, OpCooperativeMatrixLoadKHR, type, from, layout, stride,
                        TS_SPV_NON_PRIVATE);
}

uint32_t ts_spv_multiply(ts_spv_kernel *k, const ts_sinst *i)
{
    uint32_t type = ts_spv_matrix_type(k->m, TS_SUMS);
    return ts_spv_value(k, OpCooperativeMatrixMulAddKHR, type, k->id[i->a], k->id[i->b],
                        k->id[i->c]);
}

void ts_spv_unload(ts_spv_kernel *k, const ts_sinst *i)
{
    uint32_t to = ts_spv_shared_at(k, k->id[i->a]), layout = ts_spv_u32(k->m, RowMajor);
    uint32_t stride = ts_spv_u32(k->m, (uint32_t)i->n);
    ts_spv_inst(k->m, TS_SPV_BODY, OpCooperativeMatrixStoreKHR, to, k->id[i->b], layout, stride,
                TS_SPV_NON_PRIVATE);
}

/* cuda_quartet.c - products by four warps together in CUDA text for sm_90a: wgmma.mma_async m64n64, as the PTX ISA has it
 * ("Asynchronous Warpgroup Level Matrix Instructions"), with both operands in shared memory.
 *
 * A descriptor of a matrix there says, in units of 16 bytes, where it begins (bits 0 to 13), how far its squares of 8 rows by
 * 16 bytes lie apart along k (bits 16 to 29) and along the rows (bits 32 to 45), and by 0 in bits 62 and 63 that nothing is
 * swizzled ("Matrix descriptor format", "Strides"). Squares below one another follow each other, so the latter is 8.
 *
 * What threads write to shared memory, cp.async included, is shown to wgmma by fence.proxy.async; sums that wgmma has not
 * made itself come to it by wgmma.fence. They are operands of the wait as well, so that no compiler reads them before.
 *
 * Of f8e4m3 sums leave the unit every 128 elements, because it keeps 14 bits of them (DeepSeek-V3, arXiv 2412.19437,
 * section 3.3.2). Of bytes with a sign mma.sync does the work: sums of i32 would be a type of their own. */
#include "simt/cuda_like.h"

#include "simt/family.h"

const ts_quartet ts_cuda_four = {
    .deep = 8,
    .chain = {[TS_KIND_F16] = TS_ENDLESS, [TS_KIND_BF16] = TS_ENDLESS, [TS_KIND_E4M3] = 4},
};

/* Operands %0 to %31, and their names. */
#define SUMS                                                                                       \
    "                 : \"+f\"(c.x[0]), \"+f\"(c.x[1]), \"+f\"(c.x[2]), \"+f\"(c.x[3]),\n"         \
    "                   \"+f\"(c.x[4]), \"+f\"(c.x[5]), \"+f\"(c.x[6]), \"+f\"(c.x[7]),\n"         \
    "                   \"+f\"(c.x[8]), \"+f\"(c.x[9]), \"+f\"(c.x[10]), \"+f\"(c.x[11]),\n"       \
    "                   \"+f\"(c.x[12]), \"+f\"(c.x[13]), \"+f\"(c.x[14]), \"+f\"(c.x[15]),\n"     \
    "                   \"+f\"(c.x[16]), \"+f\"(c.x[17]), \"+f\"(c.x[18]), \"+f\"(c.x[19]),\n"     \
    "                   \"+f\"(c.x[20]), \"+f\"(c.x[21]), \"+f\"(c.x[22]), \"+f\"(c.x[23]),\n"     \
    "                   \"+f\"(c.x[24]), \"+f\"(c.x[25]), \"+f\"(c.x[26]), \"+f\"(c.x[27]),\n"     \
    "                   \"+f\"(c.x[28]), \"+f\"(c.x[29]), \"+f\"(c.x[30]), \"+f\"(c.x[31])\n"
#define NAMES                                                                                      \
    "                 \"{%0, %1, %2, %3, %4, %5, %6, %7, \"\n"                                     \
    "                 \"%8, %9, %10, %11, %12, %13, %14, %15, \"\n"                                \
    "                 \"%16, %17, %18, %19, %20, %21, %22, %23, \"\n"                              \
    "                 \"%24, %25, %26, %27, %28, %29, %30, %31}, \"\n"

const char ts_cuda_quartet[] =
    "\n"
    "// What a lane has of the sums of 64 x 64 that four warps make together.\n"
    "struct sums {\n"
    "    float x[32];\n"
    "};\n"
    "\n"
    "// Rows of 16 bytes one behind the other; the next 16 bytes of each are `pitch` words "
    "behind.\n"
    "static __device__ __forceinline__ unsigned long long squares(const unsigned *from, int "
    "pitch)\n"
    "{\n"
    "    unsigned long long at;\n"
    "    asm(\"cvta.to.shared.u64 %0, %1;\" : \"=l\"(at) : \"l\"(from));\n"
    "    return (at & 0x3ffffull) >> 4 | (unsigned long long)(pitch / 4) << 16 | 8ull << 32;\n"
    "}\n"
    "\n"
    "// What the thread has written to shared memory is there for products behind a barrier.\n"
    "static __device__ __forceinline__ void show_to_products()\n"
    "{\n"
    "    asm volatile(\"fence.proxy.async.shared::cta;\" ::: \"memory\");\n"
    "}\n"
    "static __device__ __forceinline__ void begin_products()\n"
    "{\n"
    "    asm volatile(\"wgmma.fence.sync.aligned;\" ::: \"memory\");\n"
    "}\n"
    "\n"
    "// Products since the last are a group, and all but the n youngest are waited for.\n"
    "static __device__ __forceinline__ void close_products()\n"
    "{\n"
    "    asm volatile(\"wgmma.commit_group.sync.aligned;\" ::: \"memory\");\n"
    "}\n"
    "template <int n> static __device__ __forceinline__ void join_products(sums &c)\n"
    "{\n"
    "    asm volatile(\"wgmma.wait_group.sync.aligned %32;\"\n" SUMS "                 : \"n\"(n)\n"
    "                 : \"memory\");\n"
    "}\n";

/* The first of a chain does not add to c. */
#define PRODUCT(name, shape, type)                                                                 \
    "\n"                                                                                           \
    "// 64 rows of a with 64 of b, added to c unless how & 1.\n"                                   \
    "static __device__ __forceinline__ void " name "(sums &c, unsigned long long a,\n"             \
    "                                                unsigned long long b, int how)\n"             \
    "{\n"                                                                                          \
    "    asm volatile(\"{ .reg .pred p; setp.eq.b32 p, %34, 0; \"\n"                               \
    "                 \"wgmma.mma_async.sync.aligned." shape ".f32." type "." type " \"\n" NAMES   \
    "                 \"%32, %33, p, 1, 1" TURNED "; }\"\n" SUMS                                   \
    "                 : \"l\"(a), \"l\"(b), \"r\"(how & 1)\n"                                      \
    "                 : \"memory\");\n"                                                            \
    "}\n"

/* Neither operand is turned, which can be asked for elements of 16 bits alone. */
#define TURNED ", 0, 0"
const char ts_cuda_quartet_f16[] = PRODUCT("product_f16", "m64n64k16", "f16");
const char ts_cuda_quartet_bf16[] = PRODUCT("product_bf16", "m64n64k16", "bf16");
#undef TURNED
#define TURNED ""
const char ts_cuda_quartet_f8[] = PRODUCT("product_f8", "m64n64k32", "e4m3");

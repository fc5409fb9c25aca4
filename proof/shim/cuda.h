/* cuda.h - the names of CUDA C++ that emitted texts may use, over fiber.h; no other name compiles.
 *
 * TS_SHIM_HIP takes the mask out of shuffles, as HIP has them, and adds the matrix instructions of its GPUs. MUSA
 * spells device code as CUDA does.
 */
#define __global__      extern "C" __attribute__((visibility("hidden")))
#define __device__      static
#define __forceinline__ inline __attribute__((always_inline))
#define __noinline__    __attribute__((noinline))
#define __launch_bounds__(n)
#define __restrict__ __restrict

#define TS_SHIM_SHARED(type, name, count, which)                                                   \
    type(&name)[count] =                                                                           \
        *(type(*)[count])ts_shim::shared_array(which, sizeof(type[count]), __LINE__)

/* All that a launch asks for. */
#define TS_SHIM_ASKED(type, name, which)                                                           \
    type *const name =                                                                             \
        (type *)ts_shim::shared_array(which, ts_shim::self()->in->job->shared_bytes, __LINE__)

struct uint3 {
    unsigned x, y, z;
};
struct alignas(16) uint4 {
    unsigned x, y, z, w;
};

static inline uint4 make_uint4(unsigned x, unsigned y, unsigned z, unsigned w)
{
    return uint4{x, y, z, w};
}

namespace ts_shim
{
static inline uint3 thread_index()
{
    return uint3{(unsigned)self()->number, 0, 0};
}
static inline uint3 block_index()
{
    return uint3{(unsigned)self()->in->job->group, 0, 0};
}
static inline uint3 grid_size()
{
    return uint3{(unsigned)self()->in->job->groups, 1, 1};
}
static inline uint3 block_size()
{
    return uint3{(unsigned)self()->in->job->threads, 1, 1};
}
/* What a lane of this subgroup hands in. */
template <class T> static inline T from_lane(T value, int lane, int line)
{
    int lanes = self()->in->job->subgroup, mine = self()->number & (lanes - 1);
    return shuffle(value, lane >= 0 && lane < lanes ? mine ^ lane : -1, line);
}
} // namespace ts_shim
#define threadIdx (ts_shim::thread_index())
#define blockIdx  (ts_shim::block_index())
#define gridDim   (ts_shim::grid_size())
#define blockDim  (ts_shim::block_size())

static inline void __syncthreads(int line = __builtin_LINE())
{
    ts_shim::barrier(line);
}

#ifndef TS_SHIM_HIP
/* All lanes arrive, which is what an exchange with oneself checks. */
static inline void __syncwarp(int line = __builtin_LINE())
{
    ts_shim::shuffle(0, 0, line);
}
#endif

#ifdef TS_SHIM_HIP
template <class T> static inline T __shfl_xor(T value, int mask, int line = __builtin_LINE())
{
    return ts_shim::shuffle(value, mask, line);
}
template <class T> static inline T __shfl(T value, int lane, int line = __builtin_LINE())
{
    return ts_shim::from_lane(value, lane, line);
}

/* The matrix instructions of AMD's GPUs by their definition, d = a b + c: who holds which element is written down
 * here once more, from the vendor's tables. */
namespace ts_shim
{
typedef float four_sums __attribute__((ext_vector_type(4)));
typedef float eight_sums __attribute__((ext_vector_type(8)));
typedef int four_wholes __attribute__((ext_vector_type(4)));
typedef int eight_wholes __attribute__((ext_vector_type(8)));

static inline float of_f16(unsigned code)
{
    return half_to_float((unsigned short)code);
}
static inline float of_bf16(unsigned code)
{
    return __builtin_bit_cast(float, code << 16);
}
/* Element n of those that a lane handed in. */
template <class T> static inline unsigned element_of(T mine, int lane, int n, int line)
{
    const unsigned short *code = (const unsigned short *)&mine;
    return from_lane((unsigned)code[n], lane, line);
}

/* The same of bytes with a sign. */
template <class T> static inline int byte_of(T mine, int lane, int n, int line)
{
    const signed char *code = (const signed char *)&mine;
    return (int)from_lane((unsigned)code[n], lane, line);
}

/* MFMA, waves of 64: element k of row i of a, and of column i of b, is in lane i + 16 (k / 4). */
template <class T>
static inline four_sums mfma(T a, T b, four_sums c, float (*value)(unsigned), int line)
{
    const int lane = self()->number % 64;
    for (int k = 0; k < 16; k++) {
        float y = value(element_of(b, lane % 16 + 16 * (k / 4), k % 4, line));
        for (int i = 0; i < 4; i++) {
            int row = 4 * (lane / 16) + i;
            c[i] = fmaf(value(element_of(a, row + 16 * (k / 4), k % 4, line)), y, c[i]);
        }
    }
    return c;
}

/* The same of bytes, of which a lane holds as many as there are in T, neighbours along k. */
template <class T> static inline four_wholes mfma_i8(T a, T b, four_wholes c, int line)
{
    const int lane = self()->number % 64, n = (int)sizeof(T);
    for (int k = 0; k < 4 * n; k++) {
        int y = byte_of(b, lane % 16 + 16 * (k / n), k % n, line);
        for (int i = 0; i < 4; i++)
            c[i] += byte_of(a, 4 * (lane / 16) + i + 16 * (k / n), k % n, line) * y;
    }
    return c;
}

/* WMMA of gfx11, waves of 32: row i of a and column i of b are whole in lane i, and in lane i + 16, which must
 * agree; rows of d go to the halves of the wave in turn. */
template <class T>
static inline eight_sums wmma(T a, T b, eight_sums c, float (*value)(unsigned), int line)
{
    const int lane = self()->number % 32;
    for (int k = 0; k < 16; k++) {
        unsigned y = element_of(b, lane % 16, k, line),
                 twin = element_of(b, lane % 16 + 16, k, line);
        for (int i = 0; i < 8; i++) {
            int row = 2 * i + lane / 16;
            unsigned x = element_of(a, row, k, line);
            bool same = x == element_of(a, row + 16, k, line) && y == twin;
            c[i] = same ? fmaf(value(x), value(y), c[i]) : __builtin_nanf("");
        }
    }
    return c;
}

template <class T> static inline eight_wholes wmma_i8(T a, T b, eight_wholes c, int line)
{
    const int lane = self()->number % 32;
    for (int k = 0; k < 16; k++) {
        int y = byte_of(b, lane % 16, k, line), twin = byte_of(b, lane % 16 + 16, k, line);
        for (int i = 0; i < 8; i++) {
            int row = 2 * i + lane / 16, x = byte_of(a, row, k, line);
            bool same = x == byte_of(a, row + 16, k, line) && y == twin;
            c[i] = same ? c[i] + x * y : 0x7fffffff;
        }
    }
    return c;
}
} // namespace ts_shim

/* Nothing is broadcast or permuted, so the last three arguments are 0. */
#define TS_SHIM_MFMA(name, value)                                                                  \
    template <class T>                                                                             \
    static inline ts_shim::four_sums __builtin_amdgcn_mfma_f32_16x16x16##name(                     \
        T a, T b, ts_shim::four_sums c, int cbsz, int abid, int blgp, int line = __builtin_LINE()) \
    {                                                                                              \
        return ts_shim::mfma(a, b, cbsz | abid | blgp ? c / 0.0f : c, value, line);                \
    }
#define TS_SHIM_WMMA(name, value)                                                                  \
    template <class T>                                                                             \
    static inline ts_shim::eight_sums __builtin_amdgcn_wmma_f32_16x16x16_##name##_w32(             \
        T a, T b, ts_shim::eight_sums c, int line = __builtin_LINE())                              \
    {                                                                                              \
        return ts_shim::wmma(a, b, c, value, line);                                                \
    }
TS_SHIM_MFMA(f16, ts_shim::of_f16)
TS_SHIM_MFMA(bf16_1k, ts_shim::of_bf16)
TS_SHIM_WMMA(f16, ts_shim::of_f16)
TS_SHIM_WMMA(bf16, ts_shim::of_bf16)
static inline ts_shim::four_wholes
__builtin_amdgcn_mfma_i32_16x16x32_i8(long a, long b, ts_shim::four_wholes c, int cbsz, int abid,
                                      int blgp, int line = __builtin_LINE())
{
    return ts_shim::mfma_i8(a, b, cbsz | abid | blgp ? ~c : c, line);
}
static inline ts_shim::four_wholes
__builtin_amdgcn_mfma_i32_16x16x16i8(int a, int b, ts_shim::four_wholes c, int cbsz, int abid,
                                     int blgp, int line = __builtin_LINE())
{
    return ts_shim::mfma_i8(a, b, cbsz | abid | blgp ? ~c : c, line);
}
/* Both operands have signs, and sums wrap. */
template <class T>
static inline ts_shim::eight_wholes
__builtin_amdgcn_wmma_i32_16x16x16_iu8_w32(bool sign_a, T a, bool sign_b, T b,
                                           ts_shim::eight_wholes c, bool clamp,
                                           int line = __builtin_LINE())
{
    return ts_shim::wmma_i8(a, b, sign_a && sign_b && !clamp ? c : ~c, line);
}
#else
namespace ts_shim
{
/* Elements of products by four warps. */
static inline float f16_at(const char *at)
{
    return half_to_float(*(const unsigned short *)at);
}
static inline float bf16_at(const char *at)
{
    return __builtin_bit_cast(float, (unsigned)*(const unsigned short *)at << 16);
}
static inline float e4m3_at(const char *at)
{
    const unsigned code = *(const unsigned char *)at, exponent = code >> 3 & 15, rest = code & 7;
    float x =
        exponent ? (float)(8 + rest) * 0x1p-10f * (float)(1 << exponent) : (float)rest * 0x1p-9f;
    if ((code & 127) == 127) x = __builtin_nanf("");
    return code & 128 ? -x : x;
}
#define TS_SHIM_PRODUCT(type, bytes)                                                               \
    static inline void product_##type(const registers &to, unsigned long long a,                   \
                                      unsigned long long b, int fresh,                             \
                                      int line = __builtin_LINE())                                 \
    {                                                                                              \
        begin_product(product{to, a, b, type##_at, bytes, !fresh, false, 0}, line);                \
    }
TS_SHIM_PRODUCT(f16, 2)
TS_SHIM_PRODUCT(bf16, 2)
TS_SHIM_PRODUCT(e4m3, 1)
} // namespace ts_shim

template <class T>
static inline T __shfl_sync(unsigned lanes, T value, int lane, int line = __builtin_LINE())
{
    int mine = ts_shim::self()->number & 31;
    return ts_shim::shuffle(value, lanes == 0xffffffffu && lane >= 0 ? mine ^ lane : -1, line);
}
template <class T>
static inline T __shfl_xor_sync(unsigned lanes, T value, int mask, int line = __builtin_LINE())
{
    return ts_shim::shuffle(value, lanes == 0xffffffffu ? mask : -1, line);
}
#endif

static inline float rsqrtf(float x)
{
    return 1.0f / sqrtf(x);
}
using ts_shim::integer::abs;
using ts_shim::integer::max;
using ts_shim::integer::min;

static inline unsigned __float_as_uint(float x)
{
    return __builtin_bit_cast(unsigned, x);
}
static inline int __float_as_int(float x)
{
    return __builtin_bit_cast(int, x);
}
static inline float __uint_as_float(unsigned x)
{
    return __builtin_bit_cast(float, x);
}
static inline float __int_as_float(int x)
{
    return __builtin_bit_cast(float, x);
}

struct __half {
    unsigned short bits;
};
static inline __half __ushort_as_half(unsigned short x)
{
    return __half{x};
}
static inline unsigned short __half_as_ushort(__half x)
{
    return x.bits;
}
static inline float __half2float(__half x)
{
    return ts_shim::half_to_float(x.bits);
}
static inline __half __float2half_rn(float x)
{
    return __half{ts_shim::float_to_half(x)};
}

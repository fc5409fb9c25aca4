/* cuda.h - the names of CUDA C++ that emitted texts may use, over fiber.h; no other name compiles.
 *
 * TS_SHIM_HIP takes the mask out of shuffles, as HIP has them. MUSA spells device code as CUDA does.
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
#else
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

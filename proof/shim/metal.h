/* metal.h - the names of the Metal Shading Language that emitted texts may use, over fiber.h.
 *
 * Address spaces are address spaces of the compiler, so a missing or wrong qualifier is an error. Attributes
 * are taken out of the text before (text.c): [[buffer(n)]] is checked against the order of
 * parameters, built-in values become default arguments, threadgroup arrays TS_SHIM_SHARED.
 */
#define device      __attribute__((address_space(1)))
#define constant    const __attribute__((address_space(2)))
#define threadgroup __attribute__((address_space(3)))
#define thread
#define kernel extern "C" __attribute__((visibility("hidden")))

#define TS_SHIM_SHARED(type, name, count, which)                                                   \
    threadgroup type(&name)[count] =                                                               \
        *(threadgroup type(*)[count])ts_shim::shared_array(which, sizeof(type[count]), __LINE__)

#define INFINITY __builtin_inff()
#define NAN      __builtin_nanf("")

typedef unsigned char uchar;
typedef unsigned short ushort;
typedef unsigned int uint;
typedef unsigned long ulong;
typedef uint uint4 __attribute__((ext_vector_type(4)));

/* Conversions must be written. */
struct half {
    ushort bits;
    half() = default;
    explicit half(float x) : bits(ts_shim::float_to_half(x))
    {
    }
    explicit operator float() const
    {
        return ts_shim::half_to_float(bits);
    }
};

template <class To, class From> static inline To as_type(From x)
{
    static_assert(sizeof(To) == sizeof(From), "as_type keeps the size");
    return __builtin_bit_cast(To, x);
}

namespace ts_shim
{
static inline uint thread_position_in_threadgroup()
{
    return (uint)self()->number;
}
static inline uint threadgroup_position_in_grid()
{
    return (uint)self()->in->job->group;
}
static inline uint threadgroups_per_grid()
{
    return (uint)self()->in->job->groups;
}
static inline uint threads_per_threadgroup()
{
    return (uint)self()->in->job->threads;
}
} // namespace ts_shim

namespace metal
{

enum class mem_flags { mem_none = 0, mem_device = 1, mem_threadgroup = 2 };
static inline mem_flags operator|(mem_flags a, mem_flags b)
{
    return (mem_flags)((int)a | (int)b);
}

static inline void threadgroup_barrier(mem_flags, int line = __builtin_LINE())
{
    ts_shim::barrier(line);
}

template <class T>
static inline T simd_shuffle_xor(T value, ushort mask, int line = __builtin_LINE())
{
    return ts_shim::shuffle(value, mask, line);
}

#define TS_SHIM_MATH1(name, function)                                                              \
    static inline float name(float x)                                                              \
    {                                                                                              \
        return function(x);                                                                        \
    }
#define TS_SHIM_MATH2(name, function)                                                              \
    static inline float name(float x, float y)                                                     \
    {                                                                                              \
        return function(x, y);                                                                     \
    }
static inline float rsqrt(float x)
{
    return 1.0f / sqrtf(x);
}
TS_SHIM_MATH1(exp, expf)
TS_SHIM_MATH1(exp2, exp2f)
TS_SHIM_MATH1(log, logf)
TS_SHIM_MATH1(log2, log2f)
TS_SHIM_MATH1(sqrt, sqrtf)
TS_SHIM_MATH1(floor, floorf)
TS_SHIM_MATH1(trunc, truncf)
TS_SHIM_MATH1(rint, rintf)
TS_SHIM_MATH1(fabs, fabsf)
TS_SHIM_MATH1(abs, fabsf)
TS_SHIM_MATH2(fmin, fminf)
TS_SHIM_MATH2(fmax, fmaxf)
TS_SHIM_MATH2(min, fminf)
TS_SHIM_MATH2(max, fmaxf)
static inline float fma(float a, float b, float c)
{
    return fmaf(a, b, c);
}
using ts_shim::integer::abs;
using ts_shim::integer::max;
using ts_shim::integer::min;

namespace precise
{
using metal::exp;
using metal::exp2;
using metal::fma;
using metal::fmax;
using metal::fmin;
using metal::log;
using metal::log2;
using metal::rsqrt;
using metal::sqrt;
} // namespace precise

} // namespace metal

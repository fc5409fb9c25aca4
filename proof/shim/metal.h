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
typedef ulong ulong2 __attribute__((ext_vector_type(2)));

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

struct bfloat {
    ushort bits;
    explicit operator float() const
    {
        return __builtin_bit_cast(float, (uint)bits << 16);
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

template <class T> static inline T simd_shuffle(T value, ushort lane, int line = __builtin_LINE())
{
    return ts_shim::shuffle(value, (ts_shim::self()->number & 31) ^ lane, line);
}

} // namespace metal
namespace ts_shim
{
struct own_of {
    template <class M> static auto &at(M &matrix, int i)
    {
        return matrix.own[i];
    }
};
} // namespace ts_shim
namespace metal
{

/* Two of 64 elements in each lane. Which two is nobody's business, so it is not what any GPU is known for, and
 * nothing but the functions below gets at them. Each function is one that all lanes of a SIMD-group come to. */
template <class T, int cols, int rows> class simdgroup_matrix
{
    static_assert(cols == 8 && rows == 8, "a SIMD-group has matrices of 8 x 8");
    T own[2];
    friend struct ts_shim::own_of;

  public:
    simdgroup_matrix() = default;
    explicit simdgroup_matrix(T diagonal)
    {
        for (int i = 0; i < 2; i++) own[i] = place(i) % 9 ? T() : diagonal;
    }
    /* Row by row, the element that this lane has, or another one. */
    static int place(int i, int lane = ts_shim::self()->number & 31)
    {
        return (lane * 19 + 7 + i * 32) % 64;
    }
    static int turned(int place)
    {
        return place % 8 * 8 + place / 8;
    }
    void meet(int line) const
    {
        ts_shim::shuffle(0u, 1, line);
    }
    void gather(float *all, int line) const
    {
        for (int lane = 0, mine = ts_shim::self()->number & 31; lane < 32; lane++)
            for (int i = 0; i < 2; i++)
                all[place(i, mine ^ lane)] = ts_shim::shuffle((float)own[i], lane, line);
    }
};
typedef simdgroup_matrix<half, 8, 8> simdgroup_half8x8;
typedef simdgroup_matrix<bfloat, 8, 8> simdgroup_bfloat8x8;
typedef simdgroup_matrix<float, 8, 8> simdgroup_float8x8;

template <class T>
static inline void simdgroup_load(simdgroup_matrix<T, 8, 8> &to, threadgroup const T *from,
                                  ulong elements_per_row, ulong2 origin, bool transpose,
                                  int line = __builtin_LINE())
{
    to.meet(line);
    from += origin.y * elements_per_row + origin.x;
    for (int i = 0; i < 2; i++) {
        int at = transpose ? to.turned(to.place(i)) : to.place(i);
        ts_shim::own_of::at(to, i).bits = from[at / 8 * (long)elements_per_row + at % 8].bits;
    }
    to.meet(line);
}

template <class T>
static inline void simdgroup_store(simdgroup_matrix<T, 8, 8> from, threadgroup T *to,
                                   ulong elements_per_row, int line = __builtin_LINE())
{
    from.meet(line);
    for (int i = 0; i < 2; i++)
        to[from.place(i) / 8 * (long)elements_per_row + from.place(i) % 8] =
            ts_shim::own_of::at(from, i);
    from.meet(line);
}

template <class T>
static inline void simdgroup_multiply_accumulate(simdgroup_float8x8 &to,
                                                 simdgroup_matrix<T, 8, 8> a,
                                                 simdgroup_matrix<T, 8, 8> b, simdgroup_float8x8 c,
                                                 int line = __builtin_LINE())
{
    float x[64], y[64];
    a.gather(x, line);
    b.gather(y, line);
    for (int i = 0; i < 2; i++) {
        float sum = ts_shim::own_of::at(c, i);
        for (int k = 0, at = c.place(i); k < 8; k++) sum += x[at / 8 * 8 + k] * y[k * 8 + at % 8];
        ts_shim::own_of::at(to, i) = sum;
    }
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

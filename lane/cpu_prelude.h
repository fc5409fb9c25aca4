/* Prelude of every emitted cpu module: vectors of LANES elements of 4 bytes, loads and stores with
 * and without bounds, and the few functions that C does not offer on vectors. Conversions between
 * dtypes follow in lane/cpu_casts.h.
 *
 * Letters: f float  i int32_t  u uint32_t  m predicate (0 or -1)  h 16-bit codes  b 8-bit codes
 *          n 4-bit codes, packed; b when they are no longer */
#include <math.h>
#include <stdint.h>
#include <string.h>
/* All of immintrin.h takes half a second to read, the parts that are used a tenth of that, with AVX-512 a
 * third. Compilers let none but immintrin.h read its parts, so this says to be it. */
#if defined(__AVX__) && !__has_include(<fmaintrin.h>)
#include <immintrin.h>
#elif defined(__AVX__)
#define _IMMINTRIN_H_INCLUDED /* gcc */
#define __IMMINTRIN_H         /* clang */
#include <smmintrin.h>
#include <avxintrin.h>
#include <avx2intrin.h>
#include <f16cintrin.h>
#include <fmaintrin.h>
#ifdef __AVXVNNI__
#include <avxvnniintrin.h>
#endif
#ifdef __AVX512F__
#include <avx512fintrin.h>
#endif
#ifdef __AVX512BW__
typedef unsigned int __mmask32; /* gcc has it in a part for AVX-512 VL, which takes as long as all others */
#include <avx512bwintrin.h>
#endif
#ifdef __AVX512VNNI__
#include <avx512vnniintrin.h>
#if __has_include(<avx512vnnivlintrin.h>)
#include <avx512vnnivlintrin.h> /* gcc */
#else
#include <avx512vlvnniintrin.h>
#endif
#endif
#if __has_include(<amxintrin.h>) /* clang */
#include <amxintrin.h>
#elif defined(__AMX_TILE__)
#include <amxtileintrin.h>
#include <amxbf16intrin.h>
#endif
#elif defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

#define FN static inline __attribute__((always_inline, unused))
/* What only the ends of rows take: one copy of the loop, which compilers would work at wherever it stands. */
#define RARE static __attribute__((noinline, unused))
#define UNUSED __attribute__((unused))
#define VECTOR(T, name) typedef T name __attribute__((vector_size(sizeof(T) * LANES)))
#define VECTOR4(T, name) typedef T name __attribute__((vector_size(4 * LANES)))
VECTOR(float, vf);
VECTOR(int32_t, vi);
VECTOR(uint32_t, vu);
VECTOR(int32_t, vm);
VECTOR(uint16_t, vh);
VECTOR(uint8_t, vb);
VECTOR(double, vd);
#define EACH for (int e = 0; e < LANES; e++)

/* ---- splats: x - 0 keeps every value, -0 included ---- */
FN vf sp_f(float x) { return x - (vf){0}; }
FN vi sp_i(int32_t x) { return x - (vi){0}; }
FN vu sp_u(uint32_t x) { return x - (vu){0}; }
FN vm sp_m(int x) { return -(x != 0) - (vm){0}; }
FN vh sp_h(uint16_t x) { return x - (vh){0}; }
FN vb sp_b(uint8_t x) { return x - (vb){0}; }
/* No vector stays in a register: gcc keeps constants of a loop before in one, and the sums behind on the stack. */
#if defined(__AVX512F__) && LANES == 16
#define FREE_VECTORS __asm__ volatile("" ::: "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", \
                                      "xmm8", "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15", \
                                      "xmm16", "xmm17", "xmm18", "xmm19", "xmm20", "xmm21", "xmm22", "xmm23", \
                                      "xmm24", "xmm25", "xmm26", "xmm27", "xmm28", "xmm29", "xmm30", "xmm31")
#elif defined(__x86_64__)
#define FREE_VECTORS __asm__ volatile("" ::: "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", \
                                      "xmm8", "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15")
#else
#define FREE_VECTORS (void)0
#endif
FN vi iota(int32_t from) { vi v; EACH v[e] = e; return v + from; }

/* ---- memory: ld/st whole vectors; ldr whole ones of a row that may not be there: a choice, not a
 * branch; ldm/stm lanes l <= e < h at a stride, the others zero. Most masked accesses turn out to be
 * whole when they run: that is one predictable branch. ---- */
static const float none[LANES] UNUSED; /* read instead of a row that is not there */
/* With AVX-512 both are instructions: lanes side by side by a mask, where a loop is long to compile; all lanes of 32
 * bits at a stride, which one by one would meet in memory before they are a vector. */
#if defined(__AVX512BW__) && LANES == 16
#define SOME(stride)          ((stride) == 1)
#define STRIDES(stride, l, h) ((stride) > 1 && (stride) < 1 << 26 && (l) <= 0 && (h) >= LANES)
FN uint32_t below(int64_t n) { return n <= 0 ? 0 : n >= LANES ? 0xffff : (1u << n) - 1; }
FN uint32_t lanes_in(int64_t l, int64_t h) { return below(h) & ~below(l); }
FN vi ld_some_32(const void *p, uint32_t m) { return (vi)_mm512_maskz_loadu_epi32((__mmask16)m, p); }
FN vh ld_some_16(const void *p, uint32_t m) { return (vh)_mm512_castsi512_si256(_mm512_maskz_loadu_epi16(m, p)); }
FN vb ld_some_8(const void *p, uint32_t m) { return (vb)_mm512_castsi512_si128(_mm512_maskz_loadu_epi8(m, p)); }
FN void st_some_32(void *p, uint32_t m, vi v) { _mm512_mask_storeu_epi32(p, (__mmask16)m, (__m512i)v); }
FN void st_some_16(void *p, uint32_t m, vh v) { _mm512_mask_storeu_epi16(p, m, _mm512_castsi256_si512((__m256i)v)); }
FN void st_some_8(void *p, uint32_t m, vb v) { _mm512_mask_storeu_epi8(p, m, _mm512_castsi128_si512((__m128i)v)); }
#define LANES_OF(stride)                                                                           \
    ((__m512i)((vi){0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15} * (int32_t)(stride)))
FN vi ld_far(const void *p, int64_t stride) { return (vi)_mm512_i32gather_epi32(LANES_OF(stride), p, 4); }
FN void st_far(void *p, int64_t stride, vi v) { _mm512_i32scatter_epi32(p, LANES_OF(stride), (__m512i)v, 4); }
#else
#define SOME(stride)          0
#define STRIDES(stride, l, h) 0
FN uint32_t lanes_in(int64_t l UNUSED, int64_t h UNUSED) { return 0; }
FN vi ld_some_32(const void *p UNUSED, uint32_t m UNUSED) { return (vi){0}; }
FN vh ld_some_16(const void *p UNUSED, uint32_t m UNUSED) { return (vh){0}; }
FN vb ld_some_8(const void *p UNUSED, uint32_t m UNUSED) { return (vb){0}; }
FN void st_some_32(void *p UNUSED, uint32_t m UNUSED, vi v UNUSED) {}
FN void st_some_16(void *p UNUSED, uint32_t m UNUSED, vh v UNUSED) {}
FN void st_some_8(void *p UNUSED, uint32_t m UNUSED, vb v UNUSED) {}
FN vi ld_far(const void *p UNUSED, int64_t stride UNUSED) { return (vi){0}; }
FN void st_far(void *p UNUSED, int64_t stride UNUSED, vi v UNUSED) {}
#endif
#define SOME_32 vi
#define SOME_16 vh
#define SOME_8 vb
#define MEMORY(x, T, BITS)                                                                         \
    FN v##x ld_##x(const void *p, int64_t i) { v##x v; memcpy(&v, (const T *)p + i, sizeof v); return v; } \
    FN v##x ldr_##x(int row, const void *p, int64_t i) { return ld_##x(row ? p : none, row ? i : 0); } \
    FN v##x ldm_##x(const void *p, int64_t i, int64_t stride, int64_t l, int64_t h)                \
    {                                                                                              \
        v##x v = {0};                                                                              \
        if (stride == 1 && l <= 0 && h >= LANES) return ld_##x(p, i);                              \
        if (SOME(stride)) return (v##x)ld_some_##BITS((const T *)p + i, lanes_in(l, h));           \
        if (sizeof(T) == 4 && STRIDES(stride, l, h)) {                                             \
            const vi far = ld_far((const T *)p + i, stride);                                       \
            memcpy(&v, &far, sizeof v);                                                            \
            return v;                                                                              \
        }                                                                                          \
        for (int64_t e = l > 0 ? l : 0; e < h && e < LANES; e++)                                   \
            memcpy((T *)&v + e, (const T *)p + i + e * stride, sizeof(T));                         \
        return v;                                                                                  \
    }                                                                                              \
    FN T ld1_##x(const void *p, int64_t i) { T v; memcpy(&v, (const T *)p + i, sizeof v); return v; } \
    FN void st_##x(void *p, int64_t i, v##x v) { memcpy((T *)p + i, &v, sizeof v); }               \
    FN void stm_##x(void *p, int64_t i, int64_t stride, int64_t l, int64_t h, v##x v)              \
    {                                                                                              \
        if (stride == 1 && l <= 0 && h >= LANES) memcpy((T *)p + i, &v, sizeof v);                 \
        else if (SOME(stride)) st_some_##BITS((T *)p + i, lanes_in(l, h), (SOME_##BITS)v);         \
        else if (sizeof(T) == 4 && STRIDES(stride, l, h)) {                                        \
            vi far = {0};                                                                          \
            memcpy(&far, &v, sizeof v);                                                            \
            st_far((T *)p + i, stride, far);                                                       \
        } else for (int64_t e = l > 0 ? l : 0; e < h && e < LANES; e++)                              \
            memcpy((T *)p + i + e * stride, (T *)&v + e, sizeof(T));                               \
    }                                                                                              \
    FN void st1_##x(void *p, int64_t i, T v) { memcpy((T *)p + i, &v, sizeof v); }
MEMORY(f, float, 32)
MEMORY(i, int32_t, 32)
MEMORY(u, uint32_t, 32)
MEMORY(h, uint16_t, 16)
MEMORY(b, uint8_t, 8)

/* ---- 4-bit codes: in memory two to a byte, the first in the lower half. A vector of them is read as
 * one integer, vn, the first code in its lowest bits; `nibbles` makes bytes of it. An odd index shares a
 * byte with codes before and behind. ---- */
#if LANES == 16
typedef uint64_t vn;
#elif LANES == 8
typedef uint32_t vn;
#else
typedef uint16_t vn;
#endif
enum { LAST = 4 * LANES - 4 }; /* where the last code begins */

FN uint8_t ld1_n(const void *p, int64_t i) { return (uint8_t)(((const uint8_t *)p)[i >> 1] >> (i & 1) * 4 & 15); }
FN void st1_n(void *p, int64_t i, uint8_t v)
{
    uint8_t *at = (uint8_t *)p + (i >> 1);
    *at = (uint8_t)(i & 1 ? (*at & 15) | v << 4 : (*at & 0xf0) | (v & 15));
}
FN vn ld_n(const void *p, int64_t i)
{
    const uint8_t *at = (const uint8_t *)p + (i >> 1);
    vn x;
    memcpy(&x, at, sizeof x);
    return i & 1 ? (vn)(x >> 4 | (vn)at[sizeof x] << LAST) : x;
}
FN vn ldr_n(int row, const void *p, int64_t i) { return ld_n(row ? p : none, row ? i : 0); }
RARE vn ld_some_n(const void *p, int64_t i, int64_t stride, int64_t l, int64_t h)
{
    vn x = 0;
    for (int64_t e = l > 0 ? l : 0; e < h && e < LANES; e++) x |= (vn)((vn)ld1_n(p, i + e * stride) << 4 * e);
    return x;
}
FN vn ldm_n(const void *p, int64_t i, int64_t stride, int64_t l, int64_t h)
{
    return stride == 1 && l <= 0 && h >= LANES ? ld_n(p, i) : ld_some_n(p, i, stride, l, h);
}
#if defined(__SSE2__)
/* A vector of bytes as the low end of a register and back: no way through memory. */
FN __m128i low_b(vb a)
{
#if LANES == 16
    return (__m128i)a;
#elif LANES == 8
    return _mm_loadl_epi64((const __m128i *)&a);
#else
    int x;
    memcpy(&x, &a, sizeof x);
    return _mm_cvtsi32_si128(x);
#endif
}
FN vb b_low(__m128i a)
{
    vb r;
#if LANES == 16
    r = (vb)a;
#elif LANES == 8
    _mm_storel_epi64((__m128i *)&r, a);
#else
    int x = _mm_cvtsi128_si32(a);
    memcpy(&r, &x, sizeof x);
#endif
    return r;
}
FN vb nibbles(vn x)
{
    __m128i both = _mm_set_epi64x(0, (long long)x), low = _mm_set1_epi8(15);
    return b_low(_mm_unpacklo_epi8(_mm_and_si128(both, low), _mm_and_si128(_mm_srli_epi16(both, 4), low)));
}
FN vn packed(vb v)
{
    __m128i bytes = low_b(v), pairs = _mm_or_si128(bytes, _mm_srli_epi16(bytes, 4));
    pairs = _mm_and_si128(pairs, _mm_set1_epi16(0xff));
    pairs = _mm_packus_epi16(pairs, pairs);
#if LANES == 4
    return (vn)_mm_cvtsi128_si32(pairs);
#else
    vn x;
    memcpy(&x, &pairs, sizeof x);
    return x;
#endif
}
#else
FN vb nibbles(vn x) { vb r; EACH r[e] = (uint8_t)(x >> 4 * e & 15); return r; }
FN vn packed(vb v) { vn x = 0; EACH x |= (vn)((vn)v[e] << 4 * e); return x; }
#endif
FN void st_n(void *p, int64_t i, vb v)
{
    uint8_t *at = (uint8_t *)p + (i >> 1);
    vn x = packed(v);
    if (i & 1) {
        at[sizeof x] = (uint8_t)((at[sizeof x] & 0xf0) | x >> LAST);
        x = (vn)(x << 4 | (*at & 15));
    }
    memcpy(at, &x, sizeof x);
}
RARE void st_some_n(void *p, int64_t i, int64_t stride, int64_t l, int64_t h, vb v)
{
    for (int64_t e = l > 0 ? l : 0; e < h && e < LANES; e++) st1_n(p, i + e * stride, v[e]);
}
FN void stm_n(void *p, int64_t i, int64_t stride, int64_t l, int64_t h, vb v)
{
    if (stride == 1 && l <= 0 && h >= LANES) st_n(p, i, v);
    else st_some_n(p, i, stride, l, h, v);
}

/* ---- turn: LANES vectors as rows become columns. Pairs of lanes, then of pairs, are dealt out within
 * each 128 bits, at last the parts of 128 bits. ---- */
#if defined(__AVX512F__) && LANES == 16
FN void turn_f(vf *q)
{
    __m512 a[16], b[16];
#pragma GCC unroll 8
    for (int i = 0; i < 16; i += 2) {
        a[i] = _mm512_unpacklo_ps((__m512)q[i], (__m512)q[i + 1]);
        a[i + 1] = _mm512_unpackhi_ps((__m512)q[i], (__m512)q[i + 1]);
    }
#pragma GCC unroll 8
    for (int i = 0; i < 16; i++) {
        __m512d x = (__m512d)a[(i & 12) + (i >> 1 & 1)], y = (__m512d)a[(i & 12) + (i >> 1 & 1) + 2];
        b[i] = (__m512)(i & 1 ? _mm512_unpackhi_pd(x, y) : _mm512_unpacklo_pd(x, y));
    }
#pragma GCC unroll 8
    for (int i = 0; i < 4; i++) {
        __m512 x = _mm512_shuffle_f32x4(b[i], b[4 + i], 0x88), y = _mm512_shuffle_f32x4(b[8 + i], b[12 + i], 0x88);
        __m512 z = _mm512_shuffle_f32x4(b[i], b[4 + i], 0xdd), t = _mm512_shuffle_f32x4(b[8 + i], b[12 + i], 0xdd);
        q[i] = (vf)_mm512_shuffle_f32x4(x, y, 0x88);
        q[i + 8] = (vf)_mm512_shuffle_f32x4(x, y, 0xdd);
        q[i + 4] = (vf)_mm512_shuffle_f32x4(z, t, 0x88);
        q[i + 12] = (vf)_mm512_shuffle_f32x4(z, t, 0xdd);
    }
}
#elif defined(__AVX__) && LANES == 8
FN void turn_f(vf *q)
{
    __m256 a[8], b[8];
#pragma GCC unroll 8
    for (int i = 0; i < 8; i += 2) {
        a[i] = _mm256_unpacklo_ps((__m256)q[i], (__m256)q[i + 1]);
        a[i + 1] = _mm256_unpackhi_ps((__m256)q[i], (__m256)q[i + 1]);
    }
#pragma GCC unroll 8
    for (int i = 0; i < 8; i++) {
        __m256d x = (__m256d)a[(i & 4) + (i >> 1 & 1)], y = (__m256d)a[(i & 4) + (i >> 1 & 1) + 2];
        b[i] = (__m256)(i & 1 ? _mm256_unpackhi_pd(x, y) : _mm256_unpacklo_pd(x, y));
    }
#pragma GCC unroll 8
    for (int i = 0; i < 4; i++) {
        q[i] = (vf)_mm256_permute2f128_ps(b[i], b[4 + i], 0x20);
        q[i + 4] = (vf)_mm256_permute2f128_ps(b[i], b[4 + i], 0x31);
    }
}
#elif defined(__SSE2__) && LANES == 4
FN void turn_f(vf *q)
{
    __m128 a = _mm_unpacklo_ps((__m128)q[0], (__m128)q[1]), b = _mm_unpackhi_ps((__m128)q[0], (__m128)q[1]);
    __m128 c = _mm_unpacklo_ps((__m128)q[2], (__m128)q[3]), d = _mm_unpackhi_ps((__m128)q[2], (__m128)q[3]);
    q[0] = (vf)_mm_movelh_ps(a, c);
    q[1] = (vf)_mm_movehl_ps(c, a);
    q[2] = (vf)_mm_movelh_ps(b, d);
    q[3] = (vf)_mm_movehl_ps(d, b);
}
#elif defined(__aarch64__) && LANES == 4
FN void turn_f(vf *q)
{
    float32x4_t a = vzip1q_f32((float32x4_t)q[0], (float32x4_t)q[2]), b = vzip2q_f32((float32x4_t)q[0], (float32x4_t)q[2]);
    float32x4_t c = vzip1q_f32((float32x4_t)q[1], (float32x4_t)q[3]), d = vzip2q_f32((float32x4_t)q[1], (float32x4_t)q[3]);
    q[0] = (vf)vzip1q_f32(a, c);
    q[1] = (vf)vzip2q_f32(a, c);
    q[2] = (vf)vzip1q_f32(b, d);
    q[3] = (vf)vzip2q_f32(b, d);
}
#else
FN void turn_f(vf *q)
{
    for (int i = 0; i < LANES; i++)
        for (int e = 0; e < i; e++) {
            float x = q[i][e];
            q[i][e] = q[e][i];
            q[e][i] = x;
        }
}
#endif
FN void turn_i(vi *q)
{
    vf a[LANES];
#pragma GCC unroll 16
    for (int i = 0; i < LANES; i++) a[i] = (vf)q[i];
    turn_f(a);
#pragma GCC unroll 16
    for (int i = 0; i < LANES; i++) q[i] = (vi)a[i];
}

/* ---- pairs of 16-bit integers in a word: products of both are added to a word, exactly. What a CPU has for
 * that multiplies two or four times as many numbers as its float unit. ---- */
FN vi v_pair(vi a, vi b) { return (a & 0xffff) | (b << 16); }
FN vi v_pairadd(vi t, vi a, vi b)
{
#if defined(__AVX512VNNI__) && LANES == 16
    return (vi)_mm512_dpwssd_epi32((__m512i)t, (__m512i)a, (__m512i)b);
#elif defined(__AVX512VNNI__) && defined(__AVX512VL__) && LANES == 8
    return (vi)_mm256_dpwssd_epi32((__m256i)t, (__m256i)a, (__m256i)b);
#elif defined(__AVXVNNI__) && LANES == 8
    return (vi)_mm256_dpwssd_avx_epi32((__m256i)t, (__m256i)a, (__m256i)b);
#elif defined(__AVX512BW__) && LANES == 16
    return t + (vi)_mm512_madd_epi16((__m512i)a, (__m512i)b);
#elif defined(__AVX2__) && LANES == 8
    return t + (vi)_mm256_madd_epi16((__m256i)a, (__m256i)b);
#elif defined(__SSE2__) && LANES == 4
    return t + (vi)_mm_madd_epi16((__m128i)a, (__m128i)b);
#elif defined(__aarch64__) && LANES == 4
    int32x4_t low = vmlal_s16((int32x4_t)t, vmovn_s32((int32x4_t)a), vmovn_s32((int32x4_t)b));
    return (vi)vmlal_s16(low, vshrn_n_s32((int32x4_t)a, 16), vshrn_n_s32((int32x4_t)b, 16));
#else
    return t + (a << 16 >> 16) * (b << 16 >> 16) + (a >> 16) * (b >> 16);
#endif
}

FN vi v_dot2_i(vi a, vi b) { return v_pairadd((vi){0}, a, b); }
FN int32_t s_dot2_i(int32_t a, int32_t b)
{
    int32_t low = (int16_t)a * (int16_t)b, high = (a >> 16) * (b >> 16);
    return low + high; /* -fwrapv */
}

/* Fours of 8-bit integers. In v_dot4add the bytes of a are 0 .. 127: no sum of two products leaves 16 bits, and it is
 * the same whether they are read with a sign or without. */
VECTOR4(int16_t, halves);
VECTOR4(int8_t, bytes);
FN vi v_dot4_i(vi a, vi b)
{
    vi even = v_pairadd((vi){0}, (vi)((halves)a << 8 >> 8), (vi)((halves)b << 8 >> 8));
    return v_pairadd(even, (vi)((halves)a >> 8), (vi)((halves)b >> 8));
}
FN vi v_dot4add(vi t, vi a, vi b)
{
#if defined(__AVX512VNNI__) && LANES == 16
    return (vi)_mm512_dpbusd_epi32((__m512i)t, (__m512i)a, (__m512i)b);
#elif defined(__AVX512VNNI__) && defined(__AVX512VL__) && LANES == 8
    return (vi)_mm256_dpbusd_epi32((__m256i)t, (__m256i)a, (__m256i)b);
#elif defined(__AVXVNNI__) && LANES == 8
    return (vi)_mm256_dpbusd_avx_epi32((__m256i)t, (__m256i)a, (__m256i)b);
#elif defined(__AVX512BW__) && LANES == 16
    return t + (vi)_mm512_madd_epi16(_mm512_maddubs_epi16((__m512i)a, (__m512i)b), _mm512_set1_epi16(1));
#elif defined(__AVX2__) && LANES == 8
    return t + (vi)_mm256_madd_epi16(_mm256_maddubs_epi16((__m256i)a, (__m256i)b), _mm256_set1_epi16(1));
#elif defined(__ARM_FEATURE_DOTPROD) && LANES == 4
    return (vi)vdotq_s32((int32x4_t)t, (int8x16_t)a, (int8x16_t)b);
#else
    return t + v_dot4_i(a, b);
#endif
}
FN int32_t s_dot4_i(int32_t a, int32_t b)
{
    int32_t sum = 0;
    for (int i = 0; i < 32; i += 8) sum += (int8_t)(a >> i) * (int8_t)(b >> i);
    return sum;
}

/* In each byte 12 and twice the number whose code in f4e2m1 is in its lowest 4 bits. */
#define E2M1 12, 13, 14, 15, 16, 18, 20, 24, 12, 11, 10, 9, 8, 6, 4, 0
FN int32_t s_e2m1_i(int32_t a)
{
    static const uint8_t value[] = {E2M1};
    uint32_t all = 0;
    for (int i = 0; i < 32; i += 8) all |= (uint32_t)value[a >> i & 15] << i;
    return (int32_t)all;
}
FN vi v_e2m1_i(vi a)
{
#if defined(__AVX512BW__) && LANES == 16
    const __m512i value = _mm512_broadcast_i32x4(_mm_setr_epi8(E2M1));
    return (vi)_mm512_shuffle_epi8(value, (__m512i)(a & 0x0f0f0f0f));
#elif defined(__AVX2__) && LANES == 8
    return (vi)_mm256_shuffle_epi8(_mm256_setr_epi8(E2M1, E2M1), (__m256i)(a & 0x0f0f0f0f));
#elif defined(__aarch64__) && LANES == 4
    static const uint8_t value[] = {E2M1};
    return (vi)vqtbl1q_u8(vld1q_u8(value), (uint8x16_t)(a & 0x0f0f0f0f));
#else
    bytes code = (bytes)a & 7, minus = -((bytes)a >> 3 & 1);
    bytes size = code - (bytes)(code > 4) - (bytes)(code > 5) + ((bytes)(code > 6) & 3);
    return (vi)((size ^ minus) - minus + 12);
#endif
}

/* ---- choice ---- */
#if defined(__AVX2__) && LANES == 8
FN vm blend(vm p, vm a, vm b) { return (vm)_mm256_blendv_ps((__m256)b, (__m256)a, (__m256)p); }
#else
FN vm blend(vm p, vm a, vm b) { return (a & p) | (b & ~p); }
#endif
#define CHOICE(x)                                                                                  \
    FN v##x v_select_##x(vm p, v##x a, v##x b) { return (v##x)blend(p, (vm)a, (vm)b); }            \
    FN v##x keep_##x(v##x a, int n, v##x rest) { return v_select_##x((vm)(iota(0) < n), a, rest); }
CHOICE(f)
CHOICE(i)
CHOICE(u)
CHOICE(m)
FN vh v_select_h(vm p, vh a, vh b) { vh m = __builtin_convertvector((vu)p, vh); return (a & m) | (b & ~m); }
FN vb v_select_b(vm p, vb a, vb b) { vb m = __builtin_convertvector((vu)p, vb); return (a & m) | (b & ~m); }

/* Vector `part` of those that hold each lane of a n times, n of them. */
FN vi spread_from(int n, int part) { return (part % n * LANES + iota(0)) / n; }
#if defined(__AVX512F__) && LANES == 16
FN vi spread_lanes(vi a, vi from) { return (vi)_mm512_permutexvar_epi32((__m512i)from, (__m512i)a); }
#elif defined(__AVX2__) && LANES == 8
FN vi spread_lanes(vi a, vi from) { return (vi)_mm256_permutevar8x32_epi32((__m256i)a, (__m256i)from); }
#elif defined(__clang__)
FN vi spread_lanes(vi a, vi from) { vi r; EACH r[e] = a[from[e]]; return r; }
#else
FN vi spread_lanes(vi a, vi from) { return __builtin_shuffle(a, from); }
#endif
FN vf v_spread_f(vf a, int n, int part) { return (vf)spread_lanes((vi)a, spread_from(n, part)); }
FN vi v_spread_i(vi a, int n, int part) { return spread_lanes(a, spread_from(n, part)); }
FN vu v_spread_u(vu a, int n, int part) { return (vu)spread_lanes((vi)a, spread_from(n, part)); }

/* ---- arithmetic ---- */
FN float s_fma_f(float a, float b, float c)
{
#if defined(__FMA__) || defined(__aarch64__)
    return __builtin_fmaf(a, b, c);
#else
    return a * b + c;
#endif
}
FN vf v_fma_f(vf a, vf b, vf c)
{
#if defined(__AVX512F__) && LANES == 16
    return (vf)_mm512_fmadd_ps((__m512)a, (__m512)b, (__m512)c);
#elif defined(__FMA__) && LANES == 8
    return (vf)_mm256_fmadd_ps((__m256)a, (__m256)b, (__m256)c);
#elif defined(__aarch64__) && LANES == 4
    return (vf)vfmaq_f32((float32x4_t)c, (float32x4_t)a, (float32x4_t)b);
#elif defined(__FMA__) || defined(__aarch64__)
    vf r;
    EACH r[e] = __builtin_fmaf(a[e], b[e], c[e]);
    return r;
#else
    return a * b + c;
#endif
}
FN vf v_sqrt_f(vf a)
{
#if defined(__AVX512F__) && LANES == 16
    return (vf)_mm512_sqrt_ps((__m512)a);
#else
    vf r;
    EACH r[e] = sqrtf(a[e]);
    return r;
#endif
}
FN vf v_abs_f(vf a) { return (vf)((vu)a & 0x7fffffffu); }
FN vi v_abs_i(vi a) { return v_select_i((vm)(a < 0), -a, a); }
/* One instruction, where there is one; of floats b if one is NaN, and of two zeros. */
#if defined(__AVX512F__) && LANES == 16
#define LEAST(x, V, way) FN v##x least_##x(v##x a, v##x b) { return (v##x)_mm512_min_##way((V)a, (V)b); }
#define MOST(x, V, way) FN v##x most_##x(v##x a, v##x b) { return (v##x)_mm512_max_##way((V)a, (V)b); }
#define WIDEST(name) __m512##name
#elif defined(__AVX2__) && LANES == 8
#define LEAST(x, V, way) FN v##x least_##x(v##x a, v##x b) { return (v##x)_mm256_min_##way((V)a, (V)b); }
#define MOST(x, V, way) FN v##x most_##x(v##x a, v##x b) { return (v##x)_mm256_max_##way((V)a, (V)b); }
#define WIDEST(name) __m256##name
#else
#define LEAST(x, V, way) FN v##x least_##x(v##x a, v##x b) { return v_select_##x((vm)(a < b), a, b); }
#define MOST(x, V, way) FN v##x most_##x(v##x a, v##x b) { return v_select_##x((vm)(a > b), a, b); }
#define WIDEST(name)
#endif
#define ORDER(x, V, way)                                                                           \
    LEAST(x, V, way)                                                                               \
    MOST(x, V, way)
ORDER(f, WIDEST(), ps)
ORDER(i, WIDEST(i), epi32)
ORDER(u, WIDEST(i), epu32)
FN vf v_min_f(vf a, vf b) { return v_select_f((vm)(b != b), a, least_f(a, b)); }
FN vf v_max_f(vf a, vf b) { return v_select_f((vm)(b != b), a, most_f(a, b)); }
FN vi v_min_i(vi a, vi b) { return least_i(a, b); }
FN vi v_max_i(vi a, vi b) { return most_i(a, b); }
FN vu v_min_u(vu a, vu b) { return least_u(a, b); }
FN vu v_max_u(vu a, vu b) { return most_u(a, b); }
FN vf v_rsqrt_f(vf a) { return 1.0f / v_sqrt_f(a); }

/* Integers beyond 2^23 are their own rounding; the sign of zero is kept. */
FN vf whole_or(vf a, vf rounded)
{
    vm big = ~(vm)(v_abs_f(a) < 8388608.0f);
    return v_select_f(big, a, (vf)((vu)rounded | ((vu)a & 0x80000000u)));
}
FN vf v_trunc_f(vf a)
{
    vf small = v_select_f((vm)(v_abs_f(a) < 8388608.0f), a, (vf){0});
    return whole_or(a, __builtin_convertvector(__builtin_convertvector(small, vi), vf));
}
FN vf v_floor_f(vf a)
{
    vf t = v_trunc_f(a);
    return v_select_f((vm)(t > a), t - 1.0f, t);
}
FN vf v_rint_f(vf a)
{
#if defined(__AVX512F__) && LANES == 16
    return (vf)_mm512_roundscale_ps((__m512)a, _MM_FROUND_TO_NEAREST_INT);
#elif defined(__AVX__) && LANES == 8
    return (vf)_mm256_round_ps((__m256)a, _MM_FROUND_TO_NEAREST_INT);
#else
    vf m = v_abs_f(a), r = (m + 8388608.0f) - 8388608.0f;
    return whole_or(a, r);
#endif
}

/* exp: 2^n times a degree-7 polynomial (coefficients: Cephes expf) on |r| <= ln 2 / 2; the scale goes in two halves, so that
 * results down to the smallest subnormal come out rounded once more and not flushed early. */
FN vf scale2(vf x, vf whole)
{
#if defined(__AVX512F__) && LANES == 16
    return (vf)_mm512_scalef_ps((__m512)x, (__m512)whole);
#else
    vi n = __builtin_convertvector(whole, vi), half = n >> 1;
    vf s = (vf)((half + 127) << 23), t = (vf)((n - half + 127) << 23);
    return x * s * t;
#endif
}
FN vf exp_reduced(vf r)
{
    vf p = sp_f(1.98756915e-4f);
    p = v_fma_f(p, r, sp_f(1.39819995e-3f));
    p = v_fma_f(p, r, sp_f(8.33345191e-3f));
    p = v_fma_f(p, r, sp_f(4.16657959e-2f));
    p = v_fma_f(p, r, sp_f(1.66666655e-1f));
    p = v_fma_f(p, r, sp_f(5.00000012e-1f));
    p = v_fma_f(p, r, sp_f(1.0f));
    return v_fma_f(p, r, sp_f(1.0f));
}
FN vf v_exp_f(vf a)
{
    vf x = v_min_f(v_max_f(a, sp_f(-104.0f)), sp_f(89.0f));
    vf n = v_rint_f(x * 1.44269504f);
    vf r = v_fma_f(n, sp_f(-6.93145752e-1f), x);
    r = v_fma_f(n, sp_f(-1.42860677e-6f), r);
    vf y = scale2(exp_reduced(r), n);
    return v_select_f((vm)(a == a), y, a);
}
FN vf v_exp2_f(vf a)
{
    vf x = v_min_f(v_max_f(a, sp_f(-152.0f)), sp_f(129.0f));
    vf n = v_rint_f(x);
    vf y = scale2(exp_reduced((x - n) * 6.93147181e-1f), n);
    return v_select_f((vm)(a == a), y, a);
}
/* Logarithms are rare (scales); the library's are good to the last bit. */
FN float s_log_f(float a) { return logf(a); }
FN float s_log2_f(float a) { return log2f(a); }
FN vf v_log_f(vf a) { vf r; EACH r[e] = s_log_f(a[e]); return r; }
FN vf v_log2_f(vf a) { vf r; EACH r[e] = s_log2_f(a[e]); return r; }
FN float s_exp_f(float a) { return v_exp_f(sp_f(a))[0]; }
FN float s_exp2_f(float a) { return v_exp2_f(sp_f(a))[0]; }
FN float s_sqrt_f(float a) { return sqrtf(a); }
FN float s_rsqrt_f(float a) { return 1.0f / sqrtf(a); }
FN float s_floor_f(float a) { return floorf(a); }
FN float s_trunc_f(float a) { return truncf(a); }
FN float s_rint_f(float a) { return v_rint_f(sp_f(a))[0]; }
FN float s_abs_f(float a) { return fabsf(a); }
FN float s_min_f(float a, float b) { return a < b || b != b ? a : b; }
FN float s_max_f(float a, float b) { return a > b || b != b ? a : b; }

/* ---- integers: compiled with -fwrapv ---- */
FN int32_t s_abs_i(int32_t a) { return a < 0 ? -a : a; }
#define INTEGER(x, T, W, BELOW0)                                                                           \
    FN T s_min_##x(T a, T b) { return a < b ? a : b; }                                             \
    FN T s_max_##x(T a, T b) { return a > b ? a : b; }                                             \
    FN T s_div_##x(T a, T b) { return b ? (T)((W)a / (W)b) : 0; }                                  \
    FN T s_rem_##x(T a, T b) { return b ? (T)((W)a % (W)b) : 0; }                                  \
    FN T s_shl_##x(T a, T b) { return (uint32_t)b < 32 ? (T)((uint32_t)a << (uint32_t)b) : 0; }    \
    FN T s_shr_##x(T a, T b) { return (uint32_t)b < 32 ? a >> b : (T)-(BELOW0); }           \
    FN v##x v_div_##x(v##x a, v##x b) { v##x r; EACH r[e] = s_div_##x(a[e], b[e]); return r; }     \
    FN v##x v_rem_##x(v##x a, v##x b) { v##x r; EACH r[e] = s_rem_##x(a[e], b[e]); return r; }     \
    FN v##x v_shl_##x(v##x a, v##x b)                                                              \
    {                                                                                              \
        return (v##x)(((vu)a << ((vu)b & 31)) & (vu)((vu)b < 32));                                 \
    }                                                                                              \
    FN v##x v_shr_##x(v##x a, v##x b)                                                              \
    {                                                                                              \
        return v_select_##x((vm)((vu)b < 32), a >> (b & 31), (v##x)(a < 0));                       \
    }
INTEGER(i, int32_t, int64_t, a < 0)
INTEGER(u, uint32_t, uint64_t, 0)

/* ---- horizontal: halves are added until one lane is left, the same tree on every machine of
 * the same number of lanes ---- */
FN float h_sum_f(vf v)
{
#if defined(__AVX512F__) && LANES == 16
    __m256 y = _mm256_add_ps(_mm512_castps512_ps256((__m512)v),
                             _mm256_castpd_ps(_mm512_extractf64x4_pd((__m512d)v, 1)));
#elif defined(__AVX__) && LANES == 8
    __m256 y = (__m256)v;
#endif
#if defined(__AVX__) && LANES >= 8
    __m128 x = _mm_add_ps(_mm256_castps256_ps128(y), _mm256_extractf128_ps(y, 1));
    x = _mm_add_ps(x, _mm_movehl_ps(x, x));
    return _mm_cvtss_f32(_mm_add_ss(x, _mm_shuffle_ps(x, x, 1)));
#else
    for (int n = LANES / 2; n; n /= 2)
        for (int e = 0; e < n; e++) v[e] += v[e + n];
    return v[0];
#endif
}
#define HORIZONTAL(x, T, name, expression)                                                         \
    FN T h_##name##_##x(v##x v)                                                                    \
    {                                                                                              \
        for (int n = LANES / 2; n; n /= 2)                                                         \
            for (int e = 0; e < n; e++) {                                                          \
                T a = v[e], b = v[e + n];                                                          \
                v[e] = expression;                                                                 \
            }                                                                                      \
        return v[0];                                                                               \
    }
HORIZONTAL(i, int32_t, sum, a + b)
HORIZONTAL(u, uint32_t, sum, a + b)
HORIZONTAL(i, int32_t, max, s_max_i(a, b))
HORIZONTAL(u, uint32_t, max, s_max_u(a, b))
HORIZONTAL(i, int32_t, min, s_min_i(a, b))
HORIZONTAL(u, uint32_t, min, s_min_u(a, b))

/* Any order gives the same largest; NaN cannot come here, v_max_f has left it out. */
FN float h_max_f(vf v)
{
#if defined(__AVX512F__) && LANES == 16
    __m256 y = _mm256_max_ps(_mm512_castps512_ps256((__m512)v),
                             _mm256_castpd_ps(_mm512_extractf64x4_pd((__m512d)v, 1)));
#elif defined(__AVX__) && LANES == 8
    __m256 y = (__m256)v;
#endif
#if defined(__AVX__) && LANES >= 8
    __m128 x = _mm_max_ps(_mm256_castps256_ps128(y), _mm256_extractf128_ps(y, 1));
    x = _mm_max_ps(x, _mm_movehl_ps(x, x));
    return _mm_cvtss_f32(_mm_max_ss(x, _mm_shuffle_ps(x, x, 1)));
#else
    for (int n = LANES / 2; n; n /= 2)
        for (int e = 0; e < n; e++) v[e] = s_max_f(v[e], v[e + n]);
    return v[0];
#endif
}
FN float h_min_f(vf v) { return -h_max_f(-v); }

/* As many vectors as they have lanes, each added up by halves as h_sum does: the sums side by side. Two vectors
 * become one at a time, in which either's halves have been added: those that lie right already are blended,
 * which more ports of a CPU can do than shuffle. */
#if defined(__AVX512F__) && LANES == 16
FN __m512 hs_step(__m512 a, __m512 b, __mmask16 of_b, __m512i others)
{
    return _mm512_add_ps(_mm512_mask_blend_ps(of_b, a, b), _mm512_permutex2var_ps(a, others, b));
}
FN vf hs_sum_f(const vf *q)
{
    const __m512i half = _mm512_setr_epi32(8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23);
    const __m512i quarter = _mm512_setr_epi32(4, 5, 6, 7, 16, 17, 18, 19, 12, 13, 14, 15, 24, 25, 26, 27);
    const __m512i two = _mm512_setr_epi32(2, 3, 16, 17, 6, 7, 20, 21, 10, 11, 24, 25, 14, 15, 28, 29);
    const __m512i one = _mm512_setr_epi32(1, 16, 3, 18, 5, 20, 7, 22, 9, 24, 11, 26, 13, 28, 15, 30);
    __m512 x[8];
#pragma GCC unroll 8
    for (int i = 0; i < 8; i++) x[i] = hs_step((__m512)q[i], (__m512)q[i + 8], 0xff00, half);
#pragma GCC unroll 4
    for (int i = 0; i < 4; i++) x[i] = hs_step(x[i], x[i + 4], 0xf0f0, quarter);
#pragma GCC unroll 2
    for (int i = 0; i < 2; i++) x[i] = hs_step(x[i], x[i + 2], 0xcccc, two);
    return (vf)hs_step(x[0], x[1], 0xaaaa, one);
}
#elif defined(__AVX2__) && LANES == 8
FN vf hs_sum_f(const vf *q)
{
    __m256 a[4], b[2];
#pragma GCC unroll 4
    for (int i = 0; i < 4; i++) {
        __m256 x = (__m256)q[i], y = (__m256)q[i + 4];
        a[i] = _mm256_add_ps(_mm256_blend_ps(x, y, 0xf0), _mm256_permute2f128_ps(x, y, 0x21));
    }
#pragma GCC unroll 2
    for (int i = 0; i < 2; i++) {
        __m256 x = a[2 * i], y = a[2 * i + 1];
        __m256d others = _mm256_shuffle_pd((__m256d)x, (__m256d)y, 5);
        b[i] = _mm256_add_ps(_mm256_blend_ps(x, y, 0xcc), (__m256)others);
    }
    return (vf)_mm256_add_ps(_mm256_shuffle_ps(b[0], b[1], 0x88), _mm256_shuffle_ps(b[0], b[1], 0xdd));
}
#else
#define TURNED_SUMS_F
#endif
#define TURNED_SUMS(x)                                                                             \
    FN v##x hs_sum_##x(const v##x *q)                                                              \
    {                                                                                              \
        v##x t[LANES];                                                                             \
        for (int i = 0; i < LANES; i++) t[i] = q[i];                                               \
        turn_##x(t);                                                                               \
        for (int n = LANES / 2; n; n /= 2)                                                         \
            for (int e = 0; e < n; e++) t[e] += t[e + n];                                          \
        return t[0];                                                                               \
    }
#ifdef TURNED_SUMS_F
TURNED_SUMS(f)
#endif
TURNED_SUMS(i)

/* ---- the same bits as another dtype ---- */
FN vf as_u_f(vu a) { return (vf)a; }
FN vf as_i_f(vi a) { return (vf)a; }
FN vu as_f_u(vf a) { return (vu)a; }
FN vi as_f_i(vf a) { return (vi)a; }
FN vu as_i_u(vi a) { return (vu)a; }
FN vi as_u_i(vu a) { return (vi)a; }
#define AS(x, T, y, U) FN U s_as_##x##_##y(T a) { U r; memcpy(&r, &a, 4); return r; }
AS(u, uint32_t, f, float)
AS(i, int32_t, f, float)
AS(f, float, u, uint32_t)
AS(f, float, i, int32_t)
AS(i, int32_t, u, uint32_t)
AS(u, uint32_t, i, int32_t)

/* ---- views ---- */
FN int64_t ts_least(int64_t a, int64_t b) { return a < b ? a : b; }
/* First index of a window from `start` in steps that reaches parent index x, but not below `least`. */
FN int64_t ts_window(int64_t x, int64_t start, int64_t step, int64_t least)
{
    int64_t d = x - start, q = d / step + (d % step > 0);
    return q > least ? q : least;
}
FN long ts_programs(int32_t n, int32_t step) { return n > 0 ? ((long)n + step - 1) / step : 0; }

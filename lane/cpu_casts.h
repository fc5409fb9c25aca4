/* Second part of the prelude: conversions between dtypes, by the rules of dtypes.def for every value.
 *
 * cv_FROM_TO takes vectors, s_cv_FROM_TO scalars. What is written out here leads to f32 and i32 and
 * away from i32, u32 and f32; a kernel's other conversions go by way of these (lane/expr.c), in which
 * nothing is rounded twice, since f32 holds every value of 16 bits or less. All is arithmetic on whole
 * vectors: compilers that are given the elements of a vector one by one leave them so. */

/* ---- bytes and words in registers: gcc takes these apart if it is only told to convert. What is packed
 * into a byte is below 256, into two below 65536. ---- */
#if defined(__AVX512BW__) && LANES == 16
FN vu wide_b(vb a) { return (vu)_mm512_cvtepu8_epi32((__m128i)a); }
FN vi wide_c(vb a) { return (vi)_mm512_cvtepi8_epi32((__m128i)a); }
FN vh half_c(vb a) { return (vh)_mm256_cvtepi8_epi16((__m128i)a); }
FN vu wide_h(vh a) { return (vu)_mm512_cvtepu16_epi32((__m256i)a); }
FN vb pack_b(vu a) { return (vb)_mm512_cvtepi32_epi8((__m512i)a); }
FN vh pack_h(vu a) { return (vh)_mm512_cvtepi32_epi16((__m512i)a); }
#elif defined(__AVX2__) && LANES == 8
FN vu wide_b(vb a) { return (vu)_mm256_cvtepu8_epi32(low_b(a)); }
FN vi wide_c(vb a) { return (vi)_mm256_cvtepi8_epi32(low_b(a)); }
FN vh half_c(vb a) { return (vh)_mm_cvtepi8_epi16(low_b(a)); }
FN vu wide_h(vh a) { return (vu)_mm256_cvtepu16_epi32((__m128i)a); }
FN vh pack_h(vu a)
{
    __m256i x = (__m256i)a;
    return (vh)_mm_packus_epi32(_mm256_castsi256_si128(x), _mm256_extracti128_si256(x, 1));
}
FN vb pack_b(vu a)
{
    __m128i h = (__m128i)pack_h(a);
    return b_low(_mm_packus_epi16(h, h));
}
#elif defined(__SSE2__) && LANES == 4
FN vu wide_b(vb a)
{
    __m128i zero = _mm_setzero_si128(), h = _mm_unpacklo_epi8(low_b(a), zero);
    return (vu)_mm_unpacklo_epi16(h, zero);
}
FN vi wide_c(vb a) { return (vi)(wide_b(a) << 24) >> 24; }
FN vh half_c(vb a)
{
    __m128i x = low_b(a);
    vh r;
    _mm_storel_epi64((__m128i *)&r, _mm_srai_epi16(_mm_unpacklo_epi8(x, x), 8));
    return r;
}
FN vb pack_b(vu a)
{
    __m128i h = _mm_packs_epi32((__m128i)a, (__m128i)a);
    return b_low(_mm_packus_epi16(h, h));
}
#elif defined(__aarch64__) && LANES == 4
FN uint8x8_t low_b(vb a) { uint32_t x; memcpy(&x, &a, 4); return vcreate_u8(x); }
FN vu wide_b(vb a) { return (vu)vmovl_u16(vget_low_u16(vmovl_u8(low_b(a)))); }
FN vh half_c(vb a) { return (vh)vget_low_s16(vmovl_s8(vreinterpret_s8_u8(low_b(a)))); }
FN vi wide_c(vb a) { return (vi)vmovl_s16((int16x4_t)half_c(a)); }
FN vb pack_b(vu a)
{
    uint16x4_t h = vmovn_u32((uint32x4_t)a);
    uint64_t x = vget_lane_u64(vreinterpret_u64_u8(vmovn_u16(vcombine_u16(h, h))), 0);
    vb r;
    memcpy(&r, &x, 4);
    return r;
}
#else
VECTOR(int8_t, vc);
VECTOR(int16_t, vs);
FN vu wide_b(vb a) { return __builtin_convertvector(a, vu); }
FN vi wide_c(vb a) { return __builtin_convertvector((vc)a, vi); }
FN vh half_c(vb a) { return (vh)__builtin_convertvector((vc)a, vs); }
FN vb pack_b(vu a) { return __builtin_convertvector(a, vb); }
#endif
#if !(defined(__AVX512BW__) && LANES == 16) && !(defined(__AVX2__) && LANES == 8)
FN vu wide_h(vh a) { return __builtin_convertvector(a, vu); }
FN vh pack_h(vu a) { return __builtin_convertvector(a, vh); }
#endif

FN vm is_nan(vf a) { return (vm)(a != a); }
/* NaN becomes 0, what is outside the nearer end. */
FN vf within(vf a, float low, float high)
{
    vf x = (vf)((vu)a & ~(vu)is_nan(a));
    return least_f(most_f(x, sp_f(low)), sp_f(high));
}
/* The nearest integer, ties to even, of what i32 holds. */
FN vi nearest(vf a)
{
#if defined(__AVX512F__) && LANES == 16
    return (vi)_mm512_cvtps_epi32((__m512)a);
#elif defined(__AVX__) && LANES == 8
    return (vi)_mm256_cvtps_epi32((__m256)a);
#elif defined(__SSE2__) && LANES == 4
    return (vi)_mm_cvtps_epi32((__m128)a);
#elif defined(__aarch64__) && LANES == 4
    return (vi)vcvtnq_s32_f32((float32x4_t)a);
#else
    return __builtin_convertvector(v_rint_f(a), vi);
#endif
}

/* ---- to f32 ---- */
FN vf cv_f32_f32(vf a) { return a; }
FN vf cv_b1_f32(vm a) { return (vf)((vu)a & 0x3f800000u); }
FN vf cv_i32_f32(vi a) { return __builtin_convertvector(a, vf); }
FN vf cv_u32_f32(vu a) { return __builtin_convertvector(a, vf); }
#if defined(__AVX512BW__) && LANES == 16
/* One instruction, where widening and shifting are two: word 2 i + 1 of the result is word i, the others are 0. */
FN vf cv_bf16_f32(vh a)
{
    const __m512i to = _mm512_set_epi16(15, 0, 14, 0, 13, 0, 12, 0, 11, 0, 10, 0, 9, 0, 8, 0, 7, 0,
                                        6, 0, 5, 0, 4, 0, 3, 0, 2, 0, 1, 0, 0, 0);
    __m512i x = _mm512_castsi256_si512((__m256i)a);
    return (vf)_mm512_maskz_permutexvar_epi16(0xaaaaaaaau, to, x);
}
#else
FN vf cv_bf16_f32(vh a) { return (vf)(wide_h(a) << 16); }
#endif
FN vf cv_f16_f32(vh a)
{
#if defined(__AVX512F__) && LANES == 16
    return (vf)_mm512_cvtph_ps((__m256i)a);
#elif defined(__F16C__) && LANES == 8
    return (vf)_mm256_cvtph_ps((__m128i)a);
#elif defined(__aarch64__) && LANES == 4
    return (vf)vcvt_f32_f16((float16x4_t)a);
#else
    /* Normal numbers move their exponent by 112; subnormal ones are counts of 2^-24. */
    vu w = wide_h(a), h = w & 0x7fff, m = (h << 13) + 0x38000000u;
    vf small = __builtin_convertvector((vi)h, vf) * 0x1p-24f;
    vu r = v_select_u((vm)((vi)h < 0x0400), (vu)small, m);
    r = v_select_u((vm)((vi)h >= 0x7c00), m | 0x7f800000u, r);
    return (vf)(r | (w & 0x8000) << 16);
#endif
}
#if defined(__F16C__) || defined(__aarch64__)
/* As an f16 of an exponent 8 lower, which f16 has for all of them, subnormals included: s m m m m m m m
 * becomes s 0 m m m m m m m 0 .. 0. A 1 more carries into the sign of NaN and of no other: then the 0 is
 * a 1, and the exponent one of NaN. */
FN vf cv_f8e4m3_f32(vb a)
{
    vh x = half_c(a);
    return cv_f16_f32((x << 7) ^ ((x + 1) << 7 & 0x4000)) * 0x1p8f;
}
#else
/* The exponent is another one. A subnormal is a normal number of the next exponent less its leading 1. */
FN vf cv_f8e4m3_f32(vb a)
{
    vu x = wide_b(a), code = x & 127, normal = (code << 20) + (120 << 23);
    vu small = (vu)((vf)(normal + (1 << 23)) - 0x1p-6f), nan = (vu)((vi)code == 127) & 0x7f800000u;
    return (vf)(v_select_u((vm)((vi)code < 8), small, normal) | nan | (x & 128) << 24);
}
#endif
/* The exponent is the code. Code 0 is a subnormal and 255 a NaN: both have the same bit more. */
FN vf cv_f8e8m0_f32(vb a)
{
    vu x = wide_b(a), outer = (vu)((vi)((x + 1) & 0xff) < 2);
    return (vf)(x << 23 | (outer & 0x400000));
}
#if defined(__AVX512F__) && LANES == 16
/* The lower 4 bits of x count; */
FN vf e2m1_of(vu x)
{
    const __m512 value = _mm512_setr_ps(0, 0.5f, 1, 1.5f, 2, 3, 4, 6, -0.0f, -0.5f, -1, -1.5f, -2, -3, -4, -6);
    return (vf)_mm512_permutexvar_ps((__m512i)x, value);
}
FN vf cv_f4e2m1_f32(vb a) { return e2m1_of(wide_b(a)); }
#elif defined(__AVX2__) && LANES == 8
/* the lower 3 bits of x count. */
FN vf e2m1_of(vu x)
{
    const __m256 value = _mm256_setr_ps(0, 0.5f, 1, 1.5f, 2, 3, 4, 6);
    return (vf)_mm256_permutevar8x32_ps(value, (__m256i)x);
}
FN vf cv_f4e2m1_f32(vb a)
{
    vu x = wide_b(a);
    return (vf)((vu)e2m1_of(x) | (x << 28 & 0x80000000u));
}
#else
FN vf cv_f4e2m1_f32(vb a)
{
    vu x = wide_b(a), code = x & 7;
    vu normal = (code << 22) + (126 << 23), half = (vu)(code == 1) & 0x3f000000u;
    return (vf)(((normal & (vu)((vi)code > 1)) | half) | (x & 8) << 28);
}
#endif

/* ---- 4-bit codes as memory has them to 32 bits: each lane shifts its own to the top or the bottom ---- */
#if (defined(__AVX512F__) && LANES == 16) || (defined(__AVX2__) && LANES == 8)
FN vu shifts(int from, int by) { return (vu)(from + by * (iota(0) & 7)); }
#if LANES == 16
/* Lane l has the word that holds code l. */
FN vu spread(vn x)
{
    const __m512i word = _mm512_setr_epi32(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);
    return (vu)_mm512_permutexvar_epi32(word, _mm512_castsi128_si512(_mm_cvtsi64_si128((int64_t)x)));
}
/* Looked up by the lower 4 bits of a lane, so nothing above them is cut off; a shift less than widening the sign. */
FN vf i4_of(vu x)
{
    const __m512 value = _mm512_setr_ps(0, 1, 2, 3, 4, 5, 6, 7, -8, -7, -6, -5, -4, -3, -2, -1);
    return (vf)_mm512_permutexvar_ps((__m512i)x, value);
}
FN vf cvn_f4e2m1_f32(vn x) { return e2m1_of(spread(x) >> shifts(0, 4)); }
FN vf cvn_i4_f32(vn x) { return i4_of(spread(x) >> shifts(0, 4)); }
#else
FN vu spread(vn x) { return sp_u(x); }
FN vf cvn_f4e2m1_f32(vn x)
{
    vu each = spread(x);
    return (vf)((vu)e2m1_of(each >> shifts(0, 4)) | (each << shifts(28, -4) & 0x80000000u));
}
#endif
FN vi cvn_i4_i32(vn x) { return (vi)(spread(x) << shifts(28, -4)) >> 28; }
#else
FN vi cvn_i4_i32(vn x) { return (vi)(wide_b(nibbles(x)) << 28) >> 28; }
FN vf cvn_f4e2m1_f32(vn x) { return cv_f4e2m1_f32(nibbles(x)); }
#endif
#if !(defined(__AVX512F__) && LANES == 16)
FN vf cvn_i4_f32(vn x) { return cv_i32_f32(cvn_i4_i32(x)); }
#endif

/* ---- f32 to floats ---- */
/* A format of `bits` bits of fraction whose smallest normal is 2^low: the code of |a|, `most` at most.
 * Normal numbers are rounded on their bits, where a carry moves on into the exponent. Smaller ones are
 * added to a number whose last bit is worth as much as the smallest one's, which rounds them. */
FN vu magnitude(vf a, int bits, int low, float most)
{
    int cut = 23 - bits;
    vu m = (vu)least_i((vi)((vu)a & 0x7fffffffu), (vi)sp_f(most));
    vu r = m + ((1u << (cut - 1)) - 1 - ((uint32_t)(low + 126) << 23)) + (m >> cut & 1);
    vf unit = (vf)sp_u((uint32_t)(low + cut + 127) << 23);
    vu small = (vu)((vf)m + unit) - (vu)unit;
    return v_select_u((vm)((vi)m < (low + 127) << 23), small, r >> cut);
}
FN vh cv_f32_f16(vf a)
{
#if defined(__AVX512F__) && LANES == 16
    return (vh)_mm512_cvtps_ph((__m512)a, _MM_FROUND_TO_NEAREST_INT);
#elif defined(__F16C__) && LANES == 8
    return (vh)_mm256_cvtps_ph((__m256)a, _MM_FROUND_TO_NEAREST_INT);
#else
    vu sign = (vu)a >> 16 & 0x8000, nan = (vu)is_nan(a) & 0x0200; /* the code is that of infinity */
    return pack_h(magnitude(a, 10, -14, 65536.0f) | sign | nan);
#endif
}
FN vh top_h(vf a) { return pack_h((vu)a >> 16); } /* exact, if nothing lies below */
FN vh cv_f32_bf16(vf a)
{
    vu u = (vu)a, r = (u + 0x7fff + (u >> 16 & 1)) >> 16;
    vu nan = (u >> 16 & 0x8000) | 0x7fc0;
    return pack_h(v_select_u((vm)(a == a), r, nan));
}
FN vb cv_f32_f8e4m3(vf a)
{
    vu code = magnitude(a, 3, -6, 448.0f) | ((vu)a >> 24 & 0x80);
    return pack_b(v_select_u(is_nan(a), sp_u(0x7f), code));
}
FN vb cv_f32_f4e2m1(vf a)
{
    vu code = magnitude(a, 1, 0, 6.0f) | ((vu)a >> 28 & 8);
    return pack_b(code & ~(vu)is_nan(a));
}
/* A subnormal is below code 1 = 2^-126, and nearer to it than to 2^-127 above 1.5 * 2^-127. */
FN vb cv_f32_f8e8m0(vf a)
{
    vi u = (vi)a, near = (vi)(u > 0x600000) & 1;
    vi code = (u + 0x3fffff + (u >> 23 & 1)) >> 23;
    code = least_i(v_select_i((vm)(u < 0x800000), near, code), sp_i(254)) & (vi)(u >= 0);
    return pack_b(((vu)code | (vu)is_nan(a)) & 255);
}

/* ---- f32 to integers ---- */
/* The last bit of 1.5 * 2^23 is worth 1: it rounds, and below its bits those of the integer are left. */
FN vb cv_f32_i8(vf a) { return pack_b((vu)(within(a, -128, 127) + 12582912.0f) & 255); }
FN vb cv_f32_u8(vf a) { return pack_b((vu)(within(a, 0, 255) + 12582912.0f) & 255); }
FN vb cv_f32_i4(vf a) { return pack_b((vu)(within(a, -8, 7) + 12582912.0f) & 15); }
FN vi cv_f32_i32(vf a)
{
    vi r = nearest(within(a, -0x1p31f, 0x1.fffffep30f));
    return v_select_i((vm)(a >= 0x1p31f), sp_i(INT32_MAX), r);
}
FN vu cv_f32_u32(vf a)
{
    vf x = within(a, 0, 0x1.fffffep31f);
    vu big = (vu)(x >= 0x1p31f);
    vu r = (vu)nearest(x - (vf)(big & 0x4f000000u)) + (big & 0x80000000u);
    return r | (vu)(a >= 0x1p32f);
}
FN vm cv_f32_b1(vf a) { return (vm)(a != 0); }

/* ---- integers ---- */
FN vi cv_b1_i32(vm a) { return (vi)a & 1; }
FN vu cv_b1_u32(vm a) { return (vu)a & 1; }
FN vi cv_u8_i32(vb a) { return (vi)wide_b(a); }
FN vi cv_i8_i32(vb a) { return wide_c(a); }
FN vi cv_i4_i32(vb a) { return (vi)(wide_b(a) << 28) >> 28; }
FN vi cv_u32_i32(vu a) { return (vi)v_min_u(a, sp_u(INT32_MAX)); }
FN vu cv_i32_u32(vi a) { return (vu)v_max_i(a, (vi){0}); }
FN vm cv_i32_b1(vi a) { return (vm)(a != 0); }
FN vm cv_u32_b1(vu a) { return (vm)(a != 0); }
FN vb cv_i32_i8(vi a) { return pack_b((vu)least_i(v_max_i(a, sp_i(-128)), sp_i(127)) & 255); }
FN vb cv_i32_u8(vi a) { return pack_b((vu)least_i(v_max_i(a, sp_i(0)), sp_i(255))); }
FN vb cv_i32_i4(vi a) { return pack_b((vu)least_i(v_max_i(a, sp_i(-8)), sp_i(7)) & 15); }
FN vb cv_u32_i8(vu a) { return pack_b(v_min_u(a, sp_u(127))); }
FN vb cv_u32_u8(vu a) { return pack_b(v_min_u(a, sp_u(255))); }
FN vb cv_u32_i4(vu a) { return pack_b(v_min_u(a, sp_u(7))); }
/* An integer that f32 holds and that rounds to 15 bits or less as a does: from 2^24 on it has the upper
 * bits of a, and in the last of them whether there were others. */
FN vu sticky(vu a, vm large)
{
    vu upper = (a & ~0x1ffu) | ((vu)((a & 0x1ff) != 0) & 0x100);
    return v_select_u(large, upper, a);
}
FN vf sticky_i(vi a) { return cv_i32_f32((vi)sticky((vu)a, (vm)((vu)a + 0x1000000 >= 0x2000000u))); }
FN vf sticky_u(vu a) { return cv_u32_f32(sticky(a, (vm)(a >= 0x1000000u))); }
FN vh cv_i32_bf16(vi a) { return cv_f32_bf16(sticky_i(a)); }
FN vh cv_u32_bf16(vu a) { return cv_f32_bf16(sticky_u(a)); }
FN vb cv_i32_f8e8m0(vi a) { return cv_f32_f8e8m0(sticky_i(a)); }
FN vb cv_u32_f8e8m0(vu a) { return cv_f32_f8e8m0(sticky_u(a)); }

/* ---- scalars: what C has, then lane 0 of a vector ---- */
FN float s_cv_f32_f32(float a) { return a; }
FN float s_cv_b1_f32(int a) { return a; }
FN float s_cv_i32_f32(int32_t a) { return (float)a; }
FN float s_cv_u32_f32(uint32_t a) { return (float)a; }
FN float s_cv_bf16_f32(uint16_t a) { return s_as_u_f((uint32_t)a << 16); }
/* Scales of MXFP4, one for 32 codes: as vectors, of which one lane is wanted, they take as long as the codes. */
FN float s_cv_f8e8m0_f32(uint8_t a)
{
    return s_as_u_f((uint32_t)a << 23 | ((uint8_t)(a + 1) < 2 ? 0x400000u : 0));
}
FN int s_cv_f32_b1(float a) { return a != 0; }
FN int s_cv_i32_b1(int32_t a) { return a != 0; }
FN int s_cv_u32_b1(uint32_t a) { return a != 0; }
FN int32_t s_cv_b1_i32(int a) { return a; }
FN uint32_t s_cv_b1_u32(int a) { return (uint32_t)a; }
FN int32_t s_cv_u8_i32(uint8_t a) { return a; }
FN int32_t s_cv_i8_i32(uint8_t a) { return (int8_t)a; }
FN int32_t s_cv_i4_i32(uint8_t a) { return (a & 15) - (a & 8) * 2; }
FN int32_t s_cv_u32_i32(uint32_t a) { return a > INT32_MAX ? INT32_MAX : (int32_t)a; }
FN uint32_t s_cv_i32_u32(int32_t a) { return a < 0 ? 0 : (uint32_t)a; }
#define ONE(from, F, x, to, T) FN T s_cv_##from##_##to(F a) { return cv_##from##_##to(sp_##x(a))[0]; }
#define ONE_OF(from, F, x)                                                                         \
    ONE(from, F, x, i8, uint8_t)                                                                   \
    ONE(from, F, x, u8, uint8_t)                                                                   \
    ONE(from, F, x, i4, uint8_t)                                                                   \
    ONE(from, F, x, bf16, uint16_t)                                                                \
    ONE(from, F, x, f8e8m0, uint8_t)
ONE_OF(f32, float, f)
ONE_OF(i32, int32_t, i)
ONE_OF(u32, uint32_t, u)
ONE(f32, float, f, f16, uint16_t)
ONE(f32, float, f, f8e4m3, uint8_t)
ONE(f32, float, f, f4e2m1, uint8_t)
ONE(f32, float, f, i32, int32_t)
ONE(f32, float, f, u32, uint32_t)
ONE(f16, uint16_t, h, f32, float)
ONE(f8e4m3, uint8_t, b, f32, float)
ONE(f4e2m1, uint8_t, b, f32, float)

/* ---- the others, as a kernel needs them: by way of a third dtype ---- */
#define CAST(from, F, x, via, to, T, y)                                                            \
    FN v##y cv_##from##_##to(v##x a) { return cv_##via##_##to(cv_##from##_##via(a)); }              \
    FN T s_cv_##from##_##to(F a) { return s_cv_##via##_##to(s_cv_##from##_##via(a)); }

/* bf16 holds what has 8 bits or less. */
#define CAST_TOP(from, F, x, via)                                                                  \
    FN vh cv_##from##_bf16(v##x a) { return top_h(cv_##via##_f32(cv_##from##_##via(a))); }          \
    FN uint16_t s_cv_##from##_bf16(F a) { return s_as_f_u(s_cv_##via##_f32(s_cv_##from##_##via(a))) >> 16; }

/* ---- end of the prelude ---- */

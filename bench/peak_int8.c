/* peak_int8.c - the ways of a CPU to multiply bytes and add the products into 32 bits.
 *
 * Operands are made so that no way saturates: m is 0..127, x is -127..127, so two products fit into 16
 * bits, and m means the same as signed and as unsigned bytes. Ways that multiply 16 bits find bytes that
 * were widened before: they are the ceiling of kernels that widen weights and the more of those that do
 * not. */
#include <stdint.h>
#include <string.h>

#include "bench/peak_rig.h"
#include "bench/peak_way.h"

#if defined __x86_64__
#include <cpuid.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

/* ---- operands and results ---- */

#if defined __x86_64__ || defined __aarch64__

#define WAY(name, set, offered, includes, vector, text, size, side, multiplies, operands)          \
    .what = name, .isa = set, .has = offered, .head = includes, .type = vector, .step = text,      \
    .elem = "int32_t", .bytes = size, .chains = side, .adds = multiplies,                          \
    .expect = expect_##operands, .fill = fill_##operands

static uint32_t next(uint32_t *x)
{
    return *x = *x * 1664525u + 1013904223u;
}

static void fill_start(unsigned char *in)
{
    uint32_t x = 7;
    for (int i = 128; i < 128 + TS_WAY_VECTOR; i++) in[i] = (unsigned char)(next(&x) >> 24);
}

static void fill_bytes(unsigned char *in)
{
    uint32_t x = 1;
    for (int i = 0; i < 64; i++) {
        in[i] = (unsigned char)(next(&x) >> 25);
        in[64 + i] = (unsigned char)(int8_t)((int)(next(&x) >> 24) % 255 - 127);
    }
    fill_start(in);
}

/* All chains of a lane: each starts at start + c and grows by the same product every turn. */
static void finish(const ts_way *w, const unsigned char *in, int32_t turns, int lane, int32_t dot,
                   void *out)
{
    uint32_t start, sum = 0;
    memcpy(&start, in + 128 + 4 * lane, 4);
    for (int c = 0; c < w->chains; c++)
        sum += start + (uint32_t)c + (uint32_t)turns * (uint32_t)dot;
    memcpy((unsigned char *)out + 4 * lane, &sum, 4);
}

#if defined __aarch64__
#define fill_halves fill_bytes
/* smull takes the lower eight bytes and smlal2 the upper ones, before neighbours are added. */
static void expect_halves(const ts_way *w, const unsigned char *in, int32_t turns, void *out)
{
    for (int lane = 0; lane < w->bytes / 4; lane++) {
        int32_t dot = 0;
        for (int i = 2 * lane; i < 2 * lane + 2; i++)
            dot += (int8_t)in[i] * (int8_t)in[64 + i] + (int8_t)in[8 + i] * (int8_t)in[72 + i];
        finish(w, in, turns, lane, dot, out);
    }
}
#endif

static void expect_bytes(const ts_way *w, const unsigned char *in, int32_t turns, void *out)
{
    for (int lane = 0; lane < w->bytes / 4; lane++) {
        int32_t dot = 0;
        for (int i = 4 * lane; i < 4 * lane + 4; i++) dot += (int8_t)in[i] * (int8_t)in[64 + i];
        finish(w, in, turns, lane, dot, out);
    }
}

#endif

#if defined __x86_64__

static void fill_words(unsigned char *in)
{
    uint32_t x = 1;
    for (int i = 0; i < 64; i += 2) {
        int16_t m = (int16_t)(next(&x) >> 25), y = (int16_t)((int)(next(&x) >> 24) % 255 - 127);
        memcpy(in + i, &m, 2);
        memcpy(in + 64 + i, &y, 2);
    }
    fill_start(in);
}

static void expect_words(const ts_way *w, const unsigned char *in, int32_t turns, void *out)
{
    for (int lane = 0; lane < w->bytes / 4; lane++) {
        int16_t m[2], x[2];
        memcpy(m, in + 4 * lane, 4);
        memcpy(x, in + 64 + 4 * lane, 4);
        finish(w, in, turns, lane, m[0] * x[0] + m[1] * x[1], out);
    }
}

static bool has_vnni512(void)
{
    return __builtin_cpu_supports("avx512vnni");
}

/* gcc and clang of 2022 do not both know the name "avxvnni". Leaf 7.1, EAX bit 4. */
static bool has_vnni256(void)
{
    unsigned a = 0, b, c, d;
    return __get_cpuid_count(7, 1, &a, &b, &c, &d) && a >> 4 & 1;
}

/* Leaf 7, EDX bits 24 (tiles) and 25 (int8); then the kernel must grant the state of the tiles (18) to
 * this process, which a kernel that does not save it refuses. */
static bool has_amx(void)
{
#if defined SYS_arch_prctl
    enum { ARCH_REQ_XCOMP_PERM = 0x1023, XFEATURE_XTILEDATA = 18 };
    unsigned a, b, c, d = 0;
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || (d >> 24 & 3) != 3) return false;
    return syscall(SYS_arch_prctl, ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA) == 0;
#else
    return false;
#endif
}

/* ---- AMX: 16 rows of 64 bytes by 16 columns of 64 bytes, into 16 x 16 sums; four chains ---- */

enum { AMX_A = 0, AMX_B = 1024 };

static void fill_tiles(unsigned char *in)
{
    uint32_t x = 1;
    for (int i = 0; i < TS_WAY_IN; i++) in[i] = (unsigned char)(next(&x) >> 24);
}

/* Row k of b holds bytes 4k..4k+3 of every column. */
static int32_t amx_dot(const unsigned char *in, int row, int col)
{
    int32_t dot = 0;
    for (int k = 0; k < 64; k++)
        dot +=
            (int8_t)in[AMX_A + 64 * row + k] * (int8_t)in[AMX_B + 64 * (k / 4) + 4 * col + k % 4];
    return dot;
}

static void expect_tiles(const ts_way *w, const unsigned char *in, int32_t turns, void *out)
{
    for (int i = 0; i < 256; i++) {
        uint32_t sum = (uint32_t)turns * (uint32_t)amx_dot(in, i / 16, i % 16);
        for (int c = 0; c < w->chains; c++)
            memcpy((unsigned char *)out + 1024 * c + 4 * i, &sum, 4);
    }
}

static const char amx_body[] =
    "        struct { uint8_t palette, start, rest[14]; uint16_t row_bytes[16]; uint8_t rows[16]; "
    "}\n"
    "            config __attribute__((aligned(64))) = {.palette = 1};\n"
    "        for (int k = 0; k < 8; k++) config.row_bytes[k] = 64, config.rows[k] = 16;\n"
    "        _tile_loadconfig(&config);\n"
    "        _tile_zero(0); _tile_zero(1); _tile_zero(2); _tile_zero(3);\n"
    "        _tile_loadd(4, in, 64); _tile_loadd(5, in, 64);\n"
    "        _tile_loadd(6, in + 1024, 64); _tile_loadd(7, in + 1024, 64);\n"
    "        for (int32_t k = 0; k < turns; k++) {\n"
    "            _tile_dpbssd(0, 4, 6); _tile_dpbssd(1, 4, 7);\n"
    "            _tile_dpbssd(2, 5, 6); _tile_dpbssd(3, 5, 7);\n"
    "        }\n"
    "        _tile_stored(0, out, 64); _tile_stored(1, out + 1024, 64);\n"
    "        _tile_stored(2, out + 2048, 64); _tile_stored(3, out + 3072, 64);\n"
    "        _tile_release();\n";

/* ---- vectors ----
 *
 * Steps are written instruction by instruction: with intrinsics gcc 12 keeps part of the sums in memory
 * and stores them every turn, and a product of operands that do not change leaves the loop. */

/* immintrin.h takes half a second to read, and these are all that most need of it. */
#define IMMINTRIN "#include <immintrin.h>\n"
#define VECTORS(n)                                                                                 \
    "typedef long long bits __attribute__((vector_size(" n ")));\n"                                \
    "typedef short words __attribute__((vector_size(" n ")));\n"
/* 8 by 8 bits into 16, pairs of those into 32, and added. */
#define MADDUBS(reg)                                                                               \
    "{ bits t; __asm__(\"vpmaddubsw %3, %2, %1; vpmaddwd %4, %1, %1; vpaddd %1, %0, %0\" : "       \
    "\"+" reg "\"(a), \"=&" reg "\"(t) : \"" reg "\"(m), \"" reg "\"(x), \"" reg "\"(one)); }"
/* Pairs of 16 bits into 32, and added. */
#define MADD(reg)                                                                                  \
    "{ bits t; __asm__(\"vpmaddwd %3, %2, %1; vpaddd %1, %0, %0\" : \"+" reg "\"(a), \"=&" reg     \
    "\"(t) : \"" reg "\"(m), \"" reg "\"(x)); }"

static const ts_way ways[] = {
    {WAY("tdpbssd (AMX)", "cpu:avx512", has_amx, IMMINTRIN, NULL, NULL, 4096, 4, 16 * 16 * 64,
         tiles),
     .only = "amx-tile,amx-int8", .body = amx_body},
    {WAY("vpdpbusd of 64 bytes (AVX-512 VNNI)", "cpu:avx512", has_vnni512, VECTORS("64"), "bits",
         "__asm__(\"vpdpbusd %2, %1, %0\" : \"+v\"(a) : \"v\"(m), \"v\"(x))", 64, 24, 64, bytes)},
    {WAY("vpmaddubsw, vpmaddwd of 64 bytes (AVX-512)", "cpu:avx512", NULL, VECTORS("64"), "bits",
         MADDUBS("v"), 64, 12, 64, bytes),
     .one = "(bits)((words){0} + 1)"},
    {WAY("vpmaddwd of widened bytes (AVX-512)", "cpu:avx512", NULL, VECTORS("64"), "bits",
         MADD("v"), 64, 12, 32, words)},
    {WAY("vpdpbusd of 32 bytes (AVX-VNNI)", "cpu:avx2", has_vnni256, VECTORS("32"), "bits",
         "__asm__(\"%{vex%} vpdpbusd %2, %1, %0\" : \"+x\"(a) : \"x\"(m), \"x\"(x))", 32, 12, 32,
         bytes)},
    {WAY("vpmaddubsw, vpmaddwd of 32 bytes (AVX2)", "cpu:avx2", NULL, VECTORS("32"), "bits",
         MADDUBS("x"), 32, 8, 32, bytes),
     .one = "(bits)((words){0} + 1)"},
    {WAY("vpmaddwd of widened bytes (AVX2)", "cpu:avx2", NULL, VECTORS("32"), "bits", MADD("x"), 32,
         8, 16, words)},
    {WAY("pmaddwd of widened bytes (SSE2)", "cpu:generic", NULL, VECTORS("16"), "bits",
         "{ bits t; __asm__(\"movdqa %2, %1; pmaddwd %3, %1; paddd %1, %0\" : \"+x\"(a), "
         "\"=&x\"(t) : \"x\"(m), \"x\"(x)); }",
         16, 8, 8, words)},
};

#elif defined __aarch64__

#include <asm/hwcap.h>
#include <sys/auxv.h>

/* Both, as rt/isa.c asks for before it lets the compiler use either. */
static bool has_sdot(void)
{
    unsigned long cap = getauxval(AT_HWCAP);
    return (cap & HWCAP_ASIMDHP) && (cap & HWCAP_ASIMDDP);
}

#define NEON "#include <arm_neon.h>\n"
#define HIDE "__asm__(\"\" : \"+w\"(m)); "

static const ts_way ways[] = {
    {WAY("sdot of 16 bytes (NEON)", "cpu:generic", has_sdot, NEON, "int32x4_t",
         HIDE "a = vdotq_s32(a, (int8x16_t)m, (int8x16_t)x)", 16, 24, 16, bytes)},
    {WAY("smull, smlal2, sadalp (NEON)", "cpu:generic", NULL, NEON, "int32x4_t",
         HIDE "a = vpadalq_s16(a, vmlal_high_s8(vmull_s8(vget_low_s8((int8x16_t)m), "
              "vget_low_s8((int8x16_t)x)), (int8x16_t)m, (int8x16_t)x))",
         16, 12, 16, halves)},
};

#else
static const ts_way ways[] = {{.isa = ""}};
#endif

enum { WAYS = sizeof ways / sizeof *ways };

const ts_way *ts_way_int8(size_t i)
{
    return i < WAYS && *ways[i].isa ? &ways[i] : NULL;
}

int ts_peak_int8(ts_device *dev, ts_peak *out, ts_error *err)
{
    const char *why = ts_peak_refuses(dev);
    *out = (ts_peak){.unit = "op/s"};
    if (why) return ts_peak_none(out, why);
    if (!ts_device_is_host(dev))
        return ts_peak_none(out, "no operation of the tile language uses 8-bit dot products yet");
    if (ts_way_best(ways, WAYS, dev, out, err)) return -1;
    return out->n ? 0 : ts_peak_none(out, "no 8-bit multiply-add is known for this processor");
}

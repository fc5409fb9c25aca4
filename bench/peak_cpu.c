/* peak_cpu.c - the ways of a CPU to multiply and add, as C text (peak_way.h).
 *
 * Floats: two units of four to five cycles' latency need ten chains, four units of four need sixteen; sets of
 * 32 registers take 24. A set without fused multiply-add does both operations apart and still counts two,
 * as the emitted text does there (-ffp-contract=off).
 *
 * Bytes: operands are made so that no way saturates: m is 0..127, x is -127..127, so two products fit into
 * 16 bits, and m means the same as signed and as unsigned bytes. Ways that multiply 16 bits widen bytes
 * before: they are the ceiling of kernels that widen weights and the more of those that do not.
 *
 * Steps are written instruction by instruction: with intrinsics gcc 12 keeps part of the sums in memory and
 * stores them every turn, and a product of operands that do not change leaves the loop. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "bench/peak_way.h"

#if defined __x86_64__
#include <cpuid.h>
#include <sys/syscall.h>
#include <unistd.h>
#elif defined __aarch64__
#include <asm/hwcap.h>
#include <sys/auxv.h>
#endif

/* ---- text ---- */

static void put_chains(const ts_way *w, ts_text *t)
{
    const char *type = w->type;
    ts_put(t, "        %s m = LOAD(in), x = LOAD(in + %d);\n", type, 4 * w->apart);
    ts_put(t, "        lane s = *(const lane *)(in + %d);\n", 8 * w->apart);
    if (w->one) ts_put(t, "        %s one = %s;\n", type, w->one);
    for (int c = 0; c < w->chains; c++)
        ts_put(t, "        %s a%d = (%s)(s + %d);\n", type, c, type, c);
    ts_put(t, "        for (int32_t k = 0; k < turns; k++) {\n");
    for (int c = 0; c < w->chains; c++) ts_put(t, "            STEP(a%d);\n", c);
    ts_put(t, "        }\n        *(lane *)out = (lane)a0");
    for (int c = 1; c < w->chains; c++) ts_put(t, " + (lane)a%d", c);
    ts_put(t, ";\n");
}

static char *text(const ts_way *w, const ts_device *dev, size_t *bytes, ts_error *err)
{
    ts_text t = {0};
    (void)dev;
    ts_put(&t, "#include <stdint.h>\n%s", w->head ? w->head : "");
    if (w->step) ts_put(&t, "#define STEP(a) %s\n#define LOAD(p) ", w->step);
    if (w->load)
        ts_put(&t, "%s\n", w->load);
    else if (w->step)
        ts_put(&t, "*(const %s *)(p)\n", w->type);
    ts_put(&t, "// tessera kernel=peak entry=ts_peak params=i32,o32 sizes=2 cost=1048576\n"
               "long ts_peak_grid(const int32_t *const *size) { return size[1][0]; }\n");
    if (w->only) ts_put(&t, "__attribute__((target(\"%s\")))\n", w->only);
    ts_put(&t,
           "void ts_peak(void *const *buf, const int32_t *const *size, long lo, long hi)\n{\n"
           "    const unsigned char *in = buf[0];\n    int32_t turns = size[0][0];\n"
           "    for (long i = lo; i < hi; i++) {\n"
           "        unsigned char *out = (unsigned char *)buf[1] + i * %d;\n",
           4 * w->words);
    if (w->body)
        ts_put(&t, "%s", w->body);
    else
        put_chains(w, &t);
    ts_put(&t, "    }\n}\n");
    *bytes = t.n;
    if (!t.failed) return t.s;
    ts_fail(err, "no memory to measure %s", w->what);
    free(t.s);
    return NULL;
}

/* ---- floats ---- */

/* A vector of n bytes: written out, since immintrin.h takes half a second to read. */
#define LANES(elem, n) "typedef " elem " lane __attribute__((vector_size(" #n "), may_alias));\n"

/* All elements of a vector are alike. */
#define FLOATS(name, set, rounds, size, side, vector, includes, text_of_step)                      \
    {                                                                                              \
        .what = name, .isa = set, .words = (size) / 4, .period = 1, .apart = TS_WAY_CPU,           \
        .chains = side, .steps = 1, .forms = rounds, .adds = (double)(size) / 4 * (side),          \
        .text = text, .fill = ts_way_fill_floats, .word = ts_way_chains,                           \
        .head = includes LANES("float", size), .type = vector, .step = text_of_step                \
    }
#define FMADD "__asm__(\"vfmadd213ps %2, %1, %0\" : \"+v\"(a) : \"v\"(m), \"v\"(x))"

/* A program of AMX: two squares at `in` by two at in + 1024, four chains; `product` is the instruction. */
#define SQUARES(product)                                                                           \
    "        struct { uint8_t palette, start, rest[14]; uint16_t row_bytes[16]; uint8_t "          \
    "rows[16]; "                                                                                   \
    "}\n"                                                                                          \
    "            config __attribute__((aligned(64))) = {.palette = 1};\n"                          \
    "        for (int k = 0; k < 8; k++) config.row_bytes[k] = 64, config.rows[k] = 16;\n"         \
    "        _tile_loadconfig(&config);\n"                                                         \
    "        _tile_zero(0); _tile_zero(1); _tile_zero(2); _tile_zero(3);\n"                        \
    "        _tile_loadd(4, in, 64); _tile_loadd(5, in, 64);\n"                                    \
    "        _tile_loadd(6, in + 1024, 64); _tile_loadd(7, in + 1024, 64);\n"                      \
    "        for (int32_t k = 0; k < turns; k++) {\n"                                              \
    "            " product "(0, 4, 6); " product "(1, 4, 7);\n"                                    \
    "            " product "(2, 5, 6); " product "(3, 5, 7);\n"                                    \
    "        }\n"                                                                                  \
    "        _tile_stored(0, out, 64); _tile_stored(1, out + 1024, 64);\n"                         \
    "        _tile_stored(2, out + 2048, 64); _tile_stored(3, out + 3072, 64);\n"                  \
    "        _tile_release();\n"

#if defined __x86_64__
/* Numbers in bf16: each row of a is 1, -1, 1, ... or -1, 1, -1, ...; neighbours of a column of b are alike but for
 * the first two, so that a product of both is -1, 0 or 1, and a sum of many is exact. */
static void fill_signs(const ts_way *w, void *in)
{
    (void)w;
    uint16_t *a = in, *b = a + 16 * 32;
    uint32_t x = 1;
    for (int i = 0; i < 16 * 32; i++) {
        x = x * 1664525u + 1013904223u;
        static const uint16_t whole[] = {0x3f80, 0x4000, 0x4040, 0x4080}; /* 1, 2, 3, 4 */
        a[i] = (uint16_t)((i + i / 32 % 3) % 2 ? 0xbf80 : 0x3f80);
        uint32_t first = (uint32_t)(i / 2 + i % 2 * (i / 2 % 3)) % 4;
        b[i] = i % 2 && i >= 32 ? b[i - 1] : whole[i < 32 ? first : x >> 30];
    }
}

static float whole_of(uint16_t bf16)
{
    uint32_t bits = (uint32_t)bf16 << 16;
    float x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static uint32_t float_squares(const ts_way *w, const void *in, int i, int32_t turns,
                              ts_way_form form)
{
    (void)w, (void)form;
    const uint16_t *a = (const uint16_t *)in + i / 16 % 16 * 32,
                   *b = (const uint16_t *)in + 16 * 32;
    float dot = 0;
    for (int k = 0; k < 32; k++)
        dot += whole_of(a[k]) * whole_of(b[32 * (k / 2) + 2 * (i % 16) + k % 2]);
    dot *= (float)turns;
    uint32_t bits;
    memcpy(&bits, &dot, sizeof bits);
    return bits;
}
#endif

const ts_way ts_ways_fma[] = {
#if defined __x86_64__
    FLOATS("vfmadd of 16 floats (AVX-512)", "cpu:avx512", TS_FUSED, 64, 24, "lane", "", FMADD),
    FLOATS("vfmadd of 8 floats (FMA3)", "cpu:avx2", TS_FUSED, 32, 12, "lane", "", FMADD),
    FLOATS("mulps, addps (SSE2)", "cpu:generic", TS_APART, 16, 14, "lane", "", "a = a * m + x"),
    {.what = "tdpbf16ps, three for products with a float (AMX)",
     .isa = "cpu:amx",
     .words = 1024,
     .period = 256,
     .apart = TS_WAY_CPU,
     .chains = 4,
     .steps = 1,
     .forms = TS_EXACT,
     .adds = 4 * 16 * 16 * 32 / 3.0,
     .text = text,
     .fill = fill_signs,
     .word = float_squares,
     .head = "#include <immintrin.h>\n" LANES("float", 64),
     .only = "amx-tile,amx-bf16",
     .body = SQUARES("_tile_dpbf16ps")},
#elif defined __aarch64__
    FLOATS("fmla of 4 floats (NEON)", "cpu:generic", TS_SUM, 16, 24, "float32x4_t",
           "#include <arm_neon.h>\n", "a = vfmaq_f32(a, m, x)"),
#else
    FLOATS("multiply and add of GNU vectors", "cpu:generic", TS_APART, 16, 12, "lane", "",
           "a = a * m + x"),
#endif
    {0},
};

/* ---- bytes: operands and results ---- */

#if defined __x86_64__ || defined __aarch64__

static void fill_bytes(const ts_way *w, void *in)
{
    (void)w;
    uint32_t x = 1;
    for (int i = 0; i < 4 * TS_WAY_IN; i++) {
        x = x * 1664525u + 1013904223u;
        ((unsigned char *)in)[i] =
            i < 4 * TS_WAY_CPU ? (unsigned char)(x >> 25) : (unsigned char)((x >> 24) % 255 - 127);
    }
}

/* All chains of a lane: each starts at start + c and grows by the same product every turn. */
static uint32_t chains_of(const ts_way *w, const void *in, int lane, int32_t turns, int32_t dot)
{
    uint32_t start = ((const uint32_t *)in)[2 * w->apart + lane], sum = 0;
    for (int c = 0; c < w->chains; c++)
        sum += start + (uint32_t)c + (uint32_t)turns * (uint32_t)dot;
    return sum;
}

static int32_t product(const ts_way *w, const void *in, int i)
{
    const signed char *m = in, *x = m + 4 * w->apart;
    return m[i] * x[i];
}

/* As many neighbours as a lane has multiply-adds: four bytes, or two that were widened. */
static uint32_t neighbours(const ts_way *w, const void *in, int i, int32_t turns, ts_way_form form)
{
    (void)form;
    int32_t dot = 0, n = (int)(w->adds / w->chains) / w->words;
    for (int k = n * i; k < n * i + n; k++) dot += product(w, in, k);
    return chains_of(w, in, i, turns, dot);
}

#define BYTES(name, set, offered, size, side, multiplies, reference, vector, includes, steps_text) \
    .what = name, .isa = set, .has = offered, .words = (size) / 4, .period = (size) / 4,           \
    .apart = TS_WAY_CPU, .chains = side, .steps = 1, .forms = TS_EXACT,                            \
    .adds = (double)(multiplies) * (side), .text = text, .fill = fill_bytes, .word = reference,    \
    .head = includes LANES("int32_t", size), .type = vector, .step = steps_text
#endif

#if defined __x86_64__

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

/* AMX: 16 rows of 64 bytes at 0 by 16 columns of 64 bytes at 1024, into 16 x 16 sums; four chains, which
 * are four tiles of the result. Row k of b holds bytes 4k..4k+3 of every column. */
static uint32_t tiles(const ts_way *w, const void *in, int i, int32_t turns, ts_way_form form)
{
    (void)w, (void)form;
    const signed char *a = (const signed char *)in + i / 16 % 16 * 64;
    const signed char *b = (const signed char *)in + 1024;
    int32_t dot = 0;
    for (int k = 0; k < 64; k++) dot += a[k] * b[64 * (k / 4) + 4 * (i % 16) + k % 4];
    return (uint32_t)turns * (uint32_t)dot;
}

/* immintrin.h takes half a second to read, and these are all that most need of it. */
#define VECTORS(n)                                                                                 \
    "typedef long long bits __attribute__((vector_size(" #n ")));\n"                               \
    "typedef short words __attribute__((vector_size(" #n ")));\n"                                  \
    "typedef signed char half __attribute__((vector_size(" #n " / 2), may_alias));\n"
#define WIDENED "(bits)__builtin_convertvector(*(const half *)(p), words)"
/* 8 by 8 bits into 16, pairs of those into 32, and added. */
#define MADDUBS(reg)                                                                               \
    "{ bits t; __asm__(\"vpmaddubsw %3, %2, %1; vpmaddwd %4, %1, %1; vpaddd %1, %0, %0\" : "       \
    "\"+" reg "\"(a), \"=&" reg "\"(t) : \"" reg "\"(m), \"" reg "\"(x), \"" reg "\"(one)); }"
#define ONE "(bits)((words){0} + 1)"
/* Pairs of 16 bits into 32, and added. */
#define MADD(reg)                                                                                  \
    "{ bits t; __asm__(\"vpmaddwd %3, %2, %1; vpaddd %1, %0, %0\" : \"+" reg "\"(a), \"=&" reg     \
    "\"(t) : \"" reg "\"(m), \"" reg "\"(x)); }"

const ts_way ts_ways_int8[] = {
    {BYTES("tdpbssd (AMX)", "cpu:amx", has_amx, 4096, 4, 16 * 16 * 64, tiles, NULL,
           "#include <immintrin.h>\n", NULL),
     .only = "amx-tile,amx-int8", .body = SQUARES("_tile_dpbssd")},
    {BYTES("vpdpbusd of 64 bytes (AVX-512 VNNI)", "cpu:avx512", has_vnni512, 64, 24, 64, neighbours,
           "bits", VECTORS(64),
           "__asm__(\"vpdpbusd %2, %1, %0\" : \"+v\"(a) : \"v\"(m), \"v\"(x))")},
    {BYTES("vpmaddubsw, vpmaddwd of 64 bytes (AVX-512)", "cpu:avx512", NULL, 64, 12, 64, neighbours,
           "bits", VECTORS(64), MADDUBS("v")),
     .one = ONE},
    {BYTES("vpmaddwd of widened bytes (AVX-512)", "cpu:avx512", NULL, 64, 12, 32, neighbours,
           "bits", VECTORS(64), MADD("v")),
     .load = WIDENED},
    {BYTES("vpdpbusd of 32 bytes (AVX-VNNI)", "cpu:avx2", has_vnni256, 32, 12, 32, neighbours,
           "bits", VECTORS(32),
           "__asm__(\"%{vex%} vpdpbusd %2, %1, %0\" : \"+x\"(a) : \"x\"(m), \"x\"(x))")},
    {BYTES("vpmaddubsw, vpmaddwd of 32 bytes (AVX2)", "cpu:avx2", NULL, 32, 8, 32, neighbours,
           "bits", VECTORS(32), MADDUBS("x")),
     .one = ONE},
    {BYTES("vpmaddwd of widened bytes (AVX2)", "cpu:avx2", NULL, 32, 8, 16, neighbours, "bits",
           VECTORS(32), MADD("x")),
     .load = WIDENED},
    {BYTES("pmaddwd of widened bytes (SSE2)", "cpu:generic", NULL, 16, 8, 8, neighbours, "bits",
           VECTORS(16),
           "{ bits t; __asm__(\"movdqa %2, %1; pmaddwd %3, %1; paddd %1, %0\" : \"+x\"(a), "
           "\"=&x\"(t) : \"x\"(m), \"x\"(x)); }"),
     .load = WIDENED},
    {0},
};

#elif defined __aarch64__

/* Both, as rt/isa.c asks for before it lets the compiler use either. */
static bool has_sdot(void)
{
    unsigned long cap = getauxval(AT_HWCAP);
    return (cap & HWCAP_ASIMDHP) && (cap & HWCAP_ASIMDDP);
}

/* smull takes the lower eight bytes and smlal2 the upper ones, before neighbours are added. */
static uint32_t halves(const ts_way *w, const void *in, int i, int32_t turns, ts_way_form form)
{
    (void)form;
    int32_t dot = 0;
    for (int k = 2 * i; k < 2 * i + 2; k++) dot += product(w, in, k) + product(w, in, k + 8);
    return chains_of(w, in, i, turns, dot);
}

#define NEON "#include <arm_neon.h>\n"
#define HIDE "__asm__(\"\" : \"+w\"(m)); "

const ts_way ts_ways_int8[] = {
    {BYTES("sdot of 16 bytes (NEON)", "cpu:generic", has_sdot, 16, 24, 16, neighbours, "int32x4_t",
           NEON, HIDE "a = vdotq_s32(a, (int8x16_t)m, (int8x16_t)x)")},
    {BYTES("smull, smlal2, sadalp (NEON)", "cpu:generic", NULL, 16, 12, 16, halves, "int32x4_t",
           NEON,
           HIDE "a = vpadalq_s16(a, vmlal_high_s8(vmull_s8(vget_low_s8((int8x16_t)m), "
                "vget_low_s8((int8x16_t)x)), (int8x16_t)m, (int8x16_t)x))")},
    {0},
};

#else
const ts_way ts_ways_int8[] = {{0}};
#endif

/* isa.c - what this CPU can run (isa.h).
 *
 * On x86 the compiler's own __builtin_cpu_supports is asked: it looks at XGETBV too, so a CPU whose
 * operating system does not save the wide registers does not count as having them.
 */
#include "rt/isa.h"

#include <stdbool.h>
#include <string.h>

#if defined __x86_64__
#include <cpuid.h>
#include <sys/syscall.h>
#include <unistd.h>
#elif defined __aarch64__
#include <sys/auxv.h>
#include <asm/hwcap.h>
#endif

#if defined __x86_64__
#define GENERIC "SSE2"
#elif defined __aarch64__
#define GENERIC "NEON"
#else
#define GENERIC "baseline"
#endif

static const ts_isa known[] = {
    {"amx", "cpu:amx", "AVX-512, AMX"},
    {"avx512", "cpu:avx512", "AVX-512"},
    {"avx2", "cpu:avx2", "AVX2"},
    {"generic", "cpu:generic", GENERIC},
};
enum { KNOWN = sizeof known / sizeof *known, AMX = 0, AVX512, AVX2, BASE };

#if defined __x86_64__
/* gcc and clang of 2022 do not both know the name "f16c" in __builtin_cpu_supports. */
static int has_f16c(void)
{
    unsigned a, b, c, d;
    return __get_cpuid(1, &a, &b, &c, &d) && (c & bit_F16C);
}

/* The tiles of AMX are 8 KB more of a thread's state, which Linux saves for processes that have asked. */
static bool may_use_amx(void)
{
    enum { ARCH_REQ_XCOMP_PERM = 0x1023, TILE_DATA = 18 };
    const unsigned tile = 1u << 24, bf16 = 1u << 22;
    unsigned a, b, c, d;
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || (d & (tile | bf16)) != (tile | bf16))
        return false;
    return syscall(SYS_arch_prctl, ARCH_REQ_XCOMP_PERM, TILE_DATA) == 0;
}

static int has(int which)
{
    __builtin_cpu_init();
    if (which == BASE) return 1;
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma") || !has_f16c()) return 0;
    if (which == AVX2) return 1;
    bool wide = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
                __builtin_cpu_supports("avx512cd");
    return wide && (which == AVX512 || may_use_amx());
}
#else
static int has(int which)
{
    return which == BASE;
}
#endif

const ts_isa *ts_isa_at(size_t i)
{
    for (int k = 0; k < KNOWN; k++) {
        if (has(k) && i-- == 0) return &known[k];
    }
    return NULL;
}

const ts_isa *ts_isa_choose(const char *name, ts_error *err)
{
    if (!name || !*name) return ts_isa_at(0);
    for (int k = 0; k < KNOWN; k++) {
        if (strcmp(known[k].name, name)) continue;
        if (has(k)) return &known[k];
        ts_fail(err, "this CPU has no %s; open \"cpu\" for the widest it has (%s)", known[k].label,
                ts_isa_at(0)->target);
        return NULL;
    }
    ts_fail(err,
            "unknown instruction set \"cpu:%.40s\"; there are cpu:amx, cpu:avx512, cpu:avx2, "
            "cpu:generic",
            name);
    return NULL;
}

#if defined __x86_64__
static size_t add_avx2(const char **flag)
{
    static const char *const each[] = {"-mavx2", "-mfma",   "-mf16c",  "-mbmi",
                                       "-mbmi2", "-mlzcnt", "-mpopcnt"};
    memcpy(flag, each, sizeof each);
    return sizeof each / sizeof *each;
}

/* 512: gcc and clang otherwise split what they vectorise themselves, and clang our vectors too. On Intel's CPUs
 * loops of many sums in registers run a third faster as gcc schedules for one of these (doc/measuring.md); gcc 12
 * knows no better name for all, and takes "native" for another one on those that it does not know. */
static size_t add_avx512(const char **flag)
{
    static const char *const each[] = {"-mavx512f",  "-mavx512bw", "-mavx512dq",
                                       "-mavx512vl", "-mavx512cd", "-mprefer-vector-width=512"};
    memcpy(flag, each, sizeof each);
    size_t n = sizeof each / sizeof *each;
    if (__builtin_cpu_supports("avx512vnni")) flag[n++] = "-mavx512vnni";
    if (__builtin_cpu_supports("avx512bf16")) flag[n++] = "-mavx512bf16";
    if (__builtin_cpu_is("intel")) flag[n++] = "-mtune=icelake-server";
    return n;
}

size_t ts_isa_flags(const ts_isa *isa, const char *flag[TS_ISA_FLAGS])
{
    size_t n = 0;
    if (isa != &known[BASE]) n += add_avx2(flag);
    if (isa == &known[AVX512] || isa == &known[AMX]) n += add_avx512(flag + n);
    if (isa == &known[AMX]) flag[n++] = "-mamx-tile", flag[n++] = "-mamx-bf16";
    return n;
}
#elif defined __aarch64__
size_t ts_isa_flags(const ts_isa *isa, const char *flag[TS_ISA_FLAGS])
{
    (void)isa;
    unsigned long cap = getauxval(AT_HWCAP);
    if (!(cap & HWCAP_ASIMDHP)) return 0;
    flag[0] = cap & HWCAP_ASIMDDP ? "-march=armv8.2-a+fp16+dotprod" : "-march=armv8.2-a+fp16";
    return 1;
}
#else
size_t ts_isa_flags(const ts_isa *isa, const char *flag[TS_ISA_FLAGS])
{
    (void)isa, (void)flag;
    return 0;
}
#endif

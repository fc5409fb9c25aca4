/* proof.h - what shows that the texts of a language are right: one constant a language, in the file of
 * its name, and a row in registry.c.
 *
 *   L1  names     which functions its texts may call
 *   L2  command   the real compiler, and how to look for it
 *   L3  device    what runs its texts on this machine; L4 where that is what the language is for
 *
 * What a constant leaves out is a rung that nothing climbs, and a language without a constant is printed
 * and no more (ladder.h).
 */
#ifndef TESSERA_PROOF_PROOF_H
#define TESSERA_PROOF_PROOF_H

#include "proof/ladder.h"
#include "proof/shim/shim.h"

enum { TS_PROOF_WORDS = 24, TS_PROOF_CHIPS = 6, TS_PROOF_HEADERS = 2 };

struct ts_proof {
    const char *language; /* "hip" of "hip:wave64" */

    /* NAME/ARGUMENTS of each function, from the language's standard or its vendor's reference, without
     * the number where it varies; a blank before and behind each. NULL: a binary, or nobody looks. */
    const char *names;

    const char *program[4]; /* the compiler: the first of these in PATH */
    const char *remedy;     /* what to install; where there is nothing to find, why */
    const char *before;     /* what stands before its version; NULL: the first number it says */
    const char *suffix;     /* behind its name and version; NULL: nothing */
    /* Looks further, or elsewhere, and may fill v->tool; false: it is not usable. NULL: PATH will do. */
    bool (*find)(ts_climber *v);
    /* The compiler's words, in which $text and $object are files, $folder is where both lie, $library is
     * v->library, and $chip what to compile for. */
    const char *command[TS_PROOF_WORDS];
    /* Puts words in front of these that this machine decides; how many. NULL: none. */
    size_t (*flags)(const ts_climber *v, const char *flag[TS_PROOF_WORDS * 2]);
    struct {
        const char *variant,
            *name;          /* variant: of the target's name, "" of one without; NULL: any */
    } chip[TS_PROOF_CHIPS]; /* the first of a variant stands for all */
    struct {
        const char *name, *include; /* a file beside the text that includes another one */
    } header[TS_PROOF_HEADERS];

    /* Each finds a device and fills spec, device, hardware and slow, or says in `device` what to do; the
     * first that finds one is taken. */
    void (*device[2])(ts_climber *v);
    const ts_shim_dialect *shim; /* for ts_on_shim, a variant each, up to one without a target */

    const char *unseen; /* what no rung below L4 can show */
};

/* All of them, in the order of `tessera devices`. */
#define TS_PROOFS(X) X(cpu) X(cuda) X(hip) X(musa) X(msl) X(opencl) X(spirv) X(wgsl)
#define X(language)  extern const ts_proof ts_proof_##language;
TS_PROOFS(X)
#undef X

/* NULL past the end. */
const ts_proof *ts_proof_at(size_t i);
/* NULL: there is none. */
const ts_proof *ts_proof_find(const char *language);

/* Makes the devices of proofs known to ts_device_open; more calls do nothing. */
void ts_proof_devices(void);

/* ---- devices that several languages have ---- */

void ts_on_shim(ts_climber *v);   /* climbers.c */
void ts_on_vulkan(ts_climber *v); /* spirv.c */

/* ---- CUDA and what is spelled like it ---- */

#define TS_NAMES_OF_C " for if while switch return "
#define TS_NAMES_OF_CUDA                                                                           \
    TS_NAMES_OF_C                                                                                  \
    "__launch_bounds__ __noinline__ asm volatile __syncthreads/0 min/2 max/2 fminf/2 fmaxf/2 "     \
    "fabsf/1 "                                                                                     \
    "floorf/1 ceilf/1 rintf/1 truncf/1 sqrtf/1 rsqrtf/1 expf/1 exp2f/1 logf/1 log2f/1 "            \
    "sinf/1 cosf/1 tanhf/1 powf/2 fmaf/3 __uint_as_float/1 __int_as_float/1 "                      \
    "__float_as_int/1 __float_as_uint/1 make_uint4/4 "

/* Warnings are errors; registers are told on the way. */
#define TS_NVCC                                                                                    \
    .program = {"nvcc"}, .before = ", V", .remedy = "NVIDIA's CUDA toolkit (nvcc)",                \
    .command = {                                                                                   \
        "-x",      "cu", "-cubin", "-arch=$chip", "--fmad=false", "-Werror", "all-warnings",       \
        "-Xptxas", "-v", "-I",     "$folder",     "$text",        "-o",      "$object"}

#endif

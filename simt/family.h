/* family.h - the SIMT family: targets whose programs are computed by teams of threads, and what its
 * lowering must know of one. */
#ifndef TESSERA_SIMT_FAMILY_H
#define TESSERA_SIMT_FAMILY_H

#include "compile/family.h"

typedef struct ts_simt_traits {
    int subgroup;     /* threads that shuffle among each other; 0: no shuffles, reduce in shared */
    int threads;      /* of a group, where the kernel leaves a choice; a power of two */
    int max_threads;  /* of a group, for kernels of few programs */
    int shared_bytes; /* shared memory of a group */
    bool wide;        /* has 16-byte loads */
    bool half;        /* reads f16 natively, exactly, subnormals included */
    bool to_half;     /* writes f16 natively, nearest even, subnormals included */
    bool nan_minmax;  /* min and max give the other operand for NaN */
    int unroll;       /* of loops that load */
    bool near;        /* has no integers of 64 bits, and so no params of 2^31 elements */
    int batch;        /* words of a thread's loads to be on their way at once, 0: as they come */
} ts_simt_traits;

extern const ts_family ts_family_simt;

static inline const ts_simt_traits *ts_simt_traits_of(const ts_target *target)
{
    return target->traits;
}

#endif

/* family.h - the lane family: targets that compute a program as vector code, and what its lowering
 * must know of one. */
#ifndef TESSERA_LANE_FAMILY_H
#define TESSERA_LANE_FAMILY_H

#include "compile/family.h"

typedef struct ts_lane_traits {
    int vector_bytes;   /* width of the native vector; tiles are cut into these */
    int registers;      /* native vector registers */
    int streams;        /* far-apart programs walked at once by one thread */
    int prefetch_bytes; /* distance of the software prefetch, 0: none */
    bool unit;          /* a matrix unit for bf16 (lane/unit.c); vectors have 16 lanes */
} ts_lane_traits;

extern const ts_family ts_family_lane;

/* cpu_prelude.c, generated from cpu_prelude.h: what all texts begin with */
extern const char ts_cpu_prelude[];
/* and, where there is a matrix unit, go on with: lane/cpu_unit.h */
extern const char ts_cpu_unit[];

static inline const ts_lane_traits *ts_lane_traits_of(const ts_target *target)
{
    return target->traits;
}

#endif

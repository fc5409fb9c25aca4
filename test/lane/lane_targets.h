/* lane_targets.h - made-up targets that the lowering is tested for: vectors of 2 to 32 lanes, few and
 * many registers, one to three programs side by side, with and without prefetch, one with a matrix unit. */
#ifndef TEST_LANE_TARGETS_H
#define TEST_LANE_TARGETS_H

#include "lane/family.h"

#define MADE_UP(lanes, ...)                                                                        \
    {                                                                                              \
        .name = "lanes:" #lanes, .family = &ts_family_lane, .traits = &(const ts_lane_traits)      \
        {                                                                                          \
            .vector_bytes = 4 * (lanes), __VA_ARGS__                                               \
        }                                                                                          \
    }

static const ts_target lane_targets[] = {
    MADE_UP(4, .registers = 16, .streams = 1),
    MADE_UP(8, .registers = 16, .streams = 2, .prefetch_bytes = 2048),
    MADE_UP(16, .registers = 32, .streams = 2, .prefetch_bytes = 256),
    MADE_UP(2, .registers = 8, .streams = 1),
    MADE_UP(16, .registers = 32, .streams = 1, .prefetch_bytes = 256, .unit = true),
    MADE_UP(32, .registers = 64, .streams = 3),
};
enum { LANE_TARGETS = sizeof lane_targets / sizeof *lane_targets };

#endif

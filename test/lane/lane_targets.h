/* lane_targets.h - made-up targets that the lowering is tested for: vectors of 2 to 32 lanes, few and
 * many registers, one to three programs side by side, with and without prefetch. */
#ifndef TEST_LANE_TARGETS_H
#define TEST_LANE_TARGETS_H

#include "tessera/compile.h"

static const ts_target lane_targets[] = {
    {.name = "lanes:4", .family = "lane", .vector_bytes = 16, .registers = 16, .streams = 1},
    {.name = "lanes:8",
     .family = "lane",
     .vector_bytes = 32,
     .registers = 16,
     .streams = 2,
     .prefetch_bytes = 2048},
    {.name = "lanes:16",
     .family = "lane",
     .vector_bytes = 64,
     .registers = 32,
     .streams = 2,
     .prefetch_bytes = 256},
    {.name = "lanes:2", .family = "lane", .vector_bytes = 8, .registers = 8, .streams = 1},
    {.name = "lanes:32", .family = "lane", .vector_bytes = 128, .registers = 64, .streams = 3},
};
enum { LANE_TARGETS = sizeof lane_targets / sizeof *lane_targets };

#endif

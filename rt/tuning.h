/* tuning.h - how kernels of this CPU are to walk memory: what was measured here, else what CPUs of its maker
 * like.
 *
 * Which number of rows read side by side and which distance of prefetch are best is a matter of the CPU
 * and of what lies between it and its memory, and no manual says it. `tessera tune` measures it; the
 * choice lies beside the compiled kernels (rt/cache.h), in a file for each CPU, compiler and build of the
 * lowering, as lines of text:
 *
 *     tessera tuning 1
 *     cpu GenuineIntel 6 207 2 Intel(R) Xeon(R) Processor
 *     compiler /usr/bin/x86_64-linux-gnu-gcc-12 1171560 1673162842.000000000
 *     build 3a41c09e5d7f8812
 *     cpu:avx512 streams=6,prefetch=1024
 *     end 90ab5cf117ce52e0
 *
 * A file that does not begin with these very lines, or whose last one does not fit what stands above it, is
 * not used; one line on stderr says so, once in a process. */
#ifndef TESSERA_RT_TUNING_H
#define TESSERA_RT_TUNING_H

#include <stdbool.h>
#include <stddef.h>

#include "tessera/error.h"

enum { TS_TUNING = 64 };

/* For a target ("cpu:avx512"): "streams=6,prefetch=1024" into values; true: it was measured here. */
bool ts_tuning_find(const char *target, char values[TS_TUNING]);
/* What is used of a target that was not tuned. */
void ts_tuning_untuned(const char *target, char values[TS_TUNING]);
/* From now on that is found; NULL: what was measured is forgotten. -1 with *err filled. */
int ts_tuning_keep(const char *target, const char *values, ts_error *err);

/* What stands for CPUs of a vendor, as /proc/cpuinfo names it ("GenuineIntel"; "": unknown). Open for
 * tests. */
const char *ts_tuning_default(const char *vendor, const char *target);
/* "GenuineIntel 6 207 2 Intel(R) ...": vendor, family, model, stepping, name out of the first processor of
 * /proc/cpuinfo, or of a text like it; what it does not say is "-". Open for tests. */
void ts_tuning_cpu(const char *cpuinfo, char *id, size_t cap);

/* Of the sources that decide the texts (setup/digest.cmake): another lowering may like other numbers. */
extern const char ts_lowering_digest[];

#endif

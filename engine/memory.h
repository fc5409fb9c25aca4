/* memory.h - how much memory this process may still take. */
#ifndef TESSERA_ENGINE_MEMORY_H
#define TESSERA_ENGINE_MEMORY_H

#include <stdint.h>

/* Bytes this process may still take: MemAvailable, every cgroup limit above it and its own limit of
 * addresses. UINT64_MAX where the system does not say. `root` stands before /proc and /sys; "" but in tests. */
uint64_t ts_memory_available(const char *root);

#endif

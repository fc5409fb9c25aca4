/* ceiling_bytes.c - how much memory to read, so that no cache holds it (ceiling.h).
 *
 * A processor may have many last-level caches, and threads on all of them read a part each, so what
 * counts is their sum. sysfs lists them under every CPU that shares them:
 *
 *     cpu3/cache/index2/level             3
 *     cpu3/cache/index2/size              32768K
 *     cpu3/cache/index2/shared_cpu_list   2-3,10-11      counted at its first CPU, 2
 */
#include "bench/ceiling.h"
#include "tessera/c_locale.h"

#include <ctype.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "rt/topo.h"

enum { INDICES = 16, LONGEST = 64, LEVELS = 8 };

size_t ts_cache_parse(const char *text)
{
    TS_C_LOCALE;
    static const char units[] = "KMG";
    char *end;
    if (!isdigit((unsigned char)*text)) return 0;
    unsigned long long n = strtoull(text, &end, 10);
    const char *unit = *end ? strchr(units, *end) : NULL;
    int shift = unit ? 10 * (int)(unit - units + 1) : 0;
    if (unit) end++;
    if (*end == '\n') end++;
    bool wide = n == ULLONG_MAX || n > SIZE_MAX >> shift; /* strtoull stops there */
    return *end || wide ? 0 : (size_t)n << shift;
}

/* A file of one line in `line`; false if there is none. */
static bool read_line(const char *folder, int cpu, int index, const char *name, char line[LONGEST])
{
    char path[512];
    int n = snprintf(path, sizeof path, "%s/cpu%d/cache/index%d/%s", folder, cpu, index, name);
    FILE *f = n > 0 && (size_t)n < sizeof path ? fopen(path, "r") : NULL;
    bool good = f && fgets(line, LONGEST, f);
    if (f) fclose(f);
    return good;
}

/* Adds the caches that CPU `cpu` is the first to share to the sums by level. */
static void add_caches(const char *folder, int cpu, size_t bytes[LEVELS])
{
    TS_C_LOCALE;
    char level[LONGEST], size[LONGEST], type[LONGEST], shared[LONGEST];
    for (int i = 0; i < INDICES && read_line(folder, cpu, i, "level", level); i++) {
        bool all = read_line(folder, cpu, i, "size", size) &&
                   read_line(folder, cpu, i, "type", type) &&
                   read_line(folder, cpu, i, "shared_cpu_list", shared);
        int l = level[0] - '0';
        if (!all || l < 1 || l >= LEVELS || !strncmp(type, "Instruction", 11)) continue;
        if (!isdigit((unsigned char)shared[0]) || strtol(shared, NULL, 10) != cpu) continue;
        size_t n = ts_cache_parse(size);
        if (n <= SIZE_MAX - bytes[l]) bytes[l] += n;
    }
}

size_t ts_cache_sysfs(const char *folder)
{
    size_t bytes[LEVELS] = {0};
    for (int cpu = 0; cpu < TS_TOPO_CPUS; cpu++) add_caches(folder, cpu, bytes);
    int last = LEVELS - 1;
    while (last > 0 && !bytes[last]) last--;
    return bytes[last];
}

size_t ts_cache_bytes(void)
{
    size_t most = ts_cache_sysfs("/sys/devices/system/cpu");
#if defined _SC_LEVEL3_CACHE_SIZE && defined _SC_LEVEL4_CACHE_SIZE
    const int names[] = {_SC_LEVEL3_CACHE_SIZE, _SC_LEVEL4_CACHE_SIZE};
    for (int i = 0; i < 2; i++) {
        long n = sysconf(names[i]);
        if (n > 0 && (size_t)n > most) most = (size_t)n;
    }
#endif
    return most;
}

size_t ts_reader_bytes(size_t cache, uint64_t available)
{
    const uint64_t least = UINT64_C(1) << 30, most = UINT64_C(4) << 30;
    uint64_t bytes = cache > most / 3 ? most : 3 * (uint64_t)cache;
    if (bytes < least) bytes = least;
    if (bytes > available / 4) bytes = available / 4;
    return (size_t)bytes;
}

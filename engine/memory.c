/* memory.c - see memory.h. */
#include "engine/memory.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* The number after `key` at the start of a line; key "" takes the first number of the file. */
static bool read_number(const char *path, const char *key, uint64_t *to)
{
    char line[512];
    size_t n = strlen(key);
    bool found = false;
    FILE *f = fopen(path, "re");
    while (f && !found && fgets(line, sizeof line, f))
        if (!strncmp(line, key, n)) {
            char *end;
            *to = strtoull(line + n, &end, 10);
            found = end != line + n;
        }
    if (f) fclose(f);
    return found;
}

typedef struct hierarchy { /* the files of one cgroup version */
    const char *mount, *max, *current, *inactive, *active;
} hierarchy;

static const hierarchy v2 = {"/sys/fs/cgroup", "memory.max", "memory.current", "inactive_file ",
                             "active_file "};
static const hierarchy v1 = {"/sys/fs/cgroup/memory", "memory.limit_in_bytes",
                             "memory.usage_in_bytes", "total_inactive_file ", "total_active_file "};

/* Room below the limit of one group. Pages of files count as used there but can be dropped. */
static uint64_t group_room(const hierarchy *h, const char *dir)
{
    char path[4352];
    uint64_t max, current = 0, file = 0, cached = 0;
    snprintf(path, sizeof path, "%s/%s", dir, h->max);
    if (!read_number(path, "", &max)) return UINT64_MAX; /* "max", or no such file */
    snprintf(path, sizeof path, "%s/%s", dir, h->current);
    read_number(path, "", &current);
    snprintf(path, sizeof path, "%s/memory.stat", dir);
    if (read_number(path, h->inactive, &file)) cached += file;
    if (read_number(path, h->active, &file)) cached += file;
    current -= cached < current ? cached : current;
    return max > current ? max - current : 0;
}

/* The smallest room of the group at `path` and all above it. */
static uint64_t path_room(const char *root, const hierarchy *h, const char *path)
{
    char dir[4096];
    uint64_t room = UINT64_MAX;
    size_t base = (size_t)snprintf(dir, sizeof dir, "%s%s", root, h->mount), n;
    n = base + (size_t)snprintf(dir + base, sizeof dir - base, "%s", path);
    if (n >= sizeof dir) return room;
    for (;;) {
        uint64_t here = group_room(h, dir);
        if (here < room) room = here;
        while (n > base && dir[n - 1] != '/') n--;
        if (n <= base) return room;
        dir[--n] = 0;
    }
}

static uint64_t cgroup_room(const char *root)
{
    char path[512], line[4096];
    uint64_t room = UINT64_MAX;
    snprintf(path, sizeof path, "%s/proc/self/cgroup", root);
    FILE *f = fopen(path, "re");
    while (f && fgets(line, sizeof line, f)) {
        const char *memory = strstr(line, ":memory:");
        uint64_t here = UINT64_MAX;
        line[strcspn(line, "\n")] = 0;
        if (!strncmp(line, "0::", 3))
            here = path_room(root, &v2, line + 3);
        else if (memory)
            here = path_room(root, &v1, memory + 8);
        if (here < room) room = here;
    }
    if (f) fclose(f);
    return room;
}

/* Below the limit of addresses (ulimit -v), which counts what is mapped, used or not. */
static uint64_t address_room(void)
{
    struct rlimit limit;
    uint64_t pages, used;
    if (getrlimit(RLIMIT_AS, &limit) || limit.rlim_cur == RLIM_INFINITY) return UINT64_MAX;
    if (!read_number("/proc/self/statm", "", &pages)) return limit.rlim_cur;
    used = pages * (uint64_t)sysconf(_SC_PAGESIZE);
    return limit.rlim_cur > used ? limit.rlim_cur - used : 0;
}

static uint64_t machine_room(const char *root)
{
    char path[512];
    uint64_t kb, machine = UINT64_MAX, group = cgroup_room(root);
    snprintf(path, sizeof path, "%s/proc/meminfo", root);
    if (read_number(path, "MemAvailable:", &kb)) machine = kb * 1024;
    return group < machine ? group : machine;
}

uint64_t ts_memory_available(const char *root)
{
    uint64_t machine = machine_room(root), own = *root ? UINT64_MAX : address_room();
    return own < machine ? own : machine;
}

/* topo.c - reads affinity, /sys, /proc and control groups (topo.h).
 *
 * Every source may be missing (containers hide /sys); then each allowed CPU counts as a core.
 */
#include "rt/topo.h"
#include "tessera/c_locale.h"

#include <errno.h>
#include <limits.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int read_line(const char *path, char *line, size_t cap)
{
    FILE *f = fopen(path, "re");
    if (!f) return -1;
    char *got = fgets(line, (int)cap, f);
    fclose(f);
    if (!got) return -1;
    line[strcspn(line, "\n")] = 0;
    return 0;
}

/* ---- cores ---- */

/* True if `cpu` is in a list such as "0-3,8". */
static int listed(const char *list, int cpu)
{
    while (*list) {
        char *end;
        long lo = strtol(list, &end, 10), hi = lo;
        if (end == list) return 0;
        if (*end == '-') hi = strtol(end + 1, &end, 10);
        if (cpu >= lo && cpu <= hi) return 1;
        list = end + (*end == ',');
    }
    return 0;
}

/* The lowest allowed CPU of a core stands for it. */
static int first_of_core(int cpu, const cpu_set_t *allowed)
{
    char path[96], list[512];
    snprintf(path, sizeof path, "/sys/devices/system/cpu/cpu%d/topology/thread_siblings_list", cpu);
    if (read_line(path, list, sizeof list)) return 1;
    for (int other = 0; other < cpu; other++) {
        if (CPU_ISSET(other, allowed) && listed(list, other)) return 0;
    }
    return 1;
}

/* Relative speed of a CPU where the kernel tells (arm64: 1024 is the fastest), else 0. */
static long capacity(int cpu)
{
    char path[96], line[32];
    snprintf(path, sizeof path, "/sys/devices/system/cpu/cpu%d/cpu_capacity", cpu);
    return read_line(path, line, sizeof line) ? 0 : strtol(line, NULL, 10);
}

static void find_cores(ts_topo *t, const cpu_set_t *allowed)
{
    char fast[512] = ""; /* the performance cores of a hybrid x86 */
    if (read_line("/sys/devices/cpu_core/cpus", fast, sizeof fast)) *fast = 0;
    long best = 0;
    for (int cpu = 0; cpu < TS_TOPO_CPUS; cpu++) {
        if (!CPU_ISSET(cpu, allowed)) continue;
        long c = capacity(cpu);
        if (c > best) best = c;
    }
    for (int pass = 0; pass < 2 && !t->cores; pass++) {
        for (int cpu = 0; cpu < TS_TOPO_CPUS; cpu++) {
            if (!CPU_ISSET(cpu, allowed) || !first_of_core(cpu, allowed)) continue;
            int slow = (*fast && !listed(fast, cpu)) || capacity(cpu) * 4 < best * 3;
            if (pass == 0 && slow) continue;
            t->cores++;
        }
    }
}

/* ---- quota ---- */

static int grant(double quota, double period)
{
    if (!(quota > 0) || !(period > 0)) return 0;
    double cpus = quota / period;
    return cpus < 1 ? 1 : cpus > TS_TOPO_CPUS ? 0 : (int)cpus;
}

int ts_topo_quota(const char *folder)
{
    TS_C_LOCALE;
    char path[PATH_MAX], line[64], period[64], *end;
    snprintf(path, sizeof path, "%s/cpu.max", folder);
    if (!read_line(path, line, sizeof line)) {
        double quota = strtod(line, &end); /* "max 100000" has no number in front */
        return end == line ? 0 : grant(quota, strtod(end, NULL));
    }
    snprintf(path, sizeof path, "%s/cpu.cfs_quota_us", folder);
    if (read_line(path, line, sizeof line)) return 0;
    snprintf(path, sizeof path, "%s/cpu.cfs_period_us", folder);
    if (read_line(path, period, sizeof period)) return 0;
    return grant(strtod(line, NULL), strtod(period, NULL));
}

/* The tightest quota from the group's own folder up to the root of the mount. */
static int tightest(const char *root, const char *group)
{
    char path[PATH_MAX];
    int n = snprintf(path, sizeof path, "%s%s", root, group), least = 0;
    if (n < 0 || (size_t)n >= sizeof path) return 0;
    for (size_t keep = strlen(root);;) {
        int q = ts_topo_quota(path);
        if (q && (!least || q < least)) least = q;
        char *slash = strrchr(path, '/');
        if (!slash || (size_t)(slash - path) < keep) return least;
        *slash = 0;
    }
}

/* /proc/self/cgroup: "0::/path" is version 2, "4:cpu,cpuacct:/path" is version 1. A container may not
 * see its own path; its root then holds the quota. */
static int find_quota(void)
{
    FILE *f = fopen("/proc/self/cgroup", "re");
    if (!f) return 0;
    char line[PATH_MAX];
    int least = 0;
    while (fgets(line, sizeof line, f)) {
        line[strcspn(line, "\n")] = 0;
        char *kind = strchr(line, ':'), *path = kind ? strchr(kind + 1, ':') : NULL;
        if (!path) continue;
        *path++ = 0;
        kind++;
        const char *root = NULL;
        if (!*kind) root = "/sys/fs/cgroup";
        if (!strcmp(kind, "cpu") || !strncmp(kind, "cpu,", 4) || strstr(kind, ",cpu"))
            root = "/sys/fs/cgroup/cpu";
        int q = root ? tightest(root, path) : 0;
        if (q && (!least || q < least)) least = q;
    }
    fclose(f);
    return least;
}

/* ---- all of it ---- */

static void find_model(char *model, size_t cap)
{
#if defined __aarch64__
    snprintf(model, cap, "arm64");
#elif defined __x86_64__
    snprintf(model, cap, "x86-64");
#else
    snprintf(model, cap, "unknown");
#endif
    FILE *f = fopen("/proc/cpuinfo", "re");
    char line[256];
    while (f && fgets(line, sizeof line, f)) {
        char *colon = strchr(line, ':');
        if (strncmp(line, "model name", 10) || !colon) continue;
        colon += 1 + strspn(colon + 1, " \t");
        colon[strcspn(colon, "\n")] = 0;
        if (*colon) snprintf(model, cap, "%s", colon);
        break;
    }
    if (f) fclose(f);
}

void ts_topo_read(ts_topo *t)
{
    memset(t, 0, sizeof *t);
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    if (sched_getaffinity(0, sizeof allowed, &allowed)) CPU_SET(0, &allowed);
    t->cpus = CPU_COUNT(&allowed);
    find_cores(t, &allowed);
    t->quota = find_quota();
    find_model(t->model, sizeof t->model);
}

int ts_topo_threads(const ts_topo *t)
{
    int n = t->quota && t->quota < t->cores ? t->quota : t->cores;
    return n < 1 ? 1 : n;
}

/* machine.c - processor, memory, system, compiler, commit (session.h). */
#include "bench/session.h"

#include <stdio.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "bench/ceiling.h"
#include "rt/isa.h"
#include "rt/topo.h"

static void first_line(const char *path, char *to, int cap)
{
    FILE *f = fopen(path, "re");
    to[0] = 0;
    if (f && fgets(to, cap, f)) to[strcspn(to, "\n")] = 0;
    if (f) fclose(f);
}

static bool cpuinfo_says(const char *flag)
{
    char line[8192];
    bool found = false;
    FILE *f = fopen("/proc/cpuinfo", "re");
    while (f && !found && fgets(line, sizeof line, f))
        found = !strncmp(line, "flags", 5) && strstr(line, flag);
    if (f) fclose(f);
    return found;
}

/* A guest is told apart by its processor's flag; who runs it, by the firmware's tables. */
static void read_hypervisor(char *to, size_t cap)
{
    to[0] = 0;
    if (!cpuinfo_says(" hypervisor")) return;
    first_line("/sys/class/dmi/id/sys_vendor", to, (int)cap);
    if (!to[0]) snprintf(to, cap, "unnamed");
}

void ts_machine_tell(ts_run_info *r, void **memory)
{
    ts_topo topo;
    struct utsname u;
    char os[200] = "", hypervisor[64];
    ts_topo_read(&topo);
    if (!uname(&u)) snprintf(os, sizeof os, "%.64s %.128s", u.sysname, u.release);
    read_hypervisor(hypervisor, sizeof hypervisor);
    r->cpu = ts_text_keep(memory, topo.model);
    r->isa = ts_isa_at(0) ? ts_isa_at(0)->label : "";
    r->os = ts_text_keep(memory, os);
    r->hypervisor = hypervisor[0] ? ts_text_keep(memory, hypervisor) : NULL;
    r->cores = topo.cores;
    r->memory_bytes = (double)sysconf(_SC_PHYS_PAGES) * (double)sysconf(_SC_PAGESIZE);
    r->cache_bytes = (double)ts_cache_bytes();
    r->git_sha = ts_build_commit[0] ? ts_build_commit : NULL;
    r->compiler = ts_build_compiler;
    r->flags = ts_build_flags;
}

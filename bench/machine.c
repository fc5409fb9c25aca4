/* machine.c - processor, memory, system, compiler, commit (session.h). */
#include "bench/session.h"

#include <nettle/sha2.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/utsname.h>
#include <time.h>
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

/* The id: of a kind of machine, so the same after a reboot, on another of its kind, and beside load. */
static void name_machine(const ts_run_info *r, char id[17])
{
    char text[512];
    unsigned char digest[SHA256_DIGEST_SIZE];
    struct sha256_ctx h;
    snprintf(text, sizeof text, "%s|%.0f|%.0f|%s|%s", r->cpu, r->cores, r->memory_bytes / (1 << 30),
             r->isa, r->hypervisor ? r->hypervisor : "");
    sha256_init(&h);
    sha256_update(&h, strlen(text), (const uint8_t *)text);
    sha256_digest(&h, sizeof digest, digest);
    for (int i = 0; i < 8; i++) snprintf(id + 2 * i, 3, "%02x", digest[i]);
}

void ts_machine_tell(ts_run_info *r, void **memory)
{
    ts_topo topo;
    struct utsname u;
    char os[200] = "", hypervisor[64], id[17];
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
    name_machine(r, id);
    r->machine = ts_text_keep(memory, id);
    r->git_sha = ts_build_commit[0] ? ts_build_commit : NULL;
    r->compiler = ts_build_compiler;
    r->flags = ts_build_flags;
}

int ts_run_id(char id[TS_RUN_ID], ts_error *err)
{
    unsigned char byte[16];
    if (getrandom(byte, sizeof byte, 0) != (ssize_t)sizeof byte)
        return ts_fail(err, "the system gives no random numbers for the id of a run");
    for (int i = 0; i < 16; i++) snprintf(id + 2 * i, 3, "%02x", byte[i]);
    return 0;
}

void ts_time_text(char text[TS_TIME])
{
    time_t now = time(NULL);
    struct tm t;
    gmtime_r(&now, &t);
    strftime(text, TS_TIME, "%Y-%m-%dT%H:%M:%SZ", &t);
}

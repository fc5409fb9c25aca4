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

static void first_line(const char *path, char *to, size_t cap)
{
    FILE *f = fopen(path, "re");
    to[0] = 0;
    if (f && fgets(to, (int)cap, f)) to[strcspn(to, "\n")] = 0;
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
static void read_hypervisor(ts_machine *m)
{
    char vendor[64];
    m->hypervisor[0] = 0;
    if (!cpuinfo_says(" hypervisor")) return;
    first_line("/sys/class/dmi/id/sys_vendor", vendor, sizeof vendor);
    snprintf(m->hypervisor, sizeof m->hypervisor, "%s", vendor[0] ? vendor : "unnamed");
}

/* The id: of a kind of machine, so the same after a reboot, on another of its kind, and beside load. */
static void name_machine(ts_machine *m)
{
    char text[512];
    unsigned char digest[SHA256_DIGEST_SIZE];
    struct sha256_ctx h;
    snprintf(text, sizeof text, "%s|%.0f|%.0f|%s|%s", m->cpu, m->cores, m->memory_bytes / (1 << 30),
             m->isa, m->hypervisor);
    sha256_init(&h);
    sha256_update(&h, strlen(text), (const uint8_t *)text);
    sha256_digest(&h, sizeof digest, digest);
    for (int i = 0; i < 8; i++) snprintf(m->id + 2 * i, 3, "%02x", digest[i]);
}

void ts_machine_read(ts_machine *m)
{
    ts_topo topo;
    struct utsname u;
    ts_topo_read(&topo);
    memset(m, 0, sizeof *m);
    snprintf(m->cpu, sizeof m->cpu, "%s", topo.model);
    if (ts_isa_at(0)) snprintf(m->isa, sizeof m->isa, "%s", ts_isa_at(0)->label);
    if (!uname(&u)) snprintf(m->os, sizeof m->os, "%.64s %.128s", u.sysname, u.release);
    m->cores = topo.cores;
    m->memory_bytes = (double)sysconf(_SC_PHYS_PAGES) * (double)sysconf(_SC_PAGESIZE);
    m->cache_bytes = (double)ts_cache_bytes();
    read_hypervisor(m);
    name_machine(m);
}

void ts_machine_tell(const ts_machine *m, ts_run_info *r)
{
    r->machine = m->id;
    r->cpu = m->cpu;
    r->cores = m->cores;
    r->memory_bytes = m->memory_bytes;
    r->cache_bytes = m->cache_bytes;
    r->isa = m->isa;
    r->os = m->os;
    r->hypervisor = m->hypervisor[0] ? m->hypervisor : NULL;
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

/* machine.h - what a figure depends on and nobody remembers a month later: processor, memory, system,
 * compiler, commit. */
#ifndef TESSERA_BENCH_MACHINE_H
#define TESSERA_BENCH_MACHINE_H

#include "store/store.h"

enum { TS_RUN_ID = 33, TS_TIME = 24 };

typedef struct ts_machine {
    char cpu[96], isa[32], os[256], hypervisor[128], id[17];
    double cores, memory_bytes, cache_bytes;
} ts_machine;

void ts_machine_read(ts_machine *m);
/* Points the fields of *r at *m and at what this program was built from. */
void ts_machine_tell(const ts_machine *m, ts_run_info *r);

/* 32 random hexadecimal digits. */
int ts_run_id(char id[TS_RUN_ID], ts_error *err);
/* Now, "2026-11-21T14:47:13Z". */
void ts_time_text(char text[TS_TIME]);

/* Written by the build (tool/version.cmake). */
extern const char ts_build_version[], ts_build_commit[], ts_build_compiler[], ts_build_flags[];

#endif

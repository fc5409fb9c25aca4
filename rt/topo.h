/* topo.h - which cores this process may use, and how many threads are worth starting on them. */
#ifndef TESSERA_RT_TOPO_H
#define TESSERA_RT_TOPO_H

#include <stddef.h>

enum { TS_TOPO_CPUS = 1024 };

typedef struct ts_topo {
    int cpus;       /* logical CPUs this process may use */
    int cores;      /* of those allowed: one per physical performance core */
    int quota;      /* whole CPUs that the control group grants; 0: no limit */
    char model[96]; /* "Intel(R) Xeon(R) Processor", or the architecture */
} ts_topo;

void ts_topo_read(ts_topo *t);
/* cores, capped by the quota, at least 1 */
int ts_topo_threads(const ts_topo *t);
/* CPUs granted by a control-group folder (cpu.max, or cpu.cfs_quota_us and cpu.cfs_period_us), rounded
 * down, at least 1; 0: no limit there. */
int ts_topo_quota(const char *folder);

#endif

/* smaps.c - looks a mapping up in /proc/self/smaps (smaps.h). */
#include "test/rt/smaps.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

int ts_vm_flag(const void *at, const char *flag)
{
    FILE *f = fopen("/proc/self/smaps", "r");
    char line[512];
    unsigned long long lo, hi, here = (uintptr_t)at;
    int inside = 0, found = -1;
    while (f && found < 0 && fgets(line, sizeof line, f)) {
        if (sscanf(line, "%llx-%llx ", &lo, &hi) == 2) inside = here >= lo && here < hi;
        if (inside && !strncmp(line, "VmFlags:", 8)) found = strstr(line, flag) != NULL;
    }
    if (f) fclose(f);
    return found;
}

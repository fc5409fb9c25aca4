/* smaps.h - what the system notes of a mapping of this process. */
#ifndef TEST_SMAPS_H
#define TEST_SMAPS_H

/* Whether the mapping around `at` has a flag of /proc/self/smaps: "hg" (huge pages are asked for), "nh" (they
 * are not wanted), ...: 1 or 0; -1: the system does not tell. */
int ts_vm_flag(const void *at, const char *flag);

#endif

/* bind.h - launches as the host writes them, checked against what a kernel says of itself. */
#ifndef TESSERA_RT_BIND_H
#define TESSERA_RT_BIND_H

#include "rt/driver.h"

/* What a launch needs: a letter per parameter (i o b w), and how many size cells. */
typedef struct ts_needs {
    const char *kernel;
    const char *modes;
    int params, sizes;
} ts_needs;

/* The module of launch l, held by the step; NULL with *err filled. */
ts_module *ts_take_module(ts_step *s, const ts_launch *l, ts_error *err);
/* Buffers are there, on this device, long enough, not wrapped where written; size cells are whole and
 * aligned; nothing is given that the kernel does not take. The step holds all of them. */
int ts_take_buffers(ts_step *s, const ts_launch *l, const ts_needs *needs, ts_error *err);

/* All n launches of a step on a SIMT device: entry, places, groups, order (ts_bound in driver.h). */
int ts_bind(ts_step *s, const ts_launch *launch, ts_bound *bound, ts_error *err);

#endif

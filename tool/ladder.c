/* ladder.c - levels, and the climb over the rungs (ladder.h). */
#include "tool/ladder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int ts_cell_level(const ts_cell *c)
{
    int level = -1;
    for (int r = 0; r < TS_RUNGS && c->rung[r] != TS_RUNG_FAILED; r++)
        if (c->rung[r] == TS_RUNG_PASSED) level = r;
    return level;
}

int ts_ladder_attainable(const ts_climber *v)
{
    int level = -1;
    for (int r = 0; r < TS_RUNGS - 1; r++)
        if (v->step[r]) level = r;
    return level == 3 && v->hardware ? 4 : level;
}

/* A rung once failed stays failed, whatever another variant does. */
static void mark(ts_cell *c, int rung, const ts_climber *v, const char *failure)
{
    if (!*failure) {
        if (c->rung[rung] == TS_RUNG_ABSENT) c->rung[rung] = TS_RUNG_PASSED;
        return;
    }
    c->rung[rung] = TS_RUNG_FAILED;
    if (!*c->failure)
        snprintf(c->failure, sizeof c->failure, "%s: %.500s", v->target->name, failure);
}

void ts_ladder_climb(const ts_climber *v, ts_plan_to_climb *plan,
                     const ts_kernel_def *const *kernel, size_t n, ts_cell *cell)
{
    const ts_kernel_def *left[TS_LADDER_KERNELS];
    size_t at[TS_LADDER_KERNELS], count = 0;
    if (n > TS_LADDER_KERNELS) n = TS_LADDER_KERNELS;
    for (size_t i = 0; i < n; i++) left[count] = kernel[i], at[count++] = i;
    ts_error *err = calloc(n + 1, sizeof *err);
    for (int r = 0; err && r < TS_RUNGS - 1; r++) {
        if (!v->step[r] || !count) continue;
        memset(err, 0, n * sizeof *err);
        v->step[r](v, plan, left, count, err);
        size_t kept = 0;
        for (size_t i = 0; i < count; i++) {
            mark(&cell[at[i]], r, v, err[i].text);
            if (r == 3 && v->hardware) mark(&cell[at[i]], 4, v, err[i].text);
            if (*err[i].text) continue;
            left[kept] = left[i], at[kept++] = at[i];
        }
        count = kept;
    }
    free(err);
}

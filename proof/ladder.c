/* ladder.c - levels, and the climb over the rungs (ladder.h). */
#include "proof/ladder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What was compiled and never ran is no more than signed. */
int ts_cell_level(const ts_cell *c)
{
    int level = -1, most = c->rung[3] == TS_RUNG_ABSENT ? 1 : TS_RUNGS - 1;
    for (int r = 0; r <= most && c->rung[r] != TS_RUNG_FAILED; r++)
        if (c->rung[r] == TS_RUNG_PASSED) level = r;
    return level;
}

int ts_ladder_attainable(const ts_climber *v)
{
    int level = -1;
    for (int r = 0; r <= (v->step[3] ? 3 : 1); r++)
        if (v->step[r]) level = r;
    return level == 3 && v->hardware ? 4 : level;
}

/* A rung once failed stays failed, whatever another variant does. */
static void mark(ts_cell *c, int rung, const ts_climber *v, const ts_climbed *got)
{
    if (ts_failed(&got->err)) {
        c->rung[rung] = TS_RUNG_FAILED;
        if (!*c->failure)
            snprintf(c->failure, sizeof c->failure, "%s: %.500s", v->target->name, got->err.text);
    } else if (c->rung[rung] == TS_RUNG_ABSENT) {
        c->rung[rung] = TS_RUNG_PASSED;
    }
}

static const char *const done_on[TS_RUNGS - 1] = {"printed", "signed", "compiled", "executed"};

void ts_ladder_climb(const ts_climber *v, ts_plan_to_climb *plan,
                     const ts_kernel_def *const *kernel, size_t n, ts_cell *cell)
{
    const ts_kernel_def *left[TS_LADDER_KERNELS];
    size_t at[TS_LADDER_KERNELS], count = 0;
    if (n > TS_LADDER_KERNELS) n = TS_LADDER_KERNELS;
    for (size_t i = 0; i < n; i++) left[count] = kernel[i], at[count++] = i;
    ts_climbed *got = calloc(n + 1, sizeof *got);
    for (int r = 0; got && r < TS_RUNGS - 1; r++) {
        if (!v->step[r] || !count) continue;
        memset(got, 0, n * sizeof *got);
        v->step[r](v, plan, left, count, got);
        size_t kept = 0;
        for (size_t i = 0; i < count; i++) {
            if (!got[i].done && !ts_failed(&got[i].err))
                ts_fail(&got[i].err, "nothing was %s", done_on[r]);
            mark(&cell[at[i]], r, v, &got[i]);
            if (r == 3 && v->hardware) mark(&cell[at[i]], 4, v, &got[i]);
            if (ts_failed(&got[i].err)) continue;
            left[kept] = left[i], at[kept++] = at[i];
        }
        count = kept;
    }
    free(got);
}

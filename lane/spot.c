/* spot.c - where a slot or element is, as C. */
#include "lane/print.h"

bool ts_spot_is_zero(ts_spot p)
{
    return !p.var && !p.add;
}

void ts_lane_put_place(ts_text *t, ts_spot p)
{
    if (!p.var) {
        ts_put(t, "%d", p.add);
        return;
    }
    if (p.plus)
        ts_put(t, "(%c * %d + %c)", p.var, p.mul, p.plus);
    else
        ts_put(t, "%c", p.var);
    if (p.of)
        ts_put(t, " %c %d", p.of, p.add);
    else if (p.sum)
        ts_put(t, " + %d", p.add);
}

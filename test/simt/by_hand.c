/* by_hand.c - see by_hand.h */
#include "test/simt/by_hand.h"

#include <stdlib.h>

void ts_by_hand_says(ts_simt *s)
{
    ts_text t = {0};
    for (int i = 0; i < s->params; i++)
        ts_put(&t, "%s%c%d", i ? "," : "params=", "iobw"[s->param[i].mode], s -> param[i].unit);
    ts_put(&t, "%s sizes=%d cost=%ld", s->params ? "" : "params=-", s->sizes,
           s->cost ? s->cost : 1);
    free(s->takes);
    s->takes = t.s;
}

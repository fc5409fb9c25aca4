/* bench_decode_ablate.c - `tessera bench decode --ablate`. */
#include "tool/bench_decode.h"

int ts_decode_ablations(const ts_decode_bench *m, ts_error *err)
{
    return ts_fail(err, "this build cannot switch anything off in %.200s; leave out --ablate",
                   m->model);
}

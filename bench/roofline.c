/* roofline.c - see roofline.h. */
#include "bench/roofline.h"
#include "tessera/c_locale.h"

#include <stdio.h>

bool ts_beats_ceiling(double share)
{
    return share > TS_IMPOSSIBLE;
}

void ts_beats_ceiling_why(double share, bool memory, char *to, size_t cap)
{
    TS_C_LOCALE;
    snprintf(
        to, cap,
        "%.1f %% of what %s alone reaches in the same rounds: one of the two was disturbed, or "
        "%s are counted that were not %s; measure again on a quiet machine",
        100 * share, memory ? "reading" : "arithmetic", memory ? "bytes" : "operations",
        memory ? "read" : "done");
}

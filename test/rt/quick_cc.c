/* quick_cc.c - see quick_cc.h. The runtime takes the first cc in PATH. */
#include "test/rt/quick_cc.h"

#include <stdio.h>
#include <stdlib.h>

void quick_cc(void)
{
    char path[8192];
    const char *now = getenv("PATH");
    int n = snprintf(path, sizeof path, "%s/test/quick:%s", TESSERA_SOURCE_DIR, now ? now : "");
    if (n < (int)sizeof path) setenv("PATH", path, 1);
}

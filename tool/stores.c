/* stores.c - see stores.h. */
#include "tool/stores.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/store.h"

/* bench/results.db beside this program; false where that cannot be told. */
static bool beside_program(char *to, size_t cap)
{
    static const char name[] = "bench/results.db";
    ssize_t n = readlink("/proc/self/exe", to, cap);
    if (n < 0 || (size_t)n >= cap) return false;
    to[n] = 0;
    char *slash = strrchr(to, '/');
    if (!slash || (size_t)(slash + 1 - to) + sizeof name > cap) return false;
    memcpy(slash + 1, name, sizeof name);
    return true;
}

const char *ts_tool_other_store(const char *used, char *to, size_t cap)
{
    if (!beside_program(to, cap) || access(to, F_OK) || !strcmp(to, used)) return NULL;
    return to;
}

int ts_tool_store(const char *given, char *path, size_t cap, ts_error *err)
{
    const char *named = getenv("TESSERA_STORE");
    char other[4096];
    if (given) {
        int n = snprintf(path, cap, "%s", given);
        return n >= 0 && (size_t)n < cap ? 0 : ts_fail(err, "the path of --store is too long");
    }
    if (ts_store_path(path, cap, err)) return -1;
    if ((named && *named) || !access(path, F_OK)) return 0;
    if (ts_tool_other_store(path, other, sizeof other) && strlen(other) < cap) strcpy(path, other);
    return 0;
}

/* place.c - see place.h.
 *
 *   PREFIX/bin/tessera          PREFIX/share/tessera/models/...
 *   SOURCE/build/tessera        SOURCE/models/...
 *   SOURCE/build/asan/tessera   SOURCE/models/... */
#include "tool/place.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#ifndef TESSERA_DATA_DIR
#define TESSERA_DATA_DIR "/usr/local/share/tessera"
#endif

/* The folder of the running program, "" where the system does not say. */
static void program_folder(char dir[PATH_MAX])
{
    ssize_t n = readlink("/proc/self/exe", dir, PATH_MAX - 1);
    dir[n > 0 ? n : 0] = 0;
    char *slash = strrchr(dir, '/');
    if (slash) *slash = 0;
}

static bool there(char *path, size_t cap, const char *dir, const char *below, const char *name)
{
    int n = snprintf(path, cap, "%s%s/%s", dir, below, name);
    return n > 0 && (size_t)n < cap && !access(path, R_OK);
}

int ts_place_find(const char *name, char *path, size_t cap, ts_error *err)
{
    static const char *const below[] = {"/../share/tessera", "", "/..", "/../..", "/../../.."};
    char dir[PATH_MAX];
    program_folder(dir);
    for (size_t i = 0; *dir && i < sizeof below / sizeof *below; i++)
        if (there(path, cap, dir, below[i], name)) return 0;
    if (there(path, cap, TESSERA_DATA_DIR, "", name)) return 0;
    return ts_fail(err,
                   "%s, which comes with Tessera, is neither near %s nor in %s; install Tessera "
                   "again, or say where: --model DIR",
                   name, *dir ? dir : "the program", TESSERA_DATA_DIR);
}

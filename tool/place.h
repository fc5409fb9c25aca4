/* place.h - where what comes with Tessera lies: beside the source tree's build, or installed. */
#ifndef TESSERA_TOOL_PLACE_H
#define TESSERA_TOOL_PLACE_H

#include <stddef.h>

#include "tessera/error.h"

/* Writes the path of a file or folder such as "models/tessera-tiny" into path[cap]. Looked for, in this
 * order, from the folder of the running program: ../share/tessera, itself, one, two and three folders up;
 * then where it was configured to be installed. Never from the working folder. -1 and *err. */
int ts_place_find(const char *name, char *path, size_t cap, ts_error *err);

#endif

/* check_vectors.h - `tessera check --vectors DIR`: a line a file of recorded vectors, and how many agree. */
#ifndef TESSERA_TOOL_CHECK_VECTORS_H
#define TESSERA_TOOL_CHECK_VECTORS_H

#include "tessera/device.h"

/* device: NULL for none. The exit status: 1 if a file does not agree, or none could be compared. */
int ts_print_vectors(const char *dir, ts_device *device);

#endif

/* tuned.h - the target that kernels for a device are made for. */
#ifndef TESSERA_ENGINE_TUNED_H
#define TESSERA_ENGINE_TUNED_H

#include "tessera/compile.h"
#include "tessera/device.h"

/* That of the device, tuned as it says. To be freed by free(); NULL with *err filled. */
ts_target *ts_tuned_target(const ts_device *device, ts_error *err);

#endif

/* tuned.c - see tuned.h. */
#include "engine/tuned.h"

ts_target *ts_tuned_target(const ts_device *device, ts_error *err)
{
    const ts_target *plain = ts_target_find(ts_device_target(device), err);
    return plain ? ts_target_tuned(plain, ts_device_tuning(device, NULL), err) : NULL;
}

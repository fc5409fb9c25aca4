/* there_is.h - for tests on devices that a machine may lack. Behind cmocka.h. */
#ifndef TEST_RT_THERE_IS_H
#define TEST_RT_THERE_IS_H

#include "tessera/device.h"

/* False, with the reason printed, if this machine has no such device. */
static inline bool there_is(const char *device)
{
    ts_error err = {0};
    ts_device *dev = ts_device_open(device, 1, &err);
    if (!dev) print_message("skipped: %s\n", err.text);
    ts_device_close(dev);
    return dev != NULL;
}

#endif

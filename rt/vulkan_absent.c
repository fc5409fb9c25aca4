/* vulkan_absent.c - the Vulkan device of a build without Vulkan's header: it says so. */
#include "rt/driver.h"

static int open_device(ts_device *dev, const char *rest, int threads, ts_error *err)
{
    (void)dev, (void)rest, (void)threads;
    return ts_fail(err, "this build has no Vulkan; install libvulkan-dev and build again");
}

static const char *list(size_t i)
{
    (void)i;
    return NULL;
}

const ts_driver ts_driver_vulkan = {.name = "vulkan",
                                    .specs = "vulkan:N",
                                    .device_bytes = sizeof(ts_device),
                                    .open = open_device,
                                    .list = list,
                                    .teams = true};

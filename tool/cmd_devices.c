/* cmd_devices.c - `tessera devices`: what this machine can run kernels on. */
#include "tessera/device.h"
#include "tool/args.h"
#include "tool/tool.h"

#include <stdio.h>

int ts_cmd_devices(int argc, char **argv)
{
    static const ts_args spec = {
        .command = "devices",
        .about = "Lists the devices of this machine that `tessera run --device` accepts, one a "
                 "line.",
        .examples = "  tessera devices\n"
                    "  tessera run --device cpu --prompt \"Once upon a time\"",
    };
    int words = ts_args_parse(&spec, argc, argv);
    const char *line;
    if (words < 0) return ts_args_exit(words);
    for (size_t i = 0; (line = ts_device_list(i)); i++) puts(line);
    return 0;
}

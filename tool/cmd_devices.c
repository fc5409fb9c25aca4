/* cmd_devices.c - `tessera devices`: what this machine can run kernels on. */
#include "tessera/device.h"
#include "tool/args.h"
#include "tool/tool.h"

#include <stdio.h>
#include <string.h>

/* Drivers write "SPEC  WHAT"; here all WHATs stand below each other. */
static void print_lines(void)
{
    const char *line;
    int widest = 0;
    for (size_t i = 0; (line = ts_device_list(i)); i++) {
        int n = (int)strcspn(line, " ");
        if (n > widest) widest = n;
    }
    for (size_t i = 0; (line = ts_device_list(i)); i++) {
        size_t n = strcspn(line, " ");
        printf("%-*.*s  %s\n", widest, (int)n, line, line + n + strspn(line + n, " "));
    }
}

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
    if (words < 0) return ts_args_exit(words);
    print_lines();
    return 0;
}

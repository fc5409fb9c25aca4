/* cmd_targets.c - `tessera targets`: the languages kernels compile to.
 *
 * Prints the registry of targets as it is; nothing here knows one by name.
 */
#include "tessera/compile.h"
#include "tool/args.h"
#include "tool/tool.h"

#include <stdio.h>
#include <string.h>

static size_t widest(void)
{
    const ts_target *t;
    size_t width = strlen("TARGET");
    for (size_t i = 0; (t = ts_target_at(i)); i++)
        if (strlen(t->name) > width) width = strlen(t->name);
    return width;
}

int ts_cmd_targets(int argc, char **argv)
{
    static const ts_args spec = {
        .command = "targets",
        .about = "Lists the targets that `tessera emit` can print a kernel for. A target is a "
                 "language, or a variant of it after a colon.",
        .examples = "  tessera targets\n"
                    "  tessera emit rms_norm --target cpu:avx2",
    };
    int words = ts_args_parse(&spec, argc, argv);
    const ts_target *t;
    if (words < 0) return ts_args_exit(words);
    int width = (int)widest();
    printf("%-*s  %-7s %s\n", width, "TARGET", "FAMILY", "WHAT");
    for (size_t i = 0; (t = ts_target_at(i)); i++)
        printf("%-*s  %-7s %s: %s\n", width, t->name, t->family, t->language, t->what);
    return 0;
}

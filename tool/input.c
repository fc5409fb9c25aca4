/* input.c - see input.h. */
#include "tool/input.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>

static char *read_all(FILE *f, size_t *n)
{
    char *text = NULL, block[1 << 16];
    FILE *all = open_memstream(&text, n);
    for (size_t got; all && (got = fread(block, 1, sizeof block, f)) > 0;)
        if (fwrite(block, 1, got, all) != got) break;
    int why = ferror(f) ? errno : 0;
    bool full = !all || ferror(all);
    if (all && fclose(all)) full = true;
    if (!why && !full) return text;
    free(text);
    errno = why ? why : ENOMEM;
    return NULL;
}

char *ts_input_read(const char *file, const char *what, size_t *n, ts_error *err)
{
    bool standard = !strcmp(file, "-");
    FILE *f = standard ? stdin : fopen(file, "rbe");
    char *text = f ? read_all(f, n) : NULL;
    if (!text)
        ts_fail(err, "cannot read %s from %s: %s", what, standard ? "standard input" : file,
                strerror(errno));
    if (f && !standard) fclose(f);
    return text;
}

int ts_output_done(ts_error *err)
{
    int why = errno; /* of an earlier write: what succeeded since has left it alone */
    bool before = ferror(stdout), now = fflush(stdout);
    if (!before && !now) return 0;
    if (!before) why = errno;
    ts_fail(err, "cannot write to standard output: %s",
            why ? strerror(why) : "an earlier write failed");
    __fpurge(stdout);
    clearerr(stdout);
    return -1;
}

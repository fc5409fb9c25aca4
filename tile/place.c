/* place.c - the table of source files of a kernel.
 *
 * An op holds a line and the number of a file. Most kernels have one file and some have a few, when
 * helpers lie elsewhere; the last one is asked first. Numbers stay valid in copies of a table, so ops
 * move between kernels as they are. */
#include "tile/ir.h"

#include <stdlib.h>
#include <string.h>

uint16_t ts_files_add(ts_files *f, const char *name)
{
    if (!name) return 0;
    for (uint32_t i = f->n; i; i--)
        if (!strcmp(f->name[i - 1], name)) return (uint16_t)i;
    if (f->n == TS_MAXFILES) return 0;
    f->name = realloc(f->name, (f->n + 1) * sizeof *f->name);
    if (!f->name) abort();
    f->name[f->n] = ts_keep(name);
    for (char *c = f->name[f->n++]; *c; c++)
        if ((unsigned char)*c < ' ') *c = '?'; /* texts name it in comments of one line */
    return (uint16_t)f->n;
}

const char *ts_files_name(const ts_files *f, uint32_t number)
{
    return number && number <= f->n ? f->name[number - 1] : NULL;
}

const char *ts_files_base(const ts_files *f, uint32_t number)
{
    const char *name = ts_files_name(f, number), *folder = name ? strrchr(name, '/') : NULL;
    return folder ? folder + 1 : name;
}

void ts_files_copy(ts_files *to, const ts_files *from)
{
    for (uint32_t i = 0; i < from->n; i++) ts_files_add(to, from->name[i]);
}

void ts_files_free(ts_files *f)
{
    for (uint32_t i = 0; i < f->n; i++) free(f->name[i]);
    free(f->name);
    *f = (ts_files){0};
}

/* safetensors_write.c - writes a safetensors file (safetensors_write.h).
 *
 * Tensors come in whole, in memory. The file appears under its name only when it is complete and on the
 * disk.
 */
#include "test/engine/safetensors_write.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <jansson.h>

#include "engine/folder.h"

static json_t *describe(const ts_tensor *t, uint64_t at)
{
    json_t *shape = json_array();
    for (uint32_t i = 0; i < t->rank; i++)
        json_array_append_new(shape, json_integer((json_int_t)t->dim[i]));
    return json_pack("{s:s, s:o, s:[I, I]}", "dtype", t->type->name, "shape", shape, "data_offsets",
                     (json_int_t)at, (json_int_t)(at + t->bytes));
}

/* The header's JSON, padded so that data starts at a multiple of 64 bytes: a cache line, and a
 * whole vector register on every CPU. The caller frees it. */
static char *make_header(const ts_tensor *tensor, size_t n, size_t *bytes)
{
    json_t *root = json_object();
    uint64_t at = 0;
    char *text, *padded = NULL;
    int bad = 0;
    for (size_t i = 0; i < n; at += tensor[i++].bytes)
        bad |= json_object_set_new(root, tensor[i].name, describe(&tensor[i], at));
    text = bad || json_object_size(root) != n ? NULL : json_dumps(root, JSON_COMPACT);
    json_decref(root);
    if (text) {
        size_t used = strlen(text);
        *bytes = ((8 + used + 63) & ~(size_t)63) - 8;
        padded = malloc(8 + *bytes);
        if (padded) {
            memset(padded, ' ', 8 + *bytes);
            memcpy(padded + 8, text, used);
            for (int i = 0; i < 8; i++) padded[i] = (char)((uint64_t)*bytes >> (8 * i));
        }
    }
    free(text);
    return padded;
}

static int put(FILE *f, const ts_tensor *tensor, size_t n, const char *header, size_t bytes)
{
    int ok = fwrite(header, 1, bytes, f) == bytes;
    for (size_t i = 0; ok && i < n; i++)
        ok = !tensor[i].bytes || fwrite(tensor[i].data, 1, tensor[i].bytes, f) == tensor[i].bytes;
    return ok && !fflush(f) && !fsync(fileno(f)) ? 0 : -1;
}

int ts_safetensors_write(const char *path, const ts_tensor *tensor, size_t n, ts_error *err)
{
    char partial[TS_PATH_MAX];
    size_t bytes = 0;
    int fd, result = -1;
    FILE *f = NULL;
    char *header = make_header(tensor, n, &bytes);
    if (!header)
        return ts_fail(err, "%s: cannot write: a tensor's name is not UTF-8 or appears twice",
                       ts_show_path(path).text);
    fd = snprintf(partial, sizeof partial, "%s.XXXXXX", path) < (int)sizeof partial
             ? mkostemp(partial, 0)
             : -1;
    if (fd >= 0 && fchmod(fd, 0644) == 0 && (f = fdopen(fd, "wb"))) {
        result = put(f, tensor, n, header, 8 + bytes);
        if (fclose(f)) result = -1;
        fd = -1;
        if (!result) result = rename(partial, path);
        if (result) unlink(partial);
    }
    if (result) ts_fail(err, "%s: cannot write: %s", ts_show_path(path).text, strerror(errno));
    if (fd >= 0) close(fd);
    free(header);
    return result;
}

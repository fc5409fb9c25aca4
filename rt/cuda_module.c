/* cuda_module.c - emitted text to functions on the GPU (cuda.h). */
#include "rt/cuda.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A kernel that waits for the launch before it by itself, as the first thing it does, holds this
 * instruction; only such launches may be scheduled early (cuda_step.c). */
static const char waits[] = "griddepcontrol.wait";

static bool holds(const char *text, size_t bytes, const char *word)
{
    return memmem(text, bytes, word, strlen(word)) != NULL;
}

static void describe(const ts_cuda_device *d, const ts_entry *e, ts_cu_function f)
{
    int registers = -1, local = -1, shared = -1;
    if (!ts_debug("cuda")) return;
    d->api->function_attribute(&registers, TS_CU_REGISTERS, f);
    d->api->function_attribute(&local, TS_CU_LOCAL_BYTES, f);
    d->api->function_attribute(&shared, TS_CU_SHARED_BYTES, f);
    fprintf(stderr, "cuda: %-32s %4d threads %4d registers %6d B shared %6d B local%s\n", e->entry,
            e->threads, registers, shared, local, local > 0 ? " (spills)" : "");
}

unsigned ts_cuda_asked(const ts_entry *e)
{
    enum { DECLARED_MOST = 48 << 10 };
    return e->shared > DECLARED_MOST ? (unsigned)e->shared : 0;
}

static int find_function(ts_cuda_device *d, ts_cuda_module *m, size_t i, ts_error *err)
{
    const ts_entry *e = &m->head.manifest.entry[i];
    char what[200];
    int most = 0;
    snprintf(what, sizeof what, "finding kernel %s", e->entry);
    if (ts_cuda_try(d, d->api->module_function(&m->function[i], m->module, e->entry), what, err))
        return -1;
    if (d->api->function_load && ts_cuda_try(d, d->api->function_load(m->function[i]), what, err))
        return -1;
    if (ts_cuda_try(d, d->api->function_attribute(&most, TS_CU_MAX_THREADS, m->function[i]), what,
                    err))
        return -1;
    describe(d, e, m->function[i]);
    int asked = (int)ts_cuda_asked(e);
    snprintf(what, sizeof what, "asking for %d bytes of shared memory for kernel %s", asked,
             e->entry);
    if (asked &&
        ts_cuda_try(d, d->api->function_set(m->function[i], TS_CU_MOST_ASKED, asked), what, err))
        return -1;
    if (e->threads <= most) return 0;
    return ts_fail(err, "cuda: kernel %s wants %d threads a block, but its registers allow %d",
                   e->entry, e->threads, most);
}

void ts_cuda_module_unload(ts_module *head)
{
    ts_cuda_module *m = (ts_cuda_module *)head;
    ts_cuda_device *d = (ts_cuda_device *)head->device;
    ts_error ignored = {{0}};
    if (m->module) {
        if (!ts_cuda_enter(d, &ignored))
            ts_cuda_try(d, d->api->stream_wait(d->stream), "ending what runs", &ignored);
        d->api->module_free(m->module);
    }
    free(m->function);
    m->module = NULL;
    m->function = NULL;
}

int ts_cuda_module_load(ts_module *head, const char *text, size_t bytes, ts_error *err)
{
    ts_cuda_module *m = (ts_cuda_module *)head;
    ts_cuda_device *d = (ts_cuda_device *)head->device;
    char *image;
    size_t size;
    if (ts_cuda_enter(d, err) ||
        ts_cuda_compile(d->sm, d->version, text, bytes, &image, &size, err))
        return -1;
    int rc = ts_cuda_try(d, d->api->module_load(&m->module, image), "loading kernels", err);
    free(image);
    if (rc) return -1;
    m->waits = d->sm >= 90 && d->version >= 12030 && holds(text, bytes, waits);
    m->function = calloc(head->manifest.n, sizeof(ts_cu_function));
    if (!m->function) rc = ts_fail(err, "no memory for %zu kernels", head->manifest.n);
    for (size_t i = 0; i < head->manifest.n && !rc; i++) rc = find_function(d, m, i, err);
    if (rc) ts_cuda_module_unload(head);
    return rc;
}

/* buffer.c - memory of the cpu device: plain host memory, or the caller's own.
 *
 * From BIG bytes on it is mapped on its own, on a huge-page boundary, with huge pages asked for: a
 * walk over gigabytes then misses the TLB 512 times less. Mapped memory is zero without being written.
 */
#include "rt/cpu.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sysinfo.h>

enum { ALIGN = 64, HUGE = 2 * 1024 * 1024, BIG = HUGE };

/* Maps one huge page more than needed and gives back what lies before the boundary. */
static void *map_aligned(size_t bytes, size_t *mapped)
{
    size_t size = (bytes + 4095) & ~(size_t)4095, all = size + HUGE;
    char *p = mmap(NULL, all, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (p == MAP_FAILED) return NULL;
    size_t before = (size_t)(-(uintptr_t)p & (HUGE - 1));
    if (before) munmap(p, before);
    if (HUGE - before) munmap(p + before + size, HUGE - before);
    madvise(p + before, size, MADV_HUGEPAGE);
    *mapped = size;
    return p + before;
}

static void *allocate(size_t bytes, size_t *mapped)
{
    *mapped = 0;
    if (bytes >= BIG) return map_aligned(bytes, mapped);
    size_t size = ((bytes ? bytes : 1) + ALIGN - 1) & ~(size_t)(ALIGN - 1);
    void *p = aligned_alloc(ALIGN, size);
    if (p) memset(p, 0, size);
    return p;
}

/* The kernel would promise more than the machine has and kill us on the first touch. */
static int fits(size_t bytes, ts_error *err)
{
    struct sysinfo s;
    if (sysinfo(&s)) return 0;
    double have = ((double)s.totalram + (double)s.totalswap) * s.mem_unit;
    if ((double)bytes <= have) return 0;
    return ts_fail(err, "a buffer of %zu bytes does not fit: this machine has %.1f GB of memory",
                   bytes, have * 1e-9);
}

static ts_buffer *describe(ts_device *dev, size_t bytes, ts_error *err)
{
    ts_buffer *b = dev ? calloc(1, sizeof *b) : NULL;
    if (!b) {
        ts_fail(err, dev ? "no memory for a buffer" : "a buffer needs a device, but it is NULL");
        return NULL;
    }
    b->device = dev;
    b->bytes = bytes;
    b->holders = 1;
    return b;
}

ts_buffer *ts_buffer_new(ts_device *dev, size_t bytes, ts_error *err)
{
    if (fits(bytes, err)) return NULL;
    ts_buffer *b = describe(dev, bytes, err);
    if (!b) return NULL;
    b->data = allocate(bytes, &b->mapped);
    if (b->data) return b;
    free(b);
    ts_fail(err, "no memory for a buffer of %zu bytes: %s", bytes, strerror(errno));
    return NULL;
}

ts_buffer *ts_buffer_wrap(ts_device *dev, const void *data, size_t bytes, ts_error *err)
{
    if (!data || bytes > UINTPTR_MAX - (uintptr_t)data) {
        ts_fail(err, "cannot wrap %zu bytes at %p: no such memory", bytes, data);
        return NULL;
    }
    ts_buffer *b = describe(dev, bytes, err);
    if (!b) return NULL;
    b->data = (unsigned char *)(uintptr_t)data; /* never written: steps refuse it as an output */
    b->wrapped = true;
    return b;
}

void ts_buffer_hold(ts_buffer *b)
{
    b->holders++;
}

void ts_buffer_free(ts_buffer *b)
{
    if (!b || --b->holders) return;
    if (b->mapped)
        munmap(b->data, b->mapped);
    else if (!b->wrapped)
        free(b->data);
    free(b);
}

size_t ts_buffer_bytes(const ts_buffer *b)
{
    return b->bytes;
}

static int inside(const ts_buffer *b, size_t offset, size_t bytes, ts_error *err)
{
    if (offset <= b->bytes && bytes <= b->bytes - offset) return 0;
    return ts_fail(err, "%zu bytes at offset %zu lie outside a buffer of %zu bytes", bytes, offset,
                   b->bytes);
}

int ts_buffer_put(ts_buffer *b, size_t offset, const void *data, size_t bytes, ts_error *err)
{
    if (inside(b, offset, bytes, err)) return -1;
    if (b->wrapped) return ts_fail(err, "a wrapped buffer is the caller's and is never written");
    if (bytes) memcpy(b->data + offset, data, bytes);
    return 0;
}

int ts_buffer_get(const ts_buffer *b, size_t offset, void *data, size_t bytes, ts_error *err)
{
    if (inside(b, offset, bytes, err)) return -1;
    if (bytes) memcpy(data, b->data + offset, bytes);
    return 0;
}

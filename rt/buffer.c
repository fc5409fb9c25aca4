/* buffer.c - memory of the cpu driver: plain host memory, or the caller's own.
 *
 * From BIG bytes on it is mapped on its own, on a huge-page boundary, with huge pages asked for: a
 * walk over gigabytes then misses the TLB 512 times less. Mapped memory is zero without being written.
 * Below, from SOME on, it is mapped in small pages: a cache of keys that is one huge page a layer would be
 * zeroed whole for a first token that touches a few lines of it, and 512 small pages are no walk.
 */
#include "rt/cpu.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sysinfo.h>

enum { ALIGN = 64, HUGE = 2 * 1024 * 1024, BIG = 2 * HUGE, SOME = 256 * 1024 };
/* Huge pages up to MOST bytes are given ahead of the first step: a first token touches all of a short cache.
 * Of a long one most may never be used. */
enum { MOST = 8 * HUGE };

/* Maps one huge page more than needed and gives back what lies before the boundary. */
static void *map_aligned(size_t bytes, int advice, size_t *mapped)
{
    size_t size = (bytes + 4095) & ~(size_t)4095, all = size + HUGE;
    char *p = mmap(NULL, all, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (p == MAP_FAILED) return NULL;
    size_t before = (size_t)(-(uintptr_t)p & (HUGE - 1));
    if (before) munmap(p, before);
    if (HUGE - before) munmap(p + before + size, HUGE - before);
    madvise(p + before, size, advice);
    *mapped = size;
    return p + before;
}

static void *map_small(size_t bytes, size_t *mapped)
{
    void *p = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (p == MAP_FAILED) return NULL;
    madvise(p, bytes, MADV_NOHUGEPAGE);
    *mapped = bytes;
    return p;
}

static void *allocate(size_t bytes, int advice, size_t *mapped)
{
    *mapped = 0;
    if (bytes >= BIG) return map_aligned(bytes, advice, mapped);
    if (bytes >= SOME) return map_small(bytes, mapped);
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

static ts_warm *warm_of(const ts_buffer *b)
{
    return ((ts_cpu_device *)b->device)->warm;
}

int ts_cpu_buffer_new(ts_buffer *head, ts_error *err)
{
    ts_cpu_buffer *b = (ts_cpu_buffer *)head;
    if (fits(head->bytes, err)) return -1;
    int advice = head->device->without & TS_NO_HUGE_PAGES ? MADV_NOHUGEPAGE : MADV_HUGEPAGE;
    b->data = allocate(head->bytes, advice, &b->mapped);
    if (b->mapped >= BIG && b->mapped <= MOST) ts_warm_add(warm_of(head), b->data, b->mapped, true);
    if (b->data) return 0;
    return ts_fail(err, "no memory for a buffer of %zu bytes: %s", head->bytes, strerror(errno));
}

int ts_cpu_buffer_wrap(ts_buffer *head, const void *data, ts_error *err)
{
    (void)err;
    ts_cpu_buffer *b = (ts_cpu_buffer *)head;
    b->data = (unsigned char *)(uintptr_t)data; /* never written: steps refuse it as an output */
    ts_warm_add(warm_of(head), data, head->bytes, false);
    return 0;
}

void ts_cpu_buffer_free(ts_buffer *head)
{
    ts_cpu_buffer *b = (ts_cpu_buffer *)head;
    if (b->mapped || head->wrapped) ts_warm_drop(warm_of(head), b->data, head->bytes);
    if (b->mapped)
        munmap(b->data, b->mapped);
    else if (!head->wrapped)
        free(b->data);
}

int ts_cpu_put(ts_buffer *b, size_t offset, const void *data, size_t bytes, ts_error *err)
{
    (void)err;
    memcpy(((ts_cpu_buffer *)b)->data + offset, data, bytes);
    return 0;
}

const void *ts_cpu_look(const ts_buffer *b, size_t offset)
{
    return ((const ts_cpu_buffer *)b)->data + offset;
}

int ts_cpu_get(const ts_buffer *b, size_t offset, void *data, size_t bytes, ts_error *err)
{
    (void)err;
    memcpy(data, ((const ts_cpu_buffer *)b)->data + offset, bytes);
    return 0;
}

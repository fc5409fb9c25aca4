/* memory.c - memory with guards: buffers, stacks of fibers, shared arrays (shim.h).
 *
 * Guards are a megabyte of addresses without memory on both sides, so that a wrong index by some rows is
 * caught as well as one by an element. Canaries are words 0xffffffTT: NaN for those who read them as f32, f16
 * or bf16, and with TT different from buffer to buffer, so that a copy of one is no other.
 */
#include "proof/shim/shim.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { GUARD = 1 << 20, CANARY = 0xff, TAG = 0x81, TAGS = 0xff - TAG, ALIGN = 16 };

static size_t up(size_t n, size_t to)
{
    return (n + to - 1) / to * to;
}

static void *reserve(size_t bytes)
{
    void *p = mmap(NULL, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return p == MAP_FAILED ? NULL : p;
}

/* ---- the device's ---- */

/* An aligned piece of the address space; what lies around it is given back. */
static char *reserve_aligned(size_t bytes, size_t align)
{
    char *p = reserve(bytes + align);
    if (!p) return NULL;
    size_t ahead = up((uintptr_t)p, align) - (uintptr_t)p;
    if (ahead) munmap(p, ahead);
    if (align - ahead) munmap(p + ahead + bytes, align - ahead);
    return p + ahead;
}

static int open_stacks(ts_shim_device *dev)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    dev->stacks = reserve_aligned((size_t)TS_SHIM_THREADS * TS_SHIM_STACK, TS_SHIM_STACK);
    for (size_t i = 0; dev->stacks && i < TS_SHIM_THREADS; i++)
        if (mprotect(dev->stacks + i * TS_SHIM_STACK + page, TS_SHIM_STACK - page,
                     PROT_READ | PROT_WRITE))
            return -1;
    return dev->stacks ? 0 : -1;
}

static int open_shared(ts_shim_device *dev)
{
    dev->shared = reserve_aligned((size_t)TS_SHIM_ARRAYS * TS_SHIM_ARRAY, TS_SHIM_ARRAY);
    for (size_t i = 0; dev->shared && i < TS_SHIM_ARRAYS; i++)
        if (mprotect(dev->shared + i * TS_SHIM_ARRAY, TS_SHIM_ARRAY / 2, PROT_READ | PROT_WRITE))
            return -1;
    return dev->shared ? 0 : -1;
}

int ts_shim_memory(ts_shim_device *dev, ts_error *err)
{
    if (!open_stacks(dev) && !open_shared(dev)) return 0;
    ts_fail(err, "no memory for the stacks of a block: %s", strerror(errno));
    ts_shim_memory_free(dev);
    return -1;
}

void ts_shim_memory_free(ts_shim_device *dev)
{
    if (dev->stacks) munmap(dev->stacks, (size_t)TS_SHIM_THREADS * TS_SHIM_STACK);
    if (dev->shared) munmap(dev->shared, (size_t)TS_SHIM_ARRAYS * TS_SHIM_ARRAY);
    dev->stacks = dev->shared = NULL;
}

/* ---- buffers ---- */

/* The canary's byte at p; data starts at a multiple of 4. */
static unsigned char canary(const ts_shim_buffer *b, const unsigned char *p)
{
    return (uintptr_t)p % 4 ? CANARY : b->tag;
}

static void put_canary(const ts_shim_buffer *b, unsigned char *from, const unsigned char *to)
{
    for (; from < to; from++) *from = canary(b, from);
}

int ts_shim_buffer_new(ts_buffer *base, ts_error *err)
{
    ts_shim_buffer *b = (ts_shim_buffer *)base;
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    if (base->bytes > SIZE_MAX / 2)
        return ts_fail(err, "a buffer of %zu bytes does not fit into memory", base->bytes);
    size_t data = up(base->bytes, ALIGN);
    b->opened = up(data, page);
    b->mapped = b->opened + 2 * (size_t)GUARD;
    b->map = reserve(b->mapped);
    b->open = b->map ? b->map + GUARD : NULL;
    if (!b->map || (b->opened && mprotect(b->open, b->opened, PROT_READ | PROT_WRITE))) {
        ts_fail(err, "no memory for a buffer of %zu bytes: %s", base->bytes, strerror(errno));
        ts_shim_buffer_free(base);
        return -1;
    }
    b->data = b->open + b->opened - data;
    b->tag = (unsigned char)(TAG + ((ts_shim_device *)base->device)->buffers++ % TAGS);
    put_canary(b, b->open, b->data);
    put_canary(b, b->data + base->bytes, b->open + b->opened);
    return 0;
}

void ts_shim_buffer_free(ts_buffer *base)
{
    ts_shim_buffer *b = (ts_shim_buffer *)base;
    if (b->map) munmap(b->map, b->mapped);
    b->map = NULL;
}

int ts_shim_put(ts_buffer *base, size_t offset, const void *data, size_t bytes, ts_error *err)
{
    (void)err;
    if (bytes) memcpy(((ts_shim_buffer *)base)->data + offset, data, bytes);
    return 0;
}

int ts_shim_get(const ts_buffer *base, size_t offset, void *data, size_t bytes, ts_error *err)
{
    (void)err;
    if (bytes) memcpy(data, ((const ts_shim_buffer *)base)->data + offset, bytes);
    return 0;
}

void ts_shim_protect(const ts_shim_buffer *b, bool read_only)
{
    /* A refusal only means that a wrong write goes unseen. */
    if (b->opened) (void)mprotect(b->open, b->opened, PROT_READ | (read_only ? 0 : PROT_WRITE));
}

long ts_shim_canary(const ts_shim_buffer *b)
{
    const unsigned char *end = b->data + b->base.bytes;
    for (const unsigned char *p = b->data; p-- > b->open;)
        if (*p != canary(b, p)) return p - b->data;
    for (const unsigned char *p = end; p < b->open + b->opened; p++)
        if (*p != canary(b, p)) return p - end + 1;
    return 0;
}

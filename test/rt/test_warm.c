/* test_warm.c - memory that is touched before kernels do (rt/warm.h): it is there afterwards, in whatever order
 * things are added and freed, and a file that was cut ends nobody. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "rt/cpu.h"
#include "rt/warm.h"

enum { PAGE = 4096, MB = 1 << 20 };

static char *zeros(size_t bytes)
{
    char *p = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_true(p != MAP_FAILED);
    return p;
}

/* How many of its pages are there. */
static size_t there(const void *p, size_t bytes)
{
    size_t n = (bytes + PAGE - 1) / PAGE, found = 0;
    unsigned char *page = malloc(n);
    assert_int_equal(mincore((void *)(uintptr_t)p, bytes, page), 0);
    for (size_t i = 0; i < n; i++) found += page[i] & 1;
    free(page);
    return found;
}

/* Does this system give pages when asked? */
static bool populates(void)
{
    char *p = zeros(PAGE);
    bool good = !madvise(p, PAGE, 23);
    munmap(p, PAGE);
    return good;
}

static void pages_are_there(void **state)
{
    (void)state;
    if (!populates()) skip();
    ts_warm *w = ts_warm_new();
    char *a = zeros(70 * MB), *b = zeros(3 * MB);
    madvise(a, 70 * MB, MADV_NOHUGEPAGE);
    madvise(b, 3 * MB, MADV_NOHUGEPAGE);
    assert_int_equal(there(a, 70 * MB), 0);
    ts_warm_add(w, a, 70 * MB, true);
    ts_warm_add(w, b + 100, 2 * MB, true); /* inside: 511 whole pages */
    ts_warm_add(w, b, 0, true);
    ts_warm_wait(w);
    assert_int_equal(there(a, 70 * MB), 70 * MB / PAGE);
    assert_int_equal(there(b, 3 * MB), 511);
    ts_warm_free(w);
    munmap(a, 70 * MB);
    munmap(b, 3 * MB);
}

/* Memory is unmapped while it waits in the queue, and while it is touched. */
static void what_is_dropped_is_left_alone(void **state)
{
    (void)state;
    for (int turn = 0; turn < 40; turn++) {
        ts_warm *w = ts_warm_new();
        char *p[8];
        for (int i = 0; i < 8; i++) ts_warm_add(w, p[i] = zeros(4 * MB), 4 * MB, true);
        for (int i = 0; i < 8; i++) {
            int k = turn % 2 ? 7 - i : i;
            ts_warm_drop(w, p[k], 4 * MB);
            mprotect(p[k], 4 * MB, PROT_NONE);
            assert_int_equal(munmap(p[k], 4 * MB), 0);
        }
        char *again = zeros(32 * MB); /* may lie where they lay */
        madvise(again, 32 * MB, MADV_NOHUGEPAGE);
        ts_warm_wait(w);
        assert_int_equal(there(again, 32 * MB), 0);
        munmap(again, 32 * MB);
        ts_warm_free(w);
    }
    ts_warm_add(NULL, state, 1, true);
    ts_warm_drop(NULL, state, 1);
    ts_warm_wait(NULL);
    ts_warm_free(NULL);
}

static void a_cut_file_ends_nobody(void **state)
{
    (void)state;
    char name[] = "/tmp/test-warm-XXXXXX";
    int fd = mkstemp(name);
    unlink(name);
    assert_int_equal(ftruncate(fd, 8 * MB), 0);
    char *p = mmap(NULL, 8 * MB, PROT_READ, MAP_PRIVATE, fd, 0);
    assert_int_equal(ftruncate(fd, MB), 0);
    ts_warm *w = ts_warm_new();
    ts_warm_add(w, p, 8 * MB, false);
    ts_warm_add(w, p, MB, false);
    ts_warm_wait(w);
    ts_warm_free(w);
    munmap(p, 8 * MB);
    close(fd);
}

/* What the cpu device has of its own is there before a step, if it is not too much, and what it wraps. */
static void buffers_are_warm(void **state)
{
    (void)state;
    if (!populates()) skip();
    ts_error err = {{0}};
    ts_device *dev = ts_device_open("cpu", 1, &err);
    ts_buffer *small = ts_buffer_new(dev, 4 * MB, &err), *large = ts_buffer_new(dev, 64 * MB, &err);
    ts_buffer *layer = ts_buffer_new(dev, 2 * MB, &err); /* a cache of a layer at 4096 positions */
    char name[] = "/tmp/test-warm-XXXXXX", *page = calloc(1, MB);
    int fd = mkstemp(name);
    unlink(name);
    for (int i = 0; i < 4; i++) assert_int_equal(write(fd, page, MB), MB);
    char *file = mmap(NULL, 4 * MB, PROT_READ, MAP_PRIVATE, fd, 0);
    ts_buffer *wrapped = ts_buffer_wrap(dev, file, 4 * MB, &err);
    assert_true(small && large && layer && wrapped);
    ts_warm_wait(((ts_cpu_device *)dev)->warm);
    assert_int_equal(there(((ts_cpu_buffer *)small)->data, 4 * MB), 4 * MB / PAGE);
    assert_int_equal(there(((ts_cpu_buffer *)large)->data, 64 * MB), 0);
    assert_int_equal(ts_buffer_put(layer, MB, "x", 1, &err), 0);
    assert_int_equal(there(((ts_cpu_buffer *)layer)->data, 2 * MB), 1);
    ts_buffer_free(layer);
    ts_buffer_free(wrapped);
    ts_buffer_free(large);
    ts_buffer_free(small);
    ts_device_close(dev);
    munmap(file, 4 * MB);
    close(fd);
    free(page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_are_there),
        cmocka_unit_test(what_is_dropped_is_left_alone),
        cmocka_unit_test(a_cut_file_ends_nobody),
        cmocka_unit_test(buffers_are_warm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

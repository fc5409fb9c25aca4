/* fake_int.h - what cuda.c and queue.c of the fake driver share. */
#ifndef TESSERA_TEST_FAKE_INT_H
#define TESSERA_TEST_FAKE_INT_H

#include "test/rt/fake/fake.h"

enum { FAKE_DEVICES = 4, FAKE_PARAMS = 32 };
enum { CONTEXT = 1, MEMORY, PINNED, STREAM, EVENT, MODULE, FUNCTION, GRAPH, EXEC };

/* Every object begins so; the list of those alive finds handles that are wrong or stale. */
typedef struct fake_object {
    int kind, device;
    struct fake_object *next;
} fake_object;

typedef struct fake_memory { /* MEMORY and PINNED */
    fake_object head;
    unsigned char *data;
    size_t bytes;
} fake_memory;

typedef struct fake_module {
    fake_object head;
    char *text;
} fake_module;

typedef struct fake_function {
    fake_object head;
    fake_module *module;
    char name[128];
    unsigned most_asked; /* bytes of shared memory */
} fake_function;

/* A kernel with its arguments, in a queue or a graph. */
typedef struct fake_call {
    fake_function *function;
    uint64_t param[FAKE_PARAMS];
    int params;
    unsigned groups, threads;
} fake_call;

enum { FAKE_TAG = 0x5a }; /* highest byte of an address on the device */

fake_object *fake_new(int kind, size_t bytes);
/* The object behind a handle if it lives, is of that kind and of the current context; else notes the
 * misuse and gives NULL. */
void *fake_find(const void *handle, int kind, const char *what);
void fake_drop(void *object);
ts_cu_result fake_note(ts_cu_result r, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* To be called first by every function: counts, injects failures, checks the context. */
ts_cu_result fake_begin(bool needs_context);
#define BEGIN(needs_context)                                                                       \
    do {                                                                                           \
        ts_cu_result begun_ = fake_begin(needs_context);                                           \
        if (begun_) return begun_;                                                                 \
    } while (0)
fake_counts *fake_counter(void);
/* Host address of [p, p+bytes) on the device; NULL with the misuse noted. */
unsigned char *fake_translate(uint64_t p, size_t bytes, int device, const char *what);
bool fake_is_pinned(const void *p, size_t bytes);
ts_cu_result fake_execute(const fake_call *call);
void fake_spoil(ts_cu_result r);
int fake_sm(void);
bool fake_refuses_early(void);
void fake_forget_queue(void);
fake_object *fake_first(void);
/* Work not done yet that touches these bytes. */
bool fake_pending(const void *data, size_t bytes);

#endif

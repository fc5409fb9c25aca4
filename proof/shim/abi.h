/* abi.h - what the shim device and the shared objects it compiles tell each other.
 *
 * Read as C by the files beside it and as C++ in front of every compiled text, where no header of the system
 * exists; so there is none here. A shared object has one function per entry, ts_shim_run_ENTRY, that
 * runs one block. It keeps no state of its own: all lies in the job and at the top of the stacks.
 */
#ifndef TESSERA_PROOF_SHIM_ABI_H
#define TESSERA_PROOF_SHIM_ABI_H

enum {
    TS_SHIM_THREADS = 1024, /* of a block */
    TS_SHIM_STACK = 65536,  /* bytes and alignment of a fiber's stack, lowest page a guard */
    TS_SHIM_ARRAYS = 4,     /* shared arrays of a kernel */
    TS_SHIM_ARRAY =
        1048576, /* bytes from the start of one array's space to the next; the upper half is
                                a guard, so an array ends where access ends */
    TS_SHIM_CONTEXT = 8192 /* bytes for a saved context where no assembly is at hand */
};

/* Where a fiber is. */
enum { TS_SHIM_READY, TS_SHIM_BARRIER, TS_SHIM_SHUFFLE, TS_SHIM_RETURNED };

/* What went wrong in a block. */
enum {
    TS_SHIM_FINE,
    TS_SHIM_DIVERGED, /* a barrier that not all threads reach */
    TS_SHIM_ABSENT,   /* a shuffle that not all threads of the subgroup reach */
    TS_SHIM_MASK,     /* a shuffle with lanes that there are not; `other` is the mask */
    TS_SHIM_SHARED    /* more shared memory than the manifest says; `other` is the bytes */
};

struct ts_shim_job {
    void *const *arg;
    const int *const *size;
    int threads, subgroup, group, groups;
    unsigned long long seed; /* of the order in which threads run */
    char *stacks, *shared;
    long shared_bytes;
    /* how it went */
    int trouble, thread, line, other, other_line, other_state;
    int running; /* thread, for faults */
    unsigned long switches;
    /* used where fiber.h has no assembly for the machine */
    void (*make)(void *context, char *stack, unsigned long bytes, void (*entry)(void));
    void (*change)(void *from, void *to);
};

#endif

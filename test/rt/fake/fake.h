/* fake.h - a stand-in for libcuda that runs nothing on a GPU and forgives nothing.
 *
 * Memory is host memory behind addresses that the host cannot follow. Work is queued and done only
 * when somebody waits for it, so data that changes too early shows. A captured graph is run in a
 * random order that its edges allow, so a missing edge shows. What a real driver would let pass or
 * punish much later (double free, launch without context, leftovers) is written down as misuse.
 */
#ifndef TESSERA_TEST_FAKE_H
#define TESSERA_TEST_FAKE_H

#include <stdbool.h>
#include <stddef.h>

#include "rt/cuda_api.h"

/* A kernel on the host: one call does the whole grid; param as the device would see them, already
 * translated to host addresses. Not 0: the launch ended with this CUresult. */
typedef int fake_kernel(void *const *param, int params, unsigned groups, unsigned threads);
/* What executes kernels: the whole text, the entry, and how many params. NULL: the named table. */
typedef int fake_executor(void *arg, const char *text, const char *entry, void *const *param,
                          unsigned groups, unsigned threads);

typedef struct fake_counts {
    long calls, launches, early, graphs, nodes, syncs, uploads;
    size_t to_device, to_host, widest; /* bytes; most nodes of a graph without an edge between */
} fake_counts;

/* What each kernel takes by the clock of events, in milliseconds. */
#define FAKE_KERNEL_MS 0.25

/* No objects, two devices of sm 90 with 1 GB each, driver 13.0, nothing failing. */
void fake_reset(void);
void fake_machine(int devices, int sm, int driver, size_t memory);
/* The n-th call from now (1: the next) returns r; 0: none. A result that spoils a context does. */
void fake_fail(long n, ts_cu_result r);
/* Graphs with programmatic edges are refused. */
void fake_refuse_early(bool refuse);
void fake_add_kernel(const char *entry, fake_kernel *kernel);
void fake_set_executor(fake_executor *executor, void *arg);
const fake_counts *fake_count(void);
/* The first misuse, "" for none. */
const char *fake_misuse(void);
/* Frees always free, also where they return an injected failure.
 * Objects alive: contexts, memory, streams, events, modules, graphs. */
size_t fake_alive(void);

#endif

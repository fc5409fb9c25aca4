/* each_kernel.h - every kernel of every suite through something that runs it in another way than a device: the
 * interpreter of a family's form. */
#ifndef TESSERA_TEST_EACH_KERNEL_H
#define TESSERA_TEST_EACH_KERNEL_H

#include "check/arrays.h"

/* Lowers the kernel for the target and checks those of its cases that have this turn (ts_each_case); `where` is for
 * messages. */
typedef void ts_each_check(const ts_kernel_def *def, const ts_shape *s, const ts_target *t,
                           int turn, const char *where);
/* For all targets with the suites' small shapes in all variants; unless `all`, they take turns, so that each
 * kernel meets each target, and each shape and variant with one of them, and so do its cases. */
void ts_each_kernel(const ts_target *target, int targets, bool all, ts_each_check *check);

/* Runs one stage over these arrays; 0, or -1 with *err filled. */
typedef int ts_each_stage(const void *lowered, int stage, const ts_arrays *all, const ts_case *c,
                          uint64_t seed, ts_error *err);
enum { TS_ALL_TURNS = -1 };
/* Every case, within the kernel's limits of its reference, or the test fails. Every other one has outputs in the
 * place of inputs; the kinds of data take turns. Memory is aligned if shifts is 1. If it is 2 it begins an element
 * off its alignment as well. Unless the turn is TS_ALL_TURNS, it is every other case's, in one kind of memory:
 * turns that follow one another have the others, and the other kind. */
void ts_each_case(const ts_traced *kernel, const ts_shape *s, int shifts, int turn,
                  const char *where, ts_each_stage *run, const void *lowered);

#endif

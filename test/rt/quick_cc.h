/* quick_cc.h - a compiler that optimises less, for tests that run each kernel a few times; test/rt/quick/LEVEL/cc,
 * which scripts put in front of PATH.
 *
 * The bits of a kernel depend neither on the level nor on the compiler: the text says where a multiply-add is fused,
 * and nothing is reordered. check_suite.sh compiles as users do. */
#ifndef TEST_QUICK_CC_H
#define TEST_QUICK_CC_H

/* From here on the cpu device compiles at that level, and what this process compiles is cached as that
 * compiler's. 0 takes less time than 1, but kernels run several times as long. Both are clang where that is
 * installed: for whole models it takes half of gcc's time. */
void quick_cc(int level);

#endif

/* quick_cc.h - a compiler that optimises less, for tests that run each kernel a few times.
 *
 * The bits of a kernel do not depend on the level: the text says where a multiply-add is fused, and nothing
 * is reordered. */
#ifndef TEST_QUICK_CC_H
#define TEST_QUICK_CC_H

/* From here on the cpu device compiles by test/rt/quick/cc, and what this process compiles is cached as that
 * compiler's. */
void quick_cc(void);

#endif

/* test_gen.c - the random kernels of the fuzzers use every op of ops.def, and elementwise ones on every
 * class of operands that they take. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "test/tile/gen.h"

enum { SEEDS = 400 };

static void every_op_is_drawn(void **state)
{
    (void)state;
    static bool seen[TS_NOP][128]; /* by class of the first operand */
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct ts_gen_limits limits = ts_gen_threads(seed);
        ts_kern *k = ts_gen(seed, seed % 3 ? &limits : NULL);
        for (uint32_t i = 1; i < k->n; i++) {
            const ts_op *o = &k->op[i];
            char class = ts_is_elem(o->op) ? ts_dtypes[k->op[o->arg[0]].dtype].class : 0;
            seen[o->op][(int)class] = true;
        }
        ts_free(k);
    }
    for (int op = 1; op < TS_NOP; op++) {
        const ts_opinfo *o = &ts_opinfos[op];
        for (const char *c = ts_is_elem((ts_opcode)op) ? o->types : "\0"; *c; c++)
            if (!seen[op][(int)*c]) fail_msg("no kernel has %s on %c", o->name, *c);
        if (!ts_is_elem((ts_opcode)op) && !seen[op][0]) fail_msg("no kernel has %s", o->name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_op_is_drawn)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_quant_bias.c - do the quantisers round up as often as down? Ties apart, each error of a number that is equally
 * likely anywhere between two codes has either sign with the same probability; so the difference of both counts is
 * within 4 roots of their sum (a binomial's standard deviations). The sign is that of the magnitude's error: of plain
 * errors, those of positive and negative numbers would hide one another.
 *
 * The interpreter runs 10^5 elements of each; each 16 begin with the largest, so that all scales of NVFP4 are 1. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
#include <math.h>

#include "tessera/interpret.h"
#include "tessera/suite.h"
#include "tile/ir.h"

enum { TOKENS = 100, WIDTH = 1024, ELEMENTS = TOKENS * WIDTH };

static ts_kern *traced(const char *name)
{
    ts_error err = {0};
    const ts_suite *suite = ts_suite_find("r1_nvfp4", &err);
    const ts_kernel_def *def = ts_kernel_find(name, suite, &err);
    ts_shape *s = ts_shape_new(suite, "tiny", &err);
    if (!def || !s) fail_msg("%s", err.text);
    if (ts_shape_set(suite, s, "tokens=100,d=1024,heads=1,kv_lora=1024", &err))
        fail_msg("%s", err.text);
    ts_kern *k = ts_kernel_trace(def, 0, s, &err);
    if (!k) fail_msg("%s", err.text);
    free(s);
    return k;
}

static double uniform(uint64_t *state) /* [0, 1): Knuth's MMIX generator */
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (double)(*state >> 11) * 0x1p-53;
}

/* Magnitudes below `most`, of either sign; the first of each `share` is `most`. */
static void draw(uint16_t *x, double most, int share)
{
    uint64_t state = 7;
    for (int i = 0; i < ELEMENTS; i++) {
        double size = i % share ? most * uniform(&state) : most;
        x[i] = (uint16_t)ts_encode(TS_bf16, uniform(&state) < 0.5 ? -size : size);
    }
}

/* x [TOKENS,WIDTH], a scale of 1, codes; and scales, if the kernel has them. */
static void run(ts_kern *k, uint16_t *x, unsigned char *codes, unsigned char *scales)
{
    float one = 1;
    void *buffer[] = {x, &one, codes, scales};
    size_t bytes[] = {ELEMENTS * sizeof *x, sizeof one, ELEMENTS, ELEMENTS};
    ts_error err = {0};
    if (ts_interpret(k, buffer, bytes, (int32_t[]){TOKENS}, TS_RUN_F32, 0, &err))
        fail_msg("%s", err.text);
    ts_free(k);
}

/* Half way between two codes? */
static bool tie(ts_dtype t, double size)
{
    return ts_encode(t, size * (1 - 0x1p-20)) != ts_encode(t, size * (1 + 0x1p-20));
}

static void no_bias(ts_dtype t, const uint16_t *x, const unsigned char *codes)
{
    int up = 0, down = 0;
    for (size_t i = 0; i < ELEMENTS; i++) {
        double size = fabs(ts_decode(TS_bf16, x[i]));
        double error = fabs(ts_decode(t, ts_fetch(t, codes, i))) - size;
        if (error == 0 || tie(t, size)) continue;
        if (error > 0)
            up++;
        else
            down++;
    }
    assert_true(up + down > ELEMENTS / 2);
    if (abs(up - down) > 4 * sqrt(up + down)) fail_msg("%d up, %d down", up, down);
}

static void quantiser(const char *name, ts_dtype t, double most, int share)
{
    static uint16_t x[ELEMENTS];
    static unsigned char codes[ELEMENTS], scales[ELEMENTS];
    draw(x, most, share);
    run(traced(name), x, codes, scales);
    no_bias(t, x, codes);
}

static void nvfp4(void **state)
{
    (void)state;
    quantiser("scaled_fp4_quant", TS_f4e2m1, 6, 16);
}

static void fp8(void **state)
{
    (void)state;
    quantiser("scaled_fp8_quant", TS_f8e4m3, 448, 16);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(nvfp4), cmocka_unit_test(fp8)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

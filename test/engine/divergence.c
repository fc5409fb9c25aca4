/* divergence.c - see divergence.h. */
#include "test/engine/divergence.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#define PATH TESSERA_SOURCE_DIR "/test/vectors/parity/tessera-tiny/kl.bin"

enum { HEAD = 24 }; /* bytes before the ids */

kl_golden kl_load(void)
{
    kl_golden g = {0};
    struct stat st;
    FILE *f = fopen(PATH, "rb");
    assert_true(f && !fstat(fileno(f), &st));
    g.bytes = malloc((size_t)st.st_size);
    assert_int_equal(fread(g.bytes, 1, (size_t)st.st_size, f), st.st_size);
    fclose(f);
    memcpy(&g.n, g.bytes + 8, 4);
    memcpy(&g.k, g.bytes + 12, 4);
    return g;
}

void kl_free(kl_golden *g)
{
    free(g->bytes);
    *g = (kl_golden){0};
}

int32_t kl_token(const kl_golden *g, uint32_t i)
{
    int32_t id;
    memcpy(&id, g->bytes + HEAD + 4 * (size_t)i, 4);
    return id;
}

/* log of the sum of their exponentials. */
static double log_sum(const float *x, uint32_t n)
{
    double max = -INFINITY, sum = 0;
    for (uint32_t j = 0; j < n; j++) max = fmax(max, (double)x[j]);
    for (uint32_t j = 0; j < n; j++) sum += exp((double)x[j] - max);
    return max + log(sum);
}

double kl_at(const kl_golden *g, uint32_t i, const float *logits, uint32_t vocab)
{
    const unsigned char *at = g->bytes + HEAD + 4 * (size_t)g->n + i * (8 * (size_t)g->k + 4);
    double all = log_sum(logits, vocab), covered = 0, total = 0;
    float rest;
    for (uint32_t j = 0; j < g->k; j++) {
        int32_t id;
        float p;
        memcpy(&id, at + 4 * (size_t)j, 4);
        memcpy(&p, at + 4 * (size_t)(g->k + j), 4);
        double q = (double)logits[id] - all;
        total += exp((double)p) * ((double)p - q);
        covered += exp(q);
    }
    memcpy(&rest, at + 8 * (size_t)g->k, 4);
    return total + exp((double)rest) * ((double)rest - log(fmax(1 - covered, 1e-300)));
}

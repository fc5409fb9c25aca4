/* divergence.h - part of tests: how far a model is from the shipped one in float32, by transformers
 * (test/vectors/parity/tessera-tiny/kl.bin): the mean KL divergence of its next tokens. */
#ifndef TESSERA_TEST_DIVERGENCE_H
#define TESSERA_TEST_DIVERGENCE_H

#include <stddef.h>
#include <stdint.h>

/* A text, and behind each of its tokens the log-probabilities of the best k ids and of all others together. */
typedef struct kl_golden {
    unsigned char *bytes;
    uint32_t n, k; /* tokens of the text */
} kl_golden;

kl_golden kl_load(void); /* the test fails where it cannot be read */
void kl_free(kl_golden *g);
int32_t kl_token(const kl_golden *g, uint32_t i);
/* Of what these logits say behind token i. */
double kl_at(const kl_golden *g, uint32_t i, const float *logits, uint32_t vocab);

#endif

/* rope.c - tables of cosines and sines, made in the arithmetic of the models' reference code.
 *
 * transformers computes frequency and angle in binary32 (modeling_qwen2.py, Qwen2RotaryEmbedding). At
 * position 10,000 the rounding of the angle moves it by up to 5e-4 rad, more than all other errors
 * together, and the checkpoints were trained with it: so it is repeated here, not improved. */
#include "engine/model.h"

#include <math.h>

void ts_rope_tables(uint32_t ctx, uint32_t half, double theta, float *cosines, float *sines)
{
    for (uint32_t i = 0; i < half; i++) {
        float exponent = (float)(2 * i) / (float)(2 * half);
        float frequency = 1.0f / (float)pow((double)(float)theta, (double)exponent);
        for (uint32_t t = 0; t < ctx; t++) {
            float angle = (float)t * frequency;
            cosines[(size_t)t * half + i] = (float)cos((double)angle);
            sines[(size_t)t * half + i] = (float)sin((double)angle);
        }
    }
}

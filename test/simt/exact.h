/* exact.h - operands of y = x w^T that are small multiples of 1/8, no two rows alike, so that every sum is exact. */
#ifndef TEST_SIMT_EXACT_H
#define TEST_SIMT_EXACT_H

#include <stdbool.h>

/* Of x (0) or w (1). */
static inline double exact_element(int row, int col, int of)
{
    return (double)((row * 5 + col * 3 + row * col * (of + 1)) % 17 - 8) / 8;
}

/* Whether y [rows,cols] is their product, of rows `deep` long. */
static inline bool is_exact_product(const float *y, int rows, int cols, int deep)
{
    for (int i = 0; i < rows * cols; i++) {
        double sum = 0;
        for (int k = 0; k < deep; k++)
            sum += exact_element(i / cols, k, 0) * exact_element(i % cols, k, 1);
        if ((double)y[i] != sum) return false;
    }
    return true;
}

#endif

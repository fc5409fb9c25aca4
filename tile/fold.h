/* fold.h - what fold.c and fold_rules.c share: the kernel being rebuilt. Internal to tile/. */
#ifndef TILE_FOLD_H
#define TILE_FOLD_H

#include "tile/ir.h"

typedef struct folder {
    const ts_kern *in;
    ts_kern *out;
    uint32_t *map;   /* number in `in` -> number in `out`, 0: dropped */
    bool *assigned;  /* variables of `in` that some set names */
    bool *writes;    /* loops of `in` with a store inside */
    uint32_t *epoch; /* per op of `out`: stores that came before it */
    uint32_t *slot;  /* hash table of numbers in `out` */
    uint32_t mask, now;
    bool changed;
} folder;

/* An op of `out` equal to *o that may be used here, or a new one; 0 on error. */
uint32_t ts_fold_put(folder *f, const ts_op *o);

/* A simpler value that *o (operands already in `out`, result type filled in) may be replaced with:
 * its number in `out`; 0 if there is none. May also simplify the operands of *o itself. */
uint32_t ts_fold_simpler(folder *f, ts_op *o);

#endif

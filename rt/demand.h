/* demand.h - what a kernel demands of its buffers and how many programs it makes, as its text says it
 * (compile/manifest.c writes the words): parsed once, evaluated for the sizes of a launch.
 *
 * A text that says nothing of it was not written by ts_emit; its launches are taken on trust. */
#ifndef TESSERA_RT_DEMAND_H
#define TESSERA_RT_DEMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tessera/device.h"

enum { TS_DEMAND_RANK = 3, TS_DEMAND_AXES = 3, TS_DEMAND_TERMS = 512 };

typedef struct ts_term { /* one step of a stack machine */
    unsigned char op;    /* demand.c */
    char type;           /* of the result: i, u, b */
    int64_t value;       /* of a constant; number of a size */
} ts_term;

typedef struct ts_formula {
    int from, n; /* terms; n is 1 for a number */
    bool fixed;  /* no sizes in it */
} ts_formula;

typedef struct ts_extents { /* of a param */
    char name[64];
    int bits, rank; /* rank 0: the text does not say */
    ts_formula extent[TS_DEMAND_RANK];
    bool fixed; /* known without sizes */
} ts_extents;

typedef struct ts_demand {
    ts_term *term;
    int terms;
    ts_extents param[TS_MAX_BUFFERS];
    struct {
        ts_formula count;
        int step;
    } axis[TS_DEMAND_AXES];
    int axes; /* 0: there cannot be too many programs */
} ts_demand;

/* "w:1536*8960" for a param with elements of so many bits, "s0/64,s1/1" for the axes; from somebody else,
 * so all is checked. sizes: how many the kernel takes. -1: these are no such words. */
int ts_demand_param(ts_demand *d, int param, int bits, const char *at, const char *end, int sizes);
int ts_demand_axes(ts_demand *d, const char *at, const char *end, int sizes);
void ts_demand_free(ts_demand *d);

/* Elements of a param; -1 where an extent is negative, INT64_MAX where there are as many or more. */
int64_t ts_demand_elements(const ts_demand *d, const ts_extents *x, const int32_t *size);
/* Numbers alone make 2^31 elements or more of it: its kernels index it by 64 bits. */
bool ts_demand_is_far(const ts_demand *d, const ts_extents *x);
/* Bytes that so many elements take. */
uint64_t ts_demand_bytes(const ts_extents *x, int64_t elements);
/* Programs; INT64_MAX where there are as many or more. */
int64_t ts_demand_programs(const ts_demand *d, const int32_t *size);

#endif

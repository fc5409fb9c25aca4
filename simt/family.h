/* family.h - the SIMT family: targets whose programs are computed by teams of threads, and what its
 * lowering must know of one. */
#ifndef TESSERA_SIMT_FAMILY_H
#define TESSERA_SIMT_FAMILY_H

#include "compile/family.h"

/* What a lane has of a matrix that lies over a subgroup: a few words, of which word i is in row
 * (lane >> row.bit) % row.n * row.by + at[i].row, and in a column likewise. */
typedef struct ts_lie {
    struct {
        int bit, n, by; /* n: a power of two; 1: the same in all lanes */
    } row, col;
    int words; /* 4 or 8 */
    struct {
        int row, col;
    } at[8];
} ts_lie;

/* Kinds of elements that matrix units multiply. Sums are f32, of integers i32. */
typedef enum {
    TS_KIND_F16,
    TS_KIND_BF16,
    TS_KIND_E4M3,
    TS_KIND_I8,
    TS_KIND_MXFP4, /* f4e2m1 times scales in f8e8m0 */
    TS_KIND_NVFP4, /* f4e2m1 times the size of scales in f8e4m3 */
    TS_KINDS
} ts_matrix_kind;
enum { TS_MXFP4_SHARE = 32, TS_NVFP4_SHARE = 16 }; /* neighbours that have one scale */

/* A matrix unit, which multiplies 16 rows of a with 16 rows of b, or with half of them at a time. What lies
 * where is the vendor's, and in whole words, so it is the same for elements of any width; form.h says what
 * FRAGMENT and MULTIPLY do with it. Where a vendor does not say it, the unit is opaque: it multiplies `across` rows
 * of a with as many of b, and of what is below `quads` only `chain` is filled in. */
typedef struct ts_matrix {
    int lanes;       /* of a subgroup */
    int deep;        /* words of each row */
    int across;      /* rows of b at a time: 16 or 8 */
    bool opaque;     /* which lane has what is nobody's to know */
    bool quads;      /* a lane's words of a fragment are whole quads of shared memory */
    int rows;        /* in which a lane has sums, as many in each; their words go row by row */
    ts_lie fragment; /* 16 rows of `deep` words */
    ts_lie sums;     /* 16 rows of `across` f32 or i32 */
    /* Of each kind: how many fragments along k may meet before their sum leaves the unit, because it keeps
     * fewer bits than an f32 has; TS_ENDLESS: any number; 0: it does not take such elements. */
    short chain[TS_KINDS];
    /* Of scales a lane has those of row (lane >> bit) % n * by, summed up over both. */
    struct {
        int bit, n, by;
    } scale[2];
} ts_matrix;
enum { TS_ENDLESS = 0x7fff };

/* A unit that four subgroups feed together: it multiplies TS_TOGETHER rows of a with as many of b, `deep` words at a
 * time. Both lie in shared memory, which it reads itself while the threads go on; form.h says what PRODUCT and its
 * like do with it. Subgroup i of the four has the sums of rows 16 i .. of those of a, which lie over its lanes as those
 * of the unit of a subgroup do, 16 x `across` behind 16 x `across`. */
typedef struct ts_quartet {
    int deep;
    short chain[TS_KINDS]; /* as in ts_matrix */
} ts_quartet;
enum { TS_TOGETHER = 64, TS_FOUR = 4 };

/* kind.c: the dtype of a kind's elements; how many have one scale, 0 where they have none, and the scales' dtype. */
ts_dtype ts_kind_dtype(ts_matrix_kind kind);
int ts_kind_share(ts_matrix_kind kind);
ts_dtype ts_kind_scale(ts_matrix_kind kind);
/* The kind of elements that have no scales; TS_KINDS if there is none. */
ts_matrix_kind ts_kind_of(ts_dtype t);

typedef struct ts_simt_traits {
    int subgroup;     /* threads that shuffle among each other; 0: no shuffles, reduce in shared */
    int threads;      /* of a group, where the kernel leaves a choice; a power of two */
    int max_threads;  /* of a group, for kernels of few programs */
    int shared_bytes; /* shared memory of a group */
    int declared; /* bytes of it that a text may declare, more is asked for by a launch; 0: all */
    bool wide;    /* has 16-byte loads */
    bool half;    /* reads f16 natively, exactly, subnormals included */
    bool to_half; /* writes f16 natively, nearest even, subnormals included */
    bool nan_minmax;         /* min and max give the other operand for NaN */
    int unroll;              /* of loops that load */
    const ts_matrix *matrix; /* of its subgroups: FRAGMENT and MULTIPLY; NULL: there is none */
    const ts_quartet
        *quartet; /* of four of these; NULL: there is none, as where there is no `matrix` */
    bool near;    /* has no integers of 64 bits, and so no params of 2^31 elements */
    int sums;     /* of a product that a thread has at most, a power of two; 0: TS_REGISTERS */
    int batch;    /* words of a thread's loads to be on their way at once, 0: as they come */
    bool
        copies; /* memory goes to shared memory without a thread's registers, and while it computes: COPY */
} ts_simt_traits;

extern const ts_family ts_family_simt;

static inline const ts_simt_traits *ts_simt_traits_of(const ts_target *target)
{
    return target->traits;
}

/* The sides of the blocks that a unit's sums are put together in. */
static inline int ts_matrix_side(const ts_matrix *u)
{
    return u->opaque ? u->across : 16;
}

#endif

/* simt_machine.h - what the interpreter of the SIMT form has of a group that runs (test/simt/simt_run.c). */
#ifndef TEST_SIMT_MACHINE_H
#define TEST_SIMT_MACHINE_H

#include "tessera/device.h"
#include "test/simt/simt_copies.h"
#include "test/simt/simt_run.h"
#include "test/simt/simt_touch.h"

typedef enum { RUNNING, AT_SHUFFLE, AT_HALF, AT_BARRIER, DONE } state;

enum { MOST_THREADS = 1024 };

typedef struct half { /* where a thread is in a loop in blocks */
    int64_t from;     /* index of the block's first turn */
    int turn;
    bool rest; /* in the second half */
} half;

/* How threads take an instruction. Those below PLAIN are plain ones that most steps are, spelled where they are
 * taken; what is wrong with one of them is left to value_op to find and to say. */
typedef enum {
    SKIP,
    BLOCK,
    EXCHANGE,
    MEET,
    PART,
    PLAIN,
    VALUE,
    LOAD,
    SHARED,
    FMA,
    ADD_F,
    MUL_F,
    ADD_I,
    MUL_I,
    COPY,
    PUT,
    CHOOSE
} way;

typedef struct step {
    uint8_t way, halves; /* halves: it or its FOR is of a loop in blocks */
    uint8_t plain;       /* its way in the half of such a loop that it is in */
    uint8_t wide;        /* words of its value */
    size_t at;           /* of the first thread's; an AHEAD load's queue is behind all threads' */
    size_t a, b, c;      /* likewise of the operands' */
} step;

typedef struct machine {
    const ts_simt *s;
    const struct ts_simt_launch *l;
    ts_error *err;
    step *step;
    uint32_t *match; /* FOR, IF: its END; END: its FOR or IF */
    uint32_t *block; /* FOR or IF around an instruction */
    size_t words;    /* of all threads */
    uint32_t *value, *pc;
    state *at;
    int turn[MOST_THREADS + 1], turns; /* those that take the next instructions, in this order */
    int from;                          /* all of a subgroup, from that one on, if dense */
    bool dense;
    int team_of[MOST_THREADS]; /* of the group's teams */
    half *half;
    uint32_t *shared;
    ts_copies copies;
    struct ts_quartets *quartets;                       /* of a form that has PRODUCTs, else NULL */
    marks *shared_marks, *buffer_marks[TS_MAX_BUFFERS]; /* NULL: never written */
    uint32_t local, global;                             /* epochs */
    int group, thread, team;                            /* team: of all teams of all groups */
    uint32_t now;                                       /* the thread's instruction */
    uint64_t left, rng;
} machine;

#endif

/* side_int.h - what the kinds of sides share (side.c, side_engine.c, side_child.c). */
#ifndef TESSERA_BENCH_SIDE_INT_H
#define TESSERA_BENCH_SIDE_INT_H

#include "bench/side.h"

struct ts_side {
    const struct ts_side_kind *kind;
    const ts_side_spec *spec;
    ts_side_work work;
    char what[TS_SIDE_WHAT];
    const char *unit;
    void *state; /* of its kind */
};

typedef struct ts_side_kind {
    int (*open)(ts_side *s, ts_error *err);
    int (*sample)(ts_side *s, ts_done *done, ts_error *err);
    void (*close)(ts_side *s); /* state may be NULL */
    const ts_device *(*device)(const ts_side *s);
} ts_side_kind;

extern const ts_side_kind ts_side_engine, ts_side_kernel, ts_side_child;

/* Waits until threads of the other side, which spin a little after their work, sleep. */
void ts_side_settle(void);
/* A list as options have it, with commas, which end a key in a side: those there have "+". */
void ts_side_list(const char *said, char list[TS_SIDE_TEXT]);
/* The model's name as ts_model_options takes it, synthetic:PRESET:DTYPE. */
int ts_side_model(const ts_side_spec *s, char *name, size_t cap, ts_error *err);

#endif

/* reader.h - a device that reads memory in one of many ways, and how fast each is (reader.c); which way
 * is the best is for ceiling.c. Private to bench/. */
#ifndef TESSERA_BENCH_READER_H
#define TESSERA_BENCH_READER_H

#include "bench/ceiling.h"

/* Parts of the data: all; its beginning, no longer than what no cache holds, so that more ways are tried in as
 * many seconds; either half. */
typedef enum ts_reach {
    TS_READ_ALL,
    TS_READ_TRY,
    TS_READ_FRONT,
    TS_READ_BACK,
    TS_REACHES
} ts_reach;

typedef struct ts_read_part {
    size_t from, blocks; /* in blocks */
    uint64_t sum;        /* what its words come to */
} ts_read_part;

enum { TS_READER_BLOCK = 64 * 1024 }; /* bytes of a program */

struct ts_reader {
    ts_device *dev;
    ts_module *module;
    ts_buffer *data, *slots, *count;
    ts_step *step[TS_CEILING_STRATEGIES][TS_REACHES];
    bool tiles;
    ts_read_way way[TS_CEILING_STRATEGIES];
    int ways, passes; /* passes: of a sample */
    ts_read_part part[TS_REACHES];
    /* ---- of ceiling.c ---- */
    int chosen, next;                   /* the best way, and the one behind it */
    double rate[TS_CEILING_STRATEGIES]; /* GB/s when last tried; 0: never */
    double seconds;                     /* of tuning; 0: as long as it takes */
    ts_race_show *show;
    void *arg;
};

/* ts_reader_new with tries of `enough` bytes, whole megabytes of them. */
ts_reader *ts_reader_trying(ts_device *dev, const void *data, size_t bytes, size_t enough,
                            ts_error *err);
/* GB/s of one sample; negative with *err filled. */
double ts_reader_pass(ts_reader *r, int way, ts_reach reach, ts_error *err);
/* Touches all data, so that its pages are there, and settles how many passes make a sample. */
int ts_reader_warm_up(ts_reader *r, ts_error *err);

/* ---- reader_text.c ---- */

/* Fills r->way and r->ways. */
void ts_reader_list_ways(ts_reader *r);
/* The kernels' text, to be freed by the caller; NULL with *err filled. */
char *ts_reader_text(const ts_reader *r, size_t *bytes, ts_error *err);
/* A kernel's name. */
void ts_reader_name(ts_read_way way, char *name, size_t cap);

#endif

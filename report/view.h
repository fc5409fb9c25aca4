/* view.h - the results as pages see them: chosen, compared with their ceilings, linked to their data.
 *
 * A line is a result with what follows from it. Nothing here rounds and nothing is invented: what a
 * result does not hold and what does not follow is NAN.
 */
#ifndef TESSERA_REPORT_VIEW_H
#define TESSERA_REPORT_VIEW_H

#include <stdio.h>

#include "store/store.h"

/* Where records, samples and raw files come from. */
typedef struct ts_source {
    const ts_records *all;
    int (*samples)(void *arg, const ts_record *r, ts_sample **out, size_t *n, ts_error *err);
    int (*raw)(void *arg, const ts_run_info *run, FILE *to,
               ts_error *err); /* as a file to import */
    void *arg;
} ts_source;

typedef struct ts_view {
    ts_source from;
    const ts_record **newest; /* of each key, in the order of the records */
    size_t n;
    const ts_run_info *only; /* the run asked for; NULL: none was */
    const ts_run_info
        *subject;     /* the run whose machine the report is about; NULL: only published ones */
    char (*page)[48]; /* of each run */
    bool plots;
    unsigned drawn;                     /* plots so far, for ids */
    ts_error *err;                      /* the first failure; nothing is written after one */
    void *memory;                       /* a list, freed at the end */
    const struct ts_template *template; /* once it is read */
} ts_view;

#define TS_MOST_SHARE 1.02 /* of a ceiling; a figure above it is wrong (bench/roofline.h) */

typedef struct ts_line {
    const ts_record *r;
    const ts_record *hot;     /* the same work with warm caches; NULL: not measured */
    const ts_record *overlap; /* the same with launches that do not wait; NULL */
    const ts_record *ratio;   /* to the speed of the plain model, measured in turns; NULL */
    double seconds;           /* of a launch, a token, or a class in one token */
    double bytes;             /* moved in them */
    double gbps;
    double ceiling;  /* GB/s of reading */
    double peak;     /* GFLOP/s */
    double sol;      /* share of the speed of light */
    double room;     /* seconds that the speed of light would save */
    double stated;   /* tok/s that a publisher gives as the ceiling */
    bool impossible; /* over TS_MOST_SHARE of its ceiling: the figure is wrong */
    bool counts;     /* possible, and not refused or failed */
    size_t rank;     /* from 1 among those that count and say enough; 0: none */
    char href[64];   /* where its samples are */
} ts_line;

typedef struct ts_lines {
    ts_line *line;
    size_t n;
} ts_lines;

/* run: the front of an id or NULL. 0, or -1 with *err filled (no results; no such run). */
int ts_view_make(ts_view *v, ts_source from, const char *run, ts_error *err);
void ts_view_free(ts_view *v);
/* Zeroed memory that lives as long as the view; NULL with v->err filled. */
void *ts_view_take(ts_view *v, size_t n, size_t size);

enum {
    TS_MEASURED = 1,
    TS_PUBLISHED = 2,
    TS_HERE = 4,  /* of the subject's machine only */
    TS_EVERY = 8, /* every time it was measured, not the newest alone */
};
/* The lines of a bench, in the order of the records. */
ts_lines ts_lines_pick(ts_view *v, const char *bench, unsigned which);
/* Derives a line from a record. */
ts_line ts_line_of(const ts_view *v, const ts_record *r);
/* Measured kernels, the cold line of each with its partners; without one, each line for itself. */
ts_lines ts_kernel_lines(ts_view *v);

/* The part of l from `at`, n long. */
ts_lines ts_lines_part(const ts_lines *l, size_t at, size_t n);
/* Numbers those that count and of which enough was measured (ts_says_little) from 1, in their order. */
void ts_lines_rank(ts_lines *l);

bool ts_has(const char *text, const char *piece); /* ignoring case; NULL has nothing */
bool ts_is_published(const ts_run_info *run);
/* Why a ratio or rate decides nothing ("noisy", "too few rounds"); NULL: it may. */
const char *ts_says_little(const ts_result *r);
/* A name for people: "cpu:avx512", or what the publisher calls it; never NULL. */
const char *ts_device_of(const ts_record *r);
/* The chip or processor below that name; NULL where it says no more. */
const char *ts_chip_of(const ts_record *r);
/* The headline: the subject's decode line of the true shape, at the shortest context. False: none. */
bool ts_headline(ts_view *v, ts_line *out);
/* One that would be nearer to what the report is about, but was refused or failed. False: there is none. */
bool ts_withheld(ts_view *v, ts_line *out);
/* The newest value of a ceiling ("read") on the subject's machine and that device; device NULL: any. */
bool ts_ceiling(ts_view *v, const char *bench, const char *name, const char *device, ts_line *out);

/* ---- what was published (published.c) ---- */

/* Bytes that a token of the 1.5B shape reads: as published, and with the output matrix, in bf16. */
#define TS_BYTES_STATED 2.6e9
#define TS_BYTES_READ   3.087e9
/* Bytes of a result that states none but belongs to a token of the 1.5B shape; else NAN. */
double ts_published_bytes(const ts_record *r);
/* tok/s that were given out as the ceiling of a line whose other figures stand; NAN: none known. */
double ts_published_ceiling(const ts_view *v, const ts_line *l);

#endif

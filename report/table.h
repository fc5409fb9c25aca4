/* table.h - tables from lists of columns over lines, and the frame that all pages share. */
#ifndef TESSERA_REPORT_TABLE_H
#define TESSERA_REPORT_TABLE_H

#include "report/html.h"
#include "report/view.h"

typedef enum ts_column_kind {
    TS_TEXT,    /* cell() writes it */
    TS_NUMBER,  /* value() with `digits` significant digits */
    TS_WHOLE,   /* value() as a whole number */
    TS_STATED,  /* value() as its publisher wrote it */
    TS_PERCENT, /* value() as per cent */
    TS_SHARE,   /* value() as per cent, with a bar */
    TS_TIME,    /* value() in seconds, with its unit */
    TS_SIZE,    /* value() in bytes, with its unit */
} ts_column_kind;

/* Numbers link to the line's samples; what cell() writes does not, unless it says so. */
typedef struct ts_column {
    const char *head;
    const char *about; /* what it is, shown when pointed at; NULL */
    ts_column_kind kind;
    int digits;
    double (*value)(const ts_line *);
    void (*cell)(FILE *to, const ts_line *);
} ts_column;

/* The first column of text that is not the rank heads its rows. Columns in which no line
 * has anything are left out; nothing is written for no lines. */
void ts_table(FILE *to, const char *caption, const ts_column *column, size_t columns, ts_lines l);
#define TS_TABLE(to, caption, columns, lines)                                                      \
    ts_table(to, caption, columns, sizeof(columns) / sizeof *(columns), lines)

/* The parts of a table that is no list of lines: around it, a head cell, and a number that links. */
void ts_table_begin(FILE *to, const char *caption);
void ts_table_head(FILE *to, const char *head, const char *about, bool number);
void ts_table_body(FILE *to);
void ts_table_end(FILE *to);
void ts_link_number(FILE *to, const ts_line *l, const char *text);
/* A bar for a share of 1, drawn for the eye only. */
void ts_bar(FILE *to, double share, unsigned colour);

/* ---- cells and columns that pages share ---- */

void ts_cell_rank(FILE *to, const ts_line *l);
void ts_cell_name(FILE *to, const ts_line *l);
void ts_cell_device(FILE *to, const ts_line *l);
void ts_cell_dtype(FILE *to, const ts_line *l);
void ts_cell_shape(FILE *to, const ts_line *l);
void ts_cell_mode(FILE *to, const ts_line *l);
void ts_cell_bound(FILE *to, const ts_line *l);
void ts_cell_verdict(FILE *to, const ts_line *l);
void ts_cell_interval(FILE *to, const ts_line *l);
void ts_cell_share_interval(FILE *to, const ts_line *l);
void ts_cell_samples(FILE *to, const ts_line *l);
/* Of published lines: who says so, and what it was made with. */
void ts_cell_source(FILE *to, const ts_line *l);
void ts_cell_made_with(FILE *to, const ts_line *l);
void ts_cell_unit(FILE *to, const ts_line *l);

double ts_get_value(const ts_line *l);
double ts_get_micros(const ts_line *l);
double ts_get_seconds(const ts_line *l);
double ts_get_bytes(const ts_line *l);
double ts_get_gbps(const ts_line *l);
double ts_get_ceiling(const ts_line *l);
double ts_get_sol(const ts_line *l);
double ts_get_threads(const ts_line *l);
double ts_get_room(const ts_line *l);

#define TS_COLUMN_RANK                                                                             \
    {                                                                                              \
        .head = "#", .about = "rank", .cell = ts_cell_rank                                         \
    }
#define TS_COLUMN_NAME(h)                                                                          \
    {                                                                                              \
        .head = (h), .cell = ts_cell_name                                                          \
    }
#define TS_COLUMN_DEVICE                                                                           \
    {                                                                                              \
        .head = "device", .cell = ts_cell_device                                                   \
    }
#define TS_COLUMN_DTYPE                                                                            \
    {                                                                                              \
        .head = "weights", .about = "data type of the weights", .cell = ts_cell_dtype              \
    }
#define TS_COLUMN_MODE                                                                             \
    {                                                                                              \
        .head = "test", .cell = ts_cell_mode                                                       \
    }
#define TS_COLUMN_INTERVAL                                                                         \
    {                                                                                              \
        .head = "95 % interval", .about = "of the median, by bootstrap", .cell = ts_cell_interval  \
    }
#define TS_COLUMN_SHARE_INTERVAL                                                                   \
    {                                                                                              \
        .head = "95 % interval", .about = "of the share", .cell = ts_cell_share_interval           \
    }
#define TS_COLUMN_SAMPLES                                                                          \
    {                                                                                              \
        .head = "samples",                                                                         \
        .about = "that count, of those taken: those disturbed by other work are dropped",          \
        .cell = ts_cell_samples                                                                    \
    }
#define TS_COLUMN_VERDICT                                                                          \
    {                                                                                              \
        .head = "verdict", .about = "of the check before and after timing",                        \
        .cell = ts_cell_verdict                                                                    \
    }
#define TS_COLUMN_THREADS                                                                          \
    {                                                                                              \
        .head = "threads", .kind = TS_WHOLE, .value = ts_get_threads                               \
    }
#define TS_COLUMN_GBPS                                                                             \
    {                                                                                              \
        .head = "GB/s", .about = "bytes that must move, by the time", .kind = TS_NUMBER,           \
        .digits = 3, .value = ts_get_gbps                                                          \
    }

/* ---- the frame ---- */

typedef struct ts_page {
    const char *file;  /* without .html */
    const char *title; /* also its word in the navigation */
    const char *about; /* one line for the first page and for search */
    void (*write)(ts_view *v, FILE *to);
} ts_page;

extern const ts_page ts_pages[];
extern const size_t ts_pages_n;

/* title: NULL on the first page. about: the line below the title. */
void ts_page_begin(FILE *to, const char *file, const char *title, const char *about);
void ts_page_end(const ts_view *v, FILE *to);
/* Says that there is nothing to show and what to run. */
void ts_page_empty(FILE *to, const char *what, const char *command);

void ts_page_index(ts_view *v, FILE *to);
void ts_page_decode(ts_view *v, FILE *to);
void ts_page_kernels(ts_view *v, FILE *to);
void ts_page_roofline(ts_view *v, FILE *to);
void ts_page_breakdown(ts_view *v, FILE *to);
void ts_page_ablation(ts_view *v, FILE *to);
void ts_page_context(ts_view *v, FILE *to);
void ts_page_compare(ts_view *v, FILE *to);
void ts_page_ladder(ts_view *v, FILE *to);
void ts_page_history(ts_view *v, FILE *to);
void ts_page_data(ts_view *v, FILE *to);
/* Every result of one run; which: its number. */
void ts_page_run(ts_view *v, size_t which, FILE *to);

/* ---- what the pages of kernels share (page_kernels.c) ---- */

/* Kernels, the cold line of each with its partners; without one, each line for itself. */
ts_lines ts_kernel_lines(ts_view *v);
/* Measured under the same circumstances: device, threads, dtype, shape. */
bool ts_same_bench(const ts_line *a, const ts_line *b);
/* A heading that names these. */
void ts_bench_heading(FILE *to, const ts_line *l);

/* ---- what the breakdown and the first page share (page_breakdown.c) ---- */

/* The newest breakdown of the subject's machine, without its "token" line; *token: seconds of a token,
 * measured apart (NAN: not). */
ts_lines ts_breakdown(ts_view *v, double *token);
/* How many of them have no time, since it was refused. */
size_t ts_refused(const ts_lines *l);

#endif

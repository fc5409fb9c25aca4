/* profile_table.c - see profile_table.h. */
#include "tool/profile_table.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "bench/session.h"
#include "tessera/c_locale.h"
#include "tile/ir.h"
#include "tool/sheet.h"
#include "tool/tool.h"

enum { MOST_KERNELS = 64 };

typedef struct tallied { /* of a kernel of the profile */
    const char *row;
    int rows, pass;
    double best; /* share of light */
    const char *bound;
    char reason[160]; /* the first that did not pass */
} tallied;

struct ts_profile_table {
    const ts_suite *suite;
    char folder[3800]; /* "": none */
    tallied kernel[MOST_KERNELS];
    int kernels, rows;
};

static const char *const phases[] = {"decode", "prefill"};

ts_profile_table *ts_profile_table_new(const char *folder, const ts_suite *suite, ts_error *err)
{
    ts_profile_table *t = calloc(1, sizeof *t);
    if (!t) {
        ts_fail(err, "no memory for a table");
        return NULL;
    }
    t->suite = suite;
    if (!folder) return t;
    if (strlen(folder) >= sizeof t->folder)
        ts_fail(err, "--output: the name is too long");
    else if (mkdir(folder, 0777) && errno != EEXIST)
        ts_fail(err, "cannot make the folder %s: %s", folder, strerror(errno));
    else
        snprintf(t->folder, sizeof t->folder, "%s", folder);
    if (!ts_failed(err)) return t;
    free(t);
    return NULL;
}

void ts_profile_table_free(ts_profile_table *t)
{
    free(t);
}

/* ---- a row as CSV ---- */

static void text(FILE *f, const char *x)
{
    bool plain = !strpbrk(x, ",\"\r\n");
    if (!plain) fputc('"', f);
    for (; *x; x++) {
        if (*x == '"') fputc('"', f);
        fputc(*x, f);
    }
    if (!plain) fputc('"', f);
    fputc(',', f);
}

static void number(FILE *f, double x, int digits)
{
    if (isfinite(x)) fprintf(f, "%.*f", digits, x);
    fputc(',', f);
}

/* The dtype of the first param, of the largest input, of the first output: what goes in, weights, what comes out. */
static void dtypes(FILE *f, const ts_kernel_def *def, const ts_shape *s)
{
    ts_error ignored = {0};
    ts_traced *t = s ? ts_kernel_traced(def, s, &ignored) : NULL;
    const ts_param *first = NULL, *most = NULL, *out = NULL;
    for (int i = 0; t && i < t->params; i++) {
        const ts_param *p = &t->param[i];
        bool in = p->mode == TS_IN || p->mode == TS_INOUT;
        if (in && !first) first = p;
        if (p->mode == TS_IN && (!most || p->n > most->n)) most = p;
        if ((p->mode == TS_OUT || p->mode == TS_INOUT) && !out) out = p;
    }
    const ts_param *is[] = {first, most, out};
    for (int i = 0; i < 3; i++) text(f, is[i] ? ts_dtypes[is[i]->type].name : "");
    ts_traced_free(t);
}

static const char seed_columns[] = "kernel,op,phase,B,S,M,N,K,latency_ms,gflops,peak_pct,"
                                   "bandwidth_gbs,arith_intensity,bound,";
static const char more_columns[] =
    "backend,device,dtype_in,dtype_w,dtype_out,case_id,status,reason,flops,min_bytes,t_sol_us,"
    "sol_pct,limiter,cache,timer,n,p10_us,p50_us,p90_us,empty_launch_us,err_share,err_limit,"
    "checked,read_gbs,peak_gflops,git,driver,command\n";

static void seed_cells(FILE *f, const ts_profile_row *r, const int64_t mnk[3])
{
    const ts_result *l = &r->line;
    text(f, r->op->row);
    text(f, r->op->name);
    text(f, phases[r->point.phase]);
    fprintf(f, "%d,%d,%lld,%lld,%lld,", r->point.requests, r->point.length, (long long)mnk[0],
            (long long)mnk[1], (long long)mnk[2]);
    number(f, l->value * 1e-3, 6);
    number(f, l->gflops, 2);
    number(f, 100 * l->sol, 2);
    number(f, l->gbps, 2);
    number(f, l->flops / l->bytes, 4);
    text(f, l->bound ? l->bound : "");
}

static void more_cells(FILE *f, const ts_profile_row *r, const ts_kernel_def *def,
                       const ts_shape *s)
{
    const ts_result *l = &r->line;
    text(f, ts_device_target(r->device));
    text(f, ts_device_name(r->device));
    dtypes(f, def, s);
    text(f, def->name);
    text(f, r->status);
    text(f, r->reason ? r->reason : "");
    number(f, l->flops, 0);
    number(f, l->bytes, 0);
    number(f, l->sol * l->value, 4);
    number(f, 100 * l->sol, 2);
    text(f, l->bound ? l->bound : "");
    text(f, l->mode ? l->mode : "");
    text(f, l->clock ? l->clock : "");
    number(f, l->n, 0);
    number(f, l->p10, 4);
    number(f, l->value, 4);
    number(f, l->p90, 4);
    number(f, l->floor_us, 4);
    number(f, r->tally.runs ? r->tally.worst : NAN, 6);
    number(f, r->tally.runs ? r->tally.limit : NAN, 9);
    text(f, r->checked);
    number(f, l->read_gbps, 2);
    number(f, l->peak_gflops, 1);
    text(f, ts_build_commit);
    text(f, ts_device_driver(r->device));
    fprintf(f, "\"%s\"\n", l->repro ? l->repro : "");
}

static int write_row(const ts_profile_table *t, const char *file, bool begins,
                     const ts_profile_row *r, const ts_kernel_def *def, const ts_shape *s,
                     ts_error *err)
{
    char path[4000];
    int64_t mnk[3] = {0};
    snprintf(path, sizeof path, "%s/%.60s.csv", t->folder, file);
    FILE *f = fopen(path, begins ? "w" : "a");
    if (!f) return ts_fail(err, "cannot write %s: %s", path, strerror(errno));
    if (begins) fprintf(f, "%s%s", seed_columns, more_columns);
    if (s) r->op->dims(s, &r->point, mnk);
    seed_cells(f, r, mnk);
    more_cells(f, r, def, s);
    bool bad = ferror(f) != 0;
    return fclose(f) || bad ? ts_fail(err, "cannot write %s: %s", path, strerror(errno)) : 0;
}

/* ---- the table ---- */

static tallied *tally_of(ts_profile_table *t, const char *row)
{
    for (int i = 0; i < t->kernels; i++)
        if (!strcmp(t->kernel[i].row, row)) return &t->kernel[i];
    if (t->kernels == MOST_KERNELS) return NULL;
    t->kernel[t->kernels] = (tallied){.row = row, .best = NAN};
    return &t->kernel[t->kernels++];
}

static void print_row(ts_profile_table *t, const ts_profile_row *r)
{
    const ts_result *l = &r->line;
    if (!t->rows)
        ts_sheet_text("%-42s %-7s %5s %6s %11s %8s %6s %-8s %s", "op: kernel", "phase", "B", "S",
                      "us", "GB/s", "light", "bound", "status");
    char name[80];
    snprintf(name, sizeof name, "%s: %s", r->op->name, r->op->kernel);
    if (isfinite(l->value))
        ts_sheet_text("%-42.42s %-7s %5d %6d %11.2f %8.2f %5.1f%% %-8s %s", name,
                      phases[r->point.phase], r->point.requests, r->point.length, l->value, l->gbps,
                      100 * l->sol, l->bound ? l->bound : "", r->status);
    else
        ts_sheet_text("%-42.42s %-7s %5d %6d  %s: %s", name, phases[r->point.phase],
                      r->point.requests, r->point.length, r->status, r->reason ? r->reason : "");
}

int ts_profile_table_add(ts_profile_table *t, const ts_profile_row *r, const ts_kernel_def *def,
                         const ts_shape *s, ts_error *err)
{
    TS_C_LOCALE;
    tallied *k = tally_of(t, r->op->row);
    if (!k) return ts_fail(err, "a profile of more than %d kernels", MOST_KERNELS);
    bool pass = !strcmp(r->status, "pass"), begins = !k->rows;
    print_row(t, r);
    k->rows++;
    k->pass += pass;
    if (pass && !(k->best >= r->line.sol)) k->best = r->line.sol, k->bound = r->line.bound;
    if (!pass && !*k->reason)
        snprintf(k->reason, sizeof k->reason, "%s: %.120s", r->status, r->reason ? r->reason : "");
    t->rows++;
    if (!*t->folder) return 0;
    if (write_row(t, r->op->row, begins, r, def, s, err)) return -1;
    return write_row(t, "all_kernels", t->rows == 1, r, def, s, err);
}

/* ---- the summary ---- */

static void print_summary(const ts_profile_table *t, const ts_device *device, FILE *f)
{
    char now[32];
    time_t at = time(NULL);
    struct tm utc;
    int pass = 0;
    gmtime_r(&at, &utc);
    strftime(now, sizeof now, "%Y-%m-%dT%H:%M:%SZ", &utc);
    for (int i = 0; i < t->kernels; i++) pass += t->kernel[i].pass;
    fprintf(f, "# Profile of %s\n\n%s, %s, tessera %s (%s)\n\n%d of %d rows pass\n\n",
            t->suite->name, now, ts_device_name(device), ts_build_version, ts_build_commit, pass,
            t->rows);
    fputs("| # | kernel | rows | pass | best share of light | bound | first that does not pass |\n"
          "|---|---|---:|---:|---:|---|---|\n",
          f);
    for (int i = 0; i < t->kernels; i++) {
        const tallied *k = &t->kernel[i];
        fprintf(f, "| %d | %s | %d | %d | ", i + 1, k->row, k->rows, k->pass);
        if (isfinite(k->best)) fprintf(f, "%.1f %%", 100 * k->best);
        fprintf(f, " | %s | %s |\n", k->bound ? k->bound : "", k->reason);
    }
}

int ts_profile_table_end(ts_profile_table *t, const ts_device *device, ts_error *err)
{
    TS_C_LOCALE;
    char path[4000];
    int pass = 0;
    for (int i = 0; i < t->kernels; i++) pass += t->kernel[i].pass;
    ts_sheet_text("%d of %d rows pass", pass, t->rows);
    if (!*t->folder) return 0;
    snprintf(path, sizeof path, "%s/benchmark_summary.md", t->folder);
    FILE *f = fopen(path, "w");
    if (!f) return ts_fail(err, "cannot write %s: %s", path, strerror(errno));
    print_summary(t, device, f);
    bool bad = ferror(f) != 0;
    return fclose(f) || bad ? ts_fail(err, "cannot write %s: %s", path, strerror(errno)) : 0;
}

/* cmd_tune.c - `tessera tune`: finds how kernels of this machine are to walk memory, and remembers it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/kernels.h"
#include "bench/tune.h"
#include "tool/args.h"
#include "tool/progress.h"
#include "tool/sheet.h"
#include "tool/tool.h"

static struct options {
    const char *device, *kernel, *shape, *dtype;
    bool forget, dry;
    int rounds;
    size_t bytes;
    double seconds;
} opt;

static const ts_arg options[] = {
    {"device", 'd', "NAME", "cpu (default), cpu:avx2, ...: those have a choice of their own.",
     TS_ARG_TEXT, &opt.device, 0, 0},
    {"seconds", 0, "X", "No further round begins after so long (default 15).", TS_ARG_REAL,
     &opt.seconds, 0, 3600},
    {"rounds", 'r', "N", "Rounds at most (default 16); fewer than 6 choose nothing.", TS_ARG_INT,
     &opt.rounds, 1, TS_TUNE_ROUNDS},
    {"kernel", 'k', "NAME,NAME",
     "Kernels that are timed (default mlp_gate_up_silu,down_proj_residual).", TS_ARG_TEXT,
     &opt.kernel, 0, 0},
    {"shape", 0, "NAME", "At this shape (default 1.5b).", TS_ARG_TEXT, &opt.shape, 0, 0},
    {"dtype", 0, "f32|f16|bf16|q8|q4|mxfp4", "Of the weights (default bf16).", TS_ARG_WORD,
     &opt.dtype, 0, 0},
    {"bytes", 0, "N",
     "Of weights to walk over (default: three times the caches, at least 1G, at most 4G).",
     TS_ARG_SIZE, &opt.bytes, 0, 0},
    {"dry-run", 0, NULL, "Only print.", TS_ARG_FLAG, &opt.dry, 0, 0},
    {"forget", 0, NULL, "Measure nothing; what was chosen before is forgotten.", TS_ARG_FLAG,
     &opt.forget, 0, 0},
    {0},
};

static const ts_args spec = {
    .command = "tune",
    .about =
        "Finds how many rows of weights a thread of this CPU should read side by side, and how "
        "far ahead it should prefetch: by measuring, since CPUs differ. What it chooses is "
        "remembered beside the compiled kernels, for this CPU, compiler and build, and used by "
        "every later command. Speed alone depends on it; results stay the same bits.",
    .examples = "  tessera tune\n"
                "  tessera tune --device cpu:avx2 --seconds 5\n"
                "  tessera tune --forget\n",
    .options = options,
};

typedef struct job {
    ts_tune_how how;
    ts_tune result;
    ts_progress progress;
    const char *what;
} job;

static void show(void *arg, const char *what, int done, int all)
{
    job *j = arg;
    if (j->what != what) {
        if (j->what) ts_progress_end(&j->progress);
        ts_progress_begin(&j->progress, what, strchr(what, 'm') == what ? "rounds" : "ways", all);
        j->what = what;
    }
    ts_progress_step(&j->progress, done);
}

/* ---- what is measured ---- */

static int find_kernels(job *j, ts_error *err)
{
    char names[256], *rest = names, *name;
    int n = 0;
    snprintf(names, sizeof names, "%s", opt.kernel);
    while ((name = strsep(&rest, ","))) {
        if (n == TS_TUNE_KERNELS - 1)
            return ts_fail(err, "more than %d kernels; leave some out", TS_TUNE_KERNELS - 1);
        const ts_kernel_def *def = ts_kernel_find(name, NULL, err);
        if (!def) return -1;
        if (n && def->suite != j->how.kernel[0]->suite)
            return ts_fail(err, "%s and %s are of different suites", def->name,
                           j->how.kernel[0]->name);
        j->how.kernel[n++] = def;
    }
    return 0;
}

static int prepare(job *j, ts_error *err)
{
    if (find_kernels(j, err)) return -1;
    j->how.device = ts_device_open(opt.device, 0, err);
    if (!j->how.device) return -1;
    j->how.shape = ts_kernel_bench_shape(j->how.kernel[0]->suite, opt.shape, opt.dtype, NULL, NULL,
                                         j->how.device, err);
    j->how.bytes = opt.bytes;
    j->how.seconds = opt.seconds;
    j->how.rounds = opt.rounds;
    j->how.progress = show;
    j->how.arg = j;
    return j->how.shape ? 0 : -1;
}

/* ---- the table ---- */

static void print_way(const ts_tune *t, int i)
{
    const ts_tune_way *w = &t->way[i];
    const char *what = i == t->chosen ? "chosen" : i == 0 ? "used untuned" : "";
    if (w->same >= 0)
        ts_sheet_text("  %-26s the same kernels as %s", w->tuning, t->way[w->same].tuning);
    else
        ts_sheet_text("  %-26s %7.2f   %.3f [%.3f, %.3f] %4d  %s", w->tuning, w->rate.mid,
                      w->against.mid, w->against.lo, w->against.hi, w->n,
                      w->n < t->rounds.n ? "given up" : what);
}

static void print_table(const job *j)
{
    const ts_tune *t = &j->result;
    ts_sheet_text("%s", ts_device_name(j->how.device));
    ts_sheet_text("  %-26s %7s   %-20s %4s", "way", "GB/s", "of untuned [95 %]", "n");
    for (int i = 0; i < t->ways; i++) print_way(t, i);
    if (t->noisy)
        ts_sheet_text("  %d of %d rounds were quiet, and a choice takes %d: nothing is chosen",
                      t->quiet, t->rounds.n, TS_TUNE_LEAST);
    else if (!t->chosen)
        ts_sheet_text("  none is surely faster: %s stays", t->way[0].tuning);
}

static int remember(const job *j, ts_error *err)
{
    const ts_tune *t = &j->result;
    const char *target = ts_device_target(j->how.device);
    if (t->noisy || opt.dry) return 0;
    if (ts_tuning_keep(target, t->way[t->chosen].tuning, err)) return -1;
    ts_sheet_text("  remembered for %s: %s", target, t->way[t->chosen].tuning);
    return 0;
}

/* ---- the command ---- */

static int forget(ts_error *err)
{
    ts_device *d = ts_device_open(opt.device, 0, err);
    int rc = d ? ts_tuning_keep(ts_device_target(d), NULL, err) : -1;
    if (d && !rc) printf("%s: forgotten\n", ts_device_target(d));
    ts_device_close(d);
    return rc;
}

static int measure(ts_error *err)
{
    job *j = calloc(1, sizeof *j);
    if (!j) return ts_fail(err, "no memory for tuning");
    int rc = prepare(j, err) || ts_tune_run(&j->result, &j->how, err) ? -1 : 0;
    if (j->what) ts_progress_end(&j->progress);
    if (!rc) print_table(j);
    if (!rc) rc = remember(j, err);
    free((void *)(uintptr_t)j->how.shape);
    ts_device_close(j->how.device);
    free(j);
    return rc;
}

int ts_cmd_tune(int argc, char **argv)
{
    opt = (struct options){.kernel = "mlp_gate_up_silu,down_proj_residual",
                           .shape = "1.5b",
                           .rounds = 16,
                           .seconds = 15};
    ts_error err = {{0}};
    int words = ts_args_parse(&spec, argc, argv);
    if (words < 0) return ts_args_exit(words);
    if (!(opt.forget ? forget(&err) : measure(&err))) return 0;
    fprintf(stderr, "tessera tune: %s\n", err.text);
    return 1;
}

/* cmd_check.c - `tessera check`: every kernel against its reference, on the interpreter and a
 * device.
 *
 * One row a kernel: the largest error seen, as such and as a share of what is allowed. Exit status
 * 1 if any run of any kernel failed, with the first failure of each kernel spelled out, or if nothing
 * could run.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "check/check.h"
#include "tessera/compile.h"
#include "tool/args.h"
#include "tool/check_vectors.h"
#include "tool/progress.h"
#include "tool/tool.h"

enum { MAX_KERNELS = 256 };

struct job {
    const char *shape, *dtype, *device_name, *suite_name;
    const char *vectors;   /* folder of recorded ones, which are checked instead; NULL: none */
    const ts_suite *suite; /* NULL: all */
    int seed, repeat;
    bool verbose;
    ts_device *device; /* NULL: interpreter only */
    const ts_kernel_def *kernel[MAX_KERNELS];
    ts_check_report report[MAX_KERNELS];
    size_t n;
    const char *set; /* fields of the shapes; NULL: none */
    ts_error wrong;  /* with them */
    ts_progress progress;
    double done;
};

static bool selected(const char *choice, const char *name)
{
    return !strcmp(choice, "all") || !strcmp(choice, name);
}

/* ---- kernels and device ---- */

static int choose(struct job *job, const char *word)
{
    ts_error err = {0};
    char name[128];
    const char *at = strchr(word, '@');
    size_t len = at ? (size_t)(at - word) : strlen(word);
    if (at && job->device_name && strcmp(job->device_name, at + 1))
        return ts_usage_error("check", "one device at a time: %s or %s", job->device_name, at + 1);
    if (at) job->device_name = at + 1;
    if (!len) return 0; /* "@cpu": all kernels there */
    if (job->n == MAX_KERNELS) return ts_usage_error("check", "at most %d kernels", MAX_KERNELS);
    snprintf(name, sizeof name, "%.*s", (int)(len < 100 ? len : 100), word);
    job->kernel[job->n] = ts_kernel_find(name, job->suite, &err);
    return job->kernel[job->n++] ? 0 : ts_usage_error("check", "%s", err.text);
}

/* Has it such a shape in such a variant? */
static bool meets(const struct job *job, const ts_suite *suite)
{
    bool any = false;
    for (size_t row = 0; suite->check[row].name && !any; row++)
        for (int t = 0; t < ts_shape_variants(suite) && !any; t++) {
            ts_shape *s = ts_shape_variant(suite, row, t, NULL);
            ts_dtype weights = ts_shape_dtype_of(suite, s, NULL);
            any = selected(job->shape, suite->check[row].name) &&
                  (weights == TS_NDTYPE || selected(job->dtype, ts_tool_dtype_name(weights)));
            free(s);
        }
    return any;
}

/* Of those suites that have what is asked for; of all, where none has. */
static int choose_suites(struct job *job)
{
    const ts_kernel_def *d;
    for (int all = 0; all < 2 && !job->n; all++)
        for (size_t i = 0; job->n < MAX_KERNELS && (d = ts_kernel_at(i)); i++)
            if (job->suite ? d->suite == job->suite : all || meets(job, d->suite))
                job->kernel[job->n++] = d;
    return 0;
}

static int choose_all(struct job *job, int words, char **word)
{
    ts_error err = {0};
    if (job->suite_name && !(job->suite = ts_suite_find(job->suite_name, &err)))
        return ts_usage_error("check", "%s", err.text);
    for (int i = 0; i < words; i++)
        if (choose(job, word[i])) return 2;
    return job->n ? 0 : choose_suites(job);
}

static int open_device(struct job *job, ts_error *err)
{
    const char *name = job->device_name ? job->device_name : "cpu";
    if (!strcmp(name, "none")) return 0;
    job->device = ts_device_open(name, 0, err);
    return job->device ? 0 : -1;
}

/* ---- the work: kernels of one suite at one shape in one variant of dtypes ---- */

typedef struct config {
    const ts_suite *suite;
    const ts_preset *preset;
    ts_shape *shape;
    const ts_kernel_def *kernel[MAX_KERNELS];
    size_t at[MAX_KERNELS], n; /* where each is among the job's */
} config;

static void say_config(const struct job *job, const config *c, size_t i, int bad)
{
    if (!job->verbose) return;
    char types[80];
    const ts_check_report *r = &job->report[c->at[i]];
    ts_shape_text(c->suite, c->shape, TS_TYPE, types, sizeof types);
    printf("  %-24s %-8s %s %5u + %5u runs so far  %s\n", c->kernel[i]->name, c->preset->name,
           types, r->interpreter.runs, r->device.runs, bad ? "FAILED" : "ok");
}

static void check_config(struct job *job, const config *c)
{
    ts_error ignored = {0}; /* each kernel is then loaded alone, and says what is wrong */
    ts_check_run run = {.shape_name = c->preset->name, .shape = c->shape, .device = job->device};
    if (job->device)
        ts_check_load_all(c->kernel, c->n, c->shape, job->device, run.module, &ignored);
    for (int turn = 0; turn < job->repeat; turn++)
        for (size_t i = 0; i < c->n; i++) {
            run.seed = (uint64_t)job->seed + (uint64_t)turn;
            ts_check_report *report = &job->report[c->at[i]];
            say_config(job, c, i, ts_check_kernel(c->kernel[i], &run, report));
            ts_progress_step(&job->progress, ++job->done);
        }
    ts_check_free(run.module);
}

/* Is that variant, whose weights have that dtype, asked for? */
static bool wanted(const struct job *job, const config *c)
{
    ts_dtype t = ts_shape_dtype_of(c->suite, c->shape, NULL);
    return selected(job->shape, c->preset->name) &&
           (t == TS_NDTYPE || selected(job->dtype, ts_tool_dtype_name(t)));
}

static void choose_kernels(const struct job *job, config *c)
{
    for (size_t i = c->n = 0; i < job->n; i++)
        if (job->kernel[i]->suite == c->suite) {
            c->at[c->n] = i;
            c->kernel[c->n++] = job->kernel[i];
        }
}

/* Calls work for each; returns how many kernel checks that is. */
static double each_config(struct job *job, void (*work)(struct job *, const config *))
{
    ts_error ignored = {0};
    double checks = 0;
    config c;
    const ts_target *target =
        job->device ? ts_target_find(ts_device_target(job->device), &ignored) : NULL;
    for (size_t u = 0; (c.suite = ts_suite_at(u)); u++) {
        choose_kernels(job, &c);
        for (size_t row = 0; c.n && c.suite->check[row].name; row++)
            for (int t = 0; t < ts_shape_variants(c.suite); t++) {
                c.preset = &c.suite->check[row];
                c.shape = ts_shape_variant(c.suite, row, t, target);
                bool chosen = wanted(job, &c);
                if (chosen && job->set)
                    (void)ts_shape_fit(c.suite, c.shape, job->set, target, &job->wrong);
                if (chosen) checks += (double)c.n;
                if (chosen && work) work(job, &c);
                free(c.shape);
            }
    }
    return checks * job->repeat;
}

static int nothing_to_check(const struct job *job)
{
    char all[300] = "";
    size_t n = 0;
    const ts_suite *suite = job->kernel[0]->suite;
    for (const ts_preset *p = suite->check; p->name && n < sizeof all; p++)
        n += (size_t)snprintf(all + n, sizeof all - n, "%s%s", n ? ", " : "", p->name);
    return ts_usage_error("check",
                          "no shape %s with weights in %s; %s is checked at %s, in the dtypes of "
                          "`tessera check -v`",
                          job->shape, job->dtype, suite->name, all);
}

static int check_all(struct job *job)
{
    double checks = each_config(job, NULL);
    if (!checks) return nothing_to_check(job);
    if (ts_failed(&job->wrong)) return ts_usage_error("check", "--set: %s", job->wrong.text);
    ts_progress_begin(&job->progress, "checking", " kernels", checks);
    each_config(job, check_config);
    ts_progress_end(&job->progress);
    return 0;
}

/* ---- the report ---- */

static void print_tally(const ts_tally *t)
{
    if (!t->runs)
        printf("  %5s %-16s", "-", "");
    else if (t->failed)
        printf("  %5u %-16s", t->runs, "failed");
    else if (t->limit == 0)
        printf("  %5u %-16s", t->runs, "exact");
    else
        printf("  %5u %.1e %5.1f %%", t->runs, t->error, 100 * t->worst);
}

static bool failed(const ts_check_report *r)
{
    return r->interpreter.failed || r->device.failed;
}

/* Every run was too long for the interpreter, and there is no device. */
static bool untried(const ts_check_report *r)
{
    return !failed(r) && !r->interpreter.runs && !r->device.runs;
}

/* With its suite, where kernels of several are checked. */
static const char *label(const struct job *job, size_t i, char to[128])
{
    const ts_kernel_def *def = job->kernel[i];
    bool several = false;
    for (size_t k = 1; k < job->n; k++) several |= job->kernel[k]->suite != job->kernel[0]->suite;
    snprintf(to, 128, "%s%s%s", several ? def->suite->name : "", several ? "/" : "", def->name);
    return to;
}

/* Of the column of names. */
static int width_of(const struct job *job)
{
    char name[128];
    size_t most = 22;
    for (size_t i = 0; i < job->n; i++) {
        size_t n = strlen(label(job, i, name));
        if (n > most) most = n;
    }
    return (int)most;
}

static void print_row(const struct job *job, size_t i, int width)
{
    char name[128];
    const ts_check_report *r = &job->report[i];
    double limit = fmax(r->device.limit, r->interpreter.limit);
    bool known = r->interpreter.runs || r->device.runs;
    printf("%-*s", width, label(job, i, name));
    print_tally(&r->interpreter);
    print_tally(&r->device);
    if (limit > 0)
        printf("  %.0e", limit);
    else
        printf("  %5s", known ? "exact" : "-");
    printf("  %s\n", failed(r) ? "FAILED" : untried(r) ? "not run" : "ok");
}

static int print_report(const struct job *job)
{
    unsigned runs = 0, bad = 0, not_run = 0, skipped = 0;
    char name[128];
    int width = width_of(job);
    printf("%-*s  %-22s  %-22s\n", width, "", "interpreter", "device");
    printf("%-*s  %5s %-16s  %5s %-16s  limit\n", width, "kernel", "runs", "worst, of limit",
           "runs", "worst, of limit");
    for (size_t i = 0; i < job->n; i++) {
        const ts_check_report *r = &job->report[i];
        print_row(job, i, width);
        runs += r->interpreter.runs + r->device.runs;
        bad += failed(r);
        not_run += untried(r);
        skipped += r->skipped;
    }
    for (size_t i = 0; i < job->n; i++)
        if (failed(&job->report[i]))
            printf("%s: runs failed: %u; the first: %s\n", label(job, i, name),
                   job->report[i].interpreter.failed + job->report[i].device.failed,
                   job->report[i].failure);
    if (skipped)
        printf("%u run%s of the interpreter left out: seconds each at full size; rows of full "
               "length are in the shapes rows and columns\n",
               skipped, ts_s(skipped));
    printf("%zu of %zu kernel%s agree%s with %s (%u run%s, seed %d)\n", job->n - bad - not_run,
           job->n, ts_s(job->n), job->n == 1 ? "s" : "",
           job->n == 1 ? "its reference" : "their references", runs, ts_s(runs), job->seed);
    return bad || not_run ? 1 : 0;
}

/* Recorded vectors say themselves which kernel they are of, and what its shape is. */
static int check_vectors(struct job *job, int words, char **word)
{
    ts_error err = {0};
    for (int i = 0; i < words; i++)
        if (word[i][0] != '@')
            return ts_usage_error("check", "--vectors takes all kernels that are recorded; "
                                           "beside it only @DEVICE");
    if (job->suite_name || job->set || strcmp(job->shape, "all") != 0 ||
        strcmp(job->dtype, "all") != 0)
        return ts_usage_error("check", "--vectors takes shapes and suites from the vectors");
    if (choose_all(job, words, word)) return 2;
    if (open_device(job, &err)) {
        fprintf(stderr, "tessera check: %s\n", err.text);
        return 1;
    }
    int status = ts_print_vectors(job->vectors, job->device);
    if (job->device) ts_device_close(job->device);
    return status;
}

int ts_cmd_check(int argc, char **argv)
{
    struct job job = {.shape = "all", .dtype = "all", .seed = 1, .repeat = 1};
    const ts_arg options[] = {
        {"suite", 0, "NAME", "kernels of this suite only (default all suites)", TS_ARG_TEXT,
         &job.suite_name, 0, 0},
        {"shape", 0, "NAME|all",
         "the sizes to check at (default all); r1_distill has mini, tails, even, rows, columns, "
         "1.5b",
         TS_ARG_TEXT, &job.shape, 0, 0},
        {"dtype", 0, "f32|f16|bf16|...|all",
         "dtype of the weights (default all); other dtypes vary with it", TS_ARG_TEXT, &job.dtype,
         0, 0},
        {"set", 0, "FIELD=VALUE,...", "any field of the shapes, as heads=12", TS_ARG_TEXT, &job.set,
         0, 0},
        {"seed", 0, "N", "seed of the inputs (default 1)", TS_ARG_INT, &job.seed, 0, 2147483647},
        {"repeat", 0, "N", "check again with the next N - 1 seeds", TS_ARG_INT, &job.repeat, 1,
         1000000},
        {"vectors", 0, "DIR", "compare with the recorded vectors of a folder instead", TS_ARG_TEXT,
         &job.vectors, 0, 0},
        {"verbose", 'v', NULL, "a line for each kernel, shape and dtype", TS_ARG_FLAG, &job.verbose,
         0, 0},
        {0},
    };
    const ts_args args = {
        .command = "check",
        .words = "[[SUITE/]KERNEL[@DEVICE]...]",
        .about = "Runs kernels three ways: a naive reference in double precision, the interpreter "
                 "of the tile IR, and compiled for a device. All must agree within the limits of "
                 "their class, inputs and guard bytes must stay as they were. @none leaves the "
                 "device out; without kernels, all are checked.",
        .examples = "  tessera check\n"
                    "  tessera check rms_norm@cpu:avx2 --seed 7 --repeat 100\n"
                    "  tessera check attention_decode_gqa --shape mini --dtype bf16 -v\n",
        .options = options,
        .min_words = 0,
        .max_words = MAX_KERNELS,
    };
    ts_error err = {0};
    int words = ts_args_parse(&args, argc, argv);
    if (words < 0) return ts_args_exit(words);
    if (job.vectors) return check_vectors(&job, words, argv + 1);
    if (choose_all(&job, words, argv + 1)) return 2;
    if (open_device(&job, &err)) {
        fprintf(stderr, "tessera check: %s\n", err.text);
        return 1;
    }
    printf("Checking %zu kernel%s: reference, interpreter%s%s; seed %d\n", job.n, ts_s(job.n),
           job.device ? ", " : "", job.device ? ts_device_name(job.device) : "", job.seed);
    fflush(stdout);
    int status = check_all(&job);
    if (job.device) ts_device_close(job.device);
    return status ? status : print_report(&job);
}

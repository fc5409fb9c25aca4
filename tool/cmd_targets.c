/* cmd_targets.c - `tessera targets`: the languages kernels compile to, and how far each has come.
 *
 * Alone it lists targets with what this machine has for them. With --verify it climbs the ladder
 * (proof/ladder.h) for kernels × languages and prints the level that each cell has reached; with
 * --compile it hands one text to its compiler.
 */
#include <stdlib.h>
#include <string.h>

#include "bench/session.h"
#include "proof/proof.h"
#include "tool/args.h"
#include "tool/input.h"
#include "tool/progress.h"
#include "tool/tool.h"

enum { COLUMNS = 16, VARIANTS = 4 };

typedef struct column { /* a language with its variants */
    char language[32];
    ts_climber *variant[VARIANTS];
    size_t variants;
    int attainable;
    ts_cell cell[TS_LADDER_KERNELS];
} column;

struct job {
    bool verify, markdown;
    const char *suite, *shape, *dtype, *target, *store, *compile, *chip;
    const ts_kernel_def *kernel[TS_LADDER_KERNELS];
    size_t n;
    ts_climber climber[COLUMNS * VARIANTS];
    size_t climbers;
    column column[COLUMNS];
    size_t columns;
};

/* ---- what there is ---- */

static column *column_of(struct job *job, const ts_target *t)
{
    char language[32];
    ts_ladder_language(t, language, sizeof language);
    for (size_t i = 0; i < job->columns; i++)
        if (!strcmp(job->column[i].language, language)) return &job->column[i];
    if (job->columns == COLUMNS) return NULL;
    column *c = &job->column[job->columns++];
    memcpy(c->language, language, sizeof language);
    c->attainable = -1;
    return c;
}

static bool asked(const struct job *job, const ts_target *t)
{
    size_t n = job->target ? strlen(job->target) : 0;
    return !n || (!strncmp(t->name, job->target, n) && (!t->name[n] || t->name[n] == ':'));
}

static void look(struct job *job)
{
    const ts_target *t;
    for (size_t i = 0; (t = ts_target_at(i)); i++) {
        column *c = asked(job, t) ? column_of(job, t) : NULL;
        if (!c || c->variants == VARIANTS) continue;
        ts_climber *v = &job->climber[job->climbers++];
        ts_ladder_look(v, t);
        c->variant[c->variants++] = v;
        if (ts_ladder_attainable(v) > c->attainable) c->attainable = ts_ladder_attainable(v);
    }
}

/* ---- the list ---- */

static int wider(int width, const char *text)
{
    return (int)strlen(text) > width ? (int)strlen(text) : width;
}

static void print_list(const struct job *job)
{
    int name = 6, language = 8, tool = 8;
    for (size_t i = 0; i < job->climbers; i++) {
        name = wider(name, job->climber[i].target->name);
        language = wider(language, job->climber[i].target->language);
        tool = wider(tool, job->climber[i].tool);
    }
    printf("%-*s  %-6s  %-*s  %-*s  LEVEL  DEVICE\n", name, "TARGET", "FAMILY", language,
           "LANGUAGE", tool, "COMPILER");
    for (size_t i = 0; i < job->climbers; i++) {
        const ts_climber *v = &job->climber[i];
        printf("%-*s  %-6s  %-*s  %-*s  L%-4d  %s\n", name, v->target->name,
               ts_family_name(v->target->family), language, v->target->language, tool, v->tool,
               ts_ladder_attainable(v), v->device);
    }
    printf("LEVEL is what can be verified here: L0 printed, L1 calls known to the language, "
           "L2 compiled, L3 executed,\nL4 executed on real hardware. tessera targets --verify "
           "does it.\n");
}

/* ---- the climb ---- */

/* How many kernels from there on are of one suite. */
static size_t same_suite(const struct job *job, size_t at)
{
    size_t n = 1;
    while (at + n < job->n && job->kernel[at + n]->suite == job->kernel[at]->suite) n++;
    return n;
}

static void ran(void *progress, double done)
{
    ts_progress_step(progress, done);
}

static void climb(struct job *job)
{
    static const char *const names[TS_DTYPES_CHECKED] = {"f32", "f16", "bf16"};
    ts_progress progress;
    ts_plan_to_climb plan = {.shape = job->shape, .ran = ran, .to = &progress};
    double total = 0;
    for (int t = 0; t < TS_DTYPES_CHECKED; t++)
        plan.dtype[t] = !strcmp(job->dtype, "all") || !strcmp(job->dtype, names[t]);
    for (size_t i = 0; i < job->climbers; i++)
        for (size_t k = 0; k < job->n; k++)
            total += ts_rung_configs(&job->climber[i], &plan, job->kernel[k]->suite);
    ts_progress_begin(&progress, "climbing", " kernels", total);
    for (size_t i = 0; i < job->columns; i++) {
        column *c = &job->column[i];
        for (size_t k = 0; k < c->variants; k++)
            for (size_t at = 0, n; at < job->n; at += n) {
                n = same_suite(job, at);
                ts_ladder_climb(c->variant[k], &plan, job->kernel + at, n, c->cell + at);
            }
    }
    ts_progress_end(&progress);
}

static void join(char *to, size_t size, const char *text)
{
    size_t n = strlen(to);
    if (!strstr(to, text)) snprintf(to + n, size - n, "%s%s", n ? ", " : "", text);
}

/* What the variants of a column have, each different thing once. */
static void describe(const column *c, char *tool, char *device, size_t size)
{
    *tool = *device = 0;
    for (size_t k = 0; k < c->variants; k++) {
        join(tool, size, c->variant[k]->tool);
        join(device, size, c->variant[k]->device);
    }
}

/* What nobody here can show of the language; "": nothing. */
static const char *unseen(const column *c)
{
    const ts_proof *p = c->variant[0]->proof;
    return p && p->unseen && c->attainable < 4 ? p->unseen : "";
}

static void print_level(int level, int width)
{
    char text[16] = "-";
    if (level >= 0) snprintf(text, sizeof text, "L%d", level);
    printf("%-*s", width, text);
}

static void print_plain(const struct job *job)
{
    int name = 6;
    char tool[512], device[512];
    for (size_t i = 0; i < job->n; i++) name = wider(name, job->kernel[i]->name);
    printf("%-*s", name, "KERNEL");
    for (size_t c = 0; c < job->columns; c++) printf("  %-6s", job->column[c].language);
    for (size_t i = 0; i < job->n; i++) {
        printf("\n%-*s", name, job->kernel[i]->name);
        for (size_t c = 0; c < job->columns; c++) {
            printf("  ");
            print_level(ts_cell_level(&job->column[c].cell[i]), 6);
        }
    }
    printf("\n\n");
    for (size_t c = 0; c < job->columns; c++) {
        describe(&job->column[c], tool, device, sizeof tool);
        const char *left = unseen(&job->column[c]);
        printf("%-7s compiler: %s; device: %s%s%s\n", job->column[c].language, tool, device,
               *left ? "; unseen: " : "", left);
    }
}

static void print_markdown(const struct job *job)
{
    char tool[512], device[512];
    printf("<!-- Written by `tessera targets --verify --markdown`; what it says is in targets.md. "
           "-->\n# The ladder, climbed\n\n| kernel |");
    for (size_t c = 0; c < job->columns; c++) printf(" %s |", job->column[c].language);
    printf("\n|---|");
    for (size_t c = 0; c < job->columns; c++) printf("---|");
    for (size_t i = 0; i < job->n; i++) {
        printf("\n| %s |", job->kernel[i]->name);
        for (size_t c = 0; c < job->columns; c++) {
            printf(" ");
            print_level(ts_cell_level(&job->column[c].cell[i]), 0);
            printf(" |");
        }
    }
    printf("\n\n| language | compiler | device | unseen |\n|---|---|---|---|\n");
    for (size_t c = 0; c < job->columns; c++) {
        describe(&job->column[c], tool, device, sizeof tool);
        printf("| %s | %s | %s | %s |\n", job->column[c].language, tool, device,
               unseen(&job->column[c]));
    }
    printf("\n");
}

/* Or something failed that no level shows: its compiler, where nothing executes the text. */
static bool is_lower(const column *c, size_t kernel)
{
    const ts_cell *cell = &c->cell[kernel];
    return ts_cell_level(cell) < c->attainable || *cell->failure;
}

/* A line for each cell that should be higher; how many there are. */
static size_t print_lower(const struct job *job)
{
    size_t lower = 0, executed = 0;
    for (size_t c = 0; c < job->columns; c++)
        for (size_t i = 0; i < job->n; i++) {
            const column *col = &job->column[c];
            int level = ts_cell_level(&col->cell[i]);
            executed += level >= 3;
            if (!is_lower(col, i)) continue;
            lower++;
            printf("%s in %s: L%d of L%d: %s\n", job->kernel[i]->name, col->language, level,
                   col->attainable, col->cell[i].failure);
        }
    printf("%zu of %zu cells at L3 or above", executed, job->n * job->columns);
    if (lower)
        printf("; %zu below what this machine can verify\n", lower);
    else
        printf("; each is at the highest level this machine can verify\n");
    return lower;
}

/* ---- one text ---- */

/* By the compiler of v, for the chip asked for; what it says goes to stdout. */
static int compile_for(const struct job *job, const ts_climber *v, const char *text, size_t bytes)
{
    const char *chip;
    size_t compiled = 0;
    if (!v->step[2])
        return fprintf(stderr, "tessera targets: %s: %s\n", v->target->name, v->tool), -1;
    for (size_t i = 0; (chip = ts_ladder_chip(v, i)); i++) {
        ts_error err = {0};
        bool all = job->chip && !strcmp(job->chip, "all");
        if (job->chip ? !all && strcmp(job->chip, chip) : i > 0) continue;
        char *said = ts_ladder_compile(v, chip, text, bytes, &err);
        if (!said) return fprintf(stderr, "tessera targets: %s\n", err.text), -1;
        printf("%s%s%s%s: compiled by %s\n", said, v->target->name, *chip ? " for " : "", chip,
               v->tool);
        free(said);
        compiled++;
    }
    if (!compiled)
        fprintf(stderr, "tessera targets: %s is not compiled for %s\n", v->target->name, job->chip);
    return compiled ? 0 : -1;
}

static int compile(const struct job *job)
{
    ts_error err = {0};
    size_t bytes;
    char *text = ts_input_read(job->compile, "the text", &bytes, &err);
    if (!text) return fprintf(stderr, "tessera targets: %s\n", err.text), 1;
    int rc = compile_for(job, &job->climber[0], text, bytes);
    free(text);
    return rc ? 1 : 0;
}

/* ---- the store ---- */

static int store_cell(ts_session *s, const struct job *job, const column *c, size_t kernel,
                      ts_error *err)
{
    char tool[512], device[512];
    const ts_cell *cell = &c->cell[kernel];
    ts_result r = ts_result_blank();
    describe(c, tool, device, sizeof tool);
    r.bench = "ladder";
    r.suite = job->kernel[kernel]->suite->name;
    r.name = job->kernel[kernel]->name;
    r.mode = job->shape ? job->shape : "quick";
    r.device = r.target = c->language;
    r.device_name = device;
    r.driver = tool;
    r.dtype = job->dtype;
    r.unit = "level";
    r.value = ts_cell_level(cell);
    r.verdict = is_lower(c, kernel) ? "fail" : "pass";
    r.why = is_lower(c, kernel) ? cell->failure : NULL;
    return ts_session_add(s, &r, NULL, 0, err);
}

/* A line for each cell. */
static int store_all(const struct job *job)
{
    ts_error err = {0};
    ts_session *s = ts_session_begin(job->store, false, ts_args_line(), NULL, &err);
    for (size_t c = 0; s && c < job->columns; c++)
        for (size_t i = 0; i < job->n && !ts_failed(&err); i++)
            store_cell(s, job, &job->column[c], i, &err);
    if (ts_failed(&err))
        ts_session_free(s);
    else if (!ts_session_end(s, &err))
        return 0;
    fprintf(stderr, "tessera targets: %s\n", err.text);
    return -1;
}

/* ---- the command ---- */

static bool has_shape(const struct job *job)
{
    for (size_t i = 0; i < job->n; i++)
        for (const ts_preset *p = job->kernel[i]->suite->check; p->name; p++)
            if (!strcmp(p->name, job->shape)) return true;
    return false;
}

static int choose(struct job *job, int words, char **word)
{
    ts_error err = {0};
    const ts_suite *suite = job->suite ? ts_suite_find(job->suite, &err) : NULL;
    const ts_kernel_def *d;
    if (job->suite && !suite) return ts_usage_error("targets", "%s", err.text);
    for (int i = 0; i < words; i++) {
        job->kernel[job->n] = ts_kernel_find(word[i], suite, &err);
        if (!job->kernel[job->n++]) return ts_usage_error("targets", "%s", err.text);
    }
    for (size_t i = 0; !words && job->n < TS_LADDER_KERNELS && (d = ts_kernel_at(i)); i++)
        if (!suite || d->suite == suite) job->kernel[job->n++] = d;
    if (job->target && !ts_target_find(job->target, &err))
        return ts_usage_error("targets", "%s", err.text);
    if (job->compile ? job->verify || words || !job->target : job->chip != NULL)
        return ts_usage_error("targets", "--compile goes with --target and --chip alone");
    if (job->shape && strcmp(job->shape, "all") && !has_shape(job))
        return ts_usage_error("targets",
                              "no suite of these kernels is checked at shape %s; "
                              "`tessera check --help` names those there are",
                              job->shape);
    if (!job->verify && (words || suite || job->markdown || job->shape || job->store))
        return ts_usage_error("targets",
                              "kernels, --suite, --shape, --markdown and --store go with --verify");
    return 0;
}

static int work(struct job *job)
{
    look(job);
    if (!job->columns) return ts_usage_error("targets", "no target is called %s", job->target);
    if (job->compile) return compile(job);
    if (!job->verify) {
        print_list(job);
        return 0;
    }
    climb(job);
    if (job->markdown)
        print_markdown(job);
    else
        print_plain(job);
    int status = print_lower(job) ? 1 : 0;
    return job->store && store_all(job) ? 1 : status;
}

static int command(struct job *job, int argc, char **argv)
{
    const ts_arg options[] = {
        {"verify", 0, NULL, "climb the ladder now and print the level of each kernel × language",
         TS_ARG_FLAG, &job->verify, 0, 0},
        {"suite", 0, "NAME", "kernels of this suite only (default all suites)", TS_ARG_TEXT,
         &job->suite, 0, 0},
        {"shape", 0, "NAME|all",
         "the sizes to execute at, as those of `check` (default mini); all leaves out whole "
         "models, "
         "and on simulators all rows of full length but one set",
         TS_ARG_TEXT, &job->shape, 0, 0},
        {"dtype", 0, "f32|f16|bf16|all", "dtype of the weights (default all)", TS_ARG_WORD,
         &job->dtype, 0, 0},
        {"target", 0, "TARGET", "one language or variant only", TS_ARG_TEXT, &job->target, 0, 0},
        {"store", 'o', "FILE", "also keep the levels there, for `tessera report`", TS_ARG_TEXT,
         &job->store, 0, 0},
        {"compile", 0, "FILE",
         "hand this text of --target to its compiler, as for L2; - is standard input", TS_ARG_TEXT,
         &job->compile, 0, 0},
        {"chip", 0, "NAME|all", "what --compile compiles for (default the first that is known)",
         TS_ARG_TEXT, &job->chip, 0, 0},
        {"markdown", 0, NULL, "the matrix as a table for doc/", TS_ARG_FLAG, &job->markdown, 0, 0},
        {0},
    };
    const ts_args spec = {
        .command = "targets",
        .words = "[[SUITE/]KERNEL...]",
        .about = "Lists the targets that `tessera emit` can print a kernel for, and the compilers "
                 "and devices found for them. With --verify, prints how far each kernel comes in "
                 "each language: L0 printed, L1 calls known to the language, L2 compiled by its "
                 "compiler, L3 executed and equal to the reference, L4 executed on real hardware. "
                 "Exit status 1 if anything is lower than this machine can verify.",
        .examples = "  tessera targets\n"
                    "  tessera targets --verify\n"
                    "  tessera targets --verify rms_norm --target spirv --shape all\n",
        .options = options,
        .max_words = TS_LADDER_KERNELS,
    };
    int words = ts_args_parse(&spec, argc, argv);
    if (words < 0) return ts_args_exit(words);
    return choose(job, words, argv + 1) ? 2 : work(job);
}

int ts_cmd_targets(int argc, char **argv)
{
    struct job *job = calloc(1, sizeof *job);
    if (!job) {
        fprintf(stderr, "tessera targets: no memory\n");
        return 1;
    }
    job->dtype = "all";
    int status = command(job, argc, argv);
    free(job);
    return status;
}

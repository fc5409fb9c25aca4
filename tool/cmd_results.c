/* cmd_results.c - `tessera results`: what was measured, as lists, tables and files.
 *
 *   list, show      runs, and one run as tables
 *   export, import  to and from text; merging other stores
 *   check           recomputes what follows from the samples
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/folder.h"
#include "store/transfer.h"
#include "tool/args.h"
#include "tool/results_check.h"
#include "tool/stores.h"
#include "tool/tool.h"

typedef struct request {
    const char *action, *store, *format, *run, *output, *source, *url;
    char place[4096]; /* of the store */
    char **word;      /* behind the action */
    int words;
} request;

static int fail(const ts_error *err)
{
    fprintf(stderr, "tessera results: %s\n", err->text);
    return 1;
}

static ts_ledger *open_store(request *q, bool read, ts_error *err)
{
    if (!read && !q->store && ts_store_path(q->place, sizeof q->place, err)) return NULL;
    if ((read || q->store) && ts_tool_store(q->store, q->place, sizeof q->place, err)) return NULL;
    return ts_store_open(q->place, read, err);
}

/* ---- list and show ---- */

/* list: all runs, then where they are; show: one, the latest where none was named. */
static int print(request *q, ts_ledger *s, ts_error *err)
{
    ts_selection r = {0};
    int bad = ts_store_select_run(s, ts_format_sql(q->action), q->run, &r, err);
    for (size_t i = 0; !bad && i < r.n; i++) fputs(r.row[i][0].text, stdout);
    if (!bad && !strcmp(q->action, "list")) puts(q->place);
    ts_selection_free(&r);
    return bad ? fail(err) : 0;
}

/* ---- export ---- */

/* The file has its old content until the new one is whole and on the disk. */
static int to_file(request *q, ts_ledger *s, ts_error *err)
{
    const char *slash = strrchr(q->output, '/'), *name = slash ? slash + 1 : q->output;
    ts_folder f = {.n = 0};
    snprintf(f.path, sizeof f.path, "%.*s", slash ? (int)(name - q->output) : 1,
             slash ? q->output : ".");
    FILE *to = ts_folder_open(&f, name, err);
    int bad = !to || ts_store_export(s, q->format, q->run, to, err);
    if (to && ts_folder_close(&f, bad ? NULL : err)) bad = -1;
    if (!bad) bad = ts_folder_publish(&f, err);
    ts_folder_end(&f);
    return bad ? -1 : 0;
}

static int export(request *q, ts_ledger *s, ts_error *err)
{
    int bad = q->output ? to_file(q, s, err) : ts_store_export(s, q->format, q->run, stdout, err);
    if (bad && !q->output && ferror(stdout)) return 1; /* main says so, once for all commands */
    return bad ? fail(err) : 0;
}

/* ---- import and check ---- */

static void print_merged(const char *what, const ts_merged *m)
{
    printf("%s: %zu new run%s, %zu new result%s, %zu run%s known\n", what, m->runs, ts_s(m->runs),
           m->results, ts_s(m->results), m->known, ts_s(m->known));
}

static int import(request *q, ts_ledger *s, ts_error *err)
{
    ts_merged all = {0};
    char files[32];
    for (int i = 0; i < q->words; i++) {
        ts_merged sum = {0};
        if (ts_store_import(s, q->word[i], q->source, q->url, &sum, err)) return fail(err);
        print_merged(q->word[i], &sum);
        ts_merged_add(&all, &sum);
    }
    snprintf(files, sizeof files, "%d files", q->words);
    if (q->words > 1) print_merged(files, &all);
    return 0;
}

static int check(request *q, ts_ledger *s, ts_error *err)
{
    ts_results_check sum;
    if (ts_results_recompute(s, q->run, &sum, err)) return fail(err);
    printf("%zu result%s, %zu sample%s: %zu figure%s do%s not follow\n", sum.results,
           ts_s(sum.results), sum.samples, ts_s(sum.samples), sum.faults, ts_s(sum.faults),
           sum.faults == 1 ? "es" : "");
    return sum.faults != 0;
}

/* ---- the command ---- */

static const struct action {
    const char *name;
    int (*run)(request *q, ts_ledger *s, ts_error *err);
    bool writes;
} actions[] = {
    {"list", print, false},   {"show", print, false},  {"export", export, false},
    {"import", import, true}, {"check", check, false}, {0},
};

static int refuse(const char *word)
{
    const char *names[sizeof actions / sizeof *actions];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) names[i] = actions[i].name;
    const char *near = ts_nearest(word, names);
    if (near) return ts_usage_error("results", "unknown word \"%s\"; did you mean %s?", word, near);
    return ts_usage_error("results",
                          "unknown word \"%s\"; there are list, show, export, import, check", word);
}

static int act(request *q, const struct action *a)
{
    ts_error err = {0};
    if (!a->writes && q->words)
        return ts_usage_error("results", "%s takes no file; runs are named by --run", a->name);
    if (a->writes && !q->words) return ts_usage_error("results", "import needs a file");
    ts_ledger *s = open_store(q, !a->writes, &err);
    if (!s) return fail(&err);
    q->action = a->name;
    int status = a->run(q, s, &err);
    ts_store_close(s);
    return status;
}

int ts_cmd_results(int argc, char **argv)
{
    request q = {.format = "markdown"};
    const ts_arg options[] = {
        {"store", 0, "FILE",
         "The store. Default: $TESSERA_STORE, else ~/.local/share/tessera/results.db, else, to "
         "read, what make bench left beside this program (bench/results.db).",
         TS_ARG_TEXT, &q.store, 0, 0},
        {"run", 'r', "ID",
         "One run, by at least 4 digits of the front of its id. Default: all; show: the latest.",
         TS_ARG_TEXT, &q.run, 0, 0},
        {"format", 'f', "jsonl|json|csv|markdown",
         "Of an export. Only jsonl and json hold the samples. Default: markdown.", TS_ARG_WORD,
         &q.format, 0, 0},
        {"output", 'o', "FILE", "Export into this file instead of standard output.", TS_ARG_TEXT,
         &q.output, 0, 0},
        {"source", 0, "LABEL", "Import: who says so, for files of others.", TS_ARG_TEXT, &q.source,
         0, 0},
        {"url", 0, "URL", "Import: where those figures stand.", TS_ARG_TEXT, &q.url, 0, 0},
        {0},
    };
    const ts_args spec = {
        .command = "results",
        .words = "[list|show|export|import FILE...|check]",
        .about = "Measured results: lists the runs of the store, shows one, exports and imports "
                 "them, or checks that every figure follows from its samples. Files of others that "
                 "import understands: another store, JSON lines and JSON of ours, CSV of pu-rs.org "
                 "and ds4-bench, JSON of llama-bench. Importing twice changes nothing.",
        .examples = "  tessera results\n"
                    "  tessera results show --run 3fa9\n"
                    "  tessera results export --format jsonl --output results.jsonl\n"
                    "  tessera results import results.jsonl ../other.db\n"
                    "  tessera results check",
        .options = options,
        .max_words = 4096,
    };
    int words = ts_args_parse(&spec, argc, argv);
    if (words < 0) return ts_args_exit(words);
    const struct action *a = actions;
    if (words) {
        while (a->name && strcmp(a->name, argv[1]) != 0) a++;
        if (!a->name) return refuse(argv[1]);
        q.word = argv + 2;
        q.words = words - 1;
    }
    return act(&q, a);
}

/* cmd_report.c - `tessera report`: a folder of static pages made from the results. */
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "report/report.h"
#include "store/store.h"
#include "tool/args.h"
#include "tool/stores.h"
#include "tool/tool.h"

/* `--also A --also B` is `--also A B`: options hold one value, words after them are files, too. */
static int gather(int argc, char **argv)
{
    int n = 0, seen = 0;
    for (int i = 0; i < argc; i++) {
        bool option = !strcmp(argv[i], "--also"), joined = !strncmp(argv[i], "--also=", 7);
        if ((option || joined) && seen++) {
            if (joined) argv[n++] = argv[i] + 7;
            continue;
        }
        argv[n++] = argv[i];
    }
    argv[n] = NULL;
    return n;
}

/* What was read, so that nobody takes old results for new ones. */
static int say(const ts_report_options *o, const ts_report_done *done, bool chosen)
{
    char other[PATH_MAX];
    printf("%zu page%s of %zu run%s with %zu result%s", done->pages, ts_s(done->pages), done->runs,
           ts_s(done->runs), done->results, ts_s(done->results));
    if (o->store) printf(" from %s", o->store);
    printf(": %s/index.html\n", o->folder);
    if (o->store && !chosen && ts_tool_other_store(o->store, other, sizeof other))
        printf("not in it: what make bench keeps in %s; --store shows that\n", other);
    return 0;
}

/* The default store may be missing where files are given beside it. */
static int choose_store(ts_report_options *o, char *path, ts_error *err)
{
    const char *given = o->store;
    if (ts_tool_store(given, path, PATH_MAX, err)) return -1;
    o->store = given || !o->alsos || !access(path, F_OK) ? path : NULL;
    return 0;
}

static int write_report(const ts_report_options *o, bool chosen)
{
    ts_error err = {0};
    ts_report_done done = {0};
    int result = 0;
    if (o->store && access(o->store, F_OK))
        result =
            ts_fail(&err,
                    "there is no store %.300s; tessera bench%s%.300s measures this machine into "
                    "it%s",
                    o->store, chosen ? " --store " : "", chosen ? o->store : "",
                    chosen ? "" : ", --store names another");
    if (!result) result = ts_report_write(o, &done, &err);
    if (!result) return say(o, &done, chosen);
    fprintf(stderr, "tessera report: %s\n", err.text);
    return 1;
}

int ts_cmd_report(int argc, char **argv)
{
    ts_report_options o = {.folder = "tessera-report", .plots = true};
    const char *also = NULL;
    char path[PATH_MAX];
    ts_error err = {0};
    bool plain = false;
    const ts_arg options[] = {
        {"store", 's', "FILE",
         "The store. Default: $TESSERA_STORE, else ~/.local/share/tessera/results.db, else what "
         "make bench left beside this program (bench/results.db).",
         TS_ARG_TEXT, &o.store, 0, 0},
        {"also", 'a', "FILE",
         "A file of results to show beside them, as tessera results import "
         "takes it; more of them may follow. The store stays as it is.",
         TS_ARG_TEXT, &also, 0, 0},
        {"out", 'o', "FOLDER",
         "Where the pages go (default tessera-report); a folder that holds other files is refused.",
         TS_ARG_TEXT, &o.folder, 0, 0},
        {"run", 'r', "ID",
         "Show this run alone, by the front of its id, beside published ones; "
         "default: the newest of each measurement.",
         TS_ARG_TEXT, &o.run, 0, 0},
        {"no-plots", 0, NULL, "Leave out the drawings; tables have the same figures.", TS_ARG_FLAG,
         &plain, 0, 0},
        {0},
    };
    const ts_args spec = {
        .command = "report",
        .words = "[FILE...]",
        .about =
            "Writes one folder of static pages from the results: what this machine decodes and "
            "how near that is to its ceilings, where the time goes, what to improve, and the "
            "samples behind every number. It measures nothing. Open FOLDER/index.html.",
        .examples = "  tessera report\n"
                    "  tessera report --also other.jsonl --out /tmp/pages",
        .options = options,
        .max_words = INT_MAX,
    };
    int words = ts_args_parse(&spec, gather(argc, argv), argv);
    if (words < 0) return ts_args_exit(words);
    if (words && !also)
        return ts_usage_error("report", "\"%s\" is no option; files of results follow --also",
                              argv[1]);
    argv[0] = (char *)also; /* files are one list with it */
    o.also = also ? (const char *const *)argv : NULL;
    o.alsos = also ? (size_t)words + 1 : 0;
    o.plots = !plain;
    bool chosen = o.store != NULL;
    if (choose_store(&o, path, &err)) {
        fprintf(stderr, "tessera report: %s\n", err.text);
        return 1;
    }
    return write_report(&o, chosen);
}

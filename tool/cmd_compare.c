/* cmd_compare.c - `tessera compare`: two builds, devices, settings or programs side by side.
 *
 * What is compared is bench/side.h, how is bench/compare.h; here are options, tables and records. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/compare.h"
#include "bench/session.h"
#include "bench/side.h"
#include "store/transfer.h"
#include "tool/args.h"
#include "tool/progress.h"
#include "tool/sheet.h"
#include "tool/waiting.h"
#include "tool/tool.h"

static struct options {
    ts_side_spec both; /* what the sides have in common */
    const char *vs_command, *vs_pattern, *store, *note;
    bool fail_if_slower, json, no_store;
    int rounds, tokens;
    double seconds, threshold, vs_timeout;
} opt;

static const ts_arg options[] = {
    {"model", 'm', "MODEL",
     "Of both sides: a folder, or synthetic:PRESET (default synthetic:r1-distill-1.5b, random "
     "weights of true shapes).",
     TS_ARG_TEXT, &opt.both.model, 0, 0},
    {"device", 'd', "NAME", "Of both sides (default cpu).", TS_ARG_TEXT, &opt.both.device, 0, 0},
    {"dtype", 0, "f32|f16|bf16|q8|q4|mxfp4", "Of synthetic weights (default bf16).", TS_ARG_WORD,
     &opt.both.dtype, 0, 0},
    {"kv", 0, "f32|f16|bf16|q8", "Of the KV cache (default f16, f32 beside f32 weights).",
     TS_ARG_WORD, &opt.both.kv, 0, 0},
    {"threads", 't', "N", "Worker threads; 0 (default): one a core.", TS_ARG_INT, &opt.both.threads,
     0, 1024},
    {"kernel", 'k', "NAME",
     "Launch this kernel instead of decoding, cold, at the shape of --model; it is checked first.",
     TS_ARG_TEXT, &opt.both.kernel, 0, 0},
    {"tokens", 'n', "N", "Tokens of a sample (default 32).", TS_ARG_INT, &opt.tokens, 1, 4096},
    {"context", 'c', "N", "Positions in the cache before (default 16).", TS_ARG_INT,
     &opt.both.context, 0, 1 << 20},
    {"rounds", 'r', "N",
     "Quiet rounds A B B A to take (default 9); three times as many are tried. Fewer than 6 give "
     "no verdict.",
     TS_ARG_INT, &opt.rounds, 1, TS_MAX_ROUNDS / 3},
    {"seconds", 0, "X", "No further round begins after so long (default: no limit).", TS_ARG_REAL,
     &opt.seconds, 0, 1e6},
    {"least", 0, "X",
     "Seconds that a sample in this process lasts at least, by going over its tokens again "
     "(default 0.25).",
     TS_ARG_REAL, &ts_sample_least, 0, 600},
    {"threshold", 0, "PERCENT", "A smaller difference is none (default 1).", TS_ARG_REAL,
     &opt.threshold, 0, 100},
    {"vs-cmd", 0, "COMMAND",
     "Side B is this shell command; the rate of generation is read from what it prints "
     "(llama-bench, llama.cpp, mlx_lm, vllm, sglang, ollama, ds4-bench, tessera).",
     TS_ARG_TEXT, &opt.vs_command, 0, 0},
    {"vs-pattern", 0, "REGEX",
     "Where its rate stands: the first group of this extended regular expression, in the last "
     "line that matches.",
     TS_ARG_TEXT, &opt.vs_pattern, 0, 0},
    {"vs-timeout", 0, "X",
     "Seconds that a run of the command, or of another build, may take (default 600).", TS_ARG_REAL,
     &opt.vs_timeout, 0.1, 1e6},
    {"fail-if-slower", 0, NULL, "Exit with 1 when A is slower than B, in quiet rounds.",
     TS_ARG_FLAG, &opt.fail_if_slower, 0, 0},
    {"store", 'o', "FILE",
     "Where results are kept (default $TESSERA_STORE, else ~/.local/share/tessera/results.db).",
     TS_ARG_TEXT, &opt.store, 0, 0},
    {"no-store", 0, NULL, "Only print.", TS_ARG_FLAG, &opt.no_store, 0, 0},
    {"note", 0, "TEXT", "Kept with the results.", TS_ARG_TEXT, &opt.note, 0, 0},
    {"json", 0, NULL, "One JSON object a line on stdout.", TS_ARG_FLAG, &opt.json, 0, 0},
    {0},
};

static const ts_args spec = {
    .command = "compare",
    .words = "A [B]",
    .about =
        "Decodes with two sides in turn, A B B A, and says which is faster: the median ratio of "
        "the rounds with its 95 % interval. A side is key=value,...: device, dtype, kv, threads, "
        "model, context, kernel, without (optimisations switched off, prefetch+spin), tuning "
        "(streams=4+prefetch=0), build (PATH of another tessera). "
        "Options hold for both sides. Rounds in which others used the processors are dropped and "
        "counted.",
    .examples = "  tessera compare dtype=bf16 dtype=f16\n"
                "  tessera compare threads=2 threads=1 --context 4096\n"
                "  tessera compare device=cpu without=prefetch+streams\n"
                "  tessera compare device=cpu device=cpu:avx2 --kernel lm_head_matvec\n"
                "  tessera compare device=cpu device=opencl:0 --model synthetic:mini\n"
                "  tessera compare device=cpu build=../old/build/tessera --fail-if-slower\n"
                "  tessera compare device=cpu --vs-cmd 'llama-bench -m x.gguf -p 0 -n 32'\n",
    .options = options,
    .min_words = 1,
    .max_words = 2,
};

typedef struct compare {
    ts_side_spec spec[TS_SIDES];
    char text[TS_SIDES][TS_SIDE_TEXT]; /* as given; "peer" */
    ts_side *side[TS_SIDES];
    ts_comparison result;
    ts_progress progress;
} compare;

static const char *const letter[TS_SIDES] = {"A", "B"};

/* ---- opening ---- */

static void show_round(void *arg, const ts_rounds *r)
{
    compare *c = arg;
    c->progress.total = opt.rounds + r->n - r->counted; /* more when one was disturbed */
    ts_progress_step(&c->progress, r->n);
}

static int parse_sides(compare *c, int words, char **argv, ts_error *err)
{
    for (int i = 0; i < words; i++) {
        if (ts_side_parse(argv[i + 1], &opt.both, &c->spec[i], err)) return -1;
        snprintf(c->text[i], TS_SIDE_TEXT, "%s", argv[i + 1][0] ? argv[i + 1] : "this build");
    }
    if (words == 2 && opt.vs_command)
        return ts_fail(err, "B and --vs-cmd are two second sides; give one");
    if (words == 1 && !opt.vs_command)
        return ts_fail(err, "B is missing: give a second side, or --vs-cmd COMMAND");
    if (opt.vs_pattern && !opt.vs_command)
        return ts_fail(err, "--vs-pattern reads the output of --vs-cmd, which is missing");
    if (words == 2 && !c->spec[TS_A].kernel != !c->spec[TS_B].kernel)
        return ts_fail(err,
                       "one side launches a kernel and the other decodes; give kernel= to both");
    if (words == 1 && c->spec[TS_A].kernel)
        return ts_fail(err, "kernel= is for two sides of this build, not beside --vs-cmd");
    if (words == 1) {
        snprintf(c->text[TS_B], TS_SIDE_TEXT, "peer");
        c->spec[TS_B] = (ts_side_spec){.peer = opt.vs_command, .pattern = opt.vs_pattern};
    }
    if (words == 2 && c->spec[TS_A].context != c->spec[TS_B].context)
        fprintf(stderr, "tessera compare: the sides have different contexts, so different work\n");
    return 0;
}

/* Beside another build, this one is asked as a process, too. */
static int open_sides(compare *c, ts_error *err)
{
    ts_waiting line = {.on = false};
    ts_side_work work = {.tokens = opt.tokens,
                         .limit = opt.vs_timeout,
                         .progress = ts_waiting_show,
                         .begins = ts_waiting_begins,
                         .arg = &line};
    bool child = c->spec[TS_A].build || c->spec[TS_B].build;
    for (int i = 0; i < TS_SIDES; i++) {
        ts_waiting_begin(&line, i == TS_A ? "opening side A" : "opening side B");
        c->side[i] = ts_side_open(&c->spec[i], child, &work, err);
        ts_waiting_end(&line);
        if (!c->side[i]) return -1;
    }
    return 0;
}

/* ---- records ---- */

/* Processes say what they ran on only in their own words. */
static const char *device_of(const compare *c, int side)
{
    if (c->spec[side].peer) return "peer";
    return c->spec[side].device ? c->spec[side].device : "cpu";
}

/* Of a side; of TS_SIDES, of their ratio: then the work is A's. */
static ts_result describe(const compare *c, int side)
{
    static char mode[32];
    const ts_rounds *rounds = &c->result.rounds;
    const ts_side_spec *o = &c->spec[side == TS_SIDES ? TS_A : side];
    ts_result r = ts_result_blank();
    snprintf(mode, sizeof mode, "tg%d", opt.tokens);
    r.bench = "compare";
    r.mode = o->kernel ? "cold" : mode;
    r.batch = 1;
    r.dropped = (side == TS_SIDES ? 1 : 2) * rounds->dropped;
    r.noisy = rounds->noisy;
    r.clock = "host";
    if (!o->kernel) r.tokens = opt.tokens;
    if (o->peer) return r;
    if (!o->kernel) r.context = o->context;
    r.dtype = o->dtype;
    r.kv = o->kv;
    return r;
}

static int record_side(compare *c, ts_session *s, int side, ts_result *r, ts_error *err)
{
    ts_sample sample[2 * TS_MAX_ROUNDS];
    const ts_side *from = c->side[side];
    *r = describe(c, side);
    r->name = c->text[side];
    r->unit = from->unit;
    if (from->device) {
        ts_session_device(s, from->device, c->spec[side].device);
    } else {
        r->device = device_of(c, side);
        r->device_name = from->what;
        if (c->spec[side].threads > 0) r->threads = c->spec[side].threads;
    }
    return ts_session_add(s, r, sample, ts_compare_samples(&c->result, side, sample), err);
}

static int record_ratio(compare *c, ts_session *s, ts_error *err)
{
    char name[2 * TS_SIDE_TEXT + 8], device[2 * TS_SIDE_WHAT];
    ts_sample sample[2 * TS_MAX_ROUNDS];
    ts_result r = describe(c, TS_SIDES);
    snprintf(name, sizeof name, "%s vs %s", c->text[TS_A], c->text[TS_B]);
    snprintf(device, sizeof device, "%.500s vs %.500s", device_of(c, TS_A), device_of(c, TS_B));
    r.name = name;
    r.device = ts_same(device_of(c, TS_A), device_of(c, TS_B)) ? device_of(c, TS_A) : device;
    r.unit = "ratio";
    r.why = ts_verdict_name(c->result.verdict);
    return ts_session_add(s, &r, sample, ts_compare_samples(&c->result, TS_SIDES, sample), err);
}

/* ---- printing ---- */

static void print_sides(const compare *c, const ts_result line[TS_SIDES])
{
    for (int i = 0; i < TS_SIDES; i++)
        ts_sheet_text("%s  %s: %s", letter[i], c->text[i], c->side[i]->what);
    ts_sheet_text("\n%-4s %12s %12s %12s %4s   what", "side", c->side[TS_A]->unit, "p10", "p90",
                  "n");
    for (int i = 0; i < TS_SIDES; i++)
        ts_sheet_text("%-4s %12.2f %12.2f %12.2f %4.0f   %.60s", letter[i], line[i].value,
                      line[i].p10, line[i].p90, line[i].n, c->text[i]);
}

static int print_verdict(ts_session *s, ts_error *err)
{
    ts_selection r = {0};
    int bad =
        ts_session_select(s, ts_sql_named(ts_tool_sheets, "verdict"), opt.threshold / 100, &r, err);
    if (!bad) ts_sheet_text("%s", r.row[0][0].text);
    if (!bad && opt.json) puts(r.row[0][1].text);
    ts_selection_free(&r);
    return bad;
}

/* ---- all of it ---- */

static int measure(compare *c, ts_error *err)
{
    for (int i = 0; i < TS_SIDES; i++)
        c->result.contender[i] = (ts_contender){ts_side_sample, c->side[i]};
    const ts_effort effort = {
        .least = opt.rounds, .seconds = opt.seconds, .progress = show_round, .arg = c};
    ts_progress_begin(&c->progress, "comparing", "rounds", opt.rounds);
    int rc = ts_compare_run(&c->result, &effort, opt.threshold / 100, err);
    ts_progress_end(&c->progress);
    return rc;
}

static int compare_sides(compare *c, ts_session *s, ts_error *err)
{
    if (open_sides(c, err) || measure(c, err)) return -1;
    ts_result line[TS_SIDES];
    if (record_side(c, s, TS_A, &line[TS_A], err) || record_side(c, s, TS_B, &line[TS_B], err) ||
        record_ratio(c, s, err))
        return -1;
    print_sides(c, line);
    return print_verdict(s, err);
}

static int run(compare *c, ts_error *err)
{
    ts_session *s =
        ts_session_begin(opt.no_store ? "" : opt.store, opt.json, ts_args_line(), opt.note, err);
    ts_sheet_mute(opt.json);
    int rc = s ? compare_sides(c, s, err) : -1;
    for (int i = 0; i < TS_SIDES; i++) ts_side_close(c->side[i]);
    if (!rc) return ts_session_end(s, err);
    ts_session_free(s);
    return rc;
}

int ts_cmd_compare(int argc, char **argv)
{
    static compare c; /* large */
    ts_error err = {0};
    opt = (struct options){.both = {.model = "synthetic:r1-distill-1.5b", .context = 16},
                           .rounds = 9,
                           .tokens = 32,
                           .threshold = 1,
                           .vs_timeout = 600};
    c = (compare){.text = {""}};
    int words = ts_args_parse(&spec, argc, argv);
    if (words < 0) return ts_args_exit(words);
    if (parse_sides(&c, words, argv, &err)) return ts_usage_error("compare", "%s", err.text);
    if (!run(&c, &err)) return opt.fail_if_slower && ts_compare_confirmed(&c.result, TS_SLOWER);
    fprintf(stderr, "tessera compare: %s\n", err.text);
    return 1;
}

/* cmd_bench.c - `tessera bench`: ceilings, kernels, whole tokens; printed, and kept in a store. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tool/args.h"
#include "tool/bench.h"
#include "tool/tool.h"

static ts_bench_options opt;

static const ts_arg options[] = {
    {"device", 'd', "NAME", "cpu (default), cpu:avx2, opencl:0, ...: see `tessera devices`.",
     TS_ARG_TEXT, &opt.device, 0, 0},
    {"dtype", 0, "f32|f16|bf16|q8|q4|mxfp4", "Of the weights (default bf16).", TS_ARG_WORD,
     &opt.dtype, 0, 0},
    {"kv", 0, "f32|f16|bf16|q8", "Of the KV cache (default f16, f32 beside f32 weights).",
     TS_ARG_WORD, &opt.kv, 0, 0},
    {"threads", 't', "N,N", "Worker threads; 0 (default): one a core. decode takes a list.",
     TS_ARG_TEXT, &opt.thread, 0, 0},
    {"rounds", 'r', "N",
     "Quiet rounds at least (default 7); more until the median's interval is within 2 %, three "
     "times "
     "as many at most.",
     TS_ARG_INT, &opt.rounds, 1, 21},
    {"seconds", 0, "X", "No further round of a line begins after so long (default 20).",
     TS_ARG_REAL, &opt.seconds, 0.1, 3600},
    {"least", 0, "X",
     "Seconds that a sample of tokens lasts at least (default 0.25); of kernels 0.4 of it. Shorter "
     "ones are coarser.",
     TS_ARG_REAL, &ts_sample_least, 0.001, 600},
    {"kernel", 'k', "NAME,NAME", "kernels: those whose names contain one of these.", TS_ARG_TEXT,
     &opt.kernel, 0, 0},
    {"suite", 0, "NAME", "kernels: of this suite (r1_distill).", TS_ARG_TEXT, &opt.suite, 0, 0},
    {"shape", 0, "NAME", "kernels: 1.5b (default), 7b, 14b, 32b, or a small one of `check`.",
     TS_ARG_TEXT, &opt.shape, 0, 0},
    {"set", 0, "FIELD=VALUE,...", "kernels: any field of the shape, as heads=12.", TS_ARG_TEXT,
     &opt.set, 0, 0},
    {"phase", 0, "decode|prefill|both",
     "kernels: as parts of a model's step in this phase, a row for each size (a suite with a "
     "profile: r1_nvfp4).",
     TS_ARG_WORD, &opt.phase, 0, 0},
    {"batch-sizes", 0, "N,N", "with --phase: requests (default 1,2,4,8,16,32,64,128).", TS_ARG_TEXT,
     &opt.batches, 0, 0},
    {"seq-lens", 0, "N,N",
     "with --phase: positions of each, tokens of each in prefill (default 128,256,512,1024,2048).",
     TS_ARG_TEXT, &opt.lengths, 0, 0},
    {"output", 0, "DIR", "with --phase: a CSV for each kernel, all_kernels.csv and a summary.",
     TS_ARG_TEXT, &opt.output, 0, 0},
    {"list", 0, NULL, "kernels: the names of a profile, then end.", TS_ARG_FLAG, &opt.list, 0, 0},
    {"overlap", 0, NULL, "kernels: also launches that need not wait for each other.", TS_ARG_FLAG,
     &opt.overlap, 0, 0},
    {"model", 'm', "MODEL",
     "decode: a folder, or synthetic:PRESET (default synthetic:r1-distill-1.5b, random weights of "
     "true shapes).",
     TS_ARG_TEXT, &opt.model, 0, 0},
    {"prompt", 'p', "N,N", "decode: tokens of prompt (default 128).", TS_ARG_TEXT, &opt.prompt, 0,
     0},
    {"gen", 'n', "N,N", "decode: tokens to generate (default 16).", TS_ARG_TEXT, &opt.gen, 0, 0},
    {"ctx", 'c', "N,N", "decode: positions cached before (default 16).", TS_ARG_TEXT, &opt.ctx, 0,
     0},
    {"chunk", 0, "N", "decode: tokens of a prompt taken at once (default 128).", TS_ARG_INT,
     &opt.chunk, 0, 4096},
    {"batch", 'b', "N,N",
     "decode: sequences that generate at once, 1 to 16 (default 1). Prompts, first tokens, "
     "breakdown and "
     "ablations are of one.",
     TS_ARG_TEXT, &opt.batch, 0, 0},
    {"breakdown", 0, NULL, "decode: where the time of a token goes, by class of kernel.",
     TS_ARG_FLAG, &opt.breakdown, 0, 0},
    {"ablate", 0, "NAME,NAME",
     "decode: beside runs with these optimisations switched off; all: each in turn.", TS_ARG_TEXT,
     &opt.ablate, 0, 0},
    {"quick", 'q', NULL, "decode: fewer rounds of the ablations.", TS_ARG_FLAG, &opt.quick, 0, 0},
    {"store", 'o', "FILE",
     "Where results are kept (default $TESSERA_STORE, else ~/.local/share/tessera/results.db).",
     TS_ARG_TEXT, &opt.store, 0, 0},
    {"no-store", 0, NULL, "Only print.", TS_ARG_FLAG, &opt.no_store, 0, 0},
    {"note", 0, "TEXT", "Kept with the results.", TS_ARG_TEXT, &opt.note, 0, 0},
    {"json", 0, NULL, "One JSON object a line on stdout.", TS_ARG_FLAG, &opt.json, 0, 0},
    {0},
};

static const ts_args spec = {
    .command = "bench",
    .words = "[ceiling|kernels|decode]...",
    .about =
        "Measures what the device can do at most (ceiling), each kernel of the suite beside it "
        "(kernels), and whole tokens (decode). Without a word: kernels and decode with its "
        "breakdown. Reading is measured again around every sample; disturbed rounds are dropped "
        "and "
        "counted; kernels are checked before and after; every line goes into a store with its raw "
        "samples. `tessera results` and `tessera report` show it.",
    .examples = "  tessera bench\n  tessera bench kernels --kernel lm_head,down --dtype f16\n"
                "  tessera bench decode --ctx 16,4096 --breakdown --ablate all\n"
                "  tessera bench decode --batch 1,8 --prompt 0\n"
                "  tessera bench ceiling --device opencl:0 --no-store\n",
    .options = options,
    .max_words = 3,
};

static const struct part {
    const char *name;
    int (*run)(ts_bench *b, ts_error *err);
    bool always; /* also without a word */
} parts[] = {
    {"ceiling", ts_bench_ceiling, false},
    {"kernels", ts_bench_kernels, true},
    {"decode", ts_bench_decode, true},
};
enum { PARTS = sizeof parts / sizeof *parts };

static bool wanted(int words, char **argv, const struct part *p)
{
    for (int i = 1; i <= words; i++)
        if (!strcmp(argv[i], p->name)) return true;
    return words == 0 && p->always;
}

static int unknown_word(int words, char **argv)
{
    const char *names[PARTS + 1] = {NULL};
    for (int i = 0; i < PARTS; i++) names[i] = parts[i].name;
    for (int i = 1; i <= words; i++) {
        bool known = false;
        for (int j = 0; j < PARTS; j++) known |= !strcmp(argv[i], names[j]);
        const char *near = ts_nearest(argv[i], names);
        if (!known)
            return ts_usage_error("bench", "no benchmark '%s'; did you mean %s?", argv[i],
                                  near ? near : "ceiling, kernels or decode");
    }
    return 0;
}

/* Only decode takes several. */
static int read_threads(bool decode_only, ts_error *err)
{
    int most = decode_only ? TS_LIST : 1, n[TS_LIST] = {0};
    if (opt.thread && ts_number_list(opt.thread, "threads", 0, 1024, n, most, err) < 0) return -1;
    opt.threads = n[0];
    return 0;
}

/* What the command line says wrong, before anything is opened. */
static int read_options(int words, char **argv, ts_error *err)
{
    bool others = wanted(words, argv, &parts[0]) || wanted(words, argv, &parts[1]);
    if (read_threads(!others, err)) return -1;
    return wanted(words, argv, &parts[2]) ? ts_bench_decode_options(&opt, err) : 0;
}

static int run_parts(ts_bench *b, int words, char **argv, ts_error *err)
{
    for (int i = 0; i < PARTS; i++)
        if (wanted(words, argv, &parts[i]) && parts[i].run(b, err)) return -1;
    return 0;
}

static int measure(int words, char **argv, ts_error *err)
{
    char whole[4096];
    ts_bench b = {.o = &opt};
    const char *store = opt.no_store ? "" : opt.store;
    if (!store && ts_store_path(whole, sizeof whole, err)) return -1;
    b.session = ts_session_begin(store, opt.json, ts_args_line(), opt.note, err);
    if (!b.session) return -1;
    ts_sheet_mute(opt.json);
    int rc = run_parts(&b, words, argv, err);
    if (ts_session_id(b.session))
        ts_sheet_text("\nrun %s in %s", ts_session_id(b.session), store ? store : whole);
    if (rc) {
        ts_session_free(b.session);
        return -1;
    }
    return ts_session_end(b.session, err);
}

int ts_cmd_bench(int argc, char **argv)
{
    opt = (ts_bench_options){.model = "synthetic:r1-distill-1.5b", .rounds = 7, .seconds = 20};
    int words = ts_args_parse(&spec, argc, argv);
    if (words < 0) return ts_args_exit(words);
    if (unknown_word(words, argv)) return 2;
    if (opt.breakdown == false && words == 0) opt.breakdown = true;
    ts_error err = {0};
    if (read_options(words, argv, &err)) return ts_usage_error("bench", "%s", err.text);
    if (opt.list)
        return ts_bench_profile_list(&opt, &err) ? ts_usage_error("bench", "%s", err.text) : 0;
    if (!measure(words, argv, &err)) return 0;
    fprintf(stderr, "tessera bench: %s\n", err.text);
    return 1;
}

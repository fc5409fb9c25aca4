/* cmd_bench.c - `tessera bench`: how near the kernels and a whole token come to what memory gives.
 *
 * Everything is measured against reading the very same weights, in the same process, in alternation
 * (bench/rounds.h). Nothing is printed in absolute terms alone. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "bench/kernels.h"
#include "bench/rounds.h"
#include "tessera/engine.h"
#include "tool/args.h"
#include "tool/progress.h"
#include "tool/tool.h"

static struct options {
    const char *model, *device, *dtype, *kv;
    bool json;
    int threads, rounds, tokens, context, ctx;
} opt;

static const ts_arg options[] = {
    {"model", 'm', "synthetic:PRESET",
     "Random weights of true shapes (default synthetic:r1-distill-1.5b); decode takes a model "
     "folder too.",
     TS_ARG_TEXT, &opt.model, 0, 0},
    {"dtype", 0, "f32|f16|bf16", "Of the weights (default bf16).", TS_ARG_WORD, &opt.dtype, 0, 0},
    {"kv", 0, "f32|f16|bf16", "Of the KV cache (default f16, f32 beside f32 weights).", TS_ARG_WORD,
     &opt.kv, 0, 0},
    {"device", 'd', "NAME", "cpu (default), cpu:avx2, opencl:0, ...: see `tessera devices`.",
     TS_ARG_TEXT, &opt.device, 0, 0},
    {"threads", 't', "N", "Worker threads; 0 (default): one a core.", TS_ARG_INT, &opt.threads, 0,
     1024},
    {"rounds", 'r', "N", "Quiet rounds to measure (default 9).", TS_ARG_INT, &opt.rounds, 1, 21},
    {"tokens", 'n', "N", "decode: tokens a round (default 8).", TS_ARG_INT, &opt.tokens, 1, 4096},
    {"context", 0, "N", "decode: positions in the cache before the first round (default 16).",
     TS_ARG_INT, &opt.context, 1, 1 << 20},
    {"json", 0, NULL, "One JSON object a line on stdout.", TS_ARG_FLAG, &opt.json, 0, 0},
    {0},
};

static const ts_args spec = {
    .command = "bench",
    .words = "[ceiling|kernels|decode]...",
    .about =
        "Measures read bandwidth and multiply-add rate (ceiling), each kernel of the suite over "
        "distinct memory (kernels), and whole tokens (decode), as shares of the read bandwidth "
        "measured in between. Without a word: all three.",
    .examples = "  tessera bench\n  tessera bench decode --context 4096 --rounds 5\n"
                "  tessera bench kernels --dtype f16 --threads 1\n",
    .options = options,
    .max_words = 3,
};

typedef struct bench {
    ts_engine *engine;
    ts_device *device;
    ts_reader *reader;
    const void *block;
    size_t bytes;
    ts_shape shape;
    ts_progress progress;
    bool progressing;
} bench;

static void show_progress(void *arg, const char *what, uint64_t done, uint64_t total)
{
    bench *b = arg;
    if (!b->progressing) ts_progress_begin(&b->progress, what, "B", (double)total);
    b->progressing = true;
    ts_progress_step(&b->progress, (double)done);
}

static void show_reading(void *arg, int done, int all)
{
    bench *b = arg;
    if (!b->progressing)
        ts_progress_begin(&b->progress, "measuring how fast memory is read", "passes", (double)all);
    b->progressing = true;
    ts_progress_step(&b->progress, (double)done);
}

/* Some devices read a gigabyte in a second: then not every way to read is tried. */
static int tune(bench *b, int rounds, double seconds, ts_ceiling *c, ts_error *err)
{
    b->progressing = false;
    ts_reader_within(b->reader, seconds, show_reading, b);
    int rc = ts_reader_tune(b->reader, rounds, c, err);
    if (b->progressing) ts_progress_end(&b->progress);
    return rc;
}

static int open_bench(bench *b, ts_error *err)
{
    char name[4096];
    bool plain = !strncmp(opt.model, "synthetic:", 10) && !strchr(opt.model + 10, ':');
    snprintf(name, sizeof name, "%s%s%s", opt.model, plain && opt.dtype ? ":" : "",
             plain && opt.dtype ? opt.dtype : "");
    ts_engine_options o = {.model = name,
                           .device = opt.device,
                           .threads = opt.threads,
                           .ctx = (uint32_t)opt.ctx,
                           .kv = ts_tool_dtype(opt.kv, TS_NDTYPE),
                           .progress = show_progress,
                           .arg = b};
    b->engine = ts_engine_open(&o, err);
    if (b->progressing) ts_progress_end(&b->progress);
    if (!b->engine) return -1;
    b->device = ts_engine_device(b->engine);
    b->block = ts_engine_largest(b->engine, &b->bytes);
    ts_engine_shape(b->engine, &b->shape);
    enum { ENOUGH = 1 << 30 };
    bool own = b->bytes < ENOUGH; /* it could be read from a large cache */
    if (!ts_reader_fits(b->device)) return 0;
    b->reader = ts_reader_new(b->device, own ? NULL : b->block, ENOUGH, err);
    ts_ceiling c;
    if (!b->reader || tune(b, 3, 10, &c, err)) return -1;
    if (!opt.json)
        printf(c.tiles ? "%s\nreading %.2f GB: %.2f GB/s in rows of %d words, tiles of %d\n"
                       : "%s\nreading %.2f GB: %.2f GB/s with %d streams a thread, prefetch %d B\n",
               ts_device_name(b->device), (double)c.bytes / 1e9, c.gbps, c.streams, c.prefetch);
    return 0;
}

/* ---- ceiling ---- */

static int bench_ceiling(bench *b, ts_error *err)
{
    ts_ceiling c;
    double median, best;
    if (!b->reader)
        return ts_fail(err,
                       "the ceiling is not measured on stand-ins; bench kernels and bench decode "
                       "run on %s",
                       ts_device_name(b->device));
    if (tune(b, opt.rounds, 0, &c, err)) return -1;
    if (ts_ceiling_fma(b->device, &median, &best, err)) return -1;
    if (opt.json) {
        printf("{\"bench\":\"ceiling\",\"read_gbps\":%.3f,\"fma_gflops\":%.1f}\n", c.gbps,
               median / 1e9);
        return 0;
    }
    printf("\n%-10s %8s %10s %10s\n", c.tiles ? "row" : "streams", c.tiles ? "tile" : "prefetch",
           "median", "best GB/s");
    for (int i = 0; i < TS_CEILING_STRATEGIES; i++)
        printf("%-10d %8d %10.2f %10.2f\n", c.each[i].streams, c.each[i].prefetch, c.each[i].median,
               c.each[i].best);
    if (median > 0) printf("multiply-add: %.1f GFLOP/s median, %.1f best\n", median, best);
    return 0;
}

/* ---- kernels ---- */

static void print_share(const ts_rounds *r)
{
    if (r->read > 0)
        printf("  %6.1f %% [%5.1f, %5.1f]%s", 100 * r->share.mid, 100 * r->share.lo,
               100 * r->share.hi, r->noisy ? " noisy" : "");
}

static void print_kernel(const char *name, int launches, const ts_rounds r[2], double bytes)
{
    double us = 1e6 * bytes / r[0].work / launches;
    if (opt.json) {
        printf("{\"bench\":\"kernel\",\"kernel\":\"%s\",\"bytes\":%.0f,\"us\":%.3f,\"gbps\":%.3f,"
               "\"read_gbps\":%.3f,\"share\":%.4f,\"lo\":%.4f,\"hi\":%.4f,\"chained_share\":%.4f,"
               "\"streams\":%s,\"rounds\":%d,\"dropped\":%d,\"noisy\":%s}\n",
               name, bytes / launches, us, r[0].work / 1e9, r[0].read / 1e9, r[0].share.mid,
               r[0].share.lo, r[0].share.hi, r[1].share.mid, r[0].wanted ? "true" : "false",
               r[0].counted, r[0].dropped, r[0].noisy ? "true" : "false");
        return;
    }
    printf("%-24s %10.3f %10.1f %8.2f", name, bytes / launches / 1e6, us, r[0].work / 1e9);
    print_share(&r[0]);
    print_share(&r[1]);
    printf(r[0].wanted ? "\n" : "   from caches\n");
}

/* Fills *r; r->wanted stays 0 for a kernel that finds its data in the caches. */
static int time_kernel(bench *b, const ts_kernel_def *def, bool chained, ts_rounds *r,
                       double *bytes, int *launches, ts_error *err)
{
    double seconds;
    ts_kernel_bench *k =
        ts_kernel_bench_new(b->device, def, &b->shape, b->block, b->bytes, chained, err);
    int rc = k ? ts_kernel_bench_work(k, bytes, &seconds, err) : -1; /* warm */
    if (!rc) *launches = ts_kernel_bench_launches(k);
    if (!rc && ts_kernel_bench_streams(k)) {
        rc = ts_rounds_run(r, opt.rounds, b->reader, ts_kernel_bench_work, k, err);
    } else if (!rc) {
        rc = ts_kernel_bench_work(k, bytes, &seconds, err);
        *r = (ts_rounds){.work = *bytes / seconds, .counted = 1};
    }
    ts_kernel_bench_free(k);
    return rc;
}

/* A disturbed measurement says so in its line and does not end the others. */
static int bench_kernel(bench *b, const ts_kernel_def *def)
{
    ts_rounds r[2] = {{0}, {0}};
    ts_error err = {0};
    double bytes = 0;
    int launches = 1;
    int rc = time_kernel(b, def, false, &r[0], &bytes, &launches, &err);
    if (!rc && r[0].wanted) rc = time_kernel(b, def, true, &r[1], &bytes, &launches, &err);
    if (!rc)
        print_kernel(def->name, launches, r, bytes);
    else
        fprintf(opt.json ? stderr : stdout, "%-24s %s\n", def->name, err.text);
    return rc;
}

static int bench_kernels(bench *b, ts_error *err)
{
    int failed = 0;
    if (!opt.json)
        printf("\n%-24s %10s %10s %8s   %s\n", "kernel", "MB/launch", "us/launch", "GB/s",
               " share of reading, alone   in a chain");
    for (size_t i = 0; ts_kernel_at(i); i++) {
        failed += bench_kernel(b, ts_kernel_at(i)) != 0;
        fflush(stdout);
    }
    return failed ? ts_fail(err, "%d kernels could not be measured", failed) : 0;
}

/* ---- decode ---- */

static int decode_some(void *arg, double *bytes, double *seconds, ts_error *err)
{
    bench *b = arg;
    const ts_engine_info *info = ts_engine_describe(b->engine);
    ts_engine_rewind(b->engine, (uint32_t)opt.context);
    double start = ts_seconds();
    for (int i = 0; i < opt.tokens; i++)
        if (ts_engine_advance(b->engine, err)) return -1;
    int32_t id; /* reading it waits for the device */
    if (ts_engine_greedy(b->engine, &id, err)) return -1;
    *seconds = ts_seconds() - start;
    double middle = opt.context + opt.tokens / 2.0;
    *bytes = opt.tokens * ((double)info->token_bytes + middle * (double)info->position_bytes);
    return 0;
}

typedef struct share {
    const char *kernel;
    double seconds;
    uint64_t bytes;
    int launches;
} share;

static int by_time(const void *a, const void *b)
{
    double x = ((const share *)a)->seconds, y = ((const share *)b)->seconds;
    return x < y ? 1 : x > y ? -1 : 0;
}

static size_t group(share *s, const double *seconds, const char **kernel, const uint64_t *bytes,
                    size_t n)
{
    size_t kinds = 0;
    for (size_t i = 0; i < n; i++) {
        size_t j = 0;
        while (j < kinds && strcmp(s[j].kernel, kernel[i]) != 0) j++;
        if (j == kinds) s[kinds++] = (share){.kernel = kernel[i]};
        s[j].seconds += seconds[i];
        s[j].bytes += bytes[i];
        s[j].launches++;
    }
    qsort(s, kinds, sizeof *s, by_time);
    return kinds;
}

/* Where the time of one token goes, each launch alone: a little more than the replay takes. */
static int breakdown(bench *b, double token, ts_error *err)
{
    size_t n = ts_engine_describe(b->engine)->launches;
    double *seconds = calloc(n, sizeof *seconds), small = 0, all = 0;
    const char **kernel = calloc(n, sizeof *kernel);
    uint64_t *bytes = calloc(n, sizeof *bytes);
    share *s = calloc(n, sizeof *s);
    int rc = seconds && kernel && bytes && s ? 0 : ts_fail(err, "no memory for a profile");
    if (!rc) rc = ts_engine_profile(b->engine, seconds, kernel, bytes, err);
    size_t kinds = rc ? 0 : group(s, seconds, kernel, bytes, n);
    for (size_t i = 0; i < kinds; i++) {
        bool matrix = strstr(s[i].kernel, "proj") || strstr(s[i].kernel, "gate") ||
                      strstr(s[i].kernel, "lm_head");
        all += s[i].seconds;
        if (!matrix) small += s[i].seconds;
        if (!opt.json)
            printf("  %-28s %4d launches %9.1f us %8.2f GB/s\n", s[i].kernel, s[i].launches,
                   1e6 * s[i].seconds, (double)s[i].bytes / s[i].seconds / 1e9);
    }
    if (!rc && !opt.json)
        printf("  all that is no matrix: %.2f %% of %.2f ms; a replayed token takes %.2f ms\n",
               100 * small / all, 1e3 * all, 1e3 * token);
    else if (!rc)
        printf("{\"bench\":\"profile\",\"other_share\":%.5f,\"sum_ms\":%.4f,\"token_ms\":%.4f}\n",
               small / all, 1e3 * all, 1e3 * token);
    free(seconds);
    free(kernel);
    free(bytes);
    free(s);
    return rc;
}

static void print_decode(const ts_rounds *r, double token)
{
    printf("\ndecode at context %d: %.2f tok/s, %.2f GB/s", opt.context, 1 / token, r->work / 1e9);
    if (r->read > 0)
        printf(" = %.1f %% of reading [%.1f, %.1f]", 100 * r->share.mid, 100 * r->share.lo,
               100 * r->share.hi);
    printf(", %d rounds (%d dropped)%s\n", r->counted, r->dropped, r->noisy ? ", noisy" : "");
}

static int bench_decode(bench *b, ts_error *err)
{
    double bytes, seconds;
    ts_rounds r;
    ts_error disturbed = {0};
    if (ts_engine_pretend(b->engine, (uint32_t)opt.context, err) ||
        decode_some(b, &bytes, &seconds, err))
        return -1;
    if (ts_rounds_run(&r, opt.rounds, b->reader, decode_some, b, &disturbed))
        return ts_fail(err, "%s", disturbed.text);
    double token = bytes / r.work / opt.tokens;
    if (opt.json)
        printf("{\"bench\":\"decode\",\"model\":\"%s\",\"context\":%d,\"tok_s\":%.3f,\"gbps\":%.3f,"
               "\"read_gbps\":%.3f,\"share\":%.4f,\"lo\":%.4f,\"hi\":%.4f,\"rounds\":%d,"
               "\"dropped\":%d,\"noisy\":%s}\n",
               ts_engine_describe(b->engine)->name, opt.context, 1 / token, r.work / 1e9,
               r.read / 1e9, r.share.mid, r.share.lo, r.share.hi, r.counted, r.dropped,
               r.noisy ? "true" : "false");
    else
        print_decode(&r, token);
    return breakdown(b, token, err);
}

static bool wanted(int words, char **argv, const char *name)
{
    for (int i = 1; i <= words; i++)
        if (!strcmp(argv[i], name)) return true;
    return words == 0;
}

static int unknown_word(int words, char **argv)
{
    static const char *const names[] = {"ceiling", "kernels", "decode", NULL};
    for (int i = 1; i <= words; i++) {
        bool known = false;
        for (int j = 0; names[j]; j++) known |= !strcmp(argv[i], names[j]);
        const char *near = ts_nearest(argv[i], names);
        if (!known)
            return ts_usage_error("bench", "no benchmark '%s'; did you mean %s?", argv[i],
                                  near ? near : "ceiling, kernels or decode");
    }
    return 0;
}

int ts_cmd_bench(int argc, char **argv)
{
    opt = (struct options){
        .model = "synthetic:r1-distill-1.5b", .rounds = 9, .tokens = 8, .context = 16};
    int words = ts_args_parse(&spec, argc, argv);
    if (words < 0) return ts_args_exit(words);
    if (unknown_word(words, argv)) return 2;
    opt.ctx = opt.context + opt.tokens + 2;
    ts_error err = {0};
    bench b = {0};
    int rc = open_bench(&b, &err);
    bool ceiling = wanted(words, argv, "ceiling") && (words || b.reader);
    if (!rc && ceiling) rc = bench_ceiling(&b, &err);
    if (!rc && wanted(words, argv, "kernels")) rc = bench_kernels(&b, &err);
    if (!rc && wanted(words, argv, "decode")) rc = bench_decode(&b, &err);
    ts_reader_free(b.reader);
    ts_engine_close(b.engine);
    if (rc) fprintf(stderr, "tessera bench: %s\n", err.text);
    return rc ? 1 : 0;
}

/* cmd_run.c - `tessera run`: a prompt in, text out, and what it cost.
 *
 * Text goes to stdout as it is made; everything else to stderr, in the lines that people who compare
 * engines already know. The share of the ceiling is measured after the text, in the same process. */
#include <math.h>
#include <signal.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "bench/ceiling.h"
#include "bench/rounds.h"
#include "engine/chat.h"
#include "engine/config.h"
#include "engine/sampler.h"
#include "engine/tokenizer.h"
#include "tessera/engine.h"
#include "tool/args.h"
#include "tool/progress.h"
#include "tool/tool.h"

#ifndef TESSERA_DEFAULT_MODEL
#define TESSERA_DEFAULT_MODEL "models/tessera-tiny"
#endif

static struct options {
    const char *model, *prompt, *prompt_file, *ids, *device, *dtype, *kv;
    bool chat, json, ignore_eos, no_ceiling, quiet;
    int max_tokens, threads, ctx, top_k, seed;
    double temp, top_p, min_p, penalty;
} opt;

static const ts_arg options[] = {
    {"model", 'm', "DIR|ID|synthetic:PRESET",
     "Model folder, an id in the Hugging Face cache, or random weights "
     "of true shapes: synthetic:r1-distill-1.5b (-7b, -14b, -32b), synthetic:mini. "
     "Default: the small model that comes with Tessera.",
     TS_ARG_TEXT, &opt.model, 0, 0},
    {"prompt", 'p', "TEXT", "The prompt: raw text behind the model's BOS token.", TS_ARG_TEXT,
     &opt.prompt, 0, 0},
    {"prompt-file", 'f', "FILE", "Read the prompt from FILE; - is standard input.", TS_ARG_TEXT,
     &opt.prompt_file, 0, 0},
    {"prompt-ids", 0, "N,N,...", "Token ids instead of text.", TS_ARG_TEXT, &opt.ids, 0, 0},
    {"chat", 0, NULL, "Put the prompt into the model's chat template, as a user's message.",
     TS_ARG_FLAG, &opt.chat, 0, 0},
    {"max-tokens", 'n', "N", "Stop after N tokens (default 128).", TS_ARG_INT, &opt.max_tokens, 0,
     1 << 24},
    {"ignore-eos", 0, NULL, "Go on after an end-of-text token.", TS_ARG_FLAG, &opt.ignore_eos, 0,
     0},
    {"temp", 0, "T", "Temperature; 0 (default) always takes the likeliest token.", TS_ARG_REAL,
     &opt.temp, 0, 100},
    {"top-k", 0, "K", "Sample among the K likeliest; 0 (default): all.", TS_ARG_INT, &opt.top_k, 0,
     1 << 24},
    {"top-p", 0, "P", "Sample among the fewest tokens that together reach P (default 1).",
     TS_ARG_REAL, &opt.top_p, 1e-9, 1},
    {"min-p", 0, "P", "Drop tokens less likely than P times the likeliest (default 0).",
     TS_ARG_REAL, &opt.min_p, 0, 1},
    {"repetition-penalty", 0, "R",
     "Make tokens that were there already less likely (default 1: off).", TS_ARG_REAL, &opt.penalty,
     0.01, 100},
    {"seed", 's', "N", "Seed of the sampler (default 1).", TS_ARG_INT, &opt.seed, 0, INT32_MAX},
    {"device", 'd', "NAME", "cpu (default), cpu:avx2, opencl:0, ...: see `tessera devices`.",
     TS_ARG_TEXT, &opt.device, 0, 0},
    {"dtype", 0, "f32|f16|bf16",
     "Of synthetic weights (default bf16). A model folder keeps the dtype of its files.",
     TS_ARG_WORD, &opt.dtype, 0, 0},
    {"kv", 0, "f32|f16|bf16",
     "Of the KV cache; default f16 (bf16 where that is too narrow), f32 for a model in f32.",
     TS_ARG_WORD, &opt.kv, 0, 0},
    {"threads", 't', "N", "Worker threads; 0 (default): one a core that this process may use.",
     TS_ARG_INT, &opt.threads, 0, 1024},
    {"ctx", 'c', "N", "Positions that fit in the KV cache; default 4096, or the model's limit.",
     TS_ARG_INT, &opt.ctx, 0, 1 << 24},
    {"json", 0, NULL, "One JSON object on stdout at the end, instead of the text.", TS_ARG_FLAG,
     &opt.json, 0, 0},
    {"no-ceiling", 0, NULL, "Do not measure this machine's read bandwidth at the end.", TS_ARG_FLAG,
     &opt.no_ceiling, 0, 0},
    {"quiet", 'q', NULL, "Only the text.", TS_ARG_FLAG, &opt.quiet, 0, 0},
    {0},
};

static const ts_args spec = {
    .command = "run",
    .about = "Writes text with a model. The prompt is raw text unless --chat is given.",
    .examples = "  tessera run --prompt \"The capital of France is\" --max-tokens 64\n"
                "  tessera run --model deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B --chat \\\n"
                "              --prompt \"Why is the sky blue?\" --temp 0.6 --top-p 0.95\n"
                "  tessera run --model synthetic:r1-distill-1.5b --max-tokens 32\n",
    .options = options,
};

typedef struct run {
    ts_engine *engine;
    ts_tokenizer *tokenizer; /* NULL for synthetic weights */
    ts_sampler *sampler;
    float *logits;
    char *text; /* the prompt as it was given */
    size_t n_text;
    int32_t *prompt, *made;
    size_t n_prompt, n_made;
    double load, prefill, decode; /* seconds */
    ts_progress progress;
    bool progressing;
    bool stopped, full; /* by an end-of-text token; by the context */
} run;

static volatile sig_atomic_t interrupted;

static void on_interrupt(int signal)
{
    (void)signal;
    interrupted = 1;
}

static void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
static void say(const char *format, ...)
{
    if (opt.quiet) return;
    va_list ap;
    va_start(ap, format);
    vfprintf(stderr, format, ap);
    va_end(ap);
}

/* ---- opening ---- */

static void show_plan(void *arg, const char *text)
{
    (void)arg;
    say("%s", text);
}

static void show_note(void *arg, const char *text)
{
    (void)arg;
    say("%s\n", text);
}

static void show_progress(void *arg, const char *what, uint64_t done, uint64_t total)
{
    run *r = arg;
    if (opt.quiet) return;
    if (!r->progressing) ts_progress_begin(&r->progress, what, "B", (double)total);
    r->progressing = true;
    ts_progress_step(&r->progress, (double)done);
}

/* synthetic:PRESET and --dtype make synthetic:PRESET:DTYPE. */
static int full_model_name(char *name, size_t cap, ts_error *err)
{
    bool synthetic = !strncmp(opt.model, "synthetic:", 10);
    if (opt.dtype && !synthetic)
        return ts_fail(err,
                       "--dtype is for synthetic weights; a model folder keeps the dtype of its "
                       "files, leave it out");
    bool said = synthetic && strchr(opt.model + 10, ':');
    if (opt.dtype && said)
        return ts_fail(err, "%s names a dtype already; leave out --dtype", opt.model);
    int n =
        snprintf(name, cap, "%s%s%s", opt.model, opt.dtype ? ":" : "", opt.dtype ? opt.dtype : "");
    return n < 0 || (size_t)n >= cap ? ts_fail(err, "the model's name is too long") : 0;
}

static int open_model(run *r, ts_error *err)
{
    char name[4096];
    if (full_model_name(name, sizeof name, err)) return -1;
    ts_engine_options o = {.model = name,
                           .device = opt.device,
                           .threads = opt.threads,
                           .ctx = (uint32_t)opt.ctx,
                           .kv = ts_tool_dtype(opt.kv, TS_NDTYPE),
                           .plan = show_plan,
                           .note = show_note,
                           .progress = show_progress,
                           .arg = r};
    double start = ts_seconds();
    r->engine = ts_engine_open(&o, err);
    if (r->progressing) ts_progress_end(&r->progress);
    if (!r->engine) return -1;
    const ts_engine_info *info = ts_engine_describe(r->engine);
    uint32_t valid = info->vocab;
    if (info->folder[0]) {
        r->tokenizer = ts_tokenizer_open(info->folder, err);
        if (!r->tokenizer) return -1;
        valid = (uint32_t)ts_tokenizer_size(r->tokenizer);
        if (ts_engine_limit(r->engine, valid, err)) return -1;
    }
    ts_sampling how = {opt.temp, opt.top_k, opt.top_p, opt.min_p, opt.penalty, (uint64_t)opt.seed};
    r->sampler = ts_sampler_new(&how, valid, err);
    r->logits = malloc(info->vocab * sizeof *r->logits);
    r->made = calloc((size_t)opt.max_tokens + 1, sizeof *r->made);
    if (!r->logits || !r->made) return ts_fail(err, "no memory for the logits");
    r->load = ts_seconds() - start;
    return r->sampler ? 0 : -1;
}

/* ---- the prompt ---- */

static char *read_all(FILE *f, size_t *n, ts_error *err)
{
    char *text = NULL;
    size_t cap = 0, got = 1;
    for (*n = 0; got; *n += got) {
        if (*n + 65536 > cap) {
            cap = 2 * cap + 131072;
            char *more = realloc(text, cap);
            if (!more) {
                ts_fail(err, "no memory for a prompt of more than %zu bytes", *n);
                free(text);
                return NULL;
            }
            text = more;
        }
        got = fread(text + *n, 1, 65536, f);
    }
    return text;
}

static char *prompt_text(size_t *n, ts_error *err)
{
    if (!opt.prompt_file) {
        const char *text = opt.prompt ? opt.prompt : "";
        *n = strlen(text);
        return strdup(text);
    }
    FILE *f = strcmp(opt.prompt_file, "-") ? fopen(opt.prompt_file, "rb") : stdin;
    if (!f) {
        ts_fail(err, "cannot read the prompt from %s: %s", opt.prompt_file, strerror(errno));
        return NULL;
    }
    char *text = read_all(f, n, err);
    bool bad = ferror(f) != 0;
    if (f != stdin) fclose(f);
    if (!bad) return text;
    ts_fail(err, "cannot read the prompt from %s", opt.prompt_file);
    free(text);
    return NULL;
}

static int parse_ids(run *r, const char *text, ts_error *err)
{
    r->prompt = calloc(strlen(text) + 1, sizeof *r->prompt);
    if (!r->prompt) return ts_fail(err, "no memory for the prompt");
    for (const char *s = text; *s;) {
        char *end;
        long id = strtol(s, &end, 10);
        if (end == s || id < 0 || id > INT32_MAX || (*end && *end != ','))
            return ts_fail(err, "--prompt-ids wants numbers with commas between, not '%.20s'", s);
        r->prompt[r->n_prompt++] = (int32_t)id;
        s = end + (*end == ',');
    }
    return 0;
}

static int encode(run *r, const char *text, size_t n, ts_error *err)
{
    unsigned flags = TS_TOK_SPECIAL | (opt.chat ? 0 : TS_TOK_BOS);
    return ts_tokenizer_encode(r->tokenizer, text, n, flags, &r->prompt, &r->n_prompt, err);
}

static int encode_chat(run *r, ts_error *err)
{
    size_t len;
    ts_chat *chat = ts_chat_open(ts_engine_describe(r->engine)->folder, err);
    char *asked = chat ? ts_chat_ask(chat, r->text, r->n_text, &len, err) : NULL;
    int rc = asked ? encode(r, asked, len, err) : -1;
    free(asked);
    ts_chat_close(chat);
    return rc;
}

/* Before the model is opened: a missing file should not cost a load. */
static int read_prompt(run *r, ts_error *err)
{
    if (opt.ids) return parse_ids(r, opt.ids, err);
    r->text = prompt_text(&r->n_text, err);
    return r->text ? 0 : -1;
}

static int make_prompt(run *r, ts_error *err)
{
    if (opt.ids) return 0;
    if (!r->tokenizer) return parse_ids(r, "1,2,3,4,5,6", err); /* random weights, any tokens do */
    int rc = opt.chat ? encode_chat(r, err) : encode(r, r->text, r->n_text, err);
    if (!rc && !r->n_prompt) return ts_fail(err, "the prompt is empty; use --prompt TEXT");
    return rc;
}

/* ---- writing ---- */

static int choose(run *r, int32_t *id, ts_error *err)
{
    if (ts_sampler_is_greedy(r->sampler)) return ts_engine_greedy(r->engine, id, err);
    if (ts_engine_logits(r->engine, r->logits, err)) return -1;
    *id = ts_sampler_draw(r->sampler, r->logits);
    return *id < 0 ? ts_fail(err, "the model's logits are no numbers to draw from") : 0;
}

static void print_piece(run *r, ts_detok *d, int32_t id)
{
    char small[256];
    if (opt.json) return;
    if (!r->tokenizer) {
        printf("%d ", id);
    } else {
        size_t bound = ts_detok_bound(d, id);
        char *out = bound > sizeof small ? malloc(bound) : small;
        ptrdiff_t n =
            out ? ts_detok_push(d, id, out, bound > sizeof small ? bound : sizeof small) : 0;
        if (n > 0) fwrite(out, 1, (size_t)n, stdout);
        if (out != small) free(out);
    }
    fflush(stdout);
}

static bool ends(const run *r, int32_t id)
{
    return r->tokenizer && !opt.ignore_eos && ts_tokenizer_is_eos(r->tokenizer, id);
}

static int append(run *r, int32_t id, ts_error *err)
{
    if (ts_sampler_is_greedy(r->sampler)) return ts_engine_advance(r->engine, err);
    return ts_engine_feed(r->engine, &id, 1, err);
}

static int prefill(run *r, ts_error *err)
{
    ts_progress p = {0};
    double start = ts_seconds();
    if (!opt.quiet) ts_progress_begin(&p, "reading the prompt", "tok", (double)r->n_prompt);
    int rc = 0;
    int32_t id; /* reading it waits for the device: then progress, time and interrupt are true */
    for (size_t i = 0; i < r->n_prompt && !rc && !interrupted; i += 16) {
        size_t n = r->n_prompt - i < 16 ? r->n_prompt - i : 16;
        rc = ts_engine_feed(r->engine, r->prompt + i, n, err);
        if (!rc) rc = ts_engine_greedy(r->engine, &id, err);
        if (!opt.quiet) ts_progress_step(&p, (double)(i + n));
    }
    if (!opt.quiet) ts_progress_end(&p);
    r->prefill = ts_seconds() - start;
    for (size_t i = 0; i < r->n_prompt; i++) ts_sampler_saw(r->sampler, r->prompt[i]);
    return rc;
}

/* The first token comes out of the prompt's own logits; so N tokens need N - 1 more steps. */
static int generate(run *r, ts_error *err)
{
    ts_detok d;
    if (r->tokenizer) ts_detok_init(&d, r->tokenizer, true);
    double start = ts_seconds();
    int rc = 0;
    uint32_t ctx = ts_engine_describe(r->engine)->ctx;
    while (!rc && !interrupted && r->n_made < (size_t)opt.max_tokens) {
        int32_t id;
        r->full = r->n_made && ts_engine_position(r->engine) == ctx;
        if (r->full) break;
        if (r->n_made) rc = append(r, r->made[r->n_made - 1], err);
        if (!rc) rc = choose(r, &id, err);
        if (rc) break;
        r->made[r->n_made++] = id;
        ts_sampler_saw(r->sampler, id);
        if ((r->stopped = ends(r, id))) break;
        print_piece(r, &d, id);
    }
    r->decode = ts_seconds() - start;
    char tail[8];
    ptrdiff_t n = r->tokenizer && !opt.json ? ts_detok_flush(&d, tail, sizeof tail) : 0;
    if (n > 0) fwrite(tail, 1, (size_t)n, stdout);
    if (!opt.json) printf("\n");
    fflush(stdout);
    return rc;
}

/* ---- what it cost ---- */

static double rate(double n, double seconds)
{
    return seconds > 0 ? n / seconds : 0;
}

/* Bytes per second while decoding: every step after the first token read all weights and the cache. */
static double decode_bandwidth(const run *r)
{
    const ts_engine_info *i = ts_engine_describe(r->engine);
    double steps = r->n_made > 1 ? (double)(r->n_made - 1) : 0;
    double middle = (double)r->n_prompt + steps / 2;
    return rate(steps * ((double)i->token_bytes + middle * (double)i->position_bytes), r->decode);
}

/* Bytes per second that reading alone reaches; 0 where that says nothing about this model, or on
 * stand-ins for devices. Less than a gigabyte of weights in one piece could be read from a large cache:
 * then other memory is read. A second has to do on other devices than the CPU: some are slow. */
static double measure_ceiling(run *r, ts_error *err)
{
    enum { SMALL_MODEL = 256 << 20, READ = 1 << 30 };
    size_t bytes;
    ts_ceiling c = {0};
    const void *data = ts_engine_largest(r->engine, &bytes);
    bool small = ts_engine_describe(r->engine)->weight_bytes < SMALL_MODEL;
    ts_device *dev = ts_engine_device(r->engine);
    if (opt.no_ceiling || r->n_made < 2 || small || !ts_reader_fits(dev)) return 0;
    bool cpu = !strncmp(ts_device_target(dev), "cpu", 3);
    size_t enough = cpu ? READ : SMALL_MODEL;
    ts_reader *reader = ts_reader_new(dev, bytes < enough ? NULL : data, enough, err);
    if (reader && !cpu) ts_reader_within(reader, 1, NULL, NULL);
    if (reader) ts_reader_tune(reader, 3, &c, err);
    ts_reader_free(reader);
    return ts_failed(err) ? -1 : c.gbps * 1e9;
}

static void report(run *r, double ceiling)
{
    const ts_engine_info *i = ts_engine_describe(r->engine);
    double got = decode_bandwidth(r);
    if (r->full)
        say("Stopped: the context of %u positions is full; --ctx makes it longer\n", i->ctx);
    say("Generated %zu tokens in %.2fs (%.2f tok/s)\n", r->n_made, r->decode,
        rate((double)r->n_made, r->decode));
    if (!(got > 0)) return;
    say("Read %.3f GB a token, %.2f GB/s", (double)i->token_bytes / 1e9, got / 1e9);
    if (ceiling <= 0)
        say("\n");
    else if (i->weight_bytes < 1e9)
        say("; memory gives %.2f GB/s, but a model this small stays in the caches\n",
            ceiling / 1e9);
    else if (got > 1.02 * ceiling)
        say("; memory gives %.2f GB/s: faster than the ceiling, so one of the two was disturbed\n",
            ceiling / 1e9);
    else
        say(": %.1f %% of the %.2f GB/s that memory gives here now\n", 100 * got / ceiling,
            ceiling / 1e9);
}

static char *joined_text(run *r)
{
    size_t cap = 16, n = 0;
    ts_detok d;
    ts_detok_init(&d, r->tokenizer, true);
    for (size_t i = 0; i < r->n_made; i++) cap += ts_detok_bound(&d, r->made[i]);
    char *text = malloc(cap);
    for (size_t i = 0; text && i < r->n_made; i++) {
        ptrdiff_t got = ends(r, r->made[i]) ? 0 : ts_detok_push(&d, r->made[i], text + n, cap - n);
        if (got > 0) n += (size_t)got;
    }
    ptrdiff_t got = text ? ts_detok_flush(&d, text + n, cap - n) : 0;
    if (text) text[n + (size_t)(got > 0 ? got : 0)] = 0;
    return text;
}

static json_t *id_array(const int32_t *id, size_t n)
{
    json_t *a = json_array();
    for (size_t i = 0; i < n; i++) json_array_append_new(a, json_integer(id[i]));
    return a;
}

static void print_json(run *r, double ceiling)
{
    const ts_engine_info *i = ts_engine_describe(r->engine);
    char *text = r->tokenizer ? joined_text(r) : NULL;
    json_t *o = json_pack(
        "{s:s, s:s, s:s, s:o, s:o, s:s*, s:s, s:f, s:f, s:f, s:f, s:f, s:I, s:I, s:f, s:f}",
        "model", i->name, "device", ts_device_name(ts_engine_device(r->engine)), "stop",
        r->stopped    ? "eos"
        : interrupted ? "interrupted"
                      : "length",
        "prompt_ids", id_array(r->prompt, r->n_prompt), "ids", id_array(r->made, r->n_made), "text",
        text, "kv",
        i->kv == TS_f32   ? "f32"
        : i->kv == TS_f16 ? "f16"
                          : "bf16",
        "load_s", r->load, "prefill_s", r->prefill, "prefill_tok_s",
        rate((double)r->n_prompt, r->prefill), "decode_s", r->decode, "decode_tok_s",
        rate((double)r->n_made, r->decode), "bytes_per_token", (json_int_t)i->token_bytes,
        "bytes_per_position", (json_int_t)i->position_bytes, "decode_bytes_s", decode_bandwidth(r),
        "ceiling_bytes_s", ceiling);
    if (o) json_dumpf(o, stdout, JSON_COMPACT | JSON_REAL_PRECISION(9));
    printf("\n");
    json_decref(o);
    free(text);
}

static void close_run(run *r)
{
    free(r->logits);
    free(r->made);
    free(r->prompt);
    free(r->text);
    ts_sampler_free(r->sampler);
    ts_tokenizer_close(r->tokenizer);
    ts_engine_close(r->engine);
}

static int work(run *r, ts_error *err)
{
    if (read_prompt(r, err) || open_model(r, err) || make_prompt(r, err)) return -1;
    say("Loaded %s on %s\n", ts_engine_describe(r->engine)->name,
        ts_device_name(ts_engine_device(r->engine)));
    if (prefill(r, err)) return -1;
    say("Prefill: %.2fs (%.1f tok/s)\n", r->prefill, rate((double)r->n_prompt, r->prefill));
    if (interrupted) return 0;
    if (generate(r, err)) return -1;
    double ceiling = interrupted ? 0 : measure_ceiling(r, err);
    if (ceiling < 0) return -1;
    report(r, ceiling);
    if (opt.json) print_json(r, ceiling);
    if (ferror(stdout) || fflush(stdout))
        return ts_fail(err, "cannot write the text to stdout: %s", strerror(errno));
    return 0;
}

int ts_cmd_run(int argc, char **argv)
{
    opt = (struct options){
        .model = TESSERA_DEFAULT_MODEL, .max_tokens = 128, .top_p = 1, .penalty = 1, .seed = 1};
    int words = ts_args_parse(&spec, argc, argv);
    if (words < 0) return ts_args_exit(words);
    if (opt.prompt && opt.prompt_file)
        return ts_usage_error("run", "--prompt and --prompt-file are two prompts; give one");
    if (!opt.prompt && !opt.prompt_file && !opt.ids) opt.prompt = "The capital of France is";
    struct sigaction stop = {.sa_handler = on_interrupt, .sa_flags = SA_RESETHAND};
    sigaction(SIGINT, &stop, NULL);
    ts_error err = {0};
    run r = {0};
    int rc = work(&r, &err);
    close_run(&r);
    if (rc) fprintf(stderr, "tessera run: %s\n", err.text);
    return rc ? 1 : interrupted ? 130 : 0;
}

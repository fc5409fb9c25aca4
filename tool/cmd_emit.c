/* cmd_emit.c - `tessera emit` and `tessera ir`: a kernel of the suite as text. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tessera/compile.h"
#include "tessera/suite.h"
#include "tool/args.h"
#include "tool/input.h"
#include "tool/tool.h"

static struct options {
    const char *target, *shape, *weight, *kv, *output;
    bool folded;
    int ctx;
} opt;

static const ts_arg emit_options[] = {
    {"target", 't', "NAME", "Target, e.g. cpu or cpu:avx2 (default cpu); see `tessera targets`.",
     TS_ARG_TEXT, &opt.target, 0, 0},
    {"output", 'o', "FILE", "Write it there instead of to stdout.", TS_ARG_TEXT, &opt.output, 0, 0},
    {"shape", 0, "PRESET", "Model shape (default r1-distill-1.5b).", TS_ARG_TEXT, &opt.shape, 0, 0},
    {"dtype", 0, "f32|f16|bf16", "Of the weights (default bf16).", TS_ARG_WORD, &opt.weight, 0, 0},
    {"kv", 0, "f32|f16|bf16", "Of the KV cache (default bf16).", TS_ARG_WORD, &opt.kv, 0, 0},
    {"ctx", 0, "N", "Positions in the KV cache (default 4096).", TS_ARG_INT, &opt.ctx, 1, 1 << 24},
    {0},
};

static const ts_arg ir_options[] = {
    {"folded", 0, NULL, "After constant folding, common subexpressions and dead code.", TS_ARG_FLAG,
     &opt.folded, 0, 0},
    {"shape", 0, "PRESET", "Model shape (default r1-distill-1.5b).", TS_ARG_TEXT, &opt.shape, 0, 0},
    {"dtype", 0, "f32|f16|bf16", "Of the weights (default bf16).", TS_ARG_WORD, &opt.weight, 0, 0},
    {"kv", 0, "f32|f16|bf16", "Of the KV cache (default bf16).", TS_ARG_WORD, &opt.kv, 0, 0},
    {"ctx", 0, "N", "Positions in the KV cache (default 4096).", TS_ARG_INT, &opt.ctx, 1, 1 << 24},
    {0},
};

static const ts_args emit_spec = {
    .command = "emit",
    .words = "KERNEL...",
    .about =
        "Prints the text that a target gets for kernels of the suite; \"all\" is every kernel.",
    .examples = "  tessera emit q_proj_matvec --target cpu:avx512\n  tessera emit all > suite.c\n"
                "  tessera emit all --target spirv -o suite.spv\n",
    .options = emit_options,
    .min_words = 1,
    .max_words = 64,
};

static const ts_args ir_spec = {
    .command = "ir",
    .words = "KERNEL...",
    .about = "Prints the tile IR of kernels of the suite; \"all\" is every kernel.",
    .examples = "  tessera ir attention_decode_gqa --folded\n",
    .options = ir_options,
    .min_words = 1,
    .max_words = 64,
};

static int shape_wanted(ts_shape *s, ts_error *err)
{
    const ts_target *target = ts_target_find(opt.target, err);
    if (!target || ts_shape_preset(opt.shape, s, err)) return -1;
    s->weight = s->norm = ts_tool_dtype(opt.weight, s->weight);
    s->kv = ts_tool_dtype(opt.kv, s->kv);
    if (opt.ctx) s->ctx = opt.ctx;
    ts_shape_tune(s, target);
    return ts_shape_check(s, err);
}

enum { MOST = 128 };

static int trace(const ts_kernel_def *def, const ts_shape *s, ts_kern **k, size_t *n, ts_error *err)
{
    for (int stage = 0; stage < (def->final ? 2 : 1); stage++) {
        if (*n == MOST) return ts_fail(err, "more than %d kernels at once", MOST);
        k[*n] = ts_kernel_trace(def, stage, s, err);
        if (!k[*n]) return -1;
        (*n)++;
    }
    return 0;
}

static int trace_word(const char *word, const ts_shape *s, ts_kern **k, size_t *n, ts_error *err)
{
    if (strcmp(word, "all")) {
        const ts_kernel_def *def = ts_kernel_find(word, err);
        return def ? trace(def, s, k, n, err) : -1;
    }
    for (size_t i = 0; ts_kernel_at(i); i++)
        if (trace(ts_kernel_at(i), s, k, n, err)) return -1;
    return 0;
}

static int print_ir(ts_kern *const *k, size_t n, ts_error *err)
{
    for (size_t i = 0; i < n; i++) {
        char *text = ts_ir_text(k[i], opt.folded);
        if (!text) return ts_fail(err, "no memory for the text of %s", ts_kernel_name(k[i]));
        printf("%s%s", i ? "\n" : "", text);
        free(text);
    }
    return 0;
}

static int write_file(const char *path, const char *text, size_t bytes, ts_error *err)
{
    FILE *to = fopen(path, "wb");
    bool written = to && fwrite(text, 1, bytes, to) == bytes;
    if (to && fclose(to)) written = false;
    return written ? 0 : ts_fail(err, "cannot write %s: %s", path, strerror(errno));
}

static int write_text(const char *text, size_t bytes, const ts_target *target, ts_error *err)
{
    if (opt.output) return write_file(opt.output, text, bytes, err);
    if (memchr(text, 0, bytes) && isatty(STDOUT_FILENO))
        return ts_fail(err, "%s is binary and no terminal shows it: give -o FILE", target->name);
    fwrite(text, 1, bytes, stdout);
    return 0;
}

static int print_text(ts_kern *const *k, size_t n, ts_error *err)
{
    const ts_target *target = ts_target_find(opt.target, err);
    size_t bytes = 0;
    char *text = target ? ts_emit(k, n, target, &bytes, err) : NULL;
    int rc = text ? write_text(text, bytes, target, err) : -1;
    free(text);
    return rc;
}

static int command(const ts_args *spec, int argc, char **argv,
                   int (*print)(ts_kern *const *, size_t, ts_error *))
{
    opt = (struct options){.target = "cpu", .shape = "r1-distill-1.5b"};
    int words = ts_args_parse(spec, argc, argv);
    if (words < 0) return ts_args_exit(words);
    ts_error err = {0};
    ts_shape shape;
    ts_kern *k[MOST];
    size_t n = 0;
    int rc = shape_wanted(&shape, &err);
    for (int i = 1; i <= words && !rc; i++) rc = trace_word(argv[i], &shape, k, &n, &err);
    if (!rc) rc = print(k, n, &err);
    while (n) ts_free(k[--n]);
    if (!rc) rc = ts_output_done(&err);
    if (rc) fprintf(stderr, "tessera %s: %s\n", spec->command, err.text);
    return rc ? 1 : 0;
}

int ts_cmd_emit(int argc, char **argv)
{
    return command(&emit_spec, argc, argv, print_text);
}

int ts_cmd_ir(int argc, char **argv)
{
    return command(&ir_spec, argc, argv, print_ir);
}

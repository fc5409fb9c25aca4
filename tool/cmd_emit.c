/* cmd_emit.c - `tessera emit` and `tessera ir`: a kernel of the suite as text. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tessera/compile.h"
#include "tessera/suite.h"
#include "engine/quant.h"
#include "tile/ir.h"
#include "tool/args.h"
#include "tool/input.h"
#include "tool/tool.h"

static struct options {
    const char *target, *tuning, *suite, *shape, *dtype, *kv, *set, *output;
    bool folded;
    int ctx;
} opt;

/* clang-format off */
#define WHICH                                                                                      \
    {"suite", 0, "NAME", "Kernels of this suite only (default all suites).", TS_ARG_TEXT,          \
     &opt.suite, 0, 0},                                                                            \
    {"shape", 0, "PRESET", "Model shape (default the suite's first: r1-distill-1.5b).",            \
     TS_ARG_TEXT, &opt.shape, 0, 0},                                                               \
    {"dtype", 0, "f32|f16|bf16|...", "Of the weights (default bf16).", TS_ARG_TEXT, &opt.dtype,    \
     0, 0},                                                                                        \
    {"kv", 0, "f32|f16|bf16|q8", "Of the KV cache (default bf16).", TS_ARG_TEXT, &opt.kv, 0, 0},      \
    {"ctx", 0, "N", "Positions in the KV cache (default 4096).", TS_ARG_INT, &opt.ctx, 1,          \
     1 << 24},                                                                                     \
    {"set", 0, "FIELD=VALUE,...", "Any field of the shape, as heads=12.", TS_ARG_TEXT, &opt.set,   \
     0, 0}
/* clang-format on */

static const ts_arg emit_options[] = {
    {"target", 't', "NAME", "Target, e.g. cpu or cpu:avx2 (default cpu); see `tessera targets`.",
     TS_ARG_TEXT, &opt.target, 0, 0},
    {"output", 'o', "FILE", "Write it there instead of to stdout.", TS_ARG_TEXT, &opt.output, 0, 0},
    {"tuning", 0, "NAME=N,...", "For a machine tuned so: streams=4,prefetch=2048 (cpu).",
     TS_ARG_TEXT, &opt.tuning, 0, 0},
    WHICH,
    {0},
};

static const ts_arg ir_options[] = {
    {"folded", 0, NULL, "After constant folding, common subexpressions and dead code.", TS_ARG_FLAG,
     &opt.folded, 0, 0},
    WHICH,
    {0},
};

static const ts_args emit_spec = {
    .command = "emit",
    .words = "[SUITE/]KERNEL...",
    .about = "Prints the text that a target gets for kernels of a suite; \"all\" is every kernel.",
    .examples = "  tessera emit q_proj_matvec --target cpu:avx512\n  tessera emit all > suite.c\n"
                "  tessera emit all --target spirv -o suite.spv\n",
    .options = emit_options,
    .min_words = 1,
    .max_words = 256,
};

static const ts_args ir_spec = {
    .command = "ir",
    .words = "[SUITE/]KERNEL...",
    .about = "Prints the tile IR of kernels of a suite; \"all\" is every kernel.",
    .examples = "  tessera ir attention_decode_gqa --folded\n",
    .options = ir_options,
    .min_words = 1,
    .max_words = 256,
};

/* ---- kernels ---- */

typedef struct traced {
    const ts_target *target;
    const ts_suite *suite;        /* --suite, or NULL */
    const ts_suite *of, *without; /* of the shape at hand; that has not what is asked for */
    ts_shape *shape;              /* NULL: none yet */
    ts_kern **k;
    size_t n, cap;
} traced;

/* "kv=f16,ctx=64" of the options that are words for fields. */
static int apply_options(const ts_suite *suite, ts_shape *s, ts_error *err)
{
    char text[512] = "";
    size_t n = 0;
    if (opt.dtype) {
        ts_dtype t = ts_weights_dtype(opt.dtype, strlen(opt.dtype));
        if (t == TS_NDTYPE) t = (ts_dtype)ts_dtype_find(opt.dtype);
        if ((int)t >= 0) ts_shape_dtype(suite, s, t, false);
        if ((int)t < 0 || ts_shape_dtype_of(suite, s, NULL) != t)
            return ts_fail(err, "--dtype %.40s: no dtype that weights of suite %s may have",
                           opt.dtype, suite->name);
    }
    bool codes = opt.kv && !strcmp(opt.kv, "q8");
    if (opt.kv)
        n += (size_t)snprintf(text + n, sizeof text - n, "kv=%.40s,", codes ? "i8" : opt.kv);
    if (opt.ctx) snprintf(text + n, sizeof text - n, "ctx=%d,", opt.ctx);
    return ts_shape_set(suite, s, text, err);
}

/* The shape that is asked for, as a shape of this suite. */
static int shape_wanted(traced *t, const ts_suite *suite, ts_error *err)
{
    if (t->of == suite) return 0;
    free(t->shape);
    t->of = suite;
    t->shape = ts_shape_new(suite, opt.shape, err);
    if (!t->shape || apply_options(suite, t->shape, err)) return -1;
    return ts_shape_fit(suite, t->shape, opt.set, t->target, err);
}

static int trace(traced *t, const ts_kernel_def *def, ts_error *err)
{
    if (shape_wanted(t, def->suite, err)) return -1;
    for (int stage = 0; stage < ts_kernel_stages(def, t->shape); stage++) {
        if (t->n == t->cap) {
            t->cap = t->cap ? 2 * t->cap : 64;
            ts_kern **more = realloc(t->k, t->cap * sizeof(ts_kern *));
            if (!more) return ts_fail(err, "no memory for %zu kernels", t->cap);
            t->k = more;
        }
        t->k[t->n] = ts_kernel_trace(def, stage, t->shape, err);
        if (!t->k[t->n]) return -1;
        t->n++;
    }
    return 0;
}

/* All are those of --suite, else of the first and of others that have what is asked for. */
static bool is_meant(traced *t, const ts_suite *suite)
{
    ts_error ignored = {0};
    if (t->suite) return suite == t->suite;
    if (suite == ts_suite_at(0) || suite == t->of) return true;
    if (suite == t->without) return false;
    if (!shape_wanted(t, suite, &ignored)) return true;
    free(t->shape);
    t->shape = NULL;
    t->of = NULL;
    t->without = suite;
    return false;
}

static int trace_word(traced *t, const char *word, ts_error *err)
{
    const ts_kernel_def *def;
    if (strcmp(word, "all")) {
        def = ts_kernel_find(word, t->suite, err);
        return def ? trace(t, def, err) : -1;
    }
    for (size_t i = 0; (def = ts_kernel_at(i)); i++)
        if (is_meant(t, def->suite) && trace(t, def, err)) return -1;
    return 0;
}

static int trace_words(traced *t, int words, char **word, ts_error *err)
{
    t->target = ts_target_find(opt.target, err);
    if (!t->target || (opt.suite && !(t->suite = ts_suite_find(opt.suite, err)))) return -1;
    for (int i = 0; i < words; i++)
        if (trace_word(t, word[i], err)) return -1;
    return 0;
}

static void drop(traced *t)
{
    while (t->n) ts_free(t->k[--t->n]);
    free(t->k);
    free(t->shape);
}

/* ---- what is printed ---- */

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
    const ts_target *plain = ts_target_find(opt.target, err);
    ts_target *target = plain ? ts_target_tuned(plain, opt.tuning, err) : NULL;
    size_t bytes = 0;
    char *text = target ? ts_emit(k, n, target, &bytes, err) : NULL;
    int rc = text ? write_text(text, bytes, target, err) : -1;
    free(text);
    free(target);
    return rc;
}

static int command(const ts_args *spec, int argc, char **argv,
                   int (*print)(ts_kern *const *, size_t, ts_error *))
{
    opt = (struct options){.target = "cpu"};
    int words = ts_args_parse(spec, argc, argv);
    if (words < 0) return ts_args_exit(words);
    ts_error err = {0};
    traced t = {0};
    int rc = trace_words(&t, words, argv + 1, &err);
    if (!rc) rc = print(t.k, t.n, &err);
    drop(&t);
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

/* cmd_quantize.c - `tessera quantize MODEL --to q8 OUT`: a model folder with weights of fewer bits. */
#include "engine/hub.h"
#include "engine/quantise.h"
#include "tool/args.h"
#include "tool/progress.h"
#include "tool/tool.h"
#include "tool/words.h"

#include <stdio.h>

typedef struct screen {
    ts_progress progress;
    bool begun;
} screen;

static void progress(void *arg, uint64_t done, uint64_t total)
{
    screen *s = arg;
    if (!s->begun) ts_progress_begin(&s->progress, "quantizing", "B", (double)total);
    s->begun = true;
    ts_progress_step(&s->progress, (double)done);
}

static int make(const char *model, const char *out, const char *format)
{
    char dir[4096];
    ts_error err = {0};
    screen s = {.begun = false};
    ts_quantise q = {.format = format, .progress = progress, .arg = &s};
    int rc = ts_model_resolve(model, dir, sizeof dir, &err);
    if (!rc) rc = ts_quantise_folder(dir, out, &q, &err);
    if (s.begun) ts_progress_end(&s.progress);
    if (rc) {
        fprintf(stderr, "tessera quantize: %s\n", err.text);
        return 1;
    }
    printf("%s: %zu matrices in %s, %zu tensor%s as they were; %.3f GB of %.3f GB\n", out,
           q.matrices, format, q.kept, ts_s(q.kept), (double)q.written / 1e9, (double)q.read / 1e9);
    return 0;
}

int ts_cmd_quantize(int argc, char **argv)
{
    const char *format = NULL;
    const ts_arg options[] = {
        {"to", 0, "q8|q4|mxfp4", "The format: 8.5, 4.5 or 4.25 bits a weight.", TS_ARG_WORD,
         &format, 0, 0},
        {0},
    };
    const ts_args spec = {
        .command = "quantize",
        .words = "MODEL OUT",
        .about = "Writes the folder OUT: the model with its matrices as codes that share a scale, "
                 "32 to one (doc/quantised.md). It is run, verified and measured like any other. "
                 "MODEL is a folder or ORG/NAME[@REVISION] from the cache, in f32, f16 or bf16. "
                 "OUT must not be there.",
        .examples = "  tessera quantize ~/models/DeepSeek-R1-Distill-Qwen-1.5B --to q8 r1-q8\n"
                    "  tessera run --model r1-q8",
        .options = options,
        .min_words = 2,
        .max_words = 2,
    };
    int words = ts_args_parse(&spec, argc, argv);
    if (words < 0) return ts_args_exit(words);
    if (!format) {
        fprintf(stderr, "tessera quantize: --to says which format; see tessera quantize --help\n");
        return 2;
    }
    return make(argv[1], argv[2], format);
}

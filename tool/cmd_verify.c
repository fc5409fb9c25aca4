/* cmd_verify.c - `tessera verify MODEL`: are the files of a model whole and well formed?
 *
 * One line a finding, then a summary. Exit status 1 when anything is wrong.
 */
#include "engine/hub.h"
#include "engine/verify.h"
#include "tool/args.h"
#include "tool/progress.h"
#include "tool/tool.h"

#include <stdio.h>

typedef struct screen {
    ts_progress progress;
    bool begun;
} screen;

static void say(void *arg, bool fault, const char *file, const char *text)
{
    screen *s = arg;
    fflush(stdout);
    if (s->begun && s->progress.live) fputs("\r\033[K", stderr);
    printf("%s %s: %s\n", fault ? "fault" : "note ", file, text);
}

static void progress(void *arg, uint64_t done, uint64_t total)
{
    screen *s = arg;
    if (!s->begun) ts_progress_begin(&s->progress, "hashing", "B", (double)total);
    s->begun = true;
    ts_progress_step(&s->progress, (double)done);
}

static int summarise(const char *dir, const ts_verify *v)
{
    printf("%s: %u file%s, %.3f GB, %llu tensor%s; ", dir, v->files, ts_s(v->files),
           (double)v->bytes / 1e9, (unsigned long long)v->tensors, ts_s(v->tensors));
    if (v->hashed) printf("%u compared with their hashes; ", v->hashed);
    if (v->faults)
        printf("%u fault%s\n", v->faults, v->faults == 1 ? "" : "s");
    else
        puts(v->hashed || !v->hash ? "no fault" : "no fault (no hashes to compare with)");
    return v->faults ? 1 : 0;
}

int ts_cmd_verify(int argc, char **argv)
{
    bool quick = false;
    const ts_arg options[] = {
        {"quick", 'q', NULL, "Check structure only; do not read and hash every byte.", TS_ARG_FLAG,
         &quick, 0, 0},
        {0},
    };
    const ts_args spec = {
        .command = "verify",
        .words = "MODEL",
        .about = "Checks the files of a model without running it: configuration, shapes, dtypes, "
                 "shards, tokenizer and, in a Hugging Face cache, the hash of every file. MODEL "
                 "is a folder or ORG/NAME[@REVISION] from the cache.",
        .examples = "  tessera verify ~/models/DeepSeek-R1-Distill-Qwen-1.5B\n"
                    "  tessera verify deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B",
        .options = options,
        .min_words = 1,
        .max_words = 1,
    };
    int words = ts_args_parse(&spec, argc, argv);
    char dir[4096];
    ts_error err = {0};
    screen s = {.begun = false};
    if (words < 0) return ts_args_exit(words);
    ts_verify v = {.say = say, .progress = progress, .arg = &s, .hash = !quick};
    int result = ts_model_resolve(argv[1], dir, sizeof dir, &err);
    if (!result) result = ts_verify_folder(dir, &v, &err);
    if (s.begun) ts_progress_end(&s.progress);
    if (!result) return summarise(dir, &v);
    fprintf(stderr, "tessera verify: %s\n", err.text);
    return 1;
}

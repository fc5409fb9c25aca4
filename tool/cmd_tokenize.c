/* cmd_tokenize.c - `tessera tokenize`: text on stdin to token ids on stdout.
 *
 * Either all of stdin is one text, or, with --jsonl, each line is an object with a "text".
 * Text that spells an added token is that token, as in the reference's encode.
 */
#include "engine/hub.h"
#include "engine/tokenizer.h"
#include "tool/args.h"
#include "tool/input.h"
#include "tool/tool.h"

#include <errno.h>
#include <jansson.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct job {
    const ts_tokenizer *tokenizer;
    unsigned flags;
    ts_error *err;
};

static void print_ids(const int32_t *ids, size_t n, const char *between)
{
    for (size_t i = 0; i < n; i++) printf("%s%d", i ? between : "", (int)ids[i]);
}

static int do_text(const struct job *job, const char *text, size_t n, bool json)
{
    int32_t *ids = NULL;
    size_t n_ids = 0;
    if (ts_tokenizer_encode(job->tokenizer, text, n, job->flags, &ids, &n_ids, job->err)) return -1;
    if (json) fputs("{\"ids\":[", stdout);
    print_ids(ids, n_ids, json ? "," : " ");
    puts(json ? "]}" : "");
    free(ids);
    return 0;
}

static int do_line(const struct job *job, const char *line, size_t n, size_t number)
{
    json_error_t wrong;
    json_t *object = json_loadb(line, n, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &wrong);
    json_t *text = json_object_get(object, "text");
    int failed = 0;
    if (!object)
        failed = ts_fail(job->err, "line %zu: %s", number, wrong.text);
    else if (!json_is_string(text))
        failed =
            ts_fail(job->err, "line %zu: an object with a string \"text\" is expected", number);
    else
        failed = do_text(job, json_string_value(text), json_string_length(text), true);
    json_decref(object);
    return failed;
}

static int do_lines(const struct job *job)
{
    char *line = NULL;
    size_t cap = 0, number = 0;
    ssize_t n;
    int failed = 0;
    while (!failed && (n = getline(&line, &cap, stdin)) >= 0)
        failed = do_line(job, line, (size_t)n, ++number);
    if (ferror(stdin))
        failed = ts_fail(job->err, "cannot read the text from standard input: %s", strerror(errno));
    free(line);
    return failed;
}

static int do_stdin(const struct job *job)
{
    size_t n = 0;
    char *text = ts_input_read("-", "the text", &n, job->err);
    int failed = text ? do_text(job, text, n, false) : -1;
    free(text);
    return failed;
}

int ts_cmd_tokenize(int argc, char **argv)
{
    const char *model = NULL;
    bool lines = false, bare = false;
    const ts_arg options[] = {
        {"model", 0, "DIR|ID", "the model folder, or its name in the Hugging Face cache",
         TS_ARG_TEXT, &model, 0, 0},
        {"jsonl", 0, NULL, "read lines of {\"text\":...}, write lines of {\"ids\":[...]}",
         TS_ARG_FLAG, &lines, 0, 0},
        {"no-special", 0, NULL, "do not put the BOS token in front", TS_ARG_FLAG, &bare, 0, 0},
        {0},
    };
    const ts_args spec = {
        .command = "tokenize",
        .about = "Reads text on stdin and writes the ids of its tokens on one line.",
        .examples = "echo -n Hello | tessera tokenize --model DIR",
        .options = options,
    };
    int words = ts_args_parse(&spec, argc, argv);
    if (words < 0) return ts_args_exit(words);
    if (!model) return ts_usage_error("tokenize", "--model DIR is missing");
    char dir[PATH_MAX];
    ts_error err = {""};
    ts_tokenizer *t = NULL;
    if (!ts_model_resolve(model, dir, sizeof dir, &err)) t = ts_tokenizer_open(dir, &err);
    struct job job = {t, TS_TOK_SPECIAL | (bare ? 0 : TS_TOK_BOS), &err};
    if (t && !(lines ? do_lines(&job) : do_stdin(&job))) ts_output_done(&err);
    ts_tokenizer_close(t);
    if (!ts_failed(&err)) return 0;
    fprintf(stderr, "tessera tokenize: %s\n", err.text);
    return 1;
}

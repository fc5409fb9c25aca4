/* cmd_chat_template.c - `tessera chat-template`: messages in JSON to the prompt's text.
 *
 * The text goes out as it is, with no line end of its own.
 */
#include "engine/chat.h"
#include "engine/hub.h"
#include "tool/args.h"
#include "tool/input.h"
#include "tool/tool.h"

#include <limits.h>
#include <stdlib.h>

static int print_prompt(const ts_chat *chat, bool generate, ts_error *err)
{
    size_t n = 0, out_n = 0;
    char *text = ts_input_read("-", "the messages", &n, err);
    if (!text) return -1;
    char *prompt = ts_chat_render(chat, text, n, generate, &out_n, err);
    free(text);
    if (!prompt) return -1;
    fwrite(prompt, 1, out_n, stdout);
    free(prompt);
    return ts_output_done(err);
}

int ts_cmd_chat_template(int argc, char **argv)
{
    const char *model = NULL;
    bool bare = false;
    const ts_arg options[] = {
        {"model", 0, "DIR|ID", "the model folder, or its name in the Hugging Face cache",
         TS_ARG_TEXT, &model, 0, 0},
        {"no-generation-prompt", 0, NULL, "do not open the assistant's turn at the end",
         TS_ARG_FLAG, &bare, 0, 0},
        {0},
    };
    const ts_args spec = {
        .command = "chat-template",
        .about = "Reads a JSON array of messages on stdin and writes the prompt that the model's "
                 "chat template makes of them.",
        .examples = "echo '[{\"role\":\"user\",\"content\":\"Hi\"}]' | "
                    "tessera chat-template --model DIR",
        .options = options,
    };
    int words = ts_args_parse(&spec, argc, argv);
    if (words < 0) return ts_args_exit(words);
    if (!model) return ts_usage_error("chat-template", "--model DIR is missing");
    char dir[PATH_MAX];
    ts_error err = {""};
    ts_chat *chat = NULL;
    if (!ts_model_resolve(model, dir, sizeof dir, &err)) chat = ts_chat_open(dir, &err);
    if (chat) print_prompt(chat, !bare, &err);
    ts_chat_close(chat);
    if (!ts_failed(&err)) return 0;
    fprintf(stderr, "tessera chat-template: %s\n", err.text);
    return 1;
}

/* chat.h - chat messages to the text of a prompt, as a model's own template would write it.
 *
 * Templates are programs in a template language; there is no interpreter here. Each family
 * that we know has a renderer in C, chosen by recognising the template's text. An unknown
 * template is an error that says so, never a guess.
 */
#ifndef TESSERA_ENGINE_CHAT_H
#define TESSERA_ENGINE_CHAT_H

#include "tessera/error.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct ts_chat ts_chat;

/* Reads the template of the model in folder `dir`: chat_template.jinja, else chat_template in
 * tokenizer_config.json; of several with names the one called "default". NULL and *err when there
 * is none or it is unknown. */
ts_chat *ts_chat_open(const char *dir, ts_error *err);
void ts_chat_close(ts_chat *chat); /* NULL is fine */

/* Renders `n` bytes of JSON, an array of messages such as
 *   [{"role": "system", "content": "..."}, {"role": "user", "content": "..."}]
 * with roles system, user, assistant (content, or tool_calls and content null) and tool. With
 * `generate` the prompt ends where the assistant is to speak. Returns a new NUL-terminated string
 * of *out_n bytes, to be freed; NULL and *err when a message is not as the template needs it.
 *
 * The prompt begins with BOS. Encode it with TS_TOK_SPECIAL and without TS_TOK_BOS; what a
 * message says can then spell special tokens, as it can with the reference. */
char *ts_chat_render(const ts_chat *chat, const char *messages, size_t n, bool generate,
                     size_t *out_n, ts_error *err);

/* The prompt for one message of a user, `n` bytes of UTF-8, behind a system message if that is not NULL. */
char *ts_chat_ask(const ts_chat *chat, const char *system, const char *text, size_t n,
                  size_t *out_n, ts_error *err);

#endif

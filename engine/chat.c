/* chat.c - the chat templates we know, as C (engine/chat.h).
 *
 * DeepSeek-R1-Distill: the system text of the last system message, then in order
 *
 *   <|User|>text   <|Assistant|>text<|end of sentence|>   tool calls and their outputs
 *
 * with everything up to the last </think> cut from earlier answers. The template closes the
 * list of tool calls only after a second call of the conversation; that is what the models
 * were served with, so it is kept. A later revision lets the prompt end with "<think>\n".
 */
#include "engine/chat.h"
#include "engine/tokenizer_int.h"

#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_TEMPLATE_FILE = 1 << 20 };

struct ts_chat {
    char *bos;
    bool think; /* the prompt ends with "<think>\n" */
};

/* ---- recognising ---- */

/* SHA-256 of the first revision; the second differs by SUFFIX alone. */
static const char known[] = "b6835114b7303ddd78919a82e4d9f7d8c26ed0d7dfc36beeb12d524f6144eab1";

#define SUFFIX "<think>\\n"

static void hash(const char *text, size_t n, char hex[65])
{
    struct sha256_ctx sha;
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_init(&sha);
    sha256_update(&sha, n, (const uint8_t *)text);
    sha256_digest(&sha, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++) snprintf(hex + 2 * i, 3, "%02x", digest[i]);
}

/* Leaves SUFFIX out of the text, if it stands at the end of the generation prompt, and says
 * whether it did. */
static bool drop_suffix(char *text)
{
    char *at = strstr(text, SUFFIX);
    if (!at || strcmp(at + strlen(SUFFIX), "'}}{% endif %}")) return false;
    memmove(at, at + strlen(SUFFIX), strlen(at + strlen(SUFFIX)) + 1);
    return true;
}

/* `where` is the file that the template stands in. */
static int recognise(struct ts_chat *chat, const char *where, const char *template, ts_error *err)
{
    char hex[65], whole[65], *text = strdup(template);
    if (!text) return ts_fail(err, "not enough memory");
    size_t n = strlen(text);
    while (n && (text[n - 1] == '\n' || text[n - 1] == '\r')) text[--n] = 0;
    hash(text, n, whole);
    chat->think = drop_suffix(text);
    hash(text, strlen(text), hex);
    free(text);
    if (!strcmp(hex, known)) return 0;
    return ts_fail(err,
                   "%s: unknown chat template (sha256 %.16s...): only DeepSeek-R1-Distill's is "
                   "known; use a raw prompt",
                   where, whole);
}

/* Of templates with names, as [{"name", "template"}] or {name: template}, the one called "default". */
static json_t *default_of(json_t *all)
{
    json_t *entry;
    size_t i;
    if (json_is_object(all)) return json_object_get(all, "default");
    json_array_foreach(all, i, entry)
    {
        const char *name = json_string_value(json_object_get(entry, "name"));
        if (name && !strcmp(name, "default")) return json_object_get(entry, "template");
    }
    return NULL;
}

/* NULL where there is none. */
static int template_of(const ts_fields *config, const char **template)
{
    json_t *value = ts_field_value(config, "chat_template");
    bool named = json_is_array(value) || json_is_object(value);
    json_t *text = named ? default_of(value) : value;
    *template = json_string_value(text);
    if (!value || *template) return 0;
    return ts_fail(config->err,
                   named ? "%s: none of its chat templates is called \"default\"; use a raw prompt"
                         : "%s: chat_template is neither a text nor a list of texts with names",
                   config->where);
}

static int load(struct ts_chat *chat, const char *dir, const struct ts_words *w, ts_error *err)
{
    static const char name[] = "chat_template.jinja";
    size_t n = 0;
    char where[sizeof(ts_shown) + sizeof name], *file;
    const char *template = NULL, *bos = NULL;
    file = ts_folder_read(dir, name, MAX_TEMPLATE_FILE, true, &n, err);
    snprintf(where, sizeof where, "%s/%s", ts_show_path(dir).text, name);
    int failed = ts_failed(err) || (!file && template_of(&w->config, &template)) ||
                 ts_special_token(w, "bos_token", &bos);
    if (file) template = file;
    if (!failed && !template)
        failed = ts_fail(err, "%s: the model has no chat template; use a raw prompt",
                         ts_show_path(dir).text);
    failed = failed || recognise(chat, file ? where : w->config.where, template, err);
    if (!failed && !(chat->bos = strdup(bos ? bos : "")))
        failed = ts_fail(err, "not enough memory");
    free(file);
    return failed;
}

ts_chat *ts_chat_open(const char *dir, ts_error *err)
{
    struct ts_words words;
    struct ts_chat *chat = calloc(1, sizeof *chat);
    if (!chat) ts_fail(err, "%s: not enough memory", ts_show_path(dir).text);
    if (chat && !ts_words_load(&words, dir, err)) {
        int failed = load(chat, dir, &words, err);
        ts_words_free(&words);
        if (!failed) return chat;
    }
    ts_chat_close(chat);
    return NULL;
}

void ts_chat_close(ts_chat *chat)
{
    if (!chat) return;
    free(chat->bos);
    free(chat);
}

/* ---- rendering ---- */

struct render {
    FILE *to;
    size_t number; /* of the message, from 1 */
    bool calls_begun, outputs_begun, in_tools;
    ts_error *err;
};

static void say(struct render *r, const char *text)
{
    fputs(text, r->to);
}

/* Writes the string `object[key]`; anything else there is an error. */
static int say_value(struct render *r, json_t *object, const char *key)
{
    json_t *value = json_object_get(object, key);
    if (!json_is_string(value))
        return ts_fail(r->err, "message %zu: \"%s\" must be a string", r->number, key);
    fwrite(json_string_value(value), 1, json_string_length(value), r->to);
    return 0;
}

static int say_call(struct render *r, json_t *call)
{
    json_t *function = json_object_get(call, "function");
    bool again = r->calls_begun;
    say(r, again ? "\n" : "<｜Assistant｜><｜tool▁calls▁begin｜>");
    say(r, "<｜tool▁call▁begin｜>");
    r->calls_begun = true;
    if (say_value(r, call, "type")) return -1;
    say(r, "<｜tool▁sep｜>");
    if (say_value(r, function, "name")) return -1;
    say(r, "\n```json\n");
    if (say_value(r, function, "arguments")) return -1;
    say(r, "\n```<｜tool▁call▁end｜>");
    if (again) say(r, "<｜tool▁calls▁end｜><｜end▁of▁sentence｜>");
    return 0;
}

static int say_calls(struct render *r, json_t *calls)
{
    size_t i;
    json_t *call;
    r->in_tools = false;
    if (calls && !json_is_array(calls))
        return ts_fail(r->err, "message %zu: \"tool_calls\" must be an array", r->number);
    json_array_foreach(calls, i, call)
    {
        if (say_call(r, call)) return -1;
    }
    return 0;
}

/* Only what follows the last </think> of an earlier answer is told again. */
static int say_answer(struct render *r, json_t *content)
{
    static const char mark[] = "</think>";
    if (!json_is_string(content))
        return ts_fail(r->err, "message %zu: \"content\" must be a string or null", r->number);
    const char *text = json_string_value(content);
    size_t n = json_string_length(content);
    const char *from = text;
    say(r, r->in_tools ? "<｜tool▁outputs▁end｜>" : "<｜Assistant｜>");
    for (const char *found = text; !r->in_tools && found; from = found ? found : from) {
        found = memmem(from, n - (size_t)(from - text), mark, strlen(mark));
        if (found) found += strlen(mark);
    }
    fwrite(from, 1, n - (size_t)(from - text), r->to);
    say(r, "<｜end▁of▁sentence｜>");
    r->in_tools = false;
    return 0;
}

static int say_output(struct render *r, json_t *message)
{
    say(r, r->outputs_begun ? "\n" : "<｜tool▁outputs▁begin｜>");
    say(r, "<｜tool▁output▁begin｜>");
    r->in_tools = r->outputs_begun = true;
    if (say_value(r, message, "content")) return -1;
    say(r, "<｜tool▁output▁end｜>");
    return 0;
}

/* A message of another role says nothing, as in the template. */
static int say_message(struct render *r, json_t *message)
{
    const char *role = json_string_value(json_object_get(message, "role"));
    json_t *content = json_object_get(message, "content");
    if (!role) return ts_fail(r->err, "message %zu: \"role\" must be a string", r->number);
    if (!strcmp(role, "user")) {
        r->in_tools = false;
        say(r, "<｜User｜>");
        return say_value(r, message, "content");
    }
    if (!strcmp(role, "assistant"))
        return json_is_null(content) ? say_calls(r, json_object_get(message, "tool_calls"))
                                     : say_answer(r, content);
    return strcmp(role, "tool") ? 0 : say_output(r, message);
}

/* The last system message alone is told, and first. */
static int say_system(struct render *r, json_t *messages)
{
    json_t *message, *last = NULL;
    size_t i;
    json_array_foreach(messages, i, message)
    {
        const char *role = json_string_value(json_object_get(message, "role"));
        if (!role || strcmp(role, "system")) continue;
        last = message;
        r->number = i + 1;
    }
    return last ? say_value(r, last, "content") : 0;
}

static int say_all(struct render *r, const ts_chat *chat, json_t *messages, bool generate)
{
    json_t *message;
    size_t i;
    say(r, chat->bos);
    if (say_system(r, messages)) return -1;
    json_array_foreach(messages, i, message)
    {
        r->number = i + 1;
        if (say_message(r, message)) return -1;
    }
    if (r->in_tools)
        say(r, "<｜tool▁outputs▁end｜>");
    else if (generate)
        say(r, chat->think ? "<｜Assistant｜><think>\n" : "<｜Assistant｜>");
    return 0;
}

static char *render(const ts_chat *chat, json_t *messages, bool generate, size_t *out_n,
                    ts_error *err)
{
    char *out = NULL;
    struct render r = {.to = open_memstream(&out, out_n), .err = err};
    if (!r.to) {
        ts_fail(err, "not enough memory");
        return NULL;
    }
    int failed = say_all(&r, chat, messages, generate);
    bool full = ferror(r.to);
    full = fclose(r.to) || full;
    if (full) failed = ts_fail(err, "not enough memory");
    if (!failed) return out;
    free(out);
    return NULL;
}

char *ts_chat_render(const ts_chat *chat, const char *text, size_t n, bool generate, size_t *out_n,
                     ts_error *err)
{
    json_error_t wrong;
    bool marked = n >= 3 && !memcmp(text, "\xef\xbb\xbf", 3); /* a BOM, as some editors write it */
    if (marked) text += 3, n -= 3;
    json_t *messages = json_loadb(text, n, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &wrong);
    char *out = NULL;
    if (!messages)
        ts_fail(err, "messages, line %d: %s", wrong.line, wrong.text);
    else if (!json_is_array(messages))
        ts_fail(err, "messages must be a JSON array");
    else
        out = render(chat, messages, generate, out_n, err);
    json_decref(messages);
    return out;
}

/* A list of one message, or two. */
static json_t *ask(const char *system, const char *text, size_t n)
{
    json_t *content = json_stringn(text, n), *rule = system ? json_string(system) : NULL;
    if (!content || (system && !rule)) {
        json_decref(content);
        json_decref(rule);
        return NULL;
    }
    json_t *list = json_pack("[{s:s,s:o}]", "role", "user", "content", content);
    if (rule)
        json_array_insert_new(list, 0, json_pack("{s:s,s:o}", "role", "system", "content", rule));
    return list;
}

char *ts_chat_ask(const ts_chat *chat, const char *system, const char *text, size_t n,
                  size_t *out_n, ts_error *err)
{
    json_t *messages = ask(system, text, n);
    char *out = NULL;
    if (messages)
        out = render(chat, messages, true, out_n, err);
    else
        ts_fail(err, "the prompt is not UTF-8");
    json_decref(messages);
    return out;
}

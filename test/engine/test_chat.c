/* test_chat.c - chat prompts against renderings of the official template.
 *
 * The template itself is not in this repository: all but the last test need TESSERA_TEST_DATA.
 */
#include "engine/chat.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <jansson.h>

static char model[4096], cases[4096];

static bool have_data(void)
{
    const char *data = getenv("TESSERA_TEST_DATA");
    snprintf(model, sizeof model, "%s/tokenizers/deepseek-r1-distill-qwen", data ? data : "");
    snprintf(cases, sizeof cases, "%s/chat-templates/deepseek-r1-distill-qwen.jsonl",
             data ? data : "");
    if (data && !access(cases, R_OK)) return true;
    print_message("skipped: TESSERA_TEST_DATA names no folder with chat-templates\n");
    return false;
}

static ts_chat *must_open(const char *dir)
{
    ts_error err = {""};
    ts_chat *chat = ts_chat_open(dir, &err);
    if (!chat) fail_msg("%s", err.text);
    return chat;
}

static char *must_render(const ts_chat *chat, const char *messages, bool generate)
{
    ts_error err = {""};
    size_t n;
    char *prompt = ts_chat_render(chat, messages, strlen(messages), generate, &n, &err);
    if (!prompt) fail_msg("%s", err.text);
    assert_int_equal(strlen(prompt), n);
    return prompt;
}

static void check_case(const ts_chat *chat, json_t *one)
{
    char *messages = json_dumps(json_object_get(one, "messages"), 0);
    char *prompt =
        must_render(chat, messages, json_is_true(json_object_get(one, "add_generation_prompt")));
    assert_string_equal(prompt, json_string_value(json_object_get(one, "prompt")));
    free(prompt);
    free(messages);
}

static void test_recorded(void **state)
{
    char *line = NULL;
    size_t cap = 0, checked = 0;
    (void)state;
    if (!have_data()) skip();
    ts_chat *chat = must_open(model);
    FILE *file = fopen(cases, "r");
    assert_non_null(file);
    while (getline(&line, &cap, file) >= 0) {
        json_t *one = json_loads(line, 0, NULL);
        assert_non_null(one);
        check_case(chat, one);
        json_decref(one);
        checked++;
    }
    print_message("%zu recorded prompts agree\n", checked);
    assert_true(checked >= 17);
    free(line);
    fclose(file);
    ts_chat_close(chat);
}

static void test_generation_prompt(void **state)
{
    size_t n;
    ts_error err = {""};
    (void)state;
    if (!have_data()) skip();
    ts_chat *chat = must_open(model);
    char *closed = must_render(chat, "[{\"role\":\"user\",\"content\":\"Hi\"}]", false);
    char *asked = ts_chat_ask(chat, NULL, "Hi", 2, &n, &err);
    char *ruled = ts_chat_ask(chat, "Be brief.", "Hi", 2, &n, &err);
    assert_string_equal(ruled, "<｜begin▁of▁sentence｜>Be brief.<｜User｜>Hi<｜Assistant｜>");
    free(ruled);
    assert_string_equal(closed, "<｜begin▁of▁sentence｜><｜User｜>Hi");
    assert_string_equal(asked, "<｜begin▁of▁sentence｜><｜User｜>Hi<｜Assistant｜>");
    assert_null(ts_chat_ask(chat, NULL, "\xff", 1, &n, &err));
    free(closed);
    free(asked);
    ts_chat_close(chat);
}

static void test_bad_messages(void **state)
{
    static const char *const bad[][2] = {
        {"", "line"},
        {"{}", "array"},
        {"[5]", "message 1: \"role\""},
        {"[{\"role\":\"user\"}]", "message 1: \"content\""},
        {"[{\"role\":\"user\",\"content\":[]}]", "message 1: \"content\""},
        {"[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\"}]",
         "message 2: \"content\""},
        {"[{\"role\":\"system\",\"content\":null}]", "message 1: \"content\""},
        {"[{\"role\":\"assistant\",\"content\":null,\"tool_calls\":5}]", "\"tool_calls\""},
        {"[{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[5]}]", "\"type\""},
        {"[{\"role\":\"user\",\"role\":\"tool\"}]", "duplicate"},
        {"[{\"role\":\"user\",\"content\":\"\\ud800\"}]", "line"},
    };
    (void)state;
    if (!have_data()) skip();
    ts_chat *chat = must_open(model);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ts_error err = {""};
        size_t n;
        assert_null(ts_chat_render(chat, bad[i][0], strlen(bad[i][0]), true, &n, &err));
        if (!strstr(err.text, bad[i][1]))
            fail_msg("\"%s\" does not say \"%s\"", err.text, bad[i][1]);
    }
    ts_chat_close(chat);
}

/* ---- templates ---- */

/* Opens a folder that holds just this tokenizer_config.json and this chat_template.jinja. */
static ts_chat *open_template(const char *config, const char *template, ts_error *err)
{
    char dir[] = "/tmp/tessera-chat-XXXXXX", path[2][64];
    const char *texts[2] = {config, template};
    assert_non_null(mkdtemp(dir));
    snprintf(path[0], sizeof path[0], "%s/tokenizer_config.json", dir);
    snprintf(path[1], sizeof path[1], "%s/chat_template.jinja", dir);
    for (int i = 0; i < 2; i++) {
        FILE *to = texts[i] ? fopen(path[i], "w") : NULL;
        if (to) fputs(texts[i], to);
        if (to) fclose(to);
    }
    ts_chat *chat = ts_chat_open(dir, err);
    for (int i = 0; i < 2; i++) unlink(path[i]);
    rmdir(dir);
    return chat;
}

/* The recorded template, with "<think>\n" put in at its end: the later revision. */
static char *later_revision(void)
{
    char path[5000], *text = NULL;
    snprintf(path, sizeof path, "%s/tokenizer_config.json", model);
    json_t *config = json_load_file(path, 0, NULL);
    const char *first = json_string_value(json_object_get(config, "chat_template"));
    assert_non_null(first);
    const char *end = strstr(first, "'}}{% endif %}");
    for (const char *next = end; next; next = strstr(next + 1, "'}}{% endif %}")) end = next;
    assert_non_null(end);
    assert_true(asprintf(&text, "%.*s<think>\\n%s\n", (int)(end - first), first, end) > 0);
    json_decref(config);
    return text;
}

static void test_later_revision(void **state)
{
    ts_error err = {""};
    (void)state;
    if (!have_data()) skip();
    char *text = later_revision();
    ts_chat *chat = open_template("{\"bos_token\":\"B\"}", text, &err);
    if (!chat) fail_msg("%s", err.text);
    char *prompt = must_render(chat, "[{\"role\":\"user\",\"content\":\"Hi\"}]", true);
    assert_string_equal(prompt, "B<｜User｜>Hi<｜Assistant｜><think>\n");
    free(prompt);
    free(text);
    ts_chat_close(chat);
}

/* With names, in both spellings: the one called "default" is meant. */
static void test_named_templates(void **state)
{
    ts_error err = {""};
    (void)state;
    if (!have_data()) skip();
    char *text = later_revision();
    json_t *forms[] = {json_pack("{s:[{s:s,s:s},{s:s,s:s}]}", "chat_template", "name", "tool_use",
                                 "template", "x", "name", "default", "template", text),
                       json_pack("{s:{s:s,s:s}}", "chat_template", "rag", "x", "default", text)};
    for (int i = 0; i < 2; i++) {
        char *config = json_dumps(forms[i], 0);
        ts_chat *chat = open_template(config, NULL, &err);
        if (!chat) fail_msg("%s", err.text);
        ts_chat_close(chat);
        json_decref(forms[i]);
        free(config);
    }
    free(text);
}

static void test_unknown_template(void **state)
{
    static const struct {
        const char *config, *template, *says;
    } bad[] = {
        {"{}", NULL, "no chat template"},
        {NULL, NULL, "no chat template"},
        {"{\"chat_template\":\"{{ x }}\"}", NULL, "unknown chat template"},
        {"{\"chat_template\":[{\"name\":\"tool_use\",\"template\":\"\"}]}", NULL,
         "/tokenizer_config.json: none of its chat templates is called \"default\""},
        {"{\"chat_template\":[{\"name\":\"default\",\"template\":\"{{ x }}\"}]}", NULL,
         "/tokenizer_config.json: unknown chat template"},
        {"{\"chat_template\":{\"tool_use\":\"{{ x }}\"}}", NULL,
         "none of its chat templates is called \"default\""},
        {"{\"chat_template\":{\"default\":\"{{ x }}\"}}", NULL, "unknown chat template"},
        {"{\"chat_template\":5}", NULL, "chat_template is neither a text nor a list"},
        {"{\"chat_template\":null}", NULL, "no chat template"},
        {"{\"bos_token\":5}", "x", "bos_token is not a token"},
        {"{}", "<think>\\n", "/chat_template.jinja: unknown chat template"},
        {"{}", "version https://git-lfs.github.com/spec/v1\n", "a Git LFS pointer"},
        {"{", NULL, "tokenizer_config.json"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ts_error err = {""};
        assert_null(open_template(bad[i].config, bad[i].template, &err));
        if (!strstr(err.text, bad[i].says))
            fail_msg("\"%s\" does not say \"%s\"", err.text, bad[i].says);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_recorded),         cmocka_unit_test(test_generation_prompt),
        cmocka_unit_test(test_bad_messages),     cmocka_unit_test(test_later_revision),
        cmocka_unit_test(test_unknown_template), cmocka_unit_test(test_named_templates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* parts.c - what a model folder holds beside its weights (parts.h). */
#include "engine/parts.h"

#include <string.h>

#include "engine/folder.h"

/* The reference would load another model, the adapter's base, and put the adapter on it. */
static int refuse_adapter(ts_parts *p, const char *dir, ts_error *err)
{
    static const char name[] = "adapter_config.json";
    (void)p;
    if (!ts_folder_has(dir, name)) return 0;
    return ts_fail(err, "%s/%s: adapters are not supported; merge it into the weights",
                   ts_show_path(dir).text, name);
}

static int open_config(ts_parts *p, const char *dir, ts_error *err)
{
    return ts_config_load(dir, &p->config, err);
}

static int open_generation(ts_parts *p, const char *dir, ts_error *err)
{
    return ts_generation_load(dir, &p->generation, err);
}

static int open_tokenizer(ts_parts *p, const char *dir, ts_error *err)
{
    p->tokenizer = ts_tokenizer_open(dir, err);
    return p->tokenizer ? 0 : -1;
}

/* Needs the two others; without them there is nothing to compare. */
static int fit(ts_parts *p, const char *dir, ts_error *err)
{
    if (!p->tokenizer || !p->config.vocab) return 0;
    size_t tokens = ts_tokenizer_size(p->tokenizer);
    if (tokens <= p->config.vocab) return 0;
    return ts_fail(
        err,
        "%s: %zu tokens for the %u rows of vocab_size: tokenizer.json and config.json do "
        "not belong together",
        ts_show_path(dir).text, tokens, p->config.vocab);
}

int ts_parts_open(ts_parts *p, const char *dir, ts_parts_found *found, void *arg, ts_error *err)
{
    static const struct {
        const char *file;
        int (*open)(ts_parts *p, const char *dir, ts_error *err);
    } parts[] = {{"config.json", open_config},
                 {"generation_config.json", open_generation},
                 {"tokenizer.json", open_tokenizer},
                 {"tokenizer.json", fit},
                 {"adapter_config.json", refuse_adapter}};
    ts_error last = {""};
    int result = 0;
    *p = (ts_parts){0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts && (!result || found); i++) {
        ts_error why = {""};
        int rc = parts[i].open(p, dir, &why);
        ts_debug_stage(parts[i].file);
        if (!rc) continue;
        result = ts_fail(err, "%s", why.text);
        /* A broken config.json stops the readers of generation and tokenizer with the same line. */
        if (found && strcmp(why.text, last.text) != 0) found(arg, parts[i].file, why.text);
        last = why;
    }
    if (result) ts_parts_close(p);
    return result;
}

void ts_parts_close(ts_parts *p)
{
    ts_tokenizer_close(p->tokenizer);
    p->tokenizer = NULL;
}

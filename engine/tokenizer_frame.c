/* tokenizer_frame.c - what stands around the vocabulary in tokenizer.json.
 *
 * Normaliser, pre-tokenizer, post-processor, decoder: each is recognised and settles a field
 * of the tokenizer, or the file is refused by the name of the part we do not know.
 */
#include "engine/folder.h"
#include "engine/tokenizer_int.h"

#include <string.h>

struct frame {
    ts_tokenizer *t;
    const char *name;
    ts_error *err;
};

static const char *type_of(const json_t *value)
{
    const char *type = json_string_value(json_object_get(value, "type"));
    return type ? type : "(none)";
}

/* The type made fit for a message. */
static ts_shown shown(const json_t *value)
{
    return ts_show(type_of(value), strlen(type_of(value)));
}

static bool is_type(const json_t *value, const char *type)
{
    return !strcmp(type_of(value), type);
}

/* The members of a Sequence, or the value itself; null has none. Returns how many, or -1 for more
 * than two. */
static int members(json_t *value, const char *list, json_t *member[2])
{
    if (!value || json_is_null(value)) return 0;
    if (!is_type(value, "Sequence")) return member[0] = value, 1;
    json_t *all = json_object_get(value, list);
    if (!json_is_array(all) || json_array_size(all) > 2) return -1;
    for (size_t i = 0; i < json_array_size(all); i++) member[i] = json_array_get(all, i);
    return (int)json_array_size(all);
}

static int check_normalizer(struct frame *f, json_t *value)
{
    json_t *member[2];
    int n = members(value, "normalizers", member);
    if (n == 0) return 0;
    f->t->nfc = n == 1 && is_type(member[0], "NFC");
    if (f->t->nfc) return 0;
    return ts_fail(f->err, "%s: normalizer %s is not supported (NFC or none)", f->name,
                   shown(value).text);
}

/* Absent or a flag: the reference takes nothing else. */
static bool may_be_flag(json_t *value)
{
    return !value || json_is_boolean(value);
}

/* ByteLevel itself changes no id unless it adds a space. */
static bool is_byte_level(json_t *value)
{
    return is_type(value, "ByteLevel") && may_be_flag(json_object_get(value, "add_prefix_space")) &&
           may_be_flag(json_object_get(value, "use_regex")) &&
           !json_is_true(json_object_get(value, "add_prefix_space"));
}

static bool uses_regex(json_t *byte_level)
{
    return !json_is_false(json_object_get(byte_level, "use_regex"));
}

/* A Split whose expression we know, its matches kept as pieces; the rule, or -1. */
static int split_rule(json_t *value)
{
    json_t *regex = json_object_get(json_object_get(value, "pattern"), "Regex");
    const char *behavior = json_string_value(json_object_get(value, "behavior"));
    if (!is_type(value, "Split") || !regex || !json_is_string(regex)) return -1;
    if (!behavior || strcmp(behavior, "Isolated") || json_is_true(json_object_get(value, "invert")))
        return -1;
    return ts_split_find(json_string_value(regex));
}

static int check_pre_tokenizer(struct frame *f, json_t *value)
{
    json_t *member[2];
    int n = members(value, "pretokenizers", member), rule = -1;
    if (n == 1 && is_byte_level(member[0]) && uses_regex(member[0])) rule = TS_SPLIT_GPT2;
    if (n == 2 && is_byte_level(member[1]) && !uses_regex(member[1])) rule = split_rule(member[0]);
    f->t->split = rule < 0 ? TS_SPLIT_GPT2 : (enum ts_split_rule)rule;
    if (rule >= 0) return 0;
    return ts_fail(f->err,
                   "%s: unknown pre-tokenizer %s (known: the regular expressions of Qwen2 and "
                   "GPT-2, then ByteLevel)",
                   f->name, shown(value).text);
}

/* A template may put one special token in front of the text: the BOS. */
static int read_template(struct frame *f, json_t *value)
{
    json_t *single = json_object_get(value, "single");
    json_t *first = json_object_get(json_array_get(single, 0), "SpecialToken");
    size_t n = json_array_size(single);
    json_t *last = n ? json_object_get(json_array_get(single, n - 1), "Sequence") : NULL;
    const char *name = json_string_value(json_object_get(first, "id"));
    if (n < 1 || n > 2 || !last || (n == 2 && !name))
        return ts_fail(f->err, "%s: the template may only put one token before the text", f->name);
    if (n == 1) return 0;
    json_t *ids =
        json_object_get(json_object_get(json_object_get(value, "special_tokens"), name), "ids");
    json_int_t id = json_integer_value(json_array_get(ids, 0));
    if (json_array_size(ids) != 1 || !json_is_integer(json_array_get(ids, 0)) || id < 0 ||
        (size_t)id >= f->t->rows || !f->t->kind[id])
        return ts_fail(f->err, "%s: the template token %s has no id", f->name,
                       ts_show(name, strlen(name)).text);
    f->t->bos = (int32_t)id;
    f->t->add_bos = true;
    return 0;
}

static int check_post_processor(struct frame *f, json_t *value)
{
    json_t *member[2] = {NULL};
    int n = members(value, "processors", member);
    bool known = n >= 0;
    for (int i = 0; i < n && known; i++) {
        if (is_type(member[i], "TemplateProcessing")) {
            if (read_template(f, member[i])) return -1;
        } else
            known = is_type(member[i], "ByteLevel");
    }
    if (known) return 0;
    return ts_fail(f->err, "%s: post-processor %s is not supported", f->name, shown(value).text);
}

static bool is_blank(json_t *value)
{
    return !value || json_is_null(value) || json_is_false(value) ||
           (json_is_string(value) && !json_string_length(value)) ||
           (json_is_number(value) && json_number_value(value) == 0);
}

/* unk_token, fuse_unk and byte_fallback are for characters without a token; all 256 bytes have one
 * here, or the file is refused. */
static int check_model(struct frame *f, json_t *model)
{
    static const char *const blank[] = {"dropout", "continuing_subword_prefix",
                                        "end_of_word_suffix", "ignore_merges"};
    if (!json_is_object(model) || (json_object_get(model, "type") && !is_type(model, "BPE")))
        return ts_fail(f->err, "%s: model type %s is not supported (BPE is)", f->name,
                       shown(model).text);
    for (size_t i = 0; i < sizeof blank / sizeof *blank; i++)
        if (!is_blank(json_object_get(model, blank[i])))
            return ts_fail(f->err, "%s: model.%s is not supported", f->name, blank[i]);
    return 0;
}

/* The names at the top, and the one version there is. truncation and padding are what the training
 * program set last; transformers switches both off, so they are without effect. */
static int check_top(const struct frame *f, json_t *top)
{
    static const char *const known[] = {"version",        "truncation", "padding",
                                        "added_tokens",   "normalizer", "pre_tokenizer",
                                        "post_processor", "decoder",    "model"};
    json_t *version = json_object_get(top, "version"), *value;
    const char *key;
    if (version && (!json_is_string(version) || strcmp(json_string_value(version), "1.0") != 0))
        return ts_fail(f->err, "%s: only version \"1.0\" of the file is known", f->name);
    json_object_foreach(top, key, value)
    {
        size_t i = 0;
        while (i < sizeof known / sizeof *known && strcmp(key, known[i]) != 0) i++;
        if (i == sizeof known / sizeof *known)
            return ts_fail(f->err, "%s: %s is not a part that the reference knows", f->name,
                           ts_show(key, strlen(key)).text);
    }
    return 0;
}

int ts_tokenizer_frame(ts_tokenizer *t, const char *name, json_t *top, ts_error *err)
{
    struct frame f = {t, name, err};
    if (check_top(&f, top)) return -1;
    json_t *decoder = json_object_get(top, "decoder");
    if (!is_type(decoder, "ByteLevel"))
        return ts_fail(err, "%s: decoder %s is not supported (ByteLevel is)", name,
                       shown(decoder).text);
    if (check_model(&f, json_object_get(top, "model")) ||
        check_normalizer(&f, json_object_get(top, "normalizer")))
        return -1;
    return check_pre_tokenizer(&f, json_object_get(top, "pre_tokenizer"));
}

int ts_tokenizer_post(ts_tokenizer *t, const char *name, json_t *value, ts_error *err)
{
    struct frame f = {t, name, err};
    return check_post_processor(&f, value);
}

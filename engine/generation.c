/* generation.c - generation_config.json (generation.h).
 *
 * The file that exists wins as a whole for the choice of tokens, as with the reference. End tokens
 * are kinder: where generation_config.json names none, config.json's are used, since without an
 * end a model writes on to the limit.
 */
#include "engine/generation.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/fields.h"

enum { MAX_ID = 1 << 24, DEFAULT_TOP_K = 50 };

static const ts_generation defaults = {
    .temperature = 1, .top_p = 1, .repetition_penalty = 1, .bos = -1};

/* ---- what is done here ---- */

static const struct {
    const char *key;
    unsigned bit;
} choices[] = {
    {"do_sample", TS_SAID_DO_SAMPLE}, {"temperature", TS_SAID_TEMPERATURE},
    {"top_k", TS_SAID_TOP_K},         {"top_p", TS_SAID_TOP_P},
    {"min_p", TS_SAID_MIN_P},         {"repetition_penalty", TS_SAID_REPETITION_PENALTY}};

static int read_choice(const ts_fields *f, ts_generation *g)
{
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
        if (ts_field_value(f, choices[i].key)) g->said |= choices[i].bit;
    if (ts_field_flag(f, "do_sample", &g->do_sample) ||
        ts_field_real(f, "temperature", 0, 100, &g->temperature) ||
        ts_field_whole(f, "top_k", 0, MAX_ID, &g->top_k) ||
        ts_field_real(f, "top_p", 0, 1, &g->top_p) || ts_field_real(f, "min_p", 0, 1, &g->min_p) ||
        ts_field_real(f, "repetition_penalty", 0.01, 100, &g->repetition_penalty))
        return -1;
    if (g->do_sample && !(g->said & TS_SAID_TOP_K)) g->top_k = DEFAULT_TOP_K;
    if (g->do_sample && g->temperature == 0)
        return ts_fail(f->err, "%s: temperature is 0; with do_sample it must be above 0", f->where);
    return 0;
}

/* ---- what is not ---- */

/* Fields of the reference that change which tokens come, and the number that switches each off;
 * null, false and empty lists do, too. */
static const struct {
    const char *key;
    double off;
    bool sampling; /* without effect where do_sample is false */
} others[] = {
    {"num_beams", 1, false},
    {"num_beam_groups", 1, false},
    {"diversity_penalty", 0, false},
    {"penalty_alpha", 0, false},
    {"dola_layers", 0, false},
    {"typical_p", 1, true},
    {"top_h", 1, true},
    {"epsilon_cutoff", 0, true},
    {"eta_cutoff", 0, true},
    {"encoder_repetition_penalty", 1, false},
    {"no_repeat_ngram_size", 0, false},
    {"encoder_no_repeat_ngram_size", 0, false},
    {"bad_words_ids", 0, false},
    {"force_words_ids", 0, false},
    {"constraints", 0, false},
    {"sequence_bias", 0, false},
    {"suppress_tokens", -1, false},
    {"begin_suppress_tokens", -1, false},
    {"forced_bos_token_id", -1, false},
    {"forced_eos_token_id", -1, false},
    {"min_length", 0, false},
    {"min_new_tokens", 0, false},
    {"exponential_decay_length_penalty", 0, false},
    {"guidance_scale", 1, false},
    {"stop_strings", 0, false},
    {"token_healing", 0, false},
    {"watermarking_config", 0, false},
};

static bool is_off(const json_t *value, double off)
{
    if (!value || json_is_false(value)) return true;
    if (json_is_number(value)) return json_number_value(value) == off;
    return json_is_array(value) ? !json_array_size(value)
                                : json_is_object(value) && !json_object_size(value);
}

/* Appends to the line, as far as there is room. */
static void __attribute__((format(printf, 2, 3))) append(ts_generation *g, const char *format, ...)
{
    size_t used = strlen(g->unsupported);
    va_list ap;
    va_start(ap, format);
    vsnprintf(g->unsupported + used, sizeof g->unsupported - used, format, ap);
    va_end(ap);
}

/* "num_beams 4" */
static void name_other(const ts_fields *f, const char *key, const json_t *value, ts_generation *g)
{
    char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(6));
    if (*g->unsupported)
        append(g, ", ");
    else
        append(g, "%s: not supported, and other tokens would come without it: ", f->where);
    append(g, "%s %s", key, text ? ts_show(text, strlen(text)).text : "?");
    free(text);
}

static void find_others(const ts_fields *f, ts_generation *g)
{
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const json_t *value = ts_field_value(f, others[i].key);
        if (!is_off(value, others[i].off) && (g->do_sample || !others[i].sampling))
            name_other(f, others[i].key, value, g);
    }
}

bool ts_generation_expects(const char *field)
{
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
        if (!strcmp(field, choices[i].key)) return true;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (!strcmp(field, others[i].key)) return true;
    return false;
}

/* ---- ends ---- */

static int add_eos(const ts_fields *f, const json_t *value, ts_generation *g)
{
    json_int_t id = json_integer_value(value);
    if (!json_is_integer(value))
        return ts_fail(f->err, "%s: eos_token_id is not a token id", f->where);
    if (id < 0 || id >= MAX_ID)
        return ts_fail(f->err, "%s: eos_token_id is %lld; 0 to %d is supported", f->where,
                       (long long)id, MAX_ID - 1);
    if (g->n_eos == TS_MAX_EOS)
        return ts_fail(f->err, "%s: eos_token_id lists more than %d ids", f->where, TS_MAX_EOS);
    g->eos[g->n_eos++] = (int32_t)id;
    return 0;
}

static int read_eos(const ts_fields *f, const char *from, ts_generation *g)
{
    const json_t *value = ts_field_value(f, "eos_token_id");
    g->eos_from = from;
    if (!value) return 0;
    if (!json_is_array(value)) return add_eos(f, value, g);
    for (size_t i = 0; i < json_array_size(value); i++)
        if (add_eos(f, json_array_get(value, i), g)) return -1;
    return 0;
}

/* ---- the files ---- */

static int read_choices(const ts_fields *f, const char *from, ts_generation *g)
{
    if (read_choice(f, g)) return -1;
    find_others(f, g);
    if (g->said || *g->unsupported) g->from = from;
    return 0;
}

static int read_generation(const ts_fields *f, ts_generation *g)
{
    static const char name[] = "generation_config.json";
    uint32_t bos = 0;
    if (read_choices(f, name, g) || read_eos(f, name, g) ||
        ts_field_whole(f, "bos_token_id", 0, MAX_ID - 1, &bos))
        return -1;
    if (ts_field_value(f, "bos_token_id")) g->bos = (int32_t)bos;
    return 0;
}

/* What config.json says where generation_config.json does not. */
static int fall_back(const char *dir, bool alone, ts_generation *g, ts_error *err)
{
    static const char name[] = "config.json";
    ts_fields f;
    if (ts_fields_load(&f, dir, name, true, err)) return -1;
    int result = alone ? read_choices(&f, name, g) : 0;
    if (!result) result = read_eos(&f, name, g);
    ts_fields_free(&f);
    return result;
}

int ts_generation_load(const char *dir, ts_generation *g, ts_error *err)
{
    ts_fields f;
    *g = defaults;
    if (ts_fields_load(&f, dir, "generation_config.json", true, err)) return -1;
    bool there = f.object != NULL;
    int result = there ? read_generation(&f, g) : 0;
    ts_fields_free(&f);
    return result || g->n_eos ? result : fall_back(dir, !there, g, err);
}

int ts_generation_parse(const char *text, size_t bytes, const char *where, ts_generation *g,
                        ts_error *err)
{
    ts_fields f;
    *g = defaults;
    int result = ts_fields_parse(&f, text, bytes, where, err);
    if (!result) result = read_generation(&f, g);
    ts_fields_free(&f);
    return result;
}

/* peer.c - see peer.h. What is known of other programs is a table of patterns of lines.
 *
 * JSON may stand alone, one object a line, or between lines of a log: each line that begins with a brace or
 * bracket is tried as the start of a value. Of its objects, and of rows of CSV below a head, a line is made
 * that has those members which `keys` names, in that order: "json: n_gen=32 avg_ts=6.8". */
#include "bench/peer.h"
#include "tessera/c_locale.h"

#include <jansson.h>
#include <math.h>
#include <regex.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/side_process.h"
#include "bench/stats.h"
#include "compile/text.h"
#include "store/transfer_int.h"

/* FALSE_STARTS: lines that begin as JSON and are none cost a look at all that follows. */
enum { MOST_RATES = 1024, GROUPS = 8, FALSE_STARTS = 200, LONGEST_ROW = 8192 };

/* Of several rates. STEPS, NANOSECONDS: one only, the first group over the third; earlier builds of ours said
 * n tokens over the time of n - 1 steps. */
typedef enum which { ONLY, LAST, MEDIAN, STEPS, NANOSECONDS } which;

static const char *const keys[] = {
    "n_prompt",   "n_gen",
    "avg_ts",     "ctx_tokens",
    "gen_tps",    "bench",
    "tok_s",      "unit",
    "value",      "ids",
    "decode_s",   "decode_tok_s",
    "timings",    "output_throughput",
    "eval_count", "eval_duration",
};
enum { KEYS = sizeof keys / sizeof *keys };

/* A rate: one group. Lines are matched one by one. D: a number in data; POSITIVE: one above 0. */
#define N           "([0-9]+\\.?[0-9]*)"
#define B           "[[:blank:]]*"
#define D           "([-+.0-9eE]+)( |$)"
#define POSITIVE    "[0-9.]*[1-9][0-9.]*"
#define LLAMA_BENCH " n_gen=" POSITIVE " avg_ts=" D
#define SERVED      "output tokens over the whole run, prompts included"

static const struct format {
    const char *name, *pattern;
    int group; /* of the rate */
    which which;
    const char *remark;
} formats[] = {
    {"llama-bench, JSON", "^json:( n_prompt=-?[0.]+)?" LLAMA_BENCH, 2, ONLY, NULL},
    {"tessera run, JSON", "^json:.* ids=" D "decode_s=" D "decode_tok_s=", 1, STEPS, NULL},
    {"tessera bench, JSON", "^json:.* bench=decode (tok_s=|unit=tok/s value=)" D, 2, ONLY, NULL},
    {"llama-server, JSON", "^json:.* timings= predicted_per_second=" D, 1, ONLY, NULL},
    {"serving benchmark, JSON", "^json:.* output_throughput=" D, 1, ONLY, NULL},
    {"ollama, JSON", "^json:.* eval_count=" D "eval_duration=" D, 1, NANOSECONDS, NULL},
    {"llama-bench, CSV", "^csv: n_prompt=[0.]+" LLAMA_BENCH, 1, ONLY, NULL},
    {"ds4-bench, CSV", "^csv:.* ctx_tokens=[^ ]* gen_tps=" D, 1, ONLY, NULL},
    {"llama-bench, table", "\\|" B "tg[0-9]+(" B "@" B "[dp]+[0-9]+)?" B "\\|" B N " *(±|\\|)", 2,
     ONLY, NULL},
    {"llama.cpp, timings", "(^|[:|])" B "eval time" B "=.*[,(]" B N " tokens per second", 2, LAST,
     NULL},
    {"llama-cli", "\\[ *Prompt: *[0-9.]+ t/s *\\| *Generation: *" N " t/s", 1, LAST, NULL},
    {"mlx_lm.benchmark", "^" B "Averages:.*generation_tps=" N, 1, LAST, NULL},
    {"mlx_lm", "^" B "Generation: [0-9]+ tokens, " N " tokens-per-sec", 1, LAST, NULL},
    {"ollama", "^" B "eval rate:" B N " tokens/s", 1, LAST, NULL},
    {"serving benchmark", "^" B "Output token throughput \\(tok/s\\):" B N, 1, ONLY, SERVED},
    {"vllm bench throughput", "^" B "Throughput:.* " N " output tokens/s", 1, ONLY, SERVED},
    {"sglang, one batch", "^" B "Decode\\." B "median latency:.*median throughput:" B N " token/s",
     1, LAST, NULL},
    {"vllm, log", "Avg generation throughput: " N " tokens/s", 1, MEDIAN, "median of its log"},
    {"sglang, log", "gen throughput \\(token/s\\): " N, 1, MEDIAN, "median of its log"},
    {"tessera run", "^Generated [0-9]+ tokens? in [0-9.]+s \\([0-9]+ steps?, " N " tok/s\\)", 1,
     LAST, NULL},
    {"tessera bench", "^decode at context [0-9]+: " N " tok/s", 1, ONLY, NULL},
};

enum { FORMATS = sizeof formats / sizeof *formats };

/* Speaks of prompts alone: the remedy is another one than for an unknown program. */
static const char prompts[] =
    "^json:( n_prompt=[^ ]+)?( n_gen=[^ ]+)?.* bench=prefill|^(json|csv): n_prompt=" POSITIVE
    "|\\|" B "pp[0-9]+|prompt eval (time|rate)|^" B "Prompt: [0-9]+ tokens|Avg prompt throughput";

/* ---- lines ---- */

/* Copies the line at *text without its end, and goes on to the next; false at the end. A carriage return
 * ends one too: progress is drawn over itself. */
static bool next_line(const char **text, char *line, size_t cap)
{
    const char *at = *text;
    if (!*at) return false;
    size_t n = strcspn(at, "\r\n"), keep = n < cap - 1 ? n : cap - 1;
    memcpy(line, at, keep);
    line[keep] = 0;
    *text = at + n + (at[n] != 0);
    return true;
}

static double number(const char *line, const regmatch_t *m)
{
    TS_C_LOCALE;
    char text[64];
    size_t n = m->rm_so < 0 ? 0 : (size_t)(m->rm_eo - m->rm_so);
    if (n == 0 || n >= sizeof text) return NAN;
    memcpy(text, line + m->rm_so, n);
    text[n] = 0;
    char *end;
    double x = strtod(text, &end);
    return *end || !isfinite(x) ? NAN : x;
}

static double rate_of(const struct format *f, const char *line, const regmatch_t *m)
{
    double x = number(line, &m[f->group]);
    if (f->which == STEPS) return (x - 1) / number(line, &m[3]);
    return f->which == NANOSECONDS ? 1e9 * x / number(line, &m[3]) : x;
}

/* The rates > 0 of the lines that match; of more than MOST_RATES the first are dropped. */
static size_t collect(const regex_t *re, const struct format *f, const char *text, double *rate)
{
    char line[4096];
    regmatch_t m[GROUPS];
    size_t n = 0;
    while (next_line(&text, line, sizeof line)) {
        if (regexec(re, line, GROUPS, m, 0)) continue;
        double x = rate_of(f, line, m);
        if (!(x > 0) || !isfinite(x)) continue;
        if (n == MOST_RATES) {
            n = MOST_RATES / 2;
            memmove(rate, rate + n, n * sizeof *rate);
        }
        rate[n++] = x;
    }
    return n;
}

static int compile(regex_t *re, const char *pattern, ts_error *err)
{
    char why[200];
    int rc = regcomp(re, pattern, REG_EXTENDED);
    if (!rc) return 0;
    regerror(rc, re, why, sizeof why);
    return ts_fail(err, "the pattern \"%.200s\" is no extended regular expression: %s", pattern,
                   why);
}

static size_t matches(const struct format *f, const char *text, double *rate)
{
    regex_t re;
    if (compile(&re, f->pattern, NULL)) return 0;
    size_t n = collect(&re, f, text, rate);
    regfree(&re);
    return n;
}

/* ---- data as lines ---- */

static void put_member(ts_text *t, const json_t *o, const char *key)
{
    const json_t *v = json_object_get(o, key);
    if (json_is_number(v)) ts_put(t, " %s=%.17g", key, json_number_value(v));
    if (json_is_string(v)) ts_put(t, " %s=%.20s", key, json_string_value(v));
    if (json_is_array(v)) ts_put(t, " %s=%zu", key, json_array_size(v));
    if (json_is_object(v))
        ts_put(t, " %s= predicted_per_second=%.17g", key,
               json_number_value(json_object_get(v, "predicted_per_second")));
}

static void put_object(ts_text *t, const json_t *o)
{
    if (!json_is_object(o)) return;
    ts_put(t, "json:");
    for (int k = 0; k < KEYS; k++) put_member(t, o, keys[k]);
    ts_put(t, "\n");
}

static const char *after_line(const char *at)
{
    at += strcspn(at, "\r\n");
    return at + (*at != 0);
}

static void put_json(ts_text *t, const char *text)
{
    int missed = 0;
    for (const char *at = text; *at && missed < FALSE_STARTS;) {
        json_error_t e;
        json_t *v = NULL, *one;
        size_t i;
        bool starts = *at == '{' || *at == '[';
        if (starts) v = json_loads(at, JSON_DISABLE_EOF_CHECK, &e);
        missed += starts && !v;
        put_object(t, v);
        json_array_foreach(v, i, one) put_object(t, one);
        json_decref(v);
        at = after_line(v ? at + e.position : at);
    }
}

/* Where each key's column is in a head; false: it is none. */
static bool read_head(const ts_csv *row, int column[KEYS])
{
    int at[KEYS], found = 0;
    for (int k = 0; k < KEYS; k++) {
        at[k] = -1;
        for (size_t i = 0; i < row->cells && at[k] < 0; i++)
            if (!strcmp(row->cell[i], keys[k])) at[k] = (int)i;
        found += at[k] >= 0;
    }
    if (found) memcpy(column, at, sizeof at);
    return found > 0;
}

/* Rows of the width of the head above them, among lines of a log. */
static void put_csv(ts_text *t, const char *text)
{
    char copy[LONGEST_ROW];
    ts_csv row;
    size_t width = 0;
    int column[KEYS];
    const char *why;
    while (next_line(&text, copy, sizeof copy)) {
        row = (ts_csv){.at = copy};
        if (!*copy || ts_csv_row(&row, &why) <= 0) continue;
        if (read_head(&row, column)) {
            width = row.cells;
        } else if (width == row.cells) {
            ts_put(t, "csv:");
            for (int k = 0; k < KEYS; k++)
                if (column[k] >= 0) ts_put(t, " %s=%.30s", keys[k], row.cell[column[k]]);
            ts_put(t, "\n");
        }
    }
}

/* The text behind what its data say; to be freed by the caller. */
static char *with_data(const char *text, ts_error *err)
{
    TS_C_LOCALE;
    ts_text t = {0};
    put_json(&t, text);
    put_csv(&t, text);
    ts_put(&t, "%s", text);
    if (!t.failed) return t.s;
    free(t.s);
    ts_fail(err, "no memory for what a command printed");
    return NULL;
}

/* ---- choosing ---- */

static int several(const char *format, const double *rate, size_t n, ts_error *err)
{
    return ts_fail(err,
                   "%s printed %zu generation rates (%g, %g%s): let it measure one, or say which "
                   "with --vs-pattern",
                   format, n, rate[0], rate[1], n > 2 ? ", ..." : "");
}

static bool speaks_of_prompts(const char *text)
{
    char line[4096];
    regex_t re;
    bool found = false;
    if (compile(&re, prompts, NULL)) return false;
    while (!found && next_line(&text, line, sizeof line)) found = !regexec(&re, line, 0, NULL, 0);
    regfree(&re);
    return found;
}

/* 1: nothing known in it */
static int parse_stream(const char *stream, ts_peer_rate *out, bool *prompt, ts_error *err)
{
    double rate[MOST_RATES];
    char *text = with_data(stream, err);
    if (!text) return -1;
    int rc = 1;
    for (const struct format *f = formats; f < formats + FORMATS && rc > 0; f++) {
        size_t n = matches(f, text, rate);
        if (!n) continue;
        bool any = f->which == LAST || f->which == MEDIAN;
        rc = n > 1 && !any ? several(f->name, rate, n, err) : 0;
        *out = (ts_peer_rate){f->which == MEDIAN ? ts_median(rate, n) : rate[n - 1], f->name,
                              f->remark};
    }
    *prompt |= rc > 0 && speaks_of_prompts(text);
    free(text);
    return rc;
}

/* The last line says most; of stdout, else of stderr. */
static int unknown(const char *out, const char *err_out, ts_error *err)
{
    char line[201];
    ts_last_line(out, line);
    if (!line[0]) ts_last_line(err_out, line);
    return ts_fail(err,
                   "no generation rate was found in what it printed, which ends with \"%s\"; give "
                   "--vs-pattern REGEX with the rate as its first group",
                   line);
}

int ts_peer_parse(const char *out, const char *err_out, ts_peer_rate *rate, ts_error *err)
{
    bool prompt = false;
    int rc = parse_stream(out, rate, &prompt, err);
    if (rc > 0) rc = parse_stream(err_out, rate, &prompt, err);
    if (rc <= 0) return rc;
    if (prompt)
        return ts_fail(err, "it printed a rate of prompts but none of generation: let it generate "
                            "tokens (llama-bench: -n 32), or give --vs-pattern REGEX");
    return unknown(out, err_out, err);
}

/* ---- the user's pattern ---- */

int ts_peer_check(const char *pattern, ts_error *err)
{
    regex_t re;
    if (compile(&re, pattern, err)) return -1;
    regfree(&re);
    return 0;
}

int ts_peer_match(const char *pattern, const char *out, const char *err_out, ts_peer_rate *rate,
                  ts_error *err)
{
    double found[MOST_RATES];
    regex_t re;
    if (compile(&re, pattern, err)) return -1;
    const struct format own = {.group = re.re_nsub > 0};
    size_t n = collect(&re, &own, out, found);
    if (!n) n = collect(&re, &own, err_out, found);
    regfree(&re);
    *rate = (ts_peer_rate){n ? found[n - 1] : 0, "--vs-pattern", NULL};
    if (n) return 0;
    char line[201];
    ts_last_line(out[0] ? out : err_out, line);
    return ts_fail(err,
                   "no line has a positive number where --vs-pattern \"%.200s\" puts the rate; the "
                   "last line is \"%s\"",
                   pattern, line);
}

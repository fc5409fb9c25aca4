/* peer.c - see peer.h. Formats of one line are rows of a table here; JSON and CSV are in peer_data.c. */
#include "bench/peer.h"
#include "tessera/c_locale.h"

#include <math.h>
#include <regex.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/side_process.h"
#include "bench/stats.h"

enum { MOST_RATES = 1024 };

typedef enum which { ONLY, LAST, MEDIAN } which;

/* A rate: one group. Lines are matched one by one. */
#define N "([0-9]+\\.?[0-9]*)"
#define B "[[:blank:]]*"

static const struct format {
    const char *name, *pattern;
    int group; /* of the rate */
    which which;
    const char *remark;
} formats[] = {
    {"llama-bench, table", "\\|" B "tg[0-9]+(" B "@" B "[dp]+[0-9]+)?" B "\\|" B N " *(±|\\|)", 2,
     ONLY, NULL},
    {"llama.cpp, timings", "(^|[:|])" B "eval time" B "=.*[,(]" B N " tokens per second", 2, LAST,
     NULL},
    {"llama-cli", "\\[ *Prompt: *[0-9.]+ t/s *\\| *Generation: *" N " t/s", 1, LAST, NULL},
    {"mlx_lm.benchmark", "^" B "Averages:.*generation_tps=" N, 1, LAST, NULL},
    {"mlx_lm", "^" B "Generation: [0-9]+ tokens, " N " tokens-per-sec", 1, LAST, NULL},
    {"ollama", "^" B "eval rate:" B N " tokens/s", 1, LAST, NULL},
    {"serving benchmark", "^" B "Output token throughput \\(tok/s\\):" B N, 1, ONLY,
     "output tokens over the whole run, prompts included"},
    {"vllm bench throughput", "^" B "Throughput:.* " N " output tokens/s", 1, ONLY,
     "output tokens over the whole run, prompts included"},
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
    "\\|" B "pp[0-9]+|prompt eval (time|rate)|^" B "Prompt: [0-9]+ tokens|Avg prompt throughput";

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

/* The rates > 0 of the lines that match; of more than MOST_RATES the first are dropped. */
static size_t collect(const regex_t *re, int group, const char *text, double *rate)
{
    char line[4096];
    regmatch_t m[8];
    size_t n = 0;
    while (next_line(&text, line, sizeof line)) {
        if (regexec(re, line, 8, m, 0)) continue;
        double x = number(line, &m[group]);
        if (!(x > 0)) continue;
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

static size_t matches(const char *pattern, int group, const char *text, double *rate)
{
    regex_t re;
    if (compile(&re, pattern, NULL)) return 0;
    size_t n = collect(&re, group, text, rate);
    regfree(&re);
    return n;
}

/* ---- choosing ---- */

static int several(const char *format, const double *rate, size_t n, ts_error *err)
{
    return ts_fail(err,
                   "%s printed %zu generation rates (%g, %g%s): let it measure one, or say which "
                   "with --vs-pattern",
                   format, n, rate[0], rate[1], n > 2 ? ", ..." : "");
}

static int choose(const struct format *f, const double *rate, size_t n, ts_peer_rate *out,
                  ts_error *err)
{
    if (f->which == ONLY && n > 1) return several(f->name, rate, n, err);
    *out =
        (ts_peer_rate){f->which == MEDIAN ? ts_median(rate, n) : rate[n - 1], f->name, f->remark};
    return 0;
}

/* 1: nothing known in it */
static int parse_stream(const char *text, ts_peer_rate *out, bool *prompt, ts_error *err)
{
    double rate[MOST_RATES];
    const char *name = NULL;
    size_t n = ts_peer_data(text, rate, MOST_RATES, &name, prompt);
    if (n > 1) return several(name, rate, n, err);
    if (n == 1) {
        *out = (ts_peer_rate){rate[0], name, NULL};
        return 0;
    }
    for (const struct format *f = formats; f < formats + FORMATS; f++) {
        n = matches(f->pattern, f->group, text, rate);
        if (n) return choose(f, rate, n, out, err);
    }
    return 1;
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
    if (prompt || speaks_of_prompts(out) || speaks_of_prompts(err_out))
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
    int group = re.re_nsub > 0;
    size_t n = collect(&re, group, out, found);
    if (!n) n = collect(&re, group, err_out, found);
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

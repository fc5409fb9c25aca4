/* args.c - option tables: parsing, messages, help (args.h).
 *
 * Invariant: a value reaches the caller's variable only after the whole of it was
 * understood and found in range. It does not abbreviate option names: a script that
 * relies on a prefix breaks when an option is added.
 */
#include "tool/args.h"

#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE = 80, HELP_COLUMN = 26, LONGEST_NAME = 64 };

static const ts_arg help_option = {.name = "help", .letter = 'h', .help = "Show this page."};

int ts_args_exit(int result)
{
    return result == TS_ARGS_WRONG ? 2 : 0;
}

int ts_usage_error(const char *command, const char *format, ...)
{
    va_list ap;
    fprintf(stderr, "tessera %s: ", command);
    va_start(ap, format);
    vfprintf(stderr, format, ap);
    va_end(ap);
    fputc('\n', stderr);
    return 2;
}

/* ---- the help page ---- */

/* Prints words from column `at`, breaking before the page edge and indenting to `indent`. */
static void wrap(FILE *to, const char *text, int at, int indent)
{
    bool first = true;
    while (*text) {
        int n = (int)strcspn(text, " \n");
        if (!first && at + 1 + n > PAGE) {
            fprintf(to, "\n%*s", indent, "");
            at = indent;
            first = true;
        }
        fprintf(to, "%s%.*s", first ? "" : " ", n, text);
        at += n + !first;
        first = false;
        text += n;
        text += strspn(text, " \n");
    }
    fputc('\n', to);
}

static void help_line(FILE *to, const ts_arg *o)
{
    char left[2 * LONGEST_NAME + 16], letter[8] = "    ";
    int n;
    if (o->letter) snprintf(letter, sizeof letter, "-%c, ", o->letter);
    n = snprintf(left, sizeof left, "  %s--%s%s%s", letter, o->name, o->value ? " " : "",
                 o->value ? o->value : "");
    fputs(left, to);
    if (n + 2 > HELP_COLUMN) {
        fputc('\n', to);
        n = 0;
    }
    fprintf(to, "%*s", HELP_COLUMN - n, "");
    wrap(to, o->help, HELP_COLUMN, HELP_COLUMN);
}

static void print_help(const ts_args *spec, FILE *to)
{
    bool any = spec->options && spec->options->name;
    fprintf(to, "usage: tessera %s%s%s%s\n\n", spec->command, any ? " [options]" : "",
            spec->words ? " " : "", spec->words ? spec->words : "");
    wrap(to, spec->about, 0, 0);
    fputs("\noptions:\n", to);
    for (const ts_arg *o = spec->options; o && o->name; o++) help_line(to, o);
    help_line(to, &help_option);
    if (spec->examples) fprintf(to, "\nexamples:\n%s\n", spec->examples);
}

/* ---- values ---- */

static bool bounded(const ts_arg *o)
{
    return o->min < o->max;
}

static int refuse_value(const ts_args *spec, const ts_arg *o, const char *text)
{
    static const char *const nouns[] = {
        [TS_ARG_WORD] = "one of ",
        [TS_ARG_INT] = "a whole number",
        [TS_ARG_SIZE] = "a count (K, M, G allowed)",
        [TS_ARG_REAL] = "a number",
        [TS_ARG_SEED] = "a whole number from 0 to 18446744073709551615",
    };
    char range[64] = "";
    if (bounded(o)) snprintf(range, sizeof range, " from %.10g to %.10g", o->min, o->max);
    ts_usage_error(spec->command, "--%s takes %s%s%s, not \"%s\"", o->name, nouns[o->kind],
                   o->kind == TS_ARG_WORD ? o->value : "", range, text);
    return -1;
}

static bool in_range(const ts_arg *o, double x)
{
    return !bounded(o) || (x >= o->min && x <= o->max);
}

static bool read_int(const char *text, const ts_arg *o)
{
    char *end;
    errno = 0;
    long x = strtol(text, &end, 10);
    if (end == text || *end || errno || x < INT_MIN || x > INT_MAX) return false;
    if (!in_range(o, (double)x)) return false;
    *(int *)o->to = (int)x;
    return true;
}

/* Digits alone, which strtoull does not demand; K, M, G behind a count. */
static bool read_count(const char *text, const ts_arg *o, uint64_t *x)
{
    static const char units[] = "KkMmGg";
    char *end;
    if (*text < '0' || *text > '9') return false;
    errno = 0;
    *x = strtoull(text, &end, 10);
    const char *unit = o->kind == TS_ARG_SIZE && *end ? strchr(units, *end) : NULL;
    uint64_t scale = unit ? 1ull << 10 * ((unit - units) / 2 + 1) : 1;
    if (errno || end[unit != NULL] || __builtin_mul_overflow(*x, scale, x)) return false;
    return in_range(o, (double)*x);
}

static bool read_real(const char *text, const ts_arg *o)
{
    char *end;
    double x = strtod(text, &end);
    if (end == text || *end || !isfinite(x) || !in_range(o, x)) return false;
    *(double *)o->to = x;
    return true;
}

static bool read_word(const char *text, const ts_arg *o)
{
    size_t len = strlen(text);
    for (const char *at = o->value; len; at++) {
        size_t n = strcspn(at, "|");
        if (n == len && !memcmp(at, text, n)) {
            *(const char **)o->to = text;
            return true;
        }
        at += n;
        if (!*at) break;
    }
    return false;
}

static bool read_value(const char *text, const ts_arg *o)
{
    uint64_t x;
    switch (o->kind) {
    case TS_ARG_FLAG: *(bool *)o->to = true; return true;
    case TS_ARG_TEXT: *(const char **)o->to = text; return true;
    case TS_ARG_WORD: return read_word(text, o);
    case TS_ARG_INT: return read_int(text, o);
    case TS_ARG_REAL: return read_real(text, o);
    case TS_ARG_SIZE:
        if (!read_count(text, o, &x) || x > SIZE_MAX) return false;
        *(size_t *)o->to = (size_t)x;
        return true;
    case TS_ARG_SEED:
        if (!read_count(text, o, &x)) return false;
        *(ts_arg_seed *)o->to = (ts_arg_seed){x, true};
        return true;
    }
    return false;
}

static int take(const ts_args *spec, const ts_arg *o, const char *text)
{
    return read_value(text, o) ? 0 : refuse_value(spec, o, text);
}

/* ---- parsing ---- */

static const ts_arg *find_long(const ts_args *spec, const char *name, size_t len)
{
    for (const ts_arg *o = spec->options; o && o->name; o++)
        if (strlen(o->name) == len && !memcmp(o->name, name, len)) return o;
    return len == 4 && !memcmp(name, "help", 4) ? &help_option : NULL;
}

static const ts_arg *find_letter(const ts_args *spec, char letter)
{
    for (const ts_arg *o = spec->options; o && o->name; o++)
        if (letter && o->letter == letter) return o;
    return letter == 'h' ? &help_option : NULL;
}

static int refuse_option(const ts_args *spec, const char *word)
{
    const char *names[LONGEST_NAME + 2];
    char bare[LONGEST_NAME + 1];
    const char *near = NULL, *start = word + strspn(word, "-");
    int shown = (int)strcspn(word, "=");
    size_t n = 0, len = strcspn(start, "=");
    for (const ts_arg *o = spec->options; o && o->name && n < LONGEST_NAME; o++)
        names[n++] = o->name;
    names[n++] = help_option.name;
    names[n] = NULL;
    if (len <= LONGEST_NAME) {
        memcpy(bare, start, len);
        bare[len] = 0;
        near = ts_nearest(bare, names);
    }
    if (near)
        ts_usage_error(spec->command, "unknown option %.*s; did you mean --%s?", shown, word, near);
    else
        ts_usage_error(spec->command, "unknown option %.*s; see tessera %s --help", shown, word,
                       spec->command);
    return TS_ARGS_WRONG;
}

/* One option at argv[*at]; advances *at past a value that is a word of its own. */
static int parse_option(const ts_args *spec, int argc, char **argv, int *at)
{
    char *word = argv[*at];
    bool is_long = word[1] == '-';
    size_t len = is_long ? strcspn(word + 2, "=") : 1;
    const ts_arg *o = is_long ? find_long(spec, word + 2, len) : find_letter(spec, word[1]);
    const char *text = is_long ? word + 2 + len : word + 2;
    if (!o) return refuse_option(spec, word);
    if (o == &help_option) {
        print_help(spec, stdout);
        return TS_ARGS_HELP;
    }
    if (o->kind == TS_ARG_FLAG) {
        if (!*text) return take(spec, o, NULL);
        ts_usage_error(spec->command, "--%s takes no value", o->name);
        return TS_ARGS_WRONG;
    }
    if (*text) return take(spec, o, text + is_long) ? TS_ARGS_WRONG : 0;
    /* What is itself an option is more likely a forgotten value than a value. */
    const char *next = *at + 1 < argc ? argv[*at + 1] : NULL;
    if (!next || (!strncmp(next, "--", 2) && find_long(spec, next + 2, strcspn(next + 2, "=")))) {
        ts_usage_error(spec->command, "--%s needs a value: --%s %s", o->name, o->name, o->value);
        return TS_ARGS_WRONG;
    }
    return take(spec, o, argv[++*at]) ? TS_ARGS_WRONG : 0;
}

static int check_words(const ts_args *spec, int words, char **argv)
{
    if (words < spec->min_words)
        ts_usage_error(spec->command, "%s is missing; see tessera %s --help",
                       spec->words ? spec->words : "an argument", spec->command);
    else if (words > spec->max_words)
        ts_usage_error(spec->command, "unexpected argument \"%s\"; see tessera %s --help",
                       argv[spec->max_words + 1], spec->command);
    else
        return words;
    return TS_ARGS_WRONG;
}

/* Words that a shell would take apart are quoted, so that the line can be pasted. */
static char typed[4096];

static void keep_line(int argc, char **argv)
{
    size_t at = (size_t)snprintf(typed, sizeof typed, "tessera");
    for (int i = 0; i < argc && at < sizeof typed; i++) {
        bool plain = argv[i][0] && !argv[i][strcspn(argv[i], " \t\n\"'\\$&|;<>()*?[]{}~#!`")];
        at += (size_t)snprintf(typed + at, sizeof typed - at, plain ? " %s" : " '%s'", argv[i]);
    }
}

const char *ts_args_line(void)
{
    return typed;
}

int ts_args_parse(const ts_args *spec, int argc, char **argv)
{
    int words = 0;
    bool only_words = false;
    keep_line(argc, argv); /* words are moved about below */
    for (int i = 1; i < argc; i++) {
        char *word = argv[i];
        if (only_words || word[0] != '-' || !word[1]) {
            argv[++words] = word;
        } else if (!strcmp(word, "--")) {
            only_words = true;
        } else {
            int status = parse_option(spec, argc, argv, &i);
            if (status) return status;
        }
    }
    return check_words(spec, words, argv);
}

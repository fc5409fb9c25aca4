/* values.c - names of values, and lines chosen, sorted and grouped by them (values.h). */
#include "report/template.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "tessera/c_locale.h"

const char *const ts_levels[TS_LEVELS] = {
    "the text was printed",
    "every call in it is one that the language has",
    "the real compiler of the language took it",
    "it ran (driver, simulator, strict shim) and agreed with the reference",
    "it ran on real hardware and agreed with the reference",
};

/* ---- what rows of values.def use ---- */

#define L   (s->line)
#define X   (&s->line->r->result)
#define RUN (s->line->r->run)

#define TEXT(name, x)           static ts_value get_##name(const ts_scope *);
#define NUMBER(name, format, x) TEXT(name, x)
#define TRUTH(name, x)          TEXT(name, x)
#include "report/values.def"
#undef TEXT
#undef NUMBER
#undef TRUTH

static double or_zero(double x)
{
    return isfinite(x) ? x : 0;
}

static double or_nan(double n)
{
    return n > 0 ? n : NAN;
}

static bool ends_in_plus(const char *text)
{
    return text[strlen(text) - 1] == '+';
}

static bool is_stored(const ts_view *v, const ts_run_info *run)
{
    return v && run >= v->from.all->run && run < v->from.all->run + v->from.all->runs;
}

static const char *page_of(const ts_scope *s)
{
    return is_stored(s->v, RUN) ? s->v->page[RUN - s->v->from.all->run] : NULL;
}

static double results_of(const ts_view *v, const ts_run_info *run)
{
    size_t n = 0;
    for (size_t i = 0; i < v->from.all->n; i++) n += v->from.all->record[i].run == run;
    return (double)n;
}

static double micros_of(const ts_record *r)
{
    return r ? 1e6 * ts_seconds_of(r->result.unit, r->result.value) : NAN;
}

/* What the roofs allow at the line's intensity; from a cache, arithmetic alone. */
static double roof(const ts_scope *s)
{
    double slope = ts_same(X->mode, "hot") ? INFINITY : L->ceiling * (X->flops / L->bytes);
    double least = fmin(slope, isfinite(L->peak) ? L->peak : INFINITY);
    return isfinite(least) ? least : NAN;
}

static double position(const ts_line *l)
{
    const ts_result *r = &l->r->result;
    return !ts_same(r->bench, "prefill") || r->context > 0 ? r->context : r->prompt;
}

/* 1 or -1 where the share changed by over 2 points and by more than the intervals of the two allow. */
static int change(const ts_scope *s)
{
    const ts_line *b = s->before;
    if (!b || ts_says_little(X) || ts_says_little(&b->r->result)) return 0;
    if (L->sol - b->sol > 0.02 && X->sol_lo > b->r->result.sol_hi) return 1;
    return b->sol - L->sol > 0.02 && X->sol_hi < b->r->result.sol_lo ? -1 : 0;
}

static double worth(const ts_scope *s)
{
    if (!L->counts) return NAN;
    if (L->ratio) return 1 - L->ratio->result.value;
    return s->base && s->base->counts ? 1 - X->value / s->base->r->result.value : NAN;
}

/* By the interval of the ratio; without one, by whether those of both rates are apart. */
static const char *conclusion(const ts_scope *s)
{
    const ts_result *r = L->ratio ? &L->ratio->result : X;
    double lo = L->ratio ? 1 : s->base ? s->base->r->result.lo : NAN;
    double hi = L->ratio ? 1 : s->base ? s->base->r->result.hi : NAN;
    if (!L->counts) return X->verdict;
    if (ts_says_little(r)) return ts_says_little(r);
    if (!isfinite(lo) || !isfinite(hi) || !isfinite(r->lo) || !isfinite(r->hi))
        return "no interval";
    return r->hi < lo ? "helps" : r->lo > hi ? "hurts" : "no difference";
}

static double best(const ts_scope *s)
{
    double x = 0;
    for (size_t i = 0; i < s->lines.n; i++) x = fmax(x, s->lines.line[i].r->result.value);
    return x;
}

/* Of the step before that stayed. */
static double value_before(const ts_scope *s)
{
    ts_scope one = *s;
    for (size_t i = s->at; i--;) {
        one.line = &s->lines.line[i];
        if (get_reverted(&one).number == 0) return one.line->r->result.value;
    }
    return NAN;
}

static double total(const ts_scope *s)
{
    double sum = 0;
    for (size_t i = 0; i < s->lines.n; i++) sum += fmax(s->lines.line[i].seconds, 0);
    return sum;
}

static double total_bytes(const ts_scope *s)
{
    double sum = 0;
    for (size_t i = 0; i < s->lines.n; i++) sum += or_zero(s->lines.line[i].bytes);
    return sum;
}

static bool has_output(const ts_scope *s)
{
    for (size_t i = 0; i < s->lines.n; i++) {
        const char *name = s->lines.line[i].r->result.name;
        if (ts_has(name, "lm_head") || ts_has(name, "output matrix")) return true;
    }
    return false;
}

/* Lines of the block of which it is true. */
static double how_many(const ts_scope *s, ts_value (*truth)(const ts_scope *))
{
    ts_scope one = *s;
    size_t n = 0;
    for (size_t i = 0; i < s->lines.n; i++) {
        one.line = &s->lines.line[i];
        n += truth(&one).number != 0;
    }
    return (double)n;
}

static bool same_cell(const ts_line *a, const ts_line *b)
{
    return ts_same(a->r->result.name, b->r->result.name) &&
           ts_same(a->r->result.target, b->r->result.target);
}

static bool reached(const ts_line *l, double level)
{
    return l->r->result.value >= level && l->r->result.value < TS_LEVELS;
}

/* Cells of a ladder that reached the level; each counts once, by the highest that it reached. */
static double cells(const ts_scope *s, double level)
{
    size_t n = 0;
    for (size_t i = 0; i < s->lines.n; i++) {
        const ts_line *l = &s->lines.line[i];
        bool counted = !reached(l, level);
        for (size_t k = 0; k < i && !counted; k++)
            counted = same_cell(l, &s->lines.line[k]) && reached(&s->lines.line[k], level);
        n += !counted;
    }
    return (double)n;
}

/* ---- the names ---- */

#define TEXT(name, x)                                                                              \
    static ts_value get_##name(const ts_scope *s)                                                  \
    {                                                                                              \
        return (ts_value){x, NAN, NULL};                                                           \
    }
#define NUMBER(name, format, x)                                                                    \
    static ts_value get_##name(const ts_scope *s)                                                  \
    {                                                                                              \
        (void)s;                                                                                   \
        return (ts_value){NULL, x, format};                                                        \
    }
#define TRUTH(name, x) NUMBER(name, "?", (x) ? 1 : 0)
#include "report/values.def"
#undef TEXT
#undef NUMBER
#undef TRUTH

typedef ts_named named;

#define TEXT(name, x)           {#name, get_##name},
#define NUMBER(name, format, x) {#name, get_##name},
#define TRUTH(name, x)          {#name, get_##name},
static const struct {
    const char *name;
    ts_value (*get)(const ts_scope *);
} values[] = {
#include "report/values.def"
};

/* A value, else a column of the result, else one of its run. */
static bool find(const char *text, size_t n, named *to)
{
    char name[64];
    *to = (named){NULL, NULL, NULL};
    if (n >= sizeof name) return false;
    memcpy(name, text, n);
    name[n] = 0;
    for (size_t i = 0; !to->get && i < sizeof values / sizeof *values; i++)
        if (!strcmp(values[i].name, name)) to->get = values[i].get;
    if (!to->get) to->of_result = ts_column_find(ts_result_columns, name);
    if (!to->get && !to->of_result) to->of_run = ts_column_find(ts_run_columns, name);
    return to->get || to->of_result || to->of_run;
}

static ts_value value_of(const ts_scope *s, const named *x)
{
    const ts_column *c = x->of_result ? x->of_result : x->of_run;
    const void *row = x->of_result ? (const void *)X : RUN;
    if (x->get) return x->get(s);
    if (c->text) return (ts_value){ts_column_text(c, row), NAN, NULL};
    return (ts_value){NULL, ts_column_number(c, row), "3"};
}

bool ts_value_find(const ts_scope *s, const char *name, size_t n, ts_value *out)
{
    ts_scope other = *s;
    if (n > 7 && !strncmp(name, "before.", 7)) other.line = s->before, name += 7, n -= 7;
    if (n > 5 && !strncmp(name, "base.", 5)) other.line = s->base, name += 5, n -= 5;
    named x;
    bool known = find(name, n, &x);
    *out = (ts_value){NULL, NAN, NULL};
    if (known && other.line) *out = value_of(&other, &x);
    return known;
}

bool ts_value_holds(const ts_value *x)
{
    bool truth = x->format && *x->format == '?';
    return x->text || (isfinite(x->number) && !(truth && x->number == 0));
}

static ts_words printed(double x, int digits, bool all)
{
    TS_C_LOCALE;
    ts_words w;
    snprintf(w.text, sizeof w.text, all ? "%.*g" : "%.*f", digits, x);
    return w;
}

bool ts_value_words(const ts_value *x, const char *format, ts_words *out)
{
    const char *f = *format ? format : x->format;
    double n = x->number;
    if (!f) return false;
    switch (*f) {
    case '%': *out = ts_percent(n); return true;
    case 't': *out = ts_time(n); return true;
    case 's': *out = ts_amount(n); return true;
    case 'w': *out = ts_whole(n); return true;
    case '=': *out = ts_stated(n); return true;
    case '+': *out = ts_signed(n); return true;
    case 'f': *out = printed(n, 2, false); return true;
    case '#': *out = printed(n, 0, false); return true;
    case 'g': *out = printed(n, 9, true); return true;
    case '*': *out = ts_plural(n, f + 1); return true;
    default: break;
    }
    if (*f < '1' || *f > '9' || f[1]) return false;
    *out = ts_number(n, *f - '0');
    return true;
}

/* ---- lines by names ---- */

static bool known(ts_view *v, const char *name, size_t n, named *x)
{
    if (find(name, n, x)) return true;
    ts_fail(v->err, "pages name a value \"%.*s\" that there is not", (int)n, name);
    return false;
}

static ts_value value_in(const ts_scope *s, const named *x, const ts_line *l)
{
    ts_scope one = *s;
    one.line = l;
    return value_of(&one, x);
}

void ts_lines_keep(const ts_scope *s, ts_lines *l, const char *name)
{
    bool with = *name != '!';
    named x;
    size_t n = 0;
    bool any = known(s->v, name + !with, strlen(name + !with), &x);
    for (size_t i = 0; any && i < l->n; i++) {
        ts_value y = value_in(s, &x, &l->line[i]);
        if (ts_value_holds(&y) == with) l->line[n++] = l->line[i];
    }
    l->n = n;
}

static int compare(const ts_value *a, const ts_value *b)
{
    if (a->text && b->text) return strcmp(a->text, b->text);
    if (a->text || b->text) return (a->text != NULL) - (b->text != NULL);
    if (isnan(a->number) || isnan(b->number)) return !isnan(a->number) - !isnan(b->number);
    return (a->number > b->number) - (a->number < b->number);
}

/* Insertion: stable, and lists are of tens. */
void ts_lines_sort(const ts_scope *s, ts_lines *l, const char *name)
{
    named x;
    bool any = known(s->v, name, strlen(name), &x);
    for (size_t i = 1; any && i < l->n; i++) {
        ts_line y = l->line[i];
        ts_value key = value_in(s, &x, &y);
        size_t k = i;
        for (; k; k--) {
            ts_value other = value_in(s, &x, &l->line[k - 1]);
            if (compare(&other, &key) >= 0) break;
            l->line[k] = l->line[k - 1];
        }
        l->line[k] = y;
    }
}

ts_keys ts_keys_of(ts_view *v, const char *list)
{
    ts_keys k = {.n = 0};
    list = ts_words_of(v, ts_span_of(list));
    for (size_t n; *(list += strspn(list, " \n")) && k.n < TS_MOST_KEYS; list += n) {
        n = strcspn(list, " \n");
        k.n += known(v, list, n, &k.key[k.n]);
    }
    return k;
}

int ts_keys_compare(const ts_keys *k, const ts_line *a, const ts_line *b)
{
    static const ts_scope nowhere;
    int c = 0;
    for (size_t i = 0; !c && i < k->n; i++) {
        ts_value x = value_in(&nowhere, &k->key[i], a), y = value_in(&nowhere, &k->key[i], b);
        c = compare(&x, &y);
    }
    return c;
}

bool ts_same_by(ts_view *v, const char *list, const ts_line *a, const ts_line *b)
{
    ts_keys k = ts_keys_of(v, list);
    return !ts_keys_compare(&k, a, b);
}

void ts_lines_group(ts_view *v, ts_lines *l, const char *list)
{
    ts_keys k = ts_keys_of(v, list);
    for (size_t at = 0; at < l->n; at++) {
        size_t end = at + 1;
        for (size_t i = end; i < l->n; i++) {
            ts_line x = l->line[i];
            if (ts_keys_compare(&k, &l->line[at], &x)) continue;
            memmove(&l->line[end + 1], &l->line[end], (i - end) * sizeof x);
            l->line[end++] = x;
        }
        at = end - 1;
    }
}

size_t ts_lines_run(ts_view *v, const ts_lines *l, size_t at, const char *list)
{
    ts_keys k = ts_keys_of(v, list);
    size_t n = 1;
    while (at + n < l->n && !ts_keys_compare(&k, &l->line[at], &l->line[at + n])) n++;
    return n;
}

ts_lines ts_lines_distinct(ts_view *v, const ts_lines *l, const char *list)
{
    ts_keys k = ts_keys_of(v, list);
    ts_lines out = {ts_view_take(v, l->n + 1, sizeof *out.line), 0};
    for (size_t i = 0; out.line && i < l->n; i++) {
        size_t at = 0;
        while (at < out.n && ts_keys_compare(&k, &out.line[at], &l->line[i])) at++;
        if (at == out.n) out.line[out.n++] = l->line[i];
    }
    return out;
}

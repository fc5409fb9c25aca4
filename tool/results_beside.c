/* results_beside.c - stored lines against others of the same run: the ceilings that they were held
 * against, the parts of a token, and what the words of a line say of its numbers. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tool/results_line.h"

static bool same_text(const char *a, const char *b)
{
    return a && b ? !strcmp(a, b) : a == b;
}

static bool same_number(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

static bool same_device(const ts_record *a, const ts_record *b)
{
    return a->run == b->run && same_text(a->result.device, b->result.device) &&
           same_text(a->result.device_name, b->result.device_name) &&
           same_number(a->result.threads, b->result.threads);
}

/* ---- ceilings ---- */

/* The ceiling that a column repeats must be one that was measured on the device before. */
static void check_ceiling(ts_check_line *l, const char *what, double have, const char *name)
{
    double last = NAN;
    if (isnan(have) || ts_check_is(l->record->result.bench, "ceiling")) return;
    for (const ts_record *r = l->all->record; r < l->record; r++) {
        if (!same_device(r, l->record) || !ts_check_is(r->result.bench, "ceiling")) continue;
        if (ts_check_is(r->result.name, name)) last = r->result.value;
    }
    ts_check_equal(l, what, have, last);
}

/* ---- a token by classes ---- */

static bool same_token(const ts_record *a, const ts_record *b)
{
    return same_device(a, b) && ts_check_is(b->result.bench, "breakdown") &&
           same_text(a->result.dtype, b->result.dtype) &&
           same_text(a->result.mode, b->result.mode) &&
           same_number(a->result.context, b->result.context);
}

/* What is left of the token when all classes are taken away; NAN where one of them was refused. */
static double left_of_token(const ts_check_line *l)
{
    double token = NAN, sum = 0;
    for (const ts_record *r = l->all->record; r < l->record; r++) {
        if (!same_token(l->record, r)) continue;
        if (ts_check_is(r->result.name, "token"))
            token = r->result.value;
        else
            sum += r->result.value;
    }
    return token - sum;
}

/* Differences of large numbers keep fewer digits. */
static void check_parts(ts_check_line *l)
{
    const ts_result *r = &l->record->result;
    if (!ts_check_is(r->bench, "breakdown") || !ts_check_is(r->name, "between launches")) return;
    double want = left_of_token(l);
    if (fabs(r->value - want) > 1e-3)
        ts_check_fault(l, "what lies between launches against the token less its classes", r->value,
                       want);
}

/* ---- words ---- */

static const char *const verdicts[] = {"pass", "fail", "refused", "none", NULL};
static const char *const bounds[] = {"memory", "compute", "cache", "launch", NULL};
static const char *const clocks[] = {"host", "device", NULL};

static void check_word(ts_check_line *l, const char *column, const char *word,
                       const char *const *known)
{
    char text[128];
    if (!word) return;
    for (; *known; known++)
        if (!strcmp(word, *known)) return;
    snprintf(text, sizeof text, "%s is \"%.40s\", which is none of its words", column, word);
    ts_check_say(l, text);
}

/* "tg128": so many tokens; "pp512": such a prompt. A breakdown is of one of the tokens. */
static void check_mode(ts_check_line *l)
{
    const ts_result *r = &l->record->result;
    if (!r->mode || ts_check_is(r->bench, "breakdown")) return;
    bool generates = !strncmp(r->mode, "tg", 2), feeds = !strncmp(r->mode, "pp", 2);
    if (generates)
        ts_check_equal(l, "tokens against the mode", r->tokens, strtod(r->mode + 2, NULL));
    if (feeds) ts_check_equal(l, "prompt against the mode", r->prompt, strtod(r->mode + 2, NULL));
}

static void check_kinds(ts_check_line *l)
{
    const ts_result *r = &l->record->result;
    if (ts_check_is(r->bench, "ceiling") && ts_check_is(r->name, "read"))
        ts_check_equal(l, "gbps of a ceiling against its value", r->gbps, r->value);
    if (ts_check_is(r->bench, "ladder") && !(r->value >= 0 && r->value <= 4))
        ts_check_fault(l, "a level", r->value, 4);
    if (ts_check_is(r->unit, "level") && r->value != floor(r->value))
        ts_check_fault(l, "a level between two", r->value, floor(r->value));
}

static void check_dates(ts_check_line *l)
{
    const ts_run_info *run = l->record->run;
    if (l->record->seq || !run->started || !run->finished) return; /* once a run */
    if (strcmp(run->finished, run->started) < 0) ts_check_say(l, "its run ended before it began");
}

void ts_check_beside(ts_check_line *l)
{
    const ts_result *r = &l->record->result;
    if (ts_check_is(l->record->run->kind, "published")) return;
    check_ceiling(l, "peak_gflops against the ceiling of its run", r->peak_gflops, "fma");
    check_ceiling(l, "floor_us against the empty launch of its run", r->floor_us, "launch");
    check_parts(l);
    check_word(l, "verdict", r->verdict, verdicts);
    check_word(l, "bound", r->bound, bounds);
    check_word(l, "clock", r->clock, clocks);
    check_mode(l);
    check_kinds(l);
    check_dates(l);
}

/* doubt.c - see doubt.h. */
#include "report/doubt.h"

#include <math.h>

#include "report/table.h"

static const double widest = 0.2;       /* of the value: a wider interval says too little */
static const double widest_share = 0.1; /* of the ceiling */
static const double apart = 0.05;       /* of the token: parts that are off by more do not fit */

/* ---- the parts of a token ---- */

/* A class that finds its data in caches reads nothing from memory, so at the speed of light it takes
 * no time. */
static double room_of(const ts_line *l)
{
    return isfinite(l->room) ? l->room : l->seconds;
}

ts_parts ts_parts_of(ts_view *v)
{
    ts_parts p = {.sum = 0};
    p.part = ts_breakdown(v, &p.token);
    p.refused = ts_refused(&p.part);
    for (size_t i = 0; i < p.part.n; i++) {
        p.sum += p.part.line[i].seconds;
        p.room += room_of(&p.part.line[i]);
    }
    if (!p.part.n) p.sum = p.room = NAN;
    return p;
}

/* ---- doubts ---- */

static size_t few(const ts_line *l, FILE *to)
{
    const ts_result *r = &l->r->result;
    if (r->noisy > 0) {
        fputs("<li>In every sample other work took more than 2 % of the processors.</li>\n", to);
        return 1;
    }
    if (!ts_says_little(r)) return 0;
    ts_html(to,
            "<li>%s too few: no interval of theirs holds the true median in 95 %% of cases.</li>\n",
            r->n == 1 ? "One sample is" : "Its samples are");
    return 1;
}

static size_t wide(const ts_line *l, FILE *to)
{
    const ts_result *r = &l->r->result;
    if (!isfinite(r->lo) || !isfinite(r->hi)) {
        fputs("<li>It has no interval.</li>\n", to);
        return 1;
    }
    if (r->hi - r->lo <= widest * r->value) return 0;
    ts_html(to,
            "<li>Its samples lie far apart, so that the machine itself became faster or slower "
            "between them: %s to %s tokens a second.</li>\n",
            ts_number(r->lo, 3).text, ts_number(r->hi, 3).text);
    return 1;
}

static size_t wide_share(const ts_line *l, FILE *to)
{
    const ts_result *r = &l->r->result;
    if (!isfinite(l->sol)) return 0; /* caches hold the model; no share is claimed */
    if (r->sol_hi - r->sol_lo <= widest_share) return 0;
    if (!isfinite(r->sol_lo) || !isfinite(r->sol_hi))
        fputs("<li>Its share of the ceiling has no interval.</li>\n", to);
    else
        ts_html(to, "<li>Its share of the ceiling is only known to lie from %s to %s.</li>\n",
                ts_percent(r->sol_lo).text, ts_percent(r->sol_hi).text);
    return 1;
}

static bool same_number(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

/* Why the parts are those of another token; NULL: they are not. */
static const char *other_token(const ts_line *l, const ts_line *part)
{
    const ts_result *a = &l->r->result, *b = &part->r->result;
    if (!ts_same_device(l, part) || !ts_same(a->dtype, b->dtype) || !ts_same(a->shape, b->shape))
        return "on another device, or of another model";
    if (!same_number(a->context, b->context)) return "behind another number of tokens";
    if (!ts_same(l->r->run->git_sha, part->r->run->git_sha)) return "by another build";
    return NULL;
}

static size_t sums_apart(const ts_line *l, const ts_parts *p, FILE *to)
{
    double left = l->seconds * (1 - l->sol);
    if (fabs(p->sum - l->seconds) > apart * l->seconds) {
        ts_html(
            to,
            "<li>Its parts do not fit: they were timed in a token of %s, and this figure is one of "
            "%s.</li>\n",
            ts_time(p->sum).text, ts_time(l->seconds).text);
        return 1;
    }
    if (!(fabs(p->room - left) > apart * l->seconds)) return 0;
    ts_html(to,
            "<li>Its parts do not fit: the speed of light would save %s in them, and by its share "
            "%s of the token.</li>\n",
            ts_time(p->room).text, ts_time(left).text);
    return 1;
}

static size_t unfit(const ts_line *l, const ts_parts *p, FILE *to)
{
    if (!p->part.n) {
        fputs("<li>Nothing confirms it: the token was not taken apart "
              "(<code>tessera bench decode --breakdown</code> does that).</li>\n",
              to);
        return 1;
    }
    const char *other = other_token(l, p->part.line);
    if (other) {
        ts_html(to,
                "<li>Nothing confirms it: the only token that was taken apart was timed %s.</li>\n",
                other);
        return 1;
    }
    if (!p->refused) return sums_apart(l, p, to);
    ts_html(to,
            "<li>Its parts do not add up: %s faster than the ceiling, so their times were "
            "refused.</li>\n",
            p->refused == 1 ? "one class came out" : "some classes came out");
    return 1;
}

size_t ts_doubts(const ts_line *l, const ts_parts *p, FILE *to)
{
    return few(l, to) + wide(l, to) + wide_share(l, to) + unfit(l, p, to);
}

/* parts.c - see parts.h. */
#include "report/parts.h"

#include <math.h>
#include <string.h>

#include "report/values.h"

static bool is_token(const ts_line *l)
{
    const char *name = l->r->result.name;
    return ts_same(name, "token") || ts_same(name, "total");
}

static bool is_rest(const ts_line *l) /* derived, and below 0 where launches overlap */
{
    return ts_same(l->r->result.name, "between launches");
}

static double time_of_token(const ts_lines *l)
{
    for (size_t i = 0; i < l->n; i++)
        if (is_token(&l->line[i])) return l->line[i].seconds;
    return NAN;
}

static size_t refused(const ts_lines *l)
{
    size_t n = 0;
    for (size_t i = 0; i < l->n; i++) /* what is left is not known then, but not refused itself */
        n += !is_rest(&l->line[i]) && !isfinite(l->line[i].seconds);
    return n;
}

/* ---- which token ---- */

/* How well a token fits the headline; each reason outweighs those after it: the same model, whole, its
 * build, its place in a text. */
static unsigned fitness(ts_view *v, const ts_lines *part, const ts_line *headline)
{
    unsigned score = refused(part) ? 0 : 4;
    const ts_line *l = part->line;
    if (!headline) return score;
    if (ts_same_by(v, "same_model", l, headline)) score += 8;
    if (ts_same_by(v, "git_sha", l, headline)) score += 2;
    return score + (l->r->result.context == headline->r->result.context);
}

/* Among equals the newer, then the one with less in the cache. */
static bool better(ts_view *v, const ts_lines *p, const ts_lines *q, const ts_line *headline)
{
    const ts_record *a = p->line->r, *b = q->line->r;
    unsigned x = fitness(v, p, headline), y = fitness(v, q, headline);
    if (x != y) return x > y;
    if (a->run != b->run) return a > b; /* records are in the order of time */
    return a->result.context < b->result.context;
}

static ts_lines best_token(ts_view *v)
{
    ts_line headline;
    bool known = ts_headline(v, &headline);
    ts_lines l = ts_lines_pick(v, "breakdown", TS_MEASURED | TS_HERE), best = {0};
    ts_lines_group(v, &l, "same_token");
    for (size_t at = 0, n; at < l.n; at += n) {
        n = ts_lines_run(v, &l, at, "same_token");
        ts_lines part = ts_lines_part(&l, at, n);
        if (!best.n || better(v, &part, &best, known ? &headline : NULL)) best = part;
    }
    return best;
}

/* ---- its parts ---- */

static void drop(ts_lines *l, bool (*which)(const ts_line *))
{
    size_t n = 0;
    for (size_t i = 0; i < l->n; i++)
        if (!which(&l->line[i])) l->line[n++] = l->line[i];
    l->n = n;
}

/* A class that finds its data in caches reads nothing from memory, so at the speed of light it takes
 * no time. */
static double room_of(const ts_line *l)
{
    return isfinite(l->room) ? l->room : l->seconds;
}

ts_parts ts_parts_of(ts_view *v)
{
    ts_parts p = {.part = best_token(v)};
    p.token = time_of_token(&p.part);
    drop(&p.part, is_token);
    p.refused = refused(&p.part);
    for (size_t i = 0; i < p.part.n; i++) {
        ts_line *l = &p.part.line[i];
        if (is_rest(l)) l->room = l->seconds;
        p.sum += l->seconds;
        p.room += room_of(l);
    }
    if (!p.part.n) p.sum = p.room = NAN;
    return p;
}

static void add(double *sum, double x)
{
    if (isfinite(x)) *sum += x;
}

ts_parts ts_classes_of(ts_view *v, ts_lines *l)
{
    ts_parts p = {.token = time_of_token(l)};
    drop(l, is_token);
    drop(l, is_rest);
    p.refused = refused(l);
    for (size_t i = 0; i < l->n; i++) {
        add(&p.sum, l->line[i].seconds);
        add(&p.bytes, l->line[i].bytes);
        add(&p.launches, l->line[i].r->result.launches);
    }
    ts_lines_sort(&(ts_scope){.v = v}, l, "seconds");
    p.part = *l;
    return p;
}

/* A line of no record in the store. */
static ts_line sum_line(ts_view *v, const ts_parts *p, const char *name, double seconds)
{
    ts_line l = *p->part.line;
    ts_record *r = ts_view_take(v, 1, sizeof *r);
    if (!r) return l;
    *r = (ts_record){l.r->run, ts_result_blank(), 0};
    r->result.name = name;
    r->result.launches = p->launches > 0 ? p->launches : NAN;
    l = (ts_line){.r = r, .seconds = seconds, .sol = NAN, .room = NAN, .counts = true};
    l.bytes = p->bytes > 0 ? p->bytes : NAN;
    l.gbps = l.bytes / seconds / 1e9;
    return l;
}

ts_lines ts_sums_of(ts_view *v, const ts_parts *p)
{
    ts_lines l = {ts_view_take(v, 2, sizeof *l.line), 0};
    if (!l.line || !p->part.n || p->refused) return l; /* what is left adds up to no token */
    bool theirs = ts_is_published(p->part.line->r->run);
    l.line[l.n++] = sum_line(v, p, "sum of the classes", p->sum);
    if (isfinite(p->token))
        l.line[l.n++] =
            sum_line(v, p, theirs ? "total, as published" : "the whole token, replayed", p->token);
    return l;
}

const char *ts_other_token(ts_view *v, const ts_line *l, const ts_parts *p)
{
    const ts_line *part = p->part.line;
    if (!p->part.n) return NULL;
    if (!ts_same_by(v, "same_model", l, part)) return "on another device, or of another model";
    if (!ts_same_by(v, "context", l, part)) return "behind another number of tokens";
    return ts_same_by(v, "git_sha", l, part) ? NULL : "by another build";
}

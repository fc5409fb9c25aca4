/* page_breakdown.c - the time of one token by class of kernels, and a published table beside it. */
#include <math.h>
#include <string.h>

#include "report/table.h"
#include "tessera/c_locale.h"

static bool is_token(const ts_line *l)
{
    const char *name = l->r->result.name;
    return ts_same(name, "token") || ts_same(name, "total");
}

static bool is_rest(const ts_line *l) /* derived, and below 0 where launches overlap */
{
    return ts_same(l->r->result.name, "between launches");
}

static bool is_part(const ts_line *l)
{
    return !is_token(l);
}

static bool is_class(const ts_line *l)
{
    return is_part(l) && !is_rest(l);
}

static bool same_token(const ts_line *a, const ts_line *b)
{
    return a->r->run == b->r->run && ts_same_device(a, b) &&
           ts_same(a->r->result.dtype, b->r->result.dtype) &&
           ts_same(a->r->result.shape, b->r->result.shape) &&
           (a->r->result.context == b->r->result.context ||
            (isnan(a->r->result.context) && isnan(b->r->result.context)));
}

static double time_of_token(const ts_lines *l)
{
    for (size_t i = 0; i < l->n; i++)
        if (is_token(&l->line[i])) return l->line[i].seconds;
    return NAN;
}

static bool same_model(const ts_line *a, const ts_line *b)
{
    return ts_same_device(a, b) && ts_same(a->r->result.dtype, b->r->result.dtype) &&
           ts_same(a->r->result.shape, b->r->result.shape);
}

size_t ts_refused(const ts_lines *l)
{
    size_t n = 0;
    for (size_t i = 0; i < l->n; i++) /* what is left is not known then, but not refused itself */
        n += !is_rest(&l->line[i]) && !isfinite(l->line[i].seconds);
    return n;
}

static bool same_build(const ts_line *a, const ts_line *b)
{
    return ts_same(a->r->run->git_sha, b->r->run->git_sha);
}

/* The better one is of the model in the headline, then whole, then of its build, then of its place in a
 * text, then newer, then with less in the cache. */
static bool better(const ts_lines *p, const ts_lines *q, const ts_line *headline)
{
    const ts_line *a = p->line, *b = q->line;
    bool x = headline && same_model(a, headline), y = headline && same_model(b, headline);
    if (x != y) return x;
    x = !ts_refused(p), y = !ts_refused(q);
    if (x != y) return x;
    x = headline && same_build(a, headline), y = headline && same_build(b, headline);
    if (x != y) return x;
    x = headline && a->r->result.context == headline->r->result.context;
    y = headline && b->r->result.context == headline->r->result.context;
    if (x != y) return x;
    if (a->r->run != b->r->run) return a->r > b->r; /* records are in the order of time */
    return a->r->result.context < b->r->result.context;
}

ts_lines ts_breakdown(ts_view *v, double *token)
{
    ts_line headline;
    bool known = ts_headline(v, &headline);
    ts_lines l = ts_lines_pick(v, "breakdown", TS_MEASURED | TS_HERE), best = {0};
    ts_lines_group(&l, same_token);
    for (size_t at = 0, n; at < l.n; at += n) {
        n = ts_lines_run(&l, at, same_token);
        ts_lines part = ts_lines_part(&l, at, n);
        if (!best.n || better(&part, &best, known ? &headline : NULL)) best = part;
    }
    *token = time_of_token(&best);
    ts_lines_keep(&best, is_part);
    for (size_t i = 0; i < best.n; i++)
        if (is_rest(&best.line[i])) best.line[i].room = best.line[i].seconds;
    return best;
}

/* ---- a table ---- */

/* What a table's lines are compared with. */
typedef struct token {
    double sum, seconds; /* of the classes; of the whole token, measured apart */
    double bytes, launches;
} token;

static token add_up(const ts_lines *l, double seconds)
{
    token t = {.seconds = seconds};
    for (size_t i = 0; i < l->n; i++) {
        const ts_line *x = &l->line[i];
        if (isfinite(x->seconds)) t.sum += x->seconds; /* a refused line has none */
        if (isfinite(x->bytes)) t.bytes += x->bytes;
        if (isfinite(x->r->result.launches)) t.launches += x->r->result.launches;
    }
    return t;
}

static void head(FILE *to)
{
    ts_table_head(to, "class", NULL, false);
    ts_table_head(to, "ms", "in one token", true);
    ts_table_head(to, "95 % interval", "of the time, ms", false);
    ts_table_head(to, "of the sum", "of all classes", true);
    ts_table_head(to, "GB/s", NULL, true);
    ts_table_head(to, "speed of light", "share of it", true);
    ts_table_head(to, "room, ms", "what the speed of light would save", true);
    ts_table_head(to, "launches", "in one token", true);
    ts_table_head(to, "bytes", "that must move in one token", true);
    ts_table_body(to);
}

static void cell(FILE *to, const ts_line *l, double key, ts_words text)
{
    TS_C_LOCALE;
    if (!isfinite(key)) {
        fputs("<td class=\"n none\">\xe2\x80\x93</td>", to);
        return;
    }
    fprintf(to, "<td class=\"n\" data-v=\"%.9g\">", key);
    ts_link_number(to, l, text.text);
    fputs("</td>", to);
}

static void share(FILE *to, double part, unsigned colour)
{
    TS_C_LOCALE;
    if (!isfinite(part)) {
        fputs("<td class=\"n none\">\xe2\x80\x93</td>", to);
        return;
    }
    fprintf(to, "<td class=\"n share\" data-v=\"%.9g\">", part);
    ts_bar(to, part, colour);
    ts_html(to, "<b>%s</b></td>", ts_percent(part).text);
}

/* In milliseconds, as the time beside it. */
static void interval(FILE *to, const ts_result *r)
{
    ts_result end = *r;
    end.value = r->lo;
    double lo = ts_seconds_of(&end);
    end.value = r->hi;
    double hi = ts_seconds_of(&end);
    fputs("<td>", to);
    if (isfinite(lo) && isfinite(hi))
        ts_html(to, "<span class=\"nowrap\">%s to %s</span>", ts_number(1e3 * lo, 3).text,
                ts_number(1e3 * hi, 3).text);
    fputs("</td>", to);
}

static void line(FILE *to, const ts_line *l, const token *t, unsigned colour)
{
    ts_html(to, "<tr><th scope=\"row\"><span class=\"dot c%d\" aria-hidden=\"true\"></span>%s",
            (int)colour, l->r->result.name);
    if (!l->counts && !l->impossible)
        ts_html(to, "<small class=\"why\"><span class=\"badge refused\">%s</span> %s</small>",
                l->r->result.verdict, l->r->result.why);
    if (l->impossible)
        ts_html(
            to,
            "<small class=\"bad\"><span class=\"badge impossible\">impossible</span> %s GB/s from "
            "a memory of %s GB/s</small>",
            ts_number(l->gbps, 3).text, ts_number(l->ceiling, 3).text);
    fputs("</th>", to);
    cell(to, l, l->seconds, ts_number(1e3 * l->seconds, 3));
    interval(to, &l->r->result);
    share(to, l->seconds / t->sum, colour);
    cell(to, l, l->gbps, ts_number(l->gbps, 3));
    cell(to, l, l->sol, ts_percent(l->sol));
    cell(to, l, l->impossible ? NAN : l->room, ts_number(1e3 * l->room, 3));
    cell(to, l, l->r->result.launches, ts_whole(l->r->result.launches));
    cell(to, l, l->bytes, ts_amount(l->bytes));
    fputs("</tr>\n", to);
}

static void sum_line(FILE *to, const token *t, const char *name, double seconds)
{
    bool bytes = t->bytes > 0;
    ts_html(to, "<tr class=\"sum\"><th scope=\"row\">%s</th><td class=\"n\">%s</td><td></td>", name,
            ts_number(1e3 * seconds, 3).text);
    ts_html(to, "<td class=\"n share\"><b>%s</b></td>", ts_percent(seconds / t->sum).text);
    ts_html(to, "<td class=\"n\">%s</td><td></td><td></td>",
            bytes ? ts_number(t->bytes / seconds / 1e9, 3).text : "");
    ts_html(to, "<td class=\"n\">%s</td><td class=\"n\">%s</td></tr>\n",
            t->launches > 0 ? ts_whole(t->launches).text : "",
            bytes ? ts_amount(t->bytes).text : "");
}

static void table(FILE *to, const char *caption, ts_lines *l, double seconds, const char *whole)
{
    token t = add_up(l, seconds);
    ts_lines_sort(l, ts_get_seconds);
    ts_table_begin(to, caption);
    head(to);
    for (size_t i = 0; i < l->n; i++) line(to, &l->line[i], &t, (unsigned)(i % 6));
    if (ts_refused(l)) { /* what is left does not add up to a token */
        ts_table_end(to);
        return;
    }
    fputs("</tbody>\n<tfoot>\n", to);
    sum_line(to, &t, "sum of the classes", t.sum);
    if (isfinite(seconds)) sum_line(to, &t, whole, seconds);
    fputs("</tfoot>\n</table>\n</div>\n", to);
}

static void closing(FILE *to, const token *t, size_t missing)
{
    double apart = fabs(t->sum / t->seconds - 1);
    if (missing) {
        ts_html(
            to,
            "<p>%s of the token came out faster than memory allows and %s refused, so there is no "
            "sum: measure again on a quiet machine.</p>\n",
            ts_plural((double)missing, "class").text, missing == 1 ? "was" : "were");
        return;
    }
    if (!isfinite(apart)) return;
    ts_html(to,
            "<p>Timed launch by launch the classes take %s; the whole token, replayed as in "
            "generating, takes %s. ",
            ts_time(t->sum).text, ts_time(t->seconds).text);
    ts_html(to, "The difference of %s %s.</p>\n", ts_percent(apart).text,
            t->sum < t->seconds ? "lies between launches" : "is saved by overlapping, or is noise");
}

/* ---- the page ---- */

static void noisy(FILE *to, const ts_lines *l)
{
    size_t n = 0;
    for (size_t i = 0; i < l->n; i++) n += l->line[i].r->result.noisy > 0;
    if (l->n && !n && ts_says_little(&l->line[0].r->result))
        ts_html(to,
                "<p><span class=\"badge noisy\">too few</span> %s; shares and order of classes may "
                "come out otherwise.</p>\n",
                ts_plural(l->line[0].r->result.n, "round").text);
    if (n)
        ts_html(to,
                "<p><span class=\"badge noisy\">noisy</span> %zu of %zu lines never saw a quiet "
                "moment; take their times as upper bounds.</p>\n",
                n, l->n);
}

static void measured_part(FILE *to, ts_lines part)
{
    double seconds = time_of_token(&part), context = part.line[0].r->result.context;
    char caption[128];
    snprintf(caption, sizeof caption, "One token%s%s%s by class of kernels",
             context > 0 ? " after " : "", context > 0 ? ts_whole(context).text : "",
             context > 0 ? " others" : "");
    fputs("<section>\n", to);
    ts_bench_heading(to, part.line);
    ts_lines_keep(&part, is_class);
    token t = add_up(&part, seconds);
    table(to, caption, &part, seconds, "the whole token, replayed");
    closing(to, &t, ts_refused(&part));
    noisy(to, &part);
    fputs("</section>\n", to);
}

static void measured(ts_view *v, FILE *to)
{
    ts_lines l = ts_lines_pick(v, "breakdown", TS_MEASURED);
    if (!l.n)
        ts_page_empty(to, "There is no token by classes in this store.",
                      "tessera bench decode --breakdown");
    ts_lines_group(&l, same_token);
    for (size_t at = 0, n; at < l.n; at += n) {
        n = ts_lines_run(&l, at, same_token);
        measured_part(to, ts_lines_part(&l, at, n));
    }
}

static void missing(FILE *to, const ts_lines *l)
{
    double bytes = 0;
    for (size_t i = 0; i < l->n; i++) {
        const ts_line *x = &l->line[i];
        if (isfinite(x->bytes)) bytes += x->bytes;
        if (ts_has(x->r->result.name, "lm_head") || ts_has(x->r->result.name, "output matrix"))
            return;
    }
    if (!(bytes > 0)) return;
    ts_html(to,
            "<p>The classes that read weights read %s together; a token reads %s. No line accounts "
            "for the output matrix, which alone is 0.467 GB.</p>\n",
            ts_amount(bytes).text, ts_amount(TS_BYTES_READ).text);
}

static void published_part(FILE *to, ts_lines part)
{
    const ts_line *first = part.line;
    double seconds = time_of_token(&part);
    ts_html(to,
            "<section>\n<h2>%s, published <span class=\"badge external\">external</span></h2>\n<p>",
            ts_device_of(first->r));
    if (ts_is_web(first->r->run->url))
        ts_html(to, "By <a href=\"%s\" rel=\"external nofollow noopener\">%s</a>; ",
                first->r->run->url, first->r->run->source);
    else
        ts_html(to, "By %s; ", first->r->run->source);
    fputs("the times are theirs. Bytes follow from the model's shapes, and GB/s from both.</p>\n",
          to);
    ts_lines_keep(&part, is_class);
    table(to, "One token by class of kernels, as published", &part, seconds, "total, as published");
    missing(to, &part);
    fputs("</section>\n", to);
}

void ts_page_breakdown(ts_view *v, FILE *to)
{
    ts_page_begin(to, "breakdown", "Breakdown",
                  "Where the time of one token goes, and how much of it the speed of light would "
                  "give back.");
    measured(v, to);
    ts_lines l = ts_lines_pick(v, "breakdown", TS_PUBLISHED);
    ts_lines_group(&l, same_token);
    for (size_t at = 0, n; at < l.n; at += n) {
        n = ts_lines_run(&l, at, same_token);
        published_part(to, ts_lines_part(&l, at, n));
    }
    ts_page_end(v, to);
}

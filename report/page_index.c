/* page_index.c - what a stranger should know within a minute. */
#include <math.h>
#include <stdint.h>

#include "report/table.h"

/* ---- the sentence ---- */

static void nothing_measured(const ts_view *v, FILE *to)
{
    fputs("<h1 class=\"headline\">No decoding was measured here yet</h1>\n", to);
    ts_html(to, "<p class=\"about\">%s. <code>make bench</code> measures this machine.</p>\n",
            v->subject ? "This store has other measurements" : "All figures here are of others");
}

static void headline(FILE *to, const ts_line *l)
{
    const ts_result *r = &l->r->result;
    ts_html(
        to,
        "<h1 class=\"headline\">This machine decodes %s at <a href=\"%s\">%s tokens a second</a>",
        r->name ? r->name : "the model", l->href, ts_number(r->value, 3).text);
    if (isfinite(l->sol))
        ts_html(to, ": <a href=\"%s\">%s</a> of what its memory allows", l->href,
                ts_percent(l->sol).text);
    fputs(".</h1>\n", to);
}

static void below_headline(FILE *to, const ts_line *l)
{
    const ts_result *r = &l->r->result;
    ts_html(to, "<p class=\"about\">%s weights on %s", r->dtype ? r->dtype : "Its",
            ts_device_of(l->r));
    if (isfinite(r->threads)) ts_html(to, " with %s", ts_plural(r->threads, "thread").text);
    if (isfinite(r->lo) && isfinite(r->hi))
        ts_html(to, "; the true value lies between %s and %s with 95 %% confidence",
                ts_number(r->lo, 3).text, ts_number(r->hi, 3).text);
    if (isfinite(l->bytes) && isfinite(l->ceiling))
        ts_html(to, ". A token reads %s; memory was measured at %s GB/s between the samples",
                ts_amount(l->bytes).text, ts_number(l->ceiling, 3).text);
    fputs(".</p>\n", to);
}

/* ---- was it quiet? ---- */

typedef struct tally {
    double n, dropped;
    size_t noisy, lines, pass, fail, refused, unchecked;
} tally;

static void count(tally *t, const ts_line *l)
{
    const ts_result *r = &l->r->result;
    if (isfinite(r->n)) t->n += r->n;
    if (isfinite(r->dropped)) t->dropped += r->dropped;
    t->noisy += r->noisy > 0;
    t->lines++;
    if (ts_same(r->verdict, "pass"))
        t->pass++;
    else if (ts_same(r->verdict, "fail"))
        t->fail++;
    else if (ts_same(r->verdict, "refused"))
        t->refused++;
    else
        t->unchecked++;
}

static tally count_all(ts_view *v, const char *bench)
{
    tally t = {0};
    ts_lines l = ts_lines_pick(v, bench, TS_MEASURED | TS_HERE);
    for (size_t i = 0; i < l.n; i++) count(&t, &l.line[i]);
    return t;
}

static const char *quietness(const tally *t)
{
    double share = t->dropped / fmax(t->n + t->dropped, 1);
    if (t->noisy) return "Noisy";
    if (share > 0.2) return "Disturbed, yet usable";
    return t->dropped > 0 ? "Quiet enough" : "Quiet";
}

static void quiet(ts_view *v, FILE *to, const ts_line *head)
{
    tally here = {0}, all = count_all(v, "kernel");
    count(&here, head);
    ts_html(to,
            "<section class=\"card\">\n<h2>Was it quiet?</h2>\n<p class=\"figure %s\">%s</p>\n<p>",
            here.noisy ? "bad" : "good", quietness(&here));
    ts_html(to, "Of %s of decoding, %s count%s; ", ts_plural(here.n + here.dropped, "sample").text,
            ts_number(here.n, 9).text, here.n == 1 ? "s" : "");
    if (here.dropped > 0)
        ts_html(to, "%s had more than 2 %% of stolen or foreign processor time and %s dropped.",
                ts_number(here.dropped, 9).text, here.dropped == 1 ? "was" : "were");
    else
        fputs("none was disturbed by other work.", to);
    if (all.noisy)
        ts_html(to, " %zu of %zu kernel lines never saw a quiet moment.", all.noisy, all.lines);
    fputs("</p>\n</section>\n", to);
}

/* ---- where the time goes, and what to improve ---- */

static double total(const ts_lines *l)
{
    double sum = 0;
    for (size_t i = 0; i < l->n; i++) sum += l->line[i].seconds;
    return sum;
}

static void time_goes(FILE *to, const ts_lines *l, double sum)
{
    fputs("<section class=\"card\">\n<h2>Where the time goes</h2>\n<div class=\"stack\" "
          "aria-hidden=\"true\">",
          to);
    for (size_t i = 0; i < l->n; i++)
        ts_html(to, "<span class=\"c%d\" style=\"width:%.2f%%\"></span>", (int)(i % 6),
                100 * l->line[i].seconds / sum);
    fputs("</div>\n<ol class=\"legend\">\n", to);
    for (size_t i = 0; i < l->n && i < 5; i++)
        ts_html(to,
                "<li><span class=\"dot c%d\" aria-hidden=\"true\"></span>%s <a href=\"%s\">%s</a> "
                "<small>%s</small></li>\n",
                (int)(i % 6), l->line[i].r->result.name, l->line[i].href,
                ts_percent(l->line[i].seconds / sum).text, ts_time(l->line[i].seconds).text);
    ts_html(to, "</ol>\n<p><a href=\"breakdown.html\">All %s of kernels</a></p>\n</section>\n",
            ts_plural((double)l->n, "class").text);
}

static void improve(FILE *to, const ts_line *l, double token)
{
    fputs("<section class=\"card wide\">\n<h2>What to improve next</h2>\n", to);
    ts_html(to,
            "<p class=\"figure\">%s</p>\n<p>It takes <a href=\"%s\">%s</a> of a token and runs at "
            "<a href=\"%s\">%s</a> of the speed of light. At the speed of light a token would take "
            "<strong>%s less</strong>",
            l->r->result.name, l->href, ts_time(l->seconds).text, l->href, ts_percent(l->sol).text,
            ts_time(l->room).text);
    if (token > l->room)
        ts_html(to, ": %s instead of %s tokens a second", ts_number(1 / (token - l->room), 3).text,
                ts_number(1 / token, 3).text);
    fputs(". No other class has more to win.</p>\n</section>\n", to);
}

static bool has_room(const ts_line *l)
{
    return l->counts && l->room > 0;
}

static void time_and_room(ts_view *v, FILE *to)
{
    double token;
    ts_lines l = ts_breakdown(v, &token);
    if (!l.n) {
        fputs("<section class=\"card wide\">\n<h2>What to improve next</h2>\n", to);
        ts_page_empty(to, "The time of a token by kernel class is not in this store.",
                      "tessera bench decode --breakdown");
        fputs("</section>\n", to);
        return;
    }
    double sum = total(&l);
    ts_lines_sort(&l, ts_get_seconds);
    time_goes(to, &l, sum);
    ts_lines_keep(&l, has_room);
    ts_lines_sort(&l, ts_get_room);
    if (l.n) improve(to, &l.line[0], isfinite(token) ? token : sum);
}

/* ---- facts ---- */

static void fact(FILE *to, const char *what, const char *text)
{
    if (text) ts_html(to, "<div><dt>%s</dt><dd>%s</dd></div>\n", what, text);
}

static void machine(FILE *to, const ts_run *run)
{
    fputs("<section class=\"card\">\n<h2>The machine</h2>\n<dl>\n", to);
    fact(to, "Processor", run->cpu);
    if (isfinite(run->cores)) fact(to, "Cores used", ts_number(run->cores, 9).text);
    fact(to, "Instructions", run->isa);
    if (isfinite(run->memory_bytes)) fact(to, "Memory", ts_amount(run->memory_bytes).text);
    if (isfinite(run->cache_bytes)) fact(to, "Last-level cache", ts_amount(run->cache_bytes).text);
    fact(to, "System", run->os);
    fact(to, "Virtual machine", run->hypervisor);
    fact(to, "Compiler", run->compiler);
    fact(to, "Note", run->note);
    fputs("</dl>\n</section>\n", to);
}

/* A ceiling in the unit that people compare: GB/s and µs as they are, operations in thousands. */
static void ceiling(ts_view *v, FILE *to, const char *what, const char *bench, const char *name,
                    const char *device)
{
    ts_line l;
    if (!ts_ceiling(v, bench, name, device, &l) || !(l.r->result.value > 0)) return;
    ts_html(to, "<div><dt>%s</dt><dd><a href=\"%s\">", what, l.href);
    if (isfinite(l.seconds))
        ts_html(to, "%s", ts_time(l.seconds).text);
    else
        ts_html(to, "%s %s", ts_number(l.r->result.value, 3).text, l.r->result.unit);
    fputs("</a></dd></div>\n", to);
}

static void ceilings(ts_view *v, FILE *to, const char *device)
{
    fputs("<section class=\"card\">\n<h2>Its ceilings, measured</h2>\n<dl>\n", to);
    ceiling(v, to, "Reading memory", "ceiling", "read", device);
    ceiling(v, to, "Multiply-adds, f32", "ceiling", "fma", device);
    ceiling(v, to, "Multiply-adds, 8 bits", "ceiling", "int8", device);
    ceiling(v, to, "An empty launch", "launch", NULL, device);
    fputs("</dl>\n<p><a href=\"roofline.html\">Kernels under them</a></p>\n</section>\n", to);
}

static void verdicts(ts_view *v, FILE *to)
{
    tally t = count_all(v, "kernel");
    if (!t.lines) return;
    bool good = !t.fail && !t.refused;
    ts_html(to,
            "<section class=\"card\">\n<h2>Do the kernels compute what they should?</h2>\n"
            "<p class=\"figure %s\">%zu of %zu pass</p>\n<p>Each is compared with its reference "
            "before and after it is timed. ",
            good ? "good" : "bad", t.pass, t.lines);
    if (t.fail) ts_html(to, "<strong>%zu failed.</strong> ", t.fail);
    if (t.refused)
        ts_html(to, "%zu refused: faster than the ceiling, so the measurement is wrong. ",
                t.refused);
    if (t.unchecked) ts_html(to, "%zu not checked. ", t.unchecked);
    fputs("<a href=\"kernels.html\">Each kernel</a></p>\n</section>\n", to);
}

static void contents(FILE *to)
{
    fputs("<section>\n<h2>In this report</h2>\n<ul class=\"contents\">\n", to);
    for (size_t i = 1; i < ts_pages_n; i++)
        ts_html(to, "<li><a href=\"%s.html\">%s</a> <span>%s</span></li>\n", ts_pages[i].file,
                ts_pages[i].title, ts_pages[i].about);
    fputs("</ul>\n</section>\n", to);
}

void ts_page_index(ts_view *v, FILE *to)
{
    ts_line head;
    bool measured = ts_headline(v, &head);
    ts_page_begin(to, "index", NULL, ts_pages[0].about);
    if (measured) {
        headline(to, &head);
        below_headline(to, &head);
    } else {
        nothing_measured(v, to);
    }
    fputs("<div class=\"cards\">\n", to);
    if (v->subject) time_and_room(v, to);
    if (measured) quiet(v, to, &head);
    if (v->subject) {
        verdicts(v, to);
        ceilings(v, to, measured ? head.r->result.device : NULL);
        machine(to, v->subject);
    }
    fputs("</div>\n", to);
    contents(to);
    ts_page_end(v, to);
}

/* page_index.c - what a stranger should know within a minute. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/doubt.h"
#include "report/table.h"
#include "tessera/c_locale.h"

/* ---- the sentence ---- */

static void nothing_measured(const ts_view *v, FILE *to)
{
    fputs("<h1 class=\"headline\">No decoding was measured here yet</h1>\n", to);
    ts_html(to, "<p class=\"about\">%s. <code>tessera bench</code> measures this machine.</p>\n",
            v->subject ? "This store has other measurements" : "All figures here are of others");
}

static bool synthetic(const ts_result *r)
{
    return r->name && !strncmp(r->name, "synthetic:", 10);
}

/* Of a synthetic model people know the one whose shape it has. */
static const char *model_name(const ts_result *r)
{
    if (synthetic(r) && ts_has(r->name, "r1-distill-1.5b")) return "DeepSeek-R1-Distill-Qwen-1.5B";
    return r->name ? r->name : "the model";
}

static void headline(FILE *to, const ts_line *l)
{
    const ts_result *r = &l->r->result;
    ts_html(to,
            "<h1 class=\"headline\">This machine decodes <span>%s</span> at <a href=\"%s\">%s "
            "tokens a second</a>",
            model_name(r), l->href, ts_number(r->value, 3).text);
    if (isfinite(l->sol))
        ts_html(to, ", <a href=\"%s\">%s</a> of what its memory allows", l->href,
                ts_percent(l->sol).text);
    fputs(".</h1>\n", to);
}

/* A figure that something speaks against stands in the text, with what does. */
static void unsettled(FILE *to, const ts_line *l, const char *doubts)
{
    const ts_result *r = &l->r->result;
    ts_html(to,
            "<h1 class=\"headline\">How fast this machine decodes <span>%s</span> is not settled."
            "</h1>\n<p class=\"about\"><span class=\"badge refused\">not settled</span> It gave <a "
            "href=\"%s\">%s tokens a second</a>",
            model_name(r), l->href, ts_number(r->value, 3).text);
    if (isfinite(l->sol)) ts_html(to, " at %s of what its memory allows", ts_percent(l->sol).text);
    fputs(", but:</p>\n<ul class=\"doubts\">\n", to);
    fputs(doubts, to); /* HTML already */
    fputs("</ul>\n", to);
    if (r->repro)
        ts_html(to, "<p class=\"about\">Measure again: <code>%s%s</code></p>\n", r->repro,
                ts_has(r->repro, "--breakdown") ? "" : " --breakdown");
}

/* The headline if nothing speaks against it. */
static void say_speed(FILE *to, const ts_line *l, const ts_parts *parts)
{
    char *doubts = NULL;
    size_t bytes;
    FILE *list = open_memstream(&doubts, &bytes);
    if (!list) return;
    size_t n = ts_doubts(l, parts, list);
    fclose(list);
    if (n)
        unsettled(to, l, doubts);
    else
        headline(to, l);
    free(doubts);
}

/* Nearer to what the report is about than the line shown, but refused. */
static void withheld(ts_view *v, FILE *to)
{
    ts_line l;
    if (!ts_withheld(v, &l)) return;
    const ts_result *r = &l.r->result;
    ts_html(to, "<p class=\"about\"><span class=\"badge refused\">%s</span> The newest figure of ",
            r->verdict ? r->verdict : "impossible");
    ts_html(to, "<a href=\"%s\">%s %s", l.href, model_name(r), r->mode);
    if (r->context > 0) ts_html(to, " after %s", ts_whole(r->context).text);
    ts_html(to, "</a> is left out: %s.</p>\n",
            r->why ? r->why : "it is faster than its ceiling allows");
}

static void below_headline(FILE *to, const ts_line *l)
{
    const ts_result *r = &l->r->result;
    ts_html(to, "<p class=\"about\">Measured with %s%s weights%s on %s",
            synthetic(r) ? "seeded random " : "", r->dtype,
            synthetic(r) ? " of the true shape" : "", ts_device_of(l->r));
    if (isfinite(r->threads)) ts_html(to, ", %s", ts_plural(r->threads, "thread").text);
    if (r->context > 0) ts_html(to, ", behind %s cached tokens", ts_whole(r->context).text);
    ts_html(to, ", on %s", ts_date(l->r->run->started).text);
    if (l->r->run->git_sha) ts_html(to, ", commit <code>%.12s</code>", l->r->run->git_sha);
    fputs(". ", to);
    if (isfinite(r->lo) && isfinite(r->hi))
        ts_html(to, "95 %% interval: %s to %s tokens a second. ", ts_number(r->lo, 3).text,
                ts_number(r->hi, 3).text);
    if (isfinite(l->bytes) && isfinite(l->ceiling))
        ts_html(
            to,
            "A token reads %s, output matrix included; memory gave %s GB/s between the samples.",
            ts_amount(l->bytes).text, ts_number(l->ceiling, 3).text);
    fputs("</p>\n<p class=\"note\">Every number is a link to its raw samples and to the command "
          "that measures it again; "
          "<a href=\"data.html\">all of them</a> are here, too.</p>\n",
          to);
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

static bool unsteady(const ts_result *r)
{
    return r->hi - r->lo > 0.2 * r->value;
}

static const char *quietness(const tally *t, const ts_result *head)
{
    double share = t->dropped / fmax(t->n + t->dropped, 1);
    if (t->noisy) return "No, it was noisy";
    if (unsteady(head)) return "Quiet, but unsteady";
    if (share > 0.3) return "Disturbed, yet usable";
    return t->dropped > 0 ? "Quiet enough" : "Yes";
}

static void samples_of(FILE *to, const tally *t)
{
    double all = t->n + t->dropped;
    if (t->noisy)
        fputs("In every sample of this figure other work took more than 2 % of the processors, so "
              "all of them count. Take it as a lower bound and measure again.",
              to);
    else if (t->dropped > 0)
        ts_html(to,
                "%s of %s counted. The others had more than 2 %% of stolen or foreign "
                "processor time and were dropped.",
                ts_whole(t->n).text, ts_whole(all).text);
    else
        ts_html(to, "%s: other work took less than 2 %% of the processors.",
                all == 1 ? "The only sample counts" : "All samples count");
}

static void quiet(ts_view *v, FILE *to, const ts_line *head)
{
    tally here = {0}, kernels = count_all(v, "kernel");
    count(&here, head);
    ts_html(to,
            "<section class=\"card\">\n<h2>Was it quiet?</h2>\n<p class=\"figure %s\">%s</p>\n<p>",
            here.noisy || unsteady(&head->r->result) ? "bad" : "good",
            quietness(&here, &head->r->result));
    samples_of(to, &here);
    if (!here.noisy && unsteady(&head->r->result))
        fputs(" Yet they lie far apart: what changed the machine's speed does not show in the "
              "processors' time.",
              to);
    if (kernels.noisy)
        ts_html(to, " Of the kernels, %zu of %zu lines never saw a quiet moment.", kernels.noisy,
                kernels.lines);
    fputs("</p>\n</section>\n", to);
}

/* ---- where the time goes, and what to improve ---- */

static double total(const ts_lines *l)
{
    double sum = 0;
    for (size_t i = 0; i < l->n; i++) sum += fmax(l->line[i].seconds, 0);
    return sum;
}

static void time_goes(FILE *to, const ts_lines *l, double sum)
{
    TS_C_LOCALE;
    fputs("<section class=\"card\">\n<h2>Where the time goes</h2>\n<div class=\"stack\" "
          "aria-hidden=\"true\">",
          to);
    for (size_t i = 0; i < l->n; i++)
        ts_html(to, "<span class=\"c%d\" style=\"width:%.2f%%\"></span>", (int)(i % 6),
                100 * fmax(l->line[i].seconds, 0) / sum);
    fputs("</div>\n<ol class=\"legend\">\n", to);
    for (size_t i = 0; i < l->n && i < 5 && isfinite(l->line[i].seconds); i++)
        ts_html(to,
                "<li><span class=\"dot c%d\" aria-hidden=\"true\"></span>%s <a href=\"%s\">%s</a> "
                "<small>%s</small></li>\n",
                (int)(i % 6), l->line[i].r->result.name, l->line[i].href,
                ts_percent(l->line[i].seconds / sum).text, ts_time(l->line[i].seconds).text);
    fputs("</ol>\n<p><a href=\"breakdown.html\">All classes of kernels</a></p>\n</section>\n", to);
}

static bool has_room(const ts_line *l)
{
    return l->counts && l->room > 0;
}

static void improve(FILE *to, const ts_line *l, double token)
{
    bool between = isnan(l->sol);
    ts_html(to,
            "<section class=\"card wide\">\n<h2>What to improve next</h2>\n<p "
            "class=\"figure\">%s</p>\n<p>",
            l->r->result.name);
    if (between)
        ts_html(to,
                "<a href=\"%s\">%s</a> of a token of %s pass while no kernel runs. Without that it "
                "would take ",
                l->href, ts_time(l->seconds).text, ts_time(token).text);
    else
        ts_html(to,
                "It takes <a href=\"%s\">%s</a> of a token of %s, at %s of the speed of light. At "
                "the speed of light the token would take ",
                l->href, ts_time(l->seconds).text, ts_time(token).text, ts_percent(l->sol).text);
    ts_html(to, "<strong>%s less</strong>", ts_time(l->room).text);
    if (token > l->room)
        ts_html(to, ": %s instead of %s tokens a second", ts_number(1 / (token - l->room), 3).text,
                ts_number(1 / token, 3).text);
    fputs(". No other part of a token has more to win.</p>\n", to);
}

/* The parts after the first, which come in the order of their room. */
static void then(FILE *to, const ts_lines *l, size_t first)
{
    size_t n = 0;
    for (size_t i = first + 1; i < l->n && n < 3; i++) {
        const ts_line *x = &l->line[i];
        if (!has_room(x)) continue;
        fputs(n++ ? ", " : "<p>After it: ", to);
        ts_html(to, "%s <a href=\"%s\">%s</a>", x->r->result.name, x->href, ts_time(x->room).text);
    }
    if (n) fputs(".</p>\n", to);
}

/* Of which token that is, since it need not be the one of the headline. */
static void token_of(FILE *to, const ts_parts *p)
{
    const ts_record *r = p->part.line->r;
    ts_html(to, "<p class=\"note\">All parts together leave %s. Taken apart on %s",
            ts_time(p->room).text, ts_date(r->run->started).text);
    if (r->result.context > 0) ts_html(to, ", behind %s tokens", ts_whole(r->result.context).text);
    if (ts_says_little(&r->result)) ts_html(to, "; %s", ts_says_little(&r->result));
    fputs(".</p>\n</section>\n", to);
}

static void no_breakdown(FILE *to)
{
    fputs("<section class=\"card wide\">\n<h2>What to improve next</h2>\n", to);
    ts_page_empty(to, "The time of a token by kernel class is not in this store.",
                  "tessera bench decode --breakdown");
    fputs("</section>\n", to);
}

static void no_advice(FILE *to, size_t refused)
{
    fputs("<section class=\"card wide\">\n<h2>What to improve next</h2>\n<p class=\"figure bad\">",
          to);
    fputs(refused ? "Too disturbed to tell</p>\n<p>" : "Nothing has room</p>\n<p>", to);
    if (refused)
        ts_html(
            to,
            "%s of the token came out faster than memory allows, so their times were refused. "
            "Measure again on a quiet machine. <a href=\"breakdown.html\">What was measured</a>",
            ts_plural((double)refused, "class").text);
    fputs("</p>\n</section>\n", to);
}

/* The part with the most room, and those after it; only where each part has its time. */
static void advise(FILE *to, ts_parts *p)
{
    ts_lines *l = &p->part;
    ts_lines_sort(l, ts_get_room);
    for (size_t i = 0; i < l->n && !p->refused; i++) {
        if (!has_room(&l->line[i])) continue;
        improve(to, &l->line[i], isfinite(p->token) ? p->token : p->sum);
        then(to, l, i);
        token_of(to, p);
        return;
    }
    no_advice(to, p->refused);
}

static void time_and_room(FILE *to, ts_parts *p)
{
    if (!p->part.n) {
        no_breakdown(to);
        return;
    }
    advise(to, p);
    if (p->refused) return; /* shares of what is left would mislead */
    ts_lines_sort(&p->part, ts_get_seconds);
    time_goes(to, &p->part, total(&p->part));
}

/* ---- facts ---- */

static void fact(FILE *to, const char *what, const char *text)
{
    if (text) ts_html(to, "<div><dt>%s</dt><dd>%s</dd></div>\n", what, text);
}

static void machine(FILE *to, const ts_run_info *run)
{
    fputs("<section class=\"card whole\">\n<h2>The machine</h2>\n<dl>\n", to);
    fact(to, "Processor", run->cpu);
    if (isfinite(run->cores)) fact(to, "Cores used", ts_whole(run->cores).text);
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
    ceiling(v, to, "An empty launch", "ceiling", "launch", device);
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
    ts_parts parts = ts_parts_of(v);
    bool measured = ts_headline(v, &head);
    ts_page_begin(to, "index", NULL, ts_pages[0].about);
    if (measured) {
        say_speed(to, &head, &parts);
        withheld(v, to);
        below_headline(to, &head);
    } else {
        nothing_measured(v, to);
        withheld(v, to);
    }
    fputs("<div class=\"cards\">\n", to);
    if (v->subject) time_and_room(to, &parts);
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

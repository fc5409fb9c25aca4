/* page_decode.c - tokens a second across devices, and what others published. */
#include <math.h>

#include "report/table.h"

/* ---- measured ---- */

static bool same_model(const ts_line *a, const ts_line *b)
{
    return ts_same(a->r->result.name, b->r->result.name) &&
           ts_same(a->r->result.shape, b->r->result.shape);
}

static double rate(const ts_line *l)
{
    return l->counts ? l->r->result.value : -1;
}

static void leaderboard(FILE *to, ts_lines l)
{
    static const ts_column columns[] = {
        TS_COLUMN_RANK,
        TS_COLUMN_DEVICE,
        TS_COLUMN_DTYPE,
        TS_COLUMN_MODE,
        {.head = "tok/s", .kind = TS_NUMBER, .digits = 3, .value = ts_get_value},
        TS_COLUMN_INTERVAL,
        {.head = "of the ceiling",
         .about = "share of the speed of light: all bytes of a token, output matrix and cache "
                  "included",
         .kind = TS_SHARE,
         .value = ts_get_sol},
        TS_COLUMN_SHARE_INTERVAL,
        TS_COLUMN_GBPS,
        {.head = "reading, GB/s",
         .about = "measured between the samples",
         .kind = TS_NUMBER,
         .digits = 3,
         .value = ts_get_ceiling},
        TS_COLUMN_THREADS,
        TS_COLUMN_SAMPLES,
        TS_COLUMN_VERDICT,
    };
    const ts_result *r = &l.line[0].r->result;
    char caption[256];
    snprintf(caption, sizeof caption, "%.160s%s%.40s", r->name ? r->name : "Unnamed model",
             r->shape ? ", shape " : "", r->shape ? r->shape : "");
    ts_lines_rank(&l);
    TS_TABLE(to, caption, columns, l);
}

static void measured(ts_view *v, FILE *to)
{
    ts_lines l = ts_lines_pick(v, "decode", TS_MEASURED);
    fputs("<section>\n<h2>Measured</h2>\n", to);
    if (!l.n)
        ts_page_empty(to, "There are no decoding rates in this store.", "tessera bench decode");
    ts_lines_sort(&l, rate);
    ts_lines_group(&l, same_model);
    for (size_t at = 0, n; at < l.n; at += n) {
        n = ts_lines_run(&l, at, same_model);
        leaderboard(to, ts_lines_part(&l, at, n));
    }
    if (l.n)
        fputs(
            "<p class=\"note\">The ceiling is reading memory, measured in the same process between "
            "the samples. A token reads every weight once: 3.087 GB for the 1.5B shape in 16 bits. "
            "</p>\n",
            to);
    fputs("</section>\n", to);
}

/* ---- published ---- */

void ts_cell_source(FILE *to, const ts_line *l)
{
    const ts_run_info *run = l->r->run;
    const char *says = run->source ? run->source : "source";
    if (ts_is_web(run->url))
        ts_html(to, "<a class=\"source\" href=\"%s\" rel=\"external nofollow noopener\">%s</a>",
                run->url, says);
    else
        ts_html(to, "<span class=\"source\">%s</span>", says);
}

void ts_cell_made_with(FILE *to, const ts_line *l)
{
    const ts_result *r = &l->r->result;
    ts_html(to, "%s", r->toolchain ? r->toolchain : r->target);
    if (r->toolchain && r->driver) ts_html(to, "<small>%s</small>", r->driver);
}

static double ends(const ts_result *r, bool high)
{
    double end = high ? r->hi : r->lo;
    return isfinite(end) ? end : r->value;
}

static void cell_rate(FILE *to, const ts_line *l)
{
    const ts_result *r = &l->r->result;
    char text[160];
    if (ends(r, false) < ends(r, true))
        snprintf(text, sizeof text, "%s to %s", ts_stated(ends(r, false)).text,
                 ts_stated(ends(r, true)).text);
    else
        snprintf(text, sizeof text, "%s", ts_stated(r->value).text);
    ts_link_number(to, l, text);
}

static double stated_ceiling(const ts_line *l)
{
    return l->stated;
}

static double stated_share(const ts_line *l)
{
    return l->r->result.value / l->stated;
}

static double true_ceiling(const ts_line *l)
{
    return l->ceiling * 1e9 / l->bytes;
}

static bool of_the_shape(const ts_line *l)
{
    return ts_same(l->r->result.name, "DeepSeek-R1-Distill-Qwen-1.5B");
}

static bool of_another(const ts_line *l)
{
    return !of_the_shape(l);
}

static void published(ts_view *v, FILE *to)
{
    static const ts_column columns[] = {
        TS_COLUMN_RANK,
        TS_COLUMN_DEVICE,
        {.head = "made with", .cell = ts_cell_made_with},
        {.head = "tok/s", .cell = cell_rate},
        {.head = "memory, GB/s", .about = "as stated", .kind = TS_STATED, .value = ts_get_ceiling},
        {.head = "ceiling as stated, tok/s",
         .about = "with 2.6 GB a token: the output matrix is left out",
         .kind = TS_STATED,
         .value = stated_ceiling},
        {.head = "of it", .kind = TS_PERCENT, .value = stated_share},
        {.head = "true ceiling, tok/s",
         .about = "with 3.087 GB a token",
         .kind = TS_NUMBER,
         .digits = 3,
         .value = true_ceiling},
        {.head = "of it", .kind = TS_SHARE, .value = ts_get_sol},
        {.head = "source", .cell = ts_cell_source},
    };
    ts_lines l = ts_lines_pick(v, "decode", TS_PUBLISHED);
    ts_lines_keep(&l, of_the_shape);
    if (!l.n) return;
    ts_lines_sort(&l, rate);
    ts_lines_rank(&l);
    fputs("<section>\n<h2>Published by others <span class=\"badge external\">external</span></h2>\n"
          "<p>These figures were not measured here. Their stated ceiling takes 2.6 GB for a token; "
          "decoding reads 3.087 GB, since the output matrix is read for every token, too. So the "
          "true ceiling is lower and the share of it higher.</p>\n",
          to);
    TS_TABLE(to, "DeepSeek-R1-Distill-Qwen-1.5B, one sequence", columns, l);
    fputs("</section>\n", to);
}

static double stated_rate(const ts_line *l)
{
    return l->r->result.value;
}

static double true_rate(const ts_line *l)
{
    return l->ceiling * 1e9 / TS_BYTES_READ;
}

static bool is_rate(const ts_line *l)
{
    return ts_same(l->r->result.unit, "tok/s");
}

static void ceilings(ts_view *v, FILE *to)
{
    static const ts_column columns[] = {
        TS_COLUMN_DEVICE,
        {.head = "memory, GB/s", .about = "as stated", .kind = TS_STATED, .value = ts_get_ceiling},
        {.head = "ceiling as stated, tok/s",
         .about = "with 2.6 GB a token",
         .kind = TS_STATED,
         .value = stated_rate},
        {.head = "true ceiling, tok/s",
         .about = "with 3.087 GB a token",
         .kind = TS_NUMBER,
         .digits = 3,
         .value = true_rate},
        {.head = "source", .cell = ts_cell_source},
    };
    ts_lines l = ts_lines_pick(v, "ceiling", TS_PUBLISHED);
    ts_lines_keep(&l, is_rate);
    ts_lines_sort(&l, true_rate);
    if (!l.n) return;
    fputs("<section>\n<h2>Ceilings of devices, from their data sheets <span class=\"badge "
          "external\">external"
          "</span></h2>\n",
          to);
    TS_TABLE(to, "The most that memory allows: bandwidth by bytes of a token", columns, l);
    fputs("</section>\n", to);
}

static void published_others(ts_view *v, FILE *to)
{
    static const ts_column columns[] = {
        TS_COLUMN_DEVICE,
        {.head = "model", .cell = ts_cell_name},
        {.head = "made with", .cell = ts_cell_made_with},
        TS_COLUMN_DTYPE,
        TS_COLUMN_MODE,
        {.head = "tok/s", .cell = cell_rate},
        {.head = "source", .cell = ts_cell_source},
    };
    ts_lines l = ts_lines_pick(v, "decode", TS_PUBLISHED);
    ts_lines_keep(&l, of_another);
    if (!l.n) return;
    ts_lines_sort(&l, rate);
    fputs("<section>\n<h2>Other models, published <span class=\"badge external\">external</span>"
          "</h2>\n",
          to);
    TS_TABLE(to, "Tokens a second as stated", columns, l);
    fputs("</section>\n", to);
}

/* ---- prompt, start, memory ---- */

static void prefill_published(ts_view *v, FILE *to)
{
    static const ts_column columns[] = {
        TS_COLUMN_DEVICE,
        {.head = "model", .cell = ts_cell_name},
        {.head = "made with", .cell = ts_cell_made_with},
        TS_COLUMN_DTYPE,
        TS_COLUMN_MODE,
        {.head = "tok/s", .cell = cell_rate},
        {.head = "source", .cell = ts_cell_source},
    };
    ts_lines l = ts_lines_pick(v, "prefill", TS_PUBLISHED);
    if (!l.n) return;
    ts_lines_sort(&l, rate);
    fputs("<section>\n<h2>Reading the prompt, published <span class=\"badge external\">external"
          "</span></h2>\n",
          to);
    TS_TABLE(to, "Tokens of prompt a second as stated", columns, l);
    fputs("</section>\n", to);
}

static void prefill(ts_view *v, FILE *to)
{
    static const ts_column columns[] = {
        TS_COLUMN_DEVICE,
        {.head = "model", .cell = ts_cell_name},
        TS_COLUMN_DTYPE,
        TS_COLUMN_THREADS,
        TS_COLUMN_MODE,
        {.head = "tok/s", .kind = TS_NUMBER, .digits = 3, .value = ts_get_value},
        TS_COLUMN_INTERVAL,
        {.head = "of the ceiling", .kind = TS_SHARE, .value = ts_get_sol},
        TS_COLUMN_SAMPLES,
        TS_COLUMN_VERDICT,
    };
    ts_lines l = ts_lines_pick(v, "prefill", TS_MEASURED);
    if (!l.n) return;
    ts_lines_sort(&l, rate);
    fputs("<section>\n<h2>Reading the prompt</h2>\n", to);
    TS_TABLE(to, "Tokens of prompt a second", columns, l);
    fputs("</section>\n", to);
}

static void cell_quantity(FILE *to, const ts_line *l)
{
    const ts_result *r = &l->r->result;
    if (isfinite(l->seconds))
        ts_link_number(to, l, ts_time(l->seconds).text);
    else if (ts_same(r->unit, "B"))
        ts_link_number(to, l, ts_amount(r->value).text);
    else
        ts_link_number(to, l, ts_number(r->value, 3).text);
}

static void start(ts_view *v, FILE *to)
{
    static const struct {
        const char *bench, *caption;
    } parts[] = {{"load", "Loading the model"},
                 {"first_token", "Time to the first token"},
                 {"memory", "Memory at its peak"}};
    static const ts_column columns[] = {
        TS_COLUMN_DEVICE,  {.head = "model", .cell = ts_cell_name},
        TS_COLUMN_DTYPE,   TS_COLUMN_THREADS,
        TS_COLUMN_MODE,    {.head = "median", .cell = cell_quantity},
        TS_COLUMN_SAMPLES,
    };
    bool any = false;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        ts_lines l = ts_lines_pick(v, parts[i].bench, TS_MEASURED);
        if (l.n && !any) fputs("<section>\n<h2>Start and memory</h2>\n", to);
        any |= l.n > 0;
        TS_TABLE(to, parts[i].caption, columns, l);
    }
    if (any) fputs("</section>\n", to);
}

void ts_page_decode(ts_view *v, FILE *to)
{
    ts_page_begin(to, "decode", "Decoding",
                  "How many tokens a second, and how much of what memory allows.");
    measured(v, to);
    published(v, to);
    prefill(v, to);
    start(v, to);
    prefill_published(v, to);
    ceilings(v, to);
    published_others(v, to);
    ts_page_end(v, to);
}

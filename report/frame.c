/* frame.c - what all pages share: head, navigation, foot (table.h). */
#include "report/table.h"

#include <string.h>

const ts_page ts_pages[] = {
    {"index", "Overview", "how good this machine is, and what to improve", ts_page_index},
    {"decode", "Decoding", "tokens a second across devices, beside the true ceiling",
     ts_page_decode},
    {"kernels", "Kernels", "each kernel by its share of the speed of light", ts_page_kernels},
    {"roofline", "Roofline", "kernels under the ceilings of memory and arithmetic",
     ts_page_roofline},
    {"breakdown", "Breakdown", "where the time of one token goes", ts_page_breakdown},
    {"ablation", "Ablation", "what each optimisation is worth inside the model", ts_page_ablation},
    {"context", "Context", "speed as the cache fills", ts_page_context},
    {"compare", "Comparisons", "faster, slower or no difference, side by side", ts_page_compare},
    {"ladder", "Ladder", "how far each kernel has come in each language", ts_page_ladder},
    {"history", "History", "the same measurements over commits", ts_page_history},
    {"data", "Data", "every run with its raw samples", ts_page_data},
};
const size_t ts_pages_n = sizeof ts_pages / sizeof *ts_pages;

static void navigation(FILE *to, const char *file)
{
    fputs("<nav aria-label=\"Pages\">\n<ul>\n", to);
    for (size_t i = 0; i < ts_pages_n; i++) {
        ts_html(to, "<li><a href=\"%s.html\"", ts_pages[i].file);
        if (!strcmp(ts_pages[i].file, file)) fputs(" aria-current=\"page\"", to);
        ts_html(to, ">%s</a></li>\n", ts_pages[i].title);
    }
    fputs("</ul>\n</nav>\n", to);
}

void ts_page_begin(FILE *to, const char *file, const char *title, const char *about)
{
    ts_html(to,
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"generator\" content=\"tessera report\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n"
            "<meta name=\"description\" content=\"%s\">\n<title>%s%sTessera report</title>\n"
            "<link rel=\"stylesheet\" href=\"style.css\">\n"
            "<script src=\"sort.js\" defer></script>\n</head>\n<body>\n"
            "<a class=\"skip\" href=\"#main\">Skip to the content</a>\n<header>\n<p class=\"mark\">"
            "<a href=\"index.html\">Tessera</a> <span>report</span></p>\n",
            about, title ? title : "", title ? ", " : "");
    navigation(to, file);
    fputs("</header>\n<main id=\"main\">\n", to);
    if (title) ts_html(to, "<h1>%s</h1>\n<p class=\"about\">%s</p>\n", title, about);
}

void ts_page_end(const ts_view *v, FILE *to)
{
    const ts_run_info *run = v->subject;
    fputs("</main>\n<footer>\n<p>", to);
    if (run && run->version)
        ts_html(to, "Measured by Tessera %s%s%s on %s. ", run->version,
                run->git_sha ? ", commit " : "", run->git_sha, ts_date(run->started).text);
    fputs("Numbers link to their raw samples.</p>\n"
          "</footer>\n</body>\n</html>\n",
          to);
}

void ts_page_empty(FILE *to, const char *what, const char *command)
{
    ts_html(to, "<p class=\"empty\">%s <code>%s</code> measures them.</p>\n", what, command);
}

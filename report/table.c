/* table.c - tables from lists of columns (table.h). */
#include "report/table.h"
#include "tessera/c_locale.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- values ---- */

double ts_get_value(const ts_line *l)
{
    return l->r->result.value;
}

double ts_get_micros(const ts_line *l)
{
    return 1e6 * l->seconds;
}

double ts_get_seconds(const ts_line *l)
{
    return l->seconds;
}

double ts_get_bytes(const ts_line *l)
{
    return l->bytes;
}

double ts_get_gbps(const ts_line *l)
{
    return l->gbps;
}

double ts_get_ceiling(const ts_line *l)
{
    return l->ceiling;
}

double ts_get_sol(const ts_line *l)
{
    return l->sol;
}

double ts_get_threads(const ts_line *l)
{
    return l->r->result.threads;
}

double ts_get_room(const ts_line *l)
{
    return l->room;
}

/* ---- cells ---- */

void ts_cell_rank(FILE *to, const ts_line *l)
{
    if (l->rank) ts_html(to, "%zu", l->rank);
}

void ts_cell_name(FILE *to, const ts_line *l)
{
    ts_html(to, "%s", l->r->result.name);
}

void ts_cell_device(FILE *to, const ts_line *l)
{
    const char *chip = ts_chip_of(l->r);
    ts_html(to, "%s", ts_device_of(l->r));
    if (chip) ts_html(to, "<small class=\"chip\">%s</small>", chip);
}

void ts_cell_dtype(FILE *to, const ts_line *l)
{
    const char *kv = l->r->result.kv;
    ts_html(to, "%s", l->r->result.dtype);
    if (kv && !ts_same(kv, l->r->result.dtype))
        ts_html(to, "<small class=\"nowrap\">cache %s</small>", kv);
}

void ts_cell_shape(FILE *to, const ts_line *l)
{
    ts_html(to, "%s", l->r->result.shape);
}

void ts_cell_mode(FILE *to, const ts_line *l)
{
    const ts_result *r = &l->r->result;
    ts_html(to, "%s", r->mode);
    if (r->context > 0)
        ts_html(to, "<small class=\"nowrap\">after %s</small>", ts_whole(r->context).text);
    if (r->batch > 1) ts_html(to, "<small>%s sequences</small>", ts_whole(r->batch).text);
}

void ts_cell_bound(FILE *to, const ts_line *l)
{
    ts_html(to, "%s", l->r->result.bound);
}

void ts_cell_unit(FILE *to, const ts_line *l)
{
    ts_html(to, "%s", l->r->result.unit);
}

static void badge(FILE *to, const char *kind, const char *why)
{
    ts_html(to, "<span class=\"badge %s\">%s</span>", kind, kind);
    if (why) ts_html(to, "<small class=\"why\">%s</small>", why);
}

void ts_cell_verdict(FILE *to, const ts_line *l)
{
    const ts_result *r = &l->r->result;
    if (l->impossible)
        badge(to, "impossible", r->why ? r->why : "faster than its ceiling allows");
    else if (ts_same(r->verdict, "pass") || ts_same(r->verdict, "fail") ||
             ts_same(r->verdict, "refused"))
        badge(to, r->verdict, r->why);
    if (r->noisy > 0)
        fputs(
            " <span class=\"badge noisy\" title=\"no sample was quiet, so all count\">noisy</span>",
            to);
    else if (l->counts && ts_says_little(r))
        fputs(" <span class=\"badge noisy\" title=\"of fewer than 6 samples no interval holds the "
              "median "
              "in 95 % of cases\">too few</span>",
              to);
}

/* All of n samples hold the median but where they lie on one side of it: in 2 of 2^n cases. */
static void promise(FILE *to, double n)
{
    if (n >= 2 && n < 6)
        ts_html(to, "<small>of %s: holds %s</small>", ts_whole(n).text,
                ts_percent(1 - 2 / exp2(n)).text);
}

/* The ends with the digits of the value, so that they can be compared by eye. */
void ts_cell_interval(FILE *to, const ts_line *l)
{
    const ts_result *r = &l->r->result;
    if (!isfinite(r->lo) || !isfinite(r->hi) || r->n < 2) return;
    ts_html(to, "<span class=\"nowrap\">%s to %s</span>", ts_number(r->lo, 3).text,
            ts_number(r->hi, 3).text);
    promise(to, r->n);
}

void ts_cell_share_interval(FILE *to, const ts_line *l)
{
    const ts_result *r = &l->r->result;
    if (!isfinite(r->sol_lo) || !isfinite(r->sol_hi) || r->n < 2) return;
    ts_html(to, "<span class=\"nowrap\">%s to %s</span>", ts_percent(r->sol_lo).text,
            ts_percent(r->sol_hi).text);
    promise(to, r->n);
}

void ts_cell_samples(FILE *to, const ts_line *l)
{
    const ts_result *r = &l->r->result;
    if (!isfinite(r->n)) return;
    ts_html(to, "<span class=\"nowrap\">%s", ts_whole(r->n).text);
    if (r->dropped > 0) ts_html(to, " of %s", ts_whole(r->n + r->dropped).text);
    fputs("</span>", to);
}

/* ---- tables ---- */

void ts_table_begin(FILE *to, const char *caption)
{
    ts_html(to,
            "<div class=\"scroll\" role=\"region\" aria-label=\"%s\" tabindex=\"0\">\n"
            "<table>\n<caption>%s</caption>\n<thead>\n<tr>",
            caption, caption);
}

void ts_table_head(FILE *to, const char *head, const char *about, bool number)
{
    fputs("<th scope=\"col\"", to);
    if (number) fputs(" class=\"n\"", to);
    if (about) ts_html(to, " title=\"%s\"", about);
    ts_html(to, ">%s</th>", head);
}

void ts_table_body(FILE *to)
{
    fputs("</tr>\n</thead>\n<tbody>\n", to);
}

void ts_table_end(FILE *to)
{
    fputs("</tbody>\n</table>\n</div>\n", to);
}

void ts_bar(FILE *to, double share, unsigned colour)
{
    TS_C_LOCALE;
    if (!isfinite(share)) return;
    ts_html(to,
            "<span class=\"bar\" aria-hidden=\"true\"><span class=\"c%d\" style=\"width:%.1f%%\">"
            "</span></span>",
            (int)colour, 100 * fmax(0, fmin(share, 1)));
}

static void link_number(FILE *to, const ts_line *l, const char *text, bool reached_by_key)
{
    ts_html(to, "<a href=\"%s\"", l->href);
    if (!reached_by_key) fputs(" tabindex=\"-1\"", to);
    ts_html(to, ">%s</a>", text);
}

void ts_link_number(FILE *to, const ts_line *l, const char *text)
{
    link_number(to, l, text, true);
}

static ts_words number_words(const ts_column *c, double x)
{
    switch (c->kind) {
    case TS_WHOLE: return ts_whole(x);
    case TS_STATED: return ts_stated(x);
    case TS_PERCENT:
    case TS_SHARE: return ts_percent(x);
    case TS_TIME: return ts_time(x);
    case TS_SIZE: return ts_amount(x);
    case TS_TEXT:
    case TS_NUMBER: break;
    }
    return ts_number(x, c->digits);
}

/* The first number of a row is reached by the tabulator, the others go to the same place. */
static void number_cell(FILE *to, const ts_column *c, const ts_line *l, bool first)
{
    TS_C_LOCALE;
    double x = c->value(l);
    if (!isfinite(x)) {
        fputs("<td class=\"n none\">\xe2\x80\x93</td>", to);
        return;
    }
    fprintf(to, "<td class=\"n%s\" data-v=\"%.9g\">", c->kind == TS_SHARE ? " share" : "", x);
    if (c->kind == TS_SHARE) ts_bar(to, x, 0);
    link_number(to, l, number_words(c, x).text, first);
    fputs("</td>", to);
}

static void text_cell(FILE *to, const ts_column *c, const ts_line *l, bool head)
{
    fputs(head ? "<th scope=\"row\">" : "<td>", to);
    c->cell(to, l);
    fputs(head ? "</th>" : "</td>", to);
}

static bool has_numbers(const ts_column *c, const ts_lines *l)
{
    for (size_t i = 0; i < l->n; i++)
        if (isfinite(c->value(&l->line[i]))) return true;
    return false;
}

static bool has_text(const ts_column *c, const ts_lines *l)
{
    char *text = NULL;
    size_t bytes = 0;
    FILE *to = open_memstream(&text, &bytes);
    if (!to) return true;
    for (size_t i = 0; i < l->n; i++) c->cell(to, &l->line[i]);
    fclose(to);
    free(text);
    return bytes;
}

/* Does any line have something to say in this column? */
static bool is_used(const ts_column *c, const ts_lines *l)
{
    return c->kind == TS_TEXT ? has_text(c, l) : has_numbers(c, l);
}

enum { MOST_COLUMNS = 16 };

static void row(FILE *to, const ts_column *column, size_t columns, const bool *used,
                const ts_line *l)
{
    bool first = true, headed = false;
    fputs(l->counts ? "<tr>" : "<tr class=\"out\">", to);
    for (size_t i = 0; i < columns; i++) {
        if (!used[i]) continue;
        if (column[i].kind == TS_TEXT) {
            bool heads = !headed && column[i].cell != ts_cell_rank;
            text_cell(to, &column[i], l, heads);
            headed |= heads;
        } else {
            number_cell(to, &column[i], l, first);
            first = false;
        }
    }
    fputs("</tr>\n", to);
}

void ts_table(FILE *to, const char *caption, const ts_column *column, size_t columns, ts_lines l)
{
    bool used[MOST_COLUMNS];
    if (!l.n || columns > MOST_COLUMNS) return;
    ts_table_begin(to, caption);
    for (size_t i = 0; i < columns; i++) {
        used[i] = is_used(&column[i], &l);
        if (used[i]) ts_table_head(to, column[i].head, column[i].about, column[i].kind != TS_TEXT);
    }
    ts_table_body(to);
    for (size_t i = 0; i < l.n; i++) row(to, column, columns, used, &l.line[i]);
    ts_table_end(to);
}

/* sheet.c - see sheet.h. */
#include "tool/sheet.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/transfer.h"

enum { WIDTH = 118, LONGEST = 512 };

static bool muted;

void ts_sheet_mute(bool mute)
{
    muted = mute;
}

void ts_sheet_text(const char *format, ...)
{
    char line[LONGEST];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    size_t n = strlen(line);
    while (n && line[n - 1] == ' ') n--;
    if (muted) return;
    printf("%.*s\n", (int)n, line);
    fflush(stdout);
}

void ts_sheet_words(const char *words, int indent, const char *format, ...)
{
    va_list args;
    if (muted) return;
    va_start(args, format);
    int at = vprintf(format, args);
    va_end(args);
    while (*words) {
        int n = (int)strcspn(words, " ");
        if (at + 1 + n > WIDTH) at = printf("\n%*s", indent, "") - 1;
        at += printf(" %.*s", n, words);
        words += n + (words[n] == ' ');
    }
    printf("\n");
}

void ts_sheet_refused(const char *label, const char *why)
{
    ts_sheet_words(why, 18, "%-18s refused:", label);
}

/* ---- tables ---- */

static const char *text_of(const ts_value *x, int digits, char to[64])
{
    if (x->text) return x->text;
    if (!isfinite(x->number)) return "-";
    snprintf(to, 64, "%.*f", digits, x->number);
    return to;
}

/* row NULL: the heads. */
static void put_cells(const ts_selection *t, const ts_value *row)
{
    char line[LONGEST] = "";
    size_t at = 0;
    for (size_t c = 0; c < t->columns && at < sizeof line; c++) {
        char text[64], *end;
        const char *name = t->name[c], *bar = strchr(name, '|');
        if (!bar) continue;
        int width = (int)strtol(bar + 1, &end, 10), digits = *end ? atoi(end + 1) : 0;
        snprintf(text, sizeof text, "%.*s", (int)(bar - name), name);
        at += (size_t)snprintf(line + at, sizeof line - at, "%s%*s", at ? " " : "", width,
                               row ? text_of(&row[c], digits, text) : text);
    }
    ts_sheet_text("%s", line);
}

static const char *said(const ts_selection *t, const ts_value *row, const char *name)
{
    const ts_value *x = ts_value_in(t, row, name, strlen(name));
    return x ? x->text : NULL;
}

static void put_row(const ts_selection *t, const ts_value *row)
{
    const char *refused = said(t, row, "refused"), *below = said(t, row, "below");
    if (refused)
        ts_sheet_refused(row[0].text, refused);
    else
        put_cells(t, row);
    if (below && !refused) ts_sheet_text("%s", below);
}

static int put(ts_session *s, const char *sheet, double number, bool head, ts_error *err)
{
    ts_selection t = {0};
    int bad = ts_session_select(s, ts_sql_named(ts_tool_sheets, sheet), number, &t, err);
    if (!bad && head) put_cells(&t, NULL);
    for (size_t i = 0; !bad && !head && i < t.n; i++) put_row(&t, t.row[i]);
    for (size_t i = 0; !bad && !head && i < t.n; i++)
        if (said(&t, t.row[i], "later"))
            ts_sheet_refused(said(&t, t.row[i], "label"), said(&t, t.row[i], "later"));
    ts_selection_free(&t);
    return bad;
}

int ts_sheet_head(ts_session *s, const char *sheet, ts_error *err)
{
    return put(s, sheet, NAN, true, err);
}

int ts_sheet_put(ts_session *s, const char *sheet, double number, ts_error *err)
{
    return put(s, sheet, number, false, err);
}

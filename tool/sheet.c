/* sheet.c - see sheet.h. */
#include "tool/sheet.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

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

bool ts_sheet_is_refused(const ts_result *r)
{
    return r->verdict && !strcmp(r->verdict, "refused");
}

/* ---- cells ---- */

static double number_of(const ts_sheet *s, const ts_sheet_row *r)
{
    const ts_result *l = r->line;
    double scale = s->scale ? s->scale : 1;
    switch (s->kind) {
    case 'v': return scale * l->value;
    case 'h': return scale * 0.5 * fabs(l->hi - l->lo);
    case '1': return scale * l->p10;
    case '9': return scale * l->p90;
    case 'n': return l->n;
    case 'M': return isnan(l->bytes) ? 0 : l->bytes / 1e6;
    case 'g': return l->gbps;
    case 'c': return l->launches;
    case 'f': return 1e-3 * l->floor_us * l->launches;
    case 'X': return r->X;
    default: return r->Y;
    }
}

/* What a reader must know of a line beside its numbers. */
static const char *remark(const ts_result *l, char to[64])
{
    if (l->noisy > 0) return "noisy";
    if (!(l->dropped > 0)) return "";
    snprintf(to, 64, "%.0f dropped", l->dropped);
    return to;
}

/* "96.1 [95.2, 96.4]"; "-" where nothing bounds it. */
static const char *share(const ts_result *l, char to[64])
{
    if (ts_sheet_is_refused(l)) return " refused";
    if (isfinite(l->sol))
        snprintf(to, 64, " %5.1f [%.1f, %.1f]", 100 * l->sol, 100 * l->sol_lo, 100 * l->sol_hi);
    else
        snprintf(to, 64, " %5s", "-");
    return to;
}

const char *ts_sheet_number(char to[64], double x, int digits)
{
    if (!isfinite(x)) return "-";
    snprintf(to, 64, "%.*f", digits, x);
    return to;
}

static const char *text_of(const ts_sheet *s, const ts_sheet_row *r, char to[64])
{
    double x;
    switch (s->kind) {
    case 'l': return r->label;
    case 'x': return r->x ? r->x : "";
    case 'y': return r->y ? r->y : "";
    case 'z': return r->z ? r->z : "";
    case 'b': return r->line->bound ? r->line->bound : "-";
    case 'r': return remark(r->line, to);
    case 's': return share(r->line, to);
    default: x = number_of(s, r);
    }
    return ts_sheet_number(to, x, s->digits);
}

/* r NULL: the heads. */
static void put(const ts_sheet *s, const ts_sheet_row *r)
{
    char line[LONGEST] = "";
    size_t at = 0;
    for (; s->head && at < sizeof line; s++) {
        char text[64];
        at += (size_t)snprintf(line + at, sizeof line - at, "%s%*s", at ? " " : "", s->width,
                               r ? text_of(s, r, text) : s->head);
    }
    ts_sheet_text("%s", line);
}

void ts_sheet_head(const ts_sheet *s)
{
    put(s, NULL);
}

void ts_sheet_figures(const ts_sheet *s, const ts_sheet_row *r)
{
    put(s, r);
}

void ts_sheet_put(const ts_sheet *s, const ts_sheet_row *r)
{
    if (ts_sheet_is_refused(r->line))
        ts_sheet_refused(r->label, r->line->why);
    else
        put(s, r);
}

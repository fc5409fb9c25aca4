/* html.c - escaped text, and numbers (html.h). */
#include "report/html.h"
#include "tessera/c_locale.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* ---- text ---- */

static bool shown(utf8proc_int32_t c)
{
    if (c < 0x20) return c == '\t' || c == '\n';
    if (c >= 0x7f && c < 0xa0) return false;                                        /* controls */
    if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069)) return false; /* direction */
    if (c == 0x200e || c == 0x200f || c == 0x061c || c == 0xfeff) return false;
    return (c & 0xfffe) != 0xfffe && !(c >= 0xfdd0 && c <= 0xfdef); /* no characters at all */
}

void ts_html_text(FILE *to, const char *text)
{
    for (utf8proc_ssize_t n; text && *text; text += n > 0 ? n : 1) {
        utf8proc_int32_t c;
        n = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &c);
        if (n <= 0 || !shown(c))
            fputs("\xef\xbf\xbd", to);
        else if (strchr("&<>\"'", *text))
            fprintf(to, "&#%d;", *text);
        else
            fwrite(text, 1, (size_t)n, to);
    }
}

/* ---- numbers ---- */

#define DASH   "\xe2\x80\x93"
#define MINUS  "\xe2\x88\x92"
#define NARROW "\xe2\x80\xaf" /* a narrow space that does not break */

static ts_words joined(const char *a, const char *b, const char *c)
{
    ts_words w;
    int n = snprintf(w.text, sizeof w.text, "%s%s%s", a, b, c);
    if (n < 0 || (size_t)n >= sizeof w.text) return (ts_words){DASH};
    return w;
}

/* With commas in the whole part; at_most: without zeros at the end. */
static ts_words fixed(double x, int behind, bool at_most, const char *unit)
{
    char plain[40];
    ts_words w = {""};
    snprintf(plain, sizeof plain, "%.*f", behind, fabs(x));
    size_t digits = strcspn(plain, "."), n = strlen(plain), at = 0;
    while (at_most && n > digits && strchr(".0", plain[n - 1])) plain[--n] = 0;
    for (size_t i = 0; i < n; i++) {
        if (i && i < digits && (digits - i) % 3 == 0) w.text[at++] = ',';
        w.text[at++] = plain[i];
    }
    w.text[at] = 0;
    return joined(x < 0 ? MINUS : "", w.text, unit);
}

static ts_words printed(double x, int digits, const char *format)
{
    ts_words w;
    snprintf(w.text, sizeof w.text, format, digits, x);
    return w;
}

static ts_words significant(double x, int digits, const char *unit)
{
    double size = fabs(x);
    if (size >= 1e15 || (size > 0 && size < 1e-6)) return printed(x, digits - 1, "%.*e");
    ts_words rounded = printed(size, digits - 1, "%.*e"); /* 9.996 has two before the point */
    long whole = size > 0 ? strtol(strchr(rounded.text, 'e') + 1, NULL, 10) + 1 : digits;
    return fixed(x, whole < digits ? (int)(digits - whole) : 0, false, unit);
}

/* By the unit in which it has at most three digits before the point. */
static ts_words scaled(double x, const char *const *unit, int digits, int more)
{
    for (; unit[1] && fabs(x) >= 999.5; unit++, digits = more) x /= 1000;
    return significant(x, digits, *unit);
}

static ts_words stated(double x)
{
    return fabs(x) >= 1e9 ? significant(x, 6, "") : fixed(x, fabs(x) < 1000 ? 3 : 1, true, "");
}

static ts_words whole(double x)
{
    return fabs(x) > 1e15 ? (ts_words){DASH} : fixed(rint(x), 0, false, "");
}

static ts_words plural(double x, const char *one)
{
    ts_words n = isfinite(x) ? whole(x) : (ts_words){DASH};
    bool sibilant = *one && strchr("sx", one[strlen(one) - 1]);
    ts_words noun = joined(" ", one, x == 1 ? "" : sibilant ? "es" : "s");
    return joined(n.text, noun.text, "");
}

bool ts_words_of(double x, const char *f, ts_words *out)
{
    static const char *const times[] = {NARROW "ns", NARROW "\xc2\xb5s", NARROW "ms", NARROW "s",
                                        NULL},
                             *const sizes[] = {NARROW "B",  NARROW "kB", NARROW "MB", NARROW "GB",
                                               NARROW "TB", NARROW "PB", NULL};
    TS_C_LOCALE;
    *out = (ts_words){DASH};
    bool number = *f >= '1' && *f <= '9' && !f[1];
    if (!number && (!*f || !strchr("%tsw=+pfcbg*", *f))) return false;
    if (*f == '*') *out = plural(x, f + 1);
    if (!isfinite(x)) return true;
    switch (*f) {
    case '*': break;
    case '%':
        if (fabs(x) <= 1e9) *out = fixed(100 * x, fabs(x) < 9.995, false, NARROW "%");
        break;
    case 't': *out = scaled(1e9 * x, times, 3, 3); break;
    case 's': *out = scaled(x, sizes, 3, 4); break;
    case 'w': *out = whole(x); break;
    case '=': *out = stated(x); break;
    case '+': *out = joined(x >= 0 ? "+" : "", stated(x).text, ""); break;
    case 'p': *out = x == floor(x) ? whole(x) : significant(x, 5, ""); break;
    case 'f': *out = printed(x, 2, "%.*f"); break;
    case 'c': *out = printed(x, 1, "%.*f"); break;
    case 'b': *out = printed(100 * fmax(0, fmin(x, 1)), 1, "%.*f"); break;
    case 'g': *out = printed(x, 9, "%.*g"); break;
    default: *out = significant(x, *f - '0', "");
    }
    return true;
}

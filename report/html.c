/* html.c - escaped text, and numbers (html.h). */
#include "report/html.h"
#include "tessera/c_locale.h"

#include <math.h>
#include <stdint.h>
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

/* Puts commas into the whole part of a plain decimal number without a sign. */
static ts_words grouped(const char *plain)
{
    ts_words w = {""};
    size_t digits = strcspn(plain, "."), at = 0;
    for (size_t i = 0; plain[i] && at + 2 < sizeof w.text; i++) {
        if (i && i < digits && (digits - i) % 3 == 0) w.text[at++] = ',';
        w.text[at++] = plain[i];
    }
    w.text[at] = 0;
    return w;
}

ts_words ts_number(double x, int digits)
{
    TS_C_LOCALE;
    char plain[40];
    double size = fabs(x);
    if (!isfinite(x)) return (ts_words){DASH};
    if (size >= 1e15 || (size > 0 && size < 1e-6)) {
        snprintf(plain, sizeof plain, "%.*e", digits - 1, x);
        return joined(plain, "", "");
    }
    snprintf(plain, sizeof plain, "%.*e", digits - 1,
             size); /* rounds: 9.996 has two before the point */
    long whole = size > 0 ? strtol(strchr(plain, 'e') + 1, NULL, 10) + 1 : digits;
    snprintf(plain, sizeof plain, "%.*f", whole < digits ? (int)(digits - whole) : 0, size);
    return joined(x < 0 ? MINUS : "", grouped(plain).text, "");
}

ts_words ts_percent(double share)
{
    TS_C_LOCALE;
    char plain[40];
    if (!isfinite(share) || fabs(share) > 1e9) return (ts_words){DASH};
    snprintf(plain, sizeof plain, "%.*f", fabs(share) < 9.995 ? 1 : 0, 100 * fabs(share));
    return joined(share < 0 ? MINUS : "", grouped(plain).text, NARROW "%");
}

ts_words ts_time(double seconds)
{
    static const char *const unit[] = {"ns", "\xc2\xb5s", "ms", "s"};
    double x = fabs(seconds) * 1e9;
    int i = 0;
    if (!isfinite(seconds)) return (ts_words){DASH};
    for (; i < 3 && x >= 999.5; i++) x /= 1000;
    return joined(ts_number(seconds < 0 ? -x : x, 3).text, NARROW, unit[i]);
}

ts_words ts_amount(double bytes)
{
    static const char *const unit[] = {"B", "kB", "MB", "GB", "TB", "PB"};
    double x = bytes;
    int i = 0;
    if (!isfinite(bytes)) return (ts_words){DASH};
    for (; i < 5 && fabs(x) >= 999.5; i++) x /= 1000;
    return joined(ts_number(x, i ? 4 : 3).text, NARROW, unit[i]);
}

ts_words ts_whole(double n)
{
    char plain[40];
    if (!isfinite(n) || fabs(n) > 1e15) return (ts_words){DASH};
    snprintf(plain, sizeof plain, "%.0f", fabs(n));
    return joined(n <= -0.5 ? MINUS : "", grouped(plain).text, "");
}

ts_words ts_stated(double x)
{
    TS_C_LOCALE;
    char plain[40];
    if (!isfinite(x) || fabs(x) >= 1e9) return ts_number(x, 6);
    snprintf(plain, sizeof plain, "%.*f", fabs(x) < 1000 ? 3 : 1, fabs(x));
    size_t n = strlen(plain);
    while (plain[n - 1] == '0') plain[--n] = 0;
    if (plain[n - 1] == '.') plain[n - 1] = 0;
    return joined(x < 0 ? MINUS : "", grouped(plain).text, "");
}

ts_words ts_signed(double x)
{
    return joined(x >= 0 ? "+" : "", ts_stated(x).text, "");
}

ts_words ts_plural(double n, const char *one)
{
    ts_words w = joined(ts_whole(n).text, " ", one);
    if (n == 1) return w;
    return joined(w.text, *one && strchr("sx", one[strlen(one) - 1]) ? "es" : "s", "");
}

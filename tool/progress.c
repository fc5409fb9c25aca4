/* progress.c - the progress line (progress.h).
 *
 * Invariant: at most one unfinished line is on the terminal, and end() finishes it. It
 * measures time only to decide when to speak; results are timed elsewhere.
 */
#include "tool/progress.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { BAR = 24 };
static const double quiet_for = 1.0, redraw_after = 0.1; /* seconds */

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

void ts_progress_begin(ts_progress *p, const char *what, const char *unit, double total)
{
    const char *plain = getenv("NO_COLOR"), *term = getenv("TERM");
    *p = (ts_progress){.what = what, .unit = unit, .total = total, .started = now(), .to = stderr};
    p->live = isatty(STDERR_FILENO) && term && strcmp(term, "dumb") != 0;
    p->colour = p->live && !(plain && *plain);
}

/* "1.24 GB", "731 files": bytes scaled by 1000 as drives and links are rated. */
static void amount(char *out, size_t size, double x, const char *unit)
{
    static const char *const scale[] = {"", "k", "M", "G", "T"};
    int i = 0;
    if (!strcmp(unit, "B"))
        for (; x >= 1000 && i < 4; i++) x /= 1000;
    snprintf(out, size, "%.*f %s%s", i ? 2 : 0, x, scale[i], unit);
}

static void bar(char *out, double share)
{
    int full = (int)(share * BAR);
    out[0] = '[';
    for (int i = 0; i < BAR; i++) out[1 + i] = i < full ? '#' : '.';
    memcpy(out + 1 + BAR, "] ", sizeof "] ");
}

int ts_progress_line(const ts_progress *p, double seconds, char *out, size_t size)
{
    char done[32], rate[32], left[40] = "", drawn[BAR + 4] = "";
    double speed = seconds > 0 ? p->done / seconds : 0;
    double share = p->total > 0 ? p->done / p->total : 0;
    if (share > 1) share = 1;
    if (!*p->unit) return snprintf(out, size, "%s, %.0f s", p->what, seconds);
    amount(done, sizeof done, p->done, p->unit);
    amount(rate, sizeof rate, speed, p->unit);
    if (p->total > 0) bar(drawn, share);
    if (p->total > 0 && speed > 0)
        snprintf(left, sizeof left, ", %.0f s left", (1 - share) * p->total / speed);
    return snprintf(out, size, "%s %s%s, %s/s%s", p->what, drawn, done, rate, left);
}

void ts_progress_step(ts_progress *p, double done)
{
    char line[256];
    double t = now();
    p->done = done;
    if (t - p->started < quiet_for || (p->drawn > 0 && (!p->live || t - p->drawn < redraw_after)))
        return;
    p->drawn = t;
    ts_progress_line(p, t - p->started, line, sizeof line);
    if (p->live)
        fprintf(p->to, "\r\033[K%s%s%s", p->colour ? "\033[2m" : "", line,
                p->colour ? "\033[0m" : "");
    else
        fprintf(p->to, "%s...\n", p->what);
    fflush(p->to);
}

void ts_progress_end(ts_progress *p)
{
    char done[32];
    double seconds = now() - p->started;
    if (p->drawn <= 0) return;
    amount(done, sizeof done, p->done, p->unit);
    if (!*p->unit) {
        fprintf(p->to, "%s%s: %.1f s\n", p->live ? "\r\033[K" : "", p->what, seconds);
        fflush(p->to);
        return;
    }
    fprintf(p->to, "%s%s: %s in %.1f s\n", p->live ? "\r\033[K" : "", p->what, done, seconds);
    fflush(p->to);
}

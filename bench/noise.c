/* noise.c - reads /proc/stat around a sample (noise.h).
 *
 *   cpu  user nice system idle iowait irq softirq steal guest guest_nice    (ticks since boot)
 *
 * guest time is contained in user time, so only the first eight are added up.
 */
#include "bench/noise.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "bench/rounds.h"

const char *ts_noise_stat = "/proc/stat";

bool ts_noise_parse(const char *line, double *steal, double *busy, double *total)
{
    double v[8];
    if (strncmp(line, "cpu ", 4)) return false;
    const char *p = line + 4;
    for (int i = 0; i < 8; i++) {
        char *end;
        v[i] = (double)strtoull(p, &end, 10);
        if (end == p) return false;
        p = end;
    }
    *steal = v[7];
    *busy = v[0] + v[1] + v[2] + v[5] + v[6];
    *total = *busy + *steal + v[3] + v[4];
    return true;
}

static double seconds(struct timeval t)
{
    return (double)t.tv_sec + 1e-6 * (double)t.tv_usec;
}

static double worked(int who)
{
    struct rusage use;
    return getrusage(who, &use) ? 0 : seconds(use.ru_utime) + seconds(use.ru_stime);
}

void ts_noise_begin(ts_noise_mark *m)
{
    memset(m, 0, sizeof *m);
    char line[512] = "";
    FILE *f = fopen(ts_noise_stat, "re");
    bool good =
        f && fgets(line, sizeof line, f) && ts_noise_parse(line, &m->steal, &m->busy, &m->total);
    if (f) fclose(f);
    if (!good) return;
    double tick = 1.0 / (double)sysconf(_SC_CLK_TCK);
    m->steal *= tick;
    m->busy *= tick;
    m->total *= tick;
    m->own = worked(RUSAGE_SELF) + worked(RUSAGE_CHILDREN);
    m->wall = ts_seconds();
    m->cpus = (int)sysconf(_SC_NPROCESSORS_ONLN);
}

ts_noise ts_noise_end(const ts_noise_mark *m)
{
    ts_noise_mark end;
    ts_noise n = {0, 0, false};
    ts_noise_begin(&end);
    double room = (end.wall - m->wall) * end.cpus;
    if (!m->cpus || !end.cpus || end.wall - m->wall < 0.05) return n;
    double foreign = (end.busy - m->busy) - (end.own - m->own);
    n.steal = (end.steal - m->steal) / room;
    n.foreign = foreign > 0 ? foreign / room : 0;
    n.known = true;
    return n;
}

bool ts_noise_quiet(const ts_noise *n, double limit)
{
    return n->known && n->steal <= limit && n->foreign <= limit;
}

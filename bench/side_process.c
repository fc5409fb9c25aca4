/* side_process.c - see side_process.h.
 *
 * What a command prints goes into files in memory: nobody has to read while it works, and one that prints much
 * is never held up. Of a file that grows large only the end is kept.
 */
#include "bench/side_process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bench/rounds.h"
#include "rt/leftover.h"
#include "rt/spawn.h"

#define GRACE 1.0 /* seconds between asking a group to end and ending it */
enum { OUT, ERR, STREAMS, LARGE = 64 << 20 };

typedef struct child {
    pid_t pid;
    int left;
    int fd[STREAMS]; /* what it prints */
} child;

static int start(child *c, char *const argv[], const char *what, ts_error *err)
{
    ts_spawned s = {.left = -1};
    for (int i = 0; i < STREAMS; i++) {
        c->fd[i] = memfd_create("tessera", MFD_CLOEXEC);
        if (c->fd[i] < 0) return ts_fail(err, "no memory for what a command prints");
        fcntl(c->fd[i], F_SETFL, O_APPEND); /* so that it may be cut below */
    }
    int rc = ts_spawn(&s, argv, NULL, -1, c->fd[OUT], c->fd[ERR], SIGKILL);
    c->pid = s.pid;
    c->left = s.left;
    return rc ? ts_fail(err, "cannot start %.500s: %s", what, strerror(rc)) : 0;
}

/* ---- what it prints ---- */

static off_t length(int fd)
{
    struct stat s;
    return fstat(fd, &s) ? 0 : s.st_size;
}

static int read_end(int fd, ts_printed *t, ts_error *err)
{
    off_t size = length(fd), from = size > TS_PRINTED_MOST ? size - TS_PRINTED_MOST : 0;
    t->text = malloc(TS_PRINTED_MOST + 1);
    if (!t->text) return ts_fail(err, "no memory for what a command prints");
    ssize_t n = pread(fd, t->text, TS_PRINTED_MOST, from);
    t->n = n > 0 ? (size_t)n : 0;
    for (size_t i = 0; i < t->n; i++)
        if (!t->text[i]) t->text[i] = ' ';
    t->text[t->n] = 0;
    return 0;
}

static void cut(int fd)
{
    ts_printed end;
    if (length(fd) < LARGE || read_end(fd, &end, NULL)) return;
    if (!ftruncate(fd, 0) && write(fd, end.text, end.n) < 0) end.n = 0; /* its own words follow */
    free(end.text);
}

/* ---- wait ---- */

static bool ended(const child *c)
{
    siginfo_t info = {.si_pid = 0};
    return !waitid(P_PID, (id_t)c->pid, &info, WEXITED | WNOHANG | WNOWAIT) && info.si_pid;
}

/* Until it has ended: true; or `until` (0: never) has come. Pauses grow, so that short runs are seen at once. */
static bool watch(const child *c, double until)
{
    for (double pause = 0.0005; !ended(c); pause = pause < 0.05 ? 1.2 * pause : pause) {
        if (until > 0 && ts_seconds() >= until) return false;
        nanosleep(&(struct timespec){.tv_nsec = (long)(pause * 1e9)}, NULL);
        for (int i = 0; i < STREAMS; i++) cut(c->fd[i]);
    }
    return true;
}

/* Ends what is left of the group and reaps its leader. */
static int reap(const child *c, bool done)
{
    int status = 0;
    if (!done) {
        kill(-c->pid, SIGTERM);
        watch(c, ts_seconds() + GRACE);
    }
    kill(-c->pid, SIGKILL);
    while (waitpid(c->pid, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

int ts_process_run(char *const argv[], const char *what, double limit, ts_process *p, ts_error *err)
{
    child c = {.fd = {-1, -1}};
    double begin = ts_seconds();
    bool done = true;
    *p = (ts_process){.status = 0};
    int rc = start(&c, argv, what, err);
    if (!rc) {
        done = watch(&c, limit > 0 ? begin + limit : 0);
        p->status = reap(&c, done);
        ts_leftover_drop(c.left);
        p->seconds = ts_seconds() - begin;
        rc = read_end(c.fd[OUT], &p->out, err) || read_end(c.fd[ERR], &p->err, err) ? -1 : 0;
    }
    for (int i = 0; i < STREAMS; i++)
        if (c.fd[i] >= 0) close(c.fd[i]);
    if (!rc && !done)
        rc = ts_fail(err, "%.500s did not end within %g s and was stopped; give it more time", what,
                     limit);
    if (rc) ts_process_free(p);
    return rc;
}

void ts_process_free(ts_process *p)
{
    free(p->out.text);
    free(p->err.text);
    *p = (ts_process){.status = 0};
}

/* ---- its last word ---- */

static size_t end_of(const char *text)
{
    size_t end = strlen(text);
    while (end && (unsigned char)text[end - 1] <= ' ') end--;
    return end;
}

void ts_last_line(const char *text, const char *other, char out[201])
{
    if (!end_of(text)) text = other;
    size_t n = 0, end = end_of(text), start = end;
    while (start && text[start - 1] != '\n' && text[start - 1] != '\r') start--;
    while (start < end && text[start] == ' ') start++;
    for (; start < end && n < 200; start++)
        out[n++] = (unsigned char)text[start] < ' ' || text[start] == 127 ? ' ' : text[start];
    out[n] = 0;
}

int ts_process_succeeded(const ts_process *p, const char *what, ts_error *err)
{
    char line[201];
    if (!p->status) return 0;
    ts_last_line(p->err.text, p->out.text, line);
    return ts_fail(err, "%.500s failed with status %d: %s", what, p->status,
                   line[0] ? line : "it printed nothing");
}

/* side_process.c - see side_process.h.
 *
 * Pipes are read as they fill, so a command that prints much is never held up; of each only the last
 * megabyte is kept, in a buffer of two that drops its first half when it is full.
 */
#include "bench/side_process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bench/rounds.h"
#include "rt/leftover.h"
#include "rt/spawn.h"

#define GRACE 1.0 /* seconds between asking a group to end and ending it */
enum { LOOK_MS = 50, OUT = 0, ERR = 1, READS = 64 };

typedef struct child {
    pid_t pid;
    int left;
    int fd[2]; /* read ends of stdout and stderr; -1: at its end */
    ts_printed *to[2];
} child;

/* ---- what it prints ---- */

static void keep(ts_printed *t, const char *from, size_t n)
{
    if (t->n + n > 2 * TS_PRINTED_MOST) {
        memmove(t->text, t->text + t->n - TS_PRINTED_MOST, TS_PRINTED_MOST);
        t->n = TS_PRINTED_MOST;
    }
    for (size_t i = 0; i < n; i++) t->text[t->n + i] = from[i] ? from[i] : ' ';
    t->n += n;
}

/* Reads what is there, or a megabyte of it: one who never stops printing must not stop the clock. At the
 * end of the stream its descriptor becomes -1. */
static void drain(child *c, int i)
{
    char some[16384];
    for (int reads = 0; reads < READS && c->fd[i] >= 0; reads++) {
        ssize_t n = read(c->fd[i], some, sizeof some);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0 && errno == EAGAIN) return;
        if (n > 0) {
            keep(c->to[i], some, (size_t)n);
        } else {
            close(c->fd[i]);
            c->fd[i] = -1;
        }
    }
}

static void finish_text(ts_printed *t)
{
    size_t over = t->n > TS_PRINTED_MOST ? t->n - TS_PRINTED_MOST : 0;
    t->n -= over;
    memmove(t->text, t->text + over, t->n);
    t->text[t->n] = 0;
}

/* ---- start ---- */

/* The first end is read here and never waits. */
static int open_pipe(int end[2], ts_error *err)
{
    if (pipe2(end, O_CLOEXEC)) return ts_fail(err, "no pipe to a command: %s", strerror(errno));
    fcntl(end[0], F_SETFL, O_NONBLOCK);
    return 0;
}

static int start(child *c, char *const argv[], const char *what, ts_error *err)
{
    int end[2][2] = {{-1, -1}, {-1, -1}};
    ts_spawned s = {.left = -1};
    int rc = open_pipe(end[OUT], err) || open_pipe(end[ERR], err) ? -1 : 0;
    if (!rc) rc = ts_spawn(&s, argv, NULL, -1, end[OUT][1], end[ERR][1], SIGKILL);
    c->pid = s.pid;
    c->left = s.left;
    for (int i = OUT; i <= ERR; i++) {
        c->fd[i] = end[i][0];
        if (end[i][1] >= 0) close(end[i][1]);
        if (rc && end[i][0] >= 0) close(end[i][0]);
    }
    return rc > 0 ? ts_fail(err, "cannot start %.500s: %s", what, strerror(rc)) : rc;
}

/* ---- wait ---- */

static bool ended(const child *c)
{
    siginfo_t info = {.si_pid = 0};
    return !waitid(P_PID, (id_t)c->pid, &info, WEXITED | WNOHANG | WNOWAIT) && info.si_pid;
}

/* Until it has ended or `until` (0: never) has come; *done: it has ended. */
static void watch(child *c, double until, bool *done)
{
    while (!(*done = ended(c)) && (until <= 0 || ts_seconds() < until)) {
        struct pollfd p[2] = {{c->fd[OUT], POLLIN, 0}, {c->fd[ERR], POLLIN, 0}};
        /* Streams may end before their process: then there is nothing to wake up for. */
        bool silent = c->fd[OUT] < 0 && c->fd[ERR] < 0;
        poll(p, 2, silent ? 1 : LOOK_MS);
        drain(c, OUT);
        drain(c, ERR);
    }
}

/* Ends what is left of the group and reaps its leader. */
static int reap(child *c, bool done)
{
    int status = 0;
    bool gone = done;
    if (!done) {
        kill(-c->pid, SIGTERM);
        watch(c, ts_seconds() + GRACE, &gone);
    }
    kill(-c->pid, SIGKILL);
    while (waitpid(c->pid, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

int ts_process_run(char *const argv[], const char *what, double limit, ts_process *p, ts_error *err)
{
    *p = (ts_process){.out = {malloc(2 * TS_PRINTED_MOST), 0},
                      .err = {malloc(2 * TS_PRINTED_MOST), 0}};
    child c = {.fd = {-1, -1}, .to = {&p->out, &p->err}};
    double begin = ts_seconds();
    bool done = false;
    int rc = p->out.text && p->err.text ? start(&c, argv, what, err)
                                        : ts_fail(err, "no memory for what a command prints");
    if (!rc) {
        watch(&c, limit > 0 ? begin + limit : 0, &done);
        p->status = reap(&c, done);
        ts_leftover_drop(c.left);
        p->seconds = ts_seconds() - begin;
        for (int i = OUT; i <= ERR; i++) { /* others may hold their other ends */
            drain(&c, i);
            if (c.fd[i] >= 0) close(c.fd[i]);
            finish_text(c.to[i]);
        }
        if (!done)
            rc = ts_fail(err, "%.500s did not end within %g s and was stopped; give it more time",
                         what, limit);
    }
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

void ts_last_line(const char *text, char out[201])
{
    size_t n = 0, end = strlen(text);
    while (end && (unsigned char)text[end - 1] <= ' ') end--;
    size_t start = end;
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
    ts_last_line(p->err.text, line);
    if (!line[0]) ts_last_line(p->out.text, line);
    return ts_fail(err, "%.500s failed with status %d: %s", what, p->status,
                   line[0] ? line : "it printed nothing");
}

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

static int keep(ts_printed *t, const char *from, size_t n, ts_error *err)
{
    if (!t->text) t->text = malloc(2 * TS_PRINTED_MOST + 1);
    if (!t->text) return ts_fail(err, "no memory for what a command prints");
    if (t->n + n > 2 * TS_PRINTED_MOST) {
        memmove(t->text, t->text + t->n - TS_PRINTED_MOST, TS_PRINTED_MOST);
        t->n = TS_PRINTED_MOST;
        t->cut = true;
    }
    for (size_t i = 0; i < n; i++) t->text[t->n + i] = from[i] ? from[i] : ' ';
    t->n += n;
    t->text[t->n] = 0;
    return 0;
}

/* Reads what is there, or a megabyte of it: one who never stops printing must not stop the clock. At the
 * end of the stream its descriptor becomes -1. */
static int drain(child *c, int i, ts_error *err)
{
    char some[16384];
    for (int reads = 0; reads < READS && c->fd[i] >= 0; reads++) {
        ssize_t n = read(c->fd[i], some, sizeof some);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0 && errno == EAGAIN) return 0;
        if (n <= 0) {
            close(c->fd[i]);
            c->fd[i] = -1;
        } else if (keep(c->to[i], some, (size_t)n, err)) {
            return -1;
        }
    }
    return 0;
}

static int finish_text(ts_printed *t, ts_error *err)
{
    if (keep(t, "", 0, err)) return -1;
    if (t->n <= TS_PRINTED_MOST) return 0;
    memmove(t->text, t->text + t->n - TS_PRINTED_MOST, TS_PRINTED_MOST + 1);
    t->n = TS_PRINTED_MOST;
    t->cut = true;
    return 0;
}

/* ---- start ---- */

static int pipes(int out[2], int err_[2], ts_error *err)
{
    if (pipe2(out, O_CLOEXEC)) return ts_fail(err, "no pipe to a command: %s", strerror(errno));
    if (!pipe2(err_, O_CLOEXEC)) return 0;
    close(out[0]);
    close(out[1]);
    return ts_fail(err, "no pipe to a command: %s", strerror(errno));
}

static int start(child *c, char *const argv[], const char *what, ts_error *err)
{
    int out[2], errors[2];
    if (pipes(out, errors, err)) return -1;
    ts_spawned s = {.left = -1};
    int rc = ts_spawn(&s, argv, NULL, -1, out[1], errors[1], SIGKILL);
    c->pid = s.pid;
    c->left = s.left;
    close(out[1]);
    close(errors[1]);
    c->fd[OUT] = out[0];
    c->fd[ERR] = errors[0];
    fcntl(out[0], F_SETFL, O_NONBLOCK);
    fcntl(errors[0], F_SETFL, O_NONBLOCK);
    if (!rc) return 0;
    close(out[0]);
    close(errors[0]);
    return ts_fail(err, "cannot start %.500s: %s", what, strerror(rc));
}

/* ---- wait ---- */

static bool ended(const child *c)
{
    siginfo_t info = {.si_pid = 0};
    return !waitid(P_PID, (id_t)c->pid, &info, WEXITED | WNOHANG | WNOWAIT) && info.si_pid;
}

/* Until it has ended or `until` (0: never) has come; *done: it has ended. */
static int watch(child *c, double until, bool *done, ts_error *err)
{
    while (!(*done = ended(c)) && (until <= 0 || ts_seconds() < until)) {
        struct pollfd p[2] = {{c->fd[OUT], POLLIN, 0}, {c->fd[ERR], POLLIN, 0}};
        /* Streams may end before their process: then there is nothing to wake up for. */
        bool silent = c->fd[OUT] < 0 && c->fd[ERR] < 0;
        poll(p, 2, silent ? 1 : LOOK_MS);
        if (drain(c, OUT, err) || drain(c, ERR, err)) return -1;
    }
    return 0;
}

/* Ends what is left of the group and reaps its leader. */
static int reap(child *c, bool done)
{
    int status = 0;
    bool gone = done;
    if (!done) {
        kill(-c->pid, SIGTERM);
        watch(c, ts_seconds() + GRACE, &gone, NULL);
    }
    kill(-c->pid, SIGKILL);
    while (waitpid(c->pid, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

int ts_process_run(char *const argv[], const char *what, double limit, ts_process *p, ts_error *err)
{
    *p = (ts_process){.status = 0};
    child c = {.fd = {-1, -1}, .to = {&p->out, &p->err}};
    double begin = ts_seconds();
    bool done = false;
    if (start(&c, argv, what, err)) return -1;
    int rc = watch(&c, limit > 0 ? begin + limit : 0, &done, err);
    p->status = reap(&c, done);
    ts_leftover_drop(c.left);
    p->seconds = ts_seconds() - begin;
    for (int i = OUT; i <= ERR; i++) { /* what was in the pipes; others may hold their other ends */
        if (!rc) rc = drain(&c, i, err);
        if (c.fd[i] >= 0) close(c.fd[i]);
    }
    if (!rc) rc = finish_text(&p->out, err) || finish_text(&p->err, err) ? -1 : 0;
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

/* gnuplot.c - one run of gnuplot (gnuplot.h).
 *
 * The script is a file without a name, so that neither side waits for the other: the child reads it
 * at its own pace while this side reads what comes back.
 */
#include "report/gnuplot.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { LONGEST = 60, MOST = 32 << 20 }; /* seconds; bytes of a drawing */

extern char **environ;

typedef struct child {
    pid_t pid;
    FILE *script, *complaint;
    int from; /* its standard output */
} child;

static FILE *unnamed(const char *text, ts_error *err)
{
    FILE *f = tmpfile();
    if (f && fputs(text, f) != EOF && !fflush(f) && !fseek(f, 0, SEEK_SET)) return f;
    ts_fail(err, "cannot write a passing file for gnuplot: %s", strerror(errno));
    if (f) fclose(f);
    return NULL;
}

static int spawn(child *c, int out, ts_error *err)
{
    char name[] = "gnuplot", plain[] = "-d"; /* -d: nobody's settings */
    char *const argv[] = {name, plain, NULL};
    posix_spawn_file_actions_t act;
    if (posix_spawn_file_actions_init(&act)) return ts_fail(err, "no memory to start gnuplot");
    int bad = posix_spawn_file_actions_adddup2(&act, fileno(c->script), 0);
    bad |= posix_spawn_file_actions_adddup2(&act, out, 1);
    bad |= posix_spawn_file_actions_adddup2(&act, fileno(c->complaint), 2);
    int why = bad ? ENOMEM : posix_spawnp(&c->pid, name, &act, NULL, argv, environ);
    posix_spawn_file_actions_destroy(&act);
    if (!why) return 0;
    if (why == ENOENT)
        return ts_fail(err,
                       "gnuplot draws the plots and is not installed: apt install gnuplot-nox, "
                       "or leave them out with --no-plots");
    return ts_fail(err, "cannot start gnuplot: %s; --no-plots does without it", strerror(why));
}

static int start(child *c, const char *script, ts_error *err)
{
    int ends[2];
    c->script = unnamed(script, err);
    c->complaint = c->script ? unnamed("", err) : NULL;
    if (!c->complaint) return -1;
    if (pipe2(ends, O_CLOEXEC)) return ts_fail(err, "cannot start gnuplot: %s", strerror(errno));
    c->from = ends[0];
    int result = spawn(c, ends[1], err);
    close(ends[1]);
    return result;
}

static long left(const struct timespec *begin) /* milliseconds */
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return 1000L * LONGEST - 1000 * (now.tv_sec - begin->tv_sec) -
           (now.tv_nsec - begin->tv_nsec) / 1000000;
}

/* Reads until the end; the text ends with a NUL. */
static int drain(const child *c, char **out, ts_error *err)
{
    struct timespec begin;
    size_t n = 0, cap = 0;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    for (;;) {
        if (cap - n < 65536) {
            char *more = cap < MOST ? realloc(*out, cap = 2 * cap + 131072) : NULL;
            if (!more)
                return ts_fail(err, "gnuplot's drawing is too large; --no-plots does without");
            *out = more;
        }
        struct pollfd wait = {.fd = c->from, .events = POLLIN};
        long ms = left(&begin);
        int ready = ms > 0 ? poll(&wait, 1, (int)ms) : 0;
        if (!ready) return ts_fail(err, "gnuplot took over %d s; --no-plots does without", LONGEST);
        ssize_t got = ready < 0 ? -1 : read(c->from, *out + n, cap - n - 1);
        if (got < 0 && errno != EINTR)
            return ts_fail(err, "cannot read from gnuplot: %s", strerror(errno));
        if (got > 0) n += (size_t)got;
        (*out)[n] = 0;
        if (!got) return 0;
    }
}

static int complain(const child *c, ts_error *err)
{
    char text[400], *line = text;
    fseek(c->complaint, 0, SEEK_SET);
    size_t n = fread(text, 1, sizeof text - 1, c->complaint);
    text[n] = 0;
    line += strspn(line, "\r\n\t ^");
    line[strcspn(line, "\r\n")] = 0;
    return ts_fail(err, "gnuplot failed (%s); --no-plots does without it",
                   *line ? line : "no reason given");
}

static int finish(child *c, bool ended, ts_error *err)
{
    int status = 0;
    if (!ended) kill(c->pid, SIGKILL);
    while (waitpid(c->pid, &status, 0) < 0 && errno == EINTR) {
    }
    if (!ended) return -1;
    return WIFEXITED(status) && !WEXITSTATUS(status) ? 0 : complain(c, err);
}

static void forget(child *c)
{
    if (c->script) fclose(c->script);
    if (c->complaint) fclose(c->complaint);
    if (c->from >= 0) close(c->from);
}

int ts_gnuplot(const char *script, char **out, ts_error *err)
{
    child c = {.from = -1};
    *out = NULL;
    int result = start(&c, script, err);
    if (!result) result = finish(&c, !drain(&c, out, err), err);
    forget(&c);
    if (!result) return 0;
    free(*out);
    *out = NULL;
    return -1;
}

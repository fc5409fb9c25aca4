/* run.c - runs a tool: no shell, its own process group, a limit of time (ladder.h). */
#include "proof/ladder.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "rt/leftover.h"
#include "rt/spawn.h"

/* 1: ended in time. The pauses grow, so that short runs are seen at once. */
static int wait_for(pid_t pid, double seconds, int *status)
{
    double waited = 0;
    for (double pause = 0.0005;; pause = pause < 0.05 ? 1.5 * pause : pause) {
        pid_t got = waitpid(pid, status, WNOHANG);
        if (got < 0 && errno != EINTR) return -1;
        if (got > 0) return 1;
        if (waited > seconds) break;
        nanosleep(&(struct timespec){.tv_nsec = (long)(pause * 1e9)}, NULL);
        waited += pause;
    }
    kill(-pid, SIGKILL);
    while (waitpid(pid, status, 0) < 0 && errno == EINTR) {
    }
    return 0;
}

/* The first line with "error" in it, or the first line. */
static void error_line(const char *said, char *to, size_t size)
{
    const char *at = strstr(said, "error");
    while (at && at > said && at[-1] != '\n') at--;
    if (!at) at = said + strspn(said, "\n ");
    snprintf(to, size, "%.*s", (int)strcspn(at, "\n"), at);
    for (char *p = to; *p; p++)
        if ((unsigned char)*p < ' ') *p = ' ';
}

static int judge(const char *tool, int ended, int status, double seconds, const char *said,
                 ts_error *err)
{
    char line[400];
    if (!ended) return ts_fail(err, "%s took longer than %.0f s and was ended", tool, seconds);
    if (ended < 0) return ts_fail(err, "lost sight of %s: %s", tool, strerror(errno));
    if (WIFSIGNALED(status))
        return ts_fail(err, "%s was ended by signal %d", tool, WTERMSIG(status));
    if (!status) return 0;
    error_line(said, line, sizeof line);
    return ts_fail(err, "%s: %s", tool, *line ? line : "failed without a word");
}

int ts_ladder_run(const char *const *argv, const char *input, double seconds, char *said,
                  size_t size, ts_error *err)
{
    const char *slash = strrchr(argv[0], '/'), *tool = slash ? slash + 1 : argv[0];
    int log = memfd_create("tessera", MFD_CLOEXEC), status = 0;
    *said = 0;
    if (log < 0) return ts_fail(err, "no memory to run %s: %s", tool, strerror(errno));
    int in = input ? open(input, O_RDONLY | O_CLOEXEC) : -1;
    ts_spawned child = {.left = -1};
    int rc = input && in < 0 ? errno
                             : ts_spawn(&child, (char *const *)argv, NULL, in, log, log, SIGTERM);
    if (in >= 0) close(in);
    if (rc) {
        close(log);
        return ts_fail(err, "cannot start %s: %s", argv[0], strerror(rc));
    }
    int ended = wait_for(child.pid, seconds, &status);
    ts_leftover_drop(child.left);
    ssize_t n = pread(log, said, size - 1, 0);
    said[n > 0 ? n : 0] = 0;
    close(log);
    return judge(tool, ended, status, seconds, said, err);
}

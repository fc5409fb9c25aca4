/* run.c - runs a tool: no shell, its own process group, a limit of time (ladder.h). */
#include "proof/ladder.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "rt/leftover.h"

static int start(pid_t *pid, const char *const *argv, const char *input, int log)
{
    extern char **environ;
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attr;
    if (posix_spawn_file_actions_init(&files)) return ENOMEM;
    if (posix_spawnattr_init(&attr)) {
        posix_spawn_file_actions_destroy(&files);
        return ENOMEM;
    }
    posix_spawnattr_setpgroup(&attr, 0);
    posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETPGROUP);
    int rc = posix_spawn_file_actions_addopen(&files, 0, input ? input : "/dev/null", O_RDONLY, 0);
    if (!rc) rc = posix_spawn_file_actions_adddup2(&files, log, 1);
    if (!rc) rc = posix_spawn_file_actions_adddup2(&files, log, 2);
    if (!rc) rc = posix_spawn(pid, argv[0], &files, &attr, (char *const *)argv, environ);
    posix_spawnattr_destroy(&attr);
    posix_spawn_file_actions_destroy(&files);
    return rc;
}

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
    pid_t pid;
    *said = 0;
    if (log < 0) return ts_fail(err, "no memory to run %s: %s", tool, strerror(errno));
    int rc = start(&pid, argv, input, log);
    if (rc) {
        close(log);
        return ts_fail(err, "cannot start %s: %s", argv[0], strerror(rc));
    }
    int left = ts_leftover_child(pid, SIGTERM);
    int ended = wait_for(pid, seconds, &status);
    ts_leftover_drop(left);
    ssize_t n = pread(log, said, size - 1, 0);
    said[n > 0 ? n : 0] = 0;
    close(log);
    return judge(tool, ended, status, seconds, said, err);
}

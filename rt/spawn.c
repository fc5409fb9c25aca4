/* spawn.c - see spawn.h. */
#include "rt/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>

#include "rt/leftover.h"

extern char **environ;

static int streams(posix_spawn_file_actions_t *files, int in, int out, int err)
{
    int rc = in < 0 ? posix_spawn_file_actions_addopen(files, 0, "/dev/null", O_RDONLY, 0)
                    : posix_spawn_file_actions_adddup2(files, in, 0);
    if (!rc) rc = posix_spawn_file_actions_adddup2(files, out, 1);
    return rc ? rc : posix_spawn_file_actions_adddup2(files, err, 2);
}

/* A program may be several processes, a compiler is: ended one by one, one would write the temporary file
 * that another has just removed. So it leads a group. */
static int start(pid_t *pid, char *const argv[], char *const env[],
                 const posix_spawn_file_actions_t *files)
{
    posix_spawnattr_t how;
    sigset_t all, none;
    if (posix_spawnattr_init(&how)) return ENOMEM;
    sigfillset(&all);
    sigemptyset(&none);
    posix_spawnattr_setpgroup(&how, 0);
    posix_spawnattr_setsigdefault(&how, &all);
    posix_spawnattr_setsigmask(&how, &none);
    posix_spawnattr_setflags(&how, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF |
                                       POSIX_SPAWN_SETSIGMASK);
    int rc = posix_spawnp(pid, argv[0], files, &how, argv, env);
    posix_spawnattr_destroy(&how);
    return rc;
}

int ts_spawn(ts_spawned *s, char *const argv[], char *const env[], int in, int out, int err,
             int signal)
{
    posix_spawn_file_actions_t files;
    sigset_t all, before;
    if (posix_spawn_file_actions_init(&files)) return ENOMEM;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    s->left = ts_leftover_starting();
    int rc = streams(&files, in, out, err);
    if (!rc) rc = start(&s->pid, argv, env ? env : environ, &files);
    if (rc)
        ts_leftover_drop(s->left);
    else
        ts_leftover_child(s->left, s->pid, signal);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    posix_spawn_file_actions_destroy(&files);
    return rc;
}

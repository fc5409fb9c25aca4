/* spawn.h - starts another program: no shell, the leader of a group of its own, with signals as a process has them
 * that nobody has touched, and nothing of this one's but the streams it is given.
 */
#ifndef TESSERA_RT_SPAWN_H
#define TESSERA_RT_SPAWN_H

#include <sys/types.h>

typedef struct ts_spawned {
    pid_t pid; /* of the program, and of its group */
    int left;  /* for ts_leftover_drop, once it has been waited for */
} ts_spawned;

/* argv[0] is looked for in PATH where it has no slash; env NULL: this process's own. in < 0 is /dev/null.
 * `signal` ends the group where this process is ended by a signal, from the child's first moment on: no
 * signal comes between its start and that. 0, or the errno of what failed. */
int ts_spawn(ts_spawned *s, char *const argv[], char *const env[], int in, int out, int err,
             int signal);

#endif

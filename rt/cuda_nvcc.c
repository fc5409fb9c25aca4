/* cuda_nvcc.c - runs nvcc where NVRTC is missing (cuda.h).
 *
 * No shell: the text is a file in memory and nvcc's standard input, opened anew by each of its parts
 * as /proc/self/fd/0; what it says goes to another one, from which the error line is read.
 */
#include "rt/cuda.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static int memory_file(const char *text, size_t bytes)
{
    int fd = memfd_create("tessera", MFD_CLOEXEC);
    for (size_t at = 0; fd >= 0 && at < bytes;) {
        ssize_t n = write(fd, text + at, bytes - at);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) {
            close(fd);
            return -1;
        }
        at += (size_t)n;
    }
    return fd;
}

static int start(pid_t *pid, const char *const *argv, int in, int log)
{
    extern char **environ;
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attr;
    if (posix_spawn_file_actions_init(&files)) return ENOMEM;
    if (posix_spawnattr_init(&attr)) {
        posix_spawn_file_actions_destroy(&files);
        return ENOMEM;
    }
    sigset_t none, usual;
    sigemptyset(&none);
    sigfillset(&usual);
    posix_spawnattr_setsigmask(&attr, &none);
    posix_spawnattr_setsigdefault(&attr, &usual);
    posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    int rc = posix_spawn_file_actions_adddup2(&files, in, 0);
    if (!rc) rc = posix_spawn_file_actions_adddup2(&files, log, 1);
    if (!rc) rc = posix_spawn_file_actions_adddup2(&files, log, 2);
    if (!rc) rc = posix_spawn(pid, argv[0], &files, &attr, (char *const *)argv, environ);
    posix_spawnattr_destroy(&attr);
    posix_spawn_file_actions_destroy(&files);
    return rc;
}

static int judge(const char *path, int log, const char *out, ts_error *err)
{
    struct stat st;
    if (!stat(out, &st) && st.st_size > 0) return 0;
    char said[600];
    ssize_t n = pread(log, said, sizeof said - 1, 0);
    said[n > 0 ? n : 0] = 0;
    if (ts_debug("cc")) fprintf(stderr, "%s: %s\n", path, said);
    said[strcspn(said, "\n")] = 0;
    return ts_fail(err, "%s could not compile the emitted kernels: %s", path,
                   *said ? said : "it said nothing");
}

int ts_cuda_nvcc(const char *path, int sm, const char *text, size_t bytes, const char *out,
                 ts_error *err)
{
    char arch[32];
    snprintf(arch, sizeof arch, "-arch=sm_%d", sm);
    const char *argv[] = {path, "-cubin", arch, "--fmad=false", "-x", "cu", "/proc/self/fd/0",
                          "-o", out,      NULL};
    int in = memory_file(text, bytes), log = memory_file("", 0), status = 0, rc = -1;
    if (in < 0 || log < 0) {
        ts_fail(err, "no memory to hand %zu bytes of text to %s: %s", bytes, path, strerror(errno));
    } else {
        pid_t pid, got;
        int failed = start(&pid, argv, in, log);
        if (failed) {
            ts_fail(err, "cannot start %s: %s", path, strerror(failed));
        } else {
            do got = waitpid(pid, &status, 0);
            while (got < 0 && errno == EINTR);
            if (got > 0 && status) unlink(out);
            rc = judge(path, log, out, err);
        }
    }
    if (in >= 0) close(in);
    if (log >= 0) close(log);
    return rc;
}

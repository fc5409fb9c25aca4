/* cc.c - runs the system's C compiler (cc.h).
 *
 *   text -> memfd -> stdin of `cc -x c -`      stderr -> memfd -> first lines into the ts_error
 *
 * Memory files instead of pipes: nobody has to read while the compiler writes, and a killed process
 * leaves nothing behind.
 */
#include "rt/cc.h"
#include "tessera/c_locale.h"

#include "rt/leftover.h"
#include "rt/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int ts_cc_patience = TS_CC_PATIENCE;
_Thread_local bool ts_cc_hung;

/* ---- limits ---- */

void ts_hush(sigset_t *before)
{
    sigset_t size;
    sigemptyset(&size);
    sigaddset(&size, SIGXFSZ);
    pthread_sigmask(SIG_BLOCK, &size, before);
}

void ts_unhush(const sigset_t *before)
{
    const struct timespec none = {0};
    sigset_t size;
    sigemptyset(&size);
    sigaddset(&size, SIGXFSZ);
    while (!sigismember(before, SIGXFSZ) && sigtimedwait(&size, NULL, &none) > 0) continue;
    pthread_sigmask(SIG_SETMASK, before, NULL);
}

/* ---- find ---- */

static int identify(ts_cc *cc)
{
    char real[PATH_MAX];
    struct stat st;
    if (!realpath(cc->path, real) || stat(real, &st)) return 0;
    snprintf(cc->identity, sizeof cc->identity, "%s %lld %lld.%09ld", real, (long long)st.st_size,
             (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec);
    return 1;
}

/* Relative entries of PATH are passed over: the current folder may belong to anyone. */
bool ts_cc_look(ts_cc *cc, const char *name)
{
    const char *path = getenv("PATH");
    if (!path || !*path) path = "/usr/local/bin:/usr/bin:/bin";
    for (; *path; path += *path == ':') {
        int len = (int)strcspn(path, ":");
        const char *entry = path;
        path += len;
        if (len == 0 || len > 3000 || *entry != '/') continue;
        snprintf(cc->path, sizeof cc->path, "%.*s/%s", len, entry, name);
        struct stat st;
        if (stat(cc->path, &st) || !S_ISREG(st.st_mode) || access(cc->path, X_OK)) continue;
        if (identify(cc)) return true;
    }
    return false;
}

int ts_cc_find(ts_cc *cc, ts_error *err)
{
    static const char *const names[] = {"cc", "gcc", "clang"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (ts_cc_look(cc, names[i])) return 0;
    }
    return ts_fail(err,
                   "no C compiler (cc, gcc or clang) in PATH, and the cpu device compiles its "
                   "kernels with one; install gcc, for example: apt-get install gcc libc6-dev");
}

/* ---- run ---- */

/* -ffp-contract=off: a fused multiply-add happens only where the text writes one, so results do not
 * depend on the compiler. -fno-trapping-math, -fno-math-errno: nobody reads the flags or errno, and a
 * compiler that must keep them vectorises neither floor nor select. -fno-strict-aliasing: kernels view
 * one buffer as several types. -fwrapv: i32 wraps, as the op table says. */
size_t ts_cc_flags(const ts_isa *isa, const char *flag[TS_CC_FLAGS])
{
    static const char *const each[] = {"-x",
                                       "c",
                                       "-std=gnu17",
                                       "-O2",
                                       "-w",
                                       "-fPIC",
                                       "-shared",
                                       "-ffp-contract=off",
                                       "-fno-math-errno",
                                       "-fno-trapping-math",
                                       "-fno-strict-aliasing",
                                       "-fwrapv",
                                       "-fno-stack-protector",
                                       "-fno-ident"};
    size_t n = sizeof each / sizeof *each;
    memcpy(flag, each, sizeof each);
    n += ts_isa_flags(isa, flag + n);
    flag[n++] = "-";
    flag[n] = NULL;
    return n;
}

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
    if (fd >= 0) lseek(fd, 0, SEEK_SET);
    return fd;
}

static size_t keep_environment(char *kept[8])
{
    static const char *const names[] = {"PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH"};
    extern char **environ;
    size_t n = 0;
    for (char **e = environ; e && *e; e++) {
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            size_t len = strlen(names[i]);
            if (n < 6 && !strncmp(*e, names[i], len) && (*e)[len] == '=') kept[n++] = *e;
        }
    }
    static char plain[] = "LC_ALL=C";
    kept[n++] = plain;
    kept[n] = NULL;
    return n;
}

/* Folds the first lines of what the compiler said into one. */
static void first_lines(int log, char *line, size_t cap)
{
    ssize_t n = pread(log, line, cap - 1, 0);
    line[n < 0 ? 0 : n] = 0;
    int lines = 0;
    char *to = line;
    for (char *p = line; *p && lines < 6; p++) {
        if (*p == '\n') {
            lines++;
            if (to > line && to[-1] != '|') *to++ = '|';
        } else {
            *to++ = (unsigned char)*p < ' ' ? ' ' : *p;
        }
    }
    while (to > line && to[-1] == '|') to--;
    *to = 0;
}

/* What a program has started, which may itself drive others; at most `cap`. */
static int children(pid_t pid, pid_t *child, int cap)
{
    char path[64];
    int n = 0, one;
    snprintf(path, sizeof path, "/proc/%ld/task/%ld/children", (long)pid, (long)pid);
    FILE *f = fopen(path, "re");
    while (f && n < cap && fscanf(f, "%d", &one) == 1) child[n++] = one;
    if (f) fclose(f);
    return n;
}

enum { CHILDREN = 16, DEPTH = 4 };

static void end_tree(pid_t pid, int depth)
{
    pid_t child[CHILDREN];
    int n = depth ? children(pid, child, CHILDREN) : 0;
    kill(pid, SIGKILL);
    for (int i = 0; i < n; i++) end_tree(child[i], depth - 1);
}

/* Clock ticks that they have had, those of children that have ended among them. */
static unsigned long long ticks_of(pid_t pid, int depth)
{
    char path[64], stat[1024] = "";
    pid_t child[CHILDREN];
    unsigned long long t[4] = {0}, sum = 0;
    snprintf(path, sizeof path, "/proc/%ld/stat", (long)pid);
    FILE *f = fopen(path, "re");
    size_t got = f ? fread(stat, 1, sizeof stat - 1, f) : 0;
    if (f) fclose(f);
    const char *name = got ? strrchr(stat, ')') : NULL; /* a name may hold anything */
    if (name && sscanf(name + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %llu %llu %llu %llu",
                       &t[0], &t[1], &t[2], &t[3]) == 4)
        sum = t[0] + t[1] + t[2] + t[3];
    int n = depth ? children(pid, child, CHILDREN) : 0;
    for (int i = 0; i < n; i++) sum += ticks_of(child[i], depth - 1);
    return sum;
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Ends a program that has stood still for ts_cc_patience. One that works may take its time: how long
 * depends on what else the machine does. */
typedef struct watch {
    pid_t pid;
    double until;
    unsigned long long ticks;
    bool ended;
} watch;

static void look_after(watch *w)
{
    if (w->ended || seconds() < w->until) return;
    unsigned long long ticks = ticks_of(w->pid, DEPTH);
    w->ended = ticks == w->ticks;
    if (w->ended) end_tree(w->pid, DEPTH);
    w->ticks = ticks;
    w->until = seconds() + ts_cc_patience;
}

/* A host that ignores SIGCHLD loses the exit status (ECHILD): then the output file must tell. 1: it hung
 * and was ended. */
static int wait_for(ts_spawned child, int *status)
{
    const pid_t pid = child.pid;
    watch w = {.pid = pid, .until = seconds() + ts_cc_patience};
    long nap = 200 * 1000; /* ns; a compilation takes some 100 ms */
    pid_t got;
    while (!(got = waitpid(pid, status, WNOHANG)) || (got < 0 && errno == EINTR)) {
        nanosleep(&(struct timespec){.tv_nsec = nap}, NULL);
        if (nap < 4 * 1000 * 1000) nap += nap / 4;
        look_after(&w);
    }
    ts_leftover_drop(child.left);
    if (got < 0) *status = 0;
    ts_cc_hung = w.ended;
    return got < 0 && errno != ECHILD ? -1 : w.ended;
}

static int judge(const ts_cc *cc, int status, int log, const char *out, ts_error *err)
{
    struct stat st;
    if (!status && !stat(out, &st) && st.st_size > 0) return 0;
    char said[700];
    first_lines(log, said, sizeof said);
    bool limit = strstr(said, "File size limit exceeded"); /* a part of the compiler ran into it */
    if (limit || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXFSZ))
        return ts_fail(err, "%s ran into the limit on the size of files (ulimit -f)", cc->path);
    if (WIFSIGNALED(status))
        return ts_fail(err,
                       "%s was ended by signal %d while it compiled a kernel (out of memory?): %s",
                       cc->path, WTERMSIG(status), said);
    return ts_fail(err, "%s could not compile the emitted kernels: %s", cc->path,
                   *said ? said : "it said nothing");
}

static void cannot_hand(const ts_cc *cc, size_t bytes, ts_error *err)
{
    if (errno == EFBIG)
        ts_fail(err,
                "%zu bytes of text for %s are more than the limit on the size of files (ulimit -f)",
                bytes, cc->path);
    else
        ts_fail(err, "no memory to hand %zu bytes of text to %s: %s", bytes, cc->path,
                strerror(errno));
}

/* Both outputs go to log; *status as waitpid gives it. */
static int run(const ts_cc *cc, const char *const *argv, const char *text, size_t bytes, int log,
               int *status, ts_error *err)
{
    sigset_t before;
    ts_hush(&before);
    int in = memory_file(text, bytes), rc = -1;
    if (in < 0 || log < 0) {
        cannot_hand(cc, bytes, err);
    } else {
        ts_spawned child;
        char *env[8];
        keep_environment(env);
        int failed = ts_spawn(&child, (char *const *)argv, env, in, log, log, SIGTERM);
        int late = failed ? 0 : wait_for(child, status);
        if (failed)
            ts_fail(err, "cannot start %s: %s", cc->path, strerror(failed));
        else if (late > 0)
            ts_fail(err, "%s did nothing for %d seconds and was ended; try another compiler",
                    cc->path, ts_cc_patience);
        else if (late)
            ts_fail(err, "lost sight of %s: %s", cc->path, strerror(errno));
        else
            rc = 0;
    }
    if (in >= 0) close(in);
    ts_unhush(&before);
    return rc;
}

int ts_cc_run(const ts_cc *cc, const ts_isa *isa, const char *text, size_t bytes, const char *out,
              ts_error *err)
{
    const char *flag[TS_CC_FLAGS + 1];
    size_t n = ts_cc_flags(isa, flag);
    flag[n++] = "-lm";
    flag[n] = NULL;
    return ts_cc_compile(cc, flag, isa->name, text, bytes, out, err);
}

int ts_cc_compile(const ts_cc *cc, const char *const *flag, const char *what, const char *text,
                  size_t bytes, const char *out, ts_error *err)
{
    TS_C_LOCALE;
    const char *argv[TS_CC_FLAGS + 8] = {cc->path};
    size_t n = 1;
    while (n < TS_CC_FLAGS + 4 && *flag) argv[n++] = *flag++;
    argv[n++] = "-o";
    argv[n++] = out;
    argv[n] = NULL;
    int log = memory_file("", 0), status = 0;
    struct timespec from, to;
    clock_gettime(CLOCK_MONOTONIC, &from);
    int rc = run(cc, argv, text, bytes, log, &status, err);
    if (!rc) rc = judge(cc, status, log, out, err);
    clock_gettime(CLOCK_MONOTONIC, &to);
    if (ts_debug("cc"))
        fprintf(stderr, "cc: %s, %s, %zu bytes of text, %.3f s, %s\n", cc->path, what, bytes,
                (double)(to.tv_sec - from.tv_sec) + 1e-9 * (double)(to.tv_nsec - from.tv_nsec),
                rc ? "failed" : "done");
    if (log >= 0) close(log);
    return rc;
}

/* ---- ask ---- */

int ts_cc_ask(const ts_cc *cc, const char *const *flag, const char *text, char *said, size_t cap)
{
    const char *argv[TS_CC_FLAGS] = {cc->path};
    for (size_t n = 1; n < TS_CC_FLAGS - 1 && *flag; n++) argv[n] = *flag++;
    int log = memory_file("", 0), status = 0;
    int rc = run(cc, argv, text, strlen(text), log, &status, NULL);
    ssize_t n = rc || status ? -1 : pread(log, said, cap - 1, 0);
    said[n < 0 ? 0 : n] = 0;
    if (log >= 0) close(log);
    return n < 0 ? -1 : 0;
}

/* The numbers are macros of the language, whatever the program calls itself. */
void ts_cc_version(const ts_cc *cc, char *line, size_t cap)
{
    static const char text[] = "#ifdef __clang__\n"
                               "clang __clang_major__ . __clang_minor__ . __clang_patchlevel__\n"
                               "#elif defined __GNUC__\n"
                               "gcc __GNUC__ . __GNUC_MINOR__ . __GNUC_PATCHLEVEL__\n"
                               "#endif\n";
    static const char *const flag[] = {"-x", "c", "-w", "-E", "-P", "-", NULL};
    char said[256], name[16];
    int major, minor, patch;
    const char *slash = strrchr(cc->path, '/');
    if (!ts_cc_ask(cc, flag, text, said, sizeof said) &&
        sscanf(said, " %15[a-z] %d . %d . %d", name, &major, &minor, &patch) == 4)
        snprintf(line, cap, "%s %d.%d.%d", name, major, minor, patch);
    else
        snprintf(line, cap, "%s", slash ? slash + 1 : cc->path);
}

/* test_spawn.c - programs that are started, and what a signal between their start and the next line of this
 * program leaves behind. posix_spawnp is this file's own here: it sends that signal. */
#include "rt/spawn.h"

#include <dlfcn.h>
#include <errno.h>
#include <setjmp.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "rt/leftover.h"

/* Signals of this thread are blocked then: one to the process meets another thread at once. */
static enum { NOT, THIS_THREAD, THE_PROCESS } interrupt_at_start;

typedef int (*starter)(pid_t *, const char *, const posix_spawn_file_actions_t *,
                       const posix_spawnattr_t *, char *const[], char *const[]);

int posix_spawnp(pid_t *pid, const char *file, const posix_spawn_file_actions_t *files,
                 const posix_spawnattr_t *how, char *const argv[], char *const env[])
{
    starter real = (starter)(intptr_t)dlsym(RTLD_NEXT, "posix_spawnp");
    int rc = real ? real(pid, file, files, how, argv, env) : ENOSYS;
    if (interrupt_at_start == THIS_THREAD) raise(SIGTERM);
    if (interrupt_at_start == THE_PROCESS) kill(getpid(), SIGTERM);
    if (interrupt_at_start == THE_PROCESS) usleep(100 * 1000);
    return rc;
}

static char sh[] = "/bin/sh", dash_c[] = "-c";

static int shell(ts_spawned *s, char *command, int in, int out)
{
    char *argv[] = {sh, dash_c, command, NULL};
    return ts_spawn(s, argv, NULL, in, out, out, SIGKILL);
}

static int end_of(const ts_spawned *s)
{
    int status = -1;
    assert_int_equal(waitpid(s->pid, &status, 0), s->pid);
    ts_leftover_drop(s->left);
    return status;
}

/* What a command prints. */
static const char *printed(char *command, int in)
{
    static char text[400];
    int end[2];
    ts_spawned s;
    assert_int_equal(pipe(end), 0);
    assert_int_equal(shell(&s, command, in, end[1]), 0);
    close(end[1]);
    size_t n = 0;
    for (ssize_t got; (got = read(end[0], text + n, sizeof text - 1 - n)) > 0;) n += (size_t)got;
    text[n] = 0;
    close(end[0]);
    assert_int_equal(end_of(&s), 0);
    return text;
}

static void streams_are_the_ones_given(void **state)
{
    (void)state;
    char both[] = "echo out; echo bad >&2; cat", env[] = "echo \"$ONE\"";
    assert_string_equal(printed(both, -1), "out\nbad\n");
    int end[2];
    assert_int_equal(pipe(end), 0);
    assert_int_equal(write(end[1], "in\n", 3), 3);
    close(end[1]);
    assert_string_equal(printed(both, end[0]), "out\nbad\nin\n");
    close(end[0]);
    setenv("ONE", "of this process", 1);
    assert_string_equal(printed(env, -1), "of this process\n");
}

static void signals_are_as_nobody_touched_them(void **state)
{
    (void)state;
    sigset_t all, before;
    /* without the two that the C library keeps for itself */
    char mask[] = "sed -nE 's/^Sig(Blk|Ign).*(.{7})$/\\1 \\2/p' /proc/self/status";
    sigfillset(&all);
    signal(SIGPIPE, SIG_IGN);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    const char *text = printed(mask, -1);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    signal(SIGPIPE, SIG_DFL);
    assert_string_equal(text, "Blk 0000000\nIgn 0000000\n");
}

static void it_leads_a_group(void **state)
{
    (void)state;
    ts_spawned s;
    char wait_here[] = "sleep 3000";
    assert_int_equal(shell(&s, wait_here, -1, STDERR_FILENO), 0);
    assert_int_equal(getpgid(s.pid), s.pid);
    kill(-s.pid, SIGKILL);
    assert_true(WIFSIGNALED(end_of(&s)));
}

static void what_cannot_start_is_an_error(void **state)
{
    (void)state;
    ts_spawned s;
    char none[] = "/no/such/program";
    char *argv[] = {none, NULL};
    assert_int_equal(ts_spawn(&s, argv, NULL, -1, STDERR_FILENO, STDERR_FILENO, SIGKILL), ENOENT);
    argv[0] = sh;
    assert_int_equal(ts_spawn(&s, argv, NULL, 999, STDERR_FILENO, STDERR_FILENO, SIGKILL), EBADF);
}

static void on_signal(int number)
{
    ts_leftover_remove();
    _exit(number);
}

static void *waits(void *arg)
{
    for (;;) pause();
    return arg;
}

/* A child that starts a program which ignores SIGTERM, and is sent that while it does so. */
static _Noreturn void starts_interrupted(int how, int out)
{
    ts_spawned s;
    pthread_t other;
    char command[] = "trap '' TERM; sleep 3000";
    signal(SIGTERM, on_signal);
    if (pthread_create(&other, NULL, waits, NULL)) _exit(98);
    interrupt_at_start = how;
    shell(&s, command, -1, out);
    sleep(60); /* the other thread is at it */
    _exit(99);
}

/* The program holds the other end of a pipe: it is gone when that is at its end. A test that fails hangs here
 * until CTest ends it. */
static void ends_with_its_parent(int how)
{
    int end[2], status;
    char byte;
    assert_int_equal(pipe(end), 0);
    pid_t child = fork();
    if (!child) {
        close(end[0]);
        starts_interrupted(how, end[1]);
    }
    close(end[1]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), SIGTERM);
    assert_int_equal(read(end[0], &byte, 1), 0);
    close(end[0]);
}

static void a_signal_at_its_start_ends_it(void **state)
{
    (void)state;
    ends_with_its_parent(THIS_THREAD);
    ends_with_its_parent(THE_PROCESS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(streams_are_the_ones_given),
        cmocka_unit_test(signals_are_as_nobody_touched_them),
        cmocka_unit_test(it_leads_a_group),
        cmocka_unit_test(what_cannot_start_is_an_error),
        cmocka_unit_test(a_signal_at_its_start_ends_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

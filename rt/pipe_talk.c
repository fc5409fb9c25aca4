/* pipe_talk.c - the conversation with the process of a pipe device: starting it, messages, its end.
 *
 * The two talk through one socket, since writing to a socket whose other end is gone is an error like
 * any other, where a pipe would raise SIGPIPE. Whatever breaks the conversation ends it: the first
 * reason is kept, and every later call gives it again. */
#include "rt/pipe_talk.h"
#include "tessera/c_locale.h"

#include <ctype.h>
#include <endian.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

int ts_pipe_greeting = TS_PIPE_GREETING;

enum { WORDS = 32, COMMAND = 1024, TEXT = 1000 };

/* ---- bytes ---- */

unsigned char *ts_put32(unsigned char *to, uint32_t x)
{
    x = htole32(x);
    memcpy(to, &x, sizeof x);
    return to + sizeof x;
}

unsigned char *ts_put64(unsigned char *to, uint64_t x)
{
    x = htole64(x);
    memcpy(to, &x, sizeof x);
    return to + sizeof x;
}

uint32_t ts_get32(const unsigned char *from)
{
    uint32_t x;
    memcpy(&x, from, sizeof x);
    return le32toh(x);
}

uint64_t ts_get64(const unsigned char *from)
{
    uint64_t x;
    memcpy(&x, from, sizeof x);
    return le64toh(x);
}

void ts_pipe_clean(char *text)
{
    TS_C_LOCALE;
    size_t n = strlen(text);
    while (n && isspace((unsigned char)text[n - 1])) text[--n] = 0;
    for (size_t i = 0; i < n; i++)
        if (iscntrl((unsigned char)text[i])) text[i] = ' ';
}

/* ---- the end of a conversation ---- */

static int again(const ts_talk *d, ts_error *err)
{
    return ts_fail(err, "%s", d->broken.text);
}

/* The other process has some time to end by itself; then it is killed. Its exit status, or -1. */
static int reap(ts_talk *d, int milliseconds)
{
    const struct timespec nap = {.tv_nsec = 5 * 1000 * 1000};
    int status = -1;
    pid_t got = 0;
    if (!d->pid) return -1;
    for (int t = 0; !(got = waitpid(d->pid, &status, WNOHANG)) && t < milliseconds; t += 5)
        nanosleep(&nap, NULL);
    if (!got) {
        kill(d->pid, SIGKILL);
        while (waitpid(d->pid, NULL, 0) < 0 && errno == EINTR) continue;
        status = -1;
    }
    d->pid = 0;
    return got > 0 ? status : -1;
}

void ts_pipe_end(ts_talk *d, int milliseconds)
{
    if (d->fd >= 0) close(d->fd);
    d->fd = -1;
    reap(d, milliseconds);
}

int ts_pipe_break(ts_talk *d, ts_error *err, const char *what)
{
    ts_fail(&d->broken, "device %s %s", d->command, what);
    ts_pipe_end(d, 0);
    return again(d, err);
}

/* The stream has ended: the exit status says most. */
static int report_death(ts_talk *d, ts_error *err)
{
    char what[96] = "closed its output; its standard error may say why";
    int status = reap(d, 2000);
    if (status != -1 && WIFEXITED(status))
        snprintf(what, sizeof what, "ended with exit status %d; its standard error may say why",
                 WEXITSTATUS(status));
    if (status != -1 && WIFSIGNALED(status))
        snprintf(what, sizeof what, "was killed by signal %d", WTERMSIG(status));
    return ts_pipe_break(d, err, what);
}

static int report_silence(ts_talk *d, ts_error *err)
{
    char what[96];
    snprintf(what, sizeof what,
             d->greeted ? "gave no sign for %d seconds and was ended"
                        : "did not answer the greeting of rt/pipe.h for %d seconds and was ended",
             d->patience);
    return ts_pipe_break(d, err, what);
}

/* ---- moving bytes ---- */

static long now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Waits until the socket is ready; 0 if it is. Signals do not lengthen the wait. */
static int await(ts_talk *d, short events, ts_error *err)
{
    struct pollfd p = {.fd = d->fd, .events = events};
    long end = now_ms() + 1000L * d->patience, left;
    int n;
    do {
        left = end - now_ms();
        n = poll(&p, 1, left > 0 ? (int)left : 0);
    } while (n < 0 && errno == EINTR);
    if (n > 0) return 0;
    return n ? ts_pipe_break(d, err, "cannot be waited for") : report_silence(d, err);
}

static int send_all(ts_talk *d, const void *data, size_t bytes, ts_error *err)
{
    const char *at = data;
    while (bytes) {
        if (await(d, POLLOUT, err)) return -1;
        ssize_t n = send(d->fd, at, bytes, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (n < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (n < 0) return report_death(d, err);
        at += n;
        bytes -= (size_t)n;
    }
    return 0;
}

static int receive_all(ts_talk *d, void *data, size_t bytes, ts_error *err)
{
    char *at = data;
    while (bytes) {
        if (await(d, POLLIN, err)) return -1;
        ssize_t n = recv(d->fd, at, bytes, MSG_DONTWAIT);
        if (n < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (n <= 0) return report_death(d, err);
        at += n;
        bytes -= (size_t)n;
    }
    return 0;
}

/* ---- requests ---- */

static int send_request(ts_talk *d, const ts_request *r, ts_error *err)
{
    unsigned char head[TS_PIPE_HEAD];
    size_t bytes = r->head_bytes + r->data_bytes;
    if (bytes > TS_PIPE_FRAME)
        return ts_fail(err, "device %s: a message of %zu bytes is beyond %d", d->command, bytes,
                       TS_PIPE_FRAME);
    ts_put64(ts_put32(ts_put32(head, TS_PIPE_MAGIC), r->kind), bytes);
    if (send_all(d, head, sizeof head, err) || send_all(d, r->head, r->head_bytes, err)) return -1;
    return send_all(d, r->data, r->data_bytes, err);
}

/* Something that is no reply, most likely printed text: its beginning is shown. */
static int report_noise(ts_talk *d, const unsigned char *head, ts_error *err)
{
    TS_C_LOCALE;
    char what[96], begin[TS_PIPE_HEAD + 1] = "";
    memcpy(begin, head, TS_PIPE_HEAD);
    for (int i = 0; i < TS_PIPE_HEAD; i++)
        if (!isprint((unsigned char)begin[i])) begin[i] = '.';
    snprintf(what, sizeof what, "does not speak the protocol of rt/pipe.h; it wrote \"%s\"", begin);
    return ts_pipe_break(d, err, what);
}

static int report_refusal(ts_talk *d, uint64_t bytes, ts_error *err)
{
    char text[TEXT + 1] = "", rest[256];
    size_t n = bytes < TEXT ? (size_t)bytes : TEXT;
    if (receive_all(d, text, n, err)) return -1;
    for (bytes -= n; bytes; bytes -= n) {
        n = bytes < sizeof rest ? (size_t)bytes : sizeof rest;
        if (receive_all(d, rest, n, err)) return -1;
    }
    ts_pipe_clean(text);
    return ts_fail(err, "device %s: %s", d->command, *text ? text : "it failed without a reason");
}

static int receive_reply(ts_talk *d, const ts_request *r, ts_error *err)
{
    unsigned char head[TS_PIPE_HEAD];
    char what[96];
    if (receive_all(d, head, sizeof head, err)) return -1;
    uint32_t status = ts_get32(head + 4);
    uint64_t bytes = ts_get64(head + 8);
    if (ts_get32(head) != TS_PIPE_MAGIC || status > 1) return report_noise(d, head, err);
    if (bytes > TS_PIPE_FRAME || (status == 0 && bytes > r->reply_bytes) ||
        (status == 0 && !r->got && bytes != r->reply_bytes)) {
        snprintf(what, sizeof what, "answered with %llu bytes instead of %zu",
                 (unsigned long long)bytes, r->reply_bytes);
        return ts_pipe_break(d, err, what);
    }
    if (status) return report_refusal(d, bytes, err);
    if (r->got) *r->got = (size_t)bytes;
    return receive_all(d, r->reply, (size_t)bytes, err);
}

int ts_pipe_ask(ts_talk *d, const ts_request *r, ts_error *err)
{
    if (ts_failed(&d->broken)) return again(d, err);
    if (send_request(d, r, err)) return -1;
    return receive_reply(d, r, err);
}

/* ---- starting ---- */

static int split(char *text, char **word, ts_error *err)
{
    int n = 0;
    char *save = NULL;
    for (char *w = strtok_r(text, " \t", &save); w; w = strtok_r(NULL, " \t", &save)) {
        if (n == WORDS) return ts_fail(err, "pipe: a command has at most %d words", WORDS);
        word[n++] = w;
    }
    word[n] = NULL;
    return n ? 0 : ts_fail(err, "pipe: no command; write pipe:PROGRAM ARGUMENTS");
}

static int spawn(ts_talk *d, char **word, ts_error *err)
{
    int end[2];
    posix_spawn_file_actions_t acts;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, end))
        return ts_fail(err, "pipe: no socket: %s", strerror(errno));
    int bad = posix_spawn_file_actions_init(&acts);
    if (!bad) {
        bad = posix_spawn_file_actions_adddup2(&acts, end[1], STDIN_FILENO);
        if (!bad) bad = posix_spawn_file_actions_adddup2(&acts, end[1], STDOUT_FILENO);
        if (!bad) bad = posix_spawnp(&d->pid, word[0], &acts, NULL, word, environ);
        posix_spawn_file_actions_destroy(&acts);
    }
    close(end[1]);
    d->fd = end[0];
    if (!bad) return 0;
    d->pid = 0;
    ts_pipe_end(d, 0);
    return ts_fail(err, "pipe: cannot start \"%s\": %s", word[0], strerror(bad));
}

int ts_pipe_start(ts_talk *d, const char *command, ts_error *err)
{
    char text[COMMAND], *word[WORDS + 1];
    *d = (ts_talk){.fd = -1, .patience = ts_pipe_greeting};
    if (strlen(command) >= sizeof text)
        return ts_fail(err, "pipe: a command has fewer than %d characters", COMMAND);
    memcpy(text, command, strlen(command) + 1);
    snprintf(d->command, sizeof d->command, "\"%.56s\"", command);
    return split(text, word, err) || spawn(d, word, err) ? -1 : 0;
}

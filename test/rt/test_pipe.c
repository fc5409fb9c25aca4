/* test_pipe.c - the device in another process: this program is both sides.
 *
 * Started as "test_pipe --device HABIT" it is a device that checks what it is sent, runs one toy kernel
 * that writes down how it was launched, and misbehaves as HABIT says. */
#include <endian.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "rt/driver.h"
#include "rt/pipe.h"
#include "rt/pipe_talk.h"

/* ---- the device ---- */

enum { SLOTS = 64, BODY = TS_PIPE_FRAME, MEMORY = 100 << 20 };

static struct memory {
    unsigned char *data;
    uint64_t bytes;
} memories[SLOTS];

static struct launch {
    uint32_t groups, after, param[2], cell, launches;
    uint64_t param_at[2], cell_at;
} launches[SLOTS];

static const char *habit;
static unsigned char body[BODY];

static bool is(const char *what)
{
    return !strcmp(habit, what);
}

static void take(void *to, size_t bytes)
{
    for (char *at = to; bytes;) {
        ssize_t n = read(0, at, bytes);
        if (n <= 0) exit(is("deaf") ? 9 : 0);
        at += n;
        bytes -= (size_t)n;
    }
}

static void give(const void *from, size_t bytes)
{
    for (const char *at = from; bytes;) {
        ssize_t n = write(1, at, bytes);
        if (n <= 0) exit(8);
        at += n;
        bytes -= (size_t)n;
    }
}

static void answer(uint32_t status, const void *data, size_t bytes)
{
    unsigned char head[TS_PIPE_HEAD];
    ts_put64(ts_put32(ts_put32(head, TS_PIPE_MAGIC), status), bytes);
    give(head, sizeof head);
    give(data, bytes);
}

static void refuse(const char *why)
{
    answer(1, why, strlen(why));
}

static void greet(void)
{
    unsigned char reply[200];
    char target[40];
    memset(target, 'x', sizeof target);
    uint32_t version = is("stranger") ? 77 : TS_PIPE_VERSION;
    uint32_t patience =
        is("hangs") ? 1 : 600; /* a busy machine may leave a device unserved for long */
    ts_put32(ts_put32(ts_put32(ts_put32(reply, version), 7), patience), 0);
    ts_put64(reply + 16, MEMORY);
    if (!is("longname")) strcpy(target, "toy:1");
    target[is("longname") ? 39 : 5] = 0;
    size_t n = strlen(target) + 1;
    memcpy(reply + 24, target, n);
    memcpy(reply + 24 + n, "Toy\ndevice\0Toy\t1.0", 19);
    answer(0, reply, 24 + n + (is("unended") ? 10 : is("plain") ? 11 : is("cut") ? 18 : 19));
}

/* The kernel: first word of what it is given, as seen by the device. */
static void launch(const struct launch *l)
{
    unsigned char *to = memories[l->param[0]].data + l->param_at[0];
    ts_put32(ts_put32(to, l->groups), l->after);
    ts_put32(to + 8, memories[l->param[1]].data[l->param_at[1]]);
    memcpy(to + 12, memories[l->cell].data + l->cell_at, 4);
}

static void record(const unsigned char *at)
{
    struct launch *l = &launches[ts_get32(at)];
    l->launches = ts_get32(at + 4);
    at += 8;
    for (uint32_t i = 0; i < l->launches; i++) {
        l->groups = ts_get32(at + 4);
        l->after |= ts_get32(at + 8) << i;
        uint32_t params = ts_get32(at + 12), sizes = ts_get32(at + 16), n = ts_get32(at + 20);
        if (params != 2 || sizes != 1 || n != 7 || memcmp(at + 24, "k_probe", 7)) exit(7);
        at += 24 + n;
        for (int k = 0; k < 2; k++, at += 16) {
            l->param[k] = ts_get32(at);
            l->param_at[k] = ts_get64(at + 8);
        }
        l->cell = ts_get32(at);
        l->cell_at = ts_get64(at + 8);
        at += 16;
    }
    answer(0, NULL, 0);
}

static void give_times(const struct launch *l)
{
    unsigned char reply[8 * SLOTS];
    for (uint32_t i = 0; i < l->launches; i++) {
        double seconds = 0.5 + i;
        uint64_t bits;
        memcpy(&bits, &seconds, sizeof bits);
        ts_put64(reply + 8 * i, bits);
    }
    answer(0, reply, 8 * l->launches);
}

static void make(struct memory *m)
{
    m->bytes = ts_get64(body + 8);
    m->data = calloc(m->bytes + 16, 1);
    answer(0, NULL, 0);
}

static void serve(uint32_t kind, uint64_t bytes)
{
    uint32_t id = ts_get32(body);
    struct memory *m = &memories[id % SLOTS];
    switch (kind) {
    case TS_PIPE_HELLO: greet(); return;
    case TS_PIPE_NEW: make(m); return;
    case TS_PIPE_FREE:
        free(m->data);
        m->data = NULL;
        answer(0, NULL, 0);
        return;
    case TS_PIPE_PUT:
        memcpy(m->data + ts_get64(body + 8), body + 16, bytes - 16);
        answer(0, NULL, 0);
        return;
    case TS_PIPE_GET:
        answer(0, m->data + ts_get64(body + 8), ts_get64(body + 16) - is("short"));
        return;
    case TS_PIPE_RECORD: record(body); return;
    case TS_PIPE_RUN:
        launch(&launches[id % SLOTS]);
        answer(0, NULL, 0);
        return;
    case TS_PIPE_TIME: give_times(&launches[id % SLOTS]); return;
    default: answer(0, NULL, 0); return;
    }
}

/* True if the habit took the place of an answer. */
static bool misbehave(uint32_t kind)
{
    if (kind == TS_PIPE_LOAD && is("picky")) {
        refuse("line 3:\n\tno such thing\n");
        return true;
    }
    if (kind == TS_PIPE_LOAD && is("wordy")) {
        memset(body, 'w', 100000);
        answer(1, body, 100000);
        return true;
    }
    if (kind == TS_PIPE_LOAD && is("silent")) {
        answer(1, NULL, 0);
        return true;
    }
    if (kind != TS_PIPE_RUN) return false;
    if (is("quits")) exit(3);
    if (is("crashes")) raise(SIGKILL);
    if (is("hangs")) sleep(30);
    if (is("chats")) give("Traceback (most recent call last)", 33);
    if (is("floods")) ts_put64(ts_put32(ts_put32(body, TS_PIPE_MAGIC), 0), UINT64_MAX);
    if (is("floods")) give(body, TS_PIPE_HEAD);
    return is("chats") || is("floods");
}

static int be_device(void)
{
    if (is("absent")) return 5;
    if (is("deaf")) close(0);
    if (is("deaf")) sleep(1);
    for (;;) {
        unsigned char head[TS_PIPE_HEAD];
        take(head, sizeof head);
        uint32_t kind = ts_get32(head + 4);
        uint64_t bytes = ts_get64(head + 8);
        if (ts_get32(head) != TS_PIPE_MAGIC || bytes > BODY) return 6;
        take(body, bytes);
        if (!misbehave(kind)) serve(kind, bytes);
    }
}

/* ---- the host ---- */

static const char text[] = "// tessera kernel=probe entry=k_probe wide=0 params=o32,i8 sizes=1 "
                           "threads=64 teams=1 count=-1 shared=0 cost=1\n";

static ts_device *open_device(const char *what, ts_error *err)
{
    char self[512] = "", spec[600];
    if (readlink("/proc/self/exe", self, sizeof self - 1) < 0) fail();
    snprintf(spec, sizeof spec, "pipe:%s --device %s", self, what);
    return ts_device_open(spec, 0, err);
}

typedef struct rig {
    ts_device *dev;
    ts_buffer *out, *in, *cells;
    ts_module *module;
    ts_step *step;
    ts_error err;
} rig;

static void set_up(rig *r, const char *what)
{
    const int32_t cells[] = {11, 22};
    *r = (rig){0};
    r->dev = open_device(what, &r->err);
    assert_non_null(r->dev);
    r->out = ts_buffer_new(r->dev, 64, &r->err);
    r->in = ts_buffer_wrap(r->dev, "abcdefgh", 8, &r->err);
    r->cells = ts_buffer_new(r->dev, sizeof cells, &r->err);
    assert_string_equal(r->err.text, "");
    assert_int_equal(ts_buffer_put(r->cells, 0, cells, sizeof cells, &r->err), 0);
    r->module = ts_module_load(r->dev, text, sizeof text - 1, &r->err);
    assert_string_equal(r->err.text, "");
    ts_launch l = {.module = r->module,
                   .kernel = "probe",
                   .arg = {{r->out, 16}, {r->in, 2}},
                   .size = {{r->cells, 4}}};
    ts_launch two[] = {l, l};
    r->step = ts_step_record(r->dev, two, 2, &r->err);
    assert_string_equal(r->err.text, "");
}

static void tear_down(rig *r)
{
    ts_step_free(r->step);
    ts_module_free(r->module);
    ts_buffer_free(r->out);
    ts_buffer_free(r->in);
    ts_buffer_free(r->cells);
    ts_device_close(r->dev);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1); /* nobody is left */
}

static void ends_with(const char *line, const char *end)
{
    size_t n = strlen(line), m = strlen(end);
    if (n < m || strcmp(line + n - m, end)) fail_msg("\"%s\" does not end with \"%s\"", line, end);
    assert_null(strchr(line, '\n'));
}

/* ---- tests ---- */

static void launches_arrive(void **state)
{
    (void)state;
    rig r;
    uint32_t got[5] = {0};
    set_up(&r, "well");
    assert_string_equal(ts_device_target(r.dev), "toy:1");
    assert_string_equal(ts_device_name(r.dev), "Toy device");
    assert_int_equal(ts_step_run(r.step, &r.err), 0);
    assert_int_equal(ts_buffer_get(r.out, 12, got, sizeof got, &r.err), 0);
    const uint32_t want[] = {0, 7, 2, 'c', 22}; /* the second launch comes after the first */
    assert_memory_equal(got, want, sizeof want);
    double seconds[2] = {0};
    assert_int_equal(ts_step_time(r.step, seconds, &r.err), 0);
    assert_true(seconds[0] == 0.5 && seconds[1] == 1.5);
    tear_down(&r);
}

/* Launches that share nothing they write: the device is told to wait if the host asked for it. */
static void order_is_asked_for(void **state)
{
    (void)state;
    for (uint32_t asked = 0; asked < 2; asked++) {
        rig r;
        uint32_t after = 9;
        set_up(&r, "well");
        ts_buffer *other = ts_buffer_new(r.dev, 64, &r.err);
        ts_launch l = {.module = r.module,
                       .kernel = "probe",
                       .arg = {{r.out, 16}, {r.in, 2}},
                       .size = {{r.cells, 4}}};
        ts_launch two[] = {l, l};
        two[1].arg[0] = (ts_ref){other, 0};
        two[1].after = asked;
        ts_step *s = ts_step_record(r.dev, two, 2, &r.err);
        assert_non_null(s);
        assert_int_equal(ts_step_run(s, &r.err), 0);
        assert_int_equal(ts_buffer_get(other, 4, &after, sizeof after, &r.err), 0);
        assert_int_equal(after, asked << 1);
        ts_step_free(s);
        ts_buffer_free(other);
        tear_down(&r);
    }
}

/* A program need not say its versions; a step is measured from here. */
static void says_versions_or_not(void **state)
{
    (void)state;
    static const char *const habits[][2] = {{"well", "Toy 1.0"}, {"plain", ""}, {"cut", ""}};
    for (size_t i = 0; i < 3; i++) {
        rig r;
        double seconds = -1;
        bool by_device = true;
        set_up(&r, habits[i][0]);
        assert_string_equal(ts_device_driver(r.dev), habits[i][1]);
        assert_int_equal(ts_step_elapsed(r.step, &seconds, &by_device, &r.err), 0);
        assert_true(seconds > 0 && !by_device);
        tear_down(&r);
    }
}

/* More than one message holds. */
static void large_transfers_are_cut(void **state)
{
    (void)state;
    rig r;
    enum { BYTES = TS_PIPE_FRAME + 1000 };
    unsigned char *data = malloc(BYTES), *back = calloc(BYTES, 1);
    set_up(&r, "well");
    ts_buffer *b = ts_buffer_new(r.dev, BYTES, &r.err);
    for (size_t i = 0; i < BYTES; i++) data[i] = (unsigned char)(i * 2654435761u >> 24);
    assert_int_equal(ts_buffer_put(b, 0, data, BYTES, &r.err), 0);
    assert_int_equal(ts_buffer_get(b, 0, back, BYTES, &r.err), 0);
    assert_memory_equal(data, back, BYTES);
    ts_buffer_free(b);
    free(data);
    free(back);
    tear_down(&r);
}

static void memory_is_counted(void **state)
{
    (void)state;
    rig r;
    set_up(&r, "well");
    for (int i = 0; i < 2; i++) { /* what is freed can be had again */
        ts_buffer *b = ts_buffer_new(r.dev, MEMORY - 80, &r.err);
        assert_non_null(b);
        ts_buffer_free(b);
    }
    assert_null(ts_buffer_new(r.dev, MEMORY - 79, &r.err));
    ends_with(r.err.text,
              "has 104857600 bytes for buffers, 80 of them in use; 104857521 more do not fit");
    tear_down(&r);
}

static void refusals_leave_the_device_usable(void **state)
{
    (void)state;
    static const char *const habits[] = {"picky", "silent"};
    static const char *const words[] = {": line 3:  no such thing", ": it failed without a reason"};
    for (int i = 0; i < 2; i++) {
        ts_error err = {0}, none = {0};
        ts_device *dev = open_device(habits[i], &err);
        assert_null(ts_module_load(dev, text, sizeof text - 1, &err));
        ends_with(err.text, words[i]);
        ts_buffer *b = ts_buffer_new(dev, 4, &none);
        assert_string_equal(none.text, "");
        ts_buffer_free(b);
        ts_device_close(dev);
    }
}

static void long_refusals_are_cut(void **state)
{
    (void)state;
    ts_error err = {0}, none = {0};
    ts_device *dev = open_device("wordy", &err);
    assert_null(ts_module_load(dev, text, sizeof text - 1, &err));
    ends_with(err.text, "wwwwww");
    ts_buffer *b = ts_buffer_new(dev, 4, &none);
    assert_string_equal(none.text, "");
    ts_buffer_free(b);
    ts_device_close(dev);
}

/* Whatever ends the device is said once by its cause, and again by every later call. */
static void bad_ends_are_told(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"quits", "ended with exit status 3; its standard error may say why"},
        {"crashes", "was killed by signal 9"},
        {"hangs", "gave no sign for 1 seconds and was ended"},
        {"chats", "does not speak the protocol of rt/pipe.h; it wrote \"Traceback (most \""},
        {"floods", "answered with 18446744073709551615 bytes instead of 0"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        rig r;
        ts_error later = {0};
        set_up(&r, cases[i][0]);
        assert_int_equal(ts_step_run(r.step, &r.err), -1);
        ends_with(r.err.text, cases[i][1]);
        assert_int_equal(ts_buffer_get(r.out, 0, &later, 1, &later), -1);
        assert_string_equal(later.text, r.err.text);
        tear_down(&r);
    }
}

static void short_data_is_noticed(void **state)
{
    (void)state;
    rig r;
    char got[8];
    set_up(&r, "short");
    assert_int_equal(ts_buffer_get(r.out, 0, got, sizeof got, &r.err), -1);
    ends_with(r.err.text, "answered with 7 bytes instead of 8");
    tear_down(&r);
}

static void bad_starts_are_told(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"absent", "ended with exit status 5; its standard error may say why"},
        {"stranger", "speaks another version of the protocol"},
        {"unended", "introduced itself with a malformed reply"},
        {"longname", "introduced itself with a malformed reply"},
        {"deaf", "ended with exit status 9; its standard error may say why"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ts_error err = {0};
        assert_null(open_device(cases[i][0], &err));
        ends_with(err.text, cases[i][1]);
        assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    }
}

static void on_alarm(int sig)
{
    (void)sig;
}

/* A program that knows nothing of the protocol has a bounded time, however many signals come between. */
static void silence_at_the_start_has_an_end(void **state)
{
    (void)state;
    const struct itimerval often = {{0, 20000}, {0, 20000}}, never = {0};
    struct sigaction plain = {.sa_handler = on_alarm}; /* without SA_RESTART: each ends a poll */
    ts_error err = {0};
    sigaction(SIGALRM, &plain, NULL);
    setitimer(ITIMER_REAL, &often, NULL);
    ts_pipe_greeting = 1;
    assert_null(ts_device_open("pipe:sleep 100", 0, &err));
    ts_pipe_greeting = TS_PIPE_GREETING;
    setitimer(ITIMER_REAL, &never, NULL);
    assert_string_equal(err.text,
                        "device \"sleep 100\" did not answer the greeting of rt/pipe.h for 1 "
                        "seconds and was ended");
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
}

static void bad_commands_are_told(void **state)
{
    (void)state;
    char spec[1200];
    ts_error err = {0};
    assert_null(ts_device_open("pipe:/no/such/program at all", 0, &err));
    assert_string_equal(err.text,
                        "pipe: cannot start \"/no/such/program\": No such file or directory");
    err = (ts_error){0};
    assert_null(ts_device_open("pipe", 0, &err));
    assert_string_equal(err.text, "pipe: no command; write pipe:PROGRAM ARGUMENTS");
    memset(spec, 'x', sizeof spec);
    memcpy(spec, "pipe:", 5);
    spec[sizeof spec - 1] = 0;
    err = (ts_error){0};
    assert_null(ts_device_open(spec, 0, &err));
    assert_string_equal(err.text, "pipe: a command has fewer than 1024 characters");
    for (int i = 5; i < 200; i++) spec[i] = i % 2 ? 'x' : ' ';
    spec[200] = 0;
    err = (ts_error){0};
    assert_null(ts_device_open(spec, 0, &err));
    assert_string_equal(err.text, "pipe: a command has at most 32 words");
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(launches_arrive),       cmocka_unit_test(says_versions_or_not),
        cmocka_unit_test(order_is_asked_for),    cmocka_unit_test(large_transfers_are_cut),
        cmocka_unit_test(memory_is_counted),     cmocka_unit_test(refusals_leave_the_device_usable),
        cmocka_unit_test(long_refusals_are_cut), cmocka_unit_test(bad_ends_are_told),
        cmocka_unit_test(short_data_is_noticed), cmocka_unit_test(bad_starts_are_told),
        cmocka_unit_test(bad_commands_are_told), cmocka_unit_test(silence_at_the_start_has_an_end),
    };
    if (argc == 3 && !strcmp(argv[1], "--device")) {
        habit = argv[2];
        return be_device();
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}

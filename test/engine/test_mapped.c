/* test_mapped.c - a file that is cut while it is mapped: one error and no SIGBUS, in the model that uses it
 * and nowhere else. */
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "tessera/sequence.h"
#include "test/engine/spoil.h"
#include "test/rt/quick_cc.h"

static char folder[] = "/tmp/tessera-mapped-XXXXXX", file[64];

static void cut(const char *path, off_t bytes)
{
    assert_int_equal(truncate(path, bytes), 0);
}

static void make(void)
{
    ts_error err = {0};
    remove(file); /* not written over: it may still be mapped */
    if (spoil_model(TESSERA_SOURCE_DIR "/test/vectors/parity/bf16", folder, NULL, 0, &err))
        fail_msg("%s", err.text);
}

/* ---- the host's own handling of other addresses ---- */

static sigjmp_buf back;
static volatile sig_atomic_t seen;

static void hosts_handler(int number)
{
    (void)number;
    seen++;
    siglongjmp(back, 1);
}

/* A map of somebody else, whose file is gone. */
static volatile char *foreign(void)
{
    char path[] = "/tmp/tessera-foreign-XXXXXX";
    int fd = mkstemp(path);
    assert_int_equal(ftruncate(fd, 4096), 0);
    char *at = mmap(NULL, 4096, PROT_READ, MAP_SHARED, fd, 0);
    assert_ptr_not_equal(at, MAP_FAILED);
    assert_int_equal(ftruncate(fd, 0), 0);
    close(fd);
    remove(path);
    return at;
}

/* Where the host has no handler the process ends as ever. */
static void default_stays(void **state)
{
    (void)state;
    int status;
    pid_t pid = fork();
    if (!pid) {
        signal(SIGBUS, SIG_DFL);
        make();
        struct rlimit none = {0, 0};
        ts_error err = {0};
        setrlimit(RLIMIT_CORE, &none);
        ts_safetensors *s = ts_safetensors_open(file, &err);
        (void)*foreign();
        _exit(s != NULL);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGBUS);
}

/* The handler is there before a file is mapped. */
static void others_are_left_alone(void **state)
{
    (void)state;
    struct sigaction host = {.sa_handler = hosts_handler};
    sigaction(SIGBUS, &host, NULL);
    make();
    ts_error err = {0};
    ts_weights *w = ts_weights_open(folder, &err);
    assert_non_null(w);
    volatile char *at = foreign();
    if (!sigsetjmp(back, 1)) (void)*at;
    assert_int_equal(seen, 1);
    assert_int_equal(ts_weights_whole(w, &err), 0);
    ts_weights_close(w);
    munmap((void *)at, 4096);
}

/* ---- a model ---- */

static void tensors(void **state)
{
    (void)state;
    make();
    ts_error err = {0};
    ts_weights *w = ts_weights_open(folder, &err);
    const ts_tensor *t = ts_weights_find(w, "model.layers.1.mlp.up_proj.weight");
    cut(file, 8192);
    size_t sum = 0;
    for (size_t i = 0; i < t->bytes; i++) sum += ((const unsigned char *)t->data)[i];
    assert_true(sum < t->bytes * 255);
    assert_int_equal(ts_weights_whole(w, &err), -1);
    assert_non_null(strstr(err.text, "model.safetensors: changed since it was opened"));
    assert_null(strchr(err.text, '\n'));
    ts_weights_close(w);
}

static void engine(void **state)
{
    (void)state;
    make();
    ts_error err = {0};
    const int32_t ids[] = {5, 17, 90};
    float logits[211];
    int32_t id;
    ts_model_options o = {.model = folder, .threads = 2, .ctx = 64, .kv = TS_f32};
    ts_sequence *e = ts_sequence_open(&o, &err);
    if (!e) fail_msg("%s", err.text);
    assert_int_equal(ts_sequence_feed(e, ids, 3, &err), 0);
    assert_int_equal(ts_sequence_greedy(e, &id, &err), 0);
    cut(file, 20000);
    for (int i = 0; i < 2; i++) {
        err = (ts_error){0};
        assert_int_equal(ts_sequence_advance(e, &err), 0);
        assert_int_equal(i ? ts_sequence_greedy(e, &id, &err) : ts_sequence_logits(e, logits, &err),
                         -1);
        assert_non_null(strstr(err.text, "model.safetensors: changed since it was opened"));
    }
    ts_sequence_close(e);
    make(); /* and another one is sound */
    err = (ts_error){0};
    e = ts_sequence_open(&o, &err);
    assert_int_equal(ts_sequence_feed(e, ids, 3, &err), 0);
    assert_int_equal(ts_sequence_greedy(e, &id, &err), 0);
    ts_sequence_close(e);
}

static int make_folder(void **state)
{
    (void)state;
    if (!mkdtemp(folder)) return -1;
    snprintf(file, sizeof file, "%s/model.safetensors", folder);
    return 0;
}

static int remove_folder(void **state)
{
    char path[64];
    (void)state;
    remove(file);
    snprintf(path, sizeof path, "%s/config.json", folder);
    remove(path);
    return rmdir(folder);
}

int main(void)
{
    quick_cc(1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(default_stays),
        cmocka_unit_test(others_are_left_alone),
        cmocka_unit_test(tensors),
        cmocka_unit_test(engine),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

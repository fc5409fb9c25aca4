/* test_tuning.c - what is remembered of a machine (rt/tuning.h): found again, and by nobody else; spoilt files
 * and folders that cannot be written cost a line and nothing more. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "rt/tuning.h"
#include "tessera/device.h"

static char root[] = "/tmp/test-tuning-XXXXXX", folder[256];

/* A cache of its own for each test. */
static int fresh(void **state)
{
    static int n;
    (void)state;
    snprintf(folder, sizeof folder, "%s/%d", root, n++);
    setenv("TESSERA_CACHE", folder, 1);
    return 0;
}

/* The one file of tuning; NULL: there is none. */
static const char *file(void)
{
    static char path[1024];
    char inner[512];
    snprintf(inner, sizeof inner, "%s/cpu-1", folder);
    DIR *d = opendir(inner);
    bool found = false;
    for (struct dirent *e; d && (e = readdir(d));) {
        if (strncmp(e->d_name, "tuning-", 7) != 0) continue;
        assert_false(found);
        found = true;
        snprintf(path, sizeof path, "%s/%.200s", inner, e->d_name);
    }
    if (d) closedir(d);
    return found ? path : NULL;
}

static void keep(const char *target, const char *values)
{
    ts_error err = {{0}};
    if (ts_tuning_keep(target, values, &err)) fail_msg("%s", err.text);
}

static void finds(const char *target, const char *values, bool measured)
{
    char got[TS_TUNING];
    assert_int_equal(ts_tuning_find(target, got), measured);
    assert_string_equal(got, values);
}

static const char *untuned(const char *target)
{
    static char values[TS_TUNING];
    ts_tuning_untuned(target, values);
    return values;
}

/* ---- remembering ---- */

static void what_is_kept_is_found(void **state)
{
    (void)state;
    finds("cpu:avx512", untuned("cpu:avx512"), false);
    assert_null(file());
    keep("cpu:avx512", "streams=6,prefetch=1024");
    finds("cpu:avx512", "streams=6,prefetch=1024", true);
    finds("cpu:avx2", untuned("cpu:avx2"), false);
    finds("cpu:avx", untuned("cpu:avx"), false);
    keep("cpu:avx2", "streams=1,prefetch=0");
    keep("cpu:avx512", "streams=3,prefetch=64");
    finds("cpu:avx512", "streams=3,prefetch=64", true);
    finds("cpu:avx2", "streams=1,prefetch=0", true);
    keep("cpu:avx512", NULL);
    finds("cpu:avx512", untuned("cpu:avx512"), false);
    finds("cpu:avx2", "streams=1,prefetch=0", true);
}

static void devices_use_it(void **state)
{
    (void)state;
    bool measured = true;
    ts_error err = {{0}};
    ts_device *dev = ts_device_open("cpu:generic", 1, &err);
    assert_string_equal(ts_device_tuning(dev, &measured), "streams=1,prefetch=2048");
    assert_false(measured);
    ts_device_close(dev);
    keep("cpu:generic", "streams=1,prefetch=512");
    dev = ts_device_open("cpu:generic", 1, &err);
    assert_string_equal(ts_device_tuning(dev, &measured), "streams=1,prefetch=512");
    assert_true(measured);
    assert_int_equal(ts_device_tune(dev, "streams=2", &err), 0);
    assert_string_equal(ts_device_tuning(dev, &measured), "streams=2");
    assert_false(measured);
    char longer[128] = "";
    memset(longer, 'x', sizeof longer - 1);
    assert_int_equal(ts_device_tune(dev, longer, &err), -1);
    assert_non_null(strstr(err.text, "too long"));
    ts_device_close(dev);
}

/* ---- spoilt files ---- */

static size_t slurp(char *text, size_t cap)
{
    FILE *f = fopen(file(), "rb");
    size_t n = fread(text, 1, cap - 1, f);
    fclose(f);
    text[n] = 0;
    return n;
}

static void spill(const char *text, size_t n)
{
    FILE *f = fopen(file(), "wb");
    fwrite(text, 1, n, f);
    fclose(f);
}

/* What a fresh process says when it looks; it must find what is used untuned. */
static void complains(const char *want)
{
    char said[1024] = "";
    int pipes[2], status;
    assert_int_equal(pipe(pipes), 0);
    pid_t child = fork();
    if (!child) {
        char values[TS_TUNING];
        dup2(pipes[1], STDERR_FILENO);
        bool found = ts_tuning_find("cpu:avx512", values) || ts_tuning_find("cpu:avx512", values);
        _exit(found || strcmp(values, untuned("cpu:avx512")) != 0);
    }
    close(pipes[1]);
    size_t n = 0;
    for (ssize_t more; (more = read(pipes[0], said + n, sizeof said - 1 - n)) > 0;)
        n += (size_t)more;
    close(pipes[0]);
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
    char *line = strchr(said, '\n');
    if (!*want) assert_string_equal(said, "");
    if (*want && (!line || line[1] || !strstr(said, want) || !strstr(said, "tessera tune")))
        fail_msg("said \"%s\"", said);
}

static void cut_files_are_not_used(void **state)
{
    (void)state;
    char whole[16384];
    keep("cpu:avx512", "streams=6,prefetch=1024");
    size_t n = slurp(whole, sizeof whole);
    for (size_t cut = 0; cut < n; cut += cut + 40 < n ? 37 : 1) {
        spill(whole, cut);
        complains("is damaged");
    }
    spill(whole, n);
    finds("cpu:avx512", "streams=6,prefetch=1024", true);
}

static void changed_files_are_not_used(void **state)
{
    (void)state;
    char whole[16384], spoilt[16384];
    keep("cpu:avx512", "streams=6,prefetch=1024");
    size_t n = slurp(whole, sizeof whole);
    static const char *const parts[] = {"tessera tuning", "cpu ",     "compiler ",
                                        "build ",         "streams=", "end "};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        memcpy(spoilt, whole, n + 1);
        char *at = strstr(spoilt, parts[i]);
        assert_non_null(at);
        at[strlen(parts[i])] ^= 1;
        spill(spoilt, n);
        complains("is damaged, or of another CPU, compiler or build");
    }
    memset(spoilt, 0, sizeof spoilt);
    spill(spoilt, sizeof spoilt);
    complains("is damaged");
    memcpy(spoilt, whole, n);
    memcpy(spoilt + n, "more\n", 5);
    spill(spoilt, n + 5);
    complains("is damaged");
    keep("cpu:avx512", "streams=5,prefetch=0"); /* and is written anew */
    finds("cpu:avx512", "streams=5,prefetch=0", true);
}

static void files_that_cannot_be_read(void **state)
{
    (void)state;
    keep("cpu:avx512", "streams=6,prefetch=1024");
    char path[1024];
    snprintf(path, sizeof path, "%s", file());
    unlink(path);
    assert_int_equal(symlink("/etc/hostname", path), 0);
    complains("cannot be read");
    unlink(path);
    complains("");
    mkdir(path, 0700);
    complains("cannot be read");
}

/* A file in the cache's place, since the tests may be run by root, who may write everywhere. */
static void folders_that_cannot_be_written(void **state)
{
    (void)state;
    ts_error err = {{0}};
    FILE *f = fopen(folder, "w");
    fclose(f);
    assert_int_equal(ts_tuning_keep("cpu:avx512", "streams=6,prefetch=1024", &err), -1);
    if (!strstr(err.text, "TESSERA_CACHE")) fail_msg("%s", err.text);
    complains("");
    unlink(folder);
    mkdir(folder, 0777);
    chmod(folder, 0777); /* others may write there: not to be trusted */
    err.text[0] = 0;
    assert_int_equal(ts_tuning_keep("cpu:avx512", "streams=6,prefetch=1024", &err), -1);
    if (!strstr(err.text, "others may write")) fail_msg("%s", err.text);
    complains("");
}

/* ---- CPUs ---- */

static void cpus_are_told_apart(void **state)
{
    (void)state;
    static const char *const each[][2] = {
        {"processor\t: 0\nvendor_id\t: GenuineIntel\ncpu family\t: 6\nmodel\t\t: 207\n"
         "model name\t: Intel(R) Xeon(R) Processor\nstepping\t: 2\n\nprocessor\t: 1\n",
         "GenuineIntel 6 207 2 Intel(R) Xeon(R) Processor"},
        {"vendor_id\t: AuthenticAMD\ncpu family\t: 25\nmodel\t\t: 17\nstepping\t: 1\n",
         "AuthenticAMD 25 17 1 -"},
        {"processor\t: 0\nBogoMIPS\t: 243.75\nCPU implementer\t: 0x41\nCPU architecture: 8\n"
         "CPU variant\t: 0x3\nCPU part\t: 0xd0c\nCPU revision\t: 1\n",
         "0x41 8 0xd0c 1 -"},
        {"processor\t: 0\n\nvendor_id\t: GenuineIntel\n", "- - - - -"},
        {"", "- - - - -"},
        {"vendor_id\t:\nmodel", "- - - - -"}};
    for (size_t i = 0; i < sizeof each / sizeof *each; i++) {
        char id[256], shorter[8];
        ts_tuning_cpu(each[i][0], id, sizeof id);
        assert_string_equal(id, each[i][1]);
        ts_tuning_cpu(each[i][0], shorter, sizeof shorter);
        assert_memory_equal(shorter, id, sizeof shorter - 1);
    }
}

/* Prefetching pays on one vendor's CPUs and costs on the other's (doc/measuring.md). */
static void vendors_differ(void **state)
{
    (void)state;
    assert_string_equal(ts_tuning_default("GenuineIntel", "cpu:avx512"), "streams=4,prefetch=2048");
    assert_string_equal(ts_tuning_default("AuthenticAMD", "cpu:avx2"), "streams=2,prefetch=0");
    assert_string_equal(ts_tuning_default("0x41", "cpu:generic"), "streams=1,prefetch=2048");
    assert_string_equal(ts_tuning_default("GenuineIntel", "cuda"), "");
}

int main(void)
{
    if (!mkdtemp(root)) return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(what_is_kept_is_found, fresh),
        cmocka_unit_test_setup(devices_use_it, fresh),
        cmocka_unit_test_setup(cut_files_are_not_used, fresh),
        cmocka_unit_test_setup(changed_files_are_not_used, fresh),
        cmocka_unit_test_setup(files_that_cannot_be_read, fresh),
        cmocka_unit_test_setup(folders_that_cannot_be_written, fresh),
        cmocka_unit_test(cpus_are_told_apart),
        cmocka_unit_test(vendors_differ),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", root);
    return system(command) ? 1 : failed;
}

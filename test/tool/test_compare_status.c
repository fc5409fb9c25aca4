/* test_compare_status.c - the exit status of `tessera compare --fail-if-slower`, end to end: an engine beside
 * a peer of known speed, on a machine whose quietness is known, too. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/noise.h"
#include "tool/tool.h"

enum { MOST = 24 };

/* The command with these words and a peer that says so many tokens a second; what it prints comes back in
 * `out`. A round takes the peer's two naps at least, without which nobody could tell what else ran. */
static int compare(const char *rate, bool flag, char *out, size_t cap)
{
    char peer[96], file[] = "/tmp/test-compare-XXXXXX";
    char *argv[MOST] = {"compare",    "device=cpu", "--model",   "synthetic:mini",
                        "--tokens",   "2",          "--context", "4",
                        "--least",    "0.005",      "--rounds",  "6",
                        "--no-store", "--vs-cmd",   peer,        flag ? "--fail-if-slower" : NULL,
                        NULL};
    int argc = 0, fd = mkstemp(file), keep = dup(1);
    assert_true(fd >= 0 && keep >= 0);
    snprintf(peer, sizeof peer, "sleep 0.03; echo eval rate: %s tokens/s", rate);
    while (argv[argc]) argc++;
    fflush(stdout);
    dup2(fd, 1);
    int status = ts_cmd_compare(argc, argv);
    fflush(stdout);
    dup2(keep, 1);
    close(keep);
    ssize_t n = pread(fd, out, cap - 1, 0);
    out[n > 0 ? n : 0] = 0;
    close(fd);
    unlink(file);
    return status;
}

static void expect(const char *rate, bool flag, int status, const char *words)
{
    char out[4096];
    int got = compare(rate, flag, out, sizeof out);
    if (got != status || !strstr(out, words))
        fail_msg("status %d, not %d; wanted \"%s\" in: %s", got, status, words, out);
}

static char stat_file[] = "/tmp/test-stat-XXXXXX";

/* The kernel's counts as they are between the marks of a round: nobody else worked, or half of all. */
static void machine(const char *line)
{
    FILE *f = fopen(stat_file, "w");
    assert_non_null(f);
    fputs(line, f);
    fclose(f);
    ts_noise_stat = stat_file;
}

static void slower_in_quiet_rounds_fails(void **state)
{
    (void)state;
    machine("cpu  100 0 100 1000 0 0 0 0 0 0\n");
    expect("99999999", true, 1, "A is slower than B");
    expect("99999999", false, 0, "A is slower than B"); /* it was not asked to fail */
    expect("0.001", true, 0, "A is faster than B");
}

/* Where nothing is known of the machine no round is quiet, and what looks slower fails nothing. */
static void what_is_not_confirmed_does_not_fail(void **state)
{
    (void)state;
    machine("no counts here\n");
    expect("99999999", true, 0, "A looks slower than B");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slower_in_quiet_rounds_fails),
        cmocka_unit_test(what_is_not_confirmed_does_not_fail),
    };
    int fd = mkstemp(stat_file);
    if (fd < 0) return 1;
    close(fd);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    unlink(stat_file);
    return failed;
}

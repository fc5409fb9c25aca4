/* test_compare.c - does a comparison find what is there and nothing else? Sides with programmed times;
 * the texts of sides; processes that fail, hang, flood or leave others behind. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/compare.h"
#include "bench/rounds.h"
#include "bench/side.h"
#include "bench/side_process.h"
#include "store/transfer.h"
#include "test/bench/lines.h"
#include "test/rt/quick_cc.h"
#include "tool/sheet.h"
#include "tool/interrupt.h"

static void near(double got, double want, double within)
{
    if (!(fabs(got - want) <= within)) fail_msg("%.17g, not %.17g", got, want);
}

/* ---- numbers with known distributions ---- */

static int part = 4; /* of the draws; 1 with --long */
static uint64_t state_of_draw;

static double uniform(void) /* in (0, 1) */
{
    uint64_t x = state_of_draw;
    x ^= x << 13, x ^= x >> 7, x ^= x << 17;
    state_of_draw = x;
    return ((double)(x >> 11) + 0.5) * 0x1p-53;
}

static double normal(void)
{
    return sqrt(-2 * log(uniform())) * cos(2 * M_PI * uniform());
}

static void seed(uint64_t s)
{
    state_of_draw = 88172645463325252u + s * UINT64_C(0x9e3779b97f4a7c15);
    for (int i = 0; i < 8; i++) uniform();
}

/* ---- sides with programmed times ---- */

typedef struct world {
    char order[64];      /* who was asked, in turn */
    int samples, rounds; /* so far */
    double clock;        /* seconds of work done, by a machine that slows down */
    double step, slow;   /* a sample takes 1 + step * (samples so far); speed 1 - slow * clock */
    double noise;        /* share of a sample, normal */
    int disturbed;       /* bit i: round i is */
    bool blind;          /* no mark is known */
    int fail_at;         /* sample; 0: none */
} world;

typedef struct fake {
    world *w;
    char name;
    double seconds; /* of a unit */
} fake;

static int play(void *arg, ts_done *done, ts_error *err)
{
    double *seconds = &done->seconds;
    done->units = 1;
    fake *f = arg;
    world *w = f->w;
    int i = w->samples++;
    if (i + 1 < (int)sizeof w->order) w->order[i] = f->name;
    if (w->fail_at && w->samples == w->fail_at) return ts_fail(err, "side %c is gone", f->name);
    *seconds = f->seconds * (1 + w->step * i) * (1 + w->noise * normal());
    if (w->slow > 0) { /* solves t - slow (clock t + t^2 / 2) = work */
        double v = 1 - w->slow * w->clock;
        *seconds = (v - sqrt(v * v - 2 * w->slow * f->seconds)) / w->slow;
    }
    w->clock += *seconds;
    bool warm = i < 2;
    if (!warm && w->disturbed >> (w->rounds - 1) & 1) *seconds *= f->name == 'A' ? 7 : 3;
    return 0;
}

static void look(void *arg, int round, ts_noise *noise)
{
    world *w = arg;
    if (!noise) {
        assert_int_equal(round, w->rounds);
        w->rounds++;
        return;
    }
    *noise = (ts_noise){w->disturbed >> round & 1 ? 0.4 : 0.001, 0.002, !w->blind};
}

static ts_comparison result; /* large */

static int compare(world *w, double a, double b, int rounds, double threshold, ts_error *err)
{
    fake fa = {w, 'A', a}, fb = {w, 'B', b};
    result = (ts_comparison){.contender = {{play, &fa}, {play, &fb}}};
    ts_effort effort = {.least = rounds, .watch = look, .arg = w};
    return ts_compare_run(&result, &effort, threshold, err);
}

static ts_sample sample[2 * TS_MAX_ROUNDS];

static void rounds_are_a_b_b_a(void **state)
{
    (void)state;
    world w = {.clock = 0};
    assert_int_equal(compare(&w, 0.5, 1, 3, 0, NULL), 0);
    assert_string_equal(w.order, "AB"
                                 "ABBA"
                                 "ABBA"
                                 "ABBA"); /* the first two warm up */
    assert_int_equal(result.rounds.n, 3);
    assert_int_equal(result.rounds.counted, 3);
    near(result.ratio.mid, 2, 0);
    for (int side = 0; side < TS_SIDES; side++) {
        assert_int_equal(ts_compare_samples(&result, side, sample), 6);
        for (int i = 0; i < 6; i++) near(sample[i].value, side == TS_A ? 2 : 1, 0);
    }
    assert_int_equal(ts_compare_samples(&result, TS_SIDES, sample), 3);
    near(sample[2].value, 2, 0);
    assert_int_equal(result.verdict, TS_TOO_FEW);
}

/* Times that grow by the same step with each sample: a round adds 0 + 3 steps to A and 1 + 2 to B. */
static void a_linear_drift_cancels_exactly(void **state)
{
    (void)state;
    static const double ratio[] = {1, 0.98, 1.25};
    for (int i = 0; i < 3; i++) {
        world w = {.step = 0.03};
        assert_int_equal(compare(&w, 1, ratio[i], 9, 0, NULL), 0);
        for (int r = 0; r < 9; r++) near(result.match[r].ratio, ratio[i], 1e-14);
        near(result.ratio.lo, ratio[i], 1e-14);
        near(result.ratio.hi, ratio[i], 1e-14);
        /* in the order A B alone the drift would have been taken for a difference */
        const ts_match *m = &result.match[0];
        assert_true(m->done[TS_B][0].seconds / m->done[TS_A][0].seconds > 1.02 * ratio[i]);
    }
}

/* A machine whose speed falls evenly in time, by 4 to 8 % in each round: what is left is of second order,
 * less than a thousandth. */
static void a_slowing_machine_slows_both(void **state)
{
    (void)state;
    world w = {.slow = 0.01};
    assert_int_equal(compare(&w, 1, 1, 9, 0, NULL), 0);
    const ts_match *first = &result.match[0], *last = &result.match[8];
    assert_true(last->done[TS_A][1].seconds > 1.5 * first->done[TS_A][0].seconds);
    near(result.ratio.mid, 1, 1e-3);
    w = (world){.slow = 0.01};
    assert_int_equal(compare(&w, 1, 0.98, 9, 0, NULL), 0);
    near(result.ratio.mid, 0.98, 1e-3);
    assert_int_equal(result.verdict, TS_SLOWER);
}

static int verdicts(int seeds, double a, double b, double noise, double threshold, int count[4])
{
    memset(count, 0, 4 * sizeof *count);
    for (int i = 0; i < seeds; i++) {
        world w = {.noise = noise};
        seed((uint64_t)i);
        if (compare(&w, a, b, 9, threshold, NULL)) return -1;
        count[result.verdict]++;
    }
    return 0;
}

static void equal_sides_do_not_differ(void **state)
{
    (void)state;
    int count[4];
    assert_int_equal(verdicts(500 / part, 1, 1, 0.01, 0, count), 0);
    print_message("equal, 1 %% noise, 9 rounds: %d of %d without a difference\n", count[0],
                  500 / part);
    assert_true(count[TS_NO_DIFFERENCE] * part >= 465);
    assert_in_range(count[TS_FASTER], 1, 30 / part); /* a test that cannot err proves nothing */
    assert_in_range(count[TS_SLOWER], 1, 30 / part);
    assert_int_equal(verdicts(100 / part, 1, 1, 0.01, 0.01, count), 0);
    assert_true(count[TS_NO_DIFFERENCE] * part >= 99);
}

static void small_differences_are_found(void **state)
{
    (void)state;
    int count[4];
    assert_int_equal(verdicts(200 / part, 1, 1.02, 0.01, 0, count), 0);
    print_message("2 %% faster, 1 %% noise, 9 rounds: found in %d of %d\n", count[TS_FASTER],
                  200 / part);
    assert_true(count[TS_FASTER] * part >= 190);
    assert_int_equal(count[TS_SLOWER], 0);
    assert_int_equal(verdicts(200 / part, 1.02, 1, 0.01, 0.01, count), 0);
    assert_true(count[TS_SLOWER] * part >= 180);
    assert_int_equal(count[TS_FASTER], 0);
}

/* How often the interval holds the true median; bench/stats.h says what was found with more trials. */
static void intervals_hold_the_median(void **state)
{
    (void)state;
    const int trials = 400 / part;
    static const int size[] = {9, 15, 30};
    for (int i = 0; i < 3; i++)
        for (int skewed = 0; skewed < 2; skewed++) {
            int in = 0;
            seed((uint64_t)(7 + i));
            for (int t = 0; t < trials; t++) {
                double x[30];
                for (int j = 0; j < size[i]; j++) x[j] = skewed ? -log(uniform()) : normal();
                ts_interval r = ts_median_interval(x, (size_t)size[i], 0.95, (uint64_t)t);
                double true_median = skewed ? log(2) : 0;
                in += r.lo <= true_median && true_median <= r.hi;
            }
            print_message("n = %d, %s: %.1f %%\n", size[i], skewed ? "skewed" : "normal",
                          100.0 * in / trials);
            assert_in_range(in, (trials * 93 + 99) / 100, trials * 99 / 100);
        }
}

/* ---- what does not count ---- */

static void disturbed_rounds_do_not_count(void **state)
{
    (void)state;
    world w = {.disturbed = 1 << 2 | 1 << 5};
    assert_int_equal(compare(&w, 1, 1.1, 9, 0.01, NULL), 0);
    assert_int_equal(result.rounds.n, 11);
    assert_int_equal(result.rounds.counted, 9);
    assert_int_equal(result.rounds.dropped, 2);
    assert_false(result.rounds.noisy);
    near(result.match[2].ratio, 1.1 * 3 / 7, 1e-12);
    assert_false(ts_rounds_kept(&result.rounds, 2));
    near(result.ratio.lo, 1.1, 1e-12);
    assert_int_equal(ts_compare_samples(&result, TS_A, sample), 22);
    for (int i = 0; i < 22; i++) assert_true(sample[i].kept == (i / 2 != 2 && i / 2 != 5));
    assert_int_equal(result.verdict, TS_FASTER);
    assert_true(ts_compare_confirmed(&result, TS_FASTER));
    assert_false(ts_compare_confirmed(&result, TS_SLOWER));
}

static void nothing_quiet_is_said(void **state)
{
    (void)state;
    world w = {.disturbed = -1};
    assert_int_equal(compare(&w, 1, 1.1, 6, 0.01, NULL), 0);
    assert_int_equal(result.rounds.n, 18);
    assert_true(result.rounds.noisy);
    assert_int_equal(result.rounds.counted, 18); /* all are used, and said to be noisy */
    assert_false(ts_compare_confirmed(&result, TS_FASTER));
    w = (world){.blind = true};
    assert_int_equal(compare(&w, 1, 1.1, 6, 0.01, NULL), 0);
    assert_true(result.rounds.noisy);
    assert_true(isnan(result.rounds.round[0].steal));
    assert_int_equal(result.verdict, TS_FASTER);
    assert_false(ts_compare_confirmed(&result, TS_FASTER));
}

static void failures_end_it(void **state)
{
    (void)state;
    ts_error err = {{0}};
    world w = {.fail_at = 5};
    assert_int_equal(compare(&w, 1, 1, 9, 0, &err), -1);
    assert_string_equal(err.text, "side B is gone");
    static const double bad[] = {0, -1, INFINITY, NAN};
    for (int i = 0; i < 4; i++) {
        w = (world){.clock = 0};
        err.text[0] = 0;
        assert_int_equal(compare(&w, bad[i], 1, 9, 0, &err), -1);
        assert_non_null(strstr(err.text, "nothing was measured"));
    }
    err.text[0] = 0;
    assert_int_equal(compare(&w, 1, 1, TS_MAX_ROUNDS, 0, &err), -1);
}

static int slow_play(void *arg, ts_done *done, ts_error *err)
{
    (void)arg, (void)err;
    usleep(20000);
    *done = (ts_done){.seconds = 0.02, .units = 1};
    return 0;
}

static void time_ends_it(void **state)
{
    (void)state;
    result = (ts_comparison){.contender = {{slow_play, NULL}, {slow_play, NULL}}};
    ts_effort effort = {.least = 60, .seconds = 0.2};
    assert_int_equal(ts_compare_run(&result, &effort, 0, NULL), 0);
    assert_in_range(result.rounds.n, 1, 4);
}

/* ---- with marks of /proc/stat, here a file of our own ---- */

static struct {
    char file[64];
    double stolen; /* seconds so far */
    int samples;
} machine;

static void write_stat(void)
{
    double tick = (double)sysconf(_SC_CLK_TCK);
    FILE *f = fopen(machine.file, "w");
    assert_non_null(f);
    fprintf(f, "cpu  1000 0 1000 %.0f 0 0 0 %.0f 0 0\n", 1e5 + ts_seconds() * tick,
            machine.stolen * tick);
    fclose(f);
}

/* All of the second round's time is stolen. */
static int robbed(void *arg, ts_done *done, ts_error *err)
{
    (void)arg, (void)err;
    int round = (machine.samples++ - 2) / 4;
    usleep(20000);
    if (round == 1) machine.stolen += 1000; /* more than the round takes on any machine */
    *done = (ts_done){.seconds = round == 1 ? 9 : 1, .units = 1};
    write_stat();
    return 0;
}

static void marks_are_taken_around_rounds(void **state)
{
    (void)state;
    const char *real = ts_noise_stat;
    result = (ts_comparison){.contender = {{robbed, NULL}, {robbed, NULL}}};
    ts_effort effort = {.least = 6};
    strcpy(machine.file, "/tmp/tessera-stat-XXXXXX");
    int fd = mkstemp(machine.file);
    assert_true(fd >= 0);
    close(fd);
    write_stat();
    ts_noise_stat = machine.file;
    int rc = ts_compare_run(&result, &effort, 0, NULL);
    ts_noise_stat = real;
    unlink(machine.file);
    assert_int_equal(rc, 0);
    assert_int_equal(result.rounds.n, 7);
    assert_int_equal(result.rounds.dropped, 1);
    assert_true(result.rounds.round[1].steal > 0.02 && !result.rounds.round[1].quiet);
    near(result.rounds.round[0].steal, 0, 1e-9);
    assert_int_equal(ts_compare_samples(&result, TS_B, sample), 14);
    for (int i = 0; i < 14; i++) {
        assert_true(sample[i].kept == (i / 2 != 1));
        near(sample[i].value, i / 2 == 1 ? 1.0 / 9 : 1, 1e-12);
    }
    assert_int_equal(result.verdict, TS_NO_DIFFERENCE);
}

/* ---- verdicts ---- */

static void verdicts_of_intervals(void **state)
{
    (void)state;
    assert_int_equal(ts_compare_verdict((ts_interval){1.01, 1.02, 1.03}, 0.01), TS_FASTER);
    assert_int_equal(ts_compare_verdict((ts_interval){0.97, 0.98, 0.99}, 0.01), TS_SLOWER);
    assert_int_equal(ts_compare_verdict((ts_interval){0.99, 1.02, 1.03}, 0.01), TS_NO_DIFFERENCE);
    assert_int_equal(ts_compare_verdict((ts_interval){1.001, 1.009, 1.02}, 0.01), TS_NO_DIFFERENCE);
    assert_int_equal(ts_compare_verdict((ts_interval){1.001, 1.009, 1.02}, 0), TS_FASTER);
    assert_int_equal(ts_compare_verdict((ts_interval){1, 1.05, 1.1}, 0), TS_NO_DIFFERENCE);
    assert_int_equal(ts_compare_verdict((ts_interval){NAN, NAN, NAN}, 0), TS_NO_DIFFERENCE);
}

/* What is printed of a ratio that was found such, of n rounds. */
static void says(ts_interval ratio, double n, bool noisy, const char *why, const char *want)
{
    ts_error err = {0};
    ts_selection r = {0};
    ts_result line = ts_result_blank();
    line.bench = "compare";
    line.value = ratio.mid, line.lo = ratio.lo, line.hi = ratio.hi;
    line.n = n, line.dropped = 0, line.noisy = noisy;
    line.why = why;
    if (ts_session_add(session, &line, NULL, 0, &err) ||
        ts_session_select(session, ts_sql_named(ts_tool_sheets, "verdict"), 0.01, &r, &err))
        fail_msg("%s", err.text);
    if (!strstr(r.row[0][0].text, want)) fail_msg("%s", r.row[0][0].text);
    assert_non_null(strstr(r.row[0][1].text, why));
    ts_selection_free(&r);
}

static void words_of_verdicts(void **state)
{
    (void)state;
    static const char none[] = "no difference";
    says((ts_interval){0.96, 1.01, 1.02}, 9, false, none, "one of less than 4.0 % would not");
    says((ts_interval){0.96, 1.01, 2.84}, 9, false, none, "one of less than 184 % would not");
    says((ts_interval){1.001, 1.004, 1.006}, 9, false, none,
         "0.40 % is below the threshold of 1 %");
    says((ts_interval){0.9, 0.95, 0.97}, 9, false, "slower",
         "A is slower than B: 0.95 times its speed");
    says((ts_interval){1.08, 1.1, 1.12}, 18, true, "faster",
         "A looks faster than B, 1.1 times its speed, but is not confirmed\nnoisy: ");
    says((ts_interval){1, 1.1, 1.2}, 1, false, "too few rounds",
         "median of 1 round and what they span\n1 round is too few to tell A from B");
}

/* ---- texts of sides ---- */

static void rejects(const char *text, const char *why)
{
    ts_error err = {{0}};
    ts_side_spec s;
    if (!ts_side_parse(text, &(ts_side_spec){.threads = 0}, &s, &err))
        fail_msg("took \"%s\"", text);
    if (!strstr(err.text, why)) fail_msg("\"%s\": says \"%s\", not \"%s\"", text, err.text, why);
}

static void texts_of_sides(void **state)
{
    (void)state;
    ts_side_spec s, common = {.model = "m", .device = "cpu", .threads = 0, .context = 16};
    assert_int_equal(ts_side_parse("device=cpu:avx2,threads=3,dtype=f16,kv=f32,context=0,"
                                   "build=/a=b,without=x+y,kernel=k",
                                   &common, &s, NULL),
                     0);
    assert_string_equal(s.device, "cpu:avx2");
    assert_string_equal(s.build, "/a=b");
    assert_string_equal(s.without, "x+y");
    assert_int_equal(s.threads, 3);
    assert_string_equal(s.model, "m");
    assert_int_equal(s.context, 0); /* said, though it is 0 */
    assert_int_equal(ts_side_parse("", &common, &s, NULL), 0);
    assert_string_equal(s.device, "cpu");
    assert_int_equal(s.context, 16);
    rejects("devise=cpu", "no key \"devise\"; it takes device, dtype");
    rejects("device=cpu,kv=f16,device=cpu", "device= stands twice");
    rejects("threads=1,threads=1", "threads= stands twice");
    rejects("threads=two", "from 0 to 1024, not \"two\"");
    rejects("threads=-1", "from 0 to 1024");
    rejects("threads=4 ", "from 0 to 1024");
    rejects("context=99999999999999999999", "from 0 to 1048576");
    rejects("device=", "device= has no value");
    rejects("cpu", "\"cpu\" is not key=value");
    rejects(",device=cpu", "is not key=value");
    rejects("dtype=f64", "one of f32, f16, bf16");
    rejects("kv=int8", "kv= takes one of");
    char *long_text = malloc(4000);
    memset(long_text, 'x', 3999);
    long_text[3999] = 0;
    rejects(long_text, "more than");
    free(long_text);
}

/* ---- processes ---- */

static int run(const char *command, double limit, ts_process *p, ts_error *err)
{
    char shell[] = "/bin/sh", option[] = "-c";
    char *argv[] = {shell, option, (char *)command, NULL};
    return ts_process_run(argv, "it", limit, p, err);
}

static void processes_end_and_are_read(void **state)
{
    (void)state;
    ts_process p;
    ts_error err = {{0}};
    assert_int_equal(run("echo out; echo bad >&2; cat; exit 3", 600, &p, &err), 0);
    assert_string_equal(p.out.text, "out\n");
    assert_string_equal(p.err.text, "bad\n");
    assert_int_equal(p.status, 3);
    assert_int_equal(ts_process_succeeded(&p, "it", &err), -1);
    assert_string_equal(err.text, "it failed with status 3: bad");
    ts_process_free(&p);
    assert_int_equal(run("kill -9 $$", 600, &p, NULL), 0);
    assert_int_equal(p.status, 137);
    assert_string_equal(p.out.text, "");
    ts_process_free(&p);
    char none[] = "/no/such/program";
    char *argv[] = {none, NULL};
    err.text[0] = 0;
    assert_int_equal(ts_process_run(argv, "it", 1, &p, &err), -1);
    assert_string_equal(err.text, "cannot start it: No such file or directory");
}

/* More than is kept: the end of it is. A closed stream does not end the wait. */
static void floods_are_cut(void **state)
{
    (void)state;
    ts_process p;
    assert_int_equal(run("head -c 5000000 /dev/zero | tr '\\0' x; echo; echo end", 600, &p, NULL),
                     0);
    assert_int_equal(p.out.n, TS_PRINTED_MOST);
    assert_string_equal(p.out.text + p.out.n - 6, "x\nend\n");
    ts_process_free(&p);
    assert_int_equal(run("exec >&- 2>&-; sleep 0.3; exit 5", 600, &p, NULL), 0);
    assert_int_equal(p.status, 5);
    assert_true(p.seconds >= 0.3);
    ts_process_free(&p);
    assert_int_equal(run("printf 'a\\0b'", 600, &p, NULL), 0);
    assert_string_equal(p.out.text, "a b");
    ts_process_free(&p);
}

static bool alive(pid_t pid)
{
    char path[64], line[512] = "";
    snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
    FILE *f = fopen(path, "r");
    if (!f) return false;
    bool got = fgets(line, sizeof line, f) != NULL;
    fclose(f);
    const char *name_end = strrchr(line, ')');
    return got && name_end && name_end[1] && name_end[2] != 'Z';
}

/* It would be there for another 3000 s. */
static void gone(pid_t pid)
{
    double end = ts_seconds() + 300;
    while (alive(pid) && ts_seconds() < end) usleep(10000);
    assert_false(alive(pid));
}

static void hangs_are_stopped_with_all_they_started(void **state)
{
    (void)state;
    ts_process p;
    ts_error err = {{0}};
    char command[256], file[] = "/tmp/tessera-compare-XXXXXX";
    int fd = mkstemp(file);
    assert_true(fd >= 0);
    snprintf(command, sizeof command, "trap '' TERM; sleep 3000 & echo $! >%s; wait; sleep 3000",
             file);
    double start = ts_seconds();
    assert_int_equal(run(command, 2, &p, &err), -1);
    assert_non_null(strstr(err.text, "did not end within 2 s"));
    assert_true(ts_seconds() - start < 300);
    char text[32] = "";
    assert_true(read(fd, text, sizeof text - 1) > 0);
    assert_true(atoi(text) > 1);
    gone(atoi(text));
    start = ts_seconds();
    assert_int_equal(run("yes", 0.3, &p, NULL), -1); /* prints faster than it is read */
    assert_true(ts_seconds() - start < 300);
    /* it ends, but leaves one behind that holds its output */
    start = ts_seconds();
    assert_int_equal(run("sleep 3000 & echo $!", 600, &p, NULL), 0);
    assert_true(ts_seconds() - start < 300);
    gone(atoi(p.out.text));
    ts_process_free(&p);
    close(fd);
    unlink(file);
}

/* Who interrupts this program means its peers, too. */
static void an_interrupt_ends_the_group(void **state)
{
    (void)state;
    char text[32] = "";
    int pipes[2];
    assert_int_equal(pipe(pipes), 0);
    pid_t child = fork();
    if (!child) {
        ts_process p;
        char command[128];
        ts_interrupt_begin();
        snprintf(command, sizeof command,
                 "trap '' TERM; sleep 3000 & echo $! >/proc/%d/fd/%d; wait", getpid(), pipes[1]);
        run(command, 0, &p, NULL);
        _exit(0);
    }
    assert_true(read(pipes[0], text, sizeof text - 1) > 0);
    assert_true(alive(atoi(text)));
    kill(child, SIGTERM);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
    gone(atoi(text));
    close(pipes[0]);
    close(pipes[1]);
}

/* A child that worked half a second is not foreign. */
static void work_of_children_is_own(void **state)
{
    (void)state;
    ts_noise_mark before, after;
    ts_process p;
    ts_noise_begin(&before);
    if (!before.cpus) {
        print_message("skipped: no /proc/stat here\n");
        skip();
    }
    assert_int_equal(
        run("i=0; while [ $i -lt 150000 ]; do i=$((i + 1)); done; times", 600, &p, NULL), 0);
    ts_noise_begin(&after);
    double minutes, seconds; /* "0m0.250s 0m0.000s": what the shell itself worked */
    assert_int_equal(sscanf(p.out.text, "%lfm%lfs", &minutes, &seconds), 2);
    assert_true(seconds > 0.02);
    assert_true(after.own - before.own >= 60 * minutes + seconds - 0.02);
    ts_process_free(&p);
}

/* ---- engines ---- */

static double own_work(void)
{
    struct rusage use;
    getrusage(RUSAGE_SELF, &use);
    return (double)(use.ru_utime.tv_sec + use.ru_stime.tv_sec) +
           1e-6 * (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec);
}

/* While one side works, the other must not: its threads sleep when it has settled. */
static void an_idle_side_sleeps(void **state)
{
    (void)state;
    ts_error err = {{0}};
    ts_side_work work = {.tokens = 4};
    ts_side_spec spec[2];
    ts_side *side[2];
    ts_done done = {0};
    for (int i = 0; i < 2; i++) {
        static const ts_side_spec common = {
            .model = "synthetic:mini", .device = "cpu", .threads = 2, .context = 3};
        const char *text = i ? "without=spin+overlap,dtype=f16" : "";
        assert_int_equal(ts_side_parse(text, &common, &spec[i], &err), 0);
        side[i] = ts_side_open(&spec[i], false, &work, &err);
        if (!side[i]) fail_msg("%s", err.text);
        assert_int_equal(ts_side_sample(side[i], &done, &err), 0);
        assert_true(done.seconds > 0 && done.units > 0);
        assert_non_null(side[i]->device);
        assert_string_equal(side[i]->unit, "tok/s");
    }
    double used = 1;
    for (int tries = 0; tries < 20 && used >= 0.02;
         tries++) { /* they may have to get there first */
        usleep(20000);
        used = own_work();
        usleep(400000);
        used = own_work() - used;
    }
    assert_true(used < 0.02);
    ts_side_close(side[0]);
    ts_side_close(side[1]);
}

static void sides_that_cannot_be(void **state)
{
    (void)state;
    static const char *const bad[][2] = {
        {"model=synthetic:mini,without=no-such", "no optimisation is called"},
        {"model=synthetic:mini,dtype=f16,device=quantum", "quantum"},
        {"model=synthetic:mini:f16,dtype=bf16", "names a dtype already"},
        {"model=/no-such-folder", "no-such-folder"},
        {"model=/no-such-folder,dtype=f16", "keeps the dtype of its files"},
        {"model=synthetic:mini,kernel=no_such", "no kernel is called"},
        {"model=/no-such-folder,kernel=rms_norm_1536", "takes its shape from model=synthetic"},
        {"model=synthetic:no-such,kernel=rms_norm_1536", "no shape is called"},
        {"model=synthetic:mini,kernel=rms_norm_1536,without=spin", "leave out kernel="},
    };
    static const ts_side_spec common = {.threads = 1, .context = 3};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ts_error err = {{0}};
        ts_side_work work = {.tokens = 4};
        ts_side_spec spec;
        assert_int_equal(ts_side_parse(bad[i][0], &common, &spec, &err), 0);
        assert_null(ts_side_open(&spec, false, &work, &err));
        if (!strstr(err.text, bad[i][1])) fail_msg("%s: says \"%s\"", bad[i][0], err.text);
    }
}

/* ---- peers ---- */

static void peers_are_asked_anew(void **state)
{
    (void)state;
    ts_error err = {{0}};
    ts_side_work work = {.limit = 10};
    ts_done done = {0};
    ts_side_spec spec = {.peer = "echo 'eval rate: 40 tokens/s' >&2; echo text"};
    ts_side *s = ts_side_open(&spec, false, &work, &err);
    assert_non_null(s);
    assert_int_equal(ts_side_sample(s, &done, &err), 0);
    near(done.seconds / done.units, 0.025, 1e-15);
    assert_non_null(strstr(s->what, "ollama"));
    assert_null(s->device);
    ts_side_close(s);
    spec = (ts_side_spec){.peer = "echo it makes 8 a second", .pattern = "makes ([0-9]+)"};
    s = ts_side_open(&spec, false, &work, &err);
    assert_int_equal(ts_side_sample(s, &done, &err), 0);
    near(done.seconds / done.units, 0.125, 0);
    ts_side_close(s);
    spec = (ts_side_spec){.peer = "echo 'eval rate: 40 tokens/s'; echo no model >&2; exit 1"};
    s = ts_side_open(&spec, false, &work, &err);
    assert_int_equal(ts_side_sample(s, &done, &err), -1);
    assert_string_equal(err.text, "the peer failed with status 1: no model");
    ts_side_close(s);
    err.text[0] = 0;
    spec = (ts_side_spec){.peer = "true", .pattern = "("};
    assert_null(ts_side_open(&spec, false, &work, &err));
    assert_true(ts_failed(&err));
}

/* --long: the distributions in full */
int main(int argc, char **argv)
{
    ts_sample_least = 0.01; /* times are not judged */
    quick_cc(1);
    if (argc > 1 && !strcmp(argv[1], "--long")) part = 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rounds_are_a_b_b_a),
        cmocka_unit_test(a_linear_drift_cancels_exactly),
        cmocka_unit_test(a_slowing_machine_slows_both),
        cmocka_unit_test(equal_sides_do_not_differ),
        cmocka_unit_test(small_differences_are_found),
        cmocka_unit_test(intervals_hold_the_median),
        cmocka_unit_test(disturbed_rounds_do_not_count),
        cmocka_unit_test(nothing_quiet_is_said),
        cmocka_unit_test(failures_end_it),
        cmocka_unit_test(time_ends_it),
        cmocka_unit_test(marks_are_taken_around_rounds),
        cmocka_unit_test(verdicts_of_intervals),
        cmocka_unit_test(words_of_verdicts),
        cmocka_unit_test(texts_of_sides),
        cmocka_unit_test(processes_end_and_are_read),
        cmocka_unit_test(floods_are_cut),
        cmocka_unit_test(hangs_are_stopped_with_all_they_started),
        cmocka_unit_test(an_interrupt_ends_the_group),
        cmocka_unit_test(work_of_children_is_own),
        cmocka_unit_test(an_idle_side_sleeps),
        cmocka_unit_test(sides_that_cannot_be),
        cmocka_unit_test(peers_are_asked_anew),
    };
    return cmocka_run_group_tests(tests, begin_session, end_session);
}

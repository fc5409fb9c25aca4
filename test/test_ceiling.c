/* test_ceiling.c - ceilings: what is measured is verified, and a wrong kernel is found. No rate is
 * demanded of the machine; ratios are printed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/ceiling.h"
#include "bench/peak.h"
#include "bench/peak_way.h"

static ts_device *open_device(const char *name, int threads)
{
    ts_error err = {{0}};
    ts_device *dev = ts_device_open(name, threads, &err);
    if (!dev) print_message("skipped: %s\n", err.text);
    return dev;
}

/* ---- reading ---- */

static void ceilings(void **state)
{
    (void)state;
    ts_error err = {{0}};
    ts_device *dev = open_device("cpu", 2);
    assert_non_null(dev);
    ts_reader *r = ts_reader_new(dev, NULL, 64 << 20, &err);
    if (!r) fail_msg("%s", err.text);
    ts_ceiling c;
    if (ts_reader_tune(r, 3, &c, &err)) fail_msg("%s", err.text);
    assert_true(c.gbps > 0.01 && c.gbps <= c.best && c.best < 1e5);
    assert_int_equal(c.bytes, 64 << 20);
    int found = 0;
    for (int i = 0; i < TS_CEILING_STRATEGIES; i++) {
        assert_true(c.each[i].median <= c.gbps);
        found += c.each[i].streams == c.streams && c.each[i].prefetch == c.prefetch;
    }
    assert_int_equal(found, 1);
    assert_true(ts_reader_sample(r, &err) > 0);
    ts_reader_free(r);
    ts_device_close(dev);
}

/* A reader over the caller's memory notices that it changed, so a wrong read would be noticed too. */
static void readers_check_what_they_read(void **state)
{
    (void)state;
    enum { BYTES = (8 << 20) + 5000 };
    ts_error err = {{0}};
    unsigned char *data = malloc(BYTES);
    for (size_t i = 0; i < BYTES; i++) data[i] = (unsigned char)(i * 2654435761u >> 13);
    ts_device *dev = ts_device_open("cpu:generic", 1, &err);
    ts_reader *r = ts_reader_new(dev, data + 1, BYTES - 1, &err);
    if (!r) fail_msg("%s", err.text);
    assert_true(ts_reader_sample(r, &err) > 0);
    data[5 << 20] ^= 4;
    assert_true(ts_reader_sample(r, &err) < 0);
    assert_non_null(strstr(err.text, "checksum"));
    ts_reader_free(r);
    err.text[0] = 0;
    assert_null(ts_reader_new(dev, data, 1000, &err));
    assert_true(ts_failed(&err));
    ts_device_close(dev);
    free(data);
}

/* ---- peaks ---- */

typedef int ts_peak_fn(ts_device *dev, ts_peak *out, ts_error *err);

static double peak(ts_device *dev, ts_peak_fn *measure, const char *what)
{
    ts_error err = {{0}};
    ts_peak p;
    if (measure(dev, &p, &err)) fail_msg("%s on %s: %s", what, ts_device_target(dev), err.text);
    print_message("%-12s %-6s %10.4g %-5s n %d  %s\n", ts_device_target(dev), what, p.median,
                  p.unit, p.n, p.how);
    assert_true(p.how[0] && strlen(p.unit) > 0);
    assert_true(p.n >= 0 && p.n <= TS_PEAK_SAMPLES);
    if (p.n == 0) assert_true(p.median == 0 && p.best == 0);
    for (int i = 0; i < p.n; i++) assert_true(p.sample[i] > 0);
    if (p.n) assert_true(strcmp(p.unit, "s") ? p.best >= p.median : p.best <= p.median);
    return p.median;
}

static void peaks_of_cpus(void **state)
{
    (void)state;
    static const char *const names[] = {"cpu:generic", "cpu:avx2", "cpu:avx512"};
    double first[2] = {0};
    for (int i = 0; i < 3; i++) {
        ts_device *dev = open_device(names[i], 0);
        if (!dev) continue;
        double fma = peak(dev, ts_peak_fma, "fma"), int8 = peak(dev, ts_peak_int8, "int8");
        assert_true(fma > 0);
        assert_true(peak(dev, ts_peak_floor, "floor") > 0);
        assert_true(peak(dev, ts_peak_start, "start") > 0);
        if (i == 0) first[0] = fma, first[1] = int8;
        print_message("%-12s %.2f times the generic floats, %.2f times its bytes\n", names[i],
                      fma / first[0], first[1] > 0 ? int8 / first[1] : 0);
        ts_device_close(dev);
    }
}

/* What stands in for hardware gets no figure, and says why. */
static void stand_ins_have_none(void **state)
{
    (void)state;
    ts_device *dev = open_device("shim:cuda", 0);
    if (!dev) skip();
    ts_peak_fn *const all[] = {ts_peak_fma, ts_peak_int8, ts_peak_floor, ts_peak_start};
    for (int i = 0; i < 4; i++) assert_true(peak(dev, all[i], "none") == 0);
    ts_device_close(dev);
}

/* ---- verification ---- */

/* By hand: fma with m = 0.999, x = 0.8125 from 1.5 and 2.5; bytes 2 * 3 + 5 * -7 in one lane. */
static void known_answers(void **state)
{
    (void)state;
    ts_way w = *ts_way_fma(0);
    unsigned char in[TS_WAY_IN] = {0}, out[TS_WAY_OUT];
    float got, m = 0.5f, x = 2, start = 8;
    for (int i = 0; i < TS_WAY_VECTOR; i += 4)
        memcpy(in + i, &m, 4), memcpy(in + 64 + i, &x, 4), memcpy(in + 128 + i, &start, 4);
    w.chains = 2;
    w.expect(&w, in, 2, out); /* 8 -> 6 -> 5; 9 -> 6.5 -> 5.25 */
    memcpy(&got, out + w.bytes - 4, 4);
    assert_true(got == 10.25f);
    const ts_way *bytes = NULL;
    for (size_t i = 0; (bytes = ts_way_int8(i)) && (bytes->body || bytes->adds != bytes->bytes);)
        i++;
    if (!bytes) skip();
    w = *bytes;
    memset(in, 0, sizeof in);
    in[0] = 2, in[64] = 3, in[1] = 5, in[65] = (unsigned char)-7, in[128] = 100;
    w.chains = 3;
    w.expect(&w, in, 10, out); /* three times 100 + 10 * -29, and 0 + 1 + 2 */
    int32_t sum;
    memcpy(&sum, out, 4);
    assert_int_equal(sum, 3 * (100 - 290) + 3);
    memcpy(&sum, out + 4, 4);
    assert_int_equal(sum, 3);
}

static bool usable(const ts_way *w)
{
    ts_device *dev = open_device(w->isa, 1);
    ts_device_close(dev);
    return dev && (!w->has || w->has());
}

/* Every way that this machine has gives what plain C gives; with one bit of its text changed it is
 * found out. */
static void each_way(const ts_way *w)
{
    ts_error err = {{0}};
    ts_peak p;
    if (!usable(w)) return;
    ts_device *dev = open_device(w->isa, 2);
    if (ts_way_measure(w, dev, &p, &err)) fail_msg("%s: %s", w->what, err.text);
    assert_true(p.median > 0);
    ts_way wrong = *w;
    char step[400];
    if (w->step) {
        snprintf(step, sizeof step, "%s; if (k == 77) a = (__typeof__(a))((lane)a + 3)", w->step);
        wrong.step = step;
        assert_int_equal(ts_way_measure(&wrong, dev, &p, &err), -1);
        assert_non_null(strstr(err.text, "plain C"));
    }
    ts_device_close(dev);
}

static void ways_are_verified(void **state)
{
    (void)state;
    const ts_way *w;
    for (size_t i = 0; (w = ts_way_fma(i)); i++) each_way(w);
    for (size_t i = 0; (w = ts_way_int8(i)); i++) each_way(w);
}

/* One wrong byte of one program. */
static void checks_see_every_byte(void **state)
{
    (void)state;
    const ts_way *w = ts_way_fma(0);
    unsigned char want[TS_WAY_OUT], got[3 * TS_WAY_OUT];
    memset(want, 7, sizeof want);
    memset(got, 7, sizeof got);
    ts_error err = {{0}};
    assert_int_equal(ts_way_check(w, got, 3, want, &err), 0);
    for (int at = 0; at < 3 * w->bytes; at++) {
        err.text[0] = 0;
        got[at] ^= 1;
        assert_int_equal(ts_way_check(w, got, 3, want, &err), -1);
        got[at] ^= 1;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ceilings),
        cmocka_unit_test(readers_check_what_they_read),
        cmocka_unit_test(peaks_of_cpus),
        cmocka_unit_test(stand_ins_have_none),
        cmocka_unit_test(known_answers),
        cmocka_unit_test(ways_are_verified),
        cmocka_unit_test(checks_see_every_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

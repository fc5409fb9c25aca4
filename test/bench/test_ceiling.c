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
#include <sys/stat.h>
#include <unistd.h>

#include "bench/ceiling.h"
#include "bench/peak.h"
#include "bench/peak_way.h"
#include "bench/reader.h"
#include "bench/rounds.h"
#include "tessera/compile.h"
#include "test/rt/quick_cc.h"

static bool whole; /* --long */

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
    int found = 0, tries[4] = {0};
    for (int i = 0; i < TS_CEILING_STRATEGIES; i++) {
        int n = c.race.n[i];
        assert_true(n >= 1 && n <= 3);
        tries[n]++;
        if (n == 3) assert_true(ts_race_rate(&c.race, i, 0.5) <= c.gbps);
        found += i == c.race.in[0] && n == 3 && ts_race_rate(&c.race, i, 0.5) == c.gbps;
    }
    assert_int_equal(found, 1);
    assert_true(tries[1] == 10 && tries[2] == 5 && tries[3] == 5);
    assert_true(r->chosen != r->next);
    assert_int_equal(ts_reader_refresh(r, &err), 0);
    assert_true(ts_reader_sample(r, 0, &err) > 0);
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
    assert_int_equal(ts_reader_refresh(r, &err), 0); /* nothing to choose from yet */
    assert_true(ts_reader_sample(r, 0, &err) > 0);
    data[5 << 20] ^= 4;
    assert_true(ts_reader_sample(r, 0, &err) < 0);
    assert_non_null(strstr(err.text, "checksum"));
    ts_reader_free(r);
    err.text[0] = 0;
    assert_null(ts_reader_new(dev, data, 1000, &err));
    assert_true(ts_failed(&err));
    ts_device_close(dev);
    free(data);
}

/* Every way reads all of what it says and nothing beyond, also where that is no multiple of its streams. */
static void ways_read_all(void **state)
{
    (void)state;
    enum { ALL = (9 << 20) - (64 << 10), TRY = 5 << 20, HALF = 4 << 20 };
    ts_error err = {{0}};
    unsigned char *data = malloc(ALL);
    for (size_t i = 0; i < ALL; i++) data[i] = (unsigned char)(i * 2654435761u >> 13);
    ts_device *dev = ts_device_open("cpu", 2, &err);
    ts_reader *r = ts_reader_trying(dev, data, ALL, TRY + 4096, &err);
    if (!r) fail_msg("%s", err.text);
    assert_int_equal(r->ways, TS_CEILING_STRATEGIES);
    for (int way = 0; way < r->ways; way++) {
        static const size_t at[] = {0, HALF - 1, HALF, TRY - 1, TRY, ALL - 1};
        assert_true(ts_reader_pass(r, way, TS_READ_ALL, &err) > 0);
        for (int i = 0; i < 6; i++) {
            data[at[i]] ^= 16;
            assert_true(ts_reader_pass(r, way, TS_READ_ALL, &err) < 0);
            assert_int_equal(ts_reader_pass(r, way, TS_READ_TRY, &err) < 0, i < 4);
            assert_int_equal(ts_reader_pass(r, way, TS_READ_FRONT, &err) < 0, i < 2);
            assert_int_equal(ts_reader_pass(r, way, TS_READ_BACK, &err) < 0, i >= 2);
            assert_true(ts_reader_sample(r, 0, &err) < 0);
            data[at[i]] ^= 16;
        }
    }
    ts_reader_free(r);
    ts_device_close(dev);
    free(data);
}

/* ---- how much to read ---- */

static void sizes_of_caches(void **state)
{
    (void)state;
    assert_int_equal(ts_cache_parse("32768K\n"), 32 << 20);
    assert_int_equal(ts_cache_parse("96M"), 96 << 20);
    assert_int_equal(ts_cache_parse("1G\n"), 1 << 30);
    assert_int_equal(ts_cache_parse("512"), 512);
    assert_int_equal(ts_cache_parse("0K"), 0);
    static const char *const wrong[] = {"",
                                        "\n",
                                        "K",
                                        "-1K",
                                        "+1K",
                                        " 1K",
                                        "1T",
                                        "1KB",
                                        "1 K",
                                        "1.5M",
                                        "0x10",
                                        "18446744073709551616",
                                        "18446744073709551615",
                                        "18014398509481984K",
                                        "99999999999999999999999999K"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (ts_cache_parse(wrong[i])) fail_msg("\"%s\" is no size", wrong[i]);
}

static void write_cache(const char *root, int cpu, int index, const char *const text[4])
{
    static const char *const file[] = {"level", "size", "type", "shared_cpu_list"};
    char path[256];
    for (int depth = 0; depth < 4; depth++) {
        snprintf(path, sizeof path, "%s/cpu%d", root, cpu);
        if (depth > 0) strcat(path, "/cache");
        if (depth > 1) snprintf(path, sizeof path, "%s/cpu%d/cache/index%d", root, cpu, index);
        mkdir(path, 0700);
    }
    for (int i = 0; i < 4; i++) {
        snprintf(path, sizeof path, "%s/cpu%d/cache/index%d/%s", root, cpu, index, file[i]);
        FILE *f = text[i] ? fopen(path, "w") : NULL;
        if (f) fprintf(f, "%s\n", text[i]), fclose(f);
    }
}

/* Two sockets' worth of last-level caches, seen by four CPUs of which one number is missing. */
static void caches_of_sysfs(void **state)
{
    (void)state;
    char root[] = "/tmp/tessera-cache-XXXXXX", command[64];
    assert_non_null(mkdtemp(root));
    static const int cpus[] = {0, 1, 3, 4};
    static const char *const shared[] = {"0-1", "0-1", "3-4", "3-4"};
    for (int i = 0; i < 4; i++) {
        char own[4];
        snprintf(own, sizeof own, "%d", cpus[i]);
        write_cache(root, cpus[i], 0, (const char *const[]){"1", "32K", "Data", own});
        write_cache(root, cpus[i], 1, (const char *const[]){"4", "999M", "Instruction", own});
        write_cache(root, cpus[i], 2, (const char *const[]){"3", "96M", "Unified", shared[i]});
    }
    assert_int_equal(ts_cache_sysfs(root), 192 << 20);
    write_cache(root, 4, 3, (const char *const[]){"9", "1G", "Unified", "4"}); /* no such level */
    write_cache(root, 1, 3, (const char *const[]){"4", "1G", "Unified", NULL});
    write_cache(root, 3, 3, (const char *const[]){"4", "many", "Unified", "3"});
    assert_int_equal(ts_cache_sysfs(root), 192 << 20);
    write_cache(root, 0, 3, (const char *const[]){"4", "1G", "Unified", "0-4"});
    assert_int_equal(ts_cache_sysfs(root), 1 << 30);
    assert_int_equal(ts_cache_sysfs("/nowhere"), 0);
    snprintf(command, sizeof command, "rm -r %s", root);
    assert_int_equal(system(command), 0); /* NOLINT: a folder of this test's own */
    print_message("caches of this machine: %zu MB by sysfs, %zu MB in all\n",
                  ts_cache_sysfs("/sys/devices/system/cpu") >> 20, ts_cache_bytes() >> 20);
    assert_true(ts_cache_bytes() >= ts_cache_sysfs("/sys/devices/system/cpu"));
}

static void working_sets(void **state)
{
    (void)state;
    const size_t m = 1 << 20;
    const uint64_t much = UINT64_C(1) << 40;
    assert_int_equal(ts_reader_bytes(0, much), 1024 * m);
    assert_int_equal(ts_reader_bytes(32 * m, much), 1024 * m);
    assert_int_equal(ts_reader_bytes(400 * m, much), 1200 * m);
    assert_int_equal(ts_reader_bytes(2000 * m, much), 4096 * m);
    assert_int_equal(ts_reader_bytes(SIZE_MAX, UINT64_MAX), 4096 * m);
    assert_int_equal(ts_reader_bytes(400 * m, 4000 * m), 1000 * m);
    assert_int_equal(ts_reader_bytes(0, 40 * m), 10 * m);
}

/* ---- peaks ---- */

static double peak(ts_device *dev, int kind)
{
    ts_error err = {{0}};
    ts_peak p;
    const char *what = ts_peak_kinds[kind].name;
    bool time = kind >= TS_PEAK_LAUNCH;
    if (ts_peak_measure(kind, dev, &p, &err))
        fail_msg("%s on %s: %s", what, ts_device_target(dev), err.text);
    print_message("%-12s %-6s %10.4g %-5s n %d  %s\n", ts_device_target(dev), what, p.median,
                  time ? "s" : "op/s", p.n, p.how);
    assert_true(p.how[0]);
    assert_true(p.n >= 0 && p.n <= TS_PEAK_SAMPLES);
    if (p.n == 0) assert_true(p.median == 0 && p.best == 0);
    for (int i = 0; i < p.n; i++) assert_true(p.sample[i] > 0);
    if (p.n) assert_true(time ? p.best <= p.median : p.best >= p.median);
    return p.median;
}

struct script {
    int taken, quiet_from, fails_at;
    int unknown; /* so many first samples whose share the clock does not tell */
};

static double scripted(void *arg, double *share, ts_error *err)
{
    struct script *s = arg;
    int i = s->taken++;
    *share = i < s->unknown ? 0 : i >= s->quiet_from ? 0.96 : 0.5;
    return i == s->fails_at ? ts_fail(err, "as the script says") : 100 + i;
}

/* Disturbed samples do not count; without others they are scaled. */
static void disturbed_samples(void **state)
{
    (void)state;
    ts_error err = {{0}};
    ts_peak p = {0};
    struct script some = {.quiet_from = 2, .fails_at = -1};
    assert_int_equal(ts_peak_collect(&p, 4, false, scripted, &some, &err), 0);
    assert_true(p.n == 4 && p.dropped == 2 && !p.noisy && p.sample[0] == 102 && p.sample[3] == 105);
    assert_true(p.median == 103.5 && p.best == 105);
    struct script few = {.quiet_from = 11, .fails_at = -1};
    assert_int_equal(ts_peak_collect(&p, 4, true, scripted, &few, &err), 0);
    assert_true(few.taken == 12 && p.n == 1 && p.dropped == 11 && !p.noisy && p.best == 111);
    struct script none = {.quiet_from = 99, .fails_at = -1};
    assert_int_equal(ts_peak_collect(&p, 4, false, scripted, &none, &err), 0);
    assert_true(none.taken == 12 && p.n == 4 && p.dropped == 8 && p.noisy && p.sample[0] == 216);
    assert_true(p.median == 219 && p.best == 219);
    none.taken = 0;
    assert_int_equal(ts_peak_collect(&p, 4, true, scripted, &none, &err), 0);
    assert_true(p.noisy && p.sample[0] == 54 && p.best == 54.75 && p.median == 54.75);
    struct script blind = {.quiet_from = 99, .fails_at = -1, .unknown = 10};
    assert_int_equal(ts_peak_collect(&p, 4, true, scripted, &blind, &err), 0);
    assert_true(p.noisy && p.n == 2 && p.dropped == 10 && p.sample[0] == 55 && p.sample[1] == 55.5);
    blind = (struct script){.quiet_from = 99, .fails_at = -1, .unknown = 99};
    assert_int_equal(ts_peak_collect(&p, 4, true, scripted, &blind, &err), 0);
    assert_true(p.n == 0 && p.dropped == 12);
    struct script fails = {.quiet_from = 0, .fails_at = 2};
    assert_int_equal(ts_peak_collect(&p, 4, false, scripted, &fails, &err), -1);
}

/* Sleeping is not working. */
static void watches(void **state)
{
    (void)state;
    ts_peak_watch w;
    ts_peak_watch_begin(&w);
    usleep(50000);
    assert_true(ts_peak_watch_end(&w, 1) < 0.5);
    assert_true(ts_peak_watch_end(&w, 0) == 1);
}

/* Where others have the processors all the time there is none, so it is asked for again. */
static double peak_at_last(ts_device *dev, int kind)
{
    enum { TRIES = 50 };
    double found = 0;
    for (int i = 0; i < TRIES && !(found > 0); i++) found = peak(dev, kind);
    return found;
}

/* Of floats and bytes; false if this machine has no such device. */
static bool peak_of_cpu(const char *name, double found[2])
{
    ts_device *dev = open_device(name, 0);
    if (!dev) return false;
    found[0] = peak_at_last(dev, TS_PEAK_FMA), found[1] = peak(dev, TS_PEAK_INT8);
    double launch = peak_at_last(dev, TS_PEAK_LAUNCH), start = peak_at_last(dev, TS_PEAK_START);
    ts_device_close(dev);
    assert_true(found[0] > 0 && launch > 0 && start > 0);
    return true;
}

/* Of the widest vectors; with --long of all, beside those of any CPU. */
static void peaks_of_cpus(void **state)
{
    (void)state;
    static const char *const names[] = {"cpu:generic", "cpu:avx2", "cpu:avx512", "cpu:amx"};
    double first[2] = {0};
    if (!whole) assert_true(peak_of_cpu("cpu", first));
    for (int i = 0; whole && i < 4; i++) {
        double found[2];
        if (!peak_of_cpu(names[i], found)) continue;
        if (i == 0) memcpy(first, found, sizeof first);
        print_message("%-12s %.2f times the generic floats, %.2f times its bytes\n", names[i],
                      found[0] / first[0], first[1] > 0 ? found[1] / first[1] : 0);
    }
}
/* What stands in for hardware gets no figure, and says why. */
static void stand_ins_have_none(void **state)
{
    (void)state;
    ts_device *dev = open_device("shim:cuda", 0);
    if (!dev) skip();
    for (int i = 0; i < TS_PEAKS; i++) assert_true(peak(dev, i) == 0);
    ts_device_close(dev);
}

/* ---- verification ---- */

static uint32_t bits_of(float x)
{
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

/* By hand: floats as written below; bytes 2 * 3 + 4 * 1 + 1 * 1 + 5 * -8 in one lane. */
static void known_answers(void **state)
{
    (void)state;
    ts_way w = ts_ways_fma[0];
    float in[TS_WAY_IN] = {0};
    unsigned char *byte = (unsigned char *)in;
    for (int i = 0; i < TS_WAY_CPU; i++)
        in[i] = 0.5f, in[TS_WAY_CPU + i] = 2, in[2 * TS_WAY_CPU + i] = 8;
    w.chains = 2; /* 8 -> 6 -> 5; 9 -> 6.5 -> 5.25. NEON: 8 -> 9 -> 10; 9 -> 10 -> 11 */
    uint32_t sum = w.word(&w, in, w.words - 1, 2, (ts_way_form)w.forms);
    assert_int_equal(sum, bits_of(strstr(w.what, "NEON") ? 21.0f : 10.25f));
    const ts_way *bytes = ts_ways_int8;
    while (bytes->what && (bytes->body || bytes->adds != 4.0 * bytes->words * bytes->chains))
        bytes++;
    if (!bytes->what) skip();
    w = *bytes;
    memset(in, 0, sizeof in);
    const unsigned char m4[4] = {2, 4, 1, 5}, x4[4] = {3, 1, 1, (unsigned char)-8};
    memcpy(byte, m4, 4), memcpy(byte + 64, x4, 4), byte[128] = 100;
    w.chains = 3; /* three times 100 + 10 * -29, and 0 + 1 + 2 */
    w.adds = 4.0 * w.words * w.chains;
    assert_int_equal(w.word(&w, in, 0, 10, TS_EXACT), (uint32_t)(3 * (100 - 290) + 3));
    assert_int_equal(w.word(&w, in, 1, 10, TS_EXACT), 3);
}

/* Texts for processors that this one is not must at least be accepted by the compiler. */
static void ways_compile(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++)
        for (const ts_way *w = i ? ts_ways_int8 : ts_ways_fma; w->what; w++) {
            ts_error err = {{0}};
            size_t bytes;
            ts_device *dev = open_device(w->isa, 1);
            if (!dev) continue;
            char *text = w->text(w, dev, &bytes, &err);
            ts_module *m = text ? ts_module_load(dev, text, bytes, &err) : NULL;
            if (!m) fail_msg("%s: %s", w->what, err.text);
            ts_module_free(m);
            ts_device_close(dev);
            free(text);
        }
}

/* Every way that this machine has gives what plain C gives; when its text does a little more in one of
 * many turns, it is found out. */
static bool each_way(const ts_way *w, bool spoil)
{
    ts_error err = {{0}};
    ts_peak p;
    ts_device *dev = open_device(w->isa, 2);
    bool usable = dev && ts_way_fits(w, dev);
    if (usable && ts_way_measure(w, dev, 3, &p, &err)) fail_msg("%s: %s", w->what, err.text);
    /* None where others had the processors in every sample, which are short here. */
    assert_true(!usable || !p.n || p.median > 0);
    ts_way wrong = *w;
    char step[400];
    spoil &= usable && w->step;
    if (spoil) {
        snprintf(step, sizeof step, "%s; if (k == 77) a = (__typeof__(a))((lane)a + 3)", w->step);
        wrong.step = step;
        assert_int_equal(ts_way_measure(&wrong, dev, 3, &p, &err), -1);
        assert_non_null(strstr(err.text, "plain C"));
    }
    ts_device_close(dev);
    return spoil;
}

static void ways_are_verified(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        bool done = false; /* one of each kind is spoiled, all of them with --long */
        for (const ts_way *w = i ? ts_ways_int8 : ts_ways_fma; w->what; w++)
            done |= each_way(w, whole || !done);
    }
}

/* One wrong byte of one program; and a step that rounds another way in one of them. */
static void checks_see_every_byte(void **state)
{
    (void)state;
    for (const ts_way *w = ts_ways_tiles; w->what; w++) {
        static uint32_t in[TS_WAY_IN], got[3 * TS_WAY_OUT];
        ts_way_want want = {.turns = 0};
        ts_error err = {{0}};
        ts_way_form form = TS_APART;
        w->fill(w, in);
        for (int i = 0; i < 3 * w->words; i++) got[i] = w->word(w, in, i % w->period, 3, form);
        for (int again = 0; again < 2; again++) /* by what is reckoned, then by what is known */
            if (ts_way_check(w, in, 3, got, 3, &want, &err)) fail_msg("%s", err.text);
        for (int at = 0; at < 12 * w->words; at += whole ? 1 : 13) {
            err.text[0] = 0;
            ((unsigned char *)got)[at] ^= 1;
            assert_int_equal(ts_way_check(w, in, 3, got, 3, &want, &err), -1);
            ((unsigned char *)got)[at] ^= 1;
        }
        assert_int_equal(ts_way_check(w, in, 4, got, 3, &want, &err), -1); /* a turn was left out */
        want.turns = 0;
        got[w->words] = w->word(w, in, 0, 3, TS_FUSED);
        bool same = got[w->words] == got[0];
        assert_int_equal(ts_way_check(w, in, 3, got, 3, &want, &err), same ? 0 : -1);
    }
}

/* ---- tile code, run on the cpu device as on any other ---- */

static void tiles_are_verified(void **state)
{
    (void)state;
    ts_device *dev = open_device("cpu", 2);
    assert_non_null(dev);
    for (const ts_way *w = ts_ways_tiles; w->what; w++) {
        ts_error err = {{0}};
        ts_peak p;
        ts_way wrong = *w;
        if (!whole && (w - ts_ways_tiles) % 2) continue; /* each is compiled */
        if (ts_way_measure(w, dev, 1, &p, &err)) fail_msg("%s: %s", w->what, err.text);
        assert_true(p.median > 0);
        wrong.forms = TS_SUM; /* the device does not compute this */
        assert_int_equal(ts_way_measure(&wrong, dev, 1, &p, &err), -1);
        assert_non_null(strstr(err.text, "plain C"));
    }
    ts_device_close(dev);
}

/* Element 16 is like element 0: m = 1.00005, x = 0.75, start 1.5 and 2.5; two turns of one step. */
static void known_tiles(void **state)
{
    (void)state;
    static uint32_t in[TS_WAY_IN];
    ts_way two = ts_ways_tiles[0];
    two.words = two.apart = 32, two.chains = 2, two.steps = 1;
    two.fill(&two, in);
    for (int i = 0; i < 32; i++) {
        double m = (float)(1.00005f + 0.000003f * (float)(i % 16)),
               x = 0.75f + 0.03f * (float)(i % 16);
        double s = 1.5f - 0.1f * (float)(i % 16);
        float a = (float)((float)(s * m + x) * m + x),
              b = (float)((float)((s + 1) * m + x) * m + x);
        assert_int_equal(two.word(&two, in, i, 2, TS_FUSED), bits_of(a + b));
    }
}

/* Of tile code in one way; with --long the best of all, whose kernels drivers compile for seconds, and minutes. */
static void peak_of_tiles(ts_device *dev)
{
    ts_error err = {{0}};
    ts_peak p;
    if (whole)
        assert_true(peak(dev, TS_PEAK_FMA) > 0);
    else if (ts_way_measure(&ts_ways_tiles[0], dev, 1, &p, &err) || p.median <= 0)
        fail_msg("%s on %s: %s", ts_ways_tiles[0].what, ts_device_target(dev), err.text);
}

static void peaks_of_other_devices(void **state)
{
    (void)state;
    static const char *const names[] = {"opencl:0", "vulkan:0"};
    for (int i = 0; i < 2; i++) {
        ts_device *dev = open_device(names[i], 0);
        if (!dev) continue;
        peak_of_tiles(dev);
        assert_true(peak(dev, TS_PEAK_INT8) == 0);
        assert_true(peak(dev, TS_PEAK_LAUNCH) > 0);
        assert_true(peak(dev, TS_PEAK_START) > 0);
        ts_device_close(dev);
    }
}

int main(int argc, char **argv)
{
    whole = argc > 1 && !strcmp(argv[1], "--long");
    if (!whole) {
        quick_cc(1);
        ts_sample_least = 0.004; /* times are not judged */
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ceilings),
        cmocka_unit_test(readers_check_what_they_read),
        cmocka_unit_test(ways_read_all),
        cmocka_unit_test(sizes_of_caches),
        cmocka_unit_test(caches_of_sysfs),
        cmocka_unit_test(working_sets),
        cmocka_unit_test(disturbed_samples),
        cmocka_unit_test(watches),
        cmocka_unit_test(peaks_of_cpus),
        cmocka_unit_test(stand_ins_have_none),
        cmocka_unit_test(known_answers),
        cmocka_unit_test(ways_compile),
        cmocka_unit_test(ways_are_verified),
        cmocka_unit_test(checks_see_every_byte),
        cmocka_unit_test(known_tiles),
        cmocka_unit_test(tiles_are_verified),
        cmocka_unit_test(peaks_of_other_devices),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_split.c - a text in parts (rt/split.h): no kernel is lost or doubled, each part begins with the head, and
 * a module made of them is as good as one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rt/cpu.h"
#include "rt/split.h"
#include "test/rt/quick_cc.h"

enum { KERNELS = 12, FILLER = 9000 };

/* Kernel k writes k + 1; some text follows, longer for later ones. */
static char *text_of(int kernels, bool broken)
{
    char *text = malloc(KERNELS * (size_t)(FILLER + 2000) + 100), *to = text;
    to += sprintf(to, "#include <stdint.h>\n#define HEAD 1\n\n");
    for (int k = 0; k < kernels; k++) {
        to +=
            sprintf(to,
                    "/* tessera kernel=k%d entry=ts_k%d params=o32 sizes=0 cost=1 */\n"
                    "long ts_k%d_grid(const int32_t *const *size) { return HEAD; }\n"
                    "void ts_k%d(void *const *buf, const int32_t *const *size, long lo, long hi)\n"
                    "{\n    *(int32_t *)buf[0] = %d%s;\n}\n/* ",
                    k, k, k, k, k + 1, broken && k == kernels - 1 ? " +" : "");
        int filler = FILLER * (k + 1) / KERNELS;
        memset(to, 'x', (size_t)filler);
        to += filler;
        to += sprintf(to, " */\n");
    }
    return text;
}

static int count(const char *text, const char *part)
{
    int n = 0;
    for (; (text = strstr(text, part)); text += strlen(part)) n++;
    return n;
}

static void nothing_is_lost(void **state)
{
    (void)state;
    char *text = text_of(KERNELS, false);
    size_t bytes = strlen(text);
    for (int most = 0; most <= 20; most++) {
        ts_split s = ts_split_make(text, bytes, most);
        assert_true(s.n == 0 || (s.n >= 2 && s.n <= most && s.n <= TS_SPLIT));
        assert_int_equal(s.n > 0, most >= 2);
        for (int k = 0; k < KERNELS && s.n; k++) {
            int found = 0;
            char name[32];
            snprintf(name, sizeof name, "entry=ts_k%d ", k);
            for (int i = 0; i < s.n; i++) found += count(s.text[i], name);
            assert_int_equal(found, 1);
        }
        size_t least = bytes, largest = 0;
        for (int i = 0; i < s.n; i++) {
            assert_int_equal(strlen(s.text[i]), s.bytes[i]);
            assert_int_equal(count(s.text[i], "#define HEAD"), 1);
            least = s.bytes[i] < least ? s.bytes[i] : least;
            largest = s.bytes[i] > largest ? s.bytes[i] : largest;
        }
        if (s.n) assert_true(largest < 2 * least); /* they are about as long as each other */
        ts_split_free(&s);
    }
    free(text);
}

static void little_stays_whole(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "int x;\n",
                                        "/* tessera kernel=k */\nvoid k(void) {}\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(ts_split_make(texts[i], strlen(texts[i]), 8).n, 0);
    char *text = text_of(1, false);
    assert_int_equal(ts_split_make(text, strlen(text), 8).n, 0);
    free(text);
}

static void kernels_of_all_parts_run(void **state)
{
    (void)state;
    ts_error err = {{0}};
    char *text = text_of(KERNELS, false);
    ts_device *dev = ts_device_open("cpu", 1, &err);
    setenv("TESSERA_DEBUG", "whole", 1);
    ts_module *whole = ts_module_load(dev, text, strlen(text), &err);
    unsetenv("TESSERA_DEBUG");
    ts_module *m = ts_module_load(dev, text, strlen(text), &err);
    if (!whole || !m) fail_msg("%s", err.text);
    assert_int_equal(((ts_cpu_module *)whole)->handles, 1);
    ts_buffer *out = ts_buffer_new(dev, 4, &err);
    for (int k = 0; k < KERNELS; k++) {
        char name[16];
        int32_t got = 0;
        snprintf(name, sizeof name, "k%d", k);
        ts_launch launch = {.module = m, .kernel = name, .arg = {{out, 0}}};
        ts_step *s = ts_step_record(dev, &launch, 1, &err);
        if (!s || ts_step_run(s, &err) || ts_buffer_get(out, 0, &got, 4, &err))
            fail_msg("%s", err.text);
        assert_int_equal(got, k + 1);
        ts_step_free(s);
    }
    print_message("%d parts\n", ((ts_cpu_module *)m)->handles);
    ts_buffer_free(out);
    ts_module_free(whole);
    ts_module_free(m);
    ts_device_close(dev);
    free(text);
}

static void a_part_that_is_wrong_is_told(void **state)
{
    (void)state;
    ts_error err = {{0}};
    char *text = text_of(KERNELS, true);
    ts_device *dev = ts_device_open("cpu", 1, &err);
    assert_null(ts_module_load(dev, text, strlen(text), &err));
    if (!strstr(err.text, "could not compile")) fail_msg("%s", err.text);
    ts_device_close(dev);
    free(text);
}

int main(void)
{
    quick_cc(1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_lost),
        cmocka_unit_test(little_stays_whole),
        cmocka_unit_test(kernels_of_all_parts_run),
        cmocka_unit_test(a_part_that_is_wrong_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

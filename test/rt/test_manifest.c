/* test_manifest.c - manifests read from text and SPIR-V: what is good, and everything hostile.
 *
 * Mutated inputs lie in memory of exactly their length, so that the address sanitizer sees a read
 * beyond the end.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rt/manifest.h"

#define LINE "tessera kernel=add entry=add_1 wide=0 params=i16,b32 sizes=2 threads=128 teams=4"
#define REST " count=99 shared=64 cost=3072"
#define WIDE                                                                                       \
    "tessera kernel=add entry=add__wide wide=1 params=i16,b32 sizes=2 threads=128 teams=4" REST
static const char good[] =
    "#include <x>\n  // " LINE REST "\r\nvoid f() { }\n/* " WIDE
    " */\n; tessera kernel=b cost=1 colour=red wide=0 params=- sizes=0 threads=1 teams=1 "
    "entry=b count=-1 shared=0";

/* Reads a copy of exact length. */
static int read_copy(ts_manifest *m, const char *text, size_t bytes, ts_error *err)
{
    char *copy = malloc(bytes + !bytes);
    memcpy(copy, text, bytes);
    int rc = ts_manifest_read(m, copy, bytes, true, err);
    free(copy);
    return rc;
}

static void check_good(const ts_manifest *m)
{
    assert_int_equal(m->n, 3);
    const ts_entry *e = ts_manifest_find(m, "add", false);
    assert_string_equal(e->entry, "add_1");
    assert_int_equal(e->params, 2);
    assert_memory_equal(e->mode, "ib", 2);
    assert_int_equal(e->unit[0], 16);
    assert_int_equal(e->unit[1], 32);
    assert_int_equal(e->sizes, 2);
    assert_int_equal(e->threads, 128);
    assert_int_equal(e->teams, 4);
    assert_int_equal(e->count, 99);
    assert_int_equal(e->shared, 64);
    assert_int_equal(e->cost, 3072);
    assert_string_equal(ts_manifest_find(m, "add", true)->entry, "add__wide");
    assert_string_equal(ts_manifest_find(m, "b", true)->entry, "b");
    assert_int_equal(ts_manifest_find(m, "b", true)->count, -1);
    assert_null(ts_manifest_find(m, "ad", true));
    assert_null(ts_manifest_find(m, "add_1", false));
}

static void reads_text(void **state)
{
    (void)state;
    ts_manifest m;
    ts_error err = {{0}};
    if (read_copy(&m, good, sizeof good - 1, &err)) fail_msg("%s", err.text);
    check_good(&m);
    ts_manifest_free(&m);
}

/* Each replacement in the good text must be refused with one line that says the part. */
static const struct {
    const char *from, *to, *part;
} bad[] = {
    {"kernel=add entry=add_1", "kernel=9dd entry=add_1", "identifier"},
    {"kernel=add entry=add_1", "kernel= entry=add_1", "identifier"},
    {"entry=add_1", "entry=add-1", "identifier"},
    {"entry=add_1", "entrance=add_1", "no entry="},
    {"entry=add_1", "entry add_1", "without ="},
    {"entry=add_1", "entry=add_1 entry=add_1", "second time"},
    {"entry=add_1", "entry=add_1 kernel=add", "second time"},
    {"wide=0", "wide=2", "wide"},
    {"wide=0", "wide=-0x", "wide"},
    {"wide=0", "wide=", "wide"},
    {"wide=0", "wider=0", "no wide="},
    {"i16,b32", "i16,b33", "bits"},
    {"i16,b32", "i16,b12", "bits"},
    {"i16,b32", "i16,,b32", "params"},
    {"i16,b32", "i16,b32,", "params"},
    {"i16,b32", "q16,b32", "params"},
    {"i16,b32", "i16:,b32", "extents"},
    {"i16,b32", "i16:x,b32", "extents"},
    {"i16,b32", "i16:x:,b32", "extents"},
    {"i16,b32", "i16::5,b32", "extents"},
    {"i16,b32", "i16:x:1*2*3*4,b32", "extents"},
    {"i16,b32", "i16:x:1*,b32", "extents"},
    {"i16,b32", "i16:x:s2,b32", "extents"}, /* there are s0 and s1 */
    {"i16,b32", "i16:x:s0.s1,b32", "extents"},
    {"i16,b32", "i16:x:s0.addi,b32", "extents"},
    {"i16,b32", "i16:x:s0.1.addf,b32", "extents"},
    {"i16,b32", "i16:x:s0.1.powi,b32", "extents"},
    {"i16,b32", "i16:x:4294967296,b32", "extents"},
    {"cost=3072", "cost=3072 grid=", "counts"},
    {"cost=3072", "cost=3072 grid", "without ="},
    {"cost=3072", "cost=3072 grid=s0", "counts"},
    {"cost=3072", "cost=3072 grid=s0/0", "counts"},
    {"cost=3072", "cost=3072 grid=1/1,1/1,1/1,1/1", "counts"},
    {"i16,b32", "i,b32", "bits"},
    {"i16,b32", "i8,i8,i8,i8,i8,i8,i8,i8,i8,i8,i8,i8,i8,i8,i8,i8,i8", "at most 16"},
    {"sizes=2", "sizes=9", "sizes"},
    {"sizes=2", "sizes=-1", "sizes"},
    {"sizes=2 ", "", "no sizes="},
    {"threads=128", "threads=0", "threads"},
    {"threads=128", "threads=65537", "threads"},
    {"threads=128 ", "", "no threads=, as for another kind of device"},
    {"threads=128", "threads=128 threads=128", "second time"},
    {"teams=4", "teams=0", "teams"},
    {"teams=4", "teams=129", "teams"},
    {"teams=4", "", "no teams="},
    {"count=99", "count=-2", "count"},
    {"count=99", "count=2147483648", "count"},
    {"count=99", "count=99999999999999999999999999", "count"},
    {"count=99", "count=", "count"},
    {"count=99", "", "no count="},
    {"shared=64", "shared=-64", "shared"},
    {"shared=64", "shared=9999999999", "shared"},
    {"shared=64", "", "no shared="},
    {"cost=3072", "cost=0", "cost"},
    {"cost=3072", "cost=18446744073709551617", "cost"}, /* 1 if it wrapped */
    {"cost=3072", "cost=3072.5", "cost"},
    {"cost=3072", "cost=3072 more", "without ="},
    {"cost=3072", "cost=3072 cost=3072", "second time"},
    {" cost=3072", "", "no cost="},
    {" params=i16,b32", "", "no params="},
    {"entry=add__wide", "entry=add_1", "twice"},
    {"wide=1", "wide=0", "twice"},
    {"add__wide wide=1 params=i16,b32", "add__wide wide=1 params=i16,i32", "both forms"},
    {"add__wide wide=1 params=i16,b32", "add__wide wide=1 params=i16", "both forms"},
};

static void refuses_wrong_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char text[2048];
        const char *at = strstr(good, bad[i].from);
        if (!at) fail_msg("case %zu looks for \"%s\" in vain", i, bad[i].from);
        int n = snprintf(text, sizeof text, "%.*s%s%s", (int)(at - good), good, bad[i].to,
                         at + strlen(bad[i].from));
        ts_manifest m;
        ts_error err = {{0}};
        if (!read_copy(&m, text, (size_t)n, &err)) fail_msg("\"%s\" is accepted", bad[i].to);
        if (!strstr(err.text, bad[i].part)) fail_msg("\"%s\": %s", bad[i].to, err.text);
        assert_null(m.entry);
    }
}

/* Of one program a thread: what the lines of the other family must say is not asked for. */
static void reads_lines_without_threads(void **state)
{
    (void)state;
    static const char line[] = "/* tessera kernel=scale entry=ts_scale params=i16:x:s0,o4:y:s0 "
                               "sizes=1 cost=7 grid=s0/8 */";
    static const char *const need[] = {"entry=ts_scale ", "params=i16:x:s0,o4:y:s0 ", "sizes=1 ",
                                       "cost=7 "};
    ts_manifest m;
    ts_error err = {{0}};
    if (ts_manifest_read(&m, line, sizeof line - 1, false, &err)) fail_msg("%s", err.text);
    const ts_entry *e = ts_manifest_find(&m, "scale", true);
    assert_string_equal(e->entry, "ts_scale");
    assert_memory_equal(e->mode, "io", 2);
    assert_int_equal(e->unit[0], 16);
    assert_int_equal(e->unit[1], 8); /* two elements in each */
    assert_int_equal(e->need.param[1].bits, 4);
    assert_int_equal(e->cost, 7);
    assert_int_equal(ts_demand_programs(&e->need, (const int32_t[]){17}), 3);
    ts_manifest_free(&m);
    assert_int_equal(ts_manifest_read(&m, line, sizeof line - 1, true, &err), -1);
    assert_non_null(strstr(err.text, "no wide=, as for another kind"));
    for (size_t i = 0; i < sizeof need / sizeof *need; i++)
        for (int twice = 0; twice < 2; twice++) {
            char text[256];
            const char *at = strstr(line, need[i]);
            int n = snprintf(text, sizeof text, "%.*s%s%s", (int)(at - line), line,
                             twice ? need[i] : "", at + (twice ? 0 : strlen(need[i])));
            err.text[0] = 0;
            assert_int_equal(ts_manifest_read(&m, text, (size_t)n, false, &err), -1);
            assert_non_null(strstr(err.text, twice ? "second time" : "no "));
        }
}

/* Extents and program counts, as the language computes them. */
static void reads_demands(void **state)
{
    (void)state;
    static const struct {
        const char *words;
        int64_t elements, programs;
    } good_ones[] = {
        {"i4:x:3*5 grid=s0/64,s1/1", 15, 0},
        {"i32:x:s0*s1*7 grid=s0/3,10/4", -1, 12},
        {"i32:x:s0.s1.muli grid=s0.16.addi/1", -1, 26},
        {"i32:x:s0.s1.subi grid=s1/1", 17, 0},
        {"i32:x:s1 grid=2147483647/1,2147483647/1", -1, (int64_t)2147483647 * 2147483647},
        {"i32:x:s1.castu grid=1/1", 0, 1}, /* conversions saturate */
        {"i32:x:s1.bitsu grid=1/1", 4294967289, 1},
        {"i32:x:2147483647.s0.addi grid=1/1", -1, 1}, /* i32 wraps */
        {"i32:x:s1.s0.ltb.5.6.selecti grid=1/1", 5, 1},
        {"i32:x:s0.s1.divi.absi grid=1/1", 1, 1},
        {"i32:x:s0.s1.maxi.3.shli grid=1/1", 80, 1},
        {"i32:x:2147483647*2147483647*2147483647 grid=1/1", INT64_MAX, 1},
    };
    static const int32_t size[] = {10, -7};
    for (size_t i = 0; i < sizeof good_ones / sizeof *good_ones; i++) {
        char text[512];
        int n = snprintf(text, sizeof text,
                         "# tessera kernel=k entry=e wide=0 sizes=2 threads=1 teams=1 count=1 "
                         "shared=0 cost=1 params=%s",
                         good_ones[i].words);
        ts_manifest m;
        ts_error err = {{0}};
        if (read_copy(&m, text, (size_t)n, &err)) fail_msg("%s", err.text);
        const ts_demand *d = &m.entry[0].need;
        assert_int_equal(ts_demand_elements(d, &d->param[0], size), good_ones[i].elements);
        assert_int_equal(ts_demand_programs(d, size), good_ones[i].programs);
        ts_manifest_free(&m);
    }
    const ts_extents nibbles = {.bits = 4}, words = {.bits = 32};
    assert_int_equal(ts_demand_bytes(&nibbles, 15), 8);
    assert_true(ts_demand_bytes(&words, INT64_MAX) == UINT64_MAX);
}

static void names_have_a_limit(void **state)
{
    (void)state;
    for (int length = 126; length <= 129; length++) {
        char name[256], text[2048];
        memset(name, 'k', sizeof name);
        name[length] = 0;
        int n = snprintf(text, sizeof text,
                         "# tessera kernel=%s entry=e wide=0 params=- sizes=0 threads=1 teams=1 "
                         "count=1 shared=0 cost=1",
                         name);
        ts_manifest m;
        ts_error err = {{0}};
        assert_int_equal(read_copy(&m, text, (size_t)n, &err), length < 128 ? 0 : -1);
        ts_manifest_free(&m);
    }
}

static void nothing_is_an_error(void **state)
{
    (void)state;
    static const char *const none[] = {
        "", "\n", "int x;\n", "tessera", "// tessera kernel", "x tessera kernel=add entry=a"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        ts_manifest m;
        ts_error err = {{0}};
        assert_int_equal(read_copy(&m, none[i], strlen(none[i]), &err), -1);
        assert_non_null(strstr(err.text, "no \"tessera kernel="));
    }
}

/* ---- SPIR-V ---- */

static size_t put_string(uint32_t *w, size_t at, const char *text)
{
    size_t n = strlen(text) / 4 + 1; /* words with the zero behind */
    w[at] = (uint32_t)(n + 2) << 16 | 7;
    w[at + 1] = 1;
    memset(&w[at + 2], 0, 4 * n);
    memcpy(&w[at + 2], text, strlen(text));
    return at + 2 + n;
}

static size_t make_spirv(uint32_t *w)
{
    size_t n = 5;
    w[0] = 0x07230203, w[1] = 0x00010000, w[2] = 0, w[3] = 9, w[4] = 0;
    w[n++] = 2u << 16 | 17, w[n++] = 1; /* OpCapability Shader */
    n = put_string(w, n, "kernels/other.c");
    n = put_string(w, n, LINE REST);
    n = put_string(w, n, WIDE);
    n = put_string(w, n,
                   "tessera kernel=b entry=b wide=0 params=- sizes=0 threads=1 teams=1 count=-1 "
                   "shared=0 cost=1");
    w[n++] = 1u << 16 | 253; /* OpReturn */
    return 4 * n;
}

static void reads_spirv(void **state)
{
    (void)state;
    uint32_t w[512];
    size_t bytes = make_spirv(w);
    ts_manifest m;
    ts_error err = {{0}};
    if (read_copy(&m, (const char *)w, bytes, &err)) fail_msg("%s", err.text);
    check_good(&m);
    ts_manifest_free(&m);
    for (size_t cut = 4; cut < bytes; cut++) { /* cut off anywhere: refused, or fewer kernels */
        err.text[0] = 0;
        int rc = read_copy(&m, (const char *)w, cut, &err);
        assert_true(rc ? ts_failed(&err) && !m.n : cut % 4 == 0);
        ts_manifest_free(&m);
    }
    size_t end = bytes / 4 - 1;
    w[end] = 253; /* an instruction of no words would never end */
    err.text[0] = 0;
    assert_int_equal(read_copy(&m, (const char *)w, bytes, &err), -1);
    assert_non_null(strstr(err.text, "broken at word"));
    bytes = make_spirv(w);
    w[end] = 3u << 16 | 7; /* runs past the end */
    err.text[0] = 0;
    assert_int_equal(read_copy(&m, (const char *)w, bytes, &err), -1);
    w[end] = 3u << 16 | 7, w[end + 1] = 5, memcpy(&w[end + 2], "tess", 4); /* no zero */
    err.text[0] = 0;
    assert_int_equal(read_copy(&m, (const char *)w, bytes + 8, &err), -1);
    assert_non_null(strstr(err.text, "without an end"));
}

/* ---- noise ---- */

static uint64_t seed = 88172645463325252u;

static uint32_t draw(uint32_t below)
{
    seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
    return (uint32_t)(seed >> 32) % below;
}

/* Whatever is accepted keeps the promises of ts_entry. */
static void check_bounds(const ts_manifest *m)
{
    assert_true(m->n > 0);
    for (size_t i = 0; i < m->n; i++) {
        const ts_entry *e = &m->entry[i];
        assert_true(memchr(e->kernel, 0, sizeof e->kernel) && memchr(e->entry, 0, sizeof e->entry));
        assert_true(e->params >= 0 && e->params <= TS_MAX_BUFFERS);
        assert_true(e->sizes >= 0 && e->sizes <= TS_MAX_SIZES);
        for (int p = 0; p < e->params; p++) {
            assert_true(e->mode[p] && strchr("iobw", e->mode[p]));
            assert_true(e->unit[p] == 8 || e->unit[p] == 16 || e->unit[p] == 32);
        }
        assert_true(e->threads >= 1 && e->teams >= 1 && e->teams <= e->threads);
        assert_true(e->count >= -1 && e->shared >= 0 && e->cost >= 1);
    }
}

static void mutate(const char *from, size_t bytes, int rounds)
{
    char *text = malloc(bytes);
    int accepted = 0;
    for (int i = 0; i < rounds; i++) {
        memcpy(text, from, bytes);
        for (uint32_t k = 1 + draw(3); k--;) {
            static const char likely[] = " 0123456789,-=\n\tiobw*/";
            size_t at = draw((uint32_t)bytes), half = (bytes - at) / 2;
            char c = draw(4) ? likely[draw(sizeof likely)] : (char)draw(256);
            if (draw(4))
                text[at] = c;
            else
                memmove(text + at, text + draw((uint32_t)(bytes - half)), half);
        }
        ts_manifest m;
        ts_error err = {{0}};
        if (!read_copy(&m, text, bytes - (draw(8) ? 0 : draw((uint32_t)bytes)), &err))
            check_bounds(&m), accepted++;
        else
            assert_true(ts_failed(&err) && !m.entry && !strchr(err.text, '\n'));
        ts_manifest_free(&m);
    }
    free(text);
    if (!accepted || accepted == rounds) fail_msg("%d of %d accepted", accepted, rounds);
}

static void survives_mutations(void **state)
{
    (void)state;
    uint32_t w[512];
    mutate(good, sizeof good - 1, 20000);
    mutate((const char *)w, make_spirv(w), 20000);
}

static void survives_noise(void **state)
{
    (void)state;
    for (int i = 0; i < 5000; i++) {
        uint32_t word[64] = {0};
        size_t bytes = draw(sizeof word);
        for (size_t k = 0; k < sizeof word / sizeof *word; k++) word[k] = draw(UINT32_MAX);
        if (draw(2)) word[0] = 0x07230203;
        if (draw(2)) memcpy((char *)word + 16, "\n//tessera kernel=", 18);
        ts_manifest m;
        ts_error err = {{0}};
        assert_int_equal(read_copy(&m, (const char *)word, bytes, &err), -1);
        assert_null(strchr(err.text, '\n'));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_text),
        cmocka_unit_test(refuses_wrong_lines),
        cmocka_unit_test(names_have_a_limit),
        cmocka_unit_test(nothing_is_an_error),
        cmocka_unit_test(reads_spirv),
        cmocka_unit_test(survives_mutations),
        cmocka_unit_test(survives_noise),
        cmocka_unit_test(reads_demands),
        cmocka_unit_test(reads_lines_without_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

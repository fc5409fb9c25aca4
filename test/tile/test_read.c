/* test_read.c - the textual form: what is printed reads back, what is wrong is refused.
 *
 * test/ir/NAME.ir holds one program as it is printed, below a comment. test/ir/refused_NAME.ir
 * holds many, separated by the line that states the error each of them must get; lines of errors are
 * counted from the first line of the program. */
#include "tile/ir.h"

#include <dirent.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static const char folder[] = TESSERA_SOURCE_DIR "/test/ir";

static char *load_text(const char *name)
{
    char path[1024], *text = calloc(1, 1 << 20);
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "r");
    if (!f) fail_msg("cannot read %s", path);
    assert_true(fread(text, 1, (1 << 20) - 1, f) > 0);
    fclose(f);
    return text;
}

static char *printed(const ts_kern *k)
{
    char *text = NULL;
    size_t len = 0;
    FILE *f = open_memstream(&text, &len);
    assert_non_null(f);
    ts_print(f, k);
    fclose(f);
    return text;
}

static ts_kern *read_ok(const char *text)
{
    ts_error err = {0};
    ts_kern *k = ts_read(text, strlen(text), "t", &err);
    if (!k) fail_msg("%s\n%s", err.text, text);
    return k;
}

/* Reads `text`, which must print as `want`. */
static void prints_as(const char *text, const char *want)
{
    ts_kern *k = read_ok(text);
    char *out = printed(k);
    assert_string_equal(out, want);
    free(out);
    ts_free(k);
}

static void refused(const char *text, size_t len, const char *want)
{
    ts_error err = {0};
    ts_kern *k = ts_read(text, len, "t", &err);
    if (k) fail_msg("accepted, not refused with %s:\n%.*s", want, (int)len, text);
    if (strcmp(err.text, want) != 0)
        fail_msg("%.*s\ngot  %s\nwant %s", (int)len, text, err.text, want);
}

/* ---- the files ---- */

static void each_file(bool bad, void (*f)(const char *name, char *text))
{
    struct dirent *e;
    int count = 0;
    DIR *d = opendir(folder);
    assert_non_null(d);
    while ((e = readdir(d))) {
        size_t n = strlen(e->d_name);
        if (n < 3 || strcmp(e->d_name + n - 3, ".ir") != 0) continue;
        if (bad != !strncmp(e->d_name, "refused", 7)) continue;
        char *text = load_text(e->d_name);
        f(e->d_name, text);
        free(text);
        count++;
    }
    closedir(d);
    assert_true(count > 1);
}

static bool seen[TS_NOP];

static void check_good(const char *name, char *text)
{
    (void)name;
    char *program = strstr(text, "kernel ");
    assert_non_null(program);
    prints_as(text, program);
    ts_kern *k = read_ok(text);
    for (uint32_t i = 1; i < k->n; i++) seen[k->op[i].op] = true;
    ts_free(k);
}

static void good_programs_print_as_written(void **state)
{
    (void)state;
    each_file(false, check_good);
    for (int op = TS_NONE + 1; op < TS_NOP; op++)
        if (!seen[op] && !ts_is_elem((ts_opcode)op))
            fail_msg("no program in test/ir has the op %s", ts_opinfos[op].name);
}

/* Places in the source come back; what has none is where the text is. */
static void places_are_read_back(void **state)
{
    (void)state;
    const char *text = "kernel k\n"
                       "  %1 = const i32 4 @ a-b.c:12\n"
                       "  %2 = param f32[%1] y out @ other.c:7\n"
                       "  %3 = const f32 0.5\n"
                       "  store %2, %1, %3 @ a-b.c:13\n";
    ts_kern *k = read_ok(text);
    char *first = NULL;
    size_t len = 0;
    FILE *f = open_memstream(&first, &len);
    assert_non_null(f);
    ts_print_placed(f, k);
    fclose(f);
    assert_string_equal(first, "kernel k\n"
                               "  %1 = const i32 4 @ a-b.c:12\n"
                               "  %2 = param f32[%1] y out @ other.c:7\n"
                               "  %3 = const f32 0.5 @ t:4\n"
                               "  store %2, %1, %3 @ a-b.c:13\n");
    free(first);
    ts_free(k);
}

static int refusals;

static void check_refused(const char *name, char *text)
{
    static const char mark[] = "# error: ";
    (void)name;
    char *p = strchr(text, '\n') + 1, *error;
    for (; (error = strstr(p, mark)); p = strchr(error, '\n') + 1) {
        p += strspn(p, "\n");
        char want[1024];
        snprintf(want, sizeof want, "%.*s", (int)strcspn(error + strlen(mark), "\n"),
                 error + strlen(mark));
        refused(p, (size_t)(error - p), want);
        refusals++;
    }
}

static void wrong_programs_get_their_error(void **state)
{
    (void)state;
    each_file(true, check_refused);
    assert_true(refusals > 150);
}

/* ---- every row of the table ---- */

static void read_row(const ts_opinfo *o, const char *dtype)
{
    static const char *const operands[] = {"", "%6", "%6, %6", "%6, %6, %6"};
    char text[400];
    snprintf(text, sizeof text,
             "kernel row\n"
             "  %%1 = const i32 8\n"
             "  %%2 = const f32 0.5\n"
             "  %%3 = const u32 7\n"
             "  %%4 = const b1 1\n"
             "  %%5 = const i32 0\n"
             "  %%6 = splat %s<2,4> %%%d\n"
             "  %%7 = %s %s<2,4> %s\n"
             "  %%8 = param i32[%%1] o out\n"
             "  store %%8, %%5, %%1\n",
             dtype,
             *dtype == 'f'   ? 2
             : *dtype == 'i' ? 1
             : *dtype == 'u' ? 3
                             : 4,
             o->name, o->result == PRED ? "b1" : dtype, operands[o->args]);
    prints_as(text, text);
}

static void every_row_of_the_table_reads_back(void **state)
{
    (void)state;
    int rows = 0;
    for (int op = TS_NONE + 1; op < TS_NOP; op++)
        for (const char *c = ts_opinfos[op].types; *c; c++, rows++)
            read_row(&ts_opinfos[op], *c == 'F'   ? "f32"
                                      : *c == 'I' ? "i32"
                                      : *c == 'U' ? "u32"
                                                  : "b1");
    assert_true(rows > 50);
}

/* ---- spelling ---- */

static void spelling_is_free(void **state)
{
    (void)state;
    const char *want = "kernel k\n"
                       "  %1 = size i32 n\n"
                       "  %2 = param f32[%1, %1] x inout\n"
                       "  %3 = loop i32 %1, %1 step 2\n"
                       "    %4 = load f32<2,3> %2, %3, %1\n"
                       "    store %2, %1, %1, %4\n"
                       "  end\n"
                       "  %7 = neg i32 %1\n";
    prints_as("\n# first\r\nkernel\tk # name\n\n%3=size i32 n\r\n"
              "   %10 = param f32 [ %3 , %3 ] x inout\n#\n%20 = loop i32 %3 ,%3 step 2\n"
              "% 21 = load f32 < 2 , 3 >%10,%20,%3\nstore %10,%3,%3,%21\nend#\n"
              "%4294967295 = neg i32 %3",
              want);
    prints_as(want, want);
    refused("kernel nothing", 14, "kernel nothing: has no effect, since it stores nothing");
}

static void constants_read_back_exactly(void **state)
{
    (void)state;
    char text[200], want[200];
    const char *effect = "  %2 = const i32 1\n  %3 = param i32[%2] o out\n  store %3, %2, %2\n";
    static const struct {
        const char *given, *printed;
    } cases[] = {{"f32 0.1", "f32 0.1"},
                 {"f32 1e-6", "f32 1e-06"},
                 {"f32 -0.0", "f32 -0"},
                 {"f32 nan", "f32 nan"},
                 {"f32 -nan", "f32 nan"},
                 {"f32 infinity", "f32 inf"},
                 {"f32 -inf", "f32 -inf"},
                 {"f32 0x1p-149", "f32 1e-45"},
                 {"f32 16777217", "f32 16777216"},
                 {"i32 -2147483648", "i32 -2147483648"},
                 {"u32 4294967295", "u32 4294967295"},
                 {"b1 0", "b1 0"},
                 {"i32 1e3", "i32 1000"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        snprintf(text, sizeof text, "kernel k\n%%1 = const %s\n%s", cases[i].given, effect);
        snprintf(want, sizeof want, "kernel k\n  %%1 = const %s\n%s", cases[i].printed, effect);
        prints_as(text, want);
    }
}

static void floats_of_all_sizes_read_back(void **state)
{
    (void)state;
    for (uint32_t bits = 1; bits < 0x7f800000; bits += 104729) {
        float x, y;
        memcpy(&x, &bits, sizeof x);
        ts_kern *k = ts_begin("k");
        ts_f32(k, x);
        ts_val one = ts_i32(k, 1);
        ts_store(ts_arg1(k, TS_OUT, "o", TS_i32, one), one, one);
        char *text = printed(k);
        ts_kern *again = read_ok(text);
        y = (float)again->op[1].value;
        assert_memory_equal(&x, &y, sizeof x);
        free(text);
        ts_free(again);
        ts_free(k);
    }
}

static void hostile_bytes(void **state)
{
    (void)state;
    refused("", 0, "t:1: no kernel");
    refused("kernel k\n\0", 10, "t:2: an op expected, not byte 0x00");
    refused("kernel k\n%1 = size \xff\n", 21, "t:2: a dtype expected, not byte 0xff");
    refused("kernel k", (size_t)1 << 40, "t:1: text longer than 268435456 bytes");
    refused("kernel k\n%", 10, "t:2: a number expected before the end of the line");
}

/* ---- the verifier ---- */

static void verify_refuses(ts_kern *k, const char *part)
{
    ts_error err = {0};
    assert_int_equal(ts_verify(k, &err), -1);
    if (!strstr(err.text, part)) fail_msg("'%s' lacks '%s'", err.text, part);
}

/* Changes every field of every op: what the rules decide must be found out, and whatever is let
 * through must be a program, so it prints and reads back. */
static void check_mutants(const char *name, char *text)
{
    (void)name;
    ts_kern *k = read_ok(text);
    for (uint32_t i = 1; i < k->n; i++) {
        ts_op *o = &k->op[i], kept = *o;
        o->sort = (ts_sort)((o->sort + 1) % 4), verify_refuses(k, "wrong sort"), *o = kept;
        o->loop += 1, verify_refuses(k, "wrong loop"), *o = kept;
        o->fixed = !o->fixed, verify_refuses(k, "wrong fixed"), *o = kept;
        o->op = TS_NONE, verify_refuses(k, "no such op"), *o = kept;
        o->op = TS_NOP, verify_refuses(k, "no such op"), *o = kept;
        o->argc = 6, verify_refuses(k, "operands"), *o = kept;
        o->argc = -1, verify_refuses(k, "operands"), *o = kept;
        o->rank = -1, verify_refuses(k, ""), *o = kept;
        o->rank = 4, verify_refuses(k, "rank"), *o = kept;
        o->dtype = (ts_dtype)77, verify_refuses(k, "dtype"), *o = kept;
        for (int a = 0; a < o->argc; a++)
            o->arg[a] = i, verify_refuses(k, "is undefined"), *o = kept;
        if (o->op != TS_const_) o->value = 1, verify_refuses(k, "wrong value"), *o = kept;
        if (!ts_attributes(o->op)) o->step = 1, verify_refuses(k, "wrong step"), *o = kept;
        if (!(ts_attributes(o->op) & TS_AXIS))
            o->axis += 1, verify_refuses(k, "wrong axis"), *o = kept;
        if (o->name) o->name = NULL, verify_refuses(k, "name must be"), *o = kept;
        if (!o->name) o->name = "x", verify_refuses(k, "wrong name"), *o = kept;
        if (o->op != TS_param_) o->mode = (ts_mode)7, verify_refuses(k, "wrong mode"), *o = kept;
        o->dim[1] += 1; /* gather: any width is right by itself */
        if (o->op != TS_gather_ && !ts_verify(k, &(ts_error){0}))
            fail_msg("op %u: a wrong shape was let through", i);
        *o = kept;
    }
    ts_free(k);
}

static void changed_arrays_are_found_out(void **state)
{
    (void)state;
    each_file(false, check_mutants);
}

static uint64_t random_state = 88172645463325252u;

static uint32_t next_random(void)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (uint32_t)(random_state >> 32);
}

static void random_changes_never_crash(const char *name, char *text)
{
    (void)name;
    ts_kern *k = read_ok(text);
    for (int round = 0; round < 20000; round++) {
        ts_op *o = &k->op[1 + next_random() % (k->n - 1)], kept = *o;
        const char *owned = o->name;
        size_t at = next_random() % sizeof *o;
        ((unsigned char *)o)[at] ^= (unsigned char)(1u << next_random() % 8);
        if (o->name == owned && *(unsigned char *)&o->fixed < 2 && !ts_verify(k, &(ts_error){0})) {
            char *out = printed(k);
            prints_as(out, out);
            free(out);
        }
        *o = kept;
    }
    ts_free(k);
}

static void random_arrays(void **state)
{
    (void)state;
    each_file(false, random_changes_never_crash);
}

static void kernels_must_be_whole(void **state)
{
    (void)state;
    ts_kern *k = read_ok("kernel k\n%1 = size i32 n\n%2 = param i32[%1] o out\n"
                         "store %2, %1, %1\n%4 = loop i32 %1, %1 step 1\nend\n");
    k->n--;
    verify_refuses(k, "kernel k, t:5: loop: never ended");
    k->n++;
    k->open = 4;
    verify_refuses(k, "kernel k: loop %4 is not open");
    k->open = 0;
    k->n += 1000;
    verify_refuses(k, "kernel k: wrong number of ops (1006)");
    k->n -= 1006;
    verify_refuses(k, "kernel k: wrong number of ops (0)");
    k->n = 3;
    verify_refuses(k, "kernel k: has no effect, since it stores nothing");
    k->n = 6;
    k->name[0] = '-';
    verify_refuses(k, "kernel without a proper name");
    k->name[0] = 'k';
    ts_refuse(k, &k->op[1], "old trouble");
    verify_refuses(k, "kernel k, t:2: size: old trouble");
    ts_free(k);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_programs_print_as_written),
        cmocka_unit_test(places_are_read_back),
        cmocka_unit_test(wrong_programs_get_their_error),
        cmocka_unit_test(every_row_of_the_table_reads_back),
        cmocka_unit_test(spelling_is_free),
        cmocka_unit_test(constants_read_back_exactly),
        cmocka_unit_test(floats_of_all_sizes_read_back),
        cmocka_unit_test(hostile_bytes),
        cmocka_unit_test(changed_arrays_are_found_out),
        cmocka_unit_test(random_arrays),
        cmocka_unit_test(kernels_must_be_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_mutants.c - is a wrong kernel noticed? Emitted CUDA text is spoilt in one place and checked.
 *
 * A mutant must not load, or be reported by the shim device, or give numbers that the check refuses. One
 * that survives is printed; where it lacks a barrier or leaves its bounds, it must be in the table of those
 * that mean the same as the right text, or the test fails. `test_mutants all` tries every place of every
 * kernel, and what may survive.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/check.h"
#include "proof/shim/shim.h"
#include "tessera/compile.h"
#include "tessera/device.h"

enum { SITES = 1 }; /* of one kind in one kernel, unless all are wanted */

static bool all_sites;

/* ---- what is changed ---- */

struct site { /* `remove` bytes at `at` become `put` */
    const char *at;
    size_t remove;
    char put[32];
};

typedef bool find_site(const char *from, struct site *s);

static bool found(struct site *s, const char *at, size_t remove, const char *put)
{
    if (!at) return false;
    s->at = at;
    s->remove = remove;
    snprintf(s->put, sizeof s->put, "%s", put);
    return true;
}

static bool barrier(const char *from, struct site *s)
{
    return found(s, strstr(from, "__syncthreads();"), strlen("__syncthreads();"), "");
}

/* 16 becomes 8, ..., 1 becomes 2. */
static bool shuffle(const char *from, struct site *s)
{
    const char *p = strstr(from, "__shfl_xor_sync(");
    for (int commas = 0; p && commas < 2; p++) commas += *p == ',';
    if (!p) return false;
    int mask = atoi(p);
    char put[16];
    snprintf(put, sizeof put, " %d", mask > 1 ? mask / 2 : 2);
    return found(s, p, strcspn(p, ")"), put);
}

static bool less(const char *from, struct site *s)
{
    return found(s, strstr(from, " < "), 3, " <= ");
}

/* v12 in `v12 ? `; with a bracket in front where an index is masked. */
static bool masked(const char *from, struct site *s, bool index)
{
    for (const char *p = from; (p = strstr(p, " ? ")); p += 3) {
        const char *q = p;
        while (q > from && isalnum((unsigned char)q[-1])) q--;
        if (*q == 'v' && q > from && (q[-1] == '[') == index)
            return found(s, q, (size_t)(p - q), "true");
    }
    return false;
}

static bool index_mask(const char *from, struct site *s)
{
    return masked(from, s, true);
}

static bool value_mask(const char *from, struct site *s)
{
    return masked(from, s, false);
}

static bool is_memory(const char *bracket, const char *from)
{
    const char *q = bracket;
    while (q > from && isalnum((unsigned char)q[-1])) q--;
    if (*q == 'b' && isdigit((unsigned char)q[1])) return true;
    return bracket[-1] == ')' ||
           (bracket - q == 6 && !memcmp(q, "shared", 6) && strncmp(q - 9, "unsigned ", 9));
}

static bool offset(const char *from, struct site *s)
{
    for (const char *p = from + 1; (p = strchr(p, '[')); p++)
        if (is_memory(p, from)) return found(s, p + 1, 0, "1 + ");
    return false;
}

/* b1 becomes b0, and b0 becomes b1. */
static bool parameter(const char *from, struct site *s)
{
    for (const char *p = from + 1; (p = strchr(p, '[')); p++) {
        bool whole = p - from > 3 && isdigit((unsigned char)p[-1]) && p[-2] == 'b' &&
                     !isalnum((unsigned char)p[-3]);
        char put[2] = {p[-1] > '0' ? (char)(p[-1] - 1) : '1', 0};
        if (whole) return found(s, p - 1, 1, put);
    }
    return false;
}

static bool small(const char *from, struct site *s)
{
    const char *p = strstr(from, " + 1e-"), *large = strstr(from, " + 0.01");
    if (!p || (large && large < p)) p = large;
    return p && found(s, p, 3 + strcspn(p + 3, ");"), "");
}

static const struct kind {
    const char *name;
    find_site *find;
    bool strict; /* none may survive without an excuse */
    bool every;  /* every place is tried */
} kinds[] = {
    {"barrier left out", barrier, true, true},
    {"index plus one", offset, true, false},
    {"index unmasked", index_mask, true, false},
    {"another parameter", parameter, true, false},
    {"eps left out", small, true, true},
    /* Masks are often double, steps pass a bound without meeting it, and a maximum does not mind being
     * taken twice: */
    {"<= for <", less, false, false},
    {"value unmasked", value_mask, false, false},
    {"other shuffle", shuffle, false, false},
};

/* ---- those that mean the same ---- */

static const struct excuse {
    const char *kernel, *kind;
    unsigned at_most;
    const char *why;
} excuses[] = {
    {"rms_norm_1536", "barrier left out", 1,
     "it lets the next program wait for those who read shared memory, and there is one program"},
    {"rope_q_decode", "barrier left out", 2,
     "between reading and writing in place, but each thread overwrites only what it alone needs"},
    {"attention_decode_gqa", "barrier left out", 1,
     "between two stores, and nothing is read after"},
    {"attention_decode_gqa", "index unmasked", 4,
     "in the second stage, whose loop ends with the parts there are: the masks are always true"},
    {"argmax_greedy", "barrier left out", 2,
     "in the second stage, of one program, whose values all lie in the first subgroup"},
    {"argmax_greedy", "index plus one", 1,
     "shared[2] for shared[1]: both are less than the maximum"},
};

static bool excused(const char *kernel, const char *kind, unsigned nth)
{
    for (size_t i = 0; i < sizeof excuses / sizeof *excuses; i++)
        if (!strcmp(kernel, excuses[i].kernel) && !strcmp(kind, excuses[i].kind))
            return nth <= excuses[i].at_most;
    return false;
}

/* ---- trying ---- */

struct bench {
    ts_device *dev;
    const ts_kernel_def *def;
    const char *shape_name;
    ts_shape *shape;
    char *text;
    unsigned tried, refused, reported, excused, survived, fatal;
    unsigned of_kind; /* survivors of the kind that is being tried */
};

static char *emit(const ts_kernel_def *def, const ts_shape *shape)
{
    ts_error err = {{0}};
    const ts_target *target = ts_target_find("cuda", &err);
    char *text = target ? ts_kernel_emit(&def, 1, shape, target, NULL, &err) : NULL;
    if (!text) fail_msg("%s: %s", def->name, err.text);
    return text;
}

/* The check's first complaint in *report, or "" in its failure. */
static bool passes(struct bench *b, const char *text, ts_check_report *report)
{
    ts_error err = {{0}};
    *report = (ts_check_report){0};
    ts_module *m = ts_module_load(b->dev, text, strlen(text), &err);
    if (!m) {
        snprintf(report->failure, sizeof report->failure, "refused: %.500s", err.text);
        return false;
    }
    ts_check_run run = {.shape_name = b->shape_name,
                        .shape = b->shape,
                        .device = b->dev,
                        .module = {m, m},
                        .no_interpreter = true,
                        .seed = 1};
    int bad = ts_check_kernel(b->def, &run, report);
    ts_module_free(m);
    return !bad;
}

/* Its text in `line`; returns its number. */
static int line_of(const char *text, const char *at, char *line, size_t cap)
{
    const char *from = at;
    int number = 1;
    for (const char *p = text; p < at; p++) number += *p == '\n';
    while (from > text && from[-1] != '\n') from--;
    from += strspn(from, " ");
    snprintf(line, cap, "%.*s", (int)strcspn(from, "\n"), from);
    return number;
}

static void judge(struct bench *b, const struct kind *kind, const struct site *s, const char *text)
{
    ts_check_report report;
    char line[160];
    int number = line_of(b->text, s->at, line, sizeof line);
    b->tried++;
    if (!passes(b, text, &report)) {
        b->refused += !strncmp(report.failure, "refused", 7);
        b->reported += strstr(report.failure, ", block ") || strstr(report.failure, "wrote ");
        return;
    }
    b->of_kind++;
    bool same = kind->strict && excused(b->def->name, kind->name, b->of_kind);
    b->excused += same;
    b->survived += !same;
    b->fatal += kind->strict && !same;
    print_message("%s: %s, %s, line %d: %s\n", same ? "the same" : "survives", b->def->name,
                  kind->name, number, line);
}

static void mutate(struct bench *b, const struct kind *kind, const struct site *s)
{
    size_t room = strlen(b->text) + sizeof s->put + 1;
    char *text = malloc(room);
    assert_non_null(text);
    snprintf(text, room, "%.*s%s%s", (int)(s->at - b->text), b->text, s->put, s->at + s->remove);
    judge(b, kind, s, text);
    free(text);
}

static size_t next_site(const struct kind *kind, const char **from, struct site *s)
{
    if (!kind->find(*from, s)) return 0;
    *from = s->at + (s->remove ? s->remove : 1);
    return 1;
}

/* Places of a kind, evenly over the text. */
static void try_kind(struct bench *b, const struct kind *kind)
{
    const char *start = strstr(b->text, "// tessera kernel"), *from = start;
    struct site s;
    size_t n = 0, nth = 0;
    b->of_kind = 0;
    while (next_site(kind, &from, &s)) n++;
    size_t want = all_sites || kind->every || n < SITES ? n : SITES;
    from = start;
    for (size_t i = 0; next_site(kind, &from, &s); i++)
        if (want && i == nth * n / want) {
            mutate(b, kind, &s);
            nth++;
        }
}

static void try_kernel(struct bench *total, ts_device *dev, const char *name, size_t shape)
{
    ts_error err = {{0}};
    ts_check_report report;
    struct bench b = {.dev = dev};
    b.def = ts_kernel_find(name, NULL, &err);
    if (!b.def) fail_msg("%s", err.text);
    b.shape_name = b.def->suite->check[shape].name;
    b.shape = ts_shape_variant(b.def->suite, shape, 2, ts_target_find("cuda", &err));
    b.text = emit(b.def, b.shape);
    if (!passes(&b, b.text, &report)) fail_msg("%s: %s", name, report.failure);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (all_sites || kinds[i].strict) try_kind(&b, &kinds[i]);
    free(b.text);
    free(b.shape);
    print_message("%-22s %3u tried, %u survive, %u mean the same\n", name, b.tried, b.survived,
                  b.excused);
    total->tried += b.tried;
    total->refused += b.refused;
    total->reported += b.reported;
    total->survived += b.survived;
    total->excused += b.excused;
    total->fatal += b.fatal;
}

static void mutants(void **state)
{
    (void)state;
    static const char *const few[] = {"rms_norm_1536",        "q_proj_matvec",    "rope_q_decode",
                                      "attention_decode_gqa", "embedding_lookup", "argmax_greedy"};
    ts_error err = {{0}};
    ts_device *dev = ts_device_open("shim:cuda", 0, &err);
    if (!dev) {
        print_message("skipped: %s\n", err.text);
        skip();
    }
    ((ts_shim_device *)dev)->limit = 5;
    struct bench total = {0};
    const ts_kernel_def *def;
    for (size_t i = 0; all_sites && (def = ts_kernel_at(i)); i++)
        for (size_t shape = 0; shape < 2; shape++) try_kernel(&total, dev, def->name, shape);
    for (size_t i = 0; !all_sites && i < sizeof few / sizeof *few; i++)
        try_kernel(&total, dev, few[i], i % 2);
    print_message("%u mutants: %u not compiled, %u reported, %u with wrong results, %u mean the "
                  "same, %u survive\n",
                  total.tried, total.refused, total.reported,
                  total.tried - total.refused - total.reported - total.survived - total.excused,
                  total.excused, total.survived);
    ts_device_close(dev);
    if (total.fatal) fail_msg("%u without barrier or bounds survive", total.fatal);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(mutants)};
    all_sites = argc > 1 && !strcmp(argv[1], "all");
    return cmocka_run_group_tests(tests, NULL, NULL);
}

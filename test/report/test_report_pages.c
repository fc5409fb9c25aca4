/* test_report_pages.c - what the report makes of results: the newest of each key, shares of ceilings,
 * impossible lines, what may stand in a headline, and what each page marks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/ceiling.h"
#include "report/template.h"
#include "test/store/records.h"

/* ---- made-up results ---- */

enum { MOST = 40 };

typedef struct bench {
    ts_run_info run[4];
    char id[4][33];
    ts_record record[MOST];
    size_t runs, n;
    ts_ledger *store;
    ts_view view;
    void *memory; /* of what was asked */
    ts_error err;
} bench;

/* front: of its id. */
static ts_run_info *add_run(bench *b, const char *front, const char *kind, const char *started)
{
    ts_run_info *run = &b->run[b->runs];
    char *id = b->id[b->runs++];
    *run = ts_run_blank();
    snprintf(id, sizeof *b->id, "%s%0*d", front, 32 - (int)strlen(front), 0);
    run->id = id;
    run->kind = kind;
    run->started = started;
    run->machine = "00c0ffee00c0ffee";
    return run;
}

static ts_result *add(bench *b, const ts_run_info *run, const char *what, const char *name,
                      double value)
{
    ts_record *r = &b->record[b->n++];
    *r = (ts_record){run, ts_result_blank(), b->n};
    r->result.bench = what;
    r->result.name = name;
    r->result.value = value;
    r->result.unit = strcmp(what, "decode") != 0 ? "us" : "tok/s";
    return &r->result;
}

static void forget(bench *b)
{
    ts_view_free(&b->view);
    ts_store_close(b->store);
    b->store = NULL;
}

static int try(bench *b, const char *run)
{
    forget(b);
    b->err = (ts_error){0};
    int bad = !(b->store = ts_store_passing("the report", &b->err));
    for (size_t i = 0; i < b->runs && !bad; i++)
        bad = ts_store_begin(b->store, &b->run[i], &b->err);
    for (size_t i = 0; i < b->n && !bad; i++)
        bad = ts_store_add(b->store, b->record[i].run->id, &b->record[i].result, NULL, 0, &b->err);
    return bad ? -1 : ts_view_make(&b->view, b->store, run, &b->err);
}

static ts_view *look(bench *b, const char *run)
{
    if (try(b, run)) fail_msg("%s", b->err.text);
    return &b->view;
}

/* The first value of "SELECT what". */
static ts_value ask(bench *b, const char *what)
{
    char sql[400];
    ts_selection r = {.memory = b->memory};
    snprintf(sql, sizeof sql, "SELECT %s", what);
    if (ts_store_select(b->store, sql, NULL, NULL, &r, &b->err) || !r.n)
        fail_msg("%s: %s", sql, b->err.text);
    b->memory = r.memory;
    return r.row[0][0];
}

static double number(bench *b, const char *what)
{
    return ask(b, what).number;
}

static void says(bench *b, const char *what, const char *want)
{
    assert_string_equal(ask(b, what).text, want);
}

static int setup(void **state)
{
    *state = calloc(1, sizeof(bench));
    return *state ? 0 : -1;
}

static int teardown(void **state)
{
    forget(*state);
    ts_memory_free(((bench *)*state)->memory);
    free(*state);
    return 0;
}

static void near(double got, double want, double within)
{
    if (!(fabs(got - want) <= within)) fail_msg("%.17g, not %.17g", got, want);
}

static char *page(ts_view *v, const char *name)
{
    char *text = NULL;
    size_t n;
    FILE *to = open_memstream(&text, &n);
    ts_page_write(v, name, NULL, to);
    fclose(to);
    assert_string_equal(v->err->text, "");
    return text;
}

static void appears(const char *text, const char *piece)
{
    if (!strstr(text, piece)) fail_msg("no \"%s\" in %s", piece, text);
}

/* ---- which results ---- */

static void the_newest_of_each_key(void **state)
{
    bench *b = *state;
    ts_run_info *old = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    ts_run_info *new = add_run(b, "bbbb5eed5eed5eed", "measured", "2026-11-19T09:00:00Z");
    add(b, old, "kernel", "rms_norm", 5)->mode = "cold";
    add(b, old, "kernel", "rope", 7)->mode = "cold";
    add(b, new, "kernel", "rms_norm", 4)->mode = "cold";
    add(b, new, "kernel", "rms_norm", 3)->mode = "hot";
    add(b, new, "kernel", "softmax", 2)->mode = "hot"; /* alone, it stands for itself */
    look(b, NULL);
    near(number(b, "count(*) FROM measured"), 4,
         0); /* rope is of the old run, and still the newest */
    near(number(b, "value FROM measured ORDER BY nr"), 7, 0);
    near(number(b, "value FROM measured ORDER BY nr LIMIT 1 OFFSET 1"), 4, 0);
    near(number(b, "count(*) FROM line"), 5, 0);
    near(number(b, "count(*) FROM kernels"), 3, 0); /* the hot line stands beside its cold one */
    assert_true(isnan(number(b, "hot_us FROM kernels WHERE name = 'rope'")));
    near(number(b, "hot_us FROM kernels WHERE name = 'rms_norm'"), 3, 1e-12);
    assert_true(isnan(number(b, "cold_us FROM kernels WHERE name = 'softmax'")));
    near(number(b, "hot_us FROM kernels WHERE name = 'softmax'"), 2, 1e-12);
    says(b, "href FROM kernels WHERE name = 'rms_norm'", "run-bbbb5eed5eed.html#r0");
}

static void one_run_when_asked(void **state)
{
    bench *b = *state;
    ts_run_info *old = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    ts_run_info *new = add_run(b, "bbbb5eed5eed5eed", "measured", "2026-11-19T09:00:00Z");
    ts_run_info *other = add_run(b, "cccc5eed5eed5eed", "published", NULL);
    add_run(b, "cccc5eed5eed1eed", "published", "2026-11-18T09:00:00Z");
    add(b, old, "kernel", "rms_norm", 5);
    add(b, new, "kernel", "rms_norm", 4);
    add(b, other, "decode", "x", 1);
    add(b, other, "decode", "x", 2); /* two lines of others may look alike: both stand */
    look(b, "aaaa");
    near(number(b, "count(*) FROM measured"), 1, 0);
    near(number(b, "value FROM measured"), 5, 0);
    near(number(b, "count(*) FROM others WHERE bench = 'decode'"), 2, 0);
    says(b, "page FROM every_run WHERE id LIKE 'aaaa%'", "run-aaaa5eed5eed");
    says(b, "page FROM every_run WHERE id LIKE 'cccc5eed5eed5%'",
         "run-number-1"); /* they begin alike */
    assert_int_equal(try(b, "dddd"), -1);
    assert_non_null(strstr(b->err.text, "no run that begins with dddd"));
    assert_int_equal(try(b, "d"), -1);
    assert_non_null(strstr(b->err.text, "at least 4 digits"));
}

static void headline_is_the_true_shape(void **state)
{
    bench *b = *state;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    add(b, run, "decode", "tessera-tiny", 700)->dtype = "bf16";
    add(b, run, "decode", "synthetic:r1-distill-1.5b", 3)->dtype = "f32";
    ts_result *r = add(b, run, "decode", "synthetic:r1-distill-1.5b", 6);
    r->dtype = "bf16";
    r->context = 4096;
    r = add(b, run, "decode", "synthetic:r1-distill-1.5b", 5);
    r->dtype = "bf16";
    r = add(b, run, "decode", "synthetic:r1-distill-1.5b", 9);
    r->dtype = "bf16";
    r->mode = "other";
    r->verdict = "refused";
    look(b, NULL);
    near(number(b, "value FROM headline"), 5, 0);
}

/* ---- what follows from them ---- */

static void shares_of_the_true_ceiling(void **state)
{
    bench *b = *state;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "published", NULL);
    ts_result *r = add(b, run, "decode", "DeepSeek-R1-Distill-Qwen-1.5B", 91.7);
    r->device_name = "Apple M2 Max";
    r->dtype = "bf16";
    r->read_gbps = 400;
    look(b, NULL);
    near(number(b, "share FROM others"), 0.71, 0.005); /* of 129.6 tok/s: 3.087 GB a token */
    near(number(b, "true_ceiling FROM others"), 129.6, 0.05);
    near(number(b, "stated FROM others"), 153.8, 0.05); /* with 2.6 GB, of which it was 60 % */
    near(number(b, "stated_share FROM others"), 0.60, 0.005);
    near(number(b, "counts FROM others"), 1, 0);
}

static void impossible_lines_are_flagged(void **state)
{
    bench *b = *state;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "published", NULL);
    ts_result *r = add(b, run, "decode", "DeepSeek-R1-Distill-Qwen-1.5B", 91.7);
    r->read_gbps = 400;
    add(b, run, "breakdown", "gate + up + silu", 3100);
    add(b, run, "breakdown", "down-projection", 2100);
    add(b, run, "breakdown", "attention", 800);
    look(b, NULL);
    near(number(b, "count(*) FROM others WHERE bench = 'breakdown'"), 3, 0);
    near(number(b, "speed FROM line WHERE name LIKE 'gate%'"), 497, 0.5); /* of a memory of 400 */
    near(number(b, "impossible AND NOT counts FROM line WHERE name LIKE 'gate%'"), 1, 0);
    near(number(b, "speed FROM line WHERE name LIKE 'down%'"), 367, 0.5);
    near(number(b, "impossible FROM line WHERE name LIKE 'down%'"), 0, 0);
    assert_true(
        isnan(number(b, "share FROM line WHERE name = 'attention'"))); /* of bytes unknown */
    near(number(b, "impossible FROM line WHERE name = 'attention'"), 0, 0);
}

static void no_kind_of_line_beats_its_ceiling(void **state)
{
    bench *b = *state;
    static const char *const kinds[] = {"kernel",    "decode",   "prefill", "first_token",
                                        "breakdown", "ablation", "compare"};
    enum { KINDS = sizeof kinds / sizeof *kinds };
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    for (size_t i = 0; i < KINDS; i++) add(b, run, kinds[i], "x", 1)->sol = 1.03;
    for (size_t i = 0; i < KINDS; i++) add(b, run, kinds[i], "y", 1)->sol = TS_IMPOSSIBLE;
    look(b, NULL);
    near(number(b, "sum(impossible AND NOT counts) FROM measured WHERE name = 'x'"), KINDS, 0);
    near(number(b, "sum(counts AND NOT impossible) FROM measured WHERE name = 'y'"), KINDS, 0);
}

static ts_result *class(bench *b, const ts_run_info *run, const char *name, double us, double sol)
{
    ts_result *r = add(b, run, "breakdown", name, us);
    r->context = 16;
    r->sol = sol;
    r->read_gbps = 20;
    return r;
}

static void room_decides_what_to_improve(void **state)
{
    bench *b = *state;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    class(b, run, "gate, up, silu", 70e3, 0.99); /* 0.7 ms of room, though the largest */
    class(b, run, "down product", 40e3, 0.87);   /* 5.2 ms */
    class(b, run, "norms", 10e3, NAN);           /* from caches: not known */
    class(b, run, "token", 123e3, 0.95);
    class(b, run, "between launches", 3e3, NAN);
    for (int i = 0; i < 2; i++) { /* of a device or a context that the headline is not about */
        ts_result *r = class(b, run, "norms", 900e3, 0.5);
        r->device = i ? NULL : "opencl:0";
        r->context = i ? 4096 : 16;
    }
    add(b, run, "decode", "synthetic:r1-distill-1.5b", 8);
    look(b, NULL);
    near(number(b, "count(*) FROM parts"), 4, 0);
    near(number(b, "token FROM parts"), 0.123, 1e-12);
    says(b, "name FROM parts ORDER BY room DESC", "down product");
    near(number(b, "max(room) FROM parts"), 5.2e-3, 1e-12);
    says(b, "name FROM parts ORDER BY room DESC LIMIT 1 OFFSET 1", "between launches");
    near(number(b, "room FROM parts WHERE rest"), 3e-3, 1e-12); /* all of it could go */
    says(b, "name FROM parts ORDER BY room LIMIT 1", "norms");
}

static void a_token_without_parts_is_no_mistake(void **state)
{
    bench *b = *state;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    class(b, run, "token", 123e3, 0.95);
    add(b, run, "ablation", "plain", 6.7)->unit = "tok/s";
    ts_view *v = look(b, NULL);
    for (size_t i = 0; ts_page_at(v, i); i++) free(page(v, ts_text_of(v, ts_page_at(v, i)->name)));
    char *text = page(v, "breakdown");
    appears(text, "<section>");
    assert_null(strstr(text, "<table>"));
    free(text);
}

static void refused_classes_give_no_advice(void **state)
{
    bench *b = *state;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    add(b, run, "decode", "synthetic:r1-distill-1.5b", 8);
    class(b, run, "attention", 2e3, 0.7);
    ts_result *r = class(b, run, "gate, up, silu", NAN, NAN);
    r->verdict = "refused";
    r->why = "129 % of reading";
    class(b, run, "token", 123e3, 0.95);
    ts_view *v = look(b, NULL);
    char *first = page(v, "index"), *classes = page(v, "breakdown");
    appears(first, "Too disturbed to tell");
    assert_null(strstr(first, "Where the time goes"));
    appears(classes, "129 % of reading");
    assert_null(strstr(classes, "sum of the classes"));
    assert_null(strstr(classes, "nan"));
    free(first);
    free(classes);
    class(b, run, "gate, up, silu", 70e3, 0.99)->context =
        1024; /* whole, though with more in the cache */
    class(b, run, "token", 75e3, 0.95)->context = 1024;
    first = page(look(b, NULL), "index");
    appears(first, "Where the time goes");
    free(first);
}

static void ranks_leave_out_what_does_not_count(void **state)
{
    bench *b = *state;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    add(b, run, "kernel", "a", 10)->sol = 0.5;
    ts_result *r = add(b, run, "kernel", "b", 10);
    r->sol = 0.9;
    r->verdict = "fail";
    add(b, run, "kernel", "c", 10)->sol = 1.3; /* over its ceiling, whatever its verdict says */
    add(b, run, "kernel", "d", 10)->sol = 0.7;
    look(b, NULL);
    near(number(b, "rank FROM kernels WHERE name = 'd'"), 1, 0);
    near(number(b, "rank FROM kernels WHERE name = 'a'"), 2, 0);
    near(number(b, "count(rank) FROM kernels"), 2, 0);
    near(number(b, "room FROM kernels WHERE name = 'd'"), 3e-6, 1e-15);
}

static void days_read_well(void **state)
{
    bench *b = *state;
    static const char *const day[][2] = {{"2026-11-21T14:47:13Z", "21 Nov 2026, 14:47 UTC"},
                                         {"2026-01-02", "2 Jan 2026"},
                                         {"2026-13-02T14:47:13Z", "undated"},
                                         {"<script>", "undated"},
                                         {NULL, "undated"}};
    for (size_t i = 0; i < sizeof day / sizeof *day; i++) {
        b->runs = b->n = 0;
        add(b, add_run(b, "aaaa", "measured", day[i][0]), "kernel", "a", 10);
        look(b, NULL);
        says(b, "day FROM runs", day[i][1]);
    }
}

/* ---- pages ---- */

static void ratios_decide_what_helps(void **state)
{
    bench *b = *state;
    static const struct {
        const char *name;
        double rate, lo, hi;
    } rows[] = {
        {"prefetch", 5.6, 0.8, 0.85}, {"spin", 6.6, 0.98, 1.02}, {"overlap", 7, 1.02, 1.06}};
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    for (size_t i = 0; i < 3; i++) {
        add(b, run, "ablation", rows[i].name, rows[i].rate)->unit = "tok/s";
        ts_result *r = add(b, run, "ablation", rows[i].name, (rows[i].lo + rows[i].hi) / 2);
        r->unit = "ratio";
        r->lo = rows[i].lo;
        r->hi = rows[i].hi;
    }
    add(b, run, "ablation", "plain", 6.7)->unit = "tok/s";
    ts_result *few = add(b, run, "ablation", "streams", 0.5);
    few->unit = "ratio";
    few->lo = few->hi = 0.5;
    few->n = 1;
    char *text = page(look(b, NULL), "ablation");
    char *helps = strstr(text, "<td>helps</td>"), *none = strstr(text, "<td>no difference</td>");
    char *hurts = strstr(text, "<td>hurts</td>");
    assert_true(helps && none && hurts);
    assert_true(helps < none && none < hurts); /* by what they are worth */
    appears(text, "17.5\xe2\x80\xaf%");        /* by the ratio, not by rates of other minutes */
    appears(text, "<td>too few rounds</td>");  /* though its interval has no width */
    appears(text, ">6.70 tokens a second<");
    assert_null(strstr(helps + 1, "<td>helps</td>")); /* one row a switch */
    free(text);
}

static void nothing_measured_is_said(void **state)
{
    bench *b = *state;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "published", NULL);
    add(b, run, "kernel", "x", 1);
    ts_view *v = look(b, NULL);
    for (size_t i = 0; ts_page_at(v, i); i++) {
        char *text = page(v, ts_text_of(v, ts_page_at(v, i)->name));
        appears(text, "</html>");
        assert_null(strstr(text, "(null)"));
        assert_null(strstr(text, "nan"));
        free(text);
    }
    char *text = page(v, "kernels");
    appears(text, "<code>tessera bench kernels</code>");
    free(text);
}

/* ---- what may stand in a headline ---- */

/* A quiet rate whose token was taken apart into parts that fit it: 125 ms, of which 6 at most could go. */
static ts_result *settled(bench *b, ts_run_info *run)
{
    run->git_sha = "0123456789abcdef";
    class(b, run, "gate, up, silu", 70e3, 0.97); /* 2.1 ms of room */
    class(b, run, "down product", 51e3, 0.95);   /* 2.55 ms */
    class(b, run, "rms norm", 1e3, NAN);         /* all of it */
    class(b, run, "token", 123e3, 0.95);
    class(b, run, "between launches", 1e3, NAN);
    ts_result *r = add(b, run, "decode", "synthetic:r1-distill-1.5b", 8);
    r->dtype = NULL;
    r->context = 16;
    r->n = 7;
    r->lo = 7.8;
    r->hi = 8.2;
    r->sol = 0.95;
    r->sol_lo = 0.94;
    r->sol_hi = 0.96;
    r->mode = "tg8";
    r->read_gbps = 26;
    return r;
}

static void expect_doubt(bench *b, const char *why)
{
    char *text = page(look(b, NULL), "index");
    appears(text, why ? why : "<h1 class=\"headline\">This machine decodes");
    appears(text, why ? "is not settled.</h1>" : "8.00 tokens a second</a>");
    if (why) assert_null(strstr(text, "This machine decodes <"));
    free(text);
}

static void headlines_need_what_confirms_them(void **state)
{
    bench *b = *state;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    ts_result *r = settled(b, run), good = *r;
    expect_doubt(b, NULL);
    r->noisy = 1;
    expect_doubt(b, "other work took more than 2 %");
    *r = good, r->n = 5;
    expect_doubt(b, "Its samples are too few");
    *r = good, r->lo = NAN;
    expect_doubt(b, "It has no interval");
    *r = good, r->lo = 6.8, r->hi = 8.9; /* 26 % wide */
    expect_doubt(b, "6.80 to 8.90 tokens a second");
    *r = good, r->sol_lo = 0.8;
    expect_doubt(b, "only known to lie from 80.0\xe2\x80\xaf% to 96.0");
    *r = good, r->sol = 0.848, r->sol_lo = 0.83,
    r->sol_hi = 0.87; /* 19 ms, of which 6.65 are in the parts */
    expect_doubt(b,
                 "the speed of light would save 6.65\xe2\x80\xafms in them, and by its share 19.0");
    *r = good, r->value = 7.2, r->lo = 7.1, r->hi = 7.3;
    expect_doubt(b,
                 "they were timed in a token of 123\xe2\x80\xafms, and this figure is one of 139");
    *r = good, r->context = 1024;
    expect_doubt(b, "behind another number of tokens");
    *r = good, r->dtype = "f16";
    expect_doubt(b, "of another model");
    *r = good, b->record[0].result.value = NAN, b->record[0].result.verdict = "refused";
    expect_doubt(b, "one class came out faster than the ceiling");
}

static void parts_are_of_the_same_build(void **state)
{
    bench *b = *state;
    ts_run_info *old = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    ts_run_info *new = add_run(b, "bbbb5eed5eed5eed", "measured", "2026-11-19T09:00:00Z");
    ts_result r = *settled(b, old);
    *add(b, new, "decode", NULL, 0) = r;
    new->git_sha = "fedcba9876543210";
    expect_doubt(b, "by another build");
    new->git_sha = old->git_sha;
    expect_doubt(b, NULL);
    b->n = 0;
    *add(b, new, "decode", NULL, 0) = r;
    expect_doubt(b, "the token was not taken apart");
}

static void what_was_refused_is_not_passed_over(void **state)
{
    bench *b = *state;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    ts_result *r = settled(b, run);
    r->context = 1024; /* shown instead of the refused one, which is nearer */
    ts_result *nearer = add(b, run, "decode", r->name, NAN);
    nearer->context = 16;
    nearer->mode = "tg8";
    nearer->verdict = "refused";
    nearer->why = "104.1 % of what reading alone reaches";
    char *text = page(look(b, NULL), "index");
    appears(text, "behind 1,024 cached tokens");
    appears(text, "after 16</a> is left out: 104.1 % of what reading alone reaches");
    free(text);
    r->value = NAN;
    text = page(look(b, NULL), "index");
    appears(text, "No decoding was measured here yet");
    appears(text, "is left out: 104.1 %");
    free(text);
}

static void ceilings_are_of_the_device_itself(void **state)
{
    bench *b = *state;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    ts_result *r = add(b, run, "ceiling", "read", 30);
    r->device = "cpu:avx512";
    r->unit = "GB/s";
    look(b, NULL);
    near(number(b, "count(*) FROM ceilings"), 1, 0); /* nothing was decoded: of whatever device */
    ts_result *rate = add(b, run, "decode", "synthetic:r1-distill-1.5b", 8);
    rate->device = "opencl:0";
    look(b, NULL);
    near(number(b, "count(*) FROM ceilings"), 0, 0);
    rate->device = "cpu:avx512";
    look(b, NULL);
    near(number(b, "count(*) FROM ceilings"), 1, 0);
}

static void few_samples_say_what_they_hold(void **state)
{
    bench *b = *state;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    for (int n = 1; n < 8; n += 2) {
        static const char *const name[] = {"one", "three", "five", "seven"};
        ts_result *r = add(b, run, "kernel", name[n / 2], 10);
        r->sol = 0.5 + 0.01 * n;
        r->sol_lo = 0.4;
        r->sol_hi = 0.6;
        r->n = n;
        r->mode = "cold";
        r->verdict = "pass";
    }
    char *text = page(look(b, NULL), "kernels");
    appears(text, "of 3: holds 75.0\xe2\x80\xaf%");
    appears(text, "of 5: holds 93.8\xe2\x80\xaf%");
    assert_null(strstr(text, "of 7: holds"));
    assert_null(strstr(text, "of 1: holds")); /* one sample has no interval at all */
    appears(text, "3 lines without a rank");
    appears(text, ">too few</span>");
    free(text);
}

static void longer_contexts_are_not_faster(void **state)
{
    bench *b = *state;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    for (int i = 0; i < 3; i++) {
        ts_result *r = add(b, run, "decode", "synthetic:r1-distill-1.5b", i == 1 ? 12.3 : 8.5);
        r->mode = "tg8";
        r->context = i == 2 ? 4096 : i ? 1024 : 16;
        r->read_gbps = i == 1 ? 51.5 : 30.6;
        r->lo = i == 1 ? 9.16 : 7.26;
        r->hi = i == 1 ? 13.3 : 9.56;
    }
    char *text = page(look(b, NULL), "context");
    appears(text, "faster at 1,024 positions than at 16, though it reads more");
    appears(text, "Their intervals overlap");
    appears(text, "reading gave 30.6 and 51.5 GB/s");
    assert_null(strstr(text, "than at 1,024"));
    free(text);
}

static void history_marks_what_intervals_allow(void **state)
{
    bench *b = *state;
    static const double share[] = {0.8, 0.85, 0.95}, half[] = {0.04, 0.04, 0.01};
    for (int i = 0; i < 3; i++) {
        static const char *const id[] = {"aaaa", "bbbb", "cccc"};
        ts_run_info *run = add_run(b, id[i], "measured", "2026-11-18T09:00:00Z");
        run->git_sha = id[i];
        ts_result *r = add(b, run, "kernel", "rms_norm", 10);
        r->n = 9;
        r->sol = share[i];
        r->sol_lo = share[i] - half[i];
        r->sol_hi = share[i] + half[i];
    }
    char *text = page(look(b, NULL), "history"), *mark = strstr(text, "aria-label=\"better\"");
    assert_non_null(mark); /* of the third alone: the second's interval meets the first's */
    assert_null(strstr(mark + 1, "aria-label=\"better\""));
    assert_non_null(strstr(text, ">85.0"));
    assert_true(strstr(text, ">85.0") < mark);
    free(text);
}

static void cells_of_the_ladder_count_once(void **state)
{
    bench *b = *state;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    for (int i = 0; i < 2; i++) { /* the same cell on two machines, which reach different rungs */
        ts_result *r = add(b, run, "ladder", "rms_norm", i ? 2 : 3);
        r->target = "cuda";
        r->device = i ? "cuda:0" : "shim:cuda";
    }
    ts_result *odd = add(b, run, "ladder", "rope", 9); /* which is none */
    odd->target = "cuda";
    char *text = page(look(b, NULL), "ladder");
    appears(text, "1 of 1 cells ran");
    appears(text, ">L3</a>");
    appears(text, "rope</th><td class=\"level none\">");
    free(text);
}

/* Two points that would lie over each other, one elsewhere, and the roofs of their device. */
static void points_of_a_roofline_keep_their_numbers(void **state)
{
    bench *b = *state;
    static const double flops[] = {1e6, 1.1e6, 4e7};
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    ts_result *c = add(b, run, "ceiling", "int8", 600);
    c->unit = "GFLOP/s";
    for (int i = 0; i < 3; i++) {
        static const char *const name[] = {"a", "b", "c"};
        ts_result *r = add(b, run, "kernel", name[i], 1000);
        r->mode = "cold";
        r->bytes = 1e6;
        r->flops = flops[i];
        r->read_gbps = 30;
        r->peak_gflops = 90;
    }
    char *text = page(look(b, NULL), "roofline");
    const char *both = strstr(text, "start\">1 2</text>");
    assert_true(both && !strstr(both + 1, "start\">1 2</text>"));
    appears(text, "start\">3</text>");
    assert_null(strstr(text, "start\">2</text>"));
    appears(text, ">8-bit roof</text>");
    appears(text, "reading memory at 30.0 GB/s");
    c->device = "opencl:0"; /* of another device */
    free(text);
    text = page(look(b, NULL), "roofline");
    assert_null(strstr(text, ">8-bit roof</text>"));
    free(text);
}

/* A rate behind each context; half: of its interval, or NAN. */
static void add_rates(bench *b, double least, double most, double half)
{
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    for (int i = 0; i < 2; i++) {
        ts_result *r = add(b, run, "decode", "m", i ? least : most);
        r->device = "\"'<i>";
        r->mode = "tg8";
        r->context = i ? 4096 : 0;
        r->lo = r->value - half;
        r->hi = r->value + half;
    }
}

/* The page with its plot, if it is well drawn. */
static char *drawn(bench *b, const char *name)
{
    char *text = page(look(b, NULL), name);
    appears(text, "<svg class=\"plot\"");
    if (strstr(text, "\"M\xe2") || strstr(text, "nan") || strstr(text, "inf")) fail_msg("%s", text);
    return text;
}

static size_t count(const char *text, const char *piece)
{
    size_t n = 0;
    for (; (text = strstr(text, piece)); text++) n++;
    return n;
}

static void plots_show_intervals_and_text(void **state)
{
    bench *b = *state;
    add_rates(b, 5, 6, NAN);
    char *plain = drawn(b, "context");
    appears(plain, ">&#34;&#39;&#60;i&#62; tg8</text>");
    assert_null(strstr(plain, ">20</text>"));
    assert_int_equal(count(plain, "m-4 0h8"), 0);
    b->runs = b->n = 0;
    add_rates(b, 5, 6, 16);
    char *with = drawn(b, "context");
    assert_int_equal(count(with, "m-4 0h8"), 2);
    appears(with, ">20</text>"); /* the axis holds the end of the bar */
    assert_int_equal(number(b, "count(*) FROM mark WHERE p_hi < 36 OR py > 372.001"), 0);
    free(plain);
    free(with);
}

/* Whatever the figures are, all marks lie within the axes and ticks come to an end. */
static void axes_hold_their_points(void **state)
{
    bench *b = *state;
    static const double value[][2] = {{1e-9, 1e12}, {0, 0}, {7, 7}, {3, 3.0001}};
    for (size_t i = 0; i < sizeof value / sizeof *value; i++) {
        b->runs = b->n = 0;
        add_rates(b, value[i][0], value[i][1], NAN);
        for (int k = 0; k < 2; k++) {
            ts_result *r = add(b, &b->run[0], "kernel", k ? "k" : "l", 10);
            r->mode = "cold";
            r->bytes = 1e6;
            r->flops = 1e6 + value[i][k];
            r->read_gbps = 30;
        }
        free(drawn(b, "context"));
        free(drawn(b, "roofline"));
        assert_int_equal(number(b, "count(*) FROM mark WHERE (px BETWEEN 63.999 AND 696.001 AND py "
                                   "BETWEEN 15.999 AND 372.001) IS NOT TRUE"),
                         0);
        assert_in_range(number(b, "count(*) FROM tick"), 8, 160);
    }
}

/* One point is no curve. */
static void what_is_alone_is_not_drawn(void **state)
{
    bench *b = *state;
    add_rates(b, 5, 6, NAN);
    b->n--;
    char *text = page(look(b, NULL), "context");
    assert_null(strstr(text, "<svg class=\"plot\""));
    free(text);
}

/* ---- goals ---- */

static ts_result *add_share(bench *b, const ts_run_info *run, const char *what, const char *name,
                            const char *dtype, double lo, double hi)
{
    ts_result *r = add(b, run, what, name, 10);
    r->dtype = dtype;
    r->device = "cpu:amx";
    r->shape = "1.5b";
    r->mode = strcmp(what, "kernel") != 0 ? NULL : "cold";
    r->unit = strcmp(what, "kernel") != 0 ? "tok/s" : "us";
    r->n = 8;
    r->batch = 1;
    r->threads = 2;
    r->context = 16;
    r->lo = 9;
    r->hi = 11;
    r->sol = (lo + hi) / 2;
    r->sol_lo = lo;
    r->sol_hi = hi;
    return r;
}

static ts_result *add_top(bench *b, const ts_run_info *run, const char *name, const char *device,
                          double value)
{
    ts_result *r = add(b, run, "ceiling", name, value);
    r->unit = "GFLOP/s";
    r->device = device;
    r->threads = 2;
    return r;
}

#define MODEL_NAME "synthetic:r1-distill-1.5b"

/* The whole interval decides; a step of several is compared with one of one in the same run, operations of a prompt
 * with what vectors reach, though the device has a matrix unit, and bytes with its own. */
static void goals_are_held_by_whole_intervals(void **state)
{
    bench *b = *state;
    ts_run_info *run = add_run(b, "aaaa5eed5eed5eed", "measured", "2026-11-18T09:00:00Z");
    ts_run_info *old = add_run(b, "bbbb5eed5eed5eed", "measured", "2026-11-17T09:00:00Z");
    add_share(b, run, "decode", MODEL_NAME, "bf16", 0.96, 0.98);
    add_share(b, run, "decode", MODEL_NAME, "q8", 0.91, 0.95);
    add_share(b, run, "decode", MODEL_NAME, "f32", 0.90, 0.96);
    add_share(b, run, "decode", MODEL_NAME, "q4", 0.80, 0.84);
    add_share(b, run, "decode", MODEL_NAME, "mxfp4", 0.86, 0.90)->n = 5;
    add_share(b, run, "decode", "synthetic:mini", "f16", 0.96, 0.98)->shape = "mini";
    add_share(b, run, "kernel", "q_proj_matvec", "bf16", 0.95, 0.97);
    ts_result *eight = add_share(b, run, "decode", MODEL_NAME, "bf16", 0.8, 0.9);
    eight->batch = 8, eight->value = 64, eight->lo = 63,
    eight->hi = 65; /* 125 ms, where one takes 100 */
    add_share(b, old, "decode", MODEL_NAME, "bf16", 0.96, 0.98)->value = 1;
    ts_result *prompt = add_share(b, run, "prefill", MODEL_NAME, "bf16", 0.4, 0.5);
    prompt->prompt = 128, prompt->gflops = 300;
    prompt = add_share(b, run, "prefill", MODEL_NAME, "q8", 0.4, 0.5);
    prompt->prompt = 128, prompt->gflops = 300;
    add_top(b, run, "fma", "cpu:amx", 1000);
    add_top(b, run, "fma", "cpu:avx512", 300);
    add_top(b, run, "int8", "cpu:amx", 3000);
    look(b, NULL);
    static const char *const want[] = {"reached",      "not measured",   "not sure", "not sure",
                                       "missed",       "too few rounds", "reached",  "not measured",
                                       "not measured", "reached",        "missed",   "not sure"};
    for (int i = 0; i < 12; i++) {
        char sql[80];
        snprintf(sql, sizeof sql, "conclusion FROM goal_reached WHERE nr = %d", i + 1);
        says(b, sql, want[i]);
    }
    near(number(b, "reached FROM goal_reached WHERE nr = 10"), 1, 1e-12);
    near(number(b, "reached FROM goal_reached WHERE nr = 11"), 0.1, 1e-12);
    near(number(b, "reached FROM goal_reached WHERE nr = 12"), 1.25, 1e-12);
    near(number(b, "reached_lo FROM goal_reached WHERE nr = 12"), 8 / 65.0 / (1 / 9.0), 1e-12);
    char *text = page(&b->view, "goals");
    appears(text, "too few rounds");
    appears(text, "at most 1.15");
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_newest_of_each_key, setup, teardown),
        cmocka_unit_test_setup_teardown(one_run_when_asked, setup, teardown),
        cmocka_unit_test_setup_teardown(headline_is_the_true_shape, setup, teardown),
        cmocka_unit_test_setup_teardown(shares_of_the_true_ceiling, setup, teardown),
        cmocka_unit_test_setup_teardown(impossible_lines_are_flagged, setup, teardown),
        cmocka_unit_test_setup_teardown(no_kind_of_line_beats_its_ceiling, setup, teardown),
        cmocka_unit_test_setup_teardown(room_decides_what_to_improve, setup, teardown),
        cmocka_unit_test_setup_teardown(a_token_without_parts_is_no_mistake, setup, teardown),
        cmocka_unit_test_setup_teardown(refused_classes_give_no_advice, setup, teardown),
        cmocka_unit_test_setup_teardown(ranks_leave_out_what_does_not_count, setup, teardown),
        cmocka_unit_test_setup_teardown(ratios_decide_what_helps, setup, teardown),
        cmocka_unit_test_setup_teardown(nothing_measured_is_said, setup, teardown),
        cmocka_unit_test_setup_teardown(headlines_need_what_confirms_them, setup, teardown),
        cmocka_unit_test_setup_teardown(parts_are_of_the_same_build, setup, teardown),
        cmocka_unit_test_setup_teardown(what_was_refused_is_not_passed_over, setup, teardown),
        cmocka_unit_test_setup_teardown(ceilings_are_of_the_device_itself, setup, teardown),
        cmocka_unit_test_setup_teardown(few_samples_say_what_they_hold, setup, teardown),
        cmocka_unit_test_setup_teardown(longer_contexts_are_not_faster, setup, teardown),
        cmocka_unit_test_setup_teardown(history_marks_what_intervals_allow, setup, teardown),
        cmocka_unit_test_setup_teardown(cells_of_the_ladder_count_once, setup, teardown),
        cmocka_unit_test_setup_teardown(points_of_a_roofline_keep_their_numbers, setup, teardown),
        cmocka_unit_test_setup_teardown(days_read_well, setup, teardown),
        cmocka_unit_test_setup_teardown(plots_show_intervals_and_text, setup, teardown),
        cmocka_unit_test_setup_teardown(axes_hold_their_points, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_alone_is_not_drawn, setup, teardown),
        cmocka_unit_test_setup_teardown(goals_are_held_by_whole_intervals, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_ablation.c - optimisations that an engine can do without: their table, what each changes in the
 * emitted texts, and a whole model on the cpu that says the same without any of them.
 *
 * Other devices: test_device_parity.c. Switches of the runtime, one by one: test_without.c, test_cuda.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "kernels/r1_distill/shape.h"
#include "engine/model.h"
#include "lane/family.h"
#include "rt/cpu.h"
#include "test/rt/quick_cc.h"
#include "test/rt/smaps.h"

#define SHIPPED TESSERA_SOURCE_DIR "/models/tessera-tiny"

/* ---- the table ---- */

static void rows_are_sound(void **state)
{
    (void)state;
    size_t n = 0;
    for (const ts_ablation *a; (a = ts_ablation_at(n)); n++) {
        unsigned targets = 0;
        ts_error err = {{0}};
        for (size_t i = 0; i < n; i++) assert_string_not_equal(ts_ablation_at(i)->name, a->name);
        assert_int_equal(ts_ablation_names(a->name, &err), 0);
        assert_true(ts_listed(a->name, a->name) && !strchr(a->name, ','));
        assert_true(strlen(a->what) > 8 && strlen(a->what) < 64 && !strchr(a->what, '\n'));
        for (size_t t = 0; ts_target_at(t); t++)
            targets += ts_ablation_suits(a, ts_target_at(t), t % 2 ? ~0u : ~(unsigned)TS_NO_GRAPH);
        if (!targets) fail_msg("%s applies to nothing", a->name);
    }
    assert_true(n >= 15);
    assert_null(ts_ablation_at(n + 1000));
}

static void names_are_found(void **state)
{
    (void)state;
    ts_error err = {{0}};
    assert_int_equal(ts_ablation_names("", &err), 0);
    assert_int_equal(ts_ablation_names("spin,streams,spin", &err), 0);
    assert_true(ts_listed("spin,streams", "spin") && ts_listed("spin,streams", "streams"));
    assert_false(ts_listed("spin,streams", "spi") || ts_listed("spin,streams", "stream"));
    assert_false(ts_listed("spins", "spin") || ts_listed("", "spin") || ts_listed(NULL, "spin"));
    static const char *const wrong[][2] = {{"prefech", "did you mean prefetch?"},
                                           {"spin,fusoin", "\"fusoin\"; did you mean fusion?"},
                                           {"spin,", "\"\""},
                                           {",spin", "\"\""},
                                           {"hugepage", "did you mean hugepages?"},
                                           {"zebra", "\"zebra\"; there are "}, /* like none */
                                           {"an endless name of no optimisation", "\"an endl"}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        err.text[0] = 0;
        assert_int_equal(ts_ablation_names(wrong[i][0], &err), -1);
        if (!strstr(err.text, wrong[i][1])) fail_msg("%s: %s", wrong[i][0], err.text);
    }
}

/* ---- texts ---- */

/* Kernel `only`, or all of the suite if NULL, for the 1.5B shape with a cache in f16, as an engine would emit them. */
static char *emit(const ts_target *whole, const char *without, const ts_kernel_def *only,
                  size_t *bytes)
{
    ts_error err = {{0}};
    const ts_suite *suite = &ts_suite_r1_distill;
    size_t n = 0;
    ts_target *t = ts_target_without(whole, whole, without);
    ts_shape *shape = ts_shape_new(suite, NULL, &err);
    assert_non_null(t);
    assert_non_null(shape);
    shape->type.kv = TS_f16;
    ts_calls_schedule(ts_arch_of(&(ts_config){0}), t, without, shape);
    while (suite->kernel[n]) n++;
    char *text = ts_kernel_emit(only ? &only : suite->kernel, only ? 1 : n, shape, t, bytes, &err);
    free(shape);
    free(t);
    if (!text) fail_msg("%s: %s", whole->name, err.text);
    return text;
}

static bool changes_text(const char *name)
{
    static const char *const names[] = {"streams", "prefetch", "spans", "blocks",   "wide",
                                        "unroll",  "batch",    "half",  "subgroup", "quartet"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(name, names[i])) return true;
    return false;
}

/* Of the texts of these targets: what is there with it and not without it. */
static const struct mark {
    const char *name, *target, *part;
} marks[] = {
    {"prefetch", "cpu:avx512", "__builtin_prefetch"},
    {"prefetch", "cpu:generic", "__builtin_pref"},
    {"wide", "cuda", "__wide"},
    {"wide", "opencl", "__wide"},
    {"wide", "spirv", "__wide"},
    {"unroll", "opencl", "#pragma unroll 4"},
    {"batch", "cuda", "__syncwarp();"},
    {"quartet", "cuda:hopper", "wgmma.mma_async"},
    {"subgroup", "cuda", " __shfl_xor_sync("},
    {"subgroup", "msl", " simd_shuffle_xor("},
    {"half", "opencl", "vload_half"},
};

static bool holds(const char *text, size_t bytes, const char *part)
{
    return memmem(text, bytes, part, strlen(part)) != NULL;
}

/* Some kernel's text is another one. */
static bool differs(const ts_target *target, const char *without)
{
    bool same = true;
    for (const ts_kernel_def *const *def = ts_suite_r1_distill.kernel; *def && same; def++) {
        size_t n, m;
        char *plain = emit(target, NULL, *def, &n), *text = emit(target, without, *def, &m);
        same = n == m && !memcmp(plain, text, n);
        free(plain);
        free(text);
    }
    return !same;
}

static void look_for(const struct mark *mark, const ts_target *target)
{
    size_t n, m;
    char *plain = emit(target, NULL, NULL, &n), *text = emit(target, mark->name, NULL, &m);
    if (!holds(plain, n, mark->part) || holds(text, m, mark->part))
        fail_msg("%s: %s comes and goes otherwise than %s", target->name, mark->part, mark->name);
    free(plain);
    free(text);
}

/* Where it applies the text is another one. */
static void texts_change(void **state)
{
    (void)state;
    for (size_t t = 0; ts_target_at(t); t++) {
        const ts_target *target = ts_target_at(t);
        for (size_t i = 0; ts_ablation_at(i); i++) {
            const ts_ablation *a = ts_ablation_at(i);
            if (!changes_text(a->name) || !ts_ablation_suits(a, target, ~0u)) continue;
            if (!differs(target, a->name))
                fail_msg("the text for %s is the same without %s", target->name, a->name);
        }
    }
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        look_for(&marks[k], ts_target_find(marks[k].target, NULL));
}

/* ---- a model on the cpu ---- */

enum { READS = 9, TOKENS = 48 };

static ts_sequence *open_engine(const char *model, const char *without)
{
    ts_error err = {{0}};
    ts_model_options o = {.model = model,
                          .device = "cpu",
                          .threads = 2,
                          .ctx = 512,
                          .chunk = 1,
                          .kv = TS_f32,
                          .without = without};
    ts_sequence *e = ts_sequence_open(&o, &err);
    if (!e) fail_msg("%s", err.text);
    return e;
}

static void decode(ts_sequence *e, int32_t *token)
{
    static const int32_t prompt[READS] = {5, 900, 17, 17, 1203, 4, 1, 2, 33};
    ts_error err = {{0}};
    int rc = ts_sequence_feed(e, prompt, READS, &err);
    for (int i = 0; i < TOKENS && !rc; i++) {
        rc = ts_sequence_greedy(e, &token[i], &err);
        if (!rc) rc = ts_sequence_advance(e, &err);
    }
    if (rc) fail_msg("%s", err.text);
}

/* What an engine without `name` has that one with it has not. */
static void look(const char *name, const ts_sequence *e, const ts_sequence *plain)
{
    const ts_cpu_step *s = (const ts_cpu_step *)e->full.step[0],
                      *p = (const ts_cpu_step *)plain->full.step[0];
    unsigned lacks = e->model->device->without;
    size_t layers = e->model->info.layers;
    assert_int_equal(e->model->info.launches,
                     !strcmp(name, "separate") ? 6 * layers + 3 : 12 * layers + 5);
    assert_int_equal(e->full.n, !strcmp(name, "replay") ? e->model->info.launches : 1);
    assert_int_equal(e->quiet.n > 1, !strcmp(name, "replay"));
    if (!strcmp(name, "overlap")) {
        assert_int_equal(s->plan.phases, e->model->info.launches);
        assert_true(p->plan.phases < e->model->info.launches);
    }
    bool narrow =
        strcmp(ts_device_target(e->model->device), ts_device_target(plain->model->device)) != 0;
    assert_int_equal(narrow, !strcmp(name, "vectors"));
    const ts_lane_traits *has = e->model->target->traits, *had = plain->model->target->traits;
    assert_int_equal(has->streams, !strcmp(name, "streams") ? 1 : had->streams);
    assert_int_equal(has->prefetch_bytes, !strcmp(name, "prefetch") ? 0 : had->prefetch_bytes);
    assert_int_equal(e->calls->shape->plan.split,
                     !strcmp(name, "spans") ? 512 : plain->calls->shape->plan.split);
    static const struct {
        const char *name;
        unsigned bit;
    } bits[] = {{"vectors", TS_NO_VECTORS},
                {"chunks", TS_NO_CHUNKS},
                {"spin", TS_NO_SPIN},
                {"hugepages", TS_NO_HUGE_PAGES}};
    for (size_t i = 0; i < sizeof bits / sizeof *bits; i++)
        assert_int_equal(lacks & bits[i].bit, strcmp(name, bits[i].name) ? 0 : bits[i].bit);
}

static void cpu_says_the_same(void **state)
{
    (void)state;
    int32_t want[TOKENS], got[TOKENS];
    ts_sequence *plain = open_engine(SHIPPED, NULL);
    decode(plain, want);
    char all[512] = "";
    for (size_t i = 0; ts_ablation_at(i); i++) {
        const ts_ablation *a = ts_ablation_at(i);
        if (!ts_ablation_applies(a, plain->model->device)) continue;
        ts_sequence *e = open_engine(SHIPPED, a->name);
        decode(e, got);
        if (memcmp(got, want, sizeof want) != 0) fail_msg("without %s it says other", a->name);
        look(a->name, e, plain);
        ts_sequence_close(e);
        if (*all) strcat(all, ",");
        strcat(all, a->name);
    }
    ts_sequence *bare = open_engine(SHIPPED, all);
    decode(bare, got);
    assert_memory_equal(got, want, sizeof want);
    ts_sequence_close(bare);
    ts_sequence_close(plain);
}

/* Each launch of a profile is timed whether or not it is a step of its own. */
static void profiles_are_whole(void **state)
{
    (void)state;
    ts_error err = {{0}};
    ts_sequence *e = open_engine(SHIPPED, "replay");
    enum { MOST = 256 };
    static ts_timed launch[MOST];
    size_t n = e->model->info.launches;
    assert_true(n < MOST);
    for (size_t i = 0; i < MOST; i++) launch[i].seconds = -1;
    assert_int_equal(ts_sequence_profile(e, launch, &err), 0);
    for (size_t i = 0; i < MOST; i++) assert_int_equal(launch[i].seconds > 0, i < n);
    ts_sequence_close(e);
}

static void weights_in_small_pages(void **state)
{
    (void)state;
    for (int turn = 0; turn < 2; turn++) {
        ts_sequence *e = open_engine("synthetic:mini", turn ? "hugepages" : NULL);
        int huge = ts_vm_flag(e->model->views->block, " hg");
        if (huge < 0) print_message("this system tells no flags of memory\n");
        if (huge >= 0) assert_int_equal(huge, !turn);
        ts_sequence_close(e);
    }
}

static void what_does_not_apply_is_refused(void **state)
{
    (void)state;
    static const char *const names[] = {"fusion", "graph", "subgroup"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ts_error err = {{0}};
        ts_model_options o = {.model = SHIPPED, .ctx = 64, .without = names[i]};
        assert_null(ts_sequence_open(&o, &err));
        if (!strstr(err.text, names[i])) fail_msg("%s", err.text);
    }
    ts_error err = {{0}};
    ts_model_options o = {.model = SHIPPED, .ctx = 64, .without = "spin,speed"};
    assert_null(ts_sequence_open(&o, &err));
    assert_non_null(strstr(err.text, "no optimisation is called \"speed\""));
}

int main(void)
{
    quick_cc(1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_sound),
        cmocka_unit_test(names_are_found),
        cmocka_unit_test(texts_change),
        cmocka_unit_test(cpu_says_the_same),
        cmocka_unit_test(profiles_are_whole),
        cmocka_unit_test(weights_in_small_pages),
        cmocka_unit_test(what_does_not_apply_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

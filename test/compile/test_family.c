/* test_family.c - a family is a value: ts_emit knows none, so a made-up one goes the same way; and what
 * families say of their targets, and what can be switched off, holds for each. */
#include "compile/family.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

/* ---- a family whose texts are names ---- */

typedef struct names_traits {
    int forms;         /* of a kernel */
    const char *wrong; /* a kernel that it does not lower, or NULL */
} names_traits;

static int alive, most;

static int lower_names(ts_forms *forms, const ts_kern *k, const ts_target *t, ts_error *err)
{
    const names_traits *traits = t->traits;
    if (traits->wrong && !strcmp(traits->wrong, k->name))
        return ts_fail(err, "kernel %s: not this one", k->name);
    for (int i = 0; i < traits->forms; i++) {
        char *form = NULL;
        assert_true(asprintf(&form, "%s.%d of %u", k->name, i, k->n) > 0);
        if (ts_forms_add(forms, form, err)) return -1;
        if (++alive > most) most = alive;
    }
    return 0;
}

static void free_name(void *form)
{
    free(form);
    alive--;
}

static int print_names(ts_text *out, const ts_forms *forms, const ts_target *t, ts_error *err)
{
    (void)err;
    for (size_t i = 0; i < forms->n; i++)
        ts_put(out, "%s %s\n", (const char *)t->dialect, (const char *)forms->form[i]);
    return 0;
}

static const ts_family names = {.name = "names",
                                .traits_bytes = sizeof(names_traits),
                                .lower = lower_names,
                                .free = free_name,
                                .print = print_names};

/* x + 0 and a value that nobody uses: both are gone after folding. */
static ts_kern *kernel(const char *name)
{
    ts_error err = {0};
    ts_kern *k = ts_begin(name);
    ts_val n = ts_i32(k, 64), zero = ts_i32(k, 0);
    ts_view x = ts_arg1(k, TS_INOUT, "x", TS_f32, n);
    ts_val a = ts_at(x, ts_add(zero, zero));
    ts_exp(a);
    ts_store(x, zero, a);
    if (ts_finish(k, &err)) fail_msg("%s", err.text);
    return k;
}

static void a_family_is_a_value(void **state)
{
    (void)state;
    ts_error err = {0};
    names_traits traits = {.forms = 2};
    ts_target t = {.name = "t", .family = &names, .traits = &traits, .dialect = "form"};
    ts_kern *k[] = {kernel("one"), kernel("two")}, *folded = ts_fold(k[0]);
    char want[256];
    size_t bytes;
    assert_true(folded->n < k[0]->n);
    snprintf(want, sizeof want,
             "form one.0 of %u\nform one.1 of %u\nform two.0 of %u\nform two.1 of %u\n", folded->n,
             folded->n, folded->n, folded->n);
    char *text = ts_emit(k, 2, &t, &bytes, &err);
    if (!text) fail_msg("%s", err.text);
    assert_string_equal(text, want);
    assert_int_equal(bytes, strlen(want));
    assert_int_equal(most, 4); /* all live until all are printed */
    assert_int_equal(alive, 0);
    free(text);
    traits.wrong = "two";
    assert_null(ts_emit(k, 2, &t, &bytes, &err));
    assert_string_equal(err.text, "kernel two: not this one");
    assert_int_equal(alive, 0);
    ts_free(folded);
    ts_free(k[0]);
    ts_free(k[1]);
}

/* ---- those there are ---- */

static void facts_are_sound(void **state)
{
    (void)state;
    const ts_target *t;
    for (size_t i = 0; (t = ts_target_at(i)); i++) {
        ts_target_facts f = ts_target_facts_of(t);
        char language[32];
        ts_error err = {0};
        assert_true(f.vector_bytes >= 4 && !(f.vector_bytes & (f.vector_bytes - 1)));
        assert_true(f.team >= 1 && !(f.team & (f.team - 1)));
        assert_true(*ts_family_name(t->family) && *t->language && *t->extension && *t->what);
        assert_ptr_equal(ts_target_find(t->name, &err), t);
        snprintf(language, sizeof language, "%.*s", (int)strcspn(t->name, ":"), t->name);
        const ts_target *first = ts_target_find(language, &err);
        assert_ptr_equal(first->family, t->family);
    }
}

/* A knob applies where it changes something; off and back again, the traits are as they were. */
static void knobs_change_what_they_apply_to(void **state)
{
    (void)state;
    const ts_target *t;
    const ts_knob *k;
    int applied = 0;
    for (size_t j = 0; (k = ts_knob_at(j)); j++, applied = 0) {
        for (size_t i = 0; (t = ts_target_at(i)); i++) {
            size_t bytes = t->family->traits_bytes;
            ts_target *off = ts_target_without(t, t, ts_knob_at(j)->name);
            ts_target *on = ts_target_without(off, t, NULL);
            assert_true(off && on && off->traits != t->traits && on->traits != off->traits);
            assert_memory_equal(on->traits, t->traits, bytes);
            if (k->applies(t)) assert_true(memcmp(off->traits, t->traits, bytes) != 0);
            applied += k->applies(t);
            free(off);
            free(on);
        }
        if (!applied) fail_msg("%s applies to no target", k->name);
        for (size_t i = 0; i < j; i++) assert_string_not_equal(ts_knob_at(i)->name, k->name);
    }
}

/* Knobs as another target has them, all else as it is. */
static void knobs_come_from_another_target(void **state)
{
    (void)state;
    const ts_target *narrow = ts_target_find("cpu:generic", NULL);
    const ts_target *wide = ts_target_find("cpu:avx512", NULL);
    ts_target *t = ts_target_without(narrow, wide, NULL);
    assert_int_equal(ts_target_facts_of(t).vector_bytes, ts_target_facts_of(narrow).vector_bytes);
    for (size_t j = 0; ts_knob_at(j); j++) {
        ts_target *a = ts_target_without(t, t, ts_knob_at(j)->name),
                  *b = ts_target_without(narrow, wide, ts_knob_at(j)->name);
        assert_memory_equal(a->traits, b->traits, t->family->traits_bytes);
        free(a);
        free(b);
    }
    assert_true(memcmp(t->traits, narrow->traits, t->family->traits_bytes) != 0);
    free(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_family_is_a_value),
        cmocka_unit_test(facts_are_sound),
        cmocka_unit_test(knobs_change_what_they_apply_to),
        cmocka_unit_test(knobs_come_from_another_target),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

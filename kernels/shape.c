/* shape.c - shapes of any suite, by the description of their fields. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tessera/c_locale.h"
#include "tessera/suite.h"

static const struct {
    const char *name;
} dtypes[] = {
#define D(name, bits, class, max, what) {#name},
#include "tessera/dtypes.def"
#undef D
};

/* ---- a field of a shape ---- */

static const void *in(const ts_shape *s, const ts_field *f)
{
    return (const char *)s + f->at;
}

static void *into(ts_shape *s, const ts_field *f)
{
    return (char *)s + f->at;
}

static double number(const ts_shape *s, const ts_field *f)
{
    return f->kind == TS_INT ? *(const int *)in(s, f) : *(const double *)in(s, f);
}

static ts_dtype dtype(const ts_shape *s, const ts_field *f)
{
    return *(const ts_dtype *)in(s, f);
}

static bool may_be(const ts_field *f, ts_dtype t)
{
    return (unsigned)t < TS_NDTYPE && f->dtypes >> t & 1;
}

static const ts_field *field_of(const ts_suite *suite, const char *name)
{
    for (const ts_field *f = suite->field; f->name; f++)
        if (!strcmp(f->name, name)) return f;
    return NULL;
}

/* The dtype that variants go by. */
static const ts_field *leading(const ts_suite *suite)
{
    for (const ts_field *f = suite->field; f->name; f++)
        if (f->kind == TS_DTYPE && f->leads) return f;
    return NULL;
}

ts_dtype ts_shape_dtype_of(const ts_suite *suite, const ts_shape *s, const char *name)
{
    const ts_field *f = name ? field_of(suite, name) : leading(suite);
    return f && f->kind == TS_DTYPE ? dtype(s, f) : TS_NDTYPE;
}

void ts_shape_dtype(const ts_suite *suite, ts_shape *s, ts_dtype t, bool all)
{
    for (const ts_field *f = suite->field; f->name; f++)
        if (f->kind == TS_DTYPE && (all || f->leads) && may_be(f, t)) *(ts_dtype *)into(s, f) = t;
}

/* ---- whole shapes ---- */

ts_shape *ts_shape_copy(const ts_suite *suite, const ts_shape *s)
{
    void *copy = malloc(suite->shape_bytes + 1);
    if (!copy) abort();
    return suite->shape_bytes ? memcpy(copy, s, suite->shape_bytes) : copy;
}

/* Half 0: the whole name; half 1: what stands behind its last dash. */
static const ts_preset *preset_of(const ts_preset *list, const char *name, int half)
{
    for (const ts_preset *p = list; p && p->name; p++) {
        const char *dash = half ? strrchr(p->name, '-') : NULL;
        if (!strcmp(dash ? dash + 1 : p->name, name)) return p;
    }
    return NULL;
}

static void no_such_shape(const ts_suite *suite, const char *name, ts_error *err)
{
    char all[600] = "";
    size_t n = 0;
    for (int check = 0; check < 2; check++)
        for (const ts_preset *p = check ? suite->check : suite->preset; p && p->name; p++)
            if (n < sizeof all)
                n += (size_t)snprintf(all + n, sizeof all - n, "%s%s", n ? ", " : "", p->name);
    ts_fail(err, "no shape is called \"%.80s\"; there are %s", name, all);
}

ts_shape *ts_shape_new(const ts_suite *suite, const char *name, ts_error *err)
{
    const ts_preset *p = name ? preset_of(suite->preset, name, 0) : suite->preset;
    if (!p && name) p = preset_of(suite->preset, name, 1);
    if (!p && name) p = preset_of(suite->check, name, 0);
    if (p) return ts_shape_copy(suite, p->shape);
    no_such_shape(suite, name ? name : "", err);
    return NULL;
}

void ts_shape_schedule(const ts_suite *suite, ts_shape *s, const ts_target *target)
{
    if (suite->schedule) suite->schedule(s, target);
    for (size_t i = 0; suite->kernel[i]; i++)
        if (suite->kernel[i]->schedule) suite->kernel[i]->schedule(s, target);
}

static int check_field(const ts_shape *s, const ts_field *f, ts_error *err)
{
    if (f->kind == TS_DTYPE) {
        if (may_be(f, dtype(s, f))) return 0;
        char all[100] = "";
        for (int t = 0, n = 0; t < TS_NDTYPE; t++)
            if (may_be(f, (ts_dtype)t) && n < 90)
                n += snprintf(all + n, sizeof all - (size_t)n, "%s%s", n ? ", " : "",
                              dtypes[t].name);
        return ts_fail(err, "shape: %s must be one of %s", f->name, all);
    }
    double x = number(s, f);
    if (x >= f->least && x <= f->most) return 0;
    return ts_fail(err, "shape: %s must be from %.10g to %.10g (is %.10g)", f->name, f->least,
                   f->most, x);
}

static int check_fields(const ts_suite *suite, const ts_shape *s, ts_error *err)
{
    TS_C_LOCALE;
    for (const ts_field *f = suite->field; f->name; f++)
        if (check_field(s, f, err)) return -1;
    return suite->sound ? suite->sound(s, err) : 0;
}

int ts_shape_check(const ts_suite *suite, const ts_shape *s, ts_error *err)
{
    if (check_fields(suite, s, err)) return -1;
    for (size_t i = 0; suite->kernel[i]; i++)
        if (suite->kernel[i]->sound && suite->kernel[i]->sound(s, err)) return -1;
    return 0;
}

int ts_kernel_shape_check(const ts_kernel_def *def, const ts_shape *s, ts_error *err)
{
    if (check_fields(def->suite, s, err)) return -1;
    return def->sound ? def->sound(s, err) : 0;
}

/* ---- as text ---- */

void ts_shape_text(const ts_suite *suite, const ts_shape *s, ts_section part, char *to, size_t size)
{
    TS_C_LOCALE;
    size_t n = 0;
    if (size) *to = 0;
    for (const ts_field *f = suite->field; f->name && n < size; f++) {
        if (f->part != part) continue;
        n += (size_t)snprintf(to + n, size - n, "%s%s=", n ? " " : "", f->name);
        if (n >= size) break;
        if (f->kind == TS_DTYPE)
            n += (size_t)snprintf(to + n, size - n, "%s", dtypes[dtype(s, f)].name);
        else
            n += (size_t)snprintf(to + n, size - n, "%.10g", number(s, f));
    }
}

static void no_such_field(const ts_suite *suite, const char *name, ts_error *err)
{
    char all[400] = "";
    size_t n = 0;
    for (const ts_field *f = suite->field; f->name && n < sizeof all; f++)
        n += (size_t)snprintf(all + n, sizeof all - n, "%s%s", n ? ", " : "", f->name);
    ts_fail(err, "shapes of suite %s have no field \"%.40s\"; there are %s", suite->name, name,
            all);
}

static int set_number(ts_shape *s, const ts_field *f, const char *value, ts_error *err)
{
    char *end;
    double x = strtod(value, &end);
    bool whole = f->kind != TS_INT || x == trunc(x);
    if (!*value || *end || !(x >= f->least && x <= f->most) || !whole)
        return ts_fail(err, "%s=%.40s: must be a%s number from %.10g to %.10g (%s)", f->name, value,
                       f->kind == TS_INT ? " whole" : "", f->least, f->most, f->what);
    if (f->kind == TS_INT)
        *(int *)into(s, f) = (int)x;
    else
        *(double *)into(s, f) = x;
    return 0;
}

static int set_dtype(ts_shape *s, const ts_field *f, const char *value, ts_error *err)
{
    for (int t = 0; t < TS_NDTYPE; t++)
        if (may_be(f, (ts_dtype)t) && !strcmp(dtypes[t].name, value)) {
            *(ts_dtype *)into(s, f) = (ts_dtype)t;
            return 0;
        }
    return ts_fail(err, "%s=%.40s: no dtype that it may have (%s)", f->name, value, f->what);
}

static int set_one(const ts_suite *suite, ts_shape *s, char *setting, ts_error *err)
{
    char *value = strchr(setting, '=');
    if (!value) return ts_fail(err, "\"%.80s\" is not FIELD=VALUE", setting);
    *value++ = 0;
    const ts_field *f = field_of(suite, setting);
    if (!f) {
        no_such_field(suite, setting, err);
        return -1;
    }
    return (f->kind == TS_DTYPE ? set_dtype : set_number)(s, f, value, err);
}

int ts_shape_set(const ts_suite *suite, ts_shape *s, const char *settings, ts_error *err)
{
    TS_C_LOCALE;
    for (const char *at = settings; *at;) {
        char one[160];
        size_t n = strcspn(at, ",");
        snprintf(one, sizeof one, "%.*s", (int)(n < 159 ? n : 159), at);
        if (set_one(suite, s, one, err)) return -1;
        at += n + (at[n] == ',');
    }
    return 0;
}

int ts_shape_fit(const ts_suite *suite, ts_shape *s, const char *settings, const ts_target *target,
                 ts_error *err)
{
    const char *set = settings ? settings : "";
    if (ts_shape_set(suite, s, set, err)) return -1;
    if (target) ts_shape_schedule(suite, s, target);
    return ts_shape_set(suite, s, set, err) || ts_shape_check(suite, s, err) ? -1 : 0;
}

/* ---- variants ---- */

int ts_shape_variants(const ts_suite *suite)
{
    const ts_field *f = leading(suite);
    return f ? __builtin_popcount(f->dtypes) : 1;
}

/* The n-th of those that a field may have, around and around. */
static ts_dtype nth_dtype(const ts_field *f, size_t n)
{
    n %= (size_t)__builtin_popcount(f->dtypes);
    for (int t = 0; t < TS_NDTYPE; t++)
        if (may_be(f, (ts_dtype)t) && n-- == 0) return (ts_dtype)t;
    return TS_f32;
}

ts_shape *ts_shape_variant(const ts_suite *suite, size_t row, int which, const ts_target *target)
{
    size_t j = 0; /* of the dtypes */
    const ts_preset *p = &suite->check[row];
    ts_shape *s = ts_shape_copy(suite, p->shape);
    for (const ts_field *f = suite->field; f->name; f++)
        if (f->kind == TS_DTYPE) {
            *(ts_dtype *)into(s, f) = nth_dtype(f, (size_t)which + j * row + j / 2);
            j++;
        }
    if (p->size != TS_SMALL && target) ts_shape_schedule(suite, s, target);
    return s;
}

/* vector_text.c - see vector_text.h. */
#include "tessera/c_locale.h"
#include "check/vector_text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/folder.h"
#include "tile/ir.h"

/* ---- tensors ---- */

const ts_tensor *ts_vector_tensor(const ts_vector_case *c, const char *way, const char *name)
{
    char whole[TS_MAX_TENSOR_NAME];
    int n = snprintf(whole, sizeof whole, "%s.%s.%s", c->name, way, name);
    return n > 0 && (size_t)n < sizeof whole ? ts_safetensors_find(c->file, whole) : NULL;
}

static bool is_packed(const ts_tensor *t, ts_dtype as)
{
    return t->type->dtype == TS_u8 && ts_storage(as, 2) == 1;
}

/* Bytes of codes or of their scales may be read as the words that they lie in. */
static bool are_words(const ts_tensor *t, ts_dtype as)
{
    return as == TS_i32 && (t->type->dtype == TS_u8 || t->type->dtype == TS_f8e4m3);
}

size_t ts_vector_count(const ts_tensor *t, ts_dtype as)
{
    if (are_words(t, as)) return t->bytes / sizeof(int32_t);
    return is_packed(t, as) ? 2 * t->bytes : t->bytes * 8 / (size_t)t->type->bits;
}

double ts_vector_element(const ts_tensor *t, ts_dtype as, size_t i)
{
    int64_t whole;
    int32_t word;
    if (are_words(t, as)) {
        memcpy(&word, (const char *)t->data + i * sizeof word, sizeof word);
        return word;
    }
    if (is_packed(t, as)) return ts_decode(as, ts_fetch(as, t->data, i));
    if (t->type->dtype >= 0)
        return ts_decode((ts_dtype)t->type->dtype, ts_fetch((ts_dtype)t->type->dtype, t->data, i));
    if (strcmp(t->type->name, "I64") != 0) return NAN;
    memcpy(&whole, (const char *)t->data + i * sizeof whole, sizeof whole);
    return (double)whole;
}

/* ---- lists ---- */

/* The first n bytes. */
static void copy(char to[128], const char *from, size_t n)
{
    snprintf(to, 128, "%.*s", (int)(n < 127 ? n : 127), from);
}

bool ts_vector_next(const char **list, ts_vector_item *to)
{
    if (!*list || !**list) return false;
    size_t all = strcspn(*list, ","), name = strcspn(*list, ",=:");
    *to = (ts_vector_item){.sign = name < all ? (*list)[name] : 0};
    copy(to->name, *list, name);
    if (to->sign) copy(to->value, *list + name + 1, all - name - 1);
    *list += all + ((*list)[all] == ',');
    return true;
}

/* ---- numbers ---- */

static const ts_tensor *either(const ts_vector_case *c, const char *name, ts_error *err)
{
    const ts_tensor *t = ts_vector_tensor(c, "in", name);
    if (!t) t = ts_vector_tensor(c, "out", name);
    if (!t) ts_fail(err, "it has no tensor %.80s", name);
    return t;
}

static int parameter(const ts_vector_case *c, const char *name, double *to, ts_error *err)
{
    const json_t *x = json_object_get(c->parameters, name);
    if (json_is_boolean(x)) return *to = json_is_true(x), 0;
    if (!json_is_number(x)) return ts_fail(err, "its parameter %.80s is no number", name);
    return *to = json_number_value(x), 0;
}

static int extent(const ts_vector_case *c, const char *name, unsigned long i, double *to,
                  ts_error *err)
{
    const ts_tensor *t = either(c, name, err);
    if (!t) return -1;
    if (i >= t->rank)
        return ts_fail(err, "tensor %.80s has rank %u, not %lu or more", name, t->rank, i + 1);
    return *to = (double)t->dim[i], 0;
}

static int largest(const ts_vector_case *c, const char *name, double *to, ts_error *err)
{
    const ts_tensor *t = either(c, name, err);
    if (!t) return -1;
    size_t n = ts_vector_count(t, TS_f32);
    if (!n) return ts_fail(err, "tensor %.80s has no element", name);
    *to = ts_vector_element(t, TS_f32, 0);
    for (size_t i = 1; i < n; i++) *to = fmax(*to, ts_vector_element(t, TS_f32, i));
    return 0;
}

/* One operand; *text moves behind it. */
static int operand(const ts_vector_case *c, const char **text, double *to, ts_error *err)
{
    TS_C_LOCALE;
    char name[128], *end;
    bool given = **text == '$', most = !strncmp(*text, "max(", 4);
    const char *at = *text + (given ? 1 : most ? 4 : 0);
    size_t n = strcspn(at, "[]()+-*/=,");
    copy(name, at, n);
    *text = at + n + most;
    if (most) return largest(c, name, to, err);
    if (given) return parameter(c, name, to, err);
    if (at[n] != '[') return *to = strtod(name, NULL), 0;
    unsigned long i = strtoul(at + n + 1, &end, 10);
    *text = end + (*end == ']');
    return extent(c, name, i, to, err);
}

int ts_vector_number(const ts_vector_case *c, const char *text, double *to, ts_error *err)
{
    char op = '+';
    for (*to = 0; op; op = *text ? *text++ : 0) {
        double x = 0;
        if (operand(c, &text, &x, err)) return -1;
        *to = op == '*' ? *to * x : op == '/' ? *to / x : op == '-' ? *to - x : *to + x;
    }
    return 0;
}

/* ---- conditions and fields ---- */

/* Of an input: outputs of those names there may be. */
static int condition(const ts_vector_case *c, const ts_vector_item *item, ts_error *err)
{
    double left, right;
    bool not = item->name[0] == '!';
    if (!item->sign) return !ts_vector_tensor(c, "in", item->name + not ) == not ;
    if (ts_vector_number(c, item->name, &left, err) ||
        ts_vector_number(c, item->value, &right, err))
        return -1;
    return left == right;
}

int ts_vector_holds(const ts_vector_case *c, const char *when, ts_error *err)
{
    ts_vector_item item;
    while (ts_vector_next(&when, &item)) {
        int holds = condition(c, &item, err);
        if (holds <= 0) return holds;
    }
    return 1;
}

static const char *dtype_of(const ts_vector_case *c, const char *name, ts_error *err)
{
    static const char *const names[] = {
#define D(name, bits, class, max, what) #name,
#include "tessera/dtypes.def"
#undef D
    };
    const ts_tensor *t = either(c, name, err);
    if (t && t->type->dtype >= 0) return names[t->type->dtype];
    if (t) ts_fail(err, "tensor %.80s is %s, which no kernel takes", name, t->type->name);
    return NULL;
}

static int setting(const ts_vector_case *c, const ts_vector_item *item, char *to, size_t size,
                   ts_error *err)
{
    TS_C_LOCALE;
    double x;
    if (item->value[0] == '~') {
        const char *name = dtype_of(c, item->value + 1, err);
        return name ? snprintf(to, size, ",%s=%s", item->name, name) : -1;
    }
    return ts_vector_number(c, item->value, &x, err)
               ? -1
               : snprintf(to, size, ",%s=%.17g", item->name, x);
}

int ts_vector_settings(const ts_vector_case *c, const char *list, char *to, size_t size,
                       ts_error *err)
{
    ts_vector_item item;
    size_t at = 0;
    to[0] = 0;
    while (ts_vector_next(&list, &item)) {
        int n = setting(c, &item, to + at, size - at, err);
        if (n < 0) return -1;
        if ((size_t)n >= size - at) return ts_fail(err, "its fields are too many to set");
        at += (size_t)n;
    }
    if (at) memmove(to, to + 1, at);
    return 0;
}

/* spoil.c - see spoil.h. */
#include "test/engine/spoil.h"
#include "test/engine/safetensors_write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MOST = 256 };

typedef struct copy { /* of all tensors, with bytes of its own */
    ts_tensor t[MOST];
    size_t n;
} copy;

static int add(copy *c, const ts_tensor *t, const char *name, ts_error *err)
{
    void *bytes = malloc(t->bytes);
    if (c->n == MOST || !bytes) {
        free(bytes);
        return ts_fail(err, "more tensors than a test has room for");
    }
    memcpy(bytes, t->data, t->bytes);
    c->t[c->n] = *t;
    c->t[c->n].name = name;
    c->t[c->n++].data = bytes;
    return 0;
}

static ts_tensor *find(copy *c, const char *name)
{
    for (size_t i = 0; i < c->n; i++)
        if (!strcmp(c->t[i].name, name)) return &c->t[i];
    return NULL;
}

static size_t width(const ts_tensor *t)
{
    return (size_t)t->type->bits / 8;
}

static double element(const ts_tensor *t, size_t i)
{
    uint32_t code = 0;
    memcpy(&code, (const char *)t->data + i * width(t), width(t));
    return ts_decode((ts_dtype)t->type->dtype, code);
}

static void set(void *data, const ts_tensor_type *type, size_t i, double x)
{
    uint32_t code = ts_encode((ts_dtype)type->dtype, x);
    memcpy((char *)data + i * (size_t)(type->bits / 8), &code, (size_t)(type->bits / 8));
}

static int convert(ts_tensor *t, const ts_tensor_type *type, ts_error *err)
{
    size_t n = t->bytes / width(t), bytes = n * (size_t)(type->bits / 8);
    void *data = malloc(bytes);
    if (!data) return ts_fail(err, "no memory for %zu bytes", bytes);
    for (size_t i = 0; i < n; i++) set(data, type, i, element(t, i));
    free((void *)t->data);
    t->data = data;
    t->bytes = bytes;
    t->type = type;
    return 0;
}

static int apply(copy *c, const spoil *s, ts_error *err)
{
    const ts_tensor *from = s->copy_of ? find(c, s->copy_of) : NULL;
    if (from && add(c, from, s->tensor, err)) return -1;
    ts_tensor *t = find(c, s->tensor);
    if (!t) return ts_fail(err, "no tensor %s", s->tensor);
    if (s->type) return convert(t, ts_tensor_type_find(s->type), err);
    if (s->index < t->bytes / width(t)) set((void *)t->data, t->type, s->index, s->value);
    return 0;
}

/* DIR/config.json into text[0..n), ended by a NUL; n is 0 where it cannot be read. */
static size_t read_config(const char *dir, char *text, size_t cap)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/config.json", dir);
    FILE *in = fopen(path, "rb");
    size_t n = in ? fread(text, 1, cap - 1, in) : 0;
    if (in) fclose(in);
    text[n] = 0;
    return n;
}

static int write_config(const char *dir, const char *text, size_t n, ts_error *err)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/config.json", dir);
    FILE *out = fopen(path, "wb");
    bool good = n && out && fwrite(text, 1, n, out) == n;
    if (out && fclose(out)) good = false;
    return good ? 0 : ts_fail(err, "cannot write %s", path);
}

int spoil_config(const char *dir, const char *from, const char *to, ts_error *err)
{
    char text[8192], other[sizeof text + 256];
    read_config(dir, text, sizeof text);
    char *at = strstr(text, from);
    if (!at) return ts_fail(err, "%s/config.json has no %s", dir, from);
    int n =
        snprintf(other, sizeof other, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
    return write_config(dir, other, (size_t)n, err);
}

static int copy_config(const char *from, const char *to, ts_error *err)
{
    char text[8192];
    return write_config(to, text, read_config(from, text, sizeof text), err);
}

int spoil_model(const char *from, const char *to, const spoil *s, size_t n, ts_error *err)
{
    char path[1024];
    ts_weights *store = ts_weights_open(from, err);
    copy c = {.n = 0};
    int rc = store ? 0 : -1;
    for (size_t i = 0; !rc && i < ts_weights_count(store); i++)
        rc = add(&c, ts_weights_at(store, i), ts_weights_at(store, i)->name, err);
    for (size_t i = 0; !rc && i < n; i++) rc = apply(&c, &s[i], err);
    mkdir(to, 0700);
    snprintf(path, sizeof path, "%s/model.safetensors", to);
    if (!rc) rc = copy_config(from, to, err) || ts_safetensors_write(path, c.t, c.n, err) ? -1 : 0;
    for (size_t i = 0; i < c.n; i++) free((void *)c.t[i].data);
    if (store) ts_weights_close(store);
    return rc;
}

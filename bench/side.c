/* side.c - reading the text of a side, and handing on to its kind (side.h). */
#include "bench/side.h"

#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the text ---- */

enum { MOST_THREADS = 1024, MOST_CONTEXT = 1 << 20 };

static const struct key {
    const char *name;
    size_t at;
    int most; /* of a number; 0: a text */
} keys[] = {
    {"device", offsetof(ts_side_spec, device), 0},
    {"dtype", offsetof(ts_side_spec, dtype), 0},
    {"kv", offsetof(ts_side_spec, kv), 0},
    {"threads", offsetof(ts_side_spec, threads), MOST_THREADS},
    {"model", offsetof(ts_side_spec, model), 0},
    {"context", offsetof(ts_side_spec, context), MOST_CONTEXT},
    {"without", offsetof(ts_side_spec, without), 0},
    {"tuning", offsetof(ts_side_spec, tuning), 0},
    {"kernel", offsetof(ts_side_spec, kernel), 0},
    {"build", offsetof(ts_side_spec, build), 0},
};
enum { KEYS = sizeof keys / sizeof *keys };

static const struct key *find_key(const char *name, size_t n)
{
    for (const struct key *k = keys; k < keys + KEYS; k++)
        if (strlen(k->name) == n && !memcmp(k->name, name, n)) return k;
    return NULL;
}

static int take_number(const struct key *k, const char *value, int *to, ts_error *err)
{
    char *end;
    errno = 0;
    long x = strtol(value, &end, 10);
    if (end == value || *end || errno || x < 0 || x > k->most)
        return ts_fail(err, "%s= takes a whole number from 0 to %d, not \"%.60s\"", k->name,
                       k->most, value);
    *to = (int)x;
    return 0;
}

/* item: "key=value", ended by 0; said: a bit a key. */
static int take(ts_side_spec *s, char *item, unsigned *said, ts_error *err)
{
    size_t n = strcspn(item, "=");
    const struct key *k = find_key(item, n);
    if (!item[n])
        return ts_fail(err, "\"%.60s\" is not key=value; a side is written as device=cpu,threads=1",
                       item);
    if (!k)
        return ts_fail(err,
                       "a side has no key \"%.*s\"; it takes device, dtype, kv, threads, model, "
                       "context, without, tuning, kernel, build",
                       n < 60 ? (int)n : 60, item);
    if (*said >> (k - keys) & 1)
        return ts_fail(err, "%s= stands twice in one side; give it once", k->name);
    if (!item[n + 1]) return ts_fail(err, "%s= has no value", k->name);
    *said |= 1u << (k - keys);
    void *to = (char *)s + k->at;
    if (k->most) return take_number(k, item + n + 1, to, err);
    *(const char **)to = item + n + 1;
    return 0;
}

static int check_dtype(const char *key, const char *value, const char *known, ts_error *err)
{
    char word[16];
    snprintf(word, sizeof word, " %.10s,", value ? value : "");
    if (!value || strstr(known, word)) return 0;
    return ts_fail(err, "%s= takes one of %.*s, not \"%.60s\"", key, (int)strlen(known) - 2,
                   known + 1, value);
}

int ts_side_parse(const char *text, const ts_side_spec *common, ts_side_spec *s, ts_error *err)
{
    unsigned said = 0;
    *s = *common;
    if (strlen(text) >= sizeof s->text)
        return ts_fail(err, "a side of more than %zu bytes; leave something out",
                       sizeof s->text - 1);
    strcpy(s->text, text);
    for (char *item = s->text, *next; item && *item; item = next) {
        next = strchr(item, ',');
        if (next) *next++ = 0;
        if (take(s, item, &said, err)) return -1;
    }
    if (s->dtype != common->dtype && check_dtype("dtype", s->dtype, " f32, f16, bf16,", err))
        return -1;
    return s->kv != common->kv && check_dtype("kv", s->kv, " f32, f16, bf16, q8,", err) ? -1 : 0;
}

int ts_side_model(const ts_side_spec *s, char *name, size_t cap, ts_error *err)
{
    bool synthetic = !strncmp(s->model, "synthetic:", 10);
    const char *dtype = synthetic ? strchr(s->model + 10, ':') : NULL;
    if (s->dtype && !synthetic)
        return ts_fail(err,
                       "dtype= is for synthetic weights; %.200s keeps the dtype of its files, "
                       "leave it out",
                       s->model);
    if (s->dtype && dtype)
        return ts_fail(err, "%.200s names a dtype already; leave out dtype=", s->model);
    int n = snprintf(name, cap, "%s%s%s", s->model, s->dtype ? ":" : "", s->dtype ? s->dtype : "");
    return n < 0 || (size_t)n >= cap ? ts_fail(err, "the model's name is too long") : 0;
}

/* ---- its kind ---- */

ts_side *ts_side_open(const ts_side_spec *spec, bool child, const ts_side_work *work, ts_error *err)
{
    ts_side *s = calloc(1, sizeof *s);
    if (!s) {
        ts_fail(err, "no memory for a side");
        return NULL;
    }
    *s = (ts_side){.spec = spec, .work = *work, .unit = "tok/s"};
    s->kind = child || spec->build || spec->peer ? &ts_side_child
              : spec->kernel                     ? &ts_side_kernel
                                                 : &ts_side_engine;
    if (!s->kind->open(s, err)) return s;
    ts_side_close(s);
    return NULL;
}

void ts_side_close(ts_side *s)
{
    if (!s) return;
    s->kind->close(s);
    free(s);
}

int ts_side_sample(void *side, ts_done *done, ts_error *err)
{
    ts_side *s = side;
    return s->kind->sample(s, done, err);
}

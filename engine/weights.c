/* weights.c - the store of a model folder (weights.h).
 *
 * Every shard is checked by itself (safetensors.c) and then against the index: a tensor that is
 * listed must be in the shard it is listed for, and in no other.
 */
#include "engine/weights.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/finite.h"
#include "engine/folder.h"
#include "engine/pairs.h"

enum {
    MAX_INDEX = 256 << 20, /* bytes; the largest published one has 14 MB */
    MAX_SHARDS = 4096,
    MAX_SHARD_NAME = 255, /* what a file system takes */
    MAX_WORD = 8 << 10,   /* JSON text of one shard name */
    MAX_METADATA = 64 << 10,
};

typedef struct shard {
    char *path;
    ts_safetensors *file;
} shard;

struct ts_weights {
    shard *shard;
    size_t shards;
    const ts_tensor **tensor; /* of all shards, by name */
    ts_tensor *own;           /* what tensor[] points to */
    size_t n;
    char warning[512];
};

typedef struct listed { /* one line of the index */
    char *name, *file;
} listed;

typedef struct index {
    char where[sizeof(ts_shown)];
    listed *line;
    size_t n, cap;
    bool has_total;
    uint64_t total;
} index_list;

/* ---- model.safetensors.index.json ---- */

/* A shard lies beside the index and nowhere else. */
static bool is_plain(const char *name)
{
    return *name && name[0] != '.' && strlen(name) <= MAX_SHARD_NAME && !strpbrk(name, "/\\:");
}

static int add_line(index_list *x, const char *name, const char *file, ts_error *err)
{
    if (x->n >= TS_MAX_TENSORS)
        return ts_fail(err, "%s: lists more than %d tensors", x->where, TS_MAX_TENSORS);
    if (x->n == x->cap) {
        size_t cap = x->cap + x->cap / 2 + 64;
        listed *grown = realloc(x->line, cap * sizeof *grown);
        if (!grown) return ts_fail(err, "%s: out of memory", x->where);
        x->line = grown;
        x->cap = cap;
    }
    listed l = {strdup(name), strdup(file)};
    x->line[x->n++] = l;
    return l.name && l.file ? 0 : ts_fail(err, "%s: out of memory", x->where);
}

static int read_line(index_list *x, const ts_pairs *walk, const ts_pair *p, ts_error *err)
{
    json_t *value = ts_pair_load(walk, p, MAX_WORD, err);
    const char *file = json_string_value(value);
    int result = -1;
    if (value && !file)
        ts_fail(err, "%s: the shard of \"%s\" is not a string", x->where,
                ts_show(p->name, p->name_bytes).text);
    else if (file && !is_plain(file))
        ts_fail(err, "%s: \"%s\" is not a plain file name", x->where,
                ts_show(file, strlen(file)).text);
    else if (file)
        result = add_line(x, p->name, file, err);
    json_decref(value);
    return result;
}

static int read_map(index_list *x, const ts_pair *p, ts_error *err)
{
    ts_pairs walk = ts_pairs_of(p->value, p->bytes, x->where);
    ts_pair pair;
    int more;
    while ((more = ts_pairs_next(&walk, &pair, err)) > 0)
        if (read_line(x, &walk, &pair, err)) return -1;
    return more;
}

static int read_total(index_list *x, const ts_pairs *walk, const ts_pair *p, ts_error *err)
{
    json_t *value = ts_pair_load(walk, p, MAX_METADATA, err), *total;
    if (!value) return -1;
    total = json_object_get(value, "total_size");
    if (json_is_integer(total) && json_integer_value(total) >= 0) {
        x->total = (uint64_t)json_integer_value(total);
        x->has_total = true;
    }
    json_decref(value);
    return 0;
}

static int by_listed(const void *a, const void *b)
{
    return strcmp(((const listed *)a)->name, ((const listed *)b)->name);
}

static int check_twice(index_list *x, ts_error *err)
{
    qsort(x->line, x->n, sizeof *x->line, by_listed);
    for (size_t i = 1; i < x->n; i++)
        if (!by_listed(&x->line[i - 1], &x->line[i]))
            return ts_fail(err, "%s: lists \"%s\" twice", x->where,
                           ts_show(x->line[i].name, strlen(x->line[i].name)).text);
    return 0;
}

static int read_index(index_list *x, const char *text, size_t bytes, ts_error *err)
{
    ts_pairs walk = ts_pairs_of(text, bytes, x->where);
    ts_pair pair;
    int more, maps = 0;
    while ((more = ts_pairs_next(&walk, &pair, err)) > 0) {
        if (!strcmp(pair.name, "weight_map"))
            more = maps++ ? ts_fail(err, "%s: weight_map appears twice", x->where)
                          : read_map(x, &pair, err);
        else if (!strcmp(pair.name, "metadata"))
            more = read_total(x, &walk, &pair, err);
        if (more < 0) return -1;
    }
    if (more < 0) return -1;
    if (strspn(text + walk.at, " \t\r\n") != bytes - walk.at)
        return ts_fail(err, "%s: goes on after its closing brace", x->where);
    if (!x->n) return ts_fail(err, "%s: its weight_map lists no tensor", x->where);
    return check_twice(x, err);
}

static void free_index(index_list *x)
{
    for (size_t i = 0; i < x->n; i++) {
        free(x->line[i].name);
        free(x->line[i].file);
    }
    free(x->line);
}

/* ---- the store ---- */

static int open_shard(ts_weights *w, const char *dir, const char *name, ts_error *err)
{
    char path[TS_PATH_MAX];
    shard *grown = realloc(w->shard, (w->shards + 1) * sizeof *grown), s;
    if (!grown) return ts_fail(err, "%s: out of memory", ts_show_path(dir).text);
    w->shard = grown;
    if (w->shards >= MAX_SHARDS)
        return ts_fail(err, "%s: more than %d shards", ts_show_path(dir).text, MAX_SHARDS);
    if (ts_folder_path(path, dir, name, err)) return -1;
    s.path = strdup(path);
    s.file = s.path ? ts_safetensors_open(path, err) : NULL;
    if (s.file) {
        w->shard[w->shards++] = s;
        return 0;
    }
    free(s.path);
    return ts_fail(err, "%s: out of memory", ts_show_path(dir).text);
}

static int by_tensor(const void *a, const void *b)
{
    return strcmp((*(const ts_tensor *const *)a)->name, (*(const ts_tensor *const *)b)->name);
}

/* One list over all shards, sorted; a name in two shards is refused. */
static int merge(ts_weights *w, const char *dir, ts_error *err)
{
    size_t n = 0, at = 0;
    for (size_t i = 0; i < w->shards; i++) n += ts_safetensors_count(w->shard[i].file);
    w->own = calloc(n + 1, sizeof *w->own);
    w->tensor = calloc(n + 1, sizeof *w->tensor);
    if (!w->own || !w->tensor)
        return ts_fail(err, "%s: out of memory for %zu tensors", ts_show_path(dir).text, n);
    for (size_t i = 0; i < w->shards; i++)
        for (size_t k = 0; k < ts_safetensors_count(w->shard[i].file); k++) {
            w->own[at] = *ts_safetensors_at(w->shard[i].file, k);
            w->own[at].file = (uint32_t)i;
            w->tensor[at] = &w->own[at];
            at++;
        }
    w->n = n;
    if (n) qsort(w->tensor, n, sizeof *w->tensor, by_tensor);
    for (size_t i = 1; i < n; i++)
        if (!by_tensor(&w->tensor[i - 1], &w->tensor[i]))
            return ts_fail(err, "%s: tensor \"%s\" is in two shards", ts_show_path(dir).text,
                           ts_show(w->tensor[i]->name, strlen(w->tensor[i]->name)).text);
    return 0;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Opens each shard that the index names, once. */
static int open_listed(ts_weights *w, const index_list *x, const char *dir, ts_error *err)
{
    const char **file = malloc(x->n * sizeof *file);
    int result = file ? 0 : ts_fail(err, "%s: out of memory", x->where);
    for (size_t i = 0; file && i < x->n; i++) file[i] = x->line[i].file;
    if (file) qsort(file, x->n, sizeof *file, by_text);
    for (size_t i = 0; !result && i < x->n; i++)
        if (!i || strcmp(file[i - 1], file[i]) != 0) result = open_shard(w, dir, file[i], err);
    free(file);
    return result;
}

/* Both lists are sorted by name and, apart from errors, equal. */
static int compare(ts_weights *w, const index_list *x, ts_error *err)
{
    for (size_t i = 0; i < x->n; i++) {
        const listed *l = &x->line[i];
        const ts_tensor *t = ts_weights_find(w, l->name);
        const char *slash = t ? strrchr(w->shard[t->file].path, '/') : NULL;
        if (!t || strcmp(slash + 1, l->file) != 0)
            return ts_fail(err, "%s: tensor \"%s\" is not in %s as listed", x->where,
                           ts_show(l->name, strlen(l->name)).text,
                           ts_show(l->file, strlen(l->file)).text);
    }
    if (x->n == w->n) return 0;
    return ts_fail(err, "%s: the shards hold %zu tensor%s that it does not list", x->where,
                   w->n - x->n, w->n - x->n == 1 ? "" : "s");
}

static void check_total(ts_weights *w, const index_list *x)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < w->n; i++) sum += w->tensor[i]->bytes;
    if (x->has_total && x->total != sum)
        snprintf(w->warning, sizeof w->warning,
                 "%s: total_size says %llu bytes; the shards hold %llu", x->where,
                 (unsigned long long)x->total, (unsigned long long)sum);
}

static int open_index(ts_weights *w, const char *dir, const char *name, ts_error *err)
{
    char path[TS_PATH_MAX], *text;
    index_list x = {0};
    size_t bytes;
    int result = -1;
    if (ts_folder_path(path, dir, name, err)) return -1;
    memcpy(x.where, ts_show_path(path).text, sizeof x.where);
    text = ts_file_read(path, MAX_INDEX, &bytes, err);
    if (text && !read_index(&x, text, bytes, err) && !open_listed(w, &x, dir, err) &&
        !merge(w, dir, err) && !compare(w, &x, err)) {
        check_total(w, &x);
        result = 0;
    }
    free(text);
    free_index(&x);
    return result;
}

ts_weights *ts_weights_open(const char *dir, ts_error *err)
{
    static const char single[] = "model.safetensors", sharded[] = "model.safetensors.index.json";
    ts_weights *w = calloc(1, sizeof *w);
    int result;
    if (!w)
        result = ts_fail(err, "%s: out of memory", ts_show_path(dir).text);
    else if (ts_folder_has(dir, sharded))
        result = open_index(w, dir, sharded, err);
    else if (ts_folder_has(dir, single))
        result = open_shard(w, dir, single, err) || merge(w, dir, err) ? -1 : 0;
    else
        result =
            ts_fail(err, "%s: holds neither %s nor %s", ts_show_path(dir).text, single, sharded);
    if (!result) return w;
    ts_weights_close(w);
    return NULL;
}

void ts_weights_close(ts_weights *w)
{
    if (!w) return;
    for (size_t i = 0; i < w->shards; i++) {
        ts_safetensors_close(w->shard[i].file);
        free(w->shard[i].path);
    }
    free(w->shard);
    free(w->tensor);
    free(w->own);
    free(w);
}

size_t ts_weights_count(const ts_weights *w)
{
    return w->n;
}

const ts_tensor *ts_weights_at(const ts_weights *w, size_t i)
{
    return i < w->n ? w->tensor[i] : NULL;
}

const ts_tensor *ts_weights_find(const ts_weights *w, const char *name)
{
    const ts_tensor key = {.name = name}, *at = &key, *const * found;
    if (!w->n) return NULL;
    found = bsearch(&at, w->tensor, w->n, sizeof *w->tensor, by_tensor);
    return found ? *found : NULL;
}

const char *ts_weights_file(const ts_weights *w, size_t i)
{
    return i < w->shards ? w->shard[i].path : NULL;
}

const char *ts_weights_warning(const ts_weights *w)
{
    return w->warning;
}

int ts_weights_whole(const ts_weights *w, ts_error *err)
{
    for (size_t i = 0; i < w->shards; i++)
        if (ts_safetensors_whole(w->shard[i].file, err)) return -1;
    return 0;
}

size_t ts_tensor_nonfinite(const ts_tensor *t, char *text, size_t cap)
{
    int dtype = t->type->dtype;
    size_t first = 0, bad = 0;
    if (dtype == TS_f32 || dtype == TS_f16 || dtype == TS_bf16 || dtype == TS_f8e8m0)
        bad =
            ts_nonfinite(t->data, (ts_dtype)dtype, t->bytes / (size_t)(t->type->bits / 8), &first);
    if (bad) ts_nonfinite_text(text, cap, t->name, bad, first);
    return bad;
}

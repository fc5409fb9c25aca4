/* safetensors.c - the strict reader (safetensors.h).
 *
 * The header is walked member by member (pairs.h), so hostile text cannot make a tree of many
 * times its size. Names go into one arena no larger than the header. Two sorts replace a hash
 * table: by place, to prove that data has no hole and no overlap; by name, to find duplicates and
 * to look up. Sorting takes n log n whatever the names are; a hash would need a secret.
 */
#include "engine/safetensors.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/folder.h"
#include "engine/mapped.h"
#include "engine/pairs.h"
#include "tessera/tile.h"

enum {
    MAX_HEADER = 100000000, /* as the reference reader */
    MAX_ENTRY = 16 << 10,   /* JSON bytes that describe one tensor */
    MAX_METADATA = 1 << 20, /* JSON bytes of __metadata__ */
};

static const ts_tensor_type types[] = {
    {"F32", 32, TS_f32},       {"F16", 16, TS_f16},    {"BF16", 16, TS_bf16},
    {"F8_E4M3", 8, TS_f8e4m3}, {"F8_E5M2", 8, -1},     {"F8_E8M0", 8, TS_f8e8m0},
    {"F8_E4M3FNUZ", 8, -1},    {"F8_E5M2FNUZ", 8, -1}, {"F6_E2M3", 6, -1},
    {"F6_E3M2", 6, -1},        {"F4", 4, TS_f4e2m1},   {"BOOL", 8, -1},
    {"I8", 8, TS_i8},          {"U8", 8, TS_u8},       {"I16", 16, -1},
    {"U16", 16, -1},           {"I32", 32, TS_i32},    {"U32", 32, TS_u32},
    {"I64", 64, -1},           {"U64", 64, -1},        {"F64", 64, -1},
    {"C64", 64, -1},
};

enum { TYPES = sizeof types / sizeof *types };

struct ts_safetensors {
    char where[256];
    const char *file, *data; /* data follows the header */
    size_t bytes, data_bytes;
    bool mapped;
    int fd;   /* -1 over the caller's memory */
    int slot; /* of mapped.h */
    struct stat opened;
    ts_tensor *tensor; /* sorted by name once the header is read */
    size_t n, cap;
    char *names; /* arena; cannot outgrow the header it decodes */
    size_t names_used;
    json_t *notes; /* __metadata__; NULL: none */
};

/* ---- element types ---- */

const ts_tensor_type *ts_tensor_type_find(const char *name)
{
    for (int i = 0; i < TYPES; i++)
        if (!strcmp(types[i].name, name)) return &types[i];
    return NULL;
}

const ts_tensor_type *ts_tensor_type_at(size_t i)
{
    return i < TYPES ? &types[i] : NULL;
}

/* ---- one entry: {"dtype":"BF16","shape":[2,3],"data_offsets":[0,12]} ---- */

typedef struct entry { /* what messages need while one tensor is read */
    const ts_safetensors *s;
    ts_shown name;
    ts_error *err;
} entry;

#define FAIL(e, format, ...)                                                                       \
    ts_fail((e)->err, "%s: tensor \"%s\": " format, (e)->s->where, (e)->name.text, __VA_ARGS__)

static int read_type(const entry *e, const json_t *value, ts_tensor *t)
{
    const char *name = json_string_value(value);
    if (!name) return FAIL(e, "its %s is not a string", "dtype");
    t->type = ts_tensor_type_find(name);
    if (t->type) return 0;
    return FAIL(e, "unknown dtype \"%s\"", ts_show(name, strlen(name)).text);
}

/* jansson keeps a number without '.', 'e' and within 2^63 as an exact integer, all others not. */
static int read_whole(const entry *e, const json_t *value, const char *what, uint64_t *to)
{
    if (json_is_real(value)) return FAIL(e, "a number in its %s is not a plain integer", what);
    if (!json_is_integer(value)) return FAIL(e, "its %s holds something that is no number", what);
    if (json_integer_value(value) < 0) return FAIL(e, "a negative number in its %s", what);
    *to = (uint64_t)json_integer_value(value);
    return 0;
}

static int read_shape(const entry *e, const json_t *value, ts_tensor *t)
{
    if (!json_is_array(value)) return FAIL(e, "its %s is not a list", "shape");
    if (json_array_size(value) > TS_MAX_RANK)
        return FAIL(e, "rank %zu; at most %d is read", json_array_size(value), TS_MAX_RANK);
    t->rank = (uint32_t)json_array_size(value);
    for (uint32_t i = 0; i < t->rank; i++)
        if (read_whole(e, json_array_get(value, i), "shape", &t->dim[i])) return -1;
    return 0;
}

static int read_offsets(const entry *e, const json_t *value, uint64_t span[2])
{
    if (!json_is_array(value)) return FAIL(e, "its %s is not a list", "data_offsets");
    if (json_array_size(value) != 2)
        return FAIL(e, "data_offsets has %zu numbers, not 2", json_array_size(value));
    for (size_t i = 0; i < 2; i++)
        if (read_whole(e, json_array_get(value, i), "data_offsets", &span[i])) return -1;
    if (span[0] > span[1])
        return FAIL(e, "its data ends at %llu, before it starts at %llu",
                    (unsigned long long)span[1], (unsigned long long)span[0]);
    if (span[1] > e->s->data_bytes)
        return FAIL(e, "its data ends at %llu, past the end of the file's %zu data bytes",
                    (unsigned long long)span[1], e->s->data_bytes);
    return 0;
}

/* The exact size of the shape, multiplied from the left as the reference does: behind a zero any
 * dimension goes. */
static int check_size(const entry *e, const ts_tensor *t, uint64_t span)
{
    uint64_t bits = (uint64_t)t->type->bits;
    for (uint32_t i = 0; i < t->rank; i++)
        if (__builtin_mul_overflow(bits, t->dim[i], &bits))
            return FAIL(e, "its %s is too large for 64 bits", "shape");
    if (bits % 8) return FAIL(e, "its %llu bits are not whole bytes", (unsigned long long)bits);
    if (bits / 8 == span) return 0;
    return FAIL(e, "its shape takes %llu bytes and its data_offsets span %llu",
                (unsigned long long)(bits / 8), (unsigned long long)span);
}

/* Other fields are ignored, as the reference does. jansson reads -0 as 0 and the reference refuses
 * it; where there are only our three fields, `minus` tells. */
static int read_fields(const entry *e, const json_t *object, bool minus, ts_tensor *t)
{
    static const char *const known[] = {"dtype", "shape", "data_offsets"};
    uint64_t span[2];
    if (!json_is_object(object)) return FAIL(e, "its description is not an %s", "object");
    for (int i = 0; i < 3; i++)
        if (!json_object_get(object, known[i])) return FAIL(e, "it has no %s", known[i]);
    if (minus && json_object_size(object) == 3)
        return FAIL(e, "a negative number in its %s", "description");
    if (read_type(e, json_object_get(object, "dtype"), t) ||
        read_shape(e, json_object_get(object, "shape"), t) ||
        read_offsets(e, json_object_get(object, "data_offsets"), span) ||
        check_size(e, t, span[1] - span[0]))
        return -1;
    t->data = e->s->data + span[0];
    t->bytes = (size_t)(span[1] - span[0]);
    return 0;
}

/* ---- the header ---- */

static ts_tensor *append(ts_safetensors *s, ts_error *err)
{
    size_t cap = s->cap + s->cap / 2 + 64;
    if (s->n >= TS_MAX_TENSORS) {
        ts_fail(err, "%s: more than %d tensors", s->where, TS_MAX_TENSORS);
        return NULL;
    }
    if (s->n == s->cap) {
        ts_tensor *grown = realloc(s->tensor, cap * sizeof *grown);
        if (!grown) {
            ts_fail(err, "%s: out of memory for its %zu tensors", s->where, cap);
            return NULL;
        }
        s->tensor = grown;
        s->cap = cap;
    }
    memset(&s->tensor[s->n], 0, sizeof *s->tensor);
    return &s->tensor[s->n++];
}

static int read_tensor(ts_safetensors *s, const ts_pairs *walk, const ts_pair *p, ts_error *err)
{
    const entry e = {s, ts_show(p->name, p->name_bytes), err};
    ts_tensor *t;
    json_t *object;
    int result;
    t = append(s, err);
    object = t ? ts_pair_load(walk, p, MAX_ENTRY, err) : NULL;
    if (!object) return -1;
    result = read_fields(&e, object, p->minus, t);
    json_decref(object);
    t->name = memcpy(s->names + s->names_used, p->name, p->name_bytes + 1);
    s->names_used += p->name_bytes + 1;
    return result;
}

static int read_metadata(ts_safetensors *s, const ts_pairs *walk, const ts_pair *p, ts_error *err)
{
    json_t *object = ts_pair_load(walk, p, MAX_METADATA, err), *value;
    const char *key;
    int result = 0;
    if (!object) return -1;
    if (!json_is_object(object) && !json_is_null(object))
        result = ts_fail(err, "%s: __metadata__ is not an object", s->where);
    json_object_foreach(object, key, value)
    {
        if (!result && !json_is_string(value))
            result = ts_fail(err, "%s: __metadata__ \"%s\" is not a string", s->where,
                             ts_show(key, strlen(key)).text);
    }
    s->notes = object;
    return result;
}

/* Any white space of JSON may follow: writers pad with spaces, and text editors end lines. */
static int check_padding(const ts_safetensors *s, const ts_pairs *walk, ts_error *err)
{
    for (size_t i = walk->at; i < walk->bytes; i++)
        if (!walk->text[i] || !strchr(" \t\r\n", walk->text[i]))
            return ts_fail(err, "%s: the header goes on after its closing brace", s->where);
    return 0;
}

static int read_members(ts_safetensors *s, const char *header, size_t bytes, ts_error *err)
{
    ts_pairs walk = ts_pairs_of(header, bytes, s->where);
    ts_pair pair;
    bool metadata = false;
    int more;
    while ((more = ts_pairs_next(&walk, &pair, err)) > 0) {
        if (strcmp(pair.name, "__metadata__") != 0)
            more = read_tensor(s, &walk, &pair, err);
        else if (metadata)
            more = ts_fail(err, "%s: __metadata__ appears twice", s->where);
        else
            more = read_metadata(s, &walk, &pair, err);
        if (more < 0) return -1;
        metadata |= !strcmp(pair.name, "__metadata__");
    }
    return more < 0 ? -1 : check_padding(s, &walk, err);
}

/* ---- the two orders ---- */

static int by_place(const void *pa, const void *pb)
{
    const ts_tensor *a = pa, *b = pb;
    if (a->data != b->data) return (const char *)a->data < (const char *)b->data ? -1 : 1;
    return (a->bytes > b->bytes) - (a->bytes < b->bytes);
}

static int by_name(const void *pa, const void *pb)
{
    return strcmp(((const ts_tensor *)pa)->name, ((const ts_tensor *)pb)->name);
}

static int check_places(ts_safetensors *s, ts_error *err)
{
    const char *at = s->data, *end = s->data + s->data_bytes;
    if (s->n) qsort(s->tensor, s->n, sizeof *s->tensor, by_place);
    for (size_t i = 0; i < s->n; i++) {
        const ts_tensor *t = &s->tensor[i];
        const char *data = t->data;
        if (data < at)
            return ts_fail(err, "%s: tensors \"%s\" and \"%s\" overlap", s->where,
                           ts_show(t[-1].name, strlen(t[-1].name)).text,
                           ts_show(t->name, strlen(t->name)).text);
        if (data > at)
            return ts_fail(err, "%s: a hole of %td bytes before tensor \"%s\"", s->where, data - at,
                           ts_show(t->name, strlen(t->name)).text);
        at = data + t->bytes;
    }
    if (at == end) return 0;
    return ts_fail(err, "%s: %td bytes after the last tensor belong to none", s->where, end - at);
}

static int check_names(ts_safetensors *s, ts_error *err)
{
    if (s->n) qsort(s->tensor, s->n, sizeof *s->tensor, by_name);
    for (size_t i = 1; i < s->n; i++)
        if (!by_name(&s->tensor[i - 1], &s->tensor[i]))
            return ts_fail(err, "%s: tensor \"%s\" appears twice", s->where,
                           ts_show(s->tensor[i].name, strlen(s->tensor[i].name)).text);
    return 0;
}

static int read_header(ts_safetensors *s, ts_error *err)
{
    uint64_t n = 0;
    const char *header;
    if (ts_refuse_pointer(s->file, s->bytes, s->where, err)) return -1;
    if (s->bytes < 8)
        return ts_fail(err, "%s: %zu bytes long, too short for a safetensors file", s->where,
                       s->bytes);
    header = s->file + 8;
    for (int i = 7; i >= 0; i--) n = n << 8 | (unsigned char)s->file[i];
    if (n == 0) return ts_fail(err, "%s: its header length is 0", s->where);
    if (n > MAX_HEADER)
        return ts_fail(err, "%s: its header length is %llu; at most %d is read", s->where,
                       (unsigned long long)n, MAX_HEADER);
    if (n > s->bytes - 8)
        return ts_fail(err,
                       "%s: its header of %llu bytes runs past the end of the file (%zu bytes)",
                       s->where, (unsigned long long)n, s->bytes);
    size_t blank = 0; /* the format wants none; the reference reads it */
    while (blank < n && header[blank] && strchr(" \t\r\n", header[blank])) blank++;
    if (blank == n || header[blank] != '{')
        return ts_fail(err, "%s: its header does not start with '{'; not a safetensors file",
                       s->where);
    s->data = header + n;
    s->data_bytes = s->bytes - 8 - (size_t)n;
    s->names = malloc((size_t)n);
    if (!s->names) return ts_fail(err, "%s: out of memory for its header", s->where);
    if (read_members(s, header, (size_t)n, err) || check_places(s, err)) return -1;
    return check_names(s, err);
}

/* ---- opening ---- */

static ts_safetensors *begin(const char *where, ts_error *err)
{
    ts_safetensors *s = calloc(1, sizeof *s);
    if (!s) {
        ts_fail(err, "%s: out of memory", ts_show_path(where).text);
        return NULL;
    }
    memcpy(s->where, ts_show_path(where).text, sizeof s->where);
    s->fd = -1;
    s->slot = -1;
    return s;
}

static ts_safetensors *finish(ts_safetensors *s, ts_error *err)
{
    if (!read_header(s, err)) return s;
    ts_safetensors_close(s);
    return NULL;
}

ts_safetensors *ts_safetensors_read(const void *file, size_t bytes, const char *where,
                                    ts_error *err)
{
    ts_safetensors *s = begin(where, err);
    if (!s) return NULL;
    s->file = file;
    s->bytes = bytes;
    return finish(s, err);
}

static int map(ts_safetensors *s, ts_error *err)
{
    void *at;
    if (fstat(s->fd, &s->opened) < 0 || (uint64_t)s->opened.st_size != s->bytes)
        return ts_fail(err, "%s: changed while it was opened", s->where);
    if (!s->bytes) return 0; /* cannot be mapped; too short anyway */
    at = mmap(NULL, s->bytes, PROT_READ, MAP_PRIVATE, s->fd, 0);
    if (at == MAP_FAILED)
        return ts_fail(err, "%s: cannot map its %zu bytes: %s", s->where, s->bytes,
                       strerror(errno));
    /* A file that comes into memory now comes in huge pages, where its file system has them, and stays so for
     * every later process: 3.5 GB take 2 ms to map instead of 80. */
    (void)madvise(at, s->bytes, MADV_HUGEPAGE);
    s->file = at;
    s->mapped = true;
    s->slot = ts_mapped_add(at, s->bytes);
    return 0;
}

ts_safetensors *ts_safetensors_open(const char *path, ts_error *err)
{
    ts_safetensors *s = begin(path, err);
    if (!s) return NULL;
    s->fd = ts_file_open(path, &s->bytes, err);
    if (s->fd >= 0 && !map(s, err)) return finish(s, err);
    ts_safetensors_close(s);
    return NULL;
}

void ts_safetensors_close(ts_safetensors *s)
{
    if (!s) return;
    ts_mapped_remove(s->slot);
    if (s->mapped) munmap((void *)s->file, s->bytes);
    if (s->fd >= 0) close(s->fd);
    json_decref(s->notes);
    free(s->tensor);
    free(s->names);
    free(s);
}

size_t ts_safetensors_count(const ts_safetensors *s)
{
    return s->n;
}

const ts_tensor *ts_safetensors_at(const ts_safetensors *s, size_t i)
{
    return i < s->n ? &s->tensor[i] : NULL;
}

const ts_tensor *ts_safetensors_find(const ts_safetensors *s, const char *name)
{
    ts_tensor key = {.name = name};
    if (!s->n) return NULL;
    return bsearch(&key, s->tensor, s->n, sizeof key, by_name);
}

const char *ts_safetensors_note(const ts_safetensors *s, const char *key)
{
    return json_string_value(json_object_get(s->notes, key));
}

int ts_safetensors_unchanged(const ts_safetensors *s, ts_error *err)
{
    struct stat now;
    if (s->fd < 0) return 0;
    if (!fstat(s->fd, &now) && now.st_size == s->opened.st_size &&
        now.st_mtim.tv_sec == s->opened.st_mtim.tv_sec &&
        now.st_mtim.tv_nsec == s->opened.st_mtim.tv_nsec)
        return 0;
    return ts_fail(err, "%s: changed since it was opened; load the model again", s->where);
}

int ts_safetensors_whole(const ts_safetensors *s, ts_error *err)
{
    if (!ts_mapped_lost(s->slot)) return 0;
    if (ts_safetensors_unchanged(s, err)) return -1;
    return ts_fail(err, "%s: a part of it could not be read; check the disk", s->where);
}

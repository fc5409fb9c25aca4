/* quantise.c - writes a quantised model folder (quantise.h).
 *
 * Weights go into one file. Tensors of long elements come first, so each lies at a multiple of its
 * element's size whatever the shapes. */
#include "engine/quantise.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/finite.h"
#include "engine/folder.h"
#include "engine/parts.h"
#include "engine/weights.h"

enum { COPY = 1 << 20, ROWS_AT_ONCE = 16, MAX_CONFIG = 1 << 20 };

typedef struct entry { /* a tensor of the file */
    const ts_slot *slot;
    const ts_weight *from; /* what it is made of */
    const char *type;
    ts_dtype dtype;
    uint64_t at, bytes; /* in the file's data */
    uint64_t dim[TS_GRAPH_RANK];
    uint32_t rank;
    size_t scale; /* of codes: the entry of their scales; else SIZE_MAX */
    bool is_scale;
} entry;

typedef struct job {
    const char *dir, *out;
    ts_quantise *q;
    const ts_quant *quant;
    ts_parts parts;
    ts_graph *graph;
    ts_views *views;
    entry *entry;
    size_t entries;
    char partial[TS_PATH_MAX]; /* the folder until it is whole */
    int fd;
    uint64_t data; /* where data begins in the file */
    uint64_t done;
    ts_error *err;
} job;

/* ---- what the file holds ---- */

static const char *type_name(ts_dtype t)
{
    return t == TS_f32 ? "F32" : t == TS_f16 ? "F16" : "BF16";
}

static bool is_matrix(const job *j, const ts_slot *s, const ts_weight *w)
{
    return s->def->scale && ts_quant_takes(j->quant, w->cols);
}

static entry *add(job *j, const ts_slot *s, const ts_weight *w, ts_dtype t, const char *type)
{
    entry *e = &j->entry[j->entries++];
    *e = (entry){.slot = s, .from = w, .type = type, .dtype = t, .scale = SIZE_MAX};
    e->rank = ts_slot_dims(j->graph, s->def, e->dim);
    return e;
}

static void add_matrix(job *j, const ts_slot *s, const ts_weight *w)
{
    const ts_quant *q = j->quant;
    entry *codes = add(j, s, w, q->code, q->stored);
    codes->dim[codes->rank - 1] /= (uint64_t)q->per;
    codes->bytes = ts_storage(q->code, (size_t)w->rows * w->cols);
    codes->scale = j->entries;
    entry *scale = add(j, s, w, q->scale, q->beside);
    scale->dim[scale->rank - 1] = (w->cols + TS_SHARE - 1) / TS_SHARE;
    scale->bytes = ts_storage(q->scale, (size_t)(w->rows * scale->dim[scale->rank - 1]));
    scale->is_scale = true;
    j->q->matrices++;
}

static int list_entries(job *j)
{
    const ts_graph *g = j->graph;
    j->entry = calloc(2 * g->slots + 1, sizeof *j->entry);
    if (!j->entry) return ts_fail(j->err, "out of memory for %zu tensors", g->slots);
    for (size_t i = 0; i < g->slots; i++) {
        const ts_weight *w = &j->views->view[i];
        if (!ts_slot_is_stored(g, &g->slot[i])) continue;
        j->q->read += w->bytes;
        if (is_matrix(j, &g->slot[i], w))
            add_matrix(j, &g->slot[i], w);
        else {
            add(j, &g->slot[i], w, w->dtype, type_name(w->dtype))->bytes = w->bytes;
            j->q->kept++;
        }
    }
    return 0;
}

static void place_entries(job *j)
{
    uint64_t at = 0;
    for (size_t each = 4; each; each /= 2)
        for (size_t i = 0; i < j->entries; i++) {
            entry *e = &j->entry[i];
            if (ts_storage(e->dtype, 1) != each) continue;
            e->at = at;
            at += e->bytes;
        }
    j->q->written = at;
}

/* ---- the header ---- */

static void name_of(const entry *e, char name[TS_SLOT_NAME + 8])
{
    ts_slot_name(e->slot, name);
    if (e->is_scale) strcat(name, "_scale");
}

static int describe(json_t *root, const entry *e)
{
    char name[TS_SLOT_NAME + 8];
    json_t *shape = json_array();
    for (uint32_t i = 0; i < e->rank; i++)
        json_array_append_new(shape, json_integer((json_int_t)e->dim[i]));
    name_of(e, name);
    return json_object_set_new(root, name,
                               json_pack("{s:s, s:o, s:[I, I]}", "dtype", e->type, "shape", shape,
                                         "data_offsets", (json_int_t)e->at,
                                         (json_int_t)(e->at + e->bytes)));
}

static int put(job *j, const void *from, size_t bytes, uint64_t at)
{
    for (const char *p = from; bytes;) {
        ssize_t n = pwrite(j->fd, p, bytes, (off_t)at);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0)
            return ts_fail(j->err, "%s: cannot write: %s", ts_show_path(j->out).text,
                           strerror(n ? errno : ENOSPC));
        p += n, bytes -= (size_t)n, at += (uint64_t)n;
    }
    return 0;
}

/* Padded with blanks, so that data begins at a multiple of a cache line. */
static int put_header(job *j)
{
    json_t *root = json_pack("{s:{s:s, s:s}}", "__metadata__", "tessera.format", j->quant->name,
                             "tessera.scales", "NAME_scale: one for 32 elements of a row of NAME");
    int bad = !root;
    for (size_t i = 0; !bad && i < j->entries; i++) bad = describe(root, &j->entry[i]);
    char *text = bad ? NULL : json_dumps(root, JSON_COMPACT), *all;
    json_decref(root);
    if (!text) return ts_fail(j->err, "out of memory for the names of %zu tensors", j->entries);
    size_t used = strlen(text);
    uint64_t bytes = ((8 + used + 63) & ~(size_t)63) - 8;
    j->data = 8 + bytes;
    all = malloc(j->data);
    int rc = all ? 0 : ts_fail(j->err, "out of memory for a header of %zu bytes", used);
    if (all) {
        memset(all, ' ', j->data);
        for (int i = 0; i < 8; i++) all[i] = (char)(bytes >> 8 * i);
        memcpy(all + 8, text, used);
        rc = put(j, all, j->data, 0);
    }
    free(all);
    free(text);
    return rc;
}

/* ---- the data ---- */

static void told(job *j, uint64_t bytes)
{
    j->done += bytes;
    if (j->q->progress) j->q->progress(j->q->arg, j->done, j->q->read);
}

static int copy_entry(job *j, const entry *e)
{
    const char *from = e->from->data;
    for (uint64_t i = 0; i < e->bytes; i += COPY) {
        uint64_t n = e->bytes - i < COPY ? e->bytes - i : COPY;
        if (put(j, from + i, n, j->data + e->at + i)) return -1;
        told(j, n);
    }
    return 0;
}

static void widen_row(const ts_weight *w, size_t row, float *to)
{
    size_t each = ts_storage(w->dtype, 1), n = w->cols;
    const char *from = (const char *)w->data + row * n * each;
    if (w->dtype == TS_f32) memcpy(to, from, 4 * n);
    for (size_t i = 0; w->dtype != TS_f32 && i < n; i++) {
        uint16_t code;
        memcpy(&code, from + 2 * i, 2);
        uint32_t bits = (uint32_t)code << 16;
        if (w->dtype == TS_bf16)
            memcpy(to + i, &bits, 4);
        else
            to[i] = (float)ts_decode(w->dtype, code);
    }
}

static int check_finite(const job *j, const entry *e)
{
    size_t first, n = (size_t)e->from->rows * e->from->cols;
    size_t bad = ts_nonfinite(e->from->data, e->from->dtype, n, &first);
    char name[TS_SLOT_NAME + 8], text[TS_SLOT_NAME + 128];
    if (!bad) return 0;
    name_of(e, name);
    ts_nonfinite_text(text, sizeof text, name, bad, first);
    return ts_fail(j->err, "%s: %s; such weights have no codes", ts_show_path(j->dir).text, text);
}

typedef struct band { /* a few rows of a matrix */
    float *row;
    char *code, *scale;
} band;

static int put_rows(job *j, const entry *e, const band *b, size_t from, size_t rows)
{
    const entry *s = &j->entry[e->scale];
    size_t code = (size_t)(e->bytes / e->from->rows), scale = (size_t)(s->bytes / e->from->rows);
    for (size_t r = 0; r < rows; r++) {
        widen_row(e->from, from + r, b->row);
        ts_quant_row(j->quant, b->row, e->from->cols, b->code + r * code, b->scale + r * scale);
    }
    told(j, e->from->bytes / e->from->rows * rows);
    return put(j, b->code, rows * code, j->data + e->at + from * code) ||
                   put(j, b->scale, rows * scale, j->data + s->at + from * scale)
               ? -1
               : 0;
}

static int put_matrix(job *j, const entry *e)
{
    const entry *s = &j->entry[e->scale];
    size_t rows = e->from->rows;
    band b = {malloc(e->from->cols * sizeof(float)), malloc(e->bytes / rows * ROWS_AT_ONCE),
              malloc(s->bytes / rows * ROWS_AT_ONCE)};
    int rc = b.row && b.code && b.scale ? check_finite(j, e) : ts_fail(j->err, "out of memory");
    for (size_t r = 0; !rc && r < rows; r += ROWS_AT_ONCE)
        rc = put_rows(j, e, &b, r, rows - r < ROWS_AT_ONCE ? rows - r : ROWS_AT_ONCE);
    free(b.row);
    free(b.code);
    free(b.scale);
    return rc;
}

/* A descriptor of a new file in the unfinished folder. */
static int create(job *j, const char *name)
{
    char path[TS_PATH_MAX];
    if (ts_folder_path(path, j->partial, name, j->err)) return -1;
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (fd < 0)
        ts_fail(j->err, "%s: cannot write %s: %s", ts_show_path(j->out).text, name,
                strerror(errno));
    return fd;
}

/* Closes what create opened once it is on the disk. */
static int finish(job *j, int rc)
{
    if (!rc && fsync(j->fd))
        rc = ts_fail(j->err, "%s: cannot write: %s", ts_show_path(j->out).text, strerror(errno));
    if (close(j->fd) && !rc)
        rc = ts_fail(j->err, "%s: cannot write: %s", ts_show_path(j->out).text, strerror(errno));
    return rc;
}

static int put_weights(job *j)
{
    if ((j->fd = create(j, "model.safetensors")) < 0) return -1;
    int rc = put_header(j);
    for (size_t i = 0; !rc && i < j->entries; i++) {
        const entry *e = &j->entry[i];
        if (e->is_scale) continue;
        rc = e->scale == SIZE_MAX ? copy_entry(j, e) : put_matrix(j, e);
    }
    if (!rc) rc = ts_weights_whole(j->views->store, j->err);
    return finish(j, rc);
}

/* ---- the other files ---- */

static int put_config(job *j)
{
    char path[TS_PATH_MAX];
    size_t bytes = 0;
    json_error_t why;
    char *text = ts_folder_path(path, j->dir, "config.json", j->err)
                     ? NULL
                     : ts_file_read(path, MAX_CONFIG, &bytes, j->err);
    if (!text) return -1;
    json_t *root = json_loadb(text, bytes, 0, &why);
    free(text);
    json_t *is = json_pack("{s:s, s:s, s:i}", "quant_method", "tessera", "format", j->quant->name,
                           "block", TS_SHARE);
    if (json_object_set_new(root, "quantization_config", is)) {
        json_decref(root);
        return ts_fail(j->err, "%s: cannot be read again", ts_show_path(path).text);
    }
    text = json_dumps(root, JSON_INDENT(2));
    json_decref(root);
    int rc = text ? 0 : ts_fail(j->err, "out of memory");
    if (!rc && (j->fd = create(j, "config.json")) < 0)
        rc = -1;
    else if (!rc)
        rc = finish(j, put(j, text, strlen(text), 0) || put(j, "\n", 1, strlen(text)));
    free(text);
    return rc;
}

static int copy_file(job *j, const char *name)
{
    char path[TS_PATH_MAX], *block = NULL;
    size_t bytes = 0, at = 0;
    int from = ts_folder_path(path, j->dir, name, j->err) ? -1 : ts_file_open(path, &bytes, j->err);
    if (from < 0) return -1;
    int rc = (block = malloc(COPY)) ? 0 : ts_fail(j->err, "out of memory");
    if (!rc && (j->fd = create(j, name)) < 0) {
        rc = -1;
    } else if (!rc) {
        ssize_t n;
        while (!rc && (n = read(from, block, COPY)) != 0) {
            if (n < 0 && errno == EINTR) continue;
            rc = n < 0 ? ts_fail(j->err, "%s: cannot read: %s", ts_show_path(path).text,
                                 strerror(errno))
                       : put(j, block, (size_t)n, at);
            at += (size_t)(n < 0 ? 0 : n);
        }
        rc = finish(j, rc);
    }
    free(block);
    close(from);
    return rc;
}

/* What belongs to a model beside its weights and config.json; those that are there. */
static const char *const others[] = {"generation_config.json",
                                     "tokenizer.json",
                                     "tokenizer_config.json",
                                     "special_tokens_map.json",
                                     "added_tokens.json",
                                     "vocab.json",
                                     "merges.txt",
                                     "chat_template.jinja",
                                     "LICENSE",
                                     "README.md"};

enum { OTHERS = sizeof others / sizeof *others };

static int copy_others(job *j)
{
    for (size_t i = 0; i < OTHERS; i++)
        if (ts_folder_has(j->dir, others[i]) && copy_file(j, others[i])) return -1;
    return 0;
}

/* ---- all of it ---- */

static void drop_partial(job *j)
{
    static const char *const own[] = {"model.safetensors", "config.json"};
    char path[TS_PATH_MAX];
    for (size_t i = 0; i < OTHERS + 2; i++)
        if (!ts_folder_path(path, j->partial, i < 2 ? own[i] : others[i - 2], NULL)) unlink(path);
    rmdir(j->partial);
}

static int begin_folder(job *j)
{
    struct stat st;
    int n = snprintf(j->partial, sizeof j->partial, "%s", j->out);
    while (n > 1 && n < TS_PATH_MAX && j->partial[n - 1] == '/') j->partial[--n] = 0;
    if (n < 1 || n > TS_PATH_MAX - 16)
        return ts_fail(j->err, "%s: no name for a folder", ts_show_path(j->out).text);
    if (!lstat(j->partial, &st))
        return ts_fail(j->err, "%s: is there already; name a folder that is not",
                       ts_show_path(j->out).text);
    strcat(j->partial, ".part-XXXXXX");
    if (mkdtemp(j->partial) && !chmod(j->partial, 0755)) return 0;
    return ts_fail(j->err, "%s: cannot make a folder there: %s", ts_show_path(j->out).text,
                   strerror(errno));
}

static int write_folder(job *j)
{
    if (begin_folder(j)) return -1;
    if (!put_weights(j) && !put_config(j) && !copy_others(j)) {
        if (!rename(j->partial, j->out)) return 0;
        ts_fail(j->err, "%s: cannot give the finished folder its name: %s",
                ts_show_path(j->out).text, strerror(errno));
    }
    drop_partial(j);
    return -1;
}

static int open_source(job *j)
{
    if (ts_parts_open(&j->parts, j->dir, NULL, NULL, j->err)) return -1;
    if (j->parts.config.quant)
        return ts_fail(j->err, "%s: holds codes already (%s); quantize the original weights",
                       ts_show_path(j->dir).text, j->parts.config.quant->name);
    j->graph = ts_graph_new(ts_arch_of(&j->parts.config), &j->parts.config, 1, j->err);
    j->views = j->graph ? ts_views_open(j->dir, j->graph, j->err) : NULL;
    return j->views ? 0 : -1;
}

int ts_quantise_folder(const char *dir, const char *out, ts_quantise *q, ts_error *err)
{
    job j = {.dir = dir, .out = out, .q = q, .fd = -1, .err = err};
    j.quant = ts_quant_find(q->format, strlen(q->format));
    q->matrices = q->kept = 0;
    q->read = q->written = 0;
    int rc = j.quant ? open_source(&j)
                     : ts_fail(err, "no format is called \"%s\"",
                               ts_show(q->format, strlen(q->format)).text);
    if (!rc) rc = list_entries(&j);
    if (!rc) {
        place_entries(&j);
        rc = write_folder(&j);
    }
    free(j.entry);
    ts_views_free(j.views);
    ts_graph_free(j.graph);
    ts_parts_close(&j.parts);
    return rc;
}

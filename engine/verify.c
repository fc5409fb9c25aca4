/* verify.c - looks at every file of a model folder (verify.h). */
#include "engine/verify.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <nettle/sha1.h>
#include <nettle/sha2.h>

#include "engine/chat.h"
#include "engine/fields.h"
#include "engine/folder.h"
#include "engine/parts.h"
#include "engine/memory.h"
#include "engine/plan.h"
#include "engine/weights.h"

enum { MAX_FILES = 10000, BLOCK = 1 << 20, CTX = 4096 };

typedef struct look {
    ts_verify *v;
    const char *dir;
    uint64_t total, done; /* bytes to hash */
} look;

static void say(look *l, bool fault, const char *file, const char *text)
{
    l->v->faults += fault;
    if (l->v->say) l->v->say(l->v->arg, fault, file, text);
}

/* ---- structure ---- */

/* A machine that is too small is no fault of the files. */
static void check_memory(look *l, const ts_graph *g, const ts_views *v)
{
    ts_budget b;
    ts_error err = {0};
    const ts_calls_how how = {.target = ts_target_find("cpu", &err),
                              .kv = ts_quant_of(v->dtype) ? TS_f16 : v->dtype};
    ts_calls *c = how.target ? ts_calls_new(g, v, &how, &err) : NULL;
    if (!c || ts_budget_make(&b, c, true, &err))
        say(l, true, "config.json", err.text);
    else if (ts_budget_fits(&b, ts_memory_available(""), &err))
        say(l, false, "memory", err.text);
    ts_calls_free(c);
}

/* Names of config.json that nobody here knows, in one line. A folder without generation_config.json
 * may have those of choosing tokens there, too. */
static void check_names(look *l)
{
    char text[512] = "";
    ts_error err = {0};
    ts_fields f;
    const char *name;
    json_t *value;
    if (ts_fields_load(&f, l->dir, "config.json", true, &err)) return;
    json_object_foreach(f.object, name, value)
    {
        size_t used = strlen(text);
        if (json_is_null(value) || ts_config_expects(name) || ts_generation_expects(name)) continue;
        snprintf(text + used, sizeof text - used, "%s%s",
                 used ? ", " : "unknown fields, not read: ", ts_show(name, strlen(name)).text);
    }
    if (*text) say(l, false, "config.json", text);
    ts_fields_free(&f);
}

/* Text can be written without these, so they are no faults. */
static void check_words(look *l, const ts_tokenizer *t)
{
    static const char config[] = "tokenizer_config.json";
    ts_error err = {0};
    size_t ends;
    if (!ts_folder_has(l->dir, config))
        say(l, false, config, "missing: special tokens are guessed from tokenizer.json");
    ts_chat *chat = ts_chat_open(l->dir, &err);
    if (!chat) say(l, false, "chat template", err.text);
    ts_chat_close(chat);
    ts_tokenizer_eos(t, &ends);
    if (!ends)
        say(l, false, "config.json", "no file names an end token: text goes on to the limit");
}

/* Weights that are no numbers make a model that says nothing. */
static void check_numbers(look *l, const ts_weights *store)
{
    for (size_t i = 0; i < ts_weights_count(store); i++) {
        const ts_tensor *t = ts_weights_at(store, i);
        char text[TS_MAX_TENSOR_NAME + 128];
        if (ts_tensor_nonfinite(t, text, sizeof text)) say(l, true, "weights", text);
    }
    ts_error err = {0};
    if (ts_weights_whole(store, &err)) say(l, true, "weights", err.text);
}

static void check_views(look *l, ts_weights *store, const ts_config *c)
{
    ts_error err = {0};
    const uint32_t ctx = c->max_position < CTX ? c->max_position : CTX;
    ts_graph *g = ts_graph_new(ts_arch_of(c), c, ctx, &err);
    ts_views *v = g ? ts_views_bind(store, g, &err) : NULL;
    char text[160];
    if (!v)
        say(l, true, "weights", err.text);
    else if (v->extra) {
        snprintf(text, sizeof text, "%zu tensor%s that this architecture does not use", v->extra,
                 v->extra == 1 ? "" : "s");
        say(l, false, "weights", text);
    }
    if (v && v->remark[0]) say(l, false, "weights", v->remark);
    if (v) check_memory(l, g, v);
    ts_views_free(v);
    ts_graph_free(g);
}

static void check_weights(look *l, const ts_config *c)
{
    ts_error err = {0};
    ts_weights *store = ts_weights_open(l->dir, &err);
    if (!store) {
        say(l, true, "weights", err.text);
        return;
    }
    l->v->tensors = ts_weights_count(store);
    if (*ts_weights_warning(store)) say(l, false, "weights", ts_weights_warning(store));
    if (l->v->hash) check_numbers(l, store);
    if (c)
        check_views(l, store, c);
    else
        ts_weights_close(store);
}

static void found(void *arg, const char *file, const char *text)
{
    look *l = arg;
    say(l, true, file, text);
}

/* What running it with no options would refuse, and what it would only mention. */
static void check_structure(look *l)
{
    ts_parts p;
    ts_error err = {0};
    bool whole = !ts_parts_open(&p, l->dir, found, l, &err);
    if (whole && *p.generation.unsupported) found(l, p.generation.from, p.generation.unsupported);
    check_weights(l, p.config.vocab ? &p.config : NULL);
    if (whole) check_names(l);
    if (whole) check_words(l, p.tokenizer);
    ts_parts_close(&p);
}

/* ---- content ---- */

typedef struct digest { /* both, of which one is used */
    bool git;
    struct sha1_ctx sha1;
    struct sha256_ctx sha256;
} digest;

static void start(digest *d, bool git, uint64_t bytes)
{
    char head[32];
    d->git = git;
    sha256_init(&d->sha256);
    sha1_init(&d->sha1);
    /* git hashes "blob SIZE" and a NUL before the content */
    int n = snprintf(head, sizeof head, "blob %llu", (unsigned long long)bytes);
    sha1_update(&d->sha1, (size_t)n + 1, (const uint8_t *)head);
}

static void finish(digest *d, char hex[65])
{
    uint8_t raw[SHA256_DIGEST_SIZE];
    size_t n = d->git ? SHA1_DIGEST_SIZE : SHA256_DIGEST_SIZE;
    if (d->git)
        sha1_digest(&d->sha1, n, raw);
    else
        sha256_digest(&d->sha256, n, raw);
    for (size_t i = 0; i < n; i++) snprintf(hex + 2 * i, 3, "%02x", raw[i]);
}

static int hash_file(look *l, int fd, digest *d)
{
    uint8_t *block = malloc(BLOCK);
    int result = block ? 0 : ENOMEM;
    for (;;) {
        ssize_t n = block ? read(fd, block, BLOCK) : 0;
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) result = errno;
        if (n <= 0) break;
        if (d->git)
            sha1_update(&d->sha1, (size_t)n, block);
        else
            sha256_update(&d->sha256, (size_t)n, block);
        l->done += (uint64_t)n;
        if (l->v->progress) l->v->progress(l->v->arg, l->done, l->total);
    }
    free(block);
    return result;
}

static bool is_hash(const char *name)
{
    size_t n = strlen(name);
    return (n == 40 || n == 64) && strspn(name, "0123456789abcdef") == n;
}

/* The content of the file against `name`, the hash it was stored under. */
static void check_blob(look *l, const char *file, const char *name)
{
    char path[TS_PATH_MAX], text[256], hex[65];
    ts_error err = {0};
    digest d;
    size_t bytes;
    int failed,
        fd = ts_folder_path(path, l->dir, file, &err) ? -1 : ts_file_open(path, &bytes, &err);
    if (fd < 0) {
        say(l, true, file, err.text);
        return;
    }
    start(&d, strlen(name) == 40, bytes);
    failed = hash_file(l, fd, &d);
    close(fd);
    l->v->hashed++;
    finish(&d, hex);
    if (failed)
        snprintf(text, sizeof text, "cannot read: %s", strerror(failed));
    else if (strcmp(hex, name) != 0)
        snprintf(text, sizeof text, "damaged: its content hashes to %s, not to its name %s", hex,
                 name);
    else
        return;
    say(l, true, file, text);
}

/* What the link DIR/file ends in, where that is a hash. */
static bool blob_name(const look *l, const char *file, char name[65])
{
    char path[TS_PATH_MAX], target[TS_PATH_MAX];
    if (ts_folder_path(path, l->dir, file, NULL)) return false;
    ssize_t n = readlink(path, target, sizeof target - 1);
    if (n <= 0) return false;
    target[n] = 0;
    const char *slash = strrchr(target, '/');
    const char *last = slash ? slash + 1 : target;
    if (!is_hash(last)) return false;
    memcpy(name, last, strlen(last) + 1);
    return true;
}

/* ---- the folder ---- */

typedef struct listing {
    char **name;
    size_t n;
} listing;

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static int list(listing *f, const char *dir, ts_error *err)
{
    DIR *d = opendir(dir);
    if (!d) return ts_fail(err, "%s: cannot list: %s", ts_show_path(dir).text, strerror(errno));
    for (struct dirent *e; (e = readdir(d)) && f->n < MAX_FILES;) {
        char **grown = realloc(f->name, (f->n + 1) * sizeof *grown);
        if (grown) f->name = grown;
        if (!grown || !(grown[f->n] = strdup(e->d_name))) {
            closedir(d);
            return ts_fail(err, "%s: out of memory", ts_show_path(dir).text);
        }
        f->n++;
    }
    closedir(d);
    if (f->name) qsort(f->name, f->n, sizeof *f->name, by_text);
    return 0;
}

static void check_file(look *l, const char *file, bool count_only)
{
    char path[TS_PATH_MAX], hash[65];
    struct stat st;
    if (ts_folder_path(path, l->dir, file, NULL)) return;
    bool there = !stat(path, &st);
    if (there && !S_ISREG(st.st_mode)) return;
    bool blob = blob_name(l, file, hash);
    if (count_only) {
        l->v->files++;
        l->v->bytes += there ? (uint64_t)st.st_size : 0;
        l->total += there && blob ? (uint64_t)st.st_size : 0;
    } else if (!there)
        say(l, true, file, "its blob is missing: the download did not finish");
    else if (blob && l->v->hash)
        check_blob(l, file, hash);
}

static void free_listing(listing *f)
{
    for (size_t i = 0; i < f->n; i++) free(f->name[i]);
    free(f->name);
}

int ts_verify_folder(const char *dir, ts_verify *v, ts_error *err)
{
    look l = {.v = v, .dir = dir};
    listing f = {0};
    v->faults = v->files = v->hashed = 0;
    v->tensors = v->bytes = 0;
    int result = list(&f, dir, err);
    for (int pass = 0; !result && pass < 2; pass++) {
        if (pass) check_structure(&l);
        for (size_t i = 0; i < f.n; i++) check_file(&l, f.name[i], pass == 0);
    }
    free_listing(&f);
    return result;
}

/* hub.c - finds a model's folder by name (hub.h).
 *
 * Layout of the cache, as the Hugging Face hub library writes it:
 *
 *     ROOT/models--ORG--NAME/refs/main              one commit id
 *     ROOT/models--ORG--NAME/snapshots/COMMIT/FILE  a link into blobs/
 *     ROOT/models--ORG--NAME/blobs/HASH
 */
#include "engine/hub.h"
#include "tessera/c_locale.h"

#include <ctype.h>
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "engine/folder.h"

enum { MAX_REF = 256 };

static bool is_folder(const char *path)
{
    struct stat st;
    return !stat(path, &st) && S_ISDIR(st.st_mode);
}

/* A name is made of letters, digits, '-', '_' and '.', and is no '.', '..' or '--' path trick. */
static bool is_name(const char *text, size_t n)
{
    TS_C_LOCALE;
    if (!n || n > 96 || text[0] == '.' || text[0] == '-') return false;
    for (size_t i = 0; i < n; i++) {
        if (!isalnum((unsigned char)text[i]) && !strchr("-_.", text[i])) return false;
        if (i && text[i] == text[i - 1] && (text[i] == '.' || text[i] == '-')) return false;
    }
    return true;
}

/* A revision may be a branch with slashes: each part is a name. */
static bool is_revision(const char *text)
{
    if (strlen(text) >= MAX_REF) return false;
    for (;;) {
        size_t n = strcspn(text, "/");
        if (!is_name(text, n)) return false;
        if (!text[n]) return true;
        text += n + 1;
    }
}

/* ---- the cache folder ---- */

static const char *env(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

int ts_hub_root(char *root, size_t cap, ts_error *err)
{
    static const struct {
        const char *variable, *below;
    } places[] = {{"HF_HUB_CACHE", ""},
                  {"HF_HOME", "/hub"},
                  {"XDG_CACHE_HOME", "/huggingface/hub"},
                  {"HOME", "/.cache/huggingface/hub"}};
    for (int i = 0; i < 4; i++) {
        const char *value = env(places[i].variable);
        if (!value) continue;
        if (snprintf(root, cap, "%s%s", value, places[i].below) < (int)cap) return 0;
        return ts_fail(err, "$%s is longer than %zu bytes", places[i].variable, cap);
    }
    return ts_fail(err, "neither HF_HUB_CACHE nor HOME is set, so there is no model cache to "
                        "search; give the model's folder");
}

/* ---- ORG/NAME[@REVISION] ---- */

typedef struct hub_id {
    char repo[TS_PATH_MAX]; /* ROOT/models--ORG--NAME */
    const char *shown;      /* as the person wrote it */
    char revision[MAX_REF];
} hub_id;

static int fail_id(const char *id, ts_error *err)
{
    return ts_fail(err, "\"%s\" is neither a folder nor a model id (ORG/NAME or ORG/NAME@REVISION)",
                   ts_show(id, strlen(id)).text);
}

static int split(const char *text, hub_id *id, ts_error *err)
{
    char root[TS_PATH_MAX];
    size_t org = strcspn(text, "/"), name;
    const char *rest = text + org + 1;
    if (!text[org] || !is_name(text, org)) return fail_id(text, err);
    name = strcspn(rest, "@");
    if (!is_name(rest, name)) return fail_id(text, err);
    if (rest[name] && !is_revision(rest + name + 1))
        return ts_fail(err, "\"%s\": the revision after @ is not a branch, tag or commit",
                       ts_show(text, strlen(text)).text);
    snprintf(id->revision, sizeof id->revision, "%s", rest[name] ? rest + name + 1 : "main");
    id->shown = text;
    if (ts_hub_root(root, sizeof root, err)) return -1;
    if (snprintf(id->repo, sizeof id->repo, "%s/models--%.*s--%.*s", root, (int)org, text,
                 (int)name, rest) < (int)sizeof id->repo)
        return 0;
    return ts_fail(err, "the path of the model cache is too long");
}

/* refs/REVISION holds a commit id; a revision without such a file is itself one. */
static int find_commit(const hub_id *id, char commit[MAX_REF], ts_error *err)
{
    char path[TS_PATH_MAX], name[MAX_REF + 8];
    size_t bytes;
    char *text;
    snprintf(commit, MAX_REF, "%s", id->revision);
    snprintf(name, sizeof name, "refs/%s", id->revision);
    if (!ts_folder_has(id->repo, name)) return 0;
    if (ts_folder_path(path, id->repo, name, err)) return -1;
    if (!(text = ts_file_read(path, MAX_REF - 1, &bytes, err))) return -1;
    while (bytes && strchr(" \t\r\n", text[bytes - 1])) text[--bytes] = 0;
    bool good = is_name(text, bytes) && bytes == strlen(text) && bytes < MAX_REF;
    if (good) memcpy(commit, text, bytes + 1);
    free(text);
    if (good) return 0;
    return ts_fail(err, "%s: not a commit id; download the model again", ts_show_path(path).text);
}

/* What the cache holds instead, for the message. */
static void list_snapshots(const hub_id *id, char *out, size_t cap)
{
    char path[TS_PATH_MAX];
    DIR *d = ts_folder_path(path, id->repo, "snapshots", NULL) ? NULL : opendir(path);
    size_t used = 0;
    out[0] = 0;
    for (struct dirent *e; d && (e = readdir(d)) && used + 64 < cap;)
        if (is_name(e->d_name, strlen(e->d_name)) && strlen(e->d_name) < 48)
            used += (size_t)snprintf(out + used, cap - used, "%s%s", used ? ", " : "", e->d_name);
    if (d) closedir(d);
}

static int fail_missing(const hub_id *id, const char *path, ts_error *err)
{
    char there[256];
    ts_shown shown = ts_show(id->shown, strlen(id->shown));
    list_snapshots(id, there, sizeof there);
    if (there[0])
        return ts_fail(err, "%s: revision %s is not in the model cache (looked at %s); it holds %s",
                       shown.text, id->revision, ts_show_path(path).text, there);
    return ts_fail(err,
                   "%s is not a folder, and not in the model cache: looked for config.json, "
                   "tokenizer.json and *.safetensors in %s; download it with: hf "
                   "download %s",
                   shown.text, ts_show_path(path).text, shown.text);
}

static int find_in_cache(const char *text, char *dir, size_t cap, ts_error *err)
{
    hub_id id;
    char commit[MAX_REF], below[MAX_REF + 16], path[TS_PATH_MAX];
    if (split(text, &id, err)) return -1;
    if (!is_folder(id.repo)) return fail_missing(&id, id.repo, err);
    if (find_commit(&id, commit, err)) return -1;
    snprintf(below, sizeof below, "snapshots/%s", commit);
    if (ts_folder_path(path, id.repo, below, err)) return -1;
    if (!is_folder(path)) return fail_missing(&id, path, err);
    if (snprintf(dir, cap, "%s", path) < (int)cap) return 0;
    return ts_fail(err, "%s: the path is too long", ts_show_path(path).text);
}

int ts_model_resolve(const char *id, char *dir, size_t cap, ts_error *err)
{
    struct stat st;
    if (!*id) return ts_fail(err, "the model's name is empty; give a folder or ORG/NAME");
    if (!stat(id, &st)) {
        if (!S_ISDIR(st.st_mode))
            return ts_fail(err, "%s is a file; give the folder that holds it",
                           ts_show_path(id).text);
        if (snprintf(dir, cap, "%s", id) < (int)cap) return 0;
        return ts_fail(err, "%s: the path is too long", ts_show_path(id).text);
    }
    if (id[0] == '/' || id[0] == '.' || id[0] == '~')
        return ts_fail(err, "%s: no such folder", ts_show_path(id).text);
    return find_in_cache(id, dir, cap, err);
}

/* cache.c - finding, checking, writing and trimming cached modules (cache.h).
 *
 *   <key>.so  = shared object | magic (16) | SHA-256 of key and shared object (32)
 *   <key>.bin = any other file, for example a cubin, with the same trailer
 *
 * The dynamic loader ignores what follows the ELF image. A file comes into being by rename, so a
 * reader sees all of it or none; what a crash or a bad disk still spoils, the trailer shows, and the
 * module is compiled again. Deleting a file that another process has loaded is harmless.
 */
#include "rt/cache.h"
#include "rt/cc.h"

#include "rt/leftover.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <nettle/sha2.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { MAGIC = 16, TRAILER = MAGIC + SHA256_DIGEST_SIZE, LEFTOVER_SECONDS = 3600 };
static const char magic[MAGIC + 1] = "tessera module 1";
static const char version_folder[] = "cpu-1";

/* ---- keys ---- */

void ts_cache_key(const char *const *part, const size_t *bytes, size_t n, char key[TS_CACHE_KEY])
{
    struct sha256_ctx sha;
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_init(&sha);
    for (size_t i = 0; i < n; i++) {
        uint64_t length = bytes[i];
        sha256_update(&sha, sizeof length, (const uint8_t *)&length);
        sha256_update(&sha, bytes[i], (const uint8_t *)part[i]);
    }
    sha256_digest(&sha, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++) snprintf(key + 2 * i, 3, "%02x", digest[i]);
}

/* ---- the folder ---- */

/* True for the folder that everything inside depends on: ours, and nobody else may write in it. */
static int is_private(int fd)
{
    struct stat st;
    return !fstat(fd, &st) && S_ISDIR(st.st_mode) && st.st_uid == geteuid() &&
           !(st.st_mode & (S_IWGRP | S_IWOTH));
}

static void make_parents(char *path)
{
    for (char *p = path + 1; *p; p++) {
        if (*p != '/') continue;
        *p = 0;
        mkdir(path, 0700);
        *p = '/';
    }
    mkdir(path, 0700);
}

static int name_folder(char *path, size_t cap)
{
    const char *mine = getenv("TESSERA_CACHE"), *xdg = getenv("XDG_CACHE_HOME");
    const char *home = getenv("HOME");
    int n = -1;
    if (mine && *mine)
        n = snprintf(path, cap, "%s", mine);
    else if (xdg && *xdg == '/')
        n = snprintf(path, cap, "%s/tessera", xdg);
    else if (home && *home == '/')
        n = snprintf(path, cap, "%s/.cache/tessera", home);
    return n > 0 && (size_t)n < cap ? 0 : -1;
}

/* Once in a process: without a cache all works, but slower than one should put up with unknowingly. */
static void say(const ts_error *why)
{
    static atomic_flag said = ATOMIC_FLAG_INIT;
    if (atomic_flag_test_and_set(&said)) return;
    fprintf(
        stderr,
        "tessera: compiled kernels are not kept, so each start compiles them anew: %.600s; point "
        "TESSERA_CACHE to a folder of yours\n",
        why->text);
}

/* The versioned folder inside the one at path. */
static int open_inner(int outer, const char *path, ts_error *why)
{
    mkdirat(outer, version_folder, 0700);
    int inner = openat(outer, version_folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (inner < 0) ts_fail(why, "%s/%s: %s", path, version_folder, strerror(errno));
    if (inner < 0 || is_private(inner)) return inner;
    close(inner);
    return ts_fail(why, "%s/%s is not yours alone", path, version_folder);
}

int ts_cache_folder(char *path, size_t cap, ts_error *why)
{
    if (name_folder(path, cap))
        return ts_fail(why, "neither TESSERA_CACHE nor HOME names a folder");
    make_parents(path);
    int outer = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), inner = -1;
    if (outer < 0) return ts_fail(why, "%s: %s", path, strerror(errno));
    if (is_private(outer))
        inner = open_inner(outer, path, why);
    else
        ts_fail(why, "%s belongs to somebody else, or others may write there", path);
    close(outer);
    if (inner < 0) return -1;
    size_t used = strlen(path);
    int n = snprintf(path + used, cap - used, "/%s", version_folder);
    if (n > 0 && (size_t)n < cap - used) return inner;
    close(inner);
    return ts_fail(why, "%s is too long a name", path);
}

/* ---- one file ---- */

static void digest_of(const char *key, const void *data, size_t bytes, uint8_t *digest)
{
    struct sha256_ctx sha;
    sha256_init(&sha);
    sha256_update(&sha, strlen(key), (const uint8_t *)key);
    sha256_update(&sha, bytes, data);
    sha256_digest(&sha, SHA256_DIGEST_SIZE, digest);
}

static int sealed(int fd, const char *key)
{
    struct stat st;
    if (fstat(fd, &st) || !S_ISREG(st.st_mode) || st.st_size <= TRAILER) return 0;
    size_t bytes = (size_t)st.st_size;
    char *data = mmap(NULL, bytes, PROT_READ, MAP_PRIVATE, fd, 0);
    if (data == MAP_FAILED) return 0;
    uint8_t digest[SHA256_DIGEST_SIZE];
    const char *tail = data + bytes - TRAILER;
    digest_of(key, data, bytes - TRAILER, digest);
    int good = !memcmp(tail, magic, MAGIC) && !memcmp(tail + MAGIC, digest, sizeof digest);
    munmap(data, bytes);
    return good;
}

/* Appends the trailer and waits for the disk, so that a name never points at half a file. */
static int seal(const char *path, const char *key)
{
    uint8_t tail[TRAILER];
    struct stat st;
    int fd = open(path, O_RDWR | O_APPEND | O_CLOEXEC), good = 0;
    if (fd < 0) return -1;
    if (!fstat(fd, &st) && st.st_size > 0) {
        size_t bytes = (size_t)st.st_size;
        void *data = mmap(NULL, bytes, PROT_READ, MAP_PRIVATE, fd, 0);
        if (data != MAP_FAILED) {
            memcpy(tail, magic, MAGIC);
            digest_of(key, data, bytes, tail + MAGIC);
            munmap(data, bytes);
            good = write(fd, tail, TRAILER) == TRAILER && !fchmod(fd, 0600) && !fsync(fd);
        }
    }
    if (close(fd)) good = 0;
    return good ? 0 : -1;
}

/* What a load gives: a dlopen handle for ".so", the bytes for ".bin". */
struct found {
    const char *suffix;
    void *handle;
    char *data;
    size_t bytes;
};

/* The file without the last `tail` bytes, and a 0. */
static int read_file(const char *path, size_t tail, struct found *f, ts_error *err)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &st) || (size_t)st.st_size < tail) {
        if (fd >= 0) close(fd);
        return ts_fail(err, "cannot read %s: %s", path, strerror(errno));
    }
    f->bytes = (size_t)st.st_size - tail;
    f->data = malloc(f->bytes + 1);
    size_t at = 0;
    ssize_t n = 1;
    while (f->data && at < f->bytes && (n = read(fd, f->data + at, f->bytes - at)) > 0)
        at += (size_t)n;
    close(fd);
    if (f->data && at == f->bytes) {
        f->data[at] = 0;
        return 0;
    }
    free(f->data);
    f->data = NULL;
    return ts_fail(err, "cannot read all of %s", path);
}

static int take(const char *path, size_t tail, struct found *f, ts_error *err)
{
    if (strcmp(f->suffix, ".so") != 0) return read_file(path, tail, f, err);
    f->handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (f->handle) return 0;
    const char *why = dlerror();
    return ts_fail(err, "cannot load a compiled module: %s", why ? why : "no reason given");
}

static bool find(int folder, const char *path, const char *key, struct found *f)
{
    char name[TS_CACHE_KEY + 8], full[PATH_MAX];
    snprintf(name, sizeof name, "%s%s", key, f->suffix);
    int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) return false;
    bool good = false;
    if (sealed(fd, key)) {
        futimens(fd, NULL); /* "used now", for the trimming; access times are often switched off */
        int n = snprintf(full, sizeof full, "%s/%s", path, name);
        good = n > 0 && (size_t)n < sizeof full && !take(full, TRAILER, f, NULL);
    }
    close(fd);
    return good;
}

/* ---- build ---- */

static int build_in(int folder, const char *path, const char *key, const char *suffix,
                    ts_cache_build *build, void *ctx, ts_error *err)
{
    static _Atomic unsigned counter;
    char temp[64], name[TS_CACHE_KEY + 8], full[PATH_MAX];
    snprintf(temp, sizeof temp, "tmp.%ld.%u", (long)getpid(), counter++);
    snprintf(name, sizeof name, "%s%s", key, suffix);
    int n = snprintf(full, sizeof full, "%s/%s", path, temp);
    if (n < 0 || (size_t)n >= sizeof full) return -1;
    int made = ts_leftover_file(full);
    int rc = build(ctx, full, err);
    errno = 0;
    if (!rc && (seal(full, key) || renameat(folder, temp, folder, name)))
        rc = ts_fail(err, "cannot write %s: %s", full, errno ? strerror(errno) : "no space");
    if (rc) unlinkat(folder, temp, 0);
    ts_leftover_drop(made);
    return rc;
}

/* A folder of its own under the temporary one, gone again as soon as the module is mapped. */
static int build_aside(ts_cache_build *build, void *ctx, struct found *f, ts_error *err)
{
    char folder[PATH_MAX - 16], file[PATH_MAX];
    const char *temp = getenv("TMPDIR");
    if (!temp || *temp != '/' || strlen(temp) > PATH_MAX - 64) temp = "/tmp";
    snprintf(folder, sizeof folder, "%s/tessera-XXXXXX", temp);
    if (!mkdtemp(folder))
        return ts_fail(err,
                       "no folder to compile kernels in: neither the cache nor %s can be written "
                       "(%s); point TESSERA_CACHE to a folder of yours",
                       temp, strerror(errno));
    snprintf(file, sizeof file, "%s/module%s", folder, f->suffix);
    int outer = ts_leftover_file(folder), inner = ts_leftover_file(file);
    int rc = build(ctx, file, err);
    if (!rc) rc = take(file, 0, f, err);
    unlink(file);
    rmdir(folder);
    ts_leftover_drop(inner);
    ts_leftover_drop(outer);
    return rc;
}

/* A failure in the cache folder counts for nothing yet (its disk may be full): only the failure in
 * the temporary folder is reported. */
static int load_hushed(const char *key, ts_cache_build *build, void *ctx, struct found *f,
                       ts_error *err)
{
    char path[PATH_MAX];
    ts_error why = {{0}};
    ts_cc_hung = false;
    int folder = ts_cache_folder(path, sizeof path, &why);
    bool found = false;
    if (folder >= 0) {
        found = find(folder, path, key, f);
        if (ts_debug("cc"))
            fprintf(stderr, "cache: %s/%s%s %s\n", path, key, f->suffix, found ? "hit" : "miss");
        if (!found && !build_in(folder, path, key, f->suffix, build, ctx, &why)) {
            found = find(folder, path, key, f);
            ts_cache_trim(folder, TS_CACHE_BYTES);
        }
        close(folder);
    }
    if (found) return 0;
    if (ts_cc_hung) return ts_fail(err, "%s", why.text); /* not once more */
    if (build_aside(build, ctx, f, err)) return -1;
    ts_fail(&why, "%s cannot be read back", path);
    say(&why);
    return 0;
}

static int load(const char *key, ts_cache_build *build, void *ctx, struct found *f, ts_error *err)
{
    sigset_t before;
    ts_hush(&before);
    int rc = load_hushed(key, build, ctx, f, err);
    ts_unhush(&before);
    return rc;
}

void *ts_cache_load(const char *key, ts_cache_build *build, void *ctx, ts_error *err)
{
    struct found f = {.suffix = ".so"};
    return load(key, build, ctx, &f, err) ? NULL : f.handle;
}

char *ts_cache_file(const char *key, ts_cache_build *build, void *ctx, size_t *bytes, ts_error *err)
{
    struct found f = {.suffix = ".bin"};
    if (load(key, build, ctx, &f, err)) return NULL;
    *bytes = f.bytes;
    return f.data;
}

/* ---- trim ---- */

struct entry {
    char name[TS_CACHE_KEY + 8];
    struct timespec used;
    uint64_t bytes;
};

static int older(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    if (x->used.tv_sec != y->used.tv_sec) return x->used.tv_sec < y->used.tv_sec ? -1 : 1;
    return (x->used.tv_nsec > y->used.tv_nsec) - (x->used.tv_nsec < y->used.tv_nsec);
}

static int is_module(const char *name)
{
    return strlen(name) > 64 && strspn(name, "0123456789abcdef") == 64 &&
           (!strcmp(name + 64, ".so") || !strcmp(name + 64, ".bin"));
}

/* Reads the folder; leftovers of dead writers go at once. Returns the number of modules. */
static size_t read_folder(DIR *dir, struct entry **list)
{
    size_t n = 0, cap = 0;
    int fd = dirfd(dir);
    for (struct dirent *d; (d = readdir(dir));) {
        struct stat st;
        if (fstatat(fd, d->d_name, &st, AT_SYMLINK_NOFOLLOW) || !S_ISREG(st.st_mode)) continue;
        if (!strncmp(d->d_name, "tmp.", 4) && time(NULL) - st.st_mtim.tv_sec > LEFTOVER_SECONDS)
            unlinkat(fd, d->d_name, 0);
        if (!is_module(d->d_name)) continue;
        if (n == cap) {
            cap = cap ? 2 * cap : 64;
            struct entry *more = realloc(*list, cap * sizeof **list);
            if (!more) break;
            *list = more;
        }
        struct entry *e = &(*list)[n++];
        memcpy(e->name, d->d_name, strlen(d->d_name) + 1); /* is_module bounds it */
        e->used = st.st_mtim;
        e->bytes = (uint64_t)st.st_size;
    }
    return n;
}

void ts_cache_trim(int folder, uint64_t limit)
{
    int again = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *dir = again < 0 ? NULL : fdopendir(again);
    if (!dir) {
        if (again >= 0) close(again);
        return;
    }
    struct entry *list = NULL;
    size_t n = read_folder(dir, &list);
    uint64_t total = 0;
    for (size_t i = 0; i < n; i++) total += list[i].bytes;
    if (total > limit) qsort(list, n, sizeof *list, older);
    for (size_t i = 0; i < n && total > limit; i++) {
        if (!unlinkat(folder, list[i].name, 0)) total -= list[i].bytes;
    }
    free(list);
    closedir(dir);
}

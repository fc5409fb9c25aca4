/* folder.c - files that appear all at once (folder.h). */
#include "report/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/store.h"

static const char before[] = ".new-"; /* a name under which nobody finds a page */

static int path_in(char *to, const ts_folder *f, const char *prefix, const char *name,
                   ts_error *err)
{
    int n = snprintf(to, PATH_MAX, "%s/%s%s", f->path, prefix, name);
    return n > 0 && n < PATH_MAX ? 0
                                 : ts_fail(err, "the folder's name is too long: %.200s", f->path);
}

static int make_folder(const char *path, ts_error *err)
{
    char inside[PATH_MAX];
    struct stat s;
    int n = snprintf(inside, sizeof inside, "%s/", path);
    if (n < 2 || (size_t)n >= sizeof inside)
        return ts_fail(err, "\"%.200s\" is no name of a folder", path);
    if (ts_folders_make(inside, "choose another with --out", err)) return -1;
    if (stat(path, &s) || !S_ISDIR(s.st_mode))
        return ts_fail(err, "%.200s is no folder; name one with --out", path);
    return 0;
}

/* 1: it begins as a report does; 0: it does not; -1: it is not there, or cannot be read. */
static int is_report(const char *path, const char *name)
{
    char full[PATH_MAX], start[2048] = "";
    int n = snprintf(full, sizeof full, "%s/%s", path, name);
    FILE *in = n > 0 && n < PATH_MAX ? fopen(full, "rb") : NULL;
    if (!in) return -1;
    size_t got = fread(start, 1, sizeof start - 1, in);
    fclose(in);
    start[got] = 0;
    return strstr(start, "content=\"tessera report\"") != NULL;
}

static bool has_other_files(const char *path)
{
    bool found = false;
    DIR *d = opendir(path);
    for (struct dirent *e; d && !found && (e = readdir(d));)
        found = strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0 &&
                strncmp(e->d_name, before, sizeof before - 1) != 0;
    if (d) closedir(d);
    return found;
}

/* Files of others are not overwritten. A folder is ours when its index.html is; the first report of a
 * folder that was stopped halfway has its index.html still under the other name, or has nothing else. */
static int check_owner(const char *path, ts_error *err)
{
    int index = is_report(path, "index.html");
    if (index > 0) return 0;
    if (index < 0 && (!has_other_files(path) || is_report(path, ".new-index.html") > 0)) return 0;
    return ts_fail(
        err, "%.200s holds files that are no report of Tessera; choose another folder with --out",
        path);
}

int ts_folder_begin(ts_folder *f, const char *path, ts_error *err)
{
    *f = (ts_folder){.n = 0};
    if (make_folder(path, err) || check_owner(path, err)) return -1;
    snprintf(f->path, sizeof f->path, "%s", path);
    return 0;
}

/* ---- files ---- */

FILE *ts_folder_open(ts_folder *f, const char *name, ts_error *err)
{
    char path[PATH_MAX];
    if (strlen(name) >= sizeof *f->name)
        ts_fail(err, "the name of a file is too long: %.80s", name);
    else if (!ts_grow((void **)&f->name, f->n, sizeof *f->name))
        ts_fail(err, "no memory for the file %s", name);
    else if (!path_in(path, f, before, name, err)) {
        strcpy(f->name[f->n++], name);
        if ((f->open = fopen(path, "wbe"))) return f->open;
        ts_fail(err, "cannot write %.200s: %s; what is there stays as it was", path,
                strerror(errno));
    }
    return NULL;
}

int ts_folder_close(ts_folder *f, ts_error *err)
{
    errno = 0;
    bool bad = fflush(f->open) || ferror(f->open) || fsync(fileno(f->open));
    int why = errno ? errno : EIO;
    bad |= fclose(f->open) != 0;
    f->open = NULL;
    if (!bad) return 0;
    return ts_fail(err, "cannot write %s in %.200s: %s; what is there stays as it was",
                   f->name[f->n - 1], f->path, strerror(why));
}

int ts_folder_publish(ts_folder *f, ts_error *err)
{
    char from[PATH_MAX], to[PATH_MAX];
    for (size_t i = 0; i < f->n; i++) {
        if (path_in(from, f, before, f->name[i], err) || path_in(to, f, "", f->name[i], err))
            return -1;
        if (rename(from, to)) return ts_fail(err, "cannot replace %.200s: %s", to, strerror(errno));
    }
    int folder = open(f->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) (void)fsync(folder); /* some file systems cannot, and need not */
    if (folder >= 0) close(folder);
    return 0;
}

void ts_folder_end(ts_folder *f)
{
    char name[PATH_MAX];
    for (size_t i = 0; i < f->n; i++)
        if (!path_in(name, f, before, f->name[i], NULL)) unlink(name);
    free(f->name);
    *f = (ts_folder){.n = 0};
}

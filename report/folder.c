/* folder.c - files that appear all at once (folder.h). */
#include "report/folder.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/store.h"

/* ---- in memory ---- */

FILE *ts_folder_open(ts_folder *f, const char *name, ts_error *err)
{
    bool room = ts_grow((void **)&f->file, f->n, sizeof *f->file);
    ts_file *x = room ? &f->file[f->n] : NULL; /* where it stays until the stream is closed */
    int n = x ? snprintf(x->name, sizeof x->name, "%s", name) : 0;
    if (x && (n < 0 || (size_t)n >= sizeof x->name))
        ts_fail(err, "the name of a page is too long: %.80s", name);
    else if (!x || !(f->open = open_memstream(&x->text, &x->bytes)))
        ts_fail(err, "no memory for the page %s", name);
    return f->open;
}

int ts_folder_close(ts_folder *f, ts_error *err)
{
    bool bad = ferror(f->open) != 0;
    bad |= fclose(f->open) != 0;
    f->open = NULL;
    if (bad) free(f->file[f->n].text);
    if (bad) return ts_fail(err, "no memory for the page %s", f->file[f->n].name);
    f->n++;
    return 0;
}

void ts_folder_free(ts_folder *f)
{
    for (size_t i = 0; i < f->n; i++) free(f->file[i].text);
    free(f->file);
    *f = (ts_folder){0};
}

/* ---- on the disk ---- */

static int path_in(char *to, const char *folder, const char *before, const char *name,
                   ts_error *err)
{
    int n = snprintf(to, PATH_MAX, "%s/%s%s", folder, before, name);
    return n > 0 && n < PATH_MAX ? 0
                                 : ts_fail(err, "the folder's name is too long: %.200s", folder);
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

static const char before[] = ".new-"; /* a name under which nobody finds a page */

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

static int write_file(const char *path, const ts_file *x)
{
    FILE *to = fopen(path, "wbe");
    if (!to) return -1;
    bool bad = fwrite(x->text, 1, x->bytes, to) != x->bytes || fflush(to) || fsync(fileno(to));
    int why = errno;
    bad |= fclose(to) != 0;
    if (bad) errno = why;
    return bad ? -1 : 0;
}

/* From the last to the first: index.html is the first there and the last to be renamed. */
static int stage(const ts_folder *f, const char *path, ts_error *err)
{
    char name[PATH_MAX];
    for (size_t i = f->n; i--;) {
        if (path_in(name, path, before, f->file[i].name, err)) return -1;
        if (write_file(name, &f->file[i]))
            return ts_fail(err, "cannot write %.200s: %s; the report there is as it was", name,
                           strerror(errno));
    }
    return 0;
}

static void unstage(const ts_folder *f, const char *path)
{
    char name[PATH_MAX];
    for (size_t i = 0; i < f->n; i++)
        if (!path_in(name, path, before, f->file[i].name, NULL)) unlink(name);
}

static int reveal(const ts_folder *f, const char *path, ts_error *err)
{
    char from[PATH_MAX], to[PATH_MAX];
    for (size_t i = 0; i < f->n; i++) {
        if (path_in(from, path, before, f->file[i].name, err) ||
            path_in(to, path, "", f->file[i].name, err))
            return -1;
        if (rename(from, to)) return ts_fail(err, "cannot replace %.200s: %s", to, strerror(errno));
    }
    return 0;
}

int ts_folder_publish(const ts_folder *f, const char *path, ts_error *err)
{
    if (make_folder(path, err) || check_owner(path, err)) return -1;
    if (!stage(f, path, err) && !reveal(f, path, err)) return 0;
    unstage(f, path);
    return -1;
}

/* folder.c - small text files of a model folder (folder.h). */
#include "engine/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utf8proc.h>

int ts_folder_path(char *path, const char *dir, const char *name, ts_error *err)
{
    int n = snprintf(path, TS_PATH_MAX, "%s/%s", dir, name);
    if (n > 0 && n < TS_PATH_MAX) return 0;
    return ts_fail(err, "%s: the path is longer than %d bytes", ts_show_path(dir).text,
                   TS_PATH_MAX - 1);
}

bool ts_folder_has(const char *dir, const char *name)
{
    char path[TS_PATH_MAX];
    struct stat st;
    return !ts_folder_path(path, dir, name, NULL) && !lstat(path, &st);
}

int ts_file_open(const char *path, size_t *bytes, ts_error *err)
{
    struct stat st;
    /* O_NONBLOCK: opening a pipe must not wait for its other end. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return ts_fail(err, "%s: cannot open: %s", ts_show_path(path).text, strerror(errno));
    if (fstat(fd, &st) < 0)
        ts_fail(err, "%s: cannot read its size: %s", ts_show_path(path).text, strerror(errno));
    else if (!S_ISREG(st.st_mode))
        ts_fail(err, "%s: not a regular file", ts_show_path(path).text);
    else if ((uint64_t)st.st_size > PTRDIFF_MAX)
        ts_fail(err, "%s: too large for this machine's addresses", ts_show_path(path).text);
    else {
        *bytes = (size_t)st.st_size;
        return fd;
    }
    close(fd);
    return -1;
}

/* Reads until `bytes` have come or the file ends; a shorter file than announced is an error. */
static int fill(int fd, char *to, size_t bytes, const char *path, ts_error *err)
{
    size_t got = 0;
    while (got < bytes) {
        ssize_t n = read(fd, to + got, bytes - got);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0)
            return ts_fail(err, "%s: cannot read: %s", ts_show_path(path).text, strerror(errno));
        if (n == 0)
            return ts_fail(err, "%s: became shorter while it was read", ts_show_path(path).text);
        got += (size_t)n;
    }
    return 0;
}

int ts_refuse_pointer(const char *text, size_t bytes, const char *where, ts_error *err)
{
    static const char *const begin[] = {
        "version https://git-lfs.github.com/spec/",
        "version https://hawser.github.com/spec/"}; /* its old name */
    for (int i = 0; i < 2; i++)
        if (bytes >= strlen(begin[i]) && !memcmp(text, begin[i], strlen(begin[i])))
            return ts_fail(err,
                           "%s: a Git LFS pointer, not the file itself; run `git lfs pull` in its "
                           "folder, or download the file again",
                           ts_show_path(where).text);
    return 0;
}

static void drop_mark(char *text, size_t *bytes)
{
    if (*bytes < 3 || memcmp(text, "\xef\xbb\xbf", 3) != 0) return;
    *bytes -= 3;
    memmove(text, text + 3, *bytes + 1);
}

char *ts_file_read(const char *path, size_t limit, size_t *bytes, ts_error *err)
{
    char *text = NULL;
    int fd = ts_file_open(path, bytes, err);
    if (fd < 0) return NULL;
    if (*bytes > limit)
        ts_fail(err, "%s: %zu bytes long; at most %zu are read", ts_show_path(path).text, *bytes,
                limit);
    else if (!(text = malloc(*bytes + 1)))
        ts_fail(err, "%s: out of memory for %zu bytes", ts_show_path(path).text, *bytes);
    else if (fill(fd, text, *bytes, path, err) || ts_refuse_pointer(text, *bytes, path, err)) {
        free(text);
        text = NULL;
    } else {
        text[*bytes] = 0;
        drop_mark(text, bytes);
    }
    close(fd);
    return text;
}

/* Bytes of the printable character at text, or 0. */
static size_t printable(const char *text, size_t bytes)
{
    utf8proc_int32_t c;
    utf8proc_ssize_t n =
        utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)bytes, &c);
    if (n <= 0 || utf8proc_category(c) == UTF8PROC_CATEGORY_CC) return 0;
    return (size_t)n;
}

ts_shown ts_show(const char *text, size_t bytes)
{
    ts_shown s;
    size_t at = 0, n = 0;
    while (at < bytes && n < 60) {
        size_t c = printable(text + at, bytes - at);
        memcpy(s.text + n, c ? text + at : "?", c ? c : 1);
        n += c ? c : 1;
        at += c ? c : 1;
    }
    memcpy(s.text + n, at < bytes ? "..." : "", at < bytes ? 4 : 1);
    return s;
}

ts_shown ts_show_path(const char *path)
{
    ts_shown s;
    size_t n = strlen(path), cap = sizeof s.text - 1;
    if (n <= cap)
        memcpy(s.text, path, n + 1);
    else
        snprintf(s.text, sizeof s.text, "...%s", path + n - (cap - 3));
    for (char *c = s.text; *c; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7f) *c = '?';
    return s;
}

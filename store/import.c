/* import.c - reading a file of others, finding out what it is, and putting all of it in at once. */
#include "store/transfer.h"
#include "tessera/c_locale.h"

#include <errno.h>
#include <fcntl.h>
#include <nettle/sha2.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/store_int.h"
#include "store/transfer_int.h"

int(ts_import_fail)(ts_import *in, size_t line, const char *format, ...)
{
    TS_C_LOCALE;
    char text[600];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    for (char *c = text; *c; c++) /* quoted from the file; the message stays one line */
        if ((unsigned char)*c < ' ' || *c == 127) *c = '?';
    if (line) return ts_fail(in->err, "%s:%zu: %s", in->path, line, text);
    return ts_fail(in->err, "%s: %s", in->path, text);
}

const char *ts_import_keep(ts_import *in, const char *text)
{
    return text && *text ? ts_text_keep(&in->memory, text) : NULL;
}

/* ---- collecting ---- */

/* What the store says is about the file. */
static int told(ts_import *in, size_t line, int bad, const ts_error *why)
{
    return bad ? ts_import_fail(in, line, "%s", why->text) : 0;
}

int ts_import_run(ts_import *in, size_t line, const ts_run_info *r)
{
    ts_error why = {0};
    if (!ts_grow((void **)&in->run, in->n, sizeof *in->run)) return ts_store_no_memory(in->err);
    in->run[in->n++] = *r;
    in->results = 0;
    return told(in, line, ts_incoming_run(in->store, r, &why), &why);
}

int ts_import_result(ts_import *in, size_t line, const char *run, const ts_result *r,
                     const ts_sample *sample, size_t n)
{
    ts_error why = {0};
    in->results++;
    return told(in, line, ts_incoming_result(in->store, run, r, sample, n, &why), &why);
}

/* ---- heads of published runs ---- */

static void hash_text(struct sha256_ctx *sha, const char *text)
{
    sha256_update(sha, strlen(text) + 1, (const uint8_t *)text);
}

ts_run_info ts_import_head(ts_import *in, const char *source, const char *part)
{
    ts_run_info r = ts_run_blank();
    struct sha256_ctx sha;
    uint8_t raw[TS_STORE_RUN_ID / 2];
    char id[TS_STORE_RUN_ID + 1];
    r.kind = "published";
    r.source = ts_import_keep(in, in->source ? in->source : source);
    r.url = ts_import_keep(in, in->url);
    sha256_init(&sha);
    hash_text(&sha, r.source ? r.source : "");
    hash_text(&sha, part);
    sha256_update(&sha, in->bytes, (const uint8_t *)in->text);
    sha256_digest(&sha, sizeof raw, raw);
    for (size_t i = 0; i < sizeof raw; i++) snprintf(id + 2 * i, 3, "%02x", raw[i]);
    r.id = ts_import_keep(in, id);
    return r;
}

/* ---- the file ---- */

static int read_all(ts_import *in, int fd, char *text, size_t bytes)
{
    size_t have = 0;
    while (have < bytes) {
        ssize_t n = read(fd, text + have, bytes - have);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return ts_import_fail(in, 0, "cannot be read: %s", strerror(errno));
        if (!n) break;
        have += (size_t)n;
    }
    text[have] = 0;
    in->bytes = have;
    if (memchr(text, 0, have))
        return ts_import_fail(in, 0,
                              "is no text: it holds zero bytes; give CSV, JSON, JSON lines or "
                              "a results store");
    return 0;
}

/* The file as text to be freed by the caller; NULL with *in->err filled, or for a store. */
static char *read_file(ts_import *in, bool *store)
{
    static const char magic[] = "SQLite format 3";
    struct stat st;
    char *text = NULL;
    int fd = open(in->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0 || fstat(fd, &st)) {
        ts_import_fail(in, 0, "cannot be opened: %s", strerror(errno));
    } else if (!S_ISREG(st.st_mode)) {
        ts_import_fail(in, 0, "is no file; name one");
    } else {
        char head[sizeof magic] = "";
        *store =
            pread(fd, head, sizeof head, 0) == sizeof head && !memcmp(head, magic, sizeof head);
        if (!*store && st.st_size > TS_IMPORT_BYTES)
            ts_import_fail(in, 0, "has over %d MiB; split it, or import the store it came from",
                           TS_IMPORT_BYTES >> 20);
        else if (!*store && !(text = malloc((size_t)st.st_size + 1)))
            ts_store_no_memory(in->err);
    }
    if (text && read_all(in, fd, text, (size_t)st.st_size)) {
        free(text);
        text = NULL;
    }
    if (fd >= 0) close(fd);
    return text;
}

static int parse(ts_import *in)
{
    if (!strncmp(in->text, "\xef\xbb\xbf", 3)) {
        in->text += 3;
        in->bytes -= 3;
    }
    size_t blank = strspn(in->text, " \t\r\n");
    if (!in->text[blank]) return ts_import_fail(in, 0, "is empty");
    if (in->text[blank] == '{' || in->text[blank] == '[') return ts_import_json(in);
    return ts_import_csv(in);
}

int ts_store_import(ts_ledger *s, const char *path, const char *source, const char *url,
                    ts_merged *sum, ts_error *err)
{
    ts_import in = {.store = s, .path = path, .source = source, .url = url, .err = err};
    ts_error why = {0};
    bool store = false;
    char *text = read_file(&in, &store);
    if (store) return ts_store_merge(s, path, sum, err);
    in.text = text;
    int bad = !text || ts_incoming_begin(s, err) || parse(&in);
    if (text && ts_incoming_end(s, bad, sum, &why) && !bad) bad = told(&in, 0, -1, &why);
    free(in.run);
    ts_memory_free(in.memory);
    free(text);
    return bad ? -1 : 0;
}

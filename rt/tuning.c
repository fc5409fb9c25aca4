/* tuning.c - what was measured on this machine, read and written (tuning.h). */
#include "rt/tuning.h"

#include "rt/cache.h"
#include "rt/cc.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DIGEST = 16, MOST_LINES = 16, NAME = 32 };
enum { HEAD = 6144, FILE_BYTES = HEAD + MOST_LINES * (NAME + TS_TUNING) + DIGEST };

/* ---- without measuring ---- */

/* doc/measuring.md: four rows and 2 KB ahead on Xeons; on EPYCs two rows, and prefetching costs. */
const char *ts_tuning_default(const char *vendor, const char *target)
{
    if (strncmp(target, "cpu:", 4) != 0) return "";
    if (!strcmp(target, "cpu:generic")) return "streams=1,prefetch=2048";
    if (!strcmp(vendor, "AuthenticAMD")) return "streams=2,prefetch=0";
    return "streams=4,prefetch=2048";
}

/* ---- this CPU ---- */

/* The value of a field in the lines before the first empty one. */
static void field(const char *info, const char *name, char *value, size_t cap)
{
    size_t n = strlen(name);
    snprintf(value, cap, "-");
    for (const char *line = info; line && *line && *line != '\n';) {
        const char *end = strchr(line, '\n'), *at = line + n;
        at += strncmp(line, name, n) ? 0 : strspn(at, " \t");
        if (!strncmp(line, name, n) && *at == ':') {
            at += 1 + strspn(at + 1, " \t");
            int bytes = (int)(end ? end - at : (long)strlen(at));
            if (bytes > 0) snprintf(value, cap, "%.*s", bytes, at);
            return;
        }
        line = end ? end + 1 : NULL;
    }
}

void ts_tuning_cpu(const char *cpuinfo, char *id, size_t cap)
{
    static const char *const names[][2] = {{"vendor_id", "CPU implementer"},
                                           {"cpu family", "CPU architecture"},
                                           {"model", "CPU part"},
                                           {"stepping", "CPU revision"},
                                           {"model name", "Model"}};
    size_t at = 0;
    id[0] = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names && at < cap; i++) {
        char value[128];
        field(cpuinfo, names[i][0], value, sizeof value);
        if (!strcmp(value, "-")) field(cpuinfo, names[i][1], value, sizeof value);
        at += (size_t)snprintf(id + at, cap - at, "%s%s", i ? " " : "", value);
    }
}

static void this_cpu(char *id, size_t cap)
{
    char info[4096];
    FILE *f = fopen("/proc/cpuinfo", "re");
    info[f ? fread(info, 1, sizeof info - 1, f) : 0] = 0;
    if (f) fclose(f);
    ts_tuning_cpu(info, id, cap);
}

void ts_tuning_untuned(const char *target, char values[TS_TUNING])
{
    char id[512];
    this_cpu(id, sizeof id);
    id[strcspn(id, " ")] = 0;
    snprintf(values, TS_TUNING, "%s", ts_tuning_default(id, target));
}

/* ---- the file ---- */

/* What every file of this machine, compiler and build begins with. */
static int write_head(char *head, size_t cap, ts_error *err)
{
    char cpu[512];
    ts_cc *cc = calloc(1, sizeof *cc);
    int n = -1;
    if (!cc) return ts_fail(err, "no memory to look for a compiler");
    if (!ts_cc_find(cc, err)) {
        this_cpu(cpu, sizeof cpu);
        n = snprintf(head, cap, "tessera tuning 1\ncpu %s\ncompiler %s\nbuild %.*s\n", cpu,
                     cc->identity, DIGEST, ts_lowering_digest);
    }
    free(cc);
    if (n > 0 && (size_t)n < cap) return 0;
    return ts_fail(err, "the compiler's name is too long");
}

static void digest_of(const char *text, size_t bytes, char hex[DIGEST + 1])
{
    char key[TS_CACHE_KEY];
    ts_cache_key(&text, &bytes, 1, key);
    memcpy(hex, key, DIGEST);
    hex[DIGEST] = 0;
}

static void name_file(const char *head, char name[NAME])
{
    char hex[DIGEST + 1];
    digest_of(head, strlen(head), hex);
    snprintf(name, NAME, "tuning-%s", hex);
}

/* All of it with a 0 behind; bytes, or -1 with errno. */
static long read_all(int folder, const char *name, char *text, size_t cap)
{
    int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) return -1;
    size_t n = 0;
    ssize_t more = 1;
    while (n < cap - 1 && (more = read(fd, text + n, cap - 1 - n)) > 0) n += (size_t)more;
    close(fd);
    text[n] = 0;
    return more < 0 ? -1 : (long)n;
}

/* Is that a file that we wrote for this head? Then its lines, from the first behind the head to "end". */
static char *lines_of(char *text, const char *head)
{
    char hex[DIGEST + 1], last[DIGEST + 8];
    char *end = strstr(text, "\nend ");
    if (!end || strncmp(text, head, strlen(head)) != 0) return NULL;
    end++;
    digest_of(text, (size_t)(end - text), hex);
    snprintf(last, sizeof last, "end %s\n", hex);
    if (strcmp(end, last) != 0) return NULL;
    *end = 0;
    return text + strlen(head);
}

/* Once in a process. */
static void say(const char *path, const char *name, const char *why)
{
    static atomic_flag said = ATOMIC_FLAG_INIT;
    if (atomic_flag_test_and_set(&said)) return;
    fprintf(stderr,
            "tessera: what was tuned is not used: %.600s/%s %s; `tessera tune` measures it anew\n",
            path, name, why);
}

/* The value of a target's line in `lines`; false: there is none. */
static bool pick(const char *lines, const char *target, char values[TS_TUNING])
{
    size_t n = strlen(target);
    for (const char *at = lines; at && *at; at = strchr(at, '\n'), at += at != NULL) {
        if (strncmp(at, target, n) || at[n] != ' ') continue;
        size_t bytes = strcspn(at + n + 1, "\n");
        if (bytes >= TS_TUNING) return false;
        snprintf(values, TS_TUNING, "%.*s", (int)bytes, at + n + 1);
        return true;
    }
    return false;
}

/* What is in the file of this head; NULL: nothing, or nothing to be trusted. */
static char *read_lines(int folder, const char *path, const char *name, const char *head,
                        char *text)
{
    if (read_all(folder, name, text, FILE_BYTES) < 0) {
        if (errno != ENOENT) say(path, name, "cannot be read");
        return NULL;
    }
    char *lines = lines_of(text, head);
    if (!lines) say(path, name, "is damaged, or of another CPU, compiler or build");
    return lines;
}

bool ts_tuning_find(const char *target, char values[TS_TUNING])
{
    char head[HEAD], text[FILE_BYTES], path[PATH_MAX], name[NAME];
    bool found = false;
    int folder = -1;
    ts_tuning_untuned(target, values);
    if (!write_head(head, sizeof head, NULL)) folder = ts_cache_folder(path, sizeof path, NULL);
    if (folder < 0) return false;
    name_file(head, name);
    char *lines = read_lines(folder, path, name, head, text);
    if (lines) found = pick(lines, target, values);
    close(folder);
    return found;
}

/* ---- writing ---- */

/* The lines of other targets stay. */
static void compose(char *text, const char *head, const char *old, const char *target,
                    const char *values)
{
    size_t n = strlen(target), at = (size_t)snprintf(text, FILE_BYTES, "%s", head);
    char hex[DIGEST + 1];
    for (int i = 1; old && *old && i < MOST_LINES; i++) {
        int bytes = (int)strcspn(old, "\n") + 1;
        if (strncmp(old, target, n) || old[n] != ' ')
            at += (size_t)snprintf(text + at, FILE_BYTES - at, "%.*s", bytes, old);
        old += bytes;
    }
    if (values) at += (size_t)snprintf(text + at, FILE_BYTES - at, "%s %s\n", target, values);
    digest_of(text, at, hex);
    snprintf(text + at, FILE_BYTES - at, "end %s\n", hex);
}

/* Under another name first, so that whoever reads sees all of it or what was there before. */
static int write_file(int folder, const char *path, const char *name, const char *text,
                      ts_error *err)
{
    char temp[NAME + 16];
    size_t n = strlen(text);
    snprintf(temp, sizeof temp, "tmp.%ld.tuning", (long)getpid());
    int fd = openat(folder, temp, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    bool good = fd >= 0 && write(fd, text, n) == (ssize_t)n && !fsync(fd);
    int why = errno;
    if (fd >= 0 && close(fd)) good = false;
    if (good && !renameat(folder, temp, folder, name)) return 0;
    if (good) why = errno;
    unlinkat(folder, temp, 0);
    return ts_fail(err, "cannot write %.600s/%s: %s; point TESSERA_CACHE to a folder of yours",
                   path, name, strerror(why));
}

int ts_tuning_keep(const char *target, const char *values, ts_error *err)
{
    char head[HEAD], text[FILE_BYTES], whole[FILE_BYTES], path[PATH_MAX], name[NAME];
    ts_error why = {{0}};
    if (values && strlen(values) >= TS_TUNING) return ts_fail(err, "%s is too long", values);
    if (write_head(head, sizeof head, err)) return -1;
    int folder = ts_cache_folder(path, sizeof path, &why);
    if (folder < 0)
        return ts_fail(err, "%.600s; point TESSERA_CACHE to a folder of yours", why.text);
    name_file(head, name);
    char *old = read_all(folder, name, text, sizeof text) < 0 ? NULL : lines_of(text, head);
    compose(whole, head, old, target, values);
    int rc = write_file(folder, path, name, whole, err);
    close(folder);
    return rc;
}

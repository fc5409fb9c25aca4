/* test_cache.c - the module cache and the run-time compiler when things go wrong: interrupted and
 * concurrent writers, spoilt files, folders that cannot or must not be used, no compiler.
 *
 * Modules are built by the real compiler from a one-line text whose function returns a number.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "rt/cache.h"
#include "rt/cc.h"
#include "tessera/device.h"

static char root[] = "/tmp/test-cache-XXXXXX"; /* every folder of these tests lies in it */
static ts_cc compiler;
static int builds;

struct text {
    int number;
    void (*before)(const char *path); /* called in place of, or ahead of, the compiler */
};

static int build(void *ctx, const char *path, ts_error *err)
{
    const struct text *t = ctx;
    char c[128];
    builds++;
    if (t->before) t->before(path);
    int n = snprintf(c, sizeof c, "int test_number(void) { return %d; }\n", t->number);
    return ts_cc_run(&compiler, ts_isa_at(0), c, (size_t)n, path, err);
}

static void key_of(int number, char key[TS_CACHE_KEY])
{
    char text[32];
    const char *part[] = {"test", text};
    size_t bytes[] = {4, (size_t)snprintf(text, sizeof text, "%d", number)};
    ts_cache_key(part, bytes, 2, key);
}

/* Loads, calls, and returns how many builds it took; fails the test on a wrong number. */
static int load(int number, void (*before)(const char *))
{
    char key[TS_CACHE_KEY];
    ts_error err = {{0}};
    key_of(number, key);
    builds = 0;
    void *handle = ts_cache_load(key, build, &(struct text){number, before}, &err);
    if (!handle) fail_msg("%s", err.text);
    void *symbol = dlsym(handle, "test_number");
    int (*call)(void);
    memcpy(&call, &symbol, sizeof symbol);
    assert_int_equal(call(), number);
    dlclose(handle);
    return builds;
}

/* ---- folders ---- */

static char place[256]; /* the cache of the running test */

static void use_folder(const char *name)
{
    snprintf(place, sizeof place, "%s/%s", root, name);
    setenv("TESSERA_CACHE", place, 1);
}

static const char *module_path(int number)
{
    static char path[512];
    char key[TS_CACHE_KEY];
    key_of(number, key);
    snprintf(path, sizeof path, "%s/cpu-1/%s.so", place, key);
    return path;
}

static int files_in(const char *folder, const char *start)
{
    char path[300];
    snprintf(path, sizeof path, "%s%s", place, folder);
    DIR *dir = opendir(path);
    int n = 0;
    for (struct dirent *d; dir && (d = readdir(dir));)
        n += d->d_name[0] != '.' && !strncmp(d->d_name, start, strlen(start));
    if (dir) closedir(dir);
    return n;
}

static void remove_tree(const char *path)
{
    DIR *dir = opendir(path);
    if (!dir) {
        unlink(path);
        return;
    }
    char inner[600];
    for (struct dirent *d; (d = readdir(dir));) {
        if (!strcmp(d->d_name, ".") || !strcmp(d->d_name, "..")) continue;
        snprintf(inner, sizeof inner, "%s/%s", path, d->d_name);
        remove_tree(inner);
    }
    closedir(dir);
    rmdir(path);
}

static int set_up(void **state)
{
    (void)state;
    ts_error err = {{0}};
    return mkdtemp(root) && !ts_cc_find(&compiler, &err) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    remove_tree(root);
    return 0;
}

/* ---- the usual ---- */

static void builds_once(void **state)
{
    (void)state;
    use_folder("a/b/c"); /* parents are made */
    assert_int_equal(load(1, NULL), 1);
    assert_int_equal(load(1, NULL), 0);
    assert_int_equal(load(2, NULL), 1);
    assert_int_equal(files_in("/cpu-1", ""), 2);
    struct stat st;
    assert_int_equal(stat(place, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0700);
    assert_int_equal(stat(module_path(1), &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
}

static void keys_differ(void **state)
{
    (void)state;
    char a[TS_CACHE_KEY], b[TS_CACHE_KEY];
    ts_cache_key((const char *[]){"ab", "c"}, (size_t[]){2, 1}, 2, a);
    ts_cache_key((const char *[]){"a", "bc"}, (size_t[]){1, 2}, 2, b);
    assert_int_equal(strlen(a), 64);
    assert_string_not_equal(a, b);
}

/* ---- spoilt files ---- */

static void spoil(int number, long at, int keep)
{
    const char *path = module_path(number);
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    if (keep >= 0) {
        assert_int_equal(truncate(path, st.st_size * keep / 100), 0);
        return;
    }
    int fd = open(path, O_RDWR);
    unsigned char byte;
    if (at < 0) at += st.st_size;
    assert_int_equal(pread(fd, &byte, 1, at), 1);
    byte ^= 1;
    assert_int_equal(pwrite(fd, &byte, 1, at), 1);
    close(fd);
}

static void spoilt_files_are_built_again(void **state)
{
    (void)state;
    use_folder("spoilt");
    static const int keep[] = {0, 1, 50, 99};
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(load(3, NULL), 1);
        spoil(3, 0, keep[i]);
        assert_int_equal(load(3, NULL), 1);
        unlink(module_path(3));
    }
    static const long flip[] = {0, 1000, -1, -40, -60};
    for (size_t i = 0; i < 5; i++) {
        load(3, NULL);
        spoil(3, flip[i], -1);
        assert_int_equal(load(3, NULL), 1);
        assert_int_equal(load(3, NULL), 0);
    }
    /* another module under this name: whole, but not the one asked for */
    load(4, NULL);
    char from[512];
    strcpy(from, module_path(4));
    assert_int_equal(rename(from, module_path(3)), 0);
    assert_int_equal(load(3, NULL), 1);
    /* a link to somewhere else is not followed */
    unlink(module_path(3));
    assert_int_equal(symlink("/etc/passwd", module_path(3)), 0);
    assert_int_equal(load(3, NULL), 1);
    struct stat st;
    assert_int_equal(lstat(module_path(3), &st), 0);
    assert_true(S_ISREG(st.st_mode));
}

/* ---- processes ---- */

static void write_half_and_die(const char *path)
{
    FILE *f = fopen(path, "w");
    if (f) {
        fputs("\177ELF and no more", f);
        fflush(f);
    }
    raise(SIGKILL);
}

static void a_killed_writer_leaves_no_module(void **state)
{
    (void)state;
    use_folder("killed");
    pid_t pid = fork();
    if (!pid) {
        load(5, write_half_and_die);
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(files_in("/cpu-1", "tmp."), 1);
    assert_int_equal(load(5, NULL), 1);
    assert_int_equal(load(5, NULL), 0);
    /* what it left goes once nobody can still be writing it */
    char path[600];
    for (int i = 0; i < 1000; i++) { /* the number of its attempt came with the fork */
        snprintf(path, sizeof path, "%s/cpu-1/tmp.%ld.%d", place, (long)pid, i);
        if (!access(path, F_OK)) break;
    }
    struct timespec old[2] = {{time(NULL) - 7200, 0}, {time(NULL) - 7200, 0}};
    assert_int_equal(utimensat(AT_FDCWD, path, old, 0), 0);
    load(6, NULL);
    assert_int_equal(files_in("/cpu-1", "tmp."), 0);
}

static void processes_at_once(void **state)
{
    (void)state;
    use_folder("many");
    enum { PROCESSES = 6, MODULES = 4 };
    pid_t pid[PROCESSES];
    for (int p = 0; p < PROCESSES; p++) {
        pid[p] = fork();
        if (pid[p]) continue;
        for (int i = 0; i < MODULES; i++) load(100 + (p + i) % MODULES, NULL);
        _exit(0);
    }
    for (int p = 0; p < PROCESSES; p++) {
        int status;
        assert_int_equal(waitpid(pid[p], &status, 0), pid[p]);
        assert_int_equal(status, 0);
    }
    assert_int_equal(files_in("/cpu-1", ""), MODULES);
    for (int i = 0; i < MODULES; i++) assert_int_equal(load(100 + i, NULL), 0);
}

/* ---- folders that are no use ---- */

static void someone_elses_folder_is_not_used(void **state)
{
    (void)state;
    static const mode_t open_modes[] = {0770, 0707, 0777};
    for (size_t i = 0; i < 3; i++) {
        use_folder("open");
        mkdir(place, 0700);
        chmod(place, open_modes[i]);
        assert_int_equal(load(7, NULL), 1);
        assert_int_equal(files_in("", ""), 0);
        remove_tree(place);
    }
    use_folder("inner");
    load(7, NULL);
    char inner[300];
    snprintf(inner, sizeof inner, "%s/cpu-1", place);
    chmod(inner, 0777);
    assert_int_equal(load(7, NULL), 1);
    chmod(inner, 0700);
    assert_int_equal(load(7, NULL), 0);
    if (geteuid()) {
        print_message("skipped: a folder of another user, which only root can make\n");
        return;
    }
    assert_int_equal(chown(place, 12345, 0), 0);
    assert_int_equal(load(7, NULL), 1);
}

static void unusable_places(void **state)
{
    (void)state;
    use_folder("file"); /* a file where the folder should be */
    FILE *f = fopen(place, "w");
    assert_non_null(f);
    fclose(f);
    assert_int_equal(load(8, NULL), 1);
    setenv("TESSERA_CACHE", "/proc/no/such/place", 1);
    assert_int_equal(load(8, NULL), 1);
    char *home = getenv("HOME") ? strdup(getenv("HOME")) : NULL;
    unsetenv("TESSERA_CACHE");
    unsetenv("XDG_CACHE_HOME");
    unsetenv("HOME");
    assert_int_equal(load(8, NULL), 1);
    use_folder("xdg");
    unsetenv("TESSERA_CACHE");
    setenv("XDG_CACHE_HOME", place, 1);
    assert_int_equal(load(8, NULL), 1);
    assert_int_equal(load(8, NULL), 0);
    assert_int_equal(files_in("/tessera/cpu-1", ""), 1);
    unsetenv("XDG_CACHE_HOME");
    setenv("HOME", place, 1);
    assert_int_equal(load(8, NULL), 1);
    assert_int_equal(files_in("/.cache/tessera/cpu-1", ""), 1);
    if (home) setenv("HOME", home, 1);
    free(home);
    use_folder("none");
    setenv("TMPDIR", "/proc/no/such/place", 1);
    setenv("TESSERA_CACHE", "/proc/no/such/place", 1);
    ts_error err = {{0}};
    char key[TS_CACHE_KEY];
    key_of(8, key);
    assert_null(ts_cache_load(key, build, &(struct text){8, NULL}, &err));
    assert_non_null(strstr(err.text, "TESSERA_CACHE"));
    unsetenv("TMPDIR");
}

/* A read-only folder does not stop root; a full disk does: a tiny file system of its own. */
static void full_disk(void **state)
{
    (void)state;
    use_folder("full");
    mkdir(place, 0700);
    if (mount("none", place, "tmpfs", 0, "size=8k,mode=700")) {
        print_message("skipped: a full disk, which needs the right to mount\n");
        skip();
    }
    int took = load(9, NULL);
    int left = files_in("/cpu-1", "");
    int again = mount("none", place, "tmpfs", MS_REMOUNT | MS_RDONLY, "size=8k");
    int read_only = again ? -1 : load(9, NULL);
    umount(place);
    assert_int_equal(took, 2); /* once in vain, once aside */
    assert_int_equal(left, 0);
    assert_true(read_only > 0);
}

/* ---- size ---- */

static void the_oldest_go_first(void **state)
{
    (void)state;
    use_folder("trim");
    struct stat st;
    for (int i = 0; i < 6; i++) {
        load(20 + i, NULL);
        struct timespec t[2] = {{1000000 + i, 0}, {1000000 + i, 0}};
        utimensat(AT_FDCWD, module_path(20 + i), t, 0);
    }
    load(20, NULL); /* used now: the newest */
    stat(module_path(20), &st);
    char folder[300], other[600];
    snprintf(folder, sizeof folder, "%s/cpu-1", place);
    snprintf(other, sizeof other, "%s/notes.txt", folder);
    FILE *f = fopen(other, "w");
    assert_non_null(f);
    fclose(f);
    int fd = open(folder, O_RDONLY | O_DIRECTORY);
    ts_cache_trim(fd, (uint64_t)st.st_size * 3 + 64);
    close(fd);
    assert_int_equal(files_in("/cpu-1", ""), 4);
    static const int kept[] = {20, 24, 25};
    for (size_t i = 0; i < 3; i++) assert_int_equal(access(module_path(kept[i]), F_OK), 0);
    assert_int_equal(access(other, F_OK), 0);
}

/* ---- compilers ---- */

static const char some_text[] = "// tessera kernel=x entry=ts_x params=o32 sizes=0 cost=1\n";

static void without_a_compiler(void **state)
{
    (void)state;
    use_folder("nocc");
    char *path = strdup(getenv("PATH"));
    ts_error err = {{0}};
    ts_device *dev = ts_device_open("cpu", 1, &err);
    setenv("PATH", root, 1);
    assert_null(ts_module_load(dev, some_text, strlen(some_text), &err));
    assert_non_null(strstr(err.text, "no C compiler"));
    assert_non_null(strstr(err.text, "install"));
    /* neither a folder called cc nor one in the current folder is a compiler */
    char name[300];
    snprintf(name, sizeof name, "%s/cc", root);
    mkdir(name, 0755);
    setenv("PATH", "", 1);
    ts_cc cc;
    setenv("PATH", ".:relative::", 1);
    err.text[0] = 0;
    assert_int_equal(ts_cc_find(&cc, &err), -1);
    rmdir(name);
    setenv("PATH", path, 1);
    free(path);
    ts_device_close(dev);
}

static void write_script(const char *path, const char *text)
{
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
    chmod(path, 0755);
}

/* Compilers that fail in silence, succeed without output, shout, or get killed. */
static void strange_compilers(void **state)
{
    (void)state;
    use_folder("strange");
    ts_cc cc = {.identity = "x"};
    snprintf(cc.path, sizeof cc.path, "%s/fake-cc", root);
    static const struct {
        const char *script, *says;
    } fake[] = {{"#!/bin/sh\nexit 3\n", "said nothing"},
                {"#!/bin/sh\nexit 0\n", "said nothing"},
                {"#!/bin/sh\nkill -9 $$\n", "signal 9"},
                {"#!/bin/sh\nhead -c 100000 /dev/zero | tr '\\0' 'x'; echo; exit 1\n", "xxxx"},
                {"#!/bin/sh\nprintf 'one\\ntwo\\n' >&2; exit 1\n", "one|two"},
                {"#!/no/such/interpreter\n", "cannot start"}};
    for (size_t i = 0; i < sizeof fake / sizeof *fake; i++) {
        char out[300];
        snprintf(out, sizeof out, "%s/out.so", root);
        write_script(cc.path, fake[i].script);
        ts_error err = {{0}};
        assert_int_equal(ts_cc_run(&cc, ts_isa_at(0), "int x;", 6, out, &err), -1);
        if (!strstr(err.text, fake[i].says)) fail_msg("%zu: %s", i, err.text);
        assert_null(strchr(err.text, '\n'));
    }
}

/* What a process of its own prints on stderr while it loads modules 40 and 41; it must not die. */
static const char *printed_by(void (*prepare)(void))
{
    static char said[2000];
    char name[300];
    snprintf(name, sizeof name, "%s/stderr", root);
    pid_t pid = fork();
    if (!pid) {
        if (!freopen(name, "w", stderr)) _exit(7);
        prepare();
        for (int i = 40; i < 42; i++) {
            char key[TS_CACHE_KEY];
            ts_error err = {{0}};
            key_of(i, key);
            if (!ts_cache_load(key, build, &(struct text){i, NULL}, &err))
                fprintf(stderr, "%s\n", err.text);
        }
        fflush(stderr);
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    if (status) fail_msg("ended with status 0x%x", (unsigned)status);
    FILE *f = fopen(name, "r");
    assert_non_null(f);
    size_t n = fread(said, 1, sizeof said - 1, f);
    said[n] = 0;
    fclose(f);
    return said;
}

static void no_cache_named(void)
{
    unsetenv("TESSERA_CACHE");
    unsetenv("XDG_CACHE_HOME");
    unsetenv("HOME");
}

static void cache_is_a_file(void)
{
    setenv("TESSERA_CACHE", "/proc/self/exe", 1);
}

static void cache_is_open_to_all(void)
{
    use_folder("everybody");
    mkdir(place, 0700);
    chmod(place, 0777);
}

/* Without a cache each start compiles anew: that is said, once. */
static void a_cache_of_no_use_is_said_once(void **state)
{
    (void)state;
    static const struct {
        void (*prepare)(void);
        const char *says;
    } bad[] = {{no_cache_named, "neither TESSERA_CACHE nor HOME names a folder"},
               {cache_is_a_file, "/proc/self/exe: Not a directory"},
               {cache_is_open_to_all, "others may write there"}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        const char *said = printed_by(bad[i].prepare), *line = strstr(said, "compiles them anew");
        if (!line || !strstr(said, bad[i].says)) fail_msg("case %zu: %s", i, said);
        assert_ptr_equal(strchr(said, '\n'), said + strlen(said) - 1);
    }
}

static long file_limit;

static void limit_files(void)
{
    use_folder("limit");
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){(rlim_t)file_limit, (rlim_t)file_limit});
}

/* ulimit -f kills who does not look out. At 4 kB nothing can be compiled; at the size of a module it
 * cannot be kept with its seal. */
static void files_have_a_limit(void **state)
{
    (void)state;
    char name[300];
    struct stat st;
    ts_error err = {{0}};
    file_limit = 4096;
    assert_non_null(strstr(printed_by(limit_files), "ulimit -f"));
    snprintf(name, sizeof name, "%s/plain.so", root);
    assert_int_equal(build(&(struct text){40, NULL}, name, &err), 0);
    assert_int_equal(stat(name, &st), 0);
    file_limit = st.st_size;
    const char *said = printed_by(limit_files);
    if (!strstr(said, "compiles them anew") || !strstr(said, "File too large"))
        fail_msg("%s", said);
}

/* A limit below the text itself: nothing is started, and the line names what to raise. */
static void a_text_beyond_the_limit(void **state)
{
    (void)state;
    static char text[4096];
    char name[300];
    struct rlimit before;
    ts_error err = {{0}};
    memset(text, ' ', sizeof text);
    snprintf(name, sizeof name, "%s/none.so", root);
    getrlimit(RLIMIT_FSIZE, &before);
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){1000, before.rlim_max});
    int rc = ts_cc_run(&compiler, ts_isa_at(0), text, sizeof text, name, &err);
    setrlimit(RLIMIT_FSIZE, &before);
    assert_int_equal(rc, -1);
    if (!strstr(err.text, "4096 bytes of text for ") || !strstr(err.text, "(ulimit -f)"))
        fail_msg("%s", err.text);
}

/* A compiler that hangs is ended, and so is what it started. */
static void a_compiler_has_its_time(void **state)
{
    (void)state;
    ts_cc cc = {.identity = "x"};
    char script[700], name[300], line[100] = "";
    snprintf(cc.path, sizeof cc.path, "%s/slow-cc", root);
    snprintf(name, sizeof name, "%s/pid", root);
    snprintf(script, sizeof script, "#!/bin/sh\nsleep 300 &\necho $! > %s\nwait\n", name);
    write_script(cc.path, script);
    ts_error err = {{0}};
    use_folder("slow");
    ts_cc_patience = 1;
    ts_cc good = compiler;
    compiler = cc;
    char key[TS_CACHE_KEY];
    key_of(50, key);
    builds = 0;
    assert_null(ts_cache_load(key, build, &(struct text){50, NULL}, &err));
    assert_int_equal(builds, 1); /* nor once more beside the cache */
    compiler = good;
    ts_cc_patience = TS_CC_PATIENCE;
    assert_non_null(strstr(err.text, "did nothing for 1 seconds and was ended"));
    FILE *f = fopen(name, "r");
    int pid = 0;
    assert_non_null(f);
    assert_int_equal(fscanf(f, "%d", &pid), 1);
    fclose(f);
    snprintf(name, sizeof name, "/proc/%d/stat", pid);
    f = fopen(name, "r"); /* gone, or ended and not yet waited for by its new parent */
    if (f && fgets(line, sizeof line, f)) assert_null(strstr(line, ") S"));
    if (f) fclose(f);
}

/* A host that ignores SIGCHLD, and texts larger than any pipe. */
static void strange_hosts(void **state)
{
    (void)state;
    use_folder("hosts");
    signal(SIGCHLD, SIG_IGN);
    assert_int_equal(load(30, NULL), 1);
    signal(SIGCHLD, SIG_DFL);
    ts_error err = {{0}};
    ts_device *dev = ts_device_open("cpu", 1, &err);
    size_t bytes = 1 << 20;
    char *text = malloc(bytes);
    memset(text, '\n', bytes);
    memcpy(text, some_text, strlen(some_text));
    memcpy(text + bytes - 12, "int x[] = 1;", 12);
    assert_null(ts_module_load(dev, text, bytes, &err));
    assert_true(ts_failed(&err));
    err.text[0] = 0;
    memcpy(text + bytes - 12, "int x[] ={1}", 12);
    text[bytes - 13] = ' ';
    char *end = realloc(text, bytes + 1);
    assert_non_null(end);
    text = end;
    text[bytes] = ';';
    ts_module *m = ts_module_load(dev, text, bytes + 1, &err);
    if (!m) fail_msg("%s", err.text);
    ts_module_free(m);
    free(text);
    ts_device_close(dev);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cache_of_no_use_is_said_once), /* first: once in a process */
        cmocka_unit_test(files_have_a_limit),
        cmocka_unit_test(a_text_beyond_the_limit),
        cmocka_unit_test(builds_once),
        cmocka_unit_test(keys_differ),
        cmocka_unit_test(spoilt_files_are_built_again),
        cmocka_unit_test(a_killed_writer_leaves_no_module),
        cmocka_unit_test(processes_at_once),
        cmocka_unit_test(someone_elses_folder_is_not_used),
        cmocka_unit_test(unusable_places),
        cmocka_unit_test(full_disk),
        cmocka_unit_test(the_oldest_go_first),
        cmocka_unit_test(without_a_compiler),
        cmocka_unit_test(strange_compilers),
        cmocka_unit_test(strange_hosts),
        cmocka_unit_test(a_compiler_has_its_time),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

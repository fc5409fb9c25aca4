/* test_hub.c - names of models: folders, the layouts of the cache, and names that are attacks;
 * then the check of a cached model against the hashes in its file names. */
#include "engine/hub.h"
#include "engine/verify.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

static char root[] = "/tmp/tessera-hub-XXXXXX"; /* also the cache folder of most tests */
static const char commit[] = "ad9f0ae0864d7fbcd1cd905e3c6c5b069cc8b562";

/* Makes the folders above root/name. */
static char *below(const char *name)
{
    static char path[1024];
    snprintf(path, sizeof path, "%s/%s", root, name);
    for (char *slash = path + 1; (slash = strchr(slash, '/')); slash++) {
        *slash = 0;
        assert_true(!mkdir(path, 0700) || errno == EEXIST);
        *slash = '/';
    }
    return path;
}

static void put(const char *name, const char *text)
{
    FILE *f = fopen(below(name), "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static int set_up(void **state)
{
    (void)state;
    if (!mkdtemp(root)) return -1;
    setenv("HF_HUB_CACHE", root, 1);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", root);
    return system(command);
}

static void expect(const char *id, const char *wanted)
{
    char dir[4096], full[4096];
    ts_error err = {0};
    snprintf(full, sizeof full, "%s/%s", root, wanted);
    assert_int_equal(ts_model_resolve(id, dir, sizeof dir, &err), 0);
    assert_string_equal(dir, full);
}

static void refuse(const char *id, const char *words)
{
    char dir[4096];
    ts_error err = {0};
    if (!ts_model_resolve(id, dir, sizeof dir, &err)) {
        print_error("\"%s\" became %s\n", id, dir);
        fail();
    }
    if (!strstr(err.text, words)) print_error("for \"%s\": %s\n", id, err.text);
    assert_non_null(strstr(err.text, words));
    assert_null(strchr(err.text, '\n'));
}

static void finds_in_the_cache(void **state)
{
    (void)state;
    char name[256];
    put("models--org--model/refs/main", commit);
    put("models--org--model/refs/pr/1", "0123456789abcdef0123456789abcdef01234567\n");
    snprintf(name, sizeof name, "models--org--model/snapshots/%s/config.json", commit);
    put(name, "{}");
    put("models--org--model/snapshots/0123456789abcdef0123456789abcdef01234567/x", "");
    snprintf(name, sizeof name, "models--org--model/snapshots/%s", commit);
    expect("org/model", name);
    expect("org/model@main", name);
    snprintf(name, sizeof name, "org/model@%s", commit);
    char wanted[256];
    snprintf(wanted, sizeof wanted, "models--org--model/snapshots/%s", commit);
    expect(name, wanted);
    expect("org/model@pr/1",
           "models--org--model/snapshots/0123456789abcdef0123456789abcdef01234567");
}

static void says_where_it_looked(void **state)
{
    (void)state;
    char words[512];
    snprintf(words, sizeof words,
             "org/other is not a folder, and not in the model cache: looked for config.json, "
             "tokenizer.json and *.safetensors in %s/models--org--other; download it with: hf "
             "download org/other",
             root);
    refuse("org/other", words);
    snprintf(words, sizeof words,
             "revision v9 is not in the model cache (looked at %s/models--org--model/snapshots/v9)",
             root);
    refuse("org/model@v9", words);
    refuse("org/model@v9", commit); /* what it has instead */
}

static void refuses_bad_refs(void **state)
{
    (void)state;
    static const char *const bad[] = {"../../../etc", "", "/etc", "a\nb", "..", "a/b"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        put("models--org--ref/refs/main", bad[i]);
        refuse("org/ref", "refs/main: not a commit id; download the model again");
    }
    char big[1000];
    memset(big, 'a', sizeof big);
    big[999] = 0;
    put("models--org--ref/refs/main", big);
    refuse("org/ref", "999 bytes long; at most 255 are read");
    put("models--org--ref/refs/main", commit);
    refuse("org/ref", "not in the model cache");
}

static void refuses_names_that_are_paths(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "..", "../no-such/x", "/no-such/x", "./no-such", "~/no-such", ".no-such/x",
    };
    static const char *const worse[] = {
        "org",           "org/",      "/",         "org//x",   "org/../x",    "org/x/y",
        "org/..",        "org/.x",    "a..b/x",    "a--b/x",   "org/x--y",    "-o/x",
        "org/x y",       "org/x\ny",  "org/x\x1b", "org\\x/y", "models--a/b", "org/x%2e%2e",
        "caf\xc3\xa9/x", "org/@main", "org/x:y",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char dir[4096];
        ts_error err = {0};
        if (!strcmp(bad[i], "..")) continue; /* a folder that exists is a folder */
        assert_int_equal(ts_model_resolve(bad[i], dir, sizeof dir, &err), -1);
        assert_non_null(strstr(err.text, "no such folder"));
    }
    for (size_t i = 0; i < sizeof worse / sizeof *worse; i++)
        if (strcmp(worse[i], "/") != 0) refuse(worse[i], "is neither a folder nor a model id");
    refuse("org/x@", "the revision after @ is not a branch, tag or commit");
    refuse("org/x@../../y", "the revision after @ is not a branch, tag or commit");
    refuse("org/x@/etc", "the revision after @ is not a branch, tag or commit");
    refuse("org/x@a//b", "the revision after @ is not a branch, tag or commit");
    refuse("", "the model's name is empty");
    char big[5000];
    memset(big, 'a', sizeof big);
    big[4999] = 0;
    big[2500] = '/';
    refuse(big, "is neither a folder nor a model id");
}

static void takes_folders_as_they_are(void **state)
{
    (void)state;
    char dir[4096], small[4];
    ts_error err = {0};
    assert_int_equal(ts_model_resolve(root, dir, sizeof dir, &err), 0);
    assert_string_equal(dir, root);
    assert_int_equal(ts_model_resolve(root, small, sizeof small, &err), -1);
    assert_non_null(strstr(err.text, "the path is too long"));
    put("file", "");
    refuse(below("file"), "is a file; give the folder that holds it");
}

static void follows_the_environment(void **state)
{
    (void)state;
    char got[4096];
    ts_error err = {0};
    setenv("HF_HUB_CACHE", "/hub", 1);
    setenv("HF_HOME", "/hf", 1);
    setenv("XDG_CACHE_HOME", "/xdg", 1);
    setenv("HOME", "/home/me", 1);
    static const struct {
        const char *unset, *root;
    } order[] = {{"HF_HUB_CACHE", "/hub"},
                 {"HF_HOME", "/hf/hub"},
                 {"XDG_CACHE_HOME", "/xdg/huggingface/hub"},
                 {"HOME", "/home/me/.cache/huggingface/hub"}};
    for (int i = 0; i < 4; i++) {
        assert_int_equal(ts_hub_root(got, sizeof got, &err), 0);
        assert_string_equal(got, order[i].root);
        if (i % 2)
            unsetenv(order[i].unset);
        else
            setenv(order[i].unset, "", 1); /* empty is as good as unset */
    }
    assert_int_equal(ts_hub_root(got, sizeof got, &err), -1);
    assert_non_null(strstr(err.text, "neither HF_HUB_CACHE nor HOME is set"));
    setenv("HF_HUB_CACHE", root, 1);
}

/* ---- verify: blobs named by their hashes ---- */

typedef struct finding {
    char text[8192];
} finding;

static void say(void *arg, bool fault, const char *file, const char *text)
{
    finding *f = arg;
    size_t used = strlen(f->text);
    snprintf(f->text + used, sizeof f->text - used, "%s %s: %s\n", fault ? "fault" : "note", file,
             text);
}

static void blob(const char *file, const char *hash, const char *text)
{
    char name[256], target[256];
    snprintf(name, sizeof name, "models--v--v/blobs/%s", hash);
    if (text) put(name, text);
    snprintf(name, sizeof name, "models--v--v/snapshots/%s/%s", commit, file);
    snprintf(target, sizeof target, "../../blobs/%s", hash);
    assert_int_equal(symlink(target, below(name)), 0);
}

static void compares_every_blob(void **state)
{
    (void)state;
    finding f = {""};
    ts_verify v = {.say = say, .arg = &f, .hash = true};
    ts_error err = {0};
    char dir[4096];
    put("models--v--v/refs/main", commit);
    /* printf hello | sha256sum; printf hello | git hash-object --stdin; and the empty file */
    blob("a", "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", "hello");
    blob("b", "b6fc4c620b67d95f953a5c1c1230aaab5db5a1b0", "hello");
    blob("c", "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391", "");
    blob("d", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "abd");
    blob("e", "f2ba8f84ab5c1bce84a7b441cb1959cfc7093b7f", "abd");
    blob("f", "0123456789012345678901234567890123456789", NULL);
    assert_int_equal(ts_model_resolve("v/v", dir, sizeof dir, &err), 0);
    assert_int_equal(ts_verify_folder(dir, &v, &err), 0);
    assert_int_equal(v.hashed, 5);
    assert_null(strstr(f.text, "fault a:"));
    assert_null(strstr(f.text, "fault b:"));
    assert_null(strstr(f.text, "fault c:"));
    assert_non_null(strstr(f.text, "fault d: damaged: its content hashes to "));
    assert_non_null(strstr(f.text, "fault e: damaged: its content hashes to "));
    assert_non_null(strstr(f.text, "fault f: its blob is missing: the download did not finish"));
    assert_non_null(strstr(f.text, "fault config.json: "));
    assert_non_null(strstr(f.text, "fault weights: "));
    assert_non_null(strstr(f.text, "/tokenizer.json: cannot open: No such file"));
    assert_int_equal(v.faults, 6);
    v.hash = false;
    f.text[0] = 0;
    assert_int_equal(ts_verify_folder(dir, &v, &err), 0);
    assert_int_equal(v.faults, 4);
    assert_int_equal(ts_verify_folder("/nowhere", &v, &err), -1);
    assert_string_equal(err.text, "/nowhere: cannot list: No such file or directory");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_in_the_cache),        cmocka_unit_test(says_where_it_looked),
        cmocka_unit_test(refuses_bad_refs),          cmocka_unit_test(refuses_names_that_are_paths),
        cmocka_unit_test(takes_folders_as_they_are), cmocka_unit_test(follows_the_environment),
        cmocka_unit_test(compares_every_blob),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

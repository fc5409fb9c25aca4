/* test_golden.c - the text of every kernel for every target, as test/golden holds it.
 *
 * test/golden/digests has a line for each text that ts_emit gives for the 1.5B shape; of a few kernels, which
 * between them have reductions, products, gathers and 16-byte loads, test/golden/LANGUAGE/KERNEL.VARIANT.EXT
 * is the text. A change must be meant: `make golden` rewrites these, and the diff is what a reviewer reads;
 * `make replay BASE=COMMIT` shows how all texts of two commits differ. The prelude, the same in every text of
 * a family, is left out, as is what a matrix unit adds to it, and so are comments that name a source line: an
 * edit above a kernel moves them all, and for a call over several lines compilers differ in which one it is
 * on. The test also demands that no file is left over from a kernel or target that is gone. With --once it only
 * compares texts with the files.
 */
#include "tessera/compile.h"
#include "lane/family.h"
#include "tessera/suite.h"

#include <dirent.h>
#include <errno.h>
#include <nettle/sha2.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

static const char root[] = TESSERA_SOURCE_DIR "/test/golden";
static const char digests[] = TESSERA_SOURCE_DIR "/test/golden/digests";
static const char *const whole[] = {"embedding_lookup", "q_proj_matvec", "rms_norm_1536"};
enum { WHOLE = sizeof whole / sizeof *whole, MOST = 4096 };

/* SPIR-V is compared as spirv-dis shows it; without that tool it is left alone. */
static bool is_spirv(const ts_target *t)
{
    return !strcmp(t->extension, "spv");
}

static bool can_show(const ts_target *t)
{
    static int there = -1;
    if (there < 0) there = !system("spirv-dis --version >/dev/null 2>&1");
    return !is_spirv(t) || there;
}

/* These kernels have no products by matrix units, so where variants of a language differ in those alone, they are the
 * same in all. */
static bool is_alike(const ts_target *t)
{
    return is_spirv(t) || !strncmp(t->name, "cuda", 4);
}

/* "cpu:avx2" and rms_norm_1536: cpu/rms_norm_1536.avx2.c. */
static void path_of(char *out, size_t size, const ts_kernel_def *def, const ts_target *t)
{
    const char *variant = is_alike(t) ? NULL : strchr(t->name, ':');
    int language = (int)strcspn(t->name, ":");
    snprintf(out, size, "%s/%.*s/%s%s%s.%s", root, language, t->name, def->name, variant ? "." : "",
             variant ? variant + 1 : "", is_spirv(t) ? "spvasm" : t->extension);
}

static void cut(char *text, const char *part)
{
    char *at = strstr(text, part);
    if (!at) return;
    const char *rest = at + strlen(part);
    memmove(at, rest, strlen(rest) + 1);
}

static void cut_prelude(char *text)
{
    cut(text, ts_cpu_prelude);
    cut(text, ts_cpu_unit);
}

/* Length of a line that is nothing but a comment naming a source line; 0: it is not. The line alone is looked at,
 * since sscanf measures all of a string first. */
static size_t source_line(const char *line)
{
    const char *start = line + strspn(line, " ");
    char alone[160];
    size_t size = strcspn(start, "\n");
    int n = 0;
    if (size >= sizeof alone || !strchr("/O", *start)) return 0;
    memcpy(alone, start, size);
    alone[size] = 0;
    sscanf(alone, "/* %*[a-zA-Z0-9_.]:%*d */%n", &n);
    if (!n) sscanf(alone, "// %*[a-zA-Z0-9_.]:%*d%n", &n);
    if (!n) sscanf(alone, "OpLine %*s %*d 0%n", &n);
    return n && start[n] == '\n' ? (size_t)(start - line + n + 1) : 0;
}

static void cut_source_lines(char *text)
{
    char *to = text;
    for (size_t n; *text; text += n) {
        if ((n = source_line(text))) continue;
        n = strcspn(text, "\n");
        n += text[n] == '\n';
        memmove(to, text, n);
        to += n;
    }
    *to = 0;
}

static char *read_stream(FILE *from)
{
    char *text = NULL;
    size_t size, n;
    char part[65536];
    FILE *to = open_memstream(&text, &size);
    while ((n = fread(part, 1, sizeof part, from))) fwrite(part, 1, n, to);
    fclose(to);
    return text;
}

/* NULL where spirv-dis refuses the module; frees it. */
static char *disassembled(char *module, size_t bytes)
{
    char path[] = "/tmp/tessera-golden-XXXXXX", command[128];
    int fd = mkstemp(path);
    bool written = fd >= 0 && write(fd, module, bytes) == (ssize_t)bytes;
    free(module);
    if (fd >= 0) close(fd);
    snprintf(command, sizeof command, "spirv-dis --no-color --no-header %s", path);
    FILE *from = written ? popen(command, "r") : NULL;
    char *text = from ? read_stream(from) : NULL;
    bool failed = !from || pclose(from);
    unlink(path);
    if (!failed) return text;
    free(text);
    return NULL;
}

/* OpLine says the source line of what follows, as comments do in other texts. */
static void cut_op_lines(char *module, size_t *bytes)
{
    enum { HEAD = 5, OP_LINE = 8 };
    uint32_t *word = (uint32_t *)(void *)module;
    size_t n = *bytes / sizeof *word, to = HEAD;
    for (size_t at = HEAD, length; at < n; at += length) {
        length = word[at] >> 16;
        assert_true(length && length <= n - at);
        if ((word[at] & 0xffff) == OP_LINE) continue;
        memmove(word + to, word + at, length * sizeof *word);
        to += length;
    }
    *bytes = to * sizeof *word;
}

/* All stages of a kernel in one text, as a device would compile them. */
static char *emitted(const ts_kernel_def *def, const ts_target *t, size_t *bytes)
{
    ts_error err = {0};
    ts_shape *shape = ts_shape_new(def->suite, NULL, &err);
    ts_shape_schedule(def->suite, shape, t);
    char *text = ts_kernel_emit(&def, 1, shape, t, bytes, &err);
    free(shape);
    if (!text) print_error("%s for %s: %s\n", def->name, t->name, err.text);
    return text;
}

/* Emitting is most of this test's time, so a text is emitted when it is first asked for, and what callers change is
 * a copy. */
static char *copy_of(const ts_kernel_def *def, const ts_target *t, size_t *bytes)
{
    static struct {
        const ts_kernel_def *def;
        const ts_target *target;
        char *text;
        size_t bytes;
    } kept[MOST];
    size_t i = 0;
    while (i < MOST && kept[i].text && (kept[i].def != def || kept[i].target != t)) i++;
    assert_true(i < MOST);
    if (!kept[i].text) {
        kept[i].def = def;
        kept[i].target = t;
        kept[i].text = emitted(def, t, &kept[i].bytes);
    }
    *bytes = kept[i].bytes;
    char *copy = kept[i].text ? malloc(*bytes + 1) : NULL; /* behind a text is a 0 */
    if (copy) memcpy(copy, kept[i].text, *bytes + 1);
    return copy;
}

/* As a person reads it, without what changes when nothing does. */
static char *text_of(const ts_kernel_def *def, const ts_target *t)
{
    size_t bytes;
    char *text = copy_of(def, t, &bytes);
    if (text && is_spirv(t)) text = disassembled(text, bytes);
    if (!text) return NULL;
    cut_prelude(text);
    cut_source_lines(text);
    return text;
}

/* A line of the file of digests; "" where there is no text. */
static void digest_line(char line[128], const ts_kernel_def *def, const ts_target *t)
{
    struct sha256_ctx sha;
    uint8_t digest[8];
    size_t bytes;
    char *text = copy_of(def, t, &bytes);
    *line = 0;
    if (!text) return;
    if (is_spirv(t)) {
        cut_op_lines(text, &bytes);
    } else {
        cut_prelude(text);
        cut_source_lines(text);
        bytes = strlen(text);
    }
    sha256_init(&sha);
    sha256_update(&sha, bytes, (const uint8_t *)text);
    sha256_digest(&sha, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++) sprintf(line + 2 * i, "%02x", digest[i]);
    snprintf(line + 16, 112, "  %-12s %s/%s\n", t->name, def->suite->name, def->name);
    free(text);
}

static char *read_all(const char *path)
{
    FILE *from = fopen(path, "rb");
    if (!from) return NULL;
    char *text = read_stream(from);
    fclose(from);
    return text;
}

static int write_all(const char *path, const char *text)
{
    char folder[4096];
    snprintf(folder, sizeof folder, "%.*s", (int)(strrchr(path, '/') - path), path);
    mkdir(root, 0777);
    mkdir(folder, 0777);
    FILE *to = fopen(path, "wb");
    if (!to || fputs(text, to) < 0 || fclose(to)) {
        fprintf(stderr, "cannot write %s: %s\n", path, strerror(errno));
        return 1;
    }
    return 0;
}

/* Line of the first difference, for the message. */
static int first_difference(const char *a, const char *b)
{
    int line = 1;
    for (; *a && *a == *b; a++, b++) line += *a == '\n';
    return line;
}

static int compare(const ts_kernel_def *def, const ts_target *t)
{
    char path[4096];
    path_of(path, sizeof path, def, t);
    if (!can_show(t)) return 0;
    char *want = read_all(path), *have = text_of(def, t);
    int bad = !want || !have || strcmp(want, have) != 0;
    if (!want)
        print_error("%s is missing; make golden writes it\n", path);
    else if (have && bad)
        print_error("%s:%d: the compiler writes something else; make golden shows it as a diff\n",
                    path, first_difference(want, have));
    free(want);
    free(have);
    return bad;
}

static void whole_texts(void **state)
{
    (void)state;
    const ts_target *t;
    int bad = 0;
    if (!can_show(ts_target_find("spirv", NULL)))
        print_message(
            "skipped: the goldens of spirv, there is no spirv-dis (package spirv-tools)\n");
    for (size_t i = 0; i < WHOLE; i++)
        for (size_t j = 0; (t = ts_target_at(j)); j++)
            bad += compare(ts_kernel_find(whole[i], NULL, NULL), t);
    assert_int_equal(bad, 0);
}

/* Every line is there, and nothing else. */
static void digests_of_all_texts(void **state)
{
    (void)state;
    const ts_kernel_def *def;
    const ts_target *t;
    char *want = read_all(digests), line[128];
    size_t bytes = 0;
    int bad = 0;
    if (!want) fail_msg("%s is missing; make golden writes it", digests);
    for (size_t j = 0; (t = ts_target_at(j)); j++)
        for (size_t i = 0; (def = ts_kernel_at(i)); i++) {
            digest_line(line, def, t);
            bytes += strlen(line);
            if (*line && strstr(want, line)) continue;
            print_error("%s for %s is another text than %s has; `make replay BASE=HEAD` shows it\n",
                        def->name, t->name, digests);
            bad++;
        }
    assert_int_equal(bad, 0);
    assert_int_equal(bytes, strlen(want));
    free(want);
}

/* The same kernels twice give the same bytes: nothing of an address or a hash order leaks in. */
static void emission_is_a_function(void **state)
{
    (void)state;
    const ts_kernel_def *def;
    const ts_target *t;
    for (size_t i = 0; (def = ts_kernel_at(i)); i++)
        for (size_t j = 0; (t = ts_target_at(j)); j++) {
            size_t a, b;
            char *one = copy_of(def, t, &a), *two = emitted(def, t, &b);
            assert_true(one && two && a == b && !memcmp(one, two, a));
            free(one);
            free(two);
        }
}

/* Words that no text of a language may have, whatever the kernel. */
static void words_that_are_denied(void **state)
{
    (void)state;
    static const struct {
        const char *target, *word;
    } denied[] = {
        {"cuda", "double"},    {"cuda", "__expf"},   {"cuda", "__restrict__"},
        {"cuda", "#include"},  {"musa", "double"},   {"hip", "double"},
        {"msl", "double"},     {"msl", "static"},    {"msl", "fast::"},
        {"opencl", "native_"}, {"opencl", "double"}, {"opencl", "extension"},
        {"hip", "griddep"},    {"musa", "griddep"},
    };
    const ts_kernel_def *def;
    for (size_t j = 0; j < sizeof denied / sizeof *denied; j++)
        for (size_t i = 0; (def = ts_kernel_at(i)); i++) {
            char *text = text_of(def, ts_target_find(denied[j].target, NULL));
            assert_non_null(text);
            if (strstr(text, denied[j].word))
                fail_msg("\"%s\" in %s for %s", denied[j].word, def->name, denied[j].target);
            free(text);
        }
}

static int times(const char *text, const char *word)
{
    int n = 0;
    for (const char *at = text; (at = strstr(at, word)); at++) n++;
    return n;
}

/* Every entry of CUDA waits for its turn: the runtime starts all of a text early or none. */
static void every_cuda_entry_waits(void **state)
{
    const ts_kernel_def *def;
    (void)state;
    for (size_t i = 0; (def = ts_kernel_at(i)); i++) {
        char *text = text_of(def, ts_target_find("cuda", NULL));
        assert_non_null(text);
        assert_int_equal(times(text, "griddepcontrol.wait;"), 1);
        assert_int_equal(times(text, "    take_turn();\n"), times(text, "__global__"));
        free(text);
    }
}

/* How many files there are below a folder; they are deleted if `forget`. */
static size_t files_below(const char *folder, bool forget)
{
    size_t n = 0;
    char path[4096];
    DIR *d = opendir(folder);
    for (struct dirent *e; d && (e = readdir(d));) {
        if (e->d_name[0] == '.') continue;
        snprintf(path, sizeof path, "%s/%s", folder, e->d_name);
        if (e->d_type == DT_DIR) {
            n += files_below(path, forget);
            continue;
        }
        n++;
        if (forget) unlink(path);
    }
    if (d) closedir(d);
    return n;
}

static void no_golden_is_left_over(void **state)
{
    (void)state;
    const ts_target *t;
    size_t targets = 0, again = 0;
    for (; (t = ts_target_at(targets)); targets++) again += is_alike(t) && strchr(t->name, ':');
    assert_int_equal(files_below(root, false), WHOLE * (targets - again) + 1);
}

static int update_digests(void)
{
    const ts_kernel_def *def;
    const ts_target *t;
    char line[128], *all = NULL;
    size_t bytes;
    FILE *to = open_memstream(&all, &bytes);
    for (size_t j = 0; (t = ts_target_at(j)); j++)
        for (size_t i = 0; (def = ts_kernel_at(i)); i++) {
            digest_line(line, def, t);
            fputs(line, to);
        }
    fclose(to);
    int bad = write_all(digests, all);
    free(all);
    return bad;
}

static int update(void)
{
    const ts_target *t;
    char path[4096];
    int bad = 0;
    files_below(root, true);
    for (size_t i = 0; i < WHOLE; i++)
        for (size_t j = 0; (t = ts_target_at(j)); j++) {
            const ts_kernel_def *def = ts_kernel_find(whole[i], NULL, NULL);
            char *text = text_of(def, t);
            path_of(path, sizeof path, def, t);
            bad |= !text || write_all(path, text);
            free(text);
        }
    return bad | update_digests();
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_texts),
        cmocka_unit_test(digests_of_all_texts),
        cmocka_unit_test(emission_is_a_function),
        cmocka_unit_test(words_that_are_denied),
        cmocka_unit_test(every_cuda_entry_waits),
        cmocka_unit_test(no_golden_is_left_over),
    };
    const struct CMUnitTest once[] = {
        cmocka_unit_test(whole_texts),
        cmocka_unit_test(digests_of_all_texts),
    };
    if (argc > 1 && !strcmp(argv[1], "--update")) return update();
    if (argc > 1 && !strcmp(argv[1], "--once")) return cmocka_run_group_tests(once, NULL, NULL);
    return cmocka_run_group_tests(tests, NULL, NULL);
}

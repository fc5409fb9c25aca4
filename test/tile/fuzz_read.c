/* fuzz_read.c - random changes of test/ir/NAME.ir through the reader, the verifier and the printer.
 *
 * usage: fuzz_read [count [seed]]     defaults: 20000 texts, seed from the clock; prints the seed.
 * A text is refused with one line, or accepted; then what it prints must read back and print the
 * same. Everything else is left to the sanitizers. */
#include "tile/ir.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MAXFILES = 32, MAXTEXT = 1 << 16 };

static char *texts[MAXFILES];
static size_t files;
static uint64_t state;

static uint32_t below(uint32_t n)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)((state >> 32) % n);
}

static bool load(const char *folder)
{
    char path[1024];
    struct dirent *e;
    DIR *d = opendir(folder);
    while (d && (e = readdir(d)) && files < MAXFILES) {
        snprintf(path, sizeof path, "%s/%s", folder, e->d_name);
        FILE *f = strstr(e->d_name, ".ir") ? fopen(path, "r") : NULL;
        if (!f) continue;
        texts[files] = calloc(1, MAXTEXT);
        if (!texts[files] || !fread(texts[files], 1, MAXTEXT / 2, f)) abort();
        files++;
        fclose(f);
    }
    if (d) closedir(d);
    return files;
}

/* Cuts the word at p out of the line and returns its length. */
static size_t word_at(const char *p)
{
    size_t n = strspn(p, "abcdefghijklmnopqrstuvwxyz_0123456789%.");
    return n ? n : *p != 0;
}

static void replace(char *text, size_t at, size_t old, const char *with, size_t n)
{
    size_t len = strlen(text);
    if (len + n >= MAXTEXT) return;
    memmove(text + at + n, text + at + old, len - at - old + 1);
    memcpy(text + at, with, n);
}

static void change(char *text)
{
    static const char *const words[] = {
        "%1", "%2", "%7", "f32",         "i32", "bf16", "<4>",  "<2,4>", "end", "0",
        "-1", "1",  "4",  "99999999999", "[,]", "axis", "step", "\n",    "nan", "set %1, %2\n"};
    size_t len = strlen(text), at, from, n;
    if (!len) return;
    at = below((uint32_t)len);
    from = below((uint32_t)len);
    char piece[256];
    switch (below(5)) {
    case 0: text[at] = (char)(1 + below(255)); break;
    case 1:
        n = below(sizeof words / sizeof *words);
        replace(text, at, word_at(text + at), words[n], strlen(words[n]));
        break;
    case 2: /* another word of the same text */
        n = word_at(text + from);
        if (n >= sizeof piece) break;
        memcpy(piece, text + from, n);
        replace(text, at, word_at(text + at), piece, n);
        break;
    case 3: replace(text, at, 1 + strcspn(text + at + 1, "\n"), "", 0); break;
    case 4: /* a line again, elsewhere */
        n = 1 + strcspn(text + from + 1, "\n");
        at += strcspn(text + at, "\n");
        if (n >= sizeof piece) break;
        memcpy(piece, text + from, n);
        replace(text, at, 0, piece, n);
        break;
    }
}

static char *printed(const ts_kern *k)
{
    char *text = NULL;
    size_t len = 0;
    FILE *f = open_memstream(&text, &len);
    if (!f) abort();
    ts_print(f, k);
    fclose(f);
    return text;
}

static bool reads_back(const ts_kern *k)
{
    ts_error err = {0};
    char *first = printed(k), *second = NULL;
    ts_kern *again = ts_read(first, strlen(first), "printed", &err);
    if (again) second = printed(again);
    bool same = second && !strcmp(first, second);
    if (!same) printf("does not read back: %s\n%s\n", err.text, first);
    free(first);
    free(second);
    ts_free(again);
    return same;
}

static bool try(const char *text, long *accepted)
{
    ts_error err = {0};
    ts_kern *k = ts_read(text, strlen(text), "fuzz", &err);
    bool good = k ? reads_back(k) : err.text[0] && !strchr(err.text, '\n');
    if (!good) printf("error '%s' for\n%s\n", err.text, text);
    *accepted += k != NULL;
    ts_free(k);
    return good;
}

/* One program of one file: those of refused_*.ir are separated by their errors. */
static void pick(char *text)
{
    const char *all = texts[below((uint32_t)files)];
    const char *start = all + below((uint32_t)strlen(all));
    while (start > all && strncmp(start, "\nkernel", 7) != 0) start--;
    const char *end = strstr(start, "# error");
    size_t n = end ? (size_t)(end - start) : strlen(start);
    memcpy(text, start, n);
    text[n] = 0;
}

int main(int argc, char **argv)
{
    static char text[MAXTEXT];
    long count = argc > 1 ? atol(argv[1]) : 20000, accepted = 0;
    uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 0) : (uint64_t)time(NULL);
    bool good = load(TESSERA_SOURCE_DIR "/test/ir");
    printf("fuzz_read: %ld texts, seed %llu\n", count, (unsigned long long)seed);
    fflush(stdout);
    state = seed * 2654435769u + 1;
    for (long i = 0; good && i < count; i++) {
        pick(text);
        for (uint32_t n = below(2) ? 1 : 1 + below(4); n; n--) change(text);
        good = try(text, &accepted);
    }
    printf("%ld accepted, all of them read back: %s\n", accepted, good ? "yes" : "NO");
    for (size_t i = 0; i < files; i++) free(texts[i]);
    return !good;
}

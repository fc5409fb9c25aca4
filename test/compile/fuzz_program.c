/* fuzz_program.c - random kernels through the whole of the compiler.
 *
 *     fuzz_program COUNT SEED [EVERY [DEVICE [SECONDS]]]
 *
 * Without a device, COUNT is of checks, of which a kernel takes four. It is printed and read back,
 * verified, folded, and interpreted before and after folding, which must give the same bits. Then some
 * of its numbers are made extreme, and what the reader still takes must run, or be refused, within its
 * buffers. Every EVERY-th kernel (default 20; 1 all, 0 none) also runs on the cpu.
 *
 * With a device, every EVERY-th of COUNT kernels runs there, many to a module, and nothing else is
 * done; after SECONDS, if given, it ends. Devices of threads get kernels that fit their shared memory,
 * most of the time, and of which some have wide loads. Exit status 77: there is no such device.
 *
 * Results must agree as test/tile/gen.h says, and to the bit with an interpreter that rounds each op where all
 * devices round alike. A kernel that goes wrong is named by its seed, reduced, and
 * printed; then the exit status is 1. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "test/tile/gen.h"
#include "test/compile/gen_device.h"
#include "test/tile/reduce.h"

enum { BATCH = 16, TRIALS = 400, MOST = 5, FOREVER = 1 << 30, PATIENCE = 3000 };
static const struct ts_gen_limits small = {.ops = 18, .extent = 20};
static const uint64_t step_limit = 20000000; /* a fraction of a second */

/* ---- one kernel without a device ---- */

static char *text_of(const ts_kern *k)
{
    char *text = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&text, &n);
    if (!f) abort();
    ts_print(f, k);
    fclose(f);
    return text;
}

static int check_text(const ts_kern *k, ts_error *err)
{
    char *text = text_of(k), *again = NULL;
    ts_kern *back = ts_read(text, strlen(text), "printed", err);
    if (back) again = text_of(back);
    if (back && strcmp(text, again)) ts_fail(err, "what was printed reads back as something else");
    if (back) ts_verify(back, err);
    ts_free(back);
    free(text);
    free(again);
    return ts_failed(err) ? -1 : 0;
}

static int interpret(const ts_kern *k, struct ts_gen_data *d, uint64_t seed, ts_error *err)
{
    if (!ts_gen_fill(d, k, seed)) return ts_fail(err, "its extents are not plain");
    return ts_interpret(k, d->buffer, d->bytes, d->size, TS_RUN_CONFLICTS, step_limit, err);
}

/* A kernel that runs for too long is not wrong; nothing more is asked of it. */
static int verdict(ts_error *err)
{
    if (strstr(err->text, "step limit")) *err = (ts_error){0};
    return ts_failed(err) ? -1 : 0;
}

static int check_fold(const ts_kern *k, uint64_t seed, ts_error *err)
{
    struct ts_gen_data before = {0}, after = {0};
    ts_kern *folded = ts_fold(k), *twice = ts_fold(folded);
    char *once = text_of(folded), *again = text_of(twice);
    if (ts_failed(&folded->err)) ts_fail(err, "fold: %s", folded->err.text);
    ts_verify(folded, err);
    if (strcmp(once, again)) ts_fail(err, "folding twice is not folding once");
    if (!ts_failed(err) && !interpret(k, &before, seed, err) &&
        !interpret(folded, &after, seed, err))
        ts_gen_compare(&before, &after, true, err);
    ts_gen_drop(&before);
    ts_gen_drop(&after);
    ts_free(folded);
    ts_free(twice);
    free(once);
    free(again);
    return verdict(err);
}

/* ---- hostile numbers ---- */

enum { ROOM = 1 << 15 }; /* bytes of each buffer */

static uint32_t draw(uint64_t *s, uint32_t n)
{
    *s = *s * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*s >> 33) % n;
}

/* The text with about one integer constant or step in `rate` replaced; to be freed. */
static char *worsen(const char *text, uint64_t *s, uint32_t rate)
{
    static const char *const row[] = {"-2147483648", "2147483647", "-1", "0", "2147483640",
                                      "65536",       "1048576",    "3",  "1"};
    char *out = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&out, &n);
    if (!f) abort();
    while (*text) {
        size_t head = strcspn(text, "0123456789"), digits = strspn(text + head, "0123456789");
        bool whole = head && text[head - 1] == ' ' && (text[head + digits] == '\n');
        fwrite(text, 1, head, f);
        if (whole && draw(s, rate) == 0)
            fputs(row[draw(s, sizeof row / sizeof *row)], f);
        else
            fwrite(text + head, 1, digits, f);
        text += head + digits;
    }
    fclose(f);
    return out;
}

/* Runs k on zeros in a buffer per param, all one after the other in `memory`. */
static int run_bounded(const ts_kern *k, uint8_t *memory, const int32_t *size, unsigned modes)
{
    void *buffer[TS_MAX_BUFFERS];
    size_t bytes[TS_MAX_BUFFERS];
    ts_error err = {0};
    memset(memory, 0, (size_t)ROOM * TS_MAX_BUFFERS);
    for (int p = 0; p < TS_MAX_BUFFERS; p++) {
        buffer[p] = memory + (size_t)ROOM * (size_t)p;
        bytes[p] = ROOM;
    }
    return ts_interpret(k, buffer, bytes, size, modes, 2000000, &err);
}

static int check_hostile(const ts_kern *k, uint64_t seed, ts_error *err)
{
    static const int32_t sizes[] = {INT32_MIN, INT32_MAX, -1, 0, 1, 3, 40};
    static uint8_t before[ROOM * TS_MAX_BUFFERS], after[ROOM * TS_MAX_BUFFERS];
    char *text = text_of(k), *bad = worsen(text, &seed, 1 + draw(&seed, 40));
    int32_t size[TS_MAX_SIZES];
    unsigned modes = draw(&seed, 4) ? 0 : draw(&seed, 4);
    for (int i = 0; i < TS_MAX_SIZES; i++) size[i] = sizes[draw(&seed, 7)];
    ts_error refused = {0};
    ts_kern *read = ts_read(bad, strlen(bad), "hostile", &refused);
    if (read && !ts_verify(read, &refused)) {
        ts_kern *folded = ts_fold(read);
        if (ts_verify(folded, &refused))
            ts_fail(err, "hostile numbers: folded wrongly: %s", refused.text);
        else if (!run_bounded(read, before, size, modes) &&
                 !run_bounded(folded, after, size, modes) && memcmp(before, after, sizeof before))
            ts_fail(err, "hostile numbers: folding changes the result");
        ts_free(folded);
    }
    ts_free(read);
    free(text);
    free(bad);
    return ts_failed(err) ? -1 : 0;
}

/* ---- what goes wrong ---- */

static bool wrong(const ts_kern *k, void *ctx)
{
    const uint64_t *seed = ctx;
    ts_error err = {0};
    return check_text(k, &err) || check_fold(k, *seed, &err) || check_hostile(k, *seed, &err);
}

static void report(const ts_kern *k, uint64_t seed, const ts_error *err)
{
    printf("seed %llu: %s\n", (unsigned long long)seed, err->text);
    ts_kern *least = ts_reduce(k, wrong, &seed, TRIALS);
    printf("reduced from %u ops to %u:\n", k->n - 1, least->n - 1);
    ts_print(stdout, least);
    ts_free(least);
}

static int check_one(const ts_kern *k, uint64_t seed)
{
    ts_error err = {0};
    if (ts_failed(&k->err)) {
        printf("seed %llu: the generator: %s\n", (unsigned long long)seed, k->err.text);
        return 1;
    }
    if (!check_text(k, &err) && !check_fold(k, seed, &err) && !check_hostile(k, seed, &err))
        return 0;
    report(k, seed, &err);
    return 1;
}

/* ---- all of them ---- */

typedef struct plan {
    uint64_t count, first, every;
    ts_device *dev;
    bool only; /* the device, no checks of the host */
    time_t until;
} plan;

static ts_kern *kernel(const plan *p, uint64_t seed)
{
    struct ts_gen_limits fitting = ts_gen_threads(seed);
    if (p->dev && strncmp(ts_device_target(p->dev), "cpu", 3)) return ts_gen(seed, &fitting);
    return ts_gen(seed, seed % 4 ? &small : NULL);
}

typedef struct held {
    ts_kern *k[BATCH];
    uint64_t seed[BATCH];
    size_t n;
} held;

static void flush(const plan *p, held *h, struct ts_gen_tally *tally)
{
    ts_gen_on_device(p->dev, h->k, h->seed, h->n, tally);
    for (size_t i = 0; i < h->n; i++) ts_free(h->k[i]);
    h->n = 0;
}

static int all(const plan *p)
{
    held h = {.n = 0};
    struct ts_gen_tally tally = {0};
    int bad = 0;
    uint64_t i = 0;
    for (; i < p->count && bad + (int)tally.wrong < MOST && time(NULL) < p->until; i++) {
        uint64_t seed = p->first * 1000000 + i;
        bool here = p->dev && p->every && i % p->every == 0;
        if (p->only && !here) continue;
        ts_kern *k = kernel(p, seed);
        int now = p->only ? 0 : check_one(k, seed);
        bad += now;
        if (here && !now) {
            h.k[h.n] = k;
            h.seed[h.n++] = seed;
        } else {
            ts_free(k);
        }
        if (h.n == BATCH) flush(p, &h, &tally);
    }
    if (h.n) flush(p, &h, &tally);
    printf("%llu kernels, seed %llu: %d wrong; %u agree on %s, %u of them in a wide form, too; %u "
           "need "
           "too much shared memory, %u are slow, %u wrong\n",
           (unsigned long long)i, (unsigned long long)p->first, bad, tally.run,
           p->dev ? ts_device_name(p->dev) : "no device", tally.wide, tally.refused, tally.slow,
           tally.wrong);
    return bad + (int)tally.wrong;
}

static uint64_t number(int argc, char **argv, int i, uint64_t otherwise)
{
    return argc > i ? strtoull(argv[i], NULL, 10) : otherwise;
}

int main(int argc, char **argv)
{
    plan p = {.count = number(argc, argv, 1, 1000),
              .first = number(argc, argv, 2, (uint64_t)time(NULL)),
              .every = number(argc, argv, 3, 20),
              .only = argc > 4};
    p.until = time(NULL) + (time_t)number(argc, argv, 5, FOREVER);
    if (!p.only) p.count = (p.count + 3) / 4;
    ts_error err = {0};
    setvbuf(stdout, NULL, _IOLBF, 0);
    p.dev = p.every ? ts_device_open(p.only ? argv[4] : "cpu", 2, &err) : NULL;
    if (p.every && !p.dev) printf("%s: %s\n", p.only ? "skipped" : "no device", err.text);
    if (p.only && !p.dev) return 77;
    if (p.only) ts_gen_guard(PATIENCE);
    int bad = all(&p);
    ts_device_close(p.dev);
    return bad != 0;
}

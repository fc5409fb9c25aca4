/* fuzz_program.c - random kernels through the whole of the compiler.
 *
 *     fuzz_program COUNT SEED [EVERY [DEVICE]]
 *
 * COUNT is of checks, of which a kernel takes four. It is printed and read back, verified, folded, and
 * interpreted before and after folding, which must give the same bits. Then some of its numbers are
 * made extreme, and what the reader still takes must run, or be refused, within its buffers. Every
 * EVERY-th kernel (default 20; 1 all, 0 none) also runs on the device (default cpu), many to a module, and must
 * agree as test/gen.h says. A kernel that goes wrong is named by its seed, reduced, and printed; then
 * the exit status is 1. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "tessera/compile.h"
#include "test/gen.h"
#include "test/reduce.h"

enum { BATCH = 16, TRIALS = 400 };
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
    return ts_run(k, d->buffer, d->bytes, d->size, step_limit, err);
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
static int run_bounded(const ts_kern *k, uint8_t *memory, const int32_t *size)
{
    void *buffer[TS_MAX_BUFFERS];
    size_t bytes[TS_MAX_BUFFERS];
    ts_error err = {0};
    memset(memory, 0, (size_t)ROOM * TS_MAX_BUFFERS);
    for (int p = 0; p < TS_MAX_BUFFERS; p++) {
        buffer[p] = memory + (size_t)ROOM * (size_t)p;
        bytes[p] = ROOM;
    }
    return ts_run(k, buffer, bytes, size, 2000000, &err);
}

static int check_hostile(const ts_kern *k, uint64_t seed, ts_error *err)
{
    static const int32_t sizes[] = {INT32_MIN, INT32_MAX, -1, 0, 1, 3, 40};
    static uint8_t before[ROOM * TS_MAX_BUFFERS], after[ROOM * TS_MAX_BUFFERS];
    char *text = text_of(k), *bad = worsen(text, &seed, 1 + draw(&seed, 40));
    int32_t size[TS_MAX_SIZES];
    for (int i = 0; i < TS_MAX_SIZES; i++) size[i] = sizes[draw(&seed, 7)];
    ts_error refused = {0};
    ts_kern *read = ts_read(bad, strlen(bad), "hostile", &refused);
    if (read && !ts_verify(read, &refused)) {
        ts_kern *folded = ts_fold(read);
        if (ts_verify(folded, &refused))
            ts_fail(err, "hostile numbers: folded wrongly: %s", refused.text);
        else if (!run_bounded(read, before, size) && !run_bounded(folded, after, size) &&
                 memcmp(before, after, sizeof before))
            ts_fail(err, "hostile numbers: folding changes the result");
        ts_free(folded);
    }
    ts_free(read);
    free(text);
    free(bad);
    return ts_failed(err) ? -1 : 0;
}

/* ---- on the device ---- */

static ts_module *compile(ts_device *dev, ts_kern *const *k, size_t n, ts_error *err)
{
    const ts_target *target = ts_target_find(ts_device_target(dev), err);
    size_t bytes = 0;
    char *text = target ? ts_emit(k, n, target, &bytes, err) : NULL;
    ts_module *m = text ? ts_module_load(dev, text, bytes, err) : NULL;
    free(text);
    return m;
}

/* Runs k on d in place of the interpreter. */
static int on_device(ts_device *dev, ts_module *m, const ts_kern *k, struct ts_gen_data *d,
                     ts_error *err)
{
    ts_launch launch = {.module = m, .kernel = k->name};
    ts_buffer *buffer[TS_MAX_BUFFERS] = {0}, *cells = ts_buffer_new(dev, 64, err);
    bool good = cells && !ts_buffer_put(cells, 0, d->size, sizeof d->size, err);
    for (int i = 0; i < d->sizes; i++) launch.size[i] = (ts_ref){cells, 4 * (size_t)i};
    for (int p = 0; p < d->params && good; p++) {
        buffer[p] = ts_buffer_new(dev, d->bytes[p] + 1, err);
        good = buffer[p] && !ts_buffer_put(buffer[p], 0, d->buffer[p], d->bytes[p], err);
        launch.arg[p] = (ts_ref){buffer[p], 0};
    }
    ts_step *step = good ? ts_step_record(dev, &launch, 1, err) : NULL;
    good = step && !ts_step_run(step, err);
    for (int p = 0; p < d->params && good; p++)
        good = !ts_buffer_get(buffer[p], 0, d->buffer[p], d->bytes[p], err);
    ts_step_free(step);
    for (int p = 0; p < d->params; p++) ts_buffer_free(buffer[p]);
    ts_buffer_free(cells);
    return good ? 0 : -1;
}

static int check_device(ts_device *dev, ts_module *m, const ts_kern *k, uint64_t seed,
                        ts_error *err)
{
    struct ts_gen_data want = {0}, got = {0};
    if (!interpret(k, &want, seed, err) && ts_gen_fill(&got, k, seed) &&
        !on_device(dev, m, k, &got, err))
        ts_gen_compare(&want, &got, false, err);
    ts_gen_drop(&want);
    ts_gen_drop(&got);
    return verdict(err);
}

/* ---- what goes wrong ---- */

typedef struct suspect {
    ts_device *dev; /* NULL: the fault is before it */
    uint64_t seed;
} suspect;

static bool wrong(const ts_kern *k, void *ctx)
{
    const suspect *s = ctx;
    ts_error err = {0};
    if (!s->dev)
        return check_text(k, &err) || check_fold(k, s->seed, &err) ||
               check_hostile(k, s->seed, &err);
    ts_kern *only[1] = {(ts_kern *)k};
    ts_module *m = compile(s->dev, only, 1, &err);
    if (m) check_device(s->dev, m, k, s->seed, &err);
    ts_module_free(m);
    return verdict(&err);
}

static void report(const ts_kern *k, uint64_t seed, ts_device *dev, const ts_error *err)
{
    suspect s = {dev, seed};
    printf("seed %llu: %s\n", (unsigned long long)seed, err->text);
    if (!wrong(k, &s)) {
        printf("(not when tried alone)\n");
        return;
    }
    ts_kern *small = ts_reduce(k, wrong, &s, TRIALS);
    printf("reduced from %u ops to %u:\n", k->n - 1, small->n - 1);
    ts_print(stdout, small);
    struct ts_gen_data d;
    if (ts_gen_fill(&d, small, seed))
        for (int i = 0; i < d.sizes; i++) printf("# size %d = %d\n", i, (int)d.size[i]);
    ts_gen_drop(&d);
    ts_free(small);
}

/* Kernels of one module; where it does not compile, each is tried alone. */
static int batch(ts_device *dev, ts_kern **k, const uint64_t *seed, size_t n)
{
    ts_error err = {0};
    int bad = 0;
    ts_module *m = n ? compile(dev, k, n, &err) : NULL;
    for (size_t i = 0; i < n; i++) {
        ts_error one = {0};
        ts_module *alone = m ? m : compile(dev, &k[i], 1, &one);
        if (!alone || check_device(dev, alone, k[i], seed[i], &one)) {
            bad++;
            if (bad < 4) report(k[i], seed[i], dev, &one);
        }
        if (alone != m) ts_module_free(alone);
        ts_free(k[i]);
    }
    ts_module_free(m);
    if (n && !m && !bad) printf("together only: %s\n", err.text);
    return bad + (n && !m && !bad);
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
    report(k, seed, NULL, &err);
    return 1;
}

static int all(ts_device *dev, uint64_t count, uint64_t first, uint64_t every)
{
    ts_kern *held[BATCH];
    uint64_t seeds[BATCH], devices = 0;
    size_t n = 0;
    int bad = 0;
    for (uint64_t i = 0; i < count && bad < 5; i++) {
        uint64_t seed = first * 1000000 + i;
        ts_kern *k = ts_gen(seed, i % 4 ? &small : NULL);
        int now = check_one(k, seed);
        bad += now;
        if (dev && !now && every && i % every == 0) {
            held[n] = k;
            seeds[n++] = seed;
            devices++;
        } else {
            ts_free(k);
        }
        if (n == BATCH || i + 1 == count) bad += batch(dev, held, seeds, n), n = 0;
    }
    bad += n ? batch(dev, held, seeds, n) : 0;
    printf("%llu kernels, %llu of them on %s, seed %llu: %d wrong\n", (unsigned long long)count,
           (unsigned long long)devices, dev ? ts_device_name(dev) : "no device",
           (unsigned long long)first, bad);
    return bad;
}

int main(int argc, char **argv)
{
    uint64_t count = argc > 1 ? strtoull(argv[1], NULL, 10) : 1000;
    uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : (uint64_t)time(NULL);
    uint64_t every = argc > 3 ? strtoull(argv[3], NULL, 10) : 20;
    ts_error err = {0};
    setvbuf(stdout, NULL, _IOLBF, 0);
    const char *spec = argc > 4 ? argv[4] : "cpu";
    ts_device *dev = every ? ts_device_open(spec, 2, &err) : NULL;
    if (every && !dev) printf("no device: %s\n", err.text);
    int bad = all(dev, (count + 3) / 4, seed, every);
    ts_device_close(dev);
    return bad != 0;
}

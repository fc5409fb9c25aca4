/* test_batch.c - steps of several sequences: bit for bit the tokens, logits and caches that each has alone (by steps of
 * its own, or on a matrix unit by those of a batch that has nobody else), whoever is beside it, comes later or leaves earlier; what is refused; and where logits are when somebody asks. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "check/judge.h"
#include "engine/model.h"
#include "test/rt/quick_cc.h"

#define BASE TESSERA_SOURCE_DIR "/test/vectors/parity/bf16"

static bool whole; /* --long */

enum { CTX = 48, MOST_VOCAB = 1024, STEPS = 9 };

static ts_model *open_model(const char *name, const char *device, int threads, ts_dtype kv)
{
    ts_error err = {0};
    ts_model_options o = {
        .model = name, .device = device, .threads = threads, .ctx = CTX, .kv = kv, .chunk = 8};
    ts_model *m = ts_model_open(&o, &err);
    if (!m) fail_msg("%s", err.text);
    return m;
}

static uint32_t vocab(const ts_model *m)
{
    return ts_model_describe(m)->vocab;
}

enum { BY_TOKENS = 3, BY_CHUNKS = 19 };
static int longest =
    BY_CHUNKS; /* prompts; up to BY_TOKENS they need no kernels of a chunk, which are compiled for long */

/* Prompt i: of another length and other tokens than the others. */
static size_t prompt_of(const ts_model *m, int i, int32_t *id)
{
    size_t n = 1 + (size_t)((7 * i + 3) % longest);
    for (size_t k = 0; k < n; k++) id[k] = (int32_t)((31 * (uint32_t)i + 17 * k + 5) % vocab(m));
    return n;
}

static ts_sequence *begin(ts_model *m, int i)
{
    int32_t id[CTX];
    ts_error err = {0};
    ts_sequence *s = ts_sequence_new(m, &err);
    if (!s || ts_sequence_feed(s, id, prompt_of(m, i, id), &err)) fail_msg("%s", err.text);
    return s;
}

/* What a sequence makes: its tokens, and the bits of the logits before each. */
typedef struct made {
    int32_t id[STEPS];
    float logits[STEPS][MOST_VOCAB];
} made;

static void note(ts_sequence *s, made *to, int step)
{
    ts_error err = {0};
    if (ts_sequence_logits(s, to->logits[step], &err) || ts_sequence_greedy(s, &to->id[step], &err))
        fail_msg("%s", err.text);
}

/* A step of a sequence that nobody else is in: its own, where that has the same bits. */
static void advance_alone(ts_model *m, ts_batch *b, ts_sequence *s)
{
    ts_error err = {0};
    if (ts_model_describe(m)->batch_as_lone ? ts_sequence_advance(s, &err)
                                            : ts_batch_advance(b, &s, 1, &err))
        fail_msg("%s", err.text);
}

static void make_alone(ts_model *m, int i, made *to)
{
    ts_error err = {0};
    ts_sequence *s = begin(m, i);
    ts_batch *b = ts_batch_new(m, &err);
    if (!b) fail_msg("%s", err.text);
    for (int step = 0; step < STEPS; step++) {
        note(s, to, step);
        if (step + 1 < STEPS) advance_alone(m, b, s);
    }
    ts_batch_close(b);
    ts_sequence_close(s);
}

static void must_be(const made *is, const made *want, int n, int i, int step, uint32_t v)
{
    if (is->id[step] != want->id[step])
        fail_msg("%d at once: sequence %d, token %d: %d, and %d alone", n, i, step, is->id[step],
                 want->id[step]);
    if (memcmp(is->logits[step], want->logits[step], v * sizeof(float)) != 0)
        fail_msg("%d at once: sequence %d has other logits behind token %d than alone", n, i, step);
}

/* Sequence i makes all its tokens, or leaves a few before the others do. */
static int steps_of(int i)
{
    return STEPS - i % 3;
}

/* Those that go on take a step, by ids and by their own choice in turn; number of them. */
static size_t step_together(ts_batch *b, ts_sequence *const *s, const made *is, int n, int step)
{
    ts_error err = {0};
    ts_sequence *on[TS_BATCH_MOST];
    int32_t id[TS_BATCH_MOST];
    size_t many = 0;
    for (int i = 0; i < n; i++)
        if (step + 1 < steps_of(i)) id[many] = is[i].id[step], on[many++] = s[i];
    if (many &&
        (step % 2 ? ts_batch_advance(b, on, many, &err) : ts_batch_feed(b, on, id, many, &err)))
        fail_msg("%s", err.text);
    return many;
}

static void run_together(ts_model *m, const made *want, int n)
{
    static made is[TS_BATCH_MOST];
    ts_error err = {0};
    ts_sequence *s[TS_BATCH_MOST];
    ts_batch *b = ts_batch_new(m, &err);
    if (!b) fail_msg("%s", err.text);
    for (int i = 0; i < n; i++) s[i] = begin(m, i);
    for (int step = 0; step < STEPS; step++) {
        for (int i = 0; i < n; i++)
            if (step < steps_of(i)) {
                note(s[i], &is[i], step);
                must_be(&is[i], &want[i], n, i, step, vocab(m));
            }
        step_together(b, s, is, n, step);
    }
    for (int i = 0; i < n; i++) { /* those that left have what they had */
        note(s[i], &is[i], steps_of(i) - 1);
        must_be(&is[i], &want[i], n, i, steps_of(i) - 1, vocab(m));
    }
    for (int i = 0; i < n / 2; i++) ts_sequence_close(s[i]);
    ts_batch_close(b);
    for (int i = n / 2; i < n; i++) ts_sequence_close(s[i]);
}

static void all_sizes(const char *name, const char *device, int threads, ts_dtype kv)
{
    static made want[TS_BATCH_MOST];
    static const int size[] = {1, 2, 3, 5, 8, 11, TS_BATCH_MOST};
    ts_model *m = open_model(name, device, threads, kv);
    assert_true(vocab(m) <= MOST_VOCAB);
    assert_int_equal(ts_model_describe(m)->batch, TS_BATCH_MOST);
    for (int i = 0; i < TS_BATCH_MOST; i++) make_alone(m, i, &want[i]);
    for (size_t i = 0; i < sizeof size / sizeof *size; i++) run_together(m, want, size[i]);
    ts_model_close(m);
}

static void alone_and_together(void **state)
{
    (void)state;
    all_sizes(BASE, "cpu", 2, TS_f16);
    longest = whole ? BY_CHUNKS : BY_TOKENS;
    all_sizes(BASE, "cpu", 1, TS_f32);
    longest = BY_CHUNKS;
}

/* On the widest if this machine has no such device. */
static void all_sizes_on(const char *device, const char *name, ts_dtype kv)
{
    ts_error err = {0};
    ts_device *there = ts_device_open(device, 1, &err);
    ts_device_close(there);
    all_sizes(name, there ? device : "cpu", 2, kv);
}

/* One vector of a row, several, and as many as there are registers; dtypes and vectors take turns, since
 * compiling is most of the time. */
static void in_every_dtype_on_every_cpu(void **state)
{
    static const struct {
        const char *model, *device;
    } each[] = {{"synthetic:mini:f32", "cpu:generic"},
                {"synthetic:mini:f16", "cpu:avx2"},
                {"synthetic:mini:q8", "cpu:avx512"},
                {"synthetic:mini:q4", "cpu"},
                {"synthetic:mini:mxfp4", "cpu:generic"}};
    enum { EACH = sizeof each / sizeof *each };
    (void)state;
    longest = whole ? BY_CHUNKS : BY_TOKENS;
    for (int i = 0; i < (whole ? EACH : EACH - 1); i++) /* mxfp4 is read as q4 is, as words */
        for (int on = 0; on < EACH; on++)
            if (on == i || (whole && on < EACH - 1))
                all_sizes_on(each[on].device, each[i].model, TS_NDTYPE);
    for (int on = 0; whole && on < EACH - 1; on++) all_sizes_on(each[on].device, BASE, TS_bf16);
    longest = BY_CHUNKS;
}

/* Steps of their own are the same up to rounding on every CPU, whatever says that their bits are, too. */
static void near_steps_of_its_own(void **state)
{
    static made in_batch, own;
    (void)state;
    ts_error err = {0};
    ts_model *m = open_model(BASE, "cpu", 2, TS_f16);
    ts_batch *b = ts_batch_new(m, &err);
    ts_sequence *s[] = {begin(m, 3), begin(m, 3)};
    for (int step = 0; step < STEPS; step++) {
        note(s[0], &in_batch, step);
        note(s[1], &own, step);
        double off = ts_judge_rows(in_batch.logits[step], own.logits[step], vocab(m));
        if (in_batch.id[step] != own.id[step] || !(off <= 1e-4))
            fail_msg("token %d: %d and %d, logits differ by %g of the largest", step,
                     in_batch.id[step], own.id[step], off);
        if (ts_batch_advance(b, s, 1, &err) || ts_sequence_advance(s[1], &err))
            fail_msg("%s", err.text);
    }
    for (int i = 0; i < 2; i++) ts_sequence_close(s[i]);
    ts_batch_close(b);
    ts_model_close(m);
}

/* A sequence that takes steps alone between steps with others, and in batches by turns. */
static void to_and_fro(void **state)
{
    static made want[3], is[3];
    ts_error err = {0};
    (void)state;
    ts_model *m = open_model(BASE, "cpu", 2, TS_f16);
    ts_batch *b[] = {ts_batch_new(m, &err), ts_batch_new(m, &err), ts_batch_new(m, &err)};
    ts_sequence *s[3];
    for (int i = 0; i < 3; i++) make_alone(m, i, &want[i]), s[i] = begin(m, i);
    for (int step = 0; step < STEPS; step++) {
        for (int i = 0; i < 3; i++) {
            note(s[i], &is[i], step);
            must_be(&is[i], &want[i], 3, i, step, vocab(m));
        }
        if (step + 1 == STEPS) break;
        ts_sequence *pair[] = {s[step % 3], s[(step + 1) % 3]};
        if (ts_batch_advance(b[step & 1], pair, 2, &err)) fail_msg("%s", err.text);
        advance_alone(m, b[2], s[(step + 2) % 3]);
    }
    for (int i = 0; i < 3; i++) ts_batch_close(b[i]);
    for (int i = 0; i < 3; i++) ts_sequence_close(s[i]);
    ts_model_close(m);
}

/* The second sequence's cache became one in bf16: it goes alone, and nobody else notices. */
static void another_cache(void **state)
{
    ts_error err = {0};
    (void)state;
    ts_model *m = open_model(BASE, "cpu", 2, TS_f16);
    ts_batch *b = ts_batch_new(m, &err), *other = ts_batch_new(m, &err);
    m->info.kv = TS_bf16;
    ts_sequence *wide[] = {begin(m, 1), begin(m, 1)};
    m->info.kv = TS_f16;
    ts_sequence *s[] = {begin(m, 0), wide[0], begin(m, 2)};
    static made want[3], is[3];
    for (int i = 0; i < 3; i++)
        if (i != 1) make_alone(m, i, &want[i]);
    for (int step = 0; step < STEPS; step++) {
        note(wide[1], &want[1], step);
        for (int i = 0; i < 3; i++) {
            note(s[i], &is[i], step);
            must_be(&is[i], &want[i], 3, i, step, vocab(m));
        }
        if (step + 1 == STEPS) break;
        if (ts_batch_advance(b, s, 3, &err)) fail_msg("%s", err.text);
        advance_alone(m, other, wide[1]);
    }
    ts_sequence *back[] = {wide[0], wide[1]}; /* and now those in bf16 are the batch */
    if (ts_batch_advance(b, back, 2, &err)) fail_msg("%s", err.text);
    note(wide[0], &is[0], 0);
    note(wide[1], &is[1], 0);
    must_be(&is[0], &is[1], 2, 1, 0, vocab(m));
    for (int i = 0; i < 3; i++) ts_sequence_close(s[i]);
    ts_sequence_close(wide[1]);
    ts_batch_close(other);
    ts_batch_close(b);
    ts_model_close(m);
}

static void must_fail(int rc, const ts_error *err, const char *with)
{
    assert_int_equal(rc, -1);
    if (!strstr(err->text, with)) fail_msg("\"%s\" is not in \"%s\"", with, err->text);
}

static void what_is_refused(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_model *m = open_model(BASE, "cpu", 1, TS_f16), *other = open_model(BASE, "cpu", 1, TS_f16);
    ts_batch *b = ts_batch_new(m, &err);
    ts_sequence *s[TS_BATCH_MOST + 1], *stranger = begin(other, 0);
    const int32_t good[] = {1, 2}, bad[] = {1, (int32_t)vocab(m)};
    for (int i = 0; i <= TS_BATCH_MOST; i++) s[i] = begin(m, 0);
    uint32_t at = ts_sequence_position(s[0]);
    must_fail(ts_batch_feed(b, s, good, 0, &err), &err, "a batch takes 1 to 16 sequences, not 0");
    err = (ts_error){0};
    must_fail(ts_batch_advance(b, s, TS_BATCH_MOST + 1, &err), &err, "not 17");
    err = (ts_error){0};
    must_fail(ts_batch_feed(b, s, bad, 2, &err), &err, "is no row of a vocabulary of");
    err = (ts_error){0};
    ts_sequence *twice[] = {s[0], s[0]}, *mixed[] = {s[0], stranger};
    must_fail(ts_batch_feed(b, twice, good, 2, &err), &err, "0 and 1 of the batch are the same");
    err = (ts_error){0};
    must_fail(ts_batch_feed(b, mixed, good, 2, &err), &err, "belongs to another model");
    err = (ts_error){0};
    while (ts_sequence_position(s[1]) < CTX)
        if (ts_sequence_advance(s[1], &err)) fail_msg("%s", err.text);
    must_fail(ts_batch_feed(b, s, good, 2, &err), &err, "1 more token does not fit");
    assert_int_equal(ts_sequence_position(s[0]), at); /* nothing has changed */
    for (int i = 0; i <= TS_BATCH_MOST; i++) ts_sequence_close(s[i]);
    ts_sequence_close(stranger);
    ts_batch_close(b);
    ts_batch_close(NULL);
    ts_model_close(m);
    ts_model_close(other);
}

int main(int argc, char **argv)
{
    whole = argc > 1 && !strcmp(argv[1], "--long");
    quick_cc(1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alone_and_together),    cmocka_unit_test(in_every_dtype_on_every_cpu),
        cmocka_unit_test(near_steps_of_its_own), cmocka_unit_test(to_and_fro),
        cmocka_unit_test(another_cache),         cmocka_unit_test(what_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

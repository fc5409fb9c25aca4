/* test_device_formats.c - what test_device_parity.c leaves out, on every device of this machine against the cpu: the
 * shipped model in codes, prompts taken by chunks, and steps of several sequences.
 *
 * Codes: both read the same text, and at each token their logits are compared, their choices, and at the end
 * their divergence from float32. CPUs round x beside codes, by at most half of what one of its integers is worth
 * (kernels/r1_distill/words.h), devices of threads take it as it is. A token goes through four products a layer, one
 * behind the other, and the output; what they move is independent, so squares add up, and logits are off by the root of their
 * number times half an integer of the largest, on the whole; the worst of all logits by twice that at most. From what logits
 * may be off by follows what KL may: if d is the most that a logit moves, the divergence of p from q moves by
 * d |p - q| + d^2 / 2 at most, and |p - q| is no more than sqrt(2 KL) (Pinsker). And x is rounded so little that a
 * fifth of what the codes cost is more than enough. Choices are the same, but where the cpu's two best are nearer than
 * both may be off.
 *
 * Drivers compile for seconds, so formats and devices take turns; "--long": each with each, and 512 tokens. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "check/judge.h"
#include "engine/quantise.h"
#include "tessera/batch.h"
#include "test/engine/divergence.h"
#include "test/rt/quick_cc.h"
#include "test/rt/there_is.h"

#define SHIPPED TESSERA_SOURCE_DIR "/models/tessera-tiny"
#define TOLERANCE                                                                                  \
    1e-5 /* of the largest logit: f32 sums in another order, as in test_device_parity.c */

enum {
    CTX = 1024, /* of every engine: it is in the texts, and a text is compiled once */
    CHUNK = 8,
    TOKENS = 512,
    FEW_TOKENS = 24,
    SLOW_TOKENS = 8,
    TOGETHER = 3
};
static bool longer;
static char work[] = "/tmp/tessera-formats-XXXXXX";
static const struct format {
    const char *name;
    double most; /* the largest integer that x becomes, on CPUs */
} formats[] = {{"q8", 16383}, {"q4", 127}, {"mxfp4", 127}};
static const char *const drivers[] = {"opencl:0", "vulkan:0", "cuda:0"};

enum { FORMATS = sizeof formats / sizeof *formats, DRIVERS = sizeof drivers / sizeof *drivers };

/* ---- one engine ---- */

static ts_model *open_model(const char *model, const char *device, uint32_t chunk)
{
    ts_error err = {0};
    ts_model_options o = {
        .model = model, .device = device, .threads = 2, .ctx = CTX, .kv = TS_f32, .chunk = chunk};
    ts_model *m = ts_model_open(&o, &err);
    if (!m) fail_msg("%s on %s: %s", model, device, err.text);
    return m;
}

static ts_sequence *begin(ts_model *m)
{
    ts_error err = {0};
    ts_sequence *s = ts_sequence_new(m, &err);
    if (!s) fail_msg("%s", err.text);
    return s;
}

static void feed(ts_sequence *s, const int32_t *id, size_t n)
{
    ts_error err = {0};
    if (ts_sequence_feed(s, id, n, &err)) fail_msg("%s", err.text);
}

static void logits_of(ts_sequence *s, float *x)
{
    ts_error err = {0};
    if (ts_sequence_logits(s, x, &err)) fail_msg("%s", err.text);
}

static int32_t greedy(ts_sequence *s)
{
    ts_error err = {0};
    int32_t id = -1;
    if (ts_sequence_greedy(s, &id, &err)) fail_msg("%s", err.text);
    return id;
}

static bool is_slow(const char *device)
{
    return !longer && !strncmp(device, "vulkan", 6);
}

/* ---- the same text on both ---- */

typedef struct walk {
    ts_sequence *cpu, *device;
    float *want, *is; /* logits of both */
    uint32_t vocab;
    double limit;          /* of the largest logit */
    double worst, largest; /* how far logits were apart, of the largest; and the largest of all */
    int tokens, same, ties;
    double kl[2]; /* from float32, of the cpu and the device */
    int judged;   /* tokens that those are of */
} walk;

static walk start(ts_model *cpu, ts_model *device, double limit)
{
    walk w = {.cpu = begin(cpu), .device = begin(device), .limit = limit};
    w.vocab = ts_model_describe(cpu)->vocab;
    w.want = malloc(w.vocab * sizeof *w.want);
    w.is = malloc(w.vocab * sizeof *w.is);
    assert_true(w.want && w.is);
    return w;
}

static void finish(walk *w)
{
    ts_sequence_close(w->cpu);
    ts_sequence_close(w->device);
    free(w->want);
    free(w->is);
}

/* Looks at what comes after the last token; the cpu's choice. */
static int32_t look(walk *w)
{
    int32_t want = greedy(w->cpu), is = greedy(w->device);
    logits_of(w->cpu, w->want);
    logits_of(w->device, w->is);
    double top = 0;
    for (uint32_t i = 0; i < w->vocab; i++) top = fmax(top, fabs((double)w->want[i]));
    w->largest = fmax(w->largest, top);
    w->worst = ts_judge_worse(w->worst, ts_judge_rows(w->is, w->want, w->vocab));
    w->tokens++;
    w->same += is == want;
    w->ties += is != want && (double)(w->want[want] - w->want[is]) <= 2 * w->limit * top;
    return want;
}

/* Both go on with the cpu's choices. */
static void go_on(walk *w, int tokens)
{
    for (int i = 0; i < tokens; i++) {
        int32_t id = look(w);
        if (i + 1 == tokens) break;
        feed(w->cpu, &id, 1);
        feed(w->device, &id, 1);
    }
}

/* The text that divergence is known for, and what the cpu makes of its end. */
static void read_text(walk *w, int tokens)
{
    kl_golden g = kl_load();
    int32_t id = kl_token(&g, 0);
    for (int i = 0; i < tokens; i++) {
        feed(w->cpu, &id, 1);
        feed(w->device, &id, 1);
        int32_t next = look(w);
        if ((uint32_t)i < g.n) {
            w->kl[0] += kl_at(&g, (uint32_t)i, w->want, w->vocab);
            w->kl[1] += kl_at(&g, (uint32_t)i, w->is, w->vocab);
            w->judged++;
        }
        id = (uint32_t)i + 1 < g.n ? kl_token(&g, (uint32_t)i + 1) : next;
    }
    kl_free(&g);
    for (int i = 0; i < 2; i++) w->kl[i] /= w->judged;
}

static void must_agree(const walk *w, const char *what, const char *device)
{
    print_message(
        "%s on %s: %d of %d choices (%d ties), logits within %.1e of the largest (limit %.1e)\n",
        what, device, w->same, w->tokens, w->ties, w->worst, w->limit);
    assert_int_equal(w->same + w->ties, w->tokens);
    assert_true(w->worst <= w->limit);
}

/* ---- codes ---- */

static const char *made(const char *format)
{
    static char path[64];
    ts_error err = {0};
    ts_quantise job = {.format = format};
    snprintf(path, sizeof path, "%s/%s", work, format);
    if (access(path, F_OK) && ts_quantise_folder(SHIPPED, path, &job, &err))
        fail_msg("%s", err.text);
    return path;
}

static double limit_of(const struct format *f, const ts_model *m)
{
    uint32_t products = 4 * ts_model_describe(m)->layers + 1;
    return sqrt(products) / f->most + TOLERANCE;
}

static void codes_on(const struct format *f, const char *device)
{
    ts_model *cpu = open_model(made(f->name), "cpu", 1), *on = open_model(made(f->name), device, 1);
    walk w = start(cpu, on, limit_of(f, cpu));
    read_text(&w, longer ? TOKENS : is_slow(device) ? SLOW_TOKENS : FEW_TOKENS);
    double moved = w.limit * w.largest, most = moved * sqrt(2 * w.kl[0]) + moved * moved / 2;
    most = fmin(most, w.kl[0] / 5);
    print_message(
        "%s on %s: KL from float32 over %d tokens %.3e, on the cpu %.3e (may differ by %.1e)\n",
        f->name, device, w.judged, w.kl[1], w.kl[0], most);
    must_agree(&w, f->name, device);
    assert_true(fabs(w.kl[1] - w.kl[0]) <= most);
    finish(&w);
    ts_model_close(on);
    ts_model_close(cpu);
}

static void codes(void **state)
{
    (void)state;
    for (size_t d = 0; d < DRIVERS; d++) {
        if (!there_is(drivers[d])) continue;
        for (size_t f = 0; f < FORMATS; f++)
            if (longer || f == (d + 1) % FORMATS) codes_on(&formats[f], drivers[d]);
    }
}

/* ---- chunks ---- */

/* Two chunks, a shorter one behind them, and later one more behind tokens: the cpu reads token by token. NULL: the
 * shipped model as it is. */
static void chunks_on(const struct format *f, const char *device)
{
    enum { FIRST = 2 * CHUNK + 5, SECOND = CHUNK - 1 };
    int32_t id[FIRST];
    const char *model = f ? made(f->name) : SHIPPED;
    ts_model *cpu = open_model(model, "cpu", 1), *on = open_model(model, device, CHUNK);
    walk w = start(cpu, on, f ? limit_of(f, cpu) : TOLERANCE);
    assert_int_equal(ts_model_describe(on)->chunk, CHUNK);
    for (int i = 0; i < FIRST; i++) id[i] = (7919 * i + 31 * i * i + 5) % 1900;
    for (int i = 0; i < FIRST; i++) feed(w.cpu, &id[i], 1);
    feed(w.device, id, FIRST);
    go_on(&w, SLOW_TOKENS);
    for (int i = 0; i < SECOND; i++) feed(w.cpu, &id[i], 1);
    feed(w.device, id, SECOND);
    go_on(&w, longer ? TOKENS : 2);
    must_agree(&w, f ? f->name : "bf16, by chunks", device);
    finish(&w);
    ts_model_close(on);
    ts_model_close(cpu);
}

static void chunks(void **state)
{
    (void)state;
    for (size_t d = 0; d < DRIVERS; d++) {
        if (!there_is(drivers[d])) continue;
        chunks_on(NULL, drivers[d]);
        for (size_t f = 0; longer && f < FORMATS; f++) chunks_on(&formats[f], drivers[d]);
    }
}

/* ---- several at once ---- */

static void read_prompt(ts_sequence *s, int i)
{
    int32_t id[TOGETHER];
    for (int k = 0; k <= i; k++) id[k] = (311 * i + 17 * k + 5) % 1900;
    feed(s, id, (size_t)i + 1);
}

/* Sequences at different positions take steps of a batch, on both; each must be near its twin. */
static void batch_on(const char *device)
{
    ts_error err = {0};
    ts_model *cpu = open_model(SHIPPED, "cpu", 1), *on = open_model(SHIPPED, device, 0);
    assert_int_equal(ts_model_describe(on)->chunk, 128); /* where nobody asks */
    assert_int_equal(ts_model_describe(on)->chunk_least, 12);
    ts_batch *b[] = {ts_batch_new(cpu, &err), ts_batch_new(on, &err)};
    walk w[TOGETHER];
    ts_sequence *s[2][TOGETHER];
    assert_true(b[0] && b[1]);
    for (int i = 0; i < TOGETHER; i++) {
        w[i] = start(cpu, on, TOLERANCE);
        s[0][i] = w[i].cpu, s[1][i] = w[i].device;
        read_prompt(s[0][i], i), read_prompt(s[1][i], i);
    }
    for (int step = 0; step < (longer ? TOKENS / 4 : SLOW_TOKENS); step++) {
        int32_t id[TOGETHER];
        for (int i = 0; i < TOGETHER; i++) id[i] = look(&w[i]);
        for (int k = 0; k < 2; k++)
            if (ts_batch_feed(b[k], s[k], id, TOGETHER, &err)) fail_msg("%s", err.text);
    }
    for (int i = 0; i < TOGETHER; i++) must_agree(&w[i], "a batch", device), finish(&w[i]);
    for (int k = 0; k < 2; k++) ts_batch_close(b[k]);
    ts_model_close(on);
    ts_model_close(cpu);
}

static void batches(void **state)
{
    (void)state;
    for (size_t d = 0; d < DRIVERS; d++)
        if ((longer || d == 0) && there_is(drivers[d])) batch_on(drivers[d]);
}

static int prepare(void **state)
{
    (void)state;
    return mkdtemp(work) ? 0 : -1;
}

static int clean(void **state)
{
    char command[128];
    (void)state;
    snprintf(command, sizeof command, "rm -rf %s", work);
    return system(command);
}

int main(int argc, char **argv)
{
    longer = argc > 1 && !strcmp(argv[1], "--long");
    quick_cc(1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes),
        cmocka_unit_test(chunks),
        cmocka_unit_test(batches),
    };
    return cmocka_run_group_tests(tests, prepare, clean);
}

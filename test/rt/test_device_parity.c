/* test_device_parity.c - a whole model on every other device this machine has, against the cpu: the
 * shipped model reads a prompt and continues it greedily, with the same tokens and close logits; so do
 * synthetic models in each dtype; going back is as if never gone, and two engines may live on a device.
 *
 * Logits are within 1e-5 of the largest, as test_parity.c demands of the cpu against transformers: f32
 * sums in another order. A driver compiles a model for seconds, so each device gets a few tokens, each
 * dtype and each optimisation one device, some optimisations together; "--long" gives every driver 300 and 512 tokens, every dtype and
 * every optimisation that it has. What this machine does not have is skipped with the reason. */
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
#include "tessera/sequence.h"
#include "test/engine/spoil.h"
#include "test/rt/there_is.h"

#define SHIPPED TESSERA_SOURCE_DIR "/models/tessera-tiny"
#define MINI    "synthetic:mini:bf16"
#define SMALL   TESSERA_SOURCE_DIR "/test/vectors/parity/bf16" /* 2 layers, 64 wide */

enum {
    CTX = 1024, /* of every engine: it is in the texts, and a text is compiled once */
    PROMPT = 300,
    TOKENS = 512,
    FEW_TOKENS = 16,
    FEWEST = 6,
    FEW_PROMPT = 40,
    SLOW_PROMPT = 10,
    FIBER_PROMPT = 6,
    EVERY = 64,
    MINI_TOKENS = 64,
    SLOW_TOKENS = 8
};
static bool longer;
static const double tolerance = 1e-5; /* of the largest logit */

/* ---- one engine ---- */

static ts_sequence *open_without(const char *model, const char *device, uint32_t ctx,
                                 const char *names)
{
    ts_error err = {0};
    ts_model_options o = {
        .model = model, .device = device, .threads = 2, .ctx = ctx, .kv = TS_f32, .without = names};
    ts_sequence *e = ts_sequence_open(&o, &err);
    if (!e) fail_msg("%s on %s: %s", model, device, err.text);
    return e;
}

static ts_sequence *open_model(const char *model, const char *device, uint32_t ctx)
{
    return open_without(model, device, ctx, NULL);
}

static void feed(ts_sequence *e, const int32_t *id, size_t n)
{
    ts_error err = {0};
    if (ts_sequence_feed(e, id, n, &err)) fail_msg("%s", err.text);
}

static int32_t greedy(ts_sequence *e)
{
    ts_error err = {0};
    int32_t id = -1;
    if (ts_sequence_greedy(e, &id, &err)) fail_msg("%s", err.text);
    return id;
}

static void advance(ts_sequence *e)
{
    ts_error err = {0};
    if (ts_sequence_advance(e, &err)) fail_msg("%s", err.text);
}

static float *logits_of(ts_sequence *e)
{
    ts_error err = {0};
    float *x = malloc(ts_sequence_describe(e)->vocab * sizeof *x);
    assert_non_null(x);
    if (ts_sequence_logits(e, x, &err)) fail_msg("%s", err.text);
    return x;
}

/* |difference| of the logits after the last token, against the largest. */
static double apart(ts_sequence *e, ts_sequence *other)
{
    float *a = logits_of(e), *b = logits_of(other);
    double worst = ts_judge_rows(b, a, ts_sequence_describe(e)->vocab);
    free(a);
    free(b);
    return worst;
}

static void prompt(int32_t *id, size_t n, int32_t vocab)
{
    for (size_t i = 0; i < n; i++) id[i] = (int32_t)((7919 * i + 31 * i * i + 5) % (size_t)vocab);
}

/* ---- a device against the cpu ---- */

typedef struct result {
    int same;     /* tokens */
    double worst; /* of the logits that were compared */
} result;

/* Both read the prompt and go on, each with its own choices. */
static result compare(ts_sequence *cpu, ts_sequence *e, size_t reads, int tokens)
{
    result r = {0, 0};
    int32_t id[PROMPT];
    prompt(id, reads, (int32_t)ts_sequence_describe(cpu)->vocab);
    feed(cpu, id, reads);
    feed(e, id, reads);
    for (int i = 0; i < tokens; i++) {
        if (i % EVERY == 0 || i + 1 == tokens) r.worst = ts_judge_worse(r.worst, apart(cpu, e));
        r.same += greedy(cpu) == greedy(e);
        advance(cpu);
        advance(e);
    }
    return r;
}

static void agree(const char *model, const char *device, size_t reads, int tokens)
{
    ts_sequence *cpu = open_model(model, "cpu", CTX), *e = open_model(model, device, CTX);
    result r = compare(cpu, e, reads, tokens);
    print_message("%s on %s: %zu tokens read, then %d of %d greedy tokens; logits within %.1e\n",
                  strrchr(model, '/') ? strrchr(model, '/') + 1 : model, device, reads, r.same,
                  tokens, r.worst);
    ts_sequence_close(e);
    ts_sequence_close(cpu);
    assert_int_equal(r.same, tokens);
    assert_true(r.worst <= tolerance);
}

static const char *const drivers[] = {"opencl:0", "vulkan:0", "cuda:0"};
static const char *const fibers[] = {"shim:cuda", "shim:hip:wave64", "shim:hip:wave32", "shim:musa",
                                     "shim:msl"};

static void shipped_on_drivers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof drivers / sizeof *drivers; i++) {
        bool slow = !longer && !strncmp(drivers[i], "vulkan", 6);
        int tokens = longer ? TOKENS : slow ? SLOW_TOKENS : FEW_TOKENS;
        if (there_is(drivers[i])) agree(SHIPPED, drivers[i], slow ? SLOW_PROMPT : PROMPT, tokens);
    }
}

static void shipped_on_fibers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof fibers / sizeof *fibers; i++)
        if (there_is(fibers[i]))
            agree(longer ? SHIPPED : MINI, fibers[i], FIBER_PROMPT, i ? FEWEST : FEW_TOKENS);
}

/* The shipped model is in bf16. In the short form vulkan, which compiles least, shows another dtype; kernels
 * in every dtype: check_devices.sh. */
static void synthetic(void **state)
{
    static const char *const models[] = {"synthetic:mini:f32", "synthetic:mini:f16",
                                         "synthetic:mini:bf16"};
    const int few = longer ? MINI_TOKENS : SLOW_TOKENS;
    (void)state;
    for (size_t i = 0; i < sizeof drivers / sizeof *drivers; i++) {
        bool one = !longer && !strncmp(drivers[i], "vulkan", 6);
        if ((!longer && !one) || !there_is(drivers[i])) continue;
        for (size_t m = 0; m < (one ? 1 : 3); m++) agree(models[m], drivers[i], SLOW_PROMPT, few);
    }
    if (longer && there_is(fibers[0])) agree(models[2], fibers[0], FIBER_PROMPT, few);
}

/* Matrices of different dtypes where one launch reads several: q, k and v are widened. */
static void mixed_dtypes(void **state)
{
    static const spoil s[] = {{"model.layers.0.self_attn.q_proj.weight", .type = "F32"},
                              {"model.layers.1.self_attn.q_proj.weight", .type = "F32"},
                              {"model.layers.0.mlp.down_proj.weight", .type = "F32"},
                              {"model.layers.1.mlp.down_proj.weight", .type = "F32"},
                              {"lm_head.weight", .type = "F32"}};
    char dir[] = "/tmp/tessera-mixed-XXXXXX", path[64];
    ts_error err = {0};
    (void)state;
    if (!there_is(fibers[0])) return;
    assert_non_null(mkdtemp(dir));
    if (spoil_model(SMALL, dir, s, 5, &err)) fail_msg("%s", err.text);
    agree(dir, fibers[0], FIBER_PROMPT, FEWEST);
    snprintf(path, sizeof path, "%s/config.json", dir);
    remove(path);
    snprintf(path, sizeof path, "%s/model.safetensors", dir);
    remove(path);
    assert_int_equal(rmdir(dir), 0);
}

/* ---- without optimisations ---- */

/* Of `names`, or of all where that is NULL, those that the device has. */
static void list_of(const char *device, const char *const *names, char list[512])
{
    ts_error err = {0};
    ts_device *dev = ts_device_open(device, 1, &err);
    if (!dev) fail_msg("%s", err.text);
    *list = 0;
    for (size_t i = 0; ts_ablation_at(i); i++) {
        const ts_ablation *a = ts_ablation_at(i);
        bool named = !names;
        for (size_t k = 0; names && names[k]; k++) named |= !strcmp(names[k], a->name);
        if (!named || !ts_ablation_applies(a, dev)) continue;
        if (*list) strcat(list, ",");
        strcat(list, a->name);
    }
    ts_device_close(dev);
}

static void agree_without(ts_sequence *cpu, const char *model, const char *device,
                          const char *names, size_t reads, int tokens)
{
    ts_sequence *e = open_without(model, device, CTX, names);
    const ts_model_info *info = ts_sequence_describe(e);
    bool parts = ts_listed(names, "fusion");
    result r = compare(cpu, e, reads, tokens);
    print_message("%s without %s: %zu launches, %d of %d greedy tokens, logits within %.1e\n",
                  device, names, info->launches, r.same, tokens, r.worst);
    assert_int_equal(info->launches, (parts ? 12 : 6) * info->layers + (parts ? 5 : 3));
    assert_int_equal(r.same, tokens);
    assert_true(r.worst <= tolerance);
    ts_sequence_close(e);
    ts_sequence_rewind(cpu, 0);
}

/* Without all of them at once, or without one after the other. */
static void all_without(const char *model, const char *device, const char *const *names, bool each,
                        size_t reads, int tokens)
{
    if (!there_is(device)) return;
    char list[512];
    list_of(device, names, list);
    assert_true(*list);
    ts_sequence *cpu = open_model(model, "cpu", CTX);
    for (size_t i = 0; each && ts_ablation_at(i); i++)
        if (ts_listed(list, ts_ablation_at(i)->name))
            agree_without(cpu, model, device, ts_ablation_at(i)->name, reads, tokens);
    if (!each) agree_without(cpu, model, device, list, reads, tokens);
    ts_sequence_close(cpu);
}

/* Texts are compiled anew for most of them, so each is tried where that is quickest, some together. */
static void without_optimisations(void **state)
{
    (void)state;
    static const char *const queue[] = {"overlap", "replay", NULL};
    static const char *const fibers[] = {"subgroup", "batch", NULL};
    static const char *const launches[] = {"fusion", "batch", NULL};
    static const char *const widths[] = {"wide", "half", "subgroup", NULL};
    static const char *const loops[] = {"spans", "blocks", "unroll", NULL};
    all_without(SHIPPED, "vulkan:0", queue, true, FIBER_PROMPT, FEWEST);
    if (longer) {
        all_without(SHIPPED, "opencl:0", NULL, true, FEW_PROMPT, MINI_TOKENS);
        all_without(SHIPPED, "shim:cuda", fibers, true, FIBER_PROMPT, FEWEST);
        return;
    }
    all_without(MINI, "shim:cuda", launches, false, FIBER_PROMPT, FEWEST);
    all_without(MINI, "shim:cuda", widths, false, FIBER_PROMPT, FEWEST);
    all_without(MINI, "shim:cuda", loops, false, FIBER_PROMPT, FEWEST);
}

/* ---- state of an engine on a device ---- */

/* Back to the middle of the prompt, and the rest once more: the same bits. */
static void go_back(ts_sequence *e, const int32_t *id, uint32_t n)
{
    uint32_t vocab = ts_sequence_describe(e)->vocab;
    feed(e, id, n);
    float *before = logits_of(e);
    for (int i = 0; i < 3; i++) advance(e);
    ts_sequence_rewind(e, n / 2);
    assert_int_equal(ts_sequence_position(e), n / 2);
    feed(e, id + n / 2, n - n / 2);
    float *after = logits_of(e);
    assert_memory_equal(before, after, vocab * sizeof *before);
    free(before);
    free(after);
}

/* Two engines that take turns do not disturb each other: each says what it would say alone. The second is
 * the same model with another prompt, whose texts are compiled, or (longer) another one. */
static void take_turns(const char *device, const int32_t *id)
{
    ts_sequence *alone = open_model(SHIPPED, device, CTX), *a = open_model(SHIPPED, device, CTX),
                *b = open_model(longer ? "synthetic:mini:f16" : SHIPPED, device, CTX);
    int32_t said[8];
    feed(alone, id, 9);
    for (int i = 0; i < 8; i++) said[i] = greedy(alone), advance(alone);
    const int32_t other[] = {3, 1, 4, 1, 5};
    feed(a, id, 9);
    feed(b, other, 5);
    for (int i = 0; i < 8; i++) {
        assert_int_equal(greedy(a), said[i]);
        advance(a);
        advance(b);
    }
    ts_sequence_close(alone);
    advance(b);
    assert_true(apart(a, a) == 0);
    ts_sequence_close(b);
    advance(a);
    ts_sequence_close(a);
}

static void state_of_engines(void **state)
{
    (void)state;
    int32_t id[FEW_PROMPT];
    prompt(id, FEW_PROMPT, 1900);
    for (size_t i = 0; i < sizeof drivers / sizeof *drivers; i++) {
        if (!there_is(drivers[i])) continue;
        ts_sequence *e = open_model(SHIPPED, drivers[i], CTX);
        go_back(e, id, longer || strncmp(drivers[i], "vulkan", 6) ? FEW_PROMPT : SLOW_PROMPT);
        ts_sequence_close(e);
        take_turns(drivers[i], id);
    }
}

int main(int argc, char **argv)
{
    longer = argc > 1 && !strcmp(argv[1], "--long");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shipped_on_drivers),
        cmocka_unit_test(shipped_on_fibers),
        cmocka_unit_test(synthetic),
        cmocka_unit_test(mixed_dtypes),
        cmocka_unit_test(without_optimisations),
        cmocka_unit_test(state_of_engines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

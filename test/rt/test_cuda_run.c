/* test_cuda_run.c - emitted CUDA through the whole cuda device: NVRTC's place is taken by a copy of the
 * text, the GPU's by the fibers of the shim device (test/rt/fake/fake.h, proof/shim/shim.h), all between is real.
 *
 * The steps run in random orders that the graph's edges allow, so what passes here does not hang on
 * luck. It proves nothing about a GPU's own arithmetic and timing.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/check.h"
#include "check/judge.h"
#include "rt/cuda.h"
#include "proof/shim/shim.h"
#include "tessera/sequence.h"
#include "test/rt/fake/fake.h"

#define SHIPPED TESSERA_SOURCE_DIR "/models/tessera-tiny"

/* ---- the executor ---- */

enum { TEXTS = 64 };

static struct {
    ts_device *dev;
    const char *text[TEXTS]; /* as the fake keeps them */
    char *copy[TEXTS];
    ts_module *module[TEXTS];
    int n;
} shim;

static ts_module *module_of(const char *text, ts_error *err)
{
    for (int i = 0; i < shim.n; i++) {
        if (shim.text[i] == text && !strcmp(shim.copy[i], text)) return shim.module[i];
    }
    if (shim.n == TEXTS) return NULL;
    ts_module *m = ts_module_load(shim.dev, text, strlen(text), err);
    if (!m) return NULL;
    shim.text[shim.n] = text;
    shim.copy[shim.n] = strdup(text);
    shim.module[shim.n++] = m;
    return m;
}

static const ts_entry *entry_of(const ts_module *m, const char *name)
{
    for (size_t i = 0; i < m->manifest.n; i++) {
        if (!strcmp(m->manifest.entry[i].entry, name)) return &m->manifest.entry[i];
    }
    return NULL;
}

static int run_blocks(ts_shim_device *dev, struct ts_shim_job *job, const ts_bound *b,
                      ts_error *err)
{
    ts_shim_block *block =
        ((ts_shim_module *)b->module)->block[b->entry - b->module->manifest.entry];
    ts_shim_watch *w = ts_shim_watch_on(dev, err);
    int rc = w ? 0 : -1;
    for (int g = job->groups; g-- > 0 && !rc;) {
        job->group = g;
        job->seed = (unsigned long long)g * 77 + dev->launches;
        rc = ts_shim_watched(w, block, job, b, err);
    }
    if (w) ts_shim_watch_off(w);
    dev->launches++;
    return rc;
}

static int execute(void *arg, const char *text, const char *entry, void *const *param,
                   unsigned groups, unsigned threads)
{
    ts_error err = {{0}};
    ts_shim_device *dev = (ts_shim_device *)shim.dev;
    ts_module *m = module_of(text, &err);
    const ts_entry *e = m ? entry_of(m, entry) : NULL;
    const int *size[TS_MAX_SIZES];
    (void)arg;
    if (e && (int)threads == e->threads) {
        for (int i = 0; i < e->sizes; i++) size[i] = param[e->params + i];
        struct ts_shim_job job = {.arg = param,
                                  .size = size,
                                  .threads = e->threads,
                                  .subgroup = dev->dialect->subgroup,
                                  .groups = (int)groups,
                                  .stacks = dev->stacks,
                                  .shared = dev->shared,
                                  .shared_bytes = e->shared};
        ts_bound bound = {.entry = e, .module = m, .groups = (int)groups};
        if (!run_blocks(dev, &job, &bound, &err)) return 0;
    }
    print_message("launch of %s: %s\n", entry, err.text);
    return TS_CU_LAUNCH_FAILED;
}

static int open_shim(void **state)
{
    ts_error err = {{0}};
    (void)state;
    fake_reset();
    ts_cuda_libraries(FAKE_CUDA, FAKE_NVRTC);
    shim.dev = ts_device_open("shim:cuda", 0, &err);
    if (!shim.dev) print_message("skipped: %s\n", err.text);
    fake_set_executor(execute, NULL);
    return 0;
}

static int close_shim(void **state)
{
    (void)state;
    for (int i = 0; i < shim.n; i++) {
        free(shim.copy[i]);
        ts_module_free(shim.module[i]);
    }
    ts_device_close(shim.dev);
    return 0;
}

/* ---- kernels and model ---- */

static void kernels(void **state)
{
    ts_error err = {{0}};
    (void)state;
    if (!shim.dev) skip();
    ts_device *dev = ts_device_open("cuda", 0, &err);
    if (!dev) fail_msg("%s", err.text);
    const ts_suite *suite = ts_suite_at(0);
    ts_shape *shape = ts_shape_variant(suite, 0, 1, NULL);
    size_t n = 0;
    while (suite->kernel[n]) n++;
    ts_check_run run = {
        .shape_name = suite->check[0].name, .shape = shape, .device = dev, .no_interpreter = true};
    if (ts_check_load_all(suite->kernel, n, shape, dev, run.module, &err)) fail_msg("%s", err.text);
    for (size_t i = 0; i < n; i++) {
        ts_check_report report = {.failure = ""};
        if (ts_check_kernel(suite->kernel[i], &run, &report)) fail_msg("%s", report.failure);
        assert_true(report.device.runs > 0);
    }
    ts_check_free(run.module);
    free(shape);
    ts_device_close(dev);
    assert_string_equal(fake_misuse(), "");
    assert_int_equal(fake_alive(), 0);
}

enum { TOKENS = 8 };

/* without: the name of an optimisation, or "". */
static void decode(const char *device, const char *without, int32_t *token, float **logits,
                   size_t *vocab)
{
    ts_error err = {{0}};
    ts_model_options o = {.model = SHIPPED,
                          .device = device,
                          .threads = 1,
                          .ctx = 64,
                          .kv = TS_f32,
                          .without = without};
    ts_sequence *e = ts_sequence_open(&o, &err);
    if (!e) fail_msg("%s", err.text);
    int32_t prompt[] = {1, 5, 17, 3};
    *vocab = ts_sequence_describe(e)->vocab;
    *logits = malloc(*vocab * sizeof **logits);
    int rc = ts_sequence_feed(e, prompt, 4, &err);
    for (int i = 0; i < TOKENS && !rc; i++) {
        rc = ts_sequence_greedy(e, &token[i], &err);
        if (!rc) rc = ts_sequence_advance(e, &err);
    }
    if (!rc) rc = ts_sequence_logits(e, *logits, &err);
    if (rc) fail_msg("%s", err.text);
    ts_sequence_close(e);
}

static void model(void **state)
{
    int32_t here[TOKENS], there[TOKENS];
    float *a, *b;
    size_t n;
    (void)state;
    if (!shim.dev) skip();
    decode("cpu", "", here, &a, &n);
    decode("cuda", "", there, &b, &n);
    assert_memory_equal(here, there, sizeof here);
    assert_true(fake_count()->early > 100); /* launches of the model that began early */
    assert_true(ts_judge_rows(b, a, n) <= 1e-5);
    free(a);
    free(b);
    assert_string_equal(fake_misuse(), "");
    assert_int_equal(fake_alive(), 0);
}

/* The model with one switch of the cuda device after the other. */
static void without(void **state)
{
    static const struct {
        const char *name;
        bool graph, early;
    } part[] = {{"graph", false, true}, {"pdl", true, false}};
    (void)state;
    if (!shim.dev) skip();
    int32_t want[TOKENS], got[TOKENS];
    size_t n;
    float *x;
    decode("cpu", "", want, &x, &n);
    free(x);
    for (size_t i = 0; i < sizeof part / sizeof *part; i++) {
        fake_counts before = *fake_count();
        decode("cuda", part[i].name, got, &x, &n);
        free(x);
        if (memcmp(got, want, sizeof want) != 0) fail_msg("other tokens without %s", part[i].name);
        assert_int_equal(fake_count()->graphs > before.graphs, part[i].graph);
        assert_int_equal(fake_count()->early > before.early, part[i].early);
        assert_string_equal(fake_misuse(), "");
        assert_int_equal(fake_alive(), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(kernels), cmocka_unit_test(model),
                                       cmocka_unit_test(without)};
    return cmocka_run_group_tests_name("cuda, whole", tests, open_shim, close_shim);
}

/* test_numbers.c - what is no number in a model is told, by one line that names the first layer: weights
 * that are NaN or infinite, keys and values that the cache's dtype cannot hold, sums beyond f32; greedy
 * and sampled, on devices that this machine has; `test_numbers all` adds OpenCL, whose argmax meets NaN
 * in the checks of the kernels, too. */
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
#include "kernels/r1_distill/shape.h"
#include "engine/finite.h"
#include "engine/model.h"
#include "kernels/r1_distill/shape.h"
#include "engine/verify.h"
#include "tessera/suite.h"
#include "tessera/sequence.h"
#include "test/engine/spoil.h"
#include "test/rt/quick_cc.h"

#define BASE                                                                                       \
    TESSERA_SOURCE_DIR "/test/vectors/parity/bf16" /* 2 layers, 64 wide, 211 tokens, untied */

static char folder[] = "/tmp/tessera-numbers-XXXXXX";
static const char *const devices[] = {"cpu", "vulkan:0", "shim:cuda", "opencl:0"};
static bool all_devices; /* else without the last, which compiles for longest */
static const int32_t prompt[] = {5, 17, 90, 3};
static char noted[256];

static void keep_note(void *arg, const char *text)
{
    (void)arg;
    assert_int_equal(noted[0], 0); /* once */
    snprintf(noted, sizeof noted, "%s", text);
}

static void make(const spoil *s, size_t n)
{
    ts_error err = {0};
    if (spoil_model(BASE, folder, s, n, &err)) fail_msg("%s", err.text);
}

/* NULL, with the reason printed, where the machine has no such device. */
static ts_sequence *open_on(const char *device, ts_dtype kv, bool note)
{
    ts_error err = {0};
    ts_device *dev = ts_device_open(device, 1, &err);
    ts_device_close(dev);
    if (!dev) {
        print_message("skipped: %s\n", err.text);
        return NULL;
    }
    ts_model_options o = {.model = folder, .device = device, .threads = 1, .ctx = 64, .kv = kv};
    if (note) o.note = keep_note;
    noted[0] = 0;
    ts_sequence *e = ts_sequence_open(&o, &err);
    if (!e) fail_msg("%s: %s", device, err.text);
    return e;
}

static void feed(ts_sequence *e, const int32_t *id, size_t n)
{
    ts_error err = {0};
    if (ts_sequence_feed(e, id, n, &err)) fail_msg("%s", err.text);
}

/* Both ways of asking fail, with one line that holds both parts. */
static void assert_told(ts_sequence *e, const char *part, const char *part2)
{
    ts_error err = {0}, err2 = {0};
    float logits[211];
    int32_t id;
    if (!ts_sequence_greedy(e, &id, &err)) fail_msg("token %d, and no \"%s\"", id, part);
    assert_int_equal(ts_sequence_logits(e, logits, &err2), -1);
    assert_string_equal(err.text, err2.text);
    if (!strstr(err.text, part) || !strstr(err.text, part2) || strchr(err.text, '\n'))
        fail_msg("\"%s\" lacks \"%s\" or \"%s\"", err.text, part, part2);
}

typedef struct fault {
    spoil s[2];
    size_t n;
    ts_dtype kv;
    const char *part, *part2;
} fault;

#define KEY_BIAS   "model.layers.1.self_attn.k_proj.bias"
#define VALUE_BIAS "model.layers.0.self_attn.v_proj.bias"
#define UP         "model.layers.1.mlp.up_proj.weight"
#define POST_NORM  "model.layers.0.post_attention_layernorm.weight"

static const fault faults[] = {
    {{{"model.norm.weight", .index = 5, .value = NAN}},
     1,
     TS_bf16,
     "output after the last layer",
     "model.norm.weight holds 1 value that is not finite, the first at 5"},
    {{{"lm_head.weight", .index = 64 * 209, .value = -NAN}},
     1,
     TS_f32,
     "output",
     "lm_head.weight holds 1"},
    {{{"lm_head.weight", .index = 64 * 210 + 1, .value = -INFINITY}},
     1,
     TS_f32,
     "output",
     "lm_head.weight holds 1"},
    {{{UP, .index = 70, .value = INFINITY}, {UP, .index = 77, .value = NAN}},
     2,
     TS_f16,
     "made by layer 1",
     UP " holds 2 values that are not finite, the first at 70"},
    {{{POST_NORM, .index = 7, .value = 3e38}},
     1,
     TS_f32,
     "layer 0 (mlp_gate_up_silu, position 0)",
     "beyond f32"},
    {{{KEY_BIAS, .index = 3, .value = 1e5}},
     1,
     TS_f16,
     "made by layer 1",
     "does not fit a cache in f16; use --kv bf16"},
    {{{VALUE_BIAS, .index = 3, .value = -1e5}},
     1,
     TS_f16,
     "made by layer 0",
     "does not fit a cache in f16; use --kv bf16"},
    {{{"model.embed_tokens.weight", .index = 64 * 17, .value = NAN}},
     1,
     TS_bf16,
     "made by the embedding (embedding_lookup, position 1)",
     "model.embed_tokens.weight holds 1"},
};

static void told(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        const fault *f = &faults[i];
        make(f->s, f->n);
        for (size_t d = 0; d < sizeof devices / sizeof *devices; d++) {
            if (d && (i || (d == 3 && !all_devices)))
                continue; /* that NaN wins is tested with the kernels; others compile for long */
            ts_sequence *e = open_on(devices[d], f->kv, false);
            if (!e) continue;
            feed(e, prompt, f->kv == TS_f16 || all_devices ? 4 : 3); /* as a chunk, and by tokens */
            assert_told(e, f->part, f->part2);
            ts_sequence_close(e);
        }
    }
}

/* What nobody reads does no harm: a padded row of the output, a token that is not fed. Going back before
 * what was bad goes back to what is sound. */
static void harmless(void **state)
{
    const spoil s[] = {{"lm_head.weight", .index = 64 * 210, .value = NAN},
                       {"model.embed_tokens.weight", .index = 64 * 90, .value = NAN}};
    ts_error err = {0};
    int32_t id, again;
    (void)state;
    make(s, 2);
    ts_sequence *e = open_on("cpu", TS_bf16, false);
    assert_int_equal(ts_sequence_limit(e, 210, &err), 0);
    feed(e, prompt, 2);
    assert_int_equal(ts_sequence_greedy(e, &id, &err), 0);
    feed(e, prompt + 2, 2);
    assert_told(e, "embedding_lookup, position 2", "embed_tokens");
    ts_sequence_rewind(e, 1);
    feed(e, prompt + 1, 1);
    assert_int_equal(ts_sequence_greedy(e, &again, &err), 0);
    assert_int_equal(id, again);
    ts_sequence_close(e);
}

/* A cache in f16 that nobody asked for becomes one in bf16, once, and the tokens are those that one in
 * bf16 gives from the start; where nobody is told, it is an error. */
static void widened(void **state)
{
    const spoil s = {KEY_BIAS, .index = 3, .value = 1e5};
    (void)state;
    make(&s, 1);
    ts_sequence *wide = open_on("cpu", TS_bf16, true), *e = open_on("cpu", TS_NDTYPE, true);
    assert_int_equal(ts_sequence_describe(e)->kv, TS_f16);
    feed(wide, prompt, 4);
    feed(e, prompt, 4);
    for (int i = 0; i < 6; i++) {
        ts_error err = {0};
        int32_t want, got;
        assert_int_equal(ts_sequence_greedy(wide, &want, &err), 0);
        if (ts_sequence_greedy(e, &got, &err)) fail_msg("%s", err.text);
        assert_int_equal(got, want);
        assert_int_equal(ts_sequence_advance(wide, &err) | ts_sequence_advance(e, &err), 0);
    }
    assert_int_equal(ts_sequence_describe(e)->kv, TS_bf16);
    assert_non_null(strstr(noted, "it is in bf16 from here on"));
    ts_sequence_close(wide);
    ts_sequence_close(e);
    e = open_on("cpu", TS_NDTYPE, false);
    feed(e, prompt, 4);
    assert_told(e, "made by layer 1", "use --kv bf16");
    ts_sequence_close(e);
}

/* Each sequence of a model gets its own cache in bf16, and one line is enough for all (keep_note). */
static void widened_each(void **state)
{
    const spoil s = {KEY_BIAS, .index = 3, .value = 1e5};
    ts_error err = {0};
    int32_t id[2];
    (void)state;
    make(&s, 1);
    ts_sequence *e = open_on("cpu", TS_NDTYPE, true),
                *other = ts_sequence_new(ts_sequence_model(e), &err);
    assert_non_null(other);
    feed(e, prompt, 4);
    feed(other, prompt, 4);
    assert_int_equal(ts_sequence_greedy(e, &id[0], &err), 0);
    assert_int_equal(ts_sequence_greedy(other, &id[1], &err), 0);
    assert_int_equal(id[0], id[1]);
    assert_true(ts_sequence_kv(e) == TS_bf16 && ts_sequence_kv(other) == TS_bf16 && noted[0]);
    ts_sequence_close(other);
    ts_sequence_close(e);
}

/* Tokens that were chosen on the device and never read: the position is told. */
static void unknown_token(void **state)
{
    const spoil s = {KEY_BIAS, .index = 3, .value = 1e5};
    ts_error err = {0};
    (void)state;
    make(&s, 1);
    ts_sequence *e = open_on("cpu", TS_NDTYPE, true);
    assert_int_equal(ts_sequence_pretend(e, 2, &err), 0);
    for (int i = 0; i < 3; i++) assert_int_equal(ts_sequence_advance(e, &err), 0);
    assert_told(e, "made by layer 1 (kv_append, position 2)", "use --kv bf16");
    assert_int_equal(noted[0], 0);
    ts_sequence_close(e);
}

/* The logits after `prompt`, taken at once or one by one. */
static void logits_after(ts_sequence *e, size_t step, float *logits)
{
    ts_error err = {0};
    ts_sequence_rewind(e, 0);
    for (size_t i = 0; i < 4; i += step) feed(e, prompt + i, step);
    if (ts_sequence_logits(e, logits, &err)) fail_msg("%s", err.text);
}

static double apart(const float *a, const float *b)
{
    double most = 0;
    for (int k = 0; k < 211; k++) most = ts_judge_worse(most, fabs((double)a[k] - (double)b[k]));
    return most;
}

/* The eps of config.json is the eps of the kernels, a chunk's as well: one of 0.01 makes other logits than one of
 * 1e-5. */
static void eps_arrives(void **state)
{
    float logits[2][211], chunk[211];
    ts_error err = {0};
    (void)state;
    for (int i = 0; i < 2; i++) {
        make(NULL, 0);
        if (i && spoil_config(folder, "1e-05", "0.01", &err)) fail_msg("%s", err.text);
        ts_sequence *e = open_on("cpu", TS_f32, false);
        assert_true(e->calls->shape->eps == (i ? 0.01 : 1e-5));
        logits_after(e, 1, logits[i]);
        if (i) logits_after(e, 4, chunk);
        ts_sequence_close(e);
    }
    assert_true(apart(logits[0], logits[1]) > 1e-2);
    assert_true(apart(logits[1], chunk) < 1e-4);
}

/* ---- counting ---- */

static void counted(void **state)
{
    static unsigned char bytes[4 * 3000 + 8];
    static const ts_dtype types[] = {TS_f32, TS_f16, TS_bf16};
    static const double all[] = {INFINITY, -INFINITY, NAN, -NAN};
    (void)state;
    for (int t = 0; t < 3; t++)
        for (size_t n = 0; n < 3000; n = 3 * n / 2 + 1) {
            size_t w = ts_storage(types[t], 1), first = 99, bad = 0, lowest = n;
            unsigned char *at = bytes + n % 4; /* a mapped tensor may lie anywhere */
            for (size_t i = 0; i < n; i++) {
                size_t k = i * 7919 % 1031;
                bool is = k < 4 && n % 2;
                double x = is ? all[k] : (double)k * (i % 2 ? 60 : -60);
                uint32_t code = ts_encode(types[t], x);
                memcpy(at + i * w, &code, w);
                bad += is;
                if (is && i < lowest) lowest = i;
            }
            assert_int_equal(ts_nonfinite(at, types[t], n, &first), bad);
            if (bad) assert_int_equal(first, lowest);
        }
}

static char said[1024];

static void hear(void *arg, bool fault, const char *file, const char *text)
{
    (void)arg;
    size_t n = strlen(said);
    if (fault) snprintf(said + n, sizeof said - n, "%s: %s\n", file, text);
}

static void verified(void **state)
{
    const spoil s[] = {{UP, .index = 70, .value = INFINITY}, {UP, .index = 77, .value = NAN}};
    ts_error err = {0};
    ts_verify v = {.say = hear, .hash = true};
    (void)state;
    make(s, 2);
    assert_int_equal(ts_verify_folder(folder, &v, &err), 0);
    assert_non_null(strstr(said, UP " holds 2 values that are not finite, the first at 70"));
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    char path[256];
    (void)state;
    snprintf(path, sizeof path, "%s/config.json", folder);
    remove(path);
    snprintf(path, sizeof path, "%s/model.safetensors", folder);
    remove(path);
    return rmdir(folder);
}

int main(int argc, char **argv)
{
    quick_cc(1);
    all_devices = argc > 1 && !strcmp(argv[1], "all");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(told),          cmocka_unit_test(harmless),     cmocka_unit_test(widened),
        cmocka_unit_test(unknown_token), cmocka_unit_test(eps_arrives),  cmocka_unit_test(counted),
        cmocka_unit_test(verified),      cmocka_unit_test(widened_each),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

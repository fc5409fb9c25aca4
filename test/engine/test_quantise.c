/* test_quantise.c - weights as codes: what a row becomes, a folder there and back, what it costs in quality,
 * and folders that are not what they say. */
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

#include "engine/parts.h"
#include "engine/quantise.h"
#include "engine/verify.h"
#include "engine/weights.h"
#include "tessera/sequence.h"
#include "test/engine/divergence.h"
#include "test/engine/safetensors_write.h"
#include "test/engine/spoil.h"
#include "test/rt/quick_cc.h"

#define SHIPPED TESSERA_SOURCE_DIR "/models/tessera-tiny"

static char work[] = "/tmp/tessera-quantise-XXXXXX";

static const struct {
    const char *name;
    double share; /* of the bytes before, at most */
    double least,
        worst; /* divergence from float32: the worst is that of llama.cpp's of as many bits */
} formats[] = {
    {"q8", 0.54, 1e-7, 8.3e-5}, {"q4", 0.30, 1e-4, 2.08e-2}, {"mxfp4", 0.28, 1e-4, 3.84e-2}};

enum { FORMATS = sizeof formats / sizeof *formats };

/* ---- a row ---- */

static double step_of(const ts_quant *q, const void *scale, size_t share)
{
    uint32_t code = 0;
    size_t each = q->scale == TS_f8e8m0 ? 1 : 2;
    memcpy(&code, (const char *)scale + share * each, each);
    return ts_decode(q->scale, code);
}

static double code_at(const ts_quant *q, const void *codes, size_t i)
{
    unsigned byte = ((const unsigned char *)codes)[q->code == TS_i8 ? i : i / 2];
    return ts_decode(q->code, q->code == TS_i8 ? byte : byte >> i % 2 * 4 & 15);
}

/* Each number is within half a step of its code, but for those that a format may cut off (q4 at 7, mxfp4 at
 * 6, whose steps are up to 2); a code is never one that is not used. */
static void check_row(const ts_quant *q, const float *x, size_t n, const void *codes,
                      const void *scales)
{
    for (size_t i = 0; i < n; i++) {
        double step = step_of(q, scales, i / TS_SHARE), code = code_at(q, codes, i);
        double far = q->code == TS_i8 ? 0.5001 : q->code == TS_i4 ? 1.8 : 2.01;
        assert_true(isfinite(step) && (step >= 0 || q->code == TS_i4));
        assert_true(code >= (double)q->least && code <= (double)q->most);
        if (step != 0 && fabs((double)x[i] - code * step) > far * fabs(step))
            fail_msg("%s: %.9g became %g times %.9g", q->name, (double)x[i], code, step);
        if (step == 0) assert_true(code == 0 && fabsf(x[i]) < 8 * q->most * 0x1p-126f);
    }
}

static void rows(void **state)
{
    static const float sizes[] = {0, 1e-44f, 1e-38f, 1e-30f, 1e-3f, 1, 3.3e38f};
    enum { N = 42 }; /* the last share is short */
    float x[N];
    signed char code[N];
    uint16_t scale[2];
    (void)state;
    for (size_t f = 0; f < FORMATS; f++)
        for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
            const ts_quant *q = ts_quant_find(formats[f].name, strlen(formats[f].name));
            for (int i = 0; i < N; i++) x[i] = sizes[s] * (float)sin(i + 1) * (i < 32 ? 1 : 0.01f);
            x[3] = -sizes[s];
            ts_quant_row(q, x, N, code, scale);
            check_row(q, x, N, code, scale);
            if (q->code == TS_i8 && sizes[s] > 1e-30f) assert_in_range(-code[3], 119, 127);
        }
}

/* Squared errors of one share with this scale, in units of that. */
static double error_of(const ts_quant *q, const float *x, double scale)
{
    double error = 0, step = ts_decode(q->scale, ts_encode(q->scale, scale));
    for (int i = 0; i < TS_SHARE; i++) {
        double code = fmax(q->least, fmin(q->most, rint(x[i] / step)));
        error += (x[i] - code * step) * (x[i] - code * step);
    }
    return error;
}

/* The scale is one of a few: so on the whole it leaves less than the largest number's would. */
static void searches(void **state)
{
    const ts_quant *q = ts_quant_find("q8", 2);
    double found = 0, plain = 0;
    (void)state;
    for (int row = 0; row < 100; row++) {
        float x[TS_SHARE], most = 0;
        signed char code[TS_SHARE];
        uint16_t scale;
        for (int i = 0; i < TS_SHARE; i++) x[i] = (float)sin(row * TS_SHARE + i * i + 1);
        for (int i = 0; i < TS_SHARE; i++) most = fmaxf(most, fabsf(x[i]));
        ts_quant_row(q, x, TS_SHARE, code, &scale);
        found += error_of(q, x, ts_decode(q->scale, scale));
        plain += error_of(q, x, most / 127);
    }
    assert_true(found < 0.9 * plain);
}

/* ---- a folder ---- */

static const char *made(const char *format)
{
    static char path[128];
    snprintf(path, sizeof path, "%s/%s", work, format);
    return path;
}

static ts_views *open_views(const char *dir, ts_graph **g)
{
    ts_error err = {0};
    ts_config c;
    if (ts_config_load(dir, &c, &err)) fail_msg("%s", err.text);
    *g = ts_graph_new(ts_arch_of(&c), &c, 16, &err);
    ts_views *v = ts_views_open(dir, *g, &err);
    if (!v) fail_msg("%s", err.text);
    return v;
}

static float number(const ts_weight *w, size_t i)
{
    uint32_t code = 0;
    size_t each = w->dtype == TS_f32 ? 4 : 2;
    memcpy(&code, (const char *)w->data + i * each, each);
    return (float)ts_decode(w->dtype, code);
}

/* Returns how many matrices are codes. */
static size_t compare_views(const ts_quant *q, const ts_views *plain, const ts_views *codes)
{
    size_t n = 0;
    for (size_t i = 0; i < plain->views; i++) {
        const ts_weight *a = &plain->view[i], *b = &codes->view[i];
        if (!a->rows) continue;
        if (!b->scale) {
            assert_int_equal(a->bytes, b->bytes);
            assert_memory_equal(a->data, b->data, a->bytes);
            continue;
        }
        n++;
        assert_int_equal(b->dtype, q->code);
        assert_int_equal(b->scale->dtype, q->scale);
        float *x = malloc(a->cols * sizeof *x);
        size_t row = b->bytes / b->rows, beside = b->scale->bytes / b->scale->rows;
        for (size_t r = 0; r < a->rows; r += 7) {
            for (size_t c = 0; c < a->cols; c++) x[c] = number(a, r * a->cols + c);
            check_row(q, x, a->cols, (const char *)b->data + r * row,
                      (const char *)b->scale->data + r * beside);
        }
        free(x);
    }
    return n;
}

static void round_trip(const char *format, double share)
{
    ts_error err = {0};
    ts_quantise job = {.format = format};
    const ts_quant *q = ts_quant_find(format, strlen(format));
    ts_graph *g[2];
    if (ts_quantise_folder(SHIPPED, made(format), &job, &err)) fail_msg("%s", err.text);
    ts_views *plain = open_views(SHIPPED, &g[0]), *codes = open_views(made(format), &g[1]);
    size_t n = compare_views(q, plain, codes);
    assert_int_equal(codes->dtype, q->code);
    assert_int_equal(codes->norm, plain->norm);
    assert_int_equal(codes->extra, 0);
    assert_int_equal(job.matrices + 1, n); /* the output is the embedding */
    assert_true((double)job.written < (double)job.read * share);
    assert_true(job.written == codes->bytes);
    ts_views_free(plain);
    ts_views_free(codes);
    ts_graph_free(g[0]);
    ts_graph_free(g[1]);
    ts_verify look = {.hash = true};
    assert_int_equal(ts_verify_folder(made(format), &look, &err), 0);
    assert_int_equal(look.faults, 0);
}

static void there_and_back(void **state)
{
    (void)state;
    for (size_t f = 0; f < FORMATS; f++) round_trip(formats[f].name, formats[f].share);
}

static void refusals(void **state)
{
    static const struct {
        const char *from, *to, *format, *why;
    } bad[] = {
        {SHIPPED, "q8", "q8", "is there already"},
        {SHIPPED, "none/q8", "q8", "cannot make a folder there"},
        {SHIPPED, "x", "q9", "no format is called \"q9\""},
        {"/none", "x", "q8", "config.json"},
        {"q8", "x", "q8", "holds codes already (q8)"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char from[128], to[128];
        ts_error err = {0};
        ts_quantise job = {.format = bad[i].format};
        snprintf(from, sizeof from, "%s%s", *bad[i].from == '/' ? "" : made(""), bad[i].from);
        snprintf(to, sizeof to, "%s/%s", work, bad[i].to);
        assert_int_equal(ts_quantise_folder(from, to, &job, &err), -1);
        if (!strstr(err.text, bad[i].why)) fail_msg("\"%s\", not \"%s\"", err.text, bad[i].why);
        if (i) assert_int_equal(access(to, F_OK), -1);
    }
}

/* ---- quality ---- */

static double divergence_of(const char *dir)
{
    kl_golden g = kl_load();
    ts_error err = {0};
    ts_model_options o = {.model = dir, .kv = TS_NDTYPE};
    ts_sequence *e = ts_sequence_open(&o, &err);
    if (!e) fail_msg("%s", err.text);
    uint32_t vocab = ts_sequence_describe(e)->vocab;
    float *x = malloc(vocab * sizeof *x);
    double total = 0;
    for (uint32_t i = 0; i < g.n; i++) {
        int32_t id = kl_token(&g, i);
        assert_int_equal(ts_sequence_feed(e, &id, 1, &err), 0);
        assert_int_equal(ts_sequence_logits(e, x, &err), 0);
        total += kl_at(&g, i, x, vocab);
    }
    free(x);
    ts_sequence_close(e);
    total /= g.n;
    kl_free(&g);
    return total;
}

static void quality(void **state)
{
    (void)state;
    for (size_t f = 0; f < FORMATS; f++) {
        double kl = divergence_of(made(formats[f].name));
        print_message("KL from float32: %s %.2e\n", formats[f].name, kl);
        assert_true(kl > formats[f].least && kl < formats[f].worst);
    }
}

/* ---- folders that are not what they say ---- */

typedef struct lie {
    const char *tensor, *type; /* NULL: it is left out */
    uint64_t cols;             /* 0: as they are */
    const char *why;
} lie;

/* The folder of codes with one tensor changed. */
static void write_lie(const char *dir, const lie *l)
{
    char path[160], command[400];
    ts_error err = {0};
    ts_weights *store = ts_weights_open(made("q8"), &err);
    ts_tensor list[512];
    size_t n = 0;
    snprintf(command, sizeof command, "rm -rf %s && cp -r %s %s", dir, made("q8"), dir);
    assert_int_equal(system(command), 0);
    for (size_t i = 0; i < ts_weights_count(store); i++) {
        ts_tensor t = *ts_weights_at(store, i);
        if (!strcmp(t.name, l->tensor) && !l->type) continue;
        if (!strcmp(t.name, l->tensor)) {
            t.type = ts_tensor_type_find(l->type);
            if (l->cols) t.dim[t.rank - 1] = l->cols;
            t.bytes = t.dim[0] * t.dim[1] * (size_t)t.type->bits / 8;
        }
        list[n++] = t;
    }
    snprintf(path, sizeof path, "%s/model.safetensors", dir);
    if (ts_safetensors_write(path, list, n, &err)) fail_msg("%s", err.text);
    ts_weights_close(store);
}

static void lies(void **state)
{
    static const char scale[] = "model.layers.1.mlp.up_proj.weight_scale",
                      codes[] = "model.layers.1.mlp.up_proj.weight";
    static const lie all[] = {
        {scale, NULL, 0, "\"model.layers.1.mlp.up_proj.weight_scale\" is missing"},
        {scale, "BF16", 7, "has the shape [512, 7]; config.json asks for [512, 8]"},
        {scale, "F16", 0, "is stored as F16; only BF16 read"},
        {codes, "U8", 0, "is stored as U8; only F32, F16 and BF16 are read"},
        {codes, "I8", 128, "has the shape [512, 128]; config.json asks for [512, 256]"},
        {codes, NULL, 0, "\"model.layers.1.mlp.up_proj.weight\" is missing"},
    };
    char dir[128];
    (void)state;
    snprintf(dir, sizeof dir, "%s/lie", work);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        ts_error err = {0};
        ts_model_options o = {.model = dir};
        ts_verify look = {0};
        write_lie(dir, &all[i]);
        assert_null(ts_sequence_open(&o, &err));
        if (!strstr(err.text, all[i].why)) fail_msg("\"%s\", not \"%s\"", err.text, all[i].why);
        assert_int_equal(ts_verify_folder(dir, &look, &err), 0);
        assert_int_equal(look.faults, 1);
    }
    write_lie(dir, &(lie){"none", NULL, 0, ""});
    ts_error err = {0};
    ts_model_options o = {.model = dir};
    assert_int_equal(spoil_config(dir, "\"tessera\"", "\"none\"", &err), 0);
    assert_null(ts_sequence_open(&o, &err));
    assert_non_null(strstr(err.text, "by method \"none\""));
}

static int begin(void **state)
{
    (void)state;
    return mkdtemp(work) ? 0 : -1;
}

static int end(void **state)
{
    char command[128];
    (void)state;
    snprintf(command, sizeof command, "rm -rf %s", work);
    return system(command);
}

int main(void)
{
    quick_cc(1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows),     cmocka_unit_test(searches), cmocka_unit_test(there_and_back),
        cmocka_unit_test(refusals), cmocka_unit_test(quality),  cmocka_unit_test(lies),
    };
    return cmocka_run_group_tests(tests, begin, end);
}

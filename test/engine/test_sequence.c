/* test_sequence.c - several sequences on one model: they share its weights, are told apart, and write what
 * each would write alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "engine/model.h"
#include "test/engine/spoil.h"
#include "test/rt/quick_cc.h"

#define BASE TESSERA_SOURCE_DIR "/test/vectors/parity/bf16"

enum { READS = 5, TOKENS = 24, MANY = 3 };
static const int32_t prompt[MANY][READS] = {
    {5, 17, 90, 3, 44}, {1, 2, 3, 4, 5}, {200, 180, 7, 7, 7}};

static ts_model *open_model(const char *name, ts_dtype kv, void (*note)(void *, const char *))
{
    ts_error err = {0};
    ts_model_options o = {.model = name, .threads = 2, .ctx = 48, .kv = kv, .note = note};
    ts_model *m = ts_model_open(&o, &err);
    if (!m) fail_msg("%s", err.text);
    return m;
}

static ts_sequence *begin(ts_model *m)
{
    ts_error err = {0};
    ts_sequence *s = ts_sequence_new(m, &err);
    if (!s) fail_msg("%s", err.text);
    return s;
}

static void read_prompt(ts_sequence *s, int which)
{
    ts_error err = {0};
    if (ts_sequence_feed(s, prompt[which], READS, &err)) fail_msg("%s", err.text);
}

static int32_t write_one(ts_sequence *s)
{
    ts_error err = {0};
    int32_t id;
    if (ts_sequence_greedy(s, &id, &err) || ts_sequence_advance(s, &err)) fail_msg("%s", err.text);
    return id;
}

static void alone(ts_model *m, int which, int32_t *token)
{
    ts_sequence *s = begin(m);
    read_prompt(s, which);
    for (int i = 0; i < TOKENS; i++) token[i] = write_one(s);
    ts_sequence_close(s);
}

static void take_turns(void **state)
{
    (void)state;
    int32_t want[MANY][TOKENS];
    ts_sequence *s[MANY];
    ts_model *m = open_model(BASE, TS_f32, NULL);
    for (int k = 0; k < MANY; k++) alone(m, k, want[k]);
    for (int k = 0; k < MANY; k++) s[k] = begin(m);
    for (int k = 0; k < MANY; k++) read_prompt(s[k], k);
    for (int i = 0; i < TOKENS; i++)
        for (int k = 0; k < MANY; k++) assert_int_equal(write_one(s[k]), want[k][i]);
    for (int k = 0; k < MANY; k++)
        for (int j = 0; j < k; j++) assert_memory_not_equal(want[k], want[j], sizeof want[k]);
    ts_sequence_rewind(s[1], READS - 1); /* the others stay where they are */
    assert_int_equal(ts_sequence_position(s[0]), READS + TOKENS);
    for (int k = 0; k < MANY; k++) ts_sequence_close(s[k]);
    ts_model_close(m);
}

/* Arguments of the launches: weights are the same memory, what changes is each one's own. */
static void share_weights(void **state)
{
    (void)state;
    size_t shared = 0, own = 0;
    ts_model *m = open_model(BASE, TS_f32, NULL);
    ts_sequence *a = begin(m), *b = begin(m);
    assert_ptr_equal(a->calls, b->calls);
    for (size_t i = 0; i < a->calls->token.calls; i++)
        for (int k = 0; k < a->calls->token.call[i].use->args; k++) {
            const ts_arg_of *arg = &a->calls->token.call[i].use->arg[k];
            bool same = ts_sequence_ref(a, &a->calls->token.call[i], k).buffer ==
                        ts_sequence_ref(b, &b->calls->token.call[i], k).buffer;
            ts_role role = arg->tensor < 0 ? TS_STATE : m->graph->arch->tensor[arg->tensor].role;
            assert_int_equal(same, role != TS_STATE && role != TS_ACTIVATION);
            shared += same, own += !same;
        }
    assert_true(shared > 20 && own > 20);
    const ts_model_info *info = ts_model_describe(m);
    uint64_t bytes = ts_buffer_bytes(a->cells);
    for (size_t i = 0; i < m->graph->slots; i++)
        if (a->buffer[i]) bytes += ts_buffer_bytes(a->buffer[i]);
    assert_int_equal(bytes, info->sequence_bytes); /* the plan is exact */
    for (size_t i = 0; i < m->graph->slots; i++)
        if (m->graph->slot[i].def->role == TS_TABLE) bytes += ts_buffer_bytes(m->buffer[i]);
    assert_int_equal(bytes + info->weight_bytes, info->total_bytes);
    ts_sequence_close(a);
    ts_sequence_close(b);
    ts_model_close(m);
}

static void note(void *arg, const char *text)
{
    (void)arg;
    assert_non_null(strstr(text, "it is in bf16 from here on"));
}

/* One whose cache turns out too narrow gets another; one beside it keeps its own. */
static void widen_alone(void **state)
{
    const spoil s = {"model.layers.1.self_attn.k_proj.bias", .index = 3, .value = 1e5};
    char dir[] = "/tmp/tessera-sequence-XXXXXX", path[64];
    ts_error err = {0};
    int32_t id, before;
    (void)state;
    assert_non_null(mkdtemp(dir));
    if (spoil_model(BASE, dir, &s, 1, &err)) fail_msg("%s", err.text);
    ts_model *m = open_model(dir, TS_NDTYPE, note);
    ts_sequence *idle = begin(m), *first = begin(m);
    assert_int_equal(ts_sequence_kv(first), TS_f16);
    read_prompt(first, 0);
    if (ts_sequence_greedy(first, &before, &err)) fail_msg("%s", err.text);
    assert_true(ts_sequence_kv(first) == TS_bf16 && ts_sequence_kv(idle) == TS_f16);
    ts_sequence *later = begin(m);
    assert_int_equal(ts_sequence_kv(later), TS_bf16);
    ts_sequence *const each[] = {idle, later};
    for (int i = 0; i < 2; i++) {
        read_prompt(each[i], 0);
        if (ts_sequence_greedy(each[i], &id, &err)) fail_msg("%s", err.text);
        assert_int_equal(id, before);
        assert_int_equal(ts_sequence_kv(each[i]), TS_bf16);
    }
    ts_sequence_close(later);
    ts_sequence_close(idle);
    ts_sequence_close(first);
    ts_model_close(m);
    snprintf(path, sizeof path, "%s/config.json", dir);
    remove(path);
    snprintf(path, sizeof path, "%s/model.safetensors", dir);
    remove(path);
    assert_int_equal(rmdir(dir), 0);
}

/* An output matrix that is the embedding is on the device once. */
static void a_tied_matrix_is_held_once(void **state)
{
    (void)state;
    ts_model *m = open_model(TESSERA_SOURCE_DIR "/models/tessera-tiny", TS_NDTYPE, NULL);
    ts_sequence *s = begin(m);
    const ts_graph *g = m->graph;
    ptrdiff_t embed = ts_graph_slot(g, ts_graph_tensor(g->arch, "embed", 5), 0);
    ptrdiff_t head = ts_graph_slot(g, ts_graph_tensor(g->arch, "lm_head", 7), 0);
    assert_true(g->config.tied && embed != head);
    assert_non_null(m->buffer[embed]);
    assert_null(m->buffer[head]);
    read_prompt(s, 0);
    write_one(s);
    ts_sequence_close(s);
    ts_model_close(m);
}

/* A cache is of a dtype that caches may have; what is none is no place in a table either. */
static void a_cache_of_no_dtype_is_refused(void **state)
{
    static const int bad[] = {TS_NDTYPE + 1, 77, 1 << 20, -1, TS_i32, TS_b1, TS_f4e2m1};
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ts_error err = {0};
        const ts_model_options o = {
            .model = "synthetic:mini", .threads = 1, .ctx = 64, .kv = (ts_dtype)bad[i]};
        assert_null(ts_sequence_open(&o, &err));
        if (!strstr(err.text, "no dtype") || strchr(err.text, '\n')) fail_msg("%s", err.text);
    }
}

int main(void)
{
    quick_cc(1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cache_of_no_dtype_is_refused),
        cmocka_unit_test(a_tied_matrix_is_held_once),
        cmocka_unit_test(take_turns),
        cmocka_unit_test(share_weights),
        cmocka_unit_test(widen_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

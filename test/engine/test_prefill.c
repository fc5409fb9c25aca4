/* test_prefill.c - prompts taken a chunk at a time: the same tokens as one by one and nearly the same logits,
 * wherever a chunk begins and ends; the same bits for any number of threads and however the caller cuts;
 * what it costs in memory; and who is blamed when a number is none. */
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
#include "engine/model.h"
#include "test/engine/spoil.h"
#include "test/rt/quick_cc.h"

#define BASE TESSERA_SOURCE_DIR "/test/vectors/parity/bf16"

enum { CTX = 48, VOCAB = 211, TOKENS = 12 };

static ts_sequence *open_chunks(const char *model, uint32_t chunk, int threads)
{
    ts_error err = {0};
    ts_model_options o = {
        .model = model, .threads = threads, .ctx = CTX, .kv = TS_f32, .chunk = chunk};
    ts_sequence *s = ts_sequence_open(&o, &err);
    if (!s) fail_msg("%s", err.text);
    return s;
}

static int32_t token(int i)
{
    return (37 * i + 5) % VOCAB;
}

/* Tokens from..to-1, at once or in pieces of `each`. */
static void feed(ts_sequence *s, int from, int to, int each)
{
    int32_t id[CTX];
    ts_error err = {0};
    for (int i = from; i < to; i += each) {
        int n = to - i < each ? to - i : each;
        for (int k = 0; k < n; k++) id[k] = token(i + k);
        if (ts_sequence_feed(s, id, (size_t)n, &err)) fail_msg("%s", err.text);
    }
}

typedef struct after { /* what comes after a prompt */
    float logits[VOCAB];
    int32_t token[TOKENS];
    int tokens;
} after;

static after look(ts_sequence *s)
{
    after a = {.tokens = 0};
    ts_error err = {0};
    uint32_t left = CTX - ts_sequence_position(s);
    assert_int_equal(ts_sequence_logits(s, a.logits, &err), 0);
    for (; a.tokens < TOKENS && (uint32_t)a.tokens < left; a.tokens++) {
        assert_int_equal(ts_sequence_greedy(s, &a.token[a.tokens], &err), 0);
        if (ts_sequence_advance(s, &err)) fail_msg("%s", err.text);
    }
    return a;
}

static void must_be_near(const after *is, const after *want, int n, int chunk)
{
    double worst = ts_judge_rows(is->logits, want->logits, VOCAB);
    if (!(worst <= 1e-5)) fail_msg("%d tokens by %d: logits off by %.1e", n, chunk, worst);
    assert_int_equal(is->tokens, want->tokens);
    assert_memory_equal(is->token, want->token, sizeof(int32_t) * (size_t)want->tokens);
}

/* Whole chunks, tails of one token and of more, behind nothing and behind tokens, up to the context's end. */
static void chunks_are_tokens(void **state)
{
    static const int length[] = {2, 5, 11, 12, 13, 23, CTX}, chunk[] = {4, CTX};
    enum { LENGTHS = sizeof length / sizeof *length };
    static after want[LENGTHS];
    (void)state;
    ts_sequence *one = open_chunks(BASE, 1, 1);
    for (int i = 0; i < LENGTHS; i++) {
        ts_sequence_rewind(one, 0);
        feed(one, 0, length[i], length[i]);
        want[i] = look(one);
    }
    assert_int_equal(one->calls->chunk.calls, 0);
    ts_sequence_close(one);
    for (size_t c = 0; c < sizeof chunk / sizeof *chunk; c++) {
        ts_sequence *s = open_chunks(BASE, (uint32_t)chunk[c], 1);
        for (int i = 0; i < LENGTHS; i++)
            for (int before = 0; before < 4 && before < length[i]; before += 3) {
                ts_sequence_rewind(s, 0);
                feed(s, 0, before, 1);
                feed(s, before, length[i], length[i]);
                after is = look(s);
                must_be_near(&is, &want[i], length[i], chunk[c]);
            }
        ts_sequence_close(s);
    }
}

/* Three are fed as three steps, which are faster; where chunks are as short, as one, since somebody asked for it. */
static void few_are_steps(void **state)
{
    (void)state;
    ts_sequence *s = open_chunks(BASE, CTX, 1), *short_chunks = open_chunks(BASE, 3, 1);
    assert_int_equal(ts_sequence_describe(s)->chunk_least, 4);
    assert_int_equal(ts_sequence_describe(short_chunks)->chunk_least, 2);
    feed(s, 0, 3, 3);
    after at_once = look(s);
    ts_sequence_rewind(s, 0);
    feed(s, 0, 3, 1);
    after one_by_one = look(s);
    assert_memory_equal(at_once.logits, one_by_one.logits, sizeof at_once.logits);
    assert_int_equal(s->full_chunk.n, 0);
    feed(s, 3, 7, 7);
    assert_true(s->full_chunk.n > 0);
    ts_sequence_close(s);
    ts_sequence_close(short_chunks);
}

/* Threads share the work otherwise, and a caller may cut where chunks end; a row's bits are its own. */
static void same_bits(void **state)
{
    (void)state;
    after want, is;
    ts_error err = {0};
    const int32_t first[] = {token(0), token(1), token(2), token(3)};
    for (int threads = 1; threads < 4; threads++) {
        ts_sequence *s = open_chunks(BASE, 4, threads);
        feed(s, 0, 26, 26);
        is = look(s);
        if (threads == 1) want = is;
        assert_memory_equal(&is, &want, sizeof is);
        ts_sequence_rewind(s, 0);
        if (ts_sequence_read(s, first, 4, &err)) fail_msg("%s", err.text);
        feed(s, 4, 12, 8);
        feed(s, 12, 26, 14);
        is = look(s);
        assert_memory_equal(&is, &want, sizeof is);
        ts_sequence_close(s);
    }
}

/* After each of n tokens, what a sequence that ends there says: whole chunks, what is left over, few of them. */
static void choices_are_of_each(void **state)
{
    static const int chunk[] = {1, 5, CTX}, length[] = {1, 3, 23};
    ts_error err = {0};
    (void)state;
    for (int i = 0; i < 9; i++) {
        int32_t id[23], is[23], want;
        int n = length[i / 3];
        ts_sequence *s = open_chunks(BASE, (uint32_t)chunk[i % 3], 1);
        for (int k = 0; k < n; k++) id[k] = token(k);
        if (ts_sequence_choices(s, id, (size_t)n, is, &err)) fail_msg("%s", err.text);
        after last = look(s);
        for (int k = 0; k < n; k++) {
            ts_sequence_rewind(s, 0);
            feed(s, 0, k + 1, 1);
            assert_int_equal(ts_sequence_greedy(s, &want, &err), 0);
            assert_int_equal(is[k], want);
        }
        after again = look(s);
        must_be_near(&last, &again, n, chunk[i % 3]);
        ts_sequence_close(s);
    }
}

/* Activations of a chunk are counted, and grow by its rows alone. */
static void memory_is_planned(void **state)
{
    enum { D = 64, Q = 64, QKV = Q + 2 * 32, INTER = 72 };
    (void)state;
    uint64_t bytes[3];
    const uint32_t chunk[] = {1, 4, CTX};
    for (int i = 0; i < 3; i++) {
        ts_sequence *s = open_chunks(BASE, chunk[i], 1);
        bytes[i] = ts_buffer_bytes(s->cells);
        for (size_t k = 0; k < s->model->graph->slots; k++)
            if (s->buffer[k]) bytes[i] += ts_buffer_bytes(s->buffer[k]);
        assert_int_equal(bytes[i], ts_sequence_describe(s)->sequence_bytes);
        assert_int_equal(ts_sequence_describe(s)->chunk, chunk[i]);
        ts_sequence_close(s);
    }
    uint64_t row = 4 * (1 + 2 * D + QKV + Q + 2 * INTER);
    assert_int_equal(bytes[1] - bytes[0], 4 * row);
    assert_int_equal(bytes[2] - bytes[1], (CTX - 4) * row);
}

/* By the room that there is, which is a multiple of 64 positions. */
static void chunks_are_bounded(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_model_info info;
    ts_model_options o = {.model = BASE, .ctx = CTX};
    assert_int_equal(ts_model_peek(&o, &info, &err), 0);
    assert_int_equal(info.ctx, CTX);
    assert_int_equal(info.chunk, 64);
    o.ctx = 65;
    assert_int_equal(ts_model_peek(&o, &info, &err), 0);
    assert_int_equal(info.chunk, 128);
    o.ctx = 1000;
    assert_int_equal(ts_model_peek(&o, &info, &err), 0);
    assert_int_equal(info.chunk, 128);
    o.chunk = 4097;
    assert_int_equal(ts_model_peek(&o, &info, &err), -1);
    assert_string_equal(err.text, "a chunk of 4097 tokens is more than the 4096 there may be; use "
                                  "--chunk 4096");
}

/* Token 9's embedding is no number: whoever stands before it in the chunk is not blamed. */
static void the_right_one_is_blamed(void **state)
{
    const spoil bad = {"model.embed_tokens.weight", .index = 64 * ((37 * 9 + 5) % VOCAB),
                       .value = NAN};
    char dir[] = "/tmp/tessera-prefill-XXXXXX", path[64];
    ts_error err = {0};
    int32_t id;
    (void)state;
    assert_non_null(mkdtemp(dir));
    if (spoil_model(BASE, dir, &bad, 1, &err)) fail_msg("%s", err.text);
    ts_sequence *s = open_chunks(dir, CTX, 1);
    feed(s, 0, 20, 20);
    assert_int_equal(ts_sequence_greedy(s, &id, &err), -1);
    if (!strstr(err.text, "made by the embedding (embedding_lookup, position 9)"))
        fail_msg("%s", err.text);
    ts_sequence_close(s);
    snprintf(path, sizeof path, "%s/config.json", dir);
    remove(path);
    snprintf(path, sizeof path, "%s/model.safetensors", dir);
    remove(path);
    assert_int_equal(rmdir(dir), 0);
}

/* Stages share what they take: a chunk reads of the weights what a token does, up to the output. */
static void weights_count_once(void **state)
{
    (void)state;
    static const char *const models[] = {BASE, TESSERA_SOURCE_DIR "/models/tessera-tiny"};
    for (int i = 0; i < 2; i++) {
        ts_error err = {0};
        ts_model_options o = {.model = models[i], .ctx = CTX};
        ts_model *m = ts_model_open(&o, &err);
        if (!m) fail_msg("%s", err.text);
        const ts_model_info *info = ts_model_describe(m);
        assert_true(info->chunk_bytes > 0);
        assert_int_equal(info->chunk_bytes + info->row_bytes,
                         info->token_bytes - info->output_bytes);
        ts_model_close(m);
    }
}

int main(void)
{
    quick_cc(1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chunks_are_tokens),  cmocka_unit_test(same_bits),
        cmocka_unit_test(few_are_steps),      cmocka_unit_test(memory_is_planned),
        cmocka_unit_test(chunks_are_bounded), cmocka_unit_test(the_right_one_is_blamed),
        cmocka_unit_test(weights_count_once), cmocka_unit_test(choices_are_of_each),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

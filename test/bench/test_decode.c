/* test_decode.c - measuring whole tokens: what is counted, how a token's time is taken apart, and that a
 * real model is timed as it is run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "bench/compare.h"
#include "bench/decode.h"
#include "test/bench/lines.h"
#include "engine/plan.h"
#include "test/rt/quick_cc.h"

static const char model[] = TESSERA_SOURCE_DIR "/models/tessera-tiny";

static void near(double got, double want)
{
    if (!(fabs(got - want) <= 1e-9 * (1 + fabs(want)))) fail_msg("%.17g, not %.17g", got, want);
}

static void says(const ts_error *err, const char *text)
{
    if (!strstr(err->text, text)) fail_msg("\"%s\" does not say \"%s\"", err->text, text);
}

/* ---- lists ---- */

static void lists(void **state)
{
    (void)state;
    ts_error err = {0};
    int x[4];
    assert_int_equal(ts_number_list("16", "ctx", 0, 9999, x, 4, &err), 1);
    assert_int_equal(x[0], 16);
    assert_int_equal(ts_number_list("0,1K,4096,7", "ctx", 0, 9999, x, 4, &err), 4);
    assert_int_equal(x[0], 0);
    assert_int_equal(x[1], 1024);
    assert_int_equal(x[2], 4096);
    assert_int_equal(x[3], 7);
    static const char *const wrong[] = {"",
                                        ",",
                                        "1,",
                                        ",1",
                                        "1,,2",
                                        "x",
                                        "1 ,2",
                                        "-1",
                                        "+1",
                                        "1.5",
                                        "10000",
                                        "10K",
                                        "1KK",
                                        "1,2,x",
                                        "0x10",
                                        "1e3",
                                        "99999999999999999999"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ts_error e = {0};
        if (ts_number_list(wrong[i], "ctx", 0, 9999, x, 4, &e) >= 0)
            fail_msg("took \"%s\"", wrong[i]);
        says(&e, "--ctx");
    }
    assert_int_equal(ts_number_list("1,2,3,4,5", "gen", 0, 9999, x, 4, &err), -1);
    says(&err, "at most 4 numbers");
    ts_error low = {0};
    assert_int_equal(ts_number_list("1,0", "gen", 1, 9999, x, 4, &low), -1);
    says(&low, "from 1 to 9999");
}

/* ---- cost ---- */

/* 3 layers of width 4; 2 query heads and 1 of keys, of 2 elements; MLP of 8; 10 rows of vocabulary. */
static const ts_config small = {.hidden = 4,
                                .inter = 8,
                                .layers = 3,
                                .heads = 2,
                                .kv_heads = 1,
                                .head_dim = 2,
                                .vocab = 10,
                                .max_position = 64};

/* As a model of these sizes is planned on a CPU. */
static ts_model_info small_model(ts_budget *plan)
{
    ts_error err = {0};
    const ts_calls_how how = {.target = ts_target_find("cpu", &err), .kv = TS_f16};
    ts_graph *g = ts_graph_new(ts_arch_of(&small), &small, 64, &err);
    ts_views *v = ts_views_blank(g, TS_bf16, &err);
    ts_calls *calls = ts_calls_new(g, v, &how, &err);
    assert_non_null(calls);
    assert_int_equal(ts_budget_make(plan, calls, false, &err), 0);
    ts_model_info info = {.token_bytes = plan->token_bytes,
                          .output_bytes = plan->output_bytes,
                          .position_bytes = plan->position_bytes,
                          .layer_flops = plan->layer_flops,
                          .output_flops = plan->output_flops,
                          .position_flops = plan->position_flops};
    ts_calls_free(calls);
    ts_views_free(v);
    ts_graph_free(g);
    return info;
}

static void cost(void **state)
{
    (void)state;
    ts_budget plan;
    ts_model_info c = small_model(&plan);
    /* a layer: q 4x4, k and v 2x4 each, o 4x4, gate, up, down 4x8 each; two norms of 4, biases 4+2+2 */
    enum { PRODUCTS = 16 + 8 + 8 + 16 + 3 * 32, LAYER = PRODUCTS + 2 * 4 + 8 };
    ts_cost lone = ts_cost_of(&c, 0, 1, 0), whole = ts_cost_of(&c, 0, 1, 1);
    ts_cost deeper = ts_cost_of(&c, 1, 1, 0);
    near(lone.bytes, 2 * (3 * LAYER + 4));            /* and a row of the embedding */
    near(whole.bytes - lone.bytes, 2 * (10 * 4 + 4)); /* and the last norm */
    near(deeper.bytes - lone.bytes, 2 * (3 * 2 * 2)); /* a key and a value of 2 elements a layer */
    near(whole.flops - lone.flops, 2 * 40);
    near(deeper.flops - lone.flops,
         3 * (2 * 4 + 2 * 4)); /* scores and values, 2 heads of 2 elements */
    near(lone.flops, 3 * 2 * PRODUCTS + 48);
    near(whole.bytes, (double)plan.token_bytes);

    /* 4 tokens behind 16: caches of 16, 17, 18, 19 positions */
    ts_cost tg = ts_cost_of(&c, 16, 4, 4), pp = ts_cost_of(&c, 16, 4, 1);
    near(tg.bytes, 4.0 * (2 * (3 * LAYER + 4) + 88) + 70 * 24);
    near(pp.bytes, tg.bytes - 3 * 88); /* the output matrix once */
    near(tg.flops, 4 * whole.flops + 70 * 48);

    /* 4 tokens by chunks of 3 behind 16: the layers once for three, then a token alone */
    c.chunk = 3, c.chunk_bytes = 2 * 3 * LAYER, c.row_bytes = 2 * 4;
    ts_cost chunks = ts_prompt_cost_of(&c, 16, 4, 1);
    near(chunks.bytes, 2.0 * 2 * 3 * LAYER + 4 * 2 * 4 + 88 + (18 + 19) * 24);
    near(chunks.flops, pp.flops);
    /* of 6 tokens by 4 and more two are left over, which read the layers each */
    c.chunk = 4, c.chunk_least = 3;
    double four = 2 * 3 * LAYER + 4 * 2 * 4 + 19 * 24;
    near(ts_prompt_cost_of(&c, 16, 6, 1).bytes, four + ts_cost_of(&c, 20, 2, 1).bytes);
    c.chunk = 1;
    near(ts_prompt_cost_of(&c, 16, 4, 1).bytes, pp.bytes);
    assert_true(ts_decoding_cached(&c, 1000));
    assert_false(ts_decoding_cached(&c, plan.token_bytes / 2));
}

/* ---- breakdown ---- */

enum { LAUNCHES = 5, ROUNDS = 3 };
enum { NORM, PRODUCT, HEAD, APPEND, CLASSES };
static const ts_class classes[CLASSES] = {
    {"norm", false}, {"product", true}, {"head", true}, {"append", false}};
static const ts_timed launches[LAUNCHES] = {{.kernel = "a", .class = NORM, .bytes = 10},
                                            {.kernel = "b", .class = PRODUCT, .bytes = 400},
                                            {.kernel = "c", .class = PRODUCT, .bytes = 500},
                                            {.kernel = "a", .class = NORM, .bytes = 10},
                                            {.kernel = "d", .class = HEAD, .bytes = 1000}};

static ts_breakdown *empty(void)
{
    ts_error err = {0};
    ts_breakdown *b = ts_breakdown_new(NULL, &err);
    assert_non_null(b);
    b->class = classes;
    b->classes = CLASSES;
    return b;
}

/* Launch i takes base[i] times `scale`; one of three profiles is disturbed, a different one a launch. */
static void add_round(ts_breakdown *b, double scale)
{
    static const double base[LAUNCHES] = {1, 20, 30, 2, 40};
    static const double spread[TS_PROFILES] = {2, 0.25,
                                               0.75}; /* the mean is 1, the median is not */
    ts_timed profile[TS_PROFILES * LAUNCHES];
    ts_error err = {0};
    for (int p = 0; p < TS_PROFILES; p++)
        for (int i = 0; i < LAUNCHES; i++) {
            profile[p * LAUNCHES + i] = launches[i];
            profile[p * LAUNCHES + i].seconds = scale * base[i] * spread[(p + i) % TS_PROFILES];
        }
    assert_int_equal(ts_breakdown_add(b, LAUNCHES, profile, TS_PROFILES, &err), 0);
}

static void token_rounds(ts_rounds *t, const double *seconds)
{
    memset(t, 0, sizeof *t);
    ts_rounds of = {.n = ROUNDS};
    for (int i = 0; i < ROUNDS; i++) {
        of.round[i].quiet = i != 1; /* the second was disturbed */
        of.round[i].read = 100e-9;
        t->round[i].done = (ts_done){.seconds = seconds[i], .units = 2, .bytes = 4000};
    }
    ts_rounds_beside(t, &of);
}

static void sums_close(void **state)
{
    (void)state;
    ts_rounds token;
    static const double slower[ROUNDS] = {200, 9999, 240}, faster[ROUNDS] = {160, 9999, 180};
    ts_breakdown *b = empty();
    add_round(b, 1.0), add_round(b, 100), add_round(b, 1.2);
    token_rounds(&token, slower); /* tokens of 100 and 120 seconds */
    ts_breakdown_close(b, &token);
    near(b->each[PRODUCT].rounds.each.mid, 50 * 1.1);
    near(b->each[NORM].rounds.each.mid, 3 * 1.1);
    near(b->each[HEAD].rounds.each.mid, 40 * 1.1);
    assert_int_equal(b->each[PRODUCT].calls, 2);
    assert_int_equal(b->each[NORM].calls, 2);
    assert_int_equal(b->each[APPEND].calls, 0);
    near(b->each[PRODUCT].bytes, 900);
    assert_int_equal(b->each[HEAD].rounds.counted, 2);
    assert_int_equal(b->each[HEAD].rounds.dropped, 1);
    near(b->each[HEAD].rounds.read, 100e-9);
    near(b->token, 110);
    near(b->sum, 93 * 1.1);
    near(b->between, 110 - 93 * 1.1);
    near(b->sum + b->between, token.each.mid);
    token_rounds(&token, faster); /* 80 and 90: launches overlap */
    ts_breakdown_close(b, &token);
    near(b->between, 85 - 93 * 1.1);
    assert_true(b->between < 0);
    ts_breakdown_free(b);
}

static void unknown_launches(void **state)
{
    (void)state;
    ts_error err = {0};
    const ts_timed strange[] = {{.kernel = "a"}, {.kernel = "flash_everything", .class = CLASSES}};
    ts_breakdown *b = empty();
    assert_int_equal(ts_breakdown_add(b, 2, strange, 1, &err), -1);
    says(&err, "flash_everything");
    ts_error full = {0};
    for (int i = 0; i < TS_MAX_ROUNDS; i++)
        assert_int_equal(ts_breakdown_add(b, 1, launches, 1, &full), 0);
    assert_int_equal(ts_breakdown_add(b, 1, launches, 1, &full), -1);
    says(&full, "192 rounds");
    ts_breakdown_free(b);
}

/* ---- ablations ---- */

static void ratios(void **state)
{
    (void)state;
    static ts_comparison c; /* large */
    static ts_rounds plain;
    c = (ts_comparison){.rounds = {.n = 5, .counted = 4, .dropped = 1}};
    for (int i = 0; i < 5; i++) { /* the machine's speed wanders, the ratio does not */
        double speed = 10 + 3 * i;
        c.rounds.round[i].quiet = i != 2; /* disturbed, and dropped for that */
        c.match[i].ratio = i == 2 ? 0.8 / 7 : 0.8;
        for (int k = 0; k < 2; k++) {
            c.match[i].done[TS_A][k] = (ts_done){.seconds = 4 / (0.8 * speed), .units = 4};
            c.match[i].done[TS_B][k] = (ts_done){.seconds = 8 / speed, .units = 8, .bytes = 3};
        }
    }
    ts_compare_judge(&c, 0);
    near(c.ratio.lo, 0.8), near(c.ratio.mid, 0.8), near(c.ratio.hi, 0.8);
    ts_compare_side(&c, TS_B, &plain);
    assert_int_equal(plain.counted, 4);
    near(plain.each.mid, 0.5 * (1.0 / 13 + 1.0 / 19));
    near(plain.round[0].done.units, 16), near(plain.round[0].done.bytes, 6);
}

/* What the line of n rounds says, whose ratios lie between these two. */
static void concludes(double from, double to, size_t n, bool noisy, const char *want)
{
    ts_error err = {0};
    ts_sample sample[8];
    ts_result r = ts_result_blank();
    r.bench = "ablation";
    r.unit = "ratio";
    r.noisy = noisy;
    for (size_t i = 0; i < n; i++)
        sample[i] = (ts_sample){from + (to - from) * (double)i / (double)(n - 1), NAN, 0, 0, true};
    if (ts_session_add(session, &r, sample, n, &err)) fail_msg("%s", err.text);
    assert_string_equal(r.why, want);
}

static void verdicts(void **state)
{
    (void)state;
    concludes(0.90, 0.99, 6, false, "helps");
    concludes(1.01, 1.09, 6, false, "hurts");
    concludes(0.99, 1.01, 6, false, "no difference");
    concludes(1, 1, 6, false, "no difference");
    concludes(0.90, 0.99, 5, false, "too few rounds");
    concludes(0.90, 0.99, 6, true, "noisy");
}

/* ---- a real model ---- */

static ts_sequence *open_tiny(uint32_t ctx)
{
    ts_error err = {0};
    ts_model_options o = {.model = model, .ctx = ctx};
    ts_sequence *e = ts_sequence_open(&o, &err);
    if (!e) fail_msg("%s", err.text);
    return e;
}

static void one_pass(ts_sequence *e, ts_pass pass, uint32_t depth, int tokens, double units_a_pass,
                     int outputs)
{
    ts_decoding d;
    ts_done done = {0};
    ts_error err = {0};
    assert_int_equal(ts_decoding_begin(&d, e, pass, depth, tokens, &err), 0);
    /* As many as last long enough, and no more. */
    assert_true(d.passes >= 1 && d.passes * d.seconds >= 0.999 * ts_sample_least);
    assert_true((d.passes - 1) * d.seconds <= 1.001 * ts_sample_least);
    double start = ts_seconds();
    assert_int_equal(ts_decoding_work(&d, &done, &err), 0);
    double took = ts_seconds() - start;
    assert_true(done.seconds > 0 && done.seconds <= took);
    near(done.units, d.passes * units_a_pass);
    ts_cost want = pass == TS_PASS_GENERATE ? ts_cost_of(d.info, depth, tokens, outputs)
                                            : ts_prompt_cost_of(d.info, depth, tokens, outputs);
    near(done.bytes, d.passes * want.bytes);
    near(done.flops, d.passes * want.flops);
    assert_int_equal(ts_sequence_position(e), depth + (uint32_t)tokens);
    ts_decoding_end(&d);
}

static void passes(void **state)
{
    (void)state;
    ts_sequence *e = open_tiny(64);
    one_pass(e, TS_PASS_GENERATE, 16, 5, 5, 5);
    one_pass(e, TS_PASS_PROMPT, 16, 5, 5, 1);
    one_pass(e, TS_PASS_FIRST, 0, 7, 1, 1);
    one_pass(e, TS_PASS_GENERATE, 0, 64, 64, 64); /* fills it to the brim */
    ts_decoding d;
    ts_error err = {0};
    assert_int_equal(ts_decoding_begin(&d, e, TS_PASS_GENERATE, 60, 5, &err), -1);
    says(&err, "not fit");
    ts_decoding_end(&d);
    ts_sequence_close(e);
}

/* A unit is a token of one of them; weights are read once a step, caches and rows of the embedding for each. */
static void a_batch(void **state)
{
    enum { N = 3, DEPTH = 16, TOKENS = 5 };
    (void)state;
    ts_decoding d;
    ts_done done = {0};
    ts_error err = {0};
    ts_sequence *s[N] = {open_tiny(64)};
    ts_batch *b = ts_batch_new(ts_sequence_model(s[0]), &err);
    for (int i = 1; i < N; i++) s[i] = ts_sequence_new(ts_sequence_model(s[0]), &err);
    if (ts_decoding_begin_batch(&d, b, s, N, DEPTH, TOKENS, &err) ||
        ts_decoding_work(&d, &done, &err))
        fail_msg("%s", err.text);
    ts_cost one = ts_cost_of(d.info, DEPTH, TOKENS, TOKENS);
    double before = TOKENS * DEPTH + 0.5 * TOKENS * (TOKENS - 1);
    double more = before * (double)d.info->position_bytes + TOKENS * (double)d.info->row_bytes;
    near(done.units, d.passes * TOKENS * N);
    near(done.bytes, d.passes * (one.bytes + (N - 1) * more));
    near(done.flops, d.passes * N * one.flops);
    for (int i = 0; i < N; i++) assert_int_equal(ts_sequence_position(s[i]), DEPTH + TOKENS);
    ts_decoding_end(&d);
    ts_batch_close(b);
    for (int i = N; i-- > 0;) ts_sequence_close(s[i]);
}

/* What is timed is decoding: the tokens are those that the engine says of itself. */
static void same_tokens(void **state)
{
    (void)state;
    ts_decoding d;
    ts_done done = {0};
    ts_error err = {0};
    int32_t timed, want;
    ts_sequence *e = open_tiny(64), *plain = open_tiny(64);
    assert_int_equal(ts_decoding_begin(&d, e, TS_PASS_FIRST, 0, 9, &err), 0);
    assert_int_equal(ts_decoding_work(&d, &done, &err), 0);
    assert_int_equal(ts_sequence_greedy(e, &timed, &err), 0);
    assert_int_equal(ts_sequence_feed(plain, d.id, 9, &err), 0);
    assert_int_equal(ts_sequence_greedy(plain, &want, &err), 0);
    assert_int_equal(timed, want);
    ts_decoding_end(&d);
    ts_sequence_close(plain);
    ts_sequence_close(e);
}

static void breakdown_of_a_model(void **state)
{
    (void)state;
    ts_decoding d;
    ts_done done = {0};
    ts_error err = {0};
    ts_sequence *e = open_tiny(64);
    assert_int_equal(ts_decoding_begin(&d, e, TS_PASS_GENERATE, 16, 8, &err), 0);
    ts_breakdown *b = ts_breakdown_new(&d, &err);
    assert_non_null(b);
    assert_int_equal(ts_breakdown_work(b, &done, &err), 0);
    near(done.units, 8 * d.passes); /* the replayed tokens, not the profiles */
    size_t calls = 0;
    double all = 0;
    for (int c = 0; c < b->classes; c++) calls += (size_t)b->each[c].calls, all += b->each[c].bytes;
    assert_int_equal(calls, ts_sequence_describe(e)->launches);
    /* Classes count activations besides weights and cache: at position 20, some percent of so small a model. */
    double token = ts_cost_of(d.info, 20, 1, 1).bytes;
    assert_true(all >= token && all < 1.1 * token);
    int output = 0;
    while (output < b->classes && strcmp(b->class[output].name, "lm_head") != 0) output++;
    const ts_class_time *head = &b->each[output];
    assert_true(head->calls == 1 && head->bytes >= (double)d.info->output_bytes - 1000);
    assert_int_equal(ts_sequence_position(e), 20); /* the profile's place: the mean of 16..24 */
    ts_breakdown_free(b);
    ts_decoding_end(&d);
    ts_sequence_close(e);
}

static void a_pair_of_engines(void **state)
{
    (void)state;
    ts_decoding plain, without;
    ts_done done = {0};
    ts_error err = {0};
    ts_sequence *a = open_tiny(64), *b = open_tiny(64);
    assert_int_equal(ts_decoding_begin(&plain, a, TS_PASS_GENERATE, 16, 4, &err), 0);
    assert_int_equal(ts_decoding_begin(&without, b, TS_PASS_GENERATE, 16, 4, &err), 0);
    plain.passes = 3, without.passes = 2;
    static ts_comparison pair; /* large */
    pair = (ts_comparison){.contender = {{ts_ablate_work, &without}, {ts_ablate_work, &plain}}};
    assert_int_equal(ts_compare_work(&pair, &done, &err), 0);
    near(pair.match[0].done[TS_A][1].units, 2 * 4);
    near(pair.match[0].done[TS_B][0].units, 3 * 4);
    assert_int_equal(ts_ablate_same_tokens(&plain, &without, 4, &err), 0);
    assert_int_equal(ts_sequence_position(b), 20);
    without.depth = 40; /* behind other positions it says something else */
    assert_int_equal(ts_ablate_same_tokens(&plain, &without, 20, &err), -1);
    says(&err, "without it");
    ts_decoding_end(&plain);
    ts_decoding_end(&without);
    ts_sequence_close(a);
    ts_sequence_close(b);
}

static void one_set_of_weights(void **state)
{
    (void)state;
    ts_error err = {0}, other = {0};
    ts_sequence *a = open_tiny(64);
    ts_model_options o = {.model = model, .ctx = 32, .share = ts_sequence_model(a)};
    ts_sequence *b = ts_sequence_open(&o, &err);
    if (!b) fail_msg("%s", err.text);
    size_t bytes;
    assert_ptr_equal(ts_model_largest(ts_sequence_model(a), &bytes),
                     ts_model_largest(ts_sequence_model(b), &bytes));
    int32_t id[] = {3, 1, 4}, of_a, of_b; /* too few for a chunk, whose kernels would be compiled */
    assert_int_equal(ts_sequence_feed(a, id, 3, &err), 0);
    assert_int_equal(ts_sequence_feed(b, id, 3, &err), 0);
    assert_int_equal(ts_sequence_greedy(a, &of_a, &err), 0);
    assert_int_equal(ts_sequence_greedy(b, &of_b, &err), 0);
    assert_int_equal(of_a, of_b);
    ts_sequence_close(b);
    assert_int_equal(ts_sequence_advance(a, &err), 0); /* they are still there */
    assert_int_equal(ts_sequence_greedy(a, &of_a, &err), 0);
    o.model = "synthetic:mini";
    assert_null(ts_sequence_open(&o, &other));
    says(&other, "cannot share weights");
    ts_sequence_close(a);
}

/* ---- opening and memory ---- */

static int told;
static void tell(void *arg, const char *what, uint64_t done, uint64_t total)
{
    (void)what, (void)done, (void)total;
    told += *(int *)arg;
}

static void loading(void **state)
{
    (void)state;
    ts_error err = {0};
    int one = 1;
    ts_loading l = {
        .options = {.model = "synthetic:mini", .ctx = 32, .progress = tell, .arg = &one},
        .opens = 2};
    ts_rounds open = {.n = 1};
    assert_int_equal(ts_loading_work(&l, &open.round[0].done, &err), 0);
    near(open.round[0].done.units, 2);
    assert_true(open.round[0].done.seconds > 0);
    assert_true(told >= 2); /* who asked for progress still gets it */
    open.noisy = true;
    ts_rounds_beside(&open, &(ts_rounds){.n = 1, .noisy = true});
    ts_loading_close(&l, &open);
    assert_int_equal(l.weights.n, 1);
    assert_true(l.weights.each.mid > 0 && l.weights.each.mid < open.each.mid);
    assert_non_null(l.engine);
    ts_sequence_close(l.engine);

    ts_loading files = {.options = {.model = model, .ctx = 32}, .opens = 1};
    assert_int_equal(ts_loading_work(&files, &open.round[0].done, &err), 0);
    assert_int_equal(files.weights.n, 0); /* mapped, not made */
    ts_sequence_close(files.engine);
    ts_loading none = {.options = {.model = "/no/such/model"}, .opens = 1};
    assert_int_equal(ts_loading_work(&none, &open.round[0].done, &err), -1);
    assert_null(none.engine);
}

static void memory(void **state)
{
    (void)state;
    enum { MANY = 64 << 20 };
    bool marked = ts_memory_mark();
    double before = ts_memory_peak();
    assert_true(before > 1e6);
    char *block = mmap(NULL, MANY, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_ptr_not_equal(block, MAP_FAILED);
    memset(block, 1, MANY);
    double peak = ts_memory_peak();
    munmap(block, MANY);
    if (marked) { /* where the mark cannot be set, an earlier peak may be higher */
        assert_true(peak >= before + 0.9 * MANY);
        /* A peak stays one; the kernel counts in batches, so not to the page. */
        assert_true(ts_memory_peak() > peak - 0.1 * MANY);
        assert_true(ts_memory_mark());
        assert_true(ts_memory_peak() < peak - 0.5 * MANY);
    }

    ts_sequence *e = open_tiny(64);
    const ts_model_info *info = ts_sequence_describe(e);
    assert_true(info->sequence_bytes > 64 * info->position_bytes);
    assert_true(info->total_bytes > info->weight_bytes + info->sequence_bytes);
    ts_sequence_close(e);
}

int main(void)
{
    quick_cc(1);
    ts_sample_least = 0.02; /* times are not judged */
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists),
        cmocka_unit_test(cost),
        cmocka_unit_test(sums_close),
        cmocka_unit_test(unknown_launches),
        cmocka_unit_test(ratios),
        cmocka_unit_test(verdicts),
        cmocka_unit_test(passes),
        cmocka_unit_test(a_batch),
        cmocka_unit_test(same_tokens),
        cmocka_unit_test(breakdown_of_a_model),
        cmocka_unit_test(a_pair_of_engines),
        cmocka_unit_test(one_set_of_weights),
        cmocka_unit_test(loading),
        cmocka_unit_test(memory),
    };
    return cmocka_run_group_tests(tests, begin_session, end_session);
}

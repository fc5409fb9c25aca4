/* test_peer.c - what other programs print, and the one rate in it that counts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/peer.h"

static void finds(const char *out, const char *err_out, double want, const char *format)
{
    ts_error err = {{0}};
    ts_peer_rate r = {0};
    if (ts_peer_parse(NULL, out, err_out, &r, &err)) fail_msg("%s in: %s", err.text, out);
    if (!(fabs(r.rate - want) <= 1e-9 * want))
        fail_msg("%s: %.10g, not %.10g", r.format, r.rate, want);
    assert_string_equal(r.format, format);
}

static void refuses(const char *out, const char *err_out, const char *why)
{
    ts_error err = {{0}};
    ts_peer_rate r = {0};
    if (!ts_peer_parse(NULL, out, err_out, &r, &err))
        fail_msg("took %g (%s) from: %s", r.rate, r.format, out);
    if (!strstr(err.text, why)) fail_msg("says \"%s\", not \"%s\"", err.text, why);
    if (strchr(err.text, '\n')) fail_msg("more than one line: %s", err.text);
}

/* ---- llama-bench ---- */

#define TABLE_HEAD                                                                                 \
    "| model          |     size |  params | backend | threads |          test |            t/s "  \
    "|\n"                                                                                          \
    "| -------------- | -------: | ------: | ------- | ------: | ------------: | -------------: "  \
    "|\n"
#define TABLE_ROW(test, rate)                                                                      \
    "| qwen2 1.5B F16 | 3.31 GiB |  1.78 B | CPU     |       2 | " test " | " rate " |\n"

static void llama_bench_tables(void **state)
{
    (void)state;
    static const char format[] = "llama-bench, table";
    finds(TABLE_HEAD TABLE_ROW("        pp512", " 61.20 ± 0.31")
              TABLE_ROW("        tg128", "  6.83 ± 0.02") "\nbuild: 1a2b3c4 (6123)\n",
          "", 6.83, format);
    finds(TABLE_HEAD TABLE_ROW(" tg32 @ d4096", "  5.11 ± 0.08"), "", 5.11, format);
    finds(TABLE_HEAD TABLE_ROW("   tg32@pp128", "  8.94 ± 0.06"), "", 8.94, format);
    finds(TABLE_HEAD TABLE_ROW("         tg16", " 1234 ± 5"), "ggml: loading\n", 1234, format);
    refuses(TABLE_HEAD TABLE_ROW("        pp512", " 61.20 ± 0.31"), "", "rate of prompts");
    refuses(TABLE_HEAD TABLE_ROW("  pp512+tg128", " 30.48 ± 0.22"), "", "rate of prompts");
    refuses(TABLE_HEAD TABLE_ROW("         tg32", "  6.91 ± 0.02")
                TABLE_ROW("        tg128", "  6.83 ± 0.02"),
            "", "2 generation rates (6.91, 6.83)");
}

#define JSON_ROW(p, n, ts)                                                                         \
    "{\"build_commit\": \"1a2b3c4\", \"model_type\": \"qwen2 1.5B F16\", \"n_threads\": 2, "       \
    "\"n_prompt\": " p ", \"n_gen\": " n ", \"n_depth\": 0, \"avg_ns\": 18700000000, "             \
    "\"avg_ts\": " ts ", \"stddev_ts\": 0.02, \"samples_ts\": [ 6.8, 6.9 ]}"

static void llama_bench_json(void **state)
{
    (void)state;
    static const char format[] = "llama-bench, JSON";
    finds("[\n  " JSON_ROW("512", "0", "61.2") ",\n  " JSON_ROW("0", "128", "6.831") "\n]\n",
          "llama_model_loader: loaded\n", 6.831, format);
    finds(JSON_ROW("512", "0", "61.2") "\n" JSON_ROW("0", "128", "6.832") "\n", "", 6.832, format);
    refuses("[" JSON_ROW("512", "0", "61.2") "]", "", "rate of prompts");
    refuses("[" JSON_ROW("512", "128", "30.48") "]", "", "rate of prompts");
    refuses("[" JSON_ROW("0", "16", "6.9") "," JSON_ROW("0", "32", "6.8") "]", "",
            "2 generation rates");
    refuses("[" JSON_ROW("0", "16", "0") "]", "", "no generation rate");
    finds("warming up\n{ is no JSON\n[1, 2]\n" JSON_ROW("0", "8", "7") "\ndone\n", "", 7, format);
}

#define CSV_HEAD                                                                                   \
    "build_commit,model_type,n_threads,n_prompt,n_gen,n_depth,test_time,avg_ns,avg_ts,stddev_ts\n"
#define CSV_ROW(p, n, ts)                                                                          \
    "\"1a2b3c4\",\"qwen2, \"\"1.5B\"\"\",\"2\",\"" p "\",\"" n                                     \
    "\",\"0\",\"2026-11-21T15:00:00Z\",\"18\",\"" ts "\",\"0.02\"\n"

static void llama_bench_csv(void **state)
{
    (void)state;
    static const char format[] = "llama-bench, CSV";
    finds(CSV_HEAD CSV_ROW("512", "0", "61.2") CSV_ROW("0", "128", "6.83"), "", 6.83, format);
    refuses(CSV_HEAD CSV_ROW("512", "0", "61.2"), "", "rate of prompts");
    refuses(CSV_HEAD CSV_ROW("0", "8", "6.8") CSV_ROW("0", "9", "6.9"), "", "2 generation rates");
    refuses(CSV_HEAD "\"1a2b3c4\",\"0\",\"128\"\n", "", "no generation rate");
    refuses(CSV_HEAD, "", "no generation rate");
}

/* ---- llama.cpp ---- */

static void llama_cpp_timings(void **state)
{
    (void)state;
    static const char format[] = "llama.cpp, timings";
#define TIMINGS(prefix)                                                                            \
    prefix "    sampling time =      24.62 ms /   227 runs   (    0.11 ms per token,  9220.90 "    \
           "tokens per second)\n" prefix "        load time =     618.92 ms\n" prefix              \
           " prompt eval time =     927.17 ms /    49 tokens (   18.92 ms per token,    52.85 "    \
           "tokens per second)\n" prefix                                                           \
           "        eval time =   14085.85 ms /   178 runs   (   79.13 ms per token,    12.64 "    \
           "tokens per second)\n" prefix "       total time =   20699.49 ms /   227 tokens\n"
    finds("Once upon a time\n", TIMINGS("llama_perf_context_print:"), 12.64, format);
    finds("", TIMINGS("llama_print_timings:"), 12.64, format);
    finds("", TIMINGS("4.17.5 I slot print_timing: id  0 | task 28 |"), 12.64, format);
    finds("", TIMINGS(""), 12.64, format);
    refuses("",
            "llama_perf_context_print: prompt eval time = 9.1 ms / 4 tokens ( 2.3 ms per token,"
            " 439.56 tokens per second)\n",
            "rate of prompts");
    finds("[ Prompt: 312.7 t/s | Generation: 45.1 t/s ]\n", "", 45.1, "llama-cli");
    finds("{\"content\":\"x\",\"timings\":{\"prompt_per_second\":55.7,"
          "\"predicted_per_second\":11.94}}\n",
          "", 11.94, "llama-server, JSON");
}

/* ---- the others ---- */

static void mlx(void **state)
{
    (void)state;
    finds("==========\nA poem.\n==========\nPrompt: 6 tokens, 26.104 tokens-per-sec\n"
          "Generation: 128 tokens, 91.432 tokens-per-sec\nPeak memory: 3.164 GB\n",
          "", 91.432, "mlx_lm");
    finds("Running warmup..\nTiming with prompt_tokens=2048, generation_tokens=128.\n"
          "Trial 1:  prompt_tps=2902.212, generation_tps=205.325, peak_memory=3.285\n"
          "Trial 2:  prompt_tps=2901.392, generation_tps=204.875, peak_memory=3.285\n"
          "Averages: prompt_tps=2901.802, generation_tps=205.100, peak_memory=3.285\n",
          "", 205.1, "mlx_lm.benchmark");
    refuses("Prompt: 6 tokens, 26.104 tokens-per-sec\n", "", "rate of prompts");
}

static void servers(void **state)
{
    (void)state;
    finds("============ Serving Benchmark Result ============\n"
          "Successful requests:                     16\n"
          "Request throughput (req/s):              0.77\n"
          "Input token throughput (tok/s):          784.10\n"
          "Output token throughput (tok/s):         268.31\n"
          "Peak output token throughput (tok/s):    352.00\n"
          "Total token throughput (tok/s):          1052.55\n",
          "", 268.31, "serving benchmark");
    finds("",
          "INFO 11-21 metrics.py:455] Avg prompt throughput: 410.0 tokens/s, Avg generation "
          "throughput: 0.0 tokens/s, Running: 1 reqs\n"
          "INFO 11-21 metrics.py:455] Avg prompt throughput: 0.0 tokens/s, Avg generation "
          "throughput: 57.5 tokens/s, Running: 1 reqs\n"
          "INFO 11-21 metrics.py:455] Avg prompt throughput: 0.0 tokens/s, Avg generation "
          "throughput: 58.5 tokens/s, Running: 1 reqs\n"
          "INFO 11-21 metrics.py:455] Avg prompt throughput: 0.0 tokens/s, Avg generation "
          "throughput: 12.0 tokens/s, Running: 0 reqs\n",
          57.5, "vllm, log");
    refuses("Avg prompt throughput: 410.0 tokens/s, Avg generation throughput: 0.0 tokens/s\n", "",
            "rate of prompts");
    finds("Throughput: 6.28 requests/s, 2405.16 total tokens/s, 801.72 output tokens/s\n", "",
          801.72, "vllm bench throughput");
    finds("{\"request_throughput\": 0.8, \"output_throughput\": 268.5}\n", "", 268.5,
          "serving benchmark, JSON");
    finds("Warmup ...\nDecode.  median latency: 0.00585 s, median throughput:    170.84 token/s\n"
          "Benchmark ...\nPrefill. latency: 0.01014 s, throughput:   5916.43 token/s\n"
          "Decode 0. Batch size: 1, latency: 0.00572 s, throughput:    174.83 token/s\n"
          "Decode.  median latency: 0.00572 s, median throughput:    174.85 token/s\n"
          "Total. latency:  0.062 s, throughput:   1122.76 token/s\n",
          "", 174.85, "sglang, one batch");
}

static void ds4_and_ollama(void **state)
{
    (void)state;
#define DS4 "ctx_tokens,prefill_tokens,prefill_tps,gen_tokens,gen_tps,kvcache_bytes\n"
    finds(DS4 "2048,2048,70.04,128,11.93,52184460\n", "", 11.93, "ds4-bench, CSV");
    finds("ctx_tokens,prefill_tokens,prefill_tps,gen_tokens,gen_tps,gen_first_ms,"
          "gen_steady_tokens,gen_steady_tps,kvcache_bytes\n4096,4096,600,256,18,60,255,18.5,9\n",
          "", 18, "ds4-bench, CSV");
    refuses(DS4 "2048,2048,70.04,128,11.93,5\n8192,2048,66.42,128,10.01,13\n", "",
            "2 generation rates");
    finds("Hello!\n",
          "\ntotal duration:       5.088275983s\n"
          "prompt eval count:    11 token(s)\nprompt eval duration: 204.563ms\n"
          "prompt eval rate:     53.77 tokens/s\neval count:           120 token(s)\n"
          "eval duration:        4.876787s\neval rate:            24.61 tokens/s\n",
          24.61, "ollama");
    refuses("", "prompt eval rate:     53.77 tokens/s\n", "rate of prompts");
    finds("{\"model\":\"m\",\"prompt_eval_count\":11,\"prompt_eval_duration\":204563000,"
          "\"eval_count\":120,\"eval_duration\":4800000000}\n",
          "", 25, "ollama, JSON");
}

static void ours(void **state)
{
    (void)state;
    static const char bench[] = "tessera bench, JSON";
    finds("{\"bench\":\"decode\",\"model\":\"m\",\"context\":16,\"tok_s\":11.380,\"gbps\":35.1}\n"
          "{\"bench\":\"profile\",\"other_share\":0.00510,\"sum_ms\":88.1}\n",
          "", 11.38, bench);
    finds("{\"bench\":\"prefill\",\"mode\":\"pp16\",\"unit\":\"tok/s\",\"value\":12.5}\n"
          "{\"bench\":\"decode\",\"mode\":\"tg16\",\"unit\":\"tok/s\",\"value\":11.5}\n"
          "{\"bench\":\"load\",\"unit\":\"s\",\"value\":3.5}\n",
          "", 11.5, bench);
    refuses("{\"bench\":\"prefill\",\"mode\":\"pp16\",\"unit\":\"tok/s\",\"value\":12.5}\n", "",
            "rate of prompts");
    /* five tokens, of which the first came out of the prompt: four steps in half a second */
    finds("{\"model\":\"m\",\"ids\":[4,5,6,7,8],\"prefill_s\":0.1,\"prefill_tok_s\":60.0,"
          "\"decode_s\":0.5,\"decode_tok_s\":10.0}\n",
          "", 8, "tessera run, JSON");
    refuses("{\"model\":\"m\",\"ids\":[4,5],\"decode_s\":0.5,\"decode_tok_s\":null}\n", "", "");
    refuses("{\"model\":\"m\",\"ids\":[4],\"decode_s\":null,\"decode_tok_s\":null}\n", "", "");
    finds("a text\n",
          "Prefill: 0.23s (26.1 tok/s)\nGenerated 129 tokens in 1.40s (128 steps, 91.43 tok/s)\n",
          91.43, "tessera run");
    finds("\ndecode at context 16: 11.38 tok/s, 35.16 GB/s = 96.1 %\n", "", 11.38, "tessera bench");
}

/* ---- what is not known ---- */

static void unknown_output(void **state)
{
    (void)state;
    refuses("", "", "ends with \"\"");
    refuses("hello\nspeed is great\n\n  \n", "", "ends with \"speed is great\"");
    refuses("", "a\x1b[1mb\tc\n", "ends with \"a [1mb c\"");
    refuses("x\n", "", "--vs-pattern");
    refuses("eval rate: inf tokens/s\neval rate: -3 tokens/s\neval rate: 0.0 tokens/s\n", "",
            "no generation rate");
    refuses("{\"n_prompt\":0,\"n_gen\":1,\"avg_ts\":-5}\n{\"n_gen\":\n[[[[\n", "", "no generation");
    refuses("n_prompt,n_gen,avg_ts\n0,1,\n0,1,nan\n0,1,1e999\n0,1\n,,,,,\n\"\"\"\n", "", "no gen");
}

/* Progress is drawn over itself; 2,000 lines that match; a line longer than any buffer. */
static void odd_streams(void **state)
{
    (void)state;
    enum { LINES = 2000, LONG = 100000 };
    static char text[LINES * 64 + LONG];
    size_t n = 0;
    finds("loading 50 %\rloading 100 %\reval rate: 3.5 tokens/s\r\n", "", 3.5, "ollama");
    for (int i = 1; i <= LINES; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "eval rate: %d.5 tokens/s\n", i);
    finds(text, "", LINES + 0.5, "ollama");
    memset(text + n, 'x', LONG - 1);
    text[n + LONG - 1] = 0;
    finds(text, "", LINES + 0.5, "ollama");
    for (int i = 0; i < LINES; i++) text[i] = '['; /* one deep start, then many */
    text[LINES] = 0;
    refuses(text, "", "no generation rate");
    for (int i = 0; i < LINES; i++) text[2 * i] = '[', text[2 * i + 1] = '\n';
    text[2 * LINES] = 0;
    refuses(text, "", "no generation rate");
}

/* Bytes changed at random, lines cut: a rate that is one, or one line of why not. */
static void spoilt_texts(void **state)
{
    (void)state;
    static const char good[] =
        TABLE_HEAD TABLE_ROW("        tg128", "  6.83 ± 0.02") CSV_HEAD CSV_ROW("0", "128", "6.83")
            JSON_ROW("0", "128", "6.8") "\n" DS4 "2048,2048,70.04,128,11.93,52184460\n"
                                        "eval rate:            24.61 tokens/s\n";
    static const char bytes[] = "\"\n,{}[]|0.e-:\xc2 \t1";
    char text[sizeof good];
    uint64_t x = 88172645463325252u;
    for (int i = 0; i < 400; i++) {
        ts_error err = {{0}};
        ts_peer_rate r = {0};
        memcpy(text, good, sizeof good);
        for (int j = 0; j < 1 + i % 40; j++) {
            x ^= x << 13, x ^= x >> 7, x ^= x << 17;
            text[x % (sizeof good - 1)] = bytes[(x >> 32) % (sizeof bytes - 1)];
        }
        text[(x >> 20) % sizeof text] = 0;
        int rc = ts_peer_parse(NULL, text, i % 2 ? "" : text, &r, &err);
        if (!rc && !(r.rate > 0 && isfinite(r.rate))) fail_msg("%g from: %s", r.rate, text);
        if (rc && !ts_failed(&err)) fail_msg("no reason for: %s", text);
    }
}

static void own_pattern(void **state)
{
    (void)state;
    ts_error err = {{0}};
    ts_peer_rate r;
    static const char out[] = "fast: 5 t/s\nfast: 7.25 t/s\nslow: 1 t/s\n";
    assert_int_equal(ts_peer_parse("fast: ([0-9.]+) t/s", out, "", &r, &err), 0);
    assert_true(r.rate == 7.25);
    assert_int_equal(ts_peer_parse("[0-9]+$", "x", "42\n", &r, &err), 0);
    assert_true(r.rate == 42);
    assert_int_equal(ts_peer_parse("quick: ([0-9]+)", out, "", &r, &err), -1);
    assert_non_null(strstr(err.text, "slow: 1 t/s"));
    err.text[0] = 0;
    assert_int_equal(ts_peer_parse("fast: ([a-z0-9./ ]+)", out, "", &r, &err), -1);
    err.text[0] = 0;
    assert_int_equal(ts_peer_check("rate: ([0-9", &err), -1);
    assert_non_null(strstr(err.text, "no extended regular expression"));
    err.text[0] = 0;
    assert_int_equal(ts_peer_check("rate: ([0-9]+)", &err), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(llama_bench_tables),
        cmocka_unit_test(llama_bench_json),
        cmocka_unit_test(llama_bench_csv),
        cmocka_unit_test(llama_cpp_timings),
        cmocka_unit_test(mlx),
        cmocka_unit_test(servers),
        cmocka_unit_test(ds4_and_ollama),
        cmocka_unit_test(ours),
        cmocka_unit_test(unknown_output),
        cmocka_unit_test(odd_streams),
        cmocka_unit_test(spoilt_texts),
        cmocka_unit_test(own_pattern),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

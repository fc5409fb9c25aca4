/* test_transfer.c - results as text, out and in: nothing lost, nothing twice, all of a file or nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <float.h>
#include <glob.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/transfer.h"
#include "test/store/records.h"

static char folder[48], at[64], file[64];

static int begin(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "%s/tessera-transfer-XXXXXX",
             access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm");
    if (!mkdtemp(folder)) return -1;
    snprintf(at, sizeof at, "%s/results.db", folder);
    snprintf(file, sizeof file, "%s/file.txt", folder);
    return 0;
}

static int clear(void **state)
{
    (void)state;
    char command[96];
    snprintf(command, sizeof command, "rm -f %s/*", folder);
    return system(command);
}

static int end(void **state)
{
    return clear(state) || rmdir(folder);
}

/* ---- short forms ---- */

static ts_ledger *must_open(void)
{
    ts_error err = {0};
    ts_ledger *s = ts_store_open(at, false, &err);
    if (!s) fail_msg("%s", err.text);
    return s;
}

static char *export(const char *format)
{
    ts_error err = {0};
    char *text = NULL;
    size_t n = 0;
    ts_ledger *s = must_open();
    FILE *f = open_memstream(&text, &n);
    if (ts_store_export(s, format, NULL, f, &err)) fail_msg("%s", err.text);
    fclose(f);
    ts_store_close(s);
    return text;
}

static void write_file(const char *text)
{
    FILE *f = fopen(file, "wb");
    assert_true(f && fputs(text, f) >= 0 && !fclose(f));
}

static ts_merged import_path(const char *path, const char *source)
{
    ts_error err = {0};
    ts_merged sum = {0};
    ts_ledger *s = must_open();
    if (ts_store_import(s, path, source, NULL, &sum, &err)) fail_msg("%s", err.text);
    ts_store_close(s);
    return sum;
}

static ts_merged import(const char *text)
{
    write_file(text);
    return import_path(file, NULL);
}

/* The text is refused with this in the message, in one line that names the file; nothing is taken. */
static void refuses(const char *text, const char *says)
{
    ts_error err = {0};
    char *before = export("jsonl"), *after;
    ts_ledger *s = must_open();
    write_file(text);
    if (!ts_store_import(s, file, NULL, NULL, NULL, &err)) fail_msg("taken; wanted: %s", says);
    ts_store_close(s);
    if (!strstr(err.text, says) || strchr(err.text, '\n'))
        fail_msg("\"%s\", not %s", err.text, says);
    assert_int_equal(strncmp(err.text, file, strlen(file)), 0);
    after = export("jsonl");
    assert_string_equal(before, after);
    free(before);
    free(after);
}

static ts_records load(void)
{
    ts_error err = {0};
    ts_records all;
    ts_ledger *s = must_open();
    if (ts_store_load(s, NULL, NULL, &all, &err)) fail_msg("%s", err.text);
    ts_store_close(s);
    return all;
}

static void near(double got, double want)
{
    if (!(fabs(got - want) <= 1e-12 * fabs(want))) fail_msg("%.17g, not %.17g", got, want);
}

/* ---- our own forms ---- */

static const char id[] = "0123456789abcdef0123456789abcdef";

/* Numbers that short decimal forms get wrong, and text that must be escaped. */
static void put_hard_rows(void)
{
    static const double hard[] = {0.1,
                                  1.0 / 3,
                                  DBL_MIN,
                                  DBL_MAX,
                                  4.9406564584124654e-324,
                                  1e17,
                                  -2.5e-7,
                                  123456789012345678.0,
                                  3.087e9,
                                  100,
                                  0,
                                  1 - DBL_EPSILON / 2};
    static const ts_sample sample[] = {{0.1 + 0.2, NAN, 1e-300, 0.5, true},
                                       {1.0 / 7, 3, NAN, NAN, false}};
    enum { HARD = sizeof hard / sizeof *hard };
    ts_error err = {0};
    ts_ledger *s = must_open();
    ts_run_info run = ts_run_blank();
    run.id = id;
    run.kind = "measured";
    run.command = "tessera bench --name \"a,b\"\n\t=1+1 \\ \xe2\x82\xac";
    run.note = "";
    run.started = "2026-11-21T14:47:13Z";
    assert_int_equal(ts_store_begin(s, &run, &err), 0);
    for (int i = 0; i < HARD; i++) {
        ts_result r = ts_result_blank();
        r.bench = "kernel";
        r.name = "=HYPERLINK(\"x\")";
        r.unit = "us";
        r.value = hard[i];
        r.bytes = hard[HARD - 1 - i];
        if (ts_store_add(s, id, &r, sample, i % 3, &err)) fail_msg("%s", err.text);
    }
    ts_store_close(s);
}

static void round_trip(const char *format)
{
    clear(NULL);
    put_hard_rows();
    char *lines = export("jsonl"), *text = export(format), *again;
    ts_records before = load(), after;
    clear(NULL);
    ts_merged sum = import(text);
    assert_true(sum.runs == 1 && sum.known == 0 && sum.results == before.n);
    again = export("jsonl");
    assert_string_equal(lines, again);
    after = load();
    for (size_t i = 0; i < after.n; i++) {
        const ts_result *a = &before.record[i].result, *b = &after.record[i].result;
        assert_int_equal(memcmp(&a->value, &b->value, sizeof a->value), 0);
        assert_int_equal(memcmp(&a->bytes, &b->bytes, sizeof a->bytes), 0);
    }
    sum = import(text);
    assert_true(sum.runs == 0 && sum.known == 1 && sum.results == 0);
    ts_records_free(&before);
    ts_records_free(&after);
    free(lines);
    free(text);
    free(again);
}

static void jsonl_and_json_lose_nothing(void **state)
{
    (void)state;
    round_trip("jsonl");
    round_trip("json");
}

/* A column is forgotten nowhere: every one of the table is set, exported, imported and compared. */
static void every_column_travels(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_run_info run;
    ts_result r;
    int k = 0;
    for (const ts_column *c = ts_run_columns; c->name; c++)
        if (c->text)
            ts_column_set(c, &run, (ts_value){.text = c->name});
        else
            ts_column_set(c, &run, (ts_value){.number = ++k / 8.0});
    for (const ts_column *c = ts_result_columns; c->name; c++)
        if (c->text)
            ts_column_set(c, &r, (ts_value){.text = c->name});
        else
            ts_column_set(c, &r, (ts_value){.number = ++k / 8.0});
    run.id = id;
    run.kind = "measured";
    ts_ledger *s = must_open();
    assert_int_equal(ts_store_begin(s, &run, &err), 0);
    assert_int_equal(ts_store_add(s, id, &r, NULL, 0, &err), 0);
    ts_store_close(s);
    char *lines = export("jsonl"), *csv = export("csv"), word[64];
    clear(NULL);
    import(lines);
    ts_records all = load();
    for (const ts_column *c = ts_result_columns; c->name; c++) {
        snprintf(word, sizeof word, "\"%s\":", c->name);
        if (!strstr(lines, word) || !strstr(csv, c->name)) fail_msg("%s is not exported", c->name);
        if (c->text)
            assert_string_equal(ts_column_get(c, &all.record->result).text, c->name);
        else
            assert_true(ts_column_get(c, &all.record->result).number ==
                        ts_column_get(c, &r).number);
    }
    for (const ts_column *c = ts_run_columns; c->name; c++) {
        snprintf(word, sizeof word, "\"%s\":", c->name);
        if (!strstr(lines, word)) fail_msg("%s is not exported", c->name);
    }
    ts_records_free(&all);
    free(lines);
    free(csv);
}

static void csv_has_their_columns_first_and_no_formulas(void **state)
{
    (void)state;
    put_hard_rows();
    char *csv = export("csv");
    static const char header[] =
        "device_id,kernel_id,dtype,input_shape,batch_size,impl_lang,latency_us,"
        "throughput_gbps,driver_version,toolchain,git_sha,submitter,run,";
    static const char row[] =
        "\r\n,\"'=HYPERLINK(\"\"x\"\")\",,,,,0.1,,,,,\"tessera bench --name "
        "\"\"a,b\"\"\n\t=1+1 \\ \xe2\x82\xac\",0123456789abcdef0123456789abcdef,";
    assert_int_equal(strncmp(csv, header, strlen(header)), 0);
    if (!strstr(csv, row)) fail_msg("%s", csv);
    free(csv);
}

static void markdown_shows_kernels_and_decoding(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_ledger *s = must_open();
    ts_run_info run = ts_run_blank();
    ts_result r = ts_result_blank();
    static const ts_sample sample[] = {{10, NAN, NAN, NAN, true},
                                       {12, NAN, NAN, NAN, true},
                                       {14, NAN, NAN, NAN, true},
                                       {99, NAN, NAN, NAN, false}};
    run.id = id;
    run.kind = "measured";
    run.cpu = "Some | CPU";
    assert_int_equal(ts_store_begin(s, &run, &err), 0);
    r.bench = "decode";
    r.name = "R1-Distill-Qwen-1.5B";
    r.mode = "tg128";
    r.device = "cpu:avx2";
    r.unit = "tok/s";
    r.threads = 2;
    r.context = 512;
    r.bytes = 3221225472.0;
    r.value = 12;
    r.lo = 11;
    r.hi = 13;
    assert_int_equal(ts_store_add(s, id, &r, sample, 4, &err), 0);
    r = ts_result_blank();
    r.bench = "kernel";
    r.name = "a|b";
    r.unit = "us";
    r.value = 12.3456;
    r.gbps = 0.001234;
    r.sol = 0.955;
    r.verdict = "pass";
    assert_int_equal(ts_store_add(s, id, &r, NULL, 0, &err), 0);
    ts_store_close(s);
    char *text = export("markdown");
    static const char *const parts[] = {
        "## Run 01234567\n",
        "- finished: no: cut short\n",
        "- processor: Some | CPU\n",
        "| model | size | params | backend | threads | test | t/s |",
        "| R1-Distill-Qwen-1.5B | 3.00 GiB | 1.5 B | cpu:avx2 | 2 | tg128 @ d512 | 12.00 ± "
        "2.00 | "
        "12.00 | [11.00, 13.00] | - |\n",
        "| Kernel | Op |",
        "| a\\|b | - | - | - | - | 12.35 | - | 0.001234 | 95.50 | - | pass |\n"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strstr(text, parts[i])) fail_msg("no %s in:\n%s", parts[i], text);
    free(text);
}

/* ---- files of others ---- */

#define HEAD "device_id,kernel_id,dtype,input_shape,batch_size,impl_lang,latency_us"
static const char purs11[] =
    "\xef\xbb\xbf" HEAD ",driver_version,toolchain,git_sha,submitter\r\n"
    "dev-1,softmax,f32,\"[1, 1024]\",1,metal,283.100,macOS 15.6.1,\"a \"\"quoted\"\" "
    "tool\",abc,x.sh\r\n"
    "dev-1,softmax,f32,\"[1, 4096]\",1,metal,1e3,macOS 15.6.1,tool,def,x.sh\r\n";
static const char purs12[] = HEAD
    ",throughput_gbps,driver_version,toolchain,git_sha,submitter\n"
    "t4,deepseek_decode_step,f16,\"[1, 1536]\",1,cuda,18621.6,,CUDA 12.1,nvcc,4493f7ab,ch10.md\n"
    "t4,deepseek_decode_step,f16,\"[1, 1536]\",1,cuda,8130.1,,CUDA 12.1,theoretical peak 320 "
    "GB/s,4493f7ab,ch10.md\n"
    "t4,gelu,f32,\"[1, 768]\",1,cuda,22.5,0.3,CUDA 12.8,F.gelu(tanh),4493f7ab,ch10.md";
static const char purs_checked[] =
    HEAD ",throughput_gbps,max_abs_err,sums_ok,driver_version,toolchain\n"
         "t4,softmax,f32,\"[1, 1024]\",1,cuda,4.722,1.7,0.00e+00,true,nvcc,ours\n"
         "910b,softmax,f32,\"[1, 1024]\",1,rust,6.160,1.3,2.26e-3,false,CANN,tile\n";

static void their_csv_is_understood(void **state)
{
    (void)state;
    ts_merged sum = import(purs11);
    assert_true(sum.runs == 2 && sum.results == 2); /* two commits */
    sum = import(purs12);
    assert_true(sum.runs == 1 && sum.results == 3);
    ts_records all = load();
    const ts_result *r = NULL;
    for (size_t i = 0; i < all.n; i++) {
        const ts_result *x = &all.record[i].result;
        assert_string_equal(all.record[i].run->kind, "published");
        assert_string_equal(all.record[i].run->source, "pu-rs.org");
        if (x->toolchain && !strcmp(x->toolchain, "a \"quoted\" tool")) {
            assert_string_equal(x->shape, "[1, 1024]");
            assert_string_equal(all.record[i].run->git_sha, "abc");
            assert_true(x->value == 283.1 && x->batch == 1);
        }
        if (x->mode) r = x;
        if (!strcmp(x->bench, "decode") && !x->mode) near(x->value, 1e6 / 18621.6);
    }
    assert_string_equal(r->mode, "theoretical");
    assert_string_equal(r->verdict, "none");
    assert_string_equal(r->name, "DeepSeek-R1-Distill-Qwen-1.5B");
    ts_records_free(&all);
    char *csv = export("csv"); /* and back: the same cells */
    static const char row[] = "\r\nt4,gelu,f32,\"[1, 768]\",1,cuda,22.5,0.3,CUDA 12.8,F.gelu(tanh),"
                              "4493f7ab,ch10.md,";
    if (!strstr(csv, row) || !strstr(csv, ",cuda,18621.6,,CUDA 12.1,")) fail_msg("%s", csv);
    free(csv);
}

static void their_checks_are_kept(void **state)
{
    (void)state;
    import(purs_checked);
    ts_records all = load();
    assert_int_equal(all.n, 2);
    assert_string_equal(all.record[0].result.verdict, "pass");
    assert_string_equal(all.record[1].result.verdict, "fail");
    assert_non_null(strstr(all.record[1].result.why, "2.26e-3"));
    assert_true(all.record[1].result.gbps == 1.3);
    ts_records_free(&all);
}

static void ds4_frontiers_are_understood(void **state)
{
    (void)state;
    import("\xef\xbb\xbf"
           "ctx_tokens,prefill_tokens,prefill_tps,gen_tokens,gen_tps,kvcache_bytes\n"
           "4096,2048,303.46,128,26.52,80373132\n");
    ts_records all = load();
    assert_int_equal(all.n, 3);
    const ts_result *prefill = &all.record[0].result, *decode = &all.record[1].result;
    assert_string_equal(all.run->source, "file");
    assert_true(prefill->context == 2048 && prefill->value == 303.46 && prefill->prompt == 2048);
    assert_true(decode->context == 4096 && decode->value == 26.52 && decode->tokens == 128);
    assert_string_equal(decode->mode, "tg128");
    assert_true(all.record[2].result.value == 80373132);
    ts_records_free(&all);
}

#define LLAMA(prompt, gen, depth, avg, samples)                                                    \
    "{\"build_commit\": \"8cf427ff\", \"build_number\": 5163, \"cpu_info\": \"A CPU\", "           \
    "\"gpu_info\": \"\", "                                                                         \
    "\"backends\": \"CPU\", \"model_filename\": \"m/qwen.gguf\", \"model_type\": \"qwen2 1.5B "    \
    "Q8_0\", "                                                                                     \
    "\"model_size\": 1640000000, \"n_threads\": 2, \"type_k\": \"f16\", \"n_prompt\": " #prompt    \
    ", \"n_gen\": " #gen ", \"n_depth\": " #depth ", \"test_time\": \"2025-04-24T11:57:09Z\", "    \
    "\"avg_ts\": " #avg ", \"samples_ts\": [" samples "]}"

static void llama_bench_is_understood(void **state)
{
    (void)state;
    static const char array[] =
        "[\n  " LLAMA(512, 0, 0, 7100.5, "7000, 7101, 7200.5") ",\n  " LLAMA(
            0, 128, 512, 118.8, "118, 119, 120, 121") "\n]\n";
    static const char lines[] =
        LLAMA(512, 128, 0, 300, "") "\n" LLAMA(0, 128, 0, 118.8, "118") "\n";
    ts_merged sum = import(array);
    assert_true(sum.runs == 1 && sum.results == 2);
    ts_records all = load();
    const ts_result *prefill = &all.record[0].result, *decode = &all.record[1].result;
    assert_string_equal(all.run->cpu, "A CPU");
    assert_string_equal(all.run->git_sha, "8cf427ff");
    assert_string_equal(prefill->mode, "pp512");
    assert_string_equal(prefill->bench, "prefill");
    assert_true(prefill->value == 7101 && prefill->n == 3);
    assert_string_equal(decode->mode, "tg128 @ d512");
    assert_string_equal(decode->name, "qwen2 1.5B Q8_0");
    assert_true(decode->value == 119.5 && decode->context == 512 && decode->bytes == 1.64e9);
    ts_records_free(&all);
    sum = import(lines);
    assert_true(sum.runs == 1 && sum.results == 2);
    sum = import(LLAMA(0, 16, 0, 5, "")); /* one object, no line end */
    assert_true(sum.runs == 1 && sum.results == 1);
    sum = import(array);
    assert_true(sum.runs == 0 && sum.known == 1);
}

static void order_and_repetition_change_nothing(void **state)
{
    (void)state;
    static const char *const orders[][4] = {{purs11, purs12, purs11, purs_checked},
                                            {purs_checked, purs12, purs11, purs12}};
    char *text[2];
    for (int i = 0; i < 2; i++) {
        clear(NULL);
        for (int k = 0; k < 4; k++) import(orders[i][k]);
        text[i] = export("jsonl");
    }
    assert_string_equal(text[0], text[1]);
    free(text[0]);
    free(text[1]);
}

static void labels_make_other_runs(void **state)
{
    (void)state;
    write_file(purs12);
    assert_int_equal(import_path(file, "one").runs, 1);
    assert_int_equal(import_path(file, "two").runs, 1);
    assert_int_equal(import_path(file, "one").known, 1);
}

/* ---- what is refused ---- */

#define RUN    "{\"type\":\"run\",\"id\":\"0123456789abcdef0123456789abcdef\",\"kind\":\"measured\"}\n"
#define RESULT "{\"type\":\"result\",\"run\":\"0123456789abcdef0123456789abcdef\","

static void bad_files_are_refused_as_a_whole(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"", "is empty"},
        {" \n\n", "is empty"},
        {"a,b,c\n1,2,3\n", ":1: an unknown header"},
        {HEAD ",driver_version,toolchain,git_sha,submitter\n", "no rows"},
        {HEAD
         ",driver_version,toolchain,git_sha,submitter\nd,k,f32,s,1,c,5,d,t,g,s\nd,k,f32,s,1,c,5\n",
         ":3: 7 cells instead of 11"},
        {HEAD ",driver_version,toolchain,git_sha,submitter\nd,k,f32,s,1,c,-5,d,t,g,s\n",
         ":2: latency_us is \"-5\""},
        {HEAD ",driver_version,toolchain,git_sha,submitter\nd,k,f32,s,1,c,\"5\n6\",d,t,g,s\n",
         ":2: latency_us is \"5?6\""},
        {HEAD ",driver_version,toolchain,git_sha,submitter\nd,k,f32,s,1,c,nan,d,t,g,s\n",
         ":2: latency_us is \"nan\""},
        {HEAD ",driver_version,toolchain,git_sha,submitter\nd,k,f32,s,1,c,0x10,d,t,g,s\n",
         ":2: latency"},
        {HEAD ",driver_version,toolchain,git_sha,submitter\nd,k,f32,s,0,c,5,d,t,g,s\n",
         ":2: batch_size"},
        {HEAD ",driver_version,toolchain,git_sha,submitter\n,k,f32,s,1,c,5,d,t,g,s\n",
         ":2: device_id"},
        {HEAD ",driver_version,toolchain,git_sha,submitter\nd,\"k,f32,s,1,c,5,d,t,g,s\n",
         ":2: a quote that is not closed"},
        {HEAD ",driver_version,toolchain,git_sha,submitter\nd,\"k\"x,f32,s,1,c,5,d,t,g,s\n",
         ":2: text behind a closing quote"},
        {HEAD ",driver_version,toolchain,git_sha,submitter\nd,\"a\nb\",f32,s,1,c,5,d,t,g,s\nd,k,"
              "f32,s,1,c,x,"
              "d,t,g,s\n",
         ":4: latency_us"},
        {"{", "is no JSON"},
        {"{}", ":1: \"type\" is neither"},
        {"[]", "is an empty array"},
        {"[{\"a\":1}]", "element 1 is no result of llama-bench"},
        {"[" LLAMA(0, 0, 0, 5, "") "]", "do not say what was measured"},
        {"[" LLAMA(0, 1, 0, -5, "") "]", "\"avg_ts\" is no speed"},
        {"[" LLAMA(0, 1, 0, 5, "1, \"x\"") "]", "sample 2 of"},
        {RESULT "\"seq\":0,\"bench\":\"kernel\"}\n", ":1: a result that does not stand behind"},
        {RUN RUN RESULT "\"seq\":1,\"bench\":\"kernel\"}\n", ":3: \"seq\" is not 0"},
        {RUN RESULT "\"seq\":0}\n", ":2: a result without bench"},
        {RUN RESULT "\"seq\":0,\"bench\":7}\n", ":2: \"bench\" is not a text"},
        {RUN RESULT "\"seq\":0,\"bench\":\"b\",\"value\":\"7\"}\n",
         ":2: \"value\" is not a number"},
        {RUN RESULT "\"seq\":0,\"bench\":\"b\",\"value\":1e999}\n", ":2: is no JSON"},
        {RUN RESULT "\"seq\":0,\"bench\":\"b\",\"valeu\":7}\n", ":2: an unknown member \"valeu\""},
        {RUN RESULT "\"seq\":0,\"bench\":\"b\",\"bench\":\"c\"}\n", ":2: is no JSON: duplicate"},
        {RUN RESULT "\"seq\":0,\"bench\":\"b\",\"samples\":[[1,2,3,4]]}\n", ":2: sample 0 is not"},
        {RUN RESULT "\"seq\":0,\"bench\":\"b\",\"samples\":[[1,2,3,4,null]]}\n",
         ":2: sample 0 is not"},
        {RUN "\n{\"type\":\"run\",\"id\":\"xyz\",\"kind\":\"measured\"}\n", ":3: the id of a run"},
        {"{\"type\":\"run\",\"id\":\"0123456789abcdef0123456789abcdef\",\"kind\":\"guessed\"}\n",
         ":1: the kind of a run"},
        {"{\"tessera\":\"results\",\"version\":2,\"runs\":[]}", "\"version\" is not 1"},
        {"{\"tessera\":\"results\",\"version\":1,\"runs\":7}", "\"runs\" is not an array"},
        {"{\"tessera\":\"results\",\"version\":1,\"runs\":[{}]}", "run 1 has no array"},
    };
    import(purs12);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) refuses(cases[i][0], cases[i][1]);
    ts_error err = {0};
    ts_ledger *s = must_open();
    assert_int_equal(ts_store_import(s, "/dev/null", NULL, NULL, NULL, &err), -1);
    assert_non_null(strstr(err.text, "is no file"));
    err.text[0] = 0;
    assert_int_equal(ts_store_import(s, "/no/such", NULL, NULL, NULL, &err), -1);
    assert_non_null(strstr(err.text, "cannot be opened"));
    err.text[0] = 0;
    assert_int_equal(ts_store_export(s, "xml", NULL, stdout, &err), -1);
    assert_non_null(strstr(err.text, "no format \"xml\""));
    ts_store_close(s);
}

/* A tampered file cannot change a run that is there; of a file that holds one, nothing is taken. */
static void a_changed_copy_is_refused(void **state)
{
    (void)state;
    put_hard_rows();
    char *lines = export("jsonl"), *value = strstr(lines, "\"value\":0.1");
    assert_non_null(value);
    value[10] = '9';
    char *both = malloc(strlen(lines) + 200); /* a new run first, which is not taken either */
    assert_non_null(both);
    sprintf(both, "{\"type\":\"run\",\"id\":\"%032x\",\"kind\":\"measured\"}\n%s", 7, lines);
    refuses(both, "has a run 01234567 with another result than");
    free(both);
    free(lines);
}

/* ---- the real files ---- */

static size_t import_all(const char *pattern, size_t *files, size_t *known)
{
    const char *data = getenv("TESSERA_TEST_DATA");
    char path[4096];
    size_t results = 0;
    glob_t found;
    snprintf(path, sizeof path, "%s/leaderboard/%s", data, pattern);
    if (glob(path, 0, NULL, &found)) return 0;
    for (size_t i = 0; i < found.gl_pathc; i++) {
        ts_merged sum = import_path(found.gl_pathv[i], NULL);
        results += sum.results;
        *known += sum.known;
    }
    *files = found.gl_pathc;
    globfree(&found);
    return results;
}

static void published_leaderboards_are_taken_whole(void **state)
{
    (void)state;
    size_t files = 0, known = 0, ds4 = 0;
    if (!getenv("TESSERA_TEST_DATA")) {
        puts("skipped: TESSERA_TEST_DATA is not set");
        skip();
    }
    size_t results = import_all("pu-rs.org/*.csv", &files, &known);
    size_t frontiers = import_all("ds4-bench.*.csv", &ds4, &known);
    printf("%zu rows of %zu pu-rs.org files, %zu results of %zu ds4-bench files\n", results, files,
           frontiers, ds4);
    assert_true(files == 27 && results == 3232 && ds4 == 2 && frontiers == (size_t)3 * 64 &&
                !known);
    char *first = export("jsonl"), *second;
    assert_int_equal(import_all("pu-rs.org/*.csv", &files, &known), 0);
    assert_int_equal(import_all("ds4-bench.*.csv", &files, &known), 0);
    assert_int_equal(known, 30);
    second = export("jsonl");
    assert_string_equal(first, second);
    free(first);
    free(second);
}

/* What the repository ships of others' figures is in our own form, byte for byte. */
static void shipped_figures_are_in_our_form(void **state)
{
    (void)state;
    const char *path = TESSERA_SOURCE_DIR "/results/published.jsonl";
    FILE *f = fopen(path, "r");
    assert_non_null(f);
    char *have = calloc(1, 1 << 20), *made;
    assert_true(have && fread(have, 1, (1 << 20) - 1, f) > 0);
    fclose(f);
    import_path(path, NULL);
    made = export("jsonl");
    assert_string_equal(have, made);
    free(have);
    free(made);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(jsonl_and_json_lose_nothing, clear),
        cmocka_unit_test_setup(every_column_travels, clear),
        cmocka_unit_test_setup(csv_has_their_columns_first_and_no_formulas, clear),
        cmocka_unit_test_setup(markdown_shows_kernels_and_decoding, clear),
        cmocka_unit_test_setup(their_csv_is_understood, clear),
        cmocka_unit_test_setup(their_checks_are_kept, clear),
        cmocka_unit_test_setup(ds4_frontiers_are_understood, clear),
        cmocka_unit_test_setup(llama_bench_is_understood, clear),
        cmocka_unit_test_setup(order_and_repetition_change_nothing, clear),
        cmocka_unit_test_setup(labels_make_other_runs, clear),
        cmocka_unit_test_setup(bad_files_are_refused_as_a_whole, clear),
        cmocka_unit_test_setup(a_changed_copy_is_refused, clear),
        cmocka_unit_test_setup(published_leaderboards_are_taken_whole, clear),
        cmocka_unit_test_setup(shipped_figures_are_in_our_form, clear),
    };
    return cmocka_run_group_tests(tests, begin, end);
}

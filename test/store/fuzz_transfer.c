/* fuzz_transfer.c - mutated files on their way into a store: CSV, JSON and JSON lines.
 *
 *   fuzz_transfer [CASES [SEED]]     seed from the clock
 *
 * A mutant is refused with one line that names the file, and the store is what it was; or it is taken, and
 * then what goes out as JSON lines comes back in as the same bytes. Run it under AddressSanitizer. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "store/transfer.h"

enum { CAP = 1 << 16, TAKEN_PER_STORE = 200, ROUND_TRIP_EVERY = 8 };

static uint64_t state;

static uint32_t below(uint32_t n)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((state >> 33) % n);
}

/* ---- mutants ---- */

typedef struct text {
    char bytes[CAP];
    size_t n;
} text;

#define HEAD   "device_id,kernel_id,dtype,input_shape,batch_size,impl_lang,latency_us"
#define RUN    "{\"type\":\"run\",\"id\":\"0123456789abcdef0123456789abcdef\",\"kind\":\"measured\","
#define RESULT "{\"type\":\"result\",\"run\":\"0123456789abcdef0123456789abcdef\","

static const char *const seeds[] = {
    HEAD ",driver_version,toolchain,git_sha,submitter\n"
         "t4,matmul,f16,\"[256, 256]\",1,cuda,39.0,CUDA 12.8,\"a \"\"b\"\"\",,x.ipynb\n"
         "t4,matmul,f16,\"[512, 512]\",1,cuda,120.0,CUDA 12.8,torch,abc,y.ipynb\n",
    "\xef\xbb\xbf" HEAD ",throughput_gbps,driver_version,toolchain,git_sha,submitter\r\n"
    "t4,deepseek_decode_step,f16,\"[1, 1536]\",1,cuda,8130.1,,CUDA,theoretical "
    "peak,4493f7ab,md\r\n",
    HEAD ",throughput_gbps,max_abs_err,sums_ok,driver_version,toolchain\n"
         "910b,softmax,f32,\"[1, 1024]\",1,rust,6.160,1.3,2.26e-3,false,CANN 8.5.0,tile\n",
    "ctx_tokens,prefill_tokens,prefill_tps,gen_tokens,gen_tps,kvcache_bytes\n"
    "2048,2048,343.76,128,26.76,52184460\n4096,2048,303.46,128,26.52,80373132\n",
    "[\n {\"build_commit\":\"8cf4\",\"cpu_info\":\"c\",\"gpu_info\":\"\",\"backends\":\"CPU\","
    "\"model_filename\":\"a/b\",\"model_type\":\"qwen2 "
    "1.5B\",\"model_size\":1,\"n_threads\":2,\"type_k\":"
    "\"f16\",\"n_prompt\":512,\"n_gen\":0,\"n_depth\":0,\"test_time\":\"2025\",\"avg_ts\":7.5,"
    "\"samples_ts\":[7,8]}\n]\n",
    "{\"build_commit\":\"8\",\"n_prompt\":0,\"n_gen\":128,\"avg_ts\":7.5}\n"
    "{\"build_commit\":\"8\",\"n_prompt\":1,\"n_gen\":128,\"avg_ts\":7}\n",
    RUN "\"source\":\"tessera\",\"started\":\"2026-11-21T14:47:13Z\",\"cores\":2}\n" RESULT
        "\"seq\":0,\"bench\":\"kernel\",\"name\":\"rms_norm\",\"unit\":\"us\",\"value\":1.5,"
        "\"samples\":[[1.5,12.25,0,0.125,1],[1.75,null,null,null,0]]}\n" RESULT
        "\"seq\":1,\"bench\":\"decode\",\"value\":1e-5}\n",
    "{\"tessera\":\"results\",\"version\":1,\"runs\":[\n" RUN
    "\"cores\":2,\"results\":[\n{\"seq\":0,"
    "\"bench\":\"kernel\",\"value\":3.25,\"samples\":[[3.25,null,0,0,1]]}]}\n]}\n",
};

static const char *const words[] = {
    "0",
    "-1",
    "1e999",
    "1e-400",
    "9007199254740993",
    "18446744073709551616",
    "null",
    "true",
    "{}",
    "[]",
    "[[[[[[[[",
    "{\"a\":",
    "\"\"",
    "\"\"\"",
    "\"",
    ",",
    ",,,,,,,,,,,,,,,,,,,,",
    ":",
    "}",
    "]",
    "\\u0000",
    "\\ud800",
    "\xff",
    "\xc0\xaf",
    "\xef\xbb\xbf",
    "\n",
    "\r",
    "\r\n",
    "=1+1",
    "nan",
    "inf",
    "0x1p3",
    "\"type\":",
    "\"samples\":",
    "\"seq\":",
    "\"id\":",
    "\"avg_ts\":1,",
    "deepseek_decode_step",
    "theoretical",
    "published",
    "|",
    "\t",
    "%s%n",
};

enum { SEEDS = sizeof seeds / sizeof *seeds, WORDS = sizeof words / sizeof *words };

static void splice(text *t, size_t at, size_t gone, const char *with, size_t n)
{
    if (gone > t->n - at) gone = t->n - at;
    if (t->n - gone + n >= CAP) return;
    memmove(t->bytes + at + n, t->bytes + at + gone, t->n - at - gone);
    memcpy(t->bytes + at, with, n);
    t->n = t->n - gone + n;
}

static void mutate(text *t)
{
    size_t at = t->n ? below((uint32_t)t->n) : 0, span = below(60), from;
    const char *word = words[below(WORDS)];
    char byte = (char)below(256);
    char many[512];
    switch (below(8)) {
    case 0:
        if (t->n) t->bytes[at] = (char)(t->bytes[at] ^ 1 << below(8));
        return;
    case 1: splice(t, at, below(2), &byte, 1); return;
    case 2: splice(t, at, span, "", 0); return;
    case 3: splice(t, at, below(8), word, strlen(word)); return;
    case 4: t->n = at; return;
    case 5: /* a part twice */
        if (span > t->n - at) span = t->n - at;
        from = t->n ? below((uint32_t)t->n) : 0;
        char part[64];
        memcpy(part, t->bytes + at, span);
        splice(t, from, 0, part, span);
        return;
    case 6: /* more cells, brackets or quotes than anything has room for */
        from = 1 + below(sizeof many - 1);
        memset(many, ",[{\"\n"[below(5)], from);
        splice(t, at, 0, many, from);
        return;
    default: /* the rest of another kind of file */
        word = seeds[below(SEEDS)];
        from = below((uint32_t)strlen(word));
        splice(t, at, below(2) ? t->n : 0, word + from, strlen(word + from));
    }
}

/* ---- the judge ---- */

static char folder[48], at[64], second[64], file[64];
static unsigned taken, refused;

static int wrong(const char *what, const text *t)
{
    fprintf(stderr, "%s\n--- the file:\n", what);
    fwrite(t->bytes, 1, t->n, stderr);
    fputs("\n---\n", stderr);
    return -1;
}

static void forget(const char *path)
{
    static const char *const suffixes[] = {"", "-wal", "-shm", "-journal"};
    char name[80];
    for (int i = 0; i < 4; i++) {
        snprintf(name, sizeof name, "%s%s", path, suffixes[i]);
        unlink(name);
    }
}

static char *export(ts_ledger *s, const char *format)
{
    ts_error err = {0};
    char *lines = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&lines, &n);
    int bad = !f || ts_store_export(s, format, NULL, f, &err);
    if (f) fclose(f);
    if (!bad) return lines;
    fprintf(stderr, "%s\n", err.text);
    free(lines);
    return NULL;
}

static int write_bytes(const char *bytes, size_t n)
{
    FILE *f = fopen(file, "wb");
    int bad = !f || fwrite(bytes, 1, n, f) != n;
    return (f && fclose(f)) || bad;
}

/* Out as lines, into a new store, and out again; the other formats must at least be printed. */
static int round_trip(ts_ledger *s, const text *t)
{
    ts_error err = {0};
    char *lines = export(s, "jsonl"), *again = NULL, *csv = export(s, "csv");
    char *tables = export(s, "markdown");
    forget(second);
    ts_ledger *other = ts_store_open(second, false, &err);
    if (lines && other && !write_bytes(lines, strlen(lines)) &&
        !ts_store_import(other, file, NULL, NULL, NULL, &err))
        again = export(other, "jsonl");
    bool same = again && !strcmp(lines, again) && csv && tables;
    ts_store_close(other);
    free(lines);
    free(again);
    free(csv);
    free(tables);
    return same ? 0 : wrong(err.text[0] ? err.text : "it does not come back as it went out", t);
}

static int judge(ts_ledger *s, const text *t)
{
    ts_error err = {0};
    ts_merged sum = {0};
    if (write_bytes(t->bytes, t->n)) return wrong("cannot write the mutant", t);
    if (!ts_store_import(s, file, NULL, NULL, &sum, &err)) {
        if (sum.runs + sum.known == 0) return wrong("nothing was taken, and nothing said", t);
        return taken++ % ROUND_TRIP_EVERY ? 0 : round_trip(s, t);
    }
    refused++;
    if (!err.text[0] || strchr(err.text, '\n') || strncmp(err.text, file, strlen(file)) != 0)
        return wrong(err.text[0] ? err.text : "refused without a word", t);
    return sum.runs || sum.known || sum.results ? wrong("refused and counted", t) : 0;
}

static int fuzz(long cases)
{
    static text t;
    ts_error err = {0};
    ts_ledger *s = NULL;
    int bad = 0;
    for (long i = 0; i < cases && !bad; i++) {
        if (!s || taken % TAKEN_PER_STORE == TAKEN_PER_STORE - 1) {
            ts_store_close(s);
            forget(at);
            if (!(s = ts_store_open(at, false, &err))) {
                fprintf(stderr, "%s\n", err.text);
                return -1;
            }
        }
        const char *seed = seeds[below(SEEDS)];
        t.n = strlen(seed);
        memcpy(t.bytes, seed, t.n);
        for (uint32_t k = below(4); k < 4; k++) mutate(&t);
        bad = judge(s, &t);
    }
    ts_store_close(s);
    return bad;
}

int main(int argc, char **argv)
{
    long cases = argc > 1 ? atol(argv[1]) : 1000;
    uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : (uint64_t)time(NULL);
    state = seed;
    snprintf(folder, sizeof folder, "%s/tessera-fuzz-XXXXXX",
             access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm");
    if (!mkdtemp(folder)) return 1;
    snprintf(at, sizeof at, "%s/a.db", folder);
    snprintf(second, sizeof second, "%s/b.db", folder);
    snprintf(file, sizeof file, "%s/mutant", folder);
    int bad = fuzz(cases);
    forget(at);
    forget(second);
    unlink(file);
    rmdir(folder);
    printf("%ld mutants, seed %llu: %u taken, %u refused\n", cases, (unsigned long long)seed, taken,
           refused);
    return bad != 0;
}

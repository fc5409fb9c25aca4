/* fuzz_safetensors.c - mutated model files: safetensors, index, config, generation config.
 *
 *   fuzz_safetensors [CASES [SEED]]            a case is ten mutants; seed from the clock
 *   fuzz_safetensors --count MUTANTS [SEED]
 *   fuzz_safetensors --judge <paths            "ok", or why not, for each file named on stdin
 *
 * A mutant is either refused with one line that names the file, or accepted, and then everything
 * the reader promises is checked on it: spans inside the file, exact sizes, no overlap, order,
 * limits. Seeded, so a failure repeats; run it under AddressSanitizer.
 */
#include "engine/config.h"
#include "engine/generation.h"
#include "engine/weights.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { CAP = 1 << 14, PER_CASE = 10 };

static uint64_t state;

static uint32_t below(uint32_t n)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((state >> 33) % n);
}

/* ---- mutation ---- */

typedef struct text {
    char bytes[CAP];
    size_t n;
} text;

static const char *const words[] = {
    "0",
    "1",
    "-1",
    "-0",
    "1.0",
    "1e3",
    "1e999",
    "4294967296",
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551616",
    "null",
    "true",
    "{}",
    "[]",
    "[[[[[[[[",
    "{\"a\":",
    "\"\"",
    "\"U8\"",
    "\"F4\"",
    "\"F64\"",
    "\"BF17\"",
    "\"shape\":",
    "\"dtype\":",
    "\"data_offsets\":",
    "\"__metadata__\":",
    ",",
    ":",
    "}",
    "]",
    "\\u0000",
    "\\ud800",
    "\"\\u0061\"",
    "\xff",
    "\xc0\xaf",
    "../",
    "/",
    "model.safetensors",
    "\"weight_map\":",
    "\n",
    "\r\n\t ",
    "\xef\xbb\xbf",
    "null,",
    "\"strides\":[-1],",
    "\"__metadata__\":null,",
    "version https://git-lfs.github.com/spec/v1\n",
    "                ",
    "\"rope_scaling\":{\"type\":\"yarn\"}",
    "hidden_size",
    "1000000000000",
};

enum { WORDS = sizeof words / sizeof *words };

/* Replaces `gone` bytes at `at` with n bytes; does nothing when there is no room. */
static void splice(text *t, size_t at, size_t gone, const char *with, size_t n)
{
    if (gone > t->n - at) gone = t->n - at;
    if (t->n - gone + n >= CAP) return;
    memmove(t->bytes + at + n, t->bytes + at + gone, t->n - at - gone);
    memcpy(t->bytes + at, with, n);
    t->n = t->n - gone + n;
}

/* The start of a number in the text, or any place. */
static size_t number_at(const text *t)
{
    size_t from = t->n ? below((uint32_t)t->n) : 0;
    for (size_t i = from; i < t->n; i++)
        if (t->bytes[i] >= '0' && t->bytes[i] <= '9') return i;
    return from;
}

static size_t digits(const text *t, size_t at)
{
    size_t n = 0;
    while (at + n < t->n && t->bytes[at + n] >= '0' && t->bytes[at + n] <= '9') n++;
    return n;
}

static void mutate(text *t)
{
    size_t at = t->n ? below((uint32_t)t->n) : 0, span = below(40);
    const char *word = words[below(WORDS)];
    char piece[64], byte;
    switch (below(8)) {
    case 0: /* one bit */
        if (t->n) t->bytes[at] = (char)(t->bytes[at] ^ 1 << below(8));
        return;
    case 1: /* one byte */
        byte = (char)below(256);
        splice(t, at, below(2), &byte, 1);
        return;
    case 2: splice(t, at, span, "", 0); return;
    case 3: splice(t, at, below(8), word, strlen(word)); return;
    case 4: /* a number for a number */
        at = number_at(t);
        splice(t, at, digits(t, at), word, strlen(word));
        return;
    case 5: /* a number one off */
        at = number_at(t);
        snprintf(piece, sizeof piece, "%llu", strtoull(t->bytes + at, NULL, 10) + below(3) - 1);
        splice(t, at, digits(t, at), piece, strlen(piece));
        return;
    case 6: /* a span twice */
        if (at + span > t->n) span = t->n - at;
        memcpy(piece, t->bytes + at, span);
        splice(t, t->n ? below((uint32_t)t->n) : 0, 0, piece, span);
        return;
    default: t->n = at; return; /* cut */
    }
}

/* ---- seeds ---- */

static const char header[] =
    "{\"__metadata__\":{\"format\":\"pt\"},"
    "\"a\":{\"dtype\":\"BF16\",\"shape\":[3,2],\"data_offsets\":[0,12]},"
    "\"b.weight\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[12,16]},"
    "\"e\":{\"dtype\":\"F16\",\"shape\":[5,0],\"data_offsets\":[16,16]},"
    "\"caf\\u00e9\":{\"dtype\":\"F4\",\"shape\":[4],\"data_offsets\":[16,18]}}   ";

static const char index_text[] =
    "{\"metadata\":{\"total_size\":18},\"weight_map\":{\"a\":\"one.safetensors\","
    "\"b.weight\":\"one.safetensors\",\"e\":\"one.safetensors\",\"caf\\u00e9\":"
    "\"one.safetensors\"}}";

static const char config_text[] =
    "{\"architectures\":[\"Qwen2ForCausalLM\"],\"bos_token_id\":151643,\"eos_token_id\":[7,8],"
    "\"hidden_act\":\"silu\",\"hidden_size\":64,\"intermediate_size\":96,\"model_type\":\"qwen2\","
    "\"max_position_embeddings\":512,\"num_attention_heads\":4,\"num_hidden_layers\":2,"
    "\"num_key_value_heads\":2,\"rms_norm_eps\":1e-06,\"rope_theta\":10000.0,\"rope_scaling\":null,"
    "\"tie_word_embeddings\":false,\"torch_dtype\":\"bfloat16\",\"use_sliding_window\":false,"
    "\"vocab_size\":1003,\"temperature\":0.6,\"top_p\":0.95,\"top_k\":20,\"do_sample\":true,"
    "\"repetition_penalty\":1.05,\"layer_types\":[\"full_attention\"]}";

static text text_of(const char *from)
{
    text t = {.n = strlen(from)};
    memcpy(t.bytes, from, t.n);
    return t;
}

/* ---- what must hold ---- */

static void need(bool holds, const char *what)
{
    if (holds) return;
    fprintf(stderr, "fuzz_safetensors: %s\n", what);
    abort();
}

static void check_refusal(const ts_error *err, const char *where)
{
    need(err->text[0] != 0, "refused without a word");
    need(strstr(err->text, where) != NULL, "the message does not name the file");
    for (const char *c = err->text; *c; c++)
        need((unsigned char)*c >= 0x20 && *c != 0x7f, "a control character in a message");
}

static volatile uint64_t sink; /* so that every byte is really read */

static uint64_t touch(const ts_tensor *t)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < t->bytes; i++) sum += ((const unsigned char *)t->data)[i];
    return sum;
}

static bool apart(const ts_tensor *a, const ts_tensor *b)
{
    const char *from = a->data, *other = b->data;
    return !a->bytes || !b->bytes || from + a->bytes <= other || other + b->bytes <= from;
}

static void check_accepted(const ts_safetensors *s, const char *file, size_t n)
{
    size_t total = 0;
    for (size_t i = 0; i < ts_safetensors_count(s); i++) {
        const ts_tensor *t = ts_safetensors_at(s, i);
        const char *data = t->data;
        long double bits = t->type->bits; /* 2^576 at most: no wrap */
        need(t->rank <= TS_MAX_RANK && strlen(t->name) <= TS_MAX_TENSOR_NAME, "a limit");
        for (uint32_t k = 0; k < t->rank; k++) bits = t->dim[k] ? bits * t->dim[k] : 0;
        need(bits == (long double)t->bytes * 8, "a size that is not the shape's");
        need(data >= file + 8 && t->bytes <= (size_t)(file + n - data), "a span outside the file");
        need(!i || strcmp(ts_safetensors_at(s, i - 1)->name, t->name) < 0, "names out of order");
        need(ts_safetensors_find(s, t->name) == t, "a tensor that is not found");
        sink += touch(t);
        total += t->bytes;
    }
    uint64_t announced = 0;
    for (int i = 7; i >= 0; i--) announced = announced << 8 | (unsigned char)file[i];
    need(total == n - 8 - announced, "a byte of data that is not exactly one tensor's");
    for (size_t i = 0; i < ts_safetensors_count(s); i++)
        for (size_t k = 0; k < i; k++)
            need(apart(ts_safetensors_at(s, i), ts_safetensors_at(s, k)), "tensors that overlap");
}

static void try_bytes(text t, uint64_t announced, size_t data, bool *accepted)
{
    ts_error err = {0};
    size_t n = 8 + t.n + data;
    char *file = calloc(1, n);
    for (int i = 0; i < 8; i++) file[i] = (char)(announced >> 8 * i);
    memcpy(file + 8, t.bytes, t.n);
    ts_safetensors *s = ts_safetensors_read(file, n, "mutant", &err);
    *accepted = s;
    if (s)
        check_accepted(s, file, n);
    else
        check_refusal(&err, "mutant");
    ts_safetensors_close(s);
    free(file);
}

static void try_file(bool *accepted)
{
    text t = text_of(header);
    for (uint32_t i = 1 + below(2) * below(4); i; i--) mutate(&t);
    uint64_t announced = below(8) ? t.n : (uint64_t)below(200) - 20;
    try_bytes(t, announced, below(8) ? 18 : below(40), accepted);
}

/* Tensors whose shapes and spans agree, at places that only sometimes do: in order, after a hole,
 * over each other, past the end. */
static void try_layout(bool *accepted)
{
    text t = {.n = 1, .bytes = "{"};
    uint32_t at = 0, count = 1 + below(5);
    for (uint32_t i = 0; i < count; i++) {
        char piece[128];
        uint32_t size = below(6), from = below(8) ? at : at + below(5) - (at > 2 ? 2 : 0);
        int n = snprintf(piece, sizeof piece,
                         "%s\"%c\":{\"dtype\":\"U8\",\"shape\":[%u],\"data_offsets\":[%u,%u]}",
                         i ? "," : "", (int)('a' + (below(16) ? i : below(5))), size, from,
                         from + size);
        splice(&t, t.n, 0, piece, (size_t)n);
        at = from + size;
    }
    splice(&t, t.n, 0, "}", 1);
    try_bytes(t, t.n, below(6) ? at : below(30), accepted);
}

static void try_config(bool *accepted)
{
    text t = text_of(config_text);
    ts_config c;
    ts_generation g;
    ts_error err = {0}, err2 = {0};
    for (uint32_t i = 1 + below(2) * below(4); i; i--) mutate(&t);
    char *exact = malloc(t.n ? t.n : 1);
    memcpy(exact, t.bytes, t.n);
    *accepted = !ts_config_parse(exact, t.n, "mutant", &c, &err);
    if (*accepted) {
        need(c.hidden && c.hidden <= TS_MAX_HIDDEN && c.inter && c.inter <= TS_MAX_INTER, "width");
        need(c.layers && c.layers <= TS_MAX_LAYERS && c.vocab && c.vocab <= TS_MAX_VOCAB, "depth");
        need(c.kv_heads && c.heads % c.kv_heads == 0 && c.head_dim && c.head_dim % 2 == 0, "heads");
        need((uint64_t)c.heads * c.head_dim <= TS_MAX_HIDDEN, "heads too wide");
        need(c.rope_theta >= 1 && c.rms_eps >= 0 && c.rms_eps <= 0.1, "real numbers");
        if (!ts_generation_parse(exact, t.n, "mutant", &g, &err2))
            need(g.n_eos <= TS_MAX_EOS && g.top_p <= 1 && g.top_p >= 0 && g.temperature >= 0,
                 "generation");
        else
            check_refusal(&err2, "mutant");
    } else
        check_refusal(&err, "mutant");
    free(exact);
}

/* ---- a folder with one good shard and a mutated index ---- */

static char folder[] = "/tmp/tessera-fuzz-XXXXXX";

static void put(const char *name, const void *bytes, size_t n)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "wb");
    need(f && fwrite(bytes, 1, n, f) == n && !fclose(f), "cannot write a test file");
}

static void put_shard(void)
{
    char file[sizeof header + 8 + 18] = {0};
    size_t n = sizeof header - 1;
    for (int i = 0; i < 8; i++) file[i] = (char)(n >> 8 * i);
    memcpy(file + 8, header, n);
    put("one.safetensors", file, 8 + n + 18);
}

static void remove_folder(void)
{
    static const char *const names[] = {"one.safetensors", "model.safetensors.index.json"};
    char path[128];
    for (int i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        unlink(path);
    }
    rmdir(folder);
}

static void try_index(bool *accepted)
{
    text t = text_of(index_text);
    ts_error err = {0};
    for (uint32_t i = 1 + below(2) * below(3); i; i--) mutate(&t);
    put("model.safetensors.index.json", t.bytes, t.n);
    ts_weights *w = ts_weights_open(folder, &err);
    *accepted = w;
    if (w)
        need(ts_weights_count(w) == 4 && !ts_weights_file(w, 1), "an index that hides tensors");
    else
        check_refusal(&err, folder);
    ts_weights_close(w);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* For comparisons with another reader (py/hostile_safetensors.py). */
static int judge(void)
{
    char path[4096];
    while (fgets(path, sizeof path, stdin)) {
        ts_error err = {0};
        path[strcspn(path, "\n")] = 0;
        ts_safetensors *s = ts_safetensors_open(path, &err);
        puts(s ? "ok" : err.text);
        ts_safetensors_close(s);
    }
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 2 && !strcmp(argv[1], "--judge")) return judge();
    bool by_mutant = argc > 1 && !strcmp(argv[1], "--count");
    const char *count = argc > 1 + by_mutant ? argv[1 + by_mutant] : "2000";
    uint64_t n = strtoull(count, NULL, 10) * (by_mutant ? 1 : PER_CASE);
    uint64_t seed =
        argc > 2 + by_mutant ? strtoull(argv[2 + by_mutant], NULL, 10) : (uint64_t)time(NULL);
    uint64_t tried[4] = {0}, taken[4] = {0};
    double worst = 0;
    printf("fuzz_safetensors: %llu mutants, seed %llu\n", (unsigned long long)n,
           (unsigned long long)seed);
    fflush(stdout);
    need(mkdtemp(folder) != NULL, "no folder in /tmp");
    put_shard();
    for (uint64_t i = 0; i < n; i++) {
        static void (*const kind[])(bool *) = {try_file, try_layout, try_config, try_index};
        double from = now();
        bool accepted;
        state = (seed << 32) + i; /* every mutant can be had by itself */
        for (int k = 0; k < 4; k++) below(2);
        int which = (int)below(10);
        which = which < 4 ? 0 : which < 6 ? 1 : which < 9 ? 2 : 3;
        kind[which](&accepted);
        tried[which]++;
        taken[which] += accepted;
        if (now() - from > worst) worst = now() - from;
    }
    remove_folder();
    for (int k = 0; k < 4; k++)
        printf("  %-12s %llu mutants, %llu accepted\n",
               (const char *[]){"safetensors", "layouts", "configs", "indexes"}[k],
               (unsigned long long)tried[k], (unsigned long long)taken[k]);
    printf("  slowest %.1f ms\n", 1e3 * worst);
    need(worst < 5, "a mutant took more than five seconds of a processor");
    return 0;
}

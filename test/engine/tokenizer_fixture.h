/* tokenizer_fixture.h - makes small tokenizer.json texts for tests.
 *
 * The vocabulary is the 256 bytes, ids in byte order, then the tokens that merges make; the
 * defaults are those of the Qwen2 family. A test overrides the part it is about.
 */
#ifndef TESSERA_TEST_TOKENIZER_FIXTURE_H
#define TESSERA_TEST_TOKENIZER_FIXTURE_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define QWEN2_REGEX                                                                                \
    "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\\\r\\\\n\\\\p{L}\\\\p{N}]?\\\\p{L}+|\\\\p{N}|"               \
    " ?[^\\\\s\\\\p{L}\\\\p{N}]+[\\\\r\\\\n]*|\\\\s*[\\\\r\\\\n]+|\\\\s+(?!\\\\S)|\\\\s+"

struct fixture {
    const char *const *merges; /* pairs "a", "b", ... of plain ASCII letters, ended by NULL */
    bool pairs;                /* written as ["a","b"] and not as "a b" */
    const char *added;         /* the members of added_tokens */
    const char *normalizer, *pre, *post, *decoder, *model; /* JSON; NULL: the default */
    const char *vocab; /* more members, each with a comma in front */
};

/* Writes the character of the byte alphabet that stands for byte `b`. */
static inline void write_byte(FILE *to, int b)
{
    int next = 0x100;
    for (int i = 0; i < b; i++) next += !((i >= 0x21 && i <= 0x7e) || (i >= 0xa1 && i != 0xad));
    if (!((b >= 0x21 && b <= 0x7e) || (b >= 0xa1 && b != 0xad))) b = next;
    if (b == '"' || b == '\\') fputc('\\', to);
    if (b >= 0x80) fputc(0xc0 | b >> 6, to);
    fputc(b < 0x80 ? b : 0x80 | (b & 0x3f), to);
}

static inline const char *or_else(const char *text, const char *otherwise)
{
    return text ? text : otherwise;
}

/* True when an earlier merge makes the same token as merge `m`. */
static inline bool is_known(const struct fixture *f, const char *const *m)
{
    char token[64], other[64];
    snprintf(token, sizeof token, "%s%s", m[0], m[1]);
    for (const char *const *e = f->merges; e < m; e += 2) {
        snprintf(other, sizeof other, "%s%s", e[0], e[1]);
        if (!strcmp(token, other)) return true;
    }
    return false;
}

static inline void write_model(FILE *to, const struct fixture *f)
{
    fprintf(to, "\"model\":{\"type\":\"BPE\",%s\"vocab\":{", or_else(f->model, ""));
    for (int b = 0; b < 256; b++) {
        fputs(b ? ",\"" : "\"", to);
        write_byte(to, b);
        fprintf(to, "\":%d", b);
    }
    int id = 256;
    for (const char *const *m = f->merges; m && *m; m += 2)
        if (!is_known(f, m)) fprintf(to, ",\"%s%s\":%d", m[0], m[1], id++);
    fprintf(to, "%s},\"merges\":[", or_else(f->vocab, ""));
    for (const char *const *m = f->merges; m && *m; m += 2)
        fprintf(to, f->pairs ? "%s[\"%s\",\"%s\"]" : "%s\"%s %s\"", m == f->merges ? "" : ",", m[0],
                m[1]);
    fputs("]}", to);
}

/* The text of a tokenizer.json, to be freed; its length in *n. */
static inline char *make_fixture(const struct fixture *f, size_t *n)
{
    char *text = NULL;
    FILE *to = open_memstream(&text, n);
    if (!to) abort();
    fprintf(to, "{\"version\":\"1.0\",\"added_tokens\":[%s],", or_else(f->added, ""));
    fprintf(to, "\"normalizer\":%s,", or_else(f->normalizer, "{\"type\":\"NFC\"}"));
    fprintf(to, "\"pre_tokenizer\":%s,",
            or_else(f->pre, "{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"Split\","
                            "\"pattern\":{\"Regex\":\"" QWEN2_REGEX "\"},\"behavior\":\"Isolated\","
                            "\"invert\":false},{\"type\":\"ByteLevel\",\"add_prefix_space\":false,"
                            "\"trim_offsets\":false,\"use_regex\":false}]}"));
    fprintf(to, "\"post_processor\":%s,", or_else(f->post, "null"));
    fprintf(to, "\"decoder\":%s,", or_else(f->decoder, "{\"type\":\"ByteLevel\"}"));
    write_model(to, f);
    fputs("}\n", to);
    fclose(to);
    return text;
}

#endif

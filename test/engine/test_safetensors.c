/* test_safetensors.c - the file reader: what it accepts, and the exact words of each refusal.
 *
 * Files are built in memory in a block of exactly their size, so that AddressSanitizer sees a read
 * one byte past any end.
 */
#include "engine/folder.h"
#include "test/engine/safetensors_write.h"
#include "tessera/tile.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

/* ---- files in memory ---- */

typedef struct image {
    char *bytes;
    size_t n;
} image;

static image make(uint64_t announced, const char *header, size_t header_bytes, size_t data)
{
    image f = {malloc(8 + header_bytes + data), 8 + header_bytes + data};
    for (int i = 0; i < 8; i++) f.bytes[i] = (char)(announced >> 8 * i);
    memcpy(f.bytes + 8, header, header_bytes);
    memset(f.bytes + 8 + header_bytes, 0x5a, data);
    return f;
}

static image simple(const char *header, size_t data)
{
    return make(strlen(header), header, strlen(header), data);
}

static ts_safetensors *read_image(image f, ts_error *err)
{
    *err = (ts_error){0};
    return ts_safetensors_read(f.bytes, f.n, "x", err);
}

static void expect(image f, const char *message)
{
    ts_error err;
    ts_safetensors *s = read_image(f, &err);
    if (s) {
        ts_safetensors_close(s);
        print_error("accepted, wanted: %s\n", message);
        fail();
    }
    assert_string_equal(err.text, message);
    free(f.bytes);
}

/* ---- refusals: header, bytes of data, message ---- */

#define T(fields) "{\"t\":{" fields "}}"
#define U8(shape, from, to)                                                                        \
    "{\"dtype\":\"U8\",\"shape\":" shape ",\"data_offsets\":[" #from "," #to "]}"

static const struct {
    const char *header;
    size_t data;
    const char *message;
} refusals[] = {
    /* the JSON itself */
    {"[", 0, "x: its header does not start with '{'; not a safetensors file"},
    {"{", 0, "x: the JSON ends too early, after 1 bytes"},
    {"{\"t", 0, "x: the JSON ends too early, after 3 bytes"},
    {"{\"t\\\"", 0, "x: the JSON ends too early, after 5 bytes"},
    {"{\"t\"", 0, "x: the JSON ends too early, after 4 bytes"},
    {"{\"t\":", 0, "x: the JSON ends too early, after 5 bytes"},
    {"{\"t\":{", 0, "x: the JSON ends too early, after 6 bytes"},
    {"{not json}", 0, "x: not JSON: expected '\"' and found \"n\" at byte 1"},
    {"{\"t\" 1}", 0, "x: not JSON: expected ':' and found \"1\" at byte 5"},
    {"{,}", 0, "x: not JSON: expected '\"' and found \",\" at byte 1"},
    {"{\"t\":" U8("[1]", 0, 1) ",}", 1, "x: not JSON: expected '\"' and found \"}\" at byte 53"},
    {"{\"t\":" U8("[1]", 0, 1) "]", 1, "x: not JSON: expected ',' and found \"]\" at byte 52"},
    {"{\"t\":[}}", 0, "x: \"t\": not JSON: unexpected token near '}'"},
    {"{\"a\xff\":1}", 0, "x: not valid UTF-8"},
    {"{\"\xed\xa0\x80\":1}", 0, "x: not valid UTF-8"},
    {"{\"\xc0\xaf\":1}", 0, "x: not valid UTF-8"},
    {"{\"a\\u0000b\":1}", 0, "x: a NUL character in a string"},
    {"{\"a\\ud800\":1}", 0, "x: not JSON: invalid Unicode '\\uD800' near '\"a\\ud800\"'"},
    {"{}}", 0, "x: the header goes on after its closing brace"},
    {"{} {}", 0, "x: the header goes on after its closing brace"},
    {"{}\f", 0, "x: the header goes on after its closing brace"},
    {"\xef\xbb\xbf{}", 0, "x: its header does not start with '{'; not a safetensors file"},
    {"  \n ", 0, "x: its header does not start with '{'; not a safetensors file"},
    {"{\"__metadata__\":{\"a\":null}}", 0, "x: __metadata__ \"a\" is not a string"},
    {"{\"__metadata__\":null,\"__metadata__\":null}", 0, "x: __metadata__ appears twice"},
    /* one tensor's fields */
    {"{\"t\":1}", 0, "x: tensor \"t\": its description is not an object"},
    {"{\"t\":null}", 0, "x: tensor \"t\": its description is not an object"},
    {T(""), 0, "x: tensor \"t\": it has no dtype"},
    {T("\"dtype\":\"U8\""), 0, "x: tensor \"t\": it has no shape"},
    {T("\"dtype\":\"U8\",\"shape\":[]"), 0, "x: tensor \"t\": it has no data_offsets"},
    {T("\"dtype\":\"U8\",\"dtype\":\"U8\",\"shape\":[],\"data_offsets\":[0,1]"), 1,
     "x: \"t\": a name appears twice in one object: duplicate object key near '\"dtype\"'"},
    {T("\"dtype\":8,\"shape\":[],\"data_offsets\":[0,1]"), 1,
     "x: tensor \"t\": its dtype is not a string"},
    {T("\"dtype\":\"U9\",\"shape\":[],\"data_offsets\":[0,1]"), 1,
     "x: tensor \"t\": unknown dtype \"U9\""},
    {T("\"dtype\":\"bf16\",\"shape\":[],\"data_offsets\":[0,2]"), 2,
     "x: tensor \"t\": unknown dtype \"bf16\""},
    {"{\"t\":" U8("1", 0, 1) "}", 1, "x: tensor \"t\": its shape is not a list"},
    {"{\"t\":" U8("[1,1,1,1,1,1,1,1,1]", 0, 1) "}", 1,
     "x: tensor \"t\": rank 9; at most 8 is read"},
    {"{\"t\":" U8("[1.0]", 0, 1) "}", 1,
     "x: tensor \"t\": a number in its shape is not a plain integer"},
    {"{\"t\":" U8("[1e3]", 0, 1) "}", 1000,
     "x: tensor \"t\": a number in its shape is not a plain integer"},
    {"{\"t\":" U8("[\"1\"]", 0, 1) "}", 1,
     "x: tensor \"t\": its shape holds something that is no number"},
    {"{\"t\":" U8("[null]", 0, 1) "}", 1,
     "x: tensor \"t\": its shape holds something that is no number"},
    {"{\"t\":" U8("[true]", 0, 1) "}", 1,
     "x: tensor \"t\": its shape holds something that is no number"},
    {"{\"t\":" U8("[-1]", 0, 1) "}", 1, "x: tensor \"t\": a negative number in its description"},
    {"{\"t\":" U8("[-0]", 0, 0) "}", 0, "x: tensor \"t\": a negative number in its description"},
    {"{\"t\":" U8("[+1]", 0, 1) "}", 1, "x: \"t\": not JSON: invalid token near '+'"},
    {"{\"t\":" U8("[01]", 0, 1) "}", 1, "x: \"t\": not JSON: invalid token near '0'"},
    {"{\"t\":" U8("[NaN]", 0, 1) "}", 1, "x: \"t\": not JSON: invalid token near 'NaN'"},
    {"{\"t\":" U8("[9223372036854775808]", 0, 1) "}", 1, "x: \"t\": a number is beyond 2^63 - 1"},
    {"{\"t\":" U8("[18446744073709551617]", 0, 1) "}", 1, "x: \"t\": a number is beyond 2^63 - 1"},
    {"{\"t\":" U8("[1e999]", 0, 1) "}", 1, "x: \"t\": a number is beyond 1.8e308"},
    {"{\"t\":" U8("[9223372036854775807,4,0]", 0, 0) "}", 0,
     "x: tensor \"t\": its shape is too large for 64 bits"},
    /* sizes */
    {"{\"t\":" U8("[4294967296,4294967296]", 0, 0) "}", 0,
     "x: tensor \"t\": its shape is too large for 64 bits"},
    {"{\"t\":" U8("[4294967296,4294967296,0]", 0, 0) "}", 0,
     "x: tensor \"t\": its shape is too large for 64 bits"},
    {"{\"t\":" U8("[2305843009213693952]", 0, 0) "}", 0,
     "x: tensor \"t\": its shape is too large for 64 bits"},
    {"{\"t\":" U8("[9007199254740993]", 0, 1) "}", 1,
     "x: tensor \"t\": its shape takes 9007199254740993 bytes and its data_offsets span 1"},
    {"{\"t\":" U8("[2]", 0, 1) "}", 1,
     "x: tensor \"t\": its shape takes 2 bytes and its data_offsets span 1"},
    {"{\"t\":" U8("[0]", 0, 1) "}", 1,
     "x: tensor \"t\": its shape takes 0 bytes and its data_offsets span 1"},
    {"{\"t\":" U8("[]", 0, 0) "}", 0,
     "x: tensor \"t\": its shape takes 1 bytes and its data_offsets span 0"},
    {T("\"dtype\":\"F4\",\"shape\":[3],\"data_offsets\":[0,1]"), 1,
     "x: tensor \"t\": its 12 bits are not whole bytes"},
    {T("\"dtype\":\"F6_E2M3\",\"shape\":[3],\"data_offsets\":[0,2]"), 2,
     "x: tensor \"t\": its 18 bits are not whole bytes"},
    /* offsets */
    {T("\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":1"), 1,
     "x: tensor \"t\": its data_offsets is not a list"},
    {T("\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0]"), 1,
     "x: tensor \"t\": data_offsets has 1 numbers, not 2"},
    {T("\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1,2]"), 1,
     "x: tensor \"t\": data_offsets has 3 numbers, not 2"},
    {T("\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1.5]"), 1,
     "x: tensor \"t\": a number in its data_offsets is not a plain integer"},
    {"{\"t\":" U8("[1]", 1, 0) "}", 1,
     "x: tensor \"t\": its data ends at 0, before it starts at 1"},
    {"{\"t\":" U8("[2]", 0, 2) "}", 1,
     "x: tensor \"t\": its data ends at 2, past the end of the file's 1 data bytes"},
    {"{\"t\":" U8("[1]", 9223372036854775806, 9223372036854775807) "}", 1,
     "x: tensor \"t\": its data ends at 9223372036854775807, past the end of the file's 1 data "
     "bytes"},
    /* several tensors */
    {"{\"t\":" U8("[1]", 0, 1) ",\"t\":" U8("[1]", 1, 2) "}", 2, "x: tensor \"t\" appears twice"},
    {"{\"t\":" U8("[1]", 0, 1) ",\"\\u0074\":" U8("[1]", 1, 2) "}", 2,
     "x: tensor \"t\" appears twice"},
    {"{\"a\":" U8("[2]", 0, 2) ",\"b\":" U8("[2]", 1, 3) "}", 3,
     "x: tensors \"a\" and \"b\" overlap"},
    {"{\"a\":" U8("[4]", 0, 4) ",\"b\":" U8("[0]", 2, 2) "}", 4,
     "x: tensors \"a\" and \"b\" overlap"},
    {"{\"a\":" U8("[1]", 0, 1) ",\"b\":" U8("[1]", 2, 3) "}", 3,
     "x: a hole of 1 bytes before tensor \"b\""},
    {"{\"a\":" U8("[1]", 1, 2) "}", 2, "x: a hole of 1 bytes before tensor \"a\""},
    {"{\"a\":" U8("[1]", 0, 1) "}", 2, "x: 1 bytes after the last tensor belong to none"},
    {"{}", 1, "x: 1 bytes after the last tensor belong to none"},
    /* __metadata__ */
    {"{\"__metadata__\":1}", 0, "x: __metadata__ is not an object"},
    {"{\"__metadata__\":[]}", 0, "x: __metadata__ is not an object"},
    {"{\"__metadata__\":{\"a\":1}}", 0, "x: __metadata__ \"a\" is not a string"},
    {"{\"__metadata__\":{\"a\":{}}}", 0, "x: __metadata__ \"a\" is not a string"},
    {"{\"__metadata__\":{\"a\":\"\",\"a\":\"\"}}", 0,
     "x: \"__metadata__\": a name appears twice in one object: duplicate object key near '\"a\"'"},
    {"{\"__metadata__\":{},\"__metadata__\":{}}", 0, "x: __metadata__ appears twice"},
    {"{\"__metadata__\":{\"a\":\"\xff\"}}", 0, "x: \"__metadata__\": not valid UTF-8"},
    /* words for a terminal */
    {"{\"\x01\x1b[31m\":1}", 0, "x: not JSON: control character 0x1 near '\"'"},
    {"{\"\\u001b[31m\":1}", 0, "x: tensor \"?[31m\": its description is not an object"},
};

static void refuses_each_by_name(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
        expect(simple(refusals[i].header, refusals[i].data), refusals[i].message);
}

static void refuses_header_lengths(void **state)
{
    (void)state;
    static const char junk[64] = "{}";
    expect((image){calloc(1, 1), 0}, "x: 0 bytes long, too short for a safetensors file");
    expect((image){calloc(1, 7), 7}, "x: 7 bytes long, too short for a safetensors file");
    expect(make(0, junk, 0, 0), "x: its header length is 0");
    expect(make(0, junk, 8, 0), "x: its header length is 0");
    expect(make(1, junk, 1, 0), "x: the JSON ends too early, after 1 bytes");
    expect(make(1, "x", 1, 0), "x: its header does not start with '{'; not a safetensors file");
    expect(make(7, "{\"t\":{}", 7, 0), "x: the JSON ends too early, after 7 bytes");
    expect(make(3, junk, 2, 0),
           "x: its header of 3 bytes runs past the end of the file (10 bytes)");
    expect(make(11, junk, 2, 0),
           "x: its header of 11 bytes runs past the end of the file (10 bytes)");
    expect(make(100000001, junk, 8, 0),
           "x: its header length is 100000001; at most 100000000 is read");
    expect(make(1ull << 63, junk, 8, 0),
           "x: its header length is 9223372036854775808; at most 100000000 is read");
    expect(make(UINT64_MAX, junk, 8, 0),
           "x: its header length is 18446744073709551615; at most 100000000 is read");
    expect(make(UINT64_MAX - 7, junk, 8, 0),
           "x: its header length is 18446744073709551608; at most 100000000 is read");
    expect(make(100000000, junk, 8, 0),
           "x: its header of 100000000 bytes runs past the end of the file (16 bytes)");
}

/* A header of `head`, n times `middle`, `tail`. */
static image repeated(const char *head, const char *middle, size_t n, const char *tail)
{
    size_t a = strlen(head), b = strlen(middle), c = strlen(tail), all = a + n * b + c;
    char *text = malloc(all + 1), *at = text;
    memcpy(at, head, a);
    at += a;
    for (size_t i = 0; i < n; i++, at += b) memcpy(at, middle, b);
    memcpy(at, tail, c + 1);
    image f = make(all, text, all, 0);
    free(text);
    return f;
}

static void refuses_large_parts(void **state)
{
    (void)state;
    expect(repeated("{\"t\":", "[", 100000, ""), "x: nested deeper than 32 levels");
    expect(repeated("{\"t\":", "{\"a\":", 100000, ""), "x: nested deeper than 32 levels");
    expect(repeated("{\"", "n", 1 << 20, "\":1}"), "x: a name is longer than 1024 bytes");
    expect(repeated("{\"", "n", 1025, "\":1}"), "x: a name is longer than 1024 bytes");
    expect(repeated("{\"", "\\u00e9", 513, "\":1}"), "x: a name is longer than 1024 bytes");
    expect(repeated("{\"t\":[", "{},", 1 << 20, "{}]}"),
           "x: the value of \"t\" is 3145732 bytes long; at most 16384 are read");
    expect(repeated("{\"__metadata__\":{\"a\":\"", "b", 1 << 20, "\"}}"),
           "x: the value of \"__metadata__\" is 1048584 bytes long; at most 1048576 are read");
}

static void names_a_pointer_of_lfs(void **state)
{
    (void)state;
    static const char *const text[] = {
        "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935\nsize 7752376\n",
        "version https://hawser.github.com/spec/v1\noid sha256:4d7a214614ab2935\nsize 7752376\n"};
    for (int i = 0; i < 2; i++) {
        image f = {strdup(text[i]), strlen(text[i])};
        expect(f, "x: a Git LFS pointer, not the file itself; run `git lfs pull` in its folder, or "
                  "download the file again");
    }
}

static void reads_padding_of_any_length(void **state)
{
    (void)state;
    ts_error err;
    image f = repeated("\n{}", "\r\n", 1 << 20, "");
    ts_safetensors *s = read_image(f, &err);
    assert_string_equal(err.text, "");
    ts_safetensors_close(s);
    free(f.bytes);
}

static void refuses_ten_over_one_range(void **state)
{
    (void)state;
    char text[1024] = "{";
    for (int i = 0; i < 10; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text), "%s\"t%d\":" U8("[9]", 0, 9),
                 i ? "," : "", i);
    ts_error err;
    strcat(text, "}");
    image f = simple(text, 9);
    assert_null(read_image(f, &err));
    assert_non_null(strstr(err.text, "overlap"));
    free(f.bytes);
}

/* ---- what is accepted ---- */

static const char good[] =
    "{\"__metadata__\":{\"format\":\"pt\"},"
    "\"b\":{\"data_offsets\":[4,10],\"dtype\":\"BF16\",\"shape\":[3,1]},"
    "\"scalar\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]},"
    "\"empty\":{\"dtype\":\"F16\",\"shape\":[7,0],\"data_offsets\":[4,4]},"
    "\"caf\\u00e9\":{\"dtype\":\"F4\",\"shape\":[4],\"data_offsets\":[10,12]}}    ";

static void reads_what_is_there(void **state)
{
    (void)state;
    ts_error err;
    image f = simple(good, 12);
    ts_safetensors *s = read_image(f, &err);
    assert_non_null(s);
    assert_int_equal(ts_safetensors_count(s), 4);
    const ts_tensor *b = ts_safetensors_find(s, "b"), *t = ts_safetensors_find(s, "scalar");
    assert_true(b->rank == 2 && b->dim[0] == 3 && b->dim[1] == 1 && b->bytes == 6);
    assert_int_equal(b->type->dtype, TS_bf16);
    assert_ptr_equal(b->data, f.bytes + f.n - 8);
    assert_true(t->rank == 0 && t->bytes == 4 && t->type->dtype == TS_f32);
    assert_int_equal(ts_safetensors_find(s, "empty")->bytes, 0);
    assert_int_equal(ts_safetensors_find(s, "caf\xc3\xa9")->type->dtype, TS_f4e2m1);
    assert_null(ts_safetensors_find(s, "c"));
    assert_null(ts_safetensors_at(s, 4));
    ts_safetensors_close(s);
    free(f.bytes);
}

static void accepts_the_edges(void **state)
{
    (void)state;
    static const struct {
        const char *header;
        size_t data;
        size_t tensors;
    } fine[] = {
        {"{}", 0, 0},
        {"{}     ", 0, 0},
        {"{ \"t\" :\n\t" U8("[1]", 0, 1) " }", 1, 1},
        {"{\"\":" U8("[1]", 0, 1) "}", 1, 1},
        {"{\"a\":" U8("[0]", 0, 0) ",\"b\":" U8("[0]", 0, 0) "}", 0, 2},
        {"{\"t\":" U8("[1,1,1,1,1,1,1,1]", 0, 1) "}", 1, 1},
        {"{\"t\":" U8("[0,9223372036854775807,9223372036854775807]", 0, 0) "}", 0, 1},
        {"{\"__metadata__\":{}}", 0, 0},
        {"{\"__metadata__\":null}", 0, 0},
        {"{}\n", 0, 0},
        {"{}\t\r\n ", 0, 0},
        {" \r\n\t{}", 0, 0},
        {"{\"t\":{\"dtype\":\"U8\",\"shape\":[],\"data_offsets\":[0,1],\"strides\":[-1]}}", 1, 1},
        {"{\"a\":" U8("[1]", 0, 1) ",\"z\":" U8("[0]", 1, 1) ",\"b\":" U8("[1]", 1, 2) "}", 2, 3},
        {"{\"b\":" U8("[1]", 1, 2) ",\"a\":" U8("[1]", 0, 1) "}", 2, 2},
    };
    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++) {
        ts_error err;
        image f = simple(fine[i].header, fine[i].data);
        ts_safetensors *s = read_image(f, &err);
        assert_string_equal(err.text, "");
        assert_int_equal(ts_safetensors_count(s), fine[i].tensors);
        ts_safetensors_close(s);
        free(f.bytes);
    }
}

static void knows_every_type(void **state)
{
    (void)state;
    const ts_tensor_type *type;
    size_t n = 0;
    for (; (type = ts_tensor_type_at(n)); n++) {
        char header[128];
        ts_error err;
        snprintf(header, sizeof header,
                 "{\"t\":{\"dtype\":\"%s\",\"shape\":[8],\"data_offsets\":[0,%d]}}", type->name,
                 type->bits);
        image f = simple(header, (size_t)type->bits);
        ts_safetensors *s = read_image(f, &err);
        assert_non_null(s);
        assert_ptr_equal(ts_safetensors_at(s, 0)->type, type);
        ts_safetensors_close(s);
        free(f.bytes);
    }
    assert_int_equal(n, 22);
}

/* Cut at every place: only the whole file opens, and each refusal is one line. */
static void refuses_every_truncation(void **state)
{
    (void)state;
    image f = simple(good, 12);
    for (size_t n = 0; n < f.n; n++) {
        char *cut = malloc(n ? n : 1);
        ts_error err = {0};
        memcpy(cut, f.bytes, n);
        assert_null(ts_safetensors_read(cut, n, "cut", &err));
        assert_memory_equal(err.text, "cut: ", 5);
        assert_null(strchr(err.text, '\n'));
        free(cut);
    }
    free(f.bytes);
}

static void finds_one_of_many(void **state)
{
    (void)state;
    enum { N = 20000 };
    char *text = malloc(N * 80), *at = text;
    ts_error err;
    at += sprintf(at, "{");
    for (int i = 0; i < N; i++)
        at += sprintf(at, "%s\"t%d\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[%d,%d]}",
                      i ? "," : "", i, i, i + 1);
    sprintf(at, "}");
    image f = simple(text, N);
    ts_safetensors *s = read_image(f, &err);
    assert_non_null(s);
    for (int i = 0; i < N; i++) {
        char name[16];
        snprintf(name, sizeof name, "t%d", i);
        assert_ptr_equal(ts_safetensors_find(s, name)->data, f.bytes + f.n - N + i);
    }
    ts_safetensors_close(s);
    free(f.bytes);
    free(text);
}

/* ---- files on disk ---- */

static char folder[] = "/tmp/tessera-safetensors-XXXXXX";

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    return rmdir(folder);
}

static void writes_what_it_reads(void **state)
{
    (void)state;
    char path[256];
    ts_error err = {0};
    const float a[6] = {1, 2, 3, 4, 5, 6};
    const uint16_t b[2] = {0x3f80, 0x4000};
    const ts_tensor t[] = {
        {.name = "z",
         .type = ts_tensor_type_find("F32"),
         .rank = 2,
         .dim = {2, 3},
         .data = a,
         .bytes = sizeof a},
        {.name = "quote \"\\ \xe2\x98\xba",
         .type = ts_tensor_type_find("BF16"),
         .rank = 1,
         .dim = {2},
         .data = b,
         .bytes = sizeof b},
        {.name = "empty", .type = ts_tensor_type_find("F16"), .rank = 1, .dim = {0}},
    };
    snprintf(path, sizeof path, "%s/w.safetensors", folder);
    assert_int_equal(ts_safetensors_write(path, t, 3, &err), 0);
    ts_safetensors *s = ts_safetensors_open(path, &err);
    assert_string_equal(err.text, "");
    assert_int_equal(ts_safetensors_count(s), 3);
    const ts_tensor *z = ts_safetensors_find(s, "z");
    assert_memory_equal(z->data, a, sizeof a);
    assert_int_equal((uintptr_t)z->data % 64, 0);
    assert_memory_equal(ts_safetensors_find(s, t[1].name)->data, b, sizeof b);
    assert_int_equal(ts_safetensors_unchanged(s, &err), 0);
    assert_int_equal(truncate(path, 20), 0);
    assert_int_equal(ts_safetensors_unchanged(s, &err), -1);
    assert_non_null(strstr(err.text, "changed since it was opened"));
    ts_safetensors_close(s);
    unlink(path);
    const ts_tensor twice[] = {t[0], t[0]};
    err = (ts_error){0};
    assert_int_equal(ts_safetensors_write(path, twice, 2, &err), -1);
    assert_int_equal(ts_safetensors_write("/nowhere/at/all", t, 3, &err), -1);
    assert_int_not_equal(access(path, F_OK), 0);
}

static void opens_only_files(void **state)
{
    (void)state;
    char path[256], message[512];
    ts_error err = {0}, err2 = {0}, err3 = {0};
    assert_null(ts_safetensors_open("/nowhere/at/all", &err));
    assert_string_equal(err.text, "/nowhere/at/all: cannot open: No such file or directory");
    assert_null(ts_safetensors_open(folder, &err2));
    snprintf(message, sizeof message, "%s: not a regular file", folder);
    assert_string_equal(err2.text, message);
    snprintf(path, sizeof path, "%s/pipe", folder);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_null(ts_safetensors_open(path, &err3)); /* and does not hang */
    assert_non_null(strstr(err3.text, "not a regular file"));
    unlink(path);
    ts_error err4 = {0};
    close(creat(path, 0600));
    assert_null(ts_safetensors_open(path, &err4));
    assert_non_null(strstr(err4.text, "0 bytes long, too short"));
    unlink(path);
}

/* A file of 1 TiB that is all hole costs no memory to refuse. */
static void refuses_a_sparse_giant(void **state)
{
    (void)state;
    char path[256];
    ts_error err = {0};
    snprintf(path, sizeof path, "%s/giant", folder);
    int fd = creat(path, 0600);
    if (ftruncate(fd, (off_t)1 << 40) == 0) {
        assert_null(ts_safetensors_open(path, &err));
        /* the map itself may be refused where addresses are limited */
        assert_true(strstr(err.text, "header length is 0") || strstr(err.text, "cannot map"));
    }
    close(fd);
    unlink(path);
}

static void shows_text_safely(void **state)
{
    (void)state;
    char longer[400];
    memset(longer, 'a', sizeof longer);
    assert_string_equal(ts_show("a\nb\x7f\xff", 5).text, "a?b??");
    assert_string_equal(ts_show("caf\xc3\xa9", 5).text, "caf\xc3\xa9");
    assert_string_equal(ts_show("caf\xc3\xa9", 4).text, "caf?");
    assert_string_equal(ts_show("\xc2\x9b", 2).text, "??");
    assert_int_equal(strlen(ts_show(longer, 400).text), 63);
    longer[399] = 0;
    longer[398] = '!';
    assert_int_equal(strlen(ts_show_path(longer).text), 255);
    assert_memory_equal(ts_show_path(longer).text, "...", 3);
    assert_int_equal(ts_show_path(longer).text[254], '!');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_each_by_name),
        cmocka_unit_test(refuses_header_lengths),
        cmocka_unit_test(refuses_large_parts),
        cmocka_unit_test(refuses_ten_over_one_range),
        cmocka_unit_test(reads_what_is_there),
        cmocka_unit_test(accepts_the_edges),
        cmocka_unit_test(knows_every_type),
        cmocka_unit_test(refuses_every_truncation),
        cmocka_unit_test(finds_one_of_many),
        cmocka_unit_test(writes_what_it_reads),
        cmocka_unit_test(opens_only_files),
        cmocka_unit_test(refuses_a_sparse_giant),
        cmocka_unit_test(shows_text_safely),
        cmocka_unit_test(names_a_pointer_of_lfs),
        cmocka_unit_test(reads_padding_of_any_length),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

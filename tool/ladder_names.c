/* ladder_names.c - the signature oracle: which functions a language has (ladder.h).
 *
 * Per language one list of NAME/ARGUMENTS from its standard or its vendor's reference, without the
 * number where it varies. A text may call these and what it defines itself. Comments, strings and
 * lines of the preprocessor are blanked first; a definition begins in column 0.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tool/ladder.h"

#define EVERYWHERE " for if while switch return "
#define CUDA_LIKE                                                                                  \
    EVERYWHERE                                                                                     \
    "__launch_bounds__ asm volatile __syncthreads/0 min/2 max/2 fminf/2 fmaxf/2 fabsf/1 "          \
    "floorf/1 ceilf/1 rintf/1 truncf/1 sqrtf/1 rsqrtf/1 expf/1 exp2f/1 logf/1 log2f/1 "            \
    "sinf/1 cosf/1 tanhf/1 powf/2 fmaf/3 __uint_as_float/1 __int_as_float/1 "                      \
    "__float_as_int/1 __float_as_uint/1 "

static const struct known {
    const char *language, *names;
} languages[] = {
    {"cuda", CUDA_LIKE "__shfl_xor_sync/3 __syncwarp "},
    {"hip", CUDA_LIKE "__shfl_xor/2 __builtin_inff/0 __builtin_nanf/1 __builtin_bit_cast/2 "},
    {"musa", CUDA_LIKE "__shfl_xor_sync/3 __half2float/1 __ushort_as_half/1 __half_as_ushort/1 "
                       "__float2half_rn/1 "},
    {"opencl",
     EVERYWHERE "__attribute__/1 reqd_work_group_size/3 barrier/1 get_local_id/1 get_group_id/1 "
                "get_num_groups/1 as_float/1 as_int/1 as_uint/1 vload_half/2 vstore_half_rte/3 "
                "min/2 max/2 fmin/2 fmax/2 fabs/1 fma/3 floor/1 ceil/1 rint/1 trunc/1 sqrt/1 "
                "rsqrt/1 exp/1 exp2/1 log/1 log2/1 sin/1 cos/1 tanh/1 pow/2 select/3 clamp/3 "},
    {"msl",
     EVERYWHERE "max_total_threads_per_threadgroup/1 buffer/1 threadgroup_barrier/1 "
                "simd_shuffle_xor/2 as_type<float>/1 as_type<int>/1 as_type<uint>/1 "
                "as_type<half>/1 as_type<ushort>/1 min/2 max/2 fabs/1 fma/3 floor/1 ceil/1 rint/1 "
                "trunc/1 fmin/2 fmax/2 precise::fmin/2 precise::fmax/2 precise::exp/1 "
                "precise::exp2/1 precise::log/1 precise::log2/1 precise::sqrt/1 precise::rsqrt/1 "
                "precise::sin/1 precise::cos/1 precise::tanh/1 precise::pow/2 select/3 "},
    {"wgsl",
     EVERYWHERE "group/1 binding/1 builtin/1 workgroup_size/1 align/1 size/1 bitcast<f32>/1 "
                "bitcast<u32>/1 bitcast<i32>/1 f32/1 i32/1 u32/1 bool/1 vec4<u32>/4 vec4<i32>/4 "
                "workgroupBarrier/0 storageBarrier/0 atomicOr/2 atomicAnd/2 atomicLoad/1 "
                "atomicStore/2 select/3 extractBits/3 insertBits/4 unpack2x16float/1 "
                "pack2x16float/1 min/2 max/2 clamp/3 abs/1 floor/1 ceil/1 round/1 trunc/1 sqrt/1 "
                "inverseSqrt/1 exp/1 exp2/1 log/1 log2/1 sin/1 cos/1 tanh/1 pow/2 fma/3 "
                "array<u32> "},
};

static const char *names_of(const char *language)
{
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (!strcmp(languages[i].language, language)) return languages[i].names;
    return NULL;
}

bool ts_ladder_has_names(const char *language)
{
    return names_of(language) != NULL;
}

/* ---- reading ---- */

static void blank(char *from, size_t n)
{
    for (size_t i = 0; i < n && from[i]; i++)
        if (from[i] != '\n') from[i] = ' ';
}

static size_t string_length(const char *s)
{
    size_t n = 1;
    while (s[n] && s[n] != '"' && s[n] != '\n') n += s[n] == '\\' && s[n + 1] ? 2 : 1;
    return n + (s[n] == '"');
}

/* Length of what is no code at s, 0 if it is code; first: nothing but blanks is before it. */
static size_t no_code(const char *s, bool first)
{
    if ((first && *s == '#') || !strncmp(s, "//", 2)) return strcspn(s, "\n");
    if (*s == '"') return string_length(s);
    if (strncmp(s, "/*", 2)) return 0;
    const char *end = strstr(s + 2, "*/");
    return end ? (size_t)(end - s) + 2 : strlen(s);
}

/* A string leaves a 0 behind, so that it still counts as an argument. */
static void strip(char *s)
{
    bool first = true;
    for (; *s; s++) {
        bool string = *s == '"';
        size_t n = no_code(s, first);
        blank(s, n);
        if (string) *s = '0';
        first = *s == '\n' || (first && isspace((unsigned char)*s) && !n);
    }
}

static bool letter(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* Length of the name at s, namespace and template arguments included. */
static size_t name_length(const char *s)
{
    size_t n = 0;
    while (letter(s[n]) || (s[n] == ':' && s[n + 1] == ':' && letter(s[n + 2])))
        n += s[n] == ':' ? 2 : 1;
    if (s[n] != '<') return n;
    size_t m = n + 1 + strspn(s + n + 1, "abcdefghijklmnopqrstuvwxyz0123456789_, ");
    return s[m] == '>' && s[m + 1] == '(' ? m + 1 : n;
}

static int arguments(const char *open)
{
    int depth = 0, commas = 0;
    bool any = false;
    for (const char *s = open; *s; s++) {
        if (*s == '(' || *s == '[' || *s == '{') depth++;
        if ((*s == ')' || *s == ']' || *s == '}') && !--depth) break;
        if (depth == 1 && *s == ',') commas++;
        if (s > open && !isspace((unsigned char)*s)) any = true;
    }
    return any ? commas + 1 : 0;
}

/* ---- looking up ---- */

/* Is it there? *arity gets the number of arguments, -1 where it varies. */
static bool find(const char *names, const char *name, size_t n, int *arity)
{
    for (const char *s = names; s && *s; s += strcspn(s, " ")) {
        s += strspn(s, " ");
        if (strncmp(s, name, n) || (s[n] != '/' && s[n] != ' ')) continue;
        *arity = s[n] == '/' ? atoi(s + n + 1) : -1;
        return true;
    }
    return false;
}

typedef struct search {
    const char *names; /* of the language */
    char *own;         /* of the text, in the same format */
    size_t used, room;
    ts_error *err;
} search;

static void own(search *f, const char *name, size_t n, const char *open)
{
    if (f->used + n + 24 > f->room) return;
    f->used += (size_t)snprintf(f->own + f->used, f->room - f->used, "%.*s/%d ", (int)n, name,
                                arguments(open));
}

/* The last name before a parenthesis on the outer level of a line in column 0 is defined there. */
static void definitions(search *f, const char *text)
{
    for (const char *line = text; *line; line += strcspn(line, "\n"), line += *line == '\n') {
        const char *name = NULL, *open = NULL;
        size_t length = 0, depth = 0;
        if (!letter(*line)) continue;
        for (const char *s = line; *s && *s != '\n' && *s != '{'; s++) {
            size_t n = letter(*s) && (s == line || !letter(s[-1])) ? name_length(s) : 0;
            if (n && s[n] == '(' && !depth) name = s, length = n, open = s + n;
            if (*s == '(') depth++;
            if (*s == ')' && depth) depth--;
        }
        if (name) own(f, name, length, open);
    }
}

static int call(search *f, const char *name, size_t n, const char *open)
{
    int arity = -1, given = arguments(open);
    if (!find(f->names, name, n, &arity) && !find(f->own, name, n, &arity))
        return ts_fail(f->err, "it calls %.*s, which the language does not have", (int)n, name);
    if (arity < 0 || arity == given) return 0;
    return ts_fail(f->err, "it calls %.*s with %d arguments instead of %d", (int)n, name, given,
                   arity);
}

static int calls(search *f, const char *text)
{
    for (const char *s = text; *s;) {
        size_t n = isalpha((unsigned char)*s) || *s == '_' ? name_length(s) : 0;
        if (!n) {
            s += strspn(s, "0123456789") && letter(*s) ? strcspn(s, " ()[]{},;+-*/<>=\n") : 1;
            continue;
        }
        if (s[n] == '(' && call(f, s, n, s + n)) return -1;
        s += n;
    }
    return 0;
}

int ts_ladder_sign(const char *language, const char *text, ts_error *err)
{
    search f = {.names = names_of(language), .room = 16384, .err = err};
    if (!f.names) return ts_fail(err, "no list of functions for %s", language);
    char *plain = strdup(text);
    f.own = calloc(1, f.room);
    int rc = -1;
    if (!plain || !f.own) {
        ts_fail(err, "no memory to read a text");
    } else {
        strip(plain);
        definitions(&f, plain);
        rc = calls(&f, plain);
    }
    free(plain);
    free(f.own);
    return rc;
}

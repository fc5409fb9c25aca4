/* text.c - a vendor's text as C++ for clang: what no header can do is done on the text (shim.h).
 *
 *   #include <vendor.h>          left out if the dialect has it; others are not found
 *   __shared__ T name[N];        TS_SHIM_SHARED(T, name, N, which)   in the body of a kernel only
 *   threadgroup T name[N];       likewise
 *   extern __shared__ T name[];  TS_SHIM_ASKED(T, name, which)       likewise
 *   [[buffer(n)]]                left out, and n must be the place of the parameter
 *   [[thread_position_in_...]]   = ts_shim::thread_position_in_...()
 *   const float *b0, (of CUDA)   const float volatile *b0: so that no access is optimised away
 *   asm("cvt...")                the function that computes what the PTX instruction does
 *   asm volatile("cp.async...")  likewise, of instructions without a result, or of sums that they change
 *   #if __CUDA_ARCH__ ... #endif left out, or up to #else: for a GPU's own compiler
 *   1.5                          refused: a double; so is what a dialect does not have
 *
 * One pass over the tokens; lines stay where they are, so that messages name lines of the text. Behind the
 * text follow the functions that call its entries.
 */
#include "proof/shim/shim.h"
#include "tessera/c_locale.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum { END, SPACE, WORD, NUMBER, STRING, MARK } kind;

typedef struct token {
    kind kind;
    const char *s;
    size_t n;
} token;

typedef struct scan {
    const ts_shim_dialect *dialect;
    const char *at, *end;
    FILE *out;
    int line, depth, round; /* depth: open braces; round: open parentheses */
    bool fresh;             /* at the start of a line */
    bool chosen;            /* the #else of a part for GPUs is open */
    bool kernel;            /* what begins or is open is a kernel */
    int arrays, buffers;    /* of this kernel so far */
    token last;             /* not SPACE */
    ts_error *err;
} scan;

/* ---- tokens ---- */

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

static size_t quoted(const char *p, const char *end)
{
    const char *q = p + 1;
    while (q < end && *q != *p && *q != '\n') q += *q == '\\' && q + 1 < end ? 2 : 1;
    return (size_t)((q < end ? q + 1 : end) - p);
}

/* White space, a comment, or the backslash at the end of a line; 0 for anything else. */
static size_t blank(const char *p, const char *end)
{
    size_t left = (size_t)(end - p);
    if (isspace((unsigned char)*p)) return 1;
    if (left > 1 && !memcmp(p, "\\\n", 2)) return 2;
    if (left > 1 && !memcmp(p, "//", 2)) {
        const char *stop = memchr(p, '\n', left);
        return stop ? (size_t)(stop - p) : left;
    }
    if (left < 2 || memcmp(p, "/*", 2)) return 0;
    const char *stop = memmem(p + 2, left - 2, "*/", 2);
    return stop ? (size_t)(stop + 2 - p) : left;
}

static size_t number(const char *p, const char *end)
{
    const char *q = p;
    for (; q < end; q++) {
        bool sign = (*q == '+' || *q == '-') && q > p && strchr("eEpP", q[-1]) &&
                    (strchr("pP", q[-1]) || p + 1 == q || p[1] != 'x');
        if (!is_word(*q) && *q != '.' && !sign) break;
    }
    return (size_t)(q - p);
}

static token look(const scan *s)
{
    const char *p = s->at, *end = s->end;
    token t = {END, p, 0};
    if (p == end) return t;
    t.n = blank(p, end);
    if (t.n) {
        t.kind = SPACE;
    } else if (isdigit((unsigned char)*p) ||
               (*p == '.' && p + 1 < end && isdigit((unsigned char)p[1]))) {
        t = (token){NUMBER, p, number(p, end)};
    } else if (is_word(*p)) {
        t.kind = WORD;
        while (p + t.n < end && is_word(p[t.n])) t.n++;
    } else if (*p == '"' || *p == '\'') {
        t = (token){STRING, p, quoted(p, end)};
    } else {
        t = (token){MARK, p, 1};
    }
    return t;
}

static void pass(scan *s, token t)
{
    for (size_t i = 0; i < t.n; i++) s->line += t.s[i] == '\n';
    s->at = t.s + t.n;
}

/* The next token that is no space; *shown: from where spaces began. */
static token next(scan *s)
{
    token t = look(s);
    for (; t.kind == SPACE; t = look(s)) {
        for (size_t i = 0; i < t.n; i++)
            if (t.s[i] == '\n') fputc('\n', s->out);
        pass(s, t);
    }
    pass(s, t);
    return t;
}

static bool is(token t, const char *text)
{
    return t.n == strlen(text) && !memcmp(t.s, text, t.n);
}

static void put(scan *s, token t)
{
    fwrite(t.s, 1, t.n, s->out);
}

static int refuse(scan *s, const char *what, token t, const char *why)
{
    return ts_fail(s->err, "%s text, line %d: %s%.*s%s", s->dialect->target, s->line, what,
                   (int)(t.n > 60 ? 60 : t.n), t.s, why);
}

/* ---- what is replaced ---- */

static token rest_of_line(const scan *s)
{
    const char *p = s->at;
    while (p < s->end && *p != '\n') p += *p == '\\' && p + 1 < s->end ? 2 : 1;
    return (token){MARK, s->at, (size_t)((p < s->end ? p : s->end) - s->at)};
}

/* What only a GPU's own compiler reads, up to its #else or #endif; its lines stay as empty ones. */
static int skip_gpu_part(scan *s)
{
    const char *end = memmem(s->at, (size_t)(s->end - s->at), "#endif", 6);
    const char *other = end ? memmem(s->at, (size_t)(end - s->at), "#else", 5) : NULL;
    token part = {SPACE, s->at, end ? (size_t)((other ? other + 5 : end + 6) - s->at) : 0};
    s->chosen = other != NULL;
    if (!end) return refuse(s, "no #endif behind #if ", (token){WORD, "__CUDA_ARCH__", 13}, "");
    for (size_t i = 0; i < part.n; i++) {
        if (part.s[i] == '\n') fputc('\n', s->out);
    }
    pass(s, part);
    return 0;
}

/* A line with a # in front; other lines than #include are the compiler's. */
static int directive(scan *s)
{
    static const char gpu[] = "#if __CUDA_ARCH__";
    if ((size_t)(s->end - s->at) > strlen(gpu) && !memcmp(s->at, gpu, strlen(gpu)))
        return skip_gpu_part(s);
    token line = rest_of_line(s);
    if (s->chosen && is(line, "#endif")) {
        s->chosen = false;
        pass(s, line);
        return 0;
    }
    char text[200], name[80];
    snprintf(text, sizeof text, "%.*s", (int)(line.n < sizeof text ? line.n : 0), line.s);
    bool known = false;
    if (sscanf(text, " # include <%79[^>]>", name) == 1)
        for (int i = 0; i < 4 && s->dialect->include[i]; i++)
            known |= !strcmp(name, s->dialect->include[i]);
    if (!known) put(s, line);
    pass(s, line);
    return 0;
}

/* asked: extern, as large as a launch says. */
static int shared_array(scan *s, token word, bool asked)
{
    token type = next(s), name = next(s);
    if (name.kind != WORD || !is(next(s), "[") || s->depth != 1 || !s->kernel || s->round)
        return refuse(s, "", word, " stands only before TYPE NAME[COUNT]; in the body of a kernel");
    token count = {MARK, s->at, 0};
    for (token t = next(s); !is(t, "]"); t = next(s)) {
        if (t.kind == END || is(t, ";")) return refuse(s, "no ] behind ", count, "");
        count.n = (size_t)(t.s + t.n - count.s);
    }
    if (!is(next(s), ";") || s->arrays == TS_SHIM_ARRAYS)
        return refuse(s, "more than a few plain arrays, or no ; behind ", name, "");
    if (asked != !count.n) return refuse(s, "", name, " has no size, or is extern and has one");
    if (asked) {
        fprintf(s->out, "TS_SHIM_ASKED(%.*s, %.*s, %d);", (int)type.n, type.s, (int)name.n, name.s,
                s->arrays++);
        return 0;
    }
    fprintf(s->out, "TS_SHIM_SHARED(%.*s, %.*s, (%.*s), %d);", (int)type.n, type.s, (int)name.n,
            name.s, (int)count.n, count.s, s->arrays++);
    return 0;
}

/* A pointer to shared memory, as opposed to an array. */
static bool points(const scan *s)
{
    const char *p = s->at;
    while (p < s->end && !strchr("*[;,)({", *p)) p++;
    return p < s->end && *p == '*';
}

/* [[...]] of Metal; the second bracket is still to come. */
static int attribute(scan *s)
{
    static const char *const values[] = {"thread_position_in_threadgroup",
                                         "threadgroup_position_in_grid", "threadgroups_per_grid",
                                         "threads_per_threadgroup"};
    next(s);
    token name = next(s);
    const char *inner = s->at;
    for (token t = look(s); t.kind != END && t.s[0] != ']'; t = look(s)) pass(s, t);
    bool closed = is(next(s), "]");
    if (!closed || !is(next(s), "]")) return refuse(s, "no ]] behind ", name, "");
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        if (!is(name, values[i])) continue;
        fprintf(s->out, "= ts_shim::%s()", values[i]);
        return 0;
    }
    if (is(name, "max_total_threads_per_threadgroup")) return 0;
    if (!is(name, "buffer")) return refuse(s, "[[", name, "]] is not an attribute that texts use");
    char place[16];
    snprintf(place, sizeof place, "(%d)", s->buffers++);
    if ((size_t)(s->end - inner) < strlen(place) || memcmp(inner, place, strlen(place)))
        return refuse(s, "[[", name, "(n)]] does not count the parameters from 0 upwards");
    return 0;
}

static const struct instruction {
    const char *text, *to, *from, *function;
} instructions[] = {
    {"\"cvt.f32.f16 %0, %1;\"", "\"=f\"", "\"h\"", "ts_shim::half_to_float"},
    {"\"cvt.rn.f16.f32 %0, %1;\"", "\"=h\"", "\"f\"", "ts_shim::float_to_half"},
    {"\"cvta.to.shared.u64 %0, %1;\"", "\"=l\"", "\"l\"", "ts_shim::shared_address"},
};

/* Up to the parenthesis that closes the open one. */
static token operand(scan *s)
{
    token all = {MARK, s->at, 0};
    int open = 1;
    for (token t = next(s); t.kind != END; t = next(s)) {
        open += is(t, "(") - is(t, ")");
        if (!open) break;
        all.n = (size_t)(t.s + t.n - all.s);
    }
    return all;
}

#define SUMS                                                                                       \
    "{%0, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11, %12, %13, %14, %15, %16, %17, %18, %19, "  \
    "%20, %21, %22, %23, %24, %25, %26, %27, %28, %29, %30, %31}"
#define PRODUCT(shape, type)                                                                       \
    "{ .reg .pred p; setp.eq.b32 p, %34, 0; wgmma.mma_async.sync.aligned." shape ".f32." type      \
    "." type " " SUMS ", %32, %33, p, 1, 1"

static const struct effect {
    const char *text, *function;
    int sums; /* "+f" operands in front */
} effects[] = {
    {"cp.async.cg.shared.global [%0], [%1], 16, %2;", "ts_shim::begin_copy", 0},
    {"cp.async.commit_group;", "ts_shim::end_group", 0},
    {"cp.async.wait_group %0;", "ts_shim::wait_for_groups", 0},
    {"fence.proxy.async.shared::cta;", "ts_shim::show_to_products", 0},
    {"wgmma.fence.sync.aligned;", "ts_shim::begin_products", 0},
    {"wgmma.commit_group.sync.aligned;", "ts_shim::close_products", 0},
    {"wgmma.wait_group.sync.aligned %32;", "ts_shim::join_products", 32},
    {PRODUCT("m64n64k16", "f16") ", 0, 0; }", "ts_shim::product_f16", 32},
    {PRODUCT("m64n64k16", "bf16") ", 0, 0; }", "ts_shim::product_bf16", 32},
    {PRODUCT("m64n64k32", "e4m3") "; }", "ts_shim::product_e4m3", 32},
};

/* Strings side by side are one; *t: what comes behind the first, t, and all others. NULL: no such text. */
static const struct effect *find_effect(scan *s, token *t)
{
    char text[512];
    size_t n = 0;
    for (; t->kind == STRING; *t = next(s)) {
        if (t->n < 2 || n + t->n > sizeof text) return NULL;
        memcpy(text + n, t->s + 1, t->n - 2);
        n += t->n - 2;
    }
    for (size_t i = 0; i < sizeof effects / sizeof *effects; i++)
        if (strlen(effects[i].text) == n && !memcmp(effects[i].text, text, n)) return &effects[i];
    return NULL;
}

/* "r"(operand), ... up to a colon, behind `before`; how many, -1: they are not written so. */
static int operands(scan *s, const char *constraint, const char *before)
{
    int n = 0;
    for (token t; !is(t = next(s), ":"); n++) {
        if (n && !is(t, ",")) return -1;
        if (n) t = next(s);
        if (t.kind != STRING || (constraint && !is(t, constraint)) || !is(next(s), "(")) return -1;
        token from = operand(s);
        fprintf(s->out, "%s%s%.*s", n ? ", " : "", before, (int)from.n, from.s);
    }
    return n;
}

/* asm volatile("instruction" : "+f"(sum) : "l"(operand), "r"(operand) : "memory"), the second word being read */
static int effect(scan *s)
{
    bool good = is(next(s), "(");
    token first = next(s), t = first;
    const struct effect *found = find_effect(s, &t);
    good &= found && is(t, ":");
    if (good) fprintf(s->out, "%s(%s", found->function, found->sums ? "ts_shim::registers{{" : "");
    good = good && operands(s, "\"+f\"", "&") == found->sums;
    if (good && found->sums) fputs("}}, ", s->out);
    good = good && operands(s, NULL, "") >= 0;
    good = good && is(next(s), "\"memory\"") && is(next(s), ")");
    if (!good) return refuse(s, "", first, " is not an instruction that texts use");
    fputc(')', s->out);
    return 0;
}

/* asm("instruction" : "=t"(result) : "f"(operand)) */
static int assembly(scan *s, token word)
{
    token first = next(s);
    if (is(first, "volatile")) return effect(s);
    bool good = is(first, "(");
    token text = next(s);
    good &= is(next(s), ":");
    token to = next(s);
    good &= is(next(s), "(");
    token result = operand(s);
    good &= is(next(s), ":");
    token from = next(s);
    good &= is(next(s), "(");
    token source = operand(s);
    good &= is(next(s), ")");
    for (size_t i = 0; good && i < sizeof instructions / sizeof *instructions; i++) {
        const struct instruction *x = &instructions[i];
        if (!is(text, x->text) || !is(to, x->to) || !is(from, x->from)) continue;
        fprintf(s->out, "%.*s = %s(%.*s)", (int)result.n, result.s, x->function, (int)source.n,
                source.s);
        return 0;
    }
    return refuse(s, "", good ? text : word, " is not an instruction that texts use");
}

/* ---- what is refused ---- */

/* 1.5 and 1e3 are doubles; 1.5f, 0x1p3f and 15 are not. */
static bool is_double(token t)
{
    char last = t.s[t.n - 1];
    bool hex = t.n > 1 && (t.s[1] == 'x' || t.s[1] == 'X');
    bool real = memchr(t.s, '.', t.n) || memchr(t.s, hex ? 'p' : 'e', t.n) ||
                memchr(t.s, hex ? 'P' : 'E', t.n);
    return real && last != 'f' && last != 'F' && last != 'h';
}

static bool listed(token t, const char *const *list)
{
    for (; *list; list++)
        if (is(t, *list)) return true;
    return false;
}

static int check_word(scan *s, token t)
{
    static const char *const nowhere[] = {"double",  "goto",         "new",          "delete",
                                          "throw",   "try",          "catch",        "std",
                                          "virtual", "thread_local", "dynamic_cast", NULL};
    static const char *const not_metal[] = {"static", "asm",   "__asm__", "long",
                                            "typeid", "union", NULL};
    static const char *const spaces[] = {"device", "constant", "threadgroup",
                                         "thread", "kernel",   NULL};
    if (listed(t, nowhere) || (s->dialect->metal && listed(t, not_metal)))
        return refuse(s, "", t, " is not in the language");
    if (!s->dialect->metal || !listed(t, spaces)) return 0;
    scan ahead = *s;
    token after = look(&ahead);
    for (; after.kind == SPACE; after = look(&ahead)) ahead.at += after.n;
    if (after.kind == WORD || is(after, "*") || is(after, "&")) return 0;
    return refuse(s, "", t, " is a keyword and no name");
}

/* A function pointer's (*. */
static int check_mark(scan *s, token t)
{
    if (is(t, "*") && is(s->last, "(") && s->dialect->metal) {
        scan ahead = *s;
        token name = look(&ahead);
        ahead.at += name.n;
        token close = look(&ahead);
        ahead.at += close.n;
        if (name.kind == WORD && is(close, ")") && is(look(&ahead), "("))
            return refuse(s, "(*", name, ")( is a function pointer");
    }
    s->depth += is(t, "{") - is(t, "}");
    s->round += is(t, "(") - is(t, ")");
    if (!s->depth && (is(t, "}") || is(t, ";"))) s->kernel = false;
    return 0;
}

/* ---- the pass ---- */

static int word(scan *s, token t)
{
    bool metal = s->dialect->metal;
    if (is(t, metal ? "kernel" : "__global__")) {
        s->kernel = true;
        s->arrays = s->buffers = 0;
    }
    if (check_word(s, t)) return -1;
    if (is(t, metal ? "threadgroup" : "__shared__") && !points(s)) return shared_array(s, t, false);
    if (!metal && s->kernel && s->depth && is(t, "extern")) {
        token array = next(s);
        return is(array, "__shared__") ? shared_array(s, array, true)
                                       : refuse(s, "extern ", array, " is not in a kernel");
    }
    if (!metal && is(t, "asm")) return assembly(s, t);
    put(s, t);
    return 0;
}

static int step(scan *s, token t)
{
    if (t.kind == SPACE) {
        put(s, t);
        if (memchr(t.s, '\n', t.n)) s->fresh = true;
        return 0;
    }
    bool fresh = s->fresh;
    s->fresh = false;
    if (fresh && is(t, "#")) {
        s->at = t.s;
        return directive(s);
    }
    if (t.kind == WORD) return word(s, t);
    if (t.kind == NUMBER && is_double(t)) return refuse(s, "", t, " is a double; it lacks an f");
    if (s->dialect->metal && is(t, "[") && s->at < s->end && *s->at == '[') return attribute(s);
    bool parameter = s->kernel && !s->depth && s->round == 1 && is(t, "*");
    if (parameter && !s->dialect->metal) fputs(" volatile ", s->out);
    put(s, t);
    return t.kind == MARK ? check_mark(s, t) : 0;
}

static int walk(scan *s)
{
    for (token t = look(s); t.kind != END; t = look(s)) {
        pass(s, t);
        if (step(s, t)) return -1;
        if (t.kind != SPACE) s->last = t;
    }
    return 0;
}

/* ---- behind the text ---- */

/* One function that calls the entry with a thread's arguments, and one that runs a block of it. */
static void put_entry(FILE *out, const ts_entry *e)
{
    fprintf(out, "static void ts_shim_call_%s(ts_shim_job *job)\n{\n    %s(", e->entry, e->entry);
    for (int i = 0; i < e->params; i++)
        fprintf(out, "%sts_shim::argument<%d, %s>{job->arg[%d]}", i ? ", " : "", e->unit[i],
                e->mode[i] == 'i' ? "false" : "true", i);
    for (int i = 0; i < e->sizes; i++)
        fprintf(out, "%sts_shim::cell{job->size[%d]}", i || e->params ? ", " : "", i);
    fprintf(out,
            ");\n}\nextern \"C\" __attribute__((visibility(\"default\"))) int ts_shim_run_%s("
            "ts_shim_job *job)\n{\n    return ts_shim::run(job, ts_shim_call_%s);\n}\n",
            e->entry, e->entry);
}

char *ts_shim_translate(const ts_shim_dialect *d, const ts_manifest *m, const char *text,
                        size_t bytes, size_t *length, ts_error *err)
{
    TS_C_LOCALE;
    char *all = NULL;
    FILE *out = open_memstream(&all, length);
    if (!out) {
        ts_fail(err, "no memory for a text");
        return NULL;
    }
    fprintf(out, "%s%s%s%s#line 1 \"%s\"\n", d->define, ts_shim_abi_text, ts_shim_fiber_text,
            d->header, d->target);
    scan s = {.dialect = d,
              .at = text,
              .end = text + bytes,
              .out = out,
              .line = 1,
              .fresh = true,
              .err = err};
    int rc = walk(&s);
    fprintf(out, "\n#line 1 \"manifest\"\n");
    for (size_t i = 0; i < m->n; i++) put_entry(out, &m->entry[i]);
    if (fclose(out) && !rc) rc = ts_fail(err, "no memory for a text");
    if (!rc) return all;
    free(all);
    return NULL;
}

/* form.c - builds the SIMT form: constants folded, equal pure values made once per block.
 *
 * A pure value is looked up by its fields in a hash table of what the open blocks hold; END takes the
 * entries of its block out again, so a value never leaves the block that computes it. */
#include "simt/form.h"
#include "tessera/c_locale.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const struct ts_sopinfo ts_sops[] = {
#define X(name, is) {#name, is},
    TS_S_OPS(X)
#undef X
};

enum { BUCKETS = 1024 }; /* at first */

typedef struct entry {
    uint32_t hash, next; /* next: the one before it in its bucket */
} entry;

typedef struct builder {
    uint32_t *head, buckets; /* newest pure value of a hash, 0: none */
    entry *entry;            /* by value */
    uint32_t *stack;         /* pure values of all open blocks */
    uint32_t held, cap;
    uint32_t block[TS_MAXBLOCKS]; /* held when each block was opened */
    int depth;
} builder;

/* Small numbers differ in the highest bits of a double only, and products carry upwards. */
static uint32_t hash(const ts_sinst *i)
{
    uint64_t value, h = 1469598103934665603u;
    memcpy(&value, &i->value, sizeof value);
    const uint64_t field[] = {i->op, i->elem, (uint64_t)i->type, i->a,
                              i->b,  i->c,    (uint64_t)i->n,    value ^ value >> 32};
    for (size_t f = 0; f < sizeof field / sizeof *field; f++) {
        h = (h ^ field[f]) * 0x9e3779b97f4a7c15u;
        h ^= h >> 32;
    }
    return (uint32_t)h;
}

static uint32_t *bucket(const builder *b, uint32_t hash)
{
    return &b->head[hash & (b->buckets - 1)];
}

static void enter(const builder *b, uint32_t v)
{
    uint32_t *head = bucket(b, b->entry[v].hash);
    b->entry[v].next = *head;
    *head = v;
}

/* Entered again in their order, so that the newest still comes first and blocks can be taken back. */
static bool more_buckets(builder *b)
{
    uint32_t n = b->buckets ? 4 * b->buckets : BUCKETS;
    uint32_t *head = calloc(n, sizeof *head);
    if (!head) return false;
    free(b->head);
    b->head = head;
    b->buckets = n;
    for (uint32_t i = 0; i < b->held; i++) enter(b, b->stack[i]);
    return true;
}

ts_simt *ts_simt_new(const char *name, const ts_target *target)
{
    ts_simt *s = calloc(1, sizeof *s);
    if (!s) return NULL;
    s->name = ts_keep(name);
    s->target = target;
    s->traits = target ? ts_simt_traits_of(target) : NULL;
    s->teams = 1;
    s->scratch = calloc(1, sizeof(builder));
    s->failed = !s->scratch || !more_buckets(s->scratch);
    ts_s_put(s, (ts_sinst){0});
    return s;
}

void ts_simt_built(ts_simt *s)
{
    builder *b = s->scratch;
    if (b) {
        free(b->head);
        free(b->entry);
        free(b->stack);
    }
    free(b);
    s->scratch = NULL;
}

void ts_simt_free(ts_simt *s)
{
    if (!s) return;
    ts_simt_built(s);
    for (int i = 0; i < s->params; i++) free((char *)(uintptr_t)s->param[i].name);
    for (int i = 0; i < s->sizes; i++) free((char *)(uintptr_t)s->size_name[i]);
    free(s->param);
    free(s->size_name);
    free((char *)(uintptr_t)s->kernel);
    ts_files_free(&s->files);
    free(s->name);
    free(s->range);
    free(s->takes);
    free(s->i);
    free(s);
}

/* ---- putting ---- */

static bool grow(void *array, uint32_t need, uint32_t *cap, size_t size)
{
    if (need <= *cap) return true;
    uint32_t more = *cap ? 2 * *cap : 256;
    void *bigger = realloc(*(void **)array, more * size);
    if (!bigger) return false;
    *(void **)array = bigger;
    *cap = more;
    return true;
}

static bool same(const ts_sinst *x, const ts_sinst *y)
{
    return x->op == y->op && x->elem == y->elem && x->type == y->type && x->a == y->a &&
           x->b == y->b && x->c == y->c && x->n == y->n &&
           !memcmp(&x->value, &y->value, sizeof x->value);
}

static uint32_t find(const ts_simt *s, const ts_sinst *i, uint32_t hash)
{
    const builder *b = s->scratch;
    for (uint32_t v = *bucket(b, hash); v; v = b->entry[v].next)
        if (b->entry[v].hash == hash && same(&s->i[v], i)) return v;
    return 0;
}

static void hold(ts_simt *s, uint32_t v, uint32_t hash)
{
    builder *b = s->scratch;
    if (!grow(&b->stack, b->held + 1, &b->cap, sizeof *b->stack)) {
        s->failed = true;
        return;
    }
    b->entry[v].hash = hash;
    enter(b, v);
    b->stack[b->held++] = v;
    if (b->held > b->buckets && !more_buckets(b)) s->failed = true;
}

static void open_block(ts_simt *s)
{
    builder *b = s->scratch;
    if (b->depth == TS_MAXBLOCKS)
        s->failed = true;
    else
        b->block[b->depth++] = b->held;
}

static void close_block(ts_simt *s)
{
    builder *b = s->scratch;
    uint32_t from = b->depth ? b->block[--b->depth] : 0;
    while (b->held > from) {
        uint32_t v = b->stack[--b->held];
        *bucket(b, b->entry[v].hash) = b->entry[v].next;
    }
}

static uint32_t append(ts_simt *s, const ts_sinst *i)
{
    builder *b = s->scratch;
    uint32_t before = s->cap;
    if (s->failed || s->n > TS_MAXFORM || !grow(&s->i, s->n + 1, &s->cap, sizeof *s->i)) {
        s->failed = true;
        return 0;
    }
    if (s->cap != before) {
        entry *more = realloc(b->entry, s->cap * sizeof *more);
        if (!more) {
            s->failed = true;
            return 0;
        }
        b->entry = more;
    }
    s->i[s->n] = *i;
    if (!i->line) s->i[s->n].line = s->line;
    if (!i->file) s->i[s->n].file = s->in;
    return s->n++;
}

uint32_t ts_s_put(ts_simt *s, ts_sinst i)
{
    if (s->failed) return 0;
    bool shared = s->n && ts_sops[i.op].is & TS_PURE;
    uint32_t h = shared ? hash(&i) : 0, v = shared ? find(s, &i, h) : 0;
    if (v) return v;
    if (i.op == TS_S_END) close_block(s);
    v = append(s, &i);
    if (shared && v) hold(s, v, h);
    if (i.op == TS_S_FOR || i.op == TS_S_IF) open_block(s);
    return v;
}

/* ---- constants ---- */

uint32_t ts_s_const(ts_simt *s, ts_dtype t, double x)
{
    if (t == TS_f32) x = (float)x;
    return ts_s_put(s, (ts_sinst){.op = TS_S_CONST, .type = t, .value = x});
}

uint32_t ts_s_i32(ts_simt *s, int64_t x)
{
    return ts_s_const(s, TS_i32, (double)(int32_t)x);
}

uint32_t ts_s_u32(ts_simt *s, uint32_t x)
{
    return ts_s_const(s, TS_u32, x);
}

uint32_t ts_s_f32(ts_simt *s, double x)
{
    return ts_s_const(s, TS_f32, x);
}

uint32_t ts_s_zeros(ts_simt *s, int type)
{
    return ts_s_put(s, (ts_sinst){.op = TS_S_CONST, .type = type});
}

bool ts_s_is(const ts_simt *s, uint32_t v, double *x)
{
    if (v >= s->n || s->i[v].op != TS_S_CONST) return false;
    *x = s->i[v].value;
    return true;
}

int ts_s_type(const ts_simt *s, uint32_t v)
{
    return v < s->n ? s->i[v].type : TS_i32;
}

static uint32_t long_const(ts_simt *s, double x)
{
    return ts_s_put(s, (ts_sinst){.op = TS_S_CONST, .type = TS_U64, .value = x});
}

uint32_t ts_s_long(ts_simt *s, uint32_t a)
{
    double x;
    if (ts_s_type(s, a) == TS_U64) return a;
    if (ts_s_is(s, a, &x) && x >= 0) return long_const(s, x);
    return ts_s_put(s, (ts_sinst){.op = TS_S_TO, .type = TS_U64, .a = a});
}

/* Sums and products of constants, as far as a double holds them. */
static uint32_t fold_long(ts_simt *s, ts_opcode elem, uint32_t a, uint32_t b)
{
    double x, y, most = 0x1p53;
    if (ts_s_type(s, a) != TS_U64 || !ts_s_is(s, b, &y)) return 0;
    if (ts_s_is(s, a, &x) && elem == TS_add_ && x + y < most) return long_const(s, x + y);
    if (ts_s_is(s, a, &x) && elem == TS_mul_ && x * y < most) return long_const(s, x * y);
    if (elem == TS_mul_) return y == 1 ? a : y == 0 ? b : 0;
    return y == 0 ? a : 0;
}

/* Integers as what their dtype holds. */
static double wrap(int type, int64_t x)
{
    return type == TS_u32 ? (double)(uint32_t)x : type == TS_b1 ? (x != 0) : (double)(int32_t)x;
}

/* ---- elementwise ---- */

static int arguments(ts_opcode elem)
{
    return ts_opinfos[elem].args;
}

static int result(const ts_simt *s, ts_opcode elem, uint32_t a)
{
    return ts_opinfos[elem].result == PRED ? TS_b1 : ts_s_type(s, a);
}

static uint32_t fold_constants(ts_simt *s, ts_opcode elem, uint32_t a, uint32_t b)
{
    double x, y;
    int type = ts_s_type(s, a);
    if (type == TS_f32 || type == TS_U64 || arguments(elem) != 2 || !ts_s_is(s, a, &x) ||
        !ts_s_is(s, b, &y))
        return 0;
    bool shift = elem == TS_shl_ || elem == TS_shr_;
    if (shift && !(y >= 0 && y < 32)) return 0;
    int to = result(s, elem, a);
    return ts_s_const(s, (ts_dtype)to, wrap(to, ts_elem_integer(elem, (int64_t)x, (int64_t)y)));
}

/* x + 0, x * 1, x & true, ... of integers and predicates; 0 where nothing is gained. */
static uint32_t fold_identity(ts_simt *s, ts_opcode elem, uint32_t a, uint32_t b)
{
    double y;
    int type = ts_s_type(s, a);
    if (type == TS_f32 || type == TS_U64 || arguments(elem) != 2 || !ts_s_is(s, b, &y)) return 0;
    bool all = type == TS_b1 ? y == 1 : type == TS_u32 ? y == 4294967295.0 : y == -1;
    switch (elem) {
    case TS_add_:
    case TS_sub_:
    case TS_xor_:
    case TS_shl_:
    case TS_shr_: return y == 0 ? a : 0;
    case TS_or_: return y == 0 ? a : all ? b : 0;
    case TS_and_: return all ? a : y == 0 ? b : 0;
    case TS_mul_: return y == 1 ? a : y == 0 ? b : 0;
    case TS_div_: return y == 1 ? a : 0;
    default: return 0;
    }
}

static bool commutes(ts_opcode elem)
{
    return elem == TS_add_ || elem == TS_mul_ || elem == TS_and_ || elem == TS_or_ ||
           elem == TS_xor_ || elem == TS_eq_ || elem == TS_ne_;
}

/* (x + c) + d is x + (c + d): wrapping addition of integers may be regrouped. */
static uint32_t fold_sum(ts_simt *s, ts_opcode elem, uint32_t a, uint32_t b)
{
    double c, d;
    const ts_sinst *i = &s->i[a];
    bool sum = elem == TS_add_ && i->op == TS_S_ELEM && i->elem == TS_add_ && i->type != TS_f32 &&
               i->type != TS_U64;
    if (!sum || !ts_s_is(s, b, &d) || !ts_s_is(s, i->b, &c)) return 0;
    uint32_t x = i->a;
    int type = i->type;
    return ts_s_op(s, TS_add_, x, ts_s_const(s, (ts_dtype)type, wrap(type, (int64_t)(c + d))), 0);
}

uint32_t ts_s_op(ts_simt *s, ts_opcode elem, uint32_t a, uint32_t b, uint32_t c)
{
    double x;
    if (s->failed) return 0;
    if (commutes(elem) && ts_s_is(s, a, &x) && ts_s_type(s, a) != TS_f32) {
        uint32_t t = a;
        a = b;
        b = t;
    }
    uint32_t v = fold_long(s, elem, a, b);
    if (!v) v = fold_constants(s, elem, a, b);
    if (!v) v = fold_identity(s, elem, a, b);
    if (!v) v = fold_sum(s, elem, a, b);
    if (v) return v;
    int n = arguments(elem);
    return ts_s_put(s, (ts_sinst){.op = TS_S_ELEM,
                                  .elem = elem,
                                  .type = result(s, elem, a),
                                  .a = a,
                                  .b = n > 1 ? b : 0,
                                  .c = n > 2 ? c : 0});
}

uint32_t ts_s_select(ts_simt *s, uint32_t p, uint32_t a, uint32_t b)
{
    double x;
    if (a == b) return a;
    if (ts_s_is(s, p, &x)) return x ? a : b;
    return ts_s_put(s,
                    (ts_sinst){.op = TS_S_SELECT, .type = ts_s_type(s, a), .a = p, .b = a, .c = b});
}

uint32_t ts_s_to(ts_simt *s, ts_dtype t, uint32_t a)
{
    double x;
    int from = ts_s_type(s, a);
    if (from == (int)t) return a;
    if (ts_s_is(s, a, &x)) {
        if (t == TS_f32) return ts_s_f32(s, x);
        return ts_s_const(s, t, wrap(t, (int64_t)trunc(x)));
    }
    return ts_s_put(s, (ts_sinst){.op = TS_S_TO, .type = t, .a = a});
}

uint32_t ts_s_bits(ts_simt *s, ts_dtype t, uint32_t a)
{
    double x;
    const ts_sinst *i = &s->i[a];
    if (i->type == (int)t) return a;
    if (i->op == TS_S_BITS) return ts_s_bits(s, t, i->a);
    bool integers = i->type != TS_f32 && t != TS_f32;
    if (integers && ts_s_is(s, a, &x)) return ts_s_const(s, t, wrap(t, (int64_t)x));
    return ts_s_put(s, (ts_sinst){.op = TS_S_BITS, .type = t, .a = a});
}

/* ---- printing ---- */

static const char *type_name(int type)
{
    switch (type) {
    case TS_QUAD: return "quad";
    case TS_OCT: return "oct";
    case TS_U64: return "long";
    case TS_LEFT_F16: return "left of f16";
    case TS_LEFT_BF16: return "left of bf16";
    case TS_RIGHT_F16: return "right of f16";
    case TS_RIGHT_BF16: return "right of bf16";
    case TS_SUMS: return "sums";
    case TS_SQUARES: return "squares";
    case TS_BLOCK: return "sums of four";
    default: return ts_dtypes[type].name;
    }
}

static void print_operand(FILE *f, const ts_simt *s, uint32_t v)
{
    TS_C_LOCALE;
    double x;
    if (!v) return;
    if (ts_s_is(s, v, &x))
        fprintf(f, " %.9g", x);
    else
        fprintf(f, " %%%u", v);
}

void ts_simt_print(FILE *f, const ts_simt *s)
{
    int depth = 1;
    fprintf(f, "form %s for %s: %d threads, %d teams, %ld programs, %d words shared\n", s->name,
            s->target ? s->target->name : "?", s->threads, s->teams, s->count, s->shared);
    for (uint32_t v = 1; v < s->n; v++) {
        const ts_sinst *i = &s->i[v];
        if (i->op == TS_S_NONE || i->op == TS_S_CONST) continue;
        if (i->op == TS_S_END) depth--;
        fprintf(f, "%*s%%%-4u %s", 2 * depth, "", v,
                i->op == TS_S_ELEM ? ts_opinfos[i->elem].name : ts_sops[i->op].name);
        if (i->op == TS_S_LOAD || i->op == TS_S_LOAD4 || i->op == TS_S_STORE ||
            i->op == TS_S_WORD || i->op == TS_S_SIZE || i->op == TS_S_SHUFFLE ||
            i->op == TS_S_FRAGMENT || i->op == TS_S_MULTIPLY || i->op == TS_S_UNLOAD ||
            i->op == TS_S_BARRIER || i->op == TS_S_COPY || i->op == TS_S_WAIT ||
            i->op == TS_S_SQUARES || i->op == TS_S_FENCE || i->op == TS_S_PRODUCT ||
            i->op == TS_S_JOIN)
            fprintf(f, " #%d", i->n);
        print_operand(f, s, i->a);
        print_operand(f, s, i->b);
        print_operand(f, s, i->c);
        if (ts_sops[i->op].is & TS_MAKES && i->op != TS_S_FOR)
            fprintf(f, " -> %s", type_name(i->type));
        fprintf(f, "%s\n", i->inlined ? "  (inlined)" : "");
        if (i->op == TS_S_FOR || i->op == TS_S_IF) depth++;
    }
}

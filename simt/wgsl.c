/* wgsl.c - the target "wgsl": WebGPU's shading language, printed from the SIMT form.
 *
 * Bindings of an entry, all in group 0: its params in their order, then one uniform with the element
 * offset of each param and the value of each size behind them. Sizes come by value since WebGPU
 * promises no more than eight storage buffers, and since uniforms count as the same for all threads:
 *
 *     binding i         var<storage, read>        param i, if it is only read
 *                       var<storage, read_write>  param i otherwise
 *     binding params    var<uniform> array<vec4<i32>, (params + sizes + 3) / 4>
 *
 * Entries of one text have variables of their own (k0_, k1_, ...), since equal bindings differ in type.
 *
 * What the language makes different from the C-like ones:
 *   - no units below 32 bits: they are cut out of words; a word that is written is atomic, so that
 *     two threads may write neighbours
 *   - expressions of literals are evaluated by the compiler, which refuses infinities, NaN and
 *     overflow: such literals go through a function, since calls are never evaluated early
 *   - a barrier in a loop needs bounds that the compiler can see are the same for all threads; others
 *     go through workgroupUniformLoad */
#include <float.h>
#include <math.h>
#include <string.h>

#include "compile/spell.h"
#include "simt/print.h"

static const ts_simt_traits traits = {
    .threads = 64,
    .max_threads = 256,
    .shared_bytes = 16384,
    .wide = true,
    .half = true,
    .near = true,
};

const ts_target ts_wgsl = {
    .name = "wgsl",
    .language = "WGSL",
    .extension = "wgsl",
    .what = "WebGPU; no extensions; default limits for kernels of up to 8 buffers",
    .family = &ts_family_simt,
    .traits = &traits,
    .dialect = &(const ts_dialect){.print = ts_print_wgsl},
};

static const char prelude[] =
    "// Calls are never evaluated by the compiler, so any bits may pass.\n"
    "fn real(bits: u32) -> f32 { return bitcast<f32>(bits); }\n"
    "fn whole(x: i32) -> i32 { return x; }\n";

/* The language lets exp and exp2 lose as many last bits as their argument is large, so they are asked
 * for small ones only; log may be quite wrong near 1, so it is not asked at all. Compilers may regroup
 * sums of floats: where that would spoil the result, integers are summed. NaN is known by its bits,
 * since x != x may be taken for false. */
static const char exponentials[] =
    "\n"
    "fn not_a_number(x: f32) -> bool { return (bitcast<u32>(x) & 0x7fffffffu) > 0x7f800000u; }\n"
    "fn power(n: i32) -> f32 { return bitcast<f32>(u32(n + 127i) << 23u); }\n"
    "fn scaled(x: f32, n: i32) -> f32 { return x * power(n / 2i) * power(n - n / 2i); }\n"
    "fn exact_exp(x: f32) -> f32\n"
    "{\n"
    "    let a = clamp(x, -105f, 90f);\n"
    "    let n = i32(round(a * 1.44269502f));\n"
    "    let rest = i32(round(a * 16777216f)) - n * 11629080i; // a - n log(2), in 2^-24\n"
    "    let y = scaled(exp(f32(rest) * 5.96046448e-08f + f32(n) * 1.90465e-09f), n);\n"
    "    return select(y, x, not_a_number(x));\n"
    "}\n"
    "fn exact_exp2(x: f32) -> f32\n"
    "{\n"
    "    let a = clamp(x, -151f, 129f);\n"
    "    let n = round(a);\n"
    "    return select(scaled(exp2(a - n), i32(n)), x, not_a_number(x));\n"
    "}\n";
static const char logarithms[] =
    "\n"
    "// x = m 2^n, m from sqrt(1/2) to sqrt(2); log(m) = 2 atanh((m - 1) / (m + 1))\n"
    "fn exact_log_part(x: f32, n: ptr<function, f32>) -> f32\n"
    "{\n"
    "    let small = x < 1.17549435e-38f;\n"
    "    let bits = bitcast<i32>(select(x, x * 16777216f, small)) - 0x3f3504f3i;\n"
    "    *n = f32((bits >> 23u) - select(0i, 24i, small));\n"
    "    let m = bitcast<f32>((bits & 0x007fffffi) + 0x3f3504f3i);\n"
    "    let s = (m - 1f) / (m + 1f);\n"
    "    let q = s * s;\n"
    "    let sum = fma(fma(fma(fma(q, 0.111111112f, 0.142857149f), q, 0.2f), q, 0.333333343f), q, "
    "1f);\n"
    "    return 2f * s * sum;\n"
    "}\n"
    "fn log_or(x: f32, y: f32) -> f32 // y, but for arguments that are no positive finite number\n"
    "{\n"
    "    let bits = bitcast<u32>(x);\n"
    "    let zero = (bits & 0x7fffffffu) == 0u;\n"
    "    let odd = select(select(bits, 0x7fc00000u, bits > 0x80000000u), 0xff800000u, zero);\n"
    "    return select(y, bitcast<f32>(odd), zero | (bits >= 0x7f800000u));\n"
    "}\n"
    "fn exact_log(x: f32) -> f32\n"
    "{\n"
    "    var n: f32;\n"
    "    let y = exact_log_part(x, &n);\n"
    "    return log_or(x, fma(n, 0.693147182f, y));\n"
    "}\n"
    "fn exact_log2(x: f32) -> f32\n"
    "{\n"
    "    var n: f32;\n"
    "    let y = exact_log_part(x, &n);\n"
    "    return log_or(x, fma(y, 1.44269502f, n));\n"
    "}\n";

typedef struct printer {
    ts_text *out;
    const ts_simt *s;
    size_t number; /* of the entry: names begin with k<number>_ */
    int depth;
    ts_opcode unknown; /* an op that has no spelling, which is an error */
} printer;

static bool written(const ts_simt *s, int param)
{
    return s->param[param].mode != TS_IN;
}

/* ---- values ---- */

static void line(printer *p, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void indent(printer *p)
{
    ts_put(p->out, "%*s", 4 * p->depth, "");
}

static void line(printer *p, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    indent(p);
    ts_put_v(p->out, format, ap);
    ts_put(p->out, "\n");
    va_end(ap);
}

static uint32_t bits_of(double x)
{
    float f = (float)x;
    uint32_t bits;
    memcpy(&bits, &f, sizeof bits);
    return bits;
}

/* early: the compiler may evaluate what this literal is part of. */
static void literal(ts_text *t, const ts_sinst *i, bool early)
{
    double x = i->value;
    bool plain = isfinite(x) && (fabs(x) >= FLT_MIN || (x == 0 && !signbit(x)));
    if (i->type == TS_QUAD)
        ts_put(t, "vec4<u32>(0u)");
    else if (i->type == TS_b1)
        ts_put(t, "%s", x ? "true" : "false");
    else if (i->type == TS_u32)
        ts_put(t, "%.0fu", x);
    else if (i->type == TS_f32 && (!plain || early))
        ts_put(t, "real(0x%08xu)", bits_of(x));
    else if (i->type == TS_f32)
        ts_put(t, "%.9gf", x);
    else if (early)
        ts_put(t, "whole(i32(%.0f))", x);
    else
        ts_put(t, x < 0 ? "i32(%.0f)" : "%.0fi", x);
}

static void value(printer *p, uint32_t v);

static bool is_const(const printer *p, uint32_t v)
{
    return !v || p->s->i[v].op == TS_S_CONST;
}

/* The first operand of an op that has none but constants is hidden from the compiler. */
static void first(printer *p, const ts_sinst *i)
{
    const ts_sinst *a = &p->s->i[i->a];
    if (a->op == TS_S_CONST && is_const(p, i->b) && is_const(p, i->c))
        literal(p->out, a, true);
    else
        value(p, i->a);
}

static void call(printer *p, const char *name, const ts_sinst *i)
{
    ts_put(p->out, "%s(", name);
    first(p, i);
    if (i->b) ts_put(p->out, ", ");
    if (i->b) value(p, i->b);
    if (i->c) ts_put(p->out, ", ");
    if (i->c) value(p, i->c);
    ts_put(p->out, ")");
}

static void operate(printer *p, const char *sign, const ts_sinst *i)
{
    bool shift = i->elem == TS_shl_ || i->elem == TS_shr_;
    bool cast = shift && p->s->i[i->b].type == TS_i32;
    ts_put(p->out, i->b ? "(" : "(%s", sign);
    first(p, i);
    if (i->b) {
        ts_put(p->out, cast ? " %s u32(" : " %s ", sign);
        value(p, i->b);
    }
    ts_put(p->out, cast ? "))" : ")");
}

static void fill(printer *p, const char *text, const ts_sinst *i)
{
    for (; *text; text++) {
        char what = *text == '$' ? *++text : 0;
        if (what == 'a')
            first(p, i);
        else if (what)
            value(p, what == 'b' ? i->b : i->c);
        else
            ts_put(p->out, "%c", *text);
    }
}

static void elementwise(printer *p, const ts_sinst *i)
{
    const char *text = ts_spell(i->elem, TS_IN_WGSL, p->s->i[i->a].type);
    if (!text || !strcmp(text, TS_BY_HAND))
        p->unknown = i->elem;
    else if (ts_is_operator(text))
        operate(p, text, i);
    else if (strchr(text, '$'))
        fill(p, text, i);
    else
        call(p, text, i);
}

static const char *type_name(int type)
{
    switch (type) {
    case TS_f32: return "f32";
    case TS_u32: return "u32";
    case TS_b1: return "bool";
    case TS_QUAD: return "vec4<u32>";
    default: return "i32";
    }
}

/* A pure value or a GET as an expression. */
static void expression(printer *p, const ts_sinst *i)
{
    ts_text *t = p->out;
    int at = p->s->params + i->n;
    switch (i->op) {
    case TS_S_CONST: literal(t, i, false); return;
    case TS_S_THREAD: ts_put(t, "i32(thread)"); return;
    case TS_S_GROUP: ts_put(t, "i32(group.x)"); return;
    case TS_S_GROUPS: ts_put(t, "i32(groups.x)"); return;
    case TS_S_SIZE: ts_put(t, "k%zu_at[%d].%c", p->number, at / 4, "xyzw"[at % 4]); return;
    case TS_S_ELEM: elementwise(p, i); return;
    case TS_S_TO: call(p, type_name(i->type), i); return;
    case TS_S_GET: ts_put(t, "v%u", i->a); return;
    case TS_S_BITS: ts_put(t, "bitcast<%s>(", type_name(i->type)); break;
    case TS_S_HALF: ts_put(t, "unpack2x16float("); break;
    case TS_S_WORD: break;
    case TS_S_SELECT:
        ts_put(t, "select(");
        value(p, i->c);
        ts_put(t, ", ");
        value(p, i->b);
        ts_put(t, ", ");
        break;
    default: return;
    }
    bool wrapped = i->op != TS_S_WORD;
    if (i->op == TS_S_BITS)
        first(p, i);
    else
        value(p, i->a);
    if (wrapped) ts_put(t, ")");
    if (i->op == TS_S_HALF) ts_put(t, ".x");
    if (i->op == TS_S_WORD) ts_put(t, ".%c", "xyzw"[i->n & 3]);
}

static void value(printer *p, uint32_t v)
{
    const ts_sinst *i = &p->s->i[v];
    if (i->inlined || i->op == TS_S_CONST)
        expression(p, i);
    else
        ts_put(p->out, "v%u", v);
}

/* ---- memory ---- */

/* How the words of a param are declared. */
enum words { TYPED, WORDS, QUADS, ATOMIC };

static enum words words_of(const ts_simt *s, int param)
{
    const ts_sparam *m = &s->param[param];
    if (written(s, param)) return m->unit < 32 ? ATOMIC : m->quads ? WORDS : TYPED;
    return m->quads ? QUADS : m->unit < 32 ? WORDS : TYPED;
}

/* Of a unit of 8 or 16 bits: 2 or 1; 0 of 32. */
static int units_log2(const ts_sparam *m)
{
    return m->unit == 8 ? 2 : m->unit == 16 ? 1 : 0;
}

/* let v7_at = where it is, from the start of the binding: a unit, or a block of 16 bytes. */
static void print_place(printer *p, uint32_t v, const ts_sinst *i)
{
    int units = 4 << units_log2(&p->s->param[i->n]);
    indent(p);
    ts_put(p->out, "let v%u_at = u32(", v);
    value(p, i->a);
    ts_put(p->out, " + k%zu_at[%d].%c", p->number, i->n / 4, "xyzw"[i->n % 4]);
    if (i->op == TS_S_LOAD4) ts_put(p->out, " / %di", units);
    ts_put(p->out, ");\n");
}

/* The 32-bit word number `word` (an expression) of a param, as u32 or as its type. */
static void print_word(printer *p, int param, const char *word)
{
    ts_text *t = p->out;
    switch (words_of(p->s, param)) {
    case QUADS: ts_put(t, "k%zu_b%d[(%s) >> 2u][(%s) & 3u]", p->number, param, word, word); return;
    case ATOMIC: ts_put(t, "atomicLoad(&k%zu_b%d[%s])", p->number, param, word); return;
    default: ts_put(t, "k%zu_b%d[%s]", p->number, param, word); return;
    }
}

static void print_load(printer *p, uint32_t v, const ts_sinst *i)
{
    const ts_sparam *m = &p->s->param[i->n];
    int log = units_log2(m);
    bool cast = words_of(p->s, i->n) != TYPED && !log && m->type != TS_u32;
    char word[48];
    snprintf(word, sizeof word, "v%u_at >> %du", v, log);
    if (!log) *strchr(word, ' ') = 0;
    print_place(p, v, i);
    indent(p);
    ts_put(p->out, "let v%u = ", v);
    if (log) ts_put(p->out, "extractBits(");
    if (cast) ts_put(p->out, "bitcast<%s>(", type_name((int)m->type));
    print_word(p, i->n, word);
    if (log) ts_put(p->out, ", (v%u_at & %du) * %du, %du", v, (1 << log) - 1, m->unit, m->unit);
    ts_put(p->out, log || cast ? ");\n" : ";\n");
}

static void print_load_quad(printer *p, uint32_t v, const ts_sinst *i)
{
    print_place(p, v, i);
    if (words_of(p->s, i->n) == QUADS) {
        line(p, "let v%u = k%zu_b%d[v%u_at];", v, p->number, i->n, v);
        return;
    }
    indent(p);
    ts_put(p->out, "let v%u = vec4<u32>(", v);
    for (int k = 0; k < 4; k++) {
        char word[48];
        snprintf(word, sizeof word, "v%u_at * 4u + %du", v, k);
        ts_put(p->out, k ? ", " : "");
        print_word(p, i->n, word);
    }
    ts_put(p->out, ");\n");
}

/* A small unit: its bits are cleared, then set; other threads touch other bits of the word. */
static void print_store_small(printer *p, uint32_t v, const ts_sinst *i)
{
    const ts_sparam *m = &p->s->param[i->n];
    int log = units_log2(m);
    line(p, "let v%u_by = (v%u_at & %du) * %du;", v, v, (1 << log) - 1, m->unit);
    line(p, "atomicAnd(&k%zu_b%d[v%u_at >> %du], ~(%uu << v%u_by));", p->number, i->n, v, log,
         (1u << m->unit) - 1, v);
    indent(p);
    ts_put(p->out, "atomicOr(&k%zu_b%d[v%u_at >> %du], ", p->number, i->n, v, log);
    value(p, i->b);
    ts_put(p->out, " << v%u_by);\n", v);
}

static void print_store(printer *p, uint32_t v, const ts_sinst *i)
{
    bool cast = words_of(p->s, i->n) == WORDS && p->s->param[i->n].type != TS_u32;
    print_place(p, v, i);
    if (words_of(p->s, i->n) == ATOMIC) {
        print_store_small(p, v, i);
        return;
    }
    indent(p);
    ts_put(p->out, "k%zu_b%d[v%u_at] = %s", p->number, i->n, v, cast ? "bitcast<u32>(" : "");
    value(p, i->b);
    ts_put(p->out, cast ? ");\n" : ";\n");
}

/* ---- statements ---- */

static void print_let(printer *p, uint32_t v, const ts_sinst *i)
{
    indent(p);
    ts_put(p->out, i->op == TS_S_VAR ? "var v%u: %s = " : "let v%u: %s = ", v, type_name(i->type));
    if (i->op == TS_S_VAR)
        value(p, i->a);
    else
        expression(p, i);
    ts_put(p->out, ";\n");
}

static void print_assign(printer *p, const ts_sinst *i)
{
    indent(p);
    ts_put(p->out, "v%u = ", i->a);
    value(p, i->b);
    ts_put(p->out, ";\n");
}

static void print_share(printer *p, uint32_t v, const ts_sinst *i)
{
    bool store = i->op == TS_S_SHARE;
    indent(p);
    if (!store) ts_put(p->out, "let v%u = ", v);
    ts_put(p->out, "k%zu_shared[", p->number);
    value(p, i->a);
    ts_put(p->out, store ? "] = " : "]");
    if (store) value(p, i->b);
    ts_put(p->out, ";\n");
}

/* Four words, one by one: the language has no view of an array as one of vectors. */
static void print_share_quad(printer *p, uint32_t v, const ts_sinst *i)
{
    indent(p);
    ts_put(p->out, "let v%u_at = ", v);
    value(p, i->a);
    ts_put(p->out, ";\n");
    if (i->op == TS_S_SHARED4) {
        line(p,
             "let v%u = vec4<u32>(k%zu_shared[v%u_at], k%zu_shared[v%u_at + 1i], "
             "k%zu_shared[v%u_at + 2i], k%zu_shared[v%u_at + 3i]);",
             v, p->number, v, p->number, v, p->number, v, p->number, v);
        return;
    }
    for (int k = 0; k < 4; k++) {
        indent(p);
        ts_put(p->out, "k%zu_shared[v%u_at + %di] = ", p->number, v, k);
        value(p, i->b);
        ts_put(p->out, ".%c;\n", "xyzw"[k]);
    }
}

/* A bound that only thread 0 decides, which makes it the same for all in the compiler's eyes. */
static void print_broadcast(printer *p, uint32_t v, uint32_t bound, const char *name)
{
    if (!p->s->i[bound].varies) return;
    indent(p);
    ts_put(p->out, "if (thread == 0u) { k%zu_bound = ", p->number);
    value(p, bound);
    ts_put(p->out, "; }\n");
    line(p, "let v%u_%s = workgroupUniformLoad(&k%zu_bound);", v, name, p->number);
}

static void print_bound(printer *p, uint32_t v, uint32_t bound, const char *name, bool same)
{
    if (same && p->s->i[bound].varies)
        ts_put(p->out, "v%u_%s", v, name);
    else
        value(p, bound);
}

static void print_for(printer *p, uint32_t v, const ts_sinst *i)
{
    bool same = i->meets;
    if (same) {
        print_broadcast(p, v, i->a, "from");
        print_broadcast(p, v, i->b, "below");
        print_broadcast(p, v, i->c, "step");
    }
    indent(p);
    ts_put(p->out, "for (var v%u: i32 = ", v);
    print_bound(p, v, i->a, "from", same);
    ts_put(p->out, "; v%u < ", v);
    print_bound(p, v, i->b, "below", same);
    ts_put(p->out, "; v%u += ", v);
    print_bound(p, v, i->c, "step", same);
    ts_put(p->out, ") {\n");
    p->depth++;
}

static void print_if(printer *p, const ts_sinst *i)
{
    indent(p);
    ts_put(p->out, "if (");
    value(p, i->a);
    ts_put(p->out, ") {\n");
    p->depth++;
}

static int statement(printer *p, uint32_t v, ts_error *err)
{
    const ts_sinst *i = &p->s->i[v];
    switch (i->op) {
    case TS_S_NONE:
    case TS_S_CONST: return 0;
    case TS_S_LOAD: print_load(p, v, i); return 0;
    case TS_S_LOAD4: print_load_quad(p, v, i); return 0;
    case TS_S_STORE: print_store(p, v, i); return 0;
    case TS_S_SET: print_assign(p, i); return 0;
    case TS_S_SHARED:
    case TS_S_SHARE: print_share(p, v, i); return 0;
    case TS_S_SHARED4:
    case TS_S_SHARE4: print_share_quad(p, v, i); return 0;
    case TS_S_FOR: print_for(p, v, i); return 0;
    case TS_S_IF: print_if(p, i); return 0;
    case TS_S_END:
        p->depth--;
        line(p, "}");
        return 0;
    case TS_S_BARRIER:
        if (i->n & TS_LOCAL) line(p, "workgroupBarrier();");
        if (i->n & TS_GLOBAL) line(p, "storageBarrier();");
        return 0;
    case TS_S_SUBGROUP:
    case TS_S_FRAGMENT:
    case TS_S_MULTIPLY:
    case TS_S_UNLOAD:
    case TS_S_PRODUCT:
    case TS_S_SHUFFLE:
    case TS_S_TO_HALF:
        return ts_fail(err, "kernel %s: wgsl has no %s without an extension", p->s->name,
                       i->op == TS_S_TO_HALF   ? "f16 store"
                       : i->op == TS_S_SHUFFLE ? "shuffle"
                                               : "matrix unit");
    default:
        if (!i->inlined) print_let(p, v, i);
        return 0;
    }
}

/* ---- an entry ---- */

static void print_param(printer *p, int n)
{
    const ts_sparam *m = &p->s->param[n];
    const char *element[] = {type_name((int)m->type), "u32", "vec4<u32>", "atomic<u32>"};
    line(p, "@group(0) @binding(%d) var<storage, %s> k%zu_b%d: array<%s>; // %s", n,
         written(p->s, n) ? "read_write" : "read", p->number, n, element[words_of(p->s, n)],
         m->name ? m->name : "");
}

/* Some bound goes through workgroupUniformLoad. */
static bool broadcasts(const ts_simt *s)
{
    for (uint32_t v = 1; v < s->n; v++) {
        const ts_sinst *i = &s->i[v];
        if (i->op == TS_S_FOR && i->meets &&
            (s->i[i->a].varies || s->i[i->b].varies || s->i[i->c].varies))
            return true;
    }
    return false;
}

/* Names of entries begin with k_: a kernel may be called what the language reserves. */
static int print_entry(printer *p, ts_error *err)
{
    const ts_simt *s = p->s;
    char entry[160];
    int cells = s->params + s->sizes;
    snprintf(entry, sizeof entry, "k_%.150s", s->name);
    ts_put(p->out, "\n// ");
    ts_simt_manifest(p->out, s, entry);
    ts_put(p->out, "\n");
    for (int n = 0; n < s->params; n++) print_param(p, n);
    line(p, "@group(0) @binding(%d) var<uniform> k%zu_at: array<vec4<i32>, %d>; // offsets, sizes",
         s->params, p->number, cells ? (cells + 3) / 4 : 1);
    if (s->shared) line(p, "var<workgroup> k%zu_shared: array<u32, %d>;", p->number, s->shared);
    if (broadcasts(s)) line(p, "var<workgroup> k%zu_bound: i32;", p->number);
    line(p, "@compute @workgroup_size(%d)", s->threads);
    line(p, "fn %s(@builtin(local_invocation_index) thread: u32,", entry);
    p->depth++;
    line(p, "@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>)");
    p->depth--;
    line(p, "{");
    p->depth++;
    for (uint32_t v = 1; v < s->n; v++)
        if (statement(p, v, err)) return -1;
    p->depth--;
    line(p, "}");
    return p->unknown ? ts_no_spelling(err, s->name, s->target->name, p->unknown) : 0;
}

/* Functions of the head are printed where an op is spelled as one of them. */
static bool is_called(const char *functions, const ts_simt *const *forms, size_t n)
{
    for (size_t f = 0; f < n; f++)
        for (uint32_t v = 1; v < forms[f]->n; v++) {
            const ts_sinst *i = &forms[f]->i[v];
            if (i->op != TS_S_ELEM) continue;
            const char *name = ts_spell(i->elem, TS_IN_WGSL, forms[f]->i[i->a].type);
            char start[64];
            snprintf(start, sizeof start, "fn %s(", name ? name : "");
            if (strstr(functions, start)) return true;
        }
    return false;
}

int ts_print_wgsl(ts_text *out, const ts_simt *const *forms, size_t n, const void *dialect,
                  ts_error *err)
{
    int rc = 0;
    (void)dialect;
    ts_put(out, "%s", prelude);
    if (is_called(exponentials, forms, n)) ts_put(out, "%s", exponentials);
    if (is_called(logarithms, forms, n)) ts_put(out, "%s", logarithms);
    for (size_t i = 0; i < n && !rc; i++) {
        printer p = {.out = out, .s = forms[i], .number = i};
        rc = print_entry(&p, err);
    }
    return rc;
}

/* clike.c - the SIMT form in a language that looks like C: functions, statements, loops.
 *
 * Every form becomes one function. A value that the form marks as inlined is printed where it is
 * used, any other is declared where it is computed. What differs from language to language is in
 * the ts_dialect. */
#include "compile/spell.h"
#include "simt/print.h"

#include <stdlib.h>
#include <string.h>

static void begin_line(ts_clike *p)
{
    ts_put(p->out, "%*s", 4 * p->depth, "");
}

static void source_line(ts_clike *p, const ts_sinst *i)
{
    const char *file = ts_files_base(&p->s->files, i->file);
    if (!i->line || !file || (i->line == p->line && i->file == p->file)) return;
    begin_line(p);
    ts_put(p->out, "// %s:%d\n", file, i->line);
    p->line = i->line;
    p->file = i->file;
}

/* ---- statements ---- */

static void declare(ts_clike *p, uint32_t v)
{
    const ts_sinst *i = &p->s->i[v];
    if (i->uses) ts_put(p->out, "const %s v%u = ", ts_clike_type(p, i->type), v);
    ts_clike_compute(p, v);
    ts_put(p->out, ";\n");
}

static void store(ts_clike *p, const ts_sinst *i)
{
    int unit = p->s->param[i->n].unit;
    ts_clike_fill(p, "b$n[$a] = ", i);
    if (unit < 32) ts_put(p->out, "(%s)", p->d->unit[unit == 16]);
    ts_clike_operand(p, i->b, unit < 32 ? TS_UNARY : TS_ANY);
    ts_put(p->out, ";\n");
}

static void open_loop(ts_clike *p, uint32_t v)
{
    const ts_sinst *i = &p->s->i[v];
    const char *before = i->n > 1 ? p->d->unroll : i->n == TS_ROLLED ? p->d->rolled : NULL;
    if (before) {
        ts_clike_fill(p, before, i);
        ts_put(p->out, "\n");
        begin_line(p);
    }
    ts_put(p->out, "for (%s v%u = ", ts_clike_type(p, TS_i32), v);
    ts_clike_operand(p, i->a, TS_ANY);
    ts_put(p->out, "; v%u < ", v);
    ts_clike_operand(p, i->b, TS_SUM);
    ts_put(p->out, "; v%u += ", v);
    ts_clike_operand(p, i->c, TS_ANY);
    ts_put(p->out, ") {\n");
    p->depth++;
}

static void statement(ts_clike *p, uint32_t v)
{
    const ts_sinst *i = &p->s->i[v];
    if (i->op == TS_S_NONE || i->op == TS_S_CONST || i->inlined) return;
    if (i->op == TS_S_END)
        p->depth--;
    else
        source_line(p, i);
    begin_line(p);
    switch (i->op) {
    case TS_S_STORE: store(p, i); break;
    case TS_S_VAR: ts_put(p->out, "%s v%u = ", ts_clike_type(p, i->type), v); goto assign;
    case TS_S_SET: ts_put(p->out, "v%u = ", i->a); goto assign;
    case TS_S_SHARE: ts_clike_fill(p, "shared[$a] = $b;\n", i); break;
    case TS_S_SHARE4:
        ts_clike_fill(p, p->d->shared_quad, i);
        ts_clike_fill(p, " = $b;\n", i);
        break;
    case TS_S_UNLOAD:
        ts_clike_fill(p, p->d->unload, i);
        ts_put(p->out, "\n");
        break;
    case TS_S_FENCE: ts_clike_fill(p, p->d->fence[i->n], i); break;
    case TS_S_PRODUCT: ts_clike_fill(p, p->d->product[ts_s_kind(i)], i); break;
    case TS_S_CLOSE: ts_clike_fill(p, p->d->close, i); break;
    case TS_S_JOIN: ts_clike_fill(p, p->d->join, i); break;
    case TS_S_COPY: ts_clike_fill(p, p->d->copy, i); break;
    case TS_S_COMMIT: ts_clike_fill(p, p->d->commit, i); break;
    case TS_S_WAIT: ts_clike_fill(p, p->d->wait, i); break;
    case TS_S_BARRIER: ts_put(p->out, "%s\n", p->d->barrier[i->n & 3]); break;
    case TS_S_FOR: open_loop(p, v); break;
    case TS_S_IF:
        ts_clike_fill(p, "if ($a) {\n", i);
        p->depth++;
        break;
    case TS_S_END: ts_put(p->out, "}\n"); break;
    default: declare(p, v);
    }
    return;
assign:
    ts_clike_operand(p, i->op == TS_S_SET ? i->b : i->a, TS_ANY);
    ts_put(p->out, ";\n");
}

/* ---- loops in blocks ---- */

static void line(ts_clike *p, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void line(ts_clike *p, const char *format, ...)
{
    va_list ap;
    begin_line(p);
    va_start(ap, format);
    ts_put_v(p->out, format, ap);
    va_end(ap);
    ts_put(p->out, "\n");
}

static double number(const ts_clike *p, uint32_t v)
{
    return p->s->i[v].value;
}

static void open_turns(ts_clike *p, uint32_t loop, bool index)
{
    const ts_sinst *i = &p->s->i[loop];
    bool even = i->part & TS_EVEN;
    line(p, "%s", p->d->unroll_all);
    line(p, "for (int t = 0; t < %d; t++) {", i->n);
    p->depth++;
    double step = number(p, i->c);
    if (index || !even)
        line(p, step > 1 ? "const int v%u = i%u + t * %.0f;" : "const int v%u = i%u + t;", loop,
             loop, step);
    if (!even) line(p, "if (v%u >= %.0f) break;", loop, number(p, i->b));
}

static void close_block(ts_clike *p)
{
    p->depth--;
    line(p, "}");
}

static void load_ahead(ts_clike *p, uint32_t v)
{
    begin_line(p);
    ts_put(p->out, "q%u[t] = ", v);
    ts_clike_compute(p, v);
    ts_put(p->out, ";\n");
}

static uint32_t queues(ts_clike *p, uint32_t loop)
{
    uint32_t v = loop + 1;
    for (; p->s->i[v].op != TS_S_END; v++)
        if (p->s->i[v].part & TS_AHEAD)
            line(p, "%s q%u[%d];", ts_clike_type(p, p->s->i[v].type), v, p->s->i[loop].n);
    return v;
}

/* Returns the loop's END. */
static uint32_t blocks(ts_clike *p, uint32_t loop)
{
    const ts_sinst *i = p->s->i, *l = &i[loop];
    source_line(p, l);
    line(p, "for (int i%u = %.0f; i%u < %.0f; i%u += %.0f) {", loop, number(p, l->a), loop,
         number(p, l->b), loop, l->n * number(p, l->c));
    p->depth++;
    uint32_t end = queues(p, loop);
    open_turns(p, loop, true);
    for (uint32_t v = loop + 1; v < end; v++) {
        if (i[v].part & TS_AHEAD) load_ahead(p, v);
        if (i[v].part & TS_FIRST) statement(p, v);
    }
    close_block(p);
    line(p, "%s", p->d->hold);
    open_turns(p, loop, l->part & TS_REST);
    for (uint32_t v = loop + 1; v < end; v++) {
        if (i[v].part & TS_AHEAD)
            line(p, "const %s v%u = q%u[t];", ts_clike_type(p, i[v].type), v, v);
        if (i[v].part & TS_REST) statement(p, v);
    }
    close_block(p);
    close_block(p);
    return end;
}

static void statements(ts_clike *p)
{
    for (uint32_t v = 1; v < p->s->n; v++) {
        if (p->s->i[v].part & TS_BLOCKS)
            v = blocks(p, v);
        else
            statement(p, v);
    }
}

/* ---- functions ---- */

/* Between two parameters: the name that the kernel gives to the one before. */
static void next_parameter(ts_clike *p, const char *before)
{
    ts_put(p->out, before ? ", // %s\n    " : "\n    ", before);
}

static const char *unit_type(const ts_clike *p, const ts_sparam *param)
{
    if (param->unit < 32) return p->d->unit[param->unit == 16];
    return ts_clike_type(p, param->type);
}

static void parameters(ts_clike *p)
{
    const ts_simt *s = p->s;
    const ts_dialect *d = p->d;
    const char *before = NULL;
    int n = 0;
    for (int i = 0; i < s->params; i++, before = s->param[i - 1].name) {
        next_parameter(p, before);
        ts_put(p->out, s->param[i].mode == TS_IN ? d->in : d->out, unit_type(p, &s->param[i]), i,
               n++);
    }
    for (int i = 0; i < s->sizes; i++, before = s->size_name[i - 1]) {
        next_parameter(p, before);
        ts_put(p->out, d->cell, i, n++);
    }
    for (int i = 0; d->offset && i < s->params + s->sizes; i++, before = "offset") {
        next_parameter(p, before);
        ts_put(p->out, i < s->params ? d->offset : d->cell_offset,
               i < s->params ? i : i - s->params);
    }
    if (d->builtin) {
        next_parameter(p, before);
        ts_put(p->out, "%s", d->builtin);
        before = NULL;
    }
    ts_put(p->out, before ? ") // %s\n" : ")\n", before);
}

static void add_offsets(ts_clike *p)
{
    for (int i = 0; p->d->offset && i < p->s->params; i++)
        ts_put(p->out, "    b%d += o%d;\n", i, i);
    for (int i = 0; p->d->offset && i < p->s->sizes; i++) ts_put(p->out, "    s%d += p%d;\n", i, i);
}

static void function(ts_clike *p)
{
    const ts_simt *s = p->s;
    ts_put(p->out, "\n// ");
    ts_simt_manifest(p->out, p->s, p->s->name);
    ts_put(p->out, "\n");
    ts_put(p->out, p->d->function, p->s->threads, p->s->name);
    ts_put(p->out, "(");
    parameters(p);
    ts_put(p->out, "{\n");
    if (s->shared) {
        ts_put(p->out, "    ");
        if (s->asked)
            ts_put(p->out, "%s", p->d->shared_asked);
        else if (s->shared_quads)
            ts_put(p->out, p->d->shared_quads, (s->shared + 3) / 4);
        else
            ts_put(p->out, p->d->shared, s->shared);
        ts_put(p->out, "\n");
    }
    if (p->d->begin) ts_put(p->out, "    %s\n", p->d->begin);
    add_offsets(p);
    p->depth = 1;
    statements(p);
    ts_put(p->out, "}\n");
}

static bool any_has(const ts_simt *const *forms, size_t n, ts_sop op)
{
    for (size_t f = 0; f < n; f++)
        for (uint32_t v = 1; v < forms[f]->n; v++)
            if (forms[f]->i[v].op == op) return true;
    return false;
}

/* op: MULTIPLY or PRODUCT. */
static bool multiplies(const ts_simt *const *forms, size_t n, ts_sop op, ts_matrix_kind kind)
{
    for (size_t f = 0; f < n; f++)
        for (uint32_t v = 1; v < forms[f]->n; v++)
            if (forms[f]->i[v].op == op && ts_s_kind(&forms[f]->i[v]) == kind) return true;
    return false;
}

/* Functions of several kinds are one text, and stand once. */
static void matrix_functions(ts_text *out, const ts_simt *const *forms, size_t n,
                             const ts_dialect *d)
{
    const char *last = NULL;
    if (d->fragment_function && any_has(forms, n, TS_S_FRAGMENT))
        ts_put(out, "%s", d->fragment_function);
    if (d->scaled_function && any_has(forms, n, TS_S_SCALED)) ts_put(out, "%s", d->scaled_function);
    for (int kind = 0; kind < TS_KINDS; kind++) {
        const char *text = d->multiply_functions[kind];
        if (!text || text == last || !multiplies(forms, n, TS_S_MULTIPLY, (ts_matrix_kind)kind))
            continue;
        ts_put(out, "%s", text);
        last = text;
    }
}

static void quartet_functions(ts_text *out, const ts_simt *const *forms, size_t n,
                              const ts_dialect *d)
{
    if (d->quartet_functions && any_has(forms, n, TS_S_PRODUCT))
        ts_put(out, "%s", d->quartet_functions);
    for (int kind = 0; kind < TS_KINDS; kind++)
        if (d->product_functions[kind] && multiplies(forms, n, TS_S_PRODUCT, (ts_matrix_kind)kind))
            ts_put(out, "%s", d->product_functions[kind]);
}

static void head(ts_text *out, const ts_simt *const *forms, size_t n, const ts_dialect *d)
{
    ts_put(out, "%s", d->prelude);
    matrix_functions(out, forms, n, d);
    quartet_functions(out, forms, n, d);
    if (d->copy_functions && any_has(forms, n, TS_S_COPY)) ts_put(out, "%s", d->copy_functions);
    if (d->half_function && any_has(forms, n, TS_S_HALF)) ts_put(out, "%s", d->half_function);
    if (d->to_half_function && any_has(forms, n, TS_S_TO_HALF))
        ts_put(out, "%s", d->to_half_function);
}

int ts_print_clike(ts_text *out, const ts_simt *const *forms, size_t n, const void *dialect,
                   ts_error *err)
{
    const ts_dialect *d = dialect;
    head(out, forms, n, d);
    for (size_t i = 0; i < n; i++) {
        ts_clike p = {.out = out, .s = forms[i], .d = d};
        function(&p);
        if (p.unknown) return ts_no_spelling(err, p.s->name, p.s->target->name, p.unknown);
    }
    return out->failed ? ts_fail(err, "no memory to emit") : 0;
}

/* clike.c - the SIMT form in a language that looks like C: functions, statements, loops.
 *
 * Every form becomes one function. A value that the form marks as inlined is printed where it is
 * used, any other is declared where it is computed. What differs from language to language is in
 * the ts_dialect. */
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
    if (i->n > 1 && p->d->unroll) {
        ts_clike_fill(p, p->d->unroll, i);
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

/* ---- loops in blocks (clike_batch.c) ---- */

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

static void open_turns(ts_clike *p, const ts_batch *b, bool index)
{
    const ts_sinst *i = &p->s->i[b->loop];
    line(p, "#pragma unroll");
    line(p, "for (int t = 0; t < %d; t++) {", b->turns);
    p->depth++;
    double step = number(p, i->c);
    if (index || !b->even)
        line(p, step > 1 ? "const int v%u = i%u + t * %.0f;" : "const int v%u = i%u + t;", b->loop,
             b->loop, step);
    if (!b->even) line(p, "if (v%u >= %.0f) break;", b->loop, number(p, i->b));
}

static void close_block(ts_clike *p)
{
    p->depth--;
    line(p, "}");
}

static void batched_load(ts_clike *p, uint32_t v)
{
    begin_line(p);
    ts_put(p->out, "q%u[t] = ", v);
    ts_clike_compute(p, v);
    ts_put(p->out, ";\n");
}

static void batch(ts_clike *p, const ts_batch *b)
{
    const ts_sinst *i = &p->s->i[b->loop];
    source_line(p, i);
    line(p, "for (int i%u = %.0f; i%u < %.0f; i%u += %.0f) {", b->loop, number(p, i->a), b->loop,
         number(p, i->b), b->loop, b->turns * number(p, i->c));
    p->depth++;
    for (int k = 0; k < b->loads; k++)
        line(p, "%s q%u[%d];", ts_clike_type(p, p->s->i[b->load[k]].type), b->load[k], b->turns);
    open_turns(p, b, true);
    for (uint32_t v = b->loop + 1; v < b->end; v++) {
        if (ts_clike_batched(b, v))
            batched_load(p, v);
        else if (ts_clike_needed(b, v))
            statement(p, v);
    }
    close_block(p);
    line(p, "%s", p->d->hold);
    open_turns(p, b, ts_clike_later(b, b->loop));
    for (uint32_t v = b->loop + 1; v < b->end; v++) {
        if (ts_clike_batched(b, v))
            line(p, "const %s v%u = q%u[t];", ts_clike_type(p, p->s->i[v].type), v, v);
        else if (ts_clike_later(b, v))
            statement(p, v);
    }
    close_block(p);
    close_block(p);
}

static void statements(ts_clike *p)
{
    unsigned char *study = ts_clike_study(p->s);
    for (uint32_t v = 1; v < p->s->n; v++) {
        ts_batch b;
        if (!study || p->s->i[v].op != TS_S_FOR || !ts_clike_batch(p->s, study, v, &b)) {
            statement(p, v);
            continue;
        }
        batch(p, &b);
        v = b.end;
    }
    free(study);
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
    ts_put(p->out, "\n// ");
    ts_simt_manifest(p->out, p->s, p->s->name);
    ts_put(p->out, "\n");
    ts_put(p->out, p->d->function, p->s->threads, p->s->name);
    ts_put(p->out, "(");
    parameters(p);
    ts_put(p->out, "{\n");
    if (p->s->shared) {
        ts_put(p->out, "    ");
        ts_put(p->out, p->d->shared, p->s->shared);
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

static void head(ts_text *out, const ts_simt *const *forms, size_t n, const ts_dialect *d)
{
    ts_put(out, "%s", d->prelude);
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
    }
    return out->failed ? ts_fail(err, "no memory to emit") : 0;
}

/* print.c - the lane form as C text: names, statements and functions.
 *
 * Printed per kernel:
 *
 *     FN void NAME_run2(buf, size, long pid_0, long pid_1)    two programs side by side
 *     FN void NAME_run1(buf, size, long pid)
 *     void ts_NAME(buf, size, lo, hi)                         a range of programs
 *     long ts_NAME_grid(size)                                 how many there are
 *
 * What differs between side by side programs has the suffix _0, _1, ... */
#include "lane/print.h"

#include <stdlib.h>
#include <string.h>

#include "lane/symbol.h"

void ts_lane_indent(ts_lane_text *t)
{
    ts_put(t->out, "%*s", 4 * t->depth, "");
}

static void put_all(ts_lane_text *t, const char *format, va_list ap)
{
    for (size_t n; *format; format += n) {
        n = strcspn(format, "@~#!$");
        if (n) ts_put_bytes(t->out, format, n);
        if (n) continue;
        switch (n = 1, *format) {
        case '@': ts_lane_put_expr(t, va_arg(ap, uint32_t)); break;
        case '~': ts_lane_put_spot(t->out, va_arg(ap, ts_spot)); break;
        case '#': ts_put(t->out, "%d", va_arg(ap, int)); break;
        case '!': ts_put(t->out, "%c", va_arg(ap, int)); break;
        default: ts_put(t->out, "%s", va_arg(ap, const char *)); break;
        }
    }
}

void ts_lane_put(ts_lane_text *t, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    put_all(t, format, ap);
    va_end(ap);
}

void ts_lane_line(ts_lane_text *t, const char *format, ...)
{
    va_list ap;
    ts_lane_indent(t);
    va_start(ap, format);
    put_all(t, format, ap);
    va_end(ap);
    ts_put(t->out, "\n");
}

/* ---- names ---- */

/* The last axis is the fastest. */
static void put_program(ts_lane_text *t, uint32_t v)
{
    const ts_linst *i = &t->f->i[v];
    int axis = (int)i->at;
    ts_lane_indent(t);
    ts_lane_put(t, "const int32_t @ UNUSED = (int32_t)(pid_#", v, i->stream < 0 ? 0 : i->stream);
    for (int a = t->f->axes - 1; a > axis; a--) ts_lane_put(t, " / g#", a);
    if (axis) ts_lane_put(t, " % g#", axis);
    ts_lane_put(t, i->n > 1 ? ") * #;\n" : ");\n", (int)i->n);
}

/* LET, VAR, CELL: "const float v1 UNUSED = ...;" */
static void put_scalar(ts_lane_text *t, uint32_t v)
{
    const ts_linst *i = &t->f->i[v];
    ts_lane_line(t, i->arg[0] ? "$$ @ UNUSED = @;" : "$$ @ UNUSED;",
                 i->op == TS_L_LET ? "const " : "", ts_lane_ctype((ts_dtype)i->type), v, i->arg[0]);
}

static void put_tile(ts_lane_text *t, uint32_t v)
{
    const ts_linst *i = &t->f->i[v];
    const ts_layout *y = &t->f->layout[i->at];
    ts_lane_line(t, "v! @[#] UNUSED$;", ts_lane_letter((ts_dtype)i->type), v, y->rows * y->slots,
                 i->flag ? " = {{0}}" : "");
}

static void put_local(ts_lane_text *t, uint32_t v)
{
    const ts_linst *i = &t->f->i[v];
    const char *fixed = i->flag ? "const " : "";
    char x = ts_lane_letter((ts_dtype)i->type);
    if (i->n)
        ts_lane_line(t, "v! @[#];", x, v, (int)i->n);
    else if (!i->arg[0])
        ts_lane_line(t, "v! @ = {0};", x, v);
    else if (i->vector)
        ts_lane_line(t, "$v! @ = @;", fixed, x, v, i->arg[0]);
    else
        ts_lane_line(t, "$$ @ = @;", fixed, ts_lane_ctype((ts_dtype)i->type), v, i->arg[0]);
}

/* ---- statements ---- */

/* A product stands behind its FOR, on the same line. */
static void put_add(ts_lane_text *t, const uint32_t *x)
{
    if (x[2])
        ts_lane_put(t, "@ += @ * @;\n", x[0], x[1], x[2]);
    else
        ts_lane_line(t, "@ += @;", x[0], x[1]);
}

static void put_muladd(ts_lane_text *t, const uint32_t *x)
{
    bool fused = t->f->i[x[0]].type == TS_f32;
    ts_lane_line(t, fused ? "@ = v_fma_f(@, @, @);" : "@ = @ * @ + @;", x[0], x[1], x[2], x[0]);
}

static void put_loop(ts_lane_text *t, uint32_t v)
{
    const ts_linst *i = &t->f->i[v];
    uint32_t at = i->arg[0], below = i->arg[1];
    int step = (int)i->n;
    if (i->flag)
        ts_lane_line(t, "for (; @ + # <= @; @ += #) {", at, step, below, at, step);
    else
        ts_lane_line(t, "for (; @ < @; @ += #) {", at, below, at, step);
    t->depth++;
    ts_lane_line(t, "const int32_t @ UNUSED = (int32_t)@;", v, at);
}

static void put_for(ts_lane_text *t, const ts_linst *i)
{
    char x = i->row.var;
    ts_lane_indent(t);
    ts_lane_put(t, "for ($ ! = 0; ! < #; !++)$", i->vector ? "long" : "int", x, x, (int)i->n, x,
                i->mask   ? " "
                : i->flag ? " {\n"
                          : "\n");
    t->depth++;
}

static void put_end(ts_lane_text *t, const ts_linst *opened)
{
    t->depth--;
    if (opened->op != TS_L_FOR || opened->flag) ts_lane_line(t, "}");
}

static void put_unit(ts_lane_text *t, const ts_linst *i)
{
    const ts_layout *c = &t->f->layout[t->f->i[i->arg[0]].at];
    const ts_layout *a = &t->f->layout[t->f->i[i->arg[1]].at];
    int deep = a->slots / (int)i->n / t->f->lanes;
    ts_lane_line(t, "unit_dot(@, @, @, #, #, #, #, #, #);", i->arg[0], i->arg[1], i->arg[2],
                 a->rows, c->slots, deep, (int)i->n, (int)i->at, i->flag);
}

static void put_few(ts_lane_text *t, const ts_linst *i)
{
    const ts_linst *tile = &t->f->i[i->arg[0]], *from = &t->f->i[i->arg[2]];
    const ts_layout *c = &t->f->layout[tile->at];
    int lanes = t->f->lanes, beside = (c->rows * (int)i->n + lanes - 1) / lanes;
    int deep = t->f->layout[t->f->i[i->arg[1]].at].slots / beside / lanes;
    if (from->op == TS_L_ADDRESS)
        ts_lane_line(t, "few_dot(@, @, @, @ * #, #, #, #, #, #, #);", i->arg[0], i->arg[1],
                     i->arg[2], t->f->access[from->at].row.stride,
                     (int)ts_storage((ts_dtype)from->type, 1), c->rows, c->slots, deep, (int)i->n,
                     i->flag, (int)from->n);
    else
        ts_lane_line(t, "few_dot_cut(@, @, @, #, #, #, #, #, #);", i->arg[0], i->arg[1], i->arg[2],
                     c->rows, c->slots, deep, (int)i->n, (int)i->at, i->flag);
}

static void put_pass(ts_lane_text *t, const ts_linst *i)
{
    const ts_linst *from = &t->f->i[i->arg[2]];
    const ts_layout *c = &t->f->layout[t->f->i[i->arg[0]].at];
    const ts_layout *x = &t->f->layout[t->f->i[i->arg[1]].at];
    int deep = x->slots / (int)i->n / t->f->lanes;
    bool cut = from->op != TS_L_ADDRESS;
    ts_lane_indent(t);
    ts_lane_put(t, cut ? "pass_dot_cut(@, @, " : "pass_dot(@, @, ", i->arg[0], i->arg[1]);
    ts_lane_put(t, i->arg[3] ? "@, @, " : "0, @, ", i->arg[3] ? i->arg[3] : i->arg[2], i->arg[2]);
    if (!cut)
        ts_lane_put(t, "@ * #, ", t->f->access[from->at].row.stride,
                    (int)ts_storage((ts_dtype)from->type, 1));
    ts_lane_put(t, "#, #, #, #, #, #, ", x->rows, c->slots, deep, (int)i->n, (int)i->at, i->flag);
    ts_lane_put(t, "@);\n", i->arg[4]);
}

static void put_statement(ts_lane_text *t, uint32_t v)
{
    const ts_linst *i = &t->f->i[v];
    const uint32_t *x = i->arg;
    int n = (int)i->n;
    switch ((ts_lop)i->op) {
    case TS_L_SIZE:
        ts_lane_line(t, "const int32_t @ UNUSED = *size[#]; /* $ */", v, n, i->name);
        break;
    case TS_L_GRID:
        ts_lane_line(t, "const long g# UNUSED = ts_programs(@, #);", i->at, x[0], n);
        break;
    case TS_L_PROGRAM: put_program(t, v); break;
    case TS_L_PARAM:
        ts_lane_line(t, "$void *const @ UNUSED = buf[#]; /* $ */", i->flag ? "" : "const ", v, n,
                     i->name);
        break;
    case TS_L_STRIDE:
    case TS_L_OFFSET:
    case TS_L_ROW_END:
    case TS_L_FROM:
    case TS_L_BELOW:
    case TS_L_STEP: ts_lane_put_view(t, v); break;
    case TS_L_LET:
    case TS_L_VAR:
    case TS_L_CELL: put_scalar(t, v); break;
    case TS_L_TILE: put_tile(t, v); break;
    case TS_L_LOCAL: put_local(t, v); break;
    case TS_L_START: ts_lane_line(t, "int64_t @ = @;", v, x[0]); break;
    case TS_L_SET: ts_lane_line(t, x[2] ? "@ = @ + @;" : "@ = @;", x[0], x[1], x[2]); break;
    case TS_L_ADD: put_add(t, x); break;
    case TS_L_MULADD: put_muladd(t, x); break;
    case TS_L_PAIRADD: ts_lane_line(t, "@ = v_pairadd(@, @, @);", x[0], x[0], x[1], x[2]); break;
    case TS_L_FREE: ts_lane_line(t, "FREE_VECTORS;"); break;
    case TS_L_TURN:
        ts_lane_line(t, "turn_!(@);", ts_lane_letter((ts_dtype)t->f->i[x[0]].type), x[0]);
        break;
    case TS_L_UNIT: put_unit(t, i); break;
    case TS_L_FEW: put_few(t, i); break;
    case TS_L_PASS: put_pass(t, i); break;
    case TS_L_STORE:
    case TS_L_STORE1: ts_lane_put_store(t, i); break;
    case TS_L_GATHER:
    case TS_L_SCATTER: ts_lane_put_jump(t, i); break;
    case TS_L_PREFETCH: ts_lane_put_prefetch(t, i); break;
    case TS_L_LOOP: put_loop(t, v); break;
    case TS_L_FOR: put_for(t, i); break;
    case TS_L_BLOCK: ts_lane_line(t, "{"), t->depth++; break;
    case TS_L_END: put_end(t, &t->f->i[x[0]]); break;
    case TS_L_NOTE: ts_lane_line(t, "/* $:# */", ts_files_base(&t->f->k->files, i->at), n); break;
    default: break; /* expressions stand in these */
    }
}

/* ---- functions ---- */

static void print_grid(ts_lane_text *t)
{
    const ts_lane *f = t->f;
    char name[TS_SYMBOL];
    ts_put(t->out, "long %s(const int32_t *const *size UNUSED)\n{\n",
           ts_symbol(f->k->name, "_grid", name));
    for (uint32_t v = 1; v < f->head; v++) put_statement(t, v);
    ts_put(t->out, f->axes ? "    return g0" : "    return 1");
    for (int a = 1; a < f->axes; a++) ts_put(t->out, " * g%d", a);
    ts_put(t->out, ";\n}\n\n");
}

static void print_run(ts_lane_text *t)
{
    const ts_lane *f = t->f;
    ts_put(t->out, "FN void %s_run%d(void *const *buf UNUSED, const int32_t *const *size UNUSED",
           f->k->name, f->streams);
    for (int j = 0; j < f->streams; j++) ts_put(t->out, ", long pid_%d UNUSED", j);
    ts_put(t->out, ")\n{\n");
    for (uint32_t v = 1; v < f->n; v++) put_statement(t, v);
    ts_put(t->out, "}\n\n");
}

/* n: programs that the first of the forms walks side by side */
static void print_entry(ts_text *out, const ts_lane *f, int n)
{
    const ts_kern *k = f->k;
    char name[TS_SYMBOL];
    ts_put(out, "void %s(void *const *buf, const int32_t *const *size, long lo, long hi)\n{\n",
           ts_symbol(k->name, "", name));
    if (f->unit) ts_put(out, "    unit_begin();\n");
    if (n > 1) {
        ts_put(out, "    const long part = (hi - lo) / %d;\n", n);
        ts_put(out, "    for (long i = 0; i < part; i++) %s_run%d(buf, size", k->name, n);
        for (int j = 0; j < n; j++) ts_put(out, ", lo + %d * part + i", j);
        ts_put(out, ");\n    lo += %d * part;\n", n);
    }
    ts_put(out, "    for (long i = lo; i < hi; i++) %s_run1(buf, size, i);\n", k->name);
    ts_put(out, f->unit ? "    unit_end();\n}\n\n" : "}\n\n");
}

static int print_manifest(ts_text *out, const ts_lane *f, ts_error *err)
{
    char entry[TS_SYMBOL], *takes = ts_manifest_of(f->k, f->cost, err);
    if (!takes) return -1;
    ts_put(out, "/* ");
    ts_put_manifest(out, f->k->name, ts_symbol(f->k->name, "", entry), takes);
    ts_put(out, " */\n\n");
    free(takes);
    return 0;
}

/* ---- module ---- */

static int print_head(ts_lane_text *t, ts_error *err)
{
    const ts_lane *f = t->f;
    ts_put(t->out, "/* ---- %s ---- */\n\n", f->k->name);
    int rc = print_manifest(t->out, f, err);
    print_grid(t);
    return rc;
}

/* Of a kernel's forms the last is that for one program. */
int ts_lane_print(ts_text *out, const ts_forms *forms, const ts_target *target, ts_error *err)
{
    ts_text kernel_text = {0}, casts = {0};
    ts_lane_text t = {.out = &kernel_text, .casts = &casts, .depth = 1};
    int rc = 0, most = 0;
    for (size_t i = 0; i < forms->n && !rc; i++) {
        t.f = forms->form[i];
        if (!most) rc = print_head(&t, err);
        if (!most) most = t.f->streams;
        print_run(&t);
        if (t.f->streams > 1) continue;
        print_entry(&kernel_text, t.f, most);
        most = 0;
    }
    ts_put(out, "#define LANES %d\n%s", ts_lane_traits_of(target)->vector_bytes / 4,
           ts_cpu_prelude);
    if (ts_lane_traits_of(target)->unit) ts_put(out, "%s", ts_cpu_unit);
    ts_put(out, "%s\n%s", casts.s ? casts.s : "", kernel_text.s ? kernel_text.s : "");
    bool failed = kernel_text.failed || casts.failed || out->failed;
    free(kernel_text.s);
    free(casts.s);
    return failed ? ts_fail(err, "no memory for the text of the kernels") : rc;
}

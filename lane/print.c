/* print.c - the printer of the lane family: a kernel as C text over slots of native vectors.
 *
 * Printed per kernel:
 *
 *     FN void NAME_run2(buf, size, long pid_0, long pid_1)    two programs side by side
 *     FN void NAME_run1(buf, size, long pid)
 *     void ts_NAME(buf, size, lo, hi)                         a range of programs
 *     long ts_NAME_grid(size)                                 how many there are
 *
 * What differs between side by side programs is printed once for each, suffix _0, _1, ...; what is
 * uniform once. Nothing here decides: see compile/plan.h. */
#include "lane/lane.h"

#include <stdlib.h>
#include <string.h>

#include "tessera/symbol.h"

char ts_lane_letter(ts_dtype t)
{
    switch (t) {
    case TS_f32: return 'f';
    case TS_i32: return 'i';
    case TS_u32: return 'u';
    case TS_b1: return 'm';
    default: return ts_dtypes[t].bits == 16 ? 'h' : 'b';
    }
}

char ts_lane_memory(ts_dtype t)
{
    return ts_dtypes[t].bits == 4 ? 'n' : ts_lane_letter(t);
}

const char *ts_lane_ctype(ts_dtype t)
{
    switch (ts_lane_letter(t)) {
    case 'f': return "float";
    case 'i': return "int32_t";
    case 'u': return "uint32_t";
    case 'm': return "int";
    case 'h': return "uint16_t";
    default: return "uint8_t";
    }
}

const char *ts_lane_name(const ts_lane *l, uint32_t id, char *buffer)
{
    if (l->streams > 1 && !l->plan->note[id].uniform)
        snprintf(buffer, TS_NAME, "v%u_%d", id, l->stream);
    else
        snprintf(buffer, TS_NAME, "v%u", id);
    return buffer;
}

void ts_lane_line(ts_lane *l, const char *format, ...)
{
    va_list ap;
    ts_put(l->out, "%*s", 4 * l->depth, "");
    va_start(ap, format);
    ts_put_v(l->out, format, ap);
    va_end(ap);
    ts_put(l->out, "\n");
}

void ts_lane_each(ts_lane *l, uint32_t id, ts_layout y, ts_slot_fn *fn)
{
    if ((long)y.rows * y.slots <= l->plan->unrolled) {
        for (int r = 0; r < y.rows; r++)
            for (int s = 0; s < y.slots; s++) {
                char row[16], slot[16];
                snprintf(row, sizeof row, "%d", r);
                snprintf(slot, sizeof slot, "%d", s);
                fn(l, id, (ts_slot){row, slot});
            }
        return;
    }
    bool rows = y.rows > 1, slots = y.slots > 1;
    if (rows) ts_lane_line(l, "for (int r = 0; r < %d; r++)", y.rows);
    l->depth += rows;
    if (slots) ts_lane_line(l, "for (int s = 0; s < %d; s++)", y.slots);
    l->depth += slots;
    fn(l, id, (ts_slot){rows ? "r" : "0", slots ? "s" : "0"});
    l->depth -= rows + slots;
}

/* ---- statements ---- */

static void declare(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    const ts_layout *y = &l->plan->note[id].layout;
    char name[TS_NAME];
    ts_lane_line(l, "v%c %s[%d] UNUSED;", ts_lane_letter(o->dtype), ts_lane_name(l, id, name),
                 y->rows * y->slots);
}

static void put_target(ts_lane *l, ts_text *t, uint32_t id, ts_slot at)
{
    ts_put(t, "%*s", 4 * l->depth, "");
    const ts_layout *y = &l->plan->note[id].layout;
    char name[TS_NAME];
    ts_lane_name(l, id, name);
    if (y->rows == 1)
        ts_put(t, "%s[%s] = ", name, at.slot);
    else if (y->slots == 1)
        ts_put(t, "%s[%s] = ", name, at.row);
    else
        ts_put(t, "%s[%s * %d + %s] = ", name, at.row, y->slots, at.slot);
}

static void assign_slot(ts_lane *l, uint32_t id, ts_slot at)
{
    put_target(l, l->out, id, at);
    ts_lane_compute(l, l->out, id, at);
    ts_put(l->out, ";\n");
}

static void assign(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    char name[TS_NAME];
    if (o->rank) {
        declare(l, id);
        ts_lane_each(l, id, l->plan->note[id].layout, assign_slot);
        return;
    }
    ts_put(l->out, "%*sconst %s %s UNUSED = ", 4 * l->depth, "", ts_lane_ctype(o->dtype),
           ts_lane_name(l, id, name));
    ts_lane_compute(l, l->out, id, (ts_slot){"0", "0"});
    ts_put(l->out, ";\n");
}

static void init_slot(ts_lane *l, uint32_t id, ts_slot at)
{
    put_target(l, l->out, id, at);
    ts_lane_expr(l, l->out, l->k->op[id].arg[0], l->plan->note[id].layout, at);
    ts_put(l->out, ";\n");
}

static void variable(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    char name[TS_NAME];
    if (o->rank) {
        declare(l, id);
        ts_lane_each(l, id, l->plan->note[id].layout, init_slot);
        return;
    }
    ts_put(l->out, "%*s%s %s UNUSED = ", 4 * l->depth, "", ts_lane_ctype(o->dtype),
           ts_lane_name(l, id, name));
    ts_lane_scalar(l, l->out, o->arg[0]);
    ts_put(l->out, ";\n");
}

static void set_slot(ts_lane *l, uint32_t id, ts_slot at)
{
    const ts_op *o = &l->k->op[id];
    put_target(l, l->out, o->arg[0], at);
    ts_lane_expr(l, l->out, o->arg[1], l->plan->note[o->arg[0]].layout, at);
    ts_put(l->out, ";\n");
}

static void set(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    char name[TS_NAME];
    if (l->k->op[o->arg[0]].rank) {
        ts_lane_each(l, id, l->plan->note[o->arg[0]].layout, set_slot);
        return;
    }
    ts_put(l->out, "%*s%s = ", 4 * l->depth, "", ts_lane_name(l, o->arg[0], name));
    ts_lane_scalar(l, l->out, o->arg[1]);
    ts_put(l->out, ";\n");
}

static int ordinal(const ts_kern *k, uint32_t id)
{
    int n = 0;
    for (uint32_t i = 1; i < id; i++) n += k->op[i].op == k->op[id].op;
    return n;
}

static void parameter(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    bool writes = o->mode != TS_IN;
    ts_lane_line(l, "%svoid *const b%u UNUSED = buf[%d]; /* %s */", writes ? "" : "const ", id,
                 ordinal(l->k, id), o->name);
    for (int d = 0; d + 1 < o->rank; d++) {
        if (ts_fixed_stride(l->k, o, d) >= 0) continue;
        ts_put(l->out, "%*sconst int64_t b%u_%d UNUSED = ", 4 * l->depth, "", id, d);
        for (int e = d + 1; e < o->rank; e++) {
            ts_put(l->out, e > d + 1 ? " * (int64_t)" : "(int64_t)");
            ts_lane_scalar(l, l->out, o->arg[e]);
        }
        ts_put(l->out, ";\n");
    }
}

/* Its text stands where it is used, or at the head. */
static bool is_silent(ts_opcode op)
{
    return op == TS_const_ || op == TS_program_ || op == TS_swap_ || op == TS_end_;
}

static void note_line(ts_lane *l, const ts_op *o)
{
    if (is_silent(o->op)) return;
    const char *file = ts_files_base(&l->k->files, o->file);
    if (!o->line || !file || (o->line == l->line && o->file == l->file)) return;
    ts_lane_line(l, "/* %s:%d */", file, o->line);
    l->line = o->line;
    l->file = o->file;
}

static void statement(ts_lane *l, uint32_t id)
{
    switch (l->k->op[id].op) {
    case TS_const_:
    case TS_program_:
    case TS_swap_:
    case TS_end_: break;
    case TS_size_:
        ts_lane_line(l, "const int32_t v%u UNUSED = *size[%d]; /* %s */", id, ordinal(l->k, id),
                     l->k->op[id].name);
        break;
    case TS_param_: parameter(l, id); break;
    case TS_row_:
    case TS_part_: ts_lane_view(l, id); break;
    case TS_store_: ts_lane_store(l, id); break;
    case TS_scatter_: ts_lane_scatter(l, id); break;
    case TS_gather_: ts_lane_gather(l, id); break;
    case TS_var_: variable(l, id); break;
    case TS_set_: set(l, id); break;
    case TS_sum_:
    case TS_amax_:
    case TS_amin_:
    case TS_argmax_:
    case TS_argmin_: ts_lane_reduce(l, id); break;
    case TS_scan_: ts_lane_scan(l, id); break;
    case TS_dot_:
    case TS_dot_t_: ts_lane_dot(l, id); break;
    case TS_reshape_:
    case TS_slice_:
    case TS_concat_:
    case TS_transpose_: ts_lane_shape(l, id); break;
    default: assign(l, id); break;
    }
}

/* ---- loops ---- */

static void block(ts_lane *l, uint32_t from, uint32_t to);

static void body(ts_lane *l, uint32_t id, const char *head, const char *condition)
{
    const ts_op *o = &l->k->op[id];
    ts_put(l->out, "%*sfor (%s; i%u%s ", 4 * l->depth, "", head, id, condition);
    ts_lane_scalar(l, l->out, o->arg[1]);
    ts_put(l->out, "; i%u += %d) {\n", id, o->step);
    l->depth++;
    ts_lane_line(l, "const int32_t v%u UNUSED = (int32_t)i%u;", id, id);
    ts_lane_prefetch(l, id);
    block(l, id + 1, l->plan->note[id].end);
    l->depth--;
    ts_lane_line(l, "}");
}

static void loop(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    char whole[TS_NAME];
    ts_put(l->out, "%*sint64_t i%u = ", 4 * l->depth, "", id);
    ts_lane_scalar(l, l->out, o->arg[0]);
    ts_put(l->out, ";\n");
    if (l->plan->note[id].split) {
        snprintf(whole, sizeof whole, " + %d <=", o->step);
        ts_note_full(l->plan, id, true);
        body(l, id, "", whole);
        ts_note_full(l->plan, id, false);
    }
    body(l, id, "", " <");
}

static void block(ts_lane *l, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        const ts_note *n = &l->plan->note[i];
        const ts_op *o = &l->k->op[i];
        if (n->inlined || l->printed[i]) continue;
        note_line(l, o);
        if (o->op == TS_loop_) {
            loop(l, i);
            i = n->end;
            continue;
        }
        bool uniform = n->uniform && !(o->op == TS_store_ || o->op == TS_scatter_);
        if (o->op == TS_set_) uniform = l->plan->note[o->arg[0]].uniform;
        if (o->op == TS_param_) uniform = true; /* the same pointer, whoever writes through it */
        for (l->stream = 0; l->stream < (uniform ? 1 : l->streams); l->stream++) statement(l, i);
        l->stream = 0;
    }
}

/* ---- grid: sizes and what the program counts are computed from ---- */

static void print_counts(ts_lane *l, bool *needed)
{
    ts_mark_counts(l->k, needed);
    for (uint32_t i = 1; i < l->k->n; i++)
        if (needed[i] && l->k->op[i].op != TS_const_) statement(l, i);
    for (uint32_t i = 1; i < l->k->n; i++) {
        const ts_op *o = &l->k->op[i];
        if (o->op != TS_program_) continue;
        ts_put(l->out, "    const long g%d UNUSED = ts_programs(", o->axis);
        ts_lane_scalar(l, l->out, o->arg[0]);
        ts_put(l->out, ", %d);\n", o->step);
    }
}

static int axes(const ts_kern *k)
{
    int n = 0;
    for (uint32_t i = 1; i < k->n; i++) n += k->op[i].op == TS_program_;
    return n;
}

static void print_grid(ts_lane *l, bool *needed)
{
    char name[TS_SYMBOL];
    ts_put(l->out, "long %s(const int32_t *const *size UNUSED)\n{\n",
           ts_symbol(l->k->name, "_grid", name));
    print_counts(l, needed);
    ts_put(l->out, axes(l->k) ? "    return g0" : "    return 1");
    for (int a = 1; a < axes(l->k); a++) ts_put(l->out, " * g%d", a);
    ts_put(l->out, ";\n}\n\n");
}

static void print_indices(ts_lane *l)
{
    int n = axes(l->k);
    for (uint32_t i = 1; i < l->k->n; i++) {
        const ts_op *o = &l->k->op[i];
        if (o->op != TS_program_) continue;
        for (l->stream = 0; l->stream < l->streams; l->stream++) {
            char name[TS_NAME];
            ts_put(l->out, "    const int32_t %s UNUSED = (int32_t)(pid_%d",
                   ts_lane_name(l, i, name), l->stream);
            for (int a = n - 1; a > o->axis; a--) ts_put(l->out, " / g%d", a);
            if (o->axis) ts_put(l->out, " %% g%d", o->axis);
            ts_put(l->out, o->step > 1 ? ") * %d;\n" : ");\n", o->step);
        }
        l->stream = 0;
    }
}

/* ---- a function for `streams` programs ---- */

static void print_run(ts_lane *l, int streams, bool *needed)
{
    l->streams = streams;
    l->stream = 0;
    l->depth = 1;
    l->line = 0;
    ts_put(l->out, "FN void %s_run%d(void *const *buf UNUSED, const int32_t *const *size UNUSED",
           l->k->name, streams);
    for (int j = 0; j < streams; j++) ts_put(l->out, ", long pid_%d UNUSED", j);
    ts_put(l->out, ")\n{\n");
    print_counts(l, needed);
    print_indices(l);
    l->printed = needed;
    block(l, 1, l->k->n);
    ts_put(l->out, "}\n\n");
}

static void print_entry(ts_lane *l)
{
    int n = l->plan->streams;
    char name[TS_SYMBOL];
    ts_put(l->out, "void %s(void *const *buf, const int32_t *const *size, long lo, long hi)\n{\n",
           ts_symbol(l->k->name, "", name));
    if (n > 1) {
        ts_put(l->out, "    const long part = (hi - lo) / %d;\n", n);
        ts_put(l->out, "    for (long i = 0; i < part; i++) %s_run%d(buf, size", l->k->name, n);
        for (int j = 0; j < n; j++) ts_put(l->out, ", lo + %d * part + i", j);
        ts_put(l->out, ");\n    lo += %d * part;\n", n);
    }
    ts_put(l->out, "    for (long i = lo; i < hi; i++) %s_run1(buf, size, i);\n}\n\n", l->k->name);
}

/* "w:16:1536*8960,x:32:s0", and behind a blank "s0/64,s1/1" (demand.c) */
static int print_needs(ts_lane *l, ts_error *err)
{
    ts_text axes = {0};
    char name[TS_SYMBOL];
    ts_put(l->out, "const char %s[] = \"", ts_symbol(l->k->name, "_needs", name));
    int rc = ts_put_needs(l->out, l->k, err) || ts_put_axes(&axes, l->k, err) ? -1 : 0;
    ts_put(l->out, "%s%s\";\n", axes.n ? " " : "", axes.n ? axes.s : "");
    free(axes.s);
    return rc;
}

static void print_facts(ts_lane *l)
{
    static const char letter[] = "iobw";
    int sizes = 0;
    char name[TS_SYMBOL];
    ts_put(l->out, "const char %s[] = \"", ts_symbol(l->k->name, "_modes", name));
    for (uint32_t i = 1; i < l->k->n; i++) {
        if (l->k->op[i].op == TS_param_) ts_put(l->out, "%c", letter[l->k->op[i].mode]);
        sizes += l->k->op[i].op == TS_size_;
    }
    ts_put(l->out, "\";\nconst int %s = %d;\n", ts_symbol(l->k->name, "_sizes", name), sizes);
    ts_put(l->out, "const long %s = %ld;\n\n", ts_symbol(l->k->name, "_cost", name), l->plan->cost);
}

/* ---- module ---- */

static int print_kernel(ts_text *out, ts_text *casts, ts_plan *p, ts_error *err)
{
    const ts_kern *k = p->k;
    bool *needed = calloc(k->n + 1, sizeof *needed);
    ts_lane l = {.plan = p, .k = k, .out = out, .casts = casts, .streams = 1, .depth = 1};
    if (!needed) return ts_fail(err, "kernel %s: no memory to print it", k->name);
    ts_put(out, "/* ---- %s ---- */\n\n", k->name);
    int rc = print_needs(&l, err);
    print_facts(&l);
    print_grid(&l, needed);
    if (p->streams > 1) print_run(&l, p->streams, needed);
    print_run(&l, 1, needed);
    print_entry(&l);
    free(needed);
    return rc;
}

int ts_lane_print(ts_text *out, const ts_forms *forms, const ts_target *target, ts_error *err)
{
    ts_text kernel_text = {0}, casts = {0};
    int rc = 0;
    for (size_t i = 0; i < forms->n && !rc; i++)
        rc = print_kernel(&kernel_text, &casts, forms->form[i], err);
    ts_put(out, "#define LANES %d\n%s", ts_lane_traits_of(target)->vector_bytes / 4,
           ts_cpu_prelude);
    ts_put(out, "%s\n%s", casts.s ? casts.s : "", kernel_text.s ? kernel_text.s : "");
    bool failed = kernel_text.failed || casts.failed || out->failed;
    free(kernel_text.s);
    free(casts.s);
    return failed ? ts_fail(err, "no memory for the text of the kernels") : rc;
}

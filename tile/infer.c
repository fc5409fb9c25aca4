/* infer.c - the typing rules of the tile IR: one function per kind of op.
 *
 * Each rule reads what was asked for (`given`), the operands (all before op n, already checked) and
 * fills the result `o`, in which only the fields its op uses are non-zero. The constructor and the
 * verifier share these rules; who appends, prints or runs ops is elsewhere.
 * Every refusal is one line: kernel NAME, FILE:LINE: OP: rule (what was given). */
#include "tile/ir.h"
#include "tessera/c_locale.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

#include "tessera/device.h"

typedef struct job {
    const ts_kern *k;
    uint32_t n, open; /* number of the op; innermost loop around it */
    const ts_op *given;
    ts_op *o;
    const ts_op *in[TS_MAXARG]; /* operands; the unused ones are an empty op */
    ts_error *err;
} job;

static bool refuse(job *j, const char *format, ...) __attribute__((format(printf, 2, 3)));

static bool refuse(job *j, const char *format, ...)
{
    TS_C_LOCALE;
    char text[512];
    va_list ap;
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    ts_complain(j->err, j->k, j->given, text);
    return false;
}

/* ---- small checks ---- */

static bool is_class(ts_dtype t, const char *classes)
{
    return strchr(classes, ts_dtypes[t].class) != NULL;
}

/* Operands are counted from 1 in messages, as a reader of the text form counts them. */
static bool index_operand(job *j, int i)
{
    const ts_op *a = j->in[i];
    if (a->dtype == TS_i32 && a->rank == 0) return true;
    return refuse(j, "operand %d must be an i32 scalar (is %s)", i + 1, ts_type(a).s);
}

static bool computable(job *j, int i, const char *classes)
{
    if (is_class(j->in[i]->dtype, classes)) return true;
    const char *hint = is_class(j->in[i]->dtype, "SN") ? "; ts_cast it first" : "";
    char list[48] = "";
    for (const char *c = classes; *c; c++) {
        if (*list) strcat(list, c[1] ? ", " : " or ");
        strcat(list, *c == 'F' ? "f32" : *c == 'I' ? "i32" : *c == 'U' ? "u32" : "b1");
    }
    return refuse(j, "operand %d must be %s (is %s%s)", i + 1, list, ts_type(j->in[i]).s, hint);
}

static bool same_dtype(job *j, int i, int l)
{
    if (j->in[i]->dtype == j->in[l]->dtype) return true;
    return refuse(j, "operands %d and %d must have one dtype (are %s and %s)", i + 1, l + 1,
                  ts_type(j->in[i]).s, ts_type(j->in[l]).s);
}

/* Makes o a value of that type, if its extents are sane. */
static bool value(job *j, ts_dtype t, int rank, int h, int w)
{
    ts_op *o = j->o;
    o->sort = TS_VALUE;
    o->dtype = t;
    o->rank = rank;
    if (rank < 0 || rank > 2) return refuse(j, "rank must be 0 to 2 (is %d)", rank);
    o->dim[0] = rank > 0 ? h : 1;
    o->dim[1] = rank > 1 ? w : 1;
    for (int i = 0; i < rank; i++)
        if (o->dim[i] < 1 || o->dim[i] > TS_MAXDIM)
            return refuse(j, "extents must be 1 to %d (dimension %d is %d)", TS_MAXDIM, i,
                          o->dim[i]);
    if ((int64_t)o->dim[0] * o->dim[1] > TS_MAXELEMS)
        return refuse(j, "a tile holds at most %d elements (is %s)", TS_MAXELEMS, ts_type(o).s);
    return true;
}

static bool like(job *j, ts_dtype t, const ts_op *a)
{
    return value(j, t, a->rank, a->dim[0], a->dim[1]);
}

static bool given_shape(job *j, ts_dtype t)
{
    return value(j, t, j->given->rank, j->given->dim[0], j->given->dim[1]);
}

static bool given_dtype(job *j, const char *classes, const char *list)
{
    if ((unsigned)j->given->dtype < TS_NDTYPE && is_class(j->given->dtype, classes)) return true;
    ts_op bad = {.dtype = j->given->dtype};
    return refuse(j, "dtype must be %s (is %s)", list, ts_type(&bad).s);
}

static bool axis_below(job *j, int rank)
{
    j->o->axis = j->given->axis;
    if (j->o->axis >= 0 && j->o->axis < rank) return true;
    if (rank == 0) return refuse(j, "a scalar has no axis");
    return refuse(j, "axis must be 0%s (is %d)",
                  rank == 1   ? ""
                  : rank == 2 ? " or 1"
                              : " to 2",
                  j->o->axis);
}

static bool positive_step(job *j)
{
    j->o->step = j->given->step;
    return j->o->step > 0 || refuse(j, "step must be positive (is %d)", j->o->step);
}

/* ---- elementwise ---- */

/* Aligned at the right, equal or 1; the result goes to o. */
static bool broadcast(job *j, ts_dtype t)
{
    int rank = 0, h = 1, w = 1;
    for (int i = 0; i < j->o->argc; i++) {
        const ts_op *a = j->in[i];
        int r = ts_rows(a), c = ts_cols(a);
        if ((r != h && r != 1 && h != 1) || (c != w && c != 1 && w != 1)) {
            ts_op so_far = {.dtype = a->dtype, .rank = rank, .dim = {rank == 2 ? h : w, w}};
            return refuse(j, "shapes must broadcast (%s does not meet %s)", ts_type(&so_far).s,
                          ts_type(a).s);
        }
        rank = a->rank > rank ? a->rank : rank;
        h = r > h ? r : h;
        w = c > w ? c : w;
    }
    return value(j, t, rank, rank == 2 ? h : w, w);
}

static bool rule_elem(job *j)
{
    const ts_opinfo *info = &ts_opinfos[j->o->op];
    for (int i = 0; i < j->o->argc; i++)
        if (!computable(j, i, info->types) || (i && !same_dtype(j, 0, i))) return false;
    return broadcast(j, info->result == PRED ? TS_b1 : j->in[0]->dtype);
}

static bool rule_select(job *j)
{
    return computable(j, 0, "B") && computable(j, 1, "FIUB") && computable(j, 2, "FIUB") &&
           same_dtype(j, 1, 2) && broadcast(j, j->in[1]->dtype);
}

static bool rule_cast(job *j)
{
    return given_dtype(j, "FIUSN", "any but b1 (compare with ts_ne instead)") &&
           like(j, j->given->dtype, j->in[0]);
}

static bool rule_bits(job *j)
{
    return computable(j, 0, "FIU") && given_dtype(j, "FIU", "f32, i32 or u32") &&
           like(j, j->given->dtype, j->in[0]);
}

/* ---- interface ---- */

static int earlier(const job *j, ts_opcode op)
{
    int count = 0;
    for (uint32_t i = 1; i < j->n; i++) count += j->k->op[i].op == op;
    return count;
}

/* The interface stands before anything that happens, so every program sees all of it. */
static bool in_head(job *j)
{
    if (j->open) return refuse(j, "must stand outside of loops");
    for (uint32_t i = 1; i < j->n; i++)
        if (ts_opinfos[j->k->op[i].op].flags & EFFECT)
            return refuse(j, "must come before the first variable, loop or store");
    return true;
}

static bool fresh_name(job *j)
{
    const char *name = j->given->name;
    if (!name || !ts_is_name(name))
        return refuse(j, "name must be a C identifier of at most %d characters (is '%.80s')",
                      TS_MAXNAME, name ? name : "");
    for (uint32_t i = 1; i < j->n; i++)
        if (j->k->op[i].name && !strcmp(j->k->op[i].name, name))
            return refuse(j, "name '%s' is already taken", name);
    j->o->name = name;
    return true;
}

static bool rule_size(job *j)
{
    if (earlier(j, TS_size_) >= TS_MAX_SIZES)
        return refuse(j, "a kernel has at most %d sizes", TS_MAX_SIZES);
    return in_head(j) && fresh_name(j) && value(j, TS_i32, 0, 1, 1);
}

static bool fixed_operand(job *j, int i)
{
    if (!index_operand(j, i)) return false;
    return j->in[i]->fixed ||
           refuse(j, "operand %d must be computed from sizes and constants only", i + 1);
}

static bool rule_param(job *j)
{
    ts_op *o = j->o;
    if (earlier(j, TS_param_) >= TS_MAX_BUFFERS)
        return refuse(j, "a kernel has at most %d params", TS_MAX_BUFFERS);
    if (o->argc < 1 || o->argc > 3) return refuse(j, "rank must be 1 to 3 (is %d)", o->argc);
    for (int i = 0; i < o->argc; i++) {
        if (!fixed_operand(j, i)) return false;
        if (j->in[i]->op == TS_const_ && j->in[i]->value < 0)
            return refuse(j, "extents must not be negative (dimension %d is %.0f)", i,
                          j->in[i]->value);
    }
    if ((unsigned)j->given->mode > TS_WORK) return refuse(j, "mode must be in, out, inout or work");
    o->mode = j->given->mode;
    o->sort = TS_VIEW;
    o->rank = o->argc;
    o->dtype = j->given->dtype;
    return given_dtype(j, "FIUSN", "any but b1, which memory does not hold") && in_head(j) &&
           fresh_name(j);
}

static bool rule_program(job *j)
{
    j->o->axis = earlier(j, TS_program_);
    if (j->o->axis >= 3) return refuse(j, "a kernel has at most 3 program axes");
    return fixed_operand(j, 0) && positive_step(j) && in_head(j) && value(j, TS_i32, 0, 1, 1);
}

static bool rule_const(job *j)
{
    double x = j->given->value;
    if (!given_dtype(j, "FIUB", "f32, i32, u32 or b1")) return false;
    ts_dtype t = j->given->dtype;
    const ts_dtypeinfo *info = &ts_dtypes[t];
    bool ok;
    if (t == TS_f32)
        ok = !isfinite(x) || fabs(x) <= info->max;
    else
        ok = x >= (t == TS_i32 ? -info->max - 1 : 0) && x <= info->max && x == floor(x);
    if (!ok) return refuse(j, "%.15g is not a value of %s", x, info->name);
    /* An f32 constant is an f32 value; integers have one zero; NaN has one payload. */
    j->o->value = isnan(x) ? NAN : t == TS_f32 ? (double)(float)x : x + 0.0;
    return value(j, t, 0, 1, 1);
}

/* ---- views ---- */

static bool view(job *j, int rank)
{
    int depth = 1;
    for (const ts_op *v = j->in[0]; v->op != TS_param_; v = &j->k->op[v->arg[0]]) depth++;
    if (depth > TS_MAXVIEWS) return refuse(j, "views of views nest at most %d deep", TS_MAXVIEWS);
    j->o->sort = TS_VIEW;
    j->o->dtype = j->in[0]->dtype;
    j->o->mode = j->in[0]->mode;
    j->o->rank = rank;
    return true;
}

static bool rule_row(job *j)
{
    int rank = j->in[0]->rank;
    if (rank < 2) return refuse(j, "the view must have rank 2 or 3 (is %s)", ts_type(j->in[0]).s);
    return index_operand(j, 1) && view(j, rank - 1);
}

static bool rule_part(job *j)
{
    return axis_below(j, j->in[0]->rank) && positive_step(j) && index_operand(j, 1) &&
           index_operand(j, 2) && view(j, j->in[0]->rank);
}

static bool rule_swap(job *j)
{
    int rank = j->in[0]->rank;
    if (rank < 2) return refuse(j, "the view must have rank 2 or 3 (is %s)", ts_type(j->in[0]).s);
    return view(j, rank);
}

/* ---- memory ---- */

static bool readable(job *j)
{
    return j->in[0]->mode != TS_OUT || refuse(j, "an out param cannot be read; make it inout");
}

static bool writable(job *j)
{
    return j->in[0]->mode != TS_IN || refuse(j, "an in param cannot be written; make it inout");
}

/* Operands after the view: one scalar index per dimension, and for writers the value. */
static bool indexed(job *j, int after)
{
    int rank = j->in[0]->rank;
    if (rank > 2)
        return refuse(j, "the view must have rank 1 or 2; take a ts_row (is %s)",
                      ts_type(j->in[0]).s);
    if (j->o->argc != 1 + rank + after)
        return refuse(j, "indices: a view of rank %d takes %d (%d operands in all, %d given)", rank,
                      rank, 1 + rank + after, j->o->argc);
    for (int i = 1; i <= rank; i++)
        if (!index_operand(j, i)) return false;
    return true;
}

static bool rule_load(job *j)
{
    int rank = j->given->rank;
    if (!readable(j) || !indexed(j, 0)) return false;
    if (j->in[0]->rank == 2 ? rank != 2 : rank != 0 && rank != 1)
        return refuse(j, j->in[0]->rank == 2 ? "a view of rank 2 gives a tile [h,w]"
                                             : "a view of rank 1 gives a scalar or [w]");
    return given_shape(j, j->in[0]->dtype);
}

static bool stored_dtype(job *j, const ts_op *x)
{
    if (x->dtype == j->in[0]->dtype) return true;
    return refuse(j, "the value must have the view's dtype (view %s, value %s)",
                  ts_type(j->in[0]).s, ts_type(x).s);
}

static bool rule_store(job *j)
{
    if (!writable(j) || !indexed(j, 1)) return false;
    const ts_op *x = j->in[j->o->argc - 1];
    if (j->in[0]->rank == 2 ? x->rank != 2 : x->rank > 1)
        return refuse(j, "a view of rank %d takes %s (is %s)", j->in[0]->rank,
                      j->in[0]->rank == 2 ? "a tile [h,w]" : "a scalar or [w]", ts_type(x).s);
    return stored_dtype(j, x);
}

/* Index tile [n], and for a view of rank 2 the first column. */
static bool tile_indexed(job *j, int after)
{
    int rank = j->in[0]->rank;
    if (rank > 2)
        return refuse(j, "the view must have rank 1 or 2; take a ts_row (is %s)",
                      ts_type(j->in[0]).s);
    if (j->o->argc != 1 + rank + after)
        return refuse(j, "a view of rank %d takes %s", rank,
                      rank == 1 ? "an index tile only" : "an index tile and a first column");
    if (j->in[1]->dtype != TS_i32 || j->in[1]->rank != 1)
        return refuse(j, "operand 2 must be an i32 tile [n] (is %s)", ts_type(j->in[1]).s);
    return rank == 1 || index_operand(j, 2);
}

static bool rule_gather(job *j)
{
    return readable(j) && tile_indexed(j, 0) &&
           value(j, j->in[0]->dtype, j->in[0]->rank, j->in[1]->dim[0], j->given->dim[1]);
}

static bool rule_scatter(job *j)
{
    if (!writable(j) || !tile_indexed(j, 1)) return false;
    const ts_op *x = j->in[j->o->argc - 1];
    if (x->rank != j->in[0]->rank || x->dim[0] != j->in[1]->dim[0])
        return refuse(j, "the value must be [n%s] with n indices (index %s, value %s)",
                      j->in[0]->rank == 2 ? ",w" : "", ts_type(j->in[1]).s, ts_type(x).s);
    return stored_dtype(j, x);
}

/* ---- shapes ---- */

static bool rule_iota(job *j)
{
    return value(j, TS_i32, 1, j->given->dim[0], 1);
}

static bool shaped(job *j)
{
    if (j->given->rank < 1) return refuse(j, "the result must be a tile [w] or [h,w]");
    return computable(j, 0, "FIUB") && given_shape(j, j->in[0]->dtype);
}

static bool rule_splat(job *j)
{
    if (!shaped(j)) return false;
    const ts_op *a = j->in[0], *o = j->o;
    if (a->rank <= o->rank && (ts_rows(a) == 1 || ts_rows(a) == ts_rows(o)) &&
        (ts_cols(a) == 1 || ts_cols(a) == ts_cols(o)))
        return true;
    return refuse(j, "%s does not broadcast to %s", ts_type(a).s, ts_type(o).s);
}

static bool rule_reshape(job *j)
{
    if (!shaped(j)) return false;
    if (ts_count(j->in[0]) == ts_count(j->o)) return true;
    return refuse(j, "the element count must stay (%s to %s)", ts_type(j->in[0]).s,
                  ts_type(j->o).s);
}

static bool rule_slice(job *j)
{
    const ts_op *a = j->in[0];
    if (!computable(j, 0, "FIUB") || !axis_below(j, a->rank)) return false;
    int dim[2] = {a->dim[0], a->dim[1]}, axis = j->o->axis, from = j->given->step;
    int64_t n = dim[axis] = j->given->dim[axis];
    j->o->step = from;
    if (from < 0 || from + n > a->dim[axis])
        return refuse(j, "elements %d to %lld are not in %s", from, (long long)(from + n - 1),
                      ts_type(a).s);
    return value(j, a->dtype, a->rank, dim[0], dim[1]);
}

static bool rule_concat(job *j)
{
    const ts_op *a = j->in[0], *b = j->in[1];
    if (!computable(j, 0, "FIUB") || !same_dtype(j, 0, 1) || !axis_below(j, a->rank)) return false;
    int axis = j->o->axis, dim[2] = {a->dim[0], a->dim[1]};
    if (a->rank != b->rank || a->dim[1 - axis] != b->dim[1 - axis])
        return refuse(j, "shapes must agree except along axis %d (are %s and %s)", axis,
                      ts_type(a).s, ts_type(b).s);
    dim[axis] += b->dim[axis];
    return value(j, a->dtype, a->rank, dim[0], dim[1]);
}

static bool rule_transpose(job *j)
{
    const ts_op *a = j->in[0];
    if (!computable(j, 0, "FIUB")) return false;
    if (a->rank != 2) return refuse(j, "the operand must be a tile [h,w] (is %s)", ts_type(a).s);
    return value(j, a->dtype, 2, a->dim[1], a->dim[0]);
}

static bool rule_repeat(job *j)
{
    const ts_op *a = j->in[0];
    int times = j->o->step = j->given->step, most = TS_MAXDIM / ts_cols(a);
    if (!computable(j, 0, "FIUB")) return false;
    if (a->rank < 1)
        return refuse(j, "the operand must be a tile [w] or [h,w] (is %s)", ts_type(a).s);
    if (times < 1 || times > most)
        return refuse(j, "times must be 1 to %d for %s (is %d)", most, ts_type(a).s, times);
    int dim[2] = {a->dim[0], a->dim[1]};
    dim[a->rank - 1] *= times;
    return value(j, a->dtype, a->rank, dim[0], dim[1]);
}

/* ---- along an axis, contraction ---- */

static bool rule_reduce(job *j)
{
    const ts_op *a = j->in[0];
    if (!computable(j, 0, "FIU") || !axis_below(j, a->rank)) return false;
    bool index = j->o->op == TS_argmax_ || j->o->op == TS_argmin_;
    return value(j, index ? TS_i32 : a->dtype, a->rank - 1, a->dim[1 - j->o->axis], 1);
}

static bool rule_scan(job *j)
{
    return computable(j, 0, "FIU") && axis_below(j, j->in[0]->rank) &&
           like(j, j->in[0]->dtype, j->in[0]);
}

static bool rule_dot(job *j)
{
    const ts_op *a = j->in[0], *b = j->in[1], *c = j->in[2];
    int t = j->o->op == TS_dot_t_;
    if (a->rank != 2 || b->rank != 2 || a->dim[1] != b->dim[t])
        return refuse(j, "shapes must be [m,k] and %s (are %s and %s)", t ? "[n,k]" : "[k,n]",
                      ts_type(a).s, ts_type(b).s);
    if (!is_class(a->dtype, "FSN") || !is_class(b->dtype, "FSN"))
        return refuse(j, "operands must be f32 or of a storage dtype (are %s and %s)", ts_type(a).s,
                      ts_type(b).s);
    bool whole = is_class(a->dtype, "N") && is_class(b->dtype, "N");
    if (!value(j, whole ? TS_i32 : TS_f32, 2, a->dim[0], b->dim[1 - t])) return false;
    if (!j->o->arg[2] ||
        (c->dtype == j->o->dtype && c->rank == 2 && !memcmp(c->dim, j->o->dim, sizeof c->dim)))
        return true;
    return refuse(j, "the addend must be %s (is %s)", ts_type(j->o).s, ts_type(c).s);
}

/* ---- state and structure ---- */

static bool rule_var(job *j)
{
    if (j->in[0]->rank)
        return refuse(j, "the initial value must be a scalar (is %s)", ts_type(j->in[0]).s);
    if (!computable(j, 0, "FIUB") || !given_shape(j, j->in[0]->dtype)) return false;
    j->o->sort = TS_VARIABLE;
    return true;
}

static bool rule_get(job *j)
{
    return like(j, j->in[0]->dtype, j->in[0]);
}

static bool rule_set(job *j)
{
    const ts_op *v = j->in[0], *x = j->in[1];
    if (v->dtype == x->dtype && v->rank == x->rank && !memcmp(v->dim, x->dim, sizeof v->dim))
        return true;
    return refuse(j, "the value must be as the variable (variable %s, value %s)", ts_type(v).s,
                  ts_type(x).s);
}

static bool rule_loop(job *j)
{
    int depth = 1;
    for (uint32_t l = j->open; l; l = j->k->op[l].loop) depth++;
    if (depth > TS_MAXDEPTH) return refuse(j, "loops nest at most %d deep", TS_MAXDEPTH);
    return index_operand(j, 0) && index_operand(j, 1) && positive_step(j) &&
           value(j, TS_i32, 0, 1, 1);
}

static bool rule_end(job *j)
{
    if (j->o->arg[0] != j->open)
        return refuse(j, "loop %%%u is not the innermost open one, which is %%%u of line %d",
                      j->o->arg[0], j->open, j->k->op[j->open].line);
    j->o->loop = j->in[0]->loop;
    return true;
}

static bool (*const rules[TS_NOP])(job *) = {
    [TS_select_] = rule_select,   [TS_cast_] = rule_cast,
    [TS_bits_] = rule_bits,       [TS_size_] = rule_size,
    [TS_param_] = rule_param,     [TS_program_] = rule_program,
    [TS_const_] = rule_const,     [TS_row_] = rule_row,
    [TS_part_] = rule_part,       [TS_swap_] = rule_swap,
    [TS_load_] = rule_load,       [TS_store_] = rule_store,
    [TS_gather_] = rule_gather,   [TS_scatter_] = rule_scatter,
    [TS_iota_] = rule_iota,       [TS_splat_] = rule_splat,
    [TS_reshape_] = rule_reshape, [TS_slice_] = rule_slice,
    [TS_concat_] = rule_concat,   [TS_transpose_] = rule_transpose,
    [TS_repeat_] = rule_repeat,   [TS_sum_] = rule_reduce,
    [TS_amax_] = rule_reduce,     [TS_amin_] = rule_reduce,
    [TS_argmax_] = rule_reduce,   [TS_argmin_] = rule_reduce,
    [TS_scan_] = rule_scan,       [TS_dot_] = rule_dot,
    [TS_dot_t_] = rule_dot,       [TS_var_] = rule_var,
    [TS_get_] = rule_get,         [TS_set_] = rule_set,
    [TS_loop_] = rule_loop,       [TS_end_] = rule_end,
};

/* ---- operands ---- */

static ts_sort wanted_sort(ts_opcode op, int i)
{
    switch (op) {
    case TS_row_:
    case TS_part_:
    case TS_swap_:
    case TS_load_:
    case TS_store_:
    case TS_gather_:
    case TS_scatter_: return i ? TS_VALUE : TS_VIEW;
    case TS_get_:
    case TS_set_: return i ? TS_VALUE : TS_VARIABLE;
    default: return TS_VALUE;
    }
}

/* Defined here: its loop is still open; and a loop's own index lives inside it only. */
static bool in_scope(const job *j, uint32_t id)
{
    const ts_op *op = j->k->op;
    uint32_t home = op[id].op == TS_loop_ ? id : op[id].loop;
    for (uint32_t l = j->open; l && home; l = op[l].loop)
        if (l == home) return true;
    return !home;
}

static bool operand(job *j, int i)
{
    static const char *const sorts[] = {"nothing", "a value", "a view", "a variable"};
    uint32_t id = j->o->arg[i];
    if (id == 0) return refuse(j, "operand %d is undefined (a zero handle)", i + 1);
    if (id >= j->n) return refuse(j, "operand %d is undefined (%%%u)", i + 1, id);
    const ts_op *a = j->in[i] = &j->k->op[id];
    ts_sort want = wanted_sort(j->o->op, i);
    if (a->sort != want)
        return refuse(j, "operand %d must be %s (%%%u is %s)", i + 1, sorts[want], id,
                      sorts[a->sort]);
    if (in_scope(j, id)) return true;
    return refuse(j, "operand %d is undefined here: %%%u was made inside a loop that has ended",
                  i + 1, id);
}

static bool operands(job *j)
{
    ts_op *o = j->o;
    int want = ts_opinfos[o->op].args;
    bool dot = o->op == TS_dot_ || o->op == TS_dot_t_;
    int argc = o->argc = j->given->argc;
    if (o->op == TS_end_ && argc == 0) o->argc = 1;
    if (dot && argc == 2) o->argc = 3;
    if (want == V ? argc < 1 || argc > TS_MAXARG : o->argc != want)
        return refuse(j, "takes %s%d operands (%d given)", want == V ? "1 to " : "",
                      want == V ? TS_MAXARG : want, argc);
    for (int i = 0; i < argc; i++) o->arg[i] = j->given->arg[i];
    if (o->op == TS_end_ && argc == 0) o->arg[0] = j->open;
    if (o->op == TS_end_ && !j->open) return refuse(j, "no loop is open");
    for (int i = 0; i < o->argc; i++)
        if (!(dot && i == 2 && !o->arg[2]) && !operand(j, i)) return false;
    return true;
}

/* See ts_op.fixed. No memory, no floats: every host can compute it before the launch. */
static bool is_fixed(const job *j)
{
    const ts_op *o = j->o;
    if (o->sort != TS_VALUE || o->rank || !is_class(o->dtype, "IUB")) return false;
    if (o->op == TS_size_ || o->op == TS_const_) return true;
    if (!ts_is_elem(o->op) && o->op != TS_select_ && o->op != TS_cast_ && o->op != TS_bits_)
        return false;
    for (int i = 0; i < o->argc; i++)
        if (!j->in[i]->fixed) return false;
    return true;
}

bool ts_infer(const ts_kern *k, uint32_t n, uint32_t open, const ts_op *given, ts_op *o,
              ts_error *err)
{
    *o = (ts_op){
        .op = given->op, .dim = {1, 1}, .line = given->line, .file = given->file, .loop = open};
    static const ts_op absent;
    job j = {.k = k, .n = n, .open = open, .given = given, .o = o, .err = err};
    for (int i = 0; i < TS_MAXARG; i++) j.in[i] = &absent;
    if ((unsigned)given->op >= TS_NOP || given->op == TS_NONE)
        return refuse(&j, "no such op (%d)", (int)given->op);
    if (!operands(&j)) return false;
    if (!(ts_is_elem(o->op) ? rule_elem : rules[o->op])(&j)) return false;
    o->fixed = is_fixed(&j);
    return true;
}

/* run_tile.c - the interpreter's ops that move elements about or run along an axis.
 *
 * Values are row-major matrices; a tile [w] is one row, so its only axis is that of the columns.
 * Everything runs in index order: sums and dots are exactly the double sums from left to right. */
#include "tile/run.h"

#include <math.h>

/* The axis of o's operand in matrix terms: 0 down the rows, 1 along the columns. */
static int along(const ts_op *o, int rank)
{
    return rank == 2 ? o->axis : 1;
}

static int64_t wrap(ts_dtype t, uint64_t x)
{
    return t == TS_u32 ? (int64_t)(uint32_t)x : (int64_t)(int32_t)(uint32_t)x;
}

void ts_run_slice(const ts_op *o, slot *out, const ts_op *from, const slot *in)
{
    size_t rows = (size_t)ts_rows(o), cols = (size_t)ts_cols(o), pitch = (size_t)ts_cols(from);
    in += along(o, o->rank) ? (size_t)o->step : (size_t)o->step * pitch;
    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < cols; c++) *out++ = in[r * pitch + c];
}

void ts_run_concat(const ts_op *o, slot *out, const ts_op *const type[2], const slot *const in[2])
{
    size_t pitch = (size_t)ts_cols(o), move = (size_t)ts_cols(type[0]);
    if (!along(o, o->rank)) move = ts_count(type[0]);
    for (int i = 0; i < 2; i++, out += move) {
        size_t cols = (size_t)ts_cols(type[i]), n = ts_count(type[i]);
        for (size_t l = 0; l < n; l++) out[l / cols * pitch + l % cols] = in[i][l];
    }
}

void ts_run_transpose(const ts_op *o, slot *out, const slot *in)
{
    size_t rows = (size_t)ts_rows(o), cols = (size_t)ts_cols(o);
    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < cols; c++) *out++ = in[c * rows + r];
}

void ts_run_repeat(const ts_op *o, slot *out, const slot *in)
{
    size_t n = ts_count(o), times = (size_t)o->step;
    for (size_t i = 0; i < n; i++) out[i] = in[i / times];
}

static slot sum_line(ts_dtype t, const slot *x, size_t n, size_t step)
{
    double f = 0;
    uint64_t u = 0;
    if (t != TS_f32) {
        for (size_t i = 0; i < n; i++) u += (uint64_t)x[i * step].i;
        return (slot){.i = wrap(t, u)};
    }
    for (size_t i = 0; i < n; i++) f += x[i * step].f;
    return (slot){.f = f};
}

/* Position of the first element that no other beats; n if there are only NaNs. */
static size_t best(ts_dtype t, bool most, const slot *x, size_t n, size_t step)
{
    size_t b = n;
    for (size_t i = 0; i < n; i++) {
        const slot *y = &x[i * step], *z = &x[(b < n ? b : i) * step];
        bool beats =
            t == TS_f32 ? (most ? y->f > z->f : y->f < z->f) : (most ? y->i > z->i : y->i < z->i);
        if (beats || (b == n && !(t == TS_f32 && isnan(y->f)))) b = i;
    }
    return b;
}

static slot reduce_line(const ts_op *o, ts_dtype t, const slot *x, size_t n, size_t step)
{
    if (o->op == TS_sum_) return sum_line(t, x, n, step);
    bool most = o->op == TS_amax_ || o->op == TS_argmax_;
    size_t b = best(t, most, x, n, step);
    if (o->op == TS_argmax_ || o->op == TS_argmin_) return (slot){.i = b < n ? (int64_t)b : 0};
    if (b == n) return (slot){.f = most ? -INFINITY : INFINITY};
    return x[b * step];
}

void ts_run_reduce(const ts_op *o, slot *out, const ts_op *from, const slot *in)
{
    size_t rows = (size_t)ts_rows(from), cols = (size_t)ts_cols(from);
    if (along(o, from->rank))
        for (size_t r = 0; r < rows; r++)
            out[r] = reduce_line(o, from->dtype, in + r * cols, cols, 1);
    else
        for (size_t c = 0; c < cols; c++) out[c] = reduce_line(o, from->dtype, in + c, rows, cols);
}

void ts_run_scan(const ts_op *o, slot *out, const slot *in)
{
    size_t n = ts_count(o), cols = (size_t)ts_cols(o);
    bool right = along(o, o->rank);
    for (size_t i = 0; i < n; i++) {
        bool first = right ? i % cols == 0 : i < cols;
        const slot *before = &out[i - (first ? 0 : right ? 1 : cols)];
        if (o->dtype == TS_f32)
            out[i].f = first ? in[i].f : before->f + in[i].f;
        else
            out[i].i = first ? in[i].i : wrap(o->dtype, (uint64_t)before->i + (uint64_t)in[i].i);
    }
}

static double number(slot x, bool whole)
{
    return whole ? (double)x.i : x.f;
}

/* b[l][j] of a dot is at l * cols + j, of a dot_t at j * k + l. */
void ts_run_dot(const ts_op *o, slot *out, const ts_op *a, const ts_op *b, const slot *const in[3])
{
    bool whole_a = ts_dtypes[a->dtype].class == 'N', whole_b = ts_dtypes[b->dtype].class == 'N';
    size_t m = (size_t)ts_rows(o), n = (size_t)ts_cols(o), k = (size_t)ts_cols(a);
    size_t down = o->op == TS_dot_t_ ? 1 : n, right = o->op == TS_dot_t_ ? k : 1;
    for (size_t i = 0; i < m * n; i++, out++) {
        const slot *x = in[0] + i / n * k, *y = in[1] + i % n * right;
        if (o->dtype == TS_f32) {
            double s = in[2] ? in[2][i].f : 0;
            for (size_t l = 0; l < k; l++)
                s += number(x[l], whole_a) * number(y[l * down], whole_b);
            out->f = s;
        } else {
            uint64_t s = in[2] ? (uint64_t)in[2][i].i : 0;
            for (size_t l = 0; l < k; l++) s += (uint64_t)(x[l].i * y[l * down].i);
            out->i = wrap(o->dtype, s);
        }
    }
}

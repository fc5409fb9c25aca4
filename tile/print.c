/* print.c - the textual form of a kernel, which read.c reads back.
 *
 *     kernel scale                          # a comment goes to the end of its line
 *       %1 = size i32 n
 *       %2 = param bf16[%1] x in            # extents in brackets, name, mode
 *       %3 = param f32[%1] y out
 *       %4 = program i32 %1 step 64
 *       %5 = load bf16<64> %2, %4           # type of the result, operands
 *       %6 = cast f32<64> %5
 *       %7 = const f32 0.5
 *       %8 = mul f32<64> %6, %7
 *       store %3, %4, %8                    # no result: no number written, but one is counted
 *
 * One op a line; %N is the op's place in the array. Types: f32 is a scalar, f32<4,8> a tile,
 * bf16[,] a view of rank 2. Attributes follow the operands: axis, step, from. Last may stand the place
 * in the kernel's source, "@ rms_norm.c:12": a file without its folders, a line. */
#include "tile/ir.h"
#include "tessera/c_locale.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

ts_spelling ts_type(const ts_op *o)
{
    ts_spelling t;
    const char *name = (unsigned)o->dtype < TS_NDTYPE ? ts_dtypes[o->dtype].name : "?";
    if (o->sort == TS_VIEW)
        snprintf(t.s, sizeof t.s, "%s[%.*s]", name, o->rank > 0 ? o->rank - 1 : 0, ",,");
    else if (o->rank == 2)
        snprintf(t.s, sizeof t.s, "%s<%d,%d>", name, o->dim[0], o->dim[1]);
    else if (o->rank == 1)
        snprintf(t.s, sizeof t.s, "%s<%d>", name, o->dim[0]);
    else
        snprintf(t.s, sizeof t.s, "%s", name);
    return t;
}

/* The shortest decimal that reads back as the same value of dtype t. */
static void print_number(FILE *f, ts_dtype t, double x)
{
    TS_C_LOCALE;
    char text[40];
    if (isnan(x)) {
        fprintf(f, "nan");
    } else if (isinf(x)) {
        fprintf(f, x < 0 ? "-inf" : "inf");
    } else if (t != TS_f32) {
        fprintf(f, "%.0f", x);
    } else {
        for (int digits = 1; digits <= 9; digits++) {
            snprintf(text, sizeof text, "%.*g", digits, x);
            if ((float)strtod(text, NULL) == (float)x) break;
        }
        fprintf(f, "%s", text);
    }
}

static void print_list(FILE *f, const ts_op *o)
{
    int n = o->argc && o->arg[o->argc - 1] ? o->argc : o->argc - 1; /* dot without an addend */
    for (int i = 0; i < n; i++) fprintf(f, "%s%%%" PRIu32, i ? ", " : "", o->arg[i]);
}

static void print_param(FILE *f, const ts_op *o)
{
    static const char *const modes[] = {"in", "out", "inout", "work"};
    fprintf(f, " %s[", ts_dtypes[o->dtype].name);
    print_list(f, o);
    fprintf(f, "] %s %s", o->name, modes[o->mode]);
}

static void print_op(FILE *f, const ts_op *o, uint32_t id)
{
    int attributes = ts_attributes(o->op);
    if (o->sort != TS_NOTHING) fprintf(f, "%%%" PRIu32 " = ", id);
    fprintf(f, "%s", ts_opinfos[o->op].name);
    if (o->op == TS_end_) return;
    if (o->op == TS_param_) {
        print_param(f, o);
        return;
    }
    if (o->sort != TS_NOTHING) fprintf(f, " %s", ts_type(o).s);
    if (o->argc) fprintf(f, " ");
    print_list(f, o);
    if (o->name) fprintf(f, " %s", o->name);
    if (o->op == TS_const_) fprintf(f, " "), print_number(f, o->dtype, o->value);
    if (attributes & TS_AXIS) fprintf(f, " axis %d", o->axis);
    if (attributes & TS_STEP) fprintf(f, " step %d", o->step);
    if (attributes & TS_FROM) fprintf(f, " from %d", o->step);
    if (attributes & TS_TIMES) fprintf(f, " times %d", o->step);
}

/* A name with other characters than the reader's words has '_' in their place. */
static void print_place(FILE *f, const ts_kern *k, const ts_op *o)
{
    const char *file = ts_files_base(&k->files, o->file);
    char word[TS_MAXWORD];
    size_t n = 0;
    if (!file || o->line < 1) return;
    for (; file[n] && n < TS_MAXWORD - 1; n++) word[n] = ts_is_word(file[n], true) ? file[n] : '_';
    word[n] = 0;
    fprintf(f, " @ %s:%d", n ? word : "_", o->line);
}

static void print_all(FILE *f, const ts_kern *k, bool placed)
{
    int depth = 1;
    fprintf(f, "kernel %s\n", k->name);
    for (uint32_t i = 1; i < k->n; i++) {
        const ts_op *o = &k->op[i];
        depth -= o->op == TS_end_;
        fprintf(f, "%*s", 2 * (depth > 0 ? depth : 0), "");
        print_op(f, o, i);
        if (placed) print_place(f, k, o);
        fprintf(f, "\n");
        depth += o->op == TS_loop_;
    }
}

void ts_print(FILE *f, const ts_kern *k)
{
    print_all(f, k, false);
}

void ts_print_placed(FILE *f, const ts_kern *k)
{
    print_all(f, k, true);
}

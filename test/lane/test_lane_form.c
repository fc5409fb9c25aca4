/* test_lane_form.c - is a wrong lane form noticed? Forms of kernels in which every mask and every turn
 * counts are spoilt in one place after the other. Each spoilt form must be refused by the checker or the
 * interpreter (test/lane/lane_run.h), or leave other bits than the right one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tessera/interpret.h"
#include "test/lane/lane_run.h"
#include "test/lane/lane_targets.h"
#include "tessera/device.h"

/* ---- kernels, in which no two elements are alike ---- */

static ts_view matrix(ts_kern *k, ts_mode mode, const char *name, int h, int w)
{
    return ts_arg2(k, mode, name, TS_f32, ts_i32(k, h), ts_i32(k, w));
}

/* Rows and columns that a view does not have, a part of every other column, columns along the lanes.
 * Each of the four programs leaves its views elsewhere. */
static void edges(ts_kern *k)
{
    ts_val n = ts_size(k, "n"), p = ts_program(ts_i32(k, 4), 1), zero = ts_i32(k, 0);
    ts_view x = matrix(k, TS_IN, "x", 18, 37), y = matrix(k, TS_OUT, "y", 18, 11);
    ts_view columns = matrix(k, TS_OUT, "columns", 18, 41),
            rows = matrix(k, TS_OUT, "rows", 14, 41);
    ts_view part = ts_part(x, 1, ts_sub(ts_mulk(p, 9), n), ts_i32(k, 9), 2);
    ts_val at = ts_mulk(p, 5);
    ts_val a = ts_load2(x, at, ts_addk(p, 30), 5, 11);
    ts_store2(y, at, zero, ts_add(a, ts_load2(part, at, zero, 5, 11)));
    ts_val back = ts_sub(ts_i32(k, 3), p);
    ts_store2(columns, at, ts_mulk(back, 14), ts_load2(x, at, ts_mulk(back, 13), 5, 1));
    ts_view row = ts_row(x, ts_add(ts_mulk(p, 6), n));
    ts_store(ts_row(rows, at), ts_i32(k, 12), ts_load(row, ts_add(n, p), 13));
}

/* A loop of full turns and a rest, sums along and down, and tiles whose width is no multiple of lanes. Each
 * element is the largest of some row, so that each of them is missed. */
static void sums(ts_kern *k)
{
    ts_val n = ts_size(k, "n"), p = ts_program(ts_i32(k, 4), 1), len = ts_addk(n, 65);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f32, ts_i32(k, 4), len),
            z = matrix(k, TS_IN, "z", 31, 31);
    ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, ts_i32(k, 600));
    ts_var acc = ts_var1(ts_f32(k, 0), 23);
    for (ts_loop i = ts_upto(len, 23); ts_next(&i);)
        ts_set(acc, ts_fma(ts_load(ts_row(x, p), i.at, 23), ts_f32(k, 1.5), ts_get(acc)));
    ts_store(y, p, ts_sum(ts_get(acc), 0));
    ts_val at = ts_mulk(p, 140), t = ts_load2(z, ts_mulk(p, 4), ts_mulk(p, 4), 19, 19);
    ts_val turned = ts_rem(ts_add(ts_iota(k, 19), p), ts_i32(k, 19));
    ts_val diagonal = ts_eq(turned, ts_col(ts_iota(k, 19)));
    ts_val top = ts_select(diagonal, ts_add(t, ts_f32(k, 1000)), t);
    ts_store(y, ts_addk(at, 4), ts_sum(t, 0));
    ts_store(y, ts_addk(at, 24), ts_amin(ts_neg(top), 1));
    ts_store(y, ts_addk(at, 44), ts_cast(ts_argmax(top, 1), TS_f32));
    ts_store(y, ts_addk(at, 64), ts_scan(ts_amax(top, 0), 0));
    ts_store(y, ts_addk(at, 84), ts_sum(top, 1));
}

/* More rows than stay in registers together, and inner extents that leave lanes over. */
static void products(ts_kern *k)
{
    ts_view a = matrix(k, TS_IN, "a", 10, 13), b = matrix(k, TS_IN, "b", 13, 19);
    ts_view c = matrix(k, TS_IN, "c", 19, 13), y = matrix(k, TS_OUT, "y", 20, 19);
    ts_val zero = ts_i32(k, 0), left = ts_load2(a, zero, zero, 10, 13);
    ts_val d = ts_dot(left, ts_load2(b, zero, zero, 13, 19), (ts_val){0});
    ts_store2(y, zero, zero, d);
    ts_store2(y, ts_i32(k, 10), zero, ts_dot_t(left, ts_load2(c, zero, zero, 19, 13), d));
}

/* Rows longer than are unrolled, an odd number of them, against few and against none left over. */
static void rows(ts_kern *k)
{
    ts_view a = matrix(k, TS_IN, "a", 5, 77), b = matrix(k, TS_IN, "b", 7, 77);
    ts_view y = matrix(k, TS_OUT, "y", 5, 7);
    ts_val zero = ts_i32(k, 0);
    ts_store2(
        y, zero, zero,
        ts_dot_t(ts_load2(a, zero, zero, 5, 77), ts_load2(b, zero, zero, 7, 77), (ts_val){0}));
}

/* Short rows, in groups of as many as there are lanes and some over; more rows meet them than one block has,
 * and sums go on from what was there. */
static void groups(ts_kern *k)
{
    ts_view a = matrix(k, TS_IN, "a", 3, 13), b = matrix(k, TS_IN, "b", 19, 13);
    ts_view c = matrix(k, TS_IN, "c", 3, 19), y = matrix(k, TS_OUT, "y", 14, 19);
    ts_val zero = ts_i32(k, 0), right = ts_load2(b, zero, zero, 19, 13);
    ts_store2(y, zero, zero,
              ts_dot_t(ts_load2(a, zero, zero, 3, 13), right, ts_load2(c, zero, zero, 3, 19)));
    ts_val more = ts_slice(right, 0, 2, 11);
    ts_store2(y, ts_i32(k, 3), zero, ts_dot_t(more, right, (ts_val){0}));
}

/* A matrix that is turned, once, for the rows of a loop: of whole squares and what is left over of either
 * side, and sums that go on from what is stored. */
static void panels(ts_kern *k)
{
    ts_val n = ts_size(k, "n"), zero = ts_i32(k, 0), m = ts_addk(n, 65 - 58);
    ts_view x = matrix(k, TS_IN, "x", 10, 22), w = matrix(k, TS_IN, "w", 19, 22);
    ts_view y = matrix(k, TS_INOUT, "y", 10, 19);
    ts_val turned = ts_load2(w, zero, zero, 19, 21);
    for (ts_loop i = ts_upto(m, 4); ts_next(&i);)
        ts_store2(y, i.at, zero,
                  ts_dot_t(ts_load2(x, i.at, zero, 4, 21), turned, ts_load2(y, i.at, zero, 4, 19)));
}

/* Squares of either operand, whole ones and those that k leaves over, and sums that go on. */
static void units(ts_kern *k)
{
    ts_view a = matrix(k, TS_IN, "a", 16, 45), b = matrix(k, TS_IN, "b", 32, 45);
    ts_view y = matrix(k, TS_INOUT, "y", 16, 32);
    ts_val zero = ts_i32(k, 0);
    ts_store2(y, zero, zero,
              ts_dot_t(ts_load2(a, zero, zero, 16, 45), ts_load2(b, zero, zero, 32, 45),
                       ts_load2(y, zero, zero, 16, 32)));
}

/* Squares joined from rows, beside those of what has another reader. */
static void joins(ts_kern *k)
{
    ts_view a = matrix(k, TS_IN, "a", 16, 32), b = matrix(k, TS_IN, "b", 32, 16);
    ts_view y = matrix(k, TS_INOUT, "y", 16, 16);
    ts_val zero = ts_i32(k, 0), left = ts_load2(a, zero, zero, 16, 32);
    ts_val sums = ts_dot(left, ts_load2(b, zero, zero, 32, 16), ts_load2(y, zero, zero, 16, 16));
    ts_store2(y, zero, zero, ts_add(sums, ts_col(ts_sum(left, 1))));
}

/* A panel of codes, each block of 4, 8 or 16 of which has a scale, and rows of w that are not there. */
static void scales(ts_kern *k)
{
    ts_val n = ts_size(k, "n"), zero = ts_i32(k, 0), m = ts_addk(n, 65 - 58);
    ts_view x = matrix(k, TS_IN, "x", 10, 48), w = matrix(k, TS_IN, "w", 11, 48);
    ts_view s = matrix(k, TS_IN, "s", 11, 3), y = matrix(k, TS_INOUT, "y", 10, 12);
    ts_val each = ts_repeat(ts_load2(s, zero, zero, 12, 3), 16);
    ts_val turned = ts_mul(ts_load2(w, zero, zero, 12, 48), each);
    for (ts_loop i = ts_upto(m, 4); ts_next(&i);)
        ts_store2(y, i.at, zero, ts_dot_t(ts_load2(x, i.at, zero, 4, 48), turned, (ts_val){0}));
}

/* Elements moved about, one by one; some of those that are gathered and scattered are not there. */
static void moves(ts_kern *k)
{
    ts_val n = ts_size(k, "n"), zero = ts_i32(k, 0);
    ts_view x = matrix(k, TS_IN, "x", 8, 12), y = ts_arg1(k, TS_OUT, "y", TS_f32, ts_i32(k, 300));
    ts_val t = ts_load2(x, zero, zero, 6, 10), five = ts_i32(k, 5);
    ts_store(y, zero, ts_reshape1(ts_transpose(t), 60));
    ts_store(y, ts_i32(k, 240),
             ts_repeat(ts_slice(ts_load(ts_row(x, five), zero, 12), 0, 1, 10), 3));
    ts_store(y, ts_i32(k, 60), ts_reshape1(ts_slice(ts_concat(t, t, 0), 0, 1, 11), 110));
    ts_val index = ts_rem(ts_mulk(ts_iota(k, 9), 2), ts_i32(k, 9));
    ts_store(y, ts_i32(k, 170), ts_reshape1(ts_gather2(x, index, ts_addk(n, -4), 3), 27));
    ts_scatter(y, ts_mulk(index, 40), ts_load(ts_row(x, n), ts_addk(n, 1), 9));
}

static const struct {
    const char *name;
    void (*build)(ts_kern *k);
} kernels[] = {{"edges", edges},   {"sums", sums},     {"products", products}, {"rows", rows},
               {"groups", groups}, {"panels", panels}, {"units", units},       {"joins", joins},
               {"scales", scales}, {"moves", moves}};
enum { KERNELS = sizeof kernels / sizeof *kernels };

/* ---- what is spoilt: true if there is something of the kind ---- */

typedef bool spoil_fn(ts_lane *f, uint32_t v);

/* From all accesses of a kind that one line of the kernel makes: not every slot of a tile needs its
 * mask. Of such a line, the first counts. */
static bool drop_mask(ts_lane *f, uint32_t v, uint8_t bit)
{
    ts_lop op = (ts_lop)f->i[v].op;
    if (!ts_l_is_access(op) || op == TS_L_PREFETCH || !(f->i[v].mask & bit)) return false;
    for (uint32_t u = v - 1; u > 0 && f->i[u].op != TS_L_NOTE; u--)
        if (f->i[u].op == op && f->i[u].mask & bit) return false;
    for (uint32_t u = v; u < f->n && f->i[u].op != TS_L_NOTE; u++)
        if (f->i[u].op == op) f->i[u].mask &= (uint8_t)~bit;
    return true;
}

static bool no_row_mask(ts_lane *f, uint32_t v)
{
    return drop_mask(f, v, TS_MASK_ROW);
}

static bool no_range_mask(ts_lane *f, uint32_t v)
{
    return drop_mask(f, v, TS_MASK_RANGE);
}

static bool no_tail_mask(ts_lane *f, uint32_t v)
{
    return drop_mask(f, v, TS_MASK_TAIL);
}

static bool keeps_more(ts_lane *f, uint32_t v)
{
    if (f->i[v].op != TS_L_KEEP) return false;
    f->i[v].n++;
    return true;
}

static bool keeps_fewer(ts_lane *f, uint32_t v)
{
    if (f->i[v].op != TS_L_KEEP) return false;
    f->i[v].n--;
    return true;
}

static bool turn_more(ts_lane *f, uint32_t v)
{
    if (f->i[v].op != TS_L_FOR || f->i[v].n == 1) return false; /* of one row: the same again */
    f->i[v].n++;
    return true;
}

static bool turn_less(ts_lane *f, uint32_t v)
{
    if (f->i[v].op != TS_L_FOR) return false;
    f->i[v].n--;
    return true;
}

/* Unrolled slots: one is left out, or stands for its neighbour. */
static bool statement_lost(ts_lane *f, uint32_t v)
{
    ts_lop op = (ts_lop)f->i[v].op;
    bool counts = op == TS_L_SET || op == TS_L_ADD || op == TS_L_MULADD || op == TS_L_TURN;
    if (!counts && op != TS_L_STORE) return false;
    f->i[v] = (ts_linst){.op = TS_L_NOTE};
    return true;
}

static bool moved(ts_linst *i, ts_spot *p)
{
    ts_lop op = (ts_lop)i->op;
    if (op != TS_L_SLOT && op != TS_L_LOAD && op != TS_L_STORE && op != TS_L_ELEMENT &&
        op != TS_L_FOLDS)
        return false;
    if (p->var) return false;
    p->add++;
    return true;
}

static bool next_slot(ts_lane *f, uint32_t v)
{
    return moved(&f->i[v], &f->i[v].col);
}

static bool previous_slot(ts_lane *f, uint32_t v)
{
    if (f->i[v].col.add < 1 || !next_slot(f, v)) return false;
    f->i[v].col.add -= 2;
    return true;
}

/* What is repeated stands for another number of slots. */
static bool more_for_one(ts_lane *f, uint32_t v)
{
    if (!f->i[v].col.by) return false;
    f->i[v].col.by++;
    return true;
}

/* Blocks of sums: one takes the place of the one made before it. */
static bool another_sum(ts_lane *f, uint32_t v)
{
    uint32_t t = f->i[v].arg[0];
    if (f->i[v].op != TS_L_MULADD) return false;
    for (uint32_t u = t - 1; u > 0; u--)
        if (f->i[u].op == TS_L_LOCAL && !f->i[u].n && f->i[u].vector) {
            f->i[v].arg[0] = u;
            return true;
        }
    return false;
}

static bool other_turns(ts_lane *f, uint32_t v)
{
    if (f->i[v].op != TS_L_LOOP) return false;
    f->i[v].flag = !f->i[v].flag;
    return true;
}

static bool longer_step(ts_lane *f, uint32_t v)
{
    if (f->i[v].op != TS_L_LOOP || !f->i[v].flag) return false; /* a rest has one turn */
    f->i[v].n++;
    return true;
}

/* Side by side: a name of one program stands for that of the other. */
static bool other_program(ts_lane *f, uint32_t v)
{
    for (int a = 0; a < 5; a++) {
        uint32_t x = f->i[v].arg[a];
        if (!x || !ts_l_is_name((ts_lop)f->i[x].op) || f->i[x].stream != 1) continue;
        for (uint32_t u = x - 1; u > 0; u--)
            if (f->i[u].op == f->i[x].op && f->i[u].id == f->i[x].id && f->i[u].stream == 0) {
                f->i[v].arg[a] = u;
                return true;
            }
    }
    return false;
}

/* A local is called like the one made before it in the same block. */
static bool same_name(ts_lane *f, uint32_t v)
{
    if (f->i[v].op != TS_L_LOCAL) return false;
    for (uint32_t u = v - 1; u > 0 && f->i[u].op != TS_L_END && !ts_l_opens((ts_lop)f->i[u].op);
         u--)
        if (f->i[u].op == TS_L_LOCAL) {
            f->i[v].name = f->i[u].name;
            f->i[v].id = f->i[u].id;
            f->i[v].at = f->i[u].at;
            return true;
        }
    return false;
}

static bool no_end(ts_lane *f, uint32_t v)
{
    if (f->i[v].op != TS_L_END) return false;
    f->i[v] = (ts_linst){.op = TS_L_NOTE};
    return true;
}

static const struct {
    const char *name;
    spoil_fn *spoil;
} spoils[] = {{"no row mask", no_row_mask},       {"no range mask", no_range_mask},
              {"no tail mask", no_tail_mask},     {"keeps a lane more", keeps_more},
              {"keeps a lane less", keeps_fewer}, {"a turn more", turn_more},
              {"a turn less", turn_less},         {"a statement less", statement_lost},
              {"the next slot", next_slot},       {"the slot before", previous_slot},
              {"another sum", another_sum},       {"full or rest", other_turns},
              {"a longer step", longer_step},     {"the other program", other_program},
              {"a name twice", same_name},        {"no end", no_end},
              {"more for one", more_for_one}};
enum { SPOILS = sizeof spoils / sizeof *spoils };

/* ---- running ---- */

enum { FLOATS = 1024, PARAMS = 4 };

typedef struct memory {
    float at[PARAMS][FLOATS];
} memory;

static size_t extent(const ts_kern *k, const ts_op *o, int32_t n)
{
    size_t all = 1;
    for (int d = 0; d < o->rank; d++) {
        const ts_op *e = &k->op[o->arg[d]];
        all *= e->op == TS_const_ ? (size_t)e->value : (size_t)n + 65; /* sums' length */
    }
    return all;
}

static int run(const ts_lane_pair *p, const ts_kern *k, memory *m, ts_error *err)
{
    void *buffer[PARAMS];
    size_t bytes[PARAMS];
    int32_t size[1] = {3};
    int params = 0;
    for (int j = 0; j < PARAMS; j++)
        for (int i = 0; i < FLOATS; i++) m->at[j][i] = (float)((i * 577 + j * 11) % 1009) * 0.125f;
    for (uint32_t i = 1; i < k->n; i++) {
        if (k->op[i].op != TS_param_) continue;
        buffer[params] = m->at[params];
        bytes[params++] = extent(k, &k->op[i], size[0]) * 4;
    }
    return ts_lane_run(p, &(struct ts_lane_launch){buffer, bytes, size, 1000000}, err);
}

static int survivors, tried[SPOILS];

/* Each place of one form of the pair. */
static void spoil_all(ts_lane_pair *p, ts_lane *f, const ts_kern *k, const memory *right, int s,
                      const char *where)
{
    static memory got;
    ts_linst *kept = malloc(f->n * sizeof *kept);
    assert_non_null(kept);
    for (uint32_t v = 1; v < f->n; v++) {
        ts_error err = {0};
        memcpy(kept, f->i, f->n * sizeof *kept);
        bool spoilt = spoils[s].spoil(f, v);
        if (spoilt && !run(p, k, &got, &err) && !memcmp(right, &got, sizeof got)) {
            print_message("survives: %s, %s: instruction %u, %s\n", where, spoils[s].name, v,
                          ts_l_op_name((ts_lop)kept[v].op));
            survivors++;
        }
        tried[s] += spoilt;
        memcpy(f->i, kept, f->n * sizeof *kept);
    }
    free(kept);
}

static void spoil_kernel(int which, const ts_target *target)
{
    static memory right;
    ts_error err = {0};
    ts_lane_pair p;
    char where[80];
    ts_kern *k = ts_begin(kernels[which].name);
    kernels[which].build(k);
    if (ts_finish(k, &err)) fail_msg("%s", err.text);
    ts_kern *folded = ts_fold(k);
    snprintf(where, sizeof where, "%s for %s", kernels[which].name, target->name);
    if (ts_lane_pair_make(&p, folded, target, true, &err)) fail_msg("%s", err.text);
    if (run(&p, folded, &right, &err)) fail_msg("%s: %s", where, err.text);
    ts_lane *f = p.many && p.many->axes ? p.many : p.one; /* of one program there are no two */
    for (int s = 0; s < SPOILS; s++) spoil_all(&p, f, folded, &right, s, where);
    ts_lane_pair_free(&p);
    ts_free(folded);
    ts_free(k);
}

static void every_spoilt_form_is_noticed(void **state)
{
    (void)state;
    for (int i = 0; i < KERNELS; i++)
        for (int t = 0; t < 2; t++) spoil_kernel(i, &lane_targets[t]);
    for (int s = 0; s < SPOILS; s++) {
        print_message("%4d x %s\n", tried[s], spoils[s].name);
        if (!tried[s]) fail_msg("nothing was spoilt by \"%s\"", spoils[s].name);
    }
    assert_int_equal(survivors, 0);
}

/* ---- products of codes ---- */

/* Their panel, as a kernel would have it, of w in any dtype. */
static ts_kern *coded(ts_dtype t)
{
    ts_error err = {0};
    ts_kern *k = ts_begin("coded");
    ts_val zero = ts_i32(k, 0), n = ts_i32(k, 8), depth = ts_i32(k, 64), m = ts_i32(k, 16);
    ts_view x = matrix(k, TS_IN, "x", 16, 64), y = matrix(k, TS_INOUT, "y", 16, 8);
    ts_view w = ts_arg2(k, TS_IN, "w", t, n, depth), s = matrix(k, TS_IN, "s", 8, 2);
    ts_val scale = ts_repeat(ts_load2(s, zero, zero, 8, 2), 32);
    ts_val turned = ts_mul(scale, ts_loadf2(w, zero, zero, 8, 64));
    for (ts_loop i = ts_upto(m, 4); ts_next(&i);)
        ts_store2(y, i.at, zero, ts_dot_t(ts_load2(x, i.at, zero, 4, 64), turned, (ts_val){0}));
    if (ts_finish(k, &err)) fail_msg("%s", err.text);
    return k;
}

/* How many instructions are `op`, and, of these, names of the kernel's ops `of`. */
static int count(const ts_lane *f, ts_lop op, ts_opcode of)
{
    int n = 0;
    for (uint32_t v = 1; v < f->n; v++)
        n += f->i[v].op == op && (!of || f->k->op[f->i[v].id].op == of);
    return n;
}

/* Scales are read on the way into the panel, and what widens codes is no longer in a register when sums
 * are: without this gcc puts sums on the stack, and the product takes 1.5 times as long. */
static void codes_are_scaled_on_their_way(void **state)
{
    (void)state;
    static const ts_dtype types[] = {TS_i8, TS_i4, TS_f4e2m1, TS_bf16};
    for (int i = 0; i < 4; i++) {
        ts_error err = {0};
        ts_lane_pair p;
        ts_kern *k = coded(types[i]);
        if (ts_lane_pair_make(&p, k, &lane_targets[1], true, &err)) fail_msg("%s", err.text);
        assert_int_equal(count(p.one, TS_L_TILE, TS_repeat_), 0);
        assert_true(count(p.one, TS_L_PREFETCH, TS_NONE) > 0);
        assert_int_equal(count(p.one, TS_L_FREE, TS_NONE) > 0, types[i] != TS_bf16);
        ts_lane_pair_free(&p);
        ts_free(k);
    }
}

/* ---- rows that pass by ---- */

enum { PASSED = 32, LIVE = 20, DEEP = 256 };

/* y = (x + low) w^T, w of halves (cut) or of bf16 (where it lies), rows of it in two turns; x has LIVE rows of PASSED. */
static ts_kern *passing(ts_dtype t)
{
    ts_error err = {0};
    ts_kern *k = ts_begin("passing");
    ts_val zero = ts_i32(k, 0), n = ts_i32(k, PASSED), deep = ts_i32(k, DEEP);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_bf16, n, deep), w = ts_arg2(k, TS_IN, "w", t, n, deep);
    ts_view y = matrix(k, TS_OUT, "y", PASSED, PASSED);
    ts_view live = ts_part(x, 0, zero, ts_i32(k, LIVE), 1);
    ts_val high = ts_loadf2(live, zero, zero, PASSED, DEEP);
    ts_val low = ts_loadf2(live, zero, ts_i32(k, 1), PASSED, DEEP);
    for (ts_loop i = ts_upto(n, PASSED / 2); ts_next(&i);) {
        ts_val rows = ts_loadf2(w, i.at, zero, PASSED / 2, DEEP), upper = rows;
        if (t != TS_bf16) upper = ts_bits(ts_and(ts_bits(rows, TS_i32), ts_i32(k, -65536)), TS_f32);
        ts_store2(y, zero, i.at, ts_dot_t(low, upper, ts_dot_t(high, rows, (ts_val){0})));
    }
    if (ts_finish(k, &err)) fail_msg("%s", err.text);
    return k;
}

static uint16_t passed_x[PASSED * DEEP], passed_w[PASSED * DEEP];
static float passed_y[2][PASSED * PASSED]; /* of the form, of the interpreter */

/* Small integers: products and sums are exact in whatever order. */
static void fill_passed(ts_dtype t)
{
    for (int i = 0; i < PASSED * DEEP; i++) {
        passed_x[i] = (uint16_t)ts_encode(TS_bf16, i * 7 % 31 - 15);
        passed_w[i] = (uint16_t)ts_encode(t, i * 577 % 1009 - 504);
    }
}

static int run_passed(const ts_lane_pair *p, ts_error *err)
{
    void *buffer[] = {passed_x, passed_w, passed_y[0]};
    const size_t bytes[] = {sizeof passed_x, sizeof passed_w, sizeof passed_y[0]};
    memset(passed_y[0], 0xff, sizeof passed_y[0]);
    return ts_lane_run(p, &(struct ts_lane_launch){buffer, bytes, NULL, 1000000}, err);
}

/* One product a turn, of both contractions; what it says of its operands is noticed where it is wrong. */
static void pass_of(ts_dtype t)
{
    ts_error err = {0};
    ts_lane_pair p;
    ts_kern *k = passing(t);
    void *buffer[] = {passed_x, passed_w, passed_y[1]};
    const size_t bytes[] = {sizeof passed_x, sizeof passed_w, sizeof passed_y[1]};
    fill_passed(t);
    if (ts_interpret(k, buffer, bytes, NULL, 0, 0, &err)) fail_msg("%s", err.text);
    if (ts_lane_pair_make(&p, k, &lane_targets[4], true, &err)) fail_msg("%s", err.text);
    assert_int_equal(count(p.one, TS_L_PASS, TS_NONE), 1);
    if (run_passed(&p, &err)) fail_msg("%s", err.text);
    assert_memory_equal(passed_y[0], passed_y[1], sizeof passed_y[0]);
    uint32_t v = 1;
    while (p.one->i[v].op != TS_L_PASS) v++;
    ts_linst *pass = &p.one->i[v], right = *pass;
    for (int wrong = 0; wrong < 5; wrong++) {
        *pass = right;
        if (wrong == 0) pass->n++;
        if (wrong == 1) pass->at++;
        if (wrong == 2) pass->arg[3] = 0;
        if (wrong == 3) pass->arg[4] = 0;
        if (wrong == 4) pass->arg[1] = pass->arg[0];
        bool same = !run_passed(&p, &err) && !memcmp(passed_y[0], passed_y[1], sizeof passed_y[0]);
        if (same) fail_msg("nobody notices that PASS is wrong in way %d", wrong);
    }
    ts_lane_pair_free(&p);
    ts_free(k);
}

static void rows_pass_by(void **state)
{
    (void)state;
    pass_of(TS_bf16);
    pass_of(TS_f16);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_spoilt_form_is_noticed),
        cmocka_unit_test(codes_are_scaled_on_their_way),
        cmocka_unit_test(rows_pass_by),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

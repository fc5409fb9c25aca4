/* spirv_forms.c - see spirv_forms.h. */
#include "test/simt/by_hand.h"
#include "test/simt/spirv_forms.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = TS_FORMS_THREADS, PROGRAMS = TS_FORMS_PROGRAMS };

/* ---- shorthand ---- */

ts_simt *ts_forms_new(const char *name, int sizes)
{
    ts_simt *s = ts_simt_new(name, ts_target_find("spirv", NULL));
    s->kernel = ts_keep(name);
    s->in = ts_files_add(&s->files, "spirv_forms.c");
    s->threads = THREADS;
    s->count = PROGRAMS;
    s->param = calloc(40, sizeof *s->param);
    s->size_name = calloc(40, sizeof *s->size_name);
    for (; s->sizes < sizes; s->sizes++) s->size_name[s->sizes] = ts_keep("n");
    return s;
}

int ts_forms_param(ts_simt *s, const char *name, int unit, ts_dtype type, ts_mode mode)
{
    s->param[s->params] =
        (ts_sparam){.name = ts_keep(name), .unit = unit, .type = type, .mode = mode};
    return s->params++;
}

uint32_t ts_forms_load(ts_simt *s, int param, uint32_t index)
{
    return ts_s_put(
        s, (ts_sinst){.op = TS_S_LOAD, .type = s->param[param].type, .n = param, .a = index});
}

void ts_forms_store(ts_simt *s, int param, uint32_t index, uint32_t value)
{
    ts_s_put(s, (ts_sinst){.op = TS_S_STORE, .n = param, .a = index, .b = value});
}

static uint32_t own(ts_simt *s, ts_sop op)
{
    return ts_s_put(s, (ts_sinst){.op = op, .type = TS_i32});
}

static uint32_t size(ts_simt *s)
{
    return own(s, TS_S_SIZE);
}

static uint32_t two(ts_simt *s, ts_opcode op, uint32_t a, uint32_t b)
{
    return ts_s_op(s, op, a, b, 0);
}

static uint32_t open_for(ts_simt *s, uint32_t from, uint32_t below, uint32_t step)
{
    return ts_s_put(
        s, (ts_sinst){.op = TS_S_FOR, .type = TS_i32, .a = from, .b = below, .c = step, .line = 7});
}

static void open_if(ts_simt *s, uint32_t p)
{
    ts_s_put(s, (ts_sinst){.op = TS_S_IF, .a = p, .line = 8});
}

static void end(ts_simt *s)
{
    ts_s_put(s, (ts_sinst){.op = TS_S_END});
}

static uint32_t var(ts_simt *s, uint32_t a)
{
    return ts_s_put(s, (ts_sinst){.op = TS_S_VAR, .type = ts_s_type(s, a), .a = a});
}

static uint32_t get(ts_simt *s, uint32_t v)
{
    return ts_s_put(s, (ts_sinst){.op = TS_S_GET, .type = ts_s_type(s, v), .a = v});
}

static void set(ts_simt *s, uint32_t v, uint32_t to)
{
    ts_s_put(s, (ts_sinst){.op = TS_S_SET, .a = v, .b = to});
}

static void barrier(ts_simt *s, int of)
{
    ts_s_put(s, (ts_sinst){.op = TS_S_BARRIER, .n = of});
}

/* for (i = group * threads + thread; i < below; i += groups * threads) */
static uint32_t each(ts_simt *s, uint32_t below)
{
    uint32_t threads = ts_s_i32(s, THREADS);
    uint32_t from =
        two(s, TS_add_, two(s, TS_mul_, own(s, TS_S_GROUP), threads), own(s, TS_S_THREAD));
    return open_for(s, from, below, two(s, TS_mul_, own(s, TS_S_GROUPS), threads));
}

/* for (p = group; p < PROGRAMS; p += groups) */
static uint32_t each_program(ts_simt *s)
{
    return open_for(s, own(s, TS_S_GROUP), ts_s_i32(s, PROGRAMS), own(s, TS_S_GROUPS));
}

static void keep(struct ts_spirv_forms *f, ts_simt *s)
{
    ts_by_hand_says(s);
    ts_simt_finish(s);
    f->form[f->n++] = s;
}

/* ---- the forms ---- */

static ts_simt *op_form(ts_opcode op, ts_dtype t)
{
    char name[64];
    const ts_opinfo *info = &ts_opinfos[op];
    snprintf(name, sizeof name, "%s_%s", info->name, ts_dtypes[t].name);
    ts_simt *s = ts_forms_new(name, 1);
    bool pred = t == TS_b1 || info->result == PRED;
    for (int a = 0; a < info->args; a++) ts_forms_param(s, "a", 32, t == TS_b1 ? TS_u32 : t, TS_IN);
    int out = ts_forms_param(s, "out", 32, pred ? TS_u32 : t, TS_OUT);
    uint32_t v[3] = {0}, i = each(s, size(s));
    for (int a = 0; a < info->args; a++) {
        v[a] = ts_forms_load(s, a, i);
        if (t == TS_b1) v[a] = two(s, TS_ne_, v[a], ts_s_u32(s, 0));
    }
    uint32_t r = ts_s_op(s, op, v[0], v[1], v[2]);
    ts_forms_store(s, out, i, pred ? ts_s_to(s, TS_u32, r) : r);
    end(s);
    return s;
}

static void op_forms(struct ts_spirv_forms *f)
{
    static const struct {
        char class;
        ts_dtype type;
    } classes[] = {{'F', TS_f32}, {'I', TS_i32}, {'U', TS_u32}, {'B', TS_b1}};
    for (int op = 1; op < TS_NOP; op++)
        for (int c = 0; c < 4 && ts_is_elem((ts_opcode)op); c++)
            if (strchr(ts_opinfos[op].types, classes[c].class))
                keep(f, op_form((ts_opcode)op, classes[c].type));
}

int32_t ts_forms_loops(int32_t thread, int32_t n)
{
    uint32_t sum = (uint32_t)thread;
    float f = 0;
    bool flag = false;
    for (int32_t i = 0; i < n; i++) {
        for (int32_t j = i - 2; j < n; j += 3)
            if (((i ^ j) & 1) == 1) {
                sum = sum * 31u + (uint32_t)i * (uint32_t)j;
                flag = !flag;
            }
        if (i < thread) f += (float)i;
    }
    return (int32_t)(flag ? sum ^ (uint32_t)(int32_t)f : sum);
}

/* IF in FOR in FOR, variables of each type, a FOR that may do nothing. */
static ts_simt *loops(void)
{
    ts_simt *s = ts_forms_new("loops", 1);
    int out = ts_forms_param(s, "out", 32, TS_i32, TS_OUT);
    uint32_t thread = own(s, TS_S_THREAD), n = size(s), one = ts_s_i32(s, 1);
    uint32_t sum = var(s, thread), f = var(s, ts_s_f32(s, 0)),
             flag = var(s, ts_s_const(s, TS_b1, 0));
    uint32_t i = open_for(s, ts_s_i32(s, 0), n, one);
    uint32_t j = open_for(s, two(s, TS_sub_, i, ts_s_i32(s, 2)), n, ts_s_i32(s, 3));
    open_if(s, two(s, TS_eq_, two(s, TS_and_, two(s, TS_xor_, i, j), one), one));
    uint32_t scaled = two(s, TS_mul_, get(s, sum), ts_s_i32(s, 31));
    set(s, sum, two(s, TS_add_, scaled, two(s, TS_mul_, i, j)));
    set(s, flag, two(s, TS_xor_, get(s, flag), ts_s_const(s, TS_b1, 1)));
    end(s);
    end(s);
    open_if(s, two(s, TS_lt_, i, thread));
    set(s, f, two(s, TS_add_, get(s, f), ts_s_to(s, TS_f32, i)));
    end(s);
    end(s);
    uint32_t mixed = two(s, TS_xor_, get(s, sum), ts_s_to(s, TS_i32, get(s, f)));
    ts_forms_store(s, out, thread, ts_s_select(s, get(s, flag), mixed, get(s, sum)));
    return s;
}

static uint32_t shared(ts_simt *s, uint32_t index)
{
    return ts_s_put(s, (ts_sinst){.op = TS_S_SHARED, .type = TS_u32, .a = index});
}

static void share(ts_simt *s, uint32_t index, uint32_t value)
{
    ts_s_put(s, (ts_sinst){.op = TS_S_SHARE, .a = index, .b = value});
}

static ts_simt *sums(void)
{
    ts_simt *s = ts_forms_new("sums", 0);
    int in = ts_forms_param(s, "in", 32, TS_u32, TS_IN);
    int out = ts_forms_param(s, "out", 32, TS_u32, TS_OUT);
    s->shared = THREADS;
    uint32_t p = each_program(s), thread = own(s, TS_S_THREAD);
    uint32_t at = two(s, TS_add_, two(s, TS_mul_, p, ts_s_i32(s, THREADS)), thread);
    share(s, thread, ts_forms_load(s, in, at));
    barrier(s, TS_LOCAL);
    for (int d = THREADS / 2; d; d /= 2) {
        open_if(s, two(s, TS_lt_, thread, ts_s_i32(s, d)));
        uint32_t other = shared(s, two(s, TS_add_, thread, ts_s_i32(s, d)));
        share(s, thread, two(s, TS_add_, shared(s, thread), other));
        end(s);
        barrier(s, TS_LOCAL);
    }
    open_if(s, two(s, TS_eq_, thread, ts_s_i32(s, 0)));
    ts_forms_store(s, out, p, shared(s, ts_s_i32(s, 0)));
    end(s);
    barrier(s, TS_LOCAL);
    end(s);
    return s;
}

static ts_simt *neighbours(void)
{
    ts_simt *s = ts_forms_new("neighbours", 0);
    int in = ts_forms_param(s, "in", 32, TS_u32, TS_IN);
    int work = ts_forms_param(s, "work", 32, TS_u32, TS_WORK);
    int out = ts_forms_param(s, "out", 32, TS_u32, TS_OUT);
    uint32_t base = two(s, TS_mul_, each_program(s), ts_s_i32(s, THREADS));
    uint32_t thread = own(s, TS_S_THREAD), at = two(s, TS_add_, base, thread);
    ts_forms_store(s, work, at, ts_forms_load(s, in, at));
    barrier(s, TS_GLOBAL | TS_LOCAL);
    uint32_t next = two(s, TS_add_, thread, ts_s_i32(s, 1));
    next = two(s, TS_add_, base, two(s, TS_and_, next, ts_s_i32(s, THREADS - 1)));
    ts_forms_store(s, out, at, ts_forms_load(s, work, next));
    barrier(s, TS_GLOBAL);
    end(s);
    return s;
}

static ts_simt *units(int unit)
{
    char name[32];
    snprintf(name, sizeof name, "units_%d", unit);
    ts_simt *s = ts_forms_new(name, 1);
    int in = ts_forms_param(s, "in", unit, TS_u32, TS_IN);
    int out = ts_forms_param(s, "out", unit, TS_u32, TS_INOUT);
    uint32_t i = each(s, size(s)), v = two(s, TS_add_, ts_forms_load(s, in, i), ts_s_u32(s, 1));
    if (unit < 32) v = two(s, TS_and_, v, ts_s_u32(s, (1u << unit) - 1));
    ts_forms_store(s, out, i, v);
    end(s);
    return s;
}

/* A quad as a value, as a variable and chosen by a condition. */
static ts_simt *quads(int unit)
{
    char name[32];
    snprintf(name, sizeof name, "quads_%d__wide", unit);
    ts_simt *s = ts_forms_new(name, 1);
    int in = ts_forms_param(s, "in", unit, TS_u32, TS_IN);
    int out = ts_forms_param(s, "out", 32, TS_u32, TS_OUT);
    s->param[in].quads = s->wide = true;
    uint32_t i = each(s, size(s)), zero = ts_s_i32(s, 0), quad[2];
    for (int q = 0; q < 2; q++)
        quad[q] =
            ts_s_put(s, (ts_sinst){.op = TS_S_LOAD4, .type = TS_QUAD, .n = in, .a = q ? zero : i});
    uint32_t odd = two(s, TS_ne_, two(s, TS_and_, i, ts_s_i32(s, 1)), zero);
    uint32_t v = var(s, quad[0]);
    open_if(s, odd);
    set(s, v, quad[1]);
    end(s);
    uint32_t chosen = ts_s_select(s, odd, get(s, v), quad[0]), unit_i = ts_forms_load(s, in, i);
    for (int w = 0; w < 4; w++) {
        uint32_t word =
            ts_s_put(s, (ts_sinst){.op = TS_S_WORD, .type = TS_u32, .a = chosen, .n = w});
        uint32_t at = two(s, TS_add_, two(s, TS_mul_, i, ts_s_i32(s, 4)), ts_s_i32(s, w));
        ts_forms_store(s, out, at, two(s, TS_add_, word, unit_i));
    }
    end(s);
    return s;
}

static ts_simt *half(void)
{
    ts_simt *s = ts_forms_new("half", 1);
    int in = ts_forms_param(s, "in", 16, TS_u32, TS_IN);
    int out = ts_forms_param(s, "out", 32, TS_f32, TS_OUT);
    uint32_t i = each(s, size(s)), code = ts_forms_load(s, in, i);
    ts_forms_store(s, out, i, ts_s_put(s, (ts_sinst){.op = TS_S_HALF, .type = TS_f32, .a = code}));
    end(s);
    return s;
}

static uint32_t bits_of(float x)
{
    uint32_t u;
    memcpy(&u, &x, sizeof u);
    return u;
}

void ts_forms_convert(uint32_t x, uint32_t out[TS_FORMS_CONVERSIONS])
{
    float f;
    memcpy(&f, &x, sizeof f);
    const uint32_t r[TS_FORMS_CONVERSIONS] = {(uint32_t)(int32_t)f,
                                              (uint32_t)fabsf(f),
                                              bits_of((float)(int32_t)x),
                                              bits_of((float)x),
                                              f < 0,
                                              f < 0,
                                              bits_of(f < 0 ? f : 1.5f),
                                              (uint32_t)(f < 0 ? (int32_t)x : 7),
                                              0x7f800000,
                                              0x80000000,
                                              0x7fc00000,
                                              0xffffffff};
    memcpy(out, r, sizeof r);
}

static ts_simt *convert(void)
{
    ts_simt *s = ts_forms_new("convert", 1);
    int in = ts_forms_param(s, "in", 32, TS_u32, TS_IN);
    int out = ts_forms_param(s, "out", 32, TS_u32, TS_OUT);
    uint32_t n = size(s), i = each(s, n), x = ts_forms_load(s, in, i);
    uint32_t f = ts_s_bits(s, TS_f32, x), k = ts_s_bits(s, TS_i32, x);
    uint32_t low = two(s, TS_lt_, f, ts_s_f32(s, 0));
    const uint32_t r[TS_FORMS_CONVERSIONS] = {
        ts_s_to(s, TS_i32, f),
        ts_s_to(s, TS_u32, two(s, TS_abs_, f, 0)),
        ts_s_to(s, TS_f32, k),
        ts_s_to(s, TS_f32, x),
        ts_s_to(s, TS_u32, low),
        ts_s_to(s, TS_i32, low),
        ts_s_select(s, low, f, ts_s_f32(s, 1.5)),
        ts_s_select(s, low, ts_s_to(s, TS_i32, x), ts_s_i32(s, 7)),
        ts_s_f32(s, INFINITY),
        ts_s_f32(s, -0.0),
        ts_s_f32(s, NAN),
        ts_s_i32(s, -1)};
    for (int c = 0; c < TS_FORMS_CONVERSIONS; c++) {
        uint32_t at = two(s, TS_add_, two(s, TS_mul_, n, ts_s_i32(s, c)), i);
        ts_forms_store(s, out, at, ts_s_bits(s, TS_u32, r[c]));
    }
    end(s);
    return s;
}

void ts_forms_build(struct ts_spirv_forms *f)
{
    f->n = 0;
    op_forms(f);
    keep(f, loops());
    keep(f, sums());
    keep(f, neighbours());
    for (int unit = 8; unit <= 32; unit *= 2) {
        keep(f, units(unit));
        keep(f, quads(unit));
    }
    keep(f, half());
    keep(f, convert());
}

void ts_forms_free(struct ts_spirv_forms *f)
{
    while (f->n) ts_simt_free(f->form[--f->n]);
}

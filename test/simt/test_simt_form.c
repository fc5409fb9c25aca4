/* test_simt_form.c - the builder of the SIMT form, and that the form's interpreter reports what the
 * form does not allow.
 *
 * Random forms with nested blocks are built twice from one seed: through the builder, which folds and
 * shares, and with every constant hidden behind memory and every instruction put apart from its
 * equals; both must leave the same bits. Each small wrong form must be reported, by its reason. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "simt/cuda_like.h"
#include "test/simt/simt_run.h"
#include "test/simt/simt_value.h"

static const ts_target target = {.name = "test",
                                 .family = &ts_family_simt,
                                 .traits = &(const ts_simt_traits){.threads = 32,
                                                                   .max_threads = 32,
                                                                   .subgroup = 8,
                                                                   .shared_bytes = 4096,
                                                                   .half = true,
                                                                   .to_half = true,
                                                                   .nan_minmax = true}};

static ts_simt *fresh(int threads)
{
    static const struct {
        ts_dtype t;
        int unit;
        ts_mode mode;
    } row[] = {
        {TS_i32, 32, TS_IN}, {TS_f32, 32, TS_IN}, {TS_u32, 8, TS_INOUT}, {TS_u32, 32, TS_INOUT}};
    ts_simt *s = ts_simt_new("test", &target);
    s->threads = threads;
    s->wide = true;
    s->shared = 64;
    s->param = calloc(4, sizeof *s->param);
    for (int p = 0; p < 4; p++)
        s->param[s->params++] = (ts_sparam){
            .name = ts_keep("p"), .unit = row[p].unit, .type = row[p].t, .mode = row[p].mode};
    return s;
}

static uint32_t put(ts_simt *s, ts_sop op, int type, uint32_t a, uint32_t b, uint32_t c, int n)
{
    return ts_s_put(s, (ts_sinst){.op = op, .type = type, .a = a, .b = b, .c = c, .n = n});
}

static uint32_t op(ts_simt *s, ts_opcode elem, uint32_t a, uint32_t b)
{
    return ts_s_op(s, elem, a, b, 0);
}

/* ---- random forms ---- */

enum { POOL = 64, CELLS = 64, THREADS = 8 };

typedef struct gen {
    ts_simt *s;
    uint64_t rng;
    bool plain;
    uint32_t pool[POOL], vars[POOL], thread;
    int n, nvars, cell, depth;
} gen;

static uint32_t draw(gen *g, uint32_t n)
{
    g->rng = g->rng * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(g->rng >> 33) % n;
}

/* A number that nothing reads keeps it apart from its equals. */
static uint32_t raw(gen *g, ts_sinst i)
{
    i.n = (int)g->s->n;
    return ts_s_put(g->s, i);
}

/* The plain form has its constants in a buffer, where the builder cannot see them. */
static uint32_t constant(gen *g, ts_dtype t)
{
    static const double whole[] = {0, 1, -1, 2, 31, 2147483647., -2147483648., 7};
    static const double real[] = {0, -0.0, 1, -1, NAN, INFINITY, 0.5, 1e-40};
    static const uint32_t top[] = {0, 1, 0xffffffff, 2, 31, 0x7fffffff, 0x80000000, 7};
    uint32_t i = draw(g, 8);
    if (!g->plain)
        return ts_s_const(g->s, t, t == TS_f32 ? real[i] : t == TS_u32 ? top[i] : whole[i]);
    uint32_t at = ts_s_i32(g->s, (int)i);
    if (t == TS_f32) return put(g->s, TS_S_LOAD, TS_f32, at, 0, 0, 1);
    uint32_t x = put(g->s, TS_S_LOAD, TS_i32, at, 0, 0, 0);
    return t == TS_u32 ? raw(g, (ts_sinst){.op = TS_S_BITS, .type = TS_u32, .a = x}) : x;
}

static uint32_t pick(gen *g, ts_dtype t)
{
    for (int i = 0; i < 6; i++) {
        uint32_t v = g->pool[draw(g, (uint32_t)g->n)];
        if (ts_s_type(g->s, v) == (int)t) return v;
    }
    return constant(g, t);
}

static void keep(gen *g, uint32_t v)
{
    if (g->n < POOL) g->pool[g->n++] = v;
}

static uint32_t shift_distance(gen *g, ts_dtype t, uint32_t b)
{
    uint32_t mask = ts_s_const(g->s, t, 31);
    return g->plain
               ? raw(g, (ts_sinst){.op = TS_S_ELEM, .elem = TS_and_, .type = t, .a = b, .b = mask})
               : op(g->s, TS_and_, b, mask);
}

static void calculate(gen *g)
{
    static const ts_opcode row[] = {TS_add_, TS_sub_, TS_mul_, TS_min_, TS_max_,
                                    TS_lt_,  TS_eq_,  TS_ne_,  TS_and_, TS_or_,
                                    TS_xor_, TS_shl_, TS_shr_, TS_le_,  TS_add_};
    static const ts_dtype types[] = {TS_i32, TS_u32, TS_f32};
    ts_opcode e = row[draw(g, 15)];
    ts_dtype t = types[draw(g, 3)];
    if (t == TS_f32 && !strchr(ts_opinfos[e].types, 'F')) t = TS_i32;
    uint32_t a = pick(g, t), b = pick(g, t);
    if (e == TS_shl_ || e == TS_shr_) b = shift_distance(g, t, b);
    int type = ts_opinfos[e].result == PRED ? TS_b1 : (int)t;
    keep(g, g->plain ? raw(g, (ts_sinst){.op = TS_S_ELEM, .elem = e, .type = type, .a = a, .b = b})
                     : op(g->s, e, a, b));
}

static void choose(gen *g)
{
    static const ts_dtype types[] = {TS_i32, TS_u32, TS_f32};
    ts_dtype t = types[draw(g, 3)];
    uint32_t x = pick(g, TS_i32), y = pick(g, TS_i32), a = pick(g, t), b = pick(g, t);
    uint32_t p =
        g->plain
            ? raw(g, (ts_sinst){.op = TS_S_ELEM, .elem = TS_lt_, .type = TS_b1, .a = x, .b = y})
            : op(g->s, TS_lt_, x, y);
    keep(g, g->plain ? raw(g, (ts_sinst){.op = TS_S_SELECT, .type = (int)t, .a = p, .b = a, .c = b})
                     : ts_s_select(g->s, p, a, b));
}

static void convert(gen *g)
{
    static const ts_dtype types[] = {TS_i32, TS_u32, TS_f32};
    ts_dtype from = types[draw(g, 3)], to = types[draw(g, 3)];
    bool bits = draw(g, 2) || from == TS_f32;
    uint32_t a = pick(g, from);
    if (from == to) return;
    if (g->plain)
        keep(g, raw(g, (ts_sinst){.op = bits ? TS_S_BITS : TS_S_TO, .type = (int)to, .a = a}));
    else
        keep(g, bits ? ts_s_bits(g->s, to, a) : ts_s_to(g->s, to, a));
}

/* Into a cell of this thread. */
static void leave(gen *g)
{
    uint32_t v = g->pool[draw(g, (uint32_t)g->n)];
    if (ts_s_type(g->s, v) == TS_b1)
        v = g->plain ? raw(g, (ts_sinst){.op = TS_S_TO, .type = TS_u32, .a = v})
                     : ts_s_to(g->s, TS_u32, v);
    v = ts_s_bits(g->s, TS_u32, v);
    uint32_t at = ts_s_op(g->s, TS_add_, op(g->s, TS_mul_, g->thread, ts_s_i32(g->s, CELLS)),
                          ts_s_i32(g->s, g->cell++ % CELLS), 0);
    put(g->s, TS_S_STORE, TS_f32, at, v, 0, 3);
}

static void variable(gen *g)
{
    if (g->nvars && draw(g, 2)) {
        uint32_t var = g->vars[draw(g, (uint32_t)g->nvars)];
        if (draw(g, 2)) {
            put(g->s, TS_S_SET, TS_i32, var, pick(g, TS_i32), 0, 0);
            return;
        }
        keep(g, put(g->s, TS_S_GET, TS_i32, var, 0, 0, 0));
        return;
    }
    if (g->nvars < POOL)
        g->vars[g->nvars++] = put(g->s, TS_S_VAR, TS_i32, pick(g, TS_i32), 0, 0, 0);
}

static void steps(gen *g, int n);

static void block(gen *g)
{
    if (g->depth == 3) return;
    int n = g->n, nvars = g->nvars;
    uint32_t x = pick(g, TS_i32), y = pick(g, TS_i32);
    if (draw(g, 2))
        put(g->s, TS_S_IF, TS_b1, op(g->s, TS_lt_, x, y), 0, 0, 0);
    else
        keep(g, put(g->s, TS_S_FOR, TS_i32, ts_s_i32(g->s, 0), ts_s_i32(g->s, (int)draw(g, 4)),
                    ts_s_i32(g->s, 1 + (int)draw(g, 2)), 0));
    g->depth++;
    steps(g, 2 + (int)draw(g, 12));
    g->depth--;
    put(g->s, TS_S_END, 0, 0, 0, 0, 0);
    g->n = n;
    g->nvars = nvars;
}

static void steps(gen *g, int n)
{
    static void (*const row[])(gen *) = {calculate, calculate, calculate, calculate,
                                         choose,    convert,   leave,     leave,
                                         variable,  variable,  block};
    for (int i = 0; i < n; i++) row[draw(g, 11)](g);
}

static ts_simt *random_form(uint64_t seed, bool plain)
{
    gen g = {.s = fresh(THREADS), .rng = seed, .plain = plain};
    g.thread = put(g.s, TS_S_THREAD, TS_i32, 0, 0, 0, 0);
    keep(&g, g.thread);
    steps(&g, 60);
    leave(&g);
    return g.s;
}

/* ---- builder ---- */

static void run_random(ts_simt *s, uint32_t *out, ts_error *err)
{
    static const int32_t whole[] = {0, 1, -1, 2, 31, INT32_MAX, INT32_MIN, 7};
    static const float real[] = {0, -0.0f, 1, -1, NAN, INFINITY, 0.5f, 1e-40f};
    uint8_t bytes8[16] __attribute__((aligned(16))) = {0};
    void *buffer[] = {(void *)(uintptr_t)whole, (void *)(uintptr_t)real, bytes8, out};
    size_t bytes[] = {sizeof whole, sizeof real, sizeof bytes8, 4 * CELLS * THREADS};
    struct ts_simt_launch l = {.buffer = buffer, .bytes = bytes, .groups = 1, .seed = 1};
    memset(out, 0xee, bytes[3]);
    ts_simt_run(s, &l, err);
}

/* NaN may be any NaN. */
static bool same_cell(uint32_t x, uint32_t y)
{
    return x == y || (isnan(ts_decode(TS_f32, x)) && isnan(ts_decode(TS_f32, y)));
}

static void folding_and_sharing_change_nothing(void **state)
{
    (void)state;
    static uint32_t want[CELLS * THREADS], got[CELLS * THREADS];
    uint32_t saved = 0;
    for (uint64_t seed = 1; seed <= 3000; seed++) {
        ts_error err = {0};
        ts_simt *plain = random_form(seed, true), *built = random_form(seed, false);
        run_random(plain, want, &err);
        run_random(built, got, &err);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < CELLS * THREADS; i++)
                if (!same_cell(want[i], got[i]) || ts_failed(&err)) {
                    ts_simt_print(stderr, built);
                    fail_msg("seed %d, cell %d: %x, not %x %s", (int)seed, i, got[i], want[i],
                             err.text);
                }
            ts_simt_finish(built);
            run_random(built, got, &err);
        }
        saved += plain->n - built->n;
        ts_simt_free(plain);
        ts_simt_free(built);
    }
    print_message("folding and sharing saved %u instructions\n", saved);
    assert_true(saved > 1000);
}

static void equal_values_are_one(void **state)
{
    (void)state;
    ts_simt *s = fresh(1);
    uint32_t t = put(s, TS_S_THREAD, TS_i32, 0, 0, 0, 0), k = ts_s_i32(s, 3);
    uint32_t outside = op(s, TS_add_, t, k);
    assert_int_equal(op(s, TS_add_, k, t), outside);
    assert_int_not_equal(ts_s_f32(s, 0), ts_s_f32(s, -0.0));
    put(s, TS_S_IF, TS_b1, op(s, TS_lt_, t, k), 0, 0, 0);
    uint32_t inside = op(s, TS_mul_, t, k);
    assert_int_equal(op(s, TS_add_, t, k), outside);
    put(s, TS_S_END, 0, 0, 0, 0, 0);
    assert_int_not_equal(op(s, TS_mul_, t, k), inside);
    assert_int_not_equal(put(s, TS_S_LOAD, TS_i32, k, 0, 0, 0),
                         put(s, TS_S_LOAD, TS_i32, k, 0, 0, 0));
    ts_simt_free(s);
}

/* ---- what is reported ---- */

typedef void body(ts_simt *s, uint32_t thread, uint32_t zero, uint32_t one);

static void share(ts_simt *s, uint32_t at, uint32_t x)
{
    put(s, TS_S_SHARE, 0, at, ts_s_to(s, TS_u32, x), 0, 0);
}

static void keep_word(ts_simt *s, uint32_t at, uint32_t x)
{
    put(s, TS_S_STORE, 0, at, ts_s_bits(s, TS_u32, x), 0, 3);
}

#define BODY(name)                                                                                 \
    static void name(ts_simt *s, uint32_t thread __attribute__((unused)),                          \
                     uint32_t zero __attribute__((unused)), uint32_t one __attribute__((unused)))

BODY(load_before)
{
    keep_word(s, thread, put(s, TS_S_LOAD, TS_i32, op(s, TS_sub_, thread, one), 0, 0, 0));
}
BODY(load_behind)
{
    keep_word(s, thread, put(s, TS_S_LOAD, TS_f32, ts_s_i32(s, 64), 0, 0, 1));
}
BODY(store_behind)
{
    keep_word(s, op(s, TS_add_, thread, ts_s_i32(s, 60)), thread);
}
BODY(quad_behind)
{
    put(s, TS_S_LOAD4, TS_QUAD, ts_s_i32(s, 17), 0, 0, 1);
}
BODY(shared_behind)
{
    share(s, op(s, TS_add_, thread, ts_s_i32(s, 60)), thread);
}
BODY(shared_unwritten)
{
    uint32_t other = op(s, TS_add_, thread, ts_s_i32(s, 16));
    share(s, thread, zero);
    keep_word(s, thread, put(s, TS_S_SHARED, TS_u32, other, 0, 0, 0));
}
BODY(shared_race)
{
    share(s, thread, one);
    put(s, TS_S_BARRIER, 0, 0, 0, 0, TS_LOCAL);
    share(s, thread, thread);
    keep_word(s, thread, put(s, TS_S_SHARED, TS_u32, op(s, TS_xor_, thread, one), 0, 0, 0));
}
BODY(shared_race_behind_shuffle)
{
    share(s, thread, thread);
    put(s, TS_S_SHUFFLE, TS_i32, thread, 0, 0, 1);
    keep_word(s, thread, put(s, TS_S_SHARED, TS_u32, op(s, TS_xor_, thread, one), 0, 0, 0));
}
BODY(shared_race_wrong_barrier)
{
    share(s, thread, one);
    put(s, TS_S_BARRIER, 0, 0, 0, 0, TS_LOCAL);
    share(s, thread, thread);
    put(s, TS_S_BARRIER, 0, 0, 0, 0, TS_GLOBAL);
    keep_word(s, thread, put(s, TS_S_SHARED, TS_u32, op(s, TS_xor_, thread, one), 0, 0, 0));
}
BODY(shared_written_after_read)
{
    share(s, thread, thread);
    put(s, TS_S_BARRIER, 0, 0, 0, 0, TS_LOCAL);
    keep_word(s, thread, put(s, TS_S_SHARED, TS_u32, op(s, TS_xor_, thread, one), 0, 0, 0));
    share(s, thread, one);
}
BODY(shared_written_twice)
{
    share(s, zero, one);
}
BODY(shared_quad_between)
{
    put(s, TS_S_SHARE4, 0, op(s, TS_mul_, thread, ts_s_i32(s, 2)), ts_s_zeros(s, TS_QUAD), 0, 0);
}
BODY(shared_quad_behind)
{
    uint32_t at = op(s, TS_mul_, op(s, TS_add_, thread, one), ts_s_i32(s, 4));
    put(s, TS_S_SHARE4, 0, at, ts_s_zeros(s, TS_QUAD), 0, 0);
}
BODY(shared_quad_race)
{
    uint32_t at = op(s, TS_mul_, thread, ts_s_i32(s, 4));
    put(s, TS_S_SHARE4, 0, at, ts_s_zeros(s, TS_QUAD), 0, 0);
    put(s, TS_S_BARRIER, 0, 0, 0, 0, TS_LOCAL);
    put(s, TS_S_SHARE4, 0, at, ts_s_zeros(s, TS_QUAD), 0, 0);
    put(s, TS_S_SHARED4, TS_QUAD, op(s, TS_xor_, at, ts_s_i32(s, 4)), 0, 0, 0);
}
BODY(buffer_race)
{
    keep_word(s, thread, thread);
    put(s, TS_S_BARRIER, 0, 0, 0, 0, TS_LOCAL);
    uint32_t x = put(s, TS_S_LOAD, TS_u32, op(s, TS_xor_, thread, one), 0, 0, 3);
    put(s, TS_S_BARRIER, 0, 0, 0, 0, TS_LOCAL | TS_GLOBAL);
    keep_word(s, thread, x);
}
BODY(group_race)
{
    put(s, TS_S_IF, TS_b1, op(s, TS_eq_, thread, zero), 0, 0, 0);
    keep_word(s, zero, put(s, TS_S_GROUP, TS_i32, 0, 0, 0, 0));
    put(s, TS_S_END, 0, 0, 0, 0, 0);
}
BODY(team_race)
{
    s->teams = 2;
    put(s, TS_S_IF, TS_b1, op(s, TS_eq_, thread, zero), 0, 0, 0);
    keep_word(s, zero, one);
    put(s, TS_S_END, 0, 0, 0, 0, 0);
    put(s, TS_S_BARRIER, 0, 0, 0, 0, TS_LOCAL | TS_GLOBAL);
    put(s, TS_S_LOAD, TS_u32, zero, 0, 0, 3);
}
BODY(barrier_missed)
{
    put(s, TS_S_FOR, TS_i32, zero, thread, one, 0);
    put(s, TS_S_BARRIER, 0, 0, 0, 0, TS_LOCAL);
    put(s, TS_S_END, 0, 0, 0, 0, 0);
}
BODY(barrier_in_other_turns)
{
    put(s, TS_S_FOR, TS_i32, thread, op(s, TS_add_, thread, one), one, 0);
    put(s, TS_S_BARRIER, 0, 0, 0, 0, TS_LOCAL);
    put(s, TS_S_END, 0, 0, 0, 0, 0);
}
BODY(barrier_in_if)
{
    put(s, TS_S_IF, TS_b1, op(s, TS_eq_, zero, thread), 0, 0, 0);
    put(s, TS_S_BARRIER, 0, 0, 0, 0, TS_LOCAL);
    put(s, TS_S_END, 0, 0, 0, 0, 0);
}
BODY(shuffle_missed)
{
    put(s, TS_S_FOR, TS_i32, zero, thread, one, 0);
    put(s, TS_S_SHUFFLE, TS_i32, thread, 0, 0, 1);
    put(s, TS_S_END, 0, 0, 0, 0, 0);
}
BODY(shuffle_too_far)
{
    put(s, TS_S_SHUFFLE, TS_i32, thread, 0, 0, 8);
}
BODY(writes_input)
{
    put(s, TS_S_STORE, 0, thread, thread, 0, 0);
}
BODY(divides_by_zero)
{
    keep_word(s, thread, op(s, TS_div_, one, thread));
}
BODY(quotient_overflows)
{
    uint32_t least = op(s, TS_sub_, ts_s_i32(s, INT32_MIN), thread);
    keep_word(s, thread, op(s, TS_rem_, least, ts_s_i32(s, -1)));
}
/* thread op a number as large as integers are, which is said to fit. */
static void denied(ts_simt *s, ts_opcode elem, uint32_t thread)
{
    uint32_t v = op(s, elem, thread, ts_s_i32(s, INT32_MAX));
    s->i[v].fits = true;
    keep_word(s, thread, v);
}
BODY(sum_overflows)
{
    denied(s, TS_add_, thread);
}
BODY(product_overflows)
{
    denied(s, TS_mul_, thread);
}
BODY(sum_wraps)
{
    op(s, TS_add_, thread, ts_s_i32(s, INT32_MAX));
}
BODY(shifts_too_far)
{
    keep_word(s, thread, op(s, TS_shl_, one, op(s, TS_add_, thread, ts_s_i32(s, 31))));
}
BODY(converts_too_much)
{
    uint32_t x = op(s, TS_mul_, ts_s_to(s, TS_f32, thread), ts_s_f32(s, 1e9));
    keep_word(s, thread, ts_s_to(s, TS_i32, x));
}
BODY(converts_negative)
{
    uint32_t x = op(s, TS_sub_, ts_s_f32(s, 0), ts_s_to(s, TS_f32, thread));
    keep_word(s, thread, ts_s_to(s, TS_u32, x));
}
BODY(half_of_more)
{
    uint32_t code = op(s, TS_shl_, thread, ts_s_i32(s, 14));
    keep_word(s, thread, put(s, TS_S_HALF, TS_f32, ts_s_to(s, TS_u32, code), 0, 0, 0));
}
BODY(bits_beyond)
{
    uint32_t x = ts_s_to(s, TS_u32, op(s, TS_add_, thread, ts_s_i32(s, 250)));
    put(s, TS_S_STORE, 0, thread, x, 0, 2);
}
BODY(out_of_block)
{
    put(s, TS_S_IF, TS_b1, op(s, TS_eq_, zero, thread), 0, 0, 0);
    uint32_t var = put(s, TS_S_VAR, TS_i32, one, 0, 0, 0);
    put(s, TS_S_END, 0, 0, 0, 0, 0);
    keep_word(s, thread, put(s, TS_S_GET, TS_i32, var, 0, 0, 0));
}
BODY(wrong_type)
{
    put(s, TS_S_ELEM, TS_i32, thread, ts_s_f32(s, 1), 0, 0);
    s->i[s->n - 1].elem = TS_add_;
}
BODY(no_end)
{
    put(s, TS_S_IF, TS_b1, op(s, TS_eq_, zero, thread), 0, 0, 0);
}
BODY(step_of_zero)
{
    put(s, TS_S_FOR, TS_i32, zero, one, op(s, TS_mul_, thread, thread), 0);
    put(s, TS_S_END, 0, 0, 0, 0, 0);
}
BODY(index_overflows)
{
    put(s, TS_S_FOR, TS_i32, ts_s_i32(s, INT32_MAX - 1), ts_s_i32(s, INT32_MAX), ts_s_i32(s, 5), 0);
    put(s, TS_S_END, 0, 0, 0, 0, 0);
}
BODY(too_much_shared)
{
    s->shared = 2000;
}
/* Sixteen rows of 8 words, no two alike, and what a matrix unit that holds rows twice does with them. */
static void with_unit(ts_simt *s, uint32_t thread)
{
    static const ts_simt_traits traits = {.threads = 32,
                                          .max_threads = 32,
                                          .subgroup = 32,
                                          .shared_bytes = 4096,
                                          .matrix = &ts_wmma_unit};
    s->traits = &traits;
    s->threads = 32;
    s->shared = 16 * 8 + 8;
    for (int i = 0; i < 5; i++) {
        uint32_t at = op(s, TS_add_, thread, ts_s_i32(s, 32 * i));
        if (i == 4) put(s, TS_S_IF, 0, op(s, TS_lt_, thread, ts_s_i32(s, 8)), 0, 0, 0);
        share(s, at, at);
        if (i == 4) put(s, TS_S_END, 0, 0, 0, 0, 0);
    }
    put(s, TS_S_BARRIER, 0, 0, 0, 0, TS_LOCAL);
}
static void unit(ts_simt *s, uint32_t thread, int type, uint32_t at, int pitch, int n)
{
    with_unit(s, thread);
    uint32_t a = put(s, TS_S_FRAGMENT, type, at, 0, 0, pitch);
    put(s, TS_S_MULTIPLY, TS_OCT, a, a, ts_s_zeros(s, TS_OCT), n);
}
BODY(unit_fine)
{
    unit(s, thread, TS_OCT, zero, 8, TS_OF_BF16);
}
BODY(unit_missing)
{
    put(s, TS_S_FRAGMENT, TS_QUAD, zero, 0, 0, 8);
}
BODY(unit_of_other_words)
{
    unit(s, thread, TS_QUAD, zero, 8, 0);
}
BODY(unit_rows_too_short)
{
    unit(s, thread, TS_OCT, zero, 4, 0);
}
BODY(unit_rows_between_quads)
{
    unit(s, thread, TS_OCT, zero, 9, 0);
}
BODY(unit_between_quads)
{
    unit(s, thread, TS_OCT, ts_s_i32(s, 2), 8, 0);
}
BODY(unit_behind)
{
    unit(s, thread, TS_OCT, ts_s_i32(s, 16), 8, 0);
}
BODY(unit_of_upper_rows)
{
    unit(s, thread, TS_OCT, zero, 8, TS_UPPER);
}
BODY(unit_of_other_elements)
{
    unit(s, thread, TS_OCT, zero, 8, TS_OF_E4M3);
}
BODY(unit_of_no_elements)
{
    unit(s, thread, TS_OCT, zero, 8, 2 * TS_KINDS);
}
BODY(unit_of_bytes)
{
    unit(s, thread, TS_OCT, zero, 8, TS_OF_I8);
}
/* Eight words of a fragment with scales, which lanes of one row have alike, or not. */
static void scaled_unit(ts_simt *s, uint32_t thread, bool with, uint32_t scales, int of)
{
    static ts_simt_traits traits;
    with_unit(s, thread);
    traits = *s->traits;
    traits.matrix = &ts_cuda_unit;
    s->traits = &traits;
    uint32_t a = put(s, TS_S_FRAGMENT, TS_QUAD, ts_s_i32(s, 0), 0, 0, 8);
    if (with) a = put(s, TS_S_SCALED, TS_OCT, a, scales, 0, 0);
    put(s, TS_S_MULTIPLY, TS_QUAD, a, a, ts_s_zeros(s, TS_QUAD), of);
}
BODY(unit_scaled)
{
    scaled_unit(s, thread, true, ts_s_u32(s, 0x7f7f), TS_OF_MXFP4);
}
BODY(unit_without_scales)
{
    scaled_unit(s, thread, false, 0, TS_OF_MXFP4);
}
BODY(unit_scales_differ)
{
    scaled_unit(s, thread, true, ts_s_to(s, TS_u32, thread), TS_OF_MXFP4);
}
BODY(unit_scaled_by_four)
{
    scaled_unit(s, thread, true, ts_s_u32(s, 0x38387f00), TS_OF_NVFP4);
}
BODY(unit_scales_with_sign)
{
    scaled_unit(s, thread, true, ts_s_u32(s, 0x38b83838), TS_OF_NVFP4);
}
BODY(scales_of_an_index)
{
    scaled_unit(s, thread, true, thread, TS_OF_MXFP4);
}
BODY(unit_lanes_differ)
{
    uint32_t half = op(s, TS_shr_, thread, ts_s_i32(s, 4));
    unit(s, thread, TS_OCT, op(s, TS_mul_, half, ts_s_i32(s, 4)), 8, 0);
}
/* A quad of a param for each thread to four words of its own, which begin where it says. */
static uint32_t copy(ts_simt *s, uint32_t thread, int param)
{
    static const ts_simt_traits traits = {
        .threads = 32, .max_threads = 32, .subgroup = 8, .shared_bytes = 4096, .copies = true};
    s->traits = &traits;
    uint32_t at = op(s, TS_mul_, thread, ts_s_i32(s, 4));
    put(s, TS_S_COPY, 0, at, thread, ts_s_const(s, TS_b1, 1), param);
    return at;
}
static uint32_t copy_and_wait(ts_simt *s, uint32_t thread, int groups)
{
    uint32_t at = copy(s, thread, 1);
    put(s, TS_S_COMMIT, 0, 0, 0, 0, 0);
    put(s, TS_S_WAIT, 0, 0, 0, 0, groups);
    return at;
}
BODY(copy_fine)
{
    uint32_t at = copy_and_wait(s, thread, 0);
    put(s, TS_S_SHARED4, TS_QUAD, at, 0, 0, 0);
    put(s, TS_S_BARRIER, 0, 0, 0, 0, TS_LOCAL);
    put(s, TS_S_SHARED4, TS_QUAD, op(s, TS_xor_, at, ts_s_i32(s, 4)), 0, 0, 0);
}
BODY(copy_read_too_soon)
{
    uint32_t at = copy_and_wait(s, thread, 1);
    put(s, TS_S_SHARED4, TS_QUAD, at, 0, 0, 0);
}
BODY(copy_overwritten_too_soon)
{
    share(s, copy_and_wait(s, thread, 1), one);
}
BODY(copy_over_copy)
{
    copy_and_wait(s, thread, 1);
    copy_and_wait(s, thread, 0);
}
BODY(copy_without_barrier)
{
    uint32_t at = copy_and_wait(s, thread, 0);
    put(s, TS_S_SHARED4, TS_QUAD, op(s, TS_xor_, at, ts_s_i32(s, 4)), 0, 0, 0);
}
BODY(copy_of_what_is_read)
{
    uint32_t at = copy_and_wait(s, thread, 0);
    put(s, TS_S_BARRIER, 0, 0, 0, 0, TS_LOCAL);
    put(s, TS_S_SHARED4, TS_QUAD, op(s, TS_xor_, at, ts_s_i32(s, 4)), 0, 0, 0);
    copy_and_wait(s, thread, 0);
}
BODY(copy_left)
{
    copy_and_wait(s, thread, 1);
}
BODY(copy_in_no_group)
{
    copy(s, thread, 1);
}
BODY(copy_in_no_group_yet)
{
    copy(s, thread, 1);
    put(s, TS_S_WAIT, 0, 0, 0, 0, 0);
}
BODY(copy_of_written)
{
    copy(s, thread, 3);
}
BODY(copy_missing)
{
    put(s, TS_S_COPY, 0, zero, zero, ts_s_const(s, TS_b1, 1), 1);
}
BODY(copy_between_quads)
{
    copy(s, thread, 1);
    s->i[s->n - 1].a = thread;
    put(s, TS_S_COMMIT, 0, 0, 0, 0, 0);
}
BODY(copy_behind)
{
    uint32_t at = op(s, TS_mul_, op(s, TS_add_, thread, one), ts_s_i32(s, 4));
    copy(s, thread, 1);
    s->i[s->n - 1].a = at;
    put(s, TS_S_COMMIT, 0, 0, 0, 0, 0);
}
BODY(copy_from_behind)
{
    uint32_t far = ts_s_i32(s, 17);
    copy(s, thread, 1);
    s->i[s->n - 1].b = far;
    put(s, TS_S_COMMIT, 0, 0, 0, 0, 0);
}
BODY(wait_in_if)
{
    copy(s, thread, 1);
    put(s, TS_S_COMMIT, 0, 0, 0, 0, 0);
    put(s, TS_S_IF, TS_b1, op(s, TS_eq_, zero, thread), 0, 0, 0);
    put(s, TS_S_WAIT, 0, 0, 0, 0, 0);
    put(s, TS_S_END, 0, 0, 0, 0, 0);
}
/* Param 2 has the bytes of param 1 here, and a thread changes its own while they are copied. */
BODY(copy_of_what_changes)
{
    copy(s, thread, 1);
    put(s, TS_S_COMMIT, 0, 0, 0, 0, 0);
    uint32_t at = op(s, TS_mul_, thread, ts_s_i32(s, 16));
    uint32_t was = put(s, TS_S_LOAD, TS_u32, at, 0, 0, 2);
    put(s, TS_S_STORE, 0, at, op(s, TS_xor_, was, ts_s_u32(s, 1)), 0, 2);
    put(s, TS_S_WAIT, 0, 0, 0, 0, 0);
}
BODY(fine)
{
    share(s, thread, thread);
    put(s, TS_S_BARRIER, 0, 0, 0, 0, TS_LOCAL);
    uint32_t x = put(s, TS_S_SHARED, TS_u32, op(s, TS_xor_, thread, one), 0, 0, 0);
    x = put(s, TS_S_SHUFFLE, TS_u32, x, 0, 0, 4);
    put(s, TS_S_LOAD4, TS_QUAD, ts_s_i32(s, 16), 0, 0, 1);
    uint32_t at = op(s, TS_mul_, put(s, TS_S_GROUP, TS_i32, 0, 0, 0, 0), ts_s_i32(s, 16));
    at = op(s, TS_add_, at, thread);
    keep_word(s, at, x);
    put(s, TS_S_BARRIER, 0, 0, 0, 0, TS_GLOBAL);
    keep_word(s, op(s, TS_xor_, at, one), x);
}

static const struct {
    body *build;
    const char *reason; /* "": none */
} wrong[] = {
    {fine, ""},
    {load_before, "element -1 of"},
    {load_behind, "element 64 of 64"},
    {store_behind, "of 64 of p"},
    {quad_behind, "block 17"},
    {shared_behind, "of 64 words"},
    {shared_unwritten, "never written"},
    {shared_race, "without a barrier"},
    {shared_race_behind_shuffle, "without a barrier"},
    {shared_race_wrong_barrier, "without a barrier"},
    {shared_written_after_read, "without a barrier"},
    {shared_written_twice, "was written by thread"},
    {shared_quad_between, "not where a quad begins"},
    {shared_quad_behind, "of 64 words"},
    {shared_quad_race, "without a barrier"},
    {unit_fine, ""},
    {unit_missing, "no matrix units"},
    {unit_of_other_words, "gives type"},
    {unit_rows_too_short, "rows of 4 words"},
    {unit_rows_between_quads, "rows of 9 words"},
    {unit_between_quads, "not where a quad begins"},
    {unit_behind, "of 136 words"},
    {unit_of_upper_rows, "no such rows"},
    {unit_of_other_elements, "no such rows or elements"},
    {unit_of_no_elements, "no such rows or elements"},
    {unit_of_bytes, ""},
    {unit_scaled, ""},
    {unit_without_scales, "is of type"},
    {unit_scales_differ, "lanes differ in scales of row 0"},
    {unit_scaled_by_four, ""},
    {unit_scales_with_sign, "a scale of row 0, element 32 has a sign"},
    {scales_of_an_index, "is of type"},
    {unit_lanes_differ, "lanes differ in row 0, element 0"},
    {copy_fine, ""},
    {copy_read_too_soon, "is on its way"},
    {copy_overwritten_too_soon, "is on its way"},
    {copy_over_copy, "is on its way"},
    {copy_without_barrier, "without a barrier"},
    {copy_of_what_is_read, "without a barrier"},
    {copy_left, "a copy is on its way"},
    {copy_in_no_group, "is in no group"},
    {copy_in_no_group_yet, "is in no group yet"},
    {copy_of_written, "is written, too"},
    {copy_missing, "has no copies"},
    {copy_between_quads, "not where a quad begins"},
    {copy_behind, "of 64 words"},
    {copy_from_behind, "block 17"},
    {wait_in_if, "stands in an IF"},
    {copy_of_what_changes, "changed on its way"},
    {buffer_race, "touched by another thread"},
    {group_race, "belongs to another program"},
    {team_race, "belongs to another program"},
    {barrier_missed, "not all threads come here"},
    {barrier_in_other_turns, "differs between threads"},
    {barrier_in_if, "stands in an IF"},
    {shuffle_missed, " threads "},
    {shuffle_too_far, "mask 8"},
    {writes_input, "only read"},
    {divides_by_zero, "division by zero"},
    {quotient_overflows, "quotient overflows"},
    {sum_overflows, "which its range denies"},
    {product_overflows, "which its range denies"},
    {sum_wraps, ""},
    {shifts_too_far, "shift by 32"},
    {converts_too_much, "out of range"},
    {converts_negative, "out of range"},
    {half_of_more, "beyond an f16"},
    {bits_beyond, "beyond the unit"},
    {out_of_block, "block that has ended"},
    {wrong_type, "is of type"},
    {no_end, "has no END"},
    {step_of_zero, "step of 0"},
    {index_overflows, "overflows"},
    {too_much_shared, "bytes of shared memory"},
};

static void every_rule_is_enforced(void **state)
{
    (void)state;
    static float a[64] __attribute__((aligned(16))), b[64] __attribute__((aligned(16)));
    static uint32_t c[64] __attribute__((aligned(16))), d[64] __attribute__((aligned(16)));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        for (uint64_t seed = 1; seed < 8; seed++) {
            ts_error err = {0};
            ts_simt *s = fresh(16);
            bool one = wrong[i].build == copy_of_what_changes;
            void *buffer[] = {a, b, one ? (void *)b : c, d};
            size_t bytes[] = {256, 256, one ? 256 : 64, 256};
            struct ts_simt_launch l = {
                .buffer = buffer, .bytes = bytes, .groups = 2, .seed = seed, .max_steps = 100000};
            uint32_t thread = put(s, TS_S_THREAD, TS_i32, 0, 0, 0, 0);
            wrong[i].build(s, thread, ts_s_i32(s, 0), ts_s_i32(s, 1));
            int bad = ts_simt_run(s, &l, &err);
            if (bad ? !*wrong[i].reason || !strstr(err.text, wrong[i].reason) : *wrong[i].reason)
                fail_msg("form %zu: expected '%s', got '%s'", i, wrong[i].reason, err.text);
            ts_simt_free(s);
        }
}

enum { PAIRS = 64 };

/* Of a pair a thread; the number of the op, whose result is kept as bits. */
static uint32_t of_pairs(ts_simt *s, ts_opcode elem, int type)
{
    uint32_t at = op(s, TS_mul_, put(s, TS_S_GROUP, TS_i32, 0, 0, 0, 0), ts_s_i32(s, PAIRS / 2));
    at = op(s, TS_add_, at, put(s, TS_S_THREAD, TS_i32, 0, 0, 0, 0));
    uint32_t a = put(s, TS_S_LOAD, TS_i32, at, 0, 0, 0);
    uint32_t b = put(s, TS_S_LOAD, TS_f32, at, 0, 0, 1);
    if (type != TS_i32) a = ts_s_bits(s, (ts_dtype)type, a);
    if (type != TS_f32) b = ts_s_bits(s, (ts_dtype)type, b);
    uint32_t y = ts_s_op(s, elem, a, b, elem == TS_fma_ ? a : 0), kept = y;
    if (s->i[y].type == TS_b1) kept = ts_s_select(s, y, ts_s_i32(s, 1), ts_s_i32(s, 0));
    keep_word(s, at, s->i[kept].type == TS_u32 ? kept : ts_s_bits(s, TS_u32, kept));
    return y;
}

static bool same_value(int type, uint32_t a, uint32_t b)
{
    float x, y;
    memcpy(&x, &a, 4);
    memcpy(&y, &b, 4);
    return a == b || (type == TS_f32 && isnan(x) && isnan(y));
}

/* All pairs, of awkward numbers. */
static void check_pairs(ts_opcode elem, int type, uint32_t (*in)[PAIRS])
{
    uint32_t out[PAIRS] __attribute__((aligned(16)));
    void *buffer[] = {in[0], in[1], out, out};
    const size_t bytes[] = {sizeof out, sizeof out, sizeof out, sizeof out};
    struct ts_simt_launch l = {.buffer = buffer, .bytes = bytes, .groups = 2};
    ts_error err = {0};
    ts_simt *s = fresh(PAIRS / 2);
    uint32_t y = of_pairs(s, elem, type);
    if (ts_simt_run(s, &l, &err)) fail_msg("%s", err.text);
    for (int i = 0; i < PAIRS; i++) {
        uint32_t x[3] = {in[0][i], in[1][i], in[0][i]}, want;
        assert_null(ts_simt_value(s, &s->i[y], x, &want));
        if (!same_value(s->i[y].type, want, out[i]))
            fail_msg("%s of type %d, %#x and %#x: %#x", ts_opinfos[elem].name, type, x[0], x[1],
                     out[i]);
    }
    ts_simt_free(s);
}

/* What has a way of its own through the interpreter, to what simt_value.c says of one. */
static void plain_steps_are_what_others_are(void **state)
{
    static const float x[] = {0.0F, -0.0F, 1e-45F, 1 + 0x3p-23F, 3e38F, -3e38F, INFINITY, NAN};
    static const uint32_t n[] = {0, 1, 7, 31, 0x7fffffff, 0x80000000, 0xfffffff9, 0xffffffff};
    static const ts_opcode real[] = {TS_add_, TS_mul_, TS_fma_},
                           whole[] = {TS_add_, TS_mul_, TS_sub_, TS_lt_,  TS_le_,  TS_eq_, TS_ne_,
                                      TS_and_, TS_or_,  TS_xor_, TS_min_, TS_shl_, TS_shr_};
    uint32_t in[2][PAIRS] __attribute__((aligned(16)));
    (void)state;
    for (int i = 0; i < PAIRS; i++)
        memcpy(&in[0][i], &x[i / 8], 4), memcpy(&in[1][i], &x[i % 8], 4);
    for (size_t k = 0; k < sizeof real / sizeof *real; k++) check_pairs(real[k], TS_f32, in);
    for (size_t k = 0; k < sizeof whole / sizeof *whole; k++) {
        bool shift = whole[k] == TS_shl_ || whole[k] == TS_shr_;
        for (int i = 0; i < PAIRS; i++) in[0][i] = n[i / 8], in[1][i] = n[shift ? i % 4 : i % 8];
        check_pairs(whole[k], TS_i32, in);
        check_pairs(whole[k], TS_u32, in);
    }
}

/* What finish allows to be printed inside its user; the check knows what must not move. */
static void inlining_moves_nothing_over_a_set(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_simt *s = fresh(1);
    uint32_t thread = put(s, TS_S_THREAD, TS_i32, 0, 0, 0, 0), one = ts_s_i32(s, 1);
    uint32_t var = put(s, TS_S_VAR, TS_i32, one, 0, 0, 0);
    uint32_t get = put(s, TS_S_GET, TS_i32, var, 0, 0, 0), sum = op(s, TS_add_, get, thread);
    put(s, TS_S_SET, TS_i32, var, thread, 0, 0);
    put(s, TS_S_STORE, TS_i32, thread, ts_s_bits(s, TS_u32, sum), 0, 3);
    ts_simt_finish(s);
    assert_int_equal(ts_simt_check(s, &err), 0);
    assert_false(s->i[sum].inlined);
    assert_true(s->i[get].inlined);
    s->i[sum].inlined = true;
    assert_int_equal(ts_simt_check(s, &err), -1);
    assert_non_null(strstr(err.text, "moves over"));
    ts_simt_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folding_and_sharing_change_nothing),
        cmocka_unit_test(equal_values_are_one),
        cmocka_unit_test(inlining_moves_nothing_over_a_set),
        cmocka_unit_test(every_rule_is_enforced),
        cmocka_unit_test(plain_steps_are_what_others_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_simt_cast.c - conversions and safe operations as instructions of the SIMT form.
 *
 * Every pair of dtypes: all codes of a source of at most 16 bits; of 32-bit ones every value of the
 * target, the midpoints of its neighbours, what is next to these, extremes, and random bits. All must
 * give the bits of ts_encode and ts_decode, on targets with and without instructions for f16 and with
 * and without a min and max that know NaN. Safe operations must be those of ops.def. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "test/simt/simt_run.h"
#include "tile/run.h"

enum { RANDOM = 60000, THREADS = 4 };

static const ts_target targets[] = {
    {.name = "plain",
     .family = &ts_family_simt,
     .traits = &(const ts_simt_traits){.threads = THREADS, .max_threads = THREADS}},
    {.name = "halves",
     .family = &ts_family_simt,
     .traits =
         &(const ts_simt_traits){
             .threads = THREADS, .max_threads = THREADS, .half = true, .to_half = true}},
    {.name = "minmax",
     .family = &ts_family_simt,
     .traits =
         &(const ts_simt_traits){
             .threads = THREADS, .max_threads = THREADS, .half = true, .nan_minmax = true}},
};
enum { TARGETS = sizeof targets / sizeof *targets };

static uint64_t state = 1;

static uint32_t draw(void)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(state >> 32);
}

/* ---- forms over arrays ---- */

static int unit_of(ts_dtype t)
{
    return ts_dtypes[t].bits < 8 ? 8 : ts_dtypes[t].bits;
}

static void add_param(ts_simt *s, ts_dtype t, ts_mode mode)
{
    s->param[s->params++] = (ts_sparam){.name = ts_keep("p"),
                                        .unit = unit_of(t),
                                        .type = unit_of(t) == 32 ? t : TS_u32,
                                        .mode = mode};
}

/* The form up to the index of an element of n, inside of its loop. */
static ts_simt *begin(const ts_target *target, int n, uint32_t *index)
{
    ts_simt *s = ts_simt_new("test", target);
    s->threads = THREADS;
    s->param = calloc(3, sizeof *s->param);
    uint32_t thread = ts_s_put(s, (ts_sinst){.op = TS_S_THREAD, .type = TS_i32});
    *index = ts_s_put(s, (ts_sinst){.op = TS_S_FOR,
                                    .type = TS_i32,
                                    .a = thread,
                                    .b = ts_s_i32(s, n),
                                    .c = ts_s_i32(s, THREADS)});
    return s;
}

static uint32_t load(ts_simt *s, int p, ts_dtype t, uint32_t index)
{
    uint32_t x =
        ts_s_put(s, (ts_sinst){.op = TS_S_LOAD, .type = s->param[p].type, .n = p, .a = index});
    return t == TS_b1 ? ts_s_op(s, TS_ne_, x, ts_s_u32(s, 0), 0) : x;
}

static void store(ts_simt *s, int p, uint32_t index, uint32_t x)
{
    if (ts_s_type(s, x) == TS_b1) x = ts_s_to(s, TS_u32, x);
    ts_s_put(s, (ts_sinst){.op = TS_S_STORE, .n = p, .a = index, .b = x});
}

static void run(ts_simt *s, void *const *buffer, const size_t *bytes)
{
    ts_error err = {0};
    struct ts_simt_launch l = {.buffer = buffer, .bytes = bytes, .groups = 1};
    ts_s_put(s, (ts_sinst){.op = TS_S_END});
    ts_simt_finish(s);
    if (!ts_simt_run(s, &l, &err)) return;
    ts_simt_print(stderr, s);
    fail_msg("%s", err.text);
}

static uint32_t fetch(ts_dtype t, const void *base, int i)
{
    uint32_t x = 0;
    memcpy(&x, (const char *)base + (size_t)i * (size_t)unit_of(t) / 8, (size_t)unit_of(t) / 8);
    return x;
}

/* ---- casts ---- */

/* The value x, what is next to it, and random bits. */
static int around(ts_dtype from, double x, uint32_t *codes)
{
    uint32_t mid = ts_encode(from, x);
    codes[0] = mid - 1;
    codes[1] = mid;
    codes[2] = mid + 1;
    return 3;
}

/* Codes of `from` worth converting to `to`. */
static int operands(ts_dtype from, ts_dtype to, uint32_t *codes)
{
    static const double row[] = {
        0,     -0.0,       INFINITY,   -INFINITY, NAN,         -NAN,     1e38,   -1e38,  1e9,
        -1e9,  0x1p-126,   0x1p-127,   1e-40,     2147483648., 3e9,      -3e9,   -0.5,   254.5,
        255.5, 4294967296, -128.5,     127.5,     -1e-30,      0x1p24,   65520,  448,    464,
        480,   7,          0x1.8p-127, 0x1p23,    0x1.fep127,  0x1p-149, 0x1p31, 0x1p32, -0x1p31};
    int n = 0, bits = ts_dtypes[from].bits,
        all = ts_dtypes[to].bits <= 16 ? 1 << ts_dtypes[to].bits : 0;
    if (bits <= 16) {
        for (; n < 1 << bits; n++) codes[n] = (uint32_t)n;
        return n;
    }
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) n += around(from, row[i], codes + n);
    for (int i = 0; i < all; i++) {
        double x = ts_decode(to, (uint32_t)i), y = ts_decode(to, (uint32_t)(i + 1) % (uint32_t)all);
        n += around(from, x, codes + n);
        n += around(from, (x + y) / 2, codes + n);
    }
    for (int i = 0; i < RANDOM; i++) codes[n++] = draw() & (i % 3 ? ~0u : 0x87ffffff << i % 16);
    for (int i = 0; i < RANDOM; i++)
        codes[n++] = ts_encode(from, ldexp((int)draw(), (int)(draw() % 64) - 50));
    return n;
}

static bool right(ts_dtype from, ts_dtype to, uint32_t code, uint32_t got)
{
    uint32_t want = ts_encode(to, ts_decode(from, code));
    bool any_nan = to == TS_f32 || to == TS_f16 || to == TS_bf16;
    if (any_nan && isnan(ts_decode(to, want))) return isnan(ts_decode(to, got));
    return want == got || (from == to && code == got);
}

static int check_pair(const ts_target *target, ts_dtype from, ts_dtype to)
{
    enum { MOST = 6 * 65536 + 2 * RANDOM + 200 };
    uint32_t *codes = calloc(MOST, 4), index;
    int n = operands(from, to, codes), bad = 0;
    size_t bytes[2] = {(size_t)(n * unit_of(from) / 8), (size_t)(n * unit_of(to) / 8)};
    void *buffer[2] = {calloc(bytes[0], 1), calloc(bytes[1], 1)};
    for (int i = 0; i < n; i++)
        memcpy((char *)buffer[0] + (size_t)i * (size_t)unit_of(from) / 8, &codes[i],
               (size_t)unit_of(from) / 8);
    ts_simt *s = begin(target, n, &index);
    add_param(s, from, TS_IN);
    add_param(s, to, TS_OUT);
    store(s, 1, index, ts_s_cast(s, load(s, 0, from, index), from, to));
    run(s, buffer, bytes);
    for (int i = 0; i < n && bad < 3; i++) {
        uint32_t got = fetch(to, buffer[1], i);
        if (right(from, to, codes[i], got)) continue;
        print_error("%s: %s to %s: code %x (%.9g) gives %x, not %x\n", target->name,
                    ts_dtypes[from].name, ts_dtypes[to].name, codes[i], ts_decode(from, codes[i]),
                    got, ts_encode(to, ts_decode(from, codes[i])));
        bad++;
    }
    ts_simt_free(s);
    free(buffer[0]);
    free(buffer[1]);
    free(codes);
    return bad;
}

static void every_pair_of_dtypes(void **unused)
{
    (void)unused;
    int bad = 0;
    for (int t = 0; t < TARGETS; t++)
        for (ts_dtype from = 0; from < TS_NDTYPE; from++)
            for (ts_dtype to = 0; to < TS_NDTYPE; to++) bad += check_pair(&targets[t], from, to);
    assert_int_equal(bad, 0);
}

/* A constant gives what the same value gives at run time. */
static void constants_too(void **unused)
{
    (void)unused;
    for (int t = 0; t < TARGETS; t++)
        for (ts_dtype from = 0; from < TS_NDTYPE; from++)
            for (ts_dtype to = 0; to < TS_NDTYPE; to++)
                for (int i = 0; i < 8; i++) {
                    static const double row[] = {0, 1, -2.5, 300, NAN, INFINITY, 0x1p-20, 1e9};
                    uint32_t code = ts_encode(from, row[i]), got, index;
                    bool as_code = ts_s_held(from) != from;
                    double x = as_code ? code : ts_decode(from, code);
                    size_t bytes[1] = {(size_t)unit_of(to) / 8};
                    void *buffer[1] = {&got};
                    ts_simt *s = begin(&targets[t], 1, &index);
                    add_param(s, to, TS_OUT);
                    store(s, 0, index, ts_s_cast(s, ts_s_const(s, ts_s_held(from), x), from, to));
                    run(s, buffer, bytes);
                    if (!right(from, to, code, fetch(to, &got, 0)))
                        fail_msg("constant %g from %s to %s", row[i], ts_dtypes[from].name,
                                 ts_dtypes[to].name);
                    ts_simt_free(s);
                }
}

/* ---- safe operations ---- */

static uint32_t meaning(ts_opcode elem, ts_dtype t, uint32_t a, uint32_t b)
{
    ts_op type = {.dtype = t, .dim = {1, 1}},
          o = {.op = elem, .dtype = t, .dim = {1, 1}, .argc = 2};
    slot x[2], out;
    if (ts_opinfos[elem].result == PRED) o.dtype = TS_b1;
    for (int i = 0; i < 2; i++) {
        double v = ts_decode(t, i ? b : a);
        if (t == TS_f32)
            x[i].f = v;
        else
            x[i].i = (int64_t)v;
    }
    ts_run_elem(&o, &out, (const ts_op *const[3]){&type, &type}, (const slot *const[3]){x, x + 1});
    return o.dtype == TS_f32 ? ts_encode(TS_f32, out.f) : (uint32_t)out.i;
}

static bool agree(ts_dtype t, uint32_t x, uint32_t y)
{
    double a = ts_decode(t, x), b = ts_decode(t, y);
    return a == b || (isnan(a) && isnan(b));
}

static uint32_t some(ts_dtype t)
{
    static const uint32_t whole[] = {
        0, 1, 2, 3, 31, 32, 33, 64, -1, -2, 0x80000000, 0x7fffffff, 0xffffffe0, 0xfffffffe, 5, 100};
    static const double real[] = {0, -0.0, 1, -1, NAN, -NAN, INFINITY, -INFINITY, 1e30, 2.5, -3};
    if (t == TS_f32) return draw() % 8 ? ts_encode(t, real[draw() % 11]) : draw();
    return draw() % 8 ? whole[draw() % 16] : draw();
}

/* The second (which: 1) or first operand is a constant in every other round. */
static int check_safe(const ts_target *target, ts_opcode elem, ts_dtype t)
{
    enum { N = 400, ROUNDS = 40 };
    uint32_t a[N], b[N], out[N];
    int bad = 0;
    for (int round = 0; round < ROUNDS; round++) {
        void *buffer[3] = {a, b, out};
        size_t bytes[3] = {sizeof a, sizeof b, sizeof out};
        uint32_t index, fixed = some(t);
        for (int i = 0; i < N; i++) a[i] = some(t), b[i] = some(t);
        for (int i = 0; i < N; i++) *(round % 4 == 1 ? &a[i] : &b[i]) = round % 2 ? fixed : some(t);
        ts_simt *s = begin(target, N, &index);
        for (int p = 0; p < 3; p++) add_param(s, t, p < 2 ? TS_IN : TS_OUT);
        uint32_t known = ts_s_const(s, t, ts_decode(t, fixed));
        uint32_t x = round % 4 == 1 ? known : load(s, 0, t, index);
        uint32_t y = round % 4 == 3 ? known : load(s, 1, t, index);
        store(s, 2, index, ts_s_safe(s, elem, x, y, 0));
        run(s, buffer, bytes);
        ts_simt_free(s);
        for (int i = 0; i < N && bad < 3; i++) {
            uint32_t want = meaning(elem, t, a[i], b[i]);
            if (agree(t, want, out[i])) continue;
            print_error("%s: %s of %s %x, %x gives %x, not %x (round %d)\n", target->name,
                        ts_opinfos[elem].name, ts_dtypes[t].name, a[i], b[i], out[i], want, round);
            bad++;
        }
    }
    return bad;
}

static void safe_operations(void **unused)
{
    (void)unused;
    static const ts_opcode row[] = {TS_div_, TS_rem_, TS_shl_, TS_shr_, TS_min_,
                                    TS_max_, TS_add_, TS_sub_, TS_mul_};
    int bad = 0;
    for (int t = 0; t < TARGETS; t++)
        for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
            bad +=
                check_safe(&targets[t], row[i], TS_i32) + check_safe(&targets[t], row[i], TS_u32);
            if (strchr(ts_opinfos[row[i]].types, 'F'))
                bad += check_safe(&targets[t], row[i], TS_f32);
        }
    assert_int_equal(bad, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pair_of_dtypes),
        cmocka_unit_test(constants_too),
        cmocka_unit_test(safe_operations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

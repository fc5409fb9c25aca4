/* test_simt_opaque.c - the rules of opaque matrix units in the SIMT form: what the checker refuses and the
 * interpreter finds in small forms, each by its reason. Products by such units are in test_simt_product.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "test/simt/simt_run.h"

enum { SIDE = 16, ROW = 8, SUMS_AT = SIDE * ROW, WORDS = SUMS_AT + SIDE * SIDE, THREADS = 32 };

static const ts_matrix unit = {.lanes = 32,
                               .deep = 8,
                               .across = 16,
                               .opaque = true,
                               .quads = true,
                               .chain = {[TS_KIND_F16] = TS_ENDLESS}};
static const ts_simt_traits traits = {
    .threads = 64, .max_threads = 64, .shared_bytes = 4096, .matrix = &unit};
static const ts_target target = {.name = "test", .family = &ts_family_simt, .traits = &traits};

static uint32_t put(ts_simt *s, ts_sop op, int type, uint32_t a, uint32_t b, uint32_t c, int n)
{
    return ts_s_put(s, (ts_sinst){.op = op, .type = type, .a = a, .b = b, .c = c, .n = n});
}

static uint32_t op(ts_simt *s, ts_opcode elem, uint32_t a, uint32_t b)
{
    return ts_s_op(s, elem, a, b, 0);
}

/* One subgroup; the param is what comes out. */
static ts_simt *fresh(void)
{
    ts_simt *s = ts_simt_new("test", &target);
    s->threads = THREADS;
    s->shared = WORDS;
    s->param = calloc(1, sizeof *s->param);
    s->param[s->params++] =
        (ts_sparam){.name = ts_keep("p"), .unit = 32, .type = TS_u32, .mode = TS_OUT};
    return s;
}

static void barrier(ts_simt *s)
{
    put(s, TS_S_BARRIER, 0, 0, 0, 0, TS_LOCAL);
}

static uint32_t thread(ts_simt *s)
{
    return put(s, TS_S_THREAD, TS_i32, 0, 0, 0, 0);
}

/* Sixteen rows, of which row r has 1 + r twice in each word, as f16. */
static void fill(ts_simt *s)
{
    for (int i = 0; i < SUMS_AT; i += THREADS) {
        uint32_t at = op(s, TS_add_, thread(s), ts_s_i32(s, i));
        uint32_t row = op(s, TS_add_, op(s, TS_shr_, at, ts_s_i32(s, 3)), ts_s_i32(s, 0));
        uint32_t code = ts_s_u32(s, 0);
        for (int r = 0; r < SIDE; r++) {
            uint32_t is = op(s, TS_eq_, row, ts_s_i32(s, r));
            code = ts_s_select(s, is, ts_s_u32(s, ts_encode(TS_f16, 1 + r) * 0x10001u), code);
        }
        put(s, TS_S_SHARE, 0, at, code, 0, 0);
    }
    barrier(s);
}

static uint32_t fragment(ts_simt *s, int type, uint32_t at, int pitch)
{
    return put(s, TS_S_FRAGMENT, type, at, 0, 0, pitch);
}

static uint32_t zeros(ts_simt *s)
{
    return ts_s_zeros(s, TS_SUMS);
}

static uint32_t both(ts_simt *s, uint32_t c)
{
    uint32_t at = ts_s_i32(s, 0);
    return put(s, TS_S_MULTIPLY, TS_SUMS, fragment(s, TS_LEFT_F16, at, ROW),
               fragment(s, TS_RIGHT_F16, at, ROW), c, 0);
}

static void unload(ts_simt *s, uint32_t sums, int at, int pitch)
{
    put(s, TS_S_UNLOAD, 0, ts_s_i32(s, at), sums, 0, pitch);
}

static void store_all(ts_simt *s)
{
    barrier(s);
    for (int i = 0; i < SIDE * SIDE; i += THREADS) {
        uint32_t at = op(s, TS_add_, thread(s), ts_s_i32(s, i));
        uint32_t from = op(s, TS_add_, at, ts_s_i32(s, SUMS_AT));
        uint32_t x = put(s, TS_S_SHARED, TS_u32, from, 0, 0, 0);
        put(s, TS_S_STORE, 0, at, x, 0, 0);
    }
}

/* ---- one form each ---- */

typedef void body(ts_simt *s);
#define BODY(name) static void name(ts_simt *s)

/* Twice over, by way of a variable. */
BODY(fine)
{
    fill(s);
    uint32_t v = put(s, TS_S_VAR, TS_SUMS, zeros(s), 0, 0, 0);
    put(s, TS_S_SET, 0, v, both(s, put(s, TS_S_GET, TS_SUMS, v, 0, 0, 0)), 0, 0);
    put(s, TS_S_SET, 0, v, both(s, put(s, TS_S_GET, TS_SUMS, v, 0, 0, 0)), 0, 0);
    unload(s, put(s, TS_S_GET, TS_SUMS, v, 0, 0, 0), SUMS_AT, SIDE);
    store_all(s);
}
/* What only a unit touches. */
BODY(taken_apart)
{
    fill(s);
    put(s, TS_S_WORD, TS_u32, both(s, zeros(s)), 0, 0, 0);
}
BODY(added_up)
{
    fill(s);
    uint32_t sums = both(s, zeros(s));
    put(s, TS_S_ELEM, TS_SUMS, sums, sums, 0, 0);
    s->i[s->n - 1].elem = TS_add_;
}
BODY(chosen)
{
    fill(s);
    uint32_t sums = both(s, zeros(s)), some = op(s, TS_lt_, thread(s), ts_s_i32(s, 8));
    put(s, TS_S_SELECT, TS_SUMS, some, sums, zeros(s), 0);
}
BODY(shuffled)
{
    fill(s);
    put(s, TS_S_SHUFFLE, TS_SUMS, both(s, zeros(s)), 0, 0, 1);
}
BODY(shared)
{
    fill(s);
    put(s, TS_S_SHARE, 0, thread(s), both(s, zeros(s)), 0, 0);
}
BODY(read_as_bits)
{
    fill(s);
    put(s, TS_S_BITS, TS_u32, both(s, zeros(s)), 0, 0, 0);
}
BODY(ones)
{
    fill(s);
    s->i[zeros(s)].value = 1;
}
/* Fragments. */
BODY(rows_too_short)
{
    fragment(s, TS_LEFT_F16, ts_s_i32(s, 0), 4);
}
BODY(rows_between_quads)
{
    fragment(s, TS_LEFT_F16, ts_s_i32(s, 0), 9);
}
BODY(of_bf16)
{
    fragment(s, TS_LEFT_BF16, ts_s_i32(s, 0), ROW);
}
BODY(as_sums)
{
    fragment(s, TS_SUMS, ts_s_i32(s, 0), ROW);
}
BODY(as_quad)
{
    fragment(s, TS_QUAD, ts_s_i32(s, 0), ROW);
}
BODY(fragment_between_quads)
{
    fill(s);
    fragment(s, TS_LEFT_F16, ts_s_i32(s, 2), ROW);
}
BODY(fragment_unwritten)
{
    fill(s);
    fragment(s, TS_LEFT_F16, ts_s_i32(s, 4), ROW);
}
BODY(fragment_behind)
{
    fragment(s, TS_LEFT_F16, ts_s_i32(s, -4), ROW);
}
BODY(fragment_of_several)
{
    fill(s);
    fragment(s, TS_LEFT_F16, op(s, TS_mul_, thread(s), ts_s_i32(s, 4)), ROW);
}
BODY(fragment_in_if)
{
    fill(s);
    put(s, TS_S_IF, 0, op(s, TS_lt_, thread(s), ts_s_i32(s, 8)), 0, 0, 0);
    fragment(s, TS_LEFT_F16, ts_s_i32(s, 0), ROW);
    put(s, TS_S_END, 0, 0, 0, 0, 0);
}
/* A word that its own lane has written is not that lane's alone to read. */
BODY(fragment_race)
{
    fill(s);
    put(s, TS_S_IF, 0, op(s, TS_eq_, thread(s), ts_s_i32(s, 0)), 0, 0, 0);
    put(s, TS_S_SHARE, 0, thread(s), ts_s_u32(s, 0), 0, 0);
    put(s, TS_S_END, 0, 0, 0, 0, 0);
    fragment(s, TS_LEFT_F16, ts_s_i32(s, 0), ROW);
}
/* Products. */
BODY(sides_changed)
{
    fill(s);
    uint32_t b = fragment(s, TS_RIGHT_F16, ts_s_i32(s, 0), ROW);
    put(s, TS_S_MULTIPLY, TS_SUMS, b, b, zeros(s), 0);
}
BODY(same_side)
{
    fill(s);
    uint32_t a = fragment(s, TS_LEFT_F16, ts_s_i32(s, 0), ROW);
    put(s, TS_S_MULTIPLY, TS_SUMS, a, a, zeros(s), 0);
}
BODY(other_elements)
{
    fill(s);
    both(s, zeros(s));
    s->i[s->n - 1].n = TS_OF_BF16;
}
BODY(upper_rows)
{
    fill(s);
    both(s, zeros(s));
    s->i[s->n - 1].n = TS_UPPER;
}
BODY(added_to_a_quad)
{
    fill(s);
    both(s, ts_s_zeros(s, TS_QUAD));
}
BODY(changed_in_some_lanes)
{
    fill(s);
    uint32_t v = put(s, TS_S_VAR, TS_SUMS, zeros(s), 0, 0, 0), sums = both(s, zeros(s));
    put(s, TS_S_SET, 0, v, sums, 0, 0);
    put(s, TS_S_IF, 0, op(s, TS_lt_, thread(s), ts_s_i32(s, 8)), 0, 0, 0);
    put(s, TS_S_SET, 0, v, zeros(s), 0, 0);
    put(s, TS_S_END, 0, 0, 0, 0, 0);
    unload(s, put(s, TS_S_GET, TS_SUMS, v, 0, 0, 0), SUMS_AT, SIDE);
    store_all(s);
}
/* Sums. */
BODY(unload_too_short)
{
    unload(s, zeros(s), 0, 8);
}
BODY(unload_between_quads)
{
    unload(s, zeros(s), SUMS_AT, 18);
}
BODY(unload_behind)
{
    unload(s, zeros(s), SUMS_AT + 4, SIDE);
}
BODY(unload_of_a_fragment)
{
    fill(s);
    unload(s, fragment(s, TS_LEFT_F16, ts_s_i32(s, 0), ROW), SUMS_AT, SIDE);
}
BODY(unload_over_what_is_read)
{
    fill(s);
    unload(s, both(s, zeros(s)), 0, SIDE);
}
BODY(unload_read_at_once)
{
    fill(s);
    unload(s, both(s, zeros(s)), SUMS_AT, SIDE);
    put(s, TS_S_SHARED, TS_u32, ts_s_i32(s, SUMS_AT), 0, 0, 0);
}
/* Whichever lane comes first: it has not written the word alone. */
BODY(unload_read_by_a_lane)
{
    fill(s);
    unload(s, both(s, zeros(s)), SUMS_AT, SIDE);
    put(s, TS_S_IF, 0, op(s, TS_eq_, thread(s), ts_s_i32(s, 0)), 0, 0, 0);
    put(s, TS_S_SHARED, TS_u32, ts_s_i32(s, SUMS_AT), 0, 0, 0);
    put(s, TS_S_END, 0, 0, 0, 0, 0);
}
BODY(unload_by_two_subgroups)
{
    s->threads = 64;
    unload(s, zeros(s), SUMS_AT, SIDE);
}
/* Targets. */
BODY(half_a_subgroup)
{
    s->threads = 16;
    unload(s, zeros(s), SUMS_AT, SIDE);
}
BODY(unit_missing)
{
    static const ts_simt_traits none = {.threads = 64, .max_threads = 64, .shared_bytes = 4096};
    s->traits = &none;
    put(s, TS_S_SUBGROUP, TS_i32, 0, 0, 0, 0);
}

static const struct {
    body *build;
    const char *reason; /* "": none */
} forms[] = {
    {fine, ""},
    {taken_apart, "is of type"},
    {added_up, "is not for type"},
    {chosen, "chooses between matrices"},
    {shuffled, "mask 1 in a subgroup of 0"},
    {shared, "is of type"},
    {read_as_bits, "not from type"},
    {ones, "sums of 1"},
    {rows_too_short, "rows of 4 words"},
    {rows_between_quads, "rows of 9 words"},
    {of_bf16, "gives type"},
    {as_sums, "gives type"},
    {as_quad, "gives type"},
    {fragment_between_quads, "not where a quad begins"},
    {fragment_unwritten, "never written"},
    {fragment_behind, "word -4 of"},
    {fragment_of_several, "lanes name other words"},
    {fragment_in_if, "stands in an IF"},
    {fragment_race, "without a barrier"},
    {sides_changed, "is of type"},
    {same_side, "is of type"},
    {other_elements, "is of type"},
    {upper_rows, "no such rows"},
    {added_to_a_quad, "is of type"},
    {changed_in_some_lanes, "wrong sums"},
    {unload_too_short, "rows of 8 words"},
    {unload_between_quads, "rows of 18 words"},
    {unload_behind, "of 384 words"},
    {unload_of_a_fragment, "is of type"},
    {unload_over_what_is_read, "without a barrier"},
    {unload_read_at_once, "without a barrier"},
    {unload_read_by_a_lane, "without a barrier"},
    {unload_by_two_subgroups, "without a barrier"},
    {half_a_subgroup, "no such matrix units"},
    {unit_missing, "no such matrix units"},
};

/* Twice row i times row j, if anything came out. */
static const char *verdict(const uint32_t *out)
{
    for (int i = 0; i < SIDE * SIDE; i++) {
        float have, want = (float)(2 * SIDE * (1 + i / SIDE) * (1 + i % SIDE));
        memcpy(&have, &out[i], 4);
        if (have != want) return "wrong sums";
    }
    return "";
}

static void every_rule_is_enforced(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        for (uint64_t seed = 1; seed < 4; seed++) {
            uint32_t out[SIDE * SIDE] = {0};
            void *buffer[] = {out};
            const size_t bytes[] = {sizeof out};
            struct ts_simt_launch l = {.buffer = buffer, .bytes = bytes, .groups = 1, .seed = seed};
            ts_error err = {0};
            ts_simt *s = fresh();
            forms[i].build(s);
            const char *why = ts_simt_run(s, &l, &err) ? err.text : verdict(out);
            bool good = *forms[i].reason ? strstr(why, forms[i].reason) != NULL : !*why;
            if (!good) fail_msg("form %zu: not '%s' but '%s'", i, forms[i].reason, why);
            ts_simt_free(s);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_rule_is_enforced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#define LANES 16
/* Third part of the prelude, for CPUs with a matrix unit (lane/unit.c): what cuts numbers into pieces in bf16, and the
 * product of what is cut. Squares are 16 vectors of words, two numbers each. Without the unit the same is computed
 * word by word, for a check of texts on any CPU. */

FN vi v_words_h(vh low, vh high)
{
    vi r;
    memcpy(&r, &low, sizeof low);
    memcpy((char *)&r + sizeof low, &high, sizeof high);
    return r;
}

#if defined(__AVX512BW__) && LANES == 16
FN vi v_words_f(vf low, vf high)
{
    const __m512i upper =
        _mm512_set_epi16(63, 61, 59, 57, 55, 53, 51, 49, 47, 45, 43, 41, 39, 37, 35, 33, 31, 29, 27,
                         25, 23, 21, 19, 17, 15, 13, 11, 9, 7, 5, 3, 1);
    return (vi)_mm512_permutex2var_epi16((__m512i)low, upper, (__m512i)high);
}
#else
FN vi v_words_f(vf low, vf high)
{
    vh a = __builtin_convertvector((vu)low >> 16, vh),
       b = __builtin_convertvector((vu)high >> 16, vh);
    return v_words_h(a, b);
}
#endif
FN vi v_join_h(vh low, vh high) { return (vi)(wide_h(low) | wide_h(high) << 16); }
FN vi v_join_f(vf low, vf high) { return (vi)((vu)low >> 16 | ((vu)high & 0xffff0000u)); }
FN vf v_rest_f(vf a) { return a - (vf)((vu)a & 0xffff0000u); }

/* c[m,n] (add: +)= a[m,k] b[n,k]^T: m, n, k in rows, slots of c and 32 numbers; pieces of an element of a and b. Of
 * products of pieces those count that are above 2^-24. */
typedef struct unit {
    vf *c;
    const vi *a, *b;
    int m, n, k, a_pieces, b_pieces, add;
} unit;
enum { SQUARE = 16, ORDERS = 3 };

#if defined(__AMX_BF16__) || defined(__AMXBF16__) /* clang before 16 */
#define UNIT_A(r)    (u->a + ((((long)m + r) * u->k + k) * u->a_pieces + i) * SQUARE)
#define UNIT_B(r)    (u->b + ((((long)n + r) * u->k + k) * u->b_pieces + j) * SQUARE)
#define UNIT_C(r, s) (u->c + (((long)m + r) * SQUARE * u->n + n + s))
/* rows x cols squares of c, 1 or 2 of each, in tiles 0..3; of b in 4 and 5; of a in 6 and 7. */
FN void unit_block(const unit *u, int m, int n, int rows, int cols)
{
    const long line = sizeof(vi), down = (long)u->n * line;
    _tile_zero(0);
    _tile_zero(1);
    _tile_zero(2);
    _tile_zero(3);
    if (u->add) {
        _tile_loadd(0, UNIT_C(0, 0), down);
        if (cols > 1) _tile_loadd(1, UNIT_C(0, 1), down);
        if (rows > 1) _tile_loadd(2, UNIT_C(1, 0), down);
        if (rows > 1 && cols > 1) _tile_loadd(3, UNIT_C(1, 1), down);
    }
    for (int k = 0; k < u->k; k++)
#pragma GCC unroll 3
        for (int j = 0; j < u->b_pieces; j++) {
            _tile_loadd(4, UNIT_B(0), line);
            if (cols > 1) _tile_loadd(5, UNIT_B(1), line);
#pragma GCC unroll 3
            for (int i = 0; i < u->a_pieces && i + j < ORDERS; i++) {
                _tile_loadd(6, UNIT_A(0), line);
                _tile_dpbf16ps(0, 6, 4);
                if (cols > 1) _tile_dpbf16ps(1, 6, 5);
                if (rows == 1) continue;
                _tile_loadd(7, UNIT_A(1), line);
                _tile_dpbf16ps(2, 7, 4);
                if (cols > 1) _tile_dpbf16ps(3, 7, 5);
            }
        }
    _tile_stored(0, UNIT_C(0, 0), down);
    if (cols > 1) _tile_stored(1, UNIT_C(0, 1), down);
    if (rows > 1) _tile_stored(2, UNIT_C(1, 0), down);
    if (rows > 1 && cols > 1) _tile_stored(3, UNIT_C(1, 1), down);
}
FN void unit_columns(const unit *u, int n, int cols)
{
    int m = 0;
    for (; m + 2 <= u->m; m += 2) unit_block(u, m, n, 2, cols);
    if (m < u->m) unit_block(u, m, n, 1, cols);
}
/* gcc does not know that its tile instructions read and write memory. */
FN void unit_run(const unit *u)
{
    static const struct {
        uint8_t palette, start, unused[14];
        uint16_t bytes[16];
        uint8_t rows[16];
    } tiles = {1, 0, {0}, {64, 64, 64, 64, 64, 64, 64, 64}, {16, 16, 16, 16, 16, 16, 16, 16}};
    int n = 0;
    __asm__ volatile("" ::: "memory");
    _tile_loadconfig(&tiles);
    for (; n + 2 <= u->n; n += 2) unit_columns(u, n, 2);
    if (n < u->n) unit_columns(u, n, 1);
    _tile_release();
    __asm__ volatile("" ::: "memory");
}
#else
FN float unit_low(int32_t words)
{
    float r;
    words = (int32_t)((uint32_t)words << 16);
    memcpy(&r, &words, 4);
    return r;
}
FN float unit_high(int32_t words)
{
    float r;
    words &= (int32_t)0xffff0000u;
    memcpy(&r, &words, 4);
    return r;
}
/* A square of b meets one row of words of a. */
FN vf unit_row(vf t, const int32_t *a, const vi *b)
{
    for (int i = 0; i < SQUARE; i++) {
        vf low = (vf)((vu)b[i] << 16), high = (vf)((vu)b[i] & 0xffff0000u);
        t = v_fma_f(sp_f(unit_high(a[i])), high, v_fma_f(sp_f(unit_low(a[i])), low, t));
    }
    return t;
}
FN void unit_run(const unit *u)
{
    for (long r = 0; r < (long)u->m * SQUARE; r++)
        for (long n = 0; n < u->n; n++) {
            vf *c = u->c + r * u->n + n, t = u->add ? *c : (vf){0};
            for (long k = 0; k < u->k; k++)
                for (int j = 0; j < u->b_pieces; j++)
                    for (int i = 0; i < u->a_pieces && i + j < ORDERS; i++) {
                        const vi *a = u->a + ((r / SQUARE * u->k + k) * u->a_pieces + i) * SQUARE +
                                      r % SQUARE;
                        t = unit_row(t, (const int32_t *)a,
                                     u->b + ((n * u->k + k) * u->b_pieces + j) * SQUARE);
                    }
            *c = t;
        }
}
#endif
FN void unit_dot(vf *c, const vi *a, const vi *b, int m, int n, int k, int a_pieces, int b_pieces,
                 int add)
{
    const unit u = {c, a, b, m, n, k, a_pieces, b_pieces, add};
    unit_run(&u);
}

/* ---- rms_norm_1536 ---- */

/* tessera kernel=rms_norm_1536 entry=ts_rms_norm_1536 params=i32:x:1536,i16:gamma:1536,o32:y:1536 sizes=0 cost=1 */

long ts_rms_norm_1536_grid(const int32_t *const *size UNUSED)
{
    return 1;
}

FN void rms_norm_1536_run1(void *const *buf UNUSED, const int32_t *const *size UNUSED, long pid_0 UNUSED)
{
    const void *const b2 UNUSED = buf[0]; /* x */
    const void *const b3 UNUSED = buf[1]; /* gamma */
    void *const b4 UNUSED = buf[2]; /* y */
    vf v6[1] UNUSED;
    v6[0] = sp_f(0.0f);
    int64_t i8 = 0;
    for (; i8 < 1536; i8 += 32) {
        const int32_t v8 UNUSED = (int32_t)i8;
        vf v9[1] UNUSED;
        v9[0] = ld_f(b2, (int64_t)v8);
        v6[0] = v_fma_f(v9[0], v9[0], v6[0]);
        const int32_t v14 UNUSED = (v8 + 16);
        vf v15[1] UNUSED;
        v15[0] = ld_f(b2, (int64_t)v14);
        v6[0] = v_fma_f(v15[0], v15[0], v6[0]);
    }
    float v21 UNUSED;
    {
        vf t = sp_f(0.0f);
        t = t + v6[0];
        v21 = h_sum_f(t);
    }
    const float v23 UNUSED = (v21 / 1536.0f);
    const float v25 UNUSED = (v23 + 9.99999997e-07f);
    const float v26 UNUSED = s_rsqrt_f(v25);
    int64_t i27 = 0;
    for (; i27 < 1536; i27 += 64) {
        const int32_t v27 UNUSED = (int32_t)i27;
        st_f(b4, (int64_t)v27, ((ld_f(b2, (int64_t)v27) * sp_f(v26)) * cv_bf16_f32(ld_h(b3, (int64_t)v27))));
        st_f(b4, (int64_t)v27 + 1 * LANES, ((ld_f(b2, (int64_t)v27 + 1 * LANES) * sp_f(v26)) * cv_bf16_f32(ld_h(b3, (int64_t)v27 + 1 * LANES))));
        st_f(b4, (int64_t)v27 + 2 * LANES, ((ld_f(b2, (int64_t)v27 + 2 * LANES) * sp_f(v26)) * cv_bf16_f32(ld_h(b3, (int64_t)v27 + 2 * LANES))));
        st_f(b4, (int64_t)v27 + 3 * LANES, ((ld_f(b2, (int64_t)v27 + 3 * LANES) * sp_f(v26)) * cv_bf16_f32(ld_h(b3, (int64_t)v27 + 3 * LANES))));
    }
}

void ts_rms_norm_1536(void *const *buf, const int32_t *const *size, long lo, long hi)
{
    for (long i = lo; i < hi; i++) rms_norm_1536_run1(buf, size, i);
}


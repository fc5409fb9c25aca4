/* Third part of the prelude, for CPUs with a matrix unit (lane/unit.c): what cuts numbers into pieces in bf16, and the
 * product of what is cut. Squares are 16 vectors of words, two numbers each. Without the unit the same is computed
 * word by word, for a check of texts on any CPU. */

#if defined(__AVX512BW__) && LANES == 16
FN vi v_words_h(vh low, vh high)
{
    return (vi)_mm512_inserti64x4(_mm512_castsi256_si512((__m256i)low), (__m256i)high, 1);
}
FN vi v_words_f(vf low, vf high)
{
    const __m512i upper =
        _mm512_set_epi16(63, 61, 59, 57, 55, 53, 51, 49, 47, 45, 43, 41, 39, 37, 35, 33, 31, 29, 27,
                         25, 23, 21, 19, 17, 15, 13, 11, 9, 7, 5, 3, 1);
    return (vi)_mm512_permutex2var_epi16((__m512i)low, upper, (__m512i)high);
}
#else
FN vi v_words_h(vh low, vh high)
{
    vi r;
    memcpy(&r, &low, sizeof low);
    memcpy((char *)&r + sizeof low, &high, sizeof high);
    return r;
}
FN vi v_words_f(vf low, vf high)
{
    vh a = __builtin_convertvector((vu)low >> 16, vh),
       b = __builtin_convertvector((vu)high >> 16, vh);
    return v_words_h(a, b);
}
#endif
FN vi v_join_h(vh low, vh high)
{
    return (vi)(wide_h(low) | wide_h(high) << 16);
}
FN vi v_join_f(vf low, vf high)
{
    return (vi)((vu)low >> 16 | ((vu)high & 0xffff0000u));
}
FN vf v_rest_f(vf a)
{
    return a - (vf)((vu)a & 0xffff0000u);
}

/* c[m,n] (add: +)= a[m,k] b[n,k]^T: m, n, k in rows, slots of c and 32 numbers; pieces of an element of a and b. Of
 * products of pieces those count that are above 2^-24. */
typedef struct unit {
    vf *c;
    const vi *a, *b;
    int m, n, k, a_pieces, b_pieces, add;
} unit;
enum { SQUARE = 16, ORDERS = 3 };

/* c[m,n] (add: +)= x[m,k] w[n,k]^T where rows of w pass by: w as of `few`, 16 rows of x a square that is turned. What
 * the unit makes is turned on its way to c. First pieces of w meet those of `low`, too, if it is there. Rows of x from
 * `live` on are zeros. */
typedef struct pass {
    vf *c;
    const vi *x, *low;
    const char *w;
    long line, piece, deep, down;
    int m, n, k, x_pieces, w_pieces, add;
    long live;
} pass;

/* The same for few rows x[m,k], at most 16, and w[n,k], which is read where it lies: in memory, if it is bf16 there, or
 * as squares. So there are bytes between rows, pieces, squares along k and squares of rows of it. Pieces of the rows of x
 * lie side by side, lane p * m + i of its squares being piece p of row i, and are added up in the end. */
typedef struct few {
    vf *c;
    const vi *x;
    const char *w;
    long line, piece, deep, down;
    int m, n, k, x_pieces, w_pieces, add, ahead; /* ahead: bytes, of a prefetch; 0: none */
} few;

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
/* Around all programs of a call. */
FN void unit_begin(void)
{
    static const struct {
        uint8_t palette, start, unused[14];
        uint16_t bytes[16];
        uint8_t rows[16];
    } tiles = {1, 0, {0}, {64, 64, 64, 64, 64, 64, 64, 64}, {16, 16, 16, 16, 16, 16, 16, 16}};
    _tile_loadconfig(&tiles);
}
FN void unit_end(void)
{
    _tile_release();
}
/* gcc does not know that its tile instructions read and write memory. */
FN void unit_run(const unit *u)
{
    int n = 0;
    __asm__ volatile("" ::: "memory");
    for (; n + 2 <= u->n; n += 2) unit_columns(u, n, 2);
    if (n < u->n) unit_columns(u, n, 1);
    __asm__ volatile("" ::: "memory");
}
/* rows x 16 rows of w, 1 or 2 times 16, times the squares of x: t[16 rows, tiles] in tiles 0..5; of w in 6, of x in 7. */
FN void few_products(const few *u, int n, int rows, int tiles, vf *t)
{
    const long line = sizeof(vi), down = tiles * line;
    __asm__ volatile("" ::: "memory");
    _tile_zero(0);
    _tile_zero(1);
    _tile_zero(2);
    _tile_zero(3);
    _tile_zero(4);
    _tile_zero(5);
    for (int k = 0; k < u->k; k++)
#pragma GCC unroll 3
        for (int j = 0; j < u->w_pieces; j++) {
            const char *w = u->w + n * u->down + k * u->deep + j * u->piece;
            const vi *x = u->x + (long)k * tiles * SQUARE;
#pragma GCC unroll 16
            for (int i = 0; i < SQUARE && u->ahead; i++)
                __builtin_prefetch(w + i * u->line + u->ahead);
            _tile_loadd(6, w, u->line);
            if (tiles > 2) _tile_loadd(7, x + 2 * SQUARE, line);
            if (tiles > 2) _tile_dpbf16ps(2, 6, 7);
            if (tiles > 1) _tile_loadd(7, x + SQUARE, line);
            if (tiles > 1) _tile_dpbf16ps(1, 6, 7);
            _tile_loadd(7, x, line);
            _tile_dpbf16ps(0, 6, 7);
            if (rows == 1) continue;
#pragma GCC unroll 16
            for (int i = 0; i < SQUARE && u->ahead; i++)
                __builtin_prefetch(w + u->down + i * u->line + u->ahead);
            _tile_loadd(6, w + u->down, u->line);
            _tile_dpbf16ps(3, 6, 7);
            if (tiles > 1) _tile_loadd(7, x + SQUARE, line);
            if (tiles > 1) _tile_dpbf16ps(4, 6, 7);
            if (tiles > 2) _tile_loadd(7, x + 2 * SQUARE, line);
            if (tiles > 2) _tile_dpbf16ps(5, 6, 7);
        }
    _tile_stored(0, t, down);
    if (tiles > 1) _tile_stored(1, t + 1, down);
    if (tiles > 2) _tile_stored(2, t + 2, down);
    if (rows > 1) _tile_stored(3, t + SQUARE * tiles, down);
    if (rows > 1 && tiles > 1) _tile_stored(4, t + SQUARE * tiles + 1, down);
    if (rows > 1 && tiles > 2) _tile_stored(5, t + SQUARE * tiles + 2, down);
    __asm__ volatile("" ::: "memory");
}
#define PASS_W(r)    (u->w + (n + r) * u->down + k * u->deep + j * u->piece)
#define PASS_X(s, i) (u->x + (((long)(m + s) * u->k + k) * u->x_pieces + i) * SQUARE)
#define PASS_L(s)    (u->low + ((long)(m + s) * u->k + k) * SQUARE)
/* rows x cols squares, 1 or 2 of each, to t[rows,2,16] by way of tiles 0..3; of w in 4 and 5, of x in 6 and 7. */
FN void pass_products(const pass *u, int n, int m, int rows, int cols, vf *t)
{
    const long line = sizeof(vi);
    __asm__ volatile("" ::: "memory");
    _tile_zero(0);
    _tile_zero(1);
    _tile_zero(2);
    _tile_zero(3);
    for (long k = 0; k < u->k; k++)
#pragma GCC unroll 3
        for (int j = 0; j < u->w_pieces; j++) {
            _tile_loadd(4, PASS_W(0), u->line);
            if (rows > 1) _tile_loadd(5, PASS_W(1), u->line);
            if (u->low && !j) {
                _tile_loadd(6, PASS_L(0), line);
                _tile_dpbf16ps(0, 4, 6);
                if (rows > 1) _tile_dpbf16ps(2, 5, 6);
                if (cols > 1) _tile_loadd(7, PASS_L(1), line);
                if (cols > 1) _tile_dpbf16ps(1, 4, 7);
                if (cols > 1 && rows > 1) _tile_dpbf16ps(3, 5, 7);
            }
#pragma GCC unroll 3
            for (int i = 0; i < u->x_pieces && i + j < ORDERS; i++) {
                if (!j || u->x_pieces > 1) _tile_loadd(6, PASS_X(0, i), line);
                _tile_dpbf16ps(0, 4, 6);
                if (rows > 1) _tile_dpbf16ps(2, 5, 6);
                if (cols > 1 && (!j || u->x_pieces > 1)) _tile_loadd(7, PASS_X(1, i), line);
                if (cols > 1) _tile_dpbf16ps(1, 4, 7);
                if (cols > 1 && rows > 1) _tile_dpbf16ps(3, 5, 7);
            }
        }
    _tile_stored(0, t, line);
    if (cols > 1) _tile_stored(1, t + SQUARE, line);
    if (rows > 1) _tile_stored(2, t + 2 * SQUARE, line);
    if (cols > 1 && rows > 1) _tile_stored(3, t + 3 * SQUARE, line);
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
FN void few_products(const few *u, int n, int rows, int tiles, vf *t)
{
    for (long r = 0; r < (long)rows * SQUARE; r++)
        for (int s = 0; s < tiles; s++) {
            vf sum = {0};
            for (long k = 0; k < u->k; k++)
                for (int j = 0; j < u->w_pieces; j++) {
                    int32_t words[SQUARE];
                    memcpy(words,
                           u->w + (n + r / SQUARE) * u->down + r % SQUARE * u->line + k * u->deep +
                               j * u->piece,
                           sizeof words);
                    sum = unit_row(sum, words, u->x + (k * tiles + s) * SQUARE);
                }
            t[r * tiles + s] = sum;
        }
}
/* All products of pieces of a row of w with a square of x. */
FN vf pass_row(const pass *u, long n, int m, int r)
{
    vf sum = {0};
    for (long k = 0; k < u->k; k++)
        for (int j = 0; j < u->w_pieces; j++) {
            const vi *x = u->x + ((long)m * u->k + k) * u->x_pieces * SQUARE;
            int32_t words[SQUARE];
            memcpy(words, u->w + n * u->down + r * u->line + k * u->deep + j * u->piece,
                   sizeof words);
            if (u->low && !j) sum = unit_row(sum, words, u->low + ((long)m * u->k + k) * SQUARE);
            for (int i = 0; i < u->x_pieces && i + j < ORDERS; i++)
                sum = unit_row(sum, words, x + i * SQUARE);
        }
    return sum;
}
FN void pass_products(const pass *u, int n, int m, int rows, int cols, vf *t)
{
    for (int r = 0; r < rows * SQUARE; r++)
        for (int s = 0; s < cols; s++)
            t[(r / SQUARE * 2 + s) * SQUARE + r % SQUARE] =
                pass_row(u, n + r / SQUARE, m + s, r % SQUARE);
}
FN void unit_begin(void)
{
}
FN void unit_end(void)
{
}
#endif
FN void unit_dot(vf *c, const vi *a, const vi *b, int m, int n, int k, int a_pieces, int b_pieces,
                 int add)
{
    const unit u = {c, a, b, m, n, k, a_pieces, b_pieces, add};
    unit_run(&u);
}

enum { MOST_TILES = 3 };

/* Of 16 rows of w: sums of pieces, the smallest first, as rows of c. What the unit has just stored is loaded in the
 * vectors that it stored: any other would wait for memory. */
FN void few_sums(const few *u, int n, int tiles, const vf *t)
{
    vf q[MOST_TILES * SQUARE];
    for (int s = 0; s < tiles; s++) {
        for (int i = 0; i < SQUARE; i++) q[s * SQUARE + i] = t[(long)i * tiles + s];
        turn_f(q + s * SQUARE);
    }
    for (int i = 0; i < u->m; i++) {
        vf sum = q[(u->x_pieces - 1) * u->m + i], *to = u->c + (long)i * u->n + n;
        for (int p = u->x_pieces - 2; p >= 0; p--) sum += q[p * u->m + i];
        *to = u->add ? *to + sum : sum;
    }
}
FN void few_run(const few *u)
{
    const int tiles = (u->m * u->x_pieces + SQUARE - 1) / SQUARE;
    vf t[2 * SQUARE * MOST_TILES];
    for (int n = 0; n < u->n; n += 2) {
        const int rows = n + 1 < u->n ? 2 : 1;
        if (rows == 2)
            few_products(u, n, 2, tiles, t);
        else
            few_products(u, n, 1, tiles, t);
        few_sums(u, n, tiles, t);
        if (rows == 2) few_sums(u, n + 1, tiles, t + SQUARE * tiles);
    }
}
/* w in memory, `line` bytes from row to row */
FN void few_dot(vf *c, const vi *x, const char *w, long line, int m, int n, int k, int pieces,
                int add, int ahead)
{
    const few u = {c, x, w, line, 0, sizeof(vi), SQUARE * line, m, n, k, pieces, 1, add, ahead};
    few_run(&u);
}
FN void few_dot_cut(vf *c, const vi *x, const vi *w, int m, int n, int k, int x_pieces,
                    int w_pieces, int add)
{
    const long line = sizeof(vi), piece = SQUARE * line, deep = w_pieces * piece;
    const few u = {c, x, (const char *)w, line,     piece, deep, k * deep, m,
                   n, k, x_pieces,        w_pieces, add,   0};
    few_run(&u);
}

/* A square that the unit made, turned: 16 rows of c, of those columns that are slot n. */
FN void pass_sums(const pass *u, int n, int m, const vf *t)
{
    vf q[SQUARE];
    for (int i = 0; i < SQUARE; i++) q[i] = t[i];
    turn_f(q);
    for (int i = 0; i < SQUARE; i++) {
        vf *to = u->c + ((long)m * SQUARE + i) * u->n + n;
        *to = u->add ? *to + q[i] : q[i];
    }
}
FN void pass_block(const pass *u, int n, int m, int rows, int cols)
{
    vf t[4 * SQUARE];
    pass_products(u, n, m, rows, cols, t);
    for (int r = 0; r < rows; r++)
        for (int s = 0; s < cols; s++) pass_sums(u, n + r, m + s, t + (r * 2 + s) * SQUARE);
}
FN void pass_columns(const pass *u, int n, int rows, int live)
{
    int m = 0;
    for (; m + 2 <= live; m += 2) pass_block(u, n, m, rows, 2);
    if (m < live) pass_block(u, n, m++, rows, 1);
    for (long i = (long)m * SQUARE; i < (long)u->m * SQUARE && !u->add; i++)
        for (int r = 0; r < rows; r++) u->c[i * u->n + n + r] = (vf){0};
}
FN void pass_run(const pass *u)
{
    const long squares = (u->live + SQUARE - 1) / SQUARE;
    const int live = squares < 0 ? 0 : squares < u->m ? (int)squares : u->m;
    int n = 0;
    for (; n + 2 <= u->n; n += 2) pass_columns(u, n, 2, live);
    if (n < u->n) pass_columns(u, n, 1, live);
}
/* w in memory, `line` bytes from row to row; m: squares of x, n: of w */
FN void pass_dot(vf *c, const vi *x, const vi *low, const char *w, long line, int m, int n, int k,
                 int x_pieces, int w_pieces, int add, long live)
{
    const pass u = {c, x, low, w,        line,     0,   sizeof(vi), SQUARE * line,
                    m, n, k,   x_pieces, w_pieces, add, live};
    pass_run(&u);
}
FN void pass_dot_cut(vf *c, const vi *x, const vi *low, const vi *w, int m, int n, int k,
                     int x_pieces, int w_pieces, int add, long live)
{
    const long line = sizeof(vi), piece = SQUARE * line, deep = w_pieces * piece;
    const pass u = {c, x, low, (const char *)w, line,     piece, deep, k * deep,
                    m, n, k,   x_pieces,        w_pieces, add,   live};
    pass_run(&u);
}

/* ---- end of the part for a matrix unit ---- */

/* dot.c - contractions in the SIMT form.
 *
 * A result with few rows or columns is computed column by column: each thread has columns of it, and
 * for each step of k meets an element of b with every row of a. From 16 x 16 on it is a product: each
 * thread has a block of R rows and C columns in registers, and for each step of k reads R elements of
 * a and C of b from shared memory for R x C sums:
 *
 *                  k                             C
 *          +---------------+               +-----------+
 *        R | a of a thread |    x    k     |     b     |    =    R x C sums of a thread
 *          +---------------+               +-----------+
 *
 * Four steps of k are taken at once, so that a row's four elements are one read of 16 bytes (or 8, or 4,
 * where elements of 16 or 8 bits are kept as they are in memory, and widened when they are read).
 * What lies in memory goes to shared memory without a detour through registers (stage.c). */
#include "simt/lower.h"

/* Element of an operand of a dot, widened to the dtype of the accumulator. */
static uint32_t wide(ts_lower *l, uint32_t id, ts_dtype to, ts_element e)
{
    return ts_s_cast(l->s, ts_low_element(l, id, e), l->k->op[id].dtype, to);
}

static uint32_t multiply_add(ts_lower *l, ts_dtype t, uint32_t a, uint32_t b, uint32_t c)
{
    if (t == TS_f32) return ts_s_op(l->s, TS_fma_, a, b, c);
    return ts_s_op(l->s, TS_add_, ts_s_op(l->s, TS_mul_, a, b, 0), c, 0);
}

static uint32_t addend(ts_lower *l, const ts_op *o, ts_element e)
{
    if (!o->arg[2]) return ts_s_const(l->s, o->dtype, 0);
    return ts_low_element(l, o->arg[2], e);
}

static ts_element of_b(const ts_op *o, uint32_t k, uint32_t n)
{
    return o->op == TS_dot_t_ ? ts_low_any(n, k) : ts_low_any(k, n);
}

/* Variables that begin as the addend, and what they hold in the end. */
void ts_low_begin_sums(ts_lower *l, uint32_t id, const ts_element *own, uint32_t *sum, int n)
{
    const ts_op *o = &l->k->op[id];
    for (int i = 0; i < n; i++)
        sum[i] =
            ts_s_put(l->s, (ts_sinst){.op = TS_S_VAR, .type = o->dtype, .a = addend(l, o, own[i])});
}

void ts_low_end_sums(ts_lower *l, const ts_op *o, uint32_t *sum, int n)
{
    for (int i = 0; i < n; i++)
        sum[i] = ts_s_put(l->s, (ts_sinst){.op = TS_S_GET, .type = o->dtype, .a = sum[i]});
}

/* ---- column by column ---- */

/* The sums of one own column take in a(., k) b. */
static void add_column(ts_lower *l, uint32_t id, const ts_element *own, const uint32_t *sum,
                       int rows, int each, uint32_t k, uint32_t b)
{
    ts_simt *s = l->s;
    const ts_op *o = &l->k->op[id];
    for (int r = 0; r < rows; r++) {
        uint32_t a = wide(l, o->arg[0], o->dtype, ts_low_any(own[r * each].row, k));
        uint32_t v = sum[r * each];
        uint32_t old = ts_s_put(s, (ts_sinst){.op = TS_S_GET, .type = o->dtype, .a = v});
        ts_s_put(s, (ts_sinst){.op = TS_S_SET, .a = v, .b = multiply_add(l, o->dtype, a, b, old)});
    }
}

/* One step of k for all own elements: a column of b meets every row of a. */
static void dot_step(ts_lower *l, uint32_t id, const ts_element *own, const uint32_t *sum, int rows,
                     int each, uint32_t k)
{
    const ts_op *o = &l->k->op[id];
    for (int j = 0; j < each; j++) {
        uint32_t b = wide(l, o->arg[1], o->dtype, of_b(o, k, own[j].col));
        add_column(l, id, own + j, sum + j, rows, each, k, b);
    }
}

/* b as a load, perhaps widened, whose rows lie along k; 0 if it is something else. */
static uint32_t plain_load(const ts_lower *l, const ts_op *o)
{
    uint32_t b = o->arg[1];
    if (o->op != TS_dot_t_) return 0;
    if (l->k->op[b].op == TS_cast_ && l->plan->note[b].inlined) b = l->k->op[b].arg[0];
    return l->k->op[b].op == TS_load_ && l->plan->note[b].inlined ? b : 0;
}

/* Sixteen bytes of each row of b in one step of k. */
static void dot_run(ts_lower *l, uint32_t id, const ts_element *own, const uint32_t *sum, int rows,
                    int each, uint32_t k, uint32_t load)
{
    ts_simt *s = l->s;
    const ts_op *o = &l->k->op[id], *b = &l->k->op[o->arg[1]];
    int n = ts_low_run(l, load);
    uint32_t code[16] = {0};
    for (int j = 0; j < each; j++) {
        ts_low_load_run(l, load, ts_low_any(own[j].col, k), code);
        for (int i = 0; i < n; i++) {
            uint32_t x = ts_s_cast(s, code[i], l->k->op[load].dtype, b->dtype);
            x = ts_s_cast(s, x, b->dtype, o->dtype);
            add_column(l, id, own + j, sum + j, rows, each,
                       ts_s_op(s, TS_add_, k, ts_s_i32(s, i), 0), x);
        }
    }
}

enum {
    UNROLLED = 16
}; /* steps of k that are written out, so that copies are picked by constants */

/* own: the elements of this thread, rows x each; their values replace sum[]. */
static void dot_own(ts_lower *l, uint32_t id, const ts_element *own, uint32_t *sum, int rows,
                    int each)
{
    ts_simt *s = l->s;
    const ts_op *o = &l->k->op[id];
    int inner = ts_cols(&l->k->op[o->arg[0]]);
    ts_low_begin_sums(l, id, own, sum, rows * each);
    if (inner <= UNROLLED) {
        for (int k = 0; k < inner; k++) dot_step(l, id, own, sum, rows, each, ts_s_i32(s, k));
    } else {
        uint32_t load = plain_load(l, o);
        int run = load ? ts_low_run(l, load) : 0;
        uint32_t k = ts_low_for(l, ts_s_i32(s, 0), ts_s_i32(s, inner), ts_s_i32(s, run ? run : 1),
                                run ? 0 : s->traits->unroll);
        if (run)
            dot_run(l, id, own, sum, rows, each, k, load);
        else
            dot_step(l, id, own, sum, rows, each, k);
        ts_low_end(l);
    }
    ts_low_end_sums(l, o, sum, rows * each);
}

/* ---- products ---- */

enum { LEAST = 16 }; /* rows, columns and steps of k of a product */

bool ts_low_is_product(const ts_kern *k, const ts_op *o)
{
    if (o->op != TS_dot_ && o->op != TS_dot_t_) return false;
    return ts_rows(o) >= LEAST && ts_cols(o) >= LEAST && ts_cols(&k->op[o->arg[0]]) >= LEAST;
}

const ts_product *ts_low_product(const ts_lower *l, const ts_op *o)
{
    for (int i = 0; i < l->products && o->rank == 2; i++)
        if (l->product[i].rows == ts_rows(o) && l->product[i].cols == ts_cols(o))
            return &l->product[i];
    return NULL;
}

static void note_shape(ts_lower *l, const ts_op *o)
{
    bool along = o->op == TS_dot_t_;
    for (int i = 0; i < l->products; i++) {
        ts_product *x = &l->product[i];
        if (x->rows != ts_rows(o) || x->cols != ts_cols(o)) continue;
        x->along &= along;
        return;
    }
    if (l->products < TS_PRODUCTS)
        l->product[l->products++] =
            (ts_product){.rows = ts_rows(o), .cols = ts_cols(o), .along = along};
}

static bool reads_memory(ts_opcode op)
{
    return op == TS_load_ || op == TS_gather_;
}

static bool from_memory(const ts_lower *l, uint32_t id, int depth)
{
    const ts_op *o = &l->k->op[id];
    bool known = reads_memory(o->op) || ts_is_elem(o->op) || o->op == TS_select_ ||
                 o->op == TS_cast_ || o->op == TS_bits_ || o->op == TS_splat_ ||
                 o->op == TS_repeat_ || o->op == TS_iota_ || o->op == TS_const_;
    if (!known || !depth) return false;
    for (int a = 0; a < o->argc && !reads_memory(o->op); a++) {
        uint32_t x = o->arg[a];
        bool is_tile = x && l->k->op[x].rank && l->k->op[x].sort == TS_VALUE;
        if (is_tile && !(l->plan->note[x].inlined && from_memory(l, x, depth - 1))) return false;
    }
    return true;
}

bool ts_low_from_memory(const ts_lower *l, uint32_t id)
{
    enum { DEPTH = 8 };
    return from_memory(l, id, DEPTH);
}

/* What of o the target's subgroups would multiply. */
static ts_matrix_kind by_unit(const ts_lower *l, const ts_op *o)
{
    const ts_simt_traits *t = ts_simt_traits_of(l->plan->target);
    const ts_matrix *u = t->matrix;
    bool fits = u && (u->opaque ? !l->apart : t->subgroup == u->lanes);
    return fits ? ts_low_kind(l->k, o, u) : TS_KINDS;
}

/* One or two instructions make an f32 of it, so it is kept as it is. */
static bool is_cheap(const ts_lower *l, ts_dtype t)
{
    const ts_simt_traits *traits = ts_simt_traits_of(l->plan->target);
    return t == TS_bf16 || (t == TS_f16 && traits->half) || t == TS_i8 || t == TS_u8;
}

/* narrow: for a matrix unit, which takes it as it is in memory. True if that is something new. */
static bool stage(ts_lower *l, uint32_t id, bool narrow)
{
    const ts_op *o = &l->k->op[id];
    bool widens = o->op == TS_cast_ && reads_memory(l->k->op[o->arg[0]].op) &&
                  (narrow || is_cheap(l, l->k->op[o->arg[0]].dtype));
    if (widens) {
        l->plan->note[id].inlined = true;
        id = o->arg[0];
    }
    if (ts_count(&l->k->op[id]) <= TS_COPIES_MOST || l->at[id].operand) return false;
    if (ts_cols(&l->k->op[id]) == 1)
        return false; /* a column lies along the threads, not row by row */
    l->at[id].operand = true;
    l->at[id].staged = ts_low_from_memory(l, id);
    if (l->at[id].staged) l->plan->note[id].inlined = false;
    return l->at[id].staged;
}

/* Codes and scales go to shared memory as they are, and their product nowhere; if they are not of memory alone,
 * what they are made of may change before it is wanted. */
static void stage_scaled(ts_lower *l, uint32_t operand)
{
    ts_scaled s = ts_low_scaled(l->k, operand);
    const ts_op *o = &l->k->op[operand];
    if (!ts_low_from_memory(l, s.codes) || !ts_low_from_memory(l, s.scales)) {
        stage(l, operand, false);
        return;
    }
    l->plan->note[operand].inlined = true;
    for (int i = 0; i < 2; i++)
        for (uint32_t at = o->arg[i]; at != s.codes && at != s.scales; at = l->k->op[at].arg[0])
            l->plan->note[at].inlined = true;
    stage(l, s.codes, false);
    stage(l, s.scales, false);
}

void ts_low_products(ts_lower *l)
{
    for (uint32_t i = 1; i < l->k->n; i++) {
        const ts_op *o = &l->k->op[i];
        if (!ts_low_is_product(l->k, o)) continue;
        note_shape(l, o);
        ts_matrix_kind kind = by_unit(l, o);
        for (int a = 0; a < 2; a++)
            if (kind < TS_KINDS && ts_kind_share(kind))
                stage_scaled(l, o->arg[a]);
            else
                stage(l, o->arg[a], kind < TS_KINDS);
    }
}

bool ts_low_stage_all(ts_lower *l)
{
    bool news = false;
    for (uint32_t i = 1; i < l->k->n; i++) {
        const ts_op *o = &l->k->op[i];
        if (o->op != TS_dot_ && o->op != TS_dot_t_) continue;
        for (int a = 0; a < 2; a++)
            if (ts_low_is_kept(&l->at[o->arg[a]])) news |= stage(l, o->arg[a], false);
    }
    return news;
}

/* The sums of a thread's block while it is computed. */
typedef struct block {
    uint32_t id;
    const ts_element *own; /* tall x each */
    const uint32_t *sum;   /* variables, likewise */
    int tall, each;
} block;

/* Four elements along k of row r of a, widened. */
static void four(ts_lower *l, uint32_t operand, ts_dtype to, uint32_t row, uint32_t col,
                 uint32_t *x)
{
    ts_low_four(l, operand, row, col, x);
    for (int i = 0; i < 4; i++) x[i] = ts_s_cast(l->s, x[i], l->k->op[operand].dtype, to);
}

/* b of one step of k for all own columns, four at a time where they are neighbours. */
static void row_of_b(ts_lower *l, const block *w, uint32_t k, int vec, uint32_t *b)
{
    const ts_op *o = &l->k->op[w->id];
    for (int j = 0; j < w->each; j += vec == 4 ? 4 : 1) {
        if (vec == 4)
            four(l, o->arg[1], o->dtype, k, w->own[j].col, b + j);
        else
            b[j] = wide(l, o->arg[1], o->dtype, of_b(o, k, w->own[j].col));
    }
}

static void add(ts_lower *l, const block *w, int r, int j, uint32_t a, uint32_t b)
{
    ts_simt *s = l->s;
    ts_dtype t = l->k->op[w->id].dtype;
    uint32_t v = w->sum[r * w->each + j];
    uint32_t old = ts_s_put(s, (ts_sinst){.op = TS_S_GET, .type = t, .a = v});
    ts_s_put(s, (ts_sinst){.op = TS_S_SET, .a = v, .b = multiply_add(l, t, a, b, old)});
}

/* Steps k .. k + 3. */
static void four_steps(ts_lower *l, const block *w, int vec, uint32_t k)
{
    ts_simt *s = l->s;
    const ts_op *o = &l->k->op[w->id];
    uint32_t a[TS_REGISTERS][4], b[TS_REGISTERS][4], row[TS_REGISTERS];
    for (int r = 0; r < w->tall; r++)
        four(l, o->arg[0], o->dtype, w->own[r * w->each].row, k, a[r]);
    for (int j = 0; j < w->each && o->op == TS_dot_t_; j++)
        four(l, o->arg[1], o->dtype, w->own[j].col, k, b[j]);
    for (int i = 0; i < 4; i++) {
        if (o->op == TS_dot_) row_of_b(l, w, ts_s_op(s, TS_add_, k, ts_s_i32(s, i), 0), vec, row);
        for (int r = 0; r < w->tall; r++)
            for (int j = 0; j < w->each; j++)
                add(l, w, r, j, a[r][i], o->op == TS_dot_ ? row[j] : b[j][i]);
    }
}

static void one_step(ts_lower *l, const block *w, int vec, uint32_t k)
{
    const ts_op *o = &l->k->op[w->id];
    uint32_t b[TS_REGISTERS];
    row_of_b(l, w, k, o->op == TS_dot_ ? vec : 1, b);
    for (int r = 0; r < w->tall; r++) {
        uint32_t a = wide(l, o->arg[0], o->dtype, ts_low_any(w->own[r * w->each].row, k));
        for (int j = 0; j < w->each; j++) add(l, w, r, j, a, b[j]);
    }
}

/* own: the elements of this thread; their values replace sum[]. */
static void dot_block(ts_lower *l, uint32_t id, const ts_element *own, uint32_t *sum)
{
    ts_simt *s = l->s;
    const ts_op *o = &l->k->op[id];
    const ts_spread *p = &l->at[id];
    const block w = {id, own, sum, p->tall, p->each};
    int inner = ts_cols(&l->k->op[o->arg[0]]), step = inner % 4 ? 1 : 4;
    ts_low_begin_sums(l, id, own, sum, p->tall * p->each);
    uint32_t k = ts_low_for(l, ts_s_i32(s, 0), ts_s_i32(s, inner), ts_s_i32(s, step), 0);
    if (step == 4)
        four_steps(l, &w, p->vec, k);
    else
        one_step(l, &w, p->vec, k);
    ts_low_end(l);
    ts_low_end_sums(l, o, sum, p->tall * p->each);
}

static uint32_t dot_one(ts_lower *l, uint32_t id, ts_element e)
{
    uint32_t sum = 0;
    dot_own(l, id, &e, &sum, 1, 1);
    return sum;
}

/* ---- by matrix units ---- */

/* The tile in shared memory that an operand is, but for a cast that widens it. */
uint32_t ts_low_source(const ts_lower *l, uint32_t operand)
{
    return l->plan->note[operand].inlined ? ts_low_narrowest(l->k, operand) : operand;
}

static bool is_for_matrix(const ts_lower *l, const ts_op *o)
{
    ts_matrix_kind kind = by_unit(l, o);
    if (kind == TS_KINDS) return false;
    uint32_t a = ts_low_source(l, o->arg[0]), b = ts_low_source(l, o->arg[1]);
    ts_dtype t = ts_kind_dtype(kind);
    return l->at[a].staged && l->at[b].staged && l->k->op[a].dtype == t && l->k->op[b].dtype == t;
}

bool ts_low_by_matrix(const ts_lower *l, const ts_product *x)
{
    for (uint32_t i = 1; i < l->k->n; i++) {
        const ts_op *o = &l->k->op[i];
        bool same = ts_low_is_product(l->k, o) && ts_rows(o) == x->rows && ts_cols(o) == x->cols;
        if (same && !is_for_matrix(l, o)) return false;
    }
    return true;
}

/* A fragment with this lane's scales of it, a byte each; those of f8e4m3 without their signs. */
static uint32_t scaled(ts_lower *l, uint32_t fragment, ts_scaled of, uint32_t row, uint32_t k)
{
    ts_simt *s = l->s;
    int words = ts_kind_share(of.kind) * 4 / 32, n = s->traits->matrix->deep / words;
    uint32_t first = ts_s_op(s, TS_div_, k, ts_s_i32(s, words), 0), all = ts_s_u32(s, 0);
    row = ts_s_op(s, TS_add_, row, ts_low_scale_row(l), 0);
    for (int i = 0; i < n; i++) {
        uint32_t col = ts_s_op(s, TS_add_, first, ts_s_i32(s, i), 0);
        uint32_t x = ts_low_element(l, of.scales, ts_low_any(row, col));
        x = ts_s_op(s, TS_shl_, x, ts_s_u32(s, (uint32_t)(8 * i)), 0);
        all = ts_s_op(s, TS_or_, all, x, 0);
    }
    if (ts_kind_scale(of.kind) == TS_f8e4m3)
        all = ts_s_op(s, TS_and_, all, ts_s_u32(s, 0x7f7f7f7f), 0);
    return ts_s_put(s, (ts_sinst){.op = TS_S_SCALED, .type = TS_OCT, .a = fragment, .b = all});
}

/* 16 rows of an operand, the block-th of those that are `by` blocks apart, from word k of a row on. */
static uint32_t fragment(ts_lower *l, uint32_t operand, uint32_t first, int block, uint32_t k)
{
    ts_simt *s = l->s;
    const ts_spread *p = &l->at[ts_low_source(l, operand)];
    uint32_t row = ts_s_op(s, TS_add_, first, ts_s_i32(s, block * 16), 0);
    uint32_t at = ts_low_reach(l, p, ts_low_any(row, ts_s_i32(s, 0)));
    at = ts_s_op(s, TS_add_, at, k, 0);
    int type = ts_s_held_as(&s->traits->matrix->fragment);
    at = ts_s_put(s, (ts_sinst){.op = TS_S_FRAGMENT, .type = type, .a = at, .n = p->pitch});
    ts_scaled of = ts_low_scaled(l->k, operand);
    return of.scales ? scaled(l, at, of, row, k) : at;
}

/* Where a subgroup's blocks are: rows (columns) down + n by, in blocks of 16. */
typedef struct grid {
    uint32_t row, col;   /* the first ones */
    int down, across;    /* subgroups */
    int rows, cols;      /* blocks of a subgroup */
    int parts;           /* of a block: MULTIPLYs side by side */
    int type;            /* of their sums */
    ts_matrix_kind kind; /* of what they multiply */
} grid;

static grid grid_of(ts_lower *l, const ts_op *o, const ts_spread *p)
{
    ts_simt *s = l->s;
    const ts_matrix *u = s->traits->matrix;
    grid g = {.down = p->down, .across = ts_low_across(l, p) / u->lanes, .rows = p->tall / u->rows};
    uint32_t warp = ts_s_op(s, TS_div_, l->thread, ts_s_i32(s, u->lanes), 0), by = ts_s_i32(s, 16);
    g.cols = p->each / ts_low_block_cols(u);
    g.parts = 16 / u->across;
    g.type = ts_s_held_as(&u->sums);
    g.kind = by_unit(l, o);
    g.row = ts_s_op(s, TS_mul_, ts_s_op(s, TS_div_, warp, ts_s_i32(s, g.across), 0), by, 0);
    g.col = ts_s_op(s, TS_mul_, ts_s_op(s, TS_rem_, warp, ts_s_i32(s, g.across), 0), by, 0);
    return g;
}

/* As many steps of k as a fragment is deep, from word k of the rows on. */
static void matrix_steps(ts_lower *l, uint32_t id, const grid *g, const uint32_t *sum, uint32_t k)
{
    ts_simt *s = l->s;
    const ts_op *o = &l->k->op[id];
    uint32_t a[TS_REGISTERS] = {0}, b[TS_REGISTERS] = {0};
    for (int r = 0; r < g->rows; r++) a[r] = fragment(l, o->arg[0], g->row, r * g->down, k);
    for (int c = 0; c < g->cols; c++) b[c] = fragment(l, o->arg[1], g->col, c * g->across, k);
    for (int i = 0; i < g->rows * g->cols * g->parts; i++) {
        int r = i / (g->parts * g->cols), c = i / g->parts % g->cols;
        uint32_t old = ts_s_put(s, (ts_sinst){.op = TS_S_GET, .type = g->type, .a = sum[i]});
        uint32_t new =
            ts_s_put(s, (ts_sinst){.op = TS_S_MULTIPLY,
                                   .type = g->type,
                                   .a = a[r],
                                   .b = b[c],
                                   .c = old,
                                   .n = (int)g->kind * 2 + (i % g->parts ? TS_UPPER : 0)});
        ts_s_put(s, (ts_sinst){.op = TS_S_SET, .a = sum[i], .b = new});
    }
}

uint32_t ts_low_sum(ts_lower *l, uint32_t sums, int word, ts_matrix_kind kind, ts_dtype t)
{
    ts_simt *s = l->s;
    uint32_t x = ts_s_put(s, (ts_sinst){.op = TS_S_WORD, .type = TS_u32, .a = sums, .n = word});
    bool whole = ts_dtypes[ts_kind_dtype(kind)].class == 'N';
    return whole ? ts_s_cast(s, ts_s_bits(s, TS_i32, x), TS_i32, t) : ts_s_bits(s, TS_f32, x);
}

/* The sum of row r and column j of this thread, out of those of all its MULTIPLYs, as dtype t. */
static uint32_t sum_of(ts_lower *l, const grid *g, const uint32_t *sum, int r, int j, ts_dtype t)
{
    const ts_matrix *u = l->s->traits->matrix;
    int cols = ts_low_unit_cols(u), n = r % u->rows * cols + j % cols;
    return ts_low_sum(l, sum[r / u->rows * g->parts * g->cols + j / cols], n, g->kind, t);
}

/* What the unit's sums hold. */
static void read_sums(ts_lower *l, const grid *g, const uint32_t *sum, uint32_t *held)
{
    for (int i = 0; i < g->rows * g->cols * g->parts; i++)
        held[i] = ts_s_put(l->s, (ts_sinst){.op = TS_S_GET, .type = g->type, .a = sum[i]});
}

/* All k in one chain; what the sums are added to is added behind. */
static void one_chain(ts_lower *l, uint32_t id, const grid *g, const ts_element *own,
                      const uint32_t *sum, int words, uint32_t *to)
{
    ts_simt *s = l->s;
    const ts_op *o = &l->k->op[id];
    const ts_spread *p = &l->at[id];
    uint32_t held[TS_REGISTERS] = {0}, deep = ts_s_i32(s, s->traits->matrix->deep);
    uint32_t k = ts_low_for(l, ts_s_i32(s, 0), ts_s_i32(s, words), deep, 0);
    matrix_steps(l, id, g, sum, k);
    ts_low_end(l);
    read_sums(l, g, sum, held);
    for (int i = 0; i < p->tall * p->each; i++) {
        uint32_t x = sum_of(l, g, held, i / p->each, i % p->each, o->dtype);
        to[i] = o->arg[2] ? ts_s_op(s, TS_add_, addend(l, o, own[i]), x, 0) : x;
    }
}

/* The unit's sums are added to those in registers and begin again. */
static void leave_unit(ts_lower *l, uint32_t id, const grid *g, const uint32_t *sum,
                       const uint32_t *all)
{
    ts_simt *s = l->s;
    const ts_spread *p = &l->at[id];
    ts_dtype t = l->k->op[id].dtype;
    uint32_t held[TS_REGISTERS] = {0}, zeros = ts_s_zeros(s, g->type);
    read_sums(l, g, sum, held);
    for (int i = 0; i < p->tall * p->each; i++) {
        uint32_t x = sum_of(l, g, held, i / p->each, i % p->each, t);
        uint32_t old = ts_s_put(s, (ts_sinst){.op = TS_S_GET, .type = t, .a = all[i]});
        x = ts_s_op(s, TS_add_, old, x, 0);
        ts_s_put(s, (ts_sinst){.op = TS_S_SET, .a = all[i], .b = x});
    }
    for (int i = 0; i < g->rows * g->cols * g->parts; i++)
        ts_s_put(s, (ts_sinst){.op = TS_S_SET, .a = sum[i], .b = zeros});
}

/* Chain behind chain of so many words of k, since the unit keeps too few bits for all of it. */
static void many_chains(ts_lower *l, uint32_t id, const grid *g, const ts_element *own,
                        const uint32_t *sum, int words, int chain, uint32_t *to)
{
    ts_simt *s = l->s;
    const ts_op *o = &l->k->op[id];
    const ts_spread *p = &l->at[id];
    ts_low_begin_sums(l, id, own, to, p->tall * p->each);
    uint32_t k = ts_low_for(l, ts_s_i32(s, 0), ts_s_i32(s, words), ts_s_i32(s, chain), 0);
    for (int i = 0; i < chain; i += s->traits->matrix->deep)
        matrix_steps(l, id, g, sum, ts_s_op(s, TS_add_, k, ts_s_i32(s, i), 0));
    leave_unit(l, id, g, sum, to);
    ts_low_end(l);
    ts_low_end_sums(l, o, to, p->tall * p->each);
}

/* Sums of the unit begin at 0 in every dot. */
static void dot_matrix(ts_lower *l, uint32_t id, const ts_element *own, uint32_t *to)
{
    ts_simt *s = l->s;
    const ts_op *o = &l->k->op[id];
    const ts_matrix *u = s->traits->matrix;
    grid g = grid_of(l, o, &l->at[id]);
    uint32_t sum[TS_REGISTERS] = {0}, zeros = ts_s_zeros(s, g.type);
    int words = ts_cols(&l->k->op[o->arg[0]]) * ts_dtypes[ts_kind_dtype(g.kind)].bits / 32;
    int chain = ts_low_chain(u, g.kind, words / u->deep) * u->deep;
    for (int i = 0; i < g.rows * g.cols * g.parts; i++)
        sum[i] = ts_s_put(s, (ts_sinst){.op = TS_S_VAR, .type = g.type, .a = zeros});
    if (chain == words)
        one_chain(l, id, &g, own, sum, words, to);
    else
        many_chains(l, id, &g, own, sum, words, chain, to);
}

void ts_low_dot(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    const ts_spread *p = &l->at[id];
    ts_element own[TS_REGISTERS] = {0};
    if (p->home == TS_SHARED) {
        ts_low_fill(l, id, dot_one);
        return;
    }
    bool copies = p->home == TS_COPIES;
    int each = copies ? p->cols : p->each;
    for (int r = 0; r < p->tall; r++)
        for (int j = 0; j < each; j++)
            own[r * each + j] = copies ? ts_low_any(ts_s_i32(l->s, r), ts_s_i32(l->s, j))
                                       : ts_low_own(l, o, p, r, j);
    if (p->column) { /* rows lie along the threads: each thread has rows of a, and b's only column */
        for (int j = 0; j < each; j++) dot_own(l, id, &own[j], &p->reg[j], 1, 1);
        return;
    }
    bool product = !copies && ts_low_product(l, o) && ts_low_is_product(l->k, o);
    if (product && p->units)
        ts_low_dot_opaque(l, id, own, p->reg);
    else if (product && ts_low_product(l, o)->quartet)
        ts_low_dot_quartet(l, id, own, p->reg);
    else if (product && p->matrix)
        dot_matrix(l, id, own, p->reg);
    else if (product)
        dot_block(l, id, own, p->reg);
    else
        dot_own(l, id, own, p->reg, p->tall, each);
}

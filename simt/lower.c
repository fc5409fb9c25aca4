/* lower.c - lowers a kernel of tiles to the SIMT form (simt/form.h, simt/lower.h): how many threads,
 * the loop over programs around it all, and runs until nothing new is found. */
#include "simt/lower.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- programs ---- */

/* ceil(n / step), 0 for n <= 0 */
static uint32_t programs_of(ts_lower *l, const ts_op *o)
{
    ts_simt *s = l->s;
    uint32_t n = ts_low_scalar(l, o->arg[0]), one = ts_s_i32(s, 1), zero = ts_s_i32(s, 0);
    uint32_t last = ts_s_op(s, TS_sub_, n, one, 0), step = ts_s_i32(s, o->step);
    uint32_t g = ts_s_op(s, TS_div_, last, step, 0);
    uint32_t some = ts_s_op(s, TS_lt_, zero, n, 0), more = ts_s_op(s, TS_add_, g, one, 0);
    return ts_s_select(s, some, more, zero);
}

/* The index of each axis from the program's number, the last axis running fastest. */
static void decode(ts_lower *l, uint32_t program, const uint32_t *axis, const uint32_t *count,
                   int n)
{
    ts_simt *s = l->s;
    for (int a = n - 1; a >= 0; a--) {
        const ts_op *o = &l->k->op[axis[a]];
        uint32_t i = a ? ts_s_op(s, TS_rem_, program, count[a], 0) : program;
        if (a) program = ts_s_op(s, TS_div_, program, count[a], 0);
        l->at[axis[a]].value = ts_s_op(s, TS_mul_, i, ts_s_i32(s, o->step), 0);
    }
}

static void whole(ts_lower *l, bool *needed)
{
    ts_simt *s = l->s;
    uint32_t axis[3] = {0}, count[3], total = ts_s_i32(s, 1), n = 0;
    ts_mark_counts(l->k, needed);
    for (uint32_t i = 1; i < l->k->n; i++)
        if (l->k->op[i].op == TS_program_) axis[n++] = i;
    for (uint32_t i = 1; i < l->k->n; i++) {
        l->at[i].head = needed[i];
        if (needed[i]) ts_low_statement(l, i);
    }
    for (uint32_t a = 0; a < n; a++) {
        count[a] = programs_of(l, &l->k->op[axis[a]]);
        total = ts_s_op(s, TS_mul_, total, count[a], 0);
    }
    double known;
    s->count = ts_s_is(s, total, &known) ? (long)known : -1;
    uint32_t thread = ts_s_put(s, (ts_sinst){.op = TS_S_THREAD, .type = TS_i32});
    uint32_t group = ts_s_put(s, (ts_sinst){.op = TS_S_GROUP, .type = TS_i32});
    uint32_t groups = ts_s_put(s, (ts_sinst){.op = TS_S_GROUPS, .type = TS_i32});
    uint32_t teams = ts_s_i32(s, s->teams), team = ts_s_i32(s, l->team);
    uint32_t first = ts_s_op(s, TS_mul_, group, teams, 0);
    l->thread = thread;
    if (s->teams > 1) {
        l->thread = ts_s_op(s, TS_and_, thread, ts_s_i32(s, l->team - 1), 0);
        first = ts_s_op(s, TS_add_, first, ts_s_op(s, TS_div_, thread, team, 0), 0);
    }
    uint32_t p = ts_low_for(l, first, total, ts_s_op(s, TS_mul_, groups, teams, 0), 0);
    if (l->touches) l->shared_read = l->shared_written = true;
    decode(l, p, axis, count, (int)n);
    ts_low_block(l, 1, l->k->n);
    ts_low_wait(l);
    ts_low_end(l);
}

/* ---- how many threads ---- */

static int power_at_least(int x)
{
    int p = 1;
    while (p < x) p *= 2;
    return p;
}

static int clamp(int x, int lo, int hi)
{
    return x < lo ? lo : x > hi ? hi : x;
}

/* Programs, as far as they are known: the product of the constant counts. */
static double programs(const ts_kern *k)
{
    double n = 1;
    for (uint32_t i = 1; i < k->n; i++) {
        const ts_op *o = &k->op[i];
        if (o->op != TS_program_) continue;
        const ts_op *count = &k->op[o->arg[0]];
        n *= count->op == TS_const_ ? (count->value + o->step - 1) / o->step : 16;
    }
    return n;
}

enum { FEW_PROGRAMS = 64, NARROWEST = 32 };

/* Whether a variable lies as a product by a matrix unit does: its numbers take registers beside the unit's sums. */
static bool has_beside(const ts_lower *l, const ts_product *x)
{
    for (uint32_t i = 1; i < l->k->n && ts_low_by_matrix(l, x); i++) {
        const ts_op *o = &l->k->op[i];
        if (o->sort == TS_VARIABLE && ts_rows(o) == x->rows && ts_cols(o) == x->cols) return true;
    }
    return false;
}

/* As many threads as compute a product in the largest blocks, or in small ones if there are few programs. */
static int threads_of_products(const ts_lower *l, bool few)
{
    int most = 0, sums = l->s->traits->sums ? l->s->traits->sums : TS_REGISTERS;
    for (int i = 0; i < l->products; i++) {
        const ts_product *x = &l->product[i];
        int block = few ? 16 : has_beside(l, x) ? TS_REGISTERS / 2 : sums;
        int n = (x->rows * x->cols + block - 1) / block;
        if (n > most) most = n;
    }
    return most;
}

/* Rows of a matrix go to a subgroup each, eight elements a thread; a kernel of few programs gets all
 * the threads that its widest tile keeps busy; one of matrix tiles a thread per column. */
static void choose_team(ts_lower *l)
{
    const ts_simt_traits *t = l->s->traits;
    int widest = 1;
    bool matrix = false;
    for (uint32_t i = 1; i < l->k->n; i++) {
        const ts_op *o = &l->k->op[i];
        if (!o->rank || (o->sort != TS_VALUE && o->sort != TS_VARIABLE)) continue;
        int cols = o->rank == 2 && o->dim[1] == 1 ? o->dim[0] : ts_cols(o);
        if (cols > widest) widest = cols;
        matrix |= o->rank == 2 && ts_rows(o) > 1 && ts_cols(o) > 1;
    }
    bool few = programs(l->k) <= FEW_PROGRAMS;
    int lanes = t->subgroup ? t->subgroup : NARROWEST;
    if (l->products) {
        l->grouped = true;
        l->team = clamp(power_at_least(threads_of_products(l, few)), lanes, t->max_threads);
        l->s->teams = 1;
    } else if (!l->grouped && !few && t->subgroup) {
        l->team = t->subgroup;
        l->s->teams = t->threads / t->subgroup;
    } else {
        int want = matrix || few ? widest : (widest + 7) / 8;
        l->grouped = true;
        l->team = clamp(power_at_least(want), lanes, few ? t->max_threads : t->threads);
        l->s->teams = 1;
    }
    l->s->threads = l->team * l->s->teams;
}

/* ---- one run, and all ---- */

/* Constant extents alone make 2^31 elements or more; what sizes make of others is checked at launch. */
static bool is_far(const ts_kern *k, const ts_op *param, double *elements)
{
    *elements = 1;
    for (int d = 0; d < param->rank; d++)
        if (k->op[param->arg[d]].op == TS_const_) *elements *= k->op[param->arg[d]].value;
    return *elements > INT32_MAX;
}

static void describe(ts_lower *l)
{
    const ts_kern *k = l->k;
    ts_simt *s = l->s;
    int params = 0, sizes = 0;
    for (uint32_t i = 1; i < k->n; i++)
        params += k->op[i].op == TS_param_, sizes += k->op[i].op == TS_size_;
    s->param = calloc((size_t)params + 1, sizeof *s->param);
    s->size_name = calloc((size_t)sizes + 1, sizeof *s->size_name);
    s->failed |= !s->param || !s->size_name;
    for (uint32_t i = 1; i < k->n && !s->failed; i++) {
        const ts_op *o = &k->op[i];
        if (o->op == TS_size_) {
            l->number[i] = s->sizes;
            s->size_name[s->sizes++] = ts_keep(o->name);
        } else if (o->op == TS_param_) {
            int bits = ts_dtypes[o->dtype].bits;
            double elements;
            l->number[i] = s->params;
            s->param[s->params++] = (ts_sparam){.name = ts_keep(o->name),
                                                .unit = bits < 8 ? 8 : bits,
                                                .type = ts_s_held(o->dtype),
                                                .mode = o->mode,
                                                .far = is_far(k, o, &elements)};
        }
    }
    s->kernel = ts_keep(k->name);
    ts_files_copy(&s->files, &k->files);
    s->cost = l->plan->cost;
}

/* A kernel that is called like the wide form of another one, or like such a kernel, gets one more
 * underscore. */
static bool is_like_wide(const char *name)
{
    static const char end[] = "__wide";
    size_t n = strlen(name), m = sizeof end - 1;
    while (n && name[n - 1] == '_') n--;
    return n >= m && !memcmp(name + n - m, end, m);
}

static ts_simt *run(ts_lower *l, const ts_target *target, bool wide, bool *needed)
{
    char name[2 * TS_MAXNAME + 16];
    snprintf(name, sizeof name, "ts_%s%s%s", l->k->name, is_like_wide(l->k->name) ? "_" : "",
             wide ? "__wide" : "");
    l->s = ts_simt_new(name, target);
    if (!l->s) return NULL;
    l->s->wide = wide;
    l->again = l->shared_read = l->shared_written = l->hidden = l->useful = false;
    l->copying = l->open = l->flying = false;
    l->accesses = l->begun = l->stores = l->barriers = 0;
    memset(needed, 0, l->k->n * sizeof *needed);
    choose_team(l);
    describe(l);
    ts_low_places(l);
    l->s->shared = ts_low_shared(l);
    if (!l->s->failed && !ts_failed(l->err)) whole(l, needed);
    return l->s;
}

/* Numbers of programs are i32, and the last one is passed by a step of all teams that run. */
static int check_programs(const ts_kern *k, const ts_simt_traits *t, ts_error *err)
{
    double n = 1, most = INT32_MAX - (double)TS_MAX_GROUPS * t->max_threads;
    for (uint32_t i = 1; i < k->n; i++) {
        const ts_op *o = &k->op[i], *count = &k->op[o->arg[0]];
        if (o->op == TS_program_ && count->op == TS_const_) n *= ceil(count->value / o->step);
    }
    if (n <= most) return 0;
    return ts_fail(err, "kernel %s: has %.0f programs; this target takes at most %.0f", k->name, n,
                   most);
}

/* Where a language has no integers to index them. */
static int check_extents(const ts_kern *k, const ts_target *target, ts_error *err)
{
    double n;
    for (uint32_t i = 1; i < k->n && ts_simt_traits_of(target)->near; i++) {
        const ts_op *o = &k->op[i];
        if (o->op == TS_param_ && is_far(k, o, &n))
            return ts_fail(err,
                           "kernel %s: %s has %.0f elements, and %s has no integers of 64 bits to "
                           "index them; split it into params of less than 2^31",
                           k->name, o->name, n, target->name);
    }
    return 0;
}

enum { RUNS = 64 };

static bool fits(const ts_simt *s)
{
    return 4L * s->shared <= s->traits->shared_bytes;
}

static ts_simt *settle(ts_lower *l, const ts_target *target, bool wide, bool *needed)
{
    for (int i = 0, squeezed = 0; i < RUNS; i++) {
        ts_simt *s = run(l, target, wide, needed);
        if (s && s->n > TS_MAXFORM)
            ts_fail(l->err,
                    "kernel %s: takes more than %d instructions of a thread; use loops for what "
                    "is unrolled, or smaller tiles",
                    l->k->name, TS_MAXFORM);
        if (!s || s->failed || ts_failed(l->err)) {
            ts_simt_free(s);
            ts_fail(l->err, "kernel %s: no memory to lower it", l->k->name);
            return NULL;
        }
        bool smaller = !l->again && !fits(s) && squeezed++ < RUNS && ts_low_squeeze(l, s->shared);
        if (!l->again && !smaller) return s;
        if (smaller) i = 0;
        ts_simt_free(s);
    }
    ts_fail(l->err, "kernel %s: the lowering does not settle; please report it", l->k->name);
    return NULL;
}

static void drop(ts_lower *l)
{
    for (uint32_t i = 0; l->at && i < l->k->n; i++) free(l->at[i].reg);
    free(l->at);
    free(l->view);
    free(l->number);
    free(l->power);
    free(l->moves);
    free(l->access);
    ts_plan_free(l->plan);
}

ts_simt *ts_simt_lower(const ts_kern *k, const ts_target *target, bool wide, bool *useful,
                       ts_error *err)
{
    ts_lower l = {.k = k, .err = err};
    ts_simt *s = NULL;
    if (check_extents(k, target, err) || check_programs(k, ts_simt_traits_of(target), err))
        return NULL;
    bool *needed = calloc(k->n + 1, sizeof *needed);
    l.plan = ts_plan_make(k, target, err);
    l.at = calloc(k->n + 1, sizeof *l.at);
    l.view = calloc(k->n + 1, sizeof *l.view);
    l.number = calloc(k->n + 1, sizeof *l.number);
    l.power = calloc(k->n + 1, 1);
    l.moves = calloc(k->n + 1, 1);
    bool room = l.at && l.view && l.number && l.power && l.moves;
    if (needed && l.plan && room) {
        ts_low_powers(&l);
        ts_low_products(&l);
        ts_low_keep_apart(&l);
        s = settle(&l, target, wide, needed);
        if (s && ts_debug("plan")) ts_plan_print(stderr, l.plan, ts_low_tell, &l);
    } else {
        ts_fail(err, "kernel %s: no memory to lower it", k->name);
    }
    if (useful) *useful = l.useful;
    drop(&l);
    free(needed);
    if (s && !fits(s)) {
        ts_fail(
            err,
            "kernel %s: its tiles need %ld bytes of shared memory, %s has %d; use smaller blocks",
            k->name, 4L * s->shared, target->name, s->traits->shared_bytes);
        ts_simt_free(s);
        return NULL;
    }
    if (s) ts_simt_finish(s);
    if (s && s->failed) {
        ts_fail(err, "kernel %s: no memory to lower it", k->name);
        ts_simt_free(s);
        return NULL;
    }
    return s;
}

/* trace.c - the calls of tile.h: each appends one op to its kernel.
 *
 * Invariant: ops enter a kernel only through ts_append, which accepts nothing that ts_infer
 * refuses, and nothing after the first error. The builders here check handles only: that they
 * belong to one kernel, which is not finished.
 *
 * What fails gives the poison handle {kernel, 0}: calls on it end at the kernel's error. A handle that
 * is all zero was never made by a call, so nothing tells whose it should be; the mistake is written
 * down in the kernel that the thread worked on last. */
#define TESSERA_HERE_H /* the functions themselves, not the macros that record lines */
#include "tile/ir.h"
#include "tessera/c_locale.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* Where the calling thread is in the source of the kernel it traces; ts_begin clears it. */
static _Thread_local struct {
    const char *file;
    int line;
    ts_kern *last; /* on which it called something; may be dead, see `alive` */
} here;

/* All kernels that there are, so that here.last can be looked up before it is touched. */
static ts_kern *first_kernel;
static pthread_mutex_t kernels_lock = PTHREAD_MUTEX_INITIALIZER;

void ts_here(const char *file, int line)
{
    here.file = file;
    here.line = line;
}

/* ---- life ---- */

char *ts_keep(const char *text)
{
    char *copy = strdup(text);
    if (!copy) abort();
    return copy;
}

static void enter(ts_kern *k)
{
    pthread_mutex_lock(&kernels_lock);
    k->after = first_kernel;
    if (first_kernel) first_kernel->before = k;
    first_kernel = k;
    pthread_mutex_unlock(&kernels_lock);
}

static void leave(ts_kern *k)
{
    pthread_mutex_lock(&kernels_lock);
    if (k->after) k->after->before = k->before;
    if (k->before)
        k->before->after = k->after;
    else
        first_kernel = k->after;
    pthread_mutex_unlock(&kernels_lock);
}

static bool alive(const ts_kern *k)
{
    pthread_mutex_lock(&kernels_lock);
    const ts_kern *other = first_kernel;
    while (other && other != k) other = other->after;
    pthread_mutex_unlock(&kernels_lock);
    return other;
}

static void grow(ts_kern *k)
{
    if (k->n < k->cap) return;
    k->cap = k->cap ? 2 * k->cap : 64;
    k->op = realloc(k->op, k->cap * sizeof *k->op);
    if (!k->op) abort();
    memset(&k->op[0], 0, sizeof k->op[0]);
}

ts_kern *ts_begin(const char *name)
{
    ts_kern *k = calloc(1, sizeof *k);
    if (!k) abort();
    k->name = ts_keep(name ? name : "");
    grow(k);
    k->n = 1;
    enter(k);
    here.file = NULL;
    here.line = 0;
    here.last = k;
    if (!ts_is_name(k->name))
        ts_fail(&k->err, "kernel '%.80s': name must be a C identifier of at most %d characters",
                k->name, TS_MAXNAME);
    return k;
}

int ts_finish(ts_kern *k, ts_error *err)
{
    if (!k) return ts_fail(err, "no kernel was begun");
    if (!ts_failed(&k->err) && !k->open && !k->finished) ts_order(k);
    if (!ts_failed(&k->err)) ts_verify(k, &k->err);
    k->finished = true;
    return ts_failed(&k->err) ? ts_fail(err, "%s", k->err.text) : 0;
}

void ts_free(ts_kern *k)
{
    if (!k) return;
    leave(k);
    for (uint32_t i = 1; i < k->n; i++) free((char *)k->op[i].name);
    free(k->op);
    ts_files_free(&k->files);
    free(k->name);
    free(k);
}

const char *ts_kernel_name(const ts_kern *k)
{
    return k ? k->name : "";
}

/* ---- the constructor ---- */

void ts_complain(ts_error *err, const ts_kern *k, const ts_op *o, const char *rule)
{
    char place[300] = "";
    const char *op = (unsigned)o->op < TS_NOP && o->op ? ts_opinfos[o->op].name : "?";
    const char *file = ts_files_name(&k->files, o->file);
    if (file && o->line > 0) snprintf(place, sizeof place, ", %.250s:%d", file, o->line);
    ts_fail(err, "kernel %.80s%s: %s: %s", k->name, place, op, rule);
}

uint32_t ts_refuse(ts_kern *k, const ts_op *o, const char *format, ...)
{
    TS_C_LOCALE;
    char rule[512];
    va_list ap;
    va_start(ap, format);
    vsnprintf(rule, sizeof rule, format, ap);
    va_end(ap);
    ts_complain(&k->err, k, o, rule);
    return 0;
}

uint32_t ts_append(ts_kern *k, const ts_op *given)
{
    ts_op o;
    if (ts_failed(&k->err)) return 0;
    if (k->n > TS_MAXOPS) return ts_refuse(k, given, "a kernel has at most %d ops", TS_MAXOPS);
    if (!ts_infer(k, k->n, k->open, given, &o, &k->err)) return 0;
    if (o.name) o.name = ts_keep(o.name);
    if (o.op == TS_loop_) k->open = k->n;
    if (o.op == TS_end_) k->open = o.loop;
    grow(k);
    k->op[k->n] = o;
    return k->n++;
}

/* ---- from handles to ops ---- */

typedef struct ref { /* any of the three kinds of handle */
    ts_kern *k;
    uint32_t id;
} ref;

static ts_val as_val(ref r)
{
    return (ts_val){r.k, r.id};
}

static ts_view as_view(ref r)
{
    return (ts_view){r.k, r.id};
}

static ts_var as_var(ref r)
{
    return (ts_var){r.k, r.id};
}

/* clang-format off */
#define REF(handle) ((ref){(handle).k, (handle).id})
#define ON(...)     sizeof((ref[]){__VA_ARGS__}) / sizeof(ref), (ref[]){__VA_ARGS__}
#define OP(...)     ((ts_op){.op = __VA_ARGS__})
/* clang-format on */

static void take_place(ts_kern *k, ts_op *o)
{
    o->file = ts_files_add(&k->files, here.file);
    o->line = here.line;
}

static void refuse_mixed(ts_kern *k, ts_op o, const char *rule)
{
    if (!k) return;
    take_place(k, &o);
    ts_refuse(k, &o, "%s", rule);
}

static const char no_kernel[] = "it belongs to no kernel (a zero handle)";

/* A call that was given nothing but zero handles; whose mistake is that? */
static void refuse_nobody(ts_op o, const char *rule)
{
    ts_kern *k = here.last;
    if (!k || !alive(k) || k->finished) return;
    take_place(k, &o);
    ts_refuse(k, &o, "%s", rule);
}

/* Appends o to k at the line of the caller. Poison if that fails. */
static ref put(ts_kern *k, ts_op o)
{
    if (!k) {
        refuse_nobody(o, no_kernel);
        return (ref){0};
    }
    here.last = k;
    take_place(k, &o);
    if (k->finished) ts_refuse(k, &o, "the kernel is finished (begin another one)");
    return (ref){k, ts_append(k, &o)};
}

/* Appends o with these operands to k, to which they all must belong; a zero operand in a kernel
 * without error is a mistake that ts_infer reports. */
static ref make_in(ts_kern *k, ts_op o, size_t argc, const ref *arg)
{
    bool mixed = false;
    for (size_t i = 0; i < argc; i++) {
        mixed |= arg[i].k && arg[i].k != k;
        o.arg[o.argc++] = arg[i].id;
    }
    const char *rule = k ? "operands come from different kernels" : no_kernel;
    if (mixed) refuse_mixed(k, o, rule);
    for (size_t i = 0; mixed && i < argc; i++) refuse_mixed(arg[i].k, o, rule);
    return put(k, o);
}

/* The same in the kernel of the operands. All zero: poison gives poison. */
static ref make(ts_op o, size_t argc, const ref *arg)
{
    ts_kern *k = NULL;
    for (size_t i = 0; i < argc && !k; i++) k = arg[i].k;
    return make_in(k, o, argc, arg);
}

/* ---- interface ---- */

ts_val ts_size(ts_kern *k, const char *name)
{
    return as_val(put(k, OP(TS_size_, .name = name)));
}

ts_view ts_arg1(ts_kern *k, ts_mode mode, const char *name, ts_dtype t, ts_val n)
{
    return as_view(make_in(k, OP(TS_param_, .mode = mode, .name = name, .dtype = t), ON(REF(n))));
}

ts_view ts_arg2(ts_kern *k, ts_mode mode, const char *name, ts_dtype t, ts_val n, ts_val m)
{
    return as_view(
        make_in(k, OP(TS_param_, .mode = mode, .name = name, .dtype = t), ON(REF(n), REF(m))));
}

ts_view ts_arg3(ts_kern *k, ts_mode mode, const char *name, ts_dtype t, ts_val n, ts_val m,
                ts_val l)
{
    return as_view(make_in(k, OP(TS_param_, .mode = mode, .name = name, .dtype = t),
                           ON(REF(n), REF(m), REF(l))));
}

ts_val ts_program(ts_val n, int step)
{
    return as_val(make(OP(TS_program_, .step = step), ON(REF(n))));
}

/* ---- views ---- */

ts_view ts_row(ts_view v, ts_val i)
{
    return as_view(make(OP(TS_row_), ON(REF(v), REF(i))));
}

ts_view ts_part(ts_view v, int dim, ts_val start, ts_val count, int step)
{
    return as_view(
        make(OP(TS_part_, .axis = dim, .step = step), ON(REF(v), REF(start), REF(count))));
}

ts_view ts_swap(ts_view v)
{
    return as_view(make(OP(TS_swap_), ON(REF(v))));
}

/* ---- memory ---- */

ts_val ts_at(ts_view v, ts_val i)
{
    return as_val(make(OP(TS_load_), ON(REF(v), REF(i))));
}

ts_val ts_load(ts_view v, ts_val i, int w)
{
    return as_val(make(OP(TS_load_, .rank = 1, .dim = {w, 1}), ON(REF(v), REF(i))));
}

ts_val ts_load2(ts_view v, ts_val i, ts_val j, int h, int w)
{
    return as_val(make(OP(TS_load_, .rank = 2, .dim = {h, w}), ON(REF(v), REF(i), REF(j))));
}

ts_val ts_gather(ts_view v, ts_val index)
{
    return as_val(make(OP(TS_gather_), ON(REF(v), REF(index))));
}

ts_val ts_gather2(ts_view v, ts_val index, ts_val j, int w)
{
    return as_val(make(OP(TS_gather_, .dim = {1, w}), ON(REF(v), REF(index), REF(j))));
}

void ts_store(ts_view v, ts_val i, ts_val x)
{
    make(OP(TS_store_), ON(REF(v), REF(i), REF(x)));
}

void ts_store2(ts_view v, ts_val i, ts_val j, ts_val x)
{
    make(OP(TS_store_), ON(REF(v), REF(i), REF(j), REF(x)));
}

void ts_scatter(ts_view v, ts_val index, ts_val x)
{
    make(OP(TS_scatter_), ON(REF(v), REF(index), REF(x)));
}

void ts_scatter2(ts_view v, ts_val index, ts_val j, ts_val x)
{
    make(OP(TS_scatter_), ON(REF(v), REF(index), REF(j), REF(x)));
}

/* ---- values ---- */

ts_val ts_const(ts_kern *k, ts_dtype t, double x)
{
    return as_val(put(k, OP(TS_const_, .dtype = t, .value = x)));
}

ts_val ts_i32(ts_kern *k, int x)
{
    return ts_const(k, TS_i32, x);
}

ts_val ts_f32(ts_kern *k, double x)
{
    return ts_const(k, TS_f32, x);
}

ts_val ts_iota(ts_kern *k, int n)
{
    return as_val(put(k, OP(TS_iota_, .rank = 1, .dim = {n, 1})));
}

ts_val ts_cast(ts_val a, ts_dtype t)
{
    return as_val(make(OP(TS_cast_, .dtype = t), ON(REF(a))));
}

ts_val ts_bits(ts_val a, ts_dtype t)
{
    return as_val(make(OP(TS_bits_, .dtype = t), ON(REF(a))));
}

ts_val ts_select(ts_val p, ts_val a, ts_val b)
{
    return as_val(make(OP(TS_select_), ON(REF(p), REF(a), REF(b))));
}

/* The elementwise builders, one per row of the table. */
#define TAKES1(name)                                                                               \
    ts_val ts_##name(ts_val a)                                                                     \
    {                                                                                              \
        return as_val(make(OP(TS_##name##_), ON(REF(a))));                                         \
    }
#define TAKES2(name)                                                                               \
    ts_val ts_##name(ts_val a, ts_val b)                                                           \
    {                                                                                              \
        return as_val(make(OP(TS_##name##_), ON(REF(a), REF(b))));                                 \
    }
#define TAKES3(name)                                                                               \
    ts_val ts_##name(ts_val a, ts_val b, ts_val c)                                                 \
    {                                                                                              \
        return as_val(make(OP(TS_##name##_), ON(REF(a), REF(b), REF(c))));                         \
    }
#define E(name, args, types, result, f, i, what) TAKES##args(name)
#define O(name, args, flags, what)
#include "tile/ops.def"
#undef E
#undef O

/* ---- shapes ---- */

ts_val ts_splat1(ts_val a, int w)
{
    return as_val(make(OP(TS_splat_, .rank = 1, .dim = {w, 1}), ON(REF(a))));
}

ts_val ts_splat2(ts_val a, int h, int w)
{
    return as_val(make(OP(TS_splat_, .rank = 2, .dim = {h, w}), ON(REF(a))));
}

ts_val ts_reshape1(ts_val a, int w)
{
    return as_val(make(OP(TS_reshape_, .rank = 1, .dim = {w, 1}), ON(REF(a))));
}

ts_val ts_reshape2(ts_val a, int h, int w)
{
    return as_val(make(OP(TS_reshape_, .rank = 2, .dim = {h, w}), ON(REF(a))));
}

ts_val ts_slice(ts_val a, int axis, int from, int n)
{
    return as_val(make(OP(TS_slice_, .axis = axis, .step = from, .dim = {n, n}), ON(REF(a))));
}

ts_val ts_concat(ts_val a, ts_val b, int axis)
{
    return as_val(make(OP(TS_concat_, .axis = axis), ON(REF(a), REF(b))));
}

ts_val ts_transpose(ts_val a)
{
    return as_val(make(OP(TS_transpose_), ON(REF(a))));
}

ts_val ts_repeat(ts_val a, int times)
{
    return as_val(make(OP(TS_repeat_, .step = times), ON(REF(a))));
}

/* ---- along an axis, contraction ---- */

ts_val ts_sum(ts_val a, int axis)
{
    return as_val(make(OP(TS_sum_, .axis = axis), ON(REF(a))));
}

ts_val ts_amax(ts_val a, int axis)
{
    return as_val(make(OP(TS_amax_, .axis = axis), ON(REF(a))));
}

ts_val ts_amin(ts_val a, int axis)
{
    return as_val(make(OP(TS_amin_, .axis = axis), ON(REF(a))));
}

ts_val ts_argmax(ts_val a, int axis)
{
    return as_val(make(OP(TS_argmax_, .axis = axis), ON(REF(a))));
}

ts_val ts_argmin(ts_val a, int axis)
{
    return as_val(make(OP(TS_argmin_, .axis = axis), ON(REF(a))));
}

ts_val ts_scan(ts_val a, int axis)
{
    return as_val(make(OP(TS_scan_, .axis = axis), ON(REF(a))));
}

ts_val ts_dot(ts_val a, ts_val b, ts_val c)
{
    return as_val(make(OP(TS_dot_), ON(REF(a), REF(b), REF(c))));
}

ts_val ts_dot_t(ts_val a, ts_val b, ts_val c)
{
    return as_val(make(OP(TS_dot_t_), ON(REF(a), REF(b), REF(c))));
}

/* ---- state and loops ---- */

ts_var ts_var0(ts_val init)
{
    return as_var(make(OP(TS_var_), ON(REF(init))));
}

ts_var ts_var1(ts_val init, int w)
{
    return as_var(make(OP(TS_var_, .rank = 1, .dim = {w, 1}), ON(REF(init))));
}

ts_var ts_var2(ts_val init, int h, int w)
{
    return as_var(make(OP(TS_var_, .rank = 2, .dim = {h, w}), ON(REF(init))));
}

ts_val ts_get(ts_var v)
{
    return as_val(make(OP(TS_get_), ON(REF(v))));
}

void ts_set(ts_var v, ts_val x)
{
    make(OP(TS_set_), ON(REF(v), REF(x)));
}

ts_loop ts_range(ts_val lo, ts_val hi, int step)
{
    ref at = make(OP(TS_loop_, .step = step), ON(REF(lo), REF(hi)));
    return (ts_loop){.at = as_val(at), .id = at.id};
}

ts_loop ts_upto(ts_val hi, int step)
{
    return ts_range(ts_i32(hi.k, 0), hi, step);
}

/* True once, for the body; the second call ends the loop. False at once if the kernel has failed,
 * so that no host loop runs for ever. */
bool ts_next(ts_loop *l)
{
    enum { FRESH, OPEN, ENDED };
    ts_kern *k = l ? l->at.k : NULL;
    if (!k) refuse_nobody(OP(TS_loop_), "ts_next on no loop (a zero handle)");
    if (!k || ts_failed(&k->err)) return false;
    if (k->finished || !l->id || l->id >= k->n || k->op[l->id].op != TS_loop_) {
        put(k, OP(TS_end_, .argc = 1, .arg = {l->id}));
        return false;
    }
    const ts_op *loop = &k->op[l->id]; /* whose place its end has */
    ts_op end = OP(TS_end_, .argc = 1, .arg = {l->id}, .line = loop->line, .file = loop->file);
    if (l->state == ENDED) return ts_refuse(k, &end, "ts_next on a loop that has ended");
    if (l->state++ == FRESH) return true;
    ts_append(k, &end);
    return false;
}

/* vectors.c - see vectors.h. */
#include "check/vectors.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/check.h"
#include "check/execute.h"
#include "check/vector_text.h"
#include "engine/fields.h"
#include "tessera/compile.h"
#include "tile/ir.h"

/* A file of a few hundred bytes can tell of any extents. */
enum { MOST_ELEMENTS = 1 << 24, MOST_SIZE = 1 << 20 };

/* Tensors that a param has columns of: its columns to .. to + width - 1 are those from .. of rows of `row`. */
typedef struct recorded {
    const ts_tensor *in, *out, *wide, *abs;
    size_t from, to, width, row;
    const ts_vector_output *accept;
} recorded;

enum { PARTS = 2 }; /* of a param */

typedef struct param {
    recorded part[PARTS];
    int parts;
    size_t n, row; /* its elements that are recorded, from the first on, and of its rows */
} param;

typedef struct vector_run { /* of a case, by one row */
    const ts_vector *row;
    ts_vector_case of;
    const ts_kernel_def *def;
    ts_shape *shape;
    ts_execution how;
    ts_traced *kernel;
    ts_arrays arrays;
    param *param;
    ts_case sizes;
    double terms;
    ts_vector_report *report;
} vector_run;

/* ---- which tensors ---- */

/* The part that element j of a param belongs to, and which element of its tensors that is; NULL: none. */
static const recorded *part_of(const param *p, size_t j, size_t *at)
{
    size_t line = j / p->row, col = j % p->row;
    for (int i = 0; i < p->parts; i++) {
        const recorded *r = &p->part[i];
        *at = line * r->row + r->from + (col - r->to);
        if (col >= r->to && col - r->to < r->width) return r;
    }
    return NULL;
}

static int readable(const ts_tensor *t, ts_error *err)
{
    if (!t || t->type->dtype >= 0 || !strcmp(t->type->name, "I64")) return 0;
    return ts_fail(err, "tensor %.80s is %s, which no param is made from", t->name, t->type->name);
}

static const ts_tensor *beside(const vector_run *v, const char *name, const char *end)
{
    char whole[160];
    snprintf(whole, sizeof whole, "%s_%s", name, end);
    return ts_vector_tensor(&v->of, "out", whole);
}

static int same_extents(const ts_tensor *a, const ts_tensor *b, ts_error *err)
{
    if (!a || !b || (a->rank == b->rank && !memcmp(a->dim, b->dim, sizeof a->dim))) return 0;
    return ts_fail(err, "tensor %.80s has other extents than %.80s", b->name, a->name);
}

static const ts_vector_output *accepted(const ts_vector *row, const char *name)
{
    for (const ts_vector_output *o = row->output; o && o->name; o++)
        if (!strcmp(o->name, name)) return o;
    return NULL;
}

/* Those of a name, or of two, "x/y": one goes in, the other comes out. 0 if there are none and none is needed, -1 with
 * *err. */
static int tensors(const vector_run *v, const ts_param *p, const char *names, recorded *r,
                   ts_error *err)
{
    char in[128];
    const char *slash = strchr(names, '/'), *out = slash ? slash + 1 : names;
    snprintf(in, sizeof in, "%.*s", (int)strcspn(names, "/"), names);
    if (p->mode == TS_IN || p->mode == TS_INOUT) r->in = ts_vector_tensor(&v->of, "in", in);
    if (p->mode == TS_OUT || p->mode == TS_INOUT) r->out = ts_vector_tensor(&v->of, "out", out);
    if (!r->in && p->mode == TS_IN) return ts_fail(err, "it has no tensor in.%s", in);
    if (r->out) r->wide = beside(v, out, "wide"), r->abs = beside(v, out, "abs");
    r->accept = accepted(v->row, out);
    if (readable(r->in, err) || readable(r->out, err) || readable(r->wide, err) ||
        readable(r->abs, err) || same_extents(r->in, r->out, err) ||
        same_extents(r->out, r->wide, err) || same_extents(r->out, r->abs, err))
        return -1;
    return r->in || r->out;
}

/* "q@512": its columns from 512 on, as many as the param has; "q>512": all of them, as the param's from there on;
 * "q": all its elements, as they lie. */
static int columns(const vector_run *v, const ts_param *p, const char *text, recorded *r,
                   ts_error *err)
{
    const ts_tensor *t = r->in ? r->in : r->out;
    size_t n = ts_vector_count(t, p->type), row = p->dim[p->rank - 1];
    double at = 0;
    if (*text && ts_vector_number(&v->of, text + 1, &at, err)) return -1;
    r->row = t->rank && t->dim[t->rank - 1] ? (size_t)t->dim[t->rank - 1] : 1;
    if (*text == '@') r->width = row, r->from = (size_t)at;
    if (*text == '>') r->width = r->row, r->to = (size_t)at;
    if (!*text) r->width = r->row = row;
    if (!(at >= 0 && at <= MOST_SIZE) || r->from + r->width > r->row || r->to + r->width > row)
        return ts_fail(err, "tensor %.80s has rows of %zu, and param %s of %zu", t->name, r->row,
                       p->name, row);
    if (*text) n = n / r->row * row;
    if (n <= p->n) return 0;
    return ts_fail(err, "tensor %.80s has %zu elements, and param %s takes %zu", t->name, n,
                   p->name, p->n);
}

static int add_part(const vector_run *v, int i, const char *source, ts_error *err)
{
    const ts_param *p = &v->kernel->param[i];
    param *to = &v->param[i];
    recorded *r = &to->part[to->parts];
    size_t n = strcspn(source, "@>");
    char name[128];
    snprintf(name, sizeof name, "%.*s", (int)n, source);
    to->row = p->dim[p->rank - 1];
    int found = tensors(v, p, name, r, err);
    if (found <= 0) return found;
    if (columns(v, p, source + n, r, err)) return -1;
    size_t all = ts_vector_count(r->in ? r->in : r->out, p->type);
    to->n = source[n] ? all / r->row * to->row : all;
    to->parts++;
    return 0;
}

/* ---- into the arrays ---- */

static int put(ts_array *a, size_t i, double x, const char *what, ts_error *err)
{
    uint32_t code = ts_encode(a->p.type, x);
    double kept = ts_decode(a->p.type, code);
    ts_place(a->p.type, a->raw + a->at, i, code);
    if (kept == x || (isnan(kept) && isnan(x))) return 0;
    return ts_fail(err, "%.80s: element %zu is %.9g, and param %s cannot hold that", what, i, x,
                   a->p.name);
}

static int put_all(ts_array *a, const param *p, ts_error *err)
{
    for (size_t j = 0, at; j < p->n; j++) {
        const recorded *r = part_of(p, j, &at);
        if (!r || !r->in) continue;
        if (put(a, j, ts_vector_element(r->in, a->p.type, at), r->in->name, err)) return -1;
    }
    return 0;
}

static int put_number(const vector_run *v, ts_array *a, const char *text, ts_error *err)
{
    double x;
    if (ts_vector_number(&v->of, text, &x, err)) return -1;
    for (size_t i = 0; i < a->p.n; i++)
        ts_place(a->p.type, a->raw + a->at, i, ts_encode(a->p.type, x));
    return 0;
}

/* What the row says of a param; the tensor of its own name if it says nothing. */
static int fill_param(vector_run *v, int i, ts_error *err)
{
    ts_array *a = &v->arrays.a[i];
    const char *list = v->row->from;
    ts_vector_item item;
    bool said = false;
    while (ts_vector_next(&list, &item)) {
        if (strcmp(item.name, a->p.name) != 0) continue;
        if (item.sign == '=') return put_number(v, a, item.value, err);
        if (v->param[i].parts < PARTS && add_part(v, i, item.value, err)) return -1;
        said = true;
    }
    if (!said && a->p.mode != TS_WORK && add_part(v, i, a->p.name, err)) return -1;
    return put_all(a, &v->param[i], err);
}

static int fill_sizes(vector_run *v, ts_error *err)
{
    for (int i = 0; i < v->kernel->sizes; i++) {
        ts_vector_item item;
        const char *list = v->row->sizes;
        double x = -1;
        while (ts_vector_next(&list, &item))
            if (!strcmp(item.name, v->kernel->size[i]) &&
                ts_vector_number(&v->of, item.value, &x, err))
                return -1;
        if (!(x >= 0 && x <= MOST_SIZE) || x != trunc(x))
            return ts_fail(err, "size %s would be %.9g; it may be from 0 to %d", v->kernel->size[i],
                           x, MOST_SIZE);
        v->sizes.size[i] = (int32_t)x;
    }
    return 0;
}

/* ---- verdict ---- */

/* Codes of 8 bits in the order of their values, both zeros in one place. */
static int rank_of(uint32_t code)
{
    int size = (int)(code & 127);
    return code & 128 ? -size : size;
}

/* As a share of what is accepted. */
static double share_of(const vector_run *v, ts_dtype t, const recorded *r, size_t at, uint32_t code)
{
    const ts_vector_output *o = r->accept;
    double y = ts_vector_element(r->out, t, at), got = ts_decode(t, code);
    if (code == ts_encode(t, y) || (isnan(y) && isnan(got))) return 0;
    if (o && o->steps) return abs(rank_of(code) - rank_of(ts_encode(t, y))) / (double)o->steps;
    if (!o || !isfinite(y) || !isfinite(got)) return INFINITY;
    double want = r->wide ? ts_vector_element(r->wide, t, at) : y;
    double terms = r->abs ? v->terms * ts_vector_element(r->abs, t, at) : 0;
    double most = o->relative * fabs(want) + o->absolute + o->sums * terms;
    return got == want ? 0 : fabs(got - want) / most;
}

static bool untouched(const ts_array *a, size_t j)
{
    return ts_fetch(a->p.type, a->raw + a->at, j) == ts_fetch(a->p.type, a->copy + a->at, j);
}

static bool element_agrees(vector_run *v, const ts_array *a, const recorded *r, size_t j, size_t at,
                           ts_error *why)
{
    uint32_t code = ts_fetch(a->p.type, a->copy + a->at, j);
    double y = ts_vector_element(r->out, a->p.type, at);
    if (r->accept && r->accept->pads && y == r->accept->pad && untouched(a, j)) return true;
    double share = share_of(v, a->p.type, r, at, code);
    v->report->worst = fmax(v->report->worst, share);
    if (share <= 1) return true;
    ts_fail(why, "%s[%zu] is %.9g, recorded %.9g", a->p.name, j, ts_decode(a->p.type, code), y);
    return false;
}

/* Of the elements that have codes of steps. */
static bool few_differ(const ts_array *a, const param *p, ts_error *why)
{
    size_t differ = 0, all = 0, most = 0;
    for (size_t j = 0, at; j < p->n; j++) {
        const recorded *r = part_of(p, j, &at);
        if (!r || !r->out || !r->accept || !r->accept->steps) continue;
        uint32_t code = ts_encode(a->p.type, ts_vector_element(r->out, a->p.type, at));
        differ += rank_of(code) != rank_of(ts_fetch(a->p.type, a->copy + a->at, j));
        most = (size_t)(r->accept->differing * (double)++all);
    }
    if (differ <= most) return true;
    ts_fail(why, "%s: %zu of %zu codes differ, and %zu may", a->p.name, differ, all, most);
    return false;
}

/* What is not recorded of an output must be left as it was, but for columns that no tensor has. */
static bool output_agrees(vector_run *v, int i, ts_error *why)
{
    const ts_array *a = &v->arrays.a[i];
    const param *p = &v->param[i];
    for (size_t j = 0, at; j < p->n; j++) {
        const recorded *r = part_of(p, j, &at);
        if (r && r->out && !element_agrees(v, a, r, j, at, why)) return false;
    }
    for (size_t j = p->n; j < a->p.n; j++)
        if (!untouched(a, j)) {
            ts_fail(why, "%s[%zu] was written, and %zu elements are recorded", a->p.name, j, p->n);
            return false;
        }
    return few_differ(a, p, why);
}

static bool has_record(const param *p)
{
    return (p->parts > 0 && p->part[0].out) || (p->parts > 1 && p->part[1].out);
}

static bool outputs_agree(vector_run *v, ts_error *why)
{
    int compared = 0;
    if (!ts_arrays_intact(&v->arrays, why)) return false;
    for (int i = 0; i < v->arrays.n; i++) {
        if (!has_record(&v->param[i])) continue;
        if (!output_agrees(v, i, why)) return false;
        compared++;
    }
    if (!compared) ts_fail(why, "no output of it is recorded");
    return compared > 0;
}

/* ---- a run ---- */

static int small_enough(const ts_traced *t, ts_error *err)
{
    size_t all = 0;
    for (int i = 0; i < t->params; i++) {
        size_t n = t->param[i].n;
        all += n;
        if (!n || n > MOST_ELEMENTS || all > MOST_ELEMENTS)
            return ts_fail(err, "its params have more than %d elements", MOST_ELEMENTS);
    }
    return 0;
}

/* 0: its suite has no such shape, and *err says why. -1: nor can one be made of the file. */
static int shape_of(vector_run *v, ts_error *err)
{
    char set[1000];
    const ts_suite *suite = v->def->suite;
    ts_device *device = v->how.device;
    const ts_target *target = device ? ts_target_find(ts_device_target(device), err) : NULL;
    if (ts_failed(err) || ts_vector_settings(&v->of, v->row->shape, set, sizeof set, err))
        return -1;
    v->shape = ts_shape_copy(suite, suite->check->shape);
    if (ts_shape_set(suite, v->shape, set, err)) return 0;
    if (target) ts_shape_schedule(suite, v->shape, target);
    return !ts_shape_set(suite, v->shape, set, err) &&
           !ts_kernel_shape_check(v->def, v->shape, err);
}

static int prepare(vector_run *v, ts_error *err)
{
    v->terms = 1;
    if (v->row->terms && ts_vector_number(&v->of, v->row->terms, &v->terms, err)) return -1;
    v->kernel = ts_kernel_traced(v->def, v->shape, err);
    if (!v->kernel || small_enough(v->kernel, err)) return -1;
    v->how.kernel = v->kernel;
    v->param = calloc((size_t)v->kernel->params, sizeof *v->param);
    if (!v->param) return ts_fail(err, "out of memory for %d params", v->kernel->params);
    if (ts_arrays_make(&v->arrays, v->kernel, v->shape, 0, err)) return -1;
    ts_arrays_poison(&v->arrays);
    for (int i = 0; i < v->kernel->params; i++) {
        if (v->arrays.a[i].mapped)
            return ts_fail(err, "param %s has too many elements (%zu)", v->arrays.a[i].p.name,
                           v->arrays.a[i].p.n);
        if (fill_param(v, i, err)) return -1;
    }
    return fill_sizes(v, err);
}

static void fail(vector_run *v, const char *who, const ts_error *err)
{
    v->report->failed = true;
    snprintf(v->report->why, sizeof v->report->why, "%s, case %s, %s: %.900s", v->row->kernel,
             ts_show(v->of.name, strlen(v->of.name)).text, who, err->text);
}

static void run_on(vector_run *v, ts_executor *exec, const char *who, unsigned *runs)
{
    ts_error why = {0};
    if (v->report->failed) return;
    ts_arrays_reset(&v->arrays);
    ++*runs;
    if (exec(&v->how, &v->arrays, &v->sizes, &why) || !outputs_agree(v, &why)) fail(v, who, &why);
}

static void run_all(vector_run *v)
{
    ts_error err = {0};
    if (!prepare(v, &err) && v->how.device)
        v->how.module = ts_check_load(v->def, v->shape, v->how.device, &err);
    if (ts_failed(&err)) {
        fail(v, "before it runs", &err);
        return;
    }
    run_on(v, ts_interpret_arrays, "interpreter", &v->report->interpreter);
    if (v->how.device) run_on(v, ts_execute_arrays, "device", &v->report->device);
}

static void end(vector_run *v)
{
    if (v->how.module) ts_module_free(v->how.module);
    ts_arrays_free(&v->arrays);
    free(v->param);
    ts_traced_free(v->kernel);
    free(v->shape);
}

/* ---- a file ---- */

static void leave_out(ts_vector_report *r, const char *name, const char *why)
{
    if (!r->why[0])
        snprintf(r->why, sizeof r->why, "case %s left out: %.900s",
                 ts_show(name, strlen(name)).text, why);
}

static const ts_kernel_def *kernel_of(const ts_suite *suite, const char *name)
{
    for (size_t i = 0; suite->kernel[i]; i++)
        if (!strcmp(suite->kernel[i]->name, name)) return suite->kernel[i];
    return NULL;
}

/* 1: the case was run, 0: it is none of the row's, or left out with *err, -1: it cannot be, with *err. */
static int try_row(vector_run *v, const ts_suite *suite, ts_error *err)
{
    int holds = ts_vector_holds(&v->of, v->row->when, err);
    if (holds <= 0) return holds;
    v->def = kernel_of(suite, v->row->kernel);
    if (!v->def) {
        ts_fail(err, "suite %s has no kernel %s", suite->name, v->row->kernel);
        return 0;
    }
    int fits = shape_of(v, err);
    if (fits > 0) run_all(v);
    return fits;
}

static int run_row(vector_run *v, const ts_suite *suite)
{
    ts_error err = {0};
    int run = try_row(v, suite, &err);
    if (run < 0) fail(v, "as the file has it", &err);
    if (!run && ts_failed(&err)) leave_out(v->report, v->of.name, err.text);
    end(v);
    return run > 0;
}

static void run_case(const ts_vector_case *c, ts_device *device, ts_vector_report *report)
{
    const ts_suite *suite;
    bool run = false;
    for (size_t u = 0; (suite = ts_suite_at(u)); u++)
        for (const ts_vector *row = suite->vector; row && row->file; row++) {
            vector_run v = {.row = row, .of = *c, .report = report, .how.device = device};
            if (!report->failed && !strcmp(row->file, report->kernel)) run |= run_row(&v, suite);
        }
    report->run += run;
    if (!run) leave_out(report, c->name, "no kernel computes it");
}

static bool known(const char *kernel)
{
    const ts_suite *suite;
    for (size_t u = 0; (suite = ts_suite_at(u)); u++)
        for (const ts_vector *row = suite->vector; row && row->file; row++)
            if (!strcmp(row->file, kernel)) return true;
    return false;
}

static int run_file(const ts_safetensors *file, const char *path, ts_device *device,
                    ts_vector_report *report, ts_error *err)
{
    const char *kernel = ts_safetensors_note(file, "kernel"), *name;
    const char *text = ts_safetensors_note(file, "cases");
    ts_fields f = {0};
    json_t *parameters;
    if (!kernel || !text)
        return ts_fail(err, "its __metadata__ has no %s", kernel ? "cases" : "kernel");
    snprintf(report->kernel, sizeof report->kernel, "%.70s", ts_show(kernel, strlen(kernel)).text);
    if (!known(report->kernel)) return 0;
    if (ts_fields_parse(&f, text, strlen(text), path, err)) return -1;
    report->cases = (unsigned)json_object_size(f.object);
    json_object_foreach(f.object, name, parameters)
    {
        run_case(&(ts_vector_case){file, name, parameters}, device, report);
    }
    ts_fields_free(&f);
    if (!report->cases) return ts_fail(err, "it has no case");
    return ts_safetensors_whole(file, err);
}

void ts_check_vectors(const char *path, ts_device *device, ts_vector_report *report)
{
    ts_error err = {0};
    *report = (ts_vector_report){.failed = false};
    ts_safetensors *file = ts_safetensors_open(path, &err);
    if (file) run_file(file, path, device, report, &err);
    ts_safetensors_close(file);
    if (!ts_failed(&err)) return;
    report->failed = true;
    snprintf(report->why, sizeof report->why, "%s", err.text);
}

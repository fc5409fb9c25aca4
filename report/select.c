/* select.c - the newest result of each key, and lines picked from them (view.h). */
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "report/values.h"

/* ---- small things ---- */

bool ts_has(const char *text, const char *piece)
{
    return text && strcasestr(text, piece);
}

bool ts_is_published(const ts_run_info *run)
{
    return ts_same(run->kind, "published");
}

void *ts_view_take(ts_view *v, size_t n, size_t size)
{
    void *taken = ts_memory_take(&v->memory, n, size);
    if (!taken) ts_fail(v->err, "no memory for the report; choose one run of the store with --run");
    return taken;
}

void ts_view_free(ts_view *v)
{
    ts_memory_free(v->memory);
    *v = (ts_view){0};
}

/* ---- keys ---- */

/* What makes two results the same measurement, made again. */
static const char key[] =
    "published machine source_of_others bench suite name device device_name target "
    "dtype kv shape unit toolchain mode_but_of_ceilings threads batch context "
    "prompt tokens driver_of_others";

static int compare_keys(const ts_keys *k, const ts_record *a, const ts_record *b)
{
    ts_line x = {.r = a}, y = {.r = b};
    return ts_keys_compare(k, &x, &y);
}

static int by_key_then_age(const void *pa, const void *pb, void *keys)
{
    const ts_record *a = *(const ts_record *const *)pa, *b = *(const ts_record *const *)pb;
    int c = compare_keys(keys, a, b);
    return c ? c : (a > b) - (a < b); /* records are in the order of time */
}

static int by_age(const void *pa, const void *pb)
{
    const ts_record *a = *(const ts_record *const *)pa, *b = *(const ts_record *const *)pb;
    return (a > b) - (a < b);
}

/* A later record replaces one; within one published run every line stands, whatever its key. */
static bool replaced(const ts_keys *k, const ts_record *r, const ts_record *next)
{
    if (!next || compare_keys(k, r, next)) return false;
    return !ts_is_published(r->run) || r->run != next->run;
}

static int find_newest(ts_view *v)
{
    const ts_records *all = v->from.all;
    const ts_record **list = v->newest = ts_view_take(v, all->n + 1, sizeof *v->newest);
    ts_keys keys = ts_keys_of(v, key);
    size_t n = 0;
    if (!list) return -1;
    for (size_t i = 0; i < all->n; i++) {
        const ts_run_info *run = all->record[i].run;
        if (!v->only || run == v->only || ts_is_published(run)) list[n++] = &all->record[i];
    }
    qsort_r(list, n, sizeof *list, by_key_then_age, &keys);
    for (size_t i = 0; i < n; i++)
        if (!replaced(&keys, list[i], i + 1 < n ? list[i + 1] : NULL)) list[v->n++] = list[i];
    qsort(list, v->n, sizeof *list, by_age);
    return 0;
}

/* ---- runs ---- */

static int find_only(ts_view *v, const char *id)
{
    const ts_records *all = v->from.all;
    size_t len = strlen(id), found = 0;
    if (len < 4) return ts_fail(v->err, "--run needs at least 4 digits of an id, not \"%s\"", id);
    for (size_t i = 0; i < all->runs; i++)
        if (all->run[i].id && !strncmp(all->run[i].id, id, len)) {
            v->only = &all->run[i];
            found++;
        }
    if (found == 1) return 0;
    return ts_fail(v->err,
                   found ? "%zu runs begin with \"%s\"; give more digits of its id"
                         : "%zu runs begin with \"%s\"; tessera results list shows them",
                   found, id);
}

static bool has_decode(const ts_records *all, const ts_run_info *run)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->record[i].run == run && ts_same(all->record[i].result.bench, "decode"))
            return true;
    return false;
}

static const ts_run_info *find_subject(const ts_view *v)
{
    const ts_run_info *measured = NULL, *decoding = NULL;
    const ts_records *all = v->from.all;
    if (v->only) return v->only;
    for (size_t i = 0; i < all->runs; i++) {
        if (ts_is_published(&all->run[i])) continue;
        measured = &all->run[i];
        if (has_decode(all, measured)) decoding = measured;
    }
    return decoding ? decoding : measured;
}

static bool plain_id(const char *id, size_t n)
{
    return id && strlen(id) >= n && strspn(id, "0123456789abcdef") >= n;
}

/* A page's name is the front of the run's id, so that links keep their meaning; ids of others may
 * hold anything, and may begin alike. */
static void name_pages(ts_view *v)
{
    const ts_records *all = v->from.all;
    for (size_t i = 0; i < all->runs; i++) {
        const char *id = all->run[i].id;
        bool plain = plain_id(id, 12);
        for (size_t k = 0; plain && k < all->runs; k++)
            if (k != i && all->run[k].id && !strncmp(all->run[k].id, id, 12)) plain = false;
        if (plain)
            snprintf(v->page[i], sizeof *v->page, "run-%.12s", id);
        else
            snprintf(v->page[i], sizeof *v->page, "run-number-%zu", i + 1);
    }
}

int ts_view_make(ts_view *v, ts_source from, const char *run, ts_error *err)
{
    *v = (ts_view){.from = from, .err = err};
    if (!from.all->n)
        return ts_fail(err, "there are no results to report; tessera bench measures this machine");
    if (run && find_only(v, run)) return -1;
    v->subject = find_subject(v);
    v->page = ts_view_take(v, from.all->runs + 1, sizeof *v->page);
    if (!v->page || find_newest(v)) return -1;
    name_pages(v);
    return 0;
}

/* ---- lines ---- */

static double number_at(const ts_result *r, size_t offset)
{
    return *(const double *)((const char *)r + offset);
}

/* Tokens a second of several sequences at once come from one reading of the weights. */
static double step_seconds(const ts_result *r)
{
    double seconds = ts_seconds_of(r->unit, r->value);
    return ts_same(r->unit, "tok/s") && r->batch > 1 ? seconds * r->batch : seconds;
}

static double least_time(const ts_line *l)
{
    double read = l->bytes / (l->ceiling * 1e9), work = l->r->result.flops / (l->peak * 1e9);
    return isnan(read) ? work : isnan(work) ? read : fmax(read, work);
}

/* A ceiling that the line itself does not carry: one of the same run and device. */
static double ceiling_beside(const ts_view *v, const ts_record *r, size_t field)
{
    const ts_records *all = v->from.all;
    for (size_t i = 0; i < all->n; i++) {
        const ts_record *o = &all->record[i];
        double x = number_at(&o->result, field);
        if (o->run == r->run && isfinite(x) && ts_same(o->result.device, r->result.device) &&
            ts_same(o->result.device_name, r->result.device_name))
            return x;
    }
    return NAN;
}

static double or_beside(const ts_view *v, const ts_record *r, double own, size_t field)
{
    return isnan(own) ? ceiling_beside(v, r, field) : own;
}

static bool accepted(const ts_result *r)
{
    return !ts_same(r->verdict, "fail") && !ts_same(r->verdict, "refused") && isfinite(r->value);
}

ts_line ts_line_of(const ts_view *v, const ts_record *r)
{
    const ts_result *x = &r->result;
    ts_line l = {.r = r, .seconds = step_seconds(x), .bytes = x->bytes, .gbps = x->gbps};
    l.ceiling = or_beside(v, r, x->read_gbps, offsetof(ts_result, read_gbps));
    l.peak = or_beside(v, r, x->peak_gflops, offsetof(ts_result, peak_gflops));
    if (isnan(l.bytes)) l.bytes = ts_published_bytes(r);
    if (isnan(l.gbps)) l.gbps = l.bytes / l.seconds / 1e9;
    /* Measured lines say themselves what bounds them: bytes of a cache are not bound by memory. */
    l.sol = isfinite(x->sol) || !ts_is_published(r->run) ? x->sol : least_time(&l) / l.seconds;
    l.room = l.seconds * (1 - l.sol);
    l.stated = ts_published_ceiling(v, &l);
    l.impossible = l.sol > TS_MOST_SHARE;
    l.counts = accepted(x) && !l.impossible;
    snprintf(l.href, sizeof l.href, "%s.html#r%zu", v->page[r->run - v->from.all->run], r->seq);
    return l;
}

static bool in_list(const char *list, const char *word)
{
    size_t n = strlen(word);
    for (const char *at = list; (at = strstr(at, word)); at += n)
        if ((at == list || at[-1] == ',') && (!at[n] || at[n] == ',')) return true;
    return false;
}

static bool wanted(const ts_view *v, const ts_record *r, const char *bench, unsigned which)
{
    const ts_run_info *run = r->run;
    if (!r->result.bench || !in_list(bench, r->result.bench)) return false;
    if (!(which & (ts_is_published(run) ? TS_PUBLISHED : TS_MEASURED))) return false;
    if (!(which & TS_HERE)) return true;
    return v->subject && ts_same(run->machine, v->subject->machine);
}

ts_lines ts_lines_pick(ts_view *v, const char *bench, unsigned which)
{
    ts_lines l = {0};
    const ts_records *all = v->from.all;
    size_t n = which & TS_EVERY ? all->n : v->n;
    for (int pass = 0; pass < 2; pass++) { /* count, then fill */
        if (pass && !(l.line = ts_view_take(v, l.n + 1, sizeof *l.line))) return (ts_lines){0};
        l.n = 0;
        for (size_t i = 0; i < n; i++) {
            const ts_record *r = which & TS_EVERY ? &all->record[i] : v->newest[i];
            if (!wanted(v, r, bench, which)) continue;
            if (pass) l.line[l.n] = ts_line_of(v, r);
            l.n++;
        }
    }
    return l;
}

ts_lines ts_lines_part(const ts_lines *l, size_t at, size_t n)
{
    return (ts_lines){l->line + at, n};
}

void ts_lines_rank(ts_lines *l)
{
    size_t rank = 0;
    for (size_t i = 0; i < l->n; i++) {
        ts_line *x = &l->line[i];
        x->rank = x->counts && !ts_says_little(&x->r->result) ? ++rank : 0;
    }
}

static const ts_record *partner(const ts_keys *same, const ts_lines *l, const ts_line *of,
                                const char *mode)
{
    for (size_t i = 0; i < l->n; i++)
        if (ts_same(l->line[i].r->result.mode, mode) && !ts_keys_compare(same, of, &l->line[i]))
            return l->line[i].r;
    return NULL;
}

ts_lines ts_kernel_lines(ts_view *v)
{
    ts_lines all = ts_lines_pick(v, "kernel", TS_MEASURED), l = all;
    ts_keys same = ts_keys_of(v, "name same_bench");
    if (!all.n || !(l.line = ts_view_take(v, all.n, sizeof *l.line))) return (ts_lines){0};
    l.n = 0;
    for (size_t i = 0; i < all.n; i++) {
        ts_line x = all.line[i];
        const char *mode = x.r->result.mode;
        bool warm = ts_same(mode, "hot") || ts_same(mode, "overlap");
        if (warm && partner(&same, &all, &x, "cold")) continue;
        x.hot = partner(&same, &all, &x, "hot");
        x.overlap = partner(&same, &all, &x, "overlap");
        l.line[l.n++] = x;
    }
    return l;
}

const char *ts_says_little(const ts_result *r)
{
    enum { LEAST = 6 }; /* of fewer rounds no interval of a median holds 95 % */
    if (r->noisy > 0) return "noisy";
    return r->n < LEAST ? "too few rounds" : NULL;
}

const char *ts_device_of(const ts_record *r)
{
    const ts_result *x = &r->result;
    const char *said = ts_is_published(r->run) && x->device_name ? x->device_name : x->device;
    if (!said) said = x->device_name ? x->device_name : r->run->cpu;
    if (!said && ts_is_published(r->run)) said = r->run->source;
    return said ? said : "unnamed device";
}

const char *ts_chip_of(const ts_record *r)
{
    const char *chip = r->result.device_name;
    if (!chip && !ts_is_published(r->run)) chip = r->run->cpu;
    return chip == ts_device_of(r) ? NULL : chip;
}

/* ---- the figures of the first page ---- */

/* Greater is nearer to what the report is about: the true shape, one sequence, weights as they come,
 * quiet, little in the cache. Each outweighs all that come after it; among equals the fastest. */
static double aptness(const ts_line *l)
{
    const ts_result *r = &l->r->result;
    double score = 0;
    if (ts_has(r->shape, "1.5b") || ts_has(r->name, "1.5b")) score += 1e9;
    if (!(r->batch > 1)) score += 1e8;
    if (ts_same(r->dtype, "bf16")) score += 1e7;
    if (!(r->noisy > 0)) score += 5e5;
    if (r->context > 0)
        score -= fmin(r->context, 4e5); /* at most an empty cache's worth of noise */
    return score;
}

static double apt_and_fast(const ts_line *l)
{
    return aptness(l) + fmin(l->r->result.value, 1e5) / 1e6;
}

/* The line of the greatest score that counts, or that does not; the first among equals. */
static bool aptest(ts_view *v, bool counts, double (*score)(const ts_line *), ts_line *out)
{
    ts_lines l = ts_lines_pick(v, "decode", TS_MEASURED | TS_HERE);
    const ts_line *best = NULL;
    for (size_t i = 0; i < l.n; i++)
        if (l.line[i].counts == counts && (!best || score(&l.line[i]) > score(best)))
            best = &l.line[i];
    if (best) *out = *best;
    return best;
}

bool ts_headline(ts_view *v, ts_line *out)
{
    return aptest(v, true, apt_and_fast, out);
}

bool ts_withheld(ts_view *v, ts_line *out)
{
    ts_line shown;
    double least = ts_headline(v, &shown) ? aptness(&shown) : -INFINITY;
    return aptest(v, false, aptness, out) && aptness(out) > least;
}

bool ts_ceiling(ts_view *v, const char *bench, const char *name, const char *device, ts_line *out)
{
    bool found = false;
    ts_lines l = ts_lines_pick(v, bench, TS_MEASURED | TS_HERE);
    for (size_t i = 0; i < l.n; i++) {
        const ts_result *r = &l.line[i].r->result;
        if (!ts_same(r->name, name) || (device && !ts_same(r->device, device))) continue;
        *out = l.line[i];
        found = true;
    }
    return found;
}

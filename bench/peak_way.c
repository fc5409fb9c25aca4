/* peak_way.c - see peak_way.h.
 *
 * A sample is made some 20 ms long by more turns, so that handing out programs and waiting for the
 * last one vanish; there are enough programs a thread for threads of unequal speed to end together. */
#include "bench/peak_way.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/peak_rig.h"

enum { EACH = 32, FIRST_TURNS = 256, MOST_TURNS = 1 << 18, SAMPLES = 9 };
static const double enough = 0.02; /* seconds a sample */

/* ---- text ---- */

static void put_chains(const ts_way *w, ts_text *t)
{
    ts_put(t, "        %s m = *(const %s *)in, x = *(const %s *)(in + 64);\n", w->type, w->type,
           w->type);
    ts_put(t, "        lane s = *(const lane *)(in + 128);\n");
    if (w->one) ts_put(t, "        %s one = %s;\n", w->type, w->one);
    for (int c = 0; c < w->chains; c++)
        ts_put(t, "        %s a%d = (%s)(s + %d);\n", w->type, c, w->type, c);
    ts_put(t, "        for (int32_t k = 0; k < turns; k++) {\n");
    for (int c = 0; c < w->chains; c++) ts_put(t, "            STEP(a%d);\n", c);
    ts_put(t, "        }\n        *(lane *)out = (lane)a0");
    for (int c = 1; c < w->chains; c++) ts_put(t, " + (lane)a%d", c);
    ts_put(t, ";\n");
}

void ts_way_text(const ts_way *w, ts_text *t)
{
    ts_put(t, "#include <stdint.h>\n%s", w->head ? w->head : "");
    ts_put(t, "typedef %s lane __attribute__((vector_size(%d), may_alias));\n", w->elem,
           w->body ? TS_WAY_VECTOR : w->bytes);
    if (w->step) ts_put(t, "#define STEP(a) %s\n", w->step);
    ts_put(t, "// tessera kernel=peak entry=ts_peak params=i32,o32 sizes=2 cost=1048576\n"
              "long ts_peak_grid(const int32_t *const *size) { return size[1][0]; }\n");
    if (w->only) ts_put(t, "__attribute__((target(\"%s\")))\n", w->only);
    ts_put(t,
           "void ts_peak(void *const *buf, const int32_t *const *size, long lo, long hi)\n{\n"
           "    const unsigned char *in = buf[0];\n    int32_t turns = size[0][0];\n"
           "    for (long i = lo; i < hi; i++) {\n"
           "        unsigned char *out = (unsigned char *)buf[1] + i * %d;\n",
           w->bytes);
    if (w->body)
        ts_put(t, "%s", w->body);
    else
        put_chains(w, t);
    ts_put(t, "    }\n}\n");
}

/* ---- check ---- */

int ts_way_check(const ts_way *w, const void *got, int programs, const void *want, ts_error *err)
{
    size_t bytes = (size_t)w->bytes;
    for (int i = 0; i < programs; i++) {
        const unsigned char *at = (const unsigned char *)got + (size_t)i * bytes;
        if (memcmp(at, want, bytes) != 0)
            return ts_fail(err, "%s gave another result than plain C (program %d of %d)", w->what,
                           i, programs);
    }
    return 0;
}

/* What a sample leaves is compared and spoiled, so that the next one must write it again. */
static int check(const ts_way *w, ts_peak_rig *r, void *scratch, ts_error *err)
{
    unsigned char in[TS_WAY_IN], want[TS_WAY_OUT];
    size_t bytes = (size_t)r->programs * (size_t)w->bytes;
    if (ts_buffer_get(r->in, 0, in, sizeof in, err) ||
        ts_buffer_get(r->out, 0, scratch, bytes, err))
        return -1;
    w->expect(w, in, r->turns, want);
    if (ts_way_check(w, scratch, r->programs, want, err)) return -1;
    memset(scratch, 0xa5, bytes);
    return ts_buffer_put(r->out, 0, scratch, bytes, err);
}

/* ---- measure ---- */

struct measured {
    const ts_way *way;
    ts_peak_rig *rig;
    void *scratch;
};

static double take(void *arg, double *share, ts_error *err)
{
    const struct measured *m = arg;
    const ts_way *w = m->way;
    ts_peak_watch watch;
    ts_peak_watch_begin(&watch);
    double took = ts_peak_rig_run(m->rig, err);
    *share = ts_peak_watch_end(&watch, ts_device_threads(m->rig->dev));
    if (took < 0 || check(w, m->rig, m->scratch, err)) return -1;
    return 2.0 * (double)w->adds * w->chains * m->rig->turns * m->rig->programs / took;
}

static int sample_all(const ts_way *w, ts_peak_rig *r, void *scratch, ts_peak *p, ts_error *err)
{
    double took = 0;
    while ((took = ts_peak_rig_run(r, err)) >= 0 && took < enough && r->turns < MOST_TURNS)
        if (check(w, r, scratch, err) || ts_peak_rig_set(r, 2 * r->turns, r->programs, err))
            return -1;
    struct measured m = {w, r, scratch};
    return took < 0 ? -1 : ts_peak_collect(p, SAMPLES, false, take, &m, err);
}

int ts_way_measure(const ts_way *w, ts_device *dev, ts_peak *p, ts_error *err)
{
    unsigned char in[TS_WAY_IN] = {0};
    int32_t programs = EACH * ts_device_threads(dev);
    size_t bytes = (size_t)programs * (size_t)w->bytes;
    ts_text t = {0};
    ts_peak_rig r = {0};
    *p = (ts_peak){.unit = "op/s"};
    w->fill(in);
    ts_way_text(w, &t);
    void *scratch = malloc(bytes);
    int rc = t.failed || !scratch ? ts_fail(err, "no memory to measure %s", w->what) : 0;
    if (!rc) rc = ts_peak_rig_open(&r, dev, t.s, t.n, in, sizeof in, bytes, err);
    if (!rc) rc = ts_peak_rig_record(&r, "peak", 1, err);
    if (!rc) rc = ts_peak_rig_set(&r, FIRST_TURNS, programs, err);
    if (!rc) rc = sample_all(w, &r, scratch, p, err);
    ts_peak_rig_close(&r);
    free(scratch);
    free(t.s);
    if (rc) return -1;
    snprintf(p->how, sizeof p->how, "%s, %d chains, %d thread%s%s", w->what, w->chains,
             ts_device_threads(dev), ts_device_threads(dev) == 1 ? "" : "s",
             p->noisy ? ", scaled" : "");
    return 0;
}

int ts_way_best(const ts_way *w, size_t n, ts_device *dev, ts_peak *out, ts_error *err)
{
    for (size_t i = 0; i < n; i++) {
        ts_peak p;
        if (strcmp(w[i].isa, ts_device_target(dev)) != 0 || (w[i].has && !w[i].has())) continue;
        if (ts_way_measure(&w[i], dev, &p, err)) return -1;
        if (p.median > out->median) *out = p;
    }
    return 0;
}

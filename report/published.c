/* published.c - what can be said about figures of others that do not say it themselves (view.h).
 *
 * One token of DeepSeek-R1-Distill-Qwen-1.5B in bf16 reads, by its shapes (28 layers, 1536 wide, 256
 * for k and v, 8960 inside, 151936 words):
 *
 *   q, k, v, o      28 x (1536 x (1536 + 256 + 256) + 1536 x 1536) x 2 B = 0.308 GB
 *   gate and up     28 x 2 x 1536 x 8960 x 2 B = 1.541 GB
 *   down            28 x 1536 x 8960 x 2 B = 0.771 GB
 *   output matrix   151936 x 1536 x 2 B = 0.467 GB
 *
 * together 3.087 GB; published ceilings leave the output matrix out and take 2.6 GB.
 */
#include <math.h>

#include "report/view.h"

#define LAYERS 28.0
#define WIDTH  1536.0
#define HEADS  256.0
#define INNER  8960.0
#define WORDS  151936.0

static const struct {
    const char *class; /* a piece of its name */
    double weights;
} classes[] = {
    {"q/k/v/o", LAYERS *(WIDTH *(WIDTH + 2 * HEADS) + WIDTH * WIDTH)},
    {"gate", LAYERS * 2 * WIDTH *INNER},
    {"down", LAYERS *WIDTH *INNER},
    {"lm_head", WORDS *WIDTH},
};

static double class_bytes(const char *name)
{
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (ts_has(name, classes[i].class)) return 2 * classes[i].weights;
    return NAN;
}

double ts_published_bytes(const ts_record *r)
{
    const ts_result *x = &r->result;
    bool shape = ts_has(x->shape, "1.5b") || ts_has(x->name, "1.5b");
    if (!ts_is_published(r->run)) return NAN;
    if (ts_same(x->bench, "breakdown")) return class_bytes(x->name);
    bool wide = !x->dtype || ts_same(x->dtype, "bf16") || ts_same(x->dtype, "f16");
    return ts_same(x->bench, "decode") && shape && wide ? TS_BYTES_READ : NAN;
}

double ts_published_ceiling(const ts_view *v, const ts_line *l)
{
    const ts_records *all = v->from.all;
    if (!ts_is_published(l->r->run)) return NAN;
    for (size_t i = 0; i < all->n; i++) {
        const ts_result *o = &all->record[i].result;
        if (all->record[i].run == l->r->run && ts_same(o->bench, "ceiling") &&
            ts_same(o->unit, "tok/s") && ts_same(o->device_name, l->r->result.device_name) &&
            ts_same(o->device, l->r->result.device))
            return o->value;
    }
    return ts_published_bytes(l->r) == TS_BYTES_READ ? l->ceiling * 1e9 / TS_BYTES_STATED : NAN;
}

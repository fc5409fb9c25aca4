/* import_llama.c - results of llama-bench, as its JSON and JSON lines have them. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "store/transfer_int.h"

static const char *text_of(ts_import *in, const json_t *row, const char *key)
{
    return ts_import_keep(in, json_string_value(json_object_get(row, key)));
}

static double number_of(const json_t *row, const char *key)
{
    const json_t *value = json_object_get(row, key);
    return json_is_number(value) ? json_number_value(value) : NAN;
}

/* All results of a file are one run; its head is that of the first. */
static ts_batch *the_run(ts_import *in, const json_t *row)
{
    if (in->n) return &in->batch[0];
    ts_run_info r = ts_import_head(in, "llama-bench", "");
    r.git_sha = text_of(in, row, "build_commit");
    r.cpu = text_of(in, row, "cpu_info");
    r.started = text_of(in, row, "test_time");
    return ts_import_run(in, &r);
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(const ts_sample *sample, size_t n)
{
    double *x = malloc(n * sizeof *x), middle = NAN;
    if (!x) return NAN;
    for (size_t i = 0; i < n; i++) x[i] = sample[i].value;
    qsort(x, n, sizeof *x, ascending);
    middle = n % 2 ? x[n / 2] : (x[n / 2 - 1] + x[n / 2]) / 2;
    free(x);
    return middle;
}

static int read_samples(ts_import *in, size_t where, const json_t *list, ts_sample **out, size_t *n)
{
    *n = json_array_size(list);
    *out = *n ? malloc(*n * sizeof **out) : NULL;
    if (*n && !*out) return ts_fail(in->err, "out of memory; end other programs");
    for (size_t i = 0; i < *n; i++) {
        const json_t *value = json_array_get(list, i);
        if (!json_is_number(value) || !(json_number_value(value) > 0)) {
            free(*out);
            return ts_import_fail(in, where, "sample %zu of \"samples_ts\" is no speed", i + 1);
        }
        (*out)[i] = (ts_sample){json_number_value(value), NAN, NAN, NAN, true};
    }
    return 0;
}

/* pp512, tg128, pp512+tg128, with the depth behind it as llama-bench prints it. */
static void name_test(ts_import *in, ts_result *r)
{
    char mode[100] = "";
    int n = 0;
    if (r->prompt > 0) n = snprintf(mode, sizeof mode, "pp%.0f", r->prompt);
    if (r->tokens > 0)
        n += snprintf(mode + n, sizeof mode - (size_t)n, "%stg%.0f", n ? "+" : "", r->tokens);
    if (r->context > 0) snprintf(mode + n, sizeof mode - (size_t)n, " @ d%.0f", r->context);
    r->mode = ts_import_keep(in, mode);
}

static bool is_count(double x)
{
    return x >= 0 && x <= 1e9 && x == floor(x);
}

static int describe(ts_import *in, const json_t *row, size_t where, ts_result *r)
{
    const char *gpu = text_of(in, row, "gpu_info"), *file = text_of(in, row, "model_filename");
    const char *type = text_of(in, row, "model_type"), *slash = file ? strrchr(file, '/') : NULL;
    r->prompt = number_of(row, "n_prompt");
    r->tokens = number_of(row, "n_gen");
    r->context = number_of(row, "n_depth");
    if (isnan(r->context)) r->context = 0; /* older versions have no such column */
    if (!is_count(r->prompt) || !is_count(r->tokens) || !is_count(r->context) ||
        r->prompt + r->tokens < 1)
        return ts_import_fail(in, where,
                              "\"n_prompt\", \"n_gen\" and \"n_depth\" do not say what was "
                              "measured");
    r->bench = r->tokens > 0 ? "decode" : "prefill";
    r->name = type ? type : slash ? slash + 1 : file;
    r->device = text_of(in, row, "backends");
    r->device_name = gpu ? gpu : text_of(in, row, "cpu_info");
    r->threads = number_of(row, "n_threads");
    r->kv = text_of(in, row, "type_k");
    r->batch = 1;
    r->bytes = r->prompt > 0 ? NAN : number_of(row, "model_size");
    r->verdict = "none";
    r->unit = "tok/s";
    name_test(in, r);
    return 0;
}

int ts_import_llama(ts_import *in, const json_t *row, size_t where)
{
    ts_result r = ts_result_blank();
    ts_sample *sample;
    size_t n;
    double mean = number_of(row, "avg_ts");
    if (!(mean > 0)) return ts_import_fail(in, where, "\"avg_ts\" is no speed");
    if (describe(in, row, where, &r)) return -1;
    ts_batch *b = the_run(in, row);
    if (!b || read_samples(in, where, json_object_get(row, "samples_ts"), &sample, &n)) return -1;
    r.value = n ? median(sample, n) : mean;
    if (n) r.n = (double)n;
    return ts_import_result(in, b, &r, sample, n);
}

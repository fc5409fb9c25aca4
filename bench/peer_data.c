/* peer_data.c - generation rates in JSON and CSV that other programs print (peer.h).
 *
 * JSON may stand alone, one object a line, or between lines of a log: each line that begins with a brace
 * or bracket is tried as the start of a value. Objects of known programs are recognised by their keys.
 */
#include "bench/peer.h"
#include "tessera/c_locale.h"

#include "bench/decode.h"
#include "store/transfer_int.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Lines that begin as JSON and are none cost a look at all that follows, so they are counted. */
enum { FALSE_STARTS = 200, LONGEST_ROW = 8192 };

typedef struct find {
    double *rate;
    size_t n, cap;
    const char *format;
    bool prompt;
} find;

static void found(find *f, double rate, const char *format)
{
    if (!(rate > 0) || !isfinite(rate)) return;
    if (f->n < f->cap) f->rate[f->n++] = rate;
    f->format = format;
}

/* ---- JSON: one function a program; true when the object is of it ---- */

static double number(const json_t *o, const char *key)
{
    const json_t *x = json_object_get(o, key);
    return json_is_number(x) ? json_number_value(x) : NAN;
}

static const char *text_of(const json_t *o, const char *key)
{
    const char *s = json_string_value(json_object_get(o, key));
    return s ? s : "";
}

/* A row of prompts alone, of generation alone, or (-pg) of both in one rate. */
static void llama_bench_row(find *f, double prompt, double gen, double rate, const char *format)
{
    if (gen > 0 && !(prompt > 0))
        found(f, rate, format);
    else
        f->prompt = true;
}

static bool llama_bench(find *f, const json_t *o)
{
    if (isnan(number(o, "avg_ts")) || isnan(number(o, "n_gen"))) return false;
    llama_bench_row(f, number(o, "n_prompt"), number(o, "n_gen"), number(o, "avg_ts"),
                    "llama-bench, JSON");
    return true;
}

/* Reckoned here, as earlier builds said n tokens over the time of n - 1 steps. No rate where it says null:
 * nothing was decoded, or the figure was refused. */
static bool tessera_run(find *f, const json_t *o)
{
    double steps = (double)json_array_size(json_object_get(o, "ids")) - 1;
    const json_t *rate = json_object_get(o, "decode_tok_s");
    if (!rate || !json_object_get(o, "decode_s")) return false;
    found(f, json_is_number(rate) ? ts_token_rate(steps, number(o, "decode_s")) : NAN,
          "tessera run, JSON");
    return true;
}

static bool tessera_bench(find *f, const json_t *o)
{
    const char *bench = text_of(o, "bench");
    if (!bench[0]) return false;
    if (!strcmp(bench, "prefill")) f->prompt = true;
    if (strcmp(bench, "decode") != 0) return true;
    double rate = number(o, "tok_s"); /* before results had units */
    if (isnan(rate) && !strcmp(text_of(o, "unit"), "tok/s")) rate = number(o, "value");
    found(f, rate, "tessera bench, JSON");
    return true;
}

/* Programs that say it in one member: of the object, or of one in it. */
static const struct plain {
    const char *inside, *key, *name;
} plains[] = {
    {"timings", "predicted_per_second", "llama-server, JSON"},
    {NULL, "output_throughput", "serving benchmark, JSON"},
};

static void read_object(find *f, const json_t *o)
{
    double count = number(o, "eval_count"), ns = number(o, "eval_duration");
    if (llama_bench(f, o) || tessera_run(f, o) || tessera_bench(f, o)) return;
    for (size_t i = 0; i < sizeof plains / sizeof *plains; i++) {
        const struct plain *p = &plains[i];
        double rate = number(p->inside ? json_object_get(o, p->inside) : o, p->key);
        if (!isnan(rate)) found(f, rate, p->name);
        if (!isnan(rate)) return;
    }
    if (!isnan(count) && !isnan(ns)) found(f, 1e9 * count / ns, "ollama, JSON");
}

static void read_value(find *f, const json_t *v)
{
    size_t i;
    const json_t *one;
    if (json_is_object(v)) read_object(f, v);
    if (json_is_array(v)) json_array_foreach(v, i, one) read_object(f, one);
}

static const char *after_line(const char *at)
{
    at += strcspn(at, "\r\n");
    return at + (*at != 0);
}

static void read_json(find *f, const char *text)
{
    int missed = 0;
    for (const char *at = text; *at && missed < FALSE_STARTS;) {
        json_error_t e;
        json_t *v = NULL;
        bool starts = *at == '{' || *at == '[';
        if (starts) v = json_loads(at, JSON_DISABLE_EOF_CHECK, &e);
        missed += starts && !v;
        read_value(f, v);
        json_decref(v);
        at = after_line(v ? at + e.position : at);
    }
}

/* ---- CSV: rows among lines of a log ---- */

typedef struct row {
    char text[LONGEST_ROW];
    ts_csv csv;
} row;

static bool read_row(row *r, const char *line)
{
    const char *why;
    size_t n = strcspn(line, "\r\n");
    if (n == 0 || n >= LONGEST_ROW) return false;
    memcpy(r->text, line, n);
    r->text[n] = 0;
    r->csv = (ts_csv){.at = r->text};
    return ts_csv_row(&r->csv, &why) > 0;
}

static int column(const row *head, const char *name)
{
    for (size_t i = 0; i < head->csv.cells; i++)
        if (!strcmp(head->csv.cell[i], name)) return (int)i;
    return -1;
}

static double cell(const row *r, int i)
{
    TS_C_LOCALE;
    char *end;
    if (i < 0 || (size_t)i >= r->csv.cells || !*r->csv.cell[i]) return NAN;
    double x = strtod(r->csv.cell[i], &end);
    return *end ? NAN : x;
}

/* The columns of the two programs that print such tables; -1: has none. */
typedef struct table {
    int prompt, gen, ts; /* llama-bench */
    int gen_tps;         /* ds4-bench: each row has a prompt's rate and a generation's */
} table;

static table columns_of(const row *r)
{
    table t = {column(r, "n_prompt"), column(r, "n_gen"), column(r, "avg_ts"),
               column(r, "gen_tps")};
    if (t.prompt < 0 || t.gen < 0) t.ts = -1;
    if (column(r, "ctx_tokens") < 0) t.gen_tps = -1;
    return t;
}

static void read_csv(find *f, const char *text)
{
    row r;
    size_t width = 0;
    table t = {-1, -1, -1, -1};
    for (const char *at = text; *at; at = after_line(at)) {
        if (!read_row(&r, at)) continue;
        table head = columns_of(&r);
        if (head.ts >= 0 || head.gen_tps >= 0) {
            t = head;
            width = r.csv.cells;
        } else if (width && r.csv.cells == width && t.ts >= 0) {
            llama_bench_row(f, cell(&r, t.prompt), cell(&r, t.gen), cell(&r, t.ts),
                            "llama-bench, CSV");
        } else if (width && r.csv.cells == width && t.gen_tps >= 0) {
            found(f, cell(&r, t.gen_tps), "ds4-bench, CSV");
        }
    }
}

size_t ts_peer_data(const char *text, double *rate, size_t cap, const char **format, bool *prompt)
{
    find f = {.rate = rate, .cap = cap};
    read_json(&f, text);
    if (!f.n) read_csv(&f, text);
    *format = f.format;
    *prompt |= f.prompt;
    return f.n;
}

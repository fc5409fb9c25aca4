/* export_csv.c - one result a line (RFC 4180). The twelve columns of the pu-rs.org submissions come
 * first, under their names; then ours, but for those that stand there already. */
#include <math.h>
#include <string.h>

#include "store/transfer_int.h"
#include "tessera/c_locale.h"

/* A program that shows tables takes a cell that begins so for a formula. */
static bool is_formula(const char *text)
{
    return *text && strchr("=+-@\t\r", *text);
}

static void put_text(FILE *f, const char *text)
{
    if (!text || (!is_formula(text) && !text[strcspn(text, ",\"\r\n")])) {
        fputs(text ? text : "", f);
        return;
    }
    fputs(is_formula(text) ? "\"'" : "\"", f);
    for (; *text; text++) fprintf(f, *text == '"' ? "\"\"" : "%c", *text);
    fputc('"', f);
}

static void put_number(FILE *f, double x)
{
    char text[32];
    fputs(ts_number_text(x, text), f);
}

/* A rate of tokens is the inverse of a latency; other units are none. */
static double latency_us(const ts_result *r)
{
    const char *unit = r->unit ? r->unit : "";
    if (!strcmp(unit, "us")) return r->value;
    if (!strcmp(unit, "s")) return r->value * 1e6;
    if (!strcmp(unit, "tok/s") && r->value > 0) return 1e6 / r->value;
    return NAN;
}

static const char header[] =
    "device_id,kernel_id,dtype,input_shape,batch_size,impl_lang,latency_us,"
    "throughput_gbps,driver_version,toolchain,git_sha,submitter";

static void put_theirs(FILE *f, const ts_run_info *run, const ts_result *r)
{
    TS_C_LOCALE;
    const char *first[] = {r->device_name ? r->device_name : r->device, r->name, r->dtype,
                           r->shape};
    const char *last[] = {r->driver, r->toolchain ? r->toolchain : run->compiler, run->git_sha,
                          run->command ? run->command : run->source};
    const double number[] = {latency_us(r), r->gbps};
    char rounded[32];
    for (int i = 0; i < 4; i++) {
        put_text(f, first[i]);
        fputc(',', f);
    }
    put_number(f, r->batch);
    fputc(',', f);
    put_text(f, r->target);
    for (int i = 0; i < 2; i++) { /* some are reckoned: 12 digits are enough for their readers */
        snprintf(rounded, sizeof rounded, "%.12g", number[i]);
        fprintf(f, ",%s", isnan(number[i]) ? "" : rounded);
    }
    for (int i = 0; i < 4; i++) {
        fputc(',', f);
        put_text(f, last[i]);
    }
}

static void put_column(FILE *f, const ts_column *c, const void *row)
{
    fputc(',', f);
    if (!row)
        fputs(c->name, f);
    else if (c->text)
        put_text(f, ts_column_text(c, row));
    else
        put_number(f, ts_column_number(c, row));
}

static bool is_theirs(const char *name)
{
    return !strcmp(name, "git_sha") || !strcmp(name, "dtype") || !strcmp(name, "toolchain");
}

/* Names where run and result are NULL. */
static void put_ours(FILE *f, const ts_run_info *run, const ts_result *r, size_t seq)
{
    fprintf(f, ",%s", run ? run->id : "run");
    for (const ts_column *c = ts_run_columns + 1; c->name; c++)
        if (!is_theirs(c->name)) put_column(f, c, run);
    if (run)
        fprintf(f, ",%zu", seq);
    else
        fputs(",seq", f);
    for (const ts_column *c = ts_result_columns; c->name; c++)
        if (!is_theirs(c->name)) put_column(f, c, r);
    fputs("\r\n", f);
}

int ts_export_csv(const ts_export *x)
{
    fputs(header, x->to);
    put_ours(x->to, NULL, NULL, 0);
    for (size_t i = 0; i < x->all->n; i++) {
        const ts_record *r = &x->all->record[i];
        put_theirs(x->to, r->run, &r->result);
        put_ours(x->to, r->run, &r->result, r->seq);
    }
    return 0;
}

/* columns.c - the tables behind columns.h, made from fields.def. */
#include "store/columns.h"
#include "tessera/c_locale.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define T(name, meaning) {#name, meaning, offsetof(ROW, name), true},
#define R(name, meaning) {#name, meaning, offsetof(ROW, name), false},
#define ROW              ts_run_info
const ts_column ts_run_columns[] = {
#define TS_RUN_FIELDS
#include "store/fields.def"
#undef TS_RUN_FIELDS
    {0}};
#undef ROW
#define ROW ts_result
const ts_column ts_result_columns[] = {
#define TS_RESULT_FIELDS
#include "store/fields.def"
#undef TS_RESULT_FIELDS
    {0}};
#undef ROW
#define ROW ts_sample
const ts_column ts_sample_columns[] = {
#define TS_SAMPLE_FIELDS
#include "store/fields.def"
#undef TS_SAMPLE_FIELDS
    {0}};
#undef ROW
#undef T
#undef R

ts_value ts_column_get(const ts_column *c, const void *row)
{
    ts_value x = {NULL, NAN, false};
    const void *at = (const char *)row + c->offset;
    if (c->text)
        memcpy(&x.text, at, sizeof x.text);
    else
        memcpy(&x.number, at, sizeof x.number);
    return x;
}

void ts_column_set(const ts_column *c, void *row, ts_value x)
{
    void *at = (char *)row + c->offset;
    if (c->text)
        memcpy(at, &x.text, sizeof x.text);
    else
        memcpy(at, &x.number, sizeof x.number);
}

const char *ts_number_text(double x, char text[32])
{
    TS_C_LOCALE;
    *text = 0;
    if (isnan(x)) return text;
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, 32, "%.*g", digits, x);
        if (strtod(text, NULL) == x) break;
    }
    return text;
}

static void blank(const ts_column *c, void *row)
{
    for (; c->name; c++) ts_column_set(c, row, (ts_value){NULL, NAN, false});
}

ts_run_info ts_run_blank(void)
{
    ts_run_info r;
    blank(ts_run_columns, &r);
    return r;
}

ts_result ts_result_blank(void)
{
    ts_result r;
    blank(ts_result_columns, &r);
    return r;
}

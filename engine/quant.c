/* quant.c - the table of formats (quant.h). */
#include "engine/quant.h"

#include <string.h>

static const ts_quant formats[] = {
    {"q8", TS_i8, TS_bf16, "I8", "BF16", 1, -127, 127},
    {"q4", TS_i4, TS_bf16, "U8", "BF16", 2, -8, 7},
    {"mxfp4", TS_f4e2m1, TS_f8e8m0, "F4", "F8_E8M0", 1, -6, 6},
};

enum { FORMATS = sizeof formats / sizeof *formats };

const ts_quant *ts_quant_find(const char *name, size_t length)
{
    for (size_t i = 0; i < FORMATS; i++)
        if (strlen(formats[i].name) == length && !memcmp(formats[i].name, name, length))
            return &formats[i];
    return NULL;
}

const ts_quant *ts_quant_of(ts_dtype code)
{
    for (size_t i = 0; i < FORMATS; i++)
        if (formats[i].code == code) return &formats[i];
    return NULL;
}

bool ts_quant_takes(const ts_quant *q, uint64_t cols)
{
    return q->code == TS_i8 || cols % 2 == 0;
}

static const struct {
    const char *name;
    ts_dtype dtype;
} plain[] = {{"bf16", TS_bf16}, {"f16", TS_f16}, {"f32", TS_f32}};

const char *ts_weights_name(ts_dtype t)
{
    const ts_quant *q = ts_quant_of(t);
    for (int i = 0; i < 3; i++)
        if (plain[i].dtype == t) return plain[i].name;
    return q ? q->name : NULL;
}

ts_dtype ts_weights_dtype(const char *name, size_t length)
{
    const ts_quant *q = ts_quant_find(name, length);
    for (int i = 0; i < 3; i++)
        if (strlen(plain[i].name) == length && !memcmp(plain[i].name, name, length))
            return plain[i].dtype;
    return q ? q->code : TS_NDTYPE;
}

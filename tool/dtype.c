/* dtype.c - the element types that options can name. */
#include <string.h>

#include "tile/ir.h"
#include "tool/tool.h"

ts_dtype ts_tool_dtype(const char *name, ts_dtype otherwise)
{
    if (!name) return otherwise;
    return !strcmp(name, "f32") ? TS_f32 : !strcmp(name, "f16") ? TS_f16 : TS_bf16;
}

const char *ts_tool_dtype_name(ts_dtype t)
{
    return (unsigned)t < TS_NDTYPE ? ts_dtypes[t].name : NULL;
}

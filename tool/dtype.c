/* dtype.c - the element types that options can name. */
#include <string.h>

#include "engine/quant.h"
#include "tile/ir.h"
#include "tool/tool.h"

ts_dtype ts_tool_dtype(const char *name, ts_dtype otherwise)
{
    if (!name) return otherwise;
    return ts_weights_dtype(name, strlen(name));
}

const char *ts_tool_dtype_name(ts_dtype t)
{
    const char *name = ts_weights_name(t);
    return name ? name : (unsigned)t < TS_NDTYPE ? ts_dtypes[t].name : NULL;
}

/* arch.c - the architectures that there are: a row each (graph.h). */
#include "engine/graph.h"

#include <string.h>

static const ts_arch *const archs[] = {
    &ts_arch_qwen2,
};
enum { ARCHS = sizeof archs / sizeof *archs };

const ts_arch *ts_arch_at(size_t i)
{
    return i < ARCHS ? archs[i] : NULL;
}

const ts_arch *ts_arch_of(const ts_config *c)
{
    return c->arch ? c->arch : archs[0];
}

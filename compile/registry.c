/* registry.c - the list of targets, and the way from kernels to text (include/tessera/compile.h). */
#include "compile/targets.h"

#include <stdlib.h>
#include <string.h>

#include "compile/text.h"

static const struct entry {
    const ts_target *target;
    ts_emitter *print;
} entries[] = {
    {&ts_cpu_avx512, ts_emit_lane}, {&ts_cpu_avx2, ts_emit_lane},  {&ts_cpu_generic, ts_emit_lane},
    {&ts_cuda_sm, ts_emit_cuda},    {&ts_hip_wave64, ts_emit_hip}, {&ts_hip_wave32, ts_emit_hip},
    {&ts_musa_mp, ts_emit_musa},    {&ts_msl_apple, ts_emit_msl},  {&ts_opencl_c, ts_emit_opencl},
    {&ts_spirv, ts_emit_spirv},     {&ts_wgsl, ts_emit_wgsl},
};

enum { ENTRIES = sizeof entries / sizeof *entries };

const ts_target *ts_target_at(size_t i)
{
    return i < ENTRIES ? entries[i].target : NULL;
}

/* A language name alone ("cpu") means its first variant. */
const ts_target *ts_target_find(const char *name, ts_error *err)
{
    size_t n = strlen(name);
    for (size_t i = 0; i < ENTRIES; i++) {
        const char *have = entries[i].target->name;
        if (!strcmp(have, name) || (!strncmp(have, name, n) && have[n] == ':'))
            return entries[i].target;
    }
    char list[256] = "";
    for (size_t i = 0; i < ENTRIES; i++) {
        size_t used = strlen(list);
        snprintf(list + used, sizeof list - used, "%s%s", i ? ", " : "", entries[i].target->name);
    }
    ts_fail(err, "no target '%s'; there are: %s", name, list);
    return NULL;
}

static int fold_all(ts_kern *const *kernels, size_t n, ts_kern **folded, ts_error *err)
{
    for (size_t i = 0; i < n; i++) {
        if (!kernels[i]) return ts_fail(err, "kernel %zu of %zu is missing (NULL)", i, n);
        if (ts_debug("ir")) ts_print_placed(stderr, kernels[i]);
        if (ts_verify(kernels[i], err)) return -1;
        folded[i] = ts_fold(kernels[i]);
        if (!folded[i]) return ts_fail(err, "kernel %s: cannot be folded", kernels[i]->name);
        if (ts_verify(folded[i], err)) return -1;
        for (size_t j = 0; j < i; j++)
            if (!strcmp(kernels[i]->name, kernels[j]->name))
                return ts_fail(err, "two kernels of one module are named %s", kernels[i]->name);
        if (ts_debug("fold")) ts_print(stderr, folded[i]);
    }
    return 0;
}

static ts_emitter *printer_of(const ts_target *target, ts_error *err)
{
    for (size_t i = 0; i < ENTRIES; i++)
        if (!strcmp(entries[i].target->name, target->name)) return entries[i].print;
    ts_fail(err, "no target '%s' to emit for", target->name);
    return NULL;
}

char *ts_emit(ts_kern *const *kernels, size_t n, const ts_target *target, size_t *bytes,
              ts_error *err)
{
    ts_text out = {0};
    ts_kern **folded = calloc(n + 1, sizeof(*folded));
    int rc = folded ? fold_all(kernels, n, folded, err) : ts_fail(err, "no memory to emit");
    ts_emitter *print = rc ? NULL : printer_of(target, err);
    if (!rc) rc = print ? print(&out, folded, n, target, err) : -1;
    for (size_t i = 0; folded && i < n; i++) ts_free(folded[i]);
    free(folded);
    if (!rc && ts_debug("text")) fputs(out.s, stderr);
    if (!rc && bytes) *bytes = out.n;
    if (!rc) return out.s;
    free(out.s);
    return NULL;
}

char *ts_ir_text(const ts_kern *kernel, bool folded)
{
    char *text = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&text, &n);
    if (!f) return NULL;
    ts_kern *other = folded ? ts_fold(kernel) : NULL;
    ts_print_placed(f, other ? other : kernel);
    ts_free(other);
    fclose(f);
    return text;
}

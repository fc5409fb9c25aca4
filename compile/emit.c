/* emit.c - the way from kernels to the text of a target (include/tessera/compile.h). */
#include <stdlib.h>
#include <string.h>

#include "compile/family.h"

int ts_forms_add(ts_forms *forms, void *form, ts_error *err)
{
    if (forms->n == forms->cap) {
        size_t cap = forms->cap ? 2 * forms->cap : 16;
        void **more = realloc(forms->form, cap * sizeof *more);
        if (!more) return ts_fail(err, "no memory to emit");
        forms->form = more;
        forms->cap = cap;
    }
    forms->form[forms->n++] = form;
    return 0;
}

static int check_names(ts_kern *const *kernels, size_t n, ts_error *err)
{
    for (size_t i = 0; i < n; i++) {
        if (!kernels[i]) return ts_fail(err, "kernel %zu of %zu is missing (NULL)", i, n);
        for (size_t j = 0; j < i; j++)
            if (!strcmp(kernels[i]->name, kernels[j]->name))
                return ts_fail(err, "two kernels of one module are named %s", kernels[i]->name);
    }
    return 0;
}

static ts_kern *fold(const ts_kern *k, ts_error *err)
{
    ts_kern *folded = ts_fold(k);
    if (!folded) ts_fail(err, "kernel %s: cannot be folded", k->name);
    return folded;
}

static void show(const ts_forms *forms, size_t from, const ts_family *family)
{
    for (size_t i = from; family->show && ts_debug(family->name) && i < forms->n; i++)
        family->show(stderr, forms->form[i]);
}

/* The way of one kernel, which is traced and in order (tile/trace.c). *folded is the caller's to free,
 * when the forms are. */
static int lower(ts_forms *forms, const ts_kern *k, ts_kern **folded, const ts_target *target,
                 ts_error *err)
{
    size_t before = forms->n;
    if (ts_debug("ir")) ts_print_placed(stderr, k);
    if (ts_verify(k, err)) return -1;
    if (!(*folded = fold(k, err))) return -1;
    if (ts_verify(*folded, err)) return -1;
    if (ts_debug("fold")) ts_print(stderr, *folded);
    if (target->family->lower(forms, *folded, target, err)) return -1;
    show(forms, before, target->family);
    return 0;
}

static int print(ts_text *out, const ts_forms *forms, const ts_target *target, ts_error *err)
{
    if (target->family->print(out, forms, target, err)) return -1;
    if (out->failed) return ts_fail(err, "no memory to emit");
    if (ts_debug("text")) fputs(out->s, stderr);
    return 0;
}

char *ts_emit(ts_kern *const *kernels, size_t n, const ts_target *target, size_t *bytes,
              ts_error *err)
{
    ts_text out = {0};
    ts_forms forms = {0};
    ts_kern **folded = calloc(n + 1, sizeof(*folded));
    int rc = folded ? check_names(kernels, n, err) : ts_fail(err, "no memory to emit");
    for (size_t i = 0; i < n && !rc; i++) rc = lower(&forms, kernels[i], &folded[i], target, err);
    if (!rc) rc = print(&out, &forms, target, err);
    for (size_t i = 0; i < forms.n; i++) target->family->free(forms.form[i]);
    for (size_t i = 0; folded && i < n; i++) ts_free(folded[i]);
    free(forms.form);
    free(folded);
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

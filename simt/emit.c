/* emit.c - the way from kernels to the text of a SIMT target: lower each, then print all at once.
 *
 * A target with 16-byte loads gets a kernel twice where those are of use: plain, for buffers at any
 * address, and wide, for buffers that start at multiples of 16 bytes. */
#include "simt/print.h"

#include <stdlib.h>

typedef struct forms {
    ts_simt **form; /* room for two of each kernel */
    size_t n;
} forms;

/* What the runtime checks a launch by; the same for both forms. */
static int describe(ts_simt *s, const ts_kern *k, ts_error *err)
{
    ts_text needs = {0}, axes = {0};
    int rc = ts_put_needs(&needs, k, err) || ts_put_axes(&axes, k, err) ? -1 : 0;
    s->needs = needs.s;
    s->axes = axes.s;
    return rc;
}

static int lower(forms *f, const ts_kern *k, const ts_target *target, ts_error *err)
{
    ts_simt *plain = ts_simt_lower(k, target, false, NULL, err);
    if (!plain) return -1;
    f->form[f->n++] = plain;
    if (describe(plain, k, err)) return -1;
    if (!target->wide) return 0;
    bool useful = false;
    ts_simt *wide = ts_simt_lower(k, target, true, &useful, err);
    if (!wide) return -1;
    if (useful)
        f->form[f->n++] = wide;
    else
        ts_simt_free(wide);
    return useful ? describe(wide, k, err) : 0;
}

int ts_emit_simt(ts_text *out, ts_kern *const *kernels, size_t n, const ts_target *target,
                 ts_simt_printer *print, const void *dialect, ts_error *err)
{
    forms f = {calloc(2 * n + 1, sizeof(ts_simt *)), 0};
    int rc = f.form ? 0 : ts_fail(err, "no memory to emit");
    for (size_t i = 0; !rc && i < n; i++) rc = lower(&f, kernels[i], target, err);
    if (!rc) rc = print(out, (const ts_simt *const *)f.form, f.n, dialect, err);
    if (!rc && out->failed) rc = ts_fail(err, "no memory to emit");
    for (size_t i = 0; i < f.n; i++) ts_simt_free(f.form[i]);
    free(f.form);
    return rc;
}

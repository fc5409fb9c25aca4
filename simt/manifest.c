/* manifest.c - the line that tells a runtime what a kernel of a SIMT text takes (see simt/print.h). */
#include "simt/print.h"

#include <string.h>

static void put_params(ts_text *t, const ts_simt *s)
{
    const char *need = s->needs ? s->needs : "";
    if (!s->params) ts_put(t, "-");
    for (int i = 0; i < s->params; i++) {
        int n = (int)strcspn(need, ",");
        ts_put(t, "%s%c%d%s%.*s", i ? "," : "", "iobw"[s->param[i].mode], s -> param[i].unit,
               n ? ":" : "", n, need);
        need += n + (need[n] == ',');
    }
}

void ts_simt_manifest(ts_text *t, const ts_simt *s)
{
    ts_put(t, "tessera kernel %s entry %s wide %d params ", s->kernel ? s->kernel : s->name,
           s->name, s->wide);
    put_params(t, s);
    ts_put(t, " sizes %d threads %d teams %d count %ld shared %d cost %ld", s->sizes, s->threads,
           s->teams, s->count, 4 * s->shared, s->cost > 0 ? s->cost : 1);
    if (s->axes) ts_put(t, " grid %s", s->axes);
}

/* tuned.c - a target with the numbers that a machine wants (tessera/compile.h). */
#include "compile/family.h"
#include "tessera/c_locale.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* "streams", n bytes of it; NULL: nothing of this family is called so. */
static const ts_tunable *find(const ts_family *family, const char *name, size_t n)
{
    for (const ts_tunable *k = family->tunable; k && k->name; k++)
        if (strlen(k->name) == n && !memcmp(k->name, name, n)) return k;
    return NULL;
}

static bool may_be(const ts_tunable *k, long x)
{
    return x >= k->least && x <= k->most && x % k->step == 0;
}

/* item: "streams=4", n bytes of it. */
static int take(ts_target *t, const char *item, size_t n, ts_error *err)
{
    size_t name = strcspn(item, "=,");
    const ts_tunable *k = find(t->family, item, name);
    char *end = NULL;
    if (!k) return ts_fail(err, "%s has nothing to tune in \"%.*s\"", t->name, (int)n, item);
    long x = item[name] == '=' ? strtol(item + name + 1, &end, 10) : 0;
    if (!end || end == item + name + 1 || end != item + n || !may_be(k, x))
        return ts_fail(err, "%s= takes a multiple of %d from %d to %d, not \"%.*s\"", k->name,
                       k->step, k->least, k->most, (int)n, item);
    *k->number(t + 1) = (int)x;
    return 0;
}

ts_target *ts_target_tuned(const ts_target *target, const char *tuning, ts_error *err)
{
    TS_C_LOCALE;
    ts_target *t = ts_target_copy(target);
    if (!t) ts_fail(err, "no memory for a target");
    for (const char *at = tuning; t && at && *at;) {
        size_t n = strcspn(at, ",");
        if (take(t, at, n, err)) {
            free(t);
            return NULL;
        }
        at += n + (at[n] == ',');
    }
    return t;
}

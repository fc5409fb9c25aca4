/* suite.c - which suites there are, and finding a kernel in them.
 *
 * A new suite is a folder and one row here. Invariant: every kernel has a reference and cases; the order
 * of a suite's kernels is the order of a step and of every report.
 */
#include "tessera/suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern const ts_suite ts_suite_r1_distill, ts_suite_r1_nvfp4;

enum { MOST = 32 };
static const ts_suite *suites[MOST + 1] = {
    &ts_suite_r1_distill,
    &ts_suite_r1_nvfp4,
};

const ts_suite *ts_suite_at(size_t i)
{
    return i < MOST ? suites[i] : NULL;
}

int ts_suite_add(const ts_suite *suite, ts_error *err)
{
    size_t n = 0;
    for (; suites[n]; n++) {
        if (suites[n] == suite) return 0;
        if (!strcmp(suites[n]->name, suite->name))
            return ts_fail(err, "there is a suite called %s already", suite->name);
    }
    if (n == MOST) return ts_fail(err, "there are %d suites, and room for no more", MOST);
    suites[n] = suite;
    return 0;
}

const ts_kernel_def *ts_kernel_at(size_t i)
{
    for (size_t u = 0; suites[u]; u++)
        for (size_t k = 0; suites[u]->kernel[k]; k++)
            if (i-- == 0) return suites[u]->kernel[k];
    return NULL;
}

/* "no kernel is called "zebra"; there are ...": the one that was meant, or all. Frees the list. */
static void no_such(const char *what, const char *name, const char **names, ts_error *err)
{
    char *all = NULL;
    size_t size;
    const char *near = ts_nearest(name, names);
    FILE *to = open_memstream(&all, &size);
    for (size_t i = 0; to && names[i]; i++) fprintf(to, "%s%s", i ? ", " : "", names[i]);
    if (to) fclose(to);
    if (near)
        ts_fail(err, "no %s is called \"%.80s\"; did you mean %s?", what, name, near);
    else
        ts_fail(err, "no %s is called \"%.80s\"; there %s %s", what, name,
                names[0] && names[1] ? "are" : "is", all ? all : "");
    free(all);
}

const ts_suite *ts_suite_find(const char *name, ts_error *err)
{
    const char *names[MOST + 1] = {NULL};
    for (size_t i = 0; suites[i]; i++) {
        if (!strcmp(suites[i]->name, name)) return suites[i];
        names[i] = suites[i]->name;
    }
    no_such("suite", name, names, err);
    return NULL;
}

/* ---- kernels ---- */

typedef struct search {
    const char *name;
    const ts_suite *suite;              /* NULL: any */
    const ts_kernel_def *exact, *begin; /* the last found */
    size_t exacts, begins;
} search;

static const ts_kernel_def *next_of(const search *s, size_t *i)
{
    const ts_kernel_def *def;
    while ((def = ts_kernel_at((*i)++)))
        if (!s->suite || def->suite == s->suite) return def;
    return NULL;
}

static void look(search *s)
{
    size_t len = strlen(s->name), i = 0;
    for (const ts_kernel_def *def; (def = next_of(s, &i));) {
        if (!strcmp(def->name, s->name)) s->exact = def, s->exacts++;
        if (len && !strncmp(def->name, s->name, len)) s->begin = def, s->begins++;
    }
}

static void no_such_kernel(const search *s, ts_error *err)
{
    const char **names = calloc(1, sizeof *names);
    size_t n = 0, i = 0;
    for (const ts_kernel_def *def; names && (def = next_of(s, &i)); names[n] = NULL) {
        const char **more = realloc(names, (n + 2) * sizeof *names);
        if (!more) break;
        names = more;
        names[n++] = def->name;
    }
    if (names) no_such("kernel", s->name, names, err);
    free(names);
}

const ts_kernel_def *ts_kernel_find(const char *name, const ts_suite *suite, ts_error *err)
{
    search s = {.name = name, .suite = suite};
    char of[80];
    const char *slash = strchr(name, '/');
    if (slash) {
        snprintf(of, sizeof of, "%.*s", (int)(slash - name < 79 ? slash - name : 79), name);
        s.name = slash + 1;
        s.suite = ts_suite_find(of, err);
        if (!s.suite) return NULL;
        if (suite && s.suite != suite) {
            ts_fail(err, "%.80s is not of suite %s", name, suite->name);
            return NULL;
        }
    }
    look(&s);
    if (s.exacts == 1) return s.exact;
    if (!s.exacts && s.begins == 1) return s.begin;
    if (s.exacts)
        ts_fail(err, "more than one suite has a kernel %s; %s/%s is one of them", s.name,
                s.exact->suite->name, s.name);
    else if (s.begins)
        ts_fail(err, "kernel \"%s\" is not unique; %s is one that it could mean", s.name,
                s.begin->name);
    else
        no_such_kernel(&s, err);
    return NULL;
}

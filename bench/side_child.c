/* side_child.c - sides that are processes, new ones for each sample: another build of this program, a peer's
 * command (side.h). Each says itself how fast it was, and is read the same way (peer.h).
 *
 * A build decodes by `run --json` after a prompt of as many tokens as the context, which every version
 * knows; long contexts by `bench decode`, which fills the cache instead of feeding it. Both sides of a
 * comparison are asked the same way.
 */
#include "bench/side_int.h"
#include "tessera/c_locale.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bench/peer.h"
#include "bench/side_process.h"

/* FED: the longest context that is fed token by token. */
enum { MOST_ARGS = 40, FED = 512, ARG_TEXT = 16384 };

#define PROBE_SECONDS 60.0

typedef struct args {
    char *argv[MOST_ARGS];
    int n;
    char text[ARG_TEXT]; /* what argv points into */
    size_t used;
} args;

static void add(args *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A line too long for the buffer is noticed by args_fit. */
static void add(args *a, const char *format, ...)
{
    TS_C_LOCALE;
    size_t room = sizeof a->text - a->used;
    va_list ap;
    va_start(ap, format);
    int n = vsnprintf(a->text + a->used, room, format, ap);
    va_end(ap);
    if (n < 0 || (size_t)n >= room || a->n + 1 >= MOST_ARGS) {
        a->used = sizeof a->text - 1;
        return;
    }
    a->argv[a->n++] = a->text + a->used;
    a->argv[a->n] = NULL;
    a->used += (size_t)n + 1;
}

static int args_fit(const args *a, ts_error *err)
{
    return a->used < sizeof a->text - 1 ? 0
                                        : ts_fail(err, "the command line of a side is too long");
}

/* ---- another build ---- */

static int find_program(const ts_side_spec *o, args *a, ts_error *err)
{
    struct stat st;
    if (!o->build) {
        add(a, "/proc/self/exe");
        return 0;
    }
    add(a, "%s%s", strchr(o->build, '/') ? "" : "./", o->build);
    if (args_fit(a, err)) return -1;
    if (stat(a->argv[0], &st)) return ts_fail(err, "build=%.400s: %s", o->build, strerror(errno));
    if (!S_ISREG(st.st_mode) || access(a->argv[0], X_OK))
        return ts_fail(err, "build=%.400s is no program; give the path of a tessera command",
                       o->build);
    return 0;
}

/* Runs "PROGRAM word word"; *p to be freed. */
static int ask(const args *program, const char *word, const char *other, ts_process *p,
               ts_error *err)
{
    args a = {.n = 0};
    add(&a, "%s", program->argv[0]);
    add(&a, "%s", word);
    if (other) add(&a, "%s", other);
    if (args_fit(&a, err)) return -1;
    return ts_process_run(a.argv, program->argv[0], PROBE_SECONDS, p, err);
}

static int name_program(ts_side *s, const args *a, ts_error *err)
{
    ts_process p;
    char line[201];
    if (ask(a, "--version", NULL, &p, err)) return -1;
    ts_last_line(p.out.text, line);
    bool ours = !p.status && !strncmp(line, "tessera ", 8);
    ts_process_free(&p);
    if (!ours)
        return ts_fail(err, "build=%.400s is no tessera command: --version says \"%.80s\"",
                       s->spec->build ? s->spec->build : a->argv[0], line);
    snprintf(s->what, sizeof s->what, "%.80s, %.300s, a new process each time", line,
             s->spec->build ? s->spec->build : "this build");
    return 0;
}

static void add_common(args *a, const ts_side_spec *o, const char *model)
{
    add(a, "--model=%s", model);
    add(a, "--device=%s", o->device ? o->device : "cpu");
    add(a, "--threads=%d", o->threads);
    add(a, "--json");
    if (o->kv) add(a, "--kv=%s", o->kv);
}

static void add_run(args *a, const ts_side_spec *o, int tokens)
{
    char ids[2 * FED + 3] = "1";
    int fed = o->context > 0 ? o->context : 1; /* a prompt has at least one token */
    for (int i = 1; i < fed; i++) memcpy(ids + 2 * i - 1, ",1", 3);
    add(a, "--prompt-ids=%s", ids);
    add(a, "--max-tokens=%d", tokens + 1); /* the first one comes out of the prompt */
    add(a, "--ctx=%d", fed + tokens + 2);
    add(a, "--ignore-eos");
    add(a, "--no-ceiling");
    add(a, "--quiet");
}

/* Older builds call these options otherwise and keep no results. */
static int add_bench(args *a, const ts_side_spec *o, int tokens, ts_error *err)
{
    ts_process p;
    if (ask(a, "bench", "--help", &p, err)) return -1;
    bool older = strstr(p.out.text, "--tokens") != NULL;
    bool stores = strstr(p.out.text, "--no-store") != NULL;
    ts_process_free(&p);
    add(a, "--rounds=1");
    add(a, older ? "--tokens=%d" : "--gen=%d", tokens);
    add(a, older ? "--context=%d" : "--ctx=%d", o->context);
    if (!older) add(a, "--prompt=1");
    if (stores) add(a, "--no-store");
    return 0;
}

static int open_build(ts_side *s, args *a, ts_error *err)
{
    char model[4096];
    const ts_side_spec *o = s->spec;
    if (o->without || o->tuning || o->kernel)
        return ts_fail(err,
                       "%s= is for sides of this build alone: a process of another one is "
                       "asked for whole tokens",
                       o->without  ? "without"
                       : o->tuning ? "tuning"
                                   : "kernel");
    if (ts_side_model(o, model, sizeof model, err) || find_program(o, a, err) ||
        name_program(s, a, err))
        return -1;
    add(a, "%s", o->context <= FED ? "run" : "bench");
    if (o->context > FED) add(a, "decode");
    add_common(a, o, model);
    if (o->context <= FED)
        add_run(a, o, s->work.tokens);
    else if (add_bench(a, o, s->work.tokens, err))
        return -1;
    return args_fit(a, err);
}

static int open_peer(ts_side *s, args *a, ts_error *err)
{
    const ts_side_spec *o = s->spec;
    snprintf(s->what, sizeof s->what, "%.400s", o->peer);
    add(a, "/bin/sh");
    add(a, "-c");
    add(a, "%s", o->peer);
    return (o->pattern && ts_peer_check(o->pattern, err)) || args_fit(a, err) ? -1 : 0;
}

static int open_child(ts_side *s, ts_error *err)
{
    args *a = s->state = calloc(1, sizeof *a);
    if (!a) return ts_fail(err, "no memory for a side");
    return (s->spec->peer ? open_peer : open_build)(s, a, err);
}

static int read_rate(ts_side *s, const ts_process *p, const char *name, ts_done *done,
                     ts_error *err)
{
    const ts_side_spec *o = s->spec;
    ts_peer_rate r;
    if (ts_process_succeeded(p, name, err) ||
        (o->pattern ? ts_peer_match(o->pattern, p->out.text, p->err.text, &r, err)
                    : ts_peer_parse(p->out.text, p->err.text, &r, err)))
        return -1;
    *done = (ts_done){.seconds = 1 / r.rate, .units = 1};
    if (o->peer)
        snprintf(s->what, sizeof s->what, "%.300s: %s%s%s", o->peer, r.format, r.remark ? ", " : "",
                 r.remark ? r.remark : "");
    return 0;
}

static int sample_child(ts_side *s, ts_done *done, ts_error *err)
{
    args *a = s->state;
    const char *name = s->spec->peer ? "the peer" : a->argv[0];
    ts_process p;
    if (ts_process_run(a->argv, name, s->work.limit, &p, err)) return -1;
    int rc = read_rate(s, &p, name, done, err);
    ts_process_free(&p);
    return rc;
}

static void close_child(ts_side *s)
{
    free(s->state);
}

const ts_side_kind ts_side_child = {open_child, sample_child, close_child, NULL};

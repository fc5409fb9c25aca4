/* side_child.c - sides that are processes, new ones for each sample: another build of this program, a peer's
 * command (side.h). Each says itself how fast it was, and is read the same way (peer.h).
 *
 * A build decodes by `run --json` after a prompt of as many tokens as the context, which every version
 * knows; long contexts by `bench decode`, which fills the cache instead of feeding it. Both sides of a
 * comparison are asked the same way.
 */
#include "bench/side.h"
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
#include "compile/text.h"

/* FED: the longest context that is fed token by token. */
enum { FED = 512, PROGRAM = 4096 };
#define PROBE_SECONDS 60.0

/* ---- a command of the shell ---- */

static int run(const char *command, const char *name, double limit, ts_process *p, ts_error *err)
{
    char shell[] = "/bin/sh", option[] = "-c";
    char *argv[] = {shell, option, (char *)command, NULL};
    return ts_process_run(argv, name, limit, p, err);
}

/* A blank and a word that the shell takes as it is. */
static void put_word(ts_text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void put_word(ts_text *t, const char *format, ...)
{
    TS_C_LOCALE;
    char word[PROGRAM + 64];
    va_list ap;
    va_start(ap, format);
    vsnprintf(word, sizeof word, format, ap);
    va_end(ap);
    ts_put(t, " '");
    for (const char *c = word; *c; c++) ts_put(t, *c == '\'' ? "'\\''" : "%c", *c);
    ts_put(t, "'");
}

/* ---- another build ---- */

static int find_program(const ts_side_spec *o, char path[PROGRAM], ts_error *err)
{
    struct stat st;
    if (!o->build) {
        snprintf(path, PROGRAM, "/proc/%d/exe", (int)getpid());
        return 0;
    }
    snprintf(path, PROGRAM, "%s%s", strchr(o->build, '/') ? "" : "./", o->build);
    if (stat(path, &st)) return ts_fail(err, "build=%.400s: %s", o->build, strerror(errno));
    if (!S_ISREG(st.st_mode) || access(path, X_OK))
        return ts_fail(err, "build=%.400s is no program; give the path of a tessera command",
                       o->build);
    return 0;
}

static int name_program(ts_side *s, const char *path, ts_error *err)
{
    ts_process p;
    char line[201], option[] = "--version";
    char *argv[] = {(char *)path, option, NULL};
    const char *build = s->spec->build;
    if (ts_process_run(argv, path, PROBE_SECONDS, &p, err)) return -1;
    ts_last_line(p.out.text, "", line);
    bool ours = !p.status && !strncmp(line, "tessera ", 8);
    ts_process_free(&p);
    if (!ours)
        return ts_fail(err, "build=%.400s is no tessera command: --version says \"%.80s\"",
                       build ? build : path, line);
    snprintf(s->what, sizeof s->what, "%.80s, %.300s, a new process each time", line,
             build ? build : "this build");
    return 0;
}

static void put_run(ts_text *t, const ts_side_spec *o, int tokens)
{
    int fed = o->context > 0 ? o->context : 1; /* a prompt has at least one token */
    ts_put(t, " --prompt-ids=1");
    for (int i = 1; i < fed; i++) ts_put(t, ",1");
    ts_put(t, " --max-tokens=%d --ctx=%d", tokens + 1, /* the first comes out of the prompt */
           fed + tokens + 2);
    ts_put(t, " --ignore-eos --no-ceiling --quiet");
}

static int open_build(ts_side *s, ts_text *t, ts_error *err)
{
    char model[4096], path[PROGRAM];
    const ts_side_spec *o = s->spec;
    bool fed = o->context <= FED;
    if (o->without || o->tuning || o->kernel)
        return ts_fail(err,
                       "%s= is for sides of this build alone: a process of another one is "
                       "asked for whole tokens",
                       o->without  ? "without"
                       : o->tuning ? "tuning"
                                   : "kernel");
    if (ts_side_model(o, model, sizeof model, err) || find_program(o, path, err) ||
        name_program(s, path, err))
        return -1;
    ts_put(t, "exec");
    put_word(t, "%s", path);
    ts_put(t, fed ? " run" : " bench decode");
    put_word(t, "--model=%s", model);
    put_word(t, "--device=%s", o->device ? o->device : "cpu");
    ts_put(t, " --threads=%d --json", o->threads);
    if (o->kv) put_word(t, "--kv=%s", o->kv);
    if (fed)
        put_run(t, o, s->work.tokens);
    else
        ts_put(t, " --rounds=1 --gen=%d --ctx=%d --prompt=1 --no-store", s->work.tokens,
               o->context);
    return 0;
}

static int open_child(ts_side *s, ts_error *err)
{
    ts_text t = {0};
    const ts_side_spec *o = s->spec;
    int rc = o->peer ? (o->pattern ? ts_peer_check(o->pattern, err) : 0) : open_build(s, &t, err);
    if (o->peer) snprintf(s->what, sizeof s->what, "%.400s", o->peer);
    if (o->peer) ts_put(&t, "%s", o->peer);
    s->state = t.s;
    return !rc && t.failed ? ts_fail(err, "no memory for a side") : rc;
}

/* ---- samples ---- */

static int read_rate(ts_side *s, const ts_process *p, const char *name, ts_done *done,
                     ts_error *err)
{
    const ts_side_spec *o = s->spec;
    ts_peer_rate r;
    if (ts_process_succeeded(p, name, err) ||
        ts_peer_parse(o->pattern, p->out.text, p->err.text, &r, err))
        return -1;
    *done = (ts_done){.seconds = 1 / r.rate, .units = 1};
    if (o->peer)
        snprintf(s->what, sizeof s->what, "%.300s: %s%s%s", o->peer, r.format,
                 r.remark[0] ? ", " : "", r.remark);
    return 0;
}

static int sample_child(ts_side *s, ts_done *done, ts_error *err)
{
    const char *build = s->spec->build;
    const char *name = s->spec->peer ? "the peer" : build ? build : "this build";
    ts_process p;
    if (run(s->state, name, s->work.limit, &p, err)) return -1;
    int rc = read_rate(s, &p, name, done, err);
    ts_process_free(&p);
    return rc;
}

static void close_child(ts_side *s)
{
    free(s->state);
}

const ts_side_kind ts_side_child = {open_child, sample_child, close_child};

/* climbers.c - what this machine has for a target, found by the proof of its language (proof.h).
 *
 * Nothing is compiled or opened here beyond what a version costs.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "proof/proof.h"

void ts_ladder_language(const ts_target *target, char *to, size_t size)
{
    snprintf(to, size, "%.*s", (int)strcspn(target->name, ":"), target->name);
}

const char *ts_ladder_chip(const ts_climber *v, size_t i)
{
    const ts_proof *p = v->proof;
    const char *variant = strchr(v->target->name, ':');
    if (!p->chip[0].name) return i ? NULL : "";
    for (size_t k = 0; k < TS_PROOF_CHIPS && p->chip[k].name; k++) {
        const char *of = p->chip[k].variant;
        if (of && strcmp(of, variant ? variant + 1 : "")) continue;
        if (!i--) return p->chip[k].name;
    }
    return NULL;
}

/* ---- tools ---- */

static bool look(ts_climber *v, const char *name)
{
    ts_cc cc;
    if (!ts_cc_look(&cc, name)) {
        snprintf(cc.path, sizeof cc.path, "/usr/local/cuda/bin/%s", name);
        if (access(cc.path, X_OK)) return false;
    }
    if (strlen(cc.path) >= sizeof v->tool_path) return false;
    strcpy(v->tool_path, cc.path);
    return true;
}

/* The number behind `before`, or the first one outside parentheses. */
static void version(const char *said, const char *before, char *to, size_t size)
{
    const char *at = before ? strstr(said, before) : NULL;
    int depth = 0;
    if (at) at += strlen(before);
    for (const char *s = said; !at && *s && *s != '\n'; s++) {
        depth += (*s == '(') - (*s == ')');
        if (!depth && s > said && s[-1] == ' ' && *s >= '0' && *s <= '9') at = s;
    }
    snprintf(to, size, "%.*s", at ? (int)strspn(at, "0123456789.") : 0, at ? at : "");
}

static void ask_version(ts_climber *v)
{
    char said[2000], number[64] = "";
    const char *argv[] = {v->tool_path, "--version", NULL};
    const char *name = strrchr(v->tool_path, '/') + 1;
    ts_error ignored = {0};
    if (!ts_ladder_run(argv, NULL, 10, said, sizeof said, &ignored))
        version(said, v->proof->before, number, sizeof number);
    const char *called = strstr(said, "clang") ? "clang" : !strcmp(name, "cc") ? "gcc" : name;
    snprintf(v->tool, sizeof v->tool, "%.40s %s%s", called, number,
             v->proof->suffix ? v->proof->suffix : "");
}

static void find_tool(ts_climber *v)
{
    const ts_proof *p = v->proof;
    for (int k = 0; p->program[k] && !*v->tool_path; k++) look(v, p->program[k]);
    if (p->find && !p->find(v)) *v->tool_path = 0;
    if (!*v->tool_path)
        snprintf(v->tool, sizeof v->tool, "%s%s", *p->command ? "not found: " : "", p->remedy);
    else if (!*v->tool)
        ask_version(v);
}

/* ---- devices ---- */

static const ts_shim_dialect *shim_of(const ts_climber *v)
{
    for (const ts_shim_dialect *d = v->proof->shim; d && d->target; d++)
        if (!strcmp(d->target, v->target->name)) return d;
    return NULL;
}

void ts_on_shim(ts_climber *v)
{
    ts_cc cc;
    ts_error err = {0};
    if (!shim_of(v)) return;
    if (ts_shim_find(&cc, &err)) {
        snprintf(v->device, sizeof v->device, "not found: apt-get install clang-19");
        return;
    }
    v->slow = true;
    snprintf(v->spec, sizeof v->spec, "shim:%s", v->target->name);
    snprintf(v->device, sizeof v->device, "strict shim (shim:%s)", v->target->name);
}

static void find_device(ts_climber *v)
{
    for (int k = 0; k < 2 && v->proof->device[k] && !*v->spec; k++) v->proof->device[k](v);
}

void ts_ladder_look(ts_climber *v, const ts_target *target)
{
    char language[32];
    ts_ladder_language(target, language, sizeof language);
    *v = (ts_climber){.target = target, .proof = ts_proof_find(language), .step = {ts_rung_print}};
    snprintf(v->device, sizeof v->device, "nothing here runs it");
    if (!v->proof) {
        snprintf(v->tool, sizeof v->tool, "none is known");
        return;
    }
    find_tool(v);
    find_device(v);
    if (v->proof->names) v->step[1] = ts_rung_sign;
    if (*v->tool_path) v->step[2] = ts_rung_compile;
    if (*v->spec) v->step[3] = ts_rung_execute;
}

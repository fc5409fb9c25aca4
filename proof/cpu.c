/* cpu.c - the proof of C: the system's compiler, and this CPU, where it has the variant's extensions. */
#include <stdio.h>
#include <string.h>

#include "proof/proof.h"

static const ts_isa *isa_of(const ts_climber *v)
{
    ts_error ignored = {0};
    const char *variant = strchr(v->target->name, ':');
    return variant ? ts_isa_choose(variant + 1, &ignored) : NULL;
}

static void this_cpu(ts_climber *v)
{
    if (!isa_of(v)) {
        snprintf(v->device, sizeof v->device, "this CPU cannot run %.60s", v->target->name);
        *v->tool_path = 0; /* the flags that turn an extension on are of CPUs that have it */
        return;
    }
    if (!*v->tool_path) return;
    snprintf(v->spec, sizeof v->spec, "%s", v->target->name);
    snprintf(v->device, sizeof v->device, "this CPU (%s)", v->target->name);
    v->hardware = true;
}

static size_t flags(const ts_climber *v, const char *flag[TS_PROOF_WORDS * 2])
{
    _Static_assert(TS_CC_FLAGS <= TS_PROOF_WORDS * 2, "room for the runtime's flags");
    return ts_cc_flags(isa_of(v), flag);
}

const ts_proof ts_proof_cpu = {
    .language = "cpu",
    .program = {"cc", "gcc", "clang"},
    .remedy = "apt-get install gcc libc6-dev",
    .flags = flags,
    .command = {"-lm", "-o", "$object"},
    .device = {this_cpu},
};

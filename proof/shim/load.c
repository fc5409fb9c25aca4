/* load.c - a text to functions that run a block: translate, compile or find in the cache, load.
 *
 * The compiler is a clang++: gcc has no address spaces in C++. Undefined operations (a shift too
 * far, a division by zero, a float that no integer holds, an index outside an array, an address not
 * aligned) trap, and fault.c says which one it was.
 */
#include "rt/cache.h"
#include "proof/shim/shim.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const flags[] = {
    "-x",
    "c++",
    "-std=c++17",
    "-O1",
    "-fPIC",
    "-shared",
    "-w",
    "-nostdinc",
    "-nostdinc++",
    "-nostdlib++",
    "-fno-exceptions",
    "-fno-rtti",
    "-fwrapv",
    "-fno-ident",
    "-fno-strict-aliasing",
    "-fno-math-errno",
    "-fno-fast-math",
    "-ffp-contract=off",
    "-fno-stack-protector",
    "-fstack-clash-protection",
    "-fvisibility=hidden",
    "-ftrivial-auto-var-init=pattern",
    "-fsanitize=alignment,array-bounds,shift-exponent,integer-divide-by-zero,float-cast-overflow",
    "-fsanitize-trap=all",
    "-",
    "-lm",
    NULL};

enum { FLAGS = sizeof flags / sizeof *flags - 1 };

int ts_shim_find(ts_cc *cc, ts_error *err)
{
    static const char *const names[] = {"clang++-19", "clang++-22", "clang++-21", "clang++-20",
                                        "clang++-18", "clang++-17", "clang++-16"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (ts_cc_look(cc, names[i])) return 0;
    return ts_fail(
        err, "the shim device compiles with clang++ 16 or newer, and PATH has none; install it, "
             "for example: apt-get install clang-19");
}

struct job {
    const ts_cc *cc;
    char *text;
    size_t bytes;
};

static int compile(void *ctx, const char *path, ts_error *err)
{
    const struct job *job = ctx;
    return ts_cc_compile(job->cc, flags, "shim", job->text, job->bytes, path, err);
}

static void name_job(const struct job *job, char key[TS_CACHE_KEY])
{
    const char *part[FLAGS + 2];
    size_t bytes[FLAGS + 2];
    for (size_t i = 0; i < FLAGS; i++) {
        part[i] = flags[i];
        bytes[i] = strlen(flags[i]);
    }
    part[FLAGS] = job->cc->identity;
    bytes[FLAGS] = strlen(job->cc->identity);
    part[FLAGS + 1] = job->text;
    bytes[FLAGS + 1] = job->bytes;
    ts_cache_key(part, bytes, FLAGS + 2, key);
}

static int look_up(ts_shim_module *m, ts_error *err)
{
    const ts_manifest *all = &m->base.manifest;
    m->block = calloc(all->n + 1, sizeof *m->block);
    if (!m->block) return ts_fail(err, "no memory for a module");
    for (size_t i = 0; i < all->n; i++) {
        char name[160];
        snprintf(name, sizeof name, "ts_shim_run_%s", all->entry[i].entry);
        void *p = dlsym(m->handle, name);
        if (!p) return ts_fail(err, "the compiled text has no entry %s", all->entry[i].entry);
        /* POSIX lets object pointers of dlsym become functions; C17 has no cast for it. */
        memcpy(&m->block[i], &p, sizeof p);
    }
    return 0;
}

int ts_shim_load(ts_module *base, const char *text, size_t bytes, ts_error *err)
{
    ts_shim_module *m = (ts_shim_module *)base;
    const ts_shim_device *dev = (const ts_shim_device *)base->device;
    struct job job = {.cc = &dev->cc};
    job.text = ts_shim_translate(dev->dialect, &base->manifest, text, bytes, &job.bytes, err);
    if (!job.text) return -1;
    char key[TS_CACHE_KEY];
    name_job(&job, key);
    m->handle = ts_cache_load(key, compile, &job, err);
    free(job.text);
    if (m->handle && !look_up(m, err)) return 0;
    ts_shim_unload(base);
    return -1;
}

void ts_shim_unload(ts_module *base)
{
    ts_shim_module *m = (ts_shim_module *)base;
    if (m->handle) dlclose(m->handle);
    free(m->block);
    m->handle = NULL;
    m->block = NULL;
}

/* ladder_compile.c - hands a text to the compiler of its language (ladder.h).
 *
 * The text lies in a folder of its own, which is gone afterwards. Flags ask for what the runtimes ask
 * for, and make warnings errors where the compiler's warnings are about the text. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "rt/cc.h"
#include "rt/leftover.h"
#include "tool/ladder.h"

enum { MOST = 64, LEFT = 5 };
static const double patience = 300; /* seconds */

typedef struct job {
    const ts_climber *v;
    char folder[128], text[160], object[160], option[TS_LADDER_PATH + 64];
    const char *argv[MOST];
    size_t n;
    int left[LEFT]; /* rt/leftover.h */
} job;

static void add(job *j, const char *const *word)
{
    while (*word && j->n < MOST - 1) j->argv[j->n++] = *word++;
}

static int cpu(job *j, ts_error *err)
{
    const ts_isa *isa = ts_isa_choose(strchr(j->v->target->name, ':') + 1, err);
    const char *flag[TS_CC_FLAGS + 1];
    if (!isa) return -1;
    ts_cc_flags(isa, flag);
    add(j, flag);
    add(j, (const char *[]){"-lm", "-o", j->object, NULL});
    return 0;
}

static int cuda(job *j, ts_error *err)
{
    (void)err;
    add(j, (const char *[]){"-x", "cu", "-cubin", "-arch=sm_90", "--fmad=false", "-Werror",
                            "all-warnings", j->text, "-o", j->object, NULL});
    return 0;
}

static int write_file(const char *path, const char *text, size_t bytes, ts_error *err)
{
    FILE *to = fopen(path, "wb");
    bool written = to && fwrite(text, 1, bytes, to) == bytes;
    if (to && fclose(to)) written = false;
    return written ? 0 : ts_fail(err, "cannot write %s: %s", path, strerror(errno));
}

static int header(const job *j, const char *name, const char *includes, ts_error *err)
{
    char path[256], text[64];
    snprintf(path, sizeof path, "%s/%s", j->folder, name);
    int n = snprintf(text, sizeof text, "#include <%s>\n", includes);
    return write_file(path, text, (size_t)n, err);
}

/* mcc cannot be had, so nvcc stands in for it: MUSA's headers as CUDA's. */
static int musa(job *j, ts_error *err)
{
    if (header(j, "musa_runtime.h", "cuda_runtime.h", err) ||
        header(j, "musa_fp16.h", "cuda_fp16.h", err))
        return -1;
    add(j, (const char *[]){"-I", j->folder, NULL});
    return cuda(j, err);
}

static int hip(job *j, ts_error *err)
{
    (void)err;
    snprintf(j->option, sizeof j->option, "--rocm-device-lib-path=%s", j->v->library);
    add(j, (const char *[]){"-x", "hip", "-std=c++17", "-O3", "-Werror", "-Wno-pass-failed", "-c",
                            "--cuda-device-only",
                            ts_target_facts_of(j->v->target).team == 64 ? "--offload-arch=gfx90a"
                                                                        : "--offload-arch=gfx1030",
                            "--rocm-path=/usr", j->option, j->text, "-o", j->object, NULL});
    return 0;
}

static int opencl(job *j, ts_error *err)
{
    (void)err;
    add(j, (const char *[]){"-x", "cl", "-cl-std=CL1.2", "-Wall", "-Werror", "-Wno-pass-failed",
                            "-c", "-target", "spir64", "-emit-llvm", "-Xclang",
                            "-finclude-default-header", j->text, "-o", j->object, NULL});
    return 0;
}

static int spirv(job *j, ts_error *err)
{
    (void)err;
    add(j, (const char *[]){"--target-env", "vulkan1.1", j->text, NULL});
    return 0;
}

static int wgsl(job *j, ts_error *err)
{
    (void)err;
    add(j, (const char *[]){j->v->library, "--validate", j->text, NULL});
    return 0;
}

static int arguments(job *j, ts_error *err)
{
    static const struct {
        const char *language;
        int (*fill)(job *, ts_error *);
    } known[] = {{"cpu", cpu},       {"cuda", cuda},   {"hip", hip},  {"musa", musa},
                 {"opencl", opencl}, {"spirv", spirv}, {"wgsl", wgsl}};
    char language[32];
    ts_ladder_language(j->v->target, language, sizeof language);
    j->argv[j->n++] = j->v->tool_path;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (!strcmp(known[i].language, language)) return known[i].fill(j, err);
    return ts_fail(err, "no compiler is known for %s", language);
}

/* What may lie in the folder, after the folder itself; an interrupted command removes them, too. */
static void remember(job *j)
{
    static const char *const headers[] = {"musa_runtime.h", "musa_fp16.h"};
    char path[256];
    j->left[0] = ts_leftover_file(j->folder);
    j->left[1] = ts_leftover_file(j->text);
    j->left[2] = ts_leftover_file(j->object);
    for (size_t i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%s/%s", j->folder, headers[i]);
        j->left[3 + i] = ts_leftover_file(path);
    }
}

static void remove_folder(const job *j)
{
    static const char *const files[] = {"musa_runtime.h", "musa_fp16.h"};
    char path[256];
    unlink(j->text);
    unlink(j->object);
    for (size_t i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%s/%s", j->folder, files[i]);
        unlink(path);
    }
    rmdir(j->folder);
    for (size_t i = 0; i < LEFT; i++) ts_leftover_drop(j->left[i]);
}

int ts_ladder_compile(const ts_climber *v, const char *text, size_t bytes, ts_error *err)
{
    job j = {.v = v};
    char said[8000];
    const char *tmp = getenv("TMPDIR");
    snprintf(j.folder, sizeof j.folder, "%s/tessera-XXXXXX",
             tmp && strlen(tmp) < 96 ? tmp : "/tmp");
    if (!mkdtemp(j.folder))
        return ts_fail(err, "cannot make the folder %s: %s", j.folder, strerror(errno));
    snprintf(j.text, sizeof j.text, "%s/text.%s", j.folder, v->target->extension);
    snprintf(j.object, sizeof j.object, "%s/object", j.folder);
    remember(&j);
    int rc = arguments(&j, err);
    if (!rc) rc = write_file(j.text, text, bytes, err);
    if (!rc) rc = ts_ladder_run(j.argv, j.text, patience, said, sizeof said, err);
    remove_folder(&j);
    return rc;
}

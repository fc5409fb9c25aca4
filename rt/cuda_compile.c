/* cuda_compile.c - emitted CUDA text to machine code: NVRTC in this process, else nvcc (cuda.h).
 *
 * The cache key holds all that decides the result: text, options, compiler and its version. A GPU that
 * is newer than the compiler gets PTX of the newest generation the compiler knows; the driver then
 * makes the machine code.
 */
#include "rt/cc.h"
#include "rt/cuda.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OPTIONS = 3 };

struct job {
    const ts_nvrtc_api *nvrtc; /* NULL: nvcc */
    ts_cc nvcc;
    char identity[sizeof((ts_cc *)0)->identity];
    char arch[48]; /* "--gpu-architecture=sm_90" */
    bool ptx;
    int sm;
    const char *text;
    size_t bytes;
};

/* ---- NVRTC ---- */

/* The first line that tells an error, or else the first line. */
static void first_line(const char *log, char *line, size_t cap)
{
    const char *at = strstr(log, "error");
    while (at && at > log && at[-1] != '\n') at--;
    if (!at) at = log;
    snprintf(line, cap, "%.*s", (int)strcspn(at, "\n"), at);
}

static int report(const struct job *job, ts_nvrtc_program p, ts_cu_result r, ts_error *err)
{
    size_t bytes = 0;
    char line[600] = "it said nothing";
    char *log = job->nvrtc->log_size(p, &bytes) || !bytes ? NULL : calloc(1, bytes + 1);
    if (log && !job->nvrtc->log(p, log)) {
        if (ts_debug("cc")) fprintf(stderr, "nvrtc: %s\n", log);
        if (*log) first_line(log, line, sizeof line);
    }
    free(log);
    return r ? ts_fail(err, "NVRTC could not compile the emitted kernels (%d): %s", r, line) : 0;
}

static int write_image(const struct job *job, ts_nvrtc_program p, const char *path, ts_error *err)
{
    const ts_nvrtc_api *n = job->nvrtc;
    size_t bytes = 0;
    char *image = NULL;
    int rc = -1;
    ts_cu_result r = job->ptx ? n->ptx_size(p, &bytes) : n->cubin_size(p, &bytes);
    if (!r && bytes) image = malloc(bytes);
    if (!image) return ts_fail(err, "NVRTC made no machine code (%d) for %s", r, job->arch);
    r = job->ptx ? n->ptx(p, image) : n->cubin(p, image);
    FILE *f = r ? NULL : fopen(path, "wbe");
    if (f) rc = fwrite(image, 1, bytes, f) == bytes ? 0 : -1;
    if (f && fclose(f)) rc = -1;
    free(image);
    return rc ? ts_fail(err, "cannot write the machine code of kernels to %s", path) : 0;
}

static int compile_here(const struct job *job, const char *path, ts_error *err)
{
    const char *const option[OPTIONS] = {job->arch, "--fmad=false",
                                         "--device-as-default-execution-space"};
    ts_nvrtc_program p = NULL;
    char *text = malloc(job->bytes + 1);
    if (!text) return ts_fail(err, "no memory to compile kernels");
    memcpy(text, job->text, job->bytes);
    text[job->bytes] = 0;
    ts_cu_result r = job->nvrtc->create(&p, text, "kernels.cu", 0, NULL, NULL);
    int rc = r ? ts_fail(err, "NVRTC cannot start (%d)", r) : 0;
    if (!rc) rc = report(job, p, job->nvrtc->compile(p, OPTIONS, option), err);
    if (!rc) rc = write_image(job, p, path, err);
    if (p) job->nvrtc->destroy(&p);
    free(text);
    return rc;
}

/* ---- nvcc ---- */

/* It opens its input anew for each of its parts, so the text comes by a name of standard input. */
static int compile_by_nvcc(const struct job *job, const char *path, ts_error *err)
{
    const char *const flag[] = {"-cubin",          job->arch, "--fmad=false", "-x", "cu",
                                "/proc/self/fd/0", NULL};
    return ts_cc_compile(&job->nvcc, flag, job->arch, job->text, job->bytes, path, err);
}

static int build(void *ctx, const char *path, ts_error *err)
{
    const struct job *job = ctx;
    return job->nvrtc ? compile_here(job, path, err) : compile_by_nvcc(job, path, err);
}

/* ---- which compiler, for which generation ---- */

/* The newest generation up to sm that NVRTC knows; sm itself where it cannot be asked. */
static int newest(const ts_nvrtc_api *n, int sm)
{
    int count = 0, best = 0, arch[256] = {0};
    if (n->arch_count(&count) || count < 1 || count > 256 || n->archs(arch)) return sm;
    for (int i = 0; i < count; i++) {
        if (arch[i] <= sm && arch[i] > best) best = arch[i];
    }
    return best ? best : sm;
}

/* Instructions that one generation alone has (simt/cuda_narrow.c, simt/cuda_quartet.c) are there for who names it so. */
static const char *own(int sm)
{
    return sm == 90 || sm == 120 || sm == 121 ? "a" : "";
}

static void choose_nvrtc(struct job *job)
{
    int major = 0, minor = 0;
    job->nvrtc->version(&major, &minor);
    int arch = newest(job->nvrtc, job->sm);
    job->ptx = arch != job->sm;
    snprintf(job->arch, sizeof job->arch, "--gpu-architecture=%s_%d%s", job->ptx ? "compute" : "sm",
             arch, job->ptx ? "" : own(arch));
    snprintf(job->identity, sizeof job->identity, "nvrtc %d.%d", major, minor);
}

static int choose(struct job *job, int driver, ts_error *err)
{
    job->nvrtc = ts_nvrtc_load(driver / 1000);
    if (job->nvrtc) {
        choose_nvrtc(job);
        return 0;
    }
    if (!ts_cc_look(&job->nvcc, "nvcc"))
        return ts_fail(err, "no CUDA compiler: neither libnvrtc nor nvcc is found, and the cuda "
                            "device compiles its kernels with one; install libnvrtc (the CUDA "
                            "toolkit, or pip's nvidia-cuda-nvrtc with LD_LIBRARY_PATH)");
    snprintf(job->arch, sizeof job->arch, "-arch=sm_%d%s", job->sm, own(job->sm));
    memcpy(job->identity, job->nvcc.identity, sizeof job->identity);
    return 0;
}

/* The last word of `nvcc --version` that looks like V12.4.131. */
static void name_nvcc(const ts_cc *nvcc, char *line, size_t cap)
{
    static const char *const flag[] = {"--version", NULL};
    char said[600];
    const char *at = ts_cc_ask(nvcc, flag, "", said, sizeof said) ? NULL : strstr(said, ", V");
    int n = at ? (int)strspn(at + 3, "0123456789.") : 0;
    snprintf(line, cap, n ? "nvcc %.*s" : "nvcc", n, at ? at + 3 : "");
}

void ts_cuda_compiler(int driver, char *line, size_t cap)
{
    int major = 0, minor = 0;
    const ts_nvrtc_api *nvrtc = ts_nvrtc_load(driver / 1000);
    ts_cc *nvcc = nvrtc ? NULL : calloc(1, sizeof *nvcc);
    if (nvrtc && !nvrtc->version(&major, &minor))
        snprintf(line, cap, "NVRTC %d.%d", major, minor);
    else if (nvcc && ts_cc_look(nvcc, "nvcc"))
        name_nvcc(nvcc, line, cap);
    else
        snprintf(line, cap, nvrtc ? "NVRTC" : "no compiler");
    free(nvcc);
}

int ts_cuda_compile(int sm, int driver, const char *text, size_t bytes, char **image, size_t *size,
                    ts_error *err)
{
    struct job *job = calloc(1, sizeof *job);
    if (!job) return ts_fail(err, "no memory to compile kernels");
    *job = (struct job){.sm = sm, .text = text, .bytes = bytes};
    *image = NULL;
    if (!choose(job, driver, err)) {
        const char *part[] = {"cuda 1 --fmad=false", job->identity, job->arch, text};
        size_t length[] = {strlen(part[0]), strlen(part[1]), strlen(part[2]), bytes};
        char key[TS_CACHE_KEY];
        ts_cache_key(part, length, 4, key);
        *image = ts_cache_file(key, build, job, size, err);
    }
    free(job);
    return *image ? 0 : -1;
}

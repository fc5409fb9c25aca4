/* nvrtc.c - a stand-in for NVRTC: what it "compiles" is the text itself behind a line that names the
 * architecture. A text with the word "nonsense" has an error. */
#include "rt/cuda_api.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ts_nvrtc_program_ {
    char *text, *image;
    size_t bytes;
    char log[256];
};

int fake_nvrtc_programs, fake_nvrtc_compiled; /* alive; compiled so far */
char fake_nvrtc_arch[40];                     /* what was asked for last */

ts_cu_result nvrtcVersion(int *major, int *minor)
{
    *major = 99; /* so that nobody finds its work in a cache */
    *minor = 0;
    return 0;
}

ts_cu_result nvrtcGetNumSupportedArchs(int *n)
{
    *n = 4;
    return 0;
}

ts_cu_result nvrtcGetSupportedArchs(int *arch)
{
    arch[0] = 75;
    arch[1] = 80;
    arch[2] = 90;
    arch[3] = 120;
    return 0;
}

ts_cu_result nvrtcCreateProgram(ts_nvrtc_program *p, const char *text, const char *name,
                                int headers, const char *const *header, const char *const *include)
{
    if (!name || headers || header || include) return 3;
    *p = calloc(1, sizeof **p);
    (*p)->text = strdup(text);
    fake_nvrtc_programs++;
    return 0;
}

ts_cu_result nvrtcDestroyProgram(ts_nvrtc_program *p)
{
    free((*p)->text);
    free((*p)->image);
    free(*p);
    *p = NULL;
    fake_nvrtc_programs--;
    return 0;
}

ts_cu_result nvrtcCompileProgram(ts_nvrtc_program p, int n, const char *const *option)
{
    const char *arch = NULL;
    int fmad = 0, device = 0;
    for (int i = 0; i < n; i++) {
        if (!strncmp(option[i], "--gpu-architecture=", 19)) arch = option[i] + 19;
        fmad |= !strcmp(option[i], "--fmad=false");
        device |= !strcmp(option[i], "--device-as-default-execution-space");
    }
    if (!arch || !fmad || !device) return 5;
    fake_nvrtc_compiled++;
    snprintf(fake_nvrtc_arch, sizeof fake_nvrtc_arch, "%s", arch);
    if (strstr(p->text, "nonsense")) {
        snprintf(p->log, sizeof p->log,
                 "kernels.cu(2): warning: of no interest\n"
                 "kernels.cu(3): error: identifier \"nonsense\" is undefined\n1 error\n");
        return 6;
    }
    p->bytes = strlen(p->text) + 64;
    p->image = calloc(1, p->bytes);
    snprintf(p->image, p->bytes, "fake %s %s\n%s", *arch == 's' ? "cubin" : "ptx", arch, p->text);
    return 0;
}

ts_cu_result nvrtcGetCUBINSize(ts_nvrtc_program p, size_t *bytes)
{
    *bytes = p->bytes;
    return 0;
}

ts_cu_result nvrtcGetCUBIN(ts_nvrtc_program p, char *to)
{
    memcpy(to, p->image, p->bytes);
    return 0;
}

ts_cu_result nvrtcGetPTXSize(ts_nvrtc_program p, size_t *bytes)
{
    return nvrtcGetCUBINSize(p, bytes);
}

ts_cu_result nvrtcGetPTX(ts_nvrtc_program p, char *to)
{
    return nvrtcGetCUBIN(p, to);
}

ts_cu_result nvrtcGetProgramLogSize(ts_nvrtc_program p, size_t *bytes)
{
    *bytes = strlen(p->log) + 1;
    return 0;
}

ts_cu_result nvrtcGetProgramLog(ts_nvrtc_program p, char *to)
{
    memcpy(to, p->log, strlen(p->log) + 1);
    return 0;
}

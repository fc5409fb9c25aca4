/* check_vectors.c - see check_vectors.h. */
#include "tool/check_vectors.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/vectors.h"
#include "engine/folder.h"
#include "tool/words.h"

static int is_vectors(const struct dirent *e)
{
    const char *dot = strrchr(e->d_name, '.');
    return dot && !strcmp(dot, ".safetensors");
}

/* 1: the file agrees, 0: it does not, -1: it was left out. */
static int verdict(const ts_vector_report *r)
{
    if (r->failed) return 0;
    return r->run ? 1 : -1;
}

static void print_line(const char *name, const ts_vector_report *r)
{
    static const char *const words[] = {"left out", "FAILED", "ok"};
    printf("%-36s", ts_show(name, strlen(name)).text);
    if (r->run)
        printf("  %2u of %2u cases  %3u + %3u runs  %5.1f %%", r->run, r->cases, r->interpreter,
               r->device, 100 * r->worst);
    else
        printf("  %-40s", "-");
    printf("  %s\n", words[verdict(r) + 1]);
    if (!r->run && !r->failed && !r->cases)
        printf("  no suite has a kernel for %s\n", r->kernel);
    else if (r->why[0])
        printf("  %s\n", r->why);
    fflush(stdout);
}

static int compare(const char *dir, const char *name, ts_device *device)
{
    char path[TS_PATH_MAX];
    ts_vector_report report = {.failed = true};
    ts_error err = {0};
    if (!ts_folder_path(path, dir, name, &err)) ts_check_vectors(path, device, &report);
    if (ts_failed(&err)) snprintf(report.why, sizeof report.why, "%s", err.text);
    print_line(name, &report);
    return verdict(&report);
}

int ts_print_vectors(const char *dir, ts_device *device)
{
    struct dirent **file = NULL;
    size_t agree = 0, compared = 0, left = 0;
    int n = scandir(dir, &file, is_vectors, alphasort);
    if (n <= 0) {
        fprintf(stderr, "tessera check: %s: %s\n", ts_show_path(dir).text,
                n ? strerror(errno) : "has no file *.safetensors");
        free((void *)file);
        return 1;
    }
    printf("%-36s  %-11s  interpr. + device  of tolerance\n", "file", "");
    for (int i = 0; i < n; i++) {
        int agrees = compare(dir, file[i]->d_name, device);
        agree += agrees > 0;
        compared += agrees >= 0;
        left += agrees < 0;
        free(file[i]);
    }
    free((void *)file);
    if (left) printf("%zu file%s left out\n", left, ts_s(left));
    printf("%zu of %zu vector%s agree%s\n", agree, compared, ts_s(compared),
           compared == 1 ? "s" : "");
    return compared && agree == compared ? 0 : 1;
}

/* cuda.c - the fake driver: devices, contexts, memory, modules, launches (fake.h). */
#include "test/rt/fake/fake_int.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct state {
    int devices, sm, driver;
    size_t memory, used;
    bool inited, refuse_early;
    int current; /* device of the current context + 1; 0: none */
    int retained[FAKE_DEVICES];
    struct fake_object *context[FAKE_DEVICES];
    fake_object *alive;
    long fail_at;
    ts_cu_result fail_with, spoiled;
    char misuse[256];
    fake_counts count;
    struct {
        char name[64];
        fake_kernel *kernel;
    } kernel[16];
    int kernels;
    fake_executor *executor;
    void *arg;
} s;

/* ---- control ---- */

void fake_reset(void)
{
    fake_forget_queue();
    while (s.alive) fake_drop(s.alive);
    memset(&s, 0, sizeof s);
    fake_machine(2, 90, 13000, (size_t)1 << 30);
}

void fake_machine(int devices, int sm, int driver, size_t memory)
{
    s.devices = devices;
    s.sm = sm;
    s.driver = driver;
    s.memory = memory;
}

void fake_fail(long n, ts_cu_result r)
{
    s.fail_at = n ? s.count.calls + n : 0;
    s.fail_with = r;
}

void fake_refuse_early(bool refuse)
{
    s.refuse_early = refuse;
}

bool fake_refuses_early(void)
{
    return s.refuse_early;
}

void fake_add_kernel(const char *entry, fake_kernel *kernel)
{
    snprintf(s.kernel[s.kernels].name, sizeof s.kernel[0].name, "%s", entry);
    s.kernel[s.kernels++].kernel = kernel;
}

void fake_set_executor(fake_executor *executor, void *arg)
{
    s.executor = executor;
    s.arg = arg;
}

const fake_counts *fake_count(void)
{
    return &s.count;
}

fake_counts *fake_counter(void)
{
    return &s.count;
}

const char *fake_misuse(void)
{
    return s.misuse;
}

int fake_sm(void)
{
    return s.sm;
}

size_t fake_alive(void)
{
    size_t n = 0;
    for (fake_object *o = s.alive; o; o = o->next) n += o->kind != FUNCTION;
    return n;
}

/* ---- objects ---- */

fake_object *fake_new(int kind, size_t bytes)
{
    fake_object *o = calloc(1, bytes);
    if (!o) abort();
    *o = (fake_object){kind, s.current - 1, s.alive};
    s.alive = o;
    return o;
}

void fake_drop(void *object)
{
    fake_object *o = object;
    fake_object **at = &s.alive;
    while (*at && *at != o) at = &(*at)->next;
    if (!*at) abort();
    *at = o->next;
    if (o->kind == MEMORY || o->kind == PINNED) free(((fake_memory *)o)->data);
    if (o->kind == MODULE) free(((fake_module *)o)->text);
    free(o);
}

ts_cu_result fake_note(ts_cu_result r, const char *format, ...)
{
    va_list ap;
    if (s.misuse[0]) return r;
    va_start(ap, format);
    vsnprintf(s.misuse, sizeof s.misuse, format, ap);
    va_end(ap);
    return r;
}

void *fake_find(const void *handle, int kind, const char *what)
{
    for (fake_object *o = s.alive; o; o = o->next) {
        if (o != handle) continue;
        if (o->kind == kind && o->device == s.current - 1) return o;
        fake_note(0, "%s: a handle of another kind or context", what);
        return NULL;
    }
    fake_note(0, "%s: a handle that is not alive", what);
    return NULL;
}

void fake_spoil(ts_cu_result r)
{
    s.spoiled = r;
    fake_forget_queue();
}

static bool spoils(ts_cu_result r)
{
    return r == TS_CU_ILLEGAL_ADDRESS || r == TS_CU_LAUNCH_FAILED || r == TS_CU_UNKNOWN ||
           r == TS_CU_ECC_UNCORRECTABLE;
}

ts_cu_result fake_begin(bool needs_context)
{
    s.count.calls++;
    if (s.fail_at && s.count.calls == s.fail_at) {
        if (spoils(s.fail_with)) fake_spoil(s.fail_with);
        return s.fail_with;
    }
    if (!needs_context) return 0;
    if (!s.inited) return fake_note(TS_CU_NOT_INITIALIZED, "a call before cuInit");
    if (!s.current) return fake_note(TS_CU_INVALID_CONTEXT, "a call without a current context");
    return s.spoiled;
}

/* ---- driver, devices, contexts ---- */

ts_cu_result cuInit(unsigned flags)
{
    BEGIN(false);
    if (flags) return TS_CU_INVALID_VALUE;
    if (!s.devices) return TS_CU_NO_DEVICE;
    s.inited = true;
    return 0;
}

ts_cu_result cuDriverGetVersion(int *version)
{
    BEGIN(false);
    *version = s.driver;
    return 0;
}

ts_cu_result cuGetErrorName(ts_cu_result r, const char **name)
{
    static char text[40];
    snprintf(text, sizeof text, "CUDA_ERROR_%d", r);
    *name = r == TS_CU_OUT_OF_MEMORY ? "CUDA_ERROR_OUT_OF_MEMORY" : text;
    return 0;
}

ts_cu_result cuGetErrorString(ts_cu_result r, const char **text)
{
    if (r == 12345) return TS_CU_INVALID_VALUE;
    *text = r == TS_CU_OUT_OF_MEMORY ? "out of memory" : "a fake failure";
    return 0;
}

static ts_cu_result check_device(ts_cu_device d)
{
    if (!s.inited) return fake_note(TS_CU_NOT_INITIALIZED, "a device before cuInit");
    return d >= 0 && d < s.devices ? 0 : TS_CU_INVALID_DEVICE;
}

ts_cu_result cuDeviceGetCount(int *n)
{
    BEGIN(false);
    if (!s.inited) return fake_note(TS_CU_NOT_INITIALIZED, "cuDeviceGetCount before cuInit");
    *n = s.devices;
    return 0;
}

ts_cu_result cuDeviceGet(ts_cu_device *device, int ordinal)
{
    BEGIN(false);
    *device = ordinal;
    return check_device(ordinal);
}

ts_cu_result cuDeviceGetName(char *name, int cap, ts_cu_device device)
{
    BEGIN(false);
    snprintf(name, (size_t)cap, "Fake GPU");
    return check_device(device);
}

ts_cu_result cuDeviceTotalMem_v2(size_t *bytes, ts_cu_device device)
{
    BEGIN(false);
    *bytes = s.memory;
    return check_device(device);
}

ts_cu_result cuDeviceGetAttribute(int *value, int attribute, ts_cu_device device)
{
    BEGIN(false);
    switch (attribute) {
    case TS_CU_MULTIPROCESSORS: *value = 3; break;
    case TS_CU_MAJOR: *value = s.sm / 10; break;
    case TS_CU_MINOR: *value = s.sm % 10; break;
    default: return fake_note(TS_CU_INVALID_VALUE, "an unknown device attribute %d", attribute);
    }
    return check_device(device);
}

ts_cu_result cuDevicePrimaryCtxRetain(ts_cu_context *context, ts_cu_device device)
{
    BEGIN(false);
    ts_cu_result r = check_device(device);
    if (r) return r;
    if (!s.retained[device]++) {
        int current = s.current;
        s.current = device + 1;
        s.context[device] = fake_new(CONTEXT, sizeof(fake_object));
        s.current = current;
    }
    *context = (ts_cu_context)(void *)s.context[device];
    return 0;
}

ts_cu_result cuDevicePrimaryCtxRelease_v2(ts_cu_device device)
{
    ts_cu_result begun = fake_begin(false);
    ts_cu_result r = check_device(device);
    if (r) return r;
    if (!s.retained[device]) return fake_note(TS_CU_INVALID_CONTEXT, "a release too many");
    if (--s.retained[device]) return begun;
    fake_drop(s.context[device]);
    s.context[device] = NULL;
    s.spoiled = 0;
    for (fake_object *o = s.alive; o; o = o->next) {
        if (o->device == device) fake_note(0, "an object of kind %d outlives its context", o->kind);
    }
    return begun;
}

ts_cu_result cuCtxSetCurrent(ts_cu_context context)
{
    BEGIN(false);
    s.current = 0;
    for (int i = 0; context && i < FAKE_DEVICES; i++) {
        if ((void *)context == (void *)s.context[i]) s.current = i + 1;
    }
    if (context && !s.current) return fake_note(TS_CU_INVALID_CONTEXT, "a context that is gone");
    return s.current ? s.spoiled : 0;
}

/* ---- memory ---- */

ts_cu_result cuMemGetInfo_v2(size_t *left, size_t *total)
{
    BEGIN(true);
    *left = s.memory - s.used;
    *total = s.memory;
    return 0;
}

static fake_memory *allocate(int kind, size_t bytes)
{
    fake_memory *m = (fake_memory *)fake_new(kind, sizeof *m);
    m->bytes = bytes;
    m->data = malloc(bytes);
    if (!m->data) abort();
    memset(m->data, 0xa5, bytes);
    return m;
}

static uint64_t address(const fake_memory *m)
{
    return (uint64_t)(uintptr_t)m->data | (uint64_t)FAKE_TAG << 56;
}

ts_cu_result cuMemAlloc_v2(ts_cu_ptr *p, size_t bytes)
{
    BEGIN(true);
    if (!bytes) return fake_note(TS_CU_INVALID_VALUE, "an allocation of nothing");
    if (bytes > s.memory - s.used) return TS_CU_OUT_OF_MEMORY;
    s.used += bytes;
    *p = address(allocate(MEMORY, bytes));
    return 0;
}

static fake_memory *memory_at(uint64_t p)
{
    for (fake_object *o = s.alive; o; o = o->next) {
        fake_memory *m = (fake_memory *)o;
        if (o->kind == MEMORY && p >= address(m) && p < address(m) + m->bytes) return m;
    }
    return NULL;
}

ts_cu_result cuMemFree_v2(ts_cu_ptr p)
{
    ts_cu_result begun = fake_begin(true);
    fake_memory *m = memory_at(p);
    if (!m || address(m) != p) return fake_note(TS_CU_INVALID_VALUE, "a free of no allocation");
    if (fake_pending(m->data, m->bytes)) fake_note(0, "a free of memory that work is waiting for");
    s.used -= m->bytes;
    fake_drop(m);
    return begun;
}

unsigned char *fake_translate(uint64_t p, size_t bytes, int device, const char *what)
{
    fake_memory *m = memory_at(p);
    if (m && m->head.device == device && bytes <= m->bytes - (p - address(m)))
        return m->data + (p - address(m));
    fake_note(0, "%s: %zu bytes that are not all in one allocation", what, bytes);
    return NULL;
}

ts_cu_result cuMemHostAlloc(void **p, size_t bytes, unsigned flags)
{
    BEGIN(true);
    if (!bytes || flags) return fake_note(TS_CU_INVALID_VALUE, "odd pinned memory");
    *p = allocate(PINNED, bytes)->data;
    return 0;
}

static fake_memory *pinned_at(const void *p)
{
    for (fake_object *o = s.alive; o; o = o->next) {
        fake_memory *m = (fake_memory *)o;
        if (o->kind == PINNED && (const unsigned char *)p >= m->data &&
            (const unsigned char *)p < m->data + m->bytes)
            return m;
    }
    return NULL;
}

bool fake_is_pinned(const void *p, size_t bytes)
{
    fake_memory *m = pinned_at(p);
    return m && bytes <= m->bytes - (size_t)((const unsigned char *)p - m->data);
}

ts_cu_result cuMemFreeHost(void *p)
{
    ts_cu_result begun = fake_begin(true);
    fake_memory *m = pinned_at(p);
    if (!m || m->data != p) return fake_note(TS_CU_INVALID_VALUE, "a free of no pinned memory");
    if (fake_pending(m->data, m->bytes))
        fake_note(0, "a free of pinned memory that work waits for");
    fake_drop(m);
    return begun;
}

/* ---- modules ---- */

ts_cu_result cuModuleLoadData(ts_cu_module *out, const void *image)
{
    int sm = 0;
    BEGIN(true);
    if (sscanf(image, "fake cubin sm_%d", &sm) != 1 &&
        sscanf(image, "fake ptx compute_%d", &sm) != 1)
        return TS_CU_INVALID_IMAGE;
    if (*(const char *)image == 'f' && strstr(image, "cubin") == (const char *)image + 5 &&
        sm != s.sm)
        return TS_CU_NO_BINARY_FOR_GPU;
    fake_module *m = (fake_module *)fake_new(MODULE, sizeof *m);
    m->text = strdup(strchr(image, '\n') + 1);
    *out = (ts_cu_module)(void *)m;
    return 0;
}

ts_cu_result cuModuleUnload(ts_cu_module module)
{
    ts_cu_result begun = fake_begin(true);
    fake_module *m = fake_find(module, MODULE, "cuModuleUnload");
    if (!m) return TS_CU_INVALID_HANDLE;
    for (fake_object *o = s.alive, *next; o; o = next) {
        next = o->next;
        if (o->kind == FUNCTION && ((fake_function *)o)->module == m) fake_drop(o);
    }
    fake_drop(m);
    return begun;
}

ts_cu_result cuModuleGetFunction(ts_cu_function *out, ts_cu_module module, const char *name)
{
    char call[160];
    BEGIN(true);
    fake_module *m = fake_find(module, MODULE, "cuModuleGetFunction");
    if (!m) return TS_CU_INVALID_HANDLE;
    snprintf(call, sizeof call, " %s(", name);
    if (!strstr(m->text, call)) return TS_CU_NOT_FOUND;
    fake_function *f = (fake_function *)fake_new(FUNCTION, sizeof *f);
    f->module = m;
    snprintf(f->name, sizeof f->name, "%s", name);
    *out = (ts_cu_function)(void *)f;
    return 0;
}

ts_cu_result cuFuncLoad(ts_cu_function f)
{
    BEGIN(true);
    return fake_find(f, FUNCTION, "cuFuncLoad") ? 0 : TS_CU_INVALID_HANDLE;
}

/* "limit 128" in the text stands for registers that allow no more threads. */
ts_cu_result cuFuncGetAttribute(int *value, int attribute, ts_cu_function function)
{
    BEGIN(true);
    fake_function *f = fake_find(function, FUNCTION, "cuFuncGetAttribute");
    if (!f) return TS_CU_INVALID_HANDLE;
    const char *limit = strstr(f->module->text, "limit ");
    *value = attribute == TS_CU_REGISTERS ? 32 : 0;
    if (attribute == TS_CU_MAX_THREADS) *value = limit ? atoi(limit + 6) : 1024;
    return 0;
}

/* A GPU has 227 KB for a group, as of sm_90. */
ts_cu_result cuFuncSetAttribute(ts_cu_function function, int attribute, int value)
{
    BEGIN(true);
    fake_function *f = fake_find(function, FUNCTION, "cuFuncSetAttribute");
    if (!f) return TS_CU_INVALID_HANDLE;
    if (attribute != TS_CU_MOST_ASKED || value < 0 || value > 227 << 10)
        return fake_note(TS_CU_INVALID_VALUE, "attribute %d of %d", attribute, value);
    f->most_asked = (unsigned)value;
    return 0;
}

/* ---- execution ---- */

ts_cu_result fake_execute(const fake_call *c)
{
    void *param[FAKE_PARAMS];
    ts_cu_result r = 0;
    for (int i = 0; i < c->params; i++) {
        param[i] = fake_translate(c->param[i], 1, c->function->head.device, c->function->name);
        if (!param[i]) r = TS_CU_ILLEGAL_ADDRESS;
    }
    s.count.launches++;
    if (!r && s.executor)
        r = s.executor(s.arg, c->function->module->text, c->function->name, param, c->groups,
                       c->threads);
    for (int i = 0; !r && !s.executor; i++) {
        if (i == s.kernels) {
            r = fake_note(TS_CU_LAUNCH_FAILED, "no kernel %s on the host", c->function->name);
        } else if (!strcmp(s.kernel[i].name, c->function->name)) {
            r = s.kernel[i].kernel(param, c->params, c->groups, c->threads);
            break;
        }
    }
    if (r) s.spoiled = r; /* the queue is dropped by who drains it */
    return r;
}

fake_object *fake_first(void)
{
    return s.alive;
}

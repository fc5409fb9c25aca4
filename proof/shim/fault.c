/* fault.c - what a text must not do, as one line that names kernel, block and thread (shim.h).
 *
 * Accesses outside a buffer hit guards (SIGSEGV), undefined operations trap (SIGILL), a launch that does
 * not end is ended by a timer of this thread's computing time (SIGVTALRM). The handler runs on a stack of
 * its own, since a fiber's may be full, and jumps back into ts_shim_watched; the fibers are abandoned.
 * Handlers are ours only while a step runs, and pass on what comes from elsewhere.
 */
#include "proof/shim/shim.h"
#include "tessera/c_locale.h"

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid
#endif

enum { SIGNAL_STACK = 1 << 16 };
static const int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGVTALRM};
enum { SIGNALS = sizeof signals / sizeof *signals };

struct ts_shim_watch {
    ts_shim_device *dev;
    struct sigaction before[SIGNALS];
    stack_t stack_before, stack;
    timer_t timer;
    bool timed;
    sigjmp_buf back;
    /* of the signal that came */
    int number;
    const unsigned char *address;
    bool writing;
    int check; /* of a trap: which one; -1 unknown */
};

static _Thread_local ts_shim_watch *current; /* while a block runs on this thread */

/* ---- signals ---- */

/* clang's traps are ud1 with the check's number as displacement: 67 0f b9 40 NN. */
static int check_of(const ucontext_t *u)
{
#if defined(__x86_64__)
    const unsigned char *pc = (const unsigned char *)u->uc_mcontext.gregs[REG_RIP];
    if (pc[0] == 0x67 && pc[1] == 0x0f && pc[2] == 0xb9) return pc[4];
#else
    (void)u;
#endif
    return -1;
}

static bool was_writing(const ucontext_t *u)
{
#if defined(__x86_64__)
    return u->uc_mcontext.gregs[REG_ERR] & 2;
#else
    (void)u;
    return false;
#endif
}

static int index_of(int number)
{
    int i = 0;
    while (i < SIGNALS - 1 && signals[i] != number) i++;
    return i;
}

static struct sigaction before[SIGNALS]; /* for signals of threads that run no block */

static void on_signal(int number, siginfo_t *info, void *context)
{
    ts_shim_watch *w = current;
    if (!w) { /* not ours: the instruction runs again and meets who was there before */
        sigaction(number, &before[index_of(number)], NULL);
        return;
    }
    w->number = number;
    w->address = info->si_addr;
    w->writing = number == SIGSEGV && was_writing(context);
    w->check = number == SIGILL ? check_of(context) : -1;
    siglongjmp(w->back, 1);
}

static void start_timer(ts_shim_watch *w)
{
    struct sigevent e = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGVTALRM};
    e.sigev_notify_thread_id = gettid();
    w->timed = !timer_create(CLOCK_THREAD_CPUTIME_ID, &e, &w->timer);
}

static void set_timer(const ts_shim_watch *w, double seconds)
{
    struct itimerspec t = {.it_value = {(time_t)seconds, 1}};
    t.it_value.tv_nsec += (long)((seconds - (double)(time_t)seconds) * 1e9);
    if (seconds <= 0) t.it_value.tv_nsec = 0;
    if (w->timed) timer_settime(w->timer, 0, &t, NULL);
}

ts_shim_watch *ts_shim_watch_on(ts_shim_device *dev, ts_error *err)
{
    ts_shim_watch *w = calloc(1, sizeof *w + SIGNAL_STACK);
    if (!w) {
        ts_fail(err, "no memory to run a step");
        return NULL;
    }
    w->dev = dev;
    w->stack = (stack_t){.ss_sp = w + 1, .ss_size = SIGNAL_STACK};
    sigaltstack(&w->stack, &w->stack_before);
    struct sigaction a = {.sa_sigaction = on_signal, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigemptyset(&a.sa_mask);
    for (int i = 0; i < SIGNALS; i++) {
        sigaction(signals[i], &a, &w->before[i]);
        if (w->before[i].sa_sigaction != on_signal) before[i] = w->before[i];
    }
    start_timer(w);
    return w;
}

void ts_shim_watch_off(ts_shim_watch *w)
{
    if (!w) return;
    if (w->timed) timer_delete(w->timer);
    for (int i = 0; i < SIGNALS; i++) sigaction(signals[i], &w->before[i], NULL);
    sigaltstack(&w->stack_before, NULL);
    free(w);
}

/* ---- words ---- */

static const struct {
    int check; /* numbers of clang's SanitizerHandler */
    const char *what;
} checks[] = {
    {3, "divides by zero"},
    {5, "converts a float that no integer holds"},
    {18, "uses an index outside an array"},
    {20, "shifts by 32 or more"},
    {22, "uses an address that is not aligned"},
};

/* Where an address lies, seen from the buffers of the launch. */
static void place(const ts_shim_watch *w, const ts_bound *b, char *text, size_t cap)
{
    const unsigned char *p = w->address;
    const char *verb = w->writing ? "writes" : "reads";
    snprintf(text, cap, "%s memory that is no buffer's", verb);
    for (int i = 0; i < b->entry->params; i++) {
        const ts_shim_buffer *a = (const ts_shim_buffer *)b->arg[i];
        const unsigned char *end = a->data + a->base.bytes;
        if (p < a->map || p >= a->map + a->mapped) continue;
        if (p >= a->data && p < end && w->writing)
            snprintf(text, cap, "writes argument %d, which is an input", i);
        else if (p >= end)
            snprintf(text, cap, "%s %ld bytes behind the end of argument %d's buffer", verb,
                     (long)(p - end), i);
        else
            snprintf(text, cap, "%s %ld bytes before the start of argument %d's buffer", verb,
                     (long)(a->data - p), i);
        return;
    }
    const unsigned char *shared = (const unsigned char *)w->dev->shared;
    const unsigned char *stacks = (const unsigned char *)w->dev->stacks;
    if (p >= shared && p < shared + (size_t)TS_SHIM_ARRAYS * TS_SHIM_ARRAY)
        snprintf(text, cap, "%s outside its shared memory", verb);
    if (p >= stacks && p < stacks + (size_t)TS_SHIM_THREADS * TS_SHIM_STACK)
        snprintf(text, cap, "needs more than %d bytes of stack", TS_SHIM_STACK - 4096);
}

static void describe_signal(const ts_shim_watch *w, const ts_bound *b, char *text, size_t cap)
{
    TS_C_LOCALE;
    switch (w->number) {
    case SIGSEGV:
    case SIGBUS: place(w, b, text, cap); return;
    case SIGVTALRM:
        snprintf(text, cap, "does not end within %g seconds of computing", w->dev->limit);
        return;
    case SIGFPE: snprintf(text, cap, "divides by zero"); return;
    default: snprintf(text, cap, "does something that is undefined"); break;
    }
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        if (checks[i].check == w->check) snprintf(text, cap, "%s", checks[i].what);
}

static void describe_other(const struct ts_shim_job *job, char *text, size_t cap)
{
    if (job->other_state == TS_SHIM_RETURNED)
        snprintf(text, cap, "thread %d has returned", job->other);
    else
        snprintf(text, cap, "thread %d is at the %s of line %d", job->other,
                 job->other_state == TS_SHIM_BARRIER ? "barrier" : "shuffle", job->other_line);
}

static void describe_trouble(const struct ts_shim_job *job, char *text, size_t cap)
{
    char other[80];
    describe_other(job, other, sizeof other);
    switch (job->trouble) {
    case TS_SHIM_DIVERGED:
        snprintf(text, cap, "waits at the barrier of line %d while %s", job->line, other);
        return;
    case TS_SHIM_ABSENT:
        snprintf(text, cap, "waits in the shuffle of line %d while %s", job->line, other);
        return;
    case TS_SHIM_MASK:
        snprintf(text, cap, "shuffles in line %d with a lane that there is not in a subgroup of %d",
                 job->line, job->subgroup);
        return;
    default:
        snprintf(text, cap, "declares %d bytes of shared memory in line %d; its manifest says %ld",
                 job->other, job->line, job->shared_bytes);
    }
}

static int report(const ts_bound *b, const struct ts_shim_job *job, int thread, const char *what,
                  ts_error *err)
{
    return ts_fail(err, "kernel %s, block %d of %d, thread %d: %s", b->entry->kernel, job->group,
                   job->groups, thread, what);
}

/* ---- one block ---- */

int ts_shim_watched(ts_shim_watch *w, ts_shim_block *block, struct ts_shim_job *job,
                    const ts_bound *bound, ts_error *err)
{
    char what[160];
    int trouble = 0;
    if (sigsetjmp(w->back, 1)) {
        current = NULL;
        set_timer(w, 0);
        describe_signal(w, bound, what, sizeof what);
        return report(bound, job, job->running, what, err);
    }
    current = w;
    set_timer(w, w->dev->limit);
    trouble = block(job);
    set_timer(w, 0);
    current = NULL;
    if (!trouble) return 0;
    describe_trouble(job, what, sizeof what);
    return report(bound, job, job->thread, what, err);
}

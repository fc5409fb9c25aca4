/* mapped.c - see mapped.h. The handler only reads atomics and calls mmap and sigaction. */
#include "engine/mapped.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

enum { SLOTS = 8192 }; /* two models of as many shards as are read */

typedef struct slot { /* free where to is 0 */
    atomic_uintptr_t from, to;
    atomic_bool lost;
} slot;

static slot slots[SLOTS];
static atomic_int used; /* all beyond are free */
static struct sigaction before;
static uintptr_t page;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* Zeros from the page of `at` to the end of its map: a cut file lacks all behind it, too. */
static bool replace(slot *s, char *at)
{
    char *from = at - (uintptr_t)at % page;
    size_t bytes = atomic_load(&s->to) - (uintptr_t)from;
    void *zeros = mmap(from, bytes, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    if (zeros == MAP_FAILED) return false;
    atomic_store(&s->lost, true);
    return true;
}

static void pass_on(int number, siginfo_t *info, void *context)
{
    if (before.sa_flags & SA_SIGINFO)
        before.sa_sigaction(number, info, context);
    else if (before.sa_handler == SIG_DFL || before.sa_handler == SIG_IGN)
        sigaction(number, &before, NULL); /* comes again, and ends the process */
    else
        before.sa_handler(number);
}

static void on_bus(int number, siginfo_t *info, void *context)
{
    int kept = errno;
    uintptr_t at = (uintptr_t)info->si_addr;
    bool mended = false;
    for (int i = 0; i < atomic_load(&used) && !mended; i++) {
        slot *s = &slots[i];
        if (info->si_code > 0 && at >= atomic_load(&s->from) && at < atomic_load(&s->to))
            mended = replace(s, info->si_addr);
    }
    if (!mended) pass_on(number, info, context);
    errno = kept;
}

/* Again where another one has taken its place since, which then is the one before. */
static void install(void)
{
    struct sigaction ours = {.sa_sigaction = on_bus, .sa_flags = SA_SIGINFO | SA_ONSTACK}, now;
    page = (uintptr_t)sysconf(_SC_PAGESIZE);
    if (sigaction(SIGBUS, NULL, &now) || now.sa_sigaction == on_bus) return;
    before = now;
    sigaction(SIGBUS, &ours, NULL);
}

int ts_mapped_add(const void *at, size_t bytes)
{
    int found = 0;
    pthread_mutex_lock(&lock);
    install();
    while (found < SLOTS && atomic_load(&slots[found].to)) found++;
    if (found < SLOTS) {
        slot *s = &slots[found];
        atomic_store(&s->lost, false);
        atomic_store(&s->from, (uintptr_t)at);
        atomic_store(&s->to, (uintptr_t)at + bytes);
        if (found >= atomic_load(&used)) atomic_store(&used, found + 1);
    }
    pthread_mutex_unlock(&lock);
    return found < SLOTS ? found : -1;
}

void ts_mapped_remove(int slot)
{
    if (slot < 0) return;
    pthread_mutex_lock(&lock);
    atomic_store(&slots[slot].to, 0);
    pthread_mutex_unlock(&lock);
}

bool ts_mapped_lost(int slot)
{
    return slot >= 0 && atomic_load(&slots[slot].lost);
}

/* leftover.c - see leftover.h. A slot is taken, filled and only then shown to the handler, which may run in any thread:
 *
 *   FREE ──▶ STARTING ──▶ CHILD ──▶ FREE     the handler waits for the end of STARTING: there may be a child already
 *   FREE ──▶ FILLING ──▶ FILE ──▶ FREE       there is no file before FILE
 *
 * Who shows a slot to a handler that has begun waits for the end of the process, so nothing is begun behind its back. */
#include "rt/leftover.h"

#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

enum { SLOTS = 16 };
enum { FREE, STARTING, FILLING, CHILD, FILE_OR_FOLDER };

static struct slot {
    _Atomic int state;
    pid_t pid;
    int signal;
    char path[PATH_MAX];
} slots[SLOTS];

static _Atomic bool ending;

static int take(int state)
{
    for (int i = 0; i < SLOTS; i++) {
        int was = FREE;
        if (atomic_compare_exchange_strong(&slots[i].state, &was, state)) return i;
    }
    return -1;
}

static void wait_for_the_end(void)
{
    while (atomic_load(&ending)) pause();
}

int ts_leftover_starting(void)
{
    int i = take(STARTING);
    wait_for_the_end();
    return i;
}

void ts_leftover_child(int number, pid_t pid, int signal)
{
    if (number < 0) return;
    slots[number].pid = pid;
    slots[number].signal = signal;
    atomic_store(&slots[number].state, CHILD);
}

int ts_leftover_file(const char *path)
{
    size_t n = strlen(path) + 1;
    int i = n <= PATH_MAX ? take(FILLING) : -1;
    if (i >= 0) {
        memcpy(slots[i].path, path, n);
        atomic_store(&slots[i].state, FILE_OR_FOLDER);
    }
    wait_for_the_end();
    return i;
}

void ts_leftover_drop(int number)
{
    if (number >= 0) atomic_store(&slots[number].state, FREE);
}

void ts_leftover_remove(void)
{
    atomic_store(&ending, true);
    for (int i = 0; i < SLOTS; i++) {
        while (atomic_load(&slots[i].state) == STARTING) poll(NULL, 0, 1);
        if (atomic_load(&slots[i].state) == CHILD) kill(-slots[i].pid, slots[i].signal);
    }
    for (int i = SLOTS - 1; i >= 0; i--)
        if (atomic_load(&slots[i].state) == FILE_OR_FOLDER && unlink(slots[i].path))
            rmdir(slots[i].path);
}

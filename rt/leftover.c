/* leftover.c - see leftover.h. A slot is taken, filled and only then shown to the handler:
 *
 *   FREE ──▶ FILLING ──▶ CHILD or FILE ──▶ FREE */
#include "rt/leftover.h"

#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

enum { SLOTS = 16 };
enum { FREE, FILLING, CHILD, FILE_OR_FOLDER };

static struct slot {
    _Atomic int state;
    pid_t pid;
    int signal;
    char path[PATH_MAX];
} slots[SLOTS];

static int take(void)
{
    for (int i = 0; i < SLOTS; i++) {
        int was = FREE;
        if (atomic_compare_exchange_strong(&slots[i].state, &was, FILLING)) return i;
    }
    return -1;
}

int ts_leftover_child(pid_t pid, int signal)
{
    int i = take();
    if (i < 0) return -1;
    slots[i].pid = pid;
    slots[i].signal = signal;
    atomic_store(&slots[i].state, CHILD);
    return i;
}

int ts_leftover_file(const char *path)
{
    size_t n = strlen(path) + 1;
    int i = n <= PATH_MAX ? take() : -1;
    if (i < 0) return -1;
    memcpy(slots[i].path, path, n);
    atomic_store(&slots[i].state, FILE_OR_FOLDER);
    return i;
}

void ts_leftover_drop(int number)
{
    if (number >= 0) atomic_store(&slots[number].state, FREE);
}

void ts_leftover_remove(void)
{
    for (int i = 0; i < SLOTS; i++)
        if (atomic_load(&slots[i].state) == CHILD) kill(-slots[i].pid, slots[i].signal);
    for (int i = SLOTS - 1; i >= 0; i--)
        if (atomic_load(&slots[i].state) == FILE_OR_FOLDER && unlink(slots[i].path))
            rmdir(slots[i].path);
}

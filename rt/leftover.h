/* leftover.h - what a process that is ended by a signal must take back: the compiler or other command that it
 * waits for, and the files that it was making. */
#ifndef TESSERA_RT_LEFTOVER_H
#define TESSERA_RT_LEFTOVER_H

#include <sys/types.h>

/* Remembers a child that leads a group of its own, and the signal that ends it, or a file or empty folder; returns its number for
 * ts_leftover_drop, or -1 where too much is remembered already (it is then left behind). Any thread. */
int ts_leftover_child(pid_t pid, int signal);
int ts_leftover_file(const char *path);
void ts_leftover_drop(int number); /* -1 is fine */

/* Ends the children (compilers by SIGTERM, so that they clear away behind themselves) and removes the files, newest
 * first. Safe in a signal handler; the process is expected to end right after. */
void ts_leftover_remove(void);

#endif

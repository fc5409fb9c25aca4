/* leftover.h - what a process that is ended by a signal must take back: the compiler or other command that it
 * waits for, and the files that it was making. */
#ifndef TESSERA_RT_LEFTOVER_H
#define TESSERA_RT_LEFTOVER_H

#include <sys/types.h>

/* Remembers that a child is about to be started, by a thread that has blocked its signals until it says which: the child
 * leads a group of its own, which `signal` ends. Or remembers a file or empty folder that is about to be made. The number
 * is for ts_leftover_drop; -1 where too much is remembered already (it is then left behind). Any thread; does not return
 * once ts_leftover_remove has begun. */
int ts_leftover_starting(void);
void ts_leftover_child(int number, pid_t pid, int signal); /* -1 is fine */
int ts_leftover_file(const char *path);
void ts_leftover_drop(int number); /* -1 is fine */

/* Ends the children (compilers by SIGTERM, so that they clear away behind themselves) and removes the files, newest
 * first. Safe in a signal handler; the process is to end right after. */
void ts_leftover_remove(void);

#endif

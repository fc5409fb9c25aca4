/* pipe_talk.h - the conversation of rt/pipe.c with another process: requests and replies of pipe.h. */
#ifndef TESSERA_RT_PIPE_TALK_H
#define TESSERA_RT_PIPE_TALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "rt/pipe.h"
#include "tessera/error.h"

typedef struct ts_talk {
    int fd;           /* -1: ended */
    pid_t pid;        /* 0: already waited for */
    int patience;     /* seconds */
    bool greeted;     /* it has answered */
    ts_error broken;  /* why it ended */
    char command[64]; /* for messages */
} ts_talk;

typedef struct ts_request {
    ts_pipe_kind kind;
    const void *head; /* the body is head, then data */
    size_t head_bytes;
    const void *data;
    size_t data_bytes;
    void *reply; /* room for the body of the reply */
    size_t reply_bytes;
    size_t *got; /* NULL: the reply must have reply_bytes exactly */
} ts_request;

extern int ts_pipe_greeting; /* seconds that a program has for its first answer; tests shorten it */

/* Splits command at blanks and starts it. */
int ts_pipe_start(ts_talk *d, const char *command, ts_error *err);
int ts_pipe_ask(ts_talk *d, const ts_request *r, ts_error *err);
/* Ends the conversation for good: the other process is killed. Returns -1. */
int ts_pipe_break(ts_talk *d, ts_error *err, const char *what);
/* Closes it; the other process has that long to end by itself. */
void ts_pipe_end(ts_talk *d, int milliseconds);

unsigned char *ts_put32(unsigned char *to, uint32_t x);
unsigned char *ts_put64(unsigned char *to, uint64_t x);
uint32_t ts_get32(const unsigned char *from);
uint64_t ts_get64(const unsigned char *from);
/* A text of the other side becomes one line. */
void ts_pipe_clean(char *text);

#endif

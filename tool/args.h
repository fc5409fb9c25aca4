/* args.h - the command line of one subcommand, described as a table.
 *
 * A command lists its options once; parsing, the messages and the help page all come
 * from that table. Values go straight into the caller's variables, which hold the
 * defaults beforehand. Every mistake is one line on stderr that says what is accepted.
 */
#ifndef TESSERA_TOOL_ARGS_H
#define TESSERA_TOOL_ARGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "tessera/error.h" /* ts_nearest */

typedef enum ts_arg_kind {
    TS_ARG_FLAG, /* bool *: present or not */
    TS_ARG_TEXT, /* const char **: points into argv */
    TS_ARG_WORD, /* const char **: one of the words in `value`, as "f32|f16|bf16" */
    TS_ARG_INT,  /* int * */
    TS_ARG_SIZE, /* size_t *: a count with an optional K, M, G (powers of 1024) */
    TS_ARG_REAL, /* double *: finite */
    TS_ARG_SEED, /* ts_arg_seed *: any 64 bits */
} ts_arg_kind;

typedef struct ts_arg_seed {
    uint64_t value;
    bool given;
} ts_arg_seed;

typedef struct ts_arg {
    const char *name;  /* without the dashes; NULL ends a table */
    char letter;       /* 'n' for -n, 0 for none */
    const char *value; /* what the help calls the value; NULL for a flag */
    const char *help;  /* wrapped to the page; say the default here */
    ts_arg_kind kind;
    void *to;
    double min, max; /* numbers only; both 0: whatever the type holds */
} ts_arg;

typedef struct ts_args {
    const char *command;  /* "run" */
    const char *words;    /* positional part of the usage line: "KERNEL..."; may be NULL */
    const char *about;    /* one paragraph, wrapped to the page */
    const char *examples; /* printed as it stands, one command a line; may be NULL */
    const ts_arg *options;
    int min_words, max_words; /* how many positional words are accepted */
} ts_args;

enum { TS_ARGS_HELP = -1, TS_ARGS_WRONG = -2 };

/* Reads argv[1..argc-1]. Returns the number of positional words, moved in order to
 * argv[1..]; TS_ARGS_HELP after --help was printed on stdout; TS_ARGS_WRONG after a
 * line on stderr. `--name value`, `--name=value`, `-n value` and `-nvalue` are the same;
 * everything after `--` is positional. The last of repeated options counts. */
int ts_args_parse(const ts_args *spec, int argc, char **argv);

/* The whole command as it was typed, "tessera run ...", quoted for a shell where need be; of the last parse. */
const char *ts_args_line(void);

/* The exit status that belongs to a negative result: 0 after help, 2 after a mistake. */
int ts_args_exit(int result);

/* Prints "tessera COMMAND: message" as one line on stderr and returns 2. */
int ts_usage_error(const char *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif

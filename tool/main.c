/* main.c - the `tessera` command: finds the subcommand and hands over.
 *
 * Everything it knows about a subcommand is its row below; options belong to
 * tool/cmd_*.c. Exit status: 0 done, 1 failed, 2 wrong command line.
 */
#include "bench/session.h"
#include "proof/proof.h"
#include "tool/args.h"
#include "tool/interrupt.h"
#include "tool/tool.h"
#include "tessera/c_locale.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static const struct command {
    const char *name;
    int (*main)(int argc, char **argv);
    const char *what;
} commands[] = {
    {"run", ts_cmd_run, "load a model and write text"},
    {"check", ts_cmd_check, "compare every kernel with its reference"},
    {"bench", ts_cmd_bench, "time kernels beside the measured ceiling"},
    {"results", ts_cmd_results, "list, show, export, import and check what was measured"},
    {"report", ts_cmd_report, "write pages that show what was measured"},
    {"compare", ts_cmd_compare, "set two builds, devices or programs side by side"},
    {"emit", ts_cmd_emit, "print a kernel as source text for a target"},
    {"ir", ts_cmd_ir, "print a kernel as tile IR"},
    {"targets", ts_cmd_targets, "list the languages kernels compile to"},
    {"devices", ts_cmd_devices, "list the devices of this machine"},
    {"tune", ts_cmd_tune, "find how this CPU reads memory fastest, and remember it"},
    {"quantize", ts_cmd_quantize, "make a model folder with weights of fewer bits"},
    {"verify", ts_cmd_verify, "check the files of a model without running it"},
    {"logits", ts_cmd_logits, "what a model says after given tokens, as numbers"},
    {"tokenize", ts_cmd_tokenize, "turn text into token ids"},
    {"chat-template", ts_cmd_chat_template, "turn chat messages into a prompt"},
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static void print_help(FILE *to)
{
    fputs("Tessera: DeepSeek inference kernels, written once in C, compiled for the device\n"
          "at hand.\n\n"
          "usage: tessera COMMAND [options]\n\n"
          "commands:\n",
          to);
    for (int i = 0; i < COMMANDS; i++)
        fprintf(to, "  %-15s%s\n", commands[i].name, commands[i].what);
    fputs("\n"
          "tessera COMMAND --help explains a command; tessera --version prints the version.\n"
          "\n"
          "examples:\n"
          "  tessera run --prompt \"Once upon a time\"\n"
          "  tessera check rms_norm\n"
          "  tessera emit rms_norm --target cpu\n",
          to);
}

static const struct command *find(const char *name)
{
    for (int i = 0; i < COMMANDS; i++)
        if (!strcmp(commands[i].name, name)) return &commands[i];
    return NULL;
}

static int refuse(const char *word)
{
    const char *names[COMMANDS + 1], *near;
    for (int i = 0; i < COMMANDS; i++) names[i] = commands[i].name;
    names[COMMANDS] = NULL;
    near = ts_nearest(word, names);
    if (near)
        fprintf(stderr, "tessera: unknown command \"%s\"; did you mean %s?\n", word, near);
    else
        fprintf(stderr, "tessera: unknown command \"%s\"; tessera --help lists them\n", word);
    return 2;
}

/* Text that could not be written (disk full, closed pipe) must not look like success. */
static int flush(int status)
{
    if (!fflush(stdout) && !ferror(stdout)) return status;
    if (errno != EPIPE) fprintf(stderr, "tessera: cannot write output: %s\n", strerror(errno));
    return status ? status : 1;
}

static int help_for(const char *name)
{
    char help[] = "--help";
    char *argv[] = {(char *)name, help, NULL};
    const struct command *c = find(name);
    return c ? c->main(2, argv) : refuse(name);
}

int main(int argc, char **argv)
{
    TS_C_LOCALE;
    const struct command *c;
    ts_debug_stage("main");
    ts_interrupt_begin();
    ts_proof_devices();
    signal(SIGXFSZ, SIG_IGN); /* a limit on files (ulimit -f) is an error of write, and is told */
    if (argc < 2) {
        print_help(stderr);
        return 2;
    }
    if (!strcmp(argv[1], "--version")) {
        printf("tessera %s\n", ts_build_version);
        return flush(0);
    }
    if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h") || !strcmp(argv[1], "help")) {
        if (argc > 2) return flush(help_for(argv[2]));
        print_help(stdout);
        return flush(0);
    }
    c = find(argv[1]);
    if (!c) return refuse(argv[1]);
    return flush(c->main(argc - 1, argv + 1));
}
